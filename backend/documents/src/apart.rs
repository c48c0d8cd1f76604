//! Looking at a file in a process of its own: no network, little memory, little time.
//!
//! The process is this very program, started as `sala look`. It limits itself
//! before it touches the file ([`confine`]) and is killed when its time is up;
//! what it was reading is then unreadable, and nothing else is harmed.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    sync::Arc,
    time::Duration,
};

use nix::{
    sched::{CloneFlags, unshare},
    sys::resource::{Resource, setrlimit},
};
use sala_kernel::{Error, Result};
use tokio::{io::AsyncReadExt as _, process::Command, sync::Semaphore};

use crate::look::{Answer, Question, Refusal, look};

/// Most memory that looking at a file may take, in bytes of address space.
const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
/// Most processor time, in seconds.
const SECONDS: u64 = 40;
/// Most time by the clock.
const PATIENCE: Duration = Duration::from_mins(1);
/// Longest answer.
const ANSWER: u64 = 96 * 1024 * 1024;

/// Takes away from this process what looking at a file does not need.
pub fn confine(writes: bool) {
    let limit = |resource, most| {
        let _ = setrlimit(resource, most, most);
    };
    limit(Resource::RLIMIT_AS, MEMORY);
    limit(Resource::RLIMIT_CPU, SECONDS);
    limit(Resource::RLIMIT_CORE, 0);
    limit(Resource::RLIMIT_NOFILE, 32);
    limit(Resource::RLIMIT_FSIZE, if writes { 512 * 1024 * 1024 } else { 64 * 1024 * 1024 });
    // Where the system lets ordinary accounts have a world of their own, this one has no network in it.
    let _ = unshare(CloneFlags::CLONE_NEWUSER | CloneFlags::CLONE_NEWNET);
}

#[derive(Debug, Clone)]
enum Where {
    Apart(PathBuf),
    Here,
}

/// Whoever looks at files.
#[derive(Debug, Clone)]
pub struct Reader {
    place: Where,
    turns: Arc<Semaphore>,
}

impl Reader {
    /// Looks at files in processes of this program.
    pub fn apart(program: PathBuf) -> Self {
        Self { place: Where::Apart(program), turns: Arc::new(Semaphore::new(2)) }
    }

    /// Looks at files in this process: for tests, which are not that program.
    pub fn here() -> Self {
        Self { place: Where::Here, turns: Arc::new(Semaphore::new(2)) }
    }

    /// Looks at a file; one at which the looker dies or that takes too long is broken.
    pub async fn look(&self, question: Question, path: &Path, name: &str) -> Result<Answer> {
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        match &self.place {
            Where::Here => {
                let (path, name) = (path.to_owned(), name.to_owned());
                tokio::task::spawn_blocking(move || look(question, &path, &name)).await.map_err(Error::internal)
            }
            Where::Apart(program) => ask(program, question, path, name).await,
        }
    }

    /// A program of the system, confined like everything that touches files; none where there is no such program.
    pub(crate) async fn tool(&self, program: &str, words: &[&str]) -> Option<Vec<u8>> {
        let Where::Apart(sala) = &self.place else { return None };
        let _turn = self.turns.acquire().await.ok()?;
        let mut command = Command::new(sala);
        command.arg("look").arg("with").arg(program).args(words);
        let (ended, out) = run(command).await.ok()?;
        ended.then_some(out)
    }
}

async fn ask(program: &Path, question: Question, path: &Path, name: &str) -> Result<Answer> {
    let word = serde_json::to_string(&question).map_err(Error::internal)?;
    let mut command = Command::new(program);
    command.arg("look").arg("at").arg(word).arg(path).arg(name);
    let (_, out) = run(command).await?;
    Ok(serde_json::from_slice(&out).unwrap_or(Answer::Refused(Refusal::Broken)))
}

/// Runs to the end or to the limit of patience; whether it ended well, and what it said.
async fn run(mut command: Command) -> Result<(bool, Vec<u8>)> {
    let mut child = command
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(Error::internal)?;
    let Some(stdout) = child.stdout.take() else { return Ok((false, Vec::new())) };
    let mut out = Vec::new();
    let whole = async {
        let read = stdout.take(ANSWER).read_to_end(&mut out).await;
        child.wait().await.is_ok_and(|status| status.success()) && read.is_ok()
    };
    let ended = tokio::time::timeout(PATIENCE, whole).await;
    if ended.is_err() {
        let _ = child.kill().await;
    }
    Ok((ended.unwrap_or(false), out))
}
