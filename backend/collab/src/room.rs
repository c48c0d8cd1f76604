//! One open text, as a pure machine: what somebody said goes in, what is to be
//! done comes out. It knows no socket, no database and no clock.
//!
//! A change goes three steps: looked through and applied ([`Effect::Keep`]),
//! kept by the database ([`Room::kept`]), and only then passed on to others and
//! acknowledged to its author. A client that cannot keep up misses messages,
//! never changes: once it has read what it was owed, it gets what it lacks in
//! one ([`Room::caught_up`]).

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use bytes::Bytes;
use sala_kernel::PersonId;
use yrs::{
    Doc, ReadTxn as _, StateVector, Transact as _, Update, WriteTxn as _,
    updates::{decoder::Decode as _, encoder::Encode as _},
};

use crate::{
    body::HUB,
    inspect::{self, Refused},
    presence::{self, Present},
    wire::{self, Said},
};

/// The longest message of a client.
pub const MESSAGE_MOST: usize = 1024 * 1024;
/// The largest text, with its history of deletions.
const TEXT_MOST: usize = 32 * 1024 * 1024;
/// The minutes of a day, with their history: what is told of them is read whole.
const MINUTES_MOST: usize = 2 * 1024 * 1024;
/// Parts that may wait for what came before them.
const WAITING_MOST: usize = 10_000;
/// Suggestions that one text may ever hold.
const SUGGESTIONS_MOST: usize = 50_000;
/// Messages a client may send at once, and each second after that.
const BURST: u32 = 400;
const A_SECOND: f64 = 120.0;

/// A place in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat(pub u64);

/// How somebody's stay ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The message cannot be read, or says what has no place here.
    BadRequest,
    /// They may read, not write; or not any more.
    ReadOnly,
    /// The text has grown as large as it may.
    TooLarge,
    /// Too many messages: come back later.
    TooFast,
    /// Something broke here, and nothing of what was not acknowledged is kept: come back and send it again.
    Broken,
}

impl End {
    /// The close code. Clients take 4400 to 4499 for final and come back after all others.
    pub const fn code(self) -> u16 {
        match self {
            Self::BadRequest => 4400,
            Self::ReadOnly => 4403,
            Self::TooLarge => 4413,
            Self::TooFast => 4529,
            Self::Broken => 4500,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send this to somebody.
    Send(Seat, Bytes),
    /// Keep this change of somebody's, in this order, and tell [`Room::kept`]; an empty one only keeps its place in the
    /// order.
    Keep(Seat, PersonId, Bytes),
    /// Tell the other nodes who is where.
    Tell(Bytes),
    /// End somebody's stay.
    End(Seat, End),
    /// The text in memory may not be what it should: drop it and load it anew.
    Poisoned,
}

#[derive(Debug)]
struct Member {
    person: PersonId,
    writes: bool,
    present: Option<Present>,
    /// Messages of theirs that are kept.
    safe: u64,
    /// What they had when they fell behind.
    behind: Option<StateVector>,
    allowance: f64,
    counted: Instant,
}

/// What is known of a text beside its words.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Whose each client is that has written.
    pub owners: BTreeMap<u64, PersonId>,
    /// Suggestions that their authors have made.
    pub suggestions: BTreeSet<String>,
}

impl Known {
    fn extend(&mut self, more: Self) {
        self.owners.extend(more.owners);
        self.suggestions.extend(more.suggestions);
    }
}

/// One open text.
#[derive(Debug)]
pub struct Room {
    doc: Doc,
    members: BTreeMap<Seat, Member>,
    /// Clients of other nodes, and when they were last heard of.
    elsewhere: BTreeMap<u64, (Present, Instant)>,
    /// What everybody has who keeps up.
    safe: StateVector,
    known: Known,
    /// Parts of clients' writing that wait for what came before them: client, from, until.
    waiting: Vec<(u64, u32, u32)>,
    /// Changes given out to be kept, and how many of them are.
    given: u64,
    kept: u64,
    /// Answers that hold changes which are still to be kept: nobody has what may yet be lost.
    held: Vec<(u64, Seat, Bytes)>,
    /// Kept changes that are still to be passed on, and who made them here.
    out: Vec<(Option<Seat>, Bytes)>,
    bytes: usize,
    /// It holds the points of minutes, and not the two texts of a paper.
    of_minutes: bool,
}

/// How long somebody on another node is shown without a word from them.
const FORGOTTEN: Duration = Duration::from_secs(45);

impl Room {
    /// Opens a text from its kept changes; from a snapshot, in which nothing waits, and what came after it.
    pub fn open<'u>(
        snapshot: Option<&'u [u8]>,
        kept: impl IntoIterator<Item = &'u [u8]>,
        known: Known,
    ) -> Result<Self, Refused> {
        let doc = empty();
        let mut bytes = 0;
        let mut parts = Vec::new();
        if let Some(update) = snapshot {
            bytes += update.len();
            apply(&doc, update)?;
        }
        for update in kept {
            bytes += update.len();
            parts.push(inspect::look(update)?);
            apply(&doc, update)?;
        }
        let safe = doc.transact().state_vector();
        let mut room = Self {
            doc,
            members: BTreeMap::new(),
            elsewhere: BTreeMap::new(),
            safe,
            known,
            waiting: Vec::new(),
            given: 0,
            kept: 0,
            held: Vec::new(),
            out: Vec::new(),
            bytes,
            of_minutes: false,
        };
        for seen in &parts {
            room.note(seen);
        }
        Ok(room)
    }

