//! Organisations outside the network that are asked to sign.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, Utc};
use sala_domain::signing::{
    self,
    guests::{self, GuestAnswer, NewGuest},
};
use sala_kernel::{GuestId, PaperId};

use super::{Attribution, Basis, EndorsementState, changes::SignOnPayload};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    rows::Plain,
    scalars::{LanguageCode, Text, TextInput, id},
};

/// An organisation outside the network that is asked to sign; more of it for whoever runs the sign-on.
#[derive(Debug)]
pub struct Guest {
    guest: guests::Guest,
    whole: bool,
}

impl Guest {
    pub(super) const fn whole(guest: guests::Guest) -> Self {
        Self { guest, whole: true }
    }
}

/// As everybody may know it.
impl From<guests::Guest> for Guest {
    fn from(guest: guests::Guest) -> Self {
        Self { guest, whole: false }
    }
}

impl Plain for Guest {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// An organisation outside the network that is asked to sign; more of it for whoever runs the sign-on.
#[Object]
impl Guest {
    /// Its id; null for those who need not know.
    async fn id(&self) -> Option<ID> {
        self.whole.then(|| self.guest.id.to_string().into())
    }

    /// What it is called.
    async fn name(&self) -> Text {
        self.guest.name.clone().into()
    }

    /// Where it was written to; null for those who need not know.
    async fn email(&self) -> Option<&str> {
        self.whole.then_some(self.guest.email.as_str())
    }

    /// When it was invited; null for those who need not know.
    async fn invited_at(&self) -> Option<DateTime<Utc>> {
        self.whole.then_some(self.guest.invited_at)
    }

    /// What it says; null for nothing.
    async fn state(&self) -> Option<EndorsementState> {
        self.guest.said.as_ref().map(|said| said.state.into())
    }

    /// Who is told its name; null while it has said nothing.
    async fn attribution(&self) -> Option<Attribution> {
        self.guest.said.as_ref().map(|said| said.attribution.into())
    }

    /// With what it does not agree; empty where it agrees.
    async fn reservation(&self) -> &str {
        self.guest.said.as_ref().map_or("", |said| &said.reservation)
    }

    /// When it said so; null for nothing.
    async fn stated_at(&self) -> Option<DateTime<Utc>> {
        self.guest.said.as_ref().map(|said| said.at)
    }

    /// Who signs, and in which post; null for those who need not know.
    async fn signatory(&self) -> Option<String> {
        let said = self.guest.said.as_ref().filter(|_| self.whole)?;
        Some([said.signatory.as_str(), said.post.as_str()].join(", "))
    }

    /// By what right; null for those who need not know.
    async fn basis(&self) -> Option<Basis> {
        self.guest.said.as_ref().filter(|_| self.whole)?.basis.map(Into::into)
    }

    /// The exact text: its hash, in hexadecimal; null for nothing.
    async fn text_hash(&self) -> Option<String> {
        self.guest.said.as_ref().map(|said| hex::encode(&said.text))
    }

