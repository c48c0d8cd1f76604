//! What a sign-on is.

use chrono::{DateTime, Utc};
use sala_kernel::{DecisionId, DocumentId, LText, NetworkId, OrganisationId, PaperId, PersonId};

sala_kernel::db_enum! {
    /// What an organisation says to a text.
    pub enum EndorsementState as "endorsement_state" {
        /// Its board is being asked.
        InInternalReview = "in_internal_review",
        /// It signs.
        Endorsed = "endorsed",
        /// It signs, and says with what it does not agree.
        EndorsedWithReservation = "endorsed_with_reservation",
        /// It takes no side.
        Abstained = "abstained",
        /// It does not sign.
        Declined = "declined",
        /// It stops the text, where one objection does.
        Objected = "objected",
        /// It had signed and does so no more.
        Withdrawn = "withdrawn",
        /// It had signed another text: it is asked anew.
        Reconfirm = "reconfirm",
    }
}

impl EndorsementState {
    /// It counts as support.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Endorsed | Self::EndorsedWithReservation)
    }
}

sala_kernel::db_enum! {
    /// By what right a signatory commits the organisation.
    pub enum Basis as "endorsement_basis" {
        /// The director's own authority.
        DirectorAuthority = "director_authority",
        /// A decision of the board on this text.
        BoardDecision = "board_decision",
        /// A decision taken beforehand on texts like this one.
        StandingMandate = "standing_mandate",
        /// A decision of the general assembly.
        GeneralAssembly = "general_assembly",
        /// The organisation leaves it to the network.
        NetworkDelegation = "network_delegation",
    }
}

sala_kernel::db_enum! {
    /// Who is told the organisation's name.
    pub enum Attribution as "endorsement_attribution" {
        /// Everybody.
        Public = "public",
        /// Whoever the text is addressed to, and nobody else.
        AddresseeOnly = "addressee_only",
        /// Nobody: it is counted.
        CountedAnonymously = "counted_anonymously",
    }
}

sala_kernel::db_enum! {
    /// How a statement reached the network.
    pub enum Channel as "endorsement_channel" {
        /// Made here by the signatory.
        Hub = "hub",
        /// By mail, recorded by the coordinator.
        EmailRecorded = "email_recorded",
        /// On paper, recorded by the coordinator.
        PaperScanned = "paper_scanned",
    }
}

sala_kernel::db_enum! {
    /// In which order names stand under a text.
    pub enum NameOrder as "signature_order" {
        /// As they signed.
        AsSigned = "as_signed",
        /// By name.
        ByName = "by_name",
    }
}

/// A text as it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenText {
    /// Of which paper.
    pub paper: PaperId,
    /// What endorsements bind to.
    pub hash: Vec<u8>,
    /// The English text in canonical form; empty where there is none.
    pub english: String,
    /// The Khmer text in canonical form; empty where there is none.
    pub khmer: String,
    /// SHA-256 of the English text.
    pub hash_english: Vec<u8>,
    /// SHA-256 of the Khmer text.
    pub hash_khmer: Vec<u8>,
    /// Since when.
    pub frozen_at: DateTime<Utc>,
}

/// When it is over.
#[derive(Debug, Clone, Copy)]
pub struct Clocks {
    /// When organisations are asked to have answered.
    pub soft: Option<DateTime<Utc>>,
    /// The first instant at which nobody signs any more.
    pub deadline: DateTime<Utc>,
}

/// What must come together; all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Threshold {
    /// So many organisations.
    pub count: i32,
    /// So many of a hundred full members.
    pub pct: Option<i32>,
    /// Public names from so many provinces.
    pub provinces: Option<i32>,
    /// These organisations, by public name.
    pub required: Vec<OrganisationId>,
    /// Nobody objects.
    pub no_objection: bool,
    /// So many of each of these types of organisation, by public name.
    pub kinds: Vec<(String, i32)>,
}

/// A sign-on to be opened.
#[derive(Debug, Clone)]
pub struct NewSignOn {
    /// When it is over.
    pub clocks: Clocks,
    /// What must come together.
    pub threshold: Threshold,
    /// To whom the text goes.
    pub addressees: String,
    /// In which order names stand under it.
    pub order: NameOrder,
}

/// A paper's sign-on.
#[derive(Debug, Clone)]
pub struct SignOn {
    /// Of which paper.
    pub paper: PaperId,
    /// In which network.
    pub network: NetworkId,
    /// The text that is signed.
    pub text: Vec<u8>,
    /// Since when.
    pub opened_at: DateTime<Utc>,
    /// When it is over.
    pub clocks: Clocks,
    /// The deadline before its one extension.
    pub extended_from: Option<DateTime<Utc>>,
    /// Why it was extended.
    pub extension_reason: String,
    /// What must come together.
    pub threshold: Threshold,
    /// To whom the text goes.
    pub addressees: String,
    /// When it was over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether all that must come together did, once it is over.
    pub met: Option<bool>,
    /// In which order names stand under it.
    pub order: NameOrder,
    /// The decision by which it is published although not all came together.
    pub lowered_by: Option<DecisionId>,
    /// How often the paper has been opened for signing.
    pub round: i32,
    /// Counts its changes.
    pub version: i32,
}

