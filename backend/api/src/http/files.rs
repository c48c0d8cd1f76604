//! Files go by their own addresses, never by GraphQL: `GET` to read, `PUT` to send.
//!
//! Rights are asked for every request, and nothing is kept by a cache that does not ask again.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_documents::write;
use sala_domain::{
    calendar, decisions,
    memberships::{import, roll},
    networks,
    organisations::logos,
};
use sala_identity::calendar_feeds;
use sala_kernel::{DecisionId, Error, Language, Message, NetworkId, OrganisationId, Result};
use serde_json::json;

use super::{caller, router::Public};
use crate::written::Printed;

/// What a file may do in a browser: nothing.
pub(super) const SANDBOX: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// Reads a logo.
pub(super) async fn logo(
    State(public): State<Arc<Public>>,
    Path(organisation): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = async {
        let actor = caller::actor(&public.services, &public.trust, &headers).await?;
        let id: OrganisationId = organisation.parse().map_err(|_| Error::NotFound)?;
        logos::read(&public.services.pool, &actor, id).await?.ok_or(Error::NotFound)
    };
    match found.await {
        Ok((hash, bytes)) => {
            let tag = format!("\"{hash}\"");
            let same = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
            let mut response = if same { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
            let out = response.headers_mut();
            out.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/png"));
            out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
            // Kept, but asked about each time: rights may have ended.
            out.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
            out.insert(header::VARY, HeaderValue::from_static("cookie, authorization"));
            if let Ok(tag) = HeaderValue::from_str(&tag) {
                out.insert(header::ETAG, tag);
            }
            response
        }
        Err(error) => refuse(error),
    }
}

/// Takes a logo.
pub(super) async fn put_logo(
    State(public): State<Arc<Public>>,
    Path(organisation): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !public.trust.same_origin(&headers) {
        return elsewhere();
    }
    match keep(&public, &organisation, &headers, body).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refuse(error),
    }
}

async fn keep(public: &Public, organisation: &str, headers: &HeaderMap, body: Bytes) -> Result<()> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: OrganisationId = organisation.parse().map_err(|_| Error::NotFound)?;
    // Asked before the picture is read: a stranger costs no drawing.
    logos::may_set(&services.pool, &actor, id).await?;
    let drawn = services.draw(move || logos::draw(&body)).await??;
    logos::set(&services.pool, &services.env, &actor, id, Some(drawn)).await?;
    Ok(())
}

/// The language of a table.
#[derive(Debug, serde::Deserialize)]
pub(super) struct InLanguage {
    #[serde(default)]
    lang: String,
}

/// The record of a decision: `.csv` for spreadsheets.
pub(super) async fn record(
    State(public): State<Arc<Public>>,
    Path(decision): Path<String>,
    Query(wanted): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    let read = recorded(&public, &decision, &wanted, &headers).await;
    table(read.and_then(|record| decisions::record::csv(&record)), "decision-record.csv")
}

/// The same to be printed: `.pdf`.
pub(super) async fn printed_record(
    State(public): State<Arc<Public>>,
    Path(decision): Path<String>,
    Query(wanted): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    let made = async {
        let record = recorded(&public, &decision, &wanted, &headers).await?;
        let (services, language) = (&public.services, Language::from_tag(&wanted.lang));
        let fonts = services.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
        let about = record.about.iter().map(|(word, told)| format!("{word}: {}", told.join(" · ")));
        let work = Printed {
            title: format!("{}: {}", Message::FileDecision.told(language), record.title),
            language,
            about: &about.collect::<Vec<_>>(),
            heads: &record.heads.map(str::to_owned),
            rows: &record.rows.into_iter().map(Vec::from).collect::<Vec<_>>(),
            foot: &[],
            inside: true,
            hash: String::new(),
        }
        .work();
        services.draw(move || write::pdf(&work, &fonts)).await?.map_err(Error::internal)
    };
    match made.await {
        Ok(bytes) => saved(bytes, "application/pdf", "decision-record.pdf"),
        Err(error) => refuse(error),
    }
}

async fn recorded(
    public: &Public,
    decision: &str,
    wanted: &InLanguage,
    headers: &HeaderMap,
) -> Result<decisions::record::Record> {
    let actor = caller::actor(&public.services, &public.trust, headers).await?;
    let id: DecisionId = decision.parse().map_err(|_| Error::NotFound)?;
    let pool = &public.services.pool;
    let (decision, tally) = decisions::store::visible(pool, &actor, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    let zone = networks::store::zone(pool, decision.network).await?;
    decisions::record::read(pool, &actor, (&decision, &tally), zone, Language::from_tag(&wanted.lang)).await
}

/// The member roll of a network as CSV.
pub(super) async fn roll(
    State(public): State<Arc<Public>>,
    Path(network): Path<String>,
    Query(wanted): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    let made = async {
        let actor = caller::actor(&public.services, &public.trust, &headers).await?;
        let id: NetworkId = network.parse().map_err(|_| Error::NotFound)?;
        let pool = &public.services.pool;
        networks::store::visible(pool, &actor, Some(&[id.0])).await?.pop().ok_or(Error::NotFound)?;
        roll::csv(pool, &actor, id, Language::from_tag(&wanted.lang)).await
    };
    table(made.await, "members.csv")
}

/// The name of a file.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Named {
    #[serde(default)]
    name: String,
}

