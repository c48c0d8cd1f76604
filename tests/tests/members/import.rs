//! Importing members from a table: headers in Khmer, mapping, rows in error, duplicates, all or nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const TABLE: &str = "\u{feff}ឈ្មោះអង្គការ,ឈ្មោះជាភាសាអង់គ្លេស,អក្សរកាត់,ប្រភេទ,កម្រិត,ខេត្ត,ប្រធានបទ,លេខទូរស័ព្ទ,កំណត់សម្គាល់\n\
    សមាគមអ្នកនេសាទបឹងទន្លេសាប,Lake Fishers Association,LFA,association,សមាជិកពេញសិទ្ធិ,ខេត្តពោធិ៍សាត់,commune_budget; a2i,០១២ ៣៤៥ ៦៧៨,x\n\
    អង្គការសិទ្ធិលំនៅឋាន,Housing Rights,HR,local_ngo,associate,Phnom Penh,,,\n";

async fn send(app: &TestApp, who: &str, table: &str) -> Answer {
    let path = format!("/files/{}/import?name=members.csv", app.network());
    app.signed_in(who).await.put(&path, table.as_bytes().to_vec()).await
}

async fn draft(app: &TestApp, table: &str) -> (TestActor, String) {
    let made = send(app, "dara", table).await;
    (app.signed_in("dara").await, made.at("/id").as_str().unwrap_or_else(|| panic!("{made:?}")).to_owned())
}

async fn look(actor: &TestActor, import: &str) -> Value {
    let query = "query($i: ID!) { memberImport(id: $i) { version state added joined skipped rowCount columns { header field }
        preview { counts { new joins undecided wrong skipped } hasMore rows { line outcome choice violations { field key } candidates { acronym } } } } }";
    actor.graphql(query, json!({ "i": import })).await.at("/data/memberImport")
}

async fn run(actor: &TestActor, import: &str, version: &Value) -> Value {
    let query = "mutation($i: ID!, $v: Int!) { runImport(id: $i, version: $v) { status violations { field key } import { state added joined skipped } } }";
    actor.graphql(query, json!({ "i": import, "v": version })).await.at("/data/runImport")
}

async fn choose(
    actor: &TestActor,
    import: &str,
    version: &Value,
    line: i32,
    choice: &str,
    same: Option<String>,
) -> Value {
    let query = "mutation($i: ChooseForRowInput!) { chooseForRow(input: $i) { status import { version } } }";
    let input = json!({ "import": import, "version": version, "line": line, "choice": choice, "organisation": same });
    actor.graphql(query, json!({ "i": input })).await.at("/data/chooseForRow")
}

async fn members(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM memberships").fetch_one(&app.pool).await.unwrap()
}

