//! The proof of a decision, which every write takes instead of an id.

use std::marker::PhantomData;

use sala_kernel::{Draft, Error, Id, Message, OrganisationId, PersonId, Result};

use super::{Action, Actor, Decision, Facts, Reach, Scope, decide::decide};

/// An action as a type, so that a proof for one cannot serve another.
pub trait Act {
    /// The action.
    const ACTION: Action;
    /// The action that makes the thing known at all.
    const VIEW: Action;
}

macro_rules! acts {
    ($($name:ident sees $view:ident;)+) => {
        /// The actions as types.
        pub mod acts {
            $(
                #[doc = concat!("Proof of [`super::Action::", stringify!($name), "`].")]
                #[derive(Debug, Clone, Copy)]
                pub struct $name;
                impl super::Act for $name {
                    const ACTION: super::Action = super::Action::$name;
                    const VIEW: super::Action = super::Action::$view;
                }
            )+
        }
    };
}

acts! {
    ViewNetwork sees ViewNetwork;
    EditNetwork sees ViewNetwork;
    ManageMembers sees ViewNetwork;
    ManageRoles sees ViewNetwork;
    ViewOrganisation sees ViewOrganisation;
    EditOrganisation sees ViewOrganisation;
    SetListing sees ViewOrganisation;
    ViewPerson sees ViewPerson;
    ViewIdentity sees ViewPerson;
    EditPerson sees ViewPerson;
    AddPerson sees ViewOrganisation;
    InvitePerson sees ViewPerson;
    ViewApplication sees ViewOrganisation;
    ViewReview sees ViewOrganisation;
    EditApplication sees ViewOrganisation;
    ReviewApplication sees ViewOrganisation;
    AcceptConduct sees ViewOrganisation;
    ViewStanding sees ViewOrganisation;
    JudgeMember sees ViewOrganisation;
    Resign sees ViewOrganisation;
    ViewDecision sees ViewDecision;
    OpenDecision sees ViewNetwork;
    CastBallot sees ViewDecision;
    CastCommitteeBallot sees ViewDecision;
    CloseDecision sees ViewDecision;
    NamePeople sees ViewOrganisation;
    KeepMandates sees ViewOrganisation;
    ViewActs sees ViewOrganisation;
    RecordDuty sees ViewOrganisation;
    ViewGroup sees ViewGroup;
    ProposeGroup sees ViewNetwork;
    ApproveGroup sees ViewGroup;
    LeadGroup sees ViewGroup;
    TakeSeat sees ViewOrganisation;
    HoldSeat sees ViewGroup;
    ViewMeeting sees ViewMeeting;
    WriteMinutes sees ViewMeeting;
    OpenGroupDecision sees ViewGroup;
    CastGroupBallot sees ViewDecision;
    ViewEvidence sees ViewEvidence;
    AddEvidence sees ViewNetwork;
    EditEvidence sees ViewEvidence;
    CurateEvidence sees ViewEvidence;
    WithdrawEvidence sees ViewEvidence;
    LowerEvidence sees ViewEvidence;
    KeepLibrary sees ViewNetwork;
    ViewPaper sees ViewPaper;
    StartPaper sees ViewNetwork;
    WritePaper sees ViewPaper;
    CommentPaper sees ViewPaper;
    AmendPaper sees ViewPaper;
    LeadPaper sees ViewPaper;
    ConvenePaper sees ViewPaper;
    OpenSignOn sees ViewPaper;
    ConfirmPublication sees ViewPaper;
    EndPublication sees ViewPaper;
    SignPaper sees ViewOrganisation;
    ViewWithheld sees ViewPaper;
    ViewCampaign sees ViewCampaign;
    ViewCampaignInside sees ViewCampaign;
    StartCampaign sees ViewNetwork;
    EditCampaign sees ViewCampaign;
    TalkInCampaign sees ViewCampaign;
    MeasureCampaign sees ViewCampaign;
    ReviewOutcomes sees ViewCampaign;
    PublishOutcome sees ViewCampaign;
    LeadCampaign sees ViewCampaign;
    ApproveCampaign sees ViewCampaign;
    CancelCampaign sees ViewCampaign;
    AnswerForCampaign sees ViewOrganisation;
    ViewMap sees ViewMap;
    KeepMap sees ViewMap;
    LeadMap sees ViewMap;
    ViewSealed sees ViewSealed;
    ViewTerms sees ViewTerms;
    ManageTerms sees ViewTerms;
}

