//! The work of campaigns in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, CampaignWorkId, Env, LText, OrganisationId, Page, PageRequest, PersonId, PlaceCode,
    Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Work, WorkKind, WorkStatus};

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    kind: WorkKind,
    title_en: String,
    title_km: String,
    note: String,
    source: String,
    starts_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    organisation_id: Option<Uuid>,
    person_id: Option<Uuid>,
    place_code: Option<String>,
    tactic: String,
    change_sought: String,
    audience: String,
    budget_line_id: Option<Uuid>,
    window_id: Option<Uuid>,
    status: WorkStatus,
    place: f64,
    version: i32,
    done_at: Option<DateTime<Utc>>,
    total: i64,
}

impl From<Row> for Work {
    fn from(row: Row) -> Self {
        Self {
            id: CampaignWorkId(row.id),
            campaign: CampaignId(row.campaign_id),
            kind: row.kind,
            title: LText::new(row.title_en, row.title_km),
            note: row.note,
            source: row.source,
            starts_on: row.starts_on,
            due_on: row.due_on,
            organisation: row.organisation_id.map(OrganisationId),
            person: row.person_id.map(PersonId),
            at: row.place_code.map(PlaceCode),
            tactic: row.tactic,
            change_sought: row.change_sought,
            audience: row.audience,
            budget_line: row.budget_line_id.map(CampaignItemId),
            window: row.window_id.map(CampaignWorkId),
            status: row.status,
            place: row.place,
            version: row.version,
            done_at: row.done_at,
        }
    }
}

/// Which work is wanted; the caller has made sure that the actor may know it.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// This piece alone.
    pub id: Option<CampaignWorkId>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// Of these kinds.
    pub kinds: Option<Vec<WorkKind>>,
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
}

/// A page of work: in columns by its place on the board.
pub async fn list(db: impl PgExecutor<'_>, wanted: &Wanted, page: &PageRequest) -> Result<Page<Work>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT * FROM campaign_work w
               WHERE w.removed_at IS NULL AND ($1::uuid IS NULL OR w.id = $1) AND ($2::uuid IS NULL OR w.campaign_id = $2)
                 AND ($3::campaign_work_kind[] IS NULL OR w.kind = ANY($3)) AND ($4::uuid IS NULL OR w.organisation_id = $4)
           )
           SELECT w.id, w.campaign_id, w.kind AS "kind: WorkKind", w.title_en, w.title_km, w.note, w.source, w.starts_on, w.due_on,
                  w.organisation_id, w.person_id, w.place_code, w.tactic, w.change_sought, w.audience, w.budget_line_id, w.window_id, w.status AS "status: WorkStatus",
                  w.place, w.version, w.done_at, (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted w
           WHERE $6::float8 IS NULL OR (w.place, w.id) > ($6, $7)
           ORDER BY w.place, w.id LIMIT $5"#,
        wanted.id.map(|w| w.0),
        wanted.campaign.map(|c| c.0),
        wanted.kinds.as_deref() as Option<&[WorkKind]>,
        wanted.organisation.map(|o| o.0),
        page.limit(),
        page.after(0).and_then(|place| place.parse::<f64>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Work> = rows.into_iter().map(Work::from).collect();
    Ok(page.close(found, total, |w: &Work| vec![w.place.to_string(), w.id.0.to_string()]))
}

/// The work that lines of a campaign's budget pay for, by its days; for its team alone, which the caller has made sure of. At
/// most 1,000 pieces.
pub async fn paid(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<Vec<Work>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT w.id, w.campaign_id, w.kind AS "kind: WorkKind", w.title_en, w.title_km, w.note, w.source, w.starts_on, w.due_on,
                  w.organisation_id, w.person_id, w.place_code, w.tactic, w.change_sought, w.audience, w.budget_line_id, w.window_id, w.status AS "status: WorkStatus",
                  w.place, w.version, w.done_at, 0::bigint AS "total!"
           FROM campaign_work w
           WHERE w.campaign_id = $1 AND w.removed_at IS NULL AND w.budget_line_id IS NOT NULL
           ORDER BY w.due_on, w.id LIMIT 1000"#,
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Work::from).collect())
}

/// The work of a campaign that touches some days, by its days; the caller has made sure that the actor may know it. At most
/// 1,000 pieces.
pub async fn between(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Work>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT w.id, w.campaign_id, w.kind AS "kind: WorkKind", w.title_en, w.title_km, w.note, w.source, w.starts_on, w.due_on,
                  w.organisation_id, w.person_id, w.place_code, w.tactic, w.change_sought, w.audience, w.budget_line_id, w.window_id, w.status AS "status: WorkStatus",
                  w.place, w.version, w.done_at, 0::bigint AS "total!"
           FROM campaign_work w
           WHERE w.campaign_id = $1 AND w.removed_at IS NULL AND COALESCE(w.due_on, w.starts_on) >= $2
             AND COALESCE(w.starts_on, w.due_on) <= $3
           ORDER BY COALESCE(w.starts_on, w.due_on), w.id LIMIT 1000"#,
        campaign.0,
        from,
        to,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Work::from).collect())
}

