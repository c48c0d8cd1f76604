//! J2.7, J10.1, J10.2: how far a campaign has come, what has changed, what outsiders say to that, and what donors are told.

#![expect(clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use chrono::Duration;
use sala_kernel::{CampaignId, DocumentId, OrganisationId};
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status violations { field key } campaign { id } } }";
const ITEM: &str = "mutation($c: ID!, $i: PlanItemInput!) { addPlanItem(campaign: $c, input: $i) { status violations { field key } item { id version } } }";
const ENTER: &str = "mutation($c: ID!, $i: IndicatorValueInput!) { enterIndicatorValue(indicator: $c, input: $i) { status violations { field key } item { progress { reached way } values { id version value parts { split group value } documents { id } } } } }";
const OUTCOME: &str = "mutation($c: ID!, $i: OutcomeInput!) { addOutcome(campaign: $c, input: $i) { status violations { field key } outcome { id version state } } }";
const REVIEW: &str = "mutation($c: ID!, $v: Int!) { reviewOutcome(id: $c, version: $v) { status violations { field key } outcome { state version } } }";
const ASK: &str = "mutation($i: AskOutsiderInput!) { askOutsider(input: $i) { status violations { field key } outcome { state version } } }";
const READ: &str = "mutation($l: String!) { readOutcomeQuestion(link: $l) { status violations { field key } question { name statement { en } } } }";
const SAY: &str =
    "mutation($i: AnswerOutcomeInput!) { answerOutcomeQuestion(input: $i) { status violations { field key } } }";
const TOLD: &str = "query($c: ID!) { campaign(id: $c) { outcomes(first: 50) { totalCount edges { node { id state who statement { en } contribution members { acronym } substantiations { answer comment } } } } } }";
const REPORT: &str = "query($c: ID!, $i: CampaignReportInput!) { campaign(id: $c) { report(input: $i) { title about heads rows foot } } }";

fn text(answer: &Answer, at: &str) -> String {
    answer.at(at).as_str().unwrap_or_default().to_owned()
}

fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

/// A campaign of KBL, known to everybody once it has begun.
async fn begun(app: &TestApp, more: Value) -> (TestActor, String) {
    let dara = app.signed_in("dara").await;
    let mut input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": {
        "title": { "en": "Budgets on every commune board" }, "problem": { "en": "Hidden budgets" }, "goal": { "en": "Open budgets" },
        "affected": {}, "approach": "MIXED", "visibility": "PUBLIC", "startsOn": "2026-06-01" } });
    for (key, value) in more.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    let done = dara.graphql(START, json!({ "i": input })).await;
    assert_eq!(done.at("/data/startCampaign/status"), "DONE", "{done:?}");
    (dara, text(&done, "/data/startCampaign/campaign/id"))
}

async fn indicator(dara: &TestActor, campaign: &str, body: Value) -> String {
    let done = dara.graphql(ITEM, json!({ "c": campaign, "i": { "body": { "indicator": body } } })).await;
    assert_eq!(done.at("/data/addPlanItem/status"), "DONE", "{done:?}");
    text(&done, "/data/addPlanItem/item/id")
}

fn communes() -> Value {
    json!({ "statement": { "en": "communes posting their budget" }, "level": "OUTCOME", "measure": "STATE", "unit": { "en": "communes" },
            "baseline": "3", "baselineOn": "2026-01-31", "target": "12", "targetOn": "2027-03-31", "splitBy": ["PROVINCE"], "frequency": "QUARTERLY" })
}

fn people() -> Value {
    json!({ "statement": { "en": "people at meetings" }, "level": "OUTPUT", "measure": "SUM", "unit": { "en": "people" },
            "baseline": "0", "baselineOn": "2026-01-01", "target": "100", "targetOn": "2027-03-31", "splitBy": ["SEX", "DISABILITY"], "frequency": "QUARTERLY" })
}

fn period(from: &str, to: &str, value: &str) -> Value {
    json!({ "fromOn": from, "toOn": to, "value": value })
}

/// A published document of the library at some level; a campaign of the network is there.
async fn document(app: &TestApp, title: &str, level: &str) -> String {
    let id = DocumentId::fresh(&app.env);
    sqlx::query(
        "INSERT INTO evidence_documents (id, network_id, title_en, state, level, audience, uploaded_at, changed_at, settled_at)
         SELECT $1, network_id, $2, 'published', $3::level, ARRAY(SELECT replace(a, 'members', $3) FROM unnest(audience) a),
                now(), now(), now() FROM campaigns LIMIT 1",
    )
    .bind(id.0)
    .bind(title)
    .bind(level)
    .execute(&app.pool)
    .await
    .unwrap_or_else(|error| panic!("{error}"));
    id.to_string()
}

