//! J6: the right people in the room: seats by group, invitations answered by a link, who waits and who is called.

use chrono::Duration;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status campaign { id } } }";
const PLAN: &str = "mutation($c: ID!, $i: DialogueInput!) { planDialogue(campaign: $c, input: $i) { status violations { field key } dialogue { id version state } } }";
pub(crate) const EDIT: &str = "mutation($d: ID!, $v: Int!, $i: DialogueInput!) { editDialogue(id: $d, version: $v, input: $i) { status violations { field key } dialogue { version } } }";
pub(crate) const MOVE: &str = "mutation($d: ID!, $v: Int!, $s: DialogueStep!, $r: String!) { moveDialogue(id: $d, version: $v, step: $s, reason: $r) { status violations { field key } dialogue { version state } } }";
const PUT_OFF: &str = "mutation($d: ID!, $v: Int!, $a: DateTime!, $b: DateTime!, $r: String!) { putOffDialogue(id: $d, version: $v, startsAt: $a, endsAt: $b, reason: $r) { status violations { field key } dialogue { version state } } }";
const INVITE: &str = "mutation($d: ID!, $p: [InviteeInput!]!) { inviteToDialogue(dialogue: $d, people: $p) { status violations { field key } } }";
const SEND: &str = "mutation($d: ID!) { sendInvitations(dialogue: $d) { status violations { field key } } }";
pub(crate) const RECORD_COMMITMENT: &str = "mutation($c: ID!, $i: CommitmentInput!) { recordCommitment(campaign: $c, input: $i) { status violations { field key } } }";
const RECORD: &str = "mutation($i: ID!, $v: Int!, $w: InvitationChannel!, $r: ReplyInput!) { recordReply(invitation: $i, version: $v, via: $w, input: $r) { status violations { field key } } }";
const TAKE_BACK: &str = "mutation($i: ID!, $v: Int!) { takeBackInvitation(invitation: $i, version: $v) { status } }";
pub(crate) const READ: &str = "mutation($l: String!) { readInvitation(link: $l) { status violations { field key } invitation { name { en } open state waiting contact deputy { en } onlineLink } } }";
pub(crate) const ANSWER: &str = "mutation($l: String!, $r: ReplyInput!) { answerInvitation(link: $l, input: $r) { status violations { field key } invitation { state waiting onlineLink } } }";
pub(crate) const TOLD: &str = "query($d: ID!) { dialogue(id: $d) { version state contact chair facilitator onlineLink reason balance { constituency sent accepted women delegated declined waiting silent } invitations(first: 100) { totalCount edges { node { id version name { en } email state seatOf constituency parent answeredVia needs { signLanguage } } } } } }";

pub(crate) fn text(answer: &Answer, at: &str) -> String {
    answer.at(at).as_str().unwrap_or_default().to_owned()
}

pub(crate) fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

fn seats(group: &str, seats: i32) -> Value {
    json!({ "constituency": group, "seats": seats })
}

/// The room of J6, with so many seats for organisations.
pub(crate) fn room(app: &TestApp, organisations: i32) -> Value {
    let starts = app.env.now() + Duration::days(60);
    json!({
        "title": { "en": "Provincial dialogue on commune budget disclosure" }, "kind": "PROVINCIAL_DIALOGUE",
        "purpose": "JOINT_PROBLEM_SOLVING", "startsAt": starts, "endsAt": starts + Duration::hours(4), "mode": "IN_PERSON",
        "venue": { "en": "Chi Kraeng District Hall" }, "contact": "012 345 678", "chair": "District governor", "facilitator": "Sok Dara",
        "capacity": 40, "attribution": "CHATHAM_HOUSE", "rsvpBy": starts - Duration::days(7), "visibility": "MEMBERS",
        "seats": [
            seats("prov_admin", 10), seats("commune_council", 8), seats("service_provider", 4),
            { "constituency": "cso", "seats": organisations, "womenPct": 50 }, seats("youth", 4),
            { "constituency": "private_sector", "seats": 2, "releaseAt": starts - Duration::days(10) }, seats("media", 2)
        ]
    })
}

async fn campaign(app: &TestApp) -> (TestActor, String) {
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": {
        "title": { "en": "Budgets on every commune board" }, "problem": { "en": "Hidden budgets" }, "goal": { "en": "Open budgets" },
        "affected": {}, "approach": "MIXED", "visibility": "MEMBERS", "startsOn": "2026-06-01" } });
    let done = dara.graphql(START, json!({ "i": input })).await;
    let id = text(&done, "/data/startCampaign/campaign/id");
    (dara, id)
}

