//! Beginning, handing in, reviewing, recommending, admitting.

use sala_kernel::{
    DecisionId, Draft, Env, Error, LText, Language, MembershipId, Message, NetworkId, OrganisationId, PersonId, Pool,
    Result, Tx, append,
};

use super::{Applicant, Application, Begun, Edit, ReviewItem, referees, store};
use crate::{
    access::{
        Act, Actor, Authorized, Deed, Level, Role,
        acts::{AcceptConduct, EditApplication, ReviewApplication},
        authorize,
    },
    decisions::{self, DecisionState, NewDecision, Scale, Subject},
    mails::{self, ApplicationLetter, Letter},
    memberships::{Membership, MembershipState, Tier, moves},
    networks,
    organisations::{self, Organisation, Registration},
    people::{self, NewPerson, Sex},
    roles,
    text::Check,
};

/// How many applications one person may have in draft at once.
const DRAFTS: i64 = 3;
/// How many referees an application names.
pub const REFEREES: usize = 2;

/// An application held for a change, with the proof that the actor may make it.
struct Held<A> {
    proof: Authorized<Membership, A>,
    application: Application,
    organisation: Organisation,
}

async fn hold<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: MembershipId) -> Result<Held<A>> {
    let (membership, application) = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let organisation =
        organisations::store::lookup(&mut **tx, membership.organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &organisation).await?.within(membership.network);
    Ok(Held { proof: authorize(actor, membership, &facts)?, application, organisation })
}

/// Begins an application of somebody who has an account.
pub async fn begin(pool: &Pool, env: &Env, actor: &Actor, network: NetworkId, name: LText) -> Result<Membership> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    if store::drafts_of(&mut tx, by).await? >= DRAFTS {
        return Err(Error::invalid("organisation", Message::TooManyDrafts));
    }
    let begun = begin_in(&mut tx, env, network, name, By::Known(by)).await?;
    let membership = crate::memberships::store::lookup(&mut *tx, begun.membership).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(membership)
}

/// Who begins.
#[derive(Debug)]
pub enum By {
    /// Somebody with an account.
    Known(PersonId),
    /// Somebody new.
    New(Applicant),
}

/// As [`begin`], as part of something larger.
pub async fn begin_in(tx: &mut Tx<'_>, env: &Env, network: NetworkId, name: LText, by: By) -> Result<Begun> {
    let host = networks::store::lookup(&mut **tx, network).await?.ok_or(Error::NotFound)?;
    if !host.facts().public || !host.takes_applications {
        return Err(Error::NotFound);
    }
    let mut found = Check::new();
    let name = LText::new(found.line("name.en", &name.en, 200), found.line("name.km", &name.km, 200));
    if name.is_empty() {
        found.fail("name", Message::NameRequired);
    }
    let someone = match &by {
        By::Known(_) => None,
        By::New(applicant) => {
            let new = NewPerson {
                name: applicant.name.clone(),
                email: applicant.email.clone(),
                language: applicant.language,
                sex: Sex::Undisclosed,
                position: LText::default(),
            };
            Some(people::service::checked(&mut found, &new))
        }
    };
    found.finish()?;
    let organisation = OrganisationId::fresh(env);
    organisations::store::insert(tx, env, &Organisation::blank(organisation, name), None).await?;
    let person = match (by, someone) {
        (By::Known(person), _) => {
            people::store::affiliate(tx, env, person, organisation, &LText::default(), None).await?;
            person
        }
        (By::New(_), Some(new)) => people::service::add_in(tx, env, &Actor::Service, organisation, &new).await?,
        (By::New(_), None) => return Err(Error::NotFound),
    };
    let membership = store::insert(tx, env, network, organisation, person).await?;
    roles::service::grant_in(
        tx,
        env,
        &Actor::Service,
        roles::service::NewRole::plain(network, person, Some(organisation), Role::Representative),
    )
    .await?;
    let event = Draft {
        network: Some(network),
        organisation: Some(organisation),
        ..Deed { by: Some(person), on_behalf_of: Some(organisation) }.event("membership.begun", membership)
    };
    append(tx, env, event).await?;
    Ok(Begun { membership, organisation, person })
}

/// Changes an application in draft or given back.
pub async fn edit(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, edit: Edit) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<EditApplication> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    if !matches!(membership.state, MembershipState::Draft | MembershipState::Returned) {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    if let Some(motivation) = edit.motivation {
        let motivation = LText::new(
            found.prose("motivation.en", &motivation.en, 4000),
            found.prose("motivation.km", &motivation.km, 4000),
        );
        store::set_motivation(&mut tx, id, &motivation).await?;
    }
    if let Some(mut named) = edit.referees {
        named.dedup();
        let fit = store::may_refer(&mut tx, membership.network, &named).await?;
        if named.len() > REFEREES || fit.len() != named.len() {
            found.fail("referees", Message::RefereeUnfit);
        } else {
            store::set_referees(&mut tx, env, id, &named).await?;
        }
    }
    found.finish()?;
    moves::announce(&mut tx, env, held.proof.deed(), membership, "membership.application_edited").await?;
    tx.commit().await?;
    Ok(held.proof.thing().clone())
}

