//! Sign-on: organisations commit to an exact text until an instant.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use sala_testkit::{Answer, TestActor, TestApp, copy, papers::step};
use serde_json::{Value, json};

/// 17:00 in Phnom Penh.
pub(crate) const HARD: &str = "2026-07-03T10:00:00Z";

/// A joint statement of Sreymom's, settled by Dara.
pub(crate) async fn settled(app: &TestApp) -> (TestActor, TestActor, String) {
    settled_in(app, "JOINT_STATEMENT", "SIGNATORIES").await
}

/// A text in somebody's name, settled by Dara.
pub(crate) async fn settled_in(app: &TestApp, kind: &str, issued: &str) -> (TestActor, TestActor, String) {
    let (sreymom, dara) = (app.signed_in("sreymom").await, app.signed_in("dara").await);
    let made = sreymom
        .graphql(
            "mutation($i: StartPaperInput!) { startPaper(input: $i) { status paper { id } } }",
            json!({ "i": { "network": app.network(), "textType": kind, "sourceLanguage": "EN", "paper": {
                "title": { "en": "Show the budget" }, "summary": { "en": "Budgets belong on the board." }, "authorMode": issued,
                "authoritativeLanguage": "EN", "sensitivity": "MEMBERS" } } }),
        )
        .await;
    let paper = made.at("/data/startPaper/paper/id").as_str().unwrap().to_owned();
    let mut writer = sreymom.writer(&paper, copy(1000)).await;
    writer.until("en", "Recommendations").await;
    writer.write("en", "recommendations", "Post the budget within 30 days.").await;
    writer.saved().await;
    for (who, input) in [
        (&sreymom, json!({ "to": "INTERNAL_CONSULTATION", "until": "2026-07-08" })),
        (&dara, json!({ "to": "REVIEW", "reason": "All have answered." })),
        (&dara, json!({ "to": "FINAL_TEXT", "securityChecked": true })),
    ] {
        let went = step(who, &paper, input).await;
        assert_eq!(went.at("/data/movePaper/status"), "DONE", "{went:?}");
    }
    (sreymom, dara, paper)
}

pub(crate) async fn open(actor: &TestActor, paper: &str, more: Value) -> Answer {
    let mut input = json!({ "softDeadline": "2026-07-02T10:00:00Z", "deadline": HARD, "minCount": 2 });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    actor
        .graphql(
            "mutation($p: ID!, $i: OpenSignOnInput!) { openSignOn(paper: $p, input: $i) { status violations { field key } paper { state } } }",
            json!({ "p": paper, "i": input }),
        )
        .await
}

pub(crate) async fn opened(app: &TestApp, more: Value) -> (TestActor, TestActor, String) {
    let (sreymom, dara, paper) = settled(app).await;
    let done = open(&dara, &paper, more).await;
    assert_eq!(done.at("/data/openSignOn/paper/state"), "SIGN_ON", "{done:?}");
    (sreymom, dara, paper)
}

const SEEN: &str = "query($p: ID!) { paper(id: $p) { state signOn { textHash deadline closedAt met round extensionReason
    progress { count withheld provinces full missing { acronym } }
    endorsements(first: 50) { totalCount edges { node { state reservation sections logo statedAt textHash basis note channel displayName { en }
        organisation { acronym } signatory { id } evidence { id } } } }
    board(first: 50) { totalCount edges { node { organisation { acronym } endorsement { state attribution note } } } }
    yours { signs organisation { acronym } endorsement { state attribution basis } } viewerCan { run } } } }";

pub(crate) async fn seen(actor: &TestActor, paper: &str) -> Value {
    let answer = actor.graphql(SEEN, json!({ "p": paper })).await;
    let found = answer.at("/data/paper/signOn").clone();
    assert!(found.is_object() || found.is_null(), "{answer:?}");
    found
}

pub(crate) async fn say(actor: &TestActor, app: &TestApp, paper: &str, acronym: &str, more: Value) -> Answer {
    let hash = seen(actor, paper).await["textHash"].clone();
    let mut input = json!({ "state": "ENDORSED", "textHash": hash, "basis": "BOARD_DECISION", "attribution": "PUBLIC", "logo": true });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    actor
        .graphql(
            "mutation($p: ID!, $o: ID!, $i: AnswerSignOnInput!) { answerSignOn(paper: $p, organisation: $o, input: $i) {
                status violations { field key } endorsement { said { state basis logo reservation channel textHash } } } }",
            json!({ "p": paper, "o": app.organisation(acronym), "i": input }),
        )
        .await
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |all, byte| format!("{all}{byte:02x}"))
}

