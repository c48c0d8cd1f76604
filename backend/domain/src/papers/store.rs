//! Papers in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    DocumentId, Env, GroupId, LText, Language, NetworkId, OrganisationId, Page, PageRequest, PaperId, PersonId, Result,
    Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{AuthorMode, Drafter, Paper, PaperState, TextType, Translation};
use crate::{
    access::{Action, Actor, Level, Reach},
    writing::{self, TextId},
};

struct Row {
    id: Uuid,
    network_id: Uuid,
    group_id: Option<Uuid>,
    title_en: String,
    title_km: String,
    text_type: TextType,
    author_mode: AuthorMode,
    summary_en: String,
    summary_km: String,
    source_lang: String,
    authoritative_lang: String,
    level: Level,
    deadline: Option<NaiveDate>,
    state: PaperState,
    state_reason: String,
    consultation_ends_on: Option<NaiveDate>,
    security_checked_by: Option<Uuid>,
    translation: Translation,
    translation_based_on: Option<Vec<u8>>,
    translation_blocks: Vec<String>,
    translation_by: Option<Uuid>,
    created_by: Option<Uuid>,
    created_for: Option<Uuid>,
    created_at: DateTime<Utc>,
    moved_at: DateTime<Utc>,
    version: i32,
    drafters: Vec<Uuid>,
    drafters_for: Vec<Uuid>,
    leads: Vec<bool>,
    themes: Vec<Uuid>,
    total: i64,
}

impl From<Row> for Paper {
    fn from(row: Row) -> Self {
        let drafters = row.drafters.into_iter().zip(row.drafters_for).zip(row.leads);
        Self {
            id: PaperId(row.id),
            network: NetworkId(row.network_id),
            group: row.group_id.map(GroupId),
            title: LText::new(row.title_en, row.title_km),
            text_type: row.text_type,
            author_mode: row.author_mode,
            summary: LText::new(row.summary_en, row.summary_km),
            themes: row.themes,
            source: Language::from_tag(&row.source_lang),
            authoritative: Language::from_tag(&row.authoritative_lang),
            level: row.level,
            deadline: row.deadline,
            state: row.state,
            state_reason: row.state_reason,
            consultation_ends_on: row.consultation_ends_on,
            security_checked_by: row.security_checked_by.map(PersonId),
            translation: row.translation,
            translation_based_on: row.translation_based_on,
            translation_blocks: row.translation_blocks,
            translation_by: row.translation_by.map(PersonId),
            created_by: row.created_by.map(PersonId),
            created_for: row.created_for.map(OrganisationId),
            created_at: row.created_at,
            moved_at: row.moved_at,
            version: row.version,
            drafters: drafters
                .map(|((person, organisation), leads)| Drafter {
                    person: PersonId(person),
                    organisation: Some(OrganisationId(organisation)).filter(|o| !o.0.is_nil()),
                    leads,
                })
                .collect(),
        }
    }
}

/// Which papers are wanted, beside those that the asker may know.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// These alone.
    pub ids: Option<Vec<Uuid>>,
    /// In this network.
    pub network: Option<NetworkId>,
    /// In one of these states.
    pub states: Option<Vec<PaperState>>,
    /// Written by this working group.
    pub group: Option<GroupId>,
    /// Citing this document.
    pub cites: Option<DocumentId>,
}

