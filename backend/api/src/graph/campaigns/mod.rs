//! Campaigns: what there is to read.

mod changes;
mod indicators;
mod items;
mod kinds;
mod outcomes;
mod reading;
mod talk;
mod work;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::CampaignMutation;
use chrono::{DateTime, NaiveDate, Utc};
pub use indicators::IndicatorMutation;
pub use items::{PlanItem, PlanItemKind};
pub use kinds::{AskResponse, Currency};
pub use outcomes::{Outcome, OutcomeMutation};
use reading::{CampaignReport, CampaignReportInput, CampaignThread};
use sala_domain::{
    access::{Action, Reach},
    campaigns::{
        self, Sight, bodies::Body, comment_store, comments, history, items as domain_items, members, store, work_store,
    },
    networks,
};
use sala_kernel::{CampaignId, Money, NetworkId, OrganisationId, PersonId};
pub use talk::{CampaignComment, TalkMutation};
pub use work::{CampaignWork, WorkKind, WorkStatus};

use super::{
    context::Ctx as _,
    error::shape,
    groups::Group,
    loaders::{ItemsOf, broken},
    networks::Network,
    organisations::Organisation,
    page::{
        CampaignChangeConnection, CampaignCommentConnection, CampaignConnection, CampaignWorkConnection,
        OutcomeConnection, request,
    },
    people::Person,
    places::Place,
    rows::{Plain, leaf},
    scalars::{Text, id, maybe_id, text},
    terms::Term,
};

/// Where a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "campaigns::CampaignState")]
pub enum CampaignState {
    /// An idea.
    Concept,
    /// Being planned.
    Planning,
    /// The plan stands; it has not begun.
    Approved,
    /// Under way.
    Active,
    /// Halted for a reason, and may go on.
    Paused,
    /// Being looked back on.
    Closing,
    /// Over.
    Closed,
    /// Given up.
    Cancelled,
}

/// Who may know a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CampaignVisibility", remote = "campaigns::Visibility")]
pub enum Visibility {
    /// Everybody, once it has begun.
    Public,
    /// The members of the network.
    Members,
    /// Those who take part.
    Team,
}

/// From where a campaign presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CampaignApproach", remote = "campaigns::Approach")]
pub enum Approach {
    /// From within, with those who decide.
    Insider,
    /// From without, with those who are concerned.
    Outsider,
    /// Both.
    Mixed,
}

/// Which part an organisation has in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "campaigns::CampaignRole")]
pub enum CampaignRole {
    /// Leads it.
    Lead,
    /// Leads it with another.
    CoLead,
    /// Does a part of the work.
    Supporting,
    /// Gives advice.
    Advisory,
}

/// What an organisation has said to its part in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "CampaignMemberState", remote = "campaigns::MemberState")]
pub enum MemberState {
    /// It is asked.
    Invited,
    /// It takes part.
    Accepted,
    /// It does not.
    Declined,
    /// It did, and does no more.
    Left,
}

/// An organisation's part in a campaign.
#[derive(Debug, SimpleObject)]
pub struct CampaignMember {
    /// Which organisation.
    organisation: Organisation,
    /// Which part.
    role: CampaignRole,
    /// What it has said.
    state: MemberState,
    /// What it takes upon itself; empty for those who are no members.
    commitment: String,
    /// What it said with its answer; for the team alone.
    note: String,
    /// Since when it is asked.
    invited_at: DateTime<Utc>,
    /// When it answered.
    answered_at: Option<DateTime<Utc>>,
    /// You answer for it.
    you_answer: bool,
}

/// How much an organisation has to do in a campaign.
#[derive(Debug, SimpleObject)]
pub struct CampaignLoad {
    /// Which organisation; null for what nobody has taken, and for those who are not for you.
    organisation: Option<Organisation>,
    /// All that was not given up.
    all: i64,
    /// Done.
    done: i64,
    /// Still to be done, and its last day is past.
    overdue: i64,
}

/// What is planned and spent in one currency.
#[derive(Debug, SimpleObject)]
pub struct BudgetSum {
    /// In which currency.
    currency: Currency,
    /// Planned: an exact amount in decimal figures.
    planned: String,
    /// Spent so far: an exact amount in decimal figures.
    spent: String,
}

