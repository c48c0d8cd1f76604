//! Deliveries in the database.

use sala_kernel::{DeliveryId, DocumentId, Env, Page, PageRequest, PaperId, PersonId, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::deliveries::{Delivery, DeliveryMethod, NewDelivery};

/// A page of the deliveries of a paper, the newest first; the caller has made sure that the paper may be known.
pub async fn list(db: impl PgExecutor<'_>, paper: PaperId, page: &PageRequest) -> Result<Page<Delivery>> {
    let rows = sqlx::query!(
        r#"SELECT id, addressee, delivered_on, method AS "method: DeliveryMethod", receipt, evidence_id, follow_up_on, recorded_by,
                  recorded_at, struck_reason, (SELECT count(*) FROM deliveries WHERE paper_id = $1) AS "total!"
           FROM deliveries WHERE paper_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"#,
        paper.0,
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Delivery> = rows
        .into_iter()
        .map(|row| Delivery {
            id: DeliveryId(row.id),
            paper,
            addressee: row.addressee,
            on: row.delivered_on,
            method: row.method,
            receipt: row.receipt,
            evidence: row.evidence_id.map(DocumentId),
            follow_up_on: row.follow_up_on,
            recorded_by: PersonId(row.recorded_by),
            recorded_at: row.recorded_at,
            struck: row.struck_reason,
        })
        .collect();
    Ok(page.close(found, total, |delivery: &Delivery| vec![delivery.id.0.to_string()]))
}

pub(super) async fn insert(tx: &mut Tx<'_>, env: &Env, paper: PaperId, new: &NewDelivery, by: PersonId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO deliveries (id, paper_id, addressee, delivered_on, method, receipt, evidence_id, follow_up_on, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        DeliveryId::fresh(env).0,
        paper.0,
        new.addressee,
        new.on,
        new.method as DeliveryMethod,
        new.receipt,
        new.evidence.map(|d| d.0),
        new.follow_up_on,
        by.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn paper_of(tx: &mut Tx<'_>, id: DeliveryId) -> Result<Option<PaperId>> {
    let found =
        sqlx::query_scalar!("SELECT paper_id FROM deliveries WHERE id = $1", id.0).fetch_optional(&mut **tx).await?;
    Ok(found.map(PaperId))
}

/// Strikes one out; `false` where it is already.
pub(super) async fn strike(tx: &mut Tx<'_>, env: &Env, id: DeliveryId, reason: &str) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE deliveries SET struck_at = $2, struck_reason = $3 WHERE id = $1 AND struck_at IS NULL",
        id.0,
        env.now(),
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
