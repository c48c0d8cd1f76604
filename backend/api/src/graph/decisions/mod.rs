//! Decisions.

mod changes;

use async_graphql::{
    Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field, resolver_utils::enum_value,
};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Reach},
    decisions::{self, Rule},
};
use sala_kernel::{DecisionId, OrganisationId, PageRequest, PersonId};

use super::{
    context::Ctx as _,
    error::shape,
    groups::{Group, Meeting},
    loaders::broken,
    memberships::Membership,
    networks::{Network, Sensitivity},
    organisations::Organisation,
    page::{PositionConnection, request},
    papers::Paper,
    people::Person,
    rows::{Plain, leaf},
    scalars::{Text, text},
};

pub use changes::DecisionMutation;

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "DecisionSubject", remote = "decisions::Subject")]
pub enum Subject {
    /// Whether an organisation joins.
    AdmitMember,
    /// Whether a position becomes the network's.
    AdoptPosition,
    /// Whether a statement is published.
    PublishStatement,
    /// Whether money is spent.
    Spend,
    /// Whether the statutes change.
    AmendStatutes,
    /// Whether a member is expelled.
    ExpelMember,
    /// Anything else.
    Other,
}

/// How ballots make a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "DecisionMethod", remote = "decisions::Method")]
pub enum Method {
    /// Adopted unless somebody objects with reasons.
    Consent,
    /// Adopted when all who take a position agree.
    Consensus,
    /// Adopted when more are for than against.
    SimpleMajority,
    /// Adopted when at least two thirds of those for and against are for.
    TwoThirds,
}

/// Who votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "decisions::Voters")]
pub enum Voters {
    /// Full members in good standing.
    FullMembers,
    /// The organisations of the steering committee.
    Committee,
    /// The organisations that sit in a working group.
    Group,
}

/// What a ballot can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "BallotScale", remote = "decisions::Scale")]
pub enum Scale {
    /// In favour, against, abstain, stand aside, objection.
    Vote,
    /// Eight gradients of agreement (Kaner), from endorsing to blocking.
    Gradients,
}

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "decisions::DecisionState")]
pub enum DecisionState {
    /// Takes ballots.
    Open,
    /// Carried.
    Adopted,
    /// Not carried.
    NotAdopted,
    /// Too few voted.
    Inquorate,
    /// Taken back.
    Withdrawn,
}

/// What a ballot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "decisions::Stance")]
pub enum Stance {
    /// For it.
    InFavour,
    /// Against it.
    Against,
    /// Neither; on both scales.
    Abstain,
    /// Not supporting, not blocking.
    StandAside,
    /// A reasoned, paramount objection.
    Objection,
    /// Gradient 1: endorse.
    Endorse,
    /// Gradient 2: agree with a minor point of contention.
    MinorPoint,
    /// Gradient 3: support with reservation.
    Reservation,
    /// Gradient 5: more discussion needed; counts as abstaining.
    MoreDiscussion,
    /// Gradient 6: do not like it but support it.
    DislikeButSupport,
    /// Gradient 7: serious disagreement; counts as against.
    SeriousDisagreement,
    /// Gradient 8: block; counts as an objection.
    Block,
}

/// The count of a decision's ballots, as they stand.
#[derive(Debug, SimpleObject)]
pub struct Tally {
    /// How many organisations may vote.
    electorate: i32,
    /// How many have.
    cast: i32,
    /// How many are needed for a quorum.
    needed: i32,
    /// Enough have voted.
    quorate: bool,
    /// In favour.
    in_favour: i32,
    /// Against.
    against: i32,
    /// Abstaining.
    abstaining: i32,
    /// Standing aside.
    aside: i32,
    /// Objecting with reasons.
    objecting: i32,
}

impl From<decisions::Tally> for Tally {
    fn from(t: decisions::Tally) -> Self {
        let n = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Self {
            electorate: n(t.electorate),
            cast: n(t.cast),
            needed: n(t.needed),
            quorate: t.quorate(),
            in_favour: n(t.in_favour),
            against: n(t.against),
            abstaining: n(t.abstaining),
            aside: n(t.aside),
            objecting: n(t.objecting),
        }
    }
}

/// How a network decides on one subject.
#[derive(Debug, SimpleObject)]
pub struct DecisionRule {
    /// On what.
    subject: Subject,
    /// How.
    method: Method,
    /// Who.
    voters: Voters,
    /// How many of a hundred must vote.
    quorum_pct: i32,
    /// How long it stays open, in days.
    window_days: i32,
}

impl From<Rule> for DecisionRule {
    fn from(rule: Rule) -> Self {
        Self {
            subject: rule.subject.into(),
            method: rule.method.into(),
            voters: rule.voters.into(),
            quorum_pct: rule.quorum_pct,
            window_days: rule.window_days,
        }
    }
}

/// An organisation's place in a decision.
#[derive(Debug)]
pub struct Position {
    organisation: OrganisationId,
    ballot: Option<decisions::Ballot>,
}

impl From<(OrganisationId, Option<decisions::Ballot>)> for Position {
    fn from((organisation, ballot): (OrganisationId, Option<decisions::Ballot>)) -> Self {
        Self { organisation, ballot }
    }
}

impl Plain for Position {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// An organisation that may vote in a decision, and how it has.
#[Object(name = "DecisionPosition")]
impl Position {
    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// Its standing ballot; null while it has cast none.
    async fn ballot(&self) -> Option<Ballot> {
        self.ballot.clone().map(Ballot)
    }
}

/// An organisation's ballot, as it stands.
#[derive(Debug)]
pub struct Ballot(decisions::Ballot);

/// An organisation's ballot, as it stands.
#[Object]
impl Ballot {
    /// Its id; pass it back when replacing it.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it says.
    async fn stance(&self) -> Stance {
        self.0.stance.into()
    }

    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// Disagreement that is to stand beside the result.
    async fn dissent(&self) -> &str {
        &self.0.dissent
    }

