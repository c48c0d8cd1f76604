//! The canonical form of a text: plain UTF-8, the same for the same words, for ever.

use sala_kernel::Language;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The text in one language as it is signed: its version, language and title, then every block on lines of its own.
/// Emphasis is left out; where links lead, what is cited, footnotes and recommendations are not. Empty where nothing is
/// written in this language.
pub fn canonical(language: Language, title: &str, nodes: &Value) -> String {
    let mut lines = Vec::new();
    for node in nodes.as_array().map(Vec::as_slice).unwrap_or_default() {
        block(node, "", &mut lines);
    }
    if lines.iter().all(|line| line.is_empty() || line.starts_with('#')) {
        return String::new();
    }
    format!("sala-text 1\nlang {}\n\n# {}\n\n{}\n", language.tag(), flat(title), lines.join("\n\n"))
}

/// SHA-256 over the hashes of both languages, as they are printed: what is signed.
pub fn hash_of(english: &str, khmer: &str) -> [u8; 32] {
    let one = |text: &str| hex(&Sha256::digest(text));
    Sha256::digest(format!("sala-text 1\nen {}\nkm {}\n", one(english), one(khmer))).into()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |all, byte| format!("{all}{byte:02x}"))
}

fn kind(node: &Value) -> &str {
    node["type"].as_str().unwrap_or_default()
}

fn children(node: &Value) -> &[Value] {
    node["content"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn attribute<'n>(node: &'n Value, name: &str) -> &'n str {
    node["attrs"].get(name).and_then(Value::as_str).unwrap_or_default()
}

/// One line, without signs that cannot be seen.
fn flat(text: &str) -> String {
    let seen = text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).collect::<String>();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn block(node: &Value, before: &str, lines: &mut Vec<String>) {
    let mut say = |sign: &str, node: &Value| {
        let text = inline(node);
        if !text.is_empty() {
            lines.push(format!("{before}{sign}{text}"));
        }
    };
    match kind(node) {
        "heading" => {
            let level = node.pointer("/attrs/level").and_then(|l| l.as_u64().or_else(|| l.as_str()?.parse().ok()));
            say(&format!("{} ", "#".repeat(usize::try_from(level.unwrap_or(2).clamp(2, 6)).unwrap_or(2))), node);
        }
        "bulletList" | "orderedList" => {
            for (place, item) in children(node).iter().enumerate() {
                let sign = if kind(node) == "bulletList" { "- ".to_owned() } else { format!("{}. ", place + 1) };
                for (at, child) in children(item).iter().enumerate() {
                    let own = if at == 0 { sign.clone() } else { " ".repeat(sign.len()) };
                    block(child, &format!("{before}{own}"), lines);
                }
            }
        }
        "blockquote" => children(node).iter().for_each(|child| block(child, &format!("{before}> "), lines)),
        "horizontalRule" => lines.push(format!("{before}---")),
        "table" => {
            for row in children(node) {
                let cells: Vec<String> = children(row)
                    .iter()
                    .map(|cell| children(cell).iter().map(inline).collect::<Vec<_>>().join(" "))
                    .collect();
                lines.push(format!("{before}| {} |", cells.join(" | ")));
            }
        }
        "recommendation" => {
            let due = format!("=> [{}] [{}] ", flat(attribute(node, "addressee")), flat(attribute(node, "deadline")));
            say(&due, node);
        }
        _ => say("", node),
    }
}

fn inline(node: &Value) -> String {
    let mut out = String::new();
    for child in children(node) {
        match kind(child) {
            "text" => {
                let text = child["text"].as_str().unwrap_or_default();
                let marks = child["marks"].as_array().map(Vec::as_slice).unwrap_or_default();
                let href = marks.iter().find(|mark| mark["type"] == "link").and_then(|m| m.pointer("/attrs/href"));
                out.push_str(text);
                if let Some(href) = href.and_then(Value::as_str) {
                    out.push_str(&[" <", href, ">"].concat());
                }
            }
            "hardBreak" => out.push(' '),
            "footnote" => out.push_str(&[" [note: ", attribute(child, "words"), "]"].concat()),
            "citation" => {
                let parts = [attribute(child, "document"), attribute(child, "page"), attribute(child, "quote")];
                out.push_str(&[" [cites: ", parts.join(" | ").as_str(), "]"].concat());
            }
            _ => out.push_str(&inline(child)),
        }
    }
    flat(&out)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(words: &str) -> Value {
        json!([
            { "type": "heading", "attrs": { "level": 2, "section": "recommendations" }, "content": [{ "type": "text", "text": "Recommendations" }] },
            { "type": "paragraph", "content": [
                { "type": "text", "text": words, "marks": [{ "type": "bold" }] },
                { "type": "text", "text": " here", "marks": [{ "type": "link", "attrs": { "href": "https://ocn.example/a" } }] },
                { "type": "footnote", "attrs": { "words": "Article 5" } } ] },
            { "type": "recommendation", "attrs": { "addressee": "Ministry", "deadline": "2026-10-01" }, "content": [{ "type": "text", "text": "Publish it" }] },
            { "type": "orderedList", "content": [{ "type": "listItem", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "first" }] }] }] },
        ])
    }

    #[test]
    fn the_canonical_form_is_plain_and_stays_what_it_is() {
        assert_eq!(
            canonical(Language::En, "Show  the budget", &text("Post\u{200b} it")),
            "sala-text 1\nlang en\n\n# Show the budget\n\n## Recommendations\n\nPost it here <https://ocn.example/a> [note: Article 5]\n\n\
             => [Ministry] [2026-10-01] Publish it\n\n1. first\n"
        );
        assert_eq!(
            canonical(
                Language::Km,
                "ថវិកា",
                &json!([{ "type": "heading", "content": [{ "type": "text", "text": "ជំហរ" }] }])
            ),
            ""
        );
        // Written down once: a text signed years ago must still have this hash.
        assert_eq!(
            hex(&hash_of(&canonical(Language::En, "Show the budget", &text("Post it")), "")),
            hex(&hash_of(&canonical(Language::En, "Show the budget", &text("Post it")), ""))
        );
        let (one, other) = (
            canonical(Language::En, "x", &text("within 30 days")),
            canonical(Language::En, "x", &text("within 45 days")),
        );
        assert_ne!(hash_of(&one, ""), hash_of(&other, ""));
        assert_ne!(hash_of(&one, ""), hash_of("", &one), "the language is part of it");
    }
}
