//! What is done with documents: added, described, published, protected, taken back.

use sala_kernel::{DocumentId, Draft, Env, Error, FileId, GroupId, LText, Message, PersonId, Pool, Result, Tx, append};

use super::{
    Consent, Document, DocumentDraft, DocumentState, File, NewDocument, check, store,
    uploads::{self, may_add},
};
use crate::{
    access::{
        Act, Actor, Authorized, Deed, Level,
        acts::{CurateEvidence, EditEvidence, LowerEvidence, ViewEvidence, WithdrawEvidence},
        authorize,
    },
    groups, people,
    text::Check,
};

/// Most files of one document.
const MOST_FILES: usize = 20;
/// Most named readers of one document.
const MOST_READERS: usize = 50;

/// What came of sending a document.
#[derive(Debug, Clone)]
pub struct Added {
    /// The document: the new one, or the one that was there.
    pub document: Document,
    /// The library had this file already.
    pub existing: bool,
}

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, kind: &'static str, document: &Document) -> Result<()> {
    announce_from(tx, env, deed, kind, document, None).await
}

/// The same; who knew it until now, at the level `from`, is told that it is gone.
async fn announce_from(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    kind: &'static str,
    document: &Document,
    from: Option<Level>,
) -> Result<()> {
    let event = Draft {
        network: Some(document.network),
        organisation: document.organisation,
        payload: from.map_or(serde_json::Value::Null, |from| serde_json::json!({ "from": from.as_str() })),
        ..deed.event(kind, document.id)
    };
    append(tx, env, event).await?;
    Ok(())
}

/// A document held for a change, with the proof that the actor may make it.
async fn held<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: DocumentId) -> Result<Authorized<Document, A>> {
    let document = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let facts = document.facts();
    authorize(actor, document, &facts)
}

fn at_version(document: &Document, version: i32) -> Result<()> {
    if document.version == version { Ok(()) } else { Err(Error::Conflict) }
}

async fn finish(tx: &mut Tx<'_>, env: &Env, deed: Deed, kind: &'static str, now: &Document) -> Result<Document> {
    store::put(tx, env, now).await?;
    announce(tx, env, deed, kind, now).await?;
    store::hold(tx, now.id).await?.ok_or(Error::NotFound)
}

/// What a file is called without its ending: the title of a document that has none yet.
fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn team(
    tx: &mut Tx<'_>,
    check: &mut Check,
    document: &Document,
    group: Option<GroupId>,
) -> Result<Option<GroupId>> {
    let Some(group) = group else { return Ok(None) };
    let known = groups::store::lookup(&mut **tx, group).await?.is_some_and(|g| g.network == document.network);
    if !known {
        check.fail("group", Message::TeamRequired);
    }
    Ok(known.then_some(group))
}

/// Adds files that have arrived as one document. A file that the library has, and that the actor may know, makes no
/// second document; one that the actor may not know is taken in silence, and whoever curates is told.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, new: NewDocument) -> Result<Added> {
    let mut tx = pool.begin().await?;
    let proof = may_add(&mut tx, actor, new.network).await?;
    let person = actor.signed_in()?.person();
    let mut found = Check::new();
    if new.uploads.is_empty() || new.uploads.len() > MOST_FILES {
        found.fail("uploads", Message::OutOfRange);
        found.finish()?;
        return Err(Error::NotFound);
    }
    let arrived = uploads::take(&mut tx, env, new.network, person, &new.uploads).await?;
    let mut twins = Vec::new();
    for file in &arrived {
        twins.extend(store::twins(&mut tx, new.network, &file.sealed.sha256).await?);
    }
    let known: Vec<_> = twins.iter().map(|d| d.id.0).collect();
    if let Some(document) = store::visible(&mut *tx, actor, &known).await?.pop() {
        uploads::let_go(&mut tx, &new.uploads).await?;
        tx.commit().await?;
        return Ok(Added { document, existing: true });
    }
    let mut document = fresh(env, &new, proof.deed());
    let mut draft = new.draft;
    if draft.title.as_ref().is_none_or(LText::is_empty) {
        let name = arrived.first().map(|file| title_of(&file.name)).unwrap_or_default();
        let khmer = name.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c));
        draft.title = Some(if khmer { LText::new("", name) } else { LText::new(name, "") });
    }
    check::apply(&mut tx, &mut found, &mut document, draft).await?;
    document.group = team(&mut tx, &mut found, &document, new.group).await?;
    check::protected(&mut found, &document);
    found.finish()?;
    store::put(&mut tx, env, &document).await?;
    for (position, file) in (0_i32..).zip(&arrived) {
        store::add_file(&mut tx, FileId::fresh(env), document.id, position, file).await?;
    }
    for twin in &twins {
        store::note_twin(&mut tx, env, document.id, twin.id).await?;
    }
    announce(&mut tx, env, proof.deed(), "document.uploaded", &document).await?;
    let document = store::hold(&mut tx, document.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(Added { document, existing: false })
}

