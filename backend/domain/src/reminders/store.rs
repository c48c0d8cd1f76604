//! What is to be reminded of, and what was.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, LText, Language, NetworkId, OrganisationId, PaperId, PersonId, Result, Tx};
use uuid::Uuid;

use crate::access::{Level, Role};

/// Something somebody is to be reminded of.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    /// About what.
    pub subject: Uuid,
    /// On whose page it is read: the thing itself, or what it belongs to.
    pub page: Uuid,
    /// Who: a membership for duties, else a person.
    pub recipient: Uuid,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// The same as people of the network write it.
    pub due: String,
    /// How many days before, as reached.
    pub step: i32,
    /// What it is called; none where a mail must not say it.
    pub title: Option<LText>,
}

/// Where mails go.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    pub person: PersonId,
    pub email: String,
    pub language: Language,
}

/// A duty for which a reminder is due: the nearest step reached that nobody was told of.
pub(super) async fn duty(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT c.duty_id AS "subject!", c.membership_id AS "recipient!", c.due_on AS "due_on!", s.step AS "step!", d.name_en, d.name_km
           FROM networks n
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           JOIN LATERAL compliance(t.today) c ON c.network_id = n.id
           JOIN duties d ON d.id = c.duty_id
           CROSS JOIN LATERAL (
               SELECT min(step) AS step
               FROM unnest(d.remind_days || CASE WHEN c.due_on < t.today THEN '{-1}'::int[] ELSE '{}' END) AS steps(step)
               WHERE c.due_on - step <= t.today OR step = -1
           ) s
           WHERE s.step IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'duty' AND r.subject = c.duty_id AND r.recipient = c.membership_id
                                                         AND r.due_at = c.due_on::timestamp AT TIME ZONE 'UTC' AND r.step <= s.step)
           ORDER BY c.due_on, c.membership_id, c.duty_id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.due_on.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.due_on.to_string(),
        step: row.step,
        title: Some(LText::new(row.name_en, row.name_km)),
    }))
}

/// Somebody who may still cast a ballot in a decision that closes within a day.
pub(super) async fn decision(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT d.id AS "subject!", c.person_id AS "recipient!", d.closes_at, d.level AS "level: Level", d.title_en, d.title_km,
                  to_char(d.closes_at AT TIME ZONE n.timezone, 'YYYY-MM-DD HH24:MI') AS "due!"
           FROM decisions d
           JOIN networks n ON n.id = d.network_id
           JOIN decision_casters c ON c.decision_id = d.id
           JOIN memberships m ON m.network_id = d.network_id AND m.organisation_id = c.organisation_id AND m.state = 'active'
           WHERE d.state = 'open' AND d.closes_at > $1 AND d.closes_at <= $1::timestamptz + interval '1 day'
             AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.decision_id = d.id AND b.organisation_id = c.organisation_id AND b.replaced_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'decision' AND r.subject = d.id AND r.recipient = c.person_id AND r.due_at = d.closes_at)
           ORDER BY d.closes_at, d.id, c.person_id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.closes_at,
        due: row.due,
        step: 1,
        title: (row.level <= Level::Members).then(|| LText::new(row.title_en, row.title_km)),
    }))
}

/// Somebody who sits in a group that meets within a day.
pub(super) async fn meeting(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT m.id AS "subject!", s.person_id AS "recipient!", m.starts_at, m.level AS "level: Level", m.title_en, m.title_km,
                  to_char(m.starts_at AT TIME ZONE n.timezone, 'YYYY-MM-DD HH24:MI') AS "due!"
           FROM meetings m
           JOIN networks n ON n.id = m.network_id
           JOIN working_group_seats s ON s.group_id = m.group_id AND s.state = 'seated' AND s.ended_at IS NULL
           JOIN memberships o ON o.network_id = m.network_id AND o.organisation_id = s.organisation_id AND o.state = 'active'
           WHERE m.cancelled_at IS NULL AND m.starts_at > $1 AND m.starts_at <= $1::timestamptz + interval '1 day'
             AND m.created_at < m.starts_at - interval '1 day'
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'meeting' AND r.subject = m.id AND r.recipient = s.person_id AND r.due_at = m.starts_at)
           ORDER BY m.starts_at, m.id, s.person_id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.starts_at,
        due: row.due,
        step: 1,
        title: (row.level <= Level::Members).then(|| LText::new(row.title_en, row.title_km)),
    }))
}

