//! Rights: every root field tried by those who may not.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use sala_domain::access::{self, Actor, Grants, Level, Scope};
use sala_testkit::TestApp;
use serde_json::json;
use uuid::Uuid;

/// The fields of working groups, tried with a group that is there.
fn group_fields(app: &TestApp, [group, seat, meeting]: &[String; 3]) -> Vec<(&'static str, &'static str, String)> {
    let (network, rvo, dara) = (app.network(), app.organisation("RVO"), app.person("dara"));
    let zero = "01970000-0000-7000-8000-000000000000";
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, body);
    vec![
        q("workingGroup", format!("workingGroup(id: \"{group}\") {{ id }}")),
        q("meeting", format!("meeting(id: \"{meeting}\") {{ id }}")),
        m(
            "proposeGroup",
            format!(
                "proposeGroup(network: \"{network}\", organisation: \"{rvo}\", convenor: \"{dara}\", input: {{ name: {{}}, terms: {{}}, rhythm: {{}}, joining: OPEN, method: CONSENT, quorumPct: 50, windowDays: 7, themes: [] }}) {{ status }}"
            ),
        ),
        m(
            "editGroup",
            format!(
                "editGroup(id: \"{group}\", version: 1, input: {{ name: {{}}, terms: {{}}, rhythm: {{}}, joining: OPEN, method: CONSENT, quorumPct: 50, windowDays: 7, themes: [] }}) {{ status }}"
            ),
        ),
        m("moveGroup", format!("moveGroup(id: \"{group}\", to: ACTIVE) {{ status }}")),
        m(
            "askForSeat",
            format!(
                "askForSeat(input: {{ group: \"{group}\", organisation: \"{rvo}\", person: \"{dara}\" }}) {{ status }}"
            ),
        ),
        m(
            "offerSeat",
            format!(
                "offerSeat(input: {{ group: \"{group}\", organisation: \"{rvo}\", person: \"{dara}\" }}) {{ status }}"
            ),
        ),
        m("answerSeat", format!("answerSeat(seat: \"{seat}\", yes: true) {{ status }}")),
        m("endSeat", format!("endSeat(seat: \"{seat}\") {{ status }}")),
        m("setConvenor", format!("setConvenor(seat: \"{seat}\", convenes: true) {{ status }}")),
        m(
            "planMeeting",
            format!(
                "planMeeting(group: \"{group}\", input: {{ title: {{}}, startsAt: \"2027-01-01T00:00:00Z\", endsAt: \"2027-01-01T01:00:00Z\", venue: {{}}, agenda: {{}} }}) {{ status }}"
            ),
        ),
        m(
            "editMeeting",
            format!(
                "editMeeting(id: \"{meeting}\", version: 1, input: {{ title: {{}}, startsAt: \"2027-01-01T00:00:00Z\", endsAt: \"2027-01-01T01:00:00Z\", venue: {{}}, agenda: {{}} }}) {{ status }}"
            ),
        ),
        m("cancelMeeting", format!("cancelMeeting(id: \"{meeting}\", reason: \"x\") {{ status }}")),
        m("writeMinutes", format!("writeMinutes(id: \"{meeting}\", version: 1, minutes: {{}}) {{ status }}")),
        m("approveMinutes", format!("approveMinutes(id: \"{meeting}\", version: 1) {{ status }}")),
        m(
            "recordStandingMandate",
            "recordStandingMandate(input: { membership: \"membership:01970000-0000-7000-8000-000000000000\", validUntil: \"2027-01-01\",
                                            basis: BOARD, decidedOn: \"2026-01-01\" }) { status }"
                .into(),
        ),
        m(
            "endStandingMandate",
            "endStandingMandate(mandate: \"mandate:01970000-0000-7000-8000-000000000000\") { status }".into(),
        ),
        m(
            "addDuty",
            format!("addDuty(network: \"{network}\", input: {{ name: {{}}, kind: EXPIRING }}) {{ status }}"),
        ),
        m(
            "editDuty",
            format!("editDuty(network: \"{network}\", id: \"duty:{zero}\", version: 1, input: {{ name: {{}}, kind: EXPIRING }}) {{ status }}"),
        ),
        m(
            "recordDuty",
            format!("recordDuty(input: {{ membership: \"membership:{zero}\", duty: \"duty:{zero}\", doneOn: \"2026-01-01\" }}) {{ status }}"),
        ),
        q("memberImport", format!("memberImport(id: \"import:{zero}\") {{ id }}")),
        m("mapImport", format!("mapImport(id: \"import:{zero}\", version: 1, fields: []) {{ status }}")),
        m(
            "chooseForRow",
            format!("chooseForRow(input: {{ import: \"import:{zero}\", version: 1, line: 2, choice: SKIP }}) {{ status }}"),
        ),
        m("runImport", format!("runImport(id: \"import:{zero}\", version: 1) {{ status }}")),
        m("discardImport", format!("discardImport(id: \"import:{zero}\", version: 1) {{ status }}")),
        m(
            "claimOrganisation",
            format!("claimOrganisation(input: {{ network: \"{network}\", organisation: \"{rvo}\", name: {{}}, email: \"x\", position: {{}} }}) {{ status }}"),
        ),
        m("acceptClaim", format!("acceptClaim(claim: \"claim:{zero}\") {{ status }}")),
        m("refuseClaim", format!("refuseClaim(claim: \"claim:{zero}\", reason: \"x\") {{ status }}")),
        m("renewCalendarFeed", "renewCalendarFeed".into()),
        m("endCalendarFeed", "endCalendarFeed".into()),
    ]
}

