//! Measures the bars side by side with their peers, in one run, on one machine.
//!
//! `bench SALA PEERS [lists] [search] [text] [campaign] [map] [dialogue] [live]`: the program to measure, the folder of the
//! peers (its packages installed, or the peers are left out and said to be).
//! Each pair alternates in five rounds; medians are printed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and prints"
)]

mod campaign;
mod dialogue;
mod hub;
mod lists;
mod live;
mod load;
mod map;
mod peers;
mod search;
mod table;
mod text;

use std::path::PathBuf;

#[tokio::main]
async fn main() {
    let mut words = std::env::args_os().skip(1);
    let (Some(sala), Some(peers)) = (words.next().map(PathBuf::from), words.next().map(PathBuf::from)) else {
        eprintln!("usage: bench SALA PEERS [lists] [search] [text] [campaign] [map] [dialogue] [live]");
        std::process::exit(2);
    };
    let wanted: Vec<String> = words.filter_map(|w| w.into_string().ok()).collect();
    let run = |what: &str| wanted.is_empty() || wanted.iter().any(|w| w == what);
    let hub = std::sync::Arc::new(hub::Hub::start(&sala).await);
    if run("lists") {
        lists::measure(&hub, &peers).await;
    }
    if run("search") {
        search::measure(&hub).await;
    }
    if run("text") {
        text::measure(&hub, &peers).await;
    }
    if run("campaign") {
        campaign::measure(&hub).await;
    }
    if run("map") {
        map::measure(&hub).await;
    }
    if run("dialogue") {
        dialogue::measure(&hub).await;
    }
    if run("live") {
        live::measure(hub).await;
    }
}