/// One piece of work that is still in its campaign.
pub(super) async fn find(tx: &mut Tx<'_>, id: CampaignWorkId) -> Result<Option<Work>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(list(&mut **tx, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, work)| work))
}

pub(super) async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM campaign_work WHERE campaign_id = $1 AND removed_at IS NULL"#,
        campaign.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

/// How many pieces of work an organisation has in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Which organisation; none for what nobody has taken.
    pub organisation: Option<OrganisationId>,
    /// All that was not given up.
    pub all: i64,
    /// Done.
    pub done: i64,
    /// Still to be done, and its last day is past.
    pub overdue: i64,
}

/// Who has how much to do, tasks and activities alike, on a day of the network's clock.
pub async fn load(db: impl PgExecutor<'_>, campaign: CampaignId, today: NaiveDate) -> Result<Vec<Load>> {
    let rows = sqlx::query!(
        r#"SELECT organisation_id, count(*) AS "all!", count(*) FILTER (WHERE status = 'done') AS "done!",
                  count(*) FILTER (WHERE status IN ('todo', 'doing') AND due_on < $2) AS "overdue!"
           FROM campaign_work
           WHERE campaign_id = $1 AND kind IN ('task', 'activity') AND status <> 'dropped' AND removed_at IS NULL
           GROUP BY organisation_id ORDER BY count(*) DESC, organisation_id"#,
        campaign.0,
        today,
    )
    .fetch_all(db)
    .await?;
    let load = rows.into_iter().map(|row| Load {
        organisation: row.organisation_id.map(OrganisationId),
        all: row.all,
        done: row.done,
        overdue: row.overdue,
    });
    Ok(load.collect())
}

