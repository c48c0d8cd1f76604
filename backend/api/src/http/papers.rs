//! What leaves a paper as a file: its text, and what was said of it.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use sala_documents::write::{self, Part, Remark, Work};
use sala_domain::{
    access::Actor,
    evidence,
    papers::{self, Content, Paper, PaperState, matrix, revisions, store},
};
use sala_kernel::{DocumentId, Error, Language, PaperId, Result};
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

/// A file of a paper: `matrix.csv`, `text.docx`, `text.html` or `text.md`.
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
        "text.html" | "text.md" => Vec::new(),
        _ => return Err(Error::NotFound),
    };
    let titles = titles(public, &actor, &content, language).await?;
    Ok(match name {
        "matrix.csv" => {
            let table = matrix::csv(&said, language)?;
            (table, "text/csv; charset=utf-8", "attachment; filename=\"comment-response-matrix.csv\"")
        }
        "text.docx" => (
            write::docx(&work(&paper, &content, &titles, wanted, remarks(said))),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment; filename=\"paper.docx\"",
        ),
        "text.html" => (
            write::html(&work(&paper, &content, &titles, wanted, Vec::new())).into_bytes(),
            "text/html; charset=utf-8",
            "inline; filename=\"paper.html\"",
        ),
        _ => (
            write::markdown(&work(&paper, &content, &titles, wanted, Vec::new())).into_bytes(),
            "text/markdown; charset=utf-8",
            "attachment; filename=\"paper.md\"",
        ),
    })
}

/// What is to be written: the source first, then what is written of the other language.
fn work(paper: &Paper, content: &Content, titles: &Titles, wanted: &Wanted, remarks: Vec<Remark>) -> Work {
    let only = wanted.only.as_deref().map(Language::from_tag);
    let parts = [paper.source, paper.target()]
        .into_iter()
        .filter(|language| only.is_none_or(|only| only == *language))
        .filter(|language| *language == paper.source || only.is_some() || content.speaks(*language))
        .map(|language| Part {
            language,
            title: paper.title.best(language).0.to_owned(),
            nodes: referenced(content.nodes.get(language.tag()), language, titles),
        })
        .collect();
    let km = wanted.lang == "km";
    let mark = match paper.state {
        PaperState::FinalText => "",
        PaperState::Draft if km => "សេចក្តីព្រាង",
        PaperState::Draft => "Draft",
        PaperState::InternalConsultation if km => "កំពុងពិគ្រោះយោបល់",
        PaperState::InternalConsultation => "In consultation",
        PaperState::Review if km => "កំពុងពិនិត្យ",
        PaperState::Review => "In review",
        PaperState::Abandoned if km => "បានបោះបង់",
        PaperState::Abandoned => "Given up",
    };
    Work { parts, mark: mark.to_owned(), hash: hex::encode(content.hash.get(..8).unwrap_or_default()), remarks }
}

/// Titles of cited documents, as far as whoever asks may know them.
type Titles = HashMap<String, String>;

async fn titles(public: &Public, actor: &Actor, content: &Content, language: Language) -> Result<Titles> {
    let mut cited = Vec::new();
    collect(&content.nodes, &mut cited);
    let mut ids: Vec<uuid::Uuid> = cited.iter().filter_map(|id| id.parse::<DocumentId>().ok()).map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut titles = Titles::new();
    for some in ids.chunks(100) {
        for document in evidence::store::visible(&public.services.pool, actor, some).await? {
            titles.insert(document.id.to_string(), document.title.best(language).0.to_owned());
        }
    }
    Ok(titles)
}

/// The ids of all cited documents below a node.
fn collect(node: &Value, into: &mut Vec<String>) {
    match node {
        Value::Array(all) => all.iter().for_each(|one| collect(one, into)),
        Value::Object(parts) => {
            if parts.get("type").is_some_and(|kind| kind == "citation") {
                into.extend(node.pointer("/attrs/document").and_then(Value::as_str).map(str::to_owned));
            }
            parts.values().for_each(|one| collect(one, into));
        }
        _ => {}
    }
}

/// The nodes of a text with its citations as numbers, and what they stand for in a list at its end.
fn referenced(nodes: Option<&Value>, language: Language, titles: &Titles) -> Vec<Value> {
    let mut nodes = nodes.and_then(Value::as_array).cloned().unwrap_or_default();
    let mut references = Vec::new();
    for node in &mut nodes {
        number(node, titles, language, &mut references);
    }
    if !references.is_empty() {
        let heading = if language == Language::Km { "ឯកសារយោង" } else { "References" };
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

fn number(node: &mut Value, titles: &Titles, language: Language, references: &mut Vec<String>) {
    if node.get("type").is_some_and(|kind| kind == "citation") {
        let attributes = node.get("attrs").cloned().unwrap_or_default();
        let attribute = |name: &str| attributes.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let unknown = if language == Language::Km {
            "ឯកសារមិនបង្ហាញ"
        } else {
            "A document that is not shown"
        };
        let mut text = titles.get(&attribute("document")).cloned().unwrap_or_else(|| unknown.to_owned());
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
            number(child, titles, language, references);
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