async fn documents(app: &TestApp) -> Vec<String> {
    vec![document(app, "Photograph of a board", "members").await, document(app, "The clerk's letter", "members").await]
}

#[tokio::test]
async fn j2_7_meal_enters_values_with_evidence_and_without_and_five_of_twelve_is_22_per_cent_of_the_way() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let id = indicator(&dara, &campaign, communes()).await;
    let chenda = app.signed_in("chenda").await;
    let enter = |input: Value| {
        let (chenda, id) = (chenda.clone(), id.clone());
        async move { chenda.graphql(ENTER, json!({ "c": id, "i": input })).await }
    };
    let mut proven = period("2026-04-01", "2026-06-30", "5");
    proven["documents"] = json!(documents(&app).await);
    proven["parts"] = json!([{ "split": "PROVINCE", "group": "17", "value": "៤" }, { "split": "PROVINCE", "group": "06", "value": "1" }]);
    let done = enter(proven).await;
    assert_eq!(done.at("/data/enterIndicatorValue/status"), "DONE", "{done:?}");
    let item = done.at("/data/enterIndicatorValue/item");
    assert_eq!(item["progress"], json!({ "reached": "5", "way": 22 }));
    assert_eq!(item["values"][0]["documents"].as_array().map(Vec::len), Some(2), "{item}");
    let history =
        "query($c: ID!) { campaign(id: $c) { history(first: 50) { edges { node { about field was now } } } } }";
    let changed = chenda.graphql(history, json!({ "c": campaign })).await.at("/data/campaign/history/edges");
    let rests = changed.as_array().into_iter().flatten().map(|edge| &edge["node"]).find(|n| n["field"] == "documents");
    let ids: Vec<String> = rests
        .filter(|node| node["about"] == "value" && node["was"] == "[]")
        .and_then(|node| serde_json::from_str(node["now"].as_str().unwrap_or_default()).ok())
        .unwrap_or_default();
    assert_eq!(ids.len(), 2, "{changed}");

    // What cannot be is refused, each with its reason, and changes nothing.
    for (input, key) in [
        (period("2026-06-01", "2026-06-30", "6"), "period_taken"),
        (period("2026-07-01", "2026-07-02", "6"), "day_not_over"),
        (period("2026-03-31", "2026-03-01", "6"), "last_day_first"),
        (period("2026-01-01", "2026-03-31", "many"), "not_a_figure"),
        (period("2026-01-01", "2026-03-31", "-1"), "not_a_figure"),
    ] {
        let refused = enter(input).await;
        assert!(keys(&refused, "enterIndicatorValue").contains(&key.to_owned()), "{key}: {refused:?}");
    }
    let mut uneven = period("2026-01-01", "2026-03-31", "4");
    uneven["parts"] = json!([{ "split": "PROVINCE", "group": "17", "value": "3" }]);
    assert_eq!(keys(&enter(uneven).await, "enterIndicatorValue"), ["parts_differ"]);
    // Without evidence it is accepted, and marked so in the donor report.
    let done = enter(period("2026-01-01", "2026-03-31", "3")).await;
    assert_eq!(done.at("/data/enterIndicatorValue/status"), "DONE", "{done:?}");
    let report = |from: &str, to: &str| json!({ "c": campaign, "i": { "kind": "RESULTS", "from": from, "to": to, "language": "EN" } });
    let flagged = chenda.graphql(REPORT, report("2026-01-01", "2026-03-31")).await;
    let row = flagged.at("/data/campaign/report/rows/0").clone();
    assert_eq!((&row[4], &row[5], &row[6]), (&json!("3"), &json!("3"), &json!("0")), "{flagged:?}");
    assert_eq!(row[15], "no evidence", "{row}");
    let proven = chenda.graphql(REPORT, report("2026-04-01", "2026-06-30")).await;
    assert_eq!(proven.at("/data/campaign/report/rows/0/15"), "2 in the library", "{proven:?}");
    // Whoever is not in the team enters nothing, and gets no report.
    let rattana = app.signed_in("rattana").await;
    let refused = rattana.graphql(ENTER, json!({ "c": id, "i": period("2025-01-01", "2025-02-01", "1") })).await;
    assert_eq!(refused.code(), "FORBIDDEN", "{refused:?}");
    assert_eq!(rattana.graphql(REPORT, report("2026-01-01", "2026-03-31")).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn j2_7_a_value_is_split_by_for_whom_people_speak_and_few_are_told_to_the_team_alone() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let mut split = people();
    split["splitBy"] = json!(["CONSTITUENCY"]);
    let id = indicator(&dara, &campaign, split).await;
    let chenda = app.signed_in("chenda").await;
    let part = |group: &str, n: &str| json!({ "split": "CONSTITUENCY", "group": group, "value": n });
    let mut value = period("2026-04-01", "2026-06-30", "40");
    value["parts"] = json!([part("cbo_community", "31"), part("astrologers", "9")]);
    let refused = chenda.graphql(ENTER, json!({ "c": id, "i": value })).await;
    assert!(keys(&refused, "enterIndicatorValue").contains(&"id_unknown".to_owned()), "{refused:?}");
    value["parts"] = json!([part("cbo_community", "31"), part("opd", "2"), part("unknown", "7")]);
    let done = chenda.graphql(ENTER, json!({ "c": id, "i": value })).await;
    assert_eq!(done.at("/data/enterIndicatorValue/status"), "DONE", "{done:?}");
    let seen = "query($c: ID!) { campaign(id: $c) { items(kinds: [INDICATOR]) { values { parts { group value } } } } }";
    let told = |answer: &Answer| {
        let parts = answer.at("/data/campaign/items/0/values/0/parts").clone();
        let of = |group: &str| {
            parts.as_array().into_iter().flatten().find(|p| p["group"] == group).map(|p| p["value"].clone())
        };
        (of("opd"), of("unknown"), of("cbo_community"))
    };
    let inside = chenda.graphql(seen, json!({ "c": campaign })).await;
    assert_eq!(told(&inside), (Some(json!("2")), Some(json!("7")), Some(json!("31"))), "{inside:?}");
    let outside = app.signed_in("rattana").await.graphql(seen, json!({ "c": campaign })).await;
    assert_eq!(told(&outside), (Some(Value::Null), Some(Value::Null), Some(json!("31"))), "{outside:?}");
}

