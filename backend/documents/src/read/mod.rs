//! Readers, one for each kind of file: pages of text out of a path.

mod mail;
mod office;
pub(crate) mod pdf;
pub(crate) mod text;

use std::{fs, path::Path};

use crate::{kind::Kind, look::Refusal};

/// Whether a file is whole enough to be kept.
pub fn sound(kind: Kind, path: &Path) -> Result<(), Refusal> {
    match kind {
        Kind::Pdf => pdf::sound(path),
        kind if kind.is_package() => office::sound(kind, path),
        kind if kind.is_picture() => {
            // Its head alone: width and height say what drawing it would take.
            let reader = image::ImageReader::open(path).map_err(|_| Refusal::Broken)?;
            let reader = reader.with_guessed_format().map_err(|_| Refusal::Broken)?;
            let (width, height) = reader.into_dimensions().map_err(|_| Refusal::Broken)?;
            if u64::from(width) * u64::from(height) > 200_000_000 { Err(Refusal::Swells) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// The text of a file, page by page; nothing where there is none to read.
pub fn pages(kind: Kind, path: &Path) -> Result<Vec<String>, Refusal> {
    let bytes = || fs::read(path).map_err(|_| Refusal::Broken);
    match kind {
        Kind::Pdf => pdf::pages(path),
        Kind::Docx | Kind::Odt => office::flowing(kind, path),
        Kind::Pptx | Kind::Odp => office::slides(kind, path),
        Kind::Xlsx | Kind::Ods => office::sheets(kind, path),
        Kind::Rtf => {
            let text = text::decode(&bytes()?);
            let tokens = rtf_parser::Lexer::scan(&text).map_err(|_| Refusal::Broken)?;
            let read = rtf_parser::Parser::new(tokens).parse().map_err(|_| Refusal::Broken)?;
            Ok(text::paged(&read.get_text()))
        }
        Kind::Html => Ok(text::paged(&text::of_html(&bytes()?))),
        Kind::Mail => mail::pages(&bytes()?),
        Kind::Csv | Kind::Text => Ok(text::paged(&text::decode(&bytes()?))),
        Kind::Png | Kind::Jpeg | Kind::Webp | Kind::Mp3 | Kind::Wav | Kind::Ogg | Kind::Mp4 | Kind::Webm => {
            Ok(Vec::new())
        }
    }
}
