//! Somebody who uses the hub.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{body::Body, extract::ConnectInfo};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::{TestApp, TestSocket};

/// What came back.
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: http::HeaderMap,
    /// Body as JSON; null when it is none.
    pub json: Value,
    /// Body as it came.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Answer {
    // What a failing test wants to know: not the headers, which are the same every time.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.json {
            Value::Null => write!(f, "{} {}", self.status, String::from_utf8_lossy(&self.body)),
            json => write!(f, "{} {json}", self.status),
        }
    }
}

impl Answer {
    /// A value of the body by JSON pointer; null where there is none.
    pub fn at(&self, pointer: &str) -> Value {
        self.json.pointer(pointer).cloned().unwrap_or(Value::Null)
    }

    /// The code of the first error.
    pub fn code(&self) -> Value {
        self.at("/errors/0/extensions/code")
    }
}

/// A caller with their own cookies.
#[derive(Clone)]
pub struct TestActor {
    router: axum::Router,
    server: SocketAddr,
    /// Where the caller seems to be.
    pub from: SocketAddr,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    bearer: Option<String>,
    acting: Option<String>,
}

impl TestActor {
    pub(crate) fn new(app: &TestApp) -> Self {
        Self {
            router: app.router.clone(),
            server: app.address,
            from: "127.0.0.1:40000".parse().unwrap(),
            cookies: Arc::default(),
            bearer: None,
            acting: None,
        }
    }

    /// The same program-side caller with an access token and no cookies.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { cookies: Arc::default(), bearer: Some(token.into()), ..self.clone() }
    }

    /// The same caller in a tab that states for whom it acts: a network's id, and an organisation's.
    #[must_use]
    pub fn acting_for(&self, network: &str, organisation: &str) -> Self {
        Self { acting: Some(format!("{network} {organisation}")), ..self.clone() }
    }

    /// The cookies as a browser sends them, if there are any.
    pub fn cookie(&self) -> Option<String> {
        let kept = self.cookies.lock().unwrap();
        let pairs: Vec<String> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// Opens an address of the hub as a browser does when it is sent there.
    pub async fn visit(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a file to its address.
    pub async fn put(&self, path: &str, bytes: Vec<u8>) -> Answer {
        self.send(Request::put(path).body(Body::from(bytes)).unwrap()).await
    }

    /// Sends any request.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(self.from));
        if let Some(cookie) = self.cookie() {
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        }
        if let Some(token) = &self.bearer {
            request.headers_mut().insert(header::AUTHORIZATION, format!("Bearer {token}").parse().unwrap());
        }
        if let Some(acting) = &self.acting {
            request.headers_mut().insert("sala-acting", acting.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let (name, value) = set.split(';').next().unwrap_or_default().split_once('=').unwrap_or_default();
            let mut kept = self.cookies.lock().unwrap();
            if value.is_empty() {
                kept.remove(name);
            } else {
                kept.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = body.collect().await.unwrap().to_bytes();
        let json = serde_json::from_slice(&body).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, json, body: body.to_vec() }
    }

    /// A GraphQL request by POST.
    pub async fn graphql(&self, query: &str, variables: Value) -> Answer {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// A query without variables that must not fail as a whole.
    pub async fn ask(&self, query: &str) -> Answer {
        let answer = self.graphql(query, json!({})).await;
        assert!(answer.json.get("errors").is_none(), "{query}: {answer:?}");
        answer
    }

    /// A mutation.
    pub async fn mutate(&self, query: &str, variables: Value) -> Answer {
        self.graphql(query, variables).await
    }

    /// Signs in with a password.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.mutate(
            "mutation($input: SignInInput!) { signIn(input: $input) { status violations { field key message { en km } } } }",
            json!({ "input": { "email": email, "password": password } }),
        )
        .await
    }

    /// Changes an organisation's telephone, as it is now.
    pub async fn edit_phone(&self, organisation: &str, phone: &str) -> Answer {
        let seen =
            self.graphql("query($id: ID!) { organisation(id: $id) { version } }", json!({ "id": organisation })).await;
        let version = seen.at("/data/organisation/version");
        self.mutate(
            "mutation($input: EditOrganisationInput!) { editOrganisation(input: $input) { status organisation { phone version } violations { field key } } }",
            json!({ "input": { "id": organisation, "version": if version.is_null() { json!(1) } else { version }, "phone": phone } }),
        )
        .await
    }

    /// Opens a paper's text, with a copy of one's own that is empty or was kept from before.
    pub async fn writer(&self, paper: &str, copy: yrs::Doc) -> crate::TestWriter {
        crate::TestWriter::open(self.server, self.cookie(), paper, copy).await
    }

    /// Opens a websocket and says hello.
    pub async fn connect(&self) -> TestSocket {
        TestSocket::open(self.server, self.cookie()).await
    }
}
