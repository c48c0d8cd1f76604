//! Dialogues: who is to be in the room, and who has said that they come.

mod arrangements;
mod changes;
mod day;
mod guests;
mod invitation;
mod kinds;
mod minutes;

pub use arrangements::ArrangementMutation;
use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::DialogueMutation;
pub use changes::DialoguePayload;
use chrono::{DateTime, Utc};
pub use day::{DialogueAttendance, DialogueDayMutation};
pub use guests::InviteeMutation;
pub use invitation::{DialogueInvitation, InvitationNeeds};
pub use kinds::{
    DialogueKind, DialogueMode, DialoguePurpose, DialogueState, InvitationAnswer, InvitationChannel, InvitationState,
};
pub use minutes::MinutesMutation;
use sala_domain::{
    access::{Action, Reach},
    campaigns::{self, Sight},
    dialogues::{self, day as attended, day_store, minutes::MinutesState, minutes_store, service::MOST, store},
};
use sala_kernel::{CampaignId, DialogueId, NetworkId};

use super::{
    campaigns::{Campaign, Visibility},
    context::Ctx as _,
    error::shape,
    evidence::Document,
    loaders::{AgendaOf, ArrangedFor, SeatsOf, broken},
    organisations::Organisation,
    page::{DialogueAttendanceConnection, DialogueConnection, DialogueInvitationConnection, request},
    places::Place,
    rows::{Plain, leaf},
    scalars::{Text, id, maybe_id, text},
    stakeholders::Attribution,
};

/// So many seats for a group.
#[derive(Debug, Clone, SimpleObject)]
pub struct DialogueSeats {
    /// Which: a code of the list of constituencies.
    constituency: String,
    /// So many.
    seats: i32,
    /// At least so many are needed.
    least: i32,
    /// Of these, women, in percent.
    women_pct: Option<i32>,
    /// Of these, people between 15 and 30, in percent.
    youth_pct: Option<i32>,
    /// When what is not taken goes to whoever waits, of any group.
    release_at: Option<DateTime<Utc>>,
    /// When that was done.
    released_at: Option<DateTime<Utc>>,
}

impl From<dialogues::Seats> for DialogueSeats {
    fn from(of: dialogues::Seats) -> Self {
        Self {
            constituency: of.constituency,
            seats: of.seats,
            least: of.least,
            women_pct: of.women_pct,
            youth_pct: of.youth_pct,
            release_at: of.release_at,
            released_at: of.released_at,
        }
    }
}

/// How a group stands in a dialogue: counts, no names.
#[derive(Debug, Clone, SimpleObject)]
pub struct DialogueStand {
    /// Which: a code of the list of constituencies.
    constituency: String,
    /// So many invitations are out; of those who send another, one.
    sent: i32,
    /// So many have a seat.
    accepted: i32,
    /// Of these, women.
    women: i32,
    /// Of those with a seat, so many of whom nobody has said whether they are women.
    unknown_sex: i32,
    /// Of those with a seat, people between 15 and 30.
    youth: i32,
    /// So many sent another.
    delegated: i32,
    /// So many may come.
    tentative: i32,
    /// So many do not.
    declined: i32,
    /// So many wait for a seat.
    waiting: i32,
    /// So many have not answered.
    silent: i32,
}

impl From<dialogues::Stand> for DialogueStand {
    fn from(s: dialogues::Stand) -> Self {
        Self {
            constituency: s.constituency,
            sent: s.sent,
            accepted: s.accepted,
            women: s.women,
            unknown_sex: s.unknown_sex,
            youth: s.youth,
            delegated: s.delegated,
            tentative: s.tentative,
            declined: s.declined,
            waiting: s.waiting,
            silent: s.silent,
        }
    }
}

/// What you may do with a dialogue.
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
#[derive(Debug, SimpleObject)]
pub struct DialogueViewerCan {
    /// Change it, invite, write answers down.
    organise: bool,
    /// Approve it, call it off.
    lead: bool,
    /// Plan the next one like it.
    repeat: bool,
    /// Forget somebody who was invited and asks for it, also once it is over.
    forget: bool,
}

