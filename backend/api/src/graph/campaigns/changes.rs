//! Campaigns: what there is to do.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use sala_domain::campaigns::{
    CampaignDraft, Rate,
    beginnings::{self, Beginning},
    documents::{About, attach},
    items, members, service, work,
};
use sala_kernel::{CampaignId, CampaignItemId, CampaignWorkId, DocumentId, OrganisationId, PlaceCode};

use super::{
    Approach, Campaign, CampaignRole, CampaignState, PlanItem, Visibility, WorkKind, WorkStatus,
    items::PlanItemInput,
    work::{CampaignWork, CampaignWorkInput},
};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    scalars::{LanguageCode, TextInput, id, maybe_id},
};

/// What a campaign is to say of itself.
#[derive(Debug, InputObject)]
pub struct CampaignInput {
    /// What it is called; one language is enough.
    title: TextInput,
    /// What is wrong.
    problem: TextInput,
    /// What is to be reached.
    goal: TextInput,
    /// Whom the problem touches.
    affected: TextInput,
    /// The laws and policies it is about, as they are cited.
    #[graphql(default)]
    policies: String,
    /// From where it presses.
    approach: Approach,
    /// Who may know it; changed by those who lead it.
    visibility: Visibility,
    /// What to mind so that nobody is set against anybody.
    #[graphql(default)]
    conflict_note: String,
    /// What to mind so that nobody is harmed by those who act.
    #[graphql(default)]
    safeguarding_note: String,
    /// Its first day.
    starts_on: Option<NaiveDate>,
    /// Its last day.
    ends_on: Option<NaiveDate>,
    /// Where.
    #[graphql(default)]
    places: Vec<ID>,
    /// Codes of its themes.
    #[graphql(default)]
    themes: Vec<String>,
}

impl CampaignInput {
    fn draft(self) -> Result<CampaignDraft> {
        Ok(CampaignDraft {
            title: self.title.into(),
            problem: self.problem.into(),
            goal: self.goal.into(),
            affected: self.affected.into(),
            policies: self.policies,
            approach: self.approach.into(),
            visibility: self.visibility.into(),
            conflict_note: self.conflict_note,
            safeguarding_note: self.safeguarding_note,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            places: self.places.iter().map(id::<PlaceCode>).collect::<Result<_>>()?,
            themes: self.themes,
        })
    }
}

/// A plan that is made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "beginnings::Template")]
pub enum CampaignTemplate {
    /// A national law.
    NationalLaw,
    /// That communes show their budgets.
    CommuneBudget,
    /// That a public service becomes better.
    ServiceQuality,
}

/// A campaign to be begun.
#[derive(Debug, InputObject)]
pub struct StartCampaignInput {
    /// In which network.
    network: ID,
    /// Run by which working group, if by one.
    group: Option<ID>,
    /// Which organisation leads it.
    lead: ID,
    /// What it says of itself.
    campaign: CampaignInput,
    /// A template to begin with.
    template: Option<CampaignTemplate>,
    /// In which language, where a template has room for one alone.
    language: Option<LanguageCode>,
    /// An earlier campaign to begin with, of whose team you are: its plan is taken over, with nothing answered, spent or reached.
    like: Option<ID>,
}

/// A part in a campaign.
#[derive(Debug, InputObject)]
pub struct InviteToCampaignInput {
    /// Which campaign.
    campaign: ID,
    /// Which organisation.
    organisation: ID,
    /// Which part.
    role: CampaignRole,
    /// What it is to take upon itself.
    #[graphql(default)]
    commitment: String,
}

payload! {
    /// What came of a change to a campaign.
    CampaignPayload {
        /// The campaign as it is now.
        campaign: Campaign
    }
}

payload! {
    /// What came of a change to an item of a plan.
    PlanItemPayload {
        /// The item as it is now.
        item: PlanItem
    }
}

payload! {
    /// What came of a change to a piece of work.
    CampaignWorkPayload {
        /// The work as it is now.
        work: CampaignWork
    }
}

