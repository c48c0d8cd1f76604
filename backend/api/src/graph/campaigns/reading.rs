//! Campaigns: the golden thread, and reports.

use async_graphql::{Context, Enum, ID, Result, SimpleObject};
use chrono::NaiveDate;
use sala_domain::{campaigns, reports, thread};
use sala_kernel::{CampaignItemId, DocumentId, OutcomeId, PaperId, StakeholderId};

use super::items::PlanItemKind;
use crate::graph::{
    context::Ctx as _,
    error::shape,
    scalars::{LanguageCode, Text},
};

/// What hangs on the golden thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ThreadKind {
    /// A document of the library.
    Document,
    /// A paper.
    Paper,
    /// An objective, an ask, or an indicator.
    Item,
    /// Somebody on the map of stakeholders, for those who may know it.
    Stakeholder,
    /// What has changed.
    Outcome,
}

/// Where the golden thread is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ThreadGap", remote = "thread::Gap")]
pub enum Gap {
    /// No ask and no objective leads to this outcome.
    FromNothing,
    /// Nothing in the library says that it is so.
    Unproven,
    /// The ask rests on no paper and no document.
    RestsOnNothing,
    /// The ask serves no objective.
    ServesNothing,
    /// Nobody has answered the ask.
    Unanswered,
    /// The ask was accepted, and nothing is written down of what came of it.
    CameToNothing,
    /// Nobody has been asked for this objective.
    NotAsked,
    /// The paper cites nothing.
    CitesNothing,
    /// The document was taken back.
    TakenBack,
    /// No value has been entered.
    NotMeasured,
    /// Nobody has been in touch with them.
    NeverMet,
}

/// One thing on the golden thread.
#[derive(Debug, SimpleObject)]
pub struct ThreadNode {
    /// Its id.
    id: ID,
    /// What it is.
    kind: ThreadKind,
    /// What of a plan it is, if it is of one.
    item_kind: Option<PlanItemKind>,
    /// What it is called.
    title: Text,
    /// Where the thread is broken at it.
    gaps: Vec<Gap>,
}

/// What leads to what, towards what came of it.
#[derive(Debug, SimpleObject)]
pub struct ThreadLink {
    /// From what.
    from: ID,
    /// To what.
    to: ID,
}

/// The golden thread: from the evidence to the paper to the ask to what came of it, with the places where it is broken.
#[derive(Debug, SimpleObject)]
pub struct CampaignThread {
    /// What hangs on it, as far as you may know it.
    nodes: Vec<ThreadNode>,
    /// What leads to what.
    links: Vec<ThreadLink>,
}

fn key(knot: thread::Knot) -> (ID, ThreadKind) {
    match knot {
        thread::Knot::Document(id) => (id.to_string().into(), ThreadKind::Document),
        thread::Knot::Paper(id) => (id.to_string().into(), ThreadKind::Paper),
        thread::Knot::Item(id) => (id.to_string().into(), ThreadKind::Item),
        thread::Knot::Stakeholder(id) => (id.to_string().into(), ThreadKind::Stakeholder),
        thread::Knot::Outcome(id) => (id.to_string().into(), ThreadKind::Outcome),
    }
}

fn knot(id: &ID) -> Option<thread::Knot> {
    id.parse::<OutcomeId>()
        .map(thread::Knot::Outcome)
        .or_else(|_| id.parse::<CampaignItemId>().map(thread::Knot::Item))
        .or_else(|_| id.parse::<PaperId>().map(thread::Knot::Paper))
        .or_else(|_| id.parse::<StakeholderId>().map(thread::Knot::Stakeholder))
        .or_else(|_| id.parse::<DocumentId>().map(thread::Knot::Document))
        .ok()
}

pub(super) async fn thread(
    ctx: &Context<'_>,
    campaign: &campaigns::Campaign,
    through: Option<ID>,
) -> Result<CampaignThread> {
    let mut found = thread::of(&ctx.services().pool, ctx.actor(), campaign).await.map_err(shape)?;
    if let Some(id) = through {
        found = match knot(&id) {
            Some(knot) => found.through(knot),
            None => thread::Thread::default(),
        };
    }
    let nodes = found.nodes.into_iter().map(|node| {
        let (id, kind) = key(node.knot);
        let item_kind = node.kind.map(Into::into);
        ThreadNode {
            id,
            kind,
            item_kind,
            title: node.title.into(),
            gaps: node.gaps.into_iter().map(Into::into).collect(),
        }
    });
    let links = found.links.into_iter().map(|(from, to)| ThreadLink { from: key(from).0, to: key(to).0 });
    Ok(CampaignThread { nodes: nodes.collect(), links: links.collect() })
}

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ReportKind", remote = "reports::Kind")]
pub enum ReportKind {
    /// What is asked, what came back, what is done.
    Progress,
    /// Indicators, for those who give money.
    Results,
    /// The budget, for those who give money.
    Finance,
    /// Outcomes that were looked through.
    Harvest,
    /// Who on the map of stakeholders has moved since a day, and which way.
    Movement,
    /// Which targets on the map were met in a period, and how often.
    Coverage,
    /// Which targets on the map have no ask, no owner, or no rating that counts.
    Targets,
    /// What was asked of whom on the map, and what they answered.
    Responses,
    /// What was promised, and what became of it.
    Commitments,
    /// Who was at dialogues, by group.
    Attendance,
    /// How invitations to dialogues stand, by group.
    Invitations,
}

/// A report: one table, in one language.
#[derive(Debug, SimpleObject)]
pub struct CampaignReport {
    /// What it is called.
    title: String,
    /// What it was asked for, when and by whom: at most 4 lines.
    about: Vec<String>,
    /// The heads of its columns.
    heads: Vec<String>,
    /// Its rows, each with a cell for every head: at most 500.
    rows: Vec<Vec<String>>,
    /// What is said under it.
    foot: Vec<String>,
}

/// What a report is asked for.
#[derive(Debug, async_graphql::InputObject)]
pub struct CampaignReportInput {
    /// Which report.
    kind: ReportKind,
    /// The period's first day; the campaign's own when left out.
    from: Option<NaiveDate>,
    /// The period's last day; today when left out.
    to: Option<NaiveDate>,
    /// Of the donor of this name alone.
    #[graphql(default)]
    donor: String,
    /// It leaves the team: small groups are withheld, and outcomes are those that are public.
    #[graphql(default)]
    public: bool,
    /// In which language.
    language: LanguageCode,
}

pub(super) async fn report(
    ctx: &Context<'_>,
    campaign: &campaigns::Campaign,
    input: CampaignReportInput,
) -> Result<CampaignReport> {
    let services = ctx.services();
    let wanted = reports::Wanted {
        kind: input.kind.into(),
        from: input.from,
        to: input.to,
        donor: input.donor,
        public: input.public,
        language: input.language.into(),
    };
    let made = reports::make(&services.pool, &services.env, ctx.actor(), campaign.id, &wanted).await.map_err(shape)?;
    Ok(CampaignReport { title: made.title, about: made.about, heads: made.heads, rows: made.rows, foot: made.foot })
}
