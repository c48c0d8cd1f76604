//! Searches that one keeps.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use sala_domain::evidence::saved;
use sala_kernel::{NetworkId, SavedSearchId};

use super::search::{EvidenceFacet, EvidenceFilter};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    scalars::{id, id as read_id},
    viewer::DonePayload,
};

/// How often one is told of what is new in a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AlertRhythm", remote = "saved::Rhythm")]
pub enum Rhythm {
    /// Never.
    None,
    /// Every day, by mail.
    Daily,
    /// Every week, by mail.
    Weekly,
}

/// By what a search is narrowed.
#[derive(Debug, SimpleObject)]
pub struct EvidenceChoice {
    /// By what.
    facet: EvidenceFacet,
    /// To which values.
    values: Vec<String>,
}

/// A search that one keeps.
#[derive(Debug)]
pub struct SavedSearch(saved::SavedSearch);

impl From<saved::SavedSearch> for SavedSearch {
    fn from(search: saved::SavedSearch) -> Self {
        Self(search)
    }
}

/// A search of a library that you keep. Nobody else sees it.
#[Object]
impl SavedSearch {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What you call it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What is looked for.
    async fn query(&self) -> &str {
        &self.0.words
    }

    /// To what it is narrowed.
    async fn filters(&self) -> Vec<EvidenceChoice> {
        let filters = sala_search::alerts::filters(&self.0);
        filters.into_iter().map(|(facet, values)| EvidenceChoice { facet: facet.into(), values }).collect()
    }

    /// How often you are told of what is new.
    async fn alert(&self) -> Rhythm {
        self.0.rhythm.into()
    }
}

payload! {
    /// What came of keeping a search.
    SavedSearchPayload {
        /// The search.
        search: SavedSearch
    }
}

/// Keeping searches.
#[derive(Debug, Default)]
pub struct SavedSearchMutation;

#[Object]
impl SavedSearchMutation {
    /// Keeps a search, and says how often you want to hear of what is new in it.
    async fn save_search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which network's library.")] network: ID,
        #[graphql(desc = "What you call it.")] name: String,
        #[graphql(desc = "What is looked for.", default)] query: String,
        #[graphql(desc = "What it is narrowed to.")] filter: Option<EvidenceFilter>,
        #[graphql(desc = "How often you want to be told.")] alert: Rhythm,
    ) -> Result<SavedSearchPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&network)?;
        let filters: sala_search::Filters = filter.unwrap_or_default().into();
        let new = saved::NewSearch {
            network,
            name,
            words: query,
            filters: filters.into_iter().map(|(facet, values)| (facet.field().to_owned(), values)).collect(),
            rhythm: alert.into(),
        };
        SavedSearchPayload::of(saved::save(&services.pool, &services.env, ctx.actor(), new).await)
    }

    /// Forgets a search.
    async fn forget_search(&self, ctx: &Context<'_>, #[graphql(desc = "Which one.")] id: ID) -> Result<DonePayload> {
        let search: SavedSearchId = read_id(&id)?;
        DonePayload::of(saved::forget(&ctx.services().pool, ctx.actor(), search).await)
    }
}
