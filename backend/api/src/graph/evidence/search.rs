//! Searching the library.

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sala_kernel::{DocumentId, Error, Message, NetworkId, OrganisationId, PlaceCode};
use sala_search::Facet;

use super::{Document, TextPiece};
use crate::graph::{
    context::Ctx as _,
    error::shape,
    loaders::{TermByCode, broken},
    networks::Sensitivity,
    page::request,
    scalars::{Text, id},
};

/// By what hits are counted and narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum EvidenceFacet {
    /// Type, by code.
    Kind,
    /// Theme, by code.
    Theme,
    /// Place, by code: a province holds what lies in it.
    Place,
    /// Year of publication.
    Year,
    /// Language, by tag.
    Language,
    /// Organisation that gave it, by id.
    Organisation,
    /// Licence.
    Licence,
    /// Sensitivity, by word.
    Level,
    /// Where it stands, by word.
    State,
}

impl From<Facet> for EvidenceFacet {
    fn from(facet: Facet) -> Self {
        match facet {
            Facet::Kind => Self::Kind,
            Facet::Theme => Self::Theme,
            Facet::Place => Self::Place,
            Facet::Year => Self::Year,
            Facet::Language => Self::Language,
            Facet::Organisation => Self::Organisation,
            Facet::Licence => Self::Licence,
            Facet::Level => Self::Level,
            Facet::State => Self::State,
        }
    }
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Default)]
pub enum EvidenceSort {
    /// The best first.
    #[default]
    Relevance,
    /// The latest first.
    Latest,
}

/// What hits are narrowed to: in each list one of its values; an empty list does not narrow.
#[derive(Debug, Clone, Default, InputObject)]
pub struct EvidenceFilter {
    /// Codes of types.
    #[graphql(default, validator(max_items = 30))]
    kind: Vec<String>,
    /// Codes of themes.
    #[graphql(default, validator(max_items = 30))]
    theme: Vec<String>,
    /// Codes of places, with all that lies in them.
    #[graphql(default, validator(max_items = 30))]
    place: Vec<String>,
    /// Years of publication.
    #[graphql(default, validator(max_items = 30))]
    year: Vec<String>,
    /// Tags of languages.
    #[graphql(default, validator(max_items = 30))]
    language: Vec<String>,
    /// Ids of organisations.
    #[graphql(default, validator(max_items = 30))]
    organisation: Vec<String>,
    /// Licences.
    #[graphql(default, validator(max_items = 30))]
    licence: Vec<String>,
    /// Sensitivities.
    #[graphql(default, validator(max_items = 4))]
    level: Vec<Sensitivity>,
    /// Where it stands: published, superseded, withdrawn and so on, by word.
    #[graphql(default, validator(max_items = 6))]
    state: Vec<String>,
}

impl From<EvidenceFilter> for sala_search::Filters {
    fn from(filter: EvidenceFilter) -> Self {
        let levels =
            filter.level.into_iter().map(|l| sala_domain::access::Level::from(l).as_str().to_owned()).collect();
        [
            (Facet::Kind, filter.kind),
            (Facet::Theme, filter.theme),
            (Facet::Place, filter.place),
            (Facet::Year, filter.year),
            (Facet::Language, filter.language),
            (Facet::Organisation, filter.organisation),
            (Facet::Licence, filter.licence),
            (Facet::Level, levels),
            (Facet::State, filter.state),
        ]
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .collect()
    }
}

/// How many hits have a value.
#[derive(Debug, SimpleObject)]
pub struct EvidenceFacetValue {
    /// The value; give it back to narrow.
    value: String,
    /// What it is called, where it has a name.
    label: Option<Text>,
    /// How many hits have it.
    count: u64,
}

/// How many hits have which value.
#[derive(Debug, SimpleObject)]
pub struct EvidenceFacetCounts {
    /// By what.
    facet: EvidenceFacet,
    /// The values, the most frequent first; at most fifty.
    values: Vec<EvidenceFacetValue>,
}

/// A document that was found.
#[derive(Debug, SimpleObject)]
pub struct EvidenceHit {
    /// Its place among the hits.
    cursor: String,
    /// The document.
    node: Document,
    /// The file in which most of what was asked for stands; null where only what is written about it fits.
    file: Option<ID>,
    /// The page of it, counted from 1.
    page: Option<i32>,
    /// The passage around it, what was asked for marked.
    passage: Vec<TextPiece>,
}

