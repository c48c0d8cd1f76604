//! The day itself: who is there. Marked at the door, on a device that may have no connection, and sent later: what is sent twice,
//! or by two devices, counts once.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{AttendanceId, DialogueId, Env, Error, InvitationId, Message, PersonId, Pool, Result};

use super::{
    Dialogue, DialogueState, Invitation, InvitationState, Seats, day_store,
    service::{MOST, announce, held},
    store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    figures,
    people::Sex,
    terms::{self, Taxonomy},
    text::Check,
};

sala_kernel::db_enum! {
    /// How old somebody is, as far as it is asked.
    pub enum AgeBand as "age_band" {
        /// Below 15.
        Under15 = "under_15",
        /// Between 15 and 30: youth.
        Youth = "youth",
        /// Between 31 and 59.
        Adult = "adult",
        /// 60 and more.
        Elder = "elder",
        /// Not known.
        Unknown = "unknown",
    }
}

sala_kernel::db_enum! {
    /// What somebody says of themselves.
    pub enum YesNo as "yes_no" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

sala_kernel::db_enum! {
    /// How far somebody was there.
    pub enum Presence as "presence" {
        /// There.
        Full = "full",
        /// For a part of it.
        Part = "part",
        /// Online.
        Online = "online",
        /// Not there: takes a mark back.
        Absent = "absent",
    }
}

/// Who was there: somebody invited, somebody who came without, or so many of a paper list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Its id, chosen by the device that marks.
    pub id: AttendanceId,
    /// Whose invitation; nothing for who came without.
    pub invitation: Option<InvitationId>,
    /// Who came without, or nothing.
    pub name: String,
    /// Of which group.
    pub constituency: String,
    /// As far as known.
    pub sex: Sex,
    /// As far as known.
    pub age: AgeBand,
    /// As they say of themselves; told as a total alone.
    pub disability: YesNo,
    /// As they say of themselves; told as a total alone.
    pub indigenous: YesNo,
    /// How far.
    pub presence: Presence,
    /// So many people.
    pub people: i32,
    /// When it was marked.
    pub marked_at: DateTime<Utc>,
    /// Who marked it.
    pub recorded_by: Option<PersonId>,
}

/// A mark as a device sends it.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its id, chosen by the device.
    pub id: AttendanceId,
    /// Whose invitation; nothing for who came without.
    pub invitation: Option<InvitationId>,
    /// Who came without, or nothing.
    pub name: String,
    /// Of which group; of somebody invited, that of the invitation.
    pub constituency: String,
    /// As far as known; of somebody invited, what the invitation says where this is left out.
    pub sex: Option<Sex>,
    /// As far as known.
    pub age: AgeBand,
    /// What they say of themselves; what was said before stays where this is left out.
    pub disability: Option<YesNo>,
    /// What they say of themselves; what was said before stays where this is left out.
    pub indigenous: Option<YesNo>,
    /// How far.
    pub presence: Presence,
    /// So many people: more than one of a paper list alone.
    pub people: i32,
    /// When it was marked, by the clock of the device.
    pub at: DateTime<Utc>,
}

/// The door opens so long before a dialogue begins.
fn opens(d: &Dialogue) -> DateTime<Utc> {
    d.is.starts_at - Duration::hours(24)
}

/// What a mark makes of what is known; nothing where something later is known already.
fn merged(was: Option<&Attendance>, fresh: Attendance, mark: &Mark) -> Option<Attendance> {
    let Some(was) = was else { return Some(fresh) };
    if was.marked_at > fresh.marked_at {
        return None;
    }
    let now = Attendance {
        id: was.id,
        disability: mark.disability.unwrap_or(was.disability),
        indigenous: mark.indigenous.unwrap_or(was.indigenous),
        age: if mark.age == AgeBand::Unknown { was.age } else { mark.age },
        sex: mark.sex.unwrap_or(was.sex),
        ..fresh
    };
    (now != *was).then_some(now)
}

