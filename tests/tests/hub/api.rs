//! GraphQL over HTTP: what is asked, what is answered, what is refused.

#![expect(clippy::items_after_statements, reason = "a test that cannot go on stops")]

use axum::body::Body;
use http::{Request, StatusCode, header};
use sala_testkit::TestApp;
use serde_json::json;
use sha2::{Digest as _, Sha256};

#[tokio::test]
async fn j1_4_a_hidden_group_is_absent_from_every_list_count_and_search_for_those_who_may_not_know() {
    let app = TestApp::ocn().await;
    let hidden = app.organisation("CKWS");
    let look = format!(
        "{{ organisation(id: \"{hidden}\") {{ id }} networks {{ members(first: 100) {{ totalCount edges {{ node {{ organisation {{ acronym }} }} }} }}
           found: members(filter: {{ search: \"Chi Kraeng\" }}) {{ totalCount }} khmer: members(filter: {{ search: \"ជីក្រែង\" }}) {{ totalCount }}
           memberFacets {{ tiers {{ value count }} provinces {{ value count }} themes {{ value count }} }} }} }}"
    );
    let coordinator = app.signed_in("dara").await.ask(&look).await;
    assert_eq!(coordinator.at("/data/networks/0/members/totalCount"), 10);
    assert_eq!(coordinator.at("/data/networks/0/found/totalCount"), 1);
    assert_eq!(coordinator.at("/data/networks/0/khmer/totalCount"), 1);
    for (who, actor) in [
        ("nobody", app.anonymous()),
        ("a member's signatory", app.signed_in("bopha").await),
        ("the observer's knowledge manager", app.signed_in("kunthea").await),
    ] {
        let seen = actor.ask(&look).await;
        assert_eq!(seen.at("/data/organisation"), json!(null), "{who}");
        assert_eq!(seen.at("/data/networks/0/members/totalCount"), 8, "{who}");
        assert_eq!(seen.at("/data/networks/0/found/totalCount"), 0, "{who}");
        assert_eq!(seen.at("/data/networks/0/khmer/totalCount"), 0, "{who}");
        let facets = seen.at("/data/networks/0/memberFacets").to_string();
        assert!(
            !facets.contains("associate") && !facets.contains("\"16\"") && !facets.contains("\"17\""),
            "{who}: {facets}"
        );
        let wrong =
            actor.ask("{ organisation(id: \"organisation:018f0000-0000-7000-8000-000000000000\") { id } }").await;
        assert_eq!(wrong.at("/data/organisation"), seen.at("/data/organisation"), "{who}");
    }
}

#[tokio::test]
async fn j1_6_a_representative_of_another_network_sees_nothing_of_this_one_even_by_id() {
    let app = TestApp::ocn().await;
    let stranger = app.stranger().await;
    let dara = app.person("dara");
    let seen = stranger.ask(&format!("{{ person(id: \"{dara}\") {{ id }} node(id: \"{dara}\") {{ id }} }}")).await;
    assert_eq!(seen.at("/data"), json!({ "person": null, "node": null }));
}

#[tokio::test]
async fn a_representative_edits_their_own_profile_and_nobody_elses() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let own = bopha.edit_phone(&app.organisation("TMYA"), "012 345 678").await;
    assert_eq!(own.at("/data/editOrganisation/status"), "DONE", "{own:?}");
    assert_eq!(own.at("/data/editOrganisation/organisation/phone"), "012 345 678");
    let others = bopha.edit_phone(&app.organisation("KBL"), "012 345 678").await;
    assert_eq!(others.code(), "FORBIDDEN");
    assert_eq!(others.at("/errors/0/extensions/key"), "not_yours");
    let unseen = bopha.edit_phone(&app.organisation("BKIW"), "012 345 678").await;
    assert_eq!(unseen.code(), "NOT_FOUND");
}

#[tokio::test]
async fn of_two_edits_of_the_same_state_the_second_is_refused_and_nothing_of_it_is_kept() {
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    let id = app.organisation("TMYA");
    let edit = "mutation($input: EditOrganisationInput!) { editOrganisation(input: $input) { status organisation { version } } }";
    let version =
        dara.ask(&format!("{{ organisation(id: \"{id}\") {{ version }} }}")).await.at("/data/organisation/version");
    let first = dara.mutate(edit, json!({ "input": { "id": id, "version": version, "phone": "011 111 111" } })).await;
    assert_eq!(first.at("/data/editOrganisation/status"), "DONE");
    let second = bopha
        .mutate(edit, json!({ "input": { "id": id, "version": version, "phone": "022 222 222", "themes": [] } }))
        .await;
    assert_eq!(second.at("/data/editOrganisation/status"), "CONFLICT", "{second:?}");
    let now = dara.ask(&format!("{{ organisation(id: \"{id}\") {{ phone themes {{ code }} }} }}")).await;
    assert_eq!(now.at("/data/organisation/phone"), "011 111 111");
    assert_ne!(now.at("/data/organisation/themes"), json!([]));
}