/// A published document for members, sent by the knowledge manager, and a file of hers on its way.
async fn document(app: &TestApp) -> [String; 2] {
    use sala_documents::intake::Intake;
    use sala_domain::evidence::{DocumentDraft, NewDocument, service, uploads};
    let (ocn, services) = (app.ocn.as_ref().unwrap(), &app.services);
    let kunthea = ocn.person("kunthea@ocn.example").unwrap();
    let held = access::store::grants(&app.pool, kunthea, app.env.now()).await.unwrap();
    let actor = Actor::Person(Arc::new(Grants::new(kunthea, None, Scope::Write, false, None, held)));
    let begin = || uploads::begin(&app.pool, &app.env, &actor, ocn.network, "a.txt", 3, false);
    let (sent, waiting) = (begin().await.unwrap(), begin().await.unwrap());
    let (pool, env, files, reader) = (&app.pool, &app.env, &services.files, &services.reader);
    Intake { pool, env, files, reader }.receive(&actor, sent.id, 0, "abc".into()).await.unwrap();
    let draft = DocumentDraft {
        kind: Some("minutes".into()),
        themes: Some(vec!["a2i".into()]),
        languages: Some(vec!["en".into()]),
        ..DocumentDraft::default()
    };
    let new = NewDocument { network: ocn.network, uploads: vec![sent.id], level: Level::Members, group: None, draft };
    let added = service::add(pool, env, &actor, new).await.unwrap().document;
    let to = sala_domain::evidence::DocumentState::Published;
    service::go(pool, env, &actor, added.id, added.version, to).await.unwrap();
    [added.id.to_string(), waiting.id.to_string()]
}

fn evidence_fields(app: &TestApp, [document, upload]: &[String; 2]) -> Vec<(&'static str, &'static str, String)> {
    let network = app.network();
    let zero = "01970000-0000-7000-8000-000000000000";
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, body);
    vec![
        q("evidenceDocument", format!("evidenceDocument(id: \"{document}\") {{ id }}")),
        q("searchEvidence", format!("searchEvidence(network: \"{network}\") {{ totalCount }}")),
        m("beginUpload", format!("beginUpload(network: \"{network}\", name: \"a.pdf\", bytes: 3) {{ status }}")),
        m("cancelUpload", format!("cancelUpload(id: \"{upload}\") {{ status }}")),
        m(
            "addEvidence",
            format!(
                "addEvidence(input: {{ network: \"{network}\", uploads: [\"{upload}\"], level: MEMBERS }}) {{ status }}"
            ),
        ),
        m("editEvidence", format!("editEvidence(id: \"{document}\", version: 2, input: {{}}) {{ status }}")),
        m("moveEvidence", format!("moveEvidence(id: \"{document}\", version: 2, state: EXPIRED) {{ status }}")),
        m(
            "supersedeEvidence",
            format!("supersedeEvidence(id: \"{document}\", version: 2, newer: \"document:{zero}\") {{ status }}"),
        ),
        m(
            "setEvidenceLevel",
            format!("setEvidenceLevel(id: \"{document}\", version: 2, level: RESTRICTED) {{ status }}"),
        ),
        m("withdrawEvidence", format!("withdrawEvidence(id: \"{document}\", version: 2, consent: true) {{ status }}")),
        m("saveSearch", format!("saveSearch(network: \"{network}\", name: \"x\", alert: NONE) {{ status }}")),
        m("forgetSearch", format!("forgetSearch(id: \"savedsearch:{zero}\") {{ status }}")),
        m("askForEvidence", format!("askForEvidence(network: \"{network}\", wanted: \"x\") {{ status }}")),
        m(
            "answerEvidenceRequest",
            format!("answerEvidenceRequest(id: \"evidencerequest:{zero}\", answer: \"x\") {{ status }}"),
        ),
    ]
}

/// A draft of the network's, and a comment on it.
async fn paper(app: &TestApp) -> [String; 2] {
    let sreymom = app.signed_in("sreymom").await;
    let input = json!({ "network": app.network(), "textType": "POLICY_BRIEF", "sourceLanguage": "EN",
        "paper": { "title": { "en": "A draft" }, "summary": {}, "authorMode": "SIGNATORIES", "authoritativeLanguage": "EN", "sensitivity": "MEMBERS" } });
    let made = sreymom
        .graphql("mutation($i: StartPaperInput!) { startPaper(input: $i) { paper { id } } }", json!({ "i": input }))
        .await;
    let paper = made.at("/data/startPaper/paper/id").as_str().unwrap().to_owned();
    let input = json!({ "paper": paper, "language": "EN", "section": "context", "kind": "FACTUAL", "body": "When?" });
    let said = sreymom
        .graphql(
            "mutation($i: PaperCommentInput!) { addPaperComment(input: $i) { comment { id } } }",
            json!({ "i": input }),
        )
        .await;
    [paper, said.at("/data/addPaperComment/comment/id").as_str().unwrap().to_owned()]
}

/// The fields of campaigns, tried with a campaign that is there and for its team alone.
fn campaign_fields(
    app: &TestApp,
    [campaign, item, work, indicator, value, outcome]: &[String; 6],
) -> Vec<(&'static str, &'static str, String)> {
    let (network, rvo) = (app.network(), app.organisation("RVO"));
    let about = "title: { en: \"x\" }, problem: {}, goal: {}, affected: {}, approach: MIXED, visibility: PUBLIC";
    let body = "{ body: { step: { cause: \"x\", effect: \"y\" } } }";
    let done = "{ title: { en: \"x\" }, status: TODO }";
    let period = "{ fromOn: \"2026-02-01\", toOn: \"2026-02-02\", value: \"1\" }";
    let changed = format!("{{ {OUTCOME} }}");
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, format!("{name}({body}) {{ status }}"));
    vec![
        q(
            "campaign",
            format!(
                "campaign(id: \"{campaign}\") {{ id members {{ role }} items {{ id }} work {{ totalCount }} outcomes {{ totalCount }} thread {{ nodes {{ id }} }} }}"
            ),
        ),
        q("campaigns", format!("campaigns(network: \"{network}\") {{ totalCount }}")),
        m("startCampaign", format!("input: {{ network: \"{network}\", lead: \"{rvo}\", campaign: {{ {about} }} }}")),
        m("editCampaign", format!("id: \"{campaign}\", version: 1, input: {{ {about} }}")),
        m("moveCampaign", format!("id: \"{campaign}\", to: PLANNING")),
        m("setCampaignRate", format!("id: \"{campaign}\", on: \"2026-01-01\", rielPerDollar: 4000, source: \"x\"")),
        m(
            "inviteToCampaign",
            format!("input: {{ campaign: \"{campaign}\", organisation: \"{rvo}\", role: ADVISORY }}"),
        ),
        m("answerCampaign", format!("campaign: \"{campaign}\", organisation: \"{rvo}\", accepts: true")),
        m("addPlanItem", format!("campaign: \"{campaign}\", input: {body}")),
        m("editPlanItem", format!("id: \"{item}\", version: 1, input: {body}")),
        m("removePlanItem", format!("id: \"{item}\", version: 1")),
        m("addCampaignWork", format!("campaign: \"{campaign}\", kind: TASK, input: {done}")),
        m("editCampaignWork", format!("id: \"{work}\", version: 1, input: {done}")),
        m("putCampaignWork", format!("id: \"{work}\", version: 1, status: DONE")),
        m("shiftCampaignWork", format!("id: \"{work}\", version: 1")),
        m("removeCampaignWork", format!("id: \"{work}\", version: 1")),
        m("setCampaignDocuments", format!("about: \"{item}\", documents: []")),
        m("commentOnCampaign", format!("input: {{ about: \"{work}\", body: \"x\" }}")),
        m("takeBackCampaignComment", "id: \"campaigncomment:01970000-0000-7000-8000-000000000000\"".into()),
        m(
            "changeManyCampaignWork",
            format!("input: {{ campaign: \"{campaign}\", work: [{{ id: \"{work}\", version: 1 }}], status: DONE }}"),
        ),
        m("importCampaignWork", format!("campaign: \"{campaign}\", table: \"title,due\\nx,2026-01-01\"")),
        m("enterIndicatorValue", format!("indicator: \"{indicator}\", input: {period}")),
        m("changeIndicatorValue", format!("id: \"{value}\", version: 1, input: {period}")),
        m("removeIndicatorValue", format!("id: \"{value}\", version: 1")),
        m("addOutcome", format!("campaign: \"{campaign}\", input: {changed}")),
        m("editOutcome", format!("id: \"{outcome}\", version: 1, input: {changed}")),
        m("reviewOutcome", format!("id: \"{outcome}\", version: 1")),
        m(
            "askOutsider",
            format!("input: {{ outcome: \"{outcome}\", name: \"x\", email: \"x@y.example\", language: EN }}"),
        ),
        m(
            "publishOutcome",
            format!(
                "input: {{ outcome: \"{outcome}\", version: 1, statement: {{ en: \"x\" }}, harmless: true, consented: true }}"
            ),
        ),
        m("takeBackOutcome", format!("id: \"{outcome}\", version: 1")),
        m("removeOutcome", format!("id: \"{outcome}\", version: 1")),
    ]
}

