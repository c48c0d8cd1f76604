//! Commitments: what somebody has promised, looked after until it is kept or not.
//!
//! A commitment hangs on a campaign and is known like parts of it: by
//! everybody, by members, or by the team. Invariants: who says that it was kept
//! shows it and is not the one who verifies it; follow-ups are only added to; an
//! owner who spoke under a protective rule is named outside the team only once
//! they have agreed.

mod model;
pub mod service;
pub mod store;
mod tally;

pub use model::{
    Commitment, CommitmentDraft, CommitmentKind, CommitmentState, FollowUp, Form, Owner, Scores, Source, scores,
};
pub use tally::{Tally, tally};
