//! Every right, as data.

use sala_kernel::Message;

use super::{Level, Role};

macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident => $refusal:ident,)+) => {
        /// Something one may want to do with a thing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$meta])* $name,)+ }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What a person is told who can see the thing but may not do this.
            pub const fn refusal(self) -> Message {
                match self { $(Self::$name => Message::$refusal,)+ }
            }
        }
    };
}

actions! {
    /// Know a network and its member roll.
    ViewNetwork => OnlySecretariat,
    /// Change a network's own record.
    EditNetwork => OnlySecretariat,
    /// Add an organisation to a network, change its tier.
    ManageMembers => OnlySecretariat,
    /// Give and end roles in a network.
    ManageRoles => OnlySecretariat,
    /// Know an organisation and its profile.
    ViewOrganisation => NotYours,
    /// Change an organisation's profile.
    EditOrganisation => NotYours,
    /// Decide how widely an organisation is known.
    SetListing => OnlySecretariat,
    /// Know that a person is there (a person at risk: by code name).
    ViewPerson => NotYours,
    /// Know a person's own name and contacts.
    ViewIdentity => NotYours,
    /// Change a person's record.
    EditPerson => NotYours,
    /// Add people to an organisation.
    AddPerson => NotYours,
    /// Invite a person to have an account.
    InvitePerson => NotYours,
    /// Know an organisation's application and where it stands.
    ViewApplication => OnlySecretariat,
    /// Know what referees and the review say of an applicant.
    ViewReview => OnlySecretariat,
    /// Change and hand in an organisation's application.
    EditApplication => NotYours,
    /// Review applications, recommend them or give them back.
    ReviewApplication => OnlySecretariat,
    /// Accept the code of conduct for an organisation.
    AcceptConduct => OnlySignatory,
    /// Know a member's fee and why its standing changed.
    ViewStanding => OnlySecretariat,
    /// Suspend, reinstate and terminate members.
    JudgeMember => OnlyChair,
    /// Leave a network.
    Resign => NotYours,
    /// Know a decision, its ballots and its result.
    ViewDecision => OnlySecretariat,
    /// Put a decision to those who vote.
    OpenDecision => OnlyChairs,
    /// Cast an organisation's ballot.
    CastBallot => OnlyRepresentatives,
    /// Cast the ballot of an organisation of the committee.
    CastCommitteeBallot => OnlyCommittee,
    /// Close a decision early or take it back.
    CloseDecision => OnlyChairs,
    /// Name an organisation's alternates and contributors, end its people's mandates.
    NamePeople => OnlyOwnRepresentatives,
    /// Record what an organisation's signatory may sign without asking again.
    KeepMandates => OnlyOwnRepresentatives,
    /// Read all that was done in an organisation's name.
    ViewActs => NotYours,
    /// Record that a member did a duty.
    RecordDuty => OnlyOwnRepresentatives,
    /// Know a working group and who sits in it.
    ViewGroup => OnlySecretariat,
    /// Propose a working group.
    ProposeGroup => OnlySecretariat,
    /// Approve a working group, bring it back, dissolve it.
    ApproveGroup => OnlyCommittee,
    /// Lead a working group: its terms, its seats, its meetings.
    LeadGroup => OnlyConvenors,
    /// Send an organisation's people into working groups.
    TakeSeat => OnlyOwnRepresentatives,
    /// Give up one's own seat, or accept it.
    HoldSeat => NotYours,
    /// Know a meeting, its agenda and its minutes.
    ViewMeeting => OnlyConvenors,
    /// Write the minutes of a meeting.
    WriteMinutes => OnlyGroup,
    /// Put a question to the organisations of a working group.
    OpenGroupDecision => OnlyConvenors,
    /// Cast an organisation's ballot in its working group.
    CastGroupBallot => OnlyGroup,
    /// Know a document of the evidence library.
    ViewEvidence => NotYours,
    /// Add documents to the library, ask for what it lacks.
    AddEvidence => OnlyContributors,
    /// Change what is written of a document, raise its sensitivity.
    EditEvidence => OnlyCurators,
    /// Catalogue, publish and replace documents, answer what is asked of the library.
    CurateEvidence => OnlyCurators,
    /// Take a document back.
    WithdrawEvidence => OnlyCurators,
    /// Lower the sensitivity of a document.
    LowerEvidence => OnlyFocalPoint,
    /// Curate the library of a network.
    KeepLibrary => OnlyCurators,
    /// Know a paper and read its text.
    ViewPaper => NotYours,
    /// Begin a paper.
    StartPaper => OnlyWriters,
    /// Change a paper's text and what it says of itself.
    WritePaper => OnlyDrafters,
    /// Comment on a paper.
    CommentPaper => NotForComments,
    /// Propose other words for a paper.
    AmendPaper => OnlyMembersAmend,
    /// Lead a paper: open its consultation, answer what is said of it, name who writes it.
    LeadPaper => OnlyLeadDrafters,
    /// Approve a paper, give it back or up.
    ConvenePaper => OnlyConvenors,
    /// Open a paper for signing, extend and close it, record what reached the network otherwise.
    OpenSignOn => OnlySecretariat,
    /// Commit an organisation to a text.
    SignPaper => OnlySignatory,
    /// Confirm what another person has proposed to publish.
    ConfirmPublication => OnlyChair,
    /// Take back what is public, or say which text stands in its place.
    EndPublication => OnlyCommittee,
    /// Know who has signed under a name that is withheld, and who has not answered.
    ViewWithheld => OnlySecretariat,
    /// Know a campaign: what it wants, of whom, and who takes part.
    ViewCampaign => NotYours,
    /// Know what the team alone may know of a campaign: risks, forces, money, reasons, who has how much to do.
    ViewCampaignInside => OnlyCampaignTeam,
    /// Begin a campaign.
    StartCampaign => OnlyPlanners,
    /// Change a campaign's plan and do its work.
    EditCampaign => OnlyCampaignTeam,
    /// Say something to the team of a campaign.
    TalkInCampaign => OnlyCampaignTeam,
    /// Write down how far a campaign has come: values of indicators, outcomes.
    MeasureCampaign => OnlyMeasurers,
    /// Judge what is written of outcomes, and ask outsiders about them.
    ReviewOutcomes => OnlyMeal,
    /// Make an outcome known to everybody who may know its campaign.
    PublishOutcome => OnlySecretariat,
    /// Lead a campaign: who takes part, when it begins, rests and ends.
    LeadCampaign => OnlyCampaignLead,
    /// Approve the plan of a campaign.
    ApproveCampaign => OnlyCommittee,
    /// Give a campaign up.
    CancelCampaign => OnlyCommittee,
    /// Accept or decline an organisation's part in a campaign.
    AnswerForCampaign => OnlyOwnRepresentatives,
    /// Know a campaign's map of stakeholders, and that there is one.
    ViewMap => NotYours,
    /// Write down who is on a map, how they stand, who has met whom.
    KeepMap => OnlyCampaignTeam,
    /// Merge those on a map and put them away, take pictures of it outside, read who did what.
    LeadMap => OnlyMapKeepers,
    /// Open what is confidential on a map.
    ViewSealed => NotYours,
    /// Read the lists of themes, types and so on.
    ViewTerms => OnlyKnowledgeManager,
    /// Change the lists of themes, types and so on.
    ManageTerms => OnlyKnowledgeManager,
}