impl SignOn {
    /// Whether organisations may answer at an instant.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.closed_at.is_none() && now < self.clocks.deadline
    }
}

/// What a signatory says for an organisation.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What.
    pub state: EndorsementState,
    /// By what right; needed to sign.
    pub basis: Option<Basis>,
    /// Who is told the name.
    pub attribution: Attribution,
    /// Its logo may stand beside its name.
    pub logo: bool,
    /// The name as it is to be shown; the organisation's own where empty.
    pub display: LText,
    /// With what it does not agree.
    pub reservation: String,
    /// Why it does not sign, to be printed under the text by its name; empty where nothing is to be printed.
    pub dissent: String,
    /// The sections concerned.
    pub sections: Vec<String>,
    /// What else there is to say, to the coordinator alone.
    pub note: String,
    /// The decision by which it signs, in the library.
    pub mandate: Option<DocumentId>,
    /// The text that was read.
    pub text: Vec<u8>,
}

/// How a statement is made.
#[derive(Debug, Clone, Copy)]
pub enum Means {
    /// By the signatory, here.
    Own,
    /// Recorded for the organisation, with the document that proves it.
    Recorded(Channel, DocumentId),
}

/// What an organisation has said.
#[derive(Debug, Clone)]
pub struct Endorsement {
    /// To which paper.
    pub paper: PaperId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// What.
    pub state: EndorsementState,
    /// Its signatory; nobody where it was recorded.
    pub person: Option<PersonId>,
    /// By what right.
    pub basis: Option<Basis>,
    /// The exact text.
    pub text: Vec<u8>,
    /// Who is told the name.
    pub attribution: Attribution,
    /// Its logo may stand beside its name.
    pub logo: bool,
    /// The name as it is to be shown.
    pub display: LText,
    /// With what it does not agree.
    pub reservation: String,
    /// Why it does not sign, printed under the published text; empty where nothing is to be printed.
    pub dissent: String,
    /// The sections concerned.
    pub sections: Vec<String>,
    /// What else there is to say.
    pub note: String,
    /// How it reached the network.
    pub channel: Channel,
    /// Who recorded it.
    pub recorded_by: Option<PersonId>,
    /// The document that proves it.
    pub evidence: Option<DocumentId>,
    /// The decision by which it signs, in the library.
    pub mandate: Option<DocumentId>,
    /// When.
    pub stated_at: DateTime<Utc>,
}

/// A statement as it was made.
#[derive(Debug, Clone)]
pub struct Statement {
    /// What was said.
    pub state: EndorsementState,
    /// Who was to be told the name.
    pub attribution: Attribution,
    /// To which text.
    pub text: Vec<u8>,
    /// By whom; nobody where the hub asked anew, or kept a signature over an editorial change.
    pub person: Option<PersonId>,
    /// By what right.
    pub basis: Option<Basis>,
    /// With what it did not agree.
    pub reservation: String,
    /// What else was said.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A member and what it has said, if anything.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// What it has said.
    pub endorsement: Option<Endorsement>,
}

/// A statement of one's organisation, and to which paper it was made.
#[derive(Debug, Clone)]
pub struct OwnStatement {
    /// Which of them, in the order in which they were made.
    pub number: i64,
    /// To which paper.
    pub paper: PaperId,
    /// What was said.
    pub said: Statement,
}

/// A change of a signed text that two persons call editorial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorialChange {
    /// The text that was signed.
    pub from: Vec<u8>,
    /// The text that takes its place.
    pub to: Vec<u8>,
    /// The convenor who says so.
    pub convenor: Option<PersonId>,
    /// The chair who says so.
    pub chair: Option<PersonId>,
}

impl EditorialChange {
    /// Both have said so.
    pub const fn agreed(&self) -> bool {
        self.convenor.is_some() && self.chair.is_some()
    }
}

/// How far a sign-on has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Organisations that sign.
    pub count: i64,
    /// Those of them whose names are withheld.
    pub withheld: i64,
    /// Full members among those who sign by public name.
    pub full: i64,
    /// Full members there are.
    pub full_members: i64,
    /// Provinces of those who sign by public name.
    pub provinces: i64,
    /// Required organisations that have not signed by public name.
    pub missing: Vec<OrganisationId>,
    /// Organisations that object.
    pub objections: i64,
    /// How many sign by public name, of each type of organisation that must.
    pub kinds: Vec<(String, i64)>,
}

impl Progress {
    /// All that must come together has.
    pub fn meets(&self, threshold: &Threshold) -> bool {
        let share = threshold.pct.is_none_or(|pct| self.full * 100 >= i64::from(pct) * self.full_members.max(1));
        self.count >= i64::from(threshold.count)
            && share
            && threshold.provinces.is_none_or(|provinces| self.provinces >= i64::from(provinces))
            && self.missing.is_empty()
            && !(threshold.no_objection && self.objections > 0)
            && threshold.kinds.iter().all(|(kind, needed)| {
                self.kinds.iter().any(|(known, count)| known == kind && *count >= i64::from(*needed))
            })
    }
}
