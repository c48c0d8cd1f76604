//! Rights: the golden matrix, single decisions against list filters, and every root field tried by those who may not.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use sala_domain::{
    access::{self, Action, Actor, Bound, Grant, Grants, Level, Role, Scope},
    groups::meetings,
    memberships::{MembershipState, Tier},
    organisations, people,
};
use sala_kernel::{Env, GroupId, MeetingId, NetworkId, OrganisationId, PageRequest, PersonId, Pool};
use sala_testkit::{TestApp, fresh_database};
use serde_json::json;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;

#[test]
fn the_matrix_of_rights_is_the_one_that_was_agreed() {
    let mut text = String::from(
        "Each cell: how far the right goes. N in the network, O own organisation, H hosted group, G seat in the working group, D what waits in the network, * whole hub; then the level.\n\n",
    );
    for action in Action::ALL {
        writeln!(text, "{action:?}").unwrap();
        for rule in access::table::rules(*action) {
            let who = rule.role.map_or_else(|| "anybody".to_owned(), |r| r.to_string());
            let bound = match rule.bound {
                Bound::Anyone => "-",
                Bound::Myself => "self",
                Bound::Network => "N",
                Bound::Own => "O",
                Bound::Hosted => "H",
                Bound::Group => "G",
                Bound::Hub => "*",
                Bound::Desk => "D",
                Bound::Named => "named",
                Bound::Author => "author",
            };
            writeln!(text, "  {who:<18} {bound:<5} {}", rule.up_to).unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/authz/matrix.snap");
    #[expect(clippy::disallowed_methods, reason = "a switch for the person who changes the rights")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap_or_default(),
        text,
        "rights changed: look, then UPDATE=1 cargo test -p sala-tests --test authz"
    );
}

/// A small world: 2 networks, 4 organisations, 4 people, and somebody who asks.
#[derive(Debug, Clone)]
struct World {
    organisations: Vec<(Level, Option<usize>)>,
    memberships: Vec<(usize, usize, Tier, MembershipState)>,
    public: [bool; 2],
    affiliations: Vec<(usize, usize)>,
    at_risk: Vec<bool>,
    roles: Vec<(usize, Option<usize>, Role)>,
    /// Seats of the asker in the working group of a network, for an organisation, leading it or not.
    seats: Vec<(usize, usize, bool)>,
}

fn world() -> impl Strategy<Value = World> {
    let level = prop::sample::select(vec![Level::Public, Level::Members, Level::Restricted]);
    let organisation = (level, prop::option::of(0..4_usize));
    let membership =
        (0..2_usize, 0..4_usize, prop::sample::select(Tier::ALL), prop::sample::select(MembershipState::ALL));
    let role = (0..2_usize, prop::option::of(0..4_usize), prop::sample::select(Role::ALL));
    (
        prop::collection::vec(organisation, 4),
        prop::collection::vec(membership, 0..7),
        any::<[bool; 2]>(),
        prop::collection::vec((0..4_usize, 0..4_usize), 0..6),
        prop::collection::vec(any::<bool>(), 4),
        prop::collection::vec(role, 0..4),
        prop::collection::vec((0..2_usize, 0..4_usize, any::<bool>()), 0..3),
    )
        .prop_map(|(organisations, memberships, public, affiliations, at_risk, roles, seats)| World {
            organisations,
            memberships,
            public,
            affiliations,
            at_risk,
            roles: roles.into_iter().filter(|(_, o, r)| o.is_some() || !r.is_member_role()).collect(),
            seats,
        })
}

const fn id(kind: u128, n: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + n as u128 + 1)
}

