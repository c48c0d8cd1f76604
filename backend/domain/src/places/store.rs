//! Places in the database.

use chrono::NaiveDate;
use sala_kernel::{Env, LText, PageRequest, PlaceCode, Pool, Result, Tx};
use sqlx::PgExecutor;

use super::{Place, PlaceKind, import::Unit};

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
         WHERE places.imported_at IS NULL AND (places.name_en, places.name_km, places.kind) IS DISTINCT FROM (excluded.name_en, excluded.name_km, excluded.kind)",
        codes,
        kinds,
        en,
        km,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Those of these codes that no unit has.
pub(super) async fn unknown(tx: &mut Tx<'_>, codes: &[String]) -> Result<Vec<String>> {
    let codes = sqlx::query_scalar!(
        r#"SELECT c.code AS "code!" FROM unnest($1::text[]) AS c(code)
           WHERE NOT EXISTS (SELECT 1 FROM places p WHERE p.code = c.code) ORDER BY 1"#,
        codes,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(codes)
}

/// Writes imported units; how many were new, how many are different now.
pub(super) async fn import(tx: &mut Tx<'_>, env: &Env, units: &[Unit]) -> Result<(usize, usize)> {
    let column = |of: fn(&Unit) -> &str| units.iter().map(|u| of(u).to_owned()).collect::<Vec<String>>();
    let row = sqlx::query!(
        r#"WITH written AS (
             INSERT INTO places (code, parent_code, kind, name_en, name_km, imported_at)
             SELECT code, CASE WHEN length(code) > 2 THEN left(code, length(code) - 2) END, kind::place_kind, en, km, $5
             FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t(code, kind, en, km)
             ORDER BY length(code)
             ON CONFLICT (code) DO UPDATE
               SET name_en = excluded.name_en, name_km = excluded.name_km, kind = excluded.kind, valid_to = NULL, imported_at = $5
               WHERE (places.name_en, places.name_km, places.kind, places.valid_to)
                     IS DISTINCT FROM (excluded.name_en, excluded.name_km, excluded.kind, NULL)
             RETURNING xmax = 0 AS new
           )
           SELECT count(*) FILTER (WHERE new) AS "added!", count(*) FILTER (WHERE NOT new) AS "changed!" FROM written"#,
        &column(|u| &u.code),
        &column(|u| u.kind.as_str()),
        &column(|u| &u.en),
        &column(|u| &u.km),
        env.now(),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok((usize::try_from(row.added).unwrap_or(0), usize::try_from(row.changed).unwrap_or(0)))
}

/// Ends units that are not listed, in the provinces and at the levels that are.
pub(super) async fn end_missing(tx: &mut Tx<'_>, env: &Env, units: &[Unit], day: NaiveDate) -> Result<usize> {
    let codes: Vec<String> = units.iter().map(|u| u.code.clone()).collect();
    let done = sqlx::query!(
        "UPDATE places p SET valid_to = $2, imported_at = $3
         WHERE p.valid_to IS NULL AND NOT p.code = ANY($1)
           AND EXISTS (SELECT 1 FROM unnest($1::text[]) AS c(code)
                       WHERE left(c.code, 2) = left(p.code, 2) AND length(c.code) = length(p.code))",
        &codes,
        day,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(usize::try_from(done.rows_affected()).unwrap_or(0))
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

/// The places there are on a day inside another (or the provinces), by code; or those whose name contains `search`, in either script.
pub async fn list(
    db: impl PgExecutor<'_>,
    parent: Option<&PlaceCode>,
    pattern: Option<&str>,
    page: &PageRequest,
    on: NaiveDate,
) -> Result<Vec<(i64, Place)>> {
    let rows = sqlx::query!(
        r#"SELECT count(*) OVER () AS "total!", code, parent_code, kind AS "kind: PlaceKind", name_en, name_km
           FROM places
           WHERE (($2::text IS NOT NULL AND (lower(name_en) LIKE $2 OR name_km LIKE $2))
                  OR ($2 IS NULL AND parent_code IS NOT DISTINCT FROM $1))
             AND ($3::text IS NULL OR code > $3)
             AND (valid_to IS NULL OR valid_to > $5)
           ORDER BY code LIMIT $4"#,
        parent.map(|p| p.0.as_str()),
        pattern,
        page.after(0),
        page.limit(),
        on,
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

/// All provinces, districts and communes in force, with their names.
pub async fn named(db: impl PgExecutor<'_>) -> Result<Vec<Place>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT code, parent_code, kind AS "kind: PlaceKind", name_en, name_km FROM places
           WHERE length(code) <= 6 AND valid_to IS NULL ORDER BY code"#,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Place::from).collect())
}
