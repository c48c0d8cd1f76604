//! Who may do what: the one place that knows.
//!
//! [`table`] lists every right as role × action; [`Facts`] say what a thing is
//! to an actor; [`decide`] is the pure answer; [`Reach`] is the same table as
//! parameters for SQL list filters. [`Authorized`] is the proof a write takes:
//! only this module makes one. Invariant: what an actor may not view does not
//! exist for them. To add a right: an [`Action`], its rows in the table, a look
//! at the changed golden matrix.

mod actor;
mod authorized;
mod decide;
mod level;
pub mod store;
pub mod table;

pub use actor::{Acting, Actor, Grant, Grants, Role, Scope};
pub use authorized::{Act, Authorized, Deed, acts, authorize};
pub use decide::{Decision, Facts, Reach, decide};
pub use level::Level;
pub use table::{Action, Bound};
