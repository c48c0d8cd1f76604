//! The list of a sign-on as a table: every member, with what it has said.

use std::collections::HashMap;

use sala_kernel::{Error, Language, PageRequest, PersonId, Pool, Result};
use uuid::Uuid;

use super::{Endorsement, SignOn, Waiting, board_store};
use crate::{
    access::{Action, Actor, Reach},
    organisations,
    papers::Paper,
    people::{self, Protection},
    text::cell,
};

/// The list as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer).
pub fn csv(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    for row in rows {
        out.write_record(row.iter().map(|text| cell(text))).map_err(Error::internal)?;
    }
    out.into_inner().map_err(|e| Error::internal(e.to_string()))
}

/// An answer in words, by its code; nothing for silence, which is never support.
pub fn answer(code: &str, language: Language) -> &'static str {
    let (en, km) = match code {
        "in_internal_review" => ("asks its board", "សួរក្រុមប្រឹក្សា"),
        "endorsed" => ("signs", "ចុះហត្ថលេខា"),
        "endorsed_with_reservation" => ("signs with a reservation", "ចុះហត្ថលេខាដោយមានកំណត់ចំណាំ"),
        "abstained" => ("abstains", "អនុប្បវាទ"),
        "declined" => ("declines", "បដិសេធ"),
        "objected" => ("objects", "ជំទាស់"),
        "withdrawn" => ("withdrew", "បានដក"),
        "reconfirm" => ("is asked anew", "ត្រូវសួរម្តងទៀត"),
        _ => ("no response", "គ្មានចម្លើយ"),
    };
    if language == Language::Km { km } else { en }
}

/// The list, its head first. It tells whose names are withheld: [`Error::NotFound`] for whoever does not protect them. The
/// names of signatories at risk stay out of it.
pub async fn rows(
    pool: &Pool,
    actor: &Actor,
    paper: &Paper,
    sign_on: &SignOn,
    language: Language,
) -> Result<Vec<Vec<String>>> {
    if !Reach::with_self(actor, Action::ViewWithheld).covers(&paper.member_facts()) {
        return Err(Error::NotFound);
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut line = |cells: &[&str]| rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    let word = |en: &'static str, kh: &'static str| if language == Language::Km { kh } else { en };
    line(&[
        word("organisation", "អង្គការ"),
        word("acronym", "អក្សរកាត់"),
        word("tier", "កម្រិត"),
        word("answer", "ចម្លើយ"),
        word("reservation", "ការកត់សម្គាល់"),
        word("signatory", "អ្នកចុះហត្ថលេខា"),
        word("mandate", "អាណត្តិ"),
        word("name told to", "ឈ្មោះប្រាប់ដល់"),
        word("channel", "មធ្យោបាយ"),
        word("signed at", "ពេលចុះហត្ថលេខា"),
        word("this text", "អត្ថបទនេះ"),
        word("last reminder", "ការរំលឹកចុងក្រោយ"),
    ]);
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let found = board_store::board(pool, sign_on, &page).await?;
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        let waiting: Vec<Waiting> = found.items.into_iter().map(|(_, waiting)| waiting).collect();
        let ids: Vec<Uuid> = waiting.iter().map(|w| w.organisation.0).collect();
        let standing = board_store::standing(pool, sign_on, &ids).await?;
        let signatories = signatories(pool, actor, &waiting, language).await?;
        let named = organisations::store::visible(pool, actor, &ids).await?;
        for Waiting { organisation, endorsement } in &waiting {
            let Some(known) = named.iter().find(|o| o.id == *organisation) else { continue };
            let (tier, reminded) = standing.get(organisation).map_or(("", String::new()), |(tier, reminded)| {
                (tier.as_str(), reminded.map(|at| at.to_rfc3339()).unwrap_or_default())
            });
            let said = endorsement.as_ref();
            let part = |of: fn(&Endorsement) -> &str| said.map_or("", of);
            let at = said.map(|e| e.stated_at.to_rfc3339()).unwrap_or_default();
            line(&[
                known.name.best(language).0,
                &known.acronym,
                tier,
                part(|e| e.state.as_str()),
                part(|e| &e.reservation),
                said.and_then(|e| e.person).and_then(|id| signatories.get(&id)).map_or("", String::as_str),
                part(|e| e.basis.map_or("", |basis| basis.as_str())),
                part(|e| e.attribution.as_str()),
                part(|e| e.channel.as_str()),
                &at,
                said.map_or("", |e| {
                    if e.text == sign_on.text { word("yes", "បាទ/ចាស") } else { word("no", "ទេ") }
                }),
                &reminded,
            ]);
        }
        if !found.more {
            break;
        }
    }
    Ok(rows)
}

/// Who signed, by name, as far as the actor may know it; nobody at risk.
async fn signatories(
    pool: &Pool,
    actor: &Actor,
    waiting: &[Waiting],
    language: Language,
) -> Result<HashMap<PersonId, String>> {
    let mut ids: Vec<Uuid> = waiting.iter().filter_map(|w| w.endorsement.as_ref()?.person).map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let page = PageRequest::whole();
    let people = people::store::visible(pool, actor, people::store::Among::Ids(&ids), None, &page, false).await?;
    Ok(people
        .items
        .into_iter()
        .map(|(_, person)| person)
        .filter(|person| person.identified && person.protection == Protection::Normal)
        .map(|person| (person.id, person.name.full().best(language).0.to_owned()))
        .collect())
}
