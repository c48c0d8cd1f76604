//! Claims of listed organisations that nobody speaks for yet.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use sala_domain::{
    memberships::claims::{self, NewClaim},
    networks,
};
use sala_kernel::{ClaimId, Language, NetworkId};

use super::{
    context::Ctx as _,
    error::payload,
    loaders::broken,
    networks::NetworkPayload,
    organisations::Organisation,
    people::NameInput,
    scalars::{LanguageCode, Text, TextInput, id},
};

/// Somebody says that they speak for a listed organisation.
#[derive(Debug)]
pub struct Claim(claims::Claim);

impl From<claims::Claim> for Claim {
    fn from(claim: claims::Claim) -> Self {
        Self(claim)
    }
}

/// Somebody says that they speak for a listed organisation that has nobody on the hub.
#[Object]
impl Claim {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.0.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// Who says so.
    async fn name(&self) -> Text {
        self.0.name.full().into()
    }

    /// Their address; the invitation goes there.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Their position.
    async fn position(&self) -> Text {
        self.0.position.clone().into()
    }

    /// What they add.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// Since when it waits.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }
}

/// A claim to make.
#[derive(Debug, InputObject)]
pub struct ClaimOrganisationInput {
    /// In which network.
    network: ID,
    /// Which organisation: one of the network's `unclaimed`.
    organisation: ID,
    /// Who you are.
    name: NameInput,
    /// Your address.
    email: String,
    /// Your position there.
    position: TextInput,
    /// What helps the secretariat to see that it is so.
    #[graphql(default)]
    note: String,
    /// The language to write to you in; Khmer when left out.
    language: Option<LanguageCode>,
}

payload! {
    /// What came of a claim.
    ClaimPayload {
        /// True when the secretariat has it.
        asked: bool
    }
}

/// Making and answering claims.
#[derive(Debug, Default)]
pub struct ClaimMutation;

#[Object]
impl ClaimMutation {
    /// Says that you speak for a listed organisation that has nobody on the hub; the secretariat answers by mail.
    async fn claim_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation, and who you are.")] input: ClaimOrganisationInput,
    ) -> Result<ClaimPayload> {
        let services = ctx.services();
        let (network, organisation) = (id(&input.network)?, id(&input.organisation)?);
        let new = NewClaim {
            name: input.name.into(),
            email: input.email,
            language: input.language.map_or(Language::Km, Into::into),
            position: input.position.into(),
            note: input.note,
        };
        let asked = services.accounts().claim(&ctx.request().origin, network, organisation, &new).await;
        ClaimPayload::of(asked.map(|()| true))
    }

    /// Accepts a claim: who made it represents the organisation from now on, and is invited by mail.
    async fn accept_claim(&self, ctx: &Context<'_>, #[graphql(desc = "Which.")] claim: ID) -> Result<NetworkPayload> {
        let services = ctx.services();
        let claim: ClaimId = id(&claim)?;
        answered(ctx, services.accounts().accept_claim(ctx.actor(), claim).await).await
    }

    /// Refuses a claim; the name and address are not kept.
    async fn refuse_claim(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] claim: ID,
        #[graphql(desc = "Why; for the secretariat's own books.")] reason: String,
    ) -> Result<NetworkPayload> {
        let services = ctx.services();
        let claim: ClaimId = id(&claim)?;
        answered(ctx, claims::refuse(&services.pool, &services.env, ctx.actor(), claim, &reason).await).await
    }
}

async fn answered(ctx: &Context<'_>, done: sala_kernel::Result<NetworkId>) -> Result<NetworkPayload> {
    let network = match done {
        Ok(id) => networks::store::lookup(&ctx.services().pool, id)
            .await
            .and_then(|network| network.ok_or(sala_kernel::Error::NotFound)),
        Err(error) => Err(error),
    };
    NetworkPayload::of(network)
}
