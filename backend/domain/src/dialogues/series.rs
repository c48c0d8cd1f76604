//! Dialogues that follow each other: the next one begins as the last one was.

use chrono::{DateTime, Utc};
use sala_kernel::{AgendaId, DialogueId, Env, Error, Message, Pool, Result};

use super::{
    Dialogue, DialogueState, Invitation, InvitationDraft, InvitationState, Seats, arrangements_store, day_store,
    invitations::written,
    service::{MOST, announce},
    store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    campaigns,
};

/// When the next dialogue of a series begins, and who is invited again.
#[derive(Debug, Clone, Copy)]
pub struct Next {
    /// When.
    pub starts_at: DateTime<Utc>,
    /// Everybody who was invited is written down again, and not yet written to.
    pub guests: bool,
}

/// Whom one invites again: everybody who was, but those who came for somebody else.
fn again(env: &Env, d: &Dialogue, all: Vec<Invitation>) -> Vec<Invitation> {
    let all = all.into_iter().filter(|i| i.parent.is_none() && i.state != InvitationState::Cancelled);
    let drafts = all.map(|i| InvitationDraft {
        constituency: i.constituency,
        institution: i.institution,
        name: i.name,
        honorific: i.honorific,
        post: i.post,
        organisation: i.organisation,
        email: i.email,
        phone: i.phone,
        language: i.language,
        sex: i.sex,
        youth: i.youth,
    });
    drafts.zip(1..).map(|(draft, number)| written(env, d, number, draft)).collect()
}

/// Plans the next dialogue of a series like this one, on another day: its agenda, its seats and what is arranged go on; what came
/// of it does not.
pub async fn repeat(pool: &Pool, env: &Env, actor: &Actor, id: DialogueId, next: Next) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let seen = store::visible(&mut *tx, actor, id).await?.ok_or(Error::NotFound)?;
    let (_, deed) = campaigns::service::planned::<EditCampaign>(&mut tx, actor, seen.campaign).await?;
    let was = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if next.starts_at <= env.now() {
        return Err(Error::invalid("startsAt", Message::DayIsPast));
    }
    let later = |at: DateTime<Utc>| at + (next.starts_at - was.is.starts_at);
    let mut is = was.is.clone();
    (is.starts_at, is.ends_at) = (next.starts_at, later(was.is.ends_at));
    // Dates before it move with it; one that would be past already is left open.
    is.rsvp_by = was.is.rsvp_by.map(later).filter(|by| *by > env.now());
    is.seats = is
        .seats
        .into_iter()
        .map(|of| Seats { release_at: of.release_at.map(later).filter(|at| *at > env.now()), released_at: None, ..of })
        .collect();
    let d = Dialogue {
        id: DialogueId::fresh(env),
        is,
        state: DialogueState::Concept,
        reason: String::new(),
        sequence: 0,
        invited_at: None,
        nothing_promised: false,
        series: Some(was.series.unwrap_or(was.id)),
        forgotten_at: None,
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        version: 1,
        ..was.clone()
    };
    if was.series.is_none() {
        store::begin_series(&mut tx, was.id).await?;
        announce(&mut tx, env, deed, &was, "dialogue.edited").await?;
    }
    store::put(&mut tx, env, &d).await?;
    let mut agenda: Vec<_> = day_store::agenda(&mut *tx, &[id.0]).await?.into_iter().map(|(_, item)| item).collect();
    for item in &mut agenda {
        item.id = AgendaId::fresh(env);
    }
    day_store::put_agenda(&mut tx, d.id, &agenda).await?;
    let mut arranged = arrangements_store::arrangements(&mut tx, id).await?;
    // The authorities are told of each day anew.
    (arranged.notice.sent_on, arranged.notice.reference) = (None, String::new());
    arrangements_store::put(&mut tx, d.id, &arranged).await?;
    // Who was invited to one that is long over is not known any more.
    if next.guests && was.forgotten_at.is_none() {
        for one in again(env, &d, store::invitations(&mut *tx, id, 0, MOST).await?) {
            store::put_invitation(&mut tx, env, &one).await?;
        }
    }
    announce(&mut tx, env, deed, &d, "dialogue.planned").await?;
    tx.commit().await?;
    Ok(d)
}
