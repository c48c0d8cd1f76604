//! All routes and what holds for every one of them.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse as _, Response},
    routing::{get, post, put},
};
use tower_http::{catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};
use tracing::Instrument as _;

use super::{
    Persisted, Trust, assets, dialogues, evidence, files, graphql, maps, openid, papers, public, reports, scoreboard,
    upgrade,
};
use crate::{Services, Web, graph::SalaSchema, live::Live};

/// Longest body of a request.
const BODY: usize = 1024 * 1024;
/// Longest request, sockets aside.
const REQUEST: Duration = Duration::from_secs(30);

/// What the web app may do in a browser: only what it brings along itself.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; \
                   img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                   base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What the routes share.
pub struct Public {
    /// The services of this node.
    pub services: Services,
    /// The schema.
    pub schema: SalaSchema,
    /// Subscriptions.
    pub live: Live,
    /// The way to the hub.
    pub trust: Trust,
    /// Documents known by their hash.
    pub persisted: Persisted,
    /// The web app.
    pub web: Web,
    /// Renders metrics, where they are on.
    pub metrics: Option<Arc<dyn Fn() -> String + Send + Sync>>,
}

impl std::fmt::Debug for Public {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Public").finish_non_exhaustive()
    }
}

/// The whole of the outside.
pub fn router(public: Arc<Public>) -> Router {
    Router::new()
        .route("/graphql", get(graphql::get).post(graphql::post))
        .route("/graphql/ws", get(upgrade::graphql))
        .route("/collab/{text}", get(upgrade::text))
        .route("/graphiql", get(graphiql))
        .route("/openid/{provider}/callback", get(openid::callback))
        .route("/files/{id}/logo", get(files::logo).put(files::put_logo))
        .route("/files/{id}/members.csv", get(files::roll))
        .route("/files/{id}/import", put(files::import))
        .route("/files/{id}/record.csv", get(files::record))
        .route("/files/{id}/record.pdf", get(files::printed_record))
        .route("/files/{id}/part", get(evidence::progress).put(evidence::part))
        .route("/files/{id}/content", get(evidence::content))
        .route("/files/{id}/pages/{page}", get(evidence::picture))
        .route("/files/{id}/catalogue/{name}", get(evidence::catalogue))
        .route("/files/{id}/paper/{name}", get(papers::file))
        .route("/files/{id}/report/{name}", get(reports::file))
        .route("/files/{id}/map/{name}", get(maps::file))
        .route("/files/{id}/letters", post(dialogues::letters))
        .route("/files/{id}/dialogue/{name}", get(dialogues::file))
        .route("/public/campaigns/{id}", get(public::campaign))
        .route("/public/commitments/{id}", get(scoreboard::page))
        .route("/public/papers/{id}", get(public::page))
        .route("/public/papers/{id}/{name}", get(public::file))
        .route("/calendar/{secret}", get(files::calendar))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .fallback(assets::serve)
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, REQUEST))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(Arc::clone(&public), around))
        .with_state(public)
}

/// Request id, log line, metrics, and the headers that every answer carries.
async fn around(State(public): State<Arc<Public>>, request: Request, next: Next) -> Response {
    let id = uuid::Uuid::new_v4().simple().to_string();
    let method = request.method().clone();
    let route = route_of(request.uri().path());
    // No path, query, address or agent: they may name people and what they look for.
    let span = tracing::info_span!("http", id, %method, route, status = tracing::field::Empty);
    let begun = std::time::Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let took = begun.elapsed();
    span.record("status", status);
    metrics::histogram!("http_request_seconds", "route" => route, "status" => status.to_string())
        .record(took.as_secs_f64());
    span.in_scope(|| tracing::debug!(ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX), "answered"));
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, if route == "/graphiql" { "frame-ancestors 'none'" } else { CSP });
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    );
    if public.trust.secure() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert("x-request-id", id);
    }
    response
}

fn route_of(path: &str) -> &'static str {
    match path {
        "/graphql" => "/graphql",
        "/graphql/ws" => "/graphql/ws",
        "/graphiql" => "/graphiql",
        "/healthz" => "/healthz",
        "/readyz" => "/readyz",
        "/metrics" => "/metrics",
        path if path.starts_with("/assets/") => "/assets",
        path if path.starts_with("/files/") => "/files",
        path if path.starts_with("/collab/") => "/collab",
        path if path.starts_with("/calendar/") => "/calendar",
        path if path.starts_with("/public/") => "/public",
        path if path.starts_with("/openid/") => "/openid",
        _ => "page",
    }
}

/// Ready for traffic: the database answers.
async fn ready(State(public): State<Arc<Public>>) -> Response {
    match sala_domain::hub::lookup(&public.services.pool).await {
        Ok(_) => "ready".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
    }
}

async fn metrics(State(public): State<Arc<Public>>) -> Response {
    match &public.metrics {
        Some(render) => {
            #[expect(clippy::cast_precision_loss, reason = "gauges are floats")]
            {
                metrics::gauge!("live_sockets").set(public.live.sockets() as f64);
                metrics::gauge!("live_executions").set(public.live.groups() as f64);
            }
            render().into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn graphiql(State(public): State<Arc<Public>>) -> Response {
    if !public.services.development {
        return StatusCode::NOT_FOUND.into_response();
    }
    let page = async_graphql::http::GraphiQLSource::build().endpoint("/graphql").subscription_endpoint("/graphql/ws");
    Html(page.finish()).into_response()
}
