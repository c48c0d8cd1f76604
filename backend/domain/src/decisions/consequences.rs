//! What a decision brings about when it ends, in the transaction of its ending.

use sala_kernel::{Env, Result, Tx};

use super::{Decision, DecisionState, Subject};
use crate::{access::Deed, memberships::applications, signing::adoption};

/// Does what follows.
pub(super) async fn follow(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    decision: &Decision,
    state: DecisionState,
) -> Result<()> {
    match (decision.subject, decision.membership, &decision.paper) {
        (Subject::AdmitMember, Some(membership), _) => {
            applications::service::decided(tx, env, deed, membership, decision.id, state).await
        }
        (Subject::AdoptPosition, _, Some((paper, _))) => {
            adoption::decided(tx, env, deed, decision.id, *paper, state).await
        }
        (Subject::PublishStatement, _, Some((paper, text))) => {
            adoption::lowered(tx, env, deed, decision.id, *paper, text, state).await
        }
        _ => Ok(()),
    }
}
