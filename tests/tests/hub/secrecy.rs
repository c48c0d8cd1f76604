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
        on("coverage { province theme members }"),
        on(
            "workingGroups { totalCount edges { node { name { en } seats { totalCount edges { node { state organisation { acronym } person { name { full { en } } } } } } } } }",
        ),
        on(
            "meetings { totalCount } dues { totalCount edges { node { dueOn organisation { acronym } } } } duties { name { en } }",
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
    // One of its people is asked into a working group.
    let working: uuid::Uuid = sqlx::query_scalar("SELECT id FROM working_groups").fetch_one(&with.pool).await.unwrap();
    let offer = json!({ "group": format!("group:{working}"), "organisation": group, "person": person.at("/data/addPerson/person/id") });
    let offered =
        dara.mutate("mutation($i: SeatInput!) { offerSeat(input: $i) { status } }", json!({ "i": offer })).await;
    assert_eq!(offered.at("/data/offerSeat/status"), "DONE", "{offered:?}");
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

/// What somebody is told of every field, by its name.
async fn all_told(actor: &TestActor, fields: &[super::root_fields::Asked]) -> Vec<(&'static str, String)> {
    let mut answers = Vec::new();
    for (kind, name, body) in fields.iter().filter(|(kind, ..)| *kind != "subscription") {
        let answer = actor.graphql(&format!("{kind} {{ {body} }}"), json!({})).await;
        answers.push((*name, format!("{} {}", answer.status, answer.json)));
    }
    answers
}

/// How likely it is that one of `ones` took longer than one of `others`: a half where nothing tells them apart (Mann and Whitney).
fn longer(ones: &[u128], others: &[u128]) -> f64 {
    let pairs = ones.len() * others.len();
    let wins: f64 = ones
        .iter()
        .flat_map(|a| {
            others.iter().map(move |b| match a.cmp(b) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            })
        })
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let pairs = pairs as f64;
    wins / pairs
}

#[tokio::test]
async fn j3_5_a_hub_with_a_hidden_map_answers_outsiders_every_field_with_the_same_bytes_as_without() {
    let app = TestApp::ocn().await;
    let (mut fields, quiet) = super::root_fields::but_maps(&app).await;
    // A campaign that every member knows: it is there in both, its map is not.
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": { "title": { "en": "Known" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": "MEMBERS" } });
    let made = dara
        .graphql(
            "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { campaign { id } } }",
            json!({ "i": input }),
        )
        .await;
    let known = made.at("/data/startCampaign/campaign/id").as_str().unwrap().to_owned();
    // Ids as they could be guessed: of what is not there yet, and in the end of what is.
    let zero = ["stakeholder", "stakeholder", "link", "engagement"]
        .map(|kind| format!("{kind}:01970000-0000-7000-8000-000000000000"));
    for campaign in [&quiet, &known] {
        fields.extend(super::root_fields::map_fields(&app, campaign, &zero));
    }
    let actors = [
        ("nobody", app.anonymous()),
        ("stranger", app.stranger().await),
        ("bopha of a member", app.signed_in("bopha").await),
        ("kunthea of an observer", app.signed_in("kunthea").await),
        ("chenda who measures", app.signed_in("chenda").await),
    ];
    // Members may do many things, which leave their trace: of those whose answer is the same twice, it is the same a third time.
    let mut before = Vec::new();
    for (_, actor) in &actors {
        all_told(actor, &fields).await;
        before.push((all_told(actor, &fields).await, all_told(actor, &fields).await));
    }
    for campaign in [&quiet, &known] {
        super::root_fields::map(&app, campaign).await;
    }
    for ((who, actor), (one, other)) in actors.iter().zip(&before) {
        let after = all_told(actor, &fields).await;
        let mut same = 0;
        for ((first, second), third) in one.iter().zip(other).zip(&after) {
            // Whoever tries to sign in too often is told so, with or without a map.
            if first == second && !third.1.contains("THROTTLED") {
                assert_eq!(second, third, "{who}");
                same += 1;
            }
        }
        assert!(same * 10 >= after.len() * 9, "{who}: {same} of {} fields answer twice alike", after.len());
        for name in [
            "stakeholderMap",
            "stakeholderMaps",
            "stakeholders",
            "stakeholder",
            "campaign",
            "campaigns",
            "node",
            "network",
        ] {
            let alike = one.iter().zip(other).filter(|(a, _)| a.0 == name).all(|(a, b)| a == b);
            assert!(alike, "{who}: {name} is among those that are compared");
        }
    }
    // And the comparison can see a difference: the coordinator is told another thing.
    let told = all_told(&dara, &fields[fields.len() - 23..]).await;
    assert!(told.iter().any(|(name, text)| *name == "stakeholders" && text.contains("\"totalCount\":4")), "{told:?}");
}

#[tokio::test]
async fn j3_5_what_is_hidden_takes_no_longer_to_refuse_than_what_is_not_there() {
    let app = TestApp::ocn().await;
    let (_, quiet) = super::root_fields::but_maps(&app).await;
    let [one, _, link, engagement] = super::root_fields::map(&app, &quiet).await;
    let bopha = app.signed_in("bopha").await;
    let other = |id: &str| format!("{}000000000000", &id[..id.len() - 12]);
    let map = quiet.replace("campaign:", "map:");
    for (question, id) in [
        ("{ stakeholder(id: \"ID\") { id } }", &one),
        ("{ stakeholderMap(campaign: \"ID\") { id } }", &quiet),
        ("{ node(id: \"ID\") { id } }", &map),
        ("mutation { openStakeholderLink(id: \"ID\") { status } }", &link),
        ("mutation { openEngagement(id: \"ID\") { status } }", &engagement),
    ] {
        let (mut there, mut gone) = (Vec::new(), Vec::new());
        for turn in 0..140 {
            // In turns, so that what the machine does meanwhile strikes both alike.
            for (id, times) in [(id.clone(), &mut there), (other(id), &mut gone)] {
                let began = std::time::Instant::now();
                bopha.graphql(&question.replace("ID", &id), json!({})).await;
                if turn >= 20 {
                    times.push(began.elapsed().as_micros());
                }
            }
        }
        let chance = longer(&there, &gone);
        eprintln!("{question}: {chance:.2}");
        assert!(
            (0.2..=0.8).contains(&chance),
            "{question}: what is hidden is told from what is not there in {chance:.2}"
        );
    }
}

