//! The decision record as a table for spreadsheets.

use sala_kernel::{Error, Language, PageRequest, Pool, Result};

use super::{Decision, Tally, store};
use crate::{access::Actor, organisations, text::cell};

/// The record as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer): what was proposed, by what
/// rule, each organisation's position as far as the actor may know it, and the result.
pub async fn csv(
    pool: &Pool,
    actor: &Actor,
    decision: &Decision,
    tally: &Tally,
    language: Language,
) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(vec![0xef, 0xbb, 0xbf]);
    let mut line = |cells: &[&str]| out.write_record(cells.iter().map(|c| cell(c))).map_err(Error::internal);
    let km = language == Language::Km;
    let word = |en: &'static str, kh: &'static str| if km { kh } else { en };
    line(&[word("proposal", "សំណើ"), decision.title.best(language).0, decision.proposal.best(language).0, "", ""])?;
    let quorum = format!("{} / {}", tally.cast, tally.needed);
    line(&[word("rule", "វិធាន"), decision.method.as_str(), decision.voters.as_str(), word("quorum", "កូរ៉ុម"), &quorum])?;
    let ended = decision.ended_at.map(|at| at.to_rfc3339()).unwrap_or_default();
    line(&[word("result", "លទ្ធផល"), decision.state.as_str(), &ended, &decision.ended_reason, ""])?;
    line(&[
        word("organisation", "អង្គការ"),
        word("position", "ជំហរ"),
        word("reason", "ហេតុផល"),
        word("dissent", "មតិជំទាស់"),
        word("cast at", "ពេលបោះឆ្នោត"),
    ])?;
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let found = store::positions(pool, actor, decision.id, &page).await?;
        let ids: Vec<uuid::Uuid> = found.items.iter().map(|(_, (organisation, _))| organisation.0).collect();
        let named = organisations::store::visible(pool, actor, &ids).await?;
        for (_, (organisation, ballot)) in &found.items {
            let Some(known) = named.iter().find(|o| o.id == *organisation) else { continue };
            let name = known.name.best(language).0;
            match ballot {
                Some(ballot) => {
                    let at = ballot.cast_at.to_rfc3339();
                    line(&[name, ballot.stance.as_str(), &ballot.reason, &ballot.dissent, &at])?;
                }
                None => line(&[name, "", "", "", ""])?,
            }
        }
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        if !found.more {
            break;
        }
    }
    out.into_inner().map_err(|e| Error::internal(e.to_string()))
}
