//! Personal access tokens for programs.

use chrono::{DateTime, Duration, Utc};
use sala_domain::{
    access::{Actor, Scope},
    text::Check,
};
use sala_kernel::{AccessTokenId, Env, Error, Message, Pool, Result, Secret};

use crate::accounts;

/// A token as its owner sees it.
#[derive(Debug, Clone)]
pub struct AccessToken {
    /// Its id.
    pub id: AccessTokenId,
    /// What its owner calls it.
    pub name: String,
    /// `read`, or `read` and `write`.
    pub scopes: Vec<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Last used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Only a browser session may deal with tokens: a stolen token must not make itself a successor.
fn in_person(actor: &Actor) -> Result<sala_kernel::PersonId> {
    let grants = actor.signed_in()?;
    if grants.session.is_none() || grants.scope == Scope::Read {
        return Err(Error::Forbidden(Message::ReadOnlyToken));
    }
    Ok(grants.person())
}

/// Makes a token; its secret is shown this once.
pub async fn make(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    name: &str,
    scopes: Vec<String>,
    days: i32,
) -> Result<(AccessToken, Secret)> {
    let person = in_person(actor)?;
    let mut check = Check::new();
    let name = check.line("name", name, 80);
    if name.is_empty() {
        check.fail("name", Message::Required);
    }
    if scopes.is_empty() || scopes.iter().any(|s| s != "read" && s != "write") {
        check.fail("scopes", Message::TokenScopes);
    }
    if !(1..=365).contains(&days) {
        check.fail("days", Message::TokenLifetime);
    }
    check.finish()?;
    let (id, secret) = (AccessTokenId::fresh(env), Secret::fresh(env, "sala_"));
    let expires_at = env.now() + Duration::days(days.into());
    let mut tx = pool.begin().await?;
    sqlx::query!(
        "INSERT INTO access_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        person.0,
        name,
        secret.hash(),
        &scopes,
        env.now(),
        expires_at,
    )
    .execute(&mut *tx)
    .await?;
    accounts::announce(&mut tx, env, person).await?;
    tx.commit().await?;
    Ok((AccessToken { id, name, scopes, created_at: env.now(), expires_at, used_at: None }, secret))
}

/// The asker's tokens that still work, newest first.
pub async fn list(pool: &Pool, env: &Env, actor: &Actor) -> Result<Vec<AccessToken>> {
    let rows = sqlx::query!(
        "SELECT id, name, scopes, created_at, expires_at, used_at FROM access_tokens
         WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id LIMIT 100",
        actor.signed_in()?.person().0,
        env.now(),
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| AccessToken {
            id: AccessTokenId(r.id),
            name: r.name,
            scopes: r.scopes,
            created_at: r.created_at,
            expires_at: r.expires_at,
            used_at: r.used_at,
        })
        .collect())
}

/// Ends a token at once.
pub async fn revoke(pool: &Pool, env: &Env, actor: &Actor, id: AccessTokenId) -> Result<()> {
    let person = in_person(actor)?;
    let mut tx = pool.begin().await?;
    let done = sqlx::query!(
        "UPDATE access_tokens SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL",
        id.0,
        person.0,
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    accounts::announce(&mut tx, env, person).await?;
    tx.commit().await?;
    Ok(())
}
