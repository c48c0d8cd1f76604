//! Tells a published file from a changed one, without a hub and without a network.

use std::{fmt::Write as _, path::Path};

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// What was published with a text.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    text: String,
    text_en: String,
    text_km: String,
    files: Vec<File>,
    endorsements: Vec<Endorsement>,
    withheld: u64,
}

#[derive(Debug, Deserialize)]
struct File {
    name: String,
    sha256: String,
}

#[derive(Debug, Deserialize)]
struct Endorsement {
    name: Name,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Name {
    en: String,
    km: String,
}

/// What a file is by its manifest, in words; why it is not what it claims to be, else.
pub fn verify(file: &Path, manifest: &Path) -> Result<String, String> {
    let read = |path: &Path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let (body, manifest) = (read(file)?, read(manifest)?);
    told(&body, &manifest)
}

fn told(body: &[u8], manifest: &[u8]) -> Result<String, String> {
    let manifest: Manifest = serde_json::from_slice(manifest).map_err(|_| "this is no manifest of Sala".to_owned())?;
    let sha256 = hex(&Sha256::digest(body));
    let Some(File { name, .. }) = manifest.files.iter().find(|file| file.sha256 == sha256) else {
        return Err(format!("NOT what was published: no file of the manifest has SHA-256 {sha256}"));
    };
    // A text is bound to what was signed by its own hash, whatever the list says.
    let signed = match name.as_str() {
        "text.en.txt" => &manifest.text_en,
        "text.km.txt" => &manifest.text_km,
        _ => &sha256,
    };
    if *signed != sha256 {
        return Err("NOT what was signed: the manifest names another text".into());
    }
    let (en, km) = (&manifest.text_en, &manifest.text_km);
    let whole = hex(&Sha256::digest(format!("sala-text 1\nen {en}\nkm {km}\n")));
    if manifest.text != whole {
        return Err("NOT what was signed: the hash of the text is not that of its languages".into());
    }
    let mut out = format!("{name} is unchanged: SHA-256 {sha256}\nSigned text: {whole}\n");
    for Endorsement { name, text } in &manifest.endorsements {
        let name = if name.en.is_empty() { &name.km } else { &name.en };
        let _ = writeln!(out, "  {} {name}", if *text == whole { "signed by" } else { "NOT bound to this text:" });
    }
    if manifest.withheld > 0 {
        let _ = writeln!(out, "  and {} whose names are withheld for their safety", manifest.withheld);
    }
    Ok(out)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |all, byte| format!("{all}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_is_told_from_every_changed_copy_of_it() {
        let body = b"sala-text 1\nlang en\n\n# Show the budget\n".to_vec();
        let hash = hex(&Sha256::digest(&body));
        let none = hex(&Sha256::digest(""));
        let whole = hex(&Sha256::digest(format!("sala-text 1\nen {hash}\nkm {none}\n")));
        let manifest = json!({ "text": whole, "textEn": hash, "textKm": none, "files": [{ "name": "text.en.txt", "sha256": hash }],
            "endorsements": [{ "name": { "en": "TMYA", "km": "" }, "text": whole }, { "name": { "en": "X", "km": "" }, "text": "00" }], "withheld": 2 });
        let bytes = serde_json::to_vec(&manifest).unwrap();
        let told_so = told(&body, &bytes).unwrap();
        assert!(
            told_so.contains("signed by TMYA")
                && told_so.contains("NOT bound to this text: X")
                && told_so.contains("and 2"),
            "{told_so}"
        );
        for place in 0..body.len() {
            let mut changed = body.clone();
            changed[place] ^= 1;
            assert!(told(&changed, &bytes).is_err(), "{place}");
        }
        let mut other = manifest.clone();
        other["text"] = json!("00");
        assert!(told(&body, &serde_json::to_vec(&other).unwrap()).is_err());
        assert!(told(&body, b"{}").is_err() && told(&body, b"x").is_err());
    }
}
