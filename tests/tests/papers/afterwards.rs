//! What comes after the first signature: reminders, corrections, objections, delivery, an end.

#![expect(clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp, copy, papers::step};
use serde_json::{Value, json};

use super::signing::{CONFIRM, HARD, PROPOSE, open, opened, ready, say, seen, signatory};

const EDITORIAL: &str = "mutation($p: ID!) { callEditorial(paper: $p) { status violations { key } } }";
const CHANGED: &str =
    "query($p: ID!) { paper(id: $p) { changedSinceSigned { agreed viewerCanAgree convenor { id } chair { id }
    changes { language pieces { fate text } } } } }";

async fn editorial(actor: &TestActor, paper: &str) -> Answer {
    actor.graphql(EDITORIAL, json!({ "p": paper })).await
}

/// Signed by TMYA and, with a reservation and its name withheld, by BKIW; then a slip is mended and the text settled again.
async fn mended(app: &TestApp) -> (TestActor, TestActor, String, Value) {
    let (sreymom, dara, paper) = opened(app, json!({})).await;
    say(&app.signed_in("bopha").await, app, &paper, "TMYA", json!({})).await;
    let hidden = json!({ "attribution": "COUNTED_ANONYMOUSLY", "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days." });
    say(&signatory(app, "chenda", "BKIW").await, app, &paper, "BKIW", hidden).await;
    let first = seen(&dara, &paper).await["textHash"].clone();
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "A comma." })).await;
    let mut writer = sreymom.writer(&paper, copy(2000)).await;
    writer.until("en", "30 days").await;
    writer.type_on("en", "recommendations", " (thirty)").await;
    writer.saved().await;
    let done = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(done.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{done:?}");
    (sreymom, dara, paper, first)
}

#[tokio::test]
async fn j5_8_what_convenor_and_chair_call_editorial_keeps_the_signatures_and_is_told_with_what_changed() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper, first) = mended(&app).await;
    let samnang = app.signed_in("samnang").await;
    assert_eq!(editorial(&sreymom, &paper).await.code(), "FORBIDDEN", "a drafter does not judge it");
    let told = dara.graphql(CHANGED, json!({ "p": paper })).await;
    assert_eq!(told.at("/data/paper/changedSinceSigned/viewerCanAgree"), true, "{told:?}");
    assert_eq!(editorial(&dara, &paper).await.at("/data/callEditorial/status"), "DONE");
    assert_eq!(editorial(&dara, &paper).await.at("/errors/0/extensions/key"), "two_persons", "two persons");
    assert_eq!(dara.graphql(CHANGED, json!({ "p": paper })).await.at("/data/paper/changedSinceSigned/agreed"), false);
    assert_eq!(editorial(&samnang, &paper).await.at("/data/callEditorial/status"), "DONE");
    let told = samnang.graphql(CHANGED, json!({ "p": paper })).await;
    assert_eq!(
        (told.at("/data/paper/changedSinceSigned/agreed"), told.at("/data/paper/changedSinceSigned/chair/id")),
        (json!(true), json!(app.person("samnang"))),
        "{told:?}"
    );
    assert_eq!(open(&dara, &paper, json!({})).await.at("/data/openSignOn/status"), "DONE");
    let told = seen(&sreymom, &paper).await;
    assert_ne!(told["textHash"], first);
    assert_eq!((&told["progress"]["count"], &told["progress"]["withheld"]), (&json!(2), &json!(1)), "both stand");
    let row = &told["endorsements"]["edges"][0]["node"];
    assert_eq!(row["textHash"], told["textHash"], "bound to the text as it is now");
    let own = "query($p: ID!) { paper(id: $p) { signOn { editorialSince yours { endorsement { state reservation } statements { state textHash reservation by { id } } } } } }";
    let hers = app.signed_in("chenda").await.graphql(own, json!({ "p": paper })).await;
    let yours = hers.at("/data/paper/signOn/yours/0").clone();
    assert_eq!(yours["endorsement"]["state"], "ENDORSED_WITH_RESERVATION", "{hers:?}");
    assert_eq!(yours["endorsement"]["reservation"], "45 days.");
    let states: Vec<&str> =
        yours["statements"].as_array().unwrap().iter().map(|s| s["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ENDORSED_WITH_RESERVATION", "RECONFIRM", "ENDORSED_WITH_RESERVATION"], "{hers:?}");
    assert_eq!(yours["statements"][0]["by"], Value::Null, "the hub kept it; nobody signed anew");
    assert_eq!(yours["statements"][2]["reservation"], "45 days.", "what was said then can be read");
    assert_eq!(hers.at("/data/paper/signOn/editorialSince"), first, "and what changed since");
    let mails: Vec<(String, String)> = sqlx::query_as(
        "SELECT p.email, m.body FROM mails m JOIN people p ON p.id = m.person_id WHERE m.kind = 'editorial_change' ORDER BY p.email",
    )
    .fetch_all(&app.pool)
    .await
    .unwrap();
    let told: Vec<&str> = mails.iter().map(|(email, _)| email.as_str()).collect();
    assert!(told.contains(&"bopha@ocn.example") && told.contains(&"chenda@ocn.example"), "{told:?}");
    assert!(
        mails.iter().all(|(_, body)| body.contains("(thirty)") && body.contains(&format!("/sign/{paper}"))),
        "{mails:?}"
    );
}

