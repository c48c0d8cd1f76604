//! Documents of the library that something in a campaign rests on.

use std::collections::BTreeSet;

use sala_kernel::{
    CampaignId, CampaignItemId, CampaignValueId, CampaignWorkId, DocumentId, Env, Error, Message, OutcomeId, Pool,
    Result, Tx,
};
use serde::Serialize;
use uuid::Uuid;

use super::{Campaign, document_store, history, item_store, measures_store, service, work_store};
use crate::{
    access::{
        Actor, Deed,
        acts::{EditCampaign, MeasureCampaign},
    },
    evidence, outcomes,
    text::Check,
};

/// The most documents of one thing.
const MOST: usize = 20;

async fn resting(tx: &mut Tx<'_>, about: Uuid) -> Result<Vec<DocumentId>> {
    Ok(document_store::of(&mut **tx, &[about]).await?.into_iter().map(|(_, document)| document).collect())
}

/// Says on which documents something rests, and writes the change into its history. Those that the actor may not know stay as
/// they are.
pub(crate) async fn set(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    deed: Deed,
    (campaign, kind, about): (&Campaign, &str, Uuid),
    wanted: &[DocumentId],
    found: &mut Check,
) -> Result<()> {
    let wanted: BTreeSet<Uuid> = wanted.iter().map(|d| d.0).collect();
    let ids: Vec<Uuid> = wanted.iter().copied().collect();
    let known = evidence::store::visible(&mut **tx, actor, &ids).await?;
    if known.len() < ids.len() || known.iter().any(|d| d.network != campaign.network) {
        found.fail("documents", Message::IdUnknown);
        return Ok(());
    }
    if ids.len() > MOST {
        found.fail("documents", Message::OutOfRange);
        return Ok(());
    }
    let was = resting(tx, about).await?;
    let there: Vec<Uuid> = was.iter().map(|document| document.0).collect();
    let seen = evidence::store::visible(&mut **tx, actor, &there).await?;
    let gone: Vec<Uuid> = seen.iter().map(|d| d.id.0).filter(|id| !wanted.contains(id)).collect();
    document_store::put(tx, env, (campaign.id, about), (&gone, &ids), deed.by).await?;
    let now = resting(tx, about).await?;
    history::note(
        tx,
        env,
        deed,
        campaign.id,
        (kind, about),
        (Some(&Resting { documents: was }), Some(&Resting { documents: now })),
    )
    .await?;
    Ok(())
}

/// Says on which documents something new rests, of which the campaign's own history is told nothing.
pub(crate) async fn rest_on(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    deed: Deed,
    (campaign, about): (&Campaign, Uuid),
    wanted: &[DocumentId],
) -> Result<()> {
    let wanted: BTreeSet<Uuid> = wanted.iter().map(|d| d.0).collect();
    let ids: Vec<Uuid> = wanted.iter().copied().collect();
    if ids.len() > MOST {
        return Err(Error::invalid("documents", Message::OutOfRange));
    }
    let known = evidence::store::visible(&mut **tx, actor, &ids).await?;
    if known.len() < ids.len() || known.iter().any(|d| d.network != campaign.network) {
        return Err(Error::invalid("documents", Message::IdUnknown));
    }
    document_store::put(tx, env, (campaign.id, about), (&[], &ids), deed.by).await
}

/// What in a campaign rests on documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An item of its plan.
    Item(CampaignItemId),
    /// A piece of work.
    Work(CampaignWorkId),
    /// A value of an indicator.
    Value(CampaignValueId),
    /// An outcome.
    Outcome(OutcomeId),
}

impl About {
    /// Its id without its kind.
    pub const fn bare(self) -> Uuid {
        match self {
            Self::Item(id) => id.0,
            Self::Work(id) => id.0,
            Self::Value(id) => id.0,
            Self::Outcome(id) => id.0,
        }
    }
}

/// In which campaign something is, and what it is called in its history.
pub(super) async fn campaign_of(tx: &mut Tx<'_>, about: About) -> Result<Option<(CampaignId, &'static str)>> {
    Ok(match about {
        About::Item(id) => item_store::item(tx, id).await?.map(|i| (i.campaign, i.body.kind().as_str())),
        About::Work(id) => work_store::find(tx, id).await?.map(|w| (w.campaign, w.kind.as_str())),
        About::Value(id) => measures_store::find(tx, id).await?.map(|v| (v.campaign, "value")),
        About::Outcome(id) => outcomes::store::find(&mut **tx, id).await?.map(|o| (o.campaign, "outcome")),
    })
}

/// Says on which documents of the library something in a campaign rests.
pub async fn attach(pool: &Pool, env: &Env, actor: &Actor, about: About, wanted: &[DocumentId]) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, kind) = campaign_of(&mut tx, about).await?.ok_or(Error::NotFound)?;
    let id = about.bare();
    let (campaign, deed) = match about {
        About::Item(_) | About::Work(_) => service::planned::<EditCampaign>(&mut tx, actor, campaign).await?,
        About::Value(_) | About::Outcome(_) => service::planned::<MeasureCampaign>(&mut tx, actor, campaign).await?,
    };
    let mut found = Check::new();
    set(&mut tx, env, actor, deed, (&campaign, kind, id), wanted, &mut found).await?;
    found.finish()?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.plan_changed").await?;
    tx.commit().await?;
    Ok(campaign)
}

#[derive(Debug, Serialize)]
struct Resting {
    documents: Vec<DocumentId>,
}
