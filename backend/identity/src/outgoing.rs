//! Requests that the hub itself makes, all through one client.
//!
//! Only what an operator configured is ever asked. A provider may name further
//! addresses (token endpoint, keys); those must be as safe as its own, and never
//! lead into the network the hub stands in: each name is resolved and judged at
//! the moment of connecting, so that a name cannot change its mind in between.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Longest answer that is read.
const BYTES: usize = 256 * 1024;
/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(4);
/// Longest request.
const REQUEST: Duration = Duration::from_secs(8);

/// Why a request was not made or gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum OutgoingError {
    /// The address is not one the hub may ask.
    #[error("this address may not be asked")]
    Forbidden,
    /// The answer is too long.
    #[error("the answer is too long")]
    TooLong,
    /// The other side cannot be reached or breaks off.
    #[error("the other side does not answer: {0}")]
    Unreachable(String),
}

/// The one client.
#[derive(Debug, Clone)]
pub struct Outgoing {
    client: reqwest::Client,
    /// Hosts an operator named: they may lie inside.
    named: Arc<[String]>,
}

impl Outgoing {
    /// A client that may ask these hosts wherever they are, and any public one over TLS.
    pub fn new(named: Vec<String>) -> Result<Self, OutgoingError> {
        // Once per process; a second call finds the first one's provider, which is the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let named: Arc<[String]> = named.into();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(REQUEST)
            .dns_resolver(Arc::new(Judging { named: Arc::clone(&named) }))
            .build()
            .map_err(|e| OutgoingError::Unreachable(e.to_string()))?;
        Ok(Self { client, named })
    }

    /// Makes a request and reads its whole answer.
    pub async fn send(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, OutgoingError> {
        let unreachable = |e: reqwest::Error| OutgoingError::Unreachable(e.without_url().to_string());
        self.judge(request.uri())?;
        let request = request.try_into().map_err(unreachable)?;
        let mut answer = self.client.execute(request).await.map_err(unreachable)?;
        let mut shaped = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            shaped = shaped.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            if body.len() + chunk.len() > BYTES {
                return Err(OutgoingError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        shaped.body(body).map_err(|e| OutgoingError::Unreachable(e.to_string()))
    }

    /// Scheme and literal addresses; names are judged when they are resolved.
    fn judge(&self, uri: &http::Uri) -> Result<(), OutgoingError> {
        let host = uri.host().ok_or(OutgoingError::Forbidden)?;
        let named = self.named.iter().any(|n| n == host);
        let literal = host.trim_matches(['[', ']']).parse::<IpAddr>().ok();
        match uri.scheme_str() {
            Some("https") => {}
            // Without TLS only to this very machine, where an operator put something.
            Some("http") if named && is_this_machine(host) => {}
            _ => return Err(OutgoingError::Forbidden),
        }
        if !named && literal.is_some_and(|ip| !is_public(ip)) {
            return Err(OutgoingError::Forbidden);
        }
        Ok(())
    }
}

impl<'c> openidconnect::AsyncHttpClient<'c> for Outgoing {
    type Error = OutgoingError;
    type Future = Pin<Box<dyn Future<Output = Result<http::Response<Vec<u8>>, OutgoingError>> + Send + 'c>>;

    fn call(&'c self, request: http::Request<Vec<u8>>) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// The host is this machine by its usual names.
pub fn is_this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

struct Judging {
    named: Arc<[String]>,
}

impl Resolve for Judging {
    fn resolve(&self, name: Name) -> Resolving {
        let named = self.named.iter().any(|n| n == name.as_str());
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0))
                .await?
                .filter(|address| named || is_public(address.ip()))
                .collect();
            if found.is_empty() {
                return Err(Box::new(OutgoingError::Forbidden) as Box<dyn std::error::Error + Send + Sync>);
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// An address of the open internet: not this machine, not a private, link-local, shared or reserved range (IANA
/// special-purpose registries), not one of them in IPv6 clothing.
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(a == 0
                || a >= 224
                || v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_documentation()
                || (a == 100 && (64..128).contains(&b))
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && (b == 18 || b == 19)))
        }
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, ..] = ip.segments();
    // Global unicast only, less documentation and the ranges that carry an IPv4 address inside.
    (a & 0xe000) == 0x2000
        && !(a == 0x2001 && b == 0x0db8)
        && !(a == 0x2001 && b < 0x0200)
        && a != 0x2002
        && !(a == 0x3fff && b < 0x1000)
        && (c, d) != (0xffff, 0xffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_inside_are_known_in_every_clothing() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "198.18.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "2002:a00:1::",
            "2001::1",
            "2001:db8::1",
            "64:ff9b::a00:1",
            "ff02::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["1.1.1.1", "203.0.114.5", "2606:4700::1111", "2a00:1450:4001::1"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[tokio::test]
    async fn only_named_hosts_may_lie_inside_and_only_tls_leaves_the_machine() {
        let outgoing = Outgoing::new(vec!["localhost".into()]).unwrap();
        for forbidden in [
            "http://example.org/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/latest",
            "ftp://localhost/",
            "http://10.0.0.1/",
            "file:///etc/passwd",
        ] {
            let request = http::Request::get(forbidden).body(Vec::new());
            let Ok(request) = request else { continue };
            assert!(matches!(outgoing.send(request).await, Err(OutgoingError::Forbidden)), "{forbidden}");
        }
    }
}
