//! J6: what is arranged for a dialogue: letters on paper and as texts, what they say, tables, the next one of a series.

use axum::{body::Body, http::Request};
use chrono::Duration;
use sala_domain::dialogues::retention;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

use crate::dialogues::{ANSWER, MOVE, READ, RECORD_COMMITMENT, inviting, keys, letters, link, room, says, text};

const INVITE: &str = "mutation($d: ID!, $p: [InviteeInput!]!) { inviteToDialogue(dialogue: $d, people: $p) { status violations { field key } } }";
const ARRANGE: &str = "mutation($d: ID!, $v: Int!, $i: DialogueArrangementsInput!) { arrangeDialogue(dialogue: $d, version: $v, input: $i) { status violations { field key } dialogue { version } } }";
const TEXT: &str = "mutation($i: ID!) { writeInvitationText(invitation: $i) { status violations { field key } text } }";
const REPEAT: &str = "mutation($d: ID!, $s: DateTime!, $g: Boolean!) { repeatDialogue(dialogue: $d, startsAt: $s, guests: $g) { status violations { field key } dialogue { id state startsAt rsvpBy seats { constituency seats releasedAt } agenda { title { en } } coHost { en } arrangements { noticeNeeded noticeSentOn noticeOpen } invitations(first: 100) { edges { node { name { en } state } } } series { edges { node { id } } } } } }";
const DEAL: &str = "mutation($d: ID!, $v: Int!, $t: Int!) { dealTables(dialogue: $d, version: $v, tables: $t) { status violations { field key } } }";
const PLACE: &str = "mutation($i: ID!, $v: Int!, $t: Int) { placeAtTable(invitation: $i, version: $v, table: $t) { status violations { key } } }";
const TAKE_BACK: &str = "mutation($i: ID!, $v: Int!) { takeBackInvitation(invitation: $i, version: $v) { status } }";
const CHANGE: &str = "mutation($i: ID!, $v: Int!, $p: InviteeInput!) { editInvitation(invitation: $i, version: $v, input: $p) { status violations { field key } } }";
const TOLD: &str = "query($d: ID!) { dialogue(id: $d) { version hosts { id } coHost { en } documents { id } arrangements { letter { en } notice: noticeOpen costs { what amount currency } totals { amount currency } } invitations(first: 100) { edges { node { id number version name { en } state ways undelivered signs table } } } } }";

