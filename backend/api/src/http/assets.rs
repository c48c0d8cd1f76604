//! The web app's files: precompressed, immutable where their name says so.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};

use super::router::Public;

/// Serves a file of the app; any other path is a page of it, drawn in the browser.
pub(super) async fn serve(State(public): State<Arc<Public>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let (asset, page) = match (public.web)(path).filter(|_| !path.is_empty()) {
        Some(asset) => (asset, matches!(path, "index.html" | "guest.html")),
        None if path.starts_with("assets/") || path.rsplit('/').next().is_some_and(|name| name.contains('.')) => {
            return (StatusCode::NOT_FOUND, "not found").into_response();
        }
        // Opened by whoever is invited, once, on whatever line they have: a page by itself, without the app.
        None => match (public.web)(if path == "rsvp" { "guest.html" } else { "index.html" }) {
            Some(asset) => (asset, true),
            None => return (StatusCode::NOT_FOUND, "the web app is not part of this build").into_response(),
        },
    };
    let brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|e| e.trim().starts_with("br") && !e.contains("q=0")));
    let (body, encoded) = match asset.brotli {
        Some(small) if brotli => (small, true),
        _ => (asset.plain, false),
    };
    let mut response = axum::body::Body::from(body.into_owned()).into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if encoded {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    let keep = if path.starts_with("assets/") && !page { "public, max-age=31536000, immutable" } else { "no-cache" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}
