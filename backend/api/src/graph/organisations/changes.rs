//! Changing organisations.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, Result};
use sala_domain::organisations::{self, OrganisationEdit};
use sala_kernel::{OrganisationId, PlaceCode};

use super::{Channel, LogoUse, Organisation, Registration, StaffBand};
use crate::graph::{
    context::Ctx as _,
    error::payload,
    networks::Sensitivity,
    scalars::{TextInput, id, maybe_id},
};

/// A change to a profile; what is left out stays, what is null is removed.
#[derive(Debug, InputObject)]
pub struct EditOrganisationInput {
    /// Which organisation.
    id: ID,
    /// As it was read.
    version: i32,
    /// New name.
    name: Option<TextInput>,
    /// New acronym.
    acronym: Option<String>,
    /// New type: a code of the list `ORGANISATION_TYPE`.
    kind: Option<String>,
    /// New year of founding.
    year_founded: MaybeUndefined<i32>,
    /// New headquarters.
    hq: MaybeUndefined<ID>,
    /// New website.
    website: Option<String>,
    /// New address for mail.
    email: Option<String>,
    /// New telephone.
    phone: Option<String>,
    /// New name or number on Telegram.
    telegram: Option<String>,
    /// New name on Messenger.
    messenger: Option<String>,
    /// New postal address.
    postal_address: Option<String>,
    /// How it likes to be reached.
    preferred_channel: MaybeUndefined<Channel>,
    /// How it stands with the authorities.
    registration: Option<Registration>,
    /// Its number there.
    registration_number: Option<String>,
    /// How many paid staff.
    staff: MaybeUndefined<StaffBand>,
    /// Led by women.
    women_led: MaybeUndefined<bool>,
    /// Led by youth.
    youth_led: MaybeUndefined<bool>,
    /// An organisation of persons with disabilities.
    opd: MaybeUndefined<bool>,
    /// Led by indigenous people.
    indigenous_led: MaybeUndefined<bool>,
    /// Whether others may put its logo under a joint text.
    logo_use: Option<LogoUse>,
    /// New description.
    description: Option<TextInput>,
    /// New themes by code, all of them.
    #[graphql(validator(max_items = 40))]
    themes: Option<Vec<String>>,
    /// New places of work, all of them.
    #[graphql(validator(max_items = 100))]
    works_in: Option<Vec<ID>>,
}

/// How widely an organisation is to be known.
#[derive(Debug, InputObject)]
pub struct SetListingInput {
    /// Which organisation.
    id: ID,
    /// As it was read.
    version: i32,
    /// How widely.
    listing: Sensitivity,
    /// Its host; needed to hide it.
    host: Option<ID>,
}

payload! {
    /// What came of a change to an organisation.
    OrganisationPayload {
        /// The organisation as it is now.
        organisation: Organisation
    }
}

/// Left out: stays; null: removed.
#[expect(clippy::option_option, reason = "what the domain takes: whether to change, and to what")]
fn change<T, D: From<T>>(field: MaybeUndefined<T>) -> Option<Option<D>> {
    match field {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value.into())),
    }
}

/// Changing organisations.
#[derive(Debug, Default)]
pub struct OrganisationMutation;

#[Object]
impl OrganisationMutation {
    /// Changes a profile.
    async fn edit_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: EditOrganisationInput,
    ) -> Result<OrganisationPayload> {
        let services = ctx.services();
        let organisation: OrganisationId = id(&input.id)?;
        let hq = match &input.hq {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(place) => Some(Some(id(place)?)),
        };
        let works_in = match &input.works_in {
            Some(ids) => Some(ids.iter().map(id).collect::<Result<Vec<PlaceCode>>>()?),
            None => None,
        };
        let edit = OrganisationEdit {
            name: input.name.map(Into::into),
            acronym: input.acronym,
            kind: input.kind,
            year_founded: change(input.year_founded),
            hq,
            website: input.website,
            email: input.email,
            phone: input.phone,
            telegram: input.telegram,
            messenger: input.messenger,
            postal_address: input.postal_address,
            preferred_channel: change(input.preferred_channel),
            registration: input.registration.map(Into::into),
            registration_number: input.registration_number,
            staff: change(input.staff),
            women_led: change(input.women_led),
            youth_led: change(input.youth_led),
            opd: change(input.opd),
            indigenous_led: change(input.indigenous_led),
            logo_use: input.logo_use.map(Into::into),
            description: input.description.map(Into::into),
            themes: input.themes,
            works_in,
        };
        let result =
            organisations::service::edit(&services.pool, &services.env, ctx.actor(), organisation, input.version, edit)
                .await;
        OrganisationPayload::of(result)
    }

    /// Takes an organisation's logo away. A new one is sent by `PUT` to the address in `Logo.url`.
    async fn remove_logo(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] organisation: ID,
    ) -> Result<OrganisationPayload> {
        let services = ctx.services();
        let organisation: OrganisationId = id(&organisation)?;
        OrganisationPayload::of(
            organisations::logos::set(&services.pool, &services.env, ctx.actor(), organisation, None).await,
        )
    }

    /// Decides how widely an organisation is known. Hiding takes effect at once, everywhere.
    async fn set_listing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: SetListingInput,
    ) -> Result<OrganisationPayload> {
        let services = ctx.services();
        let organisation: OrganisationId = id(&input.id)?;
        let host = maybe_id(input.host.as_ref())?;
        let result = organisations::service::set_listing(
            &services.pool,
            &services.env,
            ctx.actor(),
            organisation,
            input.version,
            input.listing.into(),
            host,
        )
        .await;
        OrganisationPayload::of(result)
    }
}
