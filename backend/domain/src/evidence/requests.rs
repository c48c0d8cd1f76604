//! What somebody looked for and did not find, put to whoever curates the library.

use sala_kernel::{
    DocumentId, Draft, Env, Error, EvidenceRequestId, Message, NetworkId, OrganisationId, Page, PageRequest, PersonId,
    Pool, Result, append,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Asked, store, uploads::may_add};
use crate::{
    access::{Action, Actor, Authorized, Level, Reach, acts::KeepLibrary, authorize},
    networks,
    text::Check,
};

/// Asks the network for what its library lacks.
pub async fn ask(pool: &Pool, env: &Env, actor: &Actor, network: NetworkId, wanted: &str) -> Result<Asked> {
    let mut tx = pool.begin().await?;
    let proof = may_add(&mut tx, actor, network).await?;
    let person = actor.signed_in()?.person();
    let mut check = Check::new();
    let wanted = check.prose("wanted", wanted, 1000);
    if wanted.is_empty() {
        check.fail("wanted", Message::Required);
    }
    check.finish()?;
    let asked = Asked {
        id: EvidenceRequestId::fresh(env),
        network,
        organisation: proof.deed().on_behalf_of,
        person,
        wanted,
        asked_at: env.now(),
        answer: String::new(),
        document: None,
        answered_at: None,
    };
    sqlx::query!(
        "INSERT INTO evidence_requests (id, network_id, organisation_id, person_id, wanted, asked_at) VALUES ($1, $2, $3, $4, $5, $6)",
        asked.id.0,
        network.0,
        asked.organisation.map(|o| o.0),
        person.0,
        asked.wanted,
        asked.asked_at,
    )
    .execute(&mut *tx)
    .await?;
    append(&mut tx, env, Draft { network: Some(network), ..proof.deed().event("evidencerequest.asked", asked.id) })
        .await?;
    tx.commit().await?;
    Ok(asked)
}

/// Answers what was asked, with words, a document, or both.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: EvidenceRequestId,
    answer: &str,
    document: Option<DocumentId>,
) -> Result<Asked> {
    let mut tx = pool.begin().await?;
    let asked = lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let network = networks::store::lookup(&mut *tx, asked.network).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    let proof: Authorized<_, KeepLibrary> = authorize(actor, network, &facts)?;
    let mut check = Check::new();
    let answer = check.prose("answer", answer, 2000);
    if let Some(document) = document {
        let known = store::visible(&mut *tx, actor, &[document.0]).await?.pop();
        if known.is_none_or(|d| d.network != asked.network) {
            check.fail("document", Message::IdUnknown);
        }
    } else if answer.is_empty() {
        check.fail("answer", Message::AnswerNeeded);
    }
    check.finish()?;
    let done = sqlx::query!(
        "UPDATE evidence_requests SET answer = $2, document_id = $3, answered_at = $4, answered_by = $5
         WHERE id = $1 AND answered_at IS NULL",
        id.0,
        answer,
        document.map(|d| d.0),
        env.now(),
        proof.by().map(|p| p.0),
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() != 1 {
        return Err(Error::Conflict);
    }
    let event = Draft { network: Some(asked.network), ..proof.deed().event("evidencerequest.answered", id) };
    append(&mut tx, env, event).await?;
    tx.commit().await?;
    Ok(Asked { answer, document, answered_at: Some(env.now()), ..asked })
}

async fn lookup(db: impl PgExecutor<'_>, id: EvidenceRequestId) -> Result<Option<Asked>> {
    let row = sqlx::query!("SELECT * FROM evidence_requests WHERE id = $1 FOR UPDATE", id.0).fetch_optional(db).await?;
    Ok(row.map(|row| Asked {
        id: EvidenceRequestId(row.id),
        network: NetworkId(row.network_id),
        organisation: row.organisation_id.map(OrganisationId),
        person: PersonId(row.person_id),
        wanted: row.wanted,
        asked_at: row.asked_at,
        answer: row.answer,
        document: row.document_id.map(DocumentId),
        answered_at: row.answered_at,
    }))
}

/// A page of what was asked in a network: everything for its curators, one's own for anybody; open ones first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    page: &PageRequest,
) -> Result<Page<Asked>> {
    let reach = Reach::of(actor, Action::KeepLibrary);
    let stands = Reach::of(actor, Action::ViewNetwork).reaches(network, Level::Members);
    let rows = sqlx::query!(
        r#"WITH found AS (SELECT r.*, r.answered_at IS NOT NULL AS done FROM evidence_requests r
                          WHERE r.network_id = $1 AND ($2 OR ($3 AND r.person_id = $4)))
           SELECT id AS "id!", organisation_id, person_id AS "person_id!", wanted AS "wanted!", asked_at AS "asked_at!", answer AS "answer!",
                  document_id, answered_at, done AS "done!", (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $5::boolean IS NULL OR (done, id) > ($5, $6) ORDER BY done, id LIMIT $7"#,
        network.0,
        reach.all || reach.reaches(network, Level::Restricted),
        stands,
        actor.person().map(|p| p.0),
        page.after(0).and_then(|done| done.parse::<bool>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Asked> = rows
        .into_iter()
        .map(|row| Asked {
            id: EvidenceRequestId(row.id),
            network,
            organisation: row.organisation_id.map(OrganisationId),
            person: PersonId(row.person_id),
            wanted: row.wanted,
            asked_at: row.asked_at,
            answer: row.answer,
            document: row.document_id.map(DocumentId),
            answered_at: row.answered_at,
        })
        .collect();
    Ok(page.close(found, total, |a: &Asked| vec![a.answered_at.is_some().to_string(), a.id.0.to_string()]))
}
