//! Documents in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    DocumentId, Env, FileId, GroupId, LText, NetworkId, OrganisationId, Page, PageRequest, PersonId, PlaceCode, Result,
    TermId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Consent, Document, DocumentState, File, Origin, TextState, uploads::Arrived};
use crate::access::{Action, Actor, Level, Reach};

struct Row {
    id: Uuid,
    network_id: Uuid,
    organisation_id: Option<Uuid>,
    group_id: Option<Uuid>,
    state: DocumentState,
    level: Level,
    level_reason: String,
    title_en: String,
    title_km: String,
    abstract_en: String,
    abstract_km: String,
    doc_type: Option<Uuid>,
    authors: Vec<String>,
    publisher: String,
    published_on: String,
    languages: Vec<String>,
    url: String,
    official_number: String,
    origin: Option<Origin>,
    obtained_on: Option<NaiveDate>,
    origin_note: String,
    licence: String,
    consent: Consent,
    consent_scope: String,
    consent_withdrawn_on: Option<NaiveDate>,
    personal_data: bool,
    anonymised: bool,
    quality: Option<Vec<i16>>,
    superseded_by: Option<Uuid>,
    state_reason: String,
    uploaded_by: Option<Uuid>,
    uploaded_at: DateTime<Utc>,
    settled: bool,
    version: i32,
    places: Vec<String>,
    themes: Vec<Uuid>,
    readers: Vec<Uuid>,
    total: i64,
}

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        Self {
            id: DocumentId(row.id),
            network: NetworkId(row.network_id),
            organisation: row.organisation_id.map(OrganisationId),
            group: row.group_id.map(GroupId),
            state: row.state,
            level: row.level,
            level_reason: row.level_reason,
            title: LText::new(row.title_en, row.title_km),
            summary: LText::new(row.abstract_en, row.abstract_km),
            kind: row.doc_type.map(TermId),
            authors: row.authors,
            publisher: row.publisher,
            published_on: row.published_on,
            languages: row.languages,
            url: row.url,
            official_number: row.official_number,
            origin: row.origin,
            obtained_on: row.obtained_on,
            origin_note: row.origin_note,
            licence: row.licence,
            consent: row.consent,
            consent_scope: row.consent_scope,
            consent_withdrawn_on: row.consent_withdrawn_on,
            personal_data: row.personal_data,
            anonymised: row.anonymised,
            quality: row.quality.and_then(|marks| marks.try_into().ok()),
            superseded_by: row.superseded_by.map(DocumentId),
            state_reason: row.state_reason,
            uploaded_by: row.uploaded_by.map(PersonId),
            uploaded_at: row.uploaded_at,
            settled: row.settled,
            version: row.version,
            places: row.places.into_iter().map(PlaceCode).collect(),
            themes: row.themes.into_iter().map(TermId).collect(),
            readers: row.readers.into_iter().map(PersonId).collect(),
        }
    }
}

/// Which documents are wanted, beside those that the asker may know.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// These alone.
    pub ids: Option<Vec<Uuid>>,
    /// In the library of this network.
    pub network: Option<NetworkId>,
    /// In one of these states.
    pub states: Option<Vec<DocumentState>>,
    /// With this very file among theirs.
    pub sha256: Option<String>,
}

