//! Stakeholder maps: what is written down.

use async_graphql::{ID, InputObject, Result, SimpleObject};
use chrono::NaiveDate;
use sala_domain::stakeholders::{
    self, assess::AssessmentDraft, engagements::EngagementDraft, import, links::LinkDraft, service::StakeholderDraft,
};

use super::kinds::{
    Attribution, Channel, EngagementState, LinkKind, Reaction, StakeholderKind, StakeholderLevel, Target,
};
use crate::graph::{
    campaigns::AskResponse,
    error::Violation,
    networks::Sensitivity,
    scalars::{Text, TextInput, id, maybe_id},
};

/// What somebody on a map is to be.
#[derive(Debug, InputObject)]
pub struct StakeholderInput {
    /// What it is.
    kind: StakeholderKind,
    /// What it is called; one language is enough.
    name: TextInput,
    /// Other spellings under which it is to be found: at most 20.
    #[graphql(default)]
    aliases: Vec<String>,
    /// Of what it is a part: somebody on the same map.
    parent: Option<ID>,
    /// For which group it speaks: a code of the list of constituencies.
    #[graphql(default)]
    constituency: String,
    /// On which level it acts.
    level: Option<StakeholderLevel>,
    /// Where.
    place: Option<ID>,
    /// How it is reached: what is public alone; at most 1,000 characters.
    #[graphql(default)]
    contacts: String,
    /// What else is to be known: facts and behaviour, no party, religion, health or family; at most 3,000 characters.
    #[graphql(default)]
    note: String,
    /// How near it is to the decision.
    target: Target,
    /// Which organisation keeps in touch: one that takes part.
    owner: Option<ID>,
    /// Who of that organisation.
    owner_person: Option<ID>,
    /// Which asks of the plan go to it: at most 20.
    #[graphql(default)]
    asks: Vec<ID>,
    /// You know that somebody of the same name is on the map, and this is another.
    #[graphql(default)]
    another: bool,
}

impl StakeholderInput {
    pub(super) fn draft(self) -> Result<StakeholderDraft> {
        Ok(StakeholderDraft {
            kind: self.kind.into(),
            name: self.name.into(),
            aliases: self.aliases,
            parent: maybe_id(self.parent.as_ref())?,
            constituency: self.constituency,
            level: self.level.map(Into::into),
            place: maybe_id(self.place.as_ref())?,
            contacts: self.contacts,
            note: self.note,
            target: self.target.into(),
            owner: maybe_id(self.owner.as_ref())?,
            owner_person: maybe_id(self.owner_person.as_ref())?,
            asks: self.asks.iter().map(id).collect::<Result<_>>()?,
            another: self.another,
        })
    }
}

/// A rating to be given.
#[derive(Debug, InputObject)]
pub struct AssessmentInput {
    /// For which objective; for the campaign as a whole when left out.
    objective: Option<ID>,
    /// The contact from which one knows.
    engagement: Option<ID>,
    /// 1 no say over the decision … 5 takes or can veto it.
    influence: i32,
    /// 1 unaware … 5 drives the issue.
    interest: i32,
    /// -2 works against the ask … +2 champion.
    alignment: i32,
    /// 1 a guess … 5 public, documented behaviour.
    confidence: i32,
    /// What was seen or heard: behaviour, not opinion; at most 3,000 characters.
    basis: String,
    /// By what one knows: needed where neither a document nor a contact is given. At most 1,000 characters.
    #[graphql(default)]
    sources: String,
    /// Documents of the library that say so: at most 20.
    #[graphql(default)]
    documents: Vec<ID>,
    /// How to go about it; at most 2,000 characters.
    #[graphql(default)]
    strategy: String,
    /// What one would see change; at most 1,000 characters.
    #[graphql(default)]
    desired_change: String,
    /// Through whom it is reached; at most 1,000 characters.
    #[graphql(default)]
    accessible_through: String,
    /// On which day; today when left out.
    assessed_on: Option<NaiveDate>,
    /// The last day on which it counts; 180 days on when left out.
    valid_until: Option<NaiveDate>,
}

impl AssessmentInput {
    pub(super) fn draft(self) -> Result<AssessmentDraft> {
        Ok(AssessmentDraft {
            objective: maybe_id(self.objective.as_ref())?,
            engagement: maybe_id(self.engagement.as_ref())?,
            influence: self.influence,
            interest: self.interest,
            alignment: self.alignment,
            confidence: self.confidence,
            basis: self.basis,
            sources: self.sources,
            documents: self.documents.iter().map(id).collect::<Result<_>>()?,
            strategy: self.strategy,
            desired_change: self.desired_change,
            accessible_through: self.accessible_through,
            assessed_on: self.assessed_on,
            valid_until: self.valid_until,
        })
    }
}

/// A relation to be written down.
#[derive(Debug, InputObject)]
pub struct StakeholderLinkInput {
    /// From whom.
    from: ID,
    /// To whom.
    to: ID,
    /// How.
    kind: LinkKind,
    /// One way.
    directed: bool,
    /// How strongly, 1 to 3.
    strength: i32,
    /// By what one knows; at most 1,000 characters.
    basis: String,
    /// From when.
    since: Option<NaiveDate>,
    /// Until when.
    until: Option<NaiveDate>,
    /// How narrowly it is known: restricted or confidential; family and conflict are confidential when left out.
    sensitivity: Option<Sensitivity>,
    /// Who beside you may know it where it is confidential: at most 20.
    #[graphql(default)]
    named: Vec<ID>,
}

