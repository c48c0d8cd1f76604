//! J3: who is on a campaign's map, how they move, who has met whom, and who may know.

#![expect(clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use chrono::Duration;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

const START: &str = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { status campaign { id } } }";
const ADD: &str = "mutation($c: ID!, $i: StakeholderInput!) { addStakeholder(campaign: $c, input: $i) { status violations { field key } stakeholder { id version aliases state } } }";
const EDIT: &str = "mutation($c: ID!, $v: Int!, $i: StakeholderInput!) { editStakeholder(id: $c, version: $v, input: $i) { status violations { field key } stakeholder { id version aliases } } }";
const ASSESS: &str = "mutation($c: ID!, $i: AssessmentInput!) { assessStakeholder(id: $c, input: $i) { status violations { field key } assessment { id power aiim validUntil } } }";
const LINK: &str = "mutation($c: ID!, $i: StakeholderLinkInput!) { addStakeholderLink(campaign: $c, input: $i) { status violations { field key } link { id version sensitivity } } }";
const OPEN: &str =
    "mutation($c: ID!) { openStakeholderLink(id: $c) { status link { basis named { name { full { en } } } } } }";
const LOG: &str = "mutation($c: ID!, $i: EngagementInput!) { logEngagement(campaign: $c, input: $i) { status violations { field key } engagement { id version } } }";
const MERGE: &str = "mutation($i: MergeStakeholdersInput!) { mergeStakeholders(input: $i) { status violations { field key } stakeholder { id aliases version } } }";
const MAP: &str = "query($c: ID!) { stakeholderMap(campaign: $c) { id stakeholders { id name { en } state } assessments { stakeholder influence interest alignment validUntil closedOn power aiim } differing { stakeholder alignment onBehalfOf { acronym } } links { id kind } sealed { id } engagements(first: 50) { totalCount edges { node { id said } } } sealedEngagements { id } log(first: 100) { totalCount edges { node { act was now } } } likelyPairs { one other } viewerCan { keep lead } } }";
const FOUND: &str = "query($n: ID!, $t: String!) { stakeholders(network: $n, text: $t) { totalCount edges { node { id name { en } } } } }";
const REPORT: &str = "query($c: ID!, $k: ReportKind!, $f: NaiveDate) { campaign(id: $c) { report(input: { kind: $k, from: $f, language: EN }) { heads rows foot } } }";

fn text(answer: &Answer, at: &str) -> String {
    answer.at(at).as_str().unwrap_or_default().to_owned()
}

fn keys(answer: &Answer, at: &str) -> Vec<String> {
    let list = answer.at(&format!("/data/{at}/violations"));
    list.as_array().into_iter().flatten().map(|v| v["key"].as_str().unwrap_or_default().to_owned()).collect()
}

fn list(answer: &Answer, at: &str) -> Vec<Value> {
    answer.at(at).as_array().cloned().unwrap_or_default()
}

/// A campaign of KBL that members know, and the coordinator.
async fn begun(app: &TestApp) -> (TestActor, String) {
    let dara = app.signed_in("dara").await;
    let input = json!({ "network": app.network(), "lead": app.organisation("KBL"), "campaign": {
        "title": { "en": "Budgets on every commune board" }, "problem": { "en": "Hidden budgets" }, "goal": { "en": "Open budgets" },
        "affected": {}, "approach": "MIXED", "visibility": "MEMBERS", "startsOn": "2026-06-01" } });
    let done = dara.graphql(START, json!({ "i": input })).await;
    assert_eq!(done.at("/data/startCampaign/status"), "DONE", "{done:?}");
    (dara, text(&done, "/data/startCampaign/campaign/id"))
}

async fn on_map(who: &TestActor, campaign: &str, name: &str, more: Value) -> (String, i64) {
    let mut input = json!({ "kind": "INSTITUTION", "name": { "en": name }, "target": "PRIMARY" });
    for (key, value) in more.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    let done = who.graphql(ADD, json!({ "c": campaign, "i": input })).await;
    assert_eq!(done.at("/data/addStakeholder/status"), "DONE", "{done:?}");
    (
        text(&done, "/data/addStakeholder/stakeholder/id"),
        done.at("/data/addStakeholder/stakeholder/version").as_i64().unwrap_or_default(),
    )
}

fn rating(influence: i32, interest: i32, alignment: i32) -> Value {
    json!({ "influence": influence, "interest": interest, "alignment": alignment, "confidence": 3,
            "basis": "Asked for the list of communes that post", "sources": "Meeting of 12 June" })
}

