//! Claims: a listed organisation that nobody speaks for yet is taken up by its own people.
//!
//! Kept: only what anyone may know of can be claimed, and only while nobody speaks for it; the secretariat answers; who is
//! refused leaves no name behind.

use chrono::{DateTime, Utc};
use sala_kernel::{
    ClaimId, Draft, Env, Error, LText, Language, MembershipId, Message, NetworkId, OrganisationId, Pool, Result, Tx,
    append,
};
use sqlx::PgExecutor;

use crate::{
    access::{Actor, Authorized, Deed, Role, acts::ManageMembers, authorize},
    networks::{self, Network},
    people::{self, NewPerson, PersonName, Sex},
    roles::{self, service::NewRole},
    text::Check,
};

/// How many claims may wait at once in a network.
const WAITING: i64 = 200;

/// A claim that waits for an answer.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Of which membership.
    pub membership: MembershipId,
    /// In which network.
    pub network: NetworkId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Who says so.
    pub name: PersonName,
    /// Their address.
    pub email: String,
    /// Their language.
    pub language: Language,
    /// Their position.
    pub position: LText,
    /// What they add.
    pub note: String,
    /// Since when it waits.
    pub asked_at: DateTime<Utc>,
}

/// A claim to make.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// Who says so.
    pub name: PersonName,
    /// Their address.
    pub email: String,
    /// Their language.
    pub language: Language,
    /// Their position.
    pub position: LText,
    /// What they add.
    pub note: String,
}

/// The members of a network with a public page that anyone may know and nobody speaks for, by name.
pub async fn unclaimed(db: impl PgExecutor<'_>, network: NetworkId) -> Result<Vec<OrganisationId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT m.organisation_id FROM memberships m
           JOIN organisations o ON o.id = m.organisation_id
           JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = m.network_id AND l.public
           JOIN networks n ON n.id = m.network_id AND n.public_page AND n.state = 'active'
           WHERE m.network_id = $1 AND m.state = 'active'
             AND NOT EXISTS (SELECT 1 FROM role_grants g JOIN accounts a ON a.person_id = g.person_id AND a.state IN ('invited', 'active')
                             WHERE g.network_id = m.network_id AND g.organisation_id = o.id AND g.ended_at IS NULL
                               AND g.role IN ('representative', 'alternate'))
           ORDER BY o.sort_en LIMIT 100"#,
        network.0,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(OrganisationId).collect())
}

/// Makes a claim; whoever makes it is judged by how fast they ask, not by who they are.
pub async fn ask(
    tx: &mut Tx<'_>,
    env: &Env,
    network: NetworkId,
    organisation: OrganisationId,
    new: &NewClaim,
) -> Result<()> {
    if !unclaimed(&mut **tx, network).await?.contains(&organisation) {
        return Err(Error::NotFound);
    }
    let mut found = Check::new();
    let person = people::service::checked(
        &mut found,
        &NewPerson {
            name: new.name.clone(),
            email: new.email.clone(),
            language: new.language,
            sex: Sex::Undisclosed,
            position: new.position.clone(),
        },
    );
    if person.email.is_empty() {
        found.fail("email", Message::Required);
    }
    let note = found.prose("note", &new.note, 1000);
    found.finish()?;
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM claims c JOIN memberships m ON m.id = c.membership_id WHERE m.network_id = $1 AND c.state = 'asked'"#,
        network.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    if waiting >= WAITING {
        return Err(Error::Throttled(3600));
    }
    let id = ClaimId::fresh(env);
    // Asked twice with one address, the first stands.
    let done = sqlx::query!(
        "INSERT INTO claims (id, membership_id, family_km, given_km, family_latin, given_latin, email, language, position_en, position_km,
                             note, asked_at)
         SELECT $1, m.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM memberships m WHERE m.network_id = $2 AND m.organisation_id = $3
         ON CONFLICT DO NOTHING",
        id.0,
        network.0,
        organisation.0,
        person.name.family_km,
        person.name.given_km,
        person.name.family_latin,
        person.name.given_latin,
        person.email,
        person.language.tag(),
        person.position.en,
        person.position.km,
        note,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    if done.rows_affected() == 1 {
        let event =
            Draft { network: Some(network), organisation: Some(organisation), ..Deed::HUB.event("claim.asked", id) };
        append(tx, env, event).await?;
    }
    Ok(())
}

