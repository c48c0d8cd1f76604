//! What must hold for a document's record.

use sala_kernel::{LText, Message, PartialDate, PlaceCode, Result, TermId, Tx};

use super::{Consent, Document, DocumentDraft, LICENCES, model::lets_publish};
use crate::{
    access::Level,
    places,
    terms::{self, Taxonomy},
    text::Check,
};

/// How many entries a list of a document may have.
const MOST: usize = 30;

/// Applies a change to a record, noting every violation.
pub(super) async fn apply(
    tx: &mut Tx<'_>,
    check: &mut Check,
    now: &mut Document,
    mut draft: DocumentDraft,
) -> Result<()> {
    if let Some(title) = draft.title.take() {
        now.title = LText::new(check.line("title.en", &title.en, 300), check.line("title.km", &title.km, 300));
        if now.title.is_empty() {
            check.fail("title", Message::NameRequired);
        }
    }
    if let Some(summary) = draft.summary.take() {
        now.summary =
            LText::new(check.prose("summary.en", &summary.en, 4000), check.prose("summary.km", &summary.km, 4000));
    }
    if let Some(kind) = draft.kind.take() {
        let found = terms::store::active_ids(&mut **tx, Taxonomy::DocumentType, std::slice::from_ref(&kind)).await?;
        now.kind = found.first().copied().map(TermId);
        if now.kind.is_none() && !kind.is_empty() {
            check.fail("kind", Message::TermUnknown);
        }
    }
    if let Some(mut codes) = draft.themes.take() {
        codes.sort_unstable();
        codes.dedup();
        let found = terms::store::active_ids(&mut **tx, Taxonomy::Theme, &codes).await?;
        if found.len() != codes.len() || codes.len() > MOST {
            check.fail("themes", Message::TermUnknown);
        }
        now.themes = found.into_iter().map(TermId).collect();
    }
    if let Some(mut codes) = draft.places.take() {
        codes.sort_unstable();
        codes.dedup();
        if codes.len() > MOST || !places::store::all_known(&mut **tx, &codes).await? {
            check.fail("places", Message::PlaceUnknown);
        }
        now.places = codes.into_iter().map(PlaceCode).collect();
    }
    words(check, now, draft);
    Ok(())
}

/// What needs no look at the database.
fn words(check: &mut Check, now: &mut Document, draft: DocumentDraft) {
    if let Some(authors) = draft.authors {
        let authors: Vec<String> =
            authors.iter().map(|a| check.line("authors", a, 200)).filter(|a| !a.is_empty()).collect();
        if authors.len() > MOST {
            check.fail("authors", Message::TooLong);
        }
        now.authors = authors;
    }
    if let Some(publisher) = draft.publisher {
        now.publisher = check.line("publisher", &publisher, 200);
    }
    if let Some(day) = draft.published_on {
        let day = day.trim();
        if !day.is_empty() && day.parse::<PartialDate>().ok().and_then(PartialDate::earliest).is_none() {
            check.fail("publishedOn", Message::DateForm);
        } else {
            day.clone_into(&mut now.published_on);
        }
    }
    if let Some(languages) = draft.languages {
        let fits =
            |tag: &String| (2..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if languages.len() > 8 || !languages.iter().all(fits) {
            check.fail("languages", Message::TermUnknown);
        } else {
            now.languages = languages;
        }
    }
    if let Some(url) = draft.url {
        now.url = check.website("url", &url);
    }
    if let Some(number) = draft.official_number {
        now.official_number = check.line("officialNumber", &number, 80);
    }
    if let Some(note) = draft.origin_note {
        now.origin_note = check.prose("originNote", &note, 1000);
    }
    if let Some(licence) = draft.licence {
        if LICENCES.contains(&licence.as_str()) {
            now.licence = licence;
        } else {
            check.fail("licence", Message::LicenceUnknown);
        }
    }
    if let Some(scope) = draft.consent_scope {
        now.consent_scope = check.line("consentScope", &scope, 300);
    }
    if let Some(consent) = draft.consent {
        // Taken back is taken back: that has its own way, and none leads back from it.
        if (consent == Consent::Withdrawn) == (now.consent == Consent::Withdrawn) {
            now.consent = consent;
        } else {
            check.fail("consent", Message::StateChanged);
        }
    }
    if let Some(quality) = draft.quality {
        if quality.iter().all(|mark| (1..=4).contains(mark)) {
            now.quality = Some(quality);
        } else {
            check.fail("quality", Message::OutOfRange);
        }
    }
    now.origin = draft.origin.or(now.origin);
    now.obtained_on = draft.obtained_on.or(now.obtained_on);
    now.personal_data = draft.personal_data.unwrap_or(now.personal_data);
    now.anonymised = draft.anonymised.unwrap_or(now.anonymised);
}

/// What must hold of a document that its readers know.
pub(super) fn publishable(check: &mut Check, now: &Document) {
    if now.kind.is_none() || now.themes.is_empty() || now.languages.is_empty() {
        check.fail("kind", Message::CatalogueFirst);
    }
    protected(check, now);
}

/// What rights and consent forbid at a level.
pub(super) fn protected(check: &mut Check, now: &Document) {
    if now.level == Level::Public && now.settled && !lets_publish(&now.licence) {
        check.fail("licence", Message::RightsUnknown);
    }
    let agreed = matches!(now.consent, Consent::Given);
    if now.personal_data && !now.anonymised && !agreed && now.level < Level::Restricted {
        check.fail("level", Message::ConsentRequired);
    }
}