/// What ties the holder of a role to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// Nothing: anyone, also without an account.
    Anyone,
    /// The thing is about the very person.
    Myself,
    /// The thing is in a network where the role is held.
    Network,
    /// The thing belongs to the organisation for which the role is held.
    Own,
    /// The thing belongs to a group hosted by that organisation.
    Hosted,
    /// The thing belongs to the working group in which the seat is held.
    Group,
    /// The thing waits for whoever does this work in its network.
    Desk,
    /// The thing names the person, who still stands in its network.
    Named,
    /// The person made the thing, and still stands in its network.
    Author,
    /// The role is held in any network: for what the whole hub shares.
    Hub,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// What.
    pub action: Action,
    /// Who; `None` where the bound alone decides.
    pub role: Option<Role>,
    /// Tied how.
    pub bound: Bound,
    /// Up to which sensitivity.
    pub up_to: Level,
}

/// Every role may look, up to what members may know.
const EVERY_ROLE: &[Role] = Role::ALL;
/// Who must know everything to do their work: the secretariat's lead, the committee, the security focal point.
const NEED_TO_KNOW: &[Role] = &[Role::Coordinator, Role::SteeringChair, Role::SteeringMember, Role::FocalPoint];
/// The people of an organisation.
const OWN_PEOPLE: &[Role] = &[Role::Representative, Role::Alternate, Role::Signatory, Role::Contributor];
/// Who speaks for an organisation.
const REPRESENTATIVES: &[Role] = &[Role::Representative, Role::Alternate];
/// Who works with the members day by day and needs to reach their people.
const REACH_PEOPLE: &[Role] = &[
    Role::Coordinator,
    Role::SteeringChair,
    Role::SteeringMember,
    Role::FocalPoint,
    Role::Convenor,
    Role::Organiser,
    Role::Representative,
    Role::Alternate,
    Role::Signatory,
];
/// The coordinator alone.
const COORDINATOR: &[Role] = &[Role::Coordinator];
/// Who decides how widely something is known.
const PROTECTORS: &[Role] = &[Role::Coordinator, Role::FocalPoint];
/// Who puts questions to the vote.
const CHAIRS: &[Role] = &[Role::Coordinator, Role::SteeringChair];
/// The chair of the committee, who carries out what it resolves.
const CHAIR: &[Role] = &[Role::SteeringChair];
/// The steering committee.
const COMMITTEE: &[Role] = &[Role::SteeringChair, Role::SteeringMember];
/// Who commits an organisation.
const SIGNATORIES: &[Role] = &[Role::Signatory];
/// Who leads a working group.
const CONVENORS: &[Role] = &[Role::Convenor];
/// Everybody who sits in a working group.
const SEATED: &[Role] = &[Role::Convenor, Role::Contributor];
/// Who proposes working groups.
const PROPOSERS: &[Role] = &[Role::Coordinator, Role::SteeringChair, Role::SteeringMember];
/// Who takes minutes for others.
const MINUTE_TAKERS: &[Role] = &[Role::Coordinator, Role::Rapporteur];
/// Who applies for an organisation.
const APPLICANTS: &[Role] = &[Role::Representative, Role::Alternate, Role::Signatory];
/// Who speaks or signs for an organisation.
const SPEAKERS: &[Role] = APPLICANTS;
/// Who curates the library.
const CURATORS: &[Role] = &[Role::KnowledgeManager];
/// Who watches what comes of things.
const MEAL: &[Role] = &[Role::MealOfficer];
/// Who writes down what comes of things.
const MEASURERS: &[Role] = &[Role::Coordinator, Role::MealOfficer];
/// Who curates or runs everything.
const LIBRARIANS: &[Role] = &[Role::KnowledgeManager, Role::Coordinator];
/// Who adds to the library.
const EVIDENCE_GIVERS: &[Role] = &[
    Role::Coordinator,
    Role::SteeringChair,
    Role::SteeringMember,
    Role::Convenor,
    Role::Representative,
    Role::Alternate,
    Role::Contributor,
    Role::Organiser,
    Role::Rapporteur,
    Role::MealOfficer,
    Role::KnowledgeManager,
    Role::FocalPoint,
];
/// Who begins papers.
const PAPER_STARTERS: &[Role] = &[
    Role::Coordinator,
    Role::SteeringChair,
    Role::SteeringMember,
    Role::Convenor,
    Role::Representative,
    Role::Alternate,
    Role::Contributor,
];
/// Who begins campaigns.
const CAMPAIGN_STARTERS: &[Role] = &[Role::Coordinator, Role::Convenor];
/// Who plans a campaign for an organisation that takes part.
const CAMPAIGNERS: &[Role] = &[Role::Representative, Role::Alternate, Role::Contributor];
/// Who protects data.
const FOCAL_POINT: &[Role] = &[Role::FocalPoint];
/// Who keeps the lists.
const LIST_KEEPERS: &[Role] = &[Role::Coordinator, Role::KnowledgeManager];

