//! Many pieces of work at once: changed together, or brought in from a table.

use std::collections::{BTreeMap, HashMap};

use chrono::{Duration, NaiveDate};
use sala_kernel::{CampaignId, CampaignWorkId, Env, Error, LText, Message, OrganisationId, Pool, Result, Violation};

use super::{
    Campaign, Work, WorkKind, WorkStatus, history,
    lists::{Lists, among, lists},
    service,
    work::{self, WorkDraft},
    work_store as store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    sheet,
    terms::{self, Taxonomy},
};

/// The most pieces of work changed at once.
const MOST: usize = 200;

/// What is to change in all of them; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Where they stand.
    pub status: Option<WorkStatus>,
    /// Who does them; nobody for `Some(None)`.
    pub organisation: Option<Option<OrganisationId>>,
    /// So many days later, or earlier.
    pub days: Option<i64>,
}

/// Changes many pieces of work of one campaign, each as it was read; all of them or none.
pub async fn change(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    chosen: &[(CampaignWorkId, i32)],
    change: &Change,
) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = service::planned::<EditCampaign>(&mut tx, actor, id).await?;
    if chosen.is_empty() || chosen.len() > MOST {
        return Err(Error::invalid("work", Message::OutOfRange));
    }
    let days = match change.days {
        Some(days) if (-3660..=3660).contains(&days) => days,
        Some(_) => return Err(Error::invalid("days", Message::OutOfRange)),
        None => 0,
    };
    if let Some(Some(organisation)) = change.organisation
        && !campaign.team.contains(&organisation)
    {
        return Err(Error::invalid("organisation", Message::NotInCampaign));
    }
    let later = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_signed(Duration::days(days)));
    for (piece, version) in chosen {
        let was = store::find(&mut tx, *piece).await?.filter(|w| w.campaign == id).ok_or(Error::NotFound)?;
        if was.version != *version {
            return Err(Error::Conflict);
        }
        let mut now = Work { starts_on: later(was.starts_on), due_on: later(was.due_on), ..was.clone() };
        // A window is nobody's work: it has its days and no more.
        if was.kind != WorkKind::Window {
            if let Some(organisation) = change.organisation
                && organisation != was.organisation
            {
                (now.organisation, now.person) = (organisation, None);
            }
            if let Some(status) = change.status
                && status != was.status
            {
                work::settle(env, &mut now, status);
                now.place = store::last_place(&mut tx, id, status).await? + 1.0;
            }
        }
        store::put(&mut tx, env, &now).await?;
        let about = (now.kind.as_str(), now.id.0);
        history::note(&mut tx, env, deed, id, about, (Some(&was), Some(&now))).await?;
    }
    service::announce(&mut tx, env, deed, &campaign, "campaign.work_changed").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// A row of a table as it was read, and what stands against it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file; the heads are 1.
    pub line: i32,
    /// What it is.
    pub kind: WorkKind,
    /// What it says.
    pub draft: WorkDraft,
    /// What is wrong with it.
    pub violations: Vec<Violation>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Kind,
    TitleEn,
    TitleKm,
    From,
    To,
    Organisation,
    Place,
    Status,
    Note,
    Source,
    Tactic,
    Audience,
    Sought,
}

impl Field {
    /// Heads that mean it, folded.
    const ALL: [(Self, &'static [&'static str]); 13] = [
        (Self::Kind, &["kind", "type", "ប្រភេទ"]),
        (Self::TitleEn, &["title", "titleenglish", "task", "activity", "what", "ចំណងជើងអង់គ្លេស"]),
        (Self::TitleKm, &["titlekhmer", "ចំណងជើង", "ចំណងជើងខ្មែរ", "ការងារ", "សកម្មភាព"]),
        (Self::From, &["firstday", "start", "starts", "from", "startdate", "ថ្ងៃដំបូង", "ចាប់ផ្តើម"]),
        (Self::To, &["lastday", "due", "end", "deadline", "to", "duedate", "enddate", "ថ្ងៃចុងក្រោយ", "កាលកំណត់"]),
        (Self::Organisation, &["organisation", "organization", "who", "owner", "អង្គការ", "អ្នកទទួលខុសត្រូវ"]),
        (Self::Place, &["place", "where", "location", "ទីកន្លែង"]),
        (Self::Status, &["status", "state", "ស្ថានភាព"]),
        (Self::Note, &["note", "notes", "comment", "description", "កំណត់ចំណាំ"]),
        (Self::Source, &["source", "howweknow", "ប្រភព"]),
        (Self::Tactic, &["tactic", "how", "យុទ្ធវិធី", "វិធី"]),
        (Self::Audience, &["audience", "forwhom", "អ្នកទទួល", "សម្រាប់អ្នកណា"]),
        (Self::Sought, &["changesought", "whatitseeks", "ការផ្លាស់ប្តូរដែលចង់បាន"]),
    ];
}

