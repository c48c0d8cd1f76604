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
    /// The network in which it waits for whoever does this work.
    pub desk: Option<NetworkId>,
    /// The persons it names, one by one.
    pub named: Vec<PersonId>,
    /// The person who made it.
    pub author: Option<PersonId>,
}

impl Facts {
    /// The same thing as far as one network is concerned: rights in another network reach no further.
    #[must_use]
    pub fn within(mut self, network: NetworkId) -> Self {
        self.networks.retain(|(id, _)| *id == network);
        self
    }

    /// Who may know it, as words that a search engine can filter by: an actor's [`Reach::tickets`] share one with it
    /// exactly when [`Reach::covers`] says yes. For things without host and that are not about one person.
    pub fn audience(&self) -> Vec<String> {
        let own = self.own_level.unwrap_or(Level::Confidential);
        let mut words: Vec<String> = Vec::new();
        if self.public {
            words.push("anyone".into());
        }
        words.extend(self.networks.iter().map(|(id, level)| ticket("network", id.0, level.as_str())));
        words.extend(self.owners.iter().map(|id| ticket("owner", id.0, own.as_str())));
        words.extend(self.group.iter().map(|id| ticket("group", id.0, "")));
        words.extend(self.desk.iter().map(|id| ticket("desk", id.0, "")));
        for (network, _) in &self.networks {
            let named = self.named.iter();
            words.extend(named.map(|id| ticket("person", id.0, &network.0.simple().to_string())));
        }
        words
    }
}

