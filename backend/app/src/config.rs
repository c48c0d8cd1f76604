//! Settings: defaults, then a file, then the environment. The only reader of the environment.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use serde::Deserialize;

const DEFAULTS: &str = include_str!("../../../config.default.toml");

/// All settings. Their meaning is told in `config.default.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub data_dir: PathBuf,
    pub public_url: String,
    pub development: bool,
    pub listen: Listen,
    pub database: Database,
    pub smtp: Smtp,
    pub files: FileStore,
    pub demo: Demo,
    pub openid: std::collections::BTreeMap<String, OpenId>,
    pub log: Log,
    pub metrics: Metrics,
    pub traces: Traces,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listen {
    pub host: std::net::IpAddr,
    pub port: u16,
    pub proxies: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: String,
    pub bin: PathBuf,
    pub connections: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub security: String,
    pub user: String,
    pub password: String,
    pub from: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    pub library: bool,
    pub ahead_hours: u16,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileStore {
    pub s3: S3,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    pub endpoint: String,
    pub bucket: String,
    pub region: String,
    pub key_id: String,
    pub secret: String,
}

/// A provider of OpenID Connect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenId {
    pub name_en: String,
    #[serde(default)]
    pub name_km: String,
    pub issuer: String,
    pub client_id: String,
    #[serde(default)]
    pub client_secret: String,
    #[serde(default)]
    pub client_secret_file: PathBuf,
    #[serde(default)]
    pub domains: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub level: String,
    pub format: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    pub enabled: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traces {
    pub url: String,
    pub share: f64,
}

/// Environment variables and the settings they stand for.
const VARIABLES: &[(&str, &[&str])] = &[
    ("SALA_DATA_DIR", &["data_dir"]),
    ("SALA_PUBLIC_URL", &["public_url"]),
    ("SALA_DEVELOPMENT", &["development"]),
    ("SALA_HOST", &["listen", "host"]),
    ("SALA_PORT", &["listen", "port"]),
    ("SALA_PROXIES", &["listen", "proxies"]),
    ("DATABASE_URL", &["database", "url"]),
    ("SALA_PG_BIN", &["database", "bin"]),
    ("SALA_DATABASE_CONNECTIONS", &["database", "connections"]),
    ("SALA_SMTP_HOST", &["smtp", "host"]),
    ("SALA_SMTP_PORT", &["smtp", "port"]),
    ("SALA_SMTP_SECURITY", &["smtp", "security"]),
    ("SALA_SMTP_USER", &["smtp", "user"]),
    ("SALA_SMTP_PASSWORD", &["smtp", "password"]),
    ("SALA_SMTP_FROM", &["smtp", "from"]),
    ("SALA_S3_ENDPOINT", &["files", "s3", "endpoint"]),
    ("SALA_S3_BUCKET", &["files", "s3", "bucket"]),
    ("SALA_S3_REGION", &["files", "s3", "region"]),
    ("SALA_S3_KEY_ID", &["files", "s3", "key_id"]),
    ("SALA_S3_SECRET", &["files", "s3", "secret"]),
    ("SALA_DEMO_LIBRARY", &["demo", "library"]),
    ("SALA_DEMO_AHEAD_HOURS", &["demo", "ahead_hours"]),
    ("SALA_LOG", &["log", "level"]),
    ("SALA_LOG_FORMAT", &["log", "format"]),
    ("SALA_METRICS", &["metrics", "enabled"]),
    ("SALA_TRACES_URL", &["traces", "url"]),
    ("SALA_TRACES_SHARE", &["traces", "share"]),
];

impl Config {
    /// The address that people use, of a hub that listens on this port.
    pub fn address(&self, port: u16) -> String {
        if self.public_url.is_empty() { format!("http://localhost:{port}") } else { self.public_url.clone() }
    }

    /// Reads defaults, the file, the environment.
    pub fn read(file: Option<&Path>) -> Result<Self, String> {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
        Self::from_parts(file, |name| std::env::var(name).ok())
    }

    fn from_parts(file: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let mut table: toml::Table = DEFAULTS.parse().map_err(|e| format!("config.default.toml: {e}"))?;
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
            let own: toml::Table = text.parse().map_err(|e| format!("{}: {e}", path.display()))?;
            merge(&mut table, own);
        }
        for (name, path) in VARIABLES {
            if let Some(value) = environment(name) {
                set(&mut table, path, &value).map_err(|e| format!("{name}: {e}"))?;
            }
        }
        let mut config: Self = table.try_into().map_err(|e| format!("the settings do not fit: {e}"))?;
        config.check()?;
        // Read while this process may still be root: the files belong to whoever runs the machine.
        for provider in config.openid.values_mut() {
            provider.client_secret = provider.secret()?;
        }
        Ok(config)
    }

    /// Refuses what cannot be meant.
    fn check(&self) -> Result<(), String> {
        let url = &self.public_url;
        if !url.is_empty() {
            let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            let Some(rest) = rest.filter(|r| !r.is_empty() && !r.contains('/')) else {
                return Err(format!("public_url is `{url}`; it is scheme, host and port without a slash at the end"));
            };
            let host = rest.split(':').next().unwrap_or_default();
            let local = matches!(host, "localhost" | "127.0.0.1");
            if url.starts_with("http://") && !local {
                return Err(format!(
                    "public_url is `{url}`: people's sessions would travel unprotected. Use https:// with a proxy in front"
                ));
            }
        } else if !self.listen.host.is_loopback() && !self.development {
            return Err("listening beyond this machine needs public_url, the https:// address people use".into());
        }
        for (id, provider) in &self.openid {
            provider.check(id)?;
        }
        if !matches!(self.log.format.as_str(), "text" | "json") {
            return Err(format!("log.format is `{}`; it is text or json", self.log.format));
        }
        let traces = &self.traces;
        if !traces.url.is_empty() && !["http://", "https://"].iter().any(|start| traces.url.starts_with(start)) {
            return Err(format!("traces.url is `{}`; it starts with http:// or https://", traces.url));
        }
        if !(0.0..=1.0).contains(&traces.share) {
            return Err(format!("traces.share is {}; it is between 0 and 1", traces.share));
        }
        if self.database.connections < 2 {
            return Err("database.connections is less than 2".into());
        }
        Ok(())
    }
}