#[tokio::test]
async fn j5_8_one_alone_calls_nothing_editorial_and_another_change_is_another_question() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper, _) = mended(&app).await;
    let samnang = app.signed_in("samnang").await;
    editorial(&dara, &paper).await;
    editorial(&samnang, &paper).await;
    // The text changes once more: what both said was said of another change.
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Once more." })).await;
    let mut writer = sreymom.writer(&paper, copy(3000)).await;
    writer.until("en", "(thirty)").await;
    writer.type_on("en", "recommendations", " never").await;
    writer.saved().await;
    step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    editorial(&samnang, &paper).await;
    assert_eq!(dara.graphql(CHANGED, json!({ "p": paper })).await.at("/data/paper/changedSinceSigned/agreed"), false);
    open(&dara, &paper, json!({})).await;
    let told = seen(&sreymom, &paper).await;
    assert_eq!(told["progress"]["count"], 0, "everybody is asked anew: {told}");
    assert_eq!(editorial(&dara, &paper).await.at("/data/callEditorial/status"), "CONFLICT", "not once it is open");
}

#[tokio::test]
async fn j5_7_one_tap_reminds_whoever_has_not_answered_and_nobody_twice_a_day() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({})).await;
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let remind = "mutation($p: ID!, $o: ID) { remindSignOn(paper: $p, organisation: $o) { status reminded violations { key } } }";
    let of = |acronym: &str| json!({ "p": paper, "o": app.organisation(acronym) });
    assert_eq!(sreymom.graphql(remind, of("SMVF")).await.code(), "FORBIDDEN");
    let answered = dara.graphql(remind, of("TMYA")).await;
    assert_eq!(answered.at("/data/remindSignOn/violations/0/key"), "reminded_lately", "it has answered: {answered:?}");
    let one = dara.graphql(remind, of("SMVF")).await;
    assert_eq!(one.at("/data/remindSignOn/reminded"), 1, "{one:?}");
    let again = dara.graphql(remind, of("SMVF")).await;
    assert_eq!(again.at("/data/remindSignOn/violations/0/key"), "reminded_lately", "{again:?}");
    let members: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM memberships m JOIN networks n ON n.id = m.network_id WHERE n.acronym = 'OCN' AND m.state = 'active'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let rest = dara.graphql(remind, json!({ "p": paper })).await;
    assert_eq!(rest.at("/data/remindSignOn/reminded"), members - 2, "all but TMYA and SMVF: {rest:?}");
    app.env.clock.advance(chrono::Duration::hours(25));
    assert_eq!(dara.graphql(remind, of("SMVF")).await.at("/data/remindSignOn/reminded"), 1, "a day later");
}

