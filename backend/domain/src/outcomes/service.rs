//! Writing outcomes down, looking them through, making them public.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use sala_kernel::{CampaignId, Env, Error, LText, Message, OutcomeId, Pool, Result, Tx};

use super::{Outcome, OutcomeDraft, OutcomeState, Precision, store, verdict};
use crate::{
    access::{
        Act, Actor, Deed,
        acts::{MeasureCampaign, PublishOutcome, ReviewOutcomes},
    },
    campaigns::{self, Campaign, ItemKind, Sight, documents, history},
    networks, places,
    text::Check,
};

/// The most outcomes of one campaign.
const MOST: i64 = 500;

/// An outcome as an actor may know it; nothing where they may not.
pub fn seen(actor: &Actor, campaign: &Campaign, outcome: Outcome) -> Option<Outcome> {
    if campaign.sight(actor) == Sight::Team {
        return Some(outcome);
    }
    (outcome.state == OutcomeState::Published).then(|| Outcome {
        statement: outcome.public.clone(),
        who: String::new(),
        significance: String::new(),
        contribution: String::new(),
        item: None,
        created_by: None,
        created_for: None,
        ..outcome
    })
}

/// An outcome with its campaign held, for those who may make this change.
pub(super) async fn held<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: OutcomeId) -> Result<(Campaign, Outcome, Deed)> {
    let outcome = store::find(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = campaigns::service::planned::<A>(tx, actor, outcome.campaign).await?;
    let outcome = store::find(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    // Who takes part has no part in what others wrote before that is public.
    if seen(actor, &campaign, outcome.clone()).is_none() {
        return Err(Error::NotFound);
    }
    Ok((campaign, outcome, deed))
}

async fn filled(
    tx: &mut Tx<'_>,
    env: &Env,
    campaign: &Campaign,
    mut outcome: Outcome,
    draft: &OutcomeDraft,
    found: &mut Check,
) -> Result<Outcome> {
    outcome.statement = LText::new(
        found.prose("statement.en", &draft.statement.en, 1000),
        found.prose("statement.km", &draft.statement.km, 1000),
    );
    if outcome.statement.is_empty() {
        found.fail("statement", Message::Required);
    }
    outcome.who = found.line("who", &draft.who, 200);
    outcome.significance = found.prose("significance", &draft.significance, 3000);
    outcome.contribution = found.prose("contribution", &draft.contribution, 3000);
    outcome.happened_in = draft.happened_in;
    outcome.happened_on = match draft.happened_in {
        Precision::Day => draft.happened_on,
        Precision::Month => draft.happened_on.and_then(|day| day.with_day(1)),
    };
    let today = networks::store::today(&mut **tx, env, campaign.network).await?;
    if outcome.happened_on.is_some_and(|day| day > today) {
        found.fail("happenedOn", Message::DayNotOver);
    }
    if let Some(place) = &draft.place
        && !places::store::all_known(&mut **tx, std::slice::from_ref(&place.0)).await?
    {
        found.fail("place", Message::PlaceUnknown);
    }
    outcome.place.clone_from(&draft.place);
    (outcome.change, outcome.policy_outcome) = (draft.change, draft.policy_outcome);
    (outcome.intended, outcome.positive) = (draft.intended, draft.positive);
    let members: BTreeSet<_> = draft.members.iter().copied().collect();
    // Who did their part and has left since stays.
    if members.iter().any(|o| !campaign.team.contains(o) && !outcome.members.contains(o)) {
        found.fail("members", Message::NotInCampaign);
    }
    outcome.members = members.into_iter().collect();
    if let Some(item) = draft.item {
        let known = campaigns::item_store::item(tx, item).await?;
        let fits = |kind| matches!(kind, ItemKind::Ask | ItemKind::Objective);
        if known.is_none_or(|i| i.campaign != campaign.id || !fits(i.body.kind())) {
            found.fail("item", Message::IdUnknown);
        }
    }
    outcome.item = draft.item;
    Ok(outcome)
}

/// Writes an outcome down.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, draft: OutcomeDraft) -> Result<Outcome> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = campaigns::service::planned::<MeasureCampaign>(&mut tx, actor, id).await?;
    let blank = Outcome {
        id: OutcomeId::fresh(env),
        campaign: id,
        statement: LText::default(),
        who: String::new(),
        happened_on: None,
        happened_in: draft.happened_in,
        place: None,
        change: draft.change,
        policy_outcome: None,
        intended: true,
        positive: true,
        significance: String::new(),
        contribution: String::new(),
        members: Vec::new(),
        item: None,
        state: OutcomeState::Drafted,
        public: LText::default(),
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        created_at: env.now(),
        moved_at: env.now(),
        version: 1,
    };
    let mut found = Check::new();
    let outcome = filled(&mut tx, env, &campaign, blank, &draft, &mut found).await?;
    if store::count(&mut tx, id).await? >= MOST {
        found.fail("campaign", Message::OutOfRange);
    }
    documents::set(&mut tx, env, actor, deed, (&campaign, "outcome", outcome.id.0), &draft.documents, &mut found)
        .await?;
    found.finish()?;
    store::insert(&mut tx, &outcome).await?;
    history::note(&mut tx, env, deed, id, ("outcome", outcome.id.0), (None, Some(&outcome))).await?;
    campaigns::service::announce(&mut tx, env, deed, &campaign, "campaign.outcome_written").await?;
    let outcome = store::find(&mut *tx, outcome.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}

/// Changes an outcome, as it was read at `version`, before outsiders are asked about it. One that was looked through is to be
/// looked through again.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OutcomeId,
    version: i32,
    draft: OutcomeDraft,
) -> Result<Outcome> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held::<MeasureCampaign>(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    if !matches!(was.state, OutcomeState::Drafted | OutcomeState::Reviewed) {
        found.fail("outcome", Message::OutcomeStands);
    }
    let mut now = filled(&mut tx, env, &campaign, was.clone(), &draft, &mut found).await?;
    documents::set(&mut tx, env, actor, deed, (&campaign, "outcome", id.0), &draft.documents, &mut found).await?;
    found.finish()?;
    now.state = OutcomeState::Drafted;
    finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let outcome = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}

pub(super) async fn finish(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    (was, now): (&Outcome, &Outcome),
) -> Result<()> {
    store::put(tx, now).await?;
    history::note(tx, env, deed, campaign.id, ("outcome", was.id.0), (Some(was), Some(now))).await?;
    let kind = if was.state == now.state { "campaign.outcome_written" } else { "campaign.outcome_moved" };
    campaigns::service::announce(tx, env, deed, campaign, kind).await
}

/// Takes an outcome out before outsiders are asked about it; its history stays.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, id: OutcomeId, version: i32) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held::<MeasureCampaign>(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    if !matches!(was.state, OutcomeState::Drafted | OutcomeState::Reviewed) {
        return Err(Error::invalid("outcome", Message::OutcomeStands));
    }
    store::remove(&mut tx, env, id).await?;
    history::note(&mut tx, env, deed, campaign.id, ("outcome", id.0), (Some(&was), None)).await?;
    campaigns::service::announce(&mut tx, env, deed, &campaign, "campaign.outcome_written").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// The MEAL officer has looked an outcome through; each gap is named.
