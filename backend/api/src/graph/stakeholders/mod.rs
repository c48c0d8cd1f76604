//! Stakeholder maps: what there is to read. Whoever may not know a map is told what is told of one that is not there.

mod changes;
mod inputs;
mod kinds;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Level, Reach},
    campaigns,
    stakeholders::{self, act_store, assessment_store, engagement_store, engagements, link_store, links, merge, store},
};
use sala_kernel::{CampaignId, EngagementId, MapId, NetworkId, OrganisationId, PersonId, StakeholderId};

pub use changes::StakeholderMutation;
use kinds::{
    AiimCell, Attribution, Channel, EngagementState, LinkKind, Movement, PowerCell, Reaction, StakeholderKind,
    StakeholderLevel, StakeholderState, Target,
};

use super::{
    campaigns::{AskResponse, Campaign},
    context::Ctx as _,
    error::shape,
    evidence::Document,
    loaders::{DocumentsOf, broken},
    networks::Sensitivity,
    organisations::Organisation,
    page::{EngagementConnection, MapActConnection, StakeholderConnection, StakeholderMapConnection, request},
    people::Person,
    places::Place,
    rows::{Plain, Rows, leaf},
    scalars::{Text, id, maybe_id, text},
};

async fn organisation(ctx: &Context<'_>, id: Option<OrganisationId>) -> Result<Option<Organisation>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<Person>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

async fn people(ctx: &Context<'_>, ids: &[PersonId]) -> Result<Vec<Person>> {
    let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
    Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
}

/// An office somebody holds or held.
#[derive(Debug, SimpleObject)]
pub struct StakeholderOffice {
    /// Who: somebody on the same map.
    holder: ID,
    /// Where: an institution or unit on the same map.
    office: ID,
    /// As what.
    title: Text,
    /// From when.
    since: Option<NaiveDate>,
    /// Until when; null while they are in it.
    until: Option<NaiveDate>,
}

/// Two on a map that may be one.
#[derive(Debug, SimpleObject)]
pub struct StakeholderPair {
    /// The one.
    one: ID,
    /// The other.
    other: ID,
}

/// What is confidential on a map and for you to open; whoever opens it is written down.
#[derive(Debug, SimpleObject)]
pub struct SealedOnMap {
    /// Its id: a relation's, or a contact's.
    id: ID,
}

/// Somebody else who goes to the same one within a week, as far as you may know.
#[derive(Debug, SimpleObject)]
pub struct StakeholderNeighbour {
    /// The first day of the week in which they go.
    week: NaiveDate,
    /// On which day; null where you may not know the contact.
    on: Option<NaiveDate>,
    /// Which organisation; null where you may not know.
    organisation: Option<Organisation>,
    /// The contact; null where you may not know it.
    engagement: Option<ID>,
}

/// What you may do with a map.
#[derive(Debug, SimpleObject)]
pub struct StakeholderMapViewerCan {
    /// Write down who is on it, how they stand, who has met whom.
    keep: bool,
    /// Merge, put away, take pictures of it outside, read who did what.
    lead: bool,
}

/// Something somebody did on a map.
#[derive(Debug)]
pub struct MapAct(act_store::Act);

impl From<act_store::Act> for MapAct {
    fn from(act: act_store::Act) -> Self {
        Self(act)
    }
}

impl Plain for MapAct {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// Something somebody did on a map: changed it, opened what is confidential, took a picture away.
#[Object]
impl MapAct {
    /// What: `stakeholder.added`, `assessment.given`, `link.opened`, `map.taken.grid`, …
    async fn act(&self) -> &str {
        &self.0.act
    }

    /// What it was, as JSON; `null` before there was anything, and for what is confidential.
    async fn was(&self) -> String {
        self.0.was.to_string()
    }

    /// What it became, as JSON; `null` once it was taken off, and for what is confidential.
    async fn now(&self) -> String {
        self.0.now.to_string()
    }

    /// Who; null for the hub itself, and for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.by).await
    }

    /// For which organisation.
    async fn on_behalf_of(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.on_behalf_of).await
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}

/// Somebody on a map.
#[derive(Debug)]
pub struct Stakeholder(stakeholders::Stakeholder);

impl From<stakeholders::Stakeholder> for Stakeholder {
    fn from(s: stakeholders::Stakeholder) -> Self {
        Self(s)
    }
}

impl Plain for Stakeholder {
    fn plain(&self, field: &Field) -> Option<Value> {
        let s = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(s.id.to_string()),
            "name" => text(&s.name, field),
            "aliases" => leaf(Value::List(s.aliases.iter().map(|a| a.as_str().into()).collect())),
            "parent" => Some(s.parent.map_or(Value::Null, |p| p.to_string().into())),
            "constituency" => leaf(s.constituency.as_str()),
            "contacts" => leaf(s.contacts.as_str()),
            "note" => leaf(s.note.as_str()),
            "asks" => leaf(Value::List(s.asks.iter().map(|a| a.to_string().into()).collect())),
            "x" => Some(s.at.map_or(Value::Null, |at| f64::from(at.0).into())),
            "y" => Some(s.at.map_or(Value::Null, |at| f64::from(at.1).into())),
            "version" => leaf(s.version),
            "kind" => Some(async_graphql::resolver_utils::enum_value(StakeholderKind::from(s.kind))),
            "state" => Some(async_graphql::resolver_utils::enum_value(StakeholderState::from(s.state))),
            "target" => Some(async_graphql::resolver_utils::enum_value(Target::from(s.target))),
            "level" => Some(
                s.level.map_or(Value::Null, |l| async_graphql::resolver_utils::enum_value(StakeholderLevel::from(l))),
            ),
            _ => None,
        }
    }
}