#[tokio::test]
async fn an_objection_with_its_reason_stops_a_text_where_one_does() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "minCount": 1, "noObjection": true })).await;
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let sarin = signatory(&app, "rattana", "SMVF").await;
    let bare = say(&sarin, &app, &paper, "SMVF", json!({ "state": "OBJECTED", "basis": null })).await;
    assert_eq!(bare.at("/data/answerSignOn/violations/0/field"), "note", "{bare:?}");
    let objects = json!({ "state": "OBJECTED", "basis": null, "note": "Villages are left out." });
    assert_eq!(say(&sarin, &app, &paper, "SMVF", objects.clone()).await.at("/data/answerSignOn/status"), "DONE");
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    assert_eq!(seen(&dara, &paper).await["met"], false);

    let app = TestApp::ocn().await;
    let (_, _, paper) = opened(&app, json!({ "minCount": 1 })).await;
    let sarin = signatory(&app, "rattana", "SMVF").await;
    let refused = say(&sarin, &app, &paper, "SMVF", objects).await;
    assert_eq!(refused.at("/data/answerSignOn/violations/0/key"), "no_objection_here", "{refused:?}");
}

#[tokio::test]
async fn what_was_handed_over_is_written_down_with_its_receipt_and_struck_out_with_a_reason() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = ready(&app).await;
    let record = "mutation($p: ID!, $i: RecordDeliveryInput!) { recordDelivery(paper: $p, input: $i) { status violations { field key } } }";
    let input = json!({ "addressee": "Siem Reap provincial administration", "on": "2026-07-03", "method": "HAND_DELIVERED", "receipt": "No. 217/26", "followUpOn": "2026-08-03" });
    assert_eq!(
        samnang.graphql(record, json!({ "p": paper, "i": input })).await.code(),
        "FORBIDDEN",
        "the secretariat hands it over"
    );
    let wrong = json!({ "addressee": " ", "on": "2026-07-05", "method": "POST", "followUpOn": "2026-07-01", "evidence": "document:01970000-0000-7000-8000-00000000000f" });
    let refused = dara.graphql(record, json!({ "p": paper, "i": wrong })).await;
    assert_eq!(refused.at("/data/recordDelivery/violations").as_array().unwrap().len(), 4, "{refused:?}");
    assert_eq!(dara.graphql(record, json!({ "p": paper, "i": input })).await.at("/data/recordDelivery/status"), "DONE");
    let ask = "query($p: ID!) { paper(id: $p) { deliveries { totalCount edges { node { id addressee on method receipt followUpOn struck recordedBy { id } } } } } }";
    let told = samnang.graphql(ask, json!({ "p": paper })).await;
    let row = told.at("/data/paper/deliveries/edges/0/node").clone();
    assert_eq!(
        (&row["receipt"], &row["followUpOn"], &row["struck"]),
        (&json!("No. 217/26"), &json!("2026-08-03"), &json!(""))
    );
    let strike =
        "mutation($d: ID!, $r: String!) { strikeDelivery(delivery: $d, reason: $r) { status violations { key } } }";
    let of = |reason: &str| json!({ "d": row["id"], "r": reason });
    assert_eq!(dara.graphql(strike, of("")).await.at("/data/strikeDelivery/violations/0/key"), "reason_needed");
    assert_eq!(dara.graphql(strike, of("Wrong office.")).await.at("/data/strikeDelivery/status"), "DONE");
    assert_eq!(dara.graphql(strike, of("Again.")).await.at("/data/strikeDelivery/status"), "CONFLICT");
    let told = dara.graphql(ask, json!({ "p": paper })).await;
    assert_eq!(told.at("/data/paper/deliveries/edges/0/node/struck"), "Wrong office.", "it stays readable");
}

/// Published, and read by everybody.
async fn published(app: &TestApp) -> (TestActor, TestActor, String) {
    let (dara, samnang, paper) = ready(app).await;
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    let done = samnang.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/status"), "DONE", "{done:?}");
    (dara, samnang, paper)
}

