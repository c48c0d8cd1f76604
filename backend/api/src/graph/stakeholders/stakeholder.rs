//! Somebody on a map.

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::NaiveDate;
use sala_domain::{commitments, stakeholders};
use sala_kernel::EngagementId;

use super::kinds::{StakeholderKind, StakeholderLevel, StakeholderState, Target};
use super::{StakeholderNeighbour, organisation, person};
use crate::graph::{
    campaigns::Campaign,
    context::Ctx as _,
    error::shape,
    loaders::broken,
    organisations::Organisation,
    page::{CommitmentConnection, request},
    people::Person,
    places::Place,
    rows::{Plain, leaf},
    scalars::{Text, maybe_id, text},
};

/// An office somebody holds or held.
#[derive(Debug, SimpleObject)]
pub struct StakeholderOffice {
    /// Who: somebody on the same map.
    pub(super) holder: ID,
    /// Where: an institution or unit on the same map.
    pub(super) office: ID,
    /// As what.
    pub(super) title: Text,
    /// From when.
    pub(super) since: Option<NaiveDate>,
    /// Until when; null while they are in it.
    pub(super) until: Option<NaiveDate>,
}

/// Somebody on a map.
#[derive(Debug)]
pub struct Stakeholder(stakeholders::Stakeholder);

impl From<stakeholders::Stakeholder> for Stakeholder {
    fn from(s: stakeholders::Stakeholder) -> Self {
        Self(s)
    }
}

impl Plain for Stakeholder {
    fn plain(&self, field: &Field) -> Option<Value> {
        let s = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(s.id.to_string()),
            "name" => text(&s.name, field),
            "aliases" => leaf(Value::List(s.aliases.iter().map(|a| a.as_str().into()).collect())),
            "parent" => Some(s.parent.map_or(Value::Null, |p| p.to_string().into())),
            "constituency" => leaf(s.constituency.as_str()),
            "contacts" => leaf(s.contacts.as_str()),
            "note" => leaf(s.note.as_str()),
            "asks" => leaf(Value::List(s.asks.iter().map(|a| a.to_string().into()).collect())),
            "placeCode" => Some(s.place.as_ref().map_or(Value::Null, |p| p.0.as_str().into())),
            "ownerId" => Some(s.owner.map_or(Value::Null, |o| o.to_string().into())),
            "ownerPersonId" => Some(s.owner_person.map_or(Value::Null, |p| p.to_string().into())),
            "x" => Some(s.at.map_or(Value::Null, |at| f64::from(at.0).into())),
            "y" => Some(s.at.map_or(Value::Null, |at| f64::from(at.1).into())),
            "version" => leaf(s.version),
            "kind" => Some(async_graphql::resolver_utils::enum_value(StakeholderKind::from(s.kind))),
            "state" => Some(async_graphql::resolver_utils::enum_value(StakeholderState::from(s.state))),
            "target" => Some(async_graphql::resolver_utils::enum_value(Target::from(s.target))),
            "level" => Some(
                s.level.map_or(Value::Null, |l| async_graphql::resolver_utils::enum_value(StakeholderLevel::from(l))),
            ),
            _ => None,
        }
    }
}

/// An institution, or a person in or without office, that a campaign may influence or work with, as its map has them.
#[Object]
impl Stakeholder {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// On the map of which campaign.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>> {
        Ok(ctx.loaders().load_one(self.0.campaign).await.map_err(broken)?.map(Into::into))
    }

    /// What it is.
    async fn kind(&self) -> StakeholderKind {
        self.0.kind.into()
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// Other spellings under which it is found.
    async fn aliases(&self) -> &[String] {
        &self.0.aliases
    }

    /// Of what it is a part: somebody on the same map.
    async fn parent(&self) -> Option<ID> {
        self.0.parent.map(|p| p.to_string().into())
    }

    /// For which group it speaks: a code of the list of constituencies, or empty.
    async fn constituency(&self) -> &str {
        &self.0.constituency
    }

    /// On which level it acts.
    async fn level(&self) -> Option<StakeholderLevel> {
        self.0.level.map(Into::into)
    }

    /// Where.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let Some(code) = self.0.place.clone() else { return Ok(None) };
        Ok(ctx.loaders().load_one(code).await.map_err(broken)?.map(Into::into))
    }

    /// The code of the place; the map's `places` name it.
    async fn place_code(&self) -> Option<&str> {
        self.0.place.as_ref().map(|p| p.0.as_str())
    }

    /// The id of the organisation that keeps in touch with it; the map's `owners` name it.
    async fn owner_id(&self) -> Option<ID> {
        self.0.owner.map(|o| o.to_string().into())
    }

    /// The id of who of that organisation does; the map's `ownerPeople` name them.
    async fn owner_person_id(&self) -> Option<ID> {
        self.0.owner_person.map(|p| p.to_string().into())
    }

    /// How it is reached: what is public alone.
    async fn contacts(&self) -> &str {
        &self.0.contacts
    }

    /// What else is to be known: facts and behaviour.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// How near it is to the decision.
    async fn target(&self) -> Target {
        self.0.target.into()
    }

    /// Which organisation keeps in touch with it.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.owner).await
    }

    /// Who of that organisation.
    async fn owner_person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.owner_person).await
    }

    /// Which asks of the plan go to it.
    async fn asks(&self) -> Vec<ID> {
        self.0.asks.iter().map(|ask| ask.to_string().into()).collect()
    }

    /// Where it stands.
    async fn state(&self) -> StakeholderState {
        self.0.state.into()
    }

    /// Where the team has put it in the picture of relations, to the right; null as long as nobody has.
    async fn x(&self) -> Option<f32> {
        self.0.at.map(|at| at.0)
    }

    /// The same, downwards.
    async fn y(&self) -> Option<f32> {
        self.0.at.map(|at| at.1)
    }

    /// Who else goes to it within a week of a day, as far as you may know: at most 50.
    #[graphql(complexity = "10 * child_complexity + 20")]
    async fn neighbours(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day on which you plan to go.")] on: NaiveDate,
        #[graphql(desc = "But for this contact of yours.")] but: Option<ID>,
    ) -> Result<Vec<StakeholderNeighbour>> {
        let but: Option<EngagementId> = maybe_id(but.as_ref())?;
        let found = stakeholders::engagements::near(&ctx.services().pool, ctx.actor(), &self.0, on, but)
            .await
            .map_err(shape)?;
        let mut told = Vec::new();
        for one in found.into_iter().take(50) {
            told.push(StakeholderNeighbour {
                week: one.week,
                on: one.on,
                organisation: organisation(ctx, one.organisation).await?,
                engagement: one.engagement.map(|e| e.to_string().into()),
            });
        }
        Ok(told)
    }

    /// What it has promised in this campaign, the next due first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn commitments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<CommitmentConnection> {
        let page = request(first, after.as_deref())?;
        let wanted =
            commitments::store::Wanted { stakeholder: Some(self.0.id), ..commitments::store::Wanted::default() };
        let found = commitments::store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await.map_err(shape)?;
        Ok(CommitmentConnection::of(found))
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
