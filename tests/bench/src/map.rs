//! A map of 300 stakeholders with 1,800 ratings and 600 relations: what the app asks to open it.

use std::{sync::Arc, time::Instant};

use serde_json::{Value, json};

use crate::{
    campaign::{ask, begun, operation},
    hub::Hub,
    load::in_turn,
    table::{heading, percentile, row},
};

const WHO: usize = 300;
const RATINGS: usize = 6;
const RELATIONS: usize = 600;
const ROUNDS: usize = 400;

/// What the app asks to open a map.
fn opening() -> String {
    let all = include_str!("../../../web/src/features/stakeholders/stakeholders.graphql");
    operation(all, &["StakeholderParts", "RatingParts", "LinkParts", "StakeholderMap"])
}

/// Measures it.
pub async fn measure(hub: &Arc<Hub>) {
    let (dara, viewer) = (hub.sign_in("dara").await, hub.sign_in("sreymom").await);
    let campaign = begun(hub, &dara, "A great map").await;
    let rows: Vec<String> =
        (0..WHO).map(|n| format!("Commune council number {n},unit,commune,commune_council,17,primary\n")).collect();
    let table = format!("name,kind,level,constituency,place,target\n{}", rows.concat());
    let bring = "mutation($c: ID!, $t: String!) { importStakeholders(campaign: $c, table: $t, take: true) { status violations { key } } }";
    let from = Instant::now();
    let done = ask(hub, &dara, bring, json!({ "c": campaign, "t": table })).await;
    assert_eq!(done.pointer("/data/importStakeholders/status").unwrap(), "DONE", "{done}");
    heading("a map of 300 stakeholders, 1,800 ratings, 600 relations");
    row("300 rows of a table looked over and taken", &format!("{:.1} s", from.elapsed().as_secs_f64()), "-");
    let seen = ask(
        hub,
        &dara,
        "query($c: ID!) { stakeholderMap(campaign: $c) { stakeholders { id } } }",
        json!({ "c": campaign }),
    )
    .await;
    let who: Vec<Value> = seen
        .pointer("/data/stakeholderMap/stakeholders")
        .and_then(Value::as_array)
        .unwrap()
        .iter()
        .map(|s| s["id"].clone())
        .collect();
    assert_eq!(who.len(), WHO);
    let rate = "mutation($s: ID!, $i: AssessmentInput!) { assessStakeholder(id: $s, input: $i) { status } }";
    for (n, id) in who.iter().cycle().take(WHO * RATINGS).enumerate() {
        let input = json!({ "influence": n % 5 + 1, "interest": n % 4 + 1, "alignment": i64::try_from(n % 5).unwrap() - 2, "confidence": 3,
            "basis": "Asked for the list of communes that post and named a contact", "sources": "Meeting of two of us",
            "assessedOn": format!("2026-{:02}-{:02}", n / WHO + 1, n % 27 + 1) });
        let done = ask(hub, &dara, rate, json!({ "s": id, "i": input })).await;
        assert_eq!(done.pointer("/data/assessStakeholder/status").unwrap(), "DONE", "{done}");
    }
    let relate =
        "mutation($c: ID!, $i: StakeholderLinkInput!) { addStakeholderLink(campaign: $c, input: $i) { status } }";
    let ends = who.iter().cycle().zip(who.iter().cycle().skip(1).step_by(7));
    for (from, to) in ends.take(RELATIONS) {
        let input = json!({ "from": from, "to": to, "kind": "FORMAL_AUTHORITY", "directed": true, "strength": 2, "basis": "Law" });
        if from != to {
            let done = ask(hub, &dara, relate, json!({ "c": campaign, "i": input })).await;
            assert_eq!(done.pointer("/data/addStakeholderLink/status").unwrap(), "DONE", "{done}");
        }
    }
    let body = json!({ "query": opening(), "variables": { "campaign": campaign } }).to_string();
    let bodies = vec![body; ROUNDS];
    in_turn(hub.port, &viewer, bodies.get(..50).unwrap()).await;
    let (_, mut times) = in_turn(hub.port, &viewer, &bodies).await;
    row("the whole map with its history, half of all", &format!("{:.1} ms", percentile(&mut times, 0.5)), "-");
    row("the same, 99 of 100", &format!("{:.1} ms", percentile(&mut times, 0.99)), "30 ms");
}
