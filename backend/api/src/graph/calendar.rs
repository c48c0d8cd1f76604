//! One's private calendar address.

use async_graphql::{Context, Object, Result};
use sala_identity::calendar_feeds;

use super::{context::Ctx as _, error::shape};

/// Dealing with one's private calendar address.
#[derive(Debug, Default)]
pub struct CalendarMutation;

#[Object]
impl CalendarMutation {
    /// Makes your private calendar address anew, for a calendar program to read; it is shown this once. The one before
    /// stops working.
    async fn renew_calendar_feed(&self, ctx: &Context<'_>) -> Result<String> {
        let services = ctx.services();
        let secret = calendar_feeds::renew(&services.pool, &services.env, ctx.actor()).await.map_err(shape)?;
        Ok(format!("{}/calendar/{}.ics", services.settings.public_url, secret.expose()))
    }

    /// Ends your private calendar address; true when it is done.
    async fn end_calendar_feed(&self, ctx: &Context<'_>) -> Result<bool> {
        let services = ctx.services();
        calendar_feeds::end(&services.pool, &services.env, ctx.actor()).await.map_err(shape)?;
        Ok(true)
    }
}
