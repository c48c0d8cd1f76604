//! Looks through an update before anybody applies, keeps or passes it on.
//!
//! The library that applies updates takes whatever is well formed. Here is what
//! a text may contain: known nodes, marks and attributes, links that lead to
//! the web, no bytes, no documents inside documents, nothing outside the two
//! texts of a paper, or those of the points of minutes.

use std::collections::{BTreeMap, BTreeSet};

use sala_kernel::PersonId;
use uuid::Uuid;

use yrs::{
    Any,
    encoding::read::{Cursor, Read as _},
    updates::decoder::{Decoder as _, DecoderV1},
};

use crate::{points, wire::Malformed};

/// The longest run of text in one step.
const RUN_MOST: usize = 200_000;
/// The longest value of an attribute, as JSON.
const VALUE_MOST: usize = 6_000;

/// The names of the two texts.
pub const TEXTS: [&str; 2] = ["en", "km"];

const NODES: &[&str] = &[
    "paragraph",
    "heading",
    "bulletList",
    "orderedList",
    "listItem",
    "blockquote",
    "horizontalRule",
    "hardBreak",
    "table",
    "tableRow",
    "tableHeader",
    "tableCell",
    "citation",
    "footnote",
    "recommendation",
];
// No title of what is cited: whoever may not know a document is not told of it by a paper.
const ATTRIBUTES: &[&str] = &[
    "level",
    "section",
    "start",
    "type",
    "colspan",
    "rowspan",
    "colwidth",
    "align",
    "document",
    "page",
    "quote",
    "words",
    "addressee",
    "deadline",
    "break",
];
const MARKS: &[&str] = &["bold", "italic", "underline", "strike", "link", "unsourced"];
/// Marks of what somebody suggests: to put in, to take away.
const SUGGESTED: &[&str] = &["insertion", "deletion"];
/// The longest name of a suggestion.
const SUGGESTION_MOST: usize = 90;

/// Why an update is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It cannot be read.
    #[error("malformed update")]
    Malformed,
    /// It holds something that has no place in a paper.
    #[error("content that has no place in a paper")]
    Content,
}

impl From<Malformed> for Refused {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

impl From<yrs::encoding::read::Error> for Refused {
    fn from(_: yrs::encoding::read::Error) -> Self {
        Self::Malformed
    }
}

/// What a sound update does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// For each client of it: the first clock after what it holds.
    pub until: BTreeMap<u64, u32>,
    /// What it holds of each client: from one clock until before another.
    pub ranges: Vec<(u64, u32, u32)>,
    /// It takes something away.
    pub deletes: bool,
    /// The suggestions it names.
    pub suggestions: BTreeSet<String>,
    /// It writes in the texts of a paper.
    pub of_papers: bool,
    /// It writes in the points of minutes.
    pub of_minutes: bool,
}

/// Who makes a suggestion: its name begins with them, a dot follows, and letters that tell it from others.
pub fn suggested_by(name: &str) -> Option<PersonId> {
    let (person, rest) = name.split_at_checked(36)?;
    let told = rest.strip_prefix('.')?;
    let sound = name.len() <= SUGGESTION_MOST && told.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    Uuid::try_parse(person).ok().filter(|_| sound && !told.is_empty()).map(PersonId)
}

/// The suggestion that adds a break before a block (`+`) or takes it away (`-`).
pub fn break_of(value: &str) -> Option<(bool, &str)> {
    let name = value.get(1..)?;
    suggested_by(name)?;
    match value.as_bytes().first() {
        Some(b'+') => Some((true, name)),
        Some(b'-') => Some((false, name)),
        _ => None,
    }
}

impl Seen {
    /// It changes nothing.
    pub fn is_nothing(&self) -> bool {
        self.until.is_empty() && !self.deletes
    }
}

