//! Organisations in networks.

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field,
    resolver_utils::enum_value,
};
use chrono::NaiveDate;
use sala_domain::{memberships, organisations::NewOrganisation};
use sala_kernel::{MembershipId, NetworkId, OrganisationId, PlaceCode};

use super::{
    Code,
    applications::Application,
    context::Ctx as _,
    error::{payload, shape},
    loaders::{MembershipsOf, broken},
    mandates::Mandates,
    networks::{Network, Sensitivity},
    organisations::{Organisation, Registration},
    rows::{Plain, Row, leaf},
    scalars::{TextInput, id, maybe_id},
    standing::Standing,
};

/// How an organisation belongs to a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "memberships::Tier")]
pub enum Tier {
    /// Voice and vote.
    Full,
    /// Voice only.
    Associate,
    /// Listens in.
    Observer,
    /// Works alongside.
    Partner,
}

/// Where a membership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "memberships::MembershipState")]
pub enum MembershipState {
    /// Being written.
    Draft,
    /// Handed in.
    Applied,
    /// Looked at.
    UnderReview,
    /// Recommended to the committee.
    Recommended,
    /// Given back with reasons.
    Returned,
    /// In good standing.
    Active,
    /// Fee unpaid past grace.
    Lapsed,
    /// Suspended by the committee.
    Suspended,
    /// Ended by the committee.
    Terminated,
    /// Ended by the organisation.
    Resigned,
}

/// How many members share something.
#[derive(Debug, SimpleObject)]
pub struct Facet {
    /// What: a tier's word, a province's two digits, a type's or theme's code.
    value: String,
    /// How many.
    count: i64,
}

/// A directory counted, over what you may see only.
#[derive(Debug, SimpleObject)]
pub struct Facets {
    /// By tier.
    tiers: Vec<Facet>,
    /// By province of the headquarters.
    provinces: Vec<Facet>,
    /// By type.
    kinds: Vec<Facet>,
    /// By theme.
    themes: Vec<Facet>,
}

impl From<memberships::Facets> for Facets {
    fn from(facets: memberships::Facets) -> Self {
        let list = |facets: Vec<memberships::Facet>| {
            facets.into_iter().map(|f| Facet { value: f.value, count: f.count }).collect()
        };
        Self {
            tiers: list(facets.tiers),
            provinces: list(facets.provinces),
            kinds: list(facets.kinds),
            themes: list(facets.themes),
        }
    }
}

/// An organisation's place in a network.
#[derive(Debug)]
pub struct Membership(memberships::Membership);

impl From<memberships::Membership> for Membership {
    fn from(membership: memberships::Membership) -> Self {
        Self(membership)
    }
}

impl Plain for Membership {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "tier" => Some(enum_value(Tier::from(self.0.tier))),
            "state" => Some(enum_value(MembershipState::from(self.0.state))),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// An organisation's place in a network.
#[Object]
impl Membership {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Row<Organisation>> {
        let found = ctx.loaders().load_one(self.0.organisation).await.map_err(broken)?;
        found.map(|o| Row(o.into())).ok_or_else(|| Code::NotFound.error("Not found."))
    }

    /// How it belongs.
    async fn tier(&self) -> Tier {
        self.0.tier.into()
    }

    /// Where it stands.
    async fn state(&self) -> MembershipState {
        self.0.state.into()
    }

    /// Since when.
    async fn joined_on(&self) -> Option<NaiveDate> {
        self.0.joined_on
    }

    /// What is known while it is applied for; null for members of old, and for those it does not concern.
    async fn application(&self, ctx: &Context<'_>) -> Result<Option<Application>> {
        super::applications::application(ctx, &self.0).await
    }

    /// Its fee and how it came to its state; null for those it does not concern.
    async fn standing(&self, ctx: &Context<'_>) -> Result<Option<Standing>> {
        super::standing::standing(ctx, &self.0).await
    }

