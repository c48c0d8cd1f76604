//! Proving who one is: passwords, links, sessions, tokens, and what guessers learn.

#![expect(clippy::unwrap_used, clippy::similar_names, reason = "a test that cannot go on stops")]

use chrono::Duration;
use sala_testkit::TestApp;
use serde_json::json;

const WORDS: &str = "three green rivers";
const RESET: &str = "mutation($email: String!) { askPasswordReset(email: $email) { status violations { key } } }";
const ANSWER: &str = "mutation($input: AnswerLinkInput!) { answerLink(input: $input) { status violations { field key } person { id } } }";

async fn last_link(app: &TestApp, path: &str) -> String {
    let body: String = sqlx::query_scalar("SELECT body FROM mails ORDER BY created_at DESC, id DESC LIMIT 1")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    let start = body.find(&format!("/{path}#")).unwrap_or_else(|| panic!("a link in {body}")) + path.len() + 2;
    body[start..].split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn a_wrong_address_and_a_wrong_password_are_one_answer() {
    let app = TestApp::ocn().await;
    app.set_password("dara", WORDS).await;
    let anon = app.anonymous();
    let wrong_password = anon.sign_in("dara@ocn.example", "not this one").await;
    let wrong_address = anon.sign_in("nobody@nowhere.example", "not this one").await;
    assert_eq!(wrong_password.json, wrong_address.json);
    assert_eq!(wrong_password.at("/data/signIn/violations/0/key"), "password_wrong");
    assert_eq!(anon.sign_in("  DARA@ocn.example ", WORDS).await.at("/data/signIn/status"), "DONE");
}

#[tokio::test]
async fn guessing_from_afar_is_slowed_down_and_does_not_lock_the_owner_out() {
    let app = TestApp::ocn().await;
    app.set_password("dara", WORDS).await;
    let owner = app.anonymous();
    assert_eq!(owner.sign_in("dara@ocn.example", WORDS).await.at("/data/signIn/status"), "DONE");
    let mut guesser = app.anonymous();
    guesser.from = "203.0.113.9:1000".parse().unwrap();
    let mut codes = Vec::new();
    for _ in 0..12 {
        codes.push(guesser.sign_in("dara@ocn.example", "a guess too many").await.code());
    }
    assert_eq!(codes.iter().filter(|c| **c == "THROTTLED").count(), 2, "{codes:?}");
    // The same for an address that has no account: the limit tells nothing.
    let mut unknown = Vec::new();
    for _ in 0..12 {
        unknown.push(guesser.sign_in("nobody@nowhere.example", "a guess too many").await.code());
    }
    assert_eq!(codes, unknown);
    let known_place = app.anonymous();
    assert_eq!(known_place.sign_in("dara@ocn.example", WORDS).await.at("/data/signIn/status"), "DONE");
    app.env.clock.advance(Duration::seconds(61));
    assert_eq!(
        guesser.sign_in("dara@ocn.example", "once more").await.at("/data/signIn/violations/0/key"),
        "password_wrong"
    );
}

#[tokio::test]
async fn a_reset_link_works_once_for_two_hours_and_ends_every_other_session() {
    let app = TestApp::ocn().await;
    let elsewhere = app.signed_in("bopha").await;
    let anon = app.anonymous();
    let known = anon.mutate(RESET, json!({ "email": "bopha@ocn.example" })).await;
    let unknown = anon.mutate(RESET, json!({ "email": "nobody@nowhere.example" })).await;
    assert_eq!(known.json, unknown.json);
    let link = last_link(&app, "reset").await;
    let short = anon.mutate(ANSWER, json!({ "input": { "link": link, "password": "short" } })).await;
    assert_eq!(short.at("/data/answerLink/violations/0/key"), "password_short");
    let done = anon.mutate(ANSWER, json!({ "input": { "link": link, "password": WORDS } })).await;
    assert_eq!(done.at("/data/answerLink/status"), "DONE", "a refused try had not used the link up: {done:?}");
    assert!(elsewhere.ask("{ viewer { operator } }").await.at("/data/viewer").is_null());
    let again = app.anonymous().mutate(ANSWER, json!({ "input": { "link": link, "password": WORDS } })).await;
    assert_eq!(again.at("/data/answerLink/violations/0/key"), "link_used_or_expired");
    anon.mutate(RESET, json!({ "email": "bopha@ocn.example" })).await;
    let late = last_link(&app, "reset").await;
    app.env.clock.advance(Duration::hours(2));
    let expired = app.anonymous().mutate(ANSWER, json!({ "input": { "link": late, "password": WORDS } })).await;
    assert_eq!(expired.at("/data/answerLink/violations/0/key"), "link_used_or_expired");
}

#[tokio::test]
async fn one_link_answered_twice_at_once_lets_one_in() {
    let app = TestApp::ocn().await;
    app.anonymous().mutate(RESET, json!({ "email": "bopha@ocn.example" })).await;
    let link = last_link(&app, "reset").await;
    let input = json!({ "input": { "link": link, "password": WORDS } });
    let (a, b) = (app.anonymous(), app.anonymous());
    let (a, b) = tokio::join!(a.mutate(ANSWER, input.clone()), b.mutate(ANSWER, input.clone()));
    let done = [a, b].iter().filter(|r| r.at("/data/answerLink/status") == "DONE").count();
    assert_eq!(done, 1);
}

#[tokio::test]
async fn an_invited_person_chooses_a_password_and_is_in() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let add = "mutation($input: AddPersonInput!) { addPerson(input: $input) { status violations { field key } person { id account } } }";
    let person = json!({ "organisation": app.organisation("TMYA"), "name": { "familyLatin": "Tep", "givenLatin": "Malis" }, "email": "malis@tmya.example", "invite": true });
    let added = bopha.mutate(add, json!({ "input": person })).await;
    assert_eq!(added.at("/data/addPerson/person/account"), "INVITED", "{added:?}");
    let link = last_link(&app, "welcome").await;
    let malis = app.anonymous();
    assert_eq!(
        malis
            .mutate(ANSWER, json!({ "input": { "link": link, "password": WORDS } }))
            .await
            .at("/data/answerLink/status"),
        "DONE"
    );
    assert_eq!(
        malis.ask("{ viewer { person { email } } }").await.at("/data/viewer/person/email"),
        "malis@tmya.example"
    );
    // The same address again: refused at its field, and no second person is left behind.
    let twice = bopha.mutate(add, json!({ "input": person })).await;
    assert_eq!(
        twice.at("/data/addPerson/violations/0"),
        json!({ "field": "email", "key": "email_taken" }),
        "{twice:?}"
    );
    let people: i64 = sqlx::query_scalar("SELECT count(*) FROM people WHERE family_latin = 'Tep'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(people, 1);
}

#[tokio::test]
async fn a_session_ends_at_once_when_it_is_ended_from_elsewhere() {
    let app = TestApp::ocn().await;
    let (here, there) = (app.signed_in("dara").await, app.signed_in("dara").await);
    let sessions = here.ask("{ viewer { sessions { id current } } }").await.at("/data/viewer/sessions");
    let other = sessions.as_array().unwrap().iter().find(|s| s["current"] == false).unwrap()["id"].clone();
    let stranger = app
        .stranger()
        .await
        .mutate("mutation($id: ID!) { endSession(id: $id) { status } }", json!({ "id": other }))
        .await;
    assert_eq!(stranger.code(), "NOT_FOUND", "nobody ends another's session");
    here.mutate("mutation($id: ID!) { endSession(id: $id) { status } }", json!({ "id": other })).await;
    assert!(there.ask("{ viewer { operator } }").await.at("/data/viewer").is_null());
    assert_eq!(here.ask("{ viewer { operator } }").await.at("/data/viewer/operator"), true);
}

#[tokio::test]
async fn a_session_left_alone_for_two_weeks_is_over() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    app.env.clock.advance(Duration::days(13));
    assert!(!dara.ask("{ viewer { operator } }").await.at("/data/viewer").is_null());
    app.env.clock.advance(Duration::days(14));
    assert!(dara.ask("{ viewer { operator } }").await.at("/data/viewer").is_null());
}

