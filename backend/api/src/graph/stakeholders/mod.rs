//! Stakeholder maps: what there is to read. Whoever may not know a map is told what is told of one that is not there.

mod assessment;
mod changes;
mod engagement;
mod inputs;
mod kinds;
mod link;
mod stakeholder;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Level, Reach},
    campaigns,
    stakeholders::{self, act_store, assessment_store, engagement_store, link_store, links, merge, store},
};
use sala_kernel::{CampaignId, MapId, NetworkId, OrganisationId, PersonId, StakeholderId};

pub use assessment::StakeholderAssessment;
pub use changes::StakeholderMutation;
pub use engagement::{Engagement, StakeholderNeighbour};
use kinds::Movement;
pub use kinds::{Attribution, Channel};
pub use link::StakeholderLink;
pub use stakeholder::{Stakeholder, StakeholderOffice};

use super::{
    campaigns::Campaign,
    context::Ctx as _,
    error::shape,
    loaders::broken,
    organisations::Organisation,
    page::{EngagementConnection, MapActConnection, StakeholderConnection, StakeholderMapConnection, request},
    people::Person,
    places::Place,
    rows::{Plain, Rows, leaf},
    scalars::{id, maybe_id},
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

    /// The places of those on it, each once.
    #[graphql(complexity = "10 * child_complexity + 5")]
    async fn places(&self, ctx: &Context<'_>) -> Result<Vec<Place>> {
        let codes = store::places(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        let known = ctx.loaders().load_many(codes).await.map_err(broken)?;
        Ok(known.into_values().map(Into::into).collect())
    }

    /// The organisations that keep in touch with those on it, each once, as far as you may know them.
    #[graphql(complexity = "10 * child_complexity + 5")]
    async fn owners(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        let (owners, _) = store::owners(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        let known = ctx.loaders().load_many(owners).await.map_err(broken)?;
        Ok(known.into_values().map(Into::into).collect())
    }

    /// Who of them does, each once, as far as you may know them.
    #[graphql(complexity = "10 * child_complexity + 5")]
    async fn owner_people(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let (_, of_them) = store::owners(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        people(ctx, &of_them).await
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
