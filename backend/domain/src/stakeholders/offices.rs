//! Offices and those who hold them: the office outlives the person.

use chrono::NaiveDate;
use sala_kernel::{Env, Error, LText, Language, Message, Pool, Result, StakeholderId};
use uuid::Uuid;

use super::{Office, Stakeholder, StakeholderState, acts::note, assessment_store, service::held, store};
use crate::{
    access::Actor,
    campaigns::{
        WorkKind, WorkStatus,
        work::{self, WorkDraft},
    },
    networks,
    text::Check,
};

/// Writes down that somebody holds or held an office somewhere on the same map.
pub async fn take(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (holder, office): (StakeholderId, StakeholderId),
    title: &LText,
    (since, until): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, holder, None).await?;
    let mut found = Check::new();
    let at = store::find(&mut *tx, office).await?.filter(|o| o.campaign == campaign.id);
    match &at {
        Some(at) if was.kind.is_person() && !at.kind.is_person() => {}
        Some(_) => found.fail("office", Message::OfficeNeedsHolder),
        None => found.fail("office", Message::NotOnMap),
    }
    let title = LText::new(found.line("title.en", &title.en, 200), found.line("title.km", &title.km, 200));
    if title.is_empty() {
        found.fail("title", Message::NameRequired);
    }
    if let (Some(from), Some(to)) = (since, until)
        && to < from
    {
        found.fail("until", Message::LastDayFirst);
    }
    found.finish()?;
    let bytes = uuid::Builder::from_random_bytes(env.entropy.bytes()).into_uuid();
    let taken = Office { id: bytes, holder, office, title, since, until };
    store::take_office(&mut tx, &taken).await?;
    // Who comes into an office counts again.
    if until.is_none() && was.state == StakeholderState::OfficeVacated {
        store::put(&mut tx, env, &Stakeholder { state: StakeholderState::Active, ..was }).await?;
    }
    note(&mut tx, env, deed, &campaign, ("office.taken", Some(holder.0)), (None, Some(&taken))).await?;
    let s = store::find(&mut *tx, holder).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(s)
}

/// Writes down that somebody has left the office in which they mattered: what was said of them tells of the past alone, what
/// was said of the institution stands. Wanted, it also puts a task into the campaign: to build a relation with whoever comes.
pub async fn vacate(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (StakeholderId, i32),
    on: NaiveDate,
    with_task: bool,
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, Some(version)).await?;
    if !was.kind.is_person() || was.state != StakeholderState::Active {
        return Err(Error::Conflict);
    }
    if on > networks::store::today(&mut *tx, env, campaign.network).await? {
        return Err(Error::invalid("on", Message::DayNotOver));
    }
    let offices = store::offices(&mut *tx, campaign.id).await?;
    let left = offices.iter().filter(|o| o.holder == id && o.until.is_none());
    let places: Vec<Uuid> = left.map(|o| o.office.0).collect();
    store::leave_offices(&mut tx, id, on).await?;
    assessment_store::close(&mut tx, id, on).await?;
    let now = Stakeholder { state: StakeholderState::OfficeVacated, ..was.clone() };
    store::put(&mut tx, env, &now).await?;
    note(&mut tx, env, deed, &campaign, ("office.vacated", Some(id.0)), (Some(&was), Some(&now))).await?;
    if with_task {
        let office = store::list(&mut *tx, None, Some(&places)).await?.into_iter().next().map_or(was.name, |o| o.name);
        let title = |language: Language| {
            let named = office.best(language).0;
            Message::NewHolderTask.told(language).replace("{office}", named).chars().take(200).collect::<String>()
        };
        let draft = WorkDraft {
            title: LText::new(title(Language::En), title(Language::Km)),
            note: String::new(),
            source: String::new(),
            starts_on: None,
            due_on: None,
            organisation: was.owner.filter(|o| campaign.team.contains(o)),
            person: None,
            at: None,
            tactic: String::new(),
            change_sought: String::new(),
            audience: String::new(),
            budget_line: None,
            window: None,
            status: WorkStatus::Todo,
        };
        work::put_in(&mut tx, env, deed, &campaign, WorkKind::Task, draft).await?;
    }
    let s = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(s)
}
