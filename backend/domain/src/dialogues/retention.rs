//! Forgetting who was invited and who was there, once a dialogue is long over: names, addresses and notes go; groups, sexes, ages,
//! answers and counts stay, and so does what is published.

use sala_kernel::{DialogueId, Env, Error, Pool, Result, Tx};

use super::{service::announce, store};
use crate::access::Deed;

/// One that is over for as long as its network keeps names, held; another node may hold others.
async fn due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!(
        "SELECT d.id FROM dialogues d JOIN networks n ON n.id = d.network_id
         WHERE d.forgotten_at IS NULL AND d.over_at + make_interval(months => n.retention_months) <= $1
         ORDER BY d.over_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(DialogueId))
}

async fn forget(tx: &mut Tx<'_>, env: &Env, id: DialogueId) -> Result<()> {
    // Letters first: by the addresses one knows them.
    sqlx::query!(
        "DELETE FROM mails m USING dialogue_invitations i, dialogues d
         WHERE d.id = $1 AND i.dialogue_id = d.id AND m.kind = 'dialogue' AND i.email <> ''
           AND lower(m.recipient) = lower(i.email) AND m.created_at BETWEEN d.created_at AND d.over_at",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM dialogue_links WHERE invitation_id IN (SELECT id FROM dialogue_invitations WHERE dialogue_id = $1)",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    // An institution is nobody: its name stays, its addresses go.
    sqlx::query!(
        "UPDATE dialogue_invitations
         SET name_en = CASE WHEN institution THEN name_en ELSE 'Guest ' || number END,
             name_km = CASE WHEN institution THEN name_km ELSE 'ភ្ញៀវ ' || number END,
             honorific = 'none', post = '', organisation = '', email = '', phone = '', note = '', version = version + 1
         WHERE dialogue_id = $1",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE dialogue_attendance SET name = '' WHERE dialogue_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!("UPDATE dialogue_corrections SET author = '-' WHERE dialogue_id = $1", id.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "UPDATE dialogues SET contact = '', forgotten_at = $2, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets what is due, one dialogue after the other; says of how many.
pub async fn forget_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut done = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(id) = due(&mut tx, env).await? else { return Ok(done) };
        forget(&mut tx, env, id).await?;
        let d = store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
        announce(&mut tx, env, Deed::HUB, &d, "dialogue.forgotten").await?;
        tx.commit().await?;
        done += 1;
    }
}
