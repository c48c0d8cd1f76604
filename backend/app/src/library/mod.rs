//! The demo network's evidence library: invented documents about real places, as real files.

mod texts;
mod write;

use std::sync::Arc;

use sala_documents::{apart::Reader, intake::Intake};
use sala_domain::{
    access::{self, Actor, Grants, Scope},
    demo,
    evidence::{Consent, DocumentDraft, DocumentState, NewDocument, Origin, service, store, uploads},
};
use sala_files::Files;
use sala_kernel::{Env, Error, LText, NetworkId, PageRequest, Pool, Result};

use self::texts::Entry;

/// Longest part of a file sent at once, in bytes.
const PART: usize = 900_000;

/// One of the demo's people, with all they hold.
pub(crate) async fn somebody(pool: &Pool, env: &Env, email: &str) -> Result<Actor> {
    let person = demo::person(pool, email).await?.ok_or(Error::NotFound)?;
    let held = access::store::grants(pool, person, env.now()).await?;
    Ok(Actor::Person(Arc::new(Grants::new(person, None, Scope::Write, false, None, held))))
}

/// Fills the library. What is there already stays, so an interrupted start goes on where it was.
pub async fn fill(pool: &Pool, env: &Env, files: &Files, reader: &Reader) -> Result<()> {
    let keeper = somebody(pool, env, "kunthea@ocn.example").await?;
    let Some(network) = keeper.held().first().map(|grant| grant.network) else { return Ok(()) };
    let there = store::list(
        pool,
        &Actor::Service,
        &store::Wanted { network: Some(network), ..store::Wanted::default() },
        &PageRequest::whole(),
    )
    .await?;
    let there: Vec<LText> = there.items.into_iter().map(|(_, document)| document.title).collect();
    let intake = Intake { pool, env, files, reader };
    for entry in texts::entries() {
        if there.contains(&entry.title) {
            continue;
        }
        let sender = somebody(pool, env, entry.sender).await?;
        add(&intake, &sender, &keeper, network, entry).await?;
    }
    crate::campaigns::prove(pool, env).await
}

async fn add(intake: &Intake<'_>, sender: &Actor, keeper: &Actor, network: NetworkId, entry: Entry) -> Result<()> {
    let bytes = write::file(&entry);
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let (pool, env) = (intake.pool, intake.env);
    let upload = uploads::begin(pool, env, sender, network, &entry.name, length, false).await?;
    let mut offset = 0;
    for part in bytes.chunks(PART) {
        let part_length = i64::try_from(part.len()).unwrap_or(0);
        intake.receive(sender, upload.id, offset, bytes::Bytes::copy_from_slice(part)).await?;
        offset += part_length;
    }
    let draft = DocumentDraft {
        title: Some(entry.title),
        summary: Some(entry.summary),
        kind: Some(entry.kind.into()),
        themes: Some(entry.themes.iter().map(|t| (*t).to_owned()).collect()),
        places: Some(entry.places.iter().map(|p| (*p).to_owned()).collect()),
        authors: Some(entry.authors.iter().map(|a| (*a).to_owned()).collect()),
        publisher: Some(entry.publisher.into()),
        published_on: Some(entry.published_on),
        languages: Some(entry.languages.iter().map(|l| (*l).to_owned()).collect()),
        origin: Some(entry.origin),
        licence: Some(entry.licence.into()),
        personal_data: Some(entry.origin == Origin::OralTestimony),
        anonymised: Some(entry.origin == Origin::OralTestimony),
        consent: Some(if entry.origin == Origin::OralTestimony { Consent::Given } else { Consent::NotApplicable }),
        ..DocumentDraft::default()
    };
    let new = NewDocument { network, uploads: vec![upload.id], level: entry.level, group: None, draft };
    let added = service::add(pool, env, sender, new).await?;
    if !entry.waits && !added.existing {
        let document = added.document;
        service::go(pool, env, keeper, document.id, document.version, DocumentState::Published).await?;
    }
    Ok(())
}
