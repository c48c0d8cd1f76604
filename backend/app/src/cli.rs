//! What one may ask of `sala`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::{backup, config::Config, database::Home, gazetteer, log, serve};

/// A hub on which a network of civil-society organisations runs its joint advocacy.
#[derive(Debug, Parser)]
#[command(name = "sala", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run a hub of your own.
    Serve(Options),
    /// Run the demo network, with one-click sign-in.
    Demo(Options),
    /// Bring the database up to date and stop.
    Migrate(Options),
    /// Write database and files into one file, also while the hub runs.
    Backup {
        /// The file to write.
        file: PathBuf,
        #[command(flatten)]
        options: Options,
    },
    /// Read a backup into an empty hub.
    Restore {
        /// The file to read.
        file: PathBuf,
        /// Throw away what the hub holds.
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        options: Options,
    },
    /// Read a newer gazetteer: a CSV with code, type and both names, as NCDD publishes it. All rows or none.
    Gazetteer {
        /// The file to read.
        file: PathBuf,
        /// End units that the file no longer lists (in the provinces it covers) on this day, as 2026-06-19.
        #[arg(long)]
        ends: Option<chrono::NaiveDate>,
        #[command(flatten)]
        options: Options,
    },
    /// Build the search index anew, also while the hub runs; it answers from the old one until then.
    Reindex(Options),
    /// Take a mail that came to the hub's address, from standard input, also while the hub runs: a letter that did not arrive
    /// (RFC 3464), or a calendar's answer to an invitation (RFC 6047). Any other is left alone.
    TakeMail(Options),
    /// Tell whether a published file is unchanged, and which endorsements bind to its text.
    Verify {
        /// The file: `paper.pdf`, `paper.html` or `text.en.txt`, as published.
        file: PathBuf,
        /// What was published with it: `manifest.json`.
        manifest: PathBuf,
    },
    /// Print the GraphQL schema.
    Schema,
    /// Look at one file, as the hub does for itself.
    #[command(hide = true)]
    Look {
        #[command(subcommand)]
        what: crate::look::What,
    },
}

#[derive(Debug, Clone, Args)]
struct Options {
    /// Settings; see config.default.toml.
    #[arg(long, env = "SALA_CONFIG")]
    config: Option<PathBuf>,
    /// Where everything of the hub lies.
    #[arg(long)]
    data_dir: Option<PathBuf>,
    /// The port to listen on.
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on.
    #[arg(long)]
    host: Option<std::net::IpAddr>,
}

impl Options {
    fn read(self) -> Result<Config, String> {
        let mut config = Config::read(self.config.as_deref())?;
        config.data_dir = self.data_dir.unwrap_or(config.data_dir);
        config.listen.port = self.port.unwrap_or(config.listen.port);
        config.listen.host = self.host.unwrap_or(config.listen.host);
        Ok(config)
    }
}

/// Does what was asked.
pub fn run(cli: Cli) -> Result<(), String> {
    match cli.command {
        Command::Schema => {
            use std::io::Write as _;
            std::io::stdout().write_all(sala_api::graph::sdl().as_bytes()).map_err(|e| e.to_string())
        }
        Command::Verify { file, manifest } => {
            use std::io::Write as _;
            let told = crate::verify::verify(&file, &manifest)?;
            std::io::stdout().write_all(told.as_bytes()).map_err(|e| e.to_string())
        }
        Command::Look { what } => crate::look::run(what),
        Command::Reindex(options) => {
            let config = options.read()?;
            log::begin(&config)?;
            runtime()?.block_on(crate::beside::reindex(&config))
        }
        Command::TakeMail(options) => {
            let config = options.read()?;
            log::begin(&config)?;
            runtime()?.block_on(crate::beside::take_mail(&config))
        }
        Command::Serve(options) => hold(options, |config, home| serve::run(config, home, false)),
        Command::Demo(options) => hold(options, |config, home| serve::run(config, home, true)),
        Command::Migrate(options) => hold(options, |config, home| async move {
            let database = home.open(&config).await?;
            database.migrate().await?;
            database.close().await;
            Ok(())
        }),
        Command::Gazetteer { file, ends, options } => {
            let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            hold(options, move |config, home| async move { gazetteer::import(&config, home, &text, ends).await })
        }
        Command::Backup { file, options } => {
            let config = options.read()?;
            log::begin(&config)?;
            let file = std::path::absolute(&file).map_err(|e| e.to_string())?;
            runtime()?.block_on(backup::write(&config, &file))
        }
        Command::Restore { file, replace, options } => {
            let file = std::path::absolute(&file).map_err(|e| e.to_string())?;
            // Opened before root is given up: the file may be readable to its owner alone.
            let source = std::fs::File::open(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            hold(options, move |config, home| async move { backup::restore(&config, home, source, replace).await })
        }
    }
}

/// Reads the settings, takes the data folder, gives up root, and only then starts any thread.
fn hold<F>(options: Options, work: impl FnOnce(Config, Home) -> F) -> Result<(), String>
where
    F: Future<Output = Result<(), String>>,
{
    let config = options.read()?;
    let logging = log::begin(&config)?;
    let home = Home::take(&config).map_err(|e| e.to_string())?;
    let _sending = logging.trace(&config)?;
    runtime()?.block_on(work(config, home))
}

fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())
}
