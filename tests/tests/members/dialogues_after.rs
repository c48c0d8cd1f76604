//! J6.6, J6.9 to J6.11, J7.1: the agenda, the door, the minutes, and what follows from them.

use chrono::Duration;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

use crate::dialogues::{ANSWER, MOVE, READ, RECORD_COMMITMENT, inviting, keys, letters, link, room, says, text};

const AGENDA: &str = "mutation($d: ID!, $v: Int!, $i: [AgendaItemInput!]!) { setAgenda(dialogue: $d, version: $v, items: $i) { status violations { field key } dialogue { version agenda { id startsAt minutes oneSided reason speakers { name } } } } }";
pub(crate) const MARK: &str = "mutation($d: ID!, $m: [AttendanceInput!]!) { recordAttendance(dialogue: $d, marks: $m) { status violations { field key } } }";
const TURNOUT: &str = "query($d: ID!) { dialogue(id: $d) { version state turnout { constituency seats total sexes ages disability indigenous walkIns } attendance(first: 100) { totalCount edges { node { name people presence } } } } }";
pub(crate) const POINT: &str = "mutation($d: ID!, $p: ID, $v: Int!, $i: MinutesPointInput!) { writePoint(dialogue: $d, point: $p, version: $v, input: $i) { status violations { field key } } }";
const STRIKE: &str =
    "mutation($p: ID!, $v: Int!) { strikePoint(point: $p, version: $v) { status violations { key } } }";
const MINUTES: &str = "query($d: ID!) { dialogue(id: $d) { version state attribution minutes { state version hears approvedBy points { id version speaker text { en } agenda } corrections { id state author text response } } feedback { answers useful comments } nothingPromised } }";
pub(crate) const CIRCULATE: &str = "mutation($d: ID!, $v: Int!, $u: DateTime!) { circulateMinutes(dialogue: $d, version: $v, until: $u) { status violations { field key } } }";
const CORRECT: &str = "mutation($d: ID!, $i: MinutesCorrectionInput!) { correctMinutes(dialogue: $d, input: $i) { status violations { field key } } }";
const BY_LINK: &str = "mutation($l: String!, $t: String!) { correctByLink(link: $l, text: $t) { status violations { field key } invitation { minutes { hears corrections { state text response } points { text { en } } } } } }";
const REPLY: &str = "mutation($c: ID!, $a: Boolean!, $r: String!) { answerCorrection(correction: $c, accepted: $a, response: $r) { status violations { field key } } }";
pub(crate) const APPROVE: &str = "mutation($d: ID!, $v: Int!, $b: String!) { approveDialogueMinutes(dialogue: $d, version: $v, by: $b) { status violations { field key } } }";
const PUBLISH: &str =
    "mutation($d: ID!, $v: Int!) { publishMinutes(dialogue: $d, version: $v) { status violations { field key } } }";
const FOUND: &str = "mutation($l: String!, $i: FeedbackInput!) { findDialogue(link: $l, input: $i) { status violations { field key } invitation { asked } } }";
const REPORT: &str = "mutation($d: ID!, $v: Int!, $n: Boolean!) { moveDialogue(id: $d, version: $v, step: REPORT, nothingPromised: $n) { status violations { field key } dialogue { state version } } }";
const PROMISED: &str = "query($n: ID!, $d: ID!) { commitments(network: $n, dialogue: $d, first: 20) { totalCount edges { node { state protected owner { en } constituency dialogue { id } } } } }";

/// What is written over something.
fn with(mut base: Value, more: &Value) -> Value {
    if let (Some(base), Some(more)) = (base.as_object_mut(), more.as_object()) {
        base.extend(more.clone());
    }
    base
}

/// A mark with an id of its own.
pub(crate) fn mark(n: u32, more: &Value) -> Value {
    with(json!({ "id": format!("attendance:0000{n:04}-0000-4000-8000-000000000000"), "presence": "FULL" }), more)
}

async fn version(who: &TestActor, dialogue: &str) -> Value {
    who.graphql(TURNOUT, json!({ "d": dialogue })).await.at("/data/dialogue/version")
}

pub(crate) async fn step(who: &TestActor, dialogue: &str, step: &str) -> Answer {
    let version = version(who, dialogue).await;
    who.graphql(MOVE, json!({ "d": dialogue, "v": version, "s": step, "r": "All come." })).await
}

