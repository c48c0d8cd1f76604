//! The budget, for those who give money.

use std::collections::BTreeMap;

use sala_kernel::{Currency, Message, Money, Result};

use super::{Body as Made, Desk};
use crate::campaigns::{ItemKind, bodies::Body, history, item_store, items};

fn figures(hundredths: i64, currency: Currency) -> String {
    Money { hundredths, currency }.figures()
}

/// So much of a hundred, to one decimal.
fn share(part: i64, whole: i64) -> String {
    if whole <= 0 {
        return String::new();
    }
    let tenths = (i128::from(part) * 2000 / i128::from(whole) + 1) / 2;
    format!("{}.{}", tenths / 10, tenths % 10)
}

pub(super) async fn body(desk: &Desk<'_>) -> Result<Made> {
    let lines = item_store::items(desk.pool, &[desk.campaign.id.0], &[ItemKind::BudgetLine]).await?;
    let spending = history::spending(desk.pool, desk.campaign.id).await?;
    let mut made = Made {
        heads: vec![
            Message::ColumnCode,
            Message::ColumnLine,
            Message::ColumnDonor,
            Message::ColumnPlanned,
            Message::ColumnSpentPeriod,
            Message::ColumnSpent,
            Message::ColumnBalance,
            Message::ColumnBurn,
            Message::ColumnCurrency,
        ],
        ..Made::default()
    };
    let mut sums: BTreeMap<Currency, [i64; 3]> = BTreeMap::new();
    for item in &lines {
        let Body::BudgetLine(line) = &item.body else { continue };
        if !desk.wanted.donor.is_empty() && line.donor != desk.wanted.donor {
            continue;
        }
        let known = spending.get(&item.id.0).map_or(&[][..], Vec::as_slice);
        // What stood there at the end of a day.
        let by = |day: chrono::NaiveDate| {
            known.iter().rev().find(|(at, _)| desk.zone.day(*at) <= day).map_or(0, |(_, spent)| *spent)
        };
        let (until, before) = (by(desk.to), desk.from.pred_opt().map_or(0, by));
        let sum = sums.entry(line.currency).or_default();
        for (sum, amount) in sum.iter_mut().zip([line.planned, until - before, until]) {
            *sum = sum.saturating_add(amount);
        }
        made.rows.push(vec![
            line.code.clone(),
            line.description.clone(),
            line.donor.clone(),
            figures(line.planned, line.currency),
            figures(until - before, line.currency),
            figures(until, line.currency),
            figures(line.planned - until, line.currency),
            share(until, line.planned),
            format!("{:?}", line.currency),
        ]);
    }
    for (currency, [planned, period, spent]) in &sums {
        let label = desk.told(Message::ReportTotal).replace("{currency}", &format!("{currency:?}"));
        made.foot.push(format!(
            "{label}: {} / {} / {}",
            figures(*planned, *currency),
            figures(*period, *currency),
            figures(*spent, *currency)
        ));
    }
    if let Some(rate) = &desk.campaign.rate {
        let both = sums.iter().map(|(currency, [planned, _, spent])| (*currency, (*planned, *spent))).collect();
        let (planned, spent) = items::in_dollars(&both, rate);
        let label = desk
            .told(Message::ReportInDollars)
            .replace("{rate}", &rate.riel_per_dollar.to_string())
            .replace("{day}", &rate.on.to_string())
            .replace("{source}", &rate.source);
        let usd = Currency::USD;
        made.foot.push(format!("{label}: {} / {}", figures(planned, usd), figures(spent, usd)));
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_to_one_decimal() {
        for (part, whole, told) in [(0, 100, "0.0"), (1, 3, "33.3"), (2, 3, "66.7"), (150, 100, "150.0"), (5, 0, "")] {
            assert_eq!(share(part, whole), told, "{part} of {whole}");
        }
    }
}