#[tokio::test]
async fn dissent_is_printed_under_the_text_by_name_where_an_organisation_wants_it_and_nowhere_else() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "minCount": 1 })).await;
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let sarin = signatory(&app, "rattana", "SMVF").await;
    let no = |more: Value| {
        let mut said =
            json!({ "state": "DECLINED", "basis": null, "dissent": "Vendors were not asked.", "note": "Between us" });
        for (key, value) in more.as_object().into_iter().flatten() {
            said[key] = value.clone();
        }
        said
    };
    let unnamed = say(&sarin, &app, &paper, "SMVF", no(json!({ "attribution": "COUNTED_ANONYMOUSLY" }))).await;
    assert_eq!(unnamed.at("/data/answerSignOn/violations/0/key"), "dissent_is_named", "{unnamed:?}");
    let said = say(&sarin, &app, &paper, "SMVF", no(json!({ "attribution": "PUBLIC" }))).await;
    assert_eq!(said.at("/data/answerSignOn/status"), "DONE", "{said:?}");
    // Who asks its board has not dissented yet, whatever was typed.
    let chenda = signatory(&app, "chenda", "BKIW").await;
    let asks = no(json!({ "state": "IN_INTERNAL_REVIEW", "attribution": "PUBLIC", "dissent": "Perhaps." }));
    say(&chenda, &app, &paper, "BKIW", asks).await;
    let outside = seen(&app.signed_in("sreymom").await, &paper).await.to_string();
    assert!(!outside.contains("Vendors were not asked"), "before it is published it is the coordinator's: {outside}");
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    let done = app.signed_in("samnang").await.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/status"), "DONE", "{done:?}");
    let page = String::from_utf8(app.anonymous().visit(&format!("/public/papers/{paper}")).await.body).unwrap();
    let (signed, dissent) = (page.find("Tonle Mekhala").unwrap(), page.find("Vendors were not asked.").unwrap());
    assert!(signed < dissent && page.contains("with this dissent:"), "{page}");
    assert!(!page.contains("Between us") && !page.contains("Perhaps."), "{page}");
    let pdf = read_pdf(&app.anonymous().visit(&format!("/public/papers/{paper}/paper.pdf")).await.body);
    assert!(pdf.contains(&letters("Vendors were not asked.")), "{pdf}");
}

#[tokio::test]
async fn j5_11_who_withdraws_before_anybody_reads_it_is_not_printed() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = ready(&app).await;
    dara.graphql(PROPOSE, json!({ "p": paper, "e": "2026-07-05T01:00:00Z" })).await;
    samnang.graphql(CONFIRM, json!({ "p": paper })).await;
    let withdraw =
        "mutation($p: ID!, $o: ID!) { withdrawSignature(paper: $p, organisation: $o, reason: \"Threats\") { status } }";
    let of = json!({ "p": paper, "o": app.organisation("TMYA") });
    assert_eq!(app.signed_in("bopha").await.graphql(withdraw, of).await.at("/data/withdrawSignature/status"), "DONE");
    let ask = "query($p: ID!) { paper(id: $p) { state publication { publicFrom files { name } } } }";
    let told = dara.graphql(ask, json!({ "p": paper })).await;
    assert_eq!(told.at("/data/paper/state"), "READY", "two persons look at it again: {told:?}");
    assert_eq!(told.at("/data/paper/publication"), json!({ "publicFrom": null, "files": [] }), "{told:?}");
    let until: chrono::DateTime<chrono::Utc> = "2026-07-05T01:00:00Z".parse().unwrap();
    app.env.clock.advance(until - app.env.now());
    let page = format!("/public/papers/{paper}");
    assert_eq!(app.anonymous().visit(&page).await.status, 404, "not by itself");
    let done = samnang.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/paper/state"), "PUBLISHED", "{done:?}");
    for name in ["", "/paper.html", "/signatories.csv", "/manifest.json"] {
        let read = app.anonymous().visit(&format!("{page}{name}")).await;
        assert_eq!(read.status, 200, "{name}");
        assert!(!String::from_utf8(read.body).unwrap().contains("Tonle Mekhala"), "{name}");
    }
}