/// A campaign's money: each currency by itself, and both in dollars by a dated rate.
#[derive(Debug, SimpleObject)]
pub struct CampaignBudget {
    /// The sum of each currency that is used.
    sums: Vec<BudgetSum>,
    /// All of it in dollars, to the nearest cent; null as long as nobody has entered a dated rate.
    in_dollars: Option<BudgetSum>,
    /// The day of the rate.
    rate_on: Option<NaiveDate>,
    /// So many riel are a dollar on that day.
    riel_per_dollar: Option<i32>,
    /// By what one knows the rate.
    rate_source: String,
}

/// What you may do with a campaign.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct CampaignViewerCan {
    /// Know what the team alone may know.
    view_inside: bool,
    /// Know its map of stakeholders.
    view_map: bool,
    /// Change its plan and do its work.
    edit: bool,
    /// Write down how far it has come.
    measure: bool,
    /// Judge what is written of outcomes, and ask outsiders about them.
    review: bool,
    /// Make outcomes public.
    publish: bool,
    /// Say something to its team.
    talk: bool,
    /// Say who takes part, when it begins, rests and ends.
    lead: bool,
    /// Approve its plan.
    approve: bool,
    /// Give it up.
    cancel: bool,
}

/// A change of one field.
#[derive(Debug)]
pub struct CampaignChange(history::Change);

impl From<history::Change> for CampaignChange {
    fn from(change: history::Change) -> Self {
        Self(change)
    }
}

impl Plain for CampaignChange {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A change of one field of a campaign, or of something in it.
#[Object]
impl CampaignChange {
    /// Of what: `campaign`, `member`, an item's kind, or a piece of work's kind.
    async fn about(&self) -> &str {
        &self.0.about
    }

    /// Which field.
    async fn field(&self) -> &str {
        &self.0.field
    }

    /// What it was, as JSON; `null` before there was anything.
    async fn was(&self) -> String {
        self.0.was.to_string()
    }

    /// What it became, as JSON; `null` once it was taken out.
    async fn now(&self) -> String {
        self.0.now.to_string()
    }

    /// Who changed it; null for the hub itself, and for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id): Option<PersonId> = self.0.by else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// For which organisation.
    async fn on_behalf_of(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(id): Option<OrganisationId> = self.0.on_behalf_of else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}

/// A campaign.
#[derive(Debug)]
pub struct Campaign(campaigns::Campaign);

impl From<campaigns::Campaign> for Campaign {
    fn from(campaign: campaigns::Campaign) -> Self {
        Self(campaign)
    }
}

impl Plain for Campaign {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.title, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

impl Campaign {
    fn sight(&self, ctx: &Context<'_>) -> Sight {
        self.0.sight(ctx.actor())
    }

    fn inside(&self, ctx: &Context<'_>) -> bool {
        self.sight(ctx) == Sight::Team
    }

    fn inside_text(&self, ctx: &Context<'_>, text: &str) -> String {
        if self.inside(ctx) { text.to_owned() } else { String::new() }
    }
}

/// What organisations do together to change something: from the problem to the ask to the outcome.
#[Object]
impl Campaign {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// Run by which working group, if by one.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        let Some(group) = self.0.group else { return Ok(None) };
        Ok(ctx.loaders().load_one(group).await.map_err(broken)?.map(Into::into))
    }

    /// What it is called.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// What is wrong.
    async fn problem(&self) -> Text {
        self.0.problem.clone().into()
    }

    /// What is to be reached.
    async fn goal(&self) -> Text {
        self.0.goal.clone().into()
    }

    /// Whom the problem touches.
    async fn affected(&self) -> Text {
        self.0.affected.clone().into()
    }

    /// The laws and policies it is about, as they are cited.
    async fn policies(&self) -> &str {
        &self.0.policies
    }

    /// From where it presses; null for those who are not in the team.
    async fn approach(&self, ctx: &Context<'_>) -> Option<Approach> {
        self.inside(ctx).then(|| self.0.approach.into())
    }

    /// Who may know it.
    async fn visibility(&self) -> Visibility {
        self.0.visibility.into()
    }

    /// What to mind so that nobody is set against anybody; for the team alone, else empty.
    async fn conflict_note(&self, ctx: &Context<'_>) -> String {
        self.inside_text(ctx, &self.0.conflict_note)
    }

