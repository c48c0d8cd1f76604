//! The shape of the tree: who may depend on whom, and that what is generated fits.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{collections::BTreeMap, fs, path::Path};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// From the ground up; a crate may use those on lower floors only, never its neighbours.
const FLOORS: &[&[&str]] = &[
    &["kernel", "postgres"],
    &["domain"],
    &["identity", "notify", "files"],
    &["documents", "search", "collab"],
    &["api"],
    &["app", "testkit"],
];

fn manifest(path: &Path) -> toml::Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

#[test]
fn crates_depend_downwards_only() {
    let floor: BTreeMap<&str, usize> =
        FLOORS.iter().enumerate().flat_map(|(n, names)| names.iter().map(move |name| (*name, n))).collect();
    let mut seen = 0;
    for entry in fs::read_dir(format!("{ROOT}/backend")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let here = *floor.get(name.as_str()).unwrap_or_else(|| panic!("{name} has no floor: give it one"));
        let table = manifest(&path.join("Cargo.toml"));
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for dependency in table.get(section).and_then(|d| d.as_table()).into_iter().flat_map(|d| d.keys()) {
                if let Some(ours) = dependency.strip_prefix("sala-") {
                    assert!(floor[ours] < here, "{name} must not depend on {ours}");
                }
            }
        }
        seen += 1;
    }
    assert_eq!(seen, floor.len());
}

#[test]
fn only_the_api_knows_graphql_and_only_stores_know_sql() {
    for name in ["kernel", "domain", "identity", "notify", "postgres", "files", "documents", "search"] {
        let table = manifest(Path::new(&format!("{ROOT}/backend/{name}/Cargo.toml")));
        let dependencies = table["dependencies"].as_table().unwrap();
        for foreign in ["axum", "async-graphql", "hyper"] {
            assert!(!dependencies.contains_key(foreign), "{name} must not know {foreign}");
        }
    }
    let mut files = Vec::new();
    walk(Path::new(&format!("{ROOT}/backend/api/src")), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains("sqlx::query"), "{} holds SQL", file.display());
    }
}

fn walk(dir: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

#[test]
fn every_type_field_and_argument_of_the_schema_is_described() {
    let sdl = sala_api::graph::sdl();
    assert_eq!(fs::read_to_string(format!("{ROOT}/schema.graphql")).unwrap(), sdl, "run `make generate`");
    let mut described = false;
    let mut missing = Vec::new();
    let mut in_text = false;
    for line in sdl.lines() {
        let text = line.trim();
        if text.starts_with("\"\"\"") {
            let one_line = text.len() > 3 && text.ends_with("\"\"\"");
            in_text = if one_line { false } else { !in_text };
            described = true;
            continue;
        }
        if in_text
            || text.is_empty()
            || text.starts_with(['}', ')', '{'])
            || text.starts_with("schema")
            || text.starts_with("directive")
        {
            described = described && text.is_empty();
            continue;
        }
        // The fields of `schema { query: … }` and inline unions need none.
        let root = matches!(text.split(':').next(), Some("query" | "mutation" | "subscription"));
        if !described && !root {
            missing.push(text.to_owned());
        }
        described = false;
    }
    assert!(missing.is_empty(), "without a description: {missing:#?}");
}

#[test]
fn migrations_are_named_and_ordered_as_agreed() {
    let mut names: Vec<String> = fs::read_dir(format!("{ROOT}/migrations"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|n| n != "README.md")
        .collect();
    names.sort();
    for name in &names {
        let (stamp, rest) = name.split_once('_').unwrap();
        assert!(stamp.len() == 14 && stamp.bytes().all(|b| b.is_ascii_digit()), "{name}");
        assert!(Path::new(rest).extension().is_some_and(|e| e == "sql") && rest.contains('_'), "{name}");
    }
}

/// Root fields are merged out of groups, and of two with one name the later is never called: nothing says so.
#[test]
fn no_two_groups_of_root_fields_have_one_of_the_same_name() {
    let mut files = Vec::new();
    walk(Path::new(&format!("{ROOT}/backend/api/src/graph")), &mut files);
    let mut seen: BTreeMap<(&str, String), String> = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let mut group = None;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("impl ").and_then(|rest| rest.strip_suffix(" {")) {
                group = ["Query", "Mutation", "Subscriptions"].into_iter().find(|kind| name.ends_with(kind));
                continue;
            }
            if line == "}" {
                group = None;
            }
            let Some(kind) = group else { continue };
            let Some(rest) = line.strip_prefix("    async fn ").or_else(|| line.strip_prefix("    pub async fn "))
            else {
                continue;
            };
            let field = rest.split(['(', '<']).next().unwrap().to_owned();
            if let Some(other) = seen.insert((kind, field.clone()), file.display().to_string()) {
                panic!("{kind}.{field} stands in {other} and in {}", file.display());
            }
        }
    }
    assert!(seen.len() > 240, "only {} root fields were found", seen.len());
}