    /// The secretariat has confirmed that the organisation said so: it counts.
    async fn confirmed(&self) -> bool {
        self.guest.confirmed.is_some()
    }
}

/// What whoever holds an invitation sees.
#[derive(Debug, SimpleObject)]
pub struct GuestInvitation {
    /// Which organisation is asked.
    organisation: Text,
    /// Which network asks.
    network: Text,
    /// What the text is called.
    title: Text,
    /// What it says in short.
    summary: Text,
    /// To whom it goes.
    addressees: String,
    /// The English text in canonical form; empty where there is none.
    english: String,
    /// The Khmer text in canonical form; empty where there is none.
    khmer: String,
    /// What is signed: the hash of both, in hexadecimal. Pass it back when answering.
    text_hash: String,
    /// The first instant at which nobody signs any more.
    deadline: DateTime<Utc>,
    /// It may be answered now.
    open: bool,
    /// What was said; null for nothing.
    state: Option<EndorsementState>,
    /// What was said was said to this very text.
    of_this_text: bool,
    /// The secretariat has confirmed it: it counts.
    confirmed: bool,
}

impl From<guests::GuestView> for GuestInvitation {
    fn from(view: guests::GuestView) -> Self {
        let said = view.guest.said.as_ref();
        Self {
            state: said.map(|said| said.state.into()),
            of_this_text: said.is_some_and(|said| said.text == view.text.hash),
            confirmed: view.guest.confirmed.is_some(),
            organisation: view.guest.name.into(),
            network: view.network.into(),
            title: view.title.into(),
            summary: view.summary.into(),
            addressees: view.sign_on.addressees,
            english: view.text.english,
            khmer: view.text.khmer,
            text_hash: hex::encode(view.text.hash),
            deadline: view.sign_on.clocks.deadline,
            open: view.open,
        }
    }
}

payload! {
    /// What came of opening an invitation, or of answering it.
    GuestInvitationPayload {
        /// The invitation as it is now.
        invitation: GuestInvitation
    }
}

payload! {
    /// What came of a step with an invited organisation.
    GuestPayload {
        /// The organisation as it is now.
        guest: Invited
    }
}

/// An invited organisation, to whoever runs the sign-on.
#[derive(Debug)]
pub struct Invited(guests::Guest);

impl From<guests::Guest> for Invited {
    fn from(guest: guests::Guest) -> Self {
        Self(guest)
    }
}

/// An invited organisation, to whoever runs the sign-on.
#[Object(name = "InvitedGuest")]
impl Invited {
    /// All of it.
    async fn guest(&self) -> Guest {
        Guest::whole(self.0.clone())
    }
}

/// An organisation to be invited.
#[derive(Debug, InputObject)]
pub struct InviteGuestInput {
    /// What it is called.
    name: TextInput,
    /// Where to write.
    email: String,
    /// In which language.
    language: LanguageCode,
}

/// What whoever holds an invitation says.
#[derive(Debug, InputObject)]
pub struct AnswerAsGuestInput {
    /// The secret from the link.
    #[graphql(secret)]
    link: String,
    /// It signs, signs with a reservation, declines, or withdraws its signature.
    state: EndorsementState,
    /// The hash of the text that was read, in hexadecimal. Another one by now: `CONFLICT`.
    text_hash: String,
    /// Who signs.
    #[graphql(default)]
    signatory: String,
    /// In which post.
    #[graphql(default)]
    post: String,
    /// By what right; needed to sign.
    basis: Option<Basis>,
    /// Who is told its name.
    attribution: Attribution,
    /// With what it does not agree; needed to sign with a reservation.
    #[graphql(default)]
    reservation: String,
}

/// Asking organisations outside the network.
#[derive(Debug, Default)]
pub struct GuestMutation;

#[Object]
impl GuestMutation {
    /// Invites an organisation outside the network to sign, by a link of its own.
    async fn invite_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which paper.")] paper: ID,
        #[graphql(desc = "Whom.")] input: InviteGuestInput,
    ) -> Result<GuestPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let new = NewGuest { name: input.name.into(), email: input.email, language: input.language.into() };
        let url = &services.settings.public_url;
        GuestPayload::of(guests::invite(&services.pool, &services.env, ctx.actor(), paper, new, url).await)
    }

    /// Sends an invitation anew, with a new link; the one before it ends.
    async fn send_guest_again(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] guest: ID,
    ) -> Result<GuestPayload> {
        let services = ctx.services();
        let guest: GuestId = id(&guest)?;
        let url = &services.settings.public_url;
        GuestPayload::of(guests::send_again(&services.pool, &services.env, ctx.actor(), guest, url).await)
    }

    /// Takes an invitation back: its link ends, and what was said by it does not count.
    async fn revoke_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] guest: ID,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let guest: GuestId = id(&guest)?;
        SignOnPayload::of(guests::revoke(&services.pool, &services.env, ctx.actor(), guest).await)
    }

    /// Confirms that what was said through a link was said by the organisation: from then on it counts.
    async fn confirm_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] guest: ID,
    ) -> Result<GuestPayload> {
        let services = ctx.services();
        let guest: GuestId = id(&guest)?;
        GuestPayload::of(guests::confirm(&services.pool, &services.env, ctx.actor(), guest).await)
    }

    /// Shows what an invitation asks; the link stays as it is. A mutation so that the secret is never in an address.
    async fn read_guest_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<GuestInvitationPayload> {
        let services = ctx.services();
        let work = guests::read(&services.pool, &services.env, &link);
        GuestInvitationPayload::of(services.accounts().by_link(&ctx.request().origin, &link, work).await)
    }

    /// Answers an invitation in the name of the organisation that it was sent to.
    async fn answer_as_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: AnswerAsGuestInput,
    ) -> Result<GuestInvitationPayload> {
        let services = ctx.services();
        let answer = GuestAnswer {
            state: input.state.into(),
            signatory: input.signatory,
            post: input.post,
            basis: input.basis.map(signing::Basis::from),
            attribution: input.attribution.into(),
            reservation: input.reservation,
            // What is no hash is no text's.
            text: hex::decode(input.text_hash).unwrap_or_default(),
        };
        let work = guests::answer(&services.pool, &services.env, &input.link, answer);
        GuestInvitationPayload::of(services.accounts().by_link(&ctx.request().origin, &input.link, work).await)
    }
}
