//! Whom to invite, many at once, from a table.

use std::collections::{BTreeMap, HashMap, HashSet};

use sala_kernel::{DialogueId, Env, Error, Language, Message, Pool, Result, Violation};

use super::{
    InvitationDraft, InvitationState,
    invitations::{filled, written},
    service::{MOST, announce, held},
    store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    campaigns::lists::among,
    people::{Honorific, Sex},
    sheet,
    terms::{self, Taxonomy},
    text::Check,
};

/// A row of a table as it was read, and what stands against it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file; the heads are 1.
    pub line: i32,
    /// Whom it says to invite.
    pub draft: InvitationDraft,
    /// What is wrong with it.
    pub violations: Vec<Violation>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    NameEn,
    NameKm,
    Group,
    Institution,
    Honorific,
    Post,
    Organisation,
    Email,
    Phone,
    Language,
    Sex,
    Youth,
}

impl Column {
    /// Heads that mean it, folded.
    const ALL: [(Self, &'static [&'static str]); 12] = [
        (Self::NameEn, &["name", "nameenglish", "namelatin", "ឈ្មោះអង់គ្លេស", "ឈ្មោះឡាតាំង"]),
        (Self::NameKm, &["namekhmer", "ឈ្មោះ", "ឈ្មោះខ្មែរ"]),
        (Self::Group, &["group", "constituency", "ក្រុម"]),
        (Self::Institution, &["institution", "pleasename", "ស្ថាប័ន"]),
        (Self::Honorific, &["honorific", "title", "formofaddress", "គោរមងារ"]),
        (Self::Post, &["post", "position", "តួនាទី", "មុខតំណែង"]),
        (Self::Organisation, &["organisation", "organization", "office", "អង្គការ", "ការិយាល័យ"]),
        (Self::Email, &["email", "mail", "អ៊ីមែល"]),
        (Self::Phone, &["phone", "telephone", "ទូរស័ព្ទ", "ទូរសព្ទ"]),
        (Self::Language, &["language", "ភាសា"]),
        (Self::Sex, &["sex", "gender", "ភេទ"]),
        (Self::Youth, &["youth", "15to30", "យុវជន"]),
    ];
}

const HONORIFICS: [(Honorific, &[&str]); 7] = [
    (Honorific::Excellency, &["he", "hisexcellency", "herexcellency", "excellency", "ឯកឧត្តម"]),
    (Honorific::LokChumteav, &["lokchumteav", "លោកជំទាវ"]),
    (Honorific::Mr, &["mr", "លោក"]),
    (Honorific::Ms, &["ms", "mrs", "លោកស្រី"]),
    (Honorific::Venerable, &["ven", "venerable", "ព្រះតេជគុណ"]),
    (Honorific::Dr, &["dr", "បណ្ឌិត"]),
    (Honorific::None, &["none", "គ្មាន"]),
];

const SEXES: [(Sex, &[&str]); 4] = [
    (Sex::Female, &["f", "female", "woman", "ស", "ស្រី", "ស្ត្រី"]),
    (Sex::Male, &["m", "male", "man", "ប", "ប្រុស", "បុរស"]),
    (Sex::Other, &["other", "ផ្សេង"]),
    (Sex::Undisclosed, &["notsaid", "unknown", "មិនដឹង"]),
];

const YES_OR_NO: [(bool, &[&str]); 2] =
    [(true, &["yes", "y", "x", "1", "បាទ", "ចាស"]), (false, &["no", "n", "0", "ទេ"])];

const LANGUAGES: [(Language, &[&str]); 2] =
    [(Language::Km, &["km", "khmer", "ខ្មែរ", "ភាសាខ្មែរ"]), (Language::En, &["en", "english", "អង់គ្លេស", "ភាសាអង់គ្លេស"])];

