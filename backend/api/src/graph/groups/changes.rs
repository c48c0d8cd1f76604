//! Working groups: what there is to do.

use async_graphql::{Context, ID, InputObject, Object, Result};
use sala_domain::groups::{self, GroupDraft, seats};
use sala_kernel::{GroupId, NetworkId, OrganisationId, PersonId, SeatId};

use super::{Group, GroupState, Joining};
use crate::graph::{
    context::Ctx as _,
    decisions::Method,
    error::payload,
    scalars::{TextInput, id},
};

/// What a working group is to be.
#[derive(Debug, InputObject)]
pub struct WorkingGroupInput {
    /// What it is called.
    name: TextInput,
    /// Its Terms of Reference.
    terms: TextInput,
    /// How often it meets.
    rhythm: TextInput,
    /// How one comes into it.
    joining: Joining,
    /// How its ballots make a result.
    method: Method,
    /// How many of a hundred of its organisations must vote, 0 to 100.
    quorum_pct: i32,
    /// How long its questions stay open, 1 to 90 days.
    window_days: i32,
    /// Codes of its themes.
    themes: Vec<String>,
}

impl From<WorkingGroupInput> for GroupDraft {
    fn from(input: WorkingGroupInput) -> Self {
        Self {
            name: input.name.into(),
            terms: input.terms.into(),
            rhythm: input.rhythm.into(),
            joining: input.joining.into(),
            method: input.method.into(),
            quorum_pct: input.quorum_pct,
            window_days: input.window_days,
            themes: input.themes,
        }
    }
}

/// A person to sit in a working group for an organisation.
#[derive(Debug, InputObject)]
pub struct SeatInput {
    /// In which group.
    group: ID,
    /// For which organisation.
    organisation: ID,
    /// Who.
    person: ID,
}

payload! {
    /// What came of a change to a working group.
    GroupPayload {
        /// The group as it is now.
        group: Group
    }
}

/// Changing working groups and who sits in them.
#[derive(Debug, Default)]
pub struct GroupMutation;

#[Object]
impl GroupMutation {
    /// Proposes a working group with its first convenor; the committee approves it.
    async fn propose_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which network.")] network: ID,
        #[graphql(desc = "The organisation of its first convenor.")] organisation: ID,
        #[graphql(desc = "Its first convenor.")] convenor: ID,
        #[graphql(desc = "The group.")] input: WorkingGroupInput,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let network: NetworkId = id(&network)?;
        let convenor: (OrganisationId, PersonId) = (id(&organisation)?, id(&convenor)?);
        GroupPayload::of(
            groups::service::propose(&services.pool, &services.env, ctx.actor(), network, input.into(), convenor).await,
        )
    }

    /// Changes a working group's own record.
    async fn edit_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "The group as it is to be.")] input: WorkingGroupInput,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let group: GroupId = crate::graph::scalars::id(&id)?;
        GroupPayload::of(
            groups::service::edit(&services.pool, &services.env, ctx.actor(), group, version, input.into()).await,
        )
    }

    /// Moves a working group: the committee approves, brings back and dissolves; a convenor may let it rest.
    async fn move_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] id: ID,
        #[graphql(desc = "Where to.")] to: GroupState,
        #[graphql(desc = "Why; needed to let it rest and to dissolve it.", default)] reason: String,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let group: GroupId = crate::graph::scalars::id(&id)?;
        GroupPayload::of(
            groups::service::go(&services.pool, &services.env, ctx.actor(), group, to.into(), &reason).await,
        )
    }

    /// Sends one of your organisation's people into a working group: seated at once where it is open, else asked for.
    async fn ask_for_seat(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom into which.")] input: SeatInput,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let (group, organisation, person) = (id(&input.group)?, id(&input.organisation)?, id(&input.person)?);
        GroupPayload::of(seats::ask(&services.pool, &services.env, ctx.actor(), group, organisation, person).await)
    }

    /// Asks an organisation's person into a working group; they or their representative answer.
    async fn offer_seat(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom into which.")] input: SeatInput,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let (group, organisation, person) = (id(&input.group)?, id(&input.organisation)?, id(&input.person)?);
        GroupPayload::of(seats::invite(&services.pool, &services.env, ctx.actor(), group, organisation, person).await)
    }

    /// Says yes or no to a seat: a convenor to what was asked, the organisation or the person to what was offered.
    async fn answer_seat(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which seat.")] seat: ID,
        #[graphql(desc = "Whether it is taken.")] yes: bool,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let seat: SeatId = id(&seat)?;
        GroupPayload::of(seats::answer(&services.pool, &services.env, ctx.actor(), seat, yes).await)
    }

    /// Ends a seat: its holder, their representative, or a convenor. A group keeps a convenor.
    async fn end_seat(&self, ctx: &Context<'_>, #[graphql(desc = "Which seat.")] seat: ID) -> Result<GroupPayload> {
        let services = ctx.services();
        let seat: SeatId = id(&seat)?;
        GroupPayload::of(seats::leave(&services.pool, &services.env, ctx.actor(), seat).await)
    }

    /// Makes somebody who sits in a working group a convenor, or no longer one. A group keeps a convenor.
    async fn set_convenor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which seat.")] seat: ID,
        #[graphql(desc = "Whether its holder leads the group.")] convenes: bool,
    ) -> Result<GroupPayload> {
        let services = ctx.services();
        let seat: SeatId = id(&seat)?;
        GroupPayload::of(seats::set_convenor(&services.pool, &services.env, ctx.actor(), seat, convenes).await)
    }
}
