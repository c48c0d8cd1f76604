//! The schema put together.

use async_graphql::{MergedObject, Schema, SchemaBuilder};

use super::{
    applications::ApplicationMutation,
    calendar::CalendarMutation,
    campaigns::{CampaignMutation, CampaignQuery, IndicatorMutation, OutcomeMutation, TalkMutation},
    claims::ClaimMutation,
    commitments::{CommitmentMutation, CommitmentQuery},
    decisions::{DecisionMutation, DecisionQuery},
    dialogues::{
        ArrangementMutation, DialogueDayMutation, DialogueMutation, DialogueQuery, InviteeMutation, MinutesMutation,
    },
    duties::DutyMutation,
    evidence::{EvidenceMutation, EvidenceQuery, SavedSearchMutation},
    groups::{GroupMutation, GroupQuery, MeetingMutation, MeetingQuery},
    holidays::HolidayMutation,
    imports::{ImportMutation, ImportQuery},
    mandates::MandateMutation,
    memberships::MembershipMutation,
    networks::{NetworkMutation, NetworkQuery},
    node::NodeQuery,
    organisations::{OrganisationMutation, OrganisationQuery},
    papers::{CommentMutation, PaperMutation, PaperQuery},
    people::{PersonMutation, PersonQuery},
    places::PlaceQuery,
    sign_in::SignInMutation,
    signing::{AdoptionMutation, DeliveryMutation, GuestMutation, SigningMutation, SigningQuery},
    stakeholders::{StakeholderMutation, StakeholderQuery},
    standing::StandingMutation,
    subscription::Subscriptions,
    terms::{TermMutation, TermQuery},
    viewer::{ViewerMutation, ViewerQuery},
};

/// How deep a query may nest.
const DEPTH: usize = 14;
/// How much a query may ask for: roughly the number of fields in the largest possible answer.
const COMPLEXITY: usize = 12_000;

/// Reading. Lists are pages of at most 100; what is not for you is not there.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    NodeQuery,
    ViewerQuery,
    NetworkQuery,
    OrganisationQuery,
    PersonQuery,
    PlaceQuery,
    TermQuery,
    DecisionQuery,
    GroupQuery,
    MeetingQuery,
    ImportQuery,
    EvidenceQuery,
    PaperQuery,
    SigningQuery,
    CampaignsQuery,
);

/// Campaigns, and what hangs on them.
#[derive(Debug, Default, MergedObject)]
pub struct CampaignsQuery(CampaignQuery, StakeholderQuery, CommitmentQuery, DialogueQuery);

/// What one does for oneself, and with what the whole hub shares.
#[derive(Debug, Default, MergedObject)]
pub struct OwnMutation(ViewerMutation, SignInMutation, CalendarMutation, TermMutation, SavedSearchMutation);

/// What one does with networks, members and people.
#[derive(Debug, Default, MergedObject)]
pub struct MembersMutation(
    NetworkMutation,
    MembershipMutation,
    OrganisationMutation,
    PersonMutation,
    StandingMutation,
    MandateMutation,
    DutyMutation,
    HolidayMutation,
);

/// How members come in.
#[derive(Debug, Default, MergedObject)]
pub struct JoiningMutation(ApplicationMutation, ClaimMutation, ImportMutation);

/// What members do together.
#[derive(Debug, Default, MergedObject)]
pub struct TogetherMutation(
    DecisionMutation,
    GroupMutation,
    MeetingMutation,
    EvidenceMutation,
    PaperMutation,
    CommentMutation,
    SigningMutation,
    AdoptionMutation,
    GuestMutation,
    DeliveryMutation,
);

/// What is done in campaigns.
#[derive(Debug, Default, MergedObject)]
pub struct CampaignsMutation(
    CampaignMutation,
    IndicatorMutation,
    OutcomeMutation,
    TalkMutation,
    StakeholderMutation,
    CommitmentMutation,
    DialoguesMutation,
);

/// What is done with dialogues.
#[derive(Debug, Default, MergedObject)]
pub struct DialoguesMutation(
    DialogueMutation,
    ArrangementMutation,
    InviteeMutation,
    DialogueDayMutation,
    MinutesMutation,
);

/// Acting. Each mutation is one transaction; its payload says how it ended.
// In groups: one long chain makes the compiler nest its futures as deep as the chain is long.
#[derive(Debug, Default, MergedObject)]
pub struct Mutation(OwnMutation, MembersMutation, JoiningMutation, TogetherMutation, CampaignsMutation);

/// The whole schema.
pub type SalaSchema = Schema<Query, Mutation, Subscriptions>;

fn builder() -> SchemaBuilder<Query, Mutation, Subscriptions> {
    Schema::build(Query::default(), Mutation::default(), Subscriptions)
        .limit_depth(DEPTH)
        .limit_complexity(COMPLEXITY)
        .limit_recursive_depth(40)
}

/// The schema, ready to execute.
pub fn schema() -> SalaSchema {
    builder().finish()
}

/// The schema as text, sorted, as it is committed.
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items();
    schema().sdl_with_options(options)
}
