//! Mandates: who speaks and signs for an organisation, until when, by whose decision; what was done in its name.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{DateTime, Utc};
use sala_domain::roles::service::end_due;
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

async fn give(app: &TestApp, by: &TestActor, acronym: &str, who: &str, role: &str, mandate: Value) -> Answer {
    let input = json!({ "network": app.network(), "organisation": app.organisation(acronym), "person": app.person(who),
                        "role": role, "mandate": mandate });
    by.graphql(
        "mutation($i: GrantRoleInput!) { grantRole(input: $i) { status violations { field key } role { id untilOn mandate { basis } } } }",
        json!({ "i": input }),
    )
    .await
}

/// Sreymom, who speaks for KBL from now on.
async fn representative(app: &TestApp) -> TestActor {
    let made = give(app, &app.signed_in("dara").await, "KBL", "sreymom", "REPRESENTATIVE", json!({})).await;
    assert_eq!(made.at("/data/grantRole/status"), "DONE", "{made:?}");
    app.signed_in("sreymom").await
}

async fn end(by: &TestActor, role: &str) -> Answer {
    by.graphql("mutation($r: ID!) { endRole(id: $r) { status } }", json!({ "r": role })).await
}

fn board() -> Value {
    json!({ "basis": "BOARD", "decidedOn": "2026-01-10", "basisNote": "No. 7", "textKinds": ["JOINT_STATEMENT"], "themes": ["a2i"] })
}

#[tokio::test]
async fn a_signatory_is_one_of_the_organisations_people_named_with_the_decision_that_says_so() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let bare = give(&app, &dara, "KBL", "chenda", "SIGNATORY", json!({})).await;
    assert_eq!(bare.at("/data/grantRole/violations/0/key"), "basis_needed", "{bare:?}");
    let other = give(&app, &dara, "TMYA", "dara", "SIGNATORY", board()).await;
    assert_eq!(
        other.at("/data/grantRole/violations/0/key"),
        "not_their_person",
        "nobody of the secretariat signs for a member"
    );
    let ahead = json!({ "basis": "BOARD", "decidedOn": "2036-01-01" });
    assert_eq!(
        give(&app, &dara, "KBL", "chenda", "SIGNATORY", ahead).await.at("/data/grantRole/violations/0/key"),
        "date_ahead"
    );
    let made = give(&app, &dara, "KBL", "chenda", "SIGNATORY", board()).await;
    assert_eq!(made.at("/data/grantRole/role/mandate/basis"), "BOARD", "{made:?}");
    let shown = app
        .signed_in("bopha")
        .await
        .ask(&format!(
            "{{ node(id: \"{}\") {{ ... on Membership {{ mandates {{ standing {{ id }} acts {{ hasMore }} holders {{ role person {{ id }}
                mandate {{ basisNote textKinds themes {{ code }} }} }} }} }} }} }}",
            membership(&app, "KBL").await
        ))
        .await;
    let holders = shown.at("/data/node/mandates/holders");
    let chenda = holders
        .as_array()
        .unwrap()
        .iter()
        .find(|h| h["role"] == "SIGNATORY" && h["person"]["id"] == app.person("chenda"));
    assert_eq!(
        chenda.unwrap()["mandate"],
        json!({ "basisNote": "No. 7", "textKinds": ["JOINT_STATEMENT"], "themes": [{ "code": "a2i" }] })
    );
    // Who signs is no secret among members; what was agreed beforehand and done is the organisation's own.
    assert_eq!(
        (shown.at("/data/node/mandates/standing"), shown.at("/data/node/mandates/acts")),
        (Value::Null, Value::Null)
    );
}

