//! A member's standing: its fee, and whether it lapses, is suspended, terminated, or resigns.
//!
//! Kept: signatures and ballots of before stay as they are whatever happens to the membership later; from the instant of a
//! move on, the organisation's people reach what the new state lets them, everywhere.

use sala_kernel::{Env, Error, MembershipId, Message, Pool, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

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

/// A year's fee of a membership.
#[derive(Debug, Clone)]
pub struct Fee {
    /// Of which membership.
    pub membership: MembershipId,
    /// Whether it is paid.
    pub status: FeeStatus,
    /// For which calendar year.
    pub year: Option<i32>,
}

/// The fees of memberships; whoever may know of them is judged by the caller.
pub async fn fees(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Fee>> {
    let rows = sqlx::query!(
        r#"SELECT id, fee_status AS "fee_status: FeeStatus", fee_year FROM memberships WHERE id = ANY($1)"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Fee { membership: MembershipId(row.id), status: row.fee_status, year: row.fee_year })
        .collect())
}

async fn hold<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: MembershipId) -> Result<Authorized<Membership, A>> {
    sqlx::query!("SELECT id FROM memberships WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    let membership = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
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
    sqlx::query!(
        "UPDATE memberships SET fee_status = $2, fee_year = $3 WHERE id = $1",
        id.0,
        status as FeeStatus,
        (status != FeeStatus::NotAsked).then_some(year),
    )
    .execute(&mut *tx)
    .await?;
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
        let due = sqlx::query_scalar!(
            "SELECT m.id FROM memberships m JOIN networks n ON n.id = m.network_id
             WHERE m.state = 'active' AND m.fee_status = 'due'
               AND make_date(m.fee_year, 1, 1) + n.fee_grace_days <= ($1::timestamptz AT TIME ZONE n.timezone)::date
             ORDER BY m.id LIMIT 1 FOR UPDATE OF m",
            env.now(),
        )
        .fetch_optional(&mut *tx)
        .await?;
        let Some(id) = due else { return Ok(lapsed) };
        let membership = store::lookup(&mut *tx, MembershipId(id)).await?.ok_or(Error::NotFound)?;
        moves::go(&mut tx, env, Deed::HUB, &membership, MembershipState::Lapsed, "").await?;
        tx.commit().await?;
        lapsed += 1;
    }
}
