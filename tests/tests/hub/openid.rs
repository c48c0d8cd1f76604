//! Signing in at a provider: one that plays fair, and one that does everything it may not.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::sync::{Arc, Mutex};

use axum::{
    Json, Router,
    extract::State,
    routing::{get, post},
};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use chrono::{DateTime, Duration, Utc};
use openidconnect::{
    AccessToken, Audience, AuthUrl, EmptyAdditionalClaims, EmptyAdditionalProviderMetadata, EmptyExtraTokenFields,
    EndUserEmail, IssuerUrl, JsonWebKeyId, JsonWebKeySetUrl, Nonce, PrivateSigningKey as _, ResponseTypes,
    StandardClaims, SubjectIdentifier, TokenUrl,
    core::{
        CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreIdTokenFields, CoreJsonWebKeySet,
        CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType, CoreSubjectIdentifierType, CoreTokenResponse,
        CoreTokenType,
    },
};
use sala_identity::openid::Setting;
use sala_kernel::LText;
use sala_testkit::{Answer, TestActor, TestApp};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// What the provider will say next.
#[derive(Clone)]
struct Plan {
    issuer: String,
    audience: String,
    subject: String,
    email: Option<(String, bool)>,
    nonce: Option<String>,
    challenge: String,
    expires: DateTime<Utc>,
    key: u8,
    unsigned: bool,
}

struct Provider {
    url: String,
    plan: Arc<Mutex<Plan>>,
    /// Where its own description says that codes are exchanged; its own address when empty.
    token_url: Arc<Mutex<String>>,
}

/// An Ed25519 key out of one byte, as PEM: for a test a key must be repeatable, not secret.
fn key(seed: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([seed; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new("k".into()))).unwrap()
}

#[derive(Clone)]
struct Shared {
    url: String,
    plan: Arc<Mutex<Plan>>,
    token_url: Arc<Mutex<String>>,
}

async fn describe(State(shared): State<Shared>) -> Json<Value> {
    let said = shared.token_url.lock().unwrap().clone();
    let token_url = if said.is_empty() { format!("{}/token", shared.url) } else { said };
    let described = CoreProviderMetadata::new(
        IssuerUrl::new(shared.url.clone()).unwrap(),
        AuthUrl::new(format!("{}/authorize", shared.url)).unwrap(),
        JsonWebKeySetUrl::new(format!("{}/keys", shared.url)).unwrap(),
        vec![ResponseTypes::new(vec![CoreResponseType::Code])],
        vec![CoreSubjectIdentifierType::Public],
        vec![CoreJwsSigningAlgorithm::EdDsa],
        EmptyAdditionalProviderMetadata {},
    )
    .set_token_endpoint(Some(TokenUrl::new(token_url).unwrap()));
    Json(serde_json::to_value(described).unwrap())
}

