//! Invited organisations in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, GuestId, LText, Language, Page, PageRequest, PaperId, PersonId, Result, Tx, hash_token};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Attribution, Basis, EndorsementState,
    guests::{Guest, GuestAnswer, GuestSaid, NewGuest},
};

/// Which of a paper's guests.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'w> {
    /// Only this one.
    pub id: Option<GuestId>,
    /// Only the one with this link.
    pub token: Option<&'w [u8]>,
    /// Only those of this paper.
    pub paper: Option<PaperId>,
    /// Only those who sign this text, confirmed, by public name.
    pub named: Option<&'w [u8]>,
    /// With them those whose name only the addressee is told.
    pub addressee: bool,
}

/// A page of guests, in the order in which they were invited, or signed where only names are wanted.
pub async fn list(db: impl PgExecutor<'_>, wanted: Wanted<'_>, page: &PageRequest) -> Result<Page<Guest>> {
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT * FROM guest_signatures
               WHERE revoked_at IS NULL AND ($1::uuid IS NULL OR id = $1) AND ($2::bytea IS NULL OR token_hash = $2)
                 AND ($3::uuid IS NULL OR paper_id = $3)
                 AND ($4::bytea IS NULL OR (state IN ('endorsed', 'endorsed_with_reservation')
                                            AND (attribution = 'public' OR ($7 AND attribution = 'addressee_only'))
                                            AND confirmed_at IS NOT NULL AND text_hash = $4))
           )
           SELECT id AS "id!", paper_id AS "paper_id!", name_en AS "name_en!", name_km AS "name_km!", email AS "email!",
                  language AS "language!", invited_by AS "invited_by!", invited_at AS "invited_at!", state AS "state: EndorsementState",
                  signatory AS "signatory!", post AS "post!", basis AS "basis: Basis", attribution AS "attribution!: Attribution",
                  reservation AS "reservation!", text_hash, stated_at, confirmed_by, confirmed_at,
                  (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $5::uuid IS NULL OR id > $5 ORDER BY id LIMIT $6"#,
        wanted.id.map(|id| id.0),
        wanted.token,
        wanted.paper.map(|id| id.0),
        wanted.named,
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
        wanted.addressee,
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Guest> = rows
        .into_iter()
        .map(|row| Guest {
            id: GuestId(row.id),
            paper: PaperId(row.paper_id),
            name: LText::new(row.name_en, row.name_km),
            email: row.email,
            language: Language::from_tag(&row.language),
            invited_by: PersonId(row.invited_by),
            invited_at: row.invited_at,
            said: row.state.zip(row.text_hash).zip(row.stated_at).map(|((state, text), at)| GuestSaid {
                state,
                signatory: row.signatory,
                post: row.post,
                basis: row.basis,
                attribution: row.attribution,
                reservation: row.reservation,
                text,
                at,
            }),
            confirmed: row.confirmed_by.map(PersonId).zip(row.confirmed_at),
        })
        .collect();
    Ok(page.close(found, total, |guest: &Guest| vec![guest.id.0.to_string()]))
}

async fn one(tx: &mut Tx<'_>, wanted: Wanted<'_>) -> Result<Option<Guest>> {
    let found = list(&mut **tx, wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().next().map(|(_, guest)| guest))
}

pub(super) async fn lookup(tx: &mut Tx<'_>, id: GuestId) -> Result<Option<Guest>> {
    one(tx, Wanted { id: Some(id), ..Wanted::default() }).await
}

/// The guest behind a link.
pub(super) async fn behind(tx: &mut Tx<'_>, secret: &str) -> Result<Option<Guest>> {
    one(tx, Wanted { token: Some(&hash_token(secret)[..]), ..Wanted::default() }).await
}

pub(super) async fn is_invited(tx: &mut Tx<'_>, paper: PaperId, email: &str) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM guest_signatures WHERE paper_id = $1 AND lower(email) = lower($2) AND revoked_at IS NULL) AS "found!""#,
        paper.0,
        email,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(found)
}

