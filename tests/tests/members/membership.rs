//! J1: an organisation joins. Referees, review, decision, code of conduct; and who learns of it when.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::Duration;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

/// An applicant on her way, and what is needed to go on.
struct Joining {
    app: TestApp,
    rattana: TestActor,
    membership: String,
    organisation: String,
}

const BEGIN: &str = "mutation($input: BeginApplicationInput!) { beginApplication(input: $input) { status violations { field key } membership { id } } }";

/// The secret behind `path` in the newest mail to an address.
async fn link(app: &TestApp, to: &str, path: &str) -> Option<String> {
    let body: Option<String> =
        sqlx::query_scalar("SELECT body FROM mails WHERE recipient = $1 AND body LIKE '%' || $2 || '#%' ORDER BY created_at DESC, id DESC LIMIT 1")
            .bind(to)
            .bind(path)
            .fetch_optional(&app.pool)
            .await
            .unwrap();
    let body = body?;
    let rest = body.split_once(&format!("{path}#"))?.1;
    Some(rest.split_whitespace().next()?.to_owned())
}

impl Joining {
    /// Somebody without an account begins, answers the mail, and is at her draft.
    async fn begun() -> Self {
        let app = TestApp::ocn().await;
        let anonymous = app.anonymous();
        let input = json!({
            "network": app.network(),
            "organisation": { "km": "សហគមន៍អ្នកប្រើប្រាស់ទឹកព្រៃស្វាយ" },
            "name": { "familyKm": "ហែម", "givenKm": "រតនា" },
            "email": "rattana@water.example",
        });
        let begun = anonymous.mutate(BEGIN, json!({ "input": input })).await;
        assert_eq!(begun.at("/data/beginApplication/status"), "DONE", "{begun:?}");
        assert_eq!(begun.at("/data/beginApplication/membership"), Value::Null);
        let secret = link(&app, "rattana@water.example", "/welcome").await.unwrap();
        let rattana = app.anonymous();
        let answered = rattana
            .mutate(
                "mutation($input: AnswerLinkInput!) { answerLink(input: $input) { status } }",
                json!({ "input": { "link": secret, "password": "three green rivers" } }),
            )
            .await;
        assert_eq!(answered.at("/data/answerLink/status"), "DONE", "{answered:?}");
        let own = rattana.ask("{ viewer { applications { id state organisation { id } } } }").await;
        assert_eq!(own.at("/data/viewer/applications/0/state"), "DRAFT", "{own:?}");
        let text = |pointer: &str| own.at(pointer).as_str().unwrap().to_owned();
        let membership = text("/data/viewer/applications/0/id");
        let organisation = text("/data/viewer/applications/0/organisation/id");
        Self { app, rattana, membership, organisation }
    }

    async fn fill(&self) {
        let version =
            self.rattana.ask(&format!("{{ organisation(id: \"{}\") {{ version }} }}", self.organisation)).await;
        let edited = self
            .rattana
            .mutate(
                "mutation($input: EditOrganisationInput!) { editOrganisation(input: $input) { status violations { field } } }",
                json!({ "input": { "id": self.organisation, "version": version.at("/data/organisation/version"),
                                   "kind": "farmer_water_user_community", "registration": "REGISTERED_OTHER",
                                   "hq": "place:020603", "themes": ["wash"] } }),
            )
            .await;
        assert_eq!(edited.at("/data/editOrganisation/status"), "DONE", "{edited:?}");
        let me = self.rattana.ask("{ viewer { person { id } } }").await.at("/data/viewer/person/id");
        let named = self
            .rattana
            .mutate(
                "mutation($m: ID!, $p: ID!) { nameSignatory(membership: $m, person: $p) { status } }",
                json!({ "m": self.membership, "p": me }),
            )
            .await;
        assert_eq!(named.at("/data/nameSignatory/status"), "DONE", "{named:?}");
    }

    async fn referees(&self, acronyms: &[&str]) -> Answer {
        let ids: Vec<String> = acronyms.iter().map(|a| self.app.organisation(a)).collect();
        self.rattana
            .mutate(
                "mutation($input: EditApplicationInput!) { editApplication(input: $input) { status violations { field key } } }",
                json!({ "input": { "membership": self.membership, "referees": ids,
                                   "motivation": { "km": "យើងចង់ធ្វើការជាមួយគ្នាលើទឹក។" } } }),
            )
            .await
    }

