//! The harness of all tests: a real hub on a real PostgreSQL, and actors with verbs.
//!
//! `with-database COMMAND` (a binary of the crate `sala-tests`) starts one server for a whole
//! run; each [`TestApp`] then gets a database of its own, cloned from a template,
//! with the demo network in it, a clock that stands still and repeatable
//! randomness. Test code only: nothing here may be used by the product.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on stops"
)]

mod actor;
mod app;
pub mod papers;
mod socket;
mod writer;

pub use actor::{Answer, TestActor};
pub use app::{TestApp, fresh_database};
pub use socket::TestSocket;
pub use writer::{Heard, TestWriter, copy};
