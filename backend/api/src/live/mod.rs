//! Subscriptions: many sockets, few executions.
//!
//! Sockets that ask the same question with the same rights form a group. The
//! group executes once per event, serialises once, and hands the same bytes to
//! all. Rights are those of the group's key: whoever's rights change is
//! disconnected and judged afresh. Operations whose answer may depend on who
//! asks, not only on what they hold, are grouped per person.

mod catch_up;
mod cursors;
mod group;
mod protocol;
mod registry;
mod socket;
mod text;

pub use cursors::Cursors;
pub use registry::Live;
pub use socket::serve;
pub use text::serve as serve_text;

/// Close codes of `graphql-transport-ws`, and our own in the range clients retry after.
pub mod close {
    /// Going away: the node shuts down; come back at once.
    pub const GOING_AWAY: u16 = 1001;
    /// A message that cannot be read.
    pub const BAD_REQUEST: u16 = 4400;
    /// Not signed in (any more), or nothing before `connection_init`.
    pub const UNAUTHORIZED: u16 = 4401;
    /// Rights have changed: come back and be judged afresh.
    pub const RIGHTS_CHANGED: u16 = 4403;
    /// Not there, or not for this person.
    pub const NOT_FOUND: u16 = 4404;
    /// Something broke here: come back.
    pub const BROKEN: u16 = 4500;
    /// No `connection_init` in time.
    pub const INIT_TIMEOUT: u16 = 4408;
    /// The same operation id twice.
    pub const SUBSCRIBER_EXISTS: u16 = 4409;
    /// `connection_init` twice.
    pub const TOO_MANY_INITS: u16 = 4429;
    /// Read too slowly: come back and resume from the last cursor.
    pub const TOO_SLOW: u16 = 4503;
}
