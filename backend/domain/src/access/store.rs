//! Reading what a person holds.

use sala_kernel::{NetworkId, OrganisationId, PersonId, Result};
use sqlx::PgExecutor;

use super::{Grant, Role};
use crate::memberships::{MembershipState, Tier};

/// All roles a person holds at present, with the standing of the organisation each is held for.
pub async fn grants(db: impl PgExecutor<'_>, person: PersonId) -> Result<Vec<Grant>> {
    let rows = sqlx::query!(
        r#"SELECT r.network_id, r.organisation_id, r.role AS "role: Role",
                  m.tier AS "tier?: Tier", m.state AS "state?: MembershipState"
           FROM role_grants r
           JOIN networks n ON n.id = r.network_id AND n.state <> 'dissolved'
           LEFT JOIN memberships m ON m.network_id = r.network_id AND m.organisation_id = r.organisation_id
           WHERE r.person_id = $1 AND r.ended_at IS NULL"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let standing = row.state.is_some_and(MembershipState::counts);
            Grant {
                network: NetworkId(row.network_id),
                organisation: row.organisation_id.map(OrganisationId),
                role: row.role,
                tier: row.tier,
                counts: !row.role.is_member_role() || standing,
            }
        })
        .collect())
}
