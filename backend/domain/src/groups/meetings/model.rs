//! What a meeting is.

use chrono::{DateTime, Utc};
use sala_kernel::{GroupId, LText, MeetingId, NetworkId, PersonId};

use crate::access::{Facts, Level};

sala_kernel::db_enum! {
    /// Where the minutes of a meeting stand.
    pub enum MinutesState as "minutes_state" {
        /// Nobody has written any.
        None = "none",
        /// Written; may still change.
        Draft = "draft",
        /// Approved; fixed.
        Approved = "approved",
    }
}

/// A meeting of a working group.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Of which group.
    pub group: GroupId,
    /// In which network.
    pub network: NetworkId,
    /// In a few words.
    pub title: LText,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where.
    pub venue: LText,
    /// Where on the net.
    pub link: String,
    /// What is talked about.
    pub agenda: LText,
    /// Who may read it.
    pub level: Level,
    /// When it was called off.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Why.
    pub cancelled_reason: String,
    /// What was said and decided.
    pub minutes: LText,
    /// Where the minutes stand.
    pub minutes_state: MinutesState,
    /// Who last wrote them.
    pub minutes_by: Option<PersonId>,
    /// Who approved them.
    pub approved_by: Option<PersonId>,
    /// When.
    pub approved_at: Option<DateTime<Utc>>,
    /// Counts its changes.
    pub version: i32,
}

impl Meeting {
    /// What it is as far as rights go.
    pub fn facts(&self) -> Facts {
        Facts { networks: vec![(self.network, self.level)], group: Some(self.group), ..Facts::default() }
    }
}

/// What a meeting is to be.
#[derive(Debug, Clone)]
pub struct MeetingDraft {
    /// In a few words.
    pub title: LText,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where.
    pub venue: LText,
    /// Where on the net.
    pub link: String,
    /// What is talked about.
    pub agenda: LText,
    /// Only for the group, the secretariat and the committee.
    pub restricted: bool,
}
