//! What ratings say: cells, movement, difference. Nothing here is stored; all pictures and reports are made of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sala_kernel::{CampaignItemId, OrganisationId, StakeholderId};

use super::Assessment;

/// Where somebody stands by influence and interest (Mendelow 1991; high from 3 up).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PowerCell {
    /// High influence, high interest.
    ManageClosely,
    /// High influence, low interest.
    KeepSatisfied,
    /// Low influence, high interest.
    KeepInformed,
    /// Low influence, low interest.
    Monitor,
}

/// Where somebody stands by alignment and interest (AIIM, Mendizabal 2010; aligned from +1 up, interested from 3 up).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AiimCell {
    /// Aligned and interested: work as alliance, learn together.
    Ally,
    /// Aligned, not interested: build enthusiasm, lower the cost of helping.
    Enthuse,
    /// Not aligned, interested: challenge beliefs, persuade or neutralise.
    Challenge,
    /// Neither: raise awareness, or monitor.
    Aware,
}

/// Which way somebody went between two ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Toward the ask.
    Toward,
    /// Away from it.
    Away,
    /// Neither.
    Still,
}

/// The cell of influence and interest.
pub const fn power(influence: i16, interest: i16) -> PowerCell {
    match (influence >= 3, interest >= 3) {
        (true, true) => PowerCell::ManageClosely,
        (true, false) => PowerCell::KeepSatisfied,
        (false, true) => PowerCell::KeepInformed,
        (false, false) => PowerCell::Monitor,
    }
}

/// The cell of alignment and interest. Whoever is undecided (0) is drawn on the line and is no opponent; for advice they are
/// among those who are not aligned.
pub const fn aiim(alignment: i16, interest: i16) -> AiimCell {
    match (alignment >= 1, interest >= 3) {
        (true, true) => AiimCell::Ally,
        (true, false) => AiimCell::Enthuse,
        (false, true) => AiimCell::Challenge,
        (false, false) => AiimCell::Aware,
    }
}

/// Which way somebody went: by alignment; where that stayed, whoever is for the ask comes nearer with growing interest, and
/// whoever is against it goes further away.
pub fn moved(was: (i16, i16), now: (i16, i16)) -> Movement {
    let weight = |(alignment, interest): (i16, i16)| (alignment, alignment.saturating_mul(interest));
    match weight(now).cmp(&weight(was)) {
        std::cmp::Ordering::Greater => Movement::Toward,
        std::cmp::Ordering::Less => Movement::Away,
        std::cmp::Ordering::Equal => Movement::Still,
    }
}

/// [`moved`] between two ratings.
pub fn toward(was: &Assessment, now: &Assessment) -> Movement {
    moved((was.alignment, was.interest), (now.alignment, now.interest))
}

/// Which way each rating took whom it is of, from the one before it for the same objective; nothing for a first one. Ratings
/// come in the order in which they were given.
pub fn steps(assessments: &[Assessment]) -> Vec<Option<Movement>> {
    let mut before: BTreeMap<(StakeholderId, Option<CampaignItemId>), &Assessment> = BTreeMap::new();
    assessments
        .iter()
        .map(|one| before.insert((one.stakeholder, one.objective), one).map(|was| toward(was, one)))
        .collect()
}

/// What is known of each on a day: the newest rating up to it, for one objective where there is one, else for the campaign as
/// a whole. Ratings come in the order in which they were given.
pub fn current(
    assessments: &[Assessment],
    day: NaiveDate,
    objective: Option<CampaignItemId>,
) -> BTreeMap<StakeholderId, &Assessment> {
    let mut known: BTreeMap<StakeholderId, &Assessment> = BTreeMap::new();
    let fits = |a: &&Assessment| {
        a.assessed_on <= day
            && (a.objective.is_none() || a.objective == objective)
            && a.closed_on.is_none_or(|c| day < c)
    };
    for one in assessments.iter().filter(fits) {
        let better = known.get(&one.stakeholder).is_none_or(|was| {
            (one.objective.is_some(), one.assessed_on, one.created_at, one.id)
                >= (was.objective.is_some(), was.assessed_on, was.created_at, was.id)
        });
        if better {
            known.insert(one.stakeholder, one);
        }
    }
    known
}

