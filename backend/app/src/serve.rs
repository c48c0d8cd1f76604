//! Running a hub, from the first connection to the last.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::serve::ListenerExt as _;
use sala_api::{
    Services,
    feed::Feed,
    graph, http,
    live::{Cursors, Live},
};
use sala_collab::Rooms;
use sala_documents::apart::Reader;
use sala_domain::{campaigns, decisions, dialogues, hub, memberships::standing, papers, reminders, roles, signing};
use sala_files::{Files, S3};
use sala_identity::{
    Hasher, Settings,
    links::{self, Purpose},
    openid::{self, Providers, Setting},
    throttle,
};
use sala_kernel::{Clock, Env, LText, Pool};
use sala_notify::{SmtpSettings, Transport};
use sala_search::{Search, embedded::Embedded};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::Config,
    database::{Database, Home},
    demo, library, listen, web,
};

/// How long open requests may take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(5);

/// Runs until told to stop.
pub async fn run(config: Config, home: Home, demo: bool) -> Result<(), String> {
    // Heard from the first moment: a stop that comes while starting must still stop the database in order.
    let told = Told::listen()?;
    let listener = listen::bind(config.listen.host, config.listen.port).await?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    let database = home.open(&config).await?;
    let ended = serve(&config, &home, &database, listener, address, demo, told).await;
    database.close().await;
    ended
}

async fn serve(
    config: &Config,
    home: &Home,
    database: &Database,
    listener: tokio::net::TcpListener,
    address: SocketAddr,
    demo: bool,
    mut told: Told,
) -> Result<(), String> {
    let mut env = Env::system();
    if demo && config.demo.ahead_hours > 0 {
        env.clock = Clock::Ahead(chrono::Duration::hours(config.demo.ahead_hours.into()));
    }
    let pool = database.pool.clone();
    database.migrate().await?;
    let hub = hub::ensure(&pool, &env, demo).await.map_err(|e| e.to_string())?;
    if demo && !hub.demo {
        return Err("this hub is no demo; run it with `sala serve`, or give the demo a data folder of its own".into());
    }
    if demo {
        demo::load(&pool, &env, hub).await.map_err(|e| format!("the demo cannot be loaded: {e}"))?;
    }
    let url = config.address(address.port());
    let stop = CancellationToken::new();
    let tasks = TaskTracker::new();
    let files = store(config, home)?;
    let reader = Reader::apart(myself()?);
    let engine = Embedded::open(&home.folder.make("search").map_err(|e| e.to_string())?, hub.epoch)?;
    let search = Search::new(&pool, Arc::new(engine)).await.map_err(|e| e.to_string())?;
    let rooms = Rooms::new(&pool, &env);
    let services = Services {
        pool: pool.clone(),
        env: env.clone(),
        hasher: Hasher::new(&env.entropy).map_err(|e| e.to_string())?,
        settings: Arc::new(Settings::at(&url)),
        openid: providers(config)?,
        hub,
        feed: Feed::new(&pool).await.map_err(|e| e.to_string())?,
        cursors: cursors(&pool, &hub).await.map_err(|e| e.to_string())?,
        files: files.clone(),
        reader: reader.clone(),
        search: search.clone(),
        texts: Arc::new(sala_collab::body::Yjs),
        fonts: web::fonts(),
        rooms: rooms.clone(),
        drawing: Arc::new(tokio::sync::Semaphore::new(2)),
        development: config.development,
    };
    let live = Live::new(graph::schema(), services.clone());
    tasks.spawn(services.feed.clone().run(pool.clone(), stop.clone().cancelled_owned()));
    tasks.spawn(live.clone().run());
    tasks.spawn(rooms.run(stop.clone().cancelled_owned()));
    tasks.spawn(sala_notify::run(pool.clone(), env.clone(), transport(config, home)?, stop.clone().cancelled_owned()));
    let until = || stop.clone().cancelled_owned();
    if demo && config.demo.library {
        // Behind the back of the first visitor: the page is there before the library is.
        let (pool, env, files, reader) = (pool.clone(), env.clone(), files.clone(), reader.clone());
        let stopped = until();
        tasks.spawn(async move {
            // Stopped in the middle, the next start goes on with it.
            let filled = tokio::select! {
                () = stopped => Ok(()),
                filled = library::fill(&pool, &env, &files, &reader) => filled,
            };
            if let Err(error) = filled {
                tracing::warn!(%error, "the demo's library is not whole; the next start goes on with it");
            }
        });
    }
    tasks.spawn(sala_documents::worker::run(pool.clone(), env.clone(), files.clone(), reader, until()));
    tasks.spawn(files.run(pool.clone(), env.clone(), until()));
    tasks.spawn(sala_search::projector::run(pool.clone(), search.clone(), until()));
    tasks.spawn(keep_time(pool.clone(), env.clone(), stop.clone()));
    tasks.spawn(remind(pool.clone(), env.clone(), url.clone(), search.clone(), stop.clone()));
    tasks.spawn(tidy(pool.clone(), env.clone(), stop.clone()));
    let public = Arc::new(http::Public {
        services,
        schema: graph::schema(),
        live: live.clone(),
        trust: http::Trust { public_url: url.clone(), proxies: config.listen.proxies },
        persisted: http::Persisted::default(),
        web: web::web(),
        metrics: metrics(config)?,
    });
    let app = http::router(public).into_make_service_with_connect_info::<SocketAddr>();
    greet(&pool, &env, &url, demo).await?;
    // A short answer leaves at once, and does not wait for the other side to confirm the one before.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let server = axum::serve(listener, app).with_graceful_shutdown(stop.clone().cancelled_owned());
    let server = tokio::spawn(async move { server.await });
    let ended = tokio::select! {
        () = told.stop() => Ok(()),
        () = gave_up(database) => Err("PostgreSQL keeps dying; see log/postgres.log in the data folder".into()),
    };
    tracing::info!("stopping");
    live.end_all();
    stop.cancel();
    let _ = tokio::time::timeout(DRAIN, server).await;
    tasks.close();
    let _ = tokio::time::timeout(DRAIN, tasks.wait()).await;
    ended
}

