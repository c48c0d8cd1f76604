//! Sign-on: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use sala_domain::signing::{self, Answer, Clocks, Means, NewSignOn, Threshold, publication, service};
use sala_kernel::{DocumentId, Error, Message, OrganisationId, PaperId};

use super::{Attribution, Basis, Channel, Endorsement, EndorsementState, NameOrder};
use crate::{
    graph::{
        context::Ctx as _,
        error::payload,
        papers::Paper,
        scalars::{TextInput, id, maybe_id},
    },
    press,
};

/// So many organisations of a type must sign.
#[derive(Debug, InputObject)]
pub struct KindThresholdInput {
    /// The code of the type of organisation.
    kind: String,
    /// How many, 1 to 1000, by public name.
    count: i32,
}

/// A sign-on to be opened.
#[derive(Debug, InputObject)]
pub struct OpenSignOnInput {
    /// When organisations are asked to have answered; reminders follow it.
    soft_deadline: Option<DateTime<Utc>>,
    /// The first instant at which nobody signs any more.
    deadline: DateTime<Utc>,
    /// So many organisations must sign, 1 to 1000.
    min_count: i32,
    /// So many of a hundred full members must sign.
    min_pct: Option<i32>,
    /// Public names must come from so many provinces, 1 to 25.
    min_provinces: Option<i32>,
    /// These organisations must sign by public name: at most 100.
    #[graphql(default)]
    required: Vec<ID>,
    /// To whom the text goes.
    #[graphql(default)]
    addressees: String,
    /// So many of these types of organisation must sign by public name: at most 20 types, each once.
    #[graphql(default)]
    min_of_kinds: Vec<KindThresholdInput>,
    /// One objection, with its reason, stops it.
    #[graphql(default)]
    no_objection: bool,
    /// In which order names stand under the published text; as they signed when left out.
    order: Option<NameOrder>,
}

/// What a signatory says for an organisation.
#[derive(Debug, InputObject)]
pub struct AnswerSignOnInput {
    /// What: it signs, signs with a reservation, abstains, declines, or asks its board.
    state: EndorsementState,
    /// The hash of the text that was read, in hexadecimal. Another one by now: `CONFLICT`.
    text_hash: String,
    /// By what right; needed to sign.
    basis: Option<Basis>,
    /// Who is told its name.
    attribution: Attribution,
    /// Its logo may stand beside its name; never where the name is withheld.
    #[graphql(default)]
    logo: bool,
    /// The name as it is to be shown; the organisation's own when left out.
    display_name: Option<TextInput>,
    /// With what it does not agree; needed to sign with a reservation.
    #[graphql(default)]
    reservation: String,
    /// The sections concerned, by their keys.
    #[graphql(default)]
    sections: Vec<String>,
    /// Why it does not sign, to be printed under the published text by its name; empty where nothing is to be printed.
    #[graphql(default)]
    dissent: String,
    /// What else there is to say, to the coordinator alone.
    #[graphql(default)]
    note: String,
    /// The decision by which it signs, a document of the library.
    mandate_document: Option<ID>,
}

impl AnswerSignOnInput {
    fn answer(self) -> Result<Answer> {
        Ok(Answer {
            mandate: maybe_id(self.mandate_document.as_ref())?,
            state: self.state.into(),
            basis: self.basis.map(Into::into),
            attribution: self.attribution.into(),
            logo: self.logo,
            display: self.display_name.map(Into::into).unwrap_or_default(),
            reservation: self.reservation,
            sections: self.sections,
            dissent: self.dissent,
            note: self.note,
            // What is no hash is no text's.
            text: hex::decode(self.text_hash).unwrap_or_default(),
        })
    }
}

payload! {
    /// What came of a step of a sign-on.
    SignOnPayload {
        /// The paper as it is now.
        paper: Paper
    }
}

payload! {
    /// What came of reminding.
    RemindPayload {
        /// How many members were written to.
        reminded: i32
    }
}

payload! {
    /// What came of an answer.
    EndorsementPayload {
        /// What the organisation has said now.
        endorsement: Whole
    }
}

/// What an organisation has said, to whoever has just said it.
#[derive(Debug)]
pub struct Whole(signing::Endorsement);

impl From<signing::Endorsement> for Whole {
    fn from(said: signing::Endorsement) -> Self {
        Self(said)
    }
}

/// What an organisation has said, to whoever has just said it.
#[Object(name = "OwnAnswer")]
impl Whole {
    /// All of it.
    async fn said(&self) -> Endorsement {
        Endorsement::whole(self.0.clone())
    }
}

/// Signing papers.
#[derive(Debug, Default)]
pub struct SigningMutation;

async fn paper(ctx: &Context<'_>, id: PaperId) -> sala_kernel::Result<sala_domain::papers::Paper> {
    let services = ctx.services();
    let found = sala_domain::papers::store::visible(&services.pool, ctx.actor(), &[id.0]).await?;
    found.into_iter().next().ok_or(Error::NotFound)
}

