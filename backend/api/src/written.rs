//! Papers as they are written out: what a reader is to see in the place of what the text names.

use std::collections::{BTreeMap, HashMap};

use chrono::DateTime;
use sala_collab::inspect::{break_of, suggested_by};
use sala_documents::write::{Labels, Part, Remark, Work};
use sala_domain::papers::{Content, Paper, PaperState};
use sala_kernel::{Language, Message, PersonId};
use serde_json::{Value, json};

/// A sentence in one language.
pub(crate) fn said(message: Message, language: Language) -> &'static str {
    message.told(language)
}

/// What is to be written: the source first, then what is written of the other language.
pub(crate) fn work(
    paper: &Paper,
    content: &Content,
    known: &Known,
    language: Language,
    only: Option<Language>,
    remarks: Vec<Remark>,
) -> Work {
    let parts = [paper.source, paper.target()]
        .into_iter()
        .filter(|language| only.is_none_or(|only| only == *language))
        .filter(|language| *language == paper.source || only.is_some() || content.speaks(*language))
        .map(|language| Part {
            language,
            title: paper.title.best(language).0.to_owned(),
            labels: Labels {
                to: said(Message::FileTo, language),
                by: said(Message::FileBy, language),
                unsourced: said(Message::FileUnsourced, language),
            },
            nodes: referenced(content.nodes.get(language.tag()), language, known),
        })
        .collect();
    let mark = match paper.state {
        PaperState::FinalText
        | PaperState::SignOn
        | PaperState::Adoption
        | PaperState::Ready
        | PaperState::Published
        | PaperState::Superseded
        | PaperState::Retracted => None,
        PaperState::Draft => Some(Message::FileDraft),
        PaperState::InternalConsultation => Some(Message::FileInConsultation),
        PaperState::Review => Some(Message::FileInReview),
        PaperState::Abandoned => Some(Message::FileAbandoned),
    };
    let mark = mark.map_or("", |mark| said(mark, language));
    Work {
        parts,
        mark: mark.to_owned(),
        hash: hex::encode(content.hash.get(..8).unwrap_or_default()),
        remarks,
        summary: String::new(),
        logos: BTreeMap::new(),
    }
}

/// Titles of cited documents and names of people who suggest something, as far as whoever asks may know them.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) titles: HashMap<String, String>,
    pub(crate) names: HashMap<PersonId, String>,
}

