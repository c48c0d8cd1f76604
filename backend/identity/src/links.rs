//! One-time links: set-up, invitation, password reset.

use chrono::Duration;
use sala_kernel::{Env, Error, Message, PersonId, Result, Secret, Tx, hash_token};
use sqlx::PgExecutor;
use uuid::Uuid;

sala_kernel::db_enum! {
    /// What a link is for.
    pub enum Purpose as "link_purpose" {
        /// Setting up an empty hub.
        SetUp = "set_up",
        /// Answering an invitation.
        Invitation = "invitation",
        /// Choosing a new password.
        PasswordReset = "password_reset",
        /// Confirming a new sign-in address.
        EmailChange = "email_change",
    }
}

impl Purpose {
    fn lifetime(self) -> Duration {
        match self {
            Self::SetUp | Self::Invitation => Duration::days(7),
            Self::PasswordReset | Self::EmailChange => Duration::hours(2),
        }
    }
}

/// A link that still works.
#[derive(Debug, Clone)]
pub struct Link {
    /// Its row.
    pub id: Uuid,
    /// What it is for.
    pub purpose: Purpose,
    /// Whom it is for.
    pub person: Option<PersonId>,
    /// The address it was sent to.
    pub email: String,
}

/// Makes a link; those of the same purpose for the same person end.
pub async fn make(
    tx: &mut Tx<'_>,
    env: &Env,
    purpose: Purpose,
    person: Option<PersonId>,
    email: &str,
    by: Option<PersonId>,
) -> Result<Secret> {
    let secret = Secret::fresh(env, "");
    sqlx::query!(
        "UPDATE one_time_links SET revoked_at = $3
         WHERE purpose = $1 AND person_id IS NOT DISTINCT FROM $2 AND used_at IS NULL AND revoked_at IS NULL",
        purpose as Purpose,
        person.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO one_time_links (id, purpose, token_hash, person_id, email, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::from_bytes(env.entropy.bytes()),
        purpose as Purpose,
        secret.hash(),
        person.map(|p| p.0),
        email,
        by.map(|p| p.0),
        env.now(),
        env.now() + purpose.lifetime(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(secret)
}

/// Looks at a link without using it up.
pub async fn look(db: impl PgExecutor<'_>, env: &Env, secret: &str) -> Result<Option<Link>> {
    let row = sqlx::query!(
        r#"SELECT id, purpose AS "purpose: Purpose", person_id, email FROM one_time_links
           WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2"#,
        hash_token(secret),
        env.now(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| Link { id: r.id, purpose: r.purpose, person: r.person_id.map(PersonId), email: r.email }))
}

/// Uses a link up, in the transaction of what it allows. The second of two at once gets the refusal.
pub async fn consume(tx: &mut Tx<'_>, env: &Env, secret: &str, purposes: &[Purpose]) -> Result<Link> {
    consume_hash(tx, env, &hash_token(secret), purposes).await
}

/// As [`consume`], by what is kept of the secret.
pub async fn consume_hash(tx: &mut Tx<'_>, env: &Env, hash: &[u8], purposes: &[Purpose]) -> Result<Link> {
    let spent = || Error::invalid("link", Message::LinkUsedOrExpired);
    let row = sqlx::query!(
        r#"UPDATE one_time_links SET used_at = $2
           WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2
           RETURNING id, purpose AS "purpose: Purpose", person_id, email"#,
        hash,
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or_else(spent)?;
    if !purposes.contains(&row.purpose) {
        return Err(spent());
    }
    Ok(Link { id: row.id, purpose: row.purpose, person: row.person_id.map(PersonId), email: row.email })
}

/// Ends a person's open invitations: they have come in another way.
pub async fn revoke_of(tx: &mut Tx<'_>, env: &Env, person: PersonId) -> Result<()> {
    sqlx::query!(
        "UPDATE one_time_links SET revoked_at = $2
         WHERE person_id = $1 AND purpose = 'invitation' AND used_at IS NULL AND revoked_at IS NULL",
        person.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
