//! J7: what was promised, confirmed, followed until it is kept, and told outside without naming whom it may harm.

use chrono::{Duration, NaiveDate};
use sala_kernel::DocumentId;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status campaign { id version } } }";
const RECORD: &str = "mutation($c: ID!, $i: CommitmentInput!) { recordCommitment(campaign: $c, input: $i) { status violations { field key } commitment { id version state protected } } }";
const EDIT: &str = "mutation($c: ID!, $v: Int!, $i: CommitmentInput!) { editCommitment(id: $c, version: $v, input: $i) { status violations { field key } commitment { version dueOn } } }";
const CONFIRM: &str = "mutation($c: ID!, $v: Int!, $b: String!) { confirmCommitment(id: $c, version: $v, byWhat: $b) { status violations { field key } commitment { version state } } }";
const CONSENT: &str = "mutation($c: ID!, $v: Int!, $b: String!) { recordOwnerConsent(id: $c, version: $v, byWhat: $b) { status violations { field key } commitment { version } } }";
const FOLLOW: &str = "mutation($c: ID!, $v: Int!, $i: CommitmentFollowUpInput!) { followUpCommitment(id: $c, version: $v, input: $i) { status violations { field key } commitment { version state slippedDays reached followUps { id waits } } } }";
const VERIFY: &str = "mutation($f: ID!) { verifyCommitmentFollowUp(id: $f) { status violations { field key } commitment { version state reached } } }";
const LIST: &str = "query($n: ID!, $o: Boolean!) { commitments(network: $n, overdue: $o) { totalCount edges { node { id text { en } owner { en } constituency overdue state sourceNote followUps { finding } } } } commitmentScores(network: $n) { all open overdue fulfilled partly due kept } }";

fn text(answer: &Answer, at: &str) -> String {
    answer.at(at).as_str().unwrap_or_default().to_owned()
}

fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

/// A campaign of KBL with TMYA, known to everybody once it has begun.
async fn begun(app: &TestApp) -> (TestActor, String) {
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": {
        "title": { "en": "Budgets on every commune board" }, "problem": { "en": "Hidden budgets" }, "goal": { "en": "Open budgets" },
        "affected": {}, "approach": "MIXED", "visibility": "PUBLIC", "startsOn": "2026-06-01" } });
    let done = dara.graphql(START, json!({ "i": input })).await;
    assert_eq!(done.at("/data/startCampaign/status"), "DONE", "{done:?}");
    let id = text(&done, "/data/startCampaign/campaign/id");
    // Under way: what is public of it may be read.
    let uuid: uuid::Uuid = id.split_once(':').and_then(|(_, id)| id.parse().ok()).unwrap_or_default();
    sqlx::query("UPDATE campaigns SET state = 'active', audience = audience || '{anyone}' || (SELECT array_agg(replace(a, ':members', ':public')) FROM unnest(audience) a) WHERE id = $1")
        .bind(uuid)
        .execute(&app.pool)
        .await
        .unwrap_or_else(|error| panic!("{error}"));
    (dara, id)
}

fn with(mut input: Value, more: Value) -> Value {
    if let (Value::Object(input), Value::Object(more)) = (&mut input, more) {
        input.extend(more);
    }
    input
}

fn promise(more: Value) -> Value {
    let input = json!({
        "text": { "en": "Post the 2027 budgets of twelve communes" }, "kind": "COMMITMENT", "source": "PLEDGE", "sourceNote": "Told at the forum",
        "owner": { "en": "Chi Kraeng district administration" }, "constituency": "dist_admin", "madeOn": "2026-06-18", "form": "VERBAL",
        "dueOn": "2026-07-31", "measure": "Twelve photographs of boards", "whole": 12, "visibility": "PUBLIC" });
    with(input, more)
}

async fn recorded(who: &TestActor, campaign: &str, more: Value) -> String {
    let done = who.graphql(RECORD, json!({ "c": campaign, "i": promise(more) })).await;
    assert_eq!(done.at("/data/recordCommitment/status"), "DONE", "{done:?}");
    text(&done, "/data/recordCommitment/commitment/id")
}

async fn document(app: &TestApp, title: &str) -> String {
    let id = DocumentId::fresh(&app.env);
    sqlx::query(
        "INSERT INTO evidence_documents (id, network_id, title_en, state, level, audience, uploaded_at, changed_at, settled_at)
         SELECT $1, network_id, $2, 'published', 'members', audience, now(), now(), now() FROM campaigns LIMIT 1",
    )
    .bind(id.0)
    .bind(title)
    .execute(&app.pool)
    .await
    .unwrap_or_else(|error| panic!("{error}"));
    id.to_string()
}

