//! Where a browser comes back to from a sign-in provider.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_identity::openid::{self, Answer, Ended};
use sala_kernel::Error;
use serde::Deserialize;

use super::{caller, router::Public};
use crate::graph::CookieChange;

/// The authorisation response (RFC 6749 §4.1.2, RFC 9207).
#[derive(Debug, Deserialize)]
pub(super) struct Wire {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// The protocol makes this a GET. It does something only for the browser that holds the state's cookie, once.
pub(super) async fn callback(
    State(public): State<Arc<Public>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(provider): Path<String>,
    Query(wire): Query<Wire>,
    headers: HeaderMap,
) -> Response {
    let services = &public.services;
    let origin = public.trust.origin(&headers, peer);
    let kept = public.trust.away(&headers);
    let answer = Answer { code: wire.code, state: wire.state, iss: wire.iss, error: wire.error };
    let ended = match caller::actor(services, &public.trust, &headers).await {
        Ok(actor) => {
            let accounts = services.accounts();
            openid::finish(&accounts, &services.openid, &origin, &actor, &provider, kept, answer).await
        }
        Err(error) => Err(error),
    };
    let mut changes = vec![CookieChange::Back];
    let to = match ended {
        Ok(Ended { signed_in, to }) => {
            changes.extend(signed_in.map(|s| CookieChange::Set(s.secret.expose().to_owned())));
            to
        }
        Err(error) => format!("/sign-in?problem={}", word(&error)),
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    let out = response.headers_mut();
    for change in &changes {
        out.append(header::SET_COOKIE, public.trust.cookie(change));
    }
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    out.insert(header::LOCATION, HeaderValue::from_str(&to).unwrap_or_else(|_| HeaderValue::from_static("/")));
    response
}

/// The key of what went wrong; the sign-in page has the words.
fn word(error: &Error) -> &'static str {
    match error {
        Error::Invalid(violations) => violations.first().map_or("provider_down", |v| v.text().key),
        Error::Throttled(_) => "throttled",
        Error::Unauthenticated => "provider_stale",
        other => {
            tracing::error!(error = %other, "a sign-in at a provider failed");
            "provider_down"
        }
    }
}
