//! A paper as PDF, set by Typst: Khmer shaped and broken at words, sections numbered, footnotes, tables; drafts carry where
//! they stand and their hash.
//!
//! What the text says never becomes Typst's language: it goes in as string literals.

use std::{collections::BTreeMap, sync::Arc};

use sala_kernel::Language;
use serde_json::Value;
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration, Smart},
    layout::{Em, Frame, FrameItem, Point},
    syntax::{FileId, Source},
    text::{Font, FontBook, TextItem},
    utils::LazyHash,
};
use typst_layout::PagedDocument;

use super::{
    Part, Work, attribute, breaks, children, deleted, due, inserted, joined, kind, level, link, mark, plain, section,
};

/// The fonts that papers are set in.
#[derive(Clone)]
pub struct Fonts(pub(super) Arc<Shelf>);

pub(super) struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Fonts").field(&self.0.fonts.len()).finish()
    }
}

impl Fonts {
    /// From font files; nothing when there is no font in them.
    pub fn new(files: impl IntoIterator<Item = Vec<u8>>) -> Option<Self> {
        let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let (library, book) = (LazyHash::new(Library::default()), LazyHash::new(FontBook::from_fonts(&fonts)));
        (!fonts.is_empty()).then(|| Self(Arc::new(Shelf { library, book, fonts })))
    }
}

/// One source, its fonts and its pictures: there is no other file to read, and no clock.
pub(super) struct Desk {
    pub(super) shelf: Arc<Shelf>,
    pub(super) source: Source,
    pub(super) files: BTreeMap<String, Bytes>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        // Nothing but the pictures that came with the work.
        self.files.get(id.get().vpath().get_without_slash()).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The whole paper; why not, where it cannot be set.
pub fn pdf(work: &Work, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let told = |errors: &[typst::diag::SourceDiagnostic]| {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    };
    let files = work.logos.iter().map(|(name, png)| (logo_file(name), Bytes::new(png.clone()))).collect();
    let desk = Desk { shelf: Arc::clone(&fonts.0), source: Source::detached(source(work)), files };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| told(&errors))?;
    // The same text gives the same file.
    let options =
        typst_pdf::PdfOptions { creator: Smart::Custom(Some("Sala".into())), ..typst_pdf::PdfOptions::default() };
    let file = typst_pdf::pdf(&with_whole_clusters(set), &options).map_err(|errors| told(&errors));
    // What it remembers between two papers would only grow.
    typst::comemo::evict(2);
    file
}

fn logo_file(name: &str) -> String {
    format!("logo-{}.png", name.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
}

/// What a link to a text shows where links are shared.
#[derive(Debug, Clone, Copy)]
pub struct Card<'c> {
    /// The title.
    pub title: &'c str,
    /// In which language it is.
    pub language: Language,
    /// Whose text it is.
    pub by: &'c str,
}

/// A card as PNG, 1200 × 630; why not, where it cannot be drawn.
pub fn card(card: &Card<'_>, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let (lang, leading) = match card.language {
        Language::En => ("en", "0.6em"),
        Language::Km => ("km", "1em"),
    };
    // A long title is set smaller, never cut.
    let size = match card.title.chars().count() {
        0..=60 => 26,
        61..=120 => 21,
        _ => 15,
    };
    let (title, by) = (literal(card.title), literal(card.by));
    let words = format!(
        "#set page(width: 600pt, height: 315pt, margin: 40pt, fill: rgb(\"faf8f4\"))\n\
         #set text(font: (\"Source Serif 4\", \"Noto Serif Khmer\"), fill: rgb(\"1c1a17\"), lang: \"{lang}\")\n#set par(leading: {leading})\n\
         #place(left + top, rect(width: 48pt, height: 5pt, fill: rgb(\"0f5c55\")))\n#v(1fr)\n\
         #text(size: {size}pt, weight: \"bold\", {title})\n#v(1fr)\n#text(size: 14pt, fill: rgb(\"6b6459\"), {by})\n"
    );
    let desk = Desk { shelf: Arc::clone(&fonts.0), source: Source::detached(words), files: BTreeMap::new() };
    let set = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "));
    let drawn = set.and_then(|set| {
        let page = set.pages().first().ok_or("no page")?;
        // Two pixels to a point.
        typst_render::render(page, &typst_render::RenderOptions::default())
            .encode_png()
            .map_err(|error| error.to_string())
    });
    typst::comemo::evict(2);
    drawn
}

