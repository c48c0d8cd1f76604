//! People and their dated positions.

mod model;
pub mod service;
pub mod store;

pub use model::{Affiliation, Honorific, NewPerson, Person, PersonEdit, PersonName, Protection, Sex};
