//! The open texts of one node.
//!
//! Each open text is a task that owns its [`Room`]. Changes of all texts go to
//! one writer, which keeps what has gathered while it was busy in one
//! transaction: the busier the hub, the more changes share one write to disk.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bytes::Bytes;
use sala_domain::{
    dialogues::minutes_text,
    writing::{self, TextId},
};
use sala_kernel::{Env, PersonId, Pool, Result};
use sqlx::postgres::PgListener;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::{
    body::Yjs,
    room::{Effect, End, Known, Room, Seat},
    store::{self, CHANNEL, Change, Notice},
};

/// What a client may be owed before it is behind.
const OWED_MOST: usize = 64;
/// Bytes that a client may have said and the room has still to hear.
const WAITING_MOST: usize = 4 * 1024 * 1024;
/// Changes kept in one transaction.
const BATCH: usize = 500;
/// After so many changes a text is folded.
const FOLD_AFTER: usize = 400;
/// How long an empty room stays open.
const IDLE: Duration = Duration::from_secs(20);
/// How long after a change the points of minutes follow it.
const SETTLES: Duration = Duration::from_secs(1);

/// What a socket hears from its room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Pass this on.
    Message(Bytes),
    /// This is the end.
    End(End),
}

/// A place in a room, as its socket holds it. Dropped, the place is free.
#[derive(Debug)]
pub struct Stay {
    seat: Seat,
    room: mpsc::UnboundedSender<Command>,
    owed: mpsc::Receiver<Told>,
    end: oneshot::Receiver<End>,
    ended: bool,
    behind: Arc<AtomicBool>,
    waiting: Arc<AtomicUsize>,
}

/// What a message weighs while it waits to be heard.
struct Weight {
    of: Arc<AtomicUsize>,
    bytes: usize,
}

impl Drop for Weight {
    fn drop(&mut self) {
        self.of.fetch_sub(self.bytes, Ordering::AcqRel);
    }
}

impl Stay {
    /// Says something to the room; `false` when too much of what was said waits to be heard, or nobody hears any more.
    pub fn say(&self, message: Bytes) -> bool {
        let bytes = message.len() + 64;
        let waiting = self.waiting.fetch_add(bytes, Ordering::AcqRel);
        let weight = Weight { of: Arc::clone(&self.waiting), bytes };
        waiting < WAITING_MOST && self.room.send(Command::Said(self.seat, message, weight)).is_ok()
    }

    /// The next thing to pass on.
    pub async fn next(&mut self) -> Told {
        if self.ended {
            return Told::End(End::Broken);
        }
        tokio::select! {
            biased;
            end = &mut self.end => {
                self.ended = true;
                Told::End(end.unwrap_or(End::Broken))
            }
            told = self.owed.recv() => told.unwrap_or(Told::End(End::Broken)),
        }
    }

    /// Everything owed has been sent: the room may have more for a client that was behind.
    pub fn drained(&self) {
        if self.owed.is_empty() && self.behind.swap(false, Ordering::AcqRel) {
            let _ = self.room.send(Command::Drained(self.seat));
        }
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        let _ = self.room.send(Command::Left(self.seat));
    }
}

enum Command {
    Enter(PersonId, bool, oneshot::Sender<Stay>),
    Said(Seat, Bytes, Weight),
    Drained(Seat),
    Left(Seat),
    Kept(Vec<(Seat, Bytes)>),
    NotKept,
    Arrived(Vec<i64>),
    Present(Vec<u8>),
    Reload,
}

/// A change on its way to the writer.
struct Write {
    change: Change,
    seat: Seat,
    room: mpsc::UnboundedSender<Command>,
}

/// All open texts of a node.
#[derive(Debug, Clone)]
pub struct Rooms(Arc<Inner>);

struct Inner {
    pool: Pool,
    env: Env,
    node: u64,
    open: Mutex<HashMap<Uuid, mpsc::UnboundedSender<Command>>>,
    writer: mpsc::Sender<Write>,
    idle: Duration,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rooms").finish_non_exhaustive()
    }
}

impl Rooms {
    /// The rooms of a node. Its writer ends with them.
    pub fn new(pool: &Pool, env: &Env) -> Self {
        Self::with_idle(pool, env, IDLE)
    }

    /// The same, with rooms that close sooner or later after the last has left.
    pub fn with_idle(pool: &Pool, env: &Env, idle: Duration) -> Self {
        let (writer, waiting) = mpsc::channel(4 * BATCH);
        let bytes: [u8; 10] = env.entropy.bytes();
        let node = bytes.iter().take(6).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        tokio::spawn(write(pool.clone(), node, waiting));
        Self(Arc::new(Inner { pool: pool.clone(), env: env.clone(), node, open: Mutex::default(), writer, idle }))
    }

