//! Documents out of papers: Word, web page, Markdown.
//!
//! What they are made of is the editor's nodes (see `sala_collab::inspect` for
//! which there are); nodes that a writer does not know give their text.

/// Writes to the end of a text; memory does not fail.
macro_rules! put {
    ($out:expr, $($what:tt)+) => {{
        use std::fmt::Write as _;
        let _ = write!($out, $($what)+);
    }};
}

/// Texts made one by one, put together.
fn joined<T>(items: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut String, T)) -> String {
    let mut out = String::new();
    for item in items {
        each(&mut out, item);
    }
    out
}

mod docx;
mod html;
mod letters;
mod markdown;
mod pdf;
mod picture;

pub use docx::docx;
pub use html::html;
pub use letters::{Badge, Table, badges, letters, table_plan};
pub use markdown::markdown;
pub use pdf::{Card, Fonts, card, pdf};
pub use picture::{Format, picture};
use std::collections::BTreeMap;

use sala_kernel::Language;
use serde_json::Value;

/// Something said of a passage.
#[derive(Debug, Clone)]
pub struct Remark {
    /// In the text of which language.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// The passage; empty for the whole section.
    pub quote: String,
    /// By whom.
    pub author: String,
    /// When, as RFC 3339.
    pub at: String,
    /// What.
    pub text: String,
}

/// Words of a file that are not the text's own.
#[derive(Debug, Clone, Copy)]
pub struct Labels {
    /// Before whoever is to do something.
    pub to: &'static str,
    /// Before the day until which it is to be done.
    pub by: &'static str,
    /// Of a claim that lacks its evidence.
    pub unsourced: &'static str,
}

/// A text in one language.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which language.
    pub language: Language,
    /// Its title in it.
    pub title: String,
    /// Words in it that are not the text's own.
    pub labels: Labels,
    /// The editor's nodes.
    pub nodes: Vec<Value>,
}

/// A paper to be written out.
#[derive(Debug, Clone)]
pub struct Work {
    /// Its texts, one after the other.
    pub parts: Vec<Part>,
    /// Where it stands, in words; empty for a final text.
    pub mark: String,
    /// The hash of its content, in hexadecimal.
    pub hash: String,
    /// What was said of it.
    pub remarks: Vec<Remark>,
    /// What it says in short; may be empty.
    pub summary: String,
    /// PNG pictures by name, for nodes of the type `logo` that name one.
    pub logos: BTreeMap<String, Vec<u8>>,
}

fn kind(node: &Value) -> &str {
    node["type"].as_str().unwrap_or_default()
}

fn children(node: &Value) -> &[Value] {
    node["content"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn section(node: &Value) -> Option<&str> {
    node.pointer("/attrs/section").and_then(Value::as_str).filter(|_| kind(node) == "heading")
}

fn level(node: &Value) -> u64 {
    let given = node.pointer("/attrs/level").and_then(|l| l.as_u64().or_else(|| l.as_str()?.parse().ok()));
    given.unwrap_or(2).clamp(1, 6)
}

fn mark<'n>(node: &'n Value, name: &str) -> Option<&'n Value> {
    node["marks"].as_array()?.iter().find(|m| m["type"] == name)
}

/// Where a link leads; only to the web or to a mailbox.
fn link(node: &Value) -> Option<&str> {
    let href = mark(node, "link")?.pointer("/attrs/href")?.as_str()?.trim();
    let lower = href.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)).then_some(href)
}

/// Something that somebody suggests.
#[derive(Debug, Clone, Copy)]
struct Suggested<'n> {
    author: &'n str,
    at: &'n str,
}

impl<'n> Suggested<'n> {
    fn of(attributes: &'n Value) -> Self {
        let text = |name: &str| attributes.get(name).and_then(Value::as_str).unwrap_or_default();
        Self { author: text("author"), at: text("at") }
    }
}

/// Words that somebody suggests to put in.
fn inserted(node: &Value) -> Option<Suggested<'_>> {
    mark(node, "insertion").and_then(|mark| mark.get("attrs")).map(Suggested::of)
}

/// Words that somebody suggests to take away.
fn deleted(node: &Value) -> Option<Suggested<'_>> {
    mark(node, "deletion").and_then(|mark| mark.get("attrs")).map(Suggested::of)
}

/// A break before a block that somebody suggests to add (`true`) or to take away.
fn breaks(node: &Value) -> Option<(bool, Suggested<'_>)> {
    let attributes = node.get("attrs")?;
    let sign = attributes.get("break")?.as_str()?.chars().next()?;
    matches!(sign, '+' | '-').then(|| (sign == '+', Suggested::of(attributes)))
}

/// What a node says of itself.
fn attribute<'n>(node: &'n Value, name: &str) -> &'n str {
    node["attrs"].get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Who is to do something and until when, as words before it.
fn due(node: &Value, labels: Labels) -> String {
    let (to, by) = (attribute(node, "addressee"), attribute(node, "deadline"));
    let parts = [(labels.to, to), (labels.by, by)].into_iter().filter(|(_, what)| !what.is_empty());
    parts.map(|(label, what)| format!("{label} {what}")).collect::<Vec<_>>().join(" · ")
}

/// The words of a node.
fn plain(node: &Value) -> String {
    match node["text"].as_str() {
        Some(text) => text.to_owned(),
        None => children(node).iter().map(plain).collect(),
    }
}

