//! Logs: readable for people, or JSON for machines. Never content, names, addresses, tokens.

use tracing_subscriber::{EnvFilter, Registry, layer::SubscriberExt as _, reload, util::SubscriberInitExt as _};

use crate::{
    config::Config,
    traces::{self, Sending},
};

type Traces = Option<Box<dyn tracing_subscriber::Layer<Registry> + Send + Sync>>;

/// Where traces can be added once root is given up.
pub struct Logging {
    traces: Option<reload::Handle<Traces, Registry>>,
}

/// Begins to log to standard error.
pub fn begin(config: &Config) -> Result<Logging, String> {
    let filter =
        EnvFilter::try_new(&config.log.level).map_err(|e| format!("log.level is `{}`: {e}", config.log.level))?;
    // Only where traces are wanted does anything stand in every span's way for them.
    let (later, handle) = if config.traces.url.is_empty() {
        (None, None)
    } else {
        let (layer, handle) = reload::Layer::new(None);
        (Some(layer), Some(handle))
    };
    let log = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        // Colours for people at a terminal only: files and journals keep plain text.
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    let registry = tracing_subscriber::registry().with(later).with(filter);
    let begun = if config.log.format == "json" {
        registry.with(log.json().flatten_event(true)).try_init()
    } else {
        registry.with(log.with_target(false)).try_init()
    };
    begun.map_err(|e| e.to_string())?;
    Ok(Logging { traces: handle })
}

impl Logging {
    /// Begins to send traces, where a collector is configured. Keep what comes back until the end.
    pub fn trace(self, config: &Config) -> Result<Option<Sending>, String> {
        let (Some(handle), Some((layer, sending))) = (self.traces, traces::layer(config)?) else { return Ok(None) };
        handle.reload(Some(Box::new(layer) as _)).map_err(|e| e.to_string())?;
        Ok(Some(sending))
    }
}
