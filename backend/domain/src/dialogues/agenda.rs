//! What happens when: the agenda of a dialogue.

use sala_kernel::{AgendaId, DialogueId, Env, Error, LText, Message, Pool, Result};

use super::{
    Dialogue, day_store,
    service::{finish, held},
};
use crate::{
    access::{Actor, acts::EditCampaign},
    people::Sex,
    text::Check,
};

sala_kernel::db_enum! {
    /// What kind of item of an agenda it is.
    pub enum AgendaKind as "agenda_kind" {
        /// Opening.
        Opening = "opening",
        /// Panel.
        Panel = "panel",
        /// Presentation.
        Presentation = "presentation",
        /// Work in groups.
        GroupWork = "group_work",
        /// All together.
        Plenary = "plenary",
        /// Each side for itself.
        Caucus = "caucus",
        /// Closing.
        Closing = "closing",
    }
}

sala_kernel::db_enum! {
    /// What somebody does in an item of an agenda.
    pub enum SpeakerRole as "speaker_role" {
        /// Speaks.
        Speaker = "speaker",
        /// Moderates.
        Moderator = "moderator",
        /// Responds.
        Respondent = "respondent",
    }
}

/// Who is to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub name: String,
    /// As what.
    pub role: SpeakerRole,
    /// As far as known.
    pub sex: Sex,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaId,
    /// What kind it is.
    pub kind: AgendaKind,
    /// How long it takes.
    pub minutes: i32,
    /// What it is called.
    pub title: LText,
    /// Who is to speak.
    pub speakers: Vec<Speaker>,
    /// Why a panel is of one sex.
    pub reason: String,
}

impl AgendaItem {
    /// All who speak on a panel are of one sex; whoever moderates does not make up for it.
    pub fn is_one_sided(&self) -> bool {
        let mut sexes = self.speakers.iter().filter(|s| s.role != SpeakerRole::Moderator).map(|s| s.sex);
        let Some(first) = sexes.next().filter(|_| self.kind == AgendaKind::Panel) else { return false };
        let rest: Vec<Sex> = sexes.collect();
        first != Sex::Undisclosed && !rest.is_empty() && rest.iter().all(|sex| *sex == first)
    }
}

/// What an item of an agenda is to be.
#[derive(Debug, Clone)]
pub struct AgendaDraft {
    /// The item that it changes; nothing for a new one.
    pub id: Option<AgendaId>,
    /// What kind it is.
    pub kind: AgendaKind,
    /// How long it takes.
    pub minutes: i32,
    /// What it is called; one language is enough.
    pub title: LText,
    /// Who is to speak.
    pub speakers: Vec<Speaker>,
    /// Why a panel is of one sex.
    pub reason: String,
}

/// The most items of an agenda, and the most people who speak to one.
const MOST: (usize, usize) = (50, 20);

fn filled(env: &Env, was: &[AgendaItem], drafts: Vec<AgendaDraft>, found: &mut Check) -> Vec<AgendaItem> {
    let mut all: Vec<AgendaItem> = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        let field = |name: &str| format!("agenda.{at}.{name}");
        let title = LText::new(
            found.line(&field("title.en"), &draft.title.en, 200),
            found.line(&field("title.km"), &draft.title.km, 200),
        );
        if title.is_empty() {
            found.fail(field("title"), Message::NameRequired);
        }
        if !(1..=1440).contains(&draft.minutes) || draft.speakers.len() > MOST.1 {
            found.fail(field("minutes"), Message::OutOfRange);
        }
        let mut speakers = Vec::with_capacity(draft.speakers.len());
        for (n, speaker) in draft.speakers.into_iter().enumerate() {
            let name = found.line(&format!("agenda.{at}.speakers.{n}.name"), &speaker.name, 200);
            if name.is_empty() {
                found.fail(format!("agenda.{at}.speakers.{n}.name"), Message::NameRequired);
            }
            speakers.push(Speaker { name, ..speaker });
        }
        let known = draft.id.filter(|id| was.iter().any(|i| i.id == *id) && all.iter().all(|i| i.id != *id));
        if draft.id.is_some() && known.is_none() {
            found.fail(field("id"), Message::IdUnknown);
        }
        let item = AgendaItem {
            id: known.unwrap_or_else(|| AgendaId::fresh(env)),
            kind: draft.kind,
            minutes: draft.minutes,
            title,
            speakers,
            reason: found.line(&field("reason"), &draft.reason, 500),
        };
        if item.is_one_sided() && item.reason.is_empty() {
            found.fail(field("reason"), Message::PanelOfOneSex);
        }
        all.push(item);
    }
    all
}

/// Whether so many minutes fit between its beginning and its end.
pub(super) fn fits(d: &Dialogue, items: &[AgendaItem]) -> bool {
    let wanted: i64 = items.iter().map(|i| i64::from(i.minutes)).sum();
    wanted <= (d.is.ends_at - d.is.starts_at).num_minutes()
}

/// Sets the agenda of a dialogue, in its order; what is no longer in it goes.
pub async fn set(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (DialogueId, i32),
    drafts: Vec<AgendaDraft>,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if d.version != version {
        return Err(Error::Conflict);
    }
    let was: Vec<AgendaItem> = day_store::agenda(&mut *tx, &[id.0]).await?.into_iter().map(|(_, item)| item).collect();
    let mut found = Check::new();
    if drafts.len() > MOST.0 {
        found.fail("agenda", Message::OutOfRange);
    }
    let items = filled(env, &was, drafts, &mut found);
    if !fits(&d, &items) {
        found.fail("agenda", Message::AgendaTooLong);
    }
    found.finish()?;
    day_store::put_agenda(&mut tx, id, &items).await?;
    let d = finish(&mut tx, env, deed, &d, "dialogue.edited").await?;
    tx.commit().await?;
    Ok(d)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn panel(speakers: &[(SpeakerRole, Sex)]) -> AgendaItem {
        AgendaItem {
            id: AgendaId(Uuid::nil()),
            kind: AgendaKind::Panel,
            minutes: 60,
            title: LText::new("Panel", ""),
            speakers: speakers.iter().map(|(role, sex)| Speaker { name: "S".into(), role: *role, sex: *sex }).collect(),
            reason: String::new(),
        }
    }

    #[test]
    fn j6_6_a_panel_of_four_men_is_one_sided_whoever_moderates_it() {
        use Sex::{Female, Male, Undisclosed};
        use SpeakerRole::{Moderator, Respondent, Speaker};
        let men = [(Speaker, Male); 4];
        assert!(panel(&men).is_one_sided());
        assert!(panel(&[(Moderator, Female), (Speaker, Male), (Respondent, Male)]).is_one_sided());
        assert!(panel(&[(Speaker, Female); 2]).is_one_sided());
        assert!(!panel(&[(Speaker, Male), (Respondent, Female)]).is_one_sided());
        assert!(!panel(&[(Speaker, Male)]).is_one_sided(), "one alone is no panel");
        assert!(!panel(&[(Speaker, Undisclosed); 3]).is_one_sided(), "nobody knows");
        let plenary = AgendaItem { kind: AgendaKind::Plenary, ..panel(&men) };
        assert!(!plenary.is_one_sided());
    }
}
