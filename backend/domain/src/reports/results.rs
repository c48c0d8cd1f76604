//! Indicators, for those who give money.

use std::collections::BTreeMap;

use sala_kernel::{Message, PageRequest, Result};
use uuid::Uuid;

use super::{Body as Made, Desk};
use crate::{
    campaigns::{
        Item, ItemKind,
        bodies::{Body, Indicator},
        document_store, item_store,
        measures::{self, Part, Value},
        words::{Measure, Split},
    },
    evidence, figures,
};

/// The groups that have a column of their own.
const GROUPS: [(Split, &str, Message); 7] = [
    (Split::Sex, "female", Message::ColumnFemale),
    (Split::Sex, "male", Message::ColumnMale),
    (Split::Sex, "other", Message::ColumnOtherSex),
    (Split::Sex, "unknown", Message::ColumnUnknownSex),
    (Split::Age, "15_30", Message::ColumnYouth),
    (Split::Disability, "yes", Message::ColumnDisability),
    (Split::Indigenous, "yes", Message::ColumnIndigenous),
];

/// What stands for what is withheld.
const WITHHELD: &str = "*";

/// What an indicator was in a period: the last value of it, or all together where periods add up; nothing where there is none.
fn in_period(indicator: &Indicator, values: &[&Value]) -> Option<Value> {
    let last = (*values.last()?).clone();
    if indicator.measure != Measure::Sum {
        return Some(last);
    }
    let mut parts: BTreeMap<(Split, String), i64> = BTreeMap::new();
    let mut sum = 0_i64;
    for value in values {
        sum = sum.saturating_add(value.value);
        for part in &value.parts {
            let so_far = parts.entry((part.split, part.group.clone())).or_default();
            *so_far = so_far.saturating_add(part.value.unwrap_or_default());
        }
    }
    let parts = parts.into_iter().map(|((split, group), n)| Part { split, group, value: Some(n) }).collect();
    Some(Value { value: sum, parts, ..last })
}

pub(super) async fn body(desk: &Desk<'_>) -> Result<Made> {
    let kinds = [ItemKind::Objective, ItemKind::Indicator];
    let items = item_store::items(desk.pool, &[desk.campaign.id.0], &kinds).await?;
    let ids: Vec<Uuid> = items.iter().filter(|i| i.body.kind() == ItemKind::Indicator).map(|i| i.id.0).collect();
    let values = measures::list(desk.pool, &ids).await?;
    let used = document_store::of(desk.pool, &values.iter().map(|v| v.id.0).collect::<Vec<_>>()).await?;
    let mut known = std::collections::BTreeSet::new();
    for some in used.iter().map(|(_, d)| d.0).collect::<Vec<_>>().chunks(PageRequest::MOST) {
        let seen = evidence::store::visible(desk.pool, desk.actor, some).await?;
        known.extend(seen.into_iter().filter(|d| !d.is_stub()).map(|d| d.id));
    }
    let mut made = Made {
        heads: [
            Message::ColumnObjective,
            Message::ColumnIndicator,
            Message::ColumnBaseline,
            Message::ColumnTarget,
            Message::ColumnPeriodValue,
            Message::ColumnReached,
            Message::ColumnWay,
        ]
        .into_iter()
        .chain(GROUPS.iter().map(|(_, _, head)| *head))
        .chain([Message::ColumnMeans, Message::ColumnEvidence, Message::ColumnDeviation])
        .collect(),
        ..Made::default()
    };
    let mut hidden = false;
    for item in &items {
        let Body::Indicator(indicator) = &item.body else { continue };
        let own: Vec<&Value> = values.iter().filter(|v| v.indicator == item.id && v.to_on <= desk.to).collect();
        let within: Vec<&Value> = own.iter().copied().filter(|v| v.to_on >= desk.from).collect();
        let proofs = used
            .iter()
            .filter(|(about, document)| within.iter().any(|v| v.id.0 == *about) && known.contains(document))
            .count();
        let row = row(desk, &items, item, indicator, (&own, &within, proofs));
        hidden |= row.iter().any(|cell| cell == WITHHELD);
        made.rows.push(row);
    }
    if hidden {
        made.foot.push(desk.told(Message::ReportWithheld).to_owned());
    }
    Ok(made)
}

fn row(
    desk: &Desk<'_>,
    items: &[Item],
    item: &Item,
    indicator: &Indicator,
    (own, within, proofs): (&[&Value], &[&Value], usize),
) -> Vec<String> {
    let objective = items.iter().find(|o| Some(o.id) == item.parent).map(|o| &o.body);
    let objective = match objective {
        Some(Body::Objective(it)) => desk.said(&it.statement),
        _ => String::new(),
    };
    let unit = desk.said(&indicator.unit);
    let with = |figure: Option<i64>, on: Option<chrono::NaiveDate>| {
        figure.map(|n| format!("{} {unit} ({})", figures::print(n), super::day(on))).unwrap_or_default()
    };
    let period = in_period(indicator, within);
    let (sum, parts) = match &period {
        None => (None, Vec::new()),
        Some(value) if desk.wanted.public => measures::told(indicator, value),
        Some(value) => (Some(value.value), value.parts.clone()),
    };
    let all: Vec<Value> = own.iter().map(|v| (*v).clone()).collect();
    // What is told so far must not tell what a period withholds.
    let silent = desk.wanted.public && all.iter().any(|value| measures::told(indicator, value).0.is_none());
    let progress = measures::progress(indicator, &all);
    let figure = |there: bool, figure: Option<i64>| match figure {
        Some(n) => figures::print(n),
        None if there => WITHHELD.to_owned(),
        None => String::new(),
    };
    let mut row = vec![
        objective,
        desk.said(&indicator.statement),
        with(indicator.baseline, indicator.baseline_on),
        with(indicator.target, indicator.target_on),
        figure(period.is_some(), sum),
        figure(progress.is_some(), progress.filter(|_| !silent).map(|p| p.reached)),
        match progress.filter(|_| !silent) {
            Some(progress) => progress.way.map(|way| way.to_string()).unwrap_or_default(),
            None if progress.is_some() => WITHHELD.to_owned(),
            None => String::new(),
        },
    ];
    for (split, group, _) in GROUPS {
        let part = parts.iter().find(|p| p.split == split && p.group == group);
        row.push(figure(part.is_some(), part.and_then(|p| p.value)));
    }
    row.push(indicator.means.clone());
    row.push(match (period.is_some(), proofs) {
        (false, _) => String::new(),
        (true, 0) => desk.told(Message::ReportNoEvidence).to_owned(),
        (true, n) => desk.told(Message::ReportDocuments).replace("{n}", &n.to_string()),
    });
    let notes: Vec<&str> = within.iter().map(|v| v.note.as_str()).filter(|note| !note.is_empty()).collect();
    row.push(if desk.wanted.public { String::new() } else { notes.join("; ") });
    row
}
