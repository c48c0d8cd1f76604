//! A listed organisation that nobody speaks for is taken up by its own people.

use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

async fn claim(app: &TestApp, by: &TestActor, acronym: &str, email: &str) -> Answer {
    let input = json!({ "network": app.network(), "organisation": app.organisation(acronym), "email": email, "note": "I am its director",
                        "name": { "familyKm": "ជា", "givenKm": "សុភា" }, "position": { "en": "Director" } });
    by.graphql(
        "mutation($i: ClaimOrganisationInput!) { claimOrganisation(input: $i) { status asked violations { field key } } }",
        json!({ "i": input }),
    )
    .await
}

async fn waiting(app: &TestApp, who: &str) -> Value {
    let query =
        format!("{{ network(id: \"{}\") {{ claims {{ id email organisation {{ acronym }} }} }} }}", app.network());
    app.signed_in(who).await.ask(&query).await.at("/data/network/claims")
}

#[tokio::test]
async fn its_people_say_so_the_secretariat_accepts_and_they_represent_it_by_invitation() {
    let app = TestApp::ocn().await;
    let nobody = app.anonymous();
    let unclaimed = format!("{{ network(id: \"{}\") {{ unclaimed {{ acronym }} claims {{ id }} }} }}", app.network());
    let seen = nobody.ask(&unclaimed).await;
    let names = seen.at("/data/network/unclaimed").to_string();
    assert!(names.contains("CDRO") && !names.contains("TMYA") && !names.contains("BKIW"), "{seen:?}");
    assert_eq!(claim(&app, &nobody, "TMYA", "a@tmya.example").await.code(), "NOT_FOUND", "somebody speaks for it");
    assert_eq!(
        claim(&app, &nobody, "BKIW", "a@bkiw.example").await.code(),
        "NOT_FOUND",
        "hidden: as good as not there"
    );
    assert_eq!(
        claim(&app, &nobody, "CDRO", "no address").await.at("/data/claimOrganisation/violations/0/field"),
        "email"
    );
    for _ in 0..2 {
        assert_eq!(claim(&app, &nobody, "CDRO", "sophea@cdro.example").await.at("/data/claimOrganisation/asked"), true);
    }
    assert_eq!(waiting(&app, "bopha").await, json!([]), "nobody but the secretariat learns who asks");
    let claims = waiting(&app, "dara").await;
    assert_eq!(claims.as_array().unwrap().len(), 1, "asked twice, it waits once: {claims}");
    let accept = "mutation($c: ID!) { acceptClaim(claim: $c) { status violations { key } } }";
    let id = json!({ "c": claims.pointer("/0/id") });
    assert_eq!(app.signed_in("bopha").await.graphql(accept, id.clone()).await.code(), "NOT_FOUND");
    let dara = app.signed_in("dara").await;
    let (one, two) = tokio::join!(dara.graphql(accept, id.clone()), dara.graphql(accept, id.clone()));
    let done = [&one, &two].iter().filter(|a| a.at("/data/acceptClaim/status") == "DONE").count();
    assert_eq!(done, 1, "{one:?} {two:?}");
    let invited: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM mails WHERE recipient = 'sophea@cdro.example' AND kind = 'invitation'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let role: String = sqlx::query_scalar("SELECT g.role::text FROM role_grants g JOIN people p ON p.id = g.person_id WHERE p.email = 'sophea@cdro.example'")
        .fetch_one(&app.pool).await.unwrap();
    assert_eq!((invited, role.as_str()), (1, "representative"));
    // From now on somebody speaks for it.
    assert!(!nobody.ask(&unclaimed).await.at("/data/network/unclaimed").to_string().contains("CDRO"));
}

#[tokio::test]
async fn who_is_refused_leaves_no_name_behind() {
    let app = TestApp::ocn().await;
    claim(&app, &app.anonymous(), "CDRO", "somebody@else.example").await;
    let id = waiting(&app, "dara").await.pointer("/0/id").cloned();
    let refuse = "mutation($c: ID!, $r: String!) { refuseClaim(claim: $c, reason: $r) { status violations { key } } }";
    let dara = app.signed_in("dara").await;
    let bare = dara.graphql(refuse, json!({ "c": id, "r": " " })).await;
    assert_eq!(bare.at("/data/refuseClaim/violations/0/key"), "reason_needed");
    assert_eq!(
        dara.graphql(refuse, json!({ "c": id, "r": "Not known there" })).await.at("/data/refuseClaim/status"),
        "DONE"
    );
    let kept: (String, String) =
        sqlx::query_as("SELECT email, family_km FROM claims").fetch_one(&app.pool).await.unwrap();
    assert_eq!(kept, (String::new(), String::new()));
    assert_eq!(waiting(&app, "dara").await, json!([]));
}
