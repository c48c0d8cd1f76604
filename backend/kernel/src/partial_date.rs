//! Dates that know how exact they are: a year, a month, or a day.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};

/// A date of limited precision, as EDTF level 0 writes it: `2026`, `2026-07`, `2026-07-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// Year and month (1–12).
    Month(i32, u32),
    /// The day.
    Day(NaiveDate),
}

/// The text is no such date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2026, 2026-07 or 2026-07-01")]
pub struct PartialDateError;

impl PartialDate {
    /// The first day it may mean; what lists sort by.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Year(y) => NaiveDate::from_ymd_opt(y, 1, 1),
            Self::Month(y, m) => NaiveDate::from_ymd_opt(y, m, 1),
            Self::Day(d) => Some(d),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(d) => write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
        }
    }
}

impl FromStr for PartialDate {
    type Err = PartialDateError;
    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = |p: &str| digits(p, 4).and_then(|y: u32| i32::try_from(y).ok());
        let found = match parts.as_slice() {
            [y] => year(y).map(Self::Year),
            [y, m] => year(y).zip(digits(m, 2)).filter(|(_, m)| (1..=12).contains(m)).map(|(y, m)| Self::Month(y, m)),
            [y, m, d] => year(y)
                .zip(digits(m, 2))
                .zip(digits(d, 2))
                .and_then(|((y, m), d)| NaiveDate::from_ymd_opt(y, m, d))
                .map(Self::Day),
            _ => None,
        };
        found.ok_or(PartialDateError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_writes_and_refuses_the_rest() {
        for text in ["2026", "2026-07", "2026-02-28"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
        for wrong in ["", "26", "2026-13", "2026-02-30", "2026-7", "2026-07-01-02", "+026"] {
            assert!(wrong.parse::<PartialDate>().is_err(), "{wrong}");
        }
        assert_eq!(
            "2026-07".parse::<PartialDate>().ok().and_then(PartialDate::earliest),
            NaiveDate::from_ymd_opt(2026, 7, 1)
        );
    }
}