/// What a PDF says, letters and figures alone: a reader of PDFs guesses blanks from distances.
fn read(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let kept = tempfile::NamedTempFile::new();
    let kept = kept.unwrap_or_else(|error| panic!("{error}"));
    assert!(std::fs::write(kept.path(), &answer.body).is_ok());
    let pages = sala_documents::read::pages(sala_documents::kind::Kind::Pdf, kept.path());
    let pages = pages.unwrap_or_else(|_| panic!("not a PDF"));
    pages.iter().map(|page| squeezed(page)).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

async fn print(who: &TestActor, dialogue: &str, of: &str) -> Answer {
    let request = Request::post(format!("/files/{dialogue}/letters?of={of}")).body(Body::empty());
    who.send(request.unwrap_or_default()).await
}

async fn guest(who: &TestActor, dialogue: &str, name: &str) -> Value {
    let told = who.graphql(TOLD, json!({ "d": dialogue })).await;
    let edges = told.at("/data/dialogue/invitations/edges");
    let mut nodes = edges.as_array().into_iter().flatten().map(|edge| edge["node"].clone());
    nodes
        .find(|node| node.pointer("/name/en").is_some_and(|en| en == name))
        .unwrap_or_else(|| panic!("{name}: {told:?}"))
}

/// An instant as the hub tells it.
fn told(at: chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339()
}

async fn version(who: &TestActor, dialogue: &str) -> Value {
    who.graphql(TOLD, json!({ "d": dialogue })).await.at("/data/dialogue/version")
}

#[tokio::test]
async fn j6_2_letters_on_paper_have_a_form_of_address_a_number_and_a_link_and_institutions_are_asked_to_name() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    let people = json!([
        { "constituency": "prov_admin", "name": { "km": "សុខ វណ្ណា" }, "honorific": "EXCELLENCY", "post": "អភិបាលរង", "language": "KM" },
        { "constituency": "media", "institution": true, "name": { "en": "Tonle Radio" }, "language": "EN" },
    ]);
    assert_eq!(
        dara.graphql(INVITE, json!({ "d": dialogue, "p": people })).await.at("/data/inviteToDialogue/status"),
        "DONE"
    );
    let arranged = json!({ "letter": { "en": "The hall opens at seven.", "km": "សាលបើកនៅម៉ោងប្រាំពីរ។" }, "signatory": { "en": "Sok Dara\nCoordinator" },
        "coHost": { "en": "Siem Reap Provincial Administration" }, "hosts": [], "costs": [], "documents": [] });
    let done =
        dara.graphql(ARRANGE, json!({ "d": dialogue, "v": version(&dara, &dialogue).await, "i": arranged })).await;
    assert_eq!(done.at("/data/arrangeDialogue/status"), "DONE", "{done:?}");

    let pages = read(&print(&dara, &dialogue, "hand").await);
    assert_eq!(pages.len(), 2, "whoever has an e-mail address gets no letter by hand: {pages:?}");
    for words in [
        "ព្រះរាជាណាចក្រកម្ពុជា",
        "សូមគោរពជូនឯកឧត្តមសុខវណ្ណា",
        "អភិបាលរង",
        "លេខ២",
        "ថ្ងៃអាទិត្យទី៣០ខែសីហាឆ្នាំ២០២៦",
        "សាលបើកនៅម៉ោងប្រាំពីរ។",
        "ChathamHouse",
    ] {
        assert!(pages[0].contains(words), "{words} in {}", pages[0]);
    }
    for words in
        ["DearTonleRadio", "nametheperson", "No.3", "Sunday30August2026", "SokDara", "SiemReapProvincialAdministration"]
    {
        assert!(pages[1].contains(words), "{words} in {}", pages[1]);
    }
    // The address on the sheet is a link that works, and the invitation is out by it.
    let secret =
        pages[1].split("/rsvp#").nth(1).map(|rest| rest.get(..43).unwrap_or(rest).to_owned()).unwrap_or_default();
    let own = app.anonymous().graphql(READ, json!({ "l": secret })).await;
    assert_eq!(own.at("/data/readInvitation/invitation/name/en"), "Tonle Radio", "{secret} {own:?}");
    let radio = guest(&dara, &dialogue, "Tonle Radio").await;
    assert_eq!((&radio["state"], &radio["ways"]), (&json!("SENT"), &json!(["PRINT"])));
    // At the door a letter is known by the hash of its link, which tells nobody the link.
    let hash = hex::encode(sala_kernel::hash_token(&secret).get(..8).unwrap_or_default());
    assert_eq!(radio["signs"], json!([hash]));

    // The letters of all: one more for each, and the earlier links go on working.
    assert_eq!(read(&print(&dara, &dialogue, "all").await).len(), 3);
    assert_eq!(app.anonymous().graphql(READ, json!({ "l": secret })).await.at("/data/readInvitation/status"), "DONE");
    assert_eq!(guest(&dara, &dialogue, "Guest 0").await["ways"], json!(["MAIL", "PRINT"]));
    let one = guest(&dara, &dialogue, "Guest 0").await;
    assert_eq!(read(&print(&dara, &dialogue, &text_of(&one["id"])).await).len(), 1);
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn j6_2_letters_are_for_those_who_organise_and_nobody_elsewhere_has_them_printed() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    for who in [app.anonymous(), app.stranger().await, app.signed_in("bopha").await, app.signed_in("chenda").await] {
        let refused = print(&who, &dialogue, "all").await;
        assert!([401, 403, 404].contains(&refused.status.as_u16()), "{refused:?}");
    }
    let request = Request::post(format!("/files/{dialogue}/letters?of=all"))
        .header("origin", "https://elsewhere.example")
        .body(Body::empty());
    assert_eq!(dara.send(request.unwrap_or_default()).await.status, 403);
    // Nobody without an address is invited: there is nothing to print, and that is said.
    let none = print(&dara, &dialogue, "hand").await;
    assert_eq!((none.status.as_u16(), none.at("/violations/0/key")), (422, json!("no_letters_by_hand")), "{none:?}");
    assert_eq!(print(&dara, &dialogue, "x").await.status, 404);
    for name in ["badges.pdf", "tables.pdf"] {
        let path = format!("/files/{dialogue}/dialogue/{name}");
        assert_eq!(app.anonymous().visit(&path).await.status, 404);
        assert_eq!(dara.visit(&path).await.at("/violations/0/key"), "nobody_comes_yet");
    }
}

