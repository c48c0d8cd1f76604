//! What a dialogue and an invitation to it are.

use chrono::{DateTime, Utc};
use sala_kernel::{
    CampaignId, DialogueId, InvitationId, LText, Language, NetworkId, OrganisationId, PersonId, PlaceCode,
};

use crate::{
    campaigns::{Sight, Visibility},
    people::{Honorific, Sex},
    stakeholders::Attribution,
};

sala_kernel::db_enum! {
    /// What kind of dialogue it is.
    pub enum DialogueKind as "dialogue_kind" {
        /// National forum.
        NationalForum = "national_forum",
        /// Provincial dialogue.
        ProvincialDialogue = "provincial_dialogue",
        /// District dialogue.
        DistrictDialogue = "district_dialogue",
        /// Commune public forum.
        CommunePublicForum = "commune_public_forum",
        /// Roundtable.
        Roundtable = "roundtable",
        /// Consultation workshop.
        ConsultationWorkshop = "consultation_workshop",
        /// Interface meeting of users and providers of a service.
        InterfaceMeeting = "interface_meeting",
        /// Technical working group.
        TechnicalWg = "technical_wg",
        /// Caucus of one side.
        Caucus = "caucus",
        /// Youth debate.
        YouthDebate = "youth_debate",
        /// Webinar.
        Webinar = "webinar",
    }
}

sala_kernel::db_enum! {
    /// What for.
    pub enum Purpose as "dialogue_purpose" {
        /// Hearing each other on a draft.
        Consultation = "consultation",
        /// Learning.
        Learning = "learning",
        /// Solving a problem together.
        JointProblemSolving = "joint_problem_solving",
        /// Settling a conflict.
        ConflictResolution = "conflict_resolution",
        /// Acting together.
        CollectiveAction = "collective_action",
    }
}

sala_kernel::db_enum! {
    /// How people meet.
    pub enum Mode as "dialogue_mode" {
        /// In one room.
        InPerson = "in_person",
        /// Online.
        Online = "online",
        /// Both.
        Hybrid = "hybrid",
    }
}

