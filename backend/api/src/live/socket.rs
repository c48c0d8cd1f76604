//! One websocket, from hello to goodbye.

use std::{collections::HashMap, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::{SinkExt as _, StreamExt as _};
use hyper_util::rt::TokioIo;
use sala_domain::access::Actor;
use sala_identity::{accounts::Origin, actor};
use sala_kernel::{Cursor, Error};
use tokio::sync::mpsc;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Message, Utf8Bytes,
        protocol::{CloseFrame, Role, WebSocketConfig, frame::coding::CloseCode},
    },
};

use super::{
    catch_up::{CaughtUp, catch_up},
    close,
    group::{Seat, join},
    protocol::{ClientMessage, Frame, Kind, Operation},
    registry::{Handle, Live, Owed, is_subscription},
};
use crate::{
    graph::{Code, Cookies, Request, data_for},
    http::limits,
};

/// How long a client may take to say hello.
const HELLO_LIMIT: Duration = Duration::from_secs(3);
/// After this long without a word the client is asked; after twice that it is gone.
const SILENCE: Duration = Duration::from_mins(1);
/// The longest message a client may send.
const MESSAGE_MOST: usize = 64 * 1024;
/// How often a socket's rights are told anew while more keeps happening; a busy hub settles within one or two.
const SEAT_TRIES: usize = 20;
/// Operations at once on one socket.
const OPERATIONS_MOST: usize = 50;

type Stream = WebSocketStream<TokioIo<hyper::upgrade::Upgraded>>;

/// Why a socket ends.
type End = (u16, &'static str);

struct Running {
    /// The client's id, as JSON.
    id: String,
    /// Its place in a group, once it has one.
    _seat: Option<Seat>,
    /// Answers up to here have been given by catching up.
    had: Option<Cursor>,
}

/// Serves an upgraded connection until it ends.
///
/// `actor` has the rights of after `since` at the least.
pub async fn serve(live: Live, actor: Actor, since: Cursor, upgraded: hyper::upgrade::Upgraded) {
    let config = WebSocketConfig::default()
        // The library takes 128 KiB per socket at once otherwise.
        .read_buffer_size(512)
        .write_buffer_size(0)
        .max_write_buffer_size(1024 * 1024)
        .max_message_size(Some(MESSAGE_MOST))
        .max_frame_size(Some(MESSAGE_MOST));
    let mut stream = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
    let end = match hello(&mut stream).await {
        Ok(()) => match seat(&live, actor, since).await {
            Ok((handle, owed)) => Box::pin(converse(&live, handle, owed, &mut stream)).await,
            Err(end) => Some(end),
        },
        Err(end) => Some(end),
    };
    if let Some((code, reason)) = end {
        let frame = CloseFrame { code: CloseCode::from(code), reason: Utf8Bytes::from_static(reason) };
        let goodbye = async {
            stream.close(Some(frame)).await.ok()?;
            while let Some(Ok(_)) = stream.next().await {}
            Some(())
        };
        let _ = tokio::time::timeout(Duration::from_secs(2), goodbye).await;
    }
}

async fn say(stream: &mut Stream, text: impl Into<Utf8Bytes>) -> Result<(), Option<End>> {
    stream.send(Message::Text(text.into())).await.map_err(|_| None)
}

/// Waits for `connection_init` and answers it.
async fn hello(stream: &mut Stream) -> Result<(), End> {
    let first = tokio::time::timeout(HELLO_LIMIT, async {
        while let Some(Ok(message)) = stream.next().await {
            match message {
                Message::Text(text) => return Some(text),
                Message::Ping(_) | Message::Pong(_) => {}
                _ => return None,
            }
        }
        None
    })
    .await
    .map_err(|_| (close::INIT_TIMEOUT, "Connection initialisation timeout"))?;
    match first.as_deref().map(serde_json::from_str) {
        Some(Ok(ClientMessage::ConnectionInit {})) => {}
        Some(Ok(_)) => return Err((close::UNAUTHORIZED, "Unauthorized")),
        _ => return Err((close::BAD_REQUEST, "Bad request")),
    }
    say(stream, Utf8Bytes::from_static("{\"type\":\"connection_ack\"}")).await.map_err(|_| (close::BAD_REQUEST, ""))
}

/// Registers the socket with rights that are current: those of the handshake may have ended while the client said hello.
pub(super) async fn seat(
    live: &Live,
    mut actor: Actor,
    mut since: Cursor,
) -> Result<(Arc<Handle>, mpsc::Receiver<Owed>), End> {
    let services = &live.0.services;
    for _ in 0..SEAT_TRIES {
        if let Some(seat) = live.enter(&actor, since) {
            return Ok(seat);
        }
        since = live.now();
        let told = actor::refresh(&services.pool, &services.env, &services.settings, &actor).await;
        actor = told.map_err(|error| match error {
            Error::Unauthenticated => (close::UNAUTHORIZED, "Unauthorized"),
            _ => (close::TOO_SLOW, "Try again"),
        })?;
    }
    Err((close::TOO_SLOW, "Try again"))
}

async fn converse(
    live: &Live,
    handle: Arc<Handle>,
    mut owed: mpsc::Receiver<Owed>,
    stream: &mut Stream,
) -> Option<End> {
    let mut running: HashMap<u32, Running> = HashMap::new();
    let mut next_number = 0;
    let mut asked = false;
    let end = loop {
        let step = tokio::select! {
            biased;
            () = handle.ended.notified() => match handle.end_code() {
                Some(code) => Err(Some((code, reason(code)))),
                None => Ok(()),
            },
            message = owed.recv() => match message {
                Some((number, frame)) => pass_on(stream, &mut running, number, &frame).await,
                None => Err(None),
            },
            heard = tokio::time::timeout(SILENCE, stream.next()) => match heard {
                Err(_) if asked => Err(None),
                Err(_) => {
                    asked = true;
                    stream.send(Message::Ping(Bytes::new())).await.map_err(|_| None)
                }
                Ok(None | Some(Err(_))) => Err(None),
                Ok(Some(Ok(message))) => {
                    asked = false;
                    hear(live, &handle, stream, &mut running, &mut next_number, message).await
                }
            },
        };
        if let Err(end) = step {
            break end;
        }
    };
    live.leave(handle.id);
    end
}

pub(super) const fn reason(code: u16) -> &'static str {
    match code {
        close::GOING_AWAY => "Going away",
        close::UNAUTHORIZED => "Session ended",
        close::RIGHTS_CHANGED => "Rights changed",
        close::TOO_SLOW => "Too slow",
        _ => "",
    }
}

