//! Working groups: proposed, joined, led; meetings and minutes; the group's own decisions; the private calendar.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::Duration;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};

/// The demo's group "Commune budgets": convenor Sreymom of KBL, by approval; Bopha of TMYA has been asked in.
async fn group(app: &TestApp) -> String {
    let id: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM working_groups ORDER BY id LIMIT 1").fetch_one(&app.pool).await.unwrap();
    format!("group:{id}")
}

async fn seat(app: &TestApp, who: &str) -> String {
    let person: uuid::Uuid = app.person(who).trim_start_matches("person:").parse().unwrap();
    let id: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM working_group_seats WHERE person_id = $1 AND ended_at IS NULL")
            .bind(person)
            .fetch_one(&app.pool)
            .await
            .unwrap();
    format!("seat:{id}")
}

fn draft(name: &str) -> Value {
    json!({ "name": { "en": name }, "terms": { "en": "To learn." }, "rhythm": {}, "joining": "OPEN", "method": "CONSENT",
            "quorumPct": 50, "windowDays": 7, "themes": ["a2i"] })
}

async fn answer(actor: &TestActor, seat: &str, yes: bool) -> Answer {
    actor
        .graphql(
            "mutation($s: ID!, $y: Boolean!) { answerSeat(seat: $s, yes: $y) { status violations { key } } }",
            json!({ "s": seat, "y": yes }),
        )
        .await
}

async fn end(actor: &TestActor, seat: &str) -> Answer {
    actor.graphql("mutation($s: ID!) { endSeat(seat: $s) { status violations { key } } }", json!({ "s": seat })).await
}

async fn ask(app: &TestApp, who: &str, group: &str, acronym: &str, person: &str) -> Answer {
    let input = json!({ "group": group, "organisation": app.organisation(acronym), "person": app.person(person) });
    app.signed_in(who)
        .await
        .graphql(
            "mutation($i: SeatInput!) { askForSeat(input: $i) { status violations { key } } }",
            json!({ "i": input }),
        )
        .await
}

async fn plan(app: &TestApp, actor: &TestActor, group: &str, title: &str, in_days: i64, restricted: bool) -> Answer {
    let starts = app.env.now() + Duration::days(in_days);
    let input = json!({ "title": { "en": title }, "startsAt": starts, "endsAt": starts + Duration::hours(2), "venue": { "en": "Here" },
                        "agenda": {}, "restricted": restricted });
    actor
        .graphql(
            "mutation($g: ID!, $i: MeetingInput!) { planMeeting(group: $g, input: $i) { status violations { key } meeting { id version } } }",
            json!({ "g": group, "i": input }),
        )
        .await
}