    /// The same for the points of minutes.
    #[must_use]
    pub fn of_minutes(self) -> Self {
        Self { of_minutes: true, ..self }
    }

    /// The whole text in one update; nothing while a part of it waits for what came before it.
    pub fn whole(&self) -> Option<Vec<u8>> {
        let txn = self.doc.transact();
        let waits = txn.has_missing_updates() || !self.waiting.is_empty();
        (!waits).then(|| txn.encode_diff_v1(&StateVector::default()))
    }

    /// What somebody lacks who has so much. What waits for what came before it goes in an update of its own: put together
    /// with the rest, the library may leave parts of it out.
    fn missing(&self, has: &StateVector) -> Vec<Vec<u8>> {
        let mut updates = vec![self.doc.transact().encode_diff_v1(has)];
        if self.doc.transact().has_missing_updates() {
            let mut txn = self.doc.transact_mut();
            if let Some(waiting) = txn.prune_pending() {
                updates.push(waiting.encode_v1());
                // It was taken in before, and is again.
                let _ = txn.apply_update(waiting);
            }
        }
        updates
    }

    /// Nobody is here.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Everybody here.
    pub fn seats(&self) -> impl Iterator<Item = (Seat, PersonId, bool)> {
        self.members.iter().map(|(seat, member)| (*seat, member.person, member.writes))
    }

    /// Somebody comes in.
    pub fn enter(&mut self, seat: Seat, person: PersonId, writes: bool, now: Instant) -> Vec<Effect> {
        let member =
            Member { person, writes, present: None, safe: 0, behind: None, allowance: f64::from(BURST), counted: now };
        self.members.insert(seat, member);
        let mut effects = Vec::new();
        if writes {
            // Whoever only reads has nothing that the hub could lack.
            effects.push(Effect::Send(seat, wire::have(&self.doc.transact().state_vector())));
        }
        effects.extend(self.who(now).map(|present| Effect::Send(seat, present)));
        effects
    }

    /// Somebody goes.
    pub fn leave(&mut self, seat: Seat) -> Vec<Effect> {
        let Some(member) = self.members.remove(&seat) else { return Vec::new() };
        let Some(present) = member.present else { return Vec::new() };
        self.show(&Present { clock: present.clock.saturating_add(1), state: None, ..present })
    }

    /// Somebody says something.
    pub fn hear(&mut self, seat: Seat, message: &[u8], now: Instant) -> Vec<Effect> {
        let Some(member) = self.members.get_mut(&seat) else { return Vec::new() };
        if !member.allows(message.len(), now) {
            return vec![Effect::End(seat, End::TooFast)];
        }
        match wire::read(message) {
            Err(_) => vec![Effect::End(seat, End::BadRequest)],
            Ok(Said::Have(state)) => self.answer(seat, &state),
            Ok(Said::Update(update)) => self.update(seat, update),
            Ok(Said::Presence(present)) => self.presence(seat, present),
            Ok(Said::AskPresence) => self.who(now).map(|present| Effect::Send(seat, present)).into_iter().collect(),
        }
    }

    fn answer(&mut self, seat: Seat, state: &StateVector) -> Vec<Effect> {
        let mut updates = self.missing(state).into_iter();
        let mut effects = updates.next().map_or_else(Vec::new, |first| self.once_kept(seat, wire::missing(&first)));
        for update in updates {
            effects.extend(self.once_kept(seat, wire::update(&update)));
        }
        effects
    }

