//! Papers: written by many at once, commented on, moved from draft to final text.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{
    Answer, Heard, TestActor, TestApp, copy,
    papers::{drafted, start, step},
};
use serde_json::{Value, json};

async fn comment(actor: &TestActor, paper: &str, more: Value) -> Answer {
    let mut input = json!({ "paper": paper, "language": "EN", "section": "recommendations", "kind": "SUBSTANTIVE", "body": "Say by when." });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    actor
        .graphql(
            "mutation($i: PaperCommentInput!) { addPaperComment(input: $i) { status violations { field key } comment { id number state } } }",
            json!({ "i": input }),
        )
        .await
}

async fn answer(actor: &TestActor, comment: &Value, state: &str, response: &str) -> Answer {
    actor
        .graphql(
            "mutation($c: ID!, $s: CommentState!, $r: String!) { answerPaperComment(id: $c, state: $s, response: $r) {
                status violations { field key } comment { state response amendment { operation oldText newText } organisation { acronym } } } }",
            json!({ "c": comment, "s": state, "r": response }),
        )
        .await
}

async fn name(actor: &TestActor, app: &TestApp, paper: &str, who: &str, acronym: &str, leads: bool) -> Answer {
    let input =
        json!({ "paper": paper, "person": app.person(who), "organisation": app.organisation(acronym), "leads": leads });
    actor
        .graphql(
            "mutation($i: PaperDrafterInput!) { namePaperDrafter(input: $i) { status violations { field key } } }",
            json!({ "i": input }),
        )
        .await
}

async fn seen(actor: &TestActor, paper: &str) -> Answer {
    actor
        .graphql(
            "query($p: ID!) { paper(id: $p) { state translation openComments consultationEndsOn earliestConsultationEnd
                sections { language section heading words } viewerCan { write comment amend lead convene } } }",
            json!({ "p": paper }),
        )
        .await
}

/// Kunthea as what her organisation is in the network: an observer, and nothing else.
async fn observer(app: &TestApp) -> TestActor {
    let person: uuid::Uuid = app.person("kunthea").trim_start_matches("person:").parse().unwrap();
    sqlx::query(
        "UPDATE role_grants SET role = 'representative', organisation_id = (SELECT id FROM organisations WHERE acronym = 'PCPR')
         WHERE person_id = $1",
    )
    .bind(person)
    .execute(&app.pool)
    .await
    .unwrap();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    app.signed_in("kunthea").await
}

async fn consulted(app: &TestApp) -> (TestActor, String) {
    let (sreymom, paper) = drafted(app).await;
    let opened = step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    assert_eq!(opened.at("/data/movePaper/paper/state"), "INTERNAL_CONSULTATION", "{opened:?}");
    (sreymom, paper)
}

#[tokio::test]
async fn j4_1_a_paper_begins_with_its_sections_and_several_write_at_once_without_loss() {
    let app = TestApp::ocn().await;
    let sreymom = app.signed_in("sreymom").await;
    let paper = start(&app, &sreymom, "MEMBERS", "EN").await;
    let begun = seen(&sreymom, &paper).await;
    assert_eq!(begun.at("/data/paper/sections").as_array().unwrap().len(), 20, "{begun:?}");
    assert_eq!(begun.at("/data/paper/sections/6/heading"), "Recommendations");
    assert_eq!(begun.at("/data/paper/sections/16/heading"), "អនុសាសន៍");
    let bopha = app.signed_in("bopha").await;
    assert_eq!(seen(&bopha, &paper).await.at("/data/paper/viewerCan/write"), false, "members read a draft");
    assert_eq!(name(&sreymom, &app, &paper, "bopha", "TMYA", false).await.at("/data/namePaperDrafter/status"), "DONE");
    let (mut first, mut second) = (sreymom.writer(&paper, copy(1000)).await, bopha.writer(&paper, copy(2000)).await);
    first.until("en", "Position").await;
    second.until("km", "ជំហរ").await;
    first.write("en", "position", "Sreymom writes here").await;
    second.write("km", "position", "បុប្ផាសរសេរ").await;
    second.write("en", "position", "Bopha writes here").await;
    first.saved().await;
    second.saved().await;
    for words in ["Sreymom writes here", "Bopha writes here"] {
        first.until("en", words).await;
        second.until("en", words).await;
    }
    first.until("km", "បុប្ផាសរសេរ").await;
    assert_eq!(first.text("en"), second.text("en"));
    let counted = seen(&sreymom, &paper).await;
    assert_eq!(counted.at("/data/paper/sections/5/words"), 6, "{counted:?}");
    let stamped: Vec<(uuid::Uuid, i64)> = sqlx::query_as(
        "SELECT person_id, count(*) FROM text_updates WHERE length(body) > 0 GROUP BY person_id ORDER BY count(*)",
    )
    .fetch_all(&app.pool)
    .await
    .unwrap();
    assert_eq!(stamped.len(), 2, "every change says who sent it: {stamped:?}");
}