pub(crate) async fn minutes(who: &TestActor, dialogue: &str) -> Value {
    who.graphql(MINUTES, json!({ "d": dialogue })).await.at("/data/dialogue/minutes")
}

/// A dialogue under a rule that takes place now: six guests said yes. With the one who leads, its id, and the guests' links.
pub(crate) async fn under_way(app: &TestApp, rule: &str) -> (TestActor, String, Vec<String>) {
    let starts = app.env.now() + Duration::days(10);
    let mut input = with(
        room(app, 10),
        &json!({ "startsAt": starts, "endsAt": starts + Duration::hours(4), "rsvpBy": starts - Duration::days(1), "attribution": rule }),
    );
    if let Some(release) = input.pointer_mut("/seats/5/releaseAt") {
        *release = Value::Null;
    }
    let (dara, id, links) = inviting(app, input, 6).await;
    for link in &links {
        says(app, link, json!({ "answer": "ACCEPT" })).await;
    }
    let done = step(&dara, &id, "CONFIRM").await;
    assert_eq!(done.at("/data/moveDialogue/status"), "DONE", "{done:?}");
    app.env.clock.advance(Duration::days(10));
    (dara, id, links)
}

pub(crate) async fn invitations(who: &TestActor, dialogue: &str) -> Vec<String> {
    let told = who.graphql(crate::dialogues::TOLD, json!({ "d": dialogue })).await;
    let edges = told.at("/data/dialogue/invitations/edges").as_array().cloned().unwrap_or_default();
    edges.iter().map(|edge| edge.pointer("/node/id").and_then(Value::as_str).unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn j6_6_an_agenda_fits_its_time_and_a_panel_of_one_sex_has_its_reason() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = inviting(&app, room(&app, 10), 1).await;
    let man = |n: usize| json!({ "name": format!("Speaker {n}"), "role": "SPEAKER", "sex": "MALE" });
    let panel = json!({ "kind": "PANEL", "minutes": 90, "title": { "en": "Panel" },
        "speakers": [man(1), man(2), man(3), man(4), { "name": "Moderator", "role": "MODERATOR", "sex": "FEMALE" }] });
    let opening = json!({ "kind": "OPENING", "minutes": 30, "title": { "en": "Opening" } });
    let at = version(&dara, &id).await;
    let refused = dara.graphql(AGENDA, json!({ "d": id, "v": at, "i": [opening, panel] })).await;
    assert_eq!(keys(&refused, "setAgenda"), ["panel_of_one_sex"], "{refused:?}");
    let mut long = opening.clone();
    long["minutes"] = json!(241);
    let refused = dara.graphql(AGENDA, json!({ "d": id, "v": at, "i": [long] })).await;
    assert_eq!(keys(&refused, "setAgenda"), ["agenda_too_long"], "{refused:?}");
    let mut told = panel.clone();
    told["reason"] = json!("Both women asked were ill.");
    let done = dara.graphql(AGENDA, json!({ "d": id, "v": at, "i": [opening, told] })).await;
    assert_eq!(done.at("/data/setAgenda/status"), "DONE", "{done:?}");
    let second = done.at("/data/setAgenda/dialogue/agenda/1");
    assert_eq!((&second["oneSided"], second["speakers"].as_array().map(Vec::len)), (&json!(true), Some(5)));
    assert!(second["startsAt"].as_str().is_some_and(|at| at.contains(":30:")), "{second}");
    // Reordered by its ids; what was read before is refused.
    let mut moved = told.clone();
    moved["id"] = second["id"].clone();
    let stale = dara.graphql(AGENDA, json!({ "d": id, "v": at, "i": [moved] })).await;
    assert_eq!(stale.at("/data/setAgenda/status"), "CONFLICT");
    let at = version(&dara, &id).await;
    let done = dara.graphql(AGENDA, json!({ "d": id, "v": at, "i": [moved, opening] })).await;
    assert_eq!(done.at("/data/setAgenda/dialogue/agenda/0/id"), second["id"], "{done:?}");
    // Under a protective rule members are told what happens, not who speaks.
    let bopha = app.signed_in("bopha").await;
    let seen = bopha
        .graphql(
            "query($d: ID!) { dialogue(id: $d) { agenda { title { en } reason oneSided speakers { name } } } }",
            json!({ "d": id }),
        )
        .await;
    assert_eq!(seen.at("/data/dialogue/agenda/0/speakers"), json!([]), "{seen:?}");
    assert_eq!(seen.at("/data/dialogue/agenda/0/reason"), "", "{seen:?}");
    let refused = bopha.graphql(AGENDA, json!({ "d": id, "v": at, "i": [] })).await;
    assert_ne!(refused.at("/data/setAgenda/status"), "DONE", "{refused:?}");
}

#[tokio::test]
async fn j6_9_marks_of_two_devices_sent_twice_count_once_and_a_paper_list_counts_as_many() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let guests = invitations(&dara, &id).await;
    let now = app.env.now();
    let later = now + Duration::minutes(3);
    let mut marks: Vec<Value> =
        (0..4u32).map(|n| mark(n, &json!({ "invitation": guests[n as usize], "at": now, "age": "ADULT" }))).collect();
    marks.push(mark(10, &json!({ "name": "Neighbour", "constituency": "youth", "sex": "FEMALE", "age": "YOUTH", "disability": "YES", "at": now })));
    marks.push(mark(11, &json!({ "constituency": "citizens", "sex": "FEMALE", "people": 12, "at": now })));
    for _ in 0..2 {
        let done = dara.graphql(MARK, json!({ "d": id, "m": marks })).await;
        assert_eq!(done.at("/data/recordAttendance/status"), "DONE", "{done:?}");
    }
    // Another device marks the same guests, under ids of its own, and one as gone: the later mark holds, whenever it arrives.
    app.env.clock.advance(Duration::minutes(10));
    let other = [
        mark(20, &json!({ "invitation": guests[0], "at": later, "presence": "PART" })),
        mark(21, &json!({ "invitation": guests[1], "at": now - Duration::minutes(1), "presence": "ABSENT" })),
        mark(22, &json!({ "invitation": guests[3], "at": later, "presence": "ABSENT" })),
    ];
    let done = dara.graphql(MARK, json!({ "d": id, "m": other })).await;
    assert_eq!(done.at("/data/recordAttendance/status"), "DONE", "{done:?}");
    let told = dara.graphql(TURNOUT, json!({ "d": id })).await;
    assert_eq!(told.at("/data/dialogue/attendance/totalCount"), 6, "{told:?}");
    let rows = told.at("/data/dialogue/turnout").as_array().cloned().unwrap_or_default();
    let sum = rows.last().cloned().unwrap_or_default();
    assert_eq!((&sum["total"], &sum["walkIns"]), (&json!(16), &json!(13)), "{told:?}");
    assert_eq!(sum["sexes"], json!([15, 1, 0, 0]), "{told:?}");
    assert_eq!(sum["disability"], json!([1, 0, 15]), "{told:?}");
    // What somebody says of themselves is told as a total alone.
    let asked = dara
        .graphql(
            "query($d: ID!) { dialogue(id: $d) { attendance { edges { node { disability } } } } }",
            json!({ "d": id }),
        )
        .await;
    assert!(asked.json.get("errors").is_some(), "{asked:?}");
    // What is no mark of this dialogue is refused, all of it.
    let bad = [
        mark(30, &json!({ "invitation": "invitation:00000000-0000-4000-8000-000000000000", "at": now })),
        mark(31, &json!({ "constituency": "nobody", "at": now })),
        mark(32, &json!({ "constituency": "cso", "name": "Two", "people": 2, "at": now })),
    ];
    let refused = dara.graphql(MARK, json!({ "d": id, "m": bad })).await;
    assert_eq!(keys(&refused, "recordAttendance"), ["id_unknown", "term_unknown", "out_of_range"], "{refused:?}");
    let bopha = app.signed_in("bopha").await;
    let outside = bopha.graphql(TURNOUT, json!({ "d": id })).await;
    assert_eq!(outside.at("/data/dialogue/attendance"), Value::Null, "{outside:?}");
    assert_eq!(outside.at("/data/dialogue/turnout"), Value::Null, "{outside:?}");
    let refused = bopha.graphql(MARK, json!({ "d": id, "m": [marks[0]] })).await;
    assert_ne!(refused.at("/data/recordAttendance/status"), "DONE", "{refused:?}");
}