/// A mark looked over.
fn read(
    (env, by): (&Env, Option<PersonId>),
    field: &dyn Fn(&str) -> String,
    invited: &HashMap<InvitationId, &Invitation>,
    groups: &[String],
    mark: &Mark,
    found: &mut Check,
) -> Attendance {
    let guest = mark.invitation.and_then(|id| invited.get(&id)).copied();
    if mark.invitation.is_some() && guest.is_none_or(|i| i.state == InvitationState::Cancelled) {
        found.fail(field("invitation"), Message::IdUnknown);
    }
    if guest.is_some_and(|i| i.institution) {
        // An institution does not come itself.
        found.fail(field("invitation"), Message::InstitutionNames);
    }
    let constituency = guest.map_or(&mark.constituency, |i| &i.constituency).clone();
    if mark.invitation.is_none() && !groups.contains(&constituency) {
        found.fail(field("constituency"), Message::TermUnknown);
    }
    let name = found.line(&field("name"), &mark.name, 200);
    let many = mark.people != 1;
    if !(1..=5000).contains(&mark.people) || (many && (mark.invitation.is_some() || !name.is_empty())) {
        found.fail(field("people"), Message::OutOfRange);
    }
    let youth = match guest.and_then(|i| i.youth) {
        Some(true) => AgeBand::Youth,
        _ => AgeBand::Unknown,
    };
    Attendance {
        id: mark.id,
        invitation: mark.invitation,
        name: if mark.invitation.is_some() { String::new() } else { name },
        constituency,
        sex: mark.sex.or(guest.map(|i| i.sex)).unwrap_or(Sex::Undisclosed),
        age: if mark.age == AgeBand::Unknown { youth } else { mark.age },
        disability: mark.disability.unwrap_or(YesNo::Unknown),
        indigenous: mark.indigenous.unwrap_or(YesNo::Unknown),
        presence: mark.presence,
        people: mark.people,
        // A device whose clock is ahead would win for ever.
        marked_at: mark.at.min(env.now()),
        recorded_by: by,
    }
}

/// Writes marks down, all or none: at most 500. A mark known already changes nothing; of two of one person the later holds.
pub async fn record(pool: &Pool, env: &Env, actor: &Actor, id: DialogueId, marks: &[Mark]) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    let open = matches!(d.state, DialogueState::Inviting | DialogueState::Confirmed | DialogueState::Held);
    if !open || env.now() < opens(&d) {
        return Err(Error::invalid("dialogue", Message::DoorClosed));
    }
    let mut found = Check::new();
    if marks.is_empty() || marks.len() > 500 {
        found.fail("marks", Message::OutOfRange);
        found.finish()?;
        return Ok(d);
    }
    let all = store::invitations(&mut *tx, id, 0, MOST).await?;
    let invited: HashMap<InvitationId, &Invitation> = all.iter().map(|i| (i.id, i)).collect();
    let terms = terms::store::list(&mut *tx, Taxonomy::Constituency).await?;
    let mut groups: Vec<String> = terms.into_iter().filter(|term| term.active).map(|term| term.code).collect();
    groups.extend(d.is.seats.iter().map(|of| of.constituency.clone()));
    let mut known = day_store::attendance(&mut *tx, id, None, MOST * 2).await?;
    let mut changed: BTreeMap<AttendanceId, Attendance> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        let field = |name: &str| format!("marks.{at}.{name}");
        let fresh = read((env, deed.by), &field, &invited, &groups, mark, &mut found);
        let was =
            known.iter_mut().find(|a| a.id == mark.id || (a.invitation.is_some() && a.invitation == mark.invitation));
        if was.as_ref().is_some_and(|a| a.invitation != mark.invitation) {
            found.fail(field("id"), Message::IdUnknown);
        }
        let Some(now) = merged(was.as_deref(), fresh, mark) else { continue };
        match was {
            Some(was) => *was = now.clone(),
            None => known.push(now.clone()),
        }
        changed.insert(now.id, now);
    }
    if known.len() > usize::try_from(MOST * 2).unwrap_or(0) {
        found.fail("marks", Message::OutOfRange);
    }
    found.finish()?;
    if changed.is_empty() {
        return Ok(d);
    }
    for one in changed.values() {
        // An id that another dialogue has is nobody's here.
        if !day_store::put_attendance(&mut tx, env, id, one).await? {
            return Err(Error::invalid("marks", Message::IdUnknown));
        }
    }
    announce(&mut tx, env, deed, &d, "dialogue.attended").await?;
    tx.commit().await?;
    Ok(d)
}

