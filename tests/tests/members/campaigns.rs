//! J2: joint campaigns, from an idea to a plan that stands, and who has which part in them.

#![expect(clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status violations { field key } campaign { id state version } } }";
const MOVE: &str = "mutation($c: ID!, $to: CampaignState!, $r: String! = \"\") { moveCampaign(id: $c, to: $to, reason: $r) { status violations { field key } campaign { state } } }";
pub(crate) const INVITE: &str =
    "mutation($i: InviteToCampaignInput!) { inviteToCampaign(input: $i) { status violations { field key } } }";
pub(crate) const ANSWER: &str = "mutation($c: ID!, $o: ID!, $y: Boolean!, $n: String! = \"\") { answerCampaign(campaign: $c, organisation: $o, accepts: $y, note: $n) { status violations { field key } } }";
const ITEM: &str = "mutation($c: ID!, $i: PlanItemInput!) { addPlanItem(campaign: $c, input: $i) { status violations { field key } item { id version } } }";
const WORK: &str = "mutation($c: ID!, $k: CampaignWorkKind!, $i: CampaignWorkInput!) { addCampaignWork(campaign: $c, kind: $k, input: $i) { status violations { field key } work { id version } } }";
const SEEN: &str = "query($c: ID!) { campaign(id: $c) { state stateReason debrief approach lead { acronym } viewerCan { viewInside edit lead approve cancel }
    members { organisation { acronym } role state youAnswer commitment } items { kind objective body { __typename } }
    work(first: 100) { totalCount edges { node { id version kind status organisation { acronym } person { id } title { en } note dueOn } } }
    load { organisation { acronym } all done overdue } history(first: 100) { totalCount edges { node { about field was now by { id } } } } } }";

