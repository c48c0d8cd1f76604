//! The comment-response matrix: everything that was said of a paper, and what came of it.

use std::collections::HashMap;

use sala_kernel::{Error, Language, OrganisationId, PageRequest, PaperId, Pool, Result};

use super::{Comment, Content, comments};
use crate::{access::Actor, organisations, text::cell};

/// One row, with the name of its organisation as far as the actor may know it.
#[derive(Debug, Clone)]
pub struct Said {
    /// The comment.
    pub comment: Comment,
    /// The name of its organisation; empty for the secretariat, and for one that is not for the actor.
    pub organisation: String,
    /// The heading of its section.
    pub heading: String,
}

/// Everything that was said of a paper that the actor may know, in order.
pub async fn all(
    pool: &Pool,
    actor: &Actor,
    paper: PaperId,
    content: &Content,
    language: Language,
) -> Result<Vec<Said>> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let said = comments::list(pool, actor, paper, None, &page).await?;
        let ids: Vec<uuid::Uuid> = said.items.iter().filter_map(|(_, c)| c.organisation).map(|o| o.0).collect();
        let named: HashMap<OrganisationId, String> = organisations::store::visible(pool, actor, &ids)
            .await?
            .into_iter()
            .map(|o| (o.id, o.name.best(language).0.to_owned()))
            .collect();
        after = said.items.last().map(|(cursor, _)| cursor.clone());
        for (_, comment) in said.items {
            let of = content.sections.iter().find(|s| s.language == comment.language && s.key == comment.section);
            found.push(Said {
                organisation: comment.organisation.and_then(|o| named.get(&o).cloned()).unwrap_or_default(),
                heading: of.map(|section| section.heading.clone()).unwrap_or_default(),
                comment,
            });
        }
        if !said.more {
            return Ok(found);
        }
    }
}

/// The matrix as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer).
pub fn csv(rows: &[Said], language: Language) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    let mut line = |cells: &[&str]| out.write_record(cells.iter().map(|c| cell(c))).map_err(Error::internal);
    let word = |en: &'static str, kh: &'static str| if language == Language::Km { kh } else { en };
    line(&[
        word("number", "លេខ"),
        word("section", "ផ្នែក"),
        word("language", "ភាសា"),
        word("passage", "ពាក្យសំដៅ"),
        word("organisation", "អង្គការ"),
        word("about", "អំពី"),
        word("comment", "មតិ"),
        word("operation", "ប្រតិបត្តិការ"),
        word("old text", "អត្ថបទចាស់"),
        word("new text", "អត្ថបទថ្មី"),
        word("supported by", "អ្នកគាំទ្រ"),
        word("disposition", "លទ្ធផល"),
        word("response", "ចម្លើយ"),
        word("made at", "ពេលផ្តល់"),
        word("answered at", "ពេលឆ្លើយ"),
    ])?;
    for said in rows {
        let comment = &said.comment;
        let (operation, old, new) =
            comment.amendment.as_ref().map_or(("", "", ""), |a| (a.operation.as_str(), a.old.as_str(), a.new.as_str()));
        line(&[
            &comment.number.to_string(),
            &said.heading,
            comment.language.tag(),
            &comment.quote,
            &said.organisation,
            comment.kind.as_str(),
            &comment.body,
            operation,
            old,
            new,
            &comment.supporters.len().to_string(),
            comment.state.as_str(),
            &comment.response,
            &comment.made_at.to_rfc3339(),
            &comment.answered_at.map(|at| at.to_rfc3339()).unwrap_or_default(),
        ])?;
    }
    out.into_inner().map_err(|e| Error::internal(e.to_string()))
}
