//! The evidence library: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::NaiveDate;
use sala_documents::intake::Intake;
use sala_domain::evidence::{self, DocumentDraft, NewDocument, requests, service, uploads};
use sala_kernel::{DocumentId, EvidenceRequestId, GroupId, NetworkId, PersonId, UploadId};

use super::{Consent, Document, DocumentState, EvidenceRequest, Origin};
use crate::graph::{
    context::Ctx as _,
    error::{Status, Violation, outcome, payload},
    networks::Sensitivity,
    scalars::{TextInput, id as read_id, maybe_id},
    viewer::DonePayload,
};

/// A file on its way in.
#[derive(Debug, SimpleObject)]
pub struct Upload {
    /// Its id. Send its bytes by `PUT /files/{id}/part?offset=…`, at most 1,000,000 bytes at once, in order.
    id: ID,
    /// What it is called.
    name: String,
    /// How long it is to be, in bytes.
    bytes: i64,
    /// How much has arrived; go on there.
    received: i64,
    /// It has arrived whole and is sound.
    complete: bool,
}

impl From<evidence::Upload> for Upload {
    fn from(upload: evidence::Upload) -> Self {
        Self {
            id: upload.id.to_string().into(),
            name: upload.name,
            bytes: upload.bytes,
            received: upload.received,
            complete: upload.complete,
        }
    }
}

payload! {
    /// What came of beginning an upload.
    UploadPayload {
        /// The upload.
        upload: Upload
    }
}

payload! {
    /// What came of a change to a document.
    EvidencePayload {
        /// The document as it is now.
        document: Document
    }
}

payload! {
    /// What came of asking the network, or of answering.
    EvidenceRequestPayload {
        /// What was asked.
        request: EvidenceRequest
    }
}

/// What came of adding a document.
#[derive(SimpleObject)]
pub struct AddEvidencePayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
    /// The document: the new one, or the one that the library had already.
    document: Option<Document>,
    /// The library had this file already: nothing was added.
    existing: bool,
}

/// How good a piece of evidence is: 1 (weak) to 4 (strong) each.
#[derive(Debug, InputObject)]
pub struct EvidenceQualityInput {
    /// Voice and inclusion.
    voice: i16,
    /// Appropriateness.
    appropriateness: i16,
    /// Triangulation.
    triangulation: i16,
    /// Contribution.
    contribution: i16,
    /// Transparency.
    transparency: i16,
}

/// What is written of a document; what is left out stays.
#[derive(Debug, Default, InputObject)]
pub struct EvidenceInput {
    /// Its title.
    title: Option<TextInput>,
    /// What it says, in short.
    summary: Option<TextInput>,
    /// Code of its type.
    kind: Option<String>,
    /// Codes of its themes, all of them.
    themes: Option<Vec<String>>,
    /// Codes of its places, all of them.
    places: Option<Vec<String>>,
    /// Who wrote it, all of them.
    authors: Option<Vec<String>>,
    /// Who published it.
    publisher: Option<String>,
    /// When: 2026, 2026-07 or 2026-07-01.
    published_on: Option<String>,
    /// Its languages, as tags, all of them.
    languages: Option<Vec<String>>,
    /// Where it stands on the web.
    url: Option<String>,
    /// Its official number.
    official_number: Option<String>,
    /// How the network came by it.
    origin: Option<Origin>,
    /// When.
    obtained_on: Option<NaiveDate>,
    /// Through whose hands.
    origin_note: Option<String>,
    /// Its licence.
    licence: Option<String>,
    /// Whether the people concerned agreed.
    consent: Option<Consent>,
    /// To what.
    consent_scope: Option<String>,
    /// It holds data about people.
    personal_data: Option<bool>,
    /// Names are taken out.
    anonymised: Option<bool>,
    /// How good it is.
    quality: Option<EvidenceQualityInput>,
}

impl From<EvidenceInput> for DocumentDraft {
    fn from(input: EvidenceInput) -> Self {
        Self {
            title: input.title.map(Into::into),
            summary: input.summary.map(Into::into),
            kind: input.kind,
            themes: input.themes,
            places: input.places,
            authors: input.authors,
            publisher: input.publisher,
            published_on: input.published_on,
            languages: input.languages,
            url: input.url,
            official_number: input.official_number,
            origin: input.origin.map(Into::into),
            obtained_on: input.obtained_on,
            origin_note: input.origin_note,
            licence: input.licence,
            consent: input.consent.map(Into::into),
            consent_scope: input.consent_scope,
            personal_data: input.personal_data,
            anonymised: input.anonymised,
            quality: input
                .quality
                .map(|q| [q.voice, q.appropriateness, q.triangulation, q.contribution, q.transparency]),
        }
    }
}

/// A new document.
#[derive(Debug, InputObject)]
pub struct AddEvidenceInput {
    /// In which network's library.
    network: ID,
    /// Files that have arrived, 1 to 20, in order.
    #[graphql(validator(max_items = 20))]
    uploads: Vec<ID>,
    /// How sensitive it is.
    level: Sensitivity,
    /// The working group that is its team, where it is restricted.
    group: Option<ID>,
    /// What is written of it; without a title, the name of its first file is one.
    #[graphql(default)]
    about: EvidenceInput,
}

/// Adding to the library and keeping it.
#[derive(Debug, Default)]
pub struct EvidenceMutation;

