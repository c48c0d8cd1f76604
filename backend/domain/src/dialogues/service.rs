//! Planning a dialogue and moving it on.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignId, DialogueId, Draft, Env, Error, LText, Message, Pool, Result, Tx, append};

use super::{
    Dialogue, DialogueDraft, DialogueState, Invitation, InvitationState, Mode,
    agenda::{self, AgendaItem},
    day_store,
    invitations::{self, Post},
    minutes_store,
    model::strictness,
    seating, store,
};
use crate::{
    access::{
        Act, Actor, Deed,
        acts::{EditCampaign, LeadCampaign},
    },
    campaigns, commitments,
    mails::DialogueNews,
    papers::service::may,
    places,
    terms::{self, Taxonomy},
    text::Check,
};

/// The most invitations of one dialogue: as many as a room may have seats.
pub const MOST: i64 = 5000;

pub(super) async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, d: &Dialogue, kind: &'static str) -> Result<()> {
    append(tx, env, Draft { network: Some(d.network), ..deed.event(kind, d.id) }).await?;
    Ok(())
}

async fn seats(tx: &mut Tx<'_>, was: Option<&Dialogue>, draft: &DialogueDraft, found: &mut Check) -> Result<()> {
    let codes: BTreeSet<String> = draft.seats.iter().map(|of| of.constituency.clone()).collect();
    if codes.len() < draft.seats.len() {
        found.fail("seats", Message::GroupTwice);
    }
    let fresh: Vec<String> = codes
        .into_iter()
        .filter(|code| !was.is_some_and(|d| d.is.seats.iter().any(|of| of.constituency == *code)))
        .collect();
    if terms::store::active_ids(&mut **tx, Taxonomy::Constituency, &fresh).await?.len() < fresh.len() {
        found.fail("seats", Message::TermUnknown);
    }
    let share = |pct: Option<i32>| pct.is_none_or(|pct| (0..=100).contains(&pct));
    let sound = draft.seats.iter().all(|of| {
        (1..=5000).contains(&of.seats)
            && (0..=of.seats).contains(&of.least)
            && share(of.women_pct)
            && share(of.youth_pct)
    });
    if !sound || draft.seats.len() > 50 {
        found.fail("seats", Message::OutOfRange);
    } else if draft.seats.iter().map(|of| i64::from(of.seats)).sum::<i64>() > i64::from(draft.capacity) {
        found.fail("seats", Message::SeatsBeyondRoom);
    }
    if let Some(d) = was {
        let all = store::invitations(&mut **tx, d.id, 0, MOST).await?;
        if !seating::keeps(&draft.seats, &all) {
            found.fail("seats", Message::SeatsTaken);
        }
    }
    Ok(())
}

/// A draft looked over, as it is kept.
async fn filled(tx: &mut Tx<'_>, was: Option<&Dialogue>, draft: DialogueDraft) -> Result<DialogueDraft> {
    let mut found = Check::new();
    let mut draft = draft;
    draft.title =
        LText::new(found.line("title.en", &draft.title.en, 200), found.line("title.km", &draft.title.km, 200));
    if draft.title.is_empty() {
        found.fail("title", Message::NameRequired);
    }
    draft.objectives = LText::new(
        found.prose("objectives.en", &draft.objectives.en, 3000),
        found.prose("objectives.km", &draft.objectives.km, 3000),
    );
    draft.venue =
        LText::new(found.line("venue.en", &draft.venue.en, 200), found.line("venue.km", &draft.venue.km, 200));
    draft.interpretation = found.line("interpretation", &draft.interpretation, 200);
    draft.online_link = found.website("onlineLink", &draft.online_link);
    draft.chair = found.line("chair", &draft.chair, 200);
    draft.facilitator = found.line("facilitator", &draft.facilitator, 200);
    draft.contact = found.phone("contact", &draft.contact);
    if draft.ends_at <= draft.starts_at {
        found.fail("endsAt", Message::EndFirst);
    }
    if draft.rsvp_by.is_some_and(|by| by > draft.starts_at) {
        found.fail("rsvpBy", Message::EndFirst);
    }
    if !(1..=5000).contains(&draft.capacity) {
        found.fail("capacity", Message::OutOfRange);
    }
    if let Some(place) = &draft.place
        && !places::store::all_known(&mut **tx, std::slice::from_ref(&place.0)).await?
    {
        found.fail("place", Message::PlaceUnknown);
    }
    if let Some(d) = was.filter(|d| d.invited_at.is_some())
        && strictness(draft.attribution) < strictness(d.is.attribution)
    {
        found.fail("attribution", Message::RuleOnlyStricter);
    }
    // What was released is released; that is not for writing.
    for of in &mut draft.seats {
        of.released_at = was
            .and_then(|d| d.is.seats.iter().find(|was| was.constituency == of.constituency))
            .and_then(|was| was.released_at);
    }
    seats(tx, was, &draft, &mut found).await?;
    found.finish()?;
    Ok(draft)
}

