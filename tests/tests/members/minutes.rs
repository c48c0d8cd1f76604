//! J6.10, J6.11: minutes that several write at once, letter by letter.

use chrono::Duration;
use sala_testkit::{TestActor, TestApp, copy};
use serde_json::{Value, json};

use crate::{
    campaigns,
    dialogues::{keys, text},
    dialogues_after::{APPROVE, CIRCULATE, MARK, POINT, invitations, mark, minutes, step, under_way},
};

const BEGIN: &str = "mutation($d: ID!) { beginPoint(dialogue: $d) { status violations { field key } begun { point dialogue { id } } } }";

/// Begins a point; its id, and the name of its English text.
async fn begun(who: &TestActor, dialogue: &str) -> (String, String) {
    let done = who.graphql(BEGIN, json!({ "d": dialogue })).await;
    assert_eq!(done.at("/data/beginPoint/status"), "DONE", "{done:?}");
    let point = text(&done, "/data/beginPoint/begun/point");
    let name = format!("en.{}", point.trim_start_matches("point:"));
    (point, name)
}

/// Marks those who were there, ends the dialogue, and sends its minutes out.
async fn sent_out(app: &TestApp, dara: &TestActor, id: &str) {
    let guests = invitations(dara, id).await;
    let one = mark(1, &json!({ "invitation": guests.first(), "at": app.env.now() }));
    dara.graphql(MARK, json!({ "d": id, "m": [one] })).await;
    app.env.clock.advance(Duration::hours(5));
    step(dara, id, "HOLD").await;
    let until = app.env.now() + Duration::days(5);
    let version = minutes(dara, id).await.get("version").cloned();
    let done = dara.graphql(CIRCULATE, json!({ "d": id, "v": version, "u": until })).await;
    assert_eq!(done.at("/data/circulateMinutes/status"), "DONE", "{done:?}");
}

/// What the points say, in their order.
fn said(minutes: &Value) -> Vec<String> {
    let points = minutes.get("points").and_then(Value::as_array).cloned().unwrap_or_default();
    points.iter().map(|p| p.pointer("/text/en").and_then(Value::as_str).unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn j6_10_two_write_one_point_letter_by_letter_and_what_is_sent_out_holds_every_letter() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let (_, name) = begun(&dara, &id).await;
    let (_, blank) = begun(&dara, &id).await;
    let mut one = dara.writer(&id, copy(31)).await;
    one.type_in(&name, "Boards are empty").await;
    one.saved().await;
    let mut other = app.signed_in("sreymom").await.writer(&id, copy(32)).await;
    other.until_says(&name, "Boards are empty").await;
    other.type_in(&name, " in three communes.").await;
    other.saved().await;
    one.until_says(&name, "three communes").await;
    // Another node of the hub has it, too.
    let node = app.another_node().await;
    node.env.clock.advance(app.env.now() - node.env.now());
    let mut far = node.signed_in("dara").await.writer(&id, copy(33)).await;
    far.until_says(&name, "Boards are empty in three communes.").await;
    far.type_in(&name, " Not in all.").await;
    far.saved().await;
    one.until_says(&name, "Not in all.").await;
    assert!(!one.says(&blank).contains("Not"), "each point has its own words");
    sent_out(&app, &dara, &id).await;
    let told = minutes(&dara, &id).await;
    assert_eq!(said(&told), ["Boards are empty in three communes. Not in all."], "what says nothing is not sent out");
    // They are still corrected the same way; and once they are approved, nobody writes, and how they came about is forgotten.
    one.type_in(&name, " Corrected.").await;
    one.saved().await;
    app.env.clock.advance(Duration::days(5));
    let approve = json!({ "d": id, "v": minutes(&dara, &id).await["version"], "b": "The chair, by telephone" });
    let done = dara.graphql(APPROVE, approve).await;
    assert_eq!(done.at("/data/approveDialogueMinutes/status"), "DONE", "{done:?}");
    assert_eq!(said(&minutes(&dara, &id).await), ["Boards are empty in three communes. Not in all. Corrected."]);
    for writer in [one, other] {
        assert_eq!({ writer }.end().await, 4403);
    }
    let kept: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM text_updates u JOIN texts t ON t.id = u.text_id WHERE t.dialogue_id IS NOT NULL)
              + (SELECT count(*) FROM text_snapshots s JOIN texts t ON t.id = s.text_id WHERE t.dialogue_id IS NOT NULL)",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap_or(-1);
    assert_eq!(kept, 0, "what somebody typed and took back is nowhere");
    let mut late = dara.writer(&id, copy(34)).await;
    late.type_in(&name, "Late.").await;
    assert_eq!(late.end().await, 4403);
    assert_eq!(keys(&dara.graphql(BEGIN, json!({ "d": id })).await, "beginPoint"), ["minutes_approved"]);
}

