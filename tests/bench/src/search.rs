//! Search: 100,000 documents through GraphQL, with rights, counts by value, passages and slips, beside PostgreSQL's full
//! text on the same rows.

use std::time::{Duration, Instant};

use crate::{
    hub::{Hub, memory},
    load::in_turn,
    table::{heading, median, percentile, row},
};

const DOCUMENTS: i64 = 100_000;
/// How long building the index may take at the most.
const PATIENCE: Duration = Duration::from_mins(4);

/// Documents of about sixty words each, in English, Khmer or both, nine of ten for members, the rest restricted.
const SEED: &[&str] = &[
    "CREATE SCHEMA bench",
    "CREATE FUNCTION bench.words(n integer, seed integer, list text[], glue text) RETURNS text LANGUAGE sql AS $$
         SELECT string_agg(list[1 + abs(hashint4(seed * 131 + i)) % cardinality(list)], glue) FROM generate_series(1, n) i $$",
    "CREATE TABLE bench.lists AS SELECT
         regexp_split_to_array('budget commune district council water land school health road bridge women youth minutes report law access information request answer official meeting plan programme forest river market fee teacher clinic notice board member network position statement survey evidence finding village province service tax contract project quarter year public office clerk chief vote decision training handbook scorecard action result question people family farmer fisher vendor worker disability indigenous climate drought flood harvest price cost fund transfer function authority commission appeal refusal deadline day month signature letter record archive copy map photo list table figure chapter section article', ' ') AS en,
         regexp_split_to_array('ថវិកា ឃុំ ស្រុក ក្រុមប្រឹក្សា ទឹក ដី សាលារៀន សុខភាព ផ្លូវ ស្ពាន ស្ត្រី យុវជន កំណត់ហេតុ របាយការណ៍ ច្បាប់ ព័ត៌មាន សំណើ ចម្លើយ ប្រជុំ ផែនការ កម្មវិធី ព្រៃឈើ ទន្លេ ផ្សារ គ្រូបង្រៀន មណ្ឌល ក្តារ សមាជិក បណ្តាញ ជំហរ ការស្ទង់មតិ ភស្តុតាង ភូមិ ខេត្ត សេវា ពន្ធ កិច្ចសន្យា គម្រោង ត្រីមាស សាធារណៈ ការិយាល័យ ស្មៀន មេឃុំ សេចក្តីសម្រេច បណ្តុះបណ្តាល សកម្មភាព លទ្ធផល សំណួរ ប្រជាពលរដ្ឋ គ្រួសារ កសិករ', ' ') AS km",
    "CREATE TABLE bench.made AS
         SELECT i, ('019f0000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid AS id, ('019f0001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid AS file,
                CASE WHEN i % 10 = 0 THEN 'restricted' ELSE 'members' END::level AS level,
                initcap(bench.words(4, i, l.en, ' ')) || ' ' || i AS title,
                CASE i % 3 WHEN 0 THEN bench.words(60, i * 7, l.en, ' ')
                           WHEN 1 THEN bench.words(40, i * 7, l.km, '')
                           ELSE bench.words(30, i * 7, l.en, ' ') || ' ' || bench.words(20, i * 11, l.km, '') END AS text
         FROM generate_series(1, 100000) i, bench.lists l",
    "INSERT INTO evidence_documents (id, network_id, state, level, audience, title_en, doc_type, published_on, languages, licence, uploaded_at, changed_at, settled_at)
         SELECT m.id, n.id, 'published', m.level, ARRAY['network:' || replace(n.id::text, '-', '') || ':' || m.level], m.title,
                (SELECT id FROM terms WHERE taxonomy = 'document_type' ORDER BY position OFFSET m.i % 20 LIMIT 1),
                (2015 + m.i % 12)::text, CASE m.i % 3 WHEN 0 THEN '{en}' WHEN 1 THEN '{km}' ELSE '{en,km}' END::text[],
                (ARRAY['unknown', 'CC-BY-4.0', 'public_domain_official_text'])[1 + m.i % 3], now(), now(), now()
         FROM bench.made m, networks n WHERE n.acronym = 'OCN'",
    "INSERT INTO evidence_themes SELECT m.id, t.id FROM bench.made m JOIN terms t ON t.taxonomy = 'theme' AND t.position = 1 + m.i % 25",
    "INSERT INTO evidence_places SELECT m.id, p.code FROM bench.made m
         JOIN (SELECT code, row_number() OVER (ORDER BY code) AS n FROM places WHERE length(code) = 4) p ON p.n = 1 + m.i % 150",
    "INSERT INTO evidence_files (id, document_id, position, name, media, bytes, sha256, object, text_state, pages)
         SELECT file, id, 0, 'made.txt', 'text/plain', 1000, encode(sha256(i::text::bytea), 'hex'), 'none', 'read', 1 FROM bench.made",
    "INSERT INTO evidence_pages (file_id, page, language, text) SELECT file, 1, 'en', text FROM bench.made",
    "CREATE TABLE bench.fts AS SELECT id, level, title, text, to_tsvector('simple', title || ' ' || text) AS words FROM bench.made",
    "CREATE INDEX ON bench.fts USING gin (words)",
    "ANALYZE",
];

const REINDEX: &str = "INSERT INTO outbox (id, at, kind, entity, entity_id, payload)
    VALUES (gen_random_uuid(), now(), 'hub.reindexed', 'event', gen_random_uuid()::text, 'null')";

/// Things people type: words, phrases, beginnings of words, slips, Khmer inside unspaced sentences.
const ASKED: &[&str] = &[
    "commune budget",
    "access information law",
    "wat",
    "forest river",
    "ថវិកាឃុំ",
    "ព័ត៌មាន",
    "school teacher",
    "scorecrd",
    "women youth training",
    "ក្រុមប្រឹក្សាទឹក",
    "drought harvest price",
    "appeal refusal",
    "2019",
    "market vendor fee",
    "របាយការណ៍ដី",
    "notice boa",
    "indigenous land",
    "contract project",
    "disabilty service",
    "Chi Kraeng budget",
    "សុខភាពផ្លូវ",
    "climate flood",
    "minutes decision",
    "transfer function",
    "កំណត់ហេតុ",
];

fn body(network: &str, asked: &str) -> String {
    let query = "query($n: ID!, $q: String!) { searchEvidence(network: $n, query: $q, first: 20) { totalCount
        edges { page passage { text marked } node { id title { en km } level state } } facets { facet values { value count label { en } } } } }";
    serde_json::json!({ "query": query, "variables": { "n": network, "q": asked } }).to_string()
}

