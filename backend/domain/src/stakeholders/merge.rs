//! Two entries that are one: everything follows, and every spelling still finds it.

use std::collections::{BTreeMap, BTreeSet};

use sala_kernel::{Env, Error, Message, Pool, Result, StakeholderId};

use super::{
    Stakeholder, StakeholderState, Target,
    acts::{led, note},
    service::held,
    store,
};
use crate::{
    access::{Actor, acts::LeadMap},
    sheet,
};

/// What one entry becomes that takes another in: what it says itself wins, what it leaves open is taken over.
pub fn joined(kept: &Stakeholder, gone: &Stakeholder) -> Stakeholder {
    let pick = |a: &String, b: &String| if a.is_empty() { b.clone() } else { a.clone() };
    let mut name = kept.name.clone();
    name.en = pick(&name.en, &gone.name.en);
    name.km = pick(&name.km, &gone.name.km);
    let own: BTreeSet<String> = [&name.en, &name.km].into_iter().map(|n| sheet::fold(n)).collect();
    let mut aliases: BTreeMap<String, String> = BTreeMap::new();
    let spellings = kept.aliases.iter().chain([&gone.name.en, &gone.name.km]).chain(&gone.aliases);
    for spelling in spellings {
        let folded = sheet::fold(spelling);
        if !folded.is_empty() && !own.contains(&folded) {
            aliases.entry(folded).or_insert_with(|| spelling.clone());
        }
    }
    let asks: BTreeSet<_> = kept.asks.iter().chain(&gone.asks).copied().collect();
    let note = match (kept.note.as_str(), gone.note.as_str()) {
        (a, "") => a.to_owned(),
        ("", b) => b.to_owned(),
        (a, b) => format!("{a}\n\n{b}"),
    };
    Stakeholder {
        name,
        aliases: aliases.into_values().collect(),
        parent: kept.parent.or(gone.parent).filter(|p| *p != kept.id && *p != gone.id),
        constituency: pick(&kept.constituency, &gone.constituency),
        level: kept.level.or(gone.level),
        place: kept.place.clone().or_else(|| gone.place.clone()),
        contacts: pick(&kept.contacts, &gone.contacts),
        note,
        target: if kept.target == Target::None { gone.target } else { kept.target },
        owner: kept.owner.or(gone.owner),
        owner_person: if kept.owner.is_some() { kept.owner_person } else { gone.owner_person },
        asks: asks.into_iter().collect(),
        ..kept.clone()
    }
}

/// Merges one entry of a map into another, each as it was read; for those who lead the map.
pub async fn merge(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (gone, gone_version): (StakeholderId, i32),
    (kept, kept_version): (StakeholderId, i32),
) -> Result<Stakeholder> {
    let mut tx = pool.begin().await?;
    let (campaign, was_gone, _) = held(&mut tx, actor, gone, Some(gone_version)).await?;
    let (_, deed) = led::<LeadMap>(&mut tx, actor, campaign.id.0).await?;
    if gone == kept {
        return Err(Error::invalid("into", Message::MergeSelf));
    }
    let was_kept = store::find(&mut *tx, kept).await?.filter(|s| s.campaign == campaign.id).ok_or(Error::NotFound)?;
    if was_kept.version != kept_version || was_kept.state == StakeholderState::MergedInto {
        return Err(Error::Conflict);
    }
    let now = joined(&was_kept, &was_gone);
    store::repoint(&mut tx, env, gone, kept).await?;
    // The entry that goes gives its names away: they find the one that stays.
    let empty = Stakeholder {
        aliases: Vec::new(),
        parent: None,
        asks: Vec::new(),
        state: StakeholderState::MergedInto,
        merged_into: Some(kept),
        ..was_gone.clone()
    };
    store::put(&mut tx, env, &empty).await?;
    store::put(&mut tx, env, &now).await?;
    note(&mut tx, env, deed, &campaign, ("stakeholder.merged", Some(kept.0)), (Some(&was_gone), Some(&now))).await?;
    let s = store::find(&mut *tx, kept).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(s)
}

