//! Applying for membership: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use sala_domain::memberships::applications::{self, Applicant, Edit};
use sala_kernel::{Language, MembershipId, NetworkId, OrganisationId, PersonId, RefereeId};

use crate::graph::{
    context::Ctx as _,
    error::{Status, Violation, outcome, payload},
    memberships::{Membership, MembershipPayload, Tier},
    people::NameInput,
    scalars::{LanguageCode, Text, TextInput, id, maybe_id},
};

use super::{ReferenceAnswer, ReviewItem};

/// Who applies, and to which network.
#[derive(Debug, InputObject)]
pub struct BeginApplicationInput {
    /// To which network.
    network: ID,
    /// The organisation's name in at least one language.
    organisation: TextInput,
    /// Your name; not needed when you are signed in.
    name: Option<NameInput>,
    /// Your address; not needed when you are signed in.
    #[graphql(default)]
    email: String,
    /// The language to write to you in; Khmer when left out.
    language: Option<LanguageCode>,
}

/// What came of beginning an application.
#[derive(Debug, SimpleObject)]
pub struct BeginApplicationPayload {
    /// How it ended.
    status: Status,
    /// Why not, where the input breaks a rule.
    violations: Vec<Violation>,
    /// The membership in draft; null when you are not signed in: look into your mail then.
    membership: Option<Membership>,
}

/// A change to an application in draft; what is left out stays.
#[derive(Debug, InputObject)]
pub struct EditApplicationInput {
    /// Which membership.
    membership: ID,
    /// Why the organisation wants to join.
    motivation: Option<TextInput>,
    /// The organisations that know it, at most two, all of them.
    #[graphql(validator(max_items = 2))]
    referees: Option<Vec<ID>>,
}

/// What the review found.
#[derive(Debug, InputObject)]
pub struct ReviewApplicationInput {
    /// Which membership.
    membership: ID,
    /// Items found in order, all of them.
    #[graphql(validator(max_items = 10))]
    checked: Vec<ReviewItem>,
    /// A note for those who decide.
    #[graphql(default)]
    note: String,
}

/// How an applicant is to belong.
#[derive(Debug, InputObject)]
pub struct RecommendApplicationInput {
    /// Which membership.
    membership: ID,
    /// In which tier.
    tier: Tier,
    /// The host of a hidden group; needed for one that has none.
    host: Option<ID>,
}

/// What a referee sees behind the link.
#[derive(Debug, SimpleObject)]
pub struct Reference {
    /// Who applies.
    applicant: Text,
    /// Why, in its words.
    motivation: Text,
    /// To which network.
    network: Text,
    /// Which organisation is asked.
    referee: Text,
    /// The province it is in.
    province: Option<Text>,
}

impl From<applications::ReferenceView> for Reference {
    fn from(view: applications::ReferenceView) -> Self {
        Self {
            applicant: view.applicant.into(),
            motivation: view.motivation.into(),
            network: view.network.into(),
            referee: view.referee.into(),
            province: view.province.map(Into::into),
        }
    }
}

/// A referee's answer.
#[derive(Debug, InputObject)]
pub struct AnswerReferenceInput {
    /// The secret from the link.
    #[graphql(secret)]
    link: String,
    /// What you say.
    answer: ReferenceAnswer,
    /// In your words; needed when you do not recommend.
    #[graphql(default)]
    statement: String,
    /// Who you are: name and position.
    name: String,
}

payload! {
    /// What is behind a referee's link.
    ReferencePayload {
        /// What is asked.
        reference: Reference
    }
}

/// Applying for membership.
#[derive(Debug, Default)]
pub struct ApplicationMutation;