/// Plans a dialogue in a campaign.
pub async fn plan(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    campaign: CampaignId,
    draft: DialogueDraft,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = campaigns::service::planned::<EditCampaign>(&mut tx, actor, campaign).await?;
    let is = filled(&mut tx, None, draft).await?;
    let d = Dialogue {
        id: DialogueId::fresh(env),
        network: campaign.network,
        campaign: campaign.id,
        is,
        state: DialogueState::Concept,
        reason: String::new(),
        sequence: 0,
        invited_at: None,
        nothing_promised: false,
        series: None,
        forgotten_at: None,
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        version: 1,
    };
    store::put(&mut tx, env, &d).await?;
    announce(&mut tx, env, deed, &d, "dialogue.planned").await?;
    tx.commit().await?;
    Ok(d)
}

/// A dialogue held for those who may do this in its campaign; what is over stays as it is.
pub(super) async fn held<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: DialogueId) -> Result<(Dialogue, Deed)> {
    let (d, deed) = held_ever::<A>(tx, actor, id).await?;
    if d.state.is_over() {
        return Err(Error::invalid("dialogue", Message::DialogueOver));
    }
    Ok((d, deed))
}

/// The same of one that may be over.
pub(super) async fn held_ever<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: DialogueId) -> Result<(Dialogue, Deed)> {
    let seen = store::visible(&mut **tx, actor, id).await?.ok_or(Error::NotFound)?;
    let campaign = campaigns::store::hold(tx, seen.campaign).await?.ok_or(Error::NotFound)?;
    let deed = may::<A>(actor, &campaign.team_facts())?;
    let d = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    Ok((d, deed))
}

pub(super) async fn finish(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    d: &Dialogue,
    kind: &'static str,
) -> Result<Dialogue> {
    store::put(tx, env, d).await?;
    announce(tx, env, deed, d, kind).await?;
    store::lookup(tx, d.id).await?.ok_or(Error::NotFound)
}

/// Changes what is written of a dialogue. Who holds a seat keeps it; more seats call whoever waits.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (DialogueId, i32),
    draft: DialogueDraft,
    public_url: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (was, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    let is = filled(&mut tx, Some(&was), draft).await?;
    let moved = is.starts_at != was.is.starts_at || is.ends_at != was.is.ends_at;
    if moved && was.state.hears() {
        // Those who are invited are told and asked anew: that is putting it off.
        return Err(Error::invalid("startsAt", Message::DayMovesByPuttingOff));
    }
    let agenda: Vec<AgendaItem> =
        day_store::agenda(&mut *tx, &[id.0]).await?.into_iter().map(|(_, item)| item).collect();
    let stricter = strictness(is.attribution) > strictness(was.is.attribution);
    // Calendars that have it are told where it takes place now.
    let place = |d: &DialogueDraft| (d.venue.clone(), d.place.clone(), d.mode, d.online_link.clone());
    let elsewhere = was.state.hears() && place(&is) != place(&was.is);
    let now = Dialogue { is, sequence: was.sequence + i32::from(elsewhere), ..was };
    if moved && !agenda::fits(&now, &agenda) {
        return Err(Error::invalid("endsAt", Message::AgendaTooLong));
    }
    if stricter {
        minutes_store::forget_speakers(&mut tx, id).await?;
        commitments::service::protect(&mut tx, env, deed, id).await?;
    }
    let d = finish(&mut tx, env, deed, &now, "dialogue.edited").await?;
    if elsewhere {
        let post = Post::of(&mut tx, &d, public_url).await?;
        let all = store::invitations(&mut *tx, id, 0, MOST).await?;
        for one in all.iter().filter(|i| i.state.is_out() && i.state != InvitationState::Declined) {
            post.send(&mut tx, env, one, DialogueNews::Elsewhere).await?;
        }
    }
    if d.state.hears() {
        invitations::call(&mut tx, env, &d, public_url).await?;
    }
    tx.commit().await?;
    Ok(d)
}

