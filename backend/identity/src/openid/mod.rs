//! Signing in at a provider of OpenID Connect (OpenID Connect Core 1.0).
//!
//! Authorisation code with PKCE S256, state bound to the browser by a cookie,
//! nonce, `iss` checked in the answer (RFC 9207) and in the token. Invariant: an
//! account is known by the pair (iss, sub) alone. An address counts only once,
//! to link: when the provider says it is verified and the operator says the
//! provider may speak for that domain.

mod flow;
mod linked;
mod providers;

pub use flow::{Answer, Begun, Ended, Purpose, begin, finish, tidy};
pub use linked::{Linked, linked, unlink};
pub use providers::{Provider, Providers, Setting};
