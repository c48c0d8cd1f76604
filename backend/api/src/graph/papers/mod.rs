//! Papers: what there is to read.

mod changes;
mod comments;
mod kinds;
mod reading;
mod revision;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::PaperMutation;
use chrono::{DateTime, NaiveDate, Utc};
pub use comments::{CommentMutation, CommentState, PaperComment, PaperReply};
pub use kinds::{AuthorMode, PaperState, RevisionKind, TextType, Translation};
pub use reading::{
    ChangedPiece, PaperBlock, PaperCitation, PaperRecommendation, PaperSection, PaperSuggestion, PaperText,
    SectionDifference, UnsourcedClaim,
};
pub use revision::{PaperDrafter, PaperRevision};
use sala_domain::{
    access::{Action, Reach},
    decisions,
    papers::{self, Content, comments as domain_comments, revisions, store, workflow},
    signing,
};
use sala_kernel::{GroupId, NetworkId, OrganisationId, PaperId, PersonId};

use tokio::sync::OnceCell;

use super::{
    context::Ctx as _,
    decisions::Decision,
    error::shape,
    groups::Group,
    loaders::{OpenCommentsOf, broken},
    networks::{Network, Sensitivity},
    organisations::Organisation,
    page::{DeliveryConnection, PaperCommentConnection, PaperConnection, PaperRevisionConnection, request},
    people::Person,
    rows::{Plain, leaf},
    scalars::{LanguageCode, Text, id, text},
    signing::{ChangedSinceSigned, Publication, SignOn},
    terms::Term,
};

async fn organisation(ctx: &Context<'_>, id: Option<OrganisationId>) -> Result<Option<Organisation>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<Person>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

/// What you may do with a paper.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct PaperViewerCan {
    /// Change its text and its own record.
    write: bool,
    /// Comment on it.
    comment: bool,
    /// Propose other words.
    amend: bool,
    /// Open its consultation, answer comments, name who writes it.
    lead: bool,
    /// Approve it, give it back or up.
    convene: bool,
    /// Open it for signing, take it back from there, propose to publish it.
    run_sign_on: bool,
    /// Confirm what another person has proposed to publish.
    confirm_publication: bool,
    /// Take back what is public, or say which text stands in its place.
    end_publication: bool,
}

/// A paper.
#[derive(Debug)]
pub struct Paper(papers::Paper, OnceCell<Arc<Content>>);

impl From<papers::Paper> for Paper {
    fn from(paper: papers::Paper) -> Self {
        Self(paper, OnceCell::new())
    }
}

impl Plain for Paper {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "title" => text(&self.0.title, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

impl Paper {
    /// Its text as it is now, read once for all that is asked of it.
    async fn now(&self, ctx: &Context<'_>) -> Result<Arc<Content>> {
        let read = async || self.at(ctx, None).await.map(Arc::new);
        self.1.get_or_try_init(read).await.cloned()
    }

    async fn at(&self, ctx: &Context<'_>, revision: Option<i32>) -> Result<Content> {
        let services = ctx.services();
        revisions::content(&services.pool, ctx.actor(), &*services.texts, self.0.id, revision).await.map_err(shape)
    }
}

/// A text that organisations write together. Its words come over `/collab/{id}`, in the y-websocket protocol.
#[Object]
impl Paper {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// Written by which working group, if by one.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        let Some(group) = self.0.group else { return Ok(None) };
        Ok(ctx.loaders().load_one(group).await.map_err(broken)?.map(Into::into))
    }

    /// Its title.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// What it says, in short.
    async fn summary(&self) -> Text {
        self.0.summary.clone().into()
    }

    /// What it is about.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        super::mandates::terms(ctx, &self.0.themes).await
    }

    /// What kind of text it is.
    async fn text_type(&self) -> TextType {
        self.0.text_type.into()
    }

    /// In whose name it is issued.
    async fn author_mode(&self) -> AuthorMode {
        self.0.author_mode.into()
    }

    /// The language it is written in first.
    async fn source_language(&self) -> LanguageCode {
        self.0.source.into()
    }

    /// The language that counts where the two differ.
    async fn authoritative_language(&self) -> LanguageCode {
        self.0.authoritative.into()
    }

    /// How sensitive it is.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// When it is to be delivered.
    async fn deadline(&self) -> Option<NaiveDate> {
        self.0.deadline
    }

    /// Where it stands.
    async fn state(&self) -> PaperState {
        self.0.state.into()
    }

    /// Why, where somebody had to say; empty otherwise.
    async fn state_reason(&self) -> &str {
        &self.0.state_reason
    }

