//! Wording duties, recording that they were done.

use chrono::Datelike as _;
use sala_kernel::{Draft, DutyId, Env, Error, LText, MembershipId, Message, NetworkId, Pool, Result, Tx, append};

use super::{Duty, DutyDraft, DutyKind, NewRecord, store};
use crate::{
    access::{
        Actor, Authorized,
        acts::{EditNetwork, RecordDuty},
        authorize,
    },
    memberships::{self, Membership},
    networks::{self, Network},
    organisations,
    text::Check,
};

/// How many duties a network may have.
const MOST: i64 = 50;

fn fill(duty: &mut Duty, draft: DutyDraft) -> Result<()> {
    let mut found = Check::new();
    duty.name = LText::new(found.line("name.en", &draft.name.en, 200), found.line("name.km", &draft.name.km, 200));
    if duty.name.is_empty() {
        found.fail("name", Message::NameRequired);
    }
    duty.kind = draft.kind;
    (duty.due_month, duty.due_day) = match draft.kind {
        DutyKind::Yearly => (draft.due_month, draft.due_day),
        DutyKind::Expiring => (None, None),
    };
    if draft.kind == DutyKind::Yearly
        && !(draft.due_month.is_some_and(|m| (1..=12).contains(&m))
            && draft.due_day.is_some_and(|d| (1..=28).contains(&d)))
    {
        found.fail("dueDay", Message::DayOfYear);
    }
    duty.registrations = draft.registrations;
    duty.registrations.sort_unstable();
    duty.registrations.dedup();
    duty.remind_days = draft.remind_days;
    duty.remind_days.sort_unstable();
    duty.remind_days.dedup();
    if duty.remind_days.len() > 5 || duty.remind_days.iter().any(|days| !(0..=180).contains(days)) {
        found.fail("remindDays", Message::OutOfRange);
    }
    duty.active = draft.active;
    found.finish()
}

async fn may_edit(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, EditNetwork>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

/// Adds a duty, or changes one as it was read at `version`.
pub async fn put(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    changed: Option<(DutyId, i32)>,
    draft: DutyDraft,
) -> Result<Network> {
    let mut tx = pool.begin().await?;
    let proof = may_edit(&mut tx, actor, network).await?;
    let mut duty = match changed {
        Some((id, version)) => {
            let duty = store::hold(&mut tx, id).await?.filter(|d| d.network == network).ok_or(Error::NotFound)?;
            if duty.version != version {
                return Err(Error::Conflict);
            }
            duty
        }
        None => Duty {
            id: DutyId::fresh(env),
            network,
            name: LText::default(),
            kind: draft.kind,
            due_month: None,
            due_day: None,
            registrations: Vec::new(),
            remind_days: Vec::new(),
            active: true,
            version: 1,
        },
    };
    if changed.is_none() && store::count(&mut tx, network).await? >= MOST {
        return Err(Error::invalid("", Message::OutOfRange));
    }
    fill(&mut duty, draft)?;
    let today = networks::store::today(&mut *tx, env, network).await?;
    store::put(&mut tx, env, &duty, today, proof.by()).await?;
    let event = Draft { network: Some(network), ..proof.deed().event("network.duty_changed", network) };
    append(&mut tx, env, event).await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}

/// Records that a member did a duty: its own representatives, or the secretariat for it.
pub async fn record(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    membership: MembershipId,
    duty: DutyId,
    new: NewRecord,
) -> Result<Membership> {
    let mut tx = pool.begin().await?;
    let membership = memberships::store::lookup(&mut *tx, membership).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::store::lookup(&mut *tx, membership.organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut *tx, &organisation).await?.within(membership.network);
    let proof: Authorized<_, RecordDuty> = authorize(actor, membership, &facts)?;
    let network = proof.thing().network;
    let duty = store::hold(&mut tx, duty).await?.filter(|d| d.network == network).ok_or(Error::NotFound)?;
    let today = networks::store::today(&mut *tx, env, network).await?;
    let mut found = Check::new();
    let new = NewRecord { note: found.line("note", &new.note, 300), ..new };
    if new.done_on > today {
        found.fail("doneOn", Message::DateAhead);
    }
    let new = match duty.kind {
        DutyKind::Expiring => {
            if new.valid_until.is_none_or(|until| until < new.done_on || until.year() > today.year() + 30) {
                found.fail("validUntil", Message::MandatePeriod);
            }
            NewRecord { period: None, ..new }
        }
        DutyKind::Yearly => {
            if new.period.is_none_or(|year| !(today.year() - 10..=today.year() + 1).contains(&year)) {
                found.fail("period", Message::YearOutOfRange);
            }
            NewRecord { valid_until: None, ..new }
        }
    };
    found.finish()?;
    store::record(&mut tx, env, &proof, duty.id, &new).await?;
    let event = Draft {
        network: Some(network),
        organisation: Some(proof.thing().organisation),
        ..proof.deed().event("membership.duty_done", proof.thing().id)
    };
    append(&mut tx, env, event).await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}
