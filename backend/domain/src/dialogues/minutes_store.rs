//! Minutes, their corrections and feedback in the database. Who may know these is judged before.

use chrono::{DateTime, Utc};
use sala_kernel::{AgendaId, CorrectionId, DialogueId, Env, InvitationId, LText, PersonId, PointId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Channel, Dialogue,
    minutes::{Correction, CorrectionState, Feedback, Minutes, MinutesState, Point},
};
use crate::stakeholders::Attribution;

/// How far the minutes of a dialogue are.
pub async fn minutes(db: impl PgExecutor<'_>, dialogue: DialogueId) -> Result<Minutes> {
    let row = sqlx::query!(
        r#"SELECT state AS "state: MinutesState", circulated_at, corrections_until, approved_by, approved_at, version
           FROM dialogue_minutes WHERE dialogue_id = $1"#,
        dialogue.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map_or(Minutes::BLANK, |row| Minutes {
        state: row.state,
        circulated_at: row.circulated_at,
        corrections_until: row.corrections_until,
        approved_by: row.approved_by,
        approved_at: row.approved_at,
        version: row.version,
    }))
}

/// The same, held until the transaction ends: nobody writes in them meanwhile. They begin where they have not.
pub(super) async fn held(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<Minutes> {
    sqlx::query_scalar!("SELECT dialogue_id FROM dialogue_minutes WHERE dialogue_id = $1 FOR UPDATE", dialogue.0)
        .fetch_optional(&mut **tx)
        .await?;
    minutes(&mut **tx, dialogue).await
}

/// Minutes begin, as they are read before: nothing about them has changed. Nothing happens where they have begun.
pub(super) async fn begin(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_minutes (dialogue_id, version) VALUES ($1, 0) ON CONFLICT (dialogue_id) DO NOTHING",
        dialogue.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn put_minutes(
    tx: &mut Tx<'_>,
    dialogue: DialogueId,
    minutes: &Minutes,
    by: Option<PersonId>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_minutes (dialogue_id, state, circulated_at, corrections_until, approved_by, approved_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (dialogue_id) DO UPDATE SET state = $2, circulated_at = $3, corrections_until = $4, approved_by = $5, approved_at = $6,
             recorded_by = $7, version = dialogue_minutes.version + 1",
        dialogue.0,
        minutes.state as MinutesState,
        minutes.circulated_at,
        minutes.corrections_until,
        minutes.approved_by,
        minutes.approved_at,
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct Row {
    id: Uuid,
    agenda_id: Option<Uuid>,
    position: i32,
    text_en: String,
    text_km: String,
    speaker: String,
    written_by: Option<Uuid>,
    written_at: DateTime<Utc>,
    live: bool,
    placed: i32,
    version: i32,
}

/// The points of minutes, in the order of the agenda; what belongs to none of it last.
pub async fn points(db: impl PgExecutor<'_>, dialogue: DialogueId) -> Result<Vec<Point>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT p.id, p.agenda_id, p.position, p.text_en, p.text_km, p.speaker, p.written_by, p.written_at, p.live, p.placed, p.version
         FROM dialogue_points p LEFT JOIN dialogue_agenda a ON a.id = p.agenda_id
         WHERE p.dialogue_id = $1 ORDER BY a.position NULLS LAST, p.position, p.id",
        dialogue.0,
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| Point {
        id: PointId(row.id),
        agenda: row.agenda_id.map(AgendaId),
        position: row.position,
        text: LText::new(row.text_en, row.text_km),
        speaker: row.speaker,
        written_by: row.written_by.map(PersonId),
        written_at: row.written_at,
        live: row.live,
        placed: row.placed,
        version: row.version,
    });
    Ok(told.collect())
}

/// To which dialogue a point belongs.
pub(super) async fn dialogue_of_point(db: impl PgExecutor<'_>, id: PointId) -> Result<Option<DialogueId>> {
    let found =
        sqlx::query_scalar!("SELECT dialogue_id FROM dialogue_points WHERE id = $1", id.0).fetch_optional(db).await?;
    Ok(found.map(DialogueId))
}

/// To which dialogue a correction belongs.
pub(super) async fn dialogue_of_correction(db: impl PgExecutor<'_>, id: CorrectionId) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!("SELECT dialogue_id FROM dialogue_corrections WHERE id = $1", id.0)
        .fetch_optional(db)
        .await?;
    Ok(found.map(DialogueId))
}

pub(super) async fn put_point(tx: &mut Tx<'_>, d: &Dialogue, point: &Point) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_points (id, dialogue_id, attribution, agenda_id, position, text_en, text_km, speaker, written_by, written_at, live)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO UPDATE SET agenda_id = $4, text_en = $6, text_km = $7, speaker = $8, written_by = $9, written_at = $10,
             live = $11,
             placed = CASE WHEN (dialogue_points.agenda_id, dialogue_points.speaker) IS DISTINCT FROM ($4, $8)
                           THEN dialogue_points.version + 1 ELSE dialogue_points.placed END,
             version = dialogue_points.version + 1",
        point.id.0,
        d.id.0,
        d.is.attribution as Attribution,
        point.agenda.map(|a| a.0),
        point.position,
        point.text.en,
        point.text.km,
        point.speaker,
        point.written_by.map(|p| p.0),
        point.written_at,
        point.live,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What a point says follows the text that several write at once.
pub(super) async fn put_words(
    tx: &mut Tx<'_>,
    id: PointId,
    said: &LText,
    (by, at): (Option<PersonId>, DateTime<Utc>),
) -> Result<()> {
    sqlx::query!(
        "UPDATE dialogue_points SET text_en = $2, text_km = $3, written_by = COALESCE($4, written_by), written_at = $5,
             version = version + 1 WHERE id = $1",
        id.0,
        said.en,
        said.km,
        by.map(|p| p.0),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The words of all points stand in the text that several write at once.
pub(super) async fn all_live(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<()> {
    sqlx::query!("UPDATE dialogue_points SET live = true WHERE dialogue_id = $1 AND NOT live", dialogue.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Points that say nothing go.
pub(super) async fn remove_blank(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<()> {
    sqlx::query!("DELETE FROM dialogue_points WHERE dialogue_id = $1 AND text_en = '' AND text_km = ''", dialogue.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub(super) async fn remove_point(tx: &mut Tx<'_>, id: PointId) -> Result<()> {
    sqlx::query!("DELETE FROM dialogue_points WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Forgets who said what: the rule of a dialogue has become stricter.
pub(super) async fn forget_speakers(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<()> {
    sqlx::query!(
        "UPDATE dialogue_points SET speaker = '', version = version + 1 WHERE dialogue_id = $1 AND speaker <> ''",
        dialogue.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What was said about minutes, the oldest first.
pub async fn corrections(db: impl PgExecutor<'_>, dialogue: DialogueId) -> Result<Vec<Correction>> {
    let rows = sqlx::query!(
        r#"SELECT id, point_id, invitation_id, author, via AS "via: Channel", text, state AS "state: CorrectionState", response, recorded_at
           FROM dialogue_corrections WHERE dialogue_id = $1 ORDER BY recorded_at, id"#,
        dialogue.0,
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| Correction {
        id: CorrectionId(row.id),
        point: row.point_id.map(PointId),
        invitation: row.invitation_id.map(InvitationId),
        author: row.author,
        via: row.via,
        text: row.text,
        state: row.state,
        response: row.response,
        recorded_at: row.recorded_at,
    });
    Ok(told.collect())
}

pub(super) async fn put_correction(
    tx: &mut Tx<'_>,
    dialogue: DialogueId,
    one: &Correction,
    by: Option<PersonId>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_corrections (id, dialogue_id, point_id, invitation_id, author, via, text, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        one.id.0,
        dialogue.0,
        one.point.map(|p| p.0),
        one.invitation.map(|i| i.0),
        one.author,
        one.via as Channel,
        one.text,
        by.map(|p| p.0),
        one.recorded_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Answers a correction; false where that was done before.
pub(super) async fn answer(
    tx: &mut Tx<'_>,
    env: &Env,
    id: CorrectionId,
    (state, response): (CorrectionState, &str),
    by: Option<PersonId>,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE dialogue_corrections SET state = $2, response = $3, answered_by = $4, answered_at = $5 WHERE id = $1 AND state = 'open'",
        id.0,
        state as CorrectionState,
        response,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that an invitee has said how they found it; false where they had.
pub(super) async fn fed_back(tx: &mut Tx<'_>, id: InvitationId) -> Result<bool> {
    let done = sqlx::query!("UPDATE dialogue_invitations SET fed_back = true WHERE id = $1 AND NOT fed_back", id.0)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether an invitee has said how they found it.
pub(super) async fn has_fed_back(tx: &mut Tx<'_>, id: InvitationId) -> Result<bool> {
    let found = sqlx::query_scalar!("SELECT fed_back FROM dialogue_invitations WHERE id = $1", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.unwrap_or(true))
}

/// How a dialogue was found.
pub async fn feedback(db: impl PgExecutor<'_>, dialogue: DialogueId) -> Result<Feedback> {
    let row =
        sqlx::query!("SELECT useful, safe, heard, comments FROM dialogue_feedback WHERE dialogue_id = $1", dialogue.0)
            .fetch_optional(db)
            .await?;
    Ok(row.map_or_else(Feedback::default, |row| Feedback {
        useful: row.useful,
        safe: row.safe,
        heard: row.heard,
        comments: row.comments,
    }))
}

pub(super) async fn put_feedback(tx: &mut Tx<'_>, dialogue: DialogueId, all: &Feedback) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_feedback (dialogue_id, useful, safe, heard, comments) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (dialogue_id) DO UPDATE SET useful = $2, safe = $3, heard = $4, comments = $5",
        dialogue.0,
        &all.useful,
        &all.safe,
        &all.heard,
        &all.comments,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
