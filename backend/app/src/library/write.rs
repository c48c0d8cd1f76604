//! The demo's files: Word, `OpenDocument`, PDF, tables, web pages, mails and plain text, written out.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use lopdf::{
    Document, Object, Stream,
    content::{Content, Operation},
    dictionary,
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::texts::Entry;

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Lines as elements of one name.
fn elements<'t>(name: &str, lines: impl Iterator<Item = &'t str>) -> String {
    lines.fold(String::new(), |mut body, line| {
        let _ = write!(body, "<{name}>{}</{name}>", xml(line));
        body
    })
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // Memory does not fail.
        let _ = to.start_file(*name, SimpleFileOptions::default());
        let _ = to.write_all(content.as_bytes());
    }
    to.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn docx(entry: &Entry) -> Vec<u8> {
    let mut body = String::new();
    for (number, page) in entry.pages.iter().enumerate() {
        if number > 0 {
            body.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
        for line in page.lines() {
            body.push_str("<w:p><w:r><w:t xml:space=\"preserve\">");
            body.push_str(&xml(line));
            body.push_str("</w:t></w:r></w:p>");
        }
    }
    package(&[
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>".into(),
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>".into(),
        ),
        (
            "word/document.xml",
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"),
        ),
    ])
}

fn odt(entry: &Entry) -> Vec<u8> {
    let lines = entry.pages.iter().flat_map(|page| page.lines());
    let body = elements("text:p", lines);
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.text".into()),
        (
            "META-INF/manifest.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>".into(),
        ),
        (
            "content.xml",
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"),
        ),
    ])
}

/// Lines of at most so many letters.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= most {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A PDF in Latin letters, with a font that every reader has.
fn pdf(entry: &Entry) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut kids: Vec<Object> = Vec::new();
    for page in &entry.pages {
        let mut operations = vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 11.into()]),
            Operation::new("TL", vec![16.into()]),
            Operation::new("Td", vec![64.into(), 770.into()]),
        ];
        for line in wrapped(page, 84) {
            operations.push(Operation::new("Tj", vec![Object::string_literal(line)]));
            operations.push(Operation::new("T*", vec![]));
        }
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().unwrap_or_default();
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).unwrap_or(0);
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    let _ = document.save_to(&mut bytes);
    bytes
}

/// The file of an entry, of the kind that its name ends in.
pub(super) fn file(entry: &Entry) -> Vec<u8> {
    let text = || entry.pages.join("\n\n");
    match entry.name.rsplit('.').next() {
        Some("docx") => docx(entry),
        Some("odt") => odt(entry),
        Some("pdf") => pdf(entry),
        Some("html") => format!(
            "<!doctype html>\n<html lang=\"{}\"><meta charset=\"utf-8\"><title>{}</title><body>{}</body></html>\n",
            entry.languages.first().unwrap_or(&"en"),
            xml(&entry.title.en),
            elements("p", text().lines())
        )
        .into_bytes(),
        Some("eml") => format!(
            "From: Commune clerk <clerk@commune.example>\r\nTo: Romdoul Voice <hello@rvo.example>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0700\r\nSubject: {}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
            entry.title.en,
            text()
        )
        .into_bytes(),
        _ => text().into_bytes(),
    }
}