/// Writes a world into the database, replacing the one before.
async fn build(pool: &Pool, world: &World) {
    let mut tx = pool.begin().await.unwrap();
    sqlx::query("TRUNCATE organisations, networks, people CASCADE").execute(&mut *tx).await.unwrap();
    // A restore empties tables too, and does the same.
    sqlx::query("SELECT rights.rebuild()").execute(&mut *tx).await.unwrap();
    for n in 0..2 {
        sqlx::query("INSERT INTO networks (id, name_en, kind, state, public_page, created_at, updated_at) VALUES ($1, 'n', 'network', 'active', $2, now(), now())")
            .bind(id(1, n)).bind(world.public[n]).execute(&mut *tx).await.unwrap();
    }
    for (n, (level, _)) in world.organisations.iter().enumerate() {
        sqlx::query("INSERT INTO organisations (id, name_en, kind, registration, listing, created_at, updated_at) VALUES ($1, 'o', 'cbo', 'unregistered', $2, now(), now())")
            .bind(id(2, n)).bind(level).execute(&mut *tx).await.unwrap();
    }
    for (n, (_, host)) in world.organisations.iter().enumerate() {
        if let Some(host) = host.filter(|h| *h != n) {
            sqlx::query("UPDATE organisations SET host_id = $2 WHERE id = $1")
                .bind(id(2, n))
                .bind(id(2, host))
                .execute(&mut *tx)
                .await
                .unwrap();
        }
    }
    for (network, organisation, tier, state) in &world.memberships {
        sqlx::query("INSERT INTO memberships (id, network_id, organisation_id, tier, state, created_at, updated_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, now(), now()) ON CONFLICT DO NOTHING")
            .bind(id(1, *network)).bind(id(2, *organisation)).bind(tier).bind(state).execute(&mut *tx).await.unwrap();
    }
    for n in 0..4 {
        let protection = if world.at_risk[n] { "at_risk" } else { "normal" };
        sqlx::query("INSERT INTO people (id, family_latin, email, protection, code_name, created_at, updated_at) VALUES ($1, 'Real', 'real@x.example', $2::protection, 'Heron', now(), now())")
            .bind(id(3, n)).bind(protection).execute(&mut *tx).await.unwrap();
    }
    for (person, organisation) in &world.affiliations {
        sqlx::query("INSERT INTO affiliations (id, person_id, organisation_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())")
            .bind(id(3, *person)).bind(id(2, *organisation)).execute(&mut *tx).await.unwrap();
    }
    // The asker is person 0.
    for (network, organisation, role) in &world.roles {
        sqlx::query("INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, now()) ON CONFLICT DO NOTHING")
            .bind(id(3, 0)).bind(id(1, *network)).bind(organisation.map(|o| id(2, o))).bind(role).execute(&mut *tx).await.unwrap();
    }
    for n in 0..2 {
        sqlx::query("INSERT INTO working_groups (id, network_id, name_en, joining, state, created_at) VALUES ($1, $2, 'g', 'open', 'active', now())")
            .bind(id(4, n)).bind(id(1, n)).execute(&mut *tx).await.unwrap();
        for (m, level) in MEETING_LEVELS.iter().enumerate() {
            sqlx::query(
                "INSERT INTO meetings (id, group_id, network_id, title_en, starts_at, ends_at, level, created_at)
                         VALUES ($1, $2, $3, 'm', now(), now() + interval '1 hour', $4, now())",
            )
            .bind(id(5, n * 2 + m))
            .bind(id(4, n))
            .bind(id(1, n))
            .bind(level)
            .execute(&mut *tx)
            .await
            .unwrap();
        }
    }
    for (network, organisation, convenes) in &world.seats {
        sqlx::query(
            "INSERT INTO working_group_seats (id, group_id, organisation_id, person_id, convenes, state, asked_at)
                     VALUES (gen_random_uuid(), $1, $2, $3, $4, 'seated', now()) ON CONFLICT DO NOTHING",
        )
        .bind(id(4, *network))
        .bind(id(2, *organisation))
        .bind(id(3, 0))
        .bind(convenes)
        .execute(&mut *tx)
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

const MEETING_LEVELS: [Level; 2] = [Level::Members, Level::Restricted];

/// Meetings are in lists and by id exactly for those whom the table lets view them.
async fn meetings_follow_the_table(pool: &Pool, actor: &Actor) -> Result<(), String> {
    let ids: Vec<Uuid> = (0..4).map(|n| id(5, n)).collect();
    let listed: BTreeSet<_> =
        meetings::store::visible(pool, actor, &ids).await.unwrap().into_iter().map(|m| m.id).collect();
    let now = chrono::DateTime::UNIX_EPOCH;
    let whole = PageRequest::whole();
    for n in 0..2 {
        let network = NetworkId(id(1, n));
        let page = meetings::store::list(pool, actor, network, None, now, false, &whole).await.unwrap();
        let paged: BTreeSet<_> = page.items.iter().map(|(_, m)| m.id).collect();
        for (m, level) in MEETING_LEVELS.iter().enumerate() {
            let meeting = MeetingId(id(5, n * 2 + m));
            let facts = access::Facts {
                networks: vec![(network, *level)],
                group: Some(GroupId(id(4, n))),
                ..Default::default()
            };
            let decided = access::Reach::of(actor, Action::ViewMeeting).covers(&facts);
            if [listed.contains(&meeting), paged.contains(&meeting)] != [decided; 2] {
                return Err(format!("meeting {n}/{level}: decided {decided}, by id {listed:?}, in the list {paged:?}"));
            }
        }
    }
    Ok(())
}

/// The kept facts are those that the views define.
async fn kept_as_defined(pool: &Pool) -> Result<(), String> {
    for (table, columns) in [
        ("organisation_levels", "organisation_id, network_id, level, public"),
        ("person_organisations", "person_id, organisation_id"),
        ("person_levels", "person_id, network_id, level"),
    ] {
        let compare = format!(
            "SELECT count(*) FROM ((SELECT {columns} FROM rights.{table} EXCEPT SELECT {columns} FROM rights.{table}_defined)
             UNION ALL (SELECT {columns} FROM rights.{table}_defined EXCEPT SELECT {columns} FROM rights.{table})) d"
        );
        let differ: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(compare)).fetch_one(pool).await.unwrap();
        if differ != 0 {
            return Err(format!("rights.{table} differs from its definition in {differ} rows"));
        }
    }
    Ok(())
}

