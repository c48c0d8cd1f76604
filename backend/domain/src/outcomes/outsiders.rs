//! Somebody outside says whether an outcome is so, by a link that answers once.

use chrono::Duration;
use sala_kernel::{
    Env, Error, LText, Language, Message, OutcomeId, Pool, Result, Secret, SubstantiationId, Tx, hash_token,
};

use super::{Answer, Outcome, OutcomeState, Substantiation, service, store, verdict};
use crate::{
    access::{Actor, Deed, acts::ReviewOutcomes},
    campaigns::{self, Campaign},
    mails::{self, CampaignLetter, Letter},
    networks,
    text::Check,
};

/// How long a link works, in days.
const DAYS: i64 = 14;

/// The most people asked about one outcome.
const MOST: usize = 10;

/// Asks somebody outside whether an outcome is so; whoever has not answered is asked anew, and the link before it ends.
pub async fn ask(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: OutcomeId,
    (name, email, language): (&str, &str, Language),
    public_url: &str,
) -> Result<Outcome> {
    let mut tx = pool.begin().await?;
    let (campaign, was, deed) = service::held::<ReviewOutcomes>(&mut tx, actor, id).await?;
    if !matches!(was.state, OutcomeState::Reviewed | OutcomeState::OutForSubstantiation) {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let name = found.line("name", name, 120);
    let email = found.email("email", email);
    if name.is_empty() {
        found.fail("name", Message::Required);
    }
    if email.is_empty() {
        found.fail("email", Message::Required);
    } else if near(&mut tx, &campaign, &was, &email).await? {
        found.fail("email", Message::TooNear);
    }
    if store::asked(&mut *tx, &[id.0]).await?.len() >= MOST {
        found.fail("email", Message::OutOfRange);
    }
    found.finish()?;
    let secret = Secret::fresh(env, "");
    let asked = Substantiation {
        id: SubstantiationId::fresh(env),
        outcome: id,
        name,
        email,
        language,
        asked_at: env.now(),
        expires_at: env.now() + Duration::days(DAYS),
        answer: None,
        comment: String::new(),
        on_record: false,
        answered_at: None,
    };
    if !store::ask(&mut tx, &asked, secret.hash().as_ref(), deed.by).await? {
        return Err(Error::invalid("email", Message::AlreadyAnswered));
    }
    let network = networks::store::lookup(&mut *tx, campaign.network).await?.ok_or(Error::NotFound)?;
    let letter = Letter::Campaign(CampaignLetter::Substantiation {
        name: asked.name.clone(),
        network: network.name.clone(),
        url: format!("{public_url}/substantiate#{}", secret.expose()),
    });
    mails::write(&mut tx, env, None, &asked.email, language, &letter).await?;
    let now = Outcome { state: OutcomeState::OutForSubstantiation, moved_at: env.now(), ..was.clone() };
    service::finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let outcome = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(outcome)
}

/// Who wrote it, who takes part, and who did their part cannot confirm it.
async fn near(tx: &mut Tx<'_>, campaign: &Campaign, outcome: &Outcome, email: &str) -> Result<bool> {
    let mut organisations: Vec<uuid::Uuid> = campaign.team.iter().chain(&outcome.members).map(|o| o.0).collect();
    organisations.extend(outcome.created_for.map(|o| o.0));
    store::is_near(tx, email, &organisations, outcome.created_by).await
}

/// What somebody sees who opens a link.
#[derive(Debug, Clone)]
pub struct Question {
    /// Whom it is for.
    pub name: String,
    /// Which network asks.
    pub network: LText,
    /// Which campaign.
    pub campaign: LText,
    /// Who changed what, when and where.
    pub outcome: Outcome,
    /// Until when the link works.
    pub expires_at: chrono::DateTime<chrono::Utc>,
}

fn spent() -> Error {
    Error::invalid("link", Message::LinkUsedOrExpired)
}

/// Whoever has a part in it and opens the link all the same is told that it is not for them.
async fn opened(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    secret: &str,
) -> Result<(Substantiation, Campaign, Outcome)> {
    let hash = hash_token(secret);
    let asked = store::behind(tx, env, &hash).await?.ok_or_else(spent)?;
    let outcome = store::find(&mut **tx, asked.outcome).await?.ok_or_else(spent)?;
    let campaign = campaigns::store::hold(tx, outcome.campaign).await?.ok_or_else(spent)?;
    let outcome = store::find(&mut **tx, outcome.id).await?.ok_or_else(spent)?;
    if actor.person().is_some_and(|p| Some(p) == outcome.created_by) || campaign.sight(actor) == campaigns::Sight::Team
    {
        return Err(Error::invalid("link", Message::TooNear));
    }
    Ok((asked, campaign, outcome))
}

async fn question(tx: &mut Tx<'_>, asked: &Substantiation, campaign: &Campaign, outcome: Outcome) -> Result<Question> {
    let network = networks::store::lookup(&mut **tx, campaign.network).await?.ok_or_else(spent)?;
    Ok(Question {
        name: asked.name.clone(),
        network: network.name,
        campaign: campaign.title.clone(),
        outcome,
        expires_at: asked.expires_at,
    })
}

/// Shows what a link asks; the link stays as it is.
pub async fn read(pool: &Pool, env: &Env, actor: &Actor, secret: &str) -> Result<Question> {
    let mut tx = pool.begin().await?;
    let (asked, campaign, outcome) = opened(&mut tx, env, actor, secret).await?;
    question(&mut tx, &asked, &campaign, outcome).await
}

/// Answers through a link, once. Where nobody is awaited any more, or somebody could say, the outcome stands as all answers
/// leave it.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    secret: &str,
    (said, comment, on_record): (Answer, &str, bool),
) -> Result<Question> {
    let mut tx = pool.begin().await?;
    let (asked, campaign, was) = opened(&mut tx, env, actor, secret).await?;
    let mut found = Check::new();
    let comment = found.prose("comment", comment, 4000);
    if matches!(said, Answer::AgreesInPart | Answer::Disagrees) && comment.is_empty() {
        found.fail("comment", Message::ReasonNeeded);
    }
    found.finish()?;
    store::answer(&mut tx, env, asked.id, said, &comment, on_record).await?;
    let all = store::asked(&mut *tx, &[was.id.0]).await?;
    let waits = all.iter().any(|s| s.answer.is_none() && s.expires_at > env.now());
    let state = match verdict(all.iter().filter_map(|s| s.answer)) {
        // What is public stays so; what was said stands beside it.
        _ if was.state == OutcomeState::Published => was.state,
        Some(state) => state,
        None if waits => OutcomeState::OutForSubstantiation,
        None => OutcomeState::Reviewed,
    };
    let deed = Deed { by: None, on_behalf_of: None };
    let now = Outcome { state, moved_at: env.now(), ..was.clone() };
    service::finish(&mut tx, env, deed, &campaign, (&was, &now)).await?;
    let question = question(&mut tx, &asked, &campaign, now).await?;
    tx.commit().await?;
    Ok(question)
}
