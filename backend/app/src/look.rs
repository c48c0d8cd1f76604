//! What `sala` does in a process of its own for itself: look at one file, or run one program of the system, confined.

use std::{io::Write as _, os::unix::process::CommandExt as _, path::PathBuf, process::Command};

use clap::Subcommand;
use sala_documents::{
    apart,
    look::{Question, look},
};
use sala_domain::access::Deed;
use sala_kernel::{Draft, EventId};

use crate::{
    config::Config,
    database::{Database, Home},
};

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Look at a file.
    At { question: String, path: PathBuf, name: String },
    /// Run a program that is known to read files.
    With {
        program: String,
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
}

/// Does it.
pub fn run(what: What) -> Result<(), String> {
    match what {
        What::At { question, path, name } => {
            let question: Question = serde_json::from_str(&question).map_err(|e| e.to_string())?;
            apart::confine(question == Question::Clean);
            let answer = serde_json::to_vec(&look(question, &path, &name)).map_err(|e| e.to_string())?;
            std::io::stdout().write_all(&answer).map_err(|e| e.to_string())
        }
        What::With { program, words } => {
            if !matches!(program.as_str(), "pdftoppm" | "tesseract") {
                return Err("no such program".into());
            }
            apart::confine(false);
            Err(Command::new(program).args(words).env("OMP_THREAD_LIMIT", "1").exec().to_string())
        }
    }
}

/// Tells every node to build its index anew.
pub async fn reindex(config: &Config) -> Result<(), String> {
    let database = if config.database.url.is_empty() {
        match Home::take(config) {
            Err(sala_postgres::Error::InUse { .. }) => {
                let base = config.data_dir.canonicalize().map_err(|e| e.to_string())?;
                Database::running(base.join("run"), config)
            }
            Err(error) => return Err(error.to_string()),
            Ok(home) => home.open(config).await?,
        }
    } else {
        Database::given(config)?
    };
    let env = sala_kernel::Env::system();
    let mut tx = database.pool.begin().await.map_err(|e| e.to_string())?;
    let event: Draft = Deed::HUB.event("hub.reindexed", EventId::fresh(&env));
    sala_kernel::append(&mut tx, &env, event).await.map_err(|e| e.to_string())?;
    tx.commit().await.map_err(|e| e.to_string())?;
    database.close().await;
    Ok(())
}
