//! Items of plans in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignId, CampaignItemId, Env, OrganisationId, PaperId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Item, ItemKind, bodies::Body};

struct ItemRow {
    id: Uuid,
    campaign_id: Uuid,
    kind: ItemKind,
    parent_id: Option<Uuid>,
    organisation_id: Option<Uuid>,
    paper_id: Option<Uuid>,
    place: i32,
    body: serde_json::Value,
    version: i32,
    changed_at: DateTime<Utc>,
}

fn item_of(row: ItemRow) -> Result<Item> {
    Ok(Item {
        id: CampaignItemId(row.id),
        campaign: CampaignId(row.campaign_id),
        parent: row.parent_id.map(CampaignItemId),
        organisation: row.organisation_id.map(OrganisationId),
        paper: row.paper_id.map(PaperId),
        place: row.place,
        body: Body::read(row.kind, row.body)?,
        version: row.version,
        changed_at: row.changed_at,
    })
}

/// The items of campaigns, of all kinds or of some, in their order; the caller has made sure that the actor may know them.
pub async fn items(db: impl PgExecutor<'_>, campaigns: &[Uuid], kinds: &[ItemKind]) -> Result<Vec<Item>> {
    let rows = sqlx::query_as!(
        ItemRow,
        r#"SELECT id, campaign_id, kind AS "kind: ItemKind", parent_id, organisation_id, paper_id, place, body, version, changed_at
           FROM campaign_items WHERE campaign_id = ANY($1) AND kind = ANY($2) AND removed_at IS NULL
           ORDER BY campaign_id, kind, place, id"#,
        campaigns,
        kinds as &[ItemKind],
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(item_of).collect()
}

pub(super) async fn items_of(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Item>> {
    items(&mut **tx, &[campaign.0], ItemKind::ALL).await
}

/// Whether something is a line of a campaign's budget that still stands.
pub(super) async fn is_line(tx: &mut Tx<'_>, campaign: CampaignId, id: CampaignItemId) -> Result<bool> {
    let there = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM campaign_items
                          WHERE id = $1 AND campaign_id = $2 AND kind = 'budget_line' AND removed_at IS NULL) AS "there!""#,
        id.0,
        campaign.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(there)
}

/// One item that is still in its plan.
pub(crate) async fn item(tx: &mut Tx<'_>, id: CampaignItemId) -> Result<Option<Item>> {
    let row = sqlx::query_as!(
        ItemRow,
        r#"SELECT id, campaign_id, kind AS "kind: ItemKind", parent_id, organisation_id, paper_id, place, body, version, changed_at
           FROM campaign_items WHERE id = $1 AND removed_at IS NULL"#,
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    row.map(item_of).transpose()
}

pub(super) async fn count_items(tx: &mut Tx<'_>, campaign: CampaignId, kind: ItemKind) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM campaign_items WHERE campaign_id = $1 AND kind = $2 AND removed_at IS NULL"#,
        campaign.0,
        kind as ItemKind,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

/// A new item, the last of its kind.
pub(super) async fn add_item(tx: &mut Tx<'_>, item: &Item) -> Result<()> {
    let body = serde_json::to_value(&item.body).map_err(sala_kernel::Error::internal)?;
    sqlx::query!(
        "INSERT INTO campaign_items (id, campaign_id, kind, parent_id, organisation_id, place, body, changed_at, paper_id)
         SELECT $1, $2, $3, $4, $5, COALESCE(max(place), 0) + 1, $6, $7, $8 FROM campaign_items WHERE campaign_id = $2 AND kind = $3",
        item.id.0,
        item.campaign.0,
        item.body.kind() as ItemKind,
        item.parent.map(|p| p.0),
        item.organisation.map(|o| o.0),
        body,
        item.changed_at,
        item.paper.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn put_item(tx: &mut Tx<'_>, env: &Env, item: &Item) -> Result<()> {
    let body = serde_json::to_value(&item.body).map_err(sala_kernel::Error::internal)?;
    sqlx::query!(
        "UPDATE campaign_items SET parent_id = $2, organisation_id = $3, body = $4, changed_at = $5, paper_id = $6, version = version + 1 WHERE id = $1",
        item.id.0,
        item.parent.map(|p| p.0),
        item.organisation.map(|o| o.0),
        body,
        env.now(),
        item.paper.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove_item(tx: &mut Tx<'_>, env: &Env, id: CampaignItemId) -> Result<()> {
    sqlx::query!(
        "UPDATE campaign_items SET removed_at = $2, changed_at = $2, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn has_children(tx: &mut Tx<'_>, id: CampaignItemId) -> Result<bool> {
    let has = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM campaign_items WHERE parent_id = $1 AND removed_at IS NULL) AS "has!""#,
        id.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(has)
}
