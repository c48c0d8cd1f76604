//! The evidence library: what there is to read.

mod changes;
mod saved;
mod search;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::EvidenceMutation;
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Level, Reach},
    evidence::{self, requests, store, texts},
    papers,
};
use sala_kernel::{DocumentId, NetworkId, Page, PersonId};
pub use saved::{SavedSearch, SavedSearchMutation};
pub use search::EvidenceQuery;

use super::{
    context::Ctx as _,
    error::shape,
    groups::Group,
    loaders::{FilesOf, broken},
    networks::{Network, Sensitivity},
    organisations::Organisation,
    page::{EvidenceConnection, EvidenceRequestConnection, EvidenceTwinsConnection, PaperConnection, request},
    people::Person,
    places::Place,
    rows::Plain,
    scalars::Text,
    terms::Term,
};

/// Where a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "evidence::DocumentState")]
pub enum DocumentState {
    /// Sent; its uploader and the curators know it.
    Uploaded,
    /// Described; still theirs alone.
    Catalogued,
    /// Known at its level.
    Published,
    /// A newer edition took its place.
    Superseded,
    /// Taken back; a stub stays.
    Withdrawn,
    /// Out of date.
    Expired,
}

/// How the network came by a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "DocumentOrigin", remote = "evidence::Origin")]
pub enum Origin {
    /// Found out by its members.
    OwnResearch,
    /// Published by somebody.
    PublicSource,
    /// The answer to an information request.
    InformationRequest,
    /// Given by a member.
    MemberContributed,
    /// Came unasked.
    LeakedReceived,
    /// Told by somebody.
    OralTestimony,
}

/// Whether the people concerned agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "evidence::Consent")]
pub enum Consent {
    /// Nobody to ask.
    NotApplicable,
    /// They agreed, knowing to what.
    Given,
    /// They did not, or were not asked.
    NotGiven,
    /// They agreed once, and no more.
    Withdrawn,
}

/// Whether a file's words can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "evidence::TextState")]
pub enum TextState {
    /// Being read.
    Waiting,
    /// They can.
    Read,
    /// There are none, or only in pictures: it is found by what is written about it.
    NoText,
    /// The file cannot be read.
    Unreadable,
}

/// How good a piece of evidence is, by the principles of Bond: 1 (weak) to 4 (strong) each.
#[derive(Debug, Clone, Copy, SimpleObject)]
pub struct EvidenceQuality {
    /// Voice and inclusion: those concerned are heard in it.
    voice: i16,
    /// Appropriateness: it was made in a way that fits its question.
    appropriateness: i16,
    /// Triangulation: several sources say so.
    triangulation: i16,
    /// Contribution: it shows what led to what.
    contribution: i16,
    /// Transparency: it says how it was made and what it cannot tell.
    transparency: i16,
}

/// A part of a text.
#[derive(Debug, Clone, SimpleObject)]
pub struct TextPiece {
    /// The words.
    text: String,
    /// They are what was asked for.
    marked: bool,
}

/// A page of a file's text.
#[derive(Debug, Clone, SimpleObject)]
pub struct FilePage {
    /// Counted from 1.
    number: i32,
    /// The language that prevails, as a tag; empty when unknown.
    language: String,
    /// Its words, what was asked for marked.
    pieces: Vec<TextPiece>,
}

/// A file of a document.
#[derive(Debug, Clone)]
pub struct File(evidence::File);

/// A file of a document. Its bytes are at `/files/{id}/content`, pictures of its pages at `/files/{id}/pages/{number}`.
#[Object(name = "EvidenceFile")]
impl File {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What its sender called it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its media type, told from its content.
    async fn media(&self) -> &str {
        &self.0.media
    }

    /// Its length in bytes.
    async fn bytes(&self) -> i64 {
        self.0.bytes
    }

    /// SHA-256 of its bytes, in hexadecimal.
    async fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// Whether its words can be searched.
    async fn text(&self) -> TextState {
        self.0.text.into()
    }

    /// Its words were recognised in pictures, so they may be wrong.
    async fn recognised(&self) -> bool {
        self.0.recognised
    }

    /// How many pages of text it has (slides and sheets count); null where it has none.
    async fn pages(&self) -> Option<i32> {
        self.0.pages
    }

    /// The text of one page; null where there is none.
    async fn page(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Counted from 1.")] number: i32,
        #[graphql(desc = "Words to mark.")] marked: Option<String>,
    ) -> Result<Option<FilePage>> {
        let services = ctx.services();
        // Reading a confidential document is written down, whether as a file or as words.
        let document = ctx.loaders().load_one(self.0.document).await.map_err(broken)?;
        if let (Some(document), Some(person)) = (document, ctx.actor().person())
            && document.level == Level::Confidential
        {
            store::note_opening(&services.pool, &services.env, document.id, person).await.map_err(shape)?;
        }
        let found = texts::some_pages(&services.pool, &[(self.0.id.0, number)]).await.map_err(shape)?;
        Ok(found.into_iter().next().map(|page| {
            let passage = services.search.mark(&page.text, marked.as_deref().unwrap_or_default());
            FilePage {
                number: page.page,
                language: page.language,
                pieces: passage.pieces.into_iter().map(Into::into).collect(),
            }
        }))
    }
}

