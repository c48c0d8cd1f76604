//! The one who asks: signing in and out, sessions, tokens, the hub itself.

use async_graphql::{
    ComplexObject, Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field,
};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Actor, Grants, Reach},
    demo, hub, mails, memberships,
    networks::NewNetwork,
    people::{self, NewPerson},
};
use sala_identity::{access_tokens, accounts::SignedIn, sessions};
use sala_kernel::{AccessTokenId, SessionId};

use super::{
    context::{Cookies, Ctx as _},
    error::{Status, Violation, outcome, shape},
    loaders::{RolesOf, broken},
    memberships::Membership,
    networks::Network,
    organisations::Organisation,
    page::{MailConnection, request},
    people::{NameInput, Person, Role, RoleGrant},
    rows::Plain,
    scalars::{LanguageCode, TextInput, id, maybe_id},
    sign_in::{LinkedProvider, SignInProvider, linked, offered},
};

/// The hub itself.
#[derive(Debug, SimpleObject)]
pub struct Hub {
    /// Somebody has set it up.
    ready: bool,
    /// Demo sign-in is offered.
    demo: bool,
    /// Its version.
    version: &'static str,
    /// Providers through which one may sign in.
    sign_in_providers: Vec<SignInProvider>,
    /// The people one may try the demo as; empty elsewhere.
    demo_faces: Vec<DemoFace>,
}

/// Somebody to try the demo as.
#[derive(Debug, SimpleObject)]
pub struct DemoFace {
    /// What to pass to `signInDemo`.
    email: &'static str,
    /// What this person shows.
    role: Role,
    /// The invented person's name in Latin letters.
    name_en: String,
    /// The invented person's name in Khmer.
    name_km: String,
    /// Acronym of the invented organisation.
    organisation: String,
}

/// The signed-in person.
#[derive(Debug)]
pub struct Viewer(std::sync::Arc<Grants>);

/// For whom one acts now.
#[derive(Debug, SimpleObject)]
pub struct Acting {
    /// In which network.
    network: Network,
    /// For which organisation; null for the network's secretariat.
    organisation: Option<Organisation>,
}

/// A signed-in browser.
#[derive(Debug, SimpleObject)]
pub struct Session {
    /// Its id.
    id: ID,
    /// Browser and system in words.
    device: String,
    /// How it was begun: `password`, `link`, `openid` or `demo`.
    method: String,
    /// Since when.
    created_at: DateTime<Utc>,
    /// Last used, to the minute.
    seen_at: DateTime<Utc>,
    /// It is the one asking.
    current: bool,
}

/// A personal access token.
#[derive(Debug, SimpleObject)]
pub struct AccessToken {
    /// Its id.
    id: ID,
    /// What its owner calls it.
    name: String,
    /// `read`, or `read` and `write`.
    scopes: Vec<String>,
    /// Since when.
    created_at: DateTime<Utc>,
    /// Until when.
    expires_at: DateTime<Utc>,
    /// Last used.
    used_at: Option<DateTime<Utc>>,
}

impl From<access_tokens::AccessToken> for AccessToken {
    fn from(token: access_tokens::AccessToken) -> Self {
        Self {
            id: token.id.to_string().into(),
            name: token.name,
            scopes: token.scopes,
            created_at: token.created_at,
            expires_at: token.expires_at,
            used_at: token.used_at,
        }
    }
}

