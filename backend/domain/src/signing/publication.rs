//! Publishing what was signed: proposed by one person, confirmed by another, public from an instant on.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{DocumentId, Env, Error, LText, Message, PageRequest, PaperId, PersonId, Pool, Result, Tx};

use super::{FrozenText, NameOrder, Progress, SignOn, guest_store, publication_store, store};
use crate::{
    access::{
        Action, Actor, Deed, Reach,
        acts::{ConfirmPublication, EndPublication, OpenSignOn},
    },
    decisions::{self, Decision},
    evidence, networks,
    papers::{self, AuthorMode, Content, Paper, PaperState, Texts},
    text::Check,
    writing,
};

/// How far ahead an embargo may lie, in days.
const LONGEST: i64 = 366;

/// Somebody who signed by public name.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// The name as it is shown.
    pub name: LText,
    /// Its logo as PNG, where it may stand beside the name.
    pub logo: Option<Logo>,
    /// When it signed.
    pub at: DateTime<Utc>,
    /// With what it does not agree; empty where it agrees.
    pub reservation: String,
}

/// A picture beside a name.
#[derive(Debug, Clone)]
pub struct Logo {
    /// PNG.
    pub png: Vec<u8>,
    /// How wide, in pixels.
    pub width: i32,
    /// How high, in pixels.
    pub height: i32,
}

/// How a text became the network's position.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// Which network's.
    pub network: LText,
    /// On which day, on its clock.
    pub on: String,
    /// Disagreement that is to stand beside it, with the names that everybody may know.
    pub dissent: Vec<(Option<LText>, String)>,
}

/// Who does not sign, and wants it said under the text.
pub type Dissent = (LText, String);

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
    /// Who signed by public name, in the order that was fixed.
    pub signatories: Vec<Signatory>,
    /// Who does not sign, and wants it said under the text.
    pub dissents: Vec<Dissent>,
    /// How it was adopted; none for a text in the names of those who sign it.
    pub adopted: Option<Adopted>,
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
    /// Taken back, or another text stands in its place.
    pub ended: Option<Ended>,
}

