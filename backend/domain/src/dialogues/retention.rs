//! Forgetting who was invited and who was there, once a dialogue is long over: names, addresses and notes go; groups, sexes, ages,
//! answers and counts stay, and so does what is published.

use sala_kernel::{Env, Error, InvitationId, Message, Pool, Result, Tx, hash_token};

use super::{
    Dialogue, InvitationState, retention_store,
    service::{announce, held_ever},
    store,
};
use crate::access::{Actor, Deed, acts::EditCampaign};

/// Forgets what is due, one dialogue after the other; says of how many.
pub async fn forget_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut done = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(id) = retention_store::due(&mut tx, env).await? else { return Ok(done) };
        retention_store::forget(&mut tx, env, id, None).await?;
        let d = store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
        announce(&mut tx, env, Deed::HUB, &d, "dialogue.forgotten").await?;
        tx.commit().await?;
        done += 1;
    }
}

/// Whoever has a link is forgotten when they ask for it, at once: of a dialogue that was held or called off, or that they do not
/// come to. Their link ends with it.
pub async fn forget_me(pool: &Pool, env: &Env, secret: &str) -> Result<()> {
    let ended = || Error::invalid("link", Message::LinkUsedOrExpired);
    let mut tx = pool.begin().await?;
    let hash = hash_token(secret);
    let (_, dialogue) = store::behind(&mut *tx, &hash).await?.ok_or_else(ended)?;
    let d = store::hold(&mut tx, dialogue).await?.ok_or_else(ended)?;
    let (id, _) = store::behind(&mut *tx, &hash).await?.ok_or_else(ended)?;
    forget_one(&mut tx, env, (&d, Deed::HUB), id).await?;
    Ok(tx.commit().await?)
}

/// The organisers forget somebody who has asked them to.
pub async fn forget_invitee(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (InvitationId, i32),
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held_ever::<EditCampaign>(&mut tx, actor, dialogue).await?;
    if store::alone(&mut tx, id).await?.ok_or(Error::NotFound)?.invitation.version != version {
        return Err(Error::Conflict);
    }
    forget_one(&mut tx, env, (&d, deed), id).await?;
    tx.commit().await?;
    Ok(d)
}

async fn forget_one(tx: &mut Tx<'_>, env: &Env, (d, deed): (&Dialogue, Deed), id: InvitationId) -> Result<()> {
    use InvitationState::{Cancelled, Declined, Delegated};
    let invitation = store::alone(tx, id).await?.ok_or(Error::NotFound)?.invitation;
    let awaited =
        !d.state.was_held() && !d.state.is_over() && !matches!(invitation.state, Cancelled | Declined | Delegated);
    if awaited {
        return Err(Error::invalid("invitation", Message::ForgetOnlyWhoDoesNotCome));
    }
    retention_store::forget(tx, env, d.id, Some(id)).await?;
    announce(tx, env, deed, d, "dialogue.answered").await
}
