//! The web app inside the binary.

use std::{borrow::Cow, sync::Arc};

use rust_embed::RustEmbed;
use sala_api::{Asset, Web};
use sala_documents::write::Fonts;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Files;

/// Looks files up in the binary.
pub fn web() -> Web {
    Arc::new(|path: &str| {
        if has_extension(path, "br") {
            return None;
        }
        let plain = Files::get(path)?.data;
        let brotli: Option<Cow<'static, [u8]>> = Files::get(&format!("{path}.br")).map(|f| f.data);
        Some(Asset { plain, brotli, media: media(path) })
    })
}

/// The fonts that papers are set in: the web app's build lays them beside it.
pub fn fonts() -> Option<Fonts> {
    let names = Files::iter().filter(|name| name.starts_with("typesetting/") && has_extension(name, "ttf"));
    Fonts::new(names.filter_map(|name| Files::get(&name)).map(|file| file.data.into_owned()))
}

fn has_extension(path: &str, wanted: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|e| e.eq_ignore_ascii_case(wanted))
}

fn media(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
