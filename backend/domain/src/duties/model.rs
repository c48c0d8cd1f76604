//! What a duty is.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{DutyId, LText, MembershipId, NetworkId, OrganisationId, PersonId};

use crate::organisations::Registration;

sala_kernel::db_enum! {
    /// How a duty falls due.
    pub enum DutyKind as "duty_kind" {
        /// A paper that expires: a registration, a certificate.
        Expiring = "expiring",
        /// The same day every year: a report.
        Yearly = "yearly",
    }
}

sala_kernel::db_enum! {
    /// How a member stands with a duty.
    pub enum DutyStatus as "duty_status" {
        /// The day is past.
        Late = "late",
        /// The day is at most thirty days ahead.
        Soon = "soon",
        /// There is time.
        InOrder = "in_order",
    }
}

/// A duty, as the network's secretariat words it.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its id.
    pub id: DutyId,
    /// In which network.
    pub network: NetworkId,
    /// What it is called.
    pub name: LText,
    /// How it falls due.
    pub kind: DutyKind,
    /// In which month, for yearly ones.
    pub due_month: Option<i32>,
    /// On which day of it.
    pub due_day: Option<i32>,
    /// Only for members with one of these standings; none: for all.
    pub registrations: Vec<Registration>,
    /// How many days before a member is reminded.
    pub remind_days: Vec<i32>,
    /// It is asked for at present.
    pub active: bool,
    /// Counts its changes.
    pub version: i32,
}

/// What a duty is to be.
#[derive(Debug, Clone)]
pub struct DutyDraft {
    /// What it is called.
    pub name: LText,
    /// How it falls due.
    pub kind: DutyKind,
    /// In which month, for yearly ones.
    pub due_month: Option<i32>,
    /// On which day of it.
    pub due_day: Option<i32>,
    /// Only for members with one of these standings; none: for all.
    pub registrations: Vec<Registration>,
    /// How many days before a member is reminded.
    pub remind_days: Vec<i32>,
    /// It is asked for.
    pub active: bool,
}

/// How one member stands with one duty.
#[derive(Debug, Clone)]
pub struct Due {
    /// Which duty.
    pub duty: Duty,
    /// Of which membership.
    pub membership: MembershipId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// The day by which it is, or was, due.
    pub due_on: NaiveDate,
    /// How it stands.
    pub status: DutyStatus,
    /// What was last recorded.
    pub last: Option<Record>,
}

/// That a member did a duty.
#[derive(Debug, Clone)]
pub struct Record {
    /// When it was done.
    pub done_on: NaiveDate,
    /// Until when the paper is valid.
    pub valid_until: Option<NaiveDate>,
    /// For which year the report was.
    pub period: Option<i32>,
    /// What else there is to say.
    pub note: String,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: Option<PersonId>,
}

/// A record to add.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// When it was done.
    pub done_on: NaiveDate,
    /// Until when the paper is valid, for what expires.
    pub valid_until: Option<NaiveDate>,
    /// For which year, for what is yearly.
    pub period: Option<i32>,
    /// What else there is to say.
    pub note: String,
}
