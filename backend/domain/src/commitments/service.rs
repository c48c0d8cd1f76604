//! Writing commitments down, having them confirmed, looking after them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sala_kernel::{
    CampaignId, CommitmentId, DialogueId, DocumentId, Draft, EngagementId, Env, Error, FollowUpId, LText, Message,
    Pool, Result, Tx, append,
};
use uuid::Uuid;

use super::{Commitment, CommitmentDraft, CommitmentKind, CommitmentState, FollowUp, store};
use crate::{
    access::{Actor, Deed, acts::MeasureCampaign},
    campaigns::{self, Campaign, Visibility},
    dialogues, evidence, networks,
    papers::service::may,
    places, roles,
    stakeholders::{self, Attribution, Channel},
    terms::{self, Taxonomy},
    text::Check,
};

/// The most documents of one follow-up.
const MOST: usize = 20;

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, k: &Commitment, kind: &'static str) -> Result<()> {
    append(tx, env, Draft { network: Some(k.network), ..deed.event(kind, k.id) }).await?;
    Ok(())
}

async fn contact(tx: &mut Tx<'_>, id: Option<EngagementId>) -> Result<Option<stakeholders::Engagement>> {
    match id {
        Some(id) => stakeholders::engagement_store::find(&mut **tx, id).await,
        None => Ok(None),
    }
}

/// What is made known of a contact to more than the team must not say more than its rule allows.
async fn source(
    tx: &mut Tx<'_>,
    actor: &Actor,
    campaign: &Campaign,
    k: &mut Commitment,
    draft: &CommitmentDraft,
    found: &mut Check,
) -> Result<()> {
    // What is on a map is for those who may know the map: others can neither refer to it nor take it away.
    let sees = stakeholders::service::sees(actor, campaign);
    let opens = |e: &stakeholders::Engagement| sees && stakeholders::engagements::opens(actor, e);
    let was = contact(tx, k.engagement).await?;
    let kept = draft.engagement.is_none() && was.as_ref().is_some_and(|e| !opens(e));
    let engagement = if kept { k.engagement } else { draft.engagement };
    let now = contact(tx, engagement).await?;
    if engagement != k.engagement
        && engagement.is_some()
        && !now.as_ref().is_some_and(|e| e.campaign == campaign.id && opens(e))
    {
        found.fail("engagement", Message::IdUnknown);
    }
    let stakeholder = if sees { draft.stakeholder } else { draft.stakeholder.or(k.stakeholder) };
    if let Some(id) = stakeholder.filter(|_| stakeholder != k.stakeholder) {
        let there = stakeholders::store::find(&mut **tx, id).await?;
        if !there.is_some_and(|s| s.campaign == campaign.id && sees) {
            found.fail("stakeholder", Message::NotOnMap);
        }
    }
    // What was said under a rule stays under it, whatever is written of its source later.
    let ruled = [&was, &now].into_iter().flatten().any(|e| e.attribution != Attribution::OnRecord);
    k.protected = draft.protected || ruled;
    // What was promised in a dialogue stays there: it is confirmed by its minutes.
    k.dialogue = k.dialogue.or(draft.dialogue);
    if let Some(id) = k.dialogue {
        match dialogues::store::visible(&mut **tx, actor, id).await? {
            Some(d) if d.campaign == campaign.id => k.protected |= d.is.attribution != Attribution::OnRecord,
            _ if draft.dialogue.is_some() => found.fail("dialogue", Message::IdUnknown),
            _ => k.protected = true,
        }
    }
    (k.engagement, k.stakeholder) = (engagement, stakeholder);
    if let Some(item) = draft.item
        && draft.item != k.item
        && !stakeholders::service::is_ask(tx, campaign, item).await?
    {
        found.fail("item", Message::IdUnknown);
    }
    k.item = draft.item;
    Ok(())
}

