//! `with-database COMMAND …`: runs a command with a PostgreSQL of its own and leaves nothing behind.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "test code: what cannot go on stops")]

use std::{path::PathBuf, process::ExitCode};

use sala_postgres::{Account, Binaries, Folder, Server, Settings};
use sqlx::{
    Connection as _,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgConnection},
};

/// The database that tests clone theirs from.
const TEMPLATE: &str = "sala_template";

/// Makes the template out of the files in `migrations/` as they are now, not as some crate was built with.
async fn migrate(server: PgConnectOptions) {
    let mut admin = PgConnection::connect_with(&server).await.unwrap();
    sqlx::query("CREATE DATABASE sala_template").execute(&mut admin).await.unwrap();
    let mut template = PgConnection::connect_with(&server.database(TEMPLATE)).await.unwrap();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let migrator = Migrator::new(folder.as_path()).await.unwrap();
    migrator.run(&mut template).await.unwrap();
    template.close().await.unwrap();
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        eprintln!("usage: with-database COMMAND …");
        return ExitCode::FAILURE;
    };
    let home = tempfile::Builder::new().prefix("sala-test-").tempdir().unwrap();
    // As root the server runs under another account, which must be able to walk here.
    std::fs::set_permissions(home.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let base = home.path().join("db");
    let account = Account::for_folder(&base).unwrap();
    let folder = Folder::take(&base, account).unwrap();
    let named = std::env::var_os("SALA_PG_BIN").map(PathBuf::from);
    let path: Vec<PathBuf> = std::env::var_os("PATH").map(|p| std::env::split_paths(&p).collect()).unwrap_or_default();
    let binaries = Binaries::find(named.as_deref(), &path, None).unwrap_or_else(|e| {
        eprintln!("{e}");
        std::process::exit(1)
    });
    let settings = Settings { connections: 200, buffers_mb: 128, durable: false };
    let server = Server::start(&folder, binaries, settings).await.expect("a server for the tests");
    let socket = folder.socket_dir();
    migrate(server.options()).await;
    let url = format!("postgres://sala@localhost/sala?host={}", socket.display());
    let status = tokio::process::Command::new(program)
        .args(words)
        .env("SALA_TEST_DATABASE", &url)
        .env("SALA_TEST_TEMPLATE", format!("postgres://sala@localhost/{TEMPLATE}?host={}", socket.display()))
        .status()
        .await;
    server.stop().await;
    drop(folder);
    match status {
        Ok(status) => ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
