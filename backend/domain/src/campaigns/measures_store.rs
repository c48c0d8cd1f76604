//! Values of indicators in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{CampaignId, CampaignItemId, CampaignValueId, Error, PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::measures::Value;

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    item_id: Uuid,
    from_on: NaiveDate,
    to_on: NaiveDate,
    value: i64,
    parts: serde_json::Value,
    note: String,
    entered_by: Option<Uuid>,
    entered_at: DateTime<Utc>,
    version: i32,
}

impl TryFrom<Row> for Value {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: CampaignValueId(row.id),
            campaign: CampaignId(row.campaign_id),
            indicator: CampaignItemId(row.item_id),
            from_on: row.from_on,
            to_on: row.to_on,
            value: row.value,
            parts: serde_json::from_value(row.parts).map_err(Error::internal)?,
            note: row.note,
            entered_by: row.entered_by.map(PersonId),
            entered_at: row.entered_at,
            version: row.version,
        })
    }
}

/// The values of indicators, or one value, by their days.
pub(super) async fn list(
    db: impl PgExecutor<'_>,
    indicators: &[Uuid],
    one: Option<CampaignValueId>,
) -> Result<Vec<Value>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, campaign_id, item_id, from_on, to_on, value, parts, note, entered_by, entered_at, version FROM campaign_values
         WHERE removed_at IS NULL AND (item_id = ANY($1) OR id = $2) ORDER BY item_id, to_on, id",
        indicators,
        one.map(|v| v.0),
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Value::try_from).collect()
}

pub(super) async fn find(tx: &mut Tx<'_>, id: CampaignValueId) -> Result<Option<Value>> {
    Ok(list(&mut **tx, &[], Some(id)).await?.pop())
}

pub(super) async fn insert(tx: &mut Tx<'_>, value: &Value, for_whom: Option<Uuid>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO campaign_values (id, campaign_id, item_id, from_on, to_on, value, parts, note, entered_by, entered_for, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        value.id.0,
        value.campaign.0,
        value.indicator.0,
        value.from_on,
        value.to_on,
        value.value,
        serde_json::to_value(&value.parts).map_err(Error::internal)?,
        value.note,
        value.entered_by.map(|p| p.0),
        for_whom,
        value.entered_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn put(tx: &mut Tx<'_>, value: &Value) -> Result<()> {
    sqlx::query!(
        "UPDATE campaign_values SET from_on = $2, to_on = $3, value = $4, parts = $5, note = $6, version = version + 1 WHERE id = $1",
        value.id.0,
        value.from_on,
        value.to_on,
        value.value,
        serde_json::to_value(&value.parts).map_err(Error::internal)?,
        value.note,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx<'_>, id: CampaignValueId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query!("UPDATE campaign_values SET removed_at = $2, version = version + 1 WHERE id = $1", id.0, at)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
