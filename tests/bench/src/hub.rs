//! The hub under measurement: the program itself, with its own PostgreSQL, in a folder that goes away.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use sqlx::{PgPool, postgres::PgConnectOptions};

use crate::load;

/// A running hub with the demo network.
pub struct Hub {
    child: Child,
    folder: tempfile::TempDir,
    /// Where it listens.
    pub port: u16,
    /// Its database.
    pub pool: PgPool,
}

/// A port that nobody uses now.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Hub {
    /// Starts one and waits until it is ready.
    pub async fn start(sala: &Path) -> Self {
        let folder = tempfile::Builder::new().prefix("sala-bench-").tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let port = free_port();
        let data = folder.path().join("data");
        let mut child = Command::new(sala)
            .args(["demo", "--port", &port.to_string(), "--data-dir"])
            .arg(&data)
            .env("SALA_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while load::get(port, "/readyz").await.is_none() {
            assert!(child.try_wait().ok().flatten().is_none(), "the hub ended before it was ready");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let options = PgConnectOptions::new_without_pgpass().socket(data.join("run")).username("sala").database("sala");
        let pool = PgPool::connect_with(options).await.unwrap();
        Self { child, folder, port, pool }
    }

    /// Where its database listens.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("data/run")
    }

    /// A session of one of the demo's people, as the cookie header.
    pub async fn sign_in(&self, who: &str) -> String {
        let body = format!(r#"{{"query":"mutation {{ signInDemo(email: \"{who}@ocn.example\") {{ status }} }}"}}"#);
        load::post(self.port, "", body).await.cookie.expect("a session")
    }

    /// The processes of its database.
    pub fn database(&self) -> Vec<u32> {
        let file = fs::read_to_string(self.folder.path().join("data/postgres/postmaster.pid")).unwrap_or_default();
        let postmaster = file.lines().next().unwrap_or_default().to_owned();
        let children = Command::new("pgrep").args(["-P", &postmaster]).output().map(|o| o.stdout).unwrap_or_default();
        String::from_utf8_lossy(&children).lines().chain([postmaster.as_str()]).filter_map(|l| l.parse().ok()).collect()
    }

    /// Its own process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// Seconds of processor time that a process has used, its ended threads included.
pub fn cpu(pid: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let field = |n: usize| after.split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok()).unwrap_or(0.0);
    (field(11) + field(12)) / 100.0
}

/// Proportional memory of a process, in kilobytes.
pub fn memory(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    text.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
