//! Dialogues: what there is to do.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::dialogues::{
    DialogueDraft, InvitationDraft, Needs, Seats, import,
    invitations::{self, Deputy, Reply},
    retention,
    service::{self, Step},
};
use sala_kernel::{DialogueId, InvitationId};

use super::{Dialogue, DialogueKind, DialogueMode, DialoguePurpose, InvitationAnswer, InvitationChannel};
use crate::graph::{
    campaigns::Visibility,
    context::Ctx as _,
    error::{Violation, payload},
    people::{Honorific, Sex},
    scalars::{LanguageCode, Text, TextInput, id, maybe_id},
    stakeholders::Attribution,
};

/// So many seats for a group.
#[derive(Debug, InputObject)]
pub struct DialogueSeatsInput {
    /// Which: a code of the list of constituencies.
    constituency: String,
    /// So many, 1 to 5,000.
    seats: i32,
    /// At least so many are needed.
    #[graphql(default)]
    least: i32,
    /// Of these, women, in percent.
    women_pct: Option<i32>,
    /// Of these, people between 15 and 30, in percent.
    youth_pct: Option<i32>,
    /// When what is not taken goes to whoever waits, of any group.
    release_at: Option<DateTime<Utc>>,
}

/// What a dialogue is to be.
#[derive(Debug, InputObject)]
pub struct DialogueInput {
    /// What it is called; one language is enough.
    title: TextInput,
    /// What kind it is.
    kind: DialogueKind,
    /// What for.
    purpose: DialoguePurpose,
    /// What is to come of it; at most 3,000 characters in each language.
    objectives: Option<TextInput>,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// How people meet.
    mode: DialogueMode,
    /// Where.
    venue: Option<TextInput>,
    /// In which place.
    place: Option<ID>,
    /// One gets in without steps.
    #[graphql(default)]
    step_free: bool,
    /// Somebody signs.
    #[graphql(default)]
    sign_language: bool,
    /// There is large print in Khmer.
    #[graphql(default)]
    large_print: bool,
    /// Into which languages one interprets.
    #[graphql(default)]
    interpretation: String,
    /// Where one joins online: told to invitees who come, and the team.
    #[graphql(default)]
    online_link: String,
    /// Who presides.
    #[graphql(default)]
    chair: String,
    /// Who facilitates.
    #[graphql(default)]
    facilitator: String,
    /// A telephone number of the organisers, told to invitees.
    #[graphql(default)]
    contact: String,
    /// So many fit in, 1 to 5,000.
    capacity: i32,
    /// How far what is said may be passed on.
    attribution: Attribution,
    /// Until when one answers: at this instant no more.
    rsvp_by: Option<DateTime<Utc>>,
    /// Who may know it, as far as they may know its campaign.
    visibility: Visibility,
    /// Seats by group: together no more than fit in.
    seats: Vec<DialogueSeatsInput>,
}

