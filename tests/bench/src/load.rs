//! A client that asks the same thing over and over, on a bounded number of connections for a bounded time.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt as _, Empty, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Connections at once.
const CONNECTIONS: usize = 16;

/// What came back.
pub struct Answer {
    /// The session cookie, if one was set.
    pub cookie: Option<String>,
    /// The body.
    pub body: Bytes,
}

/// What a run came to.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// Requests a second.
    pub per_second: f64,
    /// Requests in all.
    pub requests: u64,
}

async fn connect(port: u16) -> Option<http1::SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    stream.set_nodelay(true).ok()?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    Some(sender)
}

/// Whether a page answers well.
pub async fn get(port: u16, path: &str) -> Option<()> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    let request = Request::get(path).header(header::HOST, "localhost").body(Empty::<Bytes>::new()).ok()?;
    sender.send_request(request).await.ok()?.status().is_success().then_some(())
}

fn request(port: u16, cookie: &str, body: &Bytes) -> Request<Full<Bytes>> {
    let mut request = Request::post("/graphql")
        .header(header::HOST, format!("localhost:{port}"))
        .header(header::CONTENT_TYPE, "application/json");
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    request.body(Full::new(body.clone())).unwrap()
}

/// One request.
pub async fn post(port: u16, cookie: &str, body: impl Into<Bytes>) -> Answer {
    let mut sender = connect(port).await.expect("a server");
    let answer = sender.send_request(request(port, cookie, &body.into())).await.expect("an answer");
    let cookie = answer
        .headers()
        .get(header::SET_COOKIE)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.split(';').next())
        .map(str::to_owned);
    Answer { cookie, body: answer.into_body().collect().await.unwrap().to_bytes() }
}

/// Has a file made at an address, and says how long it is.
pub async fn make(port: u16, cookie: &str, path: &str) -> usize {
    let mut sender = connect(port).await.expect("a server");
    let request = Request::post(path)
        .header(header::HOST, format!("localhost:{port}"))
        .header(header::COOKIE, cookie)
        .body(Full::new(Bytes::new()))
        .unwrap();
    let answer = sender.send_request(request).await.expect("an answer");
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    assert!(status.is_success(), "{status} {}", String::from_utf8_lossy(&body));
    body.len()
}

/// Asks for `time`, and counts. Every answer must be as long as the first, or the run is void.
pub async fn hammer(port: u16, cookie: &str, body: &str, time: Duration) -> Rate {
    let body = Bytes::from(body.to_owned());
    let expected = post(port, cookie, body.clone()).await.body.len();
    let done = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (body, cookie, done) = (body.clone(), cookie.to_owned(), Arc::clone(&done));
            tokio::spawn(async move {
                let mut sender = connect(port).await.expect("a server");
                while begun.elapsed() < time {
                    let answer = sender.send_request(request(port, &cookie, &body)).await.expect("an answer");
                    let length = answer.into_body().collect().await.unwrap().to_bytes().len();
                    assert_eq!(length, expected, "every answer is the same");
                    done.fetch_add(1, Ordering::Relaxed);
                    sender.ready().await.unwrap();
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    let requests = done.load(Ordering::Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    Rate { per_second: requests as f64 / begun.elapsed().as_secs_f64(), requests }
}

/// Sends requests one after another on one connection: their answers, and how long each took in milliseconds.
pub async fn in_turn(port: u16, cookie: &str, bodies: &[String]) -> (Vec<Bytes>, Vec<f64>) {
    let mut sender = connect(port).await.expect("a server");
    let (mut answers, mut took) = (Vec::new(), Vec::new());
    for body in bodies {
        let body = Bytes::copy_from_slice(body.as_bytes());
        sender.ready().await.expect("a connection that stays");
        let begun = Instant::now();
        let answer = sender.send_request(request(port, cookie, &body)).await.expect("an answer");
        answers.push(answer.into_body().collect().await.expect("its body").to_bytes());
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    (answers, took)
}
