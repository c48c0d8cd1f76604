//! From the cells of a row to an organisation that may be taken.

use std::collections::{BTreeMap, HashMap};

use sala_kernel::{LText, Message, OrganisationId, PlaceCode, Violation};

use super::{Choice, Counts, Field, Import, Outcome, Row};
use crate::{
    memberships::Tier,
    organisations::{NewOrganisation, OrganisationEdit, Registration},
    sheet::fold,
};

/// What words of a table may mean, folded.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Types of organisations by code and label.
    pub kinds: HashMap<String, String>,
    /// Themes by code and label.
    pub themes: HashMap<String, String>,
    /// Places by code and name; none where a name means several.
    pub places: HashMap<String, Option<PlaceCode>>,
    /// Organisations the importer may know, by name and acronym; with whether each is in the network already.
    pub known: HashMap<String, Vec<OrganisationId>>,
    /// Those in the network already.
    pub members: std::collections::HashSet<OrganisationId>,
}

/// What a row would bring.
#[derive(Debug, Clone)]
pub(super) struct Brought {
    pub new: NewOrganisation,
    pub edit: OrganisationEdit,
    pub tier: Tier,
}

const TIERS: &[(Tier, &[&str])] = &[
    (Tier::Full, &["full", "fullmember", "ពេញសិទ្ធិ", "សមាជិកពេញសិទ្ធិ", "ពេញលេញ"]),
    (Tier::Associate, &["associate", "associatemember", "សហការី", "សមាជិកសហការី"]),
    (Tier::Observer, &["observer", "អ្នកសង្កេតការណ៍", "សង្កេតការណ៍"]),
    (Tier::Partner, &["partner", "ដៃគូ"]),
];
const REGISTRATIONS: &[(Registration, &[&str])] = &[
    (Registration::RegisteredMoi, &["registeredmoi", "moi", "ministryofinterior", "ក្រសួងមហាផ្ទៃ", "ចុះបញ្ជីក្រសួងមហាផ្ទៃ"]),
    (Registration::MouMofaic, &["moumofaic", "mofaic", "mou", "ក្រសួងការបរទេស"]),
    (Registration::RegisteredOther, &["registeredother", "other", "cooperative", "union", "ផ្សេងទៀត", "សហករណ៍", "សហជីព"]),
    (Registration::Unregistered, &["unregistered", "no", "none", "informal", "មិនចុះបញ្ជី", "គ្មាន"]),
    (Registration::InProcess, &["inprocess", "inprogress", "pending", "កំពុងដំណើរការ"]),
];

fn word<T: Copy>(list: &[(T, &[&str])], folded: &str) -> Option<T> {
    list.iter().find(|(_, words)| words.contains(&folded)).map(|(value, _)| *value)
}

/// Digits of both scripts as Latin ones.
fn digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{17e0}'..='\u{17e9}' => char::from_digit(u32::from(c) - 0x17e0, 10).unwrap_or(c),
            other => other,
        })
        .collect()
}

/// A place as people write it: its code, or its name without the word for its kind.
pub(super) fn place_keys(text: &str) -> Vec<String> {
    let folded = fold(&digits(text));
    let code = (folded.len() == 1 || folded.len() == 3).then(|| format!("0{folded}"));
    let bare =
        ["ខេត្ត", "រាជធានី", "ស្រុក", "ខណ្ឌ", "ក្រុង"].iter().find_map(|kind| folded.strip_prefix(*kind)).map(str::to_owned);
    let suffixless = ["province", "district", "capital", "municipality"]
        .iter()
        .find_map(|kind| folded.strip_suffix(*kind))
        .map(str::to_owned);
    [code, bare, suffixless, Some(folded)].into_iter().flatten().filter(|key| !key.is_empty()).collect()
}