/// Pairs of a map that may be one: written with a slip of a letter or two between them, the likeliest first, at most twenty.
pub fn likely(all: &[Stakeholder]) -> Vec<(StakeholderId, StakeholderId)> {
    let spelled: Vec<(&Stakeholder, Vec<String>)> = all
        .iter()
        .filter(|s| matches!(s.state, StakeholderState::Active | StakeholderState::OfficeVacated))
        .map(|s| {
            let names = [&s.name.en, &s.name.km].into_iter().chain(&s.aliases);
            (s, names.map(|n| sheet::fold(n)).filter(|n| n.chars().count() >= 4).collect())
        })
        .collect();
    let mut found: Vec<(usize, StakeholderId, StakeholderId)> = Vec::new();
    for (n, (one, names)) in spelled.iter().enumerate() {
        for (other, others) in
            spelled.iter().skip(n + 1).filter(|(other, _)| other.kind.is_person() == one.kind.is_person())
        {
            let slips = names.iter().flat_map(|a| others.iter().filter_map(move |b| slips(a, b))).min();
            found.extend(slips.map(|slips| (slips, one.id, other.id)));
        }
    }
    found.sort_unstable();
    found.into_iter().take(20).map(|(_, a, b)| (a, b)).collect()
}

/// By how many letters two spellings differ, where that may be a slip: two in a long name, one in a short one. "Office 1" is not
/// a slip for "Office 2".
fn slips(a: &str, b: &str) -> Option<usize> {
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let most = if short >= 10 { 2 } else { 1 };
    if long - short > most || digits(a) != digits(b) {
        return None;
    }
    Some(strsim::osa_distance(a, b)).filter(|slips| *slips <= most)
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_numeric()).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;
    use sala_kernel::{CampaignId, LText, NetworkId};
    use uuid::Uuid;

    use super::*;
    use crate::stakeholders::StakeholderKind;

    fn one(n: u128, en: &str, km: &str, aliases: Vec<String>) -> Stakeholder {
        Stakeholder {
            id: StakeholderId(Uuid::from_u128(n)),
            campaign: CampaignId(Uuid::nil()),
            network: NetworkId(Uuid::nil()),
            subject: Uuid::from_u128(n),
            kind: StakeholderKind::Individual,
            name: LText::new(en.to_owned(), km.to_owned()),
            aliases,
            parent: None,
            constituency: String::new(),
            level: None,
            place: None,
            contacts: String::new(),
            note: String::new(),
            target: Target::None,
            owner: None,
            owner_person: None,
            asks: Vec::new(),
            state: StakeholderState::Active,
            merged_into: None,
            at: None,
            created_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn j3_6_two_spellings_of_one_official_are_offered_and_two_offices_are_not() {
        let all = [
            one(1, "Chhim Sovannara", "", vec![]),
            one(2, "Chhim Sovanara", "", vec![]),
            one(3, "Commune council 1", "", vec![]),
            one(4, "Commune council 2", "", vec![]),
        ];
        assert_eq!(likely(&all), [(StakeholderId(Uuid::from_u128(1)), StakeholderId(Uuid::from_u128(2)))]);
    }

    fn names() -> impl Strategy<Value = (String, String, Vec<String>)> {
        let word = prop::sample::select(vec!["", "Chhim Sovann", "ឈឹម សុវណ្ណ", "Chim Sovan", "chhim-sovann", "Governor"]);
        ("[a-z]{3,6}", word.clone(), prop::collection::vec(word, 0..4))
            .prop_map(|(en, km, aliases)| (en, km.to_owned(), aliases.into_iter().map(str::to_owned).collect()))
    }

    proptest! {
        #[test]
        fn every_spelling_of_both_still_finds_the_one_that_stays((en, km, aliases) in names(), (en2, km2, aliases2) in names()) {
            let (kept, gone) = (one(1, &en, &km, aliases), one(2, &en2, &km2, aliases2));
            let now = joined(&kept, &gone);
            let found: BTreeSet<String> = [&now.name.en, &now.name.km].into_iter().chain(&now.aliases).map(|n| sheet::fold(n)).collect();
            for s in [&kept, &gone] {
                for spelling in [&s.name.en, &s.name.km].into_iter().chain(&s.aliases) {
                    let folded = sheet::fold(spelling);
                    prop_assert!(folded.is_empty() || found.contains(&folded), "{spelling}");
                }
            }
            // Merged once more, nothing is added.
            let again = joined(&now, &gone);
            prop_assert_eq!(again.aliases, now.aliases);
        }
    }
}
