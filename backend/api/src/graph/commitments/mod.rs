//! Commitments: what somebody has promised, and what became of it.

mod changes;
mod tally;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::CommitmentMutation;
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Reach},
    campaigns::{self, Sight},
    commitments::{self, store},
    dialogues, networks,
    stakeholders::{engagement_store, engagements},
};
use sala_kernel::{CampaignId, CommitmentId, NetworkId, OrganisationId};
pub use tally::CommitmentTally;

use super::{
    campaigns::{Campaign, Visibility},
    context::Ctx as _,
    dialogues::Dialogue,
    error::shape,
    evidence::Document,
    loaders::{FollowUpsOf, broken},
    organisations::Organisation,
    page::{CommitmentConnection, request},
    people::Person,
    places::Place,
    rows::{Plain, leaf},
    scalars::{Text, id, maybe_id, text},
    stakeholders::Channel,
};

/// What somebody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "commitments::CommitmentKind")]
pub enum CommitmentKind {
    /// They will do something.
    Commitment,
    /// Several will.
    Agreement,
    /// They are asked to.
    Recommendation,
    /// A next step.
    ActionPoint,
}

/// From where one has a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CommitmentSource", remote = "commitments::Source")]
pub enum Source {
    /// A contact of the campaign.
    Engagement,
    /// A reply to an ask.
    Reply,
    /// A public pledge.
    Pledge,
    /// A dialogue.
    Dialogue,
}

/// How a commitment was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CommitmentForm", remote = "commitments::Form")]
pub enum Form {
    /// By word of mouth.
    Verbal,
    /// In minutes.
    Minuted,
    /// By letter.
    Letter,
    /// In a legal text.
    LegalText,
}

/// Where a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "commitments::CommitmentState")]
pub enum CommitmentState {
    /// Written down.
    Recorded,
    /// Its owner, or approved minutes, say so too.
    Confirmed,
    /// Being done.
    InProgress,
    /// Kept.
    Fulfilled,
    /// Kept in part.
    PartlyFulfilled,
    /// Not kept.
    NotFulfilled,
    /// Another has taken its place.
    Superseded,
    /// Taken back.
    Withdrawn,
}

/// What you may do with a commitment.
#[derive(Debug, SimpleObject)]
pub struct CommitmentViewerCan {
    /// Change it, have it confirmed, look after it.
    follow: bool,
}

/// What somebody found who looked after a commitment.
#[derive(Debug)]
pub struct FollowUp {
    found: commitments::FollowUp,
    inside: bool,
    mine: bool,
}

/// What somebody found who looked after a commitment.
#[Object(name = "CommitmentFollowUp")]
impl FollowUp {
    /// Its id.
    async fn id(&self) -> ID {
        self.found.id.to_string().into()
    }

    /// On which day.
    async fn on(&self) -> NaiveDate {
        self.found.on
    }

    /// How.
    async fn channel(&self) -> Channel {
        self.found.channel.into()
    }

    /// What was found; for the team alone, else empty.
    async fn finding(&self) -> &str {
        if self.inside { &self.found.finding } else { "" }
    }

    /// Where it stands by that; null where that stayed.
    async fn status(&self) -> Option<CommitmentState> {
        self.found.status.map(Into::into)
    }

    /// A new day; null where that stayed.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.found.due_on
    }

    /// So many of the whole.
    async fn reached(&self) -> Option<i32> {
        self.found.reached
    }

    /// Who wrote it down; for the team alone.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(person) = self.found.recorded_by.filter(|_| self.inside) else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// When it was written down.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.found.recorded_at
    }

    /// Somebody else is still to look at the evidence before it counts.
    async fn waits(&self) -> bool {
        self.found.waits()
    }

    /// Who has looked at the evidence; for the team alone.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(person) = self.found.verified_by.filter(|_| self.inside) else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// When.
    async fn verified_at(&self) -> Option<DateTime<Utc>> {
        self.found.verified_at
    }

    /// You may say that you have looked at the evidence: you wrote down neither the commitment nor this.
    async fn you_verify(&self) -> bool {
        self.mine && self.found.waits()
    }

    /// Documents of the library that show it and that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        let ids = &self.found.documents;
        let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }
}

/// A commitment.
#[derive(Debug)]
pub struct Commitment(commitments::Commitment);

impl From<commitments::Commitment> for Commitment {
    fn from(k: commitments::Commitment) -> Self {
        Self(k)
    }
}

