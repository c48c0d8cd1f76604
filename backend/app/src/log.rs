//! Logs: readable for people, or JSON for machines. Never content, names, addresses, tokens.

use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// Begins to log to standard error.
pub fn begin(config: &Config) -> Result<(), String> {
    let filter =
        EnvFilter::try_new(&config.log.level).map_err(|e| format!("log.level is `{}`: {e}", config.log.level))?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // Colours for people at a terminal only: files and journals keep plain text.
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    if config.log.format == "json" {
        log.json().flatten_event(true).try_init().map_err(|e| e.to_string())
    } else {
        log.with_target(false).try_init().map_err(|e| e.to_string())
    }
}
