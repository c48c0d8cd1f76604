//! Outcomes in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, Env, LText, Language, OrganisationId, OutcomeId, Page, PageRequest, PersonId,
    PlaceCode, Pool, Result, SubstantiationId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Answer, ChangeKind, Outcome, OutcomeState, Precision, Substantiation};
use crate::campaigns::words;

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    statement_en: String,
    statement_km: String,
    who: String,
    happened_on: Option<NaiveDate>,
    happened_in: Precision,
    place_code: Option<String>,
    change: ChangeKind,
    policy_outcome: String,
    intended: bool,
    positive: bool,
    significance: String,
    contribution: String,
    members: Vec<Uuid>,
    item_id: Option<Uuid>,
    state: OutcomeState,
    public_en: String,
    public_km: String,
    created_by: Option<Uuid>,
    created_for: Option<Uuid>,
    created_at: DateTime<Utc>,
    moved_at: DateTime<Utc>,
    version: i32,
    total: i64,
}

impl From<Row> for Outcome {
    fn from(row: Row) -> Self {
        Self {
            id: OutcomeId(row.id),
            campaign: CampaignId(row.campaign_id),
            statement: LText::new(row.statement_en, row.statement_km),
            who: row.who,
            happened_on: row.happened_on,
            happened_in: row.happened_in,
            place: row.place_code.map(PlaceCode),
            change: row.change,
            policy_outcome: words::read(&row.policy_outcome),
            intended: row.intended,
            positive: row.positive,
            significance: row.significance,
            contribution: row.contribution,
            members: row.members.into_iter().map(OrganisationId).collect(),
            item: row.item_id.map(CampaignItemId),
            state: row.state,
            public: LText::new(row.public_en, row.public_km),
            created_by: row.created_by.map(PersonId),
            created_for: row.created_for.map(OrganisationId),
            created_at: row.created_at,
            moved_at: row.moved_at,
            version: row.version,
        }
    }
}

/// Which outcomes are wanted; the caller has made sure that the actor may know them.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// This one alone.
    pub id: Option<OutcomeId>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// In one of these states.
    pub states: Option<Vec<OutcomeState>>,
}

/// A page of outcomes, the latest written first.
pub async fn list(db: impl PgExecutor<'_>, wanted: &Wanted, page: &PageRequest) -> Result<Page<Outcome>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT * FROM outcomes o
               WHERE o.removed_at IS NULL AND ($1::uuid IS NULL OR o.id = $1) AND ($2::uuid IS NULL OR o.campaign_id = $2)
                 AND ($3::outcome_state[] IS NULL OR o.state = ANY($3))
           )
           SELECT o.id, o.campaign_id, o.statement_en, o.statement_km, o.who, o.happened_on, o.happened_in AS "happened_in: Precision",
                  o.place_code, o.change AS "change: ChangeKind", o.policy_outcome, o.intended, o.positive, o.significance,
                  o.contribution, o.item_id, o.state AS "state: OutcomeState", o.public_en, o.public_km, o.created_by, o.created_for,
                  o.created_at, o.moved_at, o.version,
                  ARRAY(SELECT organisation_id FROM outcome_members m WHERE m.outcome_id = o.id ORDER BY organisation_id) AS "members!",
                  (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted o
           WHERE $5::timestamptz IS NULL OR (o.created_at, o.id) < ($5, $6)
           ORDER BY o.created_at DESC, o.id DESC LIMIT $4"#,
        wanted.id.map(|o| o.0),
        wanted.campaign.map(|c| c.0),
        wanted.states.as_deref() as Option<&[OutcomeState]>,
        page.limit(),
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Outcome> = rows.into_iter().map(Outcome::from).collect();
    Ok(page.close(found, total, |o: &Outcome| vec![o.created_at.to_rfc3339(), o.id.0.to_string()]))
}

/// All of them: a campaign has at most 500.
pub async fn all(pool: &Pool, wanted: &Wanted) -> Result<Vec<Outcome>> {
    let (mut all, mut page) = (Vec::new(), PageRequest::whole());
    loop {
        let found = list(pool, wanted, &page).await?;
        let (more, last) = (found.more, found.items.last().map(|(cursor, _)| cursor.clone()));
        all.extend(found.items.into_iter().map(|(_, outcome)| outcome));
        match last.filter(|_| more) {
            Some(cursor) => page = PageRequest::new(Some(100), Some(&cursor))?,
            None => return Ok(all),
        }
    }
}

/// One outcome that is still in its campaign.
pub async fn find(db: impl PgExecutor<'_>, id: OutcomeId) -> Result<Option<Outcome>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(list(db, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, outcome)| outcome))
}

pub(super) async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM outcomes WHERE campaign_id = $1 AND removed_at IS NULL"#,
        campaign.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

pub(super) async fn insert(tx: &mut Tx<'_>, outcome: &Outcome) -> Result<()> {
    sqlx::query!(
        "INSERT INTO outcomes (id, campaign_id, statement_en, statement_km, change, created_by, created_for, created_at, moved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
        outcome.id.0,
        outcome.campaign.0,
        outcome.statement.en,
        outcome.statement.km,
        outcome.change as ChangeKind,
        outcome.created_by.map(|p| p.0),
        outcome.created_for.map(|o| o.0),
        outcome.created_at,
    )
    .execute(&mut **tx)
    .await?;
    write(tx, outcome).await
}

/// Writes everything that may change, as one change more.
pub(super) async fn put(tx: &mut Tx<'_>, outcome: &Outcome) -> Result<()> {
    sqlx::query!("UPDATE outcomes SET version = version + 1 WHERE id = $1", outcome.id.0).execute(&mut **tx).await?;
    write(tx, outcome).await
}