#[tokio::test]
async fn j10_2_groups_of_few_people_are_told_to_the_team_alone_and_unknown_has_its_own_column() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let id = indicator(&dara, &campaign, people()).await;
    let chenda = app.signed_in("chenda").await;
    let part = |split: &str, group: &str, n: &str| json!({ "split": split, "group": group, "value": n });
    let mut value = period("2026-04-01", "2026-06-30", "40");
    value["parts"] = json!([
        part("SEX", "female", "24"),
        part("SEX", "male", "13"),
        part("SEX", "unknown", "3"),
        part("SEX", "other", "0"),
        part("DISABILITY", "yes", "2"),
        part("DISABILITY", "no", "30"),
        part("DISABILITY", "unknown", "8")
    ]);
    let done = chenda.graphql(ENTER, json!({ "c": id, "i": value })).await;
    assert_eq!(done.at("/data/enterIndicatorValue/status"), "DONE", "{done:?}");
    let seen = "query($c: ID!) { campaign(id: $c) { items(kinds: [INDICATOR]) { progress { reached } values { value note parts { group value } } } } }";
    let parts = |answer: &Answer| answer.at("/data/campaign/items/0/values/0/parts").clone();
    let inside = chenda.graphql(seen, json!({ "c": campaign })).await;
    assert_eq!(parts(&inside)[3]["value"], "0", "{inside:?}");
    // A member sees the sum; three unknown are withheld, and the smallest group beside them, that nobody subtracts.
    let outside = app.signed_in("rattana").await.graphql(seen, json!({ "c": campaign })).await;
    let told: Vec<(String, Value)> = parts(&outside)
        .as_array()
        .into_iter()
        .flatten()
        .map(|p| (p["group"].as_str().unwrap_or_default().to_owned(), p["value"].clone()))
        .collect();
    let of = |group: &str| told.iter().filter(|(g, _)| g == group).map(|(_, v)| v.clone()).collect::<Vec<_>>();
    assert_eq!(of("female"), [json!("24")], "{outside:?}");
    assert_eq!(of("male"), [Value::Null]);
    assert_eq!(of("unknown"), [Value::Null, Value::Null]);
    assert_eq!((of("yes"), of("no")), (vec![Value::Null], vec![json!("30")]));
    // Nobody who is no member is told any of it.
    let nobody = app.anonymous().graphql(seen, json!({ "c": campaign })).await;
    assert!(nobody.at("/data/campaign").is_null(), "it has not begun: {nobody:?}");
    // The public variant of the donor report withholds the same.
    let report =
        |public: bool| json!({ "c": campaign, "i": { "kind": "RESULTS", "public": public, "language": "EN" } });
    let whole = chenda.graphql(REPORT, report(false)).await;
    let row = whole.at("/data/campaign/report/rows/0").clone();
    assert_eq!(whole.at("/data/campaign/report/heads/10"), "Sex unknown");
    assert_eq!(
        row.as_array().map(|r| r[7..13].to_vec()),
        Some(vec![json!("24"), json!("13"), json!("0"), json!("3"), json!(""), json!("2")])
    );
    let public = chenda.graphql(REPORT, report(true)).await;
    let row = public.at("/data/campaign/report/rows/0").clone();
    assert_eq!(
        row.as_array().map(|r| r[7..13].to_vec()),
        Some(vec![json!("24"), json!("*"), json!("0"), json!("*"), json!(""), json!("*")])
    );
    assert!(public.at("/data/campaign/report/foot/0").as_str().unwrap_or_default().starts_with('*'), "{public:?}");
}

