//! Roles: who holds which, given and ended by the coordinator.

pub mod service;
pub mod store;

use chrono::{DateTime, Utc};
use sala_kernel::{NetworkId, OrganisationId, PersonId, RoleGrantId};

use crate::access::Role;

/// A role as it stands in the books.
#[derive(Debug, Clone)]
pub struct RoleGrant {
    /// Its id.
    pub id: RoleGrantId,
    /// Whose.
    pub person: PersonId,
    /// In which network.
    pub network: NetworkId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Which role.
    pub role: Role,
    /// Since when.
    pub granted_at: DateTime<Utc>,
}