/// What a row brings, and what stands against taking it.
fn bring(import: &Import, lists: &Lists, cells: &[String]) -> (Brought, Vec<Violation>) {
    let mut violations = Vec::new();
    let cell = |field: Field| {
        let at = import.fields.iter().position(|f| *f == field);
        at.and_then(|at| cells.get(at)).map_or("", String::as_str)
    };
    let mut fail = |field: &str, message| violations.push(Violation { field: field.to_owned(), message });
    let name = LText::new(cell(Field::NameEn), cell(Field::NameKm));
    if name.is_empty() {
        fail("name", Message::NameRequired);
    }
    let kind = lists.kinds.get(&fold(cell(Field::Kind))).cloned();
    if kind.is_none() {
        let message = if cell(Field::Kind).is_empty() { Message::Required } else { Message::TermUnknown };
        fail("kind", message);
    }
    let tier = match cell(Field::Tier) {
        "" => Some(Tier::Full),
        text => word(TIERS, &fold(text)),
    };
    if tier.is_none() {
        fail("tier", Message::TermUnknown);
    }
    let registration = match cell(Field::Registration) {
        "" => Some(Registration::InProcess),
        text => word(REGISTRATIONS, &fold(text)),
    };
    if registration.is_none() {
        fail("registration", Message::TermUnknown);
    }
    let hq = match cell(Field::Hq) {
        "" => None,
        text => {
            let found = place_keys(text).iter().find_map(|key| lists.places.get(key).cloned()).flatten();
            if found.is_none() {
                fail("hq", Message::PlaceUnknown);
            }
            found
        }
    };
    let mut themes = Vec::new();
    for text in cell(Field::Themes).split([',', ';', '/', '\n', '·']).map(str::trim).filter(|text| !text.is_empty()) {
        match lists.themes.get(&fold(text)) {
            Some(code) if !themes.contains(code) => themes.push(code.clone()),
            Some(_) => {}
            None => fail("themes", Message::TermUnknown),
        }
    }
    let year = match digits(cell(Field::YearFounded)).as_str() {
        "" => None,
        text => {
            let year = text.parse::<i32>().ok();
            if year.is_none() {
                fail("yearFounded", Message::YearOutOfRange);
            }
            year
        }
    };
    let registration = registration.unwrap_or(Registration::InProcess);
    let hidden = registration == Registration::Unregistered;
    // A hidden group is reached through its host: its own contacts are not kept.
    let contact = |field| (!hidden).then(|| cell(field).to_owned());
    let brought = Brought {
        new: NewOrganisation {
            name,
            acronym: cell(Field::Acronym).to_owned(),
            kind: kind.unwrap_or_default(),
            registration,
            hq,
            listing: None,
            host: None,
            themes,
        },
        edit: OrganisationEdit {
            email: contact(Field::Email),
            phone: contact(Field::Phone).map(|text| digits(&text)),
            website: contact(Field::Website),
            year_founded: Some(year),
            ..OrganisationEdit::default()
        },
        tier: tier.unwrap_or(Tier::Full),
    };
    (brought, violations)
}

/// Everything an import would do, row by row; `checked` says what stands against a new organisation beyond its words.
pub(super) fn look_over(import: &Import, lists: &Lists) -> Vec<(Row, Brought)> {
    let mut first_line: BTreeMap<String, i32> = BTreeMap::new();
    let mut looked = Vec::new();
    for (line, cells) in (2..).zip(&import.rows) {
        let (brought, mut violations) = bring(import, lists, cells);
        let choice = import.choices.get(&line).copied();
        let name = brought.new.name.clone();
        let keys: Vec<String> =
            [&name.km, &name.en].into_iter().map(|text| fold(text)).filter(|k| !k.is_empty()).collect();
        if choice != Some(Choice::Skip) {
            if keys.iter().any(|key| first_line.contains_key(key)) {
                violations.push(Violation { field: "name".to_owned(), message: Message::TwiceInTable });
            }
            for key in &keys {
                first_line.entry(key.clone()).or_insert(line);
            }
        }
        let acronym = fold(&brought.new.acronym);
        let mut candidates: Vec<OrganisationId> = Vec::new();
        for key in keys.iter().chain(std::iter::once(&acronym)).filter(|key| !key.is_empty()) {
            for id in lists.known.get(key).into_iter().flatten() {
                if !candidates.contains(id) {
                    candidates.push(*id);
                }
            }
        }
        let outcome = match choice {
            Some(Choice::Skip) => Outcome::Skipped,
            Some(Choice::Same(id)) => {
                // Whose record stays needs no words of its own.
                violations.clear();
                if lists.members.contains(&id) {
                    violations.push(Violation { field: "name".to_owned(), message: Message::MembershipTwice });
                    Outcome::Wrong
                } else {
                    Outcome::Joins
                }
            }
            _ if !violations.is_empty() => Outcome::Wrong,
            None if !candidates.is_empty() => Outcome::Undecided,
            Some(Choice::New) | None => Outcome::New,
        };
        looked.push((Row { line, name, outcome, violations, candidates, choice }, brought));
    }
    looked
}

/// How many rows come to what.
pub(super) fn count(rows: &[(Row, Brought)]) -> Counts {
    let mut counts = Counts::default();
    for (row, _) in rows {
        let one = match row.outcome {
            Outcome::New => &mut counts.new,
            Outcome::Joins => &mut counts.joins,
            Outcome::Undecided => &mut counts.undecided,
            Outcome::Wrong => &mut counts.wrong,
            Outcome::Skipped => &mut counts.skipped,
        };
        *one += 1;
    }
    counts
}