/// Makes somebody a signatory of an organisation.
pub(crate) async fn signatory(app: &TestApp, who: &str, acronym: &str) -> TestActor {
    sqlx::query(
        "INSERT INTO role_grants (id, network_id, organisation_id, person_id, role, granted_at)
         SELECT gen_random_uuid(), n.id, o.id, $1::uuid, 'signatory', now() FROM networks n, organisations o
         WHERE n.acronym = 'OCN' AND o.acronym = $2",
    )
    .bind(uuid::Uuid::parse_str(app.person(who).trim_start_matches("person:")).unwrap())
    .bind(acronym)
    .execute(&app.pool)
    .await
    .unwrap();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    app.signed_in(who).await
}

#[tokio::test]
async fn j5_1_an_organisation_signs_by_its_name_and_the_count_says_so() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = settled(&app).await;
    assert_eq!(open(&sreymom, &paper, json!({})).await.code(), "FORBIDDEN", "the coordinator opens it");
    let past = open(&dara, &paper, json!({ "deadline": "2026-06-30T10:00:00Z", "minCount": 0 })).await;
    assert_eq!(past.at("/data/openSignOn/violations").as_array().unwrap().len(), 3, "{past:?}");
    let done =
        open(&dara, &paper, json!({ "minCount": 6, "minProvinces": 3, "required": [app.organisation("KCFC")] })).await;
    assert_eq!(done.at("/data/openSignOn/paper/state"), "SIGN_ON", "{done:?}");
    let bopha = app.signed_in("bopha").await;
    let waiting = "query($n: ID!, $o: ID!) { network(id: $n) { awaitingSignature(organisation: $o) { id } } }";
    let of = json!({ "n": app.network(), "o": app.organisation("TMYA") });
    assert_eq!(bopha.graphql(waiting, of.clone()).await.at("/data/network/awaitingSignature/0/id"), paper.as_str());
    assert_eq!(
        sreymom.graphql(waiting, of.clone()).await.at("/data/network/awaitingSignature"),
        json!([]),
        "not her organisation"
    );
    let unbased = say(&bopha, &app, &paper, "TMYA", json!({ "basis": null })).await;
    assert_eq!(unbased.at("/data/answerSignOn/violations/0/field"), "basis", "{unbased:?}");
    let standing = say(&bopha, &app, &paper, "TMYA", json!({ "basis": "STANDING_MANDATE" })).await;
    assert_eq!(standing.at("/data/answerSignOn/violations/0/key"), "no_standing_mandate", "{standing:?}");
    let signed = say(&bopha, &app, &paper, "TMYA", json!({})).await;
    assert_eq!(signed.at("/data/answerSignOn/endorsement/said/basis"), "BOARD_DECISION", "{signed:?}");
    let told = seen(&sreymom, &paper).await;
    assert_eq!((&told["progress"]["count"], &told["progress"]["provinces"]), (&json!(1), &json!(1)), "{told}");
    assert_eq!(told["progress"]["missing"][0]["acronym"], "KCFC");
    let row = &told["endorsements"]["edges"][0]["node"];
    assert_eq!(
        (&row["organisation"]["acronym"], &row["logo"], &row["textHash"]),
        (&json!("TMYA"), &json!(true), &told["textHash"])
    );
    assert_eq!(
        (&row["basis"], &row["signatory"], &row["channel"]),
        (&Value::Null, &Value::Null, &Value::Null),
        "that is TMYA's own business"
    );
    assert_eq!(told["board"]["totalCount"], 0, "who has not answered is not for everybody");
    assert_eq!(bopha.graphql(waiting, of).await.at("/data/network/awaitingSignature"), json!([]));
    // Signing again changes what is said; it never counts twice.
    say(&bopha, &app, &paper, "TMYA", json!({ "logo": false })).await;
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 1);
    let ask = "query($p: ID!) { paper(id: $p) { signOn { yours { statements { state by { id } } } } } }";
    let said = bopha.graphql(ask, json!({ "p": paper })).await;
    let statements = said.at("/data/paper/signOn/yours/0/statements").as_array().unwrap().clone();
    assert_eq!(statements.len(), 2, "every statement stays written down: {said:?}");
    assert_eq!(statements[0]["by"]["id"], app.person("bopha"));
}