/// Sends a message on, unless its operation is over or the client has it already.
async fn pass_on(
    stream: &mut Stream,
    running: &mut HashMap<u32, Running>,
    number: u32,
    frame: &Frame,
) -> Result<(), Option<End>> {
    let Some(operation) = running.get(&number) else { return Ok(()) };
    if frame.cursor.is_some() && frame.cursor <= operation.had {
        return Ok(());
    }
    let text = frame.message(&operation.id);
    if frame.kind != Kind::Next {
        running.remove(&number);
    }
    say(stream, text).await
}

async fn hear(
    live: &Live,
    handle: &Arc<Handle>,
    stream: &mut Stream,
    running: &mut HashMap<u32, Running>,
    next_number: &mut u32,
    message: Message,
) -> Result<(), Option<End>> {
    let text = match message {
        Message::Text(text) => text,
        Message::Ping(_) | Message::Pong(_) => return Ok(()),
        Message::Close(_) => return Err(None),
        Message::Binary(_) | Message::Frame(_) => return Err(Some((close::BAD_REQUEST, "Bad request"))),
    };
    let message = serde_json::from_str(text.as_str()).map_err(|_| Some((close::BAD_REQUEST, "Bad request")))?;
    match message {
        ClientMessage::ConnectionInit {} => Err(Some((close::TOO_MANY_INITS, "Too many initialisation requests"))),
        ClientMessage::Ping {} => say(stream, Utf8Bytes::from_static("{\"type\":\"pong\"}")).await,
        ClientMessage::Pong {} => Ok(()),
        ClientMessage::Complete { id } => {
            let id = serde_json::Value::String(id).to_string();
            running.retain(|_, operation| operation.id != id);
            Ok(())
        }
        ClientMessage::Subscribe { id, payload } => {
            let id = serde_json::Value::String(id).to_string();
            if running.values().any(|operation| operation.id == id) {
                return Err(Some((close::SUBSCRIBER_EXISTS, "Subscriber already exists")));
            }
            if running.len() >= OPERATIONS_MOST {
                return Err(Some((close::BAD_REQUEST, "Too many operations")));
            }
            *next_number += 1;
            begin(live, handle, stream, running, *next_number, id, payload).await
        }
    }
}

