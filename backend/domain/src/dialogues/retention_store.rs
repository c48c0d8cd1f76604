//! What is forgotten of dialogues, in the database.

use sala_kernel::{DialogueId, Env, InvitationId, Result, Tx};

/// One that is over for as long as its network keeps names, held; another node may hold others. What nobody has closed a year after
/// its last day is taken for over.
pub(super) async fn due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!(
        "SELECT d.id FROM dialogues d JOIN networks n ON n.id = d.network_id
         WHERE d.forgotten_at IS NULL
           AND COALESCE(d.over_at, d.ends_at + interval '1 year') + make_interval(months => n.retention_months) <= $1
         ORDER BY d.ends_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(DialogueId))
}

/// Takes out of a dialogue who was invited to it: one of them, or everybody.
pub(super) async fn forget(tx: &mut Tx<'_>, env: &Env, id: DialogueId, one: Option<InvitationId>) -> Result<()> {
    let one = one.map(|i| i.0);
    // Letters first: they are known by the addresses, or, where an address was changed, by what they put into calendars. Those that
    // told of the end are written a moment after it.
    sqlx::query!(
        "DELETE FROM mails m USING dialogue_invitations i, dialogues d
         WHERE d.id = $1 AND i.dialogue_id = d.id AND m.kind = 'dialogue' AND ($3::uuid IS NULL OR i.id = $3)
           AND ((i.email <> '' AND lower(m.recipient) = lower(i.email)) OR m.meeting ->> 'uid' = 'invitation-' || i.id)
           AND m.created_at BETWEEN d.created_at AND COALESCE(d.over_at + interval '1 day', $2)",
        id.0,
        env.now(),
        one,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM dialogue_links WHERE invitation_id IN (SELECT id FROM dialogue_invitations WHERE dialogue_id = $1 AND ($2::uuid IS NULL OR id = $2))",
        id.0,
        one,
    )
    .execute(&mut **tx)
    .await?;
    // An institution is nobody: its name stays, its addresses go.
    sqlx::query!(
        "UPDATE dialogue_invitations
         SET name_en = CASE WHEN institution THEN name_en ELSE 'Guest ' || number END,
             name_km = CASE WHEN institution THEN name_km ELSE 'ភ្ញៀវ ' || number END,
             honorific = 'none', post = '', organisation = '', email = '', phone = '', note = '', version = version + 1
         WHERE dialogue_id = $1 AND ($2::uuid IS NULL OR id = $2)",
        id.0,
        one,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE dialogue_attendance SET name = '' WHERE dialogue_id = $1 AND ($2::uuid IS NULL OR invitation_id = $2)",
        id.0,
        one,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE dialogue_corrections SET author = '-' WHERE dialogue_id = $1 AND ($2::uuid IS NULL OR invitation_id = $2)",
        id.0,
        one,
    )
    .execute(&mut **tx)
    .await?;
    if one.is_some() {
        return Ok(());
    }
    sqlx::query!(
        "UPDATE dialogues SET contact = '', forgotten_at = $2, version = version + 1 WHERE id = $1",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