#[tokio::test]
async fn j5_2_only_a_signatory_commits_an_organisation_and_only_within_the_mandate() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({})).await;
    assert_eq!(
        say(&sreymom, &app, &paper, "KBL", json!({})).await.code(),
        "FORBIDDEN",
        "a contributor asks her signatory"
    );
    assert_eq!(seen(&sreymom, &paper).await["yours"][0]["signs"], false);
    let bopha = app.signed_in("bopha").await;
    assert_eq!(say(&bopha, &app, &paper, "SMVF", json!({})).await.code(), "FORBIDDEN", "not her organisation");
    assert_eq!(say(&dara, &app, &paper, "TMYA", json!({})).await.code(), "FORBIDDEN");
    let other = say(&bopha, &app, &paper, "TMYA", json!({ "textHash": "00" })).await;
    assert_eq!(other.at("/data/answerSignOn/status"), "CONFLICT", "nobody signs what they have not seen");
    sqlx::query("UPDATE role_grants SET text_kinds = '{submission}' WHERE role = 'signatory'")
        .execute(&app.pool)
        .await
        .unwrap();
    let narrow = say(&bopha, &app, &paper, "TMYA", json!({})).await;
    assert_eq!(narrow.at("/data/answerSignOn/violations/0/key"), "mandate_not_for_this", "{narrow:?}");
    sqlx::query("UPDATE role_grants SET text_kinds = '{submission,joint_statement}' WHERE role = 'signatory'")
        .execute(&app.pool)
        .await
        .unwrap();
    assert_eq!(say(&bopha, &app, &paper, "TMYA", json!({})).await.at("/data/answerSignOn/status"), "DONE");
    sqlx::query("UPDATE memberships SET state = 'suspended' WHERE organisation_id = (SELECT id FROM organisations WHERE acronym = 'TMYA')")
        .execute(&app.pool)
        .await
        .unwrap();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    let suspended = say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    assert_ne!(suspended.at("/data/answerSignOn/status"), "DONE", "{suspended:?}");
}

#[tokio::test]
async fn j5_3_a_reservation_counts_and_is_told_with_the_text() {
    let app = TestApp::ocn().await;
    let (sreymom, _, paper) = opened(&app, json!({})).await;
    let sarin = signatory(&app, "rattana", "SMVF").await;
    let bare = say(&sarin, &app, &paper, "SMVF", json!({ "state": "ENDORSED_WITH_RESERVATION" })).await;
    assert_eq!(bare.at("/data/answerSignOn/violations/0/key"), "reservation_needed", "{bare:?}");
    let many =
        json!({ "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days.", "sections": vec!["context"; 31] });
    let many = say(&sarin, &app, &paper, "SMVF", many).await;
    assert_eq!(many.at("/data/answerSignOn/violations/0/field"), "sections", "told, not cut short: {many:?}");
    let reserved = json!({ "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days, not 30.", "sections": ["recommendations"] });
    assert_eq!(say(&sarin, &app, &paper, "SMVF", reserved).await.at("/data/answerSignOn/status"), "DONE");
    let told = seen(&sreymom, &paper).await;
    assert_eq!(told["progress"]["count"], 1);
    let row = &told["endorsements"]["edges"][0]["node"];
    assert_eq!((&row["reservation"], &row["sections"]), (&json!("45 days, not 30."), &json!(["recommendations"])));
    for (state, counts) in [("ABSTAINED", 0), ("DECLINED", 0), ("IN_INTERNAL_REVIEW", 0), ("ENDORSED", 1)] {
        say(&sarin, &app, &paper, "SMVF", json!({ "state": state })).await;
        let told = seen(&sreymom, &paper).await;
        assert_eq!(
            (&told["progress"]["count"], &told["endorsements"]["totalCount"]),
            (&json!(counts), &json!(counts)),
            "{state}"
        );
    }
    let taken = sarin
        .graphql(
            "mutation($p: ID!, $o: ID!) { withdrawSignature(paper: $p, organisation: $o, reason: \"The board\") { status endorsement { said { state } } } }",
            json!({ "p": paper, "o": app.organisation("SMVF") }),
        )
        .await;
    assert_eq!(taken.at("/data/withdrawSignature/endorsement/said/state"), "WITHDRAWN", "{taken:?}");
    assert_eq!(seen(&sreymom, &paper).await["progress"]["count"], 0);
}

