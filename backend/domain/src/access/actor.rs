//! Who is asking, and what they hold.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use sala_kernel::{Error, NetworkId, OrganisationId, PersonId, Result, SessionId};

use crate::memberships::Tier;

sala_kernel::db_enum! {
    /// A role held by a person in a network; the member roles also for an organisation.
    pub enum Role as "role" {
        /// Runs everything operational; signs for no member.
        Coordinator = "coordinator",
        /// Chairs the steering committee.
        SteeringChair = "steering_chair",
        /// Approves members, positions, publication, exceptions.
        SteeringMember = "steering_member",
        /// Leads a working group and its papers.
        Convenor = "convenor",
        /// Keeps the organisation's profile and casts its vote.
        Representative = "representative",
        /// Stands in for the representative.
        Alternate = "alternate",
        /// The only one to give, change or withdraw the organisation's endorsement.
        Signatory = "signatory",
        /// Drafts, comments, uploads.
        Contributor = "contributor",
        /// Runs events.
        Organiser = "organiser",
        /// Writes minutes and commitments.
        Rapporteur = "rapporteur",
        /// Indicators, outcomes, reports.
        MealOfficer = "meal_officer",
        /// Curates evidence and lists.
        KnowledgeManager = "knowledge_manager",
        /// Sub-grants: releases.
        GrantsOfficer = "grants_officer",
        /// Sub-grants: pays.
        FinanceOfficer = "finance_officer",
        /// Security and data protection.
        FocalPoint = "focal_point",
    }
}

impl Role {
    /// Held for a member organisation, never for the network alone.
    pub const fn is_member_role(self) -> bool {
        matches!(self, Self::Representative | Self::Alternate | Self::Signatory | Self::Contributor)
    }
}

/// One role as held.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grant {
    /// In which network.
    pub network: NetworkId,
    /// For which organisation, if for one.
    pub organisation: Option<OrganisationId>,
    /// Which role.
    pub role: Role,
    /// The organisation's tier there, where the role is for one.
    pub tier: Option<Tier>,
    /// The organisation's place in the network counts at present; when not, the role reaches only its own organisation.
    pub counts: bool,
}

/// What a presented credential allows at all, below the person's own rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Look only.
    Read,
    /// Look and act.
    Write,
}

/// A signed-in person with all they hold.
#[derive(Debug)]
pub struct Grants {
    person: PersonId,
    /// The browser session, when it is one (a token otherwise).
    pub session: Option<SessionId>,
    /// What the credential allows.
    pub scope: Scope,
    /// Runs the machine.
    pub operator: bool,
    /// The organisation and network the person now acts for.
    pub acting: Option<(NetworkId, Option<OrganisationId>)>,
    held: Vec<Grant>,
    asked_who: AtomicBool,
}

impl Grants {
    /// Puts together what a person holds.
    pub fn new(
        person: PersonId,
        session: Option<SessionId>,
        scope: Scope,
        operator: bool,
        acting: Option<(NetworkId, Option<OrganisationId>)>,
        mut held: Vec<Grant>,
    ) -> Self {
        held.sort();
        held.dedup();
        Self { person, session, scope, operator, acting, held, asked_who: AtomicBool::new(false) }
    }

    /// Who it is. Asking is remembered: an answer that depends on it serves nobody else.
    pub fn person(&self) -> PersonId {
        self.asked_who.store(true, Ordering::Relaxed);
        self.person
    }

    /// The roles held. They, not the person, decide what an answer may contain.
    pub fn held(&self) -> &[Grant] {
        &self.held
    }

    /// Whether an answer given to this value depended on who asked, not only on what they hold.
    pub fn was_asked_who(&self) -> bool {
        self.asked_who.load(Ordering::Relaxed)
    }
}

/// Whoever makes a request.
#[derive(Debug, Clone)]
pub enum Actor {
    /// Nobody in particular.
    Anonymous,
    /// A signed-in person.
    Person(Arc<Grants>),
    /// The hub itself: set-up, demo, scheduled work.
    Service,
}

impl Actor {
    /// The signed-in person, or the answer to who is not.
    pub fn signed_in(&self) -> Result<&Arc<Grants>> {
        match self {
            Self::Person(grants) => Ok(grants),
            Self::Anonymous | Self::Service => Err(Error::Unauthenticated),
        }
    }

    /// The roles held; none for the anonymous.
    pub fn held(&self) -> &[Grant] {
        match self {
            Self::Person(grants) => grants.held(),
            Self::Anonymous | Self::Service => &[],
        }
    }

    /// Who is written down as having acted.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(grants) => Some(grants.person()),
            Self::Anonymous | Self::Service => None,
        }
    }

    /// For which organisation they act now.
    pub fn on_behalf_of(&self) -> Option<OrganisationId> {
        match self {
            Self::Person(grants) => grants.acting.and_then(|(_, organisation)| organisation),
            Self::Anonymous | Self::Service => None,
        }
    }
}
