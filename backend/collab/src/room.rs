//! One open text, as a pure machine: what somebody said goes in, what is to be
//! done comes out. It knows no socket, no database and no clock.
//!
//! A change goes three steps: looked through and applied ([`Effect::Keep`]),
//! kept by the database ([`Room::kept`]), and only then passed on to others and
//! acknowledged to its author. A client that cannot keep up misses messages,
//! never changes: once it has read what it was owed, it gets what it lacks in
//! one ([`Room::caught_up`]).

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use bytes::Bytes;
use sala_kernel::PersonId;
use yrs::{Doc, ReadTxn as _, StateVector, Transact as _, Update, updates::decoder::Decode as _};

use crate::{
    inspect::{self, Refused},
    presence::{self, Present},
    wire::{self, Said},
};

/// The longest message of a client.
pub const MESSAGE_MOST: usize = 1024 * 1024;
/// The largest text, with its history of deletions.
const TEXT_MOST: usize = 32 * 1024 * 1024;
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
    /// Keep this change, in this order, and tell [`Room::kept`]; an empty one only keeps its place in the order.
    Keep(Seat, Bytes),
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

/// One open text.
#[derive(Debug)]
pub struct Room {
    doc: Doc,
    members: BTreeMap<Seat, Member>,
    /// Clients of other nodes, and when they were last heard of.
    elsewhere: BTreeMap<u64, (Present, Instant)>,
    /// What the database has.
    safe: StateVector,
    bytes: usize,
}

/// How long somebody on another node is shown without a word from them.
const FORGOTTEN: Duration = Duration::from_secs(45);

impl Room {
    /// Opens a text from its kept changes.
    pub fn open<'u>(kept: impl IntoIterator<Item = &'u [u8]>) -> Result<Self, Refused> {
        let doc = empty();
        let mut bytes = 0;
        for update in kept {
            bytes += update.len();
            apply(&doc, update)?;
        }
        let safe = doc.transact().state_vector();
        Ok(Self { doc, members: BTreeMap::new(), elsewhere: BTreeMap::new(), safe, bytes })
    }

    /// The whole text in one update.
    pub fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
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

    fn answer(&self, seat: Seat, state: &StateVector) -> Vec<Effect> {
        let update = self.doc.transact().encode_state_as_update_v1(state);
        vec![Effect::Send(seat, wire::missing(&update))]
    }

    fn update(&mut self, seat: Seat, update: &[u8]) -> Vec<Effect> {
        let refuse = |end| vec![Effect::End(seat, end)];
        let Ok(seen) = inspect::look(update) else { return refuse(End::BadRequest) };
        if seen.is_nothing() {
            return vec![Effect::Keep(seat, Bytes::new())];
        }
        if !self.members.get(&seat).is_some_and(|member| member.writes) {
            return refuse(End::ReadOnly);
        }
        if self.bytes + update.len() > TEXT_MOST {
            return refuse(End::TooLarge);
        }
        match catch_unwind(AssertUnwindSafe(|| apply(&self.doc, update))) {
            Ok(Ok(())) => {
                self.bytes += update.len();
                vec![Effect::Keep(seat, Bytes::copy_from_slice(update))]
            }
            // A sound message that the library will not have may have been half applied.
            Ok(Err(_)) | Err(_) => vec![Effect::End(seat, End::BadRequest), Effect::Poisoned],
        }
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

    /// These changes are kept, in this order: others see them, their authors are told.
    pub fn kept(&mut self, batch: &[(Seat, Bytes)]) -> Vec<Effect> {
        let changes: Vec<&Bytes> = batch.iter().map(|(_, update)| update).filter(|u| !u.is_empty()).collect();
        let mut effects = self.pass_on(&changes, |seat| batch.iter().all(|(author, _)| *author == seat));
        let mut told: BTreeMap<Seat, u64> = BTreeMap::new();
        for (seat, _) in batch {
            if let Some(member) = self.members.get_mut(seat) {
                member.safe += 1;
                told.insert(*seat, member.safe);
            }
        }
        effects.extend(told.into_iter().map(|(seat, safe)| Effect::Send(seat, wire::safe(safe))));
        effects
    }

    /// Changes that another node has kept.
    pub fn arrived(&mut self, changes: &[Bytes]) -> Vec<Effect> {
        for change in changes {
            self.bytes += change.len();
            let applied = catch_unwind(AssertUnwindSafe(|| apply(&self.doc, change)));
            if !matches!(applied, Ok(Ok(()))) {
                return vec![Effect::Poisoned];
            }
        }
        self.pass_on(&changes.iter().collect::<Vec<_>>(), |_| false)
    }

    /// Everything that is kept: some of it may have gone by unheard.
    pub fn reloaded(&mut self, all: &[Bytes]) -> Vec<Effect> {
        let before = self.bytes;
        let effects = self.arrived(all);
        self.bytes = before.max(all.iter().map(Bytes::len).sum());
        effects
    }

    fn pass_on(&mut self, changes: &[&Bytes], author: impl Fn(Seat) -> bool) -> Vec<Effect> {
        let effects = match changes {
            [] => Vec::new(),
            [one] => self.update_to(&wire::update(one), author),
            several => match yrs::merge_updates_v1(several) {
                Ok(merged) => self.update_to(&wire::update(&merged), author),
                Err(_) => vec![Effect::Poisoned],
            },
        };
        for seen in changes.iter().filter_map(|change| inspect::look(change).ok()) {
            for (client, until) in seen.until {
                self.safe.set_max(yrs::ClientID::new(client), until);
            }
        }
        effects
    }

    fn update_to(&self, message: &Bytes, author: impl Fn(Seat) -> bool) -> Vec<Effect> {
        let others = self.members.iter().filter(|(seat, member)| !author(**seat) && member.behind.is_none());
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
        let update = self.doc.transact().encode_state_as_update_v1(&had);
        let mut effects = vec![Effect::Send(seat, wire::update(&update)), Effect::Send(seat, safe)];
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
    let mut options = yrs::Options::with_client_id(yrs::ClientID::new(0));
    options.cleanup_formatting = false;
    let doc = Doc::with_options(options);
    for name in inspect::TEXTS {
        doc.get_or_insert_xml_fragment(name);
    }
    doc
}

fn apply(doc: &Doc, update: &[u8]) -> Result<(), Refused> {
    let update = Update::decode_v1(update).map_err(|_| Refused::Malformed)?;
    doc.transact_mut().apply_update(update).map_err(|_| Refused::Malformed)
}
