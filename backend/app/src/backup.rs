//! Backup and restore: database and files in one file, without any program but this one.
//!
//! Tables travel as PostgreSQL's own text `COPY` format out of one snapshot, so a
//! backup is consistent while the hub runs, and can be restored into another
//! major version of PostgreSQL. Layout of the `.tar.zst`: `manifest.json`,
//! `tables/<name>.copy`, `files/…`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{Read, Write as _},
    path::{Path, PathBuf},
};

use futures_util::TryStreamExt as _;
use sala_kernel::{Env, Pool};
use serde::{Deserialize, Serialize};
use sqlx::{Connection as _, PgConnection};

use crate::{
    config::Config,
    database::{Database, Home},
};

/// What a backup says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// Of this format.
    format: u32,
    /// The version of Sala that wrote it.
    sala: String,
    /// The newest migration it contains.
    migration: i64,
    /// When the snapshot was taken.
    taken_at: chrono::DateTime<chrono::Utc>,
}

const FORMAT: u32 = 1;

/// Writes a backup. The hub may run; nobody waits for it.
pub async fn write(config: &Config, file: &Path) -> Result<(), String> {
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    if !config.database.url.is_empty() {
        let database = Database::given(config)?;
        return write_from(&database.pool, &config.data_dir.join("files"), file).await;
    }
    // A running hub holds the folder; its database is reached through the socket beside it.
    match Home::take(config) {
        Err(sala_postgres::Error::InUse { .. }) => {
            let base = config.data_dir.canonicalize().map_err(say)?;
            let database = Database::running(base.join("run"), config);
            write_from(&database.pool, &base.join("files"), file).await
        }
        Err(error) => Err(error.to_string()),
        Ok(home) => {
            if home.folder.cluster_major().is_none() {
                return Err(format!("there is no hub in {}", config.data_dir.display()));
            }
            let database = home.open(config).await?;
            let done = write_from(&database.pool, &home.folder.files(), file).await;
            database.close().await;
            done
        }
    }
}

async fn write_from(pool: &Pool, files: &Path, file: &Path) -> Result<(), String> {
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    let partial = file.with_extension("partial");
    let out = private_file(&partial).map_err(say)?;
    let written = fill(pool, files, out).await;
    if let Err(error) = written {
        let _ = std::fs::remove_file(&partial);
        return Err(error);
    }
    std::fs::rename(&partial, file).map_err(say)?;
    writeln!(std::io::stdout(), "The backup is in {}.", file.display()).map_err(say)
}

/// A backup holds everything: for its owner's eyes only.
fn private_file(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

async fn fill(pool: &Pool, files: &Path, out: File) -> Result<(), String> {
    let broken = |e: sqlx::Error| format!("the database cannot be read: {e}");
    let io = |e: std::io::Error| format!("the backup cannot be written: {e}");
    let mut connection = pool.acquire().await.map_err(broken)?;
    let mut tx = connection.begin().await.map_err(broken)?;
    sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        .execute(&mut *tx)
        .await
        .map_err(broken)?;
    sqlx::query("SET LOCAL statement_timeout = 0").execute(&mut *tx).await.map_err(broken)?;
    let manifest = Manifest {
        format: FORMAT,
        sala: env!("CARGO_PKG_VERSION").into(),
        migration: newest_migration(&mut tx).await.map_err(broken)?,
        taken_at: Env::system().now(),
    };
    let mut archive = tar::Builder::new(zstd::Encoder::new(out, 6).map_err(io)?);
    let text = serde_json::to_vec_pretty(&manifest).map_err(|e| e.to_string())?;
    append(&mut archive, "manifest.json", &text[..], text.len() as u64).map_err(io)?;
    for table in in_order(&mut tx).await? {
        // A tar entry says its length first, so the table goes through a file without a name.
        let mut spool = tempfile().map_err(io)?;
        let mut stream = tx.copy_out_raw(&format!("COPY public.\"{table}\" TO STDOUT")).await.map_err(broken)?;
        while let Some(bytes) = stream.try_next().await.map_err(broken)? {
            spool.write_all(&bytes).map_err(io)?;
        }
        drop(stream);
        let length = spool.metadata().map_err(io)?.len();
        std::io::Seek::rewind(&mut spool).map_err(io)?;
        append(&mut archive, &format!("tables/{table}.copy"), spool, length).map_err(io)?;
    }
    tx.rollback().await.map_err(broken)?;
    if files.is_dir() {
        archive.append_dir_all("files", files).map_err(io)?;
    }
    archive.into_inner().and_then(zstd::Encoder::finish).and_then(|file| file.sync_all()).map_err(io)
}

fn append(
    archive: &mut tar::Builder<impl std::io::Write>,
    name: &str,
    data: impl Read,
    length: u64,
) -> std::io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(length);
    header.set_mode(0o600);
    header.set_cksum();
    archive.append_data(&mut header, name, data)
}

