//! The decision record: what was proposed, by what rule, how each organisation voted, and the result.

use sala_kernel::{Language, Message, PageRequest, Pool, Result, Zone};

use super::{Decision, DecisionState, Method, Stance, Tally, Voters, store};
use crate::{access::Actor, organisations, table::Table};

/// A record in one language, as far as somebody may know it.
#[derive(Debug, Clone)]
pub struct Record {
    /// What was decided on.
    pub title: String,
    /// What is said of it: a word, and what it stands for.
    pub about: Vec<(&'static str, Vec<String>)>,
    /// The heads of the table of positions.
    pub heads: [&'static str; 5],
    /// The organisations that vote, each with its position.
    pub rows: Vec<[String; 5]>,
}

const fn method(method: Method) -> Message {
    match method {
        Method::Consent => Message::MethodConsent,
        Method::Consensus => Message::MethodConsensus,
        Method::SimpleMajority => Message::MethodMajority,
        Method::TwoThirds => Message::MethodTwoThirds,
    }
}

const fn voters(voters: Voters) -> Message {
    match voters {
        Voters::FullMembers => Message::VotersFull,
        Voters::Committee => Message::VotersCommittee,
        Voters::Group => Message::VotersGroup,
    }
}

const fn state(state: DecisionState) -> Message {
    match state {
        DecisionState::Open => Message::DecisionOpen,
        DecisionState::Adopted => Message::DecisionAdopted,
        DecisionState::NotAdopted => Message::DecisionNotAdopted,
        DecisionState::Inquorate => Message::DecisionInquorate,
        DecisionState::Withdrawn => Message::DecisionWithdrawn,
    }
}

const fn stance(stance: Stance) -> Message {
    match stance {
        Stance::InFavour => Message::StanceInFavour,
        Stance::Against => Message::StanceAgainst,
        Stance::Abstain => Message::StanceAbstain,
        Stance::StandAside => Message::StanceAside,
        Stance::Objection => Message::StanceObjection,
        Stance::Endorse => Message::StanceEndorse,
        Stance::MinorPoint => Message::StanceMinorPoint,
        Stance::Reservation => Message::StanceReservation,
        Stance::MoreDiscussion => Message::StanceMoreDiscussion,
        Stance::DislikeButSupport => Message::StanceDislike,
        Stance::SeriousDisagreement => Message::StanceDisagreement,
        Stance::Block => Message::StanceBlock,
    }
}

/// Reads the record: positions as far as the actor may know them, times by the clock of the network.
pub async fn read(
    pool: &Pool,
    actor: &Actor,
    (decision, tally): (&Decision, &Tally),
    zone: Zone,
    language: Language,
) -> Result<Record> {
    let word = |message: Message| message.told(language);
    let ended = decision.ended_at.map(|at| zone.clock(at)).unwrap_or_default();
    let told = |cells: &[&str]| cells.iter().filter(|cell| !cell.is_empty()).map(|cell| (*cell).to_owned()).collect();
    let quorum = format!("{} / {}", tally.cast, tally.needed);
    let mut record = Record {
        title: decision.title.best(language).0.to_owned(),
        about: vec![
            (word(Message::ColumnProposal), told(&[decision.proposal.best(language).0])),
            (word(Message::ColumnRule), told(&[word(method(decision.method))])),
            (word(Message::ColumnVoters), told(&[word(voters(decision.voters))])),
            (word(Message::ColumnQuorum), told(&[&quorum])),
            (word(Message::ColumnResult), told(&[word(state(decision.state)), &ended, &decision.ended_reason])),
        ],
        heads: [
            word(Message::ColumnOrganisation),
            word(Message::ColumnPosition),
            word(Message::ColumnReason),
            word(Message::ColumnDissent),
            word(Message::ColumnCastAt),
        ],
        rows: Vec::new(),
    };
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let found = store::positions(pool, actor, decision.id, &page).await?;
        let ids: Vec<uuid::Uuid> = found.items.iter().map(|(_, (organisation, _))| organisation.0).collect();
        let named = organisations::store::visible(pool, actor, &ids).await?;
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        for (_, (organisation, ballot)) in found.items {
            let Some(known) = named.iter().find(|o| o.id == organisation) else { continue };
            let name = known.name.best(language).0.to_owned();
            record.rows.push(match ballot {
                Some(b) => [name, word(stance(b.stance)).to_owned(), b.reason, b.dissent, zone.clock(b.cast_at)],
                None => [name, word(Message::StanceNone).to_owned(), String::new(), String::new(), String::new()],
            });
        }
        if !found.more {
            break;
        }
    }
    Ok(record)
}

/// The record for spreadsheets.
pub fn csv(record: &Record) -> Result<Vec<u8>> {
    let mut table = Table::default();
    let mut line = |cells: &[&str]| {
        let mut whole = [""; 5];
        for (cell, text) in whole.iter_mut().zip(cells) {
            *cell = text;
        }
        table.line(&whole)
    };
    for (at, (word, told)) in record.about.iter().enumerate() {
        let title = (at == 0).then_some(record.title.as_str());
        let cells: Vec<&str> = std::iter::once(*word).chain(title).chain(told.iter().map(String::as_str)).collect();
        line(&cells)?;
    }
    line(&record.heads)?;
    for row in &record.rows {
        line(&row.each_ref().map(String::as_str))?;
    }
    table.finish()
}
