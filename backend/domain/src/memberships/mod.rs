//! Organisations in networks: the member roll.

pub mod applications;
pub mod claims;
pub mod import;
mod model;
mod moves;
pub mod roll;
pub mod service;
pub mod standing;
pub mod store;

pub use model::{Directory, Facet, Facets, FeeStatus, Membership, MembershipState, Tier};