#[tokio::test]
async fn j6_2_a_text_for_a_messenger_brings_a_link_of_its_own_and_an_invitation_taken_back_is_told() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 2).await;
    let people =
        json!([{ "constituency": "youth", "name": { "en": "Chan Rith" }, "phone": "012 998 877", "language": "EN" }]);
    dara.graphql(INVITE, json!({ "d": dialogue, "p": people })).await;
    let rith = guest(&dara, &dialogue, "Chan Rith").await;
    assert_eq!(rith["state"], "PREPARED");
    let done = dara.graphql(TEXT, json!({ "i": rith["id"] })).await;
    let told = text(&done, "/data/writeInvitationText/text");
    assert!(told.starts_with("Invitation: Provincial dialogue") && told.contains("Dear Chan Rith"), "{told}");
    let secret = told.split("/rsvp#").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    let answered = app.anonymous().graphql(ANSWER, json!({ "l": secret, "r": { "answer": "ACCEPT" } })).await;
    assert_eq!(answered.at("/data/answerInvitation/invitation/state"), "ACCEPTED", "{answered:?}");
    assert_eq!(guest(&dara, &dialogue, "Chan Rith").await["ways"], json!(["TEXT"]));
    let outside = app.signed_in("bopha").await.graphql(TEXT, json!({ "i": rith["id"] })).await;
    assert!(outside.at("/data/writeInvitationText/text").is_null(), "{outside:?}");

    // Taken back: the link ends, a letter says so and takes the day out of the calendar; who has declined hears nothing.
    says(&app, &links[1], json!({ "answer": "DECLINE" })).await;
    for name in ["Guest 0", "Guest 1"] {
        let one = guest(&dara, &dialogue, name).await;
        app.env.clock.advance(Duration::seconds(1));
        let done = dara.graphql(TAKE_BACK, json!({ "i": one["id"], "v": one["version"] })).await;
        assert_eq!(done.at("/data/takeBackInvitation/status"), "DONE", "{done:?}");
    }
    let subjects = letters(&app, "guest0@example.org").await;
    assert_eq!(
        subjects.last().map(String::as_str),
        Some("Invitation taken back: Provincial dialogue on commune budget disclosure")
    );
    assert_eq!(link(&app, "guest0@example.org").await, "", "that letter brings no link");
    assert_eq!(letters(&app, "guest1@example.org").await.len(), 1);
    let meeting: Value = sqlx::query_scalar(
        "SELECT meeting FROM mails WHERE recipient = 'guest0@example.org' ORDER BY created_at DESC LIMIT 1",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap_or_default();
    assert_eq!((&meeting["cancelled"], &meeting["sequence"]), (&json!(true), &json!(1)), "{meeting}");
    assert_eq!(
        keys(&app.anonymous().graphql(READ, json!({ "l": links[0] })).await, "readInvitation"),
        ["link_used_or_expired"]
    );
    let one = guest(&dara, &dialogue, "Guest 0").await;
    assert_eq!(
        keys(&dara.graphql(TEXT, json!({ "i": one["id"] })).await, "writeInvitationText"),
        ["no_letters_by_hand"]
    );
}

const TAKE: &str = "mutation($f: String!) { takeMail(file: $f) { status violations { field key } } }";

/// A report of the mail server that a letter did not arrive.
fn bounced(mail: &str, action: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; guest0@example.org\r\nAction: {action}\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 mailbox full\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{mail}@hub.example>\r\n\r\n--b--\r\n"
    )
}

