//! Sign-on: what there is to read.

mod changes;
mod publications;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::SigningMutation;
use chrono::{DateTime, Utc};
pub use publications::{Publication, SigningQuery};
use sala_collab::words;
use sala_domain::{
    access::{Action, Reach, Role},
    papers, signing,
};
use sala_kernel::{OrganisationId, PersonId};

use super::{
    context::Ctx as _,
    error::shape,
    evidence::Document,
    loaders::broken,
    organisations::Organisation,
    page::{EndorsementConnection, SignOnRowConnection, request},
    papers::ChangedPiece,
    people::Person,
    rows::Plain,
    scalars::{LanguageCode, Text},
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

/// The exact text that is signed, in canonical form.
#[derive(Debug, SimpleObject)]
pub struct FrozenText {
    /// What endorsements bind to: SHA-256 over the hashes of both languages, in hexadecimal.
    hash: String,
    /// The English text; empty where there is none.
    english: String,
    /// The Khmer text; empty where there is none.
    khmer: String,
    /// SHA-256 of the English text in UTF-8, in hexadecimal.
    hash_english: String,
    /// SHA-256 of the Khmer text in UTF-8, in hexadecimal.
    hash_khmer: String,
    /// Since when.
    frozen_at: DateTime<Utc>,
}

/// What changed in the text of one language.
#[derive(Debug, SimpleObject)]
pub struct TextChange {
    /// In which language.
    language: LanguageCode,
    /// The text in pieces, in order.
    pieces: Vec<ChangedPiece>,
}

/// How far a sign-on has come.
#[derive(Debug)]
pub struct SignOnProgress {
    progress: signing::Progress,
    whole: bool,
}

/// How far a sign-on has come. Provinces and required names are counted from public names alone, whoever asks.
#[Object]
impl SignOnProgress {
    /// Organisations that sign.
    async fn count(&self) -> i64 {
        self.progress.count
    }

    /// Those of them whose names are withheld for their safety.
    async fn withheld(&self) -> i64 {
        self.progress.withheld
    }

    /// Provinces of those who sign by public name.
    async fn provinces(&self) -> i64 {
        self.progress.provinces
    }

    /// Full members that sign; null for those who may not know whose names are withheld.
    async fn full(&self) -> Option<i64> {
        self.whole.then_some(self.progress.full)
    }

    /// Full members there are.
    async fn full_members(&self) -> i64 {
        self.progress.full_members
    }

    /// Required organisations that have not signed by public name.
    async fn missing(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        organisations(ctx, &self.progress.missing).await
    }
}

async fn organisations(ctx: &Context<'_>, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    let mut known = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
    Ok(ids.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
}

/// What you may do with a sign-on.
#[derive(Debug, SimpleObject)]
pub struct SignOnViewerCan {
    /// Extend it, record what reached the network otherwise, see who has not answered.
    run: bool,
}

/// A paper's sign-on: its exact text, its clocks, what must come together and how far it has come.
#[derive(Debug)]
pub struct SignOn {
    sign_on: signing::SignOn,
    paper: papers::Paper,
}

impl SignOn {
    pub(super) const fn of(sign_on: signing::SignOn, paper: papers::Paper) -> Self {
        Self { sign_on, paper }
    }

    fn runs(&self, ctx: &Context<'_>) -> bool {
        Reach::with_self(ctx.actor(), Action::OpenSignOn).covers(&self.paper.member_facts())
    }

    fn protects(&self, ctx: &Context<'_>) -> bool {
        Reach::with_self(ctx.actor(), Action::ViewWithheld).covers(&self.paper.member_facts())
    }

    /// The organisations of this network for which somebody works, and whether they sign for them.
    fn own(&self, ctx: &Context<'_>) -> Vec<(OrganisationId, bool)> {
        let mut own: Vec<(OrganisationId, bool)> = Vec::new();
        for grant in ctx.actor().held().iter().filter(|g| g.network == self.sign_on.network && g.group.is_none()) {
            let (Some(organisation), signs) = (grant.organisation, grant.role == Role::Signatory) else { continue };
            match own.iter_mut().find(|(id, _)| *id == organisation) {
                Some((_, known)) => *known |= signs,
                None => own.push((organisation, signs)),
            }
        }
        own
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

    /// By whom; null where the organisation was asked anew, and for people who are not for you.
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
    paper: sala_kernel::PaperId,
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

    /// What it has said; null for nothing.
    async fn endorsement(&self) -> Option<Endorsement> {
        self.said.clone().map(Endorsement::whole)
    }

    /// Everything that it has ever said to this paper, the latest first: at most 100.
    async fn statements(&self, ctx: &Context<'_>) -> Result<Vec<EndorsementStatement>> {
        let found = signing::store::statements(&ctx.services().pool, self.paper, self.organisation).await;
        Ok(found.map_err(shape)?.into_iter().map(EndorsementStatement).collect())
    }
}

/// A paper's sign-on: its exact text, its clocks, what must come together and how far it has come.
#[Object]
impl SignOn {
    /// The text that is signed: its hash, in hexadecimal. Pass it back when signing.
    async fn text_hash(&self) -> String {
        hex::encode(&self.sign_on.text)
    }

    /// The exact text.
    #[graphql(complexity = 50)]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<FrozenText>> {
        let found = signing::store::frozen(&ctx.services().pool, self.sign_on.paper, &self.sign_on.text).await;
        Ok(found.map_err(shape)?.map(|text| FrozenText {
            hash: hex::encode(text.hash),
            english: text.english,
            khmer: text.khmer,
            hash_english: hex::encode(text.hash_english),
            hash_khmer: hex::encode(text.hash_khmer),
            frozen_at: text.frozen_at,
        }))
    }

    /// What changed from an earlier text, word by word; languages that did not change are left out. Null for a hash that
    /// was never to be signed.
    #[graphql(complexity = "100 * child_complexity + 100")]
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The hash of the earlier text, in hexadecimal.")] since: String,
    ) -> Result<Option<Vec<TextChange>>> {
        let Ok(since) = hex::decode(since) else { return Ok(None) };
        let pool = &ctx.services().pool;
        let find = async |hash: &[u8]| signing::store::frozen(pool, self.sign_on.paper, hash).await.map_err(shape);
        let (Some(old), Some(new)) = (find(&since).await?, find(&self.sign_on.text).await?) else { return Ok(None) };
        let told = tokio::task::spawn_blocking(move || {
            let texts = [(LanguageCode::En, old.english, new.english), (LanguageCode::Km, old.khmer, new.khmer)];
            let changed = texts.into_iter().filter(|(_, old, new)| old != new);
            let told = changed.map(|(language, old, new)| TextChange {
                language,
                pieces: words::changes(&old, &new).into_iter().map(ChangedPiece::from).collect(),
            });
            told.collect()
        });
        told.await.map(Some).map_err(|e| shape(sala_kernel::Error::internal(e)))
    }

    /// Since when.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.sign_on.opened_at
    }

    /// When organisations are asked to have answered.
    async fn soft_deadline(&self) -> Option<DateTime<Utc>> {
        self.sign_on.clocks.soft
    }

    /// The first instant at which nobody signs any more.
    async fn deadline(&self) -> DateTime<Utc> {
        self.sign_on.clocks.deadline
    }

    /// The deadline before its one extension; null where there was none.
    async fn extended_from(&self) -> Option<DateTime<Utc>> {
        self.sign_on.extended_from
    }

    /// Why it was extended; empty where it was not.
    async fn extension_reason(&self) -> &str {
        &self.sign_on.extension_reason
    }

    /// To whom the text goes.
    async fn addressees(&self) -> &str {
        &self.sign_on.addressees
    }

    /// When it was over; null while it is not.
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.sign_on.closed_at
    }

    /// Whether all that must come together did; null while it is not over.
    async fn met(&self) -> Option<bool> {
        self.sign_on.met
    }

    /// How often the paper has been opened for signing.
    async fn round(&self) -> i32 {
        self.sign_on.round
    }

    /// So many organisations must sign.
    async fn min_count(&self) -> i32 {
        self.sign_on.threshold.count
    }

    /// So many of a hundred full members must sign; null where it does not matter.
    async fn min_pct(&self) -> Option<i32> {
        self.sign_on.threshold.pct
    }

    /// Public names must come from so many provinces; null where it does not matter.
    async fn min_provinces(&self) -> Option<i32> {
        self.sign_on.threshold.provinces
    }

    /// These organisations must sign by public name: at most 100.
    async fn required(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        organisations(ctx, &self.sign_on.threshold.required).await
    }

    /// How far it has come.
    async fn progress(&self, ctx: &Context<'_>) -> Result<SignOnProgress> {
        let progress = signing::store::progress(&ctx.services().pool, &self.sign_on).await.map_err(shape)?;
        Ok(SignOnProgress { progress, whole: self.protects(ctx) })
    }

    /// Who signs by public name, in the order in which they signed.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn endorsements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<EndorsementConnection> {
        let page = request(first, after.as_deref())?;
        let found = signing::store::said(&ctx.services().pool, self.sign_on.paper, true, None, &page).await;
        Ok(EndorsementConnection::of(found.map_err(shape)?))
    }

    /// Every member with what it has said, by acronym; for whoever may know the names that are withheld.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn board(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<SignOnRowConnection> {
        let page = request(first, after.as_deref())?;
        if !self.protects(ctx) {
            return Ok(SignOnRowConnection::of(sala_kernel::Page::<signing::Waiting>::default()));
        }
        let found = signing::store::board(&ctx.services().pool, &self.sign_on, &page).await;
        Ok(SignOnRowConnection::of(found.map_err(shape)?))
    }

    /// Your own organisations and what they have said.
    async fn yours(&self, ctx: &Context<'_>) -> Result<Vec<OwnEndorsement>> {
        let mut yours = Vec::new();
        for (organisation, signs) in self.own(ctx) {
            let said = signing::store::of(&ctx.services().pool, self.sign_on.paper, organisation).await;
            yours.push(OwnEndorsement { paper: self.sign_on.paper, organisation, signs, said: said.map_err(shape)? });
        }
        Ok(yours)
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> SignOnViewerCan {
        SignOnViewerCan { run: self.runs(ctx) }
    }

    /// Its paper's id.
    async fn paper(&self) -> ID {
        self.sign_on.paper.to_string().into()
    }
}
