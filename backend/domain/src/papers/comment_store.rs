//! Comments, their replies and supporters in the database.

use sala_kernel::{
    CommentId, Env, Language, OrganisationId, Page, PageRequest, PaperId, PersonId, ReplyId, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Amendment, Comment, CommentKind, CommentState, Operation, Reply, comments::NewComment};
use crate::access::Deed;

/// How many comments nobody has answered.
pub(super) async fn open_ones(tx: &mut Tx<'_>, paper: PaperId) -> Result<i64> {
    let open = sqlx::query_scalar!(
        r#"SELECT count(*) AS "open!" FROM paper_comments WHERE paper_id = $1 AND state = 'open'"#,
        paper.0
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(open)
}

/// A comment as it is made.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    person: PersonId,
    new: &NewComment,
) -> Result<CommentId> {
    let id = CommentId::fresh(env);
    let (operation, old, fresh) = match &new.amendment {
        None => (None, "", ""),
        Some(a) => (Some(a.operation), a.old.as_str(), a.new.as_str()),
    };
    sqlx::query!(
        "INSERT INTO paper_comments (id, paper_id, number, lang, section, quote, anchor, kind, body, operation, old_text, new_text,
                                     person_id, organisation_id, made_at)
         SELECT $1, $2, COALESCE(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
         FROM paper_comments WHERE paper_id = $2",
        id.0,
        new.paper.0,
        new.language.tag(),
        new.section,
        new.quote,
        new.anchor,
        new.kind as CommentKind,
        new.body,
        operation as Option<Operation>,
        old,
        fresh,
        person.0,
        deed.on_behalf_of.map(|o| o.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// What came of a comment.
pub(super) async fn answer(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    id: CommentId,
    state: CommentState,
    response: &str,
) -> Result<()> {
    sqlx::query!(
        "UPDATE paper_comments SET state = $2, response = $3,
                answered_by = CASE WHEN $2 = 'open'::comment_state THEN NULL ELSE $4::uuid END,
                answered_at = CASE WHEN $2 = 'open'::comment_state THEN NULL ELSE $5::timestamptz END
         WHERE id = $1",
        id.0,
        state as CommentState,
        response,
        deed.by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A comment that its author has taken back.
pub(super) async fn withdraw(tx: &mut Tx<'_>, id: CommentId) -> Result<()> {
    sqlx::query!("UPDATE paper_comments SET state = 'withdrawn' WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// A reply to a comment.
pub(super) async fn reply(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    person: PersonId,
    id: CommentId,
    body: &str,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO paper_replies (id, comment_id, person_id, organisation_id, body, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
        ReplyId::fresh(env).0,
        id.0,
        person.0,
        deed.on_behalf_of.map(|o| o.0),
        body,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An organisation's support of an amendment, given or taken back.
pub(super) async fn support(
    tx: &mut Tx<'_>,
    id: CommentId,
    organisation: OrganisationId,
    person: PersonId,
    supports: bool,
) -> Result<()> {
    if supports {
        sqlx::query!(
            "INSERT INTO paper_supporters (comment_id, organisation_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            id.0,
            organisation.0,
            person.0,
        )
        .execute(&mut **tx)
        .await?;
    } else {
        sqlx::query!(
            "DELETE FROM paper_supporters WHERE comment_id = $1 AND organisation_id = $2",
            id.0,
            organisation.0
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// One comment, whoever asks.
pub(super) async fn lookup(db: impl PgExecutor<'_>, id: CommentId) -> Result<Option<Comment>> {
    Ok(find(db, None, Some(id), None, &PageRequest::whole()).await?.items.pop().map(|(_, comment)| comment))
}

/// How many of a paper's comments are open; the caller has made sure that the paper may be known.
pub async fn count_open(db: impl PgExecutor<'_>, papers: &[Uuid]) -> Result<Vec<(PaperId, i64)>> {
    let rows = sqlx::query!(
        r#"SELECT paper_id, count(*) AS "open!" FROM paper_comments WHERE paper_id = ANY($1) AND state = 'open' GROUP BY paper_id"#,
        papers
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (PaperId(row.paper_id), row.open)).collect())
}

/// A page of comments, in order.
pub(super) async fn find(
    db: impl PgExecutor<'_>,
    paper: Option<PaperId>,
    id: Option<CommentId>,
    state: Option<CommentState>,
    page: &PageRequest,
) -> Result<Page<Comment>> {
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT * FROM paper_comments
               WHERE ($1::uuid IS NULL OR paper_id = $1) AND ($2::uuid IS NULL OR id = $2) AND ($3::comment_state IS NULL OR state = $3)
           )
           SELECT id AS "id!", paper_id AS "paper_id!", number AS "number!", lang AS "lang!", section AS "section!", quote AS "quote!", anchor,
                  kind AS "kind!: CommentKind", body AS "body!", operation AS "operation: Operation", old_text AS "old_text!",
                  new_text AS "new_text!", person_id AS "person_id!", organisation_id, made_at AS "made_at!",
                  state AS "state!: CommentState", response AS "response!", answered_by, answered_at,
                  ARRAY(SELECT s.organisation_id FROM paper_supporters s WHERE s.comment_id = found.id ORDER BY 1) AS "supporters!",
                  (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $4::int IS NULL OR number > $4 ORDER BY number LIMIT $5"#,
        paper.map(|p| p.0),
        id.map(|c| c.0),
        state as Option<CommentState>,
        page.after(0).and_then(|n| n.parse::<i32>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Comment> = rows
        .into_iter()
        .map(|row| Comment {
            id: CommentId(row.id),
            paper: PaperId(row.paper_id),
            number: row.number,
            language: Language::from_tag(&row.lang),
            section: row.section,
            quote: row.quote,
            anchor: row.anchor,
            kind: row.kind,
            body: row.body,
            amendment: row.operation.map(|operation| Amendment { operation, old: row.old_text, new: row.new_text }),
            person: PersonId(row.person_id),
            organisation: row.organisation_id.map(OrganisationId),
            made_at: row.made_at,
            state: row.state,
            response: row.response,
            answered_by: row.answered_by.map(PersonId),
            answered_at: row.answered_at,
            supporters: row.supporters.into_iter().map(OrganisationId).collect(),
        })
        .collect();
    Ok(page.close(found, total, |c: &Comment| vec![c.number.to_string()]))
}

/// A page of the replies to a comment, in order; the caller has made sure that its paper may be known.
pub async fn replies(db: impl PgExecutor<'_>, comment: CommentId, page: &PageRequest) -> Result<Page<Reply>> {
    let rows = sqlx::query!(
        r#"SELECT id, person_id, organisation_id, body, made_at,
                  (SELECT count(*) FROM paper_replies WHERE comment_id = $1) AS "total!"
           FROM paper_replies WHERE comment_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3"#,
        comment.0,
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Reply> = rows
        .into_iter()
        .map(|row| Reply {
            id: ReplyId(row.id),
            comment,
            person: PersonId(row.person_id),
            organisation: row.organisation_id.map(OrganisationId),
            body: row.body,
            made_at: row.made_at,
        })
        .collect();
    Ok(page.close(found, total, |r: &Reply| vec![r.id.0.to_string()]))
}
