//! Which provider accounts belong to whom.

use chrono::{DateTime, Utc};
use sala_domain::{
    access::Actor,
    mails::{self, Letter},
};
use sala_kernel::{Env, Error, LText, Language, Message, PersonId, Pool, Result, Tx};
use sqlx::PgExecutor;

use crate::{accounts, sessions};

/// A provider account that opens the door.
#[derive(Debug, Clone)]
pub struct Linked {
    /// Its issuer.
    pub issuer: String,
    /// Since when.
    pub linked_at: DateTime<Utc>,
}

pub(super) async fn person(db: impl PgExecutor<'_>, issuer: &str, subject: &str) -> Result<Option<PersonId>> {
    let found = sqlx::query_scalar!(
        "SELECT i.person_id FROM openid_identities i JOIN accounts a ON a.person_id = i.person_id
         WHERE i.issuer = $1 AND i.subject = $2 AND a.state = 'active'",
        issuer,
        subject,
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(PersonId))
}

/// Links, and tells the person by mail: whoever did not do it must hear of it.
pub(super) async fn link(
    tx: &mut Tx<'_>,
    env: &Env,
    person: PersonId,
    issuer: &str,
    subject: &str,
    name: &LText,
) -> Result<()> {
    let done = sqlx::query!(
        "INSERT INTO openid_identities (issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (issuer, subject) DO NOTHING",
        issuer,
        subject,
        person.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    if done.rows_affected() == 0 {
        let whose = self::person(&mut **tx, issuer, subject).await?;
        return if whose == Some(person) {
            Ok(())
        } else {
            Err(Error::invalid("provider", Message::ProviderLinkedElsewhere))
        };
    }
    let account = sqlx::query!(
        "SELECT a.email, p.language FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.person_id = $1",
        person.0
    )
    .fetch_one(&mut **tx)
    .await?;
    let language = Language::from_tag(&account.language);
    let letter = Letter::SignInAdded { provider: name.clone() };
    mails::write(tx, env, Some(person), &account.email, language, &letter).await?;
    accounts::announce(tx, env, person).await
}

/// The asker's provider accounts, oldest first.
pub async fn linked(pool: &Pool, actor: &Actor) -> Result<Vec<Linked>> {
    let rows = sqlx::query_as!(
        Linked,
        "SELECT issuer, linked_at FROM openid_identities WHERE person_id = $1 ORDER BY linked_at, issuer LIMIT 100",
        actor.signed_in()?.person().0,
    )
    .fetch_all(pool)
    .await?;
    Ok(rows)
}

/// Takes a provider off the asker's account; the last way in stays. Other sessions that came that way end.
pub async fn unlink(pool: &Pool, env: &Env, actor: &Actor, issuer: &str) -> Result<()> {
    let grants = actor.signed_in()?;
    let session = grants.session.ok_or(Error::Forbidden(Message::ReadOnlyToken))?;
    let person = grants.person();
    let mut tx = pool.begin().await?;
    let account = sqlx::query!(
        "SELECT password_hash IS NOT NULL AS \"password!\" FROM accounts WHERE person_id = $1 FOR UPDATE",
        person.0
    )
    .fetch_one(&mut *tx)
    .await?;
    let done = sqlx::query!("DELETE FROM openid_identities WHERE person_id = $1 AND issuer = $2", person.0, issuer)
        .execute(&mut *tx)
        .await?;
    if done.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    let left = sqlx::query_scalar!(r#"SELECT count(*) AS "n!" FROM openid_identities WHERE person_id = $1"#, person.0)
        .fetch_one(&mut *tx)
        .await?;
    if !account.password && left == 0 {
        return Err(Error::invalid("provider", Message::LastWayIn));
    }
    sessions::end_others(&mut tx, env, person, Some(session)).await?;
    accounts::announce(&mut tx, env, person).await?;
    tx.commit().await?;
    Ok(())
}
