//! The log of contacts: planned, held, followed up; and who else goes there the same week.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Duration, NaiveDate};
use sala_kernel::{
    CampaignId, EngagementId, Env, Error, Message, OrganisationId, PersonId, Pool, Result, StakeholderId, Tx,
};

use super::{
    Attribution, Channel, Engagement, EngagementState, Raised, Reaction, Stakeholder, StakeholderState,
    acts::{kept, mark, note, seen},
    engagement_store, links, service, store,
};
use crate::{
    access::{
        Action, Actor, Deed, Facts, Level, Reach,
        acts::{KeepMap, ViewSealed},
        authorize,
    },
    campaigns::Campaign,
    networks, roles,
    text::Check,
};

/// A contact to be written down.
#[derive(Debug, Clone)]
pub struct EngagementDraft {
    /// Which organisation goes: one that takes part; that of the actor when left out.
    pub organisation: Option<OrganisationId>,
    /// With whom: at least one.
    pub stakeholders: Vec<StakeholderId>,
    /// On which day.
    pub held_on: NaiveDate,
    /// Where it stands.
    pub state: EngagementState,
    /// How.
    pub channel: Channel,
    /// Who of us.
    pub our_people: Vec<PersonId>,
    /// Who of them.
    pub their_people: String,
    /// What for.
    pub purpose: String,
    /// Which asks were raised, and what was answered.
    pub raised: Vec<Raised>,
    /// What was said.
    pub said: String,
    /// How they took it.
    pub reaction: Option<Reaction>,
    /// What is to follow.
    pub follow_up: String,
    /// By when.
    pub follow_up_on: Option<NaiveDate>,
    /// Who does it.
    pub follow_up_by: Option<PersonId>,
    /// How far what was said may be passed on.
    pub attribution: Attribution,
    /// How narrowly it is known.
    pub level: Level,
    /// Who beside its author may know it where it is confidential.
    pub named: Vec<PersonId>,
    /// Others who plan to meet the same one may be told that somebody does.
    pub coordinate: bool,
}

fn facts(e: &Engagement) -> Facts {
    Facts {
        networks: vec![(e.network, Level::Confidential)],
        named: e.named.clone(),
        author: e.created_by,
        ..Facts::default()
    }
}

/// Whether an actor who knows the map may know a contact on it.
pub fn opens(actor: &Actor, e: &Engagement) -> bool {
    e.level < Level::Confidential || authorize::<_, ViewSealed>(actor, (), &facts(e)).is_ok()
}

fn kept_of(e: &Engagement) -> Option<&Engagement> {
    (e.level < Level::Confidential).then_some(e)
}

async fn people(tx: &mut Tx<'_>, campaign: &Campaign, draft: &EngagementDraft, found: &mut Check) -> Result<()> {
    let ours: BTreeSet<PersonId> = draft.our_people.iter().copied().collect();
    if ours.len() > 20 {
        found.fail("ourPeople", Message::OutOfRange);
    }
    for person in &ours {
        if !roles::store::stands(tx, campaign.network, *person).await? {
            found.fail("ourPeople", Message::IdUnknown);
        }
    }
    if let Some(person) = draft.follow_up_by
        && !roles::store::stands(tx, campaign.network, person).await?
    {
        found.fail("followUpBy", Message::IdUnknown);
    }
    Ok(())
}

async fn with_whom(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    wanted: &[StakeholderId],
    found: &mut Check,
) -> Result<Vec<StakeholderId>> {
    let with: BTreeSet<StakeholderId> = wanted.iter().copied().collect();
    let ids: Vec<uuid::Uuid> = with.iter().map(|s| s.0).collect();
    let known = store::list(&mut **tx, None, Some(&ids)).await?;
    let fits = |s: &Stakeholder| s.campaign == campaign.id && s.state != StakeholderState::MergedInto;
    if with.is_empty() || with.len() > 50 || known.len() < with.len() || !known.iter().all(fits) {
        found.fail("stakeholders", Message::NotOnMap);
    }
    Ok(with.into_iter().collect())
}

