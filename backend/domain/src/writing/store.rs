//! The changes of texts in the database. Who may know a text is judged before.

use sala_kernel::{PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Kept, TextId};

/// A text begins; nothing happens where it has begun.
pub async fn begin(tx: &mut Tx<'_>, text: TextId) -> Result<()> {
    let (paper, dialogue) = match text {
        TextId::Paper(id) => (Some(id.0), None),
        TextId::Minutes(id) => (None, Some(id.0)),
    };
    sqlx::query!(
        "INSERT INTO texts (id, paper_id, dialogue_id) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
        text.uuid(),
        paper,
        dialogue,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether a text has begun.
pub async fn begun(db: impl PgExecutor<'_>, text: Uuid) -> Result<bool> {
    let there = sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM texts WHERE id = $1) AS "there!""#, text)
        .fetch_one(db)
        .await?;
    Ok(there)
}

/// Keeps a change that did not come through an open text, and tells those where it is open: no node's number is 0.
pub async fn append(tx: &mut Tx<'_>, text: Uuid, by: Option<PersonId>, change: &[u8]) -> Result<()> {
    sqlx::query!(
        "WITH kept AS (INSERT INTO text_updates (text_id, person_id, body) VALUES ($1, $2, $3) RETURNING id)
         SELECT pg_notify('texts', json_build_object('Kept', json_build_object('node', 0, 'text', $1::uuid, 'ids', json_agg(id)))::text)
         FROM kept",
        text,
        by.map(|p| p.0),
        change,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// Everything kept of a text; one query sees one instant.
pub async fn kept(db: impl PgExecutor<'_>, text: Uuid) -> Result<Kept> {
    let rows = sqlx::query!(
        r#"SELECT folded AS "folded!", body AS "body!" FROM (
               SELECT 0::bigint AS place, true AS folded, body FROM text_snapshots WHERE text_id = $1
               UNION ALL
               SELECT id, false, body FROM text_updates WHERE text_id = $1 AND NOT folded
           ) kept ORDER BY place"#,
        text,
    )
    .fetch_all(db)
    .await?;
    let (snapshots, changes): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.folded);
    Ok(Kept {
        snapshot: snapshots.into_iter().next().map(|row| row.body),
        changes: changes.into_iter().map(|row| row.body).collect(),
    })
}

/// Everybody who has changed the words of a text.
pub async fn writers(tx: &mut Tx<'_>, text: Uuid) -> Result<Vec<PersonId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT person_id AS "person!" FROM text_updates WHERE text_id = $1 AND person_id IS NOT NULL"#,
        text,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(PersonId).collect())
}

/// Who has changed the words of a text last.
pub async fn last_writer(tx: &mut Tx<'_>, text: Uuid) -> Result<Option<PersonId>> {
    let by = sqlx::query_scalar!(
        r#"SELECT person_id AS "person!" FROM text_updates WHERE text_id = $1 AND person_id IS NOT NULL ORDER BY id DESC LIMIT 1"#,
        text,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(by.map(PersonId))
}

/// Forgets how a text came about; what it says is kept elsewhere.
pub async fn forget(tx: &mut Tx<'_>, text: Uuid) -> Result<()> {
    sqlx::query!("DELETE FROM text_snapshots WHERE text_id = $1", text).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM text_clients WHERE text_id = $1", text).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM text_suggestions WHERE text_id = $1", text).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM text_updates WHERE text_id = $1", text).execute(&mut **tx).await?;
    Ok(())
}
