//! What is on a map.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    AssessmentId, CampaignId, CampaignItemId, EngagementId, LText, LinkId, NetworkId, OrganisationId, PersonId,
    PlaceCode, StakeholderId,
};
use serde::Serialize;
use uuid::Uuid;

use crate::{access::Level, campaigns::words::AskResponse};

sala_kernel::db_enum! {
    /// What somebody on a map is.
    pub enum StakeholderKind as "stakeholder_kind" {
        /// A ministry, an administration, a council, a company.
        Institution = "institution",
        /// A part of one.
        Unit = "unit",
        /// A person in office.
        OfficeHolder = "office_holder",
        /// A person by themselves.
        Individual = "individual",
        /// A person to whom others listen.
        InformalLeader = "informal_leader",
    }
}

impl StakeholderKind {
    /// It is a person, not something that outlives persons.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::OfficeHolder | Self::Individual | Self::InformalLeader)
    }
}

sala_kernel::db_enum! {
    /// Where somebody on a map stands.
    pub enum StakeholderState as "stakeholder_state" {
        /// On the map.
        Active = "active",
        /// A person who has left the office in which they mattered.
        OfficeVacated = "office_vacated",
        /// Put away; its history stays.
        Archived = "archived",
        /// Another spelling of somebody else, with whom it was merged.
        MergedInto = "merged_into",
    }
}

sala_kernel::db_enum! {
    /// On which level somebody acts.
    pub enum StakeholderLevel as "stakeholder_level" {
        /// Across borders.
        International = "international",
        /// The whole country.
        National = "national",
        /// A province, or the capital.
        Provincial = "provincial",
        /// A district, a municipality, a khan.
        District = "district",
        /// A commune or sangkat.
        Commune = "commune",
        /// A village.
        Village = "village",
    }
}

sala_kernel::db_enum! {
    /// How near somebody is to the decision that is sought.
    pub enum Target as "stakeholder_target" {
        /// Not one of those of whom something is sought.
        None = "none",
        /// Moves those who decide.
        Secondary = "secondary",
        /// Decides.
        Primary = "primary",
    }
}

sala_kernel::db_enum! {
    /// How two stand to each other.
    pub enum LinkKind as "stakeholder_link_kind" {
        /// One is set over the other.
        FormalAuthority = "formal_authority",
        /// One gives the other money.
        Funding = "funding",
        /// One informs or advises the other.
        InformationAdvice = "information_advice",
        /// One presses the other.
        PressureLobby = "pressure_lobby",
        /// They are of one family, or close.
        PersonalFamily = "personal_family",
        /// They are at odds.
        Conflict = "conflict",
        /// They work together.
        Collaboration = "collaboration",
    }
}

impl LinkKind {
    /// How narrowly it is known if nobody says otherwise.
    pub const fn usual(self) -> Level {
        match self {
            Self::PersonalFamily | Self::Conflict => Level::Confidential,
            _ => Level::Restricted,
        }
    }
}

sala_kernel::db_enum! {
    /// How somebody is reached.
    pub enum Channel as "engagement_channel" {
        /// A meeting.
        Meeting = "meeting",
        /// A letter.
        Letter = "letter",
        /// A call.
        Call = "call",
        /// A message.
        Message = "message",
        /// A public event.
        Event = "event",
        /// Over the media.
        Media = "media",
        /// In passing.
        Informal = "informal",
    }
}

sala_kernel::db_enum! {
    /// Where a contact stands.
    pub enum EngagementState as "engagement_state" {
        /// To come.
        Planned = "planned",
        /// It was.
        Held = "held",
        /// It came to nothing.
        CalledOff = "called_off",
    }
}

sala_kernel::db_enum! {
    /// How they took it.
    pub enum Reaction as "engagement_reaction" {
        /// Well.
        Positive = "positive",
        /// Neither.
        Neutral = "neutral",
        /// Badly.
        Negative = "negative",
        /// They did not answer.
        None = "none",
    }
}

sala_kernel::db_enum! {
    /// How far what was said may be passed on.
    pub enum Attribution as "engagement_attribution" {
        /// With the name of who said it.
        OnRecord = "on_record",
        /// What was said, never who said it or who was there.
        ChathamHouse = "chatham_house",
        /// Not at all.
        OffRecord = "off_record",
    }
}

/// An office somebody holds or held.
#[derive(Debug, Clone, Serialize)]
pub struct Office {
    /// Its id.
    pub id: Uuid,
    /// Who.
    #[serde(skip)]
    pub holder: StakeholderId,
    /// Where.
    pub office: StakeholderId,
    /// As what.
    pub title: LText,
    /// From when.
    pub since: Option<NaiveDate>,
    /// Until when; nothing while they are in it.
    pub until: Option<NaiveDate>,
}

