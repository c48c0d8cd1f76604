//! People in the database.

use chrono::NaiveDate;
use sala_kernel::{
    AffiliationId, Env, LText, Language, NetworkId, OrganisationId, Page, PageRequest, PersonId, Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Affiliation, Honorific, NewPerson, Person, PersonName, Protection, Sex};
use crate::access::{Action, Actor, Authorized, Facts, Level, Reach, acts::EditPerson};

struct Row {
    id: Uuid,
    family_km: String,
    given_km: String,
    family_latin: String,
    given_latin: String,
    honorific: Honorific,
    sex: Sex,
    language: String,
    email: String,
    phone: String,
    protection: Protection,
    code_name: String,
    version: i32,
    identified: bool,
    reachable: bool,
}

impl From<Row> for Person {
    fn from(row: Row) -> Self {
        let own = PersonName {
            family_km: row.family_km,
            given_km: row.given_km,
            family_latin: row.family_latin,
            given_latin: row.given_latin,
        };
        let code = || PersonName {
            given_km: row.code_name.clone(),
            given_latin: row.code_name.clone(),
            ..PersonName::default()
        };
        Self {
            id: PersonId(row.id),
            name: if row.identified { own } else { code() },
            honorific: if row.identified { row.honorific } else { Honorific::None },
            sex: if row.identified { row.sex } else { Sex::Undisclosed },
            language: Language::from_tag(&row.language),
            email: if row.reachable { row.email } else { String::new() },
            phone: if row.reachable { row.phone } else { String::new() },
            protection: if row.identified { row.protection } else { Protection::Normal },
            code_name: if row.identified { row.code_name } else { String::new() },
            identified: row.identified,
            version: row.version,
        }
    }
}

/// Whom to list.
#[derive(Debug, Clone, Copy)]
pub enum Among<'a> {
    /// These.
    Ids(&'a [Uuid]),
    /// The people of an organisation.
    Organisation(OrganisationId),
    /// Everybody with a role or position in a network.
    Network(NetworkId),
}

/// People whom the actor may see, by Latin name. Names of people at risk and contacts are blanked here, in SQL's
/// answer, for those who may not know them.
pub async fn visible(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    among: Among<'_>,
    pattern: Option<&str>,
    page: Option<&PageRequest>,
) -> Result<Page<Person>> {
    let view = Reach::with_self(actor, Action::ViewPerson);
    let know = Reach::with_self(actor, Action::ViewIdentity);
    let (ids, organisation, network) = match among {
        Among::Ids(ids) => (Some(ids), None, None),
        Among::Organisation(id) => (None, Some(id.0), None),
        Among::Network(id) => (None, None, Some(id.0)),
    };
    let everyone = PageRequest::new(Some(100), None)?;
    let page = page.unwrap_or(&everyone);
    let rows = sqlx::query!(
        r#"SELECT s.id AS "id!", s.family_km AS "family_km!", s.given_km AS "given_km!", s.family_latin AS "family_latin!",
                  s.given_latin AS "given_latin!", s.honorific AS "honorific!: Honorific", s.sex AS "sex!: Sex",
                  s.language AS "language!", s.email AS "email!", s.phone AS "phone!", s.protection AS "protection!: Protection",
                  s.code_name AS "code_name!", s.version AS "version!", s.identified AS "identified!", s.reachable AS "reachable!",
                  s.sort AS "sort!", count(*) OVER () AS "total!"
           FROM (
             SELECT k.*, CASE WHEN k.identified THEN lower(k.family_latin || ' ' || k.given_latin || ' ' || k.family_km || ' ' || k.given_km)
                              ELSE lower(k.code_name) END COLLATE "km-x-icu" AS sort
             FROM (
               SELECT p.*,
                      (p.protection = 'normal' OR known.by_all OR known.own
                       OR EXISTS (SELECT 1 FROM person_levels l WHERE l.person_id = p.id AND l.network_id = ANY($1))) AS identified,
                      (known.by_all OR known.own
                       OR EXISTS (SELECT 1 FROM person_levels l WHERE l.person_id = p.id
                                    AND ((p.protection = 'normal' AND l.level <= 'members' AND l.network_id = ANY($2))
                                         OR l.network_id = ANY($1)))) AS reachable
               FROM people p
               CROSS JOIN LATERAL (
                 SELECT $3::boolean AS by_all,
                        (p.id = $4 OR EXISTS (SELECT 1 FROM person_organisations o WHERE o.person_id = p.id AND o.organisation_id = ANY($5))) IS TRUE AS own
               ) known
               WHERE ($6::uuid[] IS NULL OR p.id = ANY($6))
                 AND ($7::uuid IS NULL OR EXISTS (SELECT 1 FROM person_organisations o WHERE o.person_id = p.id AND o.organisation_id = $7))
                 AND ($8::uuid IS NULL OR EXISTS (SELECT 1 FROM person_levels l WHERE l.person_id = p.id AND l.network_id = $8))
                 AND ($9::boolean OR (p.id = $10) IS TRUE
                      OR EXISTS (SELECT 1 FROM person_organisations o WHERE o.person_id = p.id AND o.organisation_id = ANY($11))
                      OR EXISTS (SELECT 1 FROM person_levels l WHERE l.person_id = p.id
                                   AND ((l.level <= 'members' AND l.network_id = ANY($12)) OR (l.level <= 'restricted' AND l.network_id = ANY($13)))
                                   AND ($8::uuid IS NULL OR l.network_id = $8)))
             ) k
           ) s
           WHERE ($14::text IS NULL OR (s.identified AND (s.sort LIKE $14 OR replace(s.sort, ' ', '') LIKE replace($14, ' ', '')))
                  OR (NOT s.identified AND s.sort LIKE $14))
             AND ($15::text IS NULL OR (s.sort, s.id) > ($15 COLLATE "km-x-icu", $16::uuid))
           ORDER BY s.sort, s.id LIMIT $17"#,
        &know.networks_at(Level::Restricted),
        &know.networks_at(Level::Members),
        know.all,
        know.person_id(),
        &know.owner_ids(),
        ids,
        organisation,
        network,
        view.all,
        view.person_id(),
        &view.owner_ids(),
        &view.networks_at(Level::Members),
        &view.networks_at(Level::Restricted),
        pattern,
        page.after(0),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let people: Vec<(String, Person)> = rows
        .into_iter()
        .map(|r| {
            let sort = r.sort;
            let row = Row {
                id: r.id,
                family_km: r.family_km,
                given_km: r.given_km,
                family_latin: r.family_latin,
                given_latin: r.given_latin,
                honorific: r.honorific,
                sex: r.sex,
                language: r.language,
                email: r.email,
                phone: r.phone,
                protection: r.protection,
                code_name: r.code_name,
                version: r.version,
                identified: r.identified,
                reachable: r.reachable,
            };
            (sort, row.into())
        })
        .collect();
    let page = page.close(people, total, |(sort, p)| vec![sort.clone(), p.id.0.to_string()]);
    Ok(Page { items: page.items.into_iter().map(|(c, (_, p))| (c, p)).collect(), more: page.more, total: page.total })
}

/// One person as the actor may know them.
pub async fn view(db: impl PgExecutor<'_>, actor: &Actor, id: PersonId) -> Result<Option<Person>> {
    Ok(visible(db, actor, Among::Ids(&[id.0]), None, None).await?.items.pop().map(|(_, p)| p))
}

/// What a person is as far as rights go.
pub async fn facts(db: impl PgExecutor<'_>, id: PersonId) -> Result<Facts> {
    let found = facts_of(db, &[id.0]).await?.pop();
    Ok(found.map_or_else(|| Facts { person: Some(id), ..Facts::default() }, |(_, facts)| facts))
}

/// What many people are as far as rights go.
pub async fn facts_of(db: impl PgExecutor<'_>, ids: &[Uuid]) -> Result<Vec<(PersonId, Facts)>> {
    let rows = sqlx::query!(
        r#"SELECT p.id,
                  ARRAY(SELECT l.network_id FROM person_levels l WHERE l.person_id = p.id ORDER BY l.network_id, l.level) AS "networks!",
                  ARRAY(SELECT l.level FROM person_levels l WHERE l.person_id = p.id ORDER BY l.network_id, l.level) AS "levels!: Vec<Level>",
                  ARRAY(SELECT o.organisation_id FROM person_organisations o WHERE o.person_id = p.id) AS "owners!"
           FROM people p WHERE p.id = ANY($1)"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = PersonId(row.id);
            let facts = Facts {
                networks: row.networks.into_iter().map(NetworkId).zip(row.levels).collect(),
                owners: row.owners.into_iter().map(OrganisationId).collect(),
                own_level: Some(Level::Restricted),
                person: Some(id),
                ..Facts::default()
            };
            (id, facts)
        })
        .collect())
}

