//! Adding organisations to a network and changing how they belong.
//!
//! The application procedure (referees, review, decision) is a feature of its own; here is what a coordinator records.

use sala_kernel::{
    Draft, Env, Error, LText, MembershipId, Message, NetworkId, OrganisationId, Pool, Result, Tx, append,
};

use super::{Membership, Tier, store};
use crate::{
    access::{Actor, Authorized, Deed, Level, acts::ManageMembers, authorize},
    networks::{self, Network},
    organisations::{self, NewOrganisation, Organisation, OrganisationEdit},
    text::Check,
};

async fn may_manage(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, ManageMembers>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, membership: &Membership, kind: &'static str) -> Result<()> {
    let event = Draft {
        network: Some(membership.network),
        organisation: Some(membership.organisation),
        payload: serde_json::json!({ "tier": membership.tier.as_str() }),
        ..deed.event(kind, membership.id)
    };
    append(tx, env, event).await?;
    Ok(())
}

/// Adds a new organisation to a network.
pub async fn add(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    new: NewOrganisation,
    tier: Tier,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let proof = may_manage(&mut tx, actor, network).await?;
    let membership = add_in(&mut tx, env, actor, &proof, new, OrganisationEdit::default(), tier).await?;
    tx.commit().await?;
    Ok(membership)
}

/// As [`add`], as a part of something larger; `more` of its profile may come along.
pub(crate) async fn add_in(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    proof: &Authorized<Network, ManageMembers>,
    new: NewOrganisation,
    more: OrganisationEdit,
    tier: Tier,
) -> Result<Membership> {
    let mut found = Check::new();
    let listing = new.listing.unwrap_or(organisations::usual_listing(new.registration));
    let id = OrganisationId::fresh(env);
    let mut organisation = Organisation {
        registration: new.registration,
        listing,
        host: new.host,
        ..Organisation::blank(id, LText::default())
    };
    let edit = OrganisationEdit {
        name: Some(new.name),
        acronym: Some(new.acronym),
        kind: Some(new.kind),
        hq: Some(new.hq),
        themes: Some(new.themes),
        ..more
    };
    let themes = organisations::service::fill(tx, &mut found, &mut organisation, edit).await?;
    if listing == Level::Confidential {
        found.fail("listing", Message::TermUnknown);
    }
    if let Some(host) = organisation.host
        && organisations::store::visible(&mut **tx, actor, &[host.0]).await?.is_empty()
    {
        found.fail("host", Message::IdUnknown);
    }
    found.finish()?;
    organisations::store::insert(tx, env, &organisation, proof.by().map(|p| p.0)).await?;
    organisations::store::set_themes(tx, id, &themes).await?;
    let membership = store::insert(tx, env, proof, id, tier, env.now().date_naive()).await?;
    let membership = store::lookup(&mut **tx, membership).await?.ok_or(Error::NotFound)?;
    announce(tx, env, proof.deed(), &membership, "membership.added").await?;
    Ok(membership)
}

/// Adds an organisation that is on the hub already to another network.
pub async fn join(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    organisation: OrganisationId,
    tier: Tier,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let proof = may_manage(&mut tx, actor, network).await?;
    if organisations::store::visible(&mut *tx, actor, &[organisation.0]).await?.is_empty() {
        return Err(Error::NotFound);
    }
    let membership = join_in(&mut tx, env, &proof, organisation, tier).await?;
    tx.commit().await?;
    Ok(membership)
}

/// As [`join`], as a part of something larger.
pub(crate) async fn join_in(
    tx: &mut Tx<'_>,
    env: &Env,
    proof: &Authorized<Network, ManageMembers>,
    organisation: OrganisationId,
    tier: Tier,
) -> Result<Membership> {
    let id = store::insert(tx, env, proof, organisation, tier, env.now().date_naive())
        .await
        .map_err(|e| e.on_constraint("memberships_once", "organisation", Message::MembershipTwice))?;
    let membership = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    announce(tx, env, proof.deed(), &membership, "membership.added").await?;
    Ok(membership)
}

/// Changes how an organisation belongs, as it was read at `version`.
pub async fn set_tier(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    version: i32,
    tier: Tier,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let membership = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let proof = may_manage(&mut tx, actor, membership.network).await?;
    if membership.version != version || !store::set_tier(&mut tx, env, &proof, &membership, tier).await? {
        return Err(Error::Conflict);
    }
    let membership = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    announce(&mut tx, env, proof.deed(), &membership, "membership.tier_changed").await?;
    tx.commit().await?;
    Ok(membership)
}
