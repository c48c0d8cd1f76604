//! Typed identifiers: UUIDv7 inside, `organisation:018f…` outside.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Env;

/// Why a text is no id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the kind {wanted}")]
pub struct IdError {
    /// The kind that was asked for.
    pub wanted: &'static str,
}

/// What all typed ids share.
pub trait Id: Copy + fmt::Display + FromStr<Err = IdError> {
    /// The word before the colon.
    const KIND: &'static str;
    /// The plain UUID.
    fn uuid(self) -> Uuid;
}

/// A fresh UUIDv7 (RFC 9562): ordered by time, unguessable in its tail.
fn fresh(env: &Env) -> Uuid {
    let millis = u64::try_from(env.now().timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &env.entropy.bytes()).into_uuid()
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, Serialize, Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, made from the given clock and randomness.
            pub fn fresh(env: &Env) -> Self {
                Self(fresh(env))
            }
        }

        impl Id for $name {
            const KIND: &'static str = $kind;
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($kind, ":{}"), self.0.as_hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix(concat!($kind, ":"))
                    .and_then(|rest| Uuid::try_parse(rest).ok())
                    .map(Self)
                    .ok_or(IdError { wanted: $kind })
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

    )+};
}

ids! {
    /// A network of organisations.
    NetworkId = "network";
    /// An organisation.
    OrganisationId = "organisation";
    /// An organisation's place in a network.
    MembershipId = "membership";
    /// A person.
    PersonId = "person";
    /// A dated position of a person in an organisation.
    AffiliationId = "affiliation";
    /// A delivery of a text.
    DeliveryId = "delivery";
    /// An organisation outside the network that is invited to sign.
    GuestId = "guest";
    /// A referee of an application.
    RefereeId = "referee";
    /// A decision put to organisations.
    DecisionId = "decision";
    /// A ballot.
    BallotId = "ballot";
    /// A working group.
    GroupId = "group";
    /// A seat in a working group.
    SeatId = "seat";
    /// A meeting of a working group.
    MeetingId = "meeting";
    /// A claim of a listed organisation.
    ClaimId = "claim";
    /// A table of members on its way in.
    ImportId = "import";
    /// A duty of members.
    DutyId = "duty";
    /// A record that a duty was done.
    DutyRecordId = "dutyrecord";
    /// A document of the evidence library.
    DocumentId = "document";
    /// A file of a document.
    FileId = "file";
    /// A file on its way in.
    UploadId = "upload";
    /// Something asked of the library.
    EvidenceRequestId = "evidencerequest";
    /// A search that somebody keeps.
    SavedSearchId = "savedsearch";
    /// A paper that organisations write together.
    PaperId = "paper";
    /// What organisations do together to change something.
    CampaignId = "campaign";
    /// What a campaign's plan is made of.
    CampaignItemId = "planitem";
    /// Something that is done in a campaign.
    CampaignWorkId = "work";
    /// What an indicator was in a period.
    CampaignValueId = "value";
    /// Something said in a campaign.
    CampaignCommentId = "campaigncomment";
    /// A campaign's map of stakeholders: what follows is the campaign's own.
    MapId = "map";
    /// Somebody on a map.
    StakeholderId = "stakeholder";
    /// A rating of somebody on a map.
    AssessmentId = "assessment";
    /// How two on a map stand to each other.
    LinkId = "link";
    /// A contact with somebody on a map.
    EngagementId = "engagement";
    /// What somebody has promised.
    CommitmentId = "commitment";
    /// A dialogue with several groups.
    DialogueId = "dialogue";
    /// An invitation to a dialogue.
    InvitationId = "invitation";
    /// An item of the agenda of a dialogue.
    AgendaId = "agenda";
    /// That somebody was at a dialogue.
    AttendanceId = "attendance";
    /// A point of the minutes of a dialogue.
    PointId = "point";
    /// What somebody says about minutes.
    CorrectionId = "correction";
    /// What was found of a commitment.
    FollowUpId = "followup";
    /// What has changed because of a campaign.
    OutcomeId = "outcome";
    /// Somebody outside who is asked whether an outcome is so.
    SubstantiationId = "substantiation";
    /// A comment on a paper, or an amendment of it.
    CommentId = "comment";
    /// A reply to a comment.
    ReplyId = "reply";
    /// A paper's text as it was.
    RevisionId = "revision";
    /// A standing mandate.
    StandingMandateId = "mandate";
    /// A role held by a person.
    RoleGrantId = "role";
    /// An entry of a taxonomy.
    TermId = "term";
    /// A signed-in browser.
    SessionId = "session";
    /// A personal access token.
    AccessTokenId = "token";
    /// A mail, sent or waiting.
    MailId = "mail";
    /// Something that happened.
    EventId = "event";
}

/// A code of the official gazetteer; its length tells the level.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, Serialize, Deserialize)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct PlaceCode(pub String);

impl PlaceCode {
    /// The code of the province it lies in: the first two digits.
    pub fn province(&self) -> &str {
        self.0.get(..2).unwrap_or("")
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "place:{}", self.0)
    }
}

impl FromStr for PlaceCode {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let code = text.strip_prefix("place:").unwrap_or(text);
        let sound = matches!(code.len(), 2 | 4 | 6 | 8) && code.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| Self(code.to_owned())).ok_or(IdError { wanted: "place" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_written_and_refuses_another_kind() {
        let id = OrganisationId::fresh(&Env::system());
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().parse::<NetworkId>().is_err());
        assert!("organisation:".parse::<OrganisationId>().is_err());
        assert_eq!(id.0.get_version_num(), 7);
    }

    #[test]
    fn a_place_code_has_two_four_six_or_eight_digits() {
        assert_eq!("place:0206".parse(), Ok(PlaceCode("0206".into())));
        assert_eq!("020607".parse::<PlaceCode>().map(|p| p.province().to_owned()), Ok("02".to_owned()));
        for wrong in ["", "2", "020", "02a6", "place:", "0206070809"] {
            assert!(wrong.parse::<PlaceCode>().is_err(), "{wrong}");
        }
    }
}