async fn rate(who: &TestActor, stakeholder: &str, rating: Value) -> Answer {
    let done = who.graphql(ASSESS, json!({ "c": stakeholder, "i": rating })).await;
    assert_eq!(done.at("/data/assessStakeholder/status"), "DONE", "{done:?}");
    done
}

fn contact(with: &[&str], day: &str, said: &str) -> Value {
    let state = if said.is_empty() { "PLANNED" } else { "HELD" };
    json!({ "stakeholders": with, "heldOn": day, "state": state, "channel": "MEETING", "said": said, "attribution": "CHATHAM_HOUSE" })
}

async fn logged(who: &TestActor, campaign: &str, contact: Value) -> String {
    let done = who.graphql(LOG, json!({ "c": campaign, "i": contact })).await;
    assert_eq!(done.at("/data/logEngagement/status"), "DONE", "{done:?}");
    text(&done, "/data/logEngagement/engagement/id")
}

#[tokio::test]
async fn j3_1_to_j3_4_a_governor_is_rated_moves_toward_the_ask_and_grows_stale() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let sreymom = app.signed_in("sreymom").await;
    let (governor, _) = on_map(&sreymom, &campaign, "Siem Reap Provincial Governor's office", json!({})).await;
    // J3.3: without what was seen, nothing is kept; nor without a source, nor off the scale.
    let mut bare = rating(5, 2, 0);
    bare["basis"] = json!("  ");
    bare["sources"] = json!("");
    let refused = sreymom.graphql(ASSESS, json!({ "c": governor, "i": bare })).await;
    assert_eq!(keys(&refused, "assessStakeholder"), ["rating_basis", "source_needed"], "{refused:?}");
    let off = sreymom.graphql(ASSESS, json!({ "c": governor, "i": rating(6, 0, 3) })).await;
    assert_eq!(keys(&off, "assessStakeholder"), ["out_of_range", "out_of_range", "out_of_range"], "{off:?}");
    // J3.1.
    let first = rate(&sreymom, &governor, rating(5, 2, 0)).await;
    assert_eq!(first.at("/data/assessStakeholder/assessment/power"), "KEEP_SATISFIED");
    assert_eq!(first.at("/data/assessStakeholder/assessment/aiim"), "AWARE");
    let half_a_year = app.env.now().date_naive() + Duration::days(180);
    assert_eq!(first.at("/data/assessStakeholder/assessment/validUntil"), half_a_year.to_string());
    // J3.2: the new one moves it, the old one stays, and the report counts it.
    let before = app.env.now().date_naive().to_string();
    app.env.clock.advance(Duration::days(12));
    rate(&sreymom, &governor, rating(5, 4, 1)).await;
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(list(&map, "/data/stakeholderMap/assessments").len(), 2, "{map:?}");
    assert_eq!(map.at("/data/stakeholderMap/assessments/1/power"), "MANAGE_CLOSELY");
    let report = dara.graphql(REPORT, json!({ "c": campaign, "k": "MOVEMENT", "f": before })).await;
    let foot = text(&report, "/data/campaign/report/foot/0");
    assert!(foot.starts_with("1 moved toward the ask, 0 moved away"), "{report:?}");
    // J3.4: 190 days later it is told, and does not count.
    let later = app.env.now().date_naive().to_string();
    app.env.clock.advance(Duration::days(190));
    let dara = app.signed_in("dara").await;
    let report = dara.graphql(REPORT, json!({ "c": campaign, "k": "MOVEMENT", "f": later })).await;
    let foot = text(&report, "/data/campaign/report/foot/0");
    assert!(foot.starts_with("0 moved toward the ask, 0 moved away, 0 did not move; 1 "), "{report:?}");
    let missing = dara.graphql(REPORT, json!({ "c": campaign, "k": "TARGETS" })).await;
    let lacks = text(&missing, "/data/campaign/report/rows/0/2");
    assert_eq!(lacks, "an ask, an owner, a rating that counts", "{missing:?}");
}

#[tokio::test]
async fn two_organisations_that_differ_are_both_shown() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (council, _) = on_map(&dara, &campaign, "Kampong Kdei commune council", json!({})).await;
    rate(&dara, &council, rating(3, 5, 2)).await;
    rate(&app.signed_in("sreymom").await, &council, rating(3, 5, 0)).await;
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    let said: Vec<(Value, Value)> = list(&map, "/data/stakeholderMap/differing")
        .iter()
        .map(|a| (a["onBehalfOf"]["acronym"].clone(), a["alignment"].clone()))
        .collect();
    assert_eq!(said, [(Value::Null, json!(2)), (json!("KBL"), json!(0))], "{map:?}");
}

