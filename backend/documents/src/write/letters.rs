//! Letters of invitation, name badges and the plan of tables, as PDF: one letter on a sheet, with a sign that a phone reads.

use std::{collections::BTreeMap, io::Cursor, sync::Arc};

use image::{GrayImage, ImageFormat, Luma};
use qrcode::{Color, EcLevel, QrCode};
use sala_domain::dialogues::letters::Sheet;
use sala_kernel::Language;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Bytes, Smart},
    syntax::Source,
};
use typst_layout::PagedDocument;

use super::pdf::{Desk, Fonts, literal, with_whole_clusters};

const STYLE: &str = r#"#set page(paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 20mm))
#set text(font: ("Source Serif 4", "Noto Serif Khmer"), size: 11pt, fill: rgb("1c1a17"))
#set par(spacing: 0.9em)
#let facts(rows) = table(columns: (auto, 1fr), stroke: none, inset: (x: 0pt, y: 5pt), column-gutter: 10pt, ..rows.map(((name, what)) => (text(fill: rgb("6b6459"), name), what)).flatten())
#let mark(file, words, url) = block(breakable: false, width: 100%, above: 1.6em, stroke: 0.5pt + rgb("857e70"), radius: 3pt, inset: 10pt, grid(columns: (30mm, 1fr), column-gutter: 12pt, align: horizon, image(file, width: 30mm, alt: url), [#text(size: 10pt, words) \ #text(size: 7pt, fill: rgb("0f5c55"), url)]))
"#;

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

fn made(words: String, files: BTreeMap<String, Bytes>, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let desk = Desk { shelf: Arc::clone(&fonts.0), source: Source::detached(words), files };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| told(&errors))?;
    let options =
        typst_pdf::PdfOptions { creator: Smart::Custom(Some("Sala".into())), ..typst_pdf::PdfOptions::default() };
    let file = typst_pdf::pdf(&with_whole_clusters(set), &options).map_err(|errors| told(&errors));
    typst::comemo::evict(0);
    file
}

/// How many pixels a dot of a sign is wide.
const DOT: u32 = 6;
/// How many dots around a sign stay white (ISO/IEC 18004).
const QUIET: u32 = 4;

/// An address as a sign that a phone reads, also where a corner of it is folded.
fn sign(url: &str) -> Result<Bytes, String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(|error| error.to_string())?;
    let dots = u32::try_from(code.width()).map_err(|error| error.to_string())?;
    let side = (dots + 2 * QUIET) * DOT;
    let picture = GrayImage::from_fn(side, side, |x, y| {
        let at = |pixel: u32| (pixel / DOT).checked_sub(QUIET).filter(|dot| *dot < dots);
        let dark = at(x).zip(at(y)).is_some_and(|(x, y)| code[(x as usize, y as usize)] == Color::Dark);
        Luma([if dark { 0 } else { 255 }])
    });
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|error| error.to_string())?;
    Ok(Bytes::new(png.into_inner()))
}

const fn spoken(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => ("en", "0.7em"),
        Language::Km => ("km", "1.05em"),
    }
}

/// Letters, one on a sheet, in their order; why not, where one cannot be set.
pub fn letters(sheets: &[Sheet], title: &str, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let (words, files) = bundle(sheets, title)?;
    made(words, files, fonts)
}

fn bundle(sheets: &[Sheet], title: &str) -> Result<(String, BTreeMap<String, Bytes>), String> {
    let mut files = BTreeMap::new();
    let mut words = format!("#set document(title: {}, date: none)\n{STYLE}", literal(title));
    for (at, sheet) in sheets.iter().enumerate() {
        let name = format!("sign-{at}.png");
        files.insert(name.clone(), sign(&sheet.url)?);
        if at > 0 {
            words.push_str("#pagebreak()\n");
        }
        words.push_str(&letter(sheet, &name));
    }
    Ok((words, files))
}