    /// Rattana accepts the code of conduct as it reads now.
    async fn accept_conduct(&self) -> Answer {
        let query = format!("{{ network(id: \"{}\") {{ codeOfConductHash }} }}", self.app.network());
        let hash = self.rattana.ask(&query).await.at("/data/network/codeOfConductHash");
        self.accept_text(&hash).await
    }

    async fn accept_text(&self, hash: &Value) -> Answer {
        let query = "mutation($m: ID!, $h: String!) { acceptConduct(membership: $m, hash: $h) { status violations { field key } membership { state tier } } }";
        self.rattana.graphql(query, json!({ "m": self.membership, "h": hash })).await
    }

    async fn on_membership(&self, actor: &TestActor, field: &str) -> Answer {
        let query = format!(
            "mutation($m: ID!) {{ {field}(membership: $m) {{ status violations {{ field key message {{ en km }} }} membership {{ state tier }} }} }}"
        );
        actor.graphql(&query, json!({ "m": self.membership })).await
    }

    async fn submitted() -> Self {
        let joining = Self::begun().await;
        joining.fill().await;
        joining.referees(&["TMYA", "KCFC"]).await;
        let submitted = joining.on_membership(&joining.rattana, "submitApplication").await;
        assert_eq!(submitted.at("/data/submitApplication/membership/state"), "APPLIED", "{submitted:?}");
        joining
    }

    async fn refer(&self, to: &str) -> Answer {
        let secret = link(&self.app, to, "/reference").await.unwrap();
        self.app
            .anonymous()
            .graphql(
                "mutation($input: AnswerReferenceInput!) { answerReference(input: $input) { status violations { field key } } }",
                json!({ "input": { "link": secret, "answer": "RECOMMENDS", "name": "Keo Bopha", "statement": "We know them well." } }),
            )
            .await
    }

    async fn recommended() -> Self {
        let joining = Self::submitted().await;
        joining.refer("bopha@ocn.example").await;
        joining.refer("samnang@ocn.example").await;
        let dara = joining.app.signed_in("dara").await;
        joining.on_membership(&dara, "startReview").await;
        let review = dara
            .mutate(
                "mutation($input: ReviewApplicationInput!) { reviewApplication(input: $input) { status } }",
                json!({ "input": { "membership": joining.membership,
                                   "checked": ["REGISTRATION", "GOVERNANCE", "SAFEGUARDING", "INDEPENDENCE", "PURPOSE"] } }),
            )
            .await;
        assert_eq!(review.at("/data/reviewApplication/status"), "DONE", "{review:?}");
        let recommended = joining.recommend().await;
        assert_eq!(recommended.at("/data/recommendApplication/membership/state"), "RECOMMENDED", "{recommended:?}");
        joining
    }

    async fn recommend(&self) -> Answer {
        self.app
            .signed_in("dara")
            .await
            .graphql(
                "mutation($input: RecommendApplicationInput!) { recommendApplication(input: $input) { status violations { field key } membership { state } } }",
                json!({ "input": { "membership": self.membership, "tier": "FULL" } }),
            )
            .await
    }

    async fn decision(&self) -> String {
        let found = self
            .app
            .signed_in("dara")
            .await
            .ask(&format!(
                "{{ network(id: \"{}\") {{ decisions(first: 1) {{ edges {{ node {{ id }} }} }} }} }}",
                self.app.network()
            ))
            .await;
        found.at("/data/network/decisions/edges/0/node/id").as_str().unwrap().to_owned()
    }

    async fn vote(&self, who: &str, organisation: &str, stance: &str) -> Answer {
        let decision = self.decision().await;
        ballot(&self.app, who, &decision, organisation, stance, "because", Value::Null).await
    }

    async fn close(&self) -> Answer {
        let decision = self.decision().await;
        self.app
            .signed_in("samnang")
            .await
            .graphql(
                "mutation($d: ID!) { closeDecision(decision: $d) { status violations { key } decision { state } } }",
                json!({ "d": decision }),
            )
            .await
    }