impl DialogueInput {
    fn draft(self) -> Result<DialogueDraft> {
        Ok(DialogueDraft {
            title: self.title.into(),
            kind: self.kind.into(),
            purpose: self.purpose.into(),
            objectives: self.objectives.map(Into::into).unwrap_or_default(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            mode: self.mode.into(),
            venue: self.venue.map(Into::into).unwrap_or_default(),
            place: maybe_id(self.place.as_ref())?,
            step_free: self.step_free,
            sign_language: self.sign_language,
            large_print: self.large_print,
            interpretation: self.interpretation,
            online_link: self.online_link,
            chair: self.chair,
            facilitator: self.facilitator,
            contact: self.contact,
            capacity: self.capacity,
            attribution: self.attribution.into(),
            rsvp_by: self.rsvp_by,
            visibility: self.visibility.into(),
            seats: self
                .seats
                .into_iter()
                .map(|of| Seats {
                    constituency: of.constituency,
                    seats: of.seats,
                    least: of.least,
                    women_pct: of.women_pct,
                    youth_pct: of.youth_pct,
                    release_at: of.release_at,
                    released_at: None,
                })
                .collect(),
        })
    }
}

/// Whom to invite.
#[derive(Debug, InputObject)]
pub struct InviteeInput {
    /// For which group: one that has seats.
    constituency: String,
    /// An institution, which is asked to name somebody.
    #[graphql(default)]
    institution: bool,
    /// Who; one language is enough.
    name: TextInput,
    /// How a letter addresses them.
    honorific: Option<Honorific>,
    /// Their post.
    #[graphql(default)]
    post: String,
    /// Where they work.
    #[graphql(default)]
    organisation: String,
    /// Their e-mail address, or nothing.
    #[graphql(default)]
    email: String,
    /// Their telephone number, or nothing.
    #[graphql(default)]
    phone: String,
    /// In which language one writes to them.
    language: LanguageCode,
    /// As far as known.
    sex: Option<Sex>,
    /// Between 15 and 30; unknown when left out.
    youth: Option<bool>,
}

impl From<InviteeInput> for InvitationDraft {
    fn from(input: InviteeInput) -> Self {
        Self {
            constituency: input.constituency,
            institution: input.institution,
            name: input.name.into(),
            honorific: input.honorific.unwrap_or(Honorific::None).into(),
            post: input.post,
            organisation: input.organisation,
            email: input.email,
            phone: input.phone,
            language: input.language.into(),
            sex: input.sex.unwrap_or(Sex::Undisclosed).into(),
            youth: input.youth,
        }
    }
}

/// What somebody needs to take part.
#[derive(Debug, Clone, Copy, Default, InputObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one need, ticked or not")]
pub struct InvitationNeedsInput {
    /// Interpretation.
    #[graphql(default)]
    interpretation: bool,
    /// Getting in without steps, or help with it.
    #[graphql(default)]
    mobility: bool,
    /// A diet.
    #[graphql(default)]
    diet: bool,
    /// Somebody who looks after children.
    #[graphql(default)]
    childcare: bool,
    /// Help with travel.
    #[graphql(default)]
    travel: bool,
    /// Sign language.
    #[graphql(default)]
    sign_language: bool,
}

/// Who comes in somebody's place.
#[derive(Debug, InputObject)]
pub struct DeputyInput {
    /// Who; one language is enough.
    name: TextInput,
    /// How a letter addresses them.
    honorific: Option<Honorific>,
    /// Their post.
    #[graphql(default)]
    post: String,
    /// Their e-mail address, or nothing: with one they get a link of their own.
    #[graphql(default)]
    email: String,
    /// Their telephone number, or nothing.
    #[graphql(default)]
    phone: String,
    /// As far as known.
    sex: Option<Sex>,
    /// Between 15 and 30; unknown when left out.
    youth: Option<bool>,
}

/// What is answered to an invitation.
#[derive(Debug, InputObject)]
pub struct ReplyInput {
    /// What; left out where somebody else comes.
    answer: Option<InvitationAnswer>,
    /// Who comes in their place, on the same seat.
    deputy: Option<DeputyInput>,
    /// What whoever comes needs.
    needs: Option<InvitationNeedsInput>,
    /// What else they say; at most 1,000 characters.
    #[graphql(default)]
    note: String,
}

impl From<ReplyInput> for Reply {
    fn from(input: ReplyInput) -> Self {
        let needs = input.needs.unwrap_or_default();
        Self {
            answer: input.answer.map(Into::into),
            deputy: input.deputy.map(|deputy| Deputy {
                name: deputy.name.into(),
                honorific: deputy.honorific.unwrap_or(Honorific::None).into(),
                post: deputy.post,
                email: deputy.email,
                phone: deputy.phone,
                sex: deputy.sex.unwrap_or(Sex::Undisclosed).into(),
                youth: deputy.youth,
            }),
            needs: Needs {
                interpretation: needs.interpretation,
                mobility: needs.mobility,
                diet: needs.diet,
                childcare: needs.childcare,
                travel: needs.travel,
                sign_language: needs.sign_language,
            },
            note: input.note,
        }
    }
}

/// Where a dialogue is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum DialogueStep {
    /// Its concept and money are approved.
    Approve,
    /// Invitations go out from now on: there are seats, a place, a telephone number.
    OpenInvitations,
    /// It takes place: somebody presides and facilitates, and the least of each group come, or there is a reason.
    Confirm,
    /// It does not take place, for a reason. Everybody who is invited is told.
    CallOff,
    /// It took place: its end is past, and who was there is written down.
    Hold,
    /// Its minutes are approved, and what was promised is written down, or it is said that nothing was.
    Report,
    /// Every commitment that is still open has an organisation that looks after it.
    Close,
}