    /// What to mind so that nobody is harmed by those who act; for the team alone, else empty.
    async fn safeguarding_note(&self, ctx: &Context<'_>) -> String {
        self.inside_text(ctx, &self.0.safeguarding_note)
    }

    /// Its first day.
    async fn starts_on(&self) -> Option<NaiveDate> {
        self.0.starts_on
    }

    /// Its last day.
    async fn ends_on(&self) -> Option<NaiveDate> {
        self.0.ends_on
    }

    /// Where.
    async fn places(&self, ctx: &Context<'_>) -> Result<Vec<Place>> {
        let mut known = ctx.loaders().load_many(self.0.places.iter().cloned()).await.map_err(broken)?;
        Ok(self.0.places.iter().filter_map(|code| known.remove(code)).map(Into::into).collect())
    }

    /// What it is about.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        super::mandates::terms(ctx, &self.0.themes).await
    }

    /// Where it stands.
    async fn state(&self) -> CampaignState {
        self.0.state.into()
    }

    /// Why it rests or was given up; for the team alone, else empty.
    async fn state_reason(&self, ctx: &Context<'_>) -> String {
        self.inside_text(ctx, &self.0.state_reason)
    }

    /// What was learnt; for the team alone, else empty.
    async fn debrief(&self, ctx: &Context<'_>) -> String {
        self.inside_text(ctx, &self.0.debrief)
    }

    /// Where it stands, since when.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.moved_at
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The organisation that leads it, as far as you may know it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(lead) = self.0.lead else { return Ok(None) };
        Ok(ctx.loaders().load_one(lead).await.map_err(broken)?.map(Into::into))
    }