async fn exchange(State(shared): State<Shared>, form: String) -> Json<Value> {
    let plan = shared.plan.lock().unwrap().clone();
    // A provider that checks PKCE: whoever stole the code has no verifier.
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(parameter(&form, "code_verifier")));
    assert_eq!(challenge, plan.challenge, "the verifier of this very sign-in");
    let mut standard = StandardClaims::new(SubjectIdentifier::new(plan.subject.clone()));
    if let Some((email, verified)) = &plan.email {
        standard = standard.set_email(Some(EndUserEmail::new(email.clone()))).set_email_verified(Some(*verified));
    }
    let claims = CoreIdTokenClaims::new(
        IssuerUrl::new(plan.issuer.clone()).unwrap(),
        vec![Audience::new(plan.audience.clone())],
        plan.expires,
        plan.expires - Duration::minutes(5),
        standard,
        EmptyAdditionalClaims {},
    )
    .set_nonce(plan.nonce.clone().map(Nonce::new));
    let access = AccessToken::new("access".into());
    let token = CoreIdToken::new(claims, &key(plan.key), CoreJwsSigningAlgorithm::EdDsa, Some(&access), None).unwrap();
    let mut answer = serde_json::to_value(CoreTokenResponse::new(
        access,
        CoreTokenType::Bearer,
        CoreIdTokenFields::new(Some(token), EmptyExtraTokenFields {}),
    ))
    .unwrap();
    if plan.unsigned {
        let token = answer.get_mut("id_token").unwrap();
        let body = token.as_str().unwrap().split('.').nth(1).unwrap().to_owned();
        *token = json!(format!("{}.{body}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#)));
    }
    Json(answer)
}

impl Provider {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let plan = Arc::new(Mutex::new(Plan {
            issuer: url.clone(),
            audience: "sala".into(),
            subject: "u-1".into(),
            email: None,
            nonce: None,
            challenge: String::new(),
            expires: DateTime::UNIX_EPOCH,
            key: 1,
            unsigned: false,
        }));
        let shared = Shared { url: url.clone(), plan: Arc::clone(&plan), token_url: Arc::default() };
        let token_url = Arc::clone(&shared.token_url);
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(|| async { Json(CoreJsonWebKeySet::new(vec![key(1).as_verification_key()])) }))
            .route("/token", post(exchange))
            .with_state(shared);
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { url, plan, token_url }
    }

    fn setting(&self, domains: &[&str]) -> Setting {
        Setting {
            id: "fair".into(),
            name: LText::new("Fair", "យុត្តិធម៌"),
            issuer: self.url.clone(),
            client_id: "sala".into(),
            client_secret: "s".into(),
            domains: domains.iter().map(|d| (*d).to_owned()).collect(),
        }
    }

    fn shared(&self) -> Shared {
        Shared { url: self.url.clone(), plan: Arc::clone(&self.plan), token_url: Arc::clone(&self.token_url) }
    }

    /// What the next sign-in is to look like.
    fn plan(&self, change: impl FnOnce(&mut Plan)) {
        change(&mut self.plan.lock().unwrap());
    }
}

async fn begin(actor: &TestActor, input: Value) -> Answer {
    let query = "mutation($input: BeginOpenIdInput!) { beginOpenId(input: $input) { status url violations { key } } }";
    actor.mutate(query, json!({ "input": input })).await
}

fn parameter(url: &str, name: &str) -> String {
    let start = url.find(&format!("{name}=")).unwrap_or_else(|| panic!("{name} in {url}")) + name.len() + 1;
    url[start..].split('&').next().unwrap().to_owned()
}

/// Leaves for the provider; its plan learns what a fair provider would remember. The state comes back.
async fn leave(app: &TestApp, provider: &Provider, actor: &TestActor, input: Value) -> String {
    let begun = begin(actor, input).await;
    let url = begun.at("/data/beginOpenId/url").as_str().unwrap_or_else(|| panic!("{begun:?}")).to_owned();
    assert_eq!(parameter(&url, "code_challenge_method"), "S256");
    let now = app.env.now();
    provider.plan(|plan| {
        plan.nonce = Some(parameter(&url, "nonce"));
        plan.challenge = parameter(&url, "code_challenge");
        plan.expires = now + Duration::minutes(5);
    });
    parameter(&url, "state")
}

/// Comes back; where to is the answer.
async fn come_back(actor: &TestActor, state: &str, more: &str) -> String {
    let answer = actor.visit(&format!("/openid/fair/callback?code=c&state={state}{more}")).await;
    answer.headers.get("location").unwrap_or_else(|| panic!("{answer:?}")).to_str().unwrap().to_owned()
}

async fn who(actor: &TestActor) -> Value {
    actor.ask("{ viewer { person { id } } }").await.at("/data/viewer/person/id")
}

const SIGN_IN: &str = "fair";

