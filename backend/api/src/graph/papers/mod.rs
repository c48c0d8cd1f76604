//! Papers: what there is to read.

mod changes;
mod comments;

use async_graphql::{Context, Enum, ID, Json, Object, Result, SimpleObject, Value, parser::types::Field};
pub use changes::PaperMutation;
use chrono::{DateTime, NaiveDate, Utc};
pub use comments::{CommentMutation, CommentState, PaperComment, PaperReply};
use sala_collab::words;
use sala_domain::{
    access::{Action, Reach},
    papers::{self, Content, comments as domain_comments, revisions, store, workflow},
};
use sala_kernel::{GroupId, Language, NetworkId, OrganisationId, PaperId, PersonId};

use super::{
    context::Ctx as _,
    error::shape,
    groups::Group,
    loaders::{OpenCommentsOf, broken},
    networks::{Network, Sensitivity},
    organisations::Organisation,
    page::{PaperCommentConnection, PaperConnection, PaperRevisionConnection, request},
    people::Person,
    rows::{Plain, leaf},
    scalars::{LanguageCode, Text, id, text},
};

/// What kind of text a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PaperType", remote = "papers::TextType")]
pub enum TextType {
    /// A position paper.
    PositionPaper,
    /// A policy brief.
    PolicyBrief,
    /// A joint statement.
    JointStatement,
    /// A letter to sign.
    SignOnLetter,
    /// An open letter.
    OpenLetter,
    /// A submission to a consultation.
    Submission,
    /// A shadow report.
    ShadowReport,
    /// A statement to the press.
    PressStatement,
}

/// In whose name a paper is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PaperAuthorMode", remote = "papers::AuthorMode")]
pub enum AuthorMode {
    /// The network's, which adopts it by its rule.
    NetworkPosition,
    /// Those organisations' that sign it.
    Signatories,
}

/// Where a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::PaperState")]
pub enum PaperState {
    /// Being written.
    Draft,
    /// Open to what the members say of it.
    InternalConsultation,
    /// Being settled.
    Review,
    /// No word changes any more.
    FinalText,
    /// Given up.
    Abandoned,
}

/// Where the text in the other language stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "TranslationState", remote = "papers::Translation")]
pub enum Translation {
    /// There is none.
    Missing,
    /// Being written.
    InProgress,
    /// Written.
    Translated,
    /// Written, and read against the source by a second person.
    Reviewed,
    /// The source has changed since.
    Outdated,
}

/// Why a revision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::RevisionKind")]
pub enum RevisionKind {
    /// By itself.
    Automatic,
    /// Somebody gave it a name.
    Named,
    /// The paper went a step.
    Milestone,
}

/// What happened to a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PieceFate", remote = "words::Fate")]
pub enum Fate {
    /// It is in both.
    Same,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
}

/// A piece of text between two others, and what happened to it.
#[derive(Debug, SimpleObject)]
pub struct ChangedPiece {
    /// What happened.
    fate: Fate,
    /// The text; may hold line breaks.
    text: String,
}

/// What changed in one section, word by word; Khmer words by dictionary.
#[derive(Debug, SimpleObject)]
pub struct SectionDifference {
    /// In which language.
    language: LanguageCode,
    /// Which section.
    section: String,
    /// Its heading now, or as it was where the section is gone.
    heading: String,
    /// The text in pieces, in order.
    pieces: Vec<ChangedPiece>,
}

/// A section of a paper as it is now.
#[derive(Debug, SimpleObject)]
pub struct PaperSection {
    /// In which language.
    language: LanguageCode,
    /// Which section.
    section: String,
    /// Its heading.
    heading: String,
    /// How many words it has; Khmer words by dictionary.
    words: i32,
}

/// A paper's text at one instant.
#[derive(Debug, SimpleObject)]
pub struct PaperText {
    /// SHA-256 of the content, in hexadecimal: the same words give the same hash.
    hash: String,
    /// The nodes of the editor, per language (`en`, `km`).
    nodes: Json<serde_json::Value>,
}

/// Somebody who writes a paper.
#[derive(Debug)]
pub struct PaperDrafter(papers::Drafter);

