//! Taking seats, answering, leaving, leading.

use sala_kernel::{Env, Error, GroupId, Message, NetworkId, OrganisationId, PersonId, Pool, Result, SeatId, Tx};

use super::{Group, GroupState, Joining, Seat, SeatState, service::announce, store};
use crate::{
    access::{
        Act, Actor, Deed, Facts,
        acts::{HoldSeat, LeadGroup, TakeSeat},
        authorize,
    },
    organisations, people, roles,
};

/// Whether an organisation may send this person: a member in good standing, one of its people, both known to the actor.
pub(super) async fn fit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    network: NetworkId,
    (organisation, person): (OrganisationId, PersonId),
) -> Result<()> {
    let known = organisations::store::visible(&mut **tx, actor, &[organisation.0]).await?;
    if known.is_empty() {
        return Err(Error::invalid("organisation", Message::IdUnknown));
    }
    if people::store::view(&mut **tx, actor, person).await?.is_none() {
        return Err(Error::invalid("person", Message::IdUnknown));
    }
    if !store::may_send(tx, network, organisation).await? {
        return Err(Error::invalid("organisation", Message::NoMemberHere));
    }
    if !roles::store::is_theirs(tx, organisation, person).await? {
        return Err(Error::invalid("person", Message::NotTheirPerson));
    }
    Ok(())
}

async fn held(tx: &mut Tx<'_>, actor: &Actor, id: GroupId) -> Result<Group> {
    let group = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    // Whoever may not know the group is told that it is not there, before anything else is said.
    authorize::<_, crate::access::acts::ViewGroup>(actor, (), &group.facts())?;
    Ok(group)
}

/// The right of somebody over an organisation's seats.
async fn for_organisation<A: Act>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    network: NetworkId,
    id: OrganisationId,
) -> Result<Deed> {
    let organisation = organisations::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &organisation).await?.within(network);
    Ok(authorize::<_, A>(actor, (), &facts)?.deed())
}

fn own(group: &Group, seat: &Seat) -> Facts {
    Facts { person: Some(seat.person), ..group.facts() }
}

async fn tell(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    group: &Group,
    person: PersonId,
    kind: &'static str,
) -> Result<()> {
    announce(tx, env, deed, group, kind, serde_json::json!({ "person": person.0 })).await
}

fn at_work(group: &Group) -> Result<()> {
    match group.state {
        GroupState::Active | GroupState::Proposed => Ok(()),
        GroupState::Dormant | GroupState::Dissolved => Err(Error::invalid("group", Message::GroupResting)),
    }
}

/// An organisation sends one of its people: seated at once in an open group, asked for where a convenor says yes.
pub async fn ask(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: GroupId,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let group = held(&mut tx, actor, id).await?;
    let deed = for_organisation::<TakeSeat>(&mut tx, actor, group.network, organisation).await?;
    if group.state != GroupState::Active {
        return Err(Error::invalid("group", Message::GroupResting));
    }
    fit(&mut tx, actor, group.network, (organisation, person)).await?;
    let state = match group.joining {
        Joining::Open => SeatState::Seated,
        Joining::ByApproval => SeatState::Asked,
        Joining::ByInvitation => return Err(Error::invalid("group", Message::ByInvitation)),
    };
    add(&mut tx, env, deed, &group, (organisation, person), state).await?;
    tx.commit().await?;
    Ok(group)
}

/// A convenor asks an organisation's person in; they or their representative answer.
pub async fn invite(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: GroupId,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let group = held(&mut tx, actor, id).await?;
    let deed = authorize::<_, LeadGroup>(actor, (), &group.facts())?.deed();
    at_work(&group)?;
    fit(&mut tx, actor, group.network, (organisation, person)).await?;
    add(&mut tx, env, deed, &group, (organisation, person), SeatState::Invited).await?;
    tx.commit().await?;
    Ok(group)
}

async fn add(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    group: &Group,
    who: (OrganisationId, PersonId),
    state: SeatState,
) -> Result<()> {
    store::add_seat(tx, env, deed, group.id, who, state, false)
        .await
        .map_err(|e| e.on_constraint("working_group_seats_once", "person", Message::SeatTwice))?;
    let kind = if state == SeatState::Seated { "group.seated" } else { "group.seat_asked" };
    tell(tx, env, deed, group, who.1, kind).await
}