async fn planned(app: &TestApp, group: &str, title: &str, in_days: i64, restricted: bool) -> String {
    let convenor = app.signed_in("sreymom").await;
    let made = plan(app, &convenor, group, title, in_days, restricted).await;
    made.at("/data/planMeeting/meeting/id").as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_group_is_proposed_by_the_secretariat_and_approved_by_the_committee_alone() {
    let app = TestApp::ocn().await;
    let (dara, samnang, bopha) =
        (app.signed_in("dara").await, app.signed_in("samnang").await, app.signed_in("bopha").await);
    let propose = "mutation($n: ID!, $o: ID!, $p: ID!, $i: WorkingGroupInput!) {
        proposeGroup(network: $n, organisation: $o, convenor: $p, input: $i) { status violations { field key } group { id state } } }";
    let with = |acronym: &str, person: &str| json!({ "n": app.network(), "o": app.organisation(acronym), "p": app.person(person), "i": draft("Right to know") });
    assert_eq!(bopha.graphql(propose, with("TMYA", "bopha")).await.code(), "FORBIDDEN");
    let observer = dara.graphql(propose, with("PCPR", "kunthea")).await;
    assert_eq!(observer.at("/data/proposeGroup/violations/0/key"), "no_member_here", "{observer:?}");
    let stranger = dara.graphql(propose, with("KBL", "bopha")).await;
    assert_eq!(stranger.at("/data/proposeGroup/violations/0/key"), "not_their_person");
    let made = dara.graphql(propose, with("KBL", "chenda")).await;
    assert_eq!(made.at("/data/proposeGroup/group/state"), "PROPOSED", "{made:?}");
    let id = made.at("/data/proposeGroup/group/id");
    let go = "mutation($g: ID!, $to: GroupState!, $r: String!) { moveGroup(id: $g, to: $to, reason: $r) { status violations { key } group { state } } }";
    let to = |state: &str, reason: &str| json!({ "g": id, "to": state, "r": reason });
    assert_eq!(dara.graphql(go, to("ACTIVE", "")).await.code(), "FORBIDDEN", "the coordinator cannot approve");
    assert_eq!(samnang.graphql(go, to("ACTIVE", "")).await.at("/data/moveGroup/group/state"), "ACTIVE");
    assert_eq!(samnang.graphql(go, to("ACTIVE", "")).await.at("/data/moveGroup/status"), "CONFLICT");
    let chenda = app.signed_in("chenda").await;
    assert_eq!(chenda.graphql(go, to("DORMANT", " ")).await.at("/data/moveGroup/violations/0/key"), "reason_needed");
    assert_eq!(
        chenda.graphql(go, to("DORMANT", "Between sessions")).await.at("/data/moveGroup/group/state"),
        "DORMANT"
    );
    assert_eq!(chenda.graphql(go, to("DISSOLVED", "x")).await.code(), "FORBIDDEN", "a convenor cannot dissolve");
    let resting = plan(&app, &chenda, id.as_str().unwrap(), "x", 1, false).await;
    assert_eq!(resting.at("/data/planMeeting/violations/0/key"), "group_resting");
}

#[tokio::test]
async fn members_ask_convenors_answer_and_nobody_seats_people_who_are_not_theirs() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    let (sreymom, bopha) = (app.signed_in("sreymom").await, app.signed_in("bopha").await);
    let asked = seat(&app, "bopha").await;
    assert_eq!(answer(&bopha, &asked, true).await.code(), "FORBIDDEN", "one does not say yes to oneself");
    assert_eq!(answer(&sreymom, &asked, true).await.at("/data/answerSeat/status"), "DONE");
    assert_eq!(answer(&sreymom, &asked, true).await.at("/data/answerSeat/status"), "CONFLICT");
    assert_eq!(ask(&app, "bopha", &group, "TMYA", "bopha").await.at("/data/askForSeat/violations/0/key"), "seat_twice");
    assert_eq!(ask(&app, "bopha", &group, "KBL", "chenda").await.code(), "FORBIDDEN", "not for another organisation");
    assert_eq!(
        ask(&app, "samnang", &group, "KCFC", "chenda").await.at("/data/askForSeat/violations/0/key"),
        "not_their_person"
    );
    // A convenor invites; the invited answers for themselves.
    let offer =
        json!({ "i": { "group": group, "organisation": app.organisation("RVO"), "person": app.person("vuthy") } });
    let offered = sreymom.graphql("mutation($i: SeatInput!) { offerSeat(input: $i) { status } }", offer).await;
    assert_eq!(offered.at("/data/offerSeat/status"), "DONE", "{offered:?}");
    let vuthys = seat(&app, "vuthy").await;
    assert_eq!(answer(&bopha, &vuthys, true).await.code(), "FORBIDDEN");
    assert_eq!(answer(&app.signed_in("vuthy").await, &vuthys, true).await.at("/data/answerSeat/status"), "DONE");
    // What the screen offers is what they may do.
    let may = format!("{{ workingGroup(id: \"{group}\") {{ viewerCan {{ join lead approve }} }} }}");
    for (who, join, lead, approve) in
        [("bopha", true, false, false), ("sreymom", false, true, false), ("samnang", true, false, true)]
    {
        let can = app.signed_in(who).await.ask(&may).await.at("/data/workingGroup/viewerCan");
        assert_eq!(can, json!({ "join": join, "lead": lead, "approve": approve }), "{who}");
    }
    // The last convenor stays until another is named; then goes.
    let sreymoms = seat(&app, "sreymom").await;
    assert_eq!(end(&sreymom, &sreymoms).await.at("/data/endSeat/violations/0/key"), "last_convenor");
    assert_eq!(end(&bopha, &sreymoms).await.code(), "FORBIDDEN");
    let named = sreymom
        .graphql("mutation($s: ID!) { setConvenor(seat: $s, convenes: true) { status } }", json!({ "s": asked }))
        .await;
    assert_eq!(named.at("/data/setConvenor/status"), "DONE");
    assert_eq!(end(&sreymom, &sreymoms).await.at("/data/endSeat/status"), "DONE");
    let gone = plan(&app, &app.signed_in("sreymom").await, &group, "x", 1, false).await;
    assert_eq!(gone.code(), "FORBIDDEN", "a seat that ended leads nothing");
    assert_eq!(
        plan(&app, &app.signed_in("bopha").await, &group, "y", 1, false).await.at("/data/planMeeting/status"),
        "DONE"
    );
}

