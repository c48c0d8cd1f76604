//! The fields of the index and how a record fills them.

use tantivy::{
    TantivyDocument, Term,
    schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{PreTokenizedString, Token},
};

use crate::{
    engine::Facet,
    fold::{fold, gapped, runs, threes, words},
    record::Record,
};

/// How far apart positions of different texts lie, so that no phrase reaches across.
const APART: usize = 8;

/// The fields.
#[derive(Debug, Clone)]
pub struct Fields {
    pub id: Field,
    pub network: Field,
    pub audience: Field,
    /// Words of titles, of what else is written of a document, of its text.
    pub words: [Field; 3],
    /// Threes of the same.
    pub threes: [Field; 3],
    pub day: Field,
    pub starts: Field,
    pub facets: Vec<(Facet, Field)>,
}

/// The schema.
pub fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let positions = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        id: schema.add_text_field("id", STRING | STORED),
        network: schema.add_text_field("network", STRING | FAST),
        audience: schema.add_text_field("audience", STRING | FAST),
        words: ["title_words", "note_words", "text_words"].map(|name| schema.add_text_field(name, positions())),
        threes: ["title_threes", "note_threes", "text_threes"].map(|name| schema.add_text_field(name, positions())),
        day: schema.add_i64_field("day", FAST),
        starts: schema.add_bytes_field("starts", STORED),
        facets: Facet::ALL.iter().map(|facet| (*facet, schema.add_text_field(facet.field(), STRING | FAST))).collect(),
    };
    (schema.build(), fields)
}

/// Texts as positioned tokens.
#[derive(Default)]
struct Stream {
    tokens: Vec<Token>,
    next: usize,
}

impl Stream {
    fn add(&mut self, texts: impl IntoIterator<Item = String>) {
        for text in texts {
            self.tokens.push(Token { offset_from: 0, offset_to: 0, position: self.next, text, position_length: 1 });
            self.next += 1;
        }
    }

    /// The same, with more tokens at the same places.
    fn add_with(&mut self, texts: Vec<String>, more: Vec<[String; 2]>) {
        let mut more = more.into_iter();
        for text in texts {
            let at = self.next;
            self.add([text]);
            for text in more.next().into_iter().flatten() {
                self.tokens.push(Token { offset_from: 0, offset_to: 0, position: at, text, position_length: 1 });
            }
        }
    }

    fn gap(&mut self) {
        self.next += APART;
    }

    fn done(self) -> PreTokenizedString {
        PreTokenizedString { text: String::new(), tokens: self.tokens }
    }
}

/// Where a page begins among the positions of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    pub file: uuid::Uuid,
    pub page: i32,
    pub words: u32,
    pub threes: u32,
}

impl Start {
    const BYTES: usize = 28;

    fn write(self, to: &mut Vec<u8>) {
        to.extend(self.file.as_bytes());
        to.extend(self.page.to_be_bytes());
        to.extend(self.words.to_be_bytes());
        to.extend(self.threes.to_be_bytes());
    }

    /// All starts of a document.
    pub fn read_all(bytes: &[u8]) -> Vec<Self> {
        let read = |chunk: &[u8]| {
            let number = |from: usize| Some(u32::from_be_bytes(chunk.get(from..from + 4)?.try_into().ok()?));
            Some(Self {
                file: uuid::Uuid::from_slice(chunk.get(..16)?).ok()?,
                page: i32::try_from(number(16)?).ok()?,
                words: number(20)?,
                threes: number(24)?,
            })
        };
        bytes.chunks_exact(Self::BYTES).filter_map(read).collect()
    }
}

impl Fields {
    /// A record as the index takes it, with the term that names it.
    pub fn document(&self, record: &Record) -> (Term, TantivyDocument) {
        let id = record.id.simple().to_string();
        let mut document = TantivyDocument::default();
        document.add_text(self.id, &id);
        document.add_text(self.network, record.network.simple().to_string());
        for ticket in &record.audience {
            document.add_text(self.audience, ticket);
        }
        document.add_i64(self.day, record.day);
        for (facet, field) in &self.facets {
            for value in record.values.iter().filter(|(of, _)| of == facet).flat_map(|(_, values)| values) {
                document.add_text(*field, value);
            }
        }
        self.add(&mut document, 0, record.titles.iter().map(String::as_str));
        self.add(&mut document, 1, record.words.iter().map(String::as_str));
        let starts = self.add(&mut document, 2, record.pages.iter().map(|page| page.text.as_str()));
        let mut bytes = Vec::new();
        for (page, (words, threes)) in record.pages.iter().zip(starts) {
            Start { file: page.file, page: page.page, words, threes }.write(&mut bytes);
        }
        document.add_bytes(self.starts, &bytes);
        (Term::from_field_text(self.id, &id), document)
    }

    /// Adds texts to one of the three places; where each begins among words and among threes.
    fn add<'t>(
        &self,
        document: &mut TantivyDocument,
        place: usize,
        texts: impl Iterator<Item = &'t str>,
    ) -> Vec<(u32, u32)> {
        let (mut word_stream, mut three_stream) = (Stream::default(), Stream::default());
        let mut starts = Vec::new();
        for text in texts {
            let folded = fold(text);
            let at = |stream: &Stream| u32::try_from(stream.next).unwrap_or(u32::MAX);
            starts.push((at(&word_stream), at(&three_stream)));
            word_stream.add(words(&folded));
            word_stream.gap();
            for run in runs(&folded) {
                three_stream.add_with(threes(&run), gapped(&run));
                three_stream.gap();
            }
        }
        for (field, stream) in [(self.words.get(place), word_stream), (self.threes.get(place), three_stream)] {
            if let Some(field) = field {
                document.add_pre_tokenized_text(*field, stream.done());
            }
        }
        starts
    }
}
