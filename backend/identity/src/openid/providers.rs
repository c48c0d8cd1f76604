//! The providers an operator has configured, and what they say of themselves.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use openidconnect::{IssuerUrl, core::CoreProviderMetadata};
use sala_kernel::{Env, Error, LText, Message, Result};

use crate::outgoing::{Outgoing, OutgoingError};

/// How long a provider's own description is believed before it is read again.
const BELIEVED: Duration = Duration::hours(1);

/// One provider as configured.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The word for it in addresses: small letters, digits, hyphens.
    pub id: String,
    /// What people see on its button.
    pub name: LText,
    /// Its issuer identifier, to the letter.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: String,
    /// Mail domains for whose addresses it may speak.
    pub domains: Vec<String>,
}

/// What everybody may know of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The word for it.
    pub id: String,
    /// Its name.
    pub name: LText,
    /// Its issuer identifier.
    pub issuer: String,
}

impl From<&Setting> for Provider {
    fn from(setting: &Setting) -> Self {
        Self { id: setting.id.clone(), name: setting.name.clone(), issuer: setting.issuer.clone() }
    }
}

type Believed = HashMap<String, (DateTime<Utc>, CoreProviderMetadata)>;

/// All providers of a hub.
#[derive(Debug, Clone)]
pub struct Providers {
    settings: Arc<[Setting]>,
    pub(super) outgoing: Outgoing,
    believed: Arc<Mutex<Believed>>,
}

impl Providers {
    /// Takes the configured ones; none is contacted yet.
    pub fn new(settings: Vec<Setting>) -> Result<Self> {
        let host = |s: &Setting| Some(s.issuer.parse::<http::Uri>().ok()?.host()?.to_owned());
        let outgoing = Outgoing::new(settings.iter().filter_map(host).collect()).map_err(Error::internal)?;
        Ok(Self { settings: settings.into(), outgoing, believed: Arc::default() })
    }

    /// What the sign-in page offers, in the order of configuration.
    pub fn list(&self) -> Vec<Provider> {
        self.settings.iter().map(Provider::from).collect()
    }

    /// The provider of an issuer, if it is still configured.
    pub fn of_issuer(&self, issuer: &str) -> Option<Provider> {
        self.settings.iter().find(|s| s.issuer == issuer).map(Provider::from)
    }

    pub(super) fn setting(&self, id: &str) -> Result<&Setting> {
        self.settings.iter().find(|s| s.id == id).ok_or_else(|| Error::invalid("provider", Message::ProviderUnknown))
    }

    /// What a provider says of itself: remembered, or asked now. `anew` asks in any case, for keys that have changed.
    pub(super) async fn metadata(&self, env: &Env, setting: &Setting, anew: bool) -> Result<CoreProviderMetadata> {
        let lock = || self.believed.lock().unwrap_or_else(PoisonError::into_inner);
        let now = env.now();
        let kept = lock().get(&setting.id).filter(|(at, _)| now - *at < BELIEVED).map(|(_, said)| said.clone());
        if let Some(said) = kept.filter(|_| !anew) {
            return Ok(said);
        }
        let issuer = IssuerUrl::new(setting.issuer.clone()).map_err(Error::internal)?;
        let said = CoreProviderMetadata::discover_async(issuer, &self.outgoing)
            .await
            .map_err(|error| down(&setting.id, &error))?;
        lock().insert(setting.id.clone(), (now, said.clone()));
        Ok(said)
    }
}

/// A provider that does not do its part: told to the person in words, and once to the log.
pub(super) fn down(provider: &str, error: &dyn std::fmt::Display) -> Error {
    tracing::warn!(provider, %error, "a sign-in provider does not do its part");
    Error::invalid("provider", Message::ProviderDown)
}

impl From<OutgoingError> for Error {
    fn from(error: OutgoingError) -> Self {
        Self::internal(error)
    }
}