async fn write(tx: &mut Tx<'_>, outcome: &Outcome) -> Result<()> {
    sqlx::query!(
        "UPDATE outcomes SET statement_en = $2, statement_km = $3, who = $4, happened_on = $5, happened_in = $6, place_code = $7,
                             change = $8, policy_outcome = $9, intended = $10, positive = $11, significance = $12, contribution = $13,
                             item_id = $14, state = $15, public_en = $16, public_km = $17, moved_at = $18
         WHERE id = $1",
        outcome.id.0,
        outcome.statement.en,
        outcome.statement.km,
        outcome.who,
        outcome.happened_on,
        outcome.happened_in as Precision,
        outcome.place.as_ref().map(|p| p.0.clone()),
        outcome.change as ChangeKind,
        outcome.policy_outcome.map(words::word).unwrap_or_default(),
        outcome.intended,
        outcome.positive,
        outcome.significance,
        outcome.contribution,
        outcome.item.map(|i| i.0),
        outcome.state as OutcomeState,
        outcome.public.en,
        outcome.public.km,
        outcome.moved_at,
    )
    .execute(&mut **tx)
    .await?;
    let members: Vec<Uuid> = outcome.members.iter().map(|o| o.0).collect();
    sqlx::query!(
        "DELETE FROM outcome_members WHERE outcome_id = $1 AND organisation_id <> ALL($2)",
        outcome.id.0,
        &members
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO outcome_members (outcome_id, organisation_id) SELECT $1, m FROM unnest($2::uuid[]) AS m ON CONFLICT DO NOTHING",
        outcome.id.0,
        &members,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx<'_>, env: &Env, id: OutcomeId) -> Result<()> {
    sqlx::query!("UPDATE outcomes SET removed_at = $2, version = version + 1 WHERE id = $1", id.0, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Who is asked about outcomes, in the order in which they were.
pub async fn asked(db: impl PgExecutor<'_>, outcomes: &[Uuid]) -> Result<Vec<Substantiation>> {
    substantiations(db, outcomes, None).await
}

async fn substantiations(db: impl PgExecutor<'_>, outcomes: &[Uuid], one: Option<Uuid>) -> Result<Vec<Substantiation>> {
    let rows = sqlx::query!(
        r#"SELECT id, outcome_id, name, email, language, asked_at, expires_at, answer AS "answer: Answer", comment, on_record, answered_at
           FROM outcome_substantiations WHERE outcome_id = ANY($1) OR id = $2 ORDER BY asked_at, id"#,
        outcomes,
        one,
    )
    .fetch_all(db)
    .await?;
    let found = rows.into_iter().map(|row| Substantiation {
        id: SubstantiationId(row.id),
        outcome: OutcomeId(row.outcome_id),
        name: row.name,
        email: row.email,
        language: Language::from_tag(&row.language),
        asked_at: row.asked_at,
        expires_at: row.expires_at,
        answer: row.answer,
        comment: row.comment,
        on_record: row.on_record,
        answered_at: row.answered_at,
    });
    Ok(found.collect())
}

/// Asks somebody, or asks anew who has not answered: the link before it ends. False where they have answered.
pub(super) async fn ask(tx: &mut Tx<'_>, asked: &Substantiation, hash: &[u8], by: Option<PersonId>) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO outcome_substantiations (id, outcome_id, name, email, language, asked_by, asked_at, token_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (outcome_id, email) DO UPDATE SET name = excluded.name, language = excluded.language, asked_by = excluded.asked_by,
             asked_at = excluded.asked_at, token_hash = excluded.token_hash, expires_at = excluded.expires_at
         WHERE outcome_substantiations.answer IS NULL",
        asked.id.0,
        asked.outcome.0,
        asked.name,
        asked.email,
        asked.language.tag(),
        by.map(|p| p.0),
        asked.asked_at,
        hash,
        asked.expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Who is behind a link that still answers, held until the transaction ends.
pub(super) async fn behind(tx: &mut Tx<'_>, env: &Env, hash: &[u8]) -> Result<Option<Substantiation>> {
    let id = sqlx::query_scalar!(
        "SELECT s.id FROM outcome_substantiations s JOIN outcomes o ON o.id = s.outcome_id
         WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.answer IS NULL AND o.removed_at IS NULL FOR UPDATE OF s",
        hash,
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    match id {
        Some(id) => Ok(substantiations(&mut **tx, &[], Some(id)).await?.pop()),
        None => Ok(None),
    }
}

pub(super) async fn answer(
    tx: &mut Tx<'_>,
    env: &Env,
    id: SubstantiationId,
    answer: Answer,
    comment: &str,
    on_record: bool,
) -> Result<()> {
    sqlx::query!(
        "UPDATE outcome_substantiations SET answer = $2, comment = $3, on_record = $4, answered_at = $5 WHERE id = $1 AND answer IS NULL",
        id.0,
        answer as Answer,
        comment,
        on_record,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether an address belongs to somebody of these organisations, or to this person.
pub(super) async fn is_near(
    tx: &mut Tx<'_>,
    email: &str,
    organisations: &[Uuid],
    person: Option<PersonId>,
) -> Result<bool> {
    let near = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM people p WHERE (lower(p.email) = lower($1)
                      OR EXISTS (SELECT FROM accounts a WHERE a.person_id = p.id AND lower(a.email) = lower($1)))
                 AND (p.id = $3 OR EXISTS (SELECT FROM affiliations f WHERE f.person_id = p.id AND f.organisation_id = ANY($2))
                      OR EXISTS (SELECT FROM role_grants g WHERE g.person_id = p.id AND g.organisation_id = ANY($2)))
           ) AS "near!""#,
        email,
        organisations,
        person.map(|p| p.0),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(near)
}