const END: &str = "mutation($p: ID!, $r: TextInput!, $s: ID) { endPublication(paper: $p, reason: $r, successor: $s) { status violations { key } paper { state publication { endedAt } } } }";

#[tokio::test]
async fn what_was_public_is_taken_back_with_a_reason_that_everybody_reads_and_stays_verifiable() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = published(&app).await;
    let anybody = app.anonymous();
    let before = anybody.visit(&format!("/public/papers/{paper}/paper.pdf")).await.body;
    assert_eq!(
        dara.graphql(END, json!({ "p": paper, "r": { "en": "x" } })).await.code(),
        "FORBIDDEN",
        "the committee does"
    );
    let bare = samnang.graphql(END, json!({ "p": paper, "r": {} })).await;
    assert_eq!(bare.at("/data/endPublication/violations/0/key"), "reason_needed", "{bare:?}");
    // Late in the evening by UTC it is the next day already where the network is.
    let late = app.env.now().date_naive().and_hms_opt(20, 30, 0).unwrap().and_utc();
    app.env.clock.advance(late - app.env.now());
    let there = late.date_naive().succ_opt().unwrap();
    let done = samnang.graphql(END, json!({ "p": paper, "r": { "en": "A <b>number</b> was wrong." } })).await;
    assert_eq!(done.at("/data/endPublication/paper/state"), "RETRACTED", "{done:?}");
    assert_eq!(
        samnang.graphql(END, json!({ "p": paper, "r": { "en": "x" } })).await.at("/data/endPublication/status"),
        "CONFLICT"
    );
    let page = String::from_utf8(anybody.visit(&format!("/public/papers/{paper}")).await.body).unwrap();
    let (notice, text) =
        (page.find("A &lt;b&gt;number&lt;/b&gt; was wrong.").unwrap(), page.find("Post the budget").unwrap());
    assert!(notice < text, "before everything else: {page}");
    assert!(page.contains(&format!("taken back on {there}")), "{page}");
    assert_eq!(anybody.visit(&format!("/public/papers/{paper}/paper.pdf")).await.body, before, "the archive stays");
}

