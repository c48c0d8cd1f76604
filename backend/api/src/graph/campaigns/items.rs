//! What a plan is made of: its items, each kind with its own fields.

use async_graphql::{Context, Enum, ID, InputObject, Object, OneofObject, Result, SimpleObject, Union};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::campaigns::{
    bodies::{self, Body},
    items::{Item, ItemDraft},
};
use sala_kernel::{Money, OrganisationId, PaperId};

use super::{
    indicators::{Indicator, IndicatorInput, IndicatorProgress, IndicatorValue},
    kinds::{
        AskResponse, Currency, Direction, MarkerLevel, Pathway, PolicyOutcome, RiskCategory, RiskStatus, TargetKind,
    },
};
use crate::graph::{
    context::Ctx as _,
    evidence::Document,
    loaders::broken,
    organisations::Organisation,
    papers::Paper,
    scalars::{Text, TextInput, maybe_id},
};

/// An amount as it was typed; one that is none is out of every range.
fn hundredths(text: &str) -> i64 {
    Money::read(text).unwrap_or(-1)
}

/// What is to change, by when.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanObjective")]
pub struct Objective {
    /// What is to be reached.
    statement: Text,
    /// Who is to change.
    who: String,
    /// By when.
    by_when: Option<NaiveDate>,
    /// What kind of change it is.
    outcome: PolicyOutcome,
    /// Specific, measurable, achievable, relevant, timebound: five answers in this order.
    smart: Vec<bool>,
}

/// What is to change, by when.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanObjectiveInput")]
pub struct ObjectiveInput {
    /// What is to be reached.
    statement: TextInput,
    /// Who is to change.
    #[graphql(default)]
    who: String,
    /// By when.
    by_when: Option<NaiveDate>,
    /// What kind of change it is.
    outcome: PolicyOutcome,
    /// Specific, measurable, achievable, relevant, timebound: five answers in this order.
    smart: Vec<bool>,
}

impl From<bodies::Objective> for Objective {
    fn from(it: bodies::Objective) -> Self {
        Self {
            statement: it.statement.into(),
            who: it.who,
            by_when: it.by_when,
            outcome: it.outcome.into(),
            smart: it.smart.to_vec(),
        }
    }
}

impl From<ObjectiveInput> for bodies::Objective {
    fn from(it: ObjectiveInput) -> Self {
        Self {
            statement: it.statement.into(),
            who: it.who,
            by_when: it.by_when,
            outcome: it.outcome.into(),
            smart: std::array::from_fn(|at| it.smart.get(at).copied().unwrap_or_default()),
        }
    }
}

/// What somebody is asked to do.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanAsk")]
pub struct Ask {
    /// What is asked.
    text: Text,
    /// Of whom; empty as long as that is open.
    target: Text,
    /// How near the target is to the decision.
    target_kind: TargetKind,
    /// By when.
    by_when: Option<NaiveDate>,
    /// The standard or law it rests on.
    standard: String,
    /// What became of it.
    response: AskResponse,
    /// When; needed with a response.
    responded_on: Option<NaiveDate>,
    /// By what one knows; needed with a response.
    source: String,
}

/// What somebody is asked to do.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanAskInput")]
pub struct AskInput {
    /// What is asked.
    text: TextInput,
    /// Of whom; empty as long as that is open.
    target: TextInput,
    /// How near the target is to the decision.
    target_kind: TargetKind,
    /// By when.
    by_when: Option<NaiveDate>,
    /// The standard or law it rests on.
    #[graphql(default)]
    standard: String,
    /// What became of it.
    response: AskResponse,
    /// When; needed with a response.
    responded_on: Option<NaiveDate>,
    /// By what one knows; needed with a response.
    #[graphql(default)]
    source: String,
}

impl From<bodies::Ask> for Ask {
    fn from(it: bodies::Ask) -> Self {
        Self {
            text: it.text.into(),
            target: it.target.into(),
            target_kind: it.target_kind.into(),
            by_when: it.by_when,
            standard: it.standard,
            response: it.response.into(),
            responded_on: it.responded_on,
            source: it.source,
        }
    }
}

impl From<AskInput> for bodies::Ask {
    fn from(it: AskInput) -> Self {
        Self {
            text: it.text.into(),
            target: it.target.into(),
            target_kind: it.target_kind.into(),
            by_when: it.by_when,
            standard: it.standard,
            response: it.response.into(),
            responded_on: it.responded_on,
            source: it.source,
        }
    }
}