#[tokio::test]
async fn j6_10_a_moment_after_something_was_written_everybody_in_the_team_reads_it() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let (_, name) = begun(&dara, &id).await;
    let chenda = app.signed_in("chenda").await;
    // What happened before is over: the next news of minutes is of what is written.
    app.settle().await;
    let mut heard = chenda.connect().await;
    let events = "subscription($n: ID!) { networkEvents(network: $n) { kind } }";
    heard.subscribe("1", events, json!({ "n": app.network() })).await;
    heard.sync().await;
    let mut one = dara.writer(&id, copy(41)).await;
    one.type_in(&name, "Boards are empty.").await;
    one.saved().await;
    while heard.hear().await.pointer("/payload/data/networkEvents/kind") != Some(&json!("dialogue.minuted")) {}
    assert_eq!(said(&minutes(&chenda, &id).await), ["Boards are empty."]);
}

#[tokio::test]
async fn j6_10_minutes_are_written_by_those_who_organise_alone_and_nothing_else_is_written_into_them() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let (_, name) = begun(&dara, &id).await;
    // Whoever may know the dialogue does not know its minutes.
    assert_eq!(app.signed_in("bopha").await.writer(&id, copy(51)).await.end().await, 4404);
    // Whoever is in the team and does not organise it reads what is written.
    let mut reader = app.signed_in("chenda").await.writer(&id, copy(56)).await;
    reader.type_in(&name, "Mine.").await;
    assert_eq!(reader.end().await, 4403);
    let nobody = "dialogue:00000000-0000-7000-8000-000000000000";
    assert_eq!(dara.writer(nobody, copy(52)).await.end().await, 4404);
    // The texts of a paper are not a point, and a point is no part of a paper.
    let mut astray = dara.writer(&id, copy(53)).await;
    astray.type_in("en", "A paper.").await;
    assert_eq!(astray.end().await, 4400);
    for wrong in ["fr.00000000-0000-7000-8000-000000000000", "en.elsewhere"] {
        let mut astray = dara.writer(&id, copy(54)).await;
        astray.type_in(wrong, "x").await;
        assert_eq!(astray.end().await, 4400, "{wrong}");
    }
    let (sreymom, paper) = sala_testkit::papers::drafted(&app).await;
    let mut astray = sreymom.writer(&paper, copy(55)).await;
    astray.type_in(&name, "A point.").await;
    assert_eq!(astray.end().await, 4400);
    assert_eq!(said(&minutes(&dara, &id).await), [""]);
}

