//! Meetings of working groups: agenda before, minutes after.

mod model;
pub mod service;
pub mod store;

pub use model::{Meeting, MeetingDraft, MinutesState};