async fn filled(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    campaign: &Campaign,
    mut k: Commitment,
    draft: &CommitmentDraft,
) -> Result<Commitment> {
    let mut found = Check::new();
    k.text = LText::new(found.prose("text.en", &draft.text.en, 1000), found.prose("text.km", &draft.text.km, 1000));
    if k.text.is_empty() {
        found.fail("text", Message::Required);
    }
    k.owner = LText::new(found.line("owner.en", &draft.owner.en, 200), found.line("owner.km", &draft.owner.km, 200));
    if k.owner.is_empty() {
        found.fail("owner", Message::Required);
    }
    k.source_note = found.prose("sourceNote", &draft.source_note, 1000);
    k.measure = found.prose("measure", &draft.measure, 1000);
    source(tx, actor, campaign, &mut k, draft, &mut found).await?;
    let code = std::slice::from_ref(&draft.constituency);
    if !draft.constituency.is_empty()
        && draft.constituency != k.constituency
        && terms::store::active_ids(&mut **tx, Taxonomy::Constituency, code).await?.is_empty()
    {
        found.fail("constituency", Message::TermUnknown);
    }
    k.constituency.clone_from(&draft.constituency);
    if k.protected && k.constituency.is_empty() && draft.visibility != Visibility::Team {
        found.fail("constituency", Message::GroupNeeded);
    }
    let today = networks::store::today(&mut **tx, env, campaign.network).await?;
    if draft.made_on > today {
        found.fail("madeOn", Message::DayNotOver);
    }
    if draft.due_on.is_some_and(|due| due < draft.made_on) {
        found.fail("dueOn", Message::LastDayFirst);
    }
    (k.kind, k.source, k.form, k.made_on) = (draft.kind, draft.source, draft.form, draft.made_on);
    // As long as nobody has confirmed it, its day is only written down better; from then on it is moved by follow-ups.
    if k.state == CommitmentState::Recorded {
        (k.due_on, k.first_due_on) = (draft.due_on, draft.due_on);
    }
    if draft.whole.is_some_and(|n| !(1..=1_000_000).contains(&n)) {
        found.fail("whole", Message::OutOfRange);
    }
    k.whole = draft.whole;
    let codes: Vec<String> = draft.places.iter().map(|p| p.0.clone()).collect::<BTreeSet<_>>().into_iter().collect();
    if codes.len() > 50 || !places::store::all_known(&mut **tx, &codes).await? {
        found.fail("places", Message::PlaceUnknown);
    }
    k.places.clone_from(&draft.places);
    if draft.follower.is_some_and(|o| !campaign.team.contains(&o)) && draft.follower != k.follower {
        found.fail("follower", Message::NotInCampaign);
    }
    match (draft.follower, draft.follower_person) {
        (_, None) => {}
        (None, Some(_)) => found.fail("followerPerson", Message::NotTheirPerson),
        (Some(follower), Some(person)) => {
            if Some(person) != k.follower_person && !roles::store::is_theirs(tx, follower, person).await? {
                found.fail("followerPerson", Message::NotTheirPerson);
            }
        }
    }
    (k.follower, k.follower_person, k.visibility) = (draft.follower, draft.follower_person, draft.visibility);
    found.finish()?;
    Ok(k)
}

/// Writes a commitment down.
pub async fn record(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    draft: &CommitmentDraft,
) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = campaigns::service::planned::<MeasureCampaign>(&mut tx, actor, id).await?;
    let blank = Commitment {
        id: CommitmentId::fresh(env),
        network: campaign.network,
        campaign: id,
        text: LText::default(),
        kind: draft.kind,
        source: draft.source,
        source_note: String::new(),
        engagement: None,
        dialogue: None,
        item: None,
        stakeholder: None,
        owner: LText::default(),
        constituency: String::new(),
        protected: false,
        consent: String::new(),
        made_on: draft.made_on,
        form: draft.form,
        due_on: None,
        first_due_on: None,
        measure: String::new(),
        whole: None,
        reached: None,
        places: Vec::new(),
        follower: None,
        follower_person: None,
        visibility: draft.visibility,
        state: CommitmentState::Recorded,
        confirmed_by_what: String::new(),
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        moved_at: env.now(),
        version: 1,
    };
    let k = filled(&mut tx, env, actor, &campaign, blank, draft).await?;
    store::put(&mut tx, env, &k).await?;
    announce(&mut tx, env, deed, &k, "commitment.recorded").await?;
    tx.commit().await?;
    Ok(k)
}

/// A commitment with its campaign held, as it was read at `version`, for those who look after what comes of it.
async fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, version): (CommitmentId, i32),
) -> Result<(Campaign, Commitment, Deed)> {
    let k = store::visible(&mut **tx, actor, id).await?.ok_or(Error::NotFound)?;
    // What was promised outlives the campaign in which it was.
    let campaign = campaigns::store::hold(tx, k.campaign).await?.ok_or(Error::NotFound)?;
    let deed = may::<MeasureCampaign>(actor, &campaign.team_facts())?;
    let k = store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    if k.version != version {
        return Err(Error::Conflict);
    }
    Ok((campaign, k, deed))
}

