//! Office and `OpenDocument` packages: zipped XML, read as a stream and only so deep.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read as _},
    path::Path,
};

use calamine::Reader as _;
use quick_xml::{Reader, XmlVersion, events::Event};
use zip::ZipArchive;

use super::text;
use crate::{
    kind::{Kind, UNPACKED},
    look::Refusal,
};

/// How deep elements may nest.
const DEPTH: usize = 256;

type Package = ZipArchive<BufReader<File>>;

fn open(path: &Path) -> Result<Package, Refusal> {
    let file = File::open(path).map_err(|_| Refusal::Broken)?;
    ZipArchive::new(BufReader::new(file)).map_err(|_| Refusal::Broken)
}

fn main_part(kind: Kind) -> &'static str {
    match kind {
        Kind::Docx => "word/document.xml",
        Kind::Pptx => "ppt/presentation.xml",
        Kind::Xlsx => "xl/workbook.xml",
        _ => "content.xml",
    }
}

/// Whether the main part of a package can be unpacked to its end.
pub(super) fn sound(kind: Kind, path: &Path) -> Result<(), Refusal> {
    let mut package = open(path)?;
    let part = package.by_name(main_part(kind)).map_err(|_| Refusal::Broken)?;
    let mut limited = part.take(UNPACKED);
    let read = std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| Refusal::Broken)?;
    if read >= UNPACKED { Err(Refusal::Swells) } else { Ok(()) }
}

/// The words of one part. Paragraphs and rows end lines; where the program noted that a page ended, so does a page.
fn words(source: impl BufRead) -> Result<Vec<String>, Refusal> {
    let mut reader = Reader::from_reader(source);
    let mut buffer = Vec::new();
    let mut pages = vec![String::new()];
    let mut depth = 0_usize;
    // Inside w:t, a:t, or any text of OpenDocument; not inside field codes and deleted text.
    let mut silent = 0_usize;
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| Refusal::Broken)?;
        let Some(page) = pages.last_mut() else { return Err(Refusal::Broken) };
        match event {
            Event::Start(element) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Refusal::Swells);
                }
                if matches!(element.local_name().as_ref(), "instrText" | "delText" | "annotation" | "tracked-changes") {
                    silent += 1;
                }
            }
            Event::Empty(element) => match element.local_name().as_ref() {
                "tab" | "s" => page.push(' '),
                "br" if element.attributes().flatten().any(|a| a.value.as_ref() == "page") => pages.push(String::new()),
                "lastRenderedPageBreak" | "soft-page-break" if !page.trim().is_empty() => pages.push(String::new()),
                "br" | "line-break" | "cr" => page.push('\n'),
                _ => {}
            },
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                match element.local_name().as_ref() {
                    "p" | "h" => page.push('\n'),
                    "tc" | "table-cell" => page.push('\t'),
                    "instrText" | "delText" | "annotation" | "tracked-changes" => silent = silent.saturating_sub(1),
                    _ => {}
                }
            }
            Event::Text(found) if silent == 0 && depth > 1 => {
                let found = found.xml_content(XmlVersion::Implicit1_0);
                // Line ends between elements are how the file is laid out, not what it says.
                if !found.trim().is_empty() || !found.contains('\n') {
                    page.push_str(&found);
                }
            }
            Event::GeneralRef(reference) if silent == 0 => match reference.resolve_char_ref() {
                Ok(Some(letter)) => page.push(letter),
                _ => page.push_str(match reference.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "",
                }),
            },
            // Entities of its own are how XML is made to swell.
            Event::DocType(_) => return Err(Refusal::Swells),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if depth == 0 { Ok(pages) } else { Err(Refusal::Broken) }
}

fn part(package: &mut Package, name: &str) -> Result<Vec<String>, Refusal> {
    let part = package.by_name(name).map_err(|_| Refusal::Broken)?;
    words(BufReader::new(part.take(UNPACKED)))
}

/// The pages of a text document.
pub(super) fn flowing(kind: Kind, path: &Path) -> Result<Vec<String>, Refusal> {
    let mut package = open(path)?;
    let mut pages = part(&mut package, main_part(kind))?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let (Ok(notes), Some(last)) = (part(&mut package, notes), pages.last_mut()) {
            last.push('\n');
            last.push_str(&notes.concat());
        }
    }
    // Programs that note no ends of pages leave one long one.
    Ok(pages.iter().flat_map(|page| text::paged(page)).collect())
}

/// The slides of a presentation, in their order, a page each.
pub(super) fn slides(kind: Kind, path: &Path) -> Result<Vec<String>, Refusal> {
    let mut package = open(path)?;
    if kind == Kind::Odp {
        return flowing(kind, path);
    }
    let number = |name: &str| {
        name.strip_prefix("ppt/slides/slide")
            .and_then(|rest| rest.strip_suffix(".xml"))
            .and_then(|n| n.parse::<u32>().ok())
    };
    let mut numbers: Vec<u32> = package.file_names().flatten().filter_map(|name| number(&name)).collect();
    numbers.sort_unstable();
    numbers.into_iter().map(|n| Ok(part(&mut package, &format!("ppt/slides/slide{n}.xml"))?.concat())).collect()
}

/// The sheets of a workbook, a page each.
pub(super) fn sheets(kind: Kind, path: &Path) -> Result<Vec<String>, Refusal> {
    let file = BufReader::new(File::open(path).map_err(|_| Refusal::Broken)?);
    if kind == Kind::Ods {
        let mut book: calamine::Ods<_> =
            calamine::open_workbook_from_rs(file).map_err(|_: calamine::OdsError| Refusal::Broken)?;
        return Ok(book.worksheets().iter().map(|(name, range)| sheet(name, range)).collect());
    }
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(file).map_err(|_: calamine::XlsxError| Refusal::Broken)?;
    Ok(book.worksheets().iter().map(|(name, range)| sheet(name, range)).collect())
}

fn sheet(name: &str, range: &calamine::Range<calamine::Data>) -> String {
    let mut page = format!("{name}\n");
    for row in range.rows() {
        let cells: Vec<String> = row.iter().map(ToString::to_string).filter(|cell| !cell.is_empty()).collect();
        if !cells.is_empty() {
            page.push_str(&cells.join("\t"));
            page.push('\n');
        }
    }
    page
}
