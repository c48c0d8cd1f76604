//! Tells people what is new in the searches they keep.

use sala_domain::{
    access::{self, Actor, Grants, Level, Scope},
    evidence::saved::{self, SavedSearch},
    mails::AlertLetter,
};
use sala_kernel::{Env, LText, Pool, Result, Tx};
use uuid::Uuid;

use crate::{
    engine::{Facet, Filters, Sort},
    search::{Search, Wanted},
};

/// How many of the latest documents are looked at.
const LATEST: usize = 100;
/// How many are named in one mail.
const NAMED: usize = 20;

/// The filters of a kept search as engines take them; facets of another day are left out.
pub fn filters(search: &SavedSearch) -> Filters {
    let facet = |name: &str| Facet::ALL.iter().copied().find(|facet| facet.field() == name);
    search.filters.iter().filter_map(|(name, values)| Some((facet(name)?, values.clone()))).collect()
}

/// Tells everybody who is due; how many mails were written. Safe to run anywhere, at once: each search is taken by one.
/// What somebody is told is what they may know at this moment.
pub async fn send_due(pool: &Pool, env: &Env, search: &Search, url: &str) -> Result<usize> {
    let mut sent = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(kept) = saved::take_due(&mut tx, env).await? else { break };
        if let Some(letter) = news(pool, &mut tx, env, search, url, &kept).await? {
            saved::tell(&mut tx, env, &kept, letter).await?;
            sent += 1;
        }
        tx.commit().await?;
    }
    Ok(sent)
}

/// What is new in a search, as far as its owner may know it now; none when nothing is.
async fn news(
    pool: &Pool,
    tx: &mut Tx<'_>,
    env: &Env,
    search: &Search,
    url: &str,
    kept: &SavedSearch,
) -> Result<Option<AlertLetter>> {
    let held = access::store::grants(pool, kept.person, env.now()).await?;
    let actor = Actor::Person(std::sync::Arc::new(Grants::new(kept.person, None, Scope::Read, false, None, held)));
    let wanted = Wanted {
        network: kept.network,
        // As if typed to its end: no word is left open.
        words: format!("{} ", kept.words),
        filters: filters(kept),
        sort: Sort::Latest,
        skip: 0,
        take: LATEST,
    };
    let found = search.find(pool, &actor, wanted).await?;
    if found.loose || found.typos {
        return Ok(None);
    }
    let ids: Vec<Uuid> = found.matches.iter().map(|m| m.document.id.0).collect();
    let new = saved::newly_published(tx, env, &ids, kept).await?;
    let documents: Vec<_> = found.matches.into_iter().map(|m| m.document).filter(|d| new.contains(&d.id.0)).collect();
    if documents.is_empty() {
        return Ok(None);
    }
    // A mail says only what every member may know.
    let titles: Vec<LText> =
        documents.iter().filter(|d| d.level <= Level::Members).take(NAMED).map(|d| d.title.clone()).collect();
    Ok(Some(AlertLetter {
        name: kept.name.clone(),
        unnamed: documents.len() - titles.len(),
        titles,
        url: format!("{url}/evidence"),
    }))
}
