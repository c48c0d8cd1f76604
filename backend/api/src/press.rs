//! The files of an edition: PDF, web page, Word, a card for links, the list of names, the texts as they were signed, and a list by which each is told from a changed
//! copy.

use std::collections::HashMap;

use sala_documents::write::{self, Card, Fonts, Work};
use sala_domain::{
    signing::publication::{Adopted, Edition, PublishedFile, Signatory},
    table::Table,
};
use sala_kernel::{Error, LText, Language, Message, Result};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    state::Services,
    written::{Known, said, work},
};

/// Makes the files of an edition.
pub(crate) async fn set(services: &Services, edition: Edition) -> Result<Vec<PublishedFile>> {
    let fonts = services.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
    services.draw(move || made(&fonts, &edition)).await?
}

/// What is printed: the text, and by whom it is; with the logos that may stand there, and without.
fn printed(edition: &Edition) -> (Work, Work) {
    let source = edition.paper.source;
    let titles = edition.titles.iter().map(|(id, title)| (id.to_string(), title.best(source).0.to_owned()));
    let known = Known { titles: titles.collect(), names: HashMap::new() };
    let mut work = work(&edition.paper, &edition.content, &known, source, None, Vec::new());
    edition.paper.summary.best(source).0.clone_into(&mut work.summary);
    let mut plain = work.clone();
    for (part, bare) in work.parts.iter_mut().zip(&mut plain.parts) {
        part.nodes.extend(settled(edition, part.language, true));
        // Word gets the names alone.
        bare.nodes.extend(settled(edition, part.language, false));
    }
    let logos = edition.signatories.iter().enumerate();
    work.logos =
        logos.filter_map(|(at, signatory)| Some((at.to_string(), signatory.logo.as_ref()?.png.clone()))).collect();
    (work, plain)
}

/// What is handed to the addressee, marked so that it is not taken for what is public.
pub(crate) fn for_addressee(edition: &Edition, language: Language) -> Work {
    let (work, _) = printed(edition);
    Work {
        mark: said(Message::FileForAddressee, language).to_owned(),
        hash: hex::encode(edition.text.hash.get(..8).unwrap_or_default()),
        ..work
    }
}

fn made(fonts: &Fonts, edition: &Edition) -> Result<Vec<PublishedFile>> {
    let (work, plain) = printed(edition);
    let file = |name: &str, media: &str, body: Vec<u8>| PublishedFile { name: name.into(), media: media.into(), body };
    let mut files = vec![
        file("paper.pdf", "application/pdf", write::pdf(&work, fonts).map_err(Error::internal)?),
        file("paper.html", "text/html; charset=utf-8", write::html(&work).into_bytes()),
        file("paper.docx", DOCX, write::docx(&plain)),
        file("card.png", "image/png", card(edition, fonts)?),
    ];
    for (name, text) in [("text.en.txt", &edition.text.english), ("text.km.txt", &edition.text.khmer)] {
        if !text.is_empty() {
            files.push(file(name, "text/plain; charset=utf-8", text.clone().into_bytes()));
        }
    }
    if edition.adopted.is_none() {
        files.push(file("signatories.csv", "text/csv; charset=utf-8", signatories(edition)?));
    }
    let manifest = manifest(edition, &files);
    files.push(file("manifest.json", "application/json", manifest));
    Ok(files)
}

/// The media type of Word files.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What a link to the text shows where links are shared.
fn card(edition: &Edition, fonts: &Fonts) -> Result<Vec<u8>> {
    let (title, language) = edition.paper.title.best(edition.paper.source);
    let signed = edition.signatories.len() + usize::try_from(edition.withheld).unwrap_or(0);
    let by = match &edition.adopted {
        Some(adopted) => adopted.network.best(language).0.to_owned(),
        None if signed == 1 => Message::CardSignedOne.told(language).to_owned(),
        None => Message::CardSignedMany.told(language).replace("{n}", &signed.to_string()),
    };
    write::card(&Card { title, language, by: &by }, fonts).map_err(Error::internal)
}

