//! One question from somebody, answered with what they may know.

use std::{collections::HashMap, sync::Arc};

use arc_swap::ArcSwap;
use sala_domain::{
    access::Actor,
    evidence::{Document, store, texts},
};
use sala_kernel::{NetworkId, Pool, Result};
use uuid::Uuid;

use crate::{
    engine::{Engine, Facet, Filters, Question, Sort},
    fold::{Unit, fold, units},
    lexicon::Lexicon,
    passage::{Passage, marked, passage},
};

/// Most parts of a question that count.
const UNITS: usize = 12;
/// How deep one may page.
const DEEPEST: usize = 5_000;

/// What somebody looks for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// In which network's library.
    pub network: NetworkId,
    /// In their own words; none: everything.
    pub words: String,
    /// What it is narrowed to.
    pub filters: Filters,
    /// In which order.
    pub sort: Sort,
    /// How many hits to leave out.
    pub skip: usize,
    /// How many to give.
    pub take: usize,
}

/// A document that was found.
#[derive(Debug, Clone)]
pub struct Match {
    /// The document.
    pub document: Document,
    /// The file and page on which most of it stands.
    pub page: Option<(Uuid, i32)>,
    /// The passage around it.
    pub passage: Passage,
    /// Its place among all hits, counted from 0.
    pub rank: usize,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The hits of this page.
    pub matches: Vec<Match>,
    /// How many there are.
    pub total: usize,
    /// More follow.
    pub more: bool,
    /// How many of them have which value.
    pub facets: Vec<(Facet, Vec<(String, u64)>)>,
    /// Found only by letting letters differ.
    pub typos: bool,
    /// Found only by not asking for every word.
    pub loose: bool,
    /// What was perhaps meant.
    pub meant: Option<String>,
}

/// Search, as the rest of Sala uses it.
#[derive(Debug, Clone)]
pub struct Search {
    engine: Arc<dyn Engine>,
    lexicon: Arc<ArcSwap<Lexicon>>,
}

impl Search {
    /// Search through an engine.
    pub async fn new(pool: &Pool, engine: Arc<dyn Engine>) -> Result<Self> {
        let lexicon = Lexicon::read(pool).await?;
        Ok(Self { engine, lexicon: Arc::new(ArcSwap::from_pointee(lexicon)) })
    }

    /// The engine.
    pub fn engine(&self) -> Arc<dyn Engine> {
        Arc::clone(&self.engine)
    }

    /// Reads the lists and the gazetteer again.
    pub async fn refresh(&self, pool: &Pool) -> Result<()> {
        self.lexicon.store(Arc::new(Lexicon::read(pool).await?));
        Ok(())
    }

    /// Finds documents of a network's library that the actor may know.
    pub async fn find(&self, pool: &Pool, actor: &Actor, wanted: Wanted) -> Result<Answer> {
        let Wanted { network, words: asked, filters, sort, skip, take } = wanted;
        let folded = fold(&asked);
        let mut asked_units = units(&folded);
        asked_units.truncate(UNITS);
        let alternatives = self.lexicon.load().alternatives(&asked_units);
        let open_end = !folded.ends_with(char::is_whitespace);
        let question = Question {
            tickets: store::tickets(actor),
            network,
            units: asked_units.clone(),
            open_end,
            alternatives: alternatives.clone(),
            filters,
            sort,
            skip: skip.min(DEEPEST),
            take,
        };
        let found = self.engine.ask(question).await?;
        let ids: Vec<Uuid> = found.hits.iter().map(|hit| hit.id).collect();
        // The index may be a moment behind: the database has the last word.
        let mut known: HashMap<Uuid, Document> =
            store::visible(pool, actor, &ids).await?.into_iter().map(|d| (d.id.0, d)).collect();
        let wanted: Vec<(Uuid, i32)> =
            found.hits.iter().filter(|hit| known.contains_key(&hit.id)).filter_map(|hit| hit.page).collect();
        let texts: HashMap<(Uuid, i32), String> =
            texts::some_pages(pool, &wanted).await?.into_iter().map(|p| ((p.file.0, p.page), p.text)).collect();
        let mut words: Vec<Unit> = asked_units;
        let written = words.len();
        words.extend(alternatives.into_iter().flat_map(|a| a.phrases).flatten());
        // The last word asked for, not the last that means the same, may be unfinished.
        if written > 0 && words.len() > written {
            let last = words.remove(written - 1);
            words.push(last);
        }
        let mut matches = Vec::new();
        for (rank, hit) in (skip..).zip(&found.hits) {
            let Some(document) = known.remove(&hit.id) else { continue };
            let text = hit.page.and_then(|page| texts.get(&page));
            let mut shown = text.map(|text| passage(text, &words, open_end, found.typos)).unwrap_or_default();
            if !shown.marked {
                let summary = format!("{}\n{}", document.summary.en, document.summary.km);
                let other = passage(summary.trim(), &words, open_end, found.typos);
                if other.marked || shown.pieces.is_empty() {
                    shown = other;
                }
            }
            matches.push(Match { document, page: hit.page, passage: shown, rank });
        }
        Ok(Answer {
            more: skip + found.hits.len() < found.total && skip < DEEPEST,
            matches,
            total: found.total,
            facets: found.facets,
            typos: found.typos,
            loose: found.loose,
            meant: found.meant,
        })
    }

    /// A whole text with what was asked for marked.
    pub fn mark(&self, text: &str, asked: &str) -> Passage {
        let mut words = units(&fold(asked));
        words.truncate(UNITS);
        let alternatives = self.lexicon.load().alternatives(&words);
        words.extend(alternatives.into_iter().flat_map(|a| a.phrases).flatten());
        marked(text, &words)
    }
}
