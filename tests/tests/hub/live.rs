//! Subscriptions: who is told what, how a lost line resumes, how rights end them.

use sala_testkit::{TestApp, TestSocket};
use serde_json::json;

const EVENTS: &str = "subscription($network: ID!, $after: String) { networkEvents(network: $network, after: $after) { cursor kind nodeId node { ... on Organisation { acronym phone } } } }";

#[tokio::test]
async fn a_change_made_by_one_is_seen_by_another() {
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    let mut socket = dara.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    bopha.edit_phone(&app.organisation("TMYA"), "012 345 678").await;
    let told = socket.hear().await;
    assert_eq!((told["id"].as_str(), told["type"].as_str()), (Some("a"), Some("next")));
    let change = &told["payload"]["data"]["networkEvents"];
    assert_eq!(change["kind"], "organisation.edited");
    assert_eq!(change["node"], json!({ "acronym": "TMYA", "phone": "012 345 678" }));
}

#[tokio::test]
async fn what_one_may_not_know_makes_no_sound() {
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    let mut socket = bopha.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    // A hidden group changes first, a visible one after it: only the second is told.
    let hidden = app.organisation("BKIW");
    let version =
        dara.ask(&format!("{{ organisation(id: \"{hidden}\") {{ version }} }}")).await.at("/data/organisation/version");
    let edit = "mutation($input: EditOrganisationInput!) { editOrganisation(input: $input) { status } }";
    let done = dara.mutate(edit, json!({ "input": { "id": hidden, "version": version, "acronym": "BKIW2" } })).await;
    assert_eq!(done.at("/data/editOrganisation/status"), "DONE", "{done:?}");
    dara.edit_phone(&app.organisation("KBL"), "012 345 678").await;
    let told = socket.hear().await;
    assert_eq!(told["payload"]["data"]["networkEvents"]["node"]["acronym"], "KBL");
}

#[tokio::test]
async fn a_stranger_cannot_listen_in() {
    let app = TestApp::ocn().await;
    sqlx::query("UPDATE networks SET public_page = false").execute(&app.pool).await.unwrap();
    for actor in [app.stranger().await, app.anonymous()] {
        let mut socket = actor.connect().await;
        socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
        let told = socket.hear().await;
        assert_eq!(told["type"], "error", "{told}");
        assert_eq!(told["payload"][0]["extensions"]["code"], "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_lost_line_resumes_where_it_was_without_gap_or_repeat() {
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    let tmya = app.organisation("TMYA");
    let mut socket = dara.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    bopha.edit_phone(&tmya, "011 111 111").await;
    let cursor = socket.hear().await["payload"]["data"]["networkEvents"]["cursor"].clone();
    drop(socket);
    bopha.edit_phone(&tmya, "022 222 222").await;
    bopha.edit_phone(&tmya, "033 333 333").await;
    app.settle().await;
    let mut again = dara.connect().await;
    again.subscribe("b", EVENTS, json!({ "network": app.network(), "after": cursor })).await;
    // The two that were missed, and no third before the next one.
    for _ in 0..2 {
        assert_eq!(again.hear().await["payload"]["data"]["networkEvents"]["kind"], "organisation.edited");
    }
    again.sync().await;
    bopha.edit_phone(&tmya, "044 444 444").await;
    let live = again.hear().await;
    assert_eq!(live["payload"]["data"]["networkEvents"]["node"]["phone"], "044 444 444");
}

#[tokio::test]
async fn what_happens_between_reading_a_page_and_listening_is_not_missed_and_cursors_tell_nothing() {
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    app.settle().await;
    let read = async || dara.ask("{ viewer { cursor } }").await.at("/data/viewer/cursor");
    let cursor = read().await;
    assert_ne!(cursor, read().await, "the same place looks different each time: nobody sees whether something happens");
    bopha.edit_phone(&app.organisation("TMYA"), "012 345 678").await;
    app.settle().await;
    let mut socket = dara.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network(), "after": cursor })).await;
    let told = socket.hear().await;
    assert_eq!(told["payload"]["data"]["networkEvents"]["node"]["phone"], "012 345 678", "{told}");
    let own = told["payload"]["data"]["networkEvents"]["cursor"].as_str().unwrap_or_default().to_owned();
    assert_eq!(own.len(), cursor.as_str().unwrap_or_default().len());
}