async fn filled(
    tx: &mut Tx<'_>,
    env: &Env,
    campaign: &Campaign,
    mut e: Engagement,
    draft: &EngagementDraft,
) -> Result<Engagement> {
    let mut found = Check::new();
    e.stakeholders = with_whom(tx, campaign, &draft.stakeholders, &mut found).await?;
    people(tx, campaign, draft, &mut found).await?;
    if draft.organisation.is_some_and(|o| !campaign.team.contains(&o)) && draft.organisation != e.organisation {
        found.fail("organisation", Message::NotInCampaign);
    }
    e.organisation = draft.organisation.or(e.organisation);
    e.our_people.clone_from(&draft.our_people);
    e.their_people = found.prose("theirPeople", &draft.their_people, 500);
    e.purpose = found.prose("purpose", &draft.purpose, 1000);
    e.said = found.prose("said", &draft.said, 5000);
    e.follow_up = found.prose("followUp", &draft.follow_up, 1000);
    let today = networks::store::today(&mut **tx, env, campaign.network).await?;
    (e.held_on, e.state, e.channel) = (draft.held_on, draft.state, draft.channel);
    match draft.state {
        EngagementState::Planned if draft.held_on < today => found.fail("heldOn", Message::PlannedForPast),
        EngagementState::Held if draft.held_on > today => found.fail("heldOn", Message::DayNotOver),
        EngagementState::Held if e.said.is_empty() => found.fail("said", Message::WhatWasSaid),
        EngagementState::Planned | EngagementState::Held | EngagementState::CalledOff => {}
    }
    let asks: BTreeSet<_> = draft.raised.iter().map(|r| r.ask).collect();
    if asks.len() != draft.raised.len() || asks.len() > 20 {
        found.fail("raised", Message::OutOfRange);
    }
    for raised in &draft.raised {
        let there = e.raised.iter().any(|r| r.ask == raised.ask);
        if !there && !service::is_ask(tx, campaign, raised.ask).await? {
            found.fail("raised", Message::IdUnknown);
        }
    }
    e.raised.clone_from(&draft.raised);
    e.reaction = draft.reaction.filter(|_| draft.state == EngagementState::Held);
    if e.follow_up.is_empty() && (draft.follow_up_on.is_some() || draft.follow_up_by.is_some()) {
        found.fail("followUp", Message::FollowUpNeeded);
    }
    if e.follow_up_on != draft.follow_up_on {
        e.follow_up_done_at = None;
    }
    (e.follow_up_on, e.follow_up_by) = (draft.follow_up_on, draft.follow_up_by);
    (e.attribution, e.level, e.coordinate) = (draft.attribution, draft.level, draft.coordinate);
    e.named = links::named(tx, campaign, draft.level, &draft.named, &mut found).await?;
    found.finish()?;
    Ok(e)
}

/// Writes a contact into the log, or plans one.
pub async fn log(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, draft: &EngagementDraft) -> Result<Engagement> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    let blank = Engagement {
        id: EngagementId::fresh(env),
        campaign: id,
        network: campaign.network,
        organisation: deed.on_behalf_of.filter(|o| campaign.team.contains(o)),
        stakeholders: Vec::new(),
        held_on: draft.held_on,
        state: draft.state,
        channel: draft.channel,
        our_people: Vec::new(),
        their_people: String::new(),
        purpose: String::new(),
        raised: Vec::new(),
        said: String::new(),
        reaction: None,
        follow_up: String::new(),
        follow_up_on: None,
        follow_up_by: None,
        follow_up_done_at: None,
        attribution: draft.attribution,
        level: draft.level,
        named: Vec::new(),
        coordinate: false,
        created_by: deed.by,
        version: 1,
    };
    let e = filled(&mut tx, env, &campaign, blank, draft).await?;
    engagement_store::put(&mut tx, env, &e).await?;
    note(&mut tx, env, deed, &campaign, ("engagement.logged", Some(e.id.0)), (None, kept_of(&e))).await?;
    tx.commit().await?;
    Ok(e)
}

async fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, version): (EngagementId, i32),
) -> Result<(Campaign, Engagement, Deed)> {
    let (campaign, deed) = kept::<KeepMap>(tx, actor, id.0).await?;
    let e = engagement_store::find(&mut **tx, id).await?.filter(|e| opens(actor, e)).ok_or(Error::NotFound)?;
    if e.version != version {
        return Err(Error::Conflict);
    }
    Ok((campaign, e, deed))
}

