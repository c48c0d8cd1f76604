//! What was said: minutes point by point, corrections of those who were there, approval, and what follows from it.
//!
//! A point is written letter by letter by several at once, in a text of its own ([`crate::writing`]); what is told of it to others
//! follows a moment later, and at the latest when minutes are sent out or approved. When they are approved, how they came about
//! is forgotten: what somebody typed and took back again is nowhere any more.
//!
//! Kept: under a protective rule no name of a speaker is stored (the database refuses it too), nothing is approved while a
//! correction is open or the time for them runs, and what is approved is not changed any more.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sala_kernel::{
    AgendaId, CorrectionId, DialogueId, Env, Error, InvitationId, LText, Message, PersonId, PointId, Pool, Result, Tx,
};

use super::{
    Channel, Dialogue, DialogueState, Invitation, InvitationState,
    day::Presence,
    day_store,
    invitations::Post,
    minutes_store as kept, minutes_text,
    service::{MOST, announce, finish, held},
    store,
};
use crate::{
    access::{
        Actor, Deed,
        acts::{EditCampaign, LeadCampaign},
    },
    commitments,
    mails::DialogueNews,
    networks,
    stakeholders::Attribution,
    text::Check,
    writing::{self, Points, TextId},
};

sala_kernel::db_enum! {
    /// How far minutes are.
    pub enum MinutesState as "dialogue_minutes_state" {
        /// Being written.
        Draft = "draft",
        /// Those who were there are asked whether it was so.
        Circulated = "circulated",
        /// Whoever presides has approved them.
        Approved = "approved",
        /// Told to everybody who may know the dialogue.
        Published = "published",
    }
}

sala_kernel::db_enum! {
    /// What became of a correction.
    pub enum CorrectionState as "correction_state" {
        /// Not answered.
        Open = "open",
        /// Taken in.
        Accepted = "accepted",
        /// Not taken in, for a reason.
        Declined = "declined",
    }
}

/// How far the minutes of a dialogue are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// How far.
    pub state: MinutesState,
    /// Since when those who were there can correct them.
    pub circulated_at: Option<DateTime<Utc>>,
    /// Until when: at this instant no more.
    pub corrections_until: Option<DateTime<Utc>>,
    /// Who has approved them, and how one knows.
    pub approved_by: String,
    /// When.
    pub approved_at: Option<DateTime<Utc>>,
    /// Counts their changes.
    pub version: i32,
}

impl Minutes {
    /// Of a dialogue of which nothing is written.
    pub const BLANK: Self = Self {
        state: MinutesState::Draft,
        circulated_at: None,
        corrections_until: None,
        approved_by: String::new(),
        approved_at: None,
        version: 0,
    };

    /// They can still be changed.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, MinutesState::Draft | MinutesState::Circulated)
    }

    /// Those who were there can correct them now.
    pub fn hears(&self, now: DateTime<Utc>) -> bool {
        self.state == MinutesState::Circulated && self.corrections_until.is_some_and(|until| now < until)
    }
}

/// A point of minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its id.
    pub id: PointId,
    /// To which item of the agenda it belongs.
    pub agenda: Option<AgendaId>,
    /// Its place among the points of that item.
    pub position: i32,
    /// What was said.
    pub text: LText,
    /// Who said it; always empty under a protective rule.
    pub speaker: String,
    /// Who wrote it down last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: DateTime<Utc>,
    /// Its words stand in the text that several write at once.
    pub live: bool,
    /// At which version who said it, or to what it belongs, was changed last.
    pub placed: i32,
    /// Counts its changes.
    pub version: i32,
}

/// What a point is to say.
#[derive(Debug, Clone)]
pub struct PointDraft {
    /// To which item of the agenda it belongs.
    pub agenda: Option<AgendaId>,
    /// What was said; one language is enough. Nothing leaves it as it is.
    pub text: Option<LText>,
    /// Who said it: on the record alone.
    pub speaker: String,
}

/// What somebody who was there says about the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// About which point.
    pub point: Option<PointId>,
    /// Whose invitation, where it came by their link.
    pub invitation: Option<InvitationId>,
    /// Who.
    pub author: String,
    /// How it came.
    pub via: Channel,
    /// What.
    pub text: String,
    /// What became of it.
    pub state: CorrectionState,
    /// What was answered.
    pub response: String,
    /// When it came.
    pub recorded_at: DateTime<Utc>,
}

