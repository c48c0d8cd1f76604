//! Moving a membership from state to state: checked against the table, written down, announced.
//!
//! The only way to change `memberships.state`. Every move is in `membership_steps` with who, for whom and why.

use sala_kernel::{Draft, Env, Error, Result, Tx, append};

use super::{Membership, MembershipState, model::may_follow};
use crate::{
    access::{Deed, Level},
    organisations,
};

/// Moves a membership that is held, or answers that somebody else did meanwhile.
pub(in crate::memberships) async fn go(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    read: &Membership,
    to: MembershipState,
    reason: &str,
) -> Result<Membership> {
    if !may_follow(read.state, to) || !step(tx, env, read, to, deed, reason).await? {
        return Err(Error::Conflict);
    }
    let now = Membership { state: to, version: read.version + 1, ..read.clone() };
    announce(tx, env, deed, &now, "membership.moved").await?;
    if to.is_listed() != read.state.is_listed() {
        // What others may know of the organisation has changed with it.
        let organisation = organisations::store::lookup(&mut **tx, read.organisation).await?.ok_or(Error::NotFound)?;
        let from = if read.state.is_listed() { organisation.listing } else { Level::Restricted };
        let payload = serde_json::json!({ "from": from.as_str() });
        organisations::service::announce(tx, env, deed, read.organisation, "organisation.membership_changed", payload)
            .await?;
    }
    Ok(now)
}

/// The event of a membership.
pub(in crate::memberships) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    membership: &Membership,
    kind: &'static str,
) -> Result<()> {
    let event = Draft {
        network: Some(membership.network),
        organisation: Some(membership.organisation),
        payload: serde_json::json!({ "state": membership.state.as_str() }),
        ..deed.event(kind, membership.id)
    };
    append(tx, env, event).await?;
    Ok(())
}

/// Moves a membership, provided it is still as it was read, and writes the step down.
async fn step(
    tx: &mut Tx<'_>,
    env: &Env,
    read: &Membership,
    to: MembershipState,
    deed: Deed,
    reason: &str,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE memberships SET state = $3, joined_on = CASE WHEN $3 = 'active'::membership_state THEN coalesce(joined_on, $6) ELSE joined_on END,
                version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1 AND version = $2",
        read.id.0,
        read.version,
        to as MembershipState,
        env.now(),
        deed.by.map(|p| p.0),
        env.now().date_naive(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO membership_steps (membership_id, from_state, to_state, reason, at, by_person, on_behalf_of)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        read.id.0,
        read.state as MembershipState,
        to as MembershipState,
        reason,
        env.now(),
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
