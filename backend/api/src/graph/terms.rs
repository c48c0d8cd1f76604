//! Lists: themes, organisation types and the rest.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sala_domain::{
    access::{Action, Reach},
    terms::{self, NewTerm, TermEdit},
};
use sala_kernel::TermId;

use super::{
    context::Ctx as _,
    error::{payload, shape},
    scalars::{Text, TextInput, id},
};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "terms::Taxonomy")]
pub enum Taxonomy {
    /// What work is about.
    Theme,
    /// Kinds of organisation.
    OrganisationType,
    /// Groups a participant or stakeholder speaks for.
    Constituency,
    /// Ways to campaign.
    Tactic,
    /// Kinds of evidence.
    DocumentType,
    /// Laws, decrees, plans.
    PolicyInstrument,
}

/// An entry of an editable list. Codes are stable; entries are merged, never deleted.
#[derive(Debug)]
pub struct Term(terms::Term);

impl From<terms::Term> for Term {
    fn from(term: terms::Term) -> Self {
        Self(term)
    }
}

/// What you may do with an entry.
#[derive(Debug, async_graphql::SimpleObject)]
pub struct TermViewerCan {
    /// Change it or merge it.
    edit: bool,
}

/// An entry of an editable list. Codes are stable; entries are merged, never deleted.
#[Object]
impl Term {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Its list.
    async fn taxonomy(&self) -> Taxonomy {
        self.0.taxonomy.into()
    }

    /// Its stable code.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its label.
    async fn label(&self) -> Text {
        self.0.label.clone().into()
    }

    /// A native speaker has confirmed the Khmer label.
    async fn reviewed_km(&self) -> bool {
        self.0.reviewed_km
    }

    /// The IATI `OrganisationType` code, for organisation types.
    async fn iati_code(&self) -> Option<&str> {
        self.0.iati_code.as_deref()
    }

    /// It is offered for new choices.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// The entry that took its place.
    async fn merged_into(&self) -> Option<ID> {
        self.0.merged_into.map(|t| t.to_string().into())
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> TermViewerCan {
        let reach = Reach::of(ctx.actor(), Action::ManageTerms);
        TermViewerCan { edit: reach.hub || reach.all }
    }
}

/// Reading lists.
#[derive(Debug, Default)]
pub struct TermQuery;

#[Object]
impl TermQuery {
    /// One whole list in its order, merged and retired entries included. Lists are short.
    #[graphql(complexity = "50 + child_complexity")]
    async fn terms(&self, ctx: &Context<'_>, #[graphql(desc = "Which list.")] taxonomy: Taxonomy) -> Result<Vec<Term>> {
        let list = terms::store::list(&ctx.services().pool, taxonomy.into()).await.map_err(shape)?;
        Ok(list.into_iter().map(Term).collect())
    }
}

/// A new entry of a list.
#[derive(Debug, InputObject)]
pub struct AddTermInput {
    /// Which list.
    taxonomy: Taxonomy,
    /// Its stable code: 2 to 40 small letters, digits or `_`.
    code: String,
    /// Its label in at least one language.
    label: TextInput,
}

/// A change to an entry; what is left out stays.
#[derive(Debug, InputObject)]
pub struct EditTermInput {
    /// Which entry.
    id: ID,
    /// As it was read.
    version: i32,
    /// New label.
    label: Option<TextInput>,
    /// The Khmer label has been confirmed by a native speaker.
    reviewed_km: Option<bool>,
    /// Offered for new choices.
    active: Option<bool>,
}

/// Merging one entry into another.
#[derive(Debug, InputObject)]
pub struct MergeTermInput {
    /// The entry that goes.
    id: ID,
    /// The entry that stays.
    into: ID,
}

payload! {
    /// What came of a change to a list.
    TermPayload {
        /// The entry as it is now; after a merge, the one that stays.
        term: Term
    }
}

/// Changing lists.
#[derive(Debug, Default)]
pub struct TermMutation;

#[Object]
impl TermMutation {
    /// Adds an entry at the end of a list.
    async fn add_term(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The entry.")] input: AddTermInput,
    ) -> Result<TermPayload> {
        let services = ctx.services();
        let new = NewTerm { taxonomy: input.taxonomy.into(), code: input.code, label: input.label.into() };
        TermPayload::of(terms::service::add(&services.pool, &services.env, ctx.actor(), new).await)
    }

    /// Changes an entry.
    async fn edit_term(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: EditTermInput,
    ) -> Result<TermPayload> {
        let services = ctx.services();
        let term: TermId = id(&input.id)?;
        let edit =
            TermEdit { label: input.label.map(Into::into), reviewed_km: input.reviewed_km, active: input.active };
        TermPayload::of(
            terms::service::edit(&services.pool, &services.env, ctx.actor(), term, input.version, edit).await,
        )
    }

    /// Merges an entry into another of the same list; everything that pointed at it follows.
    async fn merge_term(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which into which.")] input: MergeTermInput,
    ) -> Result<TermPayload> {
        let services = ctx.services();
        let (from, into): (TermId, TermId) = (id(&input.id)?, id(&input.into)?);
        TermPayload::of(terms::service::merge(&services.pool, &services.env, ctx.actor(), from, into).await)
    }
}
