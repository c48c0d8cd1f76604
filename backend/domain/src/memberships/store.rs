//! Memberships in the database.

use chrono::NaiveDate;
use sala_kernel::{Env, Language, MembershipId, NetworkId, OrganisationId, Page, PageRequest, Result, Tx};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Directory, Facet, Facets, FeeStatus, Membership, MembershipState, Tier};
use crate::{
    access::{Action, Actor, Authorized, Deed, Level, Reach, acts::ManageMembers},
    networks::Network,
    organisations::{Channel, LogoUse, Organisation, Registration, StaffBand, store::organisation},
    text::like_pattern,
};

struct Row {
    id: Uuid,
    network_id: Uuid,
    organisation_id: Uuid,
    tier: Tier,
    state: MembershipState,
    joined_on: Option<NaiveDate>,
    version: i32,
    sort: String,
}

impl From<Row> for Membership {
    fn from(row: Row) -> Self {
        Self {
            id: MembershipId(row.id),
            network: NetworkId(row.network_id),
            organisation: OrganisationId(row.organisation_id),
            tier: row.tier,
            state: row.state,
            joined_on: row.joined_on,
            version: row.version,
            sort: row.sort,
        }
    }
}

/// A member with its organisation out of a record of the directory.
macro_rules! member {
    ($network:expr, $row:expr) => {{
        let membership = Membership {
            id: MembershipId($row.membership_id),
            network: $network,
            organisation: OrganisationId($row.id),
            tier: $row.tier,
            state: $row.state,
            joined_on: $row.joined_on,
            version: $row.membership_version,
            sort: $row.sort,
        };
        (membership, organisation!($row, $row.id, $row.version))
    }};
}

/// The directory as it is opened: nothing looked for, in the order of one language. A statement of its own, so that it is
/// planned once and walks the index; what one may search and filter by would make each page a plan of its own.
macro_rules! whole {
    ($sort:tt, $db:expr, $network:expr, $reach:expr, $page:expr) => {{
        let rows = sqlx::query!(
            r#"SELECT m.id AS membership_id, m.tier AS "tier: Tier", m.state AS "state: MembershipState", m.joined_on,
                      m.version AS membership_version, o.id, o.name_en, o.name_km, o.acronym, o.kind, o.year_founded,
                      o.registration AS "registration: Registration", o.registration_number, o.hq_place,
                      o.staff_band AS "staff_band: StaffBand", o.women_led, o.youth_led, o.opd, o.indigenous_led, o.website,
                      o.contact_email, o.contact_phone, o.telegram, o.messenger, o.postal_address,
                      o.preferred_channel AS "preferred_channel: Channel", o.logo_use AS "logo_use: LogoUse", o.description_en, o.description_km,
                      o.listing AS "listing: Level", o.host_id, o.version, "# + $sort + r#" AS "sort!"
               FROM organisations o
               JOIN memberships m ON m.organisation_id = o.id AND m.network_id = $1 AND m.state IN ('active', 'lapsed', 'suspended')
               JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = $1
               WHERE ($2 OR ($3 AND l.public) OR ($4 AND l.level <= 'members') OR ($5 AND l.level <= 'restricted')
                      OR o.id = ANY($6) OR o.host_id = ANY($7))
                 AND ("# + $sort + r#", o.id) > ($8::text COLLATE "km-x-icu", $9::uuid)
               ORDER BY "# + $sort + r#", o.id LIMIT $10"#,
            $network.0,
            $reach.all,
            $reach.public,
            $reach.reaches($network, Level::Members),
            $reach.reaches($network, Level::Restricted),
            &$reach.owner_ids(),
            &$reach.host_ids(),
            $page.after(0).unwrap_or_default(),
            $page.after(1).and_then(|id| Uuid::parse_str(id).ok()).unwrap_or_default(),
            $page.limit(),
        )
        .fetch_all($db)
        .await?;
        rows.into_iter().map(|row| member!($network, row)).collect()
    }};
}

fn close(page: &PageRequest, members: Vec<Member>, total: i64) -> Page<Member> {
    page.close(members, total, |(m, o)| vec![m.sort.clone(), o.id.0.to_string()])
}

/// A membership with its organisation.
pub type Member = (Membership, Organisation);

