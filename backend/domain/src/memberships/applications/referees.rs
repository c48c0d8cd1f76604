//! Referees: two member organisations who know the applicant, asked by a link that answers once.

use chrono::Duration;
use sala_kernel::{Env, Error, LText, Language, Message, NetworkId, Pool, RefereeId, Result, Secret, Tx};

use super::{Referee, ReferenceAnswer, ReferenceView, store};
use crate::{
    access::Deed,
    access::{Actor, Authorized, acts::ReviewApplication, authorize},
    mails::{self, ApplicationLetter, Letter},
    memberships::{self, Membership, MembershipState, moves},
    organisations,
    text::Check,
};

/// How long a referee's link works, in days.
const DAYS: i64 = 14;

/// Asks those referees of an application from whom an answer is awaited; each gets a new link.
pub(super) async fn ask(
    tx: &mut Tx<'_>,
    env: &Env,
    network: NetworkId,
    applicant: &LText,
    referees: &[Referee],
    public_url: &str,
) -> Result<()> {
    for referee in referees.iter().filter(|r| !r.is_settled()) {
        let secret = Secret::fresh(env, "");
        store::ask(tx, env, referee.id, secret.hash().as_ref(), env.now() + Duration::days(DAYS)).await?;
        let url = format!("{public_url}/reference#{}", secret.expose());
        for (person, address, language) in store::addresses(tx, network, referee.organisation).await? {
            let letter = Letter::Application(ApplicationLetter::ReferenceAsked {
                applicant: applicant.clone(),
                url: url.clone(),
            });
            mails::store::write(tx, env, person, &address, Language::from_tag(&language), &letter).await?;
        }
    }
    Ok(())
}

/// What somebody sees who opens a referee's link. The link stays as it is.
pub async fn read(pool: &Pool, env: &Env, secret: &str) -> Result<ReferenceView> {
    let mut tx = pool.begin().await?;
    let referee = store::referee_behind(&mut tx, env, secret).await?.ok_or_else(spent)?;
    store::reference_view(&mut tx, &referee).await
}

/// Answers through a link, once. `name` is who answers, in their own words.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    secret: &str,
    answer: ReferenceAnswer,
    statement: &str,
    name: &str,
) -> Result<ReferenceView> {
    let mut tx = pool.begin().await?;
    let referee = store::referee_behind(&mut tx, env, secret).await?.ok_or_else(spent)?;
    let mut found = Check::new();
    let statement = found.prose("statement", statement, 4000);
    let name = found.line("name", name, 120);
    if name.is_empty() {
        found.fail("name", Message::Required);
    }
    if answer == ReferenceAnswer::DoesNotRecommend && statement.is_empty() {
        found.fail("statement", Message::ReasonNeeded);
    }
    found.finish()?;
    let view = store::reference_view(&mut tx, &referee).await?;
    if !store::answer(&mut tx, env, referee.id, answer, &statement, &name, actor.person()).await? {
        return Err(spent());
    }
    let membership = memberships::store::lookup(&mut *tx, referee.membership).await?.ok_or(Error::NotFound)?;
    let deed = Deed { by: actor.person(), on_behalf_of: Some(referee.organisation) };
    moves::announce(&mut tx, env, deed, &membership, "membership.referee_answered").await?;
    tx.commit().await?;
    Ok(view)
}

/// Goes on without a referee's answer, with a reason.
pub async fn waive(pool: &Pool, env: &Env, actor: &Actor, id: RefereeId, reason: &str) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let (membership, referee) = store::referee(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::store::lookup(&mut *tx, membership.organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut *tx, &organisation).await?.within(membership.network);
    let proof: Authorized<_, ReviewApplication> = authorize(actor, membership, &facts)?;
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    let open = matches!(proof.thing().state, MembershipState::Applied | MembershipState::UnderReview);
    if !open || !store::waive(&mut tx, env, referee.id, &reason, proof.by()).await? {
        return Err(Error::Conflict);
    }
    moves::announce(&mut tx, env, proof.deed(), proof.thing(), "membership.referee_waived").await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}

fn spent() -> Error {
    Error::invalid("link", Message::LinkUsedOrExpired)
}
