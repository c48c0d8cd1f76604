//! What somebody sees and does who opens the link of an invitation.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::dialogues::{
    self, DialogueState as State, InvitationState as Stands, Mode, guests, minutes::Marks, retention,
};

use super::{
    DialogueKind, DialogueMode, InvitationNeeds, InvitationState,
    changes::ReplyInput,
    minutes::{CorrectionState, MinutesPoint},
};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    scalars::{Text, maybe_id},
    stakeholders::Attribution,
    viewer::DonePayload,
};

/// What somebody has said about the minutes themselves, and what became of it.
#[derive(Debug, SimpleObject)]
pub struct OwnCorrection {
    /// About which point; null for all of them.
    point: Option<ID>,
    /// What.
    text: String,
    /// What became of it.
    state: CorrectionState,
    /// What was answered.
    response: String,
}

/// Minutes for somebody who was there.
#[derive(Debug, SimpleObject)]
pub struct OwnMinutes {
    /// Until when they can be corrected: at this instant no more.
    corrections_until: Option<DateTime<Utc>>,
    /// They can be corrected now.
    hears: bool,
    /// What was said, in the order of the agenda.
    points: Vec<MinutesPoint>,
    /// What they have said about these.
    corrections: Vec<OwnCorrection>,
}

/// How somebody found a dialogue.
#[derive(Debug, InputObject)]
pub struct FeedbackInput {
    /// It was useful, 1 to 5.
    useful: i32,
    /// One felt safe to speak, 1 to 5.
    safe: i32,
    /// One was heard, 1 to 5.
    heard: i32,
    /// What else, or nothing; at most 1,000 characters.
    #[graphql(default)]
    comment: String,
}

/// An invitee's own page: nothing of anybody else.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "what the place offers, and what the page may do")]
pub struct OwnInvitation {
    /// Who is invited.
    name: Text,
    /// An institution, which is asked to name somebody.
    institution: bool,
    /// The number on the letter.
    number: i32,
    /// Which network invites.
    network: Text,
    /// To what.
    title: Text,
    /// What kind of dialogue it is.
    kind: DialogueKind,
    /// What is to come of it.
    objectives: Text,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// How people meet.
    mode: DialogueMode,
    /// Where.
    venue: Text,
    /// In which place.
    place: Option<Text>,
    /// One gets in without steps.
    step_free: bool,
    /// Somebody signs.
    sign_language: bool,
    /// There is large print in Khmer.
    large_print: bool,
    /// Into which languages one interprets; empty for none.
    interpretation: String,
    /// Where one joins online; empty until they have said that they come.
    online_link: String,
    /// A telephone number of the organisers.
    contact: String,
    /// How far what is said may be passed on.
    attribution: Attribution,
    /// Until when one answers: at this instant no more.
    rsvp_by: Option<DateTime<Utc>>,
    /// It was called off.
    called_off: bool,
    /// Answers count now.
    open: bool,
    /// Where the invitation stands.
    state: InvitationState,
    /// Their place among those of their group who wait, from 1; null where they do not wait.
    waiting: Option<usize>,
    /// Whom they send.
    deputy: Option<Text>,
    /// What they need.
    needs: InvitationNeeds,
    /// What else they said.
    note: String,
    /// It took place.
    held: bool,
    /// The minutes, once they are circulated, for who was there.
    minutes: Option<OwnMinutes>,
    /// They were there, and are asked how they found it.
    asked: bool,
}