/// Changes what is written of a commitment that is still to be kept. Its day is moved by follow-ups once it is confirmed.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (CommitmentId, i32),
    draft: &CommitmentDraft,
) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, at).await?;
    if !was.state.is_open() {
        return Err(Error::invalid("commitment", Message::CommitmentOver));
    }
    let now = filled(&mut tx, env, actor, &campaign, was, draft).await?;
    let k = finish(&mut tx, env, deed, now, "commitment.edited").await?;
    tx.commit().await?;
    Ok(k)
}

async fn finish(tx: &mut Tx<'_>, env: &Env, deed: Deed, now: Commitment, kind: &'static str) -> Result<Commitment> {
    store::put(tx, env, &now).await?;
    announce(tx, env, deed, &now, kind).await?;
    store::lookup(&mut **tx, now.id).await?.ok_or(Error::NotFound)
}

/// Says by what one knows that its owner, or approved minutes, confirm a commitment.
pub async fn confirm(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (CommitmentId, i32),
    by_what: &str,
) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let (_, was, deed) = held(&mut tx, actor, at).await?;
    let mut found = Check::new();
    let confirmed_by_what = found.prose("byWhat", by_what, 500);
    if confirmed_by_what.is_empty() {
        found.fail("byWhat", Message::Required);
    }
    found.finish()?;
    if was.state != CommitmentState::Recorded {
        return Err(Error::Conflict);
    }
    let now = Commitment { state: CommitmentState::Confirmed, confirmed_by_what, moved_at: env.now(), ..was };
    let k = finish(&mut tx, env, deed, now, "commitment.confirmed").await?;
    tx.commit().await?;
    Ok(k)
}

/// Protects the owners of what was promised in a dialogue: its rule has become stricter.
pub(crate) async fn protect(tx: &mut Tx<'_>, env: &Env, deed: Deed, dialogue: DialogueId) -> Result<()> {
    for k in store::of_dialogue(tx, dialogue).await?.into_iter().filter(|k| !k.protected) {
        finish(tx, env, deed, Commitment { protected: true, ..k }, "commitment.edited").await?;
    }
    Ok(())
}

/// Confirms what was promised in a dialogue whose minutes are approved; what was only recommended is confirmed by nobody.
pub(crate) async fn confirm_by_minutes(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    dialogue: DialogueId,
    by_what: &str,
) -> Result<()> {
    for k in store::of_dialogue(tx, dialogue).await? {
        if k.state != CommitmentState::Recorded || k.kind == CommitmentKind::Recommendation {
            continue;
        }
        let now = Commitment {
            state: CommitmentState::Confirmed,
            confirmed_by_what: by_what.to_owned(),
            moved_at: env.now(),
            ..k
        };
        finish(tx, env, deed, now, "commitment.confirmed").await?;
    }
    Ok(())
}

/// Says by what one knows that the owner of a commitment agrees to be named outside the team.
pub async fn consent(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (CommitmentId, i32),
    by_what: &str,
) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let (_, was, deed) = held(&mut tx, actor, at).await?;
    let mut found = Check::new();
    let consent = found.prose("byWhat", by_what, 500);
    if consent.is_empty() {
        found.fail("byWhat", Message::Required);
    }
    found.finish()?;
    let now = Commitment { consent, ..was };
    let k = finish(&mut tx, env, deed, now, "commitment.edited").await?;
    tx.commit().await?;
    Ok(k)
}

/// What somebody found.
#[derive(Debug, Clone)]
pub struct FollowUpDraft {
    /// On which day; today when left out.
    pub on: Option<NaiveDate>,
    /// How.
    pub channel: Channel,
    /// What was found.
    pub finding: String,
    /// Where it stands by that; as before when left out.
    pub status: Option<CommitmentState>,
    /// A new day; as before when left out.
    pub due_on: Option<NaiveDate>,
    /// So many of the whole.
    pub reached: Option<i32>,
    /// Documents of the library that show it.
    pub documents: Vec<DocumentId>,
}

