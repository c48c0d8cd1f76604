//! Applications in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{
    DecisionId, Env, LText, MembershipId, NetworkId, OrganisationId, Page, PageRequest, PersonId, RefereeId, Result,
    Tx, hash_token,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Application, Referee, ReferenceAnswer, ReferenceView, Step};
use crate::{
    access::{Action, Actor, Level, Reach},
    memberships::{Membership, MembershipState, Tier},
};

/// The applications of memberships; whoever may see the membership is judged by the caller.
pub async fn of(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Application>> {
    let rows = sqlx::query!(
        "SELECT membership_id, motivation_en, motivation_km, checked, review_note, returned_reason, decision_id, admitted_at,
                conduct_accepted_at, conduct_accepted_by, submitted_at
         FROM applications WHERE membership_id = ANY($1)",
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Application {
            membership: MembershipId(row.membership_id),
            motivation: LText::new(row.motivation_en, row.motivation_km),
            checked: row.checked,
            review_note: row.review_note,
            returned_reason: row.returned_reason,
            decision: row.decision_id.map(DecisionId),
            admitted_at: row.admitted_at,
            conduct_accepted_at: row.conduct_accepted_at,
            conduct_accepted_by: row.conduct_accepted_by.map(PersonId),
            submitted_at: row.submitted_at,
        })
        .collect())
}

/// The referees of applications, in the order named.
pub async fn referees(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Referee>> {
    let rows = sqlx::query!(
        r#"SELECT id, membership_id, organisation_id, asked_at, answer AS "answer: ReferenceAnswer", statement, answered_by_name,
                  answered_at, waived_reason, waived_at
           FROM membership_referees WHERE membership_id = ANY($1) ORDER BY membership_id, position"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Referee {
            id: RefereeId(row.id),
            membership: MembershipId(row.membership_id),
            organisation: OrganisationId(row.organisation_id),
            asked_at: row.asked_at,
            answer: row.answer,
            statement: row.statement,
            answered_by_name: row.answered_by_name,
            answered_at: row.answered_at,
            waived_reason: row.waived_reason,
            waived_at: row.waived_at,
        })
        .collect())
}

/// The changes of state of memberships, the oldest first.
pub async fn steps(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Step>> {
    let rows = sqlx::query!(
        r#"SELECT membership_id, from_state AS "from: MembershipState", to_state AS "to: MembershipState", reason, at, by_person,
                  on_behalf_of
           FROM membership_steps WHERE membership_id = ANY($1) ORDER BY membership_id, id"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Step {
            membership: MembershipId(row.membership_id),
            from: row.from,
            to: row.to,
            reason: row.reason,
            at: row.at,
            by: row.by_person.map(PersonId),
            on_behalf_of: row.on_behalf_of.map(OrganisationId),
        })
        .collect())
}

/// The applications handed in to a network that the actor may view, the newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    page: &PageRequest,
) -> Result<Page<Membership>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT m.* FROM memberships m JOIN rights.organisation_levels l ON l.organisation_id = m.organisation_id AND l.network_id = m.network_id
               WHERE m.network_id = $1 AND m.state IN ('applied', 'under_review', 'recommended', 'returned')
                 AND ($2 OR m.organisation_id = ANY($3) OR (l.level <= 'members' AND $4) OR (l.level <= 'restricted' AND $5))
           )
           SELECT id AS "id!", organisation_id AS "organisation_id!", tier AS "tier!: Tier", state AS "state!: MembershipState",
                  joined_on, version AS "version!", (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $6::uuid IS NULL OR id < $6 ORDER BY id DESC LIMIT $7"#,
        network.0,
        reach.all,
        &reach.owner_ids(),
        reach.reaches(network, Level::Members),
        reach.reaches(network, Level::Restricted),
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows
        .into_iter()
        .map(|row| Membership {
            id: MembershipId(row.id),
            network,
            organisation: OrganisationId(row.organisation_id),
            tier: row.tier,
            state: row.state,
            joined_on: row.joined_on,
            version: row.version,
            sort: String::new(),
        })
        .collect();
    Ok(page.close(found, total, |m: &Membership| vec![m.id.0.to_string()]))
}

