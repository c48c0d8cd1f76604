//! Networks in the database.

use sala_kernel::{Env, LText, NetworkId, OrganisationId, Result, Tx, Zone};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Network, NetworkKind, NetworkState, NewNetwork};
use crate::access::{Action, Actor, Authorized, Level, Reach, acts::EditNetwork};

struct Row {
    id: Uuid,
    name_en: String,
    name_km: String,
    acronym: String,
    kind: NetworkKind,
    mission_en: String,
    mission_km: String,
    host_id: Option<Uuid>,
    timezone: String,
    public_page: bool,
    code_of_conduct_en: String,
    code_of_conduct_km: String,
    takes_applications: bool,
    retention_months: i32,
    state: NetworkState,
    version: i32,
}

impl From<Row> for Network {
    fn from(row: Row) -> Self {
        Self {
            id: NetworkId(row.id),
            name: LText::new(row.name_en, row.name_km),
            acronym: row.acronym,
            kind: row.kind,
            mission: LText::new(row.mission_en, row.mission_km),
            host: row.host_id.map(OrganisationId),
            timezone: row.timezone,
            public_page: row.public_page,
            code_of_conduct: LText::new(row.code_of_conduct_en, row.code_of_conduct_km),
            takes_applications: row.takes_applications,
            retention_months: row.retention_months,
            state: row.state,
            version: row.version,
        }
    }
}

/// Those of `ids` (or all, when `None`) that the actor may view, by name. A hub has few networks.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: Option<&[Uuid]>) -> Result<Vec<Network>> {
    let reach = Reach::of(actor, Action::ViewNetwork);
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, name_en, name_km, acronym, kind AS "kind: NetworkKind", mission_en, mission_km, host_id, timezone,
                  public_page, code_of_conduct_en, code_of_conduct_km, takes_applications, retention_months, state AS "state: NetworkState", version
           FROM networks
           WHERE ($1::uuid[] IS NULL OR id = ANY($1))
             AND ($2 OR ($3 AND public_page AND state = 'active') OR id = ANY($4))
           ORDER BY lower(name_en), id"#,
        ids,
        reach.all,
        reach.public,
        &reach.networks_at(Level::Members),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Network::from).collect())
}

/// One network, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: NetworkId) -> Result<Option<Network>> {
    Ok(visible(db, &Actor::Service, Some(&[id.0])).await?.pop())
}

/// By which days and hours a network lives.
pub async fn zone(db: impl PgExecutor<'_>, id: NetworkId) -> Result<Zone> {
    let name = sqlx::query_scalar!("SELECT timezone FROM networks WHERE id = $1", id.0).fetch_one(db).await?;
    Zone::named(&name)
}

/// The day it is now in a network.
pub async fn today(db: impl PgExecutor<'_>, env: &Env, id: NetworkId) -> Result<chrono::NaiveDate> {
    Ok(zone(db, id).await?.day(env.now()))
}

/// A new network, active at once.
pub async fn insert(tx: &mut Tx<'_>, env: &Env, new: &NewNetwork) -> Result<NetworkId> {
    let id = NetworkId::fresh(env);
    sqlx::query!(
        "INSERT INTO networks (id, name_en, name_km, acronym, kind, state, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'active', $6, $6)",
        id.0,
        new.name.en,
        new.name.km,
        new.acronym,
        new.kind as NetworkKind,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Writes a network as it is now, provided nobody changed it since it was read.
pub async fn update(
    tx: &mut Tx<'_>,
    env: &Env,
    read: &Authorized<Network, EditNetwork>,
    now: &Network,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE networks SET name_en = $3, name_km = $4, acronym = $5, mission_en = $6, mission_km = $7, public_page = $8,
                host_id = $9, code_of_conduct_en = $12, code_of_conduct_km = $13, takes_applications = $14, retention_months = $15, version = version + 1, updated_at = $10, updated_by = $11
         WHERE id = $1 AND version = $2",
        read.thing().id.0,
        read.thing().version,
        now.name.en,
        now.name.km,
        now.acronym,
        now.mission.en,
        now.mission.km,
        now.public_page,
        now.host.map(|h| h.0),
        env.now(),
        read.by().map(|p| p.0),
        now.code_of_conduct.en,
        now.code_of_conduct.km,
        now.takes_applications,
        now.retention_months,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
