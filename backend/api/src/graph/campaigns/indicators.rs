//! Indicators: what they are, and what they were in each period.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    campaigns::{
        Sight,
        bodies::{self, Body},
        items::Item,
        measures::{self, ValueDraft},
    },
    figures,
};
use sala_kernel::{CampaignId, CampaignItemId, CampaignValueId};
use uuid::Uuid;

use super::{
    changes::PlanItemPayload,
    kinds::{Frequency, IndicatorLevel, Measure, Split},
};
use crate::graph::{
    context::Ctx as _,
    evidence::Document,
    loaders::{DocumentsOf, SaidOf, ValuesOf, broken},
    people::Person,
    scalars::{Text, TextInput, id},
};

/// A figure as it was typed; one that is none is out of every range.
fn hundredths(text: &str) -> Option<i64> {
    (!text.trim().is_empty()).then(|| figures::read(text).unwrap_or(-1))
}

/// By what one knows how far a campaign has come. Figures are exact, with at most two decimals.
#[derive(Debug, SimpleObject)]
#[graphql(name = "PlanIndicator")]
pub struct Indicator {
    /// What is counted.
    statement: Text,
    /// What it tells of.
    level: IndicatorLevel,
    /// How values are counted.
    measure: Measure,
    /// In which unit.
    unit: Text,
    /// What it was before.
    baseline: Option<String>,
    /// When.
    baseline_on: Option<NaiveDate>,
    /// What it is to become.
    target: Option<String>,
    /// By when.
    target_on: Option<NaiveDate>,
    /// By what values are split.
    split_by: Vec<Split>,
    /// By what one knows it.
    means: String,
    /// How often it is looked at.
    frequency: Frequency,
}

/// By what one knows how far a campaign has come. Figures are exact, with at most two decimals.
#[derive(Debug, InputObject)]
#[graphql(name = "PlanIndicatorInput")]
pub struct IndicatorInput {
    /// What is counted.
    statement: TextInput,
    /// What it tells of.
    level: IndicatorLevel,
    /// How values are counted.
    measure: Measure,
    /// In which unit.
    unit: TextInput,
    /// What it was before; empty for not known.
    #[graphql(default)]
    baseline: String,
    /// When; needed with a baseline.
    baseline_on: Option<NaiveDate>,
    /// What it is to become; empty for not said.
    #[graphql(default)]
    target: String,
    /// By when; needed with a target.
    target_on: Option<NaiveDate>,
    /// By what values are split.
    #[graphql(default)]
    split_by: Vec<Split>,
    /// By what one knows it.
    #[graphql(default)]
    means: String,
    /// How often it is looked at.
    frequency: Frequency,
}

impl From<bodies::Indicator> for Indicator {
    fn from(it: bodies::Indicator) -> Self {
        Self {
            statement: it.statement.into(),
            level: it.level.into(),
            measure: it.measure.into(),
            unit: it.unit.into(),
            baseline: it.baseline.map(figures::print),
            baseline_on: it.baseline_on,
            target: it.target.map(figures::print),
            target_on: it.target_on,
            split_by: it.split_by.into_iter().map(Into::into).collect(),
            means: it.means,
            frequency: it.frequency.into(),
        }
    }
}

impl From<IndicatorInput> for bodies::Indicator {
    fn from(it: IndicatorInput) -> Self {
        Self {
            statement: it.statement.into(),
            level: it.level.into(),
            measure: it.measure.into(),
            unit: it.unit.into(),
            baseline: hundredths(&it.baseline),
            baseline_on: it.baseline_on,
            target: hundredths(&it.target),
            target_on: it.target_on,
            split_by: it.split_by.into_iter().map(Into::into).collect(),
            means: it.means,
            frequency: it.frequency.into(),
        }
    }
}

/// How many of a value are in one group.
#[derive(Debug, SimpleObject)]
pub struct IndicatorPart {
    /// Split by what.
    split: Split,
    /// Which group: its code, or a province's.
    group: String,
    /// So many; null where so few people are not told to you.
    value: Option<String>,
}

