//! Places in the database.

use sala_kernel::{LText, PageRequest, PlaceCode, Pool, Result};
use sqlx::PgExecutor;

use super::{Place, PlaceKind};

struct Row {
    code: String,
    parent_code: Option<String>,
    kind: PlaceKind,
    name_en: String,
    name_km: String,
}

impl From<Row> for Place {
    fn from(row: Row) -> Self {
        Self {
            code: PlaceCode(row.code),
            parent: row.parent_code.map(PlaceCode),
            kind: row.kind,
            name: LText::new(row.name_en, row.name_km),
        }
    }
}

pub(super) async fn upsert(
    pool: &Pool,
    codes: &[String],
    kinds: &[String],
    en: &[String],
    km: &[String],
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO places (code, parent_code, kind, name_en, name_km)
         SELECT code, CASE WHEN length(code) > 2 THEN left(code, length(code) - 2) END, kind::place_kind, en, km
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t(code, kind, en, km)
         ON CONFLICT (code) DO UPDATE SET name_en = excluded.name_en, name_km = excluded.name_km, kind = excluded.kind
         WHERE (places.name_en, places.name_km, places.kind) IS DISTINCT FROM (excluded.name_en, excluded.name_km, excluded.kind)",
        codes,
        kinds,
        en,
        km,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Places by code, in no order.
pub async fn lookup_many(db: impl PgExecutor<'_>, codes: &[String]) -> Result<Vec<Place>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT code, parent_code, kind AS "kind: PlaceKind", name_en, name_km FROM places WHERE code = ANY($1)"#,
        codes,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Place::from).collect())
}

/// Whether all these codes are in the gazetteer.
pub async fn all_known(db: impl PgExecutor<'_>, codes: &[String]) -> Result<bool> {
    let known =
        sqlx::query_scalar!(r#"SELECT count(*) AS "n!" FROM places WHERE code = ANY($1)"#, codes).fetch_one(db).await?;
    let mut wanted: Vec<_> = codes.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    Ok(usize::try_from(known) == Ok(wanted.len()))
}

/// The places inside another (or the provinces), by code; or those whose name contains `search`, in either script.
pub async fn list(
    db: impl PgExecutor<'_>,
    parent: Option<&PlaceCode>,
    pattern: Option<&str>,
    page: &PageRequest,
) -> Result<Vec<(i64, Place)>> {
    let rows = sqlx::query!(
        r#"SELECT count(*) OVER () AS "total!", code, parent_code, kind AS "kind: PlaceKind", name_en, name_km
           FROM places
           WHERE (($2::text IS NOT NULL AND (lower(name_en) LIKE $2 OR name_km LIKE $2))
                  OR ($2 IS NULL AND parent_code IS NOT DISTINCT FROM $1))
             AND ($3::text IS NULL OR code > $3)
           ORDER BY code LIMIT $4"#,
        parent.map(|p| p.0.as_str()),
        pattern,
        page.after(0),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let place = Row {
                code: row.code,
                parent_code: row.parent_code,
                kind: row.kind,
                name_en: row.name_en,
                name_km: row.name_km,
            };
            (row.total, place.into())
        })
        .collect())
}