impl OwnInvitation {
    fn told(own: guests::OwnPage, now: DateTime<Utc>) -> Self {
        let minutes = own.minutes.map(|(minutes, points, own)| OwnMinutes {
            corrections_until: minutes.corrections_until,
            hears: minutes.hears(now),
            points: points.into_iter().map(Into::into).collect(),
            corrections: own
                .into_iter()
                .map(|c| OwnCorrection {
                    point: c.point.map(|p| p.to_string().into()),
                    text: c.text,
                    state: c.state.into(),
                    response: c.response,
                })
                .collect(),
        });
        let dialogues::Dialogue { is, state, .. } = own.dialogue;
        let comes = own.invitation.state == Stands::Accepted && is.mode != Mode::InPerson;
        Self {
            name: own.invitation.name.into(),
            institution: own.invitation.institution,
            number: own.invitation.number,
            network: own.network.into(),
            title: is.title.into(),
            kind: is.kind.into(),
            objectives: is.objectives.into(),
            starts_at: is.starts_at,
            ends_at: is.ends_at,
            mode: is.mode.into(),
            venue: is.venue.into(),
            place: own.place.map(|place| place.name.into()),
            step_free: is.step_free,
            sign_language: is.sign_language,
            large_print: is.large_print,
            interpretation: is.interpretation,
            online_link: if comes { is.online_link } else { String::new() },
            contact: is.contact,
            attribution: is.attribution.into(),
            rsvp_by: is.rsvp_by,
            called_off: state == State::Cancelled,
            open: own.open,
            state: own.invitation.state.into(),
            waiting: own.waiting,
            deputy: own.deputy.map(Into::into),
            needs: own.invitation.needs.into(),
            note: own.invitation.note,
            held: state.was_held(),
            minutes,
            asked: own.asked,
        }
    }
}

payload! {
    /// What came of opening the link of an invitation, or of answering it.
    OwnInvitationPayload {
        /// The invitee's own page.
        invitation: OwnInvitation
    }
}

/// Answering an invitation without an account.
#[derive(Debug, Default)]
pub struct InviteeMutation;

#[Object]
impl InviteeMutation {
    /// Shows an invitee their own page; the link stays as it is. A mutation so that the secret is never in an address.
    async fn read_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<OwnInvitationPayload> {
        let services = ctx.services();
        let work = guests::read(&services.pool, &services.env, &link);
        let found = services.accounts().by_link(&ctx.request().origin, &link, work).await;
        OwnInvitationPayload::of(found.map(|own| OwnInvitation::told(own, services.env.now())))
    }

    /// Whoever was there says something about circulated minutes, by their link, within the time.
    async fn correct_by_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
        #[graphql(desc = "About which point; left out for all of them.")] point: Option<ID>,
        #[graphql(desc = "What; at most 2,000 characters.")] text: String,
    ) -> Result<OwnInvitationPayload> {
        let (services, point) = (ctx.services(), maybe_id(point.as_ref())?);
        let work = guests::correct(&services.pool, &services.env, &link, (point, &text));
        let found = services.accounts().by_link(&ctx.request().origin, &link, work).await;
        OwnInvitationPayload::of(found.map(|own| OwnInvitation::told(own, services.env.now())))
    }

    /// Whoever was there says how they found it, by their link, once. Nothing is kept that tells who it was.
    async fn find_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
        #[graphql(desc = "How they found it.")] input: FeedbackInput,
    ) -> Result<OwnInvitationPayload> {
        let services = ctx.services();
        let marks = Marks { useful: input.useful, safe: input.safe, heard: input.heard, comment: input.comment };
        let work = guests::find(&services.pool, &services.env, &link, &marks);
        let found = services.accounts().by_link(&ctx.request().origin, &link, work).await;
        OwnInvitationPayload::of(found.map(|own| OwnInvitation::told(own, services.env.now())))
    }

    /// Whoever has a link asks to be forgotten: name, addresses, notes, letters and the link itself go at once, and the counts stay.
    /// Only of a dialogue that was held or called off, or to which they do not come.
    async fn forget_me(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<DonePayload> {
        let services = ctx.services();
        let work = retention::forget_me(&services.pool, &services.env, &link);
        DonePayload::of(services.accounts().by_link(&ctx.request().origin, &link, work).await)
    }

    /// Answers an invitation by its link, as often as one likes until the date.
    async fn answer_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
        #[graphql(desc = "The answer.")] input: ReplyInput,
    ) -> Result<OwnInvitationPayload> {
        let services = ctx.services();
        let url = &services.settings.public_url;
        let reply = input.into();
        let work = guests::answer(&services.pool, &services.env, &link, &reply, url);
        let found = services.accounts().by_link(&ctx.request().origin, &link, work).await;
        OwnInvitationPayload::of(found.map(|own| OwnInvitation::told(own, services.env.now())))
    }
}
