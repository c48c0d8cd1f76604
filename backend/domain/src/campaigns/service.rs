//! Beginning a campaign, describing it, moving it on.

use sala_kernel::{
    CampaignId, Draft, Env, Error, GroupId, LText, Message, NetworkId, OrganisationId, Pool, Result, Tx, append,
};

use super::{
    Campaign, CampaignDraft, CampaignRole, CampaignState, Member, MemberState, Rate, Visibility,
    beginnings::{self, Beginning},
    history, items, members, store,
};
use crate::{
    access::{
        Act, Actor, Authorized, Deed,
        acts::{ApproveCampaign, CancelCampaign, EditCampaign, LeadCampaign, StartCampaign, ViewCampaign},
        authorize,
    },
    groups, networks, organisations,
    papers::service::may,
    places,
    terms::{self, Taxonomy},
    text::Check,
};

/// Tells of a change in a campaign.
pub(crate) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    kind: &'static str,
) -> Result<()> {
    append(tx, env, Draft { network: Some(campaign.network), ..deed.event(kind, campaign.id) }).await?;
    Ok(())
}

/// A campaign held for a change by those who plan it, as long as there is something to plan.
pub(crate) async fn planned<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: CampaignId) -> Result<(Campaign, Deed)> {
    let campaign = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewCampaign>(actor, (), &campaign.facts())?;
    let deed = may::<A>(actor, &campaign.team_facts())?;
    if !campaign.state.is_open() {
        return Err(Error::invalid("campaign", Message::CampaignOver));
    }
    Ok((campaign, deed))
}

/// The same for those who lead it.
pub(super) async fn led<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: CampaignId) -> Result<(Campaign, Deed)> {
    let campaign = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewCampaign>(actor, (), &campaign.facts())?;
    let deed = may::<A>(actor, &campaign.lead_facts())?;
    if !campaign.state.is_open() {
        return Err(Error::invalid("campaign", Message::CampaignOver));
    }
    Ok((campaign, deed))
}

/// Writes a campaign down anew with who may know it now, and tells of it.
pub(super) async fn regain(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    id: CampaignId,
    kind: &'static str,
) -> Result<Campaign> {
    let campaign = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    finish(tx, env, deed, &campaign, kind).await
}

async fn finish(tx: &mut Tx<'_>, env: &Env, deed: Deed, campaign: &Campaign, kind: &'static str) -> Result<Campaign> {
    store::put(tx, campaign).await?;
    announce(tx, env, deed, campaign, kind).await?;
    store::lookup(&mut **tx, campaign.id).await?.ok_or(Error::NotFound)
}

async fn fill(tx: &mut Tx<'_>, campaign: &mut Campaign, draft: &CampaignDraft) -> Result<()> {
    let mut found = Check::new();
    let mut prose = |field: &str, text: &LText, most: usize| {
        LText::new(
            found.prose(&format!("{field}.en"), &text.en, most),
            found.prose(&format!("{field}.km"), &text.km, most),
        )
    };
    campaign.problem = prose("problem", &draft.problem, 3000);
    campaign.goal = prose("goal", &draft.goal, 1000);
    campaign.affected = prose("affected", &draft.affected, 1000);
    campaign.title =
        LText::new(found.line("title.en", &draft.title.en, 200), found.line("title.km", &draft.title.km, 200));
    if campaign.title.is_empty() {
        found.fail("title", Message::NameRequired);
    }
    campaign.policies = found.prose("policies", &draft.policies, 1000);
    campaign.conflict_note = found.prose("conflictNote", &draft.conflict_note, 3000);
    campaign.safeguarding_note = found.prose("safeguardingNote", &draft.safeguarding_note, 3000);
    campaign.approach = draft.approach;
    campaign.visibility = draft.visibility;
    campaign.starts_on = draft.starts_on;
    campaign.ends_on = draft.ends_on;
    if let (Some(from), Some(to)) = (draft.starts_on, draft.ends_on)
        && to < from
    {
        found.fail("endsOn", Message::LastDayFirst);
    }
    if draft.places.len() > 100 {
        found.fail("places", Message::OutOfRange);
    }
    let codes: Vec<String> = draft.places.iter().map(|p| p.0.clone()).collect();
    let known = places::store::lookup_many(&mut **tx, &codes).await?;
    if codes.iter().any(|code| known.iter().all(|place| place.code.0 != *code)) {
        found.fail("places", Message::PlaceUnknown);
    }
    campaign.places.clone_from(&draft.places);
    let themes = terms::store::active_ids(&mut **tx, Taxonomy::Theme, &draft.themes).await?;
    if themes.len() != draft.themes.iter().collect::<std::collections::BTreeSet<_>>().len() {
        found.fail("themes", Message::TermUnknown);
    }
    campaign.themes = themes;
    found.finish()
}

