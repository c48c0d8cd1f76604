//! The text as it was: revisions, which never change.

use sala_kernel::{Env, Error, Message, Page, PageRequest, PaperId, Pool, Result};

use super::{
    Content, Revision, RevisionKind, Texts, revision_store,
    service::{announce, held},
    store,
};
use crate::{
    access::{Actor, Deed, acts::WritePaper},
    text::Check,
    writing,
};

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
    let content = texts.read(&writing::store::kept(&mut *tx, paper.0).await?.whole())?;
    revision_store::insert(&mut tx, env, deed, paper, &content, RevisionKind::Named, &note).await?;
    announce(&mut tx, env, deed, &held, "paper.revision_kept", serde_json::Value::Null).await?;
    let latest = revision_store::find(&mut *tx, paper, None, &PageRequest::whole()).await?.items.into_iter().next();
    tx.commit().await?;
    latest.map(|(_, revision)| revision).ok_or(Error::NotFound)
}

/// Keeps what has changed since the last revision, for those who come later: once somebody has stopped writing.
pub async fn keep_quiet_ones(pool: &Pool, env: &Env, texts: &dyn Texts) -> Result<usize> {
    let mut made = 0;
    for paper in revision_store::quiet_ones(pool).await? {
        let mut tx = pool.begin().await?;
        store::hold(&mut tx, paper).await?.ok_or(Error::NotFound)?;
        // Asked again, now that no other node can keep one: it may have done so a moment ago.
        if revision_store::quiet_ones(&mut *tx).await?.contains(&paper) {
            let content = texts.read(&writing::store::kept(&mut *tx, paper.0).await?.whole())?;
            revision_store::insert(&mut tx, env, Deed::HUB, paper, &content, RevisionKind::Automatic, "").await?;
            made += 1;
        }
        tx.commit().await?;
    }
    Ok(made)
}

/// A page of the revisions of a paper that the actor may know, the latest first.
pub async fn list(pool: &Pool, actor: &Actor, paper: PaperId, page: &PageRequest) -> Result<Page<Revision>> {
    if store::visible(pool, actor, &[paper.0]).await?.is_empty() {
        return Ok(Page::default());
    }
    revision_store::find(pool, paper, None, page).await
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
    let Some(number) = number else { return texts.read(&writing::store::kept(pool, paper.0).await?.whole()) };
    texts.read(&[revision_store::body(pool, paper, number).await?.ok_or(Error::NotFound)?])
}
