//! What is done on a map: held for a change, written into its log, told to those who may know.

use sala_kernel::{Draft, Env, Error, MapId, Message, Result, Tx, append};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{act_store, store};
use crate::{
    access::{Act, Actor, Deed, acts::ViewMap, authorize},
    campaigns::{self, Campaign},
    papers::service::may,
};

/// A campaign held for a change of its map by those who may make it. For whoever may not know the map it is not there, however
/// well they may know the campaign.
///
/// `id` is that of the campaign, or of anything on its map.
pub(crate) async fn kept<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: Uuid) -> Result<(Campaign, Deed)> {
    let campaign = seen(tx, actor, id).await?;
    let deed = may::<A>(actor, &campaign.team_facts())?;
    if !campaign.state.is_open() {
        return Err(Error::invalid("campaign", Message::CampaignOver));
    }
    Ok((campaign, deed))
}

/// The same for those who lead it.
pub(crate) async fn led<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: Uuid) -> Result<(Campaign, Deed)> {
    let campaign = seen(tx, actor, id).await?;
    let deed = may::<A>(actor, &campaign.lead_facts())?;
    Ok((campaign, deed))
}

/// A campaign whose map an actor may know, for something that is written down though nothing changes.
pub(super) async fn seen(tx: &mut Tx<'_>, actor: &Actor, id: Uuid) -> Result<Campaign> {
    // Nothing is held, and no more is looked up, for whoever may not know: what is hidden takes no longer to refuse.
    let id = store::known(tx, actor, id).await?.ok_or(Error::NotFound)?;
    let campaign = campaigns::store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewMap>(actor, (), &campaign.team_facts())?;
    Ok(campaign)
}

fn json<T: Serialize>(thing: Option<&T>) -> Result<Value> {
    thing.map(serde_json::to_value).transpose().map(Option::unwrap_or_default).map_err(Error::internal)
}

/// Writes an act into the log of a map, and tells of it. Of what is confidential the log says that it was, not what.
pub(super) async fn note<T: Serialize>(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    (act, about): (&'static str, Option<Uuid>),
    (was, now): (Option<&T>, Option<&T>),
) -> Result<()> {
    act_store::insert(tx, env, deed, campaign.id, (act, about), (json(was)?, json(now)?)).await?;
    tell(tx, env, deed, campaign).await
}

/// An act that leaves nothing but its name.
pub(super) async fn mark(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    (act, about): (&'static str, Option<Uuid>),
) -> Result<()> {
    note::<Value>(tx, env, deed, campaign, (act, about), (None, None)).await
}

/// The map has changed: news for those who may know it, and for nobody else.
async fn tell(tx: &mut Tx<'_>, env: &Env, deed: Deed, campaign: &Campaign) -> Result<()> {
    let event = deed.event("map.changed", MapId(campaign.id.0));
    append(tx, env, Draft { network: Some(campaign.network), ..event }).await?;
    Ok(())
}
