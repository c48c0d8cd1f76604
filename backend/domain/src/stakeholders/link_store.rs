//! Relations on maps in the database.

use chrono::NaiveDate;
use sala_kernel::{CampaignId, Env, LinkId, PersonId, Result, StakeholderId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Link, LinkKind};
use crate::access::Level;

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    from_id: Uuid,
    to_id: Uuid,
    kind: LinkKind,
    directed: bool,
    strength: i16,
    basis: String,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    level: Level,
    named: Vec<Uuid>,
    created_by: Option<Uuid>,
    version: i32,
}

impl From<Row> for Link {
    fn from(row: Row) -> Self {
        Self {
            id: LinkId(row.id),
            campaign: CampaignId(row.campaign_id),
            from: StakeholderId(row.from_id),
            to: StakeholderId(row.to_id),
            kind: row.kind,
            directed: row.directed,
            strength: row.strength,
            basis: row.basis,
            since: row.since,
            until: row.until,
            level: row.level,
            named: row.named.into_iter().map(PersonId).collect(),
            created_by: row.created_by.map(PersonId),
            version: row.version,
        }
    }
}

/// The most relations of one map.
pub const MOST: i64 = 5000;

/// The relations of a campaign's map, or one of them; who may know the map, and what of it is confidential, is judged by the
/// caller.
pub async fn list(db: impl PgExecutor<'_>, campaign: Option<CampaignId>, id: Option<LinkId>) -> Result<Vec<Link>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, campaign_id, from_id, to_id, kind AS "kind: LinkKind", directed, strength, basis, since, until,
                  level AS "level: Level", named, created_by, version
           FROM stakeholder_links
           WHERE removed_at IS NULL AND ($1::uuid IS NULL OR campaign_id = $1) AND ($2::uuid IS NULL OR id = $2)
           ORDER BY id LIMIT 5000"#,
        campaign.map(|c| c.0),
        id.map(|l| l.0),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Link::from).collect())
}

pub(super) async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM stakeholder_links WHERE campaign_id = $1 AND removed_at IS NULL"#,
        campaign.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

pub(super) async fn insert(tx: &mut Tx<'_>, env: &Env, link: &Link) -> Result<()> {
    let named: Vec<Uuid> = link.named.iter().map(|p| p.0).collect();
    sqlx::query!(
        "INSERT INTO stakeholder_links (id, campaign_id, from_id, to_id, kind, directed, strength, basis, since, until, level, named,
             created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        link.id.0,
        link.campaign.0,
        link.from.0,
        link.to.0,
        link.kind as LinkKind,
        link.directed,
        link.strength,
        link.basis,
        link.since,
        link.until,
        link.level as Level,
        &named,
        link.created_by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn put(tx: &mut Tx<'_>, link: &Link) -> Result<()> {
    let named: Vec<Uuid> = link.named.iter().map(|p| p.0).collect();
    sqlx::query!(
        "UPDATE stakeholder_links SET from_id = $2, to_id = $3, kind = $4, directed = $5, strength = $6, basis = $7, since = $8, until = $9,
             level = $10, named = $11, version = version + 1 WHERE id = $1",
        link.id.0,
        link.from.0,
        link.to.0,
        link.kind as LinkKind,
        link.directed,
        link.strength,
        link.basis,
        link.since,
        link.until,
        link.level as Level,
        &named,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx<'_>, env: &Env, id: LinkId) -> Result<()> {
    sqlx::query!("UPDATE stakeholder_links SET removed_at = $2, version = version + 1 WHERE id = $1", id.0, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}
