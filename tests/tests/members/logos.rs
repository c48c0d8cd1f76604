//! Logos: sent by `PUT`, drawn anew, seen by those who see the organisation.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use http::StatusCode;
use sala_testkit::TestApp;
use serde_json::json;

/// A red square of 2 × 2, as PNG (made with the format's own three chunks).
fn red() -> Vec<u8> {
    let hex = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001049444154789c63f8cfc000440c100a001fee03fd8b5f14d40000000049454e44ae426082";
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
}

fn address(app: &TestApp, organisation: &str) -> String {
    format!("/files/{}/logo", app.organisation(organisation))
}

#[tokio::test]
async fn a_representative_gives_her_organisation_a_logo_and_takes_it_away() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let path = address(&app, "TMYA");
    assert_eq!(bopha.visit(&path).await.status, StatusCode::NOT_FOUND);
    let put = bopha.put(&path, red()).await;
    assert_eq!(put.status, StatusCode::NO_CONTENT, "{put:?}");

    let dara = app.signed_in("dara").await;
    let query = format!("{{ organisation(id: \"{}\") {{ logo {{ url width height }} }} }}", app.organisation("TMYA"));
    let shown = dara.ask(&query).await;
    assert_eq!(shown.at("/data/organisation/logo/width"), 2);
    let url = shown.at("/data/organisation/logo/url");
    let seen = dara.visit(url.as_str().unwrap()).await;
    assert_eq!(seen.status, StatusCode::OK);
    assert_eq!(seen.headers["content-type"], "image/png");
    assert_eq!(seen.headers["cache-control"], "private, no-cache");
    assert!(seen.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    assert_eq!(seen.body.get(1..4).unwrap(), b"PNG");

    let removed = bopha
        .mutate(
            "mutation($o: ID!) { removeLogo(organisation: $o) { status organisation { logo { url } } } }",
            json!({ "o": app.organisation("TMYA") }),
        )
        .await;
    assert_eq!(removed.at("/data/removeLogo/status"), "DONE");
    assert_eq!(removed.at("/data/removeLogo/organisation/logo"), json!(null));
    assert_eq!(dara.visit(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_sets_the_logo_of_an_organisation_not_theirs() {
    let app = TestApp::ocn().await;
    let path = address(&app, "KBL");
    assert_eq!(app.signed_in("bopha").await.put(&path, red()).await.status, StatusCode::FORBIDDEN);
    // Anyone may know of this one, but not change it.
    assert_eq!(app.anonymous().put(&path, red()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.stranger().await.put(&path, red()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.anonymous().visit(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_hidden_groups_logo_answers_outsiders_like_a_wrong_address() {
    let app = TestApp::ocn().await;
    let path = address(&app, "CKWS");
    assert_eq!(app.signed_in("dara").await.put(&path, red()).await.status, StatusCode::NO_CONTENT);
    let outsider = app.signed_in("sreymom").await;
    let hidden = outsider.visit(&path).await;
    let wrong = outsider.visit("/files/organisation:01970000-0000-7000-8000-000000000000/logo").await;
    assert_eq!((hidden.status, hidden.body), (wrong.status, wrong.body));
    assert_eq!(outsider.put(&path, red()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_in_both_languages_and_changes_nothing() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let path = address(&app, "TMYA");
    bopha.put(&path, red()).await;
    let before = bopha.visit(&path).await.body;
    let refused = bopha.put(&path, b"<svg onload=alert(1)>".to_vec()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.at("/violations/0/key"), "not_a_picture");
    assert!(refused.at("/violations/0/message/km").as_str().unwrap().contains("រូបភាព"));
    assert_eq!(bopha.visit(&path).await.body, before);
}
