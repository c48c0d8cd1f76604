//! Organisations outside the network that are asked to sign.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp, copy, papers::step};
use serde_json::{Value, json};

use super::signing::{CONFIRM, HARD, PROPOSE, open, opened, seen};

async fn invite(actor: &TestActor, paper: &str, email: &str) -> Answer {
    actor
        .graphql(
            "mutation($p: ID!, $i: InviteGuestInput!) { inviteGuest(paper: $p, input: $i) { status violations { field key } guest { guest { id } } } }",
            json!({ "p": paper, "i": { "name": { "en": "Mekong Water Forum" }, "email": email, "language": "EN" } }),
        )
        .await
}

/// The secret in the last invitation that was sent.
async fn link(app: &TestApp) -> String {
    let body: String = sqlx::query_scalar(
        "SELECT body FROM mails WHERE kind = 'guest_invitation' ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    body.split("/sign-guest#").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn read(app: &TestApp, link: &str) -> Answer {
    app.anonymous()
        .graphql(
            "mutation($l: String!) { readGuestInvitation(link: $l) { status violations { key } invitation { organisation { en } title { en } english textHash open state ofThisText confirmed } } }",
            json!({ "l": link }),
        )
        .await
}

async fn say(app: &TestApp, link: &str, more: Value) -> Answer {
    let hash = read(app, link).await.at("/data/readGuestInvitation/invitation/textHash");
    let mut input = json!({ "link": link, "state": "ENDORSED", "textHash": hash, "signatory": "Lina Prak", "post": "Director",
        "basis": "BOARD_DECISION", "attribution": "PUBLIC" });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    app.anonymous()
        .graphql(
            "mutation($i: AnswerAsGuestInput!) { answerAsGuest(input: $i) { status violations { field key } invitation { state confirmed } } }",
            json!({ "i": input }),
        )
        .await
}

const GUESTS: &str =
    "query($p: ID!) { paper(id: $p) { signOn { guests { edges { node { id name { en } signatory reservation email } } }
    invited { totalCount edges { node { id state signatory confirmed email } } } } } }";

async fn confirm(actor: &TestActor, guest: &Value) -> Answer {
    actor
        .graphql("mutation($g: ID!) { confirmGuest(guest: $g) { status violations { key } } }", json!({ "g": guest }))
        .await
}

#[tokio::test]
async fn an_invited_organisation_signs_by_its_link_and_counts_once_the_secretariat_has_confirmed_it() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({ "minCount": 1 })).await;
    assert_eq!(invite(&sreymom, &paper, "office@mwf.example").await.code(), "FORBIDDEN");
    let wrong = invite(&dara, &paper, "no address").await;
    assert_eq!(wrong.at("/data/inviteGuest/violations/0/field"), "email", "{wrong:?}");
    let invited = invite(&dara, &paper, "office@mwf.example").await;
    let guest = invited.at("/data/inviteGuest/guest/guest/id");
    assert!(guest.is_string(), "{invited:?}");
    let twice = invite(&dara, &paper, "Office@mwf.example").await;
    assert_eq!(twice.at("/data/inviteGuest/violations/0/key"), "invited_already", "{twice:?}");
    let link = link(&app).await;
    let shown = read(&app, &link).await;
    let invitation = shown.at("/data/readGuestInvitation/invitation").clone();
    assert!(invitation["english"].as_str().unwrap().contains("Post the budget within 30 days."), "{shown:?}");
    assert_eq!((&invitation["open"], &invitation["state"]), (&json!(true), &Value::Null));
    for guess in ["", "x", &link[1..]] {
        let nothing = read(&app, guess).await;
        assert_eq!(nothing.at("/data/readGuestInvitation/violations/0/key"), "link_used_or_expired", "{nothing:?}");
    }
    let bare = say(&app, &link, json!({ "signatory": " ", "post": "", "basis": null })).await;
    assert_eq!(bare.at("/data/answerAsGuest/violations").as_array().unwrap().len(), 3, "{bare:?}");
    let other = say(&app, &link, json!({ "textHash": "00" })).await;
    assert_eq!(other.at("/data/answerAsGuest/status"), "CONFLICT", "nobody signs what they have not seen");
    let delegated = say(&app, &link, json!({ "basis": "NETWORK_DELEGATION" })).await;
    assert_eq!(delegated.at("/data/answerAsGuest/violations/0/field"), "basis", "it is no member: {delegated:?}");
    assert_eq!(confirm(&dara, &guest).await.at("/data/confirmGuest/status"), "CONFLICT", "it has said nothing");
    let signed = say(&app, &link, json!({ "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days." })).await;
    assert_eq!(signed.at("/data/answerAsGuest/status"), "DONE", "{signed:?}");
    assert_eq!(seen(&sreymom, &paper).await["progress"]["count"], 0, "not yet confirmed");
    let told = sreymom.graphql(GUESTS, json!({ "p": paper })).await;
    assert_eq!(
        (told.at("/data/paper/signOn/guests/edges"), told.at("/data/paper/signOn/invited/totalCount")),
        (json!([]), json!(0))
    );
    assert_eq!(confirm(&sreymom, &guest).await.code(), "FORBIDDEN");
    assert_eq!(confirm(&dara, &guest).await.at("/data/confirmGuest/status"), "DONE");
    let told = seen(&sreymom, &paper).await;
    assert_eq!(
        (&told["progress"]["count"], &told["progress"]["provinces"]),
        (&json!(1), &json!(0)),
        "in no share of members"
    );
    let told = sreymom.graphql(GUESTS, json!({ "p": paper })).await;
    let row = told.at("/data/paper/signOn/guests/edges/0/node").clone();
    assert_eq!((&row["name"]["en"], &row["reservation"]), (&json!("Mekong Water Forum"), &json!("45 days.")));
    assert_eq!(
        (&row["signatory"], &row["email"], &row["id"]),
        (&Value::Null, &Value::Null, &Value::Null),
        "not for everybody"
    );
    let again = say(&app, &link, json!({})).await;
    assert_eq!(
        again.at("/data/answerAsGuest/violations/0/key"),
        "link_used_or_expired",
        "one link, one signature: {again:?}"
    );
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    // What was refused has let go of the paper.
    sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    let done = app.signed_in("samnang").await.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/status"), "DONE", "{done:?}");
    let public = format!("/public/papers/{paper}");
    let page = String::from_utf8(app.anonymous().visit(&public).await.body).unwrap();
    assert!(
        page.contains("Mekong Water Forum") && !page.contains("Lina Prak") && !page.contains("mwf.example"),
        "{page}"
    );
    app.env.clock.advance(chrono::Duration::days(1));
    let withdrawn = say(&app, &link, json!({ "state": "WITHDRAWN", "basis": null })).await;
    assert_eq!(withdrawn.at("/data/answerAsGuest/status"), "DONE", "{withdrawn:?}");
    let page = String::from_utf8(app.anonymous().visit(&public).await.body).unwrap();
    assert!(page.contains("Mekong Water Forum withdrew its signature on 2026-07-04"), "{page}");
}

