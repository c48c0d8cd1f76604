//! All sockets and groups of this node.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU16, AtomicU64, Ordering},
    },
};

use async_graphql::parser::types::{
    ExecutableDocument, OperationType, Selection, SelectionSet, ServiceDocument, Type, TypeKind,
};
use sala_domain::access::{Actor, Grants};
use sala_kernel::{Cursor, Event};
use sha2::{Digest as _, Sha256};
use tokio::sync::{Notify, broadcast, mpsc};

use super::{close, group::Group, protocol::Frame};
use crate::{Services, graph::SalaSchema};

/// Messages a socket may owe its client before it is called too slow.
const OWED_MOST: usize = 256;

/// Events of papers that an open text may not have looked at yet; one that has missed some looks anew.
const TEXTS_KEPT: usize = 256;

/// One message on its way to a socket: for which of its operations, and what.
pub(super) type Owed = (u32, Arc<Frame>);
/// What makes two subscriptions one: operation, variables, rights.
pub(super) type GroupKey = [u8; 32];

/// The live part of a node.
#[derive(Debug, Clone)]
pub struct Live(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub schema: SalaSchema,
    pub services: Services,
    /// Fields whose answer may depend on who asks.
    personal: HashSet<String>,
    pub groups: Mutex<HashMap<GroupKey, Weak<Group>>>,
    sockets: Mutex<HashMap<u64, Arc<Handle>>>,
    /// What happens to papers.
    texts: broadcast::Sender<Arc<Event>>,
    next: AtomicU64,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Live").finish_non_exhaustive()
    }
}

/// What others hold of a socket.
#[derive(Debug)]
pub(super) struct Handle {
    pub id: u64,
    pub actor: Actor,
    /// The actor's rights are those of after this event.
    since: Cursor,
    pub owed: mpsc::Sender<Owed>,
    end: AtomicU16,
    pub ended: Notify,
}

impl Handle {
    /// The same socket, with a queue of its own for what it missed.
    pub fn aside(of: &Self, owed: mpsc::Sender<Owed>) -> Self {
        Self { id: of.id, actor: of.actor.clone(), since: of.since, owed, end: AtomicU16::new(0), ended: Notify::new() }
    }

    /// Tells the socket to close with this code.
    pub fn end(&self, code: u16) {
        let _ = self.end.compare_exchange(0, code, Ordering::AcqRel, Ordering::Acquire);
        self.ended.notify_one();
    }

    /// The code to close with, once told.
    pub fn end_code(&self) -> Option<u16> {
        Some(self.end.load(Ordering::Acquire)).filter(|code| *code != 0)
    }

    /// Owes the client a message; a client that is owed too much is disconnected.
    pub fn owe(&self, operation: u32, frame: &Arc<Frame>) {
        if self.owed.try_send((operation, Arc::clone(frame))).is_err() {
            self.end(close::TOO_SLOW);
        }
    }
}

impl Live {
    /// The live part of a node with these services.
    pub fn new(schema: SalaSchema, services: Services) -> Self {
        let personal = personal_fields(&schema.sdl());
        Self(Arc::new(Inner {
            schema,
            services,
            personal,
            groups: Mutex::default(),
            sockets: Mutex::default(),
            texts: broadcast::channel(TEXTS_KEPT).0,
            next: AtomicU64::new(1),
        }))
    }

    /// Hears what happens to whatever several write at once, from now on.
    pub fn texts(&self) -> broadcast::Receiver<Arc<Event>> {
        self.0.texts.subscribe()
    }

    /// How many sockets are open.
    pub fn sockets(&self) -> usize {
        self.lock().len()
    }