#[tokio::test]
async fn j5_4_nobody_can_tell_whose_name_is_withheld() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "minCount": 3, "minProvinces": 2 })).await;
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    // Two worlds that differ in one name alone: what everybody else is told is the same to the letter.
    let onlookers = [app.signed_in("sreymom").await, app.signed_in("bopha").await, observer(&app).await];
    let mut worlds = Vec::new();
    for acronym in ["BKIW", "CKWS"] {
        let signs = signatory(&app, "chenda", acronym).await;
        let hidden =
            json!({ "attribution": "COUNTED_ANONYMOUSLY", "displayName": { "en": "Tells it all" }, "logo": true });
        let said = say(&signs, &app, &paper, acronym, hidden).await;
        assert_eq!(said.at("/data/answerSignOn/endorsement/said/logo"), false, "{said:?}");
        let mut told = Vec::new();
        for onlooker in &onlookers {
            told.push(seen(onlooker, &paper).await);
            told.push(onlooker.graphql("query($n: ID!) { network(id: $n) { recentChanges(first: 3) { kind by { id } node { __typename } } } }", json!({ "n": app.network() })).await.at("/data/network").clone());
        }
        let known = seen(&dara, &paper).await;
        let row = known["board"]["edges"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["node"]["endorsement"]["attribution"] == "COUNTED_ANONYMOUSLY")
            .unwrap()
            .clone();
        assert_eq!(row["node"]["organisation"]["acronym"], acronym, "the coordinator protects it");
        assert_eq!(
            (&known["progress"]["count"], &known["progress"]["withheld"], &known["progress"]["provinces"]),
            (&json!(2), &json!(1), &json!(1))
        );
        worlds.push(told);
        let list = format!("/files/{paper}/paper/sign-on.csv?lang=en");
        let table = String::from_utf8(dara.visit(&list).await.body).unwrap();
        let line = table.lines().find(|line| line.contains("counted_anonymously")).unwrap();
        assert!(line.contains(acronym) && line.contains("endorsed"), "{table}");
        assert_eq!(table.lines().count(), 1 + usize::try_from(known["board"]["totalCount"].as_i64().unwrap()).unwrap());
        for onlooker in &onlookers {
            assert_eq!(onlooker.visit(&list).await.status, 404, "the list is for those who protect the names");
        }
        sqlx::query("DELETE FROM endorsements WHERE attribution <> 'public'").execute(&app.pool).await.unwrap();
        sqlx::query("DELETE FROM role_grants WHERE person_id = $1 AND role = 'signatory'")
            .bind(uuid::Uuid::parse_str(app.person("chenda").trim_start_matches("person:")).unwrap())
            .execute(&app.pool)
            .await
            .unwrap();
        sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    }
    assert_eq!(worlds[0], worlds[1]);
    assert_eq!(worlds[0][0]["progress"]["full"], 1, "of full members those alone whose names are public");
}

async fn observer(app: &TestApp) -> TestActor {
    sqlx::query(
        "UPDATE role_grants SET role = 'representative', organisation_id = (SELECT id FROM organisations WHERE acronym = 'PCPR')
         WHERE person_id = $1",
    )
    .bind(uuid::Uuid::parse_str(app.person("kunthea").trim_start_matches("person:")).unwrap())
    .execute(&app.pool)
    .await
    .unwrap();
    sqlx::query("SELECT rights.rebuild()").execute(&app.pool).await.unwrap();
    app.signed_in("kunthea").await
}

#[tokio::test]
async fn j5_5_what_came_on_paper_is_recorded_with_its_scan_or_not_at_all() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({})).await;
    let record = "mutation($p: ID!, $o: ID!, $i: AnswerSignOnInput!, $e: ID) {
        recordAnswer(paper: $p, organisation: $o, input: $i, channel: PAPER_SCANNED, evidence: $e) { status violations { field key } endorsement { said { channel } } } }";
    let hash = seen(&dara, &paper).await["textHash"].clone();
    let input = json!({ "state": "ENDORSED", "textHash": hash, "basis": "GENERAL_ASSEMBLY", "attribution": "PUBLIC" });
    let with = |evidence: Value| json!({ "p": paper, "o": app.organisation("MRWU"), "i": input, "e": evidence });
    let without = dara.graphql(record, with(Value::Null)).await;
    assert_eq!(without.at("/data/recordAnswer/violations/0/key"), "evidence_needed", "{without:?}");
    let unknown = dara.graphql(record, with(json!("document:01970000-0000-7000-8000-00000000000f"))).await;
    assert_eq!(unknown.at("/data/recordAnswer/violations/0/key"), "evidence_needed", "{unknown:?}");
    sqlx::query(
        "INSERT INTO evidence_documents (id, network_id, title_en, state, level, audience, uploaded_at, changed_at)
         SELECT '01970000-0000-7000-8000-00000000000a', network_id, 'Letter', 'catalogued', 'members', audience, now(), now() FROM papers",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    let scan = json!("document:01970000-0000-7000-8000-00000000000a");
    assert_eq!(sreymom.graphql(record, with(scan.clone())).await.code(), "FORBIDDEN");
    let done = dara.graphql(record, with(scan)).await;
    assert_eq!(done.at("/data/recordAnswer/endorsement/said/channel"), "PAPER_SCANNED", "{done:?}");
    assert_eq!(seen(&sreymom, &paper).await["progress"]["count"], 1);
}

