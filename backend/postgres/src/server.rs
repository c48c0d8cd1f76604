//! Starting, watching and stopping the server.

use std::{
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};

use nix::{
    errno::Errno,
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::{
    Connection as _,
    postgres::{PgConnectOptions, PgConnection},
};
use tokio::{
    process::{Child, Command},
    sync::{oneshot, watch},
    task::JoinHandle,
};

use crate::{Account, Binaries, Error, Folder};

/// The database and the superuser of a private server.
const NAME: &str = "sala";
/// How long the server may take to accept connections; recovery after a crash can be slow.
const START_LIMIT: Duration = Duration::from_mins(1);
/// How long a stop may take before it becomes an order.
const STOP_LIMIT: Duration = Duration::from_secs(20);

/// How the server is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Most connections at once.
    pub connections: u32,
    /// Shared buffers in MB.
    pub buffers_mb: u32,
    /// `false` only in tests: a crash of the machine may lose data.
    pub durable: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { connections: 40, buffers_mb: 64, durable: true }
    }
}

/// A running private server, restarted when it dies unasked.
#[derive(Debug)]
pub struct Server {
    options: PgConnectOptions,
    stop: Option<oneshot::Sender<()>>,
    watcher: Option<JoinHandle<()>>,
    failed: watch::Receiver<bool>,
}

/// What is needed to start the same server again.
#[derive(Debug, Clone)]
struct Plan {
    binaries: Binaries,
    cluster: PathBuf,
    socket_dir: PathBuf,
    log: PathBuf,
    account: Option<Account>,
    settings: Settings,
}

impl Server {
    /// Starts the server of a data folder, making its cluster on the first start.
    ///
    /// Takes over what a killed Sala left: an orphan is stopped, a stale pid file removed, a half-made cluster
    /// thrown away. Returns once connections are accepted and the database exists.
    pub async fn start(folder: &Folder, binaries: Binaries, settings: Settings) -> Result<Self, Error> {
        folder.check_socket_path()?;
        let plan = Arc::new(Plan {
            binaries,
            cluster: folder.cluster(),
            socket_dir: folder.make("run")?,
            log: folder.make("log")?.join("postgres.log"),
            account: folder.account().cloned(),
            settings,
        });
        stop_orphan(&plan.cluster).await?;
        if folder.cluster_major().is_none() {
            plan.initialise().await?;
        }
        let mut child = plan.spawn()?;
        let base = PgConnectOptions::new_without_pgpass().socket(&plan.socket_dir).port(5432).username(NAME);
        if let Err(error) = plan.wait_until_ready(&mut child, &base).await {
            let _ = end(&mut child).await;
            return Err(error);
        }
        let options = base.database(NAME);
        let (stop, stopped) = oneshot::channel();
        let (gave_up, failed) = watch::channel(false);
        let watcher = tokio::spawn(watch_over(plan, child, stopped, gave_up));
        Ok(Self { options, stop: Some(stop), watcher: Some(watcher), failed })
    }

    /// How to connect.
    pub fn options(&self) -> PgConnectOptions {
        self.options.clone()
    }

    /// Waits until the server has died too often to be started again.
    pub async fn gave_up(&self) {
        let mut failed = self.failed.clone();
        let _ = failed.wait_for(|failed| *failed).await;
    }

    /// Stops the server: open transactions are rolled back, everything committed is on disk.
    pub async fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(watcher) = self.watcher.take() {
            let _ = watcher.await;
        }
    }
}

