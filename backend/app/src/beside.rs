//! What `sala` does in a process of its own for a hub that may be running.

use std::io::{Read as _, Write as _};

use sala_domain::{
    access::{Actor, Deed},
    mails,
};
use sala_kernel::{Draft, Env, Error, EventId};

use crate::{
    config::Config,
    database::{Database, Home},
};

/// The hub's database, whether the hub runs or not.
async fn reach(config: &Config) -> Result<Database, String> {
    if !config.database.url.is_empty() {
        return Database::given(config);
    }
    match Home::take(config) {
        Err(sala_postgres::Error::InUse { .. }) => {
            let base = config.data_dir.canonicalize().map_err(|e| e.to_string())?;
            Ok(Database::running(base.join("run"), config))
        }
        Err(error) => Err(error.to_string()),
        Ok(home) => home.open(config).await,
    }
}

/// Tells every node to build its index anew.
pub async fn reindex(config: &Config) -> Result<(), String> {
    let database = reach(config).await?;
    let env = Env::system();
    let mut tx = database.pool.begin().await.map_err(|e| e.to_string())?;
    let event: Draft = Deed::HUB.event("hub.reindexed", EventId::fresh(&env));
    sala_kernel::append(&mut tx, &env, event).await.map_err(|e| e.to_string())?;
    tx.commit().await.map_err(|e| e.to_string())?;
    database.close().await;
    Ok(())
}

/// Takes a mail that came to the hub's address, from standard input. One that says nothing to the hub is left alone: whoever
/// wrote it is not to get it back.
pub async fn take_mail(config: &Config) -> Result<(), String> {
    let mut letter = Vec::new();
    let most = u64::try_from(sala_notify::incoming::LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    std::io::stdin().lock().take(most).read_to_end(&mut letter).map_err(|e| e.to_string())?;
    let incoming = match sala_notify::incoming::read(&letter) {
        Ok(incoming) => incoming,
        Err(error) => return left_alone(&error),
    };
    let database = reach(config).await?;
    let taken = mails::incoming::take(
        &database.pool,
        &Env::system(),
        &Actor::Service,
        &incoming,
        &config.address(config.listen.port),
    )
    .await;
    database.close().await;
    match taken {
        Ok(()) => Ok(()),
        Err(error @ Error::Invalid(_)) => left_alone(&error),
        Err(error) => Err(error.to_string()),
    }
}

fn left_alone(error: &Error) -> Result<(), String> {
    let why = match error {
        Error::Invalid(found) => found.first().map(|v| v.message.text().en),
        _ => None,
    };
    writeln!(std::io::stderr(), "sala: left alone: {}", why.unwrap_or_default()).map_err(|e| e.to_string())
}
