//! The golden thread of a campaign: from the evidence to the paper to the ask to what came of it, and back; with the places
//! where it is broken.

use std::collections::{BTreeMap, BTreeSet};

use sala_kernel::{CampaignItemId, DocumentId, LText, OutcomeId, PageRequest, PaperId, Pool, Result, StakeholderId};
use uuid::Uuid;

use crate::{
    access::{Actor, acts::ViewMap, authorize},
    campaigns::{Campaign, Item, ItemKind, bodies::Body, document_store, item_store, measures, words::AskResponse},
    evidence, outcomes, papers,
    stakeholders::{self, StakeholderState},
};

/// What hangs on the thread, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knot {
    /// A document of the library.
    Document(DocumentId),
    /// A paper.
    Paper(PaperId),
    /// An objective, an ask, or an indicator.
    Item(CampaignItemId),
    /// Somebody on the map of stakeholders.
    Stakeholder(StakeholderId),
    /// What has changed.
    Outcome(OutcomeId),
}

/// Where the thread is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// No ask and no objective leads to this outcome.
    FromNothing,
    /// Nothing in the library says that it is so.
    Unproven,
    /// The ask rests on no paper and no document.
    RestsOnNothing,
    /// The ask serves no objective.
    ServesNothing,
    /// Nobody has answered the ask.
    Unanswered,
    /// The ask was accepted, and nothing is written down of what came of it.
    CameToNothing,
    /// Nobody has been asked for this objective.
    NotAsked,
    /// The paper cites nothing.
    CitesNothing,
    /// The document was taken back.
    TakenBack,
    /// No value has been entered.
    NotMeasured,
    /// Nobody has been in touch with them.
    NeverMet,
}

/// One thing on the thread.
#[derive(Debug, Clone)]
pub struct Node {
    /// Which.
    pub knot: Knot,
    /// What of a plan it is, if it is of one.
    pub kind: Option<ItemKind>,
    /// What it is called.
    pub title: LText,
    /// Where the thread is broken at it.
    pub gaps: Vec<Gap>,
}

/// The thread: things, and which leads to which.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// The things.
    pub nodes: Vec<Node>,
    /// From what to what it leads, towards what came of it.
    pub links: BTreeSet<(Knot, Knot)>,
}

impl Thread {
    fn add(&mut self, knot: Knot, kind: Option<ItemKind>, title: LText) {
        if self.nodes.iter().all(|node| node.knot != knot) {
            self.nodes.push(Node { knot, kind, title, gaps: Vec::new() });
        }
    }

    /// Something came of it: of whom it was asked is not that.
    fn came_of(&self, knot: Knot) -> bool {
        self.links.iter().any(|(from, to)| *from == knot && !matches!(to, Knot::Stakeholder(_)))
    }

    /// What of it hangs together with one thing: everything that leads there, and everything that comes of it.
    #[must_use]
    pub fn through(mut self, start: Knot) -> Self {
        let mut kept = BTreeSet::from([start]);
        for backwards in [true, false] {
            let mut next = vec![start];
            while let Some(at) = next.pop() {
                for (from, to) in &self.links {
                    let (here, there) = if backwards { (to, from) } else { (from, to) };
                    if *here == at && kept.insert(*there) {
                        next.push(*there);
                    }
                }
            }
        }
        self.nodes.retain(|node| kept.contains(&node.knot));
        self.links.retain(|(from, to)| kept.contains(from) && kept.contains(to));
        self
    }
}

/// What is asked for, or told, by an item; nothing for what does not hang on the thread.
fn title(item: &Item) -> Option<&LText> {
    match &item.body {
        Body::Objective(it) => Some(&it.statement),
        Body::Ask(it) => Some(&it.text),
        Body::Indicator(it) => Some(&it.statement),
        _ => None,
    }
}