/// A file that is gone as soon as nobody holds it.
fn tempfile() -> std::io::Result<File> {
    let path = std::env::temp_dir().join(format!("sala-{}", uuid::Uuid::new_v4()));
    let file = std::fs::OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

async fn newest_migration(connection: &mut PgConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations WHERE success")
        .fetch_one(connection)
        .await
}

/// All tables, each after those it refers to.
async fn in_order(connection: &mut PgConnection) -> Result<Vec<String>, String> {
    let broken = |e: sqlx::Error| format!("the database cannot be read: {e}");
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND relname <> '_sqlx_migrations' ORDER BY relname",
    )
    .fetch_all(&mut *connection)
    .await
    .map_err(broken)?;
    let references: Vec<(String, String)> = sqlx::query_as(
        "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
         WHERE contype = 'f' AND conrelid <> confrelid AND connamespace = 'public'::regnamespace",
    )
    .fetch_all(connection)
    .await
    .map_err(broken)?;
    let mut waiting: BTreeMap<String, BTreeSet<String>> = tables.into_iter().map(|t| (t, BTreeSet::new())).collect();
    for (table, needs) in references {
        waiting.entry(table).or_default().insert(needs);
    }
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let ready: Vec<String> = waiting
            .iter()
            .filter(|(_, needs)| needs.iter().all(|n| ordered.contains(n)))
            .map(|(table, _)| table.clone())
            .collect();
        if ready.is_empty() {
            return Err("tables refer to each other in a circle".into());
        }
        for table in ready {
            waiting.remove(&table);
            ordered.push(table);
        }
    }
    Ok(ordered)
}

/// Reads a backup into a hub that is empty, or is to be replaced.
pub async fn restore(config: &Config, home: Home, source: File, replace: bool) -> Result<(), String> {
    let database = home.open(config).await?;
    let done = restore_into(&database, &home, source, replace).await;
    database.close().await;
    done
}

async fn restore_into(database: &Database, home: &Home, source: File, replace: bool) -> Result<(), String> {
    database.migrate().await?;
    let pool = &database.pool;
    let broken = |e: sqlx::Error| format!("the database cannot be written: {e}");
    let in_use: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM networks)")
        .fetch_one(pool)
        .await
        .map_err(broken)?;
    if in_use && !replace {
        return Err("this hub is not empty; nothing was changed. Say --replace to throw away what it holds".into());
    }
    let staging = home.folder.make("restoring").map_err(|e| e.to_string())?;
    let restored = put_back(pool, source, &staging).await;
    if restored.is_ok() {
        let files = home.folder.files();
        let fresh = staging.join("files");
        if replace {
            let _ = std::fs::remove_dir_all(&files);
        }
        if fresh.is_dir() {
            std::fs::rename(&fresh, &files).map_err(|e| format!("the files cannot be put in place: {e}"))?;
        }
    }
    let _ = std::fs::remove_dir_all(&staging);
    restored?;
    sala_domain::hub::begin_epoch(pool, &Env::system()).await.map_err(|e| e.to_string())?;
    writeln!(std::io::stdout(), "The hub is restored.").map_err(|e| e.to_string())
}