/// A step of the theory of change.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanStep")]
pub struct Step {
    /// If this is so.
    cause: String,
    /// Then this follows.
    effect: String,
    /// Because of this.
    because: String,
    /// By which way.
    pathway: Option<Pathway>,
}

/// A step of the theory of change.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanStepInput")]
pub struct StepInput {
    /// If this is so.
    #[graphql(default)]
    cause: String,
    /// Then this follows.
    #[graphql(default)]
    effect: String,
    /// Because of this.
    #[graphql(default)]
    because: String,
    /// By which way.
    pathway: Option<Pathway>,
}

impl From<bodies::Step> for Step {
    fn from(it: bodies::Step) -> Self {
        Self { cause: it.cause, effect: it.effect, because: it.because, pathway: it.pathway.map(Into::into) }
    }
}

impl From<StepInput> for bodies::Step {
    fn from(it: StepInput) -> Self {
        Self { cause: it.cause, effect: it.effect, because: it.because, pathway: it.pathway.map(Into::into) }
    }
}

/// A message for somebody.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanKeyMessage")]
pub struct KeyMessage {
    /// For whom.
    audience: String,
    /// What is said.
    text: Text,
    /// By whom.
    messenger: String,
    /// Over what.
    channel: String,
}

/// A message for somebody.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanKeyMessageInput")]
pub struct KeyMessageInput {
    /// For whom.
    #[graphql(default)]
    audience: String,
    /// What is said.
    text: TextInput,
    /// By whom.
    #[graphql(default)]
    messenger: String,
    /// Over what.
    #[graphql(default)]
    channel: String,
}

impl From<bodies::KeyMessage> for KeyMessage {
    fn from(it: bodies::KeyMessage) -> Self {
        Self { audience: it.audience, text: it.text.into(), messenger: it.messenger, channel: it.channel }
    }
}

impl From<KeyMessageInput> for bodies::KeyMessage {
    fn from(it: KeyMessageInput) -> Self {
        Self { audience: it.audience, text: it.text.into(), messenger: it.messenger, channel: it.channel }
    }
}

/// What may go wrong.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanRisk")]
pub struct Risk {
    /// What may happen.
    text: String,
    /// What kind of harm.
    category: RiskCategory,
    /// How likely, 1 to 5.
    likelihood: i32,
    /// How bad, 1 to 5.
    impact: i32,
    /// What is done about it.
    mitigation: String,
    /// Where it stands.
    status: RiskStatus,
}

/// What may go wrong.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanRiskInput")]
pub struct RiskInput {
    /// What may happen.
    #[graphql(default)]
    text: String,
    /// What kind of harm.
    category: RiskCategory,
    /// How likely, 1 to 5.
    likelihood: i32,
    /// How bad, 1 to 5.
    impact: i32,
    /// What is done about it.
    #[graphql(default)]
    mitigation: String,
    /// Where it stands.
    status: RiskStatus,
}

impl From<bodies::Risk> for Risk {
    fn from(it: bodies::Risk) -> Self {
        Self {
            text: it.text,
            category: it.category.into(),
            likelihood: it.likelihood,
            impact: it.impact,
            mitigation: it.mitigation,
            status: it.status.into(),
        }
    }
}

impl From<RiskInput> for bodies::Risk {
    fn from(it: RiskInput) -> Self {
        Self {
            text: it.text,
            category: it.category.into(),
            likelihood: it.likelihood,
            impact: it.impact,
            mitigation: it.mitigation,
            status: it.status.into(),
        }
    }
}

/// What drives the change or holds it back.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanForce")]
pub struct Force {
    /// What it is.
    text: String,
    /// Which way it pushes.
    direction: Direction,
    /// How strongly, 1 to 5.
    strength: i32,
    /// How much it can be changed, 1 to 5.
    changeability: i32,
    /// By what one knows.
    basis: String,
}

/// What drives the change or holds it back.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanForceInput")]
pub struct ForceInput {
    /// What it is.
    #[graphql(default)]
    text: String,
    /// Which way it pushes.
    direction: Direction,
    /// How strongly, 1 to 5.
    strength: i32,
    /// How much it can be changed, 1 to 5.
    changeability: i32,
    /// By what one knows.
    #[graphql(default)]
    basis: String,
}

impl From<bodies::Force> for Force {
    fn from(it: bodies::Force) -> Self {
        Self {
            text: it.text,
            direction: it.direction.into(),
            strength: it.strength,
            changeability: it.changeability,
            basis: it.basis,
        }
    }
}

