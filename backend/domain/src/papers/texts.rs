//! What this module asks of whoever keeps the words.

use chrono::NaiveDate;
use sala_kernel::{DocumentId, Language, PersonId, Result};

use super::TextType;

/// The words of one section in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionText {
    /// In which language.
    pub language: Language,
    /// Which section; empty for what stands before the first.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// Its text, a line for each paragraph; what is only suggested is left out, footnotes stand in brackets.
    pub text: String,
    /// The same, block by block, as the editor has them.
    pub blocks: Vec<String>,
    /// How many words it has; Khmer words by dictionary.
    pub words: usize,
}

/// What somebody suggests: words in the place of others, breaks between paragraphs added or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// As the text names it.
    pub name: String,
    /// By whom.
    pub by: PersonId,
    /// In which language.
    pub language: Language,
    /// In which section it begins.
    pub section: String,
    /// The words it puts in.
    pub inserted: String,
    /// The words it takes away.
    pub deleted: String,
}

/// Something that is to be done, by whom and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// In which language.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// Who is to do it; may be empty.
    pub addressee: String,
    /// What.
    pub action: String,
    /// Until when.
    pub deadline: Option<NaiveDate>,
}

/// A claim that somebody has marked as lacking its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsourced {
    /// In which language.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// Its words.
    pub words: String,
}

/// A document of the library that a text cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// In which language.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// Which document.
    pub document: DocumentId,
    /// The page, or another place in it; may be empty.
    pub page: String,
    /// The passage; may be empty.
    pub quote: String,
}

/// A text as it is at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Everything, as one change to an empty text.
    pub state: Vec<u8>,
    /// SHA-256 of the content: the same words give the same hash.
    pub hash: [u8; 32],
    /// The editor's nodes, per language.
    pub nodes: serde_json::Value,
    /// Its sections, English first, in their order.
    pub sections: Vec<SectionText>,
    /// What is suggested and not decided, in the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// What is to be done, in the order of the text.
    pub recommendations: Vec<Recommendation>,
    /// Claims that lack their evidence, in the order of the text.
    pub unsourced: Vec<Unsourced>,
    /// What it cites, in the order of the text.
    pub citations: Vec<Citation>,
}

impl Content {
    /// The words of a section.
    pub fn section(&self, language: Language, key: &str) -> &str {
        let found = self.sections.iter().find(|s| s.language == language && s.key == key);
        found.map_or("", |section| section.text.as_str())
    }

    /// Everything said in one language, to be compared.
    pub fn words(&self, language: Language) -> String {
        let of = self.sections.iter().filter(|s| s.language == language);
        of.fold(String::new(), |all, s| format!("{all}{}\n{}\n{}\n", s.key, s.heading, s.text))
    }

    /// Something is written in this language, headings aside.
    pub fn speaks(&self, language: Language) -> bool {
        self.sections.iter().any(|s| s.language == language && !s.text.trim().is_empty())
    }
}

/// Reads and begins texts.
pub trait Texts: crate::writing::Points {
    /// A new text: the headings of its sections, in both languages.
    fn blank(&self, kind: TextType) -> Vec<u8>;
    /// The text that these changes make.
    fn read(&self, kept: &[Vec<u8>]) -> Result<Content>;
    /// What changed from one text to another, for a mail: `−` before what went, `+` before what came.
    fn changed(&self, old: &str, new: &str) -> String;
}