#[tokio::test]
async fn j4_2_the_consultation_asks_every_member_and_lets_observers_comment_not_amend() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let kunthea = observer(&app).await;
    assert_eq!(seen(&kunthea, &paper).await.at("/data/paper"), Value::Null, "a draft is for members");
    let short = step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-07" })).await;
    assert_eq!(short.at("/data/movePaper/violations/0/key"), "consultation_short", "{short:?}");
    let opened = step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    assert_eq!(opened.at("/data/movePaper/paper/state"), "INTERNAL_CONSULTATION", "{opened:?}");
    let can = seen(&kunthea, &paper).await;
    assert_eq!(
        can.at("/data/paper/viewerCan"),
        json!({ "write": false, "comment": true, "amend": false, "lead": false, "convene": false })
    );
    assert_eq!(comment(&kunthea, &paper, json!({})).await.at("/data/addPaperComment/status"), "DONE");
    let amends = json!({ "amendment": { "operation": "ADD", "newText": "in accessible formats" } });
    assert_eq!(comment(&kunthea, &paper, amends).await.code(), "FORBIDDEN");
    sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example").await.unwrap();
    let told: i64 = sqlx::query_scalar("SELECT count(*) FROM mails WHERE kind = 'consultation_reminder'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    let speakers: i64 = sqlx::query_scalar(
        "SELECT count(DISTINCT (g.person_id, g.organisation_id)) FROM role_grants g
         JOIN memberships m ON m.network_id = g.network_id AND m.organisation_id = g.organisation_id AND m.state = 'active'
         JOIN people p ON p.id = g.person_id AND p.email <> '' JOIN accounts a ON a.person_id = p.id AND a.state = 'active'
         WHERE g.role IN ('representative', 'alternate') AND g.ended_at IS NULL",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    assert!(told == speakers && told > 0, "{told} of {speakers}");
    sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example").await.unwrap();
    let again: i64 = sqlx::query_scalar("SELECT count(*) FROM mails WHERE kind = 'consultation_reminder'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(again, told, "everybody is told once");
}

#[tokio::test]
async fn j4_3_an_amendment_is_taken_up_in_other_words_and_the_matrix_says_so() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = consulted(&app).await;
    let rattana = app.signed_in("rattana").await;
    let amendment = json!({ "quote": "within 30 days", "body": "A notice that some cannot read is not disclosure.",
        "amendment": { "operation": "REPLACE", "oldText": "within 30 days", "newText": "within 30 days, in accessible formats" } });
    let bopha = app.signed_in("bopha").await;
    let made = comment(&bopha, &paper, amendment).await;
    assert_eq!(made.at("/data/addPaperComment/status"), "DONE", "{made:?}");
    let id = made.at("/data/addPaperComment/comment/id");
    let support = "mutation($c: ID!) { supportPaperAmendment(id: $c, supports: true) { status violations { key } comment { supporters { acronym } } } }";
    let supported = rattana.graphql(support, json!({ "c": id })).await;
    assert_eq!(supported.at("/data/supportPaperAmendment/comment/supporters/0/acronym"), "MRWU", "{supported:?}");
    let own = bopha.graphql(support, json!({ "c": id })).await;
    assert_eq!(own.at("/data/supportPaperAmendment/violations/0/key"), "own_amendment", "{own:?}");
    assert_eq!(answer(&bopha, &id, "ACCEPTED", "").await.code(), "FORBIDDEN", "nobody answers their own amendment");
    let taken = answer(&sreymom, &id, "ACCEPTED_MODIFIED", "In the formats of the disability law.").await;
    assert_eq!(
        taken.at("/data/answerPaperComment/comment"),
        json!({ "state": "ACCEPTED_MODIFIED", "response": "In the formats of the disability law.",
                "amendment": { "operation": "REPLACE", "oldText": "within 30 days", "newText": "within 30 days, in accessible formats" },
                "organisation": { "acronym": "TMYA" } }),
        "{taken:?}"
    );
    let moved = comment(
        &bopha,
        &paper,
        json!({ "amendment": { "operation": "DELETE", "oldText": "words that are not there" } }),
    )
    .await;
    let conflict = answer(&sreymom, &moved.at("/data/addPaperComment/comment/id"), "ACCEPTED", "").await;
    assert_eq!(conflict.at("/data/answerPaperComment/violations/0/key"), "amendment_conflict", "{conflict:?}");
}