#[Object]
impl EvidenceMutation {
    /// Begins to send a file.
    async fn begin_upload(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For which network's library.")] network: ID,
        #[graphql(desc = "What it is called.")] name: String,
        #[graphql(desc = "How long it is, in bytes.")] bytes: i64,
        #[graphql(
            desc = "Take out what cameras and office programs write about people: place, author, device.",
            default
        )]
        clean: bool,
    ) -> Result<UploadPayload> {
        let services = ctx.services();
        let network: NetworkId = read_id(&network)?;
        UploadPayload::of(
            uploads::begin(&services.pool, &services.env, ctx.actor(), network, &name, bytes, clean).await,
        )
    }

    /// Drops a file that is on its way, with what has arrived of it.
    async fn cancel_upload(&self, ctx: &Context<'_>, #[graphql(desc = "Which upload.")] id: ID) -> Result<DonePayload> {
        let upload: UploadId = read_id(&id)?;
        let services = ctx.services();
        let (pool, env, files, reader) = (&services.pool, &services.env, &services.files, &services.reader);
        DonePayload::of(Intake { pool, env, files, reader }.cancel(ctx.actor(), upload).await)
    }

    /// Adds files that have arrived as one document. A file that the library has makes no second document.
    async fn add_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The document.")] input: AddEvidenceInput,
    ) -> Result<AddEvidencePayload> {
        let services = ctx.services();
        let new = NewDocument {
            network: read_id(&input.network)?,
            uploads: input.uploads.iter().map(read_id).collect::<Result<Vec<UploadId>>>()?,
            level: input.level.into(),
            group: maybe_id::<GroupId>(input.group.as_ref())?,
            draft: input.about.into(),
        };
        let added = service::add(&services.pool, &services.env, ctx.actor(), new).await;
        let (status, added, violations) = outcome(added)?;
        Ok(AddEvidencePayload {
            status,
            violations,
            existing: added.as_ref().is_some_and(|a| a.existing),
            document: added.map(|a| a.document.into()),
        })
    }

    /// Changes what is written of a document.
    async fn edit_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "What is to be written of it.")] input: EvidenceInput,
    ) -> Result<EvidencePayload> {
        let services = ctx.services();
        let document: DocumentId = read_id(&id)?;
        EvidencePayload::of(
            service::edit(&services.pool, &services.env, ctx.actor(), document, version, input.into()).await,
        )
    }

    /// Moves a document on: catalogued, published at its level, expired, and back from there.
    async fn move_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Where to.")] state: DocumentState,
    ) -> Result<EvidencePayload> {
        let services = ctx.services();
        let document: DocumentId = read_id(&id)?;
        EvidencePayload::of(
            service::go(&services.pool, &services.env, ctx.actor(), document, version, state.into()).await,
        )
    }

    /// Puts a newer edition, or the copy that is kept, in a document's place.
    async fn supersede_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The newer edition.")] newer: ID,
    ) -> Result<EvidencePayload> {
        let services = ctx.services();
        let (document, newer): (DocumentId, DocumentId) = (read_id(&id)?, read_id(&newer)?);
        EvidencePayload::of(
            service::supersede(&services.pool, &services.env, ctx.actor(), document, version, newer).await,
        )
    }

    /// Changes how sensitive a document is. Whoever edits it raises it at once; only the security focal point lowers it.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn set_evidence_level(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "How sensitive it is to be.")] level: Sensitivity,
        #[graphql(desc = "Why.", default)] reason: String,
        #[graphql(desc = "The working group that is its team.")] group: Option<ID>,
        #[graphql(desc = "Named persons, where it is confidential.", default, validator(max_items = 50))] readers: Vec<
            ID,
        >,
    ) -> Result<EvidencePayload> {
        let services = ctx.services();
        let document: DocumentId = read_id(&id)?;
        let to = service::Protection {
            level: level.into(),
            reason,
            group: maybe_id::<GroupId>(group.as_ref())?,
            readers: readers.iter().map(read_id).collect::<Result<Vec<PersonId>>>()?,
        };
        EvidencePayload::of(service::set_level(&services.pool, &services.env, ctx.actor(), document, version, to).await)
    }

    /// Takes a document back: its files go at once, a stub says so.
    async fn withdraw_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "Why; may be left out where consent was taken back.", default)] reason: String,
        #[graphql(desc = "The people concerned took their consent back.", default)] consent: bool,
    ) -> Result<EvidencePayload> {
        let services = ctx.services();
        let document: DocumentId = read_id(&id)?;
        EvidencePayload::of(
            service::withdraw(&services.pool, &services.env, ctx.actor(), document, version, &reason, consent).await,
        )
    }

    /// Asks the network for what its library lacks.
    async fn ask_for_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which network.")] network: ID,
        #[graphql(desc = "What is wanted.")] wanted: String,
    ) -> Result<EvidenceRequestPayload> {
        let services = ctx.services();
        let network: NetworkId = read_id(&network)?;
        EvidenceRequestPayload::of(requests::ask(&services.pool, &services.env, ctx.actor(), network, &wanted).await)
    }

    /// Answers what was asked of the library, with words, a document, or both.
    async fn answer_evidence_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which request.")] id: ID,
        #[graphql(desc = "The answer in words.", default)] answer: String,
        #[graphql(desc = "The document that answers.")] document: Option<ID>,
    ) -> Result<EvidenceRequestPayload> {
        let services = ctx.services();
        let request: EvidenceRequestId = read_id(&id)?;
        let document = maybe_id::<DocumentId>(document.as_ref())?;
        EvidenceRequestPayload::of(
            requests::answer(&services.pool, &services.env, ctx.actor(), request, &answer, document).await,
        )
    }
}
