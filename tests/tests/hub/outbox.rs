//! The outbox: nothing is missed, whoever commits first.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use sala_kernel::{Clock, Cursor, Draft, Entropy, Env, Pool, append, read};
use sala_testkit::fresh_database;
use sqlx::postgres::PgPoolOptions;

async fn pool() -> Pool {
    PgPoolOptions::new().max_connections(8).connect_with(fresh_database().await).await.unwrap()
}

fn env() -> Env {
    Env { clock: Clock::System, entropy: Entropy::System }
}

fn event(name: &str) -> Draft {
    Draft {
        kind: "test.happened",
        entity: "test",
        entity_id: name.into(),
        network: None,
        organisation: None,
        actor: None,
        on_behalf_of: None,
        payload: serde_json::Value::Null,
    }
}

/// Waits until everything written so far can be read: transactions of other tests on this server hold it back.
async fn readable(pool: &Pool) {
    let written: String = sqlx::query_scalar("SELECT pg_current_xact_id()::text").fetch_one(pool).await.unwrap();
    let passed = "SELECT $1::xid8 < pg_snapshot_xmin(pg_current_snapshot())";
    while !sqlx::query_scalar::<_, bool>(passed).bind(&written).fetch_one(pool).await.unwrap() {
        tokio::task::yield_now().await;
    }
}

async fn names_after(pool: &Pool, cursor: &mut Cursor) -> Vec<String> {
    let events = read(pool, *cursor, 100).await.unwrap();
    if let Some(last) = events.last() {
        *cursor = last.cursor;
    }
    events.into_iter().map(|e| e.entity_id).collect()
}

#[tokio::test]
async fn a_reader_never_misses_what_a_slower_transaction_commits_later() {
    let (pool, env) = (pool().await, env());
    let mut cursor = Cursor::START;
    let mut slow = pool.begin().await.unwrap();
    append(&mut slow, &env, event("slow")).await.unwrap();
    let mut fast = pool.begin().await.unwrap();
    append(&mut fast, &env, event("fast")).await.unwrap();
    fast.commit().await.unwrap();
    // "fast" has the higher position and is committed, but "slow" may still come before it.
    assert_eq!(names_after(&pool, &mut cursor).await, Vec::<String>::new());
    slow.commit().await.unwrap();
    readable(&pool).await;
    assert_eq!(names_after(&pool, &mut cursor).await, ["slow", "fast"]);
}

#[tokio::test]
async fn a_transaction_that_takes_its_position_late_is_read_in_transaction_order() {
    let (pool, env) = (pool().await, env());
    let mut cursor = Cursor::START;
    let mut early = pool.begin().await.unwrap();
    // Gets its transaction id now, its position only after the other has written and committed.
    sqlx::query("SELECT pg_current_xact_id()").execute(&mut *early).await.unwrap();
    let mut other = pool.begin().await.unwrap();
    append(&mut other, &env, event("other")).await.unwrap();
    other.commit().await.unwrap();
    append(&mut early, &env, event("early")).await.unwrap();
    assert_eq!(names_after(&pool, &mut cursor).await, Vec::<String>::new());
    early.commit().await.unwrap();
    readable(&pool).await;
    assert_eq!(names_after(&pool, &mut cursor).await, ["early", "other"]);
    assert_eq!(names_after(&pool, &mut cursor).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_rolled_back_never_happened() {
    let (pool, env) = (pool().await, env());
    let mut cursor = Cursor::START;
    let mut gone = pool.begin().await.unwrap();
    append(&mut gone, &env, event("gone")).await.unwrap();
    gone.rollback().await.unwrap();
    let mut kept = pool.begin().await.unwrap();
    append(&mut kept, &env, event("kept")).await.unwrap();
    kept.commit().await.unwrap();
    readable(&pool).await;
    assert_eq!(names_after(&pool, &mut cursor).await, ["kept"]);
}

#[tokio::test]
async fn forty_writers_at_once_are_all_read_exactly_once() {
    let (pool, env) = (pool().await, env());
    let writers: Vec<_> = (0..40)
        .map(|n| {
            let (pool, env) = (pool.clone(), env.clone());
            tokio::spawn(async move {
                let mut tx = pool.begin().await.unwrap();
                append(&mut tx, &env, event(&format!("{n}a"))).await.unwrap();
                tokio::task::yield_now().await;
                append(&mut tx, &env, event(&format!("{n}b"))).await.unwrap();
                if n % 7 == 0 { tx.rollback().await.unwrap() } else { tx.commit().await.unwrap() }
            })
        })
        .collect();
    let mut cursor = Cursor::START;
    let mut seen = Vec::new();
    // Reads while they write.
    for writer in writers {
        seen.extend(names_after(&pool, &mut cursor).await);
        writer.await.unwrap();
    }
    readable(&pool).await;
    seen.extend(names_after(&pool, &mut cursor).await);
    let mut wanted: Vec<String> =
        (0..40).filter(|n| n % 7 != 0).flat_map(|n| [format!("{n}a"), format!("{n}b")]).collect();
    seen.sort();
    wanted.sort();
    assert_eq!(seen, wanted);
}

#[tokio::test]
async fn history_cannot_be_rewritten() {
    let (pool, env) = (pool().await, env());
    let mut tx = pool.begin().await.unwrap();
    append(&mut tx, &env, event("fact")).await.unwrap();
    tx.commit().await.unwrap();
    assert!(sqlx::query("UPDATE outbox SET kind = 'other'").execute(&pool).await.is_err());
    assert!(sqlx::query("DELETE FROM outbox").execute(&pool).await.is_err());
}