#[tokio::test]
async fn j6_2_a_letter_that_comes_back_days_later_is_told_beside_its_invitation() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 2).await;
    let undelivered = async || guest(&dara, &dialogue, "Guest 0").await["undelivered"].clone();
    let mail: uuid::Uuid =
        sqlx::query_scalar("UPDATE mails SET state = 'sent' WHERE recipient = 'guest0@example.org' RETURNING id")
            .fetch_one(&app.pool)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
    let mail = mail.to_string();
    for (file, why) in [
        (bounced(&mail, "delayed"), "it may yet arrive"),
        (bounced("019ae000-0000-7000-8000-000000000001", "failed"), "nobody's letter"),
        ("From: a@b.example\r\n\r\nThank you.\r\n".to_owned(), "an ordinary mail"),
    ] {
        let refused = dara.graphql(TAKE, json!({ "f": file })).await;
        assert_eq!(keys(&refused, "takeMail"), ["nothing_to_take"], "{why}: {refused:?}");
        assert_eq!(undelivered().await, Value::Null, "{why}");
    }
    // Whoever does not run the hub may not say so, and is told nothing of which letters there are.
    let bopha = app.signed_in("bopha").await;
    for file in [bounced(&mail, "failed"), "x".to_owned()] {
        assert_eq!(bopha.graphql(TAKE, json!({ "f": file })).await.code(), "FORBIDDEN");
    }
    for _ in 0..2 {
        let done = dara.graphql(TAKE, json!({ "f": bounced(&mail, "failed") })).await;
        assert_eq!(done.at("/data/takeMail/status"), "DONE", "{done:?}");
        assert_eq!(undelivered().await, "552 mailbox full");
    }
    // What a calendar answers comes the same way, without anybody of the team.
    let uid = guest(&dara, &dialogue, "Guest 1").await["id"].as_str().unwrap_or_default().replace(':', "-");
    let answer = |uid: &str| {
        format!(
            "From: guest1@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n\
             BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nSEQUENCE:0\r\nDTSTAMP:20260701T000000Z\r\n\
             ATTENDEE;PARTSTAT=TENTATIVE:mailto:guest1@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let done = dara.graphql(TAKE, json!({ "f": answer(&uid) })).await;
    assert_eq!(done.at("/data/takeMail/status"), "DONE", "{done:?}");
    assert_eq!(guest(&dara, &dialogue, "Guest 1").await["state"], "TENTATIVE");
    let other = dara.graphql(TAKE, json!({ "f": answer("invitation-019ae000-0000-7000-8000-000000000001") })).await;
    assert_eq!(keys(&other, "takeMail"), ["reply_of_nobody"], "{other:?}");
}

#[tokio::test]
async fn j6_2_a_letter_that_did_not_arrive_is_told_and_goes_to_the_right_address() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 2).await;
    let refused = "550 5.1.1 no such mailbox";
    sqlx::query("UPDATE mails SET state = 'failed', error = $1 WHERE recipient = 'guest0@example.org'")
        .bind(refused)
        .execute(&app.pool)
        .await
        .unwrap_or_else(|error| panic!("{error}"));
    let one = guest(&dara, &dialogue, "Guest 0").await;
    assert_eq!(
        (&one["undelivered"], guest(&dara, &dialogue, "Guest 1").await["undelivered"].is_null()),
        (&json!(refused), true)
    );
    let person = |group: &str, email: &str| json!({ "constituency": group, "name": { "en": "Guest 0" }, "email": email, "language": "EN" });
    let wrong =
        dara.graphql(CHANGE, json!({ "i": one["id"], "v": one["version"], "p": person("cso", "nonsense") })).await;
    assert_eq!(keys(&wrong, "editInvitation"), ["not_an_email"], "{wrong:?}");
    app.env.clock.advance(Duration::seconds(1));
    let done = dara
        .graphql(CHANGE, json!({ "i": one["id"], "v": one["version"], "p": person("cso", "right@example.org") }))
        .await;
    assert_eq!(done.at("/data/editInvitation/status"), "DONE", "{done:?}");
    // The link in the letter that went astray is nobody's any more; the new one is theirs.
    assert_eq!(
        keys(&app.anonymous().graphql(READ, json!({ "l": links[0] })).await, "readInvitation"),
        ["link_used_or_expired"]
    );
    let fresh = link(&app, "right@example.org").await;
    says(&app, &fresh, json!({ "answer": "ACCEPT" })).await;
    let one = guest(&dara, &dialogue, "Guest 0").await;
    assert_eq!((&one["state"], &one["undelivered"]), (&json!("ACCEPTED"), &Value::Null));
    // A seat is one of a group: whoever has it stays in it.
    let other = dara
        .graphql(CHANGE, json!({ "i": one["id"], "v": one["version"], "p": person("media", "right@example.org") }))
        .await;
    assert_eq!(keys(&other, "editInvitation"), ["group_stays"]);
    let stale = dara.graphql(CHANGE, json!({ "i": one["id"], "v": 1, "p": person("cso", "right@example.org") })).await;
    assert_eq!(stale.at("/data/editInvitation/status"), "CONFLICT");
    assert_eq!(letters(&app, "right@example.org").await.len(), 1, "the same address is not written to again");
    let outside = app
        .signed_in("bopha")
        .await
        .graphql(CHANGE, json!({ "i": one["id"], "v": one["version"], "p": person("cso", "x@example.org") }))
        .await;
    assert!(outside.at("/data/editInvitation/status") != "DONE", "{outside:?}");
}

