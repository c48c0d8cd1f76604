//! The evidence library over the API: sent, read, found, protected, taken back (J8).

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::io::Write as _;

use chrono::Duration;
use http::StatusCode;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const SEARCH: &str = "query($n: ID!, $q: String!, $f: EvidenceFilter, $first: Int, $after: String) {
    searchEvidence(network: $n, query: $q, filter: $f, first: $first, after: $after) {
        totalCount inexact partial didYouMean hasNextPage endCursor
        edges { node { id title { en km } state level } file page passage { text marked } }
        facets { facet values { value count label { en } } } } }";

async fn search(app: &TestApp, actor: &TestActor, query: &str) -> Answer {
    actor.graphql(SEARCH, json!({ "n": app.network(), "q": query })).await
}

fn titles(answer: &Answer) -> Vec<String> {
    let edges = answer.at("/data/searchEvidence/edges");
    edges
        .as_array()
        .unwrap_or_else(|| panic!("{answer:?}"))
        .iter()
        .map(|edge| edge["node"]["title"]["en"].as_str().unwrap().to_owned())
        .collect()
}

async fn begin(app: &TestApp, actor: &TestActor, name: &str, bytes: usize) -> Answer {
    actor
        .graphql(
            "mutation($n: ID!, $name: String!, $b: Int!) { beginUpload(network: $n, name: $name, bytes: $b) {
                 status violations { field key } upload { id received complete } } }",
            json!({ "n": app.network(), "name": name, "b": bytes }),
        )
        .await
}

/// Sends a file whole; the answer to its last part.
async fn put(app: &TestApp, actor: &TestActor, name: &str, bytes: &[u8]) -> (String, Answer) {
    let begun = begin(app, actor, name, bytes.len()).await;
    let id = begun.at("/data/beginUpload/upload/id").as_str().unwrap_or_else(|| panic!("{begun:?}")).to_owned();
    let sent = actor.put(&format!("/files/{id}/part?offset=0"), bytes.to_vec()).await;
    (id, sent)
}

async fn add(app: &TestApp, actor: &TestActor, name: &str, bytes: &[u8], level: &str, about: Value) -> Answer {
    let (id, sent) = put(app, actor, name, bytes).await;
    assert_eq!(sent.status, StatusCode::OK, "{sent:?}");
    actor
        .graphql(
            "mutation($i: AddEvidenceInput!) { addEvidence(input: $i) { status violations { field key } existing
                 document { id version state title { en km } files { id name media text } } } }",
            json!({ "i": { "network": app.network(), "uploads": [id], "level": level, "about": about } }),
        )
        .await
}

fn about(title: &str) -> Value {
    json!({ "title": { "en": title }, "kind": "research_report", "themes": ["commune_budget"], "languages": ["en"] })
}

fn document(answer: &Answer) -> String {
    answer.at("/data/addEvidence/document/id").as_str().unwrap_or_else(|| panic!("{answer:?}")).to_owned()
}

/// Adds a document and publishes it, as the knowledge manager does.
async fn published(app: &TestApp, name: &str, text: &str, level: &str, about: Value) -> String {
    let kunthea = app.signed_in("kunthea").await;
    let added = add(app, &kunthea, name, text.as_bytes(), level, about).await;
    let id = document(&added);
    let moved = go(&kunthea, &id, 1, "PUBLISHED").await;
    assert_eq!(moved.at("/data/moveEvidence/status"), "DONE", "{moved:?}");
    id
}

async fn go(actor: &TestActor, id: &str, version: i32, state: &str) -> Answer {
    actor
        .graphql(
            "mutation($d: ID!, $v: Int!, $s: DocumentState!) { moveEvidence(id: $d, version: $v, state: $s) {
                 status violations { field key } document { state version } } }",
            json!({ "d": id, "v": version, "s": state }),
        )
        .await
}

async fn set_level(actor: &TestActor, id: &str, version: i32, level: &str) -> Answer {
    actor
        .graphql(
            "mutation($d: ID!, $v: Int!, $l: Sensitivity!) { setEvidenceLevel(id: $d, version: $v, level: $l, reason: \"names\") {
                 status violations { field key } document { level version } } }",
            json!({ "d": id, "v": version, "l": level }),
        )
        .await
}

