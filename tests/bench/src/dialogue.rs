//! A dialogue with 2,000 invitations: written down from a table, sent, set on paper; and the page that an invitee opens.

use std::{sync::Arc, time::Instant};

use serde_json::{Value, json};

use crate::{
    campaign::{ask, begun, operation},
    hub::Hub,
    load::{in_turn, make},
    table::{heading, percentile, row},
};

const GUESTS: usize = 2_000;
const ROUNDS: usize = 400;

/// What the app asks to show somebody their own invitation.
fn opening() -> String {
    let all = include_str!("../../../web/src/features/dialogues/guest.graphql");
    operation(all, &["OwnInvitationParts", "ReadInvitation"])
}

async fn did(hub: &Arc<Hub>, who: &str, query: &str, field: &str, variables: Value) -> Value {
    let told = ask(hub, who, query, variables).await;
    assert_eq!(told.pointer(&format!("/data/{field}/status")).unwrap(), "DONE", "{told}");
    told.pointer(&format!("/data/{field}")).unwrap().clone()
}

/// Measures it.
pub async fn measure(hub: &Arc<Hub>) {
    heading("a dialogue with 2,000 invitations");
    let dara = hub.sign_in("dara").await;
    let campaign = begun(hub, &dara, "A great hall").await;
    let plan =
        "mutation($c: ID!, $i: DialogueInput!) { planDialogue(campaign: $c, input: $i) { status dialogue { id } } }";
    let room = json!({ "title": { "en": "National forum", "km": "វេទិកាជាតិ" }, "kind": "NATIONAL_FORUM", "purpose": "CONSULTATION",
        "startsAt": "2099-09-18T01:00:00Z", "endsAt": "2099-09-18T05:00:00Z", "mode": "IN_PERSON", "venue": { "km": "សាលខេត្ត" },
        "contact": "012 345 678", "capacity": 2000, "attribution": "CHATHAM_HOUSE", "visibility": "MEMBERS",
        "seats": [{ "constituency": "cso", "seats": 2000 }] });
    let made = did(hub, &dara, plan, "planDialogue", json!({ "c": campaign, "i": room })).await;
    let id = made.pointer("/dialogue/id").and_then(Value::as_str).unwrap().to_owned();
    let step =
        "mutation($d: ID!, $v: Int!, $s: DialogueStep!) { moveDialogue(id: $d, version: $v, step: $s) { status } }";
    for (version, to) in [(1, "APPROVE"), (2, "OPEN_INVITATIONS")] {
        did(hub, &dara, step, "moveDialogue", json!({ "d": id, "v": version, "s": to })).await;
    }
    let lines: Vec<String> =
        (0..GUESTS).map(|n| format!("សុខ វណ្ណា {n},Sok Vanna {n},cso,mr,ប្រធាន,guest{n}@guest.example,khmer\n")).collect();
    let table = format!("namekhmer,name,group,honorific,post,email,language\n{}", lines.concat());
    let whole = Instant::now();
    let begun = Instant::now();
    let bring = "mutation($d: ID!, $t: String!) { importInvitees(dialogue: $d, table: $t, take: true) { status } }";
    did(hub, &dara, bring, "importInvitees", json!({ "d": id, "t": table })).await;
    row("2,000 rows of a table looked over and taken", &format!("{:.1} s", begun.elapsed().as_secs_f64()), "-");
    let begun = Instant::now();
    let send = "mutation($d: ID!) { sendInvitations(dialogue: $d) { status } }";
    did(hub, &dara, send, "sendInvitations", json!({ "d": id })).await;
    row("2,000 letters with calendar files queued", &format!("{:.1} s", begun.elapsed().as_secs_f64()), "-");
    let begun = Instant::now();
    let printed = make(hub.port, &dara, &format!("/files/{id}/letters?of=all")).await;
    row("2,000 letters in Khmer set on paper", &format!("{:.1} s", begun.elapsed().as_secs_f64()), "-");
    row("the file of these", &format!("{:.1} MB", f64::from(u32::try_from(printed).unwrap()) / 1e6), "-");
    row("all of it", &format!("{:.1} s", whole.elapsed().as_secs_f64()), "60 s");

    let letters: Vec<String> =
        sqlx::query_scalar("SELECT body FROM mails WHERE recipient LIKE 'guest%@guest.example' LIMIT $1")
            .bind(i64::try_from(ROUNDS).unwrap())
            .fetch_all(&hub.pool)
            .await
            .unwrap();
    let secrets = letters.iter().filter_map(|body| body.split("/rsvp#").nth(1)?.split_whitespace().next());
    let page = opening();
    let bodies: Vec<String> =
        secrets.map(|link| json!({ "query": page, "variables": { "link": link } }).to_string()).collect();
    assert_eq!(bodies.len(), ROUNDS);
    in_turn(hub.port, "", bodies.get(..50).unwrap()).await;
    let (_, mut times) = in_turn(hub.port, "", &bodies).await;
    row("an invitee's own page, half of all", &format!("{:.1} ms", percentile(&mut times, 0.5)), "-");
    row("the same, 99 of 100", &format!("{:.1} ms", percentile(&mut times, 0.99)), "20 ms");
}