#[tokio::test]
async fn a_token_does_no_more_than_it_was_made_for() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let make = "mutation($input: MakeAccessTokenInput!) { makeAccessToken(input: $input) { status secret accessToken { id } violations { key } } }";
    let made = bopha.mutate(make, json!({ "input": { "name": "reader" } })).await;
    let secret = made.at("/data/makeAccessToken/secret").as_str().unwrap().to_owned();
    let program = bopha.with_token(&secret);
    assert_eq!(
        program.ask("{ viewer { person { email } } }").await.at("/data/viewer/person/email"),
        "bopha@ocn.example"
    );
    let write = program.edit_phone(&app.organisation("TMYA"), "012 345 678").await;
    assert_eq!(write.at("/errors/0/extensions/key"), "read_only_token");
    assert_eq!(program.mutate(make, json!({ "input": { "name": "successor" } })).await.code(), "FORBIDDEN");
    bopha
        .mutate(
            "mutation($id: ID!) { revokeAccessToken(id: $id) { status } }",
            json!({ "id": made.at("/data/makeAccessToken/accessToken/id") }),
        )
        .await;
    assert_eq!(program.graphql("{ hub { ready } }", json!({})).await.status, http::StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn no_secret_lies_in_the_database() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let cookie = bopha.cookie().unwrap();
    let secret = cookie.split_once('=').unwrap().1;
    let stored: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT token_hash FROM sessions").fetch_all(&app.pool).await.unwrap();
    assert!(!stored.is_empty());
    assert!(stored.iter().all(|hash| hash.len() == 32 && hash != secret.as_bytes()));
}