#[Object]
impl SigningMutation {
    /// Opens a final text for signing: from then on nothing is signed but this text.
    async fn open_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Its clocks and what must come together.")] input: OpenSignOnInput,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let new = NewSignOn {
            clocks: Clocks { soft: input.soft_deadline, deadline: input.deadline },
            threshold: Threshold {
                count: input.min_count,
                pct: input.min_pct,
                provinces: input.min_provinces,
                required: input.required.iter().map(id).collect::<Result<_>>()?,
                no_objection: input.no_objection,
                kinds: input.min_of_kinds.into_iter().map(|one| (one.kind, one.count)).collect(),
            },
            addressees: input.addressees,
            order: input.order.map_or(signing::NameOrder::AsSigned, Into::into),
        };
        let (pool, env, texts) = (&services.pool, &services.env, &*services.texts);
        let url = &services.settings.public_url;
        SignOnPayload::of(service::open(pool, env, ctx.actor(), texts, paper, new, url).await)
    }

    /// Answers for an organisation, as its authorised signatory.
    async fn answer_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "For which organisation.")] organisation: ID,
        #[graphql(desc = "The answer.")] input: AnswerSignOnInput,
    ) -> Result<EndorsementPayload> {
        let services = ctx.services();
        let (paper, organisation): (PaperId, OrganisationId) = (id(&paper)?, id(&organisation)?);
        let (pool, env) = (&services.pool, &services.env);
        EndorsementPayload::of(
            service::answer(pool, env, ctx.actor(), paper, organisation, input.answer()?, Means::Own).await,
        )
    }

    /// Records what an organisation has said on paper or by mail, with the document that proves it.
    async fn record_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Which organisation.")] organisation: ID,
        #[graphql(desc = "Its answer.")] input: AnswerSignOnInput,
        #[graphql(desc = "How it reached the network.")] channel: Channel,
        #[graphql(desc = "The document of the library that proves it.")] evidence: Option<ID>,
    ) -> Result<EndorsementPayload> {
        let services = ctx.services();
        let (paper, organisation): (PaperId, OrganisationId) = (id(&paper)?, id(&organisation)?);
        let Some(evidence) = evidence.as_ref().map(id::<DocumentId>).transpose()? else {
            let none: sala_kernel::Result<signing::Endorsement> =
                Err(Error::invalid("evidence", Message::EvidenceNeeded));
            return EndorsementPayload::of(none);
        };
        let means = Means::Recorded(channel.into(), evidence);
        let (pool, env) = (&services.pool, &services.env);
        EndorsementPayload::of(
            service::answer(pool, env, ctx.actor(), paper, organisation, input.answer()?, means).await,
        )
    }

    /// Takes an organisation's signature back, as its authorised signatory.
    async fn withdraw_signature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "For which organisation.")] organisation: ID,
        #[graphql(desc = "Why, to the coordinator alone; may be empty.")] reason: String,
    ) -> Result<EndorsementPayload> {
        let services = ctx.services();
        let (paper, organisation): (PaperId, OrganisationId) = (id(&paper)?, id(&organisation)?);
        let (pool, env) = (&services.pool, &services.env);
        EndorsementPayload::of(service::withdraw(pool, env, ctx.actor(), paper, organisation, &reason).await)
    }

    /// Gives organisations more time, once; everybody is told why.
    async fn extend_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "The new deadline.")] deadline: DateTime<Utc>,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let of: PaperId = id(&paper)?;
        let extended = service::extend(&services.pool, &services.env, ctx.actor(), of, deadline, &reason).await;
        SignOnPayload::of(match extended {
            Ok(_) => self::paper(ctx, of).await,
            Err(error) => Err(error),
        })
    }

    /// Reminds members that have not answered, now, by mail: all of them, or one. Whoever was reminded less than a day ago is
    /// left in peace.
    async fn remind_sign_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Only this organisation; all that have not answered when left out.")] organisation: Option<ID>,
    ) -> Result<RemindPayload> {
        let services = ctx.services();
        let (paper, only): (PaperId, Option<OrganisationId>) = (id(&paper)?, maybe_id(organisation.as_ref())?);
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        let sent = service::remind(pool, env, ctx.actor(), paper, only, url).await;
        RemindPayload::of(sent.map(|sent| i32::try_from(sent).unwrap_or(i32::MAX)))
    }

    /// Takes back what is public, with the reason that everybody reads, or says which public text stands in its place.
    async fn end_publication(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Why it is taken back; needed unless another text stands in its place.")] reason: TextInput,
        #[graphql(desc = "The paper in its place.")] successor: Option<ID>,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let (paper, successor): (PaperId, Option<PaperId>) = (id(&paper)?, maybe_id(successor.as_ref())?);
        let (pool, env) = (&services.pool, &services.env);
        SignOnPayload::of(publication::end(pool, env, ctx.actor(), paper, reason.into(), successor).await)
    }

    /// Proposes to publish what is ready; another person confirms it.
    async fn propose_publication(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
        #[graphql(desc = "Nobody outside reads it before; at once when left out.")] embargo_until: Option<
            DateTime<Utc>,
        >,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let (pool, env) = (&services.pool, &services.env);
        SignOnPayload::of(publication::propose(pool, env, ctx.actor(), paper, embargo_until).await)
    }

    /// Confirms what another person has proposed: from its instant on everybody may read it, and it never changes.
    async fn confirm_publication(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which paper.")] paper: ID,
    ) -> Result<SignOnPayload> {
        let services = ctx.services();
        let paper: PaperId = id(&paper)?;
        let press = |edition| press::set(services, edition);
        let (pool, env, texts) = (&services.pool, &services.env, &*services.texts);
        SignOnPayload::of(publication::confirm(pool, env, ctx.actor(), texts, paper, press).await)
    }
}
