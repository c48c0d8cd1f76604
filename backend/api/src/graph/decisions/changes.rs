//! Deciding: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use sala_domain::decisions::{self, NewBallot, NewDecision, Rule};
use sala_kernel::{BallotId, DecisionId, NetworkId};

use crate::graph::{
    context::Ctx as _,
    error::payload,
    networks::{NetworkPayload, Sensitivity},
    scalars::{TextInput, id, maybe_id},
};

use super::{Decision, Method, Scale, Stance, Subject, Voters};

/// A question to put.
#[derive(Debug, InputObject)]
pub struct OpenDecisionInput {
    /// In which network.
    network: ID,
    /// About what; the network's rule for it holds. What a working group decides is always `OTHER`.
    subject: Subject,
    /// The working group that is to decide, by its own rule.
    group: Option<ID>,
    /// The meeting it comes from; its group decides.
    meeting: Option<ID>,
    /// In a few words.
    title: TextInput,
    /// What exactly is proposed.
    proposal: TextInput,
    /// What a ballot can say; `VOTE` when left out.
    scale: Option<Scale>,
    /// Only the secretariat and the committee may know of it.
    #[graphql(default)]
    restricted: bool,
    /// The first instant at which no ballot is taken; by the network's rule when left out.
    closes_at: Option<DateTime<Utc>>,
}

/// A ballot to cast.
#[derive(Debug, InputObject)]
pub struct CastBallotInput {
    /// In which decision.
    decision: ID,
    /// For which organisation.
    organisation: ID,
    /// What it says.
    stance: Stance,
    /// Why; needed to object.
    #[graphql(default)]
    reason: String,
    /// Disagreement that is to stand beside the result.
    #[graphql(default)]
    dissent: String,
    /// The ballot it replaces; null for the first. Another one by now: `CONFLICT`.
    replaces: Option<ID>,
}

/// How a network is to decide on one subject.
#[derive(Debug, InputObject)]
pub struct SetDecisionRuleInput {
    /// Which network.
    network: ID,
    /// On what.
    subject: Subject,
    /// How.
    method: Method,
    /// Who.
    voters: Voters,
    /// How many of a hundred must vote, 0 to 100.
    quorum_pct: i32,
    /// How long it stays open, 1 to 90 days.
    window_days: i32,
}

payload! {
    /// What came of a change to a decision.
    DecisionPayload {
        /// The decision as it is now.
        decision: Decision
    }
}

/// Deciding.
#[derive(Debug, Default)]
pub struct DecisionMutation;

#[Object]
impl DecisionMutation {
    /// Puts a question to those who vote on its subject.
    async fn open_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The question.")] input: OpenDecisionInput,
    ) -> Result<DecisionPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.network)?;
        let level = if input.restricted { Sensitivity::Restricted } else { Sensitivity::Members };
        let new = NewDecision {
            subject: input.subject.into(),
            membership: None,
            group: maybe_id(input.group.as_ref())?,
            meeting: maybe_id(input.meeting.as_ref())?,
            paper: None,
            title: input.title.into(),
            proposal: input.proposal.into(),
            scale: input.scale.unwrap_or(Scale::Vote).into(),
            level: level.into(),
            closes_at: input.closes_at,
        };
        DecisionPayload::of(decisions::service::open(&services.pool, &services.env, ctx.actor(), network, new).await)
    }

    /// Casts an organisation's ballot, or replaces it while the decision is open. One organisation has one ballot.
    async fn cast_ballot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The ballot.")] input: CastBallotInput,
    ) -> Result<DecisionPayload> {
        let services = ctx.services();
        let decision: DecisionId = id(&input.decision)?;
        let ballot = NewBallot {
            organisation: id(&input.organisation)?,
            stance: input.stance.into(),
            reason: input.reason,
            dissent: input.dissent,
            replaces: maybe_id::<BallotId>(input.replaces.as_ref())?,
        };
        DecisionPayload::of(
            decisions::service::cast(&services.pool, &services.env, ctx.actor(), decision, ballot).await,
        )
    }

    /// Closes a decision before its time, once every voter has answered.
    async fn close_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which decision.")] decision: ID,
    ) -> Result<DecisionPayload> {
        let services = ctx.services();
        let decision: DecisionId = id(&decision)?;
        DecisionPayload::of(decisions::service::close(&services.pool, &services.env, ctx.actor(), decision).await)
    }

    /// Takes an open decision back, with a reason that all who see it read.
    async fn withdraw_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which decision.")] decision: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<DecisionPayload> {
        let services = ctx.services();
        let decision: DecisionId = id(&decision)?;
        DecisionPayload::of(
            decisions::service::withdraw(&services.pool, &services.env, ctx.actor(), decision, &reason).await,
        )
    }

    /// Says how a network decides on one subject from now on; open decisions keep their rule.
    async fn set_decision_rule(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rule.")] input: SetDecisionRuleInput,
    ) -> Result<NetworkPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.network)?;
        let rule = Rule {
            subject: input.subject.into(),
            method: input.method.into(),
            voters: input.voters.into(),
            quorum_pct: input.quorum_pct,
            window_days: input.window_days,
        };
        NetworkPayload::of(
            decisions::service::set_rule(&services.pool, &services.env, ctx.actor(), network, rule).await,
        )
    }
}
