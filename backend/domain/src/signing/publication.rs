//! Publishing what was signed: proposed by one person, confirmed by another, public from an instant on.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{
    DocumentId, Env, Error, LText, Message, OrganisationId, PageRequest, PaperId, PersonId, Pool, Result, Tx,
};
use sha2::{Digest as _, Sha256};
use sqlx::PgExecutor;

use super::{Endorsement, FrozenText, store};
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
    sqlx::query!(
        "INSERT INTO publications (paper_id, text_hash, proposed_by, proposed_at, embargo_until) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (paper_id) DO UPDATE SET text_hash = excluded.text_hash, proposed_by = excluded.proposed_by,
             proposed_at = excluded.proposed_at, embargo_until = excluded.embargo_until",
        id.0,
        sign_on.text,
        by.0,
        env.now(),
        embargo,
    )
    .execute(&mut *tx)
    .await?;
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
    let proposed = find(&mut *tx, id).await?.ok_or(Error::Conflict)?;
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
        sqlx::query!(
            "INSERT INTO published_files (paper_id, name, media, sha256, body) VALUES ($1, $2, $3, $4, $5)",
            id.0,
            file.name,
            file.media,
            &Sha256::digest(&file.body)[..],
            file.body,
        )
        .execute(&mut *tx)
        .await?;
    }
    let number = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    sqlx::query!(
        "UPDATE publications SET confirmed_by = $2, confirmed_at = $3, signed = $4, withheld = $5 WHERE paper_id = $1",
        id.0,
        by.0,
        now,
        number(progress.count),
        number(progress.withheld),
    )
    .execute(&mut *tx)
    .await?;
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

/// How a paper came to be public, or is about to; the caller has made sure that the paper may be known.
pub async fn find(db: impl PgExecutor<'_>, id: PaperId) -> Result<Option<Publication>> {
    let row = sqlx::query!(
        "SELECT text_hash, proposed_by, proposed_at, embargo_until, confirmed_by, confirmed_at, signed, withheld
         FROM publications WHERE paper_id = $1",
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Publication {
        paper: id,
        text: row.text_hash,
        proposed_by: PersonId(row.proposed_by),
        proposed_at: row.proposed_at,
        embargo_until: row.embargo_until,
        confirmed_by: row.confirmed_by.map(PersonId),
        confirmed_at: row.confirmed_at,
        signed: row.signed,
        withheld: row.withheld,
    }))
}

/// What everybody may read now; nothing before its instant.
pub async fn public(pool: &Pool, env: &Env, id: PaperId) -> Result<Option<Publication>> {
    let found = find(pool, id).await?;
    Ok(found.filter(|publication| publication.public_from().is_some_and(|from| from <= env.now())))
}

/// A file of a publication that everybody may read.
pub async fn file(db: impl PgExecutor<'_>, id: PaperId, name: &str) -> Result<Option<PublishedFile>> {
    let row = sqlx::query!("SELECT media, body FROM published_files WHERE paper_id = $1 AND name = $2", id.0, name)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|row| PublishedFile { name: name.to_owned(), media: row.media, body: row.body }))
}

/// The names of a publication's files and their SHA-256, by name.
pub async fn files(db: impl PgExecutor<'_>, id: PaperId) -> Result<Vec<(String, Vec<u8>)>> {
    let rows = sqlx::query!("SELECT name, sha256 FROM published_files WHERE paper_id = $1 ORDER BY name", id.0)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.sha256)).collect())
}

/// The publication that has a file with these bytes, and what the file is called there.
pub async fn by_hash(pool: &Pool, env: &Env, sha256: &[u8]) -> Result<Option<(Publication, String)>> {
    let rows = sqlx::query!("SELECT paper_id, name FROM published_files WHERE sha256 = $1 LIMIT 20", sha256)
        .fetch_all(pool)
        .await?;
    for row in rows {
        if let Some(publication) = public(pool, env, PaperId(row.paper_id)).await? {
            return Ok(Some((publication, row.name)));
        }
    }
    Ok(None)
}

/// Organisations that had signed by public name and withdrew after the text was public: their names, and when.
pub async fn withdrawn(db: impl PgExecutor<'_>, publication: &Publication) -> Result<Vec<(LText, DateTime<Utc>)>> {
    let Some(confirmed) = publication.confirmed_at else { return Ok(Vec::new()) };
    let rows = sqlx::query!(
        r#"SELECT COALESCE(NULLIF(e.display_en, ''), o.name_en) AS "en!", COALESCE(NULLIF(e.display_km, ''), o.name_km) AS "km!",
                  e.stated_at
           FROM endorsements e JOIN organisations o ON o.id = e.organisation_id
           WHERE e.paper_id = $1 AND e.state = 'withdrawn' AND e.attribution = 'public' AND e.stated_at > $2
           ORDER BY e.stated_at LIMIT 100"#,
        publication.paper.0,
        confirmed,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (LText::new(row.en, row.km), row.stated_at)).collect())
}
