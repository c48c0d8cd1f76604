//! Sala for the outside: GraphQL over HTTP and websockets, and the few plain routes beside it.
//!
//! `graph` holds the schema, a folder per feature; `live` the subscriptions;
//! `http` the transport. Invariant: no SQL and no rule lives here. A resolver
//! checks limits, parses ids, makes ONE service call and shapes the answer.

pub mod feed;
pub mod graph;
pub mod http;
pub mod live;
mod press;
mod state;
mod written;

pub use state::{Asset, Services, Web};
