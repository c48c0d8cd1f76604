//! Roles in the database.

use sala_kernel::{Env, NetworkId, OrganisationId, PersonId, Result, RoleGrantId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{RoleGrant, service::NewRole};
use crate::{
    access::{Action, Actor, Deed, Level, Reach, Role},
    mandates::{Basis, TextKind},
};

/// A role out of a record that has its columns.
macro_rules! role {
    ($row:expr) => {
        RoleGrant {
            id: RoleGrantId($row.id),
            person: PersonId($row.person_id),
            network: NetworkId($row.network_id),
            organisation: $row.organisation_id.map(OrganisationId),
            role: $row.role,
            granted_at: $row.granted_at,
            until_on: $row.until_on,
            basis: $row.basis,
            basis_note: $row.basis_note,
            decided_on: $row.decided_on,
            text_kinds: $row.text_kinds,
            themes: $row.themes,
        }
    };
}

/// The present roles of people, as far as the actor may see the network and the organisation of each.
pub async fn of_people(db: impl PgExecutor<'_>, actor: &Actor, people: &[Uuid]) -> Result<Vec<RoleGrant>> {
    let network = Reach::of(actor, Action::ViewNetwork);
    let organisation = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"SELECT r.id, r.person_id, r.network_id, r.organisation_id, r.role AS "role: Role", r.granted_at, r.until_on, r.basis AS "basis: Basis", r.basis_note, r.decided_on,
                  r.text_kinds AS "text_kinds: Vec<TextKind>",
                  ARRAY(SELECT t.term_id FROM role_grant_themes t WHERE t.grant_id = r.id) AS "themes!"
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
    let mut roles: Vec<RoleGrant> = rows.into_iter().map(|row| role!(row)).collect();
    // Each person's few, not all of them against each other.
    roles.sort_unstable_by_key(|r| (r.person, r.role, r.granted_at, r.id));
    Ok(roles)
}

/// The present roles of an organisation's people in a network, representatives first; whose may be known is judged by who shows them.
pub async fn of_organisation(
    db: impl PgExecutor<'_>,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Vec<RoleGrant>> {
    let rows = sqlx::query!(
        r#"SELECT r.id, r.person_id, r.network_id, r.organisation_id, r.role AS "role: Role", r.granted_at, r.until_on, r.basis AS "basis: Basis", r.basis_note, r.decided_on,
                  r.text_kinds AS "text_kinds: Vec<TextKind>",
                  ARRAY(SELECT t.term_id FROM role_grant_themes t WHERE t.grant_id = r.id) AS "themes!"
           FROM role_grants r
           WHERE r.network_id = $1 AND r.organisation_id = $2 AND r.ended_at IS NULL
             AND r.role IN ('representative', 'alternate', 'signatory', 'contributor')
           ORDER BY array_position(ARRAY['representative', 'alternate', 'signatory', 'contributor']::role[], r.role), r.id
           LIMIT 200"#,
        network.0,
        organisation.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| role!(row)).collect())
}

/// One role, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: RoleGrantId) -> Result<Option<RoleGrant>> {
    let row = sqlx::query!(
        r#"SELECT r.id, r.person_id, r.network_id, r.organisation_id, r.role AS "role: Role", r.granted_at, r.until_on, r.basis AS "basis: Basis", r.basis_note, r.decided_on,
                  r.text_kinds AS "text_kinds: Vec<TextKind>",
                  ARRAY(SELECT t.term_id FROM role_grant_themes t WHERE t.grant_id = r.id) AS "themes!"
           FROM role_grants r WHERE r.id = $1 AND r.ended_at IS NULL"#,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| role!(row)))
}

/// Gives a role. The last day it holds ends with that day in the network's time zone.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    new: &NewRole,
    themes: &[Uuid],
) -> Result<RoleGrantId> {
    let id = RoleGrantId::fresh(env);
    sqlx::query!(
        "INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_by, granted_at, until_on, until_at, basis,
                                  basis_note, decided_on, text_kinds)
         SELECT $1, $2, n.id, $4, $5, $6, $7, $8, ($8::date + 1)::timestamp AT TIME ZONE n.timezone, $9, $10, $11, $12
         FROM networks n WHERE n.id = $3",
        id.0,
        new.person.0,
        new.network.0,
        new.organisation.map(|o| o.0),
        new.role as Role,
        deed.by.map(|p| p.0),
        env.now(),
        new.mandate.until_on,
        new.mandate.basis as Option<Basis>,
        new.mandate.basis_note,
        new.mandate.decided_on,
        &new.mandate.scope.text_kinds as &[TextKind],
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO role_grant_themes (grant_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id)",
        id.0,
        themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Ends a role; `false` when it had ended already.
pub(super) async fn end(tx: &mut Tx<'_>, env: &Env, deed: Deed, id: RoleGrantId) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE role_grants SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL",
        id.0,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A role whose last day is over, held. Two nodes at once: the second waits and finds it ended.
pub(super) async fn hold_due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<RoleGrant>> {
    let due = sqlx::query_scalar!(
        "SELECT id FROM role_grants WHERE ended_at IS NULL AND until_at <= $1 ORDER BY until_at, id LIMIT 1 FOR UPDATE",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    match due {
        Some(id) => lookup(&mut **tx, RoleGrantId(id)).await,
        None => Ok(None),
    }
}

/// Whether somebody has a position with an organisation at present.
pub(crate) async fn is_theirs(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<bool> {
    let theirs = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM affiliations WHERE organisation_id = $1 AND person_id = $2 AND until IS NULL) AS "theirs!""#,
        organisation.0,
        person.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(theirs)
}

/// Whether somebody holds any role in a network at present.
pub(crate) async fn stands(tx: &mut Tx<'_>, network: NetworkId, person: PersonId) -> Result<bool> {
    let stands = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM role_grants WHERE network_id = $1 AND person_id = $2 AND ended_at IS NULL) AS "stands!""#,
        network.0,
        person.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(stands)
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
