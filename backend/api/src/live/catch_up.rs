//! What a socket missed while it was away.

use std::sync::Arc;

use futures_util::StreamExt as _;
use sala_kernel::{Cursor, Event, Result, read};
use tokio::sync::mpsc;

use super::{
    group::execute,
    protocol::{Frame, Kind, Operation},
    registry::{Handle, Live},
};

/// Events a resuming socket may be behind; beyond, loading afresh is cheaper for everybody.
const BEHIND_MOST: usize = 10_000;

/// What came of catching up.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CaughtUp {
    /// All missed answers are owed.
    Yes,
    /// The operation failed; its errors are owed.
    Failed,
    /// Too far behind, or a cursor of another time.
    TooFar,
}

/// Owes the socket an answer for every event after `after` up to and including `until`.
pub(super) async fn catch_up(
    live: &Live,
    handle: &Arc<Handle>,
    number: u32,
    operation: &Operation,
    after: Cursor,
    until: Cursor,
) -> Result<CaughtUp> {
    let mut missed: Vec<Event> = Vec::new();
    let mut at = after;
    while at < until {
        let batch = read(&live.0.services.pool, at, 500).await?;
        let Some(last) = batch.last() else { break };
        at = last.cursor;
        missed.extend(batch.into_iter().filter(|e| e.cursor <= until));
        if missed.len() > BEHIND_MOST {
            return Ok(CaughtUp::TooFar);
        }
    }
    let (send, events) = mpsc::unbounded_channel();
    for event in missed {
        let _ = send.send(Arc::new(event));
    }
    drop(send);
    let (mut responses, position) = execute(live, operation, handle.actor.clone(), events);
    while let Some(response) = responses.next().await {
        let frame = Frame::of(&response, position.get());
        let failed = frame.kind == Kind::Error;
        // Waits for room: the past is not urgent, and a long one must not count as slowness.
        if handle.owed.send((number, frame)).await.is_err() {
            break;
        }
        if failed {
            return Ok(CaughtUp::Failed);
        }
    }
    Ok(CaughtUp::Yes)
}
