//! One paper written by many at once, beside Hocuspocus with a store; acknowledgements; opening; memory.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use futures_util::{SinkExt as _, StreamExt as _, stream::SplitSink};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{Bytes, Message, client::IntoClientRequest as _, protocol::WebSocketConfig},
};
use yrs::{
    Doc, ReadTxn as _, StateVector, Text as _, Transact as _, Update, XmlElementPrelim, XmlFragment as _,
    XmlTextPrelim, XmlTextRef,
    encoding::{read::Cursor, read::Read as _, write::Write as _},
    updates::decoder::Decode as _,
};

use crate::{
    hub::{Hub, cpu, memory},
    load, peers,
    table::{heading, percentile, row},
};

/// How long each load runs.
const SECONDS: u64 = 12;
/// Listeners that look into what they get; the others count it.
const PROBES: usize = 4;
/// Most edits of one load.
const EDITS: usize = 120_000;

/// Where a paper is served.
#[derive(Debug, Clone)]
struct Target {
    port: u16,
    cookie: String,
    /// The paper's id; the document's name.
    paper: String,
    /// Messages carry the document's name, and nobody acknowledges.
    hocuspocus: bool,
    pid: u32,
    /// Processes that keep what it writes.
    keepers: Vec<u32>,
}

impl Target {
    fn framed(&self, message: &[u8]) -> Message {
        let mut out = Vec::new();
        if self.hocuspocus {
            out.write_string(&self.paper);
        }
        out.extend_from_slice(message);
        Message::Binary(out.into())
    }

    async fn open(&self) -> WebSocketStream<TcpStream> {
        let path = if self.hocuspocus { String::new() } else { format!("collab/{}", self.paper) };
        let mut request = format!("ws://127.0.0.1:{}/{path}", self.port).into_client_request().unwrap();
        request.headers_mut().insert("cookie", self.cookie.parse().unwrap());
        let stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let config = WebSocketConfig::default().read_buffer_size(8192).write_buffer_size(0);
        let (mut socket, _) = client_async_with_config(request, stream, Some(config)).await.unwrap();
        if self.hocuspocus {
            let mut auth = vec![2];
            auth.write_var(0_u32);
            auth.write_string("token");
            socket.send(self.framed(&auth)).await.unwrap();
        }
        socket.send(self.framed(&[0, 0, 1, 0])).await.unwrap();
        socket
    }

    /// The payload of a message, after the document's name.
    fn payload<'m>(&self, message: &'m [u8]) -> &'m [u8] {
        if !self.hocuspocus {
            return message;
        }
        let mut cursor = Cursor::new(message);
        let _ = cursor.read_string();
        message.get(cursor.next..).unwrap_or_default()
    }

    fn spent(&self) -> (f64, f64) {
        (cpu(self.pid), self.keepers.iter().map(|pid| cpu(*pid)).sum())
    }
}

/// When each edit was sent, in nanoseconds since the beginning; 0: not yet.
struct Sent {
    begun: Instant,
    at: Vec<AtomicU64>,
    next: AtomicU64,
}

impl Sent {
    fn new() -> Arc<Self> {
        let at = (0..EDITS).map(|_| AtomicU64::new(0)).collect();
        Arc::new(Self { begun: Instant::now(), at, next: AtomicU64::new(0) })
    }

    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// Milliseconds since an edit was sent.
    fn since(&self, number: usize) -> Option<f64> {
        let at = self.at.get(number)?.load(Ordering::Acquire);
        #[expect(clippy::cast_precision_loss, reason = "nanoseconds of seconds")]
        (at > 0).then(|| self.now().saturating_sub(at) as f64 / 1e6)
    }
}

/// The numbers of the edits in a message: each edit is `@` and eight digits.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes
        .windows(9)
        .filter(|w| w.first() == Some(&b'@'))
        .filter_map(|w| std::str::from_utf8(w.get(1..)?).ok()?.parse().ok())
}

/// Reads all that comes; `probe` notes how late each edit of others is.
async fn listen(target: Target, sent: Arc<Sent>, probe: bool, until: Instant) -> Vec<f64> {
    let mut socket = target.open().await;
    let mut late = Vec::new();
    while let Ok(Some(Ok(message))) = tokio::time::timeout_at(until.into(), socket.next()).await {
        if probe && let Message::Binary(bytes) = message {
            late.extend(numbers(&bytes).filter_map(|number| sent.since(number)));
        }
    }
    late
}

struct Writer {
    target: Target,
    doc: Doc,
    text: XmlTextRef,
    sink: SplitSink<WebSocketStream<TcpStream>, Message>,
}

