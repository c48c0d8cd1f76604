//! Editorial changes in the database.

use sala_kernel::{Env, OrganisationId, PaperId, PersonId, Result, Tx};
use sqlx::PgExecutor;

use super::{EditorialChange, guest_store};

/// A change that somebody has called editorial.
pub async fn editorial(
    db: impl PgExecutor<'_>,
    paper: PaperId,
    from: &[u8],
    to: &[u8],
) -> Result<Option<EditorialChange>> {
    let row = sqlx::query!(
        "SELECT convenor_id, chair_id FROM editorial_changes WHERE paper_id = $1 AND from_hash = $2 AND to_hash = $3",
        paper.0,
        from,
        to,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| EditorialChange {
        from: from.to_owned(),
        to: to.to_owned(),
        convenor: row.convenor_id.map(PersonId),
        chair: row.chair_id.map(PersonId),
    }))
}

/// The editorial change by which a text took the place of an earlier one that was signed.
pub async fn editorial_to(db: impl PgExecutor<'_>, paper: PaperId, to: &[u8]) -> Result<Option<EditorialChange>> {
    let row = sqlx::query!(
        "SELECT from_hash, convenor_id, chair_id FROM editorial_changes
         WHERE paper_id = $1 AND to_hash = $2 AND convenor_id IS NOT NULL AND chair_id IS NOT NULL
         ORDER BY marked_at DESC LIMIT 1",
        paper.0,
        to,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| EditorialChange {
        from: row.from_hash,
        to: to.to_owned(),
        convenor: row.convenor_id.map(PersonId),
        chair: row.chair_id.map(PersonId),
    }))
}

/// Notes who has called a change editorial.
pub(super) async fn mark_editorial(tx: &mut Tx<'_>, env: &Env, paper: PaperId, change: &EditorialChange) -> Result<()> {
    sqlx::query!(
        "INSERT INTO editorial_changes (paper_id, from_hash, to_hash, convenor_id, chair_id, marked_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (paper_id, from_hash, to_hash) DO UPDATE SET convenor_id = excluded.convenor_id, chair_id = excluded.chair_id,
             marked_at = excluded.marked_at",
        paper.0,
        change.from,
        change.to,
        change.convenor.map(|p| p.0),
        change.chair.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Signatures of one text stand for another from now on; whose they are comes back. Who is no member any more is not among
/// them.
pub(super) async fn keep_signatures(
    tx: &mut Tx<'_>,
    env: &Env,
    paper: PaperId,
    from: &[u8],
    to: &[u8],
) -> Result<Vec<OrganisationId>> {
    let kept = sqlx::query_scalar!(
        r#"WITH kept AS (
               UPDATE endorsements e SET text_hash = $3, version = e.version + 1,
                      state = CASE WHEN e.reservation = '' THEN 'endorsed' ELSE 'endorsed_with_reservation' END::endorsement_state
               FROM papers p
               WHERE e.paper_id = $1 AND p.id = $1 AND e.state = 'reconfirm' AND e.text_hash = $2
                 AND EXISTS (SELECT FROM memberships m WHERE m.network_id = p.network_id AND m.organisation_id = e.organisation_id
                             AND m.state = 'active')
               RETURNING e.organisation_id, e.state, e.attribution, e.text_hash, e.basis, e.reservation
           ), written AS (
               INSERT INTO endorsement_acts (paper_id, organisation_id, state, attribution, text_hash, basis, reservation, note, at)
               SELECT $1, organisation_id, state, attribution, text_hash, basis, reservation, '', $4 FROM kept
           )
           SELECT organisation_id FROM kept"#,
        paper.0,
        from,
        to,
        env.now(),
    )
    .fetch_all(&mut **tx)
    .await?;
    // Whoever said that it does not sign has said so of this text as well.
    sqlx::query!(
        "UPDATE endorsements SET text_hash = $3, version = version + 1
         WHERE paper_id = $1 AND text_hash = $2 AND state IN ('abstained', 'declined', 'objected', 'withdrawn')",
        paper.0,
        from,
        to,
    )
    .execute(&mut **tx)
    .await?;
    guest_store::keep(tx, paper, from, to).await?;
    Ok(kept.into_iter().map(OrganisationId).collect())
}
