//! Mandates of an organisation's people, standing mandates, and what was done in its name.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Reach},
    mandates::{self, NewStandingMandate, Scope, service},
    memberships as members, roles,
};
use sala_kernel::{MembershipId, PersonId, StandingMandateId};
use uuid::Uuid;

use super::{
    Code,
    context::Ctx as _,
    error::shape,
    loaders::{FactsOf, broken},
    memberships::MembershipPayload,
    node::{Node, find},
    people::{Person, RoleGrant},
    scalars::id,
    terms::Term,
};

/// Whose decision in an organisation gave a mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "MandateBasis", remote = "mandates::Basis")]
pub enum Basis {
    /// The director's.
    Director,
    /// The board's.
    Board,
    /// The general assembly's.
    Assembly,
    /// Somebody else's, as noted.
    Other,
}

/// A kind of text that organisations sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "mandates::TextKind")]
pub enum TextKind {
    /// The network's own reasoned stance.
    PositionPaper,
    /// A text in the names of its signatories.
    JointStatement,
    /// A letter for all to read.
    OpenLetter,
    /// Comments handed to an authority.
    Submission,
}

/// How a role of an organisation's people was given, and what it covers.
#[derive(Debug, SimpleObject)]
pub struct Mandate {
    /// Whose decision gave it; null where nothing was recorded.
    basis: Option<Basis>,
    /// What else there is to say of that decision.
    basis_note: String,
    /// When it was decided.
    decided_on: Option<NaiveDate>,
    /// Kinds of texts a signatory may sign; empty: all.
    text_kinds: Vec<TextKind>,
    /// Themes on which a signatory may sign; empty: all.
    themes: Vec<Term>,
}

impl Mandate {
    /// The mandate behind a role.
    pub async fn of(ctx: &Context<'_>, role: &roles::RoleGrant) -> Result<Self> {
        Ok(Self {
            basis: role.basis.map(Into::into),
            basis_note: role.basis_note.clone(),
            decided_on: role.decided_on,
            text_kinds: role.text_kinds.iter().copied().map(Into::into).collect(),
            themes: terms(ctx, &role.themes).await?,
        })
    }
}

pub(in crate::graph) async fn terms(ctx: &Context<'_>, ids: &[Uuid]) -> Result<Vec<Term>> {
    let ids = ids.iter().copied().map(sala_kernel::TermId);
    let found = ctx.loaders().load_many(ids.clone()).await.map_err(broken)?;
    Ok(ids.filter_map(|id| found.get(&id).cloned()).map(Into::into).collect())
}

/// How a role of an organisation's people was given.
#[derive(Debug, InputObject)]
pub struct MandateInput {
    /// The last day on which it holds; null: until it is ended.
    until_on: Option<NaiveDate>,
    /// Whose decision gave it; needed for signatories.
    basis: Option<Basis>,
    /// What else there is to say of that decision.
    #[graphql(default)]
    basis_note: String,
    /// When it was decided; needed for signatories.
    decided_on: Option<NaiveDate>,
    /// Kinds of texts a signatory may sign; empty: all.
    #[graphql(default)]
    text_kinds: Vec<TextKind>,
    /// Codes of themes on which a signatory may sign; empty: all.
    #[graphql(default)]
    themes: Vec<String>,
}

impl From<MandateInput> for mandates::Mandate {
    fn from(input: MandateInput) -> Self {
        Self {
            until_on: input.until_on,
            basis: input.basis.map(Into::into),
            basis_note: input.basis_note,
            decided_on: input.decided_on,
            scope: Scope { themes: input.themes, text_kinds: input.text_kinds.into_iter().map(Into::into).collect() },
        }
    }
}

/// An organisation's decision, taken beforehand, on what may be signed for it.
#[derive(Debug)]
pub struct StandingMandate(mandates::StandingMandate);

/// An organisation's decision, taken beforehand, on what its signatory may sign without asking again.
#[Object]
impl StandingMandate {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Themes it covers; empty: all.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        terms(ctx, &self.0.themes).await
    }

    /// Kinds of texts it covers; empty: all.
    async fn text_kinds(&self) -> Vec<TextKind> {
        self.0.text_kinds.iter().copied().map(Into::into).collect()
    }

    /// The last day on which it holds.
    async fn valid_until(&self) -> NaiveDate {
        self.0.valid_until
    }

    /// Whose decision it was.
    async fn basis(&self) -> Basis {
        self.0.basis.into()
    }

    /// What else there is to say of it.
    async fn basis_note(&self) -> &str {
        &self.0.basis_note
    }

    /// When it was decided.
    async fn decided_on(&self) -> NaiveDate {
        self.0.decided_on
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Who recorded it, as far as you may know them.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.recorded_by {
            Some(person) => Ok(ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }
}

/// Something that was done in an organisation's name.
#[derive(Debug, SimpleObject)]
pub struct Act {
    /// Its place in the list: pass it as `after` for what was done before.
    cursor: String,
    /// What: `decision.ballot_cast`, `organisation.edited`, …
    kind: String,
    /// When.
    at: DateTime<Utc>,
    /// The id of the thing it was done to.
    node_id: ID,
    /// The thing as it is now; null when it is gone for you.
    node: Option<Node>,
    /// Who did it, as far as you may know them.
    by: Option<Person>,
}

/// A page of what was done in an organisation's name.
#[derive(Debug, SimpleObject)]
pub struct ActPage {
    /// The acts, newest first.
    acts: Vec<Act>,
    /// More was done before.
    has_more: bool,
}

/// What you may do with the mandates of an organisation in a network.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct MandatesViewerCan {
    /// Record every role of its people.
    record: bool,
    /// Name its alternates and contributors, end its people's mandates.
    name: bool,
    /// Record and end standing mandates.
    keep_standing: bool,
    /// Read what was done in its name.
    view_acts: bool,
}

