//! Many at once onto a map, from a table.

use std::collections::{BTreeMap, HashMap};

use sala_kernel::{CampaignId, Env, Error, LText, Message, Pool, Result, StakeholderId, Violation};

use super::{
    StakeholderKind, StakeholderLevel, Target,
    acts::kept,
    service::{self, StakeholderDraft},
    store,
};
use crate::{
    access::{Actor, acts::KeepMap},
    campaigns::lists::{Lists, among, lists},
    sheet,
    terms::{self, Taxonomy},
    text::Check,
};

/// A row of a table as it was read, and what stands against it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file; the heads are 1.
    pub line: i32,
    /// What it says.
    pub draft: StakeholderDraft,
    /// What is wrong with it.
    pub violations: Vec<Violation>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Kind,
    NameEn,
    NameKm,
    Aliases,
    Parent,
    Constituency,
    Level,
    Place,
    Contacts,
    Note,
    Target,
    Owner,
}

impl Field {
    /// Heads that mean it, folded.
    const ALL: [(Self, &'static [&'static str]); 12] = [
        (Self::Kind, &["kind", "type", "ប្រភេទ"]),
        (Self::NameEn, &["name", "nameenglish", "stakeholder", "ឈ្មោះអង់គ្លេស"]),
        (Self::NameKm, &["namekhmer", "ឈ្មោះ", "ឈ្មោះខ្មែរ", "ភាគីពាក់ព័ន្ធ"]),
        (Self::Aliases, &["aliases", "alias", "otherspellings", "otherspelling", "អក្ខរាវិរុទ្ធផ្សេង"]),
        (Self::Parent, &["partof", "parent", "under", "ជាផ្នែកនៃ"]),
        (Self::Constituency, &["constituency", "group", "ក្រុម"]),
        (Self::Level, &["level", "កម្រិត"]),
        (Self::Place, &["place", "where", "location", "ទីកន្លែង"]),
        (Self::Contacts, &["contacts", "contact", "ទំនាក់ទំនង"]),
        (Self::Note, &["note", "notes", "comment", "កំណត់ចំណាំ"]),
        (Self::Target, &["target", "គោលដៅ"]),
        (Self::Owner, &["owner", "organisation", "organization", "អង្គការ", "អ្នកទទួលខុសត្រូវ"]),
    ];
}

const KINDS: [(StakeholderKind, &[&str]); 5] = [
    (StakeholderKind::Institution, &["institution", "organisation", "organization", "ស្ថាប័ន"]),
    (StakeholderKind::Unit, &["unit", "department", "office", "អង្គភាព"]),
    (StakeholderKind::OfficeHolder, &["officeholder", "official", "មន្ត្រី", "អ្នកកាន់តំណែង"]),
    (StakeholderKind::Individual, &["individual", "person", "បុគ្គល"]),
    (StakeholderKind::InformalLeader, &["informalleader", "leader", "អ្នកដឹកនាំក្រៅផ្លូវការ"]),
];

const LEVELS: [(StakeholderLevel, &[&str]); 6] = [
    (StakeholderLevel::International, &["international", "អន្តរជាតិ"]),
    (StakeholderLevel::National, &["national", "ជាតិ", "ថ្នាក់ជាតិ"]),
    (StakeholderLevel::Provincial, &["provincial", "province", "ខេត្ត", "ថ្នាក់ខេត្ត"]),
    (StakeholderLevel::District, &["district", "ស្រុក", "ថ្នាក់ស្រុក"]),
    (StakeholderLevel::Commune, &["commune", "ឃុំ", "ថ្នាក់ឃុំ"]),
    (StakeholderLevel::Village, &["village", "ភូមិ", "ថ្នាក់ភូមិ"]),
];

const TARGETS: [(Target, &[&str]); 3] = [
    (Target::None, &["no", "none", "ទេ"]),
    (Target::Secondary, &["secondary", "បន្ទាប់បន្សំ"]),
    (Target::Primary, &["primary", "yes", "ចម្បង"]),
];

/// What else cells are looked up in.
struct Known {
    lists: Lists,
    constituencies: HashMap<String, String>,
    names: HashMap<String, StakeholderId>,
}

