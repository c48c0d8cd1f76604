//! Amounts in riel and US dollars, never added without a dated rate.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The two currencies people here budget in (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// Cambodian riel, written without decimals.
    KHR,
    /// United States dollar, two decimals.
    USD,
}

/// Why two amounts cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Different currencies need a dated rate first.
    #[error("amounts in different currencies are not added")]
    DifferentCurrencies,
    /// More than can be counted.
    #[error("the sum is too large")]
    TooLarge,
}

/// An exact amount in hundredths of the currency's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Hundredths: cents for USD; for KHR always a multiple of 100.
    pub hundredths: i64,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// Hundredths out of decimal figures such as `12000000` or `3,000.05`; nothing for what is no amount.
    pub fn read(text: &str) -> Option<i64> {
        let text: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let figures = |text: &str, most| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !figures(whole, 13) || !figures(part, 2) {
            return None;
        }
        let part = format!("{part:0<2}");
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)
    }

    /// In plain decimal figures, as [`Money::read`] takes them.
    pub fn figures(self) -> String {
        let (whole, part) = (self.hundredths / 100, self.hundredths % 100);
        if part == 0 { whole.to_string() } else { format!("{whole}.{:02}", part.abs()) }
    }

    /// Adds two amounts of one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::DifferentCurrencies);
        }
        let hundredths = self.hundredths.checked_add(other.hundredths).ok_or(MoneyError::TooLarge)?;
        Ok(Self { hundredths, ..self })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let whole = (self.hundredths / 100).unsigned_abs();
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(c);
        }
        match self.currency {
            Currency::KHR => write!(f, "{sign}{grouped} KHR"),
            Currency::USD => write!(f, "{sign}{grouped}.{:02} USD", (self.hundredths % 100).abs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn riel_has_no_decimals_and_dollars_have_two() {
        let khr = Money { hundredths: 1_200_000_000, currency: Currency::KHR };
        let usd = Money { hundredths: -300_005, currency: Currency::USD };
        assert_eq!(khr.to_string(), "12,000,000 KHR");
        assert_eq!(usd.to_string(), "-3,000.05 USD");
    }

    #[test]
    fn figures_are_read_back_as_written() {
        for (text, hundredths) in [("12,000,000", 1_200_000_000), ("3000.05", 300_005), ("0.5", 50), ("7", 700)] {
            assert_eq!(Money::read(text), Some(hundredths), "{text}");
            let money = Money { hundredths, currency: Currency::USD };
            assert_eq!(Money::read(&money.figures()), Some(hundredths), "{text}");
        }
        for wrong in ["", "-1", "1.234", "1e3", "១២", ".5", "12345678901234"] {
            assert_eq!(Money::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn currencies_are_never_mixed() {
        let one = Money { hundredths: 1, currency: Currency::USD };
        assert_eq!(one.plus(Money { hundredths: 1, currency: Currency::KHR }), Err(MoneyError::DifferentCurrencies));
        assert_eq!(one.plus(one).map(|m| m.hundredths), Ok(2));
        assert_eq!(one.plus(Money { hundredths: i64::MAX, ..one }), Err(MoneyError::TooLarge));
    }
}