/// What in a campaign an id is of.
pub(super) fn about(id: &ID) -> Result<About> {
    id.parse()
        .map(About::Item)
        .or_else(|_| id.parse().map(About::Work))
        .or_else(|_| id.parse().map(About::Value))
        .or_else(|_| id.parse().map(About::Outcome))
        .map_err(|_| crate::graph::error::shape(sala_kernel::Error::NotFound))
}

/// Beginning campaigns, planning them, doing their work.
#[derive(Debug, Default)]
pub struct CampaignMutation;

#[Object]
impl CampaignMutation {
    /// Begins a campaign, led by an organisation.
    async fn start_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign.")] input: StartCampaignInput,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let new = service::NewCampaign {
            network: id(&input.network)?,
            group: maybe_id(input.group.as_ref())?,
            lead: id(&input.lead)?,
            draft: input.campaign.draft()?,
            beginning: match (input.template, maybe_id(input.like.as_ref())?) {
                (_, Some(earlier)) => Beginning::Like(earlier),
                (Some(template), None) => {
                    Beginning::From(template.into(), input.language.unwrap_or(LanguageCode::En).into())
                }
                (None, None) => Beginning::Nothing,
            },
        };
        CampaignPayload::of(service::start(&services.pool, &services.env, ctx.actor(), new).await)
    }

    /// Changes what a campaign says of itself.
    async fn edit_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The campaign as it is to be.")] input: CampaignInput,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let campaign: CampaignId = crate::graph::scalars::id(&id)?;
        let draft = input.draft()?;
        CampaignPayload::of(service::edit(&services.pool, &services.env, ctx.actor(), campaign, version, draft).await)
    }

    /// Moves a campaign on, once nothing is missing for the step; each gap is named.
    async fn move_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] id: ID,
        #[graphql(desc = "Where to.")] to: CampaignState,
        #[graphql(
            desc = "Why; needed to let it rest and to give it up. What was learnt; needed to close it.",
            default
        )]
        reason: String,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let campaign: CampaignId = crate::graph::scalars::id(&id)?;
        CampaignPayload::of(service::go(&services.pool, &services.env, ctx.actor(), campaign, to.into(), &reason).await)
    }

    /// Says by which dated rate a campaign's riel are told in dollars.
    async fn set_campaign_rate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] id: ID,
        #[graphql(desc = "The day of the rate, not one to come.")] on: NaiveDate,
        #[graphql(desc = "So many riel are a dollar, 1 to 100,000.")] riel_per_dollar: i32,
        #[graphql(desc = "By what one knows.")] source: String,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let campaign: CampaignId = crate::graph::scalars::id(&id)?;
        let rate = Rate { on, riel_per_dollar, source };
        CampaignPayload::of(service::set_rate(&services.pool, &services.env, ctx.actor(), campaign, rate).await)
    }

    /// Asks an organisation to take a part in a campaign, or changes the part of one that has it.
    async fn invite_to_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, into what.")] input: InviteToCampaignInput,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let campaign: CampaignId = id(&input.campaign)?;
        let organisation: OrganisationId = id(&input.organisation)?;
        let role = input.role.into();
        CampaignPayload::of(
            members::invite(
                &services.pool,
                &services.env,
                ctx.actor(),
                campaign,
                organisation,
                role,
                &input.commitment,
            )
            .await,
        )
    }

    /// Accepts an organisation's part in a campaign, declines it, or leaves. What it still had to do goes back to the lead.
    async fn answer_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] campaign: ID,
        #[graphql(desc = "Which organisation.")] organisation: ID,
        #[graphql(desc = "It takes part.")] accepts: bool,
        #[graphql(desc = "What it says with it; needed to leave.", default)] note: String,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let (campaign, organisation): (CampaignId, OrganisationId) = (id(&campaign)?, id(&organisation)?);
        CampaignPayload::of(
            members::answer(&services.pool, &services.env, ctx.actor(), campaign, organisation, accepts, &note).await,
        )
    }

    /// Says on which documents of the library something in a campaign rests: an item of its plan, a piece of work, a value of an
    /// indicator, or an outcome.
    async fn set_campaign_documents(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What rests on them.")] about: ID,
        #[graphql(desc = "All its documents, at most 20; those you may not know stay as they are.")] documents: Vec<ID>,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let about = self::about(&about)?;
        let documents: Vec<DocumentId> = documents.iter().map(id).collect::<Result<_>>()?;
        CampaignPayload::of(attach(&services.pool, &services.env, ctx.actor(), about, &documents).await)
    }

    /// Puts an item into a campaign's plan.
    async fn add_plan_item(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] campaign: ID,
        #[graphql(desc = "The item.")] input: PlanItemInput,
    ) -> Result<PlanItemPayload> {
        let services = ctx.services();
        let campaign: CampaignId = id(&campaign)?;
        let draft = input.draft()?;
        PlanItemPayload::of(items::add(&services.pool, &services.env, ctx.actor(), campaign, draft).await)
    }

    /// Changes an item of a plan.
    async fn edit_plan_item(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which item.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The item as it is to be.")] input: PlanItemInput,
    ) -> Result<PlanItemPayload> {
        let services = ctx.services();
        let item: CampaignItemId = crate::graph::scalars::id(&id)?;
        let draft = input.draft()?;
        PlanItemPayload::of(items::edit(&services.pool, &services.env, ctx.actor(), item, version, draft).await)
    }

    /// Takes an item out of a plan; its history stays.
    async fn remove_plan_item(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which item.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let item: CampaignItemId = crate::graph::scalars::id(&id)?;
        CampaignPayload::of(items::remove(&services.pool, &services.env, ctx.actor(), item, version).await)
    }

    /// Puts a piece of work into a campaign.
    async fn add_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which campaign.")] campaign: ID,
        #[graphql(desc = "What it is.")] kind: WorkKind,
        #[graphql(desc = "The work.")] input: CampaignWorkInput,
    ) -> Result<CampaignWorkPayload> {
        let services = ctx.services();
        let campaign: CampaignId = id(&campaign)?;
        let draft = input.draft()?;
        CampaignWorkPayload::of(
            work::add(&services.pool, &services.env, ctx.actor(), campaign, kind.into(), draft).await,
        )
    }

    /// Changes a piece of work.
    async fn edit_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which work.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The work as it is to be.")] input: CampaignWorkInput,
    ) -> Result<CampaignWorkPayload> {
        let services = ctx.services();
        let work: CampaignWorkId = crate::graph::scalars::id(&id)?;
        let draft = input.draft()?;
        CampaignWorkPayload::of(work::edit(&services.pool, &services.env, ctx.actor(), work, version, draft).await)
    }

    /// Puts a card into a column of the board, behind another card.
    async fn put_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which work.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Into which column.")] status: WorkStatus,
        #[graphql(desc = "Behind which card; first in the column when left out.")] after: Option<ID>,
    ) -> Result<CampaignWorkPayload> {
        let services = ctx.services();
        let work: CampaignWorkId = crate::graph::scalars::id(&id)?;
        let to = work::Put { status: status.into(), after: maybe_id(after.as_ref())? };
        CampaignWorkPayload::of(work::put(&services.pool, &services.env, ctx.actor(), work, version, to).await)
    }

    /// Moves a piece of work to other days.
    async fn shift_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which work.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Its first day.")] starts_on: Option<NaiveDate>,
        #[graphql(desc = "Its last day.")] due_on: Option<NaiveDate>,
    ) -> Result<CampaignWorkPayload> {
        let services = ctx.services();
        let work: CampaignWorkId = crate::graph::scalars::id(&id)?;
        CampaignWorkPayload::of(
            work::shift(&services.pool, &services.env, ctx.actor(), work, version, (starts_on, due_on)).await,
        )
    }

    /// Takes a piece of work out of a campaign; its history stays.
    async fn remove_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which work.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let work: CampaignWorkId = crate::graph::scalars::id(&id)?;
        CampaignPayload::of(work::remove(&services.pool, &services.env, ctx.actor(), work, version).await)
    }
}