async fn find(
    db: impl PgExecutor<'_>,
    tickets: Option<&[String]>,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Paper>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT p.id, p.network_id, p.group_id, p.title_en, p.title_km, p.text_type AS "text_type: TextType",
                  p.author_mode AS "author_mode: AuthorMode", p.summary_en, p.summary_km, p.source_lang, p.authoritative_lang,
                  p.level AS "level: Level", p.deadline, p.state AS "state: PaperState", p.state_reason, p.consultation_ends_on,
                  p.security_checked_by, p.translation AS "translation: Translation", p.translation_based_on, p.translation_blocks, p.translation_by,
                  p.created_by, p.created_for, p.created_at, p.moved_at, p.version,
                  ARRAY(SELECT d.person_id FROM paper_drafters d WHERE d.paper_id = p.id ORDER BY d.added_at, d.person_id) AS "drafters!",
                  ARRAY(SELECT COALESCE(d.organisation_id, '00000000-0000-0000-0000-000000000000') FROM paper_drafters d
                        WHERE d.paper_id = p.id ORDER BY d.added_at, d.person_id) AS "drafters_for!",
                  ARRAY(SELECT d.leads FROM paper_drafters d WHERE d.paper_id = p.id ORDER BY d.added_at, d.person_id) AS "leads!",
                  ARRAY(SELECT t.term_id FROM paper_themes t WHERE t.paper_id = p.id ORDER BY t.term_id) AS "themes!",
                  CASE WHEN $3::uuid[] IS NULL THEN (
                      SELECT count(*) FROM papers p
                      WHERE ($1::text[] IS NULL OR p.audience && $1) AND ($4::uuid IS NULL OR p.network_id = $4)
                        AND ($5::paper_state[] IS NULL OR p.state = ANY($5)) AND ($6::uuid IS NULL OR p.group_id = $6)
                        AND ($9::uuid IS NULL OR EXISTS (SELECT FROM paper_citations c WHERE c.document_id = $9 AND c.paper_id = p.id))
                  ) ELSE 0 END AS "total!"
           FROM papers p
           WHERE ($1::text[] IS NULL OR p.audience && $1) AND ($3::uuid[] IS NULL OR p.id = ANY($3))
             AND ($4::uuid IS NULL OR p.network_id = $4) AND ($5::paper_state[] IS NULL OR p.state = ANY($5))
             AND ($6::uuid IS NULL OR p.group_id = $6)
             AND ($9::uuid IS NULL OR EXISTS (SELECT FROM paper_citations c WHERE c.document_id = $9 AND c.paper_id = p.id))
             AND ($7::timestamptz IS NULL OR (p.moved_at, p.id) < ($7, $8))
           ORDER BY p.moved_at DESC, p.id DESC LIMIT $2"#,
        tickets as Option<&[String]>,
        page.limit(),
        wanted.ids.as_deref() as Option<&[Uuid]>,
        wanted.network.map(|n| n.0),
        wanted.states.as_deref() as Option<&[PaperState]>,
        wanted.group.map(|g| g.0),
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        wanted.cites.map(|d| d.0),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Paper> = rows.into_iter().map(Paper::from).collect();
    Ok(page.close(found, total, |p: &Paper| vec![p.moved_at.to_rfc3339(), p.id.0.to_string()]))
}

fn tickets(actor: &Actor) -> Option<Vec<String>> {
    let reach = Reach::with_self(actor, Action::ViewPaper);
    (!reach.all).then(|| reach.tickets())
}

/// A page of papers that the actor may know, the latest moved first.
pub async fn list(db: impl PgExecutor<'_>, actor: &Actor, wanted: &Wanted, page: &PageRequest) -> Result<Page<Paper>> {
    find(db, tickets(actor).as_deref(), wanted, page).await
}

/// Those of at most a hundred papers that the actor may know, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Paper>> {
    let wanted = Wanted { ids: Some(ids.to_vec()), ..Wanted::default() };
    let found = find(db, tickets(actor).as_deref(), &wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().map(|(_, paper)| paper).collect())
}

/// One paper, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: PaperId) -> Result<Option<Paper>> {
    let wanted = Wanted { ids: Some(vec![id.0]), ..Wanted::default() };
    Ok(find(db, None, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, paper)| paper))
}