/// The table: rows of (action, roles, bound, up to which level).
const TABLE: &[(Action, &[Role], Bound, Level)] = &[
    (Action::ViewNetwork, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::EditNetwork, COORDINATOR, Bound::Network, Level::Confidential),
    (Action::ManageMembers, COORDINATOR, Bound::Network, Level::Confidential),
    (Action::ManageRoles, COORDINATOR, Bound::Network, Level::Confidential),
    (Action::ViewOrganisation, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewOrganisation, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewOrganisation, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::ViewOrganisation, REPRESENTATIVES, Bound::Hosted, Level::Restricted),
    (Action::EditOrganisation, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::EditOrganisation, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::SetListing, PROTECTORS, Bound::Network, Level::Restricted),
    (Action::ViewPerson, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewPerson, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewPerson, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::ViewIdentity, REACH_PEOPLE, Bound::Network, Level::Members),
    (Action::ViewIdentity, PROTECTORS, Bound::Network, Level::Restricted),
    (Action::ViewIdentity, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::EditPerson, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::EditPerson, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::AddPerson, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::AddPerson, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::InvitePerson, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::InvitePerson, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ViewApplication, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewApplication, APPLICANTS, Bound::Own, Level::Restricted),
    (Action::ViewReview, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::EditApplication, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ReviewApplication, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::AcceptConduct, SIGNATORIES, Bound::Own, Level::Restricted),
    (Action::ViewStanding, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewStanding, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::JudgeMember, CHAIR, Bound::Network, Level::Restricted),
    (Action::Resign, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ViewDecision, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewDecision, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::OpenDecision, CHAIRS, Bound::Network, Level::Confidential),
    (Action::CastBallot, REPRESENTATIVES, Bound::Own, Level::Confidential),
    (Action::CastCommitteeBallot, COMMITTEE, Bound::Network, Level::Confidential),
    (Action::CloseDecision, CHAIRS, Bound::Network, Level::Confidential),
    (Action::NamePeople, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::KeepMandates, SPEAKERS, Bound::Own, Level::Restricted),
    (Action::ViewActs, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::RecordDuty, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::RecordDuty, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ViewGroup, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ProposeGroup, PROPOSERS, Bound::Network, Level::Confidential),
    (Action::ApproveGroup, COMMITTEE, Bound::Network, Level::Confidential),
    (Action::LeadGroup, CONVENORS, Bound::Group, Level::Confidential),
    (Action::LeadGroup, COORDINATOR, Bound::Network, Level::Confidential),
    (Action::TakeSeat, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ViewMeeting, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewMeeting, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewMeeting, SEATED, Bound::Group, Level::Restricted),
    (Action::WriteMinutes, SEATED, Bound::Group, Level::Restricted),
    (Action::WriteMinutes, MINUTE_TAKERS, Bound::Network, Level::Restricted),
    (Action::ViewDecision, SEATED, Bound::Group, Level::Restricted),
    (Action::OpenGroupDecision, CONVENORS, Bound::Group, Level::Confidential),
    (Action::OpenGroupDecision, CHAIRS, Bound::Network, Level::Confidential),
    (Action::CastGroupBallot, SEATED, Bound::Group, Level::Confidential),
    (Action::CastGroupBallot, REPRESENTATIVES, Bound::Own, Level::Confidential),
    (Action::CloseDecision, CONVENORS, Bound::Group, Level::Confidential),
    (Action::ViewEvidence, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewEvidence, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewEvidence, CURATORS, Bound::Network, Level::Restricted),
    (Action::ViewEvidence, CURATORS, Bound::Desk, Level::Confidential),
    (Action::ViewEvidence, SEATED, Bound::Group, Level::Restricted),
    (Action::ViewEvidence, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::AddEvidence, EVIDENCE_GIVERS, Bound::Network, Level::Members),
    (Action::EditEvidence, LIBRARIANS, Bound::Network, Level::Restricted),
    (Action::EditEvidence, CURATORS, Bound::Desk, Level::Confidential),
    (Action::CurateEvidence, CURATORS, Bound::Network, Level::Restricted),
    (Action::CurateEvidence, CURATORS, Bound::Desk, Level::Confidential),
    (Action::WithdrawEvidence, CURATORS, Bound::Network, Level::Restricted),
    (Action::WithdrawEvidence, CURATORS, Bound::Desk, Level::Confidential),
    (Action::WithdrawEvidence, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::LowerEvidence, FOCAL_POINT, Bound::Network, Level::Confidential),
    (Action::KeepLibrary, CURATORS, Bound::Network, Level::Restricted),
    (Action::ViewPaper, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewPaper, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewPaper, SEATED, Bound::Group, Level::Restricted),
    (Action::StartPaper, PAPER_STARTERS, Bound::Network, Level::Members),
    (Action::WritePaper, SEATED, Bound::Group, Level::Restricted),
    (Action::WritePaper, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::CommentPaper, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::CommentPaper, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::CommentPaper, SEATED, Bound::Group, Level::Restricted),
    (Action::AmendPaper, OWN_PEOPLE, Bound::Network, Level::Members),
    (Action::AmendPaper, SEATED, Bound::Group, Level::Restricted),
    (Action::LeadPaper, CONVENORS, Bound::Group, Level::Restricted),
    (Action::ConvenePaper, CONVENORS, Bound::Group, Level::Restricted),
    (Action::ConvenePaper, CHAIRS, Bound::Network, Level::Confidential),
    (Action::OpenSignOn, COORDINATOR, Bound::Network, Level::Confidential),
    (Action::ConfirmPublication, CHAIR, Bound::Network, Level::Confidential),
    (Action::EndPublication, COMMITTEE, Bound::Network, Level::Confidential),
    (Action::SignPaper, SIGNATORIES, Bound::Own, Level::Restricted),
    (Action::ViewWithheld, PROTECTORS, Bound::Network, Level::Confidential),
    (Action::ViewWithheld, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::ViewCampaign, EVERY_ROLE, Bound::Network, Level::Members),
    (Action::ViewCampaign, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewCampaign, SEATED, Bound::Group, Level::Restricted),
    (Action::ViewCampaign, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::ViewCampaignInside, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewCampaignInside, MEAL, Bound::Network, Level::Restricted),
    (Action::ViewCampaignInside, SEATED, Bound::Group, Level::Restricted),
    (Action::ViewCampaignInside, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::TalkInCampaign, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::TalkInCampaign, MEAL, Bound::Network, Level::Restricted),
    (Action::TalkInCampaign, SEATED, Bound::Group, Level::Restricted),
    (Action::TalkInCampaign, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::StartCampaign, CAMPAIGN_STARTERS, Bound::Network, Level::Members),
    (Action::EditCampaign, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::EditCampaign, SEATED, Bound::Group, Level::Restricted),
    (Action::EditCampaign, CAMPAIGNERS, Bound::Own, Level::Restricted),
    (Action::MeasureCampaign, MEASURERS, Bound::Network, Level::Restricted),
    (Action::MeasureCampaign, SEATED, Bound::Group, Level::Restricted),
    (Action::MeasureCampaign, CAMPAIGNERS, Bound::Own, Level::Restricted),
    (Action::ReviewOutcomes, MEAL, Bound::Network, Level::Restricted),
    (Action::PublishOutcome, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::LeadCampaign, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::LeadCampaign, CONVENORS, Bound::Group, Level::Restricted),
    (Action::LeadCampaign, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ApproveCampaign, COMMITTEE, Bound::Network, Level::Restricted),
    (Action::ApproveCampaign, CONVENORS, Bound::Group, Level::Restricted),
    (Action::CancelCampaign, COMMITTEE, Bound::Network, Level::Restricted),
    (Action::AnswerForCampaign, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ViewMap, NEED_TO_KNOW, Bound::Network, Level::Restricted),
    (Action::ViewMap, SEATED, Bound::Group, Level::Restricted),
    (Action::ViewMap, OWN_PEOPLE, Bound::Own, Level::Restricted),
    (Action::KeepMap, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::KeepMap, SEATED, Bound::Group, Level::Restricted),
    (Action::KeepMap, CAMPAIGNERS, Bound::Own, Level::Restricted),
    (Action::LeadMap, COORDINATOR, Bound::Network, Level::Restricted),
    (Action::LeadMap, CONVENORS, Bound::Group, Level::Restricted),
    (Action::LeadMap, REPRESENTATIVES, Bound::Own, Level::Restricted),
    (Action::ManageTerms, LIST_KEEPERS, Bound::Hub, Level::Confidential),
];

