//! A paper as a Word file (ECMA-376): real headings, lists, tables and comments; fonts that have Khmer, and the properties
//! by which Word takes a run for Khmer.

use std::io::{Cursor, Write as _};

use sala_kernel::{Language, khmer};
use serde_json::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    Part, Remark, Suggested, Work, attribute, breaks, children, deleted, due, escape, inserted, joined, kind, level,
    link, mark, plain, section,
};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\
<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";

const RELS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/// The whole paper.
pub fn docx(work: &Work) -> Vec<u8> {
    let mut writing = Writing::default();
    for (at, part) in work.parts.iter().enumerate() {
        if at > 0 {
            writing.body.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
        writing.part(part, work);
    }
    let comments: String = work.remarks.iter().enumerate().map(|(id, remark)| comment(id, remark)).collect();
    package(&[
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        (
            "word/document.xml",
            format!(
                "<w:document {W}><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1247\" w:bottom=\"1247\" w:left=\"1247\" w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
                writing.body
            ),
        ),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering(writing.numbered)),
        ("word/footnotes.xml", footnotes(&writing.notes)),
        ("word/comments.xml", format!("<w:comments {W}>{comments}</w:comments>")),
        ("word/_rels/document.xml.rels", relations(&writing.links)),
    ])
}

#[derive(Default)]
struct Writing {
    body: String,
    links: Vec<String>,
    /// Numbered lists so far: each begins at one.
    numbered: usize,
    /// Footnotes so far, and their languages.
    notes: Vec<(String, Language)>,
    /// Suggestions so far: each has a number.
    suggested: usize,
    /// Where the properties of the last paragraph end.
    ends: Option<usize>,
}

/// How a paragraph stands.
#[derive(Clone, Copy, Default)]
struct Manner {
    quoted: bool,
    /// The number of its list, and how deep it lies.
    list: Option<(usize, usize)>,
}

impl Writing {
    fn part(&mut self, part: &Part, work: &Work) {
        let title = runs_of(&part.title, "", part.language);
        put!(self.body, "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{title}</w:p>");
        if !work.mark.is_empty() {
            let mark = runs_of(&format!("{} · {}", work.mark, work.hash), "<w:color w:val=\"6B6459\"/>", part.language);
            put!(self.body, "<w:p>{mark}</w:p>");
        }
        let mut waiting: Vec<(usize, &Remark)> =
            work.remarks.iter().enumerate().filter(|(_, r)| r.language == part.language).collect();
        let mut here = String::new();
        for node in &part.nodes {
            if let Some(key) = section(node) {
                key.clone_into(&mut here);
            }
            let text = plain(node);
            let heading = section(node).is_some();
            // A remark stands at the first block of its section that has its words; one without words at the heading.
            let mut mine = Vec::new();
            waiting.retain(|(id, remark)| {
                let fits = remark.section == here
                    && if remark.quote.is_empty() { heading } else { text.contains(remark.quote.as_str()) };
                if fits {
                    mine.push(*id);
                }
                !fits
            });
            self.block(node, part, Manner::default(), &mine);
        }
        // What is not found any more stands at the end, so that nothing said is lost.
        if !waiting.is_empty() {
            let left: Vec<usize> = waiting.iter().map(|(id, _)| *id).collect();
            let (starts, ends) = ranges(&left);
            put!(self.body, "<w:p>{starts}{}{ends}</w:p>", runs_of("…", "", part.language));
        }
    }