/// A dialogue.
#[derive(Debug)]
pub struct Dialogue(pub dialogues::Dialogue);

impl From<dialogues::Dialogue> for Dialogue {
    fn from(d: dialogues::Dialogue) -> Self {
        Self(d)
    }
}

impl Plain for Dialogue {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.is.title, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

impl Dialogue {
    async fn known(&self, ctx: &Context<'_>) -> Result<Option<campaigns::Campaign>> {
        ctx.loaders().load_one(self.0.campaign).await.map_err(broken)
    }

    /// Whoever is there may be named to the asker.
    async fn names(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.0.is.attribution == sala_domain::stakeholders::Attribution::OnRecord || self.inside(ctx).await?)
    }

    async fn arranged(&self, ctx: &Context<'_>) -> Result<dialogues::arrangements::Arrangements> {
        Ok(ctx.loaders().load_one(ArrangedFor(self.0.id)).await.map_err(broken)?.unwrap_or_default())
    }

    async fn inside(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.known(ctx).await?.is_some_and(|c| c.sight(ctx.actor()) == Sight::Team))
    }
}

/// A dialogue with several groups that a campaign holds.
#[Object]
impl Dialogue {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Of which campaign.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>> {
        Ok(self.known(ctx).await?.map(Into::into))
    }

    /// What it is called.
    async fn title(&self) -> Text {
        self.0.is.title.clone().into()
    }

    /// What kind it is.
    async fn kind(&self) -> DialogueKind {
        self.0.is.kind.into()
    }

    /// What for.
    async fn purpose(&self) -> DialoguePurpose {
        self.0.is.purpose.into()
    }

    /// What is to come of it.
    async fn objectives(&self) -> Text {
        self.0.is.objectives.clone().into()
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.is.starts_at
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.is.ends_at
    }

    /// How people meet.
    async fn mode(&self) -> DialogueMode {
        self.0.is.mode.into()
    }

    /// Where.
    async fn venue(&self) -> Text {
        self.0.is.venue.clone().into()
    }