/// A campaign to be begun.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    /// In which network.
    pub network: NetworkId,
    /// Run by which working group, if by one.
    pub group: Option<GroupId>,
    /// Which organisation leads it.
    pub lead: OrganisationId,
    /// What it says of itself.
    pub draft: CampaignDraft,
    /// With what it begins.
    pub beginning: Beginning,
}

/// Begins a campaign. An organisation of which the actor is not one is asked whether it leads.
pub async fn start(pool: &Pool, env: &Env, actor: &Actor, new: NewCampaign) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let network = networks::store::lookup(&mut *tx, new.network).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    let proof: Authorized<_, StartCampaign> = authorize(actor, network, &facts)?;
    let deed = proof.deed();
    if let Some(group) = new.group {
        let known = groups::store::visible(&mut *tx, actor, &[group.0]).await?.pop();
        if known.is_none_or(|g| g.network != new.network) {
            return Err(Error::invalid("group", Message::IdUnknown));
        }
    }
    if organisations::store::visible(&mut *tx, actor, &[new.lead.0]).await?.is_empty()
        || !groups::store::may_send(&mut tx, new.network, new.lead).await?
    {
        return Err(Error::invalid("lead", Message::NoMemberHere));
    }
    let mut campaign = Campaign {
        id: CampaignId::fresh(env),
        network: new.network,
        group: new.group,
        title: LText::default(),
        problem: LText::default(),
        goal: LText::default(),
        affected: LText::default(),
        policies: String::new(),
        approach: new.draft.approach,
        visibility: Visibility::Members,
        conflict_note: String::new(),
        safeguarding_note: String::new(),
        starts_on: None,
        ends_on: None,
        places: Vec::new(),
        themes: Vec::new(),
        rate: None,
        state: CampaignState::Concept,
        state_reason: String::new(),
        debrief: String::new(),
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        created_at: env.now(),
        moved_at: env.now(),
        version: 1,
        lead: None,
        co_leads: Vec::new(),
        team: Vec::new(),
        invited: Vec::new(),
    };
    fill(&mut tx, &mut campaign, &new.draft).await?;
    beginnings::words(&mut campaign, new.beginning)?;
    store::insert(&mut tx, &campaign).await?;
    let lead = Member {
        campaign: campaign.id,
        organisation: new.lead,
        role: CampaignRole::Lead,
        state: MemberState::Accepted,
        commitment: String::new(),
        note: String::new(),
        invited_at: env.now(),
        answered_at: Some(env.now()),
    };
    members::put(&mut tx, env, &lead, deed.by).await?;
    history::note(&mut tx, env, deed, campaign.id, ("campaign", campaign.id.0), (None, Some(&campaign))).await?;
    beginnings::put(&mut tx, env, actor, deed, &campaign, new.beginning).await?;
    let campaign = regain(&mut tx, env, deed, campaign.id, "campaign.started").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Changes what a campaign says of itself, as it was read at `version`. Who may know it is changed by those who lead it.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    version: i32,
    draft: CampaignDraft,
) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (was, deed) = planned::<EditCampaign>(&mut tx, actor, id).await?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    let mut now = was.clone();
    fill(&mut tx, &mut now, &draft).await?;
    if now.visibility != was.visibility {
        may::<LeadCampaign>(actor, &was.lead_facts())?;
    }
    history::note(&mut tx, env, deed, id, ("campaign", id.0), (Some(&was), Some(&now))).await?;
    let campaign = finish(&mut tx, env, deed, &now, "campaign.edited").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Says by which dated rate riel are told in dollars; the one before it stays in the history.