fn escape(text: &str) -> String {
    // Control characters have no place in XML.
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use serde_json::json;

    use super::*;

    fn work() -> Work {
        let nodes = json!([
            { "type": "heading", "attrs": { "level": 2, "section": "recommendations" }, "content": [{ "type": "text", "text": "Recommendations" }] },
            { "type": "paragraph", "content": [
                { "type": "text", "text": "Post " },
                { "type": "text", "text": "the budget", "marks": [{ "type": "bold" }] },
                { "type": "text", "text": " & ", "marks": [{ "type": "link", "attrs": { "href": "javascript:alert(1)" } }] },
                { "type": "text", "text": "plan", "marks": [{ "type": "link", "attrs": { "href": "https://ocn.example/?a=1&b=2" } }] },
            ] },
            { "type": "bulletList", "content": [{ "type": "listItem", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "ឃុំ *" }] }] }] },
            { "type": "orderedList", "content": [{ "type": "listItem", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "first" }] }] }] },
            { "type": "recommendation", "attrs": { "addressee": "Ministry of Information", "deadline": "2026-10-01" },
              "content": [{ "type": "text", "text": "Publish the list" }, { "type": "footnote", "attrs": { "words": "Article 5" } }] },
            { "type": "paragraph", "content": [
                { "type": "text", "text": "30", "marks": [{ "type": "deletion", "attrs": { "author": "Sok Dara", "at": "2026-07-02T02:00:00Z" } }] },
                { "type": "text", "text": "45", "marks": [{ "type": "insertion", "attrs": { "author": "Sok Dara", "at": "2026-07-02T02:00:00Z" } }] },
                { "type": "text", "text": " days are usual", "marks": [{ "type": "unsourced" }] },
            ] },
            { "type": "blockquote", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "quoted" }] }] },
            { "type": "table", "content": [{ "type": "tableRow", "content": [
                { "type": "tableHeader", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "a|b" }] }] },
                { "type": "tableCell", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "<1>" }] }] } ] }] },
        ]);
        Work {
            parts: vec![Part {
                language: Language::En,
                title: "Show the budget".into(),
                labels: Labels { to: "To:", by: "by", unsourced: "needs evidence" },
                nodes: nodes.as_array().cloned().unwrap_or_default(),
            }],
            mark: "draft".into(),
            hash: "ab12".into(),
            remarks: vec![Remark {
                language: Language::En,
                section: "recommendations".into(),
                quote: "the budget".into(),
                author: "TMYA".into(),
                at: "2026-07-02T02:00:00+00:00".into(),
                text: "By when?".into(),
            }],
            summary: String::new(),
            logos: BTreeMap::new(),
        }
    }

    #[test]
    fn markdown_keeps_structure_and_takes_no_orders_from_the_text() {
        assert_eq!(
            markdown(&work()),
            "# Show the budget\n\n*draft · ab12*\n\n## Recommendations\n\nPost **the budget** & [plan](https://ocn.example/?a=1&b=2)\n\n\
             - ឃុំ \\*\n\n1. first\n\n**To: Ministry of Information · by 2026-10-01** — Publish the list[^en1]\n\n30 days are usual\n\n> quoted\n\n| a\\|b | \\<1\\> |\n| --- | --- |\n\n[^en1]: Article 5\n"
        );
    }

    #[test]
    fn a_web_page_has_the_words_and_no_script_of_theirs() {
        let page = html(&work());
        for expected in [
            "<h2>Recommendations</h2>",
            "<strong>the budget</strong>",
            "&amp;b=2\"",
            "<th>",
            "&lt;1&gt;",
            "lang=\"en\"",
            "<p><b>To: Ministry of Information · by 2026-10-01</b></p>",
            "<del title=\"Sok Dara\" datetime=\"2026-07-02T02:00:00Z\">30</del><ins",
            "<mark title=\"needs evidence\"> days",
            "<li id=\"enn1\">Article 5",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        assert!(!page.contains("javascript:"), "{page}");
    }

    #[test]
    fn a_word_file_has_headings_comments_and_khmer_fonts() {
        let bytes = docx(&work());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let document = part("word/document.xml");
        for expected in [
            "w:val=\"Heading2\"",
            "<w:commentRangeStart w:id=\"0\"/>",
            "<w:cs/>",
            "<w:b/>",
            "<w:tbl>",
            "&lt;1&gt;",
            "r:id=\"l0\"",
            "<w:footnoteReference w:id=\"1\"/>",
            "<w:del w:id=\"1\" w:author=\"Sok Dara\" w:date=\"2026-07-02T02:00:00Z\">",
            "<w:delText xml:space=\"preserve\">30</w:delText>",
            "<w:ins w:id=\"2\" w:author=\"Sok Dara\"",
            "To: Ministry of Information",
        ] {
            assert!(document.contains(expected), "{expected}: {document}");
        }
        assert!(part("word/comments.xml").contains("By when?"));
        assert!(part("word/footnotes.xml").contains("Article 5"));
        assert!(part("word/styles.xml").contains("Khmer OS"));
        assert!(!part("word/_rels/document.xml.rels").contains("javascript"));
        // Its own reader finds the words again, in order.
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), &bytes).unwrap();
        let read = crate::read::pages(crate::kind::Kind::Docx, file.path()).unwrap().join("\n");
        assert!(read.contains("Post the budget & plan") && read.contains("ឃុំ *"), "{read}");
    }
}