impl Plain for Commitment {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "text" => text(&self.0.text, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

impl Commitment {
    async fn known(&self, ctx: &Context<'_>) -> Result<Option<campaigns::Campaign>> {
        ctx.loaders().load_one(self.0.campaign).await.map_err(broken)
    }

    async fn follows(&self, ctx: &Context<'_>) -> Result<bool> {
        let reach = Reach::with_self(ctx.actor(), Action::MeasureCampaign);
        Ok(self.known(ctx).await?.is_some_and(|c| reach.covers(&c.team_facts())))
    }

    async fn sight(&self, ctx: &Context<'_>) -> Result<Sight> {
        Ok(self.known(ctx).await?.map_or(Sight::Public, |c| c.sight(ctx.actor())))
    }
}

async fn today(ctx: &Context<'_>, network: NetworkId) -> Result<NaiveDate> {
    let services = ctx.services();
    networks::store::today(&services.pool, &services.env, network).await.map_err(shape)
}

/// What somebody has promised, agreed to, or is recommended to do.
#[Object]
impl Commitment {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Of which campaign.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>> {
        Ok(self.known(ctx).await?.map(Into::into))
    }

    /// What was promised.
    async fn text(&self) -> Text {
        self.0.text.clone().into()
    }

    /// What it is.
    async fn kind(&self) -> CommitmentKind {
        self.0.kind.into()
    }

    /// From where one has it.
    async fn source(&self) -> Source {
        self.0.source.into()
    }

    /// More about that; for the team alone, else empty.
    async fn source_note(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.sight(ctx).await? == Sight::Team { &self.0.source_note } else { "" })
    }

    /// The contact from which one has it; for those who may know the map, and the contact.
    async fn engagement(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let sees = self.known(ctx).await?.is_some_and(|c| sala_domain::stakeholders::service::sees(ctx.actor(), &c));
        let Some(id) = self.0.engagement.filter(|_| sees) else { return Ok(None) };
        let there = engagement_store::find(&ctx.services().pool, id).await.map_err(shape)?;
        Ok(there.filter(|e| engagements::opens(ctx.actor(), e)).map(|e| e.id.to_string().into()))
    }

    /// The dialogue in which it was made; null where you may not know that.
    async fn dialogue(&self, ctx: &Context<'_>) -> Result<Option<Dialogue>> {
        let Some(id) = self.0.dialogue else { return Ok(None) };
        let found = dialogues::store::visible(&ctx.services().pool, ctx.actor(), id).await.map_err(shape)?;
        Ok(found.map(Into::into))
    }

    /// The ask to which it answers.
    async fn ask(&self) -> Option<ID> {
        self.0.item.map(|i| i.to_string().into())
    }

    /// Its owner on the map of stakeholders; for those who may know the map.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let sees = self.known(ctx).await?.is_some_and(|c| sala_domain::stakeholders::service::sees(ctx.actor(), &c));
        Ok(self.0.stakeholder.filter(|_| sees).map(|s| s.to_string().into()))
    }

