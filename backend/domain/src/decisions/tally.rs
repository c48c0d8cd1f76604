//! From ballots to a result: a pure function.
//!
//! Consent is adopted unless somebody has a reasoned objection; consensus when all who take a position agree; these
//! are not the same, and neither is a majority. Abstaining counts in the quorum and in nothing else.

use super::{DecisionState, Method};

/// What a ballot counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// For the proposal.
    For,
    /// Against it.
    Against,
    /// Neither.
    Abstain,
    /// Not supporting, not blocking.
    Aside,
    /// A reasoned objection.
    Objection,
}

/// The count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Who may vote.
    pub electorate: usize,
    /// Who did.
    pub cast: usize,
    /// How many are needed.
    pub needed: usize,
    /// For.
    pub in_favour: usize,
    /// Against.
    pub against: usize,
    /// Abstaining.
    pub abstaining: usize,
    /// Standing aside.
    pub aside: usize,
    /// Objecting.
    pub objecting: usize,
}

impl Tally {
    /// Enough have voted.
    pub const fn quorate(&self) -> bool {
        self.cast >= self.needed
    }

    /// What the ballots make, were it closed with them.
    pub const fn result(&self, method: Method) -> DecisionState {
        if !self.quorate() {
            return DecisionState::Inquorate;
        }
        let no = self.against + self.objecting;
        let carried = match method {
            Method::Consent => self.objecting == 0,
            Method::Consensus => no == 0 && self.in_favour > 0,
            Method::SimpleMajority => self.in_favour > no,
            Method::TwoThirds => self.in_favour > 0 && self.in_favour * 3 >= (self.in_favour + no) * 2,
        };
        if carried { DecisionState::Adopted } else { DecisionState::NotAdopted }
    }
}

/// Counts ballots. A quorum is a share of those who may vote, rounded up, and never fewer than one.
pub fn tally(quorum_pct: i32, electorate: usize, ballots: impl IntoIterator<Item = Meaning>) -> Tally {
    let share = usize::try_from(quorum_pct).unwrap_or(0);
    let mut tally = Tally { electorate, needed: (electorate * share).div_ceil(100).max(1), ..Tally::default() };
    for ballot in ballots {
        tally.cast += 1;
        *match ballot {
            Meaning::For => &mut tally.in_favour,
            Meaning::Against => &mut tally.against,
            Meaning::Abstain => &mut tally.abstaining,
            Meaning::Aside => &mut tally.aside,
            Meaning::Objection => &mut tally.objecting,
        } += 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const METHODS: [Method; 4] = [Method::Consent, Method::Consensus, Method::SimpleMajority, Method::TwoThirds];

    fn result(method: Method, pct: i32, electorate: usize, ballots: &[Meaning]) -> DecisionState {
        tally(pct, electorate, ballots.iter().copied()).result(method)
    }

    #[test]
    fn j5_9_one_objection_stops_consent_and_standing_aside_does_not() {
        use Meaning::{Aside, For, Objection};
        assert_eq!(result(Method::Consent, 50, 7, &[For, For, For, Objection]), DecisionState::NotAdopted);
        assert_eq!(result(Method::Consent, 50, 7, &[For, For, For, Aside]), DecisionState::Adopted);
    }

    #[test]
    fn j5_10_two_of_seven_are_no_quorum_of_half() {
        assert_eq!(result(Method::Consent, 50, 7, &[Meaning::For, Meaning::For]), DecisionState::Inquorate);
        assert_eq!(tally(50, 7, []).needed, 4);
    }

    #[test]
    fn consent_is_not_consensus_and_two_thirds_are_two_thirds() {
        use Meaning::{Abstain, Against, For};
        assert_eq!(result(Method::Consent, 0, 3, &[For, For, Against]), DecisionState::Adopted);
        assert_eq!(result(Method::Consensus, 0, 3, &[For, For, Against]), DecisionState::NotAdopted);
        assert_eq!(result(Method::Consensus, 0, 3, &[Abstain, Abstain]), DecisionState::NotAdopted);
        assert_eq!(result(Method::SimpleMajority, 0, 4, &[For, Against]), DecisionState::NotAdopted);
        assert_eq!(result(Method::TwoThirds, 0, 3, &[For, For, Against]), DecisionState::Adopted);
        assert_eq!(result(Method::TwoThirds, 0, 5, &[For, For, For, Against, Against]), DecisionState::NotAdopted);
        assert_eq!(result(Method::TwoThirds, 0, 3, &[Abstain]), DecisionState::NotAdopted);
    }

    #[test]
    fn nobody_decides_nothing() {
        for method in METHODS {
            assert_eq!(result(method, 0, 5, &[]), DecisionState::Inquorate);
        }
    }

    fn ballots() -> impl Strategy<Value = Vec<Meaning>> {
        let one = prop_oneof![
            Just(Meaning::For),
            Just(Meaning::Against),
            Just(Meaning::Abstain),
            Just(Meaning::Aside),
            Just(Meaning::Objection)
        ];
        proptest::collection::vec(one, 0..40)
    }

    proptest! {
        #[test]
        fn every_ballot_is_counted_once_and_order_is_nothing(mut cast in ballots(), pct in 0..=100_i32, more in 0..20_usize) {
            let electorate = cast.len() + more;
            let count = tally(pct, electorate, cast.iter().copied());
            prop_assert_eq!(count.in_favour + count.against + count.abstaining + count.aside + count.objecting, cast.len());
            prop_assert_eq!(count.quorate(), !cast.is_empty() && cast.len() * 100 >= electorate * usize::try_from(pct).unwrap());
            cast.reverse();
            prop_assert_eq!(count, tally(pct, electorate, cast));
        }

        #[test]
        fn support_never_hurts_and_an_objection_never_helps(cast in ballots(), pct in 0..=100_i32, more in 1..20_usize) {
            let electorate = cast.len() + more;
            for method in METHODS {
                let before = result(method, pct, electorate, &cast);
                let with = |extra| { let mut all = cast.clone(); all.push(extra); result(method, pct, electorate, &all) };
                if before == DecisionState::Adopted {
                    prop_assert_eq!(with(Meaning::For), DecisionState::Adopted);
                }
                if before == DecisionState::NotAdopted {
                    prop_assert_eq!(with(Meaning::Objection), DecisionState::NotAdopted);
                }
            }
        }
    }
}
