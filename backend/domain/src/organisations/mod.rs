//! Organisations: one record each, in however many networks.

mod check;
mod model;
pub mod service;
pub mod store;

pub use check::usual_listing;
pub use model::{Channel, NewOrganisation, Organisation, OrganisationEdit, Registration, StaffBand};
