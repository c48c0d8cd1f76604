//! Reading a table in, mapping it, looking it over, taking it.

use sala_kernel::{Draft, Env, Error, ImportId, Message, NetworkId, Pool, Result, Tx, Violation, append};

use super::{Choice, Counts, Field, Import, ImportState, Outcome, Row, rows, store};
use crate::{
    access::{Actor, Authorized, acts::ManageMembers, authorize},
    memberships::service::{add_in, join_in},
    networks::{self, Network},
    sheet,
    text::Check,
};

/// How many drafts a network may have.
const DRAFTS: usize = 10;

async fn may(db: &mut Tx<'_>, actor: &Actor, id: NetworkId) -> Result<Authorized<Network, ManageMembers>> {
    let network = networks::store::lookup(&mut **db, id).await?.ok_or(Error::NotFound)?;
    let facts = network.facts();
    authorize(actor, network, &facts)
}

/// Reads a file in as a draft; nothing becomes a record.
pub async fn read_in(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    network: NetworkId,
    file_name: &str,
    bytes: &[u8],
) -> Result<Import> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    may(&mut tx, actor, network).await?;
    let (headers, rows) = sheet::table(bytes)?;
    let drafts = store::list(&mut *tx, Some(network), None).await?;
    if drafts.iter().filter(|draft| draft.state == ImportState::Draft).count() >= DRAFTS {
        return Err(Error::invalid("file", Message::TooManyImports));
    }
    let mut fields: Vec<Field> = Vec::new();
    for header in &headers {
        let guess = Field::guess(header);
        // Two columns of one kind: the first is meant.
        fields.push(if fields.contains(&guess) { Field::Ignore } else { guess });
    }
    let mut found = Check::new();
    let import = Import {
        id: ImportId::fresh(env),
        network,
        made_by: by,
        file_name: found.line("file", file_name, 200),
        headers,
        rows,
        fields,
        choices: std::collections::BTreeMap::new(),
        state: ImportState::Draft,
        added: 0,
        joined: 0,
        skipped: 0,
        version: 1,
        created_at: env.now(),
    };
    found.finish()?;
    store::put(&mut tx, env, &import).await?;
    tx.commit().await?;
    Ok(import)
}

/// One import of a network whose members one manages.
pub async fn view(pool: &Pool, actor: &Actor, id: ImportId) -> Result<Option<Import>> {
    let mut tx = pool.begin().await?;
    let Some(import) = store::list(&mut *tx, None, Some(id)).await?.pop() else { return Ok(None) };
    Ok(may(&mut tx, actor, import.network).await.is_ok().then_some(import))
}

/// The imports of a network: drafts and those done, the newest first; none for whoever does not manage its members.
pub async fn of_network(pool: &Pool, actor: &Actor, network: NetworkId) -> Result<Vec<Import>> {
    let mut tx = pool.begin().await?;
    if may(&mut tx, actor, network).await.is_err() {
        return Ok(Vec::new());
    }
    store::list(&mut *tx, Some(network), None).await
}

/// What would come of an import as things stand, row by row.
pub async fn look_over(pool: &Pool, actor: &Actor, import: &Import) -> Result<(Counts, Vec<Row>)> {
    let lists = store::lists(pool, actor, import.network).await?;
    let looked = rows::look_over(import, &lists);
    Ok((rows::count(&looked), looked.into_iter().map(|(row, _)| row).collect()))
}

async fn draft(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    version: i32,
) -> Result<(Import, Authorized<Network, ManageMembers>)> {
    let import = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    let proof = may(tx, actor, import.network).await.map_err(|_| Error::NotFound)?;
    actor.writes()?;
    if import.version != version || import.state != ImportState::Draft {
        return Err(Error::Conflict);
    }
    Ok((import, proof))
}

