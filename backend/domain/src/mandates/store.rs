//! Standing mandates in the database.

use sala_kernel::{Env, MembershipId, PersonId, Result, StandingMandateId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Basis, NewStandingMandate, StandingMandate, TextKind};
use crate::{
    access::{Authorized, acts::KeepMandates},
    memberships::Membership,
};

/// The standing mandates of memberships that have not ended, the newest first; who may know of them is judged by the caller.
pub async fn of(db: impl PgExecutor<'_>, memberships: &[Uuid]) -> Result<Vec<StandingMandate>> {
    let rows = sqlx::query!(
        r#"SELECT s.id, s.membership_id, s.text_kinds AS "text_kinds: Vec<TextKind>", s.valid_until, s.basis AS "basis: Basis",
                  s.basis_note, s.decided_on, s.recorded_at, s.recorded_by,
                  ARRAY(SELECT t.term_id FROM standing_mandate_themes t WHERE t.mandate_id = s.id) AS "themes!"
           FROM standing_mandates s WHERE s.membership_id = ANY($1) AND s.ended_at IS NULL ORDER BY s.id DESC"#,
        memberships,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| StandingMandate {
            id: StandingMandateId(row.id),
            membership: MembershipId(row.membership_id),
            themes: row.themes,
            text_kinds: row.text_kinds,
            valid_until: row.valid_until,
            basis: row.basis,
            basis_note: row.basis_note,
            decided_on: row.decided_on,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by.map(PersonId),
        })
        .collect())
}

/// The membership of a standing mandate that has not ended, held until the transaction does.
pub(super) async fn hold(tx: &mut Tx<'_>, id: StandingMandateId) -> Result<Option<MembershipId>> {
    let found = sqlx::query_scalar!(
        "SELECT membership_id FROM standing_mandates WHERE id = $1 AND ended_at IS NULL FOR UPDATE",
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(MembershipId))
}

/// Records one.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    membership: &Authorized<Membership, KeepMandates>,
    new: &NewStandingMandate,
    themes: &[Uuid],
) -> Result<StandingMandateId> {
    let id = StandingMandateId::fresh(env);
    sqlx::query!(
        "INSERT INTO standing_mandates (id, membership_id, text_kinds, valid_until, basis, basis_note, decided_on, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id.0,
        membership.thing().id.0,
        &new.scope.text_kinds as &[TextKind],
        new.valid_until,
        new.basis as Basis,
        new.basis_note,
        new.decided_on,
        env.now(),
        membership.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO standing_mandate_themes (mandate_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id)",
        id.0,
        themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Ends one that is held.
pub(super) async fn end(
    tx: &mut Tx<'_>,
    env: &Env,
    membership: &Authorized<Membership, KeepMandates>,
    id: StandingMandateId,
) -> Result<()> {
    sqlx::query!(
        "UPDATE standing_mandates SET ended_at = $2, ended_by = $3 WHERE id = $1",
        id.0,
        env.now(),
        membership.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
