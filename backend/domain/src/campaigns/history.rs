//! What every field was, and who changed it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignId, Env, OrganisationId, Page, PageRequest, PersonId, Result, Tx};
use serde::Serialize;
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::access::Deed;

/// A change of one field.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its number.
    pub id: i64,
    /// Of what: `campaign`, an item's kind, or a piece of work's kind.
    pub about: String,
    /// Of which.
    pub about_id: Uuid,
    /// Which field.
    pub field: String,
    /// What it was; null before there was anything.
    pub was: Value,
    /// What it became; null once it was taken out.
    pub now: Value,
    /// Who changed it; nobody for the hub itself.
    pub by: Option<PersonId>,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Fields of a thing, by name; nothing for what is not there.
fn fields<T: Serialize>(thing: Option<&T>) -> serde_json::Map<String, Value> {
    match thing.map(serde_json::to_value) {
        Some(Ok(Value::Object(fields))) => fields,
        _ => serde_json::Map::new(),
    }
}

/// Nothing said and nothing there are the same.
fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.values().all(empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Writes down what changed between two states of a thing, field by field.
pub(crate) async fn note<T: Serialize>(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    campaign: CampaignId,
    (about, id): (&str, Uuid),
    (was, now): (Option<&T>, Option<&T>),
) -> Result<()> {
    let (was, mut now) = (fields(was), fields(now));
    let mut changes: Vec<(String, Value, Value)> = Vec::new();
    for (field, before) in was {
        let after = now.remove(&field).unwrap_or_default();
        changes.push((field, before, after));
    }
    changes.extend(now.into_iter().map(|(field, after)| (field, Value::Null, after)));
    changes.retain(|(_, before, after)| before != after && !(empty(before) && empty(after)));
    let (mut names, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for (name, was, now) in changes {
        names.push(name);
        before.push(was);
        after.push(now);
    }
    sqlx::query!(
        "INSERT INTO campaign_history (campaign_id, about, about_id, field, was, now, person_id, organisation_id, at)
         SELECT $1, $2, $3, c.field, c.was, c.now, $7, $8, $9 FROM unnest($4::text[], $5::jsonb[], $6::jsonb[]) AS c (field, was, now)",
        campaign.0,
        about,
        id,
        &names,
        &before,
        &after,
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A page of what changed in a campaign, or in one thing of it, the newest first; the caller has made sure that the actor may
/// know it.
pub async fn list(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    about: Option<Uuid>,
    page: &PageRequest,
) -> Result<Page<Change>> {
    let rows = sqlx::query!(
        r#"SELECT id, about, about_id, field, was, now, person_id, organisation_id, at,
                  (SELECT count(*) FROM campaign_history c WHERE c.campaign_id = $1 AND ($2::uuid IS NULL OR c.about_id = $2)) AS "total!"
           FROM campaign_history h
           WHERE h.campaign_id = $1 AND ($2::uuid IS NULL OR h.about_id = $2) AND ($3::bigint IS NULL OR h.id < $3)
           ORDER BY h.id DESC LIMIT $4"#,
        campaign.0,
        about,
        page.after(0).and_then(|id| id.parse::<i64>().ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| Change {
        id: row.id,
        about: row.about,
        about_id: row.about_id,
        field: row.field,
        was: row.was,
        now: row.now,
        by: row.person_id.map(PersonId),
        on_behalf_of: row.organisation_id.map(OrganisationId),
        at: row.at,
    });
    Ok(page.close(found.collect(), total, |change: &Change| vec![change.id.to_string()]))
}

/// What stood as spent in each budget line, and since when, in hundredths; the oldest first.
pub async fn spending(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
) -> Result<BTreeMap<Uuid, Vec<(DateTime<Utc>, i64)>>> {
    let rows = sqlx::query!(
        r#"SELECT about_id, at, now FROM campaign_history
           WHERE campaign_id = $1 AND about = 'budget_line' AND field = 'spent' ORDER BY id"#,
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    let mut spent: BTreeMap<Uuid, Vec<(DateTime<Utc>, i64)>> = BTreeMap::new();
    for row in rows {
        spent.entry(row.about_id).or_default().push((row.at, row.now.as_i64().unwrap_or_default()));
    }
    Ok(spent)
}
