//! Campaigns: what the team says to each other, and many pieces of work at once.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::campaigns::{
    comments::{self, On},
    work_many,
};
use sala_kernel::{CampaignCommentId, CampaignId, CampaignWorkId, Error, PersonId};

use super::{
    WorkKind, WorkStatus,
    changes::{CampaignPayload, about},
};
use crate::graph::{
    context::Ctx as _,
    error::{Violation, payload},
    loaders::broken,
    organisations::Organisation,
    people::Person,
    places::Place,
    rows::Plain,
    scalars::{Text, id, maybe_id},
};

/// Something said in a campaign.
#[derive(Debug)]
pub struct CampaignComment(comments::Comment);

impl From<comments::Comment> for CampaignComment {
    fn from(comment: comments::Comment) -> Self {
        Self(comment)
    }
}

impl Plain for CampaignComment {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// Something said in a campaign, to its team.
#[Object]
impl CampaignComment {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// On what: the id of the item, the piece of work, the value or the outcome, without its kind; the campaign's own for the
    /// campaign itself.
    async fn about(&self) -> String {
        self.0.about.to_string()
    }

    /// What is said; empty once it was taken back.
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// Who was told of it, as far as you may know them: at most 20.
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn mentions(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let mut known = ctx.loaders().load_many(self.0.mentions.iter().copied()).await.map_err(broken)?;
        Ok(self.0.mentions.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// By whom; null for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one(self.0.by).await.map_err(broken)?.map(Into::into))
    }

    /// For which organisation.
    async fn on_behalf_of(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(id) = self.0.on_behalf_of else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// It was taken back.
    async fn removed(&self) -> bool {
        self.0.removed
    }

    /// You said it.
    async fn yours(&self, ctx: &Context<'_>) -> bool {
        ctx.actor().person() == Some(self.0.by)
    }
}

payload! {
    /// What came of saying something.
    CampaignCommentPayload {
        /// What was said.
        comment: CampaignComment
    }
}

/// Something to be said in a campaign.
#[derive(Debug, InputObject)]
pub struct CampaignCommentInput {
    /// On what: a campaign, an item of its plan, a piece of work, a value of an indicator, or an outcome.
    about: ID,
    /// What is said: at most 4,000 characters.
    body: String,
    /// Who is told of it by mail: people who may know what the team knows, at most 20.
    #[graphql(default)]
    mentions: Vec<ID>,
}

/// A piece of work as it was read.
#[derive(Debug, InputObject)]
pub struct ReadWorkInput {
    /// Its id.
    id: ID,
    /// As it was read.
    version: i32,
}

/// What is to change in many pieces of work; what is left out stays.
#[derive(Debug, InputObject)]
pub struct ChangeManyWorkInput {
    /// Of which campaign.
    campaign: ID,
    /// Which: 1 to 200.
    work: Vec<ReadWorkInput>,
    /// Where they stand.
    status: Option<WorkStatus>,
    /// Which organisation does them.
    organisation: Option<ID>,
    /// Nobody does them yet.
    #[graphql(default)]
    nobody: bool,
    /// So many days later; earlier where it is below zero. At most ten years.
    days: Option<i32>,
}

/// A row of a table of work, as it was read.
#[derive(Debug, SimpleObject)]
pub struct WorkLine {
    /// Its number in the file; the heads are 1.
    line: i32,
    /// What it is.
    kind: WorkKind,
    /// What it is called.
    title: Text,
    /// Its first day.
    starts_on: Option<NaiveDate>,
    /// Its last day.
    due_on: Option<NaiveDate>,
    /// Which organisation does it.
    organisation: Option<Organisation>,
    /// Where.
    at: Option<Place>,
    /// Where it stands.
    status: WorkStatus,
    /// By which tactic: a code; empty where none is named.
    tactic: String,
    /// For whom it is: `public`, `influencer`, `decision_maker`; empty where it is not said.
    audience: String,
    /// What it seeks: `awareness`, `will`, `action`; empty where it is not said.
    change_sought: String,
    /// What is wrong with it.
    violations: Vec<Violation>,
}

/// A table of work, as it was read.
#[derive(Debug, SimpleObject)]
pub struct WorkTable {
    /// Its rows: at most 2,000.
    lines: Vec<WorkLine>,
    /// How many of them are wrong.
    wrong: i32,
    /// It was taken.
    taken: bool,
}

payload! {
    /// What came of reading a table of work.
    WorkTablePayload {
        /// The table.
        table: WorkTable
    }
}

/// Talking in campaigns, and many pieces of work at once.
#[derive(Debug, Default)]
pub struct TalkMutation;

#[Object]
impl TalkMutation {
    /// Says something to the team of a campaign, and tells some people of it.
    async fn comment_on_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What, on what.")] input: CampaignCommentInput,
    ) -> Result<CampaignCommentPayload> {
        let services = ctx.services();
        let on = match input.about.parse::<CampaignId>() {
            Ok(campaign) => On::Campaign(campaign),
            Err(_) => On::Thing(about(&input.about)?),
        };
        let mentions: Vec<PersonId> = input.mentions.iter().map(id).collect::<Result<_>>()?;
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        CampaignCommentPayload::of(comments::say(pool, env, ctx.actor(), on, (&input.body, &mentions), url).await)
    }

    /// Takes back what you said in a campaign: its words go.
    async fn take_back_campaign_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which comment.")] id: ID,
    ) -> Result<CampaignCommentPayload> {
        let (services, comment) = (ctx.services(), crate::graph::scalars::id::<CampaignCommentId>(&id)?);
        CampaignCommentPayload::of(comments::take_back(&services.pool, &services.env, ctx.actor(), comment).await)
    }

