//! From a presented secret to an `Actor`.

use std::sync::Arc;

use sala_domain::{
    access::{self, Acting, Actor, Grant, Grants, Role, Scope},
    memberships::{MembershipState, Tier},
};
use sala_kernel::{Env, Error, NetworkId, OrganisationId, PersonId, Pool, Result, SessionId, hash_token};

use crate::Settings;

/// Who presents this session secret, and for whom they say they act. An unknown, ended or expired one is [`Error::Unauthenticated`].
pub async fn of_session(
    pool: &Pool,
    env: &Env,
    settings: &Settings,
    secret: &str,
    stated: Option<Acting>,
) -> Result<Actor> {
    let now = env.now();
    // One statement for who it is and what they hold: every request begins here.
    let rows = sqlx::query!(
        r#"SELECT s.id, s.person_id, s.acting_network, s.acting_organisation, s.seen_at, a.operator,
                  g.network_id AS "network_id?", g.organisation_id, g.role AS "role?: Role", g.tier AS "tier?: Tier",
                  g.state AS "state?: MembershipState", g.group_id
           FROM sessions s
           JOIN accounts a ON a.person_id = s.person_id AND a.state = 'active'
           LEFT JOIN rights.grants g ON g.person_id = s.person_id AND (g.until_at IS NULL OR g.until_at > $2)
           WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3"#,
        hash_token(secret),
        now,
        now - settings.session_idle,
    )
    .fetch_all(pool)
    .await?;
    let row = rows.first().ok_or(Error::Unauthenticated)?;
    if now - row.seen_at > chrono::Duration::minutes(1) {
        sqlx::query!("UPDATE sessions SET seen_at = $2 WHERE id = $1", row.id, now).execute(pool).await?;
    }
    let (person, session) = (PersonId(row.person_id), SessionId(row.id));
    let (operator, network, organisation) = (row.operator, row.acting_network, row.acting_organisation);
    let held: Vec<Grant> = rows
        .into_iter()
        .filter_map(|r| Some(Grant::of(r.network_id?, r.organisation_id, r.role?, r.tier, r.state, r.group_id)))
        .collect();
    let acting = network
        .map(|n| (NetworkId(n), organisation.map(OrganisationId)))
        .filter(|(n, o)| held.iter().any(|g| g.network == *n && g.organisation == *o))
        .or_else(|| held.first().map(|g| (g.network, g.organisation)));
    let grants = Grants::new(person, Some(session), Scope::Write, operator, acting, held);
    Ok(Actor::Person(Arc::new(grants.acting_for(stated))))
}

/// Who presents this access token, and for whom they say they act.
pub async fn of_token(pool: &Pool, env: &Env, secret: &str, stated: Option<Acting>) -> Result<Actor> {
    let now = env.now();
    let row = sqlx::query!(
        r#"UPDATE access_tokens t SET used_at = $2 FROM accounts a
           WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND a.person_id = t.person_id AND a.state = 'active'
           RETURNING t.person_id, t.scopes"#,
        hash_token(secret),
        now,
    )
    .fetch_optional(pool)
    .await?
    .ok_or(Error::Unauthenticated)?;
    let person = PersonId(row.person_id);
    let held = access::store::grants(pool, person, env.now()).await?;
    let scope = if row.scopes.iter().any(|s| s == "write") { Scope::Write } else { Scope::Read };
    let acting = held.first().map(|g| (g.network, g.organisation));
    // A token never runs the machine, whoever made it.
    Ok(Actor::Person(Arc::new(Grants::new(person, None, scope, false, acting, held).acting_for(stated))))
}

/// The same person with the grants of now; [`Error::Unauthenticated`] when the session has ended meanwhile.
pub async fn refresh(pool: &Pool, env: &Env, settings: &Settings, actor: &Actor) -> Result<Actor> {
    let Actor::Person(grants) = actor else { return Ok(actor.clone()) };
    let person = grants.person();
    if let Some(session) = grants.session {
        let now = env.now();
        sqlx::query_scalar!(
            "SELECT s.id FROM sessions s JOIN accounts a ON a.person_id = s.person_id
             WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3 AND a.state = 'active'",
            session.0,
            now,
            now - settings.session_idle,
        )
        .fetch_optional(pool)
        .await?
        .ok_or(Error::Unauthenticated)?;
    }
    let held = access::store::grants(pool, person, env.now()).await?;
    Ok(Actor::Person(Arc::new(Grants::new(person, grants.session, grants.scope, grants.operator, grants.acting, held))))
}
