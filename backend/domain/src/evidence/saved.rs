//! Searches that somebody keeps. One's own alone: nobody else learns what one looks for.

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{Env, Error, Language, Message, NetworkId, PersonId, Pool, Result, SavedSearchId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::DocumentState;
use crate::{
    access::{Action, Actor, Level, Reach},
    mails::{self, AlertLetter, Letter},
    text::Check,
};

sala_kernel::db_enum! {
    /// How often somebody is told of what is new in a search.
    pub enum Rhythm as "alert_rhythm" {
        /// Never.
        None = "none",
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
    }
}

impl Rhythm {
    fn next(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::None => None,
            Self::Daily => Some(now + Duration::days(1)),
            Self::Weekly => Some(now + Duration::weeks(1)),
        }
    }
}

/// By what a search is narrowed: pairs of a facet's name and its values.
pub type Narrowed = Vec<(String, Vec<String>)>;

/// How many searches one may keep in a network.
const MOST: i64 = 50;

/// A search that somebody keeps.
#[derive(Debug, Clone)]
pub struct SavedSearch {
    /// Its id.
    pub id: SavedSearchId,
    /// Whose.
    pub person: PersonId,
    /// In which network's library.
    pub network: NetworkId,
    /// What its owner calls it.
    pub name: String,
    /// What is looked for.
    pub words: String,
    /// To what it is narrowed.
    pub filters: Narrowed,
    /// How often its owner is told.
    pub rhythm: Rhythm,
    /// Up to when its owner has been told.
    pub told_until: DateTime<Utc>,
}

/// A search to keep.
#[derive(Debug, Clone)]
pub struct NewSearch {
    /// In which network's library.
    pub network: NetworkId,
    /// What its owner calls it.
    pub name: String,
    /// What is looked for.
    pub words: String,
    /// To what it is narrowed.
    pub filters: Narrowed,
    /// How often its owner wants to be told.
    pub rhythm: Rhythm,
}

struct Row {
    id: Uuid,
    person_id: Uuid,
    network_id: Uuid,
    name: String,
    words: String,
    filters: serde_json::Value,
    rhythm: Rhythm,
    told_until: DateTime<Utc>,
}

impl From<Row> for SavedSearch {
    fn from(row: Row) -> Self {
        Self {
            id: SavedSearchId(row.id),
            person: PersonId(row.person_id),
            network: NetworkId(row.network_id),
            name: row.name,
            words: row.words,
            filters: serde_json::from_value(row.filters).unwrap_or_default(),
            rhythm: row.rhythm,
            told_until: row.told_until,
        }
    }
}

/// One's own searches in a network, by age.
pub async fn own(db: impl PgExecutor<'_>, actor: &Actor, network: NetworkId) -> Result<Vec<SavedSearch>> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, person_id, network_id, name, words, filters, rhythm AS "rhythm: Rhythm", told_until
           FROM evidence_searches WHERE person_id = $1 AND network_id = $2 ORDER BY id LIMIT 50"#,
        person.0,
        network.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(SavedSearch::from).collect())
}

/// Keeps a search.
pub async fn save(pool: &Pool, env: &Env, actor: &Actor, new: NewSearch) -> Result<SavedSearch> {
    let NewSearch { network, name, words, filters, rhythm } = new;
    let person = actor.writes()?;
    if !Reach::of(actor, Action::ViewNetwork).reaches(network, Level::Members) {
        return Err(Error::NotFound);
    }
    let mut check = Check::new();
    let name = check.line("name", &name, 100);
    if name.is_empty() {
        check.fail("name", Message::NameRequired);
    }
    let words = check.line("query", &words, 300);
    let mut tx = pool.begin().await?;
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM evidence_searches WHERE person_id = $1 AND network_id = $2"#,
        person.0,
        network.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if count >= MOST {
        check.fail("", Message::OutOfRange);
    }
    check.finish()?;
    let saved = SavedSearch {
        id: SavedSearchId::fresh(env),
        person,
        network,
        name,
        words,
        filters,
        rhythm,
        told_until: told_until(env),
    };
    sqlx::query!(
        "INSERT INTO evidence_searches (id, network_id, person_id, name, words, filters, rhythm, told_until, next_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        saved.id.0,
        network.0,
        person.0,
        saved.name,
        saved.words,
        serde_json::to_value(&saved.filters).map_err(Error::internal)?,
        rhythm as Rhythm,
        saved.told_until,
        rhythm.next(env.now()),
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(saved)
}

/// Forgets a search of one's own.
pub async fn forget(pool: &Pool, actor: &Actor, id: SavedSearchId) -> Result<()> {
    let person = actor.writes()?;
    let done = sqlx::query!("DELETE FROM evidence_searches WHERE id = $1 AND person_id = $2", id.0, person.0)
        .execute(pool)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Up to when somebody is told now: what was published a moment ago may not be found yet, and is told the next time.
fn told_until(env: &Env) -> DateTime<Utc> {
    env.now() - Duration::minutes(1)
}

/// A search whose owner is to be told, held until the transaction ends: another node finds the next one.
pub async fn take_due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<SavedSearch>> {
    let row = sqlx::query_as!(
        Row,
        r#"WITH due AS (
               SELECT id, told_until FROM evidence_searches WHERE next_at <= $1 ORDER BY next_at FOR UPDATE SKIP LOCKED LIMIT 1
           )
           UPDATE evidence_searches s
           SET next_at = $1 + CASE s.rhythm WHEN 'daily' THEN interval '1 day' ELSE interval '7 days' END, told_until = $2
           FROM due WHERE s.id = due.id
           RETURNING s.id, s.person_id, s.network_id, s.name, s.words, s.filters, s.rhythm AS "rhythm: Rhythm", due.told_until"#,
        env.now(),
        told_until(env),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(SavedSearch::from))
}

/// Those of these documents that were first published since a search's owner was last told.
pub async fn newly_published(tx: &mut Tx<'_>, env: &Env, ids: &[Uuid], search: &SavedSearch) -> Result<Vec<Uuid>> {
    Ok(sqlx::query_scalar!(
        "SELECT id FROM evidence_documents WHERE id = ANY($1) AND settled_at > $2 AND settled_at <= $4 AND state = $3 AND level <> 'confidential'",
        ids,
        search.told_until,
        DocumentState::Published as DocumentState,
        told_until(env),
    )
    .fetch_all(&mut **tx)
    .await?)
}

/// Writes the mail that tells somebody what is new in their search.
pub async fn tell(tx: &mut Tx<'_>, env: &Env, search: &SavedSearch, letter: AlertLetter) -> Result<()> {
    let row = sqlx::query!(
        r#"SELECT a.email, p.language FROM accounts a JOIN people p ON p.id = a.person_id
           WHERE a.person_id = $1 AND a.state = 'active'"#,
        search.person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(row) = row {
        mails::store::write(
            tx,
            env,
            Some(search.person),
            &row.email,
            Language::from_tag(&row.language),
            &Letter::Alert(letter),
        )
        .await?;
    }
    Ok(())
}