pub(super) async fn count(tx: &mut Tx<'_>, paper: PaperId) -> Result<i64> {
    let found = sqlx::query_scalar!(r#"SELECT count(*) AS "n!" FROM guest_signatures WHERE paper_id = $1"#, paper.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(found)
}

pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    paper: PaperId,
    new: &NewGuest,
    by: PersonId,
    token: &[u8],
) -> Result<Guest> {
    let guest = Guest {
        id: GuestId::fresh(env),
        paper,
        name: new.name.clone(),
        email: new.email.clone(),
        language: new.language,
        invited_by: by,
        invited_at: env.now(),
        said: None,
        confirmed: None,
    };
    sqlx::query!(
        "INSERT INTO guest_signatures (id, paper_id, name_en, name_km, email, language, token_hash, invited_by, invited_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        guest.id.0,
        paper.0,
        guest.name.en,
        guest.name.km,
        guest.email,
        guest.language.tag(),
        token,
        by.0,
        guest.invited_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(guest)
}

/// A new link takes the place of the one before.
pub(super) async fn renew(tx: &mut Tx<'_>, env: &Env, id: GuestId, token: &[u8]) -> Result<()> {
    sqlx::query!("UPDATE guest_signatures SET token_hash = $2, invited_at = $3 WHERE id = $1", id.0, token, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub(super) async fn revoke(tx: &mut Tx<'_>, env: &Env, id: GuestId) -> Result<()> {
    sqlx::query!("UPDATE guest_signatures SET revoked_at = $2 WHERE id = $1", id.0, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub(super) async fn confirm(tx: &mut Tx<'_>, env: &Env, id: GuestId, by: PersonId) -> Result<()> {
    sqlx::query!(
        "UPDATE guest_signatures SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1",
        id.0,
        by.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What was said; it waits to be confirmed, unless a confirmed signature is taken back.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, id: GuestId, answer: &GuestAnswer) -> Result<()> {
    sqlx::query!(
        "UPDATE guest_signatures SET state = $2, signatory = $3, post = $4, basis = $5, attribution = $6, reservation = $7,
                                     text_hash = $8, stated_at = $9,
                                     confirmed_by = CASE WHEN $2 = 'withdrawn'::endorsement_state THEN confirmed_by END,
                                     confirmed_at = CASE WHEN $2 = 'withdrawn'::endorsement_state THEN confirmed_at END
         WHERE id = $1",
        id.0,
        answer.state as EndorsementState,
        answer.signatory,
        answer.post,
        answer.basis as Option<Basis>,
        answer.attribution as Attribution,
        answer.reservation,
        answer.text,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Guests who have signed are asked anew, like members.
pub(super) async fn reconfirm(tx: &mut Tx<'_>, paper: PaperId) -> Result<()> {
    sqlx::query!(
        "UPDATE guest_signatures SET state = 'reconfirm'
         WHERE paper_id = $1 AND state IN ('endorsed', 'endorsed_with_reservation')",
        paper.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Signatures of guests stay over an editorial change.
pub(super) async fn keep(tx: &mut Tx<'_>, paper: PaperId, from: &[u8], to: &[u8]) -> Result<()> {
    sqlx::query!(
        "UPDATE guest_signatures SET text_hash = $3,
                state = CASE WHEN reservation = '' THEN 'endorsed' ELSE 'endorsed_with_reservation' END::endorsement_state
         WHERE paper_id = $1 AND state = 'reconfirm' AND text_hash = $2",
        paper.0,
        from,
        to,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Guests who had signed this text by public name and withdrew after it was public.
pub(super) async fn withdrawn(
    db: impl PgExecutor<'_>,
    paper: PaperId,
    text: &[u8],
    since: DateTime<Utc>,
) -> Result<Vec<(LText, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"SELECT name_en, name_km, stated_at AS "stated_at!" FROM guest_signatures
           WHERE paper_id = $1 AND text_hash = $2 AND state = 'withdrawn' AND attribution = 'public' AND stated_at > $3
             AND confirmed_at IS NOT NULL AND revoked_at IS NULL ORDER BY stated_at LIMIT 100"#,
        paper.0,
        text,
        since,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (LText::new(row.name_en, row.name_km), row.stated_at)).collect())
}