fn about(title: &str) -> Value {
    json!({ "title": { "en": title, "km": "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED",
            "visibility": "PUBLIC", "places": ["place:17"], "themes": ["commune_budget"] })
}

async fn begun(app: &TestApp) -> (TestActor, String) {
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": about("Budgets on every commune board") });
    let done = dara.graphql(START, json!({ "i": input })).await;
    assert_eq!(done.at("/data/startCampaign/status"), "DONE", "{done:?}");
    (dara, done.at("/data/startCampaign/campaign/id").as_str().unwrap_or_default().to_owned())
}

async fn go(actor: &TestActor, campaign: &str, to: &str, reason: &str) -> Answer {
    actor.graphql(MOVE, json!({ "c": campaign, "to": to, "r": reason })).await
}

async fn seen(actor: &TestActor, campaign: &str) -> Value {
    actor.graphql(SEEN, json!({ "c": campaign })).await.at("/data/campaign").clone()
}

async fn add(actor: &TestActor, campaign: &str, input: Value) -> Answer {
    actor.graphql(ITEM, json!({ "c": campaign, "i": input })).await
}

fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

fn objective() -> Value {
    json!({ "body": { "objective": { "statement": { "en": "By 31 Mar 2027 Siem Reap provincial administration instructs all communes to post CIP and budget" },
            "who": "Siem Reap provincial administration", "byWhen": "2027-03-31", "outcome": "PROCEDURAL", "smart": [true, true, true, true, true] } } })
}

fn ask(objective: &str, target: &str) -> Value {
    json!({ "objective": objective, "body": { "ask": { "text": { "en": "Instruct all communes to post CIP and budget" },
            "target": { "en": target }, "targetKind": "PRIMARY", "byWhen": "2027-03-31", "response": "NONE" } } })
}

fn risk() -> Value {
    json!({ "body": { "risk": { "text": "Commune staff are blamed", "category": "DO_NO_HARM", "likelihood": 3, "impact": 4,
            "mitigation": "Praise those who post", "status": "OPEN" } } })
}

fn work(title: &str, organisation: Option<&str>) -> Value {
    json!({ "title": { "en": title }, "organisation": organisation, "status": "TODO", "dueOn": "2026-08-01" })
}

/// In planning, with all that a plan needs.
async fn planned(app: &TestApp) -> (TestActor, String) {
    let (dara, campaign) = begun(app).await;
    let mut full = about("Budgets on every commune board");
    full["problem"] = json!({ "en": "Three communes of a hundred post their budget." });
    full["goal"] = json!({ "en": "Everybody can read the budget of their commune." });
    let version = seen_version(&dara, &campaign).await;
    let edit =
        "mutation($c: ID!, $v: Int!, $i: CampaignInput!) { editCampaign(id: $c, version: $v, input: $i) { status } }";
    let done = dara.graphql(edit, json!({ "c": campaign, "v": version, "i": full })).await;
    assert_eq!(done.at("/data/editCampaign/status"), "DONE", "{done:?}");
    assert_eq!(go(&dara, &campaign, "PLANNING", "").await.at("/data/moveCampaign/campaign/state"), "PLANNING");
    let objective = add(&dara, &campaign, objective()).await;
    let objective = objective.at("/data/addPlanItem/item/id").as_str().unwrap_or_default().to_owned();
    add(&dara, &campaign, ask(&objective, "Siem Reap Provincial Governor's office")).await;
    let step = json!({ "body": { "step": { "cause": "Communes see that others post", "effect": "they post too", "because": "nobody wants to be last" } } });
    add(&dara, &campaign, step).await;
    let done = add(&dara, &campaign, risk()).await;
    assert_eq!(done.at("/data/addPlanItem/status"), "DONE", "{done:?}");
    (dara, campaign)
}

async fn seen_version(actor: &TestActor, campaign: &str) -> i64 {
    let told = actor.graphql("query($c: ID!) { campaign(id: $c) { version } }", json!({ "c": campaign })).await;
    told.at("/data/campaign/version").as_i64().unwrap_or_default()
}

/// Under way, with TMYA in a supporting part.
async fn active(app: &TestApp) -> (TestActor, String) {
    let (dara, campaign) = planned(app).await;
    let samnang = app.signed_in("samnang").await;
    assert_eq!(go(&samnang, &campaign, "APPROVED", "").await.at("/data/moveCampaign/campaign/state"), "ACTIVE");
    let invited = json!({ "campaign": campaign, "organisation": app.organisation("TMYA"), "role": "SUPPORTING", "commitment": "Photographs of boards" });
    assert_eq!(dara.graphql(INVITE, json!({ "i": invited })).await.at("/data/inviteToCampaign/status"), "DONE");
    let of = json!({ "c": campaign, "o": app.organisation("TMYA"), "y": true });
    let done = app.signed_in("bopha").await.graphql(ANSWER, of).await;
    assert_eq!(done.at("/data/answerCampaign/status"), "DONE", "{done:?}");
    (dara, campaign)
}

#[tokio::test]
async fn j2_1_a_plan_is_not_approved_before_each_gap_is_filled_and_each_gap_is_named() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let early = go(&dara, &campaign, "PLANNING", "").await;
    assert_eq!(keys(&early, "moveCampaign"), ["problem_needed", "goal_needed"], "{early:?}");
    let (dara, campaign) = planned(&app).await;
    let samnang = app.signed_in("samnang").await;
    let second = add(&dara, &campaign, objective()).await;
    let second = second.at("/data/addPlanItem/item/id").as_str().unwrap_or_default().to_owned();
    let lacking = go(&samnang, &campaign, "APPROVED", "").await;
    assert_eq!(keys(&lacking, "moveCampaign"), ["target_needed"], "an objective without an ask: {lacking:?}");
    let nobody = add(&dara, &campaign, ask(&second, "")).await;
    assert_eq!(nobody.at("/data/addPlanItem/status"), "DONE", "of whom may be open while it is planned: {nobody:?}");
    let lacking = go(&samnang, &campaign, "APPROVED", "").await;
    assert_eq!(keys(&lacking, "moveCampaign"), ["target_needed"], "an ask of nobody: {lacking:?}");
    add(&dara, &campaign, ask(&second, "Provincial hall")).await;
    assert_eq!(go(&dara, &campaign, "APPROVED", "").await.code(), "FORBIDDEN", "the committee approves");
    let done = go(&samnang, &campaign, "APPROVED", "").await;
    assert_eq!(done.at("/data/moveCampaign/campaign/state"), "ACTIVE", "without a first day it is under way: {done:?}");
}

