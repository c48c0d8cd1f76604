//! Who has answered and who has not.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, NetworkId, OrganisationId, Page, PageRequest, Result};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Endorsement, SignOn, Waiting, store::said};
use crate::memberships::Tier;

/// A page of the members of a network, by acronym, each with what it has said to a paper; for whoever runs its sign-on.
pub async fn board(pool: &sala_kernel::Pool, sign_on: &SignOn, page: &PageRequest) -> Result<Page<Waiting>> {
    let rows = sqlx::query!(
        r#"SELECT o.id, lower(o.acronym) AS "sort!",
                  (SELECT count(*) FROM memberships WHERE network_id = $1 AND state = 'active') AS "total!"
           FROM memberships m JOIN organisations o ON o.id = m.organisation_id
           WHERE m.network_id = $1 AND m.state = 'active' AND ($2::text IS NULL OR (lower(o.acronym), o.id) > ($2, $3))
           ORDER BY lower(o.acronym), o.id LIMIT $4"#,
        sign_on.network.0,
        page.after(0),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(pool)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let found = said(pool, sign_on.paper, false, Some(&ids), &PageRequest::whole()).await?;
    let mut by_id: std::collections::HashMap<OrganisationId, Endorsement> =
        found.items.into_iter().map(|(_, e)| (e.organisation, e)).collect();
    let rows: Vec<(String, Waiting)> = rows
        .into_iter()
        .map(|row| {
            let organisation = OrganisationId(row.id);
            (row.sort, Waiting { organisation, endorsement: by_id.remove(&organisation) })
        })
        .collect();
    let closed = page.close(rows, total, |(sort, waiting)| vec![sort.clone(), waiting.organisation.0.to_string()]);
    let items = closed.items.into_iter().map(|(cursor, (_, waiting))| (cursor, waiting)).collect();
    Ok(Page { items, more: closed.more, total: closed.total })
}

/// The tier of each member, and when it was last reminded.
pub(super) async fn standing(
    db: impl PgExecutor<'_>,
    sign_on: &SignOn,
    ids: &[Uuid],
) -> Result<std::collections::HashMap<OrganisationId, (Tier, Option<DateTime<Utc>>)>> {
    let rows = sqlx::query!(
        r#"SELECT m.organisation_id, m.tier AS "tier: Tier",
                  (SELECT max(r.sent_at) FROM reminders r
                   WHERE r.about = 'sign_on' AND r.subject = $2 AND r.recipient = m.id) AS reminded
           FROM memberships m WHERE m.network_id = $1 AND m.organisation_id = ANY($3)"#,
        sign_on.network.0,
        sign_on.paper.0,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (OrganisationId(row.organisation_id), (row.tier, row.reminded))).collect())
}

/// The papers of a network that are open for signing and that an organisation has not answered finally, by deadline.
pub async fn waiting_for(
    db: impl PgExecutor<'_>,
    env: &Env,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Vec<Uuid>> {
    let found = sqlx::query_scalar!(
        "SELECT s.paper_id FROM sign_ons s JOIN papers p ON p.id = s.paper_id AND p.state = 'sign_on'
         WHERE s.network_id = $1 AND s.closed_at IS NULL AND s.deadline > $3
           AND NOT EXISTS (SELECT FROM endorsements e WHERE e.paper_id = s.paper_id AND e.organisation_id = $2
                           AND e.state NOT IN ('in_internal_review', 'reconfirm') AND e.text_hash = s.text_hash)
         ORDER BY s.deadline, s.paper_id LIMIT 50",
        network.0,
        organisation.0,
        env.now(),
    )
    .fetch_all(db)
    .await?;
    Ok(found)
}
