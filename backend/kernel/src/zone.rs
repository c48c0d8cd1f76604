//! Days and hours as people somewhere write them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{Error, Result};

/// A time zone of the IANA database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(chrono_tz::Tz);

impl Zone {
    /// The zone of a name, such as `Asia/Phnom_Penh`.
    pub fn named(name: &str) -> Result<Self> {
        name.parse().map(Self).map_err(|_| Error::internal(format!("no time zone: {name}")))
    }

    /// The day an instant falls on.
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// Day and hour of an instant, as `2026-06-30 18:00`.
    pub fn clock(self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.0).format("%Y-%m-%d %H:%M").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evening_in_utc_is_the_next_day_in_phnom_penh() {
        let zone = Zone::named("Asia/Phnom_Penh").unwrap();
        let at = "2026-06-30T20:30:00Z".parse().unwrap();
        assert_eq!(zone.clock(at), "2026-07-01 03:30");
        assert_eq!(zone.day(at).to_string(), "2026-07-01");
        assert!(Zone::named("Asia/Atlantis").is_err());
    }
}
