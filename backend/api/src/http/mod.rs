//! The transport: GraphQL over HTTP, the websocket upgrade, the web app's files, health.

mod assets;
mod caller;
mod dialogues;
mod evidence;
mod files;
mod graphql;
pub mod limits;
mod maps;
mod openid;
mod papers;
mod persisted;
mod public;
mod reports;
mod router;
mod scoreboard;
mod upgrade;

pub use caller::Trust;
pub use persisted::Persisted;
pub use router::{Public, router};
