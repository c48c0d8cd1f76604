//! GraphQL over HTTP, after the specification of that name.

use std::{borrow::Cow, net::SocketAddr, sync::Arc, time::Duration};

use async_graphql::parser::types::OperationType;
use axum::{
    body::Bytes,
    extract::{ConnectInfo, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_domain::access::Actor;
use serde::Deserialize;

use super::{caller, limits, router::Public};
use crate::graph::{Code, Cookies, Request, data_for};

/// The media type of the specification; a client that accepts it gets meaningful status codes.
const GRAPHQL_RESPONSE: &str = "application/graphql-response+json";

/// Longest execution; the database statement is cancelled with it.
const LIMIT: Duration = Duration::from_secs(15);

/// A request as it comes over the wire.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Wire {
    #[serde(default)]
    query: Option<String>,
    #[serde(default)]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<serde_json::Value>,
    #[serde(default)]
    extensions: Option<Extensions>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    persisted_query: Option<PersistedQuery>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PersistedQuery {
    version: u32,
    sha256_hash: String,
}

/// A GET request: queries only, so that links, caches and prefetching can do no harm.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GetWire {
    query: Option<String>,
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

pub(super) async fn get(
    State(public): State<Arc<Public>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Query(wire): Query<GetWire>,
) -> Response {
    let parse = |text: Option<String>| text.filter(|t| !t.is_empty()).map(|t| serde_json::from_str(&t)).transpose();
    let (Ok(variables), Ok(extensions)) = (
        parse(wire.variables),
        wire.extensions.filter(|t| !t.is_empty()).map(|t| serde_json::from_str(&t)).transpose(),
    ) else {
        return refuse(&headers, StatusCode::BAD_REQUEST, Code::BadInput, "variables or extensions are no JSON");
    };
    let wire = Wire { query: wire.query, operation_name: wire.operation_name, variables, extensions };
    answer(&public, peer, &headers, wire, true).await
}

pub(super) async fn post(
    State(public): State<Arc<Public>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // A form of another site cannot send this type without asking first.
    let json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(';').next().is_some_and(|t| t.trim().eq_ignore_ascii_case("application/json")));
    if !json {
        return refuse(&headers, StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::BadInput, "send application/json");
    }
    if !public.trust.same_origin(&headers) {
        return refuse(&headers, StatusCode::FORBIDDEN, Code::Forbidden, "this request comes from another site");
    }
    match serde_json::from_slice(&body) {
        Ok(wire) => answer(&public, peer, &headers, wire, false).await,
        Err(_) => refuse(&headers, StatusCode::BAD_REQUEST, Code::BadInput, "the body is no GraphQL request"),
    }
}

async fn answer(public: &Public, peer: SocketAddr, headers: &HeaderMap, wire: Wire, get: bool) -> Response {
    let actor = match caller::actor(&public.services, &public.trust, headers).await {
        Ok(actor) => actor,
        Err(sala_kernel::Error::Unauthenticated) => {
            return refuse(headers, StatusCode::UNAUTHORIZED, Code::Unauthenticated, "this token does not work");
        }
        Err(error) => {
            tracing::error!(%error, "a caller cannot be told");
            return refuse(headers, StatusCode::SERVICE_UNAVAILABLE, Code::Internal, "try again in a moment");
        }
    };
    let query = match document(public, &wire) {
        Ok(query) => query.into_owned(),
        Err(refusal) => return refuse_as(headers, refusal.status, refusal.code, refusal.message),
    };
    let document = match limits::parse(&query) {
        Ok(document) => document,
        Err(refused) => return refuse(headers, StatusCode::BAD_REQUEST, refused.code, &refused.message),
    };
    let chosen = document.operations.iter().find(|(name, _)| {
        wire.operation_name.is_none() || name.map(async_graphql::Name::as_str) == wire.operation_name.as_deref()
    });
    match chosen.map(|(_, op)| op.node.ty) {
        Some(OperationType::Mutation) if get => {
            return refuse(headers, StatusCode::METHOD_NOT_ALLOWED, Code::BadInput, "mutations need POST");
        }
        Some(OperationType::Subscription) => {
            return refuse(headers, StatusCode::BAD_REQUEST, Code::BadInput, "subscriptions need the websocket");
        }
        _ => {}
    }
    let query_only = matches!(chosen.map(|(_, op)| op.node.ty), Some(OperationType::Query));
    let mut request = async_graphql::Request::new(query);
    request.set_parsed_query(document);
    if let Some(variables) = wire.variables {
        request = request.variables(async_graphql::Variables::from_json(variables));
    }
    if let Some(name) = wire.operation_name {
        request = request.operation_name(name);
    }
    if matches!(actor, Actor::Anonymous) && !public.services.development {
        request = request.disable_introspection();
    }
    let origin = public.trust.origin(headers, peer);
    request.data = data_for(&public.services, Request { actor, origin }, query_only);
    let cookies = Cookies::default();
    request.data.insert(cookies.clone());
    let Ok(response) = tokio::time::timeout(LIMIT, public.schema.execute(request)).await else {
        return refuse(headers, StatusCode::GATEWAY_TIMEOUT, Code::TooLarge, "this takes too long");
    };
    let mut shaped = shape(headers, &response);
    for change in cookies.take() {
        shaped.headers_mut().append(header::SET_COOKIE, public.trust.cookie(&change));
    }
    shaped
}

/// The document: as sent, or remembered under its hash.
fn document<'w>(public: &Public, wire: &'w Wire) -> Result<Cow<'w, str>, Refusal> {
    let bad = |message| Refusal { status: StatusCode::BAD_REQUEST, code: "BAD_INPUT", message };
    let persisted = wire.extensions.as_ref().and_then(|e| e.persisted_query.as_ref());
    match (&wire.query, persisted) {
        (Some(query), None) => Ok(query.into()),
        (None, None) => Err(bad("no query")),
        (_, Some(persisted)) if persisted.version != 1 => Err(bad("unknown version of persisted queries")),
        (Some(query), Some(persisted)) => {
            if public.persisted.put(&persisted.sha256_hash, query) {
                Ok(query.into())
            } else {
                Err(bad("the hash is not that of the query"))
            }
        }
        // What the client then does is part of the protocol: send the document along.
        (None, Some(persisted)) => match public.persisted.get(&persisted.sha256_hash) {
            Some(query) => Ok(query.to_string().into()),
            None => Err(Refusal {
                status: StatusCode::OK,
                code: "PERSISTED_QUERY_NOT_FOUND",
                message: "PersistedQueryNotFound",
            }),
        },
    }
}

struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

/// The type to answer in, and whether it speaks through status codes.
fn media(headers: &HeaderMap) -> (&'static str, bool) {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("*/*");
    if accept.contains(GRAPHQL_RESPONSE) { (GRAPHQL_RESPONSE, true) } else { ("application/json", false) }
}

fn respond(headers: &HeaderMap, status: StatusCode, body: Vec<u8>) -> Response {
    let (media, _) = media(headers);
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    // Answers depend on the session: no cache may keep them.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn shape(headers: &HeaderMap, response: &async_graphql::Response) -> Response {
    let (_, speaks) = media(headers);
    let failed_early = !response.errors.is_empty() && response.errors.iter().all(|e| e.path.is_empty());
    let status = if speaks && failed_early { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    respond(headers, status, serde_json::to_vec(response).unwrap_or_default())
}

fn refuse(headers: &HeaderMap, status: StatusCode, code: Code, message: &str) -> Response {
    refuse_as(headers, status, code.as_str(), message)
}

fn refuse_as(headers: &HeaderMap, status: StatusCode, code: &str, message: &str) -> Response {
    let body = serde_json::json!({ "errors": [{ "message": message, "extensions": { "code": code } }] });
    respond(headers, status, serde_json::to_vec(&body).unwrap_or_default())
}
