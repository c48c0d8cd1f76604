//! Opening, voting, closing.

use sala_kernel::{
    BallotId, DecisionId, Draft, Env, Error, GroupId, LText, MeetingId, Message, NetworkId, PaperId, Pool, Result, Tx,
    append,
};

use super::{
    Ballot, Decision, DecisionState, Meaning, NewBallot, NewDecision, Rule, Subject, Tally, Voters, consequences, store,
};
use crate::{
    access::{
        Act, Actor, Authorized, Deed,
        acts::{
            CastBallot, CastCommitteeBallot, CastGroupBallot, CloseDecision, EditNetwork, OpenDecision,
            OpenGroupDecision, ViewMeeting,
        },
        authorize,
    },
    groups::{self, GroupState, meetings},
    networks::{self, Network},
    roles,
    text::Check,
};

async fn announce(tx: &mut Tx<'_>, env: &Env, deed: Deed, decision: &Decision, kind: &'static str) -> Result<()> {
    let event = Draft { network: Some(decision.network), ..deed.event(kind, decision.id) };
    append(tx, env, event).await?;
    Ok(())
}

async fn on_network<A: Act>(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, A>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

/// Says how a network decides on one subject from now on; open decisions keep their rule.
pub async fn set_rule(pool: &Pool, env: &Env, actor: &Actor, network: NetworkId, rule: Rule) -> Result<Network> {
    let mut tx = pool.begin().await?;
    let proof: Authorized<_, EditNetwork> = on_network(&mut tx, actor, network).await?;
    let mut found = Check::new();
    if rule.voters == Voters::Group {
        // A group decides by its own rule, which is in its own record.
        found.fail("voters", Message::TermUnknown);
    }
    if !(0..=100).contains(&rule.quorum_pct) {
        found.fail("quorumPct", Message::OutOfRange);
    }
    if !(1..=90).contains(&rule.window_days) {
        found.fail("windowDays", Message::OutOfRange);
    }
    found.finish()?;
    store::set_rule(&mut tx, env, &proof, &rule).await?;
    let event = Draft { network: Some(network), ..proof.deed().event("network.rule_changed", network) };
    append(&mut tx, env, event).await?;
    tx.commit().await?;
    Ok(proof.thing().clone())
}

/// Opens a decision.
pub async fn open(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    new: NewDecision,
) -> Result<(Decision, Tally)> {
    let mut tx = pool.begin().await?;
    let id = open_in(&mut tx, env, actor, network, new).await?;
    let opened = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(opened)
}

/// Opens a decision in the transaction of what it decides on.
pub(crate) async fn open_in(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    new: NewDecision,
) -> Result<DecisionId> {
    let (deed, new, rule) = match (new.meeting, new.group) {
        (None, None) => {
            let proof: Authorized<_, OpenDecision> = on_network(tx, actor, network).await?;
            let rule = store::rule(&mut **tx, network, new.subject).await?;
            (proof.deed(), new, rule)
        }
        (meeting, group) => in_group(tx, actor, network, new, meeting, group).await?,
    };
    let closes_at = new.closes_at.unwrap_or_else(|| rule.closes(env.now()));
    let mut found = Check::new();
    let new = NewDecision {
        title: LText::new(found.line("title.en", &new.title.en, 200), found.line("title.km", &new.title.km, 200)),
        proposal: LText::new(
            found.prose("proposal.en", &new.proposal.en, 8000),
            found.prose("proposal.km", &new.proposal.km, 8000),
        ),
        ..new
    };
    if new.title.is_empty() {
        found.fail("title", Message::Required);
    }
    if closes_at <= env.now() || closes_at > env.now() + chrono::Duration::days(366) {
        found.fail("closesAt", Message::ClosesInPast);
    }
    found.finish()?;
    let (id, voters) = store::insert(tx, env, deed, network, &new, &rule, closes_at).await?;
    if voters == 0 {
        return Err(Error::invalid("subject", Message::NoVoters));
    }
    let (decision, _) = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    announce(tx, env, deed, &decision, "decision.opened").await?;
    Ok(id)
}

/// A question put to the organisations of a working group, by the group's own rule, as sensitive as its meeting at least.
async fn in_group(
    tx: &mut Tx<'_>,
    actor: &Actor,
    network: NetworkId,
    new: NewDecision,
    meeting: Option<MeetingId>,
    group: Option<GroupId>,
) -> Result<(Deed, NewDecision, Rule)> {
    let meeting = match meeting {
        Some(id) => {
            let meeting = meetings::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
            authorize::<_, ViewMeeting>(actor, (), &meeting.facts())?;
            Some(meeting)
        }
        None => None,
    };
    let id = meeting.as_ref().map(|m| m.group).or(group).ok_or(Error::NotFound)?;
    let group = groups::store::lookup(&mut **tx, id).await?.filter(|g| g.network == network).ok_or(Error::NotFound)?;
    let deed = authorize::<_, OpenGroupDecision>(actor, (), &group.facts())?.deed();
    if group.state != GroupState::Active {
        return Err(Error::invalid("group", Message::GroupResting));
    }
    let level = meeting.as_ref().map_or(new.level, |m| m.level.max(new.level));
    let rule = Rule {
        subject: Subject::Other,
        method: group.method,
        voters: Voters::Group,
        quorum_pct: group.quorum_pct,
        window_days: group.window_days,
    };
    let new = NewDecision { subject: Subject::Other, membership: None, group: Some(group.id), level, ..new };
    Ok((deed, new, rule))
}

/// Casts an organisation's ballot, or changes it. One organisation has one ballot, whoever of its people casts it.
pub async fn cast(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DecisionId,
    ballot: NewBallot,
) -> Result<(Decision, Tally)> {
    let by = actor.signed_in()?.person();
    let mut tx = pool.begin().await?;
    let (decision, _) = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = decision.facts(Some(ballot.organisation));
    let deed = match decision.voters {
        Voters::Committee => authorize::<_, CastCommitteeBallot>(actor, decision.clone(), &facts)?.deed(),
        Voters::Group => authorize::<_, CastGroupBallot>(actor, decision.clone(), &facts)?.deed(),
        Voters::FullMembers => authorize::<_, CastBallot>(actor, decision.clone(), &facts)?.deed(),
    };
    // What was read with the request may have ended since: now it cannot until this is done.
    roles::store::hold_of(&mut tx, by, decision.network).await?;
    groups::store::hold_of(&mut tx, by, decision.network).await?;
    if !store::is_voter(&mut tx, id, ballot.organisation).await? {
        return Err(Error::invalid("organisation", Message::NotAVoter));
    }
    if !store::voters_of(&mut *tx, by, id).await?.contains(&ballot.organisation) {
        return Err(Error::Forbidden(Message::NotYours));
    }
    let mut found = Check::new();
    let ballot = NewBallot {
        reason: found.prose("reason", &ballot.reason, 4000),
        dissent: found.prose("dissent", &ballot.dissent, 4000),
        ..ballot
    };
    if !ballot.stance.is_on(decision.scale) {
        found.fail("position", Message::TermUnknown);
    }
    if ballot.stance.meaning() == Meaning::Objection && ballot.reason.is_empty() {
        found.fail("reason", Message::ObjectionNeedsReason);
    }
    if decision.state != DecisionState::Open || decision.closes_at <= env.now() {
        found.fail("decision", Message::DecisionClosed);
    }
    if !store::in_good_standing(&mut tx, decision.network, ballot.organisation).await? {
        found.fail("organisation", Message::NoVoteNow);
    }
    found.finish()?;
    let standing = store::ballot_of(&mut *tx, id, ballot.organisation).await?;
    if standing.as_ref().map(|b: &Ballot| b.id) != ballot.replaces {
        return Err(Error::Conflict);
    }
    let _: BallotId = store::cast(&mut tx, env, id, by, &ballot).await?;
    let deed = Deed { on_behalf_of: Some(ballot.organisation), ..deed };
    announce(&mut tx, env, deed, &decision, "decision.ballot_cast").await?;
    let now = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Closes a decision before its time, once every voter has answered.
pub async fn close(pool: &Pool, env: &Env, actor: &Actor, id: DecisionId) -> Result<(Decision, Tally)> {
    let mut tx = pool.begin().await?;
    let (decision, tally) = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = decision.facts(None);
    let proof: Authorized<_, CloseDecision> = authorize(actor, decision, &facts)?;
    if proof.thing().state != DecisionState::Open {
        return Err(Error::Conflict);
    }
    if tally.cast < tally.electorate {
        return Err(Error::invalid("decision", Message::StillVoting));
    }
    settle(&mut tx, env, proof.deed(), proof.thing(), tally.result(proof.thing().method), "").await?;
    let now = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Takes an open decision back, with a reason.
pub async fn withdraw(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DecisionId,
    reason: &str,
) -> Result<(Decision, Tally)> {
    let mut tx = pool.begin().await?;
    let (decision, _) = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = decision.facts(None);
    let proof: Authorized<_, CloseDecision> = authorize(actor, decision, &facts)?;
    if proof.thing().state != DecisionState::Open || proof.thing().closes_at <= env.now() {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    settle(&mut tx, env, proof.deed(), proof.thing(), DecisionState::Withdrawn, &reason).await?;
    let now = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Closes every decision whose time is over; how many they were comes back. Safe to run anywhere, any time, at once.
pub async fn close_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut closed = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some((decision, tally)) = store::hold_due(&mut tx, env.now()).await? else { return Ok(closed) };
        settle(&mut tx, env, Deed::HUB, &decision, tally.result(decision.method), "").await?;
        tx.commit().await?;
        closed += 1;
    }
}

/// Takes back what is still being decided about a paper whose text goes back, or that went on without it.
pub(crate) async fn overtake(tx: &mut Tx<'_>, env: &Env, deed: Deed, paper: PaperId, reason: &str) -> Result<()> {
    for decision in store::hold_about(tx, paper).await? {
        store::end(tx, env, decision.id, DecisionState::Withdrawn, reason).await?;
        announce(tx, env, deed, &decision, "decision.ended").await?;
    }
    Ok(())
}

/// Ends a decision and does what follows from it, all or nothing.
async fn settle(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    decision: &Decision,
    state: DecisionState,
    reason: &str,
) -> Result<()> {
    store::end(tx, env, decision.id, state, reason).await?;
    announce(tx, env, deed, decision, "decision.ended").await?;
    consequences::follow(tx, env, deed, decision, state).await
}
