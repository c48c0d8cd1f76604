//! What the team says, in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignCommentId, CampaignId, Env, OrganisationId, Page, PageRequest, PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::comments::Comment;

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    about_id: Uuid,
    body: String,
    mentions: Vec<Uuid>,
    person_id: Uuid,
    organisation_id: Option<Uuid>,
    at: DateTime<Utc>,
    removed: bool,
    total: i64,
}

impl From<Row> for Comment {
    fn from(row: Row) -> Self {
        Self {
            id: CampaignCommentId(row.id),
            campaign: CampaignId(row.campaign_id),
            about: row.about_id,
            body: row.body,
            mentions: row.mentions.into_iter().map(PersonId).collect(),
            by: PersonId(row.person_id),
            on_behalf_of: row.organisation_id.map(OrganisationId),
            at: row.at,
            removed: row.removed,
        }
    }
}

/// A page of what was said in a campaign, or of one thing in it, the latest first; the caller has made sure that the actor may
/// know it.
pub async fn list(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    about: Option<Uuid>,
    page: &PageRequest,
) -> Result<Page<Comment>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, campaign_id, about_id, body, mentions, person_id, organisation_id, at, removed_at IS NOT NULL AS "removed!",
                  (SELECT count(*) FROM campaign_comments o WHERE o.campaign_id = $1 AND ($2::uuid IS NULL OR o.about_id = $2)) AS "total!"
           FROM campaign_comments c
           WHERE c.campaign_id = $1 AND ($2::uuid IS NULL OR c.about_id = $2) AND ($3::timestamptz IS NULL OR (c.at, c.id) < ($3, $4))
           ORDER BY c.at DESC, c.id DESC LIMIT $5"#,
        campaign.0,
        about,
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Comment> = rows.into_iter().map(Comment::from).collect();
    Ok(page.close(found, total, |c: &Comment| vec![c.at.to_rfc3339(), c.id.0.to_string()]))
}

/// How much was said of each of some things.
pub async fn counts(db: impl PgExecutor<'_>, things: &[Uuid]) -> Result<Vec<(Uuid, i64)>> {
    let rows = sqlx::query!(
        r#"SELECT about_id, count(*) AS "count!" FROM campaign_comments WHERE about_id = ANY($1) AND removed_at IS NULL GROUP BY about_id"#,
        things,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.about_id, row.count)).collect())
}

pub(super) async fn find(tx: &mut Tx<'_>, id: CampaignCommentId) -> Result<Option<Comment>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT id, campaign_id, about_id, body, mentions, person_id, organisation_id, at, removed_at IS NOT NULL AS "removed!",
                  1::bigint AS "total!"
           FROM campaign_comments WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(Comment::from))
}

pub(super) async fn insert(tx: &mut Tx<'_>, comment: &Comment) -> Result<()> {
    let mentions: Vec<Uuid> = comment.mentions.iter().map(|p| p.0).collect();
    sqlx::query!(
        "INSERT INTO campaign_comments (id, campaign_id, about_id, body, mentions, person_id, organisation_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        comment.id.0,
        comment.campaign.0,
        comment.about,
        comment.body,
        &mentions,
        comment.by.0,
        comment.on_behalf_of.map(|o| o.0),
        comment.at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn addresses(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<Vec<(PersonId, String, String)>> {
    let ids: Vec<Uuid> = people.iter().map(|p| p.0).collect();
    let rows = sqlx::query!(
        "SELECT p.id, p.email, p.language FROM people p JOIN accounts a ON a.person_id = p.id AND a.state = 'active'
         WHERE p.id = ANY($1) AND p.email <> '' ORDER BY p.id",
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (PersonId(row.id), row.email, row.language)).collect())
}

/// Takes the words of a comment away; that there was one stays.
pub(super) async fn take_back(tx: &mut Tx<'_>, env: &Env, id: CampaignCommentId) -> Result<()> {
    sqlx::query!(
        "UPDATE campaign_comments SET body = '', removed_at = $2 WHERE id = $1 AND removed_at IS NULL",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
