//! J6.2: invitations go out by mail, whatever the mail server does: it is down, slow, busy, refuses, or takes one twice.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sala_notify::{SmtpSettings, Transport, deliver};
use sala_testkit::TestApp;
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::dialogues::{inviting, room};

/// How a server answers whoever has a letter for somebody.
#[derive(Debug, Clone, Copy)]
enum Mood {
    /// It takes everything.
    Well,
    /// It takes the line and says nothing.
    Slow,
    /// It has no time now.
    Busy,
    /// It knows nobody of that name.
    Refusing,
}

/// A mail server in a mood; the letters that it has taken.
async fn server(mood: Mood) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap_or_else(|error| panic!("{error}"));
    let port = listener.local_addr().map_or(0, |at| at.port());
    let taken = Arc::new(Mutex::new(Vec::new()));
    let letters = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            tokio::spawn(serve(line, mood, Arc::clone(&letters)));
        }
    });
    (port, taken)
}

async fn serve(line: TcpStream, mood: Mood, letters: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (from, mut to) = line.into_split();
    let mut said = BufReader::new(from).lines();
    if matches!(mood, Mood::Slow) {
        // Until the other side has had enough.
        said.next_line().await.ok()?;
        return None;
    }
    to.write_all(b"220 test\r\n").await.ok()?;
    while let Some(command) = said.next_line().await.ok()? {
        let answer = match command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "RCPT" => match mood {
                Mood::Busy => "451 4.3.0 try again later",
                Mood::Refusing => "550 5.1.1 no such mailbox",
                Mood::Well | Mood::Slow => "250 ok",
            },
            "DATA" => {
                to.write_all(b"354 go on\r\n").await.ok()?;
                let mut letter = String::new();
                while let Some(text) = said.next_line().await.ok()?.filter(|text| text != ".") {
                    letter.push_str(&text);
                    letter.push('\n');
                }
                letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        to.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    None
}

fn by(port: u16) -> Transport {
    let settings = SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        security: "none".into(),
        user: None,
        from: "Sala <hub@ocn.example>".into(),
        patience: Duration::from_millis(500),
    };
    Transport::smtp(&settings).unwrap_or_else(|error| panic!("{error}"))
}

/// How the invitation of one guest stands: its state, how often it was tried, what was said of it.
async fn letter(app: &TestApp) -> (String, i32, String) {
    sqlx::query_as(
        "SELECT state::text, attempts, error FROM mails WHERE recipient = 'guest0@example.org' AND meeting IS NOT NULL",
    )
    .fetch_one(&app.pool)
    .await
    .unwrap_or_else(|error| panic!("{error}"))
}

async fn out(app: &TestApp, port: u16) -> usize {
    deliver(&app.pool, &app.env, &by(port)).await.unwrap_or_else(|error| panic!("{error}"))
}

fn lines<'t>(letter: &'t str, begin: &str) -> Vec<&'t str> {
    letter.lines().filter(|line| line.starts_with(begin)).collect()
}

#[tokio::test]
async fn j6_2_a_server_that_is_down_slow_or_busy_gets_the_letter_later_and_nothing_is_lost() {
    let app = TestApp::ocn().await;
    inviting(&app, room(&app, 10), 1).await;
    // Nobody listens there.
    let gone = TcpListener::bind("127.0.0.1:0").await.and_then(|l| l.local_addr()).map_or(1, |at| at.port());
    assert!(out(&app, gone).await > 0);
    let (state, tries, why) = letter(&app).await;
    assert_eq!((state.as_str(), tries), ("waiting", 1), "{why}");
    assert!(!why.is_empty(), "the outbox says why");
    assert_eq!(out(&app, gone).await, 0, "not at once again");
    for (mood, tried) in [(Mood::Slow, 2), (Mood::Busy, 3)] {
        app.env.clock.advance(chrono::Duration::hours(1));
        let (port, taken) = server(mood).await;
        assert!(out(&app, port).await > 0);
        let (state, tries, why) = letter(&app).await;
        assert_eq!((state.as_str(), tries), ("waiting", tried), "{mood:?}: {why}");
        assert!(taken.lock().unwrap_or_else(PoisonError::into_inner).is_empty());
    }
    app.env.clock.advance(chrono::Duration::hours(1));
    let (port, taken) = server(Mood::Well).await;
    out(&app, port).await;
    let (state, tries, why) = letter(&app).await;
    assert_eq!((state.as_str(), tries, why.as_str()), ("sent", 4, ""));
    let taken = taken.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let theirs: Vec<&String> = taken.iter().filter(|letter| letter.contains("To: guest0@example.org")).collect();
    assert_eq!(theirs.len(), 1, "once: {taken:?}");
}

#[tokio::test]
async fn j6_2_a_refused_letter_is_told_beside_its_invitation_and_one_that_is_taken_twice_is_known_as_the_same() {
    let app = TestApp::ocn().await;
    let (dara, dialogue, _) = inviting(&app, room(&app, 10), 1).await;
    let (port, taken) = server(Mood::Refusing).await;
    out(&app, port).await;
    let (state, _, why) = letter(&app).await;
    assert_eq!(state, "failed");
    assert!(why.contains("no such mailbox"), "{why}");
    assert!(taken.lock().unwrap_or_else(PoisonError::into_inner).is_empty());
    let ask = "query($d: ID!) { dialogue(id: $d) { invitations(first: 10) { edges { node { undelivered } } } } }";
    let told = dara.graphql(ask, json!({ "d": dialogue })).await;
    let one = told.at("/data/dialogue/invitations/edges/0/node/undelivered");
    assert!(one.as_str().is_some_and(|why| why.contains("no such mailbox")), "{told:?}");

    // The server takes a letter, and the hub dies before it has written that down: it goes out again, as the same letter.
    let (port, taken) = server(Mood::Well).await;
    for _ in 0..2 {
        sqlx::query("UPDATE mails SET state = 'waiting', not_before = $1, sent_at = NULL WHERE recipient = 'guest0@example.org'")
            .bind(app.env.now())
            .execute(&app.pool)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        out(&app, port).await;
    }
    let taken = taken.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let theirs: Vec<&String> = taken.iter().filter(|letter| letter.contains("text/calendar")).collect();
    let [one, other] = theirs.as_slice() else { panic!("twice: {taken:?}") };
    let id = lines(one, "Message-ID:");
    assert_eq!((id.len(), lines(other, "Message-ID:")), (1, id.clone()), "whoever gets both is shown one");
}