#[tokio::test]
async fn an_empty_hub_is_set_up_once_through_its_link() {
    let app = TestApp::empty().await;
    let mut tx = app.pool.begin().await.unwrap();
    let link = sala_identity::links::make(&mut tx, &app.env, sala_identity::links::Purpose::SetUp, None, "", None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let set_up = "mutation($input: SetUpInput!) { setUp(input: $input) { status violations { field key } } }";
    let input = |link: &str| json!({ "input": { "link": link, "network": { "km": "បណ្តាញថ្មី" }, "name": { "familyKm": "សុខ" }, "email": "a@b.example", "password": WORDS } });
    let guess = app.anonymous().mutate(set_up, input("guess")).await;
    assert_eq!(guess.at("/data/setUp/violations/0/key"), "link_used_or_expired");
    let first = app.anonymous();
    assert_eq!(first.mutate(set_up, input(link.expose())).await.at("/data/setUp/status"), "DONE");
    let viewer =
        first.ask("{ hub { ready } viewer { operator roles { role } acting { network { name { km } } } } }").await;
    assert_eq!(
        viewer.at("/data/viewer"),
        json!({ "operator": true, "roles": [{ "role": "COORDINATOR" }], "acting": { "network": { "name": { "km": "បណ្តាញថ្មី" } } } })
    );
    let again = app.anonymous().mutate(set_up, input(link.expose())).await;
    assert_eq!(again.at("/data/setUp/violations/0/key"), "link_used_or_expired");
    assert_eq!(
        app.anonymous()
            .mutate("mutation { signInDemo(email: \"dara@ocn.example\") { status } }", json!({}))
            .await
            .code(),
        "FORBIDDEN"
    );
}

#[tokio::test]
async fn one_acts_only_for_whom_one_holds_a_role_and_the_record_says_for_whom() {
    let app = TestApp::ocn().await;
    let samnang = app.signed_in("samnang").await;
    let act = "mutation($input: ActForInput!) { actFor(input: $input) { status violations { key } } }";
    let not_theirs = samnang
        .mutate(act, json!({ "input": { "network": app.network(), "organisation": app.organisation("KBL") } }))
        .await;
    assert_eq!(not_theirs.at("/data/actFor/violations/0/key"), "acting_unknown");
    let kcfc = app.organisation("KCFC");
    let theirs = samnang.mutate(act, json!({ "input": { "network": app.network(), "organisation": kcfc } })).await;
    assert_eq!(theirs.at("/data/actFor/status"), "DONE");
    samnang.edit_phone(&kcfc, "012 345 678").await;
    let (actor, on_behalf): (uuid::Uuid, uuid::Uuid) = sqlx::query_as(
        "SELECT actor_id, on_behalf_of FROM outbox WHERE kind = 'organisation.edited' ORDER BY position DESC LIMIT 1",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    assert_eq!(format!("person:{actor}"), app.person("samnang"));
    assert_eq!(format!("organisation:{on_behalf}"), kcfc);
}
