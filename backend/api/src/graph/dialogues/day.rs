//! The agenda of a dialogue, and who was there.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, Duration, Utc};
use sala_domain::dialogues::{
    self,
    agenda::{self, AgendaDraft, Speaker},
    day::{self, Mark, Turnout},
};
use sala_kernel::DialogueId;

use super::DialoguePayload;
use crate::graph::{
    context::Ctx as _,
    people::Sex,
    rows::{Plain, leaf},
    scalars::{Text, TextInput, id, maybe_id},
};

/// What kind of item of an agenda it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "agenda::AgendaKind")]
pub enum AgendaKind {
    /// Opening.
    Opening,
    /// Panel.
    Panel,
    /// Presentation.
    Presentation,
    /// Work in groups.
    GroupWork,
    /// All together.
    Plenary,
    /// Each side for itself.
    Caucus,
    /// Closing.
    Closing,
}

/// What somebody does in an item of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "agenda::SpeakerRole")]
pub enum SpeakerRole {
    /// Speaks.
    Speaker,
    /// Moderates.
    Moderator,
    /// Responds.
    Respondent,
}

/// How old somebody is, as far as it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "day::AgeBand")]
pub enum AgeBand {
    /// Below 15.
    Under15,
    /// Between 15 and 30: youth.
    Youth,
    /// Between 31 and 59.
    Adult,
    /// 60 and more.
    Elder,
    /// Not known.
    Unknown,
}

/// What somebody says of themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "day::YesNo")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known.
    Unknown,
}

/// How far somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "day::Presence")]
pub enum Presence {
    /// There.
    Full,
    /// For a part of it.
    Part,
    /// Online.
    Online,
    /// Not there: takes a mark back.
    Absent,
}

/// Who is to speak to an item of an agenda.
#[derive(Debug, SimpleObject)]
pub struct AgendaSpeaker {
    /// Who.
    name: String,
    /// As what.
    role: SpeakerRole,
    /// As far as known.
    sex: Sex,
}

/// An item of the agenda of a dialogue.
#[derive(Debug, SimpleObject)]
pub struct AgendaItem {
    /// Its id.
    id: ID,
    /// What kind it is.
    kind: AgendaKind,
    /// When it begins, as the items before it take their time.
    starts_at: DateTime<Utc>,
    /// How long it takes, in minutes.
    minutes: i32,
    /// What it is called.
    title: Text,
    /// Who is to speak; under a protective rule for the team alone, else empty.
    speakers: Vec<AgendaSpeaker>,
    /// All who speak on it are of one sex.
    one_sided: bool,
    /// Why that is so; for the team, else empty.
    reason: String,
}

/// An agenda for somebody who may be told names, or not, and reasons, or not.
pub(super) fn told(
    d: &dialogues::Dialogue,
    items: Vec<agenda::AgendaItem>,
    (names, inside): (bool, bool),
) -> Vec<AgendaItem> {
    let mut at = d.is.starts_at;
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        let starts_at = at;
        at += Duration::minutes(i64::from(item.minutes));
        let one_sided = item.is_one_sided();
        let speakers = item.speakers.into_iter().filter(|_| names);
        all.push(AgendaItem {
            id: item.id.to_string().into(),
            kind: item.kind.into(),
            starts_at,
            minutes: item.minutes,
            title: item.title.into(),
            speakers: speakers
                .map(|s| AgendaSpeaker { name: s.name, role: s.role.into(), sex: s.sex.into() })
                .collect(),
            one_sided: one_sided && inside,
            reason: if inside { item.reason } else { String::new() },
        });
    }
    all
}

/// Somebody who was marked on the day, or so many of a paper list. For the team alone. What somebody says of a disability or of
/// being indigenous is told as a total alone.
#[derive(Debug)]
pub struct DialogueAttendance(pub day::Attendance);

impl From<day::Attendance> for DialogueAttendance {
    fn from(a: day::Attendance) -> Self {
        Self(a)
    }
}

impl Plain for DialogueAttendance {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "name" => leaf(self.0.name.as_str()),
            "constituency" => leaf(self.0.constituency.as_str()),
            "people" => leaf(self.0.people),
            _ => None,
        }
    }
}

/// Somebody who was marked on the day, or so many of a paper list. For the team alone. What somebody says of a disability or of
/// being indigenous is told as a total alone.
#[Object]
impl DialogueAttendance {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Whose invitation; null for who came without.
    async fn invitation(&self) -> Option<ID> {
        self.0.invitation.map(|i| i.to_string().into())
    }

    /// Who came without an invitation, or nothing.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Of which group: a code of the list of constituencies.
    async fn constituency(&self) -> &str {
        &self.0.constituency
    }

    /// As far as known.
    async fn sex(&self) -> Sex {
        self.0.sex.into()
    }

    /// As far as known.
    async fn age(&self) -> AgeBand {
        self.0.age.into()
    }

    /// How far they were there.
    async fn presence(&self) -> Presence {
        self.0.presence.into()
    }

    /// So many people: more than one of a paper list alone.
    async fn people(&self) -> i32 {
        self.0.people
    }

    /// When it was marked.
    async fn marked_at(&self) -> DateTime<Utc> {
        self.0.marked_at
    }
}