#[tokio::test]
async fn j6_what_is_arranged_is_for_the_team_and_bad_input_changes_nothing() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    let cost =
        |what: &str, amount: &str, currency: &str| json!({ "what": what, "amount": amount, "currency": currency });
    let arranged = json!({ "coHost": { "en": "Siem Reap Provincial Administration" }, "hosts": [app.organisation("KBL")], "documents": [],
        "noticeNeeded": true, "costs": [cost("Hall", "200", "USD"), cost("Lunch", "1,200,000", "KHR"), cost("Sound", "50.50", "USD")] });
    let at = version(&dara, &dialogue).await;
    let done = dara.graphql(ARRANGE, json!({ "d": dialogue, "v": at, "i": arranged })).await;
    assert_eq!(done.at("/data/arrangeDialogue/status"), "DONE", "{done:?}");
    let told = dara.graphql(TOLD, json!({ "d": dialogue })).await;
    let totals = json!([{ "amount": "1200000", "currency": "KHR" }, { "amount": "250.50", "currency": "USD" }]);
    assert_eq!(told.at("/data/dialogue/arrangements/totals"), totals);
    assert_eq!(told.at("/data/dialogue/arrangements/notice"), true);
    let stale = dara.graphql(ARRANGE, json!({ "d": dialogue, "v": at, "i": arranged })).await;
    assert_eq!(stale.at("/data/arrangeDialogue/status"), "CONFLICT");

    let wrong = json!({ "hosts": [], "documents": [], "costs": [cost("", "12.5", "KHR"), cost("Fan", "x", "USD")] });
    let at = version(&dara, &dialogue).await;
    let done = dara.graphql(ARRANGE, json!({ "d": dialogue, "v": at, "i": wrong })).await;
    let fields = done.at("/data/arrangeDialogue/violations");
    let fields: Vec<&str> = fields.as_array().into_iter().flatten().filter_map(|v| v["field"].as_str()).collect();
    assert_eq!(fields, ["costs.0.what", "costs.0.amount", "costs.1.amount"]);
    for (field, bad) in [
        ("hosts", "organisation:00000000-0000-7000-8000-000000000000"),
        ("documents", "document:00000000-0000-7000-8000-000000000000"),
    ] {
        let mut input = json!({ "hosts": [], "documents": [], "costs": [] });
        input[field] = json!([bad]);
        let done = dara.graphql(ARRANGE, json!({ "d": dialogue, "v": at, "i": input })).await;
        assert_eq!(keys(&done, "arrangeDialogue"), ["id_unknown"], "{done:?}");
    }
    assert_eq!(version(&dara, &dialogue).await, at, "nothing was changed");

    // Members who may know of the dialogue learn who holds it, not what it costs.
    let outside = app.signed_in("bopha").await.graphql(TOLD, json!({ "d": dialogue })).await;
    assert_eq!(outside.at("/data/dialogue/coHost/en"), "Siem Reap Provincial Administration");
    assert!(
        outside.at("/data/dialogue/arrangements").is_null() && outside.at("/data/dialogue/invitations").is_null(),
        "{outside:?}"
    );
}

#[tokio::test]
async fn j6_the_next_of_a_series_begins_as_the_last_one_was_and_writes_to_nobody() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 2).await;
    says(&app, &links[0], json!({ "deputy": { "name": { "en": "Tep Malis" } } })).await;
    let arranged = json!({ "coHost": { "en": "The district" }, "hosts": [], "documents": [], "costs": [], "noticeNeeded": true, "noticeSentOn": "2026-06-30" });
    dara.graphql(ARRANGE, json!({ "d": dialogue, "v": version(&dara, &dialogue).await, "i": arranged })).await;
    let starts = app.env.now() + Duration::days(150);
    let done = dara.graphql(REPEAT, json!({ "d": dialogue, "s": starts, "g": true })).await;
    assert_eq!(done.at("/data/repeatDialogue/status"), "DONE", "{done:?}");
    let next = done.at("/data/repeatDialogue/dialogue");
    assert_eq!(
        (&next["state"], &next["startsAt"], &next["rsvpBy"]),
        (&json!("CONCEPT"), &json!(told(starts)), &json!(told(starts - Duration::days(7))))
    );
    assert_eq!(next["arrangements"], json!({ "noticeNeeded": true, "noticeSentOn": null, "noticeOpen": true }));
    assert_eq!((&next["coHost"]["en"], next["seats"].as_array().map(Vec::len)), (&json!("The district"), Some(7)));
    let edges = next.pointer("/invitations/edges").cloned().unwrap_or_default();
    let guests: Vec<(Value, Value)> = edges
        .as_array()
        .into_iter()
        .flatten()
        .map(|e| (e["node"]["name"]["en"].clone(), e["node"]["state"].clone()))
        .collect();
    assert_eq!(
        guests,
        [(json!("Guest 0"), json!("PREPARED")), (json!("Guest 1"), json!("PREPARED"))],
        "who came for somebody is not asked again"
    );
    let series: Vec<Value> = next
        .pointer("/series/edges")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|e| e["node"]["id"].clone())
        .collect();
    assert_eq!(series, [json!(dialogue), next["id"].clone()]);
    assert_eq!(letters(&app, "guest1@example.org").await.len(), 1);
    let past = dara.graphql(REPEAT, json!({ "d": dialogue, "s": app.env.now(), "g": false })).await;
    assert_eq!(keys(&past, "repeatDialogue"), ["day_is_past"]);
    let outside = app.signed_in("bopha").await.graphql(REPEAT, json!({ "d": dialogue, "s": starts, "g": true })).await;
    assert!(outside.at("/data/repeatDialogue/dialogue").is_null(), "{outside:?}");
}

