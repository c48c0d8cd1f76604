//! Organisations in the database.

use sala_kernel::{Env, NetworkId, OrganisationId, PlaceCode, Result, TermId, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Channel, LogoUse, Organisation, Registration, StaffBand};
use crate::access::{
    Action, Actor, Authorized, Facts, Level, Reach,
    acts::{EditOrganisation, SetListing},
};

/// An organisation out of a record that has its columns.
macro_rules! organisation {
    ($row:expr, $id:expr, $version:expr) => {
        crate::organisations::Organisation {
            id: sala_kernel::OrganisationId($id),
            name: sala_kernel::LText::new($row.name_en, $row.name_km),
            acronym: $row.acronym,
            kind: $row.kind,
            year_founded: $row.year_founded,
            registration: $row.registration,
            registration_number: $row.registration_number,
            hq: $row.hq_place.map(sala_kernel::PlaceCode),
            staff: $row.staff_band,
            women_led: $row.women_led,
            youth_led: $row.youth_led,
            opd: $row.opd,
            indigenous_led: $row.indigenous_led,
            website: $row.website,
            email: $row.contact_email,
            phone: $row.contact_phone,
            telegram: $row.telegram,
            messenger: $row.messenger,
            postal_address: $row.postal_address,
            preferred_channel: $row.preferred_channel,
            logo_use: $row.logo_use,
            description: sala_kernel::LText::new($row.description_en, $row.description_km),
            listing: $row.listing,
            host: $row.host_id.map(sala_kernel::OrganisationId),
            version: $version,
        }
    };
}
pub(crate) use organisation;

/// Those of `ids` that the actor may view, in no order.
pub async fn visible(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Organisation>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"SELECT o.id, o.name_en, o.name_km, o.acronym, o.kind, o.year_founded, o.registration AS "registration: Registration",
                  o.registration_number, o.hq_place, o.staff_band AS "staff_band: StaffBand", o.women_led, o.youth_led, o.opd,
                  o.indigenous_led, o.website, o.contact_email, o.contact_phone, o.telegram, o.messenger, o.postal_address,
                  o.preferred_channel AS "preferred_channel: Channel", o.logo_use AS "logo_use: LogoUse",
                  o.description_en, o.description_km, o.listing AS "listing: Level", o.host_id, o.version
           FROM organisations o
           WHERE o.id = ANY($1)
             AND ($2 OR o.id = ANY($3) OR o.host_id = ANY($4)
                  OR EXISTS (SELECT 1 FROM rights.organisation_levels l
                             WHERE l.organisation_id = o.id
                               AND (($5 AND l.public)
                                    OR (l.level <= 'members' AND l.network_id = ANY($6))
                                    OR (l.level <= 'restricted' AND l.network_id = ANY($7)))))"#,
        ids,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| organisation!(row, row.id, row.version)).collect())
}

/// One organisation, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: OrganisationId) -> Result<Option<Organisation>> {
    Ok(visible(db, &Actor::Service, &[id.0]).await?.pop())
}

/// What an organisation is as far as rights go.
pub async fn facts(db: impl PgExecutor<'_>, organisation: &Organisation) -> Result<Facts> {
    Ok(facts_of(db, &[organisation.id.0]).await?.pop().map_or_else(
        || Facts {
            owners: vec![organisation.id],
            host: organisation.host,
            own_level: Some(organisation.listing),
            ..Facts::default()
        },
        |(_, facts)| facts,
    ))
}

/// What many organisations are as far as rights go; those in no network are missing.
pub async fn facts_of(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<(OrganisationId, Facts)>> {
    let rows = sqlx::query!(
        r#"SELECT l.organisation_id AS "organisation_id!", o.host_id, o.listing AS "listing: Level",
                  bool_or(l.public) AS "public!",
                  array_agg(l.network_id) AS "networks!", array_agg(l.level) AS "levels!: Vec<Level>"
           FROM rights.organisation_levels l JOIN organisations o ON o.id = l.organisation_id
           WHERE l.organisation_id = ANY($1)
           GROUP BY l.organisation_id, o.host_id, o.listing"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = OrganisationId(row.organisation_id);
            let facts = Facts {
                public: row.public,
                networks: row.networks.into_iter().map(NetworkId).zip(row.levels).collect(),
                owners: vec![id],
                host: row.host_id.map(OrganisationId),
                own_level: Some(row.listing),
                ..Facts::default()
            };
            (id, facts)
        })
        .collect())
}

/// The themes of many organisations, in the order of the list.
pub async fn themes(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<(OrganisationId, TermId)>> {
    let rows = sqlx::query!(
        "SELECT x.organisation_id, x.term_id FROM organisation_themes x JOIN terms t ON t.id = x.term_id
         WHERE x.organisation_id = ANY($1) ORDER BY t.position",
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (OrganisationId(r.organisation_id), TermId(r.term_id))).collect())
}

