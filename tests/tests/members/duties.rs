//! Duties of members: when they fall due, who sees them, who records them; reminders, each sent once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{DateTime, Duration, Utc};
use sala_domain::reminders::service::send_due;
use sala_testkit::{TestActor, TestApp};
use serde_json::{Value, json};

const URL: &str = "https://hub.example";
const REPORT: &str = "Yearly report to the Ministry of Interior";
const GPP: &str = "GPP certificate";

fn until(app: &TestApp, at: &str) {
    let at: DateTime<Utc> = at.parse().unwrap();
    app.env.clock.advance(at - app.env.now());
}

/// Acronym, duty, date and standing of everything the actor sees.
async fn dues(app: &TestApp, actor: &TestActor) -> Vec<(String, String, String, String)> {
    let query = "query($n: ID!) { network(id: $n) { dues(first: 100) { totalCount edges { node { dueOn status duty { name { en } } organisation { acronym } } } } } }";
    let found = actor.graphql(query, json!({ "n": app.network() })).await;
    let rows = found.at("/data/network/dues/edges");
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or("?").to_owned();
    let rows: Vec<_> = rows
        .as_array()
        .unwrap_or_else(|| panic!("{found:?}"))
        .iter()
        .map(|row| {
            let node = &row["node"];
            (
                text(node.pointer("/organisation/acronym")),
                text(node.pointer("/duty/name/en")),
                text(node.get("dueOn")),
                text(node.get("status")),
            )
        })
        .collect();
    assert_eq!(found.at("/data/network/dues/totalCount"), rows.len());
    rows
}

async fn due(app: &TestApp, acronym: &str, duty: &str) -> (String, String) {
    let all = dues(app, &app.signed_in("dara").await).await;
    let found = all.into_iter().find(|(a, d, ..)| a == acronym && d == duty).unwrap();
    (found.2, found.3)
}

async fn id(app: &TestApp, query: &'static str, name: &str) -> uuid::Uuid {
    sqlx::query_scalar(query).bind(name).fetch_one(&app.pool).await.unwrap()
}

const MEMBERSHIP: &str =
    "SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = $1";

async fn record(app: &TestApp, who: &str, acronym: &str, duty: &str, what: Value) -> Value {
    let membership = id(app, MEMBERSHIP, acronym).await;
    let duty = id(app, "SELECT id FROM duties WHERE name_en = $1", duty).await;
    let mut input = json!({ "membership": format!("membership:{membership}"), "duty": format!("duty:{duty}"), "doneOn": "2026-07-01" });
    input.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
    let answer = app
        .signed_in(who)
        .await
        .graphql(
            "mutation($i: DutyRecordInput!) { recordDuty(input: $i) { status violations { field key } } }",
            json!({ "i": input }),
        )
        .await;
    if answer.code() == Value::Null { answer.at("/data/recordDuty") } else { answer.code() }
}