/// A page of a network's members that the actor may see, by name in the directory's language, each with its
/// organisation. Without `count` the page's total says nothing.
pub async fn directory(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    directory: &Directory,
    page: &PageRequest,
    count: bool,
) -> Result<Page<Member>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    if directory.is_whole() && !count {
        let members = match directory.language {
            Language::En => whole!("o.sort_en", db, network, reach, page),
            Language::Km => whole!("o.sort_km", db, network, reach, page),
        };
        return Ok(close(page, members, 0));
    }
    let pattern = directory.search.as_deref().filter(|s| !s.trim().is_empty()).map(like_pattern);
    let rows = sqlx::query!(
        r#"WITH found AS (
             SELECT m.id AS membership_id, m.tier, m.state, m.joined_on, m.version AS membership_version, o.*,
                    CASE WHEN $1 THEN o.sort_km ELSE o.sort_en END AS sort
             FROM memberships m
             JOIN organisations o ON o.id = m.organisation_id
             JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = m.network_id
             LEFT JOIN places p ON p.code = o.hq_place AND $9::text IS NOT NULL
             LEFT JOIN places v ON v.code = left(o.hq_place, 2) AND $9::text IS NOT NULL
             WHERE m.network_id = $2 AND m.state IN ('active', 'lapsed', 'suspended')
               AND ($3 OR o.id = ANY($4) OR o.host_id = ANY($5) OR ($6 AND l.public)
                    OR (l.level <= 'members' AND l.network_id = ANY($7)) OR (l.level <= 'restricted' AND l.network_id = ANY($8)))
               AND ($9::text IS NULL OR lower(o.name_en) LIKE $9 OR replace(o.name_km, U&'\200B', '') LIKE $9 OR lower(o.acronym) LIKE $9
                    OR lower(p.name_en) LIKE $9 OR p.name_km LIKE $9 OR lower(v.name_en) LIKE $9 OR v.name_km LIKE $9)
               AND ($10::tier IS NULL OR m.tier = $10)
               AND ($11::text IS NULL OR left(o.hq_place, 2) = $11)
               AND ($12::text IS NULL OR o.kind = $12)
               AND ($13::text IS NULL OR EXISTS (SELECT 1 FROM organisation_themes x JOIN terms t ON t.id = x.term_id
                                                 WHERE x.organisation_id = o.id AND t.taxonomy = 'theme' AND t.code = $13))
           )
           SELECT membership_id AS "membership_id!", tier AS "tier!: Tier", state AS "state!: MembershipState", joined_on,
                  membership_version AS "membership_version!", id AS "id!", name_en AS "name_en!", name_km AS "name_km!",
                  acronym AS "acronym!", kind AS "kind!", year_founded, registration AS "registration!: Registration",
                  registration_number AS "registration_number!", hq_place, staff_band AS "staff_band: StaffBand", women_led, youth_led,
                  opd, indigenous_led, website AS "website!", contact_email AS "contact_email!", contact_phone AS "contact_phone!",
                  telegram AS "telegram!", messenger AS "messenger!", postal_address AS "postal_address!",
                  preferred_channel AS "preferred_channel: Channel", logo_use AS "logo_use!: LogoUse",
                  description_en AS "description_en!", description_km AS "description_km!", listing AS "listing!: Level", host_id,
                  version AS "version!", sort AS "sort!",
                  CASE WHEN $17 THEN (SELECT count(*) FROM found) ELSE 0 END AS "total!"
           FROM found
           WHERE $14::text IS NULL OR (sort, id) > ($14 COLLATE "km-x-icu", $15::uuid)
           ORDER BY sort, id LIMIT $16"#,
        directory.language == Language::Km,
        network.0,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        pattern,
        directory.tier as Option<Tier>,
        directory.province,
        directory.kind,
        directory.theme,
        page.after(0),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
        count,
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let members = rows.into_iter().map(|row| member!(network, row)).collect();
    Ok(close(page, members, total))
}

