//! Sending what was written: mail by SMTP, or into a folder where no server is configured.
//!
//! Mails are rows, written with the act that causes them (`domain::mails`). This
//! crate only moves them out. Invariant: a mail's id is its Message-ID, so that
//! one sent twice after a crash is recognised as one by every mail reader.

pub mod calendar;
mod delivery;
pub mod incoming;
pub mod meetings;
mod transport;

pub use delivery::{deliver, run};
pub use transport::{SmtpSettings, Transport};
