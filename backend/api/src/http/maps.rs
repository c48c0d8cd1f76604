//! Pictures of stakeholder maps as files: with the name of who took it and the time on it, and written into its log.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use chrono::NaiveDate;
use sala_documents::write::{Format, picture};
use sala_domain::{
    stakeholders::picture::{self as drawing, View},
    table::Table,
};
use sala_kernel::{CampaignId, Error, Language, Message, Result};

use super::{
    caller,
    files::{self, refuse},
    router::Public,
};

/// Of which day, in which language.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    lang: String,
    on: Option<NaiveDate>,
}

/// A picture of a campaign's map: `grid`, `aiim`, `forces` or `relations`, each `.svg`, `.png` or `.pdf`; or `table.csv`.
pub(super) async fn file(
    State(public): State<Arc<Public>>,
    Path((campaign, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match made(&public, &campaign, &name, &asked, &headers).await {
        Ok((bytes, media)) => files::saved(bytes, media, &name),
        Err(error) => refuse(error),
    }
}

async fn made(
    public: &Public,
    campaign: &str,
    name: &str,
    asked: &Asked,
    headers: &HeaderMap,
) -> Result<(Vec<u8>, &'static str)> {
    let services = &public.services;
    let actor = caller::actor(services, &public.trust, headers).await?;
    let id: CampaignId = campaign.parse().map_err(|_| Error::NotFound)?;
    let (stem, ending) = name.rsplit_once('.').ok_or(Error::NotFound)?;
    let view = View::named(stem).ok_or(Error::NotFound)?;
    let fits = if view == View::Table { ending == "csv" } else { ["svg", "png", "pdf"].contains(&ending) };
    if !fits {
        return Err(Error::NotFound);
    }
    let fonts = services.fonts.clone();
    if ending != "csv" && ending != "svg" && fonts.is_none() {
        return Err(Error::invalid("file", Message::TypesettingMissing));
    }
    let wanted = (view, asked.on, Language::from_tag(&asked.lang));
    let taken = drawing::take(&services.pool, &services.env, &actor, id, wanted).await?;
    let format = match ending {
        "csv" => {
            let mut table = Table::default();
            table.line(&[&taken.campaign])?;
            table.line(&[&taken.mark])?;
            table.line(&taken.heads)?;
            for row in &taken.rows {
                table.line(row)?;
            }
            return Ok((table.finish()?, "text/csv; charset=utf-8"));
        }
        "svg" => return Ok((taken.svg.into_bytes(), "image/svg+xml")),
        "png" => Format::Png,
        _ => Format::Pdf,
    };
    let fonts = fonts.ok_or_else(|| Error::invalid("file", Message::TypesettingMissing))?;
    let drawn = services.draw(move || picture(&taken.svg, drawing::SIZE, format, &fonts)).await?;
    let media = if format == Format::Png { "image/png" } else { "application/pdf" };
    Ok((drawn.map_err(Error::internal)?, media))
}