#[tokio::test]
async fn j4_4_j4_5_no_comment_goes_without_an_answer_and_an_open_one_holds_the_text() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = consulted(&app).await;
    let (bopha, dara) = (app.signed_in("bopha").await, app.signed_in("dara").await);
    let made = comment(&bopha, &paper, json!({})).await;
    let id = made.at("/data/addPaperComment/comment/id");
    let silent = answer(&sreymom, &id, "NOT_ACCEPTED", " ").await;
    assert_eq!(silent.at("/data/answerPaperComment/violations/0/key"), "response_needed", "{silent:?}");
    let early = step(&sreymom, &paper, json!({ "to": "REVIEW" })).await;
    assert_eq!(early.code(), "FORBIDDEN", "who leads the drafting does not cut the consultation short: {early:?}");
    let unexplained = step(&dara, &paper, json!({ "to": "REVIEW" })).await;
    assert_eq!(unexplained.at("/data/movePaper/violations/0/key"), "reason_needed");
    let review = step(&dara, &paper, json!({ "to": "REVIEW", "reason": "All have answered." })).await;
    assert_eq!(review.at("/data/movePaper/paper/state"), "REVIEW", "{review:?}");
    let held = step(&dara, &paper, json!({ "to": "FINAL_TEXT" })).await;
    let keys: Vec<Value> = (0..2).map(|n| held.at(&format!("/data/movePaper/violations/{n}/key"))).collect();
    assert_eq!(keys, ["comments_open", "security_check_needed"], "{held:?}");
    assert_eq!(
        answer(&sreymom, &id, "NOT_ACCEPTED", "The calendar allows 30.").await.at("/data/answerPaperComment/status"),
        "DONE"
    );
    let settled = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(settled.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{settled:?}");
    let late = comment(&bopha, &paper, json!({})).await;
    assert_eq!(late.at("/data/addPaperComment/violations/0/key"), "paper_settled", "{late:?}");
}

