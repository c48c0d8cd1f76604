//! A member's standing: its fee, and whether it lapses, is suspended, terminated, or resigns.
//!
//! Kept: signatures and ballots of before stay as they are whatever happens to the membership later; from the instant of a
//! move on, the organisation's people reach what the new state lets them, everywhere.

use sala_kernel::{Env, Error, MembershipId, Message, Pool, Result, Tx};

pub use super::store::{Fee, fees};
use super::{FeeStatus, Membership, MembershipState, moves, store};
use crate::{
    access::{
        Act, Actor, Authorized, Deed,
        acts::{JudgeMember, ManageMembers, Resign},
        authorize,
    },
    organisations,
    text::Check,
};

async fn hold<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: MembershipId) -> Result<Authorized<Membership, A>> {
    let membership = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let organisation =
        organisations::store::lookup(&mut **tx, membership.organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &organisation).await?.within(membership.network);
    authorize(actor, membership, &facts)
}

/// Records a year's fee. Paid or waived, a lapsed membership is in good standing again at once.
pub async fn record_fee(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    status: FeeStatus,
    year: i32,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, ManageMembers> = hold(&mut tx, actor, id).await?;
    let mut found = Check::new();
    if !(2000..=2200).contains(&year) {
        found.fail("year", Message::YearOutOfRange);
    }
    found.finish()?;
    let membership = proof.thing();
    if !membership.state.is_listed() {
        return Err(Error::Conflict);
    }
    store::set_fee(&mut tx, id, status, year).await?;
    let settled = matches!(status, FeeStatus::Paid | FeeStatus::Waived | FeeStatus::NotAsked);
    let now = if settled && membership.state == MembershipState::Lapsed {
        moves::go(&mut tx, env, proof.deed(), membership, MembershipState::Active, "").await?
    } else {
        moves::announce(&mut tx, env, proof.deed(), membership, "membership.fee_recorded").await?;
        membership.clone()
    };
    tx.commit().await?;
    Ok(now)
}

/// Moves a member to another standing, with a reason. Suspending, reinstating and terminating are the committee's;
/// resigning is the member's own.
async fn judge<A: Act>(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    to: MembershipState,
    reason: &str,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, A> = hold(&mut tx, actor, id).await?;
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    let now = moves::go(&mut tx, env, proof.deed(), proof.thing(), to, &reason).await?;
    tx.commit().await?;
    Ok(now)
}

/// Suspends a member: its people's rights in the network rest, its signatures stay.
pub async fn suspend(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, reason: &str) -> Result<Membership> {
    judge::<JudgeMember>(pool, env, actor, id, MembershipState::Suspended, reason).await
}

/// Ends a suspension.
pub async fn reinstate(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, reason: &str) -> Result<Membership> {
    judge::<JudgeMember>(pool, env, actor, id, MembershipState::Active, reason).await
}

/// Ends the membership of a suspended member.
pub async fn terminate(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, reason: &str) -> Result<Membership> {
    judge::<JudgeMember>(pool, env, actor, id, MembershipState::Terminated, reason).await
}

/// A member leaves.
pub async fn resign(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, reason: &str) -> Result<Membership> {
    judge::<Resign>(pool, env, actor, id, MembershipState::Resigned, reason).await
}

/// Lapses every membership whose fee is unpaid past its network's grace; how many they were comes back. Safe to run
/// anywhere, any time, at once.
pub async fn lapse_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut lapsed = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(membership) = store::hold_unpaid(&mut tx, env).await? else { return Ok(lapsed) };
        moves::go(&mut tx, env, Deed::HUB, &membership, MembershipState::Lapsed, "").await?;
        tx.commit().await?;
        lapsed += 1;
    }
}