/// The thread of a campaign, as far as the actor may know what hangs on it.
pub async fn of(pool: &Pool, actor: &Actor, campaign: &Campaign) -> Result<Thread> {
    let sight = campaign.sight(actor);
    let kinds: Vec<ItemKind> = [ItemKind::Objective, ItemKind::Ask, ItemKind::Indicator]
        .into_iter()
        .filter(|kind| kind.sight() <= sight)
        .collect();
    let items = item_store::items(pool, &[campaign.id.0], &kinds).await?;
    let mut thread = Thread::default();
    let mut resting: BTreeMap<Uuid, Knot> = BTreeMap::new();
    for item in &items {
        let Some(title) = title(item) else { continue };
        let knot = Knot::Item(item.id);
        thread.add(knot, Some(item.body.kind()), title.clone());
        resting.insert(item.id.0, knot);
    }
    for item in &items {
        if let Some(parent) = item.parent {
            // An indicator tells of its objective: it comes after it, as an ask does.
            thread.links.insert((Knot::Item(parent), Knot::Item(item.id)));
        }
    }
    let indicators: Vec<Uuid> = items.iter().filter(|i| i.body.kind() == ItemKind::Indicator).map(|i| i.id.0).collect();
    let values = measures::list(pool, &indicators).await?;
    resting.extend(values.iter().map(|value| (value.id.0, Knot::Item(value.indicator))));
    let wanted = outcomes::store::Wanted { campaign: Some(campaign.id), ..outcomes::store::Wanted::default() };
    for outcome in outcomes::store::all(pool, &wanted).await? {
        let from = outcome.item;
        let Some(outcome) = outcomes::service::seen(actor, campaign, outcome) else { continue };
        let knot = Knot::Outcome(outcome.id);
        thread.add(knot, None, outcome.statement);
        resting.insert(outcome.id.0, knot);
        if let Some(item) = from.filter(|item| resting.contains_key(&item.0)) {
            thread.links.insert((Knot::Item(item), knot));
        }
    }
    papers_of(pool, actor, &items, &mut thread).await?;
    asked_of(pool, actor, campaign, &mut thread).await?;
    let things: Vec<Uuid> = resting.keys().copied().collect();
    let used = document_store::of(pool, &things).await?;
    let known = library(pool, actor, used.iter().map(|(_, document)| document.0)).await?;
    for (about, document) in used {
        if let (Some(knot), Some(found)) = (resting.get(&about), known.get(&document.0)) {
            hang(&mut thread, found, *knot);
        }
    }
    broken(&mut thread, &items, &values);
    Ok(thread)
}

/// Of whom on the map something is asked, and whether anybody has been in touch; for those who may know the map.
async fn asked_of(pool: &Pool, actor: &Actor, campaign: &Campaign, thread: &mut Thread) -> Result<()> {
    if authorize::<_, ViewMap>(actor, (), &campaign.team_facts()).is_err() {
        return Ok(());
    }
    let met = stakeholders::engagement_store::met(pool, campaign.id).await?;
    for one in stakeholders::store::list(pool, Some(campaign.id), None).await? {
        let knot = Knot::Stakeholder(one.id);
        let there = |ask: &CampaignItemId| thread.nodes.iter().any(|node| node.knot == Knot::Item(*ask));
        let asks: Vec<CampaignItemId> = one.asks.iter().copied().filter(there).collect();
        if asks.is_empty() || one.state != StakeholderState::Active {
            continue;
        }
        thread.add(knot, None, one.name);
        if !met.contains(&one.id.0)
            && let Some(node) = thread.nodes.last_mut()
        {
            node.gaps.push(Gap::NeverMet);
        }
        thread.links.extend(asks.into_iter().map(|ask| (Knot::Item(ask), knot)));
    }
    Ok(())
}

