//! Campaigns and their items in the database; work has a store of its own.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, Env, GroupId, LText, NetworkId, OrganisationId, Page, PageRequest, PersonId, PlaceCode, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Approach, Campaign, CampaignState, Rate, Visibility};
use crate::access::{Action, Actor, Reach};

struct Row {
    id: Uuid,
    network_id: Uuid,
    group_id: Option<Uuid>,
    title_en: String,
    title_km: String,
    problem_en: String,
    problem_km: String,
    goal_en: String,
    goal_km: String,
    affected_en: String,
    affected_km: String,
    policies: String,
    approach: Approach,
    visibility: Visibility,
    conflict_note: String,
    safeguarding_note: String,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    places: Vec<String>,
    rate_on: Option<NaiveDate>,
    riel_per_dollar: Option<i32>,
    rate_source: String,
    state: CampaignState,
    state_reason: String,
    debrief: String,
    created_by: Option<Uuid>,
    created_for: Option<Uuid>,
    created_at: DateTime<Utc>,
    moved_at: DateTime<Utc>,
    version: i32,
    themes: Vec<Uuid>,
    lead: Vec<Uuid>,
    co_leads: Vec<Uuid>,
    team: Vec<Uuid>,
    invited: Vec<Uuid>,
    total: i64,
}

impl From<Row> for Campaign {
    fn from(row: Row) -> Self {
        let organisations = |ids: Vec<Uuid>| ids.into_iter().map(OrganisationId).collect();
        Self {
            id: CampaignId(row.id),
            network: NetworkId(row.network_id),
            group: row.group_id.map(GroupId),
            title: LText::new(row.title_en, row.title_km),
            problem: LText::new(row.problem_en, row.problem_km),
            goal: LText::new(row.goal_en, row.goal_km),
            affected: LText::new(row.affected_en, row.affected_km),
            policies: row.policies,
            approach: row.approach,
            visibility: row.visibility,
            conflict_note: row.conflict_note,
            safeguarding_note: row.safeguarding_note,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            places: row.places.into_iter().map(PlaceCode).collect(),
            themes: row.themes,
            rate: row.rate_on.zip(row.riel_per_dollar).map(|(on, riel_per_dollar)| Rate {
                on,
                riel_per_dollar,
                source: row.rate_source,
            }),
            state: row.state,
            state_reason: row.state_reason,
            debrief: row.debrief,
            created_by: row.created_by.map(PersonId),
            created_for: row.created_for.map(OrganisationId),
            created_at: row.created_at,
            moved_at: row.moved_at,
            version: row.version,
            lead: row.lead.first().copied().map(OrganisationId),
            co_leads: organisations(row.co_leads),
            team: organisations(row.team),
            invited: organisations(row.invited),
        }
    }
}

/// Which campaigns are wanted, beside those that the asker may know.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// These alone.
    pub ids: Option<Vec<Uuid>>,
    /// In this network.
    pub network: Option<NetworkId>,
    /// In one of these states.
    pub states: Option<Vec<CampaignState>>,
    /// In which this organisation takes part.
    pub with: Option<OrganisationId>,
    /// Whether it is asked and has not answered, where `with` is given.
    pub asked: bool,
}

async fn find(
    db: impl PgExecutor<'_>,
    tickets: Option<&[String]>,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Campaign>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT c.id FROM campaigns c
               WHERE ($1::text[] IS NULL OR c.audience && $1) AND ($3::uuid[] IS NULL OR c.id = ANY($3))
                 AND ($4::uuid IS NULL OR c.network_id = $4) AND ($5::campaign_state[] IS NULL OR c.state = ANY($5))
                 AND ($6::uuid IS NULL OR EXISTS (
                     SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.organisation_id = $6
                     AND m.state = CASE WHEN $7 THEN 'invited'::campaign_part_state ELSE 'accepted' END))
           )
           SELECT c.id, c.network_id, c.group_id, c.title_en, c.title_km, c.problem_en, c.problem_km, c.goal_en, c.goal_km,
                  c.affected_en, c.affected_km, c.policies, c.approach AS "approach: Approach", c.visibility AS "visibility: Visibility",
                  c.conflict_note, c.safeguarding_note, c.starts_on, c.ends_on, c.places, c.rate_on, c.riel_per_dollar, c.rate_source, c.state AS "state: CampaignState", c.state_reason,
                  c.debrief, c.created_by, c.created_for, c.created_at, c.moved_at, c.version,
                  ARRAY(SELECT t.term_id FROM campaign_themes t WHERE t.campaign_id = c.id ORDER BY t.term_id) AS "themes!",
                  ARRAY(SELECT m.organisation_id FROM campaign_members m
                        WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.role = 'lead') AS "lead!",
                  ARRAY(SELECT m.organisation_id FROM campaign_members m
                        WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.role = 'co_lead') AS "co_leads!",
                  ARRAY(SELECT m.organisation_id FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted') AS "team!",
                  ARRAY(SELECT m.organisation_id FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'invited') AS "invited!",
                  (SELECT count(*) FROM wanted) AS "total!"
           FROM campaigns c JOIN wanted USING (id)
           WHERE $8::timestamptz IS NULL OR (c.moved_at, c.id) < ($8, $9)
           ORDER BY c.moved_at DESC, c.id DESC LIMIT $2"#,
        tickets as Option<&[String]>,
        page.limit(),
        wanted.ids.as_deref() as Option<&[Uuid]>,
        wanted.network.map(|n| n.0),
        wanted.states.as_deref() as Option<&[CampaignState]>,
        wanted.with.map(|o| o.0),
        wanted.asked,
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Campaign> = rows.into_iter().map(Campaign::from).collect();
    Ok(page.close(found, total, |c: &Campaign| vec![c.moved_at.to_rfc3339(), c.id.0.to_string()]))
}

