//! Working groups: what there is to read.

mod changes;
mod meetings;

use async_graphql::{
    Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field, resolver_utils::enum_value,
};
pub use changes::GroupMutation;
use chrono::{DateTime, Utc};
pub use meetings::{Meeting, MeetingMutation, MeetingQuery};
use sala_domain::{
    access::{Action, Facts, Level, Reach},
    decisions,
    groups::{self, meetings as domain_meetings},
};
use sala_kernel::{GroupId, PersonId};

use super::{
    context::Ctx as _,
    decisions::Method,
    error::shape,
    loaders::{GroupThemesOf, broken},
    networks::Network,
    organisations::Organisation,
    page::{DecisionConnection, MeetingConnection, SeatConnection, request},
    people::Person,
    rows::{Plain, leaf},
    scalars::{Text, text},
    terms::Term,
};

/// Where a working group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "groups::GroupState")]
pub enum GroupState {
    /// Waits for the committee.
    Proposed,
    /// At work.
    Active,
    /// Resting.
    Dormant,
    /// Over.
    Dissolved,
}

/// How one comes into a working group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "GroupJoining", remote = "groups::Joining")]
pub enum Joining {
    /// Members send whom they like.
    Open,
    /// A convenor says yes.
    ByApproval,
    /// A convenor asks.
    ByInvitation,
}

/// Where a seat in a working group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "groups::SeatState")]
pub enum SeatState {
    /// The organisation asked; a convenor answers.
    Asked,
    /// A convenor asked; the organisation or the person answers.
    Invited,
    /// Taken.
    Seated,
    /// Refused.
    Declined,
    /// Given up or taken away.
    Ended,
}

/// What you may do with a seat.
#[derive(Debug, SimpleObject)]
pub struct SeatViewerCan {
    /// Say yes or no to it.
    answer: bool,
    /// End it.
    end: bool,
    /// Make its holder a convenor, or no longer one.
    set_convenor: bool,
}

/// A seat in a working group.
#[derive(Debug)]
pub struct Seat(groups::Seat);

impl From<groups::Seat> for Seat {
    fn from(seat: groups::Seat) -> Self {
        Self(seat)
    }
}

impl Plain for Seat {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A seat in a working group, held for a member organisation.
#[Object(name = "GroupSeat")]
impl Seat {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Which organisation sends its holder.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.0.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// Who sits in it, as far as you may know them.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one::<PersonId>(self.0.person).await.map_err(broken)?.map(Into::into))
    }

    /// Its holder leads the group.
    async fn convenes(&self) -> bool {
        self.0.convenes
    }

    /// Where it stands.
    async fn state(&self) -> SeatState {
        self.0.state.into()
    }

    /// Since when it is asked for or taken.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<SeatViewerCan> {
        let Some(group) = ctx.loaders().load_one(self.0.group).await.map_err(broken)? else {
            return Ok(SeatViewerCan { answer: false, end: false, set_convenor: false });
        };
        let leads = Reach::of(ctx.actor(), Action::LeadGroup).covers(&group.facts());
        let own = Facts {
            owners: vec![self.0.organisation],
            person: Some(self.0.person),
            own_level: Some(Level::Members),
            ..Facts::default()
        };
        let sits = Reach::of(ctx.actor(), Action::TakeSeat).covers(&own)
            || Reach::with_self(ctx.actor(), Action::HoldSeat).covers(&own);
        let seated = self.0.state == groups::SeatState::Seated;
        Ok(SeatViewerCan {
            answer: match self.0.state {
                groups::SeatState::Asked => leads,
                groups::SeatState::Invited => sits,
                _ => false,
            },
            end: leads || sits,
            set_convenor: leads && seated,
        })
    }
}

/// A working group.
#[derive(Debug)]
pub struct Group(pub(super) groups::Group);

impl From<groups::Group> for Group {
    fn from(group: groups::Group) -> Self {
        Self(group)
    }
}

impl Plain for Group {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "name" => text(&self.0.name, field),
            "state" => Some(enum_value(GroupState::from(self.0.state))),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// What you may do with a working group.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct GroupViewerCan {
    /// Change it, its seats and its meetings.
    lead: bool,
    /// Approve it, bring it back, dissolve it.
    approve: bool,
    /// Put a question to its organisations.
    open_decision: bool,
    /// Send people of your organisation into it.
    join: bool,
}

