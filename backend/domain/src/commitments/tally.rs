//! By whom and where commitments are to be kept, counted for somebody.

use std::collections::BTreeMap;

use sala_kernel::LText;

use super::{Commitment, Owner};
use crate::campaigns::Sight;

/// How many there are, by whom and where.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In all.
    pub all: usize,
    /// Named owners, each once, the most first.
    pub owners: Vec<(LText, usize)>,
    /// Groups whose owners may be known by name or not, the most first.
    pub groups: Vec<(String, usize)>,
    /// Provinces by their codes; what is in two counts in both.
    pub provinces: Vec<(String, usize)>,
    /// In no place.
    pub nowhere: usize,
}

/// Counts commitments as somebody knows them who knows so much of each one's campaign.
pub fn tally<'k>(all: impl IntoIterator<Item = (&'k Commitment, Sight)>) -> Tally {
    let mut tally = Tally::default();
    let (mut owners, mut groups, mut provinces) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (one, sight) in all {
        tally.all += 1;
        if let Owner::Named(LText { en, km }) = one.owner_for(sight) {
            *owners.entry((en, km)).or_default() += 1;
        }
        if !one.constituency.is_empty() {
            *groups.entry(one.constituency.clone()).or_default() += 1;
        }
        let mut within: Vec<&str> = one.places.iter().filter_map(|place| place.0.get(..2)).collect();
        within.sort_unstable();
        within.dedup();
        tally.nowhere += usize::from(within.is_empty());
        for province in within {
            *provinces.entry(province.to_owned()).or_default() += 1;
        }
    }
    tally.owners = most(owners).into_iter().map(|((en, km), count)| (LText { en, km }, count)).collect();
    tally.groups = most(groups);
    tally.provinces = most(provinces);
    tally
}

fn most<K: Ord>(counted: BTreeMap<K, usize>) -> Vec<(K, usize)> {
    let mut all: Vec<(K, usize)> = counted.into_iter().collect();
    all.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    all
}