impl From<ForceInput> for bodies::Force {
    fn from(it: ForceInput) -> Self {
        Self {
            text: it.text,
            direction: it.direction.into(),
            strength: it.strength,
            changeability: it.changeability,
            basis: it.basis,
        }
    }
}

/// What one would see somebody do if it worked.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanMarker")]
pub struct Marker {
    /// Who one would see.
    partner: String,
    /// How much of a change.
    level: MarkerLevel,
    /// What one would see them do.
    statement: Text,
    /// When it was seen.
    observed_on: Option<NaiveDate>,
    /// By what one knows; needed once it was seen.
    evidence: String,
}

/// What one would see somebody do if it worked.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanMarkerInput")]
pub struct MarkerInput {
    /// Who one would see.
    #[graphql(default)]
    partner: String,
    /// How much of a change.
    level: MarkerLevel,
    /// What one would see them do.
    statement: TextInput,
    /// When it was seen.
    observed_on: Option<NaiveDate>,
    /// By what one knows; needed once it was seen.
    #[graphql(default)]
    evidence: String,
}

impl From<bodies::Marker> for Marker {
    fn from(it: bodies::Marker) -> Self {
        Self {
            partner: it.partner,
            level: it.level.into(),
            statement: it.statement.into(),
            observed_on: it.observed_on,
            evidence: it.evidence,
        }
    }
}

impl From<MarkerInput> for bodies::Marker {
    fn from(it: MarkerInput) -> Self {
        Self {
            partner: it.partner,
            level: it.level.into(),
            statement: it.statement.into(),
            observed_on: it.observed_on,
            evidence: it.evidence,
        }
    }
}

/// Money that is planned for something.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanBudgetLine")]
pub struct BudgetLine {
    /// Its code.
    code: String,
    /// For what.
    description: String,
    /// Who gives the money.
    donor: String,
    /// In which currency.
    currency: Currency,
    /// Planned: an exact amount in decimal figures.
    planned: String,
    /// Spent so far: an exact amount in decimal figures.
    spent: String,
}

/// Money that is planned for something.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanBudgetLineInput")]
pub struct BudgetLineInput {
    /// Its code.
    #[graphql(default)]
    code: String,
    /// For what.
    #[graphql(default)]
    description: String,
    /// Who gives the money.
    #[graphql(default)]
    donor: String,
    /// In which currency.
    currency: Currency,
    /// Planned: an exact amount in decimal figures.
    planned: String,
    /// Spent so far: an exact amount in decimal figures.
    spent: String,
}

impl From<bodies::BudgetLine> for BudgetLine {
    fn from(it: bodies::BudgetLine) -> Self {
        Self {
            code: it.code,
            description: it.description,
            donor: it.donor,
            currency: it.currency.into(),
            planned: Money { hundredths: it.planned, currency: it.currency }.figures(),
            spent: Money { hundredths: it.spent, currency: it.currency }.figures(),
        }
    }
}

impl From<BudgetLineInput> for bodies::BudgetLine {
    fn from(it: BudgetLineInput) -> Self {
        Self {
            code: it.code,
            description: it.description,
            donor: it.donor,
            currency: it.currency.into(),
            planned: hundredths(&it.planned),
            spent: hundredths(&it.spent),
        }
    }
}

/// What an item says, by its kind.
#[derive(Debug, Union)]
#[graphql(name = "PlanBody")]
pub enum PlanBody {
    /// What is to change, by when.
    Objective(Objective),
    /// What somebody is asked to do.
    Ask(Ask),
    /// A step of the theory of change.
    Step(Step),
    /// A message for somebody.
    Message(KeyMessage),
    /// What may go wrong.
    Risk(Risk),
    /// What drives the change or holds it back.
    Force(Force),
    /// What one would see somebody do if it worked.
    Marker(Marker),
    /// Money that is planned for something.
    BudgetLine(BudgetLine),
    /// By what one knows how far it has come.
    Indicator(Indicator),
}

impl From<Body> for PlanBody {
    fn from(body: Body) -> Self {
        match body {
            Body::Objective(it) => Self::Objective(it.into()),
            Body::Ask(it) => Self::Ask(it.into()),
            Body::Step(it) => Self::Step(it.into()),
            Body::Message(it) => Self::Message(it.into()),
            Body::Risk(it) => Self::Risk(it.into()),
            Body::Force(it) => Self::Force(it.into()),
            Body::Marker(it) => Self::Marker(it.into()),
            Body::BudgetLine(it) => Self::BudgetLine(it.into()),
            Body::Indicator(it) => Self::Indicator(it.into()),
        }
    }
}

