//! What leaves a paper as a file: its text, and what was said of it.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use chrono::DateTime;
use sala_collab::inspect::{break_of, suggested_by};
use sala_documents::write::{self, Labels, Part, Remark, Work};
use sala_domain::{
    access::Actor,
    evidence,
    papers::{self, Content, Paper, PaperState, matrix, revisions, store},
    people,
};
use sala_kernel::{Error, Language, Message, PageRequest, PaperId, PersonId, Result};
use serde_json::{Value, json};

use super::{caller, files::refuse, router::Public};

/// What a file is to hold.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Wanted {
    /// The language of headings and names.
    #[serde(default)]
    lang: String,
    /// The text of one language alone.
    only: Option<String>,
    /// The number of a revision; now when left out.
    revision: Option<i32>,
}

/// A file of a paper: `matrix.csv`, `text.docx`, `text.pdf`, `text.html` or `text.md`.
pub(super) async fn file(
    State(public): State<Arc<Public>>,
    Path((paper, name)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    match made(&public, &paper, &name, &wanted, &headers).await {
        Ok((bytes, media, disposition)) => {
            let mut response = bytes.into_response();
            let out = response.headers_mut();
            out.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
            out.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
            let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-modals";
            out.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
            out.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
            response
        }
        Err(error) => refuse(error),
    }
}

type Made = (Vec<u8>, &'static str, &'static str);

async fn made(public: &Public, paper: &str, name: &str, wanted: &Wanted, headers: &HeaderMap) -> Result<Made> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: PaperId = paper.parse().map_err(|_| Error::NotFound)?;
    let paper = store::visible(&services.pool, &actor, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    let content = revisions::content(&services.pool, &actor, &*services.texts, id, wanted.revision).await?;
    let language = Language::from_tag(&wanted.lang);
    let said = match name {
        "matrix.csv" | "text.docx" => matrix::all(&services.pool, &actor, id, &content, language).await?,
        "text.html" | "text.md" | "text.pdf" => Vec::new(),
        _ => return Err(Error::NotFound),
    };
    let known = known(public, &actor, &content, language).await?;
    Ok(match name {
        "matrix.csv" => {
            let table = matrix::csv(&said, language)?;
            (table, "text/csv; charset=utf-8", "attachment; filename=\"comment-response-matrix.csv\"")
        }
        "text.docx" => (
            write::docx(&work(&paper, &content, &known, wanted, remarks(said))),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment; filename=\"paper.docx\"",
        ),
        "text.html" => (
            write::html(&work(&paper, &content, &known, wanted, Vec::new())).into_bytes(),
            "text/html; charset=utf-8",
            "inline; filename=\"paper.html\"",
        ),
        "text.pdf" => {
            let fonts = public.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
            let work = work(&paper, &content, &known, wanted, Vec::new());
            // In turn: a long paper takes a core for as long as it is set.
            let turn = public.drawing.acquire().await.map_err(Error::internal)?;
            let set = tokio::task::spawn_blocking(move || write::pdf(&work, &fonts)).await.map_err(Error::internal)?;
            drop(turn);
            let file = set.map_err(Error::internal)?;
            (file, "application/pdf", "attachment; filename=\"paper.pdf\"")
        }
        _ => (
            write::markdown(&work(&paper, &content, &known, wanted, Vec::new())).into_bytes(),
            "text/markdown; charset=utf-8",
            "attachment; filename=\"paper.md\"",
        ),
    })
}

fn said(message: Message, language: Language) -> &'static str {
    let text = message.text();
    match language {
        Language::En => text.en,
        Language::Km => text.km,
    }
}

/// What is to be written: the source first, then what is written of the other language.
fn work(paper: &Paper, content: &Content, known: &Known, wanted: &Wanted, remarks: Vec<Remark>) -> Work {
    let only = wanted.only.as_deref().map(Language::from_tag);
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
        PaperState::FinalText | PaperState::SignOn | PaperState::Ready => None,
        PaperState::Draft => Some(Message::FileDraft),
        PaperState::InternalConsultation => Some(Message::FileInConsultation),
        PaperState::Review => Some(Message::FileInReview),
        PaperState::Abandoned => Some(Message::FileAbandoned),
    };
    let mark = mark.map_or("", |mark| said(mark, Language::from_tag(&wanted.lang)));
    Work { parts, mark: mark.to_owned(), hash: hex::encode(content.hash.get(..8).unwrap_or_default()), remarks }
}

/// Titles of cited documents and names of people who suggest something, as far as whoever asks may know them.
#[derive(Default)]
struct Known {
    titles: HashMap<String, String>,
    names: HashMap<PersonId, String>,
}

async fn known(public: &Public, actor: &Actor, content: &Content, language: Language) -> Result<Known> {
    let pool = &public.services.pool;
    let unique = |mut ids: Vec<uuid::Uuid>| {
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let mut known = Known::default();
    for some in unique(content.citations.iter().map(|c| c.document.0).collect()).chunks(100) {
        for document in evidence::store::visible(pool, actor, some).await? {
            known.titles.insert(document.id.to_string(), document.title.best(language).0.to_owned());
        }
    }
    for some in unique(content.suggestions.iter().map(|s| s.by.0).collect()).chunks(100) {
        let page = PageRequest::whole();
        let people = people::store::visible(pool, actor, people::store::Among::Ids(some), None, &page, false).await?;
        for (_, person) in people.items {
            known.names.insert(person.id, person.name.full().best(language).0.to_owned());
        }
    }
    Ok(known)
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

fn remarks(said: Vec<matrix::Said>) -> Vec<Remark> {
    let remark = |said: matrix::Said| {
        let comment = said.comment;
        let mut text = comment.body.clone();
        if let Some(papers::Amendment { operation, old, new }) = &comment.amendment {
            let changed = format!("[{}] {old} → {new}", operation.as_str());
            text = if text.is_empty() { changed } else { format!("{changed}\n{text}") };
        }
        text = format!("#{} · {}\n{text}", comment.number, comment.state.as_str());
        if !comment.response.is_empty() {
            text.push_str("\n→ ");
            text.push_str(&comment.response);
        }
        Remark {
            language: comment.language,
            section: comment.section,
            quote: comment.quote,
            author: said.organisation,
            at: comment.made_at.to_rfc3339(),
            text,
        }
    };
    said.into_iter().map(remark).collect()
}