#[tokio::test]
async fn j5_6_at_the_instant_of_the_deadline_nobody_signs_any_more() {
    let app = TestApp::ocn().await;
    let (sreymom, _, paper) = opened(&app, json!({})).await;
    let (bopha, sarin) = (app.signed_in("bopha").await, signatory(&app, "rattana", "SMVF").await);
    say(&bopha, &app, &paper, "TMYA", json!({})).await;
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now() - chrono::Duration::milliseconds(1));
    assert_eq!(
        say(&sarin, &app, &paper, "SMVF", json!({})).await.at("/data/answerSignOn/status"),
        "DONE",
        "the last millisecond counts"
    );
    app.env.clock.advance(chrono::Duration::milliseconds(1));
    let late = say(&signatory(&app, "chenda", "KCFC").await, &app, &paper, "KCFC", json!({})).await;
    assert_eq!(
        late.at("/data/answerSignOn/violations/0/key"),
        "sign_on_closed",
        "before anything is written down: {late:?}"
    );
    // What was refused has let go of the paper: who closes passes by what somebody holds, and comes back a second later.
    sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
    // Both nodes see that it is due; it is closed once.
    let close = || sala_domain::signing::service::close_due(&app.pool, &app.env);
    let (one, other) = tokio::join!(close(), close());
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    let told = seen(&sreymom, &paper).await;
    assert_eq!((&told["met"], &told["progress"]["count"]), (&json!(true), &json!(2)));
    let state: String = sqlx::query_scalar("SELECT state::text FROM papers WHERE id = $1")
        .bind(uuid::Uuid::parse_str(paper.trim_start_matches("paper:")).unwrap())
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(state, "ready");
    let silent: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM endorsements e JOIN organisations o ON o.id = e.organisation_id WHERE o.acronym = 'KCFC'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    assert_eq!(silent, 0, "silence is never support");
}

#[tokio::test]
async fn j5_6_signing_against_closing_at_the_same_instant_ends_one_way_for_all() {
    for round in 0..6_u8 {
        let app = TestApp::ocn().await;
        let (_, _, paper) = opened(&app, json!({ "minCount": 1 })).await;
        let bopha = app.signed_in("bopha").await;
        let hash = seen(&bopha, &paper).await["textHash"].clone();
        let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
        app.env.clock.advance(deadline - app.env.now() - chrono::Duration::milliseconds(1));
        let input =
            json!({ "state": "ENDORSED", "textHash": hash, "basis": "BOARD_DECISION", "attribution": "PUBLIC" });
        let vars = json!({ "p": paper, "o": app.organisation("TMYA"), "i": input });
        let sign = async {
            if round % 2 == 0 {
                tokio::task::yield_now().await;
            }
            bopha.graphql("mutation($p: ID!, $o: ID!, $i: AnswerSignOnInput!) { answerSignOn(paper: $p, organisation: $o, input: $i) { status } }", vars).await
        };
        let close = async {
            app.env.clock.advance(chrono::Duration::milliseconds(1));
            sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap()
        };
        let (signed, closed) = tokio::join!(sign, close);
        // Whoever signs holds the paper: then it is closed a moment later.
        sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
        let later = sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
        assert_eq!(closed + later, 1);
        let told = seen(&bopha, &paper).await;
        let counted = told["progress"]["count"] == 1;
        assert_eq!(signed.at("/data/answerSignOn/status") == "DONE", counted, "{signed:?}");
        assert_eq!(told["met"], counted, "what was judged is what was signed");
    }
}

#[tokio::test]
async fn j5_7_a_sign_on_is_extended_once_and_everybody_is_told_why() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({ "minCount": 6 })).await;
    let extend = "mutation($p: ID!, $d: DateTime!, $r: String!) { extendSignOn(paper: $p, deadline: $d, reason: $r) { status violations { field key } paper { state } } }";
    let to = |day: &str, reason: &str| json!({ "p": paper, "d": format!("2026-07-{day}T10:00:00Z"), "r": reason });
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    assert_eq!(seen(&sreymom, &paper).await["met"], false);
    assert_eq!(sreymom.graphql(extend, to("06", "More time")).await.code(), "FORBIDDEN");
    let unexplained = dara.graphql(extend, to("06", " ")).await;
    assert_eq!(unexplained.at("/data/extendSignOn/violations/0/field"), "reason", "{unexplained:?}");
    assert_eq!(
        dara.graphql(extend, to("06", "The boards meet on Monday.")).await.at("/data/extendSignOn/status"),
        "DONE"
    );
    let told = seen(&sreymom, &paper).await;
    assert_eq!(
        (&told["extensionReason"], &told["closedAt"], &told["met"]),
        (&json!("The boards meet on Monday."), &Value::Null, &Value::Null)
    );
    assert_eq!(
        say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await.at("/data/answerSignOn/status"),
        "DONE"
    );
    let again = dara.graphql(extend, to("08", "Once more")).await;
    assert_eq!(again.at("/data/extendSignOn/violations/0/key"), "extended_once", "{again:?}");
}