#[tokio::test]
async fn j3_5_whoever_is_not_in_the_team_is_told_what_is_told_of_a_map_that_is_not_there() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (governor, version) = on_map(&dara, &campaign, "Provincial Governor", json!({})).await;
    rate(&dara, &governor, rating(5, 2, 0)).await;
    let contact_id = logged(&dara, &campaign, contact(&[&governor], "2026-07-01", "They listened")).await;
    let nothing = campaign.replace(&campaign[campaign.len() - 6..], "000000");
    let map = campaign.replace("campaign:", "map:");
    // bopha's TMYA is a member and knows the campaign; kunthea is of an observer; chenda measures, and is not of the team.
    for who in ["bopha", "kunthea", "chenda", "rattana"] {
        let actor = app.signed_in(who).await;
        let there = actor.graphql(MAP, json!({ "c": campaign })).await;
        let gone = actor.graphql(MAP, json!({ "c": nothing })).await;
        assert_eq!(there.json, gone.json, "{who}");
        assert_eq!(there.at("/data/stakeholderMap"), Value::Null, "{who}");
        let found = actor.graphql(FOUND, json!({ "n": app.network(), "t": "Governor" })).await;
        assert_eq!(found.at("/data/stakeholders/totalCount"), 0, "{who}");
        let maps = actor.ask(&format!("{{ stakeholderMaps(network: \"{}\") {{ totalCount }} }}", app.network())).await;
        assert_eq!(maps.at("/data/stakeholderMaps/totalCount"), 0, "{who}");
        for query in
            [format!("{{ stakeholder(id: \"{governor}\") {{ id }} }}"), format!("{{ node(id: \"{map}\") {{ id }} }}")]
        {
            let answer = actor.ask(&query).await;
            assert!(answer.json.to_string().contains("null"), "{who}: {answer:?}");
        }
        for (mutation, variables) in [
            (ADD, json!({ "c": campaign, "i": { "kind": "UNIT", "name": { "en": "x" }, "target": "NONE" } })),
            (
                EDIT,
                json!({ "c": governor, "v": version, "i": { "kind": "UNIT", "name": { "en": "x" }, "target": "NONE" } }),
            ),
            (ASSESS, json!({ "c": governor, "i": rating(1, 1, 1) })),
            (LOG, json!({ "c": campaign, "i": contact(&[&governor], "2026-07-01", "x") })),
            ("mutation($c: ID!) { openEngagement(id: $c) { status } }", json!({ "c": contact_id })),
            (
                "mutation($c: ID!) { importStakeholders(campaign: $c, table: \"name,kind\\nx,unit\", take: true) { status } }",
                json!({ "c": campaign }),
            ),
        ] {
            let answer = actor.graphql(mutation, variables).await;
            assert_eq!(answer.code(), "NOT_FOUND", "{who}: {mutation} {answer:?}");
        }
        let file = actor.visit(&format!("/files/{campaign}/map/grid.svg")).await;
        let none = actor.visit(&format!("/files/{nothing}/map/grid.svg")).await;
        assert_eq!((file.status, file.body), (none.status, none.body), "{who}");
        let report = actor.graphql(REPORT, json!({ "c": campaign, "k": "MOVEMENT" })).await;
        assert_eq!(report.code(), "NOT_FOUND", "{who}: {report:?}");
    }
    // The campaign itself is there for a member.
    let seen = app.signed_in("bopha").await.ask(&format!("{{ campaign(id: \"{campaign}\") {{ id }} }}")).await;
    assert_eq!(seen.at("/data/campaign/id"), campaign.as_str());
}

#[tokio::test]
async fn an_observer_in_the_team_of_a_campaign_still_knows_no_map() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    on_map(&dara, &campaign, "Provincial Governor", json!({})).await;
    // The observer's own representative, and PCPR takes part: as far as the database can say.
    for statement in [
        "INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_at)
         SELECT gen_random_uuid(), p.id, m.network_id, m.organisation_id, 'representative', now()
         FROM people p, memberships m JOIN organisations o ON o.id = m.organisation_id WHERE p.email = 'kunthea@ocn.example' AND o.acronym = 'PCPR'",
        "INSERT INTO campaign_members (campaign_id, organisation_id, role, state, invited_at)
         SELECT c.id, o.id, 'supporting', 'accepted', now() FROM campaigns c, organisations o WHERE o.acronym = 'PCPR'",
    ] {
        sqlx::query(statement).execute(&app.pool).await.unwrap_or_else(|error| panic!("{error}"));
    }
    let kunthea = app.signed_in("kunthea").await;
    let inside =
        kunthea.ask(&format!("{{ campaign(id: \"{campaign}\") {{ viewerCan {{ viewInside viewMap }} }} }}")).await;
    assert_eq!(inside.at("/data/campaign/viewerCan"), json!({ "viewInside": true, "viewMap": false }), "{inside:?}");
    let map = kunthea.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(map.at("/data/stakeholderMap"), Value::Null, "{map:?}");
}

