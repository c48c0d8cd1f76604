//! Words that mean the same: names of places however they are spelt, acronyms, and terms in both languages.

use std::collections::HashMap;

use sala_domain::{places, terms};
use sala_kernel::{Pool, Result};

use crate::fold::{Unit, fold, units};

/// What may stand in for some of the units of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The first unit it stands for.
    pub from: usize,
    /// How many.
    pub count: usize,
    /// Phrases that mean the same.
    pub phrases: Vec<Vec<Unit>>,
    /// Places that it names, by code.
    pub places: Vec<String>,
}

/// Groups of acronyms and words that mean the same and are no entry of any list of the hub.
const SAME: &[&[&str]] = &[
    &["A2I", "ATI", "access to information", "ការទទួលបានព័ត៌មាន", "សិទ្ធិទទួលបានព័ត៌មាន"],
    &["budget", "ថវិកា"],
    &["commune", "ឃុំ"],
    &["CSO", "civil society organisation", "civil society organization", "អង្គការសង្គមស៊ីវិល"],
    &["NGO", "អង្គការក្រៅរដ្ឋាភិបាល"],
    &["CIP", "commune investment programme", "កម្មវិធីវិនិយោគឃុំ"],
    &["CDP", "commune development plan", "ផែនការអភិវឌ្ឍន៍ឃុំ"],
    &["ISAF", "social accountability", "គណនេយ្យភាពសង្គម"],
    &["OPD", "DPO", "organisation of persons with disabilities", "អង្គការជនមានពិការភាព"],
    &["D&D", "decentralisation", "decentralization", "វិមជ្ឈការ"],
    &["NCDD", "គ.ជ.អ.ប"],
    &["education", "អប់រំ"],
    &["health", "សុខាភិបាល"],
    &["water", "ទឹក"],
    &["land", "ដី"],
    &["law", "ច្បាប់"],
    &["women", "ស្ត្រី"],
    &["youth", "យុវជន"],
    &["report", "របាយការណ៍"],
    &["minutes", "កំណត់ហេតុ"],
];

/// Longest entry, in units.
const LONGEST: usize = 6;

/// A place as it is called.
#[derive(Debug, Clone)]
struct Name {
    code: String,
    latin: String,
    phrases: Vec<Vec<Unit>>,
}

/// What means the same as what.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    same: HashMap<String, Vec<Vec<Unit>>>,
    places: Vec<Name>,
    khmer_places: HashMap<String, Vec<usize>>,
}

/// Units as one key: words by a space, Khmer as it stands.
fn key(units: &[Unit]) -> String {
    units.iter().map(Unit::text).collect::<Vec<_>>().join(" ")
}

impl Lexicon {
    /// Reads the hub's lists and its gazetteer down to the communes.
    pub async fn read(pool: &Pool) -> Result<Self> {
        let mut lexicon = Self::default();
        let mut groups: Vec<Vec<String>> =
            SAME.iter().map(|group| group.iter().map(|word| (*word).to_owned()).collect()).collect();
        for (en, km) in terms::store::labels(pool).await? {
            groups.push(vec![en, km]);
        }
        for group in &groups {
            let phrases: Vec<Vec<Unit>> =
                group.iter().map(|text| units(&fold(text))).filter(|p| !p.is_empty()).collect();
            for phrase in &phrases {
                let others = phrases.iter().filter(|other| *other != phrase).cloned();
                lexicon.same.entry(key(phrase)).or_default().extend(others);
            }
        }
        for place in places::store::named(pool).await? {
            let at = lexicon.places.len();
            let km = fold(&place.name.km);
            let phrases = [fold(&place.name.en), km.clone()];
            lexicon.places.push(Name {
                code: place.code.0,
                latin: squashed(&phrases[0]),
                phrases: phrases.iter().map(|text| units(text)).filter(|p| !p.is_empty()).collect(),
            });
            lexicon.khmer_places.entry(km).or_default().push(at);
        }
        Ok(lexicon)
    }

    /// What may stand in for parts of a question.
    pub fn alternatives(&self, units: &[Unit]) -> Vec<Alternative> {
        let mut found = Vec::new();
        for from in 0..units.len() {
            for count in 1..=LONGEST.min(units.len() - from) {
                let part = units.get(from..from + count).unwrap_or_default();
                let mut alternative = Alternative { from, count, phrases: Vec::new(), places: Vec::new() };
                if let Some(phrases) = self.same.get(&key(part)) {
                    alternative.phrases.extend(phrases.iter().cloned());
                }
                for name in self.named(part) {
                    alternative.places.push(name.code.clone());
                    alternative.phrases.extend(name.phrases.iter().filter(|p| p.as_slice() != part).cloned());
                }
                alternative.phrases.sort_by_key(|phrase| key(phrase));
                alternative.phrases.dedup();
                if !alternative.phrases.is_empty() || !alternative.places.is_empty() {
                    found.push(alternative);
                }
            }
        }
        found
    }

    /// The places that a part of a question names, as written or nearly so.
    fn named(&self, part: &[Unit]) -> Vec<&Name> {
        if let [Unit::Khmer(run)] = part {
            return self.khmer_places.get(run).into_iter().flatten().filter_map(|at| self.places.get(*at)).collect();
        }
        if part.len() > 3 || part.iter().any(|unit| matches!(unit, Unit::Khmer(_))) {
            return Vec::new();
        }
        let asked: String = part.iter().map(Unit::text).collect();
        let length = asked.chars().count();
        if length < 4 || asked.chars().all(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let most = if length >= 9 { 2 } else { usize::from(length >= 6) };
        let near = |name: &&Name| {
            name.latin == asked
                || (most > 0
                    && name.latin.len().abs_diff(asked.len()) <= most
                    && name.latin.chars().next() == asked.chars().next()
                    && strsim::osa_distance(&name.latin, &asked) <= most)
        };
        let mut found: Vec<&Name> = self.places.iter().filter(near).collect();
        // A place spelt exactly so is the one that is meant.
        if found.iter().any(|name| name.latin == asked) {
            found.retain(|name| name.latin == asked);
        }
        found.truncate(12);
        found
    }
}

fn squashed(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (code, en, km) in [("1704", "Chi Kraeng", "ជីក្រែង"), ("0206", "Moung Ruessei", "មោងឫស្សី")]
        {
            let phrases = [fold(en), fold(km)];
            lexicon.khmer_places.insert(phrases[1].clone(), vec![lexicon.places.len()]);
            lexicon.places.push(Name {
                code: code.into(),
                latin: squashed(&phrases[0]),
                phrases: phrases.iter().map(|p| units(p)).collect(),
            });
        }
        lexicon
    }

    #[test]
    fn a_place_is_known_by_the_ways_it_is_spelt() {
        let lexicon = lexicon();
        for (asked, code) in [
            ("Chikreng", "1704"),
            ("chi kraeng", "1704"),
            ("Moung Russey", "0206"),
            ("ជីក្រែង", "1704"),
            ("មោងឫស្សី", "0206"),
        ] {
            let found = lexicon.alternatives(&units(&fold(asked)));
            assert!(found.iter().any(|a| a.places == [code]), "{asked}: {found:?}");
        }
        assert!(lexicon.alternatives(&units("budget report")).iter().all(|a| a.places.is_empty()));
    }
}
