//! The peers: the usual Node servers over the same rows, and the database's own client.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::{
    hub::{Hub, free_port},
    load,
};

/// A peer that answers.
pub struct Peer {
    child: Child,
    /// Where.
    pub port: u16,
}

impl Peer {
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts a peer by its file; none where its packages are not installed.
pub async fn start(hub: &Hub, peers: &Path, file: &str, query: &str) -> Option<Peer> {
    let node = peers.join("node_modules/node/bin/node");
    if !node.exists() {
        return None;
    }
    let port = free_port();
    let child = Command::new(node)
        .arg(peers.join(file))
        .arg(port.to_string())
        .arg(hub.socket())
        .env("NODE_ENV", "production")
        .env("GRAPHILE_ENV", "production")
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    let mut peer = Peer { child, port };
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if peer.child.try_wait().ok().flatten().is_some() {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let answer = load::post(port, "", query.to_owned()).await.body;
    assert!(!answer.windows(8).any(|w| w == b"\"errors\""), "{file}: {}", String::from_utf8_lossy(&answer));
    Some(peer)
}

/// Starts a peer that speaks no GraphQL; none where its packages are not installed.
pub async fn listening(peers: &Path, file: &str) -> Option<Peer> {
    let node = peers.join("node_modules/node/bin/node");
    if !node.exists() {
        return None;
    }
    let port = free_port();
    let child = Command::new(node)
        .arg(peers.join(file))
        .arg(port.to_string())
        .env("NODE_ENV", "production")
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    let mut peer = Peer { child, port };
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if peer.child.try_wait().ok().flatten().is_some() {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Some(peer)
}

/// Transactions a second of one hand-written statement, by `pgbench`; none where it is not installed.
pub fn pgbench(hub: &Hub, statement: &str, seconds: u64) -> Option<f64> {
    let program = [
        "/usr/lib/postgresql/17/bin/pgbench",
        "/usr/lib/postgresql/16/bin/pgbench",
        "/usr/lib/postgresql/15/bin/pgbench",
    ]
    .into_iter()
    .find(|p| Path::new(p).exists())?;
    let file = tempfile::NamedTempFile::new().ok()?;
    std::fs::write(file.path(), statement).ok()?;
    let output = Command::new(program)
        .args(["-n", "-M", "prepared", "-c", "12", "-j", "2", "-T", &seconds.to_string(), "-U", "sala", "-h"])
        .arg(hub.socket())
        .arg("-f")
        .arg(file.path())
        .arg("sala")
        .output()
        .ok()?;
    assert!(output.status.success(), "pgbench: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("tps = ")?.split_whitespace().next()?.parse().ok())
}
