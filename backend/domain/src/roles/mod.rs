//! Roles: who holds which, given and ended by the coordinator, and by an organisation's own representatives.

pub mod service;
pub mod store;

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{NetworkId, OrganisationId, PersonId, RoleGrantId};

use uuid::Uuid;

use crate::{
    access::Role,
    mandates::{Basis, TextKind},
};

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
    /// The last day on which it holds; none: until it is ended.
    pub until_on: Option<NaiveDate>,
    /// Whose decision gave it.
    pub basis: Option<Basis>,
    /// What else there is to say of that decision.
    pub basis_note: String,
    /// When that was decided.
    pub decided_on: Option<NaiveDate>,
    /// Kinds of texts a signatory may sign; none: all.
    pub text_kinds: Vec<TextKind>,
    /// Themes on which a signatory may sign; none: all.
    pub themes: Vec<Uuid>,
}
