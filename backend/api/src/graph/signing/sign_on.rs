//! A paper's sign-on.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_collab::words;
use sala_domain::{
    access::{Action, Reach, Role},
    papers,
    signing::{self, guest_store::Wanted},
};
use sala_kernel::OrganisationId;

use super::{Guest, NameOrder, OwnEndorsement};
use crate::graph::{
    context::Ctx as _,
    decisions::Decision,
    error::shape,
    loaders::{KindOf, broken},
    organisations::Organisation,
    page::{EndorsementConnection, GuestConnection, SignOnRowConnection, request},
    papers::ChangedPiece,
    scalars::LanguageCode,
    terms::Term,
};

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

/// What changed from one text to another; languages that did not change are left out.
pub(super) async fn changed(old: signing::FrozenText, new: signing::FrozenText) -> Result<Vec<TextChange>> {
    let told = tokio::task::spawn_blocking(move || {
        let texts = [(LanguageCode::En, old.english, new.english), (LanguageCode::Km, old.khmer, new.khmer)];
        let changed = texts.into_iter().filter(|(_, old, new)| old != new);
        let told = changed.map(|(language, old, new)| TextChange {
            language,
            pieces: words::changes(&old, &new).into_iter().map(ChangedPiece::from).collect(),
        });
        told.collect()
    });
    told.await.map_err(|e| shape(sala_kernel::Error::internal(e)))
}

/// How far a sign-on has come.
#[derive(Debug)]
pub struct SignOnProgress {
    progress: signing::Progress,
    kinds: Vec<(String, i32)>,
}

/// How far a sign-on has come. All but the count of organisations is counted from public names alone, whoever asks: from
/// anything else one could tell whose name is withheld.
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

    /// Full members that sign by public name.
    async fn full(&self) -> i64 {
        self.progress.full
    }

    /// Full members there are.
    async fn full_members(&self) -> i64 {
        self.progress.full_members
    }

    /// Organisations that object.
    async fn objections(&self) -> i64 {
        self.progress.objections
    }

    /// Types of organisation of which so many must sign by public name, and how many do: at most 20.
    async fn kinds(&self, ctx: &Context<'_>) -> Result<Vec<KindProgress>> {
        let mut told = Vec::new();
        for ((code, needed), (_, count)) in self.kinds.iter().zip(&self.progress.kinds) {
            let kind = ctx.loaders().load_one(KindOf(code.clone())).await.map_err(broken)?;
            told.push(KindProgress { kind: kind.map(Into::into), needed: *needed, count: *count });
        }
        Ok(told)
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

/// How many organisations of a type sign.
#[derive(Debug, SimpleObject)]
pub struct KindProgress {
    /// The type.
    kind: Option<Term>,
    /// How many must.
    needed: i32,
    /// How many do, by public name.
    count: i64,
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
    pub(in crate::graph) const fn of(sign_on: signing::SignOn, paper: papers::Paper) -> Self {
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
        changed(old, new).await.map(Some)
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

    /// So many of a hundred full members must sign by public name; null where it does not matter.
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

    /// One objection stops it; only then is an objection an answer.
    async fn no_objection(&self) -> bool {
        self.sign_on.threshold.no_objection
    }

    /// In which order names stand under the published text.
    async fn order(&self) -> NameOrder {
        self.sign_on.order.into()
    }

    /// The decision by which it is published although not all came together; null where there was none, or not for you.
    async fn lowered_by(&self, ctx: &Context<'_>) -> Result<Option<Decision>> {
        let Some(id) = self.sign_on.lowered_by else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// The hash of the text that was signed before convenor and chair called a change editorial, in hexadecimal: signatures of
    /// that text stand for this one. Null where there was no such change.
    async fn editorial_since(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let found =
            signing::editorial_store::editorial_to(&ctx.services().pool, self.sign_on.paper, &self.sign_on.text).await;
        Ok(found.map_err(shape)?.map(|change| hex::encode(change.from)))
    }

    /// Organisations outside the network that sign by public name, as the secretariat has confirmed, in the order in which they
    /// were invited.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn guests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<GuestConnection> {
        let page = request(first, after.as_deref())?;
        let wanted = Wanted { paper: Some(self.sign_on.paper), named: Some(&self.sign_on.text), ..Wanted::default() };
        let found = signing::guest_store::list(&ctx.services().pool, wanted, &page).await.map_err(shape)?;
        Ok(GuestConnection::of(found))
    }

    /// Every organisation outside the network that is invited, with what it has said; for whoever may know the names that are
    /// withheld.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn invited(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<GuestConnection> {
        let page = request(first, after.as_deref())?;
        if !self.protects(ctx) {
            return Ok(GuestConnection::of(sala_kernel::Page::<signing::guests::Guest>::default()));
        }
        let wanted = Wanted { paper: Some(self.sign_on.paper), ..Wanted::default() };
        let found = signing::guest_store::list(&ctx.services().pool, wanted, &page).await.map_err(shape)?;
        let items = found.items.into_iter().map(|(cursor, guest)| (cursor, Guest::whole(guest))).collect();
        Ok(GuestConnection::of(sala_kernel::Page { items, more: found.more, total: found.total }))
    }

    /// How far it has come.
    async fn progress(&self, ctx: &Context<'_>) -> Result<SignOnProgress> {
        let progress = signing::store::progress(&ctx.services().pool, &self.sign_on).await.map_err(shape)?;
        Ok(SignOnProgress { progress, kinds: self.sign_on.threshold.kinds.clone() })
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
        let found = signing::board_store::board(&ctx.services().pool, &self.sign_on, &page).await;
        Ok(SignOnRowConnection::of(found.map_err(shape)?))
    }

    /// Your own organisations and what they have said.
    async fn yours(&self, ctx: &Context<'_>) -> Result<Vec<OwnEndorsement>> {
        let mut yours = Vec::new();
        for (organisation, signs) in self.own(ctx) {
            let said = signing::store::of(&ctx.services().pool, self.sign_on.paper, organisation).await;
            let said = said.map_err(shape)?;
            yours.push(OwnEndorsement { paper: self.paper.clone(), organisation, signs, said });
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
