//! What a commitment is.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, CommitmentId, DialogueId, DocumentId, EngagementId, FollowUpId, LText, NetworkId,
    OrganisationId, PersonId, PlaceCode, StakeholderId,
};

use crate::{
    campaigns::{Sight, Visibility},
    stakeholders::Channel,
};

sala_kernel::db_enum! {
    /// What somebody has said.
    pub enum CommitmentKind as "commitment_kind" {
        /// They will do something.
        Commitment = "commitment",
        /// Several will.
        Agreement = "agreement",
        /// They are asked to.
        Recommendation = "recommendation",
        /// A next step.
        ActionPoint = "action_point",
    }
}

sala_kernel::db_enum! {
    /// From where one has it.
    pub enum Source as "commitment_source" {
        /// A contact of the campaign.
        Engagement = "engagement",
        /// A reply to an ask.
        Reply = "reply",
        /// A public pledge.
        Pledge = "pledge",
        /// A dialogue.
        Dialogue = "dialogue",
    }
}

sala_kernel::db_enum! {
    /// How it was given.
    pub enum Form as "commitment_form" {
        /// By word of mouth.
        Verbal = "verbal",
        /// In minutes.
        Minuted = "minuted",
        /// By letter.
        Letter = "letter",
        /// In a legal text.
        LegalText = "legal_text",
    }
}

sala_kernel::db_enum! {
    /// Where it stands.
    pub enum CommitmentState as "commitment_state" {
        /// Written down.
        Recorded = "recorded",
        /// Its owner, or approved minutes, say so too.
        Confirmed = "confirmed",
        /// Being done.
        InProgress = "in_progress",
        /// Kept.
        Fulfilled = "fulfilled",
        /// Kept in part.
        PartlyFulfilled = "partly_fulfilled",
        /// Not kept.
        NotFulfilled = "not_fulfilled",
        /// Another has taken its place.
        Superseded = "superseded",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

impl CommitmentState {
    /// It is still to be kept.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Recorded | Self::Confirmed | Self::InProgress)
    }

    /// Saying so asks for evidence, and for somebody else who looks at it.
    pub const fn asks_proof(self) -> bool {
        matches!(self, Self::Fulfilled | Self::PartlyFulfilled)
    }
}

/// A commitment.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// In which network.
    pub network: NetworkId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// What was promised.
    pub text: LText,
    /// What it is.
    pub kind: CommitmentKind,
    /// From where one has it.
    pub source: Source,
    /// More about that.
    pub source_note: String,
    /// The contact from which one has it.
    pub engagement: Option<EngagementId>,
    /// The dialogue in which it was made.
    pub dialogue: Option<DialogueId>,
    /// The ask to which it answers.
    pub item: Option<CampaignItemId>,
    /// Its owner on the map of stakeholders.
    pub stakeholder: Option<StakeholderId>,
    /// Who is to keep it.
    pub owner: LText,
    /// For which group they speak: a code of the taxonomy.
    pub constituency: String,
    /// It was made under a protective rule.
    pub protected: bool,
    /// By what one knows that its owner agrees to be named.
    pub consent: String,
    /// When it was made.
    pub made_on: NaiveDate,
    /// How.
    pub form: Form,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// By when at first.
    pub first_due_on: Option<NaiveDate>,
    /// Done when.
    pub measure: String,
    /// Of how many, where it is counted.
    pub whole: Option<i32>,
    /// So many of them, by the last that was verified or found.
    pub reached: Option<i32>,
    /// Where.
    pub places: Vec<PlaceCode>,
    /// Which organisation looks after it.
    pub follower: Option<OrganisationId>,
    /// Who of it.
    pub follower_person: Option<PersonId>,
    /// Who may know it, as far as they may know its campaign.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: CommitmentState,
    /// By what one knows that it was confirmed.
    pub confirmed_by_what: String,
    /// Who wrote it down.
    pub created_by: Option<PersonId>,
    /// For which organisation.
    pub created_for: Option<OrganisationId>,
    /// Where it stands, since when.
    pub moved_at: DateTime<Utc>,
    /// Counts its changes.
    pub version: i32,
}

/// Who is to keep a commitment, as somebody may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// By name.
    Named(LText),
    /// By the group for which they speak: a code of the taxonomy, or empty.
    Masked(String),
}

impl Commitment {
    /// How much of the campaign one must know to know it.
    pub const fn sight(&self) -> Sight {
        match self.visibility {
            Visibility::Public => Sight::Public,
            Visibility::Members => Sight::Members,
            Visibility::Team => Sight::Team,
        }
    }

    /// Its owner, for somebody who knows so much of the campaign.
    pub fn owner_for(&self, sight: Sight) -> Owner {
        if sight == Sight::Team || !self.protected || !self.consent.is_empty() {
            Owner::Named(self.owner.clone())
        } else {
            Owner::Masked(self.constituency.clone())
        }
    }