/// A Word file with one paragraph.
fn docx(text: &str) -> Vec<u8> {
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "word/document.xml",
            format!("<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"),
        ),
        ("docProps/core.xml", "<c><creator>Sok Secret</creator></c>".to_owned()),
    ] {
        to.start_file(name, plain).unwrap();
        to.write_all(content.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

const KHMER: &str = "ក្រុមប្រឹក្សាឃុំជីក្រែងបានអនុម័តថវិកាឃុំសម្រាប់ឆ្នាំ២០២៦ដោយមានការចូលរួមពីស្ត្រី";

#[tokio::test]
async fn j8_1_khmer_words_are_found_inside_an_unspaced_sentence_however_they_are_typed() {
    let app = TestApp::ocn().await;
    published(&app, "a.txt", KHMER, "MEMBERS", about("Budget of a commune")).await;
    let mut other = about("Water report");
    other["themes"] = json!(["wash"]);
    published(&app, "b.txt", "របាយការណ៍ស្តីពីទឹក", "MEMBERS", other).await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    for asked in ["ថវិកាឃុំ", "ថវិកា\u{200b}ឃុំ", "២០២៦", "2026", "ថវិកាឃំុ"]
    {
        let found = search(&app, &bopha, asked).await;
        assert_eq!(titles(&found), ["Budget of a commune"], "{asked}: {found:?}");
        let marked =
            found.at("/data/searchEvidence/edges/0/passage").as_array().unwrap().iter().any(|p| p["marked"] == true);
        assert!(marked, "{asked}");
    }
}

#[tokio::test]
async fn j8_2_a_place_is_found_however_it_is_spelt_and_its_province_holds_it() {
    let app = TestApp::ocn().await;
    let mut tagged = about("Spending in 2025");
    tagged["places"] = json!(["1704"]);
    tagged["title"]["km"] = json!("ចំណាយថវិកាឆ្នាំ២០២៥");
    published(&app, "a.txt", "How the budget was spent.", "MEMBERS", tagged).await;
    published(&app, "b.txt", "The budget of Phnom Penh.", "MEMBERS", about("Elsewhere")).await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    for asked in ["Chikreng budget", "Chi Kraeng budget", "ជីក្រែង ថវិកា", "budget សៀមរាប"]
    {
        assert_eq!(titles(&search(&app, &bopha, asked).await), ["Spending in 2025"], "{asked}");
    }
    let narrowed = bopha.graphql(SEARCH, json!({ "n": app.network(), "q": "budget", "f": { "place": ["17"] } })).await;
    assert_eq!(titles(&narrowed), ["Spending in 2025"], "{narrowed:?}");
    let places = narrowed
        .at("/data/searchEvidence/facets")
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["facet"] == "PLACE")
        .unwrap()
        .clone();
    assert_eq!(places["values"][0], json!({ "value": "17", "count": 1, "label": { "en": "Siem Reap" } }));
}

#[tokio::test]
async fn j8_3_what_one_may_not_know_leaves_no_trace_in_hits_counts_facets_or_suggestions() {
    // Two hubs that differ in what is hidden: whoever may not know it gets the very same answers.
    let (with, without) = (TestApp::ocn().await, TestApp::ocn().await);
    for app in [&with, &without] {
        for n in 1..=5 {
            published(
                app,
                &format!("{n}.txt"),
                &format!("Decentralised education, finding {n}."),
                "MEMBERS",
                about(&format!("Finding {n}")),
            )
            .await;
        }
    }
    let mut secret = about("Whistle");
    secret["themes"] = json!(["integrity"]);
    for n in 1..=2 {
        published(
            &with,
            &format!("s{n}.txt"),
            &format!("Education zzyzxword, hidden {n}."),
            "RESTRICTED",
            secret.clone(),
        )
        .await;
    }
    with.read_library().await;
    without.read_library().await;
    let inside = search(&with, &with.signed_in("dara").await, "education").await;
    assert_eq!(inside.at("/data/searchEvidence/totalCount"), 7, "{inside:?}");
    let shape = |answer: &Answer| {
        // Ids differ from hub to hub, and so does the order of what fits alike.
        let mut data = answer.at("/data/searchEvidence");
        data["endCursor"] = json!(null);
        for edge in data["edges"].as_array_mut().unwrap() {
            edge["node"]["id"] = json!(null);
            edge["file"] = json!(null);
        }
        data["edges"].as_array_mut().unwrap().sort_by_key(|edge| edge["node"]["title"]["en"].to_string());
        for facet in data["facets"].as_array_mut().unwrap() {
            if facet["facet"] == "ORGANISATION" {
                facet["values"] = json!(facet["values"].as_array().unwrap().len());
            }
        }
        data
    };
    for who in ["bopha", "rattana"] {
        for asked in ["education", "zzyzxword", "zzyzxwerd", "Whistle", "edukation", ""] {
            let (a, b) = (with.signed_in(who).await, without.signed_in(who).await);
            let (a, b) = (search(&with, &a, asked).await, search(&without, &b, asked).await);
            assert_eq!(shape(&a), shape(&b), "{who} {asked}");
        }
    }
    let bopha = search(&with, &with.signed_in("bopha").await, "education").await;
    assert_eq!(bopha.at("/data/searchEvidence/totalCount"), 5);
}

#[tokio::test]
async fn a_person_of_another_network_finds_nothing_not_even_a_count() {
    let app = TestApp::ocn().await;
    let id = published(&app, "a.txt", "About land.", "MEMBERS", about("Land")).await;
    app.read_library().await;
    let file = file_of(&app, &id).await;
    for outsider in [app.stranger().await, app.anonymous()] {
        let found = search(&app, &outsider, "land").await;
        assert_eq!(found.at("/data/searchEvidence/totalCount"), 0, "{found:?}");
        assert!(
            found.at("/data/searchEvidence/facets").as_array().unwrap().iter().all(|f| f["values"] == json!([])),
            "{found:?}"
        );
        let (there, wrong) = (
            outsider.visit(&format!("/files/{file}/content")).await,
            outsider.visit("/files/file:01970000-0000-7000-8000-000000000000/content").await,
        );
        assert_eq!((there.status, there.body), (StatusCode::NOT_FOUND, wrong.body));
        let node =
            outsider.ask(&format!("{{ evidenceDocument(id: \"{id}\") {{ id }} node(id: \"{id}\") {{ id }} }}")).await;
        assert_eq!(node.at("/data"), json!({ "evidenceDocument": null, "node": null }));
    }
}

async fn file_of(app: &TestApp, document: &str) -> String {
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM evidence_files WHERE document_id = $1")
        .bind(uuid::Uuid::parse_str(document.trim_start_matches("document:")).unwrap())
        .fetch_one(&app.pool)
        .await
        .unwrap();
    format!("file:{id}")
}

#[tokio::test]
async fn observers_know_only_what_is_public_and_add_nothing() {
    let app = TestApp::ocn().await;
    published(&app, "a.txt", "For members.", "MEMBERS", about("Inner")).await;
    let mut open = about("Outer");
    open["licence"] = json!("CC-BY-4.0");
    published(&app, "b.txt", "For members and all.", "PUBLIC", open).await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    assert_eq!(titles(&search(&app, &bopha, "members").await).len(), 2);
    // Her organisation becomes an observer, whatever her roles are called.
    sqlx::query("UPDATE memberships SET tier = 'observer' WHERE organisation_id = $1")
        .bind(app.ocn.as_ref().unwrap().organisation("TMYA").unwrap().0)
        .execute(&app.pool)
        .await
        .unwrap();
    let bopha = app.signed_in("bopha").await;
    for actor in [bopha, app.anonymous()] {
        assert_eq!(titles(&search(&app, &actor, "members").await), ["Outer"]);
        assert_eq!(begin(&app, &actor, "x.txt", 3).await.code(), "FORBIDDEN");
    }
}

#[tokio::test]
async fn j8_4_nothing_found_suggests_what_was_meant_and_asks_the_network() {
    let app = TestApp::ocn().await;
    published(&app, "a.txt", "Accountability of councils.", "MEMBERS", about("Councils")).await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    let near = search(&app, &bopha, "acountabilty").await;
    assert_eq!(titles(&near), ["Councils"], "{near:?}");
    assert_eq!(near.at("/data/searchEvidence/didYouMean"), "accountability");
    assert_eq!(near.at("/data/searchEvidence/inexact"), true);
    let ask = "mutation($n: ID!, $w: String!) { askForEvidence(network: $n, wanted: $w) { status violations { key } request { id } } }";
    let empty = bopha.graphql(ask, json!({ "n": app.network(), "w": "  " })).await;
    assert_eq!(empty.at("/data/askForEvidence/violations/0/key"), "required");
    let asked = bopha.graphql(ask, json!({ "n": app.network(), "w": "Fishery statistics of 2025" })).await;
    let id = asked.at("/data/askForEvidence/request/id");
    let list = format!(
        "{{ network(id: \"{}\") {{ evidenceRequests {{ totalCount edges {{ node {{ wanted answeredAt answer }} }} }} }} }}",
        app.network()
    );
    let kunthea = app.signed_in("kunthea").await;
    assert_eq!(
        kunthea.ask(&list).await.at("/data/network/evidenceRequests/edges/0/node/wanted"),
        "Fishery statistics of 2025"
    );
    assert_eq!(app.signed_in("rattana").await.ask(&list).await.at("/data/network/evidenceRequests/totalCount"), 0);
    let answer = "mutation($r: ID!, $a: String!) { answerEvidenceRequest(id: $r, answer: $a) { status } }";
    assert_eq!(bopha.graphql(answer, json!({ "r": id, "a": "mine" })).await.code(), "FORBIDDEN");
    assert_eq!(
        kunthea.graphql(answer, json!({ "r": id, "a": "Ask NIS." })).await.at("/data/answerEvidenceRequest/status"),
        "DONE"
    );
    assert_eq!(
        kunthea.graphql(answer, json!({ "r": id, "a": "Twice." })).await.at("/data/answerEvidenceRequest/status"),
        "CONFLICT"
    );
    assert_eq!(bopha.ask(&list).await.at("/data/network/evidenceRequests/edges/0/node/answer"), "Ask NIS.");
}

#[tokio::test]
async fn j8_5_the_same_file_again_shows_the_one_that_is_there_or_tells_the_curator_in_silence() {
    let app = TestApp::ocn().await;
    let known = published(&app, "a.txt", "The very same.", "MEMBERS", about("Known")).await;
    let hidden = published(&app, "b.txt", "The very hidden.", "RESTRICTED", about("Hidden")).await;
    let bopha = app.signed_in("bopha").await;
    let again = add(&app, &bopha, "copy.txt", b"The very same.", "MEMBERS", json!({})).await;
    assert_eq!(again.at("/data/addEvidence/existing"), true, "{again:?}");
    assert_eq!(document(&again), known);
    let silent = add(&app, &bopha, "mine.txt", b"The very hidden.", "MEMBERS", json!({})).await;
    assert_eq!(silent.at("/data/addEvidence/existing"), false);
    assert_eq!(silent.at("/data/addEvidence/document/title/en"), "mine");
    let twins = format!(
        "{{ network(id: \"{}\") {{ evidenceTwins {{ totalCount edges {{ node {{ document {{ id }} twin {{ id }} }} }} }} }} }}",
        app.network()
    );
    let task = app.signed_in("kunthea").await.ask(&twins).await;
    assert_eq!(
        task.at("/data/network/evidenceTwins/edges/0/node"),
        json!({ "document": { "id": document(&silent) }, "twin": { "id": hidden } })
    );
    assert_eq!(bopha.ask(&twins).await.at("/data/network/evidenceTwins"), json!({ "totalCount": 0, "edges": [] }));
}

#[tokio::test]
async fn j8_6_without_known_rights_members_read_it_and_nobody_makes_it_public() {
    let app = TestApp::ocn().await;
    let id = published(&app, "a.txt", "Whose is it?", "MEMBERS", about("Orphan")).await;
    app.read_library().await;
    assert_eq!(titles(&search(&app, &app.signed_in("bopha").await, "whose").await), ["Orphan"]);
    // Vuthy protects the network's data; in the demo nobody else may lower a level.
    let focal = focal_point(&app).await;
    let refused = set_level(&focal, &id, 2, "PUBLIC").await;
    assert_eq!(refused.at("/data/setEvidenceLevel/violations/0/key"), "rights_unknown", "{refused:?}");
    let kunthea = app.signed_in("kunthea").await;
    let edited = kunthea
        .graphql(
            "mutation($d: ID!) { editEvidence(id: $d, version: 2, input: { licence: \"CC-BY-4.0\" }) { status document { version } } }",
            json!({ "d": id }),
        )
        .await;
    assert_eq!(edited.at("/data/editEvidence/document/version"), 3, "{edited:?}");
    assert_eq!(set_level(&kunthea, &id, 3, "PUBLIC").await.code(), "FORBIDDEN");
    assert_eq!(set_level(&focal, &id, 3, "PUBLIC").await.at("/data/setEvidenceLevel/status"), "DONE");
    app.read_library().await;
    assert_eq!(titles(&search(&app, &app.anonymous(), "whose").await), ["Orphan"]);
}

/// Somebody with the role of the security focal point.
async fn focal_point(app: &TestApp) -> TestActor {
    use sala_domain::{
        access::{Actor, Role},
        roles::service::{NewRole, grant_in},
    };
    let ocn = app.ocn.as_ref().unwrap();
    let vuthy = ocn.person("vuthy@ocn.example").unwrap();
    let mut tx = app.pool.begin().await.unwrap();
    grant_in(&mut tx, &app.env, &Actor::Service, NewRole::plain(ocn.network, vuthy, None, Role::FocalPoint))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    app.signed_in("vuthy").await
}

#[tokio::test]
async fn j8_7_consent_taken_back_removes_file_and_words_at_once_and_leaves_a_stub() {
    let app = TestApp::ocn().await;
    let id = published(&app, "t.txt", "She said: blueheron.", "MEMBERS", about("Testimony")).await;
    app.read_library().await;
    let file = file_of(&app, &id).await;
    let bopha = app.signed_in("bopha").await;
    assert_eq!(bopha.visit(&format!("/files/{file}/content")).await.body, b"She said: blueheron.");
    let withdraw = "mutation($d: ID!, $v: Int!) { withdrawEvidence(id: $d, version: $v, consent: true) { status document { state consent files { id } } } }";
    assert_eq!(bopha.graphql(withdraw, json!({ "d": id, "v": 2 })).await.code(), "FORBIDDEN");
    let kunthea = app.signed_in("kunthea").await;
    let done = kunthea.graphql(withdraw, json!({ "d": id, "v": 2 })).await;
    assert_eq!(
        done.at("/data/withdrawEvidence/document"),
        json!({ "state": "WITHDRAWN", "consent": "WITHDRAWN", "files": [] }),
        "{done:?}"
    );
    // At once: before any task of the hub has run.
    assert_eq!(bopha.visit(&format!("/files/{file}/content")).await.status, StatusCode::NOT_FOUND);
    let words: i64 = sqlx::query_scalar("SELECT count(*) FROM evidence_pages").fetch_one(&app.pool).await.unwrap();
    assert_eq!(words, 0);
    app.read_library().await;
    assert_eq!(titles(&search(&app, &bopha, "blueheron").await), Vec::<String>::new());
    let stub = bopha
        .ask(&format!("{{ evidenceDocument(id: \"{id}\") {{ title {{ en }} state viewerCan {{ edit }} }} }}"))
        .await;
    assert_eq!(stub.at("/data/evidenceDocument/state"), "WITHDRAWN");
    // And soon the bytes themselves.
    app.services.files.sweep(&app.pool, &app.env).await.unwrap();
    assert_eq!(objects(&app), 0);
}

/// How many files lie in the file store.
fn objects(app: &TestApp) -> usize {
    fn count(path: &std::path::Path) -> usize {
        std::fs::read_dir(path)
            .map_or(0, |entries| entries.flatten().map(|e| if e.path().is_dir() { count(&e.path()) } else { 1 }).sum())
    }
    count(&app.folder.path().join("files"))
}

#[tokio::test]
async fn j8_8_a_picture_without_words_is_found_by_its_title_and_says_so() {
    let app = TestApp::ocn().await;
    let hex = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001049444154789c63f8cfc000440c100a001fee03fd8b5f14d40000000049454e44ae426082";
    let png: Vec<u8> = (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect();
    let kunthea = app.signed_in("kunthea").await;
    let added = add(&app, &kunthea, "scan.png", &png, "MEMBERS", about("Board of the commune")).await;
    assert_eq!(added.at("/data/addEvidence/document/files/0/text"), "WAITING");
    app.read_library().await;
    let found = search(&app, &kunthea, "board").await;
    assert_eq!(titles(&found), ["Board of the commune"]);
    let state = kunthea
        .ask(&format!("{{ evidenceDocument(id: \"{}\") {{ files {{ text pages }} }} }}", document(&added)))
        .await;
    assert_eq!(state.at("/data/evidenceDocument/files/0"), json!({ "text": "NO_TEXT", "pages": null }));
}

#[tokio::test]
async fn what_is_sent_is_its_senders_and_the_curators_until_it_is_published() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let added = add(&app, &bopha, "Note_on wells.docx", &docx("Deep wells &amp; pumps"), "MEMBERS", json!({})).await;
    let id = document(&added);
    assert_eq!(added.at("/data/addEvidence/document/title/en"), "Note on wells");
    app.read_library().await;
    for (who, sees) in [("bopha", true), ("kunthea", true), ("dara", false), ("sreymom", false)] {
        let actor = app.signed_in(who).await;
        assert_eq!(titles(&search(&app, &actor, "wells & pumps").await).len(), usize::from(sees), "{who}");
    }
    // Not described yet, it cannot be published; and not by its sender at all.
    let kunthea = app.signed_in("kunthea").await;
    assert_eq!(go(&bopha, &id, 1, "PUBLISHED").await.code(), "FORBIDDEN");
    assert_eq!(go(&kunthea, &id, 1, "PUBLISHED").await.at("/data/moveEvidence/violations/0/key"), "catalogue_first");
    let edit = "mutation($d: ID!, $v: Int!, $i: EvidenceInput!) { editEvidence(id: $d, version: $v, input: $i) { status violations { field key } document { version } } }";
    let edited = bopha.graphql(edit, json!({ "d": id, "v": 1, "i": about("Wells") })).await;
    assert_eq!(edited.at("/data/editEvidence/document/version"), 2, "{edited:?}");
    // Somebody else was faster.
    assert_eq!(
        kunthea.graphql(edit, json!({ "d": id, "v": 1, "i": about("Other") })).await.at("/data/editEvidence/status"),
        "CONFLICT"
    );
    assert_eq!(go(&kunthea, &id, 2, "PUBLISHED").await.at("/data/moveEvidence/document/state"), "PUBLISHED");
    app.read_library().await;
    assert_eq!(titles(&search(&app, &app.signed_in("dara").await, "pumps").await), ["Wells"]);
}

#[tokio::test]
async fn what_is_taken_back_before_it_was_published_stays_its_senders_and_the_curators() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    // Public and without rights, so that nothing but its never having been published protects it.
    let id = document(&add(&app, &bopha, "a.txt", b"Names of informants", "PUBLIC", about("Informants")).await);
    let withdraw =
        "mutation($d: ID!) { withdrawEvidence(id: $d, version: 1, reason: \"a slip\") { status document { state } } }";
    let done = app.signed_in("kunthea").await.graphql(withdraw, json!({ "d": id })).await;
    assert_eq!(done.at("/data/withdrawEvidence/document/state"), "WITHDRAWN", "{done:?}");
    app.read_library().await;
    for (who, knows) in [("bopha", true), ("kunthea", true), ("dara", false), ("samnang", false), ("sreymom", false)] {
        let actor = app.signed_in(who).await;
        let seen = actor.ask(&format!("{{ evidenceDocument(id: \"{id}\") {{ id }} }}")).await;
        assert_eq!(seen.at("/data/evidenceDocument") != Value::Null, knows, "{who}");
        assert_eq!(titles(&search(&app, &actor, "informants").await).len(), usize::from(knows), "{who}");
    }
}

