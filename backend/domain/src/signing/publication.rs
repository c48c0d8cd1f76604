//! Publishing what was signed: proposed by one person, confirmed by another, public from an instant on.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{
    DocumentId, Env, Error, LText, Message, OrganisationId, PageRequest, PaperId, PersonId, Pool, Result, Tx,
};

use super::{Endorsement, FrozenText, publication_store, store};
use crate::{
    access::{
        Actor,
        acts::{ConfirmPublication, OpenSignOn},
    },
    evidence, organisations,
    papers::{self, Content, Paper, PaperState, Texts},
    text::Check,
};

/// How far ahead an embargo may lie, in days.
const LONGEST: i64 = 366;

/// Somebody who signed by public name.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// The name as it is shown.
    pub name: LText,
    /// With what it does not agree; empty where it agrees.
    pub reservation: String,
}

/// Everything that goes into what is published.
#[derive(Debug)]
pub struct Edition {
    /// The paper.
    pub paper: Paper,
    /// Its text.
    pub content: Content,
    /// The same as it was signed.
    pub text: FrozenText,
    /// Titles of the documents that it cites, as far as everybody may know them.
    pub titles: HashMap<DocumentId, LText>,
    /// Who signed by public name, in the order in which they signed.
    pub signatories: Vec<Signatory>,
    /// How many names are withheld.
    pub withheld: i64,
    /// From when on everybody may read it.
    pub public_from: DateTime<Utc>,
}

/// A file that is published.
#[derive(Debug, Clone)]
pub struct PublishedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// How a paper came to be public, or is about to.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Of which paper.
    pub paper: PaperId,
    /// The text.
    pub text: Vec<u8>,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// Nobody else reads it before.
    pub embargo_until: Option<DateTime<Utc>>,
    /// Who confirmed it.
    pub confirmed_by: Option<PersonId>,
    /// When.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// How many had signed on that day.
    pub signed: i32,
    /// How many of their names are withheld.
    pub withheld: i32,
}

impl Publication {
    /// From when on everybody may read it; nothing while it is only proposed.
    pub fn public_from(&self) -> Option<DateTime<Utc>> {
        self.confirmed_at.map(|at| self.embargo_until.map_or(at, |until| until.max(at)))
    }
}

/// Proposes to publish what is ready.
pub async fn propose(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    embargo: Option<DateTime<Utc>>,
) -> Result<Paper> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, id).await?;
    let sign_on = store::find(&mut *tx, id).await?.ok_or(Error::Conflict)?;
    if paper.state != PaperState::Ready {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    if embargo.is_some_and(|until| until <= env.now() || until > env.now() + Duration::days(LONGEST)) {
        found.fail("embargoUntil", Message::ClosesInPast);
    }
    found.finish()?;
    publication_store::propose(&mut tx, env, id, &sign_on.text, by, embargo).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.publication_proposed", serde_json::Value::Null)
        .await?;
    tx.commit().await?;
    Ok(paper)
}

/// Confirms what another person has proposed: `press` makes the files, they are kept, and from then on never change.
pub async fn confirm<F, Made>(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    id: PaperId,
    press: F,
) -> Result<Paper>
where
    F: FnOnce(Edition) -> Made + Send,
    Made: Future<Output = Result<Vec<PublishedFile>>> + Send,
{
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = papers::service::held::<ConfirmPublication>(&mut tx, actor, id).await?;
    let proposed = publication_store::find(&mut *tx, id).await?.ok_or(Error::Conflict)?;
    let sign_on = store::find(&mut *tx, id).await?.ok_or(Error::Conflict)?;
    if paper.state != PaperState::Ready || proposed.text != sign_on.text {
        return Err(Error::Conflict);
    }
    if proposed.proposed_by == by {
        return Err(Error::Forbidden(Message::TwoPersons));
    }
    let text = store::frozen(&mut *tx, id, &sign_on.text).await?.ok_or(Error::NotFound)?;
    let progress = store::progress(&mut *tx, &sign_on).await?;
    let now = env.now();
    let content = texts.read(&papers::store::kept(&mut *tx, id).await?.whole())?;
    let edition = Edition {
        titles: titles(&mut tx, &content).await?,
        content,
        text,
        signatories: signatories(&mut tx, id, &sign_on.text).await?,
        withheld: progress.withheld,
        public_from: proposed.embargo_until.map_or(now, |until| until.max(now)),
        paper: paper.clone(),
    };
    for file in press(edition).await? {
        publication_store::keep(&mut tx, id, &file).await?;
    }
    publication_store::confirm(&mut tx, env, id, by, &progress).await?;
    paper.state = PaperState::Published;
    paper.moved_at = now;
    let paper = papers::service::finish(&mut tx, env, deed, &paper, "paper.published", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Titles of cited documents, as far as everybody may know them.
async fn titles(tx: &mut Tx<'_>, content: &Content) -> Result<HashMap<DocumentId, LText>> {
    let mut ids: Vec<uuid::Uuid> = content.citations.iter().map(|c| c.document.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut titles = HashMap::new();
    for some in ids.chunks(100) {
        for document in evidence::store::visible(&mut **tx, &Actor::Anonymous, some).await? {
            titles.insert(document.id, document.title);
        }
    }
    Ok(titles)
}

/// Who has signed this text by public name.
async fn signatories(tx: &mut Tx<'_>, id: PaperId, text: &[u8]) -> Result<Vec<Signatory>> {
    let mut found = Vec::new();
    let mut page = PageRequest::whole();
    loop {
        let part = store::said(&mut **tx, id, true, None, &page).await?;
        let last = part.items.last().map(|(cursor, _)| cursor.clone());
        for (_, said) in part.items.into_iter().filter(|(_, said)| said.text == text) {
            found.push(signatory(tx, said).await?);
        }
        match last {
            Some(cursor) if part.more => page = PageRequest::new(Some(100), Some(&cursor))?,
            _ => return Ok(found),
        }
    }
}

async fn signatory(tx: &mut Tx<'_>, said: Endorsement) -> Result<Signatory> {
    let name = if said.display.is_empty() {
        organisations::store::lookup(&mut **tx, said.organisation).await?.ok_or(Error::NotFound)?.name
    } else {
        said.display
    };
    Ok(Signatory { organisation: said.organisation, name, reservation: said.reservation })
}
