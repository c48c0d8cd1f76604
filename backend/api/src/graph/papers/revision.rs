//! Papers: their texts as they were, and who writes them.

use async_graphql::{Context, ID, Object, Result, Value, parser::types::Field};
use chrono::{DateTime, Utc};
use sala_domain::papers;
use sala_kernel::PersonId;

use super::{RevisionKind, organisation, person};
use crate::graph::{context::Ctx as _, loaders::broken, organisations::Organisation, people::Person, rows::Plain};

/// Somebody who writes a paper.
#[derive(Debug)]
pub struct PaperDrafter(pub(super) papers::Drafter);

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