#[tokio::test]
async fn bad_input_is_answered_field_by_field_in_both_languages_and_changes_nothing() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let answer = dara
        .mutate(
            "mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) { status violations { field key message { en km } } membership { id } } }",
            json!({ "input": {
                "network": app.network(), "tier": "FULL", "name": { "en": " ", "km": "" }, "kind": "no_such_type",
                "registration": "REGISTERED_MOI", "hq": "place:9999", "themes": ["a2i", "nonsense"], "acronym": "A\u{202e}B"
            } }),
        )
        .await;
    assert_eq!(answer.at("/data/addOrganisation/status"), "INVALID", "{answer:?}");
    let violations = answer.at("/data/addOrganisation/violations");
    let keys: Vec<_> = violations
        .as_array()
        .unwrap()
        .iter()
        .map(|v| (v["field"].as_str().unwrap(), v["key"].as_str().unwrap()))
        .collect();
    assert_eq!(
        keys,
        [
            ("name", "name_required"),
            ("acronym", "unsafe_text"),
            ("kind", "term_unknown"),
            ("hq", "place_unknown"),
            ("themes", "term_unknown")
        ]
    );
    assert!(violations[0]["message"]["km"].as_str().unwrap().contains("ឈ្មោះ"));
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM organisations").fetch_one(&app.pool).await.unwrap();
    assert_eq!(count, 10);
}

#[tokio::test]
async fn an_unregistered_group_is_hidden_unless_somebody_says_otherwise_and_hiding_needs_a_host() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let add = "mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) { status membership { organisation { id version listing } } } }";
    let new = dara
        .mutate(add, json!({ "input": { "network": app.network(), "tier": "ASSOCIATE", "name": { "km": "ក្រុមថ្មី" }, "kind": "informal_group", "registration": "UNREGISTERED" } }))
        .await;
    assert_eq!(new.at("/data/addOrganisation/membership/organisation/listing"), "RESTRICTED", "{new:?}");
    let hide = "mutation($input: SetListingInput!) { setListing(input: $input) { status violations { field key } organisation { listing } } }";
    let tmya = app.organisation("TMYA");
    let version =
        dara.ask(&format!("{{ organisation(id: \"{tmya}\") {{ version }} }}")).await.at("/data/organisation/version");
    let refused =
        dara.mutate(hide, json!({ "input": { "id": tmya, "version": version, "listing": "RESTRICTED" } })).await;
    assert_eq!(
        refused.at("/data/setListing/violations/0"),
        json!({ "field": "host", "key": "host_required" }),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_network_keeps_its_last_coordinator() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let role = dara.ask("{ viewer { roles { id role } } }").await.at("/data/viewer/roles/0/id");
    let answer = dara
        .mutate("mutation($id: ID!) { endRole(id: $id) { status violations { key } } }", json!({ "id": role }))
        .await;
    assert_eq!(answer.at("/data/endRole/violations/0/key"), "last_coordinator", "{answer:?}");
}

#[tokio::test]
async fn a_merged_theme_takes_everything_along_and_its_code_stays_taken() {
    let app = TestApp::ocn().await;
    let kunthea = app.signed_in("kunthea").await;
    let terms = kunthea.ask("{ terms(taxonomy: THEME) { id code } }").await.at("/data/terms");
    let id = |code: &str| terms.as_array().unwrap().iter().find(|t| t["code"] == code).unwrap()["id"].clone();
    let merged = kunthea
        .mutate(
            "mutation($input: MergeTermInput!) { mergeTerm(input: $input) { status term { code } } }",
            json!({ "input": { "id": id("youth"), "into": id("education") } }),
        )
        .await;
    assert_eq!(merged.at("/data/mergeTerm/term/code"), "education", "{merged:?}");
    let tmya = app.organisation("TMYA");
    let themes = kunthea.ask(&format!("{{ organisation(id: \"{tmya}\") {{ themes {{ code }} }} }}")).await;
    assert_eq!(
        themes.at("/data/organisation/themes"),
        json!([{ "code": "citizen_participation" }, { "code": "education" }])
    );
    let again = kunthea
        .mutate(
            "mutation($input: AddTermInput!) { addTerm(input: $input) { status violations { key } } }",
            json!({ "input": { "taxonomy": "THEME", "code": "youth", "label": { "en": "Youth" } } }),
        )
        .await;
    assert_eq!(again.at("/data/addTerm/violations/0/key"), "term_code_taken", "{again:?}");
    let circle = kunthea
        .mutate(
            "mutation($input: MergeTermInput!) { mergeTerm(input: $input) { violations { key } } }",
            json!({ "input": { "id": id("education"), "into": id("youth") } }),
        )
        .await;
    assert_eq!(circle.at("/data/mergeTerm/violations/0/key"), "term_self");
}