/// Somebody who writes a paper.
#[Object]
impl PaperDrafter {
    /// Who, as far as you may know them.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one::<PersonId>(self.0.person).await.map_err(broken)?.map(Into::into))
    }

    /// For which organisation; null for the secretariat.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.organisation).await
    }

    /// Leads the drafting.
    async fn leads(&self) -> bool {
        self.0.leads
    }
}

async fn organisation(ctx: &Context<'_>, id: Option<OrganisationId>) -> Result<Option<Organisation>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<Person>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

/// A paper's text as it was: it never changes.
#[derive(Debug)]
pub struct PaperRevision(papers::Revision);

impl From<papers::Revision> for PaperRevision {
    fn from(revision: papers::Revision) -> Self {
        Self(revision)
    }
}

impl Plain for PaperRevision {
    fn plain(&self, _: &Field) -> Option<Value> {
        None
    }
}

/// A paper's text as it was: it never changes.
#[Object]
impl PaperRevision {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Its number in the paper, from 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Why it was made.
    async fn kind(&self) -> RevisionKind {
        self.0.kind.into()
    }

    /// Its name; for a milestone, the state that the paper went to.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// SHA-256 of its content, in hexadecimal.
    async fn hash(&self) -> String {
        hex::encode(&self.0.hash)
    }

    /// Who made it; null for the hub itself, and for people who are not for you.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        person(ctx, self.0.person).await
    }

    /// For which organisation.
    async fn on_behalf_of(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        organisation(ctx, self.0.organisation).await
    }

    /// When.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }
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
}

/// A paper.
#[derive(Debug)]
pub struct Paper(papers::Paper);

impl From<papers::Paper> for Paper {
    fn from(paper: papers::Paper) -> Self {
        Self(paper)
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
    async fn now(&self, ctx: &Context<'_>) -> Result<Content> {
        self.at(ctx, None).await
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
        Ok(workflow::translation(&self.0, &self.now(ctx).await?).into())
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
        let shaped = content.sections.into_iter().map(|section| PaperSection {
            language: section.language.into(),
            section: section.key,
            heading: section.heading,
            words: i32::try_from(section.words).unwrap_or(i32::MAX),
        });
        Ok(shaped.collect())
    }

    /// Its text as it is now, or as it was.
    #[graphql(complexity = "100")]
    async fn text(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number of a revision; now when left out.")] revision: Option<i32>,
    ) -> Result<PaperText> {
        let content = self.at(ctx, revision).await?;
        Ok(PaperText { hash: hex::encode(content.hash), nodes: Json(content.nodes) })
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
        let differences = tokio::task::spawn_blocking(move || differences(&old, &new)).await;
        differences.map_err(|e| shape(sala_kernel::Error::internal(e)))
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
        }
    }
}

fn differences(old: &Content, new: &Content) -> Vec<SectionDifference> {
    let mut found = Vec::new();
    for language in [Language::En, Language::Km] {
        let of = |content: &Content| -> Vec<papers::SectionText> {
            content.sections.iter().filter(|s| s.language == language).cloned().collect()
        };
        let (before, now) = (of(old), of(new));
        let gone = before.iter().filter(|was| now.iter().all(|s| s.key != was.key));
        for section in now.iter().chain(gone) {
            let find = |sections: &[papers::SectionText]| sections.iter().find(|s| s.key == section.key).cloned();
            let (was, is) = (find(&before), find(&now));
            // A heading is part of what changed where it did.
            let titled = was.as_ref().map(|s| &s.heading) != is.as_ref().map(|s| &s.heading);
            let whole = |section: Option<papers::SectionText>| {
                let words = |s: papers::SectionText| if titled { format!("{}\n{}", s.heading, s.text) } else { s.text };
                section.map(words).unwrap_or_default()
            };
            let (was, is) = (whole(was), whole(is));
            if was == is {
                continue;
            }
            let pieces = words::changes(&was, &is);
            found.push(SectionDifference {
                language: language.into(),
                section: section.key.clone(),
                heading: section.heading.clone(),
                pieces: pieces.into_iter().map(|p| ChangedPiece { fate: p.fate.into(), text: p.text }).collect(),
            });
        }
    }
    found
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
            ids: None,
        };
        let found = store::list(&ctx.services().pool, ctx.actor(), &wanted, &page).await;
        Ok(PaperConnection::of(found.map_err(shape)?))
    }
}
