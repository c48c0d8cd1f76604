//! Duties of members and their dates.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{Action, Level, Reach},
    duties::{self, DutyDraft, NewRecord, service, store},
    networks,
};
use sala_kernel::{DutyId, MembershipId, NetworkId, PersonId};

use super::{
    context::Ctx as _,
    error::shape,
    loaders::{FactsOf, broken},
    memberships::MembershipPayload,
    networks::NetworkPayload,
    organisations::{Organisation, Registration},
    page::{DueConnection, request},
    people::Person,
    rows::Plain,
    scalars::{Text, TextInput, id},
};

/// How a duty falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "duties::DutyKind")]
pub enum DutyKind {
    /// A paper that expires: a registration, a certificate.
    Expiring,
    /// The same day every year: a report.
    Yearly,
}

/// How a member stands with a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "duties::DutyStatus")]
pub enum DutyStatus {
    /// The day is past.
    Late,
    /// The day is at most thirty days ahead.
    Soon,
    /// There is time.
    InOrder,
}

/// What a network expects of its members.
#[derive(Debug, Clone)]
pub struct Duty(duties::Duty);

/// What a network expects of its members: a paper that expires, or a report on the same day every year.
#[Object]
impl Duty {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// How it falls due.
    async fn kind(&self) -> DutyKind {
        self.0.kind.into()
    }

    /// In which month, 1 to 12; null for what expires.
    async fn due_month(&self) -> Option<i32> {
        self.0.due_month
    }

    /// On which day of it, 1 to 28; null for what expires.
    async fn due_day(&self) -> Option<i32> {
        self.0.due_day
    }

    /// Only for members with one of these standings with the authorities; empty: for all.
    async fn registrations(&self) -> Vec<Registration> {
        self.0.registrations.iter().copied().map(Into::into).collect()
    }

    /// How many days before the date a member is reminded.
    async fn remind_days(&self) -> &[i32] {
        &self.0.remind_days
    }

    /// It is asked for at present.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// What was last recorded of a duty.
#[derive(Debug)]
pub struct DutyRecord(duties::Record);

/// That a member did a duty.
#[Object]
impl DutyRecord {
    /// When it was done.
    async fn done_on(&self) -> NaiveDate {
        self.0.done_on
    }

    /// Until when the paper is valid; null for yearly duties.
    async fn valid_until(&self) -> Option<NaiveDate> {
        self.0.valid_until
    }

    /// For which year; null for what expires.
    async fn period(&self) -> Option<i32> {
        self.0.period
    }