/// What was found among what you may know.
#[derive(Debug, SimpleObject)]
pub struct EvidenceResults {
    /// The hits of this page.
    edges: Vec<EvidenceHit>,
    /// Another page follows.
    has_next_page: bool,
    /// Pass it as `after` for the next page; null when nothing was found.
    end_cursor: Option<String>,
    /// How many hits there are.
    total_count: i64,
    /// How many have which value.
    facets: Vec<EvidenceFacetCounts>,
    /// Nothing was found as written: letters may differ in these.
    inexact: bool,
    /// Nothing held every word: these hold some.
    partial: bool,
    /// What was perhaps meant; null where nothing better is known.
    did_you_mean: Option<String>,
}

fn cursor(rank: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("hit{rank}"))
}

fn rank(cursor: &str) -> Option<usize> {
    let raw = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    raw.strip_prefix("hit")?.parse().ok()
}

/// Searching and reading the library.
#[derive(Debug, Default)]
pub struct EvidenceQuery;

#[Object]
impl EvidenceQuery {
    /// A document by its id; null for what does not exist, or not for you.
    async fn evidence_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Document>> {
        let Ok(id) = id.parse::<DocumentId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// Searches the library of a network, in English and Khmer alike, among what you may know. Nothing asked for: all.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity / 2 + 50")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn search_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network's library.")] network: ID,
        #[graphql(desc = "What is looked for; at most 300 letters count.", default)] query: String,
        #[graphql(desc = "What it is narrowed to.")] filter: Option<EvidenceFilter>,
        #[graphql(desc = "In which order.", default)] sort: EvidenceSort,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EvidenceResults> {
        request(first, None)?;
        let take = usize::try_from(first.unwrap_or(20)).unwrap_or(20);
        let skip = match &after {
            None => 0,
            Some(cursor) => {
                rank(cursor).ok_or_else(|| shape(Error::invalid("after", Message::CursorUnknown)))?.saturating_add(1)
            }
        };
        let network: NetworkId = id(&network)?;
        let services = ctx.services();
        let query: String = query.chars().take(300).collect();
        let sort = match sort {
            EvidenceSort::Relevance => sala_search::Sort::Relevance,
            EvidenceSort::Latest => sala_search::Sort::Latest,
        };
        let wanted =
            sala_search::Wanted { network, words: query, filters: filter.unwrap_or_default().into(), sort, skip, take };
        let found = services.search.find(&services.pool, ctx.actor(), wanted).await.map_err(shape)?;
        let facets = named(ctx, found.facets).await?;
        Ok(EvidenceResults {
            has_next_page: found.more,
            end_cursor: found.matches.last().map(|m| cursor(m.rank)),
            total_count: i64::try_from(found.total).unwrap_or(i64::MAX),
            facets,
            inexact: found.typos,
            partial: found.loose,
            did_you_mean: found.meant,
            edges: found
                .matches
                .into_iter()
                .map(|m| EvidenceHit {
                    cursor: cursor(m.rank),
                    node: m.document.into(),
                    file: m.page.map(|(file, _)| sala_kernel::FileId(file).to_string().into()),
                    page: m.page.map(|(_, page)| page),
                    passage: m.passage.pieces.into_iter().map(Into::into).collect(),
                })
                .collect(),
        })
    }
}

/// Gives values their names. An organisation that is not for the asker is no value either.
async fn named(ctx: &Context<'_>, facets: Vec<(Facet, Vec<(String, u64)>)>) -> Result<Vec<EvidenceFacetCounts>> {
    let loaders = ctx.loaders();
    let mut counts = Vec::new();
    for (facet, mut values) in facets {
        values.truncate(50);
        let mut labels: HashMap<String, Text> = HashMap::new();
        match facet {
            Facet::Kind | Facet::Theme => {
                let kind = facet == Facet::Kind;
                let keys = values.iter().map(|(code, _)| TermByCode { kind, code: code.clone() });
                for (key, term) in loaders.load_many(keys).await.map_err(broken)? {
                    labels.insert(key.code, term.label.into());
                }
            }
            Facet::Place => {
                let keys = values.iter().map(|(code, _)| PlaceCode(code.clone()));
                for (code, place) in loaders.load_many(keys).await.map_err(broken)? {
                    labels.insert(code.0, place.name.into());
                }
            }
            Facet::Organisation => {
                let keys = values.iter().filter_map(|(id, _)| id.parse::<OrganisationId>().ok());
                for (id, organisation) in loaders.load_many(keys).await.map_err(broken)? {
                    labels.insert(id.to_string(), organisation.name.into());
                }
                values.retain(|(id, _)| labels.contains_key(id));
            }
            Facet::Year | Facet::Language | Facet::Licence | Facet::Level | Facet::State => {}
        }
        let values = values
            .into_iter()
            .map(|(value, count)| EvidenceFacetValue { label: labels.remove(&value), value, count })
            .collect();
        counts.push(EvidenceFacetCounts { facet: facet.into(), values });
    }
    Ok(counts)
}
