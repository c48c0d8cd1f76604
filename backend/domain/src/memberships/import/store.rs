//! Imports in the database.

use sala_kernel::{Env, ImportId, NetworkId, OrganisationId, PersonId, Pool, Result, Tx};
use sqlx::{PgExecutor, types::Json};

use super::{Import, ImportState, rows::Lists};
use crate::{
    access::{Action, Actor, Level, Reach},
    sheet::fold,
    terms::{self, Taxonomy},
};

/// Imports that are not thrown away: one, or those of a network, the newest first.
pub(super) async fn list(
    db: impl PgExecutor<'_>,
    network: Option<NetworkId>,
    id: Option<ImportId>,
) -> Result<Vec<Import>> {
    let rows = sqlx::query!(
        r#"SELECT id, network_id, made_by, file_name, headers AS "headers: Json<Vec<String>>", rows AS "rows: Json<Vec<Vec<String>>>",
                  fields AS "fields: Json<Vec<super::Field>>",
                  choices AS "choices: Json<std::collections::BTreeMap<i32, super::Choice>>", state AS "state: ImportState", added, joined,
                  skipped, version, created_at
           FROM member_imports WHERE ($1::uuid IS NULL OR network_id = $1) AND ($2::uuid IS NULL OR id = $2) ORDER BY id DESC LIMIT 20"#,
        network.map(|n| n.0),
        id.map(|i| i.0),
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Import {
            id: ImportId(row.id),
            network: NetworkId(row.network_id),
            made_by: PersonId(row.made_by),
            file_name: row.file_name,
            headers: row.headers.0,
            rows: row.rows.0,
            fields: row.fields.0,
            choices: row.choices.0,
            state: row.state,
            added: row.added,
            joined: row.joined,
            skipped: row.skipped,
            version: row.version,
            created_at: row.created_at,
        })
        .collect())
}

/// One import, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<Import>> {
    sqlx::query!("SELECT id FROM member_imports WHERE id = $1 FOR UPDATE", id.0).fetch_optional(&mut **tx).await?;
    Ok(list(&mut **tx, None, Some(id)).await?.pop())
}

/// Writes a new import, or a held one as it is now.
pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, import: &Import) -> Result<()> {
    let done = (import.state == ImportState::Done).then(|| env.now());
    sqlx::query!(
        "INSERT INTO member_imports (id, network_id, made_by, file_name, headers, rows, fields, choices, state, added, joined, skipped,
                                     created_at, done_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO UPDATE
         SET rows = excluded.rows, fields = excluded.fields, choices = excluded.choices, state = excluded.state,
             added = excluded.added, joined = excluded.joined, skipped = excluded.skipped, done_at = excluded.done_at,
             version = member_imports.version + 1",
        import.id.0,
        import.network.0,
        import.made_by.0,
        import.file_name,
        Json(&import.headers) as _,
        Json(&import.rows) as _,
        Json(&import.fields) as _,
        Json(&import.choices) as _,
        import.state as ImportState,
        import.added,
        import.joined,
        import.skipped,
        env.now(),
        done,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Throws a draft away.
pub(super) async fn discard(tx: &mut Tx<'_>, id: ImportId) -> Result<()> {
    sqlx::query!("DELETE FROM member_imports WHERE id = $1 AND state = 'draft'", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// What the words of a table may mean to somebody who imports into a network.
pub(super) async fn lists(pool: &Pool, actor: &Actor, network: NetworkId) -> Result<Lists> {
    let mut lists = Lists::default();
    for (taxonomy, into) in [(Taxonomy::OrganisationType, &mut lists.kinds), (Taxonomy::Theme, &mut lists.themes)] {
        for term in terms::store::list(pool, taxonomy).await?.into_iter().filter(|term| term.active) {
            for word in [&term.code, &term.label.en, &term.label.km] {
                into.entry(fold(word)).or_insert_with(|| term.code.clone());
            }
        }
    }
    let places = sqlx::query!(
        "SELECT code, name_en, name_km FROM places WHERE length(code) <= 4 AND valid_to IS NULL ORDER BY code"
    )
    .fetch_all(pool)
    .await?;
    for place in places {
        let code = sala_kernel::PlaceCode(place.code);
        lists.places.insert(code.0.clone(), Some(code.clone()));
        for name in [fold(&place.name_en), fold(&place.name_km)] {
            // A province goes before districts of its name; two districts of one name mean neither.
            lists
                .places
                .entry(name)
                .and_modify(|known| {
                    if known.as_ref().is_some_and(|k| k.0.len() == code.0.len() && *k != code) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(code.clone()));
        }
    }
    let reach = Reach::of(actor, Action::ViewOrganisation);
    let known = sqlx::query!(
        r#"SELECT o.id, o.name_en, o.name_km, o.acronym,
                  EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = o.id AND m.network_id = $6) AS "member!"
           FROM organisations o
           WHERE $1 OR o.id = ANY($2) OR o.host_id = ANY($3)
              OR EXISTS (SELECT 1 FROM rights.organisation_levels l
                         WHERE l.organisation_id = o.id
                           AND ((l.public) OR (l.level <= 'members' AND l.network_id = ANY($4)) OR (l.level <= 'restricted' AND l.network_id = ANY($5))))"#,
        reach.all,
        &reach.owner_ids(),
        &reach.host_ids(),
        &reach.networks_at(Level::Members),
        &reach.networks_at(Level::Restricted),
        network.0,
    )
    .fetch_all(pool)
    .await?;
    for row in known {
        let id = OrganisationId(row.id);
        if row.member {
            lists.members.insert(id);
        }
        for word in [&row.name_en, &row.name_km, &row.acronym] {
            let key = fold(word);
            if !key.is_empty() {
                lists.known.entry(key).or_default().push(id);
            }
        }
    }
    Ok(lists)
}
