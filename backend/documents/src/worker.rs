//! Reads the library's files, one after another, on every node.

use std::time::Duration;

use sala_domain::evidence::{
    Read,
    texts::{self, Turn},
};
use sala_files::Files;
use sala_kernel::{Env, Error, Pool, Result};

use crate::{
    apart::Reader,
    kind::Kind,
    look::{Answer, Question},
    pictures,
};

/// How often to look for files that wait.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Reads the next file that waits; whether there was one.
pub async fn read_next(pool: &Pool, env: &Env, files: &Files, reader: &Reader) -> Result<bool> {
    let Some(turn) = texts::next(pool, env).await? else {
        texts::give_up(pool, env).await?;
        return Ok(false);
    };
    let read = read(files, reader, &turn).await?;
    texts::keep(pool, env, &turn, read).await?;
    Ok(true)
}

async fn read(files: &Files, reader: &Reader, turn: &Turn) -> Result<Option<Read>> {
    let Some(kind) = Kind::of_media(&turn.media) else { return Ok(None) };
    let folder = tempfile::tempdir().map_err(Error::internal)?;
    let path = folder.path().join("file");
    files.fetch(&turn.object, &path).await?;
    let ending = if kind == Kind::Csv { "file.csv" } else { "file" };
    let Answer::Pages(pages) = reader.look(Question::Text, &path, ending).await? else { return Ok(None) };
    let empty = pages.iter().all(|(text, _)| text.trim().is_empty());
    if empty && (kind == Kind::Pdf || kind.is_picture()) {
        return Ok(Some(
            pictures::recognise(reader, kind, &path, pages.len()).await.unwrap_or(Read { pages, recognised: false }),
        ));
    }
    Ok(Some(Read { pages, recognised: false }))
}

/// Reads again and again until `stop` resolves.
pub async fn run(pool: Pool, env: Env, files: Files, reader: Reader, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let done = tokio::select! {
            () = &mut stop => return,
            done = read_next(&pool, &env, &files, &reader) => done,
        };
        match done {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "a file could not be read now; it waits"),
        }
        if tokio::time::timeout(LOOK_EVERY, &mut stop).await.is_ok() {
            return;
        }
    }
}
