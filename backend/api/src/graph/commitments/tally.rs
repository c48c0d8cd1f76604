//! By whom and where commitments are to be kept.

use std::collections::{BTreeSet, HashMap};

use async_graphql::{Context, Result, SimpleObject};
use sala_domain::{
    campaigns,
    commitments::{self, store},
};
use sala_kernel::CampaignId;

use crate::graph::{context::Ctx as _, error::shape, loaders::broken, scalars::Text};

/// How many commitments somebody is to keep.
#[derive(Debug, SimpleObject)]
pub struct CommitmentsOfOwner {
    /// Who.
    owner: Text,
    /// How many.
    count: usize,
}

/// How many commitments there are of a group, or in a province.
#[derive(Debug, SimpleObject)]
pub struct CommitmentsCounted {
    /// The code of the group or the province.
    code: String,
    /// How many.
    count: usize,
}

impl From<(String, usize)> for CommitmentsCounted {
    fn from((code, count): (String, usize)) -> Self {
        Self { code, count }
    }
}

/// By whom and where commitments that you may know are to be kept, counted. An owner whom you may not know by name counts in
/// their group alone.
#[derive(Debug, SimpleObject)]
pub struct CommitmentTally {
    /// In all.
    all: usize,
    /// By owner, the most first.
    owners: Vec<CommitmentsOfOwner>,
    /// By group, the most first.
    groups: Vec<CommitmentsCounted>,
    /// By province, the most first; what is in two counts in both.
    provinces: Vec<CommitmentsCounted>,
    /// In no place.
    nowhere: usize,
}

pub(super) async fn read(ctx: &Context<'_>, wanted: &store::Wanted) -> Result<CommitmentTally> {
    let all = store::all(&ctx.services().pool, ctx.actor(), wanted).await.map_err(shape)?;
    let of: BTreeSet<CampaignId> = all.iter().map(|k| k.campaign).collect();
    let known: HashMap<CampaignId, campaigns::Campaign> = ctx.loaders().load_many(of).await.map_err(broken)?;
    let sight = |k: &commitments::Commitment| known.get(&k.campaign).map(|c| c.sight(ctx.actor()));
    let tally = commitments::tally(all.iter().filter_map(|k| Some((k, sight(k)?))));
    Ok(CommitmentTally {
        all: tally.all,
        owners: tally.owners.into_iter().map(|(who, count)| CommitmentsOfOwner { owner: who.into(), count }).collect(),
        groups: tally.groups.into_iter().map(Into::into).collect(),
        provinces: tally.provinces.into_iter().map(Into::into).collect(),
        nowhere: tally.nowhere,
    })
}