#[tokio::test]
async fn two_convenors_who_both_leave_at_once_do_not_leave_a_group_without_any() {
    let app = TestApp::ocn().await;
    let (sreymom, bopha) = (app.signed_in("sreymom").await, app.signed_in("bopha").await);
    let (hers, theirs) = (seat(&app, "sreymom").await, seat(&app, "bopha").await);
    answer(&sreymom, &theirs, true).await;
    sreymom
        .graphql("mutation($s: ID!) { setConvenor(seat: $s, convenes: true) { status } }", json!({ "s": theirs }))
        .await;
    let (one, two) = tokio::join!(end(&sreymom, &hers), end(&bopha, &theirs));
    let mut outcomes = [one.at("/data/endSeat/status"), two.at("/data/endSeat/status")];
    outcomes.sort_by_key(ToString::to_string);
    assert_eq!(outcomes, [json!("DONE"), json!("INVALID")]);
}

#[tokio::test]
async fn a_restricted_meeting_is_known_to_the_group_and_the_committee_and_to_nobody_else() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    answer(&app.signed_in("sreymom").await, &seat(&app, "bopha").await, true).await;
    let meeting = planned(&app, &group, "Quiet talk", 3, true).await;
    let everything = format!(
        "{{ node(id: \"{meeting}\") {{ id }} meeting(id: \"{meeting}\") {{ title {{ en }} }}
            workingGroup(id: \"{group}\") {{ meetings {{ totalCount edges {{ node {{ title {{ en }} }} }} }} }}
            network(id: \"{}\") {{ meetings {{ totalCount edges {{ node {{ title {{ en }} }} }} }}
                                   recentChanges {{ kind nodeId }} }} }}",
        app.network()
    );
    for (who, knows) in
        [("bopha", true), ("sreymom", true), ("samnang", true), ("dara", true), ("chenda", false), ("kunthea", false)]
    {
        let seen = format!("{:?}", app.signed_in(who).await.ask(&everything).await);
        assert_eq!(seen.contains("Quiet talk"), knows, "{who}: {seen}");
        assert_eq!(
            seen.contains("meeting.planned") && seen.contains(&format!("\"nodeId\":\"{meeting}\"")),
            knows,
            "{who}: {seen}"
        );
    }
    // Suspended, an organisation's people are out of the group at once.
    let tmya: uuid::Uuid = sqlx::query_scalar(
        "SELECT m.id FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE o.acronym = 'TMYA'",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap();
    app.signed_in("samnang")
        .await
        .mutate(
            "mutation($m: ID!) { suspendMember(membership: $m, reason: \"x\") { status } }",
            json!({ "m": format!("membership:{tmya}") }),
        )
        .await;
    let after = app.signed_in("bopha").await.ask(&everything).await;
    assert_eq!((after.at("/data/node"), after.at("/data/meeting")), (Value::Null, Value::Null), "{after:?}");
}

