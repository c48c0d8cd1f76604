//! The outbox of all nodes, handed on inside this one, in order.
//!
//! One task listens for the database's wake-up, reads what has become readable
//! and passes it to whoever watches. Nothing is kept here: who comes late reads
//! the outbox from their own cursor.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sala_kernel::{Cursor, Event, Pool, Result, head, read};
use sqlx::postgres::PgListener;
use tokio::sync::{mpsc, watch};

/// Events read at once.
const BATCH: i64 = 500;
/// How often to look without being woken; a lost wake-up costs at most this.
const LOOK_EVERY: Duration = Duration::from_secs(1);

type Watchers = HashMap<u64, mpsc::UnboundedSender<Arc<Event>>>;

/// The way to hear of events.
#[derive(Debug, Clone)]
pub struct Feed {
    watchers: Arc<Mutex<(u64, Watchers)>>,
    at: Arc<watch::Sender<Cursor>>,
}

/// A watcher's end; hears nothing more once dropped.
#[derive(Debug)]
pub struct Watch {
    id: u64,
    feed: Feed,
    events: mpsc::UnboundedReceiver<Arc<Event>>,
    /// The last event that went by before this watch began.
    pub since: Cursor,
}

impl Watch {
    /// The next event; `None` when the node shuts down.
    pub async fn next(&mut self) -> Option<Arc<Event>> {
        self.events.recv().await
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.feed.lock().1.remove(&self.id);
    }
}

impl Feed {
    /// A feed that starts at the newest readable event.
    pub async fn new(pool: &Pool) -> Result<Self> {
        let (at, _) = watch::channel(head(pool).await?);
        Ok(Self { watchers: Arc::default(), at: Arc::new(at) })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (u64, Watchers)> {
        self.watchers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hears every event from now on.
    pub fn watch(&self) -> Watch {
        let (send, events) = mpsc::unbounded_channel();
        let mut watchers = self.lock();
        watchers.0 += 1;
        let id = watchers.0;
        watchers.1.insert(id, send);
        Watch { id, feed: self.clone(), events, since: *self.at.borrow() }
    }

    /// The last event handed on.
    pub fn at(&self) -> Cursor {
        *self.at.borrow()
    }

    /// The last event that every watcher has in hand: between two events, never in the middle of one.
    pub fn settled(&self) -> Cursor {
        let _watchers = self.lock();
        *self.at.borrow()
    }

    /// Waits until everything up to `cursor` has been handed on.
    pub async fn passed(&self, cursor: Cursor) {
        let mut at = self.at.subscribe();
        let _ = at.wait_for(|at| *at >= cursor).await;
    }

    /// Reads and hands on until `stop` resolves; then every watcher hears the end.
    pub async fn run(self, pool: Pool, stop: impl Future<Output = ()>) {
        tokio::pin!(stop);
        let mut listener = None;
        loop {
            if listener.is_none() {
                listener = listen(&pool).await;
            }
            loop {
                match self.hand_on(&pool).await {
                    Ok(more) if more => {}
                    Ok(_) => break,
                    Err(error) => {
                        tracing::warn!(%error, "the outbox cannot be read; trying again");
                        break;
                    }
                }
            }
            let woken = async {
                match &mut listener {
                    Some(listener) => listener.recv().await.map(|_| ()),
                    None => std::future::pending().await,
                }
            };
            let broken = tokio::select! {
                () = &mut stop => {
                    self.lock().1.clear();
                    return;
                }
                woken = tokio::time::timeout(LOOK_EVERY, woken) => matches!(woken, Ok(Err(_))),
            };
            if broken {
                listener = None;
            }
        }
    }

    /// Hands on one batch; whether there may be more.
    async fn hand_on(&self, pool: &Pool) -> Result<bool> {
        let events = read(pool, self.at(), BATCH).await?;
        let more = i64::try_from(events.len()) == Ok(BATCH);
        for event in events {
            let cursor = event.cursor;
            let event = Arc::new(event);
            // Position and delivery change together: a watch begun now has exactly one of both.
            let watchers = self.lock();
            for watcher in watchers.1.values() {
                let _ = watcher.send(Arc::clone(&event));
            }
            self.at.send_replace(cursor);
            drop(watchers);
        }
        Ok(more)
    }
}

async fn listen(pool: &Pool) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(pool).await.ok()?;
    listener.listen("outbox").await.ok()?;
    Some(listener)
}