/// An institution, or a person in or without office, that a campaign may influence or work with, as its map has them.
#[Object]
impl Stakeholder {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// On the map of which campaign.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>> {
        Ok(ctx.loaders().load_one(self.0.campaign).await.map_err(broken)?.map(Into::into))
    }

    /// What it is.
    async fn kind(&self) -> StakeholderKind {
        self.0.kind.into()
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// Other spellings under which it is found.
    async fn aliases(&self) -> &[String] {
        &self.0.aliases
    }

    /// Of what it is a part: somebody on the same map.
    async fn parent(&self) -> Option<ID> {
        self.0.parent.map(|p| p.to_string().into())
    }

    /// For which group it speaks: a code of the list of constituencies, or empty.
    async fn constituency(&self) -> &str {
        &self.0.constituency
    }

    /// On which level it acts.
    async fn level(&self) -> Option<StakeholderLevel> {
        self.0.level.map(Into::into)
    }

    /// Where.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let Some(code) = self.0.place.clone() else { return Ok(None) };
        Ok(ctx.loaders().load_one(code).await.map_err(broken)?.map(Into::into))
    }

    /// How it is reached: what is public alone.
    async fn contacts(&self) -> &str {
        &self.0.contacts
    }

    /// What else is to be known: facts and behaviour.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// How near it is to the decision.
    async fn target(&self) -> Target {
        self.0.target.into()
    }

    /// Which organisation keeps in touch with it.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.owner).await
    }

    /// Who of that organisation.
    async fn owner_person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.owner_person).await
    }

    /// Which asks of the plan go to it.
    async fn asks(&self) -> Vec<ID> {
        self.0.asks.iter().map(|ask| ask.to_string().into()).collect()
    }

    /// Where it stands.
    async fn state(&self) -> StakeholderState {
        self.0.state.into()
    }

    /// Where the team has put it in the picture of relations, to the right; null as long as nobody has.
    async fn x(&self) -> Option<f32> {
        self.0.at.map(|at| at.0)
    }

    /// The same, downwards.
    async fn y(&self) -> Option<f32> {
        self.0.at.map(|at| at.1)
    }

    /// Who else goes to it within a week of a day, as far as you may know: at most 50.
    #[graphql(complexity = "10 * child_complexity + 20")]
    async fn neighbours(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day on which you plan to go.")] on: NaiveDate,
        #[graphql(desc = "But for this contact of yours.")] but: Option<ID>,
    ) -> Result<Vec<StakeholderNeighbour>> {
        let but: Option<EngagementId> = maybe_id(but.as_ref())?;
        let found = engagements::near(&ctx.services().pool, ctx.actor(), &self.0, on, but).await.map_err(shape)?;
        let mut told = Vec::new();
        for one in found.into_iter().take(50) {
            told.push(StakeholderNeighbour {
                week: one.week,
                on: one.on,
                organisation: organisation(ctx, one.organisation).await?,
                engagement: one.engagement.map(|e| e.to_string().into()),
            });
        }
        Ok(told)
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A rating.
#[derive(Debug)]
pub struct StakeholderAssessment(stakeholders::Assessment, Option<stakeholders::Movement>);

impl From<stakeholders::Assessment> for StakeholderAssessment {
    fn from(a: stakeholders::Assessment) -> Self {
        Self(a, None)
    }
}

impl Plain for StakeholderAssessment {
    fn plain(&self, field: &Field) -> Option<Value> {
        let a = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(a.id.to_string()),
            "stakeholder" => leaf(a.stakeholder.to_string()),
            "objective" => Some(a.objective.map_or(Value::Null, |o| o.to_string().into())),
            "engagement" => Some(a.engagement.map_or(Value::Null, |e| e.to_string().into())),
            "influence" => leaf(i32::from(a.influence)),
            "interest" => leaf(i32::from(a.interest)),
            "alignment" => leaf(i32::from(a.alignment)),
            "confidence" => leaf(i32::from(a.confidence)),
            "basis" => leaf(a.basis.as_str()),
            "sources" => leaf(a.sources.as_str()),
            "strategy" => leaf(a.strategy.as_str()),
            "desiredChange" => leaf(a.desired_change.as_str()),
            "accessibleThrough" => leaf(a.accessible_through.as_str()),
            "assessedOn" => leaf(a.assessed_on.to_string()),
            "validUntil" => leaf(a.valid_until.to_string()),
            "closedOn" => Some(a.closed_on.map_or(Value::Null, |d| d.to_string().into())),
            "movement" => Some(self.1.map_or(Value::Null, |way| {
                async_graphql::resolver_utils::enum_value(Movement::from(way))
            })),
            "power" => Some(async_graphql::resolver_utils::enum_value(self.cell())),
            "aiim" => Some(async_graphql::resolver_utils::enum_value(self.aiim_cell())),
            "onBehalfOfId" => Some(a.assessed_for.map_or(Value::Null, |o| o.to_string().into())),
            _ => None,
        }
    }
}

