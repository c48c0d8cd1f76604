//! In whose name: what a request states, what is written down, what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use sala_testkit::{TestActor, TestApp};
use serde_json::{Value, json};

/// Bopha of TMYA also represents SMVF.
async fn bopha_of_two(app: &TestApp) -> TestActor {
    let id = |text: String| text.split_once(':').and_then(|(_, id)| id.parse::<uuid::Uuid>().ok()).unwrap();
    sqlx::query("INSERT INTO affiliations (id, person_id, organisation_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())")
        .bind(id(app.person("bopha")))
        .bind(id(app.organisation("SMVF")))
        .execute(&app.pool)
        .await
        .unwrap();
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "person": app.person("bopha"), "organisation": app.organisation("SMVF"),
                        "role": "REPRESENTATIVE" });
    let granted = dara
        .mutate("mutation($input: GrantRoleInput!) { grantRole(input: $input) { status } }", json!({ "input": input }))
        .await;
    assert_eq!(granted.at("/data/grantRole/status"), "DONE", "{granted:?}");
    app.signed_in("bopha").await
}

async fn last_edit(app: &TestApp) -> (String, String) {
    let row: (uuid::Uuid, Option<uuid::Uuid>) = sqlx::query_as(
        "SELECT organisation_id, on_behalf_of FROM outbox WHERE kind = 'organisation.edited' ORDER BY position DESC LIMIT 1",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    (format!("organisation:{}", row.0), row.1.map(|o| format!("organisation:{o}")).unwrap_or_default())
}

#[tokio::test]
async fn two_tabs_of_one_browser_act_for_two_organisations() {
    let app = TestApp::ocn().await;
    let bopha = bopha_of_two(&app).await;
    let (tmya, smvf) = (app.organisation("TMYA"), app.organisation("SMVF"));
    for organisation in [&smvf, &tmya, &smvf] {
        let tab = bopha.acting_for(&app.network(), organisation);
        assert_eq!(
            tab.ask("{ viewer { acting { organisation { id } } } }").await.at("/data/viewer/acting/organisation/id"),
            json!(organisation)
        );
        let edited = tab.edit_phone(organisation, "012 000 111").await;
        assert_eq!(edited.at("/data/editOrganisation/status"), "DONE", "{edited:?}");
        assert_eq!(last_edit(&app).await, (organisation.clone(), organisation.clone()));
    }
}

#[tokio::test]
async fn no_record_names_an_organisation_that_had_no_say() {
    let app = TestApp::ocn().await;
    let bopha = bopha_of_two(&app).await;
    // Acting for one, she changes the other: it is the other's representative who did.
    let tab = bopha.acting_for(&app.network(), &app.organisation("TMYA"));
    tab.edit_phone(&app.organisation("SMVF"), "012 000 222").await;
    assert_eq!(last_edit(&app).await, (app.organisation("SMVF"), app.organisation("SMVF")));
    // The coordinator does it as the secretariat, whatever he wears.
    app.signed_in("dara").await.edit_phone(&app.organisation("SMVF"), "012 000 333").await;
    assert_eq!(last_edit(&app).await, (app.organisation("SMVF"), String::new()));
}

#[tokio::test]
async fn whoever_states_a_name_that_is_not_theirs_changes_nothing() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let stranger = app.stranger().await;
    for (tab, organisation) in [
        (bopha.acting_for(&app.network(), &app.organisation("KBL")), app.organisation("TMYA")),
        (bopha.acting_for("nonsense", "more of it"), app.organisation("TMYA")),
        (stranger.acting_for(&app.network(), &app.organisation("TMYA")), app.organisation("TMYA")),
    ] {
        let refused = tab.edit_phone(&organisation, "012 999 999").await;
        assert_eq!(refused.code(), "FORBIDDEN", "{refused:?}");
        assert_eq!(refused.at("/errors/0/extensions/key"), "acting_unknown");
        // Looking, and signing out, still work.
        assert!(tab.ask("{ viewer { acting { network { id } } } }").await.at("/data/viewer/acting").is_object());
    }
    let phone = app.signed_in("dara").await;
    let seen = phone
        .graphql("query($id: ID!) { organisation(id: $id) { phone } }", json!({ "id": app.organisation("TMYA") }))
        .await;
    assert_ne!(seen.at("/data/organisation/phone"), json!("012 999 999"));
    assert_ne!(seen.at("/data/organisation/phone"), Value::Null);
}