#[tokio::test]
async fn another_text_takes_the_place_of_one_that_was_public_only_once_everybody_reads_it() {
    let app = TestApp::ocn().await;
    let until = json!({ "deadline": "2026-07-20T10:00:00Z", "softDeadline": null, "minCount": 1 });
    let (_, _, other) = opened(&app, until).await;
    let (_, samnang, paper) = published(&app).await;
    let itself = samnang.graphql(END, json!({ "p": paper, "r": {}, "s": paper })).await;
    assert_eq!(itself.at("/data/endPublication/violations/0/key"), "successor_unpublished", "{itself:?}");
    let unread = samnang.graphql(END, json!({ "p": paper, "r": {}, "s": other })).await;
    assert_eq!(unread.at("/data/endPublication/violations/0/key"), "successor_unpublished", "{unread:?}");
    say(&app.signed_in("bopha").await, &app, &other, "TMYA", json!({})).await;
    app.env.clock.advance(chrono::Duration::days(20));
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    app.signed_in("dara").await.graphql(PROPOSE, json!({ "p": other })).await;
    let samnang = app.signed_in("samnang").await;
    samnang.graphql(CONFIRM, json!({ "p": other })).await;
    let done = samnang.graphql(END, json!({ "p": paper, "r": {}, "s": other })).await;
    assert_eq!(done.at("/data/endPublication/paper/state"), "SUPERSEDED", "{done:?}");
    let page = String::from_utf8(app.anonymous().visit(&format!("/public/papers/{paper}")).await.body).unwrap();
    assert!(page.contains(&format!("href=\"/public/papers/{other}\"")), "{page}");
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a PDF says, letters and figures alone.
#[expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
fn read_pdf(body: &[u8]) -> String {
    let kept = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(kept.path(), body).unwrap();
    letters(&sala_documents::read::pages(sala_documents::kind::Kind::Pdf, kept.path()).unwrap().join(" "))
}

#[tokio::test]
async fn j5_12_names_stand_in_the_order_that_was_fixed_with_the_logos_that_may_stand_there() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "order": "BY_NAME" })).await;
    sqlx::query(
        "INSERT INTO organisation_logos (organisation_id, bytes, hash, width, height, updated_at)
         SELECT id, decode('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63e08f09fd0f0002fe01c0f0718b1f0000000049454e44ae426082', 'hex'), 'x', 1, 1, now()
         FROM organisations WHERE acronym IN ('TMYA', 'SMVF')",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    say(&signatory(&app, "rattana", "SMVF").await, &app, &paper, "SMVF", json!({ "logo": false })).await;
    // Half past three in the morning of the second of July, where the network is.
    let night: chrono::DateTime<chrono::Utc> = "2026-07-01T20:30:00Z".parse().unwrap();
    app.env.clock.advance(night - app.env.now());
    say(&signatory(&app, "chenda", "BKIW").await, &app, &paper, "BKIW", json!({ "attribution": "ADDRESSEE_ONLY" }))
        .await;
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    let done = app.signed_in("samnang").await.graphql(CONFIRM, json!({ "p": paper })).await;
    assert_eq!(done.at("/data/confirmPublication/status"), "DONE", "{done:?}");
    let visit = async |name: &str| app.anonymous().visit(&format!("/public/papers/{paper}/{name}")).await.body;
    let page = String::from_utf8(visit("paper.html").await).unwrap();
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT name_en FROM organisations WHERE acronym IN ('TMYA', 'SMVF') ORDER BY lower(name_en)",
    )
    .fetch_all(&app.pool)
    .await
    .unwrap();
    assert!(page.find(&names[0]).unwrap() < page.find(&names[1]).unwrap(), "{page}");
    assert_eq!(page.matches("<img class=\"logo\"").count(), 1, "only where it may stand: {page}");
    let table = String::from_utf8(visit("signatories.csv").await).unwrap();
    assert!(
        names.iter().all(|name| table.contains(name)) && table.contains("1 organisation whose name is withheld"),
        "{table}"
    );
    assert!(!table.contains("BKIW") && !page.contains("BKIW"));
    assert!(visit("paper.docx").await.starts_with(b"PK"));
    let card = visit("card.png").await;
    assert_eq!((&card[1..4], &card[16..24]), (&b"PNG"[..], &[0, 0, 4, 176, 0, 0, 2, 118][..]), "1200 × 630");
    // The addressee is told one name more, and nobody else is.
    let handed = format!("/files/{paper}/paper/addressee.pdf?lang=en");
    let file = dara.visit(&handed).await;
    assert_eq!(file.status, 200, "{file:?}");
    let read = read_pdf(&file.body);
    let hidden: String = sqlx::query_scalar("SELECT name_en FROM organisations WHERE acronym = 'BKIW'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert!(read.contains(&letters(&hidden)) && read.contains(&letters("For the addressee alone")), "{read}");
    assert!(!read.contains(&letters("names are withheld")) && !read.contains(&letters("name is withheld")), "{read}");
    assert!(!page.contains(&hidden), "{page}");
    for who in ["sreymom", "bopha", "rattana"] {
        assert_eq!(app.signed_in(who).await.visit(&handed).await.status, 404, "{who}");
    }
    // The internal list, printed, is for those who protect the names.
    let list = format!("/files/{paper}/paper/sign-on.pdf?lang=en");
    let told = read_pdf(&dara.visit(&list).await.body);
    for needed in [names[0].as_str(), &names[1], &hidden, "Not for publication", "signs", "no response", "signed at"] {
        assert!(told.contains(&letters(needed)), "{needed}: {told}");
    }
    assert_eq!((told.matches("20260701").count(), told.matches("20260702").count()), (2, 1), "{told}");
    assert!(read_pdf(&dara.visit(&list.replace("=en", "=km")).await.body).contains(&letters("គ្មានចម្លើយ")));
    assert_eq!(app.signed_in("sreymom").await.visit(&list).await.status, 404);
}

