//! Changing a network's own record.

use sala_kernel::{Draft, Env, Error, LText, Message, NetworkId, Pool, Result, append};

use super::{Network, NetworkEdit, store};
use crate::{
    access::{Actor, Authorized, acts::EditNetwork, authorize},
    text::Check,
};

/// Changes a network as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: NetworkId,
    version: i32,
    edit: NetworkEdit,
) -> Result<Network> {
    let mut tx = pool.begin().await?;
    let network = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    let proof: Authorized<_, EditNetwork> = authorize(actor, network, &facts)?;
    let mut now = proof.thing().clone();
    let mut check = Check::new();
    if let Some(name) = edit.name {
        now.name.en = check.line("name.en", &name.en, 200);
        now.name.km = check.line("name.km", &name.km, 200);
        if now.name.is_empty() {
            check.fail("name", Message::NameRequired);
        }
    }
    if let Some(acronym) = edit.acronym {
        now.acronym = check.line("acronym", &acronym, 20);
    }
    if let Some(mission) = edit.mission {
        now.mission.en = check.prose("mission.en", &mission.en, 4000);
        now.mission.km = check.prose("mission.km", &mission.km, 4000);
    }
    now.public_page = edit.public_page.unwrap_or(now.public_page);
    now.takes_applications = edit.takes_applications.unwrap_or(now.takes_applications);
    now.retention_months = edit.retention_months.unwrap_or(now.retention_months);
    if !(1..=120).contains(&now.retention_months) {
        check.fail("retentionMonths", Message::OutOfRange);
    }
    if let Some(code) = edit.code_of_conduct {
        now.code_of_conduct = LText::new(
            check.prose("codeOfConduct.en", &code.en, 20_000),
            check.prose("codeOfConduct.km", &code.km, 20_000),
        );
    }
    check.finish()?;
    if proof.thing().version != version || !store::update(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    append(&mut tx, env, Draft { network: Some(id), ..proof.deed().event("network.edited", id) }).await?;
    let network = store::lookup(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(network)
}