/// What an item is to say: exactly one kind.
#[derive(Debug, OneofObject)]
pub enum PlanBodyInput {
    /// What is to change, by when.
    Objective(ObjectiveInput),
    /// What somebody is asked to do.
    Ask(AskInput),
    /// A step of the theory of change.
    Step(StepInput),
    /// A message for somebody.
    Message(KeyMessageInput),
    /// What may go wrong.
    Risk(RiskInput),
    /// What drives the change or holds it back.
    Force(ForceInput),
    /// What one would see somebody do if it worked.
    Marker(MarkerInput),
    /// Money that is planned for something.
    BudgetLine(BudgetLineInput),
    /// By what one knows how far it has come.
    Indicator(IndicatorInput),
}

impl From<PlanBodyInput> for Body {
    fn from(input: PlanBodyInput) -> Self {
        match input {
            PlanBodyInput::Objective(it) => Self::Objective(it.into()),
            PlanBodyInput::Ask(it) => Self::Ask(it.into()),
            PlanBodyInput::Step(it) => Self::Step(it.into()),
            PlanBodyInput::Message(it) => Self::Message(it.into()),
            PlanBodyInput::Risk(it) => Self::Risk(it.into()),
            PlanBodyInput::Force(it) => Self::Force(it.into()),
            PlanBodyInput::Marker(it) => Self::Marker(it.into()),
            PlanBodyInput::BudgetLine(it) => Self::BudgetLine(it.into()),
            PlanBodyInput::Indicator(it) => Self::Indicator(it.into()),
        }
    }
}

/// What an item of a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PlanItemKind", remote = "sala_domain::campaigns::ItemKind")]
pub enum PlanItemKind {
    /// What is to change, by when.
    Objective,
    /// What somebody is asked to do.
    Ask,
    /// A step of the theory of change.
    Step,
    /// A message for somebody.
    Message,
    /// What may go wrong.
    Risk,
    /// What drives the change or holds it back.
    Force,
    /// What one would see somebody do if it worked.
    Marker,
    /// Money that is planned for something.
    BudgetLine,
    /// By what one knows how far it has come.
    Indicator,
}

/// An item of a plan.
#[derive(Debug)]
pub struct PlanItem(Item);

impl From<Item> for PlanItem {
    fn from(item: Item) -> Self {
        Self(item)
    }
}

/// An item of a plan.
#[Object]
impl PlanItem {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it is.
    async fn kind(&self) -> PlanItemKind {
        self.0.body.kind().into()
    }

    /// The objective that an ask serves, or an indicator measures.
    async fn objective(&self) -> Option<ID> {
        self.0.parent.map(|parent| parent.to_string().into())
    }

    /// Whose it is, as far as you may know it: the owner of a risk, the contributor of a budget line.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(id): Option<OrganisationId> = self.0.organisation else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// The paper in which an ask is made, as far as you may know it.
    async fn paper(&self, ctx: &Context<'_>) -> Result<Option<Paper>> {
        let Some(id): Option<PaperId> = self.0.paper else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// What it says.
    async fn body(&self) -> PlanBody {
        self.0.body.clone().into()
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

    /// Of an indicator, what it was in each period by the days: at most 200. Those who are not in the team are told no group of
    /// one to four people, and nothing that gives one away.
    #[graphql(complexity = "8 * child_complexity + 1")]
    async fn values(&self, ctx: &Context<'_>) -> Result<Vec<IndicatorValue>> {
        super::indicators::values(ctx, &self.0).await
    }

    /// Of an indicator, how far it has come; null before there is a value, and where that is too few people to tell.
    async fn progress(&self, ctx: &Context<'_>) -> Result<Option<IndicatorProgress>> {
        super::indicators::progress(ctx, &self.0).await
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it last changed.
    async fn changed_at(&self) -> DateTime<Utc> {
        self.0.changed_at
    }
}

/// What an item of a plan is to be.
#[derive(Debug, InputObject)]
pub struct PlanItemInput {
    /// The objective that an ask serves, or an indicator measures.
    objective: Option<ID>,
    /// Whose it is: an organisation that takes part.
    organisation: Option<ID>,
    /// The paper in which an ask is made.
    paper: Option<ID>,
    /// What it says.
    body: PlanBodyInput,
}

impl PlanItemInput {
    pub(super) fn draft(self) -> Result<ItemDraft> {
        Ok(ItemDraft {
            parent: maybe_id(self.objective.as_ref())?,
            organisation: maybe_id(self.organisation.as_ref())?,
            paper: maybe_id(self.paper.as_ref())?,
            body: self.body.into(),
        })
    }
}
