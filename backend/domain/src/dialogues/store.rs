//! Dialogues in the database.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sala_kernel::{
    CampaignId, DialogueId, Env, InvitationId, LText, Language, MailId, NetworkId, OrganisationId, Page, PageRequest,
    PersonId, PlaceCode, Pool, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Channel, Dialogue, DialogueDraft, DialogueKind, DialogueState, Invitation, InvitationState, Mode, Needs, Purpose,
    Seats, invitations::Way,
};
use crate::{
    access::Actor,
    campaigns::{Visibility, seen::Seen},
    people::{Honorific, Sex},
    stakeholders::Attribution,
};

#[expect(clippy::struct_excessive_bools, reason = "a row has a column for each thing a place offers")]
struct Row {
    id: Uuid,
    network_id: Uuid,
    campaign_id: Uuid,
    title_en: String,
    title_km: String,
    kind: DialogueKind,
    purpose: Purpose,
    objectives_en: String,
    objectives_km: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    mode: Mode,
    venue_en: String,
    venue_km: String,
    place: Option<String>,
    step_free: bool,
    sign_language: bool,
    large_print: bool,
    interpretation: String,
    online_link: String,
    chair: String,
    facilitator: String,
    contact: String,
    capacity: i32,
    attribution: Attribution,
    rsvp_by: Option<DateTime<Utc>>,
    visibility: Visibility,
    state: DialogueState,
    reason: String,
    sequence: i32,
    invited_at: Option<DateTime<Utc>>,
    nothing_promised: bool,
    series_id: Option<Uuid>,
    forgotten_at: Option<DateTime<Utc>>,
    created_by: Option<Uuid>,
    created_for: Option<Uuid>,
    version: i32,
    total: i64,
}

impl From<Row> for Dialogue {
    fn from(row: Row) -> Self {
        Self {
            id: DialogueId(row.id),
            network: NetworkId(row.network_id),
            campaign: CampaignId(row.campaign_id),
            is: DialogueDraft {
                title: LText::new(row.title_en, row.title_km),
                kind: row.kind,
                purpose: row.purpose,
                objectives: LText::new(row.objectives_en, row.objectives_km),
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                mode: row.mode,
                venue: LText::new(row.venue_en, row.venue_km),
                place: row.place.map(PlaceCode),
                step_free: row.step_free,
                sign_language: row.sign_language,
                large_print: row.large_print,
                interpretation: row.interpretation,
                online_link: row.online_link,
                chair: row.chair,
                facilitator: row.facilitator,
                contact: row.contact,
                capacity: row.capacity,
                attribution: row.attribution,
                rsvp_by: row.rsvp_by,
                visibility: row.visibility,
                seats: Vec::new(),
            },
            state: row.state,
            reason: row.reason,
            sequence: row.sequence,
            invited_at: row.invited_at,
            nothing_promised: row.nothing_promised,
            series: row.series_id.map(DialogueId),
            forgotten_at: row.forgotten_at,
            created_by: row.created_by.map(PersonId),
            created_for: row.created_for.map(OrganisationId),
            version: row.version,
        }
    }
}

/// Which dialogues are wanted, beside those that the asker may know.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// This one alone.
    pub id: Option<DialogueId>,
    /// In this network.
    pub network: Option<NetworkId>,
    /// Of this campaign.
    pub campaign: Option<CampaignId>,
    /// That end after this instant.
    pub after: Option<DateTime<Utc>>,
    /// Of the series that begins with this one.
    pub series: Option<DialogueId>,
}

