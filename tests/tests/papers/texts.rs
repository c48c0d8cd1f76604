//! What a paper's text carries beside its words: suggestions, what it cites, its PDF; and when its versions are kept.

use sala_collab::body::Yjs;
use sala_domain::papers::revisions;
use sala_testkit::{
    TestApp, TestWriter, copy,
    papers::{drafted, start, step},
};
use serde_json::{Value, json};
use yrs::{Any, Text as _, Transact as _, Xml as _, XmlElementPrelim, XmlFragment as _, XmlTextPrelim, types::Attrs};

fn name_of(app: &TestApp, who: &str) -> String {
    format!("{}.mbx3k2a8.k3f9", app.person(who).trim_start_matches("person:"))
}

/// A paragraph of "30 days" in which somebody suggests "45", at the end of the English text; the change, not sent.
fn suggested(writer: &TestWriter, name: &str) -> Vec<u8> {
    let mark = |kind: &str| {
        let value = Any::from(std::collections::HashMap::from([("id".to_owned(), Any::from(name))]));
        Attrs::from([(kind.into(), value)])
    };
    let fragment = writer.doc.get_or_insert_xml_fragment("en");
    let mut txn = writer.doc.transact_mut();
    let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    let text = paragraph.push_back(&mut txn, XmlTextPrelim::new("within 30 days of adoption"));
    text.format(&mut txn, 7, 2, mark("deletion"));
    text.insert_with_attributes(&mut txn, 9, "45", mark("insertion"));
    txn.encode_update_v1()
}

#[tokio::test]
async fn j4_3_a_suggestion_is_its_authors_and_holds_the_final_text_until_it_is_decided() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut writer = sreymom.writer(&paper, copy(1100)).await;
    writer.until("en", "30 days").await;
    let forged = suggested(&writer, &name_of(&app, "dara"));
    writer.send(&forged).await;
    assert_eq!(writer.end().await, 4400, "nobody suggests in the name of somebody else");
    let mut writer = sreymom.writer(&paper, copy(1200)).await;
    writer.until("en", "30 days").await;
    let own = suggested(&writer, &name_of(&app, "sreymom"));
    writer.send(&own).await;
    writer.saved().await;
    let seen = sreymom
        .graphql(
            "query($p: ID!) { paper(id: $p) { suggestions { name inserted deleted section language by { id } }
                sections { language section words writers { letters person { id } } } } }",
            json!({ "p": paper }),
        )
        .await;
    let suggestion = seen.at("/data/paper/suggestions/0");
    assert_eq!((&suggestion["inserted"], &suggestion["deleted"]), (&json!("45"), &json!("30")), "{seen:?}");
    assert_eq!(suggestion["by"]["id"], app.person("sreymom"));
    let references = seen.at("/data/paper/sections/9");
    assert_eq!((&references["section"], &references["words"]), (&json!("references"), &json!(5)), "{seen:?}");
    assert_eq!(references["writers"][0]["person"]["id"], app.person("sreymom"), "{seen:?}");
    assert!(references["writers"][0]["letters"].as_i64().unwrap() >= 26);
    // Another node learns of it, and so does this one after it has closed the text.
    let known: Vec<String> =
        sqlx::query_scalar("SELECT name FROM text_suggestions").fetch_all(&app.pool).await.unwrap();
    assert_eq!(known, [name_of(&app, "sreymom")]);
    let page = sreymom.visit(&format!("/files/{paper}/paper/text.html?lang=en")).await;
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains(">30</del><ins") && page.contains("title=\"Chan Sreymom\""), "{page}");
    step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    let dara = app.signed_in("dara").await;
    step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Enough." })).await;
    let held = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(held.at("/data/movePaper/violations/0/key"), "suggestions_open", "{held:?}");
    let reject = {
        let fragment = writer.doc.get_or_insert_xml_fragment("en");
        let mut txn = writer.doc.transact_mut();
        let last = fragment.len(&txn) - 1;
        fragment.remove_range(&mut txn, last, 1);
        txn.encode_update_v1()
    };
    writer.send(&reject).await;
    writer.saved().await;
    let done = step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(done.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{done:?}");
}