/// Names one of the applicant's people as the one who may commit it.
pub async fn name_signatory(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    person: PersonId,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<EditApplication> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    // Once it is or was a member, who signs for it is the secretariat's to record.
    if !membership.state.is_applied_for() {
        return Err(Error::Forbidden(Message::OnlySecretariat));
    }
    if !people::store::facts(&mut *tx, person).await?.owners.contains(&membership.organisation) {
        return Err(Error::NotFound);
    }
    let (network, organisation) = (membership.network, Some(membership.organisation));
    roles::service::grant_in(
        &mut tx,
        env,
        &Actor::Service,
        roles::service::NewRole::plain(network, person, organisation, Role::Signatory),
    )
    .await?;
    moves::announce(&mut tx, env, held.proof.deed(), membership, "membership.signatory_named").await?;
    tx.commit().await?;
    Ok(held.proof.thing().clone())
}

/// Hands an application in. What is missing is told all at once, and it stays a draft.
pub async fn submit(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, public_url: &str) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<EditApplication> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    let named = store::referees(&mut *tx, &[id.0]).await?;
    let mut found = Check::new();
    let organisation = &held.organisation;
    if organisation.kind.is_empty() {
        found.fail("kind", Message::Required);
    }
    if organisation.hq.is_none() {
        found.fail("hq", Message::Required);
    }
    if organisations::store::themes(&mut *tx, &[organisation.id.0]).await?.is_empty() {
        found.fail("themes", Message::Required);
    }
    if named.len() != REFEREES {
        found.fail("referees", Message::TwoReferees);
    }
    if !roles::store::anyone_holds(&mut tx, membership.network, organisation.id, Role::Signatory).await? {
        found.fail("signatory", Message::SignatoryNeeded);
    }
    if organisation.registration == Registration::Unregistered {
        organisations::service::hide_applicant(&mut tx, &mut found, organisation).await?;
    }
    found.finish()?;
    let now = moves::go(&mut tx, env, held.proof.deed(), membership, MembershipState::Applied, "").await?;
    store::set_submitted(&mut tx, env, id).await?;
    referees::ask(&mut tx, env, membership.network, &organisation.name, &named, public_url).await?;
    tx.commit().await?;
    Ok(now)
}

/// The applicant takes an application back: a draft again, to be mended, handed in later, or left. What the committee has
/// before it stays there.
pub async fn take_back(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<EditApplication> = hold(&mut tx, actor, id).await?;
    if held.proof.thing().state == MembershipState::Recommended {
        return Err(Error::invalid("", Message::WithCommittee));
    }
    let now = moves::go(&mut tx, env, held.proof.deed(), held.proof.thing(), MembershipState::Draft, "").await?;
    tx.commit().await?;
    Ok(now)
}

/// Begins the review.
pub async fn start_review(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<ReviewApplication> = hold(&mut tx, actor, id).await?;
    let now = moves::go(&mut tx, env, held.proof.deed(), held.proof.thing(), MembershipState::UnderReview, "").await?;
    tx.commit().await?;
    Ok(now)
}