impl Writer {
    /// A writer with a paragraph of its own, and the task that reads what comes back: how long each acknowledgement took.
    async fn new(
        target: Target,
        client: u64,
        sent: Arc<Sent>,
        until: Instant,
    ) -> (Self, tokio::task::JoinHandle<(Vec<f64>, u64)>) {
        let (sink, mut stream) = target.open().await.split();
        let doc = Doc::with_client_id(client);
        let fragment = doc.get_or_insert_xml_fragment("en");
        let (update, text) = {
            let mut txn = doc.transact_mut();
            let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
            let text = paragraph.push_back(&mut txn, XmlTextPrelim::new("."));
            (txn.encode_update_v1(), text)
        };
        let mut writer = Self { target: target.clone(), doc, text, sink };
        writer.send(&update).await;
        let reader = tokio::spawn(async move {
            let (mut took, mut got, mut last) = (Vec::new(), 0, 1);
            // Edits of this writer in the order they were sent.
            while let Ok(Some(Ok(message))) = tokio::time::timeout_at(until.into(), stream.next()).await {
                let Message::Binary(bytes) = message else { continue };
                got += 1;
                if !target.hocuspocus && bytes.first() == Some(&100) {
                    let mut cursor = Cursor::new(bytes.get(1..).unwrap_or_default());
                    let safe: u64 = cursor.read_var().unwrap_or(0);
                    took.extend((last..safe).filter_map(|n| sent.since(own(client, n))));
                    last = last.max(safe);
                }
            }
            (took, got)
        });
        (writer, reader)
    }

    async fn send(&mut self, update: &[u8]) {
        let mut message = vec![0, 2];
        message.write_buf(update);
        let _ = self.sink.send(self.target.framed(&message)).await;
    }

    async fn write(&mut self, number: usize, sent: &Sent) {
        let update = {
            let mut txn = self.doc.transact_mut();
            let end = self.text.len(&txn);
            self.text.insert(&mut txn, end, &format!("@{number:08}"));
            txn.encode_update_v1()
        };
        if let Some(at) = sent.at.get(number) {
            at.store(sent.now(), Ordering::Release);
        }
        self.send(&update).await;
    }
}

/// The number of a writer's n-th edit, when each has a block of its own.
fn own(client: u64, n: u64) -> usize {
    usize::try_from((client - 1000) * 200 + n - 1).unwrap_or(usize::MAX)
}

struct Outcome {
    late: Vec<f64>,
    acks: Vec<f64>,
    edits: u64,
    /// Milliseconds of processor for each edit: of the server, of what keeps its data.
    cpu: (f64, f64),
}

