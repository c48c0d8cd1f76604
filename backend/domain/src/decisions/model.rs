//! What a decision is.

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{
    BallotId, DecisionId, GroupId, LText, MeetingId, MembershipId, NetworkId, OrganisationId, PaperId, PersonId,
};

use super::Meaning;
use crate::access::{Facts, Level};

sala_kernel::db_enum! {
    /// What a decision is about.
    pub enum Subject as "decision_subject" {
        /// Whether an organisation joins.
        AdmitMember = "admit_member",
        /// Whether a position becomes the network's.
        AdoptPosition = "adopt_position",
        /// Whether a statement is published.
        PublishStatement = "publish_statement",
        /// Whether money is spent.
        Spend = "spend",
        /// Whether the statutes change.
        AmendStatutes = "amend_statutes",
        /// Whether a member is expelled.
        ExpelMember = "expel_member",
        /// Anything else.
        Other = "other",
    }
}

sala_kernel::db_enum! {
    /// How ballots make a result.
    pub enum Method as "decision_method" {
        /// Adopted unless somebody objects with reasons.
        Consent = "consent",
        /// Adopted when all who take a position agree.
        Consensus = "consensus",
        /// Adopted when more are for than against.
        SimpleMajority = "simple_majority",
        /// Adopted when at least two thirds of those for and against are for.
        TwoThirds = "two_thirds",
    }
}

sala_kernel::db_enum! {
    /// Who votes.
    pub enum Voters as "decision_voters" {
        /// Full members in good standing.
        FullMembers = "full_members",
        /// The organisations of the steering committee.
        Committee = "committee",
        /// The organisations that sit in a working group.
        Group = "working_group",
    }
}

sala_kernel::db_enum! {
    /// What a ballot can say.
    pub enum Scale as "decision_scale" {
        /// For, against, abstain, stand aside, object.
        Vote = "vote",
        /// Eight gradients of agreement (Kaner).
        Gradients = "gradients",
    }
}