    /// Who takes part, those who lead first, as far as you may know them: at most 200. Those who are asked, have declined or
    /// have left are told to the team alone.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<CampaignMember>> {
        let sight = self.sight(ctx);
        let inside = sight == Sight::Team;
        let speaks = Reach::of(ctx.actor(), Action::AnswerForCampaign);
        let all = members::list(&ctx.services().pool, &[self.0.id.0]).await.map_err(shape)?;
        let mut known = ctx.loaders().load_many(all.iter().map(|m| m.organisation)).await.map_err(broken)?;
        let told = all.into_iter().filter_map(|member| {
            let organisation = known.remove(&member.organisation)?;
            let you_answer = speaks.owns(member.organisation);
            let shown = inside || you_answer || member.state == campaigns::MemberState::Accepted;
            shown.then(|| CampaignMember {
                organisation: organisation.into(),
                role: member.role.into(),
                state: member.state.into(),
                commitment: if sight >= Sight::Members || you_answer { member.commitment } else { String::new() },
                note: if inside { member.note } else { String::new() },
                invited_at: member.invited_at,
                answered_at: member.answered_at,
                you_answer,
            })
        });
        Ok(told.collect())
    }

    /// What its plan is made of, by kind and place: at most 100 of each kind. Everybody who knows it is told objectives and
    /// asks; members also steps, messages, markers and indicators; the team alone risks, forces and budget lines.
    #[graphql(complexity = "kinds.as_ref().map_or(40, |kinds| 12 * kinds.len()) * child_complexity + 5")]
    async fn items(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of these kinds; of all when left out.")] kinds: Option<Vec<PlanItemKind>>,
    ) -> Result<Vec<PlanItem>> {
        let sight = self.sight(ctx);
        let wanted: Vec<campaigns::ItemKind> = campaigns::ItemKind::ALL
            .iter()
            .copied()
            .filter(|kind| kind.sight() <= sight)
            .filter(|kind| kinds.as_ref().is_none_or(|kinds| kinds.contains(&(*kind).into())))
            .collect();
        let mut found = ctx.loaders().load_one(ItemsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        found.retain(|item| wanted.contains(&item.body.kind()));
        if sight < Sight::Members {
            // By whom one knows what was answered is nothing for outside.
            for item in &mut found {
                if let Body::Ask(ask) = &mut item.body {
                    ask.source.clear();
                }
            }
        }
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// Its money; for the team alone, else null.
    #[graphql(complexity = "5 * child_complexity + 5")]
    async fn budget(&self, ctx: &Context<'_>) -> Result<Option<CampaignBudget>> {
        if !self.inside(ctx) {
            return Ok(None);
        }
        let lines = ctx.loaders().load_one(ItemsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let totals = domain_items::totals(&lines);
        let sum = |currency: sala_kernel::Currency, (planned, spent): (i64, i64)| {
            let figures = |hundredths| Money { hundredths, currency }.figures();
            BudgetSum { currency: currency.into(), planned: figures(planned), spent: figures(spent) }
        };
        let rate = self.0.rate.as_ref();
        Ok(Some(CampaignBudget {
            sums: totals.iter().map(|(currency, amounts)| sum(*currency, *amounts)).collect(),
            in_dollars: rate.map(|rate| sum(sala_kernel::Currency::USD, domain_items::in_dollars(&totals, rate))),
            rate_on: rate.map(|rate| rate.on),
            riel_per_dollar: rate.map(|rate| rate.riel_per_dollar),
            rate_source: rate.map(|rate| rate.source.clone()).unwrap_or_default(),
        }))
    }

    /// What is done and when, by its place on the board: for members, tasks and notes for the team alone; nothing for others.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of these kinds; of all when left out.")] kinds: Option<Vec<WorkKind>>,
        #[graphql(desc = "Of this organisation.")] organisation: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CampaignWorkConnection> {
        let page = request(first, after.as_deref())?;
        let sight = self.sight(ctx);
        let kinds: Vec<campaigns::WorkKind> = campaigns::WorkKind::ALL
            .iter()
            .copied()
            .filter(|kind| kind.sight() <= sight)
            .filter(|kind| kinds.as_ref().is_none_or(|kinds| kinds.contains(&(*kind).into())))
            .collect();
        let wanted = work_store::Wanted {
            campaign: Some(self.0.id),
            kinds: Some(kinds),
            organisation: maybe_id(organisation.as_ref())?,
            ..work_store::Wanted::default()
        };
        let mut found = work_store::list(&ctx.services().pool, &wanted, &page).await.map_err(shape)?;
        if sight < Sight::Team {
            for (_, work) in &mut found.items {
                work.note.clear();
            }
        }
        Ok(CampaignWorkConnection::of(found))
    }

    /// What the lines of its budget pay for, at most 1,000 pieces of work; for the team alone, else empty.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn paid_work(&self, ctx: &Context<'_>) -> Result<Vec<CampaignWork>> {
        if self.sight(ctx) < Sight::Team {
            return Ok(Vec::new());
        }
        let found = work_store::paid(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// What has changed because of it, the latest written first; those who are not in the team are told what is published.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn outcomes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<OutcomeConnection> {
        let page = request(first, after.as_deref())?;
        Ok(OutcomeConnection::of(outcomes::list(ctx, &self.0, &page).await?))
    }

    /// The golden thread: from the evidence to the paper to the ask to what came of it, and back.
    #[graphql(complexity = "10 * child_complexity + 100")]
    async fn thread(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What hangs together with this thing alone: what leads there, and what comes of it.")]
        through: Option<ID>,
    ) -> Result<CampaignThread> {
        reading::thread(ctx, &self.0, through).await
    }

    /// A report; refused to those who are not in the team.
    #[graphql(complexity = "200")]
    async fn report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, of what.")] input: CampaignReportInput,
    ) -> Result<CampaignReport> {
        reading::report(ctx, &self.0, input).await
    }

    /// Who has how much to do, the busiest first; for the team alone, else empty.
    #[graphql(complexity = "20 * child_complexity + 5")]
    async fn load(&self, ctx: &Context<'_>) -> Result<Vec<CampaignLoad>> {
        if !self.inside(ctx) {
            return Ok(Vec::new());
        }
        let services = ctx.services();
        let today = networks::store::today(&services.pool, &services.env, self.0.network).await.map_err(shape)?;
        let found = work_store::load(&services.pool, self.0.id, today).await.map_err(shape)?;
        let mut known = ctx.loaders().load_many(found.iter().filter_map(|l| l.organisation)).await.map_err(broken)?;
        let told = found.into_iter().map(|load| CampaignLoad {
            organisation: load.organisation.and_then(|id| known.remove(&id)).map(Into::into),
            all: load.all,
            done: load.done,
            overdue: load.overdue,
        });
        Ok(told.collect())
    }

    /// What the team says to each other in it, the latest first; for the team alone, else empty.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn comments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "On this item, piece of work, value or outcome alone.")] about: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CampaignCommentConnection> {
        let page = request(first, after.as_deref())?;
        if !self.inside(ctx) {
            return Ok(CampaignCommentConnection::of(sala_kernel::Page::<comments::Comment>::default()));
        }
        let about = about.and_then(|id| uuid::Uuid::try_parse(id.split_once(':')?.1).ok());
        let found = comment_store::list(&ctx.services().pool, self.0.id, about, &page).await.map_err(shape)?;
        Ok(CampaignCommentConnection::of(found))
    }

    /// What changed in it, the newest first; for the team alone, else empty.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of this item or piece of work alone.")] about: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CampaignChangeConnection> {
        let page = request(first, after.as_deref())?;
        if !self.inside(ctx) {
            return Ok(CampaignChangeConnection::of(sala_kernel::Page::<history::Change>::default()));
        }
        let about = about.and_then(|id| uuid::Uuid::try_parse(id.split_once(':')?.1).ok());
        let found = history::list(&ctx.services().pool, self.0.id, about, &page).await.map_err(shape)?;
        Ok(CampaignChangeConnection::of(found))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> CampaignViewerCan {
        let open = self.0.state.is_open();
        let may = |action, facts: &sala_domain::access::Facts| Reach::with_self(ctx.actor(), action).covers(facts);
        let team = self.0.team_facts();
        CampaignViewerCan {
            view_inside: self.inside(ctx),
            view_map: may(Action::ViewMap, &team),
            edit: open && may(Action::EditCampaign, &team),
            measure: open && may(Action::MeasureCampaign, &team),
            review: open && may(Action::ReviewOutcomes, &team),
            publish: open && may(Action::PublishOutcome, &team),
            talk: may(Action::TalkInCampaign, &team),
            lead: open && may(Action::LeadCampaign, &self.0.lead_facts()),
            approve: open && may(Action::ApproveCampaign, &team),
            cancel: open && may(Action::CancelCampaign, &team),
        }
    }
}

