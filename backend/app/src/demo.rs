//! The demo network and its one-click sign-in.

use sala_domain::{
    demo,
    hub::{self, Hub},
};
use sala_identity::accounts;
use sala_kernel::{Env, Pool, Result};

use crate::{campaigns, papers, statements};

/// Loads the demo into an empty hub and opens an account for each of its people. Nothing happens where it is loaded.
pub async fn load(pool: &Pool, env: &Env, hub: Hub) -> Result<()> {
    if hub.ready {
        return Ok(());
    }
    let Some(ocn) = demo::load(pool, env).await? else { return Ok(()) };
    let mut tx = pool.begin().await?;
    for (email, person) in &ocn.people {
        // The coordinator also runs the machine here, so that a visitor can see the outbox.
        let operator = *email == "dara@ocn.example";
        accounts::open(&mut tx, env, *person, email, None, operator).await?;
    }
    tx.commit().await?;
    papers::add(pool, env).await?;
    statements::add(pool, env).await?;
    campaigns::add(pool, env, &ocn).await?;
    // The last step: interrupted before it, the next start begins anew.
    let mut tx = pool.begin().await?;
    hub::finish(&mut tx, env).await?;
    tx.commit().await?;
    Ok(())
}
