//! Revisions in the database, and what the latest of them cites.

use sala_kernel::{Env, OrganisationId, Page, PageRequest, PaperId, PersonId, Result, RevisionId, Tx};
use sqlx::PgExecutor;

use super::{Content, Revision, RevisionKind};
use crate::access::Deed;

/// The text as it is, as the next revision of a paper that the caller holds.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    paper: PaperId,
    content: &Content,
    kind: RevisionKind,
    note: &str,
) -> Result<RevisionId> {
    let id = RevisionId::fresh(env);
    sqlx::query!(
        "INSERT INTO paper_revisions (id, paper_id, number, kind, note, hash, body, person_id, organisation_id, made_at)
         SELECT $1, $2, COALESCE(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9 FROM paper_revisions WHERE paper_id = $2",
        id.0,
        paper.0,
        kind as RevisionKind,
        note,
        &content.hash[..],
        content.state,
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    cites(tx, paper, content).await?;
    Ok(id)
}

/// What a text cites now; documents that are not there (any more) are left out.
async fn cites(tx: &mut Tx<'_>, paper: PaperId, content: &Content) -> Result<()> {
    sqlx::query!("DELETE FROM paper_citations WHERE paper_id = $1", paper.0).execute(&mut **tx).await?;
    let cited = &content.citations;
    sqlx::query!(
        "INSERT INTO paper_citations (paper_id, place, lang, section, document_id, page, quote)
         SELECT $1, c.place, c.lang, c.section, c.document, c.page, c.quote
         FROM unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY
              AS c (lang, section, document, page, quote, place)
         JOIN evidence_documents d ON d.id = c.document",
        paper.0,
        &cited.iter().map(|c| c.language.tag().to_owned()).collect::<Vec<_>>(),
        &cited.iter().map(|c| c.section.clone()).collect::<Vec<_>>(),
        &cited.iter().map(|c| c.document.0).collect::<Vec<_>>(),
        &cited.iter().map(|c| c.page.clone()).collect::<Vec<_>>(),
        &cited.iter().map(|c| c.quote.clone()).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Papers whose words have rested for ten minutes and are in no revision yet.
pub(super) async fn quiet_ones(db: impl PgExecutor<'_>) -> Result<Vec<PaperId>> {
    let waiting = sqlx::query_scalar!(
        "SELECT p.id FROM papers p
         CROSS JOIN LATERAL (SELECT max(kept_at) AS at FROM text_updates u WHERE u.text_id = p.id) last
         WHERE p.state IN ('draft', 'internal_consultation', 'review') AND last.at < now() - interval '10 minutes'
           AND last.at > COALESCE((SELECT max(recorded_at) FROM paper_revisions r WHERE r.paper_id = p.id), '-infinity')
         LIMIT 20"
    )
    .fetch_all(db)
    .await?;
    Ok(waiting.into_iter().map(PaperId).collect())
}

/// The words of a revision.
pub(super) async fn body(db: impl PgExecutor<'_>, paper: PaperId, number: i32) -> Result<Option<Vec<u8>>> {
    let body =
        sqlx::query_scalar!("SELECT body FROM paper_revisions WHERE paper_id = $1 AND number = $2", paper.0, number)
            .fetch_optional(db)
            .await?;
    Ok(body)
}

/// A page of a paper's revisions, the latest first.
pub(super) async fn find(
    db: impl PgExecutor<'_>,
    paper: PaperId,
    number: Option<i32>,
    page: &PageRequest,
) -> Result<Page<Revision>> {
    let rows = sqlx::query!(
        r#"SELECT id, number, kind AS "kind: RevisionKind", note, hash, person_id, organisation_id, made_at,
                  (SELECT count(*) FROM paper_revisions WHERE paper_id = $1) AS "total!"
           FROM paper_revisions
           WHERE paper_id = $1 AND ($2::int IS NULL OR number = $2) AND ($3::int IS NULL OR number < $3)
           ORDER BY number DESC LIMIT $4"#,
        paper.0,
        number,
        page.after(0).and_then(|n| n.parse::<i32>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Revision> = rows
        .into_iter()
        .map(|row| Revision {
            id: RevisionId(row.id),
            paper,
            number: row.number,
            kind: row.kind,
            note: row.note,
            hash: row.hash,
            person: row.person_id.map(PersonId),
            organisation: row.organisation_id.map(OrganisationId),
            made_at: row.made_at,
        })
        .collect();
    Ok(page.close(found, total, |r: &Revision| vec![r.number.to_string()]))
}
