//! Reads a text: its nodes as the editor knows them, its sections, its words.

use std::collections::BTreeMap;

use sala_domain::papers::{Content, Texts, sections_of};
use sala_kernel::{Error, Language, PersonId, Result};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use yrs::{
    Any, Doc, Out, ReadTxn, StateVector, Text as _, Transact as _, Update, Xml as _, XmlElementPrelim,
    XmlFragment as _, XmlOut, XmlTextPrelim, XmlTextRef, types::text::YChange, updates::decoder::Decode as _,
};

use crate::reading::Reading;

/// Texts as this hub keeps them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Yjs;

/// The client that writes the headings of a new text.
pub(crate) const HUB: u64 = 1;

impl Texts for Yjs {
    fn blank(&self, kind: sala_domain::papers::TextType) -> Vec<u8> {
        let doc = Doc::with_client_id(HUB);
        for language in [Language::En, Language::Km] {
            let text = doc.get_or_insert_xml_fragment(language.tag());
            let mut txn = doc.transact_mut();
            for section in sections_of(kind) {
                let heading = text.push_back(&mut txn, XmlElementPrelim::empty("heading"));
                heading.insert_attribute(&mut txn, "level", Any::from(2_i64));
                heading.insert_attribute(&mut txn, "section", Any::from(section.key));
                let title = match language {
                    Language::En => section.en,
                    Language::Km => section.km,
                };
                heading.push_back(&mut txn, XmlTextPrelim::new(title));
                text.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
            }
        }
        doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    fn changed(&self, old: &str, new: &str) -> String {
        let mut told = String::new();
        for piece in crate::words::changes(old, new) {
            let sign = match piece.fate {
                crate::words::Fate::Same => continue,
                crate::words::Fate::Deleted => "−",
                crate::words::Fate::Inserted => "+",
            };
            let text = piece.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() {
                told.extend([sign, " ", text.as_str(), "\n"]);
            }
        }
        told
    }

    fn read(&self, kept: &[Vec<u8>]) -> Result<Content> {
        let doc = crate::room::empty();
        for update in kept {
            let update = Update::decode_v1(update).map_err(Error::internal)?;
            doc.transact_mut().apply_update(update).map_err(Error::internal)?;
        }
        let mut nodes = Map::new();
        let mut found = Reading::default();
        for language in [Language::En, Language::Km] {
            let text = doc.get_or_insert_xml_fragment(language.tag());
            let txn = doc.transact();
            let children: Vec<Value> = text.children(&txn).filter_map(|child| node(&txn, &child)).flatten().collect();
            found.read(language, &children);
            nodes.insert(language.tag().into(), Value::Array(children));
        }
        let nodes = Value::Object(nodes);
        let mut canonical = String::new();
        canon(&nodes, &mut canonical);
        Ok(Content {
            state: doc.transact().encode_state_as_update_v1(&StateVector::default()),
            hash: Sha256::digest(canonical.as_bytes()).into(),
            nodes,
            sections: found.sections,
            suggestions: found.suggestions,
            recommendations: found.recommendations,
            unsourced: found.unsourced,
            citations: found.citations,
        })
    }
}

/// How much of a section somebody has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// In which language.
    pub language: Language,
    /// Which section.
    pub section: String,
    /// Who.
    pub person: PersonId,
    /// How many letters of theirs stand there.
    pub letters: u32,
}

/// Who has written what stands in each section, by the clients that wrote it.
pub fn shares(kept: &[Vec<u8>], owners: &BTreeMap<u64, PersonId>) -> Result<Vec<Share>> {
    let doc = crate::room::empty();
    for update in kept {
        let update = Update::decode_v1(update).map_err(Error::internal)?;
        doc.transact_mut().apply_update(update).map_err(Error::internal)?;
    }
    let mut found: BTreeMap<(bool, String, PersonId), u32> = BTreeMap::new();
    for language in [Language::En, Language::Km] {
        let fragment = doc.get_or_insert_xml_fragment(language.tag());
        let mut texts = Vec::new();
        {
            let txn = doc.transact();
            let mut section = String::new();
            for child in fragment.children(&txn) {
                if let XmlOut::Element(element) = &child
                    && let Some(Out::Any(Any::String(key))) = element.get_attribute(&txn, "section")
                {
                    section = key.to_string();
                }
                gather(&txn, &child, &section, &mut texts);
            }
        }
        let mut txn = doc.transact_mut();
        let (now, never) = (txn.snapshot(), yrs::Snapshot::default());
        for (section, text) in texts {
            for run in text.diff_range(&mut txn, Some(&now), Some(&never), YChange::identity) {
                let (Out::Any(Any::String(words)), Some(change)) = (run.insert, run.ychange) else { continue };
                let Some(person) = owners.get(&change.id.client.get()) else { continue };
                let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
                let key = (language == Language::Km, section.clone(), *person);
                *found.entry(key).or_default() += letters;
            }
        }
    }
    let shaped = found.into_iter().map(|((khmer, section, person), letters)| {
        let language = if khmer { Language::Km } else { Language::En };
        Share { language, section, person, letters }
    });
    Ok(shaped.collect())
}

