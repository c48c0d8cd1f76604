//! Live changes, judged anew for every event.
//!
//! A subscription's resolver only turns events of its [`Source`] into changes the
//! actor may know of; where events come from, how execution is shared and how a
//! socket resumes is `live`'s business.

use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{Context, ID, Object, Result, Subscription};
use chrono::{DateTime, Utc};
use futures_util::{Stream, StreamExt as _, stream};
use sala_domain::{
    access::{Action, Level, Reach},
    evidence, papers,
};
use sala_kernel::{Cursor, Event, NetworkId, PersonId};
use tokio::sync::mpsc;

use super::{
    Code,
    context::Ctx as _,
    error::shape,
    loaders::{FactsOf, broken},
    node::{Node, find},
    people::Person,
};

/// Where an execution last stood: the event behind the answer it just gave.
#[derive(Debug, Clone, Default)]
pub struct Position(Arc<Mutex<Option<Cursor>>>);

impl Position {
    /// The last event that became an answer.
    pub fn get(&self) -> Option<Cursor> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, cursor: Cursor) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cursor);
    }
}

/// The events of one execution, taken by its one subscription field.
#[derive(Debug)]
pub struct Source {
    events: Mutex<Option<mpsc::UnboundedReceiver<Arc<Event>>>>,
    /// Told before each answer.
    pub position: Position,
}

impl Source {
    /// A source that ends when the sender is dropped.
    pub fn new(events: mpsc::UnboundedReceiver<Arc<Event>>) -> Self {
        Self { events: Mutex::new(Some(events)), position: Position::default() }
    }

    fn take(&self) -> Result<mpsc::UnboundedReceiver<Arc<Event>>> {
        self.events
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
            .ok_or_else(|| Code::BadInput.error("One subscription field at a time."))
    }
}

/// Something that happened, as far as you may know.
#[derive(Debug)]
pub struct Change {
    cursor: String,
    kind: String,
    at: DateTime<Utc>,
    node_id: String,
    node: Option<Node>,
    by: Option<PersonId>,
}

/// Something that happened, as far as you may know.
#[Object]
impl Change {
    /// Where to go on after a lost connection: pass it as `after`.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// What happened: `organisation.edited`, `role.granted`, …
    async fn kind(&self) -> &str {
        &self.kind
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The id of the thing it happened to.
    async fn node_id(&self) -> ID {
        self.node_id.clone().into()
    }

    /// The thing as it is now; null when it is gone for you.
    async fn node(&self) -> Option<&Node> {
        self.node.as_ref()
    }

    /// Who did it; null for the hub itself, and for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.by {
            Some(person) => Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }
}

/// The newest changes in a network that the actor may know of, newest first; the same thing changed by the same
/// person several times in a row is told once.
pub async fn recent(ctx: &Context<'_>, network: NetworkId, first: usize) -> Result<Vec<Change>> {
    let events = sala_kernel::recent(&ctx.services().pool, network, 100).await.map_err(shape)?;
    let mut changes: Vec<Change> = Vec::new();
    for event in events {
        if changes.len() >= first {
            break;
        }
        let Some(change) = tell(ctx, &event).await?.filter(|c| c.node.is_some()) else { continue };
        let again = changes
            .last()
            .is_some_and(|last| last.node_id == change.node_id && last.kind == change.kind && last.by == change.by);
        if !again {
            changes.push(change);
        }
    }
    Ok(changes)
}

fn stream_of(
    ctx: &Context<'_>,
    concerns: Box<dyn Fn(&Event) -> bool + Send>,
) -> Result<impl Stream<Item = Arc<Event>> + use<>> {
    let source = ctx.data_unchecked::<Arc<Source>>();
    let events = source.take()?;
    let position = source.position.clone();
    Ok(stream::unfold((events, concerns, position), |(mut events, concerns, position)| async move {
        loop {
            let event = events.recv().await?;
            if concerns(&event) {
                position.set(event.cursor);
                return Some((event, (events, concerns, position)));
            }
        }
    }))
}