#[tokio::test]
async fn j6_9_whoever_comes_has_a_table_on_the_badge_and_on_the_plan_at_the_door() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 5).await;
    for link in &links[..4] {
        says(&app, link, json!({ "answer": "ACCEPT" })).await;
    }
    let at = version(&dara, &dialogue).await;
    let many = dara.graphql(DEAL, json!({ "d": dialogue, "v": at, "t": 0 })).await;
    assert_eq!(keys(&many, "dealTables"), ["out_of_range"]);
    let done = dara.graphql(DEAL, json!({ "d": dialogue, "v": at, "t": 2 })).await;
    assert_eq!(done.at("/data/dealTables/status"), "DONE", "{done:?}");
    let mut tables = Vec::new();
    for n in 0..5 {
        tables.push(guest(&dara, &dialogue, &format!("Guest {n}")).await["table"].clone());
    }
    let told: Vec<i64> = tables.iter().filter_map(Value::as_i64).collect();
    assert_eq!((told.iter().filter(|t| **t == 1).count(), told.len()), (2, 4), "{tables:?}");
    assert!(tables[4].is_null(), "who has not answered has no table: {tables:?}");
    // Whoever then does not come leaves the table.
    says(&app, &links[0], json!({ "answer": "DECLINE" })).await;
    assert!(guest(&dara, &dialogue, "Guest 0").await["table"].is_null());
    let one = guest(&dara, &dialogue, "Guest 1").await;
    let moved = dara.graphql(PLACE, json!({ "i": one["id"], "v": one["version"], "t": 7 })).await;
    assert_eq!(moved.at("/data/placeAtTable/status"), "DONE", "{moved:?}");
    let stale = dara.graphql(PLACE, json!({ "i": one["id"], "v": one["version"], "t": 8 })).await;
    assert_eq!(stale.at("/data/placeAtTable/status"), "CONFLICT");
    for name in ["badges.pdf", "tables.pdf"] {
        let page = read(&dara.visit(&format!("/files/{dialogue}/dialogue/{name}?lang=en")).await).concat();
        for words in ["Guest1", "Guest2", "Guest3", "Table7", "CSOorNGO"] {
            assert!(page.contains(words), "{words} in {name}: {page}");
        }
        assert!(!page.contains("Guest0") && !page.contains("Guest4"), "{page}");
    }
}

const FORGET: &str =
    "mutation($i: ID!, $v: Int!) { forgetInvitee(invitation: $i, version: $v) { status violations { field key } } }";
const FORGET_ME: &str = "mutation($l: String!) { forgetMe(link: $l) { status violations { field key } } }";