/// The most points of one dialogue, and the most corrections.
const LIMITS: (usize, usize) = (500, 500);

/// A dialogue that has begun, held, with its minutes.
async fn written(tx: &mut Tx<'_>, env: &Env, actor: &Actor, id: DialogueId) -> Result<(Dialogue, Deed, Minutes)> {
    let (d, deed) = held::<EditCampaign>(tx, actor, id).await?;
    if !d.state.is_minuted() || env.now() < d.is.starts_at {
        return Err(Error::invalid("dialogue", Message::NotBegun));
    }
    let minutes = kept::minutes(&mut **tx, id).await?;
    Ok((d, deed, minutes))
}

/// As above, where the minutes can still be changed.
async fn open(tx: &mut Tx<'_>, env: &Env, actor: &Actor, id: DialogueId) -> Result<(Dialogue, Deed, Minutes)> {
    let (d, deed, _) = written(tx, env, actor, id).await?;
    let minutes = kept::held(tx, id).await?;
    if !minutes.is_open() {
        return Err(Error::invalid("dialogue", Message::MinutesApproved));
    }
    Ok((d, deed, minutes))
}

/// A point begins, for several to write in.
pub async fn begin(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DialogueId,
    agenda: Option<AgendaId>,
) -> Result<(Dialogue, PointId)> {
    let mut tx = pool.begin().await?;
    let (d, deed, _) = open(&mut tx, env, actor, id).await?;
    let points = kept::points(&mut *tx, id).await?;
    let mut found = Check::new();
    on_agenda(&mut tx, id, agenda, &mut found).await?;
    if points.len() >= LIMITS.0 {
        found.fail("dialogue", Message::OutOfRange);
    }
    found.finish()?;
    kept::begin(&mut tx, id).await?;
    writing::store::begin(&mut tx, TextId::Minutes(id)).await?;
    let point = Point {
        id: PointId::fresh(env),
        agenda,
        position: points.iter().map(|p| p.position).max().unwrap_or(0) + 1,
        text: LText::default(),
        speaker: String::new(),
        written_by: deed.by,
        written_at: env.now(),
        live: true,
        placed: 1,
        version: 1,
    };
    kept::put_point(&mut tx, &d, &point).await?;
    announce(&mut tx, env, deed, &d, "dialogue.minuted").await?;
    tx.commit().await?;
    Ok((d, point.id))
}

async fn on_agenda(tx: &mut Tx<'_>, id: DialogueId, item: Option<AgendaId>, found: &mut Check) -> Result<()> {
    if let Some(item) = item
        && !day_store::agenda(&mut **tx, &[id.0]).await?.iter().any(|(_, i)| i.id == item)
    {
        found.fail("agenda", Message::IdUnknown);
    }
    Ok(())
}

/// Writes a point down, or changes one as it was read at a version.
pub async fn write(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (texts, id): (&dyn Points, DialogueId),
    at: Option<(PointId, i32)>,
    draft: &PointDraft,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed, _) = open(&mut tx, env, actor, id).await?;
    let read = kept::points(&mut *tx, id).await?;
    minutes_text::settle(&mut tx, env, texts, id).await?;
    let points = kept::points(&mut *tx, id).await?;
    let was = match at {
        Some((point, version)) => {
            let read = read.iter().find(|p| p.id == point).ok_or(Error::NotFound)?;
            let now = points.iter().find(|p| p.id == point).ok_or(Error::NotFound)?;
            // Whoever leaves the words as they are undoes nothing that is written in this very moment, and goes on beside it.
            let fresh = match draft.text {
                Some(_) => read.version == version && now.version == version,
                None => now.placed <= version,
            };
            if !fresh {
                return Err(Error::Conflict);
            }
            Some(now)
        }
        None => None,
    };
    let mut found = Check::new();
    let text = match (&draft.text, was) {
        (None, Some(was)) => was.text.clone(),
        (said, _) => {
            let said = said.clone().unwrap_or_default();
            LText::new(found.prose("text.en", &said.en, 4000), found.prose("text.km", &said.km, 4000))
        }
    };
    if text.is_empty() && (draft.text.is_some() || was.is_none()) {
        found.fail("text", Message::Required);
    }
    let speaker = found.line("speaker", &draft.speaker, 200);
    if !speaker.is_empty() && d.is.attribution != Attribution::OnRecord {
        found.fail("speaker", Message::NoSpeakerUnderRule);
    }
    on_agenda(&mut tx, id, draft.agenda, &mut found).await?;
    if was.is_none() && points.len() >= LIMITS.0 {
        found.fail("text", Message::OutOfRange);
    }
    found.finish()?;
    let last = points.iter().map(|p| p.position).max().unwrap_or(0);
    let point = Point {
        id: was.map_or_else(|| PointId::fresh(env), |p| p.id),
        agenda: draft.agenda,
        position: was.map_or(last + 1, |p| p.position),
        text,
        speaker,
        written_by: deed.by,
        written_at: env.now(),
        live: draft.text.is_none() && was.is_some_and(|p| p.live),
        placed: was.map_or(1, |p| p.placed),
        version: was.map_or(1, |p| p.version),
    };
    kept::put_point(&mut tx, &d, &point).await?;
    if writing::store::begun(&mut *tx, id.0).await? {
        minutes_text::seed(&mut tx, texts, id).await?;
    }
    announce(&mut tx, env, deed, &d, "dialogue.minuted").await?;
    tx.commit().await?;
    Ok(d)
}

