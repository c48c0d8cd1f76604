//! Forgetting who was invited and who was there, once a dialogue is long over: names, addresses and notes go; groups, sexes, ages,
//! answers and counts stay, and so does what is published.

use sala_kernel::{Env, Error, Pool, Result};

use super::{retention_store, service::announce, store};
use crate::access::Deed;

/// Forgets what is due, one dialogue after the other; says of how many.
pub async fn forget_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut done = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(id) = retention_store::due(&mut tx, env).await? else { return Ok(done) };
        retention_store::forget(&mut tx, env, id).await?;
        let d = store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
        announce(&mut tx, env, Deed::HUB, &d, "dialogue.forgotten").await?;
        tx.commit().await?;
        done += 1;
    }
}
