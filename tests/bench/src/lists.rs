//! Lists: flat, and nested 20 × 10 × 5.

use std::{path::Path, time::Duration};

use crate::{
    hub::{Hub, cpu},
    load::hammer,
    peers::{self, Peer},
    table::{heading, median, row},
};

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(3);

/// A network of 200 organisations with ten people each who hold five roles each, and the same rows once more as three
/// plain tables for the peers, who need no rights, no languages and no history.
const SEED: &[&str] = &[
    "INSERT INTO networks (id, name_en, kind, state, created_at, updated_at)
     VALUES ('018f0000-0000-7000-8000-000000000001', 'Bench', 'network', 'active', now(), now())",
    "INSERT INTO organisations (id, name_en, name_km, acronym, kind, registration, hq_place, listing, created_at, updated_at)
     SELECT ('018f0001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'Bench organisation ' || lpad(i::text, 4, '0'),
            'អង្គការ ' || i, 'B' || i, 'local_ngo', 'registered_moi', '0201', 'members', now(), now() FROM generate_series(1, 200) i",
    "INSERT INTO memberships (id, network_id, organisation_id, tier, state, joined_on, created_at, updated_at)
     SELECT ('018f0002-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, '018f0000-0000-7000-8000-000000000001',
            ('018f0001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'full', 'active', '2020-01-01', now(), now()
     FROM generate_series(1, 200) i",
    "INSERT INTO people (id, family_km, given_km, family_latin, given_latin, phone, created_at, updated_at)
     SELECT ('018f0003-0000-7000-8000-' || lpad((i * 100 + j)::text, 12, '0'))::uuid, 'សុខ', 'ទី' || j, 'Sok', 'Person ' || lpad(i::text, 4, '0') || lpad(j::text, 2, '0'),
            '012 345 6' || j, now(), now() FROM generate_series(1, 200) i, generate_series(1, 10) j",
    "INSERT INTO affiliations (id, person_id, organisation_id, created_at)
     SELECT ('018f0004-0000-7000-8000-' || lpad((i * 100 + j)::text, 12, '0'))::uuid,
            ('018f0003-0000-7000-8000-' || lpad((i * 100 + j)::text, 12, '0'))::uuid,
            ('018f0001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, now() FROM generate_series(1, 200) i, generate_series(1, 10) j",
    "INSERT INTO role_grants (id, person_id, network_id, organisation_id, role, granted_at)
     SELECT ('018f0005-0000-7000-8000-' || lpad((i * 1000 + j * 10 + k)::text, 12, '0'))::uuid,
            ('018f0003-0000-7000-8000-' || lpad((i * 100 + j)::text, 12, '0'))::uuid, '018f0000-0000-7000-8000-000000000001',
            ('018f0001-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
            (ARRAY['representative', 'alternate', 'signatory', 'contributor', 'convenor'])[k]::role, now()
     FROM generate_series(1, 200) i, generate_series(1, 10) j, generate_series(1, 5) k",
    "INSERT INTO role_grants (id, person_id, network_id, role, granted_at)
     SELECT '018f0006-0000-7000-8000-000000000001', a.person_id, '018f0000-0000-7000-8000-000000000001', 'coordinator', now()
     FROM accounts a WHERE a.email = 'dara@ocn.example'",
    "CREATE SCHEMA bench",
    "CREATE TABLE bench.organisations AS SELECT id, name_en, name_km, acronym FROM organisations WHERE id::text LIKE '018f0001%'",
    "ALTER TABLE bench.organisations ADD PRIMARY KEY (id)",
    "CREATE INDEX ON bench.organisations (name_en, id)",
    "CREATE TABLE bench.people AS SELECT p.id, a.organisation_id, p.family_latin || ' ' || p.given_latin AS name_en,
            p.family_km || ' ' || p.given_km AS name_km, p.phone
     FROM people p JOIN affiliations a ON a.person_id = p.id WHERE p.id::text LIKE '018f0003%'",
    "ALTER TABLE bench.people ADD PRIMARY KEY (id), ADD FOREIGN KEY (organisation_id) REFERENCES bench.organisations (id)",
    "CREATE INDEX ON bench.people (organisation_id, name_en, id)",
    "CREATE TABLE bench.roles AS SELECT id, person_id, role::text AS role, granted_at FROM role_grants WHERE id::text LIKE '018f0005%'",
    "ALTER TABLE bench.roles ADD PRIMARY KEY (id), ADD FOREIGN KEY (person_id) REFERENCES bench.people (id)",
    "CREATE INDEX ON bench.roles (person_id, id)",
    "ANALYZE",
];

const NETWORK: &str = "network:018f0000-0000-7000-8000-000000000001";

const SQL_FLAT: &str = "SELECT json_build_object('data', json_build_object('organisations', json_agg(o))) FROM (
  SELECT id, name_en AS \"nameEn\", name_km AS \"nameKm\", acronym FROM bench.organisations ORDER BY name_en, id LIMIT 20) o;";

const SQL_NESTED: &str =
    "SELECT json_build_object('data', json_build_object('organisations', json_agg(json_build_object(
  'id', o.id, 'nameEn', o.name_en, 'nameKm', o.name_km, 'acronym', o.acronym, 'people', (
    SELECT json_agg(json_build_object('id', p.id, 'nameEn', p.name_en, 'nameKm', p.name_km, 'phone', p.phone, 'roles', (
      SELECT json_agg(json_build_object('id', r.id, 'role', r.role, 'grantedAt', r.granted_at) ORDER BY r.id)
      FROM bench.roles r WHERE r.person_id = p.id)) ORDER BY p.name_en, p.id)
    FROM bench.people p WHERE p.organisation_id = o.id)) ORDER BY o.name_en, o.id)))
FROM (SELECT * FROM bench.organisations ORDER BY name_en, id LIMIT 20) o;";

fn wire(query: &str) -> String {
    serde_json::json!({ "query": query }).to_string()
}

/// One kind of list, as each server says it.
struct Kind {
    name: &'static str,
    sala: String,
    mercurius: String,
    postgraphile: String,
    sql: &'static str,
}

fn kinds() -> [Kind; 2] {
    [
        Kind {
            name: "flat list of 20",
            sala: wire(&format!(
                "{{ network(id: \"{NETWORK}\") {{ members(first: 20) {{ edges {{ node {{ organisation {{ id name {{ en km }} acronym }} }} }} }} }} }}"
            )),
            mercurius: wire("{ organisations(first: 20) { id nameEn nameKm acronym } }"),
            postgraphile: wire("{ allOrganisations(first: 20, orderBy: NAME_EN_ASC) { nodes { rowId nameEn nameKm acronym } } }"),
            sql: SQL_FLAT,
        },
        Kind {
            name: "nested list, 20 × 10 × 5",
            sala: wire(&format!(
                "{{ network(id: \"{NETWORK}\") {{ members(first: 20) {{ edges {{ node {{ organisation {{ id name {{ en km }} acronym
                   people(first: 10) {{ edges {{ node {{ id name {{ full {{ en km }} }} phone roles {{ id role grantedAt }} }} }} }} }} }} }} }} }} }}"
            )),
            mercurius: wire("{ organisations(first: 20) { id nameEn nameKm acronym people { id nameEn nameKm phone roles { id role grantedAt } } } }"),
            postgraphile: wire(
                "{ allOrganisations(first: 20, orderBy: NAME_EN_ASC) { nodes { rowId nameEn nameKm acronym
                   peopleByOrganisationId(orderBy: NAME_EN_ASC) { nodes { rowId nameEn nameKm phone
                   rolesByPersonId(orderBy: PRIMARY_KEY_ASC) { nodes { rowId role grantedAt } } } } } } }",
            ),
            sql: SQL_NESTED,
        },
    ]
}

