//! To whom a text was handed over, when, how, and with what receipt.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{DeliveryId, DocumentId, Env, Error, Message, PaperId, PersonId, Pool, Result};

use super::delivery_store;
use crate::{
    access::{Actor, acts::OpenSignOn},
    evidence, networks,
    papers::{self, Paper, PaperState},
    text::Check,
};

sala_kernel::db_enum! {
    /// How a text was handed over.
    pub enum DeliveryMethod as "delivery_method" {
        /// By hand.
        HandDelivered = "hand_delivered",
        /// By post.
        Post = "post",
        /// By mail.
        Email = "email",
        /// Through somebody's portal.
        ESubmission = "e_submission",
        /// In a meeting.
        Meeting = "meeting",
    }
}

/// A delivery.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Of which paper.
    pub paper: PaperId,
    /// To whom.
    pub addressee: String,
    /// On which day.
    pub on: NaiveDate,
    /// How.
    pub method: DeliveryMethod,
    /// What it says on the receipt: its number, its stamp.
    pub receipt: String,
    /// The scan of the receipt, in the library.
    pub evidence: Option<DocumentId>,
    /// When to ask what became of it.
    pub follow_up_on: Option<NaiveDate>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// Why it was struck out; empty where it stands.
    pub struck: String,
}

/// A delivery to be recorded.
#[derive(Debug, Clone)]
pub struct NewDelivery {
    /// To whom.
    pub addressee: String,
    /// On which day.
    pub on: NaiveDate,
    /// How.
    pub method: DeliveryMethod,
    /// What it says on the receipt.
    pub receipt: String,
    /// The scan of the receipt, in the library.
    pub evidence: Option<DocumentId>,
    /// When to ask what became of it.
    pub follow_up_on: Option<NaiveDate>,
}

/// Records that a text was handed over.
pub async fn record(pool: &Pool, env: &Env, actor: &Actor, id: PaperId, mut new: NewDelivery) -> Result<Paper> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, id).await?;
    if !matches!(paper.state, PaperState::Ready | PaperState::Published) {
        return Err(Error::Conflict);
    }
    let today = networks::store::today(&mut *tx, env, paper.network).await?;
    let mut found = Check::new();
    new.addressee = found.line("addressee", &new.addressee, 300);
    new.receipt = found.line("receipt", &new.receipt, 300);
    if new.addressee.is_empty() {
        found.fail("addressee", Message::Required);
    }
    if new.on > today || (today - new.on).num_days() > 366 {
        found.fail("on", Message::DeliveredLater);
    }
    if new.follow_up_on.is_some_and(|day| day < new.on || (day - today).num_days() > 366 * 2) {
        found.fail("followUpOn", Message::FollowUpEarlier);
    }
    if let Some(document) = new.evidence
        && evidence::store::visible(&mut *tx, actor, &[document.0]).await?.is_empty()
    {
        found.fail("evidence", Message::IdUnknown);
    }
    found.finish()?;
    delivery_store::insert(&mut tx, env, id, &new, by).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.delivered", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Strikes out what was recorded wrongly; it stays readable, with the reason.
pub async fn strike(pool: &Pool, env: &Env, actor: &Actor, id: DeliveryId, reason: &str) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let of = delivery_store::paper_of(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, of).await?;
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    found.finish()?;
    if !delivery_store::strike(&mut tx, env, id, &reason).await? {
        return Err(Error::Conflict);
    }
    papers::service::announce(&mut tx, env, deed, &paper, "paper.delivery_struck", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}