/// Where a dialogue goes from where it stands.
#[derive(Debug, Clone)]
pub enum Step {
    /// Its concept and money are approved.
    Approve,
    /// Invitations go out from now on.
    OpenInvitations,
    /// It takes place; with a reason also where fewer come than were wanted.
    Confirm,
    /// It takes place on another day.
    PutOff {
        /// From when.
        starts_at: DateTime<Utc>,
        /// Until when.
        ends_at: DateTime<Utc>,
        /// Until when one answers.
        rsvp_by: Option<DateTime<Utc>>,
    },
    /// It does not take place.
    CallOff,
    /// It took place, and who was there is written down.
    Hold,
    /// Its minutes are approved, and what was promised is written down.
    Report {
        /// Nothing was promised.
        nothing: bool,
    },
    /// What was promised is looked after by somebody.
    Close,
}

fn opens(d: &Dialogue, found: &mut Check) {
    if d.is.seats.is_empty() {
        found.fail("seats", Message::SeatsNeeded);
    }
    if d.is.mode != Mode::Online && d.is.venue.is_empty() {
        found.fail("venue", Message::VenueNeeded);
    }
    if d.is.mode != Mode::InPerson && d.is.online_link.is_empty() {
        found.fail("onlineLink", Message::Required);
    }
    if d.is.contact.is_empty() {
        found.fail("contact", Message::Required);
    }
}

fn confirms(d: &Dialogue, all: &[Invitation], reason: &str, found: &mut Check) {
    if d.is.chair.is_empty() || d.is.facilitator.is_empty() {
        found.fail("chair", Message::ChairNeeded);
    }
    // Whoever is still asked about a new day has not said that they come.
    let comes = |group: &str| {
        let firm = all.iter().filter(|i| i.state == InvitationState::Accepted && i.constituency == group);
        i32::try_from(firm.count()).unwrap_or(i32::MAX)
    };
    let short = d.is.seats.iter().any(|of| comes(&of.constituency) < of.least);
    if short && reason.is_empty() {
        found.fail("reason", Message::LeastNotReached);
    }
}

async fn holds(tx: &mut Tx<'_>, env: &Env, d: &Dialogue, found: &mut Check) -> Result<()> {
    if env.now() < d.is.ends_at {
        found.fail("dialogue", Message::NotOver);
    }
    if day_store::present(tx, d.id).await? == 0 {
        found.fail("attendance", Message::NobodyMarked);
    }
    Ok(())
}

async fn reports(tx: &mut Tx<'_>, id: DialogueId, nothing: bool, found: &mut Check) -> Result<()> {
    if minutes_store::minutes(&mut **tx, id).await?.is_open() {
        found.fail("minutes", Message::MinutesNotApproved);
    }
    let promised = commitments::store::of_dialogue(tx, id).await?;
    match (promised.is_empty(), nothing) {
        (true, false) => found.fail("commitments", Message::NothingPromisedSaid),
        (false, true) => found.fail("commitments", Message::SomethingPromised),
        _ => {}
    }
    Ok(())
}

