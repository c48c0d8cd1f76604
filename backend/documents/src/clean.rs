//! What files say about people beside their content: camera, place, author, company. Taken out on request.

use std::{
    fs::File,
    io::{BufReader, Cursor, Read as _, Write as _},
    path::Path,
};

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    kind::{Kind, UNPACKED},
    look::Refusal,
};

/// Cleans a file in place.
pub(crate) fn clean(kind: Kind, path: &Path) -> Result<(), Refusal> {
    match kind {
        Kind::Png | Kind::Jpeg | Kind::Webp => picture(kind, path),
        Kind::Docx | Kind::Pptx | Kind::Xlsx | Kind::Odt | Kind::Ods | Kind::Odp => package(path),
        Kind::Pdf => pdf(path),
        _ => Ok(()),
    }
}

/// Draws the picture anew, upright: nothing but its pixels is kept.
fn picture(kind: Kind, path: &Path) -> Result<(), Refusal> {
    let mut reader =
        ImageReader::open(path).map_err(|_| Refusal::Broken)?.with_guessed_format().map_err(|_| Refusal::Broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(600 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Refusal::Broken)?;
    let turned = decoder.orientation().map_err(|_| Refusal::Broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Broken)?;
    picture.apply_orientation(turned);
    let format = match kind {
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let mut drawn = Vec::new();
    let picture = if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(picture.into_rgb8()) } else { picture };
    picture.write_to(&mut Cursor::new(&mut drawn), format).map_err(|_| Refusal::Broken)?;
    std::fs::write(path, drawn).map_err(|_| Refusal::Broken)
}

/// Writes a package anew with empty records of who made it.
fn package(path: &Path) -> Result<(), Refusal> {
    let broken = |_| Refusal::Broken;
    let mut from = ZipArchive::new(BufReader::new(File::open(path).map_err(|_| Refusal::Broken)?)).map_err(broken)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let name = from.by_index_raw(index).map_err(broken)?.name().map_err(broken)?.into_owned();
        let empty = match name.as_str() {
            "docProps/core.xml" => Some(
                r#"<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#,
            ),
            "docProps/app.xml" => Some(
                r#"<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#,
            ),
            "docProps/custom.xml" => Some(
                r#"<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#,
            ),
            "meta.xml" => Some(
                r#"<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>"#,
            ),
            _ => None,
        };
        if let Some(empty) = empty {
            to.start_file(&name, SimpleFileOptions::default()).map_err(broken)?;
            to.write_all(empty.as_bytes()).map_err(|_| Refusal::Broken)?;
        } else {
            let part = from.by_index_raw(index).map_err(broken)?;
            to.raw_copy_file(part).map_err(broken)?;
        }
    }
    let done = to.finish().map_err(broken)?.into_inner();
    std::fs::write(path, done).map_err(|_| Refusal::Broken)
}

/// Drops the information dictionary and the XMP packet of a PDF.
fn pdf(path: &Path) -> Result<(), Refusal> {
    let mut document = lopdf::Document::load(path).map_err(|_| Refusal::Broken)?;
    if let Some(information) = document.trailer.remove(b"Info")
        && let Ok(id) = information.as_reference()
    {
        document.objects.remove(&id);
    }
    let packets: Vec<_> = document
        .objects
        .iter()
        .filter(|(_, object)| {
            object
                .as_stream()
                .is_ok_and(|s| s.dict.get(b"Type").and_then(lopdf::Object::as_name).is_ok_and(|n| n == b"Metadata"))
        })
        .map(|(id, _)| *id)
        .collect();
    for id in packets {
        document.objects.remove(&id);
    }
    if let Ok(catalog) = document.catalog_mut() {
        catalog.remove(b"Metadata");
    }
    document.save(path).map_err(|_| Refusal::Broken)?;
    let length = File::open(path).and_then(|f| f.take(UNPACKED).read_to_end(&mut Vec::new()));
    if length.is_ok_and(|n| n > 0) { Ok(()) } else { Err(Refusal::Broken) }
}
