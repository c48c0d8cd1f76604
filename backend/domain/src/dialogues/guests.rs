//! What somebody sees and does who opens a personal link.

use sala_kernel::{Env, Error, InvitationId, LText, Message, PointId, Pool, Result, Tx, hash_token};

use super::{
    Channel, Dialogue, DialogueState, Invitation, InvitationState, day_store,
    invitations::{self, Reply},
    minutes::{self, Correction, Marks, Minutes, MinutesState, Point},
    minutes_store,
    service::announce,
    store::{self, Alone},
};
use crate::{access::Deed, networks, places, places::Place};

/// The invitee's own page: nothing of anybody else.
#[derive(Debug, Clone)]
pub struct OwnPage {
    /// Their own invitation.
    pub invitation: Invitation,
    /// Which network invites.
    pub network: LText,
    /// To what.
    pub dialogue: Dialogue,
    /// In which place.
    pub place: Option<Place>,
    /// Answers count now.
    pub open: bool,
    /// How many wait before them, and they; nothing where they do not wait.
    pub waiting: Option<usize>,
    /// Whom they send.
    pub deputy: Option<LText>,
    /// The minutes, once they are circulated, for who was there; with what they said of these themselves.
    pub minutes: Option<(Minutes, Vec<Point>, Vec<Correction>)>,
    /// They were there, and are asked how they found it.
    pub asked: bool,
}

fn ended() -> Error {
    Error::invalid("link", Message::LinkUsedOrExpired)
}

async fn page(tx: &mut Tx<'_>, env: &Env, d: Dialogue, hash: &[u8]) -> Result<OwnPage> {
    let (id, _) = store::behind(&mut **tx, hash).await?.ok_or_else(ended)?;
    let Alone { invitation, waiting, deputy } = store::alone(tx, id).await?.ok_or_else(ended)?;
    if !invitation.state.is_out() {
        return Err(ended());
    }
    let network = networks::store::lookup(&mut **tx, d.network).await?.ok_or_else(ended)?;
    let place = match &d.is.place {
        Some(code) => places::store::lookup_many(&mut **tx, std::slice::from_ref(&code.0)).await?.pop(),
        None => None,
    };
    let there = was_there(tx, &d, &invitation).await?;
    let asks = matches!(d.state, DialogueState::Held | DialogueState::Reported);
    Ok(OwnPage {
        asked: there && asks && !minutes_store::has_fed_back(tx, id).await?,
        minutes: if there { circulated(tx, &d, id).await? } else { None },
        network: network.name,
        place,
        open: d.hears(env.now()),
        waiting: (invitation.state == InvitationState::Waitlisted).then_some(waiting),
        deputy,
        dialogue: d,
        invitation,
    })
}

async fn was_there(tx: &mut Tx<'_>, d: &Dialogue, invitation: &Invitation) -> Result<bool> {
    // Before it was held nobody asks.
    if !d.state.was_held() {
        return Ok(false);
    }
    Ok(minutes::was_there(invitation, &day_store::of_invitations(&mut **tx, d.id).await?))
}

/// Minutes as they are told to somebody who was there: no correction but their own.
async fn circulated(
    tx: &mut Tx<'_>,
    d: &Dialogue,
    id: InvitationId,
) -> Result<Option<(Minutes, Vec<Point>, Vec<Correction>)>> {
    let minutes = minutes_store::minutes(&mut **tx, d.id).await?;
    if minutes.state == MinutesState::Draft {
        return Ok(None);
    }
    let mut points = minutes_store::points(&mut **tx, d.id).await?;
    // What somebody has only begun.
    points.retain(|point| !point.text.is_empty());
    let mut own = minutes_store::corrections(&mut **tx, d.id).await?;
    own.retain(|c| c.invitation == Some(id));
    Ok(Some((minutes, points, own)))
}

/// Whoever was there says something about the minutes, by their link.
pub async fn correct(pool: &Pool, env: &Env, secret: &str, about: (Option<PointId>, &str)) -> Result<OwnPage> {
    let mut tx = pool.begin().await?;
    let (d, own, hash) = present(&mut tx, env, secret).await?;
    let name = own.invitation.name.best(own.invitation.language).0.to_owned();
    minutes::correct_by_link(&mut tx, env, &d, (own.invitation.id, &name), about).await?;
    announce(&mut tx, env, Deed::HUB, &d, "dialogue.corrected").await?;
    let own = page(&mut tx, env, d, &hash).await?;
    tx.commit().await?;
    Ok(own)
}

/// Whoever was there says how they found it, by their link, once. Nothing tells who it was, and no news says when.
pub async fn find(pool: &Pool, env: &Env, secret: &str, marks: &Marks) -> Result<OwnPage> {
    let mut tx = pool.begin().await?;
    let (d, own, hash) = present(&mut tx, env, secret).await?;
    minutes::found(&mut tx, &d, own.invitation.id, marks).await?;
    let own = page(&mut tx, env, d, &hash).await?;
    tx.commit().await?;
    Ok(own)
}

/// Whoever holds a link and was there, with the dialogue held.
async fn present(tx: &mut Tx<'_>, env: &Env, secret: &str) -> Result<(Dialogue, OwnPage, Vec<u8>)> {
    let hash = hash_token(secret);
    let (_, dialogue) = store::behind(&mut **tx, &hash).await?.ok_or_else(ended)?;
    let d = store::hold(tx, dialogue).await?.ok_or_else(ended)?;
    let own = page(tx, env, d.clone(), &hash).await?;
    if d.state.was_held() && !was_there(tx, &d, &own.invitation).await? {
        return Err(ended());
    }
    Ok((d, own, hash))
}

/// Shows an invitee their own page; the link stays as it is.
pub async fn read(pool: &Pool, env: &Env, secret: &str) -> Result<OwnPage> {
    let mut tx = pool.begin().await?;
    let hash = hash_token(secret);
    let (_, dialogue) = store::behind(&mut *tx, &hash).await?.ok_or_else(ended)?;
    let d = store::lookup(&mut tx, dialogue).await?.ok_or_else(ended)?;
    page(&mut tx, env, d, &hash).await
}

/// Answers by a link, as often as one likes until the date.
pub async fn answer(pool: &Pool, env: &Env, secret: &str, reply: &Reply, public_url: &str) -> Result<OwnPage> {
    let mut tx = pool.begin().await?;
    let hash = hash_token(secret);
    let (_, dialogue) = store::behind(&mut *tx, &hash).await?.ok_or_else(ended)?;
    let d = store::hold(&mut tx, dialogue).await?.ok_or_else(ended)?;
    // Read anew now that nobody else writes: the link may have ended meanwhile.
    let (id, _) = store::behind(&mut *tx, &hash).await?.ok_or_else(ended)?;
    if !d.hears(env.now()) {
        return Err(Error::invalid("link", Message::AnswersClosed));
    }
    invitations::hear(&mut tx, env, &d, id, (reply, Channel::Hub, None), public_url).await?;
    announce(&mut tx, env, Deed::HUB, &d, "dialogue.answered").await?;
    let own = page(&mut tx, env, d, &hash).await?;
    tx.commit().await?;
    Ok(own)
}