const STYLE: &str = r#"#set page(paper: "a4", margin: (x: 24mm, y: 26mm))
#set text(font: ("Source Serif 4", "Noto Serif Khmer"), size: 11pt, fill: rgb("1c1a17"))
#set par(leading: 0.75em, spacing: 1.1em)
#show heading: set block(above: 1.6em, below: 0.8em)
#show link: set text(fill: rgb("0f5c55"))
#let khmer(n) = str(n).clusters().map(c => "០១២៣៤៥៦៧៨៩".clusters().at(int(c))).join()
#let added(body) = underline(text(fill: rgb("0f5c55"), body))
#let taken(body) = strike(text(fill: rgb("8f2d22"), body))
#let recommended(due, body) = block(width: 100%, inset: 8pt, radius: 3pt, stroke: 0.5pt + rgb("857e70"), if due == none { body } else { strong(due) + linebreak() + body })
"#;

fn source(work: &Work) -> String {
    let mut out = String::new();
    let title = work.parts.first().map_or("", |part| part.title.as_str());
    put!(out, "#set document(title: {}, date: none)\n{STYLE}", literal(title));
    if !work.mark.is_empty() {
        let mark = literal(&format!("{} · {}", work.mark, work.hash));
        let stamp = format!("rotate(-52deg, text(size: 34pt, fill: rgb(\"efebe3\"), {mark}))");
        put!(
            out,
            "#set page(background: pdf.artifact({stamp}), header: align(right, text(size: 8pt, fill: rgb(\"6b6459\"), {mark})))\n"
        );
    }
    let khmer = work.parts.first().is_some_and(|part| part.language == Language::Km);
    let page = if khmer { "khmer(counter(page).get().first())" } else { "counter(page).display()" };
    put!(out, "#set page(footer: align(center, text(size: 9pt, context {page})))\n");
    for (at, part) in work.parts.iter().enumerate() {
        if at > 0 {
            out.push_str("#pagebreak()\n#counter(heading).update(0)\n#counter(footnote).update(0)\n");
        }
        let (lang, number) = match part.language {
            Language::En => ("en", "\"1.1\""),
            Language::Km => ("km", "(..n) => n.pos().map(khmer).join(\".\") + \".\""),
        };
        let leading = if part.language == Language::Km { "1.05em" } else { "0.75em" };
        put!(out, "#[\n#set text(lang: \"{lang}\")\n#set par(leading: {leading})\n#set heading(numbering: {number})\n");
        put!(out, "#text(size: 20pt, weight: \"bold\", {})\n\n", literal(&part.title));
        for node in &part.nodes {
            put!(out, "{}\n\n", block(node, part));
        }
        out.push_str("]\n");
    }
    out
}

/// Text as a literal of Typst: nothing in it is an order.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn blocks(node: &Value, part: &Part) -> String {
    joined(children(node), |out, child| put!(out, "{}\n\n", block(child, part)))
}

fn items(node: &Value, part: &Part) -> String {
    joined(children(node), |out, item| put!(out, "[{}],", blocks(item, part)))
}