#[tokio::test]
async fn the_directory_pages_through_all_members_once_in_either_language() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    for language in ["EN", "KM"] {
        let mut after = json!(null);
        let mut seen = Vec::new();
        loop {
            let page = dara
                .graphql(
                    "query($id: ID!, $l: Language!, $after: String) { network(id: $id) { members(first: 3, after: $after, filter: { language: $l }) { pageInfo { hasNextPage endCursor } edges { node { organisation { acronym } } } } } }",
                    json!({ "id": app.network(), "l": language, "after": after }),
                )
                .await;
            let edges = page.at("/data/network/members/edges");
            seen.extend(
                edges
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|e| e["node"]["organisation"]["acronym"].as_str().unwrap().to_owned()),
            );
            if page.at("/data/network/members/pageInfo/hasNextPage") == false {
                break;
            }
            after = page.at("/data/network/members/pageInfo/endCursor");
        }
        assert_eq!(seen.len(), 10, "{language}: {seen:?}");
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), 10, "{language}: {seen:?}");
    }
}

#[tokio::test]
async fn graphql_over_http_speaks_through_media_types_and_status_codes() {
    let app = TestApp::ocn().await;
    let post = |accept: &'static str, body: serde_json::Value| {
        Request::post("/graphql")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, accept)
            .body(Body::from(body.to_string()))
            .unwrap()
    };
    let anon = app.anonymous();
    const NEW: &str = "application/graphql-response+json";
    let good = anon.send(post(NEW, json!({ "query": "{ hub { ready } }" }))).await;
    assert_eq!((good.status, good.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, NEW));
    assert_eq!(good.headers[header::CACHE_CONTROL], "no-store");
    let invalid = anon.send(post(NEW, json!({ "query": "{ nothing }" }))).await;
    assert_eq!(invalid.status, StatusCode::BAD_REQUEST);
    let legacy = anon.send(post("application/json", json!({ "query": "{ nothing }" }))).await;
    assert_eq!(
        (legacy.status, legacy.headers[header::CONTENT_TYPE].to_str().unwrap()),
        (StatusCode::OK, "application/json")
    );
    let broken = anon.send(post(NEW, json!({ "query": "{ hub {" }))).await;
    assert_eq!((broken.status, broken.code()), (StatusCode::BAD_REQUEST, json!("BAD_INPUT")));
    let form = Request::post("/graphql")
        .header(header::CONTENT_TYPE, "text/plain")
        .body(Body::from("{\"query\":\"{ hub { ready } }\"}"))
        .unwrap();
    assert_eq!(anon.send(form).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let get = |query: &str| Request::get(format!("/graphql?query={query}")).body(Body::empty()).unwrap();
    assert_eq!(anon.send(get("%7Bhub%7Bready%7D%7D")).await.at("/data/hub/ready"), true);
    assert_eq!(anon.send(get("mutation%7BsignOut%7Bstatus%7D%7D")).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn another_sites_page_can_neither_post_nor_open_a_socket() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let evil = |request: http::request::Builder| {
        request.header(header::ORIGIN, "https://evil.example").header(header::HOST, "localhost")
    };
    let post = evil(Request::post("/graphql"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{\"query\":\"{ viewer { operator } }\"}"))
        .unwrap();
    assert_eq!(dara.send(post).await.status, StatusCode::FORBIDDEN);
    let socket = evil(Request::get("/graphql/ws"))
        .header(header::CONNECTION, "upgrade")
        .header(header::UPGRADE, "websocket")
        .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("sec-websocket-protocol", "graphql-transport-ws")
        .body(Body::empty())
        .unwrap();
    assert_eq!(dara.send(socket).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_document_is_sent_once_and_then_only_its_hash() {
    let app = TestApp::ocn().await;
    let query = "{ hub { ready } }";
    let hash = Sha256::digest(query.as_bytes()).iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().concat();
    let extensions = json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } });
    let by_hash = || {
        let encoded = extensions.to_string().bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat();
        Request::get(format!("/graphql?extensions={encoded}")).body(Body::empty()).unwrap()
    };
    let anon = app.anonymous();
    assert_eq!(anon.send(by_hash()).await.code(), "PERSISTED_QUERY_NOT_FOUND");
    let body = json!({ "query": query, "extensions": extensions }).to_string();
    let whole =
        Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").body(Body::from(body)).unwrap();
    assert_eq!(anon.send(whole).await.at("/data/hub/ready"), true);
    assert_eq!(anon.send(by_hash()).await.at("/data/hub/ready"), true);
}

#[tokio::test]
async fn excessive_requests_are_refused_before_they_cost_anything() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let deep =
        format!("{{ places(first: 1) {{ edges {{ node {{ {} id {} }} }} }} }}", "parent { ".repeat(12), "}".repeat(12));
    for (query, code) in [
        (deep.as_str(), None),
        (
            "{ networks { members(first: 100) { edges { node { organisation { people(first: 100) { edges { node { id } } } } } } } } }",
            None,
        ),
        ("{ networks { members(first: 101) { totalCount } } }", Some("BAD_INPUT")),
        ("{ networks { members(after: \"nonsense\") { totalCount } } }", Some("BAD_INPUT")),
    ] {
        let answer = dara.graphql(query, json!({})).await;
        assert!(answer.json.get("errors").is_some(), "{query} was answered: {answer:?}");
        if let Some(code) = code {
            assert_eq!(answer.code(), code, "{query}");
        }
    }
    let large = Request::post("/graphql")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(vec![b' '; 1_100_000]))
        .unwrap();
    assert_eq!(dara.send(large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn the_schema_is_not_shown_to_strangers() {
    let app = TestApp::ocn().await;
    let ask = "{ __schema { queryType { name } } }";
    let anonymous = app.anonymous().graphql(ask, json!({})).await;
    assert!(anonymous.at("/data/__schema").is_null(), "{anonymous:?}");
    assert_eq!(app.signed_in("dara").await.ask(ask).await.at("/data/__schema/queryType/name"), "Query");
}

#[tokio::test]
async fn pages_carry_the_headers_that_keep_them_safe() {
    let app = TestApp::ocn().await;
    let page = app.anonymous().send(Request::get("/healthz").body(Body::empty()).unwrap()).await;
    let csp = page.headers["content-security-policy"].to_str().unwrap();
    assert!(
        csp.contains("script-src 'self'")
            && csp.contains("frame-ancestors 'none'")
            && !csp.contains("script-src 'self' 'unsafe"),
        "{csp}"
    );
    assert_eq!(page.headers["x-content-type-options"], "nosniff");
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    assert!(page.headers.contains_key("x-request-id"));
}

#[tokio::test]
async fn rows_written_directly_are_those_of_the_ordinary_way() {
    let app = TestApp::ocn().await;
    let query = |plain: bool| {
        // A directive on a field makes the executor take its ordinary way; the answer must not change by a byte.
        let d = if plain { "" } else { "@include(if: true)" };
        format!(
            "{{ network(id: \"{}\") {{ members(first: 10) {{ edges {{ cursor node {{ __typename id tier {d} state version organisation {{
               id {d} name {{ en km {d} }} acronym yearFounded registration website email phone description {{ km }} listing version
               people(first: 5) {{ edges {{ node {{ __typename id {d} given: name {{ full {{ en km }} givenKm {d} }} honorific sex language email phone
               version roles {{ id {d} role grantedAt __typename }} }} }} }} }} }} }} }} people(first: 5) {{ edges {{ node {{ id {d} name {{ full {{ km }} }}
               roles {{ role {d} organisation {{ acronym }} }} }} }} }} }} places(first: 3) {{ edges {{ node {{ id {d} code kind name {{ en km }} }} }} }} }}",
            app.network()
        )
    };
    for who in ["dara", "bopha", "kunthea"] {
        let actor = app.signed_in(who).await;
        let (direct, ordinary) = (actor.ask(&query(true)).await, actor.ask(&query(false)).await);
        assert_eq!(direct.json.to_string(), ordinary.json.to_string());
        assert!(direct.json.to_string().len() > 3000, "{direct:?}");
    }
    // The same by fragments: opened in their place, one thing once, and what is loaded beside what is plain.
    let query = |plain: bool| {
        let d = if plain { "" } else { "@include(if: true)" };
        format!(
            "query {{ network(id: \"{}\") {{ members(first: 10) {{ edges {{ node {{ id ...M ... on Membership {{ version id }} }} }} }}
               people(first: 5) {{ edges {{ node {{ ...P id roles {{ role {d} }} ... {{ email }} }} }} }} }} }}
             fragment M on Membership {{ tier {d} organisation {{ ...O }} version }}
             fragment O on Organisation {{ name {{ km {d} en }} people(first: 3) {{ totalCount edges {{ node {{ ...P }} }} }} id }}
             fragment P on Person {{ id name {{ full {{ en {d} }} }} phone {d} roles {{ role }} }}",
            app.network()
        )
    };
    let dara = app.signed_in("dara").await;
    let (direct, ordinary) = (dara.ask(&query(true)).await, dara.ask(&query(false)).await);
    assert!(direct.json.to_string().len() > 3000, "{direct:?}");
    assert_eq!(direct.json, ordinary.json);
}

