//! What every request can reach.

use std::sync::Arc;

use sala_domain::hub::Hub;
use sala_identity::{Hasher, Settings, accounts::Accounts, openid::Providers};
use sala_kernel::{Env, Error, Pool, Result};

use crate::{feed::Feed, live::Cursors};

/// The services of one node.
#[derive(Debug, Clone)]
pub struct Services {
    /// The database.
    pub pool: Pool,
    /// Time and randomness.
    pub env: Env,
    /// Passwords.
    pub hasher: Hasher,
    /// Limits and addresses.
    pub settings: Arc<Settings>,
    /// Sign-in providers.
    pub openid: Providers,
    /// The hub, as it was at the start of this node.
    pub hub: Hub,
    /// What happens, as it happens.
    pub feed: Feed,
    /// Cursors as clients keep them.
    pub cursors: Arc<Cursors>,
    /// Where the bytes of files lie.
    pub files: sala_files::Files,
    /// Who looks at files.
    pub reader: sala_documents::apart::Reader,
    /// Search over the library.
    pub search: sala_search::Search,
    /// Reads and begins the texts of papers, and those of minutes.
    pub texts: Arc<dyn sala_domain::papers::Texts>,
    /// What papers are set in as PDF; nothing in a hub that was built without its fonts.
    pub fonts: Option<sala_documents::write::Fonts>,
    /// The open texts of papers and minutes.
    pub rooms: sala_collab::Rooms,
    /// How many pictures and pages may be drawn at once: each takes a core for as long as it lasts.
    pub drawing: Arc<tokio::sync::Semaphore>,
    /// `GraphiQL` and introspection for everybody; for development only.
    pub development: bool,
}

impl Services {
    /// Accounts, with what they work with.
    pub fn accounts(&self) -> Accounts<'_> {
        Accounts { pool: &self.pool, env: &self.env, hasher: &self.hasher, settings: &self.settings }
    }

    /// What reads and writes the points of minutes.
    pub fn points(&self) -> &dyn sala_domain::writing::Points {
        &*self.texts
    }

    /// Draws or sets something in its turn, beside what answers requests.
    pub async fn draw<Drawn: Send + 'static>(&self, work: impl FnOnce() -> Drawn + Send + 'static) -> Result<Drawn> {
        let turn = Arc::clone(&self.drawing).acquire_owned().await.map_err(Error::internal)?;
        let work = move || {
            // Held as long as it is drawn, also when nobody waits for it any more.
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)
    }
}

/// A file of the web app, as the binary carries it.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its bytes as they are.
    pub plain: std::borrow::Cow<'static, [u8]>,
    /// Its bytes in Brotli, where that is smaller.
    pub brotli: Option<std::borrow::Cow<'static, [u8]>>,
    /// Its media type.
    pub media: &'static str,
}

/// Looks up a file of the web app by its path without the leading slash.
pub type Web = Arc<dyn Fn(&str) -> Option<Asset> + Send + Sync>;
