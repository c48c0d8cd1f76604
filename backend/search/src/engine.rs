//! What an engine is asked and what it answers.

use sala_kernel::{Cursor, NetworkId, Result};
use uuid::Uuid;

use crate::{fold::Unit, lexicon::Alternative, record::Record};

/// By what hits can be narrowed and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Type of document, by code.
    Kind,
    /// Theme, by code.
    Theme,
    /// Place, by code; a province holds what lies in it.
    Place,
    /// Year it was published.
    Year,
    /// Language, by tag.
    Language,
    /// Organisation that gave it, by id.
    Organisation,
    /// Licence.
    Licence,
    /// Sensitivity.
    Level,
    /// Where it stands.
    State,
}

impl Facet {
    /// Every facet.
    pub const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Theme,
        Self::Place,
        Self::Year,
        Self::Language,
        Self::Organisation,
        Self::Licence,
        Self::Level,
        Self::State,
    ];

    /// Its name in the index.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Place => "place",
            Self::Year => "year",
            Self::Language => "language",
            Self::Organisation => "organisation",
            Self::Licence => "licence",
            Self::Level => "level",
            Self::State => "state",
        }
    }
}

/// One of these values in each facet named.
pub type Filters = Vec<(Facet, Vec<String>)>;

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The latest first.
    Latest,
}

/// A question, taken apart.
#[derive(Debug, Clone)]
pub struct Question {
    /// What the asker may know; none: everything, for the hub itself.
    pub tickets: Option<Vec<String>>,
    /// In which network's library.
    pub network: NetworkId,
    /// What is asked for, in order; nothing: everything.
    pub units: Vec<Unit>,
    /// The last unit may still be being typed.
    pub open_end: bool,
    /// What may stand in for some of the units.
    pub alternatives: Vec<Alternative>,
    /// What it is narrowed to.
    pub filters: Filters,
    /// In which order.
    pub sort: Sort,
    /// How many hits to leave out.
    pub skip: usize,
    /// How many hits to give.
    pub take: usize,
}

/// A hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which document.
    pub id: Uuid,
    /// Where in it most of what was asked for stands: file and page.
    pub page: Option<(Uuid, i32)>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: usize,
    /// How many of them have which value.
    pub facets: Vec<(Facet, Vec<(String, u64)>)>,
    /// Hits were found only by letting letters differ.
    pub typos: bool,
    /// Hits were found only by not asking for every word.
    pub loose: bool,
    /// What was perhaps meant.
    pub meant: Option<String>,
}

/// An index that can be asked.
#[async_trait::async_trait]
pub trait Engine: std::fmt::Debug + Send + Sync {
    /// Up to where in the outbox it has been fed; none: it must be built anew.
    async fn fed(&self) -> Result<Option<Cursor>>;

    /// Takes records in, each in the place of the one with the same id, and notes how far it has been fed.
    async fn feed(&self, records: Vec<Record>, upto: Cursor) -> Result<()>;

    /// Begins an index anew beside the one that answers.
    async fn begin_anew(&self) -> Result<()>;

    /// Takes records into the index begun anew.
    async fn feed_anew(&self, records: Vec<Record>) -> Result<()>;

    /// Lets the index begun anew answer from now on.
    async fn turn_over(&self, upto: Cursor) -> Result<()>;

    /// Answers.
    async fn ask(&self, question: Question) -> Result<Found>;
}