/// Who asks, as tickets; none: the hub itself.
async fn find(
    db: impl PgExecutor<'_>,
    tickets: Option<&[String]>,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Document>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT d.id, d.network_id, d.organisation_id, d.group_id, d.state AS "state: DocumentState", d.level AS "level: Level",
                  d.level_reason, d.title_en, d.title_km, d.abstract_en, d.abstract_km, d.doc_type, d.authors, d.publisher,
                  d.published_on, d.languages, d.url, d.official_number, d.origin AS "origin: Origin", d.obtained_on, d.origin_note,
                  d.licence, d.consent AS "consent: Consent", d.consent_scope, d.consent_withdrawn_on, d.personal_data, d.anonymised,
                  d.quality, d.superseded_by, d.state_reason, d.uploaded_by, d.uploaded_at, d.settled_at IS NOT NULL AS "settled!", d.version,
                  ARRAY(SELECT place_code FROM evidence_places p WHERE p.document_id = d.id ORDER BY 1) AS "places!",
                  ARRAY(SELECT t.term_id FROM evidence_themes t JOIN terms ON terms.id = t.term_id
                        WHERE t.document_id = d.id ORDER BY terms.position) AS "themes!",
                  ARRAY(SELECT person_id FROM evidence_readers r WHERE r.document_id = d.id ORDER BY 1) AS "readers!",
                  CASE WHEN $3::uuid[] IS NULL THEN (
                      SELECT count(*) FROM evidence_documents d
                      WHERE ($1::text[] IS NULL OR d.audience && $1) AND ($4::uuid IS NULL OR d.network_id = $4)
                        AND ($5::evidence_state[] IS NULL OR d.state = ANY($5))
                        AND ($6::text IS NULL OR EXISTS (
                            SELECT 1 FROM evidence_files f WHERE f.document_id = d.id AND f.sha256 = $6 AND f.removed_at IS NULL))
                  ) ELSE 0 END AS "total!"
           FROM evidence_documents d
           WHERE ($1::text[] IS NULL OR d.audience && $1) AND ($3::uuid[] IS NULL OR d.id = ANY($3))
             AND ($4::uuid IS NULL OR d.network_id = $4) AND ($5::evidence_state[] IS NULL OR d.state = ANY($5))
             AND ($6::text IS NULL OR EXISTS (
                 SELECT 1 FROM evidence_files f WHERE f.document_id = d.id AND f.sha256 = $6 AND f.removed_at IS NULL))
             AND ($7::timestamptz IS NULL OR (d.uploaded_at, d.id) < ($7, $8))
           ORDER BY d.uploaded_at DESC, d.id DESC LIMIT $2"#,
        tickets as Option<&[String]>,
        page.limit(),
        wanted.ids.as_deref() as Option<&[Uuid]>,
        wanted.network.map(|n| n.0),
        wanted.states.as_deref() as Option<&[DocumentState]>,
        wanted.sha256.as_deref(),
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Document> = rows.into_iter().map(Document::from).collect();
    Ok(page.close(found, total, |d: &Document| vec![d.uploaded_at.to_rfc3339(), d.id.0.to_string()]))
}

/// The tickets of whoever asks.
pub fn tickets(actor: &Actor) -> Option<Vec<String>> {
    let reach = Reach::with_self(actor, Action::ViewEvidence);
    (!reach.all).then(|| reach.tickets())
}

/// A page of documents that the actor may know, the latest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Document>> {
    find(db, tickets(actor).as_deref(), wanted, page).await
}

/// Those of at most a hundred documents that the actor may know, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Document>> {
    let wanted = Wanted { ids: Some(ids.to_vec()), ..Wanted::default() };
    let found = find(db, tickets(actor).as_deref(), &wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().map(|(_, document)| document).collect())
}

