//! What a query costs the database: statements, counted, not guessed.

use std::{cell::RefCell, sync::Once};

use sala_testkit::{TestActor, TestApp};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

thread_local! {
    /// What sqlx reports on this thread, while somebody counts: a test, and all that it spawns, has a thread of its own.
    static SAID: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// Keeps the statements of each thread that counts. One for the whole program: several would decide for each other what is heard.
struct Statements;

struct Summary(String);

impl Visit for Summary {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "summary" {
            self.0 = format!("{value:?}");
        }
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            value.clone_into(&mut self.0);
        }
    }
}

impl Subscriber for Statements {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("sqlx::query")
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        SAID.with_borrow_mut(|said| {
            if let Some(said) = said {
                let mut summary = Summary(String::new());
                event.record(&mut summary);
                said.push(summary.0);
            }
        });
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

async fn cost(actor: &TestActor, query: &str) -> usize {
    cost_of(actor, query, serde_json::Value::Null).await
}

async fn cost_of(actor: &TestActor, query: &str, variables: serde_json::Value) -> usize {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| assert!(tracing::subscriber::set_global_default(Statements).is_ok(), "nobody else listens"));
    SAID.set(Some(Vec::new()));
    let answer = actor.graphql(query, variables).await;
    let said = SAID.take().unwrap_or_default();
    assert!(answer.json.get("errors").is_none(), "{answer:?}");
    // What the hub itself listens to, and what a new connection asks once about types, are nobody's query.
    let own = ["xid::text", "pg_type", "LISTEN "];
    said.iter().filter(|s| own.iter().all(|own| !s.contains(own))).count()
}

/// Statements that tell who asks and what they hold.
const WHO: usize = 1;

#[tokio::test]
async fn a_page_costs_one_statement_per_kind_and_level_however_many_rows_it_has() {
    let app = TestApp::ocn().await;
    let dara = app.signed_in("dara").await;
    let page = |first: usize| {
        format!(
            "{{ network(id: \"{}\") {{ members(first: {first}) {{ totalCount edges {{ node {{ tier organisation {{ name {{ km }} kind {{ code }} province {{ name {{ km }} }}
               themes {{ code }} memberships {{ tier }} viewerCan {{ edit }} }} }} }} }} }} }}",
            app.network()
        )
    };
    let one = cost(&dara, &page(1)).await;
    let all = cost(&dara, &page(10)).await;
    assert!(one > WHO, "statements are counted at all: {one}");
    assert_eq!(one, all, "ten members must not cost more than one");
    // The network, the page, organisations, types, provinces, themes of each, the themes, memberships, facts.
    assert!(all - WHO <= 9, "{all}");
    // Three levels of lists: the network, members with their organisations, their people, those people's roles.
    let nested = |first: usize| {
        format!(
            "{{ network(id: \"{}\") {{ members(first: {first}) {{ edges {{ node {{ organisation {{ name {{ km }}
               people(first: {first}) {{ edges {{ node {{ name {{ full {{ km }} }} roles {{ role }} }} }} }} }} }} }} }} }} }}",
            app.network()
        )
    };
    assert_eq!((cost(&dara, &nested(1)).await, cost(&dara, &nested(10)).await), (WHO + 4, WHO + 4));
    people_with_roles_positions_and_rights_cost_the_same_however_many(&app, &dara).await;
    a_campaigns_overview_costs_twelve_statements_at_most(&app, &dara).await;
}

/// As above, in the same test: subscribers of two threads would disturb each other's counting.
async fn people_with_roles_positions_and_rights_cost_the_same_however_many(app: &TestApp, dara: &TestActor) {
    let page = |first: usize| {
        format!(
            "{{ network(id: \"{}\") {{ people(first: {first}) {{ edges {{ node {{ name {{ full {{ km }} }} account viewerCan {{ edit invite }}
               roles {{ role organisation {{ acronym }} }} affiliations {{ organisation {{ acronym }} }} }} }} }} }} }}",
            app.network()
        )
    };
    let (one, all) = (cost(dara, &page(1)).await, cost(dara, &page(9)).await);
    assert!(one > WHO, "statements are counted at all: {one}");
    assert_eq!(one, all, "nine people must not cost more than one");
}

/// Definitions of the app's own operations, by name.
fn operation(names: &[&str]) -> String {
    let all = include_str!("../../../web/src/features/campaigns/campaigns.graphql");
    let parts = all.split("\n\n").filter(|part| {
        let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.next();
        words.next().is_some_and(|name| names.contains(&name))
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

/// The very query with which the app opens a campaign, of one with little and one with much.
async fn a_campaigns_overview_costs_twelve_statements_at_most(app: &TestApp, dara: &TestActor) {
    let query = operation(&["CampaignCard", "PlanItemParts", "CampaignFull", "CampaignPage"]);
    let start = "mutation($i: StartCampaignInput!) { startCampaign(input: $i) { campaign { id } } }";
    let input = serde_json::json!({ "network": app.network(), "lead": app.organisation("KBL"), "template": "COMMUNE_BUDGET", "campaign": {
        "title": { "en": "Budgets" }, "problem": {}, "goal": {}, "affected": {}, "approach": "MIXED", "visibility": "MEMBERS", "places": ["place:17"], "themes": ["a2i"] } });
    let made = dara.graphql(start, serde_json::json!({ "i": input })).await;
    let campaign = made.at("/data/startCampaign/campaign/id");
    let bring = "mutation($c: ID!, $t: String!) { importCampaignWork(campaign: $c, table: $t, take: true) { status } }";
    let grown = async |rows: usize| {
        let rows: Vec<String> = (0..rows).map(|n| format!("task,Visit {n},2026-0{}-01,KBL\n", n % 9 + 1)).collect();
        let table = format!("kind,title,due,owner\n{}", rows.concat());
        let done = dara.graphql(bring, serde_json::json!({ "c": campaign, "t": table })).await;
        assert_eq!(done.at("/data/importCampaignWork/status"), "DONE", "{done:?}");
        // Time and again: it is the same whenever its fields come to their questions.
        let mut costs = Vec::new();
        for _ in 0..8 {
            costs.push(cost_of(dara, &query, serde_json::json!({ "id": campaign })).await);
        }
        costs
    };
    let (few, many) = (grown(1).await, grown(1900).await);
    let one = few.first().copied().unwrap_or_default();
    assert!((WHO + 1..=12).contains(&one), "{few:?}");
    assert!(
        few.iter().chain(&many).all(|cost| *cost == one),
        "two thousand pieces of work cost no more than one: {few:?}, {many:?}"
    );
}