impl StakeholderAssessment {
    fn cell(&self) -> PowerCell {
        stakeholders::power(self.0.influence, self.0.interest).into()
    }

    fn aiim_cell(&self) -> AiimCell {
        stakeholders::aiim(self.0.alignment, self.0.interest).into()
    }
}

/// A rating of somebody on a map: dated, with what was seen, never overwritten.
#[Object]
impl StakeholderAssessment {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Of whom.
    async fn stakeholder(&self) -> ID {
        self.0.stakeholder.to_string().into()
    }

    /// For which objective; null for the campaign as a whole.
    async fn objective(&self) -> Option<ID> {
        self.0.objective.map(|o| o.to_string().into())
    }

    /// The contact from which one knows.
    async fn engagement(&self) -> Option<ID> {
        self.0.engagement.map(|e| e.to_string().into())
    }

    /// 1 no say over the decision, 2 can inform those who advise, 3 advises or can delay one step, 4 controls a needed step or
    /// budget, 5 takes or can veto the decision.
    async fn influence(&self) -> i16 {
        self.0.influence
    }

    /// 1 unaware, 2 aware, 3 attends and asks, 4 commits people or money, 5 drives the issue.
    async fn interest(&self) -> i16 {
        self.0.interest
    }

    /// -2 works against the ask, -1 opposes when asked, 0 undecided, +1 supports when asked, +2 champion.
    async fn alignment(&self) -> i16 {
        self.0.alignment
    }

    /// 1 a guess, 2 one indirect source, 3 one direct source, 4 two independent sources, 5 public, documented behaviour.
    async fn confidence(&self) -> i16 {
        self.0.confidence
    }

    /// What was seen or heard: behaviour, not opinion.
    async fn basis(&self) -> &str {
        &self.0.basis
    }

    /// By what one knows.
    async fn sources(&self) -> &str {
        &self.0.sources
    }

    /// The documents of the library that say so and that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        let ids = ctx.loaders().load_one(DocumentsOf(self.0.id.0)).await.map_err(broken)?.unwrap_or_default();
        let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// How to go about it.
    async fn strategy(&self) -> &str {
        &self.0.strategy
    }

