//! The hub itself: made once, set up once.

use sala_kernel::{Draft, Env, NetworkId, PersonId, Pool, Result, Tx, append};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::{
    access::{Actor, Deed, Role},
    networks::{self, NewNetwork},
    people::{self, NewPerson},
    roles,
    text::Check,
};

/// What a hub knows of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hub {
    /// Its id.
    pub id: Uuid,
    /// The cluster its events live in; changes with a restore.
    pub epoch: Uuid,
    /// Demo sign-in is offered.
    pub demo: bool,
    /// Somebody has set it up.
    pub ready: bool,
}

/// Makes the hub's row, its lists and its gazetteer where they are missing. Safe to run at every start.
pub async fn ensure(pool: &Pool, env: &Env, demo: bool) -> Result<Hub> {
    sqlx::query!(
        "INSERT INTO hubs (id, epoch, demo) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        Uuid::from_bytes(env.entropy.bytes()),
        Uuid::from_bytes(env.entropy.bytes()),
        demo,
    )
    .execute(pool)
    .await?;
    crate::terms::seed(pool, env).await?;
    crate::places::seed(pool).await?;
    lookup(pool).await
}

/// The hub as it is now.
pub async fn lookup(db: impl PgExecutor<'_>) -> Result<Hub> {
    let row =
        sqlx::query!(r#"SELECT id, epoch, demo, set_up_at IS NOT NULL AS "ready!" FROM hubs"#).fetch_one(db).await?;
    Ok(Hub { id: row.id, epoch: row.epoch, demo: row.demo, ready: row.ready })
}

/// What seals the cursors that clients keep.
pub async fn cursor_key(db: impl PgExecutor<'_>) -> Result<Vec<u8>> {
    Ok(sqlx::query_scalar!("SELECT cursor_key FROM hubs").fetch_one(db).await?)
}

/// Empties a hub that nobody has set up: only an interrupted start can have written there.
pub(crate) async fn clear_unfinished(pool: &Pool) -> Result<()> {
    let mut tx = pool.begin().await?;
    let unfinished =
        sqlx::query!("SELECT id FROM hubs WHERE set_up_at IS NULL FOR UPDATE").fetch_optional(&mut *tx).await?;
    if unfinished.is_some() {
        sqlx::query!("TRUNCATE organisations, networks, people CASCADE").execute(&mut *tx).await?;
        sqlx::query!("SELECT rights.rebuild()").execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Everything is in place: from now on the hub counts as set up.
pub async fn finish(tx: &mut Tx<'_>, env: &Env) -> Result<()> {
    sqlx::query!("UPDATE hubs SET set_up_at = $1 WHERE set_up_at IS NULL", env.now()).execute(&mut **tx).await?;
    Ok(())
}

/// Begins a new epoch: the database has moved to a cluster whose transaction ids start anew.
pub async fn begin_epoch(pool: &Pool, env: &Env) -> Result<()> {
    let mut tx = pool.begin().await?;
    sqlx::query!("UPDATE hubs SET epoch = $1", Uuid::from_bytes(env.entropy.bytes())).execute(&mut *tx).await?;
    sqlx::query!("UPDATE outbox SET xid = '0'::xid8").execute(&mut *tx).await?;
    sqlx::query!("UPDATE consumers SET xid = '0'::xid8").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes the first network and its first coordinator. `None` when somebody was faster.
pub async fn set_up(
    tx: &mut Tx<'_>,
    env: &Env,
    network: NewNetwork,
    person: &NewPerson,
) -> Result<Option<(NetworkId, PersonId)>> {
    let mut check = Check::new();
    let network = NewNetwork {
        name: sala_kernel::LText::new(
            check.line("network.en", &network.name.en, 200),
            check.line("network.km", &network.name.km, 200),
        ),
        acronym: check.line("acronym", &network.acronym, 20),
        ..network
    };
    if network.name.is_empty() {
        check.fail("network", sala_kernel::Message::NameRequired);
    }
    let person = people::service::checked(&mut check, person);
    check.finish()?;
    let first =
        sqlx::query!("UPDATE hubs SET set_up_at = $1 WHERE set_up_at IS NULL", env.now()).execute(&mut **tx).await?;
    if first.rows_affected() == 0 {
        return Ok(None);
    }
    let network = networks::store::insert(tx, env, &network).await?;
    let person = people::store::insert(tx, env, &person, None).await?;
    roles::service::grant_in(
        tx,
        env,
        &Actor::Service,
        roles::service::NewRole::plain(network, person, None, Role::Coordinator),
    )
    .await?;
    let founded = Deed::of(person).event("network.founded", network);
    append(tx, env, Draft { network: Some(network), ..founded }).await?;
    Ok(Some((network, person)))
}
