//! One hub for one test.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use chrono::{TimeZone as _, Utc};
use sala_api::{
    Services,
    feed::Feed,
    graph, http,
    live::{Cursors, Live},
};
use sala_documents::apart::Reader;
use sala_domain::{demo::Ocn, hub};
use sala_files::Files;
use sala_identity::{
    Hasher, Settings, accounts,
    openid::{Providers, Setting},
};
use sala_kernel::{Clock, Entropy, Env, Pool};
use sala_search::{Search, embedded::Embedded};
use sqlx::{
    Connection as _,
    postgres::{PgConnectOptions, PgConnection, PgPoolOptions},
};
use tokio::{
    net::TcpListener,
    sync::{OnceCell, watch},
};

use crate::TestActor;

/// Migrated only; made by `with-database`.
const BARE: &str = "sala_template";
/// With lists and gazetteer; made by the first test that needs it.
const SEEDED: &str = "sala_seeded";
static NEXT: AtomicU32 = AtomicU32::new(1);
static READY: OnceCell<()> = OnceCell::const_new();

fn server() -> PgConnectOptions {
    let url = std::env::var("SALA_TEST_DATABASE")
        .expect("run tests through `make test`, or `cargo run -p sala-tests --bin with-database -- cargo test …`");
    url.parse().expect("SALA_TEST_DATABASE is a URL")
}

async fn seed() {
    let server = server();
    let mut admin = PgConnection::connect_with(&server).await.unwrap();
    // Test programs may run side by side: one of them seeds, the others wait.
    sqlx::query("SELECT pg_advisory_lock(1)").execute(&mut admin).await.unwrap();
    let there: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(SEEDED)
        .fetch_optional(&mut admin)
        .await
        .unwrap();
    if there.is_none() {
        let making = "sala_seeding";
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {making} TEMPLATE {BARE}")))
            .execute(&mut admin)
            .await
            .unwrap();
        let pool = PgPoolOptions::new().connect_with(server.database(making)).await.unwrap();
        sala_domain::terms::seed(&pool, &Env::system()).await.unwrap();
        sala_domain::places::seed(&pool).await.unwrap();
        pool.close().await;
        sqlx::query(sqlx::AssertSqlSafe(format!("ALTER DATABASE {making} RENAME TO {SEEDED}")))
            .execute(&mut admin)
            .await
            .unwrap();
    }
    admin.close().await.unwrap();
}

/// A database of one's own; how to connect to it.
pub async fn fresh_database() -> PgConnectOptions {
    READY.get_or_init(seed).await;
    let server = server();
    let name = format!("t_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut admin = PgConnection::connect_with(&server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {SEEDED}")))
        .execute(&mut admin)
        .await
        .unwrap();
    server.database(&name)
}

/// A running node.
pub struct TestApp {
    /// Its database.
    pub pool: Pool,
    /// Its clock (2026-07-01 02:00 UTC, 09:00 in Phnom Penh) and randomness.
    pub env: Env,
    /// The demo network, where it was asked for.
    pub ocn: Option<Ocn>,
    /// Its services.
    pub services: Services,
    /// Its subscriptions.
    pub live: Live,
    /// Its routes.
    pub router: axum::Router,
    /// Where it listens.
    pub address: SocketAddr,
    /// How to reach its database, for a second node.
    pub database: PgConnectOptions,
    /// Where its files and its index lie.
    pub folder: tempfile::TempDir,
    stop: watch::Sender<bool>,
}

/// The fonts that the web app's build has laid beside it; nothing where it has not been built.
fn fonts() -> Option<sala_documents::write::Fonts> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist/typesetting");
    let files = std::fs::read_dir(folder).ok()?.filter_map(|entry| std::fs::read(entry.ok()?.path()).ok());
    sala_documents::write::Fonts::new(files)
}

impl TestApp {
    /// A hub with the demo network OCN.
    pub async fn ocn() -> Self {
        Self::start(fresh_database().await, true, Vec::new()).await
    }

    /// The same, with providers to sign in through.
    pub async fn ocn_with(providers: Vec<Setting>) -> Self {
        Self::start(fresh_database().await, true, providers).await
    }

