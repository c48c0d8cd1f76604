//! The database: a private one in the data folder, or one that is given.

use std::{path::PathBuf, str::FromStr as _, time::Duration};

use sala_kernel::Pool;
use sala_postgres::{Account, Binaries, Error, Folder, Server, Settings};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::config::Config;

/// The data folder, held by this process, which is not root any more.
#[derive(Debug)]
pub struct Home {
    /// The folder.
    pub folder: Folder,
}

impl Home {
    /// Takes the folder and gives up root.
    pub fn take(config: &Config) -> Result<Self, Error> {
        let account = Account::for_folder(&config.data_dir)?;
        let mut folder = Folder::take(&config.data_dir, account)?;
        folder.become_account()?;
        Ok(Self { folder })
    }

    /// Opens the database, starting the private one where no other is given.
    pub async fn open(&self, config: &Config) -> Result<Database, String> {
        if config.database.url.is_empty() {
            let binaries = binaries(config, self.folder.cluster_major()).map_err(|e| e.to_string())?;
            let server = Server::start(&self.folder, binaries, Settings::default()).await.map_err(|e| e.to_string())?;
            let pool = pool(server.options(), config);
            Ok(Database { pool, server: Some(server) })
        } else {
            Database::given(config)
        }
    }
}

fn binaries(config: &Config, major: Option<u32>) -> Result<Binaries, Error> {
    let named = Some(config.database.bin.as_path()).filter(|bin| !bin.as_os_str().is_empty());
    #[expect(clippy::disallowed_methods, reason = "PATH is no setting of ours; read where programs are looked for")]
    let path: Vec<PathBuf> = std::env::var("PATH").map(|p| std::env::split_paths(&p).collect()).unwrap_or_default();
    Binaries::find(named, &path, major)
}

/// An open database.
#[derive(Debug)]
pub struct Database {
    /// Connections to it.
    pub pool: Pool,
    /// The private server, if it is one.
    pub server: Option<Server>,
}

impl Database {
    /// The one that is given by its URL.
    pub fn given(config: &Config) -> Result<Self, String> {
        // The URL may hold a password: it is never repeated in a message.
        let options = PgConnectOptions::from_str(&config.database.url).map_err(|_| "DATABASE_URL cannot be read")?;
        Ok(Self { pool: pool(options, config), server: None })
    }

    /// A private server that another process of ours runs, through its socket.
    pub fn running(socket_dir: PathBuf, config: &Config) -> Self {
        let options = PgConnectOptions::new_without_pgpass().socket(socket_dir).username("sala").database("sala");
        Self { pool: pool(options, config), server: None }
    }

    /// Brings the schema up to date; several nodes may try at once.
    pub async fn migrate(&self) -> Result<(), String> {
        let version: i32 = sqlx::query_scalar("SELECT current_setting('server_version_num')::int / 10000")
            .fetch_one(&self.pool)
            .await
            .map_err(|e| format!("the database does not answer: {e}"))?;
        if version < 15 {
            return Err(format!("the database is PostgreSQL {version}; 15 or newer is needed"));
        }
        sala_domain::MIGRATIONS
            .run(&self.pool)
            .await
            .map_err(|e| format!("the database cannot be brought up to date: {e}"))
    }

    /// Closes everything, the private server last.
    pub async fn close(self) {
        self.pool.close().await;
        if let Some(server) = self.server {
            server.stop().await;
        }
    }
}

fn pool(options: PgConnectOptions, config: &Config) -> Pool {
    let options = options.application_name("sala").options([
        ("statement_timeout", "20s"),
        ("jit", "off"),
        // No disk that turns: an index is worth walking for a few hundred rows.
        ("random_page_cost", "1.1"),
    ]);
    PgPoolOptions::new()
        .max_connections(config.database.connections)
        .acquire_timeout(Duration::from_secs(10))
        .idle_timeout(Duration::from_mins(2))
        // A ping before each use costs a fifth of the throughput; a dead connection shows itself anyway.
        .test_before_acquire(false)
        .connect_lazy_with(options)
}
