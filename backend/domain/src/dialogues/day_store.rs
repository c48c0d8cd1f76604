//! Agendas and attendance in the database. Who may know these is judged before.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sala_kernel::{
    AgendaId, AttendanceId, DialogueId, Env, InvitationId, LText, Page, PageRequest, PersonId, Pool, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    agenda::{AgendaItem, AgendaKind, Speaker, SpeakerRole},
    day::{AgeBand, Attendance, Presence, YesNo},
};
use crate::people::Sex;

/// Agendas of dialogues, in their order.
pub async fn agenda(db: impl PgExecutor<'_>, dialogues: &[Uuid]) -> Result<Vec<(DialogueId, AgendaItem)>> {
    let rows = sqlx::query!(
        r#"SELECT a.id, a.dialogue_id, a.kind AS "kind: AgendaKind", a.minutes, a.title_en, a.title_km, a.reason,
                  s.name AS "name?", s.role AS "role?: SpeakerRole", s.sex AS "sex?: Sex"
           FROM dialogue_agenda a LEFT JOIN dialogue_speakers s ON s.agenda_id = a.id
           WHERE a.dialogue_id = ANY($1) ORDER BY a.dialogue_id, a.position, a.id, s.position"#,
        dialogues,
    )
    .fetch_all(db)
    .await?;
    let mut items: Vec<(DialogueId, AgendaItem)> = Vec::new();
    for row in rows {
        if items.last().is_none_or(|(_, item)| item.id.0 != row.id) {
            let item = AgendaItem {
                id: AgendaId(row.id),
                kind: row.kind,
                minutes: row.minutes,
                title: LText::new(row.title_en, row.title_km),
                speakers: Vec::new(),
                reason: row.reason,
            };
            items.push((DialogueId(row.dialogue_id), item));
        }
        if let (Some((_, item)), Some(name), Some(role), Some(sex)) = (items.last_mut(), row.name, row.role, row.sex) {
            item.speakers.push(Speaker { name, role, sex });
        }
    }
    Ok(items)
}

/// Sets an agenda; points of the minutes keep their item where that stays.
pub(super) async fn put_agenda(tx: &mut Tx<'_>, dialogue: DialogueId, items: &[AgendaItem]) -> Result<()> {
    let kept: Vec<Uuid> = items.iter().map(|i| i.id.0).collect();
    sqlx::query!("DELETE FROM dialogue_agenda WHERE dialogue_id = $1 AND id <> ALL($2)", dialogue.0, &kept)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM dialogue_speakers WHERE agenda_id = ANY($1)", &kept).execute(&mut **tx).await?;
    for (position, item) in items.iter().enumerate() {
        sqlx::query!(
            "INSERT INTO dialogue_agenda (id, dialogue_id, position, kind, minutes, title_en, title_km, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO UPDATE SET position = $3, kind = $4, minutes = $5, title_en = $6, title_km = $7, reason = $8",
            item.id.0,
            dialogue.0,
            i32::try_from(position).unwrap_or(i32::MAX),
            item.kind as AgendaKind,
            item.minutes,
            item.title.en,
            item.title.km,
            item.reason,
        )
        .execute(&mut **tx)
        .await?;
        for (position, speaker) in item.speakers.iter().enumerate() {
            sqlx::query!(
                "INSERT INTO dialogue_speakers (agenda_id, position, name, role, sex) VALUES ($1, $2, $3, $4, $5)",
                item.id.0,
                i32::try_from(position).unwrap_or(i32::MAX),
                speaker.name,
                speaker.role as SpeakerRole,
                speaker.sex as Sex,
            )
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}

struct Row {
    id: Uuid,
    invitation_id: Option<Uuid>,
    name: String,
    constituency: String,
    sex: Sex,
    age: AgeBand,
    disability: YesNo,
    indigenous: YesNo,
    presence: Presence,
    people: i32,
    marked_at: DateTime<Utc>,
    recorded_by: Option<Uuid>,
}

impl From<Row> for Attendance {
    fn from(row: Row) -> Self {
        Self {
            id: AttendanceId(row.id),
            invitation: row.invitation_id.map(InvitationId),
            name: row.name,
            constituency: row.constituency,
            sex: row.sex,
            age: row.age,
            disability: row.disability,
            indigenous: row.indigenous,
            presence: row.presence,
            people: row.people,
            marked_at: row.marked_at,
            recorded_by: row.recorded_by.map(PersonId),
        }
    }
}

/// Who was marked in a dialogue, after an id, at most so many.
pub async fn attendance(
    db: impl PgExecutor<'_>,
    dialogue: DialogueId,
    after: Option<Uuid>,
    most: i64,
) -> Result<Vec<Attendance>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, invitation_id, name, constituency, sex AS "sex: Sex", age AS "age: AgeBand", disability AS "disability: YesNo",
                  indigenous AS "indigenous: YesNo", presence AS "presence: Presence", people, marked_at, recorded_by
           FROM dialogue_attendance WHERE dialogue_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3"#,
        dialogue.0,
        after,
        most,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A page of who was marked.
pub async fn page(pool: &Pool, dialogue: DialogueId, page: &PageRequest) -> Result<Page<Attendance>> {
    let total =
        sqlx::query_scalar!(r#"SELECT count(*) AS "n!" FROM dialogue_attendance WHERE dialogue_id = $1"#, dialogue.0)
            .fetch_one(pool)
            .await?;
    let after = page.after(0).and_then(|id| Uuid::parse_str(id).ok());
    let found = attendance(pool, dialogue, after, page.limit()).await?;
    Ok(page.close(found, total, |a: &Attendance| vec![a.id.0.to_string()]))
}

/// How far those who were invited were there, as far as they were marked by their invitation.
pub(super) async fn of_invitations(
    db: impl PgExecutor<'_>,
    dialogue: DialogueId,
) -> Result<HashMap<InvitationId, Presence>> {
    let rows = sqlx::query!(
        r#"SELECT invitation_id AS "invitation!", presence AS "presence: Presence"
           FROM dialogue_attendance WHERE dialogue_id = $1 AND invitation_id IS NOT NULL"#,
        dialogue.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (InvitationId(row.invitation), row.presence)).collect())
}

/// Writes a mark down; false where its id belongs to another dialogue.
pub(super) async fn put_attendance(tx: &mut Tx<'_>, env: &Env, dialogue: DialogueId, a: &Attendance) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO dialogue_attendance (id, dialogue_id, invitation_id, name, constituency, sex, age, disability, indigenous, presence,
             people, marked_at, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO UPDATE SET name = $4, constituency = $5, sex = $6, age = $7, disability = $8, indigenous = $9, presence = $10,
             people = $11, marked_at = $12, recorded_by = $13, recorded_at = $14
         WHERE dialogue_attendance.dialogue_id = $2",
        a.id.0,
        dialogue.0,
        a.invitation.map(|i| i.0),
        a.name,
        a.constituency,
        a.sex as Sex,
        a.age as AgeBand,
        a.disability as YesNo,
        a.indigenous as YesNo,
        a.presence as Presence,
        a.people,
        a.marked_at,
        a.recorded_by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// So many people were there.
pub(super) async fn present(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<i64> {
    let sum = sqlx::query_scalar!(
        r#"SELECT COALESCE(sum(people), 0) AS "n!" FROM dialogue_attendance WHERE dialogue_id = $1 AND presence <> 'absent'"#,
        dialogue.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(sum)
}
