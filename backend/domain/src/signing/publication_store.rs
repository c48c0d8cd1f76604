//! Publications and their files in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, LText, PaperId, PersonId, Pool, Result, Tx};
use sha2::{Digest as _, Sha256};
use sqlx::PgExecutor;

use super::{
    Progress, SignOn, guest_store,
    publication::{Dissent, Ended, Logo, Publication, PublishedFile, Signatory},
};

/// What is proposed takes the place of what was proposed before.
pub(super) async fn propose(
    tx: &mut Tx<'_>,
    env: &Env,
    id: PaperId,
    text: &[u8],
    by: PersonId,
    embargo: Option<DateTime<Utc>>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO publications (paper_id, text_hash, proposed_by, proposed_at, embargo_until) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (paper_id) DO UPDATE SET text_hash = excluded.text_hash, proposed_by = excluded.proposed_by,
             proposed_at = excluded.proposed_at, embargo_until = excluded.embargo_until",
        id.0,
        text,
        by.0,
        env.now(),
        embargo,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A file, kept byte for byte.
pub(super) async fn keep(tx: &mut Tx<'_>, id: PaperId, file: &PublishedFile) -> Result<()> {
    sqlx::query!(
        "INSERT INTO published_files (paper_id, name, media, sha256, body) VALUES ($1, $2, $3, $4, $5)",
        id.0,
        file.name,
        file.media,
        &Sha256::digest(&file.body)[..],
        file.body,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Confirmed, with what had come together on that day.
pub(super) async fn confirm(tx: &mut Tx<'_>, env: &Env, id: PaperId, by: PersonId, progress: &Progress) -> Result<()> {
    let number = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    sqlx::query!(
        "UPDATE publications SET confirmed_by = $2, confirmed_at = $3, signed = $4, withheld = $5 WHERE paper_id = $1",
        id.0,
        by.0,
        env.now(),
        number(progress.count),
        number(progress.withheld),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Confirmed no more, its files gone: nobody has read them yet.
pub(super) async fn reopen(tx: &mut Tx<'_>, id: PaperId) -> Result<()> {
    sqlx::query!("DELETE FROM published_files WHERE paper_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "UPDATE publications SET confirmed_by = NULL, confirmed_at = NULL, signed = 0, withheld = 0 WHERE paper_id = $1",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Taken back, or another text in its place.
pub(super) async fn end(
    tx: &mut Tx<'_>,
    env: &Env,
    id: PaperId,
    by: PersonId,
    reason: &LText,
    successor: Option<PaperId>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE publications SET ended_at = $2, ended_by = $3, ended_reason_en = $4, ended_reason_km = $5, successor_id = $6
         WHERE paper_id = $1",
        id.0,
        env.now(),
        by.0,
        reason.en,
        reason.km,
        successor.map(|s| s.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The members that have signed a text by public name — for its addressee also by a name that only the addressee is told —
/// with the logos that may stand beside their names.
pub(super) async fn members(tx: &mut Tx<'_>, sign_on: &SignOn, addressee: bool) -> Result<Vec<Signatory>> {
    let rows = sqlx::query!(
        r#"SELECT CASE WHEN e.display_en = '' AND e.display_km = '' THEN o.name_en ELSE e.display_en END AS "en!",
                  CASE WHEN e.display_en = '' AND e.display_km = '' THEN o.name_km ELSE e.display_km END AS "km!",
                  e.reservation, e.stated_at, l.bytes AS "bytes?", l.width AS "width?", l.height AS "height?"
           FROM endorsements e JOIN organisations o ON o.id = e.organisation_id
           LEFT JOIN organisation_logos l ON l.organisation_id = o.id AND e.logo AND o.logo_use <> 'never'
           WHERE e.paper_id = $1 AND e.text_hash = $2 AND (e.attribution = 'public' OR ($3 AND e.attribution = 'addressee_only'))
             AND e.state IN ('endorsed', 'endorsed_with_reservation')
           ORDER BY e.stated_at, e.organisation_id"#,
        sign_on.paper.0,
        sign_on.text,
        addressee,
    )
    .fetch_all(&mut **tx)
    .await?;
    let told = rows.into_iter().map(|row| Signatory {
        name: LText::new(row.en, row.km),
        logo: row.bytes.zip(row.width.zip(row.height)).map(|(png, (width, height))| Logo { png, width, height }),
        reservation: row.reservation,
        at: row.stated_at,
    });
    Ok(told.collect())
}

/// Members that do not sign this text and want it said under it, in the order in which they said so.
pub(super) async fn dissents(tx: &mut Tx<'_>, sign_on: &SignOn) -> Result<Vec<Dissent>> {
    let rows = sqlx::query!(
        r#"SELECT CASE WHEN e.display_en = '' AND e.display_km = '' THEN o.name_en ELSE e.display_en END AS "en!",
                  CASE WHEN e.display_en = '' AND e.display_km = '' THEN o.name_km ELSE e.display_km END AS "km!", e.dissent
           FROM endorsements e JOIN organisations o ON o.id = e.organisation_id
           WHERE e.paper_id = $1 AND e.text_hash = $2 AND e.dissent <> '' AND e.attribution = 'public'
             AND e.state IN ('abstained', 'declined', 'objected')
           ORDER BY e.stated_at, e.organisation_id"#,
        sign_on.paper.0,
        sign_on.text,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (LText::new(row.en, row.km), row.dissent)).collect())
}

/// How a paper came to be public, or is about to; the caller has made sure that the paper may be known.
pub async fn find(db: impl PgExecutor<'_>, id: PaperId) -> Result<Option<Publication>> {
    let row = sqlx::query!(
        "SELECT text_hash, proposed_by, proposed_at, embargo_until, confirmed_by, confirmed_at, signed, withheld, ended_at,
                ended_reason_en, ended_reason_km, successor_id
         FROM publications WHERE paper_id = $1",
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Publication {
        paper: id,
        text: row.text_hash,
        proposed_by: PersonId(row.proposed_by),
        proposed_at: row.proposed_at,
        embargo_until: row.embargo_until,
        confirmed_by: row.confirmed_by.map(PersonId),
        confirmed_at: row.confirmed_at,
        signed: row.signed,
        withheld: row.withheld,
        ended: row.ended_at.map(|at| Ended {
            at,
            reason: LText::new(row.ended_reason_en, row.ended_reason_km),
            successor: row.successor_id.map(PaperId),
        }),
    }))
}

/// What everybody may read now; nothing before its instant.
pub async fn public(pool: &Pool, env: &Env, id: PaperId) -> Result<Option<Publication>> {
    let found = find(pool, id).await?;
    Ok(found.filter(|publication| publication.public_from().is_some_and(|from| from <= env.now())))
}

/// A file of a publication that everybody may read.
pub async fn file(db: impl PgExecutor<'_>, id: PaperId, name: &str) -> Result<Option<PublishedFile>> {
    let row = sqlx::query!("SELECT media, body FROM published_files WHERE paper_id = $1 AND name = $2", id.0, name)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|row| PublishedFile { name: name.to_owned(), media: row.media, body: row.body }))
}

/// The names of a publication's files and their SHA-256, by name.
pub async fn files(db: impl PgExecutor<'_>, id: PaperId) -> Result<Vec<(String, Vec<u8>)>> {
    let rows = sqlx::query!("SELECT name, sha256 FROM published_files WHERE paper_id = $1 ORDER BY name", id.0)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.sha256)).collect())
}

/// The publication that has a file with these bytes, and what the file is called there.
pub async fn by_hash(pool: &Pool, env: &Env, sha256: &[u8]) -> Result<Option<(Publication, String)>> {
    let rows = sqlx::query!("SELECT paper_id, name FROM published_files WHERE sha256 = $1 LIMIT 20", sha256)
        .fetch_all(pool)
        .await?;
    for row in rows {
        if let Some(publication) = public(pool, env, PaperId(row.paper_id)).await? {
            return Ok(Some((publication, row.name)));
        }
    }
    Ok(None)
}

/// Organisations that had signed this text by public name and withdrew after it was public: their names, and when.
pub async fn withdrawn(pool: &Pool, publication: &Publication) -> Result<Vec<(LText, DateTime<Utc>)>> {
    let Some(confirmed) = publication.confirmed_at else { return Ok(Vec::new()) };
    let rows = sqlx::query!(
        r#"SELECT COALESCE(NULLIF(e.display_en, ''), o.name_en) AS "en!", COALESCE(NULLIF(e.display_km, ''), o.name_km) AS "km!",
                  e.stated_at
           FROM endorsements e JOIN organisations o ON o.id = e.organisation_id
           WHERE e.paper_id = $1 AND e.state = 'withdrawn' AND e.attribution = 'public' AND e.stated_at > $2 AND e.text_hash = $3
           ORDER BY e.stated_at LIMIT 100"#,
        publication.paper.0,
        confirmed,
        publication.text,
    )
    .fetch_all(pool)
    .await?;
    let mut found: Vec<_> = rows.into_iter().map(|row| (LText::new(row.en, row.km), row.stated_at)).collect();
    found.extend(guest_store::withdrawn(pool, publication.paper, &publication.text, confirmed).await?);
    found.sort_by_key(|(_, at)| *at);
    Ok(found)
}
