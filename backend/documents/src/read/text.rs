//! Plain text in any encoding, and web pages.

/// Longest page of a text that has no pages of its own, in characters: about two printed ones.
const PAGE: usize = 4_000;

/// Decodes text: by its byte order mark, as UTF-8, or as its bytes suggest.
pub fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // A text cut in the middle of a letter is still UTF-8.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => {
            let mut guess = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            guess.feed(bytes, true);
            guess.guess(None, chardetng::Utf8Detection::Deny).decode(bytes).0.into_owned()
        }
    }
}

/// The words of a web page.
pub fn of_html(bytes: &[u8]) -> String {
    html2text::from_read_with_decorator(decode(bytes).as_bytes(), 2_000, html2text::render::TrivialDecorator::new())
        .unwrap_or_default()
}

/// Cuts a text without pages at ends of lines, so that a hit is found again.
pub fn paged(text: &str) -> Vec<String> {
    let mut pages = vec![String::new()];
    let mut length = 0;
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let letters = line.chars().count();
        if length > 0 && length + letters > PAGE {
            pages.push(String::new());
            length = 0;
        }
        let mut rest = line;
        // A line longer than a page, as programs write it.
        while let Some((cut, _)) = rest.char_indices().nth(PAGE) {
            let (head, tail) = rest.split_at(cut);
            if let Some(page) = pages.last_mut() {
                page.push_str(head);
            }
            pages.push(String::new());
            rest = tail;
        }
        if let Some(page) = pages.last_mut() {
            page.push_str(rest);
        }
        length += rest.chars().count();
    }
    pages
}