#[tokio::test]
async fn j5_8_a_corrected_text_is_signed_anew_and_each_sees_what_changed() {
    let app = TestApp::ocn().await;
    let (sreymom, dara, paper) = opened(&app, json!({})).await;
    let (bopha, sarin) = (app.signed_in("bopha").await, signatory(&app, "rattana", "SMVF").await);
    say(&bopha, &app, &paper, "TMYA", json!({})).await;
    say(&sarin, &app, &paper, "SMVF", json!({ "state": "ABSTAINED" })).await;
    let first = seen(&bopha, &paper).await["textHash"].as_str().unwrap().to_owned();
    assert_eq!(step(&sreymom, &paper, json!({ "to": "REVIEW", "reason": "x" })).await.code(), "FORBIDDEN");
    let back = step(&dara, &paper, json!({ "to": "REVIEW", "reason": "Article 20 is quoted wrongly." })).await;
    assert_eq!(back.at("/data/movePaper/paper/state"), "REVIEW", "{back:?}");
    let told = seen(&bopha, &paper).await;
    assert_eq!(
        (&told["yours"][0]["endorsement"]["state"], &told["progress"]["count"]),
        (&json!("RECONFIRM"), &json!(0))
    );
    let mut writer = sreymom.writer(&paper, copy(2000)).await;
    writer.until("en", "30 days").await;
    writer.type_on("en", "recommendations", " Article 20(7) says so.").await;
    writer.saved().await;
    step(&dara, &paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
    assert_eq!(open(&dara, &paper, json!({})).await.at("/data/openSignOn/paper/state"), "SIGN_ON");
    let told = seen(&bopha, &paper).await;
    assert_eq!(
        (&told["round"], &told["progress"]["count"]),
        (&json!(2), &json!(0)),
        "no endorsement is bound to another text than its own"
    );
    assert_ne!(told["textHash"], first.as_str());
    let waiting = "query($n: ID!, $o: ID!) { network(id: $n) { awaitingSignature(organisation: $o) { id } } }";
    let of = json!({ "n": app.network(), "o": app.organisation("SMVF") });
    assert_eq!(
        sarin.graphql(waiting, of).await.at("/data/network/awaitingSignature/0/id"),
        paper.as_str(),
        "whoever abstained from the earlier text is asked about this one"
    );
    let changes = bopha
        .graphql(
            "query($p: ID!, $h: String!) { paper(id: $p) { signOn { changes(since: $h) { language pieces { fate text } } text { english hashEnglish } } } }",
            json!({ "p": paper, "h": first }),
        )
        .await;
    let pieces = changes.at("/data/paper/signOn/changes/0/pieces").as_array().unwrap().clone();
    assert!(
        pieces
            .iter()
            .any(|piece| piece["fate"] == "INSERTED" && piece["text"].as_str().unwrap().contains("Article 20(7)")),
        "{changes:?}"
    );
    // Anybody can recompute what was signed from the text alone.
    let english = changes.at("/data/paper/signOn/text/english").as_str().unwrap().to_owned();
    let digest = hex(&{
        use sha2::Digest as _;
        sha2::Sha256::digest(&english)
    });
    assert_eq!(changes.at("/data/paper/signOn/text/hashEnglish"), digest.as_str());
    assert_eq!(say(&bopha, &app, &paper, "TMYA", json!({})).await.at("/data/answerSignOn/status"), "DONE");
    assert_eq!(seen(&sreymom, &paper).await["progress"]["count"], 1);
    let texts: i64 = sqlx::query_scalar("SELECT count(*) FROM frozen_texts").fetch_one(&app.pool).await.unwrap();
    assert_eq!(texts, 2, "what was signed can be shown for ever");
}

/// Signed by TMYA with a reservation, by one that withholds its name, and closed.
pub(crate) async fn ready(app: &TestApp) -> (TestActor, TestActor, String) {
    let (_, dara, paper) = opened(app, json!({})).await;
    let reserved = json!({ "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days, not 30." });
    say(&app.signed_in("bopha").await, app, &paper, "TMYA", reserved).await;
    let hidden = json!({ "attribution": "COUNTED_ANONYMOUSLY" });
    say(&signatory(app, "chenda", "BKIW").await, app, &paper, "BKIW", hidden).await;
    let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
    app.env.clock.advance(deadline - app.env.now());
    sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap();
    (dara, app.signed_in("samnang").await, paper)
}

pub(crate) const PROPOSE: &str = "mutation($p: ID!, $e: DateTime) { proposePublication(paper: $p, embargoUntil: $e) { status violations { key } paper { state } } }";
pub(crate) const CONFIRM: &str =
    "mutation($p: ID!) { confirmPublication(paper: $p) { status violations { key } paper { state } } }";

#[tokio::test]
async fn j5_12_it_takes_two_persons_to_publish_and_nobody_reads_it_before_its_instant() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = ready(&app).await;
    let (anybody, page) = (app.anonymous(), format!("/public/papers/{paper}"));
    let of = json!({ "p": paper });
    assert_eq!(
        samnang.graphql(CONFIRM, of.clone()).await.at("/data/confirmPublication/status"),
        "CONFLICT",
        "nobody has proposed it"
    );
    assert_eq!(samnang.graphql(PROPOSE, of.clone()).await.code(), "FORBIDDEN", "the coordinator proposes");
    let late = dara.graphql(PROPOSE, json!({ "p": paper, "e": "2026-07-01T01:00:00Z" })).await;
    assert_eq!(late.at("/data/proposePublication/violations/0/key"), "closes_in_past", "{late:?}");
    let proposed = dara.graphql(PROPOSE, json!({ "p": paper, "e": "2026-07-05T01:00:00Z" })).await;
    assert_eq!(proposed.at("/data/proposePublication/paper/state"), "READY", "one alone leaves it ready");
    assert_eq!(dara.graphql(CONFIRM, of.clone()).await.code(), "FORBIDDEN", "the chair confirms");
    // Whoever is both does not confirm what they have proposed.
    sqlx::query("UPDATE publications SET proposed_by = $1")
        .bind(uuid::Uuid::parse_str(app.person("samnang").trim_start_matches("person:")).unwrap())
        .execute(&app.pool)
        .await
        .unwrap();
    let alone = samnang.graphql(CONFIRM, of.clone()).await;
    assert_eq!(alone.at("/errors/0/extensions/key"), "two_persons", "{alone:?}");
    dara.graphql(PROPOSE, json!({ "p": paper, "e": "2026-07-05T01:00:00Z" })).await;
    let done = samnang.graphql(CONFIRM, of.clone()).await;
    assert_eq!(done.at("/data/confirmPublication/paper/state"), "PUBLISHED", "{done:?}");
    assert_eq!(samnang.graphql(CONFIRM, of).await.at("/data/confirmPublication/status"), "CONFLICT", "once");
    assert_eq!(anybody.visit(&page).await.status, 404, "under embargo there is nothing");
    assert_eq!(anybody.visit(&format!("{page}/text.en.txt")).await.status, 404);
    let until: chrono::DateTime<chrono::Utc> = "2026-07-05T01:00:00Z".parse().unwrap();
    app.env.clock.advance(until - app.env.now());
    let read = String::from_utf8(anybody.visit(&page).await.body).unwrap();
    for expected in [
        "Post the budget within 30 days.",
        "Tonle Mekhala Youth Association",
        "45 days, not 30.",
        "1 organisation whose name is withheld for its safety",
    ] {
        assert!(read.contains(expected), "{expected}: {read}");
    }
    assert!(!read.contains("BKIW") && !read.contains("<script"), "{read}");
}

