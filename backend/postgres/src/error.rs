//! What can go wrong with a private PostgreSQL, each said so that it can be mended.

use std::path::PathBuf;

/// A failure to find, start or stop the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing to run.
    #[error(
        "no PostgreSQL ≥ {oldest} was found (looked in SALA_PG_BIN, PATH, /usr/lib/postgresql/*/bin and the usual macOS places). \
         Install one (Debian: apt install postgresql), run `make postgres`, point SALA_PG_BIN at its bin folder, \
         or set DATABASE_URL to use a server of your own"
    )]
    NoBinaries {
        /// The oldest version that will do.
        oldest: u32,
    },
    /// Only older ones.
    #[error("PostgreSQL {found} in {dir} is too old: {oldest} or newer is needed")]
    TooOld {
        /// Its version.
        found: u32,
        /// Where it is.
        dir: PathBuf,
        /// The oldest version that will do.
        oldest: u32,
    },
    /// The cluster was made by another major version.
    #[error(
        "the data folder was made by PostgreSQL {folder}, but only {found} was found. Install PostgreSQL {folder}, \
         or move the data: `sala backup` with the old one, `sala restore` into an empty folder with the new one"
    )]
    OtherMajor {
        /// The version that made it.
        folder: u32,
        /// The versions at hand.
        found: String,
    },
    /// Another Sala runs there.
    #[error("the data folder {folder} is in use by another sala (pid {pid})")]
    InUse {
        /// Which folder.
        folder: PathBuf,
        /// Whose.
        pid: String,
    },
    /// The folder cannot be used.
    #[error("the data folder {folder} cannot be used: {source}")]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The path is too long for a unix socket.
    #[error(
        "the path of the data folder is too long for a unix socket ({length} of at most {most} bytes): choose a shorter one"
    )]
    PathTooLong {
        /// Its length in bytes.
        length: usize,
        /// What the system allows.
        most: usize,
    },
    /// No space.
    #[error(
        "the disk that holds {folder} is full: PostgreSQL cannot start. Free some space and start again; nothing is lost"
    )]
    DiskFull {
        /// Which folder.
        folder: PathBuf,
    },
    /// It would not start.
    #[error("PostgreSQL did not start: {said}")]
    NotStarted {
        /// Its last words.
        said: String,
    },
    /// Root without an account to drop to.
    #[error("PostgreSQL refuses to run as root, and none of the accounts {tried} exists to run it as")]
    NoAccount {
        /// The names tried.
        tried: String,
    },
    /// The database answers with an error.
    #[error("PostgreSQL: {0}")]
    Database(#[from] sqlx::Error),
    /// The operating system answers with an error.
    #[error("{doing}: {source}")]
    System {
        /// What was being done.
        doing: String,
        /// Why it failed.
        source: std::io::Error,
    },
}

impl Error {
    pub(crate) fn system(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::System { doing, source }
    }
}
