//! Rating somebody: dated, with what was seen, never overwritten.

use chrono::{Duration, NaiveDate};
use sala_kernel::{
    AssessmentId, CampaignItemId, DocumentId, EngagementId, Env, Error, Message, Pool, Result, StakeholderId,
};

use super::{Assessment, StakeholderState, acts::note, assessment_store as store, engagement_store, service::held};
use crate::{
    access::Actor,
    campaigns::{self, ItemKind, documents},
    networks,
    text::Check,
};

/// So many days a rating counts if nobody says otherwise.
pub const USUAL_DAYS: i64 = 180;
/// The most ratings of one.
const MOST: i64 = 500;

/// A rating to be given.
#[derive(Debug, Clone)]
pub struct AssessmentDraft {
    /// For which objective; for the whole campaign if for none.
    pub objective: Option<CampaignItemId>,
    /// The contact from which one knows.
    pub engagement: Option<EngagementId>,
    /// 1 to 5.
    pub influence: i32,
    /// 1 to 5.
    pub interest: i32,
    /// -2 to +2.
    pub alignment: i32,
    /// 1 to 5.
    pub confidence: i32,
    /// What was seen or heard.
    pub basis: String,
    /// By what one knows.
    pub sources: String,
    /// Documents of the library that say so.
    pub documents: Vec<DocumentId>,
    /// How to go about it.
    pub strategy: String,
    /// What one would see change.
    pub desired_change: String,
    /// Through whom it is reached.
    pub accessible_through: String,
    /// On which day; today when left out.
    pub assessed_on: Option<NaiveDate>,
    /// The last day on which it counts.
    pub valid_until: Option<NaiveDate>,
}

fn scaled(found: &mut Check, field: &str, n: i32, scale: std::ops::RangeInclusive<i32>) -> i16 {
    if !scale.contains(&n) {
        found.fail(field, Message::OutOfRange);
    }
    i16::try_from(n).unwrap_or_default()
}

/// Rates somebody on a map; what was said before stays.
pub async fn assess(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: StakeholderId,
    draft: AssessmentDraft,
) -> Result<Assessment> {
    let mut tx = pool.begin().await?;
    let (campaign, s, deed) = held(&mut tx, actor, id, None).await?;
    if s.state != StakeholderState::Active {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let today = networks::store::today(&mut *tx, env, campaign.network).await?;
    let assessed_on = draft.assessed_on.unwrap_or(today);
    if assessed_on > today {
        found.fail("assessedOn", Message::DayNotOver);
    }
    let valid_until = draft.valid_until.unwrap_or(assessed_on + Duration::days(USUAL_DAYS));
    if valid_until < assessed_on {
        found.fail("validUntil", Message::LastDayFirst);
    }
    let rating = Assessment {
        id: AssessmentId::fresh(env),
        campaign: campaign.id,
        stakeholder: id,
        objective: draft.objective,
        engagement: draft.engagement,
        influence: scaled(&mut found, "influence", draft.influence, 1..=5),
        interest: scaled(&mut found, "interest", draft.interest, 1..=5),
        alignment: scaled(&mut found, "alignment", draft.alignment, -2..=2),
        confidence: scaled(&mut found, "confidence", draft.confidence, 1..=5),
        basis: found.prose("basis", &draft.basis, 3000),
        sources: found.prose("sources", &draft.sources, 1000),
        strategy: found.prose("strategy", &draft.strategy, 2000),
        desired_change: found.prose("desiredChange", &draft.desired_change, 1000),
        accessible_through: found.prose("accessibleThrough", &draft.accessible_through, 1000),
        assessed_on,
        valid_until,
        assessed_by: deed.by,
        assessed_for: deed.on_behalf_of,
        created_at: env.now(),
        closed_on: None,
    };
    if rating.basis.is_empty() {
        found.fail("basis", Message::RatingBasis);
    }
    if rating.sources.is_empty() && rating.engagement.is_none() && draft.documents.is_empty() {
        found.fail("sources", Message::SourceNeeded);
    }
    if let Some(objective) = rating.objective {
        let known = campaigns::item_store::item(&mut tx, objective).await?;
        if known.is_none_or(|i| i.campaign != campaign.id || i.body.kind() != ItemKind::Objective) {
            found.fail("objective", Message::IdUnknown);
        }
    }
    if let Some(engagement) = rating.engagement {
        let known = engagement_store::find(&mut *tx, engagement).await?;
        let theirs = known.is_some_and(|e| super::engagements::opens(actor, &e) && e.stakeholders.contains(&id));
        if !theirs {
            found.fail("engagement", Message::IdUnknown);
        }
    }
    if store::count(&mut tx, id).await? >= MOST {
        found.fail("stakeholder", Message::OutOfRange);
    }
    found.finish()?;
    store::insert(&mut tx, &rating).await?;
    documents::rest_on(&mut tx, env, actor, deed, (&campaign, rating.id.0), &draft.documents).await?;
    note(&mut tx, env, deed, &campaign, ("assessment.given", Some(id.0)), (None, Some(&rating))).await?;
    tx.commit().await?;
    Ok(rating)
}