/// What an outcome says at least.
const OUTCOME: &str = "statement: { en: \"x\" }, happenedIn: DAY, change: ACTION, intended: true, positive: true";

/// A campaign for its team alone, with a step of its theory, a task, an indicator with a value, and an outcome.
async fn campaign(app: &TestApp) -> [String; 6] {
    let dara = app.signed_in("dara").await;
    let made = async |what: &str, body: String| -> String {
        let told = dara.graphql(&format!("mutation {{ {body} }}"), json!({})).await;
        told.at(what).as_str().unwrap_or_else(|| panic!("{told:?}")).to_owned()
    };
    let (network, lead) = (app.network(), app.organisation("RVO"));
    let campaign = made(
        "/data/startCampaign/campaign/id",
        format!("startCampaign(input: {{ network: \"{network}\", lead: \"{lead}\", campaign: {{ title: {{ en: \"Quiet\" }}, problem: {{}}, goal: {{}}, affected: {{}}, approach: MIXED, visibility: TEAM }} }}) {{ campaign {{ id }} }}"),
    )
    .await;
    let item = made(
        "/data/addPlanItem/item/id",
        format!("addPlanItem(campaign: \"{campaign}\", input: {{ body: {{ step: {{ cause: \"x\", effect: \"y\" }} }} }}) {{ item {{ id }} }}"),
    )
    .await;
    let work = made(
        "/data/addCampaignWork/work/id",
        format!("addCampaignWork(campaign: \"{campaign}\", kind: TASK, input: {{ title: {{ en: \"x\" }}, status: TODO }}) {{ work {{ id }} }}"),
    )
    .await;
    let counted = "indicator: { statement: { en: \"x\" }, level: OUTPUT, measure: SUM, unit: {}, frequency: YEARLY }";
    let indicator = made(
        "/data/addPlanItem/item/id",
        format!("addPlanItem(campaign: \"{campaign}\", input: {{ body: {{ {counted} }} }}) {{ item {{ id }} }}"),
    )
    .await;
    let value = made(
        "/data/enterIndicatorValue/item/values/0/id",
        format!("enterIndicatorValue(indicator: \"{indicator}\", input: {{ fromOn: \"2026-01-01\", toOn: \"2026-01-02\", value: \"1\" }}) {{ item {{ values {{ id }} }} }}"),
    )
    .await;
    let outcome = made(
        "/data/addOutcome/outcome/id",
        format!("addOutcome(campaign: \"{campaign}\", input: {{ {OUTCOME} }}) {{ outcome {{ id }} }}"),
    )
    .await;
    [campaign, item, work, indicator, value, outcome]
}

