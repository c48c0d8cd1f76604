//! Decisions in the database.

use chrono::{DateTime, Utc};
use sala_kernel::{
    BallotId, DecisionId, Env, GroupId, LText, MeetingId, MembershipId, NetworkId, OrganisationId, Page, PageRequest,
    PaperId, PersonId, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Ballot, Decision, DecisionState, Method, NewBallot, NewDecision, Rule, Scale, Stance, Subject, Tally, Voters, tally,
};
use crate::access::{Action, Actor, Authorized, Deed, Level, Reach, acts::EditNetwork};
use crate::networks::Network;

/// A decision out of a record that has its columns.
macro_rules! decision {
    ($row:expr) => {
        (
            Decision {
                id: DecisionId($row.id),
                network: NetworkId($row.network_id),
                subject: $row.subject,
                membership: $row.membership_id.map(MembershipId),
                group: $row.group_id.map(GroupId),
                meeting: $row.meeting_id.map(MeetingId),
                paper: $row.paper_id.map(PaperId).zip($row.text_hash),
                title: LText::new($row.title_en, $row.title_km),
                proposal: LText::new($row.proposal_en, $row.proposal_km),
                method: $row.method,
                voters: $row.voters,
                scale: $row.scale,
                quorum_pct: $row.quorum_pct,
                level: $row.level,
                state: $row.state,
                opened_at: $row.opened_at,
                closes_at: $row.closes_at,
                ended_at: $row.ended_at,
                ended_reason: $row.ended_reason,
                version: $row.version,
            },
            tally(
                $row.quorum_pct,
                usize::try_from($row.electorate).unwrap_or(0),
                $row.stances.iter().map(|stance| stance.meaning()),
            ),
        )
    };
}

/// Those of `ids` that the actor may view, with their count, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<(Decision, Tally)>> {
    let reach = Reach::of(actor, Action::ViewDecision);
    let rows = sqlx::query!(
        r#"SELECT d.id, d.network_id, d.subject AS "subject: Subject", d.membership_id, d.group_id, d.meeting_id, d.paper_id, d.text_hash, d.title_en, d.title_km, d.proposal_en,
                  d.proposal_km, d.method AS "method: Method", d.voters AS "voters: Voters", d.scale AS "scale: Scale",
                  d.quorum_pct, d.level AS "level: Level", d.state AS "state: DecisionState", d.opened_at, d.closes_at,
                  d.ended_at, d.ended_reason, d.version,
                  (SELECT count(*) FROM decision_electorate e WHERE e.decision_id = d.id) AS "electorate!",
                  ARRAY(SELECT b.position FROM ballots b WHERE b.decision_id = d.id AND b.replaced_at IS NULL)
                      AS "stances!: Vec<Stance>"
           FROM decisions d
           WHERE d.id = ANY($1)
             AND ($2 OR (d.level <= 'members' AND d.network_id = ANY($3)) OR (d.level <= 'restricted' AND d.network_id = ANY($4))
                  OR d.group_id = ANY($5))"#,
        ids,
        reach.all,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        &reach.group_ids(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| decision!(row)).collect())
}

/// Which decisions a list holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Only those that stand so.
    pub state: Option<DecisionState>,
    /// Only those of a working group.
    pub group: Option<GroupId>,
    /// Only those of a meeting.
    pub meeting: Option<MeetingId>,
}

