//! J1.5: fees, lapse, suspension, resignation; what stays and what ends at once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{DateTime, Utc};
use sala_domain::memberships::standing::lapse_due;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

async fn membership(app: &TestApp, acronym: &str) -> String {
    let id: uuid::Uuid = sqlx::query_scalar(
        "SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = $1",
    )
    .bind(acronym)
    .fetch_one(&app.pool)
    .await
    .unwrap();
    format!("membership:{id}")
}

async fn act(actor: &TestActor, field: &str, membership: &str, reason: &str) -> Answer {
    let query = format!(
        "mutation($m: ID!, $r: String!) {{ {field}(membership: $m, reason: $r) {{ status violations {{ field key }} membership {{ state }} }} }}"
    );
    actor.graphql(&query, json!({ "m": membership, "r": reason })).await
}

async fn fee(app: &TestApp, acronym: &str, status: &str) -> Answer {
    let input = json!({ "membership": membership(app, acronym).await, "status": status, "year": 2027 });
    app.signed_in("dara")
        .await
        .graphql(
            "mutation($input: RecordFeeInput!) { recordFee(input: $input) { status membership { state } } }",
            json!({ "input": input }),
        )
        .await
}

fn until(app: &TestApp, at: &str) {
    let at: DateTime<Utc> = at.parse().unwrap();
    app.env.clock.advance(at - app.env.now());
}

async fn state(app: &TestApp, acronym: &str) -> String {
    sqlx::query_scalar(
        "SELECT m.state::text FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = $1",
    )
    .bind(acronym)
    .fetch_one(&app.pool)
    .await
    .unwrap()
}

async fn open_decision(app: &TestApp) -> String {
    let opened = app
        .signed_in("dara")
        .await
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"One\" }, proposal: { en: \"x\" },
                                 closesAt: \"2027-07-01T00:00:00Z\" }) { decision { id } } }",
            json!({ "n": app.network() }),
        )
        .await;
    opened.at("/data/openDecision/decision/id").as_str().unwrap().to_owned()
}

async fn ballot(app: &TestApp, who: &str, decision: &str, acronym: &str) -> Answer {
    app.signed_in(who)
        .await
        .graphql(
            "mutation($input: CastBallotInput!) { castBallot(input: $input) { status violations { key } } }",
            json!({ "input": { "decision": decision, "organisation": app.organisation(acronym), "stance": "IN_FAVOUR" } }),
        )
        .await
}

#[tokio::test]
async fn j1_5_an_unpaid_fee_lapses_after_grace_the_rep_sees_why_and_votes_no_more() {
    let app = TestApp::ocn().await;
    let decision = open_decision(&app).await;
    assert_eq!(fee(&app, "TMYA", "DUE").await.at("/data/recordFee/status"), "DONE");
    // The last instant of grace in Phnom Penh, and the first after it.
    until(&app, "2027-06-29T16:59:59Z");
    assert_eq!(lapse_due(&app.pool, &app.env).await.unwrap(), 0);
    until(&app, "2027-06-29T17:00:00Z");
    assert_eq!(lapse_due(&app.pool, &app.env).await.unwrap(), 1);
    assert_eq!(state(&app, "TMYA").await, "lapsed");
    assert_eq!(lapse_due(&app.pool, &app.env).await.unwrap(), 0);
    let bopha = app.signed_in("bopha").await;
    let query = format!(
        "{{ node(id: \"{}\") {{ ... on Membership {{ state standing {{ feeStatus feeYear steps {{ to }} }} }} }} }}",
        membership(&app, "TMYA").await
    );
    let seen = bopha.ask(&query).await;
    assert_eq!(seen.at("/data/node/standing/feeStatus"), "DUE", "{seen:?}");
    assert_eq!(seen.at("/data/node/standing/feeYear"), 2027);
    assert_eq!(seen.at("/data/node/standing/steps/0/to"), "LAPSED");
    // Others see that it lapsed, but not its books.
    let other = app.signed_in("sreymom").await.ask(&query).await;
    assert_eq!((other.at("/data/node/state"), other.at("/data/node/standing")), (json!("LAPSED"), Value::Null));
    let refused = ballot(&app, "bopha", &decision, "TMYA").await;
    assert_eq!(refused.at("/data/castBallot/violations/0/key"), "no_vote_now", "{refused:?}");
    // Paid, it votes again at once.
    assert_eq!(fee(&app, "TMYA", "PAID").await.at("/data/recordFee/membership/state"), "ACTIVE");
    assert_eq!(ballot(&app, "bopha", &decision, "TMYA").await.at("/data/castBallot/status"), "DONE");
}