/// The signed-in person.
#[Object]
impl Viewer {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one(self.0.person()).await.map_err(broken)?.map(Into::into))
    }

    /// Where what happens stands now. Given as `$after` to a subscription, nothing is missed that happens after this was read.
    #[expect(clippy::unused_async, reason = "a field is async by contract")]
    async fn cursor(&self, ctx: &Context<'_>) -> Result<String> {
        let services = ctx.services();
        services.cursors.seal(&services.env, services.feed.settled()).map_err(shape)
    }

    /// The roles held, one line each.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<RoleGrant>> {
        let rows = ctx.loaders().load_one(RolesOf(self.0.person())).await.map_err(broken)?.unwrap_or_default();
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// For whom one acts now; null for people without any role.
    async fn acting(&self, ctx: &Context<'_>) -> Result<Option<Acting>> {
        let Some((network, organisation)) = self.0.acting else { return Ok(None) };
        let Some(network) = ctx.loaders().load_one(network).await.map_err(broken)? else { return Ok(None) };
        let organisation = match organisation {
            Some(id) => ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into),
            None => None,
        };
        Ok(Some(Acting { network: network.into(), organisation }))
    }

    /// The applications for membership that one makes for organisations, the oldest first.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn applications(&self, ctx: &Context<'_>) -> Result<Vec<Membership>> {
        let own = Reach::of(ctx.actor(), Action::EditApplication).owner_ids();
        let signing = Reach::of(ctx.actor(), Action::AcceptConduct).owner_ids();
        let ids: Vec<uuid::Uuid> = own.into_iter().chain(signing).collect();
        let found =
            memberships::store::of_organisations(&ctx.services().pool, ctx.actor(), &ids).await.map_err(shape)?;
        Ok(found.into_iter().filter(|m| m.state.is_applied_for()).map(Into::into).collect())
    }

    /// Runs this hub: reads the mail outbox.
    async fn operator(&self) -> bool {
        self.0.operator
    }

    /// The browsers one is signed in with, last used first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let services = ctx.services();
        let list =
            sessions::list(&services.pool, &services.env, &services.settings, ctx.actor()).await.map_err(shape)?;
        Ok(list
            .into_iter()
            .map(|s| Session {
                id: s.id.to_string().into(),
                device: s.device,
                method: s.method,
                created_at: s.created_at,
                seen_at: s.seen_at,
                current: s.current,
            })
            .collect())
    }

    /// The address one signs in with; others see the one on the person's record.
    async fn email(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(sala_identity::accounts::own(&ctx.services().pool, ctx.actor()).await.map_err(shape)?.email)
    }

    /// One can sign in with a password.
    async fn has_password(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(sala_identity::accounts::own(&ctx.services().pool, ctx.actor()).await.map_err(shape)?.has_password)
    }

    /// The providers through which one can sign in, oldest first.
    #[graphql(complexity = "3 * child_complexity")]
    async fn linked_providers(&self, ctx: &Context<'_>) -> Result<Vec<LinkedProvider>> {
        linked(ctx).await
    }

    /// Since when one has a private calendar address; null without one.
    async fn calendar_feed_since(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        sala_identity::calendar_feeds::made_at(&ctx.services().pool, ctx.actor()).await.map_err(shape)
    }

    /// One's access tokens that still work, newest first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn access_tokens(&self, ctx: &Context<'_>) -> Result<Vec<AccessToken>> {
        let services = ctx.services();
        let list = access_tokens::list(&services.pool, &services.env, ctx.actor()).await.map_err(shape)?;
        Ok(list.into_iter().map(Into::into).collect())
    }
}

/// Where a mail stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "mails::MailState")]
pub enum MailState {
    /// To be sent, or to be read here where no mail server is configured.
    Waiting,
    /// Handed to the mail server.
    Sent,
    /// Refused for good.
    Failed,
}

/// A mail of this hub.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Mail {
    #[graphql(skip)]
    id: sala_kernel::MailId,
    /// What kind of letter: `invitation`, `password_reset`.
    kind: String,
    /// To whom.
    recipient: String,
    /// In which language.
    language: LanguageCode,
    /// Subject.
    subject: String,
    /// Plain text.
    body: String,
    /// Where it stands.
    state: MailState,
    /// What the mail server said, if it refused.
    error: String,
    /// Since when.
    created_at: DateTime<Utc>,
    /// When it left.
    sent_at: Option<DateTime<Utc>>,
}

impl Plain for Mail {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

#[ComplexObject]
impl Mail {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.id.to_string().into()
    }
}

impl From<mails::Mail> for Mail {
    fn from(mail: mails::Mail) -> Self {
        Self {
            id: mail.id,
            kind: mail.kind,
            recipient: mail.recipient,
            language: mail.language.into(),
            subject: mail.subject,
            body: mail.body,
            state: mail.state.into(),
            error: mail.error,
            created_at: mail.created_at,
            sent_at: mail.sent_at,
        }
    }
}

/// Reading about oneself and the hub.
#[derive(Debug, Default)]
pub struct ViewerQuery;

#[Object]
impl ViewerQuery {
    /// The hub itself.
    async fn hub(&self, ctx: &Context<'_>) -> Result<Hub> {
        let services = ctx.services();
        let hub = hub::lookup(&services.pool).await.map_err(shape)?;
        let demo_faces = if hub.demo { faces(ctx).await? } else { Vec::new() };
        Ok(Hub {
            ready: hub.ready,
            demo: hub.demo,
            version: env!("CARGO_PKG_VERSION"),
            sign_in_providers: offered(ctx),
            demo_faces,
        })
    }

    /// The signed-in person; null for the anonymous.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        match ctx.actor() {
            Actor::Person(grants) => Some(Viewer(std::sync::Arc::clone(grants))),
            Actor::Anonymous | Actor::Service => None,
        }
    }

    /// All mails of this hub, newest first; for whoever runs it.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn mails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<MailConnection> {
        let page = request(first, after.as_deref())?;
        Ok(MailConnection::of(mails::store::list(&ctx.services().pool, ctx.actor(), &page).await.map_err(shape)?))
    }
}

