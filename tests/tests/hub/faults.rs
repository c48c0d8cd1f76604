//! The private PostgreSQL: everything that goes wrong on real machines, and the answer to it.

#![expect(clippy::unwrap_used, clippy::items_after_statements, reason = "a test that cannot go on stops")]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sala_postgres::{Account, Binaries, Error, Folder, Server, Settings};
use sqlx::{Connection as _, postgres::PgConnection};

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let dir = tempfile::Builder::new().prefix("sala-fault-").tempdir().unwrap();
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
        Self(dir)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn take(&self) -> Result<Folder, Error> {
        Folder::take(&self.path(), Account::for_folder(&self.path())?)
    }
}

fn binaries(major: Option<u32>) -> Result<Binaries, Error> {
    #[expect(clippy::disallowed_methods, reason = "the machine's own settings")]
    let named = std::env::var("SALA_PG_BIN").ok().map(PathBuf::from);
    #[expect(clippy::disallowed_methods, reason = "the machine's own settings")]
    let path: Vec<PathBuf> = std::env::var("PATH").map(|p| std::env::split_paths(&p).collect()).unwrap_or_default();
    Binaries::find(named.as_deref(), &path, major)
}

fn settings() -> Settings {
    Settings { connections: 10, buffers_mb: 16, durable: true }
}

async fn start(folder: &Folder) -> Server {
    Server::start(folder, binaries(folder.cluster_major()).unwrap(), settings()).await.unwrap()
}

fn postmaster(folder: &Folder) -> Pid {
    let text = fs::read_to_string(folder.cluster().join("postmaster.pid")).unwrap();
    Pid::from_raw(text.lines().next().unwrap().trim().parse().unwrap())
}

#[tokio::test]
async fn the_server_never_runs_as_root_and_nobody_else_may_read_its_folder() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let server = start(&folder).await;
    use std::os::unix::fs::MetadataExt as _;
    let process = fs::metadata(format!("/proc/{}", postmaster(&folder))).unwrap();
    assert_ne!(process.uid(), 0);
    assert_eq!(fs::metadata(folder.path()).unwrap().mode() & 0o777, 0o700);
    server.stop().await;
}

#[tokio::test]
async fn a_second_sala_on_the_same_folder_is_refused_and_told_the_pid_of_the_first() {
    let home = Home::new();
    let first = home.take().unwrap();
    match Folder::take(first.path(), None) {
        Err(Error::InUse { pid, .. }) => assert_eq!(pid, std::process::id().to_string()),
        other => panic!("{other:?}"),
    }
    drop(first);
    assert!(home.take().is_ok(), "free again once the first is gone");
}

#[tokio::test]
async fn what_a_killed_sala_leaves_behind_is_stopped_and_nothing_committed_is_lost() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let server = start(&folder).await;
    let mut connection = PgConnection::connect_with(&server.options()).await.unwrap();
    sqlx::raw_sql("CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)").execute(&mut connection).await.unwrap();
    let orphan = postmaster(&folder);
    // What `kill -9` does to sala: nobody says goodbye, the lock falls with the process.
    std::mem::forget(server);
    drop(connection);
    drop(folder);
    let folder = home.take().unwrap();
    let server = start(&folder).await;
    assert_ne!(postmaster(&folder), orphan);
    assert!(kill(orphan, None).is_err(), "the orphan is gone");
    let mut connection = PgConnection::connect_with(&server.options()).await.unwrap();
    let kept: i32 = sqlx::query_scalar("SELECT n FROM kept").fetch_one(&mut connection).await.unwrap();
    assert_eq!(kept, 42);
    drop(connection);
    server.stop().await;
}

#[tokio::test]
async fn a_server_killed_outright_recovers_at_the_next_start_whoever_has_its_number_now() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let server = start(&folder).await;
    let pid = postmaster(&folder);
    std::mem::forget(server);
    kill(pid, Signal::SIGKILL).unwrap();
    // The machine went down: its pid file names a number that belongs to somebody else today (us).
    let file = folder.cluster().join("postmaster.pid");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen(&pid.to_string(), &std::process::id().to_string(), 1)).unwrap();
    let server = start(&folder).await;
    server.stop().await;
}

#[tokio::test]
async fn a_server_that_dies_while_sala_runs_is_started_again() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let server = start(&folder).await;
    let first = postmaster(&folder);
    kill(first, Signal::SIGKILL).unwrap();
    let back = async {
        loop {
            if let Ok(mut connection) = PgConnection::connect_with(&server.options()).await
                && sqlx::query("SELECT 1").execute(&mut connection).await.is_ok()
                && postmaster(&folder) != first
            {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), back).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_cluster_that_was_half_made_is_thrown_away_and_made_anew() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let half = folder.make("postgres.new").unwrap();
    fs::write(half.join("rubbish"), "left by an interrupted first start").unwrap();
    let server = start(&folder).await;
    assert!(!half.exists());
    server.stop().await;
}

