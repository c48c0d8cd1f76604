//! Tables as people bring them: from the bytes of a file to rows, and words that are told apart whatever the case and spacing.

use sala_kernel::{Error, Message, Result};

/// The most rows and columns a table may have.
const ROWS: usize = 2000;
const COLUMNS: usize = 60;
/// The longest cell, in characters.
const CELL: usize = 4000;

/// The headers and rows of a CSV file as spreadsheets write it: UTF-8 or UTF-16 with a mark, separated by commas,
/// semicolons or tabs. Rows that are empty throughout are left out.
pub(crate) fn table(bytes: &[u8]) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    let not_a_table = || Error::invalid("file", Message::NotATable);
    let text = text(bytes).ok_or_else(not_a_table)?;
    let first = text.lines().next().unwrap_or("");
    let separator =
        [b',', b';', b'\t'].into_iter().max_by_key(|byte| first.bytes().filter(|b| b == byte).count()).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| not_a_table())?;
        if record.len() > COLUMNS || lines.len() > ROWS {
            return Err(Error::invalid("file", Message::TableTooLarge));
        }
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().chars().take(CELL).collect()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(cells);
        }
    }
    let mut lines = lines.into_iter();
    let headers = lines.next().ok_or_else(not_a_table)?;
    let rows: Vec<Vec<String>> = lines
        .map(|mut cells| {
            cells.resize(headers.len(), String::new());
            cells
        })
        .collect();
    if rows.is_empty() || headers.len() < 2 {
        return Err(not_a_table());
    }
    Ok((headers, rows))
}

fn text(bytes: &[u8]) -> Option<String> {
    let wide = |read: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest)?,
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        plain => String::from_utf8(plain.to_vec()).ok()?,
    };
    (!text.contains('\0')).then_some(text)
}

/// A word without what differs between two people who write the same: case, spaces, punctuation, zero-width marks.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfc().filter(|c| c.is_alphanumeric() || is_khmer_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Khmer vowels and signs are marks, not letters, and carry the meaning.
const fn is_khmer_mark(c: char) -> bool {
    matches!(c, '\u{17b4}'..='\u{17d3}' | '\u{17dd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_write_is_read() {
        let plain = "name,ខេត្ត\nA,បាត់ដំបង\n\n,\n\"B, C\",\"x\ny\"\n";
        let wide: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(plain.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let marked = [b"\xef\xbb\xbf", plain.replace("name,", "name;").replace("A,", "A;").as_bytes()].concat();
        let (headers, rows) = table(plain.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((headers.len(), rows.len()), (2, 2));
        assert_eq!(rows.last().map(|r| r.join("|")), Some("B, C|x\ny".into()));
        assert_eq!(table(&wide).map(|(h, _)| h.len()).ok(), Some(2));
        assert_eq!(table(&marked).map(|(h, _)| h).ok(), Some(vec!["name".to_owned(), "ខេត្ត".to_owned()]));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for bytes in [&b""[..], b"one line only", b"a,b\n", b"PK\x03\x04\0\0", &[0xff, 0xfe, 0x00], b"\xc3\x28,b\n1,2"]
        {
            assert!(table(bytes).is_err(), "{bytes:?}");
        }
        let long = format!("a,b\n{}", "1,2\n".repeat(ROWS + 1));
        assert!(table(long.as_bytes()).is_err());
    }
}