async fn faces(ctx: &Context<'_>) -> Result<Vec<DemoFace>> {
    let names = demo::names(&ctx.services().pool).await.map_err(shape)?;
    Ok(demo::FACES
        .iter()
        .filter_map(|face| {
            let (_, name, organisation) = names.iter().find(|(email, ..)| email == face.email)?;
            Some(DemoFace {
                email: face.email,
                role: face.role.into(),
                name_en: name.en.clone(),
                name_km: name.km.clone(),
                organisation: organisation.clone(),
            })
        })
        .collect())
}

/// Address and password.
#[derive(Debug, InputObject)]
pub struct SignInInput {
    /// Sign-in address.
    email: String,
    /// Password.
    #[graphql(secret)]
    password: String,
}

/// An answer to an invitation or reset link.
#[derive(Debug, InputObject)]
pub struct AnswerLinkInput {
    /// The secret from the link.
    #[graphql(secret)]
    link: String,
    /// The password to have from now on.
    #[graphql(secret)]
    password: String,
}

/// A change of password.
#[derive(Debug, InputObject)]
pub struct ChangePasswordInput {
    /// The present one; ignored for accounts without.
    #[graphql(secret)]
    old: String,
    /// The one to have from now on.
    #[graphql(secret)]
    new: String,
}

/// The first network of an empty hub, and who coordinates it.
#[derive(Debug, InputObject)]
pub struct SetUpInput {
    /// The secret from the set-up link.
    #[graphql(secret)]
    link: String,
    /// The network's name in at least one language.
    network: TextInput,
    /// The network's acronym.
    #[graphql(default)]
    acronym: String,
    /// Your name.
    name: NameInput,
    /// Your sign-in address.
    email: String,
    /// Your language; Khmer when left out.
    language: Option<LanguageCode>,
    /// Your password.
    #[graphql(secret)]
    password: String,
}

/// For whom to act from now on.
#[derive(Debug, InputObject)]
pub struct ActForInput {
    /// In which network.
    network: ID,
    /// For which organisation; null for the network's secretariat.
    organisation: Option<ID>,
}

/// A token to be made.
#[derive(Debug, InputObject)]
pub struct MakeAccessTokenInput {
    /// What you call it.
    name: String,
    /// It may also change things, not only read them.
    #[graphql(default)]
    write: bool,
    /// How long it works, 1 to 365 days.
    #[graphql(default = 90)]
    days: i32,
}

/// What came of signing in.
#[derive(Debug, SimpleObject)]
pub struct SignInPayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
    /// Who one is now.
    person: Option<Person>,
}

/// What came of something with no more to show.
#[derive(Debug, SimpleObject)]
pub struct DonePayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
}

impl DonePayload {
    /// From what the service answered.
    pub fn of(result: sala_kernel::Result<()>) -> Result<Self> {
        let (status, _, violations) = outcome(result)?;
        Ok(Self { status, violations })
    }
}

/// What came of making a token.
#[derive(Debug, SimpleObject)]
pub struct AccessTokenPayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
    /// The token.
    access_token: Option<AccessToken>,
    /// Its secret, shown this once: `Authorization: Bearer …`.
    secret: Option<String>,
}

/// Sets the cookie and shows who it is now.
async fn welcome(ctx: &Context<'_>, result: sala_kernel::Result<SignedIn>) -> Result<SignInPayload> {
    let (status, signed_in, violations) = outcome(result)?;
    let person = match signed_in {
        Some(signed_in) => {
            ctx.data_unchecked::<Cookies>().set(&signed_in.secret);
            people::store::view(&ctx.services().pool, &Actor::Service, signed_in.person).await.map_err(shape)?
        }
        None => None,
    };
    Ok(SignInPayload { status, violations, person: person.map(Into::into) })
}

/// Signing in and out, sessions, tokens.
#[derive(Debug, Default)]
pub struct ViewerMutation;