#[tokio::test]
async fn a_cursor_of_another_time_is_named_as_such() {
    let app = TestApp::ocn().await;
    let mut socket = app.signed_in("dara").await.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network(), "after": "bm9uc2Vuc2U" })).await;
    assert_eq!(socket.hear().await["payload"][0]["extensions"]["code"], "CURSOR_EXPIRED");
}

#[tokio::test]
async fn a_session_that_ends_takes_its_socket_along() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let mut socket = dara.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    dara.mutate("mutation { signOut { status } }", json!({})).await;
    assert_eq!(socket.end().await, 4401);
}

#[tokio::test]
async fn changed_rights_close_the_socket_and_the_next_one_is_judged_afresh() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let rattana = app.signed_in("rattana").await;
    let mut socket = rattana.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    let role = rattana.ask("{ viewer { roles { id } } }").await.at("/data/viewer/roles/0/id");
    let ended = dara.mutate("mutation($id: ID!) { endRole(id: $id) { status } }", json!({ "id": role })).await;
    assert_eq!(ended.at("/data/endRole/status"), "DONE", "{ended:?}");
    assert_eq!(socket.end().await, 4403);
    sqlx::query("UPDATE networks SET public_page = false").execute(&app.pool).await.unwrap();
    let mut again = rattana.connect().await;
    again.subscribe("b", EVENTS, json!({ "network": app.network() })).await;
    assert_eq!(again.hear().await["payload"][0]["extensions"]["code"], "NOT_FOUND");
}

#[tokio::test]
async fn two_nodes_on_one_database_see_each_others_events() {
    let app = TestApp::ocn().await;
    let other = app.another_node().await;
    let mut socket = other.signed_in("dara").await.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    app.signed_in("bopha").await.edit_phone(&app.organisation("TMYA"), "012 345 678").await;
    assert_eq!(socket.hear().await["payload"]["data"]["networkEvents"]["node"]["acronym"], "TMYA");
}

#[tokio::test]
async fn those_who_hold_the_same_share_one_execution_and_others_do_not() {
    let app = TestApp::ocn().await;
    let one = app.signed_in("dara").await;
    let mut first = one.connect().await;
    let mut second = one.connect().await;
    for socket in [&mut first, &mut second] {
        socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
        socket.sync().await;
    }
    assert_eq!((app.live.sockets(), app.live.groups()), (2, 1));
    let mut third = app.signed_in("bopha").await.connect().await;
    third.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    third.sync().await;
    assert_eq!((app.live.sockets(), app.live.groups()), (3, 2));
}

#[tokio::test]
async fn the_protocol_is_kept_to_the_letter() {
    let app = TestApp::ocn().await;
    let mut early = TestSocket::raw(app.address, None).await;
    early.subscribe("a", EVENTS, json!({})).await;
    assert_eq!(early.end().await, 4401, "nothing before connection_init");
    let mut twice = app.anonymous().connect().await;
    twice.say(&json!({ "type": "connection_init" })).await;
    assert_eq!(twice.end().await, 4429);
    let mut nonsense = app.anonymous().connect().await;
    nonsense.say(&json!({ "type": "dance" })).await;
    assert_eq!(nonsense.end().await, 4400);
    let dara = app.signed_in("dara").await;
    let mut same = dara.connect().await;
    same.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    same.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    assert_eq!(same.end().await, 4409);
    let mut query = dara.connect().await;
    query.subscribe("q", "{ viewer { operator } }", json!({})).await;
    assert_eq!(
        query.hear().await,
        json!({ "id": "q", "type": "next", "payload": { "data": { "viewer": { "operator": true } } } })
    );
    assert_eq!(query.hear().await, json!({ "id": "q", "type": "complete" }));
}

