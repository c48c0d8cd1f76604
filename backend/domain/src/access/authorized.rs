//! The proof of a decision, which every write takes instead of an id.

use std::marker::PhantomData;

use sala_kernel::{Error, Message, OrganisationId, PersonId, Result};

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
    ViewTerms sees ViewTerms;
    ManageTerms sees ViewTerms;
}

/// A thing together with the proof that the actor may do `A` with it.
#[derive(Debug, Clone)]
pub struct Authorized<T, A> {
    thing: T,
    by: Option<PersonId>,
    on_behalf_of: Option<OrganisationId>,
    _action: PhantomData<A>,
}

impl<T, A> Authorized<T, A> {
    /// The thing.
    pub const fn thing(&self) -> &T {
        &self.thing
    }

    /// Who acts; nobody for the hub itself.
    pub const fn by(&self) -> Option<PersonId> {
        self.by
    }

    /// For which organisation.
    pub const fn on_behalf_of(&self) -> Option<OrganisationId> {
        self.on_behalf_of
    }
}

/// Decides, and hands out the proof, or the error the actor is to see.
pub fn authorize<T, A: Act>(actor: &Actor, thing: T, facts: &Facts) -> Result<Authorized<T, A>> {
    if A::ACTION != A::VIEW
        && let Actor::Person(grants) = actor
        && grants.scope == Scope::Read
    {
        return Err(Error::Forbidden(Message::ReadOnlyToken));
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
            Ok(Authorized { thing, by: actor.person(), on_behalf_of: actor.on_behalf_of(), _action: PhantomData })
        }
        Decision::Refused => Err(Error::Forbidden(A::ACTION.refusal())),
        Decision::Hidden => Err(Error::NotFound),
    }
}
