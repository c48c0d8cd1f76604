//! Harvested outcomes: what others do differently because of a campaign, and what outsiders say to that.
//!
//! The team writes them down, the MEAL officer looks them through and asks
//! somebody outside, a coordinator makes them public. Invariant: what
//! outsiders were asked about does not change after they were asked.

mod model;
pub mod outsiders;
pub mod service;
pub mod store;

pub use model::{Answer, ChangeKind, Outcome, OutcomeDraft, OutcomeState, Precision, Substantiation, verdict};
