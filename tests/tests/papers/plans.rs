//! Sign-on under random plans: whatever is done in whatever order, nobody is counted who did not sign this text, and two
//! hubs that differ only in whose name is withheld tell everybody else the same.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

use std::collections::HashMap;

use sala_testkit::{TestActor, TestApp, copy, papers::step};
use serde_json::{Value, json};

use super::signing::{HARD, open, opened, say, seen, signatory};

/// Something that is done.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// An organisation answers; the third of them withholds its name.
    Say { who: usize, state: &'static str },
    /// An organisation takes its signature back.
    Withdraw(usize),
    /// The text goes back, changes, is settled and opened again; it may be called editorial by one or by both.
    Mend { one: bool, other: bool },
    /// An organisation outside the network is invited, signs, and is confirmed.
    Guest,
    /// The silent are reminded.
    Remind,
    /// More time is given.
    Extend,
}

const STATES: [&str; 5] = ["ENDORSED", "ENDORSED", "ENDORSED_WITH_RESERVATION", "ABSTAINED", "DECLINED"];

/// A plan by its number: the same number, the same plan (`SplitMix64`).
fn plan(seed: u64) -> Vec<Act> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut next = |most: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most).unwrap()
    };
    (0..14)
        .map(|_| match next(12) {
            0..=5 => Act::Say { who: next(3), state: STATES[next(5)] },
            6 | 7 => Act::Withdraw(next(3)),
            8 => Act::Mend { one: next(2) == 0, other: next(2) == 0 },
            9 => Act::Guest,
            10 => Act::Remind,
            _ => Act::Extend,
        })
        .collect()
}

/// What an organisation has last said, as the test remembers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Said {
    signs: bool,
    text: usize,
}

struct World {
    app: TestApp,
    paper: String,
    dara: TestActor,
    samnang: TestActor,
    sreymom: TestActor,
    signers: Vec<(TestActor, &'static str)>,
    onlookers: Vec<TestActor>,
    /// By organisation, and guests after them.
    said: HashMap<usize, Said>,
    /// Which text is open: 0, 1, …
    text: usize,
    guests: usize,
}

impl World {
    /// `hidden` is the organisation that withholds its name: a full member in one hub, an associate in the other.
    async fn new(hidden: &'static str) -> Self {
        let app = TestApp::ocn().await;
        let (sreymom, dara, paper) = opened(&app, json!({ "minCount": 2, "minPct": 25 })).await;
        let signers = vec![
            (app.signed_in("bopha").await, "TMYA"),
            (signatory(&app, "rattana", "SMVF").await, "SMVF"),
            (signatory(&app, "chenda", hidden).await, hidden),
        ];
        let onlookers =
            vec![app.signed_in("sreymom").await, app.signed_in("bopha").await, app.signed_in("vuthy").await];
        let samnang = app.signed_in("samnang").await;
        Self { app, paper, dara, samnang, sreymom, signers, onlookers, said: HashMap::new(), text: 0, guests: 0 }
    }