/// Reads a whole update.
pub fn look(update: &[u8]) -> Result<Seen, Refused> {
    let mut from = DecoderV1::new(Cursor::new(update));
    let mut seen = Seen::default();
    // Every client and every step takes at least two bytes: more cannot be announced honestly.
    let most = u32::try_from(update.len()).unwrap_or(u32::MAX);
    let clients: u32 = from.read_var()?;
    if clients > most {
        return Err(Refused::Malformed);
    }
    for _ in 0..clients {
        let steps: u32 = from.read_var()?;
        let client: u64 = from.read_var()?;
        let mut clock: u32 = from.read_var()?;
        if steps > most || client >= 1 << 53 {
            return Err(Refused::Malformed);
        }
        for _ in 0..steps {
            let (length, held) = step(&mut from, &mut seen)?;
            let next = clock.checked_add(length).ok_or(Refused::Malformed)?;
            match seen.ranges.last_mut() {
                Some((of, _, until)) if held && *of == client && *until == clock => *until = next,
                _ if held => seen.ranges.push((client, clock, next)),
                _ => {}
            }
            clock = next;
        }
        if steps > 0 {
            seen.until.insert(client, clock);
        }
    }
    let clients: u32 = from.read_var()?;
    if clients > most {
        return Err(Refused::Malformed);
    }
    for _ in 0..clients {
        let client: u64 = from.read_var()?;
        let ranges: u32 = from.read_var()?;
        if ranges > most || client >= 1 << 53 {
            return Err(Refused::Malformed);
        }
        for _ in 0..ranges {
            let clock: u32 = from.read_var()?;
            let length: u32 = from.read_var()?;
            clock.checked_add(length).ok_or(Refused::Malformed)?;
            seen.deletes |= length > 0;
        }
    }
    if from.read_u8().is_ok() {
        return Err(Refused::Malformed);
    }
    Ok(seen)
}

/// One step; how many clock ticks it takes, and whether it holds them or leaves them out.
fn step(from: &mut DecoderV1<'_>, seen: &mut Seen) -> Result<(u32, bool), Refused> {
    let info = from.read_u8()?;
    match info {
        // Collected, or left out.
        0 | 10 => match from.read_var()? {
            0 => Err(Refused::Malformed),
            length => Ok((length, info == 0)),
        },
        _ => Ok((item(from, info, seen)?, true)),
    }
}

fn item(from: &mut DecoderV1<'_>, info: u8, seen: &mut Seen) -> Result<u32, Refused> {
    let (left, right, sub) = (info & 0x80 != 0, info & 0x40 != 0, info & 0x20 != 0);
    for _ in 0..usize::from(left) + usize::from(right) {
        id(from)?;
    }
    let mut key = None;
    if !left && !right {
        if from.read_parent_info()? {
            match from.read_string()? {
                name if TEXTS.contains(&name) => seen.of_papers = true,
                name if points::is_name(name) => seen.of_minutes = true,
                _ => return Err(Refused::Content),
            }
        } else {
            id(from)?;
        }
        if sub {
            key = Some(from.read_string()?.to_owned());
        }
    }
    if key.as_deref().is_some_and(|key| !ATTRIBUTES.contains(&key)) {
        return Err(Refused::Content);
    }
    match info & 0x1f {
        1 => match from.read_var()? {
            0 => Err(Refused::Malformed),
            length => Ok(length),
        },
        4 => {
            let text = from.read_string()?;
            if text.len() > RUN_MOST {
                return Err(Refused::Content);
            }
            match u32::try_from(text.encode_utf16().count()) {
                Ok(0) | Err(_) => Err(Refused::Malformed),
                Ok(length) => Ok(length),
            }
        }
        6 => {
            let name = from.read_key()?;
            let value = from.read_json()?;
            seen.suggestions.extend(mark(&name, &value)?);
            Ok(1)
        }
        7 => {
            match from.read_type_ref()? {
                // An element has a name, a text has none.
                3 => {
                    let name = from.read_key()?;
                    if !NODES.contains(&name.as_ref()) {
                        return Err(Refused::Content);
                    }
                }
                6 => {}
                _ => return Err(Refused::Content),
            }
            Ok(1)
        }
        8 => {
            let length: u32 = from.read_var()?;
            if length == 0 {
                return Err(Refused::Malformed);
            }
            for _ in 0..length {
                let mut left = VALUE_MOST;
                // An attribute that is written again does not say its name: breaks are known by their values.
                if let Some((_, name)) = any(from, 0, &mut left)?.as_deref().and_then(break_of) {
                    seen.suggestions.insert(name.to_owned());
                }
            }
            Ok(length)
        }
        _ => Err(Refused::Content),
    }
}

