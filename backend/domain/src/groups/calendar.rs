//! What belongs into one person's calendar.

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{DecisionId, LText, MeetingId, Pool, Result};

use super::meetings;
use crate::{
    access::{Actor, Level},
    decisions,
};

/// How far back and forth a calendar reaches, in days.
const REACH: (i64, i64) = (90, 400);

/// An entry of a calendar.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is about.
    pub about: About,
    /// In a few words; none where the words are not for a calendar that others keep.
    pub title: Option<LText>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Where; empty where that is not for a calendar that others keep.
    pub venue: LText,
    /// It was called off.
    pub cancelled: bool,
    /// Counts its changes.
    pub version: i32,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A meeting of one's working group.
    Meeting(MeetingId),
    /// The closing of a decision in which one may cast a ballot.
    Decision(DecisionId),
}

/// The meetings of the groups a person sits in and the decisions that wait for them, as far as they may know them now.
///
/// A calendar lies with whoever serves it: of what is restricted, only the time goes out.
pub async fn entries(pool: &Pool, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<Entry>> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let groups: Vec<uuid::Uuid> =
        actor.held().iter().filter(|g| g.counts).filter_map(|g| g.group).map(|g| g.0).collect();
    let (from, to) = (now - Duration::days(REACH.0), now + Duration::days(REACH.1));
    let ids = meetings::store::between(pool, &groups, from, to).await?;
    let meetings = meetings::store::visible(pool, actor, &ids).await?;
    let mut entries: Vec<Entry> = meetings
        .into_iter()
        .map(|m| {
            let open = m.level <= Level::Members;
            Entry {
                about: About::Meeting(m.id),
                title: open.then_some(m.title),
                starts_at: m.starts_at,
                ends_at: m.ends_at,
                venue: if open { m.venue } else { LText::default() },
                cancelled: m.cancelled_at.is_some(),
                version: m.version,
            }
        })
        .collect();
    for decision in decisions::store::waiting_for(pool, actor, person).await? {
        entries.push(Entry {
            about: About::Decision(decision.id),
            title: (decision.level <= Level::Members).then_some(decision.title),
            starts_at: decision.closes_at - Duration::minutes(30),
            ends_at: decision.closes_at,
            venue: LText::default(),
            cancelled: false,
            version: decision.version,
        });
    }
    entries.sort_by_key(|entry| entry.starts_at);
    Ok(entries)
}
