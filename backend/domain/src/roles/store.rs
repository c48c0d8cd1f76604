//! Roles in the database.

use sala_kernel::{Env, NetworkId, OrganisationId, PersonId, Result, RoleGrantId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::RoleGrant;
use crate::{
    access::{Action, Actor, Authorized, Level, Reach, Role, acts::ManageRoles},
    networks::Network,
};

/// The present roles of people, as far as the actor may see the network and the organisation of each.
pub async fn of_people(db: impl PgExecutor<'_>, actor: &Actor, people: &[Uuid]) -> Result<Vec<RoleGrant>> {
    let network = Reach::of(actor, Action::ViewNetwork);
    let organisation = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"SELECT r.id, r.person_id, r.network_id, r.organisation_id, r.role AS "role: Role", r.granted_at
           FROM unnest($1::uuid[]) AS p(id)
           JOIN role_grants r ON r.person_id = p.id AND r.ended_at IS NULL
           LEFT JOIN organisations o ON o.id = r.organisation_id
           LEFT JOIN rights.organisation_levels l ON l.organisation_id = r.organisation_id AND l.network_id = r.network_id
           WHERE ($2 OR r.network_id = ANY($3))
             AND ($2 OR r.organisation_id IS NULL OR o.id = ANY($4) OR o.host_id = ANY($5)
                  OR (l.level <= 'members' AND l.network_id = ANY($6)) OR (l.level <= 'restricted' AND l.network_id = ANY($7)))"#,
        people,
        network.all,
        &network.networks_at(Level::Members),
        &organisation.owner_ids(),
        &organisation.host_ids(),
        &organisation.networks_at(Level::Members),
        &organisation.networks_at(Level::Restricted),
    )
    .fetch_all(db)
    .await?;
    let mut roles: Vec<RoleGrant> = rows
        .into_iter()
        .map(|r| RoleGrant {
            id: RoleGrantId(r.id),
            person: PersonId(r.person_id),
            network: NetworkId(r.network_id),
            organisation: r.organisation_id.map(OrganisationId),
            role: r.role,
            granted_at: r.granted_at,
        })
        .collect();
    // Each person's few, not all of them against each other.
    roles.sort_unstable_by_key(|r| (r.person, r.role, r.granted_at, r.id));
    Ok(roles)
}

/// One role, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: RoleGrantId) -> Result<Option<RoleGrant>> {
    let row = sqlx::query!(
        r#"SELECT id, person_id, network_id, organisation_id, role AS "role: Role", granted_at
           FROM role_grants WHERE id = $1 AND ended_at IS NULL"#,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| RoleGrant {
        id: RoleGrantId(r.id),
        person: PersonId(r.person_id),
        network: NetworkId(r.network_id),
        organisation: r.organisation_id.map(OrganisationId),
        role: r.role,
        granted_at: r.granted_at,
    }))
}

/// Gives a role.
pub async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, ManageRoles>,
    person: PersonId,
    organisation: Option<OrganisationId>,
    role: Role,
) -> Result<RoleGrantId> {
    let id = RoleGrantId::fresh(env);
    sqlx::query!(
        "INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_by, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        person.0,
        network.thing().id.0,
        organisation.map(|o| o.0),
        role as Role,
        network.by().map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Ends a role; `false` when it had ended already.
pub async fn end(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, ManageRoles>,
    id: RoleGrantId,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE role_grants SET ended_at = $3, ended_by = $4 WHERE id = $1 AND network_id = $2 AND ended_at IS NULL",
        id.0,
        network.thing().id.0,
        env.now(),
        network.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many hold a role in a network now; the rows are held until the transaction ends, so that two cannot both
/// leave the last one.
pub async fn hold_and_count(tx: &mut Tx<'_>, network: NetworkId, role: Role) -> Result<usize> {
    let rows = sqlx::query_scalar!(
        "SELECT id FROM role_grants WHERE network_id = $1 AND role = $2 AND ended_at IS NULL FOR UPDATE",
        network.0,
        role as Role,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.len())
}

/// Keeps the roles a person holds in a network from ending until the transaction does: what is done with them is done
/// while they hold.
pub(crate) async fn hold_of(tx: &mut Tx<'_>, person: PersonId, network: NetworkId) -> Result<()> {
    sqlx::query!(
        "SELECT id FROM role_grants WHERE person_id = $1 AND network_id = $2 AND ended_at IS NULL ORDER BY id FOR SHARE",
        person.0,
        network.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(())
}

/// Whether a person holds a role for an organisation now.
pub(crate) async fn holds(
    tx: &mut Tx<'_>,
    person: PersonId,
    network: NetworkId,
    organisation: OrganisationId,
    role: Role,
) -> Result<bool> {
    let held = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM role_grants WHERE person_id = $1 AND network_id = $2 AND organisation_id = $3 AND role = $4
                                                    AND ended_at IS NULL) AS "held!""#,
        person.0,
        network.0,
        organisation.0,
        role as Role,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(held)
}

/// Whether anybody holds a role for an organisation now.
pub(crate) async fn anyone_holds(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisation: OrganisationId,
    role: Role,
) -> Result<bool> {
    let held = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM role_grants WHERE network_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL)
               AS "held!""#,
        network.0,
        organisation.0,
        role as Role,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(held)
}
