//! What belongs into one person's calendar.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use sala_kernel::{
    CampaignId, CampaignWorkId, CommitmentId, DecisionId, DialogueId, LText, MeetingId, OrganisationId, PageRequest,
    Pool, Result,
};

use crate::{
    access::{Action, Actor, Level, Reach},
    campaigns::{self, Sight, WorkKind, work_store},
    commitments::{self, Commitment, CommitmentState},
    decisions,
    dialogues::{self, DialogueState},
    groups::meetings,
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
    /// When it is.
    pub time: Time,
    /// Where; empty where that is not for a calendar that others keep.
    pub venue: LText,
    /// It was called off.
    pub cancelled: bool,
    /// Counts its changes.
    pub version: i32,
}

/// When an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// From the first to the last of these days.
    Days(NaiveDate, NaiveDate),
    /// From one instant to another.
    Hours(DateTime<Utc>, DateTime<Utc>),
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A meeting of one's working group.
    Meeting(MeetingId),
    /// The closing of a decision in which one may cast a ballot.
    Decision(DecisionId),
    /// Something that is done in a campaign, or can be.
    Work(CampaignWorkId, CampaignId),
    /// A dialogue that a campaign holds.
    Dialogue(DialogueId),
    /// The day of a commitment that one's organisation looks after.
    Commitment(CommitmentId),
}

/// The meetings of the groups a person sits in, the decisions that wait for them, and what is done, held and looked after in the
/// campaigns of their organisations, as far as they may know it now; or what is done in one campaign alone.
///
/// A calendar lies with whoever serves it: of what is restricted, only the time goes out.
pub async fn entries(
    pool: &Pool,
    actor: &Actor,
    now: DateTime<Utc>,
    campaign: Option<CampaignId>,
) -> Result<Vec<Entry>> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    if campaign.is_some() {
        return work(pool, actor, now, campaign).await;
    }
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
                time: Time::Hours(m.starts_at, m.ends_at),
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
            time: Time::Hours(decision.closes_at - Duration::minutes(30), decision.closes_at),
            venue: LText::default(),
            cancelled: false,
            version: decision.version,
        });
    }
    entries.extend(work(pool, actor, now, None).await?);
    entries.sort_by_key(|entry| match entry.time {
        Time::Hours(from, _) => from,
        Time::Days(from, _) => from.and_time(NaiveTime::MIN).and_utc(),
    });
    Ok(entries)
}

/// What is done in campaigns: of one all of it, of others what is the actor's own to do and the days that bind everybody.
async fn work(pool: &Pool, actor: &Actor, now: DateTime<Utc>, campaign: Option<CampaignId>) -> Result<Vec<Entry>> {
    let today = now.date_naive();
    let (from, to) = (today - Duration::days(REACH.0), today + Duration::days(REACH.1));
    let own: Vec<OrganisationId> =
        Reach::of(actor, Action::ViewCampaignInside).owner_ids().into_iter().map(OrganisationId).collect();
    let ids = match campaign {
        Some(one) => vec![one.0],
        None => campaigns::store::with_part(pool, &own).await?,
    };
    let mut entries = Vec::new();
    for known in campaigns::store::visible(pool, actor, &ids).await? {
        let sight = known.sight(actor);
        if sight < Sight::Members {
            continue;
        }
        let open = known.visibility != campaigns::Visibility::Team;
        for piece in work_store::between(pool, known.id, from, to).await? {
            let binds = matches!(piece.kind, WorkKind::Window | WorkKind::Milestone);
            let theirs = piece.person == actor.person() || piece.organisation.is_some_and(|o| own.contains(&o));
            let (Some(last), true) = (piece.due_on.or(piece.starts_on), piece.kind.sight() <= sight) else { continue };
            if campaign.is_none() && !binds && !theirs {
                continue;
            }
            entries.push(Entry {
                about: About::Work(piece.id, known.id),
                title: (open && piece.kind.sight() <= Sight::Members).then_some(piece.title),
                time: Time::Days(piece.starts_on.unwrap_or(last), last),
                venue: LText::default(),
                cancelled: piece.status == campaigns::WorkStatus::Dropped,
                version: piece.version,
            });
        }
        entries.extend(held(pool, actor, (known.id, open), (from, to)).await?);
        let theirs = |k: &Commitment| {
            campaign.is_some() || k.follower.is_some_and(|o| own.contains(&o)) || k.follower_person == actor.person()
        };
        entries.extend(promised(pool, actor, (known.id, open), (from, to), theirs).await?);
    }
    Ok(entries)
}

/// Dialogues of a campaign that the actor may know, once they are planned.
async fn held(
    pool: &Pool,
    actor: &Actor,
    (campaign, open): (CampaignId, bool),
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Entry>> {
    let wanted = dialogues::store::Wanted {
        campaign: Some(campaign),
        after: Some(from.and_time(NaiveTime::MIN).and_utc()),
        ..dialogues::store::Wanted::default()
    };
    let found = dialogues::store::list(pool, actor, &wanted, &PageRequest::whole()).await?;
    let near = |at: DateTime<Utc>| (from..=to).contains(&at.date_naive());
    let all = found.items.into_iter().map(|(_, d)| d);
    let told = all.filter(|d| d.state != DialogueState::Concept && near(d.is.starts_at)).map(|d| {
        let open = open && d.is.visibility != campaigns::Visibility::Team;
        Entry {
            about: About::Dialogue(d.id),
            title: open.then_some(d.is.title),
            time: Time::Hours(d.is.starts_at, d.is.ends_at),
            venue: if open { d.is.venue } else { LText::default() },
            cancelled: d.state == DialogueState::Cancelled,
            version: d.version,
        }
    });
    Ok(told.collect())
}

/// Days of commitments of a campaign that are still to be kept.
async fn promised(
    pool: &Pool,
    actor: &Actor,
    (campaign, open): (CampaignId, bool),
    (from, to): (NaiveDate, NaiveDate),
    theirs: impl Fn(&Commitment) -> bool,
) -> Result<Vec<Entry>> {
    let open_states = CommitmentState::ALL.iter().copied().filter(|state| state.is_open());
    let wanted = commitments::store::Wanted {
        campaign: Some(campaign),
        states: Some(open_states.collect()),
        ..commitments::store::Wanted::default()
    };
    let found = commitments::store::list(pool, actor, &wanted, &PageRequest::whole()).await?;
    let all = found.items.into_iter().map(|(_, k)| k).filter(|k| theirs(k));
    let told = all.filter_map(|k| {
        let due = k.due_on.filter(|due| (from..=to).contains(due))?;
        Some(Entry {
            about: About::Commitment(k.id),
            title: (open && k.visibility != campaigns::Visibility::Team).then_some(k.text),
            time: Time::Days(due, due),
            venue: LText::default(),
            cancelled: false,
            version: k.version,
        })
    });
    Ok(told.collect())
}