#[tokio::test]
async fn j6_9_the_door_is_closed_before_the_day_and_a_dialogue_is_held_once_it_is_over_and_somebody_was_there() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = inviting(&app, room(&app, 10), 1).await;
    let guests = invitations(&dara, &id).await;
    let now = app.env.now();
    let one = mark(1, &json!({ "invitation": guests[0], "at": now }));
    let refused = dara.graphql(MARK, json!({ "d": id, "m": [one] })).await;
    assert_eq!(keys(&refused, "recordAttendance"), ["door_closed"], "{refused:?}");
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "ON_RECORD").await;
    let refused = step(&dara, &id, "HOLD").await;
    assert_eq!(keys(&refused, "moveDialogue"), ["not_over", "nobody_marked"], "{refused:?}");
    let guests = invitations(&dara, &id).await;
    let one = mark(1, &json!({ "invitation": guests[0], "at": app.env.now() }));
    dara.graphql(MARK, json!({ "d": id, "m": [one] })).await;
    app.env.clock.advance(Duration::hours(5));
    let done = step(&dara, &id, "HOLD").await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "HELD", "{done:?}");
    // Nobody is invited or put off any more.
    for over in ["CALL_OFF", "CONFIRM", "HOLD"] {
        assert_eq!(step(&dara, &id, over).await.at("/data/moveDialogue/status"), "CONFLICT", "{over}");
    }
}

