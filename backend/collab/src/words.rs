//! Words, and what changed between two texts, word by word.
//!
//! Khmer is written without spaces: its words come from a dictionary, as in
//! search.

use std::time::{Duration, Instant};

use charabia::Segment as _;
use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};

/// A text differs for so long at the most; what is not told apart by then is shown as replaced.
const PATIENCE: Duration = Duration::from_millis(300);

/// What happened to a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is in both.
    Same,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
}

/// A piece of text and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What happened.
    pub fate: Fate,
    /// The text.
    pub text: String,
}

/// The words of a text and what stands between them: put together again they are the text.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        for word in line.segment_str() {
            // Whatever the dictionary drops stays a piece of its own.
            match rest.find(word) {
                Some(0) => {}
                Some(at) => {
                    found.extend(rest.get(..at));
                    rest = rest.get(at..).unwrap_or_default();
                }
                None => continue,
            }
            found.extend(rest.get(..word.len()).filter(|w| !w.is_empty()));
            rest = rest.get(word.len()..).unwrap_or_default();
        }
        if !rest.is_empty() {
            found.push(rest);
        }
    }
    found
}

/// How many words a text has.
pub fn count(text: &str) -> usize {
    pieces(text).into_iter().filter(|piece| piece.chars().any(char::is_alphanumeric)).count()
}

/// What changed from one text to another.
pub fn changes(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (pieces(old), pieces(new));
    let deadline = Instant::now() + PATIENCE;
    let mut found: Vec<Piece> = Vec::new();
    let mut push = |fate, words: Option<&[&str]>| {
        let text = words.unwrap_or_default().concat();
        if text.is_empty() {
            return;
        }
        match found.last_mut() {
            Some(last) if last.fate == fate => last.text.push_str(&text),
            _ => found.push(Piece { fate, text }),
        }
    };
    for op in capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline)) {
        match op.tag() {
            DiffTag::Equal => push(Fate::Same, new.get(op.new_range())),
            DiffTag::Insert => push(Fate::Inserted, new.get(op.new_range())),
            DiffTag::Delete => push(Fate::Deleted, old.get(op.old_range())),
            DiffTag::Replace => {
                push(Fate::Deleted, old.get(op.old_range()));
                push(Fate::Inserted, new.get(op.new_range()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(old: &str, new: &str) -> String {
        changes(old, new)
            .into_iter()
            .map(|piece| match piece.fate {
                Fate::Same => piece.text,
                Fate::Inserted => format!("[+{}]", piece.text),
                Fate::Deleted => format!("[-{}]", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_changed_word_is_told_alone_in_both_scripts() {
        assert_eq!(
            told("within 30 days of adoption", "within 45 days of adoption"),
            "within [-30][+45] days of adoption"
        );
        assert_eq!(told("គណៈកម្មាធិការឃុំត្រូវផ្សព្វផ្សាយ", "គណៈកម្មាធិការភូមិត្រូវផ្សព្វផ្សាយ"), "គណៈកម្មាធិការ[-ឃុំ][+ភូមិ]ត្រូវផ្សព្វផ្សាយ");
    }

    #[test]
    fn words_are_counted_in_both_scripts() {
        assert_eq!(count("Commune budgets, on the notice board."), 6);
        assert_eq!(count("ថវិកាឃុំ"), 2);
        assert_eq!(count(" \n— "), 0);
    }

    proptest! {
        #[test]
        fn pieces_put_together_are_the_text(text in "[a-z ក-ឳា-៑\u{200b},.\n0-9]{0,60}") {
            prop_assert_eq!(pieces(&text).concat(), text);
        }

        #[test]
        fn changes_lead_from_the_old_text_to_the_new(old in "[ab ក-ង\n]{0,30}", new in "[ab ក-ង\n]{0,30}") {
            let pieces = changes(&old, &new);
            let side = |gone: Fate| pieces.iter().filter(|p| p.fate != gone).map(|p| p.text.as_str()).collect::<String>();
            prop_assert_eq!(side(Fate::Inserted), old);
            prop_assert_eq!(side(Fate::Deleted), new);
        }
    }
}
