//! Comments and amendments: made, answered, taken back, replied to, supported.

use sala_kernel::{
    CommentId, Env, Error, Language, Message, OrganisationId, Page, PageRequest, PaperId, PersonId, Pool, ReplyId,
    Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Amendment, Comment, CommentKind, CommentState, Operation, Paper, Reply, Texts,
    service::{announce, led, may},
    store,
};
use crate::{
    access::{
        Actor, Deed,
        acts::{AmendPaper, CommentPaper, ViewPaper},
        authorize,
    },
    text::Check,
};

/// A comment to be made.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Of which paper.
    pub paper: PaperId,
    /// In which language's text.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// The passage.
    pub quote: String,
    /// Where the passage is.
    pub anchor: Option<Vec<u8>>,
    /// What it is about.
    pub kind: CommentKind,
    /// What it says.
    pub body: String,
    /// Other words, if it proposes some.
    pub amendment: Option<Amendment>,
}

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

async fn known(tx: &mut Tx<'_>, actor: &Actor, id: PaperId) -> Result<Paper> {
    let paper = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &paper.facts())?;
    Ok(paper)
}

fn checked(found: &mut Check, new: &mut NewComment) {
    new.section = found.line("section", &new.section, 100);
    new.quote = found.prose("quote", &new.quote, 2000);
    new.body = found.prose("body", &new.body, 5000);
    if new.anchor.as_ref().is_some_and(|anchor| anchor.len() > 200) {
        found.fail("anchor", Message::TooLong);
    }
    match &mut new.amendment {
        None if new.body.is_empty() => found.fail("body", Message::Required),
        None => {}
        Some(amendment) => {
            amendment.old = found.prose("oldText", &amendment.old, 5000);
            amendment.new = found.prose("newText", &amendment.new, 5000);
            if amendment.operation != Operation::Add && amendment.old.is_empty() {
                found.fail("oldText", Message::Required);
            }
            if amendment.operation == Operation::Delete {
                amendment.new.clear();
            } else if amendment.new.is_empty() {
                found.fail("newText", Message::Required);
            }
        }
    }
}

/// Says something of a text.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, mut new: NewComment) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let paper = known(&mut tx, actor, new.paper).await?;
    let deed = if new.amendment.is_some() {
        may::<AmendPaper>(actor, &paper.member_facts())?
    } else {
        may::<CommentPaper>(actor, &paper.facts())?
    };
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    let person = actor.signed_in()?.person();
    let mut found = Check::new();
    checked(&mut found, &mut new);
    found.finish()?;
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
        paper.id.0,
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
    .execute(&mut *tx)
    .await?;
    tell(&mut tx, env, deed, &paper, "paper.commented", id).await?;
    let comment = lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}

async fn tell(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    paper: &Paper,
    kind: &'static str,
    comment: CommentId,
) -> Result<()> {
    announce(tx, env, deed, paper, kind, serde_json::json!({ "comment": comment.0 })).await
}

async fn held(tx: &mut Tx<'_>, actor: &Actor, id: CommentId) -> Result<(Comment, Paper)> {
    let comment = lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let paper = known(tx, actor, comment.paper).await?;
    // Read again, now that nobody else can answer it.
    let comment = lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    Ok((comment, paper))
}

/// Answers a comment.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    id: CommentId,
    state: CommentState,
    response: &str,
) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let (comment, paper) = held(&mut tx, actor, id).await?;
    let (_, deed) = led(&mut tx, actor, paper.id).await?;
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    if comment.state == CommentState::Withdrawn {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let response = found.prose("response", response, 5000);
    match state {
        CommentState::NotAccepted if response.is_empty() => found.fail("response", Message::ResponseNeeded),
        CommentState::Withdrawn => found.fail("state", Message::OnlyItsAuthor),
        CommentState::Accepted => {
            if let Some(amendment) = &comment.amendment
                && conflicts(&comment, amendment, &texts.read(&store::kept(&mut *tx, paper.id).await?)?)
            {
                found.fail("state", Message::AmendmentConflict);
            }
        }
        _ => {}
    }
    found.finish()?;
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
    .execute(&mut *tx)
    .await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_answered", id).await?;
    let comment = lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}

