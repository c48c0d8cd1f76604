//! What is arranged for a dialogue: what its letters say, who holds it, what it costs, what the authorities are told, which
//! documents belong to it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sala_kernel::{
    Currency, DialogueId, DocumentId, Env, Error, LText, Message, Money, OrganisationId, Pool, Result, Tx,
};
use uuid::Uuid;

use super::{
    Dialogue, arrangements_store as store,
    service::{finish, held},
};
use crate::{
    access::{Actor, acts::EditCampaign},
    evidence, organisations,
    text::Check,
};

/// The most hosts, lines of money, or documents of one dialogue.
const MOST: usize = 50;

/// What something is to cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// What.
    pub what: String,
    /// How much.
    pub amount: Money,
}

/// Telling the authorities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    /// They are to be told.
    pub needed: bool,
    /// When they were.
    pub sent_on: Option<NaiveDate>,
    /// The number of that letter.
    pub reference: String,
}

impl Notice {
    /// They are to be told, and are not yet.
    pub const fn is_open(&self) -> bool {
        self.needed && self.sent_on.is_none()
    }
}

/// What is arranged for a dialogue.
#[derive(Debug, Clone, Default)]
pub struct Arrangements {
    /// What letters of invitation say beside place and time; at most 3,000 characters in each language.
    pub letter: LText,
    /// Who signs the letters: name and post.
    pub signatory: LText,
    /// Who holds it together with the network, such as a provincial administration.
    pub co_host: LText,
    /// Organisations that hold it.
    pub hosts: Vec<OrganisationId>,
    /// Telling the authorities.
    pub notice: Notice,
    /// What it is to cost, line by line.
    pub costs: Vec<Cost>,
    /// Documents of the library that belong to it.
    pub documents: Vec<DocumentId>,
}

impl Arrangements {
    /// What it costs altogether, of each currency that is used; never added to another.
    pub fn totals(&self) -> Vec<Money> {
        let mut totals: Vec<Money> = Vec::new();
        for cost in &self.costs {
            match totals.iter_mut().find(|total| total.currency == cost.amount.currency) {
                Some(total) => total.hundredths = total.hundredths.saturating_add(cost.amount.hundredths),
                None => totals.push(cost.amount),
            }
        }
        totals.sort_by_key(|total| total.currency);
        totals
    }
}

/// Those of some ids once each, in their order.
fn once(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

/// What is wanted, all of it known to whoever writes; and behind it what stood there that is hidden from them: nobody takes out
/// what they cannot see. Nothing where something wanted is not known.
fn told(wanted: Vec<Uuid>, before: impl Iterator<Item = Uuid>, known: &BTreeSet<Uuid>) -> Option<Vec<Uuid>> {
    wanted
        .iter()
        .all(|id| known.contains(id))
        .then(|| once(wanted.into_iter().chain(before.filter(|id| !known.contains(id)))))
}

async fn filled(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (d, was): (&Dialogue, &Arrangements),
    draft: Arrangements,
) -> Result<Arrangements> {
    let mut found = Check::new();
    let mut is = draft;
    let prose = |found: &mut Check, field: &str, text: &LText, most| {
        LText::new(
            found.prose(&format!("{field}.en"), &text.en, most),
            found.prose(&format!("{field}.km"), &text.km, most),
        )
    };
    is.letter = prose(&mut found, "letter", &is.letter, 3000);
    is.signatory = prose(&mut found, "signatory", &is.signatory, 300);
    is.co_host = LText::new(found.line("coHost.en", &is.co_host.en, 200), found.line("coHost.km", &is.co_host.km, 200));
    is.notice.reference = found.line("notice.reference", &is.notice.reference, 100);
    for (at, cost) in is.costs.iter_mut().enumerate() {
        cost.what = found.line(&format!("costs.{at}.what"), &cost.what, 200);
        if cost.what.is_empty() {
            found.fail(format!("costs.{at}.what"), Message::Required);
        }
        // A riel is not divided.
        let whole = cost.amount.currency == Currency::USD || cost.amount.hundredths % 100 == 0;
        if !(0..=100_000_000_000_000).contains(&cost.amount.hundredths) || !whole {
            found.fail(format!("costs.{at}.amount"), Message::OutOfRange);
        }
    }
    let hosts = once(is.hosts.iter().map(|o| o.0));
    let documents = once(is.documents.iter().map(|d| d.0));
    for (field, n) in [("hosts", hosts.len()), ("costs", is.costs.len()), ("documents", documents.len())] {
        if n > MOST {
            found.fail(field, Message::OutOfRange);
        }
    }
    found.finish()?;
    let mut found = Check::new();
    let before = was.hosts.iter().map(|o| o.0);
    let asked = once(hosts.iter().copied().chain(before.clone()));
    let known: BTreeSet<Uuid> =
        organisations::store::visible(&mut **tx, actor, &asked).await?.into_iter().map(|o| o.id.0).collect();
    let hosts = told(hosts, before, &known);
    let before = was.documents.iter().map(|d| d.0);
    let asked = once(documents.iter().copied().chain(before.clone()));
    let known = evidence::store::visible(&mut **tx, actor, &asked).await?;
    let known: BTreeSet<Uuid> = known.into_iter().filter(|k| k.network == d.network).map(|k| k.id.0).collect();
    let documents = told(documents, before, &known);
    if hosts.is_none() {
        found.fail("hosts", Message::IdUnknown);
    }
    if documents.is_none() {
        found.fail("documents", Message::IdUnknown);
    }
    found.finish()?;
    is.hosts = hosts.into_iter().flatten().map(OrganisationId).collect();
    is.documents = documents.into_iter().flatten().map(DocumentId).collect();
    Ok(is)
}

/// Writes down what is arranged.
pub async fn arrange(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (DialogueId, i32),
    draft: Arrangements,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if d.version != version {
        return Err(Error::Conflict);
    }
    let was = store::arrangements(&mut tx, id).await?;
    let is = filled(&mut tx, actor, (&d, &was), draft).await?;
    store::put(&mut tx, id, &is).await?;
    let d = finish(&mut tx, env, deed, &d, "dialogue.edited").await?;
    tx.commit().await?;
    Ok(d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn riel_and_dollars_are_told_beside_each_other() {
        let cost = |hundredths, currency| Cost { what: "x".into(), amount: Money { hundredths, currency } };
        let costs = vec![cost(50_000, Currency::USD), cost(40_000_000, Currency::KHR), cost(25_050, Currency::USD)];
        let totals = Arrangements { costs, ..Arrangements::default() }.totals();
        let told: Vec<(i64, Currency)> = totals.iter().map(|m| (m.hundredths, m.currency)).collect();
        assert_eq!(told, [(40_000_000, Currency::KHR), (75_050, Currency::USD)]);
    }

    #[test]
    fn nobody_takes_out_what_is_hidden_from_them() {
        let [seen, hidden, new] = [1, 2, 3].map(Uuid::from_u128);
        let known = BTreeSet::from([seen, new]);
        assert_eq!(told(vec![new], [seen, hidden].into_iter(), &known), Some(vec![new, hidden]));
        assert_eq!(told(vec![hidden], [hidden].into_iter(), &known), None);
    }
}