fn found(more: Value) -> Value {
    let input = json!({ "channel": "MEETING", "finding": "Visited twelve boards" });
    with(input, more)
}

#[tokio::test]
async fn j7_1_j7_3_j7_4_a_promise_is_confirmed_slips_and_is_kept_in_part_once_another_has_looked() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let sreymom = app.signed_in("sreymom").await;
    let nothing = json!({ "text": {}, "owner": {}, "madeOn": "2026-09-01", "dueOn": "2026-01-01" });
    let refused = sreymom.graphql(RECORD, json!({ "c": campaign, "i": promise(nothing) })).await;
    assert_eq!(
        keys(&refused, "recordCommitment"),
        ["required", "required", "day_not_over", "last_day_first"],
        "{refused:?}"
    );
    let follower = json!({ "follower": app.organisation("KBL"), "followerPerson": app.person("sreymom") });
    let id = recorded(&sreymom, &campaign, follower).await;
    // J7.1: recorded, then confirmed by something one can name.
    let early =
        sreymom.graphql(FOLLOW, json!({ "c": id, "v": 1, "i": found(json!({ "status": "IN_PROGRESS" })) })).await;
    assert_eq!(keys(&early, "followUpCommitment"), ["confirm_first"], "{early:?}");
    let empty = sreymom.graphql(CONFIRM, json!({ "c": id, "v": 1, "b": " " })).await;
    assert_eq!(keys(&empty, "confirmCommitment"), ["required"], "{empty:?}");
    let done = sreymom.graphql(CONFIRM, json!({ "c": id, "v": 1, "b": "Minutes approved on 23 June" })).await;
    assert_eq!(
        done.at("/data/confirmCommitment/commitment"),
        json!({ "version": 2, "state": "CONFIRMED" }),
        "{done:?}"
    );
    let twice = sreymom.graphql(CONFIRM, json!({ "c": id, "v": 2, "b": "again" })).await;
    assert_eq!(twice.at("/data/confirmCommitment/status"), "CONFLICT", "{twice:?}");
    // Its day is no more written over.
    let moved = sreymom.graphql(EDIT, json!({ "c": id, "v": 2, "i": promise(json!({ "dueOn": "2026-12-31" })) })).await;
    assert_eq!(moved.at("/data/editCommitment/commitment/dueOn"), "2026-07-31", "{moved:?}");
    // J7.3: the day is past; whoever looks after it is told once; a new day slips by 43.
    let due = NaiveDate::from_ymd_opt(2026, 8, 1).unwrap_or_default();
    app.env.clock.advance(Duration::days((due - app.env.now().date_naive()).num_days()));
    let sreymom = app.signed_in("sreymom").await;
    let overdue = sreymom.graphql(LIST, json!({ "n": app.network(), "o": true })).await;
    assert_eq!(overdue.at("/data/commitments/totalCount"), 1, "{overdue:?}");
    assert_eq!(overdue.at("/data/commitmentScores/overdue"), 1, "{overdue:?}");
    // The change above left the follower out: it is put back.
    let put = promise(json!({ "follower": app.organisation("KBL"), "followerPerson": app.person("sreymom") }));
    let back = sreymom.graphql(EDIT, json!({ "c": id, "v": 3, "i": put })).await;
    assert_eq!(back.at("/data/editCommitment/status"), "DONE", "{back:?}");
    for _ in 0..2 {
        sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example")
            .await
            .unwrap_or_else(|e| panic!("{e}"));
    }
    let mails: Vec<String> = sqlx::query_scalar("SELECT recipient FROM mails WHERE kind = 'commitment_reminder'")
        .fetch_all(&app.pool)
        .await
        .unwrap_or_default();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let later = found(json!({ "dueOn": "2026-09-12", "finding": "The district asks for time" }));
    let slipped = sreymom.graphql(FOLLOW, json!({ "c": id, "v": 4, "i": later })).await;
    assert_eq!(slipped.at("/data/followUpCommitment/commitment/slippedDays"), 43, "{slipped:?}");
    app.env.clock.advance(Duration::seconds(1));
    // J7.4: kept without evidence is refused; with it, it waits for somebody else.
    let bare = found(json!({ "status": "PARTLY_FULFILLED" }));
    let refused = sreymom.graphql(FOLLOW, json!({ "c": id, "v": 5, "i": bare })).await;
    assert_eq!(keys(&refused, "followUpCommitment"), ["proof_needed", "required"], "{refused:?}");
    let shown = found(
        json!({ "status": "PARTLY_FULFILLED", "reached": 9, "documents": [document(&app, "Twelve boards").await] }),
    );
    let waits = sreymom.graphql(FOLLOW, json!({ "c": id, "v": 5, "i": shown })).await;
    assert_eq!(waits.at("/data/followUpCommitment/commitment/state"), "CONFIRMED", "{waits:?}");
    let follow_up = text(&waits, "/data/followUpCommitment/commitment/followUps/1/id");
    let herself = sreymom.graphql(VERIFY, json!({ "f": follow_up })).await;
    assert_eq!(keys(&herself, "verifyCommitmentFollowUp"), ["another_verifies"], "{herself:?}");
    let dara_again = app.signed_in("dara").await;
    let verified = dara_again.graphql(VERIFY, json!({ "f": follow_up })).await;
    assert_eq!(verified.at("/data/verifyCommitmentFollowUp/commitment/state"), "PARTLY_FULFILLED", "{verified:?}");
    assert_eq!(verified.at("/data/verifyCommitmentFollowUp/commitment/reached"), 9, "{verified:?}");
    let again = dara_again.graphql(VERIFY, json!({ "f": follow_up })).await;
    assert_eq!(again.at("/data/verifyCommitmentFollowUp/status"), "CONFLICT", "{again:?}");
    // It is closed: nothing is added any more.
    let over = sreymom.graphql(FOLLOW, json!({ "c": id, "v": 7, "i": found(json!({})) })).await;
    assert_eq!(keys(&over, "followUpCommitment"), ["commitment_over"], "{over:?}");
    drop(dara);
}