#[tokio::test]
async fn j1_6_an_organisation_in_two_networks_shows_each_its_profile_and_nothing_of_the_other() {
    let app = TestApp::ocn().await;
    // Another network on the same hub, with KBL in it, and somebody of its own.
    let (network, now) = (uuid::Uuid::from_u128(0x1_6), app.env.now());
    sqlx::query("INSERT INTO networks (id, name_en, acronym, kind, state, created_at, updated_at) VALUES ($1, 'River Alliance', 'RA', 'alliance', 'active', $2, $2)")
        .bind(network).bind(now).execute(&app.pool).await.unwrap();
    let uuid = |id: String| id.split_once(':').and_then(|(_, id)| id.parse::<uuid::Uuid>().ok()).unwrap();
    let (kbl, other, stranger) = (uuid(app.organisation("KBL")), uuid::Uuid::from_u128(0x26), app.stranger().await);
    sqlx::query("INSERT INTO organisations (id, name_en, kind, registration, listing, created_at, updated_at) VALUES ($1, 'River Watch', 'local_ngo', 'registered_moi', 'members', $2, $2)")
        .bind(other).bind(now).execute(&app.pool).await.unwrap();
    for organisation in [kbl, other] {
        sqlx::query("INSERT INTO memberships (id, network_id, organisation_id, tier, state, created_at, updated_at) VALUES (gen_random_uuid(), $1, $2, 'full', 'active', $3, $3)")
            .bind(network).bind(organisation).bind(now).execute(&app.pool).await.unwrap();
    }
    let me = stranger.ask("{ viewer { person { id } } }").await.at("/data/viewer/person/id");
    let who = uuid(me.as_str().unwrap().to_owned());
    sqlx::query("INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_at) VALUES (gen_random_uuid(), $1, $2, $3, 'representative', $4)")
        .bind(who).bind(network).bind(other).bind(now).execute(&app.pool).await.unwrap();
    let there = stranger;
    let home = there.ask("{ networks { acronym } viewer { roles { role } } }").await;
    let home = home.json.to_string();
    assert!(home.contains("\"RA\"") && home.contains("\"REPRESENTATIVE\""), "{home}");
    // KBL is KBL's: its profile is seen, also what it says to members only; its place in OCN is not.
    let dara = app.signed_in("dara").await;
    dara.edit_phone(&app.organisation("KBL"), "023 777 777").await;
    let profile = there
        .ask(&format!(
            "{{ organisation(id: \"{}\") {{ phone memberships {{ network {{ acronym }} }} }} }}",
            app.organisation("KBL")
        ))
        .await;
    assert_eq!(profile.at("/data/organisation/phone"), "023 777 777", "{profile:?}");
    // OCN has a public page: that KBL is in it is no secret. What happens inside is.
    let decision = dara
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"Inside\" }, proposal: { en: \"x\" } }) { decision { id } } }",
            json!({ "n": app.network() }),
        )
        .await
        .at("/data/openDecision/decision/id");
    let inside: (uuid::Uuid, uuid::Uuid) =
        sqlx::query_as("SELECT g.id, m.id FROM working_groups g JOIN meetings m ON m.group_id = g.id LIMIT 1")
            .fetch_one(&app.pool)
            .await
            .unwrap();
    for id in [
        decision.as_str().unwrap().to_owned(),
        format!("group:{}", inside.0),
        format!("meeting:{}", inside.1),
        app.person("samnang"),
    ] {
        let guessed = there.ask(&format!("{{ node(id: \"{id}\") {{ id }} }}")).await;
        assert_eq!(guessed.at("/data/node"), Value::Null, "{id}");
    }
    let lists = there
        .ask(&format!(
            "{{ network(id: \"{}\") {{ decisions {{ totalCount }} workingGroups {{ totalCount }} meetings {{ totalCount }} people {{ totalCount }}
                applications {{ totalCount }} dues {{ totalCount }} }} }}",
            app.network()
        ))
        .await;
    let found = lists.at("/data/network");
    for list in ["decisions", "workingGroups", "meetings", "people", "applications", "dues"] {
        assert_eq!(found.pointer(&format!("/{list}/totalCount")), Some(&json!(0)), "{list}: {lists:?}");
    }
    // And the other way: nobody of OCN learns of the other network or of who else is in it.
    for name in ["bopha", "dara", "sreymom"] {
        let seen = app.signed_in(name).await
            .ask(&format!("{{ networks {{ acronym }} node(id: \"network:{network}\") {{ id }} organisation(id: \"organisation:{other}\") {{ id }}
                           kbl: organisation(id: \"{}\") {{ memberships {{ network {{ acronym }} }} }} }}", app.organisation("KBL")))
            .await;
        assert_eq!((seen.at("/data/node"), seen.at("/data/organisation")), (Value::Null, Value::Null), "{name}");
        assert!(!seen.json.to_string().contains("\"RA\""), "{name}: {seen:?}");
    }
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