#[tokio::test]
async fn a_profile_keeps_what_is_said_and_forgets_what_is_taken_back() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let edit = async |fields: &str| {
        let seen = bopha.ask(&format!("{{ organisation(id: \"{}\") {{ version }} }}", app.organisation("TMYA"))).await;
        let version = seen.at("/data/organisation/version");
        bopha
            .ask(&format!(
                "mutation {{ editOrganisation(input: {{ id: \"{}\", version: {version}, {fields} }}) {{ status violations {{ field key }}
                   organisation {{ telegram messenger postalAddress preferredChannel registration registrationNumber staff womenLed youthLed opd indigenousLed phone }} }} }}",
                app.organisation("TMYA")
            ))
            .await
            .at("/data/editOrganisation")
    };
    let said = edit(
        "telegram: \" @tmya \", messenger: \"tmya\", postalAddress: \"P.O. Box 7\\nKampong Svay\", preferredChannel: TELEGRAM,
         registration: REGISTERED_MOI, registrationNumber: \"1234/15\", staff: TO_5, womenLed: true, youthLed: true, opd: false",
    )
    .await;
    assert_eq!(
        said["organisation"],
        json!({ "telegram": "@tmya", "messenger": "tmya", "postalAddress": "P.O. Box 7\nKampong Svay", "preferredChannel": "TELEGRAM",
                "registration": "REGISTERED_MOI", "registrationNumber": "1234/15", "staff": "TO_5", "womenLed": true, "youthLed": true,
                "opd": false, "indigenousLed": null, "phone": said["organisation"]["phone"] })
    );
    let back = edit("womenLed: null, staff: null, preferredChannel: null, telegram: \"\"").await;
    assert_eq!(back["organisation"]["womenLed"], json!(null), "unknown is not no");
    assert_eq!(back["organisation"]["youthLed"], json!(true), "what was left out stays");
    assert_eq!((&back["organisation"]["staff"], &back["organisation"]["telegram"]), (&json!(null), &json!("")));
}

