//! One form for text that is searched and text that is asked for.
//!
//! Small letters, no accents, Khmer digits as European ones, clusters in one
//! order, no invisible word breaks. Khmer is written without spaces, so beside
//! words (cut by the dictionary of `charabia`) every run of Khmer letters is also
//! kept as overlapping threes: they find what stands inside a run wherever a
//! dictionary would have cut it.

use charabia::Tokenize as _;
use sala_kernel::khmer::{self, is_khmer};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A folded letter; none where it does not count.
fn fold_letter(c: char) -> Option<char> {
    match c {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        '\u{17e0}'..='\u{17e9}' => char::from_digit(u32::from(c) - 0x17e0, 10),
        // ឣ and ឤ are deprecated; ៖ and ។ and their like part words.
        '\u{17d4}'..='\u{17db}' => Some(' '),
        '\u{2018}' | '\u{2019}' => Some('\''),
        _ => Some(c),
    }
}

/// Folds a text.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| is_khmer(*c) || !is_combining_mark(*c))
        .filter_map(fold_letter)
        .flat_map(char::to_lowercase)
        .nfc()
        .collect();
    khmer::order(&plain)
}

/// Edits that a word of so many letters bears.
pub const fn edits(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A part of what somebody asks for, or of what is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// A word of letters and digits.
    Word(String),
    /// A run of Khmer letters.
    Khmer(String),
}

impl Unit {
    /// Its letters.
    pub fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Khmer(text) => text,
        }
    }
}

/// The parts of a folded text, in order.
pub fn units(folded: &str) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::new();
    let mut open = false;
    for c in folded.chars() {
        if is_khmer(c) {
            match found.last_mut() {
                Some(Unit::Khmer(run)) if open => run.push(c),
                _ => found.push(Unit::Khmer(c.to_string())),
            }
            open = true;
        } else if c.is_alphanumeric() {
            match found.last_mut() {
                Some(Unit::Word(word)) if open => word.push(c),
                _ => found.push(Unit::Word(c.to_string())),
            }
            open = true;
        } else {
            open = false;
        }
    }
    found
}

/// The words of a folded text, Khmer cut by the dictionary.
pub fn words(folded: &str) -> Vec<String> {
    let mut found = Vec::new();
    for unit in units(folded) {
        match unit {
            Unit::Word(word) => found.push(word),
            Unit::Khmer(run) => found.extend(cut(&run)),
        }
    }
    found
}

/// A run of Khmer cut into words.
pub fn cut(run: &str) -> Vec<String> {
    run.tokenize().filter(charabia::Token::is_word).map(|token| token.lemma().to_owned()).collect()
}

/// The overlapping threes of a run; a shorter run is one itself.
pub fn threes(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    if letters.len() <= 3 {
        return vec![run.to_owned()];
    }
    letters.windows(3).map(|three| three.iter().collect()).collect()
}

/// What the threes at one place of a run look like where a letter is left out of four: `abcd` gives `~abd` and `~acd`.
/// Whoever drops a letter types just these.
pub fn gapped(run: &str) -> Vec<[String; 2]> {
    let letters: Vec<char> = run.chars().collect();
    letters
        .windows(4)
        .map(|four| match four {
            [a, b, c, d] => [format!("~{a}{b}{d}"), format!("~{a}{c}{d}")],
            _ => [String::new(), String::new()],
        })
        .collect()
}

/// The runs of Khmer of a folded text. Files break lines, and scatter spaces, inside words: single ones between Khmer
/// letters do not end a run.
pub fn runs(folded: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut gap = 2_usize;
    for c in folded.chars() {
        if is_khmer(c) {
            match found.last_mut() {
                Some(run) if gap < 2 => run.push(c),
                _ => found.push(c.to_string()),
            }
            gap = 0;
        } else if c.is_whitespace() && gap < 2 {
            gap += 1;
        } else {
            gap = 2;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        assert_eq!(fold("ថវិកា\u{200b}ឃុំ"), fold("ថវិកាឃុំ"));
        assert_eq!(fold("ឆ្នាំ២០២៦"), "ឆ្នាំ2026");
        assert_eq!(fold("ឃំុ"), fold("ឃុំ"));
        assert_eq!(fold("Évaluation"), "evaluation");
    }

    #[test]
    fn khmer_digits_and_letters_part_where_words_do() {
        let found = units(&fold("ថវិកាឃុំឆ្នាំ២០២៦ \u{200b}Chi Kraeng"));
        let found: Vec<&str> = found.iter().map(Unit::text).collect();
        assert_eq!(found, ["ថវិកាឃុំឆ្នាំ", "2026", "chi", "kraeng"]);
    }

    #[test]
    fn a_run_goes_on_over_a_line_end_but_not_over_a_stop() {
        assert_eq!(runs(&fold("របាយ\nការណ៍ នេះ។ ឃុំ")), ["របាយការណ៍នេះ", "ឃុំ"]);
        assert_eq!(threes("ឃុំ"), ["ឃុំ"]);
        assert_eq!(threes("កខគឃ"), ["កខគ", "ខគឃ"]);
    }

    #[test]
    fn the_dictionary_cuts_khmer_into_words() {
        let found = words(&fold("ថវិកាឃុំ"));
        assert!(found.len() >= 2, "{found:?}");
    }
}
