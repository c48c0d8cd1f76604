//! Who is asking, and what they hold.

use std::sync::Arc;

use sala_kernel::{Error, GroupId, Message, NetworkId, OrganisationId, PersonId, Result, SessionId};

use uuid::Uuid;

use crate::memberships::{MembershipState, Tier};

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
    /// A seat in a working group: the role reaches the group, and in the network no more than a look.
    pub group: Option<GroupId>,
}

impl Grant {
    /// A grant out of a record of `rights.grants`.
    pub fn of(
        network: Uuid,
        organisation: Option<Uuid>,
        role: Role,
        tier: Option<Tier>,
        state: Option<MembershipState>,
        group: Option<Uuid>,
    ) -> Self {
        Self {
            network: NetworkId(network),
            organisation: organisation.map(OrganisationId),
            role,
            tier,
            counts: !(role.is_member_role() || group.is_some()) || state.is_some_and(MembershipState::counts),
            group: group.map(GroupId),
        }
    }
}

/// What a presented credential allows at all, below the person's own rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Look only.
    Read,
    /// Look and act.
    Write,
}

/// For whom somebody acts: an organisation in a network, or the network's secretariat.
pub type Acting = (NetworkId, Option<OrganisationId>);

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
    pub acting: Option<Acting>,
    /// The request names somebody to act for, for whom the person holds no role (any more): nothing may be changed.
    pub acting_refused: bool,
    held: Vec<Grant>,
}

impl Grants {
    /// Puts together what a person holds.
    pub fn new(
        person: PersonId,
        session: Option<SessionId>,
        scope: Scope,
        operator: bool,
        acting: Option<Acting>,
        mut held: Vec<Grant>,
    ) -> Self {
        held.sort();
        held.dedup();
        Self { person, session, scope, operator, acting, acting_refused: false, held }
    }

    /// Acts for somebody else than the session says: what a request states of itself wins.
    #[must_use]
    pub fn acting_for(mut self, stated: Option<Acting>) -> Self {
        if let Some(stated) = stated {
            self.acting_refused = !self.held.iter().any(|g| (g.network, g.organisation) == stated);
            if !self.acting_refused {
                self.acting = Some(stated);
            }
        }
        self
    }

    /// Who it is.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// The roles held. They, not the person, decide what an answer may contain.
    pub fn held(&self) -> &[Grant] {
        &self.held
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

    /// The person who acts, provided their credential may write.
    pub fn writes(&self) -> Result<PersonId> {
        let grants = self.signed_in()?;
        match grants.scope {
            Scope::Read => Err(Error::Forbidden(Message::ReadOnlyToken)),
            Scope::Write => Ok(grants.person()),
        }
    }

    /// That it runs the machine, or the answer to who does not.
    pub fn operates(&self) -> Result<()> {
        match self {
            Self::Service => Ok(()),
            Self::Person(grants) if grants.operator => Ok(()),
            Self::Person(_) => Err(Error::Forbidden(Message::OnlyOperator)),
            Self::Anonymous => Err(Error::Unauthenticated),
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
}
