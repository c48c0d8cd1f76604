//! Meetings in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, GroupId, LText, MeetingId, NetworkId, Page, PageRequest, PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Meeting, MinutesState};
use crate::access::{Action, Actor, Authorized, Level, Reach, acts::WriteMinutes};

/// A meeting out of a record that has its columns.
macro_rules! meeting {
    ($row:expr) => {
        Meeting {
            id: MeetingId($row.id),
            group: GroupId($row.group_id),
            network: NetworkId($row.network_id),
            title: LText::new($row.title_en, $row.title_km),
            starts_at: $row.starts_at,
            ends_at: $row.ends_at,
            venue: LText::new($row.venue_en, $row.venue_km),
            link: $row.link,
            agenda: LText::new($row.agenda_en, $row.agenda_km),
            level: $row.level,
            cancelled_at: $row.cancelled_at,
            cancelled_reason: $row.cancelled_reason,
            minutes: LText::new($row.minutes_en, $row.minutes_km),
            minutes_state: $row.minutes_state,
            minutes_by: $row.minutes_by.map(PersonId),
            approved_by: $row.approved_by.map(PersonId),
            approved_at: $row.approved_at,
            version: $row.version,
        }
    };
}

/// Those of `ids` that the actor may view, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Meeting>> {
    let reach = Reach::of(actor, Action::ViewMeeting);
    let rows = sqlx::query!(
        r#"SELECT m.id, m.group_id, m.network_id, m.title_en, m.title_km, m.starts_at, m.ends_at, m.venue_en, m.venue_km, m.link,
                  m.agenda_en, m.agenda_km, m.level AS "level: Level", m.cancelled_at, m.cancelled_reason, m.minutes_en,
                  m.minutes_km, m.minutes_state AS "minutes_state: MinutesState", m.minutes_by, m.approved_by, m.approved_at,
                  m.version
           FROM meetings m
           WHERE m.id = ANY($1)
             AND ($2 OR (m.level <= 'members' AND m.network_id = ANY($3)) OR (m.level <= 'restricted' AND m.network_id = ANY($4))
                  OR m.group_id = ANY($5))"#,
        ids,
        reach.all,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        &reach.group_ids(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| meeting!(row)).collect())
}

/// The meetings of a network or of one of its groups that the actor may view: those to come by time, or those past, the
/// latest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    group: Option<GroupId>,
    now: DateTime<Utc>,
    past: bool,
    page: &PageRequest,
) -> Result<Page<Meeting>> {
    let reach = Reach::of(actor, Action::ViewMeeting);
    // One order for both: seconds counted forwards for what is to come, backwards for what is past.
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT m.*, extract(epoch FROM m.starts_at)::bigint * CASE WHEN $3 THEN -1 ELSE 1 END AS rank
               FROM meetings m
               WHERE m.network_id = $1 AND ($2::uuid IS NULL OR m.group_id = $2) AND (m.ends_at <= $4) = $3
                 AND ($5 OR (m.level <= 'members' AND $6) OR (m.level <= 'restricted' AND $7) OR m.group_id = ANY($8))
           )
           SELECT m.id, m.group_id, m.network_id, m.title_en, m.title_km, m.starts_at, m.ends_at, m.venue_en, m.venue_km, m.link,
                  m.agenda_en, m.agenda_km, m.level AS "level: Level", m.cancelled_at, m.cancelled_reason, m.minutes_en,
                  m.minutes_km, m.minutes_state AS "minutes_state: MinutesState", m.minutes_by, m.approved_by, m.approved_at,
                  m.version, m.rank AS "rank!", (SELECT count(*) FROM found) AS "total!"
           FROM found m WHERE $9::bigint IS NULL OR (m.rank, m.id) > ($9, $10)
           ORDER BY m.rank, m.id LIMIT $11"#,
        network.0,
        group.map(|g| g.0),
        past,
        now,
        reach.all,
        reach.reaches(network, Level::Members),
        reach.reaches(network, Level::Restricted),
        &reach.group_ids(),
        page.after(0).and_then(|rank| rank.parse::<i64>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| (row.rank, meeting!(row))).collect();
    let page =
        page.close(found, total, |(rank, meeting): &(i64, Meeting)| vec![rank.to_string(), meeting.id.0.to_string()]);
    Ok(Page {
        items: page.items.into_iter().map(|(cursor, (_, meeting))| (cursor, meeting)).collect(),
        more: page.more,
        total: page.total,
    })
}

/// The ids of the meetings of some groups in a span of time, by time, whoever asks: for showing with [`visible`].
pub async fn between(
    db: impl PgExecutor<'_>,
    groups: &[Uuid],
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Uuid>> {
    let ids = sqlx::query_scalar!(
        "SELECT id FROM meetings WHERE group_id = ANY($1) AND starts_at > $2 AND starts_at < $3 ORDER BY starts_at LIMIT 1000",
        groups,
        from,
        to,
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// One meeting, whoever asks, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: MeetingId) -> Result<Option<Meeting>> {
    sqlx::query!("SELECT id FROM meetings WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(&mut **tx, id).await
}

/// One meeting, whoever asks: for decisions, not for showing.
pub(crate) async fn lookup(db: impl PgExecutor<'_>, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(visible(db, &Actor::Service, &[id.0]).await?.pop())
}

/// Writes a new meeting, or a held one as it is now.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, meeting: &Meeting, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO meetings (id, group_id, network_id, title_en, title_km, starts_at, ends_at, venue_en, venue_km, link, agenda_en,
                               agenda_km, level, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (id) DO UPDATE
         SET title_en = excluded.title_en, title_km = excluded.title_km, starts_at = excluded.starts_at,
             ends_at = excluded.ends_at, venue_en = excluded.venue_en, venue_km = excluded.venue_km, link = excluded.link,
             agenda_en = excluded.agenda_en, agenda_km = excluded.agenda_km, level = excluded.level,
             version = meetings.version + 1",
        meeting.id.0,
        meeting.group.0,
        meeting.network.0,
        meeting.title.en,
        meeting.title.km,
        meeting.starts_at,
        meeting.ends_at,
        meeting.venue.en,
        meeting.venue.km,
        meeting.link,
        meeting.agenda.en,
        meeting.agenda.km,
        meeting.level as Level,
        env.now(),
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Calls a held meeting off.
pub(super) async fn cancel(tx: &mut Tx<'_>, env: &Env, id: MeetingId, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE meetings SET cancelled_at = $2, cancelled_reason = $3, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the minutes of a held meeting.
pub(super) async fn write_minutes(
    tx: &mut Tx<'_>,
    env: &Env,
    meeting: &Authorized<Meeting, WriteMinutes>,
    minutes: &LText,
) -> Result<()> {
    sqlx::query!(
        "UPDATE meetings SET minutes_en = $2, minutes_km = $3, minutes_state = 'draft', minutes_at = $4, minutes_by = $5,
                version = version + 1
         WHERE id = $1",
        meeting.thing().id.0,
        minutes.en,
        minutes.km,
        env.now(),
        meeting.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Approves the minutes of a held meeting.
pub(super) async fn approve(tx: &mut Tx<'_>, env: &Env, id: MeetingId, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "UPDATE meetings SET minutes_state = 'approved', approved_at = $2, approved_by = $3, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
