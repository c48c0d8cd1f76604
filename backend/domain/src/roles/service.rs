//! Giving and ending roles.

use sala_kernel::{
    Draft, Env, Error, Message, NetworkId, OrganisationId, PersonId, Pool, Result, RoleGrantId, Tx, append,
};

use super::{RoleGrant, store};
use crate::{
    access::{
        Act, Actor, Deed, Role,
        acts::{ManageRoles, NamePeople},
        authorize,
    },
    mandates::Mandate,
    memberships, networks, organisations, people,
    terms::{self, Taxonomy},
    text::Check,
};

/// A role to be given.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// In which network.
    pub network: NetworkId,
    /// To whom.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Which role.
    pub role: Role,
    /// How it was given, for the roles of an organisation's people.
    pub mandate: Mandate,
}

impl NewRole {
    /// A role without a mandate's particulars.
    pub fn plain(network: NetworkId, person: PersonId, organisation: Option<OrganisationId>, role: Role) -> Self {
        Self { network, person, organisation, role, mandate: Mandate::default() }
    }
}

async fn may_manage(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Deed> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    Ok(authorize::<_, ManageRoles>(actor, network, &facts)?.deed())
}

/// The right of an organisation's own representatives over what its people hold.
async fn own<A: Act>(tx: &mut Tx<'_>, actor: &Actor, network: NetworkId, id: OrganisationId) -> Result<Deed> {
    let organisation = organisations::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &organisation).await?.within(network);
    Ok(authorize::<_, A>(actor, organisation, &facts)?.deed())
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
pub async fn grant(pool: &Pool, env: &Env, actor: &Actor, new: NewRole) -> Result<RoleGrant> {
    let mut tx = pool.begin().await?;
    let grant = grant_in(&mut tx, env, actor, new).await?;
    tx.commit().await?;
    Ok(grant)
}

/// As [`grant`], as a part of something larger.
///
/// The coordinator records every role; an organisation's representatives name its alternates and contributors
/// themselves. Who is to sign is recorded with the decision that says so, and is one of the organisation's people.
pub async fn grant_in(tx: &mut Tx<'_>, env: &Env, actor: &Actor, new: NewRole) -> Result<RoleGrant> {
    let deed = match (may_manage(tx, actor, new.network).await, new.organisation) {
        (Ok(deed), _) => deed,
        (Err(_), Some(organisation)) if matches!(new.role, Role::Alternate | Role::Contributor) => {
            own::<NamePeople>(tx, actor, new.network, organisation).await?
        }
        (Err(refused), _) => return Err(refused),
    };
    if people::store::view(&mut **tx, actor, new.person).await?.is_none() {
        return Err(Error::NotFound);
    }
    let (new, themes) = check(tx, env, actor, new).await?;
    let id = store::insert(tx, env, deed, &new, &themes)
        .await
        .map_err(|e| e.on_constraint("role_grants_once", "role", Message::RoleTwice))?;
    let grant = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    announce(tx, env, deed, &grant, "role.granted").await?;
    Ok(grant)
}

/// Whether a role can be given so; it comes back as it is to be kept, with the ids of the themes it covers.
async fn check(tx: &mut Tx<'_>, env: &Env, actor: &Actor, new: NewRole) -> Result<(NewRole, Vec<uuid::Uuid>)> {
    let mut found = Check::new();
    let today = networks::store::today(&mut **tx, env, new.network).await?;
    let mandate = new.mandate.check(&mut found, today);
    if new.role == Role::Convenor {
        found.fail("role", Message::ConvenorBySeat);
    }
    if new.role.is_member_role() && new.organisation.is_none() {
        found.fail("organisation", Message::RoleNeedsOrganisation);
    }
    if !new.role.is_member_role() && new.mandate.until_on.is_some() {
        // The hub must not end up without whoever runs it, by the mere passing of time.
        found.fail("untilOn", Message::MandatePeriod);
    }
    if let Some(id) = new.organisation {
        let seen = memberships::store::of_organisations(&mut **tx, actor, &[id.0]).await?;
        if !seen.iter().any(|m| m.network == new.network) {
            found.fail("organisation", Message::IdUnknown);
        }
        if new.role.is_member_role() && !store::is_theirs(tx, id, new.person).await? {
            found.fail("person", Message::NotTheirPerson);
        }
    }
    let signs = new.role == Role::Signatory;
    if signs && !matches!(actor, Actor::Service) && (new.mandate.basis.is_none() || new.mandate.decided_on.is_none()) {
        found.fail("basis", Message::BasisNeeded);
    }
    let codes = &new.mandate.scope.themes;
    let themes = terms::store::active_ids(&mut **tx, Taxonomy::Theme, codes).await?;
    if themes.len() != codes.iter().collect::<std::collections::BTreeSet<_>>().len() {
        found.fail("themes", Message::TermUnknown);
    }
    found.finish()?;
    Ok((NewRole { mandate, ..new }, themes))
}

/// Ends a role: the coordinator, an organisation's representatives for its own people, or who holds it. A network keeps
/// at least one coordinator.
pub async fn end(pool: &Pool, env: &Env, actor: &Actor, id: RoleGrantId) -> Result<RoleGrant> {
    let mut tx = pool.begin().await?;
    let grant = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let deed = match (may_manage(&mut tx, actor, grant.network).await, grant.organisation) {
        (Ok(deed), _) => deed,
        (Err(_), Some(organisation)) if grant.role.is_member_role() => {
            match own::<NamePeople>(&mut tx, actor, grant.network, organisation).await {
                Ok(deed) => deed,
                Err(_) if actor.writes().is_ok_and(|person| person == grant.person) => {
                    Deed { by: Some(grant.person), on_behalf_of: Some(organisation) }
                }
                Err(refused) => return Err(refused),
            }
        }
        (Err(refused), _) => return Err(refused),
    };
    if grant.role == Role::Coordinator && store::hold_and_count(&mut tx, grant.network, Role::Coordinator).await? < 2 {
        return Err(Error::invalid("", Message::LastCoordinator));
    }
    if !store::end(&mut tx, env, deed, id).await? {
        return Err(Error::NotFound);
    }
    announce(&mut tx, env, deed, &grant, "role.ended").await?;
    tx.commit().await?;
    Ok(grant)
}

/// Ends every role whose last day is over; how many they were comes back. What its holder reaches ends with the day
/// itself; this writes it down and closes what they have open. Safe to run anywhere, any time, at once.
pub async fn end_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut ended = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(grant) = store::hold_due(&mut tx, env).await? else { return Ok(ended) };
        store::end(&mut tx, env, Deed::HUB, grant.id).await?;
        announce(&mut tx, env, Deed::HUB, &grant, "role.ended").await?;
        tx.commit().await?;
        ended += 1;
    }
}
