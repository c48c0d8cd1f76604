//! The decision record as a table for spreadsheets.

use sala_kernel::{Language, Message, PageRequest, Pool, Result};

use super::{Decision, Tally, store};
use crate::{access::Actor, organisations, table::Table};

/// The record as CSV: what was proposed, by what
/// rule, each organisation's position as far as the actor may know it, and the result.
pub async fn csv(
    pool: &Pool,
    actor: &Actor,
    decision: &Decision,
    tally: &Tally,
    language: Language,
) -> Result<Vec<u8>> {
    let mut table = Table::default();
    let word = |message: Message| message.told(language);
    table.line(&[
        word(Message::ColumnProposal),
        decision.title.best(language).0,
        decision.proposal.best(language).0,
        "",
        "",
    ])?;
    let quorum = format!("{} / {}", tally.cast, tally.needed);
    table.line(&[
        word(Message::ColumnRule),
        decision.method.as_str(),
        decision.voters.as_str(),
        word(Message::ColumnQuorum),
        &quorum,
    ])?;
    let ended = decision.ended_at.map(|at| at.to_rfc3339()).unwrap_or_default();
    table.line(&[word(Message::ColumnResult), decision.state.as_str(), &ended, &decision.ended_reason, ""])?;
    table.line(&[
        word(Message::ColumnOrganisation),
        word(Message::ColumnPosition),
        word(Message::ColumnReason),
        word(Message::ColumnDissent),
        word(Message::ColumnCastAt),
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
                    table.line(&[name, ballot.stance.as_str(), &ballot.reason, &ballot.dissent, &at])?;
                }
                None => table.line(&[name, "", "", "", ""])?,
            }
        }
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        if !found.more {
            break;
        }
    }
    table.finish()
}
