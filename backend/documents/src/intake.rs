//! Files coming in: parts received, and the whole looked at before it counts.

use std::fmt::Write as _;

use bytes::Bytes;
use sala_domain::{
    access::Actor,
    evidence::{
        Upload,
        uploads::{self, Sealed},
    },
};
use sala_files::Files;
use sala_kernel::{Env, Error, Message, Pool, Result, UploadId};
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncReadExt as _;

use crate::{
    apart::Reader,
    look::{Answer, Question, Refusal},
};

/// What receiving takes.
#[derive(Debug, Clone, Copy)]
pub struct Intake<'a> {
    /// The database.
    pub pool: &'a Pool,
    /// Time and randomness.
    pub env: &'a Env,
    /// Where bytes lie.
    pub files: &'a Files,
    /// Who looks at them.
    pub reader: &'a Reader,
}

fn refused(refusal: Refusal) -> Error {
    let message = match refusal {
        Refusal::Empty => Message::FileEmpty,
        Refusal::Kind => Message::FileKindUnknown,
        Refusal::Broken => Message::FileBroken,
        Refusal::Locked => Message::FileLocked,
        Refusal::Swells => Message::FileSwells,
    };
    Error::invalid("file", message)
}

impl Intake<'_> {
    /// Receives the part of an upload that begins at `offset`. The same part twice, or one that does not follow on, is
    /// an error that changes nothing: the sender asks how far it came and goes on there. With the last part the whole
    /// is looked at; what is not sound leaves nothing behind.
    pub async fn receive(&self, actor: &Actor, id: UploadId, offset: i64, bytes: Bytes) -> Result<Upload> {
        let upload = uploads::own(self.pool, actor, id).await?;
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        if upload.received != offset || upload.complete || offset.saturating_add(length) > upload.bytes {
            return Err(Error::invalid("offset", Message::UploadOffset));
        }
        if length > 0 {
            self.files.put_part(id, offset, bytes).await?;
            if !uploads::receive(self.pool, self.env, id, offset, length).await? {
                return Err(Error::invalid("offset", Message::UploadOffset));
            }
        }
        let upload = uploads::own(self.pool, actor, id).await?;
        if upload.received == upload.bytes && !upload.complete {
            self.finish(&upload).await?;
        }
        uploads::own(self.pool, actor, id).await
    }

    async fn finish(&self, upload: &Upload) -> Result<()> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let path = folder.path().join("file");
        self.files.assemble(upload.id, &upload.parts, &path).await?;
        let question = if upload.clean { Question::Clean } else { Question::Sound };
        let media = match self.reader.look(question, &path, &upload.name).await? {
            Answer::Sound { media } => media,
            other => {
                let refusal = if let Answer::Refused(refusal) = other { refusal } else { Refusal::Broken };
                uploads::refuse(self.pool, upload.id).await?;
                self.files.forget_parts(upload.id).await?;
                return Err(refused(refusal));
            }
        };
        let (sha256, bytes) = hash(&path).await?;
        let object = self.files.keep(self.env, &path).await?;
        let sealed = Sealed { media, sha256, object, bytes };
        if uploads::seal(self.pool, self.env, upload.id, &sealed).await? {
            self.files.forget_parts(upload.id).await
        } else {
            // Two senders finished it at once: one copy is enough.
            self.files.delete(&sealed.object).await
        }
    }

    /// Drops an upload and what has arrived of it.
    pub async fn cancel(&self, actor: &Actor, id: UploadId) -> Result<()> {
        let leftover = uploads::cancel(self.pool, actor, id).await?;
        self.files.forget(&leftover).await
    }
}

async fn hash(path: &std::path::Path) -> Result<(String, i64)> {
    let mut file = tokio::fs::File::open(path).await.map_err(Error::internal)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 256 * 1024];
    let mut length = 0_i64;
    loop {
        let read = file.read(&mut piece).await.map_err(Error::internal)?;
        if read == 0 {
            break;
        }
        length += i64::try_from(read).unwrap_or(0);
        digest.update(piece.get(..read).unwrap_or_default());
    }
    let hex = digest.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    Ok((hex, length))
}
