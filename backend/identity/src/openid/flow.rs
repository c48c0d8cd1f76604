//! One sign-in at a provider: out with a state, back with a code.

use chrono::Duration;
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
        CoreTokenResponse,
    },
};
use sala_domain::access::Actor;
use sala_kernel::{Env, Error, Message, PersonId, Pool, Result, Secret, Tx, hash_token};

use super::{
    linked,
    providers::{Providers, Setting, down},
};
use crate::{
    accounts::{AccountState, Accounts, Origin, SignedIn},
    links, sessions, throttle,
};

/// How long one may take at the provider.
const PATIENCE: Duration = Duration::minutes(10);

/// What a provider may sign its tokens with: never a shared secret, never nothing.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 6] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Why somebody goes to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To come in.
    SignIn,
    /// To be able to come in that way from now on; one is signed in.
    Link,
    /// To answer an invitation, by its secret.
    Invitation(String),
}

/// The way out.
#[derive(Debug)]
pub struct Begun {
    /// Where the browser goes.
    pub url: String,
    /// What the browser keeps meanwhile, to show that it is the one that left.
    pub state: Secret,
}

/// What the provider sent back with the browser.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The code.
    pub code: Option<String>,
    /// Our state.
    pub state: Option<String>,
    /// Who answers (RFC 9207).
    pub iss: Option<String>,
    /// Why not.
    pub error: Option<String>,
}

/// How it ended.
#[derive(Debug)]
pub struct Ended {
    /// The new session, where one began.
    pub signed_in: Option<SignedIn>,
    /// Where the person wanted to go: a path of our own.
    pub to: String,
}

/// Only a path of our own: never another site.
fn own_path(to: &str) -> String {
    let sound =
        to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n', '\t']) && to.len() <= 1000;
    if sound { to.to_owned() } else { "/".to_owned() }
}

impl Accounts<'_> {
    fn redirect(&self, setting: &Setting) -> Result<RedirectUrl> {
        RedirectUrl::new(format!("{}/openid/{}/callback", self.settings.public_url, setting.id))
            .map_err(Error::internal)
    }
}

/// Begins a sign-in; nothing of it reaches the provider but the browser with its state.
pub async fn begin(
    accounts: &Accounts<'_>,
    providers: &Providers,
    origin: &Origin,
    actor: &Actor,
    provider: &str,
    purpose: &Purpose,
    to: &str,
) -> Result<Begun> {
    let (pool, env) = (accounts.pool, accounts.env);
    let setting = providers.setting(provider)?;
    let place = throttle::key(&["place", &throttle::place(origin.address)]);
    throttle::take(pool, env, "place", &place, accounts.settings.throttle.place).await?;
    let (link_person, invitation) = match purpose {
        Purpose::SignIn => (None, None),
        Purpose::Link => {
            let grants = actor.signed_in()?;
            grants.session.ok_or(Error::Forbidden(Message::ReadOnlyToken))?;
            (Some(grants.person()), None)
        }
        Purpose::Invitation(secret) => {
            if links::look(pool, env, secret).await?.is_none() {
                return Err(Error::invalid("link", Message::LinkUsedOrExpired));
            }
            (None, Some(hash_token(secret)))
        }
    };
    let metadata = providers.metadata(env, setting, false).await?;
    let state = Secret::fresh(env, "");
    let nonce = Secret::fresh(env, "");
    let verifier = PkceCodeVerifier::new(Secret::fresh(env, "").expose().to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    sqlx::query!(
        "INSERT INTO openid_flows (state_hash, provider, nonce, pkce_verifier, link_person, return_to, expires_at, invitation)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        state.hash(),
        setting.id,
        nonce.expose(),
        verifier.secret(),
        link_person.map(|p| p.0),
        own_path(to),
        env.now() + PATIENCE,
        invitation,
    )
    .execute(pool)
    .await?;
    let (said, asked) = (state.expose().to_owned(), nonce.expose().to_owned());
    let (url, ..) = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(setting.client_id.clone()),
        Some(ClientSecret::new(setting.client_secret.clone())),
    )
    .set_redirect_uri(accounts.redirect(setting)?)
    .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || CsrfToken::new(said), move || Nonce::new(asked))
    .add_scope(Scope::new("email".into()))
    .add_scope(Scope::new("profile".into()))
    .set_pkce_challenge(challenge)
    .url();
    Ok(Begun { url: url.into(), state })
}

