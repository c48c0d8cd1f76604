//! How people prove who they are, and what that makes them.
//!
//! Passwords (argon2id), invitations and resets by one-time link, sessions,
//! personal access tokens, OpenID Connect. Every way ends in the same place: a
//! stored session or token that [`actor`] turns into an `Actor` with the grants
//! of that moment. Invariant: no secret is stored, only its hash; no answer
//! tells whether an address has an account.

pub mod access_tokens;
pub mod accounts;
pub mod actor;
mod applying;
pub mod calendar_feeds;
mod claiming;
pub mod links;
pub mod openid;
pub mod outgoing;
pub mod passwords;
pub mod sessions;
pub mod throttle;

pub use passwords::Hasher;

/// What identity needs to know about the hub it works for.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address under which people reach the hub, without a slash at the end; links in mails start with it.
    pub public_url: String,
    /// How long a session lives without being used.
    pub session_idle: chrono::Duration,
    /// How long a session lives at the most.
    pub session_limit: chrono::Duration,
    /// How fast guesses may come.
    pub throttle: throttle::Limits,
}

impl Settings {
    /// The usual limits, for a hub at `public_url`.
    pub fn at(public_url: impl Into<String>) -> Self {
        Self {
            public_url: public_url.into(),
            session_idle: chrono::Duration::days(14),
            session_limit: chrono::Duration::days(90),
            throttle: throttle::Limits::default(),
        }
    }
}
