//! Signed-in browsers.

use chrono::{DateTime, Utc};
use sala_domain::access::{Actor, Deed};
use sala_kernel::{
    Draft, Env, Error, Message, NetworkId, OrganisationId, PersonId, Pool, Result, Secret, SessionId, Tx, append,
};

use crate::Settings;

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Browser and system in words.
    pub device: String,
    /// How it was begun: `password`, `link`, `openid`, `demo`.
    pub method: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last used, to the minute.
    pub seen_at: DateTime<Utc>,
    /// It is the one asking.
    pub current: bool,
}

/// Begins a session and hands out its secret.
pub async fn begin(
    tx: &mut Tx<'_>,
    env: &Env,
    settings: &Settings,
    person: PersonId,
    method: &str,
    device: &str,
) -> Result<(SessionId, Secret)> {
    let (id, secret) = (SessionId::fresh(env), Secret::fresh(env, "ss_"));
    let now = env.now();
    // Act for the first organisation one holds a role for; else for the network's secretariat.
    let acting = sqlx::query!(
        "SELECT network_id, organisation_id FROM role_grants WHERE person_id = $1 AND ended_at IS NULL
         ORDER BY organisation_id IS NULL, granted_at, id LIMIT 1",
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO sessions (id, person_id, token_hash, method, device, acting_network, acting_organisation, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)",
        id.0,
        person.0,
        secret.hash(),
        method,
        device,
        acting.as_ref().map(|a| a.network_id),
        acting.as_ref().and_then(|a| a.organisation_id),
        now,
        now + settings.session_limit,
    )
    .execute(&mut **tx)
    .await?;
    announce(tx, env, "session.begun", person, id).await?;
    Ok((id, secret))
}

/// The present sessions of the asker, last used first.
pub async fn list(pool: &Pool, env: &Env, settings: &Settings, actor: &Actor) -> Result<Vec<Session>> {
    let grants = actor.signed_in()?;
    let rows = sqlx::query!(
        "SELECT id, device, method, created_at, seen_at FROM sessions
         WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND seen_at > $3
         ORDER BY seen_at DESC, id LIMIT 100",
        grants.person().0,
        env.now(),
        env.now() - settings.session_idle,
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| Session {
            id: SessionId(r.id),
            device: r.device,
            method: r.method,
            created_at: r.created_at,
            seen_at: r.seen_at,
            current: grants.session == Some(SessionId(r.id)),
        })
        .collect())
}

async fn announce(tx: &mut Tx<'_>, env: &Env, kind: &'static str, person: PersonId, session: SessionId) -> Result<()> {
    let payload = serde_json::json!({ "person": person.0 });
    append(tx, env, Draft { payload, ..Deed::of(person).event(kind, session) }).await?;
    Ok(())
}

/// Ends one of the asker's sessions.
pub async fn end(pool: &Pool, env: &Env, actor: &Actor, id: SessionId) -> Result<()> {
    let person = actor.signed_in()?.person();
    let mut tx = pool.begin().await?;
    let done = sqlx::query!(
        "UPDATE sessions SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL",
        id.0,
        person.0,
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Err(Error::NotFound);
    }
    announce(&mut tx, env, "session.ended", person, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends all sessions of a person but one; how many ended.
pub async fn end_others(tx: &mut Tx<'_>, env: &Env, person: PersonId, keep: Option<SessionId>) -> Result<usize> {
    let ended = sqlx::query_scalar!(
        "UPDATE sessions SET revoked_at = $3 WHERE person_id = $1 AND id IS DISTINCT FROM $2 AND revoked_at IS NULL RETURNING id",
        person.0,
        keep.map(|s| s.0),
        env.now(),
    )
    .fetch_all(&mut **tx)
    .await?;
    for id in &ended {
        announce(tx, env, "session.ended", person, SessionId(*id)).await?;
    }
    Ok(ended.len())
}

/// Changes for whom the asker acts in this session; only where they hold a role.
pub async fn act_for(
    pool: &Pool,
    actor: &Actor,
    network: NetworkId,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let grants = actor.signed_in()?;
    let session = grants.session.ok_or(Error::Unauthenticated)?;
    if !grants.held().iter().any(|g| g.network == network && g.organisation == organisation) {
        return Err(Error::invalid("organisation", Message::ActingUnknown));
    }
    sqlx::query!(
        "UPDATE sessions SET acting_network = $2, acting_organisation = $3 WHERE id = $1",
        session.0,
        network.0,
        organisation.map(|o| o.0),
    )
    .execute(pool)
    .await?;
    Ok(())
}