#[Object]
impl ApplicationMutation {
    /// Begins an application. Without an account you get a mail with a link to go on; the answer is the same for every
    /// address.
    async fn begin_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who applies.")] input: BeginApplicationInput,
    ) -> Result<BeginApplicationPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&input.network)?;
        let organisation = input.organisation.into();
        let result = if ctx.actor().person().is_some() {
            applications::service::begin(&services.pool, &services.env, ctx.actor(), network, organisation)
                .await
                .map(Some)
        } else {
            let applicant = Applicant {
                name: input.name.map(Into::into).unwrap_or_default(),
                email: input.email,
                language: input.language.map_or(Language::Km, Into::into),
            };
            let accounts = services.accounts();
            accounts.begin_application(&ctx.request().origin, network, organisation, applicant).await.map(|()| None)
        };
        let (status, membership, violations) = outcome(result)?;
        Ok(BeginApplicationPayload { status, violations, membership: membership.flatten().map(Into::into) })
    }

    /// Changes an application in draft or given back.
    async fn edit_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: EditApplicationInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let referees = match &input.referees {
            Some(ids) => Some(ids.iter().map(id).collect::<Result<Vec<OrganisationId>>>()?),
            None => None,
        };
        let edit = Edit { motivation: input.motivation.map(Into::into), referees };
        MembershipPayload::of(
            applications::service::edit(&services.pool, &services.env, ctx.actor(), membership, edit).await,
        )
    }

    /// Names one of the applicant's people as the one who may sign for it.
    async fn name_signatory(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Whom.")] person: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let (membership, person): (MembershipId, PersonId) = (id(&membership)?, id(&person)?);
        MembershipPayload::of(
            applications::service::name_signatory(&services.pool, &services.env, ctx.actor(), membership, person).await,
        )
    }

    /// Hands an application in; its referees are asked by mail. What is missing is told all at once.
    async fn submit_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        let url = &services.settings.public_url;
        MembershipPayload::of(
            applications::service::submit(&services.pool, &services.env, ctx.actor(), membership, url).await,
        )
    }

    /// Begins the review of an application.
    async fn start_review(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(
            applications::service::start_review(&services.pool, &services.env, ctx.actor(), membership).await,
        )
    }

    /// Writes what the review found.
    async fn review_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The findings.")] input: ReviewApplicationInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let checked: Vec<applications::ReviewItem> = input.checked.into_iter().map(Into::into).collect();
        let (pool, env) = (&services.pool, &services.env);
        MembershipPayload::of(
            applications::service::review(pool, env, ctx.actor(), membership, &checked, &input.note).await,
        )
    }

    /// Gives an application back with reasons; the applicant may mend it and hand it in again.
    async fn return_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        let url = &services.settings.public_url;
        let (pool, env) = (&services.pool, &services.env);
        MembershipPayload::of(applications::service::give_back(pool, env, ctx.actor(), membership, &reason, url).await)
    }

    /// Goes on without a referee's answer, with a reason.
    async fn waive_referee(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which referee.")] referee: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let referee: RefereeId = id(&referee)?;
        MembershipPayload::of(
            applications::referees::waive(&services.pool, &services.env, ctx.actor(), referee, &reason).await,
        )
    }

    /// Recommends an application and puts it to those who decide on admissions.
    async fn recommend_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The recommendation.")] input: RecommendApplicationInput,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&input.membership)?;
        let host = maybe_id(input.host.as_ref())?;
        let (pool, env) = (&services.pool, &services.env);
        MembershipPayload::of(
            applications::service::recommend(pool, env, ctx.actor(), membership, input.tier.into(), host).await,
        )
    }

    /// Puts a recommended application to those who decide once more, after too few voted or it was withdrawn.
    async fn put_application_again(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(
            applications::service::put_again(&services.pool, &services.env, ctx.actor(), membership).await,
        )
    }

    /// Accepts the network's code of conduct for an organisation; once it is admitted too, it is a member at once.
    async fn accept_conduct(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
        #[graphql(desc = "The `codeOfConductHash` of the text that was read; another one by now: `CONFLICT`.")]
        hash: String,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        let (pool, env) = (&services.pool, &services.env);
        MembershipPayload::of(applications::service::accept_conduct(pool, env, ctx.actor(), membership, &hash).await)
    }

    /// Takes an application back that is not before the committee yet: it is a draft again.
    async fn take_back_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] membership: ID,
    ) -> Result<MembershipPayload> {
        let services = ctx.services();
        let membership: MembershipId = id(&membership)?;
        MembershipPayload::of(
            applications::service::take_back(&services.pool, &services.env, ctx.actor(), membership).await,
        )
    }

    /// Shows what a referee's link asks; the link stays as it is. A mutation so that the secret is never in an address.
    async fn read_reference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<ReferencePayload> {
        let services = ctx.services();
        let work = applications::referees::read(&services.pool, &services.env, &link);
        ReferencePayload::of(services.accounts().by_link(&ctx.request().origin, &link, work).await)
    }

    /// Answers as a referee, once.
    async fn answer_reference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: AnswerReferenceInput,
    ) -> Result<ReferencePayload> {
        let services = ctx.services();
        let work = applications::referees::answer(
            &services.pool,
            &services.env,
            ctx.actor(),
            &input.link,
            input.answer.into(),
            &input.statement,
            &input.name,
        );
        ReferencePayload::of(services.accounts().by_link(&ctx.request().origin, &input.link, work).await)
    }
}