/// Takes a point out.
pub async fn strike(pool: &Pool, env: &Env, actor: &Actor, (point, version): (PointId, i32)) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let id = kept::dialogue_of_point(&mut *tx, point).await?.ok_or(Error::NotFound)?;
    let (d, deed, _) = open(&mut tx, env, actor, id).await?;
    let was = kept::points(&mut *tx, id).await?.into_iter().find(|p| p.id == point).ok_or(Error::NotFound)?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    kept::remove_point(&mut tx, point).await?;
    announce(&mut tx, env, deed, &d, "dialogue.minuted").await?;
    tx.commit().await?;
    Ok(d)
}

/// Sends minutes to those who were there and have an address, who can correct them until an instant.
pub async fn circulate(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Points,
    (id, version): (DialogueId, i32),
    until: DateTime<Utc>,
    public_url: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed, was) = open(&mut tx, env, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    minutes_text::settle(&mut tx, env, texts, id).await?;
    kept::remove_blank(&mut tx, id).await?;
    let mut found = Check::new();
    if kept::points(&mut *tx, id).await?.is_empty() {
        found.fail("dialogue", Message::NothingMinuted);
    }
    if until <= env.now() {
        found.fail("until", Message::DayIsPast);
    }
    if d.state == DialogueState::Confirmed {
        found.fail("dialogue", Message::HeldFirst);
    }
    found.finish()?;
    let minutes = Minutes {
        state: MinutesState::Circulated,
        circulated_at: Some(env.now()),
        corrections_until: Some(until),
        ..was
    };
    kept::put_minutes(&mut tx, id, &minutes, deed.by).await?;
    let marked = day_store::of_invitations(&mut *tx, id).await?;
    let zone = networks::store::zone(&mut *tx, d.network).await?;
    let mut post = Post::of(&mut tx, &d, public_url).await?;
    post.until = zone.clock(until);
    for one in store::invitations(&mut *tx, id, 0, MOST).await?.iter().filter(|i| was_there(i, &marked)) {
        post.send(&mut tx, env, one, DialogueNews::MinutesOut).await?;
    }
    let d = finish(&mut tx, env, deed, &d, "dialogue.minutes_out").await?;
    tx.commit().await?;
    Ok(d)
}

async fn put_correction(tx: &mut Tx<'_>, d: &Dialogue, one: &Correction, by: Option<PersonId>) -> Result<()> {
    if kept::corrections(&mut **tx, d.id).await?.len() >= LIMITS.1 {
        return Err(Error::invalid("text", Message::OutOfRange));
    }
    kept::put_correction(tx, d.id, one, by).await
}