impl OpenId {
    fn check(&self, id: &str) -> Result<(), String> {
        let at = |what: &str| format!("openid.{id}.{what}");
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            return Err(format!("openid.{id}: the word for a provider is small letters, digits and hyphens"));
        }
        let local = ["http://localhost", "http://127.0.0.1"].iter().any(|start| {
            self.issuer.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        if !self.issuer.starts_with("https://") && !local {
            return Err(format!("{} is `{}`; it starts with https://", at("issuer"), self.issuer));
        }
        if self.client_secret.is_empty() == self.client_secret_file.as_os_str().is_empty() {
            return Err(format!("{}: give either the secret or the file that holds it", at("client_secret")));
        }
        Ok(())
    }

    /// The secret itself, from the settings or from its file, which nobody but its owner may read.
    fn secret(&self) -> Result<String, String> {
        if self.client_secret_file.as_os_str().is_empty() {
            return Ok(self.client_secret.clone());
        }
        let path = self.client_secret_file.display();
        let mode =
            std::fs::metadata(&self.client_secret_file).map_err(|e| format!("{path}: {e}"))?.permissions().mode();
        if mode & 0o007 != 0 {
            return Err(format!("{path} is readable for everybody on this machine; chmod 600 it"));
        }
        let text = std::fs::read_to_string(&self.client_secret_file).map_err(|e| format!("{path}: {e}"))?;
        Ok(text.trim().to_owned())
    }
}

fn merge(into: &mut toml::Table, own: toml::Table) {
    for (key, value) in own {
        match (into.get_mut(&key), value) {
            (Some(toml::Value::Table(into)), toml::Value::Table(own)) => merge(into, own),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

/// Puts a text where the path leads, as the kind of value that is there.
fn set(table: &mut toml::Table, path: &[&str], text: &str) -> Result<(), String> {
    let [first, rest @ ..] = path else { return Ok(()) };
    let Some(value) = table.get_mut(*first) else { return Err(format!("no setting {first}")) };
    match value {
        toml::Value::Table(inner) => set(inner, rest, text)?,
        toml::Value::Integer(n) => *n = text.trim().parse().map_err(|_| format!("`{text}` is no number"))?,
        toml::Value::Boolean(b) => {
            *b = match text.trim() {
                "1" | "true" | "yes" | "on" => true,
                "" | "0" | "false" | "no" | "off" => false,
                other => return Err(format!("`{other}` is neither true nor false")),
            }
        }
        other => *other = toml::Value::String(text.to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Result<Config, String> {
        Config::from_parts(None, |name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn the_environment_wins_over_the_defaults() {
        let config = with(&[("SALA_PORT", "9000"), ("SALA_METRICS", "yes"), ("SALA_DATA_DIR", "/srv/sala")]).unwrap();
        assert_eq!(config.listen.port, 9000);
        assert!(config.metrics.enabled);
        assert_eq!(config.data_dir, Path::new("/srv/sala"));
        assert!(with(&[]).is_ok());
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_name() {
        for (pairs, word) in [
            (&[("SALA_PORT", "many")][..], "SALA_PORT"),
            (&[("SALA_PUBLIC_URL", "http://hub.example")], "unprotected"),
            (&[("SALA_PUBLIC_URL", "https://hub.example/")], "slash"),
            (&[("SALA_HOST", "0.0.0.0")], "public_url"),
            (&[("SALA_LOG_FORMAT", "xml")], "log.format"),
            (&[("SALA_TRACES_URL", "collector:4318")], "traces.url"),
            (&[("SALA_TRACES_SHARE", "1.5")], "traces.share"),
        ] {
            let error = with(pairs).unwrap_err();
            assert!(error.contains(word), "{error}");
        }
    }

    fn with_file(text: &str) -> Result<Config, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Config::from_parts(Some(file.path()), |_| None)
    }

    #[test]
    fn a_providers_secret_may_lie_in_a_file_that_only_its_owner_reads() {
        let secret = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(secret.path(), "hush\n").unwrap();
        let settings = |issuer: &str| {
            format!(
                "[openid.fair]\nname_en = \"Fair\"\nissuer = \"{issuer}\"\nclient_id = \"sala\"\nclient_secret_file = \"{}\"\n",
                secret.path().display()
            )
        };
        assert_eq!(with_file(&settings("https://id.example")).unwrap().openid["fair"].client_secret, "hush");
        assert!(with_file(&settings("http://id.example")).unwrap_err().contains("https://"));
        assert!(with_file(&settings("http://localhost.example")).unwrap_err().contains("https://"));
        std::fs::set_permissions(secret.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(with_file(&settings("https://id.example")).unwrap_err().contains("readable for everybody"));
        let both = settings("https://id.example") + "client_secret = \"x\"\n";
        assert!(with_file(&both).unwrap_err().contains("either the secret or the file"));
        let word = settings("https://id.example").replace("openid.fair", "openid.\"a/b\"");
        assert!(with_file(&word).unwrap_err().contains("small letters"));
    }
}
