//! The files of an edition: PDF, web page, the texts as they were signed, and a list by which each is told from a changed
//! copy.

use std::collections::HashMap;

use sala_documents::write::{self, Fonts};
use sala_domain::signing::publication::{Edition, PublishedFile, Signatory};
use sala_kernel::{Error, Language, Message, Result};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::written::{Known, said, work};

/// Makes the files of an edition.
pub(crate) async fn set(fonts: Option<Fonts>, edition: Edition) -> Result<Vec<PublishedFile>> {
    let fonts = fonts.ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
    // It takes a core for as long as it is set.
    tokio::task::spawn_blocking(move || made(&fonts, &edition)).await.map_err(Error::internal)?
}

fn made(fonts: &Fonts, edition: &Edition) -> Result<Vec<PublishedFile>> {
    let source = edition.paper.source;
    let titles = edition.titles.iter().map(|(id, title)| (id.to_string(), title.best(source).0.to_owned()));
    let known = Known { titles: titles.collect(), names: HashMap::new() };
    let mut work = work(&edition.paper, &edition.content, &known, source, None, Vec::new());
    for part in &mut work.parts {
        part.nodes.extend(signed(edition, part.language));
    }
    let file = |name: &str, media: &str, body: Vec<u8>| PublishedFile { name: name.into(), media: media.into(), body };
    let mut files = vec![
        file("paper.pdf", "application/pdf", write::pdf(&work, fonts).map_err(Error::internal)?),
        file("paper.html", "text/html; charset=utf-8", write::html(&work).into_bytes()),
    ];
    for (name, text) in [("text.en.txt", &edition.text.english), ("text.km.txt", &edition.text.khmer)] {
        if !text.is_empty() {
            files.push(file(name, "text/plain; charset=utf-8", text.clone().into_bytes()));
        }
    }
    let manifest = manifest(edition, &files);
    files.push(file("manifest.json", "application/json", manifest));
    Ok(files)
}

/// Who signed, as nodes of the text: names in the order in which they signed, reservations under them, and how many names
/// are withheld.
fn signed(edition: &Edition, language: Language) -> Vec<Value> {
    let paragraph = |text: String| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
    let item = |signatory: &Signatory| {
        let mut blocks = vec![paragraph(signatory.name.best(language).0.to_owned())];
        if !signatory.reservation.is_empty() {
            blocks.push(paragraph(format!("{} {}", said(Message::FileReservation, language), signatory.reservation)));
        }
        json!({ "type": "listItem", "content": blocks })
    };
    let heading = json!({ "type": "heading", "attrs": { "level": 3 }, "content": [{ "type": "text", "text": said(Message::FileSignatories, language) }] });
    let mut nodes = vec![heading];
    if !edition.signatories.is_empty() {
        nodes
            .push(json!({ "type": "bulletList", "content": edition.signatories.iter().map(item).collect::<Vec<_>>() }));
    }
    match edition.withheld {
        0 => {}
        1 => nodes.push(paragraph(said(Message::FileWithheldOne, language).to_owned())),
        n => nodes.push(paragraph(said(Message::FileWithheldMany, language).replace("{n}", &n.to_string()))),
    }
    nodes
}

/// What binds everything together: the hash of the text, of each file, and who signed that text.
fn manifest(edition: &Edition, files: &[PublishedFile]) -> Vec<u8> {
    let listed: Vec<Value> = files
        .iter()
        .map(|file| json!({ "name": file.name, "sha256": hex::encode(Sha256::digest(&file.body)) }))
        .collect();
    let endorsements: Vec<Value> = edition
        .signatories
        .iter()
        .map(|s| json!({ "name": { "en": s.name.en, "km": s.name.km }, "reservation": s.reservation, "text": hex::encode(&edition.text.hash) }))
        .collect();
    let manifest = json!({
        "sala": 1,
        "paper": edition.paper.id.to_string(),
        "title": { "en": edition.paper.title.en, "km": edition.paper.title.km },
        "text": hex::encode(&edition.text.hash),
        "textEn": hex::encode(&edition.text.hash_english),
        "textKm": hex::encode(&edition.text.hash_khmer),
        "publicFrom": edition.public_from,
        "files": listed,
        "endorsements": endorsements,
        "withheld": edition.withheld,
    });
    serde_json::to_vec_pretty(&manifest).unwrap_or_default()
}