    /// In which place.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let Some(place) = self.0.is.place.clone() else { return Ok(None) };
        Ok(ctx.loaders().load_one(place).await.map_err(broken)?.map(Into::into))
    }

    /// One gets in without steps.
    async fn step_free(&self) -> bool {
        self.0.is.step_free
    }

    /// Somebody signs.
    async fn sign_language(&self) -> bool {
        self.0.is.sign_language
    }

    /// There is large print in Khmer.
    async fn large_print(&self) -> bool {
        self.0.is.large_print
    }

    /// Into which languages one interprets; empty for none.
    async fn interpretation(&self) -> &str {
        &self.0.is.interpretation
    }

    /// Where one joins online; for the team, else empty. Invitees who come see it on their own page.
    async fn online_link(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.inside(ctx).await? { &self.0.is.online_link } else { "" })
    }

    /// Who presides; under a protective rule for the team alone, else empty.
    async fn chair(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.names(ctx).await? { &self.0.is.chair } else { "" })
    }

    /// Who facilitates; under a protective rule for the team alone, else empty.
    async fn facilitator(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.names(ctx).await? { &self.0.is.facilitator } else { "" })
    }

    /// A telephone number of the organisers; for the team, else empty. Invitees see it on their own page.
    async fn contact(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.inside(ctx).await? { &self.0.is.contact } else { "" })
    }

    /// So many fit in.
    async fn capacity(&self) -> i32 {
        self.0.is.capacity
    }

    /// How far what is said may be passed on. Once people are invited it can only become stricter.
    async fn attribution(&self) -> Attribution {
        self.0.is.attribution.into()
    }

    /// Until when one answers: at this instant no more.
    async fn rsvp_by(&self) -> Option<DateTime<Utc>> {
        self.0.is.rsvp_by
    }

    /// Who may know it, as far as they may know its campaign.
    async fn visibility(&self) -> Visibility {
        self.0.is.visibility.into()
    }

    /// Seats by group.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn seats(&self, ctx: &Context<'_>) -> Result<Vec<DialogueSeats>> {
        let found = ctx.loaders().load_one(SeatsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// Where it stands.
    async fn state(&self) -> DialogueState {
        self.0.state.into()
    }

    /// Why it was put off, called off, or takes place with fewer than was wanted; for the team, else empty.
    async fn reason(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.inside(ctx).await? { &self.0.reason } else { "" })
    }

    /// Answers count now.
    async fn hears(&self, ctx: &Context<'_>) -> bool {
        self.0.hears(ctx.services().env.now())
    }

    /// How each group stands; for the team, else null.
    #[graphql(complexity = "10 * child_complexity + 50")]
    async fn balance(&self, ctx: &Context<'_>) -> Result<Option<Vec<DialogueStand>>> {
        if !self.inside(ctx).await? {
            return Ok(None);
        }
        let seats = ctx.loaders().load_one(SeatsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let all = store::invitations(&ctx.services().pool, self.0.id, 0, MOST).await.map_err(shape)?;
        Ok(Some(dialogues::balance(&seats, &all).into_iter().map(Into::into).collect()))
    }

    /// Who is invited, in the order of their numbers; for the team, else null.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<Option<DialogueInvitationConnection>> {
        let page = request(first, after.as_deref())?;
        if !self.inside(ctx).await? {
            return Ok(None);
        }
        let found = store::page(&ctx.services().pool, self.0.id, &page).await.map_err(shape)?;
        Ok(Some(DialogueInvitationConnection::of(found)))
    }

    /// What happens when, in its order.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn agenda(&self, ctx: &Context<'_>) -> Result<Vec<day::AgendaItem>> {
        let items = ctx.loaders().load_one(AgendaOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(day::told(&self.0, items, (self.names(ctx).await?, self.inside(ctx).await?)))
    }

    /// Who was marked on the day; for the team, else null.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<Option<DialogueAttendanceConnection>> {
        let page = request(first, after.as_deref())?;
        if !self.inside(ctx).await? {
            return Ok(None);
        }
        let found = day_store::page(&ctx.services().pool, self.0.id, &page).await.map_err(shape)?;
        Ok(Some(DialogueAttendanceConnection::of(found)))
    }

    /// How many of each group were there, all together last. Outside the team only once it is reported, and small figures are
    /// withheld; null before.
    #[graphql(complexity = "10 * child_complexity + 50")]
    async fn turnout(&self, ctx: &Context<'_>) -> Result<Option<Vec<day::DialogueTurnout>>> {
        let inside = self.inside(ctx).await?;
        let reported = matches!(self.0.state, dialogues::DialogueState::Reported | dialogues::DialogueState::Closed);
        if !inside && !reported {
            return Ok(None);
        }
        let seats = ctx.loaders().load_one(SeatsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let all = day_store::attendance(&ctx.services().pool, self.0.id, None, 2 * MOST).await.map_err(shape)?;
        let rows = attended::turnout(&seats, &all);
        Ok(Some(if inside {
            rows.into_iter().map(Into::into).collect()
        } else {
            attended::told_outside(&rows).into_iter().map(Into::into).collect()
        }))
    }

    /// Its minutes: for the team, and once they are published for everybody who may know it; else null.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn minutes(&self, ctx: &Context<'_>) -> Result<Option<minutes::DialogueMinutes>> {
        let (services, inside) = (ctx.services(), self.inside(ctx).await?);
        let kept = minutes_store::minutes(&services.pool, self.0.id).await.map_err(shape)?;
        if !inside && kept.state != MinutesState::Published {
            return Ok(None);
        }
        let points = minutes_store::points(&services.pool, self.0.id).await.map_err(shape)?;
        let said = minutes_store::corrections(&services.pool, self.0.id).await.map_err(shape)?;
        Ok(Some(minutes::told(kept, (points, said), inside, services.env.now())))
    }

    /// How those who were there found it; for the team, else null.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn feedback(&self, ctx: &Context<'_>) -> Result<Option<minutes::DialogueFeedback>> {
        if !self.inside(ctx).await? {
            return Ok(None);
        }
        Ok(Some(minutes_store::feedback(&ctx.services().pool, self.0.id).await.map_err(shape)?.into()))
    }

    /// Organisations that hold it and that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn hosts(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        let ids = self.arranged(ctx).await?.hosts;
        let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// Who holds it together with the network, such as a provincial administration.
    async fn co_host(&self, ctx: &Context<'_>) -> Result<Text> {
        Ok(self.arranged(ctx).await?.co_host.into())
    }

    /// Documents of the library that belong to it and that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        let ids = self.arranged(ctx).await?.documents;
        let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// What its team arranges; for the team, else null.
    async fn arrangements(&self, ctx: &Context<'_>) -> Result<Option<arrangements::DialogueArrangements>> {
        if !self.inside(ctx).await? {
            return Ok(None);
        }
        Ok(Some(self.arranged(ctx).await?.into()))
    }

    /// The dialogues that it follows or that follow it and that you may know, itself among them, the earliest first; empty where it
    /// stands alone.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn series(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DialogueConnection> {
        let page = request(first, after.as_deref())?;
        let (pool, actor) = (&ctx.services().pool, ctx.actor());
        let wanted = store::Wanted { series: Some(self.0.series.unwrap_or(self.0.id)), ..store::Wanted::default() };
        Ok(DialogueConnection::of(store::list(pool, actor, &wanted, &page).await.map_err(shape)?))
    }

    /// Since when nobody who was invited is named any more; null where they are.
    async fn forgotten_at(&self) -> Option<DateTime<Utc>> {
        self.0.forgotten_at
    }

    /// Whoever reported it says that nothing was promised.
    async fn nothing_promised(&self) -> bool {
        self.0.nothing_promised
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<DialogueViewerCan> {
        let campaign = self.known(ctx).await?;
        let on = !self.0.state.is_over();
        let may = |action| {
            let reach = Reach::with_self(ctx.actor(), action);
            campaign.as_ref().is_some_and(|c| reach.covers(&c.team_facts()))
        };
        Ok(DialogueViewerCan {
            organise: on && may(Action::EditCampaign),
            lead: on && may(Action::LeadCampaign),
            forget: may(Action::EditCampaign) && self.0.forgotten_at.is_none(),
            repeat: may(Action::EditCampaign) && campaign.as_ref().is_some_and(|c| c.state.is_open()),
        })
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Finding dialogues.
#[derive(Debug, Default)]
pub struct DialogueQuery;

#[Object]
impl DialogueQuery {
    /// A dialogue by its id; null for what does not exist, or not for you.
    async fn dialogue(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Dialogue>> {
        let Ok(id) = id.parse::<DialogueId>() else { return Ok(None) };
        let found = store::visible(&ctx.services().pool, ctx.actor(), id).await.map_err(shape)?;
        Ok(found.map(Into::into))
    }

    /// Dialogues of a network that you may know, the earliest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn dialogues(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Of this campaign alone.")] campaign: Option<ID>,
        #[graphql(desc = "Those alone that are not over.", default)] ahead: bool,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DialogueConnection> {
        let page = request(first, after.as_deref())?;
        let services = ctx.services();
        let wanted = store::Wanted {
            network: Some(id::<NetworkId>(&network)?),
            campaign: maybe_id::<CampaignId>(campaign.as_ref())?,
            after: ahead.then(|| services.env.now()),
            ..store::Wanted::default()
        };
        Ok(DialogueConnection::of(store::list(&services.pool, ctx.actor(), &wanted, &page).await.map_err(shape)?))
    }
}
