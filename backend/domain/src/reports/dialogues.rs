//! Who was invited to dialogues, and who was there.

use std::collections::BTreeMap;

use sala_kernel::{Message, PageRequest, Result};

use super::{Body as Made, Desk};
use crate::{
    campaigns::Visibility,
    dialogues::{
        Dialogue, DialogueState, balance,
        day::{self, ToldOutside, Turnout},
        day_store,
        service::MOST,
        store,
    },
    terms::{self, Taxonomy},
};

/// What stands for what is withheld.
const WITHHELD: &str = "*";

/// The dialogues of the campaign that begin within the period, the earliest first; for outside, those that everybody may know.
async fn held(desk: &Desk<'_>) -> Result<Vec<Dialogue>> {
    let wanted = store::Wanted { campaign: Some(desk.campaign.id), ..store::Wanted::default() };
    let (mut all, mut page) = (Vec::new(), PageRequest::whole());
    loop {
        let found = store::list(desk.pool, desk.actor, &wanted, &page).await?;
        let last = found.items.last().map(|(cursor, _)| cursor.clone());
        all.extend(found.items.into_iter().map(|(_, d)| d));
        let Some(last) = last.filter(|_| found.more) else { break };
        page = PageRequest::new(Some(100), Some(&last))?;
    }
    all.retain(|d| {
        desk.within(desk.zone.day(d.is.starts_at)) && (!desk.wanted.public || d.is.visibility == Visibility::Public)
    });
    let ids: Vec<uuid::Uuid> = all.iter().map(|d| d.id.0).collect();
    for (dialogue, of) in store::seats(desk.pool, &ids).await? {
        if let Some(d) = all.iter_mut().find(|d| d.id == dialogue) {
            d.is.seats.push(of);
        }
    }
    Ok(all)
}

/// What groups are called.
async fn groups(desk: &Desk<'_>) -> Result<BTreeMap<String, String>> {
    let terms = terms::store::list(desk.pool, Taxonomy::Constituency).await?;
    Ok(terms.into_iter().map(|term| (term.code.clone(), desk.said(&term.label))).collect())
}

fn figure(told: Option<i32>) -> String {
    told.map_or_else(|| WITHHELD.to_owned(), |n| n.to_string())
}

fn share(part: Option<i32>, whole: Option<i32>) -> String {
    match part.zip(whole) {
        Some((_, 0)) => String::new(),
        Some((part, whole)) => format!("{} %", (part * 200 + whole) / (whole * 2)),
        None => WITHHELD.to_owned(),
    }
}

/// A turnout as one who takes part may know it.
fn inside(row: Turnout) -> ToldOutside {
    let all = |cells: &[i32]| cells.iter().map(|n| Some(*n)).collect();
    ToldOutside {
        constituency: row.constituency,
        seats: row.seats,
        women_pct: row.women_pct,
        total: Some(row.total),
        sexes: all(&row.sexes),
        ages: all(&row.ages),
        disability: all(&row.disability),
        indigenous: all(&row.indigenous),
    }
}

