//! A private PostgreSQL: found, started, supervised and stopped by Sala.
//!
//! It listens on a unix socket inside the data folder and nowhere else, never
//! runs as root, and belongs to exactly one Sala process. Invariant: whoever
//! holds a [`Folder`] is the only one who starts or stops a server in it.

mod account;
mod binaries;
mod error;
mod folder;
mod server;

pub use account::Account;
pub use binaries::{Binaries, OLDEST_MAJOR};
pub use error::Error;
pub use folder::Folder;
pub use server::{Server, Settings};
