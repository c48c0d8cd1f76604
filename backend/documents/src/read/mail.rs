//! E-mails: subject and words, without addresses, which are nobody's evidence.

use mail_parser::MessageParser;

use super::text;
use crate::look::Refusal;

/// The words of a mail.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let mail = MessageParser::default().parse(bytes).ok_or(Refusal::Broken)?;
    let mut words = mail.subject().unwrap_or_default().to_owned();
    for part in 0..mail.text_body_count().min(50) {
        words.push_str("\n\n");
        words.push_str(&mail.body_text(part as _).unwrap_or_default());
    }
    Ok(text::paged(&words))
}
