//! On which documents things rest, in the database.

use sala_kernel::{CampaignId, DocumentId, Env, PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

/// Of each thing its documents, by id, in the order in which they were added; whether one may know them is judged by the
/// library.
pub async fn of(db: impl PgExecutor<'_>, things: &[Uuid]) -> Result<Vec<(Uuid, DocumentId)>> {
    let rows = sqlx::query!(
        "SELECT about_id, document_id FROM campaign_documents WHERE about_id = ANY($1) ORDER BY added_at, document_id",
        things,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.about_id, DocumentId(row.document_id))).collect())
}

/// Takes some documents of a thing away and adds others; those that are there already stay.
pub(super) async fn put(
    tx: &mut Tx<'_>,
    env: &Env,
    (campaign, about): (CampaignId, Uuid),
    (gone, added): (&[Uuid], &[Uuid]),
    by: Option<PersonId>,
) -> Result<()> {
    sqlx::query!("DELETE FROM campaign_documents WHERE about_id = $1 AND document_id = ANY($2)", about, gone)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO campaign_documents (campaign_id, about_id, document_id, added_by, added_at)
         SELECT $1, $2, d, $4, $5 FROM unnest($3::uuid[]) AS d ON CONFLICT DO NOTHING",
        campaign.0,
        about,
        added,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
