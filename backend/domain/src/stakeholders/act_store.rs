//! The log of a map in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignId, Env, OrganisationId, Page, PageRequest, PersonId, Result, Tx};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::access::Deed;

/// Something somebody did on a map.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its place in the log.
    pub id: i64,
    /// What.
    pub act: String,
    /// With what.
    pub about: Option<Uuid>,
    /// What it was.
    pub was: Value,
    /// What it became.
    pub now: Value,
    /// Who.
    pub by: Option<PersonId>,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
    /// When.
    pub at: DateTime<Utc>,
}

pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: CampaignId,
    (act, about): (&str, Option<Uuid>),
    (was, now): (Value, Value),
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO map_acts (campaign_id, act, about_id, was, now, person_id, organisation_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        campaign.0,
        act,
        about,
        was,
        now,
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A page of what was done on a map, the newest first; who may know its log is judged before.
pub async fn list(db: impl PgExecutor<'_>, campaign: CampaignId, page: &PageRequest) -> Result<Page<Act>> {
    let rows = sqlx::query!(
        r#"SELECT id, act, about_id, was, now, person_id, organisation_id, at,
                  (SELECT count(*) FROM map_acts WHERE campaign_id = $1) AS "total!"
           FROM map_acts WHERE campaign_id = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"#,
        campaign.0,
        page.after(0).and_then(|id| id.parse::<i64>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| Act {
        id: row.id,
        act: row.act,
        about: row.about_id,
        was: row.was,
        now: row.now,
        by: row.person_id.map(PersonId),
        on_behalf_of: row.organisation_id.map(OrganisationId),
        at: row.at,
    });
    Ok(page.close(found.collect(), total, |act: &Act| vec![act.id.to_string()]))
}