#[tokio::test]
async fn j2_2_an_approved_campaign_begins_on_its_first_day_in_phnom_penh() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = planned(&app).await;
    sqlx::query("UPDATE campaigns SET starts_on = '2026-07-03'").execute(&app.pool).await.ok();
    let approved = go(&app.signed_in("samnang").await, &campaign, "APPROVED", "").await;
    assert_eq!(approved.at("/data/moveCampaign/campaign/state"), "APPROVED", "{approved:?}");
    let at = |hour: &str| hour.parse::<chrono::DateTime<chrono::Utc>>();
    for (hour, begun) in [("2026-07-02T16:59:59Z", 0), ("2026-07-02T17:00:00Z", 1), ("2026-07-02T17:00:01Z", 0)] {
        app.env.clock.advance(at(hour).unwrap_or_default() - app.env.now());
        let done = sala_domain::campaigns::service::begin_due(&app.pool, &app.env).await;
        assert_eq!(done.ok(), Some(begun), "{hour}");
    }
    assert_eq!(seen(&dara, &campaign).await["state"], "ACTIVE");
    // Members find it among what is under way.
    let ask =
        "query($n: ID!) { campaigns(network: $n, states: [ACTIVE]) { totalCount edges { node { title { en } } } } }";
    let told = app.signed_in("rattana").await.graphql(ask, json!({ "n": app.network() })).await;
    assert_eq!(told.at("/data/campaigns/edges/0/node/title/en"), "Budgets on every commune board", "{told:?}");
}

#[tokio::test]
async fn j2_3_a_declined_part_is_gone_from_the_public_and_its_tasks_return_to_the_lead_with_nobodys_name() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    let bopha = app.signed_in("bopha").await;
    let mine = json!({ "c": campaign, "k": "TASK", "i": {
        "title": { "en": "Photograph twelve boards" }, "organisation": app.organisation("TMYA"), "person": app.person("bopha"), "status": "DOING" } });
    assert_eq!(bopha.graphql(WORK, mine).await.at("/data/addCampaignWork/status"), "DONE");
    let foreign = json!({ "c": campaign, "k": "TASK", "i": work("Print", Some(&app.organisation("CDRO"))) });
    assert_eq!(keys(&dara.graphql(WORK, foreign).await, "addCampaignWork"), ["not_in_campaign"]);
    let of = |note: &str| json!({ "c": campaign, "o": app.organisation("TMYA"), "y": false, "n": note });
    assert_eq!(dara.graphql(ANSWER, of("x")).await.code(), "FORBIDDEN", "nobody leaves for another");
    assert_eq!(keys(&bopha.graphql(ANSWER, of("")).await, "answerCampaign"), ["reason_needed"]);
    assert_eq!(bopha.graphql(ANSWER, of("No hands left")).await.at("/data/answerCampaign/status"), "DONE");
    let told = seen(&dara, &campaign).await;
    let task = &told["work"]["edges"][0]["node"];
    assert_eq!((&task["organisation"]["acronym"], &task["person"]), (&json!("KBL"), &Value::Null), "{told}");
    let outside = seen(&app.anonymous(), &campaign).await;
    let named: Vec<&str> = outside["members"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|m| m["organisation"]["acronym"].as_str())
        .collect();
    assert_eq!(named, ["KBL"], "{outside}");
    assert_eq!(
        bopha.graphql(WORK, json!({ "c": campaign, "k": "TASK", "i": work("x", None) })).await.code(),
        "FORBIDDEN"
    );
    // The lead does not just go: it is handed over first, to one that takes part.
    let leaves = json!({ "c": campaign, "o": app.organisation("KBL"), "y": false, "n": "x" });
    sqlx::query("UPDATE role_grants SET role = 'representative' WHERE role = 'contributor'")
        .execute(&app.pool)
        .await
        .ok();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.ok();
    let sreymom = app.signed_in("sreymom").await;
    assert_eq!(keys(&sreymom.graphql(ANSWER, leaves.clone()).await, "answerCampaign"), ["hand_over_lead"]);
    let gone = json!({ "i": { "campaign": campaign, "organisation": app.organisation("TMYA"), "role": "LEAD" } });
    assert_eq!(keys(&dara.graphql(INVITE, gone.clone()).await, "inviteToCampaign"), ["lead_takes_part"]);
}

