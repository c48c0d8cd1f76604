//! Claims: a listed organisation that nobody speaks for yet is taken up by its own people.
//!
//! Kept: only what anyone may know of can be claimed, and only while nobody speaks for it; the secretariat answers; who is
//! refused leaves no name behind.

mod store;

use chrono::{DateTime, Utc};
use sala_kernel::{
    ClaimId, Draft, Env, Error, LText, Language, MembershipId, Message, NetworkId, OrganisationId, Pool, Result, Tx,
    append,
};
pub use store::unclaimed;

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
    if store::count(tx, network).await? >= WAITING {
        return Err(Error::Throttled(3600));
    }
    let id = ClaimId::fresh(env);
    // Asked twice with one address, the first stands.
    if store::insert(tx, env, id, network, organisation, &person, &note).await? {
        let event =
            Draft { network: Some(network), organisation: Some(organisation), ..Deed::HUB.event("claim.asked", id) };
        append(tx, env, event).await?;
    }
    Ok(())
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
    store::waiting(&mut *tx, Some(network), None).await
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
    store::refuse(&mut tx, env, deed, id, &reason).await?;
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
    store::accept(tx, env, deed, id).await?;
    announce(tx, env, deed, &claim, "claim.accepted").await?;
    Ok((claim, person))
}

async fn hold(tx: &mut Tx<'_>, actor: &Actor, id: ClaimId) -> Result<(Claim, Deed)> {
    let claim = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let deed = may(tx, actor, claim.network).await.map_err(|_| Error::NotFound)?.deed();
    Ok((claim, deed))
}

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, claim: &Claim, kind: &'static str) -> Result<()> {
    let event =
        Draft { network: Some(claim.network), organisation: Some(claim.organisation), ..deed.event(kind, claim.id) };
    append(tx, env, event).await?;
    Ok(())
}