/// What many organisations' first pages show at once is what each shows alone.
async fn each_organisations_first_page_is_its_list(pool: &Pool, actor: &Actor, ids: &[Uuid]) -> Result<(), String> {
    let page = PageRequest::new(Some(2), None).unwrap();
    let shown = |page: &sala_kernel::Page<people::Person>| -> Vec<(PersonId, bool, String)> {
        page.items.iter().map(|(_, p)| (p.id, p.identified, p.email.clone())).collect()
    };
    for (organisation, together) in people::store::first_of_each(pool, actor, ids, &page).await.unwrap() {
        let among = people::store::Among::Organisation(organisation);
        let alone = people::store::visible(pool, actor, among, None, &page, false).await.unwrap();
        if shown(&together) != shown(&alone) || together.more != alone.more {
            return Err(format!("{organisation}: {together:?} together, {alone:?} alone"));
        }
    }
    Ok(())
}

async fn check(pool: &Pool, world: &World) -> Result<(), String> {
    build(pool, world).await;
    kept_as_defined(pool).await?;
    let held = access::store::grants(pool, PersonId(id(3, 0)), Env::system().now()).await.unwrap();
    let asker = Actor::Person(Arc::new(Grants::new(PersonId(id(3, 0)), None, Scope::Write, false, None, held)));
    let ids: Vec<Uuid> = (0..4).map(|n| id(2, n)).collect();
    for actor in [asker, Actor::Anonymous] {
        let listed: BTreeSet<_> =
            organisations::store::visible(pool, &actor, &ids).await.unwrap().into_iter().map(|o| o.id).collect();
        for n in 0..4 {
            let organisation = organisations::store::lookup(pool, OrganisationId(id(2, n))).await.unwrap().unwrap();
            let facts = organisations::store::facts(pool, &organisation).await.unwrap();
            let decided = access::Reach::of(&actor, Action::ViewOrganisation).covers(&facts);
            if decided != listed.contains(&organisation.id) {
                return Err(format!("organisation {n}: decided {decided}, listed {}", !decided));
            }
        }
        meetings_follow_the_table(pool, &actor).await?;
        let people_ids: Vec<Uuid> = (0..4).map(|n| id(3, n)).collect();
        let among = people::store::Among::Ids(&people_ids);
        let listed = people::store::visible(pool, &actor, among, None, &PageRequest::whole(), true).await.unwrap();
        each_organisations_first_page_is_its_list(pool, &actor, &ids).await?;
        for n in 0..4 {
            let person = PersonId(id(3, n));
            let facts = people::store::facts(pool, person).await.unwrap();
            let decided = access::Reach::with_self(&actor, Action::ViewPerson).covers(&facts);
            let found = listed.items.iter().find(|(_, p)| p.id == person);
            if decided != found.is_some() {
                return Err(format!("person {n}: decided {decided}, listed {}", !decided));
            }
            if let Some((_, found)) = found {
                // A person at risk keeps their name from everybody but their own and the protectors.
                let level = if world.at_risk[n] { Level::Restricted } else { Level::Public };
                let raised = access::Facts {
                    networks: facts
                        .networks
                        .iter()
                        .map(|(n, l)| {
                            (*n, if world.at_risk[0] || level == Level::Restricted { Level::Restricted } else { *l })
                        })
                        .collect(),
                    ..facts.clone()
                };
                let knows = access::Reach::with_self(&actor, Action::ViewIdentity).covers(if world.at_risk[n] {
                    &raised
                } else {
                    &facts
                });
                if world.at_risk[n] && found.identified != knows {
                    return Err(format!("person {n}: name known {}, decided {knows}", found.identified));
                }
                if !found.identified && (found.name.given_latin != "Heron" || !found.email.is_empty()) {
                    return Err(format!("person {n}: leaks {found:?}"));
                }
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn lists_show_exactly_what_single_decisions_allow() {
    let pool = PgPoolOptions::new().max_connections(2).connect_with(fresh_database().await).await.unwrap();
    let mut runner = TestRunner::deterministic();
    for n in 0..150 {
        let world = world().new_tree(&mut runner).unwrap().current();
        if let Err(why) = check(&pool, &world).await {
            panic!("world {n}: {why}\n{world:#?}");
        }
    }
}

#[tokio::test]
async fn kept_facts_follow_every_change() {
    let pool = PgPoolOptions::new().max_connections(4).connect_with(fresh_database().await).await.unwrap();
    let mut runner = TestRunner::deterministic();
    for n in 0..40 {
        let world = world().new_tree(&mut runner).unwrap().current();
        build(&pool, &world).await;
        for change in [
            "UPDATE organisations SET listing = CASE listing WHEN 'public' THEN 'restricted'::level ELSE 'public' END WHERE id = (SELECT min(id::text)::uuid FROM organisations)",
            "UPDATE memberships SET state = CASE state WHEN 'active' THEN 'resigned'::membership_state ELSE 'active' END",
            "UPDATE role_grants SET ended_at = now() WHERE organisation_id IS NULL",
            "UPDATE affiliations SET until = '2026-01-01' WHERE organisation_id = (SELECT min(organisation_id::text)::uuid FROM affiliations)",
            "UPDATE networks SET public_page = NOT public_page",
            "DELETE FROM memberships WHERE network_id = (SELECT min(id::text)::uuid FROM networks)",
            "DELETE FROM affiliations",
            "UPDATE networks SET state = 'dissolved' WHERE id = (SELECT min(id::text)::uuid FROM networks)",
        ] {
            sqlx::query(change).execute(&pool).await.unwrap();
            if let Err(why) = kept_as_defined(&pool).await {
                panic!("world {n}, after {change}: {why}\n{world:#?}");
            }
        }
    }
}

#[tokio::test]
async fn two_changes_to_one_person_at_once_are_both_kept() {
    let pool = PgPoolOptions::new().max_connections(4).connect_with(fresh_database().await).await.unwrap();
    let world = World {
        organisations: vec![
            (Level::Members, None),
            (Level::Restricted, None),
            (Level::Public, None),
            (Level::Public, None),
        ],
        memberships: vec![(0, 0, Tier::Full, MembershipState::Active), (0, 1, Tier::Full, MembershipState::Active)],
        public: [true, true],
        affiliations: vec![],
        at_risk: vec![false; 4],
        roles: vec![],
        seats: vec![],
    };
    for _ in 0..20 {
        build(&pool, &world).await;
        let join = async |organisation: usize| {
            sqlx::query("INSERT INTO affiliations (id, person_id, organisation_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())")
                .bind(id(3, 1))
                .bind(id(2, organisation))
                .execute(&pool)
                .await
                .unwrap();
        };
        tokio::join!(join(1), join(0));
        kept_as_defined(&pool).await.unwrap();
    }
}

#[test]
fn an_observers_people_reach_no_further_than_members_whatever_their_role() {
    let network = NetworkId(id(1, 0));
    let grant = |tier| Grant {
        network,
        organisation: Some(OrganisationId(id(2, 0))),
        role: Role::SteeringMember,
        tier: Some(tier),
        counts: true,
        group: None,
    };
    let reach = |tier| {
        let actor = Actor::Person(Arc::new(Grants::new(
            PersonId(id(3, 0)),
            None,
            Scope::Write,
            false,
            None,
            vec![grant(tier)],
        )));
        access::Reach::of(&actor, Action::ViewOrganisation).networks_at(Level::Restricted).len()
    };
    assert_eq!((reach(Tier::Full), reach(Tier::Observer)), (1, 0));
}

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

/// Every root field with arguments that would work for somebody entitled.
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

#[tokio::test]
async fn every_root_field_is_tried_by_nobody_and_by_a_stranger() {
    let app = TestApp::ocn().await;
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
    let mut fields = root_fields(&app, &format!("membership:{membership}"), decision.as_str().unwrap());
    fields.extend(group_fields(&app, &group));
    fields.extend(evidence_fields(&app, &document(&app).await));
    fields.extend(paper_fields(&app, &paper(&app).await));
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
