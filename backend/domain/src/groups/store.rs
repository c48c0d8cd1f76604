//! Working groups and seats in the database.

use sala_kernel::{
    Env, GroupId, LText, NetworkId, OrganisationId, Page, PageRequest, PersonId, Result, SeatId, TermId, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Group, GroupState, Joining, Seat, SeatState};
use crate::{
    access::{
        Action, Actor, Authorized, Deed, Level, Reach,
        acts::{LeadGroup, ProposeGroup},
    },
    decisions::Method,
    networks::Network,
};

/// A group out of a record that has its columns.
macro_rules! group {
    ($row:expr) => {
        Group {
            id: GroupId($row.id),
            network: NetworkId($row.network_id),
            name: LText::new($row.name_en, $row.name_km),
            terms: LText::new($row.terms_en, $row.terms_km),
            rhythm: LText::new($row.rhythm_en, $row.rhythm_km),
            joining: $row.joining,
            method: $row.method,
            quorum_pct: $row.quorum_pct,
            window_days: $row.window_days,
            state: $row.state,
            state_reason: $row.state_reason,
            version: $row.version,
        }
    };
}

/// Those of `ids` that the actor may view, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Group>> {
    let reach = Reach::of(actor, Action::ViewGroup);
    let rows = sqlx::query!(
        r#"SELECT id, network_id, name_en, name_km, terms_en, terms_km, rhythm_en, rhythm_km, joining AS "joining: Joining",
                  method AS "method: Method", quorum_pct, window_days, state AS "state: GroupState", state_reason, version
           FROM working_groups WHERE id = ANY($1) AND ($2 OR network_id = ANY($3))"#,
        ids,
        reach.all,
        &reach.networks_at(Level::Members),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| group!(row)).collect())
}

/// The groups of a network, those at work first, by name.
pub async fn list(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    page: &PageRequest,
) -> Result<Page<Group>> {
    let reach = Reach::of(actor, Action::ViewGroup);
    if !(reach.all || reach.reaches(network, Level::Members)) {
        return Ok(Page::default());
    }
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT w.*, array_position(ARRAY['active', 'proposed', 'dormant', 'dissolved'], w.state::text) AS rank
               FROM working_groups w WHERE w.network_id = $1
           )
           SELECT id, network_id, name_en, name_km, terms_en, terms_km, rhythm_en, rhythm_km, joining AS "joining: Joining",
                  method AS "method: Method", quorum_pct, window_days, state AS "state: GroupState", state_reason, version,
                  rank AS "rank!", (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $2::int IS NULL OR (rank, id) > ($2, $3)
           ORDER BY rank, id LIMIT $4"#,
        network.0,
        page.after(0).and_then(|rank| rank.parse::<i32>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| (row.rank, group!(row))).collect();
    let page = page.close(found, total, |(rank, group): &(i32, Group)| vec![rank.to_string(), group.id.0.to_string()]);
    Ok(Page {
        items: page.items.into_iter().map(|(cursor, (_, group))| (cursor, group)).collect(),
        more: page.more,
        total: page.total,
    })
}