#[tokio::test]
async fn a_folder_made_by_another_major_version_is_named_as_such() {
    let home = Home::new();
    let folder = home.take().unwrap();
    let cluster = folder.make("postgres").unwrap();
    fs::write(cluster.join("PG_VERSION"), "12\n").unwrap();
    match binaries(folder.cluster_major()) {
        Err(Error::OtherMajor { folder: 12, .. }) => {}
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn binaries_that_are_too_old_are_named_with_their_place() {
    let home = Home::new();
    let old = home.path();
    fs::create_dir_all(&old).unwrap();
    for (name, text) in [("postgres", "#!/bin/sh\necho 'postgres (PostgreSQL) 11.22'\n"), ("initdb", "#!/bin/sh\n")] {
        fs::write(old.join(name), text).unwrap();
        fs::set_permissions(old.join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    match Binaries::find(Some(&old), &[], None) {
        Err(Error::TooOld { found: 11, dir, .. }) => assert_eq!(dir, old),
        other => panic!("{other:?}"),
    }
    assert!(matches!(Binaries::find(Some(Path::new("/nowhere")), &[], None), Err(Error::NoBinaries { .. })));
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_refused_before_anything_is_made() {
    let home = Home::new();
    let long = home.path().join("x".repeat(120));
    let folder = Folder::take(&long, Account::for_folder(&long).unwrap()).unwrap();
    match Server::start(&folder, binaries(None).unwrap(), settings()).await {
        Err(Error::PathTooLong { .. }) => {}
        other => panic!("{:?}", other.map(|_| ())),
    }
    assert!(!folder.cluster().exists());
}

/// A file system of its own, small; gone at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, size: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let options = format!("size={size},mode=755");
        let words = ["-t", "tmpfs", "-o", options.as_str(), "none"];
        let mounted = std::process::Command::new("mount").args(words).arg(at).status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[tokio::test]
async fn a_full_disk_is_named_and_nothing_that_was_written_is_lost() {
    let home = Home::new();
    let Some(_disk) = SmallDisk::mount(&home.0.path().join("disk"), "160m") else {
        println!("skipped: this account may not mount a small disk");
        return;
    };
    let data = home.0.path().join("disk/data");
    let take = || Folder::take(&data, Account::for_folder(&data).unwrap()).unwrap();
    let folder = take();
    let server = start(&folder).await;
    let mut connection = PgConnection::connect_with(&server.options()).await.unwrap();
    sqlx::query("CREATE TABLE kept AS SELECT 'word' AS said").execute(&mut connection).await.unwrap();

    // Full while it runs: the write fails with an error, the server goes on, what was acknowledged stays.
    let filler = home.0.path().join("disk/filler");
    fill(&filler);
    let refused = sqlx::query("CREATE TABLE big AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 200000)")
        .execute(&mut connection)
        .await;
    assert!(refused.is_err(), "there is no room for it");
    let said: String = sqlx::query_scalar("SELECT said FROM kept").fetch_one(&mut connection).await.unwrap();
    assert_eq!(said, "word");
    drop(connection);
    fs::remove_file(&filler).unwrap();
    server.stop().await;
    drop(folder);

    // Full before it starts: said so, in words that tell what to do.
    fill(&filler);
    let folder = take();
    match Server::start(&folder, binaries(folder.cluster_major()).unwrap(), settings()).await {
        Err(error) => assert!(error.to_string().contains("is full"), "{error}"),
        // It found room in files it had kept; then it must serve.
        Ok(server) => server.stop().await,
    }
    drop(folder);
    fs::remove_file(&filler).unwrap();
    let folder = take();
    let server = start(&folder).await;
    let mut connection = PgConnection::connect_with(&server.options()).await.unwrap();
    let said: String = sqlx::query_scalar("SELECT said FROM kept").fetch_one(&mut connection).await.unwrap();
    assert_eq!(said, "word");
    server.stop().await;
}

/// Writes until nothing fits any more.
fn fill(path: &Path) {
    use std::io::Write as _;
    let mut file = fs::File::create(path).unwrap();
    let mut size = 1 << 20;
    while size > 0 {
        if file.write_all(&vec![0; size]).is_err() {
            size /= 2;
        }
    }
}
