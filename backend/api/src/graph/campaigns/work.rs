//! Campaigns: what is done and when.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::campaigns::{self, work::WorkDraft};
use sala_kernel::{OrganisationId, PersonId};

use crate::graph::{
    context::Ctx as _,
    evidence::Document,
    loaders::broken,
    organisations::Organisation,
    people::Person,
    places::Place,
    rows::{Plain, leaf},
    scalars::{Text, TextInput, maybe_id, text},
};

/// What a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CampaignWorkKind", remote = "campaigns::WorkKind")]
pub enum WorkKind {
    /// Something that is done towards somebody.
    Activity,
    /// A day by which something stands.
    Milestone,
    /// Something somebody has to do.
    Task,
    /// A time in which policy can be moved.
    Window,
}

/// Where a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CampaignWorkStatus", remote = "campaigns::WorkStatus")]
pub enum WorkStatus {
    /// To be done.
    Todo,
    /// Being done.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

/// A piece of work.
#[derive(Debug)]
pub struct CampaignWork(campaigns::Work);

impl From<campaigns::Work> for CampaignWork {
    fn from(work: campaigns::Work) -> Self {
        Self(work)
    }
}

impl Plain for CampaignWork {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.title, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// Something that is done in a campaign, or the days on which it can be.
#[Object]
impl CampaignWork {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it is.
    async fn kind(&self) -> WorkKind {
        self.0.kind.into()
    }

    /// What it is called.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// More about it; empty for those who are not in the team.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// By what one knows of it.
    async fn source(&self) -> &str {
        &self.0.source
    }

    /// Its first day.
    async fn starts_on(&self) -> Option<NaiveDate> {
        self.0.starts_on
    }

    /// Its last day.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.0.due_on
    }

    /// How much the team has said of it; nought for those who are not in it.
    async fn comment_count(&self, ctx: &Context<'_>) -> Result<i64> {
        super::indicators::said(ctx, self.0.campaign, self.0.id.0).await
    }

    /// The documents of the library it rests on that you may know; for the team alone, else empty.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        super::indicators::inside(ctx, self.0.campaign, self.0.id.0).await
    }

    /// Which organisation does it, as far as you may know it.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(id): Option<OrganisationId> = self.0.organisation else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// Who does it, as far as you may know them.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id): Option<PersonId> = self.0.person else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// Where.
    async fn at(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let Some(code) = self.0.at.clone() else { return Ok(None) };
        Ok(ctx.loaders().load_one(code).await.map_err(broken)?.map(Into::into))
    }

    /// By which tactic: a code.
    async fn tactic(&self) -> &str {
        &self.0.tactic
    }

    /// What it seeks: `awareness`, `will` or `action`.
    async fn change_sought(&self) -> &str {
        &self.0.change_sought
    }

    /// For whom it is: `public`, `influencer` or `decision_maker`.
    async fn audience(&self) -> &str {
        &self.0.audience
    }

    /// The line of the budget that pays for it; for the team alone, else null.
    async fn budget_line(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let Some(line) = self.0.budget_line else { return Ok(None) };
        let campaign: Option<campaigns::Campaign> = ctx.loaders().load_one(self.0.campaign).await.map_err(broken)?;
        let inside = campaign.is_some_and(|c| c.sight(ctx.actor()) == campaigns::Sight::Team);
        Ok(inside.then(|| line.to_string().into()))
    }

    /// The policy window it prepares.
    async fn window(&self) -> Option<ID> {
        self.0.window.map(|window| window.to_string().into())
    }

    /// Where it stands.
    async fn status(&self) -> WorkStatus {
        self.0.status.into()
    }

    /// Since when it is done.
    async fn done_at(&self) -> Option<DateTime<Utc>> {
        self.0.done_at
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// What a piece of work is to be.
#[derive(Debug, InputObject)]
pub struct CampaignWorkInput {
    /// What it is called.
    title: TextInput,
    /// More about it.
    #[graphql(default)]
    note: String,
    /// By what one knows of it; needed for windows.
    #[graphql(default)]
    source: String,
    /// Its first day; needed for windows.
    starts_on: Option<NaiveDate>,
    /// Its last day; needed for windows and milestones.
    due_on: Option<NaiveDate>,
    /// Which organisation does it: one that takes part.
    organisation: Option<ID>,
    /// Who does it: one of that organisation's people.
    person: Option<ID>,
    /// Where.
    at: Option<ID>,
    /// By which tactic: a code.
    #[graphql(default)]
    tactic: String,
    /// What it seeks: `awareness`, `will` or `action`.
    #[graphql(default)]
    change_sought: String,
    /// For whom it is: `public`, `influencer` or `decision_maker`.
    #[graphql(default)]
    audience: String,
    /// The line of the campaign's budget that pays for it.
    budget_line: Option<ID>,
    /// The policy window it prepares.
    window: Option<ID>,
    /// Where it stands.
    status: WorkStatus,
}

impl CampaignWorkInput {
    pub(super) fn draft(self) -> Result<WorkDraft> {
        Ok(WorkDraft {
            title: self.title.into(),
            note: self.note,
            source: self.source,
            starts_on: self.starts_on,
            due_on: self.due_on,
            organisation: maybe_id(self.organisation.as_ref())?,
            person: maybe_id(self.person.as_ref())?,
            at: maybe_id(self.at.as_ref())?,
            tactic: self.tactic,
            change_sought: self.change_sought,
            audience: self.audience,
            budget_line: maybe_id(self.budget_line.as_ref())?,
            window: maybe_id(self.window.as_ref())?,
            status: self.status.into(),
        })
    }
}