fn total(answer: &[u8]) -> i64 {
    let answer: serde_json::Value = serde_json::from_slice(answer).unwrap_or_default();
    answer.pointer("/data/searchEvidence/totalCount").and_then(serde_json::Value::as_i64).unwrap_or(-1)
}

/// Measures and prints.
pub async fn measure(hub: &Hub) {
    for statement in SEED {
        sqlx::query(sqlx::AssertSqlSafe(*statement)).execute(&hub.pool).await.unwrap();
    }
    let network: sqlx::types::Uuid =
        sqlx::query_scalar("SELECT id FROM networks WHERE acronym = 'OCN'").fetch_one(&hub.pool).await.unwrap();
    let network = format!("network:{network}");
    let cookie = hub.sign_in("bopha").await;
    let begun = Instant::now();
    sqlx::query(REINDEX).execute(&hub.pool).await.unwrap();
    loop {
        let (answers, _) = in_turn(hub.port, &cookie, &[body(&network, "")]).await;
        if total(answers.first().map_or(&[][..], |a| a)) >= DOCUMENTS * 9 / 10 {
            break;
        }
        assert!(begun.elapsed() < PATIENCE, "the index is not built in time");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    #[expect(clippy::cast_precision_loss, reason = "a count")]
    let rate = DOCUMENTS as f64 / begun.elapsed().as_secs_f64();
    let bodies: Vec<String> = ASKED.iter().map(|asked| body(&network, asked)).collect();
    in_turn(hub.port, &cookie, &bodies).await;
    let mut took = Vec::new();
    for _ in 0..8 {
        took.extend(in_turn(hub.port, &cookie, &bodies).await.1);
    }
    let mut fts = Vec::new();
    for asked in ASKED.iter().filter(|asked| asked.is_ascii()) {
        let begun = Instant::now();
        let found: Vec<(String, i64)> = sqlx::query_as(
            "WITH q AS (SELECT plainto_tsquery('simple', $1) AS q), hit AS (SELECT f.* FROM bench.fts f, q WHERE f.words @@ q.q AND f.level = 'members')
             SELECT ts_headline('simple', h.text, (SELECT q FROM q)), (SELECT count(*) FROM hit) FROM hit h ORDER BY ts_rank(h.words, (SELECT q FROM q)) DESC LIMIT 20",
        )
        .bind(asked)
        .fetch_all(&hub.pool)
        .await
        .unwrap();
        drop(found);
        fts.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let mut seen = Vec::new();
    for n in 0..5 {
        let word = format!("freshword{n}x");
        let begun = Instant::now();
        sqlx::query(
            "WITH d AS (UPDATE evidence_documents SET title_en = $1 WHERE id = '019f0000-0000-7000-8000-000000000001' RETURNING id)
             INSERT INTO outbox (id, at, kind, entity, entity_id, payload) SELECT gen_random_uuid(), now(), 'document.edited', 'document', id::text, 'null' FROM d",
        )
        .bind(&word)
        .execute(&hub.pool)
        .await
        .unwrap();
        while total(in_turn(hub.port, &cookie, &[body(&network, &word)]).await.0.first().map_or(&[][..], |a| a)) != 1 {
            assert!(begun.elapsed() < PATIENCE, "the change is never found");
        }
        seen.push(begun.elapsed().as_secs_f64());
    }
    heading("Search: 100,000 documents, GraphQL, rights, facets, passages, slips");
    row("Sala p50", &format!("{:.1} ms", percentile(&mut took, 0.5)), "4 ms");
    row("Sala p99", &format!("{:.1} ms", percentile(&mut took, 0.99)), "12 ms");
    row(
        "PostgreSQL full text p50 (no facets, no slips, English only)",
        &format!("{:.1} ms", percentile(&mut fts, 0.5)),
        "-",
    );
    row("PostgreSQL full text p99", &format!("{:.1} ms", percentile(&mut fts, 0.99)), "-");
    row("documents indexed a second, read from the database", &format!("{rate:.0}"), "20000");
    row("a change findable after, median of 5", &format!("{:.2} s", median(seen)), "1 s");
    row("memory of sala afterwards (PSS)", &format!("{} MB", memory(hub.pid()) / 1024), "-");
    println!("Meilisearch: skipped, no second engine is built in yet");
}