fn tickets(actor: &Actor) -> Option<Vec<String>> {
    let reach = Reach::with_self(actor, Action::ViewCampaign);
    (!reach.all).then(|| reach.tickets())
}

/// A page of campaigns that the actor may know, the latest moved first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Campaign>> {
    find(db, tickets(actor).as_deref(), wanted, page).await
}

/// Those of at most a hundred campaigns that the actor may know, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Campaign>> {
    let wanted = Wanted { ids: Some(ids.to_vec()), ..Wanted::default() };
    let found = find(db, tickets(actor).as_deref(), &wanted, &PageRequest::whole()).await?;
    Ok(found.items.into_iter().map(|(_, campaign)| campaign).collect())
}

/// One campaign, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: CampaignId) -> Result<Option<Campaign>> {
    let wanted = Wanted { ids: Some(vec![id.0]), ..Wanted::default() };
    Ok(find(db, None, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, campaign)| campaign))
}

/// One campaign, held until the transaction ends: nothing of it changes meanwhile.
pub(crate) async fn hold(tx: &mut Tx<'_>, id: CampaignId) -> Result<Option<Campaign>> {
    sqlx::query!("SELECT id FROM campaigns WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(&mut **tx, id).await
}

/// An approved campaign whose first day has come on its network's clock, held; whichever nobody else holds.
pub(super) async fn hold_due(tx: &mut Tx<'_>, env: &Env) -> Result<Option<CampaignId>> {
    let found = sqlx::query_scalar!(
        "SELECT c.id FROM campaigns c JOIN networks n ON n.id = c.network_id
         WHERE c.state = 'approved' AND c.starts_on <= ($1::timestamptz AT TIME ZONE n.timezone)::date
         ORDER BY c.starts_on, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(CampaignId))
}

/// A new campaign.
pub(super) async fn insert(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    sqlx::query!(
        "INSERT INTO campaigns (id, network_id, group_id, title_en, title_km, audience, created_by, created_for, created_at, moved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
        campaign.id.0,
        campaign.network.0,
        campaign.group.map(|g| g.0),
        campaign.title.en,
        campaign.title.km,
        &campaign.facts().audience(),
        campaign.created_by.map(|p| p.0),
        campaign.created_for.map(|o| o.0),
        campaign.created_at,
    )
    .execute(&mut **tx)
    .await?;
    put(tx, campaign).await
}

/// Writes everything that may change of a campaign, its audience with it.
pub(super) async fn put(tx: &mut Tx<'_>, now: &Campaign) -> Result<()> {
    let places: Vec<String> = now.places.iter().map(|p| p.0.clone()).collect();
    sqlx::query!(
        "UPDATE campaigns SET title_en = $2, title_km = $3, problem_en = $4, problem_km = $5, goal_en = $6, goal_km = $7,
                              affected_en = $8, affected_km = $9, policies = $10, approach = $11, visibility = $12, audience = $13,
                              conflict_note = $14, safeguarding_note = $15, starts_on = $16, ends_on = $17, places = $18,
                              state = $19, state_reason = $20, debrief = $21, moved_at = $22, rate_on = $23, riel_per_dollar = $24, rate_source = $25, version = version + 1
         WHERE id = $1",
        now.id.0,
        now.title.en,
        now.title.km,
        now.problem.en,
        now.problem.km,
        now.goal.en,
        now.goal.km,
        now.affected.en,
        now.affected.km,
        now.policies,
        now.approach as Approach,
        now.visibility as Visibility,
        &now.facts().audience(),
        now.conflict_note,
        now.safeguarding_note,
        now.starts_on,
        now.ends_on,
        &places,
        now.state as CampaignState,
        now.state_reason,
        now.debrief,
        now.moved_at,
        now.rate.as_ref().map(|r| r.on),
        now.rate.as_ref().map(|r| r.riel_per_dollar),
        now.rate.as_ref().map_or("", |r| &r.source),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM campaign_themes WHERE campaign_id = $1 AND term_id <> ALL($2)", now.id.0, &now.themes)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO campaign_themes (campaign_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id) ON CONFLICT DO NOTHING",
        now.id.0,
        &now.themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The campaigns under way, or soon, in which organisations take part; at most 100.
pub async fn with_part(db: impl PgExecutor<'_>, organisations: &[OrganisationId]) -> Result<Vec<Uuid>> {
    let ids: Vec<Uuid> = organisations.iter().map(|o| o.0).collect();
    let found = sqlx::query_scalar!(
        r#"SELECT DISTINCT m.campaign_id FROM campaign_members m JOIN campaigns c ON c.id = m.campaign_id
           WHERE m.organisation_id = ANY($1) AND m.state = 'accepted' AND c.state IN ('planning', 'approved', 'active', 'closing')
           ORDER BY m.campaign_id LIMIT 100"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(found)
}