#[tokio::test]
async fn j4_6_whoever_drafted_alone_does_not_approve_alone() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let paper = start(&app, &dara, "MEMBERS", "EN").await;
    let mut writer = dara.writer(&paper, copy(1000)).await;
    writer.until("en", "Recommendations").await;
    writer.write("en", "executive_summary", "In short.").await;
    writer.write("en", "recommendations", "Do it.").await;
    writer.saved().await;
    step(&dara, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Nobody objects." })).await;
    let alone = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(alone.at("/errors/0/extensions/key"), "sole_drafter", "{alone:?}");
    let samnang = app.signed_in("samnang").await;
    let other = step(&samnang, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(other.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{other:?}");
}

#[tokio::test]
async fn j4_7_a_translation_is_outdated_as_soon_as_its_source_changes() {
    let app = TestApp::ocn().await;
    let sreymom = app.signed_in("sreymom").await;
    let paper = start(&app, &sreymom, "MEMBERS", "KM").await;
    name(&sreymom, &app, &paper, "bopha", "TMYA", false).await;
    let bopha = app.signed_in("bopha").await;
    let mut writer = sreymom.writer(&paper, copy(1000)).await;
    writer.until("km", "អនុសាសន៍").await;
    writer.write("km", "executive_summary", "សង្ខេប").await;
    writer.write("km", "recommendations", "ត្រូវបិទផ្សាយ").await;
    writer.saved().await;
    let set = |state: &'static str| json!({ "p": paper, "s": state });
    let say = "mutation($p: ID!, $s: TranslationState!) { setPaperTranslation(id: $p, state: $s) { status violations { key } paper { translation } } }";
    let empty = sreymom.graphql(say, set("TRANSLATED")).await;
    assert_eq!(empty.at("/data/setPaperTranslation/violations/0/key"), "translation_empty", "{empty:?}");
    writer.write("en", "recommendations", "Post it.").await;
    writer.saved().await;
    assert_eq!(seen(&sreymom, &paper).await.at("/data/paper/translation"), "IN_PROGRESS");
    sreymom.graphql(say, set("TRANSLATED")).await;
    let own = sreymom.graphql(say, set("REVIEWED")).await;
    assert_eq!(own.at("/errors/0/extensions/key"), "own_translation", "{own:?}");
    let reviewed = bopha.graphql(say, set("REVIEWED")).await;
    assert_eq!(reviewed.at("/data/setPaperTranslation/paper/translation"), "REVIEWED", "{reviewed:?}");
    writer.type_on("km", "recommendations", "ក្នុង ៣០ ថ្ងៃ").await;
    writer.saved().await;
    assert_eq!(seen(&sreymom, &paper).await.at("/data/paper/translation"), "OUTDATED");
    step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    let dara = app.signed_in("dara").await;
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Enough." })).await;
    let held = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(held.at("/data/movePaper/violations/0/key"), "translation_open", "{held:?}");
}

#[tokio::test]
async fn j4_9_what_was_written_without_a_line_is_there_once_after_it_is_back() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut writer = sreymom.writer(&paper, copy(7000)).await;
    writer.until("en", "30 days").await;
    writer.saved().await;
    // Written, on its way or not: the line is gone before anything is acknowledged.
    writer.write("en", "context", "Half a sentence").await;
    let kept_here = writer.drop_line();
    let mut again = sreymom.writer(&paper, kept_here).await;
    again.written("en", "context", "never sent");
    again.saved().await;
    let mut other = app.signed_in("dara").await.writer(&paper, copy(8000)).await;
    other.until("en", "Half a sentence").await;
    other.until("en", "never sent").await;
    assert_eq!(other.text("en").matches("Half a sentence").count(), 1);
}

#[tokio::test]
async fn two_nodes_serve_one_paper_and_show_who_is_where() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let node = app.another_node().await;
    let mut here = sreymom.writer(&paper, copy(5000)).await;
    let mut there = node.signed_in("dara").await.writer(&paper, copy(6000)).await;
    there.until("en", "30 days").await;
    here.until("en", "30 days").await;
    here.write("en", "context", "written on one node").await;
    there.until("en", "written on one node").await;
    there.write("en", "context", "written on the other").await;
    here.until("en", "written on the other").await;
    let state = r#"{"user":{"name":"Prak Samnang"},"cursor":null}"#.to_owned();
    let said =
        sala_collab::presence::write(&[sala_collab::presence::Present { client: 6000, clock: 1, state: Some(state) }]);
    there.raw(sala_collab::wire::presence(&said).to_vec()).await;
    let shown = loop {
        if let Heard::Presence(bytes) = here.hear().await {
            break sala_collab::presence::read(&bytes).unwrap();
        }
    };
    let told: Value = serde_json::from_str(shown[0].state.as_deref().unwrap()).unwrap();
    assert_eq!(told["user"], json!({ "person": app.person("dara") }), "the hub says who it is, and names nobody");
}