sala_kernel::db_enum! {
    /// Where a dialogue stands.
    pub enum DialogueState as "dialogue_state" {
        /// Being thought out.
        Concept = "concept",
        /// Approved.
        Planned = "planned",
        /// Invitations are out.
        Inviting = "inviting",
        /// It takes place.
        Confirmed = "confirmed",
        /// It took place.
        Held = "held",
        /// Its minutes are approved, and what was promised is written down.
        Reported = "reported",
        /// What was promised is looked after elsewhere.
        Closed = "closed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

impl DialogueState {
    /// Invitations are out, and answers count.
    pub const fn hears(self) -> bool {
        matches!(self, Self::Inviting | Self::Confirmed)
    }

    /// Nothing of it is changed any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }

    /// Minutes of it are written, once it has begun.
    pub const fn is_minuted(self) -> bool {
        matches!(self, Self::Confirmed | Self::Held | Self::Reported)
    }

    /// It took place.
    pub const fn was_held(self) -> bool {
        matches!(self, Self::Held | Self::Reported | Self::Closed)
    }
}

sala_kernel::db_enum! {
    /// Where an invitation stands.
    pub enum InvitationState as "invitation_state" {
        /// Written, not yet out.
        Prepared = "prepared",
        /// Out, not answered.
        Sent = "sent",
        /// They come, and have a seat.
        Accepted = "accepted",
        /// They may come.
        Tentative = "tentative",
        /// They do not come.
        Declined = "declined",
        /// Somebody comes in their place.
        Delegated = "delegated",
        /// They would come, and wait for a seat.
        Waitlisted = "waitlisted",
        /// They have a seat, and are asked whether the new day suits them.
        Reconfirm = "reconfirm",
        /// Taken back.
        Cancelled = "cancelled",
    }
}

impl InvitationState {
    /// It was out, and is not taken back.
    pub const fn is_out(self) -> bool {
        !matches!(self, Self::Prepared | Self::Cancelled)
    }
}

sala_kernel::db_enum! {
    /// How an answer came.
    pub enum Channel as "invitation_channel" {
        /// By the link.
        Hub = "hub",
        /// By telephone.
        Phone = "phone",
        /// By Telegram.
        Telegram = "telegram",
        /// By letter.
        Letter = "letter",
        /// In person.
        InPerson = "in_person",
    }
}

/// How protective a rule is: more is stricter.
pub const fn strictness(rule: Attribution) -> u8 {
    match rule {
        Attribution::OnRecord => 0,
        Attribution::ChathamHouse => 1,
        Attribution::OffRecord => 2,
    }
}

/// So many seats for a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seats {
    /// Which: a code of the list of constituencies.
    pub constituency: String,
    /// So many.
    pub seats: i32,
    /// At least so many are needed.
    pub least: i32,
    /// Of these, women, in percent.
    pub women_pct: Option<i32>,
    /// Of these, young people, in percent.
    pub youth_pct: Option<i32>,
    /// When what is not taken goes to whoever waits.
    pub release_at: Option<DateTime<Utc>>,
    /// When that was done.
    pub released_at: Option<DateTime<Utc>>,
}

/// What a dialogue is to be.
#[derive(Debug, Clone)]
pub struct DialogueDraft {
    /// What it is called; one language is enough.
    pub title: LText,
    /// What kind it is.
    pub kind: DialogueKind,
    /// What for.
    pub purpose: Purpose,
    /// What is to come of it.
    pub objectives: LText,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// How people meet.
    pub mode: Mode,
    /// Where.
    pub venue: LText,
    /// In which place.
    pub place: Option<PlaceCode>,
    /// One gets in without steps.
    pub step_free: bool,
    /// Somebody signs.
    pub sign_language: bool,
    /// There is large print in Khmer.
    pub large_print: bool,
    /// Into which languages one interprets.
    pub interpretation: String,
    /// Where one joins online: for invitees and the team.
    pub online_link: String,
    /// Who presides.
    pub chair: String,
    /// Who facilitates.
    pub facilitator: String,
    /// A telephone number of the organisers.
    pub contact: String,
    /// So many fit in.
    pub capacity: i32,
    /// How far what is said may be passed on.
    pub attribution: Attribution,
    /// Until when one answers: this instant no more.
    pub rsvp_by: Option<DateTime<Utc>>,
    /// Who may know it, as far as they may know its campaign.
    pub visibility: Visibility,
    /// Seats by group.
    pub seats: Vec<Seats>,
}

/// A dialogue.
#[derive(Debug, Clone)]
pub struct Dialogue {
    /// Its id.
    pub id: DialogueId,
    /// In which network.
    pub network: NetworkId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// What it is.
    pub is: DialogueDraft,
    /// Where it stands.
    pub state: DialogueState,
    /// Why it was put off, called off, or takes place with fewer than was wanted.
    pub reason: String,
    /// Counts what is told to calendars.
    pub sequence: i32,
    /// Since when people are invited.
    pub invited_at: Option<DateTime<Utc>>,
    /// Whoever reports it says that nothing was promised.
    pub nothing_promised: bool,
    /// The first of the dialogues that follow each other, where it is one of these.
    pub series: Option<DialogueId>,
    /// Since when nobody who was invited is named any more.
    pub forgotten_at: Option<DateTime<Utc>>,
    /// Who planned it.
    pub created_by: Option<PersonId>,
    /// For which organisation.
    pub created_for: Option<OrganisationId>,
    /// Counts its changes.
    pub version: i32,
}

impl Dialogue {
    /// How much of the campaign one must know to know it.
    pub const fn sight(&self) -> Sight {
        match self.is.visibility {
            Visibility::Public => Sight::Public,
            Visibility::Members => Sight::Members,
            Visibility::Team => Sight::Team,
        }
    }

    /// Answers count at this instant.
    pub fn hears(&self, now: DateTime<Utc>) -> bool {
        self.state.hears() && now < self.is.rsvp_by.unwrap_or(self.is.starts_at).min(self.is.starts_at)
    }
}

/// What somebody needs to take part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one need, ticked or not")]
pub struct Needs {
    /// Interpretation.
    pub interpretation: bool,
    /// Getting in without steps, or help with it.
    pub mobility: bool,
    /// A diet.
    pub diet: bool,
    /// Somebody who looks after children.
    pub childcare: bool,
    /// Help with travel.
    pub travel: bool,
    /// Sign language.
    pub sign_language: bool,
}

/// Whom to invite.
#[derive(Debug, Clone)]
pub struct InvitationDraft {
    /// For which group.
    pub constituency: String,
    /// An institution, which is asked to name somebody.
    pub institution: bool,
    /// Who; one language is enough.
    pub name: LText,
    /// How a letter addresses them.
    pub honorific: Honorific,
    /// Their post.
    pub post: String,
    /// Where they work.
    pub organisation: String,
    /// Their e-mail address, or nothing.
    pub email: String,
    /// Their telephone number, or nothing.
    pub phone: String,
    /// In which language one writes to them.
    pub language: Language,
    /// As far as known.
    pub sex: Sex,
    /// Between 15 and 30; unknown when left out.
    pub youth: Option<bool>,
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// To which dialogue.
    pub dialogue: DialogueId,
    /// The number on the letter.
    pub number: i32,
    /// For which group.
    pub constituency: String,
    /// An institution, which is asked to name somebody.
    pub institution: bool,
    /// Who.
    pub name: LText,
    /// How a letter addresses them.
    pub honorific: Honorific,
    /// Their post.
    pub post: String,
    /// Where they work.
    pub organisation: String,
    /// Their e-mail address, or nothing.
    pub email: String,
    /// Their telephone number, or nothing.
    pub phone: String,
    /// In which language one writes to them.
    pub language: Language,
    /// As far as known.
    pub sex: Sex,
    /// Between 15 and 30.
    pub youth: Option<bool>,
    /// Where it stands.
    pub state: InvitationState,
    /// Of which group their seat is.
    pub seat_of: Option<String>,
    /// When they said yes.
    pub queued_at: Option<DateTime<Utc>>,
    /// Who sends them.
    pub parent: Option<InvitationId>,
    /// When it went out.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it was answered last.
    pub answered_at: Option<DateTime<Utc>>,
    /// How.
    pub answered_via: Option<Channel>,
    /// Who wrote the answer down, where it did not come by the link.
    pub recorded_by: Option<PersonId>,
    /// What they need.
    pub needs: Needs,
    /// What else they say.
    pub note: String,
    /// At which table they sit.
    pub table: Option<i32>,
    /// Counts its changes.
    pub version: i32,
}

/// What somebody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They come.
    Accept,
    /// They may come.
    Tentative,
    /// They do not.
    Decline,
}

