//! Reading a gazetteer file: the one that NCDD publishes, or any table with code, kind and names.
//!
//! All or nothing: every row that cannot be taken is told, and then none is.
//! Units are renamed, split and abolished; what the file no longer lists can be
//! ended by a date, in the provinces that the file covers, and is never deleted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sala_kernel::{Env, PlaceCode, Pool, Result};

use super::{PlaceKind, store};

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// Units that were not there.
    pub added: usize,
    /// Units with another name or kind than before, or back again.
    pub changed: usize,
    /// Units that the file no longer lists.
    pub ended: usize,
}

/// Why a row cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// Its line, the heading being the first.
    pub line: u64,
    /// Why.
    pub why: String,
}

/// A unit as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code, with its leading zero.
    pub code: String,
    /// What kind.
    pub kind: PlaceKind,
    /// Latin name.
    pub en: String,
    /// Khmer name.
    pub km: String,
}

/// Headings by which each column may go, in small letters.
const COLUMNS: [(&str, &[&str]); 4] = [
    ("code", &["code", "ncdd code", "កូដ", "លេខកូដ"]),
    ("kind", &["kind", "type", "ប្រភេទ"]),
    ("name_en", &["name_en", "name (latin)", "latin", "name latin", "english", "ឈ្មោះឡាតាំង", "ឈ្មោះជាអក្សរឡាតាំង"]),
    ("name_km", &["name_km", "name (khmer)", "khmer", "name khmer", "ឈ្មោះខ្មែរ", "ឈ្មោះជាអក្សរខ្មែរ"]),
];

const KINDS: [(PlaceKind, &[&str]); 8] = [
    (PlaceKind::Province, &["province", "ខេត្ត"]),
    (PlaceKind::Capital, &["capital", "រាជធានី"]),
    (PlaceKind::District, &["district", "srok", "ស្រុក"]),
    (PlaceKind::Municipality, &["municipality", "krong", "ក្រុង"]),
    (PlaceKind::Khan, &["khan", "section", "ខណ្ឌ"]),
    (PlaceKind::Commune, &["commune", "khum", "ឃុំ"]),
    (PlaceKind::Sangkat, &["sangkat", "quarter", "សង្កាត់"]),
    (PlaceKind::Village, &["village", "phum", "ភូមិ"]),
];

const fn digits_of(kind: PlaceKind) -> usize {
    match kind {
        PlaceKind::Province | PlaceKind::Capital => 2,
        PlaceKind::District | PlaceKind::Municipality | PlaceKind::Khan => 4,
        PlaceKind::Commune | PlaceKind::Sangkat => 6,
        PlaceKind::Village => 8,
    }
}

/// Reads a file's text. Units come back parents first.
pub fn read(text: &str) -> std::result::Result<Vec<Unit>, Vec<RowError>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let heading: Vec<String> = match reader.headers() {
        Ok(row) => row.iter().map(str::to_lowercase).collect(),
        Err(error) => return Err(vec![RowError { line: 1, why: error.to_string() }]),
    };
    let place = |words: &[&str]| heading.iter().position(|h| words.contains(&h.as_str()));
    let mut columns = [0; 4];
    let mut missing = Vec::new();
    for (column, (name, words)) in columns.iter_mut().zip(COLUMNS) {
        match place(words) {
            Some(at) => *column = at,
            None => missing.push(RowError { line: 1, why: format!("no column `{name}` (or {})", words.join(", ")) }),
        }
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    let [code, kind, en, km] = columns;
    let (mut units, mut wrong) = (BTreeMap::new(), Vec::new());
    for (number, record) in reader.records().enumerate() {
        let line = number as u64 + 2;
        let taken = record.map_err(|e| e.to_string()).and_then(|record| {
            let cell = |at: usize| record.get(at).unwrap_or_default();
            unit(cell(code), cell(kind), cell(en), cell(km))
        });
        match taken {
            Ok(unit) => {
                if units.insert(unit.code.clone(), unit).is_some() {
                    wrong.push(RowError { line, why: "this code stands in the file twice".into() });
                }
            }
            Err(why) => wrong.push(RowError { line, why }),
        }
    }
    if wrong.is_empty() { Ok(units.into_values().collect()) } else { Err(wrong) }
}