    /// Who is to keep it; null where they spoke under a protective rule, have not agreed to be named, and you are not of the
    /// team.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Text>> {
        Ok(match self.0.owner_for(self.sight(ctx).await?) {
            commitments::Owner::Named(name) => Some(name.into()),
            commitments::Owner::Masked(_) => None,
        })
    }

    /// For which group they speak: a code of the list of constituencies, or empty.
    async fn constituency(&self) -> &str {
        &self.0.constituency
    }

    /// It was made under a protective rule: Chatham House, or off the record.
    async fn protected(&self) -> bool {
        self.0.protected
    }

    /// By what one knows that its owner agrees to be named; for the team alone, else empty.
    async fn consent(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.sight(ctx).await? == Sight::Team { &self.0.consent } else { "" })
    }

    /// When it was made.
    async fn made_on(&self) -> NaiveDate {
        self.0.made_on
    }

    /// How.
    async fn form(&self) -> Form {
        self.0.form.into()
    }

    /// By when.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.0.due_on
    }

    /// By when at first.
    async fn first_due_on(&self) -> Option<NaiveDate> {
        self.0.first_due_on
    }

    /// By how many days its day was moved.
    async fn slipped_days(&self) -> i64 {
        self.0.slipped()
    }

    /// It is still to be kept, and its day is past.
    async fn overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.0.is_overdue(today(ctx, self.0.network).await?))
    }

    /// Done when.
    async fn measure(&self) -> &str {
        &self.0.measure
    }

    /// Of how many, where it is counted.
    async fn whole(&self) -> Option<i32> {
        self.0.whole
    }

    /// So many of them.
    async fn reached(&self) -> Option<i32> {
        self.0.reached
    }

    /// Where.
    async fn places(&self, ctx: &Context<'_>) -> Result<Vec<Place>> {
        let mut known = ctx.loaders().load_many(self.0.places.iter().cloned()).await.map_err(broken)?;
        Ok(self.0.places.iter().filter_map(|code| known.remove(code)).map(Into::into).collect())
    }

    /// Which organisation looks after it, as far as you may know it.
    async fn follower(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(follower): Option<OrganisationId> = self.0.follower else { return Ok(None) };
        Ok(ctx.loaders().load_one(follower).await.map_err(broken)?.map(Into::into))
    }

    /// Who of it; for the team alone.
    async fn follower_person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let inside = self.sight(ctx).await? == Sight::Team;
        let Some(person) = self.0.follower_person.filter(|_| inside) else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// Who may know it, as far as they may know its campaign.
    async fn visibility(&self) -> Visibility {
        self.0.visibility.into()
    }

    /// Where it stands.
    async fn state(&self) -> CommitmentState {
        self.0.state.into()
    }

    /// By what one knows that it was confirmed; for the team alone, else empty.
    async fn confirmed_by_what(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.sight(ctx).await? == Sight::Team { &self.0.confirmed_by_what } else { "" })
    }

    /// Where it stands, since when.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.moved_at
    }

    /// What was found of it, the oldest first.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn follow_ups(&self, ctx: &Context<'_>) -> Result<Vec<FollowUp>> {
        let inside = self.sight(ctx).await? == Sight::Team;
        let found = ctx.loaders().load_one(FollowUpsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let follows = self.follows(ctx).await? && self.0.state.is_open();
        let told = found.into_iter().map(|found| {
            let mine = follows && self.0.is_looked_at_by(&found, ctx.actor().person());
            FollowUp { found, inside, mine }
        });
        Ok(told.collect())
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<CommitmentViewerCan> {
        Ok(CommitmentViewerCan { follow: self.follows(ctx).await? })
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// How commitments that you may know stand, counted.
#[derive(Debug, SimpleObject)]
pub struct CommitmentScores {
    /// All of them.
    all: usize,
    /// Still to be kept.
    open: usize,
    /// Of these, past their day.
    overdue: usize,
    /// Kept.
    fulfilled: usize,
    /// Kept in part.
    partly: usize,
    /// Not kept.
    not: usize,
    /// Confirmed ones whose day is past: of what the rate is reckoned.
    due: usize,
    /// Of these, kept.
    kept: usize,
}

/// Finding commitments.
#[derive(Debug, Default)]
pub struct CommitmentQuery;

#[Object]
impl CommitmentQuery {
    /// A commitment by its id; null for what does not exist, or not for you.
    async fn commitment(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Commitment>> {
        let Ok(id) = id.parse::<CommitmentId>() else { return Ok(None) };
        let found = store::visible(&ctx.services().pool, ctx.actor(), id).await.map_err(shape)?;
        Ok(found.map(Into::into))
    }

    /// Commitments of a network that you may know, the next due first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    #[expect(clippy::too_many_arguments, reason = "each narrows the list")]
    async fn commitments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Of this campaign alone.")] campaign: Option<ID>,
        #[graphql(desc = "In one of these states; in any when left out.")] states: Option<Vec<CommitmentState>>,
        #[graphql(desc = "Those alone that are still to be kept and whose day is past.", default)] overdue: bool,
        #[graphql(desc = "In this place, or within it.")] place: Option<ID>,
        #[graphql(desc = "Made in this dialogue.")] dialogue: Option<ID>,
        #[graphql(desc = "To be kept by whoever has this name in either language, as far as you may know it.")]
        owner: Option<String>,
        #[graphql(desc = "Whose owner speaks for this group: a code of the list of constituencies.")]
        constituency: Option<String>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CommitmentConnection> {
        let page = request(first, after.as_deref())?;
        let network: NetworkId = id(&network)?;
        let wanted = store::Wanted {
            network: Some(network),
            campaign: maybe_id::<CampaignId>(campaign.as_ref())?,
            states: states.map(|all| all.into_iter().map(Into::into).collect()),
            overdue_on: if overdue { Some(today(ctx, network).await?) } else { None },
            place: maybe_id(place.as_ref())?,
            dialogue: maybe_id(dialogue.as_ref())?,
            owner,
            constituency,
            ..store::Wanted::default()
        };
        let found = store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await.map_err(shape)?;
        Ok(CommitmentConnection::of(found))
    }

    /// How the commitments of a network, or of one campaign, stand that you may know.
    #[graphql(complexity = "100")]
    async fn commitment_scores(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Of this campaign alone.")] campaign: Option<ID>,
    ) -> Result<CommitmentScores> {
        let network: NetworkId = id(&network)?;
        let campaign = maybe_id::<CampaignId>(campaign.as_ref())?;
        let wanted = store::Wanted { network: Some(network), campaign, ..store::Wanted::default() };
        let all = store::all(&ctx.services().pool, ctx.actor(), &wanted).await.map_err(shape)?;
        let sum = commitments::scores(&all, today(ctx, network).await?);
        Ok(CommitmentScores {
            all: sum.all,
            open: sum.open,
            overdue: sum.overdue,
            fulfilled: sum.fulfilled,
            partly: sum.partly,
            not: sum.not,
            due: sum.due,
            kept: sum.kept,
        })
    }

    /// By whom and where the commitments of a network are to be kept that you may know.
    #[graphql(complexity = "200")]
    async fn commitment_tally(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Of this campaign alone.")] campaign: Option<ID>,
        #[graphql(desc = "In one of these states; in any when left out.")] states: Option<Vec<CommitmentState>>,
        #[graphql(desc = "Those alone that are still to be kept and whose day is past.", default)] overdue: bool,
    ) -> Result<CommitmentTally> {
        let network: NetworkId = id(&network)?;
        let wanted = store::Wanted {
            network: Some(network),
            campaign: maybe_id::<CampaignId>(campaign.as_ref())?,
            states: states.map(|all| all.into_iter().map(Into::into).collect()),
            overdue_on: if overdue { Some(today(ctx, network).await?) } else { None },
            ..store::Wanted::default()
        };
        tally::read(ctx, &wanted).await
    }
}