payload! {
    /// What came of a change to a dialogue.
    DialoguePayload {
        /// The dialogue as it is now.
        dialogue: Dialogue
    }
}

/// A row of a table of people to invite, and what stands against it.
#[derive(Debug, SimpleObject)]
pub struct InviteeLine {
    /// Its number in the file; the heads are 1.
    line: i32,
    /// Whom it says to invite.
    name: Text,
    /// For which group: a code of the list of constituencies, or empty where that is not known.
    constituency: String,
    /// What is wrong with it.
    violations: Vec<Violation>,
}

/// What came of reading a table of people to invite.
#[derive(Debug, SimpleObject)]
pub struct InviteeTable {
    /// Its rows, and what stands against each.
    lines: Vec<InviteeLine>,
}

impl From<Vec<import::Line>> for InviteeTable {
    fn from(lines: Vec<import::Line>) -> Self {
        let told = lines.into_iter().map(|line| InviteeLine {
            line: line.line,
            name: line.draft.name.into(),
            constituency: line.draft.constituency,
            violations: line.violations.into_iter().map(Into::into).collect(),
        });
        Self { lines: told.collect() }
    }
}

payload! {
    /// What came of reading a table of people to invite.
    InviteeTablePayload {
        /// The table.
        table: InviteeTable
    }
}

/// Planning dialogues and inviting to them.
#[derive(Debug, Default)]
pub struct DialogueMutation;

