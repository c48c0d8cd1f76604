//! What a new campaign begins with: a template, or an earlier campaign's plan.

use std::collections::{BTreeMap, HashMap};

use chrono::{Duration, NaiveDate};
use sala_kernel::{CampaignId, CampaignItemId, CampaignWorkId, Env, Error, LText, Language, Message, Result, Tx};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Campaign, Item, ItemKind, Sight, Work, WorkKind, WorkStatus,
    bodies::Body,
    history, item_store, store,
    words::{AskResponse, RiskStatus},
    work_store,
};
use crate::{
    access::{Actor, Deed},
    networks,
    text::Check,
};

/// A plan that is made before: by whoever knows such campaigns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// A national law.
    NationalLaw,
    /// That communes show their budgets.
    CommuneBudget,
    /// That a public service becomes better.
    ServiceQuality,
}

impl Template {
    const fn key(self) -> &'static str {
        match self {
            Self::NationalLaw => "national_law",
            Self::CommuneBudget => "commune_budget",
            Self::ServiceQuality => "service_quality",
        }
    }
}

/// With what a campaign begins.
#[derive(Debug, Clone, Copy)]
pub enum Beginning {
    /// With nothing.
    Nothing,
    /// With a template; what it says in one language alone, it says in this one.
    From(Template, Language),
    /// With the plan of an earlier campaign, all of which the actor may know.
    Like(CampaignId),
}

#[derive(Debug, Deserialize)]
struct Plan {
    problem: LText,
    goal: LText,
    items: Vec<PlannedItem>,
    work: Vec<PlannedWork>,
}

#[derive(Debug, Deserialize)]
struct PlannedItem {
    #[serde(default)]
    key: String,
    #[serde(default)]
    parent: String,
    kind: String,
    body: Value,
}

#[derive(Debug, Deserialize)]
struct PlannedWork {
    kind: String,
    title: LText,
    starts: Option<i64>,
    due: i64,
    tactic: String,
    change: String,
    #[serde(default)]
    audience: String,
}

fn plan(template: Template) -> Result<Plan> {
    let mut all: HashMap<String, Plan> =
        serde_json::from_str(include_str!("templates.json")).map_err(Error::internal)?;
    all.remove(template.key()).ok_or(Error::NotFound)
}

