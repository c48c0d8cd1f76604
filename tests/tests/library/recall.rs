//! How well search finds: place names inside unspaced Khmer, and a labelled set of questions in both languages.
//!
//! The names are those of the gazetteer's communes, which no test of the tokeniser has seen; the bars are those that
//! were set before the engine was written. Run with `--nocapture` to read the figures.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::sync::Arc;

use sala_domain::places;
use sala_kernel::{Cursor, NetworkId};
use sala_search::{
    Engine, Facet, PageOf, Question, Record, Sort,
    embedded::Embedded,
    fold::{fold, units},
    lexicon::Lexicon,
};
use sala_testkit::TestApp;
use uuid::Uuid;

/// Sentences around a name, written without spaces as Khmer is.
const BEFORE: &[&str] = &[
    "គណៈកម្មាធិការបានចុះពិនិត្យការងារនៅឃុំ",
    "ប្រជាពលរដ្ឋរស់នៅក្នុងឃុំ",
    "ក្រុមប្រឹក្សាបានអនុម័តផែនការអភិវឌ្ឍន៍របស់ឃុំ",
    "អាជ្ញាធរបានផ្សព្វផ្សាយថវិកានៅ",
    "យុវជនចំនួនសាមសិបនាក់មកពី",
];
const AFTER: &[&str] =
    &["កាលពីឆ្នាំមុនដោយមានការចូលរួមពីស្ត្រី", "បានស្នើសុំឱ្យជួសជុលផ្លូវលំ", "នៅក្នុងកិច្ចប្រជុំសាធារណៈ", "ហើយបានសន្យានឹងឆ្លើយតប", "ត្រូវបានលើកឡើងក្នុងរបាយការណ៍"];

fn record(id: u128, network: NetworkId, titles: &[&str], text: &str) -> Record {
    Record {
        id: Uuid::from_u128(id),
        network: network.0,
        audience: vec!["anyone".into()],
        titles: titles.iter().map(|t| (*t).to_owned()).collect(),
        words: Vec::new(),
        values: vec![(Facet::Language, vec!["km".into()])],
        day: 20_000,
        pages: vec![PageOf { file: Uuid::from_u128(id), page: 1, text: text.into() }],
    }
}

struct Bench {
    engine: Arc<dyn Engine>,
    lexicon: Lexicon,
    network: NetworkId,
}

impl Bench {
    async fn top(&self, asked: &str) -> Vec<Uuid> {
        let folded = fold(asked);
        let asked = units(&folded);
        let question = Question {
            tickets: Some(vec!["anyone".into()]),
            network: self.network,
            alternatives: self.lexicon.alternatives(&asked),
            units: asked,
            open_end: true,
            filters: Vec::new(),
            sort: Sort::Relevance,
            skip: 0,
            take: 10,
        };
        self.engine.ask(question).await.unwrap().hits.into_iter().map(|hit| hit.id).collect()
    }
}

async fn engine(folder: &std::path::Path, records: Vec<Record>) -> Arc<dyn Engine> {
    let engine = Embedded::open(folder, Uuid::from_u128(1)).unwrap();
    engine.begin_anew().await.unwrap();
    for chunk in records.chunks(500) {
        engine.feed_anew(chunk.to_vec()).await.unwrap();
    }
    engine.turn_over(Cursor::START).await.unwrap();
    Arc::new(engine)
}

/// A name as somebody may type it.
type Typed = fn(&str) -> String;

fn without(name: &str, at: usize) -> String {
    name.chars().enumerate().filter(|(n, _)| *n != at).map(|(_, c)| c).collect()
}

