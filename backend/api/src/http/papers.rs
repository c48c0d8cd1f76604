//! What leaves a paper as a file: its text, and what was said of it.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use sala_documents::write::{self, Remark, Work};
use sala_domain::{
    access::Actor,
    evidence, networks,
    papers::{self, Content, matrix, revisions, store},
    people, signing,
};
use sala_kernel::{Error, Language, Message, PageRequest, PaperId, Result, Zone};

use super::{caller, files::refuse, router::Public};
use crate::{
    press,
    written::{Known, Printed, work},
};

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

/// A file of a paper: `matrix.csv`, `sign-on.csv`, `sign-on.pdf`, `addressee.pdf`, `text.docx`, `text.pdf`, `text.html` or `text.md`.
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
    let language = Language::from_tag(&wanted.lang);
    if matches!(name, "sign-on.csv" | "sign-on.pdf") {
        let sign_on = signing::store::find(&services.pool, id).await?.ok_or(Error::NotFound)?;
        let rows = signing::list::rows(&services.pool, &actor, &paper, &sign_on, language).await?;
        if name == "sign-on.csv" {
            let table = signing::list::csv(&rows, &sign_on, language)?;
            return Ok((table, "text/csv; charset=utf-8", "attachment; filename=\"sign-on.csv\""));
        }
        let zone = networks::store::zone(&services.pool, paper.network).await?;
        let set = typeset(public, listed(&paper, &sign_on, &rows, zone, language)).await?;
        return Ok((set, "application/pdf", "attachment; filename=\"sign-on.pdf\""));
    }
    if name == "addressee.pdf" {
        let (pool, env, texts) = (&services.pool, &services.env, &*services.texts);
        let edition = signing::publication::for_addressee(pool, env, &actor, texts, id).await?;
        let set = typeset(public, press::for_addressee(&edition, language)).await?;
        return Ok((set, "application/pdf", "attachment; filename=\"for-the-addressee.pdf\""));
    }
    let content = revisions::content(&services.pool, &actor, &*services.texts, id, wanted.revision).await?;
    let said = match name {
        "matrix.csv" | "text.docx" => matrix::all(&services.pool, &actor, id, &content, language).await?,
        "text.html" | "text.md" | "text.pdf" => Vec::new(),
        _ => return Err(Error::NotFound),
    };
    let known = known(public, &actor, &content, language).await?;
    let only = wanted.only.as_deref().map(Language::from_tag);
    Ok(match name {
        "matrix.csv" => {
            let table = matrix::csv(&said, language)?;
            (table, "text/csv; charset=utf-8", "attachment; filename=\"comment-response-matrix.csv\"")
        }
        "text.docx" => (
            write::docx(&work(&paper, &content, &known, language, only, remarks(said))),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment; filename=\"paper.docx\"",
        ),
        "text.html" => (
            write::html(&work(&paper, &content, &known, language, only, Vec::new())).into_bytes(),
            "text/html; charset=utf-8",
            "inline; filename=\"paper.html\"",
        ),
        "text.pdf" => {
            let work = work(&paper, &content, &known, language, only, Vec::new());
            (typeset(public, work).await?, "application/pdf", "attachment; filename=\"paper.pdf\"")
        }
        _ => (
            write::markdown(&work(&paper, &content, &known, language, only, Vec::new())).into_bytes(),
            "text/markdown; charset=utf-8",
            "attachment; filename=\"paper.md\"",
        ),
    })
}

async fn typeset(public: &Public, work: Work) -> Result<Vec<u8>> {
    let fonts = public.services.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
    public.services.draw(move || write::pdf(&work, &fonts)).await?.map_err(Error::internal)
}

/// What is printed of a sign-on's list.
const PRINTED: [Message; 5] = [
    Message::ColumnOrganisation,
    Message::ColumnAnswer,
    Message::ColumnReservation,
    Message::ColumnSignatory,
    Message::ColumnSignedAt,
];

/// The list of a sign-on, to be printed.
fn listed(
    paper: &papers::Paper,
    sign_on: &signing::SignOn,
    rows: &[signing::list::Row],
    zone: Zone,
    language: Language,
) -> Work {
    let heads = PRINTED.map(|head| head.told(language).to_owned());
    let told = rows.iter().map(|row| {
        let said = row.said.as_ref();
        vec![
            row.organisation.clone(),
            signing::list::answer(row.state()).told(language).to_owned(),
            said.map_or_else(String::new, |said| said.reservation.clone()),
            row.signatory.clone(),
            said.map(|said| zone.day(said.stated_at).to_string()).unwrap_or_default(),
        ]
    });
    Printed {
        title: paper.title.best(language).0.to_owned(),
        language,
        about: &[],
        heads: &heads,
        rows: &told.collect::<Vec<_>>(),
        foot: &[],
        inside: true,
        hash: hex::encode(sign_on.text.get(..8).unwrap_or_default()),
    }
    .work()
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
