//! What must hold for an organisation's record.

use sala_kernel::{LText, Message, PlaceCode, Result, Tx};
use uuid::Uuid;

use super::{Organisation, OrganisationEdit, Registration};
use crate::{
    access::Level,
    places,
    terms::{self, Taxonomy},
    text::Check,
};

/// What a checked change refers to.
#[derive(Debug, Default)]
pub(super) struct References {
    /// Themes to hold, all of them.
    pub themes: Option<Vec<Uuid>>,
    /// Places of work, all of them.
    pub works_in: Option<Vec<PlaceCode>>,
}

/// An unregistered group is legally exposed: it is hidden unless somebody decides otherwise.
pub const fn usual_listing(registration: Registration) -> Level {
    match registration {
        Registration::Unregistered => Level::Restricted,
        _ => Level::Members,
    }
}

/// Applies a change to a record, noting every violation.
pub(super) async fn apply(
    tx: &mut Tx<'_>,
    check: &mut Check,
    now: &mut Organisation,
    edit: OrganisationEdit,
) -> Result<References> {
    if let Some(name) = edit.name {
        now.name = LText::new(check.line("name.en", &name.en, 200), check.line("name.km", &name.km, 200));
        if now.name.is_empty() {
            check.fail("name", Message::NameRequired);
        }
    }
    if let Some(acronym) = edit.acronym {
        now.acronym = check.line("acronym", &acronym, 20);
    }
    if let Some(description) = edit.description {
        now.description = LText::new(
            check.prose("description.en", &description.en, 4000),
            check.prose("description.km", &description.km, 4000),
        );
    }
    if let Some(website) = edit.website {
        now.website = check.website("website", &website);
    }
    if let Some(email) = edit.email {
        now.email = check.email("email", &email);
    }
    if let Some(phone) = edit.phone {
        now.phone = check.phone("phone", &phone);
    }
    if let Some(telegram) = edit.telegram {
        now.telegram = check.line("telegram", &telegram, 80);
    }
    if let Some(messenger) = edit.messenger {
        now.messenger = check.line("messenger", &messenger, 80);
    }
    if let Some(address) = edit.postal_address {
        now.postal_address = check.prose("postalAddress", &address, 400);
    }
    if let Some(number) = edit.registration_number {
        now.registration_number = check.line("registrationNumber", &number, 60);
    }
    now.registration = edit.registration.unwrap_or(now.registration);
    now.preferred_channel = edit.preferred_channel.unwrap_or(now.preferred_channel);
    now.logo_use = edit.logo_use.unwrap_or(now.logo_use);
    now.staff = edit.staff.unwrap_or(now.staff);
    now.women_led = edit.women_led.unwrap_or(now.women_led);
    now.youth_led = edit.youth_led.unwrap_or(now.youth_led);
    now.opd = edit.opd.unwrap_or(now.opd);
    now.indigenous_led = edit.indigenous_led.unwrap_or(now.indigenous_led);
    if let Some(year) = edit.year_founded {
        now.year_founded = year;
        if year.is_some_and(|y| !(1850..=2200).contains(&y)) {
            check.fail("yearFounded", Message::YearOutOfRange);
        }
    }
    if let Some(kind) = edit.kind {
        if terms::store::active_ids(&mut **tx, Taxonomy::OrganisationType, std::slice::from_ref(&kind))
            .await?
            .is_empty()
        {
            check.fail("kind", Message::TermUnknown);
        }
        now.kind = kind;
    }
    if let Some(hq) = edit.hq {
        if let Some(place) = &hq
            && !places::store::all_known(&mut **tx, std::slice::from_ref(&place.0)).await?
        {
            check.fail("hq", Message::PlaceUnknown);
        }
        now.hq = hq;
    }
    let mut references = References::default();
    if let Some(codes) = edit.themes {
        let ids = terms::store::active_ids(&mut **tx, Taxonomy::Theme, &codes).await?;
        if ids.len() != codes.iter().collect::<std::collections::BTreeSet<_>>().len() {
            check.fail("themes", Message::TermUnknown);
        }
        references.themes = Some(ids);
    }
    if let Some(works_in) = edit.works_in {
        let codes: Vec<String> = works_in.iter().map(|p| p.0.clone()).collect();
        if !places::store::all_known(&mut **tx, &codes).await? {
            check.fail("worksIn", Message::PlaceUnknown);
        }
        references.works_in = Some(works_in);
    }
    protect(check, now);
    Ok(references)
}

/// A hidden group has a host and no way to be reached but through it.
pub(super) fn protect(check: &mut Check, now: &Organisation) {
    if now.listing != Level::Restricted {
        return;
    }
    for (field, contact) in [
        ("email", &now.email),
        ("phone", &now.phone),
        ("website", &now.website),
        ("telegram", &now.telegram),
        ("messenger", &now.messenger),
        ("postalAddress", &now.postal_address),
    ] {
        if !contact.is_empty() {
            check.fail(field, Message::HiddenNoStreet);
        }
    }
}
