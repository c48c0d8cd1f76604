//! What indicators were, period by period, and how far that is on the way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, CampaignValueId, DocumentId, Env, Error, Message, PersonId, PlaceCode, Pool, Result, Tx,
};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Campaign, Item,
    bodies::{Body, FIGURES, Indicator},
    documents, history, item_store, measures_store as values, service,
    words::{Measure, Split, word},
};
use crate::{
    access::{Actor, Deed, acts::MeasureCampaign},
    figures, networks, places,
    terms::{self, Taxonomy},
    text::Check,
};

/// The most values of one indicator.
const MOST: usize = 200;

/// How many of a value are in one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Split by what.
    pub split: Split,
    /// Which group: its code, or a province's.
    pub group: String,
    /// So many, in hundredths; nothing where so few are not told.
    pub value: Option<i64>,
}

/// What an indicator was in a period.
#[derive(Debug, Clone, Serialize)]
pub struct Value {
    /// Its id.
    #[serde(skip)]
    pub id: CampaignValueId,
    /// Of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// Of which indicator.
    #[serde(skip)]
    pub indicator: CampaignItemId,
    /// The period's first day.
    pub from_on: NaiveDate,
    /// The period's last day.
    pub to_on: NaiveDate,
    /// What it was, in hundredths.
    pub value: i64,
    /// How it is made up.
    pub parts: Vec<Part>,
    /// Why it is not what was expected, and what else there is to say.
    pub note: String,
    /// Who wrote it down.
    #[serde(skip)]
    pub entered_by: Option<PersonId>,
    /// When.
    #[serde(skip)]
    pub entered_at: DateTime<Utc>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
}

/// What a value is to be.
#[derive(Debug, Clone)]
pub struct ValueDraft {
    /// The period's first day.
    pub from_on: NaiveDate,
    /// The period's last day.
    pub to_on: NaiveDate,
    /// What it was, as it was typed.
    pub value: String,
    /// How it is made up: split, group, so many as it was typed.
    pub parts: Vec<(Split, String, String)>,
    /// What there is to say.
    pub note: String,
    /// Documents it rests on.
    pub documents: Vec<DocumentId>,
}

/// How far an indicator has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Where it stands, in hundredths: the last value, or all of them together where periods add up.
    pub reached: i64,
    /// How much of the way from the baseline to the target that is, in per cent; nothing without both.
    pub way: Option<i64>,
}

/// How far an indicator has come by its values, in the order of their days; nothing before there is one.
pub fn progress(indicator: &Indicator, values: &[Value]) -> Option<Progress> {
    let last = values.last()?.value;
    let reached = match indicator.measure {
        Measure::State | Measure::Share => last,
        Measure::Sum => values.iter().fold(0_i64, |sum, value| sum.saturating_add(value.value)),
    };
    let way = indicator.baseline.zip(indicator.target).and_then(|(from, to)| figures::way(from, to, reached));
    Some(Progress { reached, way })
}

/// The parts of a value as they may be told outside the team: groups of one to four people are withheld, and what would give
/// them away. Shares count nobody and stay.
pub fn told(indicator: &Indicator, value: &Value) -> (Option<i64>, Vec<Part>) {
    if indicator.measure == Measure::Share || value.parts.is_empty() {
        return (Some(value.value), value.parts.clone());
    }
    let mut by: BTreeMap<Split, Vec<&Part>> = BTreeMap::new();
    for part in &value.parts {
        by.entry(part.split).or_default().push(part);
    }
    let (mut whole, mut parts) = (Some(value.value), Vec::new());
    for (split, row) in by {
        let cells: Vec<i64> = row.iter().map(|part| part.value.unwrap_or_default() / 100).collect();
        let (sum, told) = figures::guarded(&cells);
        if sum.is_none() {
            whole = None;
        }
        parts.extend(row.iter().zip(told).map(|(part, told)| Part {
            split,
            group: part.group.clone(),
            value: told.map(|n| n * 100),
        }));
    }
    if whole.is_none() {
        // Where one split must not tell the sum, no other may.
        for part in &mut parts {
            part.value = None;
        }
    }
    (whole, parts)
}

/// The values of indicators by their days; whether the actor may know them is judged before.
pub async fn list(db: impl PgExecutor<'_>, indicators: &[Uuid]) -> Result<Vec<Value>> {
    values::list(db, indicators, None).await
}

