//! Reports of campaigns as files.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use chrono::NaiveDate;
use sala_documents::write::{self, Labels, Part, Work};
use sala_domain::reports::{self, Kind, Report, Wanted};
use sala_kernel::{CampaignId, Error, Language, Message, Result};
use serde_json::{Value, json};

use super::{
    caller,
    files::{self, refuse},
    router::Public,
};
use crate::written::said;

/// What a report is asked for.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    lang: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    #[serde(default)]
    donor: String,
    #[serde(default)]
    public: bool,
}

/// A report of a campaign: `progress`, `results`, `finance`, `harvest`, and those of its map; each `.csv` or `.pdf`.
pub(super) async fn file(
    State(public): State<Arc<Public>>,
    Path((campaign, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match made(&public, &campaign, &name, asked, &headers).await {
        Ok((bytes, media)) => files::saved(bytes, media, &name),
        Err(error) => refuse(error),
    }
}

async fn made(
    public: &Public,
    campaign: &str,
    name: &str,
    asked: Asked,
    headers: &HeaderMap,
) -> Result<(Vec<u8>, &'static str)> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: CampaignId = campaign.parse().map_err(|_| Error::NotFound)?;
    let (stem, ending) = name.rsplit_once('.').ok_or(Error::NotFound)?;
    let kind = Kind::named(stem).ok_or(Error::NotFound)?;
    let wanted = Wanted {
        kind,
        from: asked.from,
        to: asked.to,
        donor: asked.donor.chars().take(200).collect(),
        public: asked.public,
        language: Language::from_tag(&asked.lang),
    };
    let report = reports::take(&services.pool, &services.env, &actor, id, &wanted).await?;
    match ending {
        "csv" => Ok((reports::csv(&report)?, "text/csv; charset=utf-8")),
        "pdf" => {
            let fonts = services.fonts.clone().ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
            let work = printed(&report, &wanted);
            let set = services.draw(move || write::pdf(&work, &fonts)).await?.map_err(Error::internal)?;
            Ok((set, "application/pdf"))
        }
        _ => Err(Error::NotFound),
    }
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

/// A table with few columns is set as one; one with many as a list, row by row, so that it is read on paper.
fn printed(report: &Report, wanted: &Wanted) -> Work {
    let language = wanted.language;
    let mut nodes: Vec<Value> = report.about.iter().map(|line| paragraph(line)).collect();
    let cell = |kind: &str, text: &str| json!({ "type": kind, "content": [paragraph(text)] });
    let line = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
    if report.heads.len() <= NARROW {
        let head = line(report.heads.iter().map(|head| cell("tableHeader", head)).collect());
        let rows = report.rows.iter().map(|row| line(row.iter().map(|text| cell("tableCell", text)).collect()));
        nodes.push(json!({ "type": "table", "content": std::iter::once(head).chain(rows).collect::<Vec<_>>() }));
    } else {
        for row in &report.rows {
            let told = report.heads.iter().zip(row).filter(|(_, text)| !text.is_empty());
            let rows: Vec<Value> =
                told.map(|(head, text)| line(vec![cell("tableHeader", head), cell("tableCell", text)])).collect();
            nodes.push(json!({ "type": "table", "content": rows }));
        }
    }
    nodes.extend(report.foot.iter().map(|line| paragraph(line)));
    let mark = if wanted.public { "" } else { said(Message::FileInternal, language) };
    Work {
        parts: vec![Part {
            language,
            title: format!("{}: {}", report.campaign, report.title),
            labels: Labels { to: "", by: "", unsourced: "" },
            nodes,
        }],
        mark: mark.to_owned(),
        hash: String::new(),
        remarks: Vec::new(),
        summary: String::new(),
        logos: BTreeMap::new(),
    }
}

/// The most columns that stand beside each other on a sheet.
const NARROW: usize = 6;
