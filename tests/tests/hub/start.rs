//! Starting the program: ports, and what an operator does from the command line.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    process::{Command, Output},
};

/// The program, built beside the tests.
fn sala(words: &[&str]) -> Output {
    let mut program = std::env::current_exe().unwrap();
    program.pop();
    program.pop();
    Command::new(program.join("sala")).args(words).env_remove("DATABASE_URL").output().unwrap()
}

fn folder() -> tempfile::TempDir {
    let home = tempfile::Builder::new().prefix("sala-start-").tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    home
}

#[test]
fn a_named_port_that_is_taken_is_told_and_no_other_is_used() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let home = folder();
    let data = home.path().join("data");
    let ended = sala(&["serve", "--port", &port, "--data-dir", data.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!ended.status.success());
    assert!(said.contains(&format!("cannot listen on 127.0.0.1:{port}")), "{said}");
    assert!(!data.join("postgres/PG_VERSION").exists(), "nothing was started for it");
}

#[test]
fn a_newer_gazetteer_is_read_whole_or_not_at_all_and_stays_after_a_restart() {
    let home = folder();
    let data = home.path().join("data");
    let file = home.path().join("places.csv");
    let run = |text: &str, more: &[&str]| {
        fs::write(&file, text).unwrap();
        let mut words = vec!["gazetteer", file.to_str().unwrap(), "--data-dir", data.to_str().unwrap()];
        words.extend(more);
        let ended = sala(&words);
        (ended.status.success(), String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).into_owned())
    };
    // A village is new; a district is renamed; a commune without its district is told.
    let good = "Type,Code,Name (Khmer),Name (Latin)\nស្រុក,206,មោងឫស្សី,Moung Russey\nភូមិ,2060701,ភូមិថ្មី,Phum Thmei\n";
    let (done, said) = run(good, &[]);
    assert!(done && said.contains("1 units added, 1 changed, 0 ended"), "{said}");
    let (done, said) = run(good, &[]);
    assert!(done && said.contains("0 units added, 0 changed, 0 ended"), "the shipped name was not put back: {said}");
    let (done, said) = run("code,kind,name_en,name_km\n020699,commune,New,ថ្មី\n029901,commune,Lost,បាត់\n", &[]);
    assert!(!done && said.contains("`0299`"), "{said}");
    let (done, said) = run("code,kind,name_en,name_km\n020601,commune,Chrey,ជ្រៃ\n0x,commune,,\n", &[]);
    assert!(!done && said.contains("line 3"), "{said}");
    // What the file no longer lists ends, in the province and at the level it covers.
    let (done, said) =
        run("code,kind,name_en,name_km\n2301,district,Damnak Chang'aeur,ដំណាក់ចង្អើរ\n", &["--ends", "2026-06-19"]);
    assert!(done && said.contains("1 ended"), "{said}");
}

#[test]
fn mail_is_taken_from_a_pipe_and_what_says_nothing_to_the_hub_is_left_alone() {
    use std::{io::Write as _, process::Stdio};
    let home = folder();
    let data = home.path().join("data");
    assert!(sala(&["migrate", "--data-dir", data.to_str().unwrap()]).status.success());
    let take = |letter: &str| {
        let mut program = std::env::current_exe().unwrap();
        program.pop();
        program.pop();
        let mut taking = Command::new(program.join("sala"))
            .args(["take-mail", "--data-dir", data.to_str().unwrap()])
            .env_remove("DATABASE_URL")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        taking.stdin.take().unwrap().write_all(letter.as_bytes()).unwrap();
        let ended = taking.wait_with_output().unwrap();
        (ended.status.success(), String::from_utf8_lossy(&ended.stderr).into_owned())
    };
    let (done, said) = take("From: a@b.example\r\nSubject: Hello\r\n\r\nThank you for the invitation.\r\n");
    assert!(done && said.contains("left alone: This is neither"), "{said}");
    let (done, said) = take(
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: <019ae000-0000-7000-8000-000000000001@hub.example>\r\n\r\n--b--\r\n",
    );
    assert!(done && said.contains("left alone"), "asked of the database: {said}");
}

/// A collector that takes one delivery of traces and says what came: the head of the request, and its body.
fn collector() -> (u16, std::thread::JoinHandle<(String, Vec<u8>)>) {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let door = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = door.local_addr().unwrap().port();
    let taken = std::thread::spawn(move || {
        let (line, _) = door.accept().unwrap();
        line.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        let mut reader = BufReader::new(line);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(reader.read_line(&mut head).unwrap(), 0, "{head}");
        }
        let length =
            head.to_lowercase().lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok()).unwrap();
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        reader.get_mut().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
        (head, body)
    });
    (port, taken)
}

#[test]
fn traces_reach_the_collector_that_was_named_and_say_nothing_of_what_was_asked() {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let (port, taken) = collector();
    let home = folder();
    let mut program = std::env::current_exe().unwrap();
    program.pop();
    program.pop();
    let mut hub = Command::new(program.join("sala"))
        .args(["serve", "--data-dir", home.path().join("data").to_str().unwrap()])
        .env_remove("DATABASE_URL")
        .env("SALA_TRACES_URL", format!("http://127.0.0.1:{port}"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // Kept open until the end: a program whose words nobody hears ends.
    let mut words = BufReader::new(hub.stdout.take().unwrap()).lines();
    let address = {
        let line = words.by_ref().map(Result::unwrap).find(|l| l.contains("http://")).unwrap();
        let rest = line.split_once("http://").unwrap().1;
        rest.split(['/', ' ']).next().unwrap().replace("localhost", "127.0.0.1")
    };
    let mut line = std::net::TcpStream::connect(&address).unwrap();
    line.write_all(b"GET /members/secret-name HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).unwrap();
    let id = i32::try_from(hub.id()).unwrap();
    Command::new("kill").args(["-TERM", &id.to_string()]).status().unwrap();
    hub.wait().unwrap();
    let (head, body) = taken.join().unwrap();
    assert!(head.starts_with("POST /v1/traces HTTP/1.1"), "{head}");
    let said = String::from_utf8_lossy(&body);
    assert!(said.contains("sala") && said.contains("http") && said.contains("route"), "{said}");
    assert!(!said.contains("secret-name"), "{said}");
}
