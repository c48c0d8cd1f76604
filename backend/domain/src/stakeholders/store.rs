//! Stakeholders, their names and offices in the database. Who may know a map is judged before anything is read of it.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, Env, LText, NetworkId, OrganisationId, Page, PageRequest, PersonId, PlaceCode, Result,
    StakeholderId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Office, Stakeholder, StakeholderKind, StakeholderLevel, StakeholderState, Target};
use crate::{
    access::{Action, Actor, Level, Reach},
    sheet,
};

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    network_id: Uuid,
    subject_id: Uuid,
    kind: StakeholderKind,
    name_en: String,
    name_km: String,
    parent_id: Option<Uuid>,
    constituency: String,
    level: Option<StakeholderLevel>,
    place_code: Option<String>,
    contacts: String,
    note: String,
    target: Target,
    owner_id: Option<Uuid>,
    owner_person_id: Option<Uuid>,
    asks: Vec<Uuid>,
    state: StakeholderState,
    merged_into_id: Option<Uuid>,
    x: Option<f32>,
    y: Option<f32>,
    created_at: DateTime<Utc>,
    version: i32,
    aliases: Vec<String>,
    total: i64,
}

impl From<Row> for Stakeholder {
    fn from(row: Row) -> Self {
        Self {
            id: StakeholderId(row.id),
            campaign: CampaignId(row.campaign_id),
            network: NetworkId(row.network_id),
            subject: row.subject_id,
            kind: row.kind,
            name: LText::new(row.name_en, row.name_km),
            aliases: row.aliases,
            parent: row.parent_id.map(StakeholderId),
            constituency: row.constituency,
            level: row.level,
            place: row.place_code.map(PlaceCode),
            contacts: row.contacts,
            note: row.note,
            target: row.target,
            owner: row.owner_id.map(OrganisationId),
            owner_person: row.owner_person_id.map(PersonId),
            asks: row.asks.into_iter().map(CampaignItemId).collect(),
            state: row.state,
            merged_into: row.merged_into_id.map(StakeholderId),
            at: row.x.zip(row.y),
            created_at: row.created_at,
            version: row.version,
        }
    }
}

/// The most on one map.
pub const MOST: i64 = 1000;

/// How far an actor's right to maps goes, as parameters of statements: nothing of a map is touched for whoever may not know it.
#[derive(Debug, Clone, Default)]
pub struct Within {
    all: bool,
    networks: Vec<Uuid>,
    groups: Vec<Uuid>,
    owners: Vec<Uuid>,
}

impl Within {
    /// Of an actor.
    pub fn of(actor: &Actor) -> Self {
        let reach = Reach::of(actor, Action::ViewMap);
        Self {
            all: reach.all,
            networks: reach.networks_at(Level::Restricted),
            groups: reach.group_ids(),
            owners: reach.owner_ids(),
        }
    }

    /// Nothing lies within.
    pub const fn is_empty(&self) -> bool {
        self.networks.is_empty() && self.groups.is_empty() && self.owners.is_empty()
    }
}

/// The campaign on whose map something is (somebody, a relation, a contact), or the campaign itself, where the actor may know its
/// map: one statement, whether it is hidden or not there.
pub(super) async fn known(tx: &mut Tx<'_>, actor: &Actor, id: Uuid) -> Result<Option<CampaignId>> {
    let within = Within::of(actor);
    let found = sqlx::query_scalar!(
        r#"SELECT c.id FROM campaigns c
           WHERE (c.id = $1 OR c.id = (SELECT campaign_id FROM stakeholders WHERE id = $1)
                  OR c.id = (SELECT campaign_id FROM stakeholder_links WHERE id = $1)
                  OR c.id = (SELECT campaign_id FROM engagements WHERE id = $1))
             AND ($5 OR c.network_id = ANY($2) OR c.group_id = ANY($3) OR EXISTS (
                 SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.organisation_id = ANY($4)))"#,
        id,
        &within.networks,
        &within.groups,
        &within.owners,
        within.all,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(CampaignId))
}