    /// Sends what was made of the whole text as soon as all of it is kept.
    fn once_kept(&mut self, seat: Seat, message: Bytes) -> Vec<Effect> {
        if self.given == self.kept {
            return vec![Effect::Send(seat, message)];
        }
        self.held.push((self.given, seat, message));
        Vec::new()
    }

    fn keep(&mut self, seat: Seat, update: Bytes) -> Vec<Effect> {
        let Some(person) = self.members.get(&seat).map(|member| member.person) else { return Vec::new() };
        self.given += 1;
        vec![Effect::Keep(seat, person, update)]
    }

    fn update(&mut self, seat: Seat, update: &[u8]) -> Vec<Effect> {
        let refuse = |end| vec![Effect::End(seat, end)];
        let Ok(seen) = inspect::look(update) else { return refuse(End::BadRequest) };
        if seen.is_nothing() {
            return self.keep(seat, Bytes::new());
        }
        let Some(person) = self.members.get(&seat).filter(|member| member.writes).map(|member| member.person) else {
            return refuse(End::ReadOnly);
        };
        let has = self.doc.transact().state_vector();
        let foreign = seen.ranges.iter().any(|(client, from, until)| {
            (*client == HUB || self.known.owners.get(client).is_some_and(|owner| *owner != person))
                && !self.knows(&has, *client, *from, *until)
        });
        if foreign {
            // Something new under a client of somebody else, or of the hub itself. An honest client sends that only when another node has it
            // and this one is still to hear of it: it comes back in a moment.
            return refuse(End::Broken);
        }
        // A suggestion is made by its author alone. Others may move one that was made: whoever splits a paragraph writes
        // its second half anew, suggestions and all.
        let forged = |name: &String| {
            inspect::suggested_by(name) != Some(person) && !self.known.suggestions.contains(name.as_str())
        };
        if seen.suggestions.iter().any(forged) {
            return refuse(End::BadRequest);
        }
        if if self.of_minutes { seen.of_papers } else { seen.of_minutes } {
            return refuse(End::BadRequest);
        }
        if self.bytes + update.len() > if self.of_minutes { MINUTES_MOST } else { TEXT_MOST }
            || self.known.suggestions.len() + seen.suggestions.len() > SUGGESTIONS_MOST
        {
            return refuse(End::TooLarge);
        }
        if self.waiting.len() > WAITING_MOST {
            return refuse(End::Broken);
        }
        match catch_unwind(AssertUnwindSafe(|| apply(&self.doc, update))) {
            Ok(Ok(())) => {
                self.bytes += update.len();
                // A client belongs to whoever first wrote under it.
                for client in seen.until.keys().filter(|client| has.get(&yrs::ClientID::new(**client)) == 0) {
                    self.known.owners.entry(*client).or_insert(person);
                }
                self.note(&seen);
                self.known.suggestions.extend(seen.suggestions);
                self.keep(seat, Bytes::copy_from_slice(update))
            }
            // A sound message that the library will not have may have been half applied.
            Ok(Err(_)) | Err(_) => vec![Effect::End(seat, End::BadRequest), Effect::Poisoned],
        }
    }

    /// Whether a part of what a client wrote is here, if only waiting for what came before it.
    fn knows(&self, has: &StateVector, client: u64, from: u32, until: u32) -> bool {
        let mut from = from.max(has.get(&yrs::ClientID::new(client)));
        let mut parts: Vec<(u32, u32)> =
            self.waiting.iter().filter(|(of, ..)| *of == client).map(|(_, f, u)| (*f, *u)).collect();
        parts.sort_unstable();
        for (begins, ends) in parts {
            if begins <= from {
                from = from.max(ends);
            }
        }
        until <= from
    }

    /// Notes what waits for what came before it.
    fn note(&mut self, seen: &inspect::Seen) {
        let has = self.doc.transact().state_vector();
        let missing = |(client, _, until): &(u64, u32, u32)| *until > has.get(&yrs::ClientID::new(*client));
        self.waiting.retain(missing);
        self.waiting.extend(seen.ranges.iter().copied().filter(missing));
    }

