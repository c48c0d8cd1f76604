//! Networks and their member directory.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::NaiveDate;
use sala_domain::{
    access::{Action, Level, Reach},
    decisions, groups,
    memberships::{self as members, applications},
    networks,
    people::{self, store::Among},
    signing,
    text::like_pattern,
};
use sala_kernel::{NetworkId, OrganisationId, PaperId};

use super::{
    claims::Claim,
    context::Ctx as _,
    decisions::{DecisionRule, DecisionState},
    duties::{Duty, DutyStatus},
    error::{payload, shape},
    evidence::SavedSearch,
    imports::MemberImport,
    loaders::broken,
    memberships::{Covered, Facets, Tier},
    organisations::Organisation,
    page::{
        DecisionConnection, DueConnection, EvidenceConnection, EvidenceRequestConnection, EvidenceTwinsConnection,
        HolidayConnection, MeetingConnection, MembershipConnection, OwnStatementConnection, PersonConnection,
        WorkingGroupConnection, request,
    },
    papers::Paper,
    scalars::{LanguageCode, Text, TextInput, id},
    subscription::{Change, recent},
};

/// What kind of body a network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "networks::NetworkKind")]
pub enum NetworkKind {
    /// A standing network.
    Network,
    /// Bound to an issue or a time.
    Coalition,
    /// A looser bond.
    Alliance,
    /// A working group on its own.
    WorkingGroup,
}

/// Where a network stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "networks::NetworkState")]
pub enum NetworkState {
    /// Being set up.
    Draft,
    /// At work.
    Active,
    /// Resting.
    Dormant,
    /// Over; read-only.
    Dissolved,
}

/// A standing body of member organisations with its own rules.
#[derive(Debug)]
pub struct Network(networks::Network);

impl From<networks::Network> for Network {
    fn from(network: networks::Network) -> Self {
        Self(network)
    }
}

/// What you may do with a network.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct NetworkViewerCan {
    /// Change its record.
    edit: bool,
    /// Add organisations and change how they belong.
    manage_members: bool,
    /// Give and end roles.
    manage_roles: bool,
    /// Know of applications.
    view_applications: bool,
    /// Put a question to the vote.
    open_decision: bool,
    /// Propose a working group.
    propose_group: bool,
    /// Add to its evidence library and ask for what it lacks.
    add_evidence: bool,
    /// Curate its evidence library.
    keep_library: bool,
    /// Begin a paper.
    start_paper: bool,
    /// Begin a campaign.
    start_campaign: bool,
    /// Know maps of stakeholders of campaigns in which you have a part, should there be any.
    view_maps: bool,
}

/// What to look for in a member directory; what is left out does not narrow.
#[derive(Debug, InputObject, Default)]
pub struct DirectoryFilter {
    /// Part of a name, acronym or place, English or Khmer.
    search: Option<String>,
    /// Only this tier.
    tier: Option<Tier>,
    /// Only with headquarters in this province: its two digits.
    province: Option<String>,
    /// Only working on this theme: its code.
    theme: Option<String>,
    /// Only of this type: its code.
    kind: Option<String>,
    /// The language whose names sort the list; Khmer when left out.
    language: Option<LanguageCode>,
}

impl From<DirectoryFilter> for members::Directory {
    fn from(filter: DirectoryFilter) -> Self {
        Self {
            search: filter.search,
            tier: filter.tier.map(Into::into),
            province: filter.province,
            theme: filter.theme,
            kind: filter.kind,
            language: filter.language.map(Into::into).unwrap_or_default(),
        }
    }
}

/// A standing body of member organisations with its own rules.
#[Object]
impl Network {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Its name.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// Its acronym.
    async fn acronym(&self) -> &str {
        &self.0.acronym
    }

    /// What kind of body it is.
    async fn kind(&self) -> NetworkKind {
        self.0.kind.into()
    }

    /// What it is for.
    async fn mission(&self) -> Text {
        self.0.mission.clone().into()
    }

