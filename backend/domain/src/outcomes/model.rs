//! What an outcome is.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, DocumentId, LText, Language, OrganisationId, OutcomeId, PersonId, PlaceCode,
    SubstantiationId,
};
use serde::Serialize;

use crate::campaigns::words::PolicyOutcome;

sala_kernel::db_enum! {
    /// Where an outcome stands.
    pub enum OutcomeState as "outcome_state" {
        /// Written down by the team.
        Drafted = "drafted",
        /// Looked through: it says who changed what, when, and what the campaign has to do with it.
        Reviewed = "reviewed",
        /// Somebody outside is asked whether it is so.
        OutForSubstantiation = "out_for_substantiation",
        /// Those asked agree.
        Substantiated = "substantiated",
        /// They agree in part.
        PartlySubstantiated = "partly_substantiated",
        /// They do not agree.
        NotSubstantiated = "not_substantiated",
        /// Everybody who may know the campaign may know it.
        Published = "published",
    }
}

impl OutcomeState {
    /// The MEAL officer has looked it through.
    pub fn is_reviewed(self) -> bool {
        self != Self::Drafted
    }
}

sala_kernel::db_enum! {
    /// What has changed.
    pub enum ChangeKind as "outcome_change" {
        /// How somebody behaves.
        Behaviour = "behaviour",
        /// How some stand to each other.
        Relationship = "relationship",
        /// What somebody did.
        Action = "action",
        /// What is laid down.
        Policy = "policy",
        /// How it is done every day.
        Practice = "practice",
    }
}

sala_kernel::db_enum! {
    /// How exactly one knows when it was.
    pub enum Precision as "outcome_precision" {
        /// The day.
        Day = "day",
        /// The month.
        Month = "month",
    }
}

sala_kernel::db_enum! {
    /// What somebody outside says to it.
    pub enum Answer as "substantiation_answer" {
        /// It is so.
        Agrees = "agrees",
        /// It is so in part.
        AgreesInPart = "agrees_in_part",
        /// It is not so.
        Disagrees = "disagrees",
        /// They cannot say.
        CannotSay = "cannot_say",
    }
}

/// What has changed because of a campaign.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// Its id.
    #[serde(skip)]
    pub id: OutcomeId,
    /// Of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// Who changed what, when and where.
    pub statement: LText,
    /// Who changed.
    pub who: String,
    /// When: the day, or the first day of the month.
    pub happened_on: Option<NaiveDate>,
    /// How exactly one knows when it was.
    pub happened_in: Precision,
    /// Where.
    pub place: Option<PlaceCode>,
    /// What has changed.
    pub change: ChangeKind,
    /// What kind of change of policy it is, if it is one.
    pub policy_outcome: Option<PolicyOutcome>,
    /// It was meant to be.
    pub intended: bool,
    /// It is for the better.
    pub positive: bool,
    /// Why it matters.
    pub significance: String,
    /// What the campaign has to do with it.
    pub contribution: String,
    /// Which organisations have done their part in it.
    pub members: Vec<OrganisationId>,
    /// The ask, or the objective, from which it came.
    pub item: Option<CampaignItemId>,
    /// Where it stands.
    pub state: OutcomeState,
    /// What is told of it outside.
    pub public: LText,
    /// Who wrote it down.
    #[serde(skip)]
    pub created_by: Option<PersonId>,
    /// For which organisation.
    #[serde(skip)]
    pub created_for: Option<OrganisationId>,
    /// Since when.
    #[serde(skip)]
    pub created_at: DateTime<Utc>,
    /// Where it stands, since when.
    #[serde(skip)]
    pub moved_at: DateTime<Utc>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
}

/// What an outcome is to say.
#[derive(Debug, Clone)]
pub struct OutcomeDraft {
    /// Who changed what, when and where.
    pub statement: LText,
    /// Who changed.
    pub who: String,
    /// When.
    pub happened_on: Option<NaiveDate>,
    /// How exactly one knows when it was.
    pub happened_in: Precision,
    /// Where.
    pub place: Option<PlaceCode>,
    /// What has changed.
    pub change: ChangeKind,
    /// What kind of change of policy it is.
    pub policy_outcome: Option<PolicyOutcome>,
    /// It was meant to be.
    pub intended: bool,
    /// It is for the better.
    pub positive: bool,
    /// Why it matters.
    pub significance: String,
    /// What the campaign has to do with it.
    pub contribution: String,
    /// Which organisations have done their part in it.
    pub members: Vec<OrganisationId>,
    /// The ask, or the objective, from which it came.
    pub item: Option<CampaignItemId>,
    /// Documents it rests on.
    pub documents: Vec<DocumentId>,
}

/// Somebody outside who is asked whether an outcome is so.
#[derive(Debug, Clone)]
pub struct Substantiation {
    /// Its id.
    pub id: SubstantiationId,
    /// Which outcome.
    pub outcome: OutcomeId,
    /// Who.
    pub name: String,
    /// Where the link goes.
    pub email: String,
    /// In which language.
    pub language: Language,
    /// Since when.
    pub asked_at: DateTime<Utc>,
    /// Until when the link works.
    pub expires_at: DateTime<Utc>,
    /// What they say.
    pub answer: Option<Answer>,
    /// In their words.
    pub comment: String,
    /// They may be named with it.
    pub on_record: bool,
    /// When they answered.
    pub answered_at: Option<DateTime<Utc>>,
}

/// What all answers come to; nothing as long as nobody can say.
pub fn verdict(answers: impl Iterator<Item = Answer>) -> Option<OutcomeState> {
    let (mut yes, mut part, mut no) = (false, false, false);
    for answer in answers {
        match answer {
            Answer::Agrees => yes = true,
            Answer::AgreesInPart => part = true,
            Answer::Disagrees => no = true,
            Answer::CannotSay => {}
        }
    }
    match (yes, part, no) {
        (false, false, false) => None,
        (true, false, false) => Some(OutcomeState::Substantiated),
        (false, false, true) => Some(OutcomeState::NotSubstantiated),
        _ => Some(OutcomeState::PartlySubstantiated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_disagrees_is_never_outvoted_into_full_agreement() {
        use Answer::{Agrees, AgreesInPart, CannotSay, Disagrees};
        use OutcomeState::{NotSubstantiated, PartlySubstantiated, Substantiated};
        for (answers, come) in [
            (vec![], None),
            (vec![CannotSay], None),
            (vec![Agrees, CannotSay], Some(Substantiated)),
            (vec![AgreesInPart], Some(PartlySubstantiated)),
            (vec![Agrees, AgreesInPart], Some(PartlySubstantiated)),
            (vec![Agrees, Agrees, Disagrees], Some(PartlySubstantiated)),
            (vec![Disagrees, CannotSay], Some(NotSubstantiated)),
        ] {
            assert_eq!(verdict(answers.iter().copied()), come, "{answers:?}");
        }
    }
}