/// Where many organisations work, by code.
pub async fn places(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<(OrganisationId, PlaceCode)>> {
    let rows = sqlx::query!(
        "SELECT organisation_id, place_code FROM organisation_places WHERE organisation_id = ANY($1) ORDER BY place_code",
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (OrganisationId(r.organisation_id), PlaceCode(r.place_code))).collect())
}

/// A new record. Adding to a network is what is authorised; see `memberships::service::add`.
pub(crate) async fn insert(tx: &mut Tx<'_>, env: &Env, new: &Organisation, by: Option<Uuid>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO organisations (id, name_en, name_km, acronym, kind, registration, hq_place, listing, host_id,
                                    created_at, created_by, updated_at, updated_by, year_founded, website, contact_email, contact_phone)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11, $12, $13, $14, $15)",
        new.id.0,
        new.name.en,
        new.name.km,
        new.acronym,
        new.kind,
        new.registration as Registration,
        new.hq.as_ref().map(|p| p.0.as_str()),
        new.listing as Level,
        new.host.map(|h| h.0),
        env.now(),
        by,
        new.year_founded,
        new.website,
        new.email,
        new.phone,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a record as it is now, provided nobody changed it since it was read.
pub async fn update(
    tx: &mut Tx<'_>,
    env: &Env,
    read: &Authorized<Organisation, EditOrganisation>,
    now: &Organisation,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE organisations
         SET name_en = $3, name_km = $4, acronym = $5, kind = $6, year_founded = $7, hq_place = $8, website = $9,
             contact_email = $10, contact_phone = $11, description_en = $12, description_km = $13,
             telegram = $16, messenger = $17, postal_address = $18, preferred_channel = $19, registration = $20,
             registration_number = $21, staff_band = $22, women_led = $23, youth_led = $24, opd = $25, indigenous_led = $26,
             logo_use = $27, version = version + 1, updated_at = $14, updated_by = $15
         WHERE id = $1 AND version = $2",
        read.thing().id.0,
        read.thing().version,
        now.name.en,
        now.name.km,
        now.acronym,
        now.kind,
        now.year_founded,
        now.hq.as_ref().map(|p| p.0.as_str()),
        now.website,
        now.email,
        now.phone,
        now.description.en,
        now.description.km,
        env.now(),
        read.by().map(|p| p.0),
        now.telegram,
        now.messenger,
        now.postal_address,
        now.preferred_channel as Option<Channel>,
        now.registration as Registration,
        now.registration_number,
        now.staff as Option<StaffBand>,
        now.women_led,
        now.youth_led,
        now.opd,
        now.indigenous_led,
        now.logo_use as LogoUse,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes how widely an organisation is known and its host, provided nobody changed it since it was read.
pub async fn set_listing(
    tx: &mut Tx<'_>,
    env: &Env,
    read: &Authorized<Organisation, SetListing>,
    now: &Organisation,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE organisations SET listing = $3, host_id = $4, version = version + 1, updated_at = $5, updated_by = $6
         WHERE id = $1 AND version = $2",
        read.thing().id.0,
        read.thing().version,
        now.listing as Level,
        now.host.map(|h| h.0),
        env.now(),
        read.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The networks an organisation is or was in, whoever asks.
pub(crate) async fn networks(db: impl PgExecutor<'_>, id: OrganisationId) -> Result<Vec<NetworkId>> {
    let rows = sqlx::query_scalar!("SELECT network_id FROM memberships WHERE organisation_id = $1", id.0)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(NetworkId).collect())
}

/// Replaces an organisation's themes.
pub(crate) async fn set_themes(tx: &mut Tx<'_>, id: OrganisationId, themes: &[Uuid]) -> Result<()> {
    sqlx::query!("DELETE FROM organisation_themes WHERE organisation_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO organisation_themes (organisation_id, term_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING",
        id.0,
        themes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Replaces an organisation's places of work.
pub(crate) async fn set_places(tx: &mut Tx<'_>, id: OrganisationId, places: &[PlaceCode]) -> Result<()> {
    let codes: Vec<String> = places.iter().map(|p| p.0.clone()).collect();
    sqlx::query!("DELETE FROM organisation_places WHERE organisation_id = $1", id.0).execute(&mut **tx).await?;
    sqlx::query!(
        "INSERT INTO organisation_places (organisation_id, place_code) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING",
        id.0,
        &codes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Hides an applicant. The proof is that of its application.
pub(super) async fn hide(tx: &mut Tx<'_>, id: OrganisationId) -> Result<()> {
    sqlx::query!("UPDATE organisations SET listing = 'restricted', version = version + 1 WHERE id = $1 AND listing <> 'restricted'", id.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Names the host of an applicant. The proof is that of its application.
pub(super) async fn set_host(tx: &mut Tx<'_>, env: &Env, id: OrganisationId, host: OrganisationId) -> Result<()> {
    sqlx::query!(
        "UPDATE organisations SET host_id = $2, version = version + 1, updated_at = $3 WHERE id = $1",
        id.0,
        host.0,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