impl From<sala_search::Piece> for TextPiece {
    fn from(piece: sala_search::Piece) -> Self {
        Self { text: piece.text, marked: piece.marked }
    }
}

/// What you may do with a document.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct DocumentViewerCan {
    /// Change what is written of it, raise its sensitivity.
    edit: bool,
    /// Catalogue, publish and replace it.
    curate: bool,
    /// Take it back.
    withdraw: bool,
    /// Lower its sensitivity.
    lower: bool,
}

/// A document of the library.
#[derive(Debug, Clone)]
pub struct Document(pub(super) evidence::Document);

impl From<evidence::Document> for Document {
    fn from(document: evidence::Document) -> Self {
        Self(document)
    }
}

impl Plain for Document {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A document of a network's evidence library.
#[Object(name = "EvidenceDocument")]
impl Document {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network's library.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// Its title.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// What it says, in short.
    async fn summary(&self) -> Text {
        self.0.summary.clone().into()
    }

    /// Its type; null while nobody said.
    async fn kind(&self, ctx: &Context<'_>) -> Result<Option<Term>> {
        match self.0.kind {
            Some(kind) => Ok(ctx.loaders().load_one(kind).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// What it is about.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        let found = ctx.loaders().load_many(self.0.themes.iter().copied()).await.map_err(broken)?;
        Ok(self.0.themes.iter().filter_map(|id| found.get(id).cloned()).map(Into::into).collect())
    }

    /// Where it is about.
    async fn places(&self, ctx: &Context<'_>) -> Result<Vec<Place>> {
        let found = ctx.loaders().load_many(self.0.places.iter().cloned()).await.map_err(broken)?;
        Ok(self.0.places.iter().filter_map(|code| found.get(code).cloned()).map(Into::into).collect())
    }

    /// Who wrote it.
    async fn authors(&self) -> &[String] {
        &self.0.authors
    }

    /// Who published it.
    async fn publisher(&self) -> &str {
        &self.0.publisher
    }

    /// When it was published, as far as known: 2026, 2026-07 or 2026-07-01 (EDTF level 0); empty when not.
    async fn published_on(&self) -> &str {
        &self.0.published_on
    }

    /// Its languages, as tags (BCP 47).
    async fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// Where it stands on the web.
    async fn url(&self) -> &str {
        &self.0.url
    }

    /// Its official number.
    async fn official_number(&self) -> &str {
        &self.0.official_number
    }

    /// How the network came by it.
    async fn origin(&self) -> Option<Origin> {
        self.0.origin.map(Into::into)
    }

    /// When.
    async fn obtained_on(&self) -> Option<NaiveDate> {
        self.0.obtained_on
    }

    /// Through whose hands.
    async fn origin_note(&self) -> &str {
        &self.0.origin_note
    }

    /// Its licence: an SPDX or Creative Commons id, `all_rights_reserved`, `public_domain_official_text` or `unknown`.
    async fn licence(&self) -> &str {
        &self.0.licence
    }

    /// Whether the people concerned agreed.
    async fn consent(&self) -> Consent {
        self.0.consent.into()
    }

    /// To what.
    async fn consent_scope(&self) -> &str {
        &self.0.consent_scope
    }

    /// When they took it back.
    async fn consent_withdrawn_on(&self) -> Option<NaiveDate> {
        self.0.consent_withdrawn_on
    }

    /// It holds data about people.
    async fn personal_data(&self) -> bool {
        self.0.personal_data
    }

    /// Names are taken out.
    async fn anonymised(&self) -> bool {
        self.0.anonymised
    }

    /// How good it is; null while nobody said.
    async fn quality(&self) -> Option<EvidenceQuality> {
        let [voice, appropriateness, triangulation, contribution, transparency] = self.0.quality?;
        Some(EvidenceQuality { voice, appropriateness, triangulation, contribution, transparency })
    }

    /// How sensitive it is.
    async fn level(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// Why.
    async fn level_reason(&self) -> &str {
        &self.0.level_reason
    }

    /// Where it stands.
    async fn state(&self) -> DocumentState {
        self.0.state.into()
    }

    /// Why it stands so.
    async fn state_reason(&self) -> &str {
        &self.0.state_reason
    }

    /// Which organisation gave it; null for the secretariat, and for one that is not for you.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.0.organisation {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The working group that is its team; null without one.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        match self.0.group {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Named persons who may know it while it is confidential, as far as you may know them.
    async fn readers(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let found = ctx.loaders().load_many(self.0.readers.iter().copied()).await.map_err(broken)?;
        Ok(self.0.readers.iter().filter_map(|id| found.get(id).cloned()).map(Into::into).collect())
    }

    /// Who sent it, as far as you may know them.
    async fn uploaded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.uploaded_by {
            Some(person) => Ok(ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// When.
    async fn uploaded_at(&self) -> DateTime<Utc> {
        self.0.uploaded_at
    }

    /// The newer edition, as far as you may know it.
    #[graphql(complexity = "child_complexity + 1")]
    async fn superseded_by(&self, ctx: &Context<'_>) -> Result<Option<Self>> {
        match self.0.superseded_by {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The papers that cite it as of their latest revision, as far as you may know them; the latest moved first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn cited_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PaperConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = papers::store::Wanted { cites: Some(self.0.id), ..papers::store::Wanted::default() };
        let found = papers::store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await;
        Ok(PaperConnection::of(found.map_err(shape)?))
    }

    /// Its files, in order; none once it was taken back.
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        let found = ctx.loaders().load_one(FilesOf(self.0.id)).await.map_err(broken)?;
        Ok(found.unwrap_or_default().into_iter().map(File).collect())
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> DocumentViewerCan {
        let facts = self.0.facts();
        let may = |action| Reach::with_self(ctx.actor(), action).covers(&facts);
        let there = !self.0.is_stub();
        DocumentViewerCan {
            edit: there && may(Action::EditEvidence),
            curate: there && may(Action::CurateEvidence),
            withdraw: there && may(Action::WithdrawEvidence),
            lower: there && may(Action::LowerEvidence),
        }
    }
}

/// Something asked of the library.
#[derive(Debug)]
pub struct EvidenceRequest(evidence::Asked);

impl From<evidence::Asked> for EvidenceRequest {
    fn from(asked: evidence::Asked) -> Self {
        Self(asked)
    }
}

impl Plain for EvidenceRequest {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// Something that somebody looked for and did not find, asked of the network.
#[Object]
impl EvidenceRequest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What is wanted.
    async fn wanted(&self) -> &str {
        &self.0.wanted
    }

    /// Who asks, as far as you may know them.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one::<PersonId>(self.0.person).await.map_err(broken)?.map(Into::into))
    }

    /// For which organisation; null for the secretariat.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.0.organisation {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Since when.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// The answer in words.
    async fn answer(&self) -> &str {
        &self.0.answer
    }

    /// The document that answers, as far as you may know it.
    #[graphql(complexity = "child_complexity + 1")]
    async fn document(&self, ctx: &Context<'_>) -> Result<Option<Document>> {
        match self.0.document {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// When it was answered; null while it waits.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }
}

/// Two documents with the very same file.
#[derive(Debug, SimpleObject)]
pub struct EvidenceTwins {
    /// The one that came later.
    document: Document,
    /// The one that was there, as far as you may know it.
    twin: Option<Document>,
}

impl Plain for EvidenceTwins {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A page of what waits on the curators' desk, or of one's own on it, the latest first.
pub async fn desk(
    ctx: &Context<'_>,
    network: NetworkId,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<EvidenceConnection> {
    let page = request(first, after)?;
    let wanted = store::Wanted {
        network: Some(network),
        states: Some(vec![evidence::DocumentState::Uploaded, evidence::DocumentState::Catalogued]),
        ..store::Wanted::default()
    };
    let found = store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await.map_err(shape)?;
    Ok(EvidenceConnection::of(found))
}

/// A page of what was asked: everything for curators, one's own for anybody.
pub async fn asked(
    ctx: &Context<'_>,
    network: NetworkId,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<EvidenceRequestConnection> {
    let page = request(first, after)?;
    let found = requests::list(&ctx.services().pool, ctx.actor(), network, &page).await.map_err(shape)?;
    Ok(EvidenceRequestConnection::of(found))
}

/// A page of documents that came twice, for curators.
pub async fn twins(
    ctx: &Context<'_>,
    network: NetworkId,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<EvidenceTwinsConnection> {
    let page = request(first, after)?;
    let pairs = store::open_twins(&ctx.services().pool, ctx.actor(), network, &page).await.map_err(shape)?;
    let ids = pairs.items.iter().flat_map(|(_, (document, twin))| [*document, *twin]);
    let found = ctx.loaders().load_many::<DocumentId, _>(ids).await.map_err(broken)?;
    let pair = |(cursor, (document, twin)): (String, (DocumentId, DocumentId))| {
        let document = found.get(&document).cloned()?.into();
        Some((cursor, EvidenceTwins { document, twin: found.get(&twin).cloned().map(Into::into) }))
    };
    let items = pairs.items.into_iter().filter_map(pair).collect();
    Ok(EvidenceTwinsConnection::of(Page { items, more: pairs.more, total: pairs.total }))
}
