//! Commitments in the database.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CampaignId, CampaignItemId, CommitmentId, DialogueId, DocumentId, EngagementId, Env, FollowUpId, LText, NetworkId,
    OrganisationId, Page, PageRequest, PersonId, PlaceCode, Pool, Result, StakeholderId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Commitment, CommitmentKind, CommitmentState, FollowUp, Form, Source};
use crate::{
    access::Actor,
    campaigns::{Visibility, seen::Seen},
    stakeholders::Channel,
};

struct Row {
    id: Uuid,
    network_id: Uuid,
    campaign_id: Uuid,
    text_en: String,
    text_km: String,
    kind: CommitmentKind,
    source: Source,
    source_note: String,
    engagement_id: Option<Uuid>,
    dialogue_id: Option<Uuid>,
    item_id: Option<Uuid>,
    stakeholder_id: Option<Uuid>,
    owner_en: String,
    owner_km: String,
    constituency: String,
    protected: bool,
    consent: String,
    made_on: NaiveDate,
    form: Form,
    due_on: Option<NaiveDate>,
    first_due_on: Option<NaiveDate>,
    measure: String,
    whole: Option<i32>,
    reached: Option<i32>,
    places: Vec<String>,
    follower_id: Option<Uuid>,
    follower_person_id: Option<Uuid>,
    visibility: Visibility,
    state: CommitmentState,
    confirmed_by_what: String,
    created_by: Option<Uuid>,
    created_for: Option<Uuid>,
    moved_at: DateTime<Utc>,
    version: i32,
    total: i64,
}

impl From<Row> for Commitment {
    fn from(row: Row) -> Self {
        Self {
            id: CommitmentId(row.id),
            network: NetworkId(row.network_id),
            campaign: CampaignId(row.campaign_id),
            text: LText::new(row.text_en, row.text_km),
            kind: row.kind,
            source: row.source,
            source_note: row.source_note,
            engagement: row.engagement_id.map(EngagementId),
            dialogue: row.dialogue_id.map(DialogueId),
            item: row.item_id.map(CampaignItemId),
            stakeholder: row.stakeholder_id.map(StakeholderId),
            owner: LText::new(row.owner_en, row.owner_km),
            constituency: row.constituency,
            protected: row.protected,
            consent: row.consent,
            made_on: row.made_on,
            form: row.form,
            due_on: row.due_on,
            first_due_on: row.first_due_on,
            measure: row.measure,
            whole: row.whole,
            reached: row.reached,
            places: row.places.into_iter().map(PlaceCode).collect(),
            follower: row.follower_id.map(OrganisationId),
            follower_person: row.follower_person_id.map(PersonId),
            visibility: row.visibility,
            state: row.state,
            confirmed_by_what: row.confirmed_by_what,
            created_by: row.created_by.map(PersonId),
            created_for: row.created_for.map(OrganisationId),
            moved_at: row.moved_at,
            version: row.version,
        }
    }
}

/// Which commitments are wanted, beside those that the asker may know.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// This one alone.
    pub id: Option<CommitmentId>,
    /// In this network.
    pub network: Option<NetworkId>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// In one of these states.
    pub states: Option<Vec<CommitmentState>>,
    /// Past their day, still to be kept, on this day.
    pub overdue_on: Option<NaiveDate>,
    /// In this place, or within it.
    pub place: Option<PlaceCode>,
    /// Made in this dialogue.
    pub dialogue: Option<DialogueId>,
    /// Its owner is this one on the map of stakeholders; only for whoever may know the map.
    pub stakeholder: Option<StakeholderId>,
    /// To be kept by this one, in either language, as far as the asker may know who it is.
    pub owner: Option<String>,
    /// Whose owner speaks for this group.
    pub constituency: Option<String>,
}

