//! What was promised in a network, for everybody: what became of it, and no name of whoever has not agreed to it.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::{Path, State},
    response::Response,
};
use sala_documents::write::{self, Labels, Part, Work};
use sala_domain::{
    access::Actor,
    campaigns::Sight,
    commitments::{Owner, scores, store},
    networks,
    reports::commitments::{rate, status},
    terms::{self, Taxonomy},
};
use sala_kernel::{LText, Language, Message, NetworkId, Result};
use serde_json::{Value, json};

use super::{public::answer, router::Public};

/// The most that one page tells one by one; the rate is of all.
const MOST: usize = 500;

/// The public commitments of a network: the next due first.
pub(super) async fn page(State(public): State<Arc<Public>>, Path(id): Path<String>) -> Response {
    answer(told(&public, &id).await, "inline")
}

async fn told(public: &Public, id: &str) -> Result<Option<(Vec<u8>, String)>> {
    let (pool, nobody) = (&public.services.pool, Actor::Anonymous);
    let Ok(id) = id.parse::<NetworkId>() else { return Ok(None) };
    let Some(network) = networks::store::visible(pool, &nobody, Some(&[id.0])).await?.pop() else { return Ok(None) };
    let today = networks::store::today(pool, &public.services.env, id).await?;
    let wanted = store::Wanted { network: Some(id), ..store::Wanted::default() };
    let all = store::all(pool, &nobody, &wanted).await?;
    let groups: BTreeMap<String, LText> =
        terms::store::list(pool, Taxonomy::Constituency).await?.into_iter().map(|t| (t.code, t.label)).collect();
    let parts = [Language::Km, Language::En].into_iter().map(|language| {
        let paragraph = |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let cell = |kind: &str, text: &str| json!({ "type": kind, "content": [paragraph(text)] });
        let line = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
        let words = (Message::RateOfCommitments.told(language), Message::NoneDue.told(language));
        let mut nodes = vec![paragraph(&rate(words, scores(&all, today)))];
        let heads = [Message::ColumnCommitment, Message::ColumnPromisedBy, Message::ColumnDue, Message::ColumnStatus];
        let mut rows = vec![line(heads.iter().map(|head| cell("tableHeader", head.told(language))).collect())];
        for k in all.iter().take(MOST) {
            let owner = match k.owner_for(Sight::Public) {
                Owner::Named(name) => name.best(language).0.to_owned(),
                Owner::Masked(code) => groups
                    .get(&code)
                    .map_or(Message::SomebodyMasked.told(language), |label| label.best(language).0)
                    .to_owned(),
            };
            let due = k.due_on.map(|day| day.to_string()).unwrap_or_default();
            let counted = k.reached.zip(k.whole).map(|(n, of)| format!(" ({n}/{of})")).unwrap_or_default();
            let stands = format!("{}{counted}", status(k.state).told(language));
            let cells = [k.text.best(language).0, &owner, &due, &stands];
            rows.push(line(cells.iter().map(|text| cell("tableCell", text)).collect()));
        }
        if !all.is_empty() {
            nodes.push(json!({ "type": "table", "content": rows }));
        }
        let title = format!("{}: {}", network.name.best(language).0, Message::ReportCommitments.told(language));
        Part { language, title, labels: Labels { to: "", by: "", unsourced: "" }, nodes }
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