/// A correction looked over.
async fn corrected(
    tx: &mut Tx<'_>,
    env: &Env,
    d: &Dialogue,
    (point, author, text): (Option<PointId>, &str, &str),
    (via, invitation): (Channel, Option<InvitationId>),
) -> Result<Correction> {
    let mut found = Check::new();
    let author = found.line("author", author, 200);
    if author.is_empty() {
        found.fail("author", Message::NameRequired);
    }
    let text = found.prose("text", text, 2000);
    if text.is_empty() {
        found.fail("text", Message::Required);
    }
    if let Some(point) = point
        && !kept::points(&mut **tx, d.id).await?.iter().any(|p| p.id == point)
    {
        found.fail("point", Message::IdUnknown);
    }
    found.finish()?;
    Ok(Correction {
        id: CorrectionId::fresh(env),
        point,
        invitation,
        author,
        via,
        text,
        state: CorrectionState::Open,
        response: String::new(),
        recorded_at: env.now(),
    })
}

/// What somebody says about minutes.
#[derive(Debug, Clone)]
pub struct CorrectionDraft {
    /// About which point; nothing for all of them.
    pub point: Option<PointId>,
    /// Who.
    pub author: String,
    /// How it came.
    pub via: Channel,
    /// What.
    pub text: String,
}

/// Writes down what somebody says about circulated minutes by telephone, letter and so on; also after the time, until they are approved.
pub async fn correct(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DialogueId,
    draft: &CorrectionDraft,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed, minutes) = open(&mut tx, env, actor, id).await?;
    if minutes.state != MinutesState::Circulated {
        return Err(Error::invalid("dialogue", Message::CirculateFirst));
    }
    let said = (draft.point, draft.author.as_str(), draft.text.as_str());
    let one = corrected(&mut tx, env, &d, said, (draft.via, None)).await?;
    put_correction(&mut tx, &d, &one, deed.by).await?;
    announce(&mut tx, env, deed, &d, "dialogue.corrected").await?;
    tx.commit().await?;
    Ok(d)
}

/// As above, by the link of somebody who was there, within the time.
pub(super) async fn correct_by_link(
    tx: &mut Tx<'_>,
    env: &Env,
    d: &Dialogue,
    (from, name): (InvitationId, &str),
    (point, text): (Option<PointId>, &str),
) -> Result<()> {
    if !kept::minutes(&mut **tx, d.id).await?.hears(env.now()) {
        return Err(Error::invalid("link", Message::CorrectionsClosed));
    }
    let mine = kept::corrections(&mut **tx, d.id).await?;
    // A link is in the hands of strangers: it does not write without end.
    if mine.iter().filter(|c| c.invitation == Some(from)).count() >= 20 {
        return Err(Error::invalid("text", Message::OutOfRange));
    }
    let one = corrected(tx, env, d, (point, name, text), (Channel::Hub, Some(from))).await?;
    put_correction(tx, d, &one, None).await
}

/// Answers a correction: taken in, or not, for a reason.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CorrectionId,
    (accepted, response): (bool, &str),
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let dialogue = kept::dialogue_of_correction(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed, _) = open(&mut tx, env, actor, dialogue).await?;
    let mut found = Check::new();
    let response = found.prose("response", response, 1000);
    if !accepted && response.is_empty() {
        found.fail("response", Message::ReasonNeeded);
    }
    found.finish()?;
    let state = if accepted { CorrectionState::Accepted } else { CorrectionState::Declined };
    if !kept::answer(&mut tx, env, id, (state, &response), deed.by).await? {
        return Err(Error::Conflict);
    }
    announce(&mut tx, env, deed, &d, "dialogue.corrected").await?;
    tx.commit().await?;
    Ok(d)
}

