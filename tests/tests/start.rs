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