impl StakeholderLinkInput {
    pub(super) fn draft(self) -> Result<LinkDraft> {
        Ok(LinkDraft {
            from: id(&self.from)?,
            to: id(&self.to)?,
            kind: self.kind.into(),
            directed: self.directed,
            strength: self.strength,
            basis: self.basis,
            since: self.since,
            until: self.until,
            level: self.sensitivity.map(Into::into),
            named: self.named.iter().map(id).collect::<Result<_>>()?,
        })
    }
}

/// An ask that was raised, and what was answered.
#[derive(Debug, InputObject)]
pub struct RaisedAskInput {
    /// Which.
    ask: ID,
    /// What was answered.
    response: AskResponse,
}

/// A contact to be written down.
#[derive(Debug, InputObject)]
pub struct EngagementInput {
    /// Which organisation goes: one that takes part; yours when left out.
    organisation: Option<ID>,
    /// With whom: 1 to 50 of those on the map.
    stakeholders: Vec<ID>,
    /// On which day.
    held_on: NaiveDate,
    /// Where it stands: planned for today or a day to come, held on one that was.
    state: EngagementState,
    /// How.
    channel: Channel,
    /// Who of us: at most 20.
    #[graphql(default)]
    our_people: Vec<ID>,
    /// Who of them; at most 500 characters.
    #[graphql(default)]
    their_people: String,
    /// What for; at most 1,000 characters.
    #[graphql(default)]
    purpose: String,
    /// Which asks were raised, and what was answered: at most 20.
    #[graphql(default)]
    raised: Vec<RaisedAskInput>,
    /// What was said; needed once it was held. At most 5,000 characters.
    #[graphql(default)]
    said: String,
    /// How they took it.
    reaction: Option<Reaction>,
    /// What is to follow; at most 1,000 characters.
    #[graphql(default)]
    follow_up: String,
    /// By when.
    follow_up_on: Option<NaiveDate>,
    /// Who does it.
    follow_up_by: Option<ID>,
    /// How far what was said may be passed on.
    attribution: Attribution,
    /// How narrowly it is known: restricted or confidential.
    #[graphql(default_with = "Sensitivity::Restricted")]
    sensitivity: Sensitivity,
    /// Who beside you may know it where it is confidential: at most 20.
    #[graphql(default)]
    named: Vec<ID>,
    /// Other organisations that plan to meet the same one may be told that somebody does, and in which week.
    #[graphql(default)]
    coordinate: bool,
}

impl EngagementInput {
    pub(super) fn draft(self) -> Result<EngagementDraft> {
        let raised =
            self.raised.into_iter().map(|r| Ok(stakeholders::Raised { ask: id(&r.ask)?, response: r.response.into() }));
        Ok(EngagementDraft {
            organisation: maybe_id(self.organisation.as_ref())?,
            stakeholders: self.stakeholders.iter().map(id).collect::<Result<_>>()?,
            held_on: self.held_on,
            state: self.state.into(),
            channel: self.channel.into(),
            our_people: self.our_people.iter().map(id).collect::<Result<_>>()?,
            their_people: self.their_people,
            purpose: self.purpose,
            raised: raised.collect::<Result<_>>()?,
            said: self.said,
            reaction: self.reaction.map(Into::into),
            follow_up: self.follow_up,
            follow_up_on: self.follow_up_on,
            follow_up_by: maybe_id(self.follow_up_by.as_ref())?,
            attribution: self.attribution.into(),
            level: self.sensitivity.into(),
            named: self.named.iter().map(id).collect::<Result<_>>()?,
            coordinate: self.coordinate,
        })
    }
}

/// Somebody to be put somewhere in the picture of relations.
#[derive(Debug, InputObject)]
pub struct StakeholderPlaceInput {
    /// Who.
    id: ID,
    /// To the right.
    x: f32,
    /// Downwards.
    y: f32,
}

impl StakeholderPlaceInput {
    pub(super) fn place(&self) -> Result<(sala_kernel::StakeholderId, f32, f32)> {
        Ok((id(&self.id)?, self.x, self.y))
    }
}

/// A row of a table of stakeholders, and what stands against it.
#[derive(Debug, SimpleObject)]
pub struct StakeholderLine {
    /// Its number in the file; the heads are 1.
    line: i32,
    /// What it is.
    kind: StakeholderKind,
    /// What it is called.
    name: Text,
    /// How near it is to the decision.
    target: Target,
    /// What is wrong with it.
    violations: Vec<Violation>,
}

impl From<import::Line> for StakeholderLine {
    fn from(line: import::Line) -> Self {
        Self {
            line: line.line,
            kind: line.draft.kind.into(),
            name: line.draft.name.into(),
            target: line.draft.target.into(),
            violations: line.violations.into_iter().map(Into::into).collect(),
        }
    }
}
