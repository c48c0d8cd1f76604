//! Outcomes: what has changed because of a campaign.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    campaigns::{self, Sight},
    outcomes::{self, OutcomeDraft, outsiders, service},
};
use sala_kernel::{LText, OutcomeId};

use super::{changes::CampaignPayload, indicators::documents, kinds::PolicyOutcome};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    evidence::Document,
    loaders::{AskedOf, broken},
    organisations::Organisation,
    people::Person,
    places::Place,
    rows::{Plain, leaf},
    scalars::{LanguageCode, Text, TextInput, id, maybe_id, text},
};

/// Where an outcome stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "outcomes::OutcomeState")]
pub enum OutcomeState {
    /// Written down by the team.
    Drafted,
    /// Looked through: it says who changed what, when, and what the campaign has to do with it.
    Reviewed,
    /// Somebody outside is asked whether it is so.
    OutForSubstantiation,
    /// Those asked agree.
    Substantiated,
    /// They agree in part.
    PartlySubstantiated,
    /// They do not agree.
    NotSubstantiated,
    /// Everybody who may know the campaign may know it.
    Published,
}

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "OutcomeChange", remote = "outcomes::ChangeKind")]
pub enum ChangeKind {
    /// How somebody behaves.
    Behaviour,
    /// How some stand to each other.
    Relationship,
    /// What somebody did.
    Action,
    /// What is laid down.
    Policy,
    /// How it is done every day.
    Practice,
}

/// How exactly one knows when it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "OutcomePrecision", remote = "outcomes::Precision")]
pub enum Precision {
    /// The day.
    Day,
    /// The month.
    Month,
}

/// What somebody outside says to an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "SubstantiationAnswer", remote = "outcomes::Answer")]
pub enum Answer {
    /// It is so.
    Agrees,
    /// It is so in part.
    AgreesInPart,
    /// It is not so.
    Disagrees,
    /// They cannot say.
    CannotSay,
}

/// Somebody outside who is asked whether an outcome is so.
#[derive(Debug, SimpleObject)]
pub struct Substantiation {
    /// Its id.
    id: ID,
    /// Who.
    name: String,
    /// Where the link went.
    email: String,
    /// Since when.
    asked_at: DateTime<Utc>,
    /// Until when the link works.
    expires_at: DateTime<Utc>,
    /// What they say; null before they answer.
    answer: Option<Answer>,
    /// In their words.
    comment: String,
    /// They may be named with it.
    on_record: bool,
    /// When they answered.
    answered_at: Option<DateTime<Utc>>,
}

/// What has changed because of a campaign.
#[derive(Debug)]
pub struct Outcome(outcomes::Outcome);

impl From<outcomes::Outcome> for Outcome {
    fn from(outcome: outcomes::Outcome) -> Self {
        Self(outcome)
    }
}

impl Plain for Outcome {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "statement" => text(&self.0.statement, field),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

impl Outcome {
    async fn inside(&self, ctx: &Context<'_>) -> Result<bool> {
        let campaign: Option<campaigns::Campaign> = ctx.loaders().load_one(self.0.campaign).await.map_err(broken)?;
        Ok(campaign.is_some_and(|c| c.sight(ctx.actor()) == Sight::Team))
    }
}

/// What has changed because of a campaign. Those who are not in the team are told what is published of it alone.
#[Object]
impl Outcome {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Who changed what, when and where.
    async fn statement(&self) -> Text {
        self.0.statement.clone().into()
    }

    /// What is told of it outside; empty as long as it is not published.
    async fn public_statement(&self) -> Text {
        self.0.public.clone().into()
    }

    /// Who changed; for the team alone, else empty.
    async fn who(&self) -> &str {
        &self.0.who
    }

    /// When: the day, or the first day of the month.
    async fn happened_on(&self) -> Option<NaiveDate> {
        self.0.happened_on
    }

    /// How exactly one knows when it was.
    async fn happened_in(&self) -> Precision {
        self.0.happened_in.into()
    }

    /// Where.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let Some(code) = self.0.place.clone() else { return Ok(None) };
        Ok(ctx.loaders().load_one(code).await.map_err(broken)?.map(Into::into))
    }