/// Keeps the server running until told otherwise; five deaths in a row are given up on.
async fn watch_over(
    plan: Arc<Plan>,
    mut child: Child,
    mut stopped: oneshot::Receiver<()>,
    gave_up: watch::Sender<bool>,
) {
    let mut deaths = 0;
    loop {
        let started = tokio::time::Instant::now();
        tokio::select! {
            _ = &mut stopped => {
                if let Err(error) = end(&mut child).await {
                    tracing::error!(%error, "PostgreSQL could not be stopped");
                }
                return;
            }
            status = child.wait() => {
                deaths = if started.elapsed() > Duration::from_mins(1) { 1 } else { deaths + 1 };
                tracing::error!(status = %describe(status), deaths, "PostgreSQL died; starting it again");
            }
        }
        if deaths > 5 {
            let _ = gave_up.send(true);
            return;
        }
        tokio::time::sleep(Duration::from_millis(200 * deaths)).await;
        match plan.spawn() {
            Ok(again) => child = again,
            Err(error) => {
                tracing::error!(%error, "PostgreSQL cannot be started again");
                let _ = gave_up.send(true);
                return;
            }
        }
    }
}

fn describe(status: std::io::Result<ExitStatus>) -> String {
    status.map_or_else(|e| e.to_string(), |s| s.to_string())
}