/// Writes down that whoever presides has approved minutes: what was promised in them is confirmed by that.
pub async fn approve(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Points,
    (id, version): (DialogueId, i32),
    by: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    held::<LeadCampaign>(&mut tx, actor, id).await?;
    let (d, deed, was) = open(&mut tx, env, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let by = found.line("by", by, 300);
    if by.is_empty() {
        found.fail("by", Message::Required);
    }
    if was.state != MinutesState::Circulated {
        found.fail("dialogue", Message::CirculateFirst);
    } else if was.hears(env.now()) {
        found.fail("dialogue", Message::CorrectionsStillOpen);
    } else if kept::corrections(&mut *tx, id).await?.iter().any(|c| c.state == CorrectionState::Open) {
        found.fail("dialogue", Message::CorrectionsUnanswered);
    }
    found.finish()?;
    minutes_text::settle(&mut tx, env, texts, id).await?;
    kept::remove_blank(&mut tx, id).await?;
    writing::store::forget(&mut tx, id.0).await?;
    let minutes =
        Minutes { state: MinutesState::Approved, approved_by: by.clone(), approved_at: Some(env.now()), ..was };
    kept::put_minutes(&mut tx, id, &minutes, deed.by).await?;
    let day = networks::store::today(&mut *tx, env, d.network).await?;
    let told = format!("{by}, {day}");
    commitments::service::confirm_by_minutes(&mut tx, env, deed, d.id, &told).await?;
    let d = finish(&mut tx, env, deed, &d, "dialogue.minutes_approved").await?;
    tx.commit().await?;
    Ok(d)
}

/// Tells approved minutes to everybody who may know the dialogue; what was off the record stays so.
pub async fn publish(pool: &Pool, env: &Env, actor: &Actor, (id, version): (DialogueId, i32)) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    held::<LeadCampaign>(&mut tx, actor, id).await?;
    let (d, deed, was) = written(&mut tx, env, actor, id).await?;
    if was.version != version || was.state != MinutesState::Approved {
        return Err(Error::Conflict);
    }
    if d.is.attribution == Attribution::OffRecord {
        return Err(Error::invalid("dialogue", Message::OffRecordStays));
    }
    kept::put_minutes(&mut tx, id, &Minutes { state: MinutesState::Published, ..was }, deed.by).await?;
    let d = finish(&mut tx, env, deed, &d, "dialogue.minutes_published").await?;
    tx.commit().await?;
    Ok(d)
}

/// How a dialogue was found: each mark from 1 to 5, counted, and remarks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feedback {
    /// Whether it was useful.
    pub useful: Vec<i32>,
    /// Whether one felt safe to speak.
    pub safe: Vec<i32>,
    /// Whether one was heard.
    pub heard: Vec<i32>,
    /// Remarks, in the order of the alphabet.
    pub comments: Vec<String>,
}

/// Below so many answers nothing of them is told: few could be guessed.
pub const FEW: i32 = 5;

impl Feedback {
    /// So many have answered.
    pub fn answers(&self) -> i32 {
        self.useful.iter().sum()
    }
}

/// How somebody found it.
#[derive(Debug, Clone)]
pub struct Marks {
    /// Useful, 1 to 5.
    pub useful: i32,
    /// Safe to speak, 1 to 5.
    pub safe: i32,
    /// Heard, 1 to 5.
    pub heard: i32,
    /// What else, or nothing.
    pub comment: String,
}

/// Takes in how somebody found it, once; who it was is not kept with it.
pub(super) async fn found(tx: &mut Tx<'_>, d: &Dialogue, from: InvitationId, marks: &Marks) -> Result<()> {
    if !matches!(d.state, DialogueState::Held | DialogueState::Reported) {
        return Err(Error::invalid("link", Message::FeedbackClosed));
    }
    let mut found = Check::new();
    for (field, mark) in [("useful", marks.useful), ("safe", marks.safe), ("heard", marks.heard)] {
        if !(1..=5).contains(&mark) {
            found.fail(field, Message::OutOfRange);
        }
    }
    let comment = found.prose("comment", &marks.comment, 1000);
    found.finish()?;
    if !kept::fed_back(tx, from).await? {
        return Err(Error::invalid("link", Message::FeedbackGiven));
    }
    let mut all = kept::feedback(&mut **tx, d.id).await?;
    for (cells, mark) in [(&mut all.useful, marks.useful), (&mut all.safe, marks.safe), (&mut all.heard, marks.heard)] {
        cells.resize(5, 0);
        if let Some(cell) = usize::try_from(mark - 1).ok().and_then(|at| cells.get_mut(at)) {
            *cell += 1;
        }
    }
    if !comment.is_empty() {
        all.comments.push(comment);
        all.comments.sort_unstable();
    }
    kept::put_feedback(tx, d.id, &all).await
}

/// Whether an invitee was there: as they were marked, or, where nobody was marked by their invitation because the list was kept
/// on paper, as they had answered.
pub(super) fn was_there(one: &Invitation, marked: &HashMap<InvitationId, Presence>) -> bool {
    match marked.get(&one.id) {
        Some(presence) => *presence != Presence::Absent,
        None => marked.is_empty() && one.state == InvitationState::Accepted,
    }
}