fn id(from: &mut DecoderV1<'_>) -> Result<(), Refused> {
    let client: u64 = from.read_var()?;
    let _: u32 = from.read_var()?;
    if client >= 1 << 53 { Err(Refused::Malformed) } else { Ok(()) }
}

/// Looks at a mark; the suggestion it names, if it is one.
fn mark(name: &str, value: &Any) -> Result<Option<String>, Refused> {
    // Marks that may overlap carry a suffix that tells them apart.
    let plain = name.split("--").next().unwrap_or(name);
    if SUGGESTED.contains(&plain) {
        let Any::Map(attributes) = value else {
            // The mark ends, or is taken away.
            return if matches!(value, Any::Null) { Ok(None) } else { Err(Refused::Content) };
        };
        return match attributes.get("id") {
            Some(Any::String(id)) if attributes.len() == 1 && suggested_by(id).is_some() => Ok(Some(id.to_string())),
            _ => Err(Refused::Content),
        };
    }
    if !MARKS.contains(&plain) {
        return Err(Refused::Content);
    }
    small(value)?;
    if plain == "link" && !matches!(value, Any::Null) {
        let Any::Map(attributes) = value else { return Err(Refused::Content) };
        let Some(Any::String(href)) = attributes.get("href") else { return Err(Refused::Content) };
        let lower = href.trim().to_ascii_lowercase();
        if !["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
            return Err(Refused::Content);
        }
    }
    Ok(None)
}

/// The value of a mark is plain and small. Its reader limits its depth.
fn small(value: &Any) -> Result<(), Refused> {
    fn weigh(value: &Any) -> Option<usize> {
        match value {
            Any::Null | Any::Undefined | Any::Bool(_) | Any::Number(_) => Some(8),
            Any::String(text) => Some(text.len()),
            Any::Buffer(_) => None,
            Any::Array(values) => values.iter().try_fold(2, |sum, v| Some(sum + weigh(v)?)),
            Any::Map(values) => values.iter().try_fold(2, |sum, (k, v)| Some(sum + k.len() + weigh(v)?)),
        }
    }
    match weigh(value) {
        Some(weight) if weight <= VALUE_MOST => Ok(()),
        _ => Err(Refused::Content),
    }
}

/// The value of an attribute is plain, small and shallow; bytes have no place. Read here, step by step: the library's
/// own reader goes as deep as it is told to. Gives the text that it is, if it is one.
fn any(from: &mut DecoderV1<'_>, depth: u8, left: &mut usize) -> Result<Option<String>, Refused> {
    let mut take = |bytes: usize| match left.checked_sub(bytes) {
        Some(rest) => {
            *left = rest;
            Ok(())
        }
        None => Err(Refused::Content),
    };
    take(1)?;
    match from.read_u8()? {
        // Undefined, null, false, true.
        127 | 126 | 121 | 120 => Ok(None),
        125 => from.read_var::<i64>().map(|_| None).map_err(Into::into),
        124 => from.read_exact(4).map(|_| None).map_err(Into::into),
        123 | 122 => from.read_exact(8).map(|_| None).map_err(Into::into),
        119 => {
            let text = from.read_string()?;
            take(text.len())?;
            Ok(Some(text.to_owned()))
        }
        tag @ (118 | 117) if depth < 3 => {
            let entries: u32 = from.read_var()?;
            for _ in 0..entries {
                if tag == 118 {
                    let length = from.read_string()?.len();
                    let rest = left.checked_sub(length).ok_or(Refused::Content)?;
                    *left = rest;
                }
                any(from, depth + 1, left)?;
            }
            Ok(None)
        }
        _ => Err(Refused::Content),
    }
}