#[tokio::test]
async fn any_changed_byte_of_what_was_published_is_found_out() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = ready(&app).await;
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    samnang.graphql(CONFIRM, json!({ "p": paper })).await;
    let anybody = app.anonymous();
    let digest = |bytes: &[u8]| {
        use sha2::Digest as _;
        hex(&sha2::Sha256::digest(bytes))
    };
    let ask = "query($h: String!) { verify(sha256: $h) { name title { en } publication { textHash signed withheld files { name sha256 } } } }";
    let manifest = anybody.visit(&format!("/public/papers/{paper}/manifest.json")).await;
    let listed: Value = serde_json::from_slice(&manifest.body).unwrap();
    assert_eq!(listed["endorsements"][0]["text"], listed["text"], "endorsements bind to the text");
    assert_eq!((listed["endorsements"].as_array().unwrap().len(), &listed["withheld"]), (1, &json!(1)));
    for name in ["paper.pdf", "paper.html", "text.en.txt"] {
        let mut body = anybody.visit(&format!("/public/papers/{paper}/{name}")).await.body;
        let told = anybody.graphql(ask, json!({ "h": digest(&body) })).await;
        assert_eq!(told.at("/data/verify/name"), name, "{told:?}");
        assert_eq!(told.at("/data/verify/publication/textHash"), listed["text"]);
        assert_eq!(
            (told.at("/data/verify/publication/signed"), told.at("/data/verify/publication/withheld")),
            (json!(2), json!(1))
        );
        assert!(
            listed["files"]
                .as_array()
                .unwrap()
                .iter()
                .any(|file| file["name"] == name && file["sha256"] == digest(&body).as_str())
        );
        for place in [0, body.len() / 2, body.len() - 1] {
            body[place] ^= 1;
            assert_eq!(
                anybody.graphql(ask, json!({ "h": digest(&body) })).await.at("/data/verify"),
                Value::Null,
                "{name} at {place}"
            );
            body[place] ^= 1;
        }
    }
    // The text alone tells its own hash: the one that was signed.
    let english = String::from_utf8(anybody.visit(&format!("/public/papers/{paper}/text.en.txt")).await.body).unwrap();
    assert_eq!(listed["text"], hex(&sala_domain::signing::hash_of(&english, "")).as_str());
    assert_eq!(anybody.graphql(ask, json!({ "h": "zz" })).await.at("/data/verify"), Value::Null);
}