    /// What one would see change.
    async fn desired_change(&self) -> &str {
        &self.0.desired_change
    }

    /// Through whom it is reached.
    async fn accessible_through(&self) -> &str {
        &self.0.accessible_through
    }

    /// On which day.
    async fn assessed_on(&self) -> NaiveDate {
        self.0.assessed_on
    }

    /// The last day on which it counts; from then on it is stale.
    async fn valid_until(&self) -> NaiveDate {
        self.0.valid_until
    }

    /// The day on which the office was vacated, from which on it tells of the past alone.
    async fn closed_on(&self) -> Option<NaiveDate> {
        self.0.closed_on
    }

    /// Which way it took them from the rating before it; null for a first one, and where it stands alone.
    async fn movement(&self) -> Option<Movement> {
        self.1.map(Into::into)
    }

    /// Where it puts one by influence and interest.
    async fn power(&self) -> PowerCell {
        self.cell()
    }

    /// Where it puts one by alignment and interest.
    async fn aiim(&self) -> AiimCell {
        self.aiim_cell()
    }

    /// By whom; null for people who are not for you.
    async fn assessed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.assessed_by).await
    }

    /// For which organisation, by its id; null for the secretariat.
    async fn on_behalf_of_id(&self) -> Option<ID> {
        self.0.assessed_for.map(|o| o.to_string().into())
    }

    /// For which organisation.
    async fn on_behalf_of(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.assessed_for).await
    }
}

/// A relation.
#[derive(Debug)]
pub struct StakeholderLink(stakeholders::Link);

impl From<stakeholders::Link> for StakeholderLink {
    fn from(link: stakeholders::Link) -> Self {
        Self(link)
    }
}

impl Plain for StakeholderLink {
    fn plain(&self, field: &Field) -> Option<Value> {
        let l = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(l.id.to_string()),
            "from" => leaf(l.from.to_string()),
            "to" => leaf(l.to.to_string()),
            "kind" => Some(async_graphql::resolver_utils::enum_value(LinkKind::from(l.kind))),
            "directed" => leaf(l.directed),
            "strength" => leaf(i32::from(l.strength)),
            "basis" => leaf(l.basis.as_str()),
            "since" => Some(l.since.map_or(Value::Null, |d| d.to_string().into())),
            "until" => Some(l.until.map_or(Value::Null, |d| d.to_string().into())),
            "sensitivity" => Some(async_graphql::resolver_utils::enum_value(Sensitivity::from(l.level))),
            "version" => leaf(l.version),
            _ => None,
        }
    }
}

/// How two on a map stand to each other.
#[Object]
impl StakeholderLink {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// From whom.
    async fn from(&self) -> ID {
        self.0.from.to_string().into()
    }

    /// To whom.
    async fn to(&self) -> ID {
        self.0.to.to_string().into()
    }

    /// How.
    async fn kind(&self) -> LinkKind {
        self.0.kind.into()
    }

    /// One way.
    async fn directed(&self) -> bool {
        self.0.directed
    }

    /// How strongly, 1 to 3.
    async fn strength(&self) -> i16 {
        self.0.strength
    }

    /// By what one knows.
    async fn basis(&self) -> &str {
        &self.0.basis
    }

    /// From when.
    async fn since(&self) -> Option<NaiveDate> {
        self.0.since
    }

    /// Until when.
    async fn until(&self) -> Option<NaiveDate> {
        self.0.until
    }

