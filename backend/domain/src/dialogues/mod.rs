//! Dialogues: the right people in the room, and who has said that they come.
//!
//! Kept: however answers arrive, no seat is held twice, no group holds more seats than it has, who waits is called in the order
//! of their yes, a link shows its invitee alone, and under a protective rule nobody who spoke is named.

pub mod agenda;
pub mod arrangements;
pub mod arrangements_store;
pub mod day;
pub mod day_store;
pub mod guests;
pub mod import;
pub mod invitations;
pub mod letters;
pub mod minutes;
pub mod minutes_store;
pub mod minutes_text;
mod model;
pub mod retention;
mod retention_store;
pub mod seating;
pub mod series;
pub mod service;
pub mod store;
pub mod tables;

pub use model::{
    Answer, Balance, Channel, Dialogue, DialogueDraft, DialogueKind, DialogueState, Invitation, InvitationDraft,
    InvitationState, Mode, Needs, Purpose, Seats, Stand, balance,
};