    /// The organisation that houses its secretariat.
    async fn host(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.0.host {
            Some(host) => Ok(ctx.loaders().load_one(host).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// IANA time zone in which its times are shown.
    async fn timezone(&self) -> &str {
        &self.0.timezone
    }

    /// People without account may see it.
    async fn public_page(&self) -> bool {
        self.0.public_page
    }

    /// Where it stands.
    async fn state(&self) -> NetworkState {
        self.0.state.into()
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> NetworkViewerCan {
        let facts = self.0.facts();
        let may = |action| Reach::of(ctx.actor(), action).covers(&facts);
        NetworkViewerCan {
            edit: may(Action::EditNetwork),
            manage_members: may(Action::ManageMembers),
            manage_roles: may(Action::ManageRoles),
            view_applications: Reach::of(ctx.actor(), Action::ViewReview).reaches(self.0.id, Level::Restricted),
            open_decision: may(Action::OpenDecision),
            propose_group: may(Action::ProposeGroup),
            add_evidence: may(Action::AddEvidence),
            keep_library: Reach::of(ctx.actor(), Action::KeepLibrary).reaches(self.0.id, Level::Restricted),
            start_paper: may(Action::StartPaper),
            start_campaign: may(Action::StartCampaign),
            view_maps: !sala_domain::stakeholders::store::Within::of(ctx.actor()).is_empty(),
        }
    }

    /// The papers that are open for signing and that an organisation has not answered finally, by deadline: at most 50. For
    /// that organisation's own people; empty for others.
    #[graphql(complexity = "20 * child_complexity + 5")]
    async fn awaiting_signature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] organisation: ID,
    ) -> Result<Vec<Paper>> {
        let organisation: OrganisationId = id(&organisation)?;
        let own = ctx.actor().held().iter().any(|g| g.network == self.0.id && g.organisation == Some(organisation));
        if !own {
            return Ok(Vec::new());
        }
        let services = ctx.services();
        let waiting = signing::board_store::waiting_for(&services.pool, &services.env, self.0.id, organisation).await;
        let ids: Vec<PaperId> = waiting.map_err(shape)?.into_iter().map(PaperId).collect();
        let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// Everything that an organisation has said to texts of this network, the latest first; for that organisation's own
    /// people, empty for others.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn own_statements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] organisation: ID,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<OwnStatementConnection> {
        let (organisation, page): (OrganisationId, _) = (id(&organisation)?, request(first, after.as_deref())?);
        let own = ctx.actor().held().iter().any(|g| g.network == self.0.id && g.organisation == Some(organisation));
        if !own {
            return Ok(OwnStatementConnection::of(sala_kernel::Page::<signing::OwnStatement>::default()));
        }
        let found =
            signing::statement_store::own_statements(&ctx.services().pool, self.0.id, organisation, &page).await;
        Ok(OwnStatementConnection::of(found.map_err(shape)?))
    }

    /// Its public holidays, which are no working days, in order.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn holidays(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From this day on; all when left out.")] from: Option<NaiveDate>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<HolidayConnection> {
        let page = request(first, after.as_deref())?;
        let found = networks::holidays::list(&ctx.services().pool, self.0.id, from, &page).await;
        Ok(HolidayConnection::of(found.map_err(shape)?))
    }

    /// What a new member's authorised signatory accepts.
    async fn code_of_conduct(&self) -> Text {
        self.0.code_of_conduct.clone().into()
    }

    /// Names the exact text of the code of conduct; pass it back when accepting it.
    async fn code_of_conduct_hash(&self) -> String {
        self.0.conduct_hash()
    }

    /// Anyone may apply for membership.
    async fn takes_applications(&self) -> bool {
        self.0.takes_applications && self.0.facts().public
    }

    /// So many months after a dialogue is over, nobody who was invited is named any more.
    async fn retention_months(&self) -> i32 {
        self.0.retention_months
    }

    /// Applications handed in that you may know of, the newest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn applications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<MembershipConnection> {
        let page = request(first, after.as_deref())?;
        let found = applications::store::list(&ctx.services().pool, ctx.actor(), self.0.id, &page).await;
        Ok(MembershipConnection::of(found.map_err(shape)?))
    }

