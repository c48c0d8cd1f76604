//! The append-only record of what happened, and the way to read it in order.
//!
//! A `bigserial` is handed out before commit, so a reader that remembers the
//! highest position misses what a slower transaction commits later. Here every
//! row carries its transaction id, readers stop below the oldest transaction
//! still running, and the cursor is the pair (transaction, position).

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{Env, EventId, NetworkId, OrganisationId, PersonId, Result, Tx};

/// An event about to be written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// `entity.verb` in the past tense.
    pub kind: &'static str,
    /// The entity's kind: the word before the colon of its id.
    pub entity: &'static str,
    /// The entity's id without its kind.
    pub entity_id: String,
    /// The network it happened in, if one.
    pub network: Option<NetworkId>,
    /// The organisation it is about, if one.
    pub organisation: Option<OrganisationId>,
    /// Who acted; nobody for the system.
    pub actor: Option<PersonId>,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
    /// Codes and references, never content.
    pub payload: serde_json::Value,
}

/// An event as read back.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its place in the order.
    pub cursor: Cursor,
    /// Its own id, the same on every node.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// `entity.verb`.
    pub kind: String,
    /// The entity's kind.
    pub entity: String,
    /// The entity's id without its kind.
    pub entity_id: String,
    /// The network it happened in.
    pub network: Option<NetworkId>,
    /// The organisation it is about.
    pub organisation: Option<OrganisationId>,
    /// Who acted.
    pub actor: Option<PersonId>,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
    /// Codes and references.
    pub payload: serde_json::Value,
}

/// A place in the order of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cursor {
    /// The writing transaction.
    pub xid: i64,
    /// The row within.
    pub position: i64,
}

impl Cursor {
    /// Before everything.
    pub const START: Self = Self { xid: 0, position: 0 };

    /// The opaque text clients keep, bound to the cluster it was made in.
    pub fn seal(self, epoch: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}.{self}", epoch.simple()))
    }

    /// Reads a client's cursor; `None` when it is no cursor of this cluster.
    pub fn open(text: &str, epoch: Uuid) -> Option<Self> {
        let raw = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (made_in, rest) = raw.split_once('.')?;
        (made_in == epoch.simple().to_string()).then(|| rest.parse().ok()).flatten()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.xid, self.position)
    }
}

impl FromStr for Cursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (xid, position) = text.split_once('.').ok_or(())?;
        Ok(Self { xid: xid.parse().map_err(|_| ())?, position: position.parse().map_err(|_| ())? })
    }
}

/// Writes an event in the transaction that causes it.
pub async fn append(tx: &mut Tx<'_>, env: &Env, draft: Draft) -> Result<EventId> {
    let id = EventId::fresh(env);
    sqlx::query!(
        "INSERT INTO outbox (id, at, kind, entity, entity_id, network_id, organisation_id, actor_id, on_behalf_of, payload)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id.0,
        env.now(),
        draft.kind,
        draft.entity,
        draft.entity_id,
        draft.network.map(|n| n.0),
        draft.organisation.map(|o| o.0),
        draft.actor.map(|p| p.0),
        draft.on_behalf_of.map(|o| o.0),
        draft.payload,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

struct Row {
    xid: i64,
    position: i64,
    id: Uuid,
    at: DateTime<Utc>,
    kind: String,
    entity: String,
    entity_id: String,
    network_id: Option<Uuid>,
    organisation_id: Option<Uuid>,
    actor_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    payload: serde_json::Value,
}

impl From<Row> for Event {
    fn from(row: Row) -> Self {
        Self {
            cursor: Cursor { xid: row.xid, position: row.position },
            id: EventId(row.id),
            at: row.at,
            kind: row.kind,
            entity: row.entity,
            entity_id: row.entity_id,
            network: row.network_id.map(NetworkId),
            organisation: row.organisation_id.map(OrganisationId),
            actor: row.actor_id.map(PersonId),
            on_behalf_of: row.on_behalf_of.map(OrganisationId),
            payload: row.payload,
        }
    }
}

/// Reads up to `limit` events after `after` that no running transaction can still precede.
pub async fn read(db: impl PgExecutor<'_>, after: Cursor, limit: i64) -> Result<Vec<Event>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT xid::text::bigint AS "xid!", position, id, at, kind, entity, entity_id, network_id, organisation_id, actor_id, on_behalf_of, payload
           FROM outbox
           WHERE (xid, position) > ($1::bigint::text::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
           ORDER BY outbox.xid, outbox.position
           LIMIT $3"#,
        after.xid,
        after.position,
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// What the hub does on its own to keep things in order, which is no news for anybody; and what is told to few on a page of
/// their own, and would push what others may know off the list.
const NO_NEWS: [&str; 8] = [
    "document.read",
    "paper.revision_kept",
    "map.changed",
    "dialogue.answered",
    "dialogue.attended",
    "dialogue.minuted",
    "dialogue.corrected",
    "dialogue.undelivered",
];

/// The newest events of a network that are news, newest first: for looking back, not for reading on. So it tells at once what is
/// committed, and does not wait for whoever else still writes, as readers in order must.
pub async fn recent(db: impl PgExecutor<'_>, network: NetworkId, limit: i64) -> Result<Vec<Event>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT xid::text::bigint AS "xid!", position, id, at, kind, entity, entity_id, network_id, organisation_id, actor_id, on_behalf_of, payload
           FROM outbox
           WHERE network_id = $1 AND kind <> ALL($3)
           ORDER BY position DESC
           LIMIT $2"#,
        network.0,
        limit,
        &NO_NEWS.map(str::to_owned),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// What was done in an organisation's name, newest first, before the row `before`: for looking back, page by page.
pub async fn acted_for(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    network: NetworkId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Event>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT xid::text::bigint AS "xid!", position, id, at, kind, entity, entity_id, network_id, organisation_id, actor_id, on_behalf_of, payload
           FROM outbox
           WHERE on_behalf_of = $1 AND network_id = $2 AND ($3::bigint IS NULL OR position < $3) AND entity <> 'map'
           ORDER BY position DESC
           LIMIT $4"#,
        organisation.0,
        network.0,
        before,
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// The cursor of the newest event that can be read now.
pub async fn head(db: impl PgExecutor<'_>) -> Result<Cursor> {
    let row = sqlx::query!(
        r#"SELECT xid::text::bigint AS "xid!", position FROM outbox
           WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
           ORDER BY outbox.xid DESC, outbox.position DESC LIMIT 1"#
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map_or(Cursor::START, |r| Cursor { xid: r.xid, position: r.position }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_means_something_only_in_its_own_cluster() {
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let cursor = Cursor { xid: 77, position: 5 };
        assert_eq!(Cursor::open(&cursor.seal(here), here), Some(cursor));
        assert_eq!(Cursor::open(&cursor.seal(here), there), None);
        assert_eq!(Cursor::open("nonsense", here), None);
    }
}
