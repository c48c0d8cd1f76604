//! What a resolver finds in its context.

use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{
    Context, Data,
    dataloader::{DataLoader, HashMapCache},
};
use sala_domain::access::Actor;
use sala_identity::accounts::Origin;
use sala_kernel::Secret;

use super::{loaders::Loaders, prefetch::Ahead};
use crate::Services;

/// Who asks, from where.
#[derive(Debug, Clone)]
pub struct Request {
    /// Who.
    pub actor: Actor,
    /// From where.
    pub origin: Origin,
}

/// What an answer does to the browser's session cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CookieChange {
    /// A new session secret.
    Set(String),
    /// The session is over.
    Clear,
    /// The browser leaves for a sign-in provider with this state.
    Leave(String),
    /// The browser is back from there.
    Back,
}

/// The changes to the browser's cookies that a request has decided on.
#[derive(Debug, Clone, Default)]
pub struct Cookies(Arc<Mutex<Vec<CookieChange>>>);

impl Cookies {
    /// Hands the browser a new session secret.
    pub fn set(&self, secret: &Secret) {
        self.add(CookieChange::Set(secret.expose().to_owned()));
    }

    /// Takes the session from the browser.
    pub fn clear(&self) {
        self.add(CookieChange::Clear);
    }

    /// Sends the browser to a sign-in provider.
    pub fn leave(&self, state: &Secret) {
        self.add(CookieChange::Leave(state.expose().to_owned()));
    }

    fn add(&self, change: CookieChange) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(change);
    }

    /// What was decided.
    pub fn take(&self) -> Vec<CookieChange> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The data of one request. Loaders are made anew each time: what one actor may see is never another's. Only a `query`
/// keeps what it has loaded: a mutation must see what it has changed, and a subscription lives on.
pub fn data_for(services: &Services, request: Request, query: bool) -> Data {
    let mut data = Data::default();
    let loaders = Loaders::new(services.pool.clone(), request.actor.clone());
    let loaders = DataLoader::with_cache(loaders, tokio::spawn, HashMapCache::default()).max_batch_size(200);
    loaders.enable_all_cache(query);
    data.insert(loaders);
    data.insert(if query { Ahead::on() } else { Ahead::default() });
    data.insert(services.clone());
    data.insert(request);
    data
}

/// Shortcuts for resolvers.
pub trait Ctx {
    /// The services.
    fn services(&self) -> &Services;
    /// Who asks.
    fn actor(&self) -> &Actor;
    /// Who asks, from where.
    fn request(&self) -> &Request;
    /// The loaders of this request.
    fn loaders(&self) -> &DataLoader<Loaders, HashMapCache>;
}

impl Ctx for Context<'_> {
    fn services(&self) -> &Services {
        self.data_unchecked()
    }

    fn actor(&self) -> &Actor {
        &self.request().actor
    }

    fn request(&self) -> &Request {
        self.data_unchecked()
    }

    fn loaders(&self) -> &DataLoader<Loaders, HashMapCache> {
        self.data_unchecked()
    }
}
