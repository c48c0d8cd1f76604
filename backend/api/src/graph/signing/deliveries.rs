//! To whom a text was handed over.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::signing::deliveries::{self, NewDelivery};
use sala_kernel::{DeliveryId, PaperId};

use super::changes::SignOnPayload;
use crate::graph::{
    context::Ctx as _,
    evidence::Document,
    loaders::broken,
    people::Person,
    rows::Plain,
    scalars::{id, maybe_id},
};

/// How a text was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "deliveries::DeliveryMethod")]
pub enum DeliveryMethod {
    /// By hand.
    HandDelivered,
    /// By post.
    Post,
    /// By mail.
    Email,
    /// Through somebody's portal.
    ESubmission,
    /// In a meeting.
    Meeting,
}

/// A delivery of a text.
#[derive(Debug)]
pub struct Delivery(deliveries::Delivery);

impl From<deliveries::Delivery> for Delivery {
    fn from(delivery: deliveries::Delivery) -> Self {
        Self(delivery)
    }
}

impl Plain for Delivery {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A delivery of a text.
#[Object]
impl Delivery {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// To whom.
    async fn addressee(&self) -> &str {
        &self.0.addressee
    }

    /// On which day.
    async fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// How.
    async fn method(&self) -> DeliveryMethod {
        self.0.method.into()
    }

    /// What it says on the receipt; may be empty.
    async fn receipt(&self) -> &str {
        &self.0.receipt
    }

    /// The scan of the receipt; null for none, or not for you.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Document>> {
        let Some(id) = self.0.evidence else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// When to ask what became of it; null for never.
    async fn follow_up_on(&self) -> Option<NaiveDate> {
        self.0.follow_up_on
    }

    /// Who recorded it; null for people who are not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one(self.0.recorded_by).await.map_err(broken)?.map(Into::into))
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Why it was struck out; empty where it stands.
    async fn struck(&self) -> &str {
        &self.0.struck
    }
}

/// A delivery to be recorded.
#[derive(Debug, InputObject)]
pub struct RecordDeliveryInput {
    /// To whom.
    addressee: String,
    /// On which day: today or earlier.
    on: NaiveDate,
    /// How.
    method: DeliveryMethod,
    /// What it says on the receipt.
    #[graphql(default)]
    receipt: String,
    /// The scan of the receipt, in the library.
    evidence: Option<ID>,
    /// When to ask what became of it.
    follow_up_on: Option<NaiveDate>,
}

/// Handing texts over.
#[derive(Debug, Default)]
pub struct DeliveryMutation;

#[Object]
impl DeliveryMutation {
    /// Records that a text that may be published was handed over.
    async fn record_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "To whom, when, how.")] input: RecordDeliveryInput,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let new = NewDelivery {
            addressee: input.addressee,
            on: input.on,
            method: input.method.into(),
            receipt: input.receipt,
            evidence: maybe_id(input.evidence.as_ref())?,
            follow_up_on: input.follow_up_on,
        };
        SignOnPayload::of(deliveries::record(&services.pool, &services.env, ctx.actor(), paper, new).await)
    }

    /// Strikes out a delivery that was recorded wrongly; it stays readable, with the reason.
    async fn strike_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which delivery.")] delivery: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let delivery: DeliveryId = id(&delivery)?;
        SignOnPayload::of(deliveries::strike(&services.pool, &services.env, ctx.actor(), delivery, &reason).await)
    }
}