    /// What else there is to say.
    async fn note(&self) -> &str {
        &self.0.note
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

/// How one member stands with one duty.
#[derive(Debug)]
pub struct Due(duties::Due);

impl From<duties::Due> for Due {
    fn from(due: duties::Due) -> Self {
        Self(due)
    }
}

impl Plain for Due {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// How one member stands with one duty.
#[Object]
impl Due {
    /// Which duty.
    async fn duty(&self) -> Duty {
        Duty(self.0.duty.clone())
    }

    /// The membership concerned.
    async fn membership_id(&self) -> ID {
        self.0.membership.to_string().into()
    }

    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.0.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// The day by which it is, or was, due.
    async fn due_on(&self) -> NaiveDate {
        self.0.due_on
    }

    /// How it stands.
    async fn status(&self) -> DutyStatus {
        self.0.status.into()
    }

    /// What was last recorded; null while nothing was.
    async fn last(&self) -> Option<DutyRecord> {
        self.0.last.clone().map(DutyRecord)
    }

    /// You may record that it was done.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<DueViewerCan> {
        let facts = ctx.loaders().load_one(FactsOf(self.0.organisation)).await.map_err(broken)?;
        let may = |facts: sala_domain::access::Facts| {
            Reach::of(ctx.actor(), Action::RecordDuty).covers(&facts.within(self.0.duty.network))
        };
        Ok(DueViewerCan { record: facts.is_some_and(may) })
    }
}

/// What you may do about a duty of a member.
#[derive(Debug, SimpleObject)]
pub struct DueViewerCan {
    /// Record that it was done.
    record: bool,
}

/// The duties of a network, whether asked for at present or not; none for people outside it.
pub async fn of_network(ctx: &Context<'_>, network: NetworkId) -> Result<Vec<Duty>> {
    let reach = Reach::of(ctx.actor(), Action::ViewNetwork);
    if !(reach.all || reach.reaches(network, Level::Members)) {
        return Ok(Vec::new());
    }
    let found = store::list(&ctx.services().pool, network).await.map_err(shape)?;
    Ok(found.into_iter().map(Duty).collect())
}

/// A page of how members stand with their duties.
pub async fn dues(
    ctx: &Context<'_>,
    network: NetworkId,
    status: Option<DutyStatus>,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<DueConnection> {
    let page = request(first, after)?;
    let services = ctx.services();
    let today = networks::store::today(&services.pool, &services.env, network).await.map_err(shape)?;
    let status = status.map(Into::into);
    let found = store::dues(&services.pool, ctx.actor(), network, status, today, &page).await.map_err(shape)?;
    Ok(DueConnection::of(found))
}

/// What a duty is to be.
#[derive(Debug, InputObject)]
pub struct DutyInput {
    /// What it is called.
    name: TextInput,
    /// How it falls due.
    kind: DutyKind,
    /// In which month, 1 to 12, for yearly ones.
    due_month: Option<i32>,
    /// On which day of it, 1 to 28, for yearly ones.
    due_day: Option<i32>,
    /// Only for members with one of these standings with the authorities; empty: for all.
    #[graphql(default)]
    registrations: Vec<Registration>,
    /// How many days before the date a member is reminded, each 0 to 180; at most five.
    #[graphql(default_with = "vec![30, 7]")]
    remind_days: Vec<i32>,
    /// It is asked for.
    #[graphql(default = true)]
    active: bool,
}

/// That a member did a duty.
#[derive(Debug, InputObject)]
pub struct DutyRecordInput {
    /// Of which membership.
    membership: ID,
    /// Which duty.
    duty: ID,
    /// When it was done.
    done_on: NaiveDate,
    /// Until when the paper is valid, for what expires.
    valid_until: Option<NaiveDate>,
    /// For which year, for what is yearly.
    period: Option<i32>,
    /// What else there is to say.
    #[graphql(default)]
    note: String,
}

/// Wording duties and recording that they were done.
#[derive(Debug, Default)]
pub struct DutyMutation;

#[Object]
impl DutyMutation {
    /// Adds a duty to a network.
    async fn add_duty(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which network.")] network: ID,
        #[graphql(desc = "The duty.")] input: DutyInput,
    ) -> Result<NetworkPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&network)?;
        NetworkPayload::of(service::put(&services.pool, &services.env, ctx.actor(), network, None, input.into()).await)
    }

    /// Changes a duty of a network.
    async fn edit_duty(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which network.")] network: ID,
        #[graphql(desc = "Which duty.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The duty as it is to be.")] input: DutyInput,
    ) -> Result<NetworkPayload> {
        let services = ctx.services();
        let network: NetworkId = super::scalars::id(&network)?;
        let duty: DutyId = super::scalars::id(&id)?;
        let changed = Some((duty, version));
        NetworkPayload::of(
            service::put(&services.pool, &services.env, ctx.actor(), network, changed, input.into()).await,
        )
    }

    /// Records that a member did a duty: its own representatives, or the secretariat for it.
    async fn record_duty(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was done.")] input: DutyRecordInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let duty: DutyId = id(&input.duty)?;
        let record = NewRecord {
            done_on: input.done_on,
            valid_until: input.valid_until,
            period: input.period,
            note: input.note,
        };
        MembershipPayload::of(
            service::record(&services.pool, &services.env, ctx.actor(), membership, duty, record).await,
        )
    }
}

impl From<DutyInput> for DutyDraft {
    fn from(input: DutyInput) -> Self {
        Self {
            name: input.name.into(),
            kind: input.kind.into(),
            due_month: input.due_month,
            due_day: input.due_day,
            registrations: input.registrations.into_iter().map(Into::into).collect(),
            remind_days: input.remind_days,
            active: input.active,
        }
    }
}