/// Somebody on a map.
#[derive(Debug, Clone, Serialize)]
pub struct Stakeholder {
    /// Its id.
    #[serde(skip)]
    pub id: StakeholderId,
    /// On the map of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// In which network.
    #[serde(skip)]
    pub network: NetworkId,
    /// The same for whoever was taken from one map onto another.
    #[serde(skip)]
    pub subject: Uuid,
    /// What it is.
    pub kind: StakeholderKind,
    /// What it is called.
    pub name: LText,
    /// Other spellings under which it is found.
    pub aliases: Vec<String>,
    /// Of what it is a part.
    pub parent: Option<StakeholderId>,
    /// For which group it speaks: a code of the taxonomy.
    pub constituency: String,
    /// On which level it acts.
    pub level: Option<StakeholderLevel>,
    /// Where.
    pub place: Option<PlaceCode>,
    /// How it is reached: what is public alone.
    pub contacts: String,
    /// What else is to be known: facts and behaviour.
    pub note: String,
    /// How near it is to the decision.
    pub target: Target,
    /// Which organisation keeps in touch with it.
    pub owner: Option<OrganisationId>,
    /// Who of that organisation.
    pub owner_person: Option<PersonId>,
    /// Which asks go to it.
    pub asks: Vec<CampaignItemId>,
    /// Where it stands.
    pub state: StakeholderState,
    /// With whom it was merged.
    pub merged_into: Option<StakeholderId>,
    /// Where the team has put it in the picture of relations.
    #[serde(skip)]
    pub at: Option<(f32, f32)>,
    /// Since when it is on the map.
    #[serde(skip)]
    pub created_at: DateTime<Utc>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
}

/// A rating, on a day, by somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Assessment {
    /// Its id.
    #[serde(skip)]
    pub id: AssessmentId,
    /// On the map of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// Of whom.
    pub stakeholder: StakeholderId,
    /// For which objective; for the whole campaign if for none.
    pub objective: Option<CampaignItemId>,
    /// The contact from which one knows.
    pub engagement: Option<EngagementId>,
    /// 1 no say over the decision, 5 takes or can veto it.
    pub influence: i16,
    /// 1 unaware, 5 drives the issue.
    pub interest: i16,
    /// -2 works against the ask, 0 undecided, +2 champion.
    pub alignment: i16,
    /// 1 a guess, 5 public, documented behaviour.
    pub confidence: i16,
    /// What was seen or heard: behaviour, not opinion.
    pub basis: String,
    /// By what one knows.
    pub sources: String,
    /// How to go about it.
    pub strategy: String,
    /// What one would see change.
    pub desired_change: String,
    /// Through whom it is reached.
    pub accessible_through: String,
    /// On which day.
    pub assessed_on: NaiveDate,
    /// The last day on which it counts.
    pub valid_until: NaiveDate,
    /// By whom.
    #[serde(skip)]
    pub assessed_by: Option<PersonId>,
    /// For which organisation.
    #[serde(skip)]
    pub assessed_for: Option<OrganisationId>,
    /// When it was written down.
    #[serde(skip)]
    pub created_at: DateTime<Utc>,
    /// The office was vacated on this day: it tells of the past alone.
    pub closed_on: Option<NaiveDate>,
}

impl Assessment {
    /// It counts on a day.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.assessed_on <= day && day <= self.valid_until && self.closed_on.is_none_or(|closed| day < closed)
    }
}

/// How two on a map stand to each other.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its id.
    #[serde(skip)]
    pub id: LinkId,
    /// On the map of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// From whom.
    pub from: StakeholderId,
    /// To whom.
    pub to: StakeholderId,
    /// How.
    pub kind: LinkKind,
    /// One way.
    pub directed: bool,
    /// How strongly, 1 to 3.
    pub strength: i16,
    /// By what one knows.
    pub basis: String,
    /// From when.
    pub since: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// How narrowly it is known.
    pub level: Level,
    /// Who beside its author may know it where it is confidential.
    pub named: Vec<PersonId>,
    /// Who wrote it down.
    #[serde(skip)]
    pub created_by: Option<PersonId>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
}

/// An ask that was raised, and what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Raised {
    /// Which.
    pub ask: CampaignItemId,
    /// What was answered.
    pub response: AskResponse,
}

/// A contact with somebody on a map.
#[derive(Debug, Clone, Serialize)]
pub struct Engagement {
    /// Its id.
    #[serde(skip)]
    pub id: EngagementId,
    /// On the map of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// In which network.
    #[serde(skip)]
    pub network: NetworkId,
    /// Which organisation goes.
    pub organisation: Option<OrganisationId>,
    /// With whom.
    pub stakeholders: Vec<StakeholderId>,
    /// On which day.
    pub held_on: NaiveDate,
    /// Where it stands.
    pub state: EngagementState,
    /// How.
    pub channel: Channel,
    /// Who of us.
    pub our_people: Vec<PersonId>,
    /// Who of them.
    pub their_people: String,
    /// What for.
    pub purpose: String,
    /// Which asks were raised, and what was answered.
    pub raised: Vec<Raised>,
    /// What was said.
    pub said: String,
    /// How they took it.
    pub reaction: Option<Reaction>,
    /// What is to follow.
    pub follow_up: String,
    /// By when.
    pub follow_up_on: Option<NaiveDate>,
    /// Who does it.
    pub follow_up_by: Option<PersonId>,
    /// When it was done.
    pub follow_up_done_at: Option<DateTime<Utc>>,
    /// How far what was said may be passed on.
    pub attribution: Attribution,
    /// How narrowly it is known.
    pub level: Level,
    /// Who beside its author may know it where it is confidential.
    pub named: Vec<PersonId>,
    /// Others who plan to meet the same one may be told that somebody does.
    pub coordinate: bool,
    /// Who wrote it down.
    #[serde(skip)]
    pub created_by: Option<PersonId>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
}
