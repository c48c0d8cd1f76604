//! Finding a port.

use std::net::{IpAddr, SocketAddr};

use tokio::net::TcpListener;

/// The port people try first.
const USUAL: u16 = 8080;

/// Listens on exactly the port that is named; with none named, on 8080 or the next free one.
pub async fn bind(host: IpAddr, port: u16) -> Result<TcpListener, String> {
    if port != 0 {
        let address = SocketAddr::new(host, port);
        return TcpListener::bind(address).await.map_err(|e| format!("cannot listen on {address}: {e}"));
    }
    for port in USUAL..USUAL + 100 {
        match TcpListener::bind(SocketAddr::new(host, port)).await {
            Ok(listener) => return Ok(listener),
            Err(e) if e.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(e) => return Err(format!("cannot listen on {host}: {e}")),
        }
    }
    Err(format!("no free port between {USUAL} and {}", USUAL + 99))
}