#[tokio::test]
async fn whoever_asks_is_forgotten_at_once_and_nobody_is_who_is_awaited() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 3).await;
    let named = async |word: &str| {
        let sql = "SELECT count(*) FROM (SELECT i::text FROM dialogue_invitations i UNION ALL SELECT m::text FROM mails m WHERE kind = 'dialogue') all_of_it (t) WHERE t LIKE '%' || $1 || '%'";
        sqlx::query_scalar::<_, i64>(sql).bind(word).fetch_one(&app.pool).await.unwrap_or(-1)
    };
    let me = async |link: &str| app.anonymous().graphql(FORGET_ME, json!({ "l": link })).await;
    says(&app, &links[0], json!({ "answer": "ACCEPT" })).await;
    assert_eq!(keys(&me(&links[0]).await, "forgetMe"), ["forget_only_who_does_not_come"]);
    assert!(named("guest0@example.org").await > 1);
    says(&app, &links[0], json!({ "answer": "DECLINE", "note": "Away" })).await;
    assert_eq!(me(&links[0]).await.at("/data/forgetMe/status"), "DONE");
    assert_eq!((named("guest0@example.org").await, named("Guest 0").await, named("Away").await), (0, 0, 0));
    assert!(named("guest1@example.org").await > 1, "others stay as they are");
    assert_eq!(keys(&me(&links[0]).await, "forgetMe"), ["link_used_or_expired"]);
    assert_eq!(guest(&dara, &dialogue, "Guest 1").await["state"], "DECLINED", "their answer stays in the counts");
    // By telephone: the organisers do it, for whoever is not awaited.
    let two = guest(&dara, &dialogue, "Guest 2").await;
    let ask = |version: &Value| json!({ "i": two["id"], "v": version });
    assert_eq!(
        keys(&dara.graphql(FORGET, ask(&two["version"])).await, "forgetInvitee"),
        ["forget_only_who_does_not_come"]
    );
    let off = json!({ "d": dialogue, "v": version(&dara, &dialogue).await, "s": "CALL_OFF", "r": "Floods." });
    assert_eq!(dara.graphql(MOVE, off).await.at("/data/moveDialogue/status"), "DONE");
    assert_eq!(dara.graphql(FORGET, ask(&json!(99))).await.at("/data/forgetInvitee/status"), "CONFLICT");
    let outside = app.signed_in("bopha").await.graphql(FORGET, ask(&two["version"])).await;
    assert!(outside.at("/data/forgetInvitee/status") != "DONE", "{outside:?}");
    let done = dara.graphql(FORGET, ask(&two["version"])).await;
    assert_eq!(done.at("/data/forgetInvitee/status"), "DONE", "{done:?}");
    assert_eq!(named("guest2@example.org").await, 0, "nor is the letter kept that told them it was called off");
}

#[tokio::test]
async fn what_nobody_closed_is_forgotten_a_year_later() {
    let app = TestApp::ocn().await;
    let (_, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    let forgotten = async || {
        let id = dialogue.split(':').next_back().and_then(|id| uuid::Uuid::parse_str(id).ok());
        let sql = "SELECT forgotten_at IS NOT NULL FROM dialogues WHERE id = $1";
        sqlx::query_scalar::<_, bool>(sql).bind(id).fetch_one(&app.pool).await.ok()
    };
    app.env.clock.advance(Duration::days(365 * 2));
    assert_eq!(retention::forget_due(&app.pool, &app.env).await.unwrap_or(9), 0, "its day is weeks away from now");
    assert_eq!(forgotten().await, Some(false));
    app.env.clock.advance(Duration::days(90));
    assert_eq!(retention::forget_due(&app.pool, &app.env).await.unwrap_or(9), 1);
    assert_eq!(forgotten().await, Some(true));
}

#[tokio::test]
async fn a_year_after_it_is_over_nobody_who_was_invited_is_named_and_the_counts_stay() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, links) = inviting(&app, room(&app, 10), 2).await;
    says(&app, &links[0], json!({ "answer": "ACCEPT", "note": "I am Guest 0 of Angkor Chum" })).await;
    let off = json!({ "d": dialogue, "v": version(&dara, &dialogue).await, "s": "CALL_OFF", "r": "Floods." });
    assert_eq!(dara.graphql(MOVE, off).await.at("/data/moveDialogue/status"), "DONE");
    let kept = |app: &TestApp| {
        let pool = app.pool.clone();
        async move {
            let sql = "SELECT string_agg(t, ' ') FROM (SELECT i::text FROM dialogue_invitations i UNION ALL SELECT m::text FROM mails m WHERE kind = 'dialogue') all_of_it (t)";
            sqlx::query_scalar::<_, Option<String>>(sql).fetch_one(&pool).await.unwrap_or_default().unwrap_or_default()
        }
    };
    // A moment passes between the end and the letters that tell of it; and one letter has gone to an address that was changed.
    for sql in [
        "UPDATE mails SET created_at = created_at + interval '1 second' WHERE subject LIKE 'Called off%'",
        "UPDATE mails SET recipient = 'astray-guest0@example.org' WHERE recipient = 'guest0@example.org' AND subject LIKE 'Invitation%'",
    ] {
        let done = sqlx::query(sql).execute(&app.pool).await.map(|done| done.rows_affected());
        assert!(done.is_ok_and(|rows| rows > 0), "{sql}");
    }
    app.env.clock.advance(Duration::days(364));
    assert_eq!(retention::forget_due(&app.pool, &app.env).await.unwrap_or(9), 0);
    assert!(kept(&app).await.contains("guest0@example.org"));
    app.env.clock.advance(Duration::days(2));
    assert_eq!(retention::forget_due(&app.pool, &app.env).await.unwrap_or(9), 1);
    let now = kept(&app).await;
    for name in ["guest0@example.org", "Guest 0", "Angkor Chum", "Sok"] {
        assert!(!now.contains(name), "{name} in {now}");
    }
    assert_eq!(retention::forget_due(&app.pool, &app.env).await.unwrap_or(9), 0, "once");
    assert_eq!(
        keys(&app.anonymous().graphql(READ, json!({ "l": links[0] })).await, "readInvitation"),
        ["link_used_or_expired"]
    );
    let dara = app.signed_in("dara").await;
    let told = dara.graphql("query($d: ID!) { dialogue(id: $d) { forgottenAt balance { constituency sent accepted } invitations(first: 5) { edges { node { name { en } state } } } } }", json!({ "d": dialogue })).await;
    assert!(!told.at("/data/dialogue/forgottenAt").is_null());
    let groups = told.at("/data/dialogue/balance");
    let cso = groups.as_array().into_iter().flatten().find(|s| s["constituency"] == "cso").cloned().unwrap_or_default();
    assert_eq!((&cso["sent"], &cso["accepted"]), (&json!(2), &json!(1)));
    assert_eq!(
        told.at("/data/dialogue/invitations/edges/0/node"),
        json!({ "name": { "en": "Guest 1" }, "state": "ACCEPTED" })
    );

    // A network decides how long; never less than a month.
    let network = app.network();
    let seen =
        dara.graphql("query($n: ID!) { network(id: $n) { version retentionMonths } }", json!({ "n": network })).await;
    assert_eq!(seen.at("/data/network/retentionMonths"), 12);
    let edit = "mutation($i: EditNetworkInput!) { editNetwork(input: $i) { status violations { field key } } }";
    let input = json!({ "id": network, "version": seen.at("/data/network/version"), "retentionMonths": 0 });
    let done = dara.graphql(edit, json!({ "i": input })).await;
    assert_eq!(keys(&done, "editNetwork"), ["out_of_range"], "{done:?}");
}

