//! A member's standing.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use sala_domain::{
    access::{Action, Facts, Reach},
    memberships::{self, MembershipState as S, standing},
};
use sala_kernel::MembershipId;

use super::{
    applications::MembershipStep,
    context::Ctx as _,
    loaders::{FactsOf, FeeOf, StepsOf, broken},
    memberships::MembershipPayload,
    scalars::id,
};

/// Whether a year's fee is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "memberships::FeeStatus")]
pub enum FeeStatus {
    /// Nobody has asked for one.
    NotAsked,
    /// Asked for, not paid.
    Due,
    /// Paid.
    Paid,
    /// Not asked for this year, by decision.
    Waived,
}

/// What you may do with a member's standing.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct StandingViewerCan {
    /// Record its fee.
    record_fee: bool,
    /// Suspend it.
    suspend: bool,
    /// End its suspension, or its membership.
    reinstate: bool,
    /// Leave the network for it.
    resign: bool,
}

/// A member's standing: its fee, and how it came to its state.
#[derive(Debug)]
pub struct Standing {
    membership: memberships::Membership,
    facts: Facts,
}

/// The standing behind a membership, for those who may know of it.
pub async fn standing(ctx: &Context<'_>, membership: &memberships::Membership) -> Result<Option<Standing>> {
    let Some(facts) = ctx.loaders().load_one(FactsOf(membership.organisation)).await.map_err(broken)? else {
        return Ok(None);
    };
    let facts = facts.within(membership.network);
    let may = Reach::of(ctx.actor(), Action::ViewStanding).covers(&facts);
    Ok(may.then(|| Standing { membership: membership.clone(), facts }))
}

/// A member's standing. Only for its own people, the secretariat and the committee.
#[Object]
impl Standing {
    /// Whether the year's fee is paid.
    async fn fee_status(&self, ctx: &Context<'_>) -> Result<FeeStatus> {
        let fee = ctx.loaders().load_one(FeeOf(self.membership.id)).await.map_err(broken)?;
        Ok(fee.map_or(FeeStatus::NotAsked, |fee| fee.status.into()))
    }

    /// For which calendar year; null while none was asked for.
    async fn fee_year(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let fee = ctx.loaders().load_one(FeeOf(self.membership.id)).await.map_err(broken)?;
        Ok(fee.and_then(|fee| fee.year))
    }

    /// How it came to where it stands, the oldest first.
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<MembershipStep>> {
        let found = ctx.loaders().load_one(StepsOf(self.membership.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> StandingViewerCan {
        let state = self.membership.state;
        let may = |action| Reach::of(ctx.actor(), action).covers(&self.facts);
        let judge = may(Action::JudgeMember);
        StandingViewerCan {
            record_fee: state.is_listed() && may(Action::ManageMembers),
            suspend: matches!(state, S::Active | S::Lapsed) && judge,
            reinstate: state == S::Suspended && judge,
            resign: matches!(state, S::Active | S::Lapsed) && may(Action::Resign),
        }
    }
}

/// A year's fee.
#[derive(Debug, InputObject)]
pub struct RecordFeeInput {
    /// Of which membership.
    membership: ID,
    /// Whether it is paid.
    status: FeeStatus,
    /// For which calendar year.
    year: i32,
}

/// Changing a member's standing.
#[derive(Debug, Default)]
pub struct StandingMutation;

#[Object]
impl StandingMutation {
    /// Records a year's fee. Paid or waived, a lapsed membership is in good standing again at once.
    async fn record_fee(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The fee.")] input: RecordFeeInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let (pool, env) = (&services.pool, &services.env);
        MembershipPayload::of(
            standing::record_fee(pool, env, ctx.actor(), membership, input.status.into(), input.year).await,
        )
    }

    /// Suspends a member, as the committee resolved: its people's rights rest, its signatures stay.
    async fn suspend_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(standing::suspend(&services.pool, &services.env, ctx.actor(), membership, &reason).await)
    }

    /// Ends a suspension, as the committee resolved.
    async fn reinstate_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(
            standing::reinstate(&services.pool, &services.env, ctx.actor(), membership, &reason).await,
        )
    }

    /// Ends the membership of a suspended member, as the committee resolved.
    async fn terminate_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(
            standing::terminate(&services.pool, &services.env, ctx.actor(), membership, &reason).await,
        )
    }

    /// Leaves a network. What was published before keeps the name.
    async fn resign_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(standing::resign(&services.pool, &services.env, ctx.actor(), membership, &reason).await)
    }
}