/// Counts the same directory by tier, province, type and theme; each without its own filter.
pub async fn facets(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    network: NetworkId,
    directory: &Directory,
) -> Result<Facets> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let pattern = directory.search.as_deref().filter(|s| !s.trim().is_empty()).map(like_pattern);
    let rows = sqlx::query!(
        r#"WITH seen AS (
             SELECT o.id, m.tier::text AS tier, left(o.hq_place, 2) AS province, o.kind,
                    ($9::text IS NULL OR m.tier::text = $9) AS in_tier,
                    ($10::text IS NULL OR left(o.hq_place, 2) = $10) AS in_province,
                    ($11::text IS NULL OR o.kind = $11) AS in_kind,
                    ($12::text IS NULL OR EXISTS (SELECT 1 FROM organisation_themes x JOIN terms t ON t.id = x.term_id
                                                  WHERE x.organisation_id = o.id AND t.taxonomy = 'theme' AND t.code = $12)) AS in_theme
             FROM memberships m
             JOIN organisations o ON o.id = m.organisation_id
             JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = m.network_id
             LEFT JOIN places p ON p.code = o.hq_place
             LEFT JOIN places v ON v.code = left(o.hq_place, 2)
             WHERE m.network_id = $1 AND m.state IN ('active', 'lapsed', 'suspended')
               AND ($2 OR o.id = ANY($3) OR o.host_id = ANY($4) OR ($5 AND l.public)
                    OR (l.level <= 'members' AND l.network_id = ANY($6)) OR (l.level <= 'restricted' AND l.network_id = ANY($7)))
               AND ($8::text IS NULL OR lower(o.name_en) LIKE $8 OR replace(o.name_km, U&'\200B', '') LIKE $8 OR lower(o.acronym) LIKE $8
                    OR lower(p.name_en) LIKE $8 OR p.name_km LIKE $8 OR lower(v.name_en) LIKE $8 OR v.name_km LIKE $8)
           )
           SELECT 'tier' AS "facet!", tier AS "value!", count(*) AS "count!" FROM seen
             WHERE in_province AND in_kind AND in_theme GROUP BY tier
           UNION ALL SELECT 'province', province, count(*) FROM seen
             WHERE in_tier AND in_kind AND in_theme AND province IS NOT NULL GROUP BY province
           UNION ALL SELECT 'kind', kind, count(*) FROM seen WHERE in_tier AND in_province AND in_theme GROUP BY kind
           UNION ALL SELECT 'theme', t.code, count(*) FROM seen s
             JOIN organisation_themes x ON x.organisation_id = s.id JOIN terms t ON t.id = x.term_id
             WHERE in_tier AND in_province AND in_kind GROUP BY t.code
           ORDER BY 1, 3 DESC, 2"#,
        network.0,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        pattern,
        directory.tier.map(Tier::as_str),
        directory.province,
        directory.kind,
        directory.theme,
    )
    .fetch_all(db)
    .await?;
    let mut facets = Facets::default();
    for row in rows {
        let facet = Facet { value: row.value, count: row.count };
        match row.facet.as_str() {
            "tier" => facets.tiers.push(facet),
            "province" => facets.provinces.push(facet),
            "kind" => facets.kinds.push(facet),
            _ => facets.themes.push(facet),
        }
    }
    Ok(facets)
}

/// One cell of the coverage picture: how many members work on a theme in a province.
#[derive(Debug, Clone)]
pub struct Covered {
    /// The province: its two digits.
    pub province: String,
    /// The theme: its code.
    pub theme: String,
    /// How many members, as far as the actor may know them.
    pub members: i64,
}

/// Where members that the actor may know work on what: those with headquarters in a province or at work in it. What no
/// known member covers is missing.
pub async fn coverage(db: impl PgExecutor<'_>, actor: &Actor, network: NetworkId) -> Result<Vec<Covered>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query!(
        r#"WITH seen AS (
             SELECT o.id, o.hq_place FROM memberships m
             JOIN organisations o ON o.id = m.organisation_id
             JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = m.network_id
             WHERE m.network_id = $1 AND m.state IN ('active', 'lapsed')
               AND ($2 OR o.id = ANY($3) OR o.host_id = ANY($4) OR ($5 AND l.public)
                    OR (l.level <= 'members' AND l.network_id = ANY($6)) OR (l.level <= 'restricted' AND l.network_id = ANY($7)))
           ), at AS (
             SELECT id, left(hq_place, 2) AS province FROM seen WHERE hq_place IS NOT NULL
             UNION SELECT s.id, left(w.place_code, 2) FROM seen s JOIN organisation_places w ON w.organisation_id = s.id
           )
           SELECT a.province AS "province!", t.code AS "theme!", count(*) AS "members!"
           FROM at a JOIN organisation_themes x ON x.organisation_id = a.id
           JOIN terms t ON t.id = x.term_id AND t.taxonomy = 'theme' AND t.active
           GROUP BY a.province, t.code ORDER BY a.province, t.code"#,
        network.0,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| Covered { province: row.province, theme: row.theme, members: row.members }).collect())
}

/// The memberships of organisations, by organisation, as far as the actor may see them.
pub async fn of_organisations(db: impl PgExecutor<'_>, actor: &Actor, ids: &[Uuid]) -> Result<Vec<Membership>> {
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT m.id, m.network_id, m.organisation_id, m.tier AS "tier: Tier", m.state AS "state: MembershipState", m.joined_on,
                  m.version, '' AS "sort!"
           FROM memberships m
           JOIN organisations o ON o.id = m.organisation_id
           JOIN rights.organisation_levels l ON l.organisation_id = o.id AND l.network_id = m.network_id
           WHERE m.organisation_id = ANY($1)
             AND ($2 OR o.id = ANY($3) OR ($4 AND l.public)
                  OR (l.level <= 'members' AND l.network_id = ANY($5)) OR (l.level <= 'restricted' AND l.network_id = ANY($6)))
           ORDER BY m.created_at, m.id"#,
        ids,
        reach.all,
        &reach.owner_ids(),
        reach.public,
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Membership::from).collect())
}