    /// How narrowly it is known.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// Who beside its author may know it where it is confidential.
    #[graphql(complexity = "2 * child_complexity")]
    async fn named(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        people(ctx, &self.0.named).await
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// An ask that was raised, and what was answered.
#[derive(Debug, SimpleObject)]
pub struct RaisedAsk {
    /// Which.
    ask: ID,
    /// What was answered.
    response: AskResponse,
}

/// A contact.
#[derive(Debug)]
pub struct Engagement(stakeholders::Engagement);

impl From<stakeholders::Engagement> for Engagement {
    fn from(e: stakeholders::Engagement) -> Self {
        Self(e)
    }
}

impl Plain for Engagement {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// A contact with somebody on a map: planned, held, called off.
#[Object]
impl Engagement {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Which organisation goes.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.organisation).await
    }

    /// With whom.
    async fn stakeholders(&self) -> Vec<ID> {
        self.0.stakeholders.iter().map(|s| s.to_string().into()).collect()
    }

    /// On which day.
    async fn held_on(&self) -> NaiveDate {
        self.0.held_on
    }

    /// Where it stands.
    async fn state(&self) -> EngagementState {
        self.0.state.into()
    }

    /// How.
    async fn channel(&self) -> Channel {
        self.0.channel.into()
    }

    /// Who of us.
    #[graphql(complexity = "2 * child_complexity")]
    async fn our_people(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        people(ctx, &self.0.our_people).await
    }

    /// Who of them.
    async fn their_people(&self) -> &str {
        &self.0.their_people
    }

    /// What for.
    async fn purpose(&self) -> &str {
        &self.0.purpose
    }

    /// Which asks were raised, and what was answered.
    async fn raised(&self) -> Vec<RaisedAsk> {
        let told = self.0.raised.iter();
        told.map(|r| RaisedAsk { ask: r.ask.to_string().into(), response: r.response.into() }).collect()
    }

    /// What was said.
    async fn said(&self) -> &str {
        &self.0.said
    }

    /// How they took it; null before it was held.
    async fn reaction(&self) -> Option<Reaction> {
        self.0.reaction.map(Into::into)
    }

    /// What is to follow.
    async fn follow_up(&self) -> &str {
        &self.0.follow_up
    }

    /// By when.
    async fn follow_up_on(&self) -> Option<NaiveDate> {
        self.0.follow_up_on
    }

    /// Who does it.
    async fn follow_up_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.follow_up_by).await
    }

    /// When it was done.
    async fn follow_up_done_at(&self) -> Option<DateTime<Utc>> {
        self.0.follow_up_done_at
    }

    /// How far what was said may be passed on.
    async fn attribution(&self) -> Attribution {
        self.0.attribution.into()
    }

    /// How narrowly it is known.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// Who beside its author may know it where it is confidential.
    #[graphql(complexity = "2 * child_complexity")]
    async fn named(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        people(ctx, &self.0.named).await
    }

    /// Other organisations that plan to meet the same one may be told that somebody does, and in which week.
    async fn coordinate(&self) -> bool {
        self.0.coordinate
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// How those on a map went between two days.
#[derive(Debug, SimpleObject)]
pub struct StakeholderMove {
    /// Who.
    stakeholder: ID,
    /// Which way.
    movement: Movement,
}

/// The map of a campaign.
#[derive(Debug)]
pub struct StakeholderMap(campaigns::Campaign);

impl From<campaigns::Campaign> for StakeholderMap {
    fn from(campaign: campaigns::Campaign) -> Self {
        Self(campaign)
    }
}

impl Plain for StakeholderMap {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(MapId(self.0.id.0).to_string()),
            _ => None,
        }
    }
}

impl StakeholderMap {
    fn leads(&self, ctx: &Context<'_>) -> bool {
        Reach::with_self(ctx.actor(), Action::LeadMap).covers(&self.0.lead_facts())
    }
}

/// The map of a campaign, if it is for this actor.
pub async fn find(ctx: &Context<'_>, id: CampaignId) -> Result<Option<StakeholderMap>> {
    let campaign: Option<campaigns::Campaign> = ctx.loaders().load_one(id).await.map_err(broken)?;
    let reach = Reach::of(ctx.actor(), Action::ViewMap);
    Ok(campaign.filter(|c| reach.covers(&c.team_facts())).map(StakeholderMap))
}

/// A campaign's map of stakeholders: for its team alone.
#[Object]
impl StakeholderMap {
    /// Its id.
    pub async fn id(&self) -> ID {
        MapId(self.0.id.0).to_string().into()
    }

    /// Of which campaign.
    async fn campaign(&self) -> Campaign {
        self.0.clone().into()
    }

    /// Today, on the network's clock.
    async fn today(&self, ctx: &Context<'_>) -> Result<NaiveDate> {
        let services = ctx.services();
        sala_domain::networks::store::today(&services.pool, &services.env, self.0.network).await.map_err(shape)
    }