/// A page of the campaigns of a network that have somebody on their map and whose map the actor may know, the latest changed
/// first.
pub async fn maps(
    db: impl PgExecutor<'_>,
    within: &Within,
    network: NetworkId,
    page: &PageRequest,
) -> Result<Page<(CampaignId, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"WITH wanted AS (
               SELECT c.id, max(s.changed_at) AS at FROM campaigns c JOIN stakeholders s ON s.campaign_id = c.id
               WHERE c.network_id = $1 AND (c.network_id = ANY($2) OR c.group_id = ANY($3) OR EXISTS (
                   SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.organisation_id = ANY($4)))
               GROUP BY c.id
           )
           SELECT id AS "id!", at AS "at!", (SELECT count(*) FROM wanted) AS "total!" FROM wanted
           WHERE $6::timestamptz IS NULL OR (at, id) < ($6, $7) ORDER BY at DESC, id DESC LIMIT $5"#,
        network.0,
        &within.networks,
        &within.groups,
        &within.owners,
        page.limit(),
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| (CampaignId(row.id), row.at)).collect();
    Ok(page.close(found, total, |(id, at)| vec![at.to_rfc3339(), id.0.to_string()]))
}

/// A page of those on maps that the actor may know, found by any of their names.
pub async fn search(
    db: impl PgExecutor<'_>,
    within: &Within,
    network: NetworkId,
    text: &str,
    page: &PageRequest,
) -> Result<Page<Stakeholder>> {
    let asked = sheet::fold(text);
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT s.* FROM stakeholders s JOIN campaigns c ON c.id = s.campaign_id
               WHERE s.network_id = $1 AND s.state <> 'merged_into'
                 AND (c.network_id = ANY($2) OR c.group_id = ANY($3) OR EXISTS (
                     SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.organisation_id = ANY($4)))
                 AND ($5 = '' OR EXISTS (SELECT FROM stakeholder_names n WHERE n.stakeholder_id = s.id AND strpos(n.folded, $5) > 0))
           )
           SELECT s.id, s.campaign_id, s.network_id, s.subject_id, s.kind AS "kind: StakeholderKind", s.name_en, s.name_km, s.parent_id,
                  s.constituency, s.level AS "level: StakeholderLevel", s.place_code, s.contacts, s.note, s.target AS "target: Target",
                  s.owner_id, s.owner_person_id, s.asks, s.state AS "state: StakeholderState", s.merged_into_id, s.x, s.y, s.created_at,
                  s.version, ARRAY(SELECT n.text FROM stakeholder_names n WHERE n.stakeholder_id = s.id AND n.alias ORDER BY n.text) AS "aliases!",
                  (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted s WHERE $7::uuid IS NULL OR s.id > $7 ORDER BY s.id LIMIT $6"#,
        network.0,
        &within.networks,
        &within.groups,
        &within.owners,
        asked,
        page.limit(),
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Stakeholder> = rows.into_iter().map(Stakeholder::from).collect();
    Ok(page.close(found, total, |s: &Stakeholder| vec![s.id.0.to_string()]))
}

/// Everybody on the map of a campaign, or some of them; those that were merged into others only by their id.
pub async fn list(
    db: impl PgExecutor<'_>,
    campaign: Option<CampaignId>,
    ids: Option<&[Uuid]>,
) -> Result<Vec<Stakeholder>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT s.id, s.campaign_id, s.network_id, s.subject_id, s.kind AS "kind: StakeholderKind", s.name_en, s.name_km, s.parent_id,
                  s.constituency, s.level AS "level: StakeholderLevel", s.place_code, s.contacts, s.note, s.target AS "target: Target",
                  s.owner_id, s.owner_person_id, s.asks, s.state AS "state: StakeholderState", s.merged_into_id, s.x, s.y, s.created_at,
                  s.version, COALESCE(n.aliases, '{}') AS "aliases!", 0::bigint AS "total!"
           FROM stakeholders s
           LEFT JOIN LATERAL (SELECT array_agg(n.text ORDER BY n.text) AS aliases FROM stakeholder_names n
                              WHERE n.stakeholder_id = s.id AND n.alias) n ON true
           WHERE ($1::uuid IS NULL OR (s.campaign_id = $1 AND s.state <> 'merged_into')) AND ($2::uuid[] IS NULL OR s.id = ANY($2))
           ORDER BY s.id LIMIT 1000"#,
        campaign.map(|c| c.0),
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Stakeholder::from).collect())
}