/// Puts an answer down. Whoever says yes waits until a seat is given to them; whoever holds one keeps it.
pub fn answered(one: &mut Invitation, answer: Answer, now: DateTime<Utc>) {
    match answer {
        Answer::Accept if one.seat_of.is_some() => one.state = InvitationState::Accepted,
        Answer::Accept => {
            one.queued_at = Some(one.queued_at.filter(|_| one.state == InvitationState::Waitlisted).unwrap_or(now));
            one.state = InvitationState::Waitlisted;
        }
        Answer::Tentative | Answer::Decline => {
            one.state = if answer == Answer::Decline { InvitationState::Declined } else { InvitationState::Tentative };
            (one.seat_of, one.queued_at, one.table) = (None, None, None);
        }
    }
    one.answered_at = Some(now);
}

/// How a group stands in a dialogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stand {
    /// Which.
    pub constituency: String,
    /// So many invitations are out; of those who send another, one.
    pub sent: i32,
    /// So many have a seat.
    pub accepted: i32,
    /// Of these, women.
    pub women: i32,
    /// Of these, nobody has said whether they are women.
    pub unknown_sex: i32,
    /// Of those with a seat, young people.
    pub youth: i32,
    /// So many sent another.
    pub delegated: i32,
    /// So many may come.
    pub tentative: i32,
    /// So many do not.
    pub declined: i32,
    /// So many wait.
    pub waiting: i32,
    /// So many have not answered.
    pub silent: i32,
}

/// How all groups stand, in the order of the seats.
pub type Balance = Vec<Stand>;

/// Counts invitations by group.
pub fn balance(seats: &[Seats], all: &[Invitation]) -> Balance {
    let mut stands: Balance =
        seats.iter().map(|of| Stand { constituency: of.constituency.clone(), ..Stand::default() }).collect();
    for one in all.iter().filter(|i| i.state.is_out()) {
        let at = stands.iter().position(|s| s.constituency == one.constituency).unwrap_or_else(|| {
            stands.push(Stand { constituency: one.constituency.clone(), ..Stand::default() });
            stands.len() - 1
        });
        let Some(stand) = stands.get_mut(at) else { continue };
        stand.sent += i32::from(one.parent.is_none());
        match one.state {
            InvitationState::Accepted | InvitationState::Reconfirm => {
                stand.accepted += 1;
                stand.women += i32::from(one.sex == Sex::Female);
                stand.unknown_sex += i32::from(one.sex == Sex::Undisclosed);
                stand.youth += i32::from(one.youth == Some(true));
            }
            InvitationState::Delegated => stand.delegated += 1,
            InvitationState::Tentative => stand.tentative += 1,
            InvitationState::Declined => stand.declined += 1,
            InvitationState::Waitlisted => stand.waiting += 1,
            InvitationState::Sent => stand.silent += 1,
            InvitationState::Prepared | InvitationState::Cancelled => {}
        }
    }
    stands
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;

    /// Somebody who is invited, for tests.
    pub(in crate::dialogues) fn invited(number: usize, constituency: &str) -> Invitation {
        Invitation {
            id: InvitationId(Uuid::from_u128(number as u128)),
            dialogue: DialogueId(Uuid::nil()),
            number: i32::try_from(number).unwrap_or(0),
            constituency: constituency.to_owned(),
            institution: false,
            name: LText::new("Somebody", ""),
            honorific: Honorific::None,
            post: String::new(),
            organisation: String::new(),
            email: String::new(),
            phone: String::new(),
            language: Language::Km,
            sex: Sex::Female,
            youth: None,
            state: InvitationState::Sent,
            seat_of: None,
            queued_at: None,
            parent: None,
            sent_at: None,
            answered_at: None,
            answered_via: None,
            recorded_by: None,
            needs: Needs::default(),
            note: String::new(),
            table: None,
            version: 1,
        }
    }

    #[test]
    fn who_sends_another_is_counted_once_and_the_other_holds_the_seat() {
        let mut parent = invited(1, "dist_admin");
        parent.state = InvitationState::Delegated;
        let mut child = invited(2, "dist_admin");
        child.parent = Some(parent.id);
        (child.state, child.seat_of) = (InvitationState::Accepted, Some("dist_admin".into()));
        let seats = [Seats { constituency: "dist_admin".into(), seats: 2, ..Seats::default() }];
        let stand = balance(&seats, &[parent, child]).remove(0);
        assert_eq!((stand.sent, stand.accepted, stand.women, stand.delegated), (1, 1, 1, 1));
    }
}
