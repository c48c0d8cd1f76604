//! Random plans: people write, sleep, lose the network; nodes lose their memory; texts are folded under way. At the
//! end all copies are the same, and nothing that was acknowledged is missing.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    time::{Duration, Instant},
};

use bytes::Bytes;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use sala_collab::{
    room::{Effect, Known, Room, Seat},
    wire::{self, Said},
};
use sala_kernel::PersonId;
use uuid::Uuid;
use yrs::{
    Doc, GetString as _, ReadTxn as _, StateVector, Text as _, Transact as _, Update, XmlElementPrelim,
    XmlFragment as _, XmlOut, XmlTextPrelim, updates::decoder::Decode as _,
};

/// Plans of one run; `SALA_PLANS` asks for more.
fn plans() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "how long a test may run is for whoever runs it")]
    let asked = std::env::var("SALA_PLANS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(100)
}

struct Client {
    doc: Doc,
    /// Node and seat, while connected.
    at: Option<(usize, Seat)>,
    to_server: VecDeque<Bytes>,
    from_server: VecDeque<Bytes>,
    frames: u64,
    /// Tokens and the frame that carried them, not acknowledged yet.
    waiting: Vec<(u64, String)>,
    /// Tokens written while nobody listened: the next connection's first frame carries them.
    offline: Vec<String>,
    acknowledged: BTreeSet<String>,
    written: u32,
}

struct World {
    rng: StdRng,
    now: Instant,
    clients: Vec<Client>,
    nodes: Vec<Room>,
    /// What each node has applied and not kept.
    pending: Vec<Vec<(Seat, Bytes)>>,
    kept: Vec<Bytes>,
    known: Known,
    people: BTreeMap<Seat, PersonId>,
    seats: u64,
}

/// A document that counts letters as browsers do.
fn editor(client: u64) -> Doc {
    let mut options = yrs::Options::with_client_id(yrs::ClientID::new(client));
    options.offset_kind = yrs::OffsetKind::Utf16;
    options.cleanup_formatting = false;
    Doc::with_options(options)
}

fn text_of(doc: &Doc) -> String {
    let fragment = doc.get_or_insert_xml_fragment("en");
    fragment.get_string(&doc.transact())
}

impl World {
    fn new(seed: u64) -> Self {
        let first = editor(1);
        let fragment = first.get_or_insert_xml_fragment("en");
        {
            let mut txn = first.transact_mut();
            for _ in 0..2 {
                let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
                paragraph.push_back(&mut txn, XmlTextPrelim::new("."));
            }
        }
        let kept = vec![Bytes::from(first.transact().encode_state_as_update_v1(&StateVector::default()))];
        let nodes =
            (0..2).map(|_| Room::open(None, kept.iter().map(AsRef::as_ref), Known::default()).unwrap()).collect();
        let clients = (0..4)
            .map(|n| Client {
                doc: editor(100 + n),
                at: None,
                to_server: VecDeque::new(),
                from_server: VecDeque::new(),
                frames: 0,
                waiting: Vec::new(),
                offline: Vec::new(),
                acknowledged: BTreeSet::new(),
                written: 0,
            })
            .collect();
        Self {
            rng: StdRng::seed_from_u64(seed),
            now: Instant::now(),
            clients,
            nodes,
            pending: vec![Vec::new(), Vec::new()],
            kept,
            known: Known::default(),
            people: BTreeMap::new(),
            seats: 0,
        }
    }