async fn library(
    pool: &Pool,
    actor: &Actor,
    ids: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, evidence::Document>> {
    let ids: Vec<Uuid> = ids.collect::<BTreeSet<_>>().into_iter().collect();
    let mut known = BTreeMap::new();
    for some in ids.chunks(PageRequest::MOST) {
        known.extend(evidence::store::visible(pool, actor, some).await?.into_iter().map(|d| (d.id.0, d)));
    }
    Ok(known)
}

fn hang(thread: &mut Thread, document: &evidence::Document, on: Knot) {
    let knot = Knot::Document(document.id);
    thread.add(knot, None, document.title.clone());
    if document.is_stub()
        && let Some(node) = thread.nodes.iter_mut().find(|node| node.knot == knot)
        && node.gaps.is_empty()
    {
        node.gaps.push(Gap::TakenBack);
    }
    thread.links.insert((knot, on));
}

/// The papers in which asks are made, and what these cite.
async fn papers_of(pool: &Pool, actor: &Actor, items: &[Item], thread: &mut Thread) -> Result<()> {
    let asked: Vec<(PaperId, Knot)> =
        items.iter().filter_map(|item| Some((item.paper?, Knot::Item(item.id)))).collect();
    let ids: Vec<Uuid> = asked.iter().map(|(paper, _)| paper.0).collect::<BTreeSet<_>>().into_iter().collect();
    let mut seen = BTreeSet::new();
    for some in ids.chunks(PageRequest::MOST) {
        for paper in papers::store::visible(pool, actor, some).await? {
            thread.add(Knot::Paper(paper.id), None, paper.title.clone());
            seen.insert(paper.id);
        }
    }
    thread.links.extend(asked.iter().filter(|(p, _)| seen.contains(p)).map(|(p, ask)| (Knot::Paper(*p), *ask)));
    let shown: Vec<Uuid> = seen.iter().map(|paper| paper.0).collect();
    let cited = papers::store::cited(pool, &shown).await?;
    let known = library(pool, actor, cited.iter().map(|(_, document)| document.0)).await?;
    for (paper, document) in cited {
        if let Some(found) = known.get(&document.0) {
            hang(thread, found, Knot::Paper(paper));
        }
    }
    Ok(())
}

fn broken(thread: &mut Thread, items: &[Item], values: &[measures::Value]) {
    let of = |knot: Knot| items.iter().find(|item| Knot::Item(item.id) == knot);
    let found: Vec<(Knot, Vec<Gap>)> = thread
        .nodes
        .iter()
        .map(|node| {
            let knot = node.knot;
            let proven = thread.links.iter().any(|(from, to)| *to == knot && matches!(from, Knot::Document(_)));
            let asked =
                |(from, to): &(Knot, Knot)| *from == knot && of(*to).is_some_and(|i| i.body.kind() == ItemKind::Ask);
            let led = thread.links.iter().any(|(from, to)| *to == knot && matches!(from, Knot::Item(_)));
            let rests = thread.links.iter().any(|(from, to)| *to == knot && !matches!(from, Knot::Item(_)));
            let gaps: Vec<(bool, Gap)> = match (knot, of(knot).map(|item| (item, &item.body))) {
                (Knot::Outcome(_), _) => vec![(!led, Gap::FromNothing), (!proven, Gap::Unproven)],
                (Knot::Paper(_), _) => vec![(!proven, Gap::CitesNothing)],
                (_, Some((item, Body::Ask(ask)))) => vec![
                    (!rests, Gap::RestsOnNothing),
                    (item.parent.is_none(), Gap::ServesNothing),
                    (ask.response == AskResponse::None, Gap::Unanswered),
                    (
                        matches!(ask.response, AskResponse::Accepted | AskResponse::PartlyAccepted)
                            && !thread.came_of(knot),
                        Gap::CameToNothing,
                    ),
                ],
                (_, Some((_, Body::Objective(_)))) => vec![(!thread.links.iter().any(asked), Gap::NotAsked)],
                (_, Some((item, Body::Indicator(_)))) => {
                    vec![(values.iter().all(|value| value.indicator != item.id), Gap::NotMeasured)]
                }
                _ => Vec::new(),
            };
            (knot, gaps.into_iter().filter_map(|(is, gap)| is.then_some(gap)).collect())
        })
        .collect();
    for (knot, gaps) in found {
        if let Some(node) = thread.nodes.iter_mut().find(|node| node.knot == knot) {
            node.gaps.extend(gaps);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_together_with_a_thing_is_what_leads_there_and_what_comes_of_it() {
        let knot = |n: u128| Knot::Item(CampaignItemId(Uuid::from_u128(n)));
        let mut thread = Thread::default();
        for n in 1..=6 {
            thread.add(knot(n), None, LText::default());
        }
        // 1 → 2 → 3, 4 → 2, 2 → 5, 6 alone; 4 leads to 3 over 2 as well.
        for (from, to) in [(1, 2), (2, 3), (4, 2), (2, 5)] {
            thread.links.insert((knot(from), knot(to)));
        }
        let through = |n: u128| {
            let found = thread.clone().through(knot(n));
            let mut kept: Vec<Knot> = found.nodes.iter().map(|node| node.knot).collect();
            kept.sort_unstable();
            kept
        };
        assert_eq!(through(3), [1, 2, 3, 4].map(knot));
        assert_eq!(through(1), [1, 2, 3, 5].map(knot));
        assert_eq!(through(6), [6].map(knot));
    }
}