fn unit(code: &str, kind: &str, en: &str, km: &str) -> std::result::Result<Unit, String> {
    // Spreadsheets take the leading zero away.
    let padded = if code.len() % 2 == 1 { format!("0{code}") } else { code.to_owned() };
    if padded.parse::<PlaceCode>().is_err() {
        return Err(format!("`{code}` is no code of 2, 4, 6 or 8 digits"));
    }
    let word = kind.to_lowercase();
    let Some(kind) = KINDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(k, _)| *k) else {
        return Err(format!("`{kind}` is no kind of unit"));
    };
    if digits_of(kind) != padded.len() {
        return Err(format!("a {} has a code of {} digits, not `{padded}`", kind.as_str(), digits_of(kind)));
    }
    if en.is_empty() || km.is_empty() {
        return Err("a unit has a name in both scripts".into());
    }
    Ok(Unit { code: padded, kind, en: en.to_owned(), km: km.to_owned() })
}

/// Writes what was read, in one transaction. With `ends`, units of the covered provinces and levels that the file no longer
/// lists end on that day.
pub async fn write(
    pool: &Pool,
    env: &Env,
    units: &[Unit],
    ends: Option<NaiveDate>,
) -> Result<std::result::Result<Imported, Vec<RowError>>> {
    let mut tx = pool.begin().await?;
    let listed: BTreeSet<&str> = units.iter().map(|u| u.code.as_str()).collect();
    let parents: BTreeSet<String> = units
        .iter()
        .filter(|u| u.code.len() > 2)
        .filter_map(|u| u.code.get(..u.code.len() - 2))
        .filter(|parent| !listed.contains(parent))
        .map(str::to_owned)
        .collect();
    let unknown = store::unknown(&mut tx, &parents.into_iter().collect::<Vec<_>>()).await?;
    if !unknown.is_empty() {
        let why =
            |code: &String| format!("`{code}`, in which others of the file lie, is neither in the file nor known");
        return Ok(Err(unknown.iter().map(|code| RowError { line: 1, why: why(code) }).collect()));
    }
    let (added, changed) = store::import(&mut tx, env, units).await?;
    let ended = match ends {
        Some(day) => store::end_missing(&mut tx, env, units, day).await?,
        None => 0,
    };
    tx.commit().await?;
    Ok(Ok(Imported { added, changed, ended }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_ncdd_is_read_with_its_own_headings_in_either_language() {
        let english =
            "Type,Code,Name (Khmer),Name (Latin),Reference\nស្រុក,102,មង្គលបូរី,Mongkol Borei,x\nភូមិ,01020101,អូរធំ,Ou Thum,\n";
        let units = read(english).unwrap();
        assert_eq!(
            units.iter().map(|u| (u.code.as_str(), u.kind)).collect::<Vec<_>>(),
            [("0102", PlaceKind::District), ("01020101", PlaceKind::Village)]
        );
        let khmer = "\u{feff}ប្រភេទ,លេខកូដ,ឈ្មោះខ្មែរ,ឈ្មោះឡាតាំង\nខេត្ត,1,បន្ទាយមានជ័យ,Banteay Meanchey\n";
        assert_eq!(read(khmer).unwrap().first().map(|u| u.code.clone()), Some("01".into()));
    }

    #[test]
    fn every_row_that_cannot_be_taken_is_told_and_then_none_is() {
        let wrong = read("code,kind,name_en,name_km\n01,province,A,ក\n01,province,A,ក\n0x,province,A,ក\n0102,island,A,ក\n0102,commune,A,ក\n0103,district,,ក\n")
            .unwrap_err();
        assert_eq!(wrong.iter().map(|w| w.line).collect::<Vec<_>>(), [3, 4, 5, 6, 7]);
        assert_eq!(read("a,b\n").unwrap_err().len(), 4);
        assert_eq!(read("").unwrap_err().len(), 4);
    }
}