fn refusal(code: Code, message: &str) -> Frame {
    let error = code.error(message).into_server_error(async_graphql::Pos::default());
    let payload = serde_json::to_vec(&[error]).unwrap_or_default().into();
    Frame { cursor: None, kind: Kind::Error, payload }
}

/// Begins an operation: a query or mutation is answered at once, a subscription gets its seat.
async fn begin(
    live: &Live,
    handle: &Arc<Handle>,
    stream: &mut Stream,
    running: &mut HashMap<u32, Running>,
    number: u32,
    id: String,
    mut operation: Operation,
) -> Result<(), Option<End>> {
    let document = match limits::parse(&operation.query) {
        Ok(document) => document,
        Err(refused) => return say(stream, refusal(refused.code, &refused.message).message(&id)).await,
    };
    if !is_subscription(&document, operation.name.as_deref()) {
        let response = answer(live, handle, operation).await;
        say(stream, Frame::of(&response, None).message(&id)).await?;
        return say(stream, Frame::complete().message(&id)).await;
    }
    let after = operation.variables.remove("after").and_then(|v| v.as_str().map(str::to_owned));
    let key = live.key(&operation, &document, &handle.actor);
    let from = match after.as_deref().map(|text| live.0.services.cursors.open(text)) {
        None => None,
        Some(Some(cursor)) => Some(cursor),
        Some(None) => {
            let frame = refusal(Code::CursorExpired, "This cursor means nothing here any more: load afresh.");
            return say(stream, frame.message(&id)).await;
        }
    };
    let seat = join(live, key, &operation, handle, number);
    let since = seat.since;
    running.insert(number, Running { id, _seat: Some(seat), had: None });
    if let Some(from) = from.filter(|from| *from < since) {
        // Events since the seat was taken wait in the socket's queue meanwhile; the two never overlap.
        missed(live, handle, stream, running, number, &operation, from, since).await?;
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "the parts of one conversation")]
async fn missed(
    live: &Live,
    handle: &Arc<Handle>,
    stream: &mut Stream,
    running: &mut HashMap<u32, Running>,
    number: u32,
    operation: &Operation,
    from: Cursor,
    until: Cursor,
) -> Result<(), Option<End>> {
    let (owed, mut past) = mpsc::channel(16);
    let past_handle = Arc::new(Handle::aside(handle, owed));
    let replay = catch_up(live, &past_handle, number, operation, from, until);
    let mut result = Box::pin(replay);
    let outcome = loop {
        tokio::select! {
            biased;
            frame = past.recv() => if let Some((number, frame)) = frame {
                pass_on(stream, running, number, &frame).await?;
            },
            done = &mut result => break done,
        }
    };
    drop(result);
    while let Ok((number, frame)) = past.try_recv() {
        pass_on(stream, running, number, &frame).await?;
    }
    match outcome {
        Ok(CaughtUp::Yes | CaughtUp::Failed) => {
            if let Some(operation) = running.get_mut(&number) {
                operation.had = Some(until);
            }
            Ok(())
        }
        Ok(CaughtUp::TooFar) => {
            let frame = refusal(Code::CursorExpired, "Too much has happened since: load afresh.");
            pass_on(stream, running, number, &frame).await
        }
        Err(error) => {
            tracing::error!(%error, "missed events cannot be read");
            pass_on(stream, running, number, &refusal(Code::Internal, "Something broke on our side.")).await
        }
    }
}

async fn answer(live: &Live, handle: &Handle, operation: Operation) -> async_graphql::Response {
    let mut request = async_graphql::Request::new(operation.query)
        .variables(async_graphql::Variables::from_json(serde_json::Value::Object(operation.variables)));
    if let Some(name) = operation.name {
        request = request.operation_name(name);
    }
    request.data =
        data_for(&live.0.services, Request { actor: handle.actor.clone(), origin: Origin::default() }, false);
    request.data.insert(Cookies::default());
    live.0.schema.execute(request).await
}
