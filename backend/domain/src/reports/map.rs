//! What a map of stakeholders tells: who moved, who was met, what is missing, what was answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sala_kernel::{CampaignItemId, LText, Message, OrganisationId, Result, StakeholderId};

use super::{Body as Made, Desk, day, progress::response};
use crate::{
    access::{Actor, acts::ViewMap, authorize},
    campaigns::{ItemKind, bodies::Body, item_store},
    organisations,
    stakeholders::{
        Assessment, Engagement, EngagementState, Movement, Stakeholder, StakeholderState, Target, assessment_store,
        current, engagement_store, store, toward,
    },
};

async fn stakeholders(desk: &Desk<'_>) -> Result<Vec<Stakeholder>> {
    let mut all = store::list(desk.pool, Some(desk.campaign.id), None).await?;
    all.retain(|s| matches!(s.state, StakeholderState::Active | StakeholderState::OfficeVacated));
    all.sort_by_cached_key(|s| (std::cmp::Reverse(s.target), desk.said(&s.name)));
    Ok(all)
}

fn target(desk: &Desk<'_>, s: &Stakeholder) -> String {
    match s.target {
        Target::None => String::new(),
        Target::Secondary => desk.told(Message::TargetSecondary).to_owned(),
        Target::Primary => desk.told(Message::TargetPrimary).to_owned(),
    }
}

/// How those on a map went between two days: by the newest rating known on each. Whoever is rated too long ago to count is
/// counted by themselves, whoever was not rated on both days not at all.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moves {
    pub toward: usize,
    pub away: usize,
    pub still: usize,
    pub stale: usize,
}

/// Who, how they were rated on the first day, how on the last, and which way they went.
type Moved<'a> = (StakeholderId, Option<&'a Assessment>, &'a Assessment, Option<Movement>);

fn moves<'a>(
    all: &[Stakeholder],
    ratings: &'a [Assessment],
    (from, to): (NaiveDate, NaiveDate),
) -> (Moves, Vec<Moved<'a>>) {
    let (then, now) = (current(ratings, from, None), current(ratings, to, None));
    let mut sum = Moves::default();
    let mut rows = Vec::new();
    for s in all {
        let Some(is) = now.get(&s.id).copied() else { continue };
        let was = then.get(&s.id).copied();
        let way = was.filter(|_| is.counts_on(to)).map(|was| toward(was, is));
        match way {
            Some(Movement::Toward) => sum.toward += 1,
            Some(Movement::Away) => sum.away += 1,
            Some(Movement::Still) => sum.still += 1,
            None if !is.counts_on(to) => sum.stale += 1,
            None => {}
        }
        rows.push((s.id, was, is, way));
    }
    (sum, rows)
}

fn figures(rating: Option<&Assessment>) -> String {
    rating.map(|r| format!("{}, {}, {:+}", r.influence, r.interest, r.alignment)).unwrap_or_default()
}

/// What the progress of a campaign says of its map, for those who may know it.
pub(super) async fn summary(desk: &Desk<'_>, actor: &Actor) -> Result<Option<String>> {
    if authorize::<_, ViewMap>(actor, (), &desk.campaign.team_facts()).is_err() {
        return Ok(None);
    }
    let all = stakeholders(desk).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let ratings = assessment_store::list(desk.pool, desk.campaign.id).await?;
    let (sum, _) = moves(&all, &ratings, (desk.from, desk.to));
    Ok(Some(filled(desk.told(Message::MovementSince), sum)))
}

fn filled(words: &str, sum: Moves) -> String {
    words
        .replace("{toward}", &sum.toward.to_string())
        .replace("{away}", &sum.away.to_string())
        .replace("{still}", &sum.still.to_string())
        .replace("{stale}", &sum.stale.to_string())
}

pub(super) async fn movement(desk: &Desk<'_>) -> Result<Made> {
    let all = stakeholders(desk).await?;
    let ratings = assessment_store::list(desk.pool, desk.campaign.id).await?;
    let (sum, rows) = moves(&all, &ratings, (desk.from, desk.to));
    let mut made = Made {
        heads: vec![
            Message::ColumnStakeholder,
            Message::ColumnTargetKind,
            Message::ColumnWas,
            Message::ColumnIsNow,
            Message::ColumnMoved,
            Message::ColumnAssessed,
        ],
        ..Made::default()
    };
    for (id, was, is, way) in rows {
        let Some(s) = all.iter().find(|s| s.id == id) else { continue };
        let moved = match way {
            Some(Movement::Toward) => desk.told(Message::MovedToward),
            Some(Movement::Away) => desk.told(Message::MovedAway),
            Some(Movement::Still) => desk.told(Message::MovedNot),
            None if !is.counts_on(desk.to) => desk.told(Message::MovedStale),
            None => "",
        };
        made.rows.push(vec![
            desk.said(&s.name),
            target(desk, s),
            figures(was),
            figures(Some(is)),
            moved.to_owned(),
            is.assessed_on.to_string(),
        ]);
    }
    made.foot.push(filled(desk.told(Message::MovedSummary), sum));
    Ok(made)
}

