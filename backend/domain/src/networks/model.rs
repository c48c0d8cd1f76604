//! What a network is.

use sala_kernel::{LText, NetworkId, OrganisationId};
use sha2::{Digest as _, Sha256};

use crate::access::{Facts, Level};

sala_kernel::db_enum! {
    /// What kind of body it is.
    pub enum NetworkKind as "network_kind" {
        /// A standing network.
        Network = "network",
        /// Bound to an issue or a time.
        Coalition = "coalition",
        /// A looser bond.
        Alliance = "alliance",
        /// A working group on its own.
        WorkingGroup = "working_group_standalone",
    }
}

sala_kernel::db_enum! {
    /// Where a network stands.
    pub enum NetworkState as "network_state" {
        /// Being set up.
        Draft = "draft",
        /// At work.
        Active = "active",
        /// Resting.
        Dormant = "dormant",
        /// Over; read-only.
        Dissolved = "dissolved",
    }
}

/// A network.
#[derive(Debug, Clone)]
pub struct Network {
    /// Its id.
    pub id: NetworkId,
    /// Its name.
    pub name: LText,
    /// Its acronym.
    pub acronym: String,
    /// What kind of body.
    pub kind: NetworkKind,
    /// What it is for.
    pub mission: LText,
    /// The organisation that houses its secretariat.
    pub host: Option<OrganisationId>,
    /// IANA time zone in which its times are shown.
    pub timezone: String,
    /// It wishes to be seen by people without account.
    pub public_page: bool,
    /// What a new member's signatory accepts.
    pub code_of_conduct: LText,
    /// Anyone may apply, where its page is public.
    pub takes_applications: bool,
    /// So many months after a dialogue is over, nobody who was invited is named any more; 1 to 120.
    pub retention_months: i32,
    /// Where it stands.
    pub state: NetworkState,
    /// Counts its changes.
    pub version: i32,
}

impl Network {
    /// SHA-256 of the code of conduct, both languages: what names the exact text that somebody accepts.
    pub fn conduct_hash(&self) -> String {
        let text = format!("{}\u{0}{}", self.code_of_conduct.en, self.code_of_conduct.km);
        Sha256::digest(text.as_bytes()).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"))
    }

    /// What it is as far as rights go.
    pub fn facts(&self) -> Facts {
        Facts {
            public: self.public_page && self.state == NetworkState::Active,
            networks: vec![(self.id, Level::Members)],
            ..Facts::default()
        }
    }
}

/// A new network.
#[derive(Debug, Clone)]
pub struct NewNetwork {
    /// Its name.
    pub name: LText,
    /// Its acronym.
    pub acronym: String,
    /// What kind of body.
    pub kind: NetworkKind,
}

/// A change; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct NetworkEdit {
    /// New name.
    pub name: Option<LText>,
    /// New acronym.
    pub acronym: Option<String>,
    /// New mission.
    pub mission: Option<LText>,
    /// Seen by people without account.
    pub public_page: Option<bool>,
    /// New code of conduct.
    pub code_of_conduct: Option<LText>,
    /// Whether anyone may apply.
    pub takes_applications: Option<bool>,
    /// So many months after a dialogue is over, nobody who was invited is named any more; 1 to 120.
    pub retention_months: Option<i32>,
}