/// One membership, whoever asks: for decisions, not for showing.
pub async fn lookup(db: impl PgExecutor<'_>, id: MembershipId) -> Result<Option<Membership>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT id, network_id, organisation_id, tier AS "tier: Tier", state AS "state: MembershipState", joined_on, version, '' AS "sort!"
           FROM memberships WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Membership::from))
}

/// Puts an organisation into a network.
pub async fn insert(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, ManageMembers>,
    organisation: OrganisationId,
    tier: Tier,
    joined_on: NaiveDate,
) -> Result<MembershipId> {
    let id = MembershipId::fresh(env);
    sqlx::query!(
        "INSERT INTO memberships (id, network_id, organisation_id, tier, state, joined_on, created_at, created_by, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $6, $7)",
        id.0,
        network.thing().id.0,
        organisation.0,
        tier as Tier,
        joined_on,
        env.now(),
        network.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Changes a tier, provided nobody changed the membership since it was read.
pub async fn set_tier(
    tx: &mut Tx<'_>,
    env: &Env,
    network: &Authorized<Network, ManageMembers>,
    read: &Membership,
    tier: Tier,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE memberships SET tier = $4, version = version + 1, updated_at = $5, updated_by = $6
         WHERE id = $1 AND version = $2 AND network_id = $3",
        read.id.0,
        read.version,
        network.thing().id.0,
        tier as Tier,
        env.now(),
        network.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Moves a membership, provided it is still as it was read, and writes the step down.
pub(super) async fn step(
    tx: &mut Tx<'_>,
    env: &Env,
    read: &Membership,
    to: MembershipState,
    deed: Deed,
    reason: &str,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE memberships SET state = $3, joined_on = CASE WHEN $3 = 'active'::membership_state THEN coalesce(joined_on, $6) ELSE joined_on END,
                version = version + 1, updated_at = $4, updated_by = $5
         WHERE id = $1 AND version = $2",
        read.id.0,
        read.version,
        to as MembershipState,
        env.now(),
        deed.by.map(|p| p.0),
        env.now().date_naive(),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO membership_steps (membership_id, from_state, to_state, reason, at, by_person, on_behalf_of)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        read.id.0,
        read.state as MembershipState,
        to as MembershipState,
        reason,
        env.now(),
        deed.by.map(|p| p.0),
        deed.on_behalf_of.map(|o| o.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A year's fee of a membership.
#[derive(Debug, Clone)]
pub struct Fee {
    /// Of which membership.
    pub membership: MembershipId,
    /// Whether it is paid.
    pub status: FeeStatus,
    /// For which calendar year.
    pub year: Option<i32>,
}

/// The fees of memberships; whoever may know of them is judged by the caller.
pub async fn fees(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<Fee>> {
    let rows = sqlx::query!(
        r#"SELECT id, fee_status AS "fee_status: FeeStatus", fee_year FROM memberships WHERE id = ANY($1)"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Fee { membership: MembershipId(row.id), status: row.fee_status, year: row.fee_year })
        .collect())
}

/// One membership, whoever asks, held until the transaction ends: moves and fees take turns.
pub(super) async fn hold(tx: &mut Tx<'_>, id: MembershipId) -> Result<Option<Membership>> {
    sqlx::query!("SELECT id FROM memberships WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    lookup(&mut **tx, id).await
}

/// Writes a year's fee of a held membership.
pub(super) async fn set_fee(tx: &mut Tx<'_>, id: MembershipId, status: FeeStatus, year: i32) -> Result<()> {
    sqlx::query!(
        "UPDATE memberships SET fee_status = $2, fee_year = $3 WHERE id = $1",
        id.0,
        status as FeeStatus,
        (status != FeeStatus::NotAsked).then_some(year),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A membership whose fee is unpaid past its network's grace, held. Two nodes at once: the second waits and finds it lapsed.
pub(super) async fn hold_unpaid(tx: &mut Tx<'_>, env: &Env) -> Result<Option<Membership>> {
    let due = sqlx::query_scalar!(
        "SELECT m.id FROM memberships m JOIN networks n ON n.id = m.network_id
             WHERE m.state = 'active' AND m.fee_status = 'due'
               AND make_date(m.fee_year, 1, 1) + n.fee_grace_days <= ($1::timestamptz AT TIME ZONE n.timezone)::date
             ORDER BY m.id LIMIT 1 FOR UPDATE OF m",
        env.now(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    match due {
        Some(id) => lookup(&mut **tx, MembershipId(id)).await,
        None => Ok(None),
    }
}
