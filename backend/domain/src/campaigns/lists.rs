//! What cells of tables are looked up in: organisations that take part, places by name, words of a list.

use std::collections::HashMap;

use sala_kernel::{OrganisationId, PlaceCode, Pool, Result};

use super::Campaign;
use crate::{access::Actor, organisations, places, sheet};

/// A word of a table as one of several, in either language.
pub(crate) fn among<T: Copy>(text: &str, all: &[(T, &[&str])]) -> Option<T> {
    let folded = sheet::fold(text);
    all.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(thing, _)| *thing)
}

/// What cells are looked up in.
pub(crate) struct Lists {
    /// Those that take part, by acronym and name, folded.
    pub organisations: HashMap<String, OrganisationId>,
    /// By name and code; none where a name means several.
    pub places: HashMap<String, (usize, Option<PlaceCode>)>,
}

/// Where a district and its province share a name, the province is meant; where two of a size do, neither.
fn meant(places: &mut HashMap<String, (usize, Option<PlaceCode>)>, name: String, code: &PlaceCode) {
    let size = code.0.len();
    let (there, meant) = places.entry(name).or_insert((usize::MAX, None));
    if size < *there {
        (*there, *meant) = (size, Some(code.clone()));
    } else if size == *there && meant.as_ref() != Some(code) {
        *meant = None;
    }
}

pub(crate) async fn lists(pool: &Pool, actor: &Actor, campaign: &Campaign) -> Result<Lists> {
    let mut organisations = HashMap::new();
    let ids: Vec<uuid::Uuid> = campaign.team.iter().map(|o| o.0).collect();
    for some in ids.chunks(100) {
        for found in organisations::store::visible(pool, actor, some).await? {
            for name in [&found.acronym, &found.name.en, &found.name.km] {
                organisations.insert(sheet::fold(name), found.id);
            }
        }
    }
    let mut places = HashMap::new();
    for place in places::store::named(pool).await? {
        for name in [&place.name.en, &place.name.km, &place.code.0] {
            meant(&mut places, sheet::fold(name), &place.code);
        }
    }
    Ok(Lists { organisations, places })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_of_two_places_is_meant_and_of_equals_neither() {
        let mut places = HashMap::new();
        for code in ["080122", "17", "1710", "020101", "030202", "040303"] {
            let name = if code.starts_with("17") || code == "080122" { "siemreap" } else { "boeng" };
            meant(&mut places, name.to_owned(), &PlaceCode(code.into()));
        }
        assert_eq!(places.get("siemreap").and_then(|p| p.1.clone()), Some(PlaceCode("17".into())));
        assert_eq!(places.get("boeng").and_then(|p| p.1.clone()), None);
    }
}
