//! One websocket of an open text: the y-websocket protocol, judged by the hub's rights.
//!
//! The room knows who may write; here is decided who that is, and the stay ends
//! with the session, with the right to read, and with any change of the right to
//! write: clients come back and are judged afresh.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::{SinkExt as _, StreamExt as _};
use hyper_util::rt::TokioIo;
use sala_collab::{
    room::MESSAGE_MOST,
    rooms::{Stay, Told},
    wire,
};
use sala_domain::{access::Actor, dialogues::minutes_text, papers::service, writing::TextId};
use sala_kernel::{Cursor, Error, Event, Result};
use tokio::sync::broadcast::error::RecvError;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Message, Utf8Bytes,
        protocol::{CloseFrame, Role, WebSocketConfig, frame::coding::CloseCode},
    },
};

use super::{
    close,
    registry::{Handle, Live},
    socket::{reason, seat},
};

/// Clients of the protocol say where they are every 15 seconds.
const SILENCE: Duration = Duration::from_mins(1);
/// How long a client may take to read one message.
const PATIENCE: Duration = Duration::from_secs(30);

type Stream = WebSocketStream<TokioIo<hyper::upgrade::Upgraded>>;
type End = (u16, &'static str);

/// Serves an upgraded connection until it ends.
pub async fn serve(live: Live, actor: Actor, since: Cursor, text: TextId, upgraded: hyper::upgrade::Upgraded) {
    let config = WebSocketConfig::default()
        .read_buffer_size(4096)
        .write_buffer_size(0)
        .max_write_buffer_size(64 * 1024 * 1024)
        .max_message_size(Some(MESSAGE_MOST))
        .max_frame_size(Some(MESSAGE_MOST));
    let mut stream = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
    let end = match seat(&live, actor, since).await {
        Ok((handle, _owed)) => {
            let end = Box::pin(stay(&live, &handle, text, &mut stream)).await;
            live.leave(handle.id);
            end
        }
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

/// Whether somebody may write in a text now; an error where they may not even read it.
async fn may_write(live: &Live, actor: &Actor, text: TextId) -> Result<bool> {
    let services = &live.0.services;
    match text {
        TextId::Paper(paper) => service::may_write(&services.pool, actor, paper).await,
        TextId::Minutes(dialogue) => minutes_text::may_write(&services.pool, &services.env, actor, dialogue).await,
    }
}

async fn stay(live: &Live, handle: &Arc<Handle>, text: TextId, stream: &mut Stream) -> Option<End> {
    let services = &live.0.services;
    // Listened to before the right is asked for: what changes in between is heard.
    let mut news = live.texts();
    let person = handle.actor.person();
    let (Some(person), Ok(writes)) = (person, may_write(live, &handle.actor, text).await) else {
        // Not signed in, not there, or not for them.
        return Some(if person.is_none() {
            (close::UNAUTHORIZED, "Unauthorized")
        } else {
            (close::NOT_FOUND, "Not found")
        });
    };
    let mut place = match services.rooms.enter(text, person, writes).await {
        Ok(place) => place,
        Err(error) => {
            tracing::error!(%error, "a text cannot be opened");
            return Some((close::BROKEN, "Try again"));
        }
    };
    let mut asked = false;
    // One clock for the whole stay, put forward when something is heard: not one for each message.
    let silence = tokio::time::sleep(SILENCE);
    tokio::pin!(silence);
    loop {
        tokio::select! {
            biased;
            () = handle.ended.notified() => if let Some(code) = handle.end_code() {
                return Some((code, reason(code)));
            },
            event = news.recv() => {
                let told = judge(live, handle, text, writes, event).await?;
                match told {
                    Judged::Nothing => {}
                    Judged::News(message) => pass_on(stream, message).await.ok()?,
                    Judged::End(end) => return Some(end),
                }
            },
            told = place.next() => match told {
                Told::Message(message) => {
                    pass_on(stream, message).await.ok()?;
                    place.drained();
                }
                Told::End(end) => return Some((end.code(), "")),
            },
            heard = stream.next() => {
                let Some(Ok(message)) = heard else { return None };
                asked = false;
                silence.as_mut().reset(tokio::time::Instant::now() + SILENCE);
                if let Err(end) = hear(&place, message) {
                    return end;
                }
            }
            () = &mut silence => {
                if asked {
                    return None;
                }
                asked = true;
                silence.as_mut().reset(tokio::time::Instant::now() + SILENCE);
                stream.send(Message::Ping(Bytes::new())).await.ok()?;
            }
        }
    }
}

/// What a client said goes to the room; an error when that was the last, with the reason if there is one to give.
fn hear(place: &Stay, message: Message) -> Result<(), Option<End>> {
    match message {
        Message::Binary(bytes) if place.say(bytes.clone()) => Ok(()),
        Message::Binary(_) => Err(Some((close::BROKEN, "Try again"))),
        Message::Ping(_) | Message::Pong(_) => Ok(()),
        Message::Close(_) => Err(None),
        Message::Text(_) | Message::Frame(_) => Err(Some((close::BAD_REQUEST, "Bad request"))),
    }
}

enum Judged {
    Nothing,
    News(Bytes),
    End(End),
}

/// Something happened to a paper or a dialogue: whether the client may still be here, and whether it is to be told.
async fn judge(
    live: &Live,
    handle: &Handle,
    text: TextId,
    writes: bool,
    event: Result<Arc<Event>, RecvError>,
) -> Option<Judged> {
    let mut own = true;
    let kind = match &event {
        Ok(event) => {
            own = event.entity_id == text.uuid().to_string();
            // Who writes minutes is told by the campaign that holds the dialogue: whoever leaves it leaves these, too.
            let near = event.entity == "campaign" && matches!(text, TextId::Minutes(_));
            if !own && !near {
                return Some(Judged::Nothing);
            }
            event.kind.as_str()
        }
        // Something may have gone by: as if everything had happened.
        Err(RecvError::Lagged(_)) => "text.moved",
        Err(RecvError::Closed) => return None,
    };
    // What is said of a text, and that somebody wrote in it, changes no rights.
    if !kind.starts_with("paper.comment") && kind != "dialogue.minuted" {
        match may_write(live, &handle.actor, text).await {
            Ok(now) if now == writes => {}
            Ok(_) => return Some(Judged::End((close::RIGHTS_CHANGED, "Rights changed"))),
            Err(Error::NotFound) => return Some(Judged::End((close::NOT_FOUND, "Not found"))),
            Err(_) => return Some(Judged::End((close::BROKEN, "Try again"))),
        }
    }
    Some(if own { Judged::News(wire::news(kind)) } else { Judged::Nothing })
}

async fn pass_on(stream: &mut Stream, message: Bytes) -> Result<(), ()> {
    let sent = tokio::time::timeout(PATIENCE, stream.send(Message::Binary(message))).await;
    if matches!(sent, Ok(Ok(()))) { Ok(()) } else { Err(()) }
}
