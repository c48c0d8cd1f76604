//! What a list's rows will ask for, fetched for all of them at once, before any of them asks.
//!
//! A resolver that has a page of rows looks ahead in the query and fills the
//! request's loaders, one statement for each kind of thing that is really asked
//! for. Rows then find theirs in memory: the number of statements depends on the
//! query alone, not on rows or timing. Whatever is not prefetched is still
//! loaded in batches.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use async_graphql::{Context, Lookahead, Result};
use sala_domain::{campaigns::Campaign, organisations::Organisation, people::Person};
use sala_kernel::{OrganisationId, Page, PersonId, PlaceCode, TermId};

use super::{
    context::Ctx as _,
    loaders::{
        AccountOf, AffiliationsOf, FactsOf, KindOf, Loaders, MembershipsOf, PeopleOf, PersonFactsOf, PlacesOf, RolesOf,
        ThemesOf, broken,
    },
};

/// Whether a request looks ahead, and what it has fetched. Only queries do: a mutation must see what it has changed, and
/// a subscription lives on.
#[derive(Debug, Default)]
pub struct Ahead {
    on: bool,
    people: Mutex<HashSet<PeopleOf>>,
}

impl Ahead {
    /// For a query.
    pub fn on() -> Self {
        Self { on: true, ..Self::default() }
    }

    /// Whether an outer list has fetched these, and all that is asked of them.
    pub fn has(&self, key: PeopleOf) -> bool {
        self.people.lock().unwrap_or_else(PoisonError::into_inner).contains(&key)
    }
}

fn ahead<'c>(ctx: &'c Context<'_>) -> &'c Ahead {
    ctx.data_unchecked()
}

/// Runs one batch and keeps what came back; keys without an answer are kept as absent where that has a meaning.
macro_rules! fetch {
    ($ctx:expr, $key:ty, $keys:expr) => {{
        let keys: Vec<$key> = $keys;
        if !keys.is_empty() {
            let found = async_graphql::dataloader::Loader::<$key>::load($ctx.loaders().loader(), &keys)
                .await
                .map_err(broken)?;
            $ctx.loaders().feed_many(found).await;
        }
    }};
}

/// For a page of organisations.
pub async fn organisations(ctx: &Context<'_>, rows: Vec<Organisation>, look: &Lookahead<'_>) -> Result<()> {
    if rows.is_empty() || !look.exists() || !ahead(ctx).on {
        return Ok(());
    }
    let ids: Vec<OrganisationId> = rows.iter().map(|o| o.id).collect();
    let mut places: Vec<PlaceCode> = Vec::new();
    if look.field("hq").exists() {
        places.extend(rows.iter().filter_map(|o| o.hq.clone()));
    }
    if look.field("province").exists() {
        places.extend(rows.iter().filter_map(|o| o.hq.as_ref()).map(|hq| PlaceCode(hq.province().to_owned())));
    }
    if look.field("kind").exists() {
        fetch!(ctx, KindOf, rows.iter().map(|o| KindOf(o.kind.clone())).collect());
    }
    ctx.loaders().feed_many(rows.into_iter().map(|o| (o.id, o))).await;
    if look.field("worksIn").exists() {
        fetch!(ctx, PlacesOf, ids.iter().map(|id| PlacesOf(*id)).collect());
        for id in &ids {
            places.extend(cached(ctx, PlacesOf(*id)).await?.unwrap_or_default());
        }
    }
    places.sort_unstable();
    places.dedup();
    fetch!(ctx, PlaceCode, places);
    if look.field("themes").exists() {
        fetch!(ctx, ThemesOf, ids.iter().map(|id| ThemesOf(*id)).collect());
        let mut terms: Vec<TermId> = Vec::new();
        for id in &ids {
            terms.extend(cached(ctx, ThemesOf(*id)).await?.unwrap_or_default());
        }
        terms.sort_unstable();
        terms.dedup();
        fetch!(ctx, TermId, terms);
    }
    if look.field("memberships").exists() {
        fetch!(ctx, MembershipsOf, ids.iter().map(|id| MembershipsOf(*id)).collect());
    }
    if look.field("viewerCan").exists() {
        fetch!(ctx, FactsOf, ids.iter().map(|id| FactsOf(*id)).collect());
    }
    // One alias of `people` is prefetched, the first; others load in batches of their own.
    let asked = look.field("people");
    if let Some(field) = asked.selection_fields().first().filter(|_| !asked.field("totalCount").exists()) {
        let arguments = field.arguments()?;
        let first = arguments.iter().find(|(name, _)| name.as_str() == "first").map(|(_, value)| value);
        let first = match first {
            None | Some(async_graphql::Value::Null) => Some(20),
            Some(async_graphql::Value::Number(n)) => n.as_u64().and_then(|n| usize::try_from(n).ok()),
            Some(_) => None,
        };
        let whole =
            !arguments.iter().any(|(name, value)| name.as_str() == "after" && *value != async_graphql::Value::Null);
        if let Some(first) = first.filter(|n| whole && (1..=100).contains(n)) {
            let keys: Vec<PeopleOf> = ids.iter().map(|id| PeopleOf { organisation: *id, first }).collect();
            ahead(ctx).people.lock().unwrap_or_else(PoisonError::into_inner).extend(&keys);
            fetch!(ctx, PeopleOf, keys);
            let mut found = Vec::new();
            for organisation in &ids {
                let page = cached(ctx, PeopleOf { organisation: *organisation, first }).await?.unwrap_or_default();
                found.extend(page.items.into_iter().map(|(_, p)| p.id));
            }
            more_of_people(ctx, found, &asked.field("edges").field("node")).await?;
        }
    }
    Ok(())
}