fn gather<T: ReadTxn>(txn: &T, from: &XmlOut, section: &str, into: &mut Vec<(String, XmlTextRef)>) {
    match from {
        XmlOut::Element(element) => element.children(txn).for_each(|child| gather(txn, &child, section, into)),
        XmlOut::Text(text) => into.push((section.to_owned(), text.clone())),
        XmlOut::Fragment(_) => {}
    }
}

/// One node as the editor's JSON; a run of text is as many nodes as it has changes of marks.
pub(crate) fn node<T: ReadTxn>(txn: &T, from: &XmlOut) -> Option<Vec<Value>> {
    match from {
        XmlOut::Element(element) => {
            let mut out = Map::new();
            out.insert("type".into(), Value::String(element.tag().to_string()));
            let attributes: Map<String, Value> = element
                .attributes(txn)
                .filter_map(|(name, value)| match value {
                    Out::Any(any) => Some((name.to_owned(), plain(&any))),
                    _ => None,
                })
                .collect();
            if !attributes.is_empty() {
                out.insert("attrs".into(), Value::Object(attributes));
            }
            let children: Vec<Value> = element.children(txn).filter_map(|child| node(txn, &child)).flatten().collect();
            if !children.is_empty() {
                out.insert("content".into(), Value::Array(children));
            }
            Some(vec![Value::Object(out)])
        }
        XmlOut::Text(text) => Some(runs(txn, text)),
        XmlOut::Fragment(_) => None,
    }
}

fn runs<T: ReadTxn>(txn: &T, text: &XmlTextRef) -> Vec<Value> {
    let runs = text.diff(txn, YChange::identity);
    runs.into_iter()
        .filter_map(|run| {
            let Out::Any(Any::String(words)) = run.insert else { return None };
            let mut out = Map::new();
            out.insert("type".into(), "text".into());
            out.insert("text".into(), Value::String(words.to_string()));
            if let Some(attributes) = run.attributes.filter(|a| !a.is_empty()) {
                let mut marks: Vec<(String, Value)> = attributes
                    .iter()
                    .map(|(name, value)| {
                        let plain_name = name.split("--").next().unwrap_or(name);
                        (name.to_string(), json!({ "type": plain_name, "attrs": plain(value) }))
                    })
                    .collect();
                marks.sort_by(|a, b| a.0.cmp(&b.0));
                out.insert("marks".into(), marks.into_iter().map(|(_, mark)| mark).collect());
            }
            Some(Value::Object(out))
        })
        .collect()
}

fn plain(any: &Any) -> Value {
    match any {
        Any::Null | Any::Undefined | Any::Buffer(_) => Value::Null,
        Any::Bool(flag) => Value::Bool(*flag),
        Any::String(text) => Value::String(text.to_string()),
        Any::Array(values) => values.iter().map(plain).collect(),
        Any::Map(values) => {
            let mut sorted: Vec<_> = values.iter().collect();
            sorted.sort_by(|a, b| a.0.cmp(b.0));
            Value::Object(sorted.into_iter().map(|(k, v)| (k.clone(), plain(v))).collect())
        }
        number @ Any::Number(_) => serde_json::to_value(number).unwrap_or(Value::Null),
    }
}

/// The same content in the same words, whatever the order of its keys.
fn canon(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by(|a, b| a.0.cmp(b.0));
            out.push('{');
            for (key, value) in keys {
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                canon(value, out);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for value in values {
                canon(value, out);
                out.push(',');
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// A text with words in it, as one change to an empty text: for the demo, and for what comes from elsewhere.
pub fn written(kind: sala_domain::papers::TextType, words: &[(Language, &str, &[&str])]) -> Result<Vec<u8>> {
    let blank = Yjs.blank(kind);
    let doc = Doc::with_client_id(HUB + 1);
    doc.transact_mut().apply_update(Update::decode_v1(&blank).map_err(Error::internal)?).map_err(Error::internal)?;
    for (language, section, paragraphs) in words {
        let text = doc.get_or_insert_xml_fragment(language.tag());
        let mut txn = doc.transact_mut();
        let of_section = |child: &XmlOut| match child {
            XmlOut::Element(element) => element.get_attribute(&txn, "section") == Some(Out::from(*section)),
            XmlOut::Fragment(_) | XmlOut::Text(_) => false,
        };
        let Some(heading) = text.children(&txn).position(|child| of_section(&child)) else { continue };
        for (place, paragraph) in (1_u32..).zip(paragraphs.iter()) {
            let at = u32::try_from(heading).unwrap_or(0) + place;
            let element = text.insert(&mut txn, at, XmlElementPrelim::empty("paragraph"));
            element.push_back(&mut txn, XmlTextPrelim::new(*paragraph));
        }
    }
    Ok(doc.transact().encode_state_as_update_v1(&StateVector::default()))
}