fn letter(sheet: &Sheet, sign: &str) -> String {
    let (lang, leading) = spoken(sheet.language);
    let lines = |lines: &[String]| lines.iter().map(|line| literal(line)).collect::<Vec<_>>().join(", linebreak(), ");
    let mut out = format!("#[\n#set text(lang: \"{lang}\")\n#set par(leading: {leading})\n");
    for line in &sheet.motto {
        put!(out, "#align(center, text(weight: \"bold\", {}))\n", literal(line));
    }
    if !sheet.motto.is_empty() {
        out.push_str("#v(0.8em)\n");
    }
    put!(
        out,
        "#grid(columns: (1fr, auto), column-gutter: 12pt, [#strong({{ for part in ({},) {{ part }} }})], align(right, [#{} \\ #{}]))\n#v(1.2em)\n",
        lines(&sheet.sender),
        literal(&sheet.day),
        literal(&sheet.number)
    );
    put!(out, "#block({{ for part in ({},) {{ part }} }})\n", lines(&sheet.to));
    put!(out, "#block(above: 1.4em, below: 1.2em, strong({}))\n", literal(&sheet.subject));
    for paragraph in &sheet.body {
        put!(out, "#par({})\n", literal(paragraph));
    }
    let facts = super::joined(&sheet.facts, |out, (name, what)| put!(out, "({}, {}),", literal(name), literal(what)));
    put!(out, "#facts(({facts}))\n#mark({}, {}, {})\n", literal(sign), literal(sheet.scan), literal(&sheet.url));
    put!(
        out,
        "#block(breakable: false, above: 1.6em, [#par({})\n#v(14mm)\n#{{ for part in ({},) {{ part }} }}])\n]\n",
        literal(&sheet.closing),
        lines(&sheet.signatory)
    );
    out
}

/// What stands on a name badge.
#[derive(Debug, Clone)]
pub struct Badge {
    /// In which language.
    pub language: Language,
    /// Who.
    pub name: String,
    /// What they do, and where.
    pub about: String,
    /// For which group they come.
    pub group: String,
    /// At which table they sit; may be empty.
    pub table: String,
}

/// Name badges, ten on a sheet, with lines to cut along; why not, where they cannot be set.
pub fn badges(all: &[Badge], title: &str, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let mut words = format!(
        "#set document(title: {}, date: none)\n#set page(paper: \"a4\", margin: 12mm)\n\
         #set text(font: (\"Source Serif 4\", \"Noto Serif Khmer\"), size: 10pt, fill: rgb(\"1c1a17\"))\n#set par(leading: 0.8em, spacing: 0.6em)\n\
         #let badge(lang, size, title, name, about, group, table) = block(width: 92mm, height: 53mm, stroke: 0.4pt + rgb(\"857e70\"), inset: 5mm, {{\n\
         set text(lang: lang)\nplace(top + left, text(size: 7.5pt, fill: rgb(\"6b6459\"), box(width: 82mm, title)))\n\
         align(left + horizon, [#text(size: size, weight: \"bold\", name) \\ #text(size: 10pt, about)])\n\
         place(bottom + left, text(size: 9pt, fill: rgb(\"0f5c55\"), group))\nplace(bottom + right, text(size: 11pt, weight: \"bold\", table)) }})\n\
         #grid(columns: 2, gutter: 1mm,\n",
        literal(title)
    );
    for badge in all {
        // A long name is set smaller, never cut.
        let size = match badge.name.chars().count() {
            0..=22 => "18pt",
            23..=40 => "14pt",
            _ => "11pt",
        };
        put!(
            words,
            "badge(\"{}\", {size}, {}, {}, {}, {}, {}),\n",
            spoken(badge.language).0,
            literal(title),
            literal(&badge.name),
            literal(&badge.about),
            literal(&badge.group),
            literal(&badge.table)
        );
    }
    words.push_str(")\n");
    made(words, BTreeMap::new(), fonts)
}