/// This very program. By the system's own name for it, where it has one: the account that is left may have no right to
/// walk to where it lies.
fn myself() -> Result<std::path::PathBuf, String> {
    let own = std::path::Path::new("/proc/self/exe");
    if own.exists() { Ok(own.to_owned()) } else { std::env::current_exe().map_err(|e| e.to_string()) }
}

/// The file store: an S3-compatible one where it is configured, else a folder.
fn store(config: &Config, home: &Home) -> Result<Files, String> {
    let s3 = &config.files.s3;
    if s3.bucket.is_empty() {
        return Files::folder(&home.folder.make("files").map_err(|e| e.to_string())?);
    }
    Files::s3(&S3 {
        endpoint: s3.endpoint.clone(),
        bucket: s3.bucket.clone(),
        region: s3.region.clone(),
        key_id: s3.key_id.clone(),
        secret: s3.secret.clone(),
    })
}

fn providers(config: &Config) -> Result<Providers, String> {
    let settings = config.openid.iter().map(|(id, p)| Setting {
        id: id.clone(),
        name: LText::new(&p.name_en, &p.name_km),
        issuer: p.issuer.clone(),
        client_id: p.client_id.clone(),
        client_secret: p.client_secret.clone(),
        domains: p.domains.iter().map(|d| d.to_lowercase()).collect(),
    });
    Providers::new(settings.collect()).map_err(|e| e.to_string())
}

async fn gave_up(database: &Database) {
    match &database.server {
        Some(server) => server.gave_up().await,
        None => std::future::pending().await,
    }
}

/// The signals that mean: stop.
struct Told {
    terminate: Signal,
    interrupt: Signal,
}

impl Told {
    fn listen() -> Result<Self, String> {
        let on = |kind| signal(kind).map_err(|e| e.to_string());
        Ok(Self { terminate: on(SignalKind::terminate())?, interrupt: on(SignalKind::interrupt())? })
    }