/// A sub-group of a network that works on a theme, meets and decides.
#[Object(name = "WorkingGroup")]
impl Group {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// Its Terms of Reference.
    async fn terms(&self) -> Text {
        self.0.terms.clone().into()
    }

    /// How often it meets.
    async fn rhythm(&self) -> Text {
        self.0.rhythm.clone().into()
    }

    /// What it works on.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        let loaders = ctx.loaders();
        let ids = loaders.load_one(GroupThemesOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let found = loaders.load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).map(Into::into).collect())
    }

    /// How one comes into it.
    async fn joining(&self) -> Joining {
        self.0.joining.into()
    }

    /// How its ballots make a result.
    async fn method(&self) -> Method {
        self.0.method.into()
    }

    /// How many of a hundred of its organisations must vote.
    async fn quorum_pct(&self) -> i32 {
        self.0.quorum_pct
    }

    /// How long its questions stay open, in days.
    async fn window_days(&self) -> i32 {
        self.0.window_days
    }

    /// Where it stands.
    async fn state(&self) -> GroupState {
        self.0.state.into()
    }

    /// Why it stands so; empty when nothing was said.
    async fn state_reason(&self) -> &str {
        &self.0.state_reason
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Its open seats, as far as you may know their organisations: convenors first, requests last.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn seats(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<SeatConnection> {
        let page = request(first, after.as_deref())?;
        let found = groups::store::seats(&ctx.services().pool, ctx.actor(), self.0.id, &page).await;
        Ok(SeatConnection::of(found.map_err(shape)?))
    }

    /// Your own seat, asked for, offered or taken; null without one.
    async fn yours(&self, ctx: &Context<'_>) -> Result<Option<Seat>> {
        let Some(person) = ctx.actor().person() else { return Ok(None) };
        let seat = groups::store::seat_of(&ctx.services().pool, self.0.id, person).await.map_err(shape)?;
        Ok(seat.map(Into::into))
    }

    /// Its meetings that you may know: those to come by time, or those past, the latest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Those past instead of those to come.", default = false)] past: bool,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<MeetingConnection> {
        let page = request(first, after.as_deref())?;
        let services = ctx.services();
        let group = Some(self.0.id);
        let found = domain_meetings::store::list(
            &services.pool,
            ctx.actor(),
            self.0.network,
            group,
            services.env.now(),
            past,
            &page,
        )
        .await;
        Ok(MeetingConnection::of(found.map_err(shape)?))
    }

    /// Its decisions that you may know, the newest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DecisionConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = decisions::store::Wanted { group: Some(self.0.id), ..Default::default() };
        let found = decisions::store::list(&ctx.services().pool, ctx.actor(), self.0.network, wanted, &page).await;
        Ok(DecisionConnection::of(found.map_err(shape)?))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> GroupViewerCan {
        let facts = self.0.facts();
        let may = |action| Reach::of(ctx.actor(), action).covers(&facts);
        let active = self.0.state == groups::GroupState::Active;
        let sends = ctx.actor().held().iter().any(|g| {
            g.network == self.0.network
                && g.counts
                && g.organisation.is_some_and(|organisation| {
                    let own = Facts { owners: vec![organisation], own_level: Some(Level::Members), ..Facts::default() };
                    Reach::of(ctx.actor(), Action::TakeSeat).covers(&own)
                })
        });
        GroupViewerCan {
            lead: may(Action::LeadGroup) && self.0.state != groups::GroupState::Dissolved,
            approve: may(Action::ApproveGroup),
            open_decision: may(Action::OpenGroupDecision) && active,
            join: sends && active && self.0.joining != groups::Joining::ByInvitation,
        }
    }
}

/// Reading working groups.
#[derive(Debug, Default)]
pub struct GroupQuery;

#[Object]
impl GroupQuery {
    /// A working group by its id; null for what does not exist, or not for you.
    async fn working_group(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Group>> {
        let Ok(id) = id.parse::<GroupId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }
}
