//! The passage around what was asked for, with the words marked.

use sala_kernel::khmer::is_khmer;

use crate::fold::{Unit, edits, fold};

/// Letters of a passage before and after the first mark.
const AROUND: (usize, usize) = (60, 160);

/// A piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, as they stand in the text.
    pub text: String,
    /// They are what was asked for.
    pub marked: bool,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
    /// Something was marked.
    pub marked: bool,
}

/// A text's letters folded one by one, each with the place of the letter it comes from.
struct Folded {
    letters: Vec<(char, usize)>,
}

impl Folded {
    /// Clusters change order when folded, so each is folded for itself and its letters share one place.
    fn of(text: &str) -> Self {
        let mut letters = Vec::new();
        let mut cluster = String::new();
        let mut from = 0;
        let mut close = |cluster: &mut String, from: usize| {
            letters.extend(fold(cluster).chars().map(|c| (c, from)));
            cluster.clear();
        };
        for (at, c) in text.char_indices() {
            let inside = joins(c) || matches!(c, '\u{200b}'..='\u{200d}') || cluster.ends_with('\u{17d2}');
            if !cluster.is_empty() && !inside {
                close(&mut cluster, from);
            }
            if cluster.is_empty() {
                from = at;
            }
            cluster.push(c);
        }
        close(&mut cluster, from);
        Self { letters }
    }

    /// The ranges, in bytes of the text, of what is asked for.
    fn find(&self, text: &str, asked: &[Unit], open_end: bool, typos: bool) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let end = |at: usize| {
            self.letters
                .get(at..)
                .and_then(|rest| rest.iter().find(|(_, place)| Some(*place) > self.letters.get(at - 1).map(|l| l.1)))
                .map_or(text.len(), |l| l.1)
        };
        for (number, unit) in asked.iter().enumerate() {
            match unit {
                Unit::Khmer(run) => {
                    let wanted: Vec<char> = run.chars().collect();
                    // Spaces inside a run do not count, as in the index.
                    let dense: Vec<usize> = (0..self.letters.len())
                        .filter(|at| self.letters.get(*at).is_some_and(|(c, _)| !c.is_whitespace()))
                        .collect();
                    let letter = |n: usize| dense.get(n).and_then(|at| self.letters.get(*at)).map(|l| l.0);
                    let mut n = 0;
                    while n + wanted.len() <= dense.len() {
                        if wanted.iter().enumerate().all(|(k, c)| letter(n + k) == Some(*c)) {
                            if let (Some(first), Some(last)) = (dense.get(n), dense.get(n + wanted.len() - 1)) {
                                found.push((self.letters.get(*first).map_or(0, |l| l.1), end(last + 1)));
                            }
                            n += wanted.len();
                        } else {
                            n += 1;
                        }
                    }
                }
                Unit::Word(word) => {
                    let open = open_end && number + 1 == asked.len();
                    let mut at = 0;
                    while at < self.letters.len() {
                        let length = self.letters.get(at..).map_or(0, |rest| {
                            rest.iter().take_while(|(c, _)| c.is_alphanumeric() && !is_khmer(*c)).count()
                        });
                        if length == 0 {
                            at += 1;
                            continue;
                        }
                        let here: String = self.letters.iter().skip(at).take(length).map(|l| l.0).collect();
                        let most = usize::from(edits(word.chars().count()));
                        let fits = here == *word
                            || (open && here.starts_with(word.as_str()))
                            || (typos
                                && here.len().abs_diff(word.len()) <= most
                                && strsim::osa_distance(&here, word) <= most);
                        if fits {
                            found.push((self.letters.get(at).map_or(0, |l| l.1), end(at + length)));
                        }
                        at += length;
                    }
                }
            }
        }
        found.sort_unstable();
        found
    }
}

/// The passage of a text in which what is asked for stands densest; its beginning where nothing does.
pub(crate) fn passage(text: &str, asked: &[Unit], open_end: bool, typos: bool) -> Passage {
    let marks = Folded::of(text).find(text, asked, open_end, typos);
    let first = densest(&marks).unwrap_or(0);
    let from = back(text, first, AROUND.0);
    let to = forth(text, first, AROUND.1);
    let mut pieces = Vec::new();
    let mut at = from;
    let mut add = |from: usize, to: usize, marked: bool| {
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            pieces.push(Piece { text: part.replace(['\n', '\t'], " "), marked });
        }
    };
    for (begin, end) in marks.iter().filter(|(begin, end)| *begin >= from && *end <= to) {
        if *begin < at {
            continue;
        }
        add(at, *begin, false);
        add(*begin, *end, true);
        at = *end;
    }
    add(at, to, false);
    Passage { marked: pieces.iter().any(|piece| piece.marked), pieces }
}

/// All of a text, with what is asked for marked.
pub(crate) fn marked(text: &str, asked: &[Unit]) -> Passage {
    let marks = Folded::of(text).find(text, asked, false, false);
    let mut pieces = Vec::new();
    let mut at = 0;
    for (begin, end) in marks {
        if begin < at {
            continue;
        }
        for (from, to, marked) in [(at, begin, false), (begin, end, true)] {
            if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
                pieces.push(Piece { text: part.to_owned(), marked });
            }
        }
        at = end;
    }
    if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece { text: rest.to_owned(), marked: false });
    }
    Passage { marked: pieces.iter().any(|piece| piece.marked), pieces }
}

/// A Khmer mark, which belongs to the letter before it.
const fn joins(c: char) -> bool {
    is_khmer(c) && !matches!(c, '\u{1780}'..='\u{17b3}')
}

fn densest(marks: &[(usize, usize)]) -> Option<usize> {
    let near =
        |begin: usize| marks.iter().filter(|(other, _)| *other >= begin && *other < begin + 3 * AROUND.1).count();
    marks.iter().map(|(begin, _)| *begin).max_by_key(|begin| (near(*begin), std::cmp::Reverse(*begin)))
}

/// So many letters back, to the beginning of a word where one is near.
fn back(text: &str, at: usize, letters: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().nth(letters).map_or(0, |(from, _)| from);
    let slack = before.get(from..).unwrap_or_default();
    if from == 0 {
        return 0;
    }
    slack
        .char_indices()
        .take(20)
        .find(|(_, c)| c.is_whitespace() || *c == '\u{200b}')
        .map_or(from, |(n, c)| from + n + c.len_utf8())
}

fn forth(text: &str, at: usize, letters: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    after.char_indices().nth(letters).map_or(text.len(), |(n, _)| {
        // Not between a letter and its marks.
        let rest = after.get(n..).unwrap_or_default();
        at + n + rest.chars().take_while(|c| joins(*c)).map(char::len_utf8).sum::<usize>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::units;

    fn marks(text: &str, asked: &str) -> Vec<String> {
        let found = passage(text, &units(&fold(asked)), false, false);
        found.pieces.into_iter().filter(|p| p.marked).map(|p| p.text).collect()
    }

    #[test]
    fn khmer_is_marked_inside_a_run_as_it_stands_in_the_text() {
        assert_eq!(marks("ក្រុមប្រឹក្សាឃុំអនុម័តថវិកា\u{200b}ឃុំនៅឆ្នាំ២០២៦", "ថវិកាឃុំ"), ["ថវិកា\u{200b}ឃុំ"]);
        assert_eq!(marks("ឆ្នាំ២០២៦", "2026"), ["២០២៦"]);
    }

    #[test]
    fn latin_words_are_marked_whole() {
        assert_eq!(marks("Budgets and the Budget of budgeteers", "budget"), ["Budget"]);
    }
}
