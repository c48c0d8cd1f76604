//! Khmer as files hold it, put in the order in which it is typed and searched.

use unicode_normalization::UnicodeNormalization as _;

/// Tidies a page: composed letters, one order of marks, no control characters, no runs of empty lines.
pub fn tidy(page: &str) -> String {
    let text: String = page.nfc().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let text = order(&text);
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim_end) {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.trim().to_owned()
}

/// The language that prevails in a text: `km`, `en` (for Latin letters), or nothing.
pub fn language(text: &str) -> &'static str {
    let (mut khmer, mut latin) = (0_usize, 0_usize);
    for c in text.chars() {
        match c {
            '\u{1780}'..='\u{17d3}' => khmer += 1,
            c if c.is_ascii_alphabetic() => latin += 1,
            _ => {}
        }
    }
    if khmer == 0 && latin == 0 {
        ""
    } else if khmer * 2 >= latin {
        "km"
    } else {
        "en"
    }
}

/// Whether a letter is Khmer; digits and signs that part words are not.
pub const fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17d3}' | '\u{17dc}' | '\u{17dd}')
}

const COENG: char = '\u{17d2}';

const fn consonant(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17b3}')
}

/// Place of a mark after its consonants: shifters, then vowels, then signs, as the encoding asks (TUS 16.4).
const fn rank(c: char) -> u8 {
    match c {
        '\u{17c9}' | '\u{17ca}' => 1,
        '\u{17cc}' => 0,
        '\u{17b6}'..='\u{17c5}' => 2,
        '\u{17c6}'..='\u{17c8}' | '\u{17cb}' | '\u{17cd}'..='\u{17d1}' | '\u{17dd}' => 3,
        _ => u8::MAX,
    }
}

/// Puts every cluster in one order: base, subscripts (ro last), then marks by rank; marks written twice count once, and
/// a vowel written in two halves becomes the one it looks like. Vowels that a file holds before their consonant, where
/// they are drawn, move behind it.
pub fn order(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let get = |index: usize| chars.get(index).copied();
    while let Some(c) = get(at) {
        // េ ែ ៃ drawn first: after anything but a consonant they can only belong to what follows.
        let stray = matches!(c, '\u{17c1}' | '\u{17c2}' | '\u{17c3}') && get(at + 1).is_some_and(consonant);
        let early = if stray { Some(c) } else { None };
        let start = if stray { at + 1 } else { at };
        match get(start) {
            Some(base) if consonant(base) => {
                let mut next = start + 1;
                let (mut subscripts, mut marks): (Vec<char>, Vec<char>) = (Vec::new(), early.into_iter().collect());
                loop {
                    match (get(next), get(next + 1)) {
                        (Some(COENG), Some(below)) if consonant(below) => {
                            subscripts.push(below);
                            next += 2;
                        }
                        (Some(mark), _) if rank(mark) < u8::MAX => {
                            marks.push(mark);
                            next += 1;
                        }
                        // A word break inside a cluster is none.
                        (Some('\u{200b}' | '\u{200c}' | '\u{200d}'), Some(mark))
                            if rank(mark) < u8::MAX || mark == COENG =>
                        {
                            next += 1;
                        }
                        _ => break,
                    }
                }
                out.push(base);
                subscripts.sort_by_key(|below| *below == '\u{179a}');
                for below in subscripts {
                    out.push(COENG);
                    out.push(below);
                }
                marks.sort_by_key(|mark| rank(*mark));
                marks.dedup();
                let marks: String = marks.into_iter().collect();
                out.push_str(&marks.replace("\u{17c1}\u{17b8}", "\u{17be}").replace("\u{17c1}\u{17b6}", "\u{17c4}"));
                at = next;
            }
            _ => {
                out.push(c);
                at += 1;
            }
        }
    }
    out
}

/// A text with Khmer figures for 0 to 9.
pub fn digits(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|n| char::from_u32(0x17e0 + n)).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_are_put_in_one_order_and_sound_text_stays_as_it_is() {
        let sound = "ក្រុមប្រឹក្សាឃុំជីក្រែងបានអនុម័តថវិកាឃុំសម្រាប់ឆ្នាំ២០២៦ ស្ត្រី និងសិទ្ធិទទួលបានព័ត៌មាន។";
        assert_eq!(order(sound), sound);
        // Subscript ro typed first; sign before vowel; a vowel in two halves.
        assert_eq!(order("ស្រ្តី"), "ស្ត្រី");
        assert_eq!(order("ឃំុ"), "ឃុំ");
        assert_eq!(order("បេី"), "បើ");
    }

    #[test]
    fn a_page_is_khmer_when_khmer_prevails() {
        assert_eq!(language("ថវិកាឃុំ Chi Kraeng"), "km");
        assert_eq!(language("The commune budget of ជី"), "en");
        assert_eq!(language("2026 — 14%"), "");
    }
}
