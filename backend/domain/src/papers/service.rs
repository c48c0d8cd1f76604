//! Beginning a paper, describing it, naming who writes it.

use sala_kernel::{Draft, Env, Error, LText, Message, OrganisationId, PaperId, PersonId, Pool, Result, Tx, append};

use super::{Drafter, NewPaper, Paper, PaperDraft, PaperState, Texts, Translation, store};
use crate::{
    access::{
        Act, Actor, Authorized, Deed, Facts, Level,
        acts::{LeadPaper, StartPaper, ViewPaper, WritePaper},
        authorize,
    },
    groups, networks, people, roles,
    terms::{self, Taxonomy},
    text::Check,
};

/// Most people who write one paper, by name.
const MOST_DRAFTERS: usize = 40;

pub(crate) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    paper: &Paper,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<()> {
    append(tx, env, Draft { network: Some(paper.network), payload, ..deed.event(kind, paper.id) }).await?;
    Ok(())
}

/// The right to do something with a paper that the actor is known to see: what they may not do is refused, not hidden.
pub(crate) fn may<A: Act>(actor: &Actor, facts: &Facts) -> Result<Deed> {
    match authorize::<_, A>(actor, (), facts) {
        Ok(proof) => Ok(proof.deed()),
        Err(Error::NotFound) => Err(Error::Forbidden(A::ACTION.refusal())),
        Err(error) => Err(error),
    }
}

/// A paper held for a change by whoever may make it; whoever may not know the paper is told that it is not there.
pub(crate) async fn held<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: PaperId) -> Result<(Paper, Deed)> {
    let paper = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &paper.facts())?;
    let deed = may::<A>(actor, &paper.member_facts())?;
    Ok((paper, deed))
}

/// The same for those who lead it.
pub(super) async fn led(tx: &mut Tx<'_>, actor: &Actor, id: PaperId) -> Result<(Paper, Deed)> {
    let paper = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &paper.facts())?;
    let deed = may::<LeadPaper>(actor, &paper.lead_facts())?;
    Ok((paper, deed))
}