    async fn state(&self) -> Value {
        let own = self.app.signed_in("dara").await;
        let query = format!("{{ node(id: \"{}\") {{ ... on Membership {{ state tier }} }} }}", self.membership);
        own.ask(&query).await.at("/data/node/state")
    }
}

async fn ballot(
    app: &TestApp,
    who: &str,
    decision: &str,
    organisation: &str,
    stance: &str,
    reason: &str,
    replaces: Value,
) -> Answer {
    app.signed_in(who)
        .await
        .graphql(
            "mutation($input: CastBallotInput!) { castBallot(input: $input) { status violations { field key } decision { state tally { cast needed electorate } yours { ballot { id stance } } } } }",
            json!({ "input": { "decision": decision, "organisation": app.organisation(organisation), "stance": stance,
                               "reason": reason, "replaces": replaces } }),
        )
        .await
}

#[tokio::test]
async fn j1_1_an_application_in_khmer_is_handed_in_and_both_referees_get_a_link() {
    let joining = Joining::submitted().await;
    assert!(link(&joining.app, "bopha@ocn.example", "/reference").await.is_some());
    assert!(link(&joining.app, "samnang@ocn.example", "/reference").await.is_some());
    assert_eq!(joining.state().await, "APPLIED");
}

#[tokio::test]
async fn j1_2_after_referees_review_decision_and_signature_the_organisation_is_a_member_and_counts_from_then_on() {
    let joining = Joining::recommended().await;
    let app = &joining.app;
    let dara = app.signed_in("dara").await;
    // A decision of all full members that is open already.
    let earlier = dara
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"Budgets on boards\" }, proposal: { en: \"x\" } }) { status decision { id tally { electorate } } } }",
            json!({ "n": app.network() }),
        )
        .await;
    assert_eq!(earlier.at("/data/openDecision/decision/tally/electorate"), 7, "{earlier:?}");
    let earlier_id = earlier.at("/data/openDecision/decision/id").as_str().unwrap().to_owned();
    let admission = dara
        .ask(&format!(
            "{{ network(id: \"{}\") {{ decisions(first: 5) {{ edges {{ node {{ id subject }} }} }} }} }}",
            app.network()
        ))
        .await;
    // Both were opened in the same instant: which comes first is no matter of theirs.
    let admission = admission.at("/data/network/decisions/edges");
    let admission = admission.as_array().unwrap().iter().map(|edge| edge.get("node").unwrap());
    let admission =
        admission.filter(|d| d.get("subject").unwrap() == "ADMIT_MEMBER").find_map(|d| d.get("id")).unwrap();
    let admission = admission.as_str().unwrap().to_owned();
    let voted = ballot(app, "samnang", &admission, "KCFC", "IN_FAVOUR", "", Value::Null).await;
    assert_eq!(voted.at("/data/castBallot/status"), "DONE", "{voted:?}");
    let closed = app
        .signed_in("samnang")
        .await
        .mutate("mutation($d: ID!) { closeDecision(decision: $d) { decision { state } } }", json!({ "d": admission }))
        .await;
    assert_eq!(closed.at("/data/closeDecision/decision/state"), "ADOPTED", "{closed:?}");
    // Admitted, but not bound yet: no member.
    assert_eq!(joining.state().await, "RECOMMENDED");
    // Nobody agrees to a text other than the one they read.
    let other = joining.accept_text(&json!("0".repeat(64))).await;
    assert_eq!(other.at("/data/acceptConduct/status"), "CONFLICT", "{other:?}");
    let members = format!(
        "{{ network(id: \"{}\") {{ members(filter: {{ search: \"ព្រៃស្វាយ\" }}) {{ totalCount }} }} }}",
        app.network()
    );
    let sreymom = app.signed_in("sreymom").await;
    assert_eq!(sreymom.ask(&members).await.at("/data/network/members/totalCount"), 0);
    let accepted = joining.accept_conduct().await;
    assert_eq!(accepted.at("/data/acceptConduct/membership/state"), "ACTIVE", "{accepted:?}");
    assert_eq!(accepted.at("/data/acceptConduct/membership/tier"), "FULL");
    assert_eq!(sreymom.ask(&members).await.at("/data/network/members/totalCount"), 1);
    // In decisions already open it neither votes nor counts; in the next it does both.
    let tally = dara.ask(&format!("{{ decision(id: \"{earlier_id}\") {{ tally {{ electorate }} }} }}")).await;
    assert_eq!(tally.at("/data/decision/tally/electorate"), 7);
    let refused = joining
        .rattana
        .graphql(
            "mutation($input: CastBallotInput!) { castBallot(input: $input) { status violations { key } } }",
            json!({ "input": { "decision": earlier_id, "organisation": joining.organisation, "stance": "IN_FAVOUR" } }),
        )
        .await;
    assert_eq!(refused.at("/data/castBallot/violations/0/key"), "not_a_voter", "{refused:?}");
    let next = dara
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"Next\" }, proposal: { en: \"x\" } }) { decision { tally { electorate } } } }",
            json!({ "n": app.network() }),
        )
        .await;
    assert_eq!(next.at("/data/openDecision/decision/tally/electorate"), 8);
    // Every step is on record.
    let steps: Vec<String> = sqlx::query_scalar("SELECT to_state::text FROM membership_steps ORDER BY id")
        .fetch_all(&app.pool)
        .await
        .unwrap();
    assert_eq!(steps, ["applied", "under_review", "recommended", "active"]);
}