#[tokio::test]
async fn j2_6_a_pause_has_its_reason_for_the_team_and_tells_outsiders_nothing_but_that_it_rests() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    assert_eq!(keys(&go(&dara, &campaign, "PAUSED", " ").await, "moveCampaign"), ["reason_needed"]);
    assert_eq!(go(&app.signed_in("rattana").await, &campaign, "PAUSED", "x").await.code(), "FORBIDDEN");
    go(&dara, &campaign, "PAUSED", "Two volunteers were questioned.").await;
    assert_eq!(seen(&dara, &campaign).await["stateReason"], "Two volunteers were questioned.");
    assert_eq!(seen(&app.signed_in("bopha").await, &campaign).await["stateReason"], "Two volunteers were questioned.");
    for who in ["rattana", "vuthy", "kunthea"] {
        let told = seen(&app.signed_in(who).await, &campaign).await;
        assert_eq!((&told["state"], &told["stateReason"]), (&json!("PAUSED"), &json!("")), "{who}: {told}");
    }
    let told = seen(&app.anonymous(), &campaign).await;
    assert!(!told.to_string().contains("questioned") && told["state"] == "PAUSED", "{told}");
    assert_eq!(go(&dara, &campaign, "ACTIVE", "").await.at("/data/moveCampaign/campaign/state"), "ACTIVE");
    assert_eq!(go(&dara, &campaign, "CLOSING", "").await.at("/data/moveCampaign/campaign/state"), "CLOSING");
    assert_eq!(keys(&go(&dara, &campaign, "CLOSED", "").await, "moveCampaign"), ["debrief_needed"]);
    assert_eq!(go(&dara, &campaign, "CLOSED", "Praise works.").await.at("/data/moveCampaign/campaign/state"), "CLOSED");
    let late = add(&dara, &campaign, risk()).await;
    assert_eq!(keys(&late, "addPlanItem"), ["campaign_over"], "{late:?}");
}

#[tokio::test]
async fn j2_4_riel_and_dollars_are_added_only_by_a_dated_rate() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    let line = |currency: &str, planned: &str, spent: &str| {
        json!({ "organisation": app.organisation("KBL"), "body": { "budgetLine": {
            "description": "Boards", "donor": "Mekong Fund", "currency": currency, "planned": planned, "spent": spent } } })
    };
    for (currency, planned, spent) in [("KHR", "12,000,000", "1000000"), ("USD", "3000", "0.50")] {
        let done = add(&dara, &campaign, line(currency, planned, spent)).await;
        assert_eq!(done.at("/data/addPlanItem/status"), "DONE", "{done:?}");
    }
    for (currency, planned) in [("KHR", "100.50"), ("USD", "-1"), ("USD", "much"), ("USD", "1.005")] {
        let wrong = add(&dara, &campaign, line(currency, planned, "0")).await;
        assert_eq!(keys(&wrong, "addPlanItem"), ["out_of_range"], "{currency} {planned}: {wrong:?}");
    }
    let ask = "query($c: ID!) { campaign(id: $c) { budget { sums { currency planned spent } inDollars { planned spent } rateOn } } }";
    let told = async |actor: &TestActor| {
        actor.graphql(ask, json!({ "c": campaign })).await.at("/data/campaign/budget").clone()
    };
    let sums = json!([{ "currency": "KHR", "planned": "12000000", "spent": "1000000" }, { "currency": "USD", "planned": "3000", "spent": "0.50" }]);
    assert_eq!(told(&dara).await, json!({ "sums": sums, "inDollars": null, "rateOn": null }));
    let set = "mutation($c: ID!, $on: NaiveDate!, $r: Int!, $s: String!) { setCampaignRate(id: $c, on: $on, rielPerDollar: $r, source: $s) { status violations { field key } } }";
    let of = |on: &str, rate: i32, source: &str| json!({ "c": campaign, "on": on, "r": rate, "s": source });
    let wrong = dara.graphql(set, of("2026-07-02", 0, " ")).await;
    assert_eq!(keys(&wrong, "setCampaignRate"), ["required", "out_of_range", "rate_in_future"], "{wrong:?}");
    assert_eq!(dara.graphql(set, of("2026-07-01", 4000, "NBC")).await.at("/data/setCampaignRate/status"), "DONE");
    let together = told(&dara).await;
    assert_eq!(
        (&together["sums"], &together["inDollars"]),
        (&sums, &json!({ "planned": "6000", "spent": "250.50" })),
        "{together}"
    );
    assert_eq!(told(&app.signed_in("rattana").await).await, Value::Null, "money is the team's own");
}