#[Object]
impl DialogueMutation {
    /// Plans a dialogue in a campaign.
    async fn plan_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which campaign.")] campaign: ID,
        #[graphql(desc = "The dialogue.")] input: DialogueInput,
    ) -> Result<DialoguePayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        DialoguePayload::of(service::plan(&services.pool, &services.env, ctx.actor(), campaign, draft).await)
    }

    /// Changes what is written of a dialogue. Whoever holds a seat keeps it.
    async fn edit_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: DialogueInput,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<DialogueId>(&id)?);
        let (draft, url) = (input.draft()?, &services.settings.public_url);
        DialoguePayload::of(
            service::edit(&services.pool, &services.env, ctx.actor(), (which, version), draft, url).await,
        )
    }

    /// Moves a dialogue on.
    async fn move_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Where it is to go.")] step: DialogueStep,
        #[graphql(desc = "Why, where that is asked; at most 1,000 characters.", default)] reason: String,
        #[graphql(desc = "With `REPORT`: nothing was promised.", default)] nothing_promised: bool,
    ) -> Result<DialoguePayload> {
        let step = match step {
            DialogueStep::Approve => Step::Approve,
            DialogueStep::OpenInvitations => Step::OpenInvitations,
            DialogueStep::Confirm => Step::Confirm,
            DialogueStep::CallOff => Step::CallOff,
            DialogueStep::Hold => Step::Hold,
            DialogueStep::Report => Step::Report { nothing: nothing_promised },
            DialogueStep::Close => Step::Close,
        };
        moved(ctx, &id, version, (step, &reason)).await
    }

    /// Puts a dialogue off to another day. Everybody who is invited is told; whoever has a seat keeps it and is asked anew.
    #[expect(clippy::too_many_arguments, reason = "the new day, and why")]
    async fn put_off_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "When it begins.")] starts_at: DateTime<Utc>,
        #[graphql(desc = "When it ends.")] ends_at: DateTime<Utc>,
        #[graphql(desc = "Until when one answers.")] rsvp_by: Option<DateTime<Utc>>,
        #[graphql(desc = "Why; at most 1,000 characters.")] reason: String,
    ) -> Result<DialoguePayload> {
        moved(ctx, &id, version, (Step::PutOff { starts_at, ends_at, rsvp_by }, &reason)).await
    }

    /// Writes down whom to invite: all of them, or, with a fault in one, nobody. At most 500 at once.
    async fn invite_to_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which dialogue.")] dialogue: ID,
        #[graphql(desc = "Whom.")] people: Vec<InviteeInput>,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let drafts: Vec<InvitationDraft> = people.into_iter().map(Into::into).collect();
        DialoguePayload::of(invitations::invite(&services.pool, &services.env, ctx.actor(), which, &drafts).await)
    }

    /// Reads a table of people to invite, row by row, and says what stands against each; with `take` all of them are written
    /// down, or nobody.
    async fn import_invitees(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which dialogue.")] dialogue: ID,
        #[graphql(desc = "The table as CSV, its heads first; at most 2,000 rows.")] table: String,
        #[graphql(desc = "Take it; only read it when left out.", default)] take: bool,
    ) -> Result<InviteeTablePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        InviteeTablePayload::of(import::import(&services.pool, &services.env, ctx.actor(), which, &table, take).await)
    }

    /// Takes what a calendar program has answered for somebody who is invited: the file of its mail (RFC 5546, `METHOD:REPLY`),
    /// from the address that was written to, for the day as it is now.
    async fn hear_calendar_reply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which dialogue.")] dialogue: ID,
        #[graphql(desc = "The file.")] file: String,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        DialoguePayload::of(match sala_notify::meetings::read(&file) {
            Ok(reply) => invitations::hear_calendar(pool, env, ctx.actor(), which, &reply, url).await,
            Err(error) => Err(error),
        })
    }

    /// Sends what is prepared: by mail to those with an address; to all others the letter goes by hand.
    async fn send_invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let url = &services.settings.public_url;
        DialoguePayload::of(invitations::send(&services.pool, &services.env, ctx.actor(), which, url).await)
    }

    /// Writes down what somebody answered by telephone, letter and so on.
    async fn record_reply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which invitation.")] invitation: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "How it came.")] via: InvitationChannel,
        #[graphql(desc = "The answer.")] input: ReplyInput,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        let (reply, url) = (Reply::from(input), &services.settings.public_url);
        let (pool, env) = (&services.pool, &services.env);
        DialoguePayload::of(
            invitations::record(pool, env, ctx.actor(), (which, version), (&reply, via.into()), url).await,
        )
    }

    /// Forgets somebody who has asked for it: name, addresses, notes, letters and links go, and the counts stay. Only of a dialogue
    /// that was held or called off, or to which they do not come.
    async fn forget_invitee(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] invitation: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        DialoguePayload::of(
            retention::forget_invitee(&services.pool, &services.env, ctx.actor(), (which, version)).await,
        )
    }

    /// Takes an invitation back: its link ends, its seat is free.
    async fn take_back_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] invitation: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        let url = &services.settings.public_url;
        DialoguePayload::of(
            invitations::take_back(&services.pool, &services.env, ctx.actor(), (which, version), url).await,
        )
    }
}

async fn moved(ctx: &Context<'_>, which: &ID, version: i32, to: (Step, &str)) -> Result<DialoguePayload> {
    let (services, which) = (ctx.services(), id::<DialogueId>(which)?);
    let url = &services.settings.public_url;
    DialoguePayload::of(service::step(&services.pool, &services.env, ctx.actor(), (which, version), to, url).await)
}
