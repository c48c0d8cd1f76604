//! How those on a map stand to each other.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sala_kernel::{CampaignId, Env, Error, LinkId, Message, PersonId, Pool, Result, StakeholderId, Tx};

use super::{
    Link, LinkKind, StakeholderState,
    acts::{kept, mark, note},
    link_store, store,
};
use crate::{
    access::{
        Actor, Deed, Facts, Level,
        acts::{KeepMap, ViewSealed},
        authorize,
    },
    campaigns::Campaign,
    roles,
    text::Check,
};

/// A relation to be written down.
#[derive(Debug, Clone)]
pub struct LinkDraft {
    /// From whom.
    pub from: StakeholderId,
    /// To whom.
    pub to: StakeholderId,
    /// How.
    pub kind: LinkKind,
    /// One way.
    pub directed: bool,
    /// How strongly, 1 to 3.
    pub strength: i32,
    /// By what one knows.
    pub basis: String,
    /// From when.
    pub since: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// How narrowly it is known; as usual for its kind when left out.
    pub level: Option<Level>,
    /// Who beside its author may know it where it is confidential.
    pub named: Vec<PersonId>,
}

/// Who may open something confidential on a map: its author, and whoever it names, as long as they may know the map.
pub(super) fn sealed(campaign: &Campaign, author: Option<PersonId>, named: &[PersonId]) -> Facts {
    Facts { networks: vec![(campaign.network, Level::Confidential)], named: named.to_vec(), author, ..Facts::default() }
}

/// Whether an actor who knows the map may know a relation on it.
pub fn opens(actor: &Actor, campaign: &Campaign, link: &Link) -> bool {
    link.level < Level::Confidential
        || authorize::<_, ViewSealed>(actor, (), &sealed(campaign, link.created_by, &link.named)).is_ok()
}

/// Checks who is named: people who stand in the network.
pub(super) async fn named(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    level: Level,
    wanted: &[PersonId],
    found: &mut Check,
) -> Result<Vec<PersonId>> {
    if level < Level::Restricted {
        found.fail("level", Message::OutOfRange);
    }
    if level < Level::Confidential {
        return Ok(Vec::new());
    }
    let people: BTreeSet<PersonId> = wanted.iter().copied().collect();
    if people.len() > 20 {
        found.fail("named", Message::OutOfRange);
    }
    for person in &people {
        if !roles::store::stands(tx, campaign.network, *person).await? {
            found.fail("named", Message::OnlyNamed);
        }
    }
    Ok(people.into_iter().collect())
}

async fn filled(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    mut link: Link,
    draft: &LinkDraft,
    found: &mut Check,
) -> Result<Link> {
    for (field, id) in [("from", draft.from), ("to", draft.to)] {
        let known = store::find(&mut **tx, id).await?;
        let fits = |s: super::Stakeholder| s.campaign == campaign.id && s.state != StakeholderState::MergedInto;
        if !known.is_some_and(fits) {
            found.fail(field, Message::NotOnMap);
        }
    }
    if draft.from == draft.to {
        found.fail("to", Message::NotOnMap);
    }
    (link.from, link.to, link.kind, link.directed) = (draft.from, draft.to, draft.kind, draft.directed);
    if !(1..=3).contains(&draft.strength) {
        found.fail("strength", Message::OutOfRange);
    }
    link.strength = i16::try_from(draft.strength).unwrap_or_default();
    link.basis = found.prose("basis", &draft.basis, 1000);
    if link.basis.is_empty() {
        found.fail("basis", Message::RatingBasis);
    }
    (link.since, link.until) = (draft.since, draft.until);
    if let (Some(from), Some(to)) = (draft.since, draft.until)
        && to < from
    {
        found.fail("until", Message::LastDayFirst);
    }
    link.level = draft.level.unwrap_or(draft.kind.usual());
    link.named = named(tx, campaign, link.level, &draft.named, found).await?;
    Ok(link)
}

/// What the log keeps of a relation: nothing of a confidential one.
fn kept_of(link: &Link) -> Option<&Link> {
    (link.level < Level::Confidential).then_some(link)
}

/// Writes a relation down.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, draft: &LinkDraft) -> Result<Link> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    let mut found = Check::new();
    if link_store::count(&mut tx, id).await? >= link_store::MOST {
        found.fail("campaign", Message::MapFull);
    }
    let blank = Link {
        id: LinkId::fresh(env),
        campaign: id,
        from: draft.from,
        to: draft.to,
        kind: draft.kind,
        directed: draft.directed,
        strength: 1,
        basis: String::new(),
        since: None,
        until: None,
        level: draft.kind.usual(),
        named: Vec::new(),
        created_by: deed.by,
        version: 1,
    };
    let link = filled(&mut tx, &campaign, blank, draft, &mut found).await?;
    found.finish()?;
    link_store::insert(&mut tx, env, &link).await?;
    note(&mut tx, env, deed, &campaign, ("link.added", Some(link.id.0)), (None, kept_of(&link))).await?;
    tx.commit().await?;
    Ok(link)
}

async fn held(tx: &mut Tx<'_>, actor: &Actor, id: LinkId, version: i32) -> Result<(Campaign, Link, Deed)> {
    let (campaign, deed) = kept::<KeepMap>(tx, actor, id.0).await?;
    let link = link_store::list(&mut **tx, None, Some(id)).await?.pop().ok_or(Error::NotFound)?;
    if !opens(actor, &campaign, &link) {
        return Err(Error::NotFound);
    }
    if link.version != version {
        return Err(Error::Conflict);
    }
    Ok((campaign, link, deed))
}

/// Changes a relation, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (LinkId, i32),
    draft: &LinkDraft,
) -> Result<Link> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    let mut found = Check::new();
    let now = filled(&mut tx, &campaign, was.clone(), draft, &mut found).await?;
    found.finish()?;
    link_store::put(&mut tx, &now).await?;
    note(&mut tx, env, deed, &campaign, ("link.edited", Some(id.0)), (kept_of(&was), kept_of(&now))).await?;
    let link = link_store::list(&mut *tx, None, Some(id)).await?.pop().ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(link)
}

/// Takes a relation off the map.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, (id, version): (LinkId, i32)) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    link_store::remove(&mut tx, env, id).await?;
    note(&mut tx, env, deed, &campaign, ("link.removed", Some(id.0)), (kept_of(&was), None)).await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Opens a confidential relation, and writes down who did.
pub async fn open(pool: &Pool, env: &Env, actor: &Actor, id: LinkId) -> Result<Link> {
    let mut tx = pool.begin().await?;
    let campaign = super::acts::seen(&mut tx, actor, id.0).await?;
    let link = link_store::list(&mut *tx, None, Some(id)).await?.pop().ok_or(Error::NotFound)?;
    if !opens(actor, &campaign, &link) {
        return Err(Error::NotFound);
    }
    mark(&mut tx, env, Deed { by: actor.person(), on_behalf_of: None }, &campaign, ("link.opened", Some(id.0))).await?;
    tx.commit().await?;
    Ok(link)
}
