//! Editorial changes: a slip of the pen mended after organisations have signed.
//!
//! The text goes back to review and is settled anew like any other. Where convenor and chair, two persons, both say that
//! what changed is editorial, signatures of the one text stand for the other when it is opened again; whoever signed is
//! told what changed, and may withdraw. Any other change asks everybody anew.

use sala_kernel::{Env, Error, Message, PaperId, Pool, Result, Tx};

use super::{EditorialChange, FrozenText, editorial_store, service::frozen, store};
use crate::{
    access::{
        Actor, Level,
        acts::{ConfirmPublication, ConvenePaper, ViewPaper},
        authorize,
    },
    mails::{self, EditorialLetter, Letter},
    papers::{self, AuthorMode, Paper, PaperState, Texts},
    reminders, writing,
};

/// The longest account of what changed that a mail carries, in characters.
const TOLD: usize = 4000;

/// Says that what changed since the signed text is editorial: as its convenor, or as the chair.
pub async fn mark(pool: &Pool, env: &Env, actor: &Actor, texts: &dyn Texts, id: PaperId) -> Result<Paper> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let paper = papers::store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &paper.facts())?;
    let chairs = authorize::<_, ConfirmPublication>(actor, (), &paper.member_facts()).is_ok();
    let deed = papers::service::may::<ConvenePaper>(actor, &paper.member_facts())?;
    if paper.state != PaperState::FinalText || paper.author_mode != AuthorMode::Signatories {
        return Err(Error::Conflict);
    }
    let signed = store::find(&mut *tx, id).await?.ok_or(Error::Conflict)?.text;
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let text = frozen(env, &paper, &content);
    if text.hash == signed {
        return Err(Error::invalid("paper", Message::NothingChanged));
    }
    let mut change = editorial_store::editorial(&mut *tx, id, &signed, &text.hash).await?.unwrap_or(EditorialChange {
        from: signed,
        to: text.hash,
        convenor: None,
        chair: None,
    });
    if change.convenor == Some(by) || change.chair == Some(by) {
        return Err(Error::Forbidden(Message::TwoPersons));
    }
    // The chair convenes as well: that half is taken by whoever has no other.
    match (&mut change.chair, &mut change.convenor) {
        (chair @ None, _) if chairs => *chair = Some(by),
        (_, convenor @ None) => *convenor = Some(by),
        _ => return Err(Error::Forbidden(Message::OnlyChair)),
    }
    editorial_store::mark_editorial(&mut tx, env, id, &change).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.called_editorial", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Keeps the signatures of `before` for `text`, where both have called the change editorial.
pub(super) async fn keep(
    tx: &mut Tx<'_>,
    env: &Env,
    texts: &dyn Texts,
    paper: &Paper,
    before: &[u8],
    text: &FrozenText,
    public_url: &str,
) -> Result<()> {
    let change = editorial_store::editorial(&mut **tx, paper.id, before, &text.hash).await?;
    if !change.is_some_and(|change| change.agreed()) {
        return Ok(());
    }
    let kept = editorial_store::keep_signatures(tx, env, paper.id, before, &text.hash).await?;
    let old = store::frozen(&mut **tx, paper.id, before).await?.ok_or(Error::NotFound)?;
    let changed = [(&old.english, &text.english), (&old.khmer, &text.khmer)]
        .into_iter()
        .map(|(old, new)| texts.changed(old, new))
        .collect::<Vec<_>>()
        .join("\n");
    // A mail says no more than members may know.
    let open = paper.level <= Level::Members;
    let letter = Letter::Editorial(EditorialLetter {
        title: open.then(|| paper.title.clone()),
        changed: if open { changed.chars().take(TOLD).collect() } else { String::new() },
        url: format!("{public_url}/sign/{}", paper.id),
    });
    for organisation in kept {
        for to in reminders::signatories(tx, paper.network, organisation).await? {
            mails::store::write(tx, env, Some(to.person), &to.email, to.language, &letter).await?;
        }
    }
    Ok(())
}
