//! Finding PostgreSQL on the machine.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use crate::Error;

/// The oldest major version Sala runs on.
pub const OLDEST_MAJOR: u32 = 15;

/// A folder that holds `postgres` and `initdb` of one major version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    /// The folder.
    pub dir: PathBuf,
    /// The major version.
    pub major: u32,
}

impl Binaries {
    /// The binaries for a cluster: those of the version that made it, else the newest.
    ///
    /// `named` (from `SALA_PG_BIN`) is taken alone when given; otherwise `path` (from `PATH`) and the usual places.
    pub fn find(named: Option<&Path>, path: &[PathBuf], cluster_major: Option<u32>) -> Result<Self, Error> {
        let mut by_major: BTreeMap<u32, PathBuf> = BTreeMap::new();
        let places = match named {
            Some(dir) => vec![dir.to_owned()],
            None => path.iter().cloned().chain(usual_places()).collect(),
        };
        for dir in places {
            if let Some(major) = major_of(&dir) {
                by_major.entry(major).or_insert(dir);
            }
        }
        choose(by_major, cluster_major)
    }

    /// The full path of one program.
    pub fn program(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

fn choose(by_major: BTreeMap<u32, PathBuf>, cluster_major: Option<u32>) -> Result<Binaries, Error> {
    if let Some(wanted) = cluster_major {
        let found = by_major.keys().map(u32::to_string).collect::<Vec<_>>().join(", ");
        return match by_major.into_iter().find(|(major, _)| *major == wanted) {
            Some((major, dir)) => Ok(Binaries { dir, major }),
            None if found.is_empty() => Err(Error::NoBinaries { oldest: OLDEST_MAJOR }),
            None => Err(Error::OtherMajor { folder: wanted, found }),
        };
    }
    match by_major.into_iter().next_back() {
        None => Err(Error::NoBinaries { oldest: OLDEST_MAJOR }),
        Some((found, dir)) if found < OLDEST_MAJOR => Err(Error::TooOld { found, dir, oldest: OLDEST_MAJOR }),
        Some((major, dir)) => Ok(Binaries { dir, major }),
    }
}

fn usual_places() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for (parent, tail) in [
        ("/usr/lib/postgresql", "bin"),
        ("/opt/homebrew/opt", "bin"),
        ("/usr/local/opt", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "bin"),
    ] {
        let Ok(entries) = std::fs::read_dir(parent) else { continue };
        for entry in entries.flatten() {
            found.push(entry.path().join(tail));
        }
    }
    found.sort();
    found
}

/// Asks a folder's `postgres` for its version, provided `initdb` is there too.
fn major_of(dir: &Path) -> Option<u32> {
    if !dir.join("initdb").is_file() {
        return None;
    }
    let said = Command::new(dir.join("postgres")).arg("--version").output().ok()?;
    parse_version(&String::from_utf8_lossy(&said.stdout))
}

/// `postgres (PostgreSQL) 15.18 (Debian …)` → 15; `18beta1` → 18.
fn parse_version(said: &str) -> Option<u32> {
    let (_, rest) = said.split_once("(PostgreSQL) ")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_hand(majors: &[u32]) -> BTreeMap<u32, PathBuf> {
        majors.iter().map(|m| (*m, PathBuf::from(format!("/pg/{m}")))).collect()
    }

    #[test]
    fn reads_released_and_beta_versions() {
        assert_eq!(parse_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(parse_version("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(parse_version("something else"), None);
    }

    #[test]
    fn takes_the_newest_unless_the_folder_was_made_by_an_older_one() {
        assert_eq!(choose(at_hand(&[15, 17]), None).map(|b| b.major).ok(), Some(17));
        assert_eq!(choose(at_hand(&[15, 17]), Some(15)).map(|b| b.major).ok(), Some(15));
    }

    #[test]
    fn says_what_is_missing() {
        assert!(matches!(choose(at_hand(&[]), None), Err(Error::NoBinaries { oldest: 15 })));
        assert!(matches!(choose(at_hand(&[13, 14]), None), Err(Error::TooOld { found: 14, .. })));
        let other = choose(at_hand(&[15, 17]), Some(16));
        assert!(matches!(&other, Err(Error::OtherMajor { folder: 16, found }) if found == "15, 17"), "{other:?}");
    }

    #[test]
    fn a_named_folder_without_postgres_is_not_replaced_by_another() {
        let empty = std::env::temp_dir();
        assert!(matches!(Binaries::find(Some(&empty), &[], None), Err(Error::NoBinaries { .. })));
    }
}
