//! The changes of texts in the database.

use bytes::Bytes;
use sala_kernel::{PaperId, PersonId, Pool, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::room::Room;

/// Wakes the rooms of other nodes.
pub const CHANNEL: &str = "papers";

/// One change on its way to be kept.
#[derive(Debug, Clone)]
pub struct Change {
    /// Of which text.
    pub paper: PaperId,
    /// Sent by whom.
    pub person: PersonId,
    /// The Yjs update.
    pub update: Bytes,
}

/// Changes by their numbers: what another node has kept.
pub async fn fetch(db: impl PgExecutor<'_>, ids: &[i64]) -> Result<Vec<Bytes>> {
    let rows =
        sqlx::query_scalar!("SELECT body FROM paper_updates WHERE id = ANY($1) ORDER BY id", ids).fetch_all(db).await?;
    Ok(rows.into_iter().map(Bytes::from).collect())
}

/// Keeps changes, all or none. `false` for the texts of which nothing was kept: they are closed to changes.
///
/// A text that is about to be closed waits for this, and this for it: what is kept is part of the closed text.
pub async fn keep(pool: &Pool, node: u64, changes: &[Change]) -> Result<Vec<(PaperId, bool)>> {
    let mut papers: Vec<Uuid> = changes.iter().map(|c| c.paper.0).collect();
    papers.sort_unstable();
    papers.dedup();
    let mut tx = pool.begin().await?;
    let open = sqlx::query_scalar!(
        "SELECT id FROM papers WHERE id = ANY($1) AND state IN ('draft', 'internal_consultation', 'review')
         ORDER BY id FOR SHARE",
        &papers,
    )
    .fetch_all(&mut *tx)
    .await?;
    let taken: Vec<&Change> = changes.iter().filter(|c| open.contains(&c.paper.0)).collect();
    let of: Vec<Uuid> = taken.iter().map(|c| c.paper.0).collect();
    let by: Vec<Uuid> = taken.iter().map(|c| c.person.0).collect();
    let bodies: Vec<Vec<u8>> = taken.iter().map(|c| c.update.to_vec()).collect();
    let kept = sqlx::query!(
        "INSERT INTO paper_updates (paper_id, person_id, body)
         SELECT paper, person, body FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS c (paper, person, body, place)
         ORDER BY place RETURNING id, paper_id",
        &of,
        &by,
        &bodies,
    )
    .fetch_all(&mut *tx)
    .await?;
    for paper in &open {
        let ids: Vec<i64> = kept.iter().filter(|row| row.paper_id == *paper).map(|row| row.id).collect();
        // A notice holds less than 8,000 bytes.
        for some in ids.chunks(300) {
            notify(&mut tx, &Notice::Kept { node, paper: PaperId(*paper), ids: some.to_vec() }).await?;
        }
    }
    tx.commit().await?;
    Ok(papers.into_iter().map(|paper| (PaperId(paper), open.contains(&paper))).collect())
}

/// What nodes tell each other.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Notice {
    /// Changes are kept.
    Kept {
        /// By which node.
        node: u64,
        /// Of which text.
        paper: PaperId,
        /// Their numbers.
        ids: Vec<i64>,
    },
    /// Somebody is somewhere.
    Present {
        /// Says which node.
        node: u64,
        /// In which text.
        paper: PaperId,
        /// An awareness message, in hexadecimal.
        message: String,
    },
}

async fn notify(tx: &mut Tx<'_>, notice: &Notice) -> Result<()> {
    let text = serde_json::to_string(notice).map_err(sala_kernel::Error::internal)?;
    sqlx::query!("SELECT pg_notify($1, $2)", CHANNEL, text).execute(&mut **tx).await?;
    Ok(())
}

/// Tells the other nodes who is where; too long a word is left unsaid, it comes again.
pub async fn tell(pool: &Pool, node: u64, paper: PaperId, message: &[u8]) -> Result<()> {
    if message.len() > 3_500 {
        return Ok(());
    }
    let mut tx = pool.begin().await?;
    notify(&mut tx, &Notice::Present { node, paper, message: hex::encode(message) }).await?;
    tx.commit().await?;
    Ok(())
}

/// Folds what is kept into one snapshot, so that the text opens at once. Stops nobody: what comes meanwhile stays
/// unfolded. One node at a time does it.
pub async fn fold(pool: &Pool, paper: PaperId) -> Result<()> {
    let mut tx = pool.begin().await?;
    let mine = sqlx::query_scalar!(
        r#"SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "mine!""#,
        paper.to_string()
    )
    .fetch_one(&mut *tx)
    .await?;
    if !mine {
        return Ok(());
    }
    let snapshot = sqlx::query_scalar!("SELECT body FROM paper_snapshots WHERE paper_id = $1", paper.0)
        .fetch_optional(&mut *tx)
        .await?;
    let rows =
        sqlx::query!("SELECT id, body FROM paper_updates WHERE paper_id = $1 AND NOT folded ORDER BY id", paper.0)
            .fetch_all(&mut *tx)
            .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let whole = tokio::task::spawn_blocking(move || {
        let kept = snapshot.iter().map(Vec::as_slice).chain(rows.iter().map(|row| row.body.as_slice()));
        Room::open(kept).map(|room| room.state())
    })
    .await
    .map_err(sala_kernel::Error::internal)?
    .map_err(sala_kernel::Error::internal)?;
    sqlx::query!(
        "INSERT INTO paper_snapshots (paper_id, body) VALUES ($1, $2)
         ON CONFLICT (paper_id) DO UPDATE SET body = excluded.body, made_at = now()",
        paper.0,
        whole,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("UPDATE paper_updates SET folded = true WHERE id = ANY($1)", &ids).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}