fn read(known: &Known, columns: &BTreeMap<Field, usize>, cells: &[String]) -> (StakeholderDraft, Vec<Violation>) {
    let cell = |field: Field| columns.get(&field).and_then(|at| cells.get(*at)).map_or("", String::as_str).trim();
    let mut violations = Vec::new();
    let mut wrong = |field: &str, message: Message| violations.push(Violation { field: field.to_owned(), message });
    let mut draft = StakeholderDraft::named(
        StakeholderKind::Institution,
        LText::new(cell(Field::NameEn).to_owned(), cell(Field::NameKm).to_owned()),
    );
    if !cell(Field::Kind).is_empty() {
        match among(cell(Field::Kind), &KINDS) {
            Some(kind) => draft.kind = kind,
            None => wrong("kind", Message::WordUnknown),
        }
    }
    if !cell(Field::Level).is_empty() {
        draft.level = among(cell(Field::Level), &LEVELS);
        if draft.level.is_none() {
            wrong("level", Message::WordUnknown);
        }
    }
    if !cell(Field::Target).is_empty() {
        match among(cell(Field::Target), &TARGETS) {
            Some(target) => draft.target = target,
            None => wrong("target", Message::WordUnknown),
        }
    }
    draft.aliases = cell(Field::Aliases).split([';', '|', '\n']).map(|one| one.trim().to_owned()).collect();
    cell(Field::Contacts).clone_into(&mut draft.contacts);
    cell(Field::Note).clone_into(&mut draft.note);
    let looked = sheet::fold;
    if !cell(Field::Parent).is_empty() {
        draft.parent = known.names.get(&looked(cell(Field::Parent))).copied();
        if draft.parent.is_none() {
            wrong("parent", Message::NotOnMap);
        }
    }
    if !cell(Field::Constituency).is_empty() {
        match known.constituencies.get(&looked(cell(Field::Constituency))) {
            Some(code) => draft.constituency.clone_from(code),
            None => wrong("constituency", Message::TermUnknown),
        }
    }
    if !cell(Field::Owner).is_empty() {
        draft.owner = known.lists.organisations.get(&looked(cell(Field::Owner))).copied();
        if draft.owner.is_none() {
            wrong("owner", Message::NotInCampaign);
        }
    }
    if !cell(Field::Place).is_empty() {
        draft.place = known.lists.places.get(&looked(cell(Field::Place))).and_then(|(_, meant)| meant.clone());
        if draft.place.is_none() {
            wrong("place", Message::PlaceUnknown);
        }
    }
    (draft, violations)
}

/// Reads a table of stakeholders, row by row, and says what stands against each; with `take` everything is brought in, or
/// nothing. What somebody is a part of stands on the map, or further up in the table.
pub async fn import(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    table: &str,
    take: bool,
) -> Result<Vec<Line>> {
    let (heads, rows) = sheet::table(table.as_bytes())?;
    let mut columns = BTreeMap::new();
    for (at, head) in heads.iter().enumerate() {
        let folded = sheet::fold(head);
        if let Some((field, _)) = Field::ALL.iter().find(|(_, words)| words.contains(&folded.as_str())) {
            columns.entry(*field).or_insert(at);
        }
    }
    if !columns.contains_key(&Field::NameEn) && !columns.contains_key(&Field::NameKm) {
        return Err(Error::invalid("table", Message::NoNameColumn));
    }
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    service::room(&mut tx, id, rows.len()).await?;
    let mut constituencies = HashMap::new();
    for term in terms::store::list(&mut *tx, Taxonomy::Constituency).await? {
        for name in [&term.code, &term.label.en, &term.label.km] {
            constituencies.insert(sheet::fold(name), term.code.clone());
        }
    }
    let mut names = HashMap::new();
    for s in store::list(&mut *tx, Some(id), None).await? {
        for name in [&s.name.en, &s.name.km].into_iter().chain(&s.aliases) {
            names.insert(sheet::fold(name), s.id);
        }
    }
    let mut known = Known { lists: lists(pool, actor, &campaign).await?, constituencies, names };
    let mut lines = Vec::new();
    for (line, cells) in (2..).zip(&rows) {
        let (draft, mut violations) = read(&known, &columns, cells);
        let mut found = Check::new();
        let s = service::fill(&mut tx, &campaign, service::blank(env, &campaign, None), &draft, &mut found).await?;
        match found.finish() {
            Ok(()) => {}
            Err(Error::Invalid(more)) => violations.extend(more),
            Err(error) => return Err(error),
        }
        // Rows further down may be a part of it, and may not be called the same.
        if violations.is_empty() {
            let s = service::put_on(&mut tx, env, deed, &campaign, &s).await?;
            for name in [&s.name.en, &s.name.km].into_iter().chain(&s.aliases) {
                known.names.insert(sheet::fold(name), s.id);
            }
        }
        lines.push(Line { line, draft, violations });
    }
    // Not taken, nothing stays: the transaction is dropped.
    if !take {
        return Ok(lines);
    }
    if lines.iter().any(|line| !line.violations.is_empty()) {
        return Err(Error::invalid("table", Message::RowsWrong));
    }
    tx.commit().await?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_words_are_known_in_both_languages_and_none_means_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, words) in Field::ALL {
            for word in words {
                assert_eq!(sheet::fold(word), *word, "it is folded");
                assert!(seen.insert(*word), "{word} means two things");
            }
        }
        assert_eq!(among("Office holder", &KINDS), Some(StakeholderKind::OfficeHolder));
        assert_eq!(among("ថ្នាក់ខេត្ត", &LEVELS), Some(StakeholderLevel::Provincial));
        assert_eq!(among("somewhere", &LEVELS), None);
    }
}