#[tokio::test]
async fn a_table_with_khmer_headers_words_and_digits_becomes_members() {
    let app = TestApp::ocn().await;
    let (dara, import) = draft(&app, TABLE).await;
    let seen = look(&dara, &import).await;
    let fields: Vec<&str> = seen["columns"].as_array().unwrap().iter().filter_map(|c| c["field"].as_str()).collect();
    assert_eq!(fields, ["NAME_KM", "NAME_EN", "ACRONYM", "KIND", "TIER", "HQ", "THEMES", "PHONE", "IGNORE"]);
    assert_eq!(seen["preview"]["counts"]["new"], 2, "{seen}");
    let before = members(&app).await;
    let done = run(&dara, &import, &seen["version"]).await;
    assert_eq!((&done["status"], &done["import"]["added"]), (&json!("DONE"), &json!(2)), "{done}");
    assert_eq!(members(&app).await, before + 2);
    let made: (String, String, String, String) = sqlx::query_as(
        "SELECT o.name_km, o.hq_place, o.contact_phone, m.tier::text FROM organisations o JOIN memberships m ON m.organisation_id = o.id WHERE o.acronym = 'LFA'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    assert_eq!(made, ("សមាគមអ្នកនេសាទបឹងទន្លេសាប".into(), "15".into(), "012 345 678".into(), "full".into()));
    // Done is done: nothing is taken twice, and the rows are not kept.
    let again = look(&dara, &import).await;
    assert_eq!((&again["state"], &again["rowCount"]), (&json!("DONE"), &json!(0)));
    assert_eq!(run(&dara, &import, &again["version"]).await["status"], "CONFLICT");
}

#[tokio::test]
async fn one_row_that_cannot_be_taken_keeps_all_of_them_out_until_it_is_mended_or_left_out() {
    let app = TestApp::ocn().await;
    let table = "name,type,province,email\nGood One,local_ngo,Pursat,a@b.example\nBad Place,local_ngo,Atlantis,\nBad Mail,local_ngo,,not an address\nGood one,local_ngo,,\n";
    let (dara, import) = draft(&app, table).await;
    let before = members(&app).await;
    let seen = look(&dara, &import).await;
    let rows = &seen["preview"]["rows"];
    assert_eq!(rows[1]["violations"][0], json!({ "field": "hq", "key": "place_unknown" }), "{seen}");
    assert_eq!(rows[3]["violations"][0], json!({ "field": "name", "key": "twice_in_table" }));
    let refused = run(&dara, &import, &seen["version"]).await;
    let against: Vec<&str> =
        refused["violations"].as_array().unwrap().iter().filter_map(|v| v["field"].as_str()).collect();
    assert_eq!((&refused["status"], against), (&json!("INVALID"), vec!["3.hq", "4.email", "5.name"]), "{refused}");
    assert_eq!(members(&app).await, before, "all or nothing");
    let mut version = seen["version"].clone();
    for line in [3, 4, 5] {
        version = choose(&dara, &import, &version, line, "SKIP", None).await["import"]["version"].clone();
    }
    let done = run(&dara, &import, &version).await;
    assert_eq!(done["import"], json!({ "state": "DONE", "added": 1, "joined": 0, "skipped": 3 }), "{done}");
}

#[tokio::test]
async fn a_row_that_looks_like_somebody_who_is_there_waits_for_a_word() {
    let app = TestApp::ocn().await;
    // River Watch is on the hub, public, in another network; KBL is in this one.
    let (other, network, now) = (uuid::Uuid::from_u128(0x26), uuid::Uuid::from_u128(0x16), app.env.now());
    sqlx::query("INSERT INTO networks (id, name_en, acronym, kind, state, public_page, created_at, updated_at) VALUES ($1, 'River Alliance', 'RA', 'alliance', 'active', true, $2, $2)")
        .bind(network).bind(now).execute(&app.pool).await.unwrap();
    sqlx::query("INSERT INTO organisations (id, name_en, acronym, kind, registration, listing, created_at, updated_at) VALUES ($1, 'River Watch', 'RW', 'local_ngo', 'registered_moi', 'public', $2, $2)")
        .bind(other).bind(now).execute(&app.pool).await.unwrap();
    sqlx::query("INSERT INTO memberships (id, network_id, organisation_id, tier, state, created_at, updated_at) VALUES (gen_random_uuid(), $1, $2, 'full', 'active', $3, $3)")
        .bind(network).bind(other).bind(now).execute(&app.pool).await.unwrap();
    let table =
        "name,type,acronym\nriver  watch,local_ngo,\nKhmer Budget Lens,local_ngo,\nSomebody Else,local_ngo,KBL\n";
    let (dara, import) = draft(&app, table).await;
    let seen = look(&dara, &import).await;
    assert_eq!(seen["preview"]["counts"]["undecided"], 3, "{seen}");
    assert_eq!(seen["preview"]["rows"][0]["candidates"], json!([{ "acronym": "RW" }]));
    assert_eq!(run(&dara, &import, &seen["version"]).await["violations"][0]["key"], "say_who_it_is");
    let mut version = choose(&dara, &import, &seen["version"], 2, "SAME", Some(format!("organisation:{other}"))).await
        ["import"]["version"]
        .clone();
    version =
        choose(&dara, &import, &version, 3, "SAME", Some(app.organisation("KBL"))).await["import"]["version"].clone();
    version = choose(&dara, &import, &version, 4, "NEW", None).await["import"]["version"].clone();
    let told = run(&dara, &import, &version).await;
    assert_eq!(told["violations"], json!([{ "field": "3.name", "key": "membership_twice" }]), "{told}");
    version = choose(&dara, &import, &version, 3, "SKIP", None).await["import"]["version"].clone();
    let done = run(&dara, &import, &version).await;
    assert_eq!(done["import"], json!({ "state": "DONE", "added": 1, "joined": 1, "skipped": 1 }), "{done}");
}

#[tokio::test]
async fn only_who_manages_members_imports_and_two_at_once_do_not_undo_each_other() {
    let app = TestApp::ocn().await;
    assert_eq!(send(&app, "bopha", TABLE).await.status, 403);
    assert_eq!(
        app.anonymous().put(&format!("/files/{}/import", app.network()), TABLE.as_bytes().to_vec()).await.status,
        401
    );
    let wrong = send(&app, "dara", "one column only").await;
    assert_eq!((wrong.status.as_u16(), wrong.at("/violations/0/key")), (422, json!("not_a_table")));
    let (dara, import) = draft(&app, TABLE).await;
    assert_eq!(look(&app.signed_in("bopha").await, &import).await, Value::Null);
    let map = "mutation($i: ID!, $v: Int!, $f: [ImportField!]!) { mapImport(id: $i, version: $v, fields: $f) { status violations { key } import { version } } }";
    let twice = json!({ "i": import, "v": 1, "f": ["NAME_KM", "NAME_KM", "IGNORE", "IGNORE", "IGNORE", "IGNORE", "IGNORE", "IGNORE", "IGNORE"] });
    assert_eq!(dara.graphql(map, twice).await.at("/data/mapImport/violations/0/key"), "column_twice");
    let fine = json!({ "i": import, "v": 1, "f": ["NAME_KM", "NAME_EN", "ACRONYM", "KIND", "IGNORE", "IGNORE", "IGNORE", "IGNORE", "IGNORE"] });
    assert_eq!(dara.graphql(map, fine.clone()).await.at("/data/mapImport/status"), "DONE");
    assert_eq!(dara.graphql(map, fine).await.at("/data/mapImport/status"), "CONFLICT");
    let read = json!(2);
    let (one, two) = tokio::join!(run(&dara, &import, &read), run(&dara, &import, &read));
    let mut outcomes = [one["status"].to_string(), two["status"].to_string()];
    outcomes.sort();
    assert_eq!(outcomes, ["\"CONFLICT\"", "\"DONE\""], "{one} {two}");
    let lfa: i64 = sqlx::query_scalar("SELECT count(*) FROM organisations WHERE acronym = 'LFA'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(lfa, 1);
}