#[tokio::test]
async fn a_ballot_stands_when_its_organisation_is_suspended_and_its_people_reach_nothing_more() {
    let app = TestApp::ocn().await;
    let decision = open_decision(&app).await;
    assert_eq!(ballot(&app, "bopha", &decision, "TMYA").await.at("/data/castBallot/status"), "DONE");
    let tmya = membership(&app, "TMYA").await;
    let (samnang, dara, bopha) =
        (app.signed_in("samnang").await, app.signed_in("dara").await, app.signed_in("bopha").await);
    assert_eq!(act(&dara, "suspendMember", &tmya, "because").await.code(), "FORBIDDEN");
    assert_eq!(
        act(&samnang, "suspendMember", &tmya, " ").await.at("/data/suspendMember/violations/0/key"),
        "reason_needed"
    );
    let suspended = act(&samnang, "suspendMember", &tmya, "Accounts not handed in.").await;
    assert_eq!(suspended.at("/data/suspendMember/membership/state"), "SUSPENDED", "{suspended:?}");
    let seen = bopha.ask(&format!("{{ decision(id: \"{decision}\") {{ id }} }}")).await;
    assert_eq!(seen.at("/data/decision"), Value::Null);
    let tally = dara.ask(&format!("{{ decision(id: \"{decision}\") {{ tally {{ cast }} }} }}")).await;
    assert_eq!(tally.at("/data/decision/tally/cast"), 1);
    // Two steps to termination, and no way around.
    assert_eq!(
        act(&samnang, "reinstateMember", &tmya, "Handed in.").await.at("/data/reinstateMember/membership/state"),
        "ACTIVE"
    );
    assert_eq!(act(&samnang, "terminateMember", &tmya, "x").await.at("/data/terminateMember/status"), "CONFLICT");
    act(&samnang, "suspendMember", &tmya, "Again.").await;
    assert_eq!(
        act(&samnang, "terminateMember", &tmya, "Resolved.").await.at("/data/terminateMember/membership/state"),
        "TERMINATED"
    );
    let gone = format!(
        "{{ network(id: \"{}\") {{ members(filter: {{ search: \"Mekhala\" }}) {{ totalCount }} }} }}",
        app.network()
    );
    assert_eq!(app.signed_in("sreymom").await.ask(&gone).await.at("/data/network/members/totalCount"), 0);
}

#[tokio::test]
async fn only_its_own_representative_resigns_for_an_organisation() {
    let app = TestApp::ocn().await;
    let tmya = membership(&app, "TMYA").await;
    for who in ["dara", "samnang", "sreymom"] {
        assert_eq!(act(&app.signed_in(who).await, "resignMembership", &tmya, "x").await.code(), "FORBIDDEN", "{who}");
    }
    let resigned = act(&app.signed_in("bopha").await, "resignMembership", &tmya, "We merge with another.").await;
    assert_eq!(resigned.at("/data/resignMembership/membership/state"), "RESIGNED", "{resigned:?}");
}

#[tokio::test]
async fn the_member_roll_shows_each_what_they_may_know_and_no_more() {
    let app = TestApp::ocn().await;
    fee(&app, "TMYA", "PAID").await;
    let path = format!("/files/{}/members.csv?lang=km", app.network());
    let roll = |who: &'static str| {
        let (app, path) = (&app, &path);
        async move { String::from_utf8(app.signed_in(who).await.visit(path).await.body).unwrap() }
    };
    let dara = roll("dara").await;
    assert!(dara.contains("អ្នកចុះហត្ថលេខា") && dara.contains("កែវ បុប្ផា") && dara.contains("paid,2027"), "{dara}");
    assert!(dara.contains("ក្រុមស្ត្រីសន្សំជីក្រែង"), "{dara}");
    let sreymom = roll("sreymom").await;
    assert!(
        sreymom.contains("សមាគមយុវជនទន្លេមេខលា") && !sreymom.contains("កែវ បុប្ផា") && !sreymom.contains("paid"),
        "{sreymom}"
    );
    assert!(!sreymom.contains("ជីក្រែង"), "{sreymom}");
    assert_eq!(sreymom.lines().count(), 9);
    // A stranger sees what anyone sees of a public network; a wrong id is nothing.
    let stranger = app.stranger().await.visit(&path).await;
    assert!(!String::from_utf8(stranger.body).unwrap().contains("ជីក្រែង"));
    let wrong = "/files/network:01970000-0000-7000-8000-000000000000/members.csv";
    assert_eq!(app.signed_in("dara").await.visit(wrong).await.status, 404);
}