#[tokio::test]
async fn j2_5_who_prepares_a_window_is_reminded_three_weeks_before_and_not_while_the_campaign_rests() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    let window = json!({ "c": campaign, "k": "WINDOW", "i": {
        "title": { "en": "District Integration Workshop" }, "startsOn": "2026-11-10", "dueOn": "2026-11-14", "source": "Circular", "status": "TODO" } });
    let window = dara.graphql(WORK, window).await.at("/data/addCampaignWork/work/id").clone();
    let bare = json!({ "c": campaign, "k": "WINDOW", "i": { "title": { "en": "x" }, "status": "TODO" } });
    assert_eq!(keys(&dara.graphql(WORK, bare).await, "addCampaignWork"), ["required", "required", "required"]);
    let prepares = |title: &str, organisation: &str, person: Value| {
        json!({ "c": campaign, "k": "TASK", "i": { "title": { "en": title }, "organisation": app.organisation(organisation),
                "person": person, "window": window, "dueOn": "2026-11-01", "status": "TODO" } })
    };
    // One is in somebody's hands, one in an organisation's; two tasks of one owner are one reminder.
    dara.graphql(WORK, prepares("What we say", "KBL", json!(app.person("sreymom")))).await;
    dara.graphql(WORK, prepares("Pictures", "TMYA", Value::Null)).await;
    dara.graphql(WORK, prepares("Posters", "TMYA", Value::Null)).await;
    let to = async |kind: &str| -> Vec<String> {
        let told = sqlx::query_scalar("SELECT recipient FROM mails WHERE kind = $1 ORDER BY recipient").bind(kind);
        told.fetch_all(&app.pool).await.unwrap_or_default()
    };
    let at = async |instant: &str| {
        let instant: chrono::DateTime<chrono::Utc> = instant.parse().unwrap_or_default();
        app.env.clock.advance(instant - app.env.now());
        for _ in 0..2 {
            let sent = sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example").await;
            assert!(sent.is_ok(), "{sent:?}");
        }
    };
    at("2026-10-19T16:59:59Z").await;
    assert_eq!(to("window_reminder").await, Vec::<String>::new(), "the day before, in Phnom Penh");
    let dara = app.signed_in("dara").await;
    go(&dara, &campaign, "PAUSED", "Security").await;
    at("2026-10-20T01:00:00Z").await;
    assert_eq!(to("window_reminder").await, Vec::<String>::new(), "while it rests");
    go(&dara, &campaign, "ACTIVE", "").await;
    at("2026-10-20T02:00:00Z").await;
    assert_eq!(to("window_reminder").await, ["bopha@ocn.example", "sreymom@ocn.example"], "each once");
    at("2026-10-31T02:00:00Z").await;
    assert_eq!(to("task_reminder").await.len(), 3, "a day before each task is due");
    let told: Vec<String> =
        sqlx::query_scalar("SELECT body FROM mails WHERE kind IN ('window_reminder', 'task_reminder')")
            .fetch_all(&app.pool)
            .await
            .unwrap_or_default();
    assert!(told.iter().all(|body| body.contains(&format!("/campaigns/{campaign}?tab=work"))), "{told:?}");
    assert!(!told.iter().any(|body| body.contains("Posters")), "what the tasks are stays in the hub: {told:?}");
}