async fn save(mut tx: Tx<'_>, env: &Env, import: &Import) -> Result<Import> {
    store::put(&mut tx, env, import).await?;
    let now = store::hold(&mut tx, import.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Says what each column holds, as the import was read at `version`.
pub async fn map(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: ImportId,
    version: i32,
    fields: Vec<Field>,
) -> Result<Import> {
    let mut tx = pool.begin().await?;
    let (import, _) = draft(&mut tx, actor, id, version).await?;
    let mut seen = Vec::new();
    let twice = fields.iter().filter(|f| **f != Field::Ignore).any(|field| {
        let again = seen.contains(field);
        seen.push(*field);
        again
    });
    if twice || fields.len() != import.headers.len() {
        return Err(Error::invalid("fields", Message::ColumnTwice));
    }
    save(tx, env, &Import { fields, ..import }).await
}

/// Says what a row is, or takes that back.
pub async fn choose(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: ImportId,
    version: i32,
    line: i32,
    choice: Option<Choice>,
) -> Result<Import> {
    let mut tx = pool.begin().await?;
    let (mut import, _) = draft(&mut tx, actor, id, version).await?;
    let lines = i32::try_from(import.rows.len()).unwrap_or(0) + 1;
    if !(2..=lines).contains(&line) {
        return Err(Error::invalid("line", Message::OutOfRange));
    }
    match choice {
        Some(Choice::Same(organisation)) => {
            let known = crate::organisations::store::visible(&mut *tx, actor, &[organisation.0]).await?;
            if known.is_empty() {
                return Err(Error::invalid("organisation", Message::IdUnknown));
            }
            import.choices.insert(line, Choice::Same(organisation));
        }
        Some(other) => {
            import.choices.insert(line, other);
        }
        None => {
            import.choices.remove(&line);
        }
    }
    save(tx, env, &import).await
}

/// Throws a draft away.
pub async fn discard(pool: &Pool, actor: &Actor, id: ImportId, version: i32) -> Result<Import> {
    let mut tx = pool.begin().await?;
    let (import, _) = draft(&mut tx, actor, id, version).await?;
    store::discard(&mut tx, id).await?;
    tx.commit().await?;
    Ok(import)
}

/// Takes an import: every row, or none and what stands against it.
pub async fn run(pool: &Pool, env: &Env, actor: &Actor, id: ImportId, version: i32) -> Result<Import> {
    let mut tx = pool.begin().await?;
    let (import, proof) = draft(&mut tx, actor, id, version).await?;
    let lists = store::lists(pool, actor, import.network).await?;
    let looked = rows::look_over(&import, &lists);
    let mut against: Vec<Violation> = Vec::new();
    let mut done = Import { state: ImportState::Done, rows: Vec::new(), ..import.clone() };
    for (row, brought) in looked {
        let at = |violation: Violation| Violation { field: format!("{}.{}", row.line, violation.field), ..violation };
        match row.outcome {
            Outcome::Wrong => against.extend(row.violations.into_iter().map(at)),
            Outcome::Undecided => {
                against.push(at(Violation { field: "name".to_owned(), message: Message::SayWhoItIs }));
            }
            Outcome::Skipped => done.skipped += 1,
            Outcome::Joins => {
                if let Some(Choice::Same(organisation)) = row.choice {
                    join_in(&mut tx, env, &proof, organisation, brought.tier).await?;
                    done.joined += 1;
                }
            }
            Outcome::New => match add_in(&mut tx, env, actor, &proof, brought.new, brought.edit, brought.tier).await {
                Ok(_) => done.added += 1,
                Err(Error::Invalid(found)) => against.extend(found.into_iter().map(at)),
                Err(other) => return Err(other),
            },
        }
    }
    if !against.is_empty() {
        against.truncate(50);
        return Err(Error::Invalid(against));
    }
    done.choices.clear();
    let event =
        Draft { network: Some(import.network), ..proof.deed().event("network.members_imported", import.network) };
    append(&mut tx, env, event).await?;
    save(tx, env, &done).await
}