    /// Its members that anyone may know and nobody speaks for yet, by name: their own people may claim them.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn unclaimed(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        let ids = members::claims::unclaimed(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        let found = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).map(Into::into).collect())
    }

    /// Claims of these that wait for an answer, the oldest first; for who manages its members.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let found = members::claims::of_network(&ctx.services().pool, ctx.actor(), self.0.id).await;
        Ok(found.map_err(shape)?.into_iter().map(Into::into).collect())
    }

    /// Tables of members on their way in, and those taken, the newest first; for who manages its members.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn imports(&self, ctx: &Context<'_>) -> Result<Vec<MemberImport>> {
        let found = members::import::service::of_network(&ctx.services().pool, ctx.actor(), self.0.id).await;
        Ok(found.map_err(shape)?.into_iter().map(Into::into).collect())
    }

    /// What it expects of its members.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn duties(&self, ctx: &Context<'_>) -> Result<Vec<Duty>> {
        super::duties::of_network(ctx, self.0.id).await
    }

    /// How its members stand with these, as far as it concerns you: your own organisation, or all of them for the
    /// secretariat and the committee. The most overdue first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn dues(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that stand so.")] status: Option<DutyStatus>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DueConnection> {
        super::duties::dues(ctx, self.0.id, status, first, after.as_deref()).await
    }

    /// Documents that wait to be catalogued and published: all of them for its curators, one's own for anybody. The
    /// latest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn evidence_desk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EvidenceConnection> {
        super::evidence::desk(ctx, self.0.id, first, after.as_deref()).await
    }

    /// What was asked of its library: all of it for its curators, one's own for anybody. What waits first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn evidence_requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EvidenceRequestConnection> {
        super::evidence::asked(ctx, self.0.id, first, after.as_deref()).await
    }

    /// The searches of its library that you keep, by age.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn saved_searches(&self, ctx: &Context<'_>) -> Result<Vec<SavedSearch>> {
        let found = sala_domain::evidence::saved::own(&ctx.services().pool, ctx.actor(), self.0.id).await;
        Ok(found.map_err(shape)?.into_iter().map(Into::into).collect())
    }

    /// Documents whose very file came a second time, from somebody who could not know; for its curators. The oldest
    /// first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn evidence_twins(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EvidenceTwinsConnection> {
        super::evidence::twins(ctx, self.0.id, first, after.as_deref()).await
    }

    /// Its working groups, those at work first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn working_groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<WorkingGroupConnection> {
        let page = request(first, after.as_deref())?;
        let found = groups::store::list(&ctx.services().pool, ctx.actor(), self.0.id, &page).await;
        Ok(WorkingGroupConnection::of(found.map_err(shape)?))
    }

    /// The meetings of its working groups that you may know: those to come by time, or those past, the latest first.
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
        let now = services.env.now();
        let found = groups::meetings::store::list(&services.pool, ctx.actor(), self.0.id, None, now, past, &page).await;
        Ok(MeetingConnection::of(found.map_err(shape)?))
    }

    /// Its decisions that you may know of, the newest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that stand so.")] state: Option<DecisionState>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DecisionConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = decisions::store::Wanted { state: state.map(Into::into), ..Default::default() };
        let found = decisions::store::list(&ctx.services().pool, ctx.actor(), self.0.id, wanted, &page).await;
        Ok(DecisionConnection::of(found.map_err(shape)?))
    }

    /// How it decides, by subject.
    #[graphql(complexity = "7 * child_complexity + 1")]
    async fn decision_rules(&self, ctx: &Context<'_>) -> Result<Vec<DecisionRule>> {
        let rules = decisions::store::rules(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        Ok(rules.into_iter().map(Into::into).collect())
    }

    /// Its members that you may see, by name.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to look for.")] filter: Option<DirectoryFilter>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<MembershipConnection> {
        let page = request(first, after.as_deref())?;
        let filter = filter.unwrap_or_default().into();
        let look = ctx.look_ahead();
        let count = look.field("totalCount").exists();
        let found = members::store::directory(&ctx.services().pool, ctx.actor(), self.0.id, &filter, &page, count)
            .await
            .map_err(shape)?;
        let mut organisations = Vec::with_capacity(found.items.len());
        let mut items = Vec::with_capacity(found.items.len());
        for (cursor, (membership, organisation)) in found.items {
            organisations.push(organisation);
            items.push((cursor, membership));
        }
        super::prefetch::organisations(ctx, organisations, &look.field("edges").field("node").field("organisation"))
            .await?;
        Ok(MembershipConnection::of(sala_kernel::Page { items, more: found.more, total: found.total }))
    }

    /// The same members counted by tier, province, type and theme: each count leaves out its own filter.
    #[graphql(complexity = "20 + child_complexity")]
    async fn member_facets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to look for.")] filter: Option<DirectoryFilter>,
    ) -> Result<Facets> {
        let filter = filter.unwrap_or_default().into();
        let facets =
            members::store::facets(&ctx.services().pool, ctx.actor(), self.0.id, &filter).await.map_err(shape)?;
        Ok(facets.into())
    }

    /// Where its members work on what, as far as you may know them: by province and theme, headquarters and places of work
    /// counted. What is not in it, no member you may know of covers.
    #[graphql(complexity = "50 + child_complexity")]
    async fn coverage(&self, ctx: &Context<'_>) -> Result<Vec<Covered>> {
        let found = members::store::coverage(&ctx.services().pool, ctx.actor(), self.0.id).await.map_err(shape)?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// What changed lately, newest first, as far as you may know it.
    #[graphql(complexity = "20 + 10 * child_complexity")]
    async fn recent_changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 20; 8 when left out.", default = 8, validator(minimum = 1, maximum = 20))]
        first: i32,
    ) -> Result<Vec<Change>> {
        recent(ctx, self.0.id, usize::try_from(first).unwrap_or(8)).await
    }

    /// Everybody with a role or position in it whom you may see, by Latin name.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Part of a name in either script.")] search: Option<String>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PersonConnection> {
        let page = request(first, after.as_deref())?;
        let pattern = search.as_deref().filter(|s| !s.trim().is_empty()).map(like_pattern);
        let people = people::store::visible(
            &ctx.services().pool,
            ctx.actor(),
            Among::Network(self.0.id),
            pattern.as_deref(),
            &page,
            ctx.look_ahead().field("totalCount").exists(),
        )
        .await
        .map_err(shape)?;
        super::prefetch::people(ctx, &people, &ctx.look_ahead()).await?;
        Ok(PersonConnection::of(people))
    }
}