#[tokio::test]
async fn j6_10_under_a_protective_rule_no_speaker_is_stored_not_even_by_the_database() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let point = json!({ "text": { "en": "Boards are empty." }, "speaker": "The governor" });
    let refused = dara.graphql(POINT, json!({ "d": id, "v": 0, "i": point })).await;
    assert_eq!(keys(&refused, "writePoint"), ["no_speaker_under_rule"], "{refused:?}");
    let point = json!({ "text": { "en": "Boards are empty." } });
    let done = dara.graphql(POINT, json!({ "d": id, "v": 0, "i": point })).await;
    assert_eq!(done.at("/data/writePoint/status"), "DONE", "{done:?}");
    let forced = sqlx::query("UPDATE dialogue_points SET speaker = 'The governor'").execute(&app.pool).await;
    assert!(forced.is_err_and(|error| error.to_string().contains("dialogue_points_speaker_by_rule")));
    let forced = sqlx::query("UPDATE dialogue_points SET attribution = 'on_record', speaker = 'The governor'")
        .execute(&app.pool)
        .await;
    assert!(forced.is_err_and(|error| error.to_string().contains("dialogue_points_dialogue_fk")));
}

#[tokio::test]
async fn j6_10_a_rule_that_becomes_stricter_forgets_who_said_what() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "ON_RECORD").await;
    let point = json!({ "text": { "en": "Boards are empty." }, "speaker": "The governor" });
    let done = dara.graphql(POINT, json!({ "d": id, "v": 0, "i": point })).await;
    assert_eq!(done.at("/data/writePoint/status"), "DONE", "{done:?}");
    assert_eq!(minutes(&dara, &id).await["points"][0]["speaker"], "The governor");
    promised(&dara, &id).await;
    let named: i64 = sqlx::query_scalar("SELECT count(*) FROM commitments WHERE NOT protected")
        .fetch_one(&app.pool)
        .await
        .unwrap_or(-1);
    assert_eq!(named, 2, "on the record its owners are named");
    let mut input = room(&app, 10);
    let starts = app.env.now();
    (input["startsAt"], input["endsAt"], input["rsvpBy"]) =
        (json!(starts), json!(starts + Duration::hours(4)), Value::Null);
    let told = dara
        .graphql("query($d: ID!) { dialogue(id: $d) { startsAt endsAt rsvpBy version } }", json!({ "d": id }))
        .await;
    for field in ["startsAt", "endsAt", "rsvpBy"] {
        input[field] = told.at(&format!("/data/dialogue/{field}"));
    }
    let done = dara
        .graphql(crate::dialogues::EDIT, json!({ "d": id, "v": told.at("/data/dialogue/version"), "i": input }))
        .await;
    assert_eq!(done.at("/data/editDialogue/status"), "DONE", "{done:?}");
    assert_eq!(minutes(&dara, &id).await["points"][0]["speaker"], "");
    let named: i64 = sqlx::query_scalar("SELECT count(*) FROM commitments WHERE NOT protected")
        .fetch_one(&app.pool)
        .await
        .unwrap_or(-1);
    assert_eq!(named, 0, "nor are the owners of what was promised named from then on");
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM dialogue_points WHERE speaker <> ''")
        .fetch_one(&app.pool)
        .await
        .unwrap_or(-1);
    assert_eq!(kept, 0);
}

