//! Duties: what a network expects of its members by when, who is in order and who is late.
//!
//! Kept: the rules are data that the secretariat edits; that a member did its duty is only ever added. When something
//! falls due is said once, by the database's `compliance(today)`.

mod model;
pub mod service;
pub mod store;

pub use model::{Due, Duty, DutyDraft, DutyKind, DutyStatus, NewRecord, Record};