/// How many of a value are in one group.
#[derive(Debug, InputObject)]
pub struct IndicatorPartInput {
    /// Split by what.
    split: Split,
    /// Which group: its code, or a province's.
    group: String,
    /// So many; empty for not said.
    value: String,
}

/// How far an indicator has come.
#[derive(Debug, SimpleObject)]
pub struct IndicatorProgress {
    /// Where it stands: the last value, or all of them together where periods add up.
    reached: String,
    /// How much of the way from the baseline to the target that is, in whole per cent; null without both.
    way: Option<i64>,
}

/// What an indicator was in a period.
#[derive(Debug)]
pub struct IndicatorValue {
    value: measures::Value,
    /// As it may be told.
    told: (Option<i64>, Vec<measures::Part>),
    inside: bool,
}

/// What an indicator was in a period.
#[Object]
impl IndicatorValue {
    /// Its id.
    async fn id(&self) -> ID {
        self.value.id.to_string().into()
    }

    /// The period's first day.
    async fn from_on(&self) -> NaiveDate {
        self.value.from_on
    }

    /// The period's last day.
    async fn to_on(&self) -> NaiveDate {
        self.value.to_on
    }

    /// What it was; null where so few people are not told to you.
    async fn value(&self) -> Option<String> {
        self.told.0.map(figures::print)
    }

    /// How it is made up.
    async fn parts(&self) -> Vec<IndicatorPart> {
        let told = self.told.1.iter().map(|part| IndicatorPart {
            split: part.split.into(),
            group: part.group.clone(),
            value: part.value.map(figures::print),
        });
        told.collect()
    }

    /// Why it is not what was expected, and what else there is to say; for the team alone, else empty.
    async fn note(&self) -> &str {
        if self.inside { &self.value.note } else { "" }
    }

    /// The documents it rests on that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        documents(ctx, self.value.id.0).await
    }

    /// Who wrote it down; null for people who are not for you, and for those who are not in the team.
    async fn entered_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(person) = self.value.entered_by.filter(|_| self.inside) else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// When.
    async fn entered_at(&self) -> DateTime<Utc> {
        self.value.entered_at
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.value.version
    }
}

/// The documents of something in a campaign, as far as the asker may know them.
pub(super) async fn documents(ctx: &Context<'_>, about: Uuid) -> Result<Vec<Document>> {
    let ids = ctx.loaders().load_one(DocumentsOf(about)).await.map_err(broken)?.unwrap_or_default();
    let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
    Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
}

/// The documents of something in a campaign, for its team.
pub(super) async fn inside(ctx: &Context<'_>, campaign: CampaignId, about: Uuid) -> Result<Vec<Document>> {
    let known = ctx.loaders().load_one(campaign).await.map_err(broken)?;
    if known.is_none_or(|campaign| campaign.sight(ctx.actor()) < Sight::Team) {
        return Ok(Vec::new());
    }
    documents(ctx, about).await
}

/// How much the team has said of something, for the team.
pub(super) async fn said(ctx: &Context<'_>, campaign: CampaignId, about: Uuid) -> Result<i64> {
    let known = ctx.loaders().load_one(campaign).await.map_err(broken)?;
    if known.is_none_or(|campaign| campaign.sight(ctx.actor()) < Sight::Team) {
        return Ok(0);
    }
    Ok(ctx.loaders().load_one(SaidOf(about)).await.map_err(broken)?.unwrap_or_default())
}

async fn known(ctx: &Context<'_>, item: &Item) -> Result<Option<(bodies::Indicator, Vec<measures::Value>, bool)>> {
    let Body::Indicator(indicator) = &item.body else { return Ok(None) };
    let Some(campaign) = ctx.loaders().load_one(item.campaign).await.map_err(broken)? else { return Ok(None) };
    let sight = campaign.sight(ctx.actor());
    if sight < Sight::Members {
        return Ok(None);
    }
    let values = ctx.loaders().load_one(ValuesOf(item.id)).await.map_err(broken)?.unwrap_or_default();
    Ok(Some((indicator.clone(), values, sight == Sight::Team)))
}

