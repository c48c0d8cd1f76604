//! What organisations have ever said, as it was said.

use sala_kernel::{NetworkId, OrganisationId, Page, PageRequest, PaperId, PersonId, Result};
use sqlx::PgExecutor;

use super::{Attribution, Basis, EndorsementState, OwnStatement, Statement};

/// Everything that an organisation has ever said to a paper, the latest first: at most 100. For its own people.
pub async fn statements(
    db: impl PgExecutor<'_>,
    paper: PaperId,
    organisation: OrganisationId,
) -> Result<Vec<Statement>> {
    let rows = sqlx::query!(
        r#"SELECT state AS "state: EndorsementState", attribution AS "attribution: Attribution", text_hash, person_id, note, at,
                  basis AS "basis: Basis", reservation
           FROM endorsement_acts WHERE paper_id = $1 AND organisation_id = $2 ORDER BY id DESC LIMIT 100"#,
        paper.0,
        organisation.0,
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| Statement {
        state: row.state,
        attribution: row.attribution,
        text: row.text_hash,
        person: row.person_id.map(PersonId),
        basis: row.basis,
        reservation: row.reservation,
        note: row.note,
        at: row.at,
    });
    Ok(told.collect())
}

/// A page of everything that an organisation has ever said to papers, the latest first. For its own people.
pub async fn own_statements(
    db: impl PgExecutor<'_>,
    network: NetworkId,
    organisation: OrganisationId,
    page: &PageRequest,
) -> Result<Page<OwnStatement>> {
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT a.* FROM endorsement_acts a JOIN papers p ON p.id = a.paper_id
               WHERE a.organisation_id = $1 AND p.network_id = $2
           )
           SELECT id AS "id!", paper_id AS "paper_id!", state AS "state!: EndorsementState", attribution AS "attribution!: Attribution",
                  text_hash AS "text_hash!", person_id, note AS "note!", at AS "at!", basis AS "basis: Basis",
                  reservation AS "reservation!", (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $3::bigint IS NULL OR id < $3 ORDER BY id DESC LIMIT $4"#,
        organisation.0,
        network.0,
        page.after(0).and_then(|id| id.parse::<i64>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows
        .into_iter()
        .map(|row| OwnStatement {
            number: row.id,
            paper: PaperId(row.paper_id),
            said: Statement {
                state: row.state,
                attribution: row.attribution,
                text: row.text_hash,
                person: row.person_id.map(PersonId),
                basis: row.basis,
                reservation: row.reservation,
                note: row.note,
                at: row.at,
            },
        })
        .collect();
    Ok(page.close(found, total, |told: &OwnStatement| vec![told.number.to_string()]))
}
