//! Adding, changing and merging entries of the lists.

use sala_kernel::{Env, Error, Message, Pool, Result, TermId, append};

use super::{NewTerm, Term, TermEdit, store};
use crate::{
    access::{Actor, Authorized, Facts, acts::ManageTerms, authorize},
    text::Check,
};

/// Lists belong to the whole hub: anyone may read them, and whoever keeps them in any network may change them.
fn may_manage<T>(actor: &Actor, thing: T) -> Result<Authorized<T, ManageTerms>> {
    authorize(actor, thing, &Facts { public: true, shared: true, ..Facts::default() })
}

/// Adds an entry at the end of a list.
pub async fn add(pool: &Pool, env: &Env, actor: &Actor, new: NewTerm) -> Result<Term> {
    let mut check = Check::new();
    let sound = (2..=40).contains(&new.code.len())
        && new.code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !sound {
        check.fail("code", Message::TermCode);
    }
    let new = NewTerm {
        label: sala_kernel::LText::new(
            check.line("label.en", &new.label.en, 120),
            check.line("label.km", &new.label.km, 120),
        ),
        ..new
    };
    if new.label.is_empty() {
        check.fail("label", Message::NameRequired);
    }
    let proof = may_manage(actor, new)?;
    check.finish()?;
    let mut tx = pool.begin().await?;
    let id = store::insert(&mut tx, env, &proof)
        .await
        .map_err(|e| e.on_constraint("terms_code_unique", "code", Message::TermCodeTaken))?;
    append(&mut tx, env, proof.deed().event("term.added", id)).await?;
    let term = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(term)
}

/// Changes an entry as it was read at `version`.
pub async fn edit(pool: &Pool, env: &Env, actor: &Actor, id: TermId, version: i32, edit: TermEdit) -> Result<Term> {
    let mut tx = pool.begin().await?;
    let term = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let proof = may_manage(actor, term)?;
    let mut now = proof.thing().clone();
    let mut check = Check::new();
    if let Some(label) = edit.label {
        now.label.en = check.line("label.en", &label.en, 120);
        now.label.km = check.line("label.km", &label.km, 120);
        if now.label.is_empty() {
            check.fail("label", Message::NameRequired);
        }
    }
    if now.merged_into.is_some() {
        check.fail("", Message::TermMerged);
    }
    now.reviewed_km = edit.reviewed_km.unwrap_or(now.reviewed_km);
    now.active = edit.active.unwrap_or(now.active);
    check.finish()?;
    if proof.thing().version != version || !store::update(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    append(&mut tx, env, proof.deed().event("term.edited", id)).await?;
    let term = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(term)
}

/// Merges one entry into another of the same list; everything that pointed at it follows.
pub async fn merge(pool: &Pool, env: &Env, actor: &Actor, from: TermId, into: TermId) -> Result<Term> {
    let mut tx = pool.begin().await?;
    let old = store::lookup(&mut *tx, from).await?.ok_or(Error::NotFound)?;
    let kept = store::lookup(&mut *tx, into).await?.ok_or(Error::NotFound)?;
    let proof = may_manage(actor, old)?;
    let old = proof.thing();
    if old.id == kept.id || kept.merged_into.is_some() || old.merged_into.is_some() || old.taxonomy != kept.taxonomy {
        return Err(Error::invalid("into", Message::TermSelf));
    }
    let now = Term { active: false, merged_into: Some(into), ..old.clone() };
    if !store::update(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    store::repoint(&mut tx, &proof, into).await?;
    append(&mut tx, env, proof.deed().event("term.merged", from)).await?;
    tx.commit().await?;
    Ok(kept)
}
