//! Words of dialogues and invitations.

use async_graphql::Enum;
use sala_domain::dialogues;

/// What kind of dialogue it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::DialogueKind")]
pub enum DialogueKind {
    /// National forum.
    NationalForum,
    /// Provincial dialogue.
    ProvincialDialogue,
    /// District dialogue.
    DistrictDialogue,
    /// Commune public forum.
    CommunePublicForum,
    /// Roundtable.
    Roundtable,
    /// Consultation workshop.
    ConsultationWorkshop,
    /// Interface meeting of users and providers of a service.
    InterfaceMeeting,
    /// Technical working group.
    TechnicalWg,
    /// Caucus of one side.
    Caucus,
    /// Youth debate.
    YouthDebate,
    /// Webinar.
    Webinar,
}

/// What a dialogue is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::Purpose")]
pub enum DialoguePurpose {
    /// Hearing each other on a draft.
    Consultation,
    /// Learning.
    Learning,
    /// Solving a problem together.
    JointProblemSolving,
    /// Settling a conflict.
    ConflictResolution,
    /// Acting together.
    CollectiveAction,
}

/// How people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::Mode")]
pub enum DialogueMode {
    /// In one room.
    InPerson,
    /// Online.
    Online,
    /// Both.
    Hybrid,
}

/// Where a dialogue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::DialogueState")]
pub enum DialogueState {
    /// Being thought out.
    Concept,
    /// Approved.
    Planned,
    /// Invitations are out.
    Inviting,
    /// It takes place.
    Confirmed,
    /// It took place.
    Held,
    /// Its minutes are approved, and what was promised is written down.
    Reported,
    /// What was promised is looked after elsewhere.
    Closed,
    /// Called off.
    Cancelled,
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::InvitationState")]
pub enum InvitationState {
    /// Written, not yet out.
    Prepared,
    /// Out, not answered.
    Sent,
    /// They come, and have a seat.
    Accepted,
    /// They may come.
    Tentative,
    /// They do not come.
    Declined,
    /// Somebody comes in their place.
    Delegated,
    /// They would come, and wait for a seat.
    Waitlisted,
    /// They have a seat, and are asked whether the new day suits them.
    Reconfirm,
    /// Taken back.
    Cancelled,
}

/// How an answer to an invitation came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::Channel")]
pub enum InvitationChannel {
    /// By the link.
    Hub,
    /// By telephone.
    Phone,
    /// By Telegram.
    Telegram,
    /// By letter.
    Letter,
    /// In person.
    InPerson,
}

/// What somebody answers to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "dialogues::Answer")]
pub enum InvitationAnswer {
    /// They come.
    Accept,
    /// They may come.
    Tentative,
    /// They do not.
    Decline,
}