pub(super) async fn values(ctx: &Context<'_>, item: &Item) -> Result<Vec<IndicatorValue>> {
    let Some((indicator, values, inside)) = known(ctx, item).await? else { return Ok(Vec::new()) };
    let shown = values.into_iter().map(|value| {
        let told = if inside { (Some(value.value), value.parts.clone()) } else { measures::told(&indicator, &value) };
        IndicatorValue { value, told, inside }
    });
    Ok(shown.collect())
}

pub(super) async fn progress(ctx: &Context<'_>, item: &Item) -> Result<Option<IndicatorProgress>> {
    let Some((indicator, values, inside)) = known(ctx, item).await? else { return Ok(None) };
    let hidden = !inside && values.iter().any(|value| measures::told(&indicator, value).0.is_none());
    let progress = measures::progress(&indicator, &values).filter(|_| !hidden);
    Ok(progress.map(|it| IndicatorProgress { reached: figures::print(it.reached), way: it.way }))
}

/// What a value of an indicator is to be.
#[derive(Debug, InputObject)]
pub struct IndicatorValueInput {
    /// The period's first day.
    from_on: NaiveDate,
    /// The period's last day, not one to come. Periods of one indicator do not overlap.
    to_on: NaiveDate,
    /// What it was: a figure from nought, with at most two decimals.
    value: String,
    /// How it is made up. Where people are counted, the groups of each split add up to the value.
    #[graphql(default)]
    parts: Vec<IndicatorPartInput>,
    /// Why it is not what was expected, and what else there is to say; at most 2,000 characters.
    #[graphql(default)]
    note: String,
    /// Documents of the library it rests on: at most 20. Without any it is marked so in reports.
    #[graphql(default)]
    documents: Vec<ID>,
}

impl IndicatorValueInput {
    fn draft(self) -> Result<ValueDraft> {
        Ok(ValueDraft {
            from_on: self.from_on,
            to_on: self.to_on,
            value: self.value,
            parts: self.parts.into_iter().map(|part| (part.split.into(), part.group, part.value)).collect(),
            note: self.note,
            documents: self.documents.iter().map(id).collect::<Result<_>>()?,
        })
    }
}

/// Writing down what indicators are.
#[derive(Debug, Default)]
pub struct IndicatorMutation;

#[Object]
impl IndicatorMutation {
    /// Writes down what an indicator was in a period.
    async fn enter_indicator_value(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which indicator.")] indicator: ID,
        #[graphql(desc = "What it was.")] input: IndicatorValueInput,
    ) -> Result<PlanItemPayload> {
        let (services, item) = (ctx.services(), id::<CampaignItemId>(&indicator)?);
        let draft = input.draft()?;
        PlanItemPayload::of(measures::enter(&services.pool, &services.env, ctx.actor(), item, draft).await)
    }

    /// Changes a value of an indicator; what it was stays in the history.
    async fn change_indicator_value(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which value.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The value as it is to be.")] input: IndicatorValueInput,
    ) -> Result<PlanItemPayload> {
        let (services, value) = (ctx.services(), crate::graph::scalars::id::<CampaignValueId>(&id)?);
        let draft = input.draft()?;
        PlanItemPayload::of(measures::change(&services.pool, &services.env, ctx.actor(), value, version, draft).await)
    }

    /// Takes a value of an indicator out; it stays in the history.
    async fn remove_indicator_value(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which value.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<PlanItemPayload> {
        let (services, value) = (ctx.services(), crate::graph::scalars::id::<CampaignValueId>(&id)?);
        PlanItemPayload::of(measures::remove(&services.pool, &services.env, ctx.actor(), value, version).await)
    }
}