/// A day as people write it in tables: year first, or day first; Khmer figures too.
fn day(text: &str) -> Option<NaiveDate> {
    let latin: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '\u{17e0}'..='\u{17e9}' => char::from_digit(u32::from(c) - 0x17e0, 10).unwrap_or(c),
            '/' | '.' => '-',
            other => other,
        })
        .collect();
    let parts: Vec<i32> = latin.split('-').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = parts[..] else { return None };
    let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

const KINDS: [(WorkKind, &[&str]); 4] = [
    (WorkKind::Task, &["task", "កិច្ចការ"]),
    (WorkKind::Activity, &["activity", "សកម្មភាព"]),
    (WorkKind::Milestone, &["milestone", "ចំណុចសំខាន់", "ព្រឹត្តិការណ៍សំខាន់"]),
    (WorkKind::Window, &["window", "policywindow", "បង្អួចគោលនយោបាយ"]),
];

const STATES: [(WorkStatus, &[&str]); 4] = [
    (WorkStatus::Todo, &["todo", "ត្រូវធ្វើ"]),
    (WorkStatus::Doing, &["doing", "beingdone", "inprogress", "កំពុងធ្វើ"]),
    (WorkStatus::Done, &["done", "រួចរាល់"]),
    (WorkStatus::Dropped, &["dropped", "givenup", "បានបោះបង់"]),
];

const AUDIENCES: [(&str, &[&str]); 3] = [
    ("public", &["public", "thepublic", "សាធារណជន"]),
    ("influencer", &["influencer", "influencers", "thosewhohaveinfluence", "អ្នកមានឥទ្ធិពល"]),
    ("decision_maker", &["decisionmaker", "decisionmakers", "thosewhodecide", "អ្នកសម្រេចចិត្ត"]),
];

const SOUGHT: [(&str, &[&str]); 3] = [
    ("awareness", &["awareness", "thattheyknow", "ការយល់ដឹង", "ឱ្យពួកគេដឹង"]),
    ("will", &["will", "thattheywantto", "ឆន្ទៈ", "ឱ្យពួកគេចង់"]),
    ("action", &["action", "thattheyact", "សកម្មភាព", "ឱ្យពួកគេធ្វើ"]),
];

/// The network's tactics by their codes and labels, folded.
async fn tactics(pool: &Pool) -> Result<HashMap<String, String>> {
    let terms = terms::store::list(pool, Taxonomy::Tactic).await?;
    let named = terms.into_iter().filter(|term| term.active).flat_map(|term| {
        [&term.code, &term.label.en, &term.label.km].map(|name| (sheet::fold(name), term.code.clone()))
    });
    Ok(named.filter(|(name, _)| !name.is_empty()).collect())
}