/// One group, whoever asks, held until the transaction ends: seats and states take turns.
pub(super) async fn hold(tx: &mut Tx<'_>, id: GroupId) -> Result<Option<Group>> {
    sqlx::query!("SELECT id FROM working_groups WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(&mut **tx, id).await
}

/// One group, whoever asks: for decisions, not for showing.
pub(crate) async fn lookup(db: impl PgExecutor<'_>, id: GroupId) -> Result<Option<Group>> {
    Ok(visible(db, &Actor::Service, &[id.0]).await?.pop())
}

/// The themes of groups, in the order of the list.
pub async fn themes(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<(GroupId, TermId)>> {
    let rows = sqlx::query!(
        "SELECT w.group_id, w.term_id FROM working_group_themes w JOIN terms t ON t.id = w.term_id
         WHERE w.group_id = ANY($1) ORDER BY t.position, t.id",
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (GroupId(row.group_id), TermId(row.term_id))).collect())
}

/// A new group, proposed.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, ProposeGroup>,
    new: &Group,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO working_groups (id, network_id, name_en, name_km, terms_en, terms_km, rhythm_en, rhythm_km, joining, method,
                                     quorum_pct, window_days, state, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'proposed', $13, $14)",
        new.id.0,
        network.thing().id.0,
        new.name.en,
        new.name.km,
        new.terms.en,
        new.terms.km,
        new.rhythm.en,
        new.rhythm.km,
        new.joining as Joining,
        new.method as Method,
        new.quorum_pct,
        new.window_days,
        env.now(),
        network.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a group as it is now, provided nobody changed it since it was read.
pub(super) async fn update(tx: &mut Tx<'_>, read: &Authorized<Group, LeadGroup>, now: &Group) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE working_groups SET name_en = $3, name_km = $4, terms_en = $5, terms_km = $6, rhythm_en = $7, rhythm_km = $8,
                joining = $9, method = $10, quorum_pct = $11, window_days = $12, version = version + 1
         WHERE id = $1 AND version = $2",
        read.thing().id.0,
        read.thing().version,
        now.name.en,
        now.name.km,
        now.terms.en,
        now.terms.km,
        now.rhythm.en,
        now.rhythm.km,
        now.joining as Joining,
        now.method as Method,
        now.quorum_pct,
        now.window_days,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets the themes of a group.
pub(super) async fn set_themes(tx: &mut Tx<'_>, id: GroupId, themes: &[Uuid]) -> Result<()> {
    sqlx::query!("DELETE FROM working_group_themes WHERE group_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO working_group_themes (group_id, term_id) SELECT $1, id FROM unnest($2::uuid[]) AS t(id)",
        id.0,
        themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a group that is held.
pub(super) async fn set_state(tx: &mut Tx<'_>, id: GroupId, to: GroupState, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE working_groups SET state = $2, state_reason = $3, version = version + 1 WHERE id = $1",
        id.0,
        to as GroupState,
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A seat out of a record that has its columns.
macro_rules! seat {
    ($row:expr) => {
        Seat {
            id: SeatId($row.id),
            group: GroupId($row.group_id),
            organisation: OrganisationId($row.organisation_id),
            person: PersonId($row.person_id),
            convenes: $row.convenes,
            state: $row.state,
            asked_at: $row.asked_at,
        }
    };
}

/// The open seats of a group whose organisation the actor may know: convenors first, then those seated, then those asked.
pub async fn seats(db: impl PgExecutor<'_>, actor: &Actor, group: GroupId, page: &PageRequest) -> Result<Page<Seat>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"WITH found AS (
               SELECT s.*, CASE WHEN s.convenes THEN 0 WHEN s.state = 'seated' THEN 1 ELSE 2 END AS rank
               FROM working_group_seats s JOIN organisations o ON o.id = s.organisation_id
               WHERE s.group_id = $1 AND s.ended_at IS NULL
                 AND ($2 OR o.id = ANY($3) OR o.host_id = ANY($4)
                      OR EXISTS (SELECT 1 FROM rights.organisation_levels l
                                 WHERE l.organisation_id = o.id
                                   AND (($5 AND l.public)
                                        OR (l.level <= 'members' AND l.network_id = ANY($6))
                                        OR (l.level <= 'restricted' AND l.network_id = ANY($7)))))
           )
           SELECT id, group_id, organisation_id, person_id, convenes, state AS "state: SeatState", asked_at, rank AS "rank!",
                  (SELECT count(*) FROM found) AS "total!"
           FROM found WHERE $8::int IS NULL OR (rank, id) > ($8, $9)
           ORDER BY rank, id LIMIT $10"#,
        group.0,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        page.after(0).and_then(|rank| rank.parse::<i32>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found = rows.into_iter().map(|row| (row.rank, seat!(row))).collect();
    let page = page.close(found, total, |(rank, seat): &(i32, Seat)| vec![rank.to_string(), seat.id.0.to_string()]);
    Ok(Page {
        items: page.items.into_iter().map(|(cursor, (_, seat))| (cursor, seat)).collect(),
        more: page.more,
        total: page.total,
    })
}

/// The open seat a person has in a group.
pub async fn seat_of(db: impl PgExecutor<'_>, group: GroupId, person: PersonId) -> Result<Option<Seat>> {
    let row = sqlx::query!(
        r#"SELECT id, group_id, organisation_id, person_id, convenes, state AS "state: SeatState", asked_at
           FROM working_group_seats WHERE group_id = $1 AND person_id = $2 AND ended_at IS NULL"#,
        group.0,
        person.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| seat!(row)))
}

/// One open seat, whoever asks: for decisions, not for showing.
pub(super) async fn seat(db: impl PgExecutor<'_>, id: SeatId) -> Result<Option<Seat>> {
    let row = sqlx::query!(
        r#"SELECT id, group_id, organisation_id, person_id, convenes, state AS "state: SeatState", asked_at
           FROM working_group_seats WHERE id = $1 AND ended_at IS NULL"#,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| seat!(row)))
}

/// A new seat; takes a held group.
pub(super) async fn add_seat(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    group: GroupId,
    (organisation, person): (OrganisationId, PersonId),
    state: SeatState,
    convenes: bool,
) -> Result<SeatId> {
    let id = SeatId::fresh(env);
    sqlx::query!(
        "INSERT INTO working_group_seats (id, group_id, organisation_id, person_id, convenes, state, asked_at, asked_by, seated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $6 = 'seated'::seat_state THEN $7::timestamptz END)",
        id.0,
        group.0,
        organisation.0,
        person.0,
        convenes,
        state as SeatState,
        env.now(),
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Moves an open seat of a held group.
pub(super) async fn move_seat(tx: &mut Tx<'_>, env: &Env, deed: Deed, id: SeatId, to: SeatState) -> Result<()> {
    let ends = matches!(to, SeatState::Declined | SeatState::Ended);
    sqlx::query!(
        "UPDATE working_group_seats
         SET state = $2, seated_at = CASE WHEN $2 = 'seated'::seat_state THEN $3 ELSE seated_at END,
             ended_at = CASE WHEN $4 THEN $3 END, ended_by = CASE WHEN $4 THEN $5::uuid END
         WHERE id = $1 AND ended_at IS NULL",
        id.0,
        to as SeatState,
        env.now(),
        ends,
        deed.by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Makes somebody who sits in a held group a convenor, or no longer one.
pub(super) async fn set_convenes(tx: &mut Tx<'_>, id: SeatId, convenes: bool) -> Result<()> {
    sqlx::query!(
        "UPDATE working_group_seats SET convenes = $2 WHERE id = $1 AND state = 'seated' AND ended_at IS NULL",
        id.0,
        convenes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// How many convenors a held group has.
pub(super) async fn convenors(tx: &mut Tx<'_>, group: GroupId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM working_group_seats WHERE group_id = $1 AND convenes AND ended_at IS NULL"#,
        group.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

/// Whether an organisation may send people into the groups of a network: a member in good standing that does more than listen.
pub(crate) async fn may_send(tx: &mut Tx<'_>, network: NetworkId, organisation: OrganisationId) -> Result<bool> {
    let may = sqlx::query_scalar!(
        r#"SELECT state = 'active' AND tier <> 'observer' AS "may!" FROM memberships
           WHERE network_id = $1 AND organisation_id = $2 FOR SHARE"#,
        network.0,
        organisation.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(may.unwrap_or(false))
}

/// Keeps the seats a person has in a network from ending until the transaction does.
pub(crate) async fn hold_of(tx: &mut Tx<'_>, person: PersonId, network: NetworkId) -> Result<()> {
    sqlx::query!(
        "SELECT s.id FROM working_group_seats s JOIN working_groups g ON g.id = s.group_id
         WHERE s.person_id = $1 AND g.network_id = $2 AND s.ended_at IS NULL ORDER BY s.id FOR SHARE OF s",
        person.0,
        network.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(())
}