#[Object]
impl ViewerMutation {
    /// Signs in with a password and sets the session cookie.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Address and password.")] input: SignInInput,
    ) -> Result<SignInPayload> {
        let origin = &ctx.request().origin;
        welcome(ctx, ctx.services().accounts().sign_in(origin, &input.email, &input.password).await).await
    }

    /// Signs in as one of the demo's people, without password; on a demo hub only.
    async fn sign_in_demo(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of `hub.demoFaces`.")] email: String,
    ) -> Result<SignInPayload> {
        welcome(ctx, ctx.services().accounts().sign_in_demo(&ctx.request().origin, &email).await).await
    }

    /// Ends this browser's session.
    async fn sign_out(&self, ctx: &Context<'_>) -> Result<DonePayload> {
        let services = ctx.services();
        let session = ctx.actor().signed_in().ok().and_then(|g| g.session);
        if let Some(session) = session {
            sessions::end(&services.pool, &services.env, ctx.actor(), session).await.map_err(shape)?;
        }
        ctx.data_unchecked::<Cookies>().clear();
        DonePayload::of(Ok(()))
    }

    /// Takes a mail that came to the hub's address: a letter that did not arrive (RFC 3464), or a calendar's answer to an
    /// invitation (RFC 6047); for whoever runs the hub.
    async fn take_mail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The mail as its program keeps it (.eml), at most 2 MiB.")] file: String,
    ) -> Result<DonePayload> {
        let services = ctx.services();
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        // Before it is read: a stranger's file costs nothing.
        ctx.actor().operates().map_err(shape)?;
        DonePayload::of(match sala_notify::incoming::read(file.as_bytes()) {
            Ok(incoming) => mails::incoming::take(pool, env, ctx.actor(), &incoming, url).await,
            Err(error) => Err(error),
        })
    }

    /// Asks for a mail with a link to choose a new password. The answer is the same for every address.
    async fn ask_password_reset(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Sign-in address.")] email: String,
    ) -> Result<DonePayload> {
        DonePayload::of(ctx.services().accounts().ask_reset(&ctx.request().origin, &email).await)
    }

    /// Answers an invitation or reset link: sets the password, ends all other sessions, signs in.
    async fn answer_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link's secret and the password.")] input: AnswerLinkInput,
    ) -> Result<SignInPayload> {
        let origin = &ctx.request().origin;
        welcome(ctx, ctx.services().accounts().answer_link(origin, &input.link, &input.password).await).await
    }

    /// Changes one's password; every other session ends.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Old and new.")] input: ChangePasswordInput,
    ) -> Result<SignInPayload> {
        let accounts = ctx.services().accounts();
        welcome(ctx, accounts.change_password(&ctx.request().origin, ctx.actor(), &input.old, &input.new).await).await
    }

    /// Sets up an empty hub: its first network and that network's coordinator, who also runs the hub.
    async fn set_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Network and coordinator.")] input: SetUpInput,
    ) -> Result<SignInPayload> {
        let network = NewNetwork {
            name: input.network.into(),
            acronym: input.acronym,
            kind: sala_domain::networks::NetworkKind::Network,
        };
        let person = NewPerson {
            name: input.name.into(),
            email: input.email,
            language: input.language.map(Into::into).unwrap_or_default(),
            sex: people::Sex::Undisclosed,
            position: sala_kernel::LText::default(),
        };
        let accounts = ctx.services().accounts();
        let origin = &ctx.request().origin;
        welcome(ctx, accounts.set_up(origin, &input.link, network, &person, &input.password).await).await
    }

    /// Changes for whom one acts in this browser.
    async fn act_for(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For whom.")] input: ActForInput,
    ) -> Result<DonePayload> {
        let network = id(&input.network)?;
        let organisation = maybe_id(input.organisation.as_ref())?;
        DonePayload::of(sessions::act_for(&ctx.services().pool, ctx.actor(), network, organisation).await)
    }

    /// Ends one of one's sessions, at once everywhere.
    async fn end_session(&self, ctx: &Context<'_>, #[graphql(desc = "Which.")] id: ID) -> Result<DonePayload> {
        let services = ctx.services();
        let session: SessionId = super::scalars::id(&id)?;
        DonePayload::of(sessions::end(&services.pool, &services.env, ctx.actor(), session).await)
    }

    /// Makes a personal access token for a program.
    async fn make_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token.")] input: MakeAccessTokenInput,
    ) -> Result<AccessTokenPayload> {
        let services = ctx.services();
        let mut scopes = vec!["read".to_owned()];
        if input.write {
            scopes.push("write".to_owned());
        }
        let made =
            access_tokens::make(&services.pool, &services.env, ctx.actor(), &input.name, scopes, input.days).await;
        let (status, made, violations) = outcome(made)?;
        let (access_token, secret) = made.map(|(t, s)| (t.into(), s.expose().to_owned())).unzip();
        Ok(AccessTokenPayload { status, violations, access_token, secret })
    }

    /// Ends an access token at once.
    async fn revoke_access_token(&self, ctx: &Context<'_>, #[graphql(desc = "Which.")] id: ID) -> Result<DonePayload> {
        let services = ctx.services();
        let token: AccessTokenId = super::scalars::id(&id)?;
        DonePayload::of(access_tokens::revoke(&services.pool, &services.env, ctx.actor(), token).await)
    }
}