async fn mails(app: &TestApp, kind: &str) -> Vec<(String, String)> {
    sqlx::query_as("SELECT recipient, body FROM mails WHERE kind = $1 ORDER BY recipient, created_at")
        .bind(kind)
        .fetch_all(&app.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_yearly_duty_is_due_on_its_day_in_the_first_year_not_recorded() {
    let app = TestApp::ocn().await;
    let is = |day: &str, status: &str| (day.to_owned(), status.to_owned());
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2027-02-28", "IN_ORDER"));
    until(&app, "2027-01-29T03:00:00Z");
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2027-02-28", "SOON"));
    // The day itself ends in Phnom Penh.
    until(&app, "2027-02-28T16:59:59Z");
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2027-02-28", "SOON"));
    until(&app, "2027-02-28T17:00:00Z");
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2027-02-28", "LATE"));
    assert_eq!(record(&app, "bopha", "TMYA", REPORT, json!({ "period": 2027 })).await["status"], "DONE");
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2028-02-28", "IN_ORDER"));
    // Two years later without a word, the first year missed is what is late.
    until(&app, "2029-06-01T00:00:00Z");
    assert_eq!(due(&app, "TMYA", REPORT).await, is("2028-02-28", "LATE"));
}

#[tokio::test]
async fn a_paper_is_due_when_it_expires_and_a_month_after_it_was_first_asked_for() {
    let app = TestApp::ocn().await;
    assert_eq!(due(&app, "KBL", GPP).await, ("2026-07-31".to_owned(), "SOON".to_owned()));
    let wrong = record(&app, "dara", "KBL", GPP, json!({ "period": 2026 })).await;
    assert_eq!(wrong["violations"][0]["field"], "validUntil", "{wrong}");
    assert_eq!(
        record(&app, "dara", "KBL", GPP, json!({ "doneOn": "2027-01-01", "validUntil": "2028-01-01" })).await["violations"]
            [0]["key"],
        "date_ahead"
    );
    assert_eq!(record(&app, "dara", "KBL", GPP, json!({ "validUntil": "2029-05-05" })).await["status"], "DONE");
    assert_eq!(due(&app, "KBL", GPP).await, ("2029-05-05".to_owned(), "IN_ORDER".to_owned()));
}

#[tokio::test]
async fn a_member_sees_its_own_the_secretariat_all_and_a_hidden_group_is_nobody_elses() {
    let app = TestApp::ocn().await;
    let acronyms = |rows: Vec<(String, String, String, String)>| {
        let mut all: Vec<String> = rows.into_iter().map(|row| row.0).collect();
        all.sort();
        all.dedup();
        all
    };
    assert_eq!(acronyms(dues(&app, &app.signed_in("bopha").await).await), ["TMYA"]);
    assert_eq!(
        acronyms(dues(&app, &app.signed_in("kunthea").await).await),
        Vec::<String>::new(),
        "she keeps the lists, and speaks for nobody"
    );
    let all = acronyms(dues(&app, &app.signed_in("dara").await).await);
    assert!(all.contains(&"BKIW".to_owned()) && all.len() > 5, "{all:?}");
    assert_eq!(acronyms(dues(&app, &app.stranger().await).await), Vec::<String>::new());
    // The report is only for those registered with the ministry.
    let rows = dues(&app, &app.signed_in("dara").await).await;
    assert!(!rows.iter().any(|(a, d, ..)| a == "BKIW" && d == REPORT), "{rows:?}");
    assert_eq!(record(&app, "bopha", "KBL", GPP, json!({ "validUntil": "2029-05-05" })).await, "FORBIDDEN");
    // That a member did something is news for itself and the secretariat, not for the other members.
    assert_eq!(record(&app, "bopha", "TMYA", GPP, json!({ "validUntil": "2029-05-05" })).await["status"], "DONE");
    app.settle().await;
    let news =
        format!("{{ network(id: \"{}\") {{ duties {{ id }} recentChanges(first: 20) {{ kind }} }} }}", app.network());
    for (who, told) in [("bopha", true), ("dara", true), ("sreymom", false)] {
        let seen = app.signed_in(who).await.ask(&news).await.json.to_string();
        assert_eq!(seen.contains("membership.duty_done"), told, "{who}: {seen}");
    }
    let outside = app.anonymous().ask(&news).await;
    assert_eq!(outside.at("/data/network/duties"), json!([]), "{outside:?}");
    assert_eq!(record(&app, "bopha", "BKIW", GPP, json!({ "validUntil": "2029-05-05" })).await, "NOT_FOUND");
}

#[tokio::test]
async fn the_rules_are_the_secretariats_to_edit() {
    let app = TestApp::ocn().await;
    let add = "mutation($n: ID!, $i: DutyInput!) { addDuty(network: $n, input: $i) { status violations { field key } network { duties { id version name { en } active } } } }";
    let with = |day: i32| json!({ "n": app.network(), "i": { "name": { "en": "Tax" }, "kind": "YEARLY", "dueMonth": 3, "dueDay": day } });
    assert_eq!(app.signed_in("bopha").await.graphql(add, with(20)).await.code(), "FORBIDDEN");
    let dara = app.signed_in("dara").await;
    assert_eq!(dara.graphql(add, with(31)).await.at("/data/addDuty/violations/0/key"), "day_of_year");
    let made = dara.graphql(add, with(20)).await;
    let duties = made.at("/data/addDuty/network/duties");
    let tax = duties.as_array().unwrap().iter().find(|d| d["name"]["en"] == "Tax").unwrap();
    let edit = "mutation($n: ID!, $d: ID!, $v: Int!, $i: DutyInput!) { editDuty(network: $n, id: $d, version: $v, input: $i) { status } }";
    let off = |version: i32| json!({ "n": app.network(), "d": tax["id"], "v": version, "i": { "name": { "en": "Tax" }, "kind": "YEARLY", "dueMonth": 3, "dueDay": 20, "active": false } });
    assert_eq!(dara.graphql(edit, off(7)).await.at("/data/editDuty/status"), "CONFLICT");
    assert_eq!(dara.graphql(edit, off(1)).await.at("/data/editDuty/status"), "DONE");
    let rows = dues(&app, &dara).await;
    assert!(!rows.iter().any(|(_, duty, ..)| duty == "Tax"), "{rows:?}");
}

#[tokio::test]
async fn reminders_of_duties_go_out_once_a_step_however_many_nodes_send_them() {
    let app = TestApp::ocn().await;
    assert_eq!(send_due(&app.pool, &app.env, URL).await.unwrap(), 0, "nothing is due yet");
    until(&app, "2026-07-17T00:00:00Z");
    let (one, two) = tokio::join!(send_due(&app.pool, &app.env, URL), send_due(&app.pool, &app.env, URL));
    let sent = one.unwrap() + two.unwrap();
    let told = mails(&app, "duty_reminder").await;
    let bopha: Vec<_> = told.iter().filter(|(to, _)| to == "bopha@ocn.example").collect();
    assert_eq!(bopha.len(), 1, "{told:?}");
    assert!(bopha[0].1.contains("2026-07-31") && bopha[0].1.contains("https://hub.example/duties"), "{bopha:?}");
    assert!(sent >= told.len(), "{sent}");
    assert_eq!(send_due(&app.pool, &app.env, URL).await.unwrap(), 0, "once is enough");
    // Late: told once more, with other words.
    until(&app, "2026-08-01T00:00:00Z");
    send_due(&app.pool, &app.env, URL).await.unwrap();
    until(&app, "2026-08-02T00:00:00Z");
    assert_eq!(send_due(&app.pool, &app.env, URL).await.unwrap(), 0);
    let told = mails(&app, "duty_reminder").await;
    assert_eq!(told.iter().filter(|(to, _)| to == "bopha@ocn.example").count(), 2);
}

#[tokio::test]
async fn those_who_have_not_voted_are_reminded_a_day_before_and_of_restricted_questions_without_their_words() {
    let app = TestApp::ocn().await;
    let closes = app.env.now() + Duration::days(3);
    let open = "mutation($i: OpenDecisionInput!) { openDecision(input: $i) { decision { id } } }";
    let question = |title: &str, restricted: bool| json!({ "i": { "network": app.network(), "subject": "ADOPT_POSITION", "title": { "en": title }, "proposal": { "en": "x" }, "closesAt": closes, "restricted": restricted } });
    let dara = app.signed_in("dara").await;
    let public = dara.graphql(open, question("Open question", false)).await.at("/data/openDecision/decision/id");
    dara.graphql(open, question("Quiet question", true)).await;
    let ballot =
        json!({ "i": { "decision": public, "organisation": app.organisation("TMYA"), "stance": "IN_FAVOUR" } });
    app.signed_in("bopha")
        .await
        .mutate("mutation($i: CastBallotInput!) { castBallot(input: $i) { status } }", ballot)
        .await;
    app.env.clock.advance(Duration::days(2) - Duration::seconds(1));
    assert_eq!(send_due(&app.pool, &app.env, URL).await.unwrap(), 0, "not before the last day");
    app.env.clock.advance(Duration::seconds(1));
    send_due(&app.pool, &app.env, URL).await.unwrap();
    let told = mails(&app, "decision_reminder").await;
    let to = |who: &str| {
        told.iter()
            .filter(|(to, _)| *to == format!("{who}@ocn.example"))
            .map(|(_, body)| body.as_str())
            .collect::<Vec<_>>()
    };
    assert!(to("samnang").iter().any(|body| body.contains("Open question")), "{told:?}");
    assert!(!to("bopha").iter().any(|body| body.contains("Open question")), "TMYA has voted: {told:?}");
    assert!(told.iter().all(|(_, body)| !body.contains("Quiet")), "{told:?}");
    // Of the restricted one he is told all the same, and where to look.
    assert_eq!(to("samnang").len(), 2, "{told:?}");
    assert_eq!(to("bopha").len(), 1, "TMYA has yet to vote in the other: {told:?}");
}

#[tokio::test]
async fn who_sits_in_a_group_is_reminded_of_its_meeting_the_day_before() {
    let app = TestApp::ocn().await;
    // The demo's group meets in fourteen days; Sreymom convenes it, Bopha only asked for a seat.
    app.env.clock.advance(Duration::days(13) + Duration::hours(1));
    send_due(&app.pool, &app.env, URL).await.unwrap();
    let told: Vec<String> = mails(&app, "meeting_reminder").await.into_iter().map(|(to, _)| to).collect();
    assert_eq!(told, ["sreymom@ocn.example"]);
}
