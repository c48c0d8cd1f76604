//! What an entry of a list is.

use sala_kernel::{LText, TermId};

sala_kernel::db_enum! {
    /// Which list.
    pub enum Taxonomy as "taxonomy" {
        /// What work is about.
        Theme = "theme",
        /// Kinds of organisation.
        OrganisationType = "organisation_type",
        /// Groups a participant or stakeholder speaks for.
        Constituency = "constituency",
        /// Ways to campaign.
        Tactic = "tactic",
        /// Kinds of evidence.
        DocumentType = "document_type",
        /// Laws, decrees, plans.
        PolicyInstrument = "policy_instrument",
    }
}

/// An entry of a list.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// Its list.
    pub taxonomy: Taxonomy,
    /// Stable code.
    pub code: String,
    /// Label in both languages.
    pub label: LText,
    /// A native speaker has confirmed the Khmer label.
    pub reviewed_km: bool,
    /// Place in its list.
    pub position: i32,
    /// IATI `OrganisationType` code.
    pub iati_code: Option<String>,
    /// Offered for new choices.
    pub active: bool,
    /// The entry that took its place.
    pub merged_into: Option<TermId>,
    /// Counts its changes.
    pub version: i32,
}

/// A new entry.
#[derive(Debug, Clone)]
pub struct NewTerm {
    /// Its list.
    pub taxonomy: Taxonomy,
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: LText,
}

/// A change to an entry; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct TermEdit {
    /// New label.
    pub label: Option<LText>,
    /// Khmer label confirmed.
    pub reviewed_km: Option<bool>,
    /// Offered for new choices.
    pub active: Option<bool>,
}