    fn block(&mut self, node: &Value, part: &Part, manner: Manner, remarks: &[usize]) {
        match kind(node) {
            "bulletList" | "orderedList" => {
                let number = if kind(node) == "bulletList" {
                    1
                } else {
                    self.numbered += 1;
                    self.numbered + 1
                };
                let depth = manner.list.map_or(0, |(_, depth)| depth + 1);
                for (at, item) in children(node).iter().enumerate() {
                    for (n, child) in children(item).iter().enumerate() {
                        let list = if n == 0 { Some((number, depth)) } else { None };
                        let here = if at == 0 && n == 0 { remarks } else { &[] };
                        self.block(child, part, Manner { list, ..manner }, here);
                    }
                }
            }
            "blockquote" => {
                for (n, child) in children(node).iter().enumerate() {
                    self.block(child, part, Manner { quoted: true, ..manner }, if n == 0 { remarks } else { &[] });
                }
            }
            "table" => self.table(node, part),
            "horizontalRule" => self.body.push_str(
                "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr></w:pPr></w:p>",
            ),
            _ => {
                let style = match kind(node) {
                    "heading" => format!("<w:pStyle w:val=\"Heading{}\"/>", level(node)),
                    _ if manner.quoted => "<w:pStyle w:val=\"Quote\"/>".to_owned(),
                    _ => String::new(),
                };
                let list = manner.list.map_or(String::new(), |(number, depth)| {
                    format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{number}\"/></w:numPr>", depth.min(8))
                });
                let (starts, ends) = ranges(remarks);
                let mut inline = String::new();
                if kind(node) == "recommendation" {
                    let due = due(node, part.labels);
                    if !due.is_empty() {
                        inline = runs_of(&format!("{due}: "), "<w:b/><w:bCs/>", part.language);
                    }
                }
                // A break belongs to the paragraph that it ends.
                if let (Some((added, by)), Some(at)) = (breaks(node), self.ends) {
                    let mark = self.tracked(if added { "ins" } else { "del" }, by, "");
                    self.body.insert_str(at, &format!("<w:rPr>{mark}</w:rPr>"));
                }
                inline.push_str(&self.inline(node, part.language));
                put!(self.body, "<w:p><w:pPr>{style}{list}");
                self.ends = Some(self.body.len());
                put!(self.body, "</w:pPr>{starts}{inline}{ends}</w:p>");
            }
        }
    }

    fn table(&mut self, node: &Value, part: &Part) {
        let line = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"857E70\"/>");
        let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].into_iter().map(line).collect();
        put!(
            self.body,
            "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
        );
        for row in children(node) {
            self.body.push_str("<w:tr>");
            for cell in children(row) {
                self.body.push_str("<w:tc>");
                for child in children(cell) {
                    self.block(child, part, Manner::default(), &[]);
                }
                if children(cell).is_empty() {
                    self.body.push_str("<w:p/>");
                }
                self.body.push_str("</w:tc>");
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl><w:p/>");
    }

    /// Runs that somebody suggests to put in or to take away.
    fn changed(&mut self, tag: &str, by: Suggested<'_>, runs: &str) -> String {
        let runs = if tag == "del" {
            runs.replace("<w:t xml", "<w:delText xml").replace("</w:t>", "</w:delText>")
        } else {
            runs.to_owned()
        };
        self.tracked(tag, by, &runs)
    }

    fn tracked(&mut self, tag: &str, by: Suggested<'_>, inside: &str) -> String {
        self.suggested += 1;
        let (id, author, at) = (self.suggested, escape(by.author), escape(by.at));
        format!("<w:{tag} w:id=\"{id}\" w:author=\"{author}\" w:date=\"{at}\">{inside}</w:{tag}>")
    }

    fn inline(&mut self, node: &Value, language: Language) -> String {
        let mut out = String::new();
        for child in children(node) {
            if kind(child) == "hardBreak" {
                out.push_str("<w:r><w:br/></w:r>");
                continue;
            }
            if kind(child) == "footnote" {
                self.notes.push((attribute(child, "words").to_owned(), language));
                let number = self.notes.len();
                put!(
                    out,
                    "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
                );
                continue;
            }
            let mut properties = String::new();
            for (name, xml) in [
                ("bold", "<w:b/><w:bCs/>"),
                ("italic", "<w:i/><w:iCs/>"),
                ("strike", "<w:strike/>"),
                ("underline", "<w:u w:val=\"single\"/>"),
                ("unsourced", "<w:highlight w:val=\"yellow\"/>"),
            ] {
                if mark(child, name).is_some() {
                    properties.push_str(xml);
                }
            }
            let text = plain(child);
            let href = link(child);
            if href.is_some() {
                properties.push_str("<w:color w:val=\"0F5C55\"/><w:u w:val=\"single\"/>");
            }
            let mut runs = runs_of(&text, &properties, language);
            for (tag, by) in [("del", deleted(child)), ("ins", inserted(child))] {
                if let Some(by) = by {
                    runs = self.changed(tag, by, &runs);
                }
            }
            if let Some(href) = href {
                put!(out, "<w:hyperlink r:id=\"l{}\">{runs}</w:hyperlink>", self.links.len());
                self.links.push(href.to_owned());
            } else {
                out.push_str(&runs);
            }
        }
        out
    }
}