#[tokio::test]
async fn minutes_are_written_after_the_start_approved_once_and_then_stay() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    let meeting = planned(&app, &group, "Monthly", 1, false).await;
    let (sreymom, chenda) = (app.signed_in("sreymom").await, app.signed_in("chenda").await);
    let write = "mutation($m: ID!, $v: Int!) { writeMinutes(id: $m, version: $v, minutes: { km: \"បានពិភាក្សា\" }) { status violations { key } meeting { version minutesState } } }";
    let approve = "mutation($m: ID!, $v: Int!) { approveMinutes(id: $m, version: $v) { status violations { key } meeting { minutesState } } }";
    let with = |version: i32| json!({ "m": meeting, "v": version });
    assert_eq!(sreymom.graphql(write, with(1)).await.at("/data/writeMinutes/violations/0/key"), "meeting_ahead");
    assert_eq!(sreymom.graphql(approve, with(1)).await.at("/data/approveMinutes/violations/0/key"), "minutes_empty");
    app.env.clock.advance(Duration::days(1) + Duration::hours(1));
    assert_eq!(chenda.graphql(write, with(1)).await.code(), "FORBIDDEN", "not of the group");
    assert_eq!(sreymom.graphql(write, with(1)).await.at("/data/writeMinutes/meeting/minutesState"), "DRAFT");
    assert_eq!(
        sreymom.graphql(write, with(1)).await.at("/data/writeMinutes/status"),
        "CONFLICT",
        "nobody's minutes are lost"
    );
    assert_eq!(
        sreymom.graphql(approve, with(1)).await.at("/data/approveMinutes/status"),
        "CONFLICT",
        "only what was read"
    );
    assert_eq!(sreymom.graphql(approve, with(2)).await.at("/data/approveMinutes/meeting/minutesState"), "APPROVED");
    assert_eq!(sreymom.graphql(write, with(3)).await.at("/data/writeMinutes/violations/0/key"), "minutes_approved");
}

#[tokio::test]
async fn a_group_decides_by_its_own_rule_with_the_ballots_of_its_organisations() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    answer(&app.signed_in("sreymom").await, &seat(&app, "bopha").await, true).await;
    let meeting = planned(&app, &group, "Quiet talk", 3, true).await;
    let open = "mutation($i: OpenDecisionInput!) { openDecision(input: $i) { status violations { key }
        decision { id voters subject sensitivity quorumPct tally { electorate } group { id } meeting { id } } } }";
    let input = json!({ "i": { "network": app.network(), "subject": "ADMIT_MEMBER", "meeting": meeting, "title": { "en": "Go on?" }, "proposal": {} } });
    assert_eq!(
        app.signed_in("chenda").await.graphql(open, input.clone()).await.code(),
        "NOT_FOUND",
        "the meeting is not for her"
    );
    assert_eq!(
        app.signed_in("bopha").await.graphql(open, input.clone()).await.code(),
        "FORBIDDEN",
        "she does not lead"
    );
    let opened = app.signed_in("sreymom").await.graphql(open, input).await;
    let decision = opened.at("/data/openDecision/decision");
    assert_eq!(
        (&decision["voters"], &decision["subject"], &decision["sensitivity"], &decision["tally"]["electorate"]),
        (&json!("GROUP"), &json!("OTHER"), &json!("RESTRICTED"), &json!(2)),
        "{opened:?}"
    );
    let cast = "mutation($i: CastBallotInput!) { castBallot(input: $i) { status violations { key } decision { tally { cast } } } }";
    let ballot = |acronym: &str| json!({ "i": { "decision": decision["id"], "organisation": app.organisation(acronym), "stance": "IN_FAVOUR" } });
    assert_eq!(app.signed_in("chenda").await.graphql(cast, ballot("KBL")).await.code(), "NOT_FOUND");
    assert_eq!(
        app.signed_in("bopha").await.graphql(cast, ballot("KBL")).await.code(),
        "FORBIDDEN",
        "one's own organisation only"
    );
    assert_eq!(
        app.signed_in("bopha").await.graphql(cast, ballot("TMYA")).await.at("/data/castBallot/decision/tally/cast"),
        1
    );
    let last = app.signed_in("sreymom").await.graphql(cast, ballot("KBL")).await;
    assert_eq!(last.at("/data/castBallot/decision/tally/cast"), 2, "{last:?}");
    // A convenor closes it, now that all have answered.
    let closed = app
        .signed_in("sreymom")
        .await
        .graphql(
            "mutation($d: ID!) { closeDecision(decision: $d) { decision { state } } }",
            json!({ "d": decision["id"] }),
        )
        .await;
    assert_eq!(closed.at("/data/closeDecision/decision/state"), "ADOPTED", "{closed:?}");
}

