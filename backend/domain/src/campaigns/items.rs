//! What a plan is made of, beside its work: put in, changed, taken out.

use chrono::{DateTime, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, Currency, Env, Error, Message, OrganisationId, PaperId, Pool, Result, Tx,
};

use super::{Campaign, ItemKind, Rate, bodies::Body, history, item_store, service, words::TargetKind};
use crate::{
    access::{Actor, acts::EditCampaign},
    papers,
    text::Check,
};

/// The most items of one kind in a plan.
const MOST: i64 = 100;

/// An item of a plan.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id.
    pub id: CampaignItemId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The objective that an ask serves, or an indicator measures.
    pub parent: Option<CampaignItemId>,
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
    /// The paper in which an ask is made.
    pub paper: Option<PaperId>,
    /// Its place among those of its kind.
    pub place: i32,
    /// What it says.
    pub body: Body,
    /// Counts its changes.
    pub version: i32,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// What an item is to be.
#[derive(Debug, Clone)]
pub struct ItemDraft {
    /// The objective that an ask serves, or an indicator measures.
    pub parent: Option<CampaignItemId>,
    /// Whose it is: one that takes part.
    pub organisation: Option<OrganisationId>,
    /// The paper in which an ask is made: one that the actor may know, or that was there before.
    pub paper: Option<PaperId>,
    /// What it says.
    pub body: Body,
}

/// What is planned and spent, in hundredths, of each currency that is used; never added to another.
pub fn totals(items: &[Item]) -> std::collections::BTreeMap<Currency, (i64, i64)> {
    let mut totals = std::collections::BTreeMap::new();
    for item in items {
        if let Body::BudgetLine(line) = &item.body {
            let (planned, spent): &mut (i64, i64) = totals.entry(line.currency).or_default();
            *planned = planned.saturating_add(line.planned);
            *spent = spent.saturating_add(line.spent);
        }
    }
    totals
}

/// All of it in dollars by a dated rate, in cents.
pub fn in_dollars(totals: &std::collections::BTreeMap<Currency, (i64, i64)>, rate: &Rate) -> (i64, i64) {
    let told = |currency: &Currency, amount: i64| match currency {
        Currency::KHR => rate.dollars(amount),
        Currency::USD => amount,
    };
    totals.iter().fold((0, 0), |(planned, spent), (currency, amounts)| {
        (planned.saturating_add(told(currency, amounts.0)), spent.saturating_add(told(currency, amounts.1)))
    })
}

async fn checked(
    tx: &mut Tx<'_>,
    actor: &Actor,
    campaign: &Campaign,
    was: Option<&Item>,
    draft: &mut ItemDraft,
) -> Result<()> {
    let mut found = Check::new();
    draft.body.check(&mut found);
    match (draft.parent, draft.body.kind()) {
        (None, _) => {}
        (Some(parent), ItemKind::Ask | ItemKind::Indicator) => {
            let known = item_store::item(tx, parent).await?;
            if known.is_none_or(|p| p.campaign != campaign.id || p.body.kind() != ItemKind::Objective) {
                found.fail("objective", Message::IdUnknown);
            }
        }
        (Some(_), _) => found.fail("objective", Message::IdUnknown),
    }
    if draft.organisation.is_some_and(|o| !campaign.team.contains(&o)) {
        found.fail("organisation", Message::NotInCampaign);
    }
    let kept = was.and_then(|item| item.paper);
    match draft.paper {
        // Whoever may not know the paper of an ask leaves it where it is.
        None if draft.body.kind() == ItemKind::Ask => {
            if let Some(kept) = kept
                && papers::store::visible(&mut **tx, actor, &[kept.0]).await?.is_empty()
            {
                draft.paper = Some(kept);
            }
        }
        None => {}
        Some(paper) => {
            let known = papers::store::visible(&mut **tx, actor, &[paper.0]).await?.pop();
            let fits = draft.body.kind() == ItemKind::Ask && known.is_some_and(|p| p.network == campaign.network);
            if !fits {
                found.fail("paper", Message::IdUnknown);
            }
        }
    }
    found.finish()
}