/// Changes what is written of a contact, as it was read at `version`; what it was stays in the log.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (EngagementId, i32),
    draft: &EngagementDraft,
) -> Result<Engagement> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, at).await?;
    let now = filled(&mut tx, env, &campaign, was.clone(), draft).await?;
    finish(&mut tx, env, deed, &campaign, "engagement.edited", (&was, &now)).await?;
    let e = engagement_store::find(&mut *tx, at.0).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(e)
}

async fn finish(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    act: &'static str,
    (was, now): (&Engagement, &Engagement),
) -> Result<()> {
    engagement_store::put(tx, env, now).await?;
    note(tx, env, deed, campaign, (act, Some(now.id.0)), (kept_of(was), kept_of(now))).await
}

/// Says that what was to follow a contact was done, or that it was not.
pub async fn follow_up(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (EngagementId, i32),
    done: bool,
) -> Result<Engagement> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, at).await?;
    if was.follow_up.is_empty() {
        return Err(Error::invalid("followUp", Message::FollowUpNeeded));
    }
    let now = Engagement { follow_up_done_at: done.then(|| env.now()), ..was.clone() };
    finish(&mut tx, env, deed, &campaign, "engagement.followed_up", (&was, &now)).await?;
    let e = engagement_store::find(&mut *tx, at.0).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(e)
}

/// Takes a contact out of the log of contacts; the log of the map keeps it.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, at: (EngagementId, i32)) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, at).await?;
    engagement_store::remove(&mut tx, env, at.0).await?;
    note(&mut tx, env, deed, &campaign, ("engagement.removed", Some(at.0.0)), (kept_of(&was), None)).await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Opens a confidential contact, and writes down who did.
pub async fn open(pool: &Pool, env: &Env, actor: &Actor, id: EngagementId) -> Result<Engagement> {
    let mut tx = pool.begin().await?;
    let campaign = seen(&mut tx, actor, id.0).await?;
    let e = engagement_store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    if !opens(actor, &e) {
        return Err(Error::NotFound);
    }
    let deed = Deed { by: actor.person(), on_behalf_of: None };
    mark(&mut tx, env, deed, &campaign, ("engagement.opened", Some(id.0))).await?;
    tx.commit().await?;
    Ok(e)
}

/// Somebody else who goes to the same one within a week, as far as one may know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Neighbour {
    /// The first day of the week in which they go.
    pub week: NaiveDate,
    /// On which day, for those who may know the contact itself.
    pub on: Option<NaiveDate>,
    /// Which organisation, for those who may know the contact itself.
    pub organisation: Option<OrganisationId>,
    /// The contact, for those who may know it.
    pub engagement: Option<EngagementId>,
}

/// Who else goes to the same one within a week of a day. Of contacts on maps that the actor may know, all of it; of others, only
/// those whose authors let it be told, and only the week.
pub async fn near(
    pool: &Pool,
    actor: &Actor,
    stakeholder: &Stakeholder,
    day: NaiveDate,
    but: Option<EngagementId>,
) -> Result<Vec<Neighbour>> {
    let reach = Reach::of(actor, Action::ViewMap);
    let mut told = BTreeSet::new();
    for one in engagement_store::near(pool, stakeholder, day, but).await? {
        let campaign = crate::campaigns::store::lookup(pool, one.campaign).await?;
        let Some(campaign) = campaign else { continue };
        let sealed = one.level == Level::Confidential
            && authorize::<_, ViewSealed>(actor, (), &links::sealed(&campaign, one.created_by, &one.named)).is_err();
        let week = one.held_on - Duration::days(i64::from(one.held_on.weekday().num_days_from_monday()));
        if reach.covers(&campaign.team_facts()) && !sealed {
            let whole =
                Neighbour { week, on: Some(one.held_on), organisation: one.organisation, engagement: Some(one.id) };
            told.insert(whole);
        } else if one.coordinate {
            told.insert(Neighbour { week, on: None, organisation: None, engagement: None });
        }
    }
    Ok(told.into_iter().collect())
}
