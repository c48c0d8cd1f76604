//! What is arranged for dialogues, in the database. Who may know these is judged before.

use std::collections::HashMap;

use sala_kernel::{Currency, DialogueId, DocumentId, Error, LText, Money, OrganisationId, Result, Tx};
use sqlx::PgConnection;
use uuid::Uuid;

use super::arrangements::{Arrangements, Cost, Notice};

fn currency(code: &str) -> Result<Currency> {
    match code {
        "KHR" => Ok(Currency::KHR),
        "USD" => Ok(Currency::USD),
        other => Err(Error::internal(format!("no currency: {other}"))),
    }
}

const fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::KHR => "KHR",
        Currency::USD => "USD",
    }
}

/// What is arranged for dialogues; nothing of those where nobody has written anything down.
pub async fn of_many(db: &mut PgConnection, ids: &[Uuid]) -> Result<HashMap<DialogueId, Arrangements>> {
    let rows = sqlx::query!(
        "SELECT dialogue_id, letter_en, letter_km, signatory_en, signatory_km, co_host_en, co_host_km, notice_needed, notice_sent_on,
                notice_reference
         FROM dialogue_arrangements WHERE dialogue_id = ANY($1)",
        ids,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut all: HashMap<DialogueId, Arrangements> = HashMap::with_capacity(rows.len());
    for row in rows {
        let arranged = Arrangements {
            letter: LText::new(row.letter_en, row.letter_km),
            signatory: LText::new(row.signatory_en, row.signatory_km),
            co_host: LText::new(row.co_host_en, row.co_host_km),
            notice: Notice { needed: row.notice_needed, sent_on: row.notice_sent_on, reference: row.notice_reference },
            ..Arrangements::default()
        };
        all.insert(DialogueId(row.dialogue_id), arranged);
    }
    let hosts = sqlx::query!(
        "SELECT dialogue_id, organisation_id FROM dialogue_hosts WHERE dialogue_id = ANY($1) ORDER BY dialogue_id, position",
        ids,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in hosts {
        all.entry(DialogueId(row.dialogue_id)).or_default().hosts.push(OrganisationId(row.organisation_id));
    }
    let documents = sqlx::query!(
        "SELECT dialogue_id, document_id FROM dialogue_documents WHERE dialogue_id = ANY($1) ORDER BY dialogue_id, position",
        ids,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in documents {
        all.entry(DialogueId(row.dialogue_id)).or_default().documents.push(DocumentId(row.document_id));
    }
    let costs = sqlx::query!(
        "SELECT dialogue_id, what, currency, amount FROM dialogue_costs WHERE dialogue_id = ANY($1) ORDER BY dialogue_id, position",
        ids,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in costs {
        let amount = Money { hundredths: row.amount, currency: currency(&row.currency)? };
        all.entry(DialogueId(row.dialogue_id)).or_default().costs.push(Cost { what: row.what, amount });
    }
    Ok(all)
}

/// What is arranged for a dialogue.
pub(super) async fn arrangements(db: &mut PgConnection, id: DialogueId) -> Result<Arrangements> {
    Ok(of_many(db, &[id.0]).await?.remove(&id).unwrap_or_default())
}

pub(super) async fn put(tx: &mut Tx<'_>, id: DialogueId, is: &Arrangements) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_arrangements (dialogue_id, letter_en, letter_km, signatory_en, signatory_km, co_host_en, co_host_km,
             notice_needed, notice_sent_on, notice_reference)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (dialogue_id) DO UPDATE SET letter_en = $2, letter_km = $3, signatory_en = $4, signatory_km = $5, co_host_en = $6,
             co_host_km = $7, notice_needed = $8, notice_sent_on = $9, notice_reference = $10",
        id.0,
        is.letter.en,
        is.letter.km,
        is.signatory.en,
        is.signatory.km,
        is.co_host.en,
        is.co_host.km,
        is.notice.needed,
        is.notice.sent_on,
        is.notice.reference,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM dialogue_hosts WHERE dialogue_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM dialogue_documents WHERE dialogue_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM dialogue_costs WHERE dialogue_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO dialogue_hosts (dialogue_id, organisation_id, position)
         SELECT $1, o.id, o.at FROM unnest($2::uuid[]) WITH ORDINALITY o (id, at)",
        id.0,
        &is.hosts.iter().map(|o| o.0).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO dialogue_documents (dialogue_id, document_id, position)
         SELECT $1, d.id, d.at FROM unnest($2::uuid[]) WITH ORDINALITY d (id, at)",
        id.0,
        &is.documents.iter().map(|d| d.0).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO dialogue_costs (dialogue_id, position, what, currency, amount)
         SELECT $1, c.at, c.what, c.currency, c.amount
         FROM unnest($2::text[], $3::text[], $4::bigint[]) WITH ORDINALITY c (what, currency, amount, at)",
        id.0,
        &is.costs.iter().map(|c| c.what.clone()).collect::<Vec<_>>(),
        &is.costs.iter().map(|c| code(c.amount.currency).to_owned()).collect::<Vec<_>>(),
        &is.costs.iter().map(|c| c.amount.hundredths).collect::<Vec<_>>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