#[tokio::test]
async fn j2_3_j2_6_the_public_page_names_who_takes_part_and_says_that_it_rests_and_not_why() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    let hidden =
        json!({ "i": { "campaign": campaign, "organisation": app.organisation("CKWS"), "role": "SUPPORTING" } });
    assert_eq!(dara.graphql(INVITE, hidden).await.at("/data/inviteToCampaign/status"), "DONE");
    sqlx::query("UPDATE campaign_members SET state = 'accepted'").execute(&app.pool).await.ok();
    sqlx::query("UPDATE organisations SET listing = 'public' WHERE acronym IN ('KBL', 'TMYA')")
        .execute(&app.pool)
        .await
        .ok();
    let page = format!("/public/campaigns/{campaign}");
    let read = async || {
        let got = app.anonymous().visit(&page).await;
        (got.status, String::from_utf8_lossy(&got.body).into_owned())
    };
    let (status, text) = read().await;
    assert_eq!(status, 200, "{text}");
    for told in ["Budgets on every commune board", "Instruct all communes", "Tonle Mekhala", "Under way"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!text.contains("Chi Kraeng") && !text.contains("blamed") && !text.contains("<script"), "{text}");
    go(&dara, &campaign, "PAUSED", "Two volunteers were questioned.").await;
    let of = json!({ "c": campaign, "o": app.organisation("TMYA"), "y": false, "n": "x" });
    app.signed_in("bopha").await.graphql(ANSWER, of).await;
    let (_, text) = read().await;
    assert!(text.contains("Paused") && !text.contains("questioned") && !text.contains("Tonle Mekhala"), "{text}");
    sqlx::query("UPDATE campaigns SET visibility = 'members'").execute(&app.pool).await.ok();
    let version = seen_version(&dara, &campaign).await;
    let mut inside = about("Inside");
    inside["visibility"] = json!("MEMBERS");
    let edit =
        "mutation($c: ID!, $v: Int!, $i: CampaignInput!) { editCampaign(id: $c, version: $v, input: $i) { status } }";
    dara.graphql(edit, json!({ "c": campaign, "v": version, "i": inside })).await;
    assert_eq!(read().await.0, 404);
    assert_eq!(app.anonymous().visit("/public/campaigns/campaign:x").await.status, 404);
}

#[tokio::test]
async fn what_the_team_alone_may_know_is_told_to_nobody_else() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    dara.graphql(
        WORK,
        json!({ "c": campaign, "k": "TASK", "i": work("Call the clerk", Some(&app.organisation("KBL"))) }),
    )
    .await;
    let mut day = work("Open day", Some(&app.organisation("KBL")));
    day["note"] = json!("Keys are with the guard.");
    dara.graphql(WORK, json!({ "c": campaign, "k": "ACTIVITY", "i": day })).await;
    assert!(seen(&dara, &campaign).await.to_string().contains("Keys are with the guard"));
    for who in ["dara", "bopha", "sreymom", "samnang", "chenda"] {
        let told = seen(&app.signed_in(who).await, &campaign).await;
        assert_eq!(
            (&told["viewerCan"]["viewInside"], &told["work"]["totalCount"]),
            (&json!(true), &json!(2)),
            "{who}: {told}"
        );
        assert!(told.to_string().contains("PlanRisk") && told["history"]["totalCount"].as_i64() > Some(10), "{who}");
    }
    // Kunthea speaks for an observer.
    sqlx::query(
        "UPDATE role_grants g SET role = 'representative', organisation_id = o.id FROM organisations o, people p
         WHERE o.acronym = 'PCPR' AND p.id = g.person_id AND p.email = 'kunthea@ocn.example'",
    )
    .execute(&app.pool)
    .await
    .ok();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.ok();
    // A member reads how it goes about it; an observer and a stranger what is asked, and nothing of what is done when.
    for (outside, work, inner) in [
        (app.signed_in("rattana").await, 1, true),
        (app.signed_in("kunthea").await, 0, false),
        (app.anonymous(), 0, false),
    ] {
        let told = seen(&outside, &campaign).await;
        assert_eq!(told["work"]["totalCount"], work, "of work a member is told the activity alone: {told}");
        let text = told.to_string();
        assert!(text.contains("PlanAsk") && text.contains("PlanObjective") && !text.contains("PlanRisk"), "{told}");
        assert_eq!((text.contains("PlanStep"), text.contains("Photographs of boards")), (inner, inner), "{told}");
        assert!(!text.contains("Keys are with the guard") && !text.contains("Call the clerk"), "{told}");
        assert_eq!(
            (&told["history"]["totalCount"], &told["load"], &told["approach"]),
            (&json!(0), &json!([]), &Value::Null)
        );
    }
    // For the team alone: nobody else knows that there is one.
    let version = seen_version(&dara, &campaign).await;
    let mut hidden = about("Quiet");
    hidden["visibility"] = json!("TEAM");
    let edit =
        "mutation($c: ID!, $v: Int!, $i: CampaignInput!) { editCampaign(id: $c, version: $v, input: $i) { status } }";
    assert_eq!(
        dara.graphql(edit, json!({ "c": campaign, "v": version, "i": hidden })).await.at("/data/editCampaign/status"),
        "DONE"
    );
    let list = "query($n: ID!) { campaigns(network: $n) { totalCount } }";
    for outside in [app.signed_in("rattana").await, app.signed_in("kunthea").await, app.anonymous()] {
        assert_eq!(seen(&outside, &campaign).await, Value::Null);
        let told = outside.graphql(list, json!({ "n": app.network() })).await;
        assert_eq!(told.at("/data/campaigns/totalCount"), 0, "{told:?}");
        assert_eq!(go(&outside, &campaign, "PAUSED", "x").await.code(), "NOT_FOUND");
    }
    assert_eq!(seen(&app.signed_in("bopha").await, &campaign).await["state"], "ACTIVE");
    let stale = dara.graphql(edit, json!({ "c": campaign, "v": version, "i": about("Old") })).await;
    assert_eq!(stale.at("/data/editCampaign/status"), "CONFLICT", "nothing is overwritten unread");
}

