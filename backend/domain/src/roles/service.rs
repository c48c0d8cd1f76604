//! Giving and ending roles.

use sala_kernel::{
    Draft, Env, Error, Message, NetworkId, OrganisationId, PersonId, Pool, Result, RoleGrantId, Tx, append,
};

use super::{RoleGrant, store};
use crate::{
    access::{Actor, Authorized, Deed, Role, acts::ManageRoles, authorize},
    memberships,
    networks::{self, Network},
    people,
};

async fn may_manage(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, ManageRoles>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, grant: &RoleGrant, kind: &'static str) -> Result<()> {
    let event = Draft {
        network: Some(grant.network),
        organisation: grant.organisation,
        payload: serde_json::json!({ "person": grant.person.0, "role": grant.role.as_str() }),
        ..deed.event(kind, grant.id)
    };
    append(tx, env, event).await?;
    Ok(())
}

/// Gives a person a role in a network.
pub async fn grant(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    person: PersonId,
    organisation: Option<OrganisationId>,
    role: Role,
) -> Result<RoleGrant> {
    let mut tx = pool.begin().await?;
    let grant = grant_in(&mut tx, env, actor, network, person, organisation, role).await?;
    tx.commit().await?;
    Ok(grant)
}

/// As [`grant`], as a part of something larger.
pub async fn grant_in(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    person: PersonId,
    organisation: Option<OrganisationId>,
    role: Role,
) -> Result<RoleGrant> {
    let proof = may_manage(tx, actor, network).await?;
    if people::store::view(&mut **tx, actor, person).await?.is_none() {
        return Err(Error::NotFound);
    }
    if role == Role::Convenor {
        return Err(Error::invalid("role", Message::ConvenorBySeat));
    }
    if role.is_member_role() && organisation.is_none() {
        return Err(Error::invalid("organisation", Message::RoleNeedsOrganisation));
    }
    if let Some(id) = organisation {
        let seen = memberships::store::of_organisations(&mut **tx, actor, &[id.0]).await?;
        if !seen.iter().any(|m| m.network == network) {
            return Err(Error::invalid("organisation", Message::IdUnknown));
        }
    }
    let id = store::insert(tx, env, &proof, person, organisation, role)
        .await
        .map_err(|e| e.on_constraint("role_grants_once", "role", Message::RoleTwice))?;
    let grant = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    announce(tx, env, proof.deed(), &grant, "role.granted").await?;
    Ok(grant)
}

/// Ends a role. A network keeps at least one coordinator.
pub async fn end(pool: &Pool, env: &Env, actor: &Actor, id: RoleGrantId) -> Result<RoleGrant> {
    let mut tx = pool.begin().await?;
    let grant = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let proof = may_manage(&mut tx, actor, grant.network).await?;
    if grant.role == Role::Coordinator && store::hold_and_count(&mut tx, grant.network, Role::Coordinator).await? < 2 {
        return Err(Error::invalid("", Message::LastCoordinator));
    }
    if !store::end(&mut tx, env, &proof, id).await? {
        return Err(Error::NotFound);
    }
    announce(&mut tx, env, proof.deed(), &grant, "role.ended").await?;
    tx.commit().await?;
    Ok(grant)
}
