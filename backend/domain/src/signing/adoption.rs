//! What the members decide about a text: that it becomes the network's position, or that it is published although fewer
//! have signed than were needed.

use chrono::{DateTime, Utc};
use sala_kernel::{DecisionId, Env, Error, LText, Language, Message, PaperId, Pool, Result, Tx};

use super::{Progress, SignOn, canonical::hex, service::frozen, store};
use crate::{
    access::{Actor, Deed, Level, acts::OpenSignOn},
    decisions::{self, DecisionState, NewDecision, Scale, Subject},
    papers::{self, AuthorMode, Paper, PaperState, Texts},
    text::Check,
    writing,
};

/// The longest title of a decision.
const TITLE: usize = 200;

/// Puts a final text to those who decide on the network's positions: nothing else is adopted than this text.
pub async fn open(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    id: PaperId,
    scale: Scale,
    closes_at: Option<DateTime<Utc>>,
) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, id).await?;
    if paper.state != PaperState::FinalText || paper.author_mode != AuthorMode::NetworkPosition {
        return Err(Error::Conflict);
    }
    readable(&paper)?;
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let text = frozen(env, &paper, &content);
    store::freeze(&mut tx, env, &text).await?;
    let proposal = said(|language| format!("{} {}", Message::AdoptionProposal.told(language), hex(&text.hash)));
    ask(
        &mut tx,
        env,
        actor,
        &paper,
        Question { subject: Subject::AdoptPosition, text: text.hash, proposal, scale, closes_at },
    )
    .await?;
    paper.state = PaperState::Adoption;
    paper.state_reason.clear();
    paper.moved_at = env.now();
    let paper =
        papers::service::finish(&mut tx, env, deed, &paper, "paper.adoption_opened", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Whoever is asked about a text must be able to read it.
pub(super) fn readable(paper: &Paper) -> Result<()> {
    if paper.level > Level::Members { Err(Error::invalid("paper", Message::TextNotForThem)) } else { Ok(()) }
}

/// Asks the committee to have a statement published although fewer have signed than were needed.
pub async fn ask_to_lower(pool: &Pool, env: &Env, actor: &Actor, id: PaperId, reason: &str) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, id).await?;
    let sign_on = store::find(&mut *tx, id).await?.ok_or(Error::Conflict)?;
    if paper.state != PaperState::SignOn || sign_on.met != Some(false) {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    let progress = store::progress(&mut *tx, &sign_on).await?;
    if progress.count == 0 {
        found.fail("paper", Message::NobodySigned);
    }
    found.finish()?;
    decisions::service::overtake(&mut tx, env, deed, id, Message::AskedAnew.told(paper.source)).await?;
    let proposal = said(|language| lowering(&sign_on, &progress, &reason, language));
    let question = Question {
        subject: Subject::PublishStatement,
        text: sign_on.text.clone(),
        proposal,
        scale: Scale::Vote,
        closes_at: None,
    };
    ask(&mut tx, env, actor, &paper, question).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.lowering_asked", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

struct Question {
    subject: Subject,
    text: Vec<u8>,
    proposal: LText,
    scale: Scale,
    closes_at: Option<DateTime<Utc>>,
}

async fn ask(tx: &mut Tx<'_>, env: &Env, actor: &Actor, paper: &Paper, question: Question) -> Result<DecisionId> {
    let short = |title: &str| title.chars().take(TITLE).collect::<String>();
    let new = NewDecision {
        subject: question.subject,
        membership: None,
        group: None,
        meeting: None,
        paper: Some((paper.id, question.text)),
        title: LText::new(short(&paper.title.en), short(&paper.title.km)),
        proposal: question.proposal,
        scale: question.scale,
        level: paper.level,
        closes_at: question.closes_at,
    };
    decisions::service::open_in(tx, env, actor, paper.network, new).await
}

fn said(words: impl Fn(Language) -> String) -> LText {
    LText::new(words(Language::En), words(Language::Km))
}

fn lowering(sign_on: &SignOn, progress: &Progress, reason: &str, language: Language) -> String {
    let asked = Message::LoweringProposal
        .told(language)
        .replace("{n}", &progress.count.to_string())
        .replace("{m}", &sign_on.threshold.count.to_string());
    format!("{asked}\n\n{reason}\n\n{}", hex(&sign_on.text))
}

/// What comes of a decision on a position: it may be published, or it goes back to its drafters.
pub(crate) async fn decided(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    decision: DecisionId,
    id: PaperId,
    state: DecisionState,
) -> Result<()> {
    let mut paper = papers::store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    // Meanwhile the text may have gone back, or been put anew: what was decided is about none that there still is.
    if paper.state != PaperState::Adoption || !decisions::store::is_newest(tx, id, decision).await? {
        return Ok(());
    }
    paper.state = if state == DecisionState::Adopted { PaperState::Ready } else { PaperState::Review };
    paper.moved_at = env.now();
    let payload = serde_json::json!({ "state": paper.state.as_str() });
    papers::service::finish(tx, env, deed, &paper, "paper.adoption_ended", payload).await?;
    Ok(())
}

/// What comes of a decision to publish although fewer signed: once adopted, the statement may be published.
pub(crate) async fn lowered(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    decision: DecisionId,
    id: PaperId,
    text: &[u8],
    state: DecisionState,
) -> Result<()> {
    let mut paper = papers::store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let Some(sign_on) = store::find(&mut **tx, id).await? else { return Ok(()) };
    let stands = paper.state == PaperState::SignOn && sign_on.met == Some(false) && sign_on.text == text;
    if state != DecisionState::Adopted || !stands {
        return Ok(());
    }
    store::lower(tx, id, decision).await?;
    paper.state = PaperState::Ready;
    paper.moved_at = env.now();
    let payload = serde_json::json!({ "state": paper.state.as_str() });
    papers::service::finish(tx, env, deed, &paper, "paper.lowered", payload).await?;
    Ok(())
}
