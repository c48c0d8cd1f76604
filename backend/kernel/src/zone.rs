//! Days and hours as people somewhere write them.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use crate::{Error, Language, Result, khmer};

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

    /// The day an instant falls on, as a letter spells it: `Friday 18 September 2026`.
    pub fn day_in_words(self, at: DateTime<Utc>, language: Language) -> String {
        let day = self.day(at);
        match language {
            Language::En => day.format("%A %-d %B %Y").to_string(),
            Language::Km => {
                let word = |words: &[&'static str], at: u32| words.get(at as usize).copied().unwrap_or_default();
                let (weekday, month) =
                    (word(&WEEKDAYS, day.weekday().num_days_from_monday()), word(&MONTHS, day.month0()));
                khmer::digits(&format!("ថ្ងៃ{weekday} ទី{} ខែ{month} ឆ្នាំ{}", day.day(), day.year()))
            }
        }
    }

    /// The hour of an instant: `08:00`.
    pub fn hour(self, at: DateTime<Utc>, language: Language) -> String {
        let hour = at.with_timezone(&self.0).format("%H:%M").to_string();
        if language == Language::Km { khmer::digits(&hour) } else { hour }
    }
}

/// The days of a week, Monday first.
const WEEKDAYS: [&str; 7] = ["ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ"];

/// The months of a year.
const MONTHS: [&str; 12] = ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

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

    #[test]
    fn a_letter_spells_the_day_in_its_language() {
        let zone = Zone::named("Asia/Phnom_Penh").unwrap();
        let at = "2026-09-18T01:00:00Z".parse().unwrap();
        assert_eq!(zone.day_in_words(at, Language::En), "Friday 18 September 2026");
        assert_eq!(zone.day_in_words(at, Language::Km), "ថ្ងៃសុក្រ ទី១៨ ខែកញ្ញា ឆ្នាំ២០២៦");
        assert_eq!(zone.hour(at, Language::Km), "០៨:០០");
    }
}