async fn find(db: impl PgExecutor<'_>, seen: &Seen, wanted: &Wanted, page: &PageRequest) -> Result<Page<Commitment>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT k.* FROM commitments k JOIN campaigns c ON c.id = k.campaign_id
               CROSS JOIN LATERAL (SELECT $1::text[] IS NULL OR c.network_id = ANY($3) OR c.group_id = ANY($4)
                      OR EXISTS (SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted'
                                 AND m.organisation_id = ANY($5)) AS inside) team
               WHERE ($1::text[] IS NULL OR (c.audience && $1 AND (k.visibility = 'public'
                      OR (k.visibility = 'members' AND c.network_id = ANY($2)) OR team.inside)))
                 AND ($6::uuid IS NULL OR k.id = $6) AND ($7::uuid IS NULL OR k.network_id = $7) AND ($8::uuid IS NULL OR k.campaign_id = $8)
                 AND ($9::commitment_state[] IS NULL OR k.state = ANY($9))
                 AND ($10::date IS NULL OR (k.due_on < $10 AND k.state IN ('recorded', 'confirmed', 'in_progress')))
                 AND ($11::text IS NULL OR EXISTS (SELECT FROM unnest(k.places) p WHERE p LIKE $11 || '%'))
                 AND ($15::uuid IS NULL OR k.dialogue_id = $15) AND ($16::uuid IS NULL OR k.stakeholder_id = $16)
                 AND ($17::text IS NULL OR ($17 IN (k.owner_en, k.owner_km) AND (NOT k.protected OR k.consent <> '' OR team.inside)))
                 AND ($18::text IS NULL OR k.constituency = $18)
           )
           SELECT k.id AS "id!", k.network_id AS "network_id!", k.campaign_id AS "campaign_id!", k.text_en AS "text_en!", k.text_km AS "text_km!",
                  k.kind AS "kind!: CommitmentKind", k.source AS "source!: Source", k.source_note AS "source_note!", k.engagement_id, k.dialogue_id, k.item_id,
                  k.stakeholder_id, k.owner_en AS "owner_en!", k.owner_km AS "owner_km!", k.constituency AS "constituency!",
                  k.protected AS "protected!", k.consent AS "consent!", k.made_on AS "made_on!", k.form AS "form!: Form", k.due_on,
                  k.first_due_on, k.measure AS "measure!", k.whole, k.reached, k.places AS "places!", k.follower_id, k.follower_person_id,
                  k.visibility AS "visibility!: Visibility", k.state AS "state!: CommitmentState", k.confirmed_by_what AS "confirmed_by_what!",
                  k.created_by, k.created_for, k.moved_at AS "moved_at!", k.version AS "version!", (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted k
           WHERE $13::date IS NULL OR (COALESCE(k.due_on, '9999-12-31'), k.id) > ($13, $14)
           ORDER BY COALESCE(k.due_on, '9999-12-31'), k.id LIMIT $12"#,
        seen.tickets.as_deref() as Option<&[String]>,
        &seen.members,
        &seen.networks,
        &seen.groups,
        &seen.owners,
        wanted.id.map(|k| k.0),
        wanted.network.map(|n| n.0),
        wanted.campaign.map(|c| c.0),
        wanted.states.as_deref() as Option<&[CommitmentState]>,
        wanted.overdue_on,
        wanted.place.as_ref().map(|p| p.0.as_str()),
        page.limit(),
        page.after(0).and_then(|on| on.parse::<NaiveDate>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        wanted.dialogue.map(|d| d.0),
        wanted.stakeholder.map(|s| s.0),
        wanted.owner,
        wanted.constituency,
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Commitment> = rows.into_iter().map(Commitment::from).collect();
    let far = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    Ok(page.close(found, total, |k: &Commitment| vec![k.due_on.unwrap_or(far).to_string(), k.id.0.to_string()]))
}

/// A page of commitments that the actor may know, the next due first, those without a day last.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Commitment>> {
    find(db, &Seen::of(actor), wanted, page).await
}

/// All that the actor may know, page by page, the next due first: for what is counted and reported, not for showing.
pub async fn all(pool: &Pool, actor: &Actor, wanted: &Wanted) -> Result<Vec<Commitment>> {
    let (mut all, mut page) = (Vec::new(), PageRequest::whole());
    loop {
        let found = list(pool, actor, wanted, &page).await?;
        let last = found.items.last().map(|(cursor, _)| cursor.clone());
        all.extend(found.items.into_iter().map(|(_, k)| k));
        let Some(last) = last.filter(|_| found.more) else { return Ok(all) };
        page = PageRequest::new(Some(100), Some(&last))?;
    }
}

/// One that the actor may know.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, id: CommitmentId) -> Result<Option<Commitment>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(list(db, actor, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, found)| found))
}

/// One, whoever asks: for decisions, not for showing.
pub(super) async fn lookup(db: impl PgExecutor<'_>, id: CommitmentId) -> Result<Option<Commitment>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(find(db, &Seen::EVERYTHING, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, found)| found))
}

/// All that was made in a dialogue, whoever asks: for decisions, not for showing.
pub(crate) async fn of_dialogue(tx: &mut Tx<'_>, dialogue: DialogueId) -> Result<Vec<Commitment>> {
    let wanted = Wanted { dialogue: Some(dialogue), ..Wanted::default() };
    let (mut all, mut page) = (Vec::new(), PageRequest::whole());
    loop {
        let found = find(&mut **tx, &Seen::EVERYTHING, &wanted, &page).await?;
        let last = found.items.last().map(|(cursor, _)| cursor.clone());
        all.extend(found.items.into_iter().map(|(_, k)| k));
        let Some(last) = last.filter(|_| found.more) else { return Ok(all) };
        page = PageRequest::new(Some(100), Some(&last))?;
    }
}

pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, k: &Commitment) -> Result<()> {
    let places: Vec<String> = k.places.iter().map(|p| p.0.clone()).collect();
    sqlx::query!(
        "INSERT INTO commitments (id, network_id, campaign_id, text_en, text_km, kind, source, source_note, engagement_id, item_id,
             stakeholder_id, owner_en, owner_km, constituency, protected, consent, made_on, form, due_on, first_due_on, measure, whole,
             reached, places, follower_id, follower_person_id, visibility, state, confirmed_by_what, created_by, created_for, created_at,
             moved_at, dialogue_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
             $27, $28, $29, $30, $31, $32, $33, $34)
         ON CONFLICT (id) DO UPDATE SET text_en = $4, text_km = $5, kind = $6, source = $7, source_note = $8, engagement_id = $9,
             item_id = $10, stakeholder_id = $11, owner_en = $12, owner_km = $13, constituency = $14, protected = $15, consent = $16,
             made_on = $17, form = $18, due_on = $19, first_due_on = $20, measure = $21, whole = $22, reached = $23, places = $24,
             follower_id = $25, follower_person_id = $26, visibility = $27, state = $28, confirmed_by_what = $29, moved_at = $33, dialogue_id = $34,
             version = commitments.version + 1",
        k.id.0,
        k.network.0,
        k.campaign.0,
        k.text.en,
        k.text.km,
        k.kind as CommitmentKind,
        k.source as Source,
        k.source_note,
        k.engagement.map(|e| e.0),
        k.item.map(|i| i.0),
        k.stakeholder.map(|s| s.0),
        k.owner.en,
        k.owner.km,
        k.constituency,
        k.protected,
        k.consent,
        k.made_on,
        k.form as Form,
        k.due_on,
        k.first_due_on,
        k.measure,
        k.whole,
        k.reached,
        &places,
        k.follower.map(|o| o.0),
        k.follower_person.map(|p| p.0),
        k.visibility as Visibility,
        k.state as CommitmentState,
        k.confirmed_by_what,
        k.created_by.map(|p| p.0),
        k.created_for.map(|o| o.0),
        env.now(),
        k.moved_at,
        k.dialogue.map(|d| d.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Follow-ups of commitments, the oldest first; who may know these is judged before.
pub async fn followups(db: impl PgExecutor<'_>, commitments: &[Uuid], id: Option<FollowUpId>) -> Result<Vec<FollowUp>> {
    let rows = sqlx::query!(
        r#"SELECT f.id, f.commitment_id, f.on_day, f.channel AS "channel: Channel", f.finding, f.status AS "status: CommitmentState",
                  f.due_on, f.reached, f.recorded_by, f.recorded_for, f.recorded_at, f.verified_by, f.verified_at,
                  ARRAY(SELECT d.document_id FROM commitment_documents d WHERE d.followup_id = f.id ORDER BY 1) AS "documents!"
           FROM commitment_followups f
           WHERE f.commitment_id = ANY($1) OR f.id = $2 ORDER BY f.on_day, f.recorded_at, f.id"#,
        commitments,
        id.map(|f| f.0),
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| FollowUp {
        id: FollowUpId(row.id),
        commitment: CommitmentId(row.commitment_id),
        on: row.on_day,
        channel: row.channel,
        finding: row.finding,
        status: row.status,
        due_on: row.due_on,
        reached: row.reached,
        recorded_by: row.recorded_by.map(PersonId),
        recorded_for: row.recorded_for.map(OrganisationId),
        recorded_at: row.recorded_at,
        verified_by: row.verified_by.map(PersonId),
        verified_at: row.verified_at,
        documents: row.documents.into_iter().map(DocumentId).collect(),
    });
    Ok(told.collect())
}

pub(super) async fn add_followup(tx: &mut Tx<'_>, f: &FollowUp) -> Result<()> {
    sqlx::query!(
        "INSERT INTO commitment_followups (id, commitment_id, on_day, channel, finding, status, due_on, reached, recorded_by, recorded_for,
             recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        f.id.0,
        f.commitment.0,
        f.on,
        f.channel as Channel,
        f.finding,
        f.status as Option<CommitmentState>,
        f.due_on,
        f.reached,
        f.recorded_by.map(|p| p.0),
        f.recorded_for.map(|o| o.0),
        f.recorded_at,
    )
    .execute(&mut **tx)
    .await?;
    let documents: Vec<Uuid> = f.documents.iter().map(|d| d.0).collect();
    sqlx::query!(
        "INSERT INTO commitment_documents (followup_id, document_id) SELECT $1, d FROM unnest($2::uuid[]) AS d",
        f.id.0,
        &documents,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Says who has looked at what a follow-up shows; `false` where somebody has.
pub(super) async fn verify(tx: &mut Tx<'_>, env: &Env, id: FollowUpId, by: Option<PersonId>) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE commitment_followups SET verified_by = $2, verified_at = $3 WHERE id = $1 AND verified_at IS NULL",
        id.0,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