    fn open(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, mpsc::UnboundedSender<Command>>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Comes into a text, which opens for the first.
    pub async fn enter(&self, text: TextId, person: PersonId, writes: bool) -> Result<Stay> {
        // A room that closes in this very moment does not answer: the next one will.
        for _ in 0..3 {
            let room = self.room(text);
            let (answer, stay) = oneshot::channel();
            if room.send(Command::Enter(person, writes, answer)).is_ok()
                && let Ok(stay) = stay.await
            {
                return Ok(stay);
            }
            let mut open = self.open();
            if open.get(&text.uuid()).is_some_and(mpsc::UnboundedSender::is_closed) {
                open.remove(&text.uuid());
            }
        }
        Err(sala_kernel::Error::internal("the text cannot be opened"))
    }

    fn room(&self, text: TextId) -> mpsc::UnboundedSender<Command> {
        let mut open = self.open();
        if let Some(room) = open.get(&text.uuid()).filter(|room| !room.is_closed()) {
            return room.clone();
        }
        let (send, commands) = mpsc::unbounded_channel();
        open.insert(text.uuid(), send.clone());
        tokio::spawn(Keeper::run(self.clone(), text, send.clone(), commands));
        send
    }

    /// Ends with the future given: hears what other nodes keep.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        loop {
            let heard = async {
                let mut listener = PgListener::connect_with(&self.0.pool).await?;
                listener.listen(CHANNEL).await?;
                // Whatever was said while nobody listened is in the database.
                for room in self.open().values() {
                    let _ = room.send(Command::Reload);
                }
                loop {
                    let notice = listener.recv().await?;
                    self.noticed(notice.payload());
                }
            };
            let ended: std::result::Result<(), sqlx::Error> = tokio::select! {
                () = &mut stop => return,
                ended = heard => ended,
            };
            if let Err(error) = ended {
                tracing::warn!(%error, "other nodes are not heard; trying again");
            }
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
            }
        }
    }

    fn noticed(&self, text: &str) {
        let to = |text: &Uuid, command| {
            if let Some(room) = self.open().get(text) {
                let _ = room.send(command);
            }
        };
        match serde_json::from_str(text) {
            Ok(Notice::Kept { node, text, ids }) if node != self.0.node => to(&text, Command::Arrived(ids)),
            Ok(Notice::Present { node, text, message }) if node != self.0.node => {
                if let Ok(message) = hex::decode(message) {
                    to(&text, Command::Present(message));
                }
            }
            _ => {}
        }
    }
}

/// What a room has sent to be kept, in order.
type Kept = (Uuid, mpsc::UnboundedSender<Command>, Vec<(Seat, Bytes)>);

/// The writer: keeps what has gathered, again and again.
async fn write(pool: Pool, node: u64, mut writes: mpsc::Receiver<Write>) {
    let mut batch = Vec::new();
    while writes.recv_many(&mut batch, BATCH).await > 0 {
        let real: Vec<Change> =
            batch.iter().filter(|w| !w.change.update.is_empty()).map(|w| w.change.clone()).collect();
        let mut kept = if real.is_empty() { Ok(Vec::new()) } else { store::keep(&pool, node, &real).await };
        if let Err(error) = &kept {
            tracing::warn!(%error, "changes of texts cannot be kept");
            if matches!(error, sala_kernel::Error::Conflict) {
                kept = store::keep(&pool, node, &real).await;
            }
        }
        // Per room, in order.
        let mut rooms: Vec<Kept> = Vec::new();
        for write in batch.drain(..) {
            let entry = (write.seat, write.change.update);
            match rooms.iter_mut().find(|(_, room, _)| room.same_channel(&write.room)) {
                Some((_, _, entries)) => entries.push(entry),
                None => rooms.push((write.change.text, write.room, vec![entry])),
            }
        }
        for (text, room, entries) in rooms {
            let real = entries.iter().any(|(_, update)| !update.is_empty());
            let fine = match &kept {
                Ok(kept) => !real || kept.contains(&(text, true)),
                Err(_) => !real,
            };
            let _ = room.send(if fine { Command::Kept(entries) } else { Command::NotKept });
        }
    }
}