    /// Where it stands, since when.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.moved_at
    }

    /// The last day of its consultation, on the network's clock.
    async fn consultation_ends_on(&self) -> Option<NaiveDate> {
        self.0.consultation_ends_on
    }

    /// The earliest last day that a consultation opened now may have: five working days are the fewest.
    async fn earliest_consultation_end(&self, ctx: &Context<'_>) -> Result<NaiveDate> {
        let services = ctx.services();
        workflow::earliest_end(&services.pool, &services.env, self.0.network).await.map_err(shape)
    }

    /// Where the text in the other language stands, judged by what the source says now.
    async fn translation(&self, ctx: &Context<'_>) -> Result<Translation> {
        Ok(workflow::translation(&self.0, &*self.now(ctx).await?).into())
    }

    /// Who translated it; null for people who are not for you.
    async fn translated_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.translation_by).await
    }

    /// Who began it; null for the hub itself, and for people who are not for you.
    async fn started_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.created_by).await
    }

    /// For which organisation; null for the secretariat.
    async fn started_for(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.created_for).await
    }

    /// Since when.
    async fn started_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Counts its changes, those of its words aside.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Who writes it, by name: at most 40; the people of its working group write it too.
    async fn drafters(&self) -> Vec<PaperDrafter> {
        self.0.drafters.iter().copied().map(PaperDrafter).collect()
    }

    /// How many comments and amendments nobody has answered.
    async fn open_comments(&self, ctx: &Context<'_>) -> Result<i32> {
        let open = ctx.loaders().load_one(OpenCommentsOf(self.0.id)).await.map_err(broken)?;
        Ok(i32::try_from(open.unwrap_or(0)).unwrap_or(i32::MAX))
    }

    /// Its comments and amendments, in order.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn comments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Those alone of which this came; all when left out.")] state: Option<CommentState>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PaperCommentConnection> {
        let page = request(first, after.as_deref())?;
        let pool = &ctx.services().pool;
        let found = domain_comments::list(pool, ctx.actor(), self.0.id, state.map(Into::into), &page).await;
        Ok(PaperCommentConnection::of(found.map_err(shape)?))
    }

    /// Its revisions, the latest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn revisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PaperRevisionConnection> {
        let page = request(first, after.as_deref())?;
        let found = revisions::list(&ctx.services().pool, ctx.actor(), self.0.id, &page).await;
        Ok(PaperRevisionConnection::of(found.map_err(shape)?))
    }

    /// Its sections as they are now, English first, with their words counted.
    #[graphql(complexity = "30 * child_complexity + 50")]
    async fn sections(&self, ctx: &Context<'_>) -> Result<Vec<PaperSection>> {
        let content = self.now(ctx).await?;
        let wanted = ctx.look_ahead().field("writers").exists();
        let shares = if wanted {
            sala_collab::shares(&ctx.services().pool, self.0.id).await.map_err(shape)?
        } else {
            Vec::new()
        };
        Ok(reading::sections(&content, shares))
    }

    /// The documents of the library that it cites, in the order of the text: at most 500.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn citations(&self, ctx: &Context<'_>) -> Result<Vec<PaperCitation>> {
        Ok(reading::citations(&*self.now(ctx).await?))
    }

    /// What is suggested in its text and not decided, in the order of the text: at most 500.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn suggestions(&self, ctx: &Context<'_>) -> Result<Vec<PaperSuggestion>> {
        Ok(reading::suggestions(&*self.now(ctx).await?))
    }

    /// What is to be done, by whom and until when, in the order of the text: at most 500.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn recommendations(&self, ctx: &Context<'_>) -> Result<Vec<PaperRecommendation>> {
        Ok(reading::recommendations(&*self.now(ctx).await?))
    }

    /// Claims that lack their evidence, in the order of the text: at most 500.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn unsourced_claims(&self, ctx: &Context<'_>) -> Result<Vec<UnsourcedClaim>> {
        Ok(reading::unsourced(&*self.now(ctx).await?))
    }

    /// Blocks of the source that have changed since the translation was last said to follow it: at most 500.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn outdated_blocks(&self, ctx: &Context<'_>) -> Result<Vec<PaperBlock>> {
        Ok(reading::blocks(workflow::outdated(&self.0, &*self.now(ctx).await?)))
    }

    /// Its text as it is now, or as it was.
    #[graphql(complexity = "100")]
    async fn text(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of a revision; now when left out.")] revision: Option<i32>,
    ) -> Result<PaperText> {
        Ok(match revision {
            None => reading::text(&*self.now(ctx).await?),
            revision => reading::text(&self.at(ctx, revision).await?),
        })
    }

    /// What changed from one revision to another, section by section; sections that did not change are left out.
    #[graphql(complexity = "100 * child_complexity + 100")]
    async fn differences(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of the older revision.")] from: i32,
        #[graphql(desc = "The number of the newer revision; now when left out.")] to: Option<i32>,
    ) -> Result<Vec<SectionDifference>> {
        let (old, new) = (self.at(ctx, Some(from)).await?, self.at(ctx, to).await?);
        let differences = tokio::task::spawn_blocking(move || reading::differences(&old, &new)).await;
        differences.map_err(|e| shape(sala_kernel::Error::internal(e)))
    }

    /// How it came to be public, or is about to; null where nobody has proposed it.
    async fn publication(&self, ctx: &Context<'_>) -> Result<Option<Publication>> {
        let found = signing::publication_store::find(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        Ok(found.map(Into::into))
    }

    /// Its sign-on; null where it was never opened for signing.
    async fn sign_on(&self, ctx: &Context<'_>) -> Result<Option<SignOn>> {
        let found = signing::store::find(&ctx.services().pool, self.0.id).await.map_err(shape)?;
        Ok(found.map(|sign_on| SignOn::of(sign_on, self.0.clone())))
    }

    /// What the members decide about it, the newest first: whether it becomes the network's position, whether it is published
    /// though too few signed. At most 20.
    #[graphql(complexity = "5 * child_complexity + 5")]
    async fn decisions(&self, ctx: &Context<'_>) -> Result<Vec<Decision>> {
        let found = decisions::store::about(&ctx.services().pool, ctx.actor(), self.0.id).await.map_err(shape)?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    /// What changed since the text that organisations have signed, while the text is settled and not yet opened for signing
    /// again; null at other times, and where nothing did.
    #[graphql(complexity = "50 * child_complexity + 50")]
    async fn changed_since_signed(&self, ctx: &Context<'_>) -> Result<Option<ChangedSinceSigned>> {
        let services = ctx.services();
        if self.0.state != papers::PaperState::FinalText || self.0.author_mode != papers::AuthorMode::Signatories {
            return Ok(None);
        }
        let Some(sign_on) = signing::store::find(&services.pool, self.0.id).await.map_err(shape)? else {
            return Ok(None);
        };
        let now = signing::service::frozen(&services.env, &self.0, &*self.now(ctx).await?);
        ChangedSinceSigned::of(ctx, &self.0, &sign_on.text, now).await
    }

    /// To whom it was handed over, the newest first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn deliveries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<DeliveryConnection> {
        let page = request(first, after.as_deref())?;
        let found = signing::delivery_store::list(&ctx.services().pool, self.0.id, &page).await;
        Ok(DeliveryConnection::of(found.map_err(shape)?))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> PaperViewerCan {
        let may = |action, facts: &_| Reach::with_self(ctx.actor(), action).covers(facts);
        let (open, member) = (self.0.state.is_open(), self.0.member_facts());
        PaperViewerCan {
            write: open && may(Action::WritePaper, &member),
            comment: open && may(Action::CommentPaper, &self.0.facts()),
            amend: open && may(Action::AmendPaper, &member),
            lead: open && may(Action::LeadPaper, &self.0.lead_facts()),
            convene: self.0.state != papers::PaperState::Abandoned && may(Action::ConvenePaper, &member),
            run_sign_on: may(Action::OpenSignOn, &member),
            confirm_publication: may(Action::ConfirmPublication, &member),
            end_publication: self.0.state == papers::PaperState::Published && may(Action::EndPublication, &member),
        }
    }
}

/// Finding papers.
#[derive(Debug, Default)]
pub struct PaperQuery;

#[Object]
impl PaperQuery {
    /// A paper by its id; null for what does not exist, or not for you.
    async fn paper(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> Result<Option<Paper>> {
        let Ok(id) = id.parse::<PaperId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// The papers of a network that you may know, the latest moved first.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn papers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "In one of these states; in any when left out.")] states: Option<Vec<PaperState>>,
        #[graphql(desc = "Written by this working group.")] group: Option<ID>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PaperConnection> {
        let page = request(first, after.as_deref())?;
        let network: NetworkId = id(&network)?;
        let group: Option<GroupId> = group.as_ref().map(id).transpose()?;
        let wanted = store::Wanted {
            network: Some(network),
            states: states.map(|all| all.into_iter().map(Into::into).collect()),
            group,
            ..store::Wanted::default()
        };
        let found = store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await;
        Ok(PaperConnection::of(found.map_err(shape)?))
    }
}