/// A dialogue that invites, with `count` organisations written down, and their letters sent.
pub(crate) async fn inviting(app: &TestApp, input: Value, count: usize) -> (TestActor, String, Vec<String>) {
    let (dara, campaign) = campaign(app).await;
    let done = dara.graphql(PLAN, json!({ "c": campaign, "i": input })).await;
    assert_eq!(done.at("/data/planDialogue/status"), "DONE", "{done:?}");
    let id = text(&done, "/data/planDialogue/dialogue/id");
    for (version, step) in [(1, "APPROVE"), (2, "OPEN_INVITATIONS")] {
        let done = dara.graphql(MOVE, json!({ "d": id, "v": version, "s": step, "r": "" })).await;
        assert_eq!(done.at("/data/moveDialogue/status"), "DONE", "{done:?}");
    }
    let people: Vec<Value> = (0..count)
        .map(|n| {
            json!({ "constituency": "cso", "name": { "en": format!("Guest {n}") }, "email": format!("guest{n}@example.org"),
                    "language": "EN", "sex": if n % 2 == 0 { "FEMALE" } else { "MALE" } })
        })
        .collect();
    let done = dara.graphql(INVITE, json!({ "d": id, "p": people })).await;
    assert_eq!(done.at("/data/inviteToDialogue/status"), "DONE", "{done:?}");
    let done = dara.graphql(SEND, json!({ "d": id })).await;
    assert_eq!(done.at("/data/sendInvitations/status"), "DONE", "{done:?}");
    let mut links = Vec::new();
    for n in 0..count {
        links.push(link(app, &format!("guest{n}@example.org")).await);
    }
    (dara, id, links)
}

/// The link of the newest letter to somebody.
pub(crate) async fn link(app: &TestApp, email: &str) -> String {
    let letter: String =
        sqlx::query_scalar("SELECT body FROM mails WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1")
            .bind(email)
            .fetch_one(&app.pool)
            .await
            .unwrap_or_default();
    let link = letter.split("/rsvp#").nth(1).unwrap_or_default();
    link.split_whitespace().next().unwrap_or_default().to_owned()
}

pub(crate) async fn letters(app: &TestApp, email: &str) -> Vec<String> {
    sqlx::query_scalar("SELECT subject FROM mails WHERE recipient = $1 ORDER BY created_at, id")
        .bind(email)
        .fetch_all(&app.pool)
        .await
        .unwrap_or_default()
}

pub(crate) async fn says(app: &TestApp, link: &str, reply: Value) -> Answer {
    app.env.clock.advance(Duration::seconds(1));
    app.anonymous().graphql(ANSWER, json!({ "l": link, "r": reply })).await
}

/// An invitee by name.
async fn invitee(who: &TestActor, dialogue: &str, name: &str) -> Value {
    let told = who.graphql(TOLD, json!({ "d": dialogue })).await;
    let edges = told.at("/data/dialogue/invitations/edges");
    let mut nodes = edges.as_array().into_iter().flatten().map(|edge| edge["node"].clone());
    nodes
        .find(|node| node.pointer("/name/en").is_some_and(|en| en == name))
        .unwrap_or_else(|| panic!("{name}: {told:?}"))
}

async fn stand(who: &TestActor, dialogue: &str, group: &str) -> Value {
    let told = who.graphql(TOLD, json!({ "d": dialogue })).await;
    let all = told.at("/data/dialogue/balance");
    all.as_array().into_iter().flatten().find(|s| s["constituency"] == group).cloned().unwrap_or_default()
}

