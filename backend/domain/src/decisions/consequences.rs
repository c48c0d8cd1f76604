//! What a decision brings about when it ends, in the transaction of its ending.

use sala_kernel::{Env, Result, Tx};

use super::{Decision, DecisionState, Subject};
use crate::{access::Deed, memberships::applications};

/// Does what follows.
pub(super) async fn follow(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    decision: &Decision,
    state: DecisionState,
) -> Result<()> {
    match (decision.subject, decision.membership) {
        (Subject::AdmitMember, Some(membership)) => {
            applications::service::decided(tx, env, deed, membership, decision.id, state).await
        }
        _ => Ok(()),
    }
}
