//! The private address under which a calendar program reads what concerns one person.
//!
//! Its secret is all a calendar program can present, so it opens nothing but that calendar, and a new one ends the old.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sala_domain::access::{self, Actor, Grants, Scope};
use sala_kernel::{Env, Error, Language, PersonId, Pool, Result, Secret, hash_token};

use crate::accounts;

/// Since when somebody has an address; `None` without one.
pub async fn made_at(pool: &Pool, actor: &Actor) -> Result<Option<DateTime<Utc>>> {
    let person = actor.signed_in()?.person();
    let made = sqlx::query_scalar!("SELECT made_at FROM calendar_feeds WHERE person_id = $1", person.0)
        .fetch_optional(pool)
        .await?;
    Ok(made)
}

/// Makes one's address anew; the secret in it is shown this once, and the address before stops working.
pub async fn renew(pool: &Pool, env: &Env, actor: &Actor) -> Result<Secret> {
    let person = actor.writes()?;
    let secret = Secret::fresh(env, "");
    let mut tx = pool.begin().await?;
    sqlx::query!(
        "INSERT INTO calendar_feeds (person_id, token_hash, made_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = NULL",
        person.0,
        secret.hash(),
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    accounts::announce(&mut tx, env, person).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Ends one's address.
pub async fn end(pool: &Pool, env: &Env, actor: &Actor) -> Result<()> {
    let person = actor.writes()?;
    let mut tx = pool.begin().await?;
    sqlx::query!("DELETE FROM calendar_feeds WHERE person_id = $1", person.0).execute(&mut *tx).await?;
    accounts::announce(&mut tx, env, person).await?;
    tx.commit().await?;
    Ok(())
}

/// Whose calendar a secret opens, with what they hold now, and their language.
pub async fn open(pool: &Pool, env: &Env, secret: &str) -> Result<(Actor, Language)> {
    let row = sqlx::query!(
        "UPDATE calendar_feeds f SET read_at = $2 FROM accounts a, people p
         WHERE f.token_hash = $1 AND a.person_id = f.person_id AND a.state = 'active' AND p.id = f.person_id
         RETURNING f.person_id, p.language",
        hash_token(secret),
        env.now(),
    )
    .fetch_optional(pool)
    .await?
    .ok_or(Error::NotFound)?;
    let person = PersonId(row.person_id);
    let held = access::store::grants(pool, person, env.now()).await?;
    let grants = Grants::new(person, None, Scope::Read, false, None, held);
    Ok((Actor::Person(Arc::new(grants)), Language::from_tag(&row.language)))
}
