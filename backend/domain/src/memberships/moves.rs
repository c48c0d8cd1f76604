//! Moving a membership from state to state: checked against the table, written down, announced.
//!
//! The only way to change `memberships.state`. Every move is in `membership_steps` with who, for whom and why.

use sala_kernel::{Draft, Env, Error, Result, Tx, append};

use super::{Membership, MembershipState, model::may_follow, store};
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
    if !may_follow(read.state, to) || !store::step(tx, env, read, to, deed, reason).await? {
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