fn outcome() -> Value {
    json!({ "statement": { "en": "On 2026-06-05 Kampong Kdei commune council posted its CIP for the first time" }, "who": "Kampong Kdei commune council",
            "happenedOn": "2026-06-05", "happenedIn": "DAY", "place": "place:170403", "change": "PRACTICE", "intended": true, "positive": true,
            "contribution": "KBL met the council twice" })
}

/// An outcome that was looked through.
async fn reviewed(app: &TestApp, campaign: &str, mut input: Value) -> (TestActor, String) {
    input["members"] = json!([app.organisation("KBL")]);
    let chenda = app.signed_in("chenda").await;
    let done = chenda.graphql(OUTCOME, json!({ "c": campaign, "i": input })).await;
    assert_eq!(done.at("/data/addOutcome/status"), "DONE", "{done:?}");
    let id = text(&done, "/data/addOutcome/outcome/id");
    let done = chenda.graphql(REVIEW, json!({ "c": id, "v": 1 })).await;
    assert_eq!(done.at("/data/reviewOutcome/outcome/state"), "REVIEWED", "{done:?}");
    (chenda, id)
}

async fn asked(app: &TestApp, chenda: &TestActor, outcome: &str, email: &str) -> String {
    // Letters are told apart by when they were written.
    app.env.clock.advance(Duration::seconds(1));
    let whom = json!({ "outcome": outcome, "name": "Chief of the district", "email": email, "language": "EN" });
    let done = chenda.graphql(ASK, json!({ "i": whom })).await;
    assert_eq!(done.at("/data/askOutsider/outcome/state"), "OUT_FOR_SUBSTANTIATION", "{done:?}");
    let letter: String =
        sqlx::query_scalar("SELECT body FROM mails WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1")
            .bind(email)
            .fetch_one(&app.pool)
            .await
            .unwrap_or_default();
    let link = letter.split("/substantiate#").nth(1).unwrap_or_default();
    link.split_whitespace().next().unwrap_or_default().to_owned()
}

async fn state(actor: &TestActor, campaign: &str, outcome: &str) -> Value {
    let told = actor.graphql(TOLD, json!({ "c": campaign })).await.at("/data/campaign/outcomes/edges");
    let edges = told.as_array().cloned().unwrap_or_default();
    edges.into_iter().map(|edge| edge["node"].clone()).find(|node| node["id"] == outcome).unwrap_or_default()
}