/// The decisions of a network that the actor may view, the newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    wanted: Wanted,
    page: &PageRequest,
) -> Result<Page<(Decision, Tally)>> {
    let reach = Reach::of(actor, Action::ViewDecision);
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT d.* FROM decisions d
               WHERE d.network_id = $1 AND ($2::decision_state IS NULL OR d.state = $2)
                 AND ($8::uuid IS NULL OR d.group_id = $8) AND ($9::uuid IS NULL OR d.meeting_id = $9)
                 AND ($3 OR (d.level <= 'members' AND $4) OR (d.level <= 'restricted' AND $5) OR d.group_id = ANY($10))
           )
           SELECT d.id, d.network_id, d.subject AS "subject: Subject", d.membership_id, d.group_id, d.meeting_id, d.paper_id, d.text_hash, d.title_en, d.title_km, d.proposal_en,
                  d.proposal_km, d.method AS "method: Method", d.voters AS "voters: Voters", d.scale AS "scale: Scale",
                  d.quorum_pct, d.level AS "level: Level", d.state AS "state: DecisionState", d.opened_at, d.closes_at,
                  d.ended_at, d.ended_reason, d.version,
                  (SELECT count(*) FROM decision_electorate e WHERE e.decision_id = d.id) AS "electorate!",
                  ARRAY(SELECT b.position FROM ballots b WHERE b.decision_id = d.id AND b.replaced_at IS NULL)
                      AS "stances!: Vec<Stance>",
                  (SELECT count(*) FROM found) AS "total!"
           FROM found d
           WHERE $6::uuid IS NULL OR d.id < $6
           ORDER BY d.id DESC LIMIT $7"#,
        network.0,
        wanted.state as Option<DecisionState>,
        reach.all,
        reach.reaches(network, Level::Members),
        reach.reaches(network, Level::Restricted),
        page.after(0).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
        wanted.group.map(|g| g.0),
        wanted.meeting.map(|m| m.0),
        &reach.group_ids(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| decision!(row)).collect();
    Ok(page.close(found, total, |(decision, _): &(Decision, Tally)| vec![decision.id.0.to_string()]))
}

/// The open decisions in which a person may cast a ballot and may know the question, the next to close first.
pub async fn waiting_for(db: &sala_kernel::Pool, actor: &Actor, person: PersonId) -> Result<Vec<Decision>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT DISTINCT c.decision_id AS "id!" FROM decision_casters c JOIN decisions d ON d.id = c.decision_id
           WHERE c.person_id = $1 AND d.state = 'open' LIMIT 200"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let mut found: Vec<Decision> = visible(db, actor, &ids).await?.into_iter().map(|(decision, _)| decision).collect();
    found.sort_by_key(|decision| decision.closes_at);
    Ok(found)
}