/// At most a hundred documents, whoever asks: for the hub's own work.
pub async fn lookup_many(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Document>> {
    let wanted = Wanted { ids: Some(ids.to_vec()), ..Wanted::default() };
    let found = find(db, None, &wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().map(|(_, document)| document).collect())
}

/// Documents with the very same file in a network's library, whoever asks.
pub(super) async fn twins(tx: &mut Tx<'_>, network: NetworkId, sha256: &str) -> Result<Vec<Document>> {
    let wanted = Wanted { network: Some(network), sha256: Some(sha256.to_owned()), ..Wanted::default() };
    let found = find(&mut **tx, None, &wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().map(|(_, document)| document).collect())
}

/// One document, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: DocumentId) -> Result<Option<Document>> {
    sqlx::query!("SELECT id FROM evidence_documents WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    Ok(lookup_many(&mut **tx, &[id.0]).await?.pop())
}

/// The ids of all documents after one, in order: for building the index anew.
pub async fn ids_after(db: impl PgExecutor<'_>, after: Option<Uuid>, limit: i64) -> Result<Vec<Uuid>> {
    Ok(sqlx::query_scalar!(
        "SELECT id FROM evidence_documents WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2",
        after,
        limit,
    )
    .fetch_all(db)
    .await?)
}

/// Writes a document, new or changed, and who may know it.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, document: &Document) -> Result<()> {
    sqlx::query!(
        "INSERT INTO evidence_documents (id, network_id, organisation_id, group_id, state, level, level_reason, audience, title_en, title_km,
             abstract_en, abstract_km, doc_type, authors, publisher, published_on, languages, url, official_number, origin, obtained_on,
             origin_note, licence, consent, consent_scope, consent_withdrawn_on, personal_data, anonymised, quality, superseded_by,
             state_reason, uploaded_by, uploaded_at, changed_at, settled_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
             $27, $28, $29, $30, $31, $32, $33, $34, CASE WHEN $35::boolean THEN $34::timestamptz END)
         ON CONFLICT (id) DO UPDATE SET
             group_id = excluded.group_id, state = excluded.state, level = excluded.level, level_reason = excluded.level_reason,
             audience = excluded.audience, title_en = excluded.title_en, title_km = excluded.title_km, abstract_en = excluded.abstract_en,
             abstract_km = excluded.abstract_km, doc_type = excluded.doc_type, authors = excluded.authors, publisher = excluded.publisher,
             published_on = excluded.published_on, languages = excluded.languages, url = excluded.url,
             official_number = excluded.official_number, origin = excluded.origin, obtained_on = excluded.obtained_on,
             origin_note = excluded.origin_note, licence = excluded.licence, consent = excluded.consent,
             consent_scope = excluded.consent_scope, consent_withdrawn_on = excluded.consent_withdrawn_on,
             personal_data = excluded.personal_data, anonymised = excluded.anonymised, quality = excluded.quality,
             superseded_by = excluded.superseded_by, state_reason = excluded.state_reason, changed_at = excluded.changed_at,
             settled_at = coalesce(evidence_documents.settled_at, excluded.settled_at),
             version = evidence_documents.version + 1",
        document.id.0,
        document.network.0,
        document.organisation.map(|o| o.0),
        document.group.map(|g| g.0),
        document.state as DocumentState,
        document.level as Level,
        document.level_reason,
        &document.facts().audience(),
        document.title.en,
        document.title.km,
        document.summary.en,
        document.summary.km,
        document.kind.map(|t| t.0),
        &document.authors,
        document.publisher,
        document.published_on,
        &document.languages,
        document.url,
        document.official_number,
        document.origin as Option<Origin>,
        document.obtained_on,
        document.origin_note,
        document.licence,
        document.consent as Consent,
        document.consent_scope,
        document.consent_withdrawn_on,
        document.personal_data,
        document.anonymised,
        document.quality.as_ref().map(<[i16; 5]>::as_slice),
        document.superseded_by.map(|d| d.0),
        document.state_reason,
        document.uploaded_by.map(|p| p.0),
        document.uploaded_at,
        env.now(),
        document.settled,
    )
    .execute(&mut **tx)
    .await?;
    let codes: Vec<String> = document.places.iter().map(|p| p.0.clone()).collect();
    let themes: Vec<Uuid> = document.themes.iter().map(|t| t.0).collect();
    let readers: Vec<Uuid> = document.readers.iter().map(|p| p.0).collect();
    sqlx::query!(
        "WITH gone AS (DELETE FROM evidence_places WHERE document_id = $1 AND NOT place_code = ANY($2))
         INSERT INTO evidence_places (document_id, place_code) SELECT $1, code FROM unnest($2::text[]) AS t(code) ON CONFLICT DO NOTHING",
        document.id.0,
        &codes,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "WITH gone AS (DELETE FROM evidence_themes WHERE document_id = $1 AND NOT term_id = ANY($2))
         INSERT INTO evidence_themes (document_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id) ON CONFLICT DO NOTHING",
        document.id.0,
        &themes,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "WITH gone AS (DELETE FROM evidence_readers WHERE document_id = $1 AND NOT person_id = ANY($2))
         INSERT INTO evidence_readers (document_id, person_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id) ON CONFLICT DO NOTHING",
        document.id.0,
        &readers,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The files of documents that are still there, in order.
pub async fn files(db: impl PgExecutor<'_>, documents: &[Uuid]) -> Result<Vec<File>> {
    let rows = sqlx::query!(
        r#"SELECT id, document_id, name, media, bytes, sha256, object, text_state AS "text_state: TextState", recognised, pages
           FROM evidence_files WHERE document_id = ANY($1) AND removed_at IS NULL ORDER BY document_id, position"#,
        documents,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| File {
            id: FileId(row.id),
            document: DocumentId(row.document_id),
            name: row.name,
            media: row.media,
            bytes: row.bytes,
            sha256: row.sha256,
            object: row.object,
            text: row.text_state,
            recognised: row.recognised,
            pages: row.pages,
        })
        .collect())
}

