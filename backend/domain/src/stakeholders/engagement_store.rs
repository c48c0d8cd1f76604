//! Contacts with those on maps, in the database.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, EngagementId, Env, Error, NetworkId, OrganisationId, Page, PageRequest, PersonId,
    Result, StakeholderId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Attribution, Channel, Engagement, EngagementState, Raised, Reaction, Stakeholder};
use crate::{access::Level, campaigns::words::read};

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    network_id: Uuid,
    organisation_id: Option<Uuid>,
    held_on: NaiveDate,
    state: EngagementState,
    channel: Channel,
    our_people: Vec<Uuid>,
    their_people: String,
    purpose: String,
    said: String,
    reaction: Option<Reaction>,
    follow_up: String,
    follow_up_on: Option<NaiveDate>,
    follow_up_by: Option<Uuid>,
    follow_up_done_at: Option<DateTime<Utc>>,
    attribution: Attribution,
    level: Level,
    named: Vec<Uuid>,
    coordinate: bool,
    created_by: Option<Uuid>,
    version: i32,
    stakeholders: Vec<Uuid>,
    asks: Vec<Uuid>,
    responses: Vec<String>,
    total: i64,
}

fn engagement(row: Row) -> Result<Engagement> {
    let raised = row.asks.into_iter().zip(row.responses).map(|(ask, response)| {
        let response = read(&response).ok_or_else(|| Error::internal(format!("{response} is no answer")))?;
        Ok(Raised { ask: CampaignItemId(ask), response })
    });
    Ok(Engagement {
        id: EngagementId(row.id),
        campaign: CampaignId(row.campaign_id),
        network: NetworkId(row.network_id),
        organisation: row.organisation_id.map(OrganisationId),
        stakeholders: row.stakeholders.into_iter().map(StakeholderId).collect(),
        held_on: row.held_on,
        state: row.state,
        channel: row.channel,
        our_people: row.our_people.into_iter().map(PersonId).collect(),
        their_people: row.their_people,
        purpose: row.purpose,
        raised: raised.collect::<Result<_>>()?,
        said: row.said,
        reaction: row.reaction,
        follow_up: row.follow_up,
        follow_up_on: row.follow_up_on,
        follow_up_by: row.follow_up_by.map(PersonId),
        follow_up_done_at: row.follow_up_done_at,
        attribution: row.attribution,
        level: row.level,
        named: row.named.into_iter().map(PersonId).collect(),
        coordinate: row.coordinate,
        created_by: row.created_by.map(PersonId),
        version: row.version,
    })
}

/// Which contacts are wanted; who may know the map is judged before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// This one alone.
    pub id: Option<EngagementId>,
    /// On the map of this campaign.
    pub campaign: Option<CampaignId>,
    /// With this one.
    pub stakeholder: Option<StakeholderId>,
    /// Without what is confidential, but for what this person wrote or is named in: nobody for all of it.
    pub open_to: Option<Option<PersonId>>,
}