#[tokio::test]
async fn an_invitation_that_is_sent_anew_or_taken_back_ends_the_link_before_it() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "minCount": 1 })).await;
    let guest = invite(&dara, &paper, "office@mwf.example").await.at("/data/inviteGuest/guest/guest/id");
    let first = link(&app).await;
    app.env.clock.advance(chrono::Duration::minutes(1));
    let again = dara.graphql("mutation($g: ID!) { sendGuestAgain(guest: $g) { status } }", json!({ "g": guest })).await;
    assert_eq!(again.at("/data/sendGuestAgain/status"), "DONE", "{again:?}");
    let second = link(&app).await;
    assert_ne!(first, second);
    assert_eq!(read(&app, &first).await.at("/data/readGuestInvitation/violations/0/key"), "link_used_or_expired");
    say(&app, &second, json!({})).await;
    confirm(&dara, &guest).await;
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 1);
    let revoked = dara.graphql("mutation($g: ID!) { revokeGuest(guest: $g) { status } }", json!({ "g": guest })).await;
    assert_eq!(revoked.at("/data/revokeGuest/status"), "DONE", "{revoked:?}");
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 0);
    assert_eq!(read(&app, &second).await.at("/data/readGuestInvitation/violations/0/key"), "link_used_or_expired");
    assert_eq!(
        invite(&dara, &paper, "office@mwf.example").await.at("/data/inviteGuest/status"),
        "DONE",
        "it may be asked again"
    );
}

#[tokio::test]
async fn a_changed_text_asks_the_invited_anew_by_the_same_link() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({ "minCount": 1 })).await;
    let guest = invite(&dara, &paper, "office@mwf.example").await.at("/data/inviteGuest/guest/guest/id");
    let link = link(&app).await;
    say(&app, &link, json!({})).await;
    confirm(&dara, &guest).await;
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "A number." })).await;
    assert_eq!(
        read(&app, &link).await.at("/data/readGuestInvitation/violations/0/key"),
        "link_used_or_expired",
        "nothing to sign"
    );
    let mut writer = sreymom.writer(&paper, copy(2000)).await;
    writer.until("en", "30 days").await;
    writer.type_on("en", "recommendations", " Or sooner.").await;
    writer.saved().await;
    step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    open(&dara, &paper, json!({ "minCount": 1 })).await;
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 0);
    let shown = read(&app, &link).await;
    let invitation = shown.at("/data/readGuestInvitation/invitation").clone();
    assert_eq!((&invitation["state"], &invitation["ofThisText"]), (&json!("RECONFIRM"), &json!(false)), "{shown:?}");
    assert_eq!(say(&app, &link, json!({})).await.at("/data/answerAsGuest/status"), "DONE");
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 0, "and is confirmed anew");
    assert_eq!(confirm(&dara, &guest).await.at("/data/confirmGuest/status"), "DONE");
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 1);
}
