//! How somebody on a map was rated.

use async_graphql::{Context, ID, Object, Result, Value, parser::types::Field};
use chrono::NaiveDate;
use sala_domain::stakeholders;

use super::kinds::{AiimCell, Movement, PowerCell};
use super::{organisation, person};
use crate::graph::{
    context::Ctx as _,
    evidence::Document,
    loaders::{DocumentsOf, broken},
    organisations::Organisation,
    people::Person,
    rows::{Plain, leaf},
};

/// A rating.
#[derive(Debug)]
pub struct StakeholderAssessment(pub(super) stakeholders::Assessment, pub(super) Option<stakeholders::Movement>);

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
            "movement" => {
                Some(self.1.map_or(Value::Null, |way| async_graphql::resolver_utils::enum_value(Movement::from(way))))
            }
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