/// A member that is to be told of a consultation: that it is open, and a day before it ends unless it has said something.
pub(super) async fn consultation(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT p.id AS "subject!", m.id AS "recipient!", p.consultation_ends_on AS "ends_on!", s.step AS "step!", p.title_en, p.title_km
           FROM papers p
           JOIN networks n ON n.id = p.network_id
           JOIN memberships m ON m.network_id = p.network_id AND m.state = 'active'
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           CROSS JOIN LATERAL (SELECT CASE WHEN p.consultation_ends_on <= t.today + 1 THEN 1 ELSE 99 END AS step) s
           WHERE p.state = 'internal_consultation' AND p.level <= 'members' AND p.consultation_ends_on >= t.today
             AND (s.step = 99 OR NOT EXISTS (
                 SELECT 1 FROM paper_comments c WHERE c.paper_id = p.id AND c.organisation_id = m.organisation_id))
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'consultation' AND r.subject = p.id AND r.recipient = m.id
                                                         AND r.due_at = p.consultation_ends_on::timestamp AT TIME ZONE 'UTC' AND r.step <= s.step)
           ORDER BY p.consultation_ends_on, m.id, p.id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.ends_on.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.ends_on.to_string(),
        step: row.step,
        title: Some(LText::new(row.title_en, row.title_km)),
    }))
}

/// A member that is to be told of a text to sign: that it is open, and unless it has answered, a day before organisations are
/// asked to have answered and a day before nobody signs any more. A new deadline is told like a new text.
pub(super) async fn sign_on(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT p.id AS "subject!", m.id AS "recipient!", o.deadline, s.step AS "step!", p.title_en, p.title_km,
                  to_char(o.deadline AT TIME ZONE n.timezone, 'YYYY-MM-DD HH24:MI') AS "due!"
           FROM sign_ons o
           JOIN papers p ON p.id = o.paper_id AND p.state = 'sign_on' AND p.level <= 'members'
           JOIN networks n ON n.id = o.network_id
           JOIN memberships m ON m.network_id = o.network_id AND m.state = 'active'
           CROSS JOIN LATERAL (SELECT CASE WHEN o.deadline <= $1::timestamptz + interval '1 day' THEN 1
                                           WHEN o.soft_deadline <= $1::timestamptz + interval '1 day' THEN 3 ELSE 99 END AS step) s
           WHERE o.closed_at IS NULL AND o.deadline > $1
             AND NOT EXISTS (SELECT 1 FROM endorsements e WHERE e.paper_id = o.paper_id AND e.organisation_id = m.organisation_id
                             AND e.state NOT IN ('in_internal_review', 'reconfirm') AND e.text_hash = o.text_hash)
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'sign_on' AND r.subject = p.id AND r.recipient = m.id
                                                         AND r.due_at = o.deadline AND r.step <= s.step)
           ORDER BY o.deadline, m.id, p.id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.deadline,
        due: row.due,
        step: row.step,
        title: Some(LText::new(row.title_en, row.title_km)),
    }))
}

/// How many days before a policy window opens those are told who prepare it.
const WINDOW_DAYS: i32 = 21;

/// Somebody who prepares a policy window that opens within three weeks: whoever has the work in hand, else those who speak for
/// their organisation. A campaign that rests reminds nobody.
pub(super) async fn window(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT b.id AS "subject!", c.id AS "page!", COALESCE(w.person_id, m.id) AS "recipient!", b.starts_on AS "day!",
                  b.title_en, b.title_km, c.visibility <> 'team' AS "open!"
           FROM campaign_work b
           JOIN campaigns c ON c.id = b.campaign_id AND c.state = 'active'
           JOIN networks n ON n.id = c.network_id
           JOIN campaign_work w ON w.window_id = b.id AND w.removed_at IS NULL AND w.status IN ('todo', 'doing')
           JOIN memberships m ON m.network_id = c.network_id AND m.organisation_id = w.organisation_id AND m.state = 'active'
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           WHERE b.kind = 'window' AND b.removed_at IS NULL AND b.starts_on > t.today AND b.starts_on - $2::int <= t.today
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'window' AND r.subject = b.id
                             AND r.recipient = COALESCE(w.person_id, m.id) AND r.due_at = b.starts_on::timestamp AT TIME ZONE 'UTC')
           ORDER BY b.starts_on, b.id, COALESCE(w.person_id, m.id) LIMIT 1"#,
        now,
        WINDOW_DAYS,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.page,
        recipient: row.recipient,
        due_at: row.day.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.day.to_string(),
        step: 21,
        title: row.open.then(|| LText::new(row.title_en, row.title_km)),
    }))
}