/// How many of a group were there, and who they are, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Which group; empty for all together.
    pub constituency: String,
    /// So many seats were for it.
    pub seats: i32,
    /// The share of women that was wanted, in percent.
    pub women_pct: Option<i32>,
    /// So many were there.
    pub total: i32,
    /// Female, male, other, not said.
    pub sexes: [i32; 4],
    /// Below 15, 15 to 30, 31 to 59, 60 and more, not known.
    pub ages: [i32; 5],
    /// With a disability: yes, no, not known.
    pub disability: [i32; 3],
    /// Indigenous: yes, no, not known.
    pub indigenous: [i32; 3],
    /// So many of these came without an invitation.
    pub walk_ins: i32,
}

impl Turnout {
    fn add(&mut self, one: &Attendance) {
        let n = one.people;
        let up = |cells: &mut [i32], at: usize| {
            if let Some(cell) = cells.get_mut(at) {
                *cell += n;
            }
        };
        let said = |what: YesNo| match what {
            YesNo::Yes => 0,
            YesNo::No => 1,
            YesNo::Unknown => 2,
        };
        self.total += n;
        up(
            &mut self.sexes,
            match one.sex {
                Sex::Female => 0,
                Sex::Male => 1,
                Sex::Other => 2,
                Sex::Undisclosed => 3,
            },
        );
        up(
            &mut self.ages,
            match one.age {
                AgeBand::Under15 => 0,
                AgeBand::Youth => 1,
                AgeBand::Adult => 2,
                AgeBand::Elder => 3,
                AgeBand::Unknown => 4,
            },
        );
        up(&mut self.disability, said(one.disability));
        up(&mut self.indigenous, said(one.indigenous));
        self.walk_ins += if one.invitation.is_none() { n } else { 0 };
    }
}

/// Counts who was there by group, in the order of the seats, and all together last.
pub fn turnout(seats: &[Seats], all: &[Attendance]) -> Vec<Turnout> {
    let mut rows: Vec<Turnout> = seats
        .iter()
        .map(|of| Turnout {
            constituency: of.constituency.clone(),
            seats: of.seats,
            women_pct: of.women_pct,
            ..Turnout::default()
        })
        .collect();
    let mut sum = Turnout { seats: seats.iter().map(|of| of.seats).sum(), ..Turnout::default() };
    for one in all.iter().filter(|a| a.presence != Presence::Absent) {
        let at = rows.iter().position(|row| row.constituency == one.constituency).unwrap_or_else(|| {
            rows.push(Turnout { constituency: one.constituency.clone(), ..Turnout::default() });
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            row.add(one);
        }
        sum.add(one);
    }
    rows.push(sum);
    rows
}

/// What of a turnout may be told outside the team: groups as totals, who they are of all together alone, and nowhere a figure
/// of one to four or what would give it away. Nothing stands for what is withheld.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldOutside {
    /// Which group; empty for all together.
    pub constituency: String,
    /// So many seats were for it.
    pub seats: i32,
    /// The share of women that was wanted, in percent.
    pub women_pct: Option<i32>,
    /// So many were there.
    pub total: Option<i32>,
    /// As in [`Turnout`]; empty for a group.
    pub sexes: Vec<Option<i32>>,
    /// As in [`Turnout`]; empty for a group.
    pub ages: Vec<Option<i32>>,
    /// As in [`Turnout`]; empty for a group.
    pub disability: Vec<Option<i32>>,
    /// As in [`Turnout`]; empty for a group.
    pub indigenous: Vec<Option<i32>>,
}

