//! The text of files: who reads which next, and what came of it.

use chrono::Duration;
use sala_kernel::{DocumentId, Draft, Env, FileId, Pool, Result, append};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Read, TextState, store};
use crate::access::Deed;

/// How long one node has to read a file before another may try.
const TURN: i64 = 180;
/// How often reading a file is tried.
const TRIES: i32 = 3;

/// A file to be read.
#[derive(Debug, Clone)]
pub struct Turn {
    /// Its id.
    pub file: FileId,
    /// Of which document.
    pub document: DocumentId,
    /// Where it lies.
    pub object: String,
    /// Its media type.
    pub media: String,
}

/// Takes the next file that waits; none when all are read or being read.
pub async fn next(pool: &Pool, env: &Env) -> Result<Option<Turn>> {
    let row = sqlx::query!(
        "UPDATE evidence_files SET read_until = $2, tries = tries + 1
         WHERE id = (SELECT id FROM evidence_files
                     WHERE text_state = 'waiting' AND removed_at IS NULL AND (read_until IS NULL OR read_until < $1) AND tries < $3
                     ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1)
         RETURNING id, document_id, object, media",
        env.now(),
        env.now() + Duration::seconds(TURN),
        TRIES,
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Turn {
        file: FileId(row.id),
        document: DocumentId(row.document_id),
        object: row.object,
        media: row.media,
    }))
}

/// Keeps what was read; none: the file cannot be read. Files taken away meanwhile keep nothing.
pub async fn keep(pool: &Pool, env: &Env, turn: &Turn, read: Option<Read>) -> Result<()> {
    let mut tx = pool.begin().await?;
    let Some(document) = store::hold(&mut tx, turn.document).await? else { return Ok(()) };
    let state = match &read {
        None => TextState::Unreadable,
        Some(read) if read.pages.iter().all(|(text, _)| text.trim().is_empty()) => TextState::NoText,
        Some(_) => TextState::Read,
    };
    let read = read.unwrap_or_default();
    let kept = sqlx::query!(
        "UPDATE evidence_files SET text_state = $2, pages = $3, recognised = $4, read_until = NULL
         WHERE id = $1 AND removed_at IS NULL",
        turn.file.0,
        state as TextState,
        i32::try_from(read.pages.len()).ok().filter(|pages| *pages > 0),
        read.recognised,
    )
    .execute(&mut *tx)
    .await?;
    if kept.rows_affected() == 1 {
        let (texts, languages): (Vec<String>, Vec<String>) =
            read.pages.into_iter().map(|(text, language)| (text.replace('\0', ""), language)).unzip();
        sqlx::query!("DELETE FROM evidence_pages WHERE file_id = $1", turn.file.0).execute(&mut *tx).await?;
        sqlx::query!(
            "INSERT INTO evidence_pages (file_id, page, language, text)
             SELECT $1, n::integer, language, text FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t(text, language, n)",
            turn.file.0,
            &texts,
            &languages,
        )
        .execute(&mut *tx)
        .await?;
        let event = Draft { network: Some(document.network), ..Deed::HUB.event("document.read", document.id) };
        append(&mut tx, env, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Files that were tried too often without an end: the reader itself dies of them.
pub async fn give_up(pool: &Pool, env: &Env) -> Result<Vec<Turn>> {
    let rows = sqlx::query!(
        "SELECT id, document_id, object, media FROM evidence_files
         WHERE text_state = 'waiting' AND removed_at IS NULL AND tries >= $2 AND (read_until IS NULL OR read_until < $1) LIMIT 20",
        env.now(),
        TRIES,
    )
    .fetch_all(pool)
    .await?;
    let turns: Vec<Turn> = rows
        .into_iter()
        .map(|row| Turn {
            file: FileId(row.id),
            document: DocumentId(row.document_id),
            object: row.object,
            media: row.media,
        })
        .collect();
    for turn in &turns {
        keep(pool, env, turn, None).await?;
    }
    Ok(turns)
}

/// A page of a file's text.
#[derive(Debug, Clone)]
pub struct PageText {
    /// Of which file.
    pub file: FileId,
    /// Counted from 1.
    pub page: i32,
    /// The language that prevails; empty when unknown.
    pub language: String,
    /// The words.
    pub text: String,
}

/// The pages of files, in order.
pub async fn pages(db: impl PgExecutor<'_>, files: &[Uuid]) -> Result<Vec<PageText>> {
    let rows = sqlx::query!(
        "SELECT file_id, page, language, text FROM evidence_pages WHERE file_id = ANY($1) ORDER BY file_id, page",
        files,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PageText { file: FileId(row.file_id), page: row.page, language: row.language, text: row.text })
        .collect())
}

/// Single pages: one (file, page) each.
pub async fn some_pages(db: impl PgExecutor<'_>, wanted: &[(Uuid, i32)]) -> Result<Vec<PageText>> {
    let (files, numbers): (Vec<Uuid>, Vec<i32>) = wanted.iter().copied().unzip();
    let rows = sqlx::query!(
        r#"SELECT p.file_id, p.page, p.language, p.text FROM evidence_pages p
           JOIN unnest($1::uuid[], $2::integer[]) AS w(file_id, page) ON w.file_id = p.file_id AND w.page = p.page"#,
        &files,
        &numbers,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PageText { file: FileId(row.file_id), page: row.page, language: row.language, text: row.text })
        .collect())
}