/// Somebody who has a task in hand that is due tomorrow, in a campaign under way.
pub(super) async fn task(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT w.id AS "subject!", c.id AS "page!", COALESCE(w.person_id, m.id) AS "recipient!", w.due_on AS "day!"
           FROM campaign_work w
           JOIN campaigns c ON c.id = w.campaign_id AND c.state = 'active'
           JOIN networks n ON n.id = c.network_id
           JOIN memberships m ON m.network_id = c.network_id AND m.organisation_id = w.organisation_id AND m.state = 'active'
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           WHERE w.kind = 'task' AND w.removed_at IS NULL AND w.status IN ('todo', 'doing') AND w.due_on = t.today + 1
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'task' AND r.subject = w.id
                             AND r.recipient = COALESCE(w.person_id, m.id) AND r.due_at = w.due_on::timestamp AT TIME ZONE 'UTC')
           ORDER BY w.due_on, w.id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.page,
        recipient: row.recipient,
        due_at: row.day.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.day.to_string(),
        step: 1,
        // Tasks are the team's own: a mail says what they are only where it goes to the team alone, and mails are passed on.
        title: None,
    }))
}

/// Somebody who has taken something upon them after a contact that is due tomorrow, while they stand in the network and their
/// organisation in the campaign. Of what is confidential no mail is written, and none says what it is about.
pub(super) async fn follow_up(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT e.id AS "subject!", c.id AS "page!", COALESCE(e.follow_up_by, e.created_by) AS "recipient!", e.follow_up_on AS "day!"
           FROM engagements e
           JOIN campaigns c ON c.id = e.campaign_id AND c.state NOT IN ('closed', 'cancelled', 'paused')
           JOIN networks n ON n.id = c.network_id
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           WHERE e.removed_at IS NULL AND e.level <> 'confidential' AND e.follow_up_done_at IS NULL AND e.follow_up_on = t.today + 1
             AND COALESCE(e.follow_up_by, e.created_by) IS NOT NULL
             AND EXISTS (SELECT FROM role_grants g WHERE g.person_id = COALESCE(e.follow_up_by, e.created_by) AND g.network_id = c.network_id
                         AND g.ended_at IS NULL AND (g.organisation_id IS NULL OR EXISTS (
                             SELECT FROM campaign_members m WHERE m.campaign_id = c.id AND m.organisation_id = g.organisation_id AND m.state = 'accepted')))
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'follow_up' AND r.subject = e.id
                             AND r.recipient = COALESCE(e.follow_up_by, e.created_by)
                             AND r.due_at = e.follow_up_on::timestamp AT TIME ZONE 'UTC')
           ORDER BY e.follow_up_on, e.id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.page,
        recipient: row.recipient,
        due_at: row.day.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.day.to_string(),
        step: 1,
        title: None,
    }))
}

/// Somebody who looks after a commitment that is due tomorrow, or since yesterday: whoever has it in hand, else those who speak
/// for their organisation. A new day is told like a new commitment.
pub(super) async fn commitment(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<Waiting>> {
    let row = sqlx::query!(
        r#"SELECT k.id AS "subject!", COALESCE(k.follower_person_id, m.id) AS "recipient!", k.due_on AS "day!", s.step AS "step!",
                  k.text_en, k.text_km, k.visibility <> 'team' AS "open!"
           FROM commitments k
           JOIN networks n ON n.id = k.network_id
           JOIN memberships m ON m.network_id = k.network_id AND m.organisation_id = k.follower_id AND m.state = 'active'
           CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE n.timezone)::date AS today) t
           CROSS JOIN LATERAL (SELECT CASE WHEN k.due_on < t.today THEN -1 ELSE 1 END AS step) s
           WHERE k.state IN ('recorded', 'confirmed', 'in_progress') AND k.due_on <= t.today + 1
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'commitment' AND r.subject = k.id
                             AND r.recipient = COALESCE(k.follower_person_id, m.id) AND r.due_at = k.due_on::timestamp AT TIME ZONE 'UTC'
                             AND r.step <= s.step)
           ORDER BY k.due_on, k.id LIMIT 1"#,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.day.and_hms_opt(0, 0, 0).map_or(now, |at| at.and_utc()),
        due: row.day.to_string(),
        step: row.step,
        title: row.open.then(|| LText::new(row.text_en, row.text_km)),
    }))
}