struct Flow {
    nonce: String,
    verifier: String,
    link_person: Option<PersonId>,
    to: String,
    invitation: Option<Vec<u8>>,
}

/// Takes a flow; it serves once. Only the browser that left with the state may come back with it.
async fn take(accounts: &Accounts<'_>, provider: &str, kept: Option<&str>, answer: &Answer) -> Result<Flow> {
    let too_late = || Error::invalid("state", Message::ProviderStale);
    let state = answer.state.as_deref().filter(|state| kept == Some(*state)).ok_or_else(too_late)?;
    let row = sqlx::query!(
        "DELETE FROM openid_flows WHERE state_hash = $1 AND provider = $2
         RETURNING nonce, pkce_verifier, link_person, return_to, expires_at, invitation",
        hash_token(state),
        provider,
    )
    .fetch_optional(accounts.pool)
    .await?
    .filter(|row| row.expires_at > accounts.env.now())
    .ok_or_else(too_late)?;
    Ok(Flow {
        nonce: row.nonce,
        verifier: row.pkce_verifier,
        link_person: row.link_person.map(PersonId),
        to: row.return_to,
        invitation: row.invitation,
    })
}

/// Who somebody is at a provider.
struct Proved {
    issuer: String,
    subject: String,
    /// An address that counts: verified, and of a domain the provider may speak for.
    email: Option<String>,
}

/// Ends a sign-in: exchanges the code, judges the token, and lets in or links.
pub async fn finish(
    accounts: &Accounts<'_>,
    providers: &Providers,
    origin: &Origin,
    actor: &Actor,
    provider: &str,
    kept: Option<&str>,
    answer: Answer,
) -> Result<Ended> {
    let setting = providers.setting(provider)?;
    let flow = take(accounts, provider, kept, &answer).await?;
    if answer.iss.as_ref().is_some_and(|iss| *iss != setting.issuer) {
        return Err(down(&setting.id, &"an answer of another issuer"));
    }
    let (None, Some(code)) = (answer.error, answer.code) else {
        return Err(Error::invalid("provider", Message::ProviderRefused));
    };
    let proved = prove(accounts, providers, setting, &flow, code).await?;
    let mut tx = accounts.pool.begin().await?;
    let signed_in = match (flow.link_person, &flow.invitation) {
        (Some(person), _) => {
            // Whoever signed out meanwhile, or is somebody else now, links nothing.
            if actor.signed_in()?.person() != person {
                return Err(Error::Unauthenticated);
            }
            linked::link(&mut tx, accounts.env, person, &proved.issuer, &proved.subject, &setting.name).await?;
            None
        }
        (None, Some(invitation)) => {
            let person = answer_invitation(&mut tx, accounts, invitation).await?;
            linked::link(&mut tx, accounts.env, person, &proved.issuer, &proved.subject, &setting.name).await?;
            Some(accounts.begin(&mut tx, origin, person, "openid").await?)
        }
        (None, None) => {
            let person = known(&mut tx, accounts, setting, &proved).await?;
            Some(accounts.begin(&mut tx, origin, person, "openid").await?)
        }
    };
    tx.commit().await?;
    Ok(Ended { signed_in, to: flow.to })
}

async fn prove(
    accounts: &Accounts<'_>,
    providers: &Providers,
    setting: &Setting,
    flow: &Flow,
    code: String,
) -> Result<Proved> {
    let metadata = providers.metadata(accounts.env, setting, false).await?;
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(setting.client_id.clone()),
        Some(ClientSecret::new(setting.client_secret.clone())),
    )
    .set_redirect_uri(accounts.redirect(setting)?);
    let tokens: CoreTokenResponse = client
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|error| down(&setting.id, &error))?
        .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
        .request_async(&providers.outgoing)
        .await
        .map_err(|error| down(&setting.id, &error))?;
    let claims = if let Ok(claims) = judge(accounts, &tokens, client.id_token_verifier(), &flow.nonce) {
        claims
    } else {
        // Its keys may have changed since they were read.
        let fresh = providers.metadata(accounts.env, setting, true).await?;
        let client = CoreClient::from_provider_metadata(
            fresh,
            ClientId::new(setting.client_id.clone()),
            Some(ClientSecret::new(setting.client_secret.clone())),
        );
        judge(accounts, &tokens, client.id_token_verifier(), &flow.nonce).map_err(|error| down(&setting.id, &error))?
    };
    let email = claims
        .email()
        .filter(|_| claims.email_verified() == Some(true))
        .map(|email| email.trim().to_lowercase())
        .filter(|email| email.rsplit_once('@').is_some_and(|(_, domain)| setting.domains.iter().any(|d| d == domain)));
    Ok(Proved { issuer: claims.issuer().to_string(), subject: claims.subject().to_string(), email })
}