    /// Everybody on it, but for those that were merged into others: at most 1,000.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn stakeholders(&self, ctx: &Context<'_>) -> Result<Rows<Stakeholder>> {
        let found = store::list(&ctx.services().pool, Some(self.0.id), None).await.map_err(shape)?;
        Ok(Rows(found.into_iter().map(Into::into).collect()))
    }

    /// Who held which office, the earliest first.
    #[graphql(complexity = "10 * child_complexity + 5")]
    async fn offices(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderOffice>> {
        let found = store::offices(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        let told = found.into_iter().map(|o| StakeholderOffice {
            holder: o.holder.to_string().into(),
            office: o.office.to_string().into(),
            title: o.title.into(),
            since: o.since,
            until: o.until,
        });
        Ok(told.collect())
    }

    /// All ratings, in the order in which they were given: the newest up to a day says how somebody was known on it.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn assessments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of this one alone.")] of: Option<ID>,
    ) -> Result<Rows<StakeholderAssessment>> {
        let of: Option<StakeholderId> = maybe_id(of.as_ref())?;
        let found = assessment_store::list(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        let ways = stakeholders::steps(&found);
        let told = found.into_iter().zip(ways).filter(|(a, _)| of.is_none_or(|of| a.stakeholder == of));
        Ok(Rows(told.map(|(a, way)| StakeholderAssessment(a, way)).collect()))
    }

    /// Who differs in what they say of whom today: for each the newest rating of each organisation, where they differ.
    #[graphql(complexity = "10 * child_complexity + 20")]
    async fn differing(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderAssessment>> {
        let services = ctx.services();
        let today =
            sala_domain::networks::store::today(&services.pool, &services.env, self.0.network).await.map_err(shape)?;
        let all = assessment_store::list(&services.pool, self.0.id).await.map_err(shape)?;
        let of: std::collections::BTreeSet<StakeholderId> = all.iter().map(|a| a.stakeholder).collect();
        let told = of.into_iter().flat_map(|of| stakeholders::differing(&all, today, of));
        Ok(told.cloned().map(Into::into).collect())
    }

    /// Who has moved since a day, and which way: of those rated on both days whose rating counts today.
    #[graphql(complexity = "10 * child_complexity + 20")]
    async fn moves(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Since when.")] since: NaiveDate,
    ) -> Result<Vec<StakeholderMove>> {
        let services = ctx.services();
        let today =
            sala_domain::networks::store::today(&services.pool, &services.env, self.0.network).await.map_err(shape)?;
        let all = assessment_store::list(&services.pool, self.0.id).await.map_err(shape)?;
        let (then, now) = (stakeholders::current(&all, since, None), stakeholders::current(&all, today, None));
        let told = now.iter().filter(|(_, is)| is.counts_on(today)).filter_map(|(id, is)| {
            let was = then.get(id)?;
            Some(StakeholderMove { stakeholder: id.to_string().into(), movement: stakeholders::toward(was, is).into() })
        });
        Ok(told.collect())
    }

    /// How those on it stand to each other, without what is confidential: at most 5,000.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn links(&self, ctx: &Context<'_>) -> Result<Rows<StakeholderLink>> {
        let found = link_store::list(&ctx.services().pool, Some(self.0.id), None).await.map_err(shape)?;
        let open = found.into_iter().filter(|l| l.level < Level::Confidential);
        Ok(Rows(open.map(Into::into).collect()))
    }

    /// What is confidential on it and for you to open: at most 200.
    async fn sealed(&self, ctx: &Context<'_>) -> Result<Vec<SealedOnMap>> {
        let all = link_store::list(&ctx.services().pool, Some(self.0.id), None).await.map_err(shape)?;
        let mine = all.into_iter().filter(|l| l.level == Level::Confidential && links::opens(ctx.actor(), &self.0, l));
        Ok(mine.take(200).map(|l| SealedOnMap { id: l.id.to_string().into() }).collect())
    }

    /// Contacts with those on it, the latest first; what is confidential only where you wrote it or are named.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn engagements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With this one alone.")] with: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EngagementConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = engagement_store::Wanted {
            campaign: Some(self.0.id),
            stakeholder: maybe_id(with.as_ref())?,
            open_to: Some(None),
            ..engagement_store::Wanted::default()
        };
        let found = engagement_store::list(&ctx.services().pool, &wanted, &page).await.map_err(shape)?;
        Ok(EngagementConnection::of(found))
    }

    /// Confidential contacts for you to open: at most 100.
    async fn sealed_engagements(&self, ctx: &Context<'_>) -> Result<Vec<SealedOnMap>> {
        let Some(me) = ctx.actor().person() else { return Ok(Vec::new()) };
        let wanted = engagement_store::Wanted {
            campaign: Some(self.0.id),
            open_to: Some(Some(me)),
            ..engagement_store::Wanted::default()
        };
        let page = sala_kernel::PageRequest::whole();
        let found = engagement_store::list(&ctx.services().pool, &wanted, &page).await.map_err(shape)?;
        let sealed = found.items.into_iter().filter(|(_, e)| e.level == Level::Confidential);
        Ok(sealed.map(|(_, e)| SealedOnMap { id: e.id.to_string().into() }).collect())
    }

    /// Pairs that may be one, the likeliest first: at most 20; for those who lead it, else empty.
    #[graphql(complexity = "10 * child_complexity + 20")]
    async fn likely_pairs(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderPair>> {
        if !self.leads(ctx) {
            return Ok(Vec::new());
        }
        let all = store::list(&ctx.services().pool, Some(self.0.id), None).await.map_err(shape)?;
        let pairs = merge::likely(&all);
        let told = pairs
            .into_iter()
            .map(|(one, other)| StakeholderPair { one: one.to_string().into(), other: other.to_string().into() });
        Ok(told.collect())
    }

    /// Who did what on it, the newest first; for those who lead it, else empty.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<MapActConnection> {
        let page = request(first, after.as_deref())?;
        if !self.leads(ctx) {
            return Ok(MapActConnection::of(sala_kernel::Page::<act_store::Act>::default()));
        }
        Ok(MapActConnection::of(act_store::list(&ctx.services().pool, self.0.id, &page).await.map_err(shape)?))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> StakeholderMapViewerCan {
        let keep = Reach::with_self(ctx.actor(), Action::KeepMap).covers(&self.0.team_facts());
        StakeholderMapViewerCan { keep: keep && self.0.state.is_open(), lead: self.leads(ctx) }
    }
}

