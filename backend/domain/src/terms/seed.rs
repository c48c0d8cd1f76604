//! The lists a new hub starts with.

use sala_kernel::{Env, Error, Pool, Result, TermId};

use super::{Taxonomy, store};

const LISTS: &str = include_str!("../../data/terms.csv");

/// Adds the shipped entries that are missing. What people changed stays as they left it.
pub async fn seed(pool: &Pool, env: &Env) -> Result<()> {
    let mut reader = csv::Reader::from_reader(LISTS.as_bytes());
    let mut ids = Vec::new();
    let mut positions = Vec::new();
    let (mut taxonomies, mut codes, mut en, mut km, mut iati) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (position, record) in reader.records().enumerate() {
        let record = record.map_err(Error::internal)?;
        let cell = |i: usize| record.get(i).unwrap_or_default().to_owned();
        cell(0).parse::<Taxonomy>().map_err(Error::internal)?;
        ids.push(TermId::fresh(env).0);
        positions.push(i32::try_from(position).unwrap_or(i32::MAX));
        taxonomies.push(cell(0));
        codes.push(cell(1));
        en.push(cell(2));
        km.push(cell(3));
        iati.push(cell(4));
    }
    let seeds = store::Seeds { ids, taxonomies, codes, en, km, iati, positions };
    store::add_missing(pool, env, &seeds).await
}
