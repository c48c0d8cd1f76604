//! A folder as tantivy sees it, where paths need not be absolute.
//!
//! `sala` holds its data folder open and gives up the rights to walk there from
//! the root; tantivy's own directory asks for an absolute path and so cannot
//! open it. Files are read by position, which leaves the caching to the system.
//! Locks are between the parts of this process: the data folder itself is held by
//! one process at a time.

use std::{
    collections::HashSet,
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    ops::Range,
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, PoisonError},
};

use tantivy::{
    HasLen,
    directory::{
        AntiCallToken, Directory, DirectoryLock, FileHandle, Lock, OwnedBytes, TerminatingWrite, WatchCallback,
        WatchCallbackList, WatchHandle, WritePtr,
        error::{DeleteError, LockError, OpenReadError, OpenWriteError},
    },
};

type Held = Arc<(Mutex<HashSet<PathBuf>>, Condvar)>;

/// A folder.
#[derive(Clone)]
pub(super) struct Folder {
    path: PathBuf,
    held: Held,
    watchers: Arc<WatchCallbackList>,
}

impl fmt::Debug for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Folder").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, held: Held::default(), watchers: Arc::default() }
    }
}

#[derive(Debug)]
struct Readable {
    file: File,
    length: usize,
}

impl HasLen for Readable {
    fn len(&self) -> usize {
        self.length
    }
}

impl FileHandle for Readable {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let mut bytes = vec![0; range.len()];
        self.file.read_exact_at(&mut bytes, range.start as u64)?;
        Ok(OwnedBytes::new(bytes))
    }
}

struct Writable(File);

impl Write for Writable {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl TerminatingWrite for Writable {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.0.flush()?;
        self.0.sync_data()
    }
}

/// A lock that ends with its holder.
struct Holding {
    held: Held,
    path: PathBuf,
}

impl Drop for Holding {
    fn drop(&mut self) {
        self.held.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
        self.held.1.notify_all();
    }
}

impl Directory for Folder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let wrap = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        };
        let file = File::open(self.path.join(path)).map_err(wrap)?;
        let length = file.metadata().map_err(wrap)?.len();
        let length = usize::try_from(length).map_err(|e| wrap(io::Error::other(e)))?;
        Ok(Arc::new(Readable { file, length }))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        fs::remove_file(self.path.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.path.join(path).try_exists().map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file = OpenOptions::new().write(true).create_new(true).open(self.path.join(path));
        let file = file.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => OpenWriteError::FileAlreadyExists(path.to_owned()),
            _ => OpenWriteError::wrap_io_error(error, path.to_owned()),
        })?;
        Ok(BufWriter::new(Box::new(Writable(file))))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        fs::read(self.path.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        })
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        let target = self.path.join(path);
        let beside = target.with_extension("new");
        let mut file = File::create(&beside)?;
        file.write_all(data)?;
        file.sync_data()?;
        fs::rename(&beside, &target)
    }

    fn sync_directory(&self) -> io::Result<()> {
        File::open(&self.path)?.sync_data()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let (set, freed) = &*self.held;
        let mut set = set.lock().unwrap_or_else(PoisonError::into_inner);
        while set.contains(&lock.filepath) {
            if !lock.is_blocking {
                return Err(LockError::LockBusy);
            }
            set = freed.wait(set).unwrap_or_else(PoisonError::into_inner);
        }
        set.insert(lock.filepath.clone());
        Ok(DirectoryLock::from(Box::new(Holding { held: Arc::clone(&self.held), path: lock.filepath.clone() })))
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(self.watchers.subscribe(callback))
    }
}
