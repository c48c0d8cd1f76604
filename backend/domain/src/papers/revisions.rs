//! The text as it was: revisions, which never change.

use sala_kernel::{
    Env, Error, Message, OrganisationId, Page, PageRequest, PaperId, PersonId, Pool, Result, RevisionId, Tx,
};
use sqlx::PgExecutor;

use super::{
    Content, Revision, RevisionKind, Texts,
    service::{announce, held},
    store,
};
use crate::{
    access::{Actor, Deed, acts::WritePaper},
    text::Check,
};

/// Keeps the text as it is, as the next revision of a paper that the caller holds.
pub(super) async fn keep(
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
        "INSERT INTO paper_revisions (id, paper_id, number, kind, note, hash, body, content, person_id, organisation_id, made_at)
         SELECT $1, $2, COALESCE(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM paper_revisions WHERE paper_id = $2",
        id.0,
        paper.0,
        kind as RevisionKind,
        note,
        &content.hash[..],
        content.state,
        content.nodes,
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Gives the text as it is now a name.
pub async fn name(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    paper: PaperId,
    note: &str,
) -> Result<Revision> {
    let mut tx = pool.begin().await?;
    let (held, deed) = held::<WritePaper>(&mut tx, actor, paper).await?;
    let mut check = Check::new();
    let note = check.line("note", note, 200);
    if note.is_empty() {
        check.fail("note", Message::Required);
    }
    check.finish()?;
    let content = texts.read(&store::kept(&mut *tx, paper).await?)?;
    keep(&mut tx, env, deed, paper, &content, RevisionKind::Named, &note).await?;
    announce(&mut tx, env, deed, &held, "paper.revision_kept", serde_json::Value::Null).await?;
    let latest = find(&mut *tx, paper, None, &PageRequest::whole()).await?.items.into_iter().next();
    tx.commit().await?;
    latest.map(|(_, revision)| revision).ok_or(Error::NotFound)
}

/// Keeps what has changed since the last revision, for those who come later: once somebody has stopped writing.
pub async fn keep_quiet_ones(pool: &Pool, env: &Env, texts: &dyn Texts) -> Result<usize> {
    let waiting = sqlx::query_scalar!(
        "SELECT p.id FROM papers p
         CROSS JOIN LATERAL (SELECT max(kept_at) AS at FROM paper_updates u WHERE u.paper_id = p.id) last
         WHERE p.state IN ('draft', 'internal_consultation', 'review') AND last.at < now() - interval '10 minutes'
           AND last.at > COALESCE((SELECT max(recorded_at) FROM paper_revisions r WHERE r.paper_id = p.id), '-infinity')
         LIMIT 20"
    )
    .fetch_all(pool)
    .await?;
    for id in &waiting {
        let mut tx = pool.begin().await?;
        if store::hold(&mut tx, PaperId(*id)).await?.is_some() {
            let content = texts.read(&store::kept(&mut *tx, PaperId(*id)).await?)?;
            keep(&mut tx, env, Deed::HUB, PaperId(*id), &content, RevisionKind::Automatic, "").await?;
        }
        tx.commit().await?;
    }
    Ok(waiting.len())
}

async fn find(
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

/// A page of the revisions of a paper that the actor may know, the latest first.
pub async fn list(pool: &Pool, actor: &Actor, paper: PaperId, page: &PageRequest) -> Result<Page<Revision>> {
    if store::visible(pool, actor, &[paper.0]).await?.is_empty() {
        return Ok(Page::default());
    }
    find(pool, paper, None, page).await
}

/// The text of a revision, or as it is now.
pub async fn content(
    pool: &Pool,
    actor: &Actor,
    texts: &dyn Texts,
    paper: PaperId,
    number: Option<i32>,
) -> Result<Content> {
    store::visible(pool, actor, &[paper.0]).await?.pop().ok_or(Error::NotFound)?;
    let Some(number) = number else { return texts.read(&store::kept(pool, paper).await?) };
    let body =
        sqlx::query_scalar!("SELECT body FROM paper_revisions WHERE paper_id = $1 AND number = $2", paper.0, number)
            .fetch_optional(pool)
            .await?
            .ok_or(Error::NotFound)?;
    texts.read(&[body])
}