    /// When it was cast.
    async fn cast_at(&self) -> DateTime<Utc> {
        self.0.cast_at
    }

    /// Who cast it, as far as you may know them.
    async fn cast_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one::<PersonId>(self.0.cast_by).await.map_err(broken)?.map(Into::into))
    }
}

/// A question put to organisations.
#[derive(Debug)]
pub struct Decision(decisions::Decision, decisions::Tally);

impl From<(decisions::Decision, decisions::Tally)> for Decision {
    fn from((decision, tally): (decisions::Decision, decisions::Tally)) -> Self {
        Self(decision, tally)
    }
}

impl Plain for Decision {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.title, field),
            "state" => Some(enum_value(DecisionState::from(self.0.state))),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// What you may do with a decision.
#[derive(Debug, SimpleObject)]
pub struct DecisionViewerCan {
    /// Close it before its time, once all have voted.
    close: bool,
    /// Take it back.
    withdraw: bool,
}

/// A question put to organisations, one ballot each, by a rule fixed when it opened.
#[Object]
impl Decision {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// About what.
    async fn subject(&self) -> Subject {
        self.0.subject.into()
    }

    /// The membership it is about; null for other subjects, or not for you.
    async fn membership(&self, ctx: &Context<'_>) -> Result<Option<Membership>> {
        match self.0.membership {
            Some(membership) => super::memberships::find(ctx, membership).await,
            None => Ok(None),
        }
    }

    /// The working group that decides; null where the network does.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        match self.0.group {
            Some(group) => Ok(ctx.loaders().load_one(group).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The meeting it comes from; null for none, or not for you.
    async fn meeting(&self, ctx: &Context<'_>) -> Result<Option<Meeting>> {
        match self.0.meeting {
            Some(meeting) => Ok(ctx.loaders().load_one(meeting).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The paper it is about; null for other questions, or not for you.
    async fn paper(&self, ctx: &Context<'_>) -> Result<Option<Paper>> {
        match &self.0.paper {
            Some((paper, _)) => Ok(ctx.loaders().load_one(*paper).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The hash of that paper's exact text, in hexadecimal; null for other questions.
    async fn text_hash(&self) -> Option<String> {
        self.0.paper.as_ref().map(|(_, text)| hex::encode(text))
    }

    /// In a few words.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// What exactly is proposed.
    async fn proposal(&self) -> Text {
        self.0.proposal.clone().into()
    }

    /// How ballots make a result.
    async fn method(&self) -> Method {
        self.0.method.into()
    }

    /// Who votes.
    async fn voters(&self) -> Voters {
        self.0.voters.into()
    }

    /// What a ballot can say.
    async fn scale(&self) -> Scale {
        self.0.scale.into()
    }

    /// How many of a hundred must vote.
    async fn quorum_pct(&self) -> i32 {
        self.0.quorum_pct
    }

    /// How sensitive it is.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// Where it stands.
    async fn state(&self) -> DecisionState {
        self.0.state.into()
    }

    /// Since when it takes ballots.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.opened_at
    }

    /// The first instant at which it takes none.
    async fn closes_at(&self) -> DateTime<Utc> {
        self.0.closes_at
    }

    /// When it ended; null while it is open.
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.0.ended_at
    }

    /// Why it was withdrawn; empty otherwise.
    async fn ended_reason(&self) -> &str {
        &self.0.ended_reason
    }

    /// The count, as it stands.
    async fn tally(&self) -> Tally {
        self.1.into()
    }

    /// Those who may vote, as far as you may know them, by name, each with its ballot.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn positions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PositionConnection> {
        let page: PageRequest = request(first, after.as_deref())?;
        let found = decisions::store::positions(&ctx.services().pool, ctx.actor(), self.0.id, &page).await;
        Ok(PositionConnection::of(found.map_err(shape)?))
    }

    /// The organisations for which you may cast the ballot, each with the one that stands. Empty once it is closed.
    async fn yours(&self, ctx: &Context<'_>) -> Result<Vec<Position>> {
        let Some(person) = ctx.actor().person() else { return Ok(Vec::new()) };
        let open = self.0.state == decisions::DecisionState::Open && self.0.closes_at > ctx.services().env.now();
        if !open {
            return Ok(Vec::new());
        }
        let pool = &ctx.services().pool;
        let mut yours = Vec::new();
        for organisation in decisions::store::voters_of(pool, person, self.0.id).await.map_err(shape)? {
            let ballot = decisions::store::ballot_of(pool, self.0.id, organisation).await.map_err(shape)?;
            yours.push(Position { organisation, ballot });
        }
        Ok(yours)
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> DecisionViewerCan {
        let open = self.0.state == decisions::DecisionState::Open;
        let may = Reach::of(ctx.actor(), Action::CloseDecision).covers(&self.0.facts(None));
        DecisionViewerCan { close: may && open && self.1.cast >= self.1.electorate, withdraw: may && open }
    }
}

/// Reading decisions.
#[derive(Debug, Default)]
pub struct DecisionQuery;

#[Object]
impl DecisionQuery {
    /// A decision by its id; null for what does not exist, or not for you.
    async fn decision(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Decision>> {
        let Ok(id) = id.parse::<DecisionId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }
}
