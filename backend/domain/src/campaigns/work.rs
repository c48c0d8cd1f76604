//! What is done in a campaign, by whom and when.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, CampaignWorkId, Env, Error, LText, Message, OrganisationId, PersonId, PlaceCode, Pool,
    Result, Tx,
};
use serde::Serialize;

use super::{Campaign, Sight, beginnings, history, item_store, service, work_store as store};
use crate::{
    access::{Actor, Deed, acts::EditCampaign},
    places, roles,
    terms::{self, Taxonomy},
    text::Check,
};

/// The most pieces of work in one campaign.
pub(super) const MOST: i64 = 5000;

sala_kernel::db_enum! {
    /// What a piece of work is.
    pub enum WorkKind as "campaign_work_kind" {
        /// Something that is done towards somebody.
        Activity = "activity",
        /// A day by which something stands.
        Milestone = "milestone",
        /// Something somebody has to do.
        Task = "task",
        /// A time in which policy can be moved.
        Window = "window",
    }
}

sala_kernel::db_enum! {
    /// Where a piece of work stands.
    pub enum WorkStatus as "campaign_work_status" {
        /// To be done.
        Todo = "todo",
        /// Being done.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

impl WorkKind {
    /// Who may know it: when and where something is done is for nobody outside.
    pub const fn sight(self) -> Sight {
        match self {
            Self::Activity | Self::Milestone | Self::Window => Sight::Members,
            Self::Task => Sight::Team,
        }
    }
}

/// A piece of work.
#[derive(Debug, Clone, Serialize)]
pub struct Work {
    /// Its id.
    #[serde(skip)]
    pub id: CampaignWorkId,
    /// Of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// What it is.
    pub kind: WorkKind,
    /// What it is called.
    pub title: LText,
    /// More about it.
    pub note: String,
    /// By what one knows of it: for windows.
    pub source: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub due_on: Option<NaiveDate>,
    /// Which organisation does it.
    pub organisation: Option<OrganisationId>,
    /// Who does it.
    pub person: Option<PersonId>,
    /// Where.
    pub at: Option<PlaceCode>,
    /// By which tactic: a code of the taxonomy.
    pub tactic: String,
    /// What it seeks: awareness, will or action.
    pub change_sought: String,
    /// For whom it is: the public, those who have influence, those who decide.
    pub audience: String,
    /// The line of the budget that pays for it.
    pub budget_line: Option<CampaignItemId>,
    /// The window it prepares.
    pub window: Option<CampaignWorkId>,
    /// Where it stands.
    pub status: WorkStatus,
    /// Its place among others of its status.
    #[serde(skip)]
    pub place: f64,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
    /// Since when it is done.
    #[serde(skip)]
    pub done_at: Option<DateTime<Utc>>,
}

/// What a piece of work is to be.
#[derive(Debug, Clone)]
pub struct WorkDraft {
    /// What it is called.
    pub title: LText,
    /// More about it.
    pub note: String,
    /// By what one knows of it.
    pub source: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub due_on: Option<NaiveDate>,
    /// Which organisation does it: one that takes part.
    pub organisation: Option<OrganisationId>,
    /// Who does it: one of that organisation's people.
    pub person: Option<PersonId>,
    /// Where.
    pub at: Option<PlaceCode>,
    /// By which tactic.
    pub tactic: String,
    /// What it seeks.
    pub change_sought: String,
    /// For whom it is.
    pub audience: String,
    /// The line of the budget that pays for it: one of the same campaign.
    pub budget_line: Option<CampaignItemId>,
    /// The window it prepares.
    pub window: Option<CampaignWorkId>,
    /// Where it stands.
    pub status: WorkStatus,
}

/// Where a card is put on the board.
#[derive(Debug, Clone, Copy)]
pub struct Put {
    /// Into which column.
    pub status: WorkStatus,
    /// Behind which card; first in the column when left out.
    pub after: Option<CampaignWorkId>,
}

pub(super) async fn fill(
    tx: &mut Tx<'_>,
    env: &Env,
    campaign: &Campaign,
    work: &mut Work,
    draft: WorkDraft,
) -> Result<()> {
    let mut found = Check::new();
    work.title = LText::new(found.line("title.en", &draft.title.en, 200), found.line("title.km", &draft.title.km, 200));
    if work.title.is_empty() {
        found.fail("title", Message::NameRequired);
    }
    work.note = found.prose("note", &draft.note, 3000);
    work.source = found.line("source", &draft.source, 300);
    let tactics = terms::store::active_ids(&mut **tx, Taxonomy::Tactic, std::slice::from_ref(&draft.tactic)).await?;
    if !draft.tactic.is_empty() && tactics.is_empty() && draft.tactic != work.tactic {
        found.fail("tactic", Message::TermUnknown);
    }
    work.tactic = draft.tactic;
    if !["", "awareness", "will", "action"].contains(&draft.change_sought.as_str()) {
        found.fail("changeSought", Message::TermUnknown);
    }
    work.change_sought = draft.change_sought;
    if !["", "public", "influencer", "decision_maker"].contains(&draft.audience.as_str()) {
        found.fail("audience", Message::TermUnknown);
    }
    work.audience = draft.audience;
    // A line that was struck out stays where it was; nothing new goes to it.
    if let Some(line) = draft.budget_line.filter(|_| draft.budget_line != work.budget_line)
        && !item_store::is_line(tx, campaign.id, line).await?
    {
        found.fail("budgetLine", Message::IdUnknown);
    }
    work.budget_line = draft.budget_line;
    work.starts_on = draft.starts_on;
    work.due_on = draft.due_on;
    if let (Some(from), Some(to)) = (draft.starts_on, draft.due_on)
        && to < from
    {
        found.fail("dueOn", Message::LastDayFirst);
    }
    if work.kind == WorkKind::Window {
        for (field, day) in [("startsOn", draft.starts_on), ("dueOn", draft.due_on)] {
            if day.is_none() {
                found.fail(field, Message::Required);
            }
        }
        if work.source.is_empty() {
            found.fail("source", Message::Required);
        }
    }
    if work.kind == WorkKind::Milestone && draft.due_on.is_none() {
        found.fail("dueOn", Message::Required);
    }
    if let Some(at) = &draft.at
        && places::store::lookup_many(&mut **tx, std::slice::from_ref(&at.0)).await?.is_empty()
    {
        found.fail("at", Message::PlaceUnknown);
    }
    work.at = draft.at;
    // Whoever had it and has left since may keep what is done; nothing new goes to them.
    if draft.organisation.is_some_and(|o| !campaign.team.contains(&o)) && draft.organisation != work.organisation {
        found.fail("organisation", Message::NotInCampaign);
    }
    work.organisation = draft.organisation;
    match (draft.organisation, draft.person) {
        (_, None) => {}
        (None, Some(_)) => found.fail("person", Message::NotTheirPerson),
        (Some(organisation), Some(person)) => {
            if Some(person) != work.person && !roles::store::is_theirs(tx, organisation, person).await? {
                found.fail("person", Message::NotTheirPerson);
            }
        }
    }
    work.person = draft.person;
    if let Some(window) = draft.window {
        let known = store::find(tx, window).await?;
        if known.is_none_or(|w| w.campaign != campaign.id || w.kind != WorkKind::Window)
            || work.kind == WorkKind::Window
        {
            found.fail("window", Message::IdUnknown);
        }
    }
    work.window = draft.window;
    found.finish()?;
    settle(env, work, draft.status);
    Ok(())
}

pub(super) fn settle(env: &Env, work: &mut Work, status: WorkStatus) {
    if status != work.status {
        work.done_at = (status == WorkStatus::Done).then(|| env.now());
    }
    work.status = status;
}

async fn kept(tx: &mut Tx<'_>, env: &Env, deed: Deed, campaign: &Campaign, was: &Work, now: &Work) -> Result<Work> {
    store::put(tx, env, now).await?;
    let about = (now.kind.as_str(), now.id.0);
    history::note(tx, env, deed, campaign.id, about, (Some(was), Some(now))).await?;
    service::announce(tx, env, deed, campaign, "campaign.work_changed").await?;
    store::find(tx, now.id).await?.ok_or(Error::NotFound)
}

/// Puts a piece of work into a campaign.
pub async fn add(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    kind: WorkKind,
    draft: WorkDraft,
) -> Result<Work> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = service::planned::<EditCampaign>(&mut tx, actor, id).await?;
    let work = put_in(&mut tx, env, deed, &campaign, kind, draft).await?;
    tx.commit().await?;
    Ok(work)
}

/// A piece of work in a transaction of something greater, for whoever was found to be allowed to.
pub(crate) async fn put_in(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    kind: WorkKind,
    draft: WorkDraft,
) -> Result<Work> {
    let id = campaign.id;
    if store::count(tx, id).await? >= MOST {
        return Err(Error::invalid("campaign", Message::OutOfRange));
    }
    let place = store::last_place(tx, id, draft.status).await? + 1.0;
    let mut work = Work { kind, place, ..beginnings::blank(env, id) };
    fill(tx, env, campaign, &mut work, draft).await?;
    store::insert(tx, env, &work).await?;
    history::note(tx, env, deed, id, (kind.as_str(), work.id.0), (None, Some(&work))).await?;
    service::announce(tx, env, deed, campaign, "campaign.work_changed").await?;
    Ok(work)
}

async fn held(tx: &mut Tx<'_>, actor: &Actor, id: CampaignWorkId, version: i32) -> Result<(Campaign, Work, Deed)> {
    let work = store::find(tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = service::planned::<EditCampaign>(tx, actor, work.campaign).await?;
    let work = store::find(tx, id).await?.ok_or(Error::NotFound)?;
    if work.version != version {
        return Err(Error::Conflict);
    }
    Ok((campaign, work, deed))
}

/// Changes a piece of work, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignWorkId,
    version: i32,
    draft: WorkDraft,
) -> Result<Work> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    let mut now = was.clone();
    fill(&mut tx, env, &campaign, &mut now, draft).await?;
    let work = kept(&mut tx, env, deed, &campaign, &was, &now).await?;
    tx.commit().await?;
    Ok(work)
}