/// The task of one open text.
struct Keeper {
    rooms: Rooms,
    text: TextId,
    me: mpsc::UnboundedSender<Command>,
    room: Room,
    sockets: HashMap<Seat, Socket>,
    next: u64,
    /// Changes since the text was last folded.
    unfolded: usize,
    emptied: Option<Instant>,
    /// When what is kept is passed on.
    flush: Option<Instant>,
    /// The points of minutes are about to follow what is written.
    settles: Arc<AtomicBool>,
}

struct Socket {
    owed: mpsc::Sender<Told>,
    behind: Arc<AtomicBool>,
    end: Option<oneshot::Sender<End>>,
}

impl Keeper {
    async fn run(
        rooms: Rooms,
        text: TextId,
        me: mpsc::UnboundedSender<Command>,
        mut commands: mpsc::UnboundedReceiver<Command>,
    ) {
        let loaded = load(&rooms.0, text).await;
        let (room, unfolded) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => {
                tracing::error!(%error, "a text cannot be opened");
                return;
            }
        };
        let mut keeper = Self {
            rooms,
            text,
            me,
            room,
            sockets: HashMap::new(),
            next: 0,
            unfolded,
            emptied: Some(Instant::now()),
            flush: None,
            settles: Arc::default(),
        };
        loop {
            let close = keeper.emptied.map(|since| since + keeper.rooms.0.idle);
            let command = match keeper.flush.or(close) {
                None => commands.recv().await,
                Some(until) => {
                    if let Ok(command) = tokio::time::timeout_at(until.into(), commands.recv()).await {
                        command
                    } else if keeper.flush.is_some() {
                        if !keeper.pass_on().await {
                            commands.close();
                            return;
                        }
                        continue;
                    } else {
                        // Closed to newcomers first: whoever was faster is served, and the room stays.
                        let mut open = keeper.rooms.open();
                        if commands.is_empty() {
                            open.remove(&text.uuid());
                            break;
                        }
                        continue;
                    }
                }
            };
            let Some(command) = command else { break };
            if !keeper.obey(command).await {
                commands.close();
                return;
            }
            if keeper.room.waits() && keeper.flush.is_none() {
                let pace = keeper.room.pace();
                keeper.flush = Some(Instant::now() + pace);
                if pace.is_zero() && !keeper.pass_on().await {
                    commands.close();
                    return;
                }
            }
            if keeper.unfolded >= FOLD_AFTER {
                keeper.unfolded = 0;
                let pool = keeper.rooms.0.pool.clone();
                tokio::spawn(async move { folded(&pool, text).await });
            }
        }
        commands.close();
        if keeper.unfolded > 0 {
            folded(&keeper.rooms.0.pool, text).await;
        }
    }

    /// Passes on what is kept; `false` when this room must not go on.
    async fn pass_on(&mut self) -> bool {
        self.flush = None;
        let before = self.room.safe();
        let effects = self.room.flush();
        self.carry_out(effects, &before).await
    }

    /// Does what is asked; `false` when this room must not go on.
    async fn obey(&mut self, command: Command) -> bool {
        let now = Instant::now();
        let before = self.room.safe();
        let effects = match command {
            Command::Enter(person, writes, answer) => {
                self.next += 1;
                let seat = Seat(self.next);
                let (owed, receiver) = mpsc::channel(OWED_MOST);
                let (end, ended) = oneshot::channel();
                let behind = Arc::new(AtomicBool::new(false));
                self.sockets.insert(seat, Socket { owed, behind: Arc::clone(&behind), end: Some(end) });
                let (room, waiting) = (self.me.clone(), Arc::default());
                let stay = Stay { seat, room, owed: receiver, end: ended, ended: false, behind, waiting };
                let effects = self.room.enter(seat, person, writes, now);
                self.emptied = None;
                // Whoever did not wait for the answer drops it, and with it leaves again.
                let _ = answer.send(stay);
                effects
            }
            Command::Said(seat, message, _weight) => self.room.hear(seat, &message, now),
            Command::Drained(seat) => self.room.caught_up(seat, now),
            Command::Left(seat) => {
                self.sockets.remove(&seat);
                let effects = self.room.leave(seat);
                if self.room.is_empty() {
                    self.emptied = Some(now);
                }
                effects
            }
            Command::Kept(batch) => {
                self.unfolded += batch.len();
                self.settle();
                self.room.kept(&batch)
            }
            Command::NotKept => vec![Effect::Poisoned],
            Command::Arrived(ids) => match arrived(&self.rooms.0.pool, self.text, &ids).await {
                Ok((known, changes)) => {
                    self.room.learned(known);
                    self.room.arrived(&changes)
                }
                Err(error) => {
                    tracing::warn!(%error, "changes of another node cannot be read");
                    vec![Effect::Poisoned]
                }
            },
            Command::Present(message) => self.room.told(&message, now),
            Command::Reload => match writing::store::kept(&self.rooms.0.pool, self.text.uuid()).await {
                Ok(kept) => self.room.reloaded(&kept.whole().into_iter().map(Bytes::from).collect::<Vec<_>>()),
                Err(_) => vec![Effect::Poisoned],
            },
        };
        self.carry_out(effects, &before).await
    }

    async fn carry_out(&mut self, effects: Vec<Effect>, before: &yrs::StateVector) -> bool {
        for effect in effects {
            match effect {
                Effect::Send(seat, message) => {
                    let Some(socket) = self.sockets.get(&seat) else { continue };
                    if socket.owed.try_send(Told::Message(message)).is_err() {
                        self.room.fell_behind(seat, before);
                        socket.behind.store(true, Ordering::Release);
                    }
                }
                Effect::Keep(seat, person, update) => {
                    let change = Change { text: self.text.uuid(), person, update };
                    let write = Write { change, seat, room: self.me.clone() };
                    if self.rooms.0.writer.send(write).await.is_err() {
                        return self.dissolve();
                    }
                }
                Effect::Tell(message) => {
                    let (pool, node, text) = (self.rooms.0.pool.clone(), self.rooms.0.node, self.text.uuid());
                    tokio::spawn(async move {
                        if let Err(error) = store::tell(&pool, node, text, &message).await {
                            tracing::debug!(%error, "other nodes were not told who is where");
                        }
                    });
                }
                Effect::End(seat, end) => self.end(seat, end),
                Effect::Poisoned => return self.dissolve(),
            }
        }
        true
    }

    /// What others read of minutes follows what is written, a moment later: not at every letter.
    fn settle(&self) {
        let TextId::Minutes(dialogue) = self.text else { return };
        if self.settles.swap(true, Ordering::AcqRel) {
            return;
        }
        let (of, waits) = (Arc::clone(&self.rooms.0), Arc::clone(&self.settles));
        tokio::spawn(async move {
            tokio::time::sleep(SETTLES).await;
            waits.store(false, Ordering::Release);
            if let Err(error) = minutes_text::settled(&of.pool, &of.env, &Yjs, dialogue).await {
                tracing::warn!(%error, "points of minutes do not follow what is written, for now");
            }
        });
    }

    fn end(&mut self, seat: Seat, end: End) {
        if let Some(told) = self.sockets.get_mut(&seat).and_then(|socket| socket.end.take()) {
            let _ = told.send(end);
            let _ = self.me.send(Command::Left(seat));
        }
    }

    /// What is in memory may not be what is kept: everybody comes back to what is.
    fn dissolve(&mut self) -> bool {
        for seat in self.sockets.keys().copied().collect::<Vec<_>>() {
            self.end(seat, End::Broken);
        }
        let mut open = self.rooms.open();
        if open.get(&self.text.uuid()).is_some_and(|room| room.same_channel(&self.me)) {
            open.remove(&self.text.uuid());
        }
        false
    }
}

