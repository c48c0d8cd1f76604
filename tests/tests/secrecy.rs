//! J1.4: two hubs that differ in one hidden group alone answer everybody who may not know it with the same bytes.

use sala_testkit::{TestActor, TestApp};
use serde_json::{Value, json};

/// Everything one can ask about a network, without naming anybody.
fn questions(app: &TestApp) -> Vec<String> {
    let network = app.network();
    let on = |fields: &str| format!("{{ network(id: \"{network}\") {{ {fields} }} }}");
    let organisation = "acronym name { en km } host { acronym } people(first: 5) { totalCount edges { node { name { full { en km } } roles { role } } } } memberships { tier state } logo { url }";
    let members = |filter: &str| {
        on(&format!(
            "members(first: 20{filter}) {{ totalCount pageInfo {{ hasNextPage }} edges {{ node {{ tier state organisation {{ {organisation} }} }} }} }}"
        ))
    };
    vec![
        members(""),
        members(", filter: { tier: ASSOCIATE }"),
        members(", filter: { search: \"Chi Kraeng\" }"),
        members(", filter: { search: \"ជីក្រែង\" }"),
        members(", filter: { province: \"17\" }"),
        members(", filter: { theme: \"gender\" }"),
        members(", filter: { kind: \"informal_group\" }"),
        on(
            "memberFacets { tiers { value count } provinces { value count } kinds { value count } themes { value count } }",
        ),
        on(
            "people(first: 100) { totalCount edges { node { name { full { en km } } affiliations { organisation { acronym } } } } }",
        ),
        on("people(first: 100, search: \"Chi\") { totalCount }"),
        on(
            "recentChanges(first: 20) { kind by { name { full { en } } } node { ... on Organisation { acronym } ... on Membership { organisation { acronym } } } }",
        ),
        on("applications(first: 100) { totalCount edges { node { state } } }"),
        on(
            "decisions(first: 20) { totalCount edges { node { title { en } tally { electorate cast } positions(first: 20) { totalCount edges { node { organisation { acronym } } } } } } }",
        ),
        on(
            "viewerCan { edit manageMembers manageRoles viewApplications openDecision } decisionRules { subject method }",
        ),
        "{ networks { acronym people { totalCount } members { totalCount } } }".into(),
        "{ viewer { roles { role } applications { state } acting { organisation { acronym host { acronym } } } } }"
            .into(),
        "{ places(search: \"Chi\") { totalCount edges { node { code name { en } } } } }".into(),
        "{ terms(taxonomy: THEME) { code label { en } } }".into(),
        "{ hub { ready demo } }".into(),
        "{ mails { totalCount } }".into(),
    ]
}

/// What somebody is told, with nothing left that differs between any two hubs.
async fn told(app: &TestApp, actor: &TestActor) -> Vec<String> {
    let mut answers = Vec::new();
    for question in questions(app) {
        let answer = actor.graphql(&question, json!({})).await;
        // In one order of fields: the executor writes those that need the database as they come.
        answers.push(format!("{question}\n{}", answer.json));
    }
    answers
}

#[tokio::test]
async fn j1_4_nobody_outside_can_tell_a_hub_with_a_hidden_group_from_one_without() {
    let (with, without) = (TestApp::ocn().await, TestApp::ocn().await);
    // One more hidden group, with all that could show of it: a person who speaks for it, a change, an open decision after it.
    let dara = with.signed_in("dara").await;
    let added = dara
        .mutate(
            "mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) { status membership { organisation { id } } } }",
            json!({ "input": { "network": with.network(), "tier": "ASSOCIATE", "kind": "informal_group", "registration": "UNREGISTERED",
                               "name": { "en": "Chi Kraeng Weavers", "km": "ក្រុមតម្បាញជីក្រែង" }, "acronym": "CKW",
                               "hq": "place:170403", "host": with.organisation("RVO"), "themes": ["gender"] } }),
        )
        .await;
    assert_eq!(added.at("/data/addOrganisation/status"), "DONE", "{added:?}");
    let group = added.at("/data/addOrganisation/membership/organisation/id");
    let person = dara
        .mutate(
            "mutation($input: AddPersonInput!) { addPerson(input: $input) { status person { id } } }",
            json!({ "input": { "organisation": group, "name": { "givenLatin": "Chi", "familyLatin": "Chhum" } } }),
        )
        .await;
    let grant = json!({ "network": with.network(), "person": person.at("/data/addPerson/person/id"), "organisation": group,
                        "role": "REPRESENTATIVE" });
    let granted = dara
        .mutate("mutation($input: GrantRoleInput!) { grantRole(input: $input) { status } }", json!({ "input": grant }))
        .await;
    assert_eq!(granted.at("/data/grantRole/status"), "DONE", "{granted:?}");
    for app in [&with, &without] {
        let dara = app.signed_in("dara").await;
        dara.edit_phone(&app.organisation("KBL"), "012 000 111").await;
        dara.mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"One\" }, proposal: { en: \"x\" } }) { status } }",
            json!({ "n": app.network() }),
        )
        .await;
    }
    for who in ["sreymom", "bopha", "rattana", "kunthea", "chenda", "nobody", "stranger"] {
        let one = |app| async move {
            let app: &TestApp = app;
            let actor = match who {
                "nobody" => app.anonymous(),
                "stranger" => app.stranger().await,
                who => app.signed_in(who).await,
            };
            // Ids differ between any two hubs and are not asked for, but for the network's in the question.
            told(app, &actor).await.into_iter().map(|text| text.replace(&app.network(), "network")).collect::<Vec<_>>()
        };
        for (one, other) in one(&with).await.into_iter().zip(one(&without).await) {
            assert!(!one.contains("too complex"), "{one}");
            assert_eq!(one, other, "{who}");
        }
    }
    // The comparison can see a difference: the coordinator's answers are not the same.
    let (dara_with, dara_without) = (with.signed_in("dara").await, without.signed_in("dara").await);
    let count = |answers: Vec<String>| answers.iter().filter(|a| a.contains("Weavers")).count();
    assert!(count(told(&with, &dara_with).await) > 0);
    assert_eq!(count(told(&without, &dara_without).await), 0);
}

#[tokio::test]
async fn a_guessed_id_of_a_hidden_group_answers_like_a_wrong_one() {
    let app = TestApp::ocn().await;
    let outsider = app.signed_in("sreymom").await;
    let ask = |id: String| {
        let outsider = outsider.clone();
        async move {
            let query = "query($id: ID!) { organisation(id: $id) { acronym } node(id: $id) { __typename } }";
            let answer: Value = outsider.graphql(query, json!({ "id": id })).await.json;
            answer
        }
    };
    assert_eq!(
        ask(app.organisation("CKWS")).await,
        ask("organisation:01970000-0000-7000-8000-000000000000".into()).await
    );
}