/// Reading networks.
#[derive(Debug, Default)]
pub struct NetworkQuery;

#[Object]
impl NetworkQuery {
    /// The networks of this hub that you may see, by name.
    #[graphql(complexity = "5 * child_complexity")]
    async fn networks(&self, ctx: &Context<'_>) -> Result<Vec<Network>> {
        let networks = networks::store::visible(&ctx.services().pool, ctx.actor(), None).await.map_err(shape)?;
        Ok(networks.into_iter().take(100).map(Network).collect())
    }

    /// A network by its id; null for what does not exist, or not for you.
    async fn network(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Network>> {
        let Ok(id) = id.parse::<NetworkId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Network))
    }
}

/// A change to a network; what is left out stays.
#[derive(Debug, InputObject)]
pub struct EditNetworkInput {
    /// Which network.
    id: ID,
    /// As it was read.
    version: i32,
    /// New name.
    name: Option<TextInput>,
    /// New acronym.
    acronym: Option<String>,
    /// New mission.
    mission: Option<TextInput>,
    /// People without account may see it.
    public_page: Option<bool>,
    /// What a new member's authorised signatory is to accept.
    code_of_conduct: Option<TextInput>,
    /// Anyone may apply for membership.
    takes_applications: Option<bool>,
    /// So many months after a dialogue is over, nobody who was invited is named any more; 1 to 120.
    retention_months: Option<i32>,
}

payload! {
    /// What came of a change to a network.
    NetworkPayload {
        /// The network as it is now.
        network: Network
    }
}

/// Changing networks.
#[derive(Debug, Default)]
pub struct NetworkMutation;

#[Object]
impl NetworkMutation {
    /// Changes a network's own record.
    async fn edit_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: EditNetworkInput,
    ) -> Result<NetworkPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.id)?;
        let edit = networks::NetworkEdit {
            name: input.name.map(Into::into),
            acronym: input.acronym,
            mission: input.mission.map(Into::into),
            public_page: input.public_page,
            code_of_conduct: input.code_of_conduct.map(Into::into),
            takes_applications: input.takes_applications,
            retention_months: input.retention_months,
        };
        let result =
            networks::service::edit(&services.pool, &services.env, ctx.actor(), network, input.version, edit).await;
        NetworkPayload::of(result)
    }
}

/// How widely something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Level")]
pub enum Sensitivity {
    /// Anyone, also without an account.
    Public,
    /// People of the networks concerned.
    Members,
    /// The own people, the secretariat and the steering committee.
    Restricted,
    /// Named persons only.
    Confidential,
}