async fn acronyms(
    desk: &Desk<'_>,
    of: impl Iterator<Item = OrganisationId>,
) -> Result<BTreeMap<OrganisationId, String>> {
    let ids: Vec<uuid::Uuid> = of.map(|o| o.0).collect();
    let mut found = BTreeMap::new();
    for some in ids.chunks(100) {
        for one in organisations::store::visible(desk.pool, desk.actor, some).await? {
            let name = if one.acronym.is_empty() { desk.said(&one.name) } else { one.acronym.clone() };
            found.insert(one.id, name);
        }
    }
    Ok(found)
}

pub(super) async fn coverage(desk: &Desk<'_>) -> Result<Made> {
    let all = stakeholders(desk).await?;
    let met: Vec<Engagement> = engagement_store::between(desk.pool, desk.campaign.id, (desk.from, desk.to)).await?;
    let owners = acronyms(desk, all.iter().filter_map(|s| s.owner)).await?;
    let mut made = Made {
        heads: vec![
            Message::ColumnStakeholder,
            Message::ColumnTargetKind,
            Message::ColumnOwner,
            Message::ColumnContacts,
            Message::ColumnLastContact,
        ],
        ..Made::default()
    };
    let (mut seen, mut wanted) = (0, 0);
    for s in all.iter().filter(|s| s.target != Target::None) {
        let theirs = met.iter().filter(|e| e.state == EngagementState::Held && e.stakeholders.contains(&s.id));
        let days: Vec<NaiveDate> = theirs.map(|e| e.held_on).collect();
        wanted += 1;
        seen += usize::from(!days.is_empty());
        made.rows.push(vec![
            desk.said(&s.name),
            target(desk, s),
            s.owner.and_then(|o| owners.get(&o).cloned()).unwrap_or_default(),
            days.len().to_string(),
            day(days.into_iter().max()),
        ]);
    }
    let words = desk.told(Message::CoverageSummary);
    made.foot.push(words.replace("{met}", &seen.to_string()).replace("{all}", &wanted.to_string()));
    Ok(made)
}

pub(super) async fn targets(desk: &Desk<'_>) -> Result<Made> {
    let all = stakeholders(desk).await?;
    let ratings = assessment_store::list(desk.pool, desk.campaign.id).await?;
    let known = current(&ratings, desk.to, None);
    let mut made = Made {
        heads: vec![Message::ColumnStakeholder, Message::ColumnTargetKind, Message::ColumnLacks],
        ..Made::default()
    };
    for s in all.iter().filter(|s| s.target != Target::None) {
        let lacks = [
            (s.asks.is_empty(), Message::LacksAsk),
            (s.owner.is_none(), Message::LacksOwner),
            (known.get(&s.id).is_none_or(|r| !r.counts_on(desk.to)), Message::LacksRating),
        ];
        let lacks: Vec<&str> = lacks.into_iter().filter(|(is, _)| *is).map(|(_, what)| desk.told(what)).collect();
        if !lacks.is_empty() {
            made.rows.push(vec![desk.said(&s.name), target(desk, s), lacks.join(", ")]);
        }
    }
    Ok(made)
}

pub(super) async fn responses(desk: &Desk<'_>) -> Result<Made> {
    let all = stakeholders(desk).await?;
    let met = engagement_store::between(desk.pool, desk.campaign.id, (desk.from, desk.to)).await?;
    let items = item_store::items(desk.pool, &[desk.campaign.id.0], &[ItemKind::Ask]).await?;
    let asks: BTreeMap<CampaignItemId, &LText> = items
        .iter()
        .filter_map(|item| match &item.body {
            Body::Ask(ask) => Some((item.id, &ask.text)),
            _ => None,
        })
        .collect();
    let mut made = Made {
        heads: vec![Message::ColumnDay, Message::ColumnStakeholder, Message::ColumnAsk, Message::ColumnReply],
        ..Made::default()
    };
    for e in met.iter().filter(|e| e.state == EngagementState::Held) {
        let with: Vec<String> =
            all.iter().filter(|s| e.stakeholders.contains(&s.id)).map(|s| desk.said(&s.name)).collect();
        for raised in &e.raised {
            let Some(text) = asks.get(&raised.ask) else { continue };
            made.rows.push(vec![
                e.held_on.to_string(),
                with.join(", "),
                desk.said(text),
                desk.told(response(raised.response)).to_owned(),
            ]);
        }
    }
    Ok(made)
}
