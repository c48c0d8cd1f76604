//! Comments and amendments.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Reach},
    papers::{self, Amendment, comments},
};
use sala_kernel::{CommentId, PaperId, PersonId};

use super::{organisation, person};
use crate::graph::{
    Code,
    context::Ctx as _,
    error::{payload, shape},
    loaders::broken,
    organisations::Organisation,
    page::{PaperReplyConnection, request},
    people::Person,
    rows::Plain,
    scalars::{LanguageCode, id},
};

/// What a comment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::CommentKind")]
pub enum CommentKind {
    /// Facts.
    Factual,
    /// Law.
    Legal,
    /// Wording.
    Wording,
    /// Substance.
    Substantive,
    /// Somebody's safety.
    Security,
}

/// What came of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::CommentState")]
pub enum CommentState {
    /// Nothing yet.
    Open,
    /// Taken up.
    Accepted,
    /// Taken up in other words.
    AcceptedModified,
    /// Taken up together with another.
    Merged,
    /// Not taken up, for a reason.
    NotAccepted,
    /// Taken back by whoever made it.
    Withdrawn,
}

/// What an amendment does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AmendmentOperation", remote = "papers::Operation")]
pub enum Operation {
    /// Adds words.
    Add,
    /// Puts words in the place of others.
    Replace,
    /// Takes words away.
    Delete,
}

/// Other words for a passage.
#[derive(Debug, SimpleObject)]
pub struct PaperAmendment {
    /// What it does.
    operation: Operation,
    /// The words as they were.
    old_text: String,
    /// The words as they should be.
    new_text: String,
}

/// What you may do with a comment.
#[derive(Debug, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent right")]
pub struct CommentViewerCan {
    /// Answer it.
    answer: bool,
    /// Reply to it.
    reply: bool,
    /// Take it back.
    withdraw: bool,
    /// Support it in the name of your organisation.
    support: bool,
}

/// A reply to a comment.
#[derive(Debug)]
pub struct PaperReply(papers::Reply);

impl From<papers::Reply> for PaperReply {
    fn from(reply: papers::Reply) -> Self {
        Self(reply)
    }
}

impl Plain for PaperReply {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A reply to a comment.
#[Object]
impl PaperReply {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Who; null for people who are not for you.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, Some(self.0.person)).await
    }

    /// For which organisation; null for the secretariat.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.organisation).await
    }

    /// What.
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// When.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }
}

/// What an organisation says of a paper: a comment, or an amendment where it proposes other words.
#[derive(Debug)]
pub struct PaperComment(papers::Comment);

impl From<papers::Comment> for PaperComment {
    fn from(comment: papers::Comment) -> Self {
        Self(comment)
    }
}

impl Plain for PaperComment {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// What an organisation says of a paper: a comment, or an amendment where it proposes other words.
#[Object]
impl PaperComment {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Its number in the paper, from 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// In which language's text it stands.
    async fn language(&self) -> LanguageCode {
        self.0.language.into()
    }

    /// In which section; empty for what stands before the first.
    async fn section(&self) -> &str {
        &self.0.section
    }

    /// The passage, as it was.
    async fn quote(&self) -> &str {
        &self.0.quote
    }

    /// Where the passage is: as the editor gave it, in unpadded base64url.
    async fn anchor(&self) -> Option<String> {
        self.0.anchor.as_ref().map(|anchor| URL_SAFE_NO_PAD.encode(anchor))
    }

    /// What it is about.
    async fn kind(&self) -> CommentKind {
        self.0.kind.into()
    }

    /// What it says; the reason of an amendment.
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// Other words, if it proposes some.
    async fn amendment(&self) -> Option<PaperAmendment> {
        self.0.amendment.as_ref().map(|a| PaperAmendment {
            operation: a.operation.into(),
            old_text: a.old.clone(),
            new_text: a.new.clone(),
        })
    }

    /// Who; null for people who are not for you.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, Some(self.0.person)).await
    }

    /// For which organisation; null for the secretariat.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.organisation).await
    }

    /// When.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// What came of it.
    async fn state(&self) -> CommentState {
        self.0.state.into()
    }

    /// What was answered; empty when nothing was said.
    async fn response(&self) -> &str {
        &self.0.response
    }

    /// By whom; null for people who are not for you.
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.answered_by).await
    }

    /// When.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// Organisations that support it beside its proposer, as far as you may know them; at most one per member.
    async fn supporters(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        let found = ctx.loaders().load_many(self.0.supporters.iter().copied()).await.map_err(broken)?;
        Ok(self.0.supporters.iter().filter_map(|id| found.get(id).cloned()).map(Into::into).collect())
    }

    /// Replies to it, in order.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn replies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PaperReplyConnection> {
        let page = request(first, after.as_deref())?;
        let found = comments::replies(&ctx.services().pool, self.0.id, &page).await;
        Ok(PaperReplyConnection::of(found.map_err(shape)?))
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<CommentViewerCan> {
        let none = CommentViewerCan { answer: false, reply: false, withdraw: false, support: false };
        let Some(paper) = ctx.loaders().load_one::<PaperId>(self.0.paper).await.map_err(broken)? else {
            return Ok(none);
        };
        if !paper.state.is_open() {
            return Ok(none);
        }
        let me: Option<PersonId> = ctx.actor().person();
        let may = |action, facts: &_| Reach::with_self(ctx.actor(), action).covers(facts);
        let comments = may(Action::CommentPaper, &paper.facts());
        Ok(CommentViewerCan {
            answer: self.0.state != papers::CommentState::Withdrawn && may(Action::LeadPaper, &paper.lead_facts()),
            reply: comments,
            withdraw: comments && me == Some(self.0.person) && self.0.state != papers::CommentState::Withdrawn,
            support: self.0.amendment.is_some()
                && self.0.state == papers::CommentState::Open
                && may(Action::AmendPaper, &paper.member_facts()),
        })
    }
}