#[tokio::test]
async fn j6_1_seats_beyond_the_room_are_refused_and_the_rule_can_only_become_stricter() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = campaign(&app).await;
    let refused = dara.graphql(PLAN, json!({ "c": campaign, "i": room(&app, 12) })).await;
    assert_eq!(keys(&refused, "planDialogue"), ["seats_beyond_room"], "{refused:?}");
    let mut odd = room(&app, 10);
    (odd["endsAt"], odd["seats"]) =
        (json!(app.env.now()), json!([seats("cso", 2), seats("cso", 2), seats("nobody", 1)]));
    let refused = dara.graphql(PLAN, json!({ "c": campaign, "i": odd })).await;
    assert_eq!(keys(&refused, "planDialogue"), ["end_first", "group_twice", "term_unknown"], "{refused:?}");
    let (dara, id, _) = inviting(&app, room(&app, 10), 1).await;
    let mut open = room(&app, 10);
    open["attribution"] = json!("ON_RECORD");
    let refused = dara.graphql(EDIT, json!({ "d": id, "v": 3, "i": open })).await;
    assert_eq!(keys(&refused, "editDialogue"), ["rule_only_stricter"], "{refused:?}");
    let mut closed = room(&app, 10);
    closed["attribution"] = json!("OFF_RECORD");
    let done = dara.graphql(EDIT, json!({ "d": id, "v": 3, "i": closed })).await;
    assert_eq!(done.at("/data/editDialogue/status"), "DONE", "{done:?}");
    let late = dara.graphql(EDIT, json!({ "d": id, "v": 3, "i": room(&app, 10) })).await;
    assert_eq!(late.at("/data/editDialogue/status"), "CONFLICT", "{late:?}");
}

#[tokio::test]
async fn j6_3_an_office_sends_its_planning_chief_on_the_same_seat_and_takes_it_back() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = inviting(&app, room(&app, 10), 1).await;
    let office = json!([{ "constituency": "prov_admin", "institution": true, "name": { "en": "Office of the deputy governor" },
                          "email": "office@example.org", "language": "KM" }]);
    dara.graphql(INVITE, json!({ "d": id, "p": office })).await;
    dara.graphql(SEND, json!({ "d": id })).await;
    let secret = link(&app, "office@example.org").await;
    // An institution cannot come itself: it names somebody.
    let refused = says(&app, &secret, json!({ "answer": "ACCEPT" })).await;
    assert_eq!(keys(&refused, "answerInvitation"), ["institution_names"], "{refused:?}");
    let parent = invitee(&dara, &id, "Office of the deputy governor").await;
    let deputy = json!({ "name": { "en": "Tep Malis", "km": "ទេព ម៉ាលីស" }, "honorific": "MS", "post": "Chief of planning", "sex": "FEMALE" });
    let reply = json!({ "deputy": deputy, "needs": { "signLanguage": true } });
    let done =
        dara.graphql(RECORD, json!({ "i": parent["id"], "v": parent["version"], "w": "PHONE", "r": reply })).await;
    assert_eq!(done.at("/data/recordReply/status"), "DONE", "{done:?}");
    let child = invitee(&dara, &id, "Tep Malis").await;
    assert_eq!(
        (&child["state"], &child["seatOf"], &child["parent"], &child["answeredVia"], &child["needs"]["signLanguage"]),
        (&json!("ACCEPTED"), &json!("prov_admin"), &parent["id"], &json!("PHONE"), &json!(true))
    );
    let counted = stand(&dara, &id, "prov_admin").await;
    assert_eq!(
        (&counted["sent"], &counted["accepted"], &counted["women"], &counted["delegated"]),
        (&json!(1), &json!(1), &json!(1), &json!(1))
    );
    // Another is named instead: one seat still, and the first one goes.
    let other = json!({ "deputy": { "name": { "en": "Kong Piseth" }, "sex": "MALE", "email": "piseth@example.org" } });
    let done = says(&app, &secret, other).await;
    assert_eq!(done.at("/data/answerInvitation/invitation/state"), "DELEGATED", "{done:?}");
    assert_eq!(invitee(&dara, &id, "Tep Malis").await["state"], "CANCELLED");
    let counted = stand(&dara, &id, "prov_admin").await;
    assert_eq!((&counted["accepted"], &counted["women"]), (&json!(1), &json!(0)));
    // Who was named has a link of their own, which shows them alone.
    let own = app.anonymous().graphql(READ, json!({ "l": link(&app, "piseth@example.org").await })).await;
    assert_eq!(own.at("/data/readInvitation/invitation/name/en"), "Kong Piseth", "{own:?}");
    assert!(!format!("{own:?}").contains("deputy governor"), "{own:?}");
    // He sends another in turn; when the office answers anew, nobody of the chain holds a seat beside the new one.
    let chain = json!({ "deputy": { "name": { "en": "Nhem Rotha" } } });
    let done = says(&app, &link(&app, "piseth@example.org").await, chain).await;
    assert_eq!(done.at("/data/answerInvitation/status"), "DONE", "{done:?}");
    for n in 0..3 {
        let again = json!({ "deputy": { "name": { "en": format!("Deputy {n}") } } });
        assert_eq!(says(&app, &secret, again).await.at("/data/answerInvitation/status"), "DONE");
        assert_eq!(stand(&dara, &id, "prov_admin").await["accepted"], 1);
    }
    assert_eq!(invitee(&dara, &id, "Nhem Rotha").await["state"], "CANCELLED");
    // A link names no more than five, one after the other: strangers may hold it.
    let sixth = says(&app, &secret, json!({ "deputy": { "name": { "en": "Deputy 6" } } })).await;
    assert_eq!(keys(&sixth, "answerInvitation"), ["enough_deputies"], "{sixth:?}");
    // The office says no: the seat is free.
    says(&app, &secret, json!({ "answer": "DECLINE" })).await;
    assert_eq!(stand(&dara, &id, "prov_admin").await["accepted"], 0);
}