fn read(
    groups: &HashMap<String, String>,
    columns: &BTreeMap<Column, usize>,
    cells: &[String],
) -> (InvitationDraft, Vec<Violation>) {
    let cell = |column: Column| columns.get(&column).and_then(|at| cells.get(*at)).map_or("", String::as_str).trim();
    let mut violations = Vec::new();
    let mut wrong = |field: &str, message: Message| violations.push(Violation { field: field.to_owned(), message });
    /// The word of a cell, what an empty one means, or a fault.
    macro_rules! word {
        ($column:expr, $field:literal, $words:expr, $empty:expr) => {
            match (cell($column), among(cell($column), $words)) {
                ("", _) => $empty,
                (_, Some(found)) => found,
                (_, None) => {
                    wrong($field, Message::WordUnknown);
                    $empty
                }
            }
        };
    }
    let constituency = groups.get(&sheet::fold(cell(Column::Group))).cloned().unwrap_or_default();
    if constituency.is_empty() {
        wrong("constituency", if cell(Column::Group).is_empty() { Message::Required } else { Message::TermUnknown });
    }
    let youth = match cell(Column::Youth) {
        "" => None,
        said => {
            let found = among(said, &YES_OR_NO);
            if found.is_none() {
                wrong("youth", Message::WordUnknown);
            }
            found
        }
    };
    let draft = InvitationDraft {
        constituency,
        institution: word!(Column::Institution, "institution", &YES_OR_NO, false),
        name: sala_kernel::LText::new(cell(Column::NameEn), cell(Column::NameKm)),
        honorific: word!(Column::Honorific, "honorific", &HONORIFICS, Honorific::None),
        post: cell(Column::Post).to_owned(),
        organisation: cell(Column::Organisation).to_owned(),
        email: cell(Column::Email).to_owned(),
        phone: cell(Column::Phone).to_owned(),
        language: word!(Column::Language, "language", &LANGUAGES, Language::Km),
        sex: word!(Column::Sex, "sex", &SEXES, Sex::Undisclosed),
        youth,
    };
    (draft, violations)
}

/// Reads a table of people to invite, row by row, and says what stands against each; with `take` all of them are written down,
/// or nobody. One address is invited once.
pub async fn import(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DialogueId,
    table: &str,
    take: bool,
) -> Result<Vec<Line>> {
    let (heads, rows) = sheet::table(table.as_bytes())?;
    let mut columns = BTreeMap::new();
    for (at, head) in heads.iter().enumerate() {
        let folded = sheet::fold(head);
        if let Some((column, _)) = Column::ALL.iter().find(|(_, words)| words.contains(&folded.as_str())) {
            columns.entry(*column).or_insert(at);
        }
    }
    if !columns.contains_key(&Column::NameEn) && !columns.contains_key(&Column::NameKm) {
        return Err(Error::invalid("table", Message::NoNameColumn));
    }
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if d.state.was_held() {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let all = store::invitations(&mut *tx, id, 0, MOST).await?;
    if all.len() + rows.len() > usize::try_from(MOST).unwrap_or(0) {
        return Err(Error::invalid("table", Message::OutOfRange));
    }
    let mut groups = HashMap::new();
    for term in terms::store::list(&mut *tx, Taxonomy::Constituency).await? {
        for name in [&term.code, &term.label.en, &term.label.km] {
            groups.insert(sheet::fold(name), term.code.clone());
        }
    }
    let mut written_to: HashSet<String> =
        all.iter().filter(|i| i.state != InvitationState::Cancelled).map(|i| i.email.to_lowercase()).collect();
    let mut number = all.iter().map(|i| i.number).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (line, cells) in (2..).zip(&rows) {
        let (draft, mut violations) = read(&groups, &columns, cells);
        let mut found = Check::new();
        let said = draft.constituency.is_empty();
        let draft = filled("", &d, &draft, &mut found);
        if !draft.email.is_empty() && !written_to.insert(draft.email.to_lowercase()) {
            found.fail("email", Message::InvitedAlready);
        }
        match found.finish() {
            Ok(()) => {}
            // That a group is missing or unknown is said once.
            Err(Error::Invalid(more)) => {
                violations.extend(more.into_iter().filter(|v| !said || v.field != "constituency"));
            }
            Err(error) => return Err(error),
        }
        if violations.is_empty() {
            number += 1;
            store::put_invitation(&mut tx, env, &written(env, &d, number, draft.clone())).await?;
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
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_words_are_known_in_both_languages_and_none_means_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, words) in Column::ALL {
            for word in words {
                assert_eq!(sheet::fold(word), *word, "it is folded");
                assert!(seen.insert(*word), "{word} means two things");
            }
        }
        assert_eq!(among("H.E.", &HONORIFICS), Some(Honorific::Excellency));
        assert_eq!(among("លោកជំទាវ", &HONORIFICS), Some(Honorific::LokChumteav));
        assert_eq!(among("Female", &SEXES), Some(Sex::Female));
        assert_eq!(among("perhaps", &YES_OR_NO), None);
    }
}