#[tokio::test]
async fn j10_1_an_outsider_answers_once_by_link_and_agrees_in_part_and_nobody_with_a_part_in_it_can() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let chenda = app.signed_in("chenda").await;
    let bare = json!({ "statement": { "en": "Something changed" }, "happenedIn": "DAY", "change": "ACTION", "intended": true, "positive": true });
    let done = chenda.graphql(OUTCOME, json!({ "c": campaign, "i": bare })).await;
    let draft = text(&done, "/data/addOutcome/outcome/id");
    let lacking = chenda.graphql(REVIEW, json!({ "c": draft, "v": 1 })).await;
    assert_eq!(keys(&lacking, "reviewOutcome"), ["outcome_who", "outcome_when", "outcome_contribution"], "{lacking:?}");
    assert_eq!(
        dara.graphql(REVIEW, json!({ "c": draft, "v": 1 })).await.code(),
        "FORBIDDEN",
        "the MEAL officer reviews"
    );
    let (chenda, id) = reviewed(&app, &campaign, outcome()).await;
    for (email, key) in
        [("chenda@ocn.example", "too_near"), ("sreymom@ocn.example", "too_near"), ("nobody", "not_an_email")]
    {
        let whom = json!({ "outcome": id, "name": "Somebody", "email": email, "language": "EN" });
        assert_eq!(keys(&chenda.graphql(ASK, json!({ "i": whom })).await, "askOutsider"), [key], "{email}");
    }
    let old = asked(&app, &chenda, &id, "chief@district.example").await;
    let link = asked(&app, &chenda, &id, "chief@district.example").await;
    let nobody = app.anonymous();
    let stale = nobody.graphql(READ, json!({ "l": old })).await;
    assert_eq!(keys(&stale, "readOutcomeQuestion"), ["link_used_or_expired"], "asked anew, the first link ends");
    assert_eq!(
        keys(&chenda.graphql(READ, json!({ "l": link })).await, "readOutcomeQuestion"),
        ["too_near"],
        "the author"
    );
    let read = nobody.graphql(READ, json!({ "l": link })).await;
    assert!(text(&read, "/data/readOutcomeQuestion/question/statement/en").contains("Kampong Kdei"), "{read:?}");
    let say = |answer: &str, comment: &str| json!({ "i": { "link": link, "answer": answer, "comment": comment, "onRecord": false } });
    let silent = nobody.graphql(SAY, say("AGREES_IN_PART", "")).await;
    assert_eq!(keys(&silent, "answerOutcomeQuestion"), ["reason_needed"]);
    let done = nobody.graphql(SAY, say("AGREES_IN_PART", "It was posted, and taken down in a week")).await;
    assert_eq!(done.at("/data/answerOutcomeQuestion/status"), "DONE", "{done:?}");
    let twice = nobody.graphql(SAY, say("AGREES", "")).await;
    assert_eq!(keys(&twice, "answerOutcomeQuestion"), ["link_used_or_expired"]);
    let told = state(&chenda, &campaign, &id).await;
    assert_eq!(told["state"], "PARTLY_SUBSTANTIATED", "{told}");
    assert_eq!(told["substantiations"][0]["answer"], "AGREES_IN_PART");
    // What outsiders were asked about does not change any more.
    let edit = "mutation($c: ID!, $v: Int!, $i: OutcomeInput!) { editOutcome(id: $c, version: $v, input: $i) { status violations { key } } }";
    let version: i32 = sqlx::query_scalar("SELECT version FROM outcomes WHERE state = 'partly_substantiated'")
        .fetch_one(&app.pool)
        .await
        .unwrap_or_default();
    let fixed = chenda.graphql(edit, json!({ "c": id, "v": version, "i": outcome() })).await;
    assert_eq!(keys(&fixed, "editOutcome"), ["outcome_stands"], "{fixed:?}");
}

#[tokio::test]
async fn j10_1_a_link_expires_after_fourteen_days() {
    let app = TestApp::ocn().await;
    let (_, campaign) = begun(&app, json!({})).await;
    let (chenda, id) = reviewed(&app, &campaign, outcome()).await;
    let link = asked(&app, &chenda, &id, "chief@district.example").await;
    let nobody = app.anonymous();
    app.env.clock.advance(Duration::days(14) - Duration::seconds(1));
    assert_eq!(nobody.graphql(READ, json!({ "l": link })).await.at("/data/readOutcomeQuestion/status"), "DONE");
    app.env.clock.advance(Duration::seconds(1));
    assert_eq!(
        keys(&nobody.graphql(READ, json!({ "l": link })).await, "readOutcomeQuestion"),
        ["link_used_or_expired"]
    );
}