#[tokio::test]
async fn hiding_an_organisation_tells_those_who_knew_it_that_it_is_gone_and_nobody_else() {
    let app = TestApp::ocn().await;
    let (dara, bopha, stranger) = (app.signed_in("dara").await, app.signed_in("bopha").await, app.stranger().await);
    let smvf = app.organisation("SMVF");
    // The stranger's roles are news too: let them pass first.
    app.settle().await;
    let mut socket = bopha.connect().await;
    socket.subscribe("a", EVENTS, json!({ "network": app.network() })).await;
    socket.sync().await;
    let mut outside = stranger.connect().await;
    // Its profile was public: whoever looks at it from outside must see it go, too.
    let watch = "subscription($id: ID!) { nodeEvents(id: $id) { kind node { id } } }";
    outside.subscribe("a", watch, json!({ "id": smvf })).await;
    outside.sync().await;
    let seen = dara.graphql("query($id: ID!) { organisation(id: $id) { version } }", json!({ "id": smvf })).await;
    let hide = "mutation($input: SetListingInput!) { setListing(input: $input) { status organisation { version } violations { key } } }";
    let clear = "mutation($input: EditOrganisationInput!) { editOrganisation(input: $input) { status organisation { version } } }";
    let version = seen.at("/data/organisation/version");
    let cleared = dara
        .mutate(clear, json!({ "input": { "id": smvf, "version": version, "email": "", "phone": "", "website": "", "telegram": "" } }))
        .await;
    let version = cleared.at("/data/editOrganisation/organisation/version");
    assert_eq!(cleared.at("/data/editOrganisation/status"), "DONE", "{cleared:?}");
    assert_eq!(socket.hear().await["payload"]["data"]["networkEvents"]["kind"], "organisation.edited");
    let input = json!({ "id": smvf, "version": version, "listing": "RESTRICTED", "host": app.organisation("RVO") });
    let hidden = dara.mutate(hide, json!({ "input": input })).await;
    assert_eq!(hidden.at("/data/setListing/status"), "DONE", "{hidden:?}");
    let told = socket.hear().await;
    assert_eq!(told["payload"]["data"]["networkEvents"]["nodeId"], json!(smvf));
    assert!(told["payload"]["data"]["networkEvents"]["node"].is_null(), "{told}");
    assert_eq!(outside.hear().await["payload"]["data"]["nodeEvents"]["kind"], "organisation.edited");
    assert!(outside.hear().await["payload"]["data"]["nodeEvents"]["node"].is_null());
    assert_eq!(outside.hear().await["payload"][0]["extensions"]["code"], "NOT_FOUND", "the end has a name");
    outside.subscribe("b", watch, json!({ "id": smvf })).await;
    assert_eq!(outside.hear().await["payload"][0]["extensions"]["code"], "NOT_FOUND");
    // What happens to it from now on makes no sound.
    let input = json!({ "id": smvf, "version": hidden.at("/data/setListing/organisation/version"), "acronym": "S" });
    let edited = dara.mutate(clear, json!({ "input": input })).await;
    assert_eq!(edited.at("/data/editOrganisation/status"), "DONE", "{edited:?}");
    dara.edit_phone(&app.organisation("KBL"), "012 777 888").await;
    assert_eq!(socket.hear().await["payload"]["data"]["networkEvents"]["nodeId"], json!(app.organisation("KBL")));
}