struct Series {
    sala: Vec<f64>,
    cpu: Vec<f64>,
    pgbench: Vec<f64>,
    mercurius: Vec<f64>,
    postgraphile: Vec<f64>,
}

async fn rounds(hub: &Hub, cookie: &str, kind: &Kind, mercurius: Option<&Peer>, postgraphile: Option<&Peer>) -> Series {
    let mut series = Series { sala: vec![], cpu: vec![], pgbench: vec![], mercurius: vec![], postgraphile: vec![] };
    for round in 0..=ROUNDS {
        let before = cpu(hub.pid());
        let rate = hammer(hub.port, cookie, &kind.sala, ROUND).await;
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        let used = (cpu(hub.pid()) - before) * 1e6 / rate.requests as f64;
        let statement = peers::pgbench(hub, kind.sql, ROUND.as_secs());
        let node = match mercurius {
            Some(peer) => Some(hammer(peer.port, "", &kind.mercurius, ROUND).await.per_second),
            None => None,
        };
        let graphile = match postgraphile {
            Some(peer) => Some(hammer(peer.port, "", &kind.postgraphile, ROUND).await.per_second),
            None => None,
        };
        // The first round warms everybody up.
        if round > 0 {
            series.sala.push(rate.per_second);
            series.cpu.push(used);
            series.pgbench.extend(statement);
            series.mercurius.extend(node);
            series.postgraphile.extend(graphile);
        }
    }
    series
}

/// Measures both lists.
pub async fn measure(hub: &Hub, folder: &Path) {
    for statement in SEED {
        sqlx::query(*statement).execute(&hub.pool).await.unwrap();
    }
    let cookie = hub.sign_in("dara").await;
    for kind in kinds() {
        let seen = crate::load::post(hub.port, &cookie, kind.sala.clone()).await.body;
        assert!(!seen.windows(8).any(|w| w == b"\"errors\""), "{}", String::from_utf8_lossy(&seen));
        let mercurius = peers::start(hub, folder, "mercurius.mjs", &kind.mercurius).await;
        let postgraphile = peers::start(hub, folder, "postgraphile.mjs", &kind.postgraphile).await;
        let series = rounds(hub, &cookie, &kind, mercurius.as_ref(), postgraphile.as_ref()).await;
        let ours = median(series.sala);
        heading(&format!("{}, signed in, filtered by rights, {} kB", kind.name, seen.len() / 1000));
        row("sala", &format!("{ours:.0}/s"), "-");
        let bar = if kind.name.starts_with("flat") { "60 µs" } else { "-" };
        row("  its processor time per request, without PostgreSQL", &format!("{:.0} µs", median(series.cpu)), bar);
        let bars = if kind.name.starts_with("flat") { ["-", "2.5 ×", "-"] } else { ["0.85 ×", "3.5 ×", "2 ×"] };
        let peers = [
            ("pgbench, the statement written by hand, no rights", series.pgbench),
            ("Mercurius with JIT, no rights", series.mercurius),
            ("PostGraphile 5, no rights", series.postgraphile),
        ];
        for ((name, values), bar) in peers.into_iter().zip(bars) {
            if values.is_empty() {
                row(name, "not installed here", bar);
            } else {
                let theirs = median(values);
                row(name, &format!("{theirs:.0}/s: {:.2} ×", ours / theirs), bar);
            }
        }
    }
}
