//! Stakeholder maps: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use sala_domain::stakeholders::{assess, engagements, import, links, merge, offices, service};
use sala_kernel::{EngagementId, LinkId, StakeholderId};

use super::{
    Engagement, Stakeholder, StakeholderAssessment, StakeholderLink, StakeholderMap,
    inputs::{
        AssessmentInput, EngagementInput, StakeholderInput, StakeholderLine, StakeholderLinkInput,
        StakeholderPlaceInput,
    },
};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    scalars::{TextInput, id},
};

payload! {
    /// What came of a change to somebody on a map.
    StakeholderPayload {
        /// As they are now.
        stakeholder: Stakeholder
    }
}

payload! {
    /// What came of a rating.
    AssessmentPayload {
        /// The rating.
        assessment: StakeholderAssessment
    }
}

payload! {
    /// What came of a change to a relation.
    StakeholderLinkPayload {
        /// The relation as it is now.
        link: StakeholderLink
    }
}

payload! {
    /// What came of a change to a contact.
    EngagementPayload {
        /// The contact as it is now.
        engagement: Engagement
    }
}

payload! {
    /// What came of a change to a map.
    StakeholderMapPayload {
        /// The map.
        map: StakeholderMap
    }
}

/// What came of reading a table of stakeholders.
#[derive(Debug, async_graphql::SimpleObject)]
pub struct StakeholderTable {
    /// Its rows, and what stands against each.
    lines: Vec<StakeholderLine>,
}

impl From<Vec<import::Line>> for StakeholderTable {
    fn from(lines: Vec<import::Line>) -> Self {
        Self { lines: lines.into_iter().map(Into::into).collect() }
    }
}

payload! {
    /// What came of reading a table of stakeholders.
    StakeholderTablePayload {
        /// The table.
        table: StakeholderTable
    }
}

/// An office somebody takes.
#[derive(Debug, InputObject)]
pub struct TakeOfficeInput {
    /// Who: a person on the map.
    holder: ID,
    /// Where: an institution or unit on the same map.
    office: ID,
    /// As what; one language is enough.
    title: TextInput,
    /// From when.
    since: Option<NaiveDate>,
    /// Until when; left out while they are in it.
    until: Option<NaiveDate>,
}

/// Two entries of a map that are one.
#[derive(Debug, InputObject)]
pub struct MergeStakeholdersInput {
    /// The one that goes.
    from: ID,
    /// As it was read.
    from_version: i32,
    /// The one that stays.
    into: ID,
    /// As it was read.
    into_version: i32,
}

/// Keeping a map: who is on it, how they stand, who has met whom.
#[derive(Debug, Default)]
pub struct StakeholderMutation;

