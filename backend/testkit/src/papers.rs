//! Papers, as the demo's people begin them.

use serde_json::{Value, json};

use crate::{Answer, TestActor, TestApp, copy};

/// Begins a paper.
pub const START: &str =
    "mutation($i: StartPaperInput!) { startPaper(input: $i) { status violations { field key } paper { id state } } }";

/// What a paper says of itself.
pub fn described(level: &str) -> Value {
    json!({ "title": { "en": "Position on the draft Access to Information Law" }, "summary": {}, "authorMode": "NETWORK_POSITION",
            "authoritativeLanguage": "KM", "sensitivity": level })
}

/// A new paper.
pub fn new(app: &TestApp, level: &str, source: &str) -> Value {
    json!({ "i": { "network": app.network(), "textType": "POSITION_PAPER", "sourceLanguage": source, "paper": described(level) } })
}

/// Begins a paper; its id.
pub async fn start(app: &TestApp, actor: &TestActor, level: &str, source: &str) -> String {
    let made = actor.graphql(START, new(app, level, source)).await;
    assert_eq!(made.at("/data/startPaper/status"), "DONE", "{made:?}");
    made.at("/data/startPaper/paper/id").as_str().unwrap().to_owned()
}

/// Takes a step.
pub async fn step(actor: &TestActor, paper: &str, input: Value) -> Answer {
    actor
        .graphql(
            "mutation($p: ID!, $i: MovePaperInput!) { movePaper(id: $p, input: $i) { status violations { field key } paper { state } } }",
            json!({ "p": paper, "i": input }),
        )
        .await
}

/// A draft of Sreymom's with a summary and recommendations.
pub async fn drafted(app: &TestApp) -> (TestActor, String) {
    let sreymom = app.signed_in("sreymom").await;
    let paper = start(app, &sreymom, "MEMBERS", "EN").await;
    let mut writer = sreymom.writer(&paper, copy(1000)).await;
    writer.until("en", "Recommendations").await;
    writer.write("en", "executive_summary", "Budgets belong on the board.").await;
    writer.write("en", "recommendations", "Post the budget within 30 days.").await;
    writer.saved().await;
    (sreymom, paper)
}