    /// It is still to be kept, and its day is past.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due_on.is_some_and(|due| due < today)
    }

    /// Somebody may say that they have looked at what a follow-up shows: they wrote down neither it nor the commitment.
    pub fn is_looked_at_by(&self, followed: &FollowUp, who: Option<PersonId>) -> bool {
        who.is_some() && who != followed.recorded_by && who != self.created_by
    }

    /// By how many days its day was moved.
    pub fn slipped(&self) -> i64 {
        self.due_on.zip(self.first_due_on).map_or(0, |(now, first)| (now - first).num_days())
    }
}

/// What somebody found who looked after a commitment.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// Its id.
    pub id: FollowUpId,
    /// Which commitment.
    pub commitment: CommitmentId,
    /// On which day.
    pub on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What was found.
    pub finding: String,
    /// Where it stands by that.
    pub status: Option<CommitmentState>,
    /// A new day.
    pub due_on: Option<NaiveDate>,
    /// So many of the whole.
    pub reached: Option<i32>,
    /// Who wrote it down.
    pub recorded_by: Option<PersonId>,
    /// For which organisation.
    pub recorded_for: Option<OrganisationId>,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// Who has looked at the evidence.
    pub verified_by: Option<PersonId>,
    /// When.
    pub verified_at: Option<DateTime<Utc>>,
    /// Documents that show it.
    pub documents: Vec<DocumentId>,
}

impl FollowUp {
    /// Somebody else is still to look at it.
    pub fn waits(&self) -> bool {
        self.verified_at.is_none() && self.status.is_some_and(CommitmentState::asks_proof)
    }
}

/// What a commitment is to say.
#[derive(Debug, Clone)]
pub struct CommitmentDraft {
    /// What was promised; one language is enough.
    pub text: LText,
    /// What it is.
    pub kind: CommitmentKind,
    /// From where one has it.
    pub source: Source,
    /// More about that.
    pub source_note: String,
    /// The contact from which one has it.
    pub engagement: Option<EngagementId>,
    /// The dialogue in which it was made.
    pub dialogue: Option<DialogueId>,
    /// The ask to which it answers.
    pub item: Option<CampaignItemId>,
    /// Its owner on the map of stakeholders.
    pub stakeholder: Option<StakeholderId>,
    /// Who is to keep it; one language is enough.
    pub owner: LText,
    /// For which group they speak.
    pub constituency: String,
    /// It was made under a protective rule.
    pub protected: bool,
    /// When it was made.
    pub made_on: NaiveDate,
    /// How.
    pub form: Form,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Done when.
    pub measure: String,
    /// Of how many.
    pub whole: Option<i32>,
    /// Where.
    pub places: Vec<PlaceCode>,
    /// Which organisation looks after it: one that takes part.
    pub follower: Option<OrganisationId>,
    /// Who of it.
    pub follower_person: Option<PersonId>,
    /// Who may know it.
    pub visibility: Visibility,
}

/// How commitments stand, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    /// All of them.
    pub all: usize,
    /// Still to be kept.
    pub open: usize,
    /// Of these, past their day.
    pub overdue: usize,
    /// Kept.
    pub fulfilled: usize,
    /// Kept in part.
    pub partly: usize,
    /// Not kept.
    pub not: usize,
    /// Confirmed ones whose day is past: of what the rate is reckoned.
    pub due: usize,
    /// Of these, kept.
    pub kept: usize,
}

