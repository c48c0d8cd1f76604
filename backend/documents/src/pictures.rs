//! Pages as pictures, for phones and thumbnails; and words recognised in pictures.
//!
//! Both need programs of the system (poppler's `pdftoppm`, `tesseract`), which
//! run as confined as everything that touches files. Where they are missing
//! there is no picture, and a scan's words cannot be searched yet.

use std::path::Path;

use bytes::Bytes;
use sala_domain::evidence::{File, Read};
use sala_files::Files;
use sala_kernel::{Error, Result};

use crate::{apart::Reader, kind::Kind};

/// Longest side of a page's picture, in pixels.
const SIDE: u32 = 1200;
/// Most pages of a scan whose words are recognised.
const RECOGNISED: usize = 60;

/// A page of a file as JPEG; none where there is no way to draw it.
pub async fn page(files: &Files, reader: &Reader, file: &File, page: u32) -> Result<Option<Bytes>> {
    let Some(kind) = Kind::of_media(&file.media) else { return Ok(None) };
    if !(kind == Kind::Pdf || kind.is_picture() && page == 1) || page == 0 {
        return Ok(None);
    }
    let made = format!("made/{}/{page}.jpg", file.id.0.simple());
    if let Some(bytes) = files.read_made(&made).await? {
        return Ok(Some(bytes));
    }
    let folder = tempfile::tempdir().map_err(Error::internal)?;
    let path = folder.path().join("file");
    files.fetch(&file.object, &path).await?;
    let drawn = if kind == Kind::Pdf { drawn(reader, &path, page, SIDE).await } else { shrunk(&path).await? };
    let Some(bytes) = drawn else { return Ok(None) };
    files.put_made(&made, bytes.clone()).await?;
    Ok(Some(bytes))
}

async fn drawn(reader: &Reader, path: &Path, page: u32, side: u32) -> Option<Bytes> {
    let (page, side, path) = (page.to_string(), side.to_string(), path.to_str()?);
    let words = ["-jpeg", "-f", &page, "-l", &page, "-scale-to", &side, "-singlefile", path];
    reader.tool("pdftoppm", &words).await.filter(|bytes| bytes.starts_with(&[0xff, 0xd8])).map(Bytes::from)
}

async fn shrunk(path: &Path) -> Result<Option<Bytes>> {
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || {
        let mut reader = image::ImageReader::open(&path).ok()?.with_guessed_format().ok()?;
        let mut limits = image::Limits::default();
        limits.max_alloc = Some(400 * 1024 * 1024);
        reader.limits(limits);
        let picture = image::DynamicImage::ImageRgb8(reader.decode().ok()?.thumbnail(SIDE, SIDE).into_rgb8());
        let mut bytes = Vec::new();
        picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).ok()?;
        Some(Bytes::from(bytes))
    })
    .await
    .map_err(Error::internal)
}

/// The words in the pictures of a scan or photograph, page by page; none where they cannot be recognised here.
pub(crate) async fn recognise(reader: &Reader, kind: Kind, path: &Path, pages: usize) -> Option<Read> {
    let mut read = Read { pages: Vec::new(), recognised: true };
    if kind.is_picture() {
        read.pages.push(words(reader, path).await?);
        return Some(read);
    }
    let folder = tempfile::tempdir().ok()?;
    for page in 1..=pages.min(RECOGNISED) {
        let drawn = drawn(reader, path, u32::try_from(page).ok()?, 2400).await?;
        let picture = folder.path().join("page.jpg");
        tokio::fs::write(&picture, &drawn).await.ok()?;
        read.pages.push(words(reader, &picture).await?);
    }
    Some(read)
}

async fn words(reader: &Reader, picture: &Path) -> Option<(String, String)> {
    let found = reader.tool("tesseract", &[picture.to_str()?, "-", "-l", "khm+eng"]).await?;
    let text = sala_kernel::khmer::tidy(&String::from_utf8_lossy(&found));
    let language = sala_kernel::khmer::language(&text).to_owned();
    Some((text, language))
}