/// How many of a group were there, counted; outside the team small figures are null, and what would give them away.
#[derive(Debug, SimpleObject)]
pub struct DialogueTurnout {
    /// Which: a code of the list of constituencies; empty for all together.
    constituency: String,
    /// So many seats were for it.
    seats: i32,
    /// The share of women that was wanted, in percent.
    women_pct: Option<i32>,
    /// So many were there.
    total: Option<i32>,
    /// Female, male, other, not said; outside the team of all together alone.
    sexes: Vec<Option<i32>>,
    /// Below 15, 15 to 30, 31 to 59, 60 and more, not known; outside the team of all together alone.
    ages: Vec<Option<i32>>,
    /// With a disability: yes, no, not known; outside the team of all together alone.
    disability: Vec<Option<i32>>,
    /// Indigenous: yes, no, not known; outside the team of all together alone.
    indigenous: Vec<Option<i32>>,
    /// So many of these came without an invitation; for the team, else null.
    walk_ins: Option<i32>,
}

impl From<Turnout> for DialogueTurnout {
    fn from(t: Turnout) -> Self {
        let all = |cells: &[i32]| cells.iter().map(|n| Some(*n)).collect();
        Self {
            constituency: t.constituency,
            seats: t.seats,
            women_pct: t.women_pct,
            total: Some(t.total),
            sexes: all(&t.sexes),
            ages: all(&t.ages),
            disability: all(&t.disability),
            indigenous: all(&t.indigenous),
            walk_ins: Some(t.walk_ins),
        }
    }
}

impl From<day::ToldOutside> for DialogueTurnout {
    fn from(t: day::ToldOutside) -> Self {
        Self {
            constituency: t.constituency,
            seats: t.seats,
            women_pct: t.women_pct,
            total: t.total,
            sexes: t.sexes,
            ages: t.ages,
            disability: t.disability,
            indigenous: t.indigenous,
            walk_ins: None,
        }
    }
}

/// Who is to speak.
#[derive(Debug, InputObject)]
pub struct AgendaSpeakerInput {
    /// Who.
    name: String,
    /// As what.
    role: SpeakerRole,
    /// As far as known.
    sex: Option<Sex>,
}

/// What an item of an agenda is to be.
#[derive(Debug, InputObject)]
pub struct AgendaItemInput {
    /// The item that it changes; left out for a new one.
    id: Option<ID>,
    /// What kind it is.
    kind: AgendaKind,
    /// How long it takes, in minutes, 1 to 1,440.
    minutes: i32,
    /// What it is called; one language is enough.
    title: TextInput,
    /// Who is to speak, at most 20.
    #[graphql(default)]
    speakers: Vec<AgendaSpeakerInput>,
    /// Why a panel is of one sex; asked where it is.
    #[graphql(default)]
    reason: String,
}

/// A mark made at the door.
#[derive(Debug, InputObject)]
pub struct AttendanceInput {
    /// Its id, chosen by the device: `attendance:` and a UUID. Sent twice it counts once.
    id: ID,
    /// Whose invitation; left out for who came without.
    invitation: Option<ID>,
    /// Who came without, or nothing.
    #[graphql(default)]
    name: String,
    /// Of which group; of somebody invited, that of the invitation.
    #[graphql(default)]
    constituency: String,
    /// As far as known; of somebody invited, what the invitation says where this is left out.
    sex: Option<Sex>,
    /// As far as known.
    age: Option<AgeBand>,
    /// With a disability, as they say of themselves.
    disability: Option<YesNo>,
    /// Indigenous, as they say of themselves.
    indigenous: Option<YesNo>,
    /// How far they were there.
    presence: Presence,
    /// So many people: more than one of a paper list alone.
    #[graphql(default = 1)]
    people: i32,
    /// When it was marked, by the clock of the device: of two marks of one person the later holds.
    at: DateTime<Utc>,
}

impl AttendanceInput {
    fn mark(self) -> Result<Mark> {
        Ok(Mark {
            id: id(&self.id)?,
            invitation: maybe_id(self.invitation.as_ref())?,
            name: self.name,
            constituency: self.constituency,
            sex: self.sex.map(Into::into),
            age: self.age.unwrap_or(AgeBand::Unknown).into(),
            disability: self.disability.map(Into::into),
            indigenous: self.indigenous.map(Into::into),
            presence: self.presence.into(),
            people: self.people,
            at: self.at,
        })
    }
}

/// The agenda of dialogues, and who is there.
#[derive(Debug, Default)]
pub struct DialogueDayMutation;

#[Object]
impl DialogueDayMutation {
    /// Sets the agenda of a dialogue, in its order: it fits between beginning and end, and a panel of one sex has its reason.
    async fn set_agenda(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "All items, at most 50; what is left out goes.")] items: Vec<AgendaItemInput>,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let drafts: Result<Vec<AgendaDraft>> = items
            .into_iter()
            .map(|item| {
                let speakers = item.speakers.into_iter().map(|s| Speaker {
                    name: s.name,
                    role: s.role.into(),
                    sex: s.sex.unwrap_or(Sex::Undisclosed).into(),
                });
                Ok(AgendaDraft {
                    id: maybe_id(item.id.as_ref())?,
                    kind: item.kind.into(),
                    minutes: item.minutes,
                    title: item.title.into(),
                    speakers: speakers.collect(),
                    reason: item.reason,
                })
            })
            .collect();
        DialoguePayload::of(agenda::set(&services.pool, &services.env, ctx.actor(), (which, version), drafts?).await)
    }

    /// Writes down who is there, all marks or none, at most 500. A mark known already changes nothing, so a device may send its
    /// marks again until it hears that they arrived.
    async fn record_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "The marks.")] marks: Vec<AttendanceInput>,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let marks: Result<Vec<Mark>> = marks.into_iter().map(AttendanceInput::mark).collect();
        DialoguePayload::of(day::record(&services.pool, &services.env, ctx.actor(), which, &marks?).await)
    }
}
