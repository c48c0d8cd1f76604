//! Files of the library: parts coming in, whole files and pictures of pages going out.
//!
//! What goes out is only ever saved or drawn, never run: an attachment of its
//! own media type, nothing that a browser may execute, and no cache that does not
//! ask again.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_documents::{intake::Intake, pictures};
use sala_domain::{
    evidence::{
        File,
        export::{self, Form},
        service, uploads,
    },
    networks,
};
use sala_kernel::{Error, FileId, NetworkId, Result, UploadId};
use serde_json::json;

use super::{
    caller,
    files::{SANDBOX, answer, elsewhere, refuse},
    router::Public,
};

/// Where a part begins.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Part {
    #[serde(default)]
    offset: i64,
}

/// Takes the next part of an upload; the answer says how far it has come.
pub(super) async fn part(
    State(public): State<Arc<Public>>,
    Path(upload): Path<String>,
    Query(part): Query<Part>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !public.trust.same_origin(&headers) {
        return elsewhere();
    }
    let services = &public.services;
    let received = async {
        let actor = caller::actor(services, &public.trust, &headers).await?;
        let id: UploadId = upload.parse().map_err(|_| Error::NotFound)?;
        let (pool, env, files, reader) = (&services.pool, &services.env, &services.files, &services.reader);
        Intake { pool, env, files, reader }.receive(&actor, id, part.offset, body).await
    };
    match received.await {
        Ok(upload) => answer(StatusCode::OK, json!({ "received": upload.received, "complete": upload.complete })),
        Err(error) => refuse(error),
    }
}

/// How far an upload has come.
pub(super) async fn progress(
    State(public): State<Arc<Public>>,
    Path(upload): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = async {
        let actor = caller::actor(&public.services, &public.trust, &headers).await?;
        let id: UploadId = upload.parse().map_err(|_| Error::NotFound)?;
        uploads::own(&public.services.pool, &actor, id).await
    };
    match found.await {
        Ok(upload) => answer(StatusCode::OK, json!({ "received": upload.received, "complete": upload.complete })),
        Err(error) => refuse(error),
    }
}

async fn opened(public: &Public, file: &str, headers: &HeaderMap) -> Result<File> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: FileId = file.parse().map_err(|_| Error::NotFound)?;
    Ok(service::open(&services.pool, &services.env, &actor, id).await?.1)
}

/// The range of bytes that is asked for, where it can be had (RFC 9110, 14.2; one range only).
fn range(headers: &HeaderMap, length: u64) -> Option<(u64, u64)> {
    let wanted = headers.get(header::RANGE)?.to_str().ok()?.strip_prefix("bytes=")?;
    let (from, to) = wanted.split_once('-')?;
    let from: u64 = from.parse().ok()?;
    let to = if to.is_empty() { length } else { to.parse::<u64>().ok()?.checked_add(1)?.min(length) };
    (from < to).then_some((from, to))
}

/// A file as it came, to be saved.
pub(super) async fn content(
    State(public): State<Arc<Public>>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = async {
        let file = opened(&public, &file, &headers).await?;
        let range = range(&headers, u64::try_from(file.bytes).unwrap_or(0));
        let pieces = public.services.files.read(&file.object, range).await?;
        Ok((file, range, pieces))
    };
    let (file, range, pieces) = match found.await {
        Ok(found) => found,
        Err(error) => return refuse(error),
    };
    let mut response = Body::from_stream(pieces).into_response();
    let length = range.map_or(file.bytes, |(from, to)| i64::try_from(to - from).unwrap_or(0));
    if let Some((from, to)) = range {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        set(&mut response, header::CONTENT_RANGE, &format!("bytes {from}-{}/{}", to - 1, file.bytes));
    }
    set(&mut response, header::CONTENT_TYPE, &file.media);
    set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    set(&mut response, header::CONTENT_DISPOSITION, &disposition(&file.name));
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    seal(&mut response);
    response
}

/// A picture of one page.
pub(super) async fn picture(
    State(public): State<Arc<Public>>,
    Path((file, page)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let drawn = async {
        let number: u32 = page.trim_end_matches(".jpg").parse().map_err(|_| Error::NotFound)?;
        let file = opened(&public, &file, &headers).await?;
        pictures::page(&public.services.files, &public.services.reader, &file, number).await?.ok_or(Error::NotFound)
    };
    match drawn.await {
        Ok(bytes) => {
            let mut response = bytes.into_response();
            set(&mut response, header::CONTENT_TYPE, "image/jpeg");
            seal(&mut response);
            response
        }
        Err(error) => refuse(error),
    }
}

/// The catalogue of a network's library as a table, RIS or BibTeX.
pub(super) async fn catalogue(
    State(public): State<Arc<Public>>,
    Path((network, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let services = &public.services;
    let (form, media) = match name.as_str() {
        "evidence.csv" => (Form::Csv, "text/csv; charset=utf-8"),
        "evidence.ris" => (Form::Ris, "application/x-research-info-systems; charset=utf-8"),
        "evidence.bib" => (Form::Bib, "application/x-bibtex; charset=utf-8"),
        _ => return refuse(Error::NotFound),
    };
    let made = async {
        let actor = caller::actor(services, &public.trust, &headers).await?;
        let id: NetworkId = network.parse().map_err(|_| Error::NotFound)?;
        networks::store::visible(&services.pool, &actor, Some(&[id.0])).await?.pop().ok_or(Error::NotFound)?;
        export::write(&services.pool, &actor, id, form, &services.settings.public_url).await
    };
    match made.await {
        Ok(bytes) => {
            let mut response = bytes.into_response();
            set(&mut response, header::CONTENT_TYPE, media);
            set(&mut response, header::CONTENT_DISPOSITION, &disposition(&name));
            seal(&mut response);
            response
        }
        Err(error) => refuse(error),
    }
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn seal(response: &mut Response) {
    set(response, header::CONTENT_SECURITY_POLICY, SANDBOX);
    set(response, header::CACHE_CONTROL, "private, no-store");
    set(response, header::VARY, "cookie, authorization");
}

/// To be saved under its name (RFC 6266): in letters that any program takes, and as it is.
fn disposition(name: &str) -> String {
    use std::fmt::Write as _;
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            exact.push(char::from(byte));
        } else {
            let _ = write!(exact, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        let made = disposition("ថវិកា \"2026\"\r\nX: y.pdf");
        assert!(!made.contains(['\r', '\n']) && made.matches('"').count() == 2, "{made}");
    }

    #[test]
    fn only_ranges_that_can_be_had_are_given() {
        let asked = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(text));
            range(&headers, 100)
        };
        assert_eq!(asked("bytes=10-19"), Some((10, 20)));
        assert_eq!(asked("bytes=90-"), Some((90, 100)));
        assert_eq!(asked("bytes=90-400"), Some((90, 100)));
        for bad in ["bytes=100-", "bytes=-5", "bytes=9-3", "items=1-2"] {
            assert_eq!(asked(bad), None, "{bad}");
        }
    }
}
