//! Organisations: one record each, in however many networks.

mod check;
pub mod logos;
mod model;
pub mod service;
pub mod store;

pub use check::usual_listing;
pub use model::{Channel, LogoUse, NewOrganisation, Organisation, OrganisationEdit, Registration, StaffBand};
