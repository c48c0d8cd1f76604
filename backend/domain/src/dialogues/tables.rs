//! Who sits at which table: groups are mixed, so that people meet whom they do not know.

use std::collections::HashMap;

use sala_kernel::{DialogueId, Env, Error, InvitationId, LText, Message, Pool, Result};

use super::{
    Dialogue, Invitation, InvitationState,
    service::{MOST, announce, held},
    store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    terms::{self, Taxonomy},
};

/// The most tables.
pub const TABLES: i32 = 500;

/// They come, and need a chair.
pub const fn sits(i: &Invitation) -> bool {
    matches!(i.state, InvitationState::Accepted | InvitationState::Reconfirm)
}

/// Deals people out to so many tables: group by group, within a group by sex, one table after the other, so that each table has
/// as many of a group, and as many in all, as the next, give or take one.
pub fn dealt(all: &[Invitation], tables: i32) -> HashMap<InvitationId, i32> {
    let mut people: Vec<&Invitation> = all.iter().filter(|i| sits(i)).collect();
    people.sort_by(|a, b| (&a.constituency, a.sex as u8, a.number).cmp(&(&b.constituency, b.sex as u8, b.number)));
    let at = |n: usize| i32::try_from(n).unwrap_or(0) % tables.max(1) + 1;
    people.into_iter().enumerate().map(|(n, i)| (i.id, at(n))).collect()
}

/// Deals everybody who comes out to so many tables; what was set by hand is dealt anew.
pub async fn deal(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (DialogueId, i32),
    tables: i32,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if d.version != version {
        return Err(Error::Conflict);
    }
    if !(1..=TABLES).contains(&tables) {
        return Err(Error::invalid("tables", Message::OutOfRange));
    }
    let all = store::invitations(&mut *tx, id, 0, MOST).await?;
    store::set_tables(&mut tx, id, &dealt(&all, tables)).await?;
    announce(&mut tx, env, deed, &d, "dialogue.edited").await?;
    tx.commit().await?;
    Ok(d)
}

/// Sets somebody who comes to a table, or to none.
pub async fn place(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (InvitationId, i32),
    table: Option<i32>,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    if table.is_some_and(|table| !(1..=TABLES).contains(&table)) {
        return Err(Error::invalid("table", Message::OutOfRange));
    }
    let all = store::invitations(&mut *tx, dialogue, 0, MOST).await?;
    let one = all.into_iter().find(|i| i.id == id && i.version == version && sits(i)).ok_or(Error::Conflict)?;
    store::put_invitation(&mut tx, env, &Invitation { table, ..one }).await?;
    announce(&mut tx, env, deed, &d, "dialogue.edited").await?;
    tx.commit().await?;
    Ok(d)
}

/// Everybody who comes, for badges and the plan of tables: in the order of tables and numbers.
#[derive(Debug)]
pub struct Room {
    /// To what.
    pub dialogue: Dialogue,
    /// Who.
    pub people: Vec<Invitation>,
    /// What their groups are called.
    pub groups: HashMap<String, LText>,
}

/// Reads who comes, for those who organise.
pub async fn room(pool: &Pool, actor: &Actor, id: DialogueId) -> Result<Room> {
    let mut tx = pool.begin().await?;
    let (dialogue, _) = held::<EditCampaign>(&mut tx, actor, id).await?;
    let mut people = store::invitations(&mut *tx, id, 0, MOST).await?;
    people.retain(sits);
    people.sort_by_key(|i| (i.table.unwrap_or(i32::MAX), i.number));
    let terms = terms::store::list(&mut *tx, Taxonomy::Constituency).await?;
    Ok(Room { dialogue, people, groups: terms.into_iter().map(|term| (term.code, term.label)).collect() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dialogues::model::tests::invited;

    proptest! {
        #[test]
        fn tables_are_as_full_and_as_mixed_as_each_other(groups in proptest::collection::vec(0..5u8, 0..120), tables in 1..20i32) {
            let all: Vec<Invitation> = groups.iter().enumerate().map(|(n, group)| Invitation {
                state: InvitationState::Accepted,
                ..invited(n + 1, &format!("g{group}"))
            }).collect();
            let dealt = dealt(&all, tables);
            prop_assert_eq!(dealt.len(), all.len());
            let at = |table: i32, of: Option<&str>| all.iter().filter(|i| of.is_none_or(|of| i.constituency == of) && dealt.get(&i.id) == Some(&table)).count();
            for group in [None, Some("g0"), Some("g1"), Some("g2"), Some("g3"), Some("g4")] {
                let counts: Vec<usize> = (1..=tables).map(|table| at(table, group)).collect();
                let (most, least) = (counts.iter().max(), counts.iter().min());
                prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1), "{group:?} {counts:?}");
            }
        }
    }
}
