//! Feeds an engine from the outbox, and builds it anew when it must be.

use std::{collections::BTreeSet, time::Duration};

use sala_domain::evidence::store;
use sala_kernel::{Cursor, Pool, Result, head, read};
use uuid::Uuid;

use crate::{
    engine::Engine,
    record::{Record, gather},
    search::Search,
};

/// Events read at once.
const BATCH: i64 = 500;
/// Documents gathered at once.
const GATHERED: usize = 100;
/// How often to look for news.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Feeds what happened since the last time; whether there was anything.
pub async fn catch_up(pool: &Pool, search: &Search) -> Result<bool> {
    let engine = search.engine();
    let engine = engine.as_ref();
    let Some(fed) = engine.fed().await? else {
        rebuild(pool, engine).await?;
        return Ok(true);
    };
    let events = read(pool, fed, BATCH).await?;
    let Some(upto) = events.last().map(|event| event.cursor) else { return Ok(false) };
    if events.iter().any(|event| event.kind == "hub.reindexed" || event.kind.starts_with("term.")) {
        // Names of lists are part of every record.
        search.refresh(pool).await?;
        rebuild(pool, engine).await?;
        return Ok(true);
    }
    let changed: BTreeSet<Uuid> = events
        .iter()
        .filter(|event| event.entity == "document")
        .filter_map(|event| Uuid::try_parse(&event.entity_id).ok())
        .collect();
    let changed: Vec<Uuid> = changed.into_iter().collect();
    let mut records = Vec::new();
    for ids in changed.chunks(GATHERED) {
        records.extend(gather(pool, ids).await?);
    }
    // Events of other things move the position as well, but not one commit each.
    if changed.is_empty() && events.len() <= 100 {
        return Ok(false);
    }
    engine.feed(records, upto).await?;
    Ok(true)
}

/// Builds the index anew beside the one that answers, then lets it answer.
pub async fn rebuild(pool: &Pool, engine: &dyn Engine) -> Result<()> {
    // What happens meanwhile is fed afterwards: records are read as they are then.
    let from: Cursor = head(pool).await?;
    engine.begin_anew().await?;
    let mut after = None;
    let mut gathered = Vec::new();
    loop {
        // While the engine takes in what was gathered, the next is gathered.
        let (fed, next) = tokio::join!(engine.feed_anew(std::mem::take(&mut gathered)), next(pool, after));
        fed?;
        let Some((last, records)) = next? else { break };
        after = Some(last);
        gathered = records;
    }
    engine.turn_over(from).await
}

/// The documents after one, several times a hundred of them, and which was the last.
async fn next(pool: &Pool, after: Option<Uuid>) -> Result<Option<(Uuid, Vec<Record>)>> {
    let ids = store::ids_after(pool, after, i64::try_from(10 * GATHERED).unwrap_or(1000)).await?;
    let Some(last) = ids.last().copied() else { return Ok(None) };
    let mut records = Vec::with_capacity(ids.len());
    for ids in ids.chunks(GATHERED) {
        records.extend(gather(pool, ids).await?);
    }
    Ok(Some((last, records)))
}

/// Feeds again and again until `stop` resolves.
pub async fn run(pool: Pool, search: Search, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        match catch_up(&pool, &search).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "search is behind for now"),
        }
        if tokio::time::timeout(LOOK_EVERY, &mut stop).await.is_ok() {
            return;
        }
    }
}