/// The members of the network of a paper that is open for signing that have not answered and were not reminded within a
/// day: all of them, or one. A reminder out of turn has a step of its own, counted down from those of the calendar.
pub(super) async fn unanswered(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
    paper: PaperId,
    only: Option<OrganisationId>,
) -> Result<Vec<Waiting>> {
    let rows = sqlx::query!(
        r#"SELECT p.id AS "subject!", m.id AS "recipient!", o.deadline, p.level AS "level: Level", p.title_en, p.title_km,
                  to_char(o.deadline AT TIME ZONE n.timezone, 'YYYY-MM-DD HH24:MI') AS "due!",
                  (SELECT 1000 + count(*) FROM reminders r WHERE r.about = 'sign_on' AND r.subject = p.id AND r.recipient = m.id
                   AND r.due_at = o.deadline AND r.step >= 1000) AS "step!"
           FROM sign_ons o
           JOIN papers p ON p.id = o.paper_id AND p.state = 'sign_on'
           JOIN networks n ON n.id = o.network_id
           JOIN memberships m ON m.network_id = o.network_id AND m.state = 'active'
           WHERE o.paper_id = $2 AND o.closed_at IS NULL AND o.deadline > $1 AND ($3::uuid IS NULL OR m.organisation_id = $3)
             AND NOT EXISTS (SELECT 1 FROM endorsements e WHERE e.paper_id = o.paper_id AND e.organisation_id = m.organisation_id
                             AND e.state NOT IN ('in_internal_review', 'reconfirm') AND e.text_hash = o.text_hash)
             AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.about = 'sign_on' AND r.subject = p.id AND r.recipient = m.id
                                                         AND r.sent_at > $1::timestamptz - interval '1 day')
           ORDER BY m.id LIMIT 1000"#,
        now,
        paper.0,
        only.map(|o| o.0),
    )
    .fetch_all(&mut **tx)
    .await?;
    let waiting = rows.into_iter().map(|row| Waiting {
        subject: row.subject,
        page: row.subject,
        recipient: row.recipient,
        due_at: row.deadline,
        due: row.due,
        step: i32::try_from(row.step).unwrap_or(i32::MAX),
        title: (row.level <= Level::Members).then(|| LText::new(row.title_en, row.title_km)),
    });
    Ok(waiting.collect())
}

/// An organisation's place in a network, while it is in good standing.
pub(super) async fn membership(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Option<Uuid>> {
    let found = sqlx::query_scalar!(
        "SELECT id FROM memberships WHERE network_id = $1 AND organisation_id = $2 AND state = 'active'",
        network.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found)
}

/// Notes that somebody is told; `false` when another node has done so.
pub(super) async fn note(tx: &mut Tx<'_>, env: &Env, about: &str, waiting: &Waiting) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO reminders (about, subject, recipient, due_at, step, sent_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        about,
        waiting.subject,
        waiting.recipient,
        waiting.due_at,
        waiting.step,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Where a person's mails go; nobody without an address or an account that works.
pub(super) async fn person(tx: &mut Tx<'_>, id: Uuid) -> Result<Vec<Address>> {
    let rows = sqlx::query!(
        "SELECT p.id, p.email, p.language FROM people p JOIN accounts a ON a.person_id = p.id AND a.state = 'active'
         WHERE p.id = $1 AND p.email <> ''",
        id,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|p| Address { person: PersonId(p.id), email: p.email, language: Language::from_tag(&p.language) })
        .collect())
}

/// Where mails to those go who hold one of these roles for a member.
pub(super) async fn speakers(tx: &mut Tx<'_>, membership: Uuid, roles: &[Role]) -> Result<Vec<Address>> {
    let rows = sqlx::query!(
        "SELECT DISTINCT p.id, p.email, p.language FROM memberships m
         JOIN role_grants g ON g.network_id = m.network_id AND g.organisation_id = m.organisation_id AND g.ended_at IS NULL
                           AND g.role = ANY($2)
         JOIN people p ON p.id = g.person_id AND p.email <> ''
         JOIN accounts a ON a.person_id = p.id AND a.state = 'active'
         WHERE m.id = $1 ORDER BY p.id",
        membership,
        roles as &[Role],
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|p| Address { person: PersonId(p.id), email: p.email, language: Language::from_tag(&p.language) })
        .collect())
}