#[tokio::test]
async fn an_organisation_reads_all_that_was_ever_said_in_its_name() {
    let app = TestApp::ocn().await;
    let (sreymom, _, paper) = opened(&app, json!({})).await;
    let chenda = signatory(&app, "chenda", "BKIW").await;
    let hidden = json!({ "attribution": "COUNTED_ANONYMOUSLY" });
    say(&chenda, &app, &paper, "BKIW", hidden.clone()).await;
    say(
        &chenda,
        &app,
        &paper,
        "BKIW",
        json!({ "attribution": "COUNTED_ANONYMOUSLY", "state": "DECLINED", "basis": null }),
    )
    .await;
    let ask = "query($n: ID!, $o: ID!, $a: String) { network(id: $n) { ownStatements(organisation: $o, first: 1, after: $a) {
        totalCount pageInfo { endCursor hasNextPage } edges { node { paper { id } statement { state basis by { id } } } } } } }";
    let of = |after: Value| json!({ "n": app.network(), "o": app.organisation("BKIW"), "a": after });
    let first = chenda.graphql(ask, of(Value::Null)).await;
    let list = first.at("/data/network/ownStatements").clone();
    assert_eq!(
        (&list["totalCount"], &list["edges"][0]["node"]["statement"]["state"]),
        (&json!(2), &json!("DECLINED")),
        "{first:?}"
    );
    let second = chenda.graphql(ask, of(list["pageInfo"]["endCursor"].clone())).await;
    let row = second.at("/data/network/ownStatements/edges/0/node").clone();
    assert_eq!(
        (&row["statement"]["state"], &row["statement"]["basis"]),
        (&json!("ENDORSED"), &json!("BOARD_DECISION"))
    );
    assert_eq!((&row["paper"]["id"], &row["statement"]["by"]["id"]), (&json!(paper), &json!(app.person("chenda"))));
    assert_eq!(
        sreymom.graphql(ask, of(Value::Null)).await.at("/data/network/ownStatements/totalCount"),
        0,
        "nobody else does"
    );
}

#[tokio::test]
async fn so_many_of_a_type_of_organisation_must_sign_by_public_name() {
    let app = TestApp::ocn().await;
    sqlx::query("UPDATE organisations SET kind = CASE acronym WHEN 'TMYA' THEN 'association' WHEN 'BKIW' THEN 'association' ELSE 'cbo' END")
        .execute(&app.pool)
        .await
        .unwrap();
    let of = |count: i32| json!({ "minCount": 1, "minOfKinds": [{ "kind": "association", "count": count }] });
    let (_, dara, other) = super::signing::settled(&app).await;
    let wrong = json!({ "minOfKinds": [{ "kind": "nothing", "count": 1 }, { "kind": "cbo", "count": 0 }] });
    let refused = open(&dara, &other, wrong).await;
    assert_eq!(refused.at("/data/openSignOn/violations").as_array().unwrap().len(), 2, "{refused:?}");
    let opened = open(&dara, &other, of(2)).await;
    assert_eq!(opened.at("/data/openSignOn/status"), "DONE", "{opened:?}");
    say(&app.signed_in("bopha").await, &app, &other, "TMYA", json!({})).await;
    let hidden = json!({ "attribution": "COUNTED_ANONYMOUSLY" });
    say(&signatory(&app, "chenda", "BKIW").await, &app, &other, "BKIW", hidden).await;
    let ask = "query($p: ID!) { paper(id: $p) { signOn { progress { kinds { needed count kind { code } } } yours { standing } } } }";
    let told = app.signed_in("bopha").await.graphql(ask, json!({ "p": other })).await;
    assert_eq!(
        told.at("/data/paper/signOn/progress/kinds"),
        json!([{ "needed": 2, "count": 1, "kind": { "code": "association" } }]),
        "a withheld name is in no count by which one could tell it"
    );
    assert_eq!(told.at("/data/paper/signOn/yours/0/standing"), false);
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    assert_eq!(seen(&dara, &other).await["met"], false);
}

