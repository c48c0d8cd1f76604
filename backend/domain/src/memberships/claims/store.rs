//! Claims in the database.

use sala_kernel::{ClaimId, Env, LText, Language, MembershipId, NetworkId, OrganisationId, Result, Tx};
use sqlx::PgExecutor;

use super::Claim;
use crate::{
    access::Deed,
    people::{NewPerson, PersonName},
};

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

/// How many claims wait in a network.
pub(super) async fn count(tx: &mut Tx<'_>, network: NetworkId) -> Result<i64> {
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM claims c JOIN memberships m ON m.id = c.membership_id WHERE m.network_id = $1 AND c.state = 'asked'"#,
        network.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(waiting)
}

/// Writes a claim; `false` when one with the same address waits already.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    id: ClaimId,
    network: NetworkId,
    organisation: OrganisationId,
    person: &NewPerson,
    note: &str,
) -> Result<bool> {
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
    Ok(done.rows_affected() == 1)
}

/// Claims that wait: one, or those of a network, the oldest first.
pub(super) async fn waiting(
    db: impl PgExecutor<'_>,
    network: Option<NetworkId>,
    id: Option<ClaimId>,
) -> Result<Vec<Claim>> {
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

/// One claim that waits, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: ClaimId) -> Result<Option<Claim>> {
    sqlx::query!("SELECT id FROM claims WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    Ok(waiting(&mut **tx, None, Some(id)).await?.pop())
}

/// Refuses a held claim; the name and address go.
pub(super) async fn refuse(tx: &mut Tx<'_>, env: &Env, deed: Deed, id: ClaimId, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE claims SET state = 'refused', reason = $2, answered_at = $3, answered_by = $4, family_km = '', given_km = '',
                family_latin = '', given_latin = '', email = '', position_en = '', position_km = '', note = ''
         WHERE id = $1",
        id.0,
        reason,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that a held claim is accepted.
pub(super) async fn accept(tx: &mut Tx<'_>, env: &Env, deed: Deed, id: ClaimId) -> Result<()> {
    sqlx::query!(
        "UPDATE claims SET state = 'accepted', answered_at = $2, answered_by = $3 WHERE id = $1",
        id.0,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