/// For a page of people; `look` is the connection.
pub async fn people(ctx: &Context<'_>, page: &Page<Person>, look: &Lookahead<'_>) -> Result<()> {
    let ids = page.items.iter().map(|(_, p)| p.id).collect();
    more_of_people(ctx, ids, &look.field("edges").field("node")).await
}

async fn more_of_people(ctx: &Context<'_>, mut ids: Vec<PersonId>, look: &Lookahead<'_>) -> Result<()> {
    if ids.is_empty() || !look.exists() || !ahead(ctx).on {
        return Ok(());
    }
    ids.sort_unstable();
    ids.dedup();
    let mut organisations: Vec<OrganisationId> = Vec::new();
    let mut networks = Vec::new();
    if look.field("roles").exists() {
        fetch!(ctx, RolesOf, ids.iter().map(|id| RolesOf(*id)).collect());
        for id in &ids {
            for role in cached(ctx, RolesOf(*id)).await?.unwrap_or_default() {
                organisations.extend(role.organisation.filter(|_| look.field("roles").field("organisation").exists()));
                networks.extend(Some(role.network).filter(|_| look.field("roles").field("network").exists()));
            }
        }
    }
    if look.field("affiliations").exists() {
        fetch!(ctx, AffiliationsOf, ids.iter().map(|id| AffiliationsOf(*id)).collect());
        for id in &ids {
            let rows = cached(ctx, AffiliationsOf(*id)).await?.unwrap_or_default();
            organisations.extend(rows.into_iter().map(|row| row.organisation));
        }
    }
    organisations.sort_unstable();
    organisations.dedup();
    fetch!(ctx, OrganisationId, organisations);
    networks.sort_unstable();
    networks.dedup();
    fetch!(ctx, sala_kernel::NetworkId, networks);
    let account = look.field("account").exists();
    if account || look.field("viewerCan").exists() {
        fetch!(ctx, PersonFactsOf, ids.iter().map(|id| PersonFactsOf(*id)).collect());
    }
    if account {
        fetch!(ctx, AccountOf, ids.iter().map(|id| AccountOf(*id)).collect());
    }
    Ok(())
}

/// For a campaign's own page: its organisations, which several of its fields name, each in its own time.
pub async fn campaign(ctx: &Context<'_>, campaign: &Campaign) -> Result<()> {
    let names = |field: &str| ctx.look_ahead().field(field).exists();
    if !ahead(ctx).on || !(names("lead") && (names("members") || names("items"))) {
        return Ok(());
    }
    let mut ids: Vec<OrganisationId> = campaign.team.iter().chain(&campaign.invited).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    fetch!(ctx, OrganisationId, ids);
    Ok(())
}

/// What an earlier batch has put into memory.
async fn cached<K>(
    ctx: &Context<'_>,
    key: K,
) -> Result<Option<<Loaders as async_graphql::dataloader::Loader<K>>::Value>>
where
    K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
    Loaders: async_graphql::dataloader::Loader<K, Error = std::sync::Arc<sala_kernel::Error>>,
{
    ctx.loaders().load_one(key).await.map_err(broken)
}
