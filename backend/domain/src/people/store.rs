//! People in the database.

use std::collections::HashMap;

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

/// The parameters of `rights.people_seen`, the one place in SQL that knows who sees whom: what an actor may view, and
/// whom they may know.
struct Bounds {
    view: Reach,
    view_own: Vec<Uuid>,
    view_members: Vec<Uuid>,
    view_restricted: Vec<Uuid>,
    know: Reach,
    know_own: Vec<Uuid>,
    know_members: Vec<Uuid>,
    know_restricted: Vec<Uuid>,
}

impl Bounds {
    fn of(actor: &Actor) -> Self {
        let view = Reach::with_self(actor, Action::ViewPerson);
        let know = Reach::with_self(actor, Action::ViewIdentity);
        Self {
            view_own: view.owner_ids(),
            view_members: view.networks_at(Level::Members),
            view_restricted: view.networks_at(Level::Restricted),
            know_own: know.owner_ids(),
            know_members: know.networks_at(Level::Members),
            know_restricted: know.networks_at(Level::Restricted),
            view,
            know,
        }
    }
}

/// What a list of people is sorted by, beside each.
type Sorted = (String, Person);

fn close(page: &PageRequest, people: Vec<Sorted>, total: i64) -> Page<Person> {
    let page = page.close(people, total, |(sort, p)| vec![sort.clone(), p.id.0.to_string()]);
    Page { items: page.items.into_iter().map(|(c, (_, p))| (c, p)).collect(), more: page.more, total: page.total }
}

/// A person out of a record of `rights.people_seen`.
macro_rules! person {
    ($row:expr) => {
        Person::from(Row {
            id: $row.id,
            family_km: $row.family_km,
            given_km: $row.given_km,
            family_latin: $row.family_latin,
            given_latin: $row.given_latin,
            honorific: $row.honorific,
            sex: $row.sex,
            language: $row.language,
            email: $row.email,
            phone: $row.phone,
            protection: $row.protection,
            code_name: $row.code_name,
            version: $row.version,
            identified: $row.identified,
            reachable: $row.reachable,
        })
    };
}

/// People whom the actor may see, by Latin name. Names of people at risk and contacts are blanked here, in SQL's
/// answer, for those who may not know them. Without `count` the page's total says nothing.
pub async fn visible(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    among: Among<'_>,
    pattern: Option<&str>,
    page: &PageRequest,
    count: bool,
) -> Result<Page<Person>> {
    let bounds = Bounds::of(actor);
    let (ids, organisation, network) = match among {
        Among::Ids(ids) => (Some(ids), None, None),
        Among::Organisation(id) => (None, Some(id.0), None),
        Among::Network(id) => (None, None, Some(id.0)),
    };
    let rows = sqlx::query!(
        r#"WITH found AS (
             SELECT s.*
             FROM rights.people_seen($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13) s
             WHERE ($11::uuid[] IS NULL OR s.id = ANY($11))
               AND ($12::uuid IS NULL OR EXISTS (SELECT 1 FROM rights.person_organisations o WHERE o.person_id = s.id AND o.organisation_id = $12))
               AND ($13::uuid IS NULL OR EXISTS (SELECT 1 FROM rights.person_levels l WHERE l.person_id = s.id AND l.network_id = $13))
               AND ($14::text IS NULL OR s.sort LIKE $14 OR (s.identified AND replace(s.sort, ' ', '') LIKE replace($14, ' ', '')))
           )
           SELECT id AS "id!", family_km AS "family_km!", given_km AS "given_km!", family_latin AS "family_latin!",
                  given_latin AS "given_latin!", honorific AS "honorific!: Honorific", sex AS "sex!: Sex", language AS "language!",
                  email AS "email!", phone AS "phone!", protection AS "protection!: Protection", code_name AS "code_name!",
                  version AS "version!", identified AS "identified!", reachable AS "reachable!", sort AS "sort!",
                  CASE WHEN $18 THEN (SELECT count(*) FROM found) ELSE 0 END AS "total!"
           FROM found
           WHERE $15::text IS NULL OR (sort COLLATE "km-x-icu", id) > ($15 COLLATE "km-x-icu", $16::uuid)
           ORDER BY sort COLLATE "km-x-icu", id LIMIT $17"#,
        bounds.view.all,
        bounds.view.person_id(),
        &bounds.view_own,
        &bounds.view_members,
        &bounds.view_restricted,
        bounds.know.all,
        bounds.know.person_id(),
        &bounds.know_own,
        &bounds.know_members,
        &bounds.know_restricted,
        ids,
        organisation,
        network,
        pattern,
        page.after(0),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
        count,
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let people = rows
        .into_iter()
        .map(|r| {
            let sort = r.sort.clone();
            (sort, person!(r))
        })
        .collect();
    Ok(close(page, people, total))
}

/// The first page of people of each of many organisations, in one statement.
pub async fn first_of_each(
    db: impl PgExecutor<'_>,
    actor: &Actor,
    organisations: &[Uuid],
    page: &PageRequest,
) -> Result<Vec<(OrganisationId, Page<Person>)>> {
    let bounds = Bounds::of(actor);
    let rows = sqlx::query!(
        r#"SELECT o.id AS "organisation!", s.id AS "id!", s.family_km AS "family_km!", s.given_km AS "given_km!",
                  s.family_latin AS "family_latin!", s.given_latin AS "given_latin!", s.honorific AS "honorific!: Honorific",
                  s.sex AS "sex!: Sex", s.language AS "language!", s.email AS "email!", s.phone AS "phone!",
                  s.protection AS "protection!: Protection", s.code_name AS "code_name!", s.version AS "version!",
                  s.identified AS "identified!", s.reachable AS "reachable!", s.sort AS "sort!"
           FROM unnest($1::uuid[]) AS o(id)
           CROSS JOIN LATERAL (
             SELECT s.*
             FROM rights.person_organisations po
             JOIN rights.people_seen($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL) s ON s.id = po.person_id
             WHERE po.organisation_id = o.id
             ORDER BY s.sort COLLATE "km-x-icu", s.id LIMIT $12
           ) s"#,
        organisations,
        bounds.view.all,
        bounds.view.person_id(),
        &bounds.view_own,
        &bounds.view_members,
        &bounds.view_restricted,
        bounds.know.all,
        bounds.know.person_id(),
        &bounds.know_own,
        &bounds.know_members,
        &bounds.know_restricted,
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Sorted>> = organisations.iter().map(|id| (*id, Vec::new())).collect();
    for r in rows {
        let (organisation, sort) = (r.organisation, r.sort.clone());
        found.entry(organisation).or_default().push((sort, person!(r)));
    }
    Ok(found.into_iter().map(|(id, people)| (OrganisationId(id), close(page, people, 0))).collect())
}

/// One person as the actor may know them.
pub async fn view(db: impl PgExecutor<'_>, actor: &Actor, id: PersonId) -> Result<Option<Person>> {
    Ok(visible(db, actor, Among::Ids(&[id.0]), None, &PageRequest::whole(), false).await?.items.pop().map(|(_, p)| p))
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
                  ARRAY(SELECT l.network_id FROM rights.person_levels l WHERE l.person_id = p.id ORDER BY l.network_id, l.level) AS "networks!",
                  ARRAY(SELECT l.level FROM rights.person_levels l WHERE l.person_id = p.id ORDER BY l.network_id, l.level) AS "levels!: Vec<Level>",
                  ARRAY(SELECT o.organisation_id FROM rights.person_organisations o WHERE o.person_id = p.id) AS "owners!"
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
