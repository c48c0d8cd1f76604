//! The words by which those on a map, and what is written of them, are told apart.

use async_graphql::Enum;
use sala_domain::stakeholders;

/// What somebody on a map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "stakeholders::StakeholderKind")]
pub enum StakeholderKind {
    /// A ministry, an administration, a council, a company.
    Institution,
    /// A part of one.
    Unit,
    /// A person in office.
    OfficeHolder,
    /// A person by themselves.
    Individual,
    /// A person to whom others listen.
    InformalLeader,
}

/// Where somebody on a map stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "stakeholders::StakeholderState")]
pub enum StakeholderState {
    /// On the map.
    Active,
    /// A person who has left the office in which they mattered.
    OfficeVacated,
    /// Put away; its history stays.
    Archived,
    /// Another spelling of somebody else, with whom it was merged.
    MergedInto,
}

/// On which level somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "stakeholders::StakeholderLevel")]
pub enum StakeholderLevel {
    /// Across borders.
    International,
    /// The whole country.
    National,
    /// A province, or the capital.
    Provincial,
    /// A district, a municipality, a khan.
    District,
    /// A commune or sangkat.
    Commune,
    /// A village.
    Village,
}

/// How near somebody is to the decision that is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StakeholderTarget", remote = "stakeholders::Target")]
pub enum Target {
    /// Not one of those of whom something is sought.
    None,
    /// Moves those who decide.
    Secondary,
    /// Decides.
    Primary,
}

/// How two stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StakeholderLinkKind", remote = "stakeholders::LinkKind")]
pub enum LinkKind {
    /// One is set over the other.
    FormalAuthority,
    /// One gives the other money.
    Funding,
    /// One informs or advises the other.
    InformationAdvice,
    /// One presses the other.
    PressureLobby,
    /// They are of one family, or close.
    PersonalFamily,
    /// They are at odds.
    Conflict,
    /// They work together.
    Collaboration,
}

/// How somebody is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "EngagementChannel", remote = "stakeholders::Channel")]
pub enum Channel {
    /// A meeting.
    Meeting,
    /// A letter.
    Letter,
    /// A call.
    Call,
    /// A message.
    Message,
    /// A public event.
    Event,
    /// Over the media.
    Media,
    /// In passing.
    Informal,
}

/// Where a contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "stakeholders::EngagementState")]
pub enum EngagementState {
    /// To come.
    Planned,
    /// It was.
    Held,
    /// It came to nothing.
    CalledOff,
}

/// How they took it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "EngagementReaction", remote = "stakeholders::Reaction")]
pub enum Reaction {
    /// Well.
    Positive,
    /// Neither.
    Neutral,
    /// Badly.
    Negative,
    /// They did not answer.
    None,
}

/// How far what was said may be passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "EngagementAttribution", remote = "stakeholders::Attribution")]
pub enum Attribution {
    /// With the name of who said it.
    OnRecord,
    /// What was said, never who said it or who was there.
    ChathamHouse,
    /// Not at all.
    OffRecord,
}

/// Where somebody stands by influence and interest (Mendelow 1991; high from 3 up).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StakeholderPowerCell", remote = "stakeholders::PowerCell")]
pub enum PowerCell {
    /// High influence, high interest.
    ManageClosely,
    /// High influence, low interest.
    KeepSatisfied,
    /// Low influence, high interest.
    KeepInformed,
    /// Low influence, low interest.
    Monitor,
}

/// Where somebody stands by alignment and interest (AIIM, Mendizabal 2010; aligned from +1 up, interested from 3 up).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StakeholderAiimCell", remote = "stakeholders::AiimCell")]
pub enum AiimCell {
    /// Aligned and interested: work as alliance, learn together.
    Ally,
    /// Aligned, not interested: build enthusiasm, lower the cost of helping.
    Enthuse,
    /// Not aligned, interested: challenge beliefs, persuade or neutralise.
    Challenge,
    /// Neither: raise awareness, or monitor.
    Aware,
}

/// Which way somebody went between two ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StakeholderMovement", remote = "stakeholders::Movement")]
pub enum Movement {
    /// Toward the ask.
    Toward,
    /// Away from it.
    Away,
    /// Neither.
    Still,
}