/// The indicator with its campaign held, for those who may write down what it is.
async fn held(tx: &mut Tx<'_>, actor: &Actor, id: CampaignItemId) -> Result<(Campaign, Item, Indicator, Deed)> {
    let item = item_store::item(tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = service::planned::<MeasureCampaign>(tx, actor, item.campaign).await?;
    let item = item_store::item(tx, id).await?.ok_or(Error::NotFound)?;
    match item.body.clone() {
        Body::Indicator(indicator) => Ok((campaign, item, indicator, deed)),
        _ => Err(Error::NotFound),
    }
}

async fn parts(
    tx: &mut Tx<'_>,
    indicator: &Indicator,
    whole: i64,
    typed: &[(Split, String, String)],
    found: &mut Check,
) -> Result<Vec<Part>> {
    let constituencies = if indicator.split_by.contains(&Split::Constituency) {
        terms::store::list(&mut **tx, Taxonomy::Constituency).await?
    } else {
        Vec::new()
    };
    let mut seen = BTreeSet::new();
    let (mut parts, mut provinces) = (Vec::new(), Vec::new());
    for (split, group, figure) in typed {
        if figure.trim().is_empty() {
            continue;
        }
        let known = match split {
            Split::Province => {
                provinces.push(PlaceCode(group.clone()).0);
                group.len() <= 2
            }
            // What was merged since stays as it was written down.
            Split::Constituency => group == "unknown" || constituencies.iter().any(|term| term.code == *group),
            _ => split.groups().contains(&group.as_str()),
        };
        if !known || !indicator.split_by.contains(split) || !seen.insert((*split, group.clone())) {
            found.fail("parts", Message::IdUnknown);
            continue;
        }
        match figures::read(figure).filter(|figure| FIGURES.contains(figure)) {
            Some(value) => parts.push(Part { split: *split, group: group.clone(), value: Some(value) }),
            None => found.fail(format!("parts.{}.{group}", word(*split)), Message::NotAFigure),
        }
    }
    if !places::store::all_known(&mut **tx, &provinces).await? {
        found.fail("parts", Message::PlaceUnknown);
    }
    if indicator.measure != Measure::Share {
        let mut sums: BTreeMap<Split, i64> = BTreeMap::new();
        for part in &parts {
            let sum = sums.entry(part.split).or_default();
            *sum = sum.saturating_add(part.value.unwrap_or_default());
        }
        for (split, sum) in sums {
            if sum != whole {
                found.fail(format!("parts.{}", word(split)), Message::PartsDiffer);
            }
        }
        // People are counted, not divided.
        if parts.iter().any(|part| part.value.unwrap_or_default() % 100 != 0) {
            found.fail("parts", Message::NotAFigure);
        }
    }
    Ok(parts)
}

async fn filled(
    tx: &mut Tx<'_>,
    env: &Env,
    (campaign, indicator): (&Campaign, &Indicator),
    mut value: Value,
    draft: &ValueDraft,
    found: &mut Check,
) -> Result<Value> {
    (value.from_on, value.to_on) = (draft.from_on, draft.to_on);
    if value.to_on < value.from_on {
        found.fail("toOn", Message::LastDayFirst);
    }
    if value.to_on > networks::store::today(&mut **tx, env, campaign.network).await? {
        found.fail("toOn", Message::DayNotOver);
    }
    let others = values::list(&mut **tx, &[value.indicator.0], None).await?;
    if others.iter().any(|o| o.id != value.id && o.from_on <= value.to_on && value.from_on <= o.to_on) {
        found.fail("fromOn", Message::PeriodTaken);
    }
    if others.len() >= MOST {
        found.fail("indicator", Message::OutOfRange);
    }
    match figures::read(&draft.value).filter(|figure| FIGURES.contains(figure)) {
        Some(figure) => value.value = figure,
        None => found.fail("value", Message::NotAFigure),
    }
    value.parts = parts(tx, indicator, value.value, &draft.parts, found).await?;
    value.note = found.prose("note", &draft.note, 2000);
    Ok(value)
}

/// Writes down what an indicator was in a period.
pub async fn enter(pool: &Pool, env: &Env, actor: &Actor, id: CampaignItemId, draft: ValueDraft) -> Result<Item> {
    let mut tx = pool.begin().await?;
    let (campaign, item, indicator, deed) = held(&mut tx, actor, id).await?;
    let blank = Value {
        id: CampaignValueId::fresh(env),
        campaign: campaign.id,
        indicator: id,
        from_on: draft.from_on,
        to_on: draft.to_on,
        value: 0,
        parts: Vec::new(),
        note: String::new(),
        entered_by: deed.by,
        entered_at: env.now(),
        version: 1,
    };
    let mut found = Check::new();
    let value = filled(&mut tx, env, (&campaign, &indicator), blank, &draft, &mut found).await?;
    documents::set(&mut tx, env, actor, deed, (&campaign, "value", value.id.0), &draft.documents, &mut found).await?;
    found.finish()?;
    values::insert(&mut tx, &value, deed.on_behalf_of.map(|o| o.0)).await?;
    history::note(&mut tx, env, deed, campaign.id, ("value", value.id.0), (None, Some(&value))).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.measured").await?;
    tx.commit().await?;
    Ok(item)
}

/// Changes a value, as it was read at `version`.
pub async fn change(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignValueId,
    version: i32,
    draft: ValueDraft,
) -> Result<Item> {
    let mut tx = pool.begin().await?;
    let was = values::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, item, indicator, deed) = held(&mut tx, actor, was.indicator).await?;
    let was = values::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let now = filled(&mut tx, env, (&campaign, &indicator), was.clone(), &draft, &mut found).await?;
    documents::set(&mut tx, env, actor, deed, (&campaign, "value", id.0), &draft.documents, &mut found).await?;
    found.finish()?;
    values::put(&mut tx, &now).await?;
    history::note(&mut tx, env, deed, campaign.id, ("value", id.0), (Some(&was), Some(&now))).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.measured").await?;
    tx.commit().await?;
    Ok(item)
}

/// Takes a value out; its history stays.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, id: CampaignValueId, version: i32) -> Result<Item> {
    let mut tx = pool.begin().await?;
    let was = values::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, item, _, deed) = held(&mut tx, actor, was.indicator).await?;
    let was = values::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if was.version != version {
        return Err(Error::Conflict);
    }
    values::remove(&mut tx, id, env.now()).await?;
    history::note(&mut tx, env, deed, campaign.id, ("value", id.0), (Some(&was), None)).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.measured").await?;
    tx.commit().await?;
    Ok(item)
}
