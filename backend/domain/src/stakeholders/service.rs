//! Putting somebody on a map, describing them, putting them away.

use std::collections::BTreeSet;

use sala_kernel::{
    CampaignId, CampaignItemId, Env, Error, LText, Message, OrganisationId, PersonId, PlaceCode, Pool, Result,
    StakeholderId, Tx,
};
use uuid::Uuid;

use super::{
    Stakeholder, StakeholderKind, StakeholderLevel, StakeholderState, Target,
    acts::{kept, led, mark, note},
    store,
};
use crate::{
    access::{
        Actor, Deed,
        acts::{KeepMap, LeadMap, ViewMap},
        authorize,
    },
    campaigns::{self, Campaign, ItemKind},
    places, roles, sheet,
    terms::{self, Taxonomy},
    text::Check,
};

/// The most other spellings of one.
const SPELLINGS: usize = 20;

/// What somebody on a map is to be.
#[derive(Debug, Clone)]
pub struct StakeholderDraft {
    /// What it is.
    pub kind: StakeholderKind,
    /// What it is called; one language is enough.
    pub name: LText,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Of what it is a part: somebody on the same map.
    pub parent: Option<StakeholderId>,
    /// For which group it speaks.
    pub constituency: String,
    /// On which level it acts.
    pub level: Option<StakeholderLevel>,
    /// Where.
    pub place: Option<PlaceCode>,
    /// How it is reached.
    pub contacts: String,
    /// What else is to be known.
    pub note: String,
    /// How near it is to the decision.
    pub target: Target,
    /// Which organisation keeps in touch: one that takes part.
    pub owner: Option<OrganisationId>,
    /// Who of that organisation.
    pub owner_person: Option<PersonId>,
    /// Which asks go to it.
    pub asks: Vec<CampaignItemId>,
    /// Somebody of the same name may be on the map already.
    pub another: bool,
}

impl StakeholderDraft {
    /// A draft that says no more than what it is and what it is called.
    pub const fn named(kind: StakeholderKind, name: LText) -> Self {
        Self {
            kind,
            name,
            aliases: Vec::new(),
            parent: None,
            constituency: String::new(),
            level: None,
            place: None,
            contacts: String::new(),
            note: String::new(),
            target: Target::None,
            owner: None,
            owner_person: None,
            asks: Vec::new(),
            another: false,
        }
    }
}

/// The campaign of a map that an actor may know; as good as not there for whoever may not.
pub async fn map(pool: &Pool, actor: &Actor, id: CampaignId) -> Result<Option<Campaign>> {
    let found = campaigns::store::visible(pool, actor, &[id.0]).await?.pop();
    Ok(found.filter(|campaign| sees(actor, campaign)))
}

/// Whether an actor who knows a campaign may know its map.
pub fn sees(actor: &Actor, campaign: &Campaign) -> bool {
    authorize::<_, ViewMap>(actor, (), &campaign.team_facts()).is_ok()
}

/// Whether something is, through what it is a part of, a part of something.
async fn is_under(tx: &mut Tx<'_>, campaign: CampaignId, of: StakeholderId, parent: StakeholderId) -> Result<bool> {
    let all = store::list(&mut **tx, Some(campaign), None).await?;
    let mut at = Some(parent);
    // A chain that is longer than the map goes round.
    for _ in 0..=all.len() {
        match at {
            None => return Ok(false),
            Some(id) if id == of => return Ok(true),
            Some(id) => at = all.iter().find(|s| s.id == id).and_then(|s| s.parent),
        }
    }
    Ok(true)
}