#[tokio::test]
async fn j6_10_whoever_leaves_the_campaign_leaves_its_minutes_at_once_and_nobody_writes_as_the_hub() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "CHATHAM_HOUSE").await;
    let campaign = dara.graphql("query($d: ID!) { dialogue(id: $d) { campaign { id } } }", json!({ "d": id })).await;
    let (campaign, tmya) = (text(&campaign, "/data/dialogue/campaign/id"), app.organisation("TMYA"));
    let asked =
        json!({ "campaign": campaign, "organisation": tmya, "role": "SUPPORTING", "commitment": "Photographs" });
    let done = dara.graphql(campaigns::INVITE, json!({ "i": asked })).await;
    assert_eq!(done.at("/data/inviteToCampaign/status"), "DONE", "{done:?}");
    let bopha = app.signed_in("bopha").await;
    let part = |yes: bool| json!({ "c": campaign, "o": tmya, "y": yes, "n": "No hands left" });
    assert_eq!(bopha.graphql(campaigns::ANSWER, part(true)).await.at("/data/answerCampaign/status"), "DONE");
    let (_, name) = begun(&dara, &id).await;
    let mut theirs = bopha.writer(&id, copy(71)).await;
    theirs.type_in(&name, "Boards are empty.").await;
    theirs.saved().await;
    let done = bopha.graphql(campaigns::ANSWER, part(false)).await;
    assert_eq!(done.at("/data/answerCampaign/status"), "DONE", "{done:?}");
    assert_eq!(theirs.end().await, 4404);
    // What the hub writes into the text is under a client of its own.
    let mut forger = dara.writer(&id, copy(1)).await;
    forger.type_in(&name, "As the hub.").await;
    assert_eq!(forger.end().await, 4500);
    let mut one = dara.writer(&id, copy(72)).await;
    one.until_says(&name, "Boards are empty.").await;
    assert!(!one.says(&name).contains("As the hub"));
}

#[tokio::test]
async fn j6_10_what_was_written_otherwise_is_in_the_text_and_nobody_undoes_what_another_writes() {
    let app = TestApp::ocn().await;
    let (dara, id, _) = under_way(&app, "ON_RECORD").await;
    let write = async |point: Option<&str>, version: i64, input: Value| {
        dara.graphql(POINT, json!({ "d": id, "p": point, "v": version, "i": input })).await
    };
    // Written before anybody came in: it is there when somebody does.
    let done = write(None, 0, json!({ "text": { "en": "Boards are empty." } })).await;
    assert_eq!(done.at("/data/writePoint/status"), "DONE", "{done:?}");
    let first = minutes(&dara, &id).await["points"][0].clone();
    let point = first["id"].as_str().unwrap_or_default().to_owned();
    let name = format!("en.{}", point.trim_start_matches("point:"));
    let mut one = dara.writer(&id, copy(61)).await;
    one.until_says(&name, "Boards are empty.").await;
    // Written meanwhile by a program: it comes to whoever is in.
    let done = write(Some(&point), 1, json!({ "text": { "en": "Boards are posted." } })).await;
    assert_eq!(done.at("/data/writePoint/status"), "DONE", "{done:?}");
    one.until_says(&name, "Boards are posted.").await;
    // Who said it is written down without touching the words; words that have changed since they were read are not replaced.
    one.type_in(&name, " Twelve of them.").await;
    one.saved().await;
    let done = write(Some(&point), 2, json!({ "speaker": "The governor" })).await;
    assert_eq!(done.at("/data/writePoint/status"), "DONE", "{done:?}");
    for stale in [json!({ "text": { "en": "Nothing was said." } }), json!({ "speaker": "The deputy" })] {
        let stale = write(Some(&point), 2, stale).await;
        assert_eq!(stale.at("/data/writePoint/status"), "CONFLICT", "{stale:?}");
    }
    let told = minutes(&dara, &id).await["points"][0].clone();
    assert_eq!(
        (&told["speaker"], &told["text"]["en"]),
        (&json!("The governor"), &json!("Boards are posted. Twelve of them.")),
        "{told}"
    );
    let blank = write(Some(&point), told["version"].as_i64().unwrap_or_default(), json!({ "text": {} })).await;
    assert_eq!(keys(&blank, "writePoint"), ["required"], "{blank:?}");
}