async fn find(db: impl PgExecutor<'_>, seen: &Seen, wanted: &Wanted, page: &PageRequest) -> Result<Page<Dialogue>> {
    let rows = sqlx::query_as!(
        Row,
        r#"WITH wanted AS (
               SELECT d.* FROM dialogues d JOIN campaigns c ON c.id = d.campaign_id
               WHERE ($1::text[] IS NULL OR (c.audience && $1 AND (d.visibility = 'public'
                      OR (d.visibility = 'members' AND c.network_id = ANY($2)) OR c.network_id = ANY($3) OR c.group_id = ANY($4)
                      OR EXISTS (SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.state = 'accepted'
                                 AND m.organisation_id = ANY($5)))))
                 AND ($6::uuid IS NULL OR d.id = $6) AND ($7::uuid IS NULL OR d.network_id = $7) AND ($8::uuid IS NULL OR d.campaign_id = $8)
                 AND ($9::timestamptz IS NULL OR d.ends_at > $9) AND ($13::uuid IS NULL OR d.series_id = $13)
           )
           SELECT d.id AS "id!", d.network_id AS "network_id!", d.campaign_id AS "campaign_id!", d.title_en AS "title_en!",
                  d.title_km AS "title_km!", d.kind AS "kind!: DialogueKind", d.purpose AS "purpose!: Purpose",
                  d.objectives_en AS "objectives_en!", d.objectives_km AS "objectives_km!", d.starts_at AS "starts_at!",
                  d.ends_at AS "ends_at!", d.mode AS "mode!: Mode", d.venue_en AS "venue_en!", d.venue_km AS "venue_km!", d.place,
                  d.step_free AS "step_free!", d.sign_language AS "sign_language!", d.large_print AS "large_print!",
                  d.interpretation AS "interpretation!", d.online_link AS "online_link!", d.chair AS "chair!",
                  d.facilitator AS "facilitator!", d.contact AS "contact!", d.capacity AS "capacity!",
                  d.attribution AS "attribution!: Attribution", d.rsvp_by, d.visibility AS "visibility!: Visibility",
                  d.state AS "state!: DialogueState", d.reason AS "reason!", d.sequence AS "sequence!", d.invited_at,
                  d.nothing_promised AS "nothing_promised!", d.series_id, d.forgotten_at, d.created_by,
                  d.created_for, d.version AS "version!", (SELECT count(*) FROM wanted) AS "total!"
           FROM wanted d
           WHERE $11::timestamptz IS NULL OR (d.starts_at, d.id) > ($11, $12)
           ORDER BY d.starts_at, d.id LIMIT $10"#,
        seen.tickets.as_deref() as Option<&[String]>,
        &seen.members,
        &seen.networks,
        &seen.groups,
        &seen.owners,
        wanted.id.map(|d| d.0),
        wanted.network.map(|n| n.0),
        wanted.campaign.map(|c| c.0),
        wanted.after,
        page.limit(),
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        wanted.series.map(|d| d.0),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Dialogue> = rows.into_iter().map(Dialogue::from).collect();
    Ok(page.close(found, total, |d: &Dialogue| vec![d.is.starts_at.to_rfc3339(), d.id.0.to_string()]))
}

/// A page of dialogues that the actor may know, the next first; their seats are read by themselves.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    wanted: &Wanted,
    page: &PageRequest,
) -> Result<Page<Dialogue>> {
    find(db, &Seen::of(actor), wanted, page).await
}

/// One that the actor may know, without its seats.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, id: DialogueId) -> Result<Option<Dialogue>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    Ok(list(db, actor, &wanted, &PageRequest::whole()).await?.items.pop().map(|(_, found)| found))
}

/// One with its seats, whoever asks: for decisions, not for showing.
pub(super) async fn lookup(tx: &mut Tx<'_>, id: DialogueId) -> Result<Option<Dialogue>> {
    let wanted = Wanted { id: Some(id), ..Wanted::default() };
    let found = find(&mut **tx, &Seen::EVERYTHING, &wanted, &PageRequest::whole()).await?.items.pop();
    let Some((_, mut found)) = found else { return Ok(None) };
    found.is.seats = seats(&mut **tx, &[id.0]).await?.into_iter().map(|(_, of)| of).collect();
    Ok(Some(found))
}

