//! The catalogue as other programs read it: a table, RIS, BibTeX.

use std::fmt::Write as _;

use sala_kernel::{NetworkId, PageRequest, Pool, Result};

use super::{Document, DocumentState, store};
use crate::{
    access::{Actor, Level},
    table::Table,
};

/// A form of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table (RFC 4180).
    Csv,
    /// Research Information Systems, as reference managers read it.
    Ris,
    /// BibTeX.
    Bib,
}

/// Most documents in one file.
const MOST: usize = 5_000;

/// What the actor may know of a network's library, the latest first. What is confidential leaves the hub one by one only.
async fn documents(pool: &Pool, actor: &Actor, network: NetworkId) -> Result<Vec<Document>> {
    let mut found = Vec::new();
    let mut after: Option<String> = None;
    let wanted = store::Wanted {
        network: Some(network),
        states: Some(vec![DocumentState::Published, DocumentState::Superseded, DocumentState::Expired]),
        ..store::Wanted::default()
    };
    loop {
        let most = i32::try_from(PageRequest::MOST).ok();
        let page = store::list(pool, actor, &wanted, &PageRequest::new(most, after.as_deref())?).await?;
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        found.extend(page.items.into_iter().map(|(_, document)| document).filter(|d| d.level < Level::Confidential));
        if !page.more || found.len() >= MOST {
            return Ok(found);
        }
    }
}

/// Writes the catalogue.
pub async fn write(pool: &Pool, actor: &Actor, network: NetworkId, form: Form, public_url: &str) -> Result<Vec<u8>> {
    let found = documents(pool, actor, network).await?;
    match form {
        Form::Csv => csv(&found, public_url),
        Form::Ris => Ok(found.iter().map(|document| ris(document, public_url)).collect::<String>().into_bytes()),
        Form::Bib => Ok(found.iter().map(|document| bib(document, public_url)).collect::<String>().into_bytes()),
    }
}

fn address(document: &Document, public_url: &str) -> String {
    format!("{public_url}/evidence/{}", document.id)
}

fn csv(found: &[Document], public_url: &str) -> Result<Vec<u8>> {
    let mut table = Table::default();
    table.line(&[
        "title_en",
        "title_km",
        "authors",
        "publisher",
        "published_on",
        "languages",
        "places",
        "licence",
        "sensitivity",
        "state",
        "official_number",
        "url",
        "address",
    ])?;
    for document in found {
        let places: Vec<&str> = document.places.iter().map(|p| p.0.as_str()).collect();
        table.line(&[
            document.title.en.clone(),
            document.title.km.clone(),
            document.authors.join("; "),
            document.publisher.clone(),
            document.published_on.clone(),
            document.languages.join(" "),
            places.join(" "),
            document.licence.clone(),
            document.level.as_str().to_owned(),
            document.state.as_str().to_owned(),
            document.official_number.clone(),
            document.url.clone(),
            address(document, public_url),
        ])?;
    }
    table.finish()
}

/// One line of RIS: no value breaks it.
fn line(out: &mut String, tag: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(out, "{tag}  - {}\r\n", value.replace(['\r', '\n'], " "));
    }
}

fn ris(document: &Document, public_url: &str) -> String {
    let mut out = String::new();
    line(&mut out, "TY", "RPRT");
    line(&mut out, "TI", document.called());
    if !document.title.en.is_empty() {
        line(&mut out, "T2", &document.title.km);
    }
    for author in &document.authors {
        line(&mut out, "AU", author);
    }
    line(&mut out, "PB", &document.publisher);
    line(&mut out, "PY", document.published_on.get(..4).unwrap_or_default());
    line(&mut out, "DA", &document.published_on.replace('-', "/"));
    line(&mut out, "LA", &document.languages.join(", "));
    line(&mut out, "M1", &document.official_number);
    line(&mut out, "AB", if document.summary.en.is_empty() { &document.summary.km } else { &document.summary.en });
    line(&mut out, "UR", &address(document, public_url));
    out.push_str("ER  - \r\n\r\n");
    out
}

/// A value in braces, with what BibTeX would read as its own kept as letters.
fn braced(value: &str) -> String {
    let mut out = String::from("{");
    for c in value.chars() {
        match c {
            '{' | '}' | '\\' => {}
            '%' | '&' | '#' | '_' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('}');
    out
}

fn bib(document: &Document, public_url: &str) -> String {
    let mut out = format!("@techreport{{sala-{},\n", document.id.0.simple());
    let fields = [
        ("title", document.called().to_owned()),
        ("author", document.authors.join(" and ")),
        ("institution", document.publisher.clone()),
        ("year", document.published_on.get(..4).unwrap_or_default().to_owned()),
        ("number", document.official_number.clone()),
        ("language", document.languages.join(", ")),
        ("url", address(document, public_url)),
    ];
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(out, "  {name} = {},", braced(&value));
    }
    out.push_str("}\n\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_can_neither_end_its_line_nor_its_braces() {
        let mut out = String::new();
        line(&mut out, "TI", "One\r\nER  - ");
        assert_eq!(out, "TI  - One  ER  - \r\n");
        assert_eq!(braced("50% of {x} \\input"), "{50\\% of x input}");
    }
}
