//! What this module asks of whoever keeps the words.

use sala_kernel::{Language, Result};

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
    /// Its text, a line for each paragraph.
    pub text: String,
    /// How many words it has; Khmer words by dictionary.
    pub words: usize,
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
pub trait Texts: Send + Sync + std::fmt::Debug {
    /// A new text: the headings of its sections, in both languages.
    fn blank(&self, kind: TextType) -> Vec<u8>;
    /// The text that these changes make.
    fn read(&self, kept: &[Vec<u8>]) -> Result<Content>;
}