/// What became of a text that was public.
#[derive(Debug, Clone)]
pub struct Ended {
    /// When.
    pub at: DateTime<Utc>,
    /// Why it was taken back; empty where another text stands in its place.
    pub reason: LText,
    /// The text in its place.
    pub successor: Option<PaperId>,
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
    if paper.state != PaperState::Ready {
        return Err(Error::Conflict);
    }
    let settled = settled(&mut tx, &paper).await?;
    let mut found = Check::new();
    if embargo.is_some_and(|until| until <= env.now() || until > env.now() + Duration::days(LONGEST)) {
        found.fail("embargoUntil", Message::ClosesInPast);
    }
    found.finish()?;
    publication_store::propose(&mut tx, env, id, settled.text(), by, embargo).await?;
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
    let settled = settled(&mut tx, &paper).await?;
    if paper.state != PaperState::Ready || proposed.text != settled.text() {
        return Err(Error::Conflict);
    }
    if proposed.proposed_by == by {
        return Err(Error::Forbidden(Message::TwoPersons));
    }
    let text = store::frozen(&mut *tx, id, settled.text()).await?.ok_or(Error::NotFound)?;
    let now = env.now();
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let mut dissents = Vec::new();
    let (signatories, adopted, progress) = match &settled {
        Settled::Signed(sign_on) => {
            dissents = publication_store::dissents(&mut tx, sign_on).await?;
            (signatories(&mut tx, sign_on, false).await?, None, store::progress(&mut *tx, sign_on).await?)
        }
        Settled::Adopted(decision, _) => (Vec::new(), Some(adopted(&mut tx, decision).await?), Progress::default()),
    };
    let edition = Edition {
        titles: titles(&mut tx, &content).await?,
        content,
        text,
        signatories,
        dissents,
        adopted,
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

/// Somebody has taken a signature back while the text waited for its instant: no name is printed that was withdrawn before
/// anybody read it. The files are made anew once it is confirmed again.
pub(super) async fn overtaken(tx: &mut Tx<'_>, env: &Env, paper: &Paper) -> Result<()> {
    if paper.state != PaperState::Published {
        return Ok(());
    }
    let from = publication_store::find(&mut **tx, paper.id).await?.and_then(|found| found.public_from());
    if from.is_none_or(|from| from <= env.now()) {
        return Ok(());
    }
    publication_store::reopen(tx, paper.id).await?;
    let paper = Paper { state: PaperState::Ready, moved_at: env.now(), ..paper.clone() };
    papers::service::finish(tx, env, Deed::HUB, &paper, "paper.publication_overtaken", serde_json::Value::Null).await?;
    Ok(())
}

/// The text as it is handed to its addressee, with the names that only the addressee is told. [`Error::NotFound`] for whoever
/// does not protect them.
pub async fn for_addressee(pool: &Pool, env: &Env, actor: &Actor, texts: &dyn Texts, id: PaperId) -> Result<Edition> {
    let mut tx = pool.begin().await?;
    let paper = papers::store::visible(&mut *tx, actor, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    if !Reach::with_self(actor, Action::ViewWithheld).covers(&paper.member_facts()) {
        return Err(Error::NotFound);
    }
    let sign_on = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    if !matches!(paper.state, PaperState::Ready | PaperState::Published) {
        return Err(Error::Conflict);
    }
    let text = store::frozen(&mut *tx, id, &sign_on.text).await?.ok_or(Error::NotFound)?;
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let signatories = signatories(&mut tx, &sign_on, true).await?;
    let progress = store::progress(&mut *tx, &sign_on).await?;
    Ok(Edition {
        titles: titles(&mut tx, &content).await?,
        content,
        text,
        withheld: progress.count - i64::try_from(signatories.len()).unwrap_or(progress.count),
        signatories,
        dissents: publication_store::dissents(&mut tx, &sign_on).await?,
        adopted: None,
        public_from: env.now(),
        paper,
    })
}

/// What a text that is ready was settled by.
enum Settled {
    /// Organisations signed it.
    Signed(SignOn),
    /// The network adopted it: by this decision, this text.
    Adopted(Decision, Vec<u8>),
}

impl Settled {
    fn text(&self) -> &[u8] {
        match self {
            Self::Signed(sign_on) => &sign_on.text,
            Self::Adopted(_, text) => text,
        }
    }
}

async fn settled(tx: &mut Tx<'_>, paper: &Paper) -> Result<Settled> {
    match paper.author_mode {
        AuthorMode::Signatories => Ok(Settled::Signed(store::find(&mut **tx, paper.id).await?.ok_or(Error::Conflict)?)),
        AuthorMode::NetworkPosition => {
            let decision = decisions::store::adopted(tx, paper.id).await?.ok_or(Error::Conflict)?;
            let text = decision.paper.clone().map(|(_, text)| text).ok_or(Error::Conflict)?;
            Ok(Settled::Adopted(decision, text))
        }
    }
}

async fn adopted(tx: &mut Tx<'_>, decision: &Decision) -> Result<Adopted> {
    let network = networks::store::lookup(&mut **tx, decision.network).await?.ok_or(Error::NotFound)?;
    let zone = networks::store::zone(&mut **tx, decision.network).await?;
    Ok(Adopted {
        network: network.name.clone(),
        on: zone.day(decision.ended_at.unwrap_or(decision.closes_at)).to_string(),
        dissent: decisions::store::dissent(tx, decision.id).await?,
    })
}

/// Takes back what is public, with the reason that everybody reads, or says which public text stands in its place. What was
/// published stays readable, marked so.
pub async fn end(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    reason: LText,
    successor: Option<PaperId>,
) -> Result<Paper> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = papers::service::held::<EndPublication>(&mut tx, actor, id).await?;
    if paper.state != PaperState::Published {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = LText::new(found.prose("reason.en", &reason.en, 2000), found.prose("reason.km", &reason.km, 2000));
    match successor {
        None if reason.is_empty() => found.fail("reason", Message::ReasonNeeded),
        None => {}
        Some(other) => {
            let known = papers::store::visible(&mut *tx, actor, &[other.0]).await?.pop();
            let fits =
                known.is_some_and(|p| p.network == paper.network && p.id != id && p.state == PaperState::Published);
            let public = publication_store::find(&mut *tx, other).await?.and_then(|p| p.public_from());
            if !fits || public.is_none_or(|from| from > env.now()) {
                found.fail("successor", Message::SuccessorUnpublished);
            }
        }
    }
    found.finish()?;
    publication_store::end(&mut tx, env, id, by, &reason, successor).await?;
    paper.state = if successor.is_some() { PaperState::Superseded } else { PaperState::Retracted };
    paper.moved_at = env.now();
    let payload = serde_json::json!({ "state": paper.state.as_str() });
    let paper = papers::service::finish(&mut tx, env, deed, &paper, "paper.publication_ended", payload).await?;
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

/// Who has signed this text by public name, members and guests, in the order that was fixed; for the addressee also those
/// whose name nobody else is told.
async fn signatories(tx: &mut Tx<'_>, sign_on: &SignOn, addressee: bool) -> Result<Vec<Signatory>> {
    let mut found = publication_store::members(tx, sign_on, addressee).await?;
    let wanted = guest_store::Wanted {
        paper: Some(sign_on.paper),
        named: Some(&sign_on.text),
        addressee,
        ..guest_store::Wanted::default()
    };
    let mut page = PageRequest::whole();
    loop {
        let part = guest_store::list(&mut **tx, wanted, &page).await?;
        let last = part.items.last().map(|(cursor, _)| cursor.clone());
        found.extend(part.items.into_iter().filter_map(|(_, guest)| {
            let said = guest.said?;
            Some(Signatory { name: guest.name, reservation: said.reservation, logo: None, at: said.at })
        }));
        match last {
            Some(cursor) if part.more => page = PageRequest::new(Some(100), Some(&cursor))?,
            _ => break,
        }
    }
    match sign_on.order {
        NameOrder::AsSigned => found.sort_by_key(|signatory| signatory.at),
        NameOrder::ByName => found.sort_by_cached_key(|signatory| {
            let name = if signatory.name.en.is_empty() { &signatory.name.km } else { &signatory.name.en };
            name.to_lowercase()
        }),
    }
    Ok(found)
}
