//! The member roll as a table for spreadsheets: the directory as the asker sees it, never more.
//!
//! Fees, representatives and signatories are in it only for those who may know a member's standing; people at risk are in
//! no export at all.

use std::collections::HashMap;

use sala_kernel::{Language, Message, NetworkId, OrganisationId, PageRequest, PlaceCode, Pool, Result};
use uuid::Uuid;

use super::{Directory, standing, store};
use crate::{
    access::{Action, Actor, Level, Reach, Role},
    organisations, places,
    table::Table,
    terms::{self, Taxonomy},
};

/// Who speaks and signs for organisations, by organisation: names in the asker's language, people at risk left out.
async fn speakers(
    pool: &Pool,
    network: NetworkId,
    ids: &[Uuid],
    language: Language,
) -> Result<HashMap<(Uuid, bool), Vec<String>>> {
    let rows = sqlx::query!(
        r#"SELECT g.organisation_id AS "organisation_id!", g.role AS "role: Role", p.family_km, p.given_km, p.family_latin, p.given_latin
           FROM role_grants g JOIN people p ON p.id = g.person_id
           WHERE g.network_id = $1 AND g.organisation_id = ANY($2) AND g.ended_at IS NULL
             AND g.role IN ('representative', 'signatory') AND p.protection = 'normal'
           ORDER BY g.granted_at, g.id"#,
        network.0,
        ids,
    )
    .fetch_all(pool)
    .await?;
    let mut found: HashMap<(Uuid, bool), Vec<String>> = HashMap::new();
    for row in rows {
        let latin = format!("{} {}", row.family_latin, row.given_latin);
        let khmer = format!("{} {}", row.family_km, row.given_km);
        let (first, second) = if language == Language::Km { (khmer, latin) } else { (latin, khmer) };
        let name = if first.trim().is_empty() { second } else { first };
        found.entry((row.organisation_id, row.role == Role::Signatory)).or_default().push(name.trim().to_owned());
    }
    Ok(found)
}

/// The roll as CSV.
pub async fn csv(pool: &Pool, actor: &Actor, network: NetworkId, language: Language) -> Result<Vec<u8>> {
    let inside = Reach::of(actor, Action::ViewStanding).reaches(network, Level::Restricted);
    let mut heads = vec![
        Message::ColumnOrganisationKhmer,
        Message::ColumnOrganisationEnglish,
        Message::ColumnAcronym,
        Message::ColumnTier,
        Message::ColumnState,
        Message::ColumnType,
        Message::ColumnProvince,
        Message::ColumnThemes,
        Message::ColumnMemberSince,
    ];
    if inside {
        heads.extend([
            Message::ColumnRepresentatives,
            Message::ColumnSignatories,
            Message::ColumnFee,
            Message::ColumnFeeYear,
        ]);
    }
    let mut table = Table::of(&heads, language)?;
    let kinds = terms::store::list(pool, Taxonomy::OrganisationType).await?;
    let themes = terms::store::list(pool, Taxonomy::Theme).await?;
    let directory = Directory { language, ..Directory::default() };
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let found = store::directory(pool, actor, network, &directory, &page, false).await?;
        let ids: Vec<Uuid> = found.items.iter().map(|(_, (_, o))| o.id.0).collect();
        let memberships: Vec<Uuid> = found.items.iter().map(|(_, (m, _))| m.id.0).collect();
        let of_themes = organisations::store::themes(pool, &ids).await?;
        let provinces: Vec<String> = found
            .items
            .iter()
            .filter_map(|(_, (_, o))| o.hq.as_ref().map(|hq: &PlaceCode| hq.province().to_owned()))
            .collect();
        let provinces = places::store::lookup_many(pool, &provinces).await?;
        let (speakers, fees) = if inside {
            (speakers(pool, network, &ids, language).await?, standing::fees(pool, &memberships).await?)
        } else {
            (HashMap::new(), Vec::new())
        };
        for (_, (membership, organisation)) in &found.items {
            let label = |list: &[terms::Term], code: &str| {
                list.iter().find(|t| t.code == code).map_or(String::new(), |t| t.label.best(language).0.to_owned())
            };
            let province = organisation.hq.as_ref().and_then(|hq| provinces.iter().find(|p| p.code.0 == hq.province()));
            let works_on: Vec<&str> = of_themes
                .iter()
                .filter(|(id, _): &&(OrganisationId, _)| *id == organisation.id)
                .filter_map(|(_, term)| themes.iter().find(|t| t.id == *term))
                .map(|t| t.label.best(language).0)
                .collect();
            let mut cells = vec![
                organisation.name.km.clone(),
                organisation.name.en.clone(),
                organisation.acronym.clone(),
                membership.tier.as_str().to_owned(),
                membership.state.as_str().to_owned(),
                label(&kinds, &organisation.kind),
                province.map_or(String::new(), |p| p.name.best(language).0.to_owned()),
                works_on.join("; "),
                membership.joined_on.map_or(String::new(), |on| on.to_string()),
            ];
            if inside {
                let names = |signs| speakers.get(&(organisation.id.0, signs)).map_or(String::new(), |n| n.join("; "));
                let fee = fees.iter().find(|f| f.membership == membership.id);
                cells.extend([
                    names(false),
                    names(true),
                    fee.map_or(String::new(), |f| f.status.as_str().to_owned()),
                    fee.and_then(|f| f.year).map_or(String::new(), |y| y.to_string()),
                ]);
            }
            table.line(&cells)?;
        }
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        if !found.more {
            break;
        }
    }
    table.finish()
}
