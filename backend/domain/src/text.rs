//! What people type, made safe to store and to show.

use sala_kernel::{Error, Message, Result, Violation};
use unicode_normalization::UnicodeNormalization as _;

/// Collects every violation of an input, so that a form shows all of them at once.
#[derive(Debug, Default)]
pub struct Check {
    found: Vec<Violation>,
}

impl Check {
    /// A check with nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a violation.
    pub fn fail(&mut self, field: impl Into<String>, message: Message) {
        self.found.push(Violation { field: field.into(), message });
    }

    /// One line of text: trimmed, composed (NFC), without control or direction characters, at most `most` characters.
    pub fn line(&mut self, field: &str, raw: &str, most: usize) -> String {
        let text = raw.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
        self.accept(field, text, most, |_| false)
    }

    /// Several lines of text.
    pub fn prose(&mut self, field: &str, raw: &str, most: usize) -> String {
        let text = raw.replace("\r\n", "\n").trim().nfc().collect::<String>();
        self.accept(field, text, most, |c| matches!(c, '\n' | '\t'))
    }

    fn accept(&mut self, field: &str, text: String, most: usize, allowed: impl Fn(char) -> bool) -> String {
        if text.chars().any(|c| deceives(c) && !allowed(c)) {
            self.fail(field, Message::UnsafeText);
        }
        // The zero-width space is how Khmer keyboards separate words: kept, but not counted.
        if text.chars().filter(|c| *c != '\u{200b}').count() > most {
            self.fail(field, Message::TooLong);
        }
        text
    }

    /// An e-mail address or nothing.
    pub fn email(&mut self, field: &str, raw: &str) -> String {
        let text = raw.trim().to_lowercase();
        if !text.is_empty() && !is_email(&text) {
            self.fail(field, Message::NotAnEmail);
        }
        text
    }

    /// A telephone number or nothing.
    pub fn phone(&mut self, field: &str, raw: &str) -> String {
        let text = self.line(field, raw, 40);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let plain = text.chars().all(|c| c.is_ascii_digit() || " +-()/.".contains(c));
        if !text.is_empty() && (!plain || digits < 6) {
            self.fail(field, Message::NotAPhone);
        }
        text
    }

    /// A web address or nothing.
    pub fn website(&mut self, field: &str, raw: &str) -> String {
        let text = self.line(field, raw, 300);
        let sound = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).is_some_and(|rest| {
            rest.split('/').next().is_some_and(|host| host.contains('.')) && !rest.contains(['"', '<', '>', ' ', '@'])
        });
        if !text.is_empty() && !sound {
            self.fail(field, Message::NotALink);
        }
        text
    }

    /// Ends the check: nothing found, or everything found.
    pub fn finish(self) -> Result<()> {
        if self.found.is_empty() { Ok(()) } else { Err(Error::Invalid(self.found)) }
    }
}

/// Characters that hide, reorder or control what is shown. Zero-width space and (non-)joiner belong to Khmer typing.
fn deceives(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

/// A cell of a table for spreadsheets: what would be run as a formula is kept as text.
pub(crate) fn cell(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a text has the shape of an address (RFC 5321 without quoted local parts).
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let word = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    text.len() <= 254
        && !local.is_empty()
        && local.chars().all(word)
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// A search text as a `LIKE` pattern that matches it literally anywhere, zero-width characters left out.
pub fn like_pattern(search: &str) -> String {
    let mut pattern = String::from("%");
    for c in search.trim().nfc().filter(|c| *c != '\u{200b}').flat_map(char::to_lowercase) {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_outer_space_and_keep_khmer_word_breaks() {
        let mut check = Check::new();
        assert_eq!(check.line("name", "  Sok \t Dara ", 40), "Sok Dara");
        assert_eq!(check.line("name", "ឃុំ\u{200b}បើក", 40), "ឃុំ\u{200b}បើក");
        assert!(check.finish().is_ok());
    }

    #[test]
    fn a_name_that_reverses_its_letters_is_refused_at_its_field() {
        let mut check = Check::new();
        check.line("name", "evil\u{202e}gpj.exe", 40);
        check.line("short", "abcdef", 5);
        let Err(Error::Invalid(found)) = check.finish() else { panic!("refused") };
        assert_eq!(
            found.iter().map(|v| (v.field.as_str(), v.message)).collect::<Vec<_>>(),
            [("name", Message::UnsafeText), ("short", Message::TooLong)]
        );
    }

    #[test]
    fn addresses_are_told_from_nonsense() {
        for good in ["dara@ocn.example", "a.b+c@sub.domain.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "dara", "@x.org", "a@b", "a@b..org", "a b@c.org", "a@-b.org", "a@b.org\r\nBcc: x@y.z"] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_search_for_a_percent_sign_means_a_percent_sign() {
        assert_eq!(like_pattern(" 100%_"), "%100\\%\\_%");
        assert_eq!(like_pattern("ឃុំ\u{200b}"), "%ឃុំ%");
    }
}
