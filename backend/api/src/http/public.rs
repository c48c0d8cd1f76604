//! What everybody may read, without an account and without scripts.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use sala_documents::write::{self, Labels, Part, Work};
use sala_domain::{
    access::Actor,
    campaigns::{self, CampaignState, bodies::Body},
    networks, organisations, outcomes, papers,
    signing::{publication::Publication, publication_store},
};
use sala_kernel::{CampaignId, Error, LText, Language, Message, PageRequest, PaperId, Result, Zone};
use serde_json::json;

use super::router::Public;
use crate::written::said;

const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-modals allow-downloads";

/// A published text: read, printed, passed on.
pub(super) async fn page(State(public): State<Arc<Public>>, Path(id): Path<String>) -> Response {
    answer(read(&public, &id).await, "inline")
}

/// A file of it, byte for byte as it was published.
pub(super) async fn file(State(public): State<Arc<Public>>, Path((id, name)): Path<(String, String)>) -> Response {
    answer(fetch(&public, &id, &name).await, "attachment")
}

pub(super) fn answer(found: Result<Option<(Vec<u8>, String)>>, disposition: &'static str) -> Response {
    match found {
        Ok(Some((body, media))) => {
            let mut response = body.into_response();
            let headers = response.headers_mut();
            if let Ok(media) = HeaderValue::from_str(&media) {
                headers.insert(header::CONTENT_TYPE, media);
            }
            headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
            response
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a published text cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn known(public: &Public, id: &str) -> Result<Option<Publication>> {
    let Ok(id) = id.parse::<PaperId>() else { return Ok(None) };
    publication_store::public(&public.services.pool, &public.services.env, id).await
}

async fn fetch(public: &Public, id: &str, name: &str) -> Result<Option<(Vec<u8>, String)>> {
    let Some(known) = known(public, id).await? else { return Ok(None) };
    let file = publication_store::file(&public.services.pool, known.paper, name).await?;
    Ok(file.map(|file| (file.body, file.media)))
}

/// The page as it was published, and under it what came later: who withdrew, and how a copy is told from a changed one.
async fn read(public: &Public, id: &str) -> Result<Option<(Vec<u8>, String)>> {
    let pool = &public.services.pool;
    let Some(known) = known(public, id).await? else { return Ok(None) };
    let Some(page) = publication_store::file(pool, known.paper, "paper.html").await? else { return Ok(None) };
    let page = String::from_utf8(page.body).map_err(Error::internal)?;
    let paper = papers::store::lookup(pool, known.paper).await?.ok_or(Error::NotFound)?;
    let zone = networks::store::zone(pool, paper.network).await?;
    let mut page = page.replacen("<body>", &format!("<body>{}", ended(public, &known, zone).await?), 1);
    let card = escape(&format!("{}/public/papers/{}/card.png", public.services.settings.public_url, paper.id));
    let shared = format!(
        "<meta property=\"og:image\" content=\"{card}\"><meta name=\"twitter:card\" content=\"summary_large_image\">"
    );
    page = page.replacen("</head>", &format!("{shared}</head>"), 1);
    let mut footer = String::from("<footer class=\"mark\">");
    for (name, at) in publication_store::withdrawn(pool, &known).await? {
        for language in [Language::Km, Language::En] {
            let (name, words) = (escape(name.best(language).0), said(Message::PublicWithdrew, language));
            put(&mut footer, format_args!("<p lang=\"{}\">{name} {words} {}</p>", language.tag(), zone.day(at)));
        }
    }
    for language in [Language::Km, Language::En] {
        let (signed, verify) = (said(Message::PublicSigned, language), said(Message::PublicVerify, language));
        let tag = language.tag();
        put(
            &mut footer,
            format_args!(
                "<p lang=\"{tag}\">{signed} <code>{}</code></p><p lang=\"{tag}\">{verify}</p>",
                hex::encode(&known.text)
            ),
        );
    }
    footer.push_str("<ul>");
    for (name, sha256) in publication_store::files(pool, known.paper).await? {
        let href = format!("/public/papers/{}/{name}", paper.id);
        put(&mut footer, format_args!("<li><a href=\"{href}\">{name}</a> <code>{}</code></li>", hex::encode(sha256)));
    }
    footer.push_str("</ul></footer></body>");
    Ok(Some((page.replacen("</body>", &footer, 1).into_bytes(), "text/html; charset=utf-8".into())))
}

/// What became of it since: above everything else, so that nobody takes it for what stands.
async fn ended(public: &Public, known: &Publication, zone: Zone) -> Result<String> {
    let Some(ended) = &known.ended else { return Ok(String::new()) };
    let mut out = String::from("<aside class=\"ended\">");
    let day = zone.day(ended.at).to_string();
    let message = if ended.successor.is_some() { Message::PublicSuperseded } else { Message::PublicRetracted };
    for language in [Language::Km, Language::En] {
        let words = said(message, language).replace("{date}", &day);
        put(&mut out, format_args!("<p lang=\"{}\"><b>{words}</b></p>", language.tag()));
    }
    for (tag, reason) in [("km", &ended.reason.km), ("en", &ended.reason.en)] {
        if !reason.is_empty() {
            put(&mut out, format_args!("<p lang=\"{tag}\">{}</p>", escape(reason)));
        }
    }
    if let Some(successor) = ended.successor
        && let Some(paper) = papers::store::lookup(&public.services.pool, successor).await?
    {
        let (title, language) = paper.title.best(paper.source);
        let (title, tag) = (escape(title), language.tag());
        put(&mut out, format_args!("<p lang=\"{tag}\"><a href=\"/public/papers/{successor}\">{title}</a></p>"));
    }
    out.push_str("</aside>");
    Ok(out)
}

/// What everybody may know of a campaign that has begun: what it wants, of whom, and who takes part by a name that everybody
/// may know. That it rests is told, and not why.
pub(super) async fn campaign(State(public): State<Arc<Public>>, Path(id): Path<String>) -> Response {
    answer(told(&public, &id).await, "inline")
}

async fn told(public: &Public, id: &str) -> Result<Option<(Vec<u8>, String)>> {
    let (pool, nobody) = (&public.services.pool, Actor::Anonymous);
    let Ok(id) = id.parse::<CampaignId>() else { return Ok(None) };
    let Some(campaign) = campaigns::store::visible(pool, &nobody, &[id.0]).await?.pop() else { return Ok(None) };
    let asks = campaigns::item_store::items(pool, &[id.0], &[campaigns::ItemKind::Ask]).await?;
    let wanted = outcomes::store::Wanted {
        campaign: Some(id),
        states: Some(vec![outcomes::OutcomeState::Published]),
        ..outcomes::store::Wanted::default()
    };
    let found = outcomes::store::list(pool, &wanted, &PageRequest::whole()).await?.items;
    let outcomes: Vec<LText> = found.into_iter().map(|(_, outcome)| outcome.public).collect();
    let ids: Vec<uuid::Uuid> = campaign.team.iter().map(|o| o.0).collect();
    let mut team = Vec::new();
    for some in ids.chunks(100) {
        team.extend(organisations::store::visible(pool, &nobody, some).await?);
    }
    // Those who lead first, then as they came.
    team.sort_by_key(|o| (Some(o.id) != campaign.lead, campaign.team.iter().position(|id| *id == o.id)));
    let state = match campaign.state {
        CampaignState::Paused => Message::PublicCampaignPaused,
        CampaignState::Closing => Message::PublicCampaignClosing,
        CampaignState::Closed => Message::PublicCampaignClosed,
        _ => Message::PublicCampaignActive,
    };
    let parts = [Language::Km, Language::En].into_iter().map(|language| {
        let heading = |message: Message| json!({ "type": "heading", "attrs": { "level": 2 }, "content": [{ "type": "text", "text": message.told(language) }] });
        let paragraph = |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let item = |text: String| json!({ "type": "listItem", "content": [paragraph(&text)] });
        let mut nodes = vec![paragraph(state.told(language))];
        for (message, text) in [(Message::PublicGoal, &campaign.goal), (Message::PublicProblem, &campaign.problem)] {
            if !text.is_empty() {
                nodes.extend([heading(message), paragraph(text.best(language).0)]);
            }
        }
        let asked: Vec<_> = asks
            .iter()
            .filter_map(|item| match &item.body {
                Body::Ask(ask) => Some(ask),
                _ => None,
            })
            .map(|ask| {
                let by = ask.by_when.map(|day| format!(" ({} {day})", Message::PublicBy.told(language)));
                let target = ask.target.best(language).0;
                let of = if target.is_empty() { String::new() } else { format!("{target}: ") };
                item(format!("{of}{}{}", ask.text.best(language).0, by.unwrap_or_default()))
            })
            .collect();
        if !asked.is_empty() {
            nodes.extend([heading(Message::PublicAsks), json!({ "type": "bulletList", "content": asked })]);
        }
        let changed: Vec<_> = outcomes.iter().map(|outcome| item(outcome.best(language).0.to_owned())).collect();
        if !changed.is_empty() {
            nodes.extend([heading(Message::PublicOutcomes), json!({ "type": "bulletList", "content": changed })]);
        }
        if !team.is_empty() {
            let names: Vec<_> = team.iter().map(|o| item(o.name.best(language).0.to_owned())).collect();
            nodes.extend([heading(Message::PublicTeam), json!({ "type": "bulletList", "content": names })]);
        }
        let labels = Labels { to: "", by: "", unsourced: "" };
        Part { language, title: campaign.title.best(language).0.to_owned(), labels, nodes }
    });
    let work = Work {
        parts: parts.collect(),
        mark: String::new(),
        hash: String::new(),
        remarks: Vec::new(),
        summary: String::new(),
        logos: BTreeMap::new(),
    };
    Ok(Some((write::html(&work).into_bytes(), "text/html; charset=utf-8".into())))
}

fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    use std::fmt::Write as _;
    // Memory does not fail.
    let _ = out.write_fmt(what);
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
