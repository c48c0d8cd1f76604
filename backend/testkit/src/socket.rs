//! A `graphql-transport-ws` client.

use std::{net::SocketAddr, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest as _},
};

/// Longest wait for anything that must come.
const PATIENCE: Duration = Duration::from_secs(10);

/// A connection.
pub struct TestSocket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl TestSocket {
    /// Connects without saying hello.
    pub async fn raw(server: SocketAddr, cookie: Option<String>) -> Self {
        let mut request = format!("ws://{server}/graphql/ws").into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
        if let Some(cookie) = cookie {
            headers.insert("cookie", cookie.parse().unwrap());
        }
        Self(connect_async(request).await.unwrap().0)
    }

    pub(crate) async fn open(server: SocketAddr, cookie: Option<String>) -> Self {
        let mut socket = Self::raw(server, cookie).await;
        socket.say(&json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await["type"], "connection_ack");
        socket
    }

    /// Sends a message.
    pub async fn say(&mut self, message: &Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    /// Begins an operation.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        self.say(&json!({ "id": id, "type": "subscribe", "payload": { "query": query, "variables": variables } }))
            .await;
    }

    /// Waits until the server has taken in everything said so far.
    pub async fn sync(&mut self) {
        self.say(&json!({ "type": "ping" })).await;
        assert_eq!(self.hear().await["type"], "pong");
    }

    /// The next message.
    pub async fn hear(&mut self) -> Value {
        loop {
            let next = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("a message in time");
            match next.expect("an open socket").expect("a sound frame") {
                Message::Text(text) => return serde_json::from_str(text.as_str()).unwrap(),
                Message::Close(frame) => panic!("closed: {frame:?}"),
                _ => {}
            }
        }
    }

    /// Waits for the end; its code.
    pub async fn end(&mut self) -> u16 {
        loop {
            let next = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("an end in time");
            match next {
                Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
                Some(Ok(_)) => {}
                other => panic!("ended without a code: {other:?}"),
            }
        }
    }
}