#[tokio::test]
async fn the_line_ends_with_the_right_to_read_and_with_any_change_of_the_right_to_write() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let anonymous = app.anonymous().writer(&paper, copy(1)).await.end().await;
    assert_eq!(anonymous, 4401);
    assert_eq!(app.stranger().await.writer(&paper, copy(1)).await.end().await, 4404, "another network's");
    assert_eq!(observer(&app).await.writer(&paper, copy(1)).await.end().await, 4404, "an observer, of a draft");
    // A reader who writes is refused, and nothing of it is kept.
    let bopha = app.signed_in("bopha").await;
    let mut reader = bopha.writer(&paper, copy(3000)).await;
    reader.until("en", "30 days").await;
    reader.write("en", "context", "smuggled").await;
    assert_eq!(reader.end().await, 4403);
    // Named as a drafter, then taken off: judged afresh each time.
    let mut reader = bopha.writer(&paper, copy(3001)).await;
    reader.until("en", "30 days").await;
    name(&sreymom, &app, &paper, "bopha", "TMYA", false).await;
    assert_eq!(reader.end().await, 4403);
    let mut drafter = bopha.writer(&paper, copy(3002)).await;
    drafter.until("en", "30 days").await;
    drafter.write("en", "context", "now I may").await;
    drafter.saved().await;
    let off = "mutation($p: ID!, $w: ID!) { removePaperDrafter(paper: $p, person: $w) { status } }";
    sreymom.graphql(off, json!({ "p": paper, "w": app.person("bopha") })).await;
    assert_eq!(drafter.end().await, 4403);
    let mut other = sreymom.writer(&paper, copy(3003)).await;
    other.until("en", "now I may").await;
    assert!(!other.text("en").contains("smuggled"));
    // The session ends: so does the line.
    sreymom.mutate("mutation { signOut { status } }", json!({})).await;
    assert_eq!(other.end().await, 4401);
}

#[tokio::test]
async fn a_settled_text_takes_no_word_more_and_its_revision_is_the_text_as_it_was() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = consulted(&app).await;
    let dara = app.signed_in("dara").await;
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Enough." })).await;
    let mut writer = sreymom.writer(&paper, copy(4000)).await;
    writer.until("en", "30 days").await;
    writer.write("en", "context", "the last word").await;
    writer.saved().await;
    step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(writer.end().await, 4403, "those who write are shown the door when the text is settled");
    let mut reader = sreymom.writer(&paper, writer.drop_line()).await;
    let late = reader.written("en", "context", "one more");
    reader.send(&late).await;
    assert_eq!(reader.end().await, 4403);
    let versions = sreymom
        .graphql(
            "query($p: ID!) { paper(id: $p) { revisions { edges { node { number kind note hash } } } text { hash }
                differences(from: 2) { language section pieces { fate text } } } }",
            json!({ "p": paper }),
        )
        .await;
    let notes: Vec<Value> =
        (0..3).map(|n| versions.at(&format!("/data/paper/revisions/edges/{n}/node/note"))).collect();
    assert_eq!(notes, ["final_text", "review", "internal_consultation"], "{versions:?}");
    assert_eq!(versions.at("/data/paper/revisions/edges/0/node/hash"), versions.at("/data/paper/text/hash"));
    assert_eq!(
        versions.at("/data/paper/differences"),
        json!([{ "language": "EN", "section": "context", "pieces": [
            { "fate": "INSERTED", "text": "the last word" } ] }]),
        "{versions:?}"
    );
}

/// What somebody hostile makes of their copy.
type Attack = Box<dyn Fn(&yrs::Doc) -> Vec<u8>>;