/// Events that tell of a member's standing.
const OF_STANDING: [&str; 4] =
    ["membership.fee_recorded", "membership.mandate_recorded", "membership.mandate_ended", "membership.duty_done"];

async fn may_know_standing(ctx: &Context<'_>, event: &Event) -> Result<bool> {
    let (Some(network), Some(organisation)) = (event.network, event.organisation) else { return Ok(false) };
    let facts = ctx.loaders().load_one(FactsOf(organisation)).await.map_err(broken)?;
    Ok(facts.is_some_and(|f| Reach::of(ctx.actor(), Action::ViewStanding).covers(&f.within(network))))
}

/// The id of the thing an event is news about.
pub fn subject(event: &Event) -> String {
    match event.entity.as_str() {
        // A role is news about the person who holds it, and what happens to a session or account about its person.
        "role" | "session" => event.payload.get("person").and_then(|p| p.as_str()).map(|p| format!("person:{p}")),
        "account" => Some(format!("person:{}", event.entity_id)),
        _ => None,
    }
    .unwrap_or_else(|| format!("{}:{}", event.entity, event.entity_id))
}

/// What an actor may be told of an event: the thing, its disappearance, or nothing.
async fn tell(ctx: &Context<'_>, event: &Event) -> Result<Option<Change>> {
    let id = subject(event);
    // A member's fee, mandates and duties are news only for those who may know its standing.
    if OF_STANDING.contains(&event.kind.as_str()) && !may_know_standing(ctx, event).await? {
        return Ok(None);
    }
    // Who comes into a working group is news only for those who may know of the person.
    if event.entity == "group"
        && let Some(person) = event.payload.get("person").and_then(|p| p.as_str())
        && find(ctx, &format!("person:{person}")).await?.is_none()
    {
        return Ok(None);
    }
    if matches!(event.entity.as_str(), "document" | "paper")
        && !known_by_role(ctx, event).await?
        && !knew_before(ctx, event)
    {
        return Ok(None);
    }
    let node = find(ctx, &id).await?;
    if node.is_none() && !knew_before(ctx, event) {
        return Ok(None);
    }
    let services = ctx.services();
    Ok(Some(Change {
        cursor: services.cursors.seal(&services.env, event.cursor).map_err(shape)?,
        kind: event.kind.clone(),
        at: event.at,
        node_id: id,
        node,
        by: event.actor,
    }))
}

/// A document or paper is news for those who know it by what they hold. Who is named in one is told elsewhere: those who hold the
/// same share what is told here.
async fn known_by_role(ctx: &Context<'_>, event: &Event) -> Result<bool> {
    let Ok(id) = uuid::Uuid::try_parse(&event.entity_id) else { return Ok(false) };
    let pool = &ctx.services().pool;
    if event.entity == "paper" {
        let found = papers::store::lookup(pool, sala_kernel::PaperId(id)).await.map_err(shape)?;
        let reach = Reach::of(ctx.actor(), Action::ViewPaper);
        return Ok(found.is_some_and(|paper| reach.covers(&paper.facts())));
    }
    let found = evidence::store::lookup_many(pool, &[id]).await.map_err(shape)?;
    let reach = Reach::of(ctx.actor(), Action::ViewEvidence);
    Ok(found.first().is_some_and(|document| reach.covers(&document.facts())))
}

/// A thing that has just become more secret is gone for those who knew it, and never was for the others.
fn knew_before(ctx: &Context<'_>, event: &Event) -> bool {
    let from = event.payload.get("from").and_then(|l| l.as_str()).and_then(|l| l.parse::<Level>().ok());
    let (Some(from), Some(network)) = (from, event.network) else { return false };
    let view = if event.entity == "document" { Action::ViewEvidence } else { Action::ViewOrganisation };
    let reach = Reach::of(ctx.actor(), view);
    (from == Level::Public && reach.public) || reach.networks_at(from).contains(&network.0)
}