/// A page of contacts, the latest first.
pub async fn list(db: impl PgExecutor<'_>, wanted: &Wanted, page: &PageRequest) -> Result<Page<Engagement>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT e.* FROM engagements e
               WHERE e.removed_at IS NULL AND ($1::uuid IS NULL OR e.id = $1) AND ($2::uuid IS NULL OR e.campaign_id = $2)
                 AND ($3::uuid IS NULL OR EXISTS (SELECT FROM engagement_stakeholders s WHERE s.engagement_id = e.id AND s.stakeholder_id = $3))
                 AND (NOT $4 OR e.level <> 'confidential' OR e.created_by = $5 OR $5 = ANY(e.named))
           )
           SELECT e.id, e.campaign_id, e.network_id, e.organisation_id, e.held_on, e.state AS "state: EngagementState",
                  e.channel AS "channel: Channel", e.our_people, e.their_people, e.purpose, e.said, e.reaction AS "reaction: Reaction",
                  e.follow_up, e.follow_up_on, e.follow_up_by, e.follow_up_done_at, e.attribution AS "attribution: Attribution",
                  e.level AS "level: Level", e.named, e.coordinate, e.created_by, e.version,
                  ARRAY(SELECT s.stakeholder_id FROM engagement_stakeholders s WHERE s.engagement_id = e.id ORDER BY 1) AS "stakeholders!",
                  ARRAY(SELECT a.item_id FROM engagement_asks a WHERE a.engagement_id = e.id ORDER BY a.item_id) AS "asks!",
                  ARRAY(SELECT a.response FROM engagement_asks a WHERE a.engagement_id = e.id ORDER BY a.item_id) AS "responses!",
                  (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted e WHERE $7::date IS NULL OR (e.held_on, e.id) < ($7, $8) ORDER BY e.held_on DESC, e.id DESC LIMIT $6"#,
        wanted.id.map(|e| e.0),
        wanted.campaign.map(|c| c.0),
        wanted.stakeholder.map(|s| s.0),
        wanted.open_to.is_some(),
        wanted.open_to.flatten().map(|p| p.0),
        page.limit(),
        page.after(0).and_then(|on| on.parse::<NaiveDate>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Engagement> = rows.into_iter().map(engagement).collect::<Result<_>>()?;
    Ok(page.close(found, total, |e: &Engagement| vec![e.held_on.to_string(), e.id.0.to_string()]))
}

/// One of them.
pub async fn find(db: impl PgExecutor<'_>, id: EngagementId) -> Result<Option<Engagement>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(list(db, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, found)| found))
}

/// All contacts of a map between two days that are not confidential, the oldest first; for reports.
pub async fn between(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Engagement>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT e.id, e.campaign_id, e.network_id, e.organisation_id, e.held_on, e.state AS "state: EngagementState",
                  e.channel AS "channel: Channel", e.our_people, e.their_people, e.purpose, e.said, e.reaction AS "reaction: Reaction",
                  e.follow_up, e.follow_up_on, e.follow_up_by, e.follow_up_done_at, e.attribution AS "attribution: Attribution",
                  e.level AS "level: Level", e.named, e.coordinate, e.created_by, e.version,
                  ARRAY(SELECT s.stakeholder_id FROM engagement_stakeholders s WHERE s.engagement_id = e.id ORDER BY 1) AS "stakeholders!",
                  ARRAY(SELECT a.item_id FROM engagement_asks a WHERE a.engagement_id = e.id ORDER BY a.item_id) AS "asks!",
                  ARRAY(SELECT a.response FROM engagement_asks a WHERE a.engagement_id = e.id ORDER BY a.item_id) AS "responses!",
                  0::bigint AS "total!"
           FROM engagements e
           WHERE e.campaign_id = $1 AND e.removed_at IS NULL AND e.level <> 'confidential' AND e.held_on BETWEEN $2 AND $3
           ORDER BY e.held_on, e.id LIMIT 5000"#,
        campaign.0,
        from,
        to,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(engagement).collect()
}

/// With whom on a map there was any contact that is not confidential.
pub async fn met(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<std::collections::BTreeSet<Uuid>> {
    let found = sqlx::query_scalar!(
        "SELECT DISTINCT s.stakeholder_id FROM engagements e JOIN engagement_stakeholders s ON s.engagement_id = e.id
         WHERE e.campaign_id = $1 AND e.removed_at IS NULL AND e.state = 'held' AND e.level <> 'confidential'",
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    Ok(found.into_iter().collect())
}

/// Writes a contact down, or what has become of it.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, e: &Engagement) -> Result<()> {
    let ids = |people: &[PersonId]| people.iter().map(|p| p.0).collect::<Vec<Uuid>>();
    sqlx::query!(
        "INSERT INTO engagements (id, campaign_id, network_id, organisation_id, held_on, state, channel, our_people, their_people, purpose,
             said, reaction, follow_up, follow_up_on, follow_up_by, follow_up_done_at, attribution, level, named, coordinate, created_by,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         ON CONFLICT (id) DO UPDATE SET organisation_id = $4, held_on = $5, state = $6, channel = $7, our_people = $8, their_people = $9,
             purpose = $10, said = $11, reaction = $12, follow_up = $13, follow_up_on = $14, follow_up_by = $15, follow_up_done_at = $16,
             attribution = $17, level = $18, named = $19, coordinate = $20, version = engagements.version + 1",
        e.id.0,
        e.campaign.0,
        e.network.0,
        e.organisation.map(|o| o.0),
        e.held_on,
        e.state as EngagementState,
        e.channel as Channel,
        &ids(&e.our_people),
        e.their_people,
        e.purpose,
        e.said,
        e.reaction as Option<Reaction>,
        e.follow_up,
        e.follow_up_on,
        e.follow_up_by.map(|p| p.0),
        e.follow_up_done_at,
        e.attribution as Attribution,
        e.level as Level,
        &ids(&e.named),
        e.coordinate,
        e.created_by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    let with: Vec<Uuid> = e.stakeholders.iter().map(|s| s.0).collect();
    sqlx::query!("DELETE FROM engagement_stakeholders WHERE engagement_id = $1", e.id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO engagement_stakeholders (engagement_id, stakeholder_id) SELECT $1, s FROM unnest($2::uuid[]) AS s",
        e.id.0,
        &with,
    )
    .execute(&mut **tx)
    .await?;
    let asks: Vec<Uuid> = e.raised.iter().map(|r| r.ask.0).collect();
    let responses: Vec<String> = e.raised.iter().map(|r| r.response.as_str().to_owned()).collect();
    sqlx::query!("DELETE FROM engagement_asks WHERE engagement_id = $1", e.id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO engagement_asks (engagement_id, item_id, response)
         SELECT $1, a.ask, a.response FROM unnest($2::uuid[], $3::text[]) AS a (ask, response)",
        e.id.0,
        &asks,
        &responses,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx<'_>, env: &Env, id: EngagementId) -> Result<()> {
    sqlx::query!("UPDATE engagements SET removed_at = $2, version = version + 1 WHERE id = $1", id.0, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A contact of the network within a week of a day with the same one, whoever writes it how.
#[derive(Debug, Clone)]
pub struct Near {
    /// On the map of which campaign.
    pub campaign: CampaignId,
    /// Which.
    pub id: EngagementId,
    /// On which day.
    pub held_on: NaiveDate,
    /// Which organisation goes.
    pub organisation: Option<OrganisationId>,
    /// Who may know it where it is confidential.
    pub level: Level,
    /// Its author.
    pub created_by: Option<PersonId>,
    /// Who is named.
    pub named: Vec<PersonId>,
    /// Others may be told that somebody goes.
    pub coordinate: bool,
}

/// The contacts of a network within a week of a day with one on a map, or with whoever is the same or is written the same on
/// another; what of it an actor may know is judged by the caller.
pub async fn near(
    db: impl PgExecutor<'_>,
    stakeholder: &Stakeholder,
    day: NaiveDate,
    but: Option<EngagementId>,
) -> Result<Vec<Near>> {
    let rows = sqlx::query!(
        r#"SELECT e.campaign_id, e.id, e.held_on, e.organisation_id, e.level AS "level: Level", e.created_by, e.named, e.coordinate
           FROM engagements e
           WHERE e.network_id = $1 AND e.removed_at IS NULL AND e.state <> 'called_off' AND e.held_on BETWEEN $3 AND $4
             AND ($6::uuid IS NULL OR e.id <> $6)
             AND EXISTS (
                 SELECT FROM engagement_stakeholders w JOIN stakeholders s ON s.id = w.stakeholder_id
                 WHERE w.engagement_id = e.id AND (s.subject_id = $5 OR EXISTS (
                     SELECT FROM stakeholder_names a JOIN stakeholder_names b ON b.folded = a.folded AND b.stakeholder_id = $2
                     WHERE a.stakeholder_id = s.id)))
           ORDER BY e.held_on, e.id LIMIT 500"#,
        stakeholder.network.0,
        stakeholder.id.0,
        day - Duration::days(7),
        day + Duration::days(7),
        stakeholder.subject,
        but.map(|e| e.0),
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| Near {
        campaign: CampaignId(row.campaign_id),
        id: EngagementId(row.id),
        held_on: row.held_on,
        organisation: row.organisation_id.map(OrganisationId),
        level: row.level,
        created_by: row.created_by.map(PersonId),
        named: row.named.into_iter().map(PersonId).collect(),
        coordinate: row.coordinate,
    });
    Ok(told.collect())
}
