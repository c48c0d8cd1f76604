//! Working groups: people sent by member organisations who work on a theme, meet and decide.
//!
//! Kept: a seat is a role that reaches no further than its group (`rights.grants`), so it ends for its holder the moment
//! the seat, the group or the organisation's standing ends; a group at work has a convenor; approved minutes stay as
//! they are. What is said of hidden organisations' people follows the rights of people and organisations.

pub mod meetings;
mod model;
pub mod seats;
pub mod service;
pub mod store;

pub use model::{Group, GroupDraft, GroupState, Joining, Seat, SeatState};
