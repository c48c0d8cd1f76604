//! What a mandate is.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{MembershipId, Message, PersonId, StandingMandateId};
use uuid::Uuid;

use crate::text::Check;

sala_kernel::db_enum! {
    /// Whose decision in the organisation gave a mandate.
    pub enum Basis as "mandate_basis" {
        /// The director's.
        Director = "director",
        /// The board's.
        Board = "board",
        /// The general assembly's.
        Assembly = "assembly",
        /// Somebody else's, as noted.
        Other = "other",
    }
}

sala_kernel::db_enum! {
    /// A kind of text that organisations sign.
    pub enum TextKind as "text_kind" {
        /// The network's own reasoned stance.
        PositionPaper = "position_paper",
        /// A text in the names of its signatories.
        JointStatement = "joint_statement",
        /// A letter for all to read.
        OpenLetter = "open_letter",
        /// Comments handed to an authority.
        Submission = "submission",
    }
}

/// What a mandate covers; nothing named covers all.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Codes of themes.
    pub themes: Vec<String>,
    /// Kinds of texts.
    pub text_kinds: Vec<TextKind>,
}

/// How a role of an organisation's people was given.
#[derive(Debug, Clone, Default)]
pub struct Mandate {
    /// The last day on which it holds.
    pub until_on: Option<NaiveDate>,
    /// Whose decision gave it.
    pub basis: Option<Basis>,
    /// What else there is to say of that decision.
    pub basis_note: String,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// What it covers.
    pub scope: Scope,
}

impl Mandate {
    /// Checks dates and words; `today` is the network's.
    pub(crate) fn check(&self, found: &mut Check, today: NaiveDate) -> Self {
        if self.until_on.is_some_and(|last| last < today || last > today + chrono::Duration::days(366 * 10)) {
            found.fail("untilOn", Message::MandatePeriod);
        }
        if self.decided_on.is_some_and(|day| day > today) {
            found.fail("decidedOn", Message::DateAhead);
        }
        Self { basis_note: found.line("basisNote", &self.basis_note, 300), ..self.clone() }
    }
}

/// An organisation's decision, taken beforehand, on what may be signed for it.
#[derive(Debug, Clone)]
pub struct StandingMandate {
    /// Its id.
    pub id: StandingMandateId,
    /// Of which membership.
    pub membership: MembershipId,
    /// Themes it covers; none: all.
    pub themes: Vec<Uuid>,
    /// Kinds of texts it covers; none: all.
    pub text_kinds: Vec<TextKind>,
    /// The last day on which it holds.
    pub valid_until: NaiveDate,
    /// Whose decision it was.
    pub basis: Basis,
    /// What else there is to say of it.
    pub basis_note: String,
    /// When it was decided.
    pub decided_on: NaiveDate,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: Option<PersonId>,
}

/// A standing mandate to record.
#[derive(Debug, Clone)]
pub struct NewStandingMandate {
    /// What it covers.
    pub scope: Scope,
    /// The last day on which it holds.
    pub valid_until: NaiveDate,
    /// Whose decision it was.
    pub basis: Basis,
    /// What else there is to say of it.
    pub basis_note: String,
    /// When it was decided.
    pub decided_on: NaiveDate,
}
