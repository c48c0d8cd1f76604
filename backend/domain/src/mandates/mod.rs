//! Mandates: an organisation's own authority to speak and sign, given by whom, until when, for what.
//!
//! Who holds one is a role (`roles`) with a [`Mandate`]; what a signatory may sign without asking again is a
//! [`StandingMandate`]. Kept: both end, they are never deleted; what was signed under them stays.

mod model;
pub mod service;
pub mod store;

pub use model::{Basis, Mandate, NewStandingMandate, Scope, StandingMandate, TextKind};