    async fn stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

fn transport(config: &Config, home: &Home) -> Result<Transport, String> {
    let from = config.smtp.from.clone();
    if config.smtp.host.is_empty() {
        let folder = home.folder.make("mail").map_err(|e| e.to_string())?;
        return Ok(Transport::Folder { folder, from });
    }
    let user = (!config.smtp.user.is_empty()).then(|| (config.smtp.user.clone(), config.smtp.password.clone()));
    let settings = SmtpSettings {
        host: config.smtp.host.clone(),
        port: config.smtp.port,
        security: config.smtp.security.clone(),
        user,
        from,
        patience: Duration::from_mins(1),
    };
    Transport::smtp(&settings).map_err(|e| e.to_string())
}

type Render = Arc<dyn Fn() -> String + Send + Sync>;

fn metrics(config: &Config) -> Result<Option<Render>, String> {
    if !config.metrics.enabled {
        return Ok(None);
    }
    let handle = metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder().map_err(|e| e.to_string())?;
    Ok(Some(Arc::new(move || handle.render())))
}

/// Does what is due at its instant: closes decisions, lapses memberships. Any node may; the database lets each be done once.
async fn keep_time(pool: Pool, env: Env, stop: CancellationToken) {
    while tokio::time::timeout(Duration::from_secs(1), stop.cancelled()).await.is_err() {
        if let Err(error) = decisions::service::close_due(&pool, &env).await {
            tracing::warn!(%error, "decisions that are due stay open for now");
        }
        if let Err(error) = signing::service::close_due(&pool, &env).await {
            tracing::warn!(%error, "sign-ons that are due stay open for now");
        }
        if let Err(error) = campaigns::service::begin_due(&pool, &env).await {
            tracing::warn!(%error, "campaigns whose first day has come wait for now");
        }
        if let Err(error) = roles::service::end_due(&pool, &env).await {
            tracing::warn!(%error, "mandates that are over are written down later");
        }
        if let Err(error) = standing::lapse_due(&pool, &env).await {
            tracing::warn!(%error, "memberships with unpaid fees stay for now");
        }
    }
}

/// Does what may wait a minute: sends reminders and news, keeps revisions of papers that nobody writes in any more.
async fn remind(pool: Pool, env: Env, url: String, search: Search, stop: CancellationToken) {
    while tokio::time::timeout(Duration::from_mins(1), stop.cancelled()).await.is_err() {
        if let Err(error) = reminders::service::send_due(&pool, &env, &url).await {
            tracing::warn!(%error, "reminders wait for now");
        }
        if let Err(error) = dialogues::service::release_due(&pool, &env, &url).await {
            tracing::warn!(%error, "seats of dialogues are released later");
        }
        if let Err(error) = sala_search::alerts::send_due(&pool, &env, &search, &url).await {
            tracing::warn!(%error, "news of saved searches wait for now");
        }
        if let Err(error) = papers::revisions::keep_quiet_ones(&pool, &env, &sala_collab::body::Yjs).await {
            tracing::warn!(%error, "revisions of papers are kept later");
        }
    }
}

async fn tidy(pool: Pool, env: Env, stop: CancellationToken) {
    while tokio::time::timeout(Duration::from_hours(1), stop.cancelled()).await.is_err() {
        if let Err(error) = dialogues::retention::forget_due(&pool, &env).await {
            tracing::warn!(%error, "who was invited to old dialogues is forgotten later");
        }
        if let Err(error) = throttle::tidy(&pool, &env).await {
            tracing::warn!(%error, "old throttle records stay for now");
        }
        if let Err(error) = openid::tidy(&pool, &env).await {
            tracing::warn!(%error, "sign-ins that were never finished stay for now");
        }
    }
}

/// Says where the hub is; on an empty one, how to set it up.
async fn greet(pool: &Pool, env: &Env, url: &str, demo: bool) -> Result<(), String> {
    use std::{fmt::Write as _, io::Write as _};
    let mut text = format!("\n  Sala is ready:  {url}\n");
    if demo {
        text.push_str("  The demo network OCN is loaded; choose somebody on the sign-in page.\n");
    } else if !hub::lookup(pool).await.map_err(|e| e.to_string())?.ready {
        let mut tx = pool.begin().await.map_err(|e| e.to_string())?;
        let secret = links::make(&mut tx, env, Purpose::SetUp, None, "", None).await.map_err(|e| e.to_string())?;
        tx.commit().await.map_err(|e| e.to_string())?;
        text.push_str("  Nobody has set it up yet. Open this link, once, within seven days:\n");
        let _ = writeln!(text, "  {url}/set-up#{}", secret.expose());
    }
    writeln!(std::io::stdout(), "{text}").map_err(|e| e.to_string())
}

async fn cursors(pool: &Pool, hub: &hub::Hub) -> sala_kernel::Result<Arc<Cursors>> {
    Ok(Arc::new(Cursors::new(&hub::cursor_key(pool).await?, hub.epoch)?))
}