/// The words that an amendment is about are not there any more, and nobody has put its own in their place.
pub fn conflicts(comment: &Comment, amendment: &Amendment, content: &super::Content) -> bool {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{200b}', "");
    let section = flat(content.section(comment.language, &comment.section));
    if amendment.old.is_empty() || section.contains(&flat(&amendment.old)) {
        return false;
    }
    amendment.operation != Operation::Replace || !section.contains(&flat(&amendment.new))
}

/// Takes back what one has said.
pub async fn withdraw(pool: &Pool, env: &Env, actor: &Actor, id: CommentId) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let (comment, paper) = held(&mut tx, actor, id).await?;
    let deed = may::<CommentPaper>(actor, &paper.facts())?;
    if Some(comment.person) != deed.by {
        return Err(Error::Forbidden(Message::OnlyItsAuthor));
    }
    if !paper.state.is_open() || comment.state == CommentState::Withdrawn {
        return Err(Error::Conflict);
    }
    sqlx::query!("UPDATE paper_comments SET state = 'withdrawn' WHERE id = $1", id.0).execute(&mut *tx).await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_withdrawn", id).await?;
    let comment = lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}

/// Replies to a comment.
pub async fn reply(pool: &Pool, env: &Env, actor: &Actor, id: CommentId, body: &str) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let (comment, paper) = held(&mut tx, actor, id).await?;
    let deed = may::<CommentPaper>(actor, &paper.facts())?;
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    let mut found = Check::new();
    let body = found.prose("body", body, 5000);
    if body.is_empty() {
        found.fail("body", Message::Required);
    }
    found.finish()?;
    sqlx::query!(
        "INSERT INTO paper_replies (id, comment_id, person_id, organisation_id, body, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
        ReplyId::fresh(env).0,
        id.0,
        actor.signed_in()?.person().0,
        deed.on_behalf_of.map(|o| o.0),
        body,
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_replied", id).await?;
    tx.commit().await?;
    Ok(comment)
}

/// Adds an organisation's support to an amendment, or takes it back.
pub async fn support(pool: &Pool, env: &Env, actor: &Actor, id: CommentId, supports: bool) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let (comment, paper) = held(&mut tx, actor, id).await?;
    let deed = may::<AmendPaper>(actor, &paper.member_facts())?;
    if comment.amendment.is_none() || !paper.state.is_open() || comment.state != CommentState::Open {
        return Err(Error::Conflict);
    }
    let Some(organisation) = deed.on_behalf_of.filter(|o| Some(*o) != comment.organisation) else {
        return Err(Error::invalid("organisation", Message::OwnAmendment));
    };
    if supports {
        sqlx::query!(
            "INSERT INTO paper_supporters (comment_id, organisation_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            id.0,
            organisation.0,
            actor.signed_in()?.person().0,
        )
        .execute(&mut *tx)
        .await?;
    } else {
        sqlx::query!(
            "DELETE FROM paper_supporters WHERE comment_id = $1 AND organisation_id = $2",
            id.0,
            organisation.0
        )
        .execute(&mut *tx)
        .await?;
    }
    tell(&mut tx, env, deed, &paper, "paper.comment_supported", id).await?;
    let comment = lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}

async fn lookup(db: impl PgExecutor<'_>, id: CommentId) -> Result<Option<Comment>> {
    Ok(find(db, None, Some(id), None, &PageRequest::whole()).await?.items.pop().map(|(_, comment)| comment))
}

/// A page of what was said of a paper that the actor may know, in order.
pub async fn list(
    pool: &Pool,
    actor: &Actor,
    paper: PaperId,
    state: Option<CommentState>,
    page: &PageRequest,
) -> Result<Page<Comment>> {
    if store::visible(pool, actor, &[paper.0]).await?.is_empty() {
        return Ok(Page::default());
    }
    find(pool, Some(paper), None, state, page).await
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

async fn find(
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
