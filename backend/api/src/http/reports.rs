//! Reports of campaigns as files.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use chrono::NaiveDate;
use sala_documents::write;
use sala_domain::reports::{self, Kind, Wanted};
use sala_kernel::{CampaignId, Error, Language, Message, Result};

use super::{
    caller,
    files::{self, refuse},
    router::Public,
};
use crate::written::Printed;

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
            let work = Printed {
                title: format!("{}: {}", report.campaign, report.title),
                language: wanted.language,
                about: &report.about,
                heads: &report.heads,
                rows: &report.rows,
                foot: &report.foot,
                inside: !wanted.public,
                hash: String::new(),
            }
            .work();
            let set = services.draw(move || write::pdf(&work, &fonts)).await?.map_err(Error::internal)?;
            Ok((set, "application/pdf"))
        }
        _ => Err(Error::NotFound),
    }
}