#[tokio::test]
async fn a_linked_account_opens_the_door_and_the_owner_hears_of_it() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&[])]).await;
    let dara = app.signed_in("dara").await;
    let state =
        leave(&app, &provider, &dara, json!({ "provider": SIGN_IN, "purpose": "LINK", "to": "/settings" })).await;
    assert_eq!(come_back(&dara, &state, "").await, "/settings");
    let linked = dara.ask("{ viewer { linkedProviders { issuer provider { name { en } } } } }").await;
    assert_eq!(linked.at("/data/viewer/linkedProviders/0/provider/name/en"), "Fair");
    let letter: (String, String) =
        sqlx::query_as("SELECT kind, recipient FROM mails").fetch_one(&app.pool).await.unwrap();
    assert_eq!(letter, ("sign_in_added".to_owned(), "dara@ocn.example".to_owned()));

    let fresh = app.anonymous();
    let state = leave(&app, &provider, &fresh, json!({ "provider": SIGN_IN, "to": "/members?view=map" })).await;
    assert_eq!(come_back(&fresh, &state, &format!("&iss={}", provider.url)).await, "/members?view=map");
    assert_eq!(who(&fresh).await, app.person("dara"));
    let method = fresh.ask("{ viewer { sessions { method current } } }").await;
    assert!(method.json.to_string().contains(r#""method":"openid""#), "{method:?}");
}

#[tokio::test]
async fn an_address_links_only_when_verified_and_of_a_domain_the_provider_may_speak_for() {
    let provider = Provider::start().await;
    for (domains, email, verified, lets_in) in [
        (&["ocn.example"][..], "Bopha@ocn.example", true, true),
        (&["ocn.example"], "bopha@ocn.example", false, false),
        (&[], "bopha@ocn.example", true, false),
        (&["cn.example"], "bopha@ocn.example", true, false),
        (&["ocn.example"], "nobody@ocn.example", true, false),
    ] {
        let app = TestApp::ocn_with(vec![provider.setting(domains)]).await;
        provider.plan(|plan| plan.email = Some((email.into(), verified)));
        let actor = app.anonymous();
        let state = leave(&app, &provider, &actor, json!({ "provider": SIGN_IN })).await;
        let to = come_back(&actor, &state, "").await;
        if lets_in {
            assert_eq!((to.as_str(), who(&actor).await), ("/", json!(app.person("bopha"))));
        } else {
            assert_eq!(
                (to.as_str(), who(&actor).await),
                ("/sign-in?problem=provider_not_linked", Value::Null),
                "{email}"
            );
        }
    }
}

type Trick = (&'static str, fn(&mut Plan));

#[tokio::test]
async fn a_token_that_is_not_for_this_sign_in_opens_nothing() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&["ocn.example"])]).await;
    let fair = provider.plan.lock().unwrap().clone();
    let tricks: [Trick; 7] = [
        ("another nonce", |p| p.nonce = Some("another".into())),
        ("no nonce", |p| p.nonce = None),
        ("another audience", |p| p.audience = "another".into()),
        ("another issuer", |p| p.issuer = "https://another.example".into()),
        ("expired", |p| p.expires -= Duration::minutes(6)),
        ("another key", |p| p.key = 2),
        ("no signature", |p| p.unsigned = true),
    ];
    for (name, trick) in tricks {
        provider.plan(|plan| *plan = Plan { email: Some(("bopha@ocn.example".into(), true)), ..fair.clone() });
        let actor = app.anonymous();
        let state = leave(&app, &provider, &actor, json!({ "provider": SIGN_IN })).await;
        provider.plan(trick);
        assert_eq!(come_back(&actor, &state, "").await, "/sign-in?problem=provider_down", "{name}");
        assert!(who(&actor).await.is_null(), "{name}");
    }
}

#[tokio::test]
async fn a_state_serves_once_in_the_browser_that_left_with_it() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&["ocn.example"])]).await;
    provider.plan(|plan| plan.email = Some(("bopha@ocn.example".into(), true)));
    let input = json!({ "provider": SIGN_IN });
    let too_late = "/sign-in?problem=provider_stale";

    // Somebody else's link, sent to a victim: their browser never left.
    let (attacker, victim) = (app.anonymous(), app.anonymous());
    let state = leave(&app, &provider, &attacker, input.clone()).await;
    assert_eq!(come_back(&victim, &state, "").await, too_late);
    assert!(who(&victim).await.is_null());
    assert_eq!(come_back(&attacker, &state, "").await, "/", "looking at it from elsewhere had not used it up");

    let again = app.anonymous();
    let state = leave(&app, &provider, &again, input.clone()).await;
    let kept = again.clone();
    assert_eq!(come_back(&again, &state, "").await, "/");
    assert_eq!(come_back(&kept, &state, "").await, too_late);

    let late = app.anonymous();
    let state = leave(&app, &provider, &late, input.clone()).await;
    app.env.clock.advance(Duration::minutes(10));
    assert_eq!(come_back(&late, &state, "").await, too_late);

    let mixed_up = app.anonymous();
    let state = leave(&app, &provider, &mixed_up, input.clone()).await;
    assert_eq!(come_back(&mixed_up, &state, "&iss=https://another.example").await, "/sign-in?problem=provider_down");

    let refused = app.anonymous();
    let state = leave(&app, &provider, &refused, input).await;
    let answer = refused.visit(&format!("/openid/fair/callback?error=access_denied&state={state}")).await;
    assert_eq!(answer.headers["location"], "/sign-in?problem=provider_refused");
}

