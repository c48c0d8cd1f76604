//! What is forgotten of dialogues, in the database.

use sala_kernel::{DialogueId, Env, Result, Tx};

/// One that is over for as long as its network keeps names, held; another node may hold others.
pub(super) async fn due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<DialogueId>> {
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

/// Takes out of a dialogue who was invited to it.
pub(super) async fn forget(tx: &mut Tx<'_>, env: &Env, id: DialogueId) -> Result<()> {
    // Letters first: they are known by the addresses, or, where an address was changed, by what they put into calendars. Those that
    // told of the end are written a moment after it.
    sqlx::query!(
        "DELETE FROM mails m USING dialogue_invitations i, dialogues d
         WHERE d.id = $1 AND i.dialogue_id = d.id AND m.kind = 'dialogue'
           AND ((i.email <> '' AND lower(m.recipient) = lower(i.email)) OR m.meeting ->> 'uid' = 'invitation-' || i.id)
           AND m.created_at BETWEEN d.created_at AND d.over_at + interval '1 day'",
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