/// Takes a table of members in as a draft; the answer says its id.
pub(super) async fn import(
    State(public): State<Arc<Public>>,
    Path(network): Path<String>,
    Query(named): Query<Named>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !public.trust.same_origin(&headers) {
        return elsewhere();
    }
    let services = &public.services;
    let made = async {
        let actor = caller::actor(services, &public.trust, &headers).await?;
        let id: NetworkId = network.parse().map_err(|_| Error::NotFound)?;
        import::service::read_in(&services.pool, &services.env, &actor, id, &named.name, &body).await
    };
    match made.await {
        Ok(import) => answer(StatusCode::CREATED, json!({ "id": import.id.to_string() })),
        Err(error) => refuse(error),
    }
}

/// What a calendar is to hold.
#[derive(Debug, serde::Deserialize)]
pub(super) struct InCalendar {
    #[serde(default)]
    lang: String,
    /// This campaign alone.
    campaign: Option<String>,
}

/// What concerns the person whose private address this is, for a calendar program.
pub(super) async fn calendar(
    State(public): State<Arc<Public>>,
    Path(secret): Path<String>,
    Query(wanted): Query<InCalendar>,
) -> Response {
    let services = &public.services;
    let made = async {
        let campaign = wanted.campaign.as_deref().map(str::parse).transpose().map_err(|_| Error::NotFound)?;
        let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
        let (actor, language) = calendar_feeds::open(&services.pool, &services.env, secret).await?;
        let language = if wanted.lang.is_empty() { language } else { Language::from_tag(&wanted.lang) };
        let entries = calendar::entries(&services.pool, &actor, services.env.now(), campaign).await?;
        Ok(sala_notify::calendar::write(&entries, &services.settings.public_url, language, services.env.now()))
    };
    match made.await {
        Ok(text) => {
            let mut response = text.into_response();
            let out = response.headers_mut();
            out.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
            out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
            out.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
            response
        }
        Err(error) => refuse(error),
    }
}

/// A table to be saved, not shown.
fn table(made: Result<Vec<u8>>, name: &str) -> Response {
    match made {
        Ok(bytes) => saved(bytes, "text/csv; charset=utf-8", name),
        Err(error) => refuse(error),
    }
}

/// A file to be saved, not shown.
pub(super) fn saved(bytes: Vec<u8>, media: &'static str, name: &str) -> Response {
    let mut response = bytes.into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        out.insert(header::CONTENT_DISPOSITION, disposition);
    }
    out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The answer to what another site sends in somebody's name.
pub(super) fn elsewhere() -> Response {
    answer(StatusCode::FORBIDDEN, json!({ "code": "FORBIDDEN", "message": "this request comes from another site" }))
}

/// An error in the shape that clients know from GraphQL's.
pub(super) fn refuse(error: Error) -> Response {
    let code = |status, code: &str, message: &str| answer(status, json!({ "code": code, "message": message }));
    match error {
        Error::NotFound => code(StatusCode::NOT_FOUND, "NOT_FOUND", "Not found."),
        Error::Unauthenticated => code(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "Sign in first."),
        Error::Conflict => code(StatusCode::CONFLICT, "CONFLICT", "Somebody else changed this meanwhile."),
        Error::Throttled(_) => code(StatusCode::TOO_MANY_REQUESTS, "THROTTLED", "Too many tries."),
        Error::Forbidden(message) => {
            let text = message.text();
            let body = json!({ "code": "FORBIDDEN", "message": { "en": text.en, "km": text.km } });
            answer(StatusCode::FORBIDDEN, body)
        }
        Error::Invalid(found) => {
            let violations: Vec<_> = found
                .iter()
                .map(|violation| {
                    let text = violation.message.text();
                    json!({ "field": violation.field, "key": text.key, "message": { "en": text.en, "km": text.km } })
                })
                .collect();
            answer(StatusCode::UNPROCESSABLE_ENTITY, json!({ "code": "BAD_INPUT", "violations": violations }))
        }
        Error::Internal(source) => {
            tracing::error!(error = %source, "a file request failed");
            code(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "Something broke on our side.")
        }
    }
}

pub(super) fn answer(status: StatusCode, body: serde_json::Value) -> Response {
    let mut response = (status, Json(body)).into_response();
    let out = response.headers_mut();
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    out.insert(HeaderName::from_static("content-security-policy"), HeaderValue::from_static(SANDBOX));
    response
}
