//! Public holidays: days of a network that are no working days.

use chrono::{Datelike as _, NaiveDate, Weekday};
use sala_kernel::{Draft, Env, Error, LText, Message, NetworkId, Page, PageRequest, Pool, Result, append};
use sqlx::PgExecutor;

use super::store;
use crate::{
    access::{Actor, Authorized, acts::EditNetwork, authorize},
    text::Check,
};

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// In which network.
    pub network: NetworkId,
    /// When.
    pub day: NaiveDate,
    /// What it is called.
    pub name: LText,
}

/// The day that is so many working days after another: Saturdays, Sundays and holidays do not count.
pub fn working_days_after(from: NaiveDate, days: u32, holidays: &[NaiveDate]) -> NaiveDate {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        let Some(next) = day.succ_opt() else { return day };
        day = next;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(&day) {
            left -= 1;
        }
    }
    day
}

/// A page of a network's holidays from a day on; the caller has made sure that the network may be known.
pub async fn list(
    db: impl PgExecutor<'_>,
    network: NetworkId,
    from: Option<NaiveDate>,
    page: &PageRequest,
) -> Result<Page<Holiday>> {
    let rows = sqlx::query!(
        r#"SELECT day, name_en, name_km,
                  (SELECT count(*) FROM network_holidays WHERE network_id = $1 AND ($2::date IS NULL OR day >= $2)) AS "total!"
           FROM network_holidays
           WHERE network_id = $1 AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day > $3)
           ORDER BY day LIMIT $4"#,
        network.0,
        from,
        page.after(0).and_then(|day| day.parse::<NaiveDate>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Holiday> = rows
        .into_iter()
        .map(|row| Holiday { network, day: row.day, name: LText::new(row.name_en, row.name_km) })
        .collect();
    Ok(page.close(found, total, |h: &Holiday| vec![h.day.to_string()]))
}

/// The holidays of a network in the year after a day.
pub async fn year_from(db: impl PgExecutor<'_>, network: NetworkId, from: NaiveDate) -> Result<Vec<NaiveDate>> {
    let days = sqlx::query_scalar!(
        "SELECT day FROM network_holidays WHERE network_id = $1 AND day BETWEEN $2 AND $2::date + 366 ORDER BY day",
        network.0,
        from,
    )
    .fetch_all(db)
    .await?;
    Ok(days)
}

/// Names a day as a holiday, or names it anew.
pub async fn set(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    day: NaiveDate,
    name: LText,
) -> Result<Holiday> {
    let mut check = Check::new();
    let name = LText::new(check.line("name.en", &name.en, 200), check.line("name.km", &name.km, 200));
    if name.is_empty() {
        check.fail("name", Message::NameRequired);
    }
    let years = (day - env.now().date_naive()).num_days().abs() / 366;
    if years > 10 {
        check.fail("day", Message::OutOfRange);
    }
    check.finish()?;
    let mut tx = pool.begin().await?;
    let held = store::lookup(&mut *tx, network).await?.ok_or(Error::NotFound)?;
    let facts = held.facts();
    let proof: Authorized<_, EditNetwork> = authorize(actor, held, &facts)?;
    sqlx::query!(
        "INSERT INTO network_holidays (network_id, day, name_en, name_km) VALUES ($1, $2, $3, $4)
         ON CONFLICT (network_id, day) DO UPDATE SET name_en = excluded.name_en, name_km = excluded.name_km",
        network.0,
        day,
        name.en,
        name.km,
    )
    .execute(&mut *tx)
    .await?;
    let payload = serde_json::json!({ "day": day });
    append(
        &mut tx,
        env,
        Draft { network: Some(network), payload, ..proof.deed().event("network.holiday_set", network) },
    )
    .await?;
    tx.commit().await?;
    Ok(Holiday { network, day, name })
}

/// Makes a holiday an ordinary day again; gives it as it was.
pub async fn remove(pool: &Pool, env: &Env, actor: &Actor, network: NetworkId, day: NaiveDate) -> Result<Holiday> {
    let mut tx = pool.begin().await?;
    let held = store::lookup(&mut *tx, network).await?.ok_or(Error::NotFound)?;
    let facts = held.facts();
    let proof: Authorized<_, EditNetwork> = authorize(actor, held, &facts)?;
    let gone = sqlx::query!(
        "DELETE FROM network_holidays WHERE network_id = $1 AND day = $2 RETURNING name_en, name_km",
        network.0,
        day
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Error::Conflict)?;
    let payload = serde_json::json!({ "day": day });
    let event = proof.deed().event("network.holiday_removed", network);
    append(&mut tx, env, Draft { network: Some(network), payload, ..event }).await?;
    tx.commit().await?;
    Ok(Holiday { network, day, name: LText::new(gone.name_en, gone.name_km) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_working_days_from_a_wednesday_end_on_the_next_and_a_holiday_later() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 7, d).unwrap();
        assert_eq!(working_days_after(day(1), 5, &[]), day(8));
        assert_eq!(working_days_after(day(3), 1, &[]), day(6));
        assert_eq!(working_days_after(day(4), 0, &[]), day(4));
        assert_eq!(working_days_after(day(1), 5, &[day(6)]), day(9));
        // A holiday on a Sunday takes nothing away.
        assert_eq!(working_days_after(day(1), 5, &[day(5)]), day(8));
    }
}
