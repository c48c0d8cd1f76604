//! Decisions: a question put to organisations, one ballot each, by a rule fixed when it opens.
//!
//! Kept: who votes is written down at the opening; a ballot is taken only before the closing instant and under the
//! decision's row lock, so that none falls between counting and closing; ballots are added, never changed.
//! To add a method: a variant of [`Method`], its line in `tally`, its words in the web app.

mod consequences;
mod model;
pub mod record;
pub mod service;
pub mod store;
mod tally;

pub use model::{
    Ballot, Decision, DecisionState, Method, NewBallot, NewDecision, Rule, Scale, Stance, Subject, Voters,
};
pub use tally::{Meaning, Tally, tally};
