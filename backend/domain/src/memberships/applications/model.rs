//! What an application is.

use chrono::{DateTime, Utc};
use sala_kernel::{DecisionId, LText, Language, MembershipId, OrganisationId, PersonId, RefereeId};

use crate::{memberships::MembershipState, people::PersonName};

sala_kernel::db_enum! {
    /// What a referee says.
    pub enum ReferenceAnswer as "reference_answer" {
        /// Knows it and recommends it.
        Recommends = "recommends",
        /// Does not recommend it.
        DoesNotRecommend = "does_not_recommend",
    }
}

/// An item of the review's checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewItem {
    /// Its standing with the authorities was looked at.
    Registration,
    /// It has a governing body and accounts.
    Governance,
    /// It protects people it works with.
    Safeguarding,
    /// It is independent of parties.
    Independence,
    /// It works on what the network is for.
    Purpose,
}

impl ReviewItem {
    /// The whole checklist.
    pub const ALL: [Self; 5] =
        [Self::Registration, Self::Governance, Self::Safeguarding, Self::Independence, Self::Purpose];

    /// The word it is kept under.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Governance => "governance",
            Self::Safeguarding => "safeguarding",
            Self::Independence => "independence",
            Self::Purpose => "purpose",
        }
    }
}

/// What is known of a membership while it is applied for.
#[derive(Debug, Clone)]
pub struct Application {
    /// Which membership.
    pub membership: MembershipId,
    /// Why it wants to join.
    pub motivation: LText,
    /// What the review found in order.
    pub checked: Vec<String>,
    /// What the review notes.
    pub review_note: String,
    /// Why it was given back last.
    pub returned_reason: String,
    /// The decision on it.
    pub decision: Option<DecisionId>,
    /// When it was admitted.
    pub admitted_at: Option<DateTime<Utc>>,
    /// When its signatory accepted the code of conduct.
    pub conduct_accepted_at: Option<DateTime<Utc>>,
    /// Who did.
    pub conduct_accepted_by: Option<PersonId>,
    /// When it was handed in last.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// A referee of an application.
#[derive(Debug, Clone)]
pub struct Referee {
    /// Its id.
    pub id: RefereeId,
    /// Of which application.
    pub membership: MembershipId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// When it was asked.
    pub asked_at: Option<DateTime<Utc>>,
    /// What it said.
    pub answer: Option<ReferenceAnswer>,
    /// In its words.
    pub statement: String,
    /// Who answered, as they name themselves.
    pub answered_by_name: String,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
    /// Why the network goes on without it.
    pub waived_reason: String,
    /// Since when.
    pub waived_at: Option<DateTime<Utc>>,
}

impl Referee {
    /// Nothing more is awaited from it.
    pub const fn is_settled(&self) -> bool {
        self.answered_at.is_some() || self.waived_at.is_some()
    }
}

/// A change of a membership's state.
#[derive(Debug, Clone)]
pub struct Step {
    /// Of which membership.
    pub membership: MembershipId,
    /// From where.
    pub from: Option<MembershipState>,
    /// To where.
    pub to: MembershipState,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
}

/// Somebody who begins an application without an account.
#[derive(Debug, Clone)]
pub struct Applicant {
    /// Their name.
    pub name: PersonName,
    /// Their address.
    pub email: String,
    /// The language to write to them in.
    pub language: Language,
}

/// What came of beginning.
#[derive(Debug, Clone, Copy)]
pub struct Begun {
    /// The membership in draft.
    pub membership: MembershipId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Who applies.
    pub person: PersonId,
}

/// A change to an application in draft; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Why it wants to join.
    pub motivation: Option<LText>,
    /// Its referees, all of them.
    pub referees: Option<Vec<OrganisationId>>,
}

/// What a referee sees who opens the link.
#[derive(Debug, Clone)]
pub struct ReferenceView {
    /// Who applies.
    pub applicant: LText,
    /// Why, in its words.
    pub motivation: LText,
    /// To which network.
    pub network: LText,
    /// Which organisation is asked.
    pub referee: LText,
    /// The province it is in.
    pub province: Option<LText>,
}