/// Holds one until the transaction ends: answers come one after the other.
pub(super) async fn hold(tx: &mut Tx<'_>, id: DialogueId) -> Result<Option<Dialogue>> {
    sqlx::query!("SELECT id FROM dialogues WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(tx, id).await
}

/// Seats by group, in the order in which they stand; who may know these is judged before.
pub async fn seats(db: impl PgExecutor<'_>, dialogues: &[Uuid]) -> Result<Vec<(DialogueId, Seats)>> {
    let rows = sqlx::query!(
        "SELECT dialogue_id, constituency, seats, least, women_pct, youth_pct, release_at, released_at FROM dialogue_seats
         WHERE dialogue_id = ANY($1) ORDER BY dialogue_id, position, constituency",
        dialogues,
    )
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|row| {
        (
            DialogueId(row.dialogue_id),
            Seats {
                constituency: row.constituency,
                seats: row.seats,
                least: row.least,
                women_pct: row.women_pct,
                youth_pct: row.youth_pct,
                release_at: row.release_at,
                released_at: row.released_at,
            },
        )
    });
    Ok(told.collect())
}

pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, d: &Dialogue) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogues (id, network_id, campaign_id, title_en, title_km, kind, purpose, objectives_en, objectives_km, starts_at,
             ends_at, mode, venue_en, venue_km, place, step_free, sign_language, large_print, interpretation, online_link, chair,
             facilitator, contact, capacity, attribution, rsvp_by, visibility, state, reason, sequence, invited_at, created_by, created_for,
             created_at, nothing_promised, series_id, over_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
             $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)
         ON CONFLICT (id) DO UPDATE SET title_en = $4, title_km = $5, kind = $6, purpose = $7, objectives_en = $8, objectives_km = $9,
             starts_at = $10, ends_at = $11, mode = $12, venue_en = $13, venue_km = $14, place = $15, step_free = $16, sign_language = $17,
             large_print = $18, interpretation = $19, online_link = $20, chair = $21, facilitator = $22, contact = $23, capacity = $24,
             attribution = $25, rsvp_by = $26, visibility = $27, state = $28, reason = $29, sequence = $30, invited_at = $31,
             nothing_promised = $35, over_at = coalesce(dialogues.over_at, excluded.over_at),
             version = dialogues.version + 1",
        d.id.0,
        d.network.0,
        d.campaign.0,
        d.is.title.en,
        d.is.title.km,
        d.is.kind as DialogueKind,
        d.is.purpose as Purpose,
        d.is.objectives.en,
        d.is.objectives.km,
        d.is.starts_at,
        d.is.ends_at,
        d.is.mode as Mode,
        d.is.venue.en,
        d.is.venue.km,
        d.is.place.as_ref().map(|p| p.0.clone()),
        d.is.step_free,
        d.is.sign_language,
        d.is.large_print,
        d.is.interpretation,
        d.is.online_link,
        d.is.chair,
        d.is.facilitator,
        d.is.contact,
        d.is.capacity,
        d.is.attribution as Attribution,
        d.is.rsvp_by,
        d.is.visibility as Visibility,
        d.state as DialogueState,
        d.reason,
        d.sequence,
        d.invited_at,
        d.created_by.map(|p| p.0),
        d.created_for.map(|o| o.0),
        env.now(),
        d.nothing_promised,
        d.series.map(|d| d.0),
        d.state.is_over().then(|| env.now()),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM dialogue_seats WHERE dialogue_id = $1", d.id.0).execute(&mut **tx).await?;
    for (position, of) in d.is.seats.iter().enumerate() {
        sqlx::query!(
            "INSERT INTO dialogue_seats (dialogue_id, constituency, seats, least, women_pct, youth_pct, release_at, released_at, position)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            d.id.0,
            of.constituency,
            of.seats,
            of.least,
            of.women_pct,
            of.youth_pct,
            of.release_at,
            of.released_at,
            i32::try_from(position).unwrap_or(i32::MAX),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Makes a dialogue the first of a series.
pub(super) async fn begin_series(tx: &mut Tx<'_>, id: DialogueId) -> Result<()> {
    sqlx::query!("UPDATE dialogues SET series_id = id, version = version + 1 WHERE id = $1", id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// One whose seats are to be released at this instant, held; another node may hold others.
pub(super) async fn to_release(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!(
        "SELECT d.id FROM dialogues d
         WHERE d.state IN ('inviting', 'confirmed') AND EXISTS (SELECT FROM dialogue_seats s
               WHERE s.dialogue_id = d.id AND s.released_at IS NULL AND s.release_at <= $1)
         ORDER BY d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED",
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.map(DialogueId))
}

#[expect(clippy::struct_excessive_bools, reason = "a row has a column for each need")]
struct Guest {
    id: Uuid,
    dialogue_id: Uuid,
    number: i32,
    constituency: String,
    institution: bool,
    name_en: String,
    name_km: String,
    honorific: Honorific,
    post: String,
    organisation: String,
    email: String,
    phone: String,
    language: String,
    sex: Sex,
    youth: Option<bool>,
    state: InvitationState,
    seat_of: Option<String>,
    queued_at: Option<DateTime<Utc>>,
    parent_id: Option<Uuid>,
    sent_at: Option<DateTime<Utc>>,
    answered_at: Option<DateTime<Utc>>,
    answered_via: Option<Channel>,
    recorded_by: Option<Uuid>,
    needs_interpretation: bool,
    needs_mobility: bool,
    needs_diet: bool,
    needs_childcare: bool,
    needs_travel: bool,
    needs_sign_language: bool,
    note: String,
    seat_table: Option<i32>,
    version: i32,
}

impl From<Guest> for Invitation {
    fn from(row: Guest) -> Self {
        Self {
            id: InvitationId(row.id),
            dialogue: DialogueId(row.dialogue_id),
            number: row.number,
            constituency: row.constituency,
            institution: row.institution,
            name: LText::new(row.name_en, row.name_km),
            honorific: row.honorific,
            post: row.post,
            organisation: row.organisation,
            email: row.email,
            phone: row.phone,
            language: Language::from_tag(&row.language),
            sex: row.sex,
            youth: row.youth,
            state: row.state,
            seat_of: row.seat_of,
            queued_at: row.queued_at,
            parent: row.parent_id.map(InvitationId),
            sent_at: row.sent_at,
            answered_at: row.answered_at,
            answered_via: row.answered_via,
            recorded_by: row.recorded_by.map(PersonId),
            needs: Needs {
                interpretation: row.needs_interpretation,
                mobility: row.needs_mobility,
                diet: row.needs_diet,
                childcare: row.needs_childcare,
                travel: row.needs_travel,
                sign_language: row.needs_sign_language,
            },
            note: row.note,
            table: row.seat_table,
            version: row.version,
        }
    }
}

/// Invitations of dialogues after a number, in the order of their numbers, at most so many; who may know these is judged before.
pub async fn invitations(
    db: impl PgExecutor<'_>,
    dialogue: DialogueId,
    after: i32,
    most: i64,
) -> Result<Vec<Invitation>> {
    let rows = sqlx::query_as!(
        Guest,
        r#"SELECT id, dialogue_id, number, constituency, institution, name_en, name_km, honorific AS "honorific: Honorific", post,
                  organisation, email, phone, language, sex AS "sex: Sex", youth, state AS "state: InvitationState", seat_of, queued_at,
                  parent_id, sent_at, answered_at, answered_via AS "answered_via: Channel", recorded_by, needs_interpretation,
                  needs_mobility, needs_diet, needs_childcare, needs_travel, needs_sign_language, note, seat_table, version
           FROM dialogue_invitations WHERE dialogue_id = $1 AND number > $2 ORDER BY number LIMIT $3"#,
        dialogue.0,
        after,
        most,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// What one reads of an invitation without any other: itself, who waits before it, whom its invitee sends.
pub(super) struct Alone {
    pub(super) invitation: Invitation,
    pub(super) waiting: usize,
    pub(super) deputy: Option<LText>,
}

/// An invitation by itself: what there is to read does not grow with those who are invited.
pub(super) async fn alone(tx: &mut Tx<'_>, id: InvitationId) -> Result<Option<Alone>> {
    let found = sqlx::query_as!(
        Guest,
        r#"SELECT id, dialogue_id, number, constituency, institution, name_en, name_km, honorific AS "honorific: Honorific", post,
                  organisation, email, phone, language, sex AS "sex: Sex", youth, state AS "state: InvitationState", seat_of, queued_at,
                  parent_id, sent_at, answered_at, answered_via AS "answered_via: Channel", recorded_by, needs_interpretation,
                  needs_mobility, needs_diet, needs_childcare, needs_travel, needs_sign_language, note, seat_table, version
           FROM dialogue_invitations WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(invitation) = found.map(Invitation::from) else { return Ok(None) };
    let waiting = sqlx::query_scalar!(
        r#"SELECT count(*) AS "n!" FROM dialogue_invitations
           WHERE dialogue_id = $1 AND constituency = $2 AND state = 'waitlisted' AND (queued_at, number) <= ($3, $4)"#,
        invitation.dialogue.0,
        invitation.constituency,
        invitation.queued_at,
        invitation.number,
    )
    .fetch_one(&mut **tx)
    .await?;
    let deputy = sqlx::query!(
        "SELECT name_en, name_km FROM dialogue_invitations WHERE parent_id = $1 AND state <> 'cancelled' ORDER BY number LIMIT 1",
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(Some(Alone {
        invitation,
        waiting: usize::try_from(waiting).unwrap_or(0),
        deputy: deputy.map(|row| LText::new(row.name_en, row.name_km)),
    }))
}

/// To which dialogue an invitation belongs.
pub(super) async fn dialogue_of(db: impl PgExecutor<'_>, id: InvitationId) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!("SELECT dialogue_id FROM dialogue_invitations WHERE id = $1", id.0)
        .fetch_optional(db)
        .await?;
    Ok(found.map(DialogueId))
}

/// Whose link it is, and to which dialogue.
pub(super) async fn behind(db: impl PgExecutor<'_>, hash: &[u8]) -> Result<Option<(InvitationId, DialogueId)>> {
    let found = sqlx::query!("SELECT i.id, i.dialogue_id FROM dialogue_links l JOIN dialogue_invitations i ON i.id = l.invitation_id WHERE l.token_hash = $1", hash)
        .fetch_optional(db)
        .await?;
    Ok(found.map(|row| (InvitationId(row.id), DialogueId(row.dialogue_id))))
}

/// Writes an invitation down.
pub(super) async fn put_invitation(tx: &mut Tx<'_>, env: &Env, i: &Invitation) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_invitations (id, dialogue_id, number, constituency, institution, name_en, name_km, honorific, post,
             organisation, email, phone, language, sex, youth, state, seat_of, queued_at, parent_id, sent_at, answered_at, answered_via,
             recorded_by, needs_interpretation, needs_mobility, needs_diet, needs_childcare, needs_travel, needs_sign_language, note,
             created_at, seat_table)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
             $27, $28, $29, $30, $31, $32)
         ON CONFLICT (id) DO UPDATE SET constituency = $4, institution = $5, name_en = $6, name_km = $7, honorific = $8, post = $9,
             organisation = $10, email = $11, phone = $12, language = $13, sex = $14, youth = $15, state = $16, seat_of = $17,
             queued_at = $18, sent_at = $20, answered_at = $21, answered_via = $22, recorded_by = $23, needs_interpretation = $24,
             needs_mobility = $25, needs_diet = $26, needs_childcare = $27, needs_travel = $28, needs_sign_language = $29, note = $30,
             seat_table = $32, version = dialogue_invitations.version + 1",
        i.id.0,
        i.dialogue.0,
        i.number,
        i.constituency,
        i.institution,
        i.name.en,
        i.name.km,
        i.honorific as Honorific,
        i.post,
        i.organisation,
        i.email,
        i.phone,
        i.language.tag(),
        i.sex as Sex,
        i.youth,
        i.state as InvitationState,
        i.seat_of,
        i.queued_at,
        i.parent.map(|p| p.0),
        i.sent_at,
        i.answered_at,
        i.answered_via as Option<Channel>,
        i.recorded_by.map(|p| p.0),
        i.needs.interpretation,
        i.needs.mobility,
        i.needs.diet,
        i.needs.childcare,
        i.needs.travel,
        i.needs.sign_language,
        i.note,
        env.now(),
        i.table,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives invitations a link more each, for letters that go in this way; with the mail that brings it, where one does.
pub(super) async fn link(
    tx: &mut Tx<'_>,
    env: &Env,
    (of, hashes): (&[InvitationId], &[Vec<u8>]),
    (way, mail): (Way, Option<MailId>),
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO dialogue_links (token_hash, invitation_id, made_at, way, mail_id)
         SELECT hash, id, $3, $4, $5 FROM unnest($1::bytea[], $2::uuid[]) l (hash, id)",
        hashes,
        &of.iter().map(|i| i.0).collect::<Vec<_>>(),
        env.now(),
        way as Way,
        mail.map(|m| m.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A letter that brought a link.
#[derive(Debug, Clone)]
pub struct Sent {
    /// How it went.
    pub way: Way,
    /// The first bytes of the hash of its link.
    pub begins: Vec<u8>,
    /// What the mail server said that did not take it; nothing where it did, or may yet.
    pub refused: Option<String>,
}

/// Letters of invitations, of each way the latest last; who may know these is judged before.
pub async fn letters(db: impl PgExecutor<'_>, of: &[Uuid]) -> Result<Vec<(InvitationId, Sent)>> {
    let rows = sqlx::query!(
        r#"SELECT l.invitation_id, l.way AS "way: Way", substr(l.token_hash, 1, 8) AS "begins!",
                  CASE WHEN m.state = 'failed' THEN m.error END AS refused
           FROM dialogue_links l LEFT JOIN mails m ON m.id = l.mail_id
           WHERE l.invitation_id = ANY($1) ORDER BY l.invitation_id, l.way, l.made_at, l.token_hash"#,
        of,
    )
    .fetch_all(db)
    .await?;
    let told = rows
        .into_iter()
        .map(|row| (InvitationId(row.invitation_id), Sent { way: row.way, begins: row.begins, refused: row.refused }));
    Ok(told.collect())
}

/// The dialogue to which a mail invites.
pub(super) async fn dialogue_of_mail(db: impl PgExecutor<'_>, mail: MailId) -> Result<Option<DialogueId>> {
    let found = sqlx::query_scalar!(
        "SELECT i.dialogue_id FROM dialogue_links l JOIN dialogue_invitations i ON i.id = l.invitation_id WHERE l.mail_id = $1 LIMIT 1",
        mail.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(DialogueId))
}

/// Sets who sits at which table; nobody else sits at any.
pub(super) async fn set_tables(
    tx: &mut Tx<'_>,
    dialogue: DialogueId,
    tables: &HashMap<InvitationId, i32>,
) -> Result<()> {
    let (ids, at): (Vec<Uuid>, Vec<i32>) = tables.iter().map(|(id, table)| (id.0, *table)).unzip();
    sqlx::query!(
        "UPDATE dialogue_invitations i SET seat_table = dealt.at, version = i.version + 1
         FROM dialogue_invitations was LEFT JOIN unnest($2::uuid[], $3::int[]) dealt (id, at) ON dealt.id = was.id
         WHERE i.dialogue_id = $1 AND was.id = i.id AND i.seat_table IS DISTINCT FROM dealt.at",
        dialogue.0,
        &ids,
        &at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends all links of an invitation.
pub(super) async fn end_links(tx: &mut Tx<'_>, id: InvitationId) -> Result<()> {
    sqlx::query!("DELETE FROM dialogue_links WHERE invitation_id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Ends the links that mails of an invitation have brought.
pub(super) async fn end_mailed(tx: &mut Tx<'_>, id: InvitationId) -> Result<()> {
    sqlx::query!("DELETE FROM dialogue_links WHERE invitation_id = $1 AND way = 'mail'", id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A page of invitations, in the order of their numbers; who may know these is judged before.
pub async fn page(pool: &Pool, dialogue: DialogueId, page: &PageRequest) -> Result<Page<Invitation>> {
    let total =
        sqlx::query_scalar!(r#"SELECT count(*) AS "n!" FROM dialogue_invitations WHERE dialogue_id = $1"#, dialogue.0)
            .fetch_one(pool)
            .await?;
    let after = page.after(0).and_then(|n| n.parse().ok()).unwrap_or(0);
    let found = invitations(pool, dialogue, after, page.limit()).await?;
    Ok(page.close(found, total, |i: &Invitation| vec![i.number.to_string()]))
}