fn judged(k: &Commitment, draft: &FollowUpDraft, documents: usize, found: &mut Check) {
    use CommitmentState::{Confirmed, InProgress, NotFulfilled, Recorded, Superseded, Withdrawn};
    let Some(status) = draft.status else { return };
    let fits = match status {
        Recorded | Confirmed => false,
        Superseded | Withdrawn => true,
        InProgress | NotFulfilled | CommitmentState::Fulfilled | CommitmentState::PartlyFulfilled => {
            k.state != Recorded
        }
    };
    if !fits {
        found.fail("status", Message::ConfirmFirst);
    }
    if status.asks_proof() && documents == 0 {
        found.fail("documents", Message::ProofNeeded);
    }
    if status == CommitmentState::PartlyFulfilled && k.whole.is_some() && draft.reached.is_none() {
        found.fail("reached", Message::Required);
    }
}

/// Adds what was found of a commitment. That it was kept, or in part, counts once somebody else has looked at the evidence.
pub async fn follow_up(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    at: (CommitmentId, i32),
    draft: FollowUpDraft,
) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, at).await?;
    if !was.state.is_open() {
        return Err(Error::invalid("commitment", Message::CommitmentOver));
    }
    let mut found = Check::new();
    let today = networks::store::today(&mut *tx, env, campaign.network).await?;
    let on = draft.on.unwrap_or(today);
    if on > today {
        found.fail("on", Message::DayNotOver);
    }
    let finding = found.prose("finding", &draft.finding, 3000);
    if finding.is_empty() {
        found.fail("finding", Message::Required);
    }
    if draft.due_on.is_some_and(|due| due < was.made_on) {
        found.fail("dueOn", Message::LastDayFirst);
    }
    let whole = was.whole.unwrap_or(1_000_000);
    if draft.reached.is_some_and(|n| !(0..=whole).contains(&n)) {
        found.fail("reached", Message::OutOfRange);
    }
    let ids: Vec<Uuid> = draft.documents.iter().map(|d| d.0).collect::<BTreeSet<_>>().into_iter().collect();
    let known = evidence::store::visible(&mut *tx, actor, &ids).await?;
    if ids.len() > MOST || known.len() < ids.len() || known.iter().any(|d| d.network != campaign.network) {
        found.fail("documents", Message::IdUnknown);
    }
    judged(&was, &draft, ids.len(), &mut found);
    found.finish()?;
    let followed = FollowUp {
        id: FollowUpId::fresh(env),
        commitment: was.id,
        on,
        channel: draft.channel,
        finding,
        status: draft.status,
        due_on: draft.due_on,
        reached: draft.reached,
        recorded_by: deed.by,
        recorded_for: deed.on_behalf_of,
        recorded_at: env.now(),
        verified_by: None,
        verified_at: None,
        documents: ids.into_iter().map(DocumentId).collect(),
    };
    store::add_followup(&mut tx, &followed).await?;
    let mut now = Commitment { due_on: draft.due_on.or(was.due_on), ..was };
    now.first_due_on = now.first_due_on.or(now.due_on);
    if !followed.waits() {
        settle(env, &mut now, &followed);
    }
    let k = finish(&mut tx, env, deed, now, "commitment.followed").await?;
    tx.commit().await?;
    Ok(k)
}

/// Where a commitment stands by a follow-up that counts.
fn settle(env: &Env, k: &mut Commitment, by: &FollowUp) {
    if let Some(status) = by.status
        && status != k.state
    {
        (k.state, k.moved_at) = (status, env.now());
    }
    k.reached = by.reached.or(k.reached);
}

/// Says that one has looked at the evidence: whoever wrote the commitment or its follow-up down cannot.
pub async fn verify(pool: &Pool, env: &Env, actor: &Actor, id: FollowUpId) -> Result<Commitment> {
    let mut tx = pool.begin().await?;
    let followed = store::followups(&mut *tx, &[], Some(id)).await?.pop().ok_or(Error::NotFound)?;
    let version = store::visible(&mut *tx, actor, followed.commitment).await?.ok_or(Error::NotFound)?.version;
    let (_, was, deed) = held(&mut tx, actor, (followed.commitment, version)).await?;
    let followed = store::followups(&mut *tx, &[], Some(id)).await?.pop().ok_or(Error::NotFound)?;
    if !followed.waits() || !was.state.is_open() {
        return Err(Error::Conflict);
    }
    if !was.is_looked_at_by(&followed, deed.by) {
        return Err(Error::invalid("verifier", Message::AnotherVerifies));
    }
    if !store::verify(&mut tx, env, id, deed.by).await? {
        return Err(Error::Conflict);
    }
    let mut now = was;
    settle(env, &mut now, &followed);
    let k = finish(&mut tx, env, deed, now, "commitment.verified").await?;
    tx.commit().await?;
    Ok(k)
}