/// The fields of maps of stakeholders, tried with a map that is there.
pub(super) fn map_fields(
    app: &TestApp,
    campaign: &str,
    [stakeholder, other, link, engagement]: &[String; 4],
) -> Vec<(&'static str, &'static str, String)> {
    let network = app.network();
    let who = "kind: UNIT, name: { en: \"x\" }, target: NONE";
    let rating = "influence: 1, interest: 1, alignment: 0, confidence: 1, basis: \"x\", sources: \"y\"";
    let relation =
        format!("from: \"{stakeholder}\", to: \"{other}\", kind: FUNDING, directed: true, strength: 1, basis: \"x\"");
    let contact = format!(
        "stakeholders: [\"{stakeholder}\"], heldOn: \"2026-07-01\", state: HELD, channel: CALL, said: \"x\", attribution: ON_RECORD"
    );
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, format!("{name}({body}) {{ status }}"));
    vec![
        q(
            "stakeholderMap",
            format!(
                "stakeholderMap(campaign: \"{campaign}\") {{ id stakeholders {{ id }} engagements {{ totalCount }} log {{ totalCount }} }}"
            ),
        ),
        q(
            "stakeholderMaps",
            format!("stakeholderMaps(network: \"{network}\") {{ totalCount edges {{ node {{ id }} }} }}"),
        ),
        q("stakeholders", format!("stakeholders(network: \"{network}\") {{ totalCount edges {{ node {{ id }} }} }}")),
        q(
            "stakeholder",
            format!("stakeholder(id: \"{stakeholder}\") {{ id neighbours(on: \"2026-07-01\") {{ week }} }}"),
        ),
        m("addStakeholder", format!("campaign: \"{campaign}\", input: {{ {who} }}")),
        m("copyStakeholders", format!("campaign: \"{campaign}\", stakeholders: [\"{stakeholder}\"]")),
        m("editStakeholder", format!("id: \"{stakeholder}\", version: 1, input: {{ {who} }}")),
        m("archiveStakeholder", format!("id: \"{stakeholder}\", version: 1")),
        m(
            "mergeStakeholders",
            format!("input: {{ from: \"{stakeholder}\", fromVersion: 1, into: \"{other}\", intoVersion: 1 }}"),
        ),
        m("takeOffice", format!("input: {{ holder: \"{stakeholder}\", office: \"{other}\", title: {{ en: \"x\" }} }}")),
        m("vacateOffice", format!("id: \"{stakeholder}\", version: 1, on: \"2026-07-01\", withTask: true")),
        m("assessStakeholder", format!("id: \"{stakeholder}\", input: {{ {rating} }}")),
        m("addStakeholderLink", format!("campaign: \"{campaign}\", input: {{ {relation} }}")),
        m("editStakeholderLink", format!("id: \"{link}\", version: 1, input: {{ {relation} }}")),
        m("removeStakeholderLink", format!("id: \"{link}\", version: 1")),
        m("openStakeholderLink", format!("id: \"{link}\"")),
        m("layOutStakeholders", format!("campaign: \"{campaign}\", places: [{{ id: \"{stakeholder}\", x: 1, y: 1 }}]")),
        m("logEngagement", format!("campaign: \"{campaign}\", input: {{ {contact} }}")),
        m("editEngagement", format!("id: \"{engagement}\", version: 1, input: {{ {contact} }}")),
        m("followUpEngagement", format!("id: \"{engagement}\", version: 1, done: true")),
        m("removeEngagement", format!("id: \"{engagement}\", version: 1")),
        m("openEngagement", format!("id: \"{engagement}\"")),
        m("importStakeholders", format!("campaign: \"{campaign}\", table: \"name,kind\\nx,unit\"")),
    ]
}

/// The fields of commitments, tried with one that is there for its team alone.
fn commitment_fields(app: &TestApp, campaign: &str, commitment: &str) -> Vec<Asked> {
    let network = app.network();
    let promised = "text: { en: \"x\" }, kind: AGREEMENT, source: PLEDGE, owner: { en: \"y\" }, madeOn: \"2026-06-01\", form: LETTER, visibility: TEAM";
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, format!("{name}({body}) {{ status }}"));
    vec![
        q("commitment", format!("commitment(id: \"{commitment}\") {{ id }}")),
        q("commitments", format!("commitments(network: \"{network}\") {{ totalCount }}")),
        q("commitmentTally", format!("commitmentTally(network: \"{network}\") {{ all owners {{ count }} }}")),
        q("commitmentScores", format!("commitmentScores(network: \"{network}\") {{ all }}")),
        m("recordCommitment", format!("campaign: \"{campaign}\", input: {{ {promised} }}")),
        m("editCommitment", format!("id: \"{commitment}\", version: 1, input: {{ {promised} }}")),
        m("confirmCommitment", format!("id: \"{commitment}\", version: 1, byWhat: \"x\"")),
        m("recordOwnerConsent", format!("id: \"{commitment}\", version: 1, byWhat: \"x\"")),
        m(
            "followUpCommitment",
            format!("id: \"{commitment}\", version: 1, input: {{ channel: CALL, finding: \"x\" }}"),
        ),
        m("verifyCommitmentFollowUp", "id: \"followup:01970000-0000-7000-8000-000000000000\"".into()),
    ]
}

/// The fields of dialogues, tried with one that is there for its team alone.
fn dialogue_fields(app: &TestApp, campaign: &str, [dialogue, invitation]: &[String; 2]) -> Vec<Asked> {
    let network = app.network();
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, format!("{name}({body}) {{ status }}"));
    vec![
        q("dialogue", format!("dialogue(id: \"{dialogue}\") {{ id }}")),
        q("dialogues", format!("dialogues(network: \"{network}\") {{ totalCount }}")),
        m("planDialogue", format!("campaign: \"{campaign}\", input: {{ {ROOM} }}")),
        m("editDialogue", format!("id: \"{dialogue}\", version: 1, input: {{ {ROOM} }}")),
        m("moveDialogue", format!("id: \"{dialogue}\", version: 1, step: APPROVE")),
        m(
            "putOffDialogue",
            format!(
                "id: \"{dialogue}\", version: 1, startsAt: \"2026-09-18T01:00:00Z\", endsAt: \"2026-09-18T05:00:00Z\", reason: \"x\""
            ),
        ),
        m(
            "inviteToDialogue",
            format!(
                "dialogue: \"{dialogue}\", people: [{{ constituency: \"cso\", name: {{ en: \"x\" }}, language: EN }}]"
            ),
        ),
        m("sendInvitations", format!("dialogue: \"{dialogue}\"")),
        m("recordReply", format!("invitation: \"{invitation}\", version: 1, via: PHONE, input: {{ answer: ACCEPT }}")),
        m("takeBackInvitation", format!("invitation: \"{invitation}\", version: 1")),
        m("forgetInvitee", format!("invitation: \"{invitation}\", version: 1")),
        m("forgetMe", "link: \"x\"".into()),
        m("readInvitation", "link: \"x\"".into()),
        m("answerInvitation", "link: \"x\", input: { answer: ACCEPT }".into()),
        m("importInvitees", format!("dialogue: \"{dialogue}\", table: \"name\\nx\"")),
        m("hearCalendarReply", format!("dialogue: \"{dialogue}\", file: \"x\"")),
        m(
            "arrangeDialogue",
            format!("dialogue: \"{dialogue}\", version: 1, input: {{ hosts: [], costs: [], documents: [] }}"),
        ),
        m("repeatDialogue", format!("dialogue: \"{dialogue}\", startsAt: \"2026-12-18T01:00:00Z\"")),
        m("dealTables", format!("dialogue: \"{dialogue}\", version: 1, tables: 2")),
        m("placeAtTable", format!("invitation: \"{invitation}\", version: 1, table: 1")),
        m(
            "editInvitation",
            format!(
                "invitation: \"{invitation}\", version: 1, input: {{ constituency: \"cso\", name: {{ en: \"x\" }}, language: EN }}"
            ),
        ),
        m("writeInvitationText", format!("invitation: \"{invitation}\"")),
        m("setAgenda", format!("dialogue: \"{dialogue}\", version: 1, items: []")),
        m("recordAttendance", format!("dialogue: \"{dialogue}\", marks: []")),
        m("writePoint", format!("dialogue: \"{dialogue}\", input: {{ text: {{ en: \"x\" }} }}")),
        m("beginPoint", format!("dialogue: \"{dialogue}\"")),
        m("strikePoint", "point: \"point:00000000-0000-7000-8000-000000000000\", version: 1".into()),
        m("circulateMinutes", format!("dialogue: \"{dialogue}\", version: 0, until: \"2026-08-01T00:00:00Z\"")),
        m("correctMinutes", format!("dialogue: \"{dialogue}\", input: {{ author: \"x\", via: PHONE, text: \"x\" }}")),
        m("answerCorrection", "correction: \"correction:00000000-0000-7000-8000-000000000000\", accepted: true".into()),
        m("approveDialogueMinutes", format!("dialogue: \"{dialogue}\", version: 0, by: \"x\"")),
        m("publishMinutes", format!("dialogue: \"{dialogue}\", version: 0")),
        m("correctByLink", "link: \"x\", text: \"x\"".into()),
        m("findDialogue", "link: \"x\", input: { useful: 1, safe: 1, heard: 1 }".into()),
    ]
}

