//! A question as queries of tantivy.
//!
//! Scores are fixed weights, never statistics over all documents: how often a
//! word stands in documents that somebody may not know must not move a hit of
//! theirs. For the same reason a vocabulary is never looked into before the
//! question: letters may differ when too little was found among what the asker
//! may know, whatever else the index holds.

use tantivy::{
    DocAddress, Score, Searcher, SegmentReader, TantivyDocument, Term,
    collector::{Count, TopDocs},
    query::{
        AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
        TermSetQuery,
    },
    schema::{Field, IndexRecordOption, Value as _},
};
use uuid::Uuid;

use super::{
    Open,
    counting::{Counting, Counts},
    fields::Fields,
    paging,
    within::Within,
};
use crate::{
    engine::{Facet, Found, Hit, Question, Sort},
    fold::{Unit, cut, edits, threes},
};

/// Fewer hits than these, and letters may differ.
const FEW: usize = 5;
/// What a match weighs in the title, in what else is written of a document, and in its text.
const WEIGHTS: [Score; 3] = [10.0, 4.0, 3.0];
/// Days over which being newer counts; then at most this much.
const FRESH: (f32, f32) = (3650.0, 0.9);

type Clause = Box<dyn Query>;

fn fixed(query: Clause, score: Score) -> Clause {
    Box::new(ConstScoreQuery::new(query, score))
}

fn any(mut clauses: Vec<Clause>) -> Clause {
    match (clauses.len(), clauses.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            clauses.push(last);
            Box::new(BooleanQuery::union(clauses))
        }
        (_, None) => Box::new(tantivy::query::EmptyQuery),
    }
}

fn all(mut clauses: Vec<Clause>) -> Clause {
    match (clauses.len(), clauses.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            clauses.push(last);
            Box::new(BooleanQuery::intersection(clauses))
        }
        (_, None) => Box::new(AllQuery),
    }
}

