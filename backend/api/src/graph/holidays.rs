//! Public holidays of a network.

use async_graphql::{Context, ID, Object, Result, Value, parser::types::Field};
use chrono::NaiveDate;
use sala_domain::networks::holidays;
use sala_kernel::NetworkId;

use super::{
    context::Ctx as _,
    error::payload,
    rows::Plain,
    scalars::{Text, TextInput, id},
};

/// A public holiday: it is no working day.
#[derive(Debug)]
pub struct Holiday(holidays::Holiday);

impl From<holidays::Holiday> for Holiday {
    fn from(holiday: holidays::Holiday) -> Self {
        Self(holiday)
    }
}

impl Plain for Holiday {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A public holiday: it is no working day.
#[Object]
impl Holiday {
    /// When.
    async fn day(&self) -> NaiveDate {
        self.0.day
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }
}

payload! {
    /// What came of a change to a holiday.
    HolidayPayload {
        /// The holiday as it is now, or as it was before it was removed.
        holiday: Holiday
    }
}

/// Changing holidays.
#[derive(Debug, Default)]
pub struct HolidayMutation;

#[Object]
impl HolidayMutation {
    /// Names a day as a public holiday of a network, or names it anew.
    async fn set_holiday(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Which day.")] day: NaiveDate,
        #[graphql(desc = "What it is called; one language is enough.")] name: TextInput,
    ) -> Result<HolidayPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&network)?;
        let result = holidays::set(&services.pool, &services.env, ctx.actor(), network, day, name.into()).await;
        HolidayPayload::of(result)
    }

    /// Makes a public holiday an ordinary day again.
    async fn remove_holiday(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "Which day.")] day: NaiveDate,
    ) -> Result<HolidayPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&network)?;
        HolidayPayload::of(holidays::remove(&services.pool, &services.env, ctx.actor(), network, day).await)
    }
}