#[tokio::test]
async fn the_private_calendar_says_when_and_of_restricted_meetings_nothing_more() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    answer(&app.signed_in("sreymom").await, &seat(&app, "bopha").await, true).await;
    planned(&app, &group, "Open talk", 2, false).await;
    planned(&app, &group, "Quiet talk", 3, true).await;
    let bopha = app.signed_in("bopha").await;
    let made = bopha.graphql("mutation { renewCalendarFeed }", json!({})).await;
    let address = made.at("/data/renewCalendarFeed").as_str().unwrap().to_owned();
    let path =
        |address: &str| address.split_once("/calendar/").map(|(_, rest)| format!("/calendar/{rest}?lang=en")).unwrap();
    let feed = app.anonymous().visit(&path(&address)).await;
    let text = String::from_utf8(feed.body).unwrap();
    assert!(text.contains("SUMMARY:Open talk") && text.contains("LOCATION:Here"), "{text}");
    assert!(!text.contains("Quiet") && text.contains("SUMMARY:Meeting of your working group"), "{text}");
    // A new address ends the old; a seat that ends takes its meetings along.
    let renewed = bopha.graphql("mutation { renewCalendarFeed }", json!({})).await;
    assert_eq!(app.anonymous().visit(&path(&address)).await.status, 404);
    end(&bopha, &seat(&app, "bopha").await).await;
    let feed = app.anonymous().visit(&path(renewed.at("/data/renewCalendarFeed").as_str().unwrap())).await;
    let text = String::from_utf8(feed.body).unwrap();
    assert!(!text.contains("talk") && text.contains("BEGIN:VCALENDAR"), "{text}");
    assert_eq!(app.anonymous().visit("/calendar/guess.ics").await.status, 404);
}

#[tokio::test]
async fn the_seat_of_a_hidden_group_is_seen_by_those_who_may_know_it_only() {
    let app = TestApp::ocn().await;
    let group = group(&app).await;
    let ckws: uuid::Uuid = app.organisation("CKWS").trim_start_matches("organisation:").parse().unwrap();
    let (person, now) = (uuid::Uuid::from_u128(7), app.env.now());
    sqlx::query("INSERT INTO people (id, family_latin, given_latin, language, created_at, updated_at) VALUES ($1, 'Hidden', 'Woman', 'km', $2, $2)")
        .bind(person).bind(now).execute(&app.pool).await.unwrap();
    sqlx::query("INSERT INTO affiliations (id, person_id, organisation_id, is_primary, created_at) VALUES ($1, $1, $2, true, $3)")
        .bind(person).bind(ckws).bind(now).execute(&app.pool).await.unwrap();
    let offer = json!({ "i": { "group": group, "organisation": app.organisation("CKWS"), "person": format!("person:{person}") } });
    let dara = app.signed_in("dara").await;
    let offered =
        dara.graphql("mutation($i: SeatInput!) { offerSeat(input: $i) { status violations { key } } }", offer).await;
    assert_eq!(offered.at("/data/offerSeat/status"), "DONE", "{offered:?}");
    let query = format!(
        "{{ workingGroup(id: \"{group}\") {{ seats {{ totalCount edges {{ node {{ organisation {{ acronym }} person {{ id }} }} }} }} }} }}"
    );
    assert_eq!(dara.ask(&query).await.at("/data/workingGroup/seats/totalCount"), 3);
    let sreymom = app.signed_in("sreymom").await.ask(&query).await;
    assert_eq!(sreymom.at("/data/workingGroup/seats/totalCount"), 2, "{sreymom:?}");
    assert!(!format!("{sreymom:?}").contains(&person.to_string()));
}
