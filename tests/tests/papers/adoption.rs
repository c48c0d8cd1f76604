//! The network's own positions, and what the members decide about a text.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp, papers::step};
use serde_json::{Value, json};

use super::signing::{CONFIRM, HARD, PROPOSE, open, opened, say, seen, settled, settled_in, signatory};

const OPEN: &str = "mutation($p: ID!) { openAdoption(paper: $p, input: {}) { status paper { state } } }";
const SEEN: &str = "query($p: ID!) { paper(id: $p) { state decisions { id state method textHash closesAt paper { id }
    tally { electorate cast needed } yours { organisation { acronym } } } } }";

/// Makes somebody the representative of an organisation.
async fn speaks(app: &TestApp, who: &str, acronym: &str) -> TestActor {
    sqlx::query(
        "INSERT INTO role_grants (id, network_id, organisation_id, person_id, role, granted_at)
         SELECT gen_random_uuid(), n.id, o.id, $1::uuid, 'representative', now() FROM networks n, organisations o
         WHERE n.acronym = 'OCN' AND o.acronym = $2
         ON CONFLICT (person_id, network_id, organisation_id, role) WHERE ended_at IS NULL DO NOTHING",
    )
    .bind(uuid::Uuid::parse_str(app.person(who).trim_start_matches("person:")).unwrap())
    .bind(acronym)
    .execute(&app.pool)
    .await
    .unwrap();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    app.signed_in(who).await
}

pub(crate) async fn vote(app: &TestApp, decision: &str, acronym: &str, more: Value) -> Answer {
    let actor = speaks(app, "rattana", acronym).await;
    let mut input = json!({ "decision": decision, "organisation": app.organisation(acronym), "stance": "IN_FAVOUR" });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    actor
        .graphql(
            "mutation($i: CastBallotInput!) { castBallot(input: $i) { status violations { key } } }",
            json!({ "i": input }),
        )
        .await
}

/// The acronyms of the full members, in some order.
pub(crate) async fn full_members(app: &TestApp) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT o.acronym FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN networks n ON n.id = m.network_id
         WHERE n.acronym = 'OCN' AND m.tier = 'full' AND m.state = 'active' ORDER BY o.acronym",
    )
    .fetch_all(&app.pool)
    .await
    .unwrap()
}

