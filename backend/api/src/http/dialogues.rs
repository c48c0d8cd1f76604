//! What is printed for a dialogue: letters, name badges, the plan of tables.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use sala_documents::write::{self, Badge, Fonts, Table};
use sala_domain::dialogues::{
    letters::{self, Wanted},
    tables::{self, Room},
};
use sala_kernel::{DialogueId, Error, InvitationId, Language, Message, Result, khmer};

use super::{
    caller,
    files::{elsewhere, refuse, saved},
    router::Public,
};
use crate::written::said;

/// Whose letters, and in which language what is hung up is.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    of: String,
}

fn fonts(public: &Public) -> Result<Fonts> {
    public.services.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))
}

/// Sets letters, each with a link of its own: of all who have no e-mail address (`of=hand`), of all who are invited (`of=all`), or
/// of one (`of=` the id of the invitation).
pub(super) async fn letters(
    State(public): State<Arc<Public>>,
    Path(dialogue): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    if !public.trust.same_origin(&headers) {
        return elsewhere();
    }
    match written(&public, &dialogue, &asked.of, &headers).await {
        Ok(bytes) => saved(bytes, "application/pdf", "letters.pdf"),
        Err(error) => refuse(error),
    }
}

async fn written(public: &Public, dialogue: &str, of: &str, headers: &HeaderMap) -> Result<Vec<u8>> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: DialogueId = dialogue.parse().map_err(|_| Error::NotFound)?;
    let wanted = match of {
        "hand" => Wanted::ByHand,
        "all" => Wanted::All,
        one => Wanted::One(one.parse::<InvitationId>().map_err(|_| Error::NotFound)?),
    };
    // Asked before anything is written: a link that cannot be printed is no use.
    let fonts = fonts(public)?;
    let url = &services.settings.public_url;
    let sheets = letters::print(&services.pool, &services.env, &actor, id, wanted, url).await?;
    let title = sheets.first().map(|sheet| sheet.subject.clone()).unwrap_or_default();
    services.draw(move || write::letters(&sheets, &title, &fonts)).await?.map_err(Error::internal)
}

/// `badges.pdf`, ten on a sheet, or `tables.pdf`, the plan that hangs at the door.
pub(super) async fn file(
    State(public): State<Arc<Public>>,
    Path((dialogue, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match made(&public, &dialogue, &name, Language::from_tag(&asked.lang), &headers).await {
        Ok(bytes) => saved(bytes, "application/pdf", &name),
        Err(error) => refuse(error),
    }
}

async fn made(public: &Public, dialogue: &str, name: &str, language: Language, headers: &HeaderMap) -> Result<Vec<u8>> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: DialogueId = dialogue.parse().map_err(|_| Error::NotFound)?;
    if !["badges.pdf", "tables.pdf"].contains(&name) {
        return Err(Error::NotFound);
    }
    let room = tables::room(&services.pool, &actor, id).await?;
    if room.people.is_empty() {
        return Err(Error::invalid("dialogue", Message::NobodyComesYet));
    }
    let (fonts, badges) = (fonts(public)?, name == "badges.pdf");
    let title = room.dialogue.is.title.best(language).0.to_owned();
    let set = services.draw(move || {
        if badges {
            write::badges(&worn(&room), &title, &fonts)
        } else {
            write::table_plan(&seated(&room, language), &title, language, &fonts)
        }
    });
    set.await?.map_err(Error::internal)
}

fn table(n: i32, language: Language) -> String {
    let n = n.to_string();
    let n = if language == Language::Km { khmer::digits(&n) } else { n };
    said(Message::TableNumbered, language).replace("{n}", &n)
}

fn group(room: &Room, code: &str, language: Language) -> String {
    room.groups.get(code).map_or(code, |label| label.best(language).0).to_owned()
}

fn worn(room: &Room) -> Vec<Badge> {
    let badge = |i: &sala_domain::dialogues::Invitation| Badge {
        language: i.language,
        name: i.name.best(i.language).0.to_owned(),
        about: [i.post.as_str(), i.organisation.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        group: group(room, &i.constituency, i.language),
        table: i.table.map(|n| table(n, i.language)).unwrap_or_default(),
    };
    room.people.iter().map(badge).collect()
}

fn seated(room: &Room, language: Language) -> Vec<Table> {
    let mut tables: Vec<(Option<i32>, Table)> = Vec::new();
    for one in &room.people {
        let person = (one.name.best(language).0.to_owned(), group(room, &one.constituency, language));
        if let Some((_, table)) = tables.last_mut().filter(|(at, _)| *at == one.table) {
            table.people.push(person);
            continue;
        }
        let name = one.table.map_or_else(|| said(Message::NoTableYet, language).to_owned(), |n| table(n, language));
        tables.push((one.table, Table { name, people: vec![person] }));
    }
    tables.into_iter().map(|(_, table)| table).collect()
}
