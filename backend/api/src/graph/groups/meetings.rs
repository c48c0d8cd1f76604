//! Meetings of working groups.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Reach},
    decisions,
    groups::meetings::{self, MeetingDraft, service},
};
use sala_kernel::{GroupId, MeetingId, PersonId};

use super::Group;
use crate::graph::{
    context::Ctx as _,
    error::{payload, shape},
    loaders::broken,
    networks::Sensitivity,
    page::{DecisionConnection, request},
    people::Person,
    rows::{Plain, leaf},
    scalars::{Text, TextInput, id, text},
};

/// Where the minutes of a meeting stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "meetings::MinutesState")]
pub enum MinutesState {
    /// Nobody has written any.
    None,
    /// Written; may still change.
    Draft,
    /// Approved; fixed.
    Approved,
}

/// What you may do with a meeting.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct MeetingViewerCan {
    /// Change it, call it off.
    edit: bool,
    /// Write its minutes.
    write_minutes: bool,
    /// Approve its minutes.
    approve_minutes: bool,
    /// Put a question to the group's organisations.
    open_decision: bool,
}

/// A meeting of a working group.
#[derive(Debug)]
pub struct Meeting(meetings::Meeting);

impl From<meetings::Meeting> for Meeting {
    fn from(meeting: meetings::Meeting) -> Self {
        Self(meeting)
    }
}

impl Plain for Meeting {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.title, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// A meeting of a working group.
#[Object]
impl Meeting {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Of which group.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        Ok(ctx.loaders().load_one(self.0.group).await.map_err(broken)?.map(Into::into))
    }

    /// In a few words.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.starts_at
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.ends_at
    }

    /// Where; empty when nothing was said.
    async fn venue(&self) -> Text {
        self.0.venue.clone().into()
    }

    /// Where on the net; empty when nowhere.
    async fn link(&self) -> &str {
        &self.0.link
    }

    /// What is talked about.
    async fn agenda(&self) -> Text {
        self.0.agenda.clone().into()
    }

    /// `MEMBERS`, or `RESTRICTED` to the group, the secretariat and the committee.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// When it was called off; null when it was not.
    async fn cancelled_at(&self) -> Option<DateTime<Utc>> {
        self.0.cancelled_at
    }

    /// Why it was called off; empty when it was not.
    async fn cancelled_reason(&self) -> &str {
        &self.0.cancelled_reason
    }

    /// What was said and decided.
    async fn minutes(&self) -> Text {
        self.0.minutes.clone().into()
    }

    /// Where the minutes stand.
    async fn minutes_state(&self) -> MinutesState {
        self.0.minutes_state.into()
    }

    /// Who last wrote the minutes, as far as you may know them.
    async fn minutes_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.minutes_by {
            Some(person) => Ok(ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Who approved the minutes, as far as you may know them.
    async fn approved_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.approved_by {
            Some(person) => Ok(ctx.loaders().load_one::<PersonId>(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// When the minutes were approved; null until then.
    async fn approved_at(&self) -> Option<DateTime<Utc>> {
        self.0.approved_at
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The decisions that came of it, the newest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DecisionConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = decisions::store::Wanted { meeting: Some(self.0.id), ..Default::default() };
        let found = decisions::store::list(&ctx.services().pool, ctx.actor(), self.0.network, wanted, &page).await;
        Ok(DecisionConnection::of(found.map_err(shape)?))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> MeetingViewerCan {
        let facts = self.0.facts();
        let may = |action| Reach::of(ctx.actor(), action).covers(&facts);
        let now = ctx.services().env.now();
        let fixed = self.0.minutes_state == meetings::MinutesState::Approved;
        let stands = self.0.cancelled_at.is_none();
        let leads = may(Action::LeadGroup);
        MeetingViewerCan {
            edit: leads && stands && !fixed,
            write_minutes: may(Action::WriteMinutes) && stands && !fixed && self.0.starts_at <= now,
            approve_minutes: leads && self.0.minutes_state == meetings::MinutesState::Draft,
            open_decision: may(Action::OpenGroupDecision) && stands,
        }
    }
}

/// Reading meetings.
#[derive(Debug, Default)]
pub struct MeetingQuery;

#[Object]
impl MeetingQuery {
    /// A meeting by its id; null for what does not exist, or not for you.
    async fn meeting(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Meeting>> {
        let Ok(id) = id.parse::<MeetingId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }
}

/// What a meeting is to be.
#[derive(Debug, InputObject)]
pub struct MeetingInput {
    /// In a few words.
    title: TextInput,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends: after it begins, within two weeks.
    ends_at: DateTime<Utc>,
    /// Where.
    venue: TextInput,
    /// Where on the net; empty when nowhere.
    #[graphql(default)]
    link: String,
    /// What is talked about.
    agenda: TextInput,
    /// Only for the group, the secretariat and the committee.
    #[graphql(default)]
    restricted: bool,
}

impl From<MeetingInput> for MeetingDraft {
    fn from(input: MeetingInput) -> Self {
        Self {
            title: input.title.into(),
            starts_at: input.starts_at,
            ends_at: input.ends_at,
            venue: input.venue.into(),
            link: input.link,
            agenda: input.agenda.into(),
            restricted: input.restricted,
        }
    }
}

payload! {
    /// What came of a change to a meeting.
    MeetingPayload {
        /// The meeting as it is now.
        meeting: Meeting
    }
}

/// Changing meetings.
#[derive(Debug, Default)]
pub struct MeetingMutation;

#[Object]
impl MeetingMutation {
    /// Plans a meeting of a working group.
    async fn plan_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which group.")] group: ID,
        #[graphql(desc = "The meeting.")] input: MeetingInput,
    ) -> Result<MeetingPayload> {
        let services = ctx.services();
        let group: GroupId = id(&group)?;
        MeetingPayload::of(service::plan(&services.pool, &services.env, ctx.actor(), group, input.into()).await)
    }

    /// Changes a meeting.
    async fn edit_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The meeting as it is to be.")] input: MeetingInput,
    ) -> Result<MeetingPayload> {
        let services = ctx.services();
        let meeting: MeetingId = crate::graph::scalars::id(&id)?;
        MeetingPayload::of(
            service::edit(&services.pool, &services.env, ctx.actor(), meeting, version, input.into()).await,
        )
    }

    /// Calls a meeting off, with a reason that all who see it read.
    async fn cancel_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] id: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MeetingPayload> {
        let services = ctx.services();
        let meeting: MeetingId = crate::graph::scalars::id(&id)?;
        MeetingPayload::of(service::cancel(&services.pool, &services.env, ctx.actor(), meeting, &reason).await)
    }

    /// Writes the minutes of a meeting that has begun.
    async fn write_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which meeting.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "What was said and decided.")] minutes: TextInput,
    ) -> Result<MeetingPayload> {
        let services = ctx.services();
        let meeting: MeetingId = crate::graph::scalars::id(&id)?;
        MeetingPayload::of(
            service::write_minutes(&services.pool, &services.env, ctx.actor(), meeting, version, minutes.into()).await,
        )
    }

    /// Approves the minutes as they were read; from then on they stay.
    async fn approve_minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which meeting.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<MeetingPayload> {
        let services = ctx.services();
        let meeting: MeetingId = crate::graph::scalars::id(&id)?;
        MeetingPayload::of(service::approve_minutes(&services.pool, &services.env, ctx.actor(), meeting, version).await)
    }
}