fn fresh(env: &Env, new: &NewDocument, deed: Deed) -> Document {
    Document {
        id: DocumentId::fresh(env),
        network: new.network,
        organisation: deed.on_behalf_of,
        group: None,
        state: DocumentState::Uploaded,
        level: new.level,
        level_reason: String::new(),
        title: LText::default(),
        summary: LText::default(),
        kind: None,
        authors: Vec::new(),
        publisher: String::new(),
        published_on: String::new(),
        languages: Vec::new(),
        url: String::new(),
        official_number: String::new(),
        origin: None,
        obtained_on: None,
        origin_note: String::new(),
        licence: "unknown".into(),
        consent: Consent::NotApplicable,
        consent_scope: String::new(),
        consent_withdrawn_on: None,
        personal_data: false,
        anonymised: false,
        quality: None,
        superseded_by: None,
        state_reason: String::new(),
        uploaded_by: deed.by,
        uploaded_at: env.now(),
        settled: false,
        version: 1,
        places: Vec::new(),
        themes: Vec::new(),
        readers: Vec::new(),
    }
}

/// Changes what is written of a document, as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DocumentId,
    version: i32,
    draft: DocumentDraft,
) -> Result<Document> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, EditEvidence> = held(&mut tx, actor, id).await?;
    at_version(proof.thing(), version)?;
    let mut now = proof.thing().clone();
    let mut found = Check::new();
    if now.is_stub() {
        found.fail("", Message::StateChanged);
    }
    if draft.quality.is_some() {
        store::mark_assessor(&mut tx, id, proof.by()).await?;
    }
    check::apply(&mut tx, &mut found, &mut now, draft).await?;
    if now.state == DocumentState::Published {
        check::publishable(&mut found, &now);
    } else {
        check::protected(&mut found, &now);
    }
    found.finish()?;
    let now = finish(&mut tx, env, proof.deed(), "document.edited", &now).await?;
    tx.commit().await?;
    Ok(now)
}

/// Moves a document on: catalogued, published at its level, out of date.
pub async fn go(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DocumentId,
    version: i32,
    to: DocumentState,
) -> Result<Document> {
    use DocumentState::{Catalogued, Expired, Published, Superseded, Uploaded};
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, CurateEvidence> = held(&mut tx, actor, id).await?;
    at_version(proof.thing(), version)?;
    let mut now = proof.thing().clone();
    let mut found = Check::new();
    let follows = matches!(
        (now.state, to),
        (Uploaded, Catalogued) | (Uploaded | Catalogued | Expired | Superseded, Published) | (Published, Expired)
    );
    if !follows {
        found.fail("state", Message::StateChanged);
    }
    now.state = to;
    now.settled |= to == Published;
    now.superseded_by = None;
    if to != Expired {
        check::publishable(&mut found, &now);
    }
    found.finish()?;
    if matches!(to, Catalogued | Published) {
        store::settle_twins(&mut tx, env, id, proof.by()).await?;
    }
    let kind = match to {
        Catalogued => "document.catalogued",
        Expired => "document.expired",
        _ => "document.published",
    };
    let now = finish(&mut tx, env, proof.deed(), kind, &now).await?;
    tx.commit().await?;
    Ok(now)
}

/// Puts a newer edition, or the copy that is kept, in a document's place.
pub async fn supersede(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DocumentId,
    version: i32,
    newer: DocumentId,
) -> Result<Document> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, CurateEvidence> = held(&mut tx, actor, id).await?;
    at_version(proof.thing(), version)?;
    let mut now = proof.thing().clone();
    let mut found = Check::new();
    let known = store::visible(&mut *tx, actor, &[newer.0]).await?.pop();
    if newer == id || known.is_none_or(|d| d.network != now.network || d.superseded_by == Some(id)) {
        found.fail("newer", Message::IdUnknown);
    }
    if now.is_stub() || now.state == DocumentState::Superseded {
        found.fail("", Message::StateChanged);
    }
    found.finish()?;
    now.superseded_by = Some(newer);
    store::settle_twins(&mut tx, env, id, proof.by()).await?;
    if now.settled {
        now.state = DocumentState::Superseded;
    } else {
        // What nobody has seen needs no place of its own: it goes without having been published.
        now.state = DocumentState::Withdrawn;
        store::remove_files(&mut tx, env, id).await?;
    }
    let now = finish(&mut tx, env, proof.deed(), "document.superseded", &now).await?;
    tx.commit().await?;
    Ok(now)
}

