//! Many pieces of work at once, what the team says to each other, and work in the calendar.

use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status campaign { id } } }";
const WORK: &str = "query($c: ID!) { campaign(id: $c) { work(first: 100) { totalCount edges { node { id version kind title { en km } status startsOn dueOn organisation { acronym } at { code } commentCount } } } comments(first: 20) { totalCount edges { node { id body removed yours mentions { id } } } } } }";
const ADD: &str = "mutation($c: ID!, $k: CampaignWorkKind!, $i: CampaignWorkInput!) { addCampaignWork(campaign: $c, kind: $k, input: $i) { status violations { field key } work { id version } } }";
const MANY: &str =
    "mutation($i: ChangeManyWorkInput!) { changeManyCampaignWork(input: $i) { status violations { field key } } }";
const IMPORT: &str = "mutation($c: ID!, $t: String!, $k: Boolean! = false) { importCampaignWork(campaign: $c, table: $t, take: $k) { status violations { field key } table { wrong taken lines { line kind title { en km } startsOn dueOn organisation { acronym } at { code } status tactic audience changeSought violations { field key } } } } }";
const SAY: &str = "mutation($i: CampaignCommentInput!) { commentOnCampaign(input: $i) { status violations { field key } comment { id } } }";

/// A campaign of KBL with three tasks.
async fn begun(app: &TestApp, visibility: &str) -> (TestActor, String, Vec<Value>) {
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": {
        "title": { "en": "Budgets" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": visibility } });
    let done = dara.graphql(START, json!({ "i": input })).await;
    let campaign = done.at("/data/startCampaign/campaign/id").as_str().unwrap_or_default().to_owned();
    for title in ["First", "Second", "Third"] {
        let input = json!({ "title": { "en": title }, "status": "TODO", "dueOn": "2026-08-01" });
        let done = dara.graphql(ADD, json!({ "c": campaign, "k": "TASK", "i": input })).await;
        assert_eq!(done.at("/data/addCampaignWork/status"), "DONE", "{done:?}");
    }
    let work = work(&dara, &campaign).await;
    (dara, campaign, work)
}

async fn work(actor: &TestActor, campaign: &str) -> Vec<Value> {
    let told = actor.graphql(WORK, json!({ "c": campaign })).await.at("/data/campaign/work/edges");
    told.as_array().into_iter().flatten().map(|edge| edge["node"].clone()).collect()
}

fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn many_pieces_of_work_change_together_or_not_at_all() {
    let app = TestApp::ocn().await;
    let (dara, campaign, before) = begun(&app, "MEMBERS").await;
    let all: Vec<Value> = before.iter().map(|w| json!({ "id": w["id"], "version": w["version"] })).collect();
    let change = |work: &[Value], more: Value| {
        let mut input = json!({ "campaign": campaign, "work": work });
        for (key, value) in more.as_object().into_iter().flatten() {
            input[key] = value.clone();
        }
        json!({ "i": input })
    };
    let done = dara
        .graphql(MANY, change(&all, json!({ "status": "DOING", "organisation": app.organisation("KBL"), "days": 7 })))
        .await;
    assert_eq!(done.at("/data/changeManyCampaignWork/status"), "DONE", "{done:?}");
    let after = work(&dara, &campaign).await;
    assert!(
        after
            .iter()
            .all(|w| w["status"] == "DOING" && w["dueOn"] == "2026-08-08" && w["organisation"]["acronym"] == "KBL"),
        "{after:?}"
    );
    // One of them has changed since it was read: none changes.
    let mut read: Vec<Value> = after.iter().map(|w| json!({ "id": w["id"], "version": w["version"] })).collect();
    read[1]["version"] = json!(1);
    let done = dara.graphql(MANY, change(&read, json!({ "status": "DONE" }))).await;
    assert_eq!(done.at("/data/changeManyCampaignWork/status"), "CONFLICT", "{done:?}");
    assert_eq!(work(&dara, &campaign).await, after);
    read[1]["version"] = after[1]["version"].clone();
    for (more, key) in [
        (json!({ "organisation": app.organisation("TMYA") }), "not_in_campaign"),
        (json!({ "days": 100_000 }), "out_of_range"),
    ] {
        assert_eq!(keys(&dara.graphql(MANY, change(&read, more)).await, "changeManyCampaignWork"), [key]);
    }
    assert_eq!(keys(&dara.graphql(MANY, change(&[], json!({}))).await, "changeManyCampaignWork"), ["out_of_range"]);
    let done = dara.graphql(MANY, change(&read, json!({ "nobody": true }))).await;
    assert_eq!(done.at("/data/changeManyCampaignWork/status"), "DONE", "{done:?}");
    assert!(work(&dara, &campaign).await.iter().all(|w| w["organisation"].is_null()));
    let rattana = app.signed_in("rattana").await;
    assert_eq!(rattana.graphql(MANY, change(&read, json!({ "status": "DONE" }))).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn a_table_of_work_is_looked_over_and_taken_whole_or_not_at_all() {
    let app = TestApp::ocn().await;
    let (dara, campaign, before) = begun(&app, "MEMBERS").await;
    let good = "\u{feff}ប្រភេទ;ចំណងជើង;Title;ចាប់ផ្តើម;Due;Owner;Place;Status;Tactic;Audience;Change sought\nកិច្ចការ;សួរស្មៀន;Ask the clerk;;១/៨/២០២៦;KBL;សៀមរាប;;;;\nactivity;;Open day;2026-08-01;3.8.2026;Khmer Budget Lens;Kampong Kdei;Being done;ញត្តិ;Those who decide;will\n";
    let wrong = good.replace("3.8.2026", "soon").replace("KBL", "XYZ");
    let looked = dara.graphql(IMPORT, json!({ "c": campaign, "t": wrong })).await;
    assert_eq!(looked.at("/data/importCampaignWork/table/wrong"), 2, "{looked:?}");
    assert_eq!(
        looked.at("/data/importCampaignWork/table/lines/0/violations"),
        json!([{ "field": "organisation", "key": "not_in_campaign" }])
    );
    assert_eq!(looked.at("/data/importCampaignWork/table/lines/1/violations/0/key"), "not_a_day");
    let unknown = good.replace("ញត្តិ", "sorcery").replace("Those who decide", "the clouds");
    let looked = dara.graphql(IMPORT, json!({ "c": campaign, "t": unknown })).await;
    assert_eq!(
        looked.at("/data/importCampaignWork/table/lines/1/violations"),
        json!([{ "field": "tactic", "key": "term_unknown" }, { "field": "audience", "key": "word_unknown" }])
    );
    let refused = dara.graphql(IMPORT, json!({ "c": campaign, "t": wrong, "k": true })).await;
    assert_eq!(keys(&refused, "importCampaignWork"), ["rows_wrong"], "{refused:?}");
    assert_eq!(work(&dara, &campaign).await, before, "nothing was taken");
    let looked = dara.graphql(IMPORT, json!({ "c": campaign, "t": good })).await;
    assert_eq!(looked.at("/data/importCampaignWork/table/wrong"), 0, "{looked:?}");
    assert_eq!(work(&dara, &campaign).await.len(), 3, "it was looked over alone");
    let taken = dara.graphql(IMPORT, json!({ "c": campaign, "t": good, "k": true })).await;
    assert_eq!(taken.at("/data/importCampaignWork/table/taken"), true, "{taken:?}");
    let second = taken.at("/data/importCampaignWork/table/lines/1");
    assert_eq!(
        (&second["tactic"], &second["audience"], &second["changeSought"]),
        (&json!("petition"), &json!("decision_maker"), &json!("will")),
        "{second}"
    );
    let now = work(&dara, &campaign).await;
    let titled = |title: &str| now.iter().find(|w| w["title"]["en"] == title).cloned().unwrap_or_default();
    let (ask, day) = (titled("Ask the clerk"), titled("Open day"));
    assert_eq!(
        (&ask["kind"], &ask["dueOn"], &ask["at"]["code"]),
        (&json!("TASK"), &json!("2026-08-01"), &json!("17")),
        "{ask}"
    );
    assert_eq!(
        (&day["status"], &day["startsOn"], &day["at"]["code"]),
        (&json!("DOING"), &json!("2026-08-01"), &json!("170403")),
        "{day}"
    );
    let nothing = dara.graphql(IMPORT, json!({ "c": campaign, "t": "a,b\n1,2\n" })).await;
    assert_eq!(keys(&nothing, "importCampaignWork"), ["no_title_column"]);
    assert_eq!(
        app.signed_in("rattana").await.graphql(IMPORT, json!({ "c": campaign, "t": good })).await.code(),
        "FORBIDDEN"
    );
}

#[tokio::test]
async fn the_team_talks_and_names_those_alone_who_may_know_what_it_knows() {
    let app = TestApp::ocn().await;
    let (dara, campaign, pieces) = begun(&app, "MEMBERS").await;
    let say =
        |body: &str, mentions: Value| json!({ "i": { "about": pieces[0]["id"], "body": body, "mentions": mentions } });
    let outsider = json!([app.person("rattana")]);
    assert_eq!(keys(&dara.graphql(SAY, say("Who can do this?", outsider)).await, "commentOnCampaign"), ["not_of_team"]);
    assert_eq!(keys(&dara.graphql(SAY, say("", json!([]))).await, "commentOnCampaign"), ["required"]);
    let done = dara.graphql(SAY, say("Who can do this?", json!([app.person("sreymom"), app.person("dara")]))).await;
    assert_eq!(done.at("/data/commentOnCampaign/status"), "DONE", "{done:?}");
    let letters: Vec<(String, String)> = sqlx::query_as("SELECT recipient, body FROM mails WHERE kind = 'mentioned'")
        .fetch_all(&app.pool)
        .await
        .unwrap_or_default();
    assert_eq!(
        letters.iter().map(|l| l.0.as_str()).collect::<Vec<_>>(),
        ["sreymom@ocn.example"],
        "not whoever said it"
    );
    assert!(!letters[0].1.contains("Who can do this?"), "a mail says nothing of it: {letters:?}");
    assert_eq!(
        work(&dara, &campaign).await.iter().map(|w| w["commentCount"].as_i64().unwrap_or_default()).sum::<i64>(),
        1
    );
    // A member who is not in the team reads nothing of it, and says nothing.
    let rattana = app.signed_in("rattana").await;
    let told = rattana.graphql(WORK, json!({ "c": campaign })).await;
    assert_eq!(told.at("/data/campaign/comments/totalCount"), 0, "{told:?}");
    assert_eq!(rattana.graphql(SAY, json!({ "i": { "about": campaign, "body": "Hello" } })).await.code(), "FORBIDDEN");
    // Whoever said it takes it back, nobody else; its words go.
    let id = done.at("/data/commentOnCampaign/comment/id");
    let back = "mutation($c: ID!) { takeBackCampaignComment(id: $c) { status comment { body removed } } }";
    assert_eq!(app.signed_in("sreymom").await.graphql(back, json!({ "c": id })).await.code(), "FORBIDDEN");
    let gone = dara.graphql(back, json!({ "c": id })).await;
    assert_eq!(gone.at("/data/takeBackCampaignComment/comment"), json!({ "body": "", "removed": true }), "{gone:?}");
}

#[tokio::test]
async fn work_stands_in_the_calendar_of_those_who_do_it_and_a_campaigns_own_calendar_holds_it_alone() {
    let app = TestApp::ocn().await;
    let (dara, campaign, _) = begun(&app, "MEMBERS").await;
    let window = json!({ "title": { "en": "District workshop" }, "status": "TODO", "startsOn": "2026-07-20", "dueOn": "2026-07-24", "source": "Circular" });
    dara.graphql(ADD, json!({ "c": campaign, "k": "WINDOW", "i": window })).await;
    let own = json!({ "title": { "en": "Print the posters" }, "status": "TODO", "dueOn": "2026-07-10", "organisation": app.organisation("KBL") });
    dara.graphql(ADD, json!({ "c": campaign, "k": "ACTIVITY", "i": own })).await;
    sqlx::query("UPDATE campaigns SET state = 'planning'").execute(&app.pool).await.ok();
    let sreymom = app.signed_in("sreymom").await;
    let feed = sreymom.graphql("mutation { renewCalendarFeed }", json!({})).await;
    let address = feed.at("/data/renewCalendarFeed").as_str().unwrap_or_default().to_owned();
    let path = address.split("/calendar/").nth(1).unwrap_or_default().to_owned();
    let read = async |query: String| {
        let answer = app.anonymous().visit(&format!("/calendar/{path}{query}")).await;
        String::from_utf8_lossy(&answer.body).replace("\r\n ", "")
    };
    let all = read("?lang=en".into()).await;
    assert!(all.contains("SUMMARY:District workshop") && all.contains("SUMMARY:Print the posters"), "{all}");
    assert!(all.contains("DTSTART;VALUE=DATE:20260720") && all.contains("DTEND;VALUE=DATE:20260725"), "{all}");
    assert!(!all.contains("First"), "nobody's tasks are not hers: {all}");
    let alone = read(format!("?lang=en&campaign={campaign}")).await;
    assert!(
        alone.contains("SUMMARY:District workshop") && alone.contains("SUMMARY:Work in a campaign"),
        "tasks are the team's own: {alone}"
    );
    assert!(!alone.contains("First"), "{alone}");
    // A campaign that its team alone knows says only when.
    let (dara, secret, _) = begun(&app, "TEAM").await;
    dara.graphql(ADD, json!({ "c": secret, "k": "MILESTONE", "i": { "title": { "en": "The leak" }, "status": "TODO", "dueOn": "2026-07-11" } })).await;
    let masked = read(format!("?lang=en&campaign={secret}")).await;
    assert!(masked.contains("20260711") && !masked.contains("leak"), "{masked}");
    let other = app.signed_in("rattana").await.graphql("mutation { renewCalendarFeed }", json!({})).await;
    let address = other.at("/data/renewCalendarFeed").as_str().unwrap_or_default().to_owned();
    let theirs = app
        .anonymous()
        .visit(&format!("/calendar/{}?campaign={secret}", address.split("/calendar/").nth(1).unwrap_or_default()))
        .await;
    assert!(!String::from_utf8_lossy(&theirs.body).contains("BEGIN:VEVENT"), "{theirs:?}");
}

#[tokio::test]
async fn an_activity_says_for_whom_it_is_and_what_pays_for_it_and_the_budget_is_told_to_the_team_alone() {
    const LINE: &str =
        "mutation($c: ID!, $i: PlanItemInput!) { addPlanItem(campaign: $c, input: $i) { item { id version } } }";
    const STRIKE: &str = "mutation($i: ID!) { removePlanItem(id: $i, version: 1) { status } }";
    const TOLD: &str = "query($c: ID!) { campaign(id: $c) { work(first: 100, kinds: [ACTIVITY]) { edges { node { audience budgetLine } } } paidWork { title { en } budgetLine } } }";
    let app = TestApp::ocn().await;
    let (dara, campaign, _) = begun(&app, "MEMBERS").await;
    let (_, other, _) = begun(&app, "MEMBERS").await;
    let line = async |campaign: &str| {
        let line = json!({ "organisation": app.organisation("KBL"), "body": { "budgetLine": {
            "code": "A1", "description": "Travel", "donor": "", "currency": "USD", "planned": "1000", "spent": "0" } } });
        dara.graphql(LINE, json!({ "c": campaign, "i": line })).await.at("/data/addPlanItem/item/id")
    };
    let (paid, foreign) = (line(&campaign).await, line(&other).await);
    assert!(paid.is_string() && foreign.is_string(), "{paid} {foreign}");
    let visit = |audience: &str, line: &Value| {
        let input = json!({ "title": { "en": "Visits" }, "status": "TODO", "audience": audience, "budgetLine": line });
        json!({ "c": campaign, "k": "ACTIVITY", "i": input })
    };
    assert_eq!(keys(&dara.graphql(ADD, visit("everybody", &paid)).await, "addCampaignWork"), ["term_unknown"]);
    assert_eq!(keys(&dara.graphql(ADD, visit("public", &foreign)).await, "addCampaignWork"), ["id_unknown"]);
    let done = dara.graphql(ADD, visit("public", &paid)).await;
    assert_eq!(done.at("/data/addCampaignWork/status"), "DONE", "{done:?}");
    let seen = dara.graphql(TOLD, json!({ "c": campaign })).await;
    let node = json!({ "audience": "public", "budgetLine": paid });
    assert_eq!(seen.at("/data/campaign/work/edges"), json!([{ "node": node }]), "{seen:?}");
    assert_eq!(seen.at("/data/campaign/paidWork"), json!([{ "title": { "en": "Visits" }, "budgetLine": paid }]));
    // Bopha is a member and not of the team: what is done she may know, what pays for it not.
    let seen = app.signed_in("bopha").await.graphql(TOLD, json!({ "c": campaign })).await;
    let node = json!({ "audience": "public", "budgetLine": null });
    assert_eq!(seen.at("/data/campaign/work/edges"), json!([{ "node": node }]), "{seen:?}");
    assert_eq!(seen.at("/data/campaign/paidWork"), json!([]));
    // A plan that is begun like it is paid from its own budget.
    let begin = json!({ "network": app.network(), "lead": app.organisation("KBL"), "like": campaign, "campaign": {
        "title": { "en": "Once more" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": "MEMBERS",
        "startsOn": "2027-06-01" } });
    let second = dara.graphql(START, json!({ "i": begin })).await.at("/data/startCampaign/campaign/id");
    let own = "query($c: ID!) { campaign(id: $c) { items(kinds: [BUDGET_LINE]) { id } paidWork { budgetLine } } }";
    let seen = dara.graphql(own, json!({ "c": second })).await;
    let (budget, from) = (seen.at("/data/campaign/items/0/id"), seen.at("/data/campaign/paidWork/0/budgetLine"));
    assert!(budget.is_string() && budget != paid, "{seen:?}");
    assert_eq!(from, budget);
    // A line that is struck out takes nothing new.
    assert_eq!(dara.graphql(STRIKE, json!({ "i": paid })).await.at("/data/removePlanItem/status"), "DONE");
    assert_eq!(keys(&dara.graphql(ADD, visit("public", &paid)).await, "addCampaignWork"), ["id_unknown"]);
}