#[tokio::test]
async fn j7_2_outside_the_team_a_protected_owner_is_told_by_group_until_they_agree() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let without = json!({ "protected": true, "constituency": "" });
    let refused = dara.graphql(RECORD, json!({ "c": campaign, "i": promise(without) })).await;
    assert_eq!(keys(&refused, "recordCommitment"), ["group_needed"], "{refused:?}");
    let id = recorded(&dara, &campaign, json!({ "protected": true })).await;
    let hidden = recorded(&dara, &campaign, json!({ "text": { "en": "Quietly" }, "visibility": "TEAM" })).await;
    for (who, actor) in [
        ("nobody", app.anonymous()),
        ("bopha", app.signed_in("bopha").await),
        ("kunthea", app.signed_in("kunthea").await),
    ] {
        let seen = actor.graphql(LIST, json!({ "n": app.network(), "o": false })).await;
        assert_eq!(seen.at("/data/commitments/totalCount"), 1, "{who} {seen:?}");
        let node = seen.at("/data/commitments/edges/0/node");
        assert_eq!(
            (&node["owner"], &node["constituency"], &node["sourceNote"]),
            (&Value::Null, &json!("dist_admin"), &json!("")),
            "{who}"
        );
        let quiet =
            actor.ask(&format!("{{ commitment(id: \"{hidden}\") {{ id }} node(id: \"{hidden}\") {{ id }} }}")).await;
        assert_eq!(quiet.at("/data"), json!({ "commitment": null, "node": null }), "{who}");
        let tried = actor.graphql(CONSENT, json!({ "c": id, "v": 1, "b": "x" })).await;
        assert!(
            ["FORBIDDEN", "UNAUTHENTICATED"].contains(&tried.code().as_str().unwrap_or_default()),
            "{who} {tried:?}"
        );
        let tried = actor.graphql(CONFIRM, json!({ "c": hidden, "v": 1, "b": "x" })).await;
        assert_eq!(tried.code(), "NOT_FOUND", "{who} {tried:?}");
    }
    // Nor is the name told by what is counted or asked for by name; the team reckons with it.
    let by = "query($n: ID!) { commitmentTally(network: $n) { all owners { owner { en } count } groups { code count } provinces { code count } nowhere }
        named: commitments(network: $n, owner: \"Chi Kraeng district administration\") { totalCount }
        grouped: commitments(network: $n, constituency: \"dist_admin\") { totalCount } }";
    for (who, actor, owners, all) in [
        ("nobody", app.anonymous(), json!([]), 1),
        ("bopha", app.signed_in("bopha").await, json!([]), 1),
        (
            "dara",
            app.signed_in("dara").await,
            json!([{ "owner": { "en": "Chi Kraeng district administration" }, "count": 2 }]),
            2,
        ),
    ] {
        let seen = actor.graphql(by, json!({ "n": app.network() })).await;
        assert_eq!(seen.at("/data/commitmentTally/owners"), owners, "{who} {seen:?}");
        assert_eq!(seen.at("/data/commitmentTally/all"), all, "{who}");
        assert_eq!(seen.at("/data/commitmentTally/groups"), json!([{ "code": "dist_admin", "count": all }]), "{who}");
        let named = seen.at("/data/named/totalCount");
        assert_eq!(
            (named, seen.at("/data/grouped/totalCount")),
            (json!(if all == 2 { 2 } else { 0 }), json!(all)),
            "{who}"
        );
    }
    // The page everybody may read says the same, and no name.
    let page = app.anonymous().visit(&format!("/public/commitments/{}", app.network())).await;
    let words = String::from_utf8_lossy(&page.body).into_owned();
    assert_eq!(page.status, 200, "{words}");
    assert!(
        words.contains("Post the 2027 budgets") && !words.contains("Chi Kraeng district") && !words.contains("Quietly"),
        "{words}"
    );
    let done = dara.graphql(CONSENT, json!({ "c": id, "v": 1, "b": "Letter of 20 June" })).await;
    assert_eq!(done.at("/data/recordOwnerConsent/status"), "DONE", "{done:?}");
    let seen = app.anonymous().graphql(LIST, json!({ "n": app.network(), "o": false })).await;
    assert_eq!(seen.at("/data/commitments/edges/0/node/owner/en"), "Chi Kraeng district administration", "{seen:?}");
    let page = app.anonymous().visit(&format!("/public/commitments/{}", app.network())).await;
    assert!(String::from_utf8_lossy(&page.body).contains("Chi Kraeng district"));
}

#[tokio::test]
async fn what_comes_from_a_contact_off_the_record_is_protected_whatever_is_typed() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let add =
        "mutation($c: ID!, $i: StakeholderInput!) { addStakeholder(campaign: $c, input: $i) { stakeholder { id } } }";
    let who = dara
        .graphql(
            add,
            json!({ "c": campaign, "i": { "kind": "INSTITUTION", "name": { "en": "District" }, "target": "PRIMARY" } }),
        )
        .await;
    let who = text(&who, "/data/addStakeholder/stakeholder/id");
    let log =
        "mutation($c: ID!, $i: EngagementInput!) { logEngagement(campaign: $c, input: $i) { engagement { id } } }";
    let input = json!({ "stakeholders": [who], "heldOn": "2026-06-18", "state": "HELD", "channel": "MEETING", "said": "They will", "attribution": "CHATHAM_HOUSE" });
    let met = dara.graphql(log, json!({ "c": campaign, "i": input })).await;
    let met = text(&met, "/data/logEngagement/engagement/id");
    let from = json!({ "source": "ENGAGEMENT", "engagement": met, "stakeholder": who, "protected": false });
    let done = dara.graphql(RECORD, json!({ "c": campaign, "i": promise(from) })).await;
    assert_eq!(done.at("/data/recordCommitment/commitment/protected"), true, "{done:?}");
    // Chenda measures and may not know the map: she is told of neither contact nor stakeholder, and can refer to none.
    let chenda = app.signed_in("chenda").await;
    let id = text(&done, "/data/recordCommitment/commitment/id");
    let seen = chenda.ask(&format!("{{ commitment(id: \"{id}\") {{ engagement stakeholder owner {{ en }} }} }}")).await;
    assert_eq!(seen.at("/data/commitment/engagement"), Value::Null, "{seen:?}");
    assert_eq!(seen.at("/data/commitment/stakeholder"), Value::Null, "{seen:?}");
    let from = json!({ "engagement": met, "stakeholder": who });
    let refused = chenda.graphql(RECORD, json!({ "c": campaign, "i": promise(from) })).await;
    assert_eq!(keys(&refused, "recordCommitment"), ["id_unknown", "not_on_map"], "{refused:?}");
    // What she changes takes away neither what she cannot see nor the rule under which it was said.
    let bare = promise(json!({ "source": "ENGAGEMENT", "protected": false }));
    let done = chenda.graphql(EDIT, json!({ "c": id, "v": 1, "i": bare })).await;
    assert_eq!(done.at("/data/editCommitment/status"), "DONE", "{done:?}");
    // J3: it stands in the line of time of whoever made it, for those who may know the map.
    let line = format!("{{ stakeholder(id: \"{who}\") {{ commitments {{ totalCount edges {{ node {{ id }} }} }} }} }}");
    let seen = dara.ask(&line).await;
    let told = json!({ "totalCount": 1, "edges": [{ "node": { "id": id } }] });
    assert_eq!(seen.at("/data/stakeholder/commitments"), told, "{seen:?}");
    assert_eq!(chenda.ask(&line).await.at("/data/stakeholder"), Value::Null);
    let seen = dara.ask(&format!("{{ commitment(id: \"{id}\") {{ engagement stakeholder protected }} }}")).await;
    assert_eq!(
        seen.at("/data/commitment"),
        json!({ "engagement": met, "stakeholder": who, "protected": true }),
        "{seen:?}"
    );
}