const ROOM: &str = "title: { en: \"Quiet\" }, kind: ROUNDTABLE, purpose: LEARNING, startsAt: \"2026-09-18T01:00:00Z\", endsAt: \"2026-09-18T05:00:00Z\", mode: IN_PERSON, capacity: 4, attribution: OFF_RECORD, visibility: TEAM, seats: [{ constituency: \"cso\", seats: 4 }]";

/// A dialogue that the team of a campaign alone knows, with one who is invited.
async fn dialogue(app: &TestApp, campaign: &str) -> [String; 2] {
    let dara = app.signed_in("dara").await;
    let body =
        format!("mutation {{ planDialogue(campaign: \"{campaign}\", input: {{ {ROOM} }}) {{ dialogue {{ id }} }} }}");
    let made = dara.graphql(&body, json!({})).await;
    let id = made.at("/data/planDialogue/dialogue/id").as_str().unwrap_or_else(|| panic!("{made:?}")).to_owned();
    let body = format!(
        "mutation {{ inviteToDialogue(dialogue: \"{id}\", people: [{{ constituency: \"cso\", name: {{ en: \"x\" }}, language: EN }}]) {{ dialogue {{ invitations {{ edges {{ node {{ id }} }} }} }} }} }}"
    );
    let made = dara.graphql(&body, json!({})).await;
    let at = "/data/inviteToDialogue/dialogue/invitations/edges/0/node/id";
    [id, made.at(at).as_str().unwrap_or_else(|| panic!("{made:?}")).to_owned()]
}

/// A commitment that the team of a campaign alone knows.
async fn commitment(app: &TestApp, campaign: &str) -> String {
    let dara = app.signed_in("dara").await;
    let body = format!(
        "mutation {{ recordCommitment(campaign: \"{campaign}\", input: {{ text: {{ en: \"Quiet\" }}, kind: COMMITMENT, source: PLEDGE, owner: {{ en: \"z\" }}, madeOn: \"2026-06-01\", form: VERBAL, visibility: TEAM }}) {{ commitment {{ id }} }} }}"
    );
    let made = dara.graphql(&body, json!({})).await;
    made.at("/data/recordCommitment/commitment/id").as_str().unwrap_or_else(|| panic!("{made:?}")).to_owned()
}

/// Puts two on the map of a campaign, with a relation, a rating and a contact.
pub(super) async fn map(app: &TestApp, campaign: &str) -> [String; 4] {
    let dara = app.signed_in("dara").await;
    let made = async |what: &str, body: String| -> String {
        let told = dara.graphql(&format!("mutation {{ {body} }}"), json!({})).await;
        told.at(what).as_str().unwrap_or_else(|| panic!("{told:?}")).to_owned()
    };
    let mut two = Vec::new();
    for name in ["Provincial Governor", "District office"] {
        let body = format!(
            "addStakeholder(campaign: \"{campaign}\", input: {{ kind: INSTITUTION, name: {{ en: \"{name}\" }}, target: PRIMARY }}) {{ stakeholder {{ id }} }}"
        );
        two.push(made("/data/addStakeholder/stakeholder/id", body).await);
    }
    let (one, other) = (&two[0], &two[1]);
    let rating = "influence: 5, interest: 2, alignment: 0, confidence: 3, basis: \"Said so\", sources: \"Meeting\"";
    made(
        "/data/assessStakeholder/assessment/id",
        format!("assessStakeholder(id: \"{one}\", input: {{ {rating} }}) {{ assessment {{ id }} }}"),
    )
    .await;
    let link = made(
        "/data/addStakeholderLink/link/id",
        format!("addStakeholderLink(campaign: \"{campaign}\", input: {{ from: \"{one}\", to: \"{other}\", kind: FORMAL_AUTHORITY, directed: true, strength: 2, basis: \"Law\" }}) {{ link {{ id }} }}"),
    )
    .await;
    let engagement = made(
        "/data/logEngagement/engagement/id",
        format!("logEngagement(campaign: \"{campaign}\", input: {{ stakeholders: [\"{one}\"], heldOn: \"2026-07-01\", state: HELD, channel: MEETING, said: \"Nothing\", attribution: OFF_RECORD }}) {{ engagement {{ id }} }}"),
    )
    .await;
    [one.clone(), other.clone(), link, engagement]
}

