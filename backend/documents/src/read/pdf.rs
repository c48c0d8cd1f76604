//! PDF: the text operators of each page, walked with their positions.
//!
//! `lopdf` reads the file and maps codes to letters, but knows neither where
//! words end nor `ActualText`, in which well-made files say what a cluster of
//! Khmer reads as (its glyphs alone come in the order they are drawn). Both are
//! here. Measured beside `pdftotext`: see `tests/bench`.

use std::{collections::HashMap, path::Path};

use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, content::Content};

use crate::look::Refusal;

/// Most pages that are read.
const PAGES: usize = 5_000;
/// Most bytes that the operators of one page may have.
const OPERATORS: usize = 32 * 1024 * 1024;
/// How deep drawings may hold drawings.
const DEPTH: usize = 6;

fn load(path: &Path) -> Result<Document, Refusal> {
    let document = Document::load(path).map_err(|_| Refusal::Broken)?;
    if document.is_encrypted() {
        return Err(Refusal::Locked);
    }
    Ok(document)
}

/// Whether a file can be opened and has pages.
pub(super) fn sound(path: &Path) -> Result<(), Refusal> {
    if load(path)?.get_pages().is_empty() { Err(Refusal::Broken) } else { Ok(()) }
}

/// The text of each page.
pub(super) fn pages(path: &Path) -> Result<Vec<String>, Refusal> {
    let document = load(path)?;
    let mut pages = Vec::new();
    for id in document.get_pages().into_values().take(PAGES) {
        pages.push(page(&document, id));
    }
    Ok(pages)
}

fn page(document: &Document, id: ObjectId) -> String {
    let mut walk = Walk::default();
    let Ok(content) = document.get_page_content_with_limit(id, OPERATORS) else { return String::new() };
    let fonts = document.get_page_fonts(id).unwrap_or_default();
    let mut drawings = HashMap::new();
    if let Ok((own, inherited)) = document.get_page_resources(id) {
        let inherited = inherited.iter().filter_map(|id| document.get_dictionary(*id).ok());
        for resources in own.into_iter().chain(inherited) {
            add_drawings(document, resources, &mut drawings);
        }
    }
    let plain: Vec<_> = fonts.into_iter().map(|(name, font)| (name, font, without_encoding(font))).collect();
    let fonts =
        plain.iter().map(|(name, font, plain)| (name.clone(), Font::of(document, font, plain.as_ref()))).collect();
    walk.run(document, &content, &fonts, &drawings, 0);
    walk.out
}

type Fonts<'d> = HashMap<Vec<u8>, Font<'d>>;
type Drawings = HashMap<Vec<u8>, ObjectId>;

fn add_drawings(document: &Document, resources: &Dictionary, to: &mut Drawings) {
    let Ok(found) = document.get_dict_in_dict(resources, b"XObject") else { return };
    for (name, object) in found {
        if let Ok(id) = object.as_reference() {
            to.entry(name.clone()).or_insert(id);
        }
    }
}

fn number(object: &Object) -> Option<f32> {
    object.as_float().ok()
}

/// The same font known only by what its codes read as, where it says so: that beats what its glyphs are called.
fn without_encoding(font: &Dictionary) -> Option<Dictionary> {
    font.has(b"ToUnicode").then(|| {
        let mut plain = font.clone();
        plain.remove(b"Encoding");
        plain
    })
}

/// A font, as far as reading needs it.
struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Codes are two bytes long.
    wide: bool,
    widths: HashMap<u32, f32>,
    usual: f32,
}

impl<'d> Font<'d> {
    fn of(document: &'d Document, font: &'d Dictionary, mapped: Option<&'d Dictionary>) -> Self {
        let wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let mut widths = HashMap::new();
        let mut usual = 500.0;
        let deref = |object: &'d Object| document.dereference(object).map(|(_, found)| found).ok();
        if wide {
            let inner = font
                .get(b"DescendantFonts")
                .ok()
                .and_then(deref)
                .and_then(|list| list.as_array().ok()?.first())
                .and_then(deref)
                .and_then(|found| found.as_dict().ok());
            usual = inner.and_then(|d| d.get(b"DW").ok()).and_then(number).unwrap_or(1000.0);
            if let Some(list) = inner.and_then(|d| d.get(b"W").ok()).and_then(deref).and_then(|w| w.as_array().ok()) {
                wide_widths(list, &mut widths);
            }
        } else {
            let first = font.get(b"FirstChar").ok().and_then(|o| o.as_i64().ok()).and_then(|n| u32::try_from(n).ok());
            let list = font.get(b"Widths").ok().and_then(deref).and_then(|w| w.as_array().ok());
            if let (Some(first), Some(list)) = (first, list) {
                widths.extend((first..).zip(list.iter().map(|w| number(w).unwrap_or(usual))));
            }
        }
        Self {
            encoding: mapped.unwrap_or(font).get_font_encoding_with_limit(document, OPERATORS).ok(),
            wide,
            widths,
            usual,
        }
    }