#[tokio::test]
async fn j3_6_two_spellings_are_merged_everything_follows_and_each_still_finds_the_one() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (kept, _) =
        on_map(&dara, &campaign, "Chhim Sovannara", json!({ "kind": "OFFICE_HOLDER", "aliases": ["ឈឹម សុវណ្ណារ៉ា"] })).await;
    let (gone, gone_version) = on_map(&dara, &campaign, "Chhim Sovanara", json!({ "kind": "OFFICE_HOLDER" })).await;
    let (office, _) = on_map(&dara, &campaign, "District office", json!({})).await;
    rate(&dara, &gone, rating(4, 2, 0)).await;
    logged(&dara, &campaign, contact(&[&gone], "2026-07-01", "They listened")).await;
    let linked = dara
        .graphql(LINK, json!({ "c": campaign, "i": { "from": gone, "to": office, "kind": "FORMAL_AUTHORITY", "directed": true, "strength": 2, "basis": "Decree 12" } }))
        .await;
    assert_eq!(linked.at("/data/addStakeholderLink/status"), "DONE", "{linked:?}");
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    let pair = map.at("/data/stakeholderMap/likelyPairs/0");
    let pair = [&pair["one"], &pair["other"]];
    assert!(pair.contains(&&json!(kept)) && pair.contains(&&json!(gone)), "{map:?}");
    // A contributor may not; nor may anybody merge somebody into themselves, or over an older reading.
    let input = |from: &str, v: i64, into: &str, w: i64| json!({ "i": { "from": from, "fromVersion": v, "into": into, "intoVersion": w } });
    let sreymom = app.signed_in("sreymom").await;
    let kept_version = dara
        .ask(&format!("{{ stakeholder(id: \"{kept}\") {{ version }} }}"))
        .await
        .at("/data/stakeholder/version")
        .as_i64()
        .unwrap_or_default();
    let refused = sreymom.graphql(MERGE, input(&gone, gone_version, &kept, kept_version)).await;
    assert_eq!(refused.code(), "FORBIDDEN", "{refused:?}");
    let stale = dara.graphql(MERGE, input(&gone, gone_version + 1, &kept, kept_version)).await;
    assert_eq!(stale.at("/data/mergeStakeholders/status"), "CONFLICT", "{stale:?}");
    let itself = dara.graphql(MERGE, input(&gone, gone_version, &gone, gone_version)).await;
    assert_eq!(keys(&itself, "mergeStakeholders"), ["merge_self"], "{itself:?}");
    let done = dara.graphql(MERGE, input(&gone, gone_version, &kept, kept_version)).await;
    assert_eq!(done.at("/data/mergeStakeholders/status"), "DONE", "{done:?}");
    for spelling in ["Sovanara", "sovannara", "សុវណ្ណារ៉ា"] {
        let found = dara.graphql(FOUND, json!({ "n": app.network(), "t": spelling })).await;
        assert_eq!(found.at("/data/stakeholders/totalCount"), 1, "{spelling} {found:?}");
        assert_eq!(found.at("/data/stakeholders/edges/0/node/id"), kept.as_str(), "{spelling}");
    }
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(list(&map, "/data/stakeholderMap/stakeholders").len(), 2, "{map:?}");
    assert_eq!(map.at("/data/stakeholderMap/assessments/0/stakeholder"), kept.as_str());
    let with = dara.ask(&format!("{{ stakeholderMap(campaign: \"{campaign}\") {{ links {{ from }} engagements(with: \"{kept}\") {{ totalCount }} }} }}")).await;
    assert_eq!(
        with.at("/data/stakeholderMap"),
        json!({ "links": [{ "from": kept }], "engagements": { "totalCount": 1 } }),
        "{with:?}"
    );
    // The old address leads to the one that stays.
    let old = dara.ask(&format!("{{ stakeholder(id: \"{gone}\") {{ id }} }}")).await;
    assert_eq!(old.at("/data/stakeholder/id"), kept.as_str());
    let again = dara.graphql(ASSESS, json!({ "c": gone, "i": rating(1, 1, 1) })).await;
    assert_eq!(again.at("/data/assessStakeholder/status"), "CONFLICT", "{again:?}");
}

