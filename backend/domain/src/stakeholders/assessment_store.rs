//! Ratings in the database: only added to.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    AssessmentId, CampaignId, CampaignItemId, EngagementId, OrganisationId, PersonId, Result, StakeholderId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::Assessment;

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    stakeholder_id: Uuid,
    objective_id: Option<Uuid>,
    engagement_id: Option<Uuid>,
    influence: i16,
    interest: i16,
    alignment: i16,
    confidence: i16,
    basis: String,
    sources: String,
    strategy: String,
    desired_change: String,
    accessible_through: String,
    assessed_on: NaiveDate,
    valid_until: NaiveDate,
    assessed_by: Option<Uuid>,
    assessed_for: Option<Uuid>,
    created_at: DateTime<Utc>,
    closed_on: Option<NaiveDate>,
}

impl From<Row> for Assessment {
    fn from(row: Row) -> Self {
        Self {
            id: AssessmentId(row.id),
            campaign: CampaignId(row.campaign_id),
            stakeholder: StakeholderId(row.stakeholder_id),
            objective: row.objective_id.map(CampaignItemId),
            engagement: row.engagement_id.map(EngagementId),
            influence: row.influence,
            interest: row.interest,
            alignment: row.alignment,
            confidence: row.confidence,
            basis: row.basis,
            sources: row.sources,
            strategy: row.strategy,
            desired_change: row.desired_change,
            accessible_through: row.accessible_through,
            assessed_on: row.assessed_on,
            valid_until: row.valid_until,
            assessed_by: row.assessed_by.map(PersonId),
            assessed_for: row.assessed_for.map(OrganisationId),
            created_at: row.created_at,
            closed_on: row.closed_on,
        }
    }
}

/// The ratings of a campaign's map, in the order in which they were given; who may know the map is judged before.
pub async fn list(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<Vec<Assessment>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, campaign_id, stakeholder_id, objective_id, engagement_id, influence, interest, alignment, confidence, basis, sources,
                strategy, desired_change, accessible_through, assessed_on, valid_until, assessed_by, assessed_for, created_at, closed_on
         FROM stakeholder_assessments WHERE campaign_id = $1 ORDER BY assessed_on, created_at, id",
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Assessment::from).collect())
}

pub(super) async fn count(tx: &mut Tx<'_>, stakeholder: StakeholderId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM stakeholder_assessments WHERE stakeholder_id = $1"#,
        stakeholder.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

pub(super) async fn insert(tx: &mut Tx<'_>, a: &Assessment) -> Result<()> {
    sqlx::query!(
        "INSERT INTO stakeholder_assessments (id, campaign_id, stakeholder_id, objective_id, engagement_id, influence, interest, alignment,
             confidence, basis, sources, strategy, desired_change, accessible_through, assessed_on, valid_until, assessed_by, assessed_for,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        a.id.0,
        a.campaign.0,
        a.stakeholder.0,
        a.objective.map(|o| o.0),
        a.engagement.map(|e| e.0),
        a.influence,
        a.interest,
        a.alignment,
        a.confidence,
        a.basis,
        a.sources,
        a.strategy,
        a.desired_change,
        a.accessible_through,
        a.assessed_on,
        a.valid_until,
        a.assessed_by.map(|p| p.0),
        a.assessed_for.map(|o| o.0),
        a.created_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Somebody has left the office in which they mattered: what was said of them tells of the past alone.
pub(super) async fn close(tx: &mut Tx<'_>, stakeholder: StakeholderId, on: NaiveDate) -> Result<()> {
    sqlx::query!(
        "UPDATE stakeholder_assessments SET closed_on = $2 WHERE stakeholder_id = $1 AND closed_on IS NULL",
        stakeholder.0,
        on,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
