//! Backup and restore with the real program: while it runs, into another folder, refused where something would be lost.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    io::{BufRead as _, BufReader},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::{
    Connection as _,
    postgres::{PgConnectOptions, PgConnection},
};

/// The program, built beside the tests.
fn sala() -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.join("sala")
}

/// A running hub that is stopped when dropped.
struct Running(Child);

impl Running {
    fn start(word: &str, data: &Path) -> Self {
        let mut child = Command::new(sala())
            .env_remove("DATABASE_URL")
            .args([word, "--data-dir"])
            .arg(data)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(
            lines.by_ref().map_while(Result::ok).any(|line| line.contains("Sala is ready")),
            "{word} did not start"
        );
        std::thread::spawn(move || lines.for_each(drop));
        Self(child)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = kill(Pid::from_raw(self.0.id().try_into().unwrap()), Signal::SIGTERM);
        let _ = self.0.wait();
    }
}

fn run(words: &[&str], file: &Path, data: &Path) -> Output {
    let (first, rest) = words.split_first().unwrap();
    Command::new(sala())
        .env_remove("DATABASE_URL")
        .arg(first)
        .arg(file)
        .args(rest)
        .arg("--data-dir")
        .arg(data)
        .output()
        .unwrap()
}

/// What a hub holds, in a few numbers, read through its own socket.
async fn contents(data: &Path) -> (i64, i64, i64, String) {
    let options = PgConnectOptions::new_without_pgpass().socket(data.join("run")).username("sala").database("sala");
    let mut connection = PgConnection::connect_with(&options).await.unwrap();
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM organisations), (SELECT count(*) FROM people), (SELECT count(*) FROM outbox),
                (SELECT string_agg(name_km, ',' ORDER BY name_km) FROM organisations)",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap()
}

#[tokio::test]
async fn a_backup_taken_while_the_hub_runs_restores_all_of_it_elsewhere_and_only_where_nothing_is_lost() {
    let home = tempfile::Builder::new().prefix("sala-backup-").tempdir().unwrap();
    std::fs::set_permissions(home.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let (first, second, file) = (home.path().join("first"), home.path().join("second"), home.path().join("hub.sala"));
    let hub = Running::start("demo", &first);
    let before = contents(&first).await;
    assert_eq!(before.0, 10);
    let done = run(&["backup"], &file, &first);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    drop(hub);

    let restored = run(&["restore"], &file, &second);
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    {
        let _hub = Running::start("demo", &second);
        assert_eq!(contents(&second).await, before);
    }

    let again = run(&["restore"], &file, &second);
    assert!(!again.status.success());
    assert!(String::from_utf8_lossy(&again.stderr).contains("not empty"), "{}", String::from_utf8_lossy(&again.stderr));
    let replaced = run(&["restore", "--replace"], &file, &second);
    assert!(replaced.status.success(), "{}", String::from_utf8_lossy(&replaced.stderr));

    // A file that breaks off half-way changes nothing.
    let whole = std::fs::read(&file).unwrap();
    let broken = home.path().join("broken.sala");
    std::fs::write(&broken, &whole[..whole.len() / 2]).unwrap();
    let refused = run(&["restore", "--replace"], &broken, &second);
    assert!(!refused.status.success());
    let _hub = Running::start("demo", &second);
    assert_eq!(contents(&second).await, before);
}

#[test]
fn a_second_sala_on_the_same_folder_says_who_has_it() {
    let home = tempfile::Builder::new().prefix("sala-second-").tempdir().unwrap();
    std::fs::set_permissions(home.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let data = home.path().join("data");
    let hub = Running::start("serve", &data);
    let second = Command::new(sala()).args(["serve", "--data-dir"]).arg(&data).output().unwrap();
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && said.contains(&format!("pid {}", hub.0.id())), "{said}");
}

#[test]
fn below_a_folder_that_only_root_may_enter_the_hub_still_runs_and_leaves_nothing() {
    let home = tempfile::Builder::new().prefix("sala-private-").tempdir().unwrap();
    // As mktemp -d makes it.
    std::fs::set_permissions(home.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let data = home.path().join("data");
    drop(Running::start("serve", &data));
    assert!(!data.join("postgres/postmaster.pid").exists(), "the server was stopped");
}