    /// A hub that nobody has set up.
    pub async fn empty() -> Self {
        Self::start(fresh_database().await, false, Vec::new()).await
    }

    /// Another node on the same database.
    pub async fn another_node(&self) -> Self {
        let mut other = Self::start(self.database.clone(), false, Vec::new()).await;
        other.ocn.clone_from(&self.ocn);
        other
    }

    async fn start(database: PgConnectOptions, demo: bool, openid: Vec<Setting>) -> Self {
        let pool = PgPoolOptions::new()
            .max_connections(6)
            .test_before_acquire(false)
            .connect_with(database.clone())
            .await
            .unwrap();
        let start = Utc.with_ymd_and_hms(2026, 7, 1, 2, 0, 0).unwrap();
        // Two nodes must not draw the same numbers.
        let env =
            Env { clock: Clock::fixed(start), entropy: Entropy::seeded(NEXT.fetch_add(1, Ordering::Relaxed).into()) };
        let hub = hub::ensure(&pool, &env, demo).await.unwrap();
        let mut ocn = None;
        if demo && !hub.ready {
            let loaded = sala_domain::demo::load(&pool, &env).await.unwrap().unwrap();
            let mut tx = pool.begin().await.unwrap();
            for (email, person) in &loaded.people {
                accounts::open(&mut tx, &env, *person, email, None, *email == "dara@ocn.example").await.unwrap();
            }
            hub::finish(&mut tx, &env).await.unwrap();
            tx.commit().await.unwrap();
            ocn = Some(loaded);
        }
        let hub = hub::lookup(&pool).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let url = format!("http://localhost:{}", address.port());
        let folder = tempfile::tempdir().unwrap();
        let files = Files::folder(&folder.path().join("files")).unwrap();
        let reader = Reader::here();
        let engine = Embedded::open(&folder.path().join("search"), hub.epoch).unwrap();
        let search = Search::new(&pool, Arc::new(engine)).await.unwrap();
        let rooms = sala_collab::Rooms::new(&pool, &env);
        let services = Services {
            pool: pool.clone(),
            env: env.clone(),
            hasher: Hasher::cheap(&env.entropy).unwrap(),
            settings: Arc::new(Settings::at(&url)),
            openid: Providers::new(openid).unwrap(),
            hub,
            feed: Feed::new(&pool).await.unwrap(),
            cursors: Arc::new(Cursors::new(&hub::cursor_key(&pool).await.unwrap(), hub.epoch).unwrap()),
            files,
            reader,
            search,
            texts: Arc::new(sala_collab::body::Yjs),
            fonts: fonts(),
            rooms: rooms.clone(),
            drawing: Arc::new(tokio::sync::Semaphore::new(2)),
            development: false,
        };
        let live = Live::new(graph::schema(), services.clone());
        let (stop, stopped) = watch::channel(false);
        let until = |mut stopped: watch::Receiver<bool>| async move {
            let _ = stopped.wait_for(|s| *s).await;
        };
        tokio::spawn(services.feed.clone().run(pool.clone(), until(stopped.clone())));
        tokio::spawn(live.clone().run());
        tokio::spawn(rooms.run(until(stopped.clone())));
        let router = http::router(Arc::new(http::Public {
            services: services.clone(),
            schema: graph::schema(),
            live: live.clone(),
            trust: http::Trust { public_url: url, proxies: 0 },
            persisted: http::Persisted::default(),
            web: Arc::new(|_| None),
            metrics: None,
        }));
        let app = router.clone().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, app).with_graceful_shutdown(until(stopped)).await });
        let started = Self { pool, env, ocn, services, live, router, address, database, folder, stop };
        // What the demo has written is history, not news.
        started.settle().await;
        started
    }

    /// Somebody without account.
    pub fn anonymous(&self) -> TestActor {
        TestActor::new(self)
    }

    /// One of the demo's people by the part of the address before the @, signed in.
    pub async fn signed_in(&self, who: &str) -> TestActor {
        let actor = self.anonymous();
        let answer = actor
            .mutate(
                "mutation($email: String!) { signInDemo(email: $email) { status } }",
                serde_json::json!({ "email": format!("{who}@ocn.example") }),
            )
            .await;
        assert_eq!(answer.at("/data/signInDemo/status"), "DONE", "{answer:?}");
        actor
    }

    /// The coordinator of a network of its own on this hub, who has nothing to do with OCN.
    pub async fn stranger(&self) -> TestActor {
        use sala_domain::{
            access::{Actor, Role},
            networks::{self, NetworkKind, NewNetwork},
            people::{NewPerson, PersonName, Sex},
            roles,
        };
        let mut tx = self.pool.begin().await.unwrap();
        let network = NewNetwork {
            name: sala_kernel::LText::new("Mekong Alliance", ""),
            acronym: "MA".into(),
            kind: NetworkKind::Alliance,
        };
        let network = networks::store::insert(&mut tx, &self.env, &network).await.unwrap();
        let person = NewPerson {
            name: PersonName { family_latin: "Strange".into(), ..PersonName::default() },
            email: "stranger@ma.example".into(),
            language: sala_kernel::Language::En,
            sex: Sex::Undisclosed,
            position: sala_kernel::LText::default(),
        };
        let host = self.ocn.as_ref().unwrap().organisation("KBL").unwrap();
        // Through the front door of the domain, then taken out of OCN again: only their own network remains.
        let id =
            sala_domain::people::service::add_in(&mut tx, &self.env, &Actor::Service, host, &person).await.unwrap();
        sqlx::query("DELETE FROM affiliations WHERE person_id = $1").bind(id.0).execute(&mut *tx).await.unwrap();
        roles::service::grant_in(
            &mut tx,
            &self.env,
            &Actor::Service,
            roles::service::NewRole::plain(network, id, None, Role::Coordinator),
        )
        .await
        .unwrap();
        let hash = self.services.hasher.hash(&self.env.entropy, "a stranger's own words").await.unwrap();
        accounts::open(&mut tx, &self.env, id, "stranger@ma.example", Some(&hash), false).await.unwrap();
        tx.commit().await.unwrap();
        // That they were given rights is over before they come: it closes a socket that opens earlier.
        self.settle().await;
        let actor = self.anonymous();
        let answer = actor.sign_in("stranger@ma.example", "a stranger's own words").await;
        assert_eq!(answer.at("/data/signIn/status"), "DONE", "{answer:?}");
        actor
    }

    /// Gives one of the demo's people a password.
    pub async fn set_password(&self, who: &str, password: &str) {
        let hash = self.services.hasher.hash(&self.env.entropy, password).await.unwrap();
        sqlx::query("UPDATE accounts SET password_hash = $2 WHERE email = $1")
            .bind(format!("{who}@ocn.example"))
            .bind(hash)
            .execute(&self.pool)
            .await
            .unwrap();
    }

    /// The id of an organisation of the demo, as text.
    pub fn organisation(&self, acronym: &str) -> String {
        self.ocn.as_ref().unwrap().organisation(acronym).unwrap().to_string()
    }

    /// The id of the demo network, as text.
    pub fn network(&self) -> String {
        self.ocn.as_ref().unwrap().network.to_string()
    }

    /// The id of a person of the demo, as text.
    pub fn person(&self, who: &str) -> String {
        self.ocn.as_ref().unwrap().person(&format!("{who}@ocn.example")).unwrap().to_string()
    }

    /// Reads every file that waits and brings the index up to date, as the tasks of a running hub do.
    pub async fn read_library(&self) {
        let services = &self.services;
        while sala_documents::worker::read_next(&self.pool, &self.env, &services.files, &services.reader).await.unwrap()
        {
        }
        self.settle().await;
        while sala_search::projector::catch_up(&self.pool, &services.search).await.unwrap() {}
    }

    /// Waits until everything written so far has been handed to watchers. What other tests write on the same database
    /// server may hold it back for a moment, so what is readable now is not the measure.
    pub async fn settle(&self) {
        let newest: Option<(i64, i64)> = sqlx::query_as(
            "SELECT xid::text::bigint, position FROM outbox ORDER BY outbox.xid DESC, outbox.position DESC LIMIT 1",
        )
        .fetch_optional(&self.pool)
        .await
        .unwrap();
        if let Some((xid, position)) = newest {
            self.services.feed.passed(sala_kernel::Cursor { xid, position }).await;
        }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
    }
}
