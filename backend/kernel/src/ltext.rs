//! Text in both languages.

use serde::{Deserialize, Serialize};

/// A language of the interface and of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Khmer.
    #[default]
    Km,
}

impl Language {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Km => "km",
        }
    }

    /// Reads a stored tag; anything unknown is Khmer, the first language here.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::En } else { Self::Km }
    }
}

/// Text that may exist in English, in Khmer, or in both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LText {
    /// The English text; empty when there is none.
    pub en: String,
    /// The Khmer text; empty when there is none.
    pub km: String,
}

impl LText {
    /// Puts two texts together.
    pub fn new(en: impl Into<String>, km: impl Into<String>) -> Self {
        Self { en: en.into(), km: km.into() }
    }

    /// The text in `language`, or the other where that is missing.
    pub fn best(&self, language: Language) -> (&str, Language) {
        let (first, second, other) = match language {
            Language::En => (&self.en, &self.km, Language::Km),
            Language::Km => (&self.km, &self.en, Language::En),
        };
        if first.is_empty() && !second.is_empty() { (second, other) } else { (first, language) }
    }

    /// Neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.km.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_and_says_so() {
        let only_km = LText::new("", "សាលា");
        assert_eq!(only_km.best(Language::En), ("សាលា", Language::Km));
        assert_eq!(LText::new("Hall", "សាលា").best(Language::Km), ("សាលា", Language::Km));
        assert_eq!(LText::default().best(Language::En), ("", Language::En));
    }
}