pub async fn set_rate(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, mut rate: Rate) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (was, deed) = planned::<EditCampaign>(&mut tx, actor, id).await?;
    let mut found = Check::new();
    rate.source = found.line("source", &rate.source, 200);
    if rate.source.is_empty() {
        found.fail("source", Message::Required);
    }
    if !(1..=100_000).contains(&rate.riel_per_dollar) {
        found.fail("rielPerDollar", Message::OutOfRange);
    }
    if rate.on > networks::store::today(&mut *tx, env, was.network).await? {
        found.fail("on", Message::RateInFuture);
    }
    found.finish()?;
    let now = Campaign { rate: Some(rate), ..was.clone() };
    history::note(&mut tx, env, deed, id, ("campaign", id.0), (Some(&was), Some(&now))).await?;
    let campaign = finish(&mut tx, env, deed, &now, "campaign.plan_changed").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Moves a campaign on, once nothing is missing for the step; each gap is named.
pub async fn go(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    to: CampaignState,
    reason: &str,
) -> Result<Campaign> {
    use CampaignState::{Active, Approved, Cancelled, Closed, Closing, Concept, Paused, Planning};
    let mut tx = pool.begin().await?;
    let (was, deed) = match to {
        Approved => planned::<ApproveCampaign>(&mut tx, actor, id).await?,
        Cancelled => planned::<CancelCampaign>(&mut tx, actor, id).await?,
        Concept | Planning | Active | Paused | Closing | Closed => led::<LeadCampaign>(&mut tx, actor, id).await?,
    };
    let mut now = was.clone();
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 5000);
    now.state_reason.clear();
    match (was.state, to) {
        (Concept, Planning) => {
            if was.problem.is_empty() {
                found.fail("problem", Message::ProblemNeeded);
            }
            if was.goal.is_empty() {
                found.fail("goal", Message::GoalNeeded);
            }
            if was.lead.is_none() {
                found.fail("lead", Message::LeadNeeded);
            }
        }
        (Planning, Approved) => items::gaps(&mut tx, &was, &mut found).await?,
        (Approved | Paused, Active) | (Active | Paused, Closing) => {}
        (Active, Paused) | (_, Cancelled) => {
            if reason.is_empty() {
                found.fail("reason", Message::ReasonNeeded);
            }
            now.state_reason.clone_from(&reason);
        }
        (Closing, Closed) => {
            if reason.is_empty() {
                found.fail("reason", Message::DebriefNeeded);
            }
            now.debrief.clone_from(&reason);
        }
        _ => return Err(Error::Conflict),
    }
    found.finish()?;
    now.state = to;
    // Approved on or after its first day, it is under way at once.
    let today = networks::store::today(&mut *tx, env, was.network).await?;
    if to == Approved && was.starts_on.is_none_or(|day| day <= today) {
        now.state = Active;
    }
    now.moved_at = env.now();
    history::note(&mut tx, env, deed, id, ("campaign", id.0), (Some(&was), Some(&now))).await?;
    let campaign = finish(&mut tx, env, deed, &now, "campaign.moved").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Begins the approved campaigns whose first day has come. Safe to run anywhere, any time, at once.
pub async fn begin_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut begun = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(id) = store::hold_due(&mut tx, env).await? else { return Ok(begun) };
        let was = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
        let now = Campaign { state: CampaignState::Active, moved_at: env.now(), ..was.clone() };
        history::note(&mut tx, env, Deed::HUB, id, ("campaign", id.0), (Some(&was), Some(&now))).await?;
        finish(&mut tx, env, Deed::HUB, &now, "campaign.moved").await?;
        tx.commit().await?;
        begun += 1;
    }
}