fn phrase(field: Field, parts: &[String]) -> Clause {
    let terms: Vec<Term> = parts.iter().map(|part| Term::from_field_text(field, part)).collect();
    match terms.as_slice() {
        [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::Basic)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

/// How a unit may be matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Manner {
    /// It may be the beginning of a word.
    open: bool,
    /// Letters may differ.
    typos: bool,
}

fn word(fields: &Fields, word: &str, manner: Manner) -> Clause {
    let mut clauses = Vec::new();
    for (field, weight) in fields.words.iter().zip(WEIGHTS) {
        let term = Term::from_field_text(*field, word);
        clauses.push(fixed(Box::new(TermQuery::new(term.clone(), IndexRecordOption::Basic)), weight));
        if manner.open && word.chars().count() >= 2 {
            clauses.push(fixed(Box::new(FuzzyTermQuery::new_prefix(term.clone(), 0, true)), weight * 0.6));
        }
        let distance = edits(word.chars().count());
        if manner.typos && distance > 0 && !word.chars().all(|c| c.is_ascii_digit()) {
            clauses.push(fixed(Box::new(FuzzyTermQuery::new(term, distance, true)), weight * 0.3));
        }
    }
    any(clauses)
}

fn run(fields: &Fields, run: &str, manner: Manner) -> Clause {
    let mut clauses = Vec::new();
    let parts = threes(run);
    let letters = run.chars().count();
    for (place, weight) in WEIGHTS.into_iter().enumerate() {
        let (Some(words), Some(three)) = (fields.words.get(place), fields.threes.get(place)) else { continue };
        if letters < 3 {
            // Too short for a three: a word, or the beginning of one.
            let term = Term::from_field_text(*words, run);
            clauses.push(fixed(Box::new(FuzzyTermQuery::new_prefix(term, 0, true)), weight * 0.6));
            let term = Term::from_field_text(*three, run);
            clauses.push(fixed(Box::new(FuzzyTermQuery::new_prefix(term, 0, true)), weight * 0.5));
            continue;
        }
        let found = cut(run);
        if !found.is_empty() {
            // The dictionary cuts it alike: whole words, which weighs more than letters in a row.
            clauses.push(fixed(phrase(*words, &found), weight * 0.5));
        }
        clauses.push(fixed(phrase(*three, &parts), weight * 0.7));
        if manner.typos && letters > 3 {
            clauses.push(fixed(any(nearly(*three, run)), weight * 0.25));
            // Its longer words, wherever each stands.
            let apart: Vec<Clause> = found
                .iter()
                .filter(|word| word.chars().count() >= 3)
                .map(|word| phrase(*three, &threes(word)))
                .collect();
            if apart.len() >= 2 {
                clauses.push(fixed(all(apart), weight * 0.2));
            }
        }
    }
    any(clauses)
}

/// Longest run, in letters, in which every place is tried for a slip.
const SLIPS: usize = 16;

/// A run in which one letter was dropped, added, or mistaken for another.
fn nearly(field: Field, run: &str) -> Vec<Clause> {
    let letters: Vec<char> = run.chars().collect();
    let letters = letters.get(..letters.len().min(SLIPS)).unwrap_or_default();
    let mut clauses: Vec<Clause> = Vec::new();
    for at in 1..letters.len() {
        clauses.extend(dropped(field, letters, at));
    }
    for at in 0..letters.len() {
        let mut fewer = letters.to_vec();
        fewer.remove(at);
        if fewer.len() < 3 {
            continue;
        }
        // One too many …
        clauses.push(phrase(field, &threes(&fewer.iter().collect::<String>())));
        // … or another in its place, which is one too many and one dropped.
        if at > 0 && at + 1 < letters.len() {
            clauses.extend(dropped(field, &fewer, at));
        }
    }
    clauses
}

/// A run of which a letter is missing before the place `at`: the threes across that place are those of four letters with
/// one left out.
fn dropped(field: Field, letters: &[char], at: usize) -> Option<Clause> {
    if letters.len() < 4 {
        return None;
    }
    let terms = letters.windows(3).enumerate().map(|(from, three)| {
        let text: String = three.iter().collect();
        if from + 2 < at {
            (from, Term::from_field_text(field, &text))
        } else if from >= at {
            (from + 1, Term::from_field_text(field, &text))
        } else {
            (from, Term::from_field_text(field, &format!("~{text}")))
        }
    });
    Some(Box::new(PhraseQuery::new_with_offset(terms.collect())))
}

fn unit(fields: &Fields, asked: &Unit, manner: Manner) -> Clause {
    match asked {
        Unit::Word(text) => word(fields, text, manner),
        Unit::Khmer(text) => run(fields, text, manner),
    }
}

/// A phrase that means the same as a part of the question.
fn meaning(fields: &Fields, phrase_units: &[Unit]) -> Clause {
    if phrase_units.iter().all(|u| matches!(u, Unit::Word(_))) && phrase_units.len() > 1 {
        let words: Vec<String> = phrase_units.iter().map(|u| u.text().to_owned()).collect();
        return any(fields
            .words
            .iter()
            .zip(WEIGHTS)
            .map(|(field, weight)| fixed(phrase(*field, &words), weight * 0.8))
            .collect());
    }
    let plain = Manner { open: false, typos: false };
    Box::new(BoostQuery::new(all(phrase_units.iter().map(|u| unit(fields, u, plain)).collect()), 0.8))
}

/// Everything that is asked for, each part as written or as what means the same.
fn wanted(fields: &Fields, question: &Question, typos: bool) -> Vec<Clause> {
    let last = question.units.len().saturating_sub(1);
    let manner = |at: usize| Manner { open: question.open_end && at == last, typos };
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < question.units.len() {
        // The longest part that something may stand in for, then its parts one by one.
        let here = question.alternatives.iter().filter(|a| a.from == at).max_by_key(|a| a.count);
        let count = here.map_or(1, |a| a.count);
        let plain = (at..at + count).filter_map(|n| Some(unit(fields, question.units.get(n)?, manner(n)))).collect();
        let mut choices = vec![all(plain)];
        if let Some(here) = here {
            choices.extend(here.phrases.iter().map(|p| meaning(fields, p)));
            if let Some((_, places)) = fields.facets.iter().find(|(facet, _)| *facet == Facet::Place) {
                choices.extend(here.places.iter().map(|code| {
                    let term = Term::from_field_text(*places, code);
                    fixed(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), 6.0)
                }));
            }
        }
        clauses.push(any(choices));
        at += count;
    }
    clauses
}

fn one_of<'v>(field: Field, values: impl Iterator<Item = &'v String>) -> Clause {
    fixed(Box::new(TermSetQuery::new(values.map(|value| Term::from_field_text(field, value)))), 0.0)
}

/// What the asker has narrowed the question to. What they may know is for [`Within`].
fn bounded(fields: &Fields, question: &Question, query: Clause) -> BooleanQuery {
    let mut clauses = vec![(Occur::Must, query)];
    for (facet, values) in &question.filters {
        if let Some((_, field)) = fields.facets.iter().find(|(of, _)| of == facet) {
            clauses.push((Occur::Must, one_of(*field, values.iter())));
        }
    }
    BooleanQuery::new(clauses)
}

type Top = (Vec<DocAddress>, Counts, usize);

/// The hits of a page, how many of all have which value, and how many there are.
fn hits(searcher: &Searcher, question: &Question, query: &BooleanQuery) -> tantivy::Result<Top> {
    let top = TopDocs::with_limit(question.take.max(1)).and_offset(question.skip);
    match question.sort {
        Sort::Relevance => {
            let newest = top.tweak_score(|segment: &SegmentReader| {
                let day = segment.fast_fields().i64("day").ok();
                move |doc: tantivy::DocId, score: Score| {
                    let day = day.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
                    #[expect(clippy::cast_precision_loss, reason = "days, far below 2^24")]
                    let fresh = (day as f32 - 16_000.0).clamp(0.0, FRESH.0) / FRESH.0 * FRESH.1;
                    score + fresh
                }
            });
            let (top, counts, total) = searcher.search(query, &Within::of(question, (newest, Counting, Count)))?;
            Ok((top.into_iter().map(|(_, at)| at).collect(), counts, total))
        }
        Sort::Latest => {
            let latest = top.order_by_fast_field::<i64>("day", tantivy::Order::Desc);
            let (top, counts, total) = searcher.search(query, &Within::of(question, (latest, Counting, Count)))?;
            Ok((top.into_iter().map(|(_, at)| at).collect(), counts, total))
        }
    }
}