/// Some write, each so many times a second; others listen.
async fn run(targets: &[Target], writers: usize, a_second: f64, listeners: usize) -> Outcome {
    let sent = Sent::new();
    let settle = Duration::from_millis(1500 + 12 * u64::try_from(writers + listeners).unwrap());
    let begins = Instant::now() + settle;
    let ends = begins + Duration::from_secs(SECONDS);
    let until = ends + Duration::from_secs(3);
    let target = |n: usize| targets.get(n % targets.len()).unwrap().clone();
    let mut ears = Vec::new();
    for n in 0..listeners.max(PROBES) {
        ears.push(tokio::spawn(listen(target(n), Arc::clone(&sent), n < PROBES, until)));
    }
    let (mut hands, mut readers) = (Vec::new(), Vec::new());
    for n in 0..writers {
        let client = 1000 + u64::try_from(n).unwrap();
        let (mut writer, reader) = Writer::new(target(n), client, Arc::clone(&sent), until).await;
        readers.push(reader);
        let sent = Arc::clone(&sent);
        hands.push(tokio::spawn(async move {
            let pause = Duration::from_secs_f64(1.0 / a_second);
            // Not all in the same instant.
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let mut at = begins + pause.mul_f64(n as f64 / writers as f64);
            let mut made = 0;
            while at < ends {
                tokio::time::sleep_until(at.into()).await;
                made += 1;
                writer.write(own(client, made), &sent).await;
                at += pause;
            }
            sent.next.fetch_add(made, Ordering::Relaxed);
            writer
        }));
    }
    tokio::time::sleep_until(begins.into()).await;
    let before = targets.first().unwrap().spent();
    tokio::time::sleep_until(ends.into()).await;
    let after = targets.first().unwrap().spent();
    let mut kept = Vec::new();
    for hand in hands {
        kept.push(hand.await.unwrap());
    }
    let (mut late, mut acks) = (Vec::new(), Vec::new());
    for ear in ears {
        late.extend(ear.await.unwrap());
    }
    for reader in readers {
        acks.extend(reader.await.unwrap().0);
    }
    let edits = sent.next.load(Ordering::Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let each = |seconds: f64| seconds * 1000.0 / edits.max(1) as f64;
    Outcome { late, acks, edits, cpu: (each(after.0 - before.0), each(after.1 - before.1)) }
}

fn ms(values: &mut [f64], share: f64) -> String {
    if values.is_empty() { "nothing arrived".into() } else { format!("{:.1} ms", percentile(values, share)) }
}

async fn started(hub: &Hub, cookie: &str, network: &str, title: &str) -> String {
    let body = serde_json::json!({
        "query": "mutation($i: StartPaperInput!) { startPaper(input: $i) { paper { id } } }",
        "variables": { "i": { "network": network, "textType": "POSITION_PAPER", "sourceLanguage": "EN", "paper": {
            "title": { "en": title }, "summary": {}, "authorMode": "SIGNATORIES", "authoritativeLanguage": "EN", "sensitivity": "MEMBERS" } } } });
    let answer: serde_json::Value =
        serde_json::from_slice(&load::post(hub.port, cookie, body.to_string()).await.body).unwrap();
    answer
        .pointer("/data/startPaper/paper/id")
        .and_then(|id| id.as_str())
        .unwrap_or_else(|| panic!("{answer}"))
        .to_owned()
}

/// Measures and prints.
pub async fn measure(hub: &Hub, peers: &Path) {
    let cookie = hub.sign_in("dara").await;
    let ask = r#"{"query":"{ networks { id } }"}"#;
    let seen: serde_json::Value = serde_json::from_slice(&load::post(hub.port, &cookie, ask).await.body).unwrap();
    let network = seen.pointer("/data/networks/0/id").unwrap().as_str().unwrap().to_owned();
    let target = |paper: String| Target {
        port: hub.port,
        cookie: cookie.clone(),
        paper,
        hocuspocus: false,
        pid: hub.pid(),
        keepers: hub.database(),
    };
    heading("One paper, 10 writers at 10 edits a second each, 200 listeners");
    let mut few = run(&[target(started(hub, &cookie, &network, "Few").await)], 10, 10.0, 200).await;
    row("Sala: processor for each edit, durable", &format!("{:.2} ms", few.cpu.0), "0.5 ms");
    row("  and PostgreSQL's for keeping it", &format!("{:.2} ms", few.cpu.1), "-");
    row("Sala: an edit at the others, p50", &ms(&mut few.late, 0.5), "-");
    row("Sala: an edit at the others, p99", &ms(&mut few.late, 0.99), "40 ms");
    row("Sala: kept and acknowledged, p99", &ms(&mut few.acks, 0.99), "25 ms");
    let peer = peers::listening(peers, "hocuspocus.mjs").await;
    if let Some(peer) = &peer {
        let other = Target {
            port: peer.port,
            cookie: String::from("none=none"),
            paper: "few".into(),
            hocuspocus: true,
            pid: peer.pid(),
            keepers: Vec::new(),
        };
        let mut theirs = run(&[other], 10, 10.0, 200).await;
        row("Hocuspocus 4.7 with a store: processor for each edit", &format!("{:.2} ms", theirs.cpu.0), "-");
        row("Hocuspocus: an edit at the others, p50", &ms(&mut theirs.late, 0.5), "-");
        row("Hocuspocus: an edit at the others, p99", &ms(&mut theirs.late, 0.99), "-");
        row("Hocuspocus ÷ Sala, processor for each edit", &format!("{:.2} ×", theirs.cpu.0 / few.cpu.0), "4 ×");
        row("Hocuspocus ÷ Sala with its PostgreSQL", &format!("{:.2} ×", theirs.cpu.0 / (few.cpu.0 + few.cpu.1)), "-");
    } else {
        println!("Hocuspocus: skipped, its packages are not installed");
    }
    heading("Durable acknowledgement, 100 writers at 5 edits a second each, on 10 papers");
    let mut papers = Vec::new();
    for n in 0..10 {
        papers.push(target(started(hub, &cookie, &network, &format!("Paper {n}")).await));
    }
    let mut many = run(&papers, 100, 5.0, 0).await;
    row("edits kept a second", &format!("{}", many.edits / SECONDS), "500");
    row("kept and acknowledged, p50", &ms(&mut many.acks, 0.5), "-");
    row("kept and acknowledged, p99", &ms(&mut many.acks, 0.99), "25 ms");
    for writers in [50, 200, 500] {
        heading(&format!("One paper, {writers} people typing, 5 edits a second each"));
        let mut all = run(&[target(started(hub, &cookie, &network, "Crowd").await)], writers, 5.0, 0).await;
        row("edits sent a second", &format!("{}", all.edits / SECONDS), "-");
        row("an edit at the others, p50", &ms(&mut all.late, 0.5), "-");
        row("an edit at the others, p95", &ms(&mut all.late, 0.95), if writers == 500 { "100 ms" } else { "-" });
        row("an edit at the others, p99", &ms(&mut all.late, 0.99), if writers == 500 { "250 ms" } else { "-" });
        row("processor for each edit", &format!("{:.2} ms", all.cpu.0), "-");
    }
    // Until the rooms of before are closed.
    tokio::time::sleep(Duration::from_secs(30)).await;
    let before = memory(hub.pid());
    let mut open = Vec::new();
    for n in 0..1000 {
        let paper = target(started(hub, &cookie, &network, &format!("Ordinary {n}")).await);
        let mut socket = paper.open().await;
        let _ = socket.next().await;
        open.push(socket);
    }
    heading("1,000 ordinary papers, each open in one browser");
    row(
        "memory of sala, more than before",
        &format!("{} MB", memory(hub.pid()).saturating_sub(before) / 1024),
        "300 MB",
    );
    drop(open);
    tokio::time::sleep(Duration::from_secs(45)).await;
    row(
        "of it still held 45 s after the last has left",
        &format!("{} MB", memory(hub.pid()).saturating_sub(before) / 1024),
        "-",
    );
    opening(hub, &target(started(hub, &cookie, &network, "Long").await)).await;
}

/// A paper of 260,000 operations: opened cold, to the full text in the client.
async fn opening(hub: &Hub, target: &Target) {
    let doc = Doc::with_client_id(77);
    let fragment = doc.get_or_insert_xml_fragment("en");
    let mut socket = target.open().await;
    let mut state = StateVector::default();
    let mut text = None;
    for part in 0..52_u32 {
        {
            let mut txn = doc.transact_mut();
            if part % 2 == 0 {
                let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
                text = Some(paragraph.push_back(&mut txn, XmlTextPrelim::new(".")));
            }
            for n in 0..5_000_u32 {
                // As people write: some letters in a row, then somewhere else.
                let Some(text) = &text else { break };
                let burst = n / 12;
                let length = text.len(&txn);
                let at = (burst.wrapping_mul(2_654_435_761) ^ part) % length;
                text.insert(&mut txn, (at + n % 12).min(length), "k");
            }
        }
        let txn = doc.transact();
        let update = txn.encode_state_as_update_v1(&state);
        state = txn.state_vector();
        drop(txn);
        let mut message = vec![0, 2];
        message.write_buf(&update);
        socket.send(target.framed(&message)).await.unwrap();
    }
    let mut safe = 0_u64;
    while safe < 52 {
        let Some(Ok(Message::Binary(bytes))) = socket.next().await else { break };
        if bytes.first() == Some(&100) {
            safe = Cursor::new(bytes.get(1..).unwrap_or_default()).read_var().unwrap_or(0);
        }
    }
    drop(socket);
    // Until the room is closed and its text folded.
    tokio::time::sleep(Duration::from_secs(30)).await;
    let (mut arrived, mut whole) = (Vec::new(), Vec::new());
    for round in 0..3 {
        let begun = Instant::now();
        let mut socket = target.open().await;
        let bytes = loop {
            match socket.next().await {
                Some(Ok(Message::Binary(bytes))) if target.payload(&bytes).starts_with(&[0, 1]) => break bytes,
                Some(Ok(_)) => {}
                other => panic!("no text: {other:?}"),
            }
        };
        let got = begun.elapsed().as_secs_f64() * 1000.0;
        let copy = Doc::with_client_id(78);
        let mut cursor = Cursor::new(target.payload(&bytes).get(2..).unwrap_or_default());
        let update = Bytes::copy_from_slice(cursor.read_buf().unwrap());
        copy.transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
        if round == 0 {
            arrived.push(got);
            whole.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        row_once(round, update.len());
    }
    heading("A paper of 260,000 operations, opened cold");
    row("its bytes at the client", &ms(&mut arrived, 0.5), "-");
    row("its text in the client", &ms(&mut whole, 0.5), "150 ms");
    row("memory of sala meanwhile (PSS)", &format!("{} MB", memory(hub.pid()) / 1024), "-");
}

fn row_once(round: usize, bytes: usize) {
    if round == 0 {
        println!("(its state has {} kB)", bytes / 1024);
    }
}
