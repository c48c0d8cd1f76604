//! Contacts with those on a map, and who else goes to them.

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::stakeholders;

use super::kinds::{Attribution, Channel, EngagementState, Reaction};
use super::{organisation, people, person};
use crate::graph::{
    campaigns::AskResponse,
    networks::Sensitivity,
    organisations::Organisation,
    people::Person,
    rows::{Plain, leaf},
};

/// Somebody else who goes to the same one within a week, as far as you may know.
#[derive(Debug, SimpleObject)]
pub struct StakeholderNeighbour {
    /// The first day of the week in which they go.
    pub(super) week: NaiveDate,
    /// On which day; null where you may not know the contact.
    pub(super) on: Option<NaiveDate>,
    /// Which organisation; null where you may not know.
    pub(super) organisation: Option<Organisation>,
    /// The contact; null where you may not know it.
    pub(super) engagement: Option<ID>,
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