#[tokio::test]
async fn j5_11_who_withdraws_afterwards_is_told_with_its_day_and_the_list_stays_as_it_was() {
    let app = TestApp::ocn().await;
    let (dara, samnang, paper) = ready(&app).await;
    dara.graphql(PROPOSE, json!({ "p": paper })).await;
    samnang.graphql(CONFIRM, json!({ "p": paper })).await;
    app.env.clock.advance(chrono::Duration::days(2));
    let anybody = app.anonymous();
    let before = anybody.visit(&format!("/public/papers/{paper}/paper.html")).await.body;
    // SMVF signed an earlier text and was asked anew; it never signed this one.
    sqlx::query(
        "INSERT INTO frozen_texts SELECT paper_id, sha256('earlier'), body_en, body_km, hash_en, hash_km, frozen_at FROM frozen_texts",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO endorsements (paper_id, organisation_id, state, person_id, basis, text_hash, attribution, logo, channel, stated_at)
         SELECT e.paper_id, o.id, 'reconfirm', e.person_id, e.basis, sha256('earlier'), 'public', false, e.channel, e.stated_at
         FROM endorsements e, organisations o WHERE e.attribution = 'public' AND o.acronym = 'SMVF'",
    )
    .execute(&app.pool)
    .await
    .unwrap();
    signatory(&app, "rattana", "SMVF").await;
    let withdraw =
        "mutation($p: ID!, $o: ID!) { withdrawSignature(paper: $p, organisation: $o, reason: \"\") { status } }";
    for (who, acronym) in [("bopha", "TMYA"), ("chenda", "BKIW"), ("rattana", "SMVF")] {
        let of = json!({ "p": paper, "o": app.organisation(acronym) });
        let done = app.signed_in(who).await.graphql(withdraw, of).await;
        assert_eq!(done.at("/data/withdrawSignature/status"), "DONE", "{done:?}");
    }
    let page = String::from_utf8(anybody.visit(&format!("/public/papers/{paper}")).await.body).unwrap();
    assert!(page.contains("Tonle Mekhala Youth Association withdrew its signature on 2026-07-05"), "{page}");
    assert_eq!(
        page.matches("withdrew its signature on").count(),
        1,
        "a withheld name is withheld, and whoever signed another text has nothing to withdraw from this one: {page}"
    );
    assert_eq!(
        anybody.visit(&format!("/public/papers/{paper}/paper.html")).await.body,
        before,
        "what was published never changes"
    );
    assert_eq!(seen(&dara, &paper).await["progress"]["count"], 0, "later counts leave them out");
}

#[tokio::test]
async fn j5_6_those_who_speak_and_sign_are_told_and_reminded_until_their_organisation_has_answered() {
    let app = TestApp::ocn().await;
    let (_, dara, paper) = opened(&app, json!({ "softDeadline": null, "deadline": "2026-07-10T10:00:00Z" })).await;
    let send = async || {
        sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example").await.unwrap();
        let told: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT p.email FROM mails m JOIN people p ON p.id = m.person_id WHERE m.kind = 'sign_on_reminder'",
        )
        .fetch_all(&app.pool)
        .await
        .unwrap();
        sqlx::query("DELETE FROM mails WHERE kind = 'sign_on_reminder'").execute(&app.pool).await.unwrap();
        told
    };
    let at_first = send().await;
    assert!(at_first.contains(&"bopha@ocn.example".to_owned()) && at_first.len() > 1, "{at_first:?}");
    assert!(send().await.is_empty(), "everybody is told once");
    say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
    let near: chrono::DateTime<chrono::Utc> = "2026-07-09T11:00:00Z".parse().unwrap();
    app.env.clock.advance(near - app.env.now());
    let later = send().await;
    assert!(
        !later.contains(&"bopha@ocn.example".to_owned()) && !later.is_empty(),
        "whoever has answered is left in peace: {later:?}"
    );
    let extend = "mutation($p: ID!) { extendSignOn(paper: $p, deadline: \"2026-07-20T10:00:00Z\", reason: \"Boards\") { status } }";
    assert_eq!(dara.graphql(extend, json!({ "p": paper })).await.at("/data/extendSignOn/status"), "DONE");
    assert!(!send().await.is_empty(), "a new deadline is told");
    assert!(send().await.is_empty());
}
