//! The websocket upgrade, ours so that an idle socket costs next to nothing.

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_domain::{access::Actor, writing::TextId};
use sala_kernel::Cursor;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::{caller, router::Public};
use crate::live;

/// The only subprotocol spoken.
const PROTOCOL: &str = "graphql-transport-ws";

pub(super) async fn graphql(State(public): State<Arc<Public>>, request: Request) -> Response {
    let speaks = request
        .headers()
        .get(header::SEC_WEBSOCKET_PROTOCOL)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|list| list.split(',').any(|p| p.trim() == PROTOCOL));
    if !speaks && wanted(request.headers()).is_some() {
        return (StatusCode::BAD_REQUEST, "speak graphql-transport-ws").into_response();
    }
    let live = public.live.clone();
    let serve = |actor, since, upgraded| live::serve(live, actor, since, upgraded);
    switch(&public, request, Some(PROTOCOL), serve).await
}

/// The text of a paper, in the y-websocket protocol.
pub(super) async fn text(State(public): State<Arc<Public>>, Path(text): Path<String>, request: Request) -> Response {
    let Ok(text) = text.parse::<TextId>() else { return StatusCode::NOT_FOUND.into_response() };
    let live = public.live.clone();
    let serve = move |actor, since, upgraded| live::serve_text(live, actor, since, text, upgraded);
    switch(&public, request, None, serve).await
}

/// Switches a connection to a websocket, from our own pages only, and hands it on with its actor.
async fn switch<F>(
    public: &Public,
    mut request: Request,
    protocol: Option<&'static str>,
    serve: impl FnOnce(Actor, Cursor, hyper::upgrade::Upgraded) -> F + Send + 'static,
) -> Response
where
    F: Future<Output = ()> + Send,
{
    let headers = request.headers();
    let Some(key) = wanted(headers) else {
        return (StatusCode::UPGRADE_REQUIRED, [(header::UPGRADE, "websocket")], "a websocket is spoken here")
            .into_response();
    };
    if !public.trust.same_origin(headers) {
        return (StatusCode::FORBIDDEN, "this socket comes from another site").into_response();
    }
    // Noted before the actor is told: whatever happens after this is held against the socket.
    let since = public.live.now();
    let actor = match caller::actor(&public.services, &public.trust, headers).await {
        Ok(actor) => actor,
        Err(sala_kernel::Error::Unauthenticated) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let accept = derive_accept_key(key.as_bytes());
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        if let Ok(upgraded) = upgrade.await {
            serve(actor, since, upgraded).await;
        }
    });
    let mut response = StatusCode::SWITCHING_PROTOCOLS.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    if let Some(protocol) = protocol {
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(protocol));
    }
    if let Ok(accept) = HeaderValue::from_str(&accept) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    response
}

/// The key of a sound websocket handshake (RFC 6455 §4.2.1).
fn wanted(headers: &HeaderMap) -> Option<String> {
    let has = |name: header::HeaderName, word: &str| {
        headers.get(name).and_then(|v| v.to_str().ok()).is_some_and(|v| v.to_ascii_lowercase().contains(word))
    };
    (has(header::CONNECTION, "upgrade") && has(header::UPGRADE, "websocket"))
        .then(|| headers.get(header::SEC_WEBSOCKET_KEY)?.to_str().ok().map(str::to_owned))
        .flatten()
}