fn block(node: &Value, part: &Part) -> String {
    match kind(node) {
        "heading" => {
            let outline = level(node).saturating_sub(1).max(1);
            // What belongs to no section has no number.
            let numbered = if section(node).is_some() || outline > 1 { "" } else { ", numbering: none" };
            format!("#heading(level: {outline}{numbered})[{}]", inline(node))
        }
        "bulletList" => format!("#list({})", items(node, part)),
        "orderedList" => format!("#enum({})", items(node, part)),
        "blockquote" => format!("#quote(block: true)[{}]", blocks(node, part)),
        "horizontalRule" => "#line(length: 100%, stroke: 0.5pt)".into(),
        "logo" => format!("#image({}, height: 9mm, alt: \"\")", literal(&logo_file(attribute(node, "name")))),
        "table" => table(node, part),
        "recommendation" => {
            let due = due(node, part.labels);
            let due = if due.is_empty() { "none".to_owned() } else { literal(&due) };
            format!("#recommended({due})[{}]", inline(node))
        }
        _ => inline(node),
    }
}

fn table(node: &Value, part: &Part) -> String {
    let span = |cell: &Value, name: &str| {
        cell["attrs"].get(name).and_then(|n| n.as_u64().or_else(|| n.as_f64().map(|_| 1))).unwrap_or(1).clamp(1, 50)
    };
    let wide = |row: &Value| children(row).iter().map(|cell| span(cell, "colspan")).sum::<u64>();
    let columns = children(node).iter().map(wide).max().unwrap_or(1).max(1);
    let cells = joined(children(node).iter().flat_map(children), |out, cell| {
        let words = blocks(cell, part);
        let words = if kind(cell) == "tableHeader" { format!("#strong[{words}]") } else { words };
        let (colspan, rowspan) = (span(cell, "colspan").min(columns), span(cell, "rowspan"));
        put!(out, "table.cell(colspan: {colspan}, rowspan: {rowspan})[{words}],");
    });
    format!("#table(columns: {columns}, stroke: 0.5pt + rgb(\"857e70\"), {cells})")
}

fn inline(node: &Value) -> String {
    let mut out = String::new();
    if let Some((added, _)) = breaks(node) {
        put!(out, "#{}(\"¶ \");", if added { "added" } else { "taken" });
    }
    for child in children(node) {
        match kind(child) {
            "hardBreak" => out.push_str("#linebreak();"),
            "footnote" => put!(out, "#footnote({});", literal(attribute(child, "words"))),
            _ => put!(out, "#{};", run(child)),
        }
    }
    out
}

fn run(node: &Value) -> String {
    let mut out = literal(&plain(node));
    for (name, function) in [
        ("bold", "strong"),
        ("italic", "emph"),
        ("underline", "underline"),
        ("strike", "strike"),
        ("unsourced", "highlight"),
    ] {
        if mark(node, name).is_some() {
            out = format!("{function}({out})");
        }
    }
    if let Some(href) = link(node) {
        out = format!("link({}, {out})", literal(href));
    }
    if deleted(node).is_some() {
        out = format!("taken({out})");
    }
    if inserted(node).is_some() {
        out = format!("added({out})");
    }
    out
}

/// Typst parts a line of text wherever a sign stands higher or lower than the one before it, and with it the letters of a
/// Khmer syllable: each part would then say the whole syllable again, and who copies or searches the file would find it
/// doubled. Put together again, a syllable is told once.
pub(super) fn with_whole_clusters(mut document: PagedDocument) -> PagedDocument {
    let info = document.info_mut().clone();
    let pages = document.pages().iter().map(|page| {
        let mut page = page.clone();
        page.frame = whole(&page.frame);
        page
    });
    PagedDocument::new(pages.collect(), info)
}

fn whole(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    let mut open: Option<(Point, TextItem)> = None;
    for (at, item) in frame.items() {
        match (item, &mut open) {
            (FrameItem::Text(text), Some((begins, before))) if goes_on(*begins, before, *at, text) => {
                append(*begins, before, *at, text);
                continue;
            }
            _ => {}
        }
        if let Some((begins, text)) = open.take() {
            out.push(begins, FrameItem::Text(text));
        }
        match item {
            FrameItem::Text(text) => open = Some((*at, text.clone())),
            FrameItem::Group(group) => {
                let mut group = group.clone();
                group.frame = whole(&group.frame);
                out.push(*at, FrameItem::Group(group));
            }
            other => out.push(*at, other.clone()),
        }
    }
    if let Some((begins, text)) = open {
        out.push(begins, FrameItem::Text(text));
    }
    out
}