/// Text as runs: Khmer apart from the rest, since Word shapes and spells each by its own properties.
fn runs_of(text: &str, properties: &str, language: Language) -> String {
    let is_khmer = |c: char| khmer::is_khmer(c) || c == '\u{200b}';
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let khmer = is_khmer(first) || (first.is_whitespace() && language == Language::Km);
        let end = rest
            .char_indices()
            .find(|(_, c)| !c.is_whitespace() && is_khmer(*c) != khmer && !(khmer && c.is_ascii_punctuation()))
            .map_or(rest.len(), |(at, _)| at)
            .max(first.len_utf8());
        let (run, left) = rest.split_at(end);
        let script = if khmer { "<w:cs/><w:lang w:bidi=\"km-KH\"/>" } else { "<w:lang w:val=\"en-GB\"/>" };
        put!(out, "<w:r><w:rPr>{properties}{script}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(run));
        rest = left;
    }
    out
}

fn ranges(remarks: &[usize]) -> (String, String) {
    let starts = joined(remarks, |out, id| put!(out, "<w:commentRangeStart w:id=\"{id}\"/>"));
    let ends = joined(remarks, |out, id| {
        put!(out, "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
    });
    (starts, ends)
}

fn footnotes(notes: &[(String, Language)]) -> String {
    // Word wants these two before its own.
    let own = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
               <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
    let sign = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>";
    let notes = joined(notes.iter().zip(1..), |out, ((text, language), number)| {
        let runs = runs_of(&format!(" {text}"), "", *language);
        put!(out, "<w:footnote w:id=\"{number}\"><w:p>{sign}{runs}</w:p></w:footnote>");
    });
    format!("<w:footnotes {W}>{own}{notes}</w:footnotes>")
}

fn comment(id: usize, remark: &Remark) -> String {
    let lines = joined(remark.text.lines(), |out, line| put!(out, "<w:p>{}</w:p>", runs_of(line, "", remark.language)));
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"{}\" w:date=\"{}\">{lines}</w:comment>",
        escape(&remark.author),
        escape(&remark.at)
    )
}

fn styles() -> String {
    let fonts = "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:eastAsia=\"Georgia\" w:cs=\"Khmer OS Content\"/>";
    let heading = |n: u32, half_points: u32| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{n}\"><w:name w:val=\"heading {n}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>\
             <w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/></w:pPr>\
             <w:rPr><w:b/><w:bCs/><w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/></w:rPr></w:style>",
            n - 1
        )
    };
    let headings: String =
        [(1, 34), (2, 29), (3, 25), (4, 23), (5, 22), (6, 22)].into_iter().map(|(n, s)| heading(n, s)).collect();
    format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"en-GB\" w:bidi=\"km-KH\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:b/><w:bCs/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:ind w:left=\"567\"/></w:pPr></w:style>{headings}</w:styles>"
    )
}

fn numbering(numbered: usize) -> String {
    let levels = |format: &str, text: &dyn Fn(usize) -> String| {
        (0..9).fold(String::new(), |all, depth| {
            let left = 360 * (depth + 1);
            format!(
                "{all}<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{}\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl>",
                text(depth)
            )
        })
    };
    let bullets = levels("bullet", &|_| "•".into());
    let numbers = levels("decimal", &|depth| format!("%{}.", depth + 1));
    let begins = joined(0..numbered, |out, n| {
        put!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            n + 2
        );
    });
    format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"1\">{bullets}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">{numbers}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>{begins}</w:numbering>"
    )
}

fn relations(links: &[String]) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let own = joined(["styles", "numbering", "footnotes", "comments"], |out, part| {
        put!(out, "<Relationship Id=\"{part}\" Type=\"{kind}/{part}\" Target=\"{part}.xml\"/>");
    });
    let out = joined(links.iter().enumerate(), |out, (n, href)| {
        put!(
            out,
            "<Relationship Id=\"l{n}\" Type=\"{kind}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(href)
        );
    });
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{own}{out}</Relationships>"
    )
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // Memory does not fail.
        let _ = to.start_file(*name, SimpleFileOptions::default());
        let _ = to.write_all(HEAD.as_bytes());
        let _ = to.write_all(content.as_bytes());
    }
    to.finish().map(Cursor::into_inner).unwrap_or_default()
}
