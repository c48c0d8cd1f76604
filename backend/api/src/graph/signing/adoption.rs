//! Deciding on a text, and calling a change of a signed one editorial.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::{
    access::{Action, Reach},
    decisions, papers,
    signing::{self, adoption, editorial},
};
use sala_kernel::{PaperId, PersonId};

use super::{
    changes::SignOnPayload,
    sign_on::{TextChange, changed},
};
use crate::graph::{context::Ctx as _, decisions::Scale, error::shape, loaders::broken, people::Person, scalars::id};

/// What changed since the text that organisations have signed.
#[derive(Debug, SimpleObject)]
pub struct ChangedSinceSigned {
    /// Word by word; languages that did not change are left out.
    changes: Vec<TextChange>,
    /// The convenor who calls it editorial; null for nobody, and for people who are not for you.
    convenor: Option<Person>,
    /// The chair who calls it editorial; null for nobody, and for people who are not for you.
    chair: Option<Person>,
    /// Both have: signatures stand when the text is opened for signing again.
    agreed: bool,
    /// You may call it editorial.
    viewer_can_agree: bool,
}

impl ChangedSinceSigned {
    pub(in crate::graph) async fn of(
        ctx: &Context<'_>,
        paper: &papers::Paper,
        signed: &[u8],
        now: signing::FrozenText,
    ) -> Result<Option<Self>> {
        let pool = &ctx.services().pool;
        if now.hash == signed {
            return Ok(None);
        }
        let Some(old) = signing::store::frozen(pool, paper.id, signed).await.map_err(shape)? else { return Ok(None) };
        let said = signing::editorial_store::editorial(pool, paper.id, signed, &now.hash).await.map_err(shape)?;
        let (convenor, chair) = said.map_or((None, None), |said| (said.convenor, said.chair));
        let may = |action| Reach::with_self(ctx.actor(), action).covers(&paper.member_facts());
        let me = ctx.actor().person();
        let fresh = me.is_some() && convenor != me && chair != me;
        let half =
            (chair.is_none() && may(Action::ConfirmPublication)) || (convenor.is_none() && may(Action::ConvenePaper));
        Ok(Some(Self {
            changes: changed(old, now).await?,
            agreed: convenor.is_some() && chair.is_some(),
            viewer_can_agree: fresh && half && may(Action::ConvenePaper),
            convenor: person(ctx, convenor).await?,
            chair: person(ctx, chair).await?,
        }))
    }
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<Person>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into))
}

/// How the members are to decide on a text.
#[derive(Debug, InputObject)]
pub struct OpenAdoptionInput {
    /// What a ballot can say; `VOTE` when left out.
    scale: Option<Scale>,
    /// The first instant at which no ballot is taken; by the network's rule when left out.
    closes_at: Option<DateTime<Utc>>,
}

/// Deciding on papers.
#[derive(Debug, Default)]
pub struct AdoptionMutation;

#[Object]
impl AdoptionMutation {
    /// Puts a final text to those who decide on the network's positions, by its rule: nothing else is adopted than this text.
    async fn open_adoption(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "How it is decided.")] input: OpenAdoptionInput,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let scale = input.scale.map_or(decisions::Scale::Vote, Into::into);
        let (pool, env, texts) = (&services.pool, &services.env, &*services.texts);
        SignOnPayload::of(adoption::open(pool, env, ctx.actor(), texts, paper, scale, input.closes_at).await)
    }

    /// Asks the committee to have a statement published although fewer have signed than were needed.
    async fn ask_to_lower_threshold(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        SignOnPayload::of(adoption::ask_to_lower(&services.pool, &services.env, ctx.actor(), paper, &reason).await)
    }

    /// Says that what changed since the signed text is editorial: as its convenor, or as the chair. Where both do, two persons,
    /// signatures stand when the text is opened again, and whoever signed is told what changed.
    async fn call_editorial(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let (pool, env, texts) = (&services.pool, &services.env, &*services.texts);
        SignOnPayload::of(editorial::mark(pool, env, ctx.actor(), texts, paper).await)
    }
}