/// Rows that name no role.
const OPEN: &[Rule] = &[
    Rule { action: Action::ViewNetwork, role: None, bound: Bound::Anyone, up_to: Level::Public },
    Rule { action: Action::ViewOrganisation, role: None, bound: Bound::Anyone, up_to: Level::Public },
    Rule { action: Action::ViewTerms, role: None, bound: Bound::Anyone, up_to: Level::Public },
    Rule { action: Action::ViewPerson, role: None, bound: Bound::Myself, up_to: Level::Confidential },
    Rule { action: Action::ViewIdentity, role: None, bound: Bound::Myself, up_to: Level::Confidential },
    Rule { action: Action::EditPerson, role: None, bound: Bound::Myself, up_to: Level::Confidential },
    Rule { action: Action::ViewEvidence, role: None, bound: Bound::Anyone, up_to: Level::Public },
    Rule { action: Action::ViewEvidence, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::EditEvidence, role: None, bound: Bound::Author, up_to: Level::Confidential },
    Rule { action: Action::WithdrawEvidence, role: None, bound: Bound::Author, up_to: Level::Confidential },
    Rule { action: Action::ViewPaper, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::WritePaper, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::CommentPaper, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::LeadPaper, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::ViewCampaign, role: None, bound: Bound::Anyone, up_to: Level::Public },
    Rule { action: Action::ViewSealed, role: None, bound: Bound::Named, up_to: Level::Confidential },
    Rule { action: Action::ViewSealed, role: None, bound: Bound::Author, up_to: Level::Confidential },
    Rule { action: Action::HoldSeat, role: None, bound: Bound::Myself, up_to: Level::Confidential },
];

/// The most that observers reach in a network, whatever their roles are called: they listen in; of evidence they know
/// what is public, and they add none; papers they know from their consultation on, and comment on without amending.
pub const fn observers(action: Action) -> Level {
    match action {
        Action::ViewEvidence
        | Action::AddEvidence
        | Action::ViewPaper
        | Action::StartPaper
        | Action::CommentPaper
        | Action::AmendPaper
        | Action::ViewCampaign => Level::Public,
        _ => Level::Members,
    }
}

/// Whether an action asks for a full part in the network, also in what is one's own: maps of stakeholders are nothing for
/// observers, nor for those whose membership rests, whatever they take part in.
pub const fn asks_full_part(action: Action) -> bool {
    matches!(action, Action::ViewMap | Action::KeepMap | Action::LeadMap)
}

/// All rules of one action.
pub fn rules(action: Action) -> impl Iterator<Item = Rule> {
    let named = TABLE.iter().filter(move |(a, ..)| *a == action).flat_map(|(action, roles, bound, up_to)| {
        roles.iter().map(|role| Rule { action: *action, role: Some(*role), bound: *bound, up_to: *up_to })
    });
    OPEN.iter().copied().filter(move |r| r.action == action).chain(named)
}
