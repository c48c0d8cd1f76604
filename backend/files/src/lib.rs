//! Where the bytes of files lie: a folder, or an S3-compatible store.
//!
//! Whole files have names that nobody can guess and never change; what is on
//! its way in lies in parts under its upload. Invariant: [`Files::put_part`]
//! and [`Files::keep`] come back only when the bytes are durable.

use std::{path::Path as FsPath, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, TryStreamExt as _};
use object_store::{
    GetOptions, GetRange, ObjectStore, ObjectStoreExt as _, PutPayload, WriteMultipart, aws::AmazonS3Builder,
    local::LocalFileSystem, path::Path, prefix::PrefixStore,
};
use sala_domain::evidence::uploads::{self, Leftover};
use sala_kernel::{Env, Error, Message, Pool, Result, UploadId};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// How an S3-compatible store is reached.
#[derive(Debug, Clone, Default)]
pub struct S3 {
    /// Its address.
    pub endpoint: String,
    /// The bucket, which must exist.
    pub bucket: String,
    /// Its region.
    pub region: String,
    /// The key's name.
    pub key_id: String,
    /// The key.
    pub secret: String,
}

/// The file store.
#[derive(Debug, Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
}

/// Bytes in pieces.
pub type Pieces = std::pin::Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

fn broken(error: object_store::Error) -> Error {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>()
            && matches!(io.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
        {
            return Error::invalid("", Message::StorageFull);
        }
        source = cause.source();
    }
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        other => Error::internal(other),
    }
}

fn part(upload: UploadId, offset: i64) -> Path {
    Path::from(format!("uploads/{}/{offset:012}", upload.0.simple()))
}

impl Files {
    /// Files in a folder, which is made when it is not there.
    pub fn folder(folder: &FsPath) -> std::result::Result<Self, String> {
        std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        // Not by its absolute path, which this account may have no right to walk: `sala` holds its data folder open.
        let folder = std::path::absolute(folder).map_err(|e| e.to_string())?;
        let prefix = Path::parse(folder.to_string_lossy().trim_start_matches('/')).map_err(|e| e.to_string())?;
        let store = LocalFileSystem::new().with_fsync(true).with_automatic_cleanup(true);
        Ok(Self { store: Arc::new(PrefixStore::new(store, prefix)) })
    }

