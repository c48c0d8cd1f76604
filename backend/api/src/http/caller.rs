//! Who calls, from where, with what credential.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderValue, Uri, header};
use sala_domain::access::{Acting, Actor};
use sala_identity::{accounts::Origin, actor};
use sala_kernel::{Error, NetworkId, OrganisationId, Result};

use crate::{Services, graph::CookieChange};

/// Name of the session cookie over HTTPS; browsers then refuse it from anywhere but this very host.
const SECURE_COOKIE: &str = "__Host-sala";
/// Name of the session cookie on plain HTTP, which is for this machine only.
const PLAIN_COOKIE: &str = "sala";

/// Name of the cookie that a browser keeps while it is at a sign-in provider.
const SECURE_AWAY: &str = "__Host-sala-away";
/// The same on plain HTTP.
const PLAIN_AWAY: &str = "sala-away";

/// What the hub knows of the way to it.
#[derive(Debug, Clone)]
pub struct Trust {
    /// The address people use, as in links: scheme, host and port.
    pub public_url: String,
    /// Reverse proxies in front that append to `X-Forwarded-For`.
    pub proxies: usize,
}

impl Trust {
    /// People come over HTTPS.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The header that changes a browser's cookie.
    pub fn cookie(&self, change: &CookieChange) -> HeaderValue {
        let secure = if self.secure() { "; Secure" } else { "" };
        let (name, value, age) = match change {
            CookieChange::Set(secret) => (self.session_cookie(), secret.as_str(), 7_776_000),
            CookieChange::Clear => (self.session_cookie(), "", 0),
            CookieChange::Leave(state) => (self.away_cookie(), state.as_str(), 600),
            CookieChange::Back => (self.away_cookie(), "", 0),
        };
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
        HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    fn session_cookie(&self) -> &'static str {
        if self.secure() { SECURE_COOKIE } else { PLAIN_COOKIE }
    }

    fn away_cookie(&self) -> &'static str {
        if self.secure() { SECURE_AWAY } else { PLAIN_AWAY }
    }

    fn session<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        Self::named(headers, self.session_cookie())
    }

    /// The state with which this browser left for a sign-in provider.
    pub(super) fn away<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        Self::named(headers, self.away_cookie())
    }

    fn named<'h>(headers: &'h HeaderMap, wanted: &str) -> Option<&'h str> {
        headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';')).find_map(
            |pair| {
                let (name, value) = pair.trim().split_once('=')?;
                (name == wanted && !value.is_empty()).then_some(value)
            },
        )
    }

    /// Whether a browser sent this from one of our own pages. Programs send no `Origin` and carry no cookie of ours
    /// that they were not given.
    pub fn same_origin(&self, headers: &HeaderMap) -> bool {
        let Some(origin) = headers.get(header::ORIGIN) else {
            return headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
        };
        let Ok(origin) = origin.to_str() else { return false };
        if origin == self.public_url {
            return true;
        }
        // On this machine people reach the hub by several names; the page and the request must still agree.
        let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
        let local = |name: &str| {
            let name = name.rsplit_once(':').map_or(name, |(name, _)| name);
            matches!(name, "localhost" | "127.0.0.1" | "[::1]")
        };
        local(host) && origin.parse::<Uri>().is_ok_and(|o| o.authority().is_some_and(|a| a.as_str() == host))
    }

    /// Where a request comes from.
    pub fn origin(&self, headers: &HeaderMap, peer: SocketAddr) -> Origin {
        Origin { address: Some(self.address(headers, peer)), device: device(headers) }
    }

    fn address(&self, headers: &HeaderMap, peer: SocketAddr) -> IpAddr {
        // The last `proxies` entries were written by proxies we trust; the one before them is the caller.
        let forwarded = headers.get("x-forwarded-for").and_then(|h| h.to_str().ok());
        forwarded
            .filter(|_| self.proxies > 0)
            .and_then(|list| list.rsplit(',').nth(self.proxies - 1)?.trim().parse().ok())
            .unwrap_or(peer.ip())
    }
}

/// Header in which a request states for whom it acts: `network:… organisation:…`, or the network alone for its
/// secretariat. Two tabs of one browser may so act for two organisations, and neither for the wrong one.
const ACTING: &str = "sala-acting";

/// What a request states; an unreadable statement is one nobody can hold.
fn acting(headers: &HeaderMap) -> Option<Acting> {
    let stated = headers.get(ACTING)?.to_str().unwrap_or_default();
    let mut words = stated.split_ascii_whitespace();
    let network = words.next().and_then(|w| w.parse().ok()).unwrap_or(NetworkId(uuid::Uuid::nil()));
    let organisation = words.next().map(|w| w.parse().unwrap_or(OrganisationId(uuid::Uuid::nil())));
    Some((network, organisation))
}

/// The actor behind a request. A credential that does not work (any more) is anonymous for a cookie, since pages
/// must load, and an error for a token, since programs must notice.
pub async fn actor(services: &Services, trust: &Trust, headers: &HeaderMap) -> Result<Actor> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let token = value.to_str().ok().and_then(|v| v.strip_prefix("Bearer ")).ok_or(Error::Unauthenticated)?;
        return actor::of_token(&services.pool, &services.env, token, acting(headers)).await;
    }
    match trust.session(headers) {
        None => Ok(Actor::Anonymous),
        Some(secret) => {
            match actor::of_session(&services.pool, &services.env, &services.settings, secret, acting(headers)).await {
                Err(Error::Unauthenticated) => Ok(Actor::Anonymous),
                other => other,
            }
        }
    }
}

/// Browser and system in words, so that people recognise their own devices.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|h| h.to_str().ok()).unwrap_or_default();
    let first = |words: &[(&str, &'static str)]| words.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, w)| *w);
    let browser = first(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), HeaderValue::from_static(v))).collect()
    }

    fn trust(url: &str, proxies: usize) -> Trust {
        Trust { public_url: url.into(), proxies }
    }

    #[test]
    fn another_sites_page_is_not_ours() {
        let hub = trust("https://hub.example", 0);
        assert!(hub.same_origin(&headers(&[("origin", "https://hub.example"), ("host", "hub.example")])));
        for wrong in ["https://evil.example", "http://hub.example", "null", "https://hub.example.evil.example"] {
            let mut given = headers(&[("host", "hub.example")]);
            given.insert("origin", HeaderValue::from_str(wrong).unwrap());
            assert!(!hub.same_origin(&given), "{wrong}");
        }
        assert!(!hub.same_origin(&headers(&[("sec-fetch-site", "cross-site")])));
        let local = trust("http://localhost:8080", 0);
        assert!(local.same_origin(&headers(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")])));
        assert!(!local.same_origin(&headers(&[("origin", "http://127.0.0.1:9999"), ("host", "127.0.0.1:8080")])));
    }

    #[test]
    fn a_caller_cannot_forge_its_address_past_the_proxies_we_trust() {
        let peer: SocketAddr = "10.0.0.1:5".parse().unwrap();
        let forged = headers(&[("x-forwarded-for", "6.6.6.6, 203.0.113.9")]);
        assert_eq!(trust("https://h", 1).address(&forged, peer).to_string(), "203.0.113.9");
        assert_eq!(trust("https://h", 0).address(&forged, peer).to_string(), "10.0.0.1");
    }

    #[test]
    fn over_https_the_cookie_is_bound_to_this_host() {
        let cookie = trust("https://hub.example", 0).cookie(&CookieChange::Set("ss_x".into()));
        assert_eq!(cookie, "__Host-sala=ss_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure");
    }
}
