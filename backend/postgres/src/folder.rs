//! The data folder: one owner at a time.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use crate::{Account, Error};

/// A unix socket's path, the socket's own name included, must fit here (Linux 108, macOS 104, with the final zero).
const SOCKET_PATH_MOST: usize = 103;

/// An exclusively held data folder. The hold ends with the value, or with the process, however it dies.
#[derive(Debug)]
pub struct Folder {
    base: PathBuf,
    account: Option<Account>,
    _lock: File,
}

impl Folder {
    /// Creates the folder where needed and takes it, readable for its owner alone.
    ///
    /// Started as root, gives it to `account` first.
    pub fn take(path: &Path, account: Option<Account>) -> Result<Self, Error> {
        let failed = |source| Error::Folder { folder: path.to_owned(), source };
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(failed)?;
        let base = path.canonicalize().map_err(failed)?;
        std::fs::set_permissions(&base, std::fs::Permissions::from_mode(0o700)).map_err(failed)?;
        let lock = lock(&base)?;
        if let Some(account) = &account {
            account.take(&base)?;
        }
        Ok(Self { base, account, _lock: lock })
    }

    /// Becomes the account, if there is one, and finds a way to the folder that it may walk.
    ///
    /// A folder below one that only root may enter (a private temporary folder, say) cannot be reached by
    /// its own path any more. On Linux this process then stands in it and everybody walks through
    /// `/proc/<pid>/cwd`, which also serves when the path is too long for a unix socket.
    pub fn become_account(&mut self) -> Result<(), Error> {
        let Some(account) = self.account.take() else { return Ok(()) };
        let failed = |source| Error::Folder { folder: self.base.clone(), source };
        std::env::set_current_dir(&self.base).map_err(failed)?;
        account.become_it()?;
        let too_long = self.socket_dir().as_os_str().len() > SOCKET_PATH_MOST - ".s.PGSQL.5432/".len();
        if std::fs::read_dir(&self.base).is_err() || too_long {
            let through = PathBuf::from(format!("/proc/{}/cwd", std::process::id()));
            std::fs::read_dir(&through).map_err(failed)?;
            self.base = through;
        }
        Ok(())
    }

    /// Where everything of this hub lies.
    pub fn path(&self) -> &Path {
        &self.base
    }

    /// The account that child processes run as; `None` means as this process.
    pub const fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }

    /// The database cluster.
    pub fn cluster(&self) -> PathBuf {
        self.base.join("postgres")
    }

    /// Where the server's socket is.
    pub fn socket_dir(&self) -> PathBuf {
        self.base.join("run")
    }

    /// Uploaded files.
    pub fn files(&self) -> PathBuf {
        self.base.join("files")
    }

    /// The major version that made the cluster, if there is one.
    pub fn cluster_major(&self) -> Option<u32> {
        std::fs::read_to_string(self.cluster().join("PG_VERSION")).ok()?.trim().parse().ok()
    }

    /// Makes a folder inside for the account alone.
    pub fn make(&self, name: &str) -> Result<PathBuf, Error> {
        let path = self.base.join(name);
        let failed = |source| Error::Folder { folder: path.clone(), source };
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&path).map_err(failed)?;
        if let Some(account) = &self.account {
            account.take(&path)?;
        }
        Ok(path)
    }

    pub(crate) fn check_socket_path(&self) -> Result<(), Error> {
        let length = self.socket_dir().as_os_str().len() + "/.s.PGSQL.5432".len();
        if length > SOCKET_PATH_MOST {
            return Err(Error::PathTooLong { length, most: SOCKET_PATH_MOST });
        }
        Ok(())
    }
}

/// Takes the lock file and writes this process's id into it, or says whose it is.
fn lock(base: &Path) -> Result<File, Error> {
    let failed = |source| Error::Folder { folder: base.to_owned(), source };
    let path = base.join("sala.lock");
    let mut file =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut pid = String::new();
            let _ = file.read_to_string(&mut pid);
            return Err(Error::InUse { folder: base.to_owned(), pid: pid.trim().to_owned() });
        }
        Err(TryLockError::Error(source)) => return Err(failed(source)),
    }
    file.set_len(0).map_err(failed)?;
    file.rewind().map_err(failed)?;
    writeln!(file, "{}", std::process::id()).map_err(failed)?;
    Ok(file)
}
