//! What `sala` does in a process of its own for itself: look at one file, or run one program of the system, confined.

use std::{io::Write as _, os::unix::process::CommandExt as _, path::PathBuf, process::Command};

use clap::Subcommand;
use sala_documents::{
    apart,
    look::{Question, look},
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
