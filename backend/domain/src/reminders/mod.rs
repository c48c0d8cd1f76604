//! Reminders by mail: duties that fall due, votes that close tomorrow without one's ballot, meetings tomorrow.
//!
//! Kept: each is sent once, whatever node runs when, because what was sent is a row written with the mail; a mail says
//! no more than members may know, so of what is restricted it says only that something waits.

pub mod service;
mod store;

pub(crate) use service::{remind_sign_on, signatories};
