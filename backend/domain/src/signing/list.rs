//! The list of a sign-on as a table: every member, with what it has said.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sala_kernel::{Error, Language, Message, PageRequest, PersonId, Pool, Result};
use uuid::Uuid;

use super::{Endorsement, EndorsementState, SignOn, Waiting, board_store};
use crate::{
    access::{Action, Actor, Reach},
    memberships::Tier,
    organisations,
    papers::Paper,
    people::{self, Protection},
    table::Table,
};

/// What an organisation says, in words; silence is never support.
pub const fn answer(said: Option<EndorsementState>) -> Message {
    match said {
        Some(EndorsementState::InInternalReview) => Message::AnswerInInternalReview,
        Some(EndorsementState::Endorsed) => Message::AnswerEndorsed,
        Some(EndorsementState::EndorsedWithReservation) => Message::AnswerEndorsedWithReservation,
        Some(EndorsementState::Abstained) => Message::AnswerAbstained,
        Some(EndorsementState::Declined) => Message::AnswerDeclined,
        Some(EndorsementState::Objected) => Message::AnswerObjected,
        Some(EndorsementState::Withdrawn) => Message::AnswerWithdrawn,
        Some(EndorsementState::Reconfirm) => Message::AnswerReconfirm,
        None => Message::AnswerNone,
    }
}

/// A member, with what it has said.
#[derive(Debug)]
pub struct Row {
    /// Its name, in the language of the list.
    pub organisation: String,
    /// Its acronym.
    pub acronym: String,
    /// Its tier.
    pub tier: Option<Tier>,
    /// What it has said.
    pub said: Option<Endorsement>,
    /// Who signed, as far as the reader may know it; nobody at risk.
    pub signatory: String,
    /// When it was last reminded.
    pub reminded: Option<DateTime<Utc>>,
}

impl Row {
    /// What it says.
    pub fn state(&self) -> Option<EndorsementState> {
        self.said.as_ref().map(|said| said.state)
    }
}

/// The heads of the list.
const HEADS: [Message; 12] = [
    Message::ColumnOrganisation,
    Message::ColumnAcronym,
    Message::ColumnTier,
    Message::ColumnAnswer,
    Message::ColumnReservation,
    Message::ColumnSignatory,
    Message::ColumnMandate,
    Message::ColumnNameToldTo,
    Message::ColumnChannel,
    Message::ColumnSignedAt,
    Message::ColumnThisText,
    Message::ColumnLastReminder,
];

/// The list as CSV, its times in UTC.
pub fn csv(rows: &[Row], sign_on: &SignOn, language: Language) -> Result<Vec<u8>> {
    let mut table = Table::of(&HEADS, language)?;
    for row in rows {
        let said = row.said.as_ref();
        let part = |of: fn(&Endorsement) -> &str| said.map_or("", of);
        let newest = |e: &Endorsement| if e.text == sign_on.text { Message::Yes } else { Message::No };
        table.line(&[
            row.organisation.as_str(),
            &row.acronym,
            row.tier.map_or("", |tier| tier.as_str()),
            part(|e| e.state.as_str()),
            part(|e| &e.reservation),
            &row.signatory,
            part(|e| e.basis.map_or("", |basis| basis.as_str())),
            part(|e| e.attribution.as_str()),
            part(|e| e.channel.as_str()),
            &said.map(|e| e.stated_at.to_rfc3339()).unwrap_or_default(),
            said.map_or("", |e| newest(e).told(language)),
            &row.reminded.map(|at| at.to_rfc3339()).unwrap_or_default(),
        ])?;
    }
    table.finish()
}

/// The list. It tells whose names are withheld: [`Error::NotFound`] for whoever does not protect them.
pub async fn rows(pool: &Pool, actor: &Actor, paper: &Paper, sign_on: &SignOn, language: Language) -> Result<Vec<Row>> {
    if !Reach::with_self(actor, Action::ViewWithheld).covers(&paper.member_facts()) {
        return Err(Error::NotFound);
    }
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let page = PageRequest::new(Some(100), after.as_deref())?;
        let found = board_store::board(pool, sign_on, &page).await?;
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        let waiting: Vec<Waiting> = found.items.into_iter().map(|(_, waiting)| waiting).collect();
        let ids: Vec<Uuid> = waiting.iter().map(|w| w.organisation.0).collect();
        let mut standing = board_store::standing(pool, sign_on, &ids).await?;
        let signatories = signatories(pool, actor, &waiting, language).await?;
        let named = organisations::store::visible(pool, actor, &ids).await?;
        for Waiting { organisation, endorsement } in waiting {
            let Some(known) = named.iter().find(|o| o.id == organisation) else { continue };
            let (tier, reminded) = standing.remove(&organisation).map_or((None, None), |(tier, at)| (Some(tier), at));
            rows.push(Row {
                organisation: known.name.best(language).0.to_owned(),
                acronym: known.acronym.clone(),
                tier,
                signatory: endorsement.as_ref().and_then(|e| signatories.get(&e.person?).cloned()).unwrap_or_default(),
                said: endorsement,
                reminded,
            });
        }
        if !found.more {
            return Ok(rows);
        }
    }
}

/// Who signed, by name, as far as the actor may know it; nobody at risk.
async fn signatories(
    pool: &Pool,
    actor: &Actor,
    waiting: &[Waiting],
    language: Language,
) -> Result<HashMap<PersonId, String>> {
    let mut ids: Vec<Uuid> = waiting.iter().filter_map(|w| w.endorsement.as_ref()?.person).map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let page = PageRequest::whole();
    let people = people::store::visible(pool, actor, people::store::Among::Ids(&ids), None, &page, false).await?;
    Ok(people
        .items
        .into_iter()
        .map(|(_, person)| person)
        .filter(|person| person.identified && person.protection == Protection::Normal)
        .map(|person| (person.id, person.name.full().best(language).0.to_owned()))
        .collect())
}
