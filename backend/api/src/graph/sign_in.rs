//! Ways in besides the password: providers of OpenID Connect, and a new address.

use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_identity::openid;

use super::{
    context::{Cookies, Ctx as _},
    error::{Status, Violation, outcome, shape},
    scalars::Text,
    viewer::DonePayload,
};

/// A provider of OpenID Connect through which one may sign in here.
#[derive(Debug, Clone, SimpleObject)]
pub struct SignInProvider {
    /// The word for it, for `beginOpenId`.
    id: String,
    /// What stands on its button.
    name: Text,
}

impl From<openid::Provider> for SignInProvider {
    fn from(provider: openid::Provider) -> Self {
        Self { id: provider.id, name: provider.name.into() }
    }
}

/// A provider account that opens the door to one's own.
#[derive(Debug, SimpleObject)]
pub struct LinkedProvider {
    /// The provider; null when it is not set up here any more.
    provider: Option<SignInProvider>,
    /// Its issuer identifier, for `unlinkOpenId`.
    issuer: String,
    /// Since when.
    linked_at: DateTime<Utc>,
}

/// The providers that are set up here, in the order to show them.
pub fn offered(ctx: &Context<'_>) -> Vec<SignInProvider> {
    ctx.services().openid.list().into_iter().map(Into::into).collect()
}

/// The asker's linked providers, oldest first.
pub async fn linked(ctx: &Context<'_>) -> Result<Vec<LinkedProvider>> {
    let services = ctx.services();
    let list = openid::linked(&services.pool, ctx.actor()).await.map_err(shape)?;
    Ok(list
        .into_iter()
        .map(|l| LinkedProvider {
            provider: services.openid.of_issuer(&l.issuer).map(Into::into),
            issuer: l.issuer,
            linked_at: l.linked_at,
        })
        .collect())
}

/// Why one goes to a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum OpenIdPurpose {
    /// To come in.
    SignIn,
    /// To be able to come in that way from now on; one is signed in.
    Link,
    /// To answer an invitation with it instead of a password.
    Invitation,
}

/// A sign-in at a provider.
#[derive(Debug, InputObject)]
pub struct BeginOpenIdInput {
    /// Which of `hub.signInProviders`.
    provider: String,
    /// Why.
    #[graphql(default_with = "OpenIdPurpose::SignIn")]
    purpose: OpenIdPurpose,
    /// The secret of the invitation that is answered.
    #[graphql(secret)]
    invitation: Option<String>,
    /// The page of this hub to come back to: a path; the first page when left out.
    to: Option<String>,
}

/// What came of beginning a sign-in at a provider.
#[derive(Debug, SimpleObject)]
pub struct BeginOpenIdPayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
    /// Where the browser goes now; it comes back by itself.
    url: Option<String>,
}

/// A change of the address one signs in with.
#[derive(Debug, InputObject)]
pub struct ChangeEmailInput {
    /// The new address.
    email: String,
    /// One's password; ignored for accounts without.
    #[graphql(secret)]
    password: String,
}

/// Other ways in.
#[derive(Debug, Default)]
pub struct SignInMutation;

#[Object]
impl SignInMutation {
    /// Begins a sign-in at a provider: the browser keeps a cookie and goes to the address in the answer.
    async fn begin_open_id(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where and why.")] input: BeginOpenIdInput,
    ) -> Result<BeginOpenIdPayload> {
        let services = ctx.services();
        let purpose = match input.purpose {
            OpenIdPurpose::SignIn => openid::Purpose::SignIn,
            OpenIdPurpose::Link => openid::Purpose::Link,
            OpenIdPurpose::Invitation => openid::Purpose::Invitation(input.invitation.unwrap_or_default()),
        };
        let begun = openid::begin(
            &services.accounts(),
            &services.openid,
            &ctx.request().origin,
            ctx.actor(),
            &input.provider,
            &purpose,
            input.to.as_deref().unwrap_or("/"),
        )
        .await;
        let (status, begun, violations) = outcome(begun)?;
        let url = begun.map(|begun| {
            ctx.data_unchecked::<Cookies>().leave(&begun.state);
            begun.url
        });
        Ok(BeginOpenIdPayload { status, violations, url })
    }

    /// Takes a provider off one's account; every other session ends. The last way in stays.
    async fn unlink_open_id(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The provider's issuer identifier.")] issuer: String,
    ) -> Result<DonePayload> {
        let services = ctx.services();
        DonePayload::of(openid::unlink(&services.pool, &services.env, ctx.actor(), &issuer).await)
    }

    /// Asks for a mail to a new sign-in address; it holds the link that makes the change. The answer is the same
    /// whether somebody else uses that address or not.
    async fn change_email(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new address.")] input: ChangeEmailInput,
    ) -> Result<DonePayload> {
        DonePayload::of(ctx.services().accounts().ask_email_change(ctx.actor(), &input.email, &input.password).await)
    }

    /// Answers that mail: from now on one signs in with the new address. The old one is told.
    async fn confirm_email(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<DonePayload> {
        DonePayload::of(ctx.services().accounts().confirm_email(&link).await)
    }
}