#[tokio::test]
async fn a_representative_names_alternates_of_their_own_and_ends_mandates_and_no_more() {
    let app = TestApp::ocn().await;
    let sreymom = representative(&app).await;
    let (own, other) = ("KBL", "TMYA");
    assert_eq!(give(&app, &sreymom, own, "chenda", "SIGNATORY", board()).await.code(), "FORBIDDEN");
    assert_eq!(give(&app, &sreymom, other, "bopha", "ALTERNATE", json!({})).await.code(), "FORBIDDEN");
    let made = give(&app, &sreymom, own, "chenda", "ALTERNATE", json!({})).await;
    let role = made.at("/data/grantRole/role/id").as_str().unwrap().to_owned();
    assert_eq!(end(&app.signed_in("bopha").await, &role).await.code(), "FORBIDDEN");
    // The alternate acts for it at once, and lays the mandate down again; then no more, in the same session.
    let chenda = app.signed_in("chenda").await;
    assert_eq!(
        chenda.edit_phone(&app.organisation(own), "023 111 111").await.at("/data/editOrganisation/status"),
        "DONE"
    );
    assert_eq!(end(&chenda, &role).await.at("/data/endRole/status"), "DONE");
    assert_eq!(chenda.edit_phone(&app.organisation(own), "023 222 222").await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn a_mandate_ends_with_its_last_day_in_phnom_penh_for_everything_at_once() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let now = app.env.now();
    let last = (now + chrono::Duration::days(2)).date_naive();
    let made = give(&app, &dara, "KBL", "chenda", "ALTERNATE", json!({ "untilOn": last })).await;
    assert_eq!(made.at("/data/grantRole/role/untilOn"), json!(last), "{made:?}");
    let past = give(&app, &dara, "KBL", "chenda", "CONTRIBUTOR", json!({ "untilOn": "2020-01-01" })).await;
    assert_eq!(past.at("/data/grantRole/violations/0/key"), "mandate_period");
    let coordinator = json!({ "i": { "network": app.network(), "person": app.person("chenda"), "role": "COORDINATOR", "mandate": { "untilOn": last } } });
    let timed = dara
        .graphql("mutation($i: GrantRoleInput!) { grantRole(input: $i) { violations { key } } }", coordinator)
        .await;
    assert_eq!(
        timed.at("/data/grantRole/violations/0/key"),
        "mandate_period",
        "a hub does not lose its coordinator by the clock"
    );
    let chenda = app.signed_in("chenda").await;
    let kbl = app.organisation("KBL");
    // The last instant of the day in Phnom Penh, then the first after it: before anything is written down.
    let over: DateTime<Utc> =
        last.succ_opt().unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc() - chrono::Duration::hours(7);
    app.env.clock.advance(over - chrono::Duration::milliseconds(1) - app.env.now());
    assert_eq!(chenda.edit_phone(&kbl, "023 111 111").await.at("/data/editOrganisation/status"), "DONE");
    app.env.clock.advance(chrono::Duration::milliseconds(1));
    assert_eq!(chenda.edit_phone(&kbl, "023 222 222").await.code(), "FORBIDDEN");
    assert_eq!(end_due(&app.pool, &app.env).await.unwrap(), 1);
    assert_eq!(end_due(&app.pool, &app.env).await.unwrap(), 0);
}

#[tokio::test]
async fn standing_mandates_are_recorded_by_the_organisation_itself() {
    let app = TestApp::ocn().await;
    let kbl = membership(&app, "KBL").await;
    let record =
        "mutation($i: StandingMandateInput!) { recordStandingMandate(input: $i) { status violations { field key }
        membership { mandates { standing { id validUntil themes { code } } } } } }";
    let until = (app.env.now() + chrono::Duration::days(300)).date_naive();
    let with = |valid: Value| json!({ "i": { "membership": kbl, "validUntil": valid, "basis": "BOARD", "decidedOn": "2026-01-10", "themes": ["a2i"], "textKinds": ["OPEN_LETTER"] } });
    assert_eq!(app.signed_in("dara").await.graphql(record, with(json!(until))).await.code(), "FORBIDDEN");
    assert_eq!(app.signed_in("bopha").await.graphql(record, with(json!(until))).await.code(), "FORBIDDEN");
    let sreymom = representative(&app).await;
    assert_eq!(
        sreymom.graphql(record, with(json!("2020-01-01"))).await.at("/data/recordStandingMandate/violations/0/key"),
        "mandate_period"
    );
    let made = sreymom.graphql(record, with(json!(until))).await;
    let id = made.at("/data/recordStandingMandate/membership/mandates/standing/0/id");
    assert!(id.is_string(), "{made:?}");
    let end =
        "mutation($m: ID!) { endStandingMandate(mandate: $m) { status membership { mandates { standing { id } } } } }";
    let ended = sreymom.graphql(end, json!({ "m": id })).await;
    assert_eq!(ended.at("/data/endStandingMandate/membership/mandates/standing"), json!([]), "{ended:?}");
    assert_eq!(sreymom.graphql(end, json!({ "m": id })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn an_organisations_people_read_page_by_page_all_that_was_done_in_its_name() {
    let app = TestApp::ocn().await;
    let sreymom = representative(&app).await;
    let kbl = app.organisation("KBL");
    for n in 0..3 {
        sreymom.edit_phone(&kbl, &format!("023 111 11{n}")).await;
    }
    app.settle().await;
    let query = |after: Value| json!({ "after": after, "m": "" });
    let document = format!(
        "query($after: String) {{ node(id: \"{}\") {{ ... on Membership {{ mandates {{ acts(first: 2, after: $after) {{ hasMore acts {{ cursor kind node {{ id }} by {{ id }} }} }} }} }} }} }}",
        membership(&app, "KBL").await
    );
    let first = sreymom.graphql(&document, query(Value::Null)).await;
    let acts = first.at("/data/node/mandates/acts");
    assert_eq!(acts["hasMore"], true, "{first:?}");
    assert_eq!(acts["acts"][0]["kind"], "organisation.edited");
    assert_eq!(acts["acts"][0]["by"]["id"], app.person("sreymom"));
    let next = sreymom.graphql(&document, query(acts["acts"][1]["cursor"].clone())).await;
    assert_ne!(next.at("/data/node/mandates/acts/acts/0/cursor"), acts["acts"][0]["cursor"]);
    assert_eq!(next.at("/data/node/mandates/acts/acts/0/kind"), "organisation.edited");
    for who in ["dara", "bopha", "kunthea"] {
        let theirs = app.signed_in(who).await.graphql(&document, query(Value::Null)).await;
        assert_eq!(theirs.at("/data/node/mandates/acts"), Value::Null, "{who}");
    }
}
