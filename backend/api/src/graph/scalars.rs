//! Small shared types.

use std::str::FromStr;

use async_graphql::{Enum, ID, InputObject, SimpleObject, Value, parser::types::Field};
use sala_kernel::{IdError, LText, Language};

use super::{
    Code,
    rows::{leaf, object},
};

/// Text that may exist in English, in Khmer, or in both.
#[derive(Debug, Clone, SimpleObject)]
pub struct Text {
    /// English; empty when there is none.
    en: String,
    /// Khmer; empty when there is none.
    km: String,
}

impl Text {
    /// Puts both together.
    pub fn new(en: impl Into<String>, km: impl Into<String>) -> Self {
        Self { en: en.into(), km: km.into() }
    }
}

impl From<LText> for Text {
    fn from(text: LText) -> Self {
        Self { en: text.en, km: text.km }
    }
}

/// Text in English, in Khmer, or in both.
#[derive(Debug, Clone, InputObject)]
pub struct TextInput {
    /// English.
    #[graphql(default)]
    en: String,
    /// Khmer.
    #[graphql(default)]
    km: String,
}

impl From<TextInput> for LText {
    fn from(text: TextInput) -> Self {
        Self { en: text.en, km: text.km }
    }
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "Language", remote = "Language")]
pub enum LanguageCode {
    /// English.
    En,
    /// Khmer.
    Km,
}

/// Reads a typed id; one of another kind is as good as unknown.
pub fn id<T: FromStr<Err = IdError>>(text: &ID) -> async_graphql::Result<T> {
    text.parse().map_err(|_| Code::NotFound.error("Not found."))
}

/// Reads an optional typed id.
pub fn maybe_id<T: FromStr<Err = IdError>>(text: Option<&ID>) -> async_graphql::Result<Option<T>> {
    text.map(id).transpose()
}

/// Text in both languages, written directly; see [`super::rows`].
pub fn text(text: &LText, field: &Field) -> Option<Value> {
    object(&field.selection_set.node, "Text", |field| match field.name.node.as_str() {
        "en" => leaf(text.en.as_str()),
        "km" => leaf(text.km.as_str()),
        _ => None,
    })
}