    /// How far a text moves on, in thousandths of the font's size; and how many letters it has.
    fn advance(&self, bytes: &[u8]) -> (f32, usize) {
        let size = if self.wide { 2 } else { 1 };
        let codes = bytes.chunks(size).map(|code| code.iter().fold(0_u32, |n, byte| n << 8 | u32::from(*byte)));
        codes.fold((0.0, 0), |(sum, count), code| (sum + self.widths.get(&code).unwrap_or(&self.usual), count + 1))
    }
}

/// `c [w w w]` and `from to w`, as often as wanted (ISO 32000-1, 9.7.4.3).
fn wide_widths(list: &[Object], widths: &mut HashMap<u32, f32>) {
    let mut rest = list;
    while let [first, second, tail @ ..] = rest {
        let Some(from) = first.as_i64().ok().and_then(|n| u32::try_from(n).ok()) else { return };
        if let Ok(each) = second.as_array() {
            widths.extend((from..).zip(each.iter().filter_map(number)));
            rest = tail;
        } else if let ([width, tail @ ..], Ok(to)) = (tail, second.as_i64()) {
            let to = u32::try_from(to).unwrap_or(0).min(from.saturating_add(70_000));
            if let Some(width) = number(width) {
                widths.extend((from..=to).map(|code| (code, width)));
            }
            rest = tail;
        } else {
            return;
        }
    }
}

type Matrix = [f32; 6];
const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// The state of text while a page is walked.
struct Walk {
    out: String,
    ctm: Matrix,
    kept: Vec<Matrix>,
    text: Matrix,
    line: Matrix,
    size: f32,
    leading: f32,
    spacing: f32,
    /// Where the next letter is expected, on the page.
    expected: Option<(f32, f32)>,
    /// Marked content that is open: what it reads as, where it says so, and whether that was written.
    marked: Vec<Option<(String, bool)>>,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            out: String::new(),
            ctm: UNIT,
            kept: Vec::new(),
            text: UNIT,
            line: UNIT,
            size: 10.0,
            leading: 0.0,
            spacing: 0.0,
            expected: None,
            marked: Vec::new(),
        }
    }
}