    async fn act(&mut self, number: u64, act: Act) {
        // No two things happen in the same instant, so that their order is the same in both hubs.
        self.app.env.clock.advance(chrono::Duration::seconds(1));
        match act {
            Act::Say { who, state } => {
                let (actor, acronym) = &self.signers[who];
                let signs = state.starts_with("ENDORSED");
                let attribution = if who == 2 { "COUNTED_ANONYMOUSLY" } else { "PUBLIC" };
                let reservation = if state == "ENDORSED_WITH_RESERVATION" { "45 days." } else { "" };
                let basis = if signs { json!("BOARD_DECISION") } else { Value::Null };
                let more =
                    json!({ "state": state, "attribution": attribution, "reservation": reservation, "basis": basis });
                let done = say(actor, &self.app, &self.paper, acronym, more).await;
                assert_eq!(done.at("/data/answerSignOn/status"), "DONE", "{done:?}");
                self.said.insert(who, Said { signs, text: self.text });
            }
            Act::Withdraw(who) => {
                let (actor, acronym) = &self.signers[who];
                let of = json!({ "p": self.paper, "o": self.app.organisation(acronym) });
                let done = actor
                    .graphql("mutation($p: ID!, $o: ID!) { withdrawSignature(paper: $p, organisation: $o, reason: \"\") { status } }", of)
                    .await;
                if done.at("/data/withdrawSignature/status") == "DONE" {
                    self.said.insert(who, Said { signs: false, text: self.text });
                }
            }
            Act::Mend { one, other } => self.mend(number, one, other).await,
            Act::Guest => self.guest(number).await,
            Act::Remind => {
                self.dara
                    .graphql("mutation($p: ID!) { remindSignOn(paper: $p) { status } }", json!({ "p": self.paper }))
                    .await;
            }
            Act::Extend => {
                let vars = json!({ "p": self.paper, "d": "2026-07-20T10:00:00Z" });
                self.dara
                    .graphql("mutation($p: ID!, $d: DateTime!) { extendSignOn(paper: $p, deadline: $d, reason: \"Boards\") { status } }", vars)
                    .await;
            }
        }
    }

    async fn mend(&mut self, number: u64, one: bool, other: bool) {
        step(&self.dara, &self.paper, json!({ "to": "REVIEW", "reason": "A slip." })).await;
        self.check("in review").await;
        let mut writer = self.sreymom.writer(&self.paper, copy(5000 + number)).await;
        writer.until("en", "30 days").await;
        writer.type_on("en", "recommendations", &format!(" ({number})")).await;
        writer.saved().await;
        let settled = step(&self.dara, &self.paper, json!({ "to": "FINAL_TEXT", "securityChecked": true })).await;
        assert_eq!(settled.at("/data/movePaper/paper/state"), "FINAL_TEXT", "{settled:?}");
        for (says, actor) in [(one, &self.dara), (other, &self.samnang)] {
            if says {
                actor
                    .graphql("mutation($p: ID!) { callEditorial(paper: $p) { status } }", json!({ "p": self.paper }))
                    .await;
            }
        }
        let opened = open(&self.dara, &self.paper, json!({ "minPct": 25 })).await;
        assert_eq!(opened.at("/data/openSignOn/status"), "DONE", "{opened:?}");
        for said in self.said.values_mut().filter(|said| said.text == self.text) {
            if one && other {
                said.text += 1;
            }
        }
        self.text += 1;
    }

    async fn guest(&mut self, number: u64) {
        let input = json!({ "name": { "en": format!("Forum {number}") }, "email": format!("office{number}@mwf.example"), "language": "EN" });
        let invited = self
            .dara
            .graphql("mutation($p: ID!, $i: InviteGuestInput!) { inviteGuest(paper: $p, input: $i) { guest { guest { id } } } }", json!({ "p": self.paper, "i": input }))
            .await;
        let body: String =
            sqlx::query_scalar("SELECT body FROM mails WHERE kind = 'guest_invitation' AND recipient = $1")
                .bind(format!("office{number}@mwf.example"))
                .fetch_one(&self.app.pool)
                .await
                .unwrap();
        let link = body.split("/sign-guest#").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let hash = seen(&self.dara, &self.paper).await["textHash"].clone();
        let answer = json!({ "link": link, "state": "ENDORSED", "textHash": hash, "signatory": "Lina", "post": "Director", "basis": "BOARD_DECISION", "attribution": "PUBLIC" });
        let signed = self
            .app
            .anonymous()
            .graphql(
                "mutation($i: AnswerAsGuestInput!) { answerAsGuest(input: $i) { status } }",
                json!({ "i": answer }),
            )
            .await;
        assert_eq!(signed.at("/data/answerAsGuest/status"), "DONE", "{signed:?}");
        self.check("before it is confirmed").await;
        let guest = invited.at("/data/inviteGuest/guest/guest/id");
        let confirmed =
            self.dara.graphql("mutation($g: ID!) { confirmGuest(guest: $g) { status } }", json!({ "g": guest })).await;
        assert_eq!(confirmed.at("/data/confirmGuest/status"), "DONE", "{confirmed:?}");
        self.guests += 1;
        self.said.insert(100 + self.guests, Said { signs: true, text: self.text });
    }