async fn load(of: &Inner, text: TextId) -> Result<(Room, usize)> {
    if let TextId::Minutes(dialogue) = text {
        minutes_text::open_text(&of.pool, &of.env, &Yjs, dialogue).await?;
    }
    let kept = writing::store::kept(&of.pool, text.uuid()).await?;
    // Asked afterwards: of every change that is there, it is known whose it is.
    let known = store::known(&of.pool, text.uuid()).await?;
    let unfolded = kept.changes.len();
    let open = move || Room::open(kept.snapshot.as_deref(), kept.changes.iter().map(Vec::as_slice), known);
    let room = tokio::task::spawn_blocking(open)
        .await
        .map_err(sala_kernel::Error::internal)?
        .map_err(sala_kernel::Error::internal)?;
    Ok((if matches!(text, TextId::Minutes(_)) { room.of_minutes() } else { room }, unfolded))
}

async fn arrived(pool: &Pool, text: TextId, ids: &[i64]) -> Result<(Known, Vec<Bytes>)> {
    let changes = store::fetch(pool, ids).await?;
    Ok((store::known(pool, text.uuid()).await?, changes))
}

async fn folded(pool: &Pool, text: TextId) {
    if let Err(error) = store::fold(pool, text.uuid()).await {
        tracing::warn!(%error, "a text's changes stay unfolded for now");
    }
}