#[tokio::test]
async fn j3_7_a_picture_is_taken_by_those_who_lead_with_their_name_on_it_and_the_log_knows() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (governor, _) = on_map(&dara, &campaign, "Governor's <office> & staff", json!({})).await;
    rate(&dara, &governor, rating(5, 2, 0)).await;
    let sreymom = app.signed_in("sreymom").await;
    for name in ["grid.svg", "aiim.png", "relations.pdf", "table.csv"] {
        let refused = sreymom.visit(&format!("/files/{campaign}/map/{name}")).await;
        assert_eq!(refused.status, 403, "{name} {refused:?}");
        let report = sreymom.visit(&format!("/files/{campaign}/report/movement.csv")).await;
        assert_eq!(report.status, 403, "{report:?}");
    }
    for (name, begins) in [
        ("grid.svg", &b"<svg"[..]),
        ("aiim.svg", b"<svg"),
        ("forces.svg", b"<svg"),
        ("relations.svg", b"<svg"),
        ("table.csv", &[0xef, 0xbb, 0xbf]),
        ("grid.png", b"\x89PNG"),
        ("grid.pdf", b"%PDF"),
    ] {
        let file = dara.visit(&format!("/files/{campaign}/map/{name}?lang=en")).await;
        if file.status == 422 || file.status == 400 {
            // Pictures of words need fonts, which this machine may lack.
            assert!(name.ends_with("png") || name.ends_with("pdf"), "{name} {file:?}");
            continue;
        }
        assert_eq!(file.status, 200, "{name} {file:?}");
        assert!(file.body.starts_with(begins), "{name}");
        if name.ends_with("svg") || name.ends_with("csv") {
            let words = String::from_utf8_lossy(&file.body);
            assert!(words.contains("Confidential: taken by Sok Dara"), "{name} {words}");
            assert!(!words.contains("<office>") || name.ends_with("csv"), "{name}: what people write is text");
        }
        assert!(
            file.headers
                .get("content-disposition")
                .is_some_and(|h| h.to_str().is_ok_and(|h| h.starts_with("attachment")))
        );
    }
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    let acts: Vec<Value> =
        list(&map, "/data/stakeholderMap/log/edges").iter().map(|e| e["node"]["act"].clone()).collect();
    for act in ["map.taken.grid", "map.taken.table", "assessment.given", "stakeholder.added"] {
        assert!(acts.contains(&json!(act)), "{act} {acts:?}");
    }
    let hers = sreymom.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(hers.at("/data/stakeholderMap/log/totalCount"), 0, "the log is for those who lead");
}

#[tokio::test]
async fn j3_8_an_office_holder_leaves_the_institution_stays_rated_and_a_task_waits() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (office, _) = on_map(&dara, &campaign, "Provincial Governor's office", json!({})).await;
    let (person, version) = on_map(&dara, &campaign, "H.E. Chhim Sovann", json!({ "kind": "OFFICE_HOLDER" })).await;
    let take = "mutation($i: TakeOfficeInput!) { takeOffice(input: $i) { status violations { field key } stakeholder { version state } } }";
    let wrong =
        dara.graphql(take, json!({ "i": { "holder": office, "office": person, "title": { "en": "Governor" } } })).await;
    assert_eq!(keys(&wrong, "takeOffice"), ["office_needs_holder"], "{wrong:?}");
    let done = dara.graphql(take, json!({ "i": { "holder": person, "office": office, "title": { "en": "Governor" }, "since": "2024-05-01" } })).await;
    assert_eq!(done.at("/data/takeOffice/status"), "DONE", "{done:?}");
    rate(&dara, &office, rating(5, 2, 0)).await;
    rate(&dara, &person, rating(4, 3, 1)).await;
    let leave = "mutation($c: ID!, $v: Int!, $d: NaiveDate!) { vacateOffice(id: $c, version: $v, on: $d, withTask: true) { status stakeholder { state version } } }";
    let today = app.env.now().date_naive().to_string();
    let left = dara.graphql(leave, json!({ "c": person, "v": version, "d": today })).await;
    assert_eq!(left.at("/data/vacateOffice/stakeholder/state"), "OFFICE_VACATED", "{left:?}");
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    for rated in list(&map, "/data/stakeholderMap/assessments") {
        let closed = if rated["stakeholder"] == json!(person) { json!(today) } else { Value::Null };
        assert_eq!(rated["closedOn"], closed, "{rated}");
    }
    let work = dara
        .ask(&format!("{{ campaign(id: \"{campaign}\") {{ work {{ edges {{ node {{ kind title {{ en }} }} }} }} }} }}"))
        .await;
    assert_eq!(
        work.at("/data/campaign/work/edges/0/node"),
        json!({ "kind": "TASK", "title": { "en": "Build a relation with the new holder: Provincial Governor's office" } }),
        "{work:?}"
    );
    // Nobody rates who has left; the next one comes into the same office.
    let rated = dara.graphql(ASSESS, json!({ "c": person, "i": rating(1, 1, 1) })).await;
    assert_eq!(rated.at("/data/assessStakeholder/status"), "CONFLICT", "{rated:?}");
    let offices = dara
        .ask(&format!("{{ stakeholderMap(campaign: \"{campaign}\") {{ offices {{ holder office since until }} }} }}"))
        .await;
    assert_eq!(
        offices.at("/data/stakeholderMap/offices"),
        json!([{ "holder": person, "office": office, "since": "2024-05-01", "until": today }]),
        "{offices:?}"
    );
}