#[tokio::test]
async fn j1_3_with_one_referee_it_stays_a_draft_and_says_so_in_both_languages() {
    let joining = Joining::begun().await;
    joining.fill().await;
    joining.referees(&["TMYA"]).await;
    let refused = joining.on_membership(&joining.rattana, "submitApplication").await;
    assert_eq!(refused.at("/data/submitApplication/status"), "INVALID");
    assert_eq!(refused.at("/data/submitApplication/violations/0/field"), "referees");
    assert_eq!(
        refused.at("/data/submitApplication/violations/0/message/en"),
        "Name two member organisations who know you."
    );
    assert!(refused.at("/data/submitApplication/violations/0/message/km").as_str().unwrap().contains("អង្គការសមាជិកពីរ"));
    assert_eq!(joining.state().await, "DRAFT");
    // Neither a hidden associate she cannot know nor the same twice makes a second.
    let twice = joining.referees(&["TMYA", "TMYA"]).await;
    assert_eq!(twice.at("/data/editApplication/status"), "DONE");
    assert_eq!(
        joining.on_membership(&joining.rattana, "submitApplication").await.at("/data/submitApplication/status"),
        "INVALID"
    );
    let observer = joining.referees(&["TMYA", "PCPR"]).await;
    assert_eq!(observer.at("/data/editApplication/violations/0/key"), "referee_unfit");
}

#[tokio::test]
async fn an_applicant_is_nobodys_business_but_the_secretariats_and_the_committees() {
    let joining = Joining::submitted().await;
    let app = &joining.app;
    let query = format!(
        "{{ node(id: \"{}\") {{ id }} organisation(id: \"{}\") {{ id }} network(id: \"{}\") {{ applications {{ totalCount }} }} }}",
        joining.membership,
        joining.organisation,
        app.network()
    );
    for (who, sees) in [("dara", true), ("samnang", true), ("sreymom", false), ("bopha", false), ("kunthea", false)] {
        let seen = app.signed_in(who).await.ask(&query).await;
        assert_eq!(seen.at("/data/node").is_object(), sees, "{who} {seen:?}");
        assert_eq!(seen.at("/data/organisation").is_object(), sees, "{who}");
        assert_eq!(seen.at("/data/network/applications/totalCount"), i32::from(sees), "{who}");
    }
    // The applicant sees where she stands, but not what referees say of her.
    joining.refer("bopha@ocn.example").await;
    let own = joining
        .rattana
        .ask("{ viewer { applications { application { review { note } referees { answeredAt answer statement } } } } }")
        .await;
    let referee = own.at("/data/viewer/applications/0/application/referees/0");
    assert!(referee["answeredAt"].is_string(), "{own:?}");
    assert_eq!((&referee["answer"], &referee["statement"]), (&Value::Null, &Value::Null));
    assert_eq!(own.at("/data/viewer/applications/0/application/review"), Value::Null);
}

