//! Importing members from a table: read, map its columns, look it over row by row, take it all or nothing.
//!
//! Kept: nothing of the table becomes a record before every row is in order or left out by choice; a row that looks like
//! an organisation which is there already waits for somebody to say what it is; a draft survives a lost line.

mod model;
mod rows;
pub mod service;
mod store;

pub use model::{Choice, Counts, Field, Import, ImportState, Outcome, Row};