async fn waiting(db: impl PgExecutor<'_>, network: Option<NetworkId>, id: Option<ClaimId>) -> Result<Vec<Claim>> {
    let rows = sqlx::query!(
        "SELECT c.id, c.membership_id, c.family_km, c.given_km, c.family_latin, c.given_latin, c.email, c.language, c.position_en,
                c.position_km, c.note, c.asked_at, m.network_id, m.organisation_id
         FROM claims c JOIN memberships m ON m.id = c.membership_id
         WHERE c.state = 'asked' AND ($1::uuid IS NULL OR m.network_id = $1) AND ($2::uuid IS NULL OR c.id = $2)
         ORDER BY c.id LIMIT 200",
        network.map(|n| n.0),
        id.map(|i| i.0),
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Claim {
            id: ClaimId(row.id),
            membership: MembershipId(row.membership_id),
            network: NetworkId(row.network_id),
            organisation: OrganisationId(row.organisation_id),
            name: PersonName {
                family_km: row.family_km,
                given_km: row.given_km,
                family_latin: row.family_latin,
                given_latin: row.given_latin,
            },
            email: row.email,
            language: Language::from_tag(&row.language),
            position: LText::new(row.position_en, row.position_km),
            note: row.note,
            asked_at: row.asked_at,
        })
        .collect())
}

async fn may(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, ManageMembers>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

/// The claims of a network that wait, the oldest first; none for whoever does not manage its members.
pub async fn of_network(pool: &Pool, actor: &Actor, network: NetworkId) -> Result<Vec<Claim>> {
    let mut tx = pool.begin().await?;
    if may(&mut tx, actor, network).await.is_err() {
        return Ok(Vec::new());
    }
    waiting(&mut *tx, Some(network), None).await
}

/// Refuses a claim with a reason for the books; the name and address are not kept.
pub async fn refuse(pool: &Pool, env: &Env, actor: &Actor, id: ClaimId, reason: &str) -> Result<NetworkId> {
    let mut tx = pool.begin().await?;
    let (claim, deed) = hold(&mut tx, actor, id).await?;
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 1000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    sqlx::query!(
        "UPDATE claims SET state = 'refused', reason = $2, answered_at = $3, answered_by = $4, family_km = '', given_km = '',
                family_latin = '', given_latin = '', email = '', position_en = '', position_km = '', note = ''
         WHERE id = $1",
        id.0,
        reason,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut *tx)
    .await?;
    announce(&mut tx, env, deed, &claim, "claim.refused").await?;
    tx.commit().await?;
    Ok(claim.network)
}

/// Takes a claim up: the person is one of the organisation's and its representative. The caller invites them.
pub async fn accept_in(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    id: ClaimId,
) -> Result<(Claim, sala_kernel::PersonId)> {
    let (claim, deed) = hold(tx, actor, id).await?;
    let new = NewPerson {
        name: claim.name.clone(),
        email: claim.email.clone(),
        language: claim.language,
        sex: Sex::Undisclosed,
        position: claim.position.clone(),
    };
    let person = people::service::add_in(tx, env, actor, claim.organisation, &new).await?;
    let role = NewRole::plain(claim.network, person, Some(claim.organisation), Role::Representative);
    roles::service::grant_in(tx, env, actor, role).await?;
    sqlx::query!(
        "UPDATE claims SET state = 'accepted', answered_at = $2, answered_by = $3 WHERE id = $1",
        id.0,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    announce(tx, env, deed, &claim, "claim.accepted").await?;
    Ok((claim, person))
}

async fn hold(tx: &mut Tx<'_>, actor: &Actor, id: ClaimId) -> Result<(Claim, Deed)> {
    sqlx::query!("SELECT id FROM claims WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    let claim = waiting(&mut **tx, None, Some(id)).await?.pop().ok_or(Error::NotFound)?;
    let deed = may(tx, actor, claim.network).await.map_err(|_| Error::NotFound)?.deed();
    Ok((claim, deed))
}

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, claim: &Claim, kind: &'static str) -> Result<()> {
    let event =
        Draft { network: Some(claim.network), organisation: Some(claim.organisation), ..deed.event(kind, claim.id) };
    append(tx, env, event).await?;
    Ok(())
}