#[tokio::test]
async fn what_has_no_place_in_a_paper_is_refused_and_others_go_on() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut honest = app.signed_in("dara").await.writer(&paper, copy(9000)).await;
    honest.until("en", "30 days").await;

    let hostile: [(&str, Attack); 4] = [
        (
            "a script",
            Box::new(|doc| {
                use yrs::{Transact as _, XmlElementPrelim, XmlFragment as _};
                let text = doc.get_or_insert_xml_fragment("en");
                let mut txn = doc.transact_mut();
                text.push_back(&mut txn, XmlElementPrelim::empty("script"));
                txn.encode_update_v1()
            }),
        ),
        (
            "a link to a program",
            Box::new(|doc| {
                use yrs::{Any, Text as _, Transact as _, XmlElementPrelim, XmlFragment as _, XmlTextPrelim};
                let text = doc.get_or_insert_xml_fragment("en");
                let mut txn = doc.transact_mut();
                let paragraph = text.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
                let words = paragraph.push_back(&mut txn, XmlTextPrelim::new("press"));
                let href: std::collections::HashMap<String, Any> =
                    [("href".to_owned(), Any::from("javascript:alert(1)"))].into();
                words.format(&mut txn, 0, 5, [("link".into(), Any::from(href))].into());
                txn.encode_update_v1()
            }),
        ),
        (
            "a text of its own",
            Box::new(|doc| {
                use yrs::{Text as _, Transact as _};
                let text = doc.get_or_insert_text("hidden");
                let mut txn = doc.transact_mut();
                text.insert(&mut txn, 0, "kept where nobody looks");
                txn.encode_update_v1()
            }),
        ),
        ("a promise of millions", Box::new(|_| vec![0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 0])),
    ];
    for (what, make) in hostile {
        let mut writer = sreymom.writer(&paper, copy(9001)).await;
        writer.until("en", "30 days").await;
        let update = make(&writer.doc);
        writer.send(&update).await;
        assert_eq!(writer.end().await, 4400, "{what}");
    }
    let mut deep = sreymom.writer(&paper, copy(9002)).await;
    // An attribute of lists within lists within lists.
    let mut update = vec![1, 1, 9, 0, 0x28, 1, 2];
    update.extend_from_slice(b"en");
    update.push(5);
    update.extend_from_slice(b"level");
    update.push(1);
    for _ in 0..50_000 {
        update.extend_from_slice(&[117, 1]);
    }
    update.extend_from_slice(&[126, 0]);
    deep.send(&update).await;
    assert_eq!(deep.end().await, 4400, "a value as deep as the sea");
    // Another's name, a flood of places.
    let mut flood = sreymom.writer(&paper, copy(9003)).await;
    let far = sala_collab::presence::write(&[sala_collab::presence::Present {
        client: 9003,
        clock: 1,
        state: Some(format!("{{\"cursor\":\"{}\"}}", "x".repeat(5000))),
    }]);
    flood.raw(sala_collab::wire::presence(&far).to_vec()).await;
    assert_eq!(flood.end().await, 4400, "a place as long as a book");
    // Something new under a client of somebody else: what that one writes next would be taken for known.
    let mut forger = sreymom.writer(&paper, copy(9000)).await;
    forger.until("en", "30 days").await;
    honest.write("en", "context", "mine").await;
    honest.saved().await;
    forger.until("en", "mine").await;
    forger.write("en", "context", "forged").await;
    assert_eq!(forger.end().await, 4500, "another's client");
    let mut fast = sreymom.writer(&paper, copy(9004)).await;
    for _ in 0..2000 {
        fast.raw(vec![3]).await;
    }
    assert_eq!(fast.end().await, 4529, "two thousand questions at once");
    honest.write("en", "context", "undisturbed").await;
    honest.saved().await;
    let whole = honest.text("en");
    assert!(!whole.contains("press") && !whole.contains("script"), "{whole}");
}

#[tokio::test]
async fn a_text_opens_the_same_after_it_was_folded_and_nobody_noticed() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut writer = sreymom.writer(&paper, copy(1100)).await;
    writer.until("en", "30 days").await;
    let id: sala_kernel::PaperId = paper.parse().unwrap();
    for n in 0..60 {
        writer.type_on("en", "context", &format!("{n} ")).await;
        if n % 20 == 10 {
            sala_collab::store::fold(&app.pool, id.0).await.unwrap();
        }
    }
    writer.saved().await;
    sala_collab::store::fold(&app.pool, id.0).await.unwrap();
    let node = app.another_node().await;
    let mut fresh = node.signed_in("dara").await.writer(&paper, copy(1200)).await;
    fresh.until("en", "59 ").await;
    assert_eq!(fresh.text("en"), writer.text("en"));
    let unfolded: i64 = sqlx::query_scalar("SELECT count(*) FROM text_updates WHERE text_id = $1 AND NOT folded")
        .bind(id.0)
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(unfolded, 0);
}