/// Signature, issuer, audience, time, nonce; and that the access token is the one the ID token speaks of.
fn judge(
    accounts: &Accounts<'_>,
    tokens: &CoreTokenResponse,
    verifier: CoreIdTokenVerifier<'_>,
    nonce: &str,
) -> std::result::Result<CoreIdTokenClaims, String> {
    let env = accounts.env.clone();
    let verifier = verifier.set_allowed_algs(ALGORITHMS).set_time_fn(move || env.now());
    let token = tokens.id_token().ok_or("no ID token")?;
    let claims =
        token.clone().into_claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|error| error.to_string())?;
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = token.signing_alg().map_err(|e| e.to_string())?;
        let key = token.signing_key(&verifier).map_err(|e| e.to_string())?;
        let actual = openidconnect::AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
            .map_err(|e| e.to_string())?;
        if actual != *expected {
            return Err("the access token is another one".into());
        }
    }
    Ok(claims)
}

/// The person behind a proved identity: linked before, or linked now by an address that counts.
async fn known(tx: &mut Tx<'_>, accounts: &Accounts<'_>, setting: &Setting, proved: &Proved) -> Result<PersonId> {
    if let Some(person) = linked::person(&mut **tx, &proved.issuer, &proved.subject).await? {
        return Ok(person);
    }
    let not_linked = || Error::invalid("provider", Message::ProviderNotLinked);
    let email = proved.email.as_deref().ok_or_else(not_linked)?;
    let row = sqlx::query!(
        r#"SELECT person_id, state AS "state: AccountState" FROM accounts WHERE email = $1 FOR UPDATE"#,
        email
    )
    .fetch_optional(&mut **tx)
    .await?
    .filter(|row| matches!(row.state, AccountState::Active | AccountState::Invited))
    .ok_or_else(not_linked)?;
    let person = PersonId(row.person_id);
    if row.state == AccountState::Invited {
        activate(tx, accounts, person).await?;
        links::revoke_of(tx, accounts.env, person).await?;
    }
    linked::link(tx, accounts.env, person, &proved.issuer, &proved.subject, &setting.name).await?;
    Ok(person)
}

async fn activate(tx: &mut Tx<'_>, accounts: &Accounts<'_>, person: PersonId) -> Result<()> {
    sqlx::query!(
        "UPDATE accounts SET state = 'active', updated_at = $2 WHERE person_id = $1 AND state = 'invited'",
        person.0,
        accounts.env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Uses an invitation up without a password: the provider is the way in from now on.
async fn answer_invitation(tx: &mut Tx<'_>, accounts: &Accounts<'_>, hash: &[u8]) -> Result<PersonId> {
    let spent = || Error::invalid("link", Message::LinkUsedOrExpired);
    let link = links::consume_hash(tx, accounts.env, hash, &[links::Purpose::Invitation]).await?;
    let person = link.person.ok_or_else(spent)?;
    activate(tx, accounts, person).await?;
    let account = sqlx::query!("SELECT email FROM accounts WHERE person_id = $1 AND state = 'active'", person.0)
        .fetch_optional(&mut **tx)
        .await?;
    if account.is_none_or(|a| a.email != link.email) {
        return Err(spent());
    }
    sessions::end_others(tx, accounts.env, person, None).await?;
    Ok(person)
}

/// Forgets sign-ins that nobody came back from.
pub async fn tidy(pool: &Pool, env: &Env) -> Result<()> {
    sqlx::query!("DELETE FROM openid_flows WHERE expires_at < $1", env.now()).execute(pool).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn after_a_sign_in_one_lands_on_this_hub_only() {
        assert_eq!(own_path("/members?view=map#x"), "/members?view=map#x");
        for foreign in ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "", "/a\r\nset-cookie: x"]
        {
            assert_eq!(own_path(foreign), "/", "{foreign}");
        }
    }
}
