//! On which page of a document most of what was asked for stands.

use std::collections::HashMap;

use tantivy::{
    DocAddress, DocSet as _, Searcher, TantivyDocument, Term,
    postings::Postings as _,
    schema::{IndexRecordOption, Value as _},
};
use uuid::Uuid;

use super::fields::{Fields, Start};
use crate::fold::{Unit, threes};

/// How many words that begin alike are looked at.
const ALIKE: usize = 40;

/// File and page; none when only what is written about the document fits.
pub fn page(
    searcher: &Searcher,
    fields: &Fields,
    (at, document): (DocAddress, &TantivyDocument),
    asked: &[Vec<Unit>],
    open_end: bool,
) -> tantivy::Result<Option<(Uuid, i32)>> {
    let starts = document.get_first(fields.starts).and_then(|v| v.as_bytes().map(Start::read_all)).unwrap_or_default();
    if asked.is_empty() {
        return Ok(None);
    }
    if let [only] = starts.as_slice() {
        return Ok(Some((only.file, only.page)));
    }
    let [.., words] = fields.words;
    let [.., three_field] = fields.threes;
    // How many different things asked for stand on a page, then how often.
    let mut fits: HashMap<usize, (usize, usize)> = HashMap::new();
    for (number, phrase) in asked.iter().enumerate() {
        let last = open_end && number + 1 == asked.len();
        let mut on: HashMap<usize, usize> = HashMap::new();
        for unit in phrase {
            let (positions, khmer) = match unit {
                Unit::Word(word) => (word_positions(searcher, at, words, word, last)?, false),
                Unit::Khmer(run) => (run_positions(searcher, at, three_field, run)?, true),
            };
            for position in positions {
                let begins = |start: &Start| if khmer { start.threes } else { start.words };
                let page = starts.partition_point(|start| begins(start) <= position).saturating_sub(1);
                *on.entry(page).or_default() += 1;
            }
        }
        for (page, times) in on {
            let fit = fits.entry(page).or_default();
            fit.0 += 1;
            fit.1 += times;
        }
    }
    let best = fits.into_iter().max_by_key(|(page, fit)| (*fit, std::cmp::Reverse(*page)));
    Ok(best.and_then(|(page, _)| starts.get(page)).map(|start| (start.file, start.page)))
}

fn positions(searcher: &Searcher, at: DocAddress, term: &Term) -> tantivy::Result<Vec<u32>> {
    let segment = searcher.segment_reader(at.segment_ord);
    let index = segment.inverted_index(term.field())?;
    let mut found = Vec::new();
    if let Some(mut postings) = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)?
        && (postings.doc() == at.doc_id || (postings.doc() < at.doc_id && postings.seek(at.doc_id) == at.doc_id))
    {
        postings.positions(&mut found);
    }
    Ok(found)
}

fn word_positions(
    searcher: &Searcher,
    at: DocAddress,
    field: tantivy::schema::Field,
    word: &str,
    open: bool,
) -> tantivy::Result<Vec<u32>> {
    let mut found = positions(searcher, at, &Term::from_field_text(field, word))?;
    if open && found.is_empty() {
        let index = searcher.segment_reader(at.segment_ord).inverted_index(field)?;
        let mut alike = index.terms().range().ge(word.as_bytes()).into_stream()?;
        for _ in 0..ALIKE {
            if !alike.advance() || !alike.key().starts_with(word.as_bytes()) {
                break;
            }
            if let Ok(term) = std::str::from_utf8(alike.key()) {
                found.extend(positions(searcher, at, &Term::from_field_text(field, term))?);
            }
        }
    }
    Ok(found)
}

/// Where all threes of a run stand one after another; else where most of them stand.
fn run_positions(
    searcher: &Searcher,
    at: DocAddress,
    field: tantivy::schema::Field,
    run: &str,
) -> tantivy::Result<Vec<u32>> {
    let parts = threes(run);
    let mut begins: HashMap<u32, usize> = HashMap::new();
    for (offset, three) in (0_u32..).zip(&parts) {
        for position in positions(searcher, at, &Term::from_field_text(field, three))? {
            *begins.entry(position.saturating_sub(offset)).or_default() += 1;
        }
    }
    let most = begins.values().copied().max().unwrap_or(0);
    // Short words of the run would stand anywhere; half of it is the least that means something.
    Ok(begins
        .into_iter()
        .filter(|(_, n)| *n == most && most * 2 >= parts.len())
        .map(|(position, _)| position)
        .collect())
}
