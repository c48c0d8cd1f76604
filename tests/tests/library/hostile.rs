//! Files made to harm, looked at by the program itself in a process of its own: each ends, in time, with an answer.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// What `sala look` answers about a file, as the hub asks it.
fn look(question: &str, path: &Path) -> Value {
    let mut program = std::env::current_exe().unwrap();
    program.pop();
    program.pop();
    let out = Command::new(program.join("sala"))
        .args(["look", "at", &format!("\"{question}\"")])
        .arg(path)
        .arg("file")
        .env_clear()
        .stderr(Stdio::null())
        .output()
        .unwrap();
    // Whoever dies of a file has said nothing: the hub takes that for a broken file.
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| json!({ "Refused": "Broken" }))
}

/// A PDF of these objects.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut at = Vec::new();
    for (number, object) in (1..).zip(objects) {
        at.push(out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in at {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1).bytes());
    out
}

const CATALOG: &[u8] = b"<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &[u8] = b"<</Type/Pages/Kids[3 0 R]/Count 1>>";

#[test]
fn pdfs_that_refer_to_themselves_swell_or_nest_without_end_come_to_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let page =
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>".to_vec();
    let itself = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream";
    let drawing = vec![
        CATALOG.to_vec(),
        PAGES.to_vec(),
        page.clone(),
        b"<</Length 5>>stream\n/X Do\nendstream".to_vec(),
        itself.to_vec(),
    ];
    let tree = vec![CATALOG.to_vec(), b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>".to_vec()];
    let deep = format!("<</Type/Catalog/Pages 2 0 R/D {}{}>>", "[".repeat(200_000), "]".repeat(200_000));
    let nested = vec![deep.into_bytes(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()];
    // Eighty million operators, packed to a few hundred kilobytes, in PDF's own wrapping (RFC 1950).
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("x", zip::write::SimpleFileOptions::default()).unwrap();
    let piece = b"BT ET ".repeat(100_000);
    for _ in 0..400 {
        std::io::Write::write_all(&mut zip, &piece).unwrap();
    }
    let mut zip = zip::ZipArchive::new(zip.finish().unwrap()).unwrap();
    let mut packed = zip.by_index_raw(0).unwrap();
    assert_eq!(packed.size(), 240_000_000);
    let mut flate = vec![0x78, 0x9c];
    std::io::Read::read_to_end(&mut packed, &mut flate).unwrap();
    assert!(flate.len() < 2_000_000, "{}", flate.len());
    drop(packed);
    let mut stream = format!("<</Length {}/Filter/FlateDecode>>stream\n", flate.len()).into_bytes();
    stream.extend(flate);
    stream.extend(b"\nendstream");
    let swelling = vec![CATALOG.to_vec(), PAGES.to_vec(), page, stream];
    for (name, objects) in [("drawing", drawing), ("tree", tree), ("nested", nested), ("swelling", swelling)] {
        let path = folder.path().join(name);
        fs::write(&path, pdf(&objects)).unwrap();
        for question in ["Sound", "Text", "Clean"] {
            let begun = Instant::now();
            let answer = look(question, &path);
            assert!(begun.elapsed() < Duration::from_secs(55), "{name} {question} took {:?}", begun.elapsed());
            let words = answer.pointer("/Pages/0/0").and_then(Value::as_str).unwrap_or_default();
            assert!(words.len() < 1_000, "{name} {question}: {} letters", words.len());
        }
    }
}

#[test]
fn noise_behind_every_sign_is_refused_or_read_and_never_hangs() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut noise = |length: usize| -> Vec<u8> {
        (0..length)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[0]
            })
            .collect()
    };
    let signs: [&[u8]; 9] = [
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"RIFF\0\0\0\0WEBP",
        b"{\\rtf1 ",
        b"<html>",
        b"OggS",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ];
    for (number, sign) in signs.iter().enumerate() {
        let path = folder.path().join(number.to_string());
        fs::write(&path, [sign, noise(40_000).as_slice()].concat()).unwrap();
        for question in ["Sound", "Text"] {
            let begun = Instant::now();
            let answer = look(question, &path);
            assert!(answer.is_object(), "{number} {question}: {answer}");
            assert!(begun.elapsed() < Duration::from_secs(45), "{number} {question} took {:?}", begun.elapsed());
        }
    }
}