/// Moves a dialogue on. Putting it off and calling it off tell everybody who is invited.
pub async fn step(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (DialogueId, i32),
    (step, reason): (Step, &str),
    public_url: &str,
) -> Result<Dialogue> {
    use DialogueState::{Cancelled, Closed, Concept, Confirmed, Held, Inviting, Planned, Reported};
    let mut tx = pool.begin().await?;
    let (was, deed) = match step {
        Step::Approve | Step::CallOff | Step::Close => held::<LeadCampaign>(&mut tx, actor, id).await?,
        _ => held::<EditCampaign>(&mut tx, actor, id).await?,
    };
    if was.version != version {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 1000);
    let mut all = store::invitations(&mut *tx, id, 0, MOST).await?;
    let mut d = Dialogue { reason: reason.clone(), ..was.clone() };
    let mut news = None;
    match (was.state, step) {
        (Concept, Step::Approve) => d.state = Planned,
        (Planned, Step::OpenInvitations) => {
            opens(&was, &mut found);
            (d.state, d.invited_at) = (Inviting, was.invited_at.or_else(|| Some(env.now())));
        }
        (Inviting, Step::Confirm) => {
            confirms(&was, &all, &reason, &mut found);
            d.state = Confirmed;
        }
        (Planned | Inviting | Confirmed, Step::PutOff { starts_at, ends_at, rsvp_by }) => {
            if reason.is_empty() {
                found.fail("reason", Message::ReasonNeeded);
            }
            if ends_at <= starts_at {
                found.fail("endsAt", Message::EndFirst);
            }
            if starts_at <= env.now() {
                found.fail("startsAt", Message::DayIsPast);
            }
            if rsvp_by.is_some_and(|by| by > starts_at) {
                found.fail("rsvpBy", Message::EndFirst);
            }
            (d.is.starts_at, d.is.ends_at, d.is.rsvp_by) = (starts_at, ends_at, rsvp_by);
            let agenda = day_store::agenda(&mut *tx, &[id.0]).await?;
            if !agenda::fits(&d, &agenda.into_iter().map(|(_, item)| item).collect::<Vec<_>>()) {
                found.fail("endsAt", Message::AgendaTooLong);
            }
            // Where people are invited already, they are asked whether the new day suits them.
            (d.sequence, news) = (was.sequence + 1, Some(DialogueNews::PutOff));
            if was.state == Confirmed {
                d.state = Inviting;
            }
        }
        (Concept | Planned | Inviting | Confirmed, Step::CallOff) => {
            if reason.is_empty() {
                found.fail("reason", Message::ReasonNeeded);
            }
            (d.state, d.sequence, news) = (Cancelled, was.sequence + 1, Some(DialogueNews::CalledOff));
        }
        (Confirmed, Step::Hold) => {
            holds(&mut tx, env, &was, &mut found).await?;
            d.state = Held;
        }
        (Held, Step::Report { nothing }) => {
            reports(&mut tx, id, nothing, &mut found).await?;
            (d.state, d.nothing_promised) = (Reported, nothing);
        }
        (Reported, Step::Close) => {
            let promised = commitments::store::of_dialogue(&mut tx, id).await?;
            if promised.iter().any(|k| k.state.is_open() && k.follower.is_none()) {
                found.fail("commitments", Message::FollowersNeeded);
            }
            d.state = Closed;
        }
        _ => return Err(Error::Conflict),
    }
    found.finish()?;
    let kind = match d.state {
        Cancelled => "dialogue.called_off",
        _ if news.is_some() => "dialogue.put_off",
        _ => "dialogue.moved",
    };
    let d = finish(&mut tx, env, deed, &d, kind).await?;
    if let Some(news) = news {
        let post = Post::of(&mut tx, &d, public_url).await?;
        for one in all.iter_mut().filter(|i| i.state.is_out() && i.state != InvitationState::Declined) {
            if news == DialogueNews::PutOff && one.state == InvitationState::Accepted {
                one.state = InvitationState::Reconfirm;
                store::put_invitation(&mut tx, env, one).await?;
            }
            post.send(&mut tx, env, one, news).await?;
        }
    }
    tx.commit().await?;
    Ok(d)
}

/// Releases seats whose time has come: what is not taken goes to whoever waits.
pub async fn release_due(pool: &Pool, env: &Env, public_url: &str) -> Result<usize> {
    let mut done = 0;
    loop {
        let mut tx = pool.begin().await?;
        let now = env.now();
        let Some(id) = store::to_release(&mut tx, now).await? else { return Ok(done) };
        let mut d = store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
        for of in d.is.seats.iter_mut().filter(|of| of.released_at.is_none()) {
            of.released_at = of.release_at.filter(|at| *at <= now).map(|_| now);
        }
        let d = finish(&mut tx, env, Deed::HUB, &d, "dialogue.released").await?;
        invitations::call(&mut tx, env, &d, public_url).await?;
        tx.commit().await?;
        done += 1;
    }
}