#[tokio::test]
async fn an_outcome_is_public_in_words_that_a_coordinator_has_made_sure_of_and_before_that_it_is_the_teams() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let (chenda, id) = reviewed(&app, &campaign, outcome()).await;
    sqlx::query("UPDATE campaigns SET state = 'active', audience = array_append(audience, 'anyone')")
        .execute(&app.pool)
        .await
        .ok();
    let rattana = app.signed_in("rattana").await;
    let told = |answer: &Answer| answer.at("/data/campaign/outcomes/totalCount").clone();
    assert_eq!(told(&rattana.graphql(TOLD, json!({ "c": campaign })).await), 0);
    let publish = "mutation($i: PublishOutcomeInput!) { publishOutcome(input: $i) { status violations { field key } outcome { state version } } }";
    let words = |harmless: bool| json!({ "i": { "outcome": id, "version": 2, "statement": { "en": "A commune posted its CIP" }, "harmless": harmless, "consented": true } });
    assert_eq!(chenda.graphql(publish, words(true)).await.code(), "FORBIDDEN", "not whoever wrote it");
    assert_eq!(keys(&dara.graphql(publish, words(false)).await, "publishOutcome"), ["make_sure"]);
    let done = dara.graphql(publish, words(true)).await;
    assert_eq!(done.at("/data/publishOutcome/outcome/state"), "PUBLISHED", "{done:?}");
    let outside = rattana.graphql(TOLD, json!({ "c": campaign })).await;
    let node = outside.at("/data/campaign/outcomes/edges/0/node").clone();
    assert_eq!(node["statement"]["en"], "A commune posted its CIP", "{outside:?}");
    assert_eq!((&node["who"], &node["contribution"], &node["members"]), (&json!(""), &json!(""), &json!([])));
    let page = app.anonymous().visit(&format!("/public/campaigns/{campaign}")).await;
    let words = String::from_utf8_lossy(&page.body).into_owned();
    assert!(words.contains("A commune posted its CIP") && !words.contains("Kampong Kdei"), "{words}");
    let back = "mutation($c: ID!, $v: Int!) { takeBackOutcome(id: $c, version: $v) { status outcome { state } } }";
    let done = dara.graphql(back, json!({ "c": id, "v": 3 })).await;
    assert_eq!(done.at("/data/takeBackOutcome/outcome/state"), "REVIEWED", "{done:?}");
    assert_eq!(told(&rattana.graphql(TOLD, json!({ "c": campaign })).await), 0);
}

#[tokio::test]
async fn the_golden_thread_leads_from_the_outcome_back_to_the_evidence_and_names_where_it_is_broken() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let objective = json!({ "body": { "objective": { "statement": { "en": "The province instructs communes" }, "outcome": "PROCEDURAL", "smart": [true, true, true, true, true] } } });
    let objective =
        text(&dara.graphql(ITEM, json!({ "c": campaign, "i": objective })).await, "/data/addPlanItem/item/id");
    let ask = |response: &str| {
        json!({ "objective": objective, "body": { "ask": { "text": { "en": format!("Instruct: {response}") }, "target": { "en": "Governor" },
        "targetKind": "PRIMARY", "response": response, "respondedOn": if response == "NONE" { Value::Null } else { json!("2026-06-01") }, "source": "Minutes" } } })
    };
    let first =
        text(&dara.graphql(ITEM, json!({ "c": campaign, "i": ask("ACCEPTED") })).await, "/data/addPlanItem/item/id");
    let second =
        text(&dara.graphql(ITEM, json!({ "c": campaign, "i": ask("NONE") })).await, "/data/addPlanItem/item/id");
    let proof = document(&app, "The governor's letter", "members").await;
    let hidden = document(&app, "Notes of a source", "restricted").await;
    let attach = "mutation($a: ID!, $d: [ID!]!) { setCampaignDocuments(about: $a, documents: $d) { status violations { key } } }";
    let keeper = app.signed_in("kunthea").await;
    let done = dara.graphql(attach, json!({ "a": first, "d": [proof, hidden] })).await;
    assert_eq!(done.at("/data/setCampaignDocuments/status"), "DONE", "{done:?}");
    assert_eq!(keeper.graphql(attach, json!({ "a": second, "d": [proof] })).await.code(), "FORBIDDEN");
    let mut input = outcome();
    input["item"] = json!(first);
    let (_, id) = reviewed(&app, &campaign, input).await;
    let thread = "query($c: ID!, $t: ID) { campaign(id: $c) { thread(through: $t) { nodes { id kind title { en } gaps } links { from to } } } }";
    let whole = dara.graphql(thread, json!({ "c": campaign })).await;
    let gaps = |answer: &Answer, id: &str| -> Vec<Value> {
        let nodes = answer.at("/data/campaign/thread/nodes").as_array().cloned().unwrap_or_default();
        nodes
            .iter()
            .find(|n| n["id"] == id)
            .and_then(|n| n["gaps"].as_array().cloned())
            .unwrap_or_else(|| vec![json!("absent")])
    };
    assert_eq!(gaps(&whole, &first), Vec::<Value>::new(), "{whole:?}");
    assert_eq!(gaps(&whole, &second), [json!("RESTS_ON_NOTHING"), json!("UNANSWERED")], "{whole:?}");
    assert_eq!(gaps(&whole, &id), [json!("UNPROVEN")], "{whole:?}");
    let through = dara.graphql(thread, json!({ "c": campaign, "t": id })).await;
    assert_eq!(gaps(&through, &second), [json!("absent")], "another ask does not lead there: {through:?}");
    for there in [&first, &objective, &proof, &id] {
        assert_ne!(gaps(&through, there), [json!("absent")], "{there}: {through:?}");
    }
    // A member of the network who is not in the team sees neither the outcome nor what the library hides from them.
    let outside = app.signed_in("rattana").await.graphql(thread, json!({ "c": campaign })).await;
    assert_eq!(gaps(&outside, &id), [json!("absent")], "{outside:?}");
    assert_eq!(gaps(&outside, &hidden), [json!("absent")], "{outside:?}");
}