#[tokio::test]
async fn a_referees_link_answers_once_and_not_after_its_time() {
    let joining = Joining::submitted().await;
    let app = &joining.app;
    let secret = link(app, "bopha@ocn.example", "/reference").await.unwrap();
    let read = "mutation($l: String!) { readReference(link: $l) { status violations { key } reference { applicant { km } referee { en } } } }";
    let anyone = app.anonymous();
    let seen = anyone.graphql(read, json!({ "l": secret })).await;
    assert_eq!(seen.at("/data/readReference/reference/referee/en"), "Tonle Mekhala Youth Association", "{seen:?}");
    assert_eq!(joining.refer("bopha@ocn.example").await.at("/data/answerReference/status"), "DONE");
    let again = joining.refer("bopha@ocn.example").await;
    assert_eq!(again.at("/data/answerReference/violations/0/key"), "link_used_or_expired", "{again:?}");
    assert_eq!(anyone.graphql(read, json!({ "l": secret })).await.at("/data/readReference/status"), "INVALID");
    app.env.clock.advance(Duration::days(14));
    let late = joining.refer("samnang@ocn.example").await;
    assert_eq!(late.at("/data/answerReference/violations/0/key"), "link_used_or_expired");
}

#[tokio::test]
async fn nobody_is_recommended_before_referees_and_checklist_are_done() {
    let joining = Joining::submitted().await;
    let dara = joining.app.signed_in("dara").await;
    joining.refer("bopha@ocn.example").await;
    joining.on_membership(&dara, "startReview").await;
    let early = joining.recommend().await;
    let keys: Vec<Value> =
        (0..2).map(|i| early.at(&format!("/data/recommendApplication/violations/{i}/key"))).collect();
    assert_eq!(keys, ["referees_awaited", "checklist_open"], "{early:?}");
    // Going on without a referee needs a reason.
    let referee: uuid::Uuid = sqlx::query_scalar("SELECT id FROM membership_referees WHERE answered_at IS NULL")
        .fetch_one(&joining.app.pool)
        .await
        .unwrap();
    let waive =
        "mutation($r: ID!, $why: String!) { waiveReferee(referee: $r, reason: $why) { status violations { key } } }";
    let id = format!("referee:{referee}");
    let without = dara.graphql(waive, json!({ "r": id, "why": " " })).await;
    assert_eq!(without.at("/data/waiveReferee/violations/0/key"), "reason_needed");
    let with = dara.graphql(waive, json!({ "r": id, "why": "The office is flooded." })).await;
    assert_eq!(with.at("/data/waiveReferee/status"), "DONE");
    assert_eq!(joining.recommend().await.at("/data/recommendApplication/violations/0/key"), "checklist_open");
}

#[tokio::test]
async fn an_objection_gives_the_application_back_and_it_can_be_handed_in_again() {
    let joining = Joining::recommended().await;
    let mute = {
        let decision = joining.decision().await;
        ballot(&joining.app, "samnang", &decision, "KCFC", "OBJECTION", "", Value::Null).await
    };
    assert_eq!(mute.at("/data/castBallot/violations/0/key"), "objection_needs_reason", "{mute:?}");
    joining.vote("samnang", "KCFC", "OBJECTION").await;
    assert_eq!(joining.close().await.at("/data/closeDecision/decision/state"), "NOT_ADOPTED");
    assert_eq!(joining.state().await, "RETURNED");
    let again = joining.on_membership(&joining.rattana, "submitApplication").await;
    assert_eq!(again.at("/data/submitApplication/membership/state"), "APPLIED", "{again:?}");
    // The review of the first round says nothing about the second.
    joining.on_membership(&joining.app.signed_in("dara").await, "startReview").await;
    let early = joining.recommend().await;
    assert_eq!(early.at("/data/recommendApplication/violations/0/key"), "checklist_open", "{early:?}");
}