/// Everything in one transaction: a broken backup changes nothing.
async fn put_back(pool: &Pool, source: File, staging: &Path) -> Result<(), String> {
    let broken = |e: sqlx::Error| format!("the database cannot be written: {e}");
    let io = |e: std::io::Error| format!("the backup cannot be read: {e}");
    let mut connection = pool.acquire().await.map_err(broken)?;
    let mut tx = connection.begin().await.map_err(broken)?;
    sqlx::query("SET LOCAL statement_timeout = 0").execute(&mut *tx).await.map_err(broken)?;
    // What follows from other tables is made anew at the end, once.
    sqlx::query("SET LOCAL sala.quiet = 'on'").execute(&mut *tx).await.map_err(broken)?;
    let tables = in_order(&mut tx).await?;
    let all = tables.iter().map(|t| format!("\"{t}\"")).collect::<Vec<_>>().join(", ");
    sqlx::query(sqlx::AssertSqlSafe(format!("TRUNCATE {all}"))).execute(&mut *tx).await.map_err(broken)?;
    let mut archive = tar::Archive::new(zstd::Decoder::new(source).map_err(io)?);
    let mut manifest: Option<Manifest> = None;
    for entry in archive.entries().map_err(io)? {
        let mut entry = entry.map_err(io)?;
        let path: PathBuf = entry.path().map_err(io)?.into_owned();
        match path.to_str().unwrap_or_default() {
            "manifest.json" => {
                let found: Manifest =
                    serde_json::from_reader(&mut entry).map_err(|e| format!("the manifest cannot be read: {e}"))?;
                let here = newest_migration(&mut tx).await.map_err(broken)?;
                if found.format != FORMAT || found.migration != here {
                    return Err(format!(
                        "this backup was written by sala {} (schema {}); this is schema {here}. Restore it with that version and upgrade then",
                        found.sala, found.migration
                    ));
                }
                manifest = Some(found);
            }
            name if name.starts_with("tables/") => {
                let table = name.trim_start_matches("tables/").trim_end_matches(".copy");
                if manifest.is_none() || !tables.iter().any(|t| t == table) {
                    return Err(format!("the backup is no backup of this version: {name}"));
                }
                copy_in(&mut tx, table, &mut entry).await?;
            }
            // `unpack_in` refuses paths that lead outside.
            name if name.starts_with("files") => {
                entry.unpack_in(staging).map_err(io)?;
            }
            other => return Err(format!("the backup holds something unknown: {other}")),
        }
    }
    if manifest.is_none() {
        return Err("this is no backup of Sala".into());
    }
    sqlx::query("SELECT rights.rebuild()").execute(&mut *tx).await.map_err(broken)?;
    sqlx::query("SELECT setval('outbox_position_seq', greatest((SELECT max(position) FROM outbox), 1))")
        .execute(&mut *tx)
        .await
        .map_err(broken)?;
    tx.commit().await.map_err(broken)
}

async fn copy_in(connection: &mut PgConnection, table: &str, data: &mut impl Read) -> Result<(), String> {
    let broken = |e: sqlx::Error| format!("table {table} cannot be written: {e}");
    let mut copy = connection.copy_in_raw(&format!("COPY public.\"{table}\" FROM STDIN")).await.map_err(broken)?;
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = data.read(&mut buffer).map_err(|e| format!("the backup cannot be read: {e}"))?;
        if read == 0 {
            break;
        }
        copy.send(buffer.get(..read).unwrap_or_default()).await.map_err(broken)?;
    }
    copy.finish().await.map_err(broken)?;
    Ok(())
}