#[tokio::test]
async fn a_hidden_group_is_reached_through_its_host_and_no_other_way() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let group = app.organisation("CKWS");
    for contact in
        ["telegram: \"@ckws\"", "messenger: \"ckws\"", "postalAddress: \"Kampong Kdei\"", "phone: \"012 345 678\""]
    {
        let edited = dara
            .ask(&format!(
                "mutation {{ editOrganisation(input: {{ id: \"{group}\", version: 1, {contact} }}) {{ status violations {{ field key }} }} }}"
            ))
            .await;
        let field = contact.split(':').next().unwrap_or_default();
        assert_eq!(
            edited.at("/data/editOrganisation/violations/0"),
            json!({ "field": field, "key": "hidden_no_contact" })
        );
    }
}

#[tokio::test]
async fn a_demo_interrupted_while_it_was_loaded_begins_anew() {
    use sala_domain::{demo, hub};
    let pool = sqlx::PgPool::connect_with(sala_testkit::fresh_database().await).await.unwrap();
    let env = sala_kernel::Env::system();
    hub::ensure(&pool, &env, true).await.unwrap();
    assert!(demo::load(&pool, &env).await.unwrap().is_some());
    // Killed here: no accounts yet, and nobody could sign in.
    let again = demo::load(&pool, &env).await.unwrap().unwrap();
    let networks: i64 = sqlx::query_scalar("SELECT count(*) FROM networks").fetch_one(&pool).await.unwrap();
    assert_eq!((networks, again.organisations.len()), (1, 10));
    let mut tx = pool.begin().await.unwrap();
    hub::finish(&mut tx, &env).await.unwrap();
    tx.commit().await.unwrap();
    assert!(demo::load(&pool, &env).await.unwrap().is_none(), "once it is there it stays");
}
