//! Time and randomness, handed in so that tests decide them.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};
use rand::{RngCore, SeedableRng, rngs::StdRng};

/// Where "now" comes from. The only caller of the system clock in Sala.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// The machine's clock and so much more: a demo shown as it will be.
    Ahead(Duration),
    /// Stands still until it is moved.
    Fixed(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// A clock for tests that stands at `start`.
    pub fn fixed(start: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(Mutex::new(start)))
    }

    /// The present instant, to the microsecond: what PostgreSQL keeps.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that reads the system clock")]
            Self::System | Self::Ahead(_) => {
                let now = Utc::now();
                truncate(if let Self::Ahead(by) = self { now + *by } else { now })
            }
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a fixed clock; a system clock cannot be moved and stays.
    pub fn advance(&self, by: Duration) {
        if let Self::Fixed(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at += by;
        }
    }
}

fn truncate(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// Where unguessable bytes come from.
#[derive(Clone, Debug)]
pub enum Entropy {
    /// The operating system's generator.
    System,
    /// Repeatable, for tests only.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Entropy {
    /// A repeatable source for tests.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills an array with random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match self {
            Self::System => rand::rng().fill_bytes(&mut out),
            Self::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut out),
        }
        out
    }
}

/// The outside world as every service sees it.
#[derive(Clone, Debug)]
pub struct Env {
    /// What time it is.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
}

impl Env {
    /// The real clock and the real randomness.
    pub const fn system() -> Self {
        Self { clock: Clock::System, entropy: Entropy::System }
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}