fn paper_fields(app: &TestApp, [paper, comment]: &[String; 2]) -> Vec<(&'static str, &'static str, String)> {
    let (network, dara) = (app.network(), app.person("dara"));
    let about =
        "title: { en: \"x\" }, summary: {}, authorMode: SIGNATORIES, authoritativeLanguage: EN, sensitivity: PUBLIC";
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, body);
    vec![
        q("paper", format!("paper(id: \"{paper}\") {{ id comments {{ totalCount }} revisions {{ totalCount }} }}")),
        q("papers", format!("papers(network: \"{network}\") {{ totalCount }}")),
        m(
            "startPaper",
            format!(
                "startPaper(input: {{ network: \"{network}\", textType: OPEN_LETTER, sourceLanguage: EN, paper: {{ {about} }} }}) {{ status }}"
            ),
        ),
        m("editPaper", format!("editPaper(id: \"{paper}\", version: 2, input: {{ {about} }}) {{ status }}")),
        m(
            "namePaperDrafter",
            format!("namePaperDrafter(input: {{ paper: \"{paper}\", person: \"{dara}\", leads: true }}) {{ status }}"),
        ),
        m("removePaperDrafter", format!("removePaperDrafter(paper: \"{paper}\", person: \"{dara}\") {{ status }}")),
        m(
            "openSignOn",
            format!(
                "openSignOn(paper: \"{paper}\", input: {{ deadline: \"2026-07-17T10:00:00Z\", minCount: 1 }}) {{ status }}"
            ),
        ),
        m(
            "answerSignOn",
            format!(
                "answerSignOn(paper: \"{paper}\", organisation: \"organisation:00000000-0000-7000-8000-000000000000\", input: {{ state: DECLINED, textHash: \"\", attribution: PUBLIC }}) {{ status }}"
            ),
        ),
        m(
            "recordAnswer",
            format!(
                "recordAnswer(paper: \"{paper}\", organisation: \"organisation:00000000-0000-7000-8000-000000000000\", input: {{ state: DECLINED, textHash: \"\", attribution: PUBLIC }}, channel: EMAIL_RECORDED, evidence: \"document:00000000-0000-7000-8000-000000000000\") {{ status }}"
            ),
        ),
        m(
            "withdrawSignature",
            format!(
                "withdrawSignature(paper: \"{paper}\", organisation: \"organisation:00000000-0000-7000-8000-000000000000\", reason: \"x\") {{ status }}"
            ),
        ),
        m(
            "extendSignOn",
            format!("extendSignOn(paper: \"{paper}\", deadline: \"2026-07-17T10:00:00Z\", reason: \"x\") {{ status }}"),
        ),
        m("proposePublication", format!("proposePublication(paper: \"{paper}\") {{ status }}")),
        m("confirmPublication", format!("confirmPublication(paper: \"{paper}\") {{ status }}")),
        m("endPublication", format!("endPublication(paper: \"{paper}\", reason: {{ en: \"x\" }}) {{ status }}")),
        m("remindSignOn", format!("remindSignOn(paper: \"{paper}\") {{ status }}")),
        m("openAdoption", format!("openAdoption(paper: \"{paper}\", input: {{}}) {{ status }}")),
        m("askToLowerThreshold", format!("askToLowerThreshold(paper: \"{paper}\", reason: \"x\") {{ status }}")),
        m("callEditorial", format!("callEditorial(paper: \"{paper}\") {{ status }}")),
        m(
            "inviteGuest",
            format!(
                "inviteGuest(paper: \"{paper}\", input: {{ name: {{ en: \"x\" }}, email: \"x@y.example\", language: EN }}) {{ status }}"
            ),
        ),
        m("sendGuestAgain", "sendGuestAgain(guest: \"guest:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("revokeGuest", "revokeGuest(guest: \"guest:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("confirmGuest", "confirmGuest(guest: \"guest:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("readGuestInvitation", "readGuestInvitation(link: \"x\") { status }".into()),
        m(
            "answerAsGuest",
            "answerAsGuest(input: { link: \"x\", state: DECLINED, textHash: \"\", attribution: PUBLIC }) { status }"
                .into(),
        ),
        m(
            "recordDelivery",
            format!(
                "recordDelivery(paper: \"{paper}\", input: {{ addressee: \"x\", on: \"2026-07-01\", method: POST }}) {{ status }}"
            ),
        ),
        m(
            "strikeDelivery",
            "strikeDelivery(delivery: \"delivery:00000000-0000-7000-8000-000000000000\", reason: \"x\") { status }"
                .into(),
        ),
        q("verify", "verify(sha256: \"00\") { name }".into()),
        m("movePaper", format!("movePaper(id: \"{paper}\", input: {{ to: ABANDONED, reason: \"x\" }}) {{ status }}")),
        m("setPaperTranslation", format!("setPaperTranslation(id: \"{paper}\", state: TRANSLATED) {{ status }}")),
        m("keepPaperRevision", format!("keepPaperRevision(id: \"{paper}\", note: \"x\") {{ status }}")),
        m(
            "addPaperComment",
            format!(
                "addPaperComment(input: {{ paper: \"{paper}\", language: EN, section: \"context\", kind: LEGAL, body: \"x\" }}) {{ status }}"
            ),
        ),
        m("answerPaperComment", format!("answerPaperComment(id: \"{comment}\", state: ACCEPTED) {{ status }}")),
        m("withdrawPaperComment", format!("withdrawPaperComment(id: \"{comment}\") {{ status }}")),
        m("replyToPaperComment", format!("replyToPaperComment(id: \"{comment}\", body: \"x\") {{ status }}")),
        m("supportPaperAmendment", format!("supportPaperAmendment(id: \"{comment}\", supports: true) {{ status }}")),
    ]
}

/// Every other root field, with arguments that would work for somebody entitled.
fn root_fields(app: &TestApp, membership: &str, decision: &str) -> Vec<(&'static str, &'static str, String)> {
    let (network, hidden, rvo, dara) =
        (app.network(), app.organisation("BKIW"), app.organisation("RVO"), app.person("dara"));
    let (person, zero) = (&dara, "01970000-0000-7000-8000-000000000000");
    let nowhere = format!("network:{zero}");
    let q = |name, body: String| ("query", name, body);
    let m = |name, body: String| ("mutation", name, body);
    let s = |name, body: String| ("subscription", name, body);
    vec![
        q("hub", "hub { ready }".into()),
        q("viewer", "viewer { operator }".into()),
        q("node", format!("node(id: \"{hidden}\") {{ id }}")),
        q("nodes", format!("nodes(ids: [\"{hidden}\", \"{dara}\"]) {{ id }}")),
        q("network", format!("network(id: \"{network}\") {{ people {{ totalCount }} members(filter: {{ tier: ASSOCIATE }}) {{ totalCount }} }}")),
        q("networks", "networks { people { totalCount } }".into()),
        q("organisation", format!("organisation(id: \"{hidden}\") {{ id }}")),
        q("person", format!("person(id: \"{dara}\") {{ id }}")),
        q("places", "places { totalCount }".into()),
        q("terms", "terms(taxonomy: THEME) { viewerCan { edit } }".into()),
        q("mails", "mails { totalCount }".into()),
        m("signIn", "signIn(input: { email: \"dara@ocn.example\", password: \"wrong wrong wrong\" }) { status }".into()),
        m("signInDemo", "signInDemo(email: \"nobody@ocn.example\") { status }".into()),
        m("signOut", "signOut { status }".into()),
        m("takeMail", "takeMail(file: \"x\") { status }".into()),
        m("askPasswordReset", "askPasswordReset(email: \"dara@ocn.example\") { status }".into()),
        m("answerLink", "answerLink(input: { link: \"guess\", password: \"three green rivers\" }) { status }".into()),
        m("changePassword", "changePassword(input: { old: \"x\", new: \"three green rivers\" }) { status }".into()),
        m("setUp", "setUp(input: { link: \"guess\", network: { en: \"X\" }, name: { familyLatin: \"X\" }, email: \"x@x.example\", password: \"three green rivers\" }) { status }".into()),
        m("actFor", format!("actFor(input: {{ network: \"{network}\" }}) {{ status }}")),
        m("endSession", "endSession(id: \"session:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("makeAccessToken", "makeAccessToken(input: { name: \"x\" }) { status }".into()),
        m("revokeAccessToken", "revokeAccessToken(id: \"token:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("beginOpenId", "beginOpenId(input: { provider: \"fair\", purpose: LINK }) { status }".into()),
        m("unlinkOpenId", "unlinkOpenId(issuer: \"https://id.example\") { status }".into()),
        m("changeEmail", "changeEmail(input: { email: \"x@x.example\", password: \"guess guess guess\" }) { status }".into()),
        m("confirmEmail", "confirmEmail(link: \"guess\") { status }".into()),
        m("setHoliday", format!("setHoliday(network: \"{network}\", day: \"2026-07-06\", name: {{ en: \"x\" }}) {{ status }}")),
        m("removeHoliday", format!("removeHoliday(network: \"{network}\", day: \"2026-07-06\") {{ status }}")),
        m("editNetwork", format!("editNetwork(input: {{ id: \"{network}\", version: 2, acronym: \"X\" }}) {{ status }}")),
        m("addOrganisation", format!("addOrganisation(input: {{ network: \"{network}\", tier: FULL, name: {{ en: \"X\" }}, kind: \"cbo\", registration: UNREGISTERED }}) {{ status }}")),
        m("joinNetwork", format!("joinNetwork(input: {{ network: \"{network}\", organisation: \"{rvo}\", tier: FULL }}) {{ status }}")),
        m("setTier", "setTier(input: { id: \"membership:00000000-0000-7000-8000-000000000000\", version: 1, tier: FULL }) { status }".into()),
        m("editOrganisation", format!("editOrganisation(input: {{ id: \"{hidden}\", version: 1, acronym: \"X\" }}) {{ status }}")),
        q("decision", format!("decision(id: \"{decision}\") {{ id }}")),
        m("openDecision", format!("openDecision(input: {{ network: \"{network}\", subject: OTHER, title: {{ en: \"x\" }}, proposal: {{ en: \"x\" }} }}) {{ status }}")),
        m("castBallot", format!("castBallot(input: {{ decision: \"{decision}\", organisation: \"{hidden}\", stance: IN_FAVOUR }}) {{ status }}")),
        m("closeDecision", format!("closeDecision(decision: \"{decision}\") {{ status }}")),
        m("withdrawDecision", format!("withdrawDecision(decision: \"{decision}\", reason: \"x\") {{ status }}")),
        m("setDecisionRule", format!("setDecisionRule(input: {{ network: \"{network}\", subject: OTHER, method: CONSENT, voters: COMMITTEE, quorumPct: 50, windowDays: 7 }}) {{ status }}")),
        m("beginApplication", format!("beginApplication(input: {{ network: \"{nowhere}\", organisation: {{ en: \"x\" }}, email: \"x@x.example\", name: {{ givenLatin: \"x\" }} }}) {{ status }}")),
        m("editApplication", format!("editApplication(input: {{ membership: \"{membership}\" }}) {{ status }}")),
        m("nameSignatory", format!("nameSignatory(membership: \"{membership}\", person: \"{person}\") {{ status }}")),
        m("submitApplication", format!("submitApplication(membership: \"{membership}\") {{ status }}")),
        m("startReview", format!("startReview(membership: \"{membership}\") {{ status }}")),
        m("reviewApplication", format!("reviewApplication(input: {{ membership: \"{membership}\", checked: [] }}) {{ status }}")),
        m("returnApplication", format!("returnApplication(membership: \"{membership}\", reason: \"x\") {{ status }}")),
        m("waiveReferee", format!("waiveReferee(referee: \"referee:{zero}\", reason: \"x\") {{ status }}")),
        m("recommendApplication", format!("recommendApplication(input: {{ membership: \"{membership}\", tier: FULL }}) {{ status }}")),
        m("putApplicationAgain", format!("putApplicationAgain(membership: \"{membership}\") {{ status }}")),
        m("takeBackApplication", format!("takeBackApplication(membership: \"{membership}\") {{ status }}")),
        m("acceptConduct", format!("acceptConduct(membership: \"{membership}\", hash: \"\") {{ status }}")),
        m("readOutcomeQuestion", "readOutcomeQuestion(link: \"x\") { status }".into()),
        m(
            "answerOutcomeQuestion",
            "answerOutcomeQuestion(input: { link: \"x\", answer: AGREES, onRecord: true }) { status }".into(),
        ),
        m("readReference", "readReference(link: \"x\") { status }".into()),
        m("answerReference", "answerReference(input: { link: \"x\", answer: RECOMMENDS, name: \"x\" }) { status }".into()),
        m("recordFee", format!("recordFee(input: {{ membership: \"{membership}\", status: PAID, year: 2026 }}) {{ status }}")),
        m("suspendMember", format!("suspendMember(membership: \"{membership}\", reason: \"x\") {{ status }}")),
        m("reinstateMember", format!("reinstateMember(membership: \"{membership}\", reason: \"x\") {{ status }}")),
        m("terminateMember", format!("terminateMember(membership: \"{membership}\", reason: \"x\") {{ status }}")),
        m("resignMembership", format!("resignMembership(membership: \"{membership}\", reason: \"x\") {{ status }}")),
        m("removeLogo", format!("removeLogo(organisation: \"{hidden}\") {{ status }}")),
        m("setListing", format!("setListing(input: {{ id: \"{hidden}\", version: 1, listing: PUBLIC }}) {{ status }}")),
        m("addPerson", format!("addPerson(input: {{ organisation: \"{hidden}\", name: {{ familyLatin: \"X\" }} }}) {{ status }}")),
        m("invitePerson", format!("invitePerson(person: \"{dara}\") {{ status }}")),
        m("editPerson", format!("editPerson(input: {{ id: \"{dara}\", version: 1, phone: \"012 345 678\" }}) {{ status }}")),
        m("grantRole", format!("grantRole(input: {{ network: \"{network}\", person: \"{dara}\", role: COORDINATOR }}) {{ status }}")),
        m("endRole", "endRole(id: \"role:00000000-0000-7000-8000-000000000000\") { status }".into()),
        m("addTerm", "addTerm(input: { taxonomy: THEME, code: \"x_y\", label: { en: \"X\" } }) { status }".into()),
        m("editTerm", "editTerm(input: { id: \"term:00000000-0000-7000-8000-000000000000\", version: 1 }) { status }".into()),
        s("networkEvents", format!("networkEvents(network: \"{network}\") {{ kind }}")),
        s("nodeEvents", format!("nodeEvents(id: \"{hidden}\") {{ kind }}")),
        s("termEvents", "termEvents { kind }".into()),
        s("viewerEvents", "viewerEvents { kind }".into()),
        s("mailEvents", "mailEvents { kind }".into()),
        m("mergeTerm", "mergeTerm(input: { id: \"term:00000000-0000-7000-8000-000000000000\", into: \"term:00000000-0000-7000-8000-000000000000\" }) { status }".into()),
    ]
}

/// Every field of the schema's roots.
fn declared() -> Vec<(String, String)> {
    use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
    let sdl = async_graphql::parser::parse_schema(sala_api::graph::sdl()).unwrap();
    let mut found = Vec::new();
    for definition in sdl.definitions {
        let TypeSystemDefinition::Type(definition) = definition else { continue };
        let root = definition.node.name.node.to_string();
        let TypeKind::Object(object) = definition.node.kind else { continue };
        if matches!(root.as_str(), "Query" | "Mutation" | "Subscription") {
            found.extend(object.fields.iter().map(|f| (root.clone(), f.node.name.node.to_string())));
        }
    }
    found
}

/// What a field answers, in one word.
async fn verdict(actor: &sala_testkit::TestActor, kind: &str, body: &str) -> String {
    if kind == "subscription" {
        let mut socket = actor.connect().await;
        socket.subscribe("a", &format!("subscription {{ {body} }}"), json!({})).await;
        // Whoever may not listen hears so before the answer to a ping.
        socket.say(&json!({ "type": "ping" })).await;
        let heard = socket.hear().await;
        let code = heard["payload"][0]["extensions"]["code"].as_str().unwrap_or("(listens)");
        return code.to_owned();
    }
    let answer = actor.graphql(&format!("{kind} {{ {body} }}"), json!({})).await;
    match answer.code().as_str() {
        Some(code) => code.to_owned(),
        None => answer.at("/data").to_string(),
    }
}

/// A root field's kind, its name, and how it is asked for.
pub(super) type Asked = (&'static str, &'static str, String);

/// Every root field but those of maps, each asked for with things that are there; and the campaign among them, which its team
/// alone knows.
pub(super) async fn but_maps(app: &TestApp) -> (Vec<Asked>, String) {
    // Real ones, so that a refusal is not only a wrong id.
    let opened = app
        .signed_in("dara")
        .await
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: SPEND, title: { en: \"A budget\" },
                                 proposal: { en: \"500 USD\" }, restricted: true }) { status decision { id } } }",
            json!({ "n": app.network() }),
        )
        .await;
    let decision = opened.at("/data/openDecision/decision/id");
    let membership: Uuid = sqlx::query_scalar(
        "SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = 'BKIW'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let found: (Uuid, Uuid, Uuid) = sqlx::query_as(
        "SELECT g.id, s.id, m.id FROM working_groups g JOIN working_group_seats s ON s.group_id = g.id JOIN meetings m ON m.group_id = g.id
         WHERE s.convenes ORDER BY m.id LIMIT 1",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let group = [format!("group:{}", found.0), format!("seat:{}", found.1), format!("meeting:{}", found.2)];
    let mut fields = root_fields(app, &format!("membership:{membership}"), decision.as_str().unwrap());
    fields.extend(group_fields(app, &group));
    fields.extend(evidence_fields(app, &document(app).await));
    fields.extend(paper_fields(app, &paper(app).await));
    let told = campaign(app).await;
    fields.extend(campaign_fields(app, &told));
    fields.extend(commitment_fields(app, &told[0], &commitment(app, &told[0]).await));
    fields.extend(dialogue_fields(app, &told[0], &dialogue(app, &told[0]).await));
    (fields, told[0].clone())
}

#[tokio::test]
async fn every_root_field_is_tried_by_nobody_and_by_a_stranger() {
    let app = TestApp::ocn().await;
    let (mut fields, campaign) = but_maps(&app).await;
    fields.extend(map_fields(&app, &campaign, &map(&app, &campaign).await));
    let covered: BTreeSet<&str> = fields.iter().map(|(_, name, _)| *name).collect();
    for (root, name) in declared() {
        assert!(covered.contains(name.as_str()), "{root}.{name} is not tried here");
    }
    let stranger = app.stranger().await;
    let mut text = String::new();
    for (kind, name, body) in &fields {
        // Each alone, so that one cannot spoil the next.
        let nobody = verdict(&app.anonymous(), kind, body).await;
        let other = match *name {
            "signOut" => "(ends the session)".into(),
            "renewCalendarFeed" => "(an address of one's own)".into(),
            _ => verdict(&stranger, kind, body).await,
        };
        writeln!(text, "{name:<18} nobody: {nobody}\n{:<18} stranger: {other}", "").unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/authz/denied.snap");
    #[expect(clippy::disallowed_methods, reason = "a switch for the person who changes the rights")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), text, "look, then UPDATE=1");
}