/// One decision, whoever asks, held until the transaction ends: ballots and closing take turns.
pub(super) async fn hold(tx: &mut Tx<'_>, id: DecisionId) -> Result<Option<(Decision, Tally)>> {
    sqlx::query!("SELECT id FROM decisions WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    Ok(visible(&mut **tx, &Actor::Service, &[id.0]).await?.pop())
}

/// An open decision whose time is over, held. Two nodes at once: the second waits and finds it closed.
pub(super) async fn hold_due(tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<Option<(Decision, Tally)>> {
    let due = sqlx::query_scalar!(
        "SELECT id FROM decisions WHERE state = 'open' AND closes_at <= $1 ORDER BY closes_at LIMIT 1 FOR UPDATE",
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    match due {
        Some(id) => Ok(visible(&mut **tx, &Actor::Service, &[id]).await?.pop()),
        None => Ok(None),
    }
}

/// The decisions about a paper that the actor may view, the newest first: at most 20.
pub async fn about(pool: &sala_kernel::Pool, actor: &Actor, paper: PaperId) -> Result<Vec<(Decision, Tally)>> {
    let ids = sqlx::query_scalar!("SELECT id FROM decisions WHERE paper_id = $1 ORDER BY id DESC LIMIT 20", paper.0)
        .fetch_all(pool)
        .await?;
    let mut found = visible(pool, actor, &ids).await?;
    found.sort_by_key(|(decision, _)| std::cmp::Reverse(decision.id.0));
    Ok(found)
}

/// The decision by which a text was adopted as the network's position; the newest, should there be several.
pub(crate) async fn adopted(tx: &mut Tx<'_>, paper: PaperId) -> Result<Option<Decision>> {
    let id = sqlx::query_scalar!(
        "SELECT id FROM decisions WHERE paper_id = $1 AND subject = 'adopt_position' AND state = 'adopted' ORDER BY id DESC LIMIT 1",
        paper.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    match id {
        Some(id) => Ok(visible(&mut **tx, &Actor::Service, &[id]).await?.pop().map(|(decision, _)| decision)),
        None => Ok(None),
    }
}

/// No other decision about the paper was opened after this one.
pub(crate) async fn is_newest(tx: &mut Tx<'_>, paper: PaperId, id: DecisionId) -> Result<bool> {
    let newest = sqlx::query_scalar!("SELECT id FROM decisions WHERE paper_id = $1 ORDER BY id DESC LIMIT 1", paper.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(newest == Some(id.0))
}

/// Disagreement that is to stand beside the result of a decision, with the organisation's name where everybody may know
/// it: at most 200, in the order of the ballots.
pub(crate) async fn dissent(tx: &mut Tx<'_>, id: DecisionId) -> Result<Vec<(Option<LText>, String)>> {
    let rows = sqlx::query!(
        r#"SELECT b.dissent, o.name_en, o.name_km,
                  EXISTS (SELECT FROM rights.organisation_levels l WHERE l.organisation_id = o.id AND l.public) AS "public!"
           FROM ballots b JOIN organisations o ON o.id = b.organisation_id
           WHERE b.decision_id = $1 AND b.replaced_at IS NULL AND b.dissent <> '' ORDER BY b.cast_at, b.id LIMIT 200"#,
        id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let told = rows.into_iter().map(|row| (row.public.then(|| LText::new(row.name_en, row.name_km)), row.dissent));
    Ok(told.collect())
}

/// The open decisions about a paper, held; one that is being closed at this moment is left to that.
pub(super) async fn hold_about(tx: &mut Tx<'_>, paper: PaperId) -> Result<Vec<Decision>> {
    let ids = sqlx::query_scalar!(
        "SELECT id FROM decisions WHERE paper_id = $1 AND state = 'open' FOR UPDATE SKIP LOCKED",
        paper.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(visible(&mut **tx, &Actor::Service, &ids).await?.into_iter().map(|(decision, _)| decision).collect())
}

/// The rule of a network for one subject.
pub async fn rule(db: impl PgExecutor<'_>, network: NetworkId, subject: Subject) -> Result<Rule> {
    let row = sqlx::query!(
        r#"SELECT method AS "method: Method", voters AS "voters: Voters", quorum_pct, window_days FROM decision_rules
           WHERE network_id = $1 AND subject = $2"#,
        network.0,
        subject as Subject,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map_or(Rule::usual(subject), |row| Rule {
        subject,
        method: row.method,
        voters: row.voters,
        quorum_pct: row.quorum_pct,
        window_days: row.window_days,
    }))
}

/// All rules of a network, by subject.
pub async fn rules(db: impl PgExecutor<'_>, network: NetworkId) -> Result<Vec<Rule>> {
    let rows = sqlx::query!(
        r#"SELECT subject AS "subject: Subject", method AS "method: Method", voters AS "voters: Voters", quorum_pct, window_days
           FROM decision_rules WHERE network_id = $1"#,
        network.0,
    )
    .fetch_all(db)
    .await?;
    let said = |subject| {
        rows.iter().find(|row| row.subject == subject).map(|row| Rule {
            subject,
            method: row.method,
            voters: row.voters,
            quorum_pct: row.quorum_pct,
            window_days: row.window_days,
        })
    };
    Ok(Subject::ALL.iter().map(|subject| said(*subject).unwrap_or(Rule::usual(*subject))).collect())
}

/// Writes a network's rule for one subject.
pub(super) async fn set_rule(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, EditNetwork>,
    rule: &Rule,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO decision_rules (network_id, subject, method, voters, quorum_pct, window_days, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (network_id, subject) DO UPDATE
         SET method = excluded.method, voters = excluded.voters, quorum_pct = excluded.quorum_pct,
             window_days = excluded.window_days, updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        network.thing().id.0,
        rule.subject as Subject,
        rule.method as Method,
        rule.voters as Voters,
        rule.quorum_pct,
        rule.window_days,
        env.now(),
        network.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Opens a decision and writes down who votes; how many they are comes back.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    network: NetworkId,
    new: &NewDecision,
    rule: &Rule,
    closes_at: DateTime<Utc>,
) -> Result<(DecisionId, u64)> {
    let id = DecisionId::fresh(env);
    sqlx::query!(
        "INSERT INTO decisions (id, network_id, subject, membership_id, title_en, title_km, proposal_en, proposal_km, method,
                                voters, scale, quorum_pct, level, state, opened_at, closes_at, created_by, group_id, meeting_id, paper_id, text_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15, $16, $17, $18, $19, $20)",
        id.0,
        network.0,
        new.subject as Subject,
        new.membership.map(|m| m.0),
        new.title.en,
        new.title.km,
        new.proposal.en,
        new.proposal.km,
        rule.method as Method,
        rule.voters as Voters,
        new.scale as Scale,
        rule.quorum_pct,
        new.level as Level,
        env.now(),
        closes_at,
        deed.by.map(|p| p.0),
        new.group.map(|g| g.0),
        new.meeting.map(|m| m.0),
        new.paper.as_ref().map(|(paper, _)| paper.0),
        new.paper.as_ref().map(|(_, text)| text.as_slice()),
    )
    .execute(&mut **tx)
    .await?;
    let done = sqlx::query!(
        "INSERT INTO decision_electorate (decision_id, organisation_id)
         SELECT DISTINCT d.id, e.organisation_id FROM decisions d
         JOIN decision_eligible e ON e.network_id = d.network_id AND e.voters = d.voters AND e.group_id IS NOT DISTINCT FROM d.group_id
         WHERE d.id = $1",
        id.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok((id, done.rows_affected()))
}

/// The voters of a decision for whom a person may cast the ballot now.
pub async fn voters_of(db: impl PgExecutor<'_>, person: PersonId, id: DecisionId) -> Result<Vec<OrganisationId>> {
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT organisation_id AS "organisation_id!" FROM decision_casters WHERE decision_id = $1 AND person_id = $2"#,
        id.0,
        person.0,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(OrganisationId).collect())
}

/// Whether an organisation may vote in a network at present.
pub(super) async fn in_good_standing(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<bool> {
    let state = sqlx::query_scalar!(
        r#"SELECT state = 'active' AS "active!" FROM memberships WHERE network_id = $1 AND organisation_id = $2 FOR SHARE"#,
        network.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(state.unwrap_or(false))
}

/// Whether an organisation is among the voters.
pub(super) async fn is_voter(tx: &mut Tx<'_>, id: DecisionId, organisation: OrganisationId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM decision_electorate WHERE decision_id = $1 AND organisation_id = $2) AS "found!""#,
        id.0,
        organisation.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(found)
}

/// A ballot out of a record that has its columns.
macro_rules! ballot {
    ($row:expr) => {
        Ballot {
            id: BallotId($row.id),
            decision: DecisionId($row.decision_id),
            organisation: OrganisationId($row.organisation_id),
            stance: $row.stance,
            reason: $row.reason,
            dissent: $row.dissent,
            cast_by: PersonId($row.cast_by),
            cast_at: $row.cast_at,
        }
    };
}

/// The standing ballot of one organisation.
pub async fn ballot_of(
    db: impl PgExecutor<'_>,
    id: DecisionId,
    organisation: OrganisationId,
) -> Result<Option<Ballot>> {
    let row = sqlx::query!(
        r#"SELECT id, decision_id, organisation_id, position AS "stance: Stance", reason, dissent, cast_by, cast_at
           FROM ballots WHERE decision_id = $1 AND organisation_id = $2 AND replaced_at IS NULL"#,
        id.0,
        organisation.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| ballot!(row)))
}

/// The voters of a decision that the actor may know, by name, each with its standing ballot.
pub async fn positions(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    id: DecisionId,
    page: &PageRequest,
) -> Result<Page<(OrganisationId, Option<Ballot>)>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT e.decision_id, e.organisation_id, o.sort_en FROM decision_electorate e
               JOIN organisations o ON o.id = e.organisation_id
               WHERE e.decision_id = $1
                 AND ($2 OR o.id = ANY($3) OR o.host_id = ANY($4)
                      OR EXISTS (SELECT 1 FROM rights.organisation_levels l
                                 WHERE l.organisation_id = o.id
                                   AND (($5 AND l.public)
                                        OR (l.level <= 'members' AND l.network_id = ANY($6))
                                        OR (l.level <= 'restricted' AND l.network_id = ANY($7)))))
           )
           SELECT f.organisation_id, f.sort_en AS "sort_en!", b.id AS "ballot?: Uuid", b.position AS "stance?: Stance", b.reason AS "reason?",
                  b.dissent AS "dissent?", b.cast_by AS "cast_by?", b.cast_at AS "cast_at?",
                  (SELECT count(*) FROM found) AS "total!"
           FROM found f LEFT JOIN ballots b ON b.decision_id = f.decision_id AND b.organisation_id = f.organisation_id AND b.replaced_at IS NULL
           WHERE $8::text IS NULL OR (f.sort_en, f.organisation_id) > ($8 COLLATE "km-x-icu", $9::uuid)
           ORDER BY f.sort_en, f.organisation_id LIMIT $10"#,
        id.0,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        page.after(0),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows
        .into_iter()
        .map(|row| {
            let organisation = OrganisationId(row.organisation_id);
            let ballot = row.ballot.zip(row.stance).zip(row.cast_by.zip(row.cast_at)).map(
                |((ballot, stance), (cast_by, cast_at))| Ballot {
                    id: BallotId(ballot),
                    decision: id,
                    organisation,
                    stance,
                    reason: row.reason.unwrap_or_default(),
                    dissent: row.dissent.unwrap_or_default(),
                    cast_by: PersonId(cast_by),
                    cast_at,
                },
            );
            (row.sort_en, organisation, ballot)
        })
        .collect();
    let page = page.close(found, total, |(sort, organisation, _): &(String, OrganisationId, Option<Ballot>)| {
        vec![sort.clone(), organisation.0.to_string()]
    });
    Ok(Page {
        items: page
            .items
            .into_iter()
            .map(|(cursor, (_, organisation, ballot))| (cursor, (organisation, ballot)))
            .collect(),
        more: page.more,
        total: page.total,
    })
}

/// Adds a ballot; the one before it is marked replaced. Takes a decision held by [`hold`].
pub(super) async fn cast(
    tx: &mut Tx<'_>,
    env: &Env,
    id: DecisionId,
    by: PersonId,
    ballot: &NewBallot,
) -> Result<BallotId> {
    sqlx::query!(
        "UPDATE ballots SET replaced_at = $3 WHERE decision_id = $1 AND organisation_id = $2 AND replaced_at IS NULL",
        id.0,
        ballot.organisation.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    let new = BallotId::fresh(env);
    sqlx::query!(
        "INSERT INTO ballots (id, decision_id, organisation_id, position, reason, dissent, cast_by, cast_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.0,
        id.0,
        ballot.organisation.0,
        ballot.stance as Stance,
        ballot.reason,
        ballot.dissent,
        by.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(new)
}

/// Ends an open decision. Takes one held by [`hold`] or [`hold_due`].
pub(super) async fn end(tx: &mut Tx<'_>, env: &Env, id: DecisionId, state: DecisionState, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE decisions SET state = $2, ended_at = $3, ended_reason = $4, version = version + 1 WHERE id = $1 AND state = 'open'",
        id.0,
        state as DecisionState,
        env.now(),
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