#[tokio::test]
async fn a_confidential_paper_is_there_for_its_drafters_alone() {
    let app = TestApp::ocn().await;
    let sreymom = app.signed_in("sreymom").await;
    let paper = start(&app, &sreymom, "CONFIDENTIAL", "EN").await;
    for who in ["dara", "samnang", "bopha", "kunthea"] {
        let other = app.signed_in(who).await;
        assert_eq!(seen(&other, &paper).await.at("/data/paper"), Value::Null, "{who}");
        let listed = other
            .graphql(
                "query($n: ID!) { papers(network: $n) { totalCount edges { node { id } } } }",
                json!({ "n": app.network() }),
            )
            .await;
        assert_eq!(listed.at("/data/papers/totalCount"), 0, "{who}: {listed:?}");
        assert_eq!(other.writer(&paper, copy(1)).await.end().await, 4404, "{who}");
        assert_eq!(
            step(&other, &paper, json!({ "to": "ABANDONED", "reason": "x" })).await.code(),
            "NOT_FOUND",
            "{who}"
        );
        assert_eq!(comment(&other, &paper, json!({})).await.code(), "NOT_FOUND", "{who}");
    }
    name(&sreymom, &app, &paper, "bopha", "TMYA", false).await;
    let bopha = app.signed_in("bopha").await;
    assert_eq!(seen(&bopha, &paper).await.at("/data/paper/viewerCan/write"), true);
}

#[tokio::test]
async fn what_is_kept_of_a_text_survives_the_node_that_kept_it() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut writer = sreymom.writer(&paper, copy(1300)).await;
    writer.until("en", "30 days").await;
    for n in 0..200 {
        writer.type_on("en", "context", &format!("w{n}.")).await;
    }
    writer.saved().await;
    let text = writer.text("en");
    // Another node knows nothing but what the database has.
    let node = app.another_node().await;
    let mut fresh = node.signed_in("dara").await.writer(&paper, copy(1400)).await;
    fresh.until("en", "w199.").await;
    assert_eq!(fresh.text("en"), text);
}

#[tokio::test]
async fn a_paper_leaves_as_word_web_page_markdown_and_matrix_for_those_who_may_read_it() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = consulted(&app).await;
    let bopha = app.signed_in("bopha").await;
    let made = comment(&bopha, &paper, json!({ "quote": "30 days", "body": "=cmd|' /C calc'!A0" })).await;
    answer(&sreymom, &made.at("/data/addPaperComment/comment/id"), "NOT_ACCEPTED", "The calendar allows 30.").await;
    // A citation of something that nobody here may know: its number and its words, never its title.
    let mut writer = sreymom.writer(&paper, copy(1500)).await;
    writer.until("en", "30 days").await;
    let cited = {
        use yrs::{Transact as _, Xml as _, XmlElementPrelim, XmlFragment as _};
        let text = writer.doc.get_or_insert_xml_fragment("en");
        let mut txn = writer.doc.transact_mut();
        let paragraph = text.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
        let citation = paragraph.push_back(&mut txn, XmlElementPrelim::empty("citation"));
        citation.insert_attribute(&mut txn, "document", "document:01970000-0000-7000-8000-000000000000");
        citation.insert_attribute(&mut txn, "page", "20(7)");
        citation.insert_attribute(&mut txn, "quote", "without being asked");
        txn.encode_update_v1()
    };
    writer.send(&cited).await;
    writer.saved().await;
    let path = |name: &str| format!("/files/{paper}/paper/{name}");
    let matrix = sreymom.visit(&path("matrix.csv?lang=en")).await;
    let table = String::from_utf8(matrix.body).unwrap();
    assert!(table.contains("Tonle Mekhala Youth Association") && table.contains("The calendar allows 30."), "{table}");
    assert!(!table.contains(",=cmd"), "a spreadsheet is given no formula: {table}");
    let word = sreymom.visit(&path("text.docx?lang=en")).await;
    assert!(
        word.body.starts_with(b"PK") && word.headers["content-disposition"].to_str().unwrap().contains("paper.docx")
    );
    let page = sreymom.visit(&path("text.html?lang=en")).await;
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("Post the budget within 30 days.") && page.contains("In consultation"), "{page}");
    let plain = String::from_utf8(sreymom.visit(&path("text.md?only=en")).await.body).unwrap();
    assert!(plain.contains("## Recommendations\n\nPost the budget within 30 days."), "{plain}");
    assert!(plain.contains("1. A document that is not shown, 20(7): “without being asked”"), "{plain}");
    let stranger = app.stranger().await;
    for name in ["matrix.csv", "text.docx", "text.html", "text.md"] {
        assert_eq!(stranger.visit(&path(name)).await.status, 404, "{name}");
        assert_eq!(app.anonymous().visit(&path(name)).await.status, 404, "{name}");
    }
    assert_eq!(sreymom.visit(&path("text.exe")).await.status, 404);
}
