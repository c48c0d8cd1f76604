//! What is asked, what came back, what is done.

use std::collections::BTreeMap;

use sala_kernel::{Message, Result};

use super::{Body as Made, Desk, day, harvest, map};
use crate::campaigns::{
    ItemKind, WorkKind,
    bodies::{Body, Risk},
    item_store,
    words::{AskResponse, RiskStatus},
    work_store,
};

pub(super) const fn response(response: AskResponse) -> Message {
    match response {
        AskResponse::None => Message::ResponseNone,
        AskResponse::Noted => Message::ResponseNoted,
        AskResponse::Accepted => Message::ResponseAccepted,
        AskResponse::PartlyAccepted => Message::ResponsePartly,
        AskResponse::Rejected => Message::ResponseRejected,
    }
}

/// How many risks are named.
const TOP: usize = 3;

pub(super) async fn body(desk: &Desk<'_>) -> Result<Made> {
    let items = item_store::items(desk.pool, &[desk.campaign.id.0], ItemKind::ALL).await?;
    let mut made = Made {
        heads: vec![
            Message::ColumnObjective,
            Message::ColumnAsk,
            Message::ColumnOfWhom,
            Message::ColumnByWhen,
            Message::ColumnReply,
            Message::ColumnDay,
        ],
        ..Made::default()
    };
    for item in &items {
        let Body::Objective(objective) = &item.body else { continue };
        let asks = items.iter().filter(|ask| ask.parent == Some(item.id));
        let before = made.rows.len();
        for ask in asks {
            let Body::Ask(ask) = &ask.body else { continue };
            made.rows.push(vec![
                desk.said(&objective.statement),
                desk.said(&ask.text),
                desk.said(&ask.target),
                day(ask.by_when),
                desk.told(response(ask.response)).to_owned(),
                day(ask.responded_on),
            ]);
        }
        if made.rows.len() == before {
            let mut row = vec![desk.said(&objective.statement)];
            row.resize(made.heads.len(), String::new());
            made.rows.push(row);
        }
    }
    for ask in items.iter().filter(|item| item.parent.is_none()) {
        let Body::Ask(ask) = &ask.body else { continue };
        made.rows.push(vec![
            String::new(),
            desk.said(&ask.text),
            desk.said(&ask.target),
            day(ask.by_when),
            desk.told(response(ask.response)).to_owned(),
            day(ask.responded_on),
        ]);
    }
    if !desk.wanted.public {
        let summed = work_store::summed(desk.pool, desk.campaign.id, desk.today).await?;
        let activities = desk
            .told(Message::ReportActivities)
            .replace("{done}", &summed.done.to_string())
            .replace("{all}", &summed.activities.to_string());
        made.foot.push(activities);
        made.foot.push(desk.told(Message::ReportOverdue).replace("{n}", &summed.overdue.to_string()));
        made.foot.extend(map::summary(desk, desk.actor).await?);
    }
    let next = work_store::next(desk.pool, desk.campaign.id, WorkKind::Milestone, desk.today).await?;
    made.foot.push(match next {
        Some((title, on)) => {
            desk.told(Message::ReportMilestone).replace("{what}", &desk.said(&title)).replace("{day}", &on.to_string())
        }
        None => desk.told(Message::ReportNoMilestone).to_owned(),
    });
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in harvest::outcomes(desk).await? {
        *kinds.entry(desk.told(harvest::change(outcome.change))).or_default() += 1;
    }
    let list: Vec<String> = kinds.iter().map(|(kind, n)| format!("{n} × {kind}")).collect();
    made.foot.push(if list.is_empty() {
        desk.told(Message::ReportNoOutcomes).to_owned()
    } else {
        desk.told(Message::ReportOutcomes).replace("{list}", &list.join(", "))
    });
    if !desk.wanted.public {
        let mut risks: Vec<&Risk> = items
            .iter()
            .filter_map(|item| match &item.body {
                Body::Risk(risk) if matches!(risk.status, RiskStatus::Open | RiskStatus::Occurred) => Some(risk),
                _ => None,
            })
            .collect();
        risks.sort_by_key(|risk| std::cmp::Reverse(risk.likelihood * risk.impact));
        for risk in risks.into_iter().take(TOP) {
            let score = (risk.likelihood * risk.impact).to_string();
            made.foot.push(desk.told(Message::ReportRisk).replace("{score}", &score).replace("{what}", &risk.text));
        }
    }
    Ok(made)
}