/// An amendment to be proposed.
#[derive(Debug, InputObject)]
pub struct PaperAmendmentInput {
    /// What it does.
    operation: Operation,
    /// The words as they are; may be empty to add.
    #[graphql(default)]
    old_text: String,
    /// The words as they should be; nothing to delete.
    #[graphql(default)]
    new_text: String,
}

/// A comment to be made.
#[derive(Debug, InputObject)]
pub struct PaperCommentInput {
    /// Of which paper.
    paper: ID,
    /// In which language's text.
    language: LanguageCode,
    /// In which section.
    section: String,
    /// The passage; empty for a whole section.
    #[graphql(default)]
    quote: String,
    /// Where the passage is, as the editor gives it, in unpadded base64url.
    anchor: Option<String>,
    /// What it is about.
    kind: CommentKind,
    /// What it says; the reason of an amendment.
    body: String,
    /// Other words, to propose an amendment.
    amendment: Option<PaperAmendmentInput>,
}

payload! {
    /// What came of a change to a comment.
    PaperCommentPayload {
        /// The comment as it is now.
        comment: PaperComment
    }
}

/// Commenting on papers, and answering.
#[derive(Debug, Default)]
pub struct CommentMutation;

#[Object]
impl CommentMutation {
    /// Comments on a paper, or proposes other words for it.
    async fn add_paper_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The comment.")] input: PaperCommentInput,
    ) -> Result<PaperCommentPayload> {
        let services = ctx.services();
        let decoded = input.anchor.as_ref().map(|anchor| URL_SAFE_NO_PAD.decode(anchor)).transpose();
        let anchor = decoded.map_err(|_| Code::BadInput.error("This anchor cannot be read."))?;
        let new = comments::NewComment {
            paper: id(&input.paper)?,
            language: input.language.into(),
            section: input.section,
            quote: input.quote,
            anchor,
            kind: input.kind.into(),
            body: input.body,
            amendment: input.amendment.map(|a| Amendment {
                operation: a.operation.into(),
                old: a.old_text,
                new: a.new_text,
            }),
        };
        PaperCommentPayload::of(comments::add(&services.pool, &services.env, ctx.actor(), new).await)
    }

    /// Answers a comment: what comes of it, and why. What is not accepted needs a reason.
    async fn answer_paper_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which comment.")] id: ID,
        #[graphql(desc = "What comes of it.")] state: CommentState,
        #[graphql(desc = "Why.", default)] response: String,
    ) -> Result<PaperCommentPayload> {
        let services = ctx.services();
        let comment: CommentId = crate::graph::scalars::id(&id)?;
        let answered = comments::answer(
            &services.pool,
            &services.env,
            ctx.actor(),
            &*services.texts,
            comment,
            state.into(),
            &response,
        );
        PaperCommentPayload::of(answered.await)
    }

    /// Takes back a comment of one's own.
    async fn withdraw_paper_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which comment.")] id: ID,
    ) -> Result<PaperCommentPayload> {
        let services = ctx.services();
        let comment: CommentId = crate::graph::scalars::id(&id)?;
        PaperCommentPayload::of(comments::withdraw(&services.pool, &services.env, ctx.actor(), comment).await)
    }

    /// Replies to a comment.
    async fn reply_to_paper_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which comment.")] id: ID,
        #[graphql(desc = "What.")] body: String,
    ) -> Result<PaperCommentPayload> {
        let services = ctx.services();
        let comment: CommentId = crate::graph::scalars::id(&id)?;
        PaperCommentPayload::of(comments::reply(&services.pool, &services.env, ctx.actor(), comment, &body).await)
    }

    /// Adds the support of the organisation you act for to an amendment of another, or takes it back.
    async fn support_paper_amendment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which amendment.")] id: ID,
        #[graphql(desc = "Supports it, or no longer.")] supports: bool,
    ) -> Result<PaperCommentPayload> {
        let services = ctx.services();
        let comment: CommentId = crate::graph::scalars::id(&id)?;
        PaperCommentPayload::of(comments::support(&services.pool, &services.env, ctx.actor(), comment, supports).await)
    }
}