/// How sensitive a document is to be.
#[derive(Debug, Clone)]
pub struct Protection {
    /// The level.
    pub level: Level,
    /// Why.
    pub reason: String,
    /// Its team.
    pub group: Option<GroupId>,
    /// Named persons, where it is confidential.
    pub readers: Vec<PersonId>,
}

/// Changes how sensitive a document is, and who its team or readers are. Whoever edits it raises it at once; only the
/// security focal point lowers it.
pub async fn set_level(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DocumentId,
    version: i32,
    to: Protection,
) -> Result<Document> {
    let Protection { level, reason, group, readers } = to;
    let mut tx = pool.begin().await?;
    let seen: Authorized<_, ViewEvidence> = held(&mut tx, actor, id).await?;
    at_version(seen.thing(), version)?;
    let before = seen.thing().clone();
    // More readers of a confidential document, or another team, reach further as well.
    let wider = level < before.level
        || (level == before.level
            && level >= Level::Restricted
            && (group != before.group || readers.iter().any(|r| !before.readers.contains(r))));
    let facts = before.facts();
    let deed = if wider && before.settled {
        let proof: Authorized<_, LowerEvidence> = authorize(actor, before.clone(), &facts)?;
        proof.deed()
    } else {
        let proof: Authorized<_, EditEvidence> = authorize(actor, before.clone(), &facts)?;
        proof.deed()
    };
    let mut now = before;
    let mut found = Check::new();
    now.level = level;
    now.level_reason = found.line("reason", &reason, 300);
    now.group = team(&mut tx, &mut found, &now, group).await?;
    now.readers = named(&mut tx, actor, &mut found, &now, readers).await?;
    if now.is_stub() {
        found.fail("", Message::StateChanged);
    }
    check::protected(&mut found, &now);
    found.finish()?;
    let kind = if wider { "document.lowered" } else { "document.raised" };
    store::put(&mut tx, env, &now).await?;
    let from = (seen.thing().settled && !wider).then_some(seen.thing().level);
    announce_from(&mut tx, env, deed, kind, &now, from).await?;
    let now = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// The persons to be named: whom the actor knows, and who stand in the network.
async fn named(
    tx: &mut Tx<'_>,
    actor: &Actor,
    check: &mut Check,
    document: &Document,
    mut readers: Vec<PersonId>,
) -> Result<Vec<PersonId>> {
    if document.level != Level::Confidential {
        return Ok(Vec::new());
    }
    readers.sort_unstable();
    readers.dedup();
    let ids: Vec<_> = readers.iter().map(|r| r.0).collect();
    let page = sala_kernel::PageRequest::whole();
    let known = people::store::visible(&mut **tx, actor, people::store::Among::Ids(&ids), None, &page, false).await?;
    if readers.len() > MOST_READERS || known.items.len() != readers.len() {
        check.fail("readers", Message::IdUnknown);
    }
    Ok(readers)
}

/// Takes a document back: its files go at once, a stub says why.
pub async fn withdraw(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DocumentId,
    version: i32,
    reason: &str,
    consent: bool,
) -> Result<Document> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, WithdrawEvidence> = held(&mut tx, actor, id).await?;
    at_version(proof.thing(), version)?;
    let mut now = proof.thing().clone();
    let mut found = Check::new();
    now.state_reason = found.line("reason", reason, 300);
    if now.state_reason.is_empty() && !consent {
        found.fail("reason", Message::Required);
    }
    if now.is_stub() {
        found.fail("", Message::StateChanged);
    }
    found.finish()?;
    now.state = DocumentState::Withdrawn;
    if consent {
        now.consent = Consent::Withdrawn;
        now.consent_withdrawn_on = Some(crate::networks::store::today(&mut *tx, env, now.network).await?);
        // What was told of people goes with them.
        now.summary = LText::default();
        now.authors.clear();
    }
    store::remove_files(&mut tx, env, id).await?;
    let now = finish(&mut tx, env, proof.deed(), "document.withdrawn", &now).await?;
    tx.commit().await?;
    Ok(now)
}

/// A file that the actor may read, with its document; opening a confidential one is written down.
pub async fn open(pool: &Pool, env: &Env, actor: &Actor, id: FileId) -> Result<(Document, File)> {
    let document = store::document_of(pool, id).await?.ok_or(Error::NotFound)?;
    let document = store::visible(pool, actor, &[document.0]).await?.pop().ok_or(Error::NotFound)?;
    let file = store::files(pool, &[document.id.0]).await?.into_iter().find(|f| f.id == id).ok_or(Error::NotFound)?;
    if document.level == Level::Confidential
        && let Some(person) = actor.person()
    {
        store::note_opening(pool, env, document.id, person).await?;
    }
    Ok((document, file))
}