/// What organisations last said of one on a day, where more than one has and they differ; each with its newest rating that
/// still counts.
pub fn differing(assessments: &[Assessment], day: NaiveDate, of: StakeholderId) -> Vec<&Assessment> {
    let mut last: BTreeMap<Option<OrganisationId>, &Assessment> = BTreeMap::new();
    for one in assessments.iter().filter(|a| a.stakeholder == of && a.objective.is_none() && a.counts_on(day)) {
        let newer = last
            .get(&one.assessed_for)
            .is_none_or(|was| (one.assessed_on, one.created_at, one.id) >= (was.assessed_on, was.created_at, was.id));
        if newer {
            last.insert(one.assessed_for, one);
        }
    }
    let said = |a: &Assessment| (a.influence, a.interest, a.alignment);
    let all: Vec<&Assessment> = last.into_values().collect();
    let differ = all.windows(2).any(|pair| matches!(pair, [a, b] if said(a) != said(b)));
    if differ { all } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration};
    use proptest::prelude::*;
    use sala_kernel::{AssessmentId, CampaignId};
    use uuid::Uuid;

    use super::*;

    fn on(day: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).map(|first| first + Duration::days(day)).unwrap_or_default()
    }

    fn rated(n: u128, of: u128, by: u128, day: i64, (influence, interest, alignment): (i16, i16, i16)) -> Assessment {
        Assessment {
            id: AssessmentId(Uuid::from_u128(n)),
            campaign: CampaignId(Uuid::nil()),
            stakeholder: StakeholderId(Uuid::from_u128(of)),
            objective: None,
            engagement: None,
            influence,
            interest,
            alignment,
            confidence: 3,
            basis: "seen".into(),
            sources: "meeting".into(),
            strategy: String::new(),
            desired_change: String::new(),
            accessible_through: String::new(),
            assessed_on: on(day),
            valid_until: on(day + 180),
            assessed_by: None,
            assessed_for: Some(OrganisationId(Uuid::from_u128(by))),
            created_at: DateTime::UNIX_EPOCH + Duration::days(day),
            closed_on: None,
        }
    }

    #[test]
    fn j3_1_a_governor_with_power_and_no_interest_is_kept_satisfied_and_told_more() {
        assert_eq!(power(5, 2), PowerCell::KeepSatisfied);
        assert_eq!(aiim(0, 2), AiimCell::Aware);
        assert_eq!(power(5, 4), PowerCell::ManageClosely);
        assert_eq!(aiim(1, 4), AiimCell::Ally);
    }

    #[test]
    fn j3_2_who_comes_to_support_has_moved_toward_and_who_fights_harder_away() {
        for (was, now, way) in [
            ((0, 2), (1, 4), Movement::Toward),
            ((1, 2), (1, 4), Movement::Toward),
            ((1, 4), (1, 2), Movement::Away),
            ((-1, 2), (-1, 5), Movement::Away),
            ((-1, 5), (-1, 2), Movement::Toward),
            ((0, 1), (0, 5), Movement::Still),
            ((2, 3), (1, 5), Movement::Away),
        ] {
            assert_eq!(moved(was, now), way, "{was:?} {now:?}");
        }
    }

    #[test]
    fn j3_4_what_is_older_than_half_a_year_is_drawn_and_does_not_count() {
        let all = [rated(1, 1, 1, 0, (3, 3, 0))];
        let known = current(&all, on(190), None);
        assert_eq!(known.len(), 1);
        assert!(all.iter().all(|a| a.counts_on(on(180)) && !a.counts_on(on(181))));
    }

    #[test]
    fn those_who_differ_are_shown_and_never_averaged() {
        let all = [rated(1, 1, 1, 0, (3, 3, 1)), rated(2, 1, 2, 5, (3, 3, 0)), rated(3, 1, 1, 9, (3, 3, 2))];
        let said: Vec<i16> =
            differing(&all, on(10), StakeholderId(Uuid::from_u128(1))).iter().map(|a| a.alignment).collect();
        assert_eq!(said, [2, 0]);
        assert!(differing(&all, on(3), StakeholderId(Uuid::from_u128(1))).is_empty(), "one alone does not differ");
    }

    proptest! {
        #[test]
        fn movement_there_and_back_is_the_opposite(a in -2_i16..=2, i in 1_i16..=5, b in -2_i16..=2, j in 1_i16..=5) {
            let back = match moved((a, i), (b, j)) {
                Movement::Toward => Movement::Away,
                Movement::Away => Movement::Toward,
                Movement::Still => Movement::Still,
            };
            prop_assert_eq!(moved((b, j), (a, i)), back);
        }

        #[test]
        fn what_is_known_on_a_day_needs_nothing_that_came_later(
            days in prop::collection::vec((0_i64..400, 1_u128..5, 1_u128..4, 1_i16..=5, -2_i16..=2), 0..40),
            day in 0_i64..400,
        ) {
            let mut all: Vec<Assessment> = days
                .iter()
                .enumerate()
                .map(|(n, (day, of, by, interest, alignment))| rated(n as u128, *of, *by, *day, (3, *interest, *alignment)))
                .collect();
            all.sort_by_key(|a| (a.assessed_on, a.created_at, a.id));
            let whole = current(&all, on(day), None);
            let until: Vec<Assessment> = all.iter().filter(|a| a.assessed_on <= on(day)).cloned().collect();
            let then = current(&until, on(day), None);
            prop_assert_eq!(
                whole.values().map(|a| a.id).collect::<Vec<_>>(),
                then.values().map(|a| a.id).collect::<Vec<_>>()
            );
            for one in whole.values() {
                let newest = until.iter().rfind(|a| a.stakeholder == one.stakeholder).map(|a| a.id);
                prop_assert_eq!(newest, Some(one.id));
            }
        }
    }
}