#[tokio::test]
async fn linking_is_for_the_one_who_began_it_and_for_one_person_only() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&[])]).await;
    let link = json!({ "provider": SIGN_IN, "purpose": "LINK" });
    let anonymous = begin(&app.anonymous(), link.clone()).await;
    assert_eq!(anonymous.code(), "UNAUTHENTICATED");

    // Signed out at the provider's: nothing is linked.
    let dara = app.signed_in("dara").await;
    let state = leave(&app, &provider, &dara, link.clone()).await;
    dara.mutate("mutation { signOut { status } }", json!({})).await;
    assert_eq!(come_back(&dara, &state, "").await, "/sign-in?problem=provider_stale");

    let dara = app.signed_in("dara").await;
    let state = leave(&app, &provider, &dara, link.clone()).await;
    assert_eq!(come_back(&dara, &state, "").await, "/");
    let bopha = app.signed_in("bopha").await;
    let state = leave(&app, &provider, &bopha, link).await;
    assert_eq!(come_back(&bopha, &state, "").await, "/sign-in?problem=provider_linked_elsewhere");
}

#[tokio::test]
async fn the_last_way_in_stays() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&[])]).await;
    let dara = app.signed_in("dara").await;
    let state = leave(&app, &provider, &dara, json!({ "provider": SIGN_IN, "purpose": "LINK" })).await;
    come_back(&dara, &state, "").await;
    let unlink = "mutation($i: String!) { unlinkOpenId(issuer: $i) { status violations { key } } }";
    let refused = dara.mutate(unlink, json!({ "i": provider.url })).await;
    assert_eq!(refused.at("/data/unlinkOpenId/violations/0/key"), "last_way_in", "the demo's people have no password");
    app.set_password("dara", "three green rivers").await;
    let elsewhere = app.signed_in("dara").await;
    assert_eq!(dara.mutate(unlink, json!({ "i": provider.url })).await.at("/data/unlinkOpenId/status"), "DONE");
    assert!(who(&elsewhere).await.is_null(), "whoever came in that way is out");
    assert_eq!(who(&dara).await, app.person("dara"));
    assert_eq!(dara.mutate(unlink, json!({ "i": provider.url })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn an_invitation_can_be_answered_at_a_provider_once() {
    let provider = Provider::start().await;
    let app = TestApp::ocn_with(vec![provider.setting(&[])]).await;
    let bopha = app.signed_in("bopha").await;
    let added = bopha
        .mutate(
            "mutation($input: AddPersonInput!) { addPerson(input: $input) { status person { id } } }",
            json!({ "input": { "organisation": app.organisation("TMYA"), "name": { "familyLatin": "Mao", "givenLatin": "Sina" },
                    "email": "sina@tmya.example", "invite": true } }),
        )
        .await;
    let person = added.at("/data/addPerson/person/id");
    let body: String =
        sqlx::query_scalar("SELECT body FROM mails WHERE kind = 'invitation'").fetch_one(&app.pool).await.unwrap();
    let secret = body.split("/welcome#").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let input = json!({ "provider": SIGN_IN, "purpose": "INVITATION", "invitation": secret });
    let sina = app.anonymous();
    let state = leave(&app, &provider, &sina, input.clone()).await;
    assert_eq!(come_back(&sina, &state, "").await, "/");
    assert_eq!(who(&sina).await, person);
    let again = begin(&app.anonymous(), input).await;
    assert_eq!(again.at("/data/beginOpenId/violations/0/key"), "link_used_or_expired");
}

#[tokio::test]
async fn a_provider_cannot_send_the_hub_into_its_own_network() {
    let provider = Provider::start().await;
    provider.plan(|plan| plan.email = Some(("bopha@ocn.example".into(), true)));
    let sign_in = async || {
        // A hub that has not yet believed another description.
        let app = TestApp::ocn_with(vec![provider.setting(&["ocn.example"])]).await;
        let actor = app.anonymous();
        let state = leave(&app, &provider, &actor, json!({ "provider": SIGN_IN })).await;
        come_back(&actor, &state, "").await
    };
    // The very same exchange answers at another address of this machine: reached, it would let in.
    let listener = tokio::net::TcpListener::bind("127.0.0.2:0").await.unwrap();
    let inside = format!("http://127.0.0.2:{}/token", listener.local_addr().unwrap().port());
    let knocks = Arc::new(Mutex::new(0));
    let routes = Router::new().route("/token", post(exchange)).with_state(provider.shared());
    let counted = Arc::clone(&knocks);
    let routes = routes.layer(axum::middleware::from_fn(move |request, next: axum::middleware::Next| {
        *counted.lock().unwrap() += 1;
        next.run(request)
    }));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    provider.token_url.lock().unwrap().clone_from(&inside);
    assert_eq!(sign_in().await, "/sign-in?problem=provider_down");
    assert_eq!(*knocks.lock().unwrap(), 0, "not even asked");
    provider.token_url.lock().unwrap().clear();
    assert_eq!(sign_in().await, "/", "all else was in order");
    let app = TestApp::ocn().await;
    let unknown = begin(&app.anonymous(), json!({ "provider": "none" })).await;
    assert_eq!(unknown.at("/data/beginOpenId/violations/0/key"), "provider_unknown");
}

#[tokio::test]
async fn a_new_address_is_proved_before_it_counts_and_the_old_one_is_told() {
    let app = TestApp::ocn().await;
    app.set_password("bopha", "three green rivers").await;
    let bopha = app.signed_in("bopha").await;
    let change =
        "mutation($input: ChangeEmailInput!) { changeEmail(input: $input) { status violations { field key } } }";
    let ask = async |email: &str, password: &str| {
        bopha.mutate(change, json!({ "input": { "email": email, "password": password } })).await
    };
    assert_eq!(ask("new@tmya.example", "wrong words").await.at("/data/changeEmail/violations/0/key"), "password_wrong");
    assert_eq!(
        ask("bopha@ocn.example", "three green rivers").await.at("/data/changeEmail/violations/0/key"),
        "email_same"
    );
    // Taken or not: one answer, and nothing happens yet.
    let taken = ask("dara@ocn.example", "three green rivers").await;
    let link = async || {
        let body: String = sqlx::query_scalar(
            "SELECT body FROM mails WHERE kind = 'email_change' ORDER BY created_at DESC, id DESC LIMIT 1",
        )
        .fetch_one(&app.pool)
        .await
        .unwrap();
        body.split("/confirm#").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
    };
    let confirm = "mutation($link: String!) { confirmEmail(link: $link) { status violations { key } } }";
    let to_taken = app.anonymous().mutate(confirm, json!({ "link": link().await })).await;
    assert_eq!(to_taken.at("/data/confirmEmail/violations/0/key"), "email_taken");
    app.env.clock.advance(Duration::seconds(1));
    let free = ask("new@tmya.example", "three green rivers").await;
    assert_eq!(taken.json, free.json);
    let secret = link().await;
    let done = app.anonymous().mutate(confirm, json!({ "link": secret })).await;
    assert_eq!(done.at("/data/confirmEmail/status"), "DONE", "{done:?}");
    let again = app.anonymous().mutate(confirm, json!({ "link": secret })).await;
    assert_eq!(again.at("/data/confirmEmail/violations/0/key"), "link_used_or_expired");
    let told: String = sqlx::query_scalar("SELECT recipient FROM mails WHERE kind = 'email_changed'")
        .fetch_one(&app.pool)
        .await
        .unwrap();
    assert_eq!(told, "bopha@ocn.example");
    let anon = app.anonymous();
    assert_eq!(anon.sign_in("bopha@ocn.example", "three green rivers").await.at("/data/signIn/status"), "INVALID");
    assert_eq!(anon.sign_in("new@tmya.example", "three green rivers").await.at("/data/signIn/status"), "DONE");
}
