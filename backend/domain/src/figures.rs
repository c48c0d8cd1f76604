//! Figures of indicators: exact, with at most two decimals; and what of a table may be told where few people are counted.

/// Hundredths out of decimal figures, Khmer ones too; nothing for what is no figure, or below zero.
pub fn read(text: &str) -> Option<i64> {
    let latin: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '\u{17e0}'..='\u{17e9}' => char::from_digit(u32::from(c) - 0x17e0, 10).unwrap_or(c),
            other => other,
        })
        .collect();
    sala_kernel::Money::read(&latin)
}

/// In plain decimal figures, as [`read`] takes them: without decimals that say nothing.
pub fn print(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        tens if tens % 10 == 0 => format!("{sign}{whole}.{}", tens / 10),
        part => format!("{sign}{whole}.{part:02}"),
    }
}

/// How much of the way from a baseline to a target is behind, in whole per cent, rounded half away from zero: below zero where
/// it went the other way, above a hundred beyond the target. Nothing where there is no way to go.
pub fn way(baseline: i64, target: i64, reached: i64) -> Option<i64> {
    let (gone, whole) = (i128::from(reached) - i128::from(baseline), i128::from(target) - i128::from(baseline));
    if whole == 0 {
        return None;
    }
    let (gone, whole) = if whole < 0 { (-gone, -whole) } else { (gone, whole) };
    let rounded = (gone.abs() * 200 + whole) / (whole * 2) * gone.signum();
    i64::try_from(rounded).ok()
}

/// How many people a cell counts at least, to be told.
const FEW: i64 = 5;

/// What of one row of counts may be told outside: a cell of one to four is withheld, and as many others as are needed so that
/// nobody finds it by taking the rest from the sum. Where the sum itself counts so few, nothing is told. `None` stands for what is
/// withheld; the sum comes first.
pub fn guarded(cells: &[i64]) -> (Option<i64>, Vec<Option<i64>>) {
    let sum: i64 = cells.iter().sum();
    let few = |n: i64| (1..FEW).contains(&n);
    if few(sum) {
        return (None, vec![None; cells.len()]);
    }
    let mut hidden: Vec<bool> = cells.iter().map(|n| few(*n)).collect();
    if !hidden.contains(&true) {
        return (Some(sum), cells.iter().copied().map(Some).collect());
    }
    loop {
        let (count, held) = cells
            .iter()
            .zip(&hidden)
            .filter(|(_, hidden)| **hidden)
            .fold((0_i64, 0_i64), |so_far, (n, _)| (so_far.0 + 1, so_far.1 + n));
        // Every withheld cell counts somebody: two or more of them, and more people than cells, have more than one solution.
        if count >= 2 && held > count {
            break;
        }
        let next = cells.iter().enumerate().filter(|(at, n)| !hidden.get(*at).copied().unwrap_or(true) && **n > 0);
        let Some((at, _)) = next.min_by_key(|(_, n)| **n) else {
            // Five or more, each counting one: the sum alone would tell it.
            return (None, vec![None; cells.len()]);
        };
        if let Some(cell) = hidden.get_mut(at) {
            *cell = true;
        }
    }
    (Some(sum), cells.iter().zip(hidden).map(|(n, hidden)| (!hidden).then_some(*n)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_are_read_in_both_scripts_and_printed_back() {
        for (text, hundredths, printed) in [
            ("5", 500, "5"),
            ("41.5", 4150, "41.5"),
            ("0.05", 5, "0.05"),
            ("១២", 1200, "12"),
            ("1,200.50", 120_050, "1200.5"),
        ] {
            assert_eq!(read(text), Some(hundredths), "{text}");
            assert_eq!(print(hundredths), printed);
        }
        for wrong in ["", "five", "-1", "1.234", "1e3"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn j2_7_three_to_twelve_and_five_reached_is_twenty_two_per_cent_of_the_way() {
        assert_eq!(way(300, 1200, 500), Some(22));
        assert_eq!(way(300, 1200, 300), Some(0));
        assert_eq!(way(300, 1200, 200), Some(-11));
        assert_eq!(way(300, 1200, 1500), Some(133));
        assert_eq!(way(4000, 2000, 3000), Some(50), "downwards is a way too");
        assert_eq!(way(300, 300, 500), None);
    }

    /// How many ways there are to fill the withheld cells with at least one each, so that the sum is right; two are enough.
    fn ambiguous(told: &[Option<i64>], sum: i64) -> bool {
        let known: i64 = told.iter().flatten().sum();
        let withheld = i64::try_from(told.iter().filter(|cell| cell.is_none()).count()).unwrap_or_default();
        withheld >= 2 && sum - known > withheld
    }

    proptest! {
        #[test]
        fn nobody_counts_few_people_out_of_a_table(cells in prop::collection::vec(0_i64..12, 1..7)) {
            let (sum, told) = guarded(&cells);
            prop_assert_eq!(told.len(), cells.len());
            for (cell, told) in cells.iter().zip(&told) {
                prop_assert!(told.is_none_or(|told| told == *cell && (told == 0 || told >= FEW)));
            }
            let whole: i64 = cells.iter().sum();
            match sum {
                None => prop_assert!((1..FEW).contains(&whole) || cells.iter().all(|n| *n <= 1)),
                Some(sum) => {
                    prop_assert_eq!(sum, whole);
                    if told.contains(&None) {
                        prop_assert!(ambiguous(&told, sum), "{:?} is told as {:?}", cells, told);
                    }
                }
            }
        }

        #[test]
        fn figures_survive_being_printed(hundredths in 0_i64..1_000_000_000) {
            prop_assert_eq!(read(&print(hundredths)), Some(hundredths));
        }

        #[test]
        fn the_way_is_nought_at_the_baseline_and_a_hundred_at_the_target(baseline in 0_i64..1_000_000, target in 0_i64..1_000_000) {
            prop_assume!(baseline != target);
            prop_assert_eq!(way(baseline, target, baseline), Some(0));
            prop_assert_eq!(way(baseline, target, target), Some(100));
        }
    }
}
