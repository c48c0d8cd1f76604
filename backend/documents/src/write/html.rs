//! A paper as a web page that needs nothing else: to be read, printed, or saved as PDF by a browser.

use serde_json::Value;

use super::{Work, children, escape, kind, level, link, mark, plain};

const STYLE: &str = "body{font:12pt/1.6 'Source Serif 4','Noto Serif Khmer','Khmer OS Content',Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1c1a17}\
article:lang(km){line-height:2}article+article{break-before:page;margin-top:4em}h1{font-size:1.6em;line-height:1.35}article:lang(km) h1{line-height:1.8}\
table{border-collapse:collapse;width:100%}td,th{border:1px solid #857e70;padding:4px 8px;text-align:start;vertical-align:top}\
blockquote{border-inline-start:3px solid #857e70;margin-inline:0;padding-inline-start:1em}.mark{color:#6b6459;font-size:.85em}\
@page{margin:22mm}@media print{body{max-width:none;margin:0;padding:0}}";

/// The whole paper.
pub fn html(work: &Work) -> String {
    let title = work.parts.first().map(|part| escape(&part.title)).unwrap_or_default();
    let lang = work.parts.first().map_or("km", |part| part.language.tag());
    let mut body = String::new();
    for part in &work.parts {
        put!(body, "<article lang=\"{}\"><h1>{}</h1>", part.language.tag(), escape(&part.title));
        if !work.mark.is_empty() {
            put!(body, "<p class=\"mark\">{} · <code>{}</code></p>", escape(&work.mark), escape(&work.hash));
        }
        body.extend(part.nodes.iter().map(block));
        body.push_str("</article>");
    }
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style></head><body>{body}</body></html>\n"
    )
}

fn block(node: &Value) -> String {
    let inside = || children(node).iter().map(block).collect::<String>();
    let wrap = |tag: &str| format!("<{tag}>{}</{tag}>", inside());
    match kind(node) {
        "text" => run(node),
        "hardBreak" => "<br>".into(),
        "horizontalRule" => "<hr>".into(),
        "heading" => wrap(&format!("h{}", level(node))),
        "paragraph" => wrap("p"),
        "bulletList" => wrap("ul"),
        "orderedList" => wrap("ol"),
        "listItem" => wrap("li"),
        "blockquote" => wrap("blockquote"),
        "table" => wrap("table"),
        "tableRow" => wrap("tr"),
        "tableHeader" => wrap("th"),
        "tableCell" => wrap("td"),
        _ => escape(&plain(node)),
    }
}

fn run(node: &Value) -> String {
    let mut text = escape(&plain(node));
    for (name, tag) in [("bold", "strong"), ("italic", "em"), ("underline", "u"), ("strike", "s")] {
        if mark(node, name).is_some() {
            text = format!("<{tag}>{text}</{tag}>");
        }
    }
    match link(node) {
        Some(href) => format!("<a rel=\"noopener noreferrer nofollow\" href=\"{}\">{text}</a>", escape(href)),
        None => text,
    }
}