impl Plan {
    /// Makes the cluster beside its place and moves it there when it is whole.
    async fn initialise(&self) -> Result<(), Error> {
        let making = self.cluster.with_extension("new");
        let _ = std::fs::remove_dir_all(&making);
        let output = self
            .command("initdb")
            .arg("--pgdata")
            .arg(&making)
            .args(["--username", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"])
            .args(if self.settings.durable { &[][..] } else { &["--no-sync"] })
            .output()
            .await
            .map_err(Error::system("running initdb"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let _ = std::fs::remove_dir_all(&making);
            return Err(self.explain(&said));
        }
        std::fs::rename(&making, &self.cluster).map_err(Error::system("putting the new cluster in its place"))
    }

    fn spawn(&self) -> Result<Child, Error> {
        let log = std::fs::OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(true)
            .open(&self.log)
            .map_err(Error::system(format!("opening {}", self.log.display())))?;
        let again = log.try_clone().map_err(Error::system("opening the log twice"))?;
        let mut command = self.command("postgres");
        command.arg("-D").arg(&self.cluster);
        for (name, value) in self.parameters() {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        command
            .stdout(Stdio::from(log))
            .stderr(Stdio::from(again))
            // Signals to our process group (Ctrl-C in a terminal) must not reach it: Sala drains first.
            .process_group(0)
            .spawn()
            .map_err(Error::system("starting postgres"))
    }

    fn parameters(&self) -> Vec<(&'static str, String)> {
        let on = |yes: bool| if yes { "on" } else { "off" }.to_owned();
        vec![
            ("listen_addresses", String::new()),
            ("unix_socket_directories", self.socket_dir.display().to_string()),
            ("unix_socket_permissions", "0700".into()),
            ("port", "5432".into()),
            ("max_connections", self.settings.connections.to_string()),
            ("shared_buffers", format!("{}MB", self.settings.buffers_mb)),
            ("fsync", on(self.settings.durable)),
            ("synchronous_commit", on(self.settings.durable)),
            ("full_page_writes", on(self.settings.durable)),
            // One node on one machine: no replication, few helpers, small footprint.
            ("wal_level", "minimal".into()),
            ("max_wal_senders", "0".into()),
            ("max_logical_replication_workers", "0".into()),
            ("max_worker_processes", "2".into()),
            ("autovacuum_max_workers", "1".into()),
            ("jit", "off".into()),
            ("timezone", "UTC".into()),
            ("log_timezone", "UTC".into()),
            ("log_min_messages", "warning".into()),
            // Statements may carry people's names: the server's log holds none.
            ("log_min_error_statement", "panic".into()),
            ("log_error_verbosity", "terse".into()),
        ]
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.binaries.program(program));
        // Standing in "/": some versions look up their own folder and must be able to come back.
        command.current_dir("/").stdin(Stdio::null()).env_clear().env("LC_ALL", "C").env("TZ", "UTC");
        if let Some(account) = &self.account {
            command.gid(account.gid).uid(account.uid);
        }
        command
    }

    async fn wait_until_ready(&self, child: &mut Child, base: &PgConnectOptions) -> Result<(), Error> {
        let deadline = tokio::time::Instant::now() + START_LIMIT;
        loop {
            if let Some(status) = child.try_wait().map_err(Error::system("watching postgres"))? {
                let said = last_lines(&self.log);
                return Err(self.explain(&if said.is_empty() { status.to_string() } else { said }));
            }
            match PgConnection::connect_with(&base.clone().database("postgres")).await {
                Ok(mut connection) => {
                    ensure_database(&mut connection).await?;
                    connection.close().await?;
                    return Ok(());
                }
                Err(error) if tokio::time::Instant::now() > deadline => return Err(error.into()),
                Err(_) => tokio::time::sleep(Duration::from_millis(15)).await,
            }
        }
    }

    fn explain(&self, said: &str) -> Error {
        // On a full disk its last words find no room either: the disk is asked, too.
        if said.contains("No space left on device") || said.contains("Disk quota exceeded") || is_full(&self.cluster) {
            return Error::DiskFull { folder: self.cluster.clone() };
        }
        Error::NotStarted { said: said.trim().to_owned() }
    }
}

/// Less is left than one segment of the write-ahead log needs.
fn is_full(folder: &Path) -> bool {
    nix::sys::statvfs::statvfs(folder).is_ok_and(|disk| {
        let left = disk.blocks_available().saturating_mul(disk.fragment_size());
        left < 16 * 1024 * 1024
    })
}

async fn ensure_database(connection: &mut PgConnection) -> Result<(), Error> {
    let there: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(NAME)
        .fetch_optional(&mut *connection)
        .await?;
    if there.is_none() {
        sqlx::query("CREATE DATABASE sala").execute(connection).await?;
    }
    Ok(())
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines.get(lines.len().saturating_sub(6)..).unwrap_or_default().join("; ")
}

/// Stops a server that its Sala left behind. The caller holds the folder, so nobody supervises it any more.
async fn stop_orphan(cluster: &Path) -> Result<(), Error> {
    let pid_file = cluster.join("postmaster.pid");
    let Ok(text) = std::fs::read_to_string(&pid_file) else { return Ok(()) };
    let pid = text.lines().next().and_then(|line| line.trim().parse().ok()).map(Pid::from_raw);
    if let Some(pid) = pid.filter(|pid| is_postgres(*pid)) {
        tracing::warn!(%pid, "stopping a PostgreSQL that an earlier sala left behind");
        for (signal, patience) in [(Signal::SIGINT, STOP_LIMIT), (Signal::SIGQUIT, Duration::from_secs(5))] {
            let _ = kill(pid, signal);
            if gone(pid, patience).await {
                return Ok(());
            }
        }
        return Err(Error::NotStarted { said: format!("the server with pid {pid} does not stop") });
    }
    // The machine went down, or the number belongs to somebody else by now.
    match std::fs::remove_file(&pid_file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::System { doing: "removing a stale pid file".into(), source: error })
        }
        _ => Ok(()),
    }
}

fn is_postgres(pid: Pid) -> bool {
    let said = std::process::Command::new("ps").args(["-o", "comm=", "-p", &pid.to_string()]).output();
    said.is_ok_and(|out| String::from_utf8_lossy(&out.stdout).trim().ends_with("postgres"))
}

async fn gone(pid: Pid, patience: Duration) -> bool {
    let deadline = tokio::time::Instant::now() + patience;
    while kill(pid, None) != Err(Errno::ESRCH) {
        if tokio::time::Instant::now() > deadline {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    true
}

/// Fast shutdown; an immediate one when that takes too long.
async fn end(child: &mut Child) -> Result<(), Error> {
    let Some(pid) = child.id().and_then(|id| i32::try_from(id).ok()).map(Pid::from_raw) else { return Ok(()) };
    for (signal, patience) in [(Signal::SIGINT, STOP_LIMIT), (Signal::SIGQUIT, Duration::from_secs(5))] {
        let _ = kill(pid, signal);
        if tokio::time::timeout(patience, child.wait()).await.is_ok() {
            return Ok(());
        }
    }
    child.kill().await.map_err(Error::system("killing postgres"))
}