#[tokio::test]
async fn cards_keep_the_order_they_are_put_in_and_two_hands_never_lose_one() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = active(&app).await;
    let mut cards = Vec::new();
    for title in ["a", "b", "c", "d"] {
        let done = dara.graphql(WORK, json!({ "c": campaign, "k": "TASK", "i": work(title, None) })).await;
        cards.push(done.at("/data/addCampaignWork/work/id").clone());
    }
    let put = "mutation($w: ID!, $v: Int!, $s: CampaignWorkStatus!, $a: ID) { putCampaignWork(id: $w, version: $v, status: $s, after: $a) { status work { version } } }";
    let order = async || -> String {
        let told = seen(&dara, &campaign).await;
        let edges = told["work"]["edges"].as_array().cloned().unwrap_or_default();
        let of = |status: &str| -> String {
            edges
                .iter()
                .filter(|e| e["node"]["status"] == status)
                .filter_map(|e| e["node"]["title"]["en"].as_str())
                .collect()
        };
        format!("{}|{}", of("TODO"), of("DOING"))
    };
    assert_eq!(order().await, "abcd|");
    let moved = dara.graphql(put, json!({ "w": cards[3], "v": 1, "s": "TODO", "a": cards[0] })).await;
    assert_eq!(moved.at("/data/putCampaignWork/work/version"), 2, "{moved:?}");
    assert_eq!(order().await, "adbc|");
    let stale = dara.graphql(put, json!({ "w": cards[3], "v": 1, "s": "DOING" })).await;
    assert_eq!(stale.at("/data/putCampaignWork/status"), "CONFLICT", "who saw an old card moves nothing");
    dara.graphql(put, json!({ "w": cards[2], "v": 1, "s": "TODO" })).await;
    assert_eq!(order().await, "cadb|", "first in the column");
    // Sixty times between the same two cards: places never run out.
    for version in 2..62 {
        let card = if version % 2 == 0 { &cards[3] } else { &cards[1] };
        let versions = dara
            .graphql(
                "query($c: ID!) { campaign(id: $c) { work(first: 100) { edges { node { id version } } } } }",
                json!({ "c": campaign }),
            )
            .await;
        let edges = versions.at("/data/campaign/work/edges").as_array().cloned().unwrap_or_default();
        let now = edges.iter().find(|e| e["node"]["id"] == *card).map(|e| e["node"]["version"].clone());
        let done = dara.graphql(put, json!({ "w": card, "v": now, "s": "TODO", "a": cards[0] })).await;
        assert_eq!(done.at("/data/putCampaignWork/status"), "DONE", "{done:?}");
    }
    assert_eq!(order().await, "cabd|");
    let bopha = app.signed_in("bopha").await;
    let versions = seen(&dara, &campaign).await;
    let now = versions["work"]["edges"][0]["node"]["version"].clone();
    let both = tokio::join!(
        dara.graphql(put, json!({ "w": cards[2], "v": now, "s": "DOING" })),
        bopha.graphql(put, json!({ "w": cards[2], "v": now, "s": "DONE" })),
    );
    let mut ends = [both.0.at("/data/putCampaignWork/status"), both.1.at("/data/putCampaignWork/status")];
    ends.sort_by_key(ToString::to_string);
    assert_eq!(ends, [json!("CONFLICT"), json!("DONE")], "one of two hands moves it");
}