#[tokio::test]
async fn j6_4_the_eleventh_waits_and_is_called_when_one_declines_or_seats_are_released() {
    let app = TestApp::ocn().await;
    let (dara, id, links) = inviting(&app, room(&app, 10), 14).await;
    for secret in &links {
        says(&app, secret, json!({ "answer": "ACCEPT" })).await;
    }
    let eleventh = app.anonymous().graphql(READ, json!({ "l": links[10] })).await;
    assert_eq!(eleventh.at("/data/readInvitation/invitation/waiting"), 1, "{eleventh:?}");
    assert_eq!(eleventh.at("/data/readInvitation/invitation/state"), "WAITLISTED", "{eleventh:?}");
    // One goes: the first who waits is called and told; the link of the first letter works as before.
    says(&app, &links[0], json!({ "answer": "DECLINE" })).await;
    assert_eq!(invitee(&dara, &id, "Guest 10").await["state"], "ACCEPTED");
    let told = letters(&app, "guest10@example.org").await;
    assert!(told.last().is_some_and(|subject| subject.starts_with("You have a seat")), "{told:?}");
    let called = app.anonymous().graphql(READ, json!({ "l": links[10] })).await;
    assert_eq!(called.at("/data/readInvitation/invitation/state"), "ACCEPTED", "{called:?}");
    // Saying yes again keeps neither the place nor takes another's.
    let again = says(&app, &links[0], json!({ "answer": "ACCEPT" })).await;
    assert_eq!(again.at("/data/answerInvitation/invitation/waiting"), 4, "{again:?}");
    // Ten days before, the two seats of the private sector go to whoever waits longest.
    app.env.clock.advance(Duration::days(50));
    for expected in [1, 0] {
        let done = sala_domain::dialogues::service::release_due(&app.pool, &app.env, "https://hub.example").await;
        assert_eq!(done.unwrap_or_else(|e| panic!("{e}")), expected);
    }
    let dara = app.signed_in("dara").await;
    for (guest, state, of) in [
        ("Guest 11", "ACCEPTED", json!("private_sector")),
        ("Guest 12", "ACCEPTED", json!("private_sector")),
        ("Guest 13", "WAITLISTED", Value::Null),
        ("Guest 0", "WAITLISTED", Value::Null),
    ] {
        let one = invitee(&dara, &id, guest).await;
        assert_eq!((&one["state"], &one["seatOf"]), (&json!(state), &of), "{guest}");
    }
    // What is held cannot be taken away by writing down fewer seats.
    let version = dara.graphql(TOLD, json!({ "d": id })).await.at("/data/dialogue/version");
    let less = room(&app, 9);
    let refused = dara.graphql(EDIT, json!({ "d": id, "v": version, "i": less })).await;
    assert_eq!(keys(&refused, "editDialogue"), ["seats_taken"], "{refused:?}");
}