/// Finding campaigns.
#[derive(Debug, Default)]
pub struct CampaignQuery;

#[Object]
impl CampaignQuery {
    /// A campaign by its id; null for what does not exist, or not for you.
    async fn campaign(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Campaign>> {
        let Ok(id) = id.parse::<CampaignId>() else { return Ok(None) };
        let Some(found) = ctx.loaders().load_one(id).await.map_err(broken)? else { return Ok(None) };
        crate::graph::prefetch::campaign(ctx, &found).await?;
        Ok(Some(found.into()))
    }

    /// The campaigns of a network that you may know, the latest moved first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    #[expect(clippy::too_many_arguments, reason = "each narrows the list")]
    async fn campaigns(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "In one of these states; in any when left out.")] states: Option<Vec<CampaignState>>,
        #[graphql(desc = "In which this organisation takes part.")] with: Option<ID>,
        #[graphql(desc = "With an organisation: where it is asked and has not answered.", default)] asked: bool,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CampaignConnection> {
        let page = request(first, after.as_deref())?;
        let network: NetworkId = id(&network)?;
        let with: Option<OrganisationId> = maybe_id(with.as_ref())?;
        // Who is asked is told to its own people and to the team; a list that tells it is for its own people alone.
        if asked && !with.is_some_and(|o| Reach::of(ctx.actor(), Action::ViewActs).owns(o)) {
            return Ok(CampaignConnection::of(sala_kernel::Page::<campaigns::Campaign>::default()));
        }
        let known = match with {
            Some(organisation) => ctx.loaders().load_one(organisation).await.map_err(broken)?.is_some(),
            None => true,
        };
        if !known {
            return Ok(CampaignConnection::of(sala_kernel::Page::<campaigns::Campaign>::default()));
        }
        let wanted = store::Wanted {
            network: Some(network),
            states: states.map(|all| all.into_iter().map(Into::into).collect()),
            with,
            asked,
            ..store::Wanted::default()
        };
        let found = store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await.map_err(shape)?;
        Ok(CampaignConnection::of(found))
    }
}