#[tokio::test]
async fn j5_2_a_mandate_limited_to_themes_covers_texts_on_one_of_them_and_the_decision_may_be_shown() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({})).await;
    let bopha = app.signed_in("bopha").await;
    sqlx::query(
        "INSERT INTO role_grant_themes (grant_id, term_id)
         SELECT g.id, (SELECT id FROM terms WHERE taxonomy = 'theme' ORDER BY code LIMIT 1) FROM role_grants g WHERE g.role = 'signatory'",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    let other = say(&bopha, &app, &paper, "TMYA", json!({})).await;
    assert_eq!(
        other.at("/data/answerSignOn/violations/0/key"),
        "mandate_not_for_this",
        "the text is on no such theme: {other:?}"
    );
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Its theme." })).await;
    let code: String = sqlx::query_scalar("SELECT code FROM terms WHERE taxonomy = 'theme' ORDER BY code LIMIT 1")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    let edit = "mutation($p: ID!, $v: Int!, $i: PaperInput!) { editPaper(id: $p, version: $v, input: $i) { status violations { field } paper { themes { code } } } }";
    let version = dara
        .graphql("query($p: ID!) { paper(id: $p) { version } }", json!({ "p": paper }))
        .await
        .at("/data/paper/version");
    let about = |themes: Value| {
        json!({ "p": paper, "v": version, "i": { "title": { "en": "Show the budget" }, "summary": { "en": "Budgets." },
        "authorMode": "SIGNATORIES", "authoritativeLanguage": "EN", "sensitivity": "MEMBERS", "themes": themes } })
    };
    let wrong = sreymom.graphql(edit, about(json!(["no_such_theme"]))).await;
    assert_eq!(wrong.at("/data/editPaper/violations/0/field"), "themes", "{wrong:?}");
    let done = sreymom.graphql(edit, about(json!([code]))).await;
    assert_eq!(done.at("/data/editPaper/paper/themes"), json!([{ "code": code }]), "{done:?}");
    step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(open(&dara, &paper, json!({})).await.at("/data/openSignOn/status"), "DONE");
    let unknown = json!({ "mandateDocument": "document:01970000-0000-7000-8000-00000000000f" });
    let refused = say(&bopha, &app, &paper, "TMYA", unknown).await;
    assert_eq!(refused.at("/data/answerSignOn/violations/0/field"), "mandateDocument", "{refused:?}");
    sqlx::query(
        "INSERT INTO evidence_documents (id, network_id, title_en, state, level, audience, uploaded_at, changed_at)
         SELECT '01970000-0000-7000-8000-00000000000a', network_id, 'Minutes of the board', 'catalogued', 'members', audience, now(), now() FROM papers LIMIT 1",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    let known = json!({ "mandateDocument": "document:01970000-0000-7000-8000-00000000000a" });
    assert_eq!(say(&bopha, &app, &paper, "TMYA", known).await.at("/data/answerSignOn/status"), "DONE");
    let ask = "query($p: ID!) { paper(id: $p) { signOn { endorsements { edges { node { mandateDocument { title { en } } } } } board { edges { node { endorsement { mandateDocument { title { en } } } } } } } } }";
    let told = dara.graphql(ask, json!({ "p": paper })).await;
    assert!(told.at("/data/paper/signOn/board").to_string().contains("Minutes of the board"), "{told:?}");
    let told = sreymom.graphql(ask, json!({ "p": paper })).await;
    assert_eq!(
        told.at("/data/paper/signOn/endorsements/edges/0/node/mandateDocument"),
        Value::Null,
        "that is TMYA's own business"
    );
}
