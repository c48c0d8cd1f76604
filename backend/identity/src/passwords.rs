//! Passwords: argon2id, off the async threads, a few at a time.

use std::sync::Arc;

use argon2::{Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version, password_hash::phc::PasswordHash};
use sala_kernel::{Entropy, Error, Message, Result};
use tokio::sync::Semaphore;

/// Fewest characters of a password (NIST SP 800-63B asks for 8; people here share offices).
const SHORTEST: usize = 10;
/// More would only serve to keep the server busy.
const LONGEST: usize = 200;
/// Tried first by everybody who guesses; matched without digits and marks at the end.
const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "qwertyuiop",
    "iloveyou",
    "administrator",
    "welcome",
    "letmein",
    "cambodia",
    "phnompenh",
    "angkorwat",
    "sala",
    "salahub",
    "1234567890",
    "0123456789",
    "0987654321",
    "abcdefghij",
    "aaaaaaaaaa",
];

/// Hashes and verifies, never more than a few at once: each takes 19 MB and tens of milliseconds.
#[derive(Clone)]
pub struct Hasher {
    argon: Argon2<'static>,
    room: Arc<Semaphore>,
    decoy: Arc<str>,
}

impl std::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hasher")
    }
}

impl Hasher {
    /// With the work factor of OWASP's password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane.
    pub fn new(entropy: &Entropy) -> Result<Self> {
        let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| Error::internal(e.to_string()))?;
        Self::with(params, entropy)
    }

    /// As cheap as it gets, for tests only.
    pub fn cheap(entropy: &Entropy) -> Result<Self> {
        let params = Params::new(Params::MIN_M_COST, 1, 1, None).map_err(|e| Error::internal(e.to_string()))?;
        Self::with(params, entropy)
    }

    fn with(params: Params, entropy: &Entropy) -> Result<Self> {
        let argon = Argon2::new(argon2::Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash_with(&argon, &entropy.bytes(), "nobody has this password")?;
        Ok(Self { argon, room: Arc::new(Semaphore::new(2)), decoy: decoy.into() })
    }

    /// Checks a new password against what is asked of one.
    pub fn check(field: &str, password: &str) -> Result<()> {
        let length = password.chars().count();
        if length < SHORTEST {
            return Err(Error::invalid(field, Message::PasswordShort));
        }
        if length > LONGEST {
            return Err(Error::invalid(field, Message::TooLong));
        }
        let lower = password.to_lowercase();
        let core = lower.trim_end_matches(|c: char| !c.is_alphabetic());
        let core = if core.is_empty() { lower.as_str() } else { core };
        let same = lower.chars().all(|c| lower.starts_with(c));
        if same || COMMON.contains(&core) || COMMON.contains(&lower.as_str()) {
            return Err(Error::invalid(field, Message::PasswordCommon));
        }
        Ok(())
    }

    /// The PHC string to store.
    pub async fn hash(&self, entropy: &Entropy, password: &str) -> Result<String> {
        let _room = self.room.acquire().await.map_err(Error::internal)?;
        let (argon, salt, password) = (self.argon.clone(), entropy.bytes::<16>(), password.to_owned());
        tokio::task::spawn_blocking(move || hash_with(&argon, &salt, &password)).await.map_err(Error::internal)?
    }

    /// Whether a password is right. Without a stored hash the same work is done, and the answer is no.
    pub async fn verify(&self, stored: Option<&str>, password: &str) -> Result<bool> {
        if password.chars().count() > LONGEST {
            return Ok(false);
        }
        let _room = self.room.acquire().await.map_err(Error::internal)?;
        let known = stored.is_some();
        let hash = stored.map_or_else(|| self.decoy.to_string(), str::to_owned);
        let (argon, password) = (self.argon.clone(), password.to_owned());
        let right = tokio::task::spawn_blocking(move || {
            PasswordHash::new(&hash).is_ok_and(|parsed| argon.verify_password(password.as_bytes(), &parsed).is_ok())
        })
        .await
        .map_err(Error::internal)?;
        Ok(right && known)
    }
}

fn hash_with(argon: &Argon2<'_>, salt: &[u8; 16], password: &str) -> Result<String> {
    let hash: PasswordHash =
        argon.hash_password_with_salt(password.as_bytes(), salt).map_err(|e| Error::internal(e.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_guessable_passwords_are_refused() {
        for (password, why) in [
            ("short", Message::PasswordShort),
            ("Password2026!", Message::PasswordCommon),
            ("cambodia12345", Message::PasswordCommon),
            ("1234567890", Message::PasswordCommon),
            ("zzzzzzzzzzzz", Message::PasswordCommon),
        ] {
            match Hasher::check("password", password) {
                Err(Error::Invalid(found)) => assert_eq!(found[0].message, why, "{password}"),
                other => panic!("{password}: {other:?}"),
            }
        }
        assert!(Hasher::check("password", "ទន្លេមេគង្គហូរ").is_ok());
        assert!(Hasher::check("password", "three green rivers").is_ok());
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_account_verifies() {
        let entropy = Entropy::System;
        let hasher = Hasher::cheap(&entropy).unwrap();
        let stored = hasher.hash(&entropy, "three green rivers").await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(hasher.verify(Some(&stored), "three green rivers").await.unwrap());
        assert!(!hasher.verify(Some(&stored), "three green river").await.unwrap());
        assert!(!hasher.verify(None, "nobody has this password").await.unwrap());
    }
}
