//! Two at the same instant: whatever comes first, it ends one way for all.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use sala_testkit::{TestApp, papers::step};
use serde_json::json;

use super::{
    adoption::{asked, full_members, vote},
    signing::{HARD, opened, say, seen, signatory},
};

async fn stands(app: &TestApp) -> (String, bool) {
    // Whoever held the paper has let go of it.
    sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
    sqlx::query_as("SELECT p.state::text, s.closed_at IS NULL FROM papers p JOIN sign_ons s ON s.paper_id = p.id")
        .fetch_one(&app.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn two_signatories_of_one_organisation_make_one_signature() {
    for _ in 0..4 {
        let app = TestApp::ocn().await;
        let (_, dara, paper) = opened(&app, json!({})).await;
        let (one, other) = (app.signed_in("bopha").await, signatory(&app, "chenda", "TMYA").await);
        let (first, second) = tokio::join!(
            say(&one, &app, &paper, "TMYA", json!({})),
            say(
                &other,
                &app,
                &paper,
                "TMYA",
                json!({ "state": "ENDORSED_WITH_RESERVATION", "reservation": "45 days." })
            ),
        );
        assert_eq!(
            (first.at("/data/answerSignOn/status"), second.at("/data/answerSignOn/status")),
            (json!("DONE"), json!("DONE"))
        );
        assert_eq!(seen(&dara, &paper).await["progress"]["count"], 1);
        let (rows, acts): (i64, i64) =
            sqlx::query_as("SELECT (SELECT count(*) FROM endorsements), (SELECT count(*) FROM endorsement_acts)")
                .fetch_one(&app.pool)
                .await
                .unwrap();
        assert_eq!((rows, acts), (1, 2), "both stay written down, the last one counts");
    }
}

#[tokio::test]
async fn j5_7_extending_against_closing_leaves_it_open_with_time_or_closed_for_good() {
    for round in 0..6_u8 {
        let app = TestApp::ocn().await;
        // In every second round enough have signed: then closing makes it ready, and nothing is extended any more.
        let enough = round % 2 == 0;
        let (_, dara, paper) = opened(&app, json!({ "minCount": if enough { 1 } else { 6 } })).await;
        say(&app.signed_in("bopha").await, &app, &paper, "TMYA", json!({})).await;
        let deadline: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
        app.env.clock.advance(deadline - app.env.now());
        let extend = dara.graphql(
            "mutation($p: ID!) { extendSignOn(paper: $p, deadline: \"2026-07-10T10:00:00Z\", reason: \"Boards\") { status } }",
            json!({ "p": paper }),
        );
        let close = async {
            if round % 3 == 0 {
                tokio::task::yield_now().await;
            }
            sala_domain::signing::service::close_due(&app.pool, &app.env).await.unwrap()
        };
        let (extended, _) = tokio::join!(extend, close);
        let (state, open) = stands(&app).await;
        let extended = extended.at("/data/extendSignOn/status") == "DONE";
        if extended {
            assert_eq!((state.as_str(), open), ("sign_on", true), "there is time until the new deadline");
        } else {
            assert_eq!((state.as_str(), open, enough), ("ready", false, true), "it was over, and all came together");
        }
    }
}

#[tokio::test]
async fn j5_9_a_vote_that_closes_while_the_text_goes_back_adopts_nothing_that_is_not_there() {
    for round in 0..6_u8 {
        let app = TestApp::ocn().await;
        let (_, dara, paper, decision) = asked(&app).await;
        let members = full_members(&app).await;
        for acronym in members.iter().take(members.len() / 2 + 1) {
            vote(&app, &decision, acronym, json!({})).await;
        }
        app.env.clock.advance(chrono::Duration::days(8));
        let dara = if round % 2 == 0 { dara } else { app.signed_in("dara").await };
        let back = step(&dara, &paper, json!({ "to": "REVIEW", "reason": "A number." }));
        let close = async {
            if round % 3 == 0 {
                tokio::task::yield_now().await;
            }
            sala_domain::decisions::service::close_due(&app.pool, &app.env).await.unwrap()
        };
        let (back, _) = tokio::join!(back, close);
        sqlx::query("SELECT FROM papers FOR UPDATE").execute(&app.pool).await.unwrap();
        let (state, decided): (String, String) =
            sqlx::query_as("SELECT p.state::text, d.state::text FROM papers p JOIN decisions d ON d.paper_id = p.id")
                .fetch_one(&app.pool)
                .await
                .unwrap();
        // It goes back in any case: before the vote closed, or after, as any text that is ready may.
        assert_eq!(
            (back.at("/data/movePaper/status"), state.as_str()),
            (json!("DONE"), "review"),
            "{back:?} {decided}"
        );
        assert!(matches!(decided.as_str(), "withdrawn" | "adopted"), "{decided}");
        let proposed =
            dara.graphql("mutation($p: ID!) { proposePublication(paper: $p) { status } }", json!({ "p": paper })).await;
        assert_eq!(proposed.at("/data/proposePublication/status"), "CONFLICT", "what went back is not published");
    }
}
