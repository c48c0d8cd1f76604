//! The loop that moves waiting mails out.

use std::time::Duration;

use sala_domain::{
    dialogues::invitations,
    mails::{self, Mail, MailState, Meeting},
};
use sala_kernel::{Env, Language, MailId, Pool, Result};
use sqlx::{postgres::PgListener, types::Json};

use crate::transport::{Outcome, Transport};

/// Tries before a mail is given up on; with doubling pauses that is about two days.
const MOST_TRIES: i32 = 12;
/// How long a mail may wait unseen when no wake-up arrives.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Delivers whenever something is written, until `stop` resolves.
pub async fn run(pool: Pool, env: Env, transport: Transport, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut listener = None;
    loop {
        if listener.is_none() {
            listener = listen(&pool).await;
        }
        if let Err(error) = deliver(&pool, &env, &transport).await {
            tracing::warn!(%error, "mail could not be looked after; trying again");
        }
        let woken = async {
            match &mut listener {
                Some(listener) => listener.recv().await.map(|_| ()),
                None => std::future::pending().await,
            }
        };
        let broken = tokio::select! {
            () = &mut stop => return,
            woken = tokio::time::timeout(LOOK_EVERY, woken) => matches!(woken, Ok(Err(_))),
        };
        if broken {
            listener = None;
        }
    }
}

async fn listen(pool: &Pool) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(pool).await.ok()?;
    listener.listen("mails").await.ok()?;
    Some(listener)
}

/// Moves out all mails that are due; how many were touched.
pub async fn deliver(pool: &Pool, env: &Env, transport: &Transport) -> Result<usize> {
    let mut touched = 0;
    while deliver_one(pool, env, transport).await? {
        touched += 1;
    }
    Ok(touched)
}

/// One mail, held by a row lock so that two nodes never carry the same one at once.
async fn deliver_one(pool: &Pool, env: &Env, transport: &Transport) -> Result<bool> {
    let filing = matches!(transport, Transport::Folder { .. });
    let mut tx = pool.begin().await?;
    let row = sqlx::query!(
        r#"SELECT id, kind, recipient, language, subject, body, attempts, created_at, meeting AS "meeting: Json<Meeting>" FROM mails
           WHERE state = 'waiting' AND not_before <= $1 AND (NOT $2 OR attempts = 0)
           ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED"#,
        env.now(),
        filing,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(false) };
    let mail = Mail {
        id: MailId(row.id),
        kind: row.kind,
        recipient: row.recipient,
        language: Language::from_tag(&row.language),
        subject: row.subject,
        body: row.body,
        state: MailState::Waiting,
        error: String::new(),
        created_at: row.created_at,
        sent_at: None,
        meeting: row.meeting.map(|meeting| meeting.0),
    };
    let outcome = transport.carry(&mail).await;
    let attempts = row.attempts + 1;
    let (state, error, sent_at, wait) = match outcome {
        Outcome::Filed => (MailState::Waiting, String::new(), None, 0),
        Outcome::Sent => (MailState::Sent, String::new(), Some(env.now()), 0),
        Outcome::Later(error) if attempts < MOST_TRIES => (MailState::Waiting, error, None, 1_i64 << attempts),
        Outcome::Later(error) | Outcome::Refused(error) => (MailState::Failed, error, None, 0),
    };
    sqlx::query!(
        "UPDATE mails SET state = $2, attempts = $3, error = $4, sent_at = $5, not_before = $6 WHERE id = $1",
        mail.id.0,
        state as MailState,
        attempts,
        error,
        sent_at,
        env.now() + chrono::Duration::minutes(wait),
    )
    .execute(&mut *tx)
    .await?;
    if state != MailState::Waiting {
        let kind = if state == MailState::Sent { "mail.sent" } else { "mail.failed" };
        mails::store::announce(&mut tx, env, kind, mail.id).await?;
        if state == MailState::Failed {
            invitations::undelivered(&mut tx, env, mail.id).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}