/// The group of an open seat, held, and the seat as it is then.
async fn hold_seat(tx: &mut Tx<'_>, actor: &Actor, id: SeatId) -> Result<(Group, Seat)> {
    let seat = store::seat(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let group = held(tx, actor, seat.group).await?;
    let seat = store::seat(&mut **tx, id).await?.ok_or(Error::Conflict)?;
    Ok((group, seat))
}

/// The right over a seat of who sits in it, or of who represents its organisation.
async fn sitting(tx: &mut Tx<'_>, actor: &Actor, group: &Group, seat: &Seat) -> Result<Deed> {
    match authorize::<_, HoldSeat>(actor, (), &own(group, seat)) {
        // One's own seat is the organisation's business all the same.
        Ok(proof) => Ok(Deed { on_behalf_of: Some(seat.organisation), ..proof.deed() }),
        Err(_) => for_organisation::<TakeSeat>(tx, actor, group.network, seat.organisation).await,
    }
}

/// Answers: a convenor what an organisation asked, the organisation or the person what a convenor asked.
pub async fn answer(pool: &Pool, env: &Env, actor: &Actor, id: SeatId, yes: bool) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let (group, seat) = hold_seat(&mut tx, actor, id).await?;
    let deed = match seat.state {
        SeatState::Asked => authorize::<_, LeadGroup>(actor, (), &group.facts())?.deed(),
        SeatState::Invited => sitting(&mut tx, actor, &group, &seat).await?,
        SeatState::Seated | SeatState::Declined | SeatState::Ended => return Err(Error::Conflict),
    };
    if yes {
        at_work(&group)?;
        if !store::may_send(&mut tx, group.network, seat.organisation).await? {
            return Err(Error::invalid("organisation", Message::NoMemberHere));
        }
    }
    let to = if yes { SeatState::Seated } else { SeatState::Declined };
    store::move_seat(&mut tx, env, deed, id, to).await?;
    tell(&mut tx, env, deed, &group, seat.person, if yes { "group.seated" } else { "group.seat_declined" }).await?;
    tx.commit().await?;
    Ok(group)
}

/// Ends a seat: its holder, their representative, or a convenor.
pub async fn leave(pool: &Pool, env: &Env, actor: &Actor, id: SeatId) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let (group, seat) = hold_seat(&mut tx, actor, id).await?;
    let deed = match authorize::<_, LeadGroup>(actor, (), &group.facts()) {
        Ok(proof) => proof.deed(),
        Err(_) => sitting(&mut tx, actor, &group, &seat).await?,
    };
    keep_a_convenor(&mut tx, &group, &seat).await?;
    store::move_seat(&mut tx, env, deed, id, SeatState::Ended).await?;
    tell(&mut tx, env, deed, &group, seat.person, "group.seat_ended").await?;
    tx.commit().await?;
    Ok(group)
}

/// Makes somebody who sits in the group a convenor, or no longer one.
pub async fn set_convenor(pool: &Pool, env: &Env, actor: &Actor, id: SeatId, convenes: bool) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let (group, seat) = hold_seat(&mut tx, actor, id).await?;
    let deed = authorize::<_, LeadGroup>(actor, (), &group.facts())?.deed();
    if seat.state != SeatState::Seated || seat.convenes == convenes {
        return Err(Error::Conflict);
    }
    if !convenes {
        keep_a_convenor(&mut tx, &group, &seat).await?;
    }
    store::set_convenes(&mut tx, id, convenes).await?;
    let kind = if convenes { "group.convenor_named" } else { "group.convenor_released" };
    tell(&mut tx, env, deed, &group, seat.person, kind).await?;
    tx.commit().await?;
    Ok(group)
}

async fn keep_a_convenor(tx: &mut Tx<'_>, group: &Group, seat: &Seat) -> Result<()> {
    if seat.convenes && store::convenors(tx, group.id).await? < 2 {
        return Err(Error::invalid("seat", Message::LastConvenor));
    }
    Ok(())
}
