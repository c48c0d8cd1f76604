//! Minutes of a dialogue, corrections of those who were there, and how they found it.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::dialogues::minutes::{self, CorrectionDraft, PointDraft};
use sala_kernel::{CorrectionId, DialogueId, PointId};

use super::{Dialogue, DialoguePayload, InvitationChannel};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    scalars::{Text, TextInput, id, maybe_id},
};

/// How far minutes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "minutes::MinutesState", name = "DialogueMinutesState")]
pub enum MinutesState {
    /// Being written.
    Draft,
    /// Those who were there are asked whether it was so.
    Circulated,
    /// Whoever presides has approved them.
    Approved,
    /// Told to everybody who may know the dialogue.
    Published,
}

/// What became of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "minutes::CorrectionState", name = "MinutesCorrectionState")]
pub enum CorrectionState {
    /// Not answered.
    Open,
    /// Taken in.
    Accepted,
    /// Not taken in, for a reason.
    Declined,
}

/// A point of minutes.
#[derive(Debug, SimpleObject)]
pub struct MinutesPoint {
    /// Its id.
    pub(super) id: ID,
    /// To which item of the agenda it belongs.
    pub(super) agenda: Option<ID>,
    /// What was said.
    pub(super) text: Text,
    /// Who said it; always empty under a protective rule.
    pub(super) speaker: String,
    /// Counts its changes; pass it back when changing it.
    pub(super) version: i32,
}

impl From<minutes::Point> for MinutesPoint {
    fn from(p: minutes::Point) -> Self {
        Self {
            id: p.id.to_string().into(),
            agenda: p.agenda.map(|a| a.to_string().into()),
            text: p.text.into(),
            speaker: p.speaker,
            version: p.version,
        }
    }
}

/// What somebody who was there says about the minutes. For the team alone.
#[derive(Debug, SimpleObject)]
pub struct MinutesCorrection {
    /// Its id.
    id: ID,
    /// About which point; null for all of them.
    point: Option<ID>,
    /// Who.
    author: String,
    /// How it came.
    via: InvitationChannel,
    /// What.
    text: String,
    /// What became of it.
    state: CorrectionState,
    /// What was answered.
    response: String,
    /// When it came.
    recorded_at: DateTime<Utc>,
}

impl From<minutes::Correction> for MinutesCorrection {
    fn from(c: minutes::Correction) -> Self {
        Self {
            id: c.id.to_string().into(),
            point: c.point.map(|p| p.to_string().into()),
            author: c.author,
            via: c.via.into(),
            text: c.text,
            state: c.state.into(),
            response: c.response,
            recorded_at: c.recorded_at,
        }
    }
}

/// Minutes of a dialogue.
#[derive(Debug, SimpleObject)]
pub struct DialogueMinutes {
    /// How far they are.
    state: MinutesState,
    /// Since when those who were there can correct them.
    circulated_at: Option<DateTime<Utc>>,
    /// Until when: at this instant no more.
    corrections_until: Option<DateTime<Utc>>,
    /// Corrections by link count now.
    hears: bool,
    /// Who has approved them; for the team, else empty.
    approved_by: String,
    /// When.
    approved_at: Option<DateTime<Utc>>,
    /// What was said, in the order of the agenda.
    points: Vec<MinutesPoint>,
    /// What those who were there say; for the team, else empty.
    corrections: Vec<MinutesCorrection>,
    /// Counts their changes; pass it back when moving them on.
    version: i32,
}

/// Minutes for somebody of the team, or not.
pub(super) fn told(
    kept: minutes::Minutes,
    (points, corrections): (Vec<minutes::Point>, Vec<minutes::Correction>),
    inside: bool,
    now: DateTime<Utc>,
) -> DialogueMinutes {
    DialogueMinutes {
        hears: kept.hears(now),
        state: kept.state.into(),
        circulated_at: kept.circulated_at,
        corrections_until: kept.corrections_until,
        approved_by: if inside { kept.approved_by } else { String::new() },
        approved_at: kept.approved_at,
        points: points.into_iter().map(Into::into).collect(),
        corrections: corrections.into_iter().filter(|_| inside).map(Into::into).collect(),
        version: kept.version,
    }
}

/// How a dialogue was found by those who were there: no name, and nothing before five have answered.
#[derive(Debug, SimpleObject)]
pub struct DialogueFeedback {
    /// So many have answered.
    answers: i32,
    /// It was useful: how often each mark from 1 to 5; empty before five have answered.
    useful: Vec<i32>,
    /// One felt safe to speak: how often each mark from 1 to 5; empty before five have answered.
    safe: Vec<i32>,
    /// One was heard: how often each mark from 1 to 5; empty before five have answered.
    heard: Vec<i32>,
    /// Remarks, in the order of the alphabet; empty before five have answered.
    comments: Vec<String>,
}

impl From<minutes::Feedback> for DialogueFeedback {
    fn from(f: minutes::Feedback) -> Self {
        let answers = f.answers();
        let told = if answers < minutes::FEW { minutes::Feedback::default() } else { f };
        Self { answers, useful: told.useful, safe: told.safe, heard: told.heard, comments: told.comments }
    }
}