#[tokio::test]
async fn a_document_tells_which_papers_cite_it_to_those_who_may_know_them() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let document: uuid::Uuid = sqlx::query_scalar(
        "INSERT INTO evidence_documents (id, network_id, title_en, state, level, audience, uploaded_at, changed_at)
         SELECT '01970000-0000-7000-8000-00000000000a', network_id, 'Budget survey', 'catalogued', 'members', audience, now(), now()
         FROM papers RETURNING id",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let mut writer = sreymom.writer(&paper, copy(1300)).await;
    writer.until("en", "30 days").await;
    let cited = {
        let fragment = writer.doc.get_or_insert_xml_fragment("en");
        let mut txn = writer.doc.transact_mut();
        let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
        let citation = paragraph.push_back(&mut txn, XmlElementPrelim::empty("citation"));
        citation.insert_attribute(&mut txn, "document", format!("document:{document}"));
        citation.insert_attribute(&mut txn, "page", "12");
        txn.encode_update_v1()
    };
    writer.send(&cited).await;
    writer.saved().await;
    let keep = "mutation($p: ID!) { keepPaperRevision(id: $p, note: \"with sources\") { status } }";
    assert_eq!(sreymom.graphql(keep, json!({ "p": paper })).await.at("/data/keepPaperRevision/status"), "DONE");
    let citing: Vec<(uuid::Uuid, String, String)> =
        sqlx::query_as("SELECT document_id, section, page FROM paper_citations").fetch_all(&app.pool).await.unwrap();
    assert_eq!(citing, [(document, "references".to_owned(), "12".to_owned())]);
    let ask = "query($d: ID!) { evidenceDocument(id: $d) { citedIn { totalCount edges { node { id } } } } }";
    let of = json!({ "d": format!("document:{document}") });
    for who in ["sreymom", "bopha"] {
        let told = app.signed_in(who).await.graphql(ask, of.clone()).await;
        assert_eq!(told.at("/data/evidenceDocument/citedIn/totalCount"), 1, "{who}: {told:?}");
        assert_eq!(told.at("/data/evidenceDocument/citedIn/edges/0/node/id"), paper.as_str());
    }
    // Whoever may know the document and not the paper is told of none: not its name, and not that there is one.
    sqlx::query("UPDATE papers SET audience = '{}'").execute(&app.pool).await.unwrap();
    let told = app.signed_in("bopha").await.graphql(ask, of).await;
    assert_eq!(told.at("/data/evidenceDocument/citedIn"), json!({ "totalCount": 0, "edges": [] }), "{told:?}");
    sqlx::query("UPDATE papers SET audience = (SELECT audience FROM evidence_documents)")
        .execute(&app.pool)
        .await
        .unwrap();
    // Her line may have been closed meanwhile, as it should; what is not cited any more is forgotten with the next version.
    let mut writer = sreymom.writer(&paper, copy(1301)).await;
    writer.until("en", "30 days").await;
    let gone = {
        let fragment = writer.doc.get_or_insert_xml_fragment("en");
        let mut txn = writer.doc.transact_mut();
        let last = fragment.len(&txn) - 1;
        fragment.remove_range(&mut txn, last, 1);
        txn.encode_update_v1()
    };
    writer.send(&gone).await;
    writer.saved().await;
    sreymom.graphql(keep, json!({ "p": paper })).await;
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM paper_citations").fetch_one(&app.pool).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn a_quiet_paper_is_kept_once_whichever_node_is_first() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let number = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM paper_revisions WHERE kind = 'automatic'")
            .fetch_one(&app.pool)
            .await
            .unwrap()
    };
    let keep = || revisions::keep_quiet_ones(&app.pool, &app.env, &Yjs);
    assert_eq!(keep().await.unwrap(), 0, "somebody was writing a moment ago");
    let later = "UPDATE text_updates SET kept_at = kept_at - interval '11 minutes'";
    sqlx::query(later).execute(&app.pool).await.unwrap();
    let (one, other) = tokio::join!(keep(), keep());
    assert_eq!((one.unwrap() + other.unwrap(), number().await), (1, 1));
    assert_eq!(keep().await.unwrap(), 0, "nothing was written since");
    let mut writer = sreymom.writer(&paper, copy(1400)).await;
    writer.until("en", "30 days").await;
    writer.type_on("en", "recommendations", " And in Khmer.").await;
    writer.saved().await;
    assert_eq!(keep().await.unwrap(), 0);
    // Ten minutes later, on the clock of those who kept it.
    sqlx::query("UPDATE paper_revisions SET recorded_at = recorded_at - interval '12 minutes'")
        .execute(&app.pool)
        .await
        .unwrap();
    sqlx::query(later).execute(&app.pool).await.unwrap();
    assert_eq!((keep().await.unwrap(), number().await), (1, 2));
}