#[tokio::test]
async fn raising_the_sensitivity_is_immediate_for_its_editors_and_lowering_is_not_theirs() {
    let app = TestApp::ocn().await;
    let id = published(&app, "a.txt", "Names of witnesses.", "MEMBERS", about("Witnesses")).await;
    app.read_library().await;
    let (kunthea, bopha) = (app.signed_in("kunthea").await, app.signed_in("bopha").await);
    let file = file_of(&app, &id).await;
    assert_eq!(set_level(&bopha, &id, 2, "RESTRICTED").await.code(), "FORBIDDEN");
    assert_eq!(
        set_level(&kunthea, &id, 2, "RESTRICTED").await.at("/data/setEvidenceLevel/document/level"),
        "RESTRICTED"
    );
    // Before the index knows of it: the database has the last word.
    let stale = search(&app, &bopha, "witnesses").await;
    assert_eq!(titles(&stale), Vec::<String>::new());
    assert_eq!(bopha.visit(&format!("/files/{file}/content")).await.status, StatusCode::NOT_FOUND);
    app.read_library().await;
    assert_eq!(search(&app, &bopha, "witnesses").await.at("/data/searchEvidence/totalCount"), 0);
    assert_eq!(set_level(&kunthea, &id, 3, "MEMBERS").await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn confidential_documents_are_for_named_persons_and_each_opening_is_written_down() {
    let app = TestApp::ocn().await;
    let id = published(&app, "a.txt", "Where she lives.", "RESTRICTED", about("Address")).await;
    let kunthea = app.signed_in("kunthea").await;
    let name = "mutation($d: ID!, $v: Int!, $r: [ID!]!) { setEvidenceLevel(id: $d, version: $v, level: CONFIDENTIAL, readers: $r) { status violations { field key } document { version readers { id } } } }";
    let named = kunthea.graphql(name, json!({ "d": id, "v": 2, "r": [app.person("sreymom")] })).await;
    assert_eq!(named.at("/data/setEvidenceLevel/status"), "DONE", "{named:?}");
    app.read_library().await;
    let file = file_of(&app, &id).await;
    for (who, sees) in [("sreymom", true), ("dara", false), ("samnang", false), ("bopha", false)] {
        let actor = app.signed_in(who).await;
        assert_eq!(titles(&search(&app, &actor, "lives").await).len(), usize::from(sees), "{who}");
        assert_eq!(actor.visit(&format!("/files/{file}/content")).await.status == StatusCode::OK, sees, "{who}");
    }
    let words =
        format!("{{ evidenceDocument(id: \"{id}\") {{ files {{ page(number: 1) {{ pieces {{ text }} }} }} }} }}");
    let read = app.signed_in("sreymom").await.ask(&words).await;
    assert_eq!(read.at("/data/evidenceDocument/files/0/page/pieces/0/text"), "Where she lives.");
    let opened: i64 = sqlx::query_scalar("SELECT count(*) FROM evidence_openings").fetch_one(&app.pool).await.unwrap();
    assert_eq!(opened, 2, "as a file and as words");
    // One more reader reaches further: that is the focal point's to decide.
    assert_eq!(
        kunthea
            .graphql(name, json!({ "d": id, "v": 3, "r": [app.person("sreymom"), app.person("bopha")] }))
            .await
            .code(),
        "FORBIDDEN"
    );
}

#[tokio::test]
async fn bad_files_are_refused_in_words_and_leave_nothing_behind() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    for (bytes, key) in [(0, "file_empty"), (200_000_000, "file_too_large")] {
        assert_eq!(begin(&app, &bopha, "x.pdf", bytes).await.at("/data/beginUpload/violations/0/key"), key);
    }
    for name in ["..", "a/b/", "\u{202e}fdp.exe"] {
        assert_eq!(begin(&app, &bopha, name, 3).await.at("/data/beginUpload/status"), "INVALID", "{name}");
    }
    let whole = docx("sound");
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..20 {
        bomb.write_all(&vec![b' '; 1_000_000]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    let nested = docx(&format!("{}x{}", "<a>".repeat(400), "</a>".repeat(400)));
    let locked = [
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
        &"EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    ]
    .concat();
    for (name, bytes, key) in [
        ("half.docx", &whole[..whole.len() / 2], "file_broken"),
        ("bomb.docx", &bomb[..], "file_swells"),
        ("locked.docx", &locked[..], "file_locked"),
        ("program.pdf", b"MZ\x90\x00\x03\x00\x00\x00", "file_kind_unknown"),
        (
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "file_kind_unknown",
        ),
        ("not.pdf", b"%PDF-1.7\nnothing more", "file_broken"),
    ] {
        let (id, sent) = put(&app, &bopha, name, bytes).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {sent:?}");
        assert_eq!(sent.at("/violations/0/key"), key, "{name}");
        assert_eq!(bopha.visit(&format!("/files/{id}/part")).await.status, StatusCode::NOT_FOUND, "{name}");
    }
    assert_eq!(objects(&app), 0);
    // What only reading shows is kept, and says that it cannot be read.
    let added = add(&app, &bopha, "nested.docx", &nested, "MEMBERS", json!({})).await;
    app.read_library().await;
    let text = bopha.ask(&format!("{{ evidenceDocument(id: \"{}\") {{ files {{ text }} }} }}", document(&added))).await;
    assert_eq!(text.at("/data/evidenceDocument/files/0/text"), "UNREADABLE");
}

#[tokio::test]
async fn an_upload_goes_on_where_it_was_cut_off_and_belongs_to_its_sender() {
    let app = TestApp::ocn().await;
    let (bopha, rattana) = (app.signed_in("bopha").await, app.signed_in("rattana").await);
    let begun = begin(&app, &bopha, "long.txt", 30).await;
    let id = begun.at("/data/beginUpload/upload/id").as_str().unwrap().to_owned();
    let part = |offset: usize| format!("/files/{id}/part?offset={offset}");
    assert_eq!(rattana.put(&part(0), b"x".to_vec()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bopha.put(&part(0), b"first ten.".to_vec()).await.at("/received"), 10);
    // The answer was lost, so it is sent again; then one is left out.
    for offset in [0, 20] {
        let wrong = bopha.put(&part(offset), b"first ten.".to_vec()).await;
        assert_eq!(wrong.at("/violations/0/key"), "upload_offset", "{wrong:?}");
    }
    assert_eq!(bopha.visit(&format!("/files/{id}/part")).await.at("/received"), 10);
    let early = bopha
        .graphql(
            "mutation($i: AddEvidenceInput!) { addEvidence(input: $i) { status violations { key } } }",
            json!({ "i": { "network": app.network(), "uploads": [id], "level": "MEMBERS" } }),
        )
        .await;
    assert_eq!(early.at("/data/addEvidence/violations/0/key"), "upload_unfinished");
    let done = bopha.put(&part(10), b"second ten, and third".get(..20).unwrap().to_vec()).await;
    assert_eq!((done.at("/received"), done.at("/complete")), (json!(30), json!(true)), "{done:?}");
    let cancelled = bopha.graphql("mutation($u: ID!) { cancelUpload(id: $u) { status } }", json!({ "u": id })).await;
    assert_eq!(cancelled.at("/data/cancelUpload/status"), "DONE", "{cancelled:?}");
    assert_eq!(objects(&app), 0);
}

#[tokio::test]
async fn files_go_out_as_attachments_that_run_nowhere_whole_or_in_part() {
    let app = TestApp::ocn().await;
    let id = published(
        &app,
        "ថវិកា \u{201c}x\u{201d}.html",
        "<html><script>alert(1)</script><p>Bamboo</p></html>",
        "MEMBERS",
        about("Page"),
    )
    .await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    let path = format!("/files/{}/content", file_of(&app, &id).await);
    let whole = bopha.visit(&path).await;
    let header = |name: &str| whole.headers[name].to_str().unwrap().to_owned();
    assert!(header("content-disposition").starts_with("attachment; "), "{}", header("content-disposition"));
    assert!(header("content-security-policy").contains("sandbox"));
    assert_eq!(
        (header("x-content-type-options"), header("cache-control")),
        ("nosniff".into(), "private, no-store".into())
    );
    let mut request = http::Request::get(&path);
    request = request.header("range", "bytes=0-5");
    let part = bopha.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, &b"<html>"[..]));
    assert_eq!(titles(&search(&app, &bopha, "bamboo").await), ["Page"]);
    assert!(titles(&search(&app, &bopha, "alert").await).is_empty(), "scripts are no words");
}

#[tokio::test]
async fn the_catalogue_leaves_as_table_ris_and_bibtex_with_no_more_than_one_may_know() {
    let app = TestApp::ocn().await;
    let mut known = about("=1+1 of budgets");
    known["authors"] = json!(["Chan Sreymom"]);
    published(&app, "a.txt", "one", "MEMBERS", known).await;
    published(&app, "b.txt", "two", "RESTRICTED", about("Hidden")).await;
    let (bopha, stranger) = (app.signed_in("bopha").await, app.stranger().await);
    for (name, holds) in [
        ("evidence.csv", "'=1+1 of budgets"),
        ("evidence.ris", "AU  - Chan Sreymom\r\n"),
        ("evidence.bib", "author = {Chan Sreymom}"),
    ] {
        let path = format!("/files/{}/catalogue/{name}", app.network());
        let sent = bopha.visit(&path).await;
        let text = String::from_utf8(sent.body).unwrap();
        assert!(text.contains(holds) && !text.contains("Hidden"), "{text}");
        let outside = stranger.visit(&path).await;
        assert!(!String::from_utf8_lossy(&outside.body).contains("budgets"), "{name}");
    }
}

#[tokio::test]
async fn hits_come_page_by_page_without_a_gap_or_a_repeat() {
    let app = TestApp::ocn().await;
    for n in 0..7 {
        published(&app, &format!("{n}.txt"), &format!("Forest number {n}"), "MEMBERS", about(&format!("F{n}"))).await;
    }
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    let (mut after, mut seen) = (Value::Null, Vec::new());
    loop {
        let page =
            bopha.graphql(SEARCH, json!({ "n": app.network(), "q": "forest", "first": 3, "after": after })).await;
        seen.extend(titles(&page));
        assert_eq!(page.at("/data/searchEvidence/totalCount"), 7);
        if page.at("/data/searchEvidence/hasNextPage") != true {
            break;
        }
        after = page.at("/data/searchEvidence/endCursor");
    }
    seen.sort();
    assert_eq!(seen, (0..7).map(|n| format!("F{n}")).collect::<Vec<_>>());
}

#[tokio::test]
async fn an_index_built_anew_or_from_a_damaged_one_answers_alike() {
    let app = TestApp::ocn().await;
    published(&app, "a.txt", KHMER, "MEMBERS", about("Kept")).await;
    app.read_library().await;
    let bopha = app.signed_in("bopha").await;
    let before = search(&app, &bopha, "ថវិកាឃុំ").await;
    let engine = app.services.search.engine();
    sala_search::projector::rebuild(&app.pool, engine.as_ref()).await.unwrap();
    assert_eq!(search(&app, &bopha, "ថវិកាឃុំ").await.at("/data"), before.at("/data"));
    // Damaged while nobody looks: the next start throws it away.
    let folder = app.folder.path().join("search");
    let index = std::fs::read_dir(&folder).unwrap().flatten().next().unwrap().path();
    for entry in std::fs::read_dir(index).unwrap().flatten() {
        if entry.path().extension().is_some_and(|e| e == "term" || e == "idx" || e == "store") {
            std::fs::write(entry.path(), b"rubbish").unwrap();
        }
    }
    let opened = sala_search::embedded::Embedded::open(&folder, app.services.hub.epoch).unwrap();
    let again = sala_search::Search::new(&app.pool, std::sync::Arc::new(opened)).await.unwrap();
    while sala_search::projector::catch_up(&app.pool, &again).await.unwrap() {}
    let wanted = sala_search::Wanted {
        network: app.ocn.as_ref().unwrap().network,
        words: "ថវិកាឃុំ".into(),
        filters: Vec::new(),
        sort: sala_search::Sort::Relevance,
        skip: 0,
        take: 5,
    };
    let found = again.find(&app.pool, &sala_domain::access::Actor::Service, wanted).await.unwrap();
    assert_eq!(found.total, 1);
}

#[tokio::test]
async fn j8_9_a_saved_search_tells_weekly_only_of_what_its_owner_may_know_when_the_mail_is_written() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let save = "mutation($n: ID!, $a: AlertRhythm!) {
        saveSearch(network: $n, name: \"Schools\", query: \"functional transfer education\", filter: { language: [\"en\"] }, alert: $a) {
            status violations { key } search { id query alert filters { facet values } } } }";
    let saved = bopha.graphql(save, json!({ "n": app.network(), "a": "WEEKLY" })).await;
    assert_eq!(
        saved.at("/data/saveSearch/search/filters"),
        json!([{ "facet": "LANGUAGE", "values": ["en"] }]),
        "{saved:?}"
    );
    let mails = || async {
        let mails: Vec<(String,)> = sqlx::query_as("SELECT body FROM mails WHERE kind = 'search_alert' ORDER BY id")
            .fetch_all(&app.pool)
            .await
            .unwrap();
        mails.into_iter().map(|(body,)| body).collect::<Vec<_>>()
    };
    let due = || async {
        app.read_library().await;
        sala_search::alerts::send_due(&app.pool, &app.env, &app.services.search, "http://hub").await.unwrap()
    };
    app.env.clock.advance(Duration::days(2));
    let text = "Functional transfer of education to districts";
    published(&app, "a.txt", text, "MEMBERS", about("Known to all")).await;
    published(&app, "b.txt", &format!("{text}."), "RESTRICTED", about("Hidden from her")).await;
    let gone = published(&app, "c.txt", &format!("{text}!"), "MEMBERS", about("Known until Friday")).await;
    let mut other = about("In another language");
    other["languages"] = json!(["km"]);
    published(&app, "d.txt", &format!("{text}?"), "MEMBERS", other).await;
    assert_eq!(due().await, 0, "a week has not passed");
    app.env.clock.advance(Duration::days(4));
    let kunthea = app.signed_in("kunthea").await;
    assert_eq!(set_level(&kunthea, &gone, 2, "RESTRICTED").await.at("/data/setEvidenceLevel/status"), "DONE");
    app.env.clock.advance(Duration::days(2));
    assert_eq!(due().await, 1);
    let [mail] = &mails().await[..] else { panic!("one mail") };
    assert!(mail.contains("Known to all") && mail.contains("Schools"), "{mail}");
    for hidden in ["Hidden from her", "Known until Friday", "In another language", "more"] {
        assert!(!mail.contains(hidden), "{hidden}: {mail}");
    }
    // Once; and nothing new is nothing to write about.
    assert_eq!(due().await, 0);
    app.env.clock.advance(Duration::days(8));
    assert_eq!(due().await, 0);
    assert_eq!(mails().await.len(), 1);
    // Nobody else sees it or takes it away.
    let list = format!("{{ network(id: \"{}\") {{ savedSearches {{ id name }} }} }}", app.network());
    assert_eq!(kunthea.ask(&list).await.at("/data/network/savedSearches"), json!([]));
    let forget = "mutation($s: ID!) { forgetSearch(id: $s) { status } }";
    let id = saved.at("/data/saveSearch/search/id");
    assert_eq!(kunthea.graphql(forget, json!({ "s": id })).await.code(), "NOT_FOUND");
    let bopha = app.signed_in("bopha").await;
    assert_eq!(bopha.graphql(forget, json!({ "s": id })).await.at("/data/forgetSearch/status"), "DONE");
    assert_eq!(bopha.ask(&list).await.at("/data/network/savedSearches"), json!([]));
}
