//! The changes of texts in the database.

use bytes::Bytes;
use sala_kernel::{PersonId, Pool, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{
    inspect,
    room::{Known, Room},
};

/// Wakes the rooms of other nodes; also named in [`keep`].
pub const CHANNEL: &str = "texts";

/// One change on its way to be kept.
#[derive(Debug, Clone)]
pub struct Change {
    /// Of which text.
    pub text: Uuid,
    /// Sent by whom.
    pub person: PersonId,
    /// The Yjs update.
    pub update: Bytes,
}

/// Changes by their numbers: what another node has kept.
pub async fn fetch(db: impl PgExecutor<'_>, ids: &[i64]) -> Result<Vec<Bytes>> {
    let rows =
        sqlx::query_scalar!("SELECT body FROM text_updates WHERE id = ANY($1) ORDER BY id", ids).fetch_all(db).await?;
    Ok(rows.into_iter().map(Bytes::from).collect())
}

/// Keeps changes, all or none, and tells the other nodes. `false` for the texts of which nothing was kept: they are closed
/// to changes.
///
/// A text that is about to be closed waits for this, and this for it: what is kept is part of the closed text. One
/// statement, since there is one for every few letters that somebody types.
pub async fn keep(pool: &Pool, node: u64, changes: &[Change]) -> Result<Vec<(Uuid, bool)>> {
    let mut texts: Vec<Uuid> = changes.iter().map(|c| c.text).collect();
    texts.sort_unstable();
    texts.dedup();
    let of: Vec<Uuid> = changes.iter().map(|c| c.text).collect();
    let by: Vec<Uuid> = changes.iter().map(|c| c.person.0).collect();
    let bodies: Vec<Vec<u8>> = changes.iter().map(|c| c.update.to_vec()).collect();
    let (owned, clients, owners) = clients(changes);
    let (suggested, suggestions) = suggestions(changes);
    let kept = sqlx::query_scalar!(
        r#"WITH papers_open AS (
               SELECT id FROM papers WHERE id = ANY($1) AND state IN ('draft', 'internal_consultation', 'review')
               ORDER BY id FOR SHARE
           ), minutes_open AS (
               SELECT dialogue_id AS id FROM dialogue_minutes WHERE dialogue_id = ANY($1) AND state IN ('draft', 'circulated')
               ORDER BY dialogue_id FOR SHARE
           ), open AS (
               SELECT id FROM papers_open UNION ALL SELECT id FROM minutes_open
           ), owned AS (
               INSERT INTO text_clients (text_id, client, person_id)
               SELECT c.text, c.client, c.person FROM unnest($2::uuid[], $3::bigint[], $4::uuid[]) AS c (text, client, person)
               JOIN open ON open.id = c.text ON CONFLICT DO NOTHING
           ), suggested AS (
               INSERT INTO text_suggestions (text_id, name)
               SELECT s.text, s.name FROM unnest($9::uuid[], $10::text[]) AS s (text, name)
               JOIN open ON open.id = s.text ON CONFLICT DO NOTHING
           ), kept AS (
               INSERT INTO text_updates (text_id, person_id, body)
               SELECT c.text, c.person, c.body
               FROM unnest($5::uuid[], $6::uuid[], $7::bytea[]) WITH ORDINALITY AS c (text, person, body, place)
               JOIN open ON open.id = c.text ORDER BY place RETURNING id, text_id
           ), told AS (
               SELECT text_id, pg_notify('texts', json_build_object('Kept', json_build_object(
                          'node', $8::bigint, 'text', text_id, 'ids', json_agg(id)))::text) FROM kept GROUP BY text_id
           )
           SELECT text_id AS "text_id!" FROM told"#,
        &texts,
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
    Ok(texts.into_iter().map(|text| (text, kept.contains(&text))).collect())
}

/// Whose the clients of changes are: texts, clients, people.
fn clients(changes: &[Change]) -> (Vec<Uuid>, Vec<i64>, Vec<Uuid>) {
    let mut clients: Vec<(Uuid, i64, Uuid)> = changes
        .iter()
        .flat_map(|change| {
            let seen = inspect::look(&change.update).unwrap_or_default();
            let clients: Vec<i64> = seen.until.into_keys().filter_map(|client| i64::try_from(client).ok()).collect();
            clients.into_iter().map(|client| (change.text, client, change.person.0))
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

/// The suggestions of changes: texts, names.
fn suggestions(changes: &[Change]) -> (Vec<Uuid>, Vec<String>) {
    let named = changes.iter().flat_map(|change| {
        let seen = inspect::look(&change.update).unwrap_or_default();
        seen.suggestions.into_iter().map(|name| (change.text, name))
    });
    let mut named: Vec<(Uuid, String)> = named.collect();
    named.sort_unstable();
    named.dedup();
    named.into_iter().unzip()
}

/// What is known of a text beside its words.
pub async fn known(pool: &Pool, text: Uuid) -> Result<Known> {
    let clients =
        sqlx::query!("SELECT client, person_id FROM text_clients WHERE text_id = $1", text).fetch_all(pool).await?;
    let owners = clients.iter().filter_map(|row| Some((u64::try_from(row.client).ok()?, PersonId(row.person_id))));
    let suggestions =
        sqlx::query_scalar!("SELECT name FROM text_suggestions WHERE text_id = $1", text).fetch_all(pool).await?;
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
        text: Uuid,
        /// Their numbers.
        ids: Vec<i64>,
    },
    /// Somebody is somewhere.
    Present {
        /// Says which node.
        node: u64,
        /// In which text.
        text: Uuid,
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
pub async fn tell(pool: &Pool, node: u64, text: Uuid, message: &[u8]) -> Result<()> {
    if message.len() > 3_500 {
        return Ok(());
    }
    let mut tx = pool.begin().await?;
    notify(&mut tx, &Notice::Present { node, text, message: hex::encode(message) }).await?;
    tx.commit().await?;
    Ok(())
}

/// Folds what is kept into one snapshot, so that the text opens at once. Stops nobody: what comes meanwhile stays
/// unfolded. One node at a time does it.
pub async fn fold(pool: &Pool, text: Uuid) -> Result<()> {
    let mut tx = pool.begin().await?;
    let mine = sqlx::query_scalar!(
        r#"SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "mine!""#,
        text.to_string()
    )
    .fetch_one(&mut *tx)
    .await?;
    if !mine {
        return Ok(());
    }
    let snapshot = sqlx::query_scalar!("SELECT body FROM text_snapshots WHERE text_id = $1", text)
        .fetch_optional(&mut *tx)
        .await?;
    let rows = sqlx::query!("SELECT id, body FROM text_updates WHERE text_id = $1 AND NOT folded ORDER BY id", text)
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
        "INSERT INTO text_snapshots (text_id, body) VALUES ($1, $2)
         ON CONFLICT (text_id) DO UPDATE SET body = excluded.body, made_at = now()",
        text,
        whole,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("UPDATE text_updates SET folded = true WHERE id = ANY($1)", &ids).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}