/// A commitment and a recommendation, written down in a dialogue.
async fn promised(dara: &TestActor, id: &str) {
    let campaign = dara.graphql("query($d: ID!) { dialogue(id: $d) { campaign { id } } }", json!({ "d": id })).await;
    for (kind, said) in
        [("COMMITMENT", "Twelve communes post their budgets"), ("RECOMMENDATION", "Post them on Facebook")]
    {
        let draft = json!({ "text": { "en": said }, "kind": kind, "source": "DIALOGUE", "dialogue": id, "owner": { "en": "Chi Kraeng district" },
            "constituency": "dist_admin", "madeOn": "2026-07-11", "form": "MINUTED", "visibility": "MEMBERS" });
        let done = dara
            .graphql(RECORD_COMMITMENT, json!({ "c": text(&campaign, "/data/dialogue/campaign/id"), "i": draft }))
            .await;
        assert_eq!(done.at("/data/recordCommitment/status"), "DONE", "{done:?}");
    }
}

#[tokio::test]
async fn j6_11_j7_1_minutes_are_corrected_approved_and_confirm_what_was_promised() {
    let app = TestApp::ocn().await;
    let (dara, id, links) = under_way(&app, "CHATHAM_HOUSE").await;
    let guests = invitations(&dara, &id).await;
    let marks: Vec<Value> = guests
        .iter()
        .zip(0..5u32)
        .map(|(guest, n)| mark(n, &json!({ "invitation": guest, "at": app.env.now() })))
        .collect();
    dara.graphql(MARK, json!({ "d": id, "m": marks })).await;
    for said in ["Boards are empty.", "Budgets will be posted."] {
        dara.graphql(POINT, json!({ "d": id, "v": 0, "i": { "text": { "en": said } } })).await;
    }
    app.env.clock.advance(Duration::hours(5));
    let until = app.env.now() + Duration::days(5);
    let refused = dara.graphql(CIRCULATE, json!({ "d": id, "v": 0, "u": until })).await;
    assert_eq!(keys(&refused, "circulateMinutes"), ["held_first"], "{refused:?}");
    step(&dara, &id, "HOLD").await;
    let done = dara.graphql(CIRCULATE, json!({ "d": id, "v": 0, "u": until })).await;
    assert_eq!(done.at("/data/circulateMinutes/status"), "DONE", "{done:?}");
    // Those who were there are written to, and read the minutes by their link; who did not come is not.
    assert!(letters(&app, "guest0@example.org").await.iter().any(|s| s.starts_with("Minutes:")));
    assert!(!letters(&app, "guest5@example.org").await.iter().any(|s| s.starts_with("Minutes:")));
    let fresh = link(&app, "guest0@example.org").await;
    let guest = app.anonymous();
    let said = guest.graphql(BY_LINK, json!({ "l": fresh, "t": "It was said of twelve communes." })).await;
    assert_eq!(said.at("/data/correctByLink/invitation/minutes/corrections/0/state"), "OPEN", "{said:?}");
    assert_eq!(said.at("/data/correctByLink/invitation/minutes/points/1/text/en"), "Budgets will be posted.");
    let other = guest
        .graphql(
            "mutation($l: String!) { readInvitation(link: $l) { invitation { minutes { corrections { text } } } } }",
            json!({ "l": links[1] }),
        )
        .await;
    assert_eq!(other.at("/data/readInvitation/invitation/minutes/corrections"), json!([]), "{other:?}");
    let absent = guest.graphql(BY_LINK, json!({ "l": links[5], "t": "I was not there." })).await;
    assert_eq!(keys(&absent, "correctByLink"), ["link_used_or_expired"], "{absent:?}");
    let phoned = json!({ "author": "District office", "via": "PHONE", "text": "By 31 January." });
    let done = dara.graphql(CORRECT, json!({ "d": id, "i": phoned })).await;
    assert_eq!(done.at("/data/correctMinutes/status"), "DONE", "{done:?}");
    let at = minutes(&dara, &id).await;
    let approve = async |by: &str| dara.graphql(APPROVE, json!({ "d": id, "v": at["version"], "b": by })).await;
    assert_eq!(keys(&approve("District governor").await, "approveDialogueMinutes"), ["corrections_still_open"]);
    app.env.clock.advance(Duration::days(5));
    assert_eq!(keys(&approve("District governor").await, "approveDialogueMinutes"), ["corrections_unanswered"]);
    let late = guest.graphql(BY_LINK, json!({ "l": links[1], "t": "Late." })).await;
    assert_eq!(keys(&late, "correctByLink"), ["corrections_closed"], "{late:?}");
    for correction in at["corrections"].as_array().into_iter().flatten() {
        let silent = dara.graphql(REPLY, json!({ "c": correction["id"], "a": false, "r": "" })).await;
        assert_eq!(keys(&silent, "answerCorrection"), ["reason_needed"], "{silent:?}");
        let done = dara.graphql(REPLY, json!({ "c": correction["id"], "a": true, "r": "" })).await;
        assert_eq!(done.at("/data/answerCorrection/status"), "DONE", "{done:?}");
        let twice = dara.graphql(REPLY, json!({ "c": correction["id"], "a": false, "r": "No." })).await;
        assert_eq!(twice.at("/data/answerCorrection/status"), "CONFLICT", "{twice:?}");
    }
    // J7.1: recorded with the dialogue, protected by its rule, confirmed by its approved minutes; what is recommended is not.
    promised(&dara, &id).await;
    let at_version = version(&dara, &id).await;
    let refused = dara.graphql(REPORT, json!({ "d": id, "v": at_version, "n": false })).await;
    assert_eq!(keys(&refused, "moveDialogue"), ["minutes_not_approved"], "{refused:?}");
    assert_eq!(keys(&approve("").await, "approveDialogueMinutes"), ["required"]);
    let done = approve("District governor, by telephone").await;
    assert_eq!(done.at("/data/approveDialogueMinutes/status"), "DONE", "{done:?}");
    let list = dara.graphql(PROMISED, json!({ "n": app.network(), "d": id })).await;
    let states: Vec<Value> = (0..2).map(|n| list.at(&format!("/data/commitments/edges/{n}/node/state"))).collect();
    assert!(states.contains(&json!("CONFIRMED")) && states.contains(&json!("RECORDED")), "{list:?}");
    let bopha = app.signed_in("bopha").await;
    let masked = bopha.graphql(PROMISED, json!({ "n": app.network(), "d": id })).await;
    assert_eq!(masked.at("/data/commitments/edges/0/node/owner"), Value::Null, "{masked:?}");
    assert_eq!(masked.at("/data/commitments/edges/0/node/constituency"), "dist_admin", "{masked:?}");
    // Approved minutes stay as they are.
    let refused = dara.graphql(POINT, json!({ "d": id, "v": 0, "i": { "text": { "en": "More." } } })).await;
    assert_eq!(keys(&refused, "writePoint"), ["minutes_approved"], "{refused:?}");
    let at_version = version(&dara, &id).await;
    let refused = dara.graphql(REPORT, json!({ "d": id, "v": at_version, "n": true })).await;
    assert_eq!(keys(&refused, "moveDialogue"), ["something_promised"], "{refused:?}");
    let done = dara.graphql(REPORT, json!({ "d": id, "v": at_version, "n": false })).await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "REPORTED", "{done:?}");
    // Members read them once they are published, and how many were there: five of one group, nothing smaller.
    assert_eq!(bopha.graphql(MINUTES, json!({ "d": id })).await.at("/data/dialogue/minutes"), Value::Null);
    let at = minutes(&dara, &id).await;
    let done = dara.graphql(PUBLISH, json!({ "d": id, "v": at["version"] })).await;
    assert_eq!(done.at("/data/publishMinutes/status"), "DONE", "{done:?}");
    let read = bopha.graphql(MINUTES, json!({ "d": id })).await;
    assert_eq!(read.at("/data/dialogue/minutes/points/0/text/en"), "Boards are empty.", "{read:?}");
    assert_eq!(
        (read.at("/data/dialogue/minutes/approvedBy"), read.at("/data/dialogue/minutes/corrections")),
        (json!(""), json!([]))
    );
    let seen = bopha.graphql(TURNOUT, json!({ "d": id })).await;
    let rows = seen.at("/data/dialogue/turnout").as_array().cloned().unwrap_or_default();
    assert_eq!(rows.last().map(|row| row["total"].clone()), Some(json!(5)), "{seen:?}");
    assert!(rows.iter().all(|row| row["walkIns"].is_null()), "{seen:?}");
    let closed = step(&dara, &id, "CLOSE").await;
    assert_eq!(keys(&closed, "moveDialogue"), ["followers_needed"], "{closed:?}");
}

