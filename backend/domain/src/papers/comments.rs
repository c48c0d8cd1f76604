//! Comments and amendments: made, answered, taken back, replied to, supported.

use sala_kernel::{CommentId, Env, Error, Language, Message, Page, PageRequest, PaperId, Pool, Result, Tx};

pub use super::comment_store::{count_open, replies};
use super::{
    Amendment, Comment, CommentKind, CommentState, Operation, Paper, Texts, comment_store,
    service::{announce, may},
    store,
};
use crate::{
    access::{
        Actor, Deed,
        acts::{AmendPaper, CommentPaper, LeadPaper, ViewPaper},
        authorize,
    },
    text::Check,
    writing,
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
    let id = comment_store::insert(&mut tx, env, deed, person, &new).await?;
    tell(&mut tx, env, deed, &paper, "paper.commented", id).await?;
    let comment = comment_store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
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
    let comment = comment_store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let paper = known(tx, actor, comment.paper).await?;
    // Read again, now that nobody else can answer it.
    let comment = comment_store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
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
    let deed = may::<LeadPaper>(actor, &paper.lead_facts())?;
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
                && conflicts(
                    &comment,
                    amendment,
                    &texts.read(&writing::store::kept(&mut *tx, paper.id.0).await?.whole())?,
                )
            {
                found.fail("state", Message::AmendmentConflict);
            }
        }
        _ => {}
    }
    found.finish()?;
    comment_store::answer(&mut tx, env, deed, id, state, &response).await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_answered", id).await?;
    let comment = comment_store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
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
    comment_store::withdraw(&mut tx, id).await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_withdrawn", id).await?;
    let comment = comment_store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
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
    let person = actor.signed_in()?.person();
    comment_store::reply(&mut tx, env, deed, person, id, &body).await?;
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
    let person = actor.signed_in()?.person();
    comment_store::support(&mut tx, id, organisation, person, supports).await?;
    tell(&mut tx, env, deed, &paper, "paper.comment_supported", id).await?;
    let comment = comment_store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
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
    comment_store::find(pool, Some(paper), None, state, page).await
}
