//! Ten thousand subscriptions in one process.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use futures_util::{SinkExt as _, StreamExt as _};
use tokio::{
    net::TcpStream,
    sync::{Semaphore, mpsc},
};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{Message, client::IntoClientRequest as _, protocol::WebSocketConfig},
};

use crate::{
    hub::{Hub, cpu, memory},
    load,
    table::{heading, percentile, row},
};

const SOCKETS: usize = 10_000;
const CHANGES: u64 = 20;

async fn open(hub: &Hub, cookie: &str, network: &str) -> WebSocketStream<TcpStream> {
    let mut request = format!("ws://localhost:{}/graphql/ws", hub.port).into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    request.headers_mut().insert("cookie", cookie.parse().unwrap());
    let stream = TcpStream::connect(("127.0.0.1", hub.port)).await.unwrap();
    let config = WebSocketConfig::default().read_buffer_size(1024).write_buffer_size(0);
    let (mut socket, _) = client_async_with_config(request, stream, Some(config)).await.unwrap();
    socket.send(Message::text(r#"{"type":"connection_init"}"#)).await.unwrap();
    assert!(next(&mut socket).await.contains("connection_ack"));
    let subscribe = serde_json::json!({ "id": "1", "type": "subscribe", "payload": {
        "query": "subscription($n: ID!) { networkEvents(network: $n) { cursor kind node { ... on Organisation { id name { en km } phone version } } } }",
        "variables": { "n": network } } });
    socket.send(Message::text(subscribe.to_string())).await.unwrap();
    // Answered only once the subscription is in place.
    socket.send(Message::text(r#"{"type":"ping"}"#)).await.unwrap();
    assert!(next(&mut socket).await.contains("pong"));
    socket
}

pub(crate) async fn next(socket: &mut WebSocketStream<TcpStream>) -> String {
    loop {
        match socket.next().await.expect("an open socket").expect("a sound frame") {
            Message::Text(text) => return text.as_str().to_owned(),
            Message::Close(frame) => panic!("closed: {frame:?}"),
            _ => {}
        }
    }
}

pub(crate) async fn open_all(
    hub: &Arc<Hub>,
    cookie: &str,
    network: &str,
    count: usize,
) -> Vec<WebSocketStream<TcpStream>> {
    let room = Arc::new(Semaphore::new(64));
    let tasks: Vec<_> = (0..count)
        .map(|_| {
            let (hub, cookie, network, room) =
                (Arc::clone(hub), cookie.to_owned(), network.to_owned(), Arc::clone(&room));
            tokio::spawn(async move {
                let _permit = room.acquire_owned().await.unwrap();
                open(&hub, &cookie, &network).await
            })
        })
        .collect();
    let mut sockets = Vec::with_capacity(count);
    for task in tasks {
        sockets.push(task.await.unwrap());
    }
    sockets
}

async fn change(hub: &Hub, cookie: &str, number: u64) {
    let ask = r#"{"query":"{ networks { id members(first: 1) { edges { node { organisation { id version } } } } } }"}"#;
    let seen: serde_json::Value = serde_json::from_slice(&load::post(hub.port, cookie, ask).await.body).unwrap();
    let organisation = seen.pointer("/data/networks/0/members/edges/0/node/organisation").unwrap();
    let body = serde_json::json!({
        "query": "mutation($i: EditOrganisationInput!) { editOrganisation(input: $i) { status } }",
        "variables": { "i": { "id": organisation["id"], "version": organisation["version"], "phone": format!("012 300 {number:03}") } } });
    let answer = load::post(hub.port, cookie, body.to_string()).await.body;
    assert!(String::from_utf8_lossy(&answer).contains("DONE"), "{}", String::from_utf8_lossy(&answer));
}

/// Measures memory, time and completeness.
pub async fn measure(hub: Arc<Hub>) {
    let (listener, writer) = (hub.sign_in("sreymom").await, hub.sign_in("dara").await);
    let ask = r#"{"query":"{ networks { id } }"}"#;
    let seen: serde_json::Value = serde_json::from_slice(&load::post(hub.port, &writer, ask).await.body).unwrap();
    let network = seen.pointer("/data/networks/0/id").unwrap().as_str().unwrap().to_owned();
    drop(open_all(&hub, &listener, &network, 200).await);
    let idle = memory(hub.pid());
    let begun = Instant::now();
    let sockets = open_all(&hub, &listener, &network, SOCKETS).await;
    let storm = begun.elapsed();
    // What handshakes needed for a moment goes back to the system within ten seconds; what is left is the sockets'.
    tokio::time::sleep(Duration::from_secs(12)).await;
    let held = memory(hub.pid());
    heading(&format!("{SOCKETS} live subscriptions in one process"));
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let each = (held.saturating_sub(idle)) as f64 / SOCKETS as f64;
    row("memory for each", &format!("{each:.1} kB"), "8 kB");
    row("all of them connect at once, until the last is served", &format!("{:.1} s", storm.as_secs_f64()), "15 s");

    let heard = Arc::new(AtomicU64::new(0));
    let (tell, mut told) = mpsc::unbounded_channel();
    let readers: Vec<_> = sockets
        .into_iter()
        .map(|mut socket| {
            let (heard, tell) = (Arc::clone(&heard), tell.clone());
            tokio::spawn(async move {
                let mut cursors = Vec::new();
                for _ in 0..CHANGES {
                    let text = next(&mut socket).await;
                    let _ = tell.send(Instant::now());
                    heard.fetch_add(1, Ordering::Relaxed);
                    cursors.push(text);
                }
                cursors.dedup();
                assert_eq!(cursors.len() as u64, CHANGES, "none twice");
                socket
            })
        })
        .collect();
    drop(tell);
    let before = cpu(hub.pid());
    let mut delays = Vec::new();
    for number in 1..=CHANGES {
        let at = Instant::now();
        change(&hub, &writer, number).await;
        for _ in 0..SOCKETS {
            let when =
                tokio::time::timeout(Duration::from_secs(30), told.recv()).await.expect("everybody hears").unwrap();
            delays.push(when.duration_since(at).as_secs_f64() * 1e3);
        }
    }
    let used = cpu(hub.pid()) - before;
    for reader in readers {
        drop(reader.await.unwrap());
    }
    let deliveries = heard.load(Ordering::Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    row("processor time per delivery", &format!("{:.1} µs", used * 1e6 / deliveries as f64), "12 µs");
    let half = percentile(&mut delays, 0.5);
    row("from the writer's request to half of them", &format!("{half:.0} ms"), "-");
    row(
        "to 99 of 100, client on the same two cores",
        &format!("{:.0} ms", percentile(&mut delays, 0.99)),
        "120 ms/5,000",
    );
    row("lost or repeated", &format!("{}", CHANGES * SOCKETS as u64 - deliveries), "0");
}