/// Says what a paper is about.
pub(super) async fn set_themes(tx: &mut Tx<'_>, id: PaperId, themes: &[Uuid]) -> Result<()> {
    sqlx::query!("DELETE FROM paper_themes WHERE paper_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO paper_themes (paper_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id)",
        id.0,
        themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// One paper, held until the transaction ends: no change of its words is kept meanwhile.
pub(crate) async fn hold(tx: &mut Tx<'_>, id: PaperId) -> Result<Option<Paper>> {
    sqlx::query!("SELECT id FROM papers WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(&mut **tx, id).await
}

/// A new paper.
pub(super) async fn insert(tx: &mut Tx<'_>, env: &Env, paper: &Paper, words: &[u8]) -> Result<()> {
    sqlx::query!(
        "INSERT INTO papers (id, network_id, group_id, title_en, title_km, text_type, author_mode, source_lang, authoritative_lang,
                             level, audience, created_by, created_for, created_at, moved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)",
        paper.id.0,
        paper.network.0,
        paper.group.map(|g| g.0),
        paper.title.en,
        paper.title.km,
        paper.text_type as TextType,
        paper.author_mode as AuthorMode,
        paper.source.tag(),
        paper.authoritative.tag(),
        paper.level as Level,
        &paper.facts().audience(),
        paper.created_by.map(|p| p.0),
        paper.created_for.map(|o| o.0),
        paper.created_at,
    )
    .execute(&mut **tx)
    .await?;
    writing::store::begin(tx, TextId::Paper(paper.id)).await?;
    writing::store::append(tx, paper.id.0, paper.created_by, words).await?;
    put(tx, env, paper).await
}

/// Writes everything that may change of a paper, its audience with it.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, now: &Paper) -> Result<()> {
    let people: Vec<Uuid> = now.drafters.iter().map(|d| d.person.0).collect();
    let organisations: Vec<Option<Uuid>> = now.drafters.iter().map(|d| d.organisation.map(|o| o.0)).collect();
    let leads: Vec<bool> = now.drafters.iter().map(|d| d.leads).collect();
    sqlx::query!("DELETE FROM paper_drafters WHERE paper_id = $1 AND person_id <> ALL($2)", now.id.0, &people)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO paper_drafters (paper_id, person_id, organisation_id, leads, added_at)
         SELECT $1, d.person, d.organisation, d.leads, $5 FROM unnest($2::uuid[], $3::uuid[], $4::bool[]) AS d (person, organisation, leads)
         ON CONFLICT (paper_id, person_id) DO UPDATE SET organisation_id = excluded.organisation_id, leads = excluded.leads",
        now.id.0,
        &people,
        &organisations as &[Option<Uuid>],
        &leads,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE papers SET title_en = $2, title_km = $3, summary_en = $4, summary_km = $5, author_mode = $6, authoritative_lang = $7,
                           level = $8, deadline = $9, state = $10, state_reason = $11, consultation_ends_on = $12,
                           security_checked_by = $13, security_checked_at = CASE WHEN $13::uuid IS NULL THEN NULL ELSE COALESCE(security_checked_at, $14) END,
                           translation = $15, translation_based_on = $16, translation_by = $17, moved_at = $18, audience = $19, translation_blocks = $20,
                           version = version + 1
         WHERE id = $1",
        now.id.0,
        now.title.en,
        now.title.km,
        now.summary.en,
        now.summary.km,
        now.author_mode as AuthorMode,
        now.authoritative.tag(),
        now.level as Level,
        now.deadline,
        now.state as PaperState,
        now.state_reason,
        now.consultation_ends_on,
        now.security_checked_by.map(|p| p.0),
        env.now(),
        now.translation as Translation,
        now.translation_based_on,
        now.translation_by.map(|p| p.0),
        now.moved_at,
        &now.facts().audience(),
        &now.translation_blocks,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What papers cite as of their latest revisions; the caller has made sure that the actor may know the papers.
pub async fn cited(db: impl PgExecutor<'_>, papers: &[Uuid]) -> Result<Vec<(PaperId, DocumentId)>> {
    let rows = sqlx::query!(
        "SELECT DISTINCT paper_id, document_id FROM paper_citations WHERE paper_id = ANY($1) ORDER BY paper_id, document_id",
        papers,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (PaperId(row.paper_id), DocumentId(row.document_id))).collect())
}