    /// Who may speak and sign for the organisation here.
    async fn mandates(&self) -> Mandates {
        Mandates(self.0.clone())
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A membership by its id, as far as the actor may see its organisation.
pub async fn find(ctx: &Context<'_>, id: MembershipId) -> Result<Option<Membership>> {
    let Some(membership) = memberships::store::lookup(&ctx.services().pool, id).await.map_err(shape)? else {
        return Ok(None);
    };
    let seen = ctx.loaders().load_one(MembershipsOf(membership.organisation)).await.map_err(broken)?;
    Ok(seen.unwrap_or_default().into_iter().find(|m| m.id == id).map(Membership))
}

/// A new organisation, put into a network.
#[derive(Debug, InputObject)]
pub struct AddOrganisationInput {
    /// Into which network.
    network: ID,
    /// How it belongs.
    tier: Tier,
    /// Its name in at least one language.
    name: TextInput,
    /// Its acronym.
    #[graphql(default)]
    acronym: String,
    /// Its type: a code of the list `ORGANISATION_TYPE`.
    kind: String,
    /// How it stands with the authorities.
    registration: Registration,
    /// Where its headquarters are.
    hq: Option<ID>,
    /// How widely it is known; when left out, an unregistered group is hidden and others are known to members.
    listing: Option<Sensitivity>,
    /// Its fiscal or legal host.
    host: Option<ID>,
    /// Codes of its themes.
    #[graphql(default, validator(max_items = 40))]
    themes: Vec<String>,
}

/// An organisation that is on the hub, put into another network.
#[derive(Debug, InputObject)]
pub struct JoinNetworkInput {
    /// Into which network.
    network: ID,
    /// Which organisation.
    organisation: ID,
    /// How it belongs.
    tier: Tier,
}

/// A change of tier.
#[derive(Debug, InputObject)]
pub struct SetTierInput {
    /// Which membership.
    id: ID,
    /// As it was read.
    version: i32,
    /// The new tier.
    tier: Tier,
}

/// How many members work on a theme in a province.
#[derive(Debug, SimpleObject)]
pub struct Covered {
    /// The province: its two digits.
    province: String,
    /// The theme: its code.
    theme: String,
    /// How many members you may know of.
    members: i64,
}

impl From<memberships::store::Covered> for Covered {
    fn from(cell: memberships::store::Covered) -> Self {
        Self { province: cell.province, theme: cell.theme, members: cell.members }
    }
}

payload! {
    /// What came of a change to the member roll.
    MembershipPayload {
        /// The membership as it is now.
        membership: Membership
    }
}

/// Changing the member roll.
#[derive(Debug, Default)]
pub struct MembershipMutation;

#[Object]
impl MembershipMutation {
    /// Adds a new organisation to a network.
    async fn add_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] input: AddOrganisationInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.network)?;
        let new = NewOrganisation {
            name: input.name.into(),
            acronym: input.acronym,
            kind: input.kind,
            registration: input.registration.into(),
            hq: maybe_id::<PlaceCode>(input.hq.as_ref())?,
            listing: input.listing.map(Into::into),
            host: maybe_id(input.host.as_ref())?,
            themes: input.themes,
        };
        let result =
            memberships::service::add(&services.pool, &services.env, ctx.actor(), network, new, input.tier.into())
                .await;
        MembershipPayload::of(result)
    }

    /// Adds an organisation that is on the hub already to another network.
    async fn join_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which into which.")] input: JoinNetworkInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.network)?;
        let organisation: OrganisationId = id(&input.organisation)?;
        let result = memberships::service::join(
            &services.pool,
            &services.env,
            ctx.actor(),
            network,
            organisation,
            input.tier.into(),
        )
        .await;
        MembershipPayload::of(result)
    }

    /// Changes how an organisation belongs.
    async fn set_tier(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: SetTierInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.id)?;
        let result = memberships::service::set_tier(
            &services.pool,
            &services.env,
            ctx.actor(),
            membership,
            input.version,
            input.tier.into(),
        )
        .await;
        MembershipPayload::of(result)
    }
}
