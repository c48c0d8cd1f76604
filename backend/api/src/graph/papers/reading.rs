//! What a paper's text says, and how it differs from what it was.

use std::sync::Arc;

use async_graphql::{Context, Enum, Json, Object, Result, SimpleObject};
use chrono::NaiveDate;
use sala_collab::{body::Share, words};
use sala_domain::papers::{self, Content};
use sala_kernel::{Language, PersonId};

use super::person;
use crate::graph::{context::Ctx as _, evidence::Document, loaders::broken, people::Person, scalars::LanguageCode};

/// What happened to a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PieceFate", remote = "words::Fate")]
pub enum Fate {
    /// It is in both.
    Same,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
}

/// A piece of text between two others, and what happened to it.
#[derive(Debug, SimpleObject)]
pub struct ChangedPiece {
    /// What happened.
    fate: Fate,
    /// The text; may hold line breaks.
    text: String,
}

impl From<words::Piece> for ChangedPiece {
    fn from(piece: words::Piece) -> Self {
        Self { fate: piece.fate.into(), text: piece.text }
    }
}

/// What changed in one section, word by word; Khmer words by dictionary.
#[derive(Debug, SimpleObject)]
pub struct SectionDifference {
    /// In which language.
    language: LanguageCode,
    /// Which section.
    section: String,
    /// Its heading now, or as it was where the section is gone.
    heading: String,
    /// The text in pieces, in order.
    pieces: Vec<ChangedPiece>,
}

/// A section of a paper as it is now.
#[derive(Debug)]
pub struct PaperSection {
    section: papers::SectionText,
    shares: Arc<Vec<Share>>,
}

/// A section of a paper as it is now.
#[Object]
impl PaperSection {
    /// In which language.
    async fn language(&self) -> LanguageCode {
        self.section.language.into()
    }

    /// Which section.
    async fn section(&self) -> &str {
        &self.section.key
    }

    /// Its heading.
    async fn heading(&self) -> &str {
        &self.section.heading
    }

    /// How many words it has; Khmer words by dictionary.
    async fn words(&self) -> i32 {
        i32::try_from(self.section.words).unwrap_or(i32::MAX)
    }

    /// Who has written what stands there now, whoever wrote most first: at most 40.
    async fn writers(&self) -> Vec<SectionWriter> {
        let mine = self.shares.iter().filter(|s| s.language == self.section.language && s.section == self.section.key);
        let mut writers: Vec<SectionWriter> =
            mine.map(|s| SectionWriter { by: s.person, letters: s.letters }).collect();
        writers.sort_by_key(|w| (std::cmp::Reverse(w.letters), w.by));
        writers.truncate(40);
        writers
    }
}

/// Somebody who has written a part of a section as it is now.
#[derive(Debug)]
pub struct SectionWriter {
    by: PersonId,
    letters: u32,
}

/// Somebody who has written a part of a section as it is now.
#[Object]
impl SectionWriter {
    /// Who; null for people who are not for you.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, Some(self.by)).await
    }

    /// How many letters of it are theirs.
    async fn letters(&self) -> i32 {
        i32::try_from(self.letters).unwrap_or(i32::MAX)
    }
}

/// What somebody suggests: words in the place of others, breaks between paragraphs added or taken away. It is no part of
/// the text until a writer accepts it.
#[derive(Debug)]
pub struct PaperSuggestion(papers::Suggestion);

/// What somebody suggests: words in the place of others, breaks between paragraphs added or taken away.
#[Object]
impl PaperSuggestion {
    /// As the text names it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// By whom; null for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, Some(self.0.by)).await
    }

    /// In which language.
    async fn language(&self) -> LanguageCode {
        self.0.language.into()
    }

    /// In which section it begins.
    async fn section(&self) -> &str {
        &self.0.section
    }

    /// The words it puts in; empty where it only takes away.
    async fn inserted(&self) -> &str {
        &self.0.inserted
    }

    /// The words it takes away; empty where it only puts in.
    async fn deleted(&self) -> &str {
        &self.0.deleted
    }
}

/// A document of the library that a text cites.
#[derive(Debug)]
pub struct PaperCitation(papers::Citation);

/// A document of the library that a text cites.
#[Object]
impl PaperCitation {
    /// In which language.
    async fn language(&self) -> LanguageCode {
        self.0.language.into()
    }

    /// In which section.
    async fn section(&self) -> &str {
        &self.0.section
    }

    /// Which document; null for one that is not for you.
    async fn document(&self, ctx: &Context<'_>) -> Result<Option<Document>> {
        Ok(ctx.loaders().load_one(self.0.document).await.map_err(broken)?.map(Into::into))
    }