/// The last place of a column.
pub(super) async fn last_place(tx: &mut Tx<'_>, campaign: CampaignId, status: WorkStatus) -> Result<f64> {
    let place = sqlx::query_scalar!(
        r#"SELECT COALESCE(max(place), 0) AS "place!" FROM campaign_work WHERE campaign_id = $1 AND status = $2 AND removed_at IS NULL"#,
        campaign.0,
        status as WorkStatus,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(place)
}

/// A place in a column behind a card, and before the next one; the campaign is held. Where two cards have come too near, the
/// whole column is set anew.
pub(super) async fn place_behind(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    status: WorkStatus,
    after: Option<CampaignWorkId>,
    moved: CampaignWorkId,
) -> Result<f64> {
    for last in [false, true] {
        let row = sqlx::query!(
            r#"WITH others AS (
                   SELECT id, place FROM campaign_work
                   WHERE campaign_id = $1 AND status = $2 AND removed_at IS NULL AND id <> $4
               ), behind AS (SELECT place FROM others WHERE id = $3)
               SELECT (SELECT place FROM behind) AS behind,
                      (SELECT min(place) FROM others WHERE place > COALESCE((SELECT place FROM behind), '-infinity'::float8)) AS next"#,
            campaign.0,
            status as WorkStatus,
            after.map(|w| w.0),
            moved.0,
        )
        .fetch_one(&mut **tx)
        .await?;
        let place = match (row.behind, row.next) {
            (None, None) => return Ok(1.0),
            (Some(behind), None) => return Ok(behind + 1.0),
            (None, Some(next)) => return Ok(next - 1.0),
            (Some(behind), Some(next)) => (behind, next, f64::midpoint(behind, next)),
        };
        if last || (place.2 - place.0 > 1e-6 && place.1 - place.2 > 1e-6) {
            return Ok(place.2);
        }
        sqlx::query!(
            "UPDATE campaign_work w SET place = n.number
             FROM (SELECT id, row_number() OVER (ORDER BY place, id)::float8 AS number FROM campaign_work
                   WHERE campaign_id = $1 AND status = $2 AND removed_at IS NULL) n
             WHERE w.id = n.id",
            campaign.0,
            status as WorkStatus,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(1.0)
}

pub(super) async fn insert(tx: &mut Tx<'_>, env: &Env, work: &Work) -> Result<()> {
    sqlx::query!(
        "INSERT INTO campaign_work (id, campaign_id, kind, title_en, title_km, place, created_at, changed_at, starts_on, due_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
        work.id.0,
        work.campaign.0,
        work.kind as WorkKind,
        work.title.en,
        work.title.km,
        work.place,
        env.now(),
        work.starts_on,
        work.due_on,
    )
    .execute(&mut **tx)
    .await?;
    write(tx, env, work).await
}

/// Writes everything that may change, as one change more.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, work: &Work) -> Result<()> {
    sqlx::query!("UPDATE campaign_work SET version = version + 1 WHERE id = $1", work.id.0).execute(&mut **tx).await?;
    write(tx, env, work).await
}

async fn write(tx: &mut Tx<'_>, env: &Env, work: &Work) -> Result<()> {
    sqlx::query!(
        "UPDATE campaign_work SET title_en = $2, title_km = $3, note = $4, source = $5, starts_on = $6, due_on = $7,
                                  organisation_id = $8, person_id = $9, place_code = $10, tactic = $11, change_sought = $12,
                                  window_id = $13, status = $14, place = $15, changed_at = $16, done_at = $17, audience = $18,
                                  budget_line_id = $19
         WHERE id = $1",
        work.id.0,
        work.title.en,
        work.title.km,
        work.note,
        work.source,
        work.starts_on,
        work.due_on,
        work.organisation.map(|o| o.0),
        work.person.map(|p| p.0),
        work.at.as_ref().map(|p| p.0.clone()),
        work.tactic,
        work.change_sought,
        work.window.map(|w| w.0),
        work.status as WorkStatus,
        work.place,
        env.now(),
        work.done_at,
        work.audience,
        work.budget_line.map(|line| line.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx<'_>, env: &Env, id: CampaignWorkId) -> Result<()> {
    sqlx::query!(
        "UPDATE campaign_work SET removed_at = $2, changed_at = $2, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What an organisation still has to do.
pub(super) async fn open_of(tx: &mut Tx<'_>, campaign: CampaignId, organisation: OrganisationId) -> Result<Vec<Work>> {
    let ids = sqlx::query_scalar!(
        "SELECT id FROM campaign_work
         WHERE campaign_id = $1 AND organisation_id = $2 AND status IN ('todo', 'doing') AND removed_at IS NULL ORDER BY place, id",
        campaign.0,
        organisation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut open = Vec::new();
    for id in ids {
        open.extend(find(tx, CampaignWorkId(id)).await?);
    }
    Ok(open)
}

/// How much is done of a campaign, in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summed {
    /// Activities that were not given up.
    pub activities: i64,
    /// Of these, done.
    pub done: i64,
    /// Tasks still to be done whose last day is past.
    pub overdue: i64,
}

/// How much is done, on a day of the network's clock.
pub async fn summed(db: impl PgExecutor<'_>, campaign: CampaignId, today: NaiveDate) -> Result<Summed> {
    let row = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE kind = 'activity' AND status <> 'dropped') AS "activities!",
                  count(*) FILTER (WHERE kind = 'activity' AND status = 'done') AS "done!",
                  count(*) FILTER (WHERE kind = 'task' AND status IN ('todo', 'doing') AND due_on < $2) AS "overdue!"
           FROM campaign_work WHERE campaign_id = $1 AND removed_at IS NULL"#,
        campaign.0,
        today,
    )
    .fetch_one(db)
    .await?;
    Ok(Summed { activities: row.activities, done: row.done, overdue: row.overdue })
}

/// The next piece of work of some kind that is still to come, with its last day.
pub async fn next(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    kind: WorkKind,
    today: NaiveDate,
) -> Result<Option<(LText, NaiveDate)>> {
    let row = sqlx::query!(
        r#"SELECT title_en, title_km, due_on AS "due_on!" FROM campaign_work
           WHERE campaign_id = $1 AND kind = $2 AND due_on >= $3 AND status IN ('todo', 'doing') AND removed_at IS NULL
           ORDER BY due_on, id LIMIT 1"#,
        campaign.0,
        kind as WorkKind,
        today,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (LText::new(row.title_en, row.title_km), row.due_on)))
}

/// All work of a campaign, by its place on the board.
pub(super) async fn all(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Work>> {
    let wanted = Wanted { campaign: Some(campaign), ..Wanted::default() };
    let (mut all, mut page) = (Vec::new(), PageRequest::whole());
    loop {
        let found = list(&mut **tx, &wanted, &page).await?;
        let (more, last) = (found.more, found.items.last().map(|(cursor, _)| cursor.clone()));
        all.extend(found.items.into_iter().map(|(_, work)| work));
        match last.filter(|_| more) {
            Some(cursor) => page = PageRequest::new(Some(100), Some(&cursor))?,
            None => return Ok(all),
        }
    }
}