#[tokio::test]
async fn what_is_confidential_is_for_those_it_names_and_opening_it_is_written_down() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let sreymom = app.signed_in("sreymom").await;
    let (one, _) = on_map(&sreymom, &campaign, "Governor", json!({})).await;
    let (other, _) = on_map(&sreymom, &campaign, "Contractor", json!({})).await;
    let link = json!({ "from": one, "to": other, "kind": "PERSONAL_FAMILY", "directed": false, "strength": 3, "basis": "Registry of companies" });
    let done = sreymom.graphql(LINK, json!({ "c": campaign, "i": link })).await;
    assert_eq!(done.at("/data/addStakeholderLink/link/sensitivity"), "CONFIDENTIAL", "{done:?}");
    let link = text(&done, "/data/addStakeholderLink/link/id");
    // Even the coordinator is not told that it is there; its author opens it.
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!((map.at("/data/stakeholderMap/links"), map.at("/data/stakeholderMap/sealed")), (json!([]), json!([])));
    let opened = dara.graphql(OPEN, json!({ "c": link })).await;
    assert_eq!(opened.code(), "NOT_FOUND", "{opened:?}");
    let hers = sreymom.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(
        (hers.at("/data/stakeholderMap/links"), hers.at("/data/stakeholderMap/sealed")),
        (json!([]), json!([{ "id": link }]))
    );
    let opened = sreymom.graphql(OPEN, json!({ "c": link })).await;
    assert_eq!(opened.at("/data/openStakeholderLink/link/basis"), "Registry of companies", "{opened:?}");
    // The same for what was said.
    let mut secret = contact(&[&one], "2026-07-01", "The contractor is his brother");
    secret["sensitivity"] = json!("CONFIDENTIAL");
    secret["named"] = json!([app.person("samnang")]);
    let secret = logged(&sreymom, &campaign, secret).await;
    let samnang = app.signed_in("samnang").await;
    for (who, actor, sealed) in [
        ("dara", &dara, json!([])),
        ("samnang", &samnang, json!([{ "id": secret }])),
        ("sreymom", &sreymom, json!([{ "id": secret }])),
    ] {
        let map = actor.graphql(MAP, json!({ "c": campaign })).await;
        assert_eq!(map.at("/data/stakeholderMap/engagements/totalCount"), 0, "{who}");
        assert_eq!(map.at("/data/stakeholderMap/sealedEngagements"), sealed, "{who}");
        let said = "mutation($c: ID!) { openEngagement(id: $c) { status engagement { said } } }";
        let opened = actor.graphql(said, json!({ "c": secret })).await;
        if sealed == json!([]) {
            assert_eq!(opened.code(), "NOT_FOUND", "{who}");
        } else {
            assert_eq!(opened.at("/data/openEngagement/engagement/said"), "The contractor is his brother", "{who}");
        }
    }
    // The log says that, and by whom, and nothing of what.
    let log = dara.graphql(MAP, json!({ "c": campaign })).await.at("/data/stakeholderMap/log").to_string();
    assert!(log.contains("engagement.opened") && log.contains("link.opened"), "{log}");
    assert!(!log.contains("brother") && !log.contains("Registry of companies"), "{log}");
    // Reports and pictures that leave know nothing of it.
    let report = dara.visit(&format!("/files/{campaign}/report/coverage.csv?lang=en")).await;
    let row = String::from_utf8_lossy(&report.body).lines().find(|l| l.starts_with("Governor")).map(str::to_owned);
    assert_eq!(row.as_deref(), Some("Governor,primary,,0,"), "{report:?}");
}