/// A position that Dara has put to the members; the decision's id.
pub(crate) async fn asked(app: &TestApp) -> (TestActor, TestActor, String, String) {
    let (sreymom, dara, paper) = settled_in(app, "POSITION_PAPER", "NETWORK_POSITION").await;
    assert_eq!(sreymom.graphql(OPEN, json!({ "p": paper })).await.code(), "FORBIDDEN", "the coordinator opens it");
    let done = dara.graphql(OPEN, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/openAdoption/paper/state"), "ADOPTION", "{done:?}");
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    let decision = told.at("/data/paper/decisions/0/id").as_str().unwrap().to_owned();
    assert_eq!(told.at("/data/paper/decisions/0/paper/id"), paper.as_str());
    (sreymom, dara, paper, decision)
}

async fn close(app: &TestApp) {
    app.env.clock.advance(chrono::Duration::days(8));
    sala_domain::decisions::service::close_due(&app.pool, &app.env).await.unwrap();
}

#[tokio::test]
async fn j5_9_one_objection_sends_a_position_back_and_standing_aside_lets_it_pass_with_its_dissent() {
    let app = TestApp::ocn().await;
    let members = full_members(&app).await;
    let (_, dara, paper, decision) = asked(&app).await;
    assert_eq!(
        open(&dara, &paper, json!({})).await.at("/data/openSignOn/status"),
        "CONFLICT",
        "it is decided, not signed"
    );
    assert_eq!(dara.graphql(OPEN, json!({ "p": paper })).await.at("/data/openAdoption/status"), "CONFLICT", "once");
    assert_eq!(
        dara.graphql(SEEN, json!({ "p": paper })).await.at("/data/paper/decisions/0/tally/electorate"),
        members.len(),
        "full members decide"
    );
    for acronym in members.iter().filter(|a| *a != "SMVF").take(members.len() / 2) {
        let voted = vote(&app, &decision, acronym, json!({})).await;
        assert_eq!(voted.at("/data/castBallot/status"), "DONE", "{acronym}: {voted:?}");
    }
    let objects = json!({ "stance": "OBJECTION", "reason": "Communes are left out." });
    assert_eq!(vote(&app, &decision, "SMVF", objects).await.at("/data/castBallot/status"), "DONE");
    close(&app).await;
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    assert_eq!(
        (told.at("/data/paper/state"), told.at("/data/paper/decisions/0/state")),
        (json!("REVIEW"), json!("NOT_ADOPTED")),
        "{told:?}"
    );
    // Settled and put anew: SMVF stands aside, and wants its dissent to stand beside the result.
    let done = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(done.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{done:?}");
    dara.graphql(OPEN, json!({ "p": paper })).await;
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    let again = told.at("/data/paper/decisions/0/id").as_str().unwrap().to_owned();
    assert_ne!(again, decision);
    for acronym in members.iter().filter(|a| *a != "SMVF").take(members.len() / 2) {
        vote(&app, &again, acronym, json!({})).await;
    }
    let aside = json!({ "stance": "STAND_ASIDE", "dissent": "We would have asked for more." });
    assert_eq!(vote(&app, &again, "SMVF", aside).await.at("/data/castBallot/status"), "DONE");
    close(&app).await;
    assert_eq!(dara.graphql(SEEN, json!({ "p": paper })).await.at("/data/paper/state"), "READY");
    let proposed = dara.graphql(PROPOSE, json!({ "p": paper })).await;
    assert_eq!(proposed.at("/data/proposePublication/status"), "DONE", "{proposed:?}");
    let done = app.signed_in("samnang").await.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/paper/state"), "PUBLISHED", "{done:?}");
    let page = String::from_utf8(app.anonymous().visit(&format!("/public/papers/{paper}")).await.body).unwrap();
    for expected in ["Adopted by ", " on 2026-07-17", "We would have asked for more.", "og:image"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert!(!page.contains("Signed by"), "{page}");
    let manifest = app.anonymous().visit(&format!("/public/papers/{paper}/manifest.json")).await;
    let manifest: Value = serde_json::from_slice(&manifest.body).unwrap();
    assert_eq!(
        (&manifest["text"], &manifest["endorsements"]),
        (&told.at("/data/paper/decisions/0/textHash"), &json!([])),
        "what is published is the text that was adopted"
    );
}

#[tokio::test]
async fn j5_10_too_few_ballots_adopt_nothing_and_an_associate_signs_but_does_not_decide() {
    let app = TestApp::ocn().await;
    let (_, _, statement) = opened(&app, json!({ "deadline": "2026-08-03T10:00:00Z", "softDeadline": null })).await;
    let (_, dara, paper, decision) = asked(&app).await;
    let refused = vote(&app, &decision, "CKWS", json!({})).await;
    assert_eq!(refused.at("/data/castBallot/violations/0/key"), "not_a_voter", "{refused:?}");
    for acronym in full_members(&app).await.iter().take(2) {
        vote(&app, &decision, acronym, json!({})).await;
    }
    close(&app).await;
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    assert_eq!(
        (told.at("/data/paper/state"), told.at("/data/paper/decisions/0/state")),
        (json!("REVIEW"), json!("INQUORATE")),
        "{told:?}"
    );
    let signs = signatory(&app, "chenda", "CKWS").await;
    assert_eq!(say(&signs, &app, &statement, "CKWS", json!({})).await.at("/data/answerSignOn/status"), "DONE");
}

#[tokio::test]
async fn a_text_that_goes_back_takes_its_open_question_with_it() {
    let app = TestApp::ocn().await;
    let (_, dara, paper, decision) = asked(&app).await;
    let back = step(&dara, &paper, json!({ "to": "REVIEW", "reason": "A number is wrong." })).await;
    assert_eq!(back.at("/data/movePaper/paper/state"), "REVIEW", "{back:?}");
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    assert_eq!(told.at("/data/paper/decisions/0/state"), "WITHDRAWN", "{told:?}");
    let late = vote(&app, &decision, &full_members(&app).await[0], json!({})).await;
    assert_eq!(late.at("/data/castBallot/violations/0/key"), "decision_closed", "{late:?}");
}

#[tokio::test]
async fn j5_7_too_few_signatures_are_published_only_where_the_committee_lowers_the_threshold() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({ "minCount": 6 })).await;
    let ask = "mutation($p: ID!, $r: String!) { askToLowerThreshold(paper: $p, reason: $r) { status violations { key } paper { state } } }";
    let of = |reason: &str| json!({ "p": paper, "r": reason });
    assert_eq!(dara.graphql(ask, of("x")).await.at("/data/askToLowerThreshold/status"), "CONFLICT", "it is still open");
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    assert_eq!(sreymom.graphql(ask, of("x")).await.code(), "FORBIDDEN");
    let bare = dara.graphql(ask, of(" ")).await;
    assert_eq!(bare.at("/data/askToLowerThreshold/violations/0/key"), "reason_needed", "{bare:?}");
    assert_eq!(dara.graphql(ask, of("The session is on Monday.")).await.at("/data/askToLowerThreshold/status"), "DONE");
    assert_eq!(dara.graphql(PROPOSE, json!({ "p": paper })).await.at("/data/proposePublication/status"), "CONFLICT");
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    let decision = told.at("/data/paper/decisions/0/id").as_str().unwrap().to_owned();
    // The committee's organisations vote, each by whoever sits for it.
    let samnang = app.signed_in("samnang").await;
    let mine = samnang.graphql(SEEN, json!({ "p": paper })).await;
    let mine = mine.at("/data/paper/decisions/0/yours/0/organisation/acronym").as_str().unwrap().to_owned();
    sqlx::query("UPDATE decisions SET quorum_pct = 1").execute(&app.pool).await.unwrap();
    let cast = "mutation($i: CastBallotInput!) { castBallot(input: $i) { status } }";
    let input = json!({ "decision": decision, "organisation": app.organisation(&mine), "stance": "IN_FAVOUR" });
    assert_eq!(samnang.graphql(cast, json!({ "i": input })).await.at("/data/castBallot/status"), "DONE");
    close(&app).await;
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    assert_eq!(told.at("/data/paper/state"), "READY", "{told:?}");
    assert_eq!(seen(&dara, &paper).await["met"], false, "what was missed stays written down");
    assert_eq!(dara.graphql(PROPOSE, json!({ "p": paper })).await.at("/data/proposePublication/status"), "DONE");
}

#[tokio::test]
async fn j5_7_more_time_overtakes_the_question_of_a_lower_threshold() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "minCount": 6 })).await;
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    dara.graphql(
        "mutation($p: ID!) { askToLowerThreshold(paper: $p, reason: \"x\") { status } }",
        json!({ "p": paper }),
    )
    .await;
    dara.graphql("mutation($p: ID!) { extendSignOn(paper: $p, deadline: \"2026-07-10T10:00:00Z\", reason: \"Boards\") { status } }", json!({ "p": paper })).await;
    let told = dara.graphql(SEEN, json!({ "p": paper })).await;
    assert_eq!(
        (told.at("/data/paper/state"), told.at("/data/paper/decisions/0/state")),
        (json!("SIGN_ON"), json!("WITHDRAWN")),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_statement_is_not_put_to_the_vote_and_a_position_is_not_signed() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = settled(&app).await;
    assert_eq!(dara.graphql(OPEN, json!({ "p": paper })).await.at("/data/openAdoption/status"), "CONFLICT");
}
