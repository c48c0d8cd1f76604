//! Reading what a person holds.

use chrono::{DateTime, Utc};
use sala_kernel::{PersonId, Result};
use sqlx::PgExecutor;

use super::{Grant, Role};
use crate::memberships::{MembershipState, Tier};

/// All roles a person holds at present, with the standing of the organisation each is held for.
pub async fn grants(db: impl PgExecutor<'_>, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Grant>> {
    let rows = sqlx::query!(
        r#"SELECT network_id AS "network_id!", organisation_id, role AS "role!: Role", tier AS "tier?: Tier", state AS "state?: MembershipState", group_id
           FROM rights.grants WHERE person_id = $1 AND (until_at IS NULL OR until_at > $2)"#,
        person.0,
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| Grant::of(r.network_id, r.organisation_id, r.role, r.tier, r.state, r.group_id))
        .collect())
}