#[tokio::test]
async fn j6_5_after_the_date_a_link_shows_a_telephone_number_and_never_anybody_else() {
    let app = TestApp::ocn().await;
    let mut hybrid = room(&app, 10);
    (hybrid["mode"], hybrid["onlineLink"]) = (json!("HYBRID"), json!("https://meet.example/room"));
    let (dara, id, links) = inviting(&app, hybrid, 2).await;
    let own = app.anonymous().graphql(READ, json!({ "l": links[0] })).await;
    assert_eq!(own.at("/data/readInvitation/invitation/open"), true, "{own:?}");
    assert_eq!(own.at("/data/readInvitation/invitation/onlineLink"), "", "{own:?}");
    assert!(!format!("{own:?}").contains("Guest 1"), "{own:?}");
    let yes = says(&app, &links[0], json!({ "answer": "ACCEPT" })).await;
    assert_eq!(yes.at("/data/answerInvitation/invitation/onlineLink"), "https://meet.example/room", "{yes:?}");
    let wrong = app.anonymous().graphql(READ, json!({ "l": "nothing" })).await;
    assert_eq!(keys(&wrong, "readInvitation"), ["link_used_or_expired"], "{wrong:?}");
    // Taken back: the link is as if it had never been.
    let one = invitee(&dara, &id, "Guest 1").await;
    let done = dara.graphql(TAKE_BACK, json!({ "i": one["id"], "v": one["version"] })).await;
    assert_eq!(done.at("/data/takeBackInvitation/status"), "DONE", "{done:?}");
    let gone = app.anonymous().graphql(READ, json!({ "l": links[1] })).await;
    assert_eq!(keys(&gone, "readInvitation"), ["link_used_or_expired"], "{gone:?}");
    // The very instant of the date is too late by the link; the organisers still write down who calls.
    app.env.clock.advance(Duration::days(53) - Duration::seconds(1));
    let late = says(&app, &links[0], json!({ "answer": "DECLINE" })).await;
    assert_eq!(keys(&late, "answerInvitation"), ["answers_closed"], "{late:?}");
    let own = app.anonymous().graphql(READ, json!({ "l": links[0] })).await;
    assert_eq!(own.at("/data/readInvitation/invitation/contact"), "012 345 678", "{own:?}");
    assert_eq!(own.at("/data/readInvitation/invitation/open"), false, "{own:?}");
    let dara = app.signed_in("dara").await;
    let one = invitee(&dara, &id, "Guest 0").await;
    let reply = json!({ "i": one["id"], "v": one["version"], "w": "PHONE", "r": { "answer": "DECLINE" } });
    let done = dara.graphql(RECORD, reply).await;
    assert_eq!(done.at("/data/recordReply/status"), "DONE", "{done:?}");
}

#[tokio::test]
async fn j6_8_put_off_everybody_is_told_keeps_the_seat_and_is_asked_anew() {
    let app = TestApp::ocn().await;
    let (dara, id, links) = inviting(&app, room(&app, 10), 3).await;
    says(&app, &links[0], json!({ "answer": "ACCEPT" })).await;
    says(&app, &links[1], json!({ "answer": "DECLINE" })).await;
    let starts = app.env.now() + Duration::days(67);
    let off = |reason: &str| json!({ "d": id, "v": 3, "a": starts, "b": starts + Duration::hours(4), "r": reason });
    let refused = dara.graphql(PUT_OFF, off("")).await;
    assert_eq!(keys(&refused, "putOffDialogue"), ["reason_needed"], "{refused:?}");
    let before = app.env.now() - Duration::days(1);
    let past = json!({ "d": id, "v": 3, "a": before, "b": starts, "r": "Sooner." });
    let refused = dara.graphql(PUT_OFF, past).await;
    assert_eq!(keys(&refused, "putOffDialogue"), ["day_is_past"], "{refused:?}");
    app.env.clock.advance(Duration::seconds(1));
    let done = dara.graphql(PUT_OFF, off("The hall is taken.")).await;
    assert_eq!(done.at("/data/putOffDialogue/status"), "DONE", "{done:?}");
    let one = invitee(&dara, &id, "Guest 0").await;
    assert_eq!((&one["state"], &one["seatOf"]), (&json!("RECONFIRM"), &json!("cso")));
    for (guest, told) in [("guest0", 2), ("guest1", 1), ("guest2", 2)] {
        assert_eq!(letters(&app, &format!("{guest}@example.org")).await.len(), told, "{guest}");
    }
    let secret = link(&app, "guest0@example.org").await;
    let yes = says(&app, &secret, json!({ "answer": "ACCEPT" })).await;
    assert_eq!(yes.at("/data/answerInvitation/invitation/state"), "ACCEPTED", "{yes:?}");
    let done = dara.graphql(MOVE, json!({ "d": id, "v": 4, "s": "CALL_OFF", "r": "Floods." })).await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "CANCELLED", "{done:?}");
    let own = app.anonymous().graphql(READ, json!({ "l": secret })).await;
    assert_eq!(own.at("/data/readInvitation/invitation/open"), false, "{own:?}");
    let none = says(&app, &secret, json!({ "answer": "DECLINE" })).await;
    assert_eq!(keys(&none, "answerInvitation"), ["answers_closed"], "{none:?}");
}