fn guarded(cells: &[i32]) -> (Option<i32>, Vec<Option<i32>>) {
    let cells: Vec<i64> = cells.iter().map(|n| i64::from(*n)).collect();
    let small = |n: Option<i64>| n.and_then(|n| i32::try_from(n).ok());
    let (sum, told) = figures::guarded(&cells);
    (small(sum), told.into_iter().map(small).collect())
}

/// A turnout as it may be told outside the team.
pub fn told_outside(rows: &[Turnout]) -> Vec<ToldOutside> {
    let Some((sum, groups)) = rows.split_last() else { return Vec::new() };
    let (total, by_group) = guarded(&groups.iter().map(|row| row.total).collect::<Vec<_>>());
    let splits = [guarded(&sum.sexes), guarded(&sum.ages), guarded(&sum.disability), guarded(&sum.indigenous)];
    // Where one split must not tell the sum, nothing may.
    let silent = total.is_none() || splits.iter().any(|(sum, _)| sum.is_none());
    let head = |row: &Turnout| ToldOutside {
        constituency: row.constituency.clone(),
        seats: row.seats,
        women_pct: row.women_pct,
        ..ToldOutside::default()
    };
    let mut told: Vec<ToldOutside> = groups
        .iter()
        .zip(by_group)
        .map(|(row, total)| ToldOutside { total: total.filter(|_| !silent), ..head(row) })
        .collect();
    let [sexes, ages, disability, indigenous] =
        splits.map(|(_, cells)| cells.into_iter().map(|n| n.filter(|_| !silent)).collect::<Vec<_>>());
    told.push(ToldOutside { total: total.filter(|_| !silent), sexes, ages, disability, indigenous, ..head(sum) });
    told
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn mark(id: u128, invitation: Option<u128>, minute: i64, presence: Presence) -> (Mark, Attendance) {
        let at = DateTime::<Utc>::UNIX_EPOCH + Duration::minutes(minute);
        let invitation = invitation.map(|i| InvitationId(Uuid::from_u128(i)));
        let mark = Mark {
            id: AttendanceId(Uuid::from_u128(id)),
            invitation,
            name: String::new(),
            constituency: "cso".into(),
            sex: Some(Sex::Female),
            age: AgeBand::Unknown,
            disability: None,
            indigenous: None,
            presence,
            people: 1,
            at,
        };
        let fresh = Attendance {
            id: mark.id,
            invitation,
            name: String::new(),
            constituency: "cso".into(),
            sex: Sex::Female,
            age: AgeBand::Unknown,
            disability: YesNo::Unknown,
            indigenous: YesNo::Unknown,
            presence,
            people: 1,
            marked_at: at,
            recorded_by: None,
        };
        (mark, fresh)
    }

    fn sync(sent: &[(Mark, Attendance)]) -> Vec<Attendance> {
        let mut known: Vec<Attendance> = Vec::new();
        for (mark, fresh) in sent {
            let was = known
                .iter_mut()
                .find(|a| a.id == mark.id || (a.invitation.is_some() && a.invitation == mark.invitation));
            let Some(now) = merged(was.as_deref(), fresh.clone(), mark) else { continue };
            match was {
                Some(was) => *was = now,
                None => known.push(now),
            }
        }
        known
    }

    proptest! {
        #[test]
        fn j6_9_whatever_devices_send_and_however_often_everybody_counts_once_and_the_last_mark_holds(
            sent in prop::collection::vec((0..6u128, 0..500i64, any::<bool>()), 1..40),
        ) {
            // Each mark has an instant of its own; two devices mark the same six people.
            let marks: Vec<_> = sent
                .iter()
                .zip(0_i64..)
                .map(|((who, minute, there), n)| {
                    let presence = if *there { Presence::Full } else { Presence::Absent };
                    mark(100 + u128::from(n.unsigned_abs()), Some(*who), minute * 100 + n, presence)
                })
                .collect();
            let once = sync(&marks);
            let twice = sync(&[marks.clone(), marks.clone()].concat());
            let mut backwards = marks.clone();
            backwards.reverse();
            let other = sync(&backwards);
            let people: std::collections::BTreeSet<_> = sent.iter().map(|(who, ..)| who).collect();
            prop_assert_eq!(once.len(), people.len());
            let there = |all: &[Attendance]| {
                let mut there: Vec<_> = all.iter().filter(|a| a.presence == Presence::Full).map(|a| a.invitation).collect();
                there.sort();
                there
            };
            prop_assert_eq!(there(&once), there(&twice));
            prop_assert_eq!(there(&once), there(&other));
        }

        #[test]
        fn j6_9_totals_add_up(rows in prop::collection::vec((0..3usize, 1..30i32, 0..4usize, 0..5usize, any::<bool>()), 0..40)) {
            let seats = [Seats { constituency: "cso".into(), seats: 10, ..Seats::default() }];
            let all: Vec<Attendance> = rows
                .iter()
                .enumerate()
                .map(|(n, (group, people, sex, age, there))| Attendance {
                    constituency: ["cso", "youth", "media"][*group].into(),
                    people: *people,
                    sex: [Sex::Female, Sex::Male, Sex::Other, Sex::Undisclosed][*sex],
                    age: [AgeBand::Under15, AgeBand::Youth, AgeBand::Adult, AgeBand::Elder, AgeBand::Unknown][*age],
                    ..mark(n as u128, None, 0, if *there { Presence::Full } else { Presence::Absent }).1
                })
                .collect();
            let told = turnout(&seats, &all);
            let (sum, groups) = told.split_last().expect("the last row is the sum");
            let there: i32 = rows.iter().filter(|row| row.4).map(|row| row.1).sum();
            prop_assert_eq!(sum.total, there);
            prop_assert_eq!(groups.iter().map(|row| row.total).sum::<i32>(), there);
            for row in &told {
                prop_assert_eq!(row.sexes.iter().sum::<i32>(), row.total);
                prop_assert_eq!(row.ages.iter().sum::<i32>(), row.total);
                prop_assert_eq!(row.disability.iter().sum::<i32>(), row.total);
                prop_assert_eq!(row.indigenous.iter().sum::<i32>(), row.total);
            }
        }

        #[test]
        fn outside_no_figure_below_five_is_told_and_none_can_be_reckoned(
            groups in prop::collection::vec(0..9i32, 1..6), women in 0..40i32,
        ) {
            let mut rows: Vec<Turnout> = groups
                .iter()
                .enumerate()
                .map(|(n, total)| Turnout { constituency: format!("g{n}"), total: *total, ..Turnout::default() })
                .collect();
            let total: i32 = groups.iter().sum();
            let women = women.min(total);
            rows.push(Turnout {
                total,
                sexes: [women, total - women, 0, 0],
                ages: [0, 0, total, 0, 0],
                disability: [0, 0, total],
                indigenous: [0, 0, total],
                ..Turnout::default()
            });
            let told = told_outside(&rows);
            let (sum, by_group) = told.split_last().expect("the last row is the sum");
            for cells in [
                by_group.iter().map(|row| row.total).collect::<Vec<_>>(),
                sum.sexes.clone(),
                sum.ages.clone(),
            ] {
                prop_assert!(cells.iter().flatten().all(|n| *n == 0 || *n >= 5), "{:?}", cells);
                let hidden = cells.iter().filter(|n| n.is_none()).count();
                prop_assert!(hidden != 1 || sum.total.is_none(), "{:?} of {:?}", cells, sum.total);
            }
        }
    }
}