/// Finding maps, and those on them.
#[derive(Debug, Default)]
pub struct StakeholderQuery;

#[Object]
impl StakeholderQuery {
    /// The map of a campaign; null for what does not exist, or not for you.
    async fn stakeholder_map(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign's id.")] campaign: ID,
    ) -> Result<Option<StakeholderMap>> {
        let Ok(id) = campaign.parse::<CampaignId>() else { return Ok(None) };
        find(ctx, id).await
    }

    /// Maps of a network with somebody on them that you may know, the latest changed first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn stakeholder_maps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<StakeholderMapConnection> {
        let page = request(first, after.as_deref())?;
        let network: NetworkId = id(&network)?;
        let within = store::Within::of(ctx.actor());
        let found = store::maps(&ctx.services().pool, &within, network, &page).await.map_err(shape)?;
        let mut maps = sala_kernel::Page { items: Vec::new(), more: found.more, total: found.total };
        let ids = found.items.iter().map(|(_, (id, _))| *id);
        let mut known = ctx.loaders().load_many(ids).await.map_err(broken)?;
        for (cursor, (id, _)) in found.items {
            if let Some(campaign) = known.remove(&id) {
                maps.items.push((cursor, StakeholderMap(campaign)));
            }
        }
        Ok(StakeholderMapConnection::of(maps))
    }

    /// Those on maps that you may know, found by any of their names, in either language.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "What is in their name or another spelling of it; all when left out.", default)] text: String,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<StakeholderConnection> {
        let page = request(first, after.as_deref())?;
        let network: NetworkId = id(&network)?;
        let within = store::Within::of(ctx.actor());
        let found = store::search(&ctx.services().pool, &within, network, &text, &page).await.map_err(shape)?;
        Ok(StakeholderConnection::of(found))
    }

    /// Somebody on a map by their id, or whoever they were merged into; null for what does not exist, or not for you.
    async fn stakeholder(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Stakeholder>> {
        let Ok(id) = id.parse::<StakeholderId>() else { return Ok(None) };
        let within = store::Within::of(ctx.actor());
        let found = store::visible(&ctx.services().pool, &within, id).await.map_err(shape)?;
        Ok(found.map(Into::into))
    }
}
