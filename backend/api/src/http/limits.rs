//! What a document may look like before anybody executes it.

use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

use crate::graph::Code;

/// Bytes of a document.
const BYTES: usize = 32 * 1024;
/// Tokens of a document, counted before it is parsed.
const TOKENS: usize = 4_000;
/// Fields under the root of one operation.
const ROOT_FIELDS: usize = 20;
/// Aliases in a document.
const ALIASES: usize = 40;
/// Directives in a document.
const DIRECTIVES: usize = 40;

/// Why a document is refused.
#[derive(Debug)]
pub struct Refused {
    /// The code.
    pub code: Code,
    /// For the person who wrote the document.
    pub message: String,
}

/// Parses a document within the limits.
pub fn parse(query: &str) -> Result<ExecutableDocument, Refused> {
    let too_large =
        |what: &str| Refused { code: Code::TooLarge, message: format!("The document has too many {what}.") };
    if query.len() > BYTES {
        return Err(too_large("bytes"));
    }
    if tokens(query) > TOKENS {
        return Err(too_large("tokens"));
    }
    let document = async_graphql::parser::parse_query(query)
        .map_err(|error| Refused { code: Code::BadInput, message: format!("The document cannot be read: {error}") })?;
    let mut count = Count::default();
    for (_, operation) in document.operations.iter() {
        if operation.node.selection_set.node.items.len() > ROOT_FIELDS {
            return Err(too_large("root fields"));
        }
        count.directives += operation.node.directives.len();
        count.set(&operation.node.selection_set.node);
    }
    for fragment in document.fragments.values() {
        count.directives += fragment.node.directives.len();
        count.set(&fragment.node.selection_set.node);
    }
    if count.aliases > ALIASES {
        return Err(too_large("aliases"));
    }
    if count.directives > DIRECTIVES {
        return Err(too_large("directives"));
    }
    Ok(document)
}

/// An upper bound of the lexer's work: runs of word characters, and every other mark.
fn tokens(query: &str) -> usize {
    let mut count = 0;
    let mut in_word = false;
    for byte in query.bytes() {
        let word = byte.is_ascii_alphanumeric() || byte == b'_';
        let blank = byte.is_ascii_whitespace() || byte == b',';
        if (word && !in_word) || (!word && !blank && byte.is_ascii()) {
            count += 1;
        }
        in_word = word;
    }
    count
}

#[derive(Default)]
struct Count {
    aliases: usize,
    directives: usize,
}

impl Count {
    fn set(&mut self, set: &SelectionSet) {
        for item in &set.items {
            match &item.node {
                Selection::Field(field) => {
                    self.aliases += usize::from(field.node.alias.is_some());
                    self.directives += field.node.directives.len();
                    self.set(&field.node.selection_set.node);
                }
                Selection::InlineFragment(fragment) => {
                    self.directives += fragment.node.directives.len();
                    self.set(&fragment.node.selection_set.node);
                }
                Selection::FragmentSpread(spread) => self.directives += spread.node.directives.len(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(query: &str) -> &'static str {
        match parse(query) {
            Ok(_) => "taken",
            Err(refused) => refused.code.as_str(),
        }
    }

    #[test]
    fn an_ordinary_document_is_taken_and_an_excessive_one_refused() {
        let many = |n: usize, part: &str| part.repeat(n);
        assert_eq!(refused("{ viewer { person { id } } }"), "taken");
        assert_eq!(refused("{ viewer { "), "BAD_INPUT");
        assert_eq!(refused(&format!("{{ {} }}", many(21, "hub { ready } "))), "TOO_LARGE");
        let aliases = (0..41).map(|i| format!("a{i}: ready")).collect::<Vec<_>>().join(" ");
        assert_eq!(refused(&format!("{{ hub {{ {aliases} }} }}")), "TOO_LARGE");
        assert_eq!(refused(&format!("{{ hub {{ ready {} }} }}", many(41, "@skip(if: false) "))), "TOO_LARGE");
        assert_eq!(refused(&format!("{{ hub {{ {} }} }}", many(4001, "ready "))), "TOO_LARGE");
        assert_eq!(refused(&format!("# {}\n{{ hub {{ ready }} }}", many(33, &"x".repeat(1024)))), "TOO_LARGE");
    }
}
