//! Lists in the database.

use sala_kernel::{Env, LText, Pool, Result, TermId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{NewTerm, Taxonomy, Term};
use crate::access::{Authorized, acts::ManageTerms};

struct Row {
    id: Uuid,
    taxonomy: Taxonomy,
    code: String,
    label_en: String,
    label_km: String,
    reviewed_km: bool,
    position: i32,
    iati_code: Option<String>,
    active: bool,
    merged_into: Option<Uuid>,
    version: i32,
}

impl From<Row> for Term {
    fn from(row: Row) -> Self {
        Self {
            id: TermId(row.id),
            taxonomy: row.taxonomy,
            code: row.code,
            label: LText::new(row.label_en, row.label_km),
            reviewed_km: row.reviewed_km,
            position: row.position,
            iati_code: row.iati_code,
            active: row.active,
            merged_into: row.merged_into.map(TermId),
            version: row.version,
        }
    }
}

/// One whole list in its order. Lists are short (at most a few hundred) and public.
pub async fn list(db: impl PgExecutor<'_>, taxonomy: Taxonomy) -> Result<Vec<Term>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, taxonomy AS "taxonomy: Taxonomy", code, label_en, label_km, reviewed_km, position, iati_code, active, merged_into, version
           FROM terms WHERE taxonomy = $1 ORDER BY position, code"#,
        taxonomy as Taxonomy,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Term::from).collect())
}

/// Entries by id, in no order.
pub async fn lookup_many(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Term>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, taxonomy AS "taxonomy: Taxonomy", code, label_en, label_km, reviewed_km, position, iati_code, active, merged_into, version
           FROM terms WHERE id = ANY($1)"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Term::from).collect())
}

/// One entry by id.
pub async fn lookup(db: impl PgExecutor<'_>, id: TermId) -> Result<Option<Term>> {
    Ok(lookup_many(db, &[id.0]).await?.pop())
}

/// The ids of codes of one list that may be chosen now.
pub async fn active_ids(db: impl PgExecutor<'_>, taxonomy: Taxonomy, codes: &[String]) -> Result<Vec<Uuid>> {
    Ok(sqlx::query_scalar!(
        "SELECT id FROM terms WHERE taxonomy = $1 AND code = ANY($2) AND active",
        taxonomy as Taxonomy,
        codes,
    )
    .fetch_all(db)
    .await?)
}

/// Puts a new entry at the end of its list.
pub async fn insert(tx: &mut Tx<'_>, env: &Env, term: &Authorized<NewTerm, ManageTerms>) -> Result<TermId> {
    let id = TermId::fresh(env);
    let new = term.thing();
    sqlx::query!(
        "INSERT INTO terms (id, taxonomy, code, label_en, label_km, position, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) + 1 FROM terms WHERE taxonomy = $2), $6, $6)",
        id.0,
        new.taxonomy as Taxonomy,
        new.code,
        new.label.en,
        new.label.km,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Writes an entry as it is now, provided nobody changed it since it was read.
pub async fn update(tx: &mut Tx<'_>, env: &Env, term: &Authorized<Term, ManageTerms>, now: &Term) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE terms SET label_en = $3, label_km = $4, reviewed_km = $5, active = $6, merged_into = $7, version = version + 1, updated_at = $8
         WHERE id = $1 AND version = $2",
        term.thing().id.0,
        term.thing().version,
        now.label.en,
        now.label.km,
        now.reviewed_km,
        now.active,
        now.merged_into.map(|t| t.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Moves everything that points at one theme to another.
pub async fn repoint(tx: &mut Tx<'_>, from: &Authorized<Term, ManageTerms>, into: TermId) -> Result<()> {
    let from = from.thing().id.0;
    sqlx::query!(
        "INSERT INTO organisation_themes (organisation_id, term_id)
         SELECT organisation_id, $2 FROM organisation_themes WHERE term_id = $1 ON CONFLICT DO NOTHING",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM organisation_themes WHERE term_id = $1", from).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO working_group_themes (group_id, term_id)
         SELECT group_id, $2 FROM working_group_themes WHERE term_id = $1 ON CONFLICT DO NOTHING",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM working_group_themes WHERE term_id = $1", from).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO role_grant_themes (grant_id, term_id)
         SELECT grant_id, $2 FROM role_grant_themes WHERE term_id = $1 ON CONFLICT DO NOTHING",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM role_grant_themes WHERE term_id = $1", from).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO standing_mandate_themes (mandate_id, term_id)
         SELECT mandate_id, $2 FROM standing_mandate_themes WHERE term_id = $1 ON CONFLICT DO NOTHING",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM standing_mandate_themes WHERE term_id = $1", from).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO paper_themes (paper_id, term_id)
         SELECT paper_id, $2 FROM paper_themes WHERE term_id = $1 ON CONFLICT DO NOTHING",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM paper_themes WHERE term_id = $1", from).execute(&mut **tx).await?;
    sqlx::query!(
        "UPDATE organisations o SET kind = b.code FROM terms a, terms b
         WHERE a.id = $1 AND b.id = $2 AND a.taxonomy = 'organisation_type' AND o.kind = a.code",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE sign_ons s SET kinds = array_replace(s.kinds, a.code, b.code) FROM terms a, terms b
         WHERE a.id = $1 AND b.id = $2 AND a.taxonomy = 'organisation_type' AND a.code = ANY(s.kinds)",
        from,
        into.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Shipped entries, column by column.
#[derive(Debug, Default)]
pub(super) struct Seeds {
    pub ids: Vec<Uuid>,
    pub taxonomies: Vec<String>,
    pub codes: Vec<String>,
    pub en: Vec<String>,
    pub km: Vec<String>,
    pub iati: Vec<String>,
    pub positions: Vec<i32>,
}

/// Adds those whose code is not there yet.
pub(super) async fn add_missing(pool: &Pool, env: &Env, seeds: &Seeds) -> Result<()> {
    sqlx::query!(
        "INSERT INTO terms (id, taxonomy, code, label_en, label_km, iati_code, position, created_at, updated_at)
         SELECT id, taxonomy::taxonomy, code, en, km, nullif(iati, ''), position, $8, $8
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
              AS t(id, taxonomy, code, en, km, iati, position)
         ON CONFLICT ON CONSTRAINT terms_code_unique DO NOTHING",
        &seeds.ids,
        &seeds.taxonomies,
        &seeds.codes,
        &seeds.en,
        &seeds.km,
        &seeds.iati,
        &seeds.positions,
        env.now(),
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// The labels of all entries that have one in both languages: English, Khmer.
pub async fn labels(db: impl PgExecutor<'_>) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        "SELECT label_en, label_km FROM terms WHERE active AND label_en <> '' AND label_km <> '' ORDER BY id"
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.label_en, row.label_km)).collect())
}