#[tokio::test]
async fn j6_11_without_commitments_it_is_reported_only_where_that_is_said() {
    let app = TestApp::ocn().await;
    let (dara, id, links) = under_way(&app, "OFF_RECORD").await;
    let guests = invitations(&dara, &id).await;
    let one = mark(1, &json!({ "invitation": guests[0], "at": app.env.now() }));
    dara.graphql(MARK, json!({ "d": id, "m": [one] })).await;
    dara.graphql(POINT, json!({ "d": id, "v": 0, "i": { "text": { "en": "Nothing was agreed." } } })).await;
    app.env.clock.advance(Duration::hours(5));
    step(&dara, &id, "HOLD").await;
    dara.graphql(CIRCULATE, json!({ "d": id, "v": 0, "u": app.env.now() + Duration::days(1) })).await;
    app.env.clock.advance(Duration::days(1));
    let at = minutes(&dara, &id).await;
    dara.graphql(APPROVE, json!({ "d": id, "v": at["version"], "b": "Chair" })).await;
    let v = version(&dara, &id).await;
    let refused = dara.graphql(REPORT, json!({ "d": id, "v": v, "n": false })).await;
    assert_eq!(keys(&refused, "moveDialogue"), ["nothing_promised_said"], "{refused:?}");
    let done = dara.graphql(REPORT, json!({ "d": id, "v": v, "n": true })).await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "REPORTED", "{done:?}");
    let at = minutes(&dara, &id).await;
    let refused = dara.graphql(PUBLISH, json!({ "d": id, "v": at["version"] })).await;
    assert_eq!(keys(&refused, "publishMinutes"), ["off_record_stays"], "{refused:?}");
    let done = step(&dara, &id, "CLOSE").await;
    assert_eq!(done.at("/data/moveDialogue/dialogue/state"), "CLOSED", "{done:?}");
    let read = app.anonymous().graphql(READ, json!({ "l": links[0] })).await;
    assert_eq!(read.at("/data/readInvitation/invitation/open"), false, "{read:?}");
    let refused = app.anonymous().graphql(ANSWER, json!({ "l": links[0], "r": { "answer": "DECLINE" } })).await;
    assert_eq!(keys(&refused, "answerInvitation"), ["answers_closed"], "{refused:?}");
}