#[tokio::test]
async fn a_decision_closes_at_its_instant_and_takes_no_ballot_from_then_on() {
    let joining = Joining::recommended().await;
    let app = &joining.app;
    app.env.clock.advance(Duration::days(7));
    // Nothing has closed it yet, and still no ballot is taken.
    let late = joining.vote("samnang", "KCFC", "IN_FAVOUR").await;
    assert_eq!(late.at("/data/castBallot/violations/0/key"), "decision_closed", "{late:?}");
    assert_eq!(sala_domain::decisions::service::close_due(&app.pool, &app.env).await.unwrap(), 1);
    assert_eq!(sala_domain::decisions::service::close_due(&app.pool, &app.env).await.unwrap(), 0);
    // Nobody voted: it waits to be put again.
    assert_eq!(joining.state().await, "RECOMMENDED");
    let again = joining.on_membership(&app.signed_in("dara").await, "putApplicationAgain").await;
    assert_eq!(again.at("/data/putApplicationAgain/status"), "DONE", "{again:?}");
    joining.vote("samnang", "KCFC", "IN_FAVOUR").await;
    assert_eq!(joining.close().await.at("/data/closeDecision/decision/state"), "ADOPTED");
}

#[tokio::test]
async fn representative_and_alternate_at_once_cast_one_ballot() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let grant = json!({ "network": app.network(), "person": app.person("dara"), "organisation": app.organisation("TMYA"), "role": "ALTERNATE" });
    dara.mutate("mutation($input: GrantRoleInput!) { grantRole(input: $input) { status } }", json!({ "input": grant }))
        .await;
    let opened = dara
        .mutate(
            "mutation($n: ID!) { openDecision(input: { network: $n, subject: ADOPT_POSITION, title: { en: \"One\" }, proposal: { en: \"x\" } }) { decision { id } } }",
            json!({ "n": app.network() }),
        )
        .await;
    let decision = opened.at("/data/openDecision/decision/id").as_str().unwrap().to_owned();
    for _ in 0..4 {
        let (one, two) = tokio::join!(
            ballot(&app, "bopha", &decision, "TMYA", "IN_FAVOUR", "", Value::Null),
            ballot(&app, "dara", &decision, "TMYA", "AGAINST", "", Value::Null)
        );
        let done = [&one, &two].iter().filter(|a| a.at("/data/castBallot/status") == "DONE").count();
        assert!(done <= 1, "{one:?} {two:?}");
        let standing: i64 = sqlx::query_scalar("SELECT count(*) FROM ballots WHERE replaced_at IS NULL")
            .fetch_one(&app.pool)
            .await
            .unwrap();
        assert_eq!(standing, 1);
    }
    // A change names the ballot it replaces; history keeps both.
    let current: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM ballots WHERE replaced_at IS NULL").fetch_one(&app.pool).await.unwrap();
    let changed = ballot(&app, "bopha", &decision, "TMYA", "STAND_ASIDE", "", json!(format!("ballot:{current}"))).await;
    assert_eq!(changed.at("/data/castBallot/status"), "DONE", "{changed:?}");
    assert_eq!(changed.at("/data/castBallot/decision/tally/cast"), 1);
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM ballots").fetch_one(&app.pool).await.unwrap();
    assert_eq!(kept, 2);
}

#[tokio::test]
async fn a_signatory_whose_mandate_ended_signs_nothing_with_what_was_read_before() {
    let joining = Joining::recommended().await;
    joining.vote("samnang", "KCFC", "IN_FAVOUR").await;
    joining.close().await;
    let grant: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM role_grants WHERE role = 'signatory' AND organisation_id = $1")
            .bind(joining.organisation.strip_prefix("organisation:").unwrap().parse::<uuid::Uuid>().unwrap())
            .fetch_one(&joining.app.pool)
            .await
            .unwrap();
    let dara = joining.app.signed_in("dara").await;
    let end = format!("mutation {{ endRole(id: \"role:{grant}\") {{ status }} }}");
    let (ended, accepted) = tokio::join!(dara.graphql(&end, json!({})), joining.accept_conduct());
    assert_eq!(ended.at("/data/endRole/status"), "DONE", "{ended:?}");
    // Either she signed while she could, or not at all.
    let active = joining.state().await == "ACTIVE";
    assert_eq!(accepted.at("/data/acceptConduct/status") == "DONE", active, "{accepted:?}");
    if !active {
        assert_eq!(accepted.code(), "FORBIDDEN");
    }
    let later = joining.accept_conduct().await;
    assert!(later.code() == "FORBIDDEN", "{later:?}");
}