#[tokio::test]
async fn a_dialogue_is_confirmed_with_its_least_or_for_a_reason_and_who_comes_is_for_the_team_alone() {
    let app = TestApp::ocn().await;
    let mut least = room(&app, 10);
    least["seats"] = json!([{ "constituency": "cso", "seats": 3, "least": 1 }]);
    let (dara, id, links) = inviting(&app, least, 1).await;
    let confirm = |reason: &str| json!({ "d": id, "v": 3, "s": "CONFIRM", "r": reason });
    let refused = dara.graphql(MOVE, confirm("")).await;
    assert_eq!(keys(&refused, "moveDialogue"), ["least_not_reached"], "{refused:?}");
    says(&app, &links[0], json!({ "answer": "ACCEPT" })).await;
    let done = dara.graphql(MOVE, confirm("")).await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "CONFIRMED", "{done:?}");
    // Put off, whoever has not said yes to the new day does not count.
    let starts = app.env.now() + Duration::days(90);
    let off = json!({ "d": id, "v": 4, "a": starts, "b": starts + Duration::hours(4), "r": "The hall is taken." });
    let done = dara.graphql(PUT_OFF, off).await;
    assert_eq!(done.at("/data/putOffDialogue/dialogue/state"), "INVITING", "{done:?}");
    let again = |reason: &str| json!({ "d": id, "v": 5, "s": "CONFIRM", "r": reason });
    let refused = dara.graphql(MOVE, again("")).await;
    assert_eq!(keys(&refused, "moveDialogue"), ["least_not_reached"], "{refused:?}");
    let done = dara.graphql(MOVE, again("They have telephoned.")).await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "CONFIRMED", "{done:?}");
    // A member beside the team knows that it takes place, and nobody who comes.
    let bopha = app.signed_in("bopha").await;
    let told = bopha.graphql(TOLD, json!({ "d": id })).await;
    assert_eq!(told.at("/data/dialogue/state"), "CONFIRMED", "{told:?}");
    for hidden in ["balance", "invitations"] {
        assert_eq!(told.at(&format!("/data/dialogue/{hidden}")), Value::Null, "{told:?}");
    }
    for quiet in ["contact", "chair", "facilitator"] {
        assert_eq!(told.at(&format!("/data/dialogue/{quiet}")), "", "{told:?}");
    }
    assert!(!format!("{told:?}").contains("Guest 0"), "{told:?}");
    let refused = bopha
        .graphql(INVITE, json!({ "d": id, "p": [{ "constituency": "cso", "name": { "en": "Me" }, "language": "EN" }] }))
        .await;
    assert_ne!(refused.at("/data/inviteToDialogue/status"), "DONE", "{refused:?}");
    let nobody = app.anonymous().graphql(TOLD, json!({ "d": id })).await;
    assert_eq!(nobody.at("/data/dialogue"), Value::Null, "{nobody:?}");
}

#[tokio::test]
async fn two_hundred_yeses_at_once_make_forty_seats_and_a_hundred_and_sixty_who_wait() {
    let app = TestApp::ocn().await;
    let mut one = room(&app, 10);
    one["seats"] = json!([seats("cso", 40)]);
    let (dara, id, links) = inviting(&app, one, 200).await;
    let answers = futures_util::future::join_all(links.iter().map(|secret| {
        let guest = app.anonymous();
        async move { guest.graphql(ANSWER, json!({ "l": secret, "r": { "answer": "ACCEPT" } })).await }
    }))
    .await;
    for answer in &answers {
        assert_eq!(answer.at("/data/answerInvitation/status"), "DONE", "{answer:?}");
    }
    let counted = stand(&dara, &id, "cso").await;
    assert_eq!((&counted["accepted"], &counted["waiting"]), (&json!(40), &json!(160)));
    // Each of those who wait has a place of their own.
    let mut places = Vec::new();
    for secret in &links {
        let own = app.anonymous().graphql(READ, json!({ "l": secret })).await;
        places.extend(own.at("/data/readInvitation/invitation/waiting").as_u64());
    }
    places.sort_unstable();
    assert_eq!(places, (1..=160).collect::<Vec<u64>>());
}

