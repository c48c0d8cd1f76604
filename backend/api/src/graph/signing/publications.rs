//! What was published, and how it is told from what was changed.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::{papers, signing};

use crate::graph::{context::Ctx as _, error::shape, loaders::broken, papers::Paper, people::Person, scalars::Text};

/// A file that was published, byte for byte.
#[derive(Debug, SimpleObject)]
pub struct PublishedFile {
    /// Its name; read it at `/public/papers/{paper}/{name}`.
    name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    sha256: String,
}

/// How a paper came to be public, or is about to.
#[derive(Debug)]
pub struct Publication(signing::publication::Publication);

impl From<signing::publication::Publication> for Publication {
    fn from(publication: signing::publication::Publication) -> Self {
        Self(publication)
    }
}

/// How a paper came to be public, or is about to.
#[Object]
impl Publication {
    /// Its paper's id.
    async fn paper(&self) -> ID {
        self.0.paper.to_string().into()
    }

    /// The hash of its text, in hexadecimal.
    async fn text_hash(&self) -> String {
        hex::encode(&self.0.text)
    }

    /// Who proposed it; null for people who are not for you.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one(self.0.proposed_by).await.map_err(broken)?.map(Into::into))
    }

    /// You proposed it: somebody else confirms it.
    async fn by_you(&self, ctx: &Context<'_>) -> bool {
        ctx.actor().person() == Some(self.0.proposed_by)
    }

    /// Nobody outside reads it before; null where it is public at once.
    async fn embargo_until(&self) -> Option<DateTime<Utc>> {
        self.0.embargo_until
    }

    /// From when on everybody may read it; null while it is only proposed.
    async fn public_from(&self) -> Option<DateTime<Utc>> {
        self.0.public_from()
    }

    /// How many had signed on that day.
    async fn signed(&self) -> i32 {
        self.0.signed
    }

    /// How many of their names are withheld for their safety.
    async fn withheld(&self) -> i32 {
        self.0.withheld
    }

    /// When it was taken back, or another text took its place; null while it stands.
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.0.ended.as_ref().map(|ended| ended.at)
    }

    /// Why it was taken back; empty where it was not.
    async fn ended_reason(&self) -> Text {
        self.0.ended.as_ref().map(|ended| ended.reason.clone()).unwrap_or_default().into()
    }

    /// The paper in its place; null for none, or not for you.
    async fn successor(&self, ctx: &Context<'_>) -> Result<Option<Paper>> {
        let Some(id) = self.0.ended.as_ref().and_then(|ended| ended.successor) else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
    }

    /// Its files; none while it is only proposed.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<PublishedFile>> {
        let files = signing::publication_store::files(&ctx.services().pool, self.0.paper).await.map_err(shape)?;
        Ok(files.into_iter().map(|(name, sha256)| PublishedFile { name, sha256: hex::encode(sha256) }).collect())
    }
}

/// What a file turned out to be.
#[derive(Debug, SimpleObject)]
pub struct Verified {
    /// What it is called where it was published.
    name: String,
    /// The title of its paper.
    title: Text,
    /// The publication: what was signed, by how many.
    publication: Publication,
}

/// Telling what was published from what was changed.
#[derive(Debug, Default)]
pub struct SigningQuery;

#[Object]
impl SigningQuery {
    /// What a file is, by the SHA-256 of its bytes; null for a file that was never published, or was changed since. For
    /// everybody.
    async fn verify(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "SHA-256 of the file's bytes, in hexadecimal.")] sha256: String,
    ) -> Result<Option<Verified>> {
        let Some(sha256) = hex::decode(sha256).ok().filter(|hash| hash.len() == 32) else { return Ok(None) };
        let services = ctx.services();
        let found = signing::publication_store::by_hash(&services.pool, &services.env, &sha256).await.map_err(shape)?;
        let Some((publication, name)) = found else { return Ok(None) };
        let paper = papers::store::lookup(&services.pool, publication.paper).await.map_err(shape)?;
        Ok(paper.map(|paper| Verified { name, title: paper.title.into(), publication: publication.into() }))
    }
}