#[tokio::test]
async fn two_who_plan_to_meet_the_same_one_are_told_of_each_other_as_far_as_each_may_know() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (governor, _) = on_map(&dara, &campaign, "Siem Reap Governor", json!({})).await;
    // Another campaign, of TMYA alone, with the same governor under another spelling of its own.
    let input = json!({ "network": app.network(), "lead": app.organisation("TMYA"), "campaign": { "title": { "en": "Youth seats" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": "TEAM" } });
    let other = text(&dara.graphql(START, json!({ "i": input })).await, "/data/startCampaign/campaign/id");
    let bopha = app.signed_in("bopha").await;
    let (theirs, _) =
        on_map(&bopha, &other, "Governor of Siem Reap", json!({ "aliases": ["SIEM REAP  governor"] })).await;
    let day = (app.env.now().date_naive() + Duration::days(7)).to_string();
    let quiet = logged(&bopha, &other, contact(&[&theirs], &day, "")).await;
    let near = |id: String| {
        format!(
            "{{ stakeholder(id: \"{id}\") {{ neighbours(on: \"{day}\") {{ week on organisation {{ acronym }} engagement }} }} }}"
        )
    };
    // KBL is told nothing as long as TMYA does not let it be told; the coordinator knows both maps.
    let sreymom = app.signed_in("sreymom").await;
    assert_eq!(sreymom.ask(&near(governor.clone())).await.at("/data/stakeholder/neighbours"), json!([]));
    let whole = dara.ask(&near(governor.clone())).await;
    assert_eq!(whole.at("/data/stakeholder/neighbours/0/engagement"), quiet.as_str(), "{whole:?}");
    assert_eq!(whole.at("/data/stakeholder/neighbours/0/organisation/acronym"), "TMYA", "{whole:?}");
    // Then it is told the week, and nothing else.
    let mut open = contact(&[&theirs], &day, "");
    open["coordinate"] = json!(true);
    let edit = "mutation($c: ID!, $i: EngagementInput!) { editEngagement(id: $c, version: 1, input: $i) { status violations { field key } } }";
    let done = bopha.graphql(edit, json!({ "c": quiet, "i": open })).await;
    assert_eq!(done.at("/data/editEngagement/status"), "DONE", "{done:?}");
    let told = sreymom.ask(&near(governor.clone())).await;
    let week = told.at("/data/stakeholder/neighbours/0/week");
    assert_eq!(
        told.at("/data/stakeholder/neighbours"),
        json!([{ "week": week, "on": null, "organisation": null, "engagement": null }]),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_table_of_stakeholders_is_looked_over_then_taken_whole_or_not_at_all() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let import = "mutation($c: ID!, $t: String!, $k: Boolean!) { importStakeholders(campaign: $c, table: $t, take: $k) { status violations { field key } table { lines { line name { en km } violations { field key } } } } }";
    let table = "name,ឈ្មោះ,kind,part of,level,constituency,place,target,owner\n\
                 Ministry,ក្រសួង,institution,,national,nat_gov,,secondary,KBL\n\
                 Department,,unit,ministry,ថ្នាក់ខេត្ត,LINE_DEPT,Siem Reap,primary,\n\
                 Ministry,,institution,,national,,,,\n\
                 Lost,,unit,Nowhere,moon,party,Atlantis,perhaps,PCPR\n";
    let looked = dara.graphql(import, json!({ "c": campaign, "t": table, "k": false })).await;
    let lines = list(&looked, "/data/importStakeholders/table/lines");
    let wrong: Vec<Vec<String>> = lines
        .iter()
        .map(|l| {
            l["violations"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|v| v["key"].as_str().unwrap_or_default().to_owned())
                .collect()
        })
        .collect();
    assert_eq!(wrong[..3], [vec![], vec![], vec!["already_on_map".to_owned()]], "{looked:?}");
    for key in ["word_unknown", "not_on_map", "term_unknown", "not_in_campaign", "place_unknown"] {
        assert!(wrong[3].contains(&key.to_owned()), "{key} {looked:?}");
    }
    let refused = dara.graphql(import, json!({ "c": campaign, "t": table, "k": true })).await;
    assert_eq!(keys(&refused, "importStakeholders"), ["rows_wrong"], "{refused:?}");
    let map = dara.graphql(MAP, json!({ "c": campaign })).await;
    assert_eq!(list(&map, "/data/stakeholderMap/stakeholders").len(), 0, "looking takes nothing");
    let sound: String = table.lines().take(3).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
    let taken = dara.graphql(import, json!({ "c": campaign, "t": sound, "k": true })).await;
    assert_eq!(taken.at("/data/importStakeholders/status"), "DONE", "{taken:?}");
    let map = dara.ask(&format!("{{ stakeholderMap(campaign: \"{campaign}\") {{ stakeholders {{ name {{ en }} parent level place {{ code }} }} }} }}")).await;
    let rows = list(&map, "/data/stakeholderMap/stakeholders");
    assert_eq!(rows.len(), 2, "{map:?}");
    assert!(
        rows.iter().any(|s| s["parent"] != Value::Null && s["level"] == "PROVINCIAL" && s["place"]["code"] == "17"),
        "{map:?}"
    );
}

#[tokio::test]
async fn nothing_is_a_part_of_itself_and_two_do_not_overwrite_each_other() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (ministry, version) = on_map(&dara, &campaign, "Ministry", json!({})).await;
    let (department, _) = on_map(&dara, &campaign, "Department", json!({ "kind": "UNIT", "parent": ministry })).await;
    let under = json!({ "kind": "INSTITUTION", "name": { "en": "Ministry" }, "target": "NONE", "parent": department });
    let round = dara.graphql(EDIT, json!({ "c": ministry, "v": version, "i": under })).await;
    assert_eq!(keys(&round, "editStakeholder"), ["part_of_itself"], "{round:?}");
    let named = json!({ "kind": "INSTITUTION", "name": { "en": "Ministry of Finance" }, "target": "NONE" });
    let done = dara.graphql(EDIT, json!({ "c": ministry, "v": version, "i": named })).await;
    assert_eq!(done.at("/data/editStakeholder/status"), "DONE", "{done:?}");
    let late = dara.graphql(EDIT, json!({ "c": ministry, "v": version, "i": named })).await;
    assert_eq!(late.at("/data/editStakeholder/status"), "CONFLICT", "{late:?}");
    let twice = dara.graphql(ADD, json!({ "c": campaign, "i": { "kind": "UNIT", "name": { "en": "ministry of  FINANCE" }, "target": "NONE" } })).await;
    assert_eq!(keys(&twice, "addStakeholder"), ["already_on_map"], "{twice:?}");
    let meant = dara.graphql(ADD, json!({ "c": campaign, "i": { "kind": "UNIT", "name": { "en": "ministry of finance" }, "target": "NONE", "another": true } })).await;
    assert_eq!(meant.at("/data/addStakeholder/status"), "DONE", "{meant:?}");
}

#[tokio::test]
async fn what_follows_a_contact_is_reminded_of_without_saying_what() {
    let app = TestApp::ocn().await;
    let (dara, campaign) = begun(&app).await;
    let (governor, _) = on_map(&dara, &campaign, "Governor", json!({})).await;
    let tomorrow = (app.env.now() + Duration::hours(7)).date_naive() + Duration::days(1);
    let mut open = contact(&[&governor], "2026-06-30", "They want the list");
    open["followUp"] = json!("Send the list of communes");
    open["followUpOn"] = json!(tomorrow.to_string());
    open["followUpBy"] = json!(app.person("sreymom"));
    logged(&dara, &campaign, open.clone()).await;
    let mut secret = open.clone();
    secret["sensitivity"] = json!("CONFIDENTIAL");
    logged(&dara, &campaign, secret).await;
    let mut nothing = contact(&[&governor], "2026-06-30", "x");
    nothing["followUpOn"] = json!(tomorrow.to_string());
    let refused = dara.graphql(LOG, json!({ "c": campaign, "i": nothing })).await;
    assert_eq!(keys(&refused, "logEngagement"), ["follow_up_needed"], "{refused:?}");
    for _ in 0..2 {
        sala_domain::reminders::service::send_due(&app.pool, &app.env, "https://hub.example")
            .await
            .unwrap_or_else(|e| panic!("{e}"));
    }
    let mails: Vec<(String, String)> =
        sqlx::query_as("SELECT recipient, body FROM mails WHERE kind = 'follow_up_reminder'")
            .fetch_all(&app.pool)
            .await
            .unwrap();
    assert_eq!(mails.len(), 1, "once, and of nothing that is confidential: {mails:?}");
    assert!(mails[0].0.starts_with("sreymom"), "{mails:?}");
    assert!(!mails[0].1.contains("communes") && !mails[0].1.contains("Governor"), "{mails:?}");
}