#[tokio::test]
async fn an_address_with_an_account_begins_nothing_and_nobody_can_tell() {
    let app = TestApp::ocn().await;
    let input = |email: &str| json!({ "input": { "network": app.network(), "organisation": { "en": "Somebody" }, "name": { "givenLatin": "S" }, "email": email } });
    let known = app.anonymous().mutate(BEGIN, input("bopha@ocn.example")).await;
    let fresh = app.anonymous().mutate(BEGIN, input("fresh@water.example")).await;
    assert_eq!(known.json, fresh.json);
    let begun: i64 = sqlx::query_scalar("SELECT count(*) FROM applications").fetch_one(&app.pool).await.unwrap();
    assert_eq!(begun, 1);
    let told: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM mails WHERE kind = 'application_elsewhere' AND recipient = 'bopha@ocn.example'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    assert_eq!(told, 1);
}

#[tokio::test]
async fn a_decision_record_goes_into_a_spreadsheet_and_runs_nothing_there() {
    let joining = Joining::recommended().await;
    let decision = joining.decision().await;
    ballot(&joining.app, "samnang", &decision, "KCFC", "IN_FAVOUR", "=HYPERLINK(\"http://x\")", Value::Null).await;
    let path = format!("/files/{decision}/record.csv?lang=km");
    let got = joining.app.signed_in("samnang").await.visit(&path).await;
    let text = String::from_utf8(got.body).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("សំណើ") && text.contains("គណៈកម្មការសហគមន៍ព្រៃឈើក្រវ៉ាញ"), "{text}");
    assert!(text.contains("'=HYPERLINK"), "{text}");
    assert!(text.contains("គាំទ្រ") && text.contains("កំពុងបើក"), "it is said in words: {text}");
    assert_eq!(joining.app.signed_in("sreymom").await.visit(&path).await.status, 404);
    // The same on paper.
    let printed = format!("/files/{decision}/record.pdf?lang=km");
    let got = joining.app.signed_in("samnang").await.visit(&printed).await;
    if joining.app.services.fonts.is_some() {
        assert!(got.body.starts_with(b"%PDF"), "{}", got.status);
    } else {
        assert!(!got.body.is_empty() && got.status != 200, "{}", got.status);
    }
    assert_eq!(joining.app.signed_in("sreymom").await.visit(&printed).await.status, 404);
}

#[tokio::test]
async fn one_person_does_not_fill_the_hub_with_drafts() {
    let app = TestApp::ocn().await;
    let bopha = app.signed_in("bopha").await;
    let begin = || {
        let input = json!({ "network": app.network(), "organisation": { "en": "Another" } });
        bopha.mutate(BEGIN, json!({ "input": input }))
    };
    for _ in 0..3 {
        assert_eq!(begin().await.at("/data/beginApplication/status"), "DONE");
    }
    assert_eq!(begin().await.at("/data/beginApplication/violations/0/key"), "too_many_drafts");
    // A member's signatory is not named by its representative alone.
    let own: uuid::Uuid = sqlx::query_scalar(
        "SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = 'TMYA'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    let named = bopha
        .graphql(
            "mutation($m: ID!, $p: ID!) { nameSignatory(membership: $m, person: $p) { status } }",
            json!({ "m": format!("membership:{own}"), "p": app.person("bopha") }),
        )
        .await;
    assert_eq!(named.code(), "NOT_FOUND", "{named:?}");
}

#[tokio::test]
async fn an_applicant_takes_its_application_back_until_the_committee_has_it() {
    let joining = Joining::submitted().await;
    let dara = joining.app.signed_in("dara").await;
    assert_eq!(joining.on_membership(&dara, "takeBackApplication").await.code(), "FORBIDDEN");
    let back = joining.on_membership(&joining.rattana, "takeBackApplication").await;
    assert_eq!(back.at("/data/takeBackApplication/membership/state"), "DRAFT", "{back:?}");
    let again = joining.on_membership(&joining.rattana, "takeBackApplication").await;
    assert_eq!(again.at("/data/takeBackApplication/status"), "CONFLICT", "{again:?}");
    let submitted = joining.on_membership(&joining.rattana, "submitApplication").await;
    assert_eq!(submitted.at("/data/submitApplication/membership/state"), "APPLIED", "{submitted:?}");
}