    /// Nobody is counted but who signed this very text, whoever asks; nothing is bound to another text than its own.
    async fn check(&self, when: &str) {
        let told = seen(&self.dara, &self.paper).await;
        if told["closedAt"].is_null() {
            let counted = self.said.values().filter(|said| said.signs && said.text == self.text).count();
            assert_eq!(told["progress"]["count"], counted, "{when}: {:?} {told}", self.said);
        } else {
            assert_eq!(told["progress"]["count"], 0, "{when}: whoever signed is asked anew");
        }
        let astray: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM endorsements e JOIN sign_ons s USING (paper_id)
             WHERE e.state IN ('endorsed', 'endorsed_with_reservation') AND e.text_hash <> s.text_hash",
        )
        .fetch_one(&self.app.pool)
        .await
        .unwrap();
        assert_eq!(astray, 0, "{when}");
        let twice: i64 = sqlx::query_scalar("SELECT count(*) - count(DISTINCT organisation_id) FROM endorsements")
            .fetch_one(&self.app.pool)
            .await
            .unwrap();
        assert_eq!(twice, 0, "{when}");
    }

    /// All that everybody else is told.
    async fn told(&self) -> Vec<Value> {
        // What happened is told once it has been handed to watchers; what other tests write may hold that back for a moment.
        self.app.settle().await;
        let mut told = Vec::new();
        for onlooker in &self.onlookers {
            told.push(seen(onlooker, &self.paper).await);
            let ask = "query($n: ID!) { network(id: $n) { recentChanges(first: 5) { kind at by { name { full { en } } } node { __typename } } } }";
            told.push(onlooker.graphql(ask, json!({ "n": self.app.network() })).await.at("/data/network"));
        }
        told
    }
}

#[tokio::test]
async fn whatever_is_done_only_signatures_of_this_text_count_and_a_withheld_name_stays_withheld() {
    for seed in 1..=6 {
        let (mut one, mut other) = (World::new("MRWU").await, World::new("BKIW").await);
        for (number, act) in (0..).zip(plan(seed)) {
            one.act(number, act).await;
            other.act(number, act).await;
            one.check(&format!("plan {seed}, step {number}: {act:?}")).await;
            for (this, that) in one.told().await.iter().zip(other.told().await) {
                assert_eq!(this.to_string(), that.to_string(), "plan {seed}, step {number}: {act:?}");
            }
        }
        let late: chrono::DateTime<chrono::Utc> = HARD.parse().unwrap();
        for world in [&one, &other] {
            world.app.env.clock.advance(late + chrono::Duration::days(30) - world.app.env.now());
            sqlx::query("SELECT FROM papers FOR UPDATE").execute(&world.app.pool).await.unwrap();
            sala_domain::signing::service::close_due(&world.app.pool, &world.app.env).await.unwrap();
        }
        let met = async |world: &World| -> bool {
            sqlx::query_scalar("SELECT met FROM sign_ons").fetch_one(&world.app.pool).await.unwrap()
        };
        let signs = |said: &&Said| said.signs && said.text == one.text;
        let counted = one.said.values().filter(signs).count();
        // Two of seven full members are a quarter of them: both must sign by name, whoever else does without.
        let full = [0, 1].iter().filter_map(|who| one.said.get(who)).filter(signs).count();
        let expected = counted >= 2 && full == 2;
        assert_eq!((met(&one).await, met(&other).await), (expected, expected), "plan {seed}");
    }
}
