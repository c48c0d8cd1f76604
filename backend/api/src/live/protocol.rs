//! The words of `graphql-transport-ws`.

use std::sync::Arc;

use bytes::Bytes;
use sala_kernel::Cursor;
use serde::Deserialize;

/// What a client says.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientMessage {
    /// Hello.
    ConnectionInit {},
    /// Are you there?
    Ping {},
    /// I am here.
    Pong {},
    /// Begin an operation.
    Subscribe {
        /// Its id, chosen by the client.
        id: String,
        /// The operation.
        payload: Operation,
    },
    /// End an operation.
    Complete {
        /// Which.
        id: String,
    },
}

/// An operation as it comes over the wire.
#[derive(Debug, Clone, Deserialize)]
pub struct Operation {
    /// The document.
    pub query: String,
    /// Which operation of it.
    #[serde(rename = "operationName")]
    pub name: Option<String>,
    /// Its variables.
    #[serde(default)]
    pub variables: serde_json::Map<String, serde_json::Value>,
}

/// Part of a subscription's answer, serialised once for everybody.
#[derive(Debug)]
pub struct Frame {
    /// The event behind it, for sorting out what a late-comer has already.
    pub cursor: Option<Cursor>,
    /// What kind of message.
    pub kind: Kind,
    /// The payload as JSON; empty for `Complete`.
    pub payload: Bytes,
}

/// The message a frame becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An answer.
    Next,
    /// The operation failed and is over.
    Error,
    /// The operation is over.
    Complete,
}

impl Frame {
    /// A response as a frame: an answer, or the errors when there is nothing else.
    pub fn of(response: &async_graphql::Response, cursor: Option<Cursor>) -> Arc<Self> {
        let failed = !response.errors.is_empty() && response.data == async_graphql::Value::Null;
        let (kind, payload) = if failed {
            (Kind::Error, serde_json::to_vec(&response.errors))
        } else {
            (Kind::Next, serde_json::to_vec(response))
        };
        Arc::new(Self { cursor, kind, payload: payload.unwrap_or_default().into() })
    }

    /// The end.
    pub fn complete() -> Arc<Self> {
        Arc::new(Self { cursor: None, kind: Kind::Complete, payload: Bytes::new() })
    }

    /// The message for one client's operation id (already JSON-escaped, quotes included).
    pub fn message(&self, id: &str) -> String {
        let (word, payload) = match self.kind {
            Kind::Next => ("next", true),
            Kind::Error => ("error", true),
            Kind::Complete => ("complete", false),
        };
        let mut text = String::with_capacity(self.payload.len() + id.len() + 40);
        text.push_str("{\"id\":");
        text.push_str(id);
        text.push_str(",\"type\":\"");
        text.push_str(word);
        text.push('"');
        if payload {
            text.push_str(",\"payload\":");
            text.push_str(std::str::from_utf8(&self.payload).unwrap_or("null"));
        }
        text.push('}');
        text
    }
}