#[tokio::test]
async fn how_it_was_found_is_asked_once_and_told_from_five_answers_on() {
    let app = TestApp::ocn().await;
    let (dara, id, links) = under_way(&app, "CHATHAM_HOUSE").await;
    let guests = invitations(&dara, &id).await;
    let marks: Vec<Value> = guests
        .iter()
        .zip(0..5u32)
        .map(|(guest, n)| mark(n, &json!({ "invitation": guest, "at": app.env.now() })))
        .collect();
    dara.graphql(MARK, json!({ "d": id, "m": marks })).await;
    let input = |useful: i32, comment: &str| json!({ "useful": useful, "safe": 4, "heard": 3, "comment": comment });
    let early = app.anonymous().graphql(FOUND, json!({ "l": links[0], "i": input(5, "") })).await;
    assert_eq!(keys(&early, "findDialogue"), ["feedback_closed"], "{early:?}");
    app.env.clock.advance(Duration::hours(5));
    step(&dara, &id, "HOLD").await;
    for (n, link) in links.iter().take(4).enumerate() {
        let done =
            app.anonymous().graphql(FOUND, json!({ "l": link, "i": input(5, ["Zeal", "", "Apt", ""][n]) })).await;
        assert_eq!(done.at("/data/findDialogue/invitation/asked"), false, "{done:?}");
    }
    let feedback = async || dara.graphql(MINUTES, json!({ "d": id })).await.at("/data/dialogue/feedback");
    assert_eq!(feedback().await, json!({ "answers": 4, "useful": [], "comments": [] }));
    let twice = app.anonymous().graphql(FOUND, json!({ "l": links[0], "i": input(1, "") })).await;
    assert_eq!(keys(&twice, "findDialogue"), ["feedback_given"], "{twice:?}");
    let odd = app.anonymous().graphql(FOUND, json!({ "l": links[4], "i": input(6, "") })).await;
    assert_eq!(keys(&odd, "findDialogue"), ["out_of_range"], "{odd:?}");
    app.anonymous().graphql(FOUND, json!({ "l": links[4], "i": input(1, "Middle") })).await;
    // Remarks stand in the order of the alphabet, not in which they came.
    assert_eq!(
        feedback().await,
        json!({ "answers": 5, "useful": [1, 0, 0, 0, 4], "comments": ["Apt", "Middle", "Zeal"] })
    );
    let absent = app.anonymous().graphql(FOUND, json!({ "l": links[5], "i": input(1, "") })).await;
    assert_eq!(keys(&absent, "findDialogue"), ["link_used_or_expired"], "{absent:?}");
    let bopha = app.signed_in("bopha").await;
    assert_eq!(bopha.graphql(MINUTES, json!({ "d": id })).await.at("/data/dialogue/feedback"), Value::Null);
}

