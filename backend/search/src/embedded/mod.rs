//! The engine inside the process: tantivy.
//!
//! Each node keeps an index of its own in its data folder. How far it was fed
//! is written with each commit, so index and position never part. An index that
//! cannot be opened is thrown away and built anew; one that is being built
//! stands beside the one that answers until it is whole.

mod ask;
mod counting;
mod fields;
mod folder;
mod paging;
mod within;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use arc_swap::ArcSwapOption;
use sala_kernel::{Cursor, Error, Result};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use self::fields::Fields;
use crate::{
    engine::{Engine, Found, Question},
    record::Record,
};

/// Told apart in the folder's name: another number, another index.
const SCHEMA: u32 = 3;
/// Memory for what is not written yet, in bytes.
const ARENA: usize = 48 * 1024 * 1024;

/// One index.
struct Open {
    folder: PathBuf,
    reader: IndexReader,
    writer: Mutex<IndexWriter>,
    fields: Fields,
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Open").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Open {
    fn at(folder: PathBuf) -> tantivy::Result<Self> {
        fs::create_dir_all(&folder)?;
        let (schema, fields) = fields::schema();
        // Mapped into memory where the system lets this account walk there from the root.
        let index = match tantivy::directory::MmapDirectory::open(&folder) {
            Ok(directory) => Index::open_or_create(directory, schema)?,
            Err(_) => Index::open_or_create(folder::Folder::new(folder.clone()), schema)?,
        };
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let writer = index.writer_with_num_threads(1, ARENA)?;
        Ok(Self { folder, reader, writer: Mutex::new(writer), fields })
    }

    fn fed(&self, epoch: uuid::Uuid) -> Option<Cursor> {
        Cursor::open(&self.reader.searcher().index().load_metas().ok()?.payload?, epoch)
    }

    /// Makes documents of records, on as many threads as there are cores: cutting Khmer into words takes its time.
    fn documents(&self, records: &[Record]) -> Vec<(Term, TantivyDocument)> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let share = records.len().div_ceil(threads).max(16);
        std::thread::scope(|scope| {
            let made: Vec<_> = records
                .chunks(share)
                .map(|share| {
                    scope.spawn(|| share.iter().map(|record| self.fields.document(record)).collect::<Vec<_>>())
                })
                .collect();
            // A thread that panicked has made nothing: what it was given is read again with the next change.
            made.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
        })
    }

    /// `fresh`: none of these is in the index yet.
    fn write(&self, records: &[Record], upto: Option<String>, fresh: bool) -> tantivy::Result<()> {
        let documents = self.documents(records);
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        for (id, document) in documents {
            if !fresh {
                writer.delete_term(id);
            }
            writer.add_document(document)?;
        }
        if let Some(upto) = upto {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&upto);
            commit.commit()?;
            self.reader.reload()?;
        }
        Ok(())
    }
}

/// The engine.
#[derive(Debug)]
pub struct Embedded {
    folder: PathBuf,
    open: ArcSwapOption<Open>,
    anew: Mutex<Option<Arc<Open>>>,
    epoch: uuid::Uuid,
}

/// Opens an index whose files are as they were written. Damaged ones also make their reader panic: that is caught here.
fn sound(path: &Path) -> Option<Open> {
    let opened = std::panic::catch_unwind(|| {
        let index = Open::at(path.to_owned())?;
        let damaged = index.reader.searcher().index().validate_checksum()?;
        Ok::<_, tantivy::TantivyError>((index, damaged))
    });
    opened.ok()?.ok().filter(|(_, damaged)| damaged.is_empty()).map(|(index, _)| index)
}

fn broken(error: tantivy::TantivyError) -> Error {
    Error::internal(error)
}

impl Embedded {
    /// Opens what lies in a folder; what cannot be opened, or is of another kind, is thrown away.
    /// `epoch` names the database that feeds it: an index fed by another is built anew.
    pub fn open(folder: &Path, epoch: uuid::Uuid) -> std::result::Result<Self, String> {
        fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        let mark = format!("v{SCHEMA}-");
        let mut found: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder).map_err(|e| e.to_string())?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(&mark) && entry.path().join("whole").exists() {
                found.push(entry.path());
            } else {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        found.sort();
        let mut open = None;
        while let Some(path) = found.pop() {
            match sound(&path) {
                Some(index) if open.is_none() => open = Some(Arc::new(index)),
                other => {
                    if open.is_none() {
                        tracing::warn!("an index for search was damaged and is built anew");
                    }
                    drop(other);
                    let _ = fs::remove_dir_all(path);
                }
            }
        }
        Ok(Self { folder: folder.to_owned(), open: ArcSwapOption::new(open), anew: Mutex::new(None), epoch })
    }

    fn begun(&self) -> std::sync::MutexGuard<'_, Option<Arc<Open>>> {
        self.anew.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> tantivy::Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?.map_err(broken)
}

#[async_trait::async_trait]
impl Engine for Embedded {
    async fn fed(&self) -> Result<Option<Cursor>> {
        Ok(self.open.load_full().and_then(|open| open.fed(self.epoch)))
    }

    async fn feed(&self, records: Vec<Record>, upto: Cursor) -> Result<()> {
        let Some(open) = self.open.load_full() else { return Ok(()) };
        let upto = upto.seal(self.epoch);
        aside(move || open.write(&records, Some(upto), false)).await
    }

    async fn begin_anew(&self) -> Result<()> {
        let number = fs::read_dir(&self.folder).map_err(Error::internal)?.flatten().count();
        let mut path = self.folder.join(format!("v{SCHEMA}-{number:08}"));
        for n in number.. {
            path = self.folder.join(format!("v{SCHEMA}-{n:08}"));
            if !path.exists() {
                break;
            }
        }
        let open = aside(move || Open::at(path)).await?;
        *self.begun() = Some(Arc::new(open));
        Ok(())
    }

    async fn feed_anew(&self, records: Vec<Record>) -> Result<()> {
        let Some(open) = self.begun().clone() else { return Ok(()) };
        aside(move || open.write(&records, None, true)).await
    }

    async fn turn_over(&self, upto: Cursor) -> Result<()> {
        let Some(open) = self.begun().take() else { return Ok(()) };
        let written = Arc::clone(&open);
        let upto = upto.seal(self.epoch);
        aside(move || written.write(&[], Some(upto), true)).await?;
        fs::write(open.folder.join("whole"), b"").map_err(Error::internal)?;
        let before = self.open.swap(Some(open));
        if let Some(before) = before {
            // Who still reads it holds its files open.
            let _ = fs::remove_dir_all(&before.folder);
        }
        Ok(())
    }

    async fn ask(&self, question: Question) -> Result<Found> {
        let Some(open) = self.open.load_full() else { return Ok(Found::default()) };
        aside(move || ask::ask(&open, &question)).await
    }
}
