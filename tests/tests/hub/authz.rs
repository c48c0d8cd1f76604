//! Rights: the golden matrix, and single decisions against list filters.

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
use sala_testkit::fresh_database;
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
        "rights changed: look, then UPDATE=1 cargo test -p sala-tests --test hub authz"
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