/// The current positions of people in organisations the caller has filtered.
pub async fn affiliations(db: impl PgExecutor<'_>, people: &[Uuid]) -> Result<Vec<Affiliation>> {
    let rows = sqlx::query!(
        "SELECT id, person_id, organisation_id, position_en, position_km, since FROM affiliations
         WHERE person_id = ANY($1) AND until IS NULL ORDER BY is_primary DESC, since NULLS LAST, id",
        people,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| Affiliation {
            id: AffiliationId(r.id),
            person: PersonId(r.person_id),
            organisation: OrganisationId(r.organisation_id),
            position: LText::new(r.position_en, r.position_km),
            since: r.since,
        })
        .collect())
}

/// A new record. What is authorised is adding somebody to an organisation or network.
pub(crate) async fn insert(tx: &mut Tx<'_>, env: &Env, new: &NewPerson, by: Option<PersonId>) -> Result<PersonId> {
    let id = PersonId::fresh(env);
    sqlx::query!(
        "INSERT INTO people (id, family_km, given_km, family_latin, given_latin, email, language, sex, created_at, created_by, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10)",
        id.0,
        new.name.family_km,
        new.name.given_km,
        new.name.family_latin,
        new.name.given_latin,
        new.email,
        new.language.tag(),
        new.sex as Sex,
        env.now(),
        by.map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// A new position.
pub(crate) async fn affiliate(
    tx: &mut Tx<'_>,
    env: &Env,
    person: PersonId,
    organisation: OrganisationId,
    position: &LText,
    since: Option<NaiveDate>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO affiliations (id, person_id, organisation_id, position_en, position_km, since, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        AffiliationId::fresh(env).0,
        person.0,
        organisation.0,
        position.en,
        position.km,
        since,
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes a record as it is now, provided nobody changed it since it was read.
pub async fn update(tx: &mut Tx<'_>, env: &Env, read: &Authorized<Person, EditPerson>, now: &Person) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE people SET family_km = $3, given_km = $4, family_latin = $5, given_latin = $6, honorific = $7, sex = $8,
                language = $9, email = $10, phone = $11, version = version + 1, updated_at = $12, updated_by = $13
         WHERE id = $1 AND version = $2",
        read.thing().id.0,
        read.thing().version,
        now.name.family_km,
        now.name.given_km,
        now.name.family_latin,
        now.name.given_latin,
        now.honorific as Honorific,
        now.sex as Sex,
        now.language.tag(),
        now.email,
        now.phone,
        env.now(),
        read.by().map(|p| p.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
