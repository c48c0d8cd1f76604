//! Changing an organisation's profile and how widely it is known.

use sala_kernel::{Draft, Env, Error, Message, OrganisationId, Pool, Result, Tx, append};

use super::{Organisation, OrganisationEdit, check, store};
use crate::{
    access::{
        Actor, Authorized, Deed, Level,
        acts::{EditOrganisation, SetListing},
        authorize,
    },
    text::Check,
};

/// The events of an organisation, one in each network it is in, so that each network's readers see it.
pub(crate) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    id: OrganisationId,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<()> {
    for network in store::networks(&mut **tx, id).await? {
        let event =
            Draft { network: Some(network), organisation: Some(id), payload: payload.clone(), ..deed.event(kind, id) };
        append(tx, env, event).await?;
    }
    Ok(())
}

/// Fills a new record; the ids of its themes come back.
pub(crate) async fn fill(
    tx: &mut Tx<'_>,
    found: &mut Check,
    organisation: &mut Organisation,
    edit: OrganisationEdit,
) -> Result<Vec<uuid::Uuid>> {
    Ok(check::apply(tx, found, organisation, edit).await?.themes.unwrap_or_default())
}

/// Changes a profile as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OrganisationId,
    version: i32,
    edit: OrganisationEdit,
) -> Result<Organisation> {
    let mut tx = pool.begin().await?;
    let organisation = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let facts = store::facts(&mut *tx, &organisation).await?;
    let proof: Authorized<_, EditOrganisation> = authorize(actor, organisation, &facts)?;
    if proof.thing().version != version {
        return Err(Error::Conflict);
    }
    let mut now = proof.thing().clone();
    let mut found = Check::new();
    let references = check::apply(&mut tx, &mut found, &mut now, edit).await?;
    found.finish()?;
    if !store::update(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    if let Some(themes) = references.themes {
        store::set_themes(&mut tx, id, &themes).await?;
    }
    if let Some(places) = references.works_in {
        store::set_places(&mut tx, id, &places).await?;
    }
    announce(&mut tx, env, proof.deed(), id, "organisation.edited", serde_json::Value::Null).await?;
    let organisation = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(organisation)
}

/// Decides how widely an organisation is known. Hiding takes effect at once, everywhere, and needs a host.
pub async fn set_listing(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OrganisationId,
    version: i32,
    listing: Level,
    host: Option<OrganisationId>,
) -> Result<Organisation> {
    let mut tx = pool.begin().await?;
    let organisation = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let facts = store::facts(&mut *tx, &organisation).await?;
    let proof: Authorized<_, SetListing> = authorize(actor, organisation, &facts)?;
    if proof.thing().version != version {
        return Err(Error::Conflict);
    }
    let host = host.or(proof.thing().host);
    let mut found = Check::new();
    if listing == Level::Confidential {
        found.fail("listing", Message::TermUnknown);
    }
    if listing == Level::Restricted && host.is_none() {
        found.fail("host", Message::HostRequired);
    }
    if let Some(host) = host
        && (host == id || store::visible(&mut *tx, actor, &[host.0]).await?.is_empty())
    {
        found.fail("host", Message::IdUnknown);
    }
    found.finish()?;
    let now = Organisation { listing, host, ..proof.thing().clone() };
    let mut hidden = Check::new();
    check::protect(&mut hidden, &now);
    hidden.finish()?;
    if !store::set_listing(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    // Those who knew it until now are told that it is gone; `from` says who they were.
    let from = serde_json::json!({ "from": proof.thing().listing.as_str() });
    announce(&mut tx, env, proof.deed(), id, "organisation.listed", from).await?;
    let organisation = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(organisation)
}

/// Hides an unregistered group when it applies; where it gave contacts of its own, that is told first.
pub(crate) async fn hide_applicant(tx: &mut Tx<'_>, found: &mut Check, group: &Organisation) -> Result<()> {
    let now = Organisation { listing: Level::Restricted, ..group.clone() };
    check::protect(found, &now);
    store::hide(tx, group.id).await
}

/// Gives a hidden applicant the host through which it is contacted.
pub(crate) async fn give_host(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    found: &mut Check,
    group: &Organisation,
    host: Option<OrganisationId>,
) -> Result<()> {
    let Some(host) = host.or(group.host) else {
        found.fail("host", Message::HostRequired);
        return Ok(());
    };
    if host == group.id || store::visible(&mut **tx, actor, &[host.0]).await?.is_empty() {
        found.fail("host", Message::IdUnknown);
        return Ok(());
    }
    store::set_host(tx, env, group.id, host).await
}