/// Who did something, and for which organisation: what every event states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// Who; nobody for the hub itself.
    pub by: Option<PersonId>,
    /// For which organisation; none for a secretariat, and for what is one's own business.
    pub on_behalf_of: Option<OrganisationId>,
}

impl Deed {
    /// The hub itself did it.
    pub const HUB: Self = Self { by: None, on_behalf_of: None };

    /// Somebody did it in their own business.
    pub const fn of(person: PersonId) -> Self {
        Self { by: Some(person), on_behalf_of: None }
    }

    /// The event of the deed; `kind` is `entity.verb` in the past tense. Networks and payload are for the caller to add.
    pub fn event(self, kind: &'static str, id: impl Id) -> Draft {
        fn entity<T: Id>(_: &T) -> &'static str {
            T::KIND
        }
        Draft {
            kind,
            entity: entity(&id),
            entity_id: id.uuid().to_string(),
            network: None,
            organisation: None,
            actor: self.by,
            on_behalf_of: self.on_behalf_of,
            payload: serde_json::Value::Null,
        }
    }
}

/// A thing together with the proof that the actor may do `A` with it.
#[derive(Debug, Clone)]
pub struct Authorized<T, A> {
    thing: T,
    deed: Deed,
    _action: PhantomData<A>,
}

impl<T, A> Authorized<T, A> {
    /// The thing.
    pub const fn thing(&self) -> &T {
        &self.thing
    }

    /// Who acts; nobody for the hub itself.
    pub const fn by(&self) -> Option<PersonId> {
        self.deed.by
    }

    /// Who acts, and for which organisation.
    pub const fn deed(&self) -> Deed {
        self.deed
    }
}

/// Decides, and hands out the proof, or the error the actor is to see.
pub fn authorize<T, A: Act>(actor: &Actor, thing: T, facts: &Facts) -> Result<Authorized<T, A>> {
    if A::ACTION != A::VIEW
        && let Actor::Person(grants) = actor
    {
        if grants.scope == Scope::Read {
            return Err(Error::Forbidden(Message::ReadOnlyToken));
        }
        if grants.acting_refused {
            return Err(Error::Forbidden(Message::ActingUnknown));
        }
    }
    let allowed = match decide(actor, A::ACTION, A::VIEW, facts) {
        // Only what is about the person themselves asks who they are.
        Decision::Allowed => Decision::Allowed,
        _ if Reach::with_self(actor, A::ACTION).covers(facts) => Decision::Allowed,
        Decision::Refused => Decision::Refused,
        Decision::Hidden if Reach::with_self(actor, A::VIEW).covers(facts) => Decision::Refused,
        Decision::Hidden => Decision::Hidden,
    };
    match allowed {
        Decision::Allowed => {
            let deed = Deed { by: actor.person(), on_behalf_of: hat(actor, A::ACTION, facts) };
            Ok(Authorized { thing, deed, _action: PhantomData })
        }
        Decision::Refused => Err(Error::Forbidden(A::ACTION.refusal())),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// For which organisation somebody does what they may: the one they say they act for, if its role allows it; else the
/// one whose role does. So no event states an organisation that had no say.
fn hat(actor: &Actor, action: Action, facts: &Facts) -> Option<OrganisationId> {
    let Actor::Person(grants) = actor else { return None };
    let allows = |(network, organisation)| {
        let worn = grants.held().iter().filter(|g| g.network == network && g.organisation == organisation);
        Reach::of_grants(&worn, action).covers(facts)
    };
    let held = grants.held().iter().map(|g| (g.network, g.organisation));
    grants.acting.into_iter().chain(held).find(|worn| allows(*worn)).and_then(|(_, organisation)| organisation)
}
