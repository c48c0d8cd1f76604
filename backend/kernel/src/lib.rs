//! What every part of Sala stands on and nothing of ours stands below.
//!
//! Typed ids, clock and randomness as parameters, the outbox, pages, bilingual
//! text, money, dates with precision, and the kinds of error a service may end
//! with. Invariant: this crate knows no product rule and no other crate of ours.

mod db_enum;
mod env;
mod error;
mod id;
pub mod khmer;
mod ltext;
mod message;
mod money;
mod outbox;
mod page;
mod partial_date;
mod token;
mod zone;

pub use env::{Clock, Entropy, Env};
pub use error::{Error, Result, Violation};
pub use id::{
    AccessTokenId, AffiliationId, AgendaId, AssessmentId, AttendanceId, BallotId, CampaignCommentId, CampaignId,
    CampaignItemId, CampaignValueId, CampaignWorkId, ClaimId, CommentId, CommitmentId, CorrectionId, DecisionId,
    DeliveryId, DialogueId, DocumentId, DutyId, DutyRecordId, EngagementId, EventId, EvidenceRequestId, FileId,
    FollowUpId, GroupId, GuestId, Id, IdError, ImportId, InvitationId, LinkId, MailId, MapId, MeetingId, MembershipId,
    NetworkId, OrganisationId, OutcomeId, PaperId, PersonId, PlaceCode, PointId, RefereeId, ReplyId, RevisionId,
    RoleGrantId, SavedSearchId, SeatId, SessionId, StakeholderId, StandingMandateId, SubstantiationId, TermId,
    UploadId,
};
pub use ltext::{LText, Language};
pub use message::{Message, MessageText};
pub use money::{Currency, Money, MoneyError};
pub use outbox::{Cursor, Draft, Event, acted_for, append, head, read, recent};
pub use page::{Page, PageRequest};
pub use partial_date::{PartialDate, PartialDateError};
pub use token::{Secret, hash_token};
pub use zone::Zone;

/// The connection pool every service is given.
pub type Pool = sqlx::PgPool;
/// One atomic piece of work.
pub type Tx<'a> = sqlx::Transaction<'a, sqlx::Postgres>;