#[tokio::test]
async fn j6_5_links_that_are_nobodys_are_slowed_down_and_those_who_hold_one_go_on() {
    let app = TestApp::ocn().await;
    let (_, _, links) = inviting(&app, room(&app, 10), 1).await;
    let guess = async |n: i32| app.anonymous().graphql(READ, json!({ "l": format!("{n:043}") })).await;
    for n in 0..60 {
        assert_eq!(keys(&guess(n).await, "readInvitation"), ["link_used_or_expired"]);
    }
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM guesses WHERE scope = 'link'")
        .fetch_one(&app.pool)
        .await
        .unwrap_or(-1);
    assert_eq!(kept, 0, "made-up links leave nothing behind");
    let slowed = guess(60).await;
    assert_eq!(slowed.code(), "THROTTLED", "{slowed:?}");
    let open = async || app.anonymous().graphql(READ, json!({ "l": links[0] })).await;
    for _ in 0..60 {
        assert_eq!(open().await.at("/data/readInvitation/status"), "DONE", "from the very same place");
    }
    assert_eq!(open().await.code(), "THROTTLED", "nobody needs it so often");
    app.env.clock.advance(Duration::seconds(10));
    assert_eq!(open().await.at("/data/readInvitation/status"), "DONE");
    assert_eq!(keys(&guess(61).await, "readInvitation"), ["link_used_or_expired"]);
}

const IMPORT: &str = "mutation($d: ID!, $t: String!, $take: Boolean!) { importInvitees(dialogue: $d, table: $t, take: $take) { status violations { field key } table { lines { line name { en km } constituency violations { field key } } } } }";
const CALENDAR: &str =
    "mutation($d: ID!, $f: String!) { hearCalendarReply(dialogue: $d, file: $f) { status violations { field key } } }";

#[tokio::test]
async fn forty_people_are_invited_from_a_table_all_of_them_or_nobody() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = inviting(&app, room(&app, 10), 1).await;
    let rows: Vec<String> = (0..40)
        .map(|n| format!("ឈ្មោះ {n},Person {n},CSO or NGO,លោកស្រី,Director,person{n}@example.org,ស្រី,yes\n"))
        .collect();
    let heads = "ឈ្មោះ,name,group,honorific,post,email,sex,youth\n";
    let bad = format!("{heads}{}ឈ្មោះ,X,nobody,captain,,guest0@example.org,,perhaps\n", rows.concat());
    let read = dara.graphql(IMPORT, json!({ "d": id, "t": bad, "take": false })).await;
    let line = read.at("/data/importInvitees/table/lines/40");
    let wrong: Vec<&str> =
        line["violations"].as_array().into_iter().flatten().filter_map(|v| v["field"].as_str()).collect();
    assert_eq!((&line["line"], wrong), (&json!(42), vec!["constituency", "youth", "honorific", "email"]), "{read:?}");
    let refused = dara.graphql(IMPORT, json!({ "d": id, "t": bad, "take": true })).await;
    assert_eq!(keys(&refused, "importInvitees"), ["rows_wrong"], "{refused:?}");
    let count = async || dara.graphql(TOLD, json!({ "d": id })).await.at("/data/dialogue/invitations/totalCount");
    assert_eq!(count().await, 1, "nobody of a table with a fault is invited");
    let good = format!("{heads}{}", rows.concat());
    let read = dara.graphql(IMPORT, json!({ "d": id, "t": good, "take": false })).await;
    assert_eq!(read.at("/data/importInvitees/table/lines/0/constituency"), "cso", "{read:?}");
    assert_eq!(count().await, 1, "reading writes nothing");
    let done = dara.graphql(IMPORT, json!({ "d": id, "t": good, "take": true })).await;
    assert_eq!(done.at("/data/importInvitees/status"), "DONE", "{done:?}");
    assert_eq!(count().await, 41);
    let twice = dara.graphql(IMPORT, json!({ "d": id, "t": good, "take": true })).await;
    assert_eq!(keys(&twice, "importInvitees"), ["rows_wrong"], "an address is invited once: {twice:?}");
    let empty = dara.graphql(IMPORT, json!({ "d": id, "t": "post,email\nx,y\n", "take": false })).await;
    assert_eq!(keys(&empty, "importInvitees"), ["no_name_column"], "{empty:?}");
    dara.graphql(SEND, json!({ "d": id })).await;
    assert_eq!(letters(&app, "person39@example.org").await.len(), 1);
}