/// Puts an item into a plan.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, mut draft: ItemDraft) -> Result<Item> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = service::planned::<EditCampaign>(&mut tx, actor, id).await?;
    checked(&mut tx, actor, &campaign, None, &mut draft).await?;
    let kind = draft.body.kind();
    if item_store::count_items(&mut tx, id, kind).await? >= MOST {
        return Err(Error::invalid("campaign", Message::OutOfRange));
    }
    let item = Item {
        id: CampaignItemId::fresh(env),
        campaign: id,
        parent: draft.parent,
        organisation: draft.organisation,
        paper: draft.paper,
        place: 0,
        body: draft.body,
        version: 1,
        changed_at: env.now(),
    };
    item_store::add_item(&mut tx, &item).await?;
    history::note(&mut tx, env, deed, id, (kind.as_str(), item.id.0), (None, Some(&item.body))).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.plan_changed").await?;
    let item = item_store::item(&mut tx, item.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(item)
}

/// The campaign of an item and the item, both held.
async fn held(tx: &mut Tx<'_>, actor: &Actor, id: CampaignItemId) -> Result<(Campaign, Item, crate::access::Deed)> {
    let item = item_store::item(tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = service::planned::<EditCampaign>(tx, actor, item.campaign).await?;
    let item = item_store::item(tx, id).await?.ok_or(Error::NotFound)?;
    Ok((campaign, item, deed))
}

/// Changes an item, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignItemId,
    version: i32,
    mut draft: ItemDraft,
) -> Result<Item> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    if draft.body.kind() != was.body.kind() {
        return Err(Error::invalid("item", Message::IdUnknown));
    }
    checked(&mut tx, actor, &campaign, Some(&was), &mut draft).await?;
    let now = Item {
        parent: draft.parent,
        organisation: draft.organisation,
        paper: draft.paper,
        body: draft.body,
        ..was.clone()
    };
    item_store::put_item(&mut tx, env, &now).await?;
    let about = (now.body.kind().as_str(), id.0);
    history::note(&mut tx, env, deed, campaign.id, about, (Some(&was.body), Some(&now.body))).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.plan_changed").await?;
    let item = item_store::item(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(item)
}

/// Takes an item out of a plan; its history stays. An objective goes once no ask serves it.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, id: CampaignItemId, version: i32) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    if item_store::has_children(&mut tx, id).await? {
        return Err(Error::invalid("item", Message::AsksServeIt));
    }
    item_store::remove_item(&mut tx, env, id).await?;
    let about = (was.body.kind().as_str(), id.0);
    history::note(&mut tx, env, deed, campaign.id, about, (Some(&was.body), None)).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.plan_changed").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// What a plan lacks before it can be approved, each with the sentence that says so.
pub(super) async fn gaps(tx: &mut Tx<'_>, campaign: &Campaign, found: &mut Check) -> Result<()> {
    let items = item_store::items_of(tx, campaign.id).await?;
    let of = |kind: ItemKind| items.iter().filter(move |item| item.body.kind() == kind);
    if of(ItemKind::Objective).next().is_none() {
        found.fail("objectives", Message::ObjectiveNeeded);
    }
    for objective in of(ItemKind::Objective) {
        let asked = of(ItemKind::Ask).filter(|ask| ask.parent == Some(objective.id)).any(
            |ask| matches!(&ask.body, Body::Ask(it) if !it.target.is_empty() && it.target_kind == TargetKind::Primary),
        );
        if !asked {
            found.fail("objectives", Message::TargetNeeded);
            break;
        }
    }
    if of(ItemKind::Step).next().is_none() {
        found.fail("theory", Message::TheoryNeeded);
    }
    if of(ItemKind::Risk).next().is_none() {
        found.fail("risks", Message::RiskNeeded);
    }
    if campaign.lead.is_none() {
        found.fail("lead", Message::LeadNeeded);
    }
    Ok(())
}