#[tokio::test]
async fn j4_2_a_consultation_over_a_holiday_lasts_longer() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let set = "mutation($n: ID!, $d: NaiveDate!, $t: TextInput!) { setHoliday(network: $n, day: $d, name: $t) {
        status violations { field key } holiday { day name { km } } } }";
    let holiday = |day: &str, km: &str| json!({ "n": app.network(), "d": day, "t": { "en": "", "km": km } });
    assert_eq!(sreymom.graphql(set, holiday("2026-07-06", "ថ្ងៃឈប់សម្រាក")).await.code(), "FORBIDDEN");
    let stranger = app.stranger().await;
    assert_eq!(stranger.graphql(set, holiday("2026-07-06", "x")).await.code(), "FORBIDDEN");
    let dara = app.signed_in("dara").await;
    let unnamed = dara.graphql(set, holiday("2026-07-06", " ")).await;
    assert_eq!(unnamed.at("/data/setHoliday/violations/0/field"), "name", "{unnamed:?}");
    let far = dara.graphql(set, holiday("2126-07-06", "x")).await;
    assert_eq!(far.at("/data/setHoliday/violations/0/field"), "day", "{far:?}");
    let named = dara.graphql(set, holiday("2026-07-06", "ថ្ងៃឈប់សម្រាក")).await;
    assert_eq!(named.at("/data/setHoliday/holiday/name/km"), "ថ្ងៃឈប់សម្រាក", "{named:?}");
    let earliest =
        sreymom.graphql("query($p: ID!) { paper(id: $p) { earliestConsultationEnd } }", json!({ "p": paper })).await;
    assert_eq!(earliest.at("/data/paper/earliestConsultationEnd"), "2026-07-09");
    let short = step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    assert_eq!(short.at("/data/movePaper/violations/0/key"), "consultation_short", "{short:?}");
    let listed = sreymom
        .graphql(
            "query($n: ID!) { network(id: $n) { holidays(first: 5) { totalCount edges { node { day } } } } }",
            json!({ "n": app.network() }),
        )
        .await;
    assert_eq!(listed.at("/data/network/holidays/edges/0/node/day"), "2026-07-06", "{listed:?}");
    let remove = "mutation($n: ID!, $d: NaiveDate!) { removeHoliday(network: $n, day: $d) { status } }";
    let day = json!({ "n": app.network(), "d": "2026-07-06" });
    assert_eq!(sreymom.graphql(remove, day.clone()).await.code(), "FORBIDDEN");
    assert_eq!(dara.graphql(remove, day.clone()).await.at("/data/removeHoliday/status"), "DONE");
    assert_eq!(dara.graphql(remove, day).await.at("/data/removeHoliday/status"), "CONFLICT");
    let opened = step(&sreymom, &paper, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })).await;
    assert_eq!(opened.at("/data/movePaper/paper/state"), "INTERNAL_CONSULTATION", "{opened:?}");
}

#[tokio::test]
async fn j4_7_the_paragraphs_whose_source_changed_are_told() {
    let app = TestApp::ocn().await;
    let sreymom = app.signed_in("sreymom").await;
    let paper = start(&app, &sreymom, "MEMBERS", "EN").await;
    let mut writer = sreymom.writer(&paper, copy(1500)).await;
    writer.until("en", "Recommendations").await;
    writer.write("en", "recommendations", "Post the plan.").await;
    writer.write("en", "recommendations", "Post the budget.").await;
    writer.write("km", "recommendations", "ត្រូវបិទផ្សាយ").await;
    writer.saved().await;
    let blocks = async || -> Value {
        sreymom
            .graphql("query($p: ID!) { paper(id: $p) { outdatedBlocks { section place } } }", json!({ "p": paper }))
            .await
            .at("/data/paper/outdatedBlocks")
            .clone()
    };
    assert_eq!(blocks().await, json!([]), "there is no translation to follow it");
    let say = "mutation($p: ID!) { setPaperTranslation(id: $p, state: TRANSLATED) { status paper { translation } } }";
    assert_eq!(
        sreymom.graphql(say, json!({ "p": paper })).await.at("/data/setPaperTranslation/paper/translation"),
        "TRANSLATED"
    );
    assert_eq!(blocks().await, json!([]));
    // A paragraph is put before the others: they are still followed, in their new places.
    writer.write("en", "recommendations", "Answer in ten days.").await;
    writer.saved().await;
    assert_eq!(blocks().await, json!([{ "section": "recommendations", "place": 0 }]));
}

#[tokio::test]
async fn a_paper_leaves_as_pdf_whose_words_read_back_as_they_were_written() {
    let app = TestApp::ocn().await;
    let (sreymom, paper) = drafted(&app).await;
    let mut writer = sreymom.writer(&paper, copy(1600)).await;
    writer.until("en", "30 days").await;
    let khmer = "ក្រុមប្រឹក្សាឃុំត្រូវផ្សព្វផ្សាយថវិកាឃុំប្រចាំឆ្នាំក្នុងរយៈពេល ៣០ ថ្ងៃ";
    writer.write("km", "position", khmer).await;
    writer.saved().await;
    let path = format!("/files/{paper}/paper/text.pdf?lang=en");
    let file = sreymom.visit(&path).await;
    assert_eq!((file.status.as_u16(), &file.headers["content-type"]), (200, &"application/pdf".parse().unwrap()));
    assert!(file.body.starts_with(b"%PDF-"));
    let kept = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(kept.path(), &file.body).unwrap();
    let pages = sala_documents::read::pages(sala_documents::kind::Kind::Pdf, kept.path()).unwrap();
    // A reader of PDFs guesses blanks from distances: the letters are what is told.
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect::<String>();
    let read = letters(&pages.join("\n"));
    for words in [khmer, "Post the budget within 30 days.", "Budgets belong on the board.", "អនុសាសន៍"]
    {
        assert_eq!(read.matches(&letters(words)).count(), 1, "{words} in {read}");
    }
    assert!(read.contains("Draft·"), "a draft says that it is one: {read}");
    assert_eq!(app.anonymous().visit(&path).await.status, 404);
}
