//! Search over the library: what somebody may know, and the passage they look for.
//!
//! An [`Engine`] holds [`Record`]s and answers a [`Question`] with ids. Rights
//! come first: the asker's tickets are part of the question, so counts, facets
//! and suggestions are made of what they may know; then [`Search`] asks the
//! database again for the ids that came out. Both engines get the same text,
//! made alike by [`fold`] for what is searched and for what is asked. The
//! [`projector`] feeds the engine from the outbox.

pub mod alerts;
pub mod embedded;
mod engine;
pub mod fold;
pub mod lexicon;
mod passage;
pub mod projector;
mod record;
mod search;

pub use engine::{Engine, Facet, Filters, Found, Hit, Question, Sort};
pub use passage::{Passage, Piece};
pub use record::{PageOf, Record, gather};
pub use search::{Answer, Match, Search, Wanted};