/// Begins an application: a membership in draft.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    network: NetworkId,
    organisation: OrganisationId,
    by: PersonId,
) -> Result<MembershipId> {
    let id = MembershipId::fresh(env);
    sqlx::query!(
        "INSERT INTO memberships (id, network_id, organisation_id, tier, state, created_at, created_by, updated_at, updated_by)
         VALUES ($1, $2, $3, 'full', 'draft', $4, $5, $4, $5)",
        id.0,
        network.0,
        organisation.0,
        env.now(),
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("INSERT INTO applications (membership_id, begun_by) VALUES ($1, $2)", id.0, by.0)
        .execute(&mut **tx)
        .await?;
    Ok(id)
}

/// Says how an applicant is to belong.
pub(super) async fn set_tier(tx: &mut Tx<'_>, id: MembershipId, tier: Tier) -> Result<()> {
    sqlx::query!("UPDATE memberships SET tier = $2 WHERE id = $1", id.0, tier as Tier).execute(&mut **tx).await?;
    Ok(())
}

/// A membership, whoever asks, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: MembershipId) -> Result<Option<(Membership, Application)>> {
    sqlx::query!("SELECT id FROM memberships WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    let membership = crate::memberships::store::lookup(&mut **tx, id).await?;
    let application = of(&mut **tx, &[id.0]).await?.pop();
    Ok(membership.zip(application))
}

/// Writes why an organisation wants to join.
pub(super) async fn set_motivation(tx: &mut Tx<'_>, id: MembershipId, motivation: &LText) -> Result<()> {
    sqlx::query!(
        "UPDATE applications SET motivation_en = $2, motivation_km = $3 WHERE membership_id = $1",
        id.0,
        motivation.en,
        motivation.km,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Names the referees. Those who stay keep what they answered.
pub(super) async fn set_referees(
    tx: &mut Tx<'_>,
    env: &Env,
    id: MembershipId,
    organisations: &[OrganisationId],
) -> Result<()> {
    let ids: Vec<Uuid> = organisations.iter().map(|o| o.0).collect();
    sqlx::query!("DELETE FROM membership_referees WHERE membership_id = $1 AND organisation_id <> ALL($2)", id.0, &ids)
        .execute(&mut **tx)
        .await?;
    for (position, organisation) in (0..).zip(organisations) {
        sqlx::query!(
            "INSERT INTO membership_referees (id, membership_id, organisation_id, position) VALUES ($1, $2, $3, $4)
             ON CONFLICT (membership_id, organisation_id) DO UPDATE SET position = excluded.position",
            RefereeId::fresh(env).0,
            id.0,
            organisation.0,
            position,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Which of these organisations may be referees: members in good standing of the network.
pub(super) async fn may_refer(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisations: &[OrganisationId],
) -> Result<Vec<OrganisationId>> {
    let ids: Vec<Uuid> = organisations.iter().map(|o| o.0).collect();
    let rows = sqlx::query_scalar!(
        "SELECT organisation_id FROM memberships
         WHERE network_id = $1 AND organisation_id = ANY($2) AND state = 'active' AND tier IN ('full', 'associate')",
        network.0,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(OrganisationId).collect())
}

/// Gives a referee a link; the one before it ends.
pub(super) async fn ask(
    tx: &mut Tx<'_>,
    env: &Env,
    id: RefereeId,
    hash: &[u8],
    expires_at: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE membership_referees SET asked_at = $2, token_hash = $3, expires_at = $4 WHERE id = $1 AND answered_at IS NULL",
        id.0,
        env.now(),
        hash,
        expires_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Where letters to an organisation as a referee go: those who speak for it, else the organisation itself.
pub(super) async fn addresses(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Vec<(Option<PersonId>, String, String)>> {
    let people = sqlx::query!(
        "SELECT DISTINCT p.id, p.email, p.language FROM role_grants g JOIN people p ON p.id = g.person_id
         WHERE g.network_id = $1 AND g.organisation_id = $2 AND g.role IN ('representative', 'alternate', 'signatory')
           AND g.ended_at IS NULL AND p.email <> ''
         ORDER BY p.id",
        network.0,
        organisation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    if !people.is_empty() {
        return Ok(people.into_iter().map(|p| (Some(PersonId(p.id)), p.email, p.language)).collect());
    }
    let office = sqlx::query_scalar!("SELECT contact_email FROM organisations WHERE id = $1", organisation.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(office.filter(|e| !e.is_empty()).map(|e| (None, e, "km".to_owned())).into_iter().collect())
}

/// The referee behind a link that still answers, held until the transaction ends.
pub(super) async fn referee_behind(tx: &mut Tx<'_>, env: &Env, secret: &str) -> Result<Option<Referee>> {
    let row = sqlx::query!(
        "SELECT r.id, r.membership_id FROM membership_referees r JOIN memberships m ON m.id = r.membership_id
         WHERE r.token_hash = $1 AND r.answered_at IS NULL AND r.waived_at IS NULL AND r.expires_at > $2
           AND m.state IN ('applied', 'under_review')
         FOR UPDATE OF r",
        &hash_token(secret)[..],
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(referees(&mut **tx, &[row.membership_id]).await?.into_iter().find(|r| r.id.0 == row.id))
}

/// What a referee sees.
pub(super) async fn reference_view(tx: &mut Tx<'_>, referee: &Referee) -> Result<ReferenceView> {
    let row = sqlx::query!(
        r#"SELECT o.name_en, o.name_km, n.name_en AS network_en, n.name_km AS network_km, a.motivation_en, a.motivation_km,
                  r.name_en AS referee_en, r.name_km AS referee_km, p.name_en AS "province_en?", p.name_km AS "province_km?"
           FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN networks n ON n.id = m.network_id
           JOIN applications a ON a.membership_id = m.id
           JOIN organisations r ON r.id = $2
           LEFT JOIN places p ON p.code = left(o.hq_place, 2)
           WHERE m.id = $1"#,
        referee.membership.0,
        referee.organisation.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(ReferenceView {
        applicant: LText::new(row.name_en, row.name_km),
        motivation: LText::new(row.motivation_en, row.motivation_km),
        network: LText::new(row.network_en, row.network_km),
        referee: LText::new(row.referee_en, row.referee_km),
        province: row.province_en.zip(row.province_km).map(|(en, km)| LText::new(en, km)),
    })
}

/// Writes what a referee said; their link is used up.
pub(super) async fn answer(
    tx: &mut Tx<'_>,
    env: &Env,
    id: RefereeId,
    answer: ReferenceAnswer,
    statement: &str,
    name: &str,
    by: Option<PersonId>,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE membership_referees SET answer = $2, statement = $3, answered_by_name = $4, answered_by = $5, answered_at = $6,
                token_hash = NULL
         WHERE id = $1 AND answered_at IS NULL AND waived_at IS NULL",
        id.0,
        answer as ReferenceAnswer,
        statement,
        name,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Goes on without a referee.
pub(super) async fn waive(
    tx: &mut Tx<'_>,
    env: &Env,
    id: RefereeId,
    reason: &str,
    by: Option<PersonId>,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE membership_referees SET waived_at = $2, waived_reason = $3, waived_by = $4, token_hash = NULL
         WHERE id = $1 AND answered_at IS NULL AND waived_at IS NULL",
        id.0,
        env.now(),
        reason,
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes what the review found.
pub(super) async fn set_review(tx: &mut Tx<'_>, id: MembershipId, checked: &[String], note: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE applications SET checked = $2, review_note = $3 WHERE membership_id = $1",
        id.0,
        checked,
        note,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Marks an application handed in. It may have changed since an earlier round: what was found and accepted then is void.
pub(super) async fn set_submitted(tx: &mut Tx<'_>, env: &Env, id: MembershipId) -> Result<()> {
    sqlx::query!(
        "UPDATE applications SET submitted_at = $2, returned_reason = '', checked = '{}', decision_id = NULL, conduct_accepted_at = NULL,
                conduct_accepted_by = NULL, conduct_hash = ''
         WHERE membership_id = $1",
        id.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes why an application was given back.
pub(super) async fn set_returned(tx: &mut Tx<'_>, id: MembershipId, reason: &str) -> Result<()> {
    sqlx::query!("UPDATE applications SET returned_reason = $2 WHERE membership_id = $1", id.0, reason)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Puts the decision beside the application.
pub(super) async fn set_decision(tx: &mut Tx<'_>, id: MembershipId, decision: DecisionId) -> Result<()> {
    sqlx::query!("UPDATE applications SET decision_id = $2 WHERE membership_id = $1", id.0, decision.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Marks it admitted.
pub(super) async fn set_admitted(tx: &mut Tx<'_>, env: &Env, id: MembershipId) -> Result<()> {
    sqlx::query!("UPDATE applications SET admitted_at = $2 WHERE membership_id = $1", id.0, env.now())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Marks the code of conduct accepted.
pub(super) async fn set_conduct(tx: &mut Tx<'_>, env: &Env, id: MembershipId, by: PersonId, hash: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE applications SET conduct_accepted_at = $2, conduct_accepted_by = $3, conduct_hash = $4 WHERE membership_id = $1",
        id.0,
        env.now(),
        by.0,
        hash,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The people who speak for an applicant, with address and language.
pub(super) async fn applicants(tx: &mut Tx<'_>, id: MembershipId) -> Result<Vec<(PersonId, String, String)>> {
    let rows = sqlx::query!(
        "SELECT DISTINCT p.id, p.email, p.language FROM memberships m
         JOIN role_grants g ON g.network_id = m.network_id AND g.organisation_id = m.organisation_id AND g.ended_at IS NULL
         JOIN people p ON p.id = g.person_id
         WHERE m.id = $1 AND p.email <> '' ORDER BY p.id",
        id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|r| (PersonId(r.id), r.email, r.language)).collect())
}

/// A referee with its membership, whoever asks, held until the transaction ends.
pub(super) async fn referee(tx: &mut Tx<'_>, id: RefereeId) -> Result<Option<(Membership, Referee)>> {
    let membership = sqlx::query_scalar!("SELECT membership_id FROM membership_referees WHERE id = $1", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    let Some(membership) = membership.map(MembershipId) else { return Ok(None) };
    let held = hold(tx, membership).await?;
    let referee = referees(&mut **tx, &[membership.0]).await?.into_iter().find(|r| r.id == id);
    Ok(held.map(|(membership, _)| membership).zip(referee))
}

/// How many applications that a person began are in draft.
pub(super) async fn drafts_of(tx: &mut Tx<'_>, person: PersonId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM applications a JOIN memberships m ON m.id = a.membership_id
           WHERE a.begun_by = $1 AND m.state = 'draft'"#,
        person.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}