    /// Files in an S3-compatible store.
    pub fn s3(settings: &S3) -> std::result::Result<Self, String> {
        let store = AmazonS3Builder::new()
            .with_endpoint(&settings.endpoint)
            .with_allow_http(settings.endpoint.starts_with("http://"))
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.key_id)
            .with_secret_access_key(&settings.secret)
            .build()
            .map_err(|e| e.to_string())?;
        Ok(Self { store: Arc::new(store) })
    }

    /// Keeps a part of an upload.
    pub async fn put_part(&self, upload: UploadId, offset: i64, bytes: Bytes) -> Result<()> {
        self.store.put(&part(upload, offset), PutPayload::from_bytes(bytes)).await.map_err(broken)?;
        Ok(())
    }

    /// Puts the parts of an upload together in a file on this machine, piece by piece.
    pub async fn assemble(&self, upload: UploadId, parts: &[i64], to: &FsPath) -> Result<()> {
        let mut out = tokio::fs::File::create(to).await.map_err(full)?;
        for offset in parts {
            let mut pieces = self.store.get(&part(upload, *offset)).await.map_err(broken)?.into_stream();
            while let Some(piece) = pieces.next().await {
                out.write_all(&piece.map_err(broken)?).await.map_err(full)?;
            }
        }
        out.flush().await.map_err(full)?;
        Ok(())
    }

    /// Keeps a file of this machine; under which name.
    pub async fn keep(&self, env: &Env, from: &FsPath) -> Result<String> {
        let name = env.entropy.bytes::<20>().iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
        let object = format!("documents/{}/{name}", name.get(..2).unwrap_or("00"));
        let path = Path::from(object.as_str());
        let mut file = tokio::fs::File::open(from).await.map_err(full)?;
        let mut write = WriteMultipart::new(self.store.put_multipart(&path).await.map_err(broken)?);
        let mut piece = vec![0; 256 * 1024];
        loop {
            let read = file.read(&mut piece).await.map_err(full)?;
            let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            write.wait_for_capacity(2).await.map_err(broken)?;
            write.write(bytes);
        }
        write.finish().await.map_err(broken)?;
        Ok(object)
    }

    /// Reads a whole file, or the part of it from `from` to before `to`, in pieces.
    pub async fn read(&self, object: &str, range: Option<(u64, u64)>) -> Result<Pieces> {
        let options =
            GetOptions { range: range.map(|(from, to)| GetRange::Bounded(from..to)), ..GetOptions::default() };
        let found = self.store.get_opts(&Path::from(object), options).await.map_err(broken)?;
        Ok(found.into_stream().map_err(std::io::Error::other).boxed())
    }

    /// Copies a file to this machine, piece by piece.
    pub async fn fetch(&self, object: &str, to: &FsPath) -> Result<()> {
        let mut pieces = self.read(object, None).await?;
        let mut out = tokio::fs::File::create(to).await.map_err(full)?;
        while let Some(piece) = pieces.next().await {
            out.write_all(&piece.map_err(Error::internal)?).await.map_err(full)?;
        }
        out.flush().await.map_err(full)?;
        Ok(())
    }

    /// Keeps a small thing that can be made anew under a name that follows from what it is.
    pub async fn put_made(&self, object: &str, bytes: Bytes) -> Result<()> {
        self.store.put(&Path::from(object), PutPayload::from_bytes(bytes)).await.map_err(broken)?;
        Ok(())
    }

    /// Reads a small thing; none when it was not made yet.
    pub async fn read_made(&self, object: &str) -> Result<Option<Bytes>> {
        match self.store.get(&Path::from(object)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(broken)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(broken(error)),
        }
    }

    /// Deletes a file; one that is gone already is as good.
    pub async fn delete(&self, object: &str) -> Result<()> {
        match self.store.delete(&Path::from(object)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(broken(error)),
        }
    }

    /// Deletes everything whose name begins with a folder.
    pub async fn delete_below(&self, folder: &str) -> Result<()> {
        let folder = Path::from(folder);
        let found: Vec<_> = self.store.list(Some(&folder)).try_collect().await.map_err(broken)?;
        for entry in found {
            self.delete(entry.location.as_ref()).await?;
        }
        Ok(())
    }

    /// Deletes the parts of an upload.
    pub async fn forget_parts(&self, upload: UploadId) -> Result<()> {
        self.delete_below(&format!("uploads/{}", upload.0.simple())).await
    }

    /// Deletes what an upload left behind.
    pub async fn forget(&self, leftover: &Leftover) -> Result<()> {
        self.forget_parts(leftover.id).await?;
        match &leftover.object {
            Some(object) => self.delete(object).await,
            None => Ok(()),
        }
    }

    /// Deletes what nobody may read any more, and uploads that nobody goes on with.
    pub async fn sweep(&self, pool: &Pool, env: &Env) -> Result<()> {
        for (file, object) in uploads::to_sweep(pool).await? {
            self.delete(&object).await?;
            self.delete_below(&format!("made/{}", file.simple())).await?;
            uploads::swept(pool, env, file).await?;
        }
        for leftover in uploads::forget_stale(pool, env).await? {
            self.forget(&leftover).await?;
        }
        Ok(())
    }

    /// Sweeps again and again until `stop` resolves.
    pub async fn run(self, pool: Pool, env: Env, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        while tokio::time::timeout(Duration::from_secs(2), &mut stop).await.is_err() {
            if let Err(error) = self.sweep(&pool, &env).await {
                tracing::warn!(%error, "files that are to go stay for now");
            }
        }
    }
}

fn full(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::invalid("", Message::StorageFull),
        _ => Error::internal(error),
    }
}