/// Who was there, by group: of what was held for the team, of what is reported for outside, with small groups withheld.
pub(super) async fn attendance(desk: &Desk<'_>) -> Result<Made> {
    use Message::{
        ColumnAge31To59, ColumnAge60, ColumnAgeUnknown, ColumnBelow15, ColumnDay, ColumnDialogue, ColumnDisability,
        ColumnDisabilityNo, ColumnDisabilityUnknown, ColumnFemale, ColumnGroup, ColumnIndigenous, ColumnIndigenousNo,
        ColumnIndigenousUnknown, ColumnMale, ColumnOtherSex, ColumnSeats, ColumnThere, ColumnUnknownSex, ColumnVenue,
        ColumnWomenShare, ColumnWomenWanted, ColumnYouth,
    };
    let mut made = Made {
        heads: vec![
            ColumnDialogue,
            ColumnDay,
            ColumnVenue,
            ColumnGroup,
            ColumnSeats,
            ColumnThere,
            ColumnFemale,
            ColumnMale,
            ColumnOtherSex,
            ColumnUnknownSex,
            ColumnWomenShare,
            ColumnWomenWanted,
            ColumnBelow15,
            ColumnYouth,
            ColumnAge31To59,
            ColumnAge60,
            ColumnAgeUnknown,
            ColumnDisability,
            ColumnDisabilityNo,
            ColumnDisabilityUnknown,
            ColumnIndigenous,
            ColumnIndigenousNo,
            ColumnIndigenousUnknown,
        ],
        ..Made::default()
    };
    let names = groups(desk).await?;
    for d in held(desk).await? {
        let reported = matches!(d.state, DialogueState::Reported | DialogueState::Closed);
        if !(reported || d.state.was_held() && !desk.wanted.public) {
            continue;
        }
        let all = day_store::attendance(desk.pool, d.id, None, 2 * MOST).await?;
        let rows = day::turnout(&d.is.seats, &all);
        let told = if desk.wanted.public { day::told_outside(&rows) } else { rows.into_iter().map(inside).collect() };
        for row in told {
            let whole = row.constituency.is_empty();
            let mut line = vec![
                desk.said(&d.is.title),
                desk.zone.day(d.is.starts_at).to_string(),
                desk.said(&d.is.venue),
                if whole {
                    desk.told(Message::AllTogether).to_owned()
                } else {
                    names.get(&row.constituency).cloned().unwrap_or(row.constituency)
                },
                row.seats.to_string(),
                figure(row.total),
            ];
            // Who a group is made of is told outside of all together alone.
            let cells = |cells: &[Option<i32>], n: usize| -> Vec<String> {
                if cells.is_empty() { vec![WITHHELD.to_owned(); n] } else { cells.iter().map(|c| figure(*c)).collect() }
            };
            line.extend(cells(&row.sexes, 4));
            line.push(share(row.sexes.first().copied().flatten(), row.total));
            line.push(row.women_pct.map(|pct| format!("{pct} %")).unwrap_or_default());
            line.extend(cells(&row.ages, 5));
            line.extend(cells(&row.disability, 3));
            line.extend(cells(&row.indigenous, 3));
            made.rows.push(line);
        }
    }
    if made.rows.iter().flatten().any(|cell| cell == WITHHELD) {
        made.foot.push(desk.told(Message::ReportWithheld).to_owned());
    }
    Ok(made)
}

/// How invitations stand, by group: for the team alone.
pub(super) async fn invitations(desk: &Desk<'_>) -> Result<Made> {
    use Message::{
        ColumnAccepted, ColumnDay, ColumnDeclined, ColumnDelegated, ColumnDialogue, ColumnGroup, ColumnSeats,
        ColumnSent, ColumnSilent, ColumnTentative, ColumnWaiting, ColumnWomenShare, ColumnWomenWanted,
    };
    let mut made = Made {
        heads: vec![
            ColumnDialogue,
            ColumnDay,
            ColumnGroup,
            ColumnSeats,
            ColumnSent,
            ColumnAccepted,
            ColumnDelegated,
            ColumnTentative,
            ColumnDeclined,
            ColumnWaiting,
            ColumnSilent,
            ColumnWomenShare,
            ColumnWomenWanted,
        ],
        ..Made::default()
    };
    if desk.wanted.public {
        made.foot.push(desk.told(Message::InvitationsForTeam).to_owned());
        return Ok(made);
    }
    let names = groups(desk).await?;
    for d in held(desk).await? {
        let all = store::invitations(desk.pool, d.id, 0, MOST).await?;
        for stand in balance(&d.is.seats, &all) {
            let of = d.is.seats.iter().find(|of| of.constituency == stand.constituency);
            let told = [
                stand.sent,
                stand.accepted,
                stand.delegated,
                stand.tentative,
                stand.declined,
                stand.waiting,
                stand.silent,
            ];
            let mut line = vec![
                desk.said(&d.is.title),
                desk.zone.day(d.is.starts_at).to_string(),
                names.get(&stand.constituency).cloned().unwrap_or(stand.constituency),
                of.map_or(0, |of| of.seats).to_string(),
            ];
            line.extend(told.iter().map(i32::to_string));
            line.push(share(Some(stand.women), Some(stand.accepted)));
            line.push(of.and_then(|of| of.women_pct).map(|pct| format!("{pct} %")).unwrap_or_default());
            made.rows.push(line);
        }
    }
    Ok(made)
}