#[tokio::test]
async fn a_template_starts_a_plan_that_lacks_only_whom_it_asks_and_a_clone_begins_anew() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({ "template": "COMMUNE_BUDGET", "language": "KM" })).await;
    let seen = "query($c: ID!) { campaign(id: $c) { items { kind objective body { __typename ... on PlanStep { cause } ... on PlanAsk { byWhen response responded: respondedOn } ... on PlanBudgetLine { spent } } values { id } }
        work(first: 100) { totalCount edges { node { kind status dueOn organisation { id } } } } } }";
    let plan = dara.graphql(seen, json!({ "c": campaign })).await;
    let items = plan.at("/data/campaign/items").as_array().cloned().unwrap_or_default();
    let step = items.iter().find(|i| i["kind"] == "STEP").cloned().unwrap_or_default();
    assert!(step["body"]["cause"].as_str().unwrap_or_default().contains("ឃុំ"), "in the language asked for: {step}");
    assert_eq!(plan.at("/data/campaign/work/totalCount"), 9, "{plan:?}");
    let go = "mutation($c: ID!, $to: CampaignState!) { moveCampaign(id: $c, to: $to) { status violations { key } } }";
    let done = dara.graphql(go, json!({ "c": campaign, "to": "PLANNING" })).await;
    assert_eq!(done.at("/data/moveCampaign/status"), "DONE", "{done:?}");
    let lacking = app.signed_in("samnang").await.graphql(go, json!({ "c": campaign, "to": "APPROVED" })).await;
    assert_eq!(keys(&lacking, "moveCampaign"), ["target_needed"], "{lacking:?}");

    // A clone takes the plan over a year later: answered, spent and reached is nothing of it.
    let money = json!({ "body": { "budgetLine": { "description": "Travel", "currency": "KHR", "planned": "12000000", "spent": "4000000" } } });
    dara.graphql(ITEM, json!({ "c": campaign, "i": money })).await;
    sqlx::query("UPDATE campaign_items SET body = body || '{\"response\": \"accepted\", \"responded_on\": \"2026-06-20\", \"source\": \"Letter\"}' WHERE kind = 'ask'")
        .execute(&app.pool)
        .await
        .ok();
    let like = json!({ "like": campaign, "campaign": { "title": { "en": "Once more" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED",
        "visibility": "MEMBERS", "startsOn": "2027-06-01" } });
    let (_, second) = begun(&app, like.clone()).await;
    let cloned = dara.graphql(seen, json!({ "c": second })).await;
    let anew = cloned.at("/data/campaign/items").as_array().cloned().unwrap_or_default();
    assert_eq!(anew.len(), items.len() + 1, "{cloned:?}");
    let asks: Vec<&Value> = anew.iter().filter(|i| i["kind"] == "ASK").collect();
    assert!(
        asks.iter()
            .all(|a| a["body"]["response"] == "NONE" && a["body"]["responded"].is_null() && !a["objective"].is_null()),
        "{asks:?}"
    );
    let by: Vec<&str> = asks.iter().filter_map(|a| a["body"]["byWhen"].as_str()).collect();
    assert!(by.iter().all(|day| *day > "2027-06-01"), "{by:?}");
    assert!(anew.iter().filter(|i| i["kind"] == "BUDGET_LINE").all(|i| i["body"]["spent"] == "0"));
    let work = cloned.at("/data/campaign/work/edges").as_array().cloned().unwrap_or_default();
    assert!(work.len() == 9 && work.iter().all(|w| w["node"]["status"] == "TODO"), "{work:?}");
    // Whoever begins campaigns and is not in the team of this one takes its plan over no more than one that is not there.
    let sreymom = app.signed_in("sreymom").await;
    let mut input = like;
    input["network"] = json!(app.network());
    input["lead"] = json!(app.organisation("KBL"));
    input["like"] = Value::Null;
    let own = sreymom.graphql(START, json!({ "i": input })).await;
    assert_eq!(own.at("/data/startCampaign/status"), "DONE", "a convenor begins campaigns: {own:?}");
    sqlx::query("UPDATE campaign_members SET organisation_id = $2 WHERE campaign_id = $1")
        .bind(campaign.parse::<CampaignId>().unwrap_or_else(|error| panic!("{error:?}")).0)
        .bind(app.organisation("CDRO").parse::<OrganisationId>().unwrap_or_else(|error| panic!("{error:?}")).0)
        .execute(&app.pool)
        .await
        .unwrap_or_else(|error| panic!("{error}"));
    for other in [campaign.as_str(), "campaign:01970000-0000-7000-8000-000000000000"] {
        input["like"] = json!(other);
        let refused = sreymom.graphql(START, json!({ "i": input })).await;
        assert_eq!(
            refused.at("/data/startCampaign/violations/0"),
            json!({ "field": "like", "key": "id_unknown" }),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn reports_are_files_in_both_languages_and_money_is_told_by_what_was_spent_when() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app, json!({})).await;
    let line = |spent: &str| json!({ "body": { "budgetLine": { "code": "A1", "description": "Travel", "donor": "Mekong Fund", "currency": "KHR", "planned": "12000000", "spent": spent } } });
    let done = dara.graphql(ITEM, json!({ "c": campaign, "i": line("1000000") })).await;
    let id = text(&done, "/data/addPlanItem/item/id");
    let other = json!({ "body": { "budgetLine": { "description": "Prints", "donor": "Own funds", "currency": "USD", "planned": "3000", "spent": "10.5" } } });
    dara.graphql(ITEM, json!({ "c": campaign, "i": other })).await;
    app.env.clock.advance(Duration::days(10));
    let dara = app.signed_in("dara").await;
    let edit = "mutation($c: ID!, $i: PlanItemInput!) { editPlanItem(id: $c, version: 1, input: $i) { status } }";
    assert_eq!(
        dara.graphql(edit, json!({ "c": id, "i": line("4000000") })).await.at("/data/editPlanItem/status"),
        "DONE"
    );
    let report = |from: &str, donor: &str| json!({ "c": campaign, "i": { "kind": "FINANCE", "from": from, "to": "2026-07-31", "donor": donor, "language": "EN" } });
    let made = dara.graphql(REPORT, report("2026-07-05", "Mekong Fund")).await;
    assert_eq!(
        made.at("/data/campaign/report/rows"),
        json!([["A1", "Travel", "Mekong Fund", "12000000", "3000000", "4000000", "8000000", "33.3", "KHR"]]),
        "{made:?}"
    );
    assert_eq!(made.at("/data/campaign/report/about/1"), "Donor: Mekong Fund");
    let all = dara.graphql(REPORT, report("2026-06-01", "")).await;
    assert_eq!(all.at("/data/campaign/report/rows").as_array().map(Vec::len), Some(2));
    assert_eq!(
        all.at("/data/campaign/report/foot").as_array().map(Vec::len),
        Some(2),
        "no sum over both without a rate: {all:?}"
    );
    for name in ["progress", "results", "finance", "harvest"] {
        let csv = dara.visit(&format!("/files/{campaign}/report/{name}.csv?lang=km")).await;
        assert_eq!(csv.status, 200, "{name}");
        assert!(String::from_utf8_lossy(&csv.body).contains("រយៈពេល"), "{name}");
        let pdf = dara.visit(&format!("/files/{campaign}/report/{name}.pdf?lang=km")).await;
        assert_eq!(pdf.status, 200, "{name}");
    }
    assert_eq!(
        app.signed_in("rattana").await.visit(&format!("/files/{campaign}/report/finance.csv")).await.status,
        403
    );
    assert_eq!(app.anonymous().visit(&format!("/files/{campaign}/report/finance.csv")).await.status, 404);
    assert_eq!(dara.visit(&format!("/files/{campaign}/report/secrets.csv")).await.status, 404);
}