/// The public list as a table for spreadsheets.
fn signatories(edition: &Edition) -> Result<Vec<u8>> {
    let mut table = Table::default();
    let [en, km] = [Language::En, Language::Km].map(|language| Message::ColumnOrganisation.told(language));
    table.line(&[en, km, Message::ColumnReservation.told(edition.paper.source)])?;
    for signatory in &edition.signatories {
        table.line(&[&signatory.name.en, &signatory.name.km, &signatory.reservation])?;
    }
    for language in [Language::En, Language::Km] {
        if let Some(words) = withheld(edition, language) {
            table.line(&if language == Language::En { [words.as_str(), "", ""] } else { ["", words.as_str(), ""] })?;
        }
    }
    table.finish()
}

/// How many names are withheld, in words; nothing where none is.
fn withheld(edition: &Edition, language: Language) -> Option<String> {
    match edition.withheld {
        0 => None,
        1 => Some(said(Message::FileWithheldOne, language).to_owned()),
        n => Some(said(Message::FileWithheldMany, language).replace("{n}", &n.to_string())),
    }
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

fn list(items: &[Value]) -> Value {
    json!({ "type": "bulletList", "content": items })
}

/// By whom the text is: those who signed it, or the network that adopted it.
fn settled(edition: &Edition, language: Language, logos: bool) -> Vec<Value> {
    match &edition.adopted {
        Some(adopted) => decided(adopted, language),
        None => signed(edition, language, logos),
    }
}

/// Who adopted it and when, and under it the dissent that is to stand beside it.
fn decided(adopted: &Adopted, language: Language) -> Vec<Value> {
    let words = said(Message::FileAdopted, language)
        .replace("{network}", adopted.network.best(language).0)
        .replace("{date}", &adopted.on);
    let mut nodes = vec![json!({ "type": "horizontalRule" }), paragraph(&words)];
    nodes.extend(dissent(adopted.dissent.iter().map(|(name, words)| (name.as_ref(), words)), language));
    nodes
}

/// Dissent that stands under a text, each with the name that may be told; nothing where there is none.
fn dissent<'d>(all: impl Iterator<Item = (Option<&'d LText>, &'d String)>, language: Language) -> Vec<Value> {
    let item = |(name, words): (Option<&LText>, &String)| {
        let name = name.map_or(said(Message::FileMember, language), |name| name.best(language).0);
        json!({ "type": "listItem", "content": [paragraph(name), paragraph(words)] })
    };
    let items: Vec<Value> = all.map(item).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![paragraph(said(Message::FileDissent, language)), list(&items)]
}

/// Who signed, as nodes of the text: names in the order that was fixed, reservations under them, and how many names are
/// withheld.
fn signed(edition: &Edition, language: Language, logos: bool) -> Vec<Value> {
    let item = |(at, signatory): (usize, &Signatory)| {
        let mut blocks = Vec::new();
        if logos && signatory.logo.is_some() {
            blocks.push(json!({ "type": "logo", "attrs": { "name": at.to_string() } }));
        }
        blocks.push(paragraph(signatory.name.best(language).0));
        if !signatory.reservation.is_empty() {
            blocks.push(paragraph(&format!("{} {}", said(Message::FileReservation, language), signatory.reservation)));
        }
        json!({ "type": "listItem", "content": blocks })
    };
    let heading = json!({ "type": "heading", "attrs": { "level": 3 }, "content": [{ "type": "text", "text": said(Message::FileSignatories, language) }] });
    let mut nodes = vec![heading];
    if !edition.signatories.is_empty() {
        nodes.push(list(&edition.signatories.iter().enumerate().map(item).collect::<Vec<_>>()));
    }
    nodes.extend(withheld(edition, language).map(|words| paragraph(&words)));
    nodes.extend(dissent(edition.dissents.iter().map(|(name, words)| (Some(name), words)), language));
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
        "adopted": edition.adopted.as_ref().map(|a| json!({ "network": { "en": a.network.en, "km": a.network.km }, "on": a.on })),
    });
    serde_json::to_vec_pretty(&manifest).unwrap_or_default()
}
