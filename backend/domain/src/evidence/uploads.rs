//! Files on their way in: begun, sent in parts, looked at, used.
//!
//! Invariant: an upload says it received a part only after that part lies in
//! the file store; so a connection cut, or a node killed, loses at most the
//! part that was never acknowledged.

use chrono::Duration;
use sala_kernel::{Env, Error, Message, NetworkId, OrganisationId, PersonId, Pool, Result, Tx, UploadId};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::Upload;
use crate::{
    access::{Actor, Authorized, acts::AddEvidence, authorize},
    networks::{self, Network},
    text::Check,
};

/// The longest file, in bytes.
pub const LONGEST: i64 = 100 * 1024 * 1024;
/// How many files of one person may be on their way at once.
const MOST: i64 = 200;
/// How long an upload waits for its next part, or to be used.
const PATIENCE: Duration = Duration::days(2);

/// That somebody may add to a library, as their organisation or as the secretariat.
pub(super) async fn may_add(tx: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, AddEvidence>> {
    let network = networks::store::lookup(&mut **tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

/// A file name that is safe to show and to save under: its last part, without what steers or hides.
pub fn file_name(check: &mut Check, raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = check.line("name", last, 200);
    if name.is_empty() || name.chars().all(|c| c == '.') {
        check.fail("name", Message::FileName);
    }
    name
}

/// Begins an upload.
pub async fn begin(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    name: &str,
    bytes: i64,
    clean: bool,
) -> Result<Upload> {
    let mut tx = pool.begin().await?;
    let proof = may_add(&mut tx, actor, network).await?;
    let person = actor.signed_in()?.person();
    let mut check = Check::new();
    let name = file_name(&mut check, name);
    if bytes <= 0 {
        check.fail("bytes", Message::FileEmpty);
    } else if bytes > LONGEST {
        check.fail("bytes", Message::FileTooLarge);
    }
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM evidence_uploads WHERE person_id = $1 AND used_at IS NULL"#,
        person.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if waiting >= MOST {
        check.fail("", Message::UploadsWaiting);
    }
    check.finish()?;
    let id = UploadId::fresh(env);
    sqlx::query!(
        "INSERT INTO evidence_uploads (id, network_id, organisation_id, person_id, name, bytes, clean, started_at, touched_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
        id.0,
        network.0,
        proof.deed().on_behalf_of.map(|o| o.0),
        person.0,
        name,
        bytes,
        clean,
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    own(pool, actor, id).await
}

/// An upload of one's own that was not used yet; anybody else's is not there.
pub async fn own(db: impl PgExecutor<'_>, actor: &Actor, id: UploadId) -> Result<Upload> {
    let person = actor.signed_in()?.person();
    let row = sqlx::query!(
        "SELECT network_id, organisation_id, name, bytes, received, parts, clean, sha256 IS NOT NULL AS \"complete!\"
         FROM evidence_uploads WHERE id = $1 AND person_id = $2 AND used_at IS NULL",
        id.0,
        person.0,
    )
    .fetch_optional(db)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(Upload {
        id,
        network: NetworkId(row.network_id),
        organisation: row.organisation_id.map(OrganisationId),
        person,
        name: row.name,
        bytes: row.bytes,
        received: row.received,
        parts: row.parts,
        clean: row.clean,
        complete: row.complete,
    })
}

/// Notes that a part lies in the file store. Only the part that follows counts; whether it did.
pub async fn receive(db: impl PgExecutor<'_>, env: &Env, id: UploadId, offset: i64, length: i64) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE evidence_uploads SET received = received + $3, parts = parts || $2::bigint, touched_at = $4
         WHERE id = $1 AND received = $2 AND received + $3 <= bytes AND sha256 IS NULL",
        id.0,
        offset,
        length,
        env.now(),
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was found out about a file that arrived whole.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// Its media type.
    pub media: String,
    /// SHA-256 of what is kept.
    pub sha256: String,
    /// Where it lies.
    pub object: String,
    /// Length of what is kept.
    pub bytes: i64,
}

/// Notes that a file arrived whole and is sound; whether it was the first time.
pub async fn seal(db: impl PgExecutor<'_>, env: &Env, id: UploadId, sealed: &Sealed) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE evidence_uploads SET media = $2, sha256 = $3, object = $4, kept_bytes = $5, touched_at = $6
         WHERE id = $1 AND sha256 IS NULL AND received = bytes",
        id.0,
        sealed.media,
        sealed.sha256,
        sealed.object,
        sealed.bytes,
        env.now(),
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A finished upload on its way into a document, with its name.
#[derive(Debug)]
pub(super) struct Arrived {
    pub(super) name: String,
    pub(super) sealed: Sealed,
}

/// Uses finished uploads of one's own, each once, in the order given.
pub(super) async fn take(
    tx: &mut Tx<'_>,
    env: &Env,
    network: NetworkId,
    person: PersonId,
    ids: &[UploadId],
) -> Result<Vec<Arrived>> {
    let mut arrived = Vec::new();
    for id in ids {
        let row = sqlx::query!(
            "UPDATE evidence_uploads SET used_at = $4
             WHERE id = $1 AND network_id = $2 AND person_id = $3 AND used_at IS NULL AND sha256 IS NOT NULL
             RETURNING name, media, sha256, object, kept_bytes",
            id.0,
            network.0,
            person.0,
            env.now(),
        )
        .fetch_optional(&mut **tx)
        .await?;
        let whole = row.and_then(|row| Some((row.name, row.media?, row.sha256?, row.object?, row.kept_bytes?)));
        let (name, media, sha256, object, bytes) =
            whole.ok_or_else(|| Error::invalid("uploads", Message::UploadUnfinished))?;
        arrived.push(Arrived { name, sealed: Sealed { media, sha256, object, bytes } });
    }
    Ok(arrived)
}

/// What the file store may forget: the parts of uploads, and whole files that nothing names.
#[derive(Debug, Clone)]
pub struct Leftover {
    /// The upload.
    pub id: UploadId,
    /// Its parts.
    pub parts: Vec<i64>,
    /// The file made of them, where no document uses it.
    pub object: Option<String>,
}

/// Drops an upload of one's own; what it leaves behind.
pub async fn cancel(pool: &Pool, actor: &Actor, id: UploadId) -> Result<Leftover> {
    let person = actor.signed_in()?.person();
    let row = sqlx::query!(
        "DELETE FROM evidence_uploads WHERE id = $1 AND person_id = $2 AND used_at IS NULL RETURNING parts, object",
        id.0,
        person.0,
    )
    .fetch_optional(pool)
    .await?
    .ok_or(Error::NotFound)?;
    Ok(Leftover { id, parts: row.parts, object: row.object })
}

/// Drops what was refused: the next try begins anew.
pub async fn refuse(db: impl PgExecutor<'_>, id: UploadId) -> Result<()> {
    sqlx::query!("DELETE FROM evidence_uploads WHERE id = $1 AND used_at IS NULL", id.0).execute(db).await?;
    Ok(())
}

/// Uploads that nobody goes on with, dropped; what they leave behind.
pub async fn forget_stale(pool: &Pool, env: &Env) -> Result<Vec<Leftover>> {
    let rows = sqlx::query!(
        "DELETE FROM evidence_uploads WHERE used_at IS NULL AND touched_at < $1 RETURNING id, parts, object",
        env.now() - PATIENCE,
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| Leftover { id: UploadId(row.id), parts: row.parts, object: row.object }).collect())
}

/// Files whose bytes are to go: (file, where it lies).
pub async fn to_sweep(pool: &Pool) -> Result<Vec<(Uuid, String)>> {
    let rows = sqlx::query!(
        "SELECT id, object FROM evidence_files WHERE removed_at IS NOT NULL AND swept_at IS NULL ORDER BY id LIMIT 100"
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.object)).collect())
}

/// Notes that a file's bytes are gone.
pub async fn swept(pool: &Pool, env: &Env, file: Uuid) -> Result<()> {
    sqlx::query!("UPDATE evidence_files SET swept_at = $2 WHERE id = $1", file, env.now()).execute(pool).await?;
    Ok(())
}

/// Lets the file store forget finished uploads that no document needs.
pub(super) async fn let_go(tx: &mut Tx<'_>, ids: &[UploadId]) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query!("UPDATE evidence_uploads SET used_at = NULL, touched_at = 'epoch' WHERE id = ANY($1)", &ids)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
