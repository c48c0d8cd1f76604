//! What was promised, and what became of it.

use std::collections::BTreeMap;

use sala_kernel::{CommitmentId, Message, Result};

use super::{Body as Made, Desk, day};
use crate::{
    campaigns::{Sight, Visibility},
    commitments::{CommitmentKind, CommitmentState, FollowUp, Owner, Scores, scores, store},
    terms::{self, Taxonomy},
};

/// What a state is called.
pub const fn status(state: CommitmentState) -> Message {
    match state {
        CommitmentState::Recorded => Message::StatusRecorded,
        CommitmentState::Confirmed => Message::StatusConfirmed,
        CommitmentState::InProgress => Message::StatusInProgress,
        CommitmentState::Fulfilled => Message::StatusFulfilled,
        CommitmentState::PartlyFulfilled => Message::StatusPartly,
        CommitmentState::NotFulfilled => Message::StatusNot,
        CommitmentState::Superseded => Message::StatusSuperseded,
        CommitmentState::Withdrawn => Message::StatusWithdrawn,
    }
}

const fn kind(kind: CommitmentKind) -> Message {
    match kind {
        CommitmentKind::Commitment => Message::KindCommitment,
        CommitmentKind::Agreement => Message::KindAgreement,
        CommitmentKind::Recommendation => Message::KindRecommendation,
        CommitmentKind::ActionPoint => Message::KindActionPoint,
    }
}

/// The rate in words.
pub fn rate(words: (&str, &str), sum: Scores) -> String {
    if sum.due == 0 {
        return words.1.to_owned();
    }
    let percent = (sum.kept * 200 + sum.due) / (sum.due * 2);
    words
        .0
        .replace("{kept}", &sum.kept.to_string())
        .replace("{due}", &sum.due.to_string())
        .replace("{percent}", &percent.to_string())
}

pub(super) async fn body(desk: &Desk<'_>) -> Result<Made> {
    let wanted = store::Wanted { campaign: Some(desk.campaign.id), ..store::Wanted::default() };
    let mut all = store::all(desk.pool, desk.actor, &wanted).await?;
    all.retain(|k| desk.within(k.made_on) && (!desk.wanted.public || k.visibility == Visibility::Public));
    let sight = if desk.wanted.public { Sight::Public } else { Sight::Team };
    let ids: Vec<uuid::Uuid> = all.iter().map(|k| k.id.0).collect();
    let mut followed: BTreeMap<CommitmentId, Vec<FollowUp>> = BTreeMap::new();
    for one in store::followups(desk.pool, &ids, None).await? {
        followed.entry(one.commitment).or_default().push(one);
    }
    let groups: BTreeMap<String, String> = terms::store::list(desk.pool, Taxonomy::Constituency)
        .await?
        .into_iter()
        .map(|term| (term.code.clone(), desk.said(&term.label)))
        .collect();
    let mut made = Made {
        heads: vec![
            Message::ColumnNo,
            Message::ColumnCommitment,
            Message::ColumnKind,
            Message::ColumnPromisedBy,
            Message::ColumnMadeOn,
            Message::ColumnFirstDue,
            Message::ColumnDue,
            Message::ColumnStatus,
            Message::ColumnDaysOverdue,
            Message::ColumnLastFollowUp,
            Message::ColumnProof,
        ],
        ..Made::default()
    };
    for (n, k) in all.iter().enumerate() {
        let owner = match k.owner_for(sight) {
            Owner::Named(name) => desk.said(&name),
            Owner::Masked(code) => {
                groups.get(&code).cloned().unwrap_or_else(|| desk.told(Message::SomebodyMasked).to_owned())
            }
        };
        let after = followed.get(&k.id).map_or(&[][..], Vec::as_slice);
        let late = k.due_on.filter(|_| k.is_overdue(desk.today)).map(|due| (desk.today - due).num_days().to_string());
        made.rows.push(vec![
            (n + 1).to_string(),
            desk.said(&k.text),
            desk.told(kind(k.kind)).to_owned(),
            owner,
            k.made_on.to_string(),
            day(k.first_due_on),
            day(k.due_on),
            desk.told(status(k.state)).to_owned(),
            late.unwrap_or_default(),
            day(after.iter().map(|f| f.on).max()),
            after.iter().map(|f| f.documents.len()).sum::<usize>().to_string(),
        ]);
    }
    let words = (desk.told(Message::RateOfCommitments), desk.told(Message::NoneDue));
    made.foot.push(rate(words, scores(&all, desk.today)));
    Ok(made)
}
