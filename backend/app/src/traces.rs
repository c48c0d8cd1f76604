//! Traces for a collector that the operator named (OTLP over HTTP); without one, nothing is made or sent.
//!
//! A trace carries what a log line may: method, kind of route, status, duration, the request's id. Never paths,
//! queries, addresses or people.

use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::{
    Resource,
    trace::{Sampler, SdkTracerProvider, Tracer},
};
use tracing::Subscriber;
use tracing_opentelemetry::OpenTelemetryLayer;
use tracing_subscriber::registry::LookupSpan;

use crate::config::Config;

/// Sends what is left when the program ends.
#[derive(Debug)]
pub struct Sending(SdkTracerProvider);

impl Drop for Sending {
    fn drop(&mut self) {
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "the last traces were not taken by the collector");
        }
    }
}

/// A layer, and what sends the last of its spans.
pub type Traced<S> = (OpenTelemetryLayer<S, Tracer>, Sending);

/// A layer that hands spans to the collector. Starts a thread of its own: call it after root is given up.
pub fn layer<S>(config: &Config) -> Result<Option<Traced<S>>, String>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    let traces = &config.traces;
    if traces.url.is_empty() {
        return Ok(None);
    }
    // The exporter makes its own client and leaves the choice of cryptography to the program. A second choice is no fault.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let exporter = SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", traces.url.trim_end_matches('/')))
        .build()
        .map_err(|e| format!("traces.url: {e}"))?;
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_sampler(Sampler::TraceIdRatioBased(traces.share))
        .with_resource(Resource::builder_empty().with_service_name("sala").build())
        .build();
    // Spans are labelled by what they are, not by where the code stands or which thread ran it.
    let layer = tracing_opentelemetry::layer()
        .with_tracer(provider.tracer("sala"))
        .with_location(false)
        .with_threads(false)
        .with_target(false);
    Ok(Some((layer, Sending(provider))))
}
