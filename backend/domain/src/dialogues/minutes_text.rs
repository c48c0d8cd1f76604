//! The text of minutes that several write at once, beside what is told of its points.

use sala_kernel::{DialogueId, Env, Error, LText, PointId, Pool, Result, Tx};

use super::{minutes::Point, minutes_store as kept, service::announce, store};
use crate::{
    access::{Actor, Deed, acts::EditCampaign, authorize},
    campaigns::{self, Sight},
    writing::{self, Points, TextId},
};

/// Whether an actor may write in the minutes now: those who organise the dialogue. The others of the team read what is written;
/// to everybody else it is not there.
pub async fn may_write(pool: &Pool, env: &Env, actor: &Actor, id: DialogueId) -> Result<bool> {
    let d = store::visible(pool, actor, id).await?.ok_or(Error::NotFound)?;
    let campaign = campaigns::store::lookup(pool, d.campaign).await?.ok_or(Error::NotFound)?;
    if campaign.sight(actor) != Sight::Team {
        return Err(Error::NotFound);
    }
    let organises = authorize::<_, EditCampaign>(actor, (), &campaign.team_facts()).is_ok();
    let begun = organises && !d.state.is_over() && d.state.is_minuted() && env.now() >= d.is.starts_at;
    Ok(begun && kept::minutes(pool, id).await?.is_open())
}

/// Words that were written otherwise go into the text that several write at once.
pub(super) async fn seed(tx: &mut Tx<'_>, points: &dyn Points, id: DialogueId) -> Result<()> {
    let all = kept::points(&mut **tx, id).await?;
    let fresh: Vec<(PointId, LText)> = all.iter().filter(|p| !p.live).map(|p| (p.id, p.text.clone())).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let text = writing::store::kept(&mut **tx, id.0).await?.whole();
    if let Some(change) = points.rewritten(&text, &fresh)? {
        writing::store::append(tx, id.0, None, &change).await?;
    }
    kept::all_live(tx, id).await
}

/// What is told of points follows what is written in them; whether anything did.
pub(super) async fn settle(tx: &mut Tx<'_>, env: &Env, points: &dyn Points, id: DialogueId) -> Result<bool> {
    let text = writing::store::kept(&mut **tx, id.0).await?.whole();
    if text.is_empty() {
        return Ok(false);
    }
    let all = kept::points(&mut **tx, id).await?;
    let live: Vec<&Point> = all.iter().filter(|p| p.live).collect();
    let said = points.points(&text, &live.iter().map(|p| p.id).collect::<Vec<_>>())?;
    let by = writing::store::last_writer(tx, id.0).await?;
    let mut changed = false;
    for (point, said) in live.into_iter().filter_map(|point| Some((point, said.get(&point.id)?))) {
        if point.text != *said {
            kept::put_words(tx, point.id, said, (by, env.now())).await?;
            changed = true;
        }
    }
    Ok(changed)
}

/// Before the first comes into the text of minutes: it begins, and holds what is written already.
pub async fn open_text(pool: &Pool, env: &Env, points: &dyn Points, id: DialogueId) -> Result<()> {
    let mut tx = pool.begin().await?;
    kept::begin(&mut tx, id).await?;
    if kept::held(&mut tx, id).await?.is_open() {
        writing::store::begin(&mut tx, TextId::Minutes(id)).await?;
        settle(&mut tx, env, points, id).await?;
        seed(&mut tx, points, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A moment after something was written in minutes: what is told of them follows it.
pub async fn settled(pool: &Pool, env: &Env, points: &dyn Points, id: DialogueId) -> Result<()> {
    let mut tx = pool.begin().await?;
    if !kept::held(&mut tx, id).await?.is_open() || !settle(&mut tx, env, points, id).await? {
        return Ok(());
    }
    let d = store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let by = writing::store::last_writer(&mut tx, id.0).await?;
    announce(&mut tx, env, Deed { by, on_behalf_of: None }, &d, "dialogue.minuted").await?;
    tx.commit().await?;
    Ok(())
}