    /// How many executions serve them.
    pub fn groups(&self) -> usize {
        self.0.groups.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Arc<Handle>>> {
        self.0.sockets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the rights of an actor told from now on stand at the least.
    pub fn now(&self) -> Cursor {
        self.0.services.feed.settled()
    }

    /// Registers a socket. `None` when something has happened since its actor was told, which nobody has held against it
    /// yet: tell the actor anew.
    pub(super) fn enter(&self, actor: &Actor, since: Cursor) -> Option<(Arc<Handle>, mpsc::Receiver<Owed>)> {
        let (owed, receiver) = mpsc::channel(OWED_MOST);
        let id = self.0.next.fetch_add(1, Ordering::Relaxed);
        let handle =
            Arc::new(Handle { id, actor: actor.clone(), since, owed, end: AtomicU16::new(0), ended: Notify::new() });
        self.lock().insert(id, Arc::clone(&handle));
        // Registered first, asked then: whatever comes later finds it.
        if self.now() == since {
            return Some((handle, receiver));
        }
        self.leave(id);
        None
    }

    pub(super) fn leave(&self, id: u64) {
        self.lock().remove(&id);
    }

    /// Ends every socket: the node shuts down.
    pub fn end_all(&self) {
        for handle in self.lock().values() {
            handle.end(close::GOING_AWAY);
        }
    }

    /// Watches for ended sessions and changed rights, and ends the sockets concerned, until the feed ends.
    pub async fn run(self) {
        let mut watch = self.0.services.feed.watch();
        while let Some(event) = watch.next().await {
            if matches!(event.entity.as_str(), "paper" | "dialogue" | "campaign") {
                let _ = self.0.texts.send(Arc::clone(&event));
            }
            if matches!(event.entity.as_str(), "session" | "role" | "membership" | "network" | "group") {
                for handle in self.lock().values().filter(|handle| handle.since < event.cursor) {
                    if let Actor::Person(grants) = &handle.actor
                        && let Some(code) = verdict(&event, grants)
                    {
                        handle.end(code);
                    }
                }
            }
        }
    }

    /// The key under which an operation is shared.
    pub(super) fn key(
        &self,
        operation: &super::protocol::Operation,
        document: &ExecutableDocument,
        actor: &Actor,
    ) -> GroupKey {
        let mut hash = Sha256::new();
        hash.update(operation.query.as_bytes());
        hash.update([0]);
        hash.update(operation.name.as_deref().unwrap_or_default());
        hash.update([0]);
        for (name, value) in operation.variables.iter().filter(|(name, _)| *name != "after") {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(value.to_string());
            hash.update([0]);
        }
        match actor {
            Actor::Person(grants) => {
                hash.update(format!("{:?} {:?} {}", grants.held(), grants.scope, grants.operator));
                if mentions(document, &self.0.personal) {
                    hash.update(grants.person().0);
                }
            }
            Actor::Anonymous => hash.update("anonymous"),
            Actor::Service => hash.update("service"),
        }
        hash.finalize().into()
    }
}

/// Whether an event changes what this person may do, and how the socket ends if so.
fn verdict(event: &Event, grants: &Grants) -> Option<u16> {
    match event.entity.as_str() {
        "session" if event.kind == "session.ended" => {
            let mine = grants.session.is_some_and(|s| s.0.to_string() == event.entity_id);
            mine.then_some(close::UNAUTHORIZED)
        }
        // A seat in a working group is a role too, and a group's end ends all of them.
        "group" => {
            let person = event.payload.get("person").and_then(|p| p.as_str());
            let sat = grants.held().iter().any(|g| g.group.is_some_and(|id| id.0.to_string() == event.entity_id));
            (person == Some(grants.person().0.to_string().as_str()) || (event.kind == "group.moved" && sat))
                .then_some(close::RIGHTS_CHANGED)
        }
        "role" => {
            let person = event.payload.get("person").and_then(|p| p.as_str());
            (person == Some(grants.person().0.to_string().as_str())).then_some(close::RIGHTS_CHANGED)
        }
        "membership" => grants
            .held()
            .iter()
            .any(|g| {
                Some(g.network) == event.network && g.organisation.is_some() && g.organisation == event.organisation
            })
            .then_some(close::RIGHTS_CHANGED),
        _ => (event.kind == "network.dissolved" && grants.held().iter().any(|g| Some(g.network) == event.network))
            .then_some(close::RIGHTS_CHANGED),
    }
}

/// The names of all fields that lead to a person: only their answers may depend on who asks.
fn personal_fields(sdl: &str) -> HashSet<String> {
    const PERSONAL: [&str; 4] = ["Person", "PersonConnection", "PersonEdge", "Viewer"];
    let Ok(ServiceDocument { definitions }) = async_graphql::parser::parse_schema(sdl) else { return HashSet::new() };
    let mut names =
        ["viewerCan", "viewerEvents", "yours", "savedSearches", "evidenceDesk", "evidenceRequests", "supersededBy"]
            .map(str::to_owned)
            .into_iter()
            .collect::<HashSet<_>>();
    for definition in definitions {
        let async_graphql::parser::types::TypeSystemDefinition::Type(definition) = definition else { continue };
        // What hangs below a person is only reached through a field that leads to one.
        if PERSONAL.contains(&definition.node.name.node.as_str()) {
            continue;
        }
        let TypeKind::Object(object) = definition.node.kind else { continue };
        for field in object.fields {
            if PERSONAL.contains(&base(&field.node.ty.node)) {
                names.insert(field.node.name.node.to_string());
            }
        }
    }
    // A fragment on a person needs no field that leads there: `node { ... on Person }`.
    names.extend(PERSONAL.map(str::to_owned));
    names
}

fn base(ty: &Type) -> &str {
    match &ty.base {
        async_graphql::parser::types::BaseType::Named(name) => name.as_str(),
        async_graphql::parser::types::BaseType::List(inner) => base(inner),
    }
}

fn mentions(document: &ExecutableDocument, names: &HashSet<String>) -> bool {
    document.operations.iter().any(|(_, op)| set_mentions(&op.node.selection_set.node, names))
        || document.fragments.values().any(|fragment| {
            names.contains(fragment.node.type_condition.node.on.node.as_str())
                || set_mentions(&fragment.node.selection_set.node, names)
        })
}

fn set_mentions(set: &SelectionSet, names: &HashSet<String>) -> bool {
    set.items.iter().any(|item| match &item.node {
        Selection::Field(field) => {
            names.contains(field.node.name.node.as_str()) || set_mentions(&field.node.selection_set.node, names)
        }
        Selection::InlineFragment(fragment) => {
            let on = fragment.node.type_condition.as_ref();
            on.is_some_and(|c| names.contains(c.node.on.node.as_str()))
                || set_mentions(&fragment.node.selection_set.node, names)
        }
        Selection::FragmentSpread(_) => false,
    })
}

/// Whether the chosen operation of a document is a subscription.
pub(super) fn is_subscription(document: &ExecutableDocument, name: Option<&str>) -> bool {
    document
        .operations
        .iter()
        .find(|(n, _)| name.is_none() || n.map(async_graphql::Name::as_str) == name)
        .is_some_and(|(_, op)| op.node.ty == OperationType::Subscription)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_shows_a_person_is_not_shared_between_people() {
        let personal = personal_fields(&crate::graph::sdl());
        let says = |query: &str| mentions(&async_graphql::parser::parse_query(query).unwrap(), &personal);
        assert!(!says(
            "subscription { networkEvents(network: 1) { kind node { ... on Organisation { name { en } } } } }"
        ));
        assert!(says(
            "subscription { networkEvents(network: 1) { node { ... on Organisation { people { totalCount } } } } }"
        ));
        assert!(says("subscription { viewerEvents { kind } }"));
        assert!(says("subscription { networkEvents(network: 1) { node { ... on Person { email } } } }"));
        assert!(says("subscription { networkEvents(network: 1) { node { ...f } } } fragment f on Person { email }"));
        assert!(says(
            "subscription { networkEvents(network: 1) { node { ... on Organisation { viewerCan { edit } } } } }"
        ));
    }
}
