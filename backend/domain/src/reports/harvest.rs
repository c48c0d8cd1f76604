//! Outcomes that were looked through.

use std::collections::BTreeMap;

use sala_kernel::{Message, PageRequest, Result};
use uuid::Uuid;

use super::{Body, Desk};
use crate::{
    campaigns::document_store,
    evidence, organisations,
    outcomes::{self, ChangeKind, Outcome, OutcomeState, Precision, store},
    places,
};

/// What has changed, in words.
pub(super) const fn change(kind: ChangeKind) -> Message {
    match kind {
        ChangeKind::Behaviour => Message::ChangeBehaviour,
        ChangeKind::Relationship => Message::ChangeRelationship,
        ChangeKind::Action => Message::ChangeAction,
        ChangeKind::Policy => Message::ChangePolicy,
        ChangeKind::Practice => Message::ChangePractice,
    }
}

const fn standing(state: OutcomeState) -> Message {
    match state {
        OutcomeState::Drafted => Message::OutcomeDrafted,
        OutcomeState::Reviewed | OutcomeState::Published => Message::OutcomeReviewed,
        OutcomeState::OutForSubstantiation => Message::OutcomeOut,
        OutcomeState::Substantiated => Message::OutcomeSubstantiated,
        OutcomeState::PartlySubstantiated => Message::OutcomePartly,
        OutcomeState::NotSubstantiated => Message::OutcomeNot,
    }
}

/// The outcomes of a campaign that a report tells of, by their days.
pub(super) async fn outcomes(desk: &Desk<'_>) -> Result<Vec<Outcome>> {
    let states: Vec<OutcomeState> = OutcomeState::ALL
        .iter()
        .copied()
        .filter(|state| if desk.wanted.public { *state == OutcomeState::Published } else { state.is_reviewed() })
        .collect();
    let wanted = store::Wanted { campaign: Some(desk.campaign.id), states: Some(states), ..store::Wanted::default() };
    let mut all = store::all(desk.pool, &wanted).await?;
    all.retain(|outcome| outcome.happened_on.is_some_and(|day| desk.within(day)));
    all.sort_by_key(|outcome| (outcome.happened_on, outcome.id));
    Ok(all)
}

/// Names of organisations that whoever asks may know.
async fn names(desk: &Desk<'_>, outcomes: &[Outcome]) -> Result<BTreeMap<Uuid, String>> {
    let ids: Vec<Uuid> = outcomes.iter().flat_map(|o| o.members.iter().map(|m| m.0)).collect();
    let mut names = BTreeMap::new();
    for some in ids.chunks(PageRequest::MOST) {
        for found in organisations::store::visible(desk.pool, desk.actor, some).await? {
            names.insert(found.id.0, desk.said(&found.name));
        }
    }
    Ok(names)
}

pub(super) async fn body(desk: &Desk<'_>) -> Result<Body> {
    let public = desk.wanted.public;
    let mut heads = vec![
        Message::ColumnDay,
        Message::ColumnPlace,
        Message::ColumnWho,
        Message::ColumnChange,
        Message::ColumnType,
        Message::ColumnSignificance,
        Message::ColumnContribution,
        Message::ColumnMembers,
        Message::ColumnSubstantiation,
        Message::ColumnEvidence,
    ];
    if public {
        heads.retain(|head| {
            matches!(
                head,
                Message::ColumnDay
                    | Message::ColumnPlace
                    | Message::ColumnChange
                    | Message::ColumnType
                    | Message::ColumnSubstantiation
            )
        });
    }
    let all = outcomes(desk).await?;
    let names = if public { BTreeMap::new() } else { names(desk, &all).await? };
    let ids: Vec<Uuid> = all.iter().map(|outcome| outcome.id.0).collect();
    let codes: Vec<String> = all.iter().filter_map(|o| Some(o.place.as_ref()?.0.clone())).collect();
    let places = places::store::lookup_many(desk.pool, &codes).await?;
    let used = document_store::of(desk.pool, &ids).await?;
    let mut titles = BTreeMap::new();
    for some in used.iter().map(|(_, d)| d.0).collect::<Vec<_>>().chunks(PageRequest::MOST) {
        for found in evidence::store::visible(desk.pool, desk.actor, some).await? {
            titles.insert(found.id, desk.said(&found.title));
        }
    }
    let answers = store::asked(desk.pool, &ids).await?;
    let rows = all.iter().map(|outcome| {
        let said = outcomes::verdict(answers.iter().filter(|s| s.outcome == outcome.id).filter_map(|s| s.answer));
        let standing = desk.told(standing(said.unwrap_or(outcome.state))).to_owned();
        let when = match (outcome.happened_on, outcome.happened_in) {
            (Some(day), Precision::Month) => day.format("%Y-%m").to_string(),
            (day, _) => super::day(day),
        };
        let place = outcome.place.as_ref().and_then(|code| places.iter().find(|p| p.code == *code));
        let place = place.map(|p| desk.said(&p.name)).unwrap_or_default();
        let kind = desk.told(change(outcome.change)).to_owned();
        if public {
            return vec![when, place, desk.said(&outcome.public), kind, standing];
        }
        // Whom one may not know is not there, not even as a number.
        let members: Vec<String> = outcome.members.iter().filter_map(|m| names.get(&m.0).cloned()).collect();
        let proofs: Vec<&str> = used
            .iter()
            .filter(|(about, _)| *about == outcome.id.0)
            .filter_map(|(_, document)| titles.get(document).map(String::as_str))
            .collect();
        let proofs =
            if proofs.is_empty() { desk.told(Message::ReportNoEvidence).to_owned() } else { proofs.join("; ") };
        vec![
            when,
            place,
            outcome.who.clone(),
            desk.said(&outcome.statement),
            kind,
            outcome.significance.clone(),
            outcome.contribution.clone(),
            members.join(", "),
            standing,
            proofs,
        ]
    });
    let rows = rows.collect();
    Ok(Body { heads, rows, foot: Vec::new() })
}