pub(super) async fn fill(
    tx: &mut Tx<'_>,
    campaign: &Campaign,
    mut s: Stakeholder,
    draft: &StakeholderDraft,
    found: &mut Check,
) -> Result<Stakeholder> {
    s.kind = draft.kind;
    s.name = LText::new(found.line("name.en", &draft.name.en, 200), found.line("name.km", &draft.name.km, 200));
    if s.name.is_empty() {
        found.fail("name", Message::NameRequired);
    }
    if draft.aliases.len() > SPELLINGS {
        found.fail("aliases", Message::OutOfRange);
    }
    let aliases = draft.aliases.iter().map(|alias| found.line("aliases", alias, 200));
    s.aliases = aliases.filter(|alias| !alias.is_empty()).collect();
    s.contacts = found.prose("contacts", &draft.contacts, 1000);
    s.note = found.prose("note", &draft.note, 3000);
    (s.level, s.target) = (draft.level, draft.target);
    if let Some(parent) = draft.parent {
        let known = store::find(&mut **tx, parent).await?.filter(|p| p.campaign == campaign.id);
        if known.is_none_or(|p| p.state == StakeholderState::MergedInto) {
            found.fail("parent", Message::NotOnMap);
        } else if s.version > 0 && is_under(tx, campaign.id, s.id, parent).await? {
            found.fail("parent", Message::PartOfItself);
        }
    }
    s.parent = draft.parent;
    let code = std::slice::from_ref(&draft.constituency);
    if !draft.constituency.is_empty()
        && draft.constituency != s.constituency
        && terms::store::active_ids(&mut **tx, Taxonomy::Constituency, code).await?.is_empty()
    {
        found.fail("constituency", Message::TermUnknown);
    }
    s.constituency.clone_from(&draft.constituency);
    if let Some(place) = &draft.place
        && !places::store::all_known(&mut **tx, std::slice::from_ref(&place.0)).await?
    {
        found.fail("place", Message::PlaceUnknown);
    }
    s.place.clone_from(&draft.place);
    if draft.owner.is_some_and(|o| !campaign.team.contains(&o)) && draft.owner != s.owner {
        found.fail("owner", Message::NotInCampaign);
    }
    match (draft.owner, draft.owner_person) {
        (_, None) => {}
        (None, Some(_)) => found.fail("ownerPerson", Message::NotTheirPerson),
        (Some(owner), Some(person)) => {
            if Some(person) != s.owner_person && !roles::store::is_theirs(tx, owner, person).await? {
                found.fail("ownerPerson", Message::NotTheirPerson);
            }
        }
    }
    (s.owner, s.owner_person) = (draft.owner, draft.owner_person);
    let asks: BTreeSet<CampaignItemId> = draft.asks.iter().copied().collect();
    if asks.len() > 20 {
        found.fail("asks", Message::OutOfRange);
    }
    for ask in &asks {
        if !s.asks.contains(ask) && !is_ask(tx, campaign, *ask).await? {
            found.fail("asks", Message::IdUnknown);
        }
    }
    s.asks = asks.into_iter().collect();
    if !draft.another {
        let but = Some(s.id);
        let names: Vec<String> =
            [&s.name.en, &s.name.km].into_iter().map(|n| sheet::fold(n)).filter(|n| !n.is_empty()).collect();
        if !store::alike(tx, campaign.id, &names, but).await?.is_empty() {
            found.fail("another", Message::AlreadyOnMap);
        }
    }
    Ok(s)
}

/// Whether something is an ask of a campaign's plan.
pub(crate) async fn is_ask(tx: &mut Tx<'_>, campaign: &Campaign, id: CampaignItemId) -> Result<bool> {
    let item = campaigns::item_store::item(tx, id).await?;
    Ok(item.is_some_and(|i| i.campaign == campaign.id && i.body.kind() == ItemKind::Ask))
}

pub(super) fn blank(env: &Env, campaign: &Campaign, subject: Option<Uuid>) -> Stakeholder {
    let id = StakeholderId::fresh(env);
    Stakeholder {
        id,
        campaign: campaign.id,
        network: campaign.network,
        subject: subject.unwrap_or(id.0),
        kind: StakeholderKind::Institution,
        name: LText::default(),
        aliases: Vec::new(),
        parent: None,
        constituency: String::new(),
        level: None,
        place: None,
        contacts: String::new(),
        note: String::new(),
        target: Target::None,
        owner: None,
        owner_person: None,
        asks: Vec::new(),
        state: StakeholderState::Active,
        merged_into: None,
        at: None,
        created_at: env.now(),
        version: 0,
    }
}

pub(super) async fn put_on(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    s: &Stakeholder,
) -> Result<Stakeholder> {
    store::insert(tx, env, s, deed.by).await?;
    note(tx, env, deed, campaign, ("stakeholder.added", Some(s.id.0)), (None, Some(s))).await?;
    store::find(&mut **tx, s.id).await?.ok_or(Error::NotFound)
}

pub(super) async fn room(tx: &mut Tx<'_>, campaign: CampaignId, more: usize) -> Result<()> {
    let there = store::count(tx, campaign).await?;
    if there.saturating_add(i64::try_from(more).unwrap_or(i64::MAX)) > store::MOST {
        return Err(Error::invalid("campaign", Message::MapFull));
    }
    Ok(())
}

/// Puts somebody on the map of a campaign.
pub async fn add(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    draft: &StakeholderDraft,
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    room(&mut tx, id, 1).await?;
    let mut found = Check::new();
    let s = fill(&mut tx, &campaign, blank(env, &campaign, None), draft, &mut found).await?;
    found.finish()?;
    let s = put_on(&mut tx, env, deed, &campaign, &s).await?;
    tx.commit().await?;
    Ok(s)
}

