//! Duties in the database.

use chrono::NaiveDate;
use sala_kernel::{
    DutyId, DutyRecordId, Env, LText, MembershipId, NetworkId, OrganisationId, Page, PageRequest, PersonId, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Due, Duty, DutyKind, DutyStatus, NewRecord, Record};
use crate::{
    access::{Action, Actor, Authorized, Level, Reach, acts::RecordDuty},
    memberships::Membership,
    organisations::Registration,
};

/// The duties of a network, by name; those not asked for at present last.
pub async fn list(db: impl PgExecutor<'_>, network: NetworkId) -> Result<Vec<Duty>> {
    let rows = sqlx::query!(
        r#"SELECT id, network_id, name_en, name_km, kind AS "kind: DutyKind", due_month, due_day,
                  registrations AS "registrations: Vec<Registration>", remind_days, active, version
           FROM duties WHERE network_id = $1 ORDER BY active DESC, lower(name_en), id LIMIT 100"#,
        network.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Duty {
            id: DutyId(row.id),
            network: NetworkId(row.network_id),
            name: LText::new(row.name_en, row.name_km),
            kind: row.kind,
            due_month: row.due_month,
            due_day: row.due_day,
            registrations: row.registrations,
            remind_days: row.remind_days,
            active: row.active,
            version: row.version,
        })
        .collect())
}

/// One duty, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: DutyId) -> Result<Option<Duty>> {
    let network = sqlx::query_scalar!("SELECT network_id FROM duties WHERE id = $1 FOR UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    match network {
        Some(network) => Ok(list(&mut **tx, NetworkId(network)).await?.into_iter().find(|duty| duty.id == id)),
        None => Ok(None),
    }
}

/// How many duties a network has.
pub(super) async fn count(tx: &mut Tx<'_>, network: NetworkId) -> Result<i64> {
    let count = sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM duties WHERE network_id = $1"#, network.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(count)
}

/// Writes a duty, new or changed.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, duty: &Duty, today: NaiveDate, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO duties (id, network_id, name_en, name_km, kind, due_month, due_day, registrations, remind_days, active, from_on,
                             created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO UPDATE
         SET name_en = excluded.name_en, name_km = excluded.name_km, kind = excluded.kind, due_month = excluded.due_month,
             due_day = excluded.due_day, registrations = excluded.registrations, remind_days = excluded.remind_days,
             active = excluded.active, version = duties.version + 1",
        duty.id.0,
        duty.network.0,
        duty.name.en,
        duty.name.km,
        duty.kind as DutyKind,
        duty.due_month,
        duty.due_day,
        &duty.registrations as &[Registration],
        &duty.remind_days,
        duty.active,
        today,
        env.now(),
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// How the members of a network stand with its duties, as far as the actor may know, the most overdue first.
pub async fn dues(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    status: Option<DutyStatus>,
    today: NaiveDate,
    page: &PageRequest,
) -> Result<Page<Due>> {
    let reach = Reach::of(actor, Action::ViewStanding);
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT c.*, CASE WHEN c.due_on < $2 THEN 'late'::duty_status WHEN c.due_on <= $2 + 30 THEN 'soon' ELSE 'in_order' END AS status
               FROM compliance($2) c
               JOIN rights.organisation_levels l ON l.organisation_id = c.organisation_id AND l.network_id = c.network_id
               WHERE c.network_id = $1 AND ($3 OR c.organisation_id = ANY($4) OR (l.level <= 'restricted' AND $5))
           ), wanted AS (SELECT * FROM found WHERE $6::duty_status IS NULL OR status = $6)
           SELECT w.membership_id AS "membership_id!", w.organisation_id AS "organisation_id!", w.due_on AS "due_on!",
                  w.status AS "status!: DutyStatus", d.id, d.network_id, d.name_en, d.name_km, d.kind AS "kind: DutyKind", d.due_month,
                  d.due_day, d.registrations AS "registrations: Vec<Registration>", d.remind_days, d.active, d.version,
                  r.done_on AS "done_on?", r.valid_until, r.period, r.note AS "note?", r.recorded_at AS "recorded_at?", r.recorded_by,
                  (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted w JOIN duties d ON d.id = w.duty_id
           LEFT JOIN LATERAL (SELECT * FROM duty_records r WHERE r.duty_id = w.duty_id AND r.membership_id = w.membership_id
                              ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1) r ON true
           WHERE $7::date IS NULL OR (w.due_on, w.membership_id, w.duty_id) > ($7, $8, $9)
           ORDER BY w.due_on, w.membership_id, w.duty_id LIMIT $10"#,
        network.0,
        today,
        reach.all,
        &reach.owner_ids(),
        reach.reaches(network, Level::Restricted),
        status as Option<DutyStatus>,
        page.after(0).and_then(|day| day.parse::<NaiveDate>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.after(2).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows
        .into_iter()
        .map(|row| Due {
            membership: MembershipId(row.membership_id),
            organisation: OrganisationId(row.organisation_id),
            due_on: row.due_on,
            status: row.status,
            last: row.done_on.zip(row.recorded_at).map(|(done_on, recorded_at)| Record {
                done_on,
                valid_until: row.valid_until,
                period: row.period,
                note: row.note.unwrap_or_default(),
                recorded_at,
                recorded_by: row.recorded_by.map(PersonId),
            }),
            duty: Duty {
                id: DutyId(row.id),
                network: NetworkId(row.network_id),
                name: LText::new(row.name_en, row.name_km),
                kind: row.kind,
                due_month: row.due_month,
                due_day: row.due_day,
                registrations: row.registrations,
                remind_days: row.remind_days,
                active: row.active,
                version: row.version,
            },
        })
        .collect();
    Ok(page.close(found, total, |due: &Due| {
        vec![due.due_on.to_string(), due.membership.0.to_string(), due.duty.id.0.to_string()]
    }))
}

/// Adds a record.
pub(super) async fn record(
    tx: &mut Tx<'_>,
    env: &Env,
    membership: &Authorized<Membership, RecordDuty>,
    duty: DutyId,
    new: &NewRecord,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO duty_records (id, duty_id, membership_id, done_on, valid_until, period, note, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        DutyRecordId::fresh(env).0,
        duty.0,
        membership.thing().id.0,
        new.done_on,
        new.valid_until,
        new.period,
        new.note,
        env.now(),
        membership.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
