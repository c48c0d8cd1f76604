//! Editable lists with stable codes and both labels: themes, organisation types and the rest.

mod model;
mod seed;
pub mod service;
pub mod store;

pub use model::{NewTerm, Taxonomy, Term, TermEdit};
pub use seed::seed;