/// Takes some from other maps of the network that the actor may know onto this one: who they are and how they are written,
/// nothing of what that team thinks of them.
pub async fn copy(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, from: &[StakeholderId]) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    if from.is_empty() || from.len() > 100 {
        return Err(Error::invalid("stakeholders", Message::OutOfRange));
    }
    room(&mut tx, id, from.len()).await?;
    for one in from {
        let there = store::find(&mut *tx, *one).await?.filter(|s| s.network == campaign.network);
        let there = there.ok_or(Error::NotFound)?;
        if map(pool, actor, there.campaign).await?.is_none() {
            return Err(Error::NotFound);
        }
        let s = Stakeholder {
            kind: there.kind,
            name: there.name,
            aliases: there.aliases,
            constituency: there.constituency,
            level: there.level,
            place: there.place,
            contacts: there.contacts,
            ..blank(env, &campaign, Some(there.subject))
        };
        let names: Vec<String> =
            [&s.name.en, &s.name.km].into_iter().map(|n| sheet::fold(n)).filter(|n| !n.is_empty()).collect();
        if !store::alike(&mut tx, id, &names, None).await?.is_empty() {
            return Err(Error::invalid("stakeholders", Message::AlreadyOnMap));
        }
        put_on(&mut tx, env, deed, &campaign, &s).await?;
    }
    tx.commit().await?;
    Ok(campaign)
}

/// Somebody on a map, with the campaign held, for those who may change it.
pub(super) async fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: StakeholderId,
    version: Option<i32>,
) -> Result<(Campaign, Stakeholder, Deed)> {
    let (campaign, deed) = kept::<KeepMap>(tx, actor, id.0).await?;
    let s = store::find(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    if s.state == StakeholderState::MergedInto || version.is_some_and(|version| version != s.version) {
        return Err(Error::Conflict);
    }
    Ok((campaign, s, deed))
}

/// Changes what is written of somebody on a map, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: StakeholderId,
    version: i32,
    draft: &StakeholderDraft,
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = held(&mut tx, actor, id, Some(version)).await?;
    let mut found = Check::new();
    let now = fill(&mut tx, &campaign, was.clone(), draft, &mut found).await?;
    found.finish()?;
    store::put(&mut tx, env, &now).await?;
    note(&mut tx, env, deed, &campaign, ("stakeholder.edited", Some(id.0)), (Some(&was), Some(&now))).await?;
    let s = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(s)
}

/// Puts somebody away, or brings them back; their history stays. For those who lead the map.
pub async fn archive(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (StakeholderId, i32),
    away: bool,
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, was, _) = held(&mut tx, actor, id, Some(version)).await?;
    let (_, deed) = led::<LeadMap>(&mut tx, actor, campaign.id.0).await?;
    let (from, to) = if away {
        (StakeholderState::Active, StakeholderState::Archived)
    } else {
        (StakeholderState::Archived, StakeholderState::Active)
    };
    if was.state != from && !(away && was.state == StakeholderState::OfficeVacated) {
        return Err(Error::Conflict);
    }
    let now = Stakeholder { state: to, ..was.clone() };
    store::put(&mut tx, env, &now).await?;
    let act = if away { "stakeholder.archived" } else { "stakeholder.brought_back" };
    note(&mut tx, env, deed, &campaign, (act, Some(id.0)), (Some(&was), Some(&now))).await?;
    let s = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(s)
}

/// Puts some where the team wants them in the picture of relations.
pub async fn lay_out(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    places: &[(StakeholderId, f32, f32)],
) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = kept::<KeepMap>(&mut tx, actor, id.0).await?;
    let fits = |n: f32| n.is_finite() && n.abs() <= 100_000.0;
    if places.len() > 1000 || places.iter().any(|(_, x, y)| !fits(*x) || !fits(*y)) {
        return Err(Error::invalid("places", Message::OutOfRange));
    }
    let ids: Vec<Uuid> = places.iter().map(|p| p.0.0).collect();
    let xs: Vec<f32> = places.iter().map(|p| p.1).collect();
    let ys: Vec<f32> = places.iter().map(|p| p.2).collect();
    let done = store::lay_out(&mut tx, id, (&ids, &xs, &ys)).await?;
    if done != places.len() as u64 {
        return Err(Error::NotFound);
    }
    mark(&mut tx, env, deed, &campaign, ("map.laid_out", None)).await?;
    tx.commit().await?;
    Ok(campaign)
}

/// Writes down that a picture or table of a map was taken away; only those who lead it may.
pub async fn take_away(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, what: &'static str) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = led::<LeadMap>(&mut tx, actor, id.0).await?;
    mark(&mut tx, env, deed, &campaign, (what, None)).await?;
    tx.commit().await?;
    Ok(campaign)
}
