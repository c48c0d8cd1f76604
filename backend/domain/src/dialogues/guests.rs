//! What somebody sees and does who opens a personal link.

use sala_kernel::{Env, Error, LText, Message, Pool, Result, Tx, hash_token};

use super::{
    Channel, Dialogue, Invitation, InvitationState,
    invitations::{self, Reply},
    service::{MOST, announce},
    store,
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
}

fn ended() -> Error {
    Error::invalid("link", Message::LinkUsedOrExpired)
}

async fn page(tx: &mut Tx<'_>, env: &Env, d: Dialogue, hash: &[u8]) -> Result<OwnPage> {
    let (id, _) = store::behind(&mut **tx, hash).await?.ok_or_else(ended)?;
    let all = store::invitations(&mut **tx, d.id, 0, MOST).await?;
    let invitation = all.iter().find(|i| i.id == id).cloned().ok_or_else(ended)?;
    if !invitation.state.is_out() {
        return Err(ended());
    }
    let network = networks::store::lookup(&mut **tx, d.network).await?.ok_or_else(ended)?;
    let place = match &d.is.place {
        Some(code) => places::store::lookup_many(&mut **tx, std::slice::from_ref(&code.0)).await?.pop(),
        None => None,
    };
    let waits = |i: &Invitation| i.state == InvitationState::Waitlisted && i.constituency == invitation.constituency;
    let before =
        all.iter().filter(|i| waits(i) && (i.queued_at, i.number) <= (invitation.queued_at, invitation.number)).count();
    Ok(OwnPage {
        network: network.name,
        place,
        open: d.hears(env.now()),
        waiting: waits(&invitation).then_some(before),
        deputy: all
            .iter()
            .find(|i| i.parent == Some(id) && i.state != InvitationState::Cancelled)
            .map(|i| i.name.clone()),
        dialogue: d,
        invitation,
    })
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