#[tokio::test]
async fn khmer_place_names_are_found_inside_unspaced_sentences_however_they_are_typed() {
    let app = TestApp::empty().await;
    let network = NetworkId(Uuid::from_u128(7));
    let mut names: Vec<String> = places::store::named(&app.pool)
        .await
        .unwrap()
        .into_iter()
        .filter(|place| place.code.0.len() >= 4)
        .map(|place| place.name.km)
        .filter(|name| name.chars().count() >= 5 && !name.contains(' '))
        .collect();
    names.sort();
    names.dedup();
    // Every third, so that the run is short; each in two sentences among many others.
    let names: Vec<String> = names.into_iter().step_by(3).take(400).collect();
    assert!(names.len() >= 150, "{} names", names.len());
    let mut records = Vec::new();
    for (n, name) in (0_u128..).zip(&names) {
        let at = usize::try_from(n).unwrap();
        let pick = |list: &[&str], at: usize| list.get(at % list.len()).copied().unwrap_or_default().to_owned();
        records.push(record(n, network, &[], &(pick(BEFORE, at) + name + &pick(AFTER, at / 2))));
    }
    for n in 0..1_000_usize {
        let other =
            format!("{}{}{}", BEFORE.get(n % BEFORE.len()).unwrap(), "ទីរួមខេត្ត", AFTER.get(n / 3 % AFTER.len()).unwrap());
        records.push(record(1_000_000 + n as u128, network, &[], &other));
    }
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench { engine: engine(folder.path(), records).await, lexicon: Lexicon::default(), network };
    let ways: [(&str, Typed, f64); 5] = [
        ("as typed", str::to_owned, 0.995),
        (
            "with zero-width spaces",
            |name| {
                let half = name.chars().count() / 2;
                // Between clusters, where keyboards put it: never before a mark.
                name.chars().enumerate().fold(String::new(), |mut text, (n, c)| {
                    if n >= half
                        && !text.contains('\u{200b}')
                        && matches!(c, '\u{1780}'..='\u{17a2}')
                        && !text.ends_with('\u{17d2}')
                    {
                        text.push('\u{200b}');
                    }
                    text.push(c);
                    text
                })
            },
            0.995,
        ),
        ("last letter missing", |name| without(name, name.chars().count() - 1), 0.95),
        ("one letter dropped", |name| without(name, name.chars().count() / 2), 0.80),
        ("marks in another order", |name| name.replace("ុំ", "ំុ").replace("្ត្រ", "្រ្ត"), 0.995),
    ];
    for (way, typed, bar) in ways {
        let (mut found, mut ranks) = (0_u32, 0.0);
        for (n, name) in (0_u128..).zip(&names) {
            if let Some(rank) = bench.top(&typed(name)).await.iter().position(|id| *id == Uuid::from_u128(n)) {
                found += 1;
                ranks += 1.0 / f64::from(u32::try_from(rank).unwrap() + 1);
            }
        }
        let count = f64::from(u32::try_from(names.len()).unwrap());
        let recall = f64::from(found) / count;
        println!("{way}: recall@10 {recall:.3} (bar {bar}), MRR {:.3}, {} names", ranks / count, names.len());
        assert!(recall >= bar, "{way}: {recall:.3} < {bar}");
    }
}

/// Documents and what people would type to find each: titles, words inside, places, synonyms, slips, other script.
const LABELLED: &str = include_str!("recall.tsv");

#[tokio::test]
async fn a_labelled_set_of_questions_finds_what_it_should() {
    let app = TestApp::empty().await;
    let network = NetworkId(Uuid::from_u128(7));
    let mut records = Vec::new();
    let mut asked: Vec<(u128, String)> = Vec::new();
    for line in LABELLED.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let parts: Vec<&str> = line.split('\t').collect();
        match parts.as_slice() {
            ["D", en, km, text] => records.push(record(records.len() as u128, network, &[en, km], text)),
            ["Q", question] => asked.push((records.len() as u128 - 1, (*question).to_owned())),
            other => panic!("not a line of the set: {other:?}"),
        }
    }
    assert!(asked.len() >= 100, "{} questions", asked.len());
    let folder = tempfile::tempdir().unwrap();
    let lexicon = Lexicon::read(&app.pool).await.unwrap();
    let bench = Bench { engine: engine(folder.path(), records).await, lexicon, network };
    let (mut found, mut ranks, mut missed) = (0_u32, 0.0, Vec::new());
    for (document, question) in &asked {
        let hits = bench.top(question).await;
        match hits.iter().position(|id| *id == Uuid::from_u128(*document)) {
            Some(rank) => {
                found += 1;
                ranks += 1.0 / f64::from(u32::try_from(rank).unwrap() + 1);
            }
            None => missed.push(question.as_str()),
        }
    }
    let count = f64::from(u32::try_from(asked.len()).unwrap());
    let recall = f64::from(found) / count;
    println!("labelled: recall@10 {recall:.3}, MRR {:.3}, {} questions; missed {missed:?}", ranks / count, asked.len());
    assert!(recall >= 0.95, "{recall:.3}, missed {missed:?}");
}
