//! What a working group is, and what a seat in it.

use chrono::{DateTime, Utc};
use sala_kernel::{GroupId, LText, NetworkId, OrganisationId, PersonId, SeatId};

use crate::{
    access::{Facts, Level},
    decisions::Method,
};

sala_kernel::db_enum! {
    /// Where a group stands.
    pub enum GroupState as "group_state" {
        /// Waits for the committee.
        Proposed = "proposed",
        /// At work.
        Active = "active",
        /// Resting.
        Dormant = "dormant",
        /// Over.
        Dissolved = "dissolved",
    }
}

sala_kernel::db_enum! {
    /// How one comes into a group.
    pub enum Joining as "group_joining" {
        /// Members send whom they like.
        Open = "open",
        /// A convenor says yes.
        ByApproval = "by_approval",
        /// A convenor asks.
        ByInvitation = "by_invitation",
    }
}

sala_kernel::db_enum! {
    /// Where a seat stands.
    pub enum SeatState as "seat_state" {
        /// The organisation asked; a convenor answers.
        Asked = "asked",
        /// A convenor asked; the organisation or the person answers.
        Invited = "invited",
        /// Taken.
        Seated = "seated",
        /// Refused.
        Declined = "declined",
        /// Given up or taken away.
        Ended = "ended",
    }
}

/// Whether a group may go from one state straight to another.
pub(super) const fn may_follow(from: GroupState, to: GroupState) -> bool {
    use GroupState::{Active, Dissolved, Dormant, Proposed};
    matches!((from, to), (Proposed | Dormant, Active) | (Active, Dormant) | (Proposed | Active | Dormant, Dissolved))
}

/// A working group.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// In which network.
    pub network: NetworkId,
    /// What it is called.
    pub name: LText,
    /// Its Terms of Reference.
    pub terms: LText,
    /// How often it meets.
    pub rhythm: LText,
    /// How one comes into it.
    pub joining: Joining,
    /// How it decides.
    pub method: Method,
    /// How many of a hundred of its organisations must vote.
    pub quorum_pct: i32,
    /// How long its questions stay open, in days.
    pub window_days: i32,
    /// Where it stands.
    pub state: GroupState,
    /// Why.
    pub state_reason: String,
    /// Counts its changes.
    pub version: i32,
}

impl Group {
    /// What it is as far as rights go.
    pub fn facts(&self) -> Facts {
        Facts { networks: vec![(self.network, Level::Members)], group: Some(self.id), ..Facts::default() }
    }
}

/// What a group is to be.
#[derive(Debug, Clone)]
pub struct GroupDraft {
    /// What it is called.
    pub name: LText,
    /// Its Terms of Reference.
    pub terms: LText,
    /// How often it meets.
    pub rhythm: LText,
    /// How one comes into it.
    pub joining: Joining,
    /// How it decides.
    pub method: Method,
    /// How many of a hundred of its organisations must vote.
    pub quorum_pct: i32,
    /// How long its questions stay open, in days.
    pub window_days: i32,
    /// Codes of its themes.
    pub themes: Vec<String>,
}

/// A seat in a group.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// In which group.
    pub group: GroupId,
    /// Sent by which organisation.
    pub organisation: OrganisationId,
    /// Who sits in it.
    pub person: PersonId,
    /// Leads the group.
    pub convenes: bool,
    /// Where it stands.
    pub state: SeatState,
    /// Since when.
    pub asked_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dissolved_group_stays_dissolved_and_only_a_group_at_work_rests() {
        for to in GroupState::ALL {
            assert!(!may_follow(GroupState::Dissolved, *to));
        }
        assert!(may_follow(GroupState::Active, GroupState::Dormant));
        assert!(!may_follow(GroupState::Proposed, GroupState::Dormant));
        assert!(may_follow(GroupState::Dormant, GroupState::Active));
    }
}