/// The next text begins where the one before it ends, and looks the same.
fn goes_on(begins: Point, before: &TextItem, at: Point, text: &TextItem) -> bool {
    let alike = before.font == text.font
        && before.size == text.size
        && before.fill == text.fill
        && before.stroke == text.stroke
        && before.lang == text.lang
        && before.region == text.region;
    alike
        && (begins.x + before.width() - at.x).to_pt().abs() < 0.01
        && before.text.len() + text.text.len() < usize::from(u16::MAX)
        && before.glyphs.iter().chain(&text.glyphs).all(|glyph| glyph.y_advance == Em::zero())
}

fn append(begins: Point, before: &mut TextItem, at: Point, text: &TextItem) {
    let shared = match (before.glyphs.last(), text.glyphs.first()) {
        (Some(last), Some(first))
            if last.span == first.span
                && last.range().end == before.text.len()
                && first.range.start == 0
                && before.text.get(last.range()) == text.text.get(first.range()) =>
        {
            first.range().end
        }
        _ => 0,
    };
    // Both together are shorter than that.
    let shift = u16::try_from(before.text.len().saturating_sub(shared)).unwrap_or(0);
    before.text.push_str(text.text.get(shared..).unwrap_or_default());
    let higher = Em::from_abs(begins.y - at.y, before.size);
    for glyph in &text.glyphs {
        let mut glyph = glyph.clone();
        glyph.range = glyph.range.start + shift..glyph.range.end + shift;
        glyph.y_offset += higher;
        before.glyphs.push(glyph);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
    use crate::write::Labels;

    #[test]
    fn what_a_text_says_is_no_order_to_the_typesetter() {
        let hostile = "\"); #read(\"/etc/passwd\") \\ $x$ #{panic()} @a <b> *c* \u{7}";
        let nodes = json!([
            { "type": "heading", "attrs": { "level": 2, "section": "position" }, "content": [{ "type": "text", "text": hostile }] },
            { "type": "paragraph", "content": [
                { "type": "text", "text": hostile, "marks": [{ "type": "link", "attrs": { "href": "https://a.example/\"#{panic()}" } }, { "type": "bold" }] },
                { "type": "footnote", "attrs": { "words": hostile } },
            ] },
            { "type": "recommendation", "attrs": { "addressee": hostile, "deadline": "2026-10-01" }, "content": [{ "type": "text", "text": hostile }] },
            { "type": "table", "content": [{ "type": "tableRow", "content": [
                { "type": "tableCell", "attrs": { "colspan": 3.0, "rowspan": 1e12 }, "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": hostile }] }] } ] }] },
        ]);
        let labels = Labels { to: "To:", by: "by", unsourced: "needs evidence" };
        let nodes = nodes.as_array().cloned().unwrap_or_default();
        let part = Part { language: Language::Km, title: hostile.into(), labels, nodes };
        let work = Work {
            parts: vec![part.clone(), part],
            mark: hostile.into(),
            hash: "ab".into(),
            remarks: Vec::new(),
            summary: String::new(),
            logos: BTreeMap::new(),
        };
        let source = source(&work);
        // Read as Typst reads it: every hostile word is within a literal.
        let outside = literals_removed(&source);
        for order in ["read(", "panic", "passwd", "$x$", "@a"] {
            assert!(!outside.contains(order), "{order} in {outside}");
        }
    }

    pub(in crate::write) fn literals_removed(source: &str) -> String {
        fn walk(node: &typst::syntax::SyntaxNode, out: &mut String) {
            assert_ne!(node.kind(), typst::syntax::SyntaxKind::Error, "{node:?}");
            if node.kind() == typst::syntax::SyntaxKind::Str {
                return;
            }
            if node.children().len() == 0 {
                out.push_str(node.leaf_text());
            }
            node.children().for_each(|child| walk(child, out));
        }
        let mut out = String::new();
        walk(&typst::syntax::parse(source), &mut out);
        out
    }
}
