//! Papers: what there is to do with them.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use sala_domain::papers::{self, NewPaper, PaperDraft, revisions, service, workflow};
use sala_kernel::{OrganisationId, PaperId, PersonId};

use super::{AuthorMode, Paper, PaperRevision, PaperState, TextType, Translation};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    networks::Sensitivity,
    scalars::{LanguageCode, TextInput, id},
};

/// What a paper is to say of itself.
#[derive(Debug, InputObject)]
pub struct PaperInput {
    /// Its title; one language is enough.
    title: TextInput,
    /// What it says, in short.
    summary: TextInput,
    /// Codes of the themes that it is about; mandates limited to themes cover papers on one of them.
    #[graphql(default)]
    themes: Vec<String>,
    /// In whose name it is issued.
    author_mode: AuthorMode,
    /// The language that counts where the two differ.
    authoritative_language: LanguageCode,
    /// How sensitive it is.
    sensitivity: Sensitivity,
    /// When it is to be delivered.
    deadline: Option<NaiveDate>,
}

impl From<PaperInput> for PaperDraft {
    fn from(input: PaperInput) -> Self {
        Self {
            title: input.title.into(),
            summary: input.summary.into(),
            themes: input.themes,
            author_mode: input.author_mode.into(),
            authoritative: input.authoritative_language.into(),
            level: input.sensitivity.into(),
            deadline: input.deadline,
        }
    }
}

/// A paper to be begun.
#[derive(Debug, InputObject)]
pub struct StartPaperInput {
    /// In which network.
    network: ID,
    /// Written by which working group, if by one.
    group: Option<ID>,
    /// What kind of text it is.
    text_type: TextType,
    /// The language it is written in first.
    source_language: LanguageCode,
    /// What it says of itself.
    paper: PaperInput,
}

/// Somebody to write a paper.
#[derive(Debug, InputObject)]
pub struct PaperDrafterInput {
    /// Which paper.
    paper: ID,
    /// Who.
    person: ID,
    /// For which organisation; left out for the secretariat.
    organisation: Option<ID>,
    /// Leads the drafting.
    leads: bool,
}

/// A step that a paper is to take.
#[derive(Debug, InputObject)]
pub struct MovePaperInput {
    /// Where to.
    to: PaperState,
    /// Why; needed to give it back or up, and to end a consultation early.
    #[graphql(default)]
    reason: String,
    /// The last day of the consultation that opens.
    until: Option<NaiveDate>,
    /// You have made sure that nobody is harmed by the text: needed for the final text.
    #[graphql(default)]
    security_checked: bool,
}

payload! {
    /// What came of a change to a paper.
    PaperPayload {
        /// The paper as it is now.
        paper: Paper
    }
}

payload! {
    /// What came of keeping a paper's text.
    RevisionPayload {
        /// The revision.
        revision: PaperRevision
    }
}

/// Beginning papers, describing them, moving them on.
#[derive(Debug, Default)]
pub struct PaperMutation;

#[Object]
impl PaperMutation {
    /// Begins a paper with the sections of its kind; you lead it.
    async fn start_paper(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The paper.")] input: StartPaperInput,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let new = NewPaper {
            network: id(&input.network)?,
            group: input.group.as_ref().map(id).transpose()?,
            text_type: input.text_type.into(),
            source: input.source_language.into(),
            draft: input.paper.into(),
        };
        PaperPayload::of(service::start(&services.pool, &services.env, ctx.actor(), &*services.texts, new).await)
    }

    /// Changes what a paper says of itself; its words change over `/collab/{id}`.
    async fn edit_paper(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The paper as it is to be.")] input: PaperInput,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let paper: PaperId = crate::graph::scalars::id(&id)?;
        PaperPayload::of(service::edit(&services.pool, &services.env, ctx.actor(), paper, version, input.into()).await)
    }

    /// Names somebody who writes a paper, or changes whether they lead it.
    async fn name_paper_drafter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, for which paper.")] input: PaperDrafterInput,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let (paper, person): (PaperId, PersonId) = (id(&input.paper)?, id(&input.person)?);
        let organisation: Option<OrganisationId> = input.organisation.as_ref().map(id).transpose()?;
        PaperPayload::of(
            service::name_drafter(&services.pool, &services.env, ctx.actor(), paper, person, organisation, input.leads)
                .await,
        )
    }

    /// Takes somebody off a paper.
    async fn remove_paper_drafter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Who.")] person: ID,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let (paper, person): (PaperId, PersonId) = (id(&paper)?, id(&person)?);
        PaperPayload::of(service::remove_drafter(&services.pool, &services.env, ctx.actor(), paper, person).await)
    }

    /// Moves a paper a step on or back; its text as it is becomes a revision.
    async fn move_paper(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] id: ID,
        #[graphql(desc = "The step.")] input: MovePaperInput,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let paper: PaperId = crate::graph::scalars::id(&id)?;
        let step = workflow::Step {
            to: input.to.into(),
            reason: input.reason,
            until: input.until,
            security_checked: input.security_checked,
        };
        PaperPayload::of(workflow::go(&services.pool, &services.env, ctx.actor(), &*services.texts, paper, step).await)
    }

    /// Says where the text in the other language stands. Whoever translated it does not review it.
    async fn set_paper_translation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] id: ID,
        #[graphql(desc = "Where it stands.")] state: Translation,
    ) -> Result<PaperPayload> {
        let services = ctx.services();
        let paper: PaperId = crate::graph::scalars::id(&id)?;
        let state: papers::Translation = state.into();
        PaperPayload::of(
            workflow::set_translation(&services.pool, &services.env, ctx.actor(), &*services.texts, paper, state).await,
        )
    }

    /// Keeps a paper's text as it is now under a name.
    async fn keep_paper_revision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] id: ID,
        #[graphql(desc = "Its name, at most 200 letters.")] note: String,
    ) -> Result<RevisionPayload> {
        let services = ctx.services();
        let paper: PaperId = crate::graph::scalars::id(&id)?;
        RevisionPayload::of(
            revisions::name(&services.pool, &services.env, ctx.actor(), &*services.texts, paper, &note).await,
        )
    }
}
