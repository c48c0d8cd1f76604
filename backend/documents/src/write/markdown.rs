//! A paper as Markdown (`CommonMark` with tables).

use serde_json::Value;

use super::{Labels, Work, attribute, children, due, inserted, kind, level, link, mark, plain};

/// The whole paper.
pub fn markdown(work: &Work) -> String {
    let mut out = String::new();
    for part in &work.parts {
        put!(out, "# {}\n\n", escape(&part.title));
        if !work.mark.is_empty() {
            put!(out, "*{} · {}*\n\n", escape(&work.mark), work.hash);
        }
        let mut writing = Writing { labels: part.labels, notes: Vec::new(), tag: part.language.tag() };
        for node in &part.nodes {
            let text = writing.block(node);
            if !text.trim().is_empty() {
                out.push_str(text.trim_end());
                out.push_str("\n\n");
            }
        }
        for (note, number) in writing.notes.iter().zip(1..) {
            put!(out, "[^{}{number}]: {}\n\n", writing.tag, escape(note));
        }
    }
    format!("{}\n", out.trim_end())
}

struct Writing {
    labels: Labels,
    notes: Vec<String>,
    /// Notes of the two languages differ in it.
    tag: &'static str,
}

impl Writing {
    fn block(&mut self, node: &Value) -> String {
        match kind(node) {
            "heading" => {
                let marks = "#".repeat(usize::try_from(level(node)).unwrap_or(2));
                format!("{marks} {}", self.inline(node))
            }
            "bulletList" => self.items(node, |_| "- ".into()),
            "orderedList" => self.items(node, |number| format!("{number}. ")),
            "blockquote" => {
                let text = self.blocks(node);
                text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
            }
            "horizontalRule" => "---".into(),
            "table" => self.table(node),
            "listItem" => self.blocks(node),
            "recommendation" => {
                let due = escape(&due(node, self.labels));
                let action = self.inline(node);
                if due.is_empty() { action } else { format!("**{due}** — {action}") }
            }
            _ => self.inline(node),
        }
    }

    fn blocks(&mut self, node: &Value) -> String {
        children(node).iter().map(|child| self.block(child)).collect::<Vec<_>>().join("\n\n")
    }

    fn items(&mut self, node: &Value, sign: impl Fn(usize) -> String) -> String {
        let mut items = Vec::new();
        for (at, item) in children(node).iter().enumerate() {
            let sign = sign(at + 1);
            let indent = " ".repeat(sign.chars().count());
            let text = self.block(item);
            let lines = text
                .lines()
                .enumerate()
                .map(|(n, line)| if n == 0 { format!("{sign}{line}") } else { format!("{indent}{line}") });
            items.push(lines.collect::<Vec<_>>().join("\n"));
        }
        items.join("\n")
    }

    fn table(&mut self, node: &Value) -> String {
        let mut lines = Vec::new();
        for (at, row) in children(node).iter().enumerate() {
            let mut cells = Vec::new();
            for cell in children(row) {
                let words: Vec<String> = children(cell).iter().map(|child| self.inline(child)).collect();
                cells.push(words.join(" ").replace('|', "\\|").replace('\n', " "));
            }
            lines.push(format!("| {} |", cells.join(" | ")));
            if at == 0 {
                lines.push(format!("| {} |", vec!["---"; cells.len()].join(" | ")));
            }
        }
        lines.join("\n")
    }

    fn inline(&mut self, node: &Value) -> String {
        let mut out = String::new();
        for child in children(node) {
            match kind(child) {
                // Markdown knows no suggestions: the text as it stands without them.
                "text" if inserted(child).is_some() => {}
                "text" => out.push_str(&run(child)),
                "hardBreak" => out.push_str("\\\n"),
                "footnote" => {
                    self.notes.push(attribute(child, "words").to_owned());
                    put!(out, "[^{}{}]", self.tag, self.notes.len());
                }
                _ => out.push_str(&escape(&plain(child))),
            }
        }
        out
    }
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
