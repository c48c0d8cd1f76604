//! `sala gazetteer`: a newer list of places.

use std::io::Write as _;

use sala_domain::{
    hub,
    places::import::{self, RowError},
};
use sala_kernel::Env;

use crate::{config::Config, database::Home};

/// Wrong rows that are told one by one.
const TOLD: usize = 20;

/// Reads and writes it, and says what came of it.
pub async fn import(config: &Config, home: Home, text: &str, ends: Option<chrono::NaiveDate>) -> Result<(), String> {
    let units = import::read(text).map_err(|wrong| tell(&wrong))?;
    let database = home.open(config).await?;
    let env = Env::system();
    let done = async {
        database.migrate().await?;
        hub::ensure(&database.pool, &env, false).await.map_err(|e| e.to_string())?;
        import::write(&database.pool, &env, &units, ends)
            .await
            .map_err(|e| e.to_string())?
            .map_err(|wrong| tell(&wrong))
    }
    .await;
    database.close().await;
    let done = done?;
    writeln!(std::io::stdout(), "{} units added, {} changed, {} ended.", done.added, done.changed, done.ended)
        .map_err(|e| e.to_string())
}

fn tell(wrong: &[RowError]) -> String {
    let mut text = format!("nothing was changed; {} rows cannot be taken:", wrong.len());
    for row in wrong.iter().take(TOLD) {
        use std::fmt::Write as _;
        let _ = write!(text, "\n  line {}: {}", row.line, row.why);
    }
    if wrong.len() > TOLD {
        text.push_str("\n  …");
    }
    text
}