/// What the newest letter to somebody puts into their calendar.
async fn meeting(app: &TestApp, email: &str) -> Value {
    sqlx::query_scalar("SELECT meeting FROM mails WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1")
        .bind(email)
        .fetch_one(&app.pool)
        .await
        .unwrap_or_default()
}

#[tokio::test]
async fn j6_8_calendars_are_told_of_each_change_and_their_answers_are_heard() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = inviting(&app, room(&app, 10), 2).await;
    let first = meeting(&app, "guest0@example.org").await;
    assert_eq!((&first["sequence"], &first["cancelled"]), (&json!(0), &json!(false)), "{first}");
    let uid = first["uid"].as_str().unwrap_or_default().to_owned();
    let reply = |sequence: u32, said: &str, from: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:20260701T000000Z\r\n\
             ATTENDEE;PARTSTAT={said}:mailto:{from}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let hear = async |file: String| dara.graphql(CALENDAR, json!({ "d": id, "f": file })).await;
    let done = hear(reply(0, "ACCEPTED", "Guest0@example.org")).await;
    assert_eq!(done.at("/data/hearCalendarReply/status"), "DONE", "{done:?}");
    assert_eq!(invitee(&dara, &id, "Guest 0").await["state"], "ACCEPTED");
    for (file, why) in [
        (reply(0, "ACCEPTED", "guest1@example.org"), "reply_of_nobody"),
        (reply(0, "DELEGATED", "guest0@example.org"), "no_calendar_reply"),
        ("nonsense".to_owned(), "no_calendar_reply"),
    ] {
        assert_eq!(keys(&hear(file).await, "hearCalendarReply"), [why]);
    }
    // Another place: everybody is told, and calendars take it for news.
    let mut moved = room(&app, 10);
    moved["venue"] = json!({ "en": "Kampong Kdei commune hall" });
    let version = dara.graphql(TOLD, json!({ "d": id })).await.at("/data/dialogue/version");
    let told = dara.graphql("query($d: ID!) { dialogue(id: $d) { startsAt endsAt rsvpBy } }", json!({ "d": id })).await;
    for field in ["startsAt", "endsAt", "rsvpBy"] {
        moved[field] = told.at(&format!("/data/dialogue/{field}"));
    }
    app.env.clock.advance(Duration::seconds(1));
    let done = dara.graphql(EDIT, json!({ "d": id, "v": version, "i": moved })).await;
    assert_eq!(done.at("/data/editDialogue/status"), "DONE", "{done:?}");
    let second = meeting(&app, "guest0@example.org").await;
    assert_eq!((&second["uid"], &second["sequence"]), (&json!(uid), &json!(1)), "{second}");
    assert_eq!(second["venue"]["en"], "Kampong Kdei commune hall");
    // Another day: an answer to the day before counts no more.
    let version = dara.graphql(TOLD, json!({ "d": id })).await.at("/data/dialogue/version");
    let (a, b) = (app.env.now() + Duration::days(70), app.env.now() + Duration::days(70) + Duration::hours(4));
    app.env.clock.advance(Duration::seconds(1));
    dara.graphql(PUT_OFF, json!({ "d": id, "v": version, "a": a, "b": b, "r": "Floods." })).await;
    assert_eq!(meeting(&app, "guest0@example.org").await["sequence"], 2);
    assert_eq!(
        keys(&hear(reply(1, "ACCEPTED", "guest0@example.org")).await, "hearCalendarReply"),
        ["reply_to_earlier_day"]
    );
    let done = hear(reply(2, "DECLINED", "guest0@example.org")).await;
    assert_eq!(done.at("/data/hearCalendarReply/status"), "DONE", "{done:?}");
    assert_eq!(invitee(&dara, &id, "Guest 0").await["state"], "DECLINED");
    // Called off: taken out of the calendars of those who were still asked.
    let version = dara.graphql(TOLD, json!({ "d": id })).await.at("/data/dialogue/version");
    app.env.clock.advance(Duration::seconds(1));
    dara.graphql(MOVE, json!({ "d": id, "v": version, "s": "CALL_OFF", "r": "Floods." })).await;
    let off = meeting(&app, "guest1@example.org").await;
    assert_eq!((&off["cancelled"], &off["sequence"]), (&json!(true), &json!(3)), "{off}");
}