/// Counts commitments on a day. The rate is of what was confirmed and is due: what nobody has agreed to, and what was taken back
/// or replaced, counts neither way.
pub fn scores<'c>(all: impl IntoIterator<Item = &'c Commitment>, today: NaiveDate) -> Scores {
    let mut sum = Scores::default();
    for one in all {
        sum.all += 1;
        sum.open += usize::from(one.state.is_open());
        sum.overdue += usize::from(one.is_overdue(today));
        sum.fulfilled += usize::from(one.state == CommitmentState::Fulfilled);
        sum.partly += usize::from(one.state == CommitmentState::PartlyFulfilled);
        sum.not += usize::from(one.state == CommitmentState::NotFulfilled);
        let counts =
            !matches!(one.state, CommitmentState::Recorded | CommitmentState::Superseded | CommitmentState::Withdrawn);
        if counts && one.due_on.is_some_and(|due| due < today) {
            sum.due += 1;
            sum.kept += usize::from(one.state == CommitmentState::Fulfilled);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn one(
        state: CommitmentState,
        kind: CommitmentKind,
        due: i64,
        visibility: Visibility,
        protected: bool,
    ) -> Commitment {
        let first = NaiveDate::from_ymd_opt(2027, 1, 31);
        Commitment {
            id: CommitmentId(Uuid::nil()),
            network: NetworkId(Uuid::nil()),
            campaign: CampaignId(Uuid::nil()),
            text: LText::new("post", ""),
            kind,
            source: Source::Engagement,
            source_note: String::new(),
            engagement: None,
            dialogue: None,
            item: None,
            stakeholder: None,
            owner: LText::new("Chi Kraeng district", ""),
            constituency: "dist_admin".into(),
            protected,
            consent: String::new(),
            made_on: NaiveDate::from_ymd_opt(2026, 9, 18).unwrap_or_default(),
            form: Form::Verbal,
            due_on: first.map(|day| day + chrono::Duration::days(due)),
            first_due_on: first,
            measure: String::new(),
            whole: None,
            reached: None,
            places: Vec::new(),
            follower: None,
            follower_person: None,
            visibility,
            state,
            confirmed_by_what: String::new(),
            created_by: None,
            created_for: None,
            moved_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn j7_3_a_day_moved_from_january_to_march_has_slipped_by_43_days() {
        let moved = one(CommitmentState::Confirmed, CommitmentKind::Commitment, 43, Visibility::Team, false);
        assert_eq!(moved.slipped(), 43);
        assert_eq!(moved.due_on, NaiveDate::from_ymd_opt(2027, 3, 15));
        let today = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap_or_default();
        assert!(!moved.is_overdue(today));
        assert!(
            one(CommitmentState::Confirmed, CommitmentKind::Commitment, 0, Visibility::Team, false).is_overdue(today)
        );
    }

    #[test]
    fn j7_5_a_recommendation_nobody_accepted_counts_neither_way() {
        let today = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap_or_default();
        let all = [
            one(CommitmentState::Recorded, CommitmentKind::Recommendation, 0, Visibility::Team, false),
            one(CommitmentState::Fulfilled, CommitmentKind::Commitment, 0, Visibility::Team, false),
            one(CommitmentState::PartlyFulfilled, CommitmentKind::Commitment, 0, Visibility::Team, false),
            one(CommitmentState::Withdrawn, CommitmentKind::Commitment, 0, Visibility::Team, false),
            one(CommitmentState::Confirmed, CommitmentKind::Commitment, 300, Visibility::Team, false),
        ];
        let sum = scores(&all, today);
        assert_eq!((sum.due, sum.kept, sum.overdue), (2, 1, 1));
    }

    proptest! {
        #[test]
        fn j7_2_a_protected_owner_never_appears_outside_the_team_without_consent(
            state in prop::sample::select(CommitmentState::ALL),
            visibility in prop::sample::select(Visibility::ALL),
            sight in prop::sample::select(vec![Sight::Public, Sight::Members, Sight::Team]),
            consented: bool,
        ) {
            let mut told = one(state, CommitmentKind::Commitment, 0, visibility, true);
            if consented {
                told.consent = "Letter".into();
            }
            let named = told.owner_for(sight) == Owner::Named(told.owner.clone());
            prop_assert_eq!(named, consented || sight == Sight::Team);
        }

        #[test]
        fn j7_2_what_is_counted_adds_up_and_names_nobody_who_is_masked(
            all in prop::collection::vec(
                (any::<bool>(), any::<bool>(), prop::sample::select(vec![Sight::Public, Sight::Members, Sight::Team]), 0_usize..4),
                0..20,
            ),
        ) {
            let all: Vec<(Commitment, Sight)> = all.into_iter().map(|(protected, consented, sight, places)| {
                let mut one = one(CommitmentState::Confirmed, CommitmentKind::Commitment, 0, Visibility::Public, protected);
                one.consent = if consented { "Letter".into() } else { String::new() };
                one.places = ["1704", "17", "0201"].iter().take(places).map(|code| PlaceCode((*code).into())).collect();
                (one, sight)
            }).collect();
            let tally = super::super::tally(all.iter().map(|(one, sight)| (one, *sight)));
            let named = all.iter().filter(|(one, sight)| matches!(one.owner_for(*sight), Owner::Named(_))).count();
            prop_assert_eq!(tally.owners.iter().map(|(_, count)| count).sum::<usize>(), named);
            prop_assert_eq!(tally.groups.iter().map(|(_, count)| count).sum::<usize>(), all.len());
            prop_assert_eq!(tally.nowhere, all.iter().filter(|(one, _)| one.places.is_empty()).count());
            let of = |code: &str| tally.provinces.iter().find(|(one, _)| one == code).map_or(0, |(_, count)| *count);
            prop_assert_eq!(of("17"), all.len() - tally.nowhere);
            prop_assert_eq!(of("02"), all.iter().filter(|(one, _)| one.places.len() > 2).count());
        }
    }
}