/// Days from the first day become days; what is said in both languages where one has room becomes one.
fn settled(value: Value, first: NaiveDate, language: Language) -> Value {
    match value {
        Value::Object(mut map) => {
            if let Some(days) = map.get("day").and_then(Value::as_i64) {
                return Value::String((first + Duration::days(days)).to_string());
            }
            if let Some(both) = map.get_mut("one").map(Value::take) {
                return both.get(language.tag()).cloned().unwrap_or_default();
            }
            Value::Object(map.into_iter().map(|(key, value)| (key, settled(value, first, language))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(|value| settled(value, first, language)).collect()),
        plain => plain,
    }
}

/// A kind by its word.
fn kind_of<K: Copy>(all: &[K], word: impl Fn(K) -> &'static str, wanted: &str) -> Result<K> {
    all.iter().copied().find(|kind| word(*kind) == wanted).ok_or_else(|| Error::internal(wanted.to_owned()))
}

/// What a new campaign says of itself and does not say yet, taken from where it begins.
pub(super) fn words(campaign: &mut Campaign, beginning: Beginning) -> Result<()> {
    if let Beginning::From(template, _) = beginning {
        let plan = plan(template)?;
        if campaign.problem.is_empty() {
            campaign.problem = plan.problem;
        }
        if campaign.goal.is_empty() {
            campaign.goal = plan.goal;
        }
    }
    Ok(())
}

/// Puts into a new campaign what it begins with.
pub(super) async fn put(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    deed: Deed,
    campaign: &Campaign,
    beginning: Beginning,
) -> Result<()> {
    let first = match campaign.starts_on {
        Some(day) => day,
        None => networks::store::today(&mut **tx, env, campaign.network).await?,
    };
    match beginning {
        Beginning::Nothing => Ok(()),
        Beginning::From(template, language) => from(tx, env, deed, campaign, (template, language, first)).await,
        Beginning::Like(earlier) => like(tx, env, actor, deed, campaign, (earlier, first)).await,
    }
}

/// Writes the items and the work of a new plan.
struct Pen<'t, 'c> {
    tx: &'t mut Tx<'c>,
    env: &'t Env,
    deed: Deed,
    campaign: CampaignId,
    place: f64,
}

impl Pen<'_, '_> {
    async fn item(&mut self, parent: Option<CampaignItemId>, mut body: Body) -> Result<CampaignItemId> {
        let mut found = Check::new();
        body.check(&mut found);
        found.finish()?;
        let item = Item {
            id: CampaignItemId::fresh(self.env),
            campaign: self.campaign,
            parent,
            organisation: None,
            paper: None,
            place: 0,
            body,
            version: 1,
            changed_at: self.env.now(),
        };
        item_store::add_item(self.tx, &item).await?;
        let about = (item.body.kind().as_str(), item.id.0);
        history::note(self.tx, self.env, self.deed, self.campaign, about, (None, Some(&item.body))).await?;
        Ok(item.id)
    }

    async fn work(&mut self, work: Work) -> Result<CampaignWorkId> {
        self.place += 1.0;
        let work = Work {
            id: CampaignWorkId::fresh(self.env),
            campaign: self.campaign,
            status: WorkStatus::Todo,
            place: self.place,
            version: 1,
            done_at: None,
            organisation: None,
            person: None,
            ..work
        };
        work_store::insert(self.tx, self.env, &work).await?;
        let about = (work.kind.as_str(), work.id.0);
        history::note(self.tx, self.env, self.deed, self.campaign, about, (None, Some(&work))).await?;
        Ok(work.id)
    }
}

async fn from(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: &Campaign,
    (template, language, first): (Template, Language, NaiveDate),
) -> Result<()> {
    let plan = plan(template)?;
    let mut pen = Pen { tx, env, deed, campaign: campaign.id, place: 0.0 };
    let mut keys: BTreeMap<String, CampaignItemId> = BTreeMap::new();
    for planned in plan.items {
        let kind = kind_of(ItemKind::ALL, ItemKind::as_str, &planned.kind)?;
        let body = Body::read(kind, settled(planned.body, first, language))?;
        let id = pen.item(keys.get(&planned.parent).copied(), body).await?;
        if !planned.key.is_empty() {
            keys.insert(planned.key, id);
        }
    }
    for planned in plan.work {
        let work = Work {
            kind: kind_of(WorkKind::ALL, WorkKind::as_str, &planned.kind)?,
            title: planned.title,
            starts_on: planned.starts.map(|days| first + Duration::days(days)),
            due_on: Some(first + Duration::days(planned.due)),
            tactic: planned.tactic,
            change_sought: planned.change,
            audience: planned.audience,
            ..blank(env, campaign.id)
        };
        pen.work(work).await?;
    }
    Ok(())
}

pub(super) fn blank(env: &Env, campaign: CampaignId) -> Work {
    Work {
        id: CampaignWorkId::fresh(env),
        campaign,
        kind: WorkKind::Task,
        title: LText::default(),
        note: String::new(),
        source: String::new(),
        starts_on: None,
        due_on: None,
        organisation: None,
        person: None,
        at: None,
        tactic: String::new(),
        change_sought: String::new(),
        audience: String::new(),
        budget_line: None,
        window: None,
        status: WorkStatus::Todo,
        place: 0.0,
        version: 1,
        done_at: None,
    }
}

/// An item as one begins anew with it: nothing has been answered, seen, spent or reached.
fn anew(body: Body, shift: Duration) -> Body {
    let later = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_signed(shift));
    match body {
        Body::Objective(mut it) => {
            it.by_when = later(it.by_when);
            Body::Objective(it)
        }
        Body::Ask(mut it) => {
            it.by_when = later(it.by_when);
            (it.response, it.responded_on) = (AskResponse::None, None);
            it.source.clear();
            Body::Ask(it)
        }
        Body::Risk(mut it) => {
            it.status = RiskStatus::Open;
            Body::Risk(it)
        }
        Body::Marker(mut it) => {
            it.observed_on = None;
            it.evidence.clear();
            Body::Marker(it)
        }
        Body::BudgetLine(mut it) => {
            it.spent = 0;
            Body::BudgetLine(it)
        }
        Body::Indicator(mut it) => {
            // Where it stands now is for those who begin to find out.
            (it.baseline, it.baseline_on) = (None, None);
            it.target_on = later(it.target_on);
            Body::Indicator(it)
        }
        same @ (Body::Step(_) | Body::Message(_) | Body::Force(_)) => same,
    }
}

async fn like(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    deed: Deed,
    campaign: &Campaign,
    (earlier, first): (CampaignId, NaiveDate),
) -> Result<()> {
    let known = store::visible(&mut **tx, actor, &[earlier.0]).await?.pop();
    let Some(earlier) = known.filter(|c| c.network == campaign.network && c.sight(actor) == Sight::Team) else {
        return Err(Error::invalid("like", Message::IdUnknown));
    };
    let from = earlier.starts_on.unwrap_or_else(|| earlier.created_at.date_naive());
    let shift = first - from;
    let items = item_store::items_of(tx, earlier.id).await?;
    let mut pen = Pen { tx, env, deed, campaign: campaign.id, place: 0.0 };
    let mut keys: BTreeMap<CampaignItemId, CampaignItemId> = BTreeMap::new();
    // Objectives first: asks and indicators hang on them.
    for objectives in [true, false] {
        for item in items.iter().filter(|i| (i.body.kind() == ItemKind::Objective) == objectives) {
            let parent = item.parent.and_then(|parent| keys.get(&parent).copied());
            let id = pen.item(parent, anew(item.body.clone(), shift)).await?;
            keys.insert(item.id, id);
        }
    }
    let mut work = work_store::all(pen.tx, earlier.id).await?;
    // Windows were days of that year; nobody knows those of this one.
    work.retain(|w| w.kind != WorkKind::Window && w.status != WorkStatus::Dropped);
    for piece in work {
        let later = |day: Option<NaiveDate>| day.and_then(|day| day.checked_add_signed(shift));
        let (starts_on, due_on) = (later(piece.starts_on), later(piece.due_on));
        // What pays for it is the line of this plan, not of the earlier one.
        let budget_line = piece.budget_line.and_then(|line| keys.get(&line).copied());
        pen.work(Work { starts_on, due_on, budget_line, window: None, ..piece }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_a_plan_that_lacks_only_whom_it_asks() {
        let first = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        for template in [Template::NationalLaw, Template::CommuneBudget, Template::ServiceQuality] {
            let plan = plan(template).unwrap();
            assert!(!plan.goal.en.is_empty() && !plan.goal.km.is_empty(), "{template:?}");
            for language in [Language::En, Language::Km] {
                let mut kinds = std::collections::BTreeSet::new();
                for item in &plan.items {
                    let kind = kind_of(ItemKind::ALL, ItemKind::as_str, &item.kind).unwrap();
                    let mut body = Body::read(kind, settled(item.body.clone(), first, language)).unwrap();
                    let mut found = Check::new();
                    body.check(&mut found);
                    found.finish().unwrap();
                    kinds.insert(kind.as_str());
                    let parent = plan.items.iter().any(|other| !other.key.is_empty() && other.key == item.parent);
                    assert_eq!(parent, matches!(kind, ItemKind::Ask | ItemKind::Indicator), "{template:?} {kind:?}");
                }
                for needed in ["objective", "ask", "step", "risk", "indicator"] {
                    assert!(kinds.contains(needed), "{template:?} has no {needed}");
                }
            }
            for work in &plan.work {
                kind_of(WorkKind::ALL, WorkKind::as_str, &work.kind).unwrap();
                assert!(!work.title.en.is_empty() && !work.title.km.is_empty());
                assert!(work.starts.is_none_or(|starts| starts <= work.due));
            }
        }
    }
}
