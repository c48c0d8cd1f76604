//! A paper as Markdown (`CommonMark` with tables).

use serde_json::Value;

use super::{Work, children, kind, level, link, mark, plain};

/// The whole paper.
pub fn markdown(work: &Work) -> String {
    let mut out = String::new();
    for part in &work.parts {
        put!(out, "# {}\n\n", escape(&part.title));
        if !work.mark.is_empty() {
            put!(out, "*{} · {}*\n\n", escape(&work.mark), work.hash);
        }
        for node in &part.nodes {
            let text = block(node);
            if !text.trim().is_empty() {
                out.push_str(text.trim_end());
                out.push_str("\n\n");
            }
        }
    }
    format!("{}\n", out.trim_end())
}

fn block(node: &Value) -> String {
    let within = |prefix: &str| {
        let text = children(node).iter().map(block).collect::<Vec<_>>().join("\n\n");
        text.lines().map(|line| format!("{prefix}{line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    };
    match kind(node) {
        "heading" => {
            let marks = "#".repeat(usize::try_from(level(node)).unwrap_or(2));
            format!("{marks} {}", inline(node))
        }
        "bulletList" => items(node, |_| "- ".into()),
        "orderedList" => items(node, |number| format!("{number}. ")),
        "blockquote" => within("> "),
        "horizontalRule" => "---".into(),
        "table" => table(node),
        "listItem" => children(node).iter().map(block).collect::<Vec<_>>().join("\n\n"),
        _ => inline(node),
    }
}

fn items(node: &Value, sign: impl Fn(usize) -> String) -> String {
    let items = children(node).iter().enumerate().map(|(at, item)| {
        let sign = sign(at + 1);
        let indent = " ".repeat(sign.chars().count());
        let text = block(item);
        let lines = text
            .lines()
            .enumerate()
            .map(|(n, line)| if n == 0 { format!("{sign}{line}") } else { format!("{indent}{line}") });
        lines.collect::<Vec<_>>().join("\n")
    });
    items.collect::<Vec<_>>().join("\n")
}

fn table(node: &Value) -> String {
    let mut lines = Vec::new();
    for (at, row) in children(node).iter().enumerate() {
        let cells: Vec<String> = children(row)
            .iter()
            .map(|cell| {
                children(cell).iter().map(inline).collect::<Vec<_>>().join(" ").replace('|', "\\|").replace('\n', " ")
            })
            .collect();
        lines.push(format!("| {} |", cells.join(" | ")));
        if at == 0 {
            lines.push(format!("| {} |", vec!["---"; cells.len()].join(" | ")));
        }
    }
    lines.join("\n")
}

fn inline(node: &Value) -> String {
    children(node)
        .iter()
        .map(|child| match kind(child) {
            "text" => run(child),
            "hardBreak" => "\\\n".into(),
            _ => escape(&plain(child)),
        })
        .collect()
}

fn run(node: &Value) -> String {
    let text = plain(node);
    // Signs of emphasis must touch the words.
    let inner = text.trim();
    if inner.is_empty() {
        return text;
    }
    let mut marked = escape(inner);
    for (name, sign) in [("bold", "**"), ("italic", "*"), ("strike", "~~")] {
        if mark(node, name).is_some() {
            marked = format!("{sign}{marked}{sign}");
        }
    }
    if let Some(href) = link(node) {
        marked = format!("[{marked}]({})", href.replace('(', "%28").replace(')', "%29").replace(' ', "%20"));
    }
    text.replacen(inner, &marked, 1)
}

/// Letters that mean something in Markdown mean themselves.
fn escape(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}
