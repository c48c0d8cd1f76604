//! Networks: standing bodies of member organisations with their own rules.

pub mod holidays;
mod model;
pub mod service;
pub mod store;

pub use model::{Network, NetworkEdit, NetworkKind, NetworkState, NewNetwork};
