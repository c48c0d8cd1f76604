//! A paper as a web page that needs nothing else: to be read, printed, or saved as PDF by a browser.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::{
    Labels, Part, Work, attribute, breaks, children, deleted, due, escape, inserted, joined, kind, level, link, mark,
    plain,
};

const STYLE: &str = "body{font:12pt/1.6 'Source Serif 4','Noto Serif Khmer','Khmer OS Content',Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1c1a17}\
article:lang(km){line-height:2}article+article{break-before:page;margin-top:4em}h1{font-size:1.6em;line-height:1.35}article:lang(km) h1{line-height:1.8}\
table{border-collapse:collapse;width:100%}td,th{border:1px solid #857e70;padding:4px 8px;text-align:start;vertical-align:top}\
td p,th p{margin:0}@media(max-width:34em){td,th{padding:4px;font-size:.8em;min-width:4.6em;hyphens:auto;overflow-wrap:anywhere}}\
blockquote{border-inline-start:3px solid #857e70;margin-inline:0;padding-inline-start:1em}.mark{color:#6b6459;font-size:.85em}\
.rec{border:1px solid #857e70;border-radius:6px;padding:.5em .8em;margin:.8em 0}.rec p{margin:0}ins{color:#0f5c55}del{color:#8f2d22}mark{background:#f6e7b4}\
.logo{display:block;max-height:2.4em;max-width:12em;margin-bottom:.2em}.ended{border:2px solid #8f2d22;border-radius:6px;padding:.6em 1em}.notes{font-size:.85em;border-top:1px solid #857e70;margin-top:2em}\
@page{margin:22mm}@media print{body{max-width:none;margin:0;padding:0}}";

/// The whole paper.
pub fn html(work: &Work) -> String {
    let title = work.parts.first().map(|part| escape(&part.title)).unwrap_or_default();
    let lang = work.parts.first().map_or("km", |part| part.language.tag());
    let about = if work.summary.is_empty() {
        String::new()
    } else {
        let summary = escape(&work.summary);
        format!(
            "<meta name=\"description\" content=\"{summary}\"><meta property=\"og:type\" content=\"article\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{summary}\">"
        )
    };
    let mut body = String::new();
    for part in &work.parts {
        put!(body, "<article lang=\"{}\"><h1>{}</h1>", part.language.tag(), escape(&part.title));
        if !work.mark.is_empty() {
            put!(body, "<p class=\"mark\">{} · <code>{}</code></p>", escape(&work.mark), escape(&work.hash));
        }
        let mut writing = Writing::of(part, &work.logos);
        for node in &part.nodes {
            body.push_str(&writing.block(node));
        }
        body.push_str(&writing.notes());
        body.push_str("</article>");
    }
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title>{about}<style>{STYLE}</style></head><body>{body}</body></html>\n"
    )
}

struct Writing<'w> {
    logos: &'w BTreeMap<String, Vec<u8>>,
    lang: &'static str,
    labels: Labels,
    notes: Vec<String>,
}

impl<'w> Writing<'w> {
    fn of(part: &Part, logos: &'w BTreeMap<String, Vec<u8>>) -> Self {
        Self { logos, lang: part.language.tag(), labels: part.labels, notes: Vec::new() }
    }

    fn inside(&mut self, node: &Value) -> String {
        children(node).iter().map(|child| self.block(child)).collect()
    }

    fn wrap(&mut self, tag: &str, node: &Value) -> String {
        format!("<{tag}>{}{}</{tag}>", pilcrow(node), self.inside(node))
    }

    fn block(&mut self, node: &Value) -> String {
        match kind(node) {
            "text" => self.run(node),
            "hardBreak" => "<br>".into(),
            "horizontalRule" => "<hr>".into(),
            "logo" => match self.logos.get(attribute(node, "name")) {
                Some(png) => {
                    format!("<img class=\"logo\" alt=\"\" src=\"data:image/png;base64,{}\">", STANDARD.encode(png))
                }
                None => String::new(),
            },
            "heading" => self.wrap(&format!("h{}", level(node)), node),
            "paragraph" => self.wrap("p", node),
            "bulletList" => self.wrap("ul", node),
            "orderedList" => self.wrap("ol", node),
            "listItem" => self.wrap("li", node),
            "blockquote" => self.wrap("blockquote", node),
            "table" => self.wrap("table", node),
            "tableRow" => self.wrap("tr", node),
            "tableHeader" => self.wrap("th", node),
            "tableCell" => self.wrap("td", node),
            "recommendation" => {
                let due = escape(&due(node, self.labels));
                let due = if due.is_empty() { due } else { format!("<p><b>{due}</b></p>") };
                format!("<div class=\"rec\">{due}<p>{}</p></div>", self.inside(node))
            }
            "footnote" => {
                self.notes.push(escape(attribute(node, "words")));
                let (lang, number) = (self.lang, self.notes.len());
                format!("<sup id=\"{lang}r{number}\"><a href=\"#{lang}n{number}\">{number}</a></sup>")
            }
            _ => escape(&plain(node)),
        }
    }

    fn run(&self, node: &Value) -> String {
        let mut text = escape(&plain(node));
        for (name, tag) in [("bold", "strong"), ("italic", "em"), ("underline", "u"), ("strike", "s")] {
            if mark(node, name).is_some() {
                text = format!("<{tag}>{text}</{tag}>");
            }
        }
        if mark(node, "unsourced").is_some() {
            text = format!("<mark title=\"{}\">{text}</mark>", escape(self.labels.unsourced));
        }
        for (tag, suggested) in [("ins", inserted(node)), ("del", deleted(node))] {
            if let Some(suggested) = suggested {
                let (author, at) = (escape(suggested.author), escape(suggested.at));
                text = format!("<{tag} title=\"{author}\" datetime=\"{at}\">{text}</{tag}>");
            }
        }
        match link(node) {
            Some(href) => format!("<a rel=\"noopener noreferrer nofollow\" href=\"{}\">{text}</a>", escape(href)),
            None => text,
        }
    }

    fn notes(&self) -> String {
        if self.notes.is_empty() {
            return String::new();
        }
        let lang = self.lang;
        let items = joined(self.notes.iter().zip(1..), |out, (note, number)| {
            put!(out, "<li id=\"{lang}n{number}\">{note} <a href=\"#{lang}r{number}\">↑</a></li>");
        });
        format!("<ol class=\"notes\">{items}</ol>")
    }
}

/// The break before a block, where somebody suggests to add it or to take it away.
fn pilcrow(node: &Value) -> String {
    match breaks(node) {
        Some((added, by)) => {
            let tag = if added { "ins" } else { "del" };
            format!("<{tag} title=\"{}\">¶</{tag}> ", escape(by.author))
        }
        None => String::new(),
    }
}