/// Where those on a campaign's map are, each place once.
pub async fn places(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<Vec<PlaceCode>> {
    let found = sqlx::query_scalar!(
        r#"SELECT DISTINCT place_code AS "place!" FROM stakeholders WHERE campaign_id = $1 AND place_code IS NOT NULL ORDER BY 1"#,
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    Ok(found.into_iter().map(PlaceCode).collect())
}

/// Who keeps in touch with those on a campaign's map, each once: organisations, and people of them.
pub async fn owners(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<(Vec<OrganisationId>, Vec<PersonId>)> {
    let row = sqlx::query!(
        r#"SELECT ARRAY(SELECT DISTINCT owner_id FROM stakeholders WHERE campaign_id = $1 AND owner_id IS NOT NULL ORDER BY 1) AS "owners!",
                  ARRAY(SELECT DISTINCT owner_person_id FROM stakeholders WHERE campaign_id = $1 AND owner_person_id IS NOT NULL
                        ORDER BY 1) AS "people!""#,
        campaign.0,
    )
    .fetch_one(db)
    .await?;
    let owners: Vec<Uuid> = row.owners;
    let people: Vec<Uuid> = row.people;
    Ok((owners.into_iter().map(OrganisationId).collect(), people.into_iter().map(PersonId).collect()))
}

/// One of them, or whoever they were merged into, as far as the actor may know.
pub async fn visible(db: impl PgExecutor<'_>, within: &Within, id: StakeholderId) -> Result<Option<Stakeholder>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT s.id, s.campaign_id, s.network_id, s.subject_id, s.kind AS "kind: StakeholderKind", s.name_en, s.name_km, s.parent_id,
                  s.constituency, s.level AS "level: StakeholderLevel", s.place_code, s.contacts, s.note, s.target AS "target: Target",
                  s.owner_id, s.owner_person_id, s.asks, s.state AS "state: StakeholderState", s.merged_into_id, s.x, s.y, s.created_at,
                  s.version, ARRAY(SELECT n.text FROM stakeholder_names n WHERE n.stakeholder_id = s.id AND n.alias ORDER BY n.text) AS "aliases!",
                  0::bigint AS "total!"
           FROM stakeholders asked
           JOIN stakeholders s ON s.id = COALESCE(asked.merged_into_id, asked.id)
           JOIN campaigns c ON c.id = s.campaign_id
           WHERE asked.id = $1 AND (c.network_id = ANY($2) OR c.group_id = ANY($3) OR EXISTS (
               SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted' AND m.organisation_id = ANY($4)))"#,
        id.0,
        &within.networks,
        &within.groups,
        &within.owners,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Stakeholder::from))
}

/// One of them.
pub async fn find(db: impl PgExecutor<'_>, id: StakeholderId) -> Result<Option<Stakeholder>> {
    Ok(list(db, None, Some(&[id.0])).await?.pop())
}

pub(super) async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM stakeholders WHERE campaign_id = $1 AND state <> 'merged_into'"#,
        campaign.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

/// Those of a campaign's map that are written like one of these names.
pub(super) async fn alike(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    folded: &[String],
    but: Option<StakeholderId>,
) -> Result<Vec<Uuid>> {
    let found = sqlx::query_scalar!(
        "SELECT DISTINCT s.id FROM stakeholders s JOIN stakeholder_names n ON n.stakeholder_id = s.id
         WHERE s.campaign_id = $1 AND s.state <> 'merged_into' AND n.folded = ANY($2) AND ($3::uuid IS NULL OR s.id <> $3)",
        campaign.0,
        folded,
        but.map(|s| s.0),
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(found)
}

pub(super) async fn insert(tx: &mut Tx<'_>, env: &Env, s: &Stakeholder, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO stakeholders (id, campaign_id, network_id, subject_id, kind, name_en, name_km, created_by, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
        s.id.0,
        s.campaign.0,
        s.network.0,
        s.subject,
        s.kind as StakeholderKind,
        s.name.en,
        s.name.km,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    put(tx, env, s).await
}

/// Writes all of it down, its names too.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, s: &Stakeholder) -> Result<()> {
    let asks: Vec<Uuid> = s.asks.iter().map(|ask| ask.0).collect();
    sqlx::query!(
        "UPDATE stakeholders SET kind = $2, name_en = $3, name_km = $4, parent_id = $5, constituency = $6, level = $7, place_code = $8,
             contacts = $9, note = $10, target = $11, owner_id = $12, owner_person_id = $13, asks = $14, state = $15, merged_into_id = $16,
             changed_at = $17, version = version + 1 WHERE id = $1",
        s.id.0,
        s.kind as StakeholderKind,
        s.name.en,
        s.name.km,
        s.parent.map(|p| p.0),
        s.constituency,
        s.level as Option<StakeholderLevel>,
        s.place.as_ref().map(|p| p.0.as_str()),
        s.contacts,
        s.note,
        s.target as Target,
        s.owner.map(|o| o.0),
        s.owner_person.map(|p| p.0),
        &asks,
        s.state as StakeholderState,
        s.merged_into.map(|m| m.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    let own = [&s.name.en, &s.name.km].into_iter().filter(|name| !name.is_empty()).map(|name| (name.clone(), false));
    let mut names: Vec<(String, String, bool)> = Vec::new();
    for (text, alias) in own.chain(s.aliases.iter().map(|alias| (alias.clone(), true))) {
        let folded = sheet::fold(&text);
        if !folded.is_empty() && names.iter().all(|(_, known, _)| *known != folded) {
            names.push((text, folded, alias));
        }
    }
    let texts: Vec<String> = names.iter().map(|n| n.0.clone()).collect();
    let folded: Vec<String> = names.iter().map(|n| n.1.clone()).collect();
    let alias: Vec<bool> = names.iter().map(|n| n.2).collect();
    sqlx::query!("DELETE FROM stakeholder_names WHERE stakeholder_id = $1", s.id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO stakeholder_names (stakeholder_id, text, folded, alias)
         SELECT $1, n.text, n.folded, n.alias FROM unnest($2::text[], $3::text[], $4::bool[]) AS n (text, folded, alias)",
        s.id.0,
        &texts,
        &folded,
        &alias,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Puts some of a campaign's map where the team wants them in the picture of relations; how many of them were there.
pub(super) async fn lay_out(
    tx: &mut Tx<'_>,
    campaign: CampaignId,
    (ids, xs, ys): (&[Uuid], &[f32], &[f32]),
) -> Result<u64> {
    let done = sqlx::query!(
        "UPDATE stakeholders s SET x = p.x, y = p.y FROM unnest($2::uuid[], $3::real[], $4::real[]) AS p (id, x, y)
         WHERE s.id = p.id AND s.campaign_id = $1",
        campaign.0,
        ids,
        xs,
        ys,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// Who held which office, on the map of a campaign.
pub async fn offices(db: impl PgExecutor<'_>, campaign: CampaignId) -> Result<Vec<Office>> {
    let rows = sqlx::query!(
        "SELECT o.id, o.holder_id, o.office_id, o.title_en, o.title_km, o.since, o.until
         FROM stakeholder_offices o JOIN stakeholders s ON s.id = o.holder_id
         WHERE s.campaign_id = $1 ORDER BY o.since NULLS FIRST, o.id",
        campaign.0,
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| Office {
        id: row.id,
        holder: StakeholderId(row.holder_id),
        office: StakeholderId(row.office_id),
        title: LText::new(row.title_en, row.title_km),
        since: row.since,
        until: row.until,
    });
    Ok(told.collect())
}

pub(super) async fn take_office(tx: &mut Tx<'_>, office: &Office) -> Result<()> {
    sqlx::query!(
        "INSERT INTO stakeholder_offices (id, holder_id, office_id, title_en, title_km, since, until) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        office.id,
        office.holder.0,
        office.office.0,
        office.title.en,
        office.title.km,
        office.since,
        office.until,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends the offices somebody still holds, on a day.
pub(super) async fn leave_offices(tx: &mut Tx<'_>, holder: StakeholderId, on: NaiveDate) -> Result<()> {
    sqlx::query!(
        "UPDATE stakeholder_offices SET until = greatest($2, since) WHERE holder_id = $1 AND until IS NULL",
        holder.0,
        on,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Puts one in the place of another wherever that stands on their map, but for names.
pub(super) async fn repoint(tx: &mut Tx<'_>, env: &Env, gone: StakeholderId, kept: StakeholderId) -> Result<()> {
    sqlx::query!("UPDATE stakeholder_offices SET holder_id = $2 WHERE holder_id = $1", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE stakeholder_offices SET office_id = $2 WHERE office_id = $1", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "UPDATE stakeholders SET parent_id = CASE WHEN id = $2 THEN NULL ELSE $2 END WHERE parent_id = $1",
        gone.0,
        kept.0
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE stakeholders SET merged_into_id = $2 WHERE merged_into_id = $1", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE stakeholder_assessments SET stakeholder_id = $2 WHERE stakeholder_id = $1", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    // A relation between the two was one of somebody to themselves.
    sqlx::query!(
        "UPDATE stakeholder_links SET removed_at = COALESCE(removed_at, $3) WHERE (from_id, to_id) IN (($1, $2), ($2, $1))",
        gone.0,
        kept.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE stakeholder_links SET from_id = $2 WHERE from_id = $1 AND to_id <> $2", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE stakeholder_links SET to_id = $2 WHERE to_id = $1 AND from_id <> $2", gone.0, kept.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO engagement_stakeholders (engagement_id, stakeholder_id)
         SELECT engagement_id, $2 FROM engagement_stakeholders WHERE stakeholder_id = $1 ON CONFLICT DO NOTHING",
        gone.0,
        kept.0
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM engagement_stakeholders WHERE stakeholder_id = $1", gone.0).execute(&mut **tx).await?;
    Ok(())
}
