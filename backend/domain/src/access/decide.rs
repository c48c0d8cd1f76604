//! The table applied: to one thing, or as a filter for many.

use std::collections::{BTreeMap, BTreeSet};

use sala_kernel::{GroupId, NetworkId, OrganisationId, PersonId};

use super::{Action, Actor, Bound, Grant, Level, table};
use crate::memberships::Tier;

/// What a thing is, as far as rights go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Anyone may know it.
    pub public: bool,
    /// It belongs to the whole hub.
    pub shared: bool,
    /// The networks it is in, and how sensitive it is there.
    pub networks: Vec<(NetworkId, Level)>,
    /// The organisations it belongs to.
    pub owners: Vec<OrganisationId>,
    /// The organisation that hosts its owner.
    pub host: Option<OrganisationId>,
    /// The working group it belongs to.
    pub group: Option<GroupId>,
    /// How sensitive it is for its owner's own people and host.
    pub own_level: Option<Level>,
    /// The person it is about.
    pub person: Option<PersonId>,
}

impl Facts {
    /// The same thing as far as one network is concerned: rights in another network reach no further.
    #[must_use]
    pub fn within(mut self, network: NetworkId) -> Self {
        self.networks.retain(|(id, _)| *id == network);
        self
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Go ahead.
    Allowed,
    /// Visible, but not for this actor to do.
    Refused,
    /// As good as not there.
    Hidden,
}

/// Decides one action on one thing; `view` is the action that makes the thing known at all.
pub fn decide(actor: &Actor, action: Action, view: Action, facts: &Facts) -> Decision {
    if permits(actor, action, facts) {
        Decision::Allowed
    } else if permits(actor, view, facts) {
        Decision::Refused
    } else {
        Decision::Hidden
    }
}

fn permits(actor: &Actor, action: Action, facts: &Facts) -> bool {
    if matches!(actor, Actor::Service) {
        return true;
    }
    Reach::of(actor, action).covers(facts)
}

/// How far an actor's rights for one action go. The same value answers for one thing ([`Reach::covers`]) and
/// filters lists in SQL: its fields are the parameters of the stores' `WHERE` clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent way to be in reach")]
pub struct Reach {
    /// Everything: the hub itself.
    pub all: bool,
    /// Whatever is public.
    pub public: bool,
    /// Whatever the whole hub shares.
    pub hub: bool,
    networks: BTreeMap<NetworkId, Level>,
    owners: BTreeMap<OrganisationId, Level>,
    hosts: BTreeMap<OrganisationId, Level>,
    groups: BTreeSet<GroupId>,
    myself: bool,
    person: Option<PersonId>,
}

impl Reach {
    /// Reads the table for one actor.
    pub fn of(actor: &Actor, action: Action) -> Self {
        let mut reach = Self::of_grants(&actor.held().iter(), action);
        reach.all = matches!(actor, Actor::Service);
        for rule in table::rules(action) {
            match rule.bound {
                Bound::Anyone => reach.public = true,
                Bound::Myself => reach.myself = true,
                Bound::Network | Bound::Own | Bound::Hosted | Bound::Group | Bound::Hub => {}
            }
        }
        reach
    }

    /// How far some roles alone go.
    pub fn of_grants<'g>(grants: &(impl Iterator<Item = &'g Grant> + Clone), action: Action) -> Self {
        let mut reach = Self::default();
        for rule in table::rules(action) {
            for grant in grants.clone().filter(|g| Some(g.role) == rule.role) {
                reach.widen(grant, rule.bound, rule.up_to);
            }
        }
        reach
    }

    /// As [`Reach::of`], and covers what is about the very person. Asks who it is.
    pub fn with_self(actor: &Actor, action: Action) -> Self {
        let mut reach = Self::of(actor, action);
        reach.person = reach.myself.then(|| actor.person()).flatten();
        reach
    }

    fn widen(&mut self, grant: &Grant, bound: Bound, up_to: Level) {
        let raise = |level: &mut Level| *level = (*level).max(up_to);
        match bound {
            Bound::Group if grant.counts => self.groups.extend(grant.group),
            // A seat in a group lets look around in the network; what else it lets do, it does in the group.
            _ if grant.group.is_some() && !(bound == Bound::Network && up_to <= Level::Members) => {}
            Bound::Network if grant.counts => {
                // An observer listens in: what members may know, whatever the role is called.
                let up_to = if grant.tier == Some(Tier::Observer) { up_to.min(Level::Members) } else { up_to };
                let level = self.networks.entry(grant.network).or_insert(up_to);
                *level = (*level).max(up_to);
            }
            Bound::Own => {
                if let Some(organisation) = grant.organisation {
                    raise(self.owners.entry(organisation).or_insert(up_to));
                }
            }
            Bound::Hosted => {
                if let Some(organisation) = grant.organisation {
                    raise(self.hosts.entry(organisation).or_insert(up_to));
                }
            }
            Bound::Hub if grant.counts => self.hub = true,
            Bound::Network | Bound::Group | Bound::Hub | Bound::Anyone | Bound::Myself => {}
        }
    }

    /// Whether one thing lies within.
    pub fn covers(&self, facts: &Facts) -> bool {
        let own = facts.own_level.unwrap_or(Level::Confidential);
        self.all
            || (self.public && facts.public)
            || (self.hub && facts.shared)
            || facts.networks.iter().any(|(id, level)| self.networks.get(id).is_some_and(|up_to| level <= up_to))
            || facts.owners.iter().any(|id| self.owners.get(id).is_some_and(|up_to| own <= *up_to))
            || facts.host.is_some_and(|id| self.hosts.get(&id).is_some_and(|up_to| own <= *up_to))
            || facts.group.is_some_and(|id| self.groups.contains(&id))
            || (self.myself && self.person.is_some() && self.person == facts.person)
    }

    /// SQL parameter: things up to `level` in this network are within reach.
    pub fn reaches(&self, network: NetworkId, level: Level) -> bool {
        self.networks.get(&network).is_some_and(|up_to| level <= *up_to)
    }

    /// SQL parameter: networks in which things up to `level` are within reach.
    pub fn networks_at(&self, level: Level) -> Vec<uuid::Uuid> {
        self.networks.iter().filter(|(_, up_to)| level <= **up_to).map(|(id, _)| id.0).collect()
    }

    /// SQL parameter: organisations whose own things, hidden ones too, are within reach.
    pub fn owner_ids(&self) -> Vec<uuid::Uuid> {
        self.owners.iter().filter(|(_, up_to)| Level::Restricted <= **up_to).map(|(id, _)| id.0).collect()
    }

    /// SQL parameter: organisations whose hosted groups are within reach.
    pub fn host_ids(&self) -> Vec<uuid::Uuid> {
        self.hosts.iter().filter(|(_, up_to)| Level::Restricted <= **up_to).map(|(id, _)| id.0).collect()
    }

    /// SQL parameter: working groups whose own things are within reach.
    pub fn group_ids(&self) -> Vec<uuid::Uuid> {
        self.groups.iter().map(|id| id.0).collect()
    }

    /// SQL parameter: the person whose own things are within reach.
    pub fn person_id(&self) -> Option<uuid::Uuid> {
        self.person.map(|p| p.0)
    }
}