    /// The page, or another place in it; may be empty.
    async fn page(&self) -> &str {
        &self.0.page
    }

    /// The passage; may be empty.
    async fn quote(&self) -> &str {
        &self.0.quote
    }
}

/// Something that is to be done, by whom and until when.
#[derive(Debug, SimpleObject)]
pub struct PaperRecommendation {
    /// In which language.
    language: LanguageCode,
    /// In which section.
    section: String,
    /// Who is to do it; may be empty.
    addressee: String,
    /// What.
    action: String,
    /// Until when.
    deadline: Option<NaiveDate>,
}

/// A claim that somebody has marked as lacking its evidence.
#[derive(Debug, SimpleObject)]
pub struct UnsourcedClaim {
    /// In which language.
    language: LanguageCode,
    /// In which section.
    section: String,
    /// Its words.
    words: String,
}

/// A paragraph or another block of the source.
#[derive(Debug, SimpleObject)]
pub struct PaperBlock {
    /// In which section.
    section: String,
    /// Its place in the section, from 0; the heading does not count.
    place: i32,
}

/// A paper's text at one instant.
#[derive(Debug, SimpleObject)]
pub struct PaperText {
    /// SHA-256 of the content, in hexadecimal: the same words give the same hash.
    hash: String,
    /// The nodes of the editor, per language (`en`, `km`).
    nodes: Json<serde_json::Value>,
}

pub(super) fn differences(old: &Content, new: &Content) -> Vec<SectionDifference> {
    let mut found = Vec::new();
    for language in [Language::En, Language::Km] {
        let of = |content: &Content| -> Vec<papers::SectionText> {
            content.sections.iter().filter(|s| s.language == language).cloned().collect()
        };
        let (before, now) = (of(old), of(new));
        let gone = before.iter().filter(|was| now.iter().all(|s| s.key != was.key));
        for section in now.iter().chain(gone) {
            let find = |sections: &[papers::SectionText]| sections.iter().find(|s| s.key == section.key).cloned();
            let (was, is) = (find(&before), find(&now));
            // A heading is part of what changed where it did.
            let titled = was.as_ref().map(|s| &s.heading) != is.as_ref().map(|s| &s.heading);
            let whole = |section: Option<papers::SectionText>| {
                let words = |s: papers::SectionText| if titled { format!("{}\n{}", s.heading, s.text) } else { s.text };
                section.map(words).unwrap_or_default()
            };
            let (was, is) = (whole(was), whole(is));
            if was == is {
                continue;
            }
            let pieces = words::changes(&was, &is);
            found.push(SectionDifference {
                language: language.into(),
                section: section.key.clone(),
                heading: section.heading.clone(),
                pieces: pieces.into_iter().map(Into::into).collect(),
            });
        }
    }
    found
}

/// How many suggestions, recommendations and claims are told at most.
const MOST: usize = 500;

pub(super) fn sections(content: &Content, shares: Vec<Share>) -> Vec<PaperSection> {
    let shares = Arc::new(shares);
    let shaped = content.sections.iter().cloned();
    shaped.map(|section| PaperSection { section, shares: Arc::clone(&shares) }).collect()
}

pub(super) fn citations(content: &Content) -> Vec<PaperCitation> {
    content.citations.iter().take(MOST).cloned().map(PaperCitation).collect()
}

pub(super) fn suggestions(content: &Content) -> Vec<PaperSuggestion> {
    content.suggestions.iter().take(MOST).cloned().map(PaperSuggestion).collect()
}

pub(super) fn recommendations(content: &Content) -> Vec<PaperRecommendation> {
    let shaped = content.recommendations.iter().take(MOST).cloned().map(|found| PaperRecommendation {
        language: found.language.into(),
        section: found.section,
        addressee: found.addressee,
        action: found.action,
        deadline: found.deadline,
    });
    shaped.collect()
}

pub(super) fn unsourced(content: &Content) -> Vec<UnsourcedClaim> {
    let shaped = content.unsourced.iter().take(MOST).cloned();
    shaped.map(|c| UnsourcedClaim { language: c.language.into(), section: c.section, words: c.words }).collect()
}

pub(super) fn blocks(found: Vec<(String, usize)>) -> Vec<PaperBlock> {
    let shaped = found.into_iter().take(MOST);
    shaped.map(|(section, place)| PaperBlock { section, place: i32::try_from(place).unwrap_or(i32::MAX) }).collect()
}

pub(super) fn text(content: &Content) -> PaperText {
    PaperText { hash: hex::encode(content.hash), nodes: Json(content.nodes.clone()) }
}