    fn presence(&mut self, seat: Seat, message: &[u8]) -> Vec<Effect> {
        let Some(member) = self.members.get_mut(&seat) else { return Vec::new() };
        let Ok(present) = presence::read(message) else { return vec![Effect::End(seat, End::BadRequest)] };
        // A client also passes on whom it believes gone: only what it says of itself counts.
        let own = match &member.present {
            Some(own) => present.into_iter().find(|p| p.client == own.client),
            None => present.into_iter().find(|p| p.state.is_some()),
        };
        let Some(mut own) = own else { return Vec::new() };
        own.state = match own.state.map(|state| presence::stamped(&state, member.person)).transpose() {
            Ok(state) => state,
            Err(_) => return vec![Effect::End(seat, End::BadRequest)],
        };
        let taken = self.members.iter().any(|(other, m)| {
            *other != seat && m.present.as_ref().is_some_and(|p| p.client == own.client && p.state.is_some())
        });
        if taken {
            return vec![Effect::End(seat, End::BadRequest)];
        }
        if let Some(member) = self.members.get_mut(&seat) {
            member.present = Some(own.clone());
        }
        self.show(&own)
    }

    /// Shows somebody's place to all, here and elsewhere.
    fn show(&self, present: &Present) -> Vec<Effect> {
        let bytes = presence::write(std::slice::from_ref(present));
        // Its own client, too: who hears nothing for half a minute believes the line dead.
        let mut effects = self.to_all(&wire::presence(&bytes));
        effects.push(Effect::Tell(bytes.into()));
        effects
    }

    /// Somebody is somewhere, says another node.
    pub fn told(&mut self, message: &[u8], now: Instant) -> Vec<Effect> {
        let Ok(present) = presence::read(message) else { return Vec::new() };
        for one in present {
            if one.state.is_some() {
                self.elsewhere.insert(one.client, (one, now));
            } else {
                self.elsewhere.remove(&one.client);
            }
        }
        self.to_all(&wire::presence(message))
    }

    fn who(&mut self, now: Instant) -> Option<Bytes> {
        self.elsewhere.retain(|_, (_, heard)| now.duration_since(*heard) < FORGOTTEN);
        let here = self.members.values().filter_map(|member| member.present.clone());
        let all: Vec<Present> =
            here.chain(self.elsewhere.values().map(|(p, _)| p.clone())).filter(|p| p.state.is_some()).collect();
        (!all.is_empty()).then(|| wire::presence(&presence::write(&all)))
    }

    fn to_all(&self, message: &Bytes) -> Vec<Effect> {
        let members = self.members.iter().filter(|(_, member)| member.behind.is_none());
        members.map(|(seat, _)| Effect::Send(*seat, message.clone())).collect()
    }

    /// These changes are kept, in this order: their authors are told at once, others with the next [`Room::flush`].
    pub fn kept(&mut self, batch: &[(Seat, Bytes)]) -> Vec<Effect> {
        let changes = batch.iter().filter(|(_, update)| !update.is_empty());
        self.out.extend(changes.map(|(seat, update)| (Some(*seat), update.clone())));
        let mut effects = Vec::new();
        let mut told: BTreeMap<Seat, u64> = BTreeMap::new();
        for (seat, _) in batch {
            if let Some(member) = self.members.get_mut(seat) {
                member.safe += 1;
                told.insert(*seat, member.safe);
            }
        }
        self.kept += u64::try_from(batch.len()).unwrap_or(0);
        let (now, later) = std::mem::take(&mut self.held).into_iter().partition(|(given, ..)| *given <= self.kept);
        self.held = later;
        let now: Vec<(u64, Seat, Bytes)> = now;
        // First what was asked: who hears that all is kept before that would take their text for whole.
        effects.extend(now.into_iter().map(|(_, seat, message)| Effect::Send(seat, message)));
        effects.extend(told.into_iter().map(|(seat, safe)| Effect::Send(seat, wire::safe(safe))));
        effects
    }

    /// What the database knows of the text beside its words.
    pub fn learned(&mut self, known: Known) {
        self.known.extend(known);
    }

    /// Changes that another node has kept.
    pub fn arrived(&mut self, changes: &[Bytes]) -> Vec<Effect> {
        for change in changes {
            self.bytes += change.len();
            let applied = catch_unwind(AssertUnwindSafe(|| apply(&self.doc, change)));
            if !matches!(applied, Ok(Ok(()))) {
                return vec![Effect::Poisoned];
            }
            if let Ok(seen) = inspect::look(change) {
                self.note(&seen);
                self.known.suggestions.extend(seen.suggestions);
            }
        }
        self.out.extend(changes.iter().map(|change| (None, change.clone())));
        Vec::new()
    }

    /// Everything that is kept: some of it may have gone by unheard.
    pub fn reloaded(&mut self, all: &[Bytes]) -> Vec<Effect> {
        let before = self.bytes;
        let effects = self.arrived(all);
        self.bytes = before.max(all.iter().map(Bytes::len).sum());
        effects
    }

