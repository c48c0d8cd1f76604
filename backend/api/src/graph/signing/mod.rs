//! Sign-on: what there is to read.

mod adoption;
mod changes;
mod deliveries;
mod guests;
mod publications;
mod sign_on;

pub use adoption::{AdoptionMutation, ChangedSinceSigned};
use async_graphql::{Context, Enum, Object, Result, Value, parser::types::Field};
pub use changes::SigningMutation;
use chrono::{DateTime, Utc};
pub use deliveries::{Delivery, DeliveryMutation};
pub use guests::{Guest, GuestMutation};
pub use publications::{Publication, SigningQuery};
use sala_domain::signing;
use sala_kernel::{OrganisationId, PersonId};
pub use sign_on::SignOn;

use super::{
    context::Ctx as _, error::shape, evidence::Document, loaders::broken, organisations::Organisation, papers::Paper,
    people::Person, rows::Plain, scalars::Text,
};

/// What an organisation says to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "signing::EndorsementState")]
pub enum EndorsementState {
    /// Its board is being asked.
    InInternalReview,
    /// It signs.
    Endorsed,
    /// It signs, and says with what it does not agree.
    EndorsedWithReservation,
    /// It takes no side.
    Abstained,
    /// It does not sign.
    Declined,
    /// It stops the text, where one objection does.
    Objected,
    /// It had signed and does so no more.
    Withdrawn,
    /// It had signed another text: it is asked anew.
    Reconfirm,
}

/// By what right a signatory commits the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "EndorsementBasis", remote = "signing::Basis")]
pub enum Basis {
    /// The director's own authority.
    DirectorAuthority,
    /// A decision of the board on this text.
    BoardDecision,
    /// A decision taken beforehand on texts like this one.
    StandingMandate,
    /// A decision of the general assembly.
    GeneralAssembly,
    /// The organisation leaves it to the network.
    NetworkDelegation,
}

/// Who is told the name of an organisation that signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "signing::Attribution")]
pub enum Attribution {
    /// Everybody.
    Public,
    /// Whoever the text is addressed to, and nobody else.
    AddresseeOnly,
    /// Nobody: it is counted.
    CountedAnonymously,
}

/// In which order names stand under a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "SignatureOrder", remote = "signing::NameOrder")]
pub enum NameOrder {
    /// As they signed.
    AsSigned,
    /// By name.
    ByName,
}

/// How a statement reached the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "EndorsementChannel", remote = "signing::Channel")]
pub enum Channel {
    /// Made here by the signatory.
    Hub,
    /// By mail, recorded by the coordinator.
    EmailRecorded,
    /// On paper, recorded by the coordinator.
    PaperScanned,
}

/// What an organisation has said to a text; more of it for its own people and for whoever runs the sign-on.
#[derive(Debug)]
pub struct Endorsement {
    said: signing::Endorsement,
    /// Whoever asks may know all of it.
    whole: bool,
}

impl Endorsement {
    const fn whole(said: signing::Endorsement) -> Self {
        Self { said, whole: true }
    }
}

/// As everybody may know it.
impl From<signing::Endorsement> for Endorsement {
    fn from(said: signing::Endorsement) -> Self {
        Self { said, whole: false }
    }
}

impl Plain for Endorsement {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// What an organisation has said to a text; more of it for its own people and for whoever runs the sign-on.
#[Object]
impl Endorsement {
    /// Which organisation; null for one that is not for you: see `displayName`.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.said.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// The name as it is to be shown, where the organisation has chosen one; empty: its own name.
    async fn display_name(&self) -> Text {
        self.said.display.clone().into()
    }

    /// What it says.
    async fn state(&self) -> EndorsementState {
        self.said.state.into()
    }

    /// Who is told its name.
    async fn attribution(&self) -> Attribution {
        self.said.attribution.into()
    }

    /// Its logo may stand beside its name.
    async fn logo(&self) -> bool {
        self.said.logo
    }

    /// With what it does not agree; empty where it agrees.
    async fn reservation(&self) -> &str {
        &self.said.reservation
    }

    /// Why it does not sign, to be printed under the published text; empty where nothing is to be printed.
    async fn dissent(&self) -> &str {
        &self.said.dissent
    }

    /// The sections concerned, by their keys; empty for the text as a whole.
    async fn sections(&self) -> &[String] {
        &self.said.sections
    }

    /// When.
    async fn stated_at(&self) -> DateTime<Utc> {
        self.said.stated_at
    }

    /// The exact text: its hash, in hexadecimal.
    async fn text_hash(&self) -> String {
        hex::encode(&self.said.text)
    }

    /// By what right; null for those who need not know.
    async fn basis(&self) -> Option<Basis> {
        self.said.basis.filter(|_| self.whole).map(Into::into)
    }

