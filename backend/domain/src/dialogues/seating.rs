//! Who gets a free seat.

use std::collections::HashMap;

use super::{Invitation, InvitationState, Seats};

/// So many seats of each group are held.
fn held<'i>(all: &'i [Invitation]) -> HashMap<&'i str, i64> {
    let mut held: HashMap<&'i str, i64> = HashMap::new();
    for group in all.iter().filter_map(|i| i.seat_of.as_deref()) {
        *held.entry(group).or_default() += 1;
    }
    held
}

/// Gives free seats to those who wait, and says who got one: in the order of their yes, first within each group, then what is
/// left of groups whose seats are released, whoever waits.
pub fn seat(seats: &[Seats], all: &mut [Invitation]) -> Vec<usize> {
    let taken = held(all);
    let mut free: HashMap<String, i64> = HashMap::new();
    for of in seats {
        let held = taken.get(of.constituency.as_str()).copied().unwrap_or(0);
        free.insert(of.constituency.clone(), i64::from(of.seats) - held);
    }
    let mut waiting: Vec<usize> =
        (0..all.len()).filter(|i| all.get(*i).is_some_and(|one| one.state == InvitationState::Waitlisted)).collect();
    waiting.sort_by_key(|i| all.get(*i).map(|one| (one.queued_at, one.number)));
    let mut called = Vec::new();
    for across in [false, true] {
        for &at in &waiting {
            let Some(one) = all.get_mut(at).filter(|one| one.state == InvitationState::Waitlisted) else { continue };
            let of = seats.iter().find(|of| {
                let fits = if across { of.released_at.is_some() } else { of.constituency == one.constituency };
                fits && free.get(&of.constituency).is_some_and(|n| *n > 0)
            });
            let Some(of) = of else { continue };
            if let Some(n) = free.get_mut(&of.constituency) {
                *n -= 1;
            }
            one.state = InvitationState::Accepted;
            one.seat_of = Some(of.constituency.clone());
            called.push(at);
        }
    }
    called
}

/// Whether seats can be given out so: each group keeps the seats that are held of it.
pub fn keeps(seats: &[Seats], all: &[Invitation]) -> bool {
    let mut left = held(all);
    for of in seats {
        if let Some(n) = left.get_mut(of.constituency.as_str()) {
            *n -= i64::from(of.seats);
        }
    }
    left.values().all(|n| *n <= 0)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration, Utc};
    use proptest::prelude::*;

    use super::{
        super::{
            Answer,
            model::{answered, tests::invited},
        },
        *,
    };

    const GROUPS: [&str; 3] = ["cso", "youth", "media"];

    fn seats(counts: [i32; 3]) -> Vec<Seats> {
        GROUPS
            .iter()
            .zip(counts)
            .map(|(group, seats)| Seats { constituency: (*group).to_owned(), seats, ..Seats::default() })
            .collect()
    }

    /// What every state of the room must be.
    fn sound(seats: &[Seats], all: &[Invitation]) -> Result<(), TestCaseError> {
        for of in seats {
            let held = all.iter().filter(|i| i.seat_of.as_deref() == Some(of.constituency.as_str())).count();
            prop_assert!(held <= usize::try_from(of.seats).unwrap_or(0), "{} holds {held}", of.constituency);
            let waits = all.iter().any(|i| i.state == InvitationState::Waitlisted && i.constituency == of.constituency);
            prop_assert!(!waits || held == usize::try_from(of.seats).unwrap_or(0), "one waits beside an empty seat");
        }
        for i in all {
            prop_assert_eq!(
                i.seat_of.is_some(),
                matches!(i.state, InvitationState::Accepted | InvitationState::Reconfirm)
            );
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn j6_4_whatever_the_order_of_answers_no_seat_is_held_twice_and_who_waits_is_called_in_order(
            counts in prop::array::uniform3(1..4i32),
            answers in prop::collection::vec((0..12usize, 0..3usize), 1..60),
            released in prop::option::of(0..3usize),
        ) {
            let mut seats = seats(counts);
            let mut all: Vec<Invitation> = (0..12).map(|n| invited(n, GROUPS[n % 3])).collect();
            for (turn, (who, what)) in answers.into_iter().enumerate() {
                let now = DateTime::<Utc>::UNIX_EPOCH + Duration::seconds(i64::try_from(turn).unwrap_or(0));
                if let Some(at) = released.filter(|_| turn == 20) {
                    seats[at].released_at = Some(now);
                }
                let answer = [Answer::Accept, Answer::Decline, Answer::Tentative][what];
                answered(&mut all[who], answer, now);
                let before = all.clone();
                let called = seat(&seats, &mut all);
                sound(&seats, &all)?;
                // Whoever was called waited no shorter than anybody of the same group who still waits.
                for at in called {
                    for left in all.iter().filter(|i| i.state == InvitationState::Waitlisted) {
                        if left.constituency == before[at].constituency {
                            prop_assert!((before[at].queued_at, before[at].number) < (left.queued_at, left.number));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn j6_4_the_eleventh_yes_waits_and_a_released_seat_of_others_calls_it() {
        let mut room = vec![
            Seats { constituency: "cso".into(), seats: 10, ..Seats::default() },
            Seats { constituency: "private_sector".into(), seats: 2, ..Seats::default() },
        ];
        let mut all: Vec<Invitation> = (0..11).map(|n| invited(n, "cso")).collect();
        for one in &mut all {
            let at = DateTime::UNIX_EPOCH + Duration::minutes(i64::from(one.number));
            answered(one, Answer::Accept, at);
        }
        assert_eq!(seat(&room, &mut all).len(), 10);
        assert_eq!(all[10].state, InvitationState::Waitlisted);
        room[1].released_at = Some(DateTime::UNIX_EPOCH);
        assert_eq!(seat(&room, &mut all), vec![10]);
        assert_eq!(all[10].seat_of.as_deref(), Some("private_sector"));
    }

    #[test]
    fn seats_cannot_be_taken_from_under_those_who_hold_them() {
        let mut all: Vec<Invitation> = (0..3).map(|n| invited(n, "cso")).collect();
        for one in &mut all {
            answered(one, Answer::Accept, DateTime::UNIX_EPOCH);
        }
        let room = [Seats { constituency: "cso".into(), seats: 3, ..Seats::default() }];
        seat(&room, &mut all);
        assert!(keeps(&room, &all));
        assert!(!keeps(&[Seats { constituency: "cso".into(), seats: 2, ..Seats::default() }], &all));
        assert!(!keeps(&[], &all));
    }
}