    /// Kept changes wait to be passed on.
    pub fn waits(&self) -> bool {
        !self.out.is_empty()
    }

    /// How long kept changes may gather before they are passed on: what costs is the message to each, so that the more
    /// are here, the more goes into one. No longer than the eye takes for at once.
    pub fn pace(&self) -> Duration {
        Duration::from_millis(match self.members.len() {
            0..=8 => 0,
            9..=40 => 12,
            _ => 28,
        })
    }

    /// Passes on what is kept, in one message to each.
    pub fn flush(&mut self) -> Vec<Effect> {
        let out = std::mem::take(&mut self.out);
        let effects = match out.as_slice() {
            [] => return Vec::new(),
            [(author, one)] => self.update_to(&wire::update(one), *author),
            // Changes with a gap between them are not put together: the library may leave parts of them out.
            several if !self.waiting.is_empty() => {
                several.iter().flat_map(|(author, one)| self.update_to(&wire::update(one), *author)).collect()
            }
            several => match yrs::merge_updates_v1(several.iter().map(|(_, change)| change)) {
                Ok(merged) => {
                    let first = several.first().and_then(|(author, _)| *author);
                    let alone = several.iter().all(|(author, _)| *author == first);
                    self.update_to(&wire::update(&merged), first.filter(|_| alone))
                }
                Err(_) => vec![Effect::Poisoned],
            },
        };
        for seen in out.iter().filter_map(|(_, change)| inspect::look(change).ok()) {
            for (client, until) in seen.until {
                self.safe.set_max(yrs::ClientID::new(client), until);
            }
        }
        effects
    }

    /// To everybody but the one who made it.
    fn update_to(&self, message: &Bytes, author: Option<Seat>) -> Vec<Effect> {
        let others = self.members.iter().filter(|(seat, member)| Some(**seat) != author && member.behind.is_none());
        others.map(|(seat, _)| Effect::Send(*seat, message.clone())).collect()
    }

    /// A message did not fit into what somebody is owed. `before`: what [`Room::safe`] was before it was made.
    pub fn fell_behind(&mut self, seat: Seat, before: &StateVector) {
        if let Some(member) = self.members.get_mut(&seat) {
            member.behind.get_or_insert_with(|| before.clone());
        }
    }

    /// What everybody who keeps up has at the least.
    pub fn safe(&self) -> StateVector {
        self.safe.clone()
    }

    /// Somebody who fell behind has read everything: they get what they lack in one.
    pub fn caught_up(&mut self, seat: Seat, now: Instant) -> Vec<Effect> {
        let Some(member) = self.members.get_mut(&seat) else { return Vec::new() };
        let Some(had) = member.behind.take() else { return Vec::new() };
        let safe = wire::safe(member.safe);
        let mut effects = Vec::new();
        for update in self.missing(&had) {
            effects.extend(self.once_kept(seat, wire::update(&update)));
        }
        effects.push(Effect::Send(seat, safe));
        effects.extend(self.who(now).map(|present| Effect::Send(seat, present)));
        effects
    }
}

impl Member {
    /// A message counts for more the longer it is.
    fn allows(&mut self, length: usize, now: Instant) -> bool {
        let since = now.duration_since(self.counted).as_secs_f64();
        let cost = 1 + u32::try_from(length / 8192).unwrap_or(u32::MAX);
        self.allowance = (self.allowance + since * A_SECOND).min(f64::from(BURST)) - f64::from(cost);
        self.counted = now;
        self.allowance >= 0.0
    }
}

/// An empty text that changes nothing of its own accord: the library would tidy marks up while it applies changes of
/// others, and take away what no client knows to be gone.
pub(crate) fn empty() -> Doc {
    let doc = empty_of(0);
    for name in inspect::TEXTS {
        doc.get_or_insert_xml_fragment(name);
    }
    doc
}

/// The same without its two texts, for somebody who writes.
pub(crate) fn empty_of(client: u64) -> Doc {
    let mut options = yrs::Options::with_client_id(yrs::ClientID::new(client));
    options.cleanup_formatting = false;
    Doc::with_options(options)
}

fn apply(doc: &Doc, update: &[u8]) -> Result<(), Refused> {
    let update = Update::decode_v1(update).map_err(|_| Refused::Malformed)?;
    doc.transact_mut().apply_update(update).map_err(|_| Refused::Malformed)
}