#[Object]
impl StakeholderMutation {
    /// Puts somebody on the map of a campaign.
    async fn add_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which campaign.")] campaign: ID,
        #[graphql(desc = "Who.")] input: StakeholderInput,
    ) -> Result<StakeholderPayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        StakeholderPayload::of(service::add(&services.pool, &services.env, ctx.actor(), campaign, &draft).await)
    }

    /// Takes some from other maps that you may know onto this one: who they are, nothing of what that team thinks of them.
    async fn copy_stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Onto the map of which campaign.")] campaign: ID,
        #[graphql(desc = "Whom: 1 to 100.")] stakeholders: Vec<ID>,
    ) -> Result<StakeholderMapPayload> {
        let services = ctx.services();
        let from = stakeholders.iter().map(id).collect::<Result<Vec<StakeholderId>>>()?;
        let campaign = id(&campaign)?;
        StakeholderMapPayload::of(service::copy(&services.pool, &services.env, ctx.actor(), campaign, &from).await)
    }

    /// Changes what is written of somebody on a map.
    async fn edit_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: StakeholderInput,
    ) -> Result<StakeholderPayload> {
        let (services, who) = (ctx.services(), crate::graph::scalars::id::<StakeholderId>(&id)?);
        let draft = input.draft()?;
        StakeholderPayload::of(service::edit(&services.pool, &services.env, ctx.actor(), who, version, &draft).await)
    }

    /// Puts somebody away, or brings them back; their history stays. For those who lead the map.
    async fn archive_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Away; back when false.", default = true)] away: bool,
    ) -> Result<StakeholderPayload> {
        let (services, who) = (ctx.services(), crate::graph::scalars::id::<StakeholderId>(&id)?);
        let done = service::archive(&services.pool, &services.env, ctx.actor(), (who, version), away).await;
        StakeholderPayload::of(done)
    }

    /// Merges one entry of a map into another: ratings, relations and contacts follow, every spelling still finds it. For those
    /// who lead the map.
    async fn merge_stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which into which.")] input: MergeStakeholdersInput,
    ) -> Result<StakeholderPayload> {
        let services = ctx.services();
        let (gone, kept) = ((id(&input.from)?, input.from_version), (id(&input.into)?, input.into_version));
        StakeholderPayload::of(merge::merge(&services.pool, &services.env, ctx.actor(), gone, kept).await)
    }

    /// Writes down that somebody holds or held an office.
    async fn take_office(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, where, as what.")] input: TakeOfficeInput,
    ) -> Result<StakeholderPayload> {
        let services = ctx.services();
        let (who, days) = ((id(&input.holder)?, id(&input.office)?), (input.since, input.until));
        let title = input.title.into();
        StakeholderPayload::of(offices::take(&services.pool, &services.env, ctx.actor(), who, &title, days).await)
    }

    /// Writes down that somebody has left the office in which they mattered: their ratings tell of the past alone, those of the
    /// institution stand.
    async fn vacate_office(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "On which day; not one to come.")] on: NaiveDate,
        #[graphql(desc = "Also put a task into the campaign: to build a relation with whoever comes.")] with_task: bool,
    ) -> Result<StakeholderPayload> {
        let (services, who) = (ctx.services(), crate::graph::scalars::id::<StakeholderId>(&id)?);
        let done = offices::vacate(&services.pool, &services.env, ctx.actor(), (who, version), on, with_task).await;
        StakeholderPayload::of(done)
    }

    /// Rates somebody on a map; what was said before stays.
    async fn assess_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] id: ID,
        #[graphql(desc = "How.")] input: AssessmentInput,
    ) -> Result<AssessmentPayload> {
        let (services, who) = (ctx.services(), crate::graph::scalars::id::<StakeholderId>(&id)?);
        let draft = input.draft()?;
        AssessmentPayload::of(assess::assess(&services.pool, &services.env, ctx.actor(), who, draft).await)
    }

    /// Writes down how two on a map stand to each other.
    async fn add_stakeholder_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "On the map of which campaign.")] campaign: ID,
        #[graphql(desc = "The relation.")] input: StakeholderLinkInput,
    ) -> Result<StakeholderLinkPayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        StakeholderLinkPayload::of(links::add(&services.pool, &services.env, ctx.actor(), campaign, &draft).await)
    }

    /// Changes a relation.
    async fn edit_stakeholder_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: StakeholderLinkInput,
    ) -> Result<StakeholderLinkPayload> {
        let (services, link) = (ctx.services(), crate::graph::scalars::id::<LinkId>(&id)?);
        let draft = input.draft()?;
        StakeholderLinkPayload::of(
            links::edit(&services.pool, &services.env, ctx.actor(), (link, version), &draft).await,
        )
    }

    /// Takes a relation off a map.
    async fn remove_stakeholder_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<StakeholderMapPayload> {
        let (services, link) = (ctx.services(), crate::graph::scalars::id::<LinkId>(&id)?);
        StakeholderMapPayload::of(links::remove(&services.pool, &services.env, ctx.actor(), (link, version)).await)
    }

    /// Opens a confidential relation of which you are the author or in which you are named; that you did is written down.
    async fn open_stakeholder_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
    ) -> Result<StakeholderLinkPayload> {
        let (services, link) = (ctx.services(), crate::graph::scalars::id::<LinkId>(&id)?);
        StakeholderLinkPayload::of(links::open(&services.pool, &services.env, ctx.actor(), link).await)
    }

    /// Puts some on a map where the team wants them in the picture of relations.
    async fn lay_out_stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "On the map of which campaign.")] campaign: ID,
        #[graphql(desc = "Whom where: at most 1,000.")] places: Vec<StakeholderPlaceInput>,
    ) -> Result<StakeholderMapPayload> {
        let services = ctx.services();
        let places = places.iter().map(StakeholderPlaceInput::place).collect::<Result<Vec<_>>>()?;
        let campaign = id(&campaign)?;
        StakeholderMapPayload::of(service::lay_out(&services.pool, &services.env, ctx.actor(), campaign, &places).await)
    }

    /// Writes a contact into the log, or plans one.
    async fn log_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "On the map of which campaign.")] campaign: ID,
        #[graphql(desc = "The contact.")] input: EngagementInput,
    ) -> Result<EngagementPayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        EngagementPayload::of(engagements::log(&services.pool, &services.env, ctx.actor(), campaign, &draft).await)
    }

    /// Changes what is written of a contact.
    async fn edit_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: EngagementInput,
    ) -> Result<EngagementPayload> {
        let (services, contact) = (ctx.services(), crate::graph::scalars::id::<EngagementId>(&id)?);
        let draft = input.draft()?;
        EngagementPayload::of(
            engagements::edit(&services.pool, &services.env, ctx.actor(), (contact, version), &draft).await,
        )
    }

    /// Says that what was to follow a contact was done, or that it was not.
    async fn follow_up_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "It was done.")] done: bool,
    ) -> Result<EngagementPayload> {
        let (services, contact) = (ctx.services(), crate::graph::scalars::id::<EngagementId>(&id)?);
        EngagementPayload::of(
            engagements::follow_up(&services.pool, &services.env, ctx.actor(), (contact, version), done).await,
        )
    }

    /// Takes a contact out of the log.
    async fn remove_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<StakeholderMapPayload> {
        let (services, contact) = (ctx.services(), crate::graph::scalars::id::<EngagementId>(&id)?);
        StakeholderMapPayload::of(
            engagements::remove(&services.pool, &services.env, ctx.actor(), (contact, version)).await,
        )
    }

    /// Opens a confidential contact of which you are the author or in which you are named; that you did is written down.
    async fn open_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] id: ID,
    ) -> Result<EngagementPayload> {
        let (services, contact) = (ctx.services(), crate::graph::scalars::id::<EngagementId>(&id)?);
        EngagementPayload::of(engagements::open(&services.pool, &services.env, ctx.actor(), contact).await)
    }

    /// Reads a table of stakeholders, and says of each row what stands against it; with `take` all are put on the map, or none.
    async fn import_stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Onto the map of which campaign.")] campaign: ID,
        #[graphql(desc = "The table as CSV, its heads first; at most 2,000 rows.")] table: String,
        #[graphql(desc = "Take it; only read it when left out.", default)] take: bool,
    ) -> Result<StakeholderTablePayload> {
        let services = ctx.services();
        let campaign = id(&campaign)?;
        StakeholderTablePayload::of(
            import::import(&services.pool, &services.env, ctx.actor(), campaign, &table, take).await,
        )
    }
}
