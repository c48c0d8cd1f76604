//! What a text says, read from the editor's nodes: its sections, what is suggested, recommended, cited, and not yet proven.
//!
//! What is only suggested is not a part of the text: its words are left out, and words that somebody suggests to take
//! away are still there.

use sala_domain::papers::{Citation, Recommendation, SectionText, Suggestion, Unsourced};
use sala_kernel::Language;
use serde_json::Value;

use crate::{
    inspect::{break_of, suggested_by},
    words,
};

/// What is found in a text of both languages.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) sections: Vec<SectionText>,
    pub(crate) suggestions: Vec<Suggestion>,
    pub(crate) recommendations: Vec<Recommendation>,
    pub(crate) unsourced: Vec<Unsourced>,
    pub(crate) citations: Vec<Citation>,
}

impl Reading {
    /// Reads the text in one language: sections begin at headings that carry their key.
    pub(crate) fn read(&mut self, language: Language, nodes: &[Value]) {
        let first = self.sections.len();
        for node in nodes {
            let key = node.pointer("/attrs/section").and_then(Value::as_str);
            if let Some(key) = key.filter(|_| node["type"] == "heading") {
                self.begin(language, key, plain_text(node));
                self.look(language, key, node);
                continue;
            }
            if self.sections.len() == first {
                self.begin(language, "", String::new());
            }
            let text = plain_text(node);
            let Some(section) = self.sections.last_mut() else { continue };
            // A break that is only suggested is not there yet.
            if !section.text.is_empty() && !matches!(breaks(node), Some((true, _))) {
                section.text.push('\n');
            }
            section.text.push_str(&text);
            section.blocks.push(text);
            let key = section.key.clone();
            self.look(language, &key, node);
        }
        for section in self.sections.iter_mut().skip(first) {
            section.text.truncate(section.text.trim_end().len());
            section.words = words::count(&section.text);
        }
    }

    fn begin(&mut self, language: Language, key: &str, heading: String) {
        self.sections.push(SectionText {
            language,
            key: key.to_owned(),
            heading,
            text: String::new(),
            blocks: Vec::new(),
            words: 0,
        });
    }

    /// Looks for everything but the words themselves.
    fn look(&mut self, language: Language, key: &str, node: &Value) {
        if let Some((_, name)) = breaks(node) {
            self.suggested(language, key, name);
        }
        match node["type"].as_str() {
            Some("text") => self.run(language, key, node),
            Some("citation") => {
                if let Ok(document) = attribute(node, "document").parse() {
                    let (page, quote) = (attribute(node, "page").to_owned(), attribute(node, "quote").to_owned());
                    self.citations.push(Citation { language, section: key.to_owned(), document, page, quote });
                }
            }
            Some("recommendation") => self.recommendations.push(Recommendation {
                language,
                section: key.to_owned(),
                addressee: attribute(node, "addressee").to_owned(),
                action: words_of(node),
                deadline: attribute(node, "deadline").parse().ok(),
            }),
            _ => {}
        }
        // Runs of one claim differ in other marks.
        let mut open = false;
        for child in children(node) {
            let claims = has(child, "unsourced") && mark(child, "insertion").is_none();
            let words = child["text"].as_str().unwrap_or_default();
            match self.unsourced.last_mut() {
                Some(last) if claims && open => last.words.push_str(words),
                _ if claims => {
                    let (section, words) = (key.to_owned(), words.to_owned());
                    self.unsourced.push(Unsourced { language, section, words });
                }
                _ => {}
            }
            open = claims;
            self.look(language, key, child);
        }
    }

    fn run(&mut self, language: Language, key: &str, node: &Value) {
        let text = node["text"].as_str().unwrap_or_default();
        let (inserts, deletes) = (mark(node, "insertion"), mark(node, "deletion"));
        if let Some(suggestion) = inserts.and_then(|name| self.suggested(language, key, name)) {
            suggestion.inserted.push_str(text);
        }
        // Words that are only suggested, too, are nothing that is taken away.
        let taken = if inserts.is_some() { "" } else { text };
        if let Some(suggestion) = deletes.and_then(|name| self.suggested(language, key, name)) {
            suggestion.deleted.push_str(taken);
        }
    }

    fn suggested(&mut self, language: Language, key: &str, name: &str) -> Option<&mut Suggestion> {
        let by = suggested_by(name)?;
        let at = self.suggestions.iter().position(|s| s.language == language && s.name == name);
        let at = at.unwrap_or_else(|| {
            let (name, section) = (name.to_owned(), key.to_owned());
            let (inserted, deleted) = (String::new(), String::new());
            self.suggestions.push(Suggestion { name, by, language, section, inserted, deleted });
            self.suggestions.len() - 1
        });
        self.suggestions.get_mut(at)
    }
}

fn children(node: &Value) -> &[Value] {
    node["content"].as_array().map_or(&[], Vec::as_slice)
}

fn attribute<'n>(node: &'n Value, name: &str) -> &'n str {
    node["attrs"].get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The break before a block that somebody suggests to add (`true`) or to take away, and the name of the suggestion.
fn breaks(node: &Value) -> Option<(bool, &str)> {
    break_of(attribute(node, "break"))
}

fn has(node: &Value, name: &str) -> bool {
    node["marks"].as_array().is_some_and(|marks| marks.iter().any(|mark| mark["type"] == name))
}

fn mark<'n>(node: &'n Value, name: &str) -> Option<&'n str> {
    node["marks"].as_array()?.iter().find(|mark| mark["type"] == name)?.pointer("/attrs/id")?.as_str()
}

fn words_of(node: &Value) -> String {
    let inside = children(node);
    let blocks = inside
        .first()
        .is_some_and(|child| !matches!(child["type"].as_str(), Some("text" | "hardBreak" | "citation" | "footnote")));
    let mut out = String::new();
    for (at, child) in inside.iter().enumerate() {
        if blocks && at > 0 && !matches!(breaks(child), Some((true, _))) {
            out.push('\n');
        }
        out.push_str(&plain_text(child));
    }
    out
}

/// The words of a node, a line for each block; without what is only suggested, footnotes in brackets.
pub(crate) fn plain_text(node: &Value) -> String {
    match node["type"].as_str() {
        Some("text") if mark(node, "insertion").is_some() => String::new(),
        Some("text") => node["text"].as_str().unwrap_or_default().to_owned(),
        Some("hardBreak") => "\n".into(),
        Some("footnote") => format!(" [{}]", attribute(node, "words")),
        Some("recommendation") => {
            let due = [attribute(node, "addressee"), attribute(node, "deadline")];
            let due: Vec<&str> = due.into_iter().filter(|part| !part.is_empty()).collect();
            let action = words_of(node);
            if due.is_empty() { action } else { format!("{action} [{}]", due.join(", ")) }
        }
        _ => words_of(node),
    }
}