#[tokio::test]
async fn j7_5_the_report_counts_what_was_confirmed_and_leaves_out_a_recommendation_nobody_took_up() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let kept = recorded(&dara, &campaign, json!({ "dueOn": "2026-06-20" })).await;
    recorded(
        &dara,
        &campaign,
        json!({ "kind": "RECOMMENDATION", "dueOn": "2026-06-20", "text": { "en": "Post in large type" } }),
    )
    .await;
    dara.graphql(CONFIRM, json!({ "c": kept, "v": 1, "b": "Letter" })).await;
    let shown = found(json!({ "status": "FULFILLED", "documents": [document(&app, "Boards").await] }));
    let sreymom = app.signed_in("sreymom").await;
    let waits = sreymom.graphql(FOLLOW, json!({ "c": kept, "v": 2, "i": shown })).await;
    let follow_up = text(&waits, "/data/followUpCommitment/commitment/followUps/0/id");
    // The coordinator wrote the commitment down: another must look.
    let recorder = dara.graphql(VERIFY, json!({ "f": follow_up })).await;
    assert_eq!(keys(&recorder, "verifyCommitmentFollowUp"), ["another_verifies"], "{recorder:?}");
    let chenda = app.signed_in("chenda").await;
    let done = chenda.graphql(VERIFY, json!({ "f": follow_up })).await;
    assert_eq!(done.at("/data/verifyCommitmentFollowUp/commitment/state"), "FULFILLED", "{done:?}");
    let report = "query($c: ID!) { campaign(id: $c) { report(input: { kind: COMMITMENTS, language: EN, from: \"2026-01-01\" }) { heads rows foot } } }";
    let told = chenda.graphql(report, json!({ "c": campaign })).await;
    assert_eq!(
        told.at("/data/campaign/report/foot/0"),
        "1 of 1 confirmed commitments that are due were kept (100 %).",
        "{told:?}"
    );
    let file = chenda.visit(&format!("/files/{campaign}/report/commitments.csv?lang=km&from=2026-01-01")).await;
    assert!(String::from_utf8_lossy(&file.body).contains("បានអនុវត្ត"), "{file:?}");
}