fn read(
    (lists, tactics): (&Lists, &HashMap<String, String>),
    columns: &BTreeMap<Field, usize>,
    cells: &[String],
) -> (WorkKind, WorkDraft, Vec<Violation>) {
    let cell = |field: Field| columns.get(&field).and_then(|at| cells.get(*at)).map_or("", String::as_str).trim();
    let mut violations = Vec::new();
    let mut wrong = |field: &str, message: Message| violations.push(Violation { field: field.to_owned(), message });
    let kind = match cell(Field::Kind) {
        "" => WorkKind::Task,
        text => among(text, &KINDS).unwrap_or_else(|| {
            wrong("kind", Message::WordUnknown);
            WorkKind::Task
        }),
    };
    let status = match cell(Field::Status) {
        "" => WorkStatus::Todo,
        text => among(text, &STATES).unwrap_or_else(|| {
            wrong("status", Message::WordUnknown);
            WorkStatus::Todo
        }),
    };
    let mut dated = |field: Field, name: &str| match cell(field) {
        "" => None,
        text => {
            let found = day(text);
            if found.is_none() {
                wrong(name, Message::NotADay);
            }
            found
        }
    };
    let (starts_on, due_on) = (dated(Field::From, "startsOn"), dated(Field::To, "dueOn"));
    let organisation = match cell(Field::Organisation) {
        "" => None,
        text => {
            let found = lists.organisations.get(&sheet::fold(text)).copied();
            if found.is_none() {
                wrong("organisation", Message::NotInCampaign);
            }
            found
        }
    };
    let at = match cell(Field::Place) {
        "" => None,
        text => {
            let found = lists.places.get(&sheet::fold(text)).and_then(|(_, meant)| meant.clone());
            if found.is_none() {
                wrong("at", Message::PlaceUnknown);
            }
            found
        }
    };
    let tactic = match cell(Field::Tactic) {
        "" => String::new(),
        text => tactics.get(&sheet::fold(text)).cloned().unwrap_or_else(|| {
            wrong("tactic", Message::TermUnknown);
            String::new()
        }),
    };
    let mut word = |field: Field, name: &str, words: &[(&'static str, &[&str])]| match cell(field) {
        "" => String::new(),
        text => among(text, words).map_or_else(
            || {
                wrong(name, Message::WordUnknown);
                String::new()
            },
            str::to_owned,
        ),
    };
    let (audience, change_sought) =
        (word(Field::Audience, "audience", &AUDIENCES), word(Field::Sought, "changeSought", &SOUGHT));
    let draft = WorkDraft {
        title: LText::new(cell(Field::TitleEn), cell(Field::TitleKm)),
        note: cell(Field::Note).to_owned(),
        source: cell(Field::Source).to_owned(),
        starts_on,
        due_on,
        organisation,
        person: None,
        at,
        tactic,
        change_sought,
        audience,
        budget_line: None,
        window: None,
        status,
    };
    (kind, draft, violations)
}

/// Reads a table of work, row by row, and says what stands against each; with `take` everything is brought in, or nothing.
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
    if !columns.contains_key(&Field::TitleEn) && !columns.contains_key(&Field::TitleKm) {
        return Err(Error::invalid("table", Message::NoTitleColumn));
    }
    let mut tx = pool.begin().await?;
    let (campaign, deed) = service::planned::<EditCampaign>(&mut tx, actor, id).await?;
    let (lists, tactics) = (lists(pool, actor, &campaign).await?, tactics(pool).await?);
    let room = work::MOST - store::count(&mut tx, id).await?;
    if i64::try_from(rows.len()).unwrap_or(i64::MAX) > room {
        return Err(Error::invalid("table", Message::OutOfRange));
    }
    let mut place = store::last_place(&mut tx, id, WorkStatus::Todo).await?;
    let mut lines = Vec::new();
    let mut taken = Vec::new();
    for (line, cells) in (2..).zip(&rows) {
        let (kind, draft, mut violations) = read((&lists, &tactics), &columns, cells);
        place += 1.0;
        let mut piece = Work { kind, place, ..super::beginnings::blank(env, id) };
        match work::fill(&mut tx, env, &campaign, &mut piece, draft.clone()).await {
            Ok(()) => {}
            Err(Error::Invalid(found)) => violations.extend(found),
            Err(error) => return Err(error),
        }
        lines.push(Line { line, kind, draft, violations });
        taken.push(piece);
    }
    if !take {
        return Ok(lines);
    }
    if lines.iter().any(|line| !line.violations.is_empty()) {
        return Err(Error::invalid("table", Message::RowsWrong));
    }
    for piece in taken {
        store::insert(&mut tx, env, &piece).await?;
        history::note(&mut tx, env, deed, id, (piece.kind.as_str(), piece.id.0), (None, Some(&piece))).await?;
    }
    service::announce(&mut tx, env, deed, &campaign, "campaign.work_changed").await?;
    tx.commit().await?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let july = NaiveDate::from_ymd_opt(2026, 7, 1);
        for text in ["2026-07-01", "2026/7/1", "1/7/2026", "01.07.2026", "១/៧/២០២៦", " 1-7-2026 "] {
            assert_eq!(day(text), july, "{text}");
        }
        for wrong in ["", "soon", "2026-13-01", "31/2/2026", "2026-07"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn heads_and_words_are_known_in_both_languages_and_none_means_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, words) in Field::ALL {
            for word in words {
                assert_eq!(sheet::fold(word), *word, "it is folded");
                assert!(seen.insert(*word), "{word} means two things");
            }
        }
        assert_eq!(among("To do", &STATES), Some(WorkStatus::Todo));
        assert_eq!(among("កិច្ចការ", &KINDS), Some(WorkKind::Task));
        assert_eq!(among("something", &KINDS), None);
    }
}
