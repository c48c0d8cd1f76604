//! Taking up a listed organisation that nobody speaks for yet.

use sala_domain::{
    access::Actor,
    memberships::claims::{self, NewClaim},
};
use sala_kernel::{ClaimId, NetworkId, OrganisationId, Result};

use crate::{
    accounts::{Accounts, Origin},
    throttle,
};

impl Accounts<'_> {
    /// Says that one speaks for an organisation. The answer does not depend on the address.
    pub async fn claim(
        &self,
        origin: &Origin,
        network: NetworkId,
        organisation: OrganisationId,
        new: &NewClaim,
    ) -> Result<()> {
        let place = throttle::key(&["place", &throttle::place(origin.address)]);
        throttle::take(self.pool, self.env, "place", &place, self.settings.throttle.place).await?;
        let mut tx = self.pool.begin().await?;
        claims::ask(&mut tx, self.env, network, organisation, new).await?;
        Ok(tx.commit().await?)
    }

    /// Accepts a claim: who made it represents the organisation from now on, and is invited by mail.
    pub async fn accept_claim(&self, actor: &Actor, id: ClaimId) -> Result<NetworkId> {
        let mut tx = self.pool.begin().await?;
        let (claim, person) = claims::accept_in(&mut tx, self.env, actor, id).await?;
        self.invite(&mut tx, actor, person).await?;
        tx.commit().await?;
        Ok(claim.network)
    }
}