/// Answers a question.
pub fn ask(open: &Open, question: &Question) -> tantivy::Result<Found> {
    let searcher = open.reader.searcher();
    let fields = &open.fields;
    let mut found = Found::default();
    let query = bounded(fields, question, all(wanted(fields, question, false)));
    let (mut at, mut counts, mut total) = hits(&searcher, question, &query)?;
    if !question.units.is_empty() && total < FEW {
        found.typos = total == 0;
        let query = bounded(fields, question, all(wanted(fields, question, true)));
        (at, counts, total) = hits(&searcher, question, &query)?;
        if question.units.len() > 1 && total == 0 {
            let query = bounded(fields, question, any(wanted(fields, question, true)));
            (at, counts, total) = hits(&searcher, question, &query)?;
            found.loose = true;
        }
    }
    (found.facets, found.total) = (tidy(counts), total);
    let asked = asked(question);
    for at in at {
        let document: TantivyDocument = searcher.doc(at)?;
        let id = document.get_first(fields.id).and_then(|v| v.as_str().and_then(|id| Uuid::try_parse(id).ok()));
        if let Some(id) = id {
            let page = paging::page(&searcher, fields, (at, &document), &asked, question.open_end)?;
            found.hits.push(Hit { id, page });
        }
    }
    if found.typos && !found.loose {
        found.meant = meant(&searcher, fields, question)?;
    }
    Ok(found)
}

/// What is asked for, each part with what means the same, for looking where it stands.
fn asked(question: &Question) -> Vec<Vec<Unit>> {
    let mut asked: Vec<Vec<Unit>> = question.units.iter().map(|unit| vec![unit.clone()]).collect();
    for alternative in &question.alternatives {
        if let Some(part) = asked.get_mut(alternative.from) {
            part.extend(alternative.phrases.iter().flatten().cloned());
        }
    }
    asked
}

fn tidy(counts: Counts) -> Vec<(Facet, Vec<(String, u64)>)> {
    let mut facets: Vec<_> = counts
        .into_iter()
        .map(|(facet, values)| {
            let mut values: Vec<_> = values.into_iter().collect();
            values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            (facet, values)
        })
        .collect();
    facets.sort_by_key(|(facet, _)| *facet);
    facets
}

/// The question with the words that were not found replaced by near ones that stand in what the asker may know.
fn meant(searcher: &Searcher, fields: &Fields, question: &Question) -> tantivy::Result<Option<String>> {
    let mut words = Vec::new();
    let mut changed = false;
    for asked in &question.units {
        let Unit::Word(text) = asked else {
            words.push(asked.text().to_owned());
            continue;
        };
        let plain = Manner { open: false, typos: false };
        let known =
            searcher.search(&bounded(fields, question, word(fields, text, plain)), &Within::of(question, Count))?;
        if known > 0 {
            words.push(text.clone());
            continue;
        }
        match near(searcher, fields, question, text)? {
            Some(better) => {
                words.push(better);
                changed = true;
            }
            None => return Ok(None),
        }
    }
    Ok(changed.then(|| words.join(" ")))
}

fn near(searcher: &Searcher, fields: &Fields, question: &Question, text: &str) -> tantivy::Result<Option<String>> {
    let most = usize::from(edits(text.chars().count()));
    let first = text.chars().next().map(String::from).unwrap_or_default();
    let mut best: Option<(usize, usize, String)> = None;
    let mut candidates = std::collections::BTreeSet::new();
    for segment in searcher.segment_readers() {
        for field in fields.words {
            let index = segment.inverted_index(field)?;
            // Whoever mistypes rarely mistypes the first letter.
            let mut terms = index.terms().range().ge(first.as_bytes()).into_stream()?;
            while terms.advance() && terms.key().starts_with(first.as_bytes()) {
                if let Ok(term) = std::str::from_utf8(terms.key())
                    && term.len().abs_diff(text.len()) <= most
                    && strsim::osa_distance(term, text) <= most
                {
                    candidates.insert((strsim::osa_distance(term, text), term.to_owned()));
                }
            }
        }
    }
    let plain = Manner { open: false, typos: false };
    for (distance, term) in candidates.into_iter().take(20) {
        let known =
            searcher.search(&bounded(fields, question, word(fields, &term, plain)), &Within::of(question, Count))?;
        let better = best.as_ref().is_none_or(|(d, n, _)| distance < *d || (distance == *d && known > *n));
        if known > 0 && better {
            best = Some((distance, known, term));
        }
    }
    Ok(best.map(|(_, _, term)| term))
}