#[tokio::test]
async fn what_happens_to_ones_account_is_told_to_oneself_alone() {
    const MINE: &str = "subscription { viewerEvents { kind } }";
    let app = TestApp::ocn().await;
    let (dara, bopha) = (app.signed_in("dara").await, app.signed_in("bopha").await);
    // Their own signing in is news too: let it pass first.
    app.settle().await;
    let mut anonymous = app.anonymous().connect().await;
    anonymous.subscribe("a", MINE, json!({})).await;
    assert_eq!(anonymous.hear().await["payload"][0]["extensions"]["code"], "UNAUTHENTICATED");
    let (mut hers, mut his) = (bopha.connect().await, dara.connect().await);
    for socket in [&mut hers, &mut his] {
        socket.subscribe("a", MINE, json!({})).await;
        socket.sync().await;
    }
    let elsewhere = app.signed_in("bopha").await;
    elsewhere.mutate("mutation { makeAccessToken(input: { name: \"script\" }) { status } }", json!({})).await;
    app.signed_in("dara").await;
    assert_eq!(hers.hear().await["payload"]["data"]["viewerEvents"]["kind"], "session.begun");
    assert_eq!(hers.hear().await["payload"]["data"]["viewerEvents"]["kind"], "account.changed");
    assert_eq!(his.hear().await["payload"]["data"]["viewerEvents"]["kind"], "session.begun", "his own, not hers");
}

#[tokio::test]
async fn mails_are_told_to_whoever_runs_the_hub() {
    const MAILS: &str = "subscription { mailEvents { kind node { ... on Mail { recipient state } } } }";
    let app = TestApp::ocn().await;
    let mut curious = app.signed_in("bopha").await.connect().await;
    curious.subscribe("a", MAILS, json!({})).await;
    assert_eq!(curious.hear().await["payload"][0]["extensions"]["code"], "FORBIDDEN");
    let dara = app.signed_in("dara").await;
    let mut socket = dara.connect().await;
    socket.subscribe("a", MAILS, json!({})).await;
    socket.sync().await;
    let reset = "mutation { askPasswordReset(email: \"bopha@ocn.example\") { status } }";
    app.anonymous().mutate(reset, json!({})).await;
    let told = socket.hear().await;
    assert_eq!(told["payload"]["data"]["mailEvents"]["node"]["recipient"], "bopha@ocn.example", "{told}");
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM mails").fetch_one(&app.pool).await.unwrap();
    let look = "query($id: ID!) { node(id: $id) { id } }";
    let nosy = app.signed_in("bopha").await.graphql(look, json!({ "id": format!("mail:{id}") })).await;
    assert!(nosy.at("/data/node").is_null());
}

#[tokio::test]
async fn rights_that_end_while_a_client_says_hello_do_not_come_in_with_it() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let rattana = app.signed_in("rattana").await;
    app.settle().await;
    // Connected, with the rights of now; hello is said later.
    let mut slow = TestSocket::raw(app.address, rattana.cookie()).await;
    let mut gone = TestSocket::raw(app.address, app.signed_in("rattana").await.cookie()).await;
    let roles = dara
        .graphql("query($id: ID!) { person(id: $id) { roles { id } } }", json!({ "id": app.person("rattana") }))
        .await;
    for role in roles.at("/data/person/roles").as_array().cloned().unwrap_or_default() {
        dara.mutate("mutation($id: ID!) { endRole(id: $id) { status } }", json!({ "id": role["id"] })).await;
    }
    // And of all sessions only the first stays.
    let sessions = rattana.ask("{ viewer { sessions { id current } } }").await;
    for session in sessions.at("/data/viewer/sessions").as_array().cloned().unwrap_or_default() {
        if session["current"] == false {
            rattana
                .mutate("mutation($id: ID!) { endSession(id: $id) { status } }", json!({ "id": session["id"] }))
                .await;
        }
    }
    app.settle().await;
    slow.say(&json!({ "type": "connection_init" })).await;
    assert_eq!(slow.hear().await["type"], "connection_ack");
    let person = "query($id: ID!) { person(id: $id) { email } }";
    slow.subscribe("a", person, json!({ "id": app.person("samnang") })).await;
    let heard = slow.hear().await;
    assert!(heard["payload"]["data"]["person"].is_null(), "{heard}");
    gone.say(&json!({ "type": "connection_init" })).await;
    assert_eq!(gone.hear().await["type"], "connection_ack");
    assert_eq!(gone.end().await, 4401);
}
