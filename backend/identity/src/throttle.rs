//! Slowing guesses down without locking anybody out.
//!
//! Three token buckets: the place a guess comes from, the account from that
//! place when the person has signed in there before, and the account from
//! everywhere else. Whoever hammers an account from afar empties only the last
//! one; its owner at a known place goes on, and anywhere else the mailed link
//! does. Buckets exist for any address, so they tell nothing about accounts.

use chrono::Duration;
use sala_kernel::{Env, Error, Pool, Result};
use sha2::{Digest as _, Sha256};

/// How many tries in a row, and how long until the next is granted.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Tries in a row.
    pub burst: u32,
    /// Time until one more is granted.
    pub every: Duration,
}

/// The limits of every kind of guess.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From one place (a /24 or /64), whatever the account.
    pub place: Limit,
    /// At one account.
    pub account: Limit,
    /// Mails asked for, for one address.
    pub mail: Limit,
    /// Uses of one mailed or printed link.
    pub link: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            place: Limit { burst: 60, every: Duration::seconds(10) },
            account: Limit { burst: 10, every: Duration::seconds(60) },
            mail: Limit { burst: 3, every: Duration::minutes(10) },
            link: Limit { burst: 60, every: Duration::seconds(5) },
        }
    }
}

/// The part of an address that is one household or office: /24 of IPv4, /64 of IPv6.
pub fn place(address: Option<std::net::IpAddr>) -> String {
    match address.map(|a| a.to_canonical()) {
        Some(std::net::IpAddr::V4(v4)) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}")
        }
        Some(std::net::IpAddr::V6(v6)) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        None => "unknown".into(),
    }
}

/// A key that says nothing about what it was made of.
pub fn key(parts: &[&str]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().to_vec()
}

/// Takes one try from a bucket, or says how many seconds to wait.
pub async fn take(pool: &Pool, env: &Env, scope: &str, key: &[u8], limit: Limit) -> Result<()> {
    let refill = 1000.0 / f64::from(u32::try_from(limit.every.num_milliseconds().max(1)).unwrap_or(u32::MAX));
    let row = sqlx::query!(
        r#"INSERT INTO guesses AS g (scope, key, tokens, at) VALUES ($1, $2, $3::double precision - 1, $4)
           ON CONFLICT (scope, key) DO UPDATE
             SET (tokens, granted, at) = (
               SELECT CASE WHEN f.level >= 1 THEN f.level - 1 ELSE f.level END, f.level >= 1, $4
               FROM (SELECT least($3, g.tokens + $5::double precision * extract(epoch FROM ($4 - g.at))::double precision)) AS f(level)
             )
           RETURNING tokens, granted"#,
        scope,
        key,
        f64::from(limit.burst),
        env.now(),
        refill,
    )
    .fetch_one(pool)
    .await?;
    if !row.granted {
        let seconds = ((1.0 - row.tokens) / refill).ceil().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
        return Err(Error::Throttled(seconds as u64));
    }
    Ok(())
}

/// Gives back a try that was no guess.
pub async fn give_back(pool: &Pool, scope: &str, key: &[u8], limit: Limit) -> Result<()> {
    sqlx::query!(
        "UPDATE guesses SET tokens = least($3, tokens + 1) WHERE scope = $1 AND key = $2",
        scope,
        key,
        f64::from(limit.burst),
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Forgets a bucket: of something that turned out not to be there.
pub async fn forget(pool: &Pool, scope: &str, key: &[u8]) -> Result<()> {
    sqlx::query!("DELETE FROM guesses WHERE scope = $1 AND key = $2", scope, key).execute(pool).await?;
    Ok(())
}

/// Forgets buckets that have long been full again and places not seen for a year.
pub async fn tidy(pool: &Pool, env: &Env) -> Result<()> {
    sqlx::query!("DELETE FROM guesses WHERE at < $1", env.now() - Duration::days(2)).execute(pool).await?;
    sqlx::query!("DELETE FROM known_places WHERE seen_at < $1", env.now() - Duration::days(365)).execute(pool).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_household_not_a_machine() {
        let of = |text: &str| place(Some(text.parse().unwrap()));
        assert_eq!(of("203.0.113.7"), of("203.0.113.250"));
        assert_ne!(of("203.0.113.7"), of("203.0.114.7"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.9"));
    }
}