fn ticket(kind: &str, id: uuid::Uuid, rest: &str) -> String {
    format!("{kind}:{}:{rest}", id.simple())
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
    desks: BTreeSet<NetworkId>,
    /// Where the person stands, for things that name people or have an author.
    standing: BTreeSet<NetworkId>,
    named: bool,
    authored: bool,
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
                Bound::Named => reach.named = true,
                Bound::Author => reach.authored = true,
                Bound::Network | Bound::Own | Bound::Hosted | Bound::Group | Bound::Desk | Bound::Hub => {}
            }
        }
        if reach.named || reach.authored {
            reach.standing = actor.held().iter().filter(|g| g.counts).map(|g| g.network).collect();
        }
        reach
    }

    /// How far some roles alone go.
    pub fn of_grants<'g>(grants: &(impl Iterator<Item = &'g Grant> + Clone), action: Action) -> Self {
        let mut reach = Self::default();
        let full = |g: &&Grant| !table::asks_full_part(action) || (g.counts && g.tier != Some(Tier::Observer));
        for rule in table::rules(action) {
            for grant in grants.clone().filter(|g| Some(g.role) == rule.role).filter(full) {
                reach.widen(grant, rule.bound, rule.up_to, table::observers(action));
            }
        }
        reach
    }

    /// As [`Reach::of`], and covers what is about the very person. Asks who it is.
    pub fn with_self(actor: &Actor, action: Action) -> Self {
        let mut reach = Self::of(actor, action);
        reach.person = (reach.myself || reach.named || reach.authored).then(|| actor.person()).flatten();
        reach
    }

    fn widen(&mut self, grant: &Grant, bound: Bound, up_to: Level, observers: Level) {
        let raise = |level: &mut Level| *level = (*level).max(up_to);
        match bound {
            Bound::Group if grant.counts => self.groups.extend(grant.group),
            // A seat in a group lets look around in the network; what else it lets do, it does in the group.
            _ if grant.group.is_some() && !(bound == Bound::Network && up_to <= Level::Members) => {}
            Bound::Network if grant.counts => {
                let up_to = if grant.tier == Some(Tier::Observer) { up_to.min(observers) } else { up_to };
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
            Bound::Desk if grant.counts => {
                self.desks.insert(grant.network);
            }
            Bound::Network
            | Bound::Group
            | Bound::Hub
            | Bound::Desk
            | Bound::Anyone
            | Bound::Myself
            | Bound::Named
            | Bound::Author => {}
        }
    }

    /// Whether it lies in what somebody holds for an organisation itself.
    pub fn owns(&self, organisation: OrganisationId) -> bool {
        self.all || self.owners.contains_key(&organisation)
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
            || facts.desk.is_some_and(|id| self.desks.contains(&id))
            || (self.myself && self.person.is_some() && self.person == facts.person)
            || self.person.is_some_and(|me| {
                facts.networks.iter().any(|(id, _)| self.standing.contains(id))
                    && ((self.named && facts.named.contains(&me)) || (self.authored && facts.author == Some(me)))
            })
    }

    /// What the actor shows to a filter by [`Facts::audience`]. Made with [`Reach::with_self`], it also names the person.
    pub fn tickets(&self) -> Vec<String> {
        let up_to = |kind: &'static str, id: uuid::Uuid, up_to: Level| {
            Level::ALL.iter().filter(move |level| **level <= up_to).map(move |level| ticket(kind, id, level.as_str()))
        };
        let mut words: Vec<String> = Vec::new();
        if self.public {
            words.push("anyone".into());
        }
        words.extend(self.networks.iter().flat_map(|(id, level)| up_to("network", id.0, *level)));
        words.extend(self.owners.iter().flat_map(|(id, level)| up_to("owner", id.0, *level)));
        words.extend(self.groups.iter().map(|id| ticket("group", id.0, "")));
        words.extend(self.desks.iter().map(|id| ticket("desk", id.0, "")));
        if let Some(me) = self.person.filter(|_| self.named) {
            words.extend(self.standing.iter().map(|network| ticket("person", me.0, &network.0.simple().to_string())));
        }
        words
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sala_kernel::{GroupId, NetworkId, OrganisationId, PersonId};
    use uuid::Uuid;

    use super::*;
    use crate::{
        access::{Grants, Role, Scope},
        memberships::MembershipState,
    };

    /// Three networks, organisations, groups and people, told apart by their last digit.
    fn id(kind: u128, n: u128) -> Uuid {
        Uuid::from_u128(kind << 8 | n)
    }

    fn facts() -> impl Strategy<Value = Facts> {
        let level = || prop::sample::select(Level::ALL);
        (
            any::<bool>(),
            prop::collection::vec((0..3_u128, level()), 0..2),
            prop::collection::vec(0..3_u128, 0..2),
            prop::option::of(0..3_u128),
            level(),
            prop::option::of(0..3_u128),
            prop::collection::vec(0..3_u128, 0..3),
        )
            .prop_map(|(public, networks, owners, group, own, desk, named)| Facts {
                public,
                networks: networks.into_iter().map(|(n, level)| (NetworkId(id(1, n)), level)).collect(),
                owners: owners.into_iter().map(|n| OrganisationId(id(2, n))).collect(),
                group: group.map(|n| GroupId(id(3, n))),
                own_level: Some(own),
                desk: desk.map(|n| NetworkId(id(1, n))),
                named: named.into_iter().map(|n| PersonId(id(4, n))).collect(),
                ..Facts::default()
            })
    }

    fn actor() -> impl Strategy<Value = Actor> {
        let grant = (
            0..3_u128,
            prop::option::of(0..3_u128),
            prop::sample::select(Role::ALL),
            prop::option::of(prop::sample::select(Tier::ALL)),
            prop::option::of(prop::sample::select(MembershipState::ALL)),
            prop::option::of(0..3_u128),
        );
        (0..3_u128, prop::collection::vec(grant, 0..4)).prop_map(|(person, held)| {
            let held = held
                .into_iter()
                .map(|(network, organisation, role, tier, state, group)| {
                    Grant::of(
                        id(1, network),
                        organisation.map(|n| id(2, n)),
                        role,
                        tier,
                        state,
                        group.map(|n| id(3, n)),
                    )
                })
                .collect();
            let grants = Grants::new(PersonId(id(4, person)), None, Scope::Write, false, None, held);
            Actor::Person(std::sync::Arc::new(grants))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn tickets_meet_an_audience_exactly_where_the_single_decision_says_yes(facts in facts(), actor in actor()) {
            let audience = facts.audience();
            for action in [Action::ViewEvidence, Action::ViewPaper] {
                let reach = Reach::with_self(&actor, action);
                let meets = reach.tickets().iter().any(|ticket| audience.contains(ticket));
                prop_assert_eq!(meets, reach.covers(&facts), "{:?}", action);
            }
        }
    }
}
