//! Commitments: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use sala_domain::commitments::{
    CommitmentDraft,
    service::{self, FollowUpDraft},
};
use sala_kernel::{CommitmentId, FollowUpId};

use super::{Commitment, CommitmentKind, CommitmentState, Form, Source};
use crate::graph::{
    campaigns::Visibility,
    context::Ctx as _,
    error::payload,
    scalars::{TextInput, id, maybe_id},
    stakeholders::Channel,
};

/// What a commitment is to say.
#[derive(Debug, InputObject)]
pub struct CommitmentInput {
    /// What was promised; one language is enough.
    text: TextInput,
    /// What it is.
    kind: CommitmentKind,
    /// From where one has it.
    source: Source,
    /// More about that; at most 1,000 characters.
    #[graphql(default)]
    source_note: String,
    /// The contact from which one has it.
    engagement: Option<ID>,
    /// The dialogue in which it was made; once said it stays so. Its approved minutes confirm it, and its rule protects the owner.
    dialogue: Option<ID>,
    /// The ask to which it answers.
    ask: Option<ID>,
    /// Its owner on the map of stakeholders.
    stakeholder: Option<ID>,
    /// Who is to keep it; one language is enough.
    owner: TextInput,
    /// For which group they speak: a code of the list of constituencies. Outside the team a protected owner is told by it.
    #[graphql(default)]
    constituency: String,
    /// It was made under a protective rule; so is what comes from a contact that was not on record.
    #[graphql(default)]
    protected: bool,
    /// When it was made; not a day to come.
    made_on: NaiveDate,
    /// How.
    form: Form,
    /// By when. Once it is confirmed its day is moved by follow-ups.
    due_on: Option<NaiveDate>,
    /// Done when; at most 1,000 characters.
    #[graphql(default)]
    measure: String,
    /// Of how many, where it is counted.
    whole: Option<i32>,
    /// Where: at most 50 places.
    #[graphql(default)]
    places: Vec<ID>,
    /// Which organisation looks after it: one that takes part in the campaign.
    follower: Option<ID>,
    /// Who of it.
    follower_person: Option<ID>,
    /// Who may know it, as far as they may know its campaign.
    visibility: Visibility,
}

impl CommitmentInput {
    fn draft(self) -> Result<CommitmentDraft> {
        Ok(CommitmentDraft {
            text: self.text.into(),
            kind: self.kind.into(),
            source: self.source.into(),
            source_note: self.source_note,
            engagement: maybe_id(self.engagement.as_ref())?,
            dialogue: maybe_id(self.dialogue.as_ref())?,
            item: maybe_id(self.ask.as_ref())?,
            stakeholder: maybe_id(self.stakeholder.as_ref())?,
            owner: self.owner.into(),
            constituency: self.constituency,
            protected: self.protected,
            made_on: self.made_on,
            form: self.form.into(),
            due_on: self.due_on,
            measure: self.measure,
            whole: self.whole,
            places: self.places.iter().map(id).collect::<Result<_>>()?,
            follower: maybe_id(self.follower.as_ref())?,
            follower_person: maybe_id(self.follower_person.as_ref())?,
            visibility: self.visibility.into(),
        })
    }
}

/// What somebody found who looked after a commitment.
#[derive(Debug, InputObject)]
pub struct CommitmentFollowUpInput {
    /// On which day; today when left out.
    on: Option<NaiveDate>,
    /// How.
    channel: Channel,
    /// What was found; at most 3,000 characters.
    finding: String,
    /// Where it stands by that. That it was kept, or in part, asks for a document, and counts once somebody else has looked.
    status: Option<CommitmentState>,
    /// A new day.
    due_on: Option<NaiveDate>,
    /// So many of the whole.
    reached: Option<i32>,
    /// Documents of the library that show it: at most 20.
    #[graphql(default)]
    documents: Vec<ID>,
}

payload! {
    /// What came of a change to a commitment.
    CommitmentPayload {
        /// The commitment as it is now.
        commitment: Commitment
    }
}

/// Writing commitments down and looking after them.
#[derive(Debug, Default)]
pub struct CommitmentMutation;

#[Object]
impl CommitmentMutation {
    /// Writes down what somebody has promised.
    async fn record_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which campaign.")] campaign: ID,
        #[graphql(desc = "The commitment.")] input: CommitmentInput,
    ) -> Result<CommitmentPayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        CommitmentPayload::of(service::record(&services.pool, &services.env, ctx.actor(), campaign, &draft).await)
    }

    /// Changes what is written of a commitment that is still to be kept.
    async fn edit_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: CommitmentInput,
    ) -> Result<CommitmentPayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<CommitmentId>(&id)?);
        let draft = input.draft()?;
        CommitmentPayload::of(service::edit(&services.pool, &services.env, ctx.actor(), (which, version), &draft).await)
    }

    /// Says by what one knows that its owner, or approved minutes, confirm a commitment.
    async fn confirm_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "By what one knows; at most 500 characters.")] by_what: String,
    ) -> Result<CommitmentPayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<CommitmentId>(&id)?);
        CommitmentPayload::of(
            service::confirm(&services.pool, &services.env, ctx.actor(), (which, version), &by_what).await,
        )
    }

    /// Says by what one knows that the owner of a commitment agrees to be named outside the team.
    async fn record_owner_consent(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "By what one knows; at most 500 characters.")] by_what: String,
    ) -> Result<CommitmentPayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<CommitmentId>(&id)?);
        CommitmentPayload::of(
            service::consent(&services.pool, &services.env, ctx.actor(), (which, version), &by_what).await,
        )
    }

    /// Adds what was found of a commitment.
    async fn follow_up_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "What was found.")] input: CommitmentFollowUpInput,
    ) -> Result<CommitmentPayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<CommitmentId>(&id)?);
        let draft = FollowUpDraft {
            on: input.on,
            channel: input.channel.into(),
            finding: input.finding,
            status: input.status.map(Into::into),
            due_on: input.due_on,
            reached: input.reached,
            documents: input.documents.iter().map(crate::graph::scalars::id).collect::<Result<_>>()?,
        };
        CommitmentPayload::of(
            service::follow_up(&services.pool, &services.env, ctx.actor(), (which, version), draft).await,
        )
    }

    /// Says that you have looked at the evidence of a follow-up; whoever wrote it or the commitment down cannot.
    async fn verify_commitment_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which follow-up.")] id: ID,
    ) -> Result<CommitmentPayload> {
        let (services, which) = (ctx.services(), crate::graph::scalars::id::<FollowUpId>(&id)?);
        CommitmentPayload::of(service::verify(&services.pool, &services.env, ctx.actor(), which).await)
    }
}
