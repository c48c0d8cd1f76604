//! Texts that many people write at once.
//!
//! [`wire`] is the protocol as bytes, [`inspect`] refuses what has no place in
//! a paper, [`room`] is one open text as a pure machine (what somebody said in,
//! what to do out), [`rooms`] runs the machines of a node against the database,
//! [`store`] keeps their changes, [`body`] reads a text. Invariant: nothing is
//! acknowledged, and nothing is shown to others, before it is kept.

pub mod body;
pub mod inspect;
pub mod presence;
pub mod room;
pub mod rooms;
pub mod store;
pub mod wire;
pub mod words;

pub use rooms::Rooms;
