//! The unprivileged account that takes over when Sala is started as root.

use std::path::Path;

use nix::unistd::{Gid, Uid, User};

use crate::Error;

/// Accounts tried, best first.
const CANDIDATES: [&str; 3] = ["sala", "postgres", "nobody"];

/// A user and group of this machine, not root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// User id.
    pub uid: u32,
    /// Group id.
    pub gid: u32,
}

impl Account {
    /// The account to run as: `None` when this process is not root and stays who it is.
    ///
    /// A data folder that already belongs to somebody keeps its owner; a new one
    /// goes to the first of `sala`, `postgres`, `nobody` that exists.
    pub fn for_folder(folder: &Path) -> Result<Option<Self>, Error> {
        if !Uid::effective().is_root() {
            return Ok(None);
        }
        if let Some(owner) = owner_of(folder)
            && owner.uid != 0
        {
            return Ok(Some(owner));
        }
        CANDIDATES
            .iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .map(|user| Some(Self { uid: user.uid.as_raw(), gid: user.gid.as_raw() }))
            .ok_or_else(|| Error::NoAccount { tried: CANDIDATES.join(", ") })
    }

    /// Gives a folder and all in it to this account. Links are given, not followed.
    pub fn take(&self, folder: &Path) -> Result<(), Error> {
        let doing = || format!("giving {} to the account that runs PostgreSQL", folder.display());
        std::os::unix::fs::lchown(folder, Some(self.uid), Some(self.gid)).map_err(Error::system(doing()))?;
        if !folder.is_symlink() && folder.is_dir() {
            for entry in std::fs::read_dir(folder).map_err(Error::system(doing()))? {
                self.take(&entry.map_err(Error::system(doing()))?.path())?;
            }
        }
        Ok(())
    }

    /// Makes this process run as the account, for good.
    pub fn become_it(&self) -> Result<(), Error> {
        let (uid, gid) = (Uid::from_raw(self.uid), Gid::from_raw(self.gid));
        nix::unistd::setgroups(&[gid])
            .and_then(|()| nix::unistd::setresgid(gid, gid, gid))
            .and_then(|()| nix::unistd::setresuid(uid, uid, uid))
            .map_err(|e| Error::System { doing: "giving up root".into(), source: e.into() })?;
        // After a change of user the kernel hides /proc/self from the process's own children; the
        // data folder may only be reachable through it. A process that was never root is readable anyway.
        #[cfg(target_os = "linux")]
        nix::sys::prctl::set_dumpable(true)
            .map_err(|e| Error::System { doing: "giving up root".into(), source: e.into() })?;
        Ok(())
    }
}

fn owner_of(path: &Path) -> Option<Account> {
    use std::os::unix::fs::MetadataExt as _;
    let meta = std::fs::metadata(path).ok()?;
    Some(Account { uid: meta.uid(), gid: meta.gid() })
}