#[tokio::test]
async fn two_who_write_one_point_do_not_overwrite_each_other() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    dara.graphql(POINT, json!({ "d": id, "v": 0, "i": { "text": { "en": "First." } } })).await;
    let point = minutes(&dara, &id).await["points"][0].clone();
    let write = async |said: &str| {
        let input = json!({ "text": { "en": said } });
        dara.graphql(POINT, json!({ "d": id, "p": point["id"], "v": point["version"], "i": input })).await
    };
    assert_eq!(write("Second.").await.at("/data/writePoint/status"), "DONE");
    assert_eq!(write("Third.").await.at("/data/writePoint/status"), "CONFLICT");
    let struck = dara.graphql(STRIKE, json!({ "p": point["id"], "v": point["version"] })).await;
    assert_eq!(struck.at("/data/strikePoint/status"), "CONFLICT", "{struck:?}");
    assert_eq!(minutes(&dara, &id).await["points"][0]["text"]["en"], "Second.");
    let now = minutes(&dara, &id).await["points"][0]["version"].clone();
    let struck = dara.graphql(STRIKE, json!({ "p": point["id"], "v": now })).await;
    assert_eq!(struck.at("/data/strikePoint/status"), "DONE", "{struck:?}");
}

#[tokio::test]
async fn reports_tell_the_team_who_was_invited_and_who_was_there() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let guests = invitations(&dara, &id).await;
    let marks: Vec<Value> = guests
        .iter()
        .zip(0..5u32)
        .map(|(guest, n)| mark(n, &json!({ "invitation": guest, "at": app.env.now() })))
        .collect();
    dara.graphql(MARK, json!({ "d": id, "m": marks })).await;
    app.env.clock.advance(Duration::hours(5));
    step(&dara, &id, "HOLD").await;
    let campaign = dara.graphql("query($d: ID!) { dialogue(id: $d) { campaign { id } } }", json!({ "d": id })).await;
    // §7: who was there and who was invited, for the team; what members alone may know does not leave it.
    let report = async |kind: &str, public: bool| {
        let query = format!(
            "query($c: ID!) {{ campaign(id: $c) {{ report(input: {{ kind: {kind}, language: EN, public: {public} }}) {{ heads rows foot }} }} }}"
        );
        dara.graphql(&query, json!({ "c": text(&campaign, "/data/dialogue/campaign/id") }))
            .await
            .at("/data/campaign/report")
    };
    let there = report("ATTENDANCE", false).await;
    assert_eq!(there["heads"].as_array().map(Vec::len), there["rows"][0].as_array().map(Vec::len), "{there}");
    let sum = there["rows"].as_array().and_then(|rows| rows.last()).cloned().unwrap_or_default();
    assert_eq!(
        (&sum[3], &sum[5], &sum[6], &sum[10]),
        (&json!("All together"), &json!("5"), &json!("3"), &json!("60 %")),
        "{there}"
    );
    assert_eq!(report("ATTENDANCE", true).await["rows"], json!([]));
    let invited = report("INVITATIONS", false).await;
    let cso = invited["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row[2] == "CSO or NGO")
        .cloned()
        .unwrap_or_default();
    assert_eq!(
        (&cso[3], &cso[4], &cso[5], &cso[11], &cso[12]),
        (&json!("10"), &json!("6"), &json!("6"), &json!("50 %"), &json!("50 %")),
        "{invited}"
    );
    assert_eq!(report("INVITATIONS", true).await["rows"], json!([]));
}