    fn carry_out(&mut self, node: usize, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(seat, message) => {
                    if let Some(client) = self.clients.iter_mut().find(|c| c.at == Some((node, seat))) {
                        client.from_server.push_back(message);
                    }
                }
                Effect::Keep(seat, _, update) => self.pending[node].push((seat, update)),
                Effect::Tell(_) => {}
                Effect::End(seat, end) => {
                    let who = self.clients.iter().position(|c| c.at == Some((node, seat)));
                    panic!("an honest client is sent away: {who:?} {end:?}")
                }
                Effect::Poisoned => panic!("an honest change poisons the text"),
            }
        }
    }

    fn connect(&mut self, n: usize) {
        if self.clients[n].at.is_some() {
            return;
        }
        let node = self.rng.random_range(0..2);
        self.seats += 1;
        let seat = Seat(self.seats);
        let client = &mut self.clients[n];
        client.at = Some((node, seat));
        client.frames = 0;
        let state = client.doc.transact().state_vector();
        client.to_server.push_back(wire::have(&state));
        let person = PersonId(Uuid::from_u128(n as u128));
        self.people.insert(seat, person);
        let effects = self.nodes[node].enter(seat, person, true, self.now);
        self.carry_out(node, effects);
    }

    fn disconnect(&mut self, n: usize, polite: bool) {
        let Some((node, seat)) = self.clients[n].at.take() else { return };
        let client = &mut self.clients[n];
        client.to_server.clear();
        client.from_server.clear();
        let unsafe_ones: Vec<String> = client.waiting.drain(..).map(|(_, token)| token).collect();
        client.offline.extend(unsafe_ones);
        if polite {
            let effects = self.nodes[node].leave(seat);
            self.carry_out(node, effects);
        }
    }

    /// Writes a word that nobody else writes, or takes a letter away.
    fn edit(&mut self, n: usize) {
        let client = &mut self.clients[n];
        let fragment = client.doc.get_or_insert_xml_fragment("en");
        let (update, token) = {
            let mut txn = client.doc.transact_mut();
            let Some(XmlOut::Element(words)) = fragment.get(&txn, 0) else { return };
            let Some(XmlOut::Element(noise)) = fragment.get(&txn, 1) else { return };
            let (Some(XmlOut::Text(words)), Some(XmlOut::Text(noise))) = (words.get(&txn, 0), noise.get(&txn, 0))
            else {
                return;
            };
            let mut token = None;
            match self.rng.random_range(0..4) {
                0 if noise.len(&txn) > 2 => noise.remove_range(&mut txn, 0, 1),
                1 => noise.insert(&mut txn, 0, "ស"),
                2 => {
                    let length = noise.len(&txn);
                    noise.format(&mut txn, 0, length, [("bold".into(), yrs::Any::from(true))].into());
                }
                _ => {
                    client.written += 1;
                    let word = format!("<{n}.{}>", client.written);
                    // At the end: a word is never cut by another.
                    let at = words.len(&txn);
                    words.insert(&mut txn, at, &word);
                    token = Some(word);
                }
            }
            (txn.encode_update_v1(), token)
        };
        if client.at.is_some() {
            client.to_server.push_back(wire::update(&update));
            client.frames += 1;
            client.waiting.extend(token.map(|token| (client.frames, token)));
        } else {
            client.offline.extend(token);
        }
    }

    fn deliver_up(&mut self, n: usize) {
        let Some((node, seat)) = self.clients[n].at else { return };
        let Some(message) = self.clients[n].to_server.pop_front() else { return };
        self.now += Duration::from_millis(20);
        let effects = self.nodes[node].hear(seat, &message, self.now);
        self.carry_out(node, effects);
    }

    fn deliver_down(&mut self, n: usize) {
        let client = &mut self.clients[n];
        let Some(message) = client.from_server.pop_front() else { return };
        if message[0] == wire::SAFE {
            let mut cursor = yrs::encoding::read::Cursor::new(&message[1..]);
            let safe: u64 = yrs::encoding::read::Read::read_var(&mut cursor).unwrap();
            let (done, left) = client.waiting.drain(..).partition(|(frame, _)| *frame <= safe);
            client.waiting = left;
            let done: Vec<(u64, String)> = done;
            client.acknowledged.extend(done.into_iter().map(|(_, token)| token));
            return;
        }
        match wire::read(&message).unwrap() {
            Said::Have(state) => {
                let update = client.doc.transact().encode_state_as_update_v1(&state);
                client.to_server.push_back(wire::missing(&update));
                client.frames += 1;
                let frame = client.frames;
                // Everything written so far is in it.
                let offline: Vec<String> = client.offline.drain(..).collect();
                client.waiting.extend(offline.into_iter().map(|token| (frame, token)));
            }
            Said::Update(update) => {
                client.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
            }
            Said::Presence(_) | Said::AskPresence => {}
        }
    }

    /// The database keeps what a node has gathered; the other node hears of it.
    fn keep(&mut self, node: usize) {
        let batch = std::mem::take(&mut self.pending[node]);
        let changes: Vec<Bytes> = batch.iter().map(|(_, u)| u.clone()).filter(|u| !u.is_empty()).collect();
        self.kept.extend(changes.iter().cloned());
        for (seat, update) in batch.iter().filter(|(_, update)| !update.is_empty()) {
            for client in sala_collab::inspect::look(update).unwrap().until.into_keys() {
                self.known.owners.entry(client).or_insert(self.people[seat]);
            }
        }
        self.nodes[1 - node].learned(self.known.clone());
        let effects = self.nodes[node].kept(&batch);
        self.carry_out(node, effects);
        let effects = self.nodes[1 - node].arrived(&changes);
        self.carry_out(1 - node, effects);
    }

    /// What is kept is passed on, some time later.
    fn flush(&mut self, node: usize) {
        let effects = self.nodes[node].flush();
        self.carry_out(node, effects);
    }

    fn crash(&mut self, node: usize) {
        for n in 0..self.clients.len() {
            if self.clients[n].at.is_some_and(|(at, _)| at == node) {
                self.disconnect(n, false);
            }
        }
        self.pending[node].clear();
        self.nodes[node] = Room::open(None, self.kept.iter().map(AsRef::as_ref), self.known.clone()).unwrap();
    }

    fn fold(&mut self) {
        let whole = Room::open(None, self.kept.iter().map(AsRef::as_ref), Known::default()).unwrap().whole();
        if let Some(whole) = whole {
            self.kept = vec![whole.into()];
        }
    }

    fn fall_behind(&mut self, n: usize) {
        let Some((node, seat)) = self.clients[n].at else { return };
        // Everything on its way is dropped as if it had not fitted; the room is told what the client had.
        let had = self.clients[n].doc.transact().state_vector();
        let lost = self.clients[n].from_server.iter().any(|m| !matches!(wire::read(m), Ok(Said::Have(_))));
        if !lost {
            return;
        }
        self.clients[n].from_server.retain(|m| matches!(wire::read(m), Ok(Said::Have(_))));
        self.nodes[node].fell_behind(seat, &had);
        let effects = self.nodes[node].caught_up(seat, self.now);
        self.carry_out(node, effects);
    }

    fn step(&mut self) {
        let n = self.rng.random_range(0..self.clients.len());
        let node = self.rng.random_range(0..2);
        match self.rng.random_range(0..100) {
            0..30 => self.edit(n),
            30..52 => self.deliver_up(n),
            52..74 => self.deliver_down(n),
            74..80 => self.keep(node),
            80..84 => self.flush(node),
            84..92 => self.connect(n),
            92..96 => self.disconnect(n, true),
            96..97 => self.crash(node),
            97..98 => self.fall_behind(n),
            _ => self.fold(),
        }
    }

    fn quiesce(&mut self) {
        for n in 0..self.clients.len() {
            self.connect(n);
        }
        loop {
            let mut quiet = true;
            for n in 0..self.clients.len() {
                while !self.clients[n].to_server.is_empty() || !self.clients[n].from_server.is_empty() {
                    quiet = false;
                    self.deliver_up(n);
                    self.deliver_down(n);
                }
            }
            for node in 0..2 {
                if !self.pending[node].is_empty() || self.nodes[node].waits() {
                    quiet = false;
                    self.keep(node);
                    self.flush(node);
                }
            }
            if quiet {
                return;
            }
        }
    }
}

#[test]
fn whatever_happens_all_copies_agree_and_nothing_acknowledged_is_lost() {
    for seed in 0..plans() {
        let mut world = World::new(seed);
        for _ in 0..400 {
            world.step();
        }
        world.quiesce();
        let whole = Room::open(None, world.kept.iter().map(AsRef::as_ref), Known::default()).unwrap().whole().unwrap();
        let last = editor(2);
        last.get_or_insert_xml_fragment("en");
        last.transact_mut().apply_update(Update::decode_v1(&whole).unwrap()).unwrap();
        let text = text_of(&last);
        for (n, client) in world.clients.iter().enumerate() {
            assert_eq!(text_of(&client.doc), text, "seed {seed}: client {n}");
            assert!(client.waiting.is_empty() && client.offline.is_empty(), "seed {seed}: client {n} waits for ever");
            for token in &client.acknowledged {
                assert!(text.contains(token), "seed {seed}: {token} was acknowledged and is gone");
            }
            assert_eq!(client.acknowledged.len(), usize::try_from(client.written).unwrap(), "seed {seed}: client {n}");
        }
    }
}