#[tokio::test]
async fn j7_dialogues_and_days_of_commitments_stand_in_the_calendar_of_those_who_may_know_them() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    let seen = dara.graphql("query($d: ID!) { dialogue(id: $d) { campaign { id } } }", json!({ "d": dialogue })).await;
    let campaign = text(&seen, "/data/dialogue/campaign/id");
    for (words, visibility) in [("Twelve communes post", "MEMBERS"), ("A quiet word", "TEAM")] {
        let draft = json!({ "text": { "en": words }, "kind": "COMMITMENT", "source": "PLEDGE", "owner": { "en": "District administration" },
            "madeOn": "2026-06-30", "form": "VERBAL", "dueOn": "2026-08-15", "visibility": visibility, "follower": app.organisation("KBL") });
        let done = dara.graphql(RECORD_COMMITMENT, json!({ "c": campaign, "i": draft })).await;
        assert_eq!(done.at("/data/recordCommitment/status"), "DONE", "{done:?}");
    }
    sqlx::query("UPDATE campaigns SET state = 'planning'").execute(&app.pool).await.ok();
    let feed = async |who: &str| {
        let actor = app.signed_in(who).await;
        let made = actor.graphql("mutation { renewCalendarFeed }", json!({})).await;
        let address = text(&made, "/data/renewCalendarFeed");
        let path = address.split("/calendar/").nth(1).unwrap_or_default().to_owned();
        let answer = app.anonymous().visit(&format!("/calendar/{path}?lang=en")).await;
        String::from_utf8_lossy(&answer.body).replace("\r\n ", "")
    };
    let sreymom = feed("sreymom").await;
    for words in [
        "SUMMARY:Provincial dialogue on commune budget disclosure",
        "LOCATION:Chi Kraeng District Hall",
        "SUMMARY:Due: Twelve communes post",
        "DTSTART;VALUE=DATE:20260815",
        "SUMMARY:A commitment is due",
    ] {
        assert!(sreymom.contains(words), "{words} in {sreymom}");
    }
    assert!(!sreymom.contains("quiet"), "what the team alone knows says only when: {sreymom}");
    let bopha = feed("bopha").await;
    assert!(!bopha.contains("Due:") && !bopha.contains("commitment"), "{bopha}");
}