/// Puts a card into a column of the board, behind another; who moves it by hand moves what they saw.
pub async fn put(pool: &Pool, env: &Env, actor: &Actor, id: CampaignWorkId, version: i32, to: Put) -> Result<Work> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    let mut now = was.clone();
    settle(env, &mut now, to.status);
    now.place = store::place_behind(&mut tx, campaign.id, to.status, to.after, id).await?;
    let work = kept(&mut tx, env, deed, &campaign, &was, &now).await?;
    tx.commit().await?;
    Ok(work)
}

/// Moves a piece of work to other days, its length kept where only one end is given.
pub async fn shift(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignWorkId,
    version: i32,
    (starts_on, due_on): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<Work> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    if let (Some(from), Some(to)) = (starts_on, due_on)
        && to < from
    {
        return Err(Error::invalid("dueOn", Message::LastDayFirst));
    }
    if due_on.is_none() && matches!(was.kind, WorkKind::Window | WorkKind::Milestone) {
        return Err(Error::invalid("dueOn", Message::Required));
    }
    if starts_on.is_none() && was.kind == WorkKind::Window {
        return Err(Error::invalid("startsOn", Message::Required));
    }
    let now = Work { starts_on, due_on, ..was.clone() };
    let work = kept(&mut tx, env, deed, &campaign, &was, &now).await?;
    tx.commit().await?;
    Ok(work)
}

/// What an organisation still had to do goes back to the lead, with nobody's name on it.
pub(super) async fn return_to_lead(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    organisation: OrganisationId,
) -> Result<()> {
    for was in store::open_of(tx, campaign.id, organisation).await? {
        let now = Work { organisation: campaign.lead, person: None, ..was.clone() };
        store::put(tx, env, &now).await?;
        history::note(tx, env, deed, campaign.id, (now.kind.as_str(), now.id.0), (Some(&was), Some(&now))).await?;
    }
    Ok(())
}

/// Takes a piece of work out of a campaign; its history stays.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, id: CampaignWorkId, version: i32) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, version).await?;
    store::remove(&mut tx, env, id).await?;
    history::note(&mut tx, env, deed, campaign.id, (was.kind.as_str(), id.0), (Some(&was), None)).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.work_changed").await?;
    tx.commit().await?;
    Ok(campaign)
}
