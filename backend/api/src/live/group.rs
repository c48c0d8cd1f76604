//! One execution for many sockets.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use futures_util::StreamExt as _;
use sala_domain::access::Actor;
use sala_identity::accounts::Origin;
use sala_kernel::Cursor;
use tokio::sync::mpsc;

use super::{
    protocol::{Frame, Kind, Operation},
    registry::{GroupKey, Handle, Live},
};
use crate::{
    feed::Watch,
    graph::{Position, Request, Source, data_for},
};

/// Sockets that ask the same with the same rights.
#[derive(Debug)]
pub(super) struct Group {
    members: Mutex<Members>,
}

#[derive(Debug)]
struct Members {
    by_operation: HashMap<(u64, u32), Arc<Handle>>,
    /// Everything up to here has been handed out.
    at: Cursor,
    /// The last frame has been handed out: nobody may sit down any more.
    over: bool,
}

/// A place in a group; given up when dropped.
#[derive(Debug)]
pub(super) struct Seat {
    group: Arc<Group>,
    socket: u64,
    operation: u32,
    /// Everything after this event comes through the group.
    pub since: Cursor,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.group.lock().by_operation.remove(&(self.socket, self.operation));
    }
}

impl Group {
    fn lock(&self) -> std::sync::MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seat(self: &Arc<Self>, handle: &Arc<Handle>, operation: u32) -> Option<Seat> {
        let mut members = self.lock();
        if members.over {
            return None;
        }
        members.by_operation.insert((handle.id, operation), Arc::clone(handle));
        Some(Seat { group: Arc::clone(self), socket: handle.id, operation, since: members.at })
    }

    /// Hands a frame to everybody; after an error or the end nobody joins.
    fn hand_out(&self, frame: &Arc<Frame>) {
        let mut members = self.lock();
        members.over |= frame.kind != Kind::Next;
        if let Some(cursor) = frame.cursor {
            members.at = cursor;
        }
        for ((_, operation), handle) in &members.by_operation {
            handle.owe(*operation, frame);
        }
    }
}

/// Takes a seat for an operation, in the group that runs it already or in a new one.
pub(super) fn join(live: &Live, key: GroupKey, operation: &Operation, handle: &Arc<Handle>, number: u32) -> Seat {
    let mut groups = live.0.groups.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(seat) = groups.get(&key).and_then(Weak::upgrade).and_then(|group| group.seat(handle, number)) {
        return seat;
    }
    let watch = live.0.services.feed.watch();
    let first = HashMap::from([((handle.id, number), Arc::clone(handle))]);
    let since = watch.since;
    let group = Arc::new(Group { members: Mutex::new(Members { by_operation: first, at: since, over: false }) });
    groups.insert(key, Arc::downgrade(&group));
    let seat = Seat { group: Arc::clone(&group), socket: handle.id, operation: number, since };
    tokio::spawn(run(live.clone(), key, Arc::downgrade(&group), operation.clone(), handle.actor.clone(), watch));
    seat
}

/// Executes for the group until nobody is left, the operation fails, or the feed ends.
async fn run(live: Live, key: GroupKey, group: Weak<Group>, operation: Operation, actor: Actor, mut watch: Watch) {
    let (send, events) = mpsc::unbounded_channel();
    let pump = async {
        while let Some(event) = watch.next().await {
            if send.send(event).is_err() {
                return;
            }
            if group.strong_count() == 0 {
                return;
            }
        }
    };
    let hand_out = async {
        let (mut responses, position) = execute(&live, &operation, actor, events);
        let mut failed = false;
        while let Some(response) = responses.next().await {
            let Some(group) = group.upgrade() else { return };
            let frame = Frame::of(&response, position.get());
            failed = frame.kind == Kind::Error;
            group.hand_out(&frame);
            if failed {
                break;
            }
        }
        if let Some(group) = group.upgrade().filter(|_| !failed) {
            group.hand_out(&Frame::complete());
        }
    };
    tokio::select! {
        () = pump => {}
        () = hand_out => {}
    }
    let mut groups = live.0.groups.lock().unwrap_or_else(PoisonError::into_inner);
    if groups.get(&key).is_some_and(|other| other.ptr_eq(&group)) {
        groups.remove(&key);
    }
}

/// Begins an execution over a source of events.
pub(super) fn execute(
    live: &Live,
    operation: &Operation,
    actor: Actor,
    events: mpsc::UnboundedReceiver<Arc<sala_kernel::Event>>,
) -> (futures_util::stream::BoxStream<'static, async_graphql::Response>, Position) {
    let source = Arc::new(Source::new(events));
    let position = source.position.clone();
    let mut request = async_graphql::Request::new(operation.query.clone())
        .variables(async_graphql::Variables::from_json(serde_json::Value::Object(operation.variables.clone())));
    if let Some(name) = &operation.name {
        request = request.operation_name(name);
    }
    request.data = data_for(&live.0.services, Request { actor, origin: Origin::default() }, false);
    request.data.insert(source);
    (live.0.schema.execute_stream(request).boxed(), position)
}