    /// Who signed; null for those who need not know, and where it was recorded.
    async fn signatory(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id) = self.said.person.filter(|_| self.whole) else { return Ok(None) };
        Ok(ctx.loaders().load_one::<PersonId>(id).await.map_err(broken)?.map(Into::into))
    }

    /// What else was said; empty for those who need not know.
    async fn note(&self) -> &str {
        if self.whole { &self.said.note } else { "" }
    }

    /// The decision by which it signs, in the library; null for none, and for those who need not know.
    async fn mandate_document(&self, ctx: &Context<'_>) -> Result<Option<Document>> {
        let Some(id) = self.said.mandate.filter(|_| self.whole) else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// How it reached the network; null for those who need not know.
    async fn channel(&self) -> Option<Channel> {
        self.whole.then(|| self.said.channel.into())
    }

    /// The document that proves it; null for those who need not know, and where the signatory answered here.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Document>> {
        let Some(id) = self.said.evidence.filter(|_| self.whole) else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }
}

/// A member and what it has said, if anything.
#[derive(Debug)]
pub struct SignOnRow(signing::Waiting);

impl From<signing::Waiting> for SignOnRow {
    fn from(waiting: signing::Waiting) -> Self {
        Self(waiting)
    }
}

impl Plain for SignOnRow {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A member and what it has said, if anything.
#[Object]
impl SignOnRow {
    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.0.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// What it has said; null for nothing, which is never support.
    async fn endorsement(&self) -> Option<Endorsement> {
        self.0.endorsement.clone().map(Endorsement::whole)
    }
}

/// Something that an organisation has said, as it was said.
#[derive(Debug)]
pub struct EndorsementStatement(signing::Statement);

/// Something that an organisation has said, as it was said.
#[Object]
impl EndorsementStatement {
    /// What.
    async fn state(&self) -> EndorsementState {
        self.0.state.into()
    }

    /// Who was to be told the name.
    async fn attribution(&self) -> Attribution {
        self.0.attribution.into()
    }

    /// To which text: its hash, in hexadecimal.
    async fn text_hash(&self) -> String {
        hex::encode(&self.0.text)
    }

    /// By what right; null where it signed nothing.
    async fn basis(&self) -> Option<Basis> {
        self.0.basis.map(Into::into)
    }

    /// With what it did not agree; empty where it agreed.
    async fn reservation(&self) -> &str {
        &self.0.reservation
    }

    /// By whom; null where the hub did it — asked anew, or kept the signature over an editorial change — and for people who
    /// are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id) = self.0.person else { return Ok(None) };
        Ok(ctx.loaders().load_one::<PersonId>(id).await.map_err(broken)?.map(Into::into))
    }

    /// What else was said; may be empty.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}

/// An organisation of yours and what it has said.
#[derive(Debug)]
pub struct OwnEndorsement {
    paper: sala_domain::papers::Paper,
    organisation: OrganisationId,
    signs: bool,
    said: Option<signing::Endorsement>,
}

/// An organisation of yours and what it has said.
#[Object]
impl OwnEndorsement {
    /// Which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        Ok(ctx.loaders().load_one(self.organisation).await.map_err(broken)?.map(Into::into))
    }

    /// You are its authorised signatory.
    async fn signs(&self) -> bool {
        self.signs
    }

    /// It has decided beforehand on texts of this kind: its signatory need not ask again, and confirms.
    async fn standing(&self, ctx: &Context<'_>) -> Result<bool> {
        let services = ctx.services();
        let (pool, env) = (&services.pool, &services.env);
        signing::service::stands_beforehand(pool, env, &self.paper, self.organisation).await.map_err(shape)
    }

    /// What it has said; null for nothing.
    async fn endorsement(&self) -> Option<Endorsement> {
        self.said.clone().map(Endorsement::whole)
    }

    /// Everything that it has ever said to this paper, the latest first: at most 100.
    async fn statements(&self, ctx: &Context<'_>) -> Result<Vec<EndorsementStatement>> {
        let found = signing::statement_store::statements(&ctx.services().pool, self.paper.id, self.organisation).await;
        Ok(found.map_err(shape)?.into_iter().map(EndorsementStatement).collect())
    }
}

/// A statement of one's organisation, and to which paper.
#[derive(Debug)]
pub struct OwnStatement(signing::OwnStatement);

impl From<signing::OwnStatement> for OwnStatement {
    fn from(told: signing::OwnStatement) -> Self {
        Self(told)
    }
}

impl Plain for OwnStatement {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A statement of one's organisation, and to which paper.
#[Object]
impl OwnStatement {
    /// To which paper; null for one that is not for you any more.
    async fn paper(&self, ctx: &Context<'_>) -> Result<Option<Paper>> {
        Ok(ctx.loaders().load_one(self.0.paper).await.map_err(broken)?.map(Into::into))
    }

    /// What was said.
    async fn statement(&self) -> EndorsementStatement {
        EndorsementStatement(self.0.said.clone())
    }
}
