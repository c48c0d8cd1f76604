//! The changes of texts in the database.

use bytes::Bytes;
use sala_kernel::{PaperId, PersonId, Pool, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{
    inspect,
    room::{Known, Room},
};

/// Wakes the rooms of other nodes; also named in [`keep`].
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

/// Keeps changes, all or none, and tells the other nodes. `false` for the texts of which nothing was kept: they are closed
/// to changes.
///
/// A text that is about to be closed waits for this, and this for it: what is kept is part of the closed text. One
/// statement, since there is one for every few letters that somebody types.
pub async fn keep(pool: &Pool, node: u64, changes: &[Change]) -> Result<Vec<(PaperId, bool)>> {
    let mut papers: Vec<Uuid> = changes.iter().map(|c| c.paper.0).collect();
    papers.sort_unstable();
    papers.dedup();
    let of: Vec<Uuid> = changes.iter().map(|c| c.paper.0).collect();
    let by: Vec<Uuid> = changes.iter().map(|c| c.person.0).collect();
    let bodies: Vec<Vec<u8>> = changes.iter().map(|c| c.update.to_vec()).collect();
    let (owned, clients, owners) = clients(changes);
    let (suggested, suggestions) = suggestions(changes);
    let kept = sqlx::query_scalar!(
        r#"WITH open AS (
               SELECT id FROM papers WHERE id = ANY($1) AND state IN ('draft', 'internal_consultation', 'review')
               ORDER BY id FOR SHARE
           ), owned AS (
               INSERT INTO paper_clients (paper_id, client, person_id)
               SELECT c.paper, c.client, c.person FROM unnest($2::uuid[], $3::bigint[], $4::uuid[]) AS c (paper, client, person)
               JOIN open ON open.id = c.paper ON CONFLICT DO NOTHING
           ), suggested AS (
               INSERT INTO paper_suggestions (paper_id, name)
               SELECT s.paper, s.name FROM unnest($9::uuid[], $10::text[]) AS s (paper, name)
               JOIN open ON open.id = s.paper ON CONFLICT DO NOTHING
           ), kept AS (
               INSERT INTO paper_updates (paper_id, person_id, body)
               SELECT c.paper, c.person, c.body
               FROM unnest($5::uuid[], $6::uuid[], $7::bytea[]) WITH ORDINALITY AS c (paper, person, body, place)
               JOIN open ON open.id = c.paper ORDER BY place RETURNING id, paper_id
           ), told AS (
               SELECT paper_id, pg_notify('papers', json_build_object('Kept', json_build_object(
                          'node', $8::bigint, 'paper', paper_id, 'ids', json_agg(id)))::text) FROM kept GROUP BY paper_id
           )
           SELECT paper_id AS "paper_id!" FROM told"#,
        &papers,
        &owned,
        &clients,
        &owners,
        &of,
        &by,
        &bodies,
        i64::try_from(node).unwrap_or(0),
        &suggested,
        &suggestions,
    )
    .fetch_all(pool)
    .await?;
    Ok(papers.into_iter().map(|paper| (PaperId(paper), kept.contains(&paper))).collect())
}

/// Whose the clients of changes are: papers, clients, people.
fn clients(changes: &[Change]) -> (Vec<Uuid>, Vec<i64>, Vec<Uuid>) {
    let mut clients: Vec<(Uuid, i64, Uuid)> = changes
        .iter()
        .flat_map(|change| {
            let seen = inspect::look(&change.update).unwrap_or_default();
            let clients: Vec<i64> = seen.until.into_keys().filter_map(|client| i64::try_from(client).ok()).collect();
            clients.into_iter().map(|client| (change.paper.0, client, change.person.0))
        })
        .collect();
    clients.sort_unstable();
    clients.dedup();
    (
        clients.iter().map(|c| c.0).collect(),
        clients.iter().map(|c| c.1).collect(),
        clients.iter().map(|c| c.2).collect(),
    )
}

/// The suggestions of changes: papers, names.
fn suggestions(changes: &[Change]) -> (Vec<Uuid>, Vec<String>) {
    let named = changes.iter().flat_map(|change| {
        let seen = inspect::look(&change.update).unwrap_or_default();
        seen.suggestions.into_iter().map(|name| (change.paper.0, name))
    });
    let mut named: Vec<(Uuid, String)> = named.collect();
    named.sort_unstable();
    named.dedup();
    named.into_iter().unzip()
}

/// What is known of a text beside its words.
pub async fn known(pool: &Pool, paper: PaperId) -> Result<Known> {
    let clients = sqlx::query!("SELECT client, person_id FROM paper_clients WHERE paper_id = $1", paper.0)
        .fetch_all(pool)
        .await?;
    let owners = clients.iter().filter_map(|row| Some((u64::try_from(row.client).ok()?, PersonId(row.person_id))));
    let suggestions =
        sqlx::query_scalar!("SELECT name FROM paper_suggestions WHERE paper_id = $1", paper.0).fetch_all(pool).await?;
    Ok(Known { owners: owners.collect(), suggestions: suggestions.into_iter().collect() })
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
        let kept = rows.iter().map(|row| row.body.as_slice());
        Room::open(snapshot.as_deref(), kept, Known::default()).map(|room| room.whole())
    })
    .await
    .map_err(sala_kernel::Error::internal)?
    .map_err(sala_kernel::Error::internal)?;
    // A part of it waits for what came before it: another time.
    let Some(whole) = whole else { return Ok(()) };
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