/// Writes what the review found.
pub async fn review(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    checked: &[ReviewItem],
    note: &str,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<ReviewApplication> = hold(&mut tx, actor, id).await?;
    if held.proof.thing().state != MembershipState::UnderReview {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let note = found.prose("note", note, 4000);
    found.finish()?;
    let words: Vec<String> =
        ReviewItem::ALL.iter().filter(|i| checked.contains(i)).map(|i| i.as_str().to_owned()).collect();
    store::set_review(&mut tx, id, &words, &note).await?;
    moves::announce(&mut tx, env, held.proof.deed(), held.proof.thing(), "membership.reviewed").await?;
    tx.commit().await?;
    Ok(held.proof.thing().clone())
}

/// Gives an application back with reasons; the applicant may mend it and hand it in again.
pub async fn give_back(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    reason: &str,
    public_url: &str,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<ReviewApplication> = hold(&mut tx, actor, id).await?;
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 4000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    if held.proof.thing().state == MembershipState::Recommended {
        // The committee has it: it is withdrawn there, or decided.
        return Err(Error::invalid("", Message::WithCommittee));
    }
    let now =
        moves::go(&mut tx, env, held.proof.deed(), held.proof.thing(), MembershipState::Returned, &reason).await?;
    store::set_returned(&mut tx, id, &reason).await?;
    tell(&mut tx, env, id, ApplicationLetter::ApplicationReturned { url: format!("{public_url}/application") }).await?;
    tx.commit().await?;
    Ok(now)
}

/// Recommends an application to those who decide, in the tier it is to have, and opens their decision.
pub async fn recommend(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: MembershipId,
    tier: Tier,
    host: Option<OrganisationId>,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<ReviewApplication> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    let mut found = Check::new();
    if store::referees(&mut *tx, &[id.0]).await?.iter().any(|r| !r.is_settled()) {
        found.fail("referees", Message::RefereesAwaited);
    }
    if held.application.checked.len() < ReviewItem::ALL.len() {
        found.fail("checked", Message::ChecklistOpen);
    }
    if held.organisation.listing == Level::Restricted {
        organisations::service::give_host(&mut tx, env, actor, &mut found, &held.organisation, host).await?;
    }
    found.finish()?;
    let now = moves::go(&mut tx, env, held.proof.deed(), membership, MembershipState::Recommended, "").await?;
    store::set_tier(&mut tx, id, tier).await?;
    put_to_vote(&mut tx, env, actor, &now, &held.organisation.name).await?;
    tx.commit().await?;
    Ok(Membership { tier, ..now })
}

/// Puts a recommended application to those who decide once more: too few voted, or it was withdrawn.
pub async fn put_again(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let held: Held<ReviewApplication> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    if membership.state != MembershipState::Recommended || held.application.admitted_at.is_some() {
        return Err(Error::Conflict);
    }
    if let Some(last) = held.application.decision {
        let open = decisions::store::visible(&mut *tx, &Actor::Service, &[last.0]).await?;
        if open.iter().any(|(d, _)| d.state == DecisionState::Open) {
            return Err(Error::Conflict);
        }
    }
    put_to_vote(&mut tx, env, actor, membership, &held.organisation.name).await?;
    tx.commit().await?;
    Ok(held.proof.thing().clone())
}

async fn put_to_vote(tx: &mut Tx<'_>, env: &Env, actor: &Actor, membership: &Membership, name: &LText) -> Result<()> {
    let (en, km) = (name.best(Language::En).0, name.best(Language::Km).0);
    let new = NewDecision {
        subject: Subject::AdmitMember,
        membership: Some(membership.id),
        group: None,
        meeting: None,
        paper: None,
        title: LText::new(format!("Admit {en}"), format!("ទទួល {km} ជាសមាជិក")),
        proposal: LText::default(),
        scale: Scale::Vote,
        level: Level::Restricted,
        closes_at: None,
    };
    let decision = decisions::service::open_in(tx, env, actor, membership.network, new).await?;
    store::set_decision(tx, membership.id, decision).await
}

/// What follows from the decision on an application.
pub(crate) async fn decided(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    id: MembershipId,
    decision: DecisionId,
    state: DecisionState,
) -> Result<()> {
    let (membership, application) = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    if application.decision != Some(decision) || membership.state != MembershipState::Recommended {
        return Ok(());
    }
    match state {
        DecisionState::Adopted => {
            store::set_admitted(tx, env, id).await?;
            tell(tx, env, id, ApplicationLetter::ApplicationAdmitted).await?;
            if application.conduct_accepted_at.is_some() {
                moves::go(tx, env, deed, &membership, MembershipState::Active, "").await?;
            } else {
                moves::announce(tx, env, deed, &membership, "membership.admitted").await?;
            }
        }
        DecisionState::NotAdopted => {
            moves::go(tx, env, deed, &membership, MembershipState::Returned, "").await?;
            tell(tx, env, id, ApplicationLetter::ApplicationDecided).await?;
        }
        // Too few voted, or it was taken back: it waits to be put again.
        DecisionState::Inquorate | DecisionState::Withdrawn | DecisionState::Open => {
            moves::announce(tx, env, deed, &membership, "membership.undecided").await?;
        }
    }
    Ok(())
}

/// Accepts the network's code of conduct for the organisation; with the admission this makes it a member at once.
pub async fn accept_conduct(pool: &Pool, env: &Env, actor: &Actor, id: MembershipId, hash: &str) -> Result<Membership> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let held: Held<AcceptConduct> = hold(&mut tx, actor, id).await?;
    let membership = held.proof.thing();
    roles::store::hold_of(&mut tx, by, membership.network).await?;
    if !roles::store::holds(&mut tx, by, membership.network, membership.organisation, Role::Signatory).await? {
        return Err(Error::Forbidden(Message::OnlySignatory));
    }
    if membership.state != MembershipState::Recommended || held.application.conduct_accepted_at.is_some() {
        return Err(Error::Conflict);
    }
    let network = networks::store::lookup(&mut *tx, membership.network).await?.ok_or(Error::NotFound)?;
    // Nobody agrees to a text they have not seen.
    if network.conduct_hash() != hash {
        return Err(Error::Conflict);
    }
    store::set_conduct(&mut tx, env, id, by, hash).await?;
    let deed = Deed { by: Some(by), on_behalf_of: Some(membership.organisation) };
    let now = if held.application.admitted_at.is_some() {
        moves::go(&mut tx, env, deed, membership, MembershipState::Active, "").await?
    } else {
        moves::announce(&mut tx, env, deed, membership, "membership.conduct_accepted").await?;
        membership.clone()
    };
    tx.commit().await?;
    Ok(now)
}

async fn tell(tx: &mut Tx<'_>, env: &Env, id: MembershipId, letter: ApplicationLetter) -> Result<()> {
    let letter = Letter::Application(letter);
    for (person, address, language) in store::applicants(tx, id).await? {
        mails::store::write(tx, env, Some(person), &address, Language::from_tag(&language), &letter).await?;
    }
    Ok(())
}