    /// What has changed.
    async fn change(&self) -> ChangeKind {
        self.0.change.into()
    }

    /// What kind of change of policy it is, if it is one.
    async fn policy_outcome(&self) -> Option<PolicyOutcome> {
        self.0.policy_outcome.map(Into::into)
    }

    /// It was meant to be.
    async fn intended(&self) -> bool {
        self.0.intended
    }

    /// It is for the better.
    async fn positive(&self) -> bool {
        self.0.positive
    }

    /// Why it matters; for the team alone, else empty.
    async fn significance(&self) -> &str {
        &self.0.significance
    }

    /// What the campaign has to do with it; for the team alone, else empty.
    async fn contribution(&self) -> &str {
        &self.0.contribution
    }

    /// Which organisations have done their part in it, as far as you may know them: at most 200.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>> {
        if !self.inside(ctx).await? {
            return Ok(Vec::new());
        }
        let mut known = ctx.loaders().load_many(self.0.members.iter().copied()).await.map_err(broken)?;
        Ok(self.0.members.iter().filter_map(|id| known.remove(id)).map(Into::into).collect())
    }

    /// The ask, or the objective, from which it came.
    async fn item(&self) -> Option<ID> {
        self.0.item.map(|item| item.to_string().into())
    }

    /// How much the team has said of it; nought for those who are not in it.
    async fn comment_count(&self, ctx: &Context<'_>) -> Result<i64> {
        super::indicators::said(ctx, self.0.campaign, self.0.id.0).await
    }

    /// The documents it rests on that you may know.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        if !self.inside(ctx).await? {
            return Ok(Vec::new());
        }
        documents(ctx, self.0.id.0).await
    }

    /// Who outside is asked about it: at most 10; for the team alone, else empty.
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn substantiations(&self, ctx: &Context<'_>) -> Result<Vec<Substantiation>> {
        if !self.inside(ctx).await? {
            return Ok(Vec::new());
        }
        let asked = ctx.loaders().load_one(AskedOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let told = asked.into_iter().map(|s| Substantiation {
            id: s.id.to_string().into(),
            name: s.name,
            email: s.email,
            asked_at: s.asked_at,
            expires_at: s.expires_at,
            answer: s.answer.map(Into::into),
            comment: s.comment,
            on_record: s.on_record,
            answered_at: s.answered_at,
        });
        Ok(told.collect())
    }

    /// Where it stands.
    async fn state(&self) -> OutcomeState {
        self.0.state.into()
    }

    /// Who wrote it down; null for people who are not for you.
    async fn written_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(person) = self.0.created_by else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// What an outcome is to say.
#[derive(Debug, InputObject)]
pub struct OutcomeInput {
    /// Who changed what, when and where; one language is enough.
    statement: TextInput,
    /// Who changed.
    #[graphql(default)]
    who: String,
    /// When; not a day to come. Of a month, any day of it.
    happened_on: Option<NaiveDate>,
    /// How exactly one knows when it was.
    happened_in: Precision,
    /// Where.
    place: Option<ID>,
    /// What has changed.
    change: ChangeKind,
    /// What kind of change of policy it is, if it is one.
    policy_outcome: Option<PolicyOutcome>,
    /// It was meant to be.
    intended: bool,
    /// It is for the better.
    positive: bool,
    /// Why it matters; at most 3,000 characters.
    #[graphql(default)]
    significance: String,
    /// What the campaign has to do with it; at most 3,000 characters.
    #[graphql(default)]
    contribution: String,
    /// Which organisations have done their part in it: such as take part in the campaign.
    #[graphql(default)]
    members: Vec<ID>,
    /// The ask, or the objective, from which it came.
    item: Option<ID>,
    /// Documents of the library it rests on: at most 20.
    #[graphql(default)]
    documents: Vec<ID>,
}

impl OutcomeInput {
    fn draft(self) -> Result<OutcomeDraft> {
        Ok(OutcomeDraft {
            statement: self.statement.into(),
            who: self.who,
            happened_on: self.happened_on,
            happened_in: self.happened_in.into(),
            place: maybe_id(self.place.as_ref())?,
            change: self.change.into(),
            policy_outcome: self.policy_outcome.map(Into::into),
            intended: self.intended,
            positive: self.positive,
            significance: self.significance,
            contribution: self.contribution,
            members: self.members.iter().map(id).collect::<Result<_>>()?,
            item: maybe_id(self.item.as_ref())?,
            documents: self.documents.iter().map(id).collect::<Result<_>>()?,
        })
    }
}

/// Somebody outside who is to be asked.
#[derive(Debug, InputObject)]
pub struct AskOutsiderInput {
    /// About which outcome.
    outcome: ID,
    /// Who.
    name: String,
    /// Where the link goes: an address of nobody who has a part in it.
    email: String,
    /// In which language.
    language: LanguageCode,
}

/// What is to be told of an outcome outside.
#[derive(Debug, InputObject)]
pub struct PublishOutcomeInput {
    /// Which outcome.
    outcome: ID,
    /// As it was read.
    version: i32,
    /// What is told; one language is enough.
    statement: TextInput,
    /// You have made sure that it harms nobody.
    harmless: bool,
    /// You have made sure that nobody is named who has not agreed to it.
    consented: bool,
}

/// What somebody sees who opens a link.
#[derive(Debug, SimpleObject)]
pub struct OutcomeQuestion {
    /// Whom it is for.
    name: String,
    /// Which network asks.
    network: Text,
    /// Which campaign.
    campaign: Text,
    /// Who changed what, when and where.
    statement: Text,
    /// Who changed.
    who: String,
    /// When: the day, or the first day of the month.
    happened_on: Option<NaiveDate>,
    /// How exactly one knows when it was.
    happened_in: Precision,
    /// What the campaign says it has to do with it.
    contribution: String,
    /// Until when the link works.
    expires_at: DateTime<Utc>,
}

impl From<outsiders::Question> for OutcomeQuestion {
    fn from(question: outsiders::Question) -> Self {
        let outcome = question.outcome;
        Self {
            name: question.name,
            network: question.network.into(),
            campaign: question.campaign.into(),
            statement: outcome.statement.into(),
            who: outcome.who,
            happened_on: outcome.happened_on,
            happened_in: outcome.happened_in.into(),
            contribution: outcome.contribution,
            expires_at: question.expires_at,
        }
    }
}

/// What somebody outside says.
#[derive(Debug, InputObject)]
pub struct AnswerOutcomeInput {
    /// The secret from the link.
    #[graphql(secret)]
    link: String,
    /// What they say.
    answer: Answer,
    /// In their words; needed where they do not agree, or agree in part. At most 4,000 characters.
    #[graphql(default)]
    comment: String,
    /// They may be named with it.
    on_record: bool,
}

payload! {
    /// What came of a change to an outcome.
    OutcomePayload {
        /// The outcome as it is now.
        outcome: Outcome
    }
}

payload! {
    /// What came of opening a link, or of answering it.
    OutcomeQuestionPayload {
        /// What is asked.
        question: OutcomeQuestion
    }
}

/// Writing outcomes down, looking them through, asking about them, making them public.
#[derive(Debug, Default)]
pub struct OutcomeMutation;

#[Object]
impl OutcomeMutation {
    /// Writes down what has changed because of a campaign.
    async fn add_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which campaign.")] campaign: ID,
        #[graphql(desc = "The outcome.")] input: OutcomeInput,
    ) -> Result<OutcomePayload> {
        let services = ctx.services();
        let (campaign, draft) = (id(&campaign)?, input.draft()?);
        OutcomePayload::of(service::add(&services.pool, &services.env, ctx.actor(), campaign, draft).await)
    }

    /// Changes an outcome before outsiders are asked about it; it is to be looked through again.
    async fn edit_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which outcome.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The outcome as it is to be.")] input: OutcomeInput,
    ) -> Result<OutcomePayload> {
        let (services, outcome) = (ctx.services(), crate::graph::scalars::id::<OutcomeId>(&id)?);
        let draft = input.draft()?;
        OutcomePayload::of(service::edit(&services.pool, &services.env, ctx.actor(), outcome, version, draft).await)
    }

    /// Takes an outcome out before outsiders are asked about it; it stays in the history.
    async fn remove_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which outcome.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<CampaignPayload> {
        let (services, outcome) = (ctx.services(), crate::graph::scalars::id::<OutcomeId>(&id)?);
        CampaignPayload::of(service::remove(&services.pool, &services.env, ctx.actor(), outcome, version).await)
    }

    /// Says that an outcome was looked through; each gap is named.
    async fn review_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which outcome.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<OutcomePayload> {
        let (services, outcome) = (ctx.services(), crate::graph::scalars::id::<OutcomeId>(&id)?);
        OutcomePayload::of(service::review(&services.pool, &services.env, ctx.actor(), outcome, version).await)
    }

    /// Asks somebody outside whether an outcome is so, by a link that answers once and works for 14 days. Who has not answered
    /// is asked anew, and the link before it ends.
    async fn ask_outsider(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, about what.")] input: AskOutsiderInput,
    ) -> Result<OutcomePayload> {
        let services = ctx.services();
        let outcome: OutcomeId = id(&input.outcome)?;
        let whom = (input.name.as_str(), input.email.as_str(), input.language.into());
        let (pool, env) = (&services.pool, &services.env);
        OutcomePayload::of(outsiders::ask(pool, env, ctx.actor(), outcome, whom, &services.settings.public_url).await)
    }

    /// Makes an outcome known to everybody who may know its campaign, in words that were looked through.
    async fn publish_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and in which words.")] input: PublishOutcomeInput,
    ) -> Result<OutcomePayload> {
        let services = ctx.services();
        let outcome: OutcomeId = id(&input.outcome)?;
        let told = service::Publication {
            statement: LText::from(input.statement),
            harmless: input.harmless,
            consented: input.consented,
        };
        let (pool, env) = (&services.pool, &services.env);
        OutcomePayload::of(service::publish(pool, env, ctx.actor(), outcome, input.version, told).await)
    }

    /// Takes back what was told of an outcome outside.
    async fn take_back_outcome(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which outcome.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<OutcomePayload> {
        let (services, outcome) = (ctx.services(), crate::graph::scalars::id::<OutcomeId>(&id)?);
        OutcomePayload::of(service::take_back(&services.pool, &services.env, ctx.actor(), outcome, version).await)
    }

    /// Shows what a link asks; the link stays as it is. A mutation so that the secret is never in an address.
    async fn read_outcome_question(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret from the link.", secret)] link: String,
    ) -> Result<OutcomeQuestionPayload> {
        let services = ctx.services();
        let work = outsiders::read(&services.pool, &services.env, ctx.actor(), &link);
        OutcomeQuestionPayload::of(services.accounts().by_link(&ctx.request().origin, &link, work).await)
    }

    /// Answers through a link whether an outcome is so, once.
    async fn answer_outcome_question(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: AnswerOutcomeInput,
    ) -> Result<OutcomeQuestionPayload> {
        let services = ctx.services();
        let said = (input.answer.into(), input.comment.as_str(), input.on_record);
        let (pool, env) = (&services.pool, &services.env);
        let work = outsiders::answer(pool, env, ctx.actor(), &input.link, said);
        OutcomeQuestionPayload::of(services.accounts().by_link(&ctx.request().origin, &input.link, work).await)
    }
}

/// The outcomes of a campaign, as the asker may know them.
pub(super) async fn list(
    ctx: &Context<'_>,
    campaign: &campaigns::Campaign,
    page: &sala_kernel::PageRequest,
) -> Result<sala_kernel::Page<outcomes::Outcome>> {
    let states = (campaign.sight(ctx.actor()) < Sight::Team).then(|| vec![outcomes::OutcomeState::Published]);
    let wanted = outcomes::store::Wanted { campaign: Some(campaign.id), states, ..outcomes::store::Wanted::default() };
    let found = outcomes::store::list(&ctx.services().pool, &wanted, page).await;
    let mut found = found.map_err(crate::graph::error::shape)?;
    found.items = std::mem::take(&mut found.items)
        .into_iter()
        .filter_map(|(cursor, outcome)| Some((cursor, service::seen(ctx.actor(), campaign, outcome)?)))
        .collect();
    Ok(found)
}