pub async fn review(pool: &Pool, env: &Env, actor: &Actor, id: OutcomeId, version: i32) -> Result<Outcome> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held::<ReviewOutcomes>(&mut tx, actor, id).await?;
    if was.version != version || was.state != OutcomeState::Drafted {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    if was.who.is_empty() {
        found.fail("who", Message::OutcomeWho);
    }
    if was.happened_on.is_none() {
        found.fail("happenedOn", Message::OutcomeWhen);
    }
    if was.contribution.is_empty() {
        found.fail("contribution", Message::OutcomeContribution);
    }
    found.finish()?;
    let now = Outcome { state: OutcomeState::Reviewed, moved_at: env.now(), ..was.clone() };
    finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let outcome = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}

/// What is to be told of an outcome outside, and what somebody has made sure of.
#[derive(Debug, Clone)]
pub struct Publication {
    /// What is told.
    pub statement: LText,
    /// It harms nobody.
    pub harmless: bool,
    /// Nobody is named who has not agreed to it.
    pub consented: bool,
}

/// Makes an outcome known to everybody who may know its campaign, in words that were looked through.
pub async fn publish(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OutcomeId,
    version: i32,
    told: Publication,
) -> Result<Outcome> {
    use OutcomeState::{PartlySubstantiated, Reviewed, Substantiated};
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held::<PublishOutcome>(&mut tx, actor, id).await?;
    if was.version != version || !matches!(was.state, Reviewed | Substantiated | PartlySubstantiated) {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let public = LText::new(
        found.prose("statement.en", &told.statement.en, 1000),
        found.prose("statement.km", &told.statement.km, 1000),
    );
    if public.is_empty() {
        found.fail("statement", Message::Required);
    }
    if !told.harmless {
        found.fail("harmless", Message::MakeSure);
    }
    if !told.consented {
        found.fail("consented", Message::MakeSure);
    }
    found.finish()?;
    let now = Outcome { state: OutcomeState::Published, public, moved_at: env.now(), ..was.clone() };
    finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let outcome = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}

/// Takes back what was told of an outcome outside: it stands again where its answers leave it.
pub async fn take_back(pool: &Pool, env: &Env, actor: &Actor, id: OutcomeId, version: i32) -> Result<Outcome> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held::<PublishOutcome>(&mut tx, actor, id).await?;
    if was.version != version || was.state != OutcomeState::Published {
        return Err(Error::Conflict);
    }
    let answers = store::asked(&mut *tx, &[id.0]).await?;
    let state = verdict(answers.iter().filter_map(|s| s.answer)).unwrap_or(OutcomeState::Reviewed);
    let now = Outcome { state, public: LText::default(), moved_at: env.now(), ..was.clone() };
    finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let outcome = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}
