//! Recording and ending standing mandates.

use sala_kernel::{Draft, Env, Error, MembershipId, Message, Pool, Result, StandingMandateId, Tx, append};

use super::{NewStandingMandate, store};
use crate::{
    access::{Actor, Authorized, acts::KeepMandates, authorize},
    memberships::{self, Membership},
    networks, organisations,
    terms::{self, Taxonomy},
    text::Check,
};

async fn may(tx: &mut Tx<'_>, actor: &Actor, id: MembershipId) -> Result<Authorized<Membership, KeepMandates>> {
    let membership = memberships::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let organisation =
        organisations::store::lookup(&mut **tx, membership.organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &organisation).await?.within(membership.network);
    authorize(actor, membership, &facts)
}

async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    proof: &Authorized<Membership, KeepMandates>,
    kind: &'static str,
) -> Result<()> {
    let membership = proof.thing();
    let event = Draft {
        network: Some(membership.network),
        organisation: Some(membership.organisation),
        ..proof.deed().event(kind, membership.id)
    };
    append(tx, env, event).await?;
    Ok(())
}

/// Records what an organisation's signatory may sign without asking again.
pub async fn add(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    membership: MembershipId,
    new: NewStandingMandate,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let proof = may(&mut tx, actor, membership).await?;
    let today = networks::store::today(&mut *tx, env, proof.thing().network).await?;
    let mut found = Check::new();
    if new.valid_until < today || new.valid_until > today + chrono::Duration::days(366 * 5) {
        found.fail("validUntil", Message::MandatePeriod);
    }
    if new.decided_on > today {
        found.fail("decidedOn", Message::DateAhead);
    }
    let new = NewStandingMandate { basis_note: found.line("basisNote", &new.basis_note, 300), ..new };
    let themes = terms::store::active_ids(&mut *tx, Taxonomy::Theme, &new.scope.themes).await?;
    if themes.len() != new.scope.themes.iter().collect::<std::collections::BTreeSet<_>>().len() {
        found.fail("themes", Message::TermUnknown);
    }
    found.finish()?;
    store::insert(&mut tx, env, &proof, &new, &themes).await?;
    announce(&mut tx, env, &proof, "membership.mandate_recorded").await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}

/// Ends one; from then on nothing is signed under it.
pub async fn end(pool: &Pool, env: &Env, actor: &Actor, id: StandingMandateId) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let membership = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let proof = may(&mut tx, actor, membership).await?;
    store::end(&mut tx, env, &proof, id).await?;
    announce(&mut tx, env, &proof, "membership.mandate_ended").await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}
