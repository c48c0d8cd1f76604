//! Applying for membership.

mod changes;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Actor, Facts, Reach},
    memberships::{
        self,
        applications::{self},
    },
};
use sala_kernel::PersonId;

use super::{
    context::Ctx as _,
    decisions::Decision,
    loaders::{ApplicationOf, FactsOf, RefereesOf, StepsOf, broken},
    memberships::MembershipState,
    organisations::Organisation,
    people::Person,
    scalars::Text,
};

pub use changes::ApplicationMutation;

/// What a referee says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "applications::ReferenceAnswer")]
pub enum ReferenceAnswer {
    /// Knows it and recommends it.
    Recommends,
    /// Does not recommend it.
    DoesNotRecommend,
}

/// An item of the review's checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "applications::ReviewItem")]
pub enum ReviewItem {
    /// Its standing with the authorities was looked at.
    Registration,
    /// It has a governing body and accounts.
    Governance,
    /// It protects the people it works with.
    Safeguarding,
    /// It is independent of parties.
    Independence,
    /// It works on what the network is for.
    Purpose,
}

/// What is known of a membership while it is applied for.
#[derive(Debug)]
pub struct Application {
    membership: memberships::Membership,
    record: applications::Application,
    facts: Facts,
}

/// The application behind a membership, for those who may know of it.
pub async fn application(ctx: &Context<'_>, membership: &memberships::Membership) -> Result<Option<Application>> {
    let Some(facts) = ctx.loaders().load_one(FactsOf(membership.organisation)).await.map_err(broken)? else {
        return Ok(None);
    };
    let facts = facts.within(membership.network);
    if !Reach::of(ctx.actor(), Action::ViewApplication).covers(&facts) {
        return Ok(None);
    }
    let found = ctx.loaders().load_one(ApplicationOf(membership.id)).await.map_err(broken)?;
    Ok(found.map(|record| Application { membership: membership.clone(), record, facts }))
}

impl Application {
    fn may(&self, actor: &Actor, action: Action) -> bool {
        Reach::of(actor, action).covers(&self.facts)
    }
}

/// What the review of an application found.
#[derive(Debug, SimpleObject)]
pub struct Review {
    /// Items found in order.
    checked: Vec<ReviewItem>,
    /// A note for those who decide.
    note: String,
}

/// A referee of an application.
#[derive(Debug)]
pub struct Referee {
    referee: applications::Referee,
    /// The asker may read what it said.
    opened: bool,
}

/// A member organisation that is asked about an applicant.
#[Object]
impl Referee {
    /// Its id.
    async fn id(&self) -> ID {
        self.referee.id.to_string().into()
    }

    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.referee.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// When it was asked last.
    async fn asked_at(&self) -> Option<DateTime<Utc>> {
        self.referee.asked_at
    }

    /// When it answered.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.referee.answered_at
    }

    /// What it said; null before, and for the applicant.
    async fn answer(&self) -> Option<ReferenceAnswer> {
        self.referee.answer.filter(|_| self.opened).map(Into::into)
    }

    /// In its words; null for the applicant.
    async fn statement(&self) -> Option<&str> {
        self.opened.then_some(self.referee.statement.as_str())
    }

    /// Who answered, as they name themselves; null for the applicant.
    async fn answered_by_name(&self) -> Option<&str> {
        self.opened.then_some(self.referee.answered_by_name.as_str())
    }

    /// Since when the network goes on without it.
    async fn waived_at(&self) -> Option<DateTime<Utc>> {
        self.referee.waived_at
    }

    /// Why; null for the applicant.
    async fn waived_reason(&self) -> Option<&str> {
        self.opened.then_some(self.referee.waived_reason.as_str())
    }
}

/// A change of a membership's state.
#[derive(Debug)]
pub struct MembershipStep(applications::Step);

impl From<applications::Step> for MembershipStep {
    fn from(step: applications::Step) -> Self {
        Self(step)
    }
}

/// A change of a membership's state. Steps are never changed or removed.
#[Object]
impl MembershipStep {
    /// From where; null for the first.
    async fn from(&self) -> Option<MembershipState> {
        self.0.from.map(Into::into)
    }

    /// To where.
    async fn to(&self) -> MembershipState {
        self.0.to.into()
    }

    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// By whom, as far as you may know them; null for the hub itself.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.by {
            Some(person) => Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }
}

/// What you may do with an application.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct ApplicationViewerCan {
    /// Change it and hand it in.
    edit: bool,
    /// Review it, recommend it or give it back.
    review: bool,
    /// Accept the code of conduct for the organisation.
    accept_conduct: bool,
    /// Take it back into a draft.
    take_back: bool,
}

/// What is known of a membership while it is applied for. Only for the applicant, the secretariat and the committee.
#[Object]
impl Application {
    /// Why it wants to join.
    async fn motivation(&self) -> Text {
        self.record.motivation.clone().into()
    }

    /// When it was handed in last.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.record.submitted_at
    }

    /// Why it was given back last; empty when it was not.
    async fn returned_reason(&self) -> &str {
        &self.record.returned_reason
    }

    /// When those who decide admitted it.
    async fn admitted_at(&self) -> Option<DateTime<Utc>> {
        self.record.admitted_at
    }

    /// When its signatory accepted the code of conduct.
    async fn conduct_accepted_at(&self) -> Option<DateTime<Utc>> {
        self.record.conduct_accepted_at
    }

    /// Who did.
    async fn conduct_accepted_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.record.conduct_accepted_by {
            Some(person) => Ok(ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The decision on it; null before, and for the applicant.
    async fn decision(&self, ctx: &Context<'_>) -> Result<Option<Decision>> {
        match self.record.decision {
            Some(decision) => Ok(ctx.loaders().load_one(decision).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Its referees.
    async fn referees(&self, ctx: &Context<'_>) -> Result<Vec<Referee>> {
        let opened = self.may(ctx.actor(), Action::ViewReview);
        let found = ctx.loaders().load_one(RefereesOf(self.membership.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(found.into_iter().map(|referee| Referee { referee, opened }).collect())
    }

    /// What the review found; null for the applicant.
    async fn review(&self, ctx: &Context<'_>) -> Option<Review> {
        self.may(ctx.actor(), Action::ViewReview).then(|| Review {
            checked: applications::ReviewItem::ALL
                .into_iter()
                .filter(|item| self.record.checked.iter().any(|word| word == item.as_str()))
                .map(Into::into)
                .collect(),
            note: self.record.review_note.clone(),
        })
    }

    /// How it came to where it stands, the oldest first.
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<MembershipStep>> {
        let found = ctx.loaders().load_one(StepsOf(self.membership.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(found.into_iter().map(MembershipStep).collect())
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApplicationViewerCan {
        use memberships::MembershipState as S;
        let state = self.membership.state;
        let may = |action| self.may(ctx.actor(), action);
        ApplicationViewerCan {
            edit: matches!(state, S::Draft | S::Returned) && may(Action::EditApplication),
            review: matches!(state, S::Applied | S::UnderReview | S::Recommended) && may(Action::ReviewApplication),
            accept_conduct: state == S::Recommended
                && self.record.conduct_accepted_at.is_none()
                && may(Action::AcceptConduct),
            take_back: matches!(state, S::Applied | S::UnderReview) && may(Action::EditApplication),
        }
    }
}