pub(crate) async fn finish(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    now: &Paper,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<Paper> {
    store::put(tx, env, now).await?;
    announce(tx, env, deed, now, kind, payload).await?;
    store::lookup(&mut **tx, now.id).await?.ok_or(Error::NotFound)
}

fn fill(paper: &mut Paper, draft: &PaperDraft) -> Result<()> {
    let mut found = Check::new();
    paper.title =
        LText::new(found.line("title.en", &draft.title.en, 300), found.line("title.km", &draft.title.km, 300));
    if paper.title.is_empty() {
        found.fail("title", Message::NameRequired);
    }
    paper.summary = LText::new(
        found.prose("summary.en", &draft.summary.en, 3000),
        found.prose("summary.km", &draft.summary.km, 3000),
    );
    paper.author_mode = draft.author_mode;
    paper.authoritative = draft.authoritative;
    paper.level = draft.level;
    paper.deadline = draft.deadline;
    found.finish()
}

/// The themes that a paper is to be about, by their codes.
async fn themes(tx: &mut Tx<'_>, draft: &PaperDraft) -> Result<Vec<uuid::Uuid>> {
    let found = terms::store::active_ids(&mut **tx, Taxonomy::Theme, &draft.themes).await?;
    if found.len() != draft.themes.iter().collect::<std::collections::BTreeSet<_>>().len() {
        return Err(Error::invalid("themes", Message::TermUnknown));
    }
    Ok(found)
}

/// Begins a paper; whoever begins it leads it.
pub async fn start(pool: &Pool, env: &Env, actor: &Actor, texts: &dyn Texts, new: NewPaper) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let network = networks::store::lookup(&mut *tx, new.network).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    let proof: Authorized<_, StartPaper> = authorize(actor, network, &facts)?;
    let deed = proof.deed();
    if let Some(group) = new.group {
        let known = groups::store::visible(&mut *tx, actor, &[group.0]).await?.pop();
        if known.is_none_or(|g| g.network != new.network) {
            return Err(Error::invalid("group", Message::IdUnknown));
        }
    }
    let lead = deed.by.map(|person| Drafter { person, organisation: deed.on_behalf_of, leads: true });
    let mut paper = Paper {
        id: PaperId::fresh(env),
        network: new.network,
        group: new.group,
        title: LText::default(),
        text_type: new.text_type,
        author_mode: new.draft.author_mode,
        summary: LText::default(),
        themes: Vec::new(),
        source: new.source,
        authoritative: new.draft.authoritative,
        level: Level::Members,
        deadline: None,
        state: PaperState::Draft,
        state_reason: String::new(),
        consultation_ends_on: None,
        security_checked_by: None,
        translation: Translation::Missing,
        translation_based_on: None,
        translation_blocks: Vec::new(),
        translation_by: None,
        created_by: deed.by,
        created_for: deed.on_behalf_of,
        created_at: env.now(),
        moved_at: env.now(),
        version: 1,
        drafters: lead.into_iter().collect(),
    };
    fill(&mut paper, &new.draft)?;
    let themes = themes(&mut tx, &new.draft).await?;
    store::insert(&mut tx, env, &paper, &texts.blank(paper.text_type)).await?;
    store::set_themes(&mut tx, paper.id, &themes).await?;
    announce(&mut tx, env, deed, &paper, "paper.started", serde_json::Value::Null).await?;
    let paper = store::lookup(&mut *tx, paper.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(paper)
}

/// Changes what a paper says of itself, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    version: i32,
    draft: PaperDraft,
) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = held::<WritePaper>(&mut tx, actor, id).await?;
    if paper.version != version {
        return Err(Error::Conflict);
    }
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    let wider = draft.level < paper.level;
    fill(&mut paper, &draft)?;
    let themes = themes(&mut tx, &draft).await?;
    store::set_themes(&mut tx, id, &themes).await?;
    if wider {
        // Those who lead it answer for who gets to know it.
        may::<LeadPaper>(actor, &paper.lead_facts())?;
    }
    let paper = finish(&mut tx, env, deed, &paper, "paper.edited", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Names somebody who writes the paper, or changes whether they lead it.
pub async fn name_drafter(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    person: PersonId,
    organisation: Option<OrganisationId>,
    leads: bool,
) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = led(&mut tx, actor, id).await?;
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    if people::store::view(&mut *tx, actor, person).await?.is_none() {
        return Err(Error::invalid("person", Message::IdUnknown));
    }
    if let Some(organisation) = organisation {
        if !groups::store::may_send(&mut tx, paper.network, organisation).await? {
            return Err(Error::invalid("organisation", Message::NoMemberHere));
        }
        if !roles::store::is_theirs(&mut tx, organisation, person).await? {
            return Err(Error::invalid("person", Message::NotTheirPerson));
        }
    } else if !roles::store::stands(&mut tx, paper.network, person).await? {
        return Err(Error::invalid("person", Message::NotTheirPerson));
    }
    let drafter = Drafter { person, organisation, leads };
    paper.drafters.retain(|d| d.person != person);
    if paper.drafters.len() >= MOST_DRAFTERS {
        return Err(Error::invalid("person", Message::OutOfRange));
    }
    paper.drafters.push(drafter);
    keeps_a_lead(&paper)?;
    let payload = serde_json::json!({ "person": person.0 });
    let paper = finish(&mut tx, env, deed, &paper, "paper.drafter_named", payload).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Takes somebody off the paper.
pub async fn remove_drafter(pool: &Pool, env: &Env, actor: &Actor, id: PaperId, person: PersonId) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = led(&mut tx, actor, id).await?;
    let before = paper.drafters.len();
    paper.drafters.retain(|d| d.person != person);
    if paper.drafters.len() == before {
        return Err(Error::invalid("person", Message::IdUnknown));
    }
    keeps_a_lead(&paper)?;
    let payload = serde_json::json!({ "person": person.0 });
    let paper = finish(&mut tx, env, deed, &paper, "paper.drafter_removed", payload).await?;
    tx.commit().await?;
    Ok(paper)
}

fn keeps_a_lead(paper: &Paper) -> Result<()> {
    if paper.drafters.iter().any(|d| d.leads) { Ok(()) } else { Err(Error::invalid("leads", Message::LastLead)) }
}

/// Whether somebody may read a paper's words, and whether they may change them.
pub async fn may_write(pool: &Pool, actor: &Actor, id: PaperId) -> Result<bool> {
    let paper = store::visible(pool, actor, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    Ok(paper.state.is_open() && authorize::<_, WritePaper>(actor, (), &paper.member_facts()).is_ok())
}