/// What a point of minutes is to say.
#[derive(Debug, InputObject)]
pub struct MinutesPointInput {
    /// To which item of the agenda it belongs.
    agenda: Option<ID>,
    /// What was said; one language is enough, at most 4,000 characters in each. Left out of a point that is there, its words stay
    /// as they are written.
    text: Option<TextInput>,
    /// Who said it: on the record alone. Under a protective rule a name is refused.
    #[graphql(default)]
    speaker: String,
}

/// A point that has begun.
#[derive(Debug, SimpleObject)]
pub struct BegunPoint {
    /// Of which dialogue.
    dialogue: Dialogue,
    /// The point's id.
    point: ID,
}

payload! {
    /// What came of beginning a point.
    BegunPointPayload {
        /// The point.
        begun: BegunPoint
    }
}

/// What somebody says about minutes by telephone, letter and so on.
#[derive(Debug, InputObject)]
pub struct MinutesCorrectionInput {
    /// About which point; left out for all of them.
    point: Option<ID>,
    /// Who.
    author: String,
    /// How it came.
    via: InvitationChannel,
    /// What; at most 2,000 characters.
    text: String,
}

/// Writing minutes, having them corrected and approved.
#[derive(Debug, Default)]
pub struct MinutesMutation;

#[Object]
impl MinutesMutation {
    /// Writes a point of minutes down, or changes one.
    async fn write_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "The point that is changed; left out for a new one.")] point: Option<ID>,
        #[graphql(
            desc = "The point as it was read; 0 for a new one. Where its words are left out, others may have written in it since.",
            default
        )]
        version: i32,
        #[graphql(desc = "What it is to say.")] input: MinutesPointInput,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let at = maybe_id::<PointId>(point.as_ref())?.map(|point| (point, version));
        let draft = PointDraft {
            agenda: maybe_id(input.agenda.as_ref())?,
            text: input.text.map(Into::into),
            speaker: input.speaker,
        };
        let of = (services.points(), which);
        DialoguePayload::of(minutes::write(&services.pool, &services.env, ctx.actor(), of, at, &draft).await)
    }

    /// Begins a point of minutes, for several to write in letter by letter: over `/collab/{dialogue}`, by the y-websocket protocol,
    /// in the fragments `en.` and `km.` followed by the point's UUID. A point that says nothing goes when minutes are sent out.
    async fn begin_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "To which item of the agenda it belongs; left out for none.")] agenda: Option<ID>,
    ) -> Result<BegunPointPayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let agenda = maybe_id(agenda.as_ref())?;
        let begun = minutes::begin(&services.pool, &services.env, ctx.actor(), which, agenda).await;
        BegunPointPayload::of(
            begun.map(|(dialogue, point)| BegunPoint { dialogue: dialogue.into(), point: point.to_string().into() }),
        )
    }

    /// Takes a point of minutes out.
    async fn strike_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] point: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<PointId>(&point)?);
        DialoguePayload::of(minutes::strike(&services.pool, &services.env, ctx.actor(), (which, version)).await)
    }

    /// Sends minutes to those who were there and have an address; they can correct them by their link until an instant.
    async fn circulate_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "The minutes as they were read.")] version: i32,
        #[graphql(desc = "Until when they can be corrected: at this instant no more.")] until: DateTime<Utc>,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let (at, url) = ((which, version), &services.settings.public_url);
        DialoguePayload::of(
            minutes::circulate(&services.pool, &services.env, ctx.actor(), services.points(), at, until, url).await,
        )
    }

    /// Writes down what somebody says about circulated minutes otherwise than by their link.
    async fn correct_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "What they say.")] input: MinutesCorrectionInput,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let draft = CorrectionDraft {
            point: maybe_id(input.point.as_ref())?,
            author: input.author,
            via: input.via.into(),
            text: input.text,
        };
        DialoguePayload::of(minutes::correct(&services.pool, &services.env, ctx.actor(), which, &draft).await)
    }

    /// Answers a correction, once: taken in, or not, for a reason.
    async fn answer_correction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] correction: ID,
        #[graphql(desc = "It is taken in.")] accepted: bool,
        #[graphql(desc = "What is answered; at most 1,000 characters.", default)] response: String,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<CorrectionId>(&correction)?);
        let answer = (accepted, response.as_str());
        DialoguePayload::of(minutes::answer(&services.pool, &services.env, ctx.actor(), which, answer).await)
    }

    /// Writes down that whoever presides has approved minutes, once the time for corrections is over and all are answered. What
    /// was promised in the dialogue is confirmed by that; what was only recommended is not.
    async fn approve_dialogue_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "The minutes as they were read.")] version: i32,
        #[graphql(desc = "Who has approved them, and how one knows; at most 300 characters.")] by: String,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let (at, texts) = ((which, version), services.points());
        DialoguePayload::of(minutes::approve(&services.pool, &services.env, ctx.actor(), texts, at, &by).await)
    }

    /// Tells approved minutes to everybody who may know the dialogue; what was off the record stays with the team.
    async fn publish_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "The minutes as they were read.")] version: i32,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        DialoguePayload::of(minutes::publish(&services.pool, &services.env, ctx.actor(), (which, version)).await)
    }
}