#[tokio::test]
async fn those_without_a_day_come_last_and_each_comes_once_however_small_the_pages() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let mut wanted = std::collections::BTreeSet::new();
    for due in [json!("2026-07-31"), Value::Null, Value::Null, Value::Null] {
        wanted.insert(recorded(&dara, &campaign, json!({ "dueOn": due })).await);
    }
    let page = "query($n: ID!, $a: String) { commitments(network: $n, first: 1, after: $a) {
        totalCount edges { cursor node { id dueOn } } pageInfo { hasNextPage } } }";
    let (mut seen, mut after) = (Vec::new(), Value::Null);
    for n in 0..4 {
        let told = dara.graphql(page, json!({ "n": app.network(), "a": after })).await;
        assert_eq!(told.at("/data/commitments/totalCount"), 4, "{told:?}");
        assert_eq!(told.at("/data/commitments/pageInfo/hasNextPage"), n < 3, "{told:?}");
        assert_eq!(told.at("/data/commitments/edges/0/node/dueOn").is_null(), n > 0, "{told:?}");
        seen.push(text(&told, "/data/commitments/edges/0/node/id"));
        after = told.at("/data/commitments/edges/0/cursor");
    }
    assert_eq!(seen.iter().cloned().collect::<std::collections::BTreeSet<_>>(), wanted, "{seen:?}");
}