/// Who sits at a table.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// Who sits there: the name, and for which group they come.
    pub people: Vec<(String, String)>,
}

/// The plan of tables, to be hung at the door; why not, where it cannot be set.
pub fn table_plan(tables: &[Table], title: &str, language: Language, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let (lang, leading) = spoken(language);
    let mut words = format!(
        "#set document(title: {title}, date: none)\n#set page(paper: \"a4\", margin: 16mm, columns: 2)\n\
         #set text(font: (\"Source Serif 4\", \"Noto Serif Khmer\"), size: 11pt, lang: \"{lang}\", fill: rgb(\"1c1a17\"))\n#set par(leading: {leading})\n\
         #place(top, float: true, scope: \"parent\", clearance: 8mm, text(size: 18pt, weight: \"bold\", {title}))\n",
        title = literal(title)
    );
    for table in tables {
        let people = super::joined(&table.people, |out, (name, group)| {
            put!(out, "[#{} \\ #text(size: 8.5pt, fill: rgb(\"6b6459\"), {})],", literal(name), literal(group));
        });
        put!(
            words,
            "#block(breakable: false, width: 100%, below: 6mm, stroke: 0.5pt + rgb(\"857e70\"), radius: 3pt, inset: 4mm, [#text(size: 14pt, weight: \"bold\", {}) #enum({people})])\n",
            literal(&table.name)
        );
    }
    made(words, BTreeMap::new(), fonts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(words: &str) -> Sheet {
        Sheet {
            language: Language::Km,
            motto: vec!["ព្រះរាជាណាចក្រកម្ពុជា"],
            sender: vec![words.to_owned()],
            number: words.to_owned(),
            day: words.to_owned(),
            to: vec![words.to_owned()],
            subject: words.to_owned(),
            body: vec![words.to_owned(); 3],
            facts: vec![("ពេលវេលា", words.to_owned())],
            url: "https://hub.example/rsvp#Zm9yIG9uZSBhbG9uZSwgYW5kIG5vYm9keSBlbHNlLi4".into(),
            scan: "scan",
            closing: words.to_owned(),
            signatory: vec![words.to_owned(), words.to_owned()],
        }
    }

    /// Those that the web app brings along.
    fn fonts() -> Fonts {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist/typesetting");
        let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
        Fonts::new(files).unwrap()
    }

    #[test]
    fn the_sign_on_a_letter_is_read_as_the_address_that_stands_beside_it() {
        let sheets = [sheet("Sok Dara"), sheet("x")];
        let (words, files) = bundle(&sheets, "x").unwrap();
        let desk = Desk { shelf: Arc::clone(&fonts().0), source: Source::detached(words), files };
        let set = typst::compile::<PagedDocument>(&desk).output.unwrap();
        assert_eq!(set.pages().len(), 2, "one letter on a sheet");
        let page = typst_render::render(&set.pages()[0], &typst_render::RenderOptions::default());
        let (wide, high) = (page.width() as usize, page.height() as usize);
        let pixels = page.pixels();
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| pixels[y * wide + x].green());
        let signs = picture.detect_grids();
        let read: Vec<String> = signs.iter().filter_map(|sign| sign.decode().ok()).map(|(_, text)| text).collect();
        assert_eq!(read, [sheets[0].url.as_str()]);
    }

    #[test]
    fn what_a_letter_says_is_no_order_to_the_typesetter() {
        let hostile = "\"); #read(\"/etc/passwd\") \\ $x$ #{panic()} @a <b> *c* \u{7}";
        let (words, _) = bundle(&[sheet(hostile)], hostile).unwrap();
        let outside = crate::write::pdf::tests::literals_removed(&words);
        for order in ["read(", "panic", "passwd", "$x$", "@a"] {
            assert!(!outside.contains(order), "{order} in {outside}");
        }
    }
}
