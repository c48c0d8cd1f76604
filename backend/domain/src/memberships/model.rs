//! What a membership is.

use chrono::NaiveDate;
use sala_kernel::{Language, MembershipId, NetworkId, OrganisationId};

sala_kernel::db_enum! {
    /// How an organisation belongs.
    pub enum Tier as "tier" {
        /// Voice and vote.
        Full = "full",
        /// Voice only.
        Associate = "associate",
        /// Listens in.
        Observer = "observer",
        /// Works alongside.
        Partner = "partner",
    }
}

sala_kernel::db_enum! {
    /// Where a membership stands.
    pub enum MembershipState as "membership_state" {
        /// Being written.
        Draft = "draft",
        /// Handed in.
        Applied = "applied",
        /// Looked at.
        UnderReview = "under_review",
        /// Recommended to the committee.
        Recommended = "recommended",
        /// Given back with reasons.
        Returned = "returned",
        /// In good standing.
        Active = "active",
        /// Fee unpaid past grace.
        Lapsed = "lapsed",
        /// Suspended by the committee.
        Suspended = "suspended",
        /// Ended by the committee.
        Terminated = "terminated",
        /// Ended by the organisation.
        Resigned = "resigned",
    }
}

sala_kernel::db_enum! {
    /// Whether a year's fee is paid.
    pub enum FeeStatus as "fee_status" {
        /// Nobody has asked for one.
        NotAsked = "not_asked",
        /// Asked for, not paid.
        Due = "due",
        /// Paid.
        Paid = "paid",
        /// Not asked for this year, by decision.
        Waived = "waived",
    }
}

impl MembershipState {
    /// On the roll: a member in one standing or another.
    pub const fn is_listed(self) -> bool {
        matches!(self, Self::Active | Self::Lapsed | Self::Suspended)
    }

    /// Not a member yet.
    pub const fn is_applied_for(self) -> bool {
        matches!(self, Self::Draft | Self::Applied | Self::UnderReview | Self::Recommended | Self::Returned)
    }

    /// Its people reach what members may know.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Active | Self::Lapsed)
    }
}

/// Whether a membership may go from one state straight to another.
pub(super) const fn may_follow(from: MembershipState, to: MembershipState) -> bool {
    use MembershipState::{
        Active, Applied, Draft, Lapsed, Recommended, Resigned, Returned, Suspended, Terminated, UnderReview,
    };
    matches!(
        (from, to),
        (Draft | Returned, Applied)
            | (Applied | UnderReview, Draft)
            | (Applied, UnderReview)
            | (Applied | UnderReview | Recommended, Returned)
            | (UnderReview, Recommended)
            | (Recommended | Lapsed | Suspended, Active)
            | (Active, Lapsed)
            | (Active | Lapsed, Suspended | Resigned)
            | (Suspended, Terminated)
    )
}

/// An organisation's place in a network.
#[derive(Debug, Clone)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// In which network.
    pub network: NetworkId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// How it belongs.
    pub tier: Tier,
    /// Where it stands.
    pub state: MembershipState,
    /// Since when.
    pub joined_on: Option<NaiveDate>,
    /// Counts its changes.
    pub version: i32,
    /// What the list is sorted by.
    pub sort: String,
}

/// What to look for in a member directory.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// Part of a name, an acronym or a place.
    pub search: Option<String>,
    /// Only this tier.
    pub tier: Option<Tier>,
    /// Only with headquarters in this province (two digits).
    pub province: Option<String>,
    /// Only working on this theme (code).
    pub theme: Option<String>,
    /// Only of this type (code).
    pub kind: Option<String>,
    /// The language whose names sort the list.
    pub language: Language,
}

impl Directory {
    /// Nothing is looked for: the whole directory.
    pub const fn is_whole(&self) -> bool {
        self.search.is_none()
            && self.tier.is_none()
            && self.province.is_none()
            && self.theme.is_none()
            && self.kind.is_none()
    }
}

/// How many members share something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What: a word or code.
    pub value: String,
    /// How many.
    pub count: i64,
}

/// The directory counted: always over what the asker may see and has searched for, and nothing else.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// By tier; counted without the tier filter.
    pub tiers: Vec<Facet>,
    /// By province of the headquarters; counted without the province filter.
    pub provinces: Vec<Facet>,
    /// By type; counted without the type filter.
    pub kinds: Vec<Facet>,
    /// By theme; counted without the theme filter.
    pub themes: Vec<Facet>,
}