fn told<'a>(
    ctx: &'a Context<'_>,
    events: impl Stream<Item = Arc<Event>> + Send + 'a,
) -> impl Stream<Item = Result<Change>> + 'a {
    events.filter_map(move |event| async move { tell(ctx, &event).await.transpose() })
}

/// Live changes. Each ends with a named reason: an error's code, or the close code of the socket.
#[derive(Debug, Default)]
pub struct Subscriptions;

/// Live changes. Each ends with a named reason: an error's code, or the close code of the socket.
#[Subscription(name = "Subscription")]
impl Subscriptions {
    /// Everything that happens in a network, as far as you may know it.
    async fn network_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(desc = "Which network.")] network: ID,
        #[graphql(
            desc = "The cursor of the last change you have, given as the variable `$after`; only newer ones follow. Left out: from now on."
        )]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Change>> + 'ctx> {
        let _ = after;
        let id: NetworkId = super::scalars::id(&network)?;
        if ctx.loaders().load_one(id).await.map_err(broken)?.is_none() {
            return Err(Code::NotFound.error("Not found."));
        }
        Ok(told(ctx, stream_of(ctx, Box::new(move |event| event.network == Some(id)))?))
    }

    /// Everything that happens to one thing, as far as you may know it.
    async fn node_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(desc = "The thing's id.")] id: ID,
        #[graphql(
            desc = "The cursor of the last change you have, given as the variable `$after`; only newer ones follow. Left out: from now on."
        )]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Change>> + 'ctx> {
        let _ = after;
        if find(ctx, &id).await?.is_none() {
            return Err(Code::NotFound.error("Not found."));
        }
        let wanted = id.to_string();
        let concerns = move |event: &Event| {
            let about = format!("{}:{}", event.entity, event.entity_id);
            let role_of = event.payload.get("person").and_then(|p| p.as_str()).map(|p| format!("person:{p}"));
            about == wanted || (event.entity == "role" && role_of.as_deref() == Some(wanted.as_str()))
        };
        // Once it is gone there is nothing to listen to: the same end as for whoever asks for it now.
        Ok(told(ctx, stream_of(ctx, Box::new(concerns))?).flat_map(|change| {
            let gone = change.as_ref().is_ok_and(|c| c.node.is_none());
            stream::iter(std::iter::once(change).chain(gone.then(|| Err(Code::NotFound.error("Not found.")))))
        }))
    }

    /// What happens to one's own account: sessions begun and ended, tokens, ways to sign in, roles.
    #[expect(clippy::unused_async, reason = "a subscription field is async by contract")]
    async fn viewer_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(
            desc = "The cursor of the last change you have, given as the variable `$after`; only newer ones follow. Left out: from now on."
        )]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Change>> + 'ctx> {
        let _ = after;
        let me = ctx.actor().signed_in().map_err(shape)?.person().0.to_string();
        let mine = move |event: &Event| match event.entity.as_str() {
            "account" => event.entity_id == me,
            "session" | "role" => event.payload.get("person").and_then(|p| p.as_str()) == Some(me.as_str()),
            _ => false,
        };
        Ok(told(ctx, stream_of(ctx, Box::new(mine))?))
    }

    /// Mails of this hub as they are written, sent or refused; for whoever runs it.
    #[expect(clippy::unused_async, reason = "a subscription field is async by contract")]
    async fn mail_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(
            desc = "The cursor of the last change you have, given as the variable `$after`; only newer ones follow. Left out: from now on."
        )]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Change>> + 'ctx> {
        let _ = after;
        ctx.actor().operates().map_err(shape)?;
        Ok(told(ctx, stream_of(ctx, Box::new(|event| event.entity == "mail"))?))
    }

    /// Every change to the lists: themes, types and so on.
    #[expect(clippy::unused_async, reason = "a subscription field is async by contract")]
    async fn term_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(
            desc = "The cursor of the last change you have, given as the variable `$after`; only newer ones follow. Left out: from now on."
        )]
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Change>> + 'ctx> {
        let _ = after;
        Ok(told(ctx, stream_of(ctx, Box::new(|event| event.entity == "term"))?))
    }
}