/// Nobody reads the files of a document from now on; their words go at once, their bytes soon.
pub(super) async fn remove_files(tx: &mut Tx<'_>, env: &Env, document: DocumentId) -> Result<()> {
    sqlx::query!(
        "DELETE FROM evidence_pages WHERE file_id IN (SELECT id FROM evidence_files WHERE document_id = $1)",
        document.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE evidence_files SET removed_at = $2 WHERE document_id = $1 AND removed_at IS NULL",
        document.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that the same file came a second time.
pub(super) async fn note_twin(tx: &mut Tx<'_>, env: &Env, document: DocumentId, twin: DocumentId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO evidence_twins (document_id, twin_id, found_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        document.0,
        twin.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A page of pairs of documents with the same file that nobody has settled yet, the oldest first; for who keeps the
/// library.
pub async fn open_twins(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    page: &PageRequest,
) -> Result<Page<(DocumentId, DocumentId)>> {
    let reach = Reach::of(actor, Action::KeepLibrary);
    let rows = sqlx::query!(
        r#"WITH found AS (SELECT t.document_id, t.twin_id FROM evidence_twins t JOIN evidence_documents d ON d.id = t.document_id
                          WHERE d.network_id = $1 AND t.settled_at IS NULL AND $2)
           SELECT document_id AS "document_id!", twin_id AS "twin_id!", (SELECT count(*) FROM found) AS "total!" FROM found
           WHERE $3::uuid IS NULL OR (document_id, twin_id) > ($3, $4) ORDER BY document_id, twin_id LIMIT $5"#,
        network.0,
        reach.all || reach.reaches(network, Level::Restricted),
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let pairs = rows.into_iter().map(|row| (DocumentId(row.document_id), DocumentId(row.twin_id))).collect();
    Ok(page.close(pairs, total, |(document, twin)| vec![document.0.to_string(), twin.0.to_string()]))
}

/// Settles what was noted of a document and its twins.
pub(super) async fn settle_twins(tx: &mut Tx<'_>, env: &Env, document: DocumentId, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "UPDATE evidence_twins SET settled_at = $2, settled_by = $3 WHERE document_id = $1 AND settled_at IS NULL",
        document.0,
        env.now(),
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes down that somebody opened a confidential document.
pub async fn note_opening(db: impl PgExecutor<'_>, env: &Env, document: DocumentId, person: PersonId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO evidence_openings (document_id, person_id, opened_at) VALUES ($1, $2, $3)",
        document.0,
        person.0,
        env.now(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Which document a file that is still there belongs to.
pub(super) async fn document_of(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<DocumentId>> {
    let id = sqlx::query_scalar!("SELECT document_id FROM evidence_files WHERE id = $1 AND removed_at IS NULL", file.0)
        .fetch_optional(db)
        .await?;
    Ok(id.map(DocumentId))
}

/// Adds a file that has arrived.
pub(super) async fn add_file(
    tx: &mut Tx<'_>,
    id: FileId,
    document: DocumentId,
    position: i32,
    file: &Arrived,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO evidence_files (id, document_id, position, name, media, bytes, sha256, object) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.0,
        document.0,
        position,
        file.name,
        file.sealed.media,
        file.sealed.bytes,
        file.sealed.sha256,
        file.sealed.object,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes who says how good a document is.
pub(super) async fn mark_assessor(tx: &mut Tx<'_>, id: DocumentId, by: Option<PersonId>) -> Result<()> {
    sqlx::query!("UPDATE evidence_documents SET quality_by = $2 WHERE id = $1", id.0, by.map(|p| p.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