    /// Changes many pieces of work of one campaign, each as it was read; all of them or none.
    async fn change_many_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and what changes.")] input: ChangeManyWorkInput,
    ) -> Result<CampaignPayload> {
        let services = ctx.services();
        let chosen: Vec<(CampaignWorkId, i32)> =
            input.work.iter().map(|one| Ok((id(&one.id)?, one.version))).collect::<Result<_>>()?;
        let organisation = match maybe_id(input.organisation.as_ref())? {
            None => input.nobody.then_some(None),
            named => Some(named),
        };
        let change =
            work_many::Change { status: input.status.map(Into::into), organisation, days: input.days.map(i64::from) };
        let campaign: CampaignId = id(&input.campaign)?;
        let (pool, env) = (&services.pool, &services.env);
        CampaignPayload::of(work_many::change(pool, env, ctx.actor(), campaign, &chosen, &change).await)
    }

    /// Reads a table of work and says what stands against each row; with `take` everything is brought in, or nothing.
    async fn import_campaign_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Into which campaign.")] campaign: ID,
        #[graphql(desc = "The table as CSV with heads in its first line, at most 2,000 rows.")] table: String,
        #[graphql(desc = "Bring it in.", default)] take: bool,
    ) -> Result<WorkTablePayload> {
        let services = ctx.services();
        let (pool, env) = (&services.pool, &services.env);
        let lines = match work_many::import(pool, env, ctx.actor(), id(&campaign)?, &table, take).await {
            Ok(lines) => lines,
            Err(error) => return WorkTablePayload::of(Err::<WorkTable, _>(error)),
        };
        let organisations =
            ctx.loaders().load_many(lines.iter().filter_map(|l| l.draft.organisation)).await.map_err(broken)?;
        let places = ctx.loaders().load_many(lines.iter().filter_map(|l| l.draft.at.clone())).await.map_err(broken)?;
        let wrong = lines.iter().filter(|line| !line.violations.is_empty()).count();
        let told = lines.into_iter().map(|line| WorkLine {
            line: line.line,
            kind: line.kind.into(),
            title: line.draft.title.into(),
            starts_on: line.draft.starts_on,
            due_on: line.draft.due_on,
            organisation: line.draft.organisation.and_then(|o| organisations.get(&o).cloned()).map(Into::into),
            at: line.draft.at.and_then(|code| places.get(&code).cloned()).map(Into::into),
            status: line.draft.status.into(),
            tactic: line.draft.tactic,
            audience: line.draft.audience,
            change_sought: line.draft.change_sought,
            violations: line.violations.into_iter().map(Into::into).collect(),
        });
        let table = WorkTable { lines: told.collect(), wrong: i32::try_from(wrong).unwrap_or(i32::MAX), taken: take };
        WorkTablePayload::of(Ok::<_, Error>(table))
    }
}
