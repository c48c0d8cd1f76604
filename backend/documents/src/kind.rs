//! What a file is, told from its content; the name decides only between kinds of plain text.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    path::Path,
};

use zip::ZipArchive;

use crate::look::Refusal;

/// Kinds of file that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// Word.
    Docx,
    /// `PowerPoint`.
    Pptx,
    /// Excel.
    Xlsx,
    /// `OpenDocument` text.
    Odt,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// `OpenDocument` presentation.
    Odp,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// An e-mail.
    Mail,
    /// A table in plain text.
    Csv,
    /// Plain text.
    Text,
    /// A picture.
    Png,
    /// A photograph.
    Jpeg,
    /// A picture.
    Webp,
    /// Sound.
    Mp3,
    /// Sound.
    Wav,
    /// Sound.
    Ogg,
    /// Film or sound.
    Mp4,
    /// Film.
    Webm,
}

impl Kind {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Pdf, "application/pdf"),
        (Self::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (Self::Pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (Self::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Self::Odt, "application/vnd.oasis.opendocument.text"),
        (Self::Ods, "application/vnd.oasis.opendocument.spreadsheet"),
        (Self::Odp, "application/vnd.oasis.opendocument.presentation"),
        (Self::Rtf, "application/rtf"),
        (Self::Html, "text/html"),
        (Self::Mail, "message/rfc822"),
        (Self::Csv, "text/csv"),
        (Self::Text, "text/plain"),
        (Self::Png, "image/png"),
        (Self::Jpeg, "image/jpeg"),
        (Self::Webp, "image/webp"),
        (Self::Mp3, "audio/mpeg"),
        (Self::Wav, "audio/wav"),
        (Self::Ogg, "audio/ogg"),
        (Self::Mp4, "video/mp4"),
        (Self::Webm, "video/webm"),
    ];

    /// Its media type (RFC 6838).
    pub fn media(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("application/octet-stream", |(_, media)| media)
    }

    /// The kind with this media type.
    pub fn of_media(media: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == media).map(|(kind, _)| *kind)
    }

    /// It is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp)
    }

    /// It is a package of the Office or `OpenDocument` family.
    pub const fn is_package(self) -> bool {
        matches!(self, Self::Docx | Self::Pptx | Self::Xlsx | Self::Odt | Self::Ods | Self::Odp)
    }
}

/// Most bytes that the parts of a package may have together once unpacked.
pub const UNPACKED: u64 = 400 * 1024 * 1024;
/// Most parts of a package.
const PARTS: usize = 20_000;

fn package(file: File) -> Result<Kind, Refusal> {
    let mut archive = ZipArchive::new(file).map_err(|_| Refusal::Broken)?;
    if archive.len() > PARTS {
        return Err(Refusal::Swells);
    }
    let mut unpacked = 0_u64;
    let mut found = None;
    let mut office = false;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| Refusal::Broken)?;
        unpacked = unpacked.saturating_add(entry.size());
        // Text packs to a tenth; a thousandth is a trap.
        if unpacked > UNPACKED
            || (entry.size() > 8 * 1024 * 1024 && entry.size() / entry.compressed_size().max(1) > 400)
        {
            return Err(Refusal::Swells);
        }
        if entry.encrypted() {
            return Err(Refusal::Locked);
        }
        match entry.name().map_err(|_| Refusal::Broken)?.as_ref() {
            "[Content_Types].xml" => office = true,
            "word/document.xml" => found = Some(Kind::Docx),
            "ppt/presentation.xml" => found = Some(Kind::Pptx),
            "xl/workbook.xml" => found = Some(Kind::Xlsx),
            _ => {}
        }
    }
    if let (true, Some(kind)) = (office, found) {
        return Ok(kind);
    }
    let mut mimetype = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        let _ = entry.take(100).read_to_string(&mut mimetype);
    }
    if archive.by_name("META-INF/manifest.xml").is_ok_and(|entry| {
        let mut text = String::new();
        let _ = entry.take(1024 * 1024).read_to_string(&mut text);
        text.contains("encryption-data")
    }) {
        return Err(Refusal::Locked);
    }
    match Kind::of_media(mimetype.trim()) {
        Some(kind) if kind.is_package() => Ok(kind),
        _ => Err(Refusal::Kind),
    }
}

/// Tells what a file is, or why it is not taken.
pub fn tell(path: &Path, name: &str) -> Result<Kind, Refusal> {
    let mut file = File::open(path).map_err(|_| Refusal::Broken)?;
    let mut head = vec![0; 8192];
    let mut read = 0;
    while read < head.len() {
        match file.read(head.get_mut(read..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(n) => read += n,
            Err(_) => return Err(Refusal::Broken),
        }
    }
    head.truncate(read);
    file.seek(SeekFrom::Start(0)).map_err(|_| Refusal::Broken)?;
    let at = |offset: usize, sign: &[u8]| head.get(offset..offset + sign.len()) == Some(sign);
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    if at(0, b"PK\x03\x04") {
        return package(file);
    }
    // Old Office files; also how Office wraps what is locked with a password.
    if at(0, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        let mut whole = Vec::new();
        file.take(4 * 1024 * 1024).read_to_end(&mut whole).map_err(|_| Refusal::Broken)?;
        let sign: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = whole.windows(sign.len()).any(|part| part == sign.as_slice());
        return Err(if locked { Refusal::Locked } else { Refusal::Kind });
    }
    let binary = if at(0, b"%PDF-") {
        Some(Kind::Pdf)
    } else if at(0, b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if at(0, &[0xff, 0xd8, 0xff]) {
        Some(Kind::Jpeg)
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some(Kind::Webp)
    } else if at(0, b"RIFF") && at(8, b"WAVE") {
        Some(Kind::Wav)
    } else if at(0, b"ID3") || at(0, &[0xff, 0xfb]) || at(0, &[0xff, 0xf3]) {
        Some(Kind::Mp3)
    } else if at(0, b"OggS") {
        Some(Kind::Ogg)
    } else if at(4, b"ftyp") {
        Some(Kind::Mp4)
    } else if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) {
        Some(Kind::Webm)
    } else if at(0, b"{\\rtf") {
        Some(Kind::Rtf)
    } else {
        None
    };
    binary.map_or_else(|| plain(&head, name), Ok)
}

/// Which kind of plain text it is, if it is text at all.
fn plain(head: &[u8], name: &str) -> Result<Kind, Refusal> {
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if !wide && head.iter().any(|byte| *byte < 9 || (14..27).contains(byte)) {
        return Err(Refusal::Kind);
    }
    let text = crate::read::text::decode(head).to_lowercase();
    let text = text.trim_start();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Ok(Kind::Html);
    }
    // A drawing or data in XML can carry scripts and refers to itself without end.
    if text.starts_with("<?xml") || text.starts_with("<svg") || text.starts_with("<!doctype") {
        return if text.contains("<html") { Ok(Kind::Html) } else { Err(Refusal::Kind) };
    }
    let headers = text.split("\r\n\r\n").next().and_then(|head| head.split("\n\n").next()).unwrap_or_default();
    let has = |name: &str| headers.lines().any(|line| line.starts_with(name));
    if has("from:") && (has("subject:") || has("message-id:")) && (has("date:") || has("received:")) {
        return Ok(Kind::Mail);
    }
    Ok(match ending.as_str() {
        "csv" | "tsv" => Kind::Csv,
        "htm" | "html" => Kind::Html,
        _ => Kind::Text,
    })
}