/// The nodes of a text with its citations as numbers, and what they stand for in a list at its end.
fn referenced(nodes: Option<&Value>, language: Language, known: &Known) -> Vec<Value> {
    let mut nodes = nodes.and_then(Value::as_array).cloned().unwrap_or_default();
    let mut references = Vec::new();
    for node in &mut nodes {
        told(node, known, language, &mut references);
    }
    if !references.is_empty() {
        let heading = said(Message::FileReferences, language);
        nodes.push(
            json!({ "type": "heading", "attrs": { "level": 3 }, "content": [{ "type": "text", "text": heading }] }),
        );
        let items: Vec<Value> = references
            .into_iter()
            .map(|text| json!({ "type": "listItem", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": text }] }] }))
            .collect();
        nodes.push(json!({ "type": "orderedList", "content": items }));
    }
    nodes
}

/// Puts what a reader is to see in the place of what the text names: numbers for citations, names and times for
/// suggestions.
fn told(node: &mut Value, known: &Known, language: Language, references: &mut Vec<String>) {
    let told_of = |name: &str| {
        let by = suggested_by(name).and_then(|by| known.names.get(&by).cloned());
        let millis = name.split('.').nth(1).and_then(|at| i64::from_str_radix(at, 36).ok());
        let at = millis.and_then(DateTime::from_timestamp_millis).unwrap_or_default();
        let by = by.unwrap_or_else(|| said(Message::FileSomebody, language).to_owned());
        (by, at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    };
    if let Some(marks) = node.get_mut("marks").and_then(Value::as_array_mut) {
        for mark in marks.iter_mut().filter(|mark| mark["type"] == "insertion" || mark["type"] == "deletion") {
            let (author, at) = told_of(mark.pointer("/attrs/id").and_then(Value::as_str).unwrap_or_default());
            if let Some(mark) = mark.as_object_mut() {
                mark.insert("attrs".into(), json!({ "author": author, "at": at }));
            }
        }
    }
    let breaks =
        node.pointer("/attrs/break").and_then(Value::as_str).and_then(|b| break_of(b).map(|(_, n)| told_of(n)));
    if let (Some((author, at)), Some(attributes)) = (breaks, node.get_mut("attrs").and_then(Value::as_object_mut)) {
        attributes.insert("author".into(), author.into());
        attributes.insert("at".into(), at.into());
    }
    if node.get("type").is_some_and(|kind| kind == "citation") {
        let attributes = node.get("attrs").cloned().unwrap_or_default();
        let attribute = |name: &str| attributes.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let unknown = said(Message::FileHiddenSource, language);
        let mut text = known.titles.get(&attribute("document")).cloned().unwrap_or_else(|| unknown.to_owned());
        for (before, part, after) in [(", ", attribute("page"), ""), (": “", attribute("quote"), "”")] {
            if !part.is_empty() {
                text.push_str(before);
                text.push_str(&part);
                text.push_str(after);
            }
        }
        references.push(text);
        *node = json!({ "type": "text", "text": format!("[{}]", references.len()) });
        return;
    }
    if let Some(children) = node.get_mut("content").and_then(Value::as_array_mut) {
        for child in children {
            told(child, known, language, references);
        }
    }
}

/// The most columns that stand beside each other on a sheet.
const NARROW: usize = 6;

/// A table that is printed.
pub(crate) struct Printed<'t> {
    pub(crate) title: String,
    pub(crate) language: Language,
    /// What stands over it.
    pub(crate) about: &'t [String],
    pub(crate) heads: &'t [String],
    pub(crate) rows: &'t [Vec<String>],
    /// What stands under it.
    pub(crate) foot: &'t [String],
    /// It is marked as not for others.
    pub(crate) inside: bool,
    /// The hash of a text that it belongs to.
    pub(crate) hash: String,
}

impl Printed<'_> {
    /// With few columns it is set as it is; with many as a list, row by row, so that it is read on paper.
    pub(crate) fn work(self) -> Work {
        let paragraph = |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let cell = |kind: &str, text: &str| json!({ "type": kind, "content": [paragraph(text)] });
        let line = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
        let mut nodes: Vec<Value> = self.about.iter().map(|line| paragraph(line)).collect();
        if self.heads.len() <= NARROW {
            let head = line(self.heads.iter().map(|head| cell("tableHeader", head)).collect());
            let rows = self.rows.iter().map(|row| line(row.iter().map(|text| cell("tableCell", text)).collect()));
            nodes.push(json!({ "type": "table", "content": std::iter::once(head).chain(rows).collect::<Vec<_>>() }));
        } else {
            for row in self.rows {
                let told = self.heads.iter().zip(row).filter(|(_, text)| !text.is_empty());
                let rows: Vec<Value> =
                    told.map(|(head, text)| line(vec![cell("tableHeader", head), cell("tableCell", text)])).collect();
                nodes.push(json!({ "type": "table", "content": rows }));
            }
        }
        nodes.extend(self.foot.iter().map(|line| paragraph(line)));
        let labels = Labels { to: "", by: "", unsourced: "" };
        Work {
            parts: vec![Part { language: self.language, title: self.title, labels, nodes }],
            mark: if self.inside { said(Message::FileInternal, self.language).to_owned() } else { String::new() },
            hash: self.hash,
            remarks: Vec::new(),
            summary: String::new(),
            logos: BTreeMap::new(),
        }
    }
}