impl Walk {
    fn run(&mut self, document: &Document, content: &[u8], fonts: &Fonts<'_>, drawings: &Drawings, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let mut font = None;
        for operation in &content.operations {
            let operands = operation.operands.as_slice();
            let n = |index: usize| operands.get(index).and_then(number).unwrap_or(0.0);
            match operation.operator.as_str() {
                "q" if self.kept.len() < 200 => self.kept.push(self.ctm),
                "Q" => self.ctm = self.kept.pop().unwrap_or(self.ctm),
                "cm" => self.ctm = times([n(0), n(1), n(2), n(3), n(4), n(5)], self.ctm),
                "BT" => (self.text, self.line) = (UNIT, UNIT),
                "Tf" => {
                    font = operands.first().and_then(|name| fonts.get(name.as_name().ok()?));
                    self.size = n(1);
                }
                "TL" => self.leading = n(0),
                "Tc" => self.spacing = n(0),
                "Td" => self.move_by(n(0), n(1)),
                "TD" => {
                    self.leading = -n(1);
                    self.move_by(n(0), n(1));
                }
                "Tm" => {
                    self.line = [n(0), n(1), n(2), n(3), n(4), n(5)];
                    self.text = self.line;
                }
                "T*" => self.move_by(0.0, -self.leading),
                "Tj" => self.show(font, operands.first()),
                "'" | "\"" => {
                    self.move_by(0.0, -self.leading);
                    self.show(font, operands.last());
                }
                "TJ" => {
                    for item in operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten() {
                        match number(item) {
                            Some(shift) => {
                                self.text = times([1.0, 0.0, 0.0, 1.0, -shift / 1000.0 * self.size, 0.0], self.text);
                            }
                            None => self.show(font, Some(item)),
                        }
                    }
                }
                "BMC" => self.marked.push(None),
                "BDC" => self.marked.push(reads_as(document, operands.get(1))),
                "EMC" => {
                    self.marked.pop();
                }
                "Do" if depth < DEPTH => {
                    let id = operands.first().and_then(|name| drawings.get(name.as_name().ok()?));
                    if let Some(id) = id {
                        self.draw(document, *id, fonts, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn draw(&mut self, document: &Document, id: ObjectId, fonts: &Fonts<'_>, depth: usize) {
        let Some(stream) = document.get_object(id).ok().and_then(|object| object.as_stream().ok()) else { return };
        if !stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form") {
            return;
        }
        let Ok(content) = stream.decompressed_content_with_limit(OPERATORS) else { return };
        let before = (self.ctm, self.kept.len());
        let matrix: Vec<f32> = stream
            .dict
            .get(b"Matrix")
            .and_then(Object::as_array)
            .map(|m| m.iter().filter_map(number).collect())
            .unwrap_or_default();
        if let Ok(matrix) = Matrix::try_from(matrix) {
            self.ctm = times(matrix, self.ctm);
        }
        let mut drawings = Drawings::new();
        match document.get_dict_in_dict(&stream.dict, b"Resources") {
            Ok(resources) => {
                add_drawings(document, resources, &mut drawings);
                let font = |o| document.dereference(o).ok().and_then(|(_, font)| font.as_dict().ok());
                let found = document.get_dict_in_dict(resources, b"Font").ok();
                let plain: Vec<_> = found
                    .into_iter()
                    .flatten()
                    .filter_map(|(name, o)| font(o).map(|font| (name, font, without_encoding(font))))
                    .collect();
                let own = plain
                    .iter()
                    .map(|(name, font, plain)| ((*name).clone(), Font::of(document, font, plain.as_ref())))
                    .collect();
                self.run(document, &content, &own, &drawings, depth + 1);
            }
            Err(_) => self.run(document, &content, fonts, &drawings, depth + 1),
        }
        self.ctm = before.0;
        self.kept.truncate(before.1);
    }

    fn move_by(&mut self, x: f32, y: f32) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show(&mut self, font: Option<&Font<'_>>, text: Option<&Object>) {
        let (Some(font), Some(Ok(bytes))) = (font, text.map(Object::as_str)) else { return };
        let place = times(self.text, self.ctm);
        let size = (self.size * (place[2].hypot(place[3]))).abs().max(0.5);
        self.part(place[4], place[5], size);
        match self.marked.iter_mut().flatten().next_back() {
            Some((_, true)) => {}
            Some((words, written)) => {
                *written = true;
                self.out.push_str(words);
            }
            None => {
                if let Some(words) = font.encoding.as_ref().and_then(|e| Document::decode_text(e, bytes).ok()) {
                    self.out.push_str(&words);
                }
            }
        }
        let (width, letters) = font.advance(bytes);
        #[expect(clippy::cast_precision_loss, reason = "a count of letters")]
        let moved = width / 1000.0 * self.size + self.spacing * letters as f32;
        self.text = times([1.0, 0.0, 0.0, 1.0, moved, 0.0], self.text);
        let end = times(self.text, self.ctm);
        self.expected = Some((end[4], end[5]));
    }

    /// Ends the word or the line, where the next letters stand apart from the last.
    fn part(&mut self, x: f32, y: f32, size: f32) {
        let Some((before, line)) = self.expected else { return };
        let Some(last) = self.out.chars().next_back() else { return };
        if (y - line).abs() > size * 0.5 {
            if last != '\n' {
                self.out.push('\n');
            }
            return;
        }
        // Khmer stands without spaces, and its clusters are placed one by one: a gap must be wider to mean something.
        let khmer = ('\u{1780}'..='\u{17ff}').contains(&last);
        let gap = if khmer { 0.35 } else { 0.18 };
        if !last.is_whitespace() && (x - before > size * gap || before - x > size * 2.0) {
            self.out.push(' ');
        }
    }
}

/// What marked content reads as.
fn reads_as(document: &Document, properties: Option<&Object>) -> Option<(String, bool)> {
    let (_, properties) = document.dereference(properties?).ok()?;
    let words = properties.as_dict().ok()?.get(b"ActualText").ok()?;
    Some((lopdf::decode_text_string(words).ok()?, false))
}
