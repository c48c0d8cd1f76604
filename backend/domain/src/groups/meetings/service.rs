//! Planning meetings, calling them off, writing and approving minutes.

use sala_kernel::{Draft, Env, Error, GroupId, LText, MeetingId, Message, Pool, Result, Tx, append};

use super::{Meeting, MeetingDraft, MinutesState, store};
use crate::{
    access::{
        Actor, Authorized, Deed, Level,
        acts::{LeadGroup, WriteMinutes},
        authorize,
    },
    groups::{self, GroupState},
    text::Check,
};

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, meeting: &Meeting, kind: &'static str) -> Result<()> {
    // Whoever could read it before and cannot now is told that it is gone.
    let payload = serde_json::json!({ "from": meeting.level.as_str() });
    let event = Draft { network: Some(meeting.network), payload, ..deed.event(kind, meeting.id) };
    append(tx, env, event).await?;
    Ok(())
}

fn fill(meeting: &mut Meeting, draft: &MeetingDraft) -> Result<()> {
    let mut found = Check::new();
    meeting.title =
        LText::new(found.line("title.en", &draft.title.en, 200), found.line("title.km", &draft.title.km, 200));
    if meeting.title.is_empty() {
        found.fail("title", Message::Required);
    }
    meeting.venue =
        LText::new(found.line("venue.en", &draft.venue.en, 300), found.line("venue.km", &draft.venue.km, 300));
    meeting.link = found.website("link", &draft.link);
    meeting.agenda = LText::new(
        found.prose("agenda.en", &draft.agenda.en, 10_000),
        found.prose("agenda.km", &draft.agenda.km, 10_000),
    );
    if draft.ends_at <= draft.starts_at || draft.ends_at > draft.starts_at + chrono::Duration::days(14) {
        found.fail("endsAt", Message::EndsBeforeStart);
    }
    meeting.starts_at = draft.starts_at;
    meeting.ends_at = draft.ends_at;
    meeting.level = if draft.restricted { Level::Restricted } else { Level::Members };
    found.finish()
}

/// Plans a meeting of a group at work.
pub async fn plan(pool: &Pool, env: &Env, actor: &Actor, group: GroupId, draft: MeetingDraft) -> Result<Meeting> {
    let mut tx = pool.begin().await?;
    let group = groups::store::lookup(&mut *tx, group).await?.ok_or(Error::NotFound)?;
    let deed = authorize::<_, LeadGroup>(actor, (), &group.facts())?.deed();
    if matches!(group.state, GroupState::Dormant | GroupState::Dissolved) {
        return Err(Error::invalid("group", Message::GroupResting));
    }
    let mut meeting = Meeting {
        id: MeetingId::fresh(env),
        group: group.id,
        network: group.network,
        title: LText::default(),
        starts_at: draft.starts_at,
        ends_at: draft.ends_at,
        venue: LText::default(),
        link: String::new(),
        agenda: LText::default(),
        level: Level::Members,
        cancelled_at: None,
        cancelled_reason: String::new(),
        minutes: LText::default(),
        minutes_state: MinutesState::None,
        minutes_by: None,
        approved_by: None,
        approved_at: None,
        version: 1,
    };
    fill(&mut meeting, &draft)?;
    store::put(&mut tx, env, &meeting, deed.by).await?;
    announce(&mut tx, env, deed, &meeting, "meeting.planned").await?;
    tx.commit().await?;
    Ok(meeting)
}

/// A meeting that is held, as its group's convenors may change it.
async fn lead(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId) -> Result<(Meeting, Deed)> {
    let meeting = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, crate::access::acts::ViewMeeting>(actor, (), &meeting.facts())?;
    let group = groups::store::lookup(&mut **tx, meeting.group).await?.ok_or(Error::NotFound)?;
    let deed = authorize::<_, LeadGroup>(actor, (), &group.facts())?.deed();
    Ok((meeting, deed))
}

async fn finish(mut tx: Tx<'_>, env: &Env, deed: Deed, read: &Meeting, kind: &'static str) -> Result<Meeting> {
    announce(&mut tx, env, deed, read, kind).await?;
    let now = store::lookup(&mut *tx, read.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Changes a meeting as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MeetingId,
    version: i32,
    draft: MeetingDraft,
) -> Result<Meeting> {
    let mut tx = pool.begin().await?;
    let (meeting, deed) = lead(&mut tx, actor, id).await?;
    if meeting.version != version || meeting.cancelled_at.is_some() {
        return Err(Error::Conflict);
    }
    if meeting.minutes_state == MinutesState::Approved {
        return Err(Error::invalid("", Message::MinutesApproved));
    }
    let mut now = meeting.clone();
    fill(&mut now, &draft)?;
    store::put(&mut tx, env, &now, deed.by).await?;
    finish(tx, env, deed, &meeting, "meeting.edited").await
}

/// Calls a meeting off that has not begun, with a reason.
pub async fn cancel(pool: &Pool, env: &Env, actor: &Actor, id: MeetingId, reason: &str) -> Result<Meeting> {
    let mut tx = pool.begin().await?;
    let (meeting, deed) = lead(&mut tx, actor, id).await?;
    if meeting.cancelled_at.is_some() || meeting.ends_at <= env.now() {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    store::cancel(&mut tx, env, id, &reason).await?;
    finish(tx, env, deed, &meeting, "meeting.cancelled").await
}

/// Writes the minutes of a meeting that has begun, as it was read at `version`.
pub async fn write_minutes(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MeetingId,
    version: i32,
    minutes: LText,
) -> Result<Meeting> {
    let mut tx = pool.begin().await?;
    let meeting = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = meeting.facts();
    let proof: Authorized<_, WriteMinutes> = authorize(actor, meeting, &facts)?;
    let meeting = proof.thing();
    if meeting.minutes_state == MinutesState::Approved {
        return Err(Error::invalid("minutes", Message::MinutesApproved));
    }
    if meeting.version != version || meeting.cancelled_at.is_some() {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let minutes =
        LText::new(found.prose("minutes.en", &minutes.en, 60_000), found.prose("minutes.km", &minutes.km, 60_000));
    if minutes.is_empty() {
        found.fail("minutes", Message::Required);
    }
    if meeting.starts_at > env.now() {
        found.fail("minutes", Message::MeetingAhead);
    }
    found.finish()?;
    store::write_minutes(&mut tx, env, &proof, &minutes).await?;
    let (deed, read) = (proof.deed(), proof.thing().clone());
    finish(tx, env, deed, &read, "meeting.minutes_written").await
}

/// Approves the minutes as they were read at `version`; from then on they stay.
pub async fn approve_minutes(pool: &Pool, env: &Env, actor: &Actor, id: MeetingId, version: i32) -> Result<Meeting> {
    let mut tx = pool.begin().await?;
    let (meeting, deed) = lead(&mut tx, actor, id).await?;
    match meeting.minutes_state {
        MinutesState::None => return Err(Error::invalid("minutes", Message::MinutesEmpty)),
        MinutesState::Approved => return Err(Error::Conflict),
        MinutesState::Draft => {}
    }
    if meeting.version != version {
        return Err(Error::Conflict);
    }
    store::approve(&mut tx, env, id, deed.by).await?;
    finish(tx, env, deed, &meeting, "meeting.minutes_approved").await
}
