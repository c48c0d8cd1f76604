//! A campaign with two thousand pieces of work: its overview, and one change told to a thousand who look.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::{
    hub::Hub,
    live::{next, open_all},
    load::{in_turn, post},
    table::{heading, percentile, row},
};

const VIEWERS: usize = 1_000;
const CHANGES: usize = 20;
const ROUNDS: usize = 400;

/// The operation and fragments of these names, out of a file of the app's.
pub fn operation(all: &str, wanted: &[&str]) -> String {
    let parts = all.split("\n\n").filter(|part| {
        let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let kind = words.next();
        matches!(kind, Some("fragment" | "query" | "mutation"))
            && words.next().is_some_and(|name| wanted.contains(&name))
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

/// What the app asks to open a campaign.
fn overview() -> String {
    let all = include_str!("../../../web/src/features/campaigns/campaigns.graphql");
    operation(all, &["CampaignCard", "PlanItemParts", "CampaignFull", "CampaignPage"])
}

/// Asks as somebody; what is asked must be answered.
pub async fn ask(hub: &Hub, cookie: &str, query: &str, variables: Value) -> Value {
    let body = json!({ "query": query, "variables": variables }).to_string();
    let answer: Value = serde_json::from_slice(&post(hub.port, cookie, body).await.body).unwrap();
    assert!(answer.get("errors").is_none(), "{answer}");
    answer
}

/// Measures both.
pub async fn measure(hub: &Arc<Hub>) {
    let (dara, viewer) = (hub.sign_in("dara").await, hub.sign_in("sreymom").await);
    let seen = ask(hub, &dara, "{ networks { id } }", json!({})).await;
    let network = seen.pointer("/data/networks/0/id").and_then(Value::as_str).unwrap().to_owned();
    let list = "query($n: ID!) { campaigns(network: $n, first: 50) { edges { node { id title { en } } } } }";
    let seen = ask(hub, &dara, list, json!({ "n": network })).await;
    let campaigns = seen.pointer("/data/campaigns/edges").and_then(Value::as_array).unwrap();
    let campaign = campaigns
        .iter()
        .find(|edge| edge.pointer("/node/title/en").is_some_and(|t| t == "Budgets on every commune board"))
        .and_then(|edge| edge.pointer("/node/id"))
        .unwrap();
    let bring = "mutation($c: ID!, $t: String!) { importCampaignWork(campaign: $c, table: $t, take: true) { status violations { key } } }";
    let rows: Vec<String> = (0..2_000)
        .map(|n| {
            let kind = if n % 4 == 0 { "activity" } else { "task" };
            format!(
                "{kind},Visit number {n},2026-{:02}-{:02},2027-{:02}-{:02},KBL\n",
                n % 12 + 1,
                n % 28 + 1,
                n % 12 + 1,
                n % 28 + 1
            )
        })
        .collect();
    let table = format!("kind,title,from,due,owner\n{}", rows.concat());
    let begun = Instant::now();
    let done = ask(hub, &dara, bring, json!({ "c": campaign, "t": table })).await;
    assert_eq!(done.pointer("/data/importCampaignWork/status").unwrap(), "DONE", "{done}");
    heading("a campaign with 2,000 activities and tasks");
    row("2,000 rows of a table looked over and taken", &format!("{:.1} s", begun.elapsed().as_secs_f64()), "-");

    let body = json!({ "query": overview(), "variables": { "id": campaign } }).to_string();
    let bodies = vec![body; ROUNDS];
    in_turn(hub.port, &viewer, bodies.get(..50).unwrap()).await;
    let (_, mut times) = in_turn(hub.port, &viewer, &bodies).await;
    row("its overview, half of all", &format!("{:.1} ms", percentile(&mut times, 0.5)), "-");
    row("its overview, 99 of 100", &format!("{:.1} ms", percentile(&mut times, 0.99)), "30 ms");

    let page = "query($c: ID!) { campaign(id: $c) { work(kinds: [TASK], first: 1) { edges { node { id version startsOn dueOn } } } } }";
    let sockets = open_all(hub, &viewer, &network, VIEWERS).await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let readers: Vec<_> = sockets
        .into_iter()
        .map(|mut socket| {
            let tell = tell.clone();
            tokio::spawn(async move {
                for _ in 0..CHANGES {
                    next(&mut socket).await;
                    let _ = tell.send(Instant::now());
                }
                socket
            })
        })
        .collect();
    drop(tell);
    let shift =
        "mutation($w: ID!, $v: Int!, $d: NaiveDate) { shiftCampaignWork(id: $w, version: $v, dueOn: $d) { status } }";
    let mut delays = Vec::new();
    for number in 0..CHANGES {
        let seen = ask(hub, &dara, page, json!({ "c": campaign })).await;
        let work = seen.pointer("/data/campaign/work/edges/0/node").unwrap();
        let day = format!("2027-05-{:02}", number + 1);
        let at = Instant::now();
        let done = ask(hub, &dara, shift, json!({ "w": work["id"], "v": work["version"], "d": day })).await;
        assert_eq!(done.pointer("/data/shiftCampaignWork/status").unwrap(), "DONE", "{done}");
        for _ in 0..VIEWERS {
            let when =
                tokio::time::timeout(Duration::from_secs(30), told.recv()).await.expect("everybody hears").unwrap();
            delays.push(when.duration_since(at).as_secs_f64() * 1e3);
        }
    }
    for reader in readers {
        drop(reader.await.unwrap());
    }
    row("a bar is moved: half of 1,000 viewers hear", &format!("{:.0} ms", percentile(&mut delays, 0.5)), "-");
    row(
        "99 of 100 of them, client on the same two cores",
        &format!("{:.0} ms", percentile(&mut delays, 0.99)),
        "150 ms",
    );
}

/// Starts a campaign of one organisation.
pub async fn begun(hub: &Arc<Hub>, who: &str, title: &str) -> String {
    let seen = ask(hub, who, "{ networks { id } }", json!({})).await;
    let network = seen.pointer("/data/networks/0/id").and_then(Value::as_str).unwrap().to_owned();
    let list = "query($n: ID!) { organisations: network(id: $n) { members(first: 50, filter: { search: \"Khmer Budget Lens\" }) { edges { node { organisation { id acronym } } } } } }";
    let seen = ask(hub, who, list, json!({ "n": network })).await;
    let members = seen.pointer("/data/organisations/members/edges").and_then(Value::as_array).unwrap();
    let kbl = members
        .iter()
        .find(|edge| edge.pointer("/node/organisation/acronym").is_some_and(|a| a == "KBL"))
        .and_then(|edge| edge.pointer("/node/organisation/id"))
        .unwrap();
    let start = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { campaign { id } } }";
    let input = json!({ "network": network, "lead": kbl, "campaign": { "title": { "en": title }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": "MEMBERS" } });
    let done = ask(hub, who, start, json!({ "i": input })).await;
    done.pointer("/data/startCampaign/campaign/id").and_then(Value::as_str).unwrap().to_owned()
}
