//! Mails in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, Language, MailId, Page, PageRequest, PersonId, Result, Tx, append};
use sqlx::{PgExecutor, types::Json};

use super::{Letter, Meeting};
use crate::access::{Actor, Deed};

sala_kernel::db_enum! {
    /// Where a mail stands.
    pub enum MailState as "mail_state" {
        /// To be sent, or to be read in the outbox where no mail server is configured.
        Waiting = "waiting",
        /// Handed to the mail server.
        Sent = "sent",
        /// Refused for good.
        Failed = "failed",
    }
}

/// A mail.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Its id; also its Message-ID.
    pub id: MailId,
    /// What kind of letter.
    pub kind: String,
    /// To whom.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Where it stands.
    pub state: MailState,
    /// What the mail server said, if it refused.
    pub error: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
    /// What it puts into the calendar of whoever gets it, or takes out of it.
    pub meeting: Option<Meeting>,
}

/// Writes a mail in the transaction of its cause, and says which it is.
pub async fn write(
    tx: &mut Tx<'_>,
    env: &Env,
    person: Option<PersonId>,
    recipient: &str,
    language: Language,
    letter: &Letter,
) -> Result<MailId> {
    let (subject, body) = letter.words(language);
    let id = MailId::fresh(env);
    sqlx::query!(
        "INSERT INTO mails (id, kind, person_id, recipient, language, subject, body, created_at, not_before, meeting)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)",
        id.0,
        letter.kind(),
        person.map(|p| p.0),
        recipient,
        language.tag(),
        subject,
        body,
        env.now(),
        letter.meeting().map(Json) as Option<Json<&Meeting>>,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("SELECT pg_notify('mails', '')").execute(&mut **tx).await?;
    announce(tx, env, "mail.written", id).await?;
    Ok(id)
}

/// Tells the outbox page that a mail is new or stands elsewhere now.
pub async fn announce(tx: &mut Tx<'_>, env: &Env, kind: &'static str, id: MailId) -> Result<()> {
    append(tx, env, Deed::HUB.event(kind, id)).await?;
    Ok(())
}

/// Says that a mail that was sent did not arrive, and why; whether there is such a mail.
pub(super) async fn fail(tx: &mut Tx<'_>, id: MailId, why: &str) -> Result<bool> {
    let found = sqlx::query!(
        "UPDATE mails SET state = 'failed', error = $2 WHERE id = $1 AND state IN ('sent', 'failed')",
        id.0,
        why,
    )
    .execute(&mut **tx)
    .await?;
    Ok(found.rows_affected() > 0)
}

/// A mail out of a record that has its columns.
macro_rules! mail {
    ($row:expr) => {
        Mail {
            id: MailId($row.id),
            kind: $row.kind,
            recipient: $row.recipient,
            language: Language::from_tag(&$row.language),
            subject: $row.subject,
            body: $row.body,
            state: $row.state,
            error: $row.error,
            created_at: $row.created_at,
            sent_at: $row.sent_at,
            meeting: $row.meeting.map(|meeting| meeting.0),
        }
    };
}

/// One mail, for whoever runs the hub; for others there is none.
pub async fn view(db: impl PgExecutor<'_>, actor: &Actor, id: MailId) -> Result<Option<Mail>> {
    if actor.operates().is_err() {
        return Ok(None);
    }
    let row = sqlx::query!(
        r#"SELECT id, kind, recipient, language, subject, body, state AS "state: MailState", error, created_at, sent_at,
                  meeting AS "meeting: Json<Meeting>"
           FROM mails WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| mail!(r)))
}

/// A page of all mails, newest first, for whoever runs the hub.
pub async fn list(db: impl PgExecutor<'_>, actor: &Actor, page: &PageRequest) -> Result<Page<Mail>> {
    actor.operates()?;
    let rows = sqlx::query!(
        r#"SELECT id, kind, recipient, language, subject, body, state AS "state: MailState", error, created_at, sent_at,
                  meeting AS "meeting: Json<Meeting>", (SELECT count(*) FROM mails) AS "total!"
           FROM mails WHERE $1::text IS NULL OR (created_at, id) < ($1::text::timestamptz, $2::text::uuid)
           ORDER BY created_at DESC, id DESC LIMIT $3"#,
        page.after(0),
        page.after(1),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |r| r.total);
    let mails = rows.into_iter().map(|r| mail!(r)).collect();
    Ok(page.close(mails, total, |m: &Mail| vec![m.created_at.to_rfc3339(), m.id.0.to_string()]))
}
