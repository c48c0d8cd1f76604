//! Adding people and changing their records.

use sala_kernel::{Draft, Env, Error, LText, Language, Message, OrganisationId, PersonId, Pool, Result, Tx, append};

use super::{NewPerson, Person, PersonEdit, PersonName, store};
use crate::{
    access::{
        Actor, Authorized, Deed,
        acts::{AddPerson, EditPerson},
        authorize,
    },
    organisations,
    text::Check,
};

fn checked_name(check: &mut Check, name: &PersonName) -> PersonName {
    let name = PersonName {
        family_km: check.line("name.familyKm", &name.family_km, 80),
        given_km: check.line("name.givenKm", &name.given_km, 80),
        family_latin: check.line("name.familyLatin", &name.family_latin, 80),
        given_latin: check.line("name.givenLatin", &name.given_latin, 80),
    };
    if name.is_empty() {
        check.fail("name", Message::NameRequired);
    }
    name
}

/// Checks a new person's record; nothing is written.
pub fn checked(check: &mut Check, new: &NewPerson) -> NewPerson {
    NewPerson {
        name: checked_name(check, &new.name),
        email: check.email("email", &new.email),
        position: LText::new(
            check.line("position.en", &new.position.en, 120),
            check.line("position.km", &new.position.km, 120),
        ),
        ..new.clone()
    }
}

pub(crate) async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    person: PersonId,
    kind: &'static str,
) -> Result<()> {
    let facts = store::facts(&mut **tx, person).await?;
    let mut networks: Vec<_> = facts.networks.iter().map(|(n, _)| Some(*n)).collect();
    networks.sort_unstable();
    networks.dedup();
    if networks.is_empty() {
        networks.push(None);
    }
    for network in networks {
        let organisation = facts.owners.first().copied();
        append(tx, env, Draft { network, organisation, ..deed.event(kind, person) }).await?;
    }
    Ok(())
}

/// Adds a person to an organisation.
pub async fn add(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    organisation: OrganisationId,
    new: NewPerson,
) -> Result<Person> {
    let mut tx = pool.begin().await?;
    let id = add_in(&mut tx, env, actor, organisation, &new).await?;
    let person = store::view(&mut *tx, actor, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(person)
}

/// As [`add`], as a part of something larger.
pub async fn add_in(
    tx: &mut Tx<'_>,
    env: &Env,
    actor: &Actor,
    organisation: OrganisationId,
    new: &NewPerson,
) -> Result<PersonId> {
    let record = organisations::store::lookup(&mut **tx, organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &record).await?;
    let proof: Authorized<_, AddPerson> = authorize(actor, record, &facts)?;
    let mut check = Check::new();
    let new = checked(&mut check, new);
    check.finish()?;
    let id = store::insert(tx, env, &new, proof.by()).await?;
    store::affiliate(tx, env, id, organisation, &new.position, None).await?;
    announce(tx, env, proof.deed(), id, "person.added").await?;
    Ok(id)
}

/// Changes a record as it was read at `version`.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PersonId,
    version: i32,
    edit: PersonEdit,
) -> Result<Person> {
    let mut tx = pool.begin().await?;
    let person = store::view(&mut *tx, &Actor::Service, id).await?.ok_or(Error::NotFound)?;
    let facts = store::facts(&mut *tx, id).await?;
    let proof: Authorized<_, EditPerson> = authorize(actor, person, &facts)?;
    let mut now = proof.thing().clone();
    let mut check = Check::new();
    if let Some(name) = edit.name {
        now.name = checked_name(&mut check, &name);
    }
    if let Some(email) = edit.email {
        now.email = check.email("email", &email);
    }
    if let Some(phone) = edit.phone {
        now.phone = check.phone("phone", &phone);
    }
    now.honorific = edit.honorific.unwrap_or(now.honorific);
    now.sex = edit.sex.unwrap_or(now.sex);
    now.language = edit.language.unwrap_or(now.language);
    check.finish()?;
    if proof.thing().version != version || !store::update(&mut tx, env, &proof, &now).await? {
        return Err(Error::Conflict);
    }
    announce(&mut tx, env, proof.deed(), id, "person.edited").await?;
    let person = store::view(&mut *tx, actor, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(person)
}

/// What whoever acts is called, for what carries their name; empty for the hub itself.
pub async fn name_of(pool: &Pool, actor: &Actor, language: Language) -> Result<String> {
    let Some(person) = actor.person() else { return Ok(String::new()) };
    let known = store::view(pool, actor, person).await?;
    Ok(known.map(|p| p.name.full().best(language).0.to_owned()).unwrap_or_default())
}