/// Who may speak and sign for an organisation in a network.
#[derive(Debug)]
pub struct Mandates(pub(super) members::Membership);

/// Who may speak and sign for an organisation in a network.
#[Object]
impl Mandates {
    /// Its representatives, alternates, signatories and contributors, as far as you may know them.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn holders(&self, ctx: &Context<'_>) -> Result<Vec<RoleGrant>> {
        let pool = &ctx.services().pool;
        let roles = roles::store::of_organisation(pool, self.0.network, self.0.organisation).await.map_err(shape)?;
        let people = roles.iter().map(|role| role.person);
        let known = ctx.loaders().load_many::<PersonId, _>(people).await.map_err(broken)?;
        Ok(roles.into_iter().filter(|role| known.contains_key(&role.person)).map(Into::into).collect())
    }

    /// Its standing mandates; null when they are not for you.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn standing(&self, ctx: &Context<'_>) -> Result<Option<Vec<StandingMandate>>> {
        if !self.may(ctx, Action::ViewStanding).await? {
            return Ok(None);
        }
        let found = mandates::store::of(&ctx.services().pool, &[self.0.id.0]).await.map_err(shape)?;
        Ok(Some(found.into_iter().map(StandingMandate).collect()))
    }

    /// What was done in its name in this network, newest first; null when that is not for you.
    #[graphql(complexity = "first.max(1) as usize * child_complexity + 1")]
    async fn acts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 50.", default = 20, validator(minimum = 1, maximum = 50))] first: i32,
        #[graphql(desc = "The cursor of the last act you have; those before it follow.")] after: Option<String>,
    ) -> Result<Option<ActPage>> {
        if !self.may(ctx, Action::ViewActs).await? {
            return Ok(None);
        }
        let before = match after.as_deref() {
            Some(text) => Some(text.parse().map_err(|_| Code::BadInput.error("This position is not known."))?),
            None => None,
        };
        let limit = i64::from(first);
        let pool = &ctx.services().pool;
        let events = sala_kernel::acted_for(pool, self.0.organisation, self.0.network, before, limit + 1);
        let mut events = events.await.map_err(shape)?;
        let has_more = events.len() > usize::try_from(limit).unwrap_or(0);
        events.truncate(usize::try_from(limit).unwrap_or(0));
        let mut acts = Vec::new();
        for event in events {
            let node_id = super::subscription::subject(&event);
            let by = match event.actor {
                Some(person) => ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into),
                None => None,
            };
            acts.push(Act {
                cursor: event.cursor.position.to_string(),
                kind: event.kind,
                at: event.at,
                node: find(ctx, &node_id).await?,
                node_id: node_id.into(),
                by,
            });
        }
        Ok(Some(ActPage { acts, has_more }))
    }

    /// What you may do with them.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<MandatesViewerCan> {
        Ok(MandatesViewerCan {
            record: Reach::of(ctx.actor(), Action::ManageRoles)
                .reaches(self.0.network, sala_domain::access::Level::Members),
            name: self.may(ctx, Action::NamePeople).await?,
            keep_standing: self.may(ctx, Action::KeepMandates).await?,
            view_acts: self.may(ctx, Action::ViewActs).await?,
        })
    }
}

impl Mandates {
    async fn may(&self, ctx: &Context<'_>, action: Action) -> Result<bool> {
        let facts = ctx.loaders().load_one(FactsOf(self.0.organisation)).await.map_err(broken)?;
        Ok(facts.is_some_and(|facts| Reach::of(ctx.actor(), action).covers(&facts.within(self.0.network))))
    }
}

/// A standing mandate to record.
#[derive(Debug, InputObject)]
pub struct StandingMandateInput {
    /// Of which membership.
    membership: ID,
    /// Codes of themes it covers; empty: all.
    #[graphql(default)]
    themes: Vec<String>,
    /// Kinds of texts it covers; empty: all.
    #[graphql(default)]
    text_kinds: Vec<TextKind>,
    /// The last day on which it holds, at most five years ahead.
    valid_until: NaiveDate,
    /// Whose decision it was.
    basis: Basis,
    /// What else there is to say of it.
    #[graphql(default)]
    basis_note: String,
    /// When it was decided.
    decided_on: NaiveDate,
}

/// Recording and ending standing mandates.
#[derive(Debug, Default)]
pub struct MandateMutation;

#[Object]
impl MandateMutation {
    /// Records what an organisation's signatory may sign without asking again.
    async fn record_standing_mandate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The mandate.")] input: StandingMandateInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let new = NewStandingMandate {
            scope: Scope { themes: input.themes, text_kinds: input.text_kinds.into_iter().map(Into::into).collect() },
            valid_until: input.valid_until,
            basis: input.basis.into(),
            basis_note: input.basis_note,
            decided_on: input.decided_on,
        };
        MembershipPayload::of(service::add(&services.pool, &services.env, ctx.actor(), membership, new).await)
    }

    /// Ends a standing mandate; from then on nothing is signed under it.
    async fn end_standing_mandate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] mandate: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let mandate: StandingMandateId = id(&mandate)?;
        MembershipPayload::of(service::end(&services.pool, &services.env, ctx.actor(), mandate).await)
    }
}
