//! Proposing a group, changing it, moving it from state to state.

use sala_kernel::{
    Draft, Env, Error, GroupId, LText, Message, NetworkId, OrganisationId, PersonId, Pool, Result, Tx, append,
};
use uuid::Uuid;

use super::{Group, GroupDraft, GroupState, SeatState, model::may_follow, store};
use crate::{
    access::{
        Actor, Authorized, Deed,
        acts::{ApproveGroup, LeadGroup, ProposeGroup},
        authorize,
    },
    networks,
    terms::{self, Taxonomy},
    text::Check,
};

pub(super) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    group: &Group,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<()> {
    let event = Draft { network: Some(group.network), payload, ..deed.event(kind, group.id) };
    append(tx, env, event).await?;
    Ok(())
}

/// Takes what a group is to be; the ids of its themes come back.
async fn fill(tx: &mut Tx<'_>, group: &mut Group, draft: GroupDraft) -> Result<Vec<Uuid>> {
    let mut found = Check::new();
    group.name = LText::new(found.line("name.en", &draft.name.en, 200), found.line("name.km", &draft.name.km, 200));
    if group.name.is_empty() {
        found.fail("name", Message::NameRequired);
    }
    group.terms =
        LText::new(found.prose("terms.en", &draft.terms.en, 20_000), found.prose("terms.km", &draft.terms.km, 20_000));
    group.rhythm =
        LText::new(found.line("rhythm.en", &draft.rhythm.en, 200), found.line("rhythm.km", &draft.rhythm.km, 200));
    group.joining = draft.joining;
    group.method = draft.method;
    group.quorum_pct = draft.quorum_pct;
    group.window_days = draft.window_days;
    if !(0..=100).contains(&draft.quorum_pct) {
        found.fail("quorumPct", Message::OutOfRange);
    }
    if !(1..=90).contains(&draft.window_days) {
        found.fail("windowDays", Message::OutOfRange);
    }
    let themes = terms::store::active_ids(&mut **tx, Taxonomy::Theme, &draft.themes).await?;
    if themes.len() != draft.themes.iter().collect::<std::collections::BTreeSet<_>>().len() {
        found.fail("themes", Message::TermUnknown);
    }
    found.finish()?;
    Ok(themes)
}

/// Proposes a group with its first convenor.
pub async fn propose(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    draft: GroupDraft,
    convenor: (OrganisationId, PersonId),
) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let network = networks::store::lookup(&mut *tx, network).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    let proof: Authorized<_, ProposeGroup> = authorize(actor, network, &facts)?;
    let mut group = Group {
        id: GroupId::fresh(env),
        network: proof.thing().id,
        name: LText::default(),
        terms: LText::default(),
        rhythm: LText::default(),
        joining: draft.joining,
        method: draft.method,
        quorum_pct: 0,
        window_days: 0,
        state: GroupState::Proposed,
        state_reason: String::new(),
        version: 1,
    };
    let themes = fill(&mut tx, &mut group, draft).await?;
    super::seats::fit(&mut tx, actor, group.network, convenor).await?;
    store::insert(&mut tx, env, &proof, &group).await?;
    store::set_themes(&mut tx, group.id, &themes).await?;
    store::add_seat(&mut tx, env, proof.deed(), group.id, convenor, SeatState::Seated, true).await?;
    let payload = serde_json::json!({ "person": convenor.1.0 });
    announce(&mut tx, env, proof.deed(), &group, "group.proposed", payload).await?;
    tx.commit().await?;
    Ok(group)
}

/// Changes a group as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: GroupId,
    version: i32,
    draft: GroupDraft,
) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let group = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = group.facts();
    let proof: Authorized<_, LeadGroup> = authorize(actor, group, &facts)?;
    if proof.thing().version != version || proof.thing().state == GroupState::Dissolved {
        return Err(Error::Conflict);
    }
    let mut now = proof.thing().clone();
    let themes = fill(&mut tx, &mut now, draft).await?;
    if !store::update(&mut tx, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    store::set_themes(&mut tx, id, &themes).await?;
    announce(&mut tx, env, proof.deed(), &now, "group.edited", serde_json::Value::Null).await?;
    let now = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Moves a group: the committee approves, brings back and dissolves; a convenor may let it rest.
pub async fn go(pool: &Pool, env: &Env, actor: &Actor, id: GroupId, to: GroupState, reason: &str) -> Result<Group> {
    let mut tx = pool.begin().await?;
    let group = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let facts = group.facts();
    let deed = match to {
        GroupState::Dormant => authorize::<_, LeadGroup>(actor, (), &facts).map(|proof| proof.deed()),
        _ => authorize::<_, ApproveGroup>(actor, (), &facts).map(|proof| proof.deed()),
    }?;
    if !may_follow(group.state, to) {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() && matches!(to, GroupState::Dormant | GroupState::Dissolved) {
        found.fail("reason", Message::ReasonNeeded);
    }
    if to == GroupState::Active && group.terms.is_empty() {
        found.fail("terms", Message::TermsNeeded);
    }
    found.finish()?;
    store::set_state(&mut tx, id, to, &reason).await?;
    announce(&mut tx, env, deed, &group, "group.moved", serde_json::json!({ "state": to.as_str() })).await?;
    let now = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}
