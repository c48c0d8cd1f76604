//! Organisations in networks: the member roll.

pub mod applications;
mod model;
pub mod service;
pub mod store;

pub use model::{Directory, Facet, Facets, Membership, MembershipState, Tier};