sala_kernel::db_enum! {
    /// Where a decision stands.
    pub enum DecisionState as "decision_state" {
        /// Takes ballots.
        Open = "open",
        /// Carried.
        Adopted = "adopted",
        /// Not carried.
        NotAdopted = "not_adopted",
        /// Too few voted.
        Inquorate = "inquorate",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

sala_kernel::db_enum! {
    /// What a ballot says.
    pub enum Stance as "ballot_position" {
        /// For it.
        InFavour = "in_favour",
        /// Against it.
        Against = "against",
        /// Neither.
        Abstain = "abstain",
        /// Not supporting, not blocking.
        StandAside = "stand_aside",
        /// A reasoned, paramount objection.
        Objection = "objection",
        /// Gradient 1: endorse.
        Endorse = "endorse",
        /// Gradient 2: agree with a minor point of contention.
        MinorPoint = "minor_point",
        /// Gradient 3: support with reservation.
        Reservation = "reservation",
        /// Gradient 5: more discussion needed.
        MoreDiscussion = "more_discussion",
        /// Gradient 6: do not like it but support it.
        DislikeButSupport = "dislike_but_support",
        /// Gradient 7: serious disagreement.
        SeriousDisagreement = "serious_disagreement",
        /// Gradient 8: block.
        Block = "block",
    }
}

impl Stance {
    /// What it counts as.
    pub const fn meaning(self) -> Meaning {
        match self {
            Self::InFavour | Self::Endorse | Self::MinorPoint | Self::Reservation | Self::DislikeButSupport => {
                Meaning::For
            }
            Self::Against | Self::SeriousDisagreement => Meaning::Against,
            Self::Abstain | Self::MoreDiscussion => Meaning::Abstain,
            Self::StandAside => Meaning::Aside,
            Self::Objection | Self::Block => Meaning::Objection,
        }
    }

    /// Whether a scale offers it.
    pub const fn is_on(self, scale: Scale) -> bool {
        match self {
            Self::Abstain => true,
            Self::InFavour | Self::Against | Self::StandAside | Self::Objection => matches!(scale, Scale::Vote),
            _ => matches!(scale, Scale::Gradients),
        }
    }
}

/// How a network decides on one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// On what.
    pub subject: Subject,
    /// How.
    pub method: Method,
    /// Who.
    pub voters: Voters,
    /// How many of a hundred must vote.
    pub quorum_pct: i32,
    /// How long it stays open, in days.
    pub window_days: i32,
}

impl Rule {
    /// What holds where a network has said nothing.
    pub const fn usual(subject: Subject) -> Self {
        let (method, voters, quorum_pct, window_days) = match subject {
            Subject::AdmitMember | Subject::PublishStatement | Subject::Spend => {
                (Method::Consent, Voters::Committee, 50, 7)
            }
            Subject::AdoptPosition | Subject::Other => (Method::Consent, Voters::FullMembers, 50, 7),
            Subject::AmendStatutes | Subject::ExpelMember => (Method::TwoThirds, Voters::FullMembers, 50, 14),
        };
        Self { subject, method, voters, quorum_pct, window_days }
    }

    /// When a decision opened now closes.
    pub fn closes(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + Duration::days(i64::from(self.window_days))
    }
}

/// A decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// In which network.
    pub network: NetworkId,
    /// About what.
    pub subject: Subject,
    /// The membership it is about.
    pub membership: Option<MembershipId>,
    /// The working group that decides.
    pub group: Option<GroupId>,
    /// The meeting it comes from.
    pub meeting: Option<MeetingId>,
    /// The paper it is about, and the hash of its exact text.
    pub paper: Option<(PaperId, Vec<u8>)>,
    /// In a few words.
    pub title: LText,
    /// What exactly is proposed.
    pub proposal: LText,
    /// How ballots make a result.
    pub method: Method,
    /// Who votes.
    pub voters: Voters,
    /// What a ballot can say.
    pub scale: Scale,
    /// How many of a hundred must vote.
    pub quorum_pct: i32,
    /// How sensitive it is.
    pub level: Level,
    /// Where it stands.
    pub state: DecisionState,
    /// Since when it takes ballots.
    pub opened_at: DateTime<Utc>,
    /// The first instant at which it takes none.
    pub closes_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it was withdrawn.
    pub ended_reason: String,
    /// Counts its changes.
    pub version: i32,
}

impl Decision {
    /// What it is as far as rights go, for one of its voters.
    pub fn facts(&self, voter: Option<OrganisationId>) -> Facts {
        Facts {
            networks: vec![(self.network, self.level)],
            owners: voter.into_iter().collect(),
            group: self.group,
            own_level: Some(Level::Members),
            ..Facts::default()
        }
    }
}

/// A decision to be opened.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// About what.
    pub subject: Subject,
    /// The membership it is about.
    pub membership: Option<MembershipId>,
    /// The working group that decides, by its own rule.
    pub group: Option<GroupId>,
    /// The meeting it comes from; its group decides.
    pub meeting: Option<MeetingId>,
    /// The paper it is about, and the hash of its exact text.
    pub paper: Option<(PaperId, Vec<u8>)>,
    /// In a few words.
    pub title: LText,
    /// What exactly is proposed.
    pub proposal: LText,
    /// What a ballot can say.
    pub scale: Scale,
    /// How sensitive it is.
    pub level: Level,
    /// When it closes; by the network's rule when not said.
    pub closes_at: Option<DateTime<Utc>>,
}

/// A ballot as it stands.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// Its id.
    pub id: BallotId,
    /// In which decision.
    pub decision: DecisionId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it says.
    pub stance: Stance,
    /// Why.
    pub reason: String,
    /// Disagreement to stand beside the result.
    pub dissent: String,
    /// Who cast it.
    pub cast_by: PersonId,
    /// When.
    pub cast_at: DateTime<Utc>,
}

/// A ballot to be cast.
#[derive(Debug, Clone)]
pub struct NewBallot {
    /// For which organisation.
    pub organisation: OrganisationId,
    /// What it says.
    pub stance: Stance,
    /// Why; needed to object.
    pub reason: String,
    /// Disagreement to stand beside the result.
    pub dissent: String,
    /// The ballot it replaces, as it was read.
    pub replaces: Option<BallotId>,
}
