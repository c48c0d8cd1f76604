//! What of a document is searched, gathered from the database.

use std::collections::HashMap;

use sala_domain::{
    evidence::{Document, store, texts},
    places, terms,
};
use sala_kernel::{PlaceCode, Pool, Result};
use uuid::Uuid;

/// A page of text.
#[derive(Debug, Clone)]
pub struct PageOf {
    /// Of which file.
    pub file: Uuid,
    /// Counted from 1.
    pub page: i32,
    /// Its words.
    pub text: String,
}

/// A document as engines know it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its id.
    pub id: Uuid,
    /// In which network's library.
    pub network: Uuid,
    /// Who may know it.
    pub audience: Vec<String>,
    /// Its titles.
    pub titles: Vec<String>,
    /// What else is written of it: summary, authors, publisher, number; names of its themes, type and places.
    pub words: Vec<String>,
    /// Values by facet, as [`crate::Facet::field`] names them.
    pub values: Vec<(crate::Facet, Vec<String>)>,
    /// When it was published or, where nobody knows, sent: days since 1970.
    pub day: i64,
    /// Its text.
    pub pages: Vec<PageOf>,
}

/// Gathers at most a hundred documents; those that are not there any more are left out.
pub async fn gather(pool: &Pool, ids: &[Uuid]) -> Result<Vec<Record>> {
    let documents = store::lookup_many(pool, ids).await?;
    let files = store::files(pool, ids).await?;
    let file_ids: Vec<Uuid> = files.iter().map(|f| f.id.0).collect();
    let mut pages: HashMap<Uuid, Vec<PageOf>> = HashMap::new();
    let owner: HashMap<Uuid, Uuid> = files.iter().map(|f| (f.id.0, f.document.0)).collect();
    for page in texts::pages(pool, &file_ids).await? {
        if let Some(document) = owner.get(&page.file.0) {
            pages.entry(*document).or_default().push(PageOf { file: page.file.0, page: page.page, text: page.text });
        }
    }
    let mut term_ids: Vec<Uuid> = documents.iter().flat_map(|d| d.themes.iter().chain(&d.kind)).map(|t| t.0).collect();
    term_ids.sort_unstable();
    term_ids.dedup();
    let terms: HashMap<Uuid, _> =
        terms::store::lookup_many(pool, &term_ids).await?.into_iter().map(|t| (t.id.0, t)).collect();
    let mut codes: Vec<String> = documents.iter().flat_map(|d| d.places.iter().flat_map(upwards)).collect();
    codes.sort_unstable();
    codes.dedup();
    let names: HashMap<PlaceCode, _> =
        places::store::lookup_many(pool, &codes).await?.into_iter().map(|p| (p.code.clone(), p.name)).collect();
    Ok(documents
        .into_iter()
        .map(|document| {
            let mut words = vec![
                document.summary.en.clone(),
                document.summary.km.clone(),
                document.publisher.clone(),
                document.official_number.clone(),
            ];
            words.extend(document.authors.iter().cloned());
            let known = document.themes.iter().chain(&document.kind).filter_map(|t| terms.get(&t.0));
            words.extend(known.flat_map(|t| [t.label.en.clone(), t.label.km.clone()]));
            let around = document.places.iter().filter_map(|p| names.get(p));
            words.extend(around.flat_map(|name| [name.en.clone(), name.km.clone()]));
            words.retain(|text| !text.is_empty());
            let code = |id: &sala_kernel::TermId| terms.get(&id.0).map(|t| t.code.clone());
            let values = values(&document, code);
            Record {
                id: document.id.0,
                network: document.network.0,
                audience: document.facts().audience(),
                titles: [document.title.en.clone(), document.title.km.clone()]
                    .into_iter()
                    .filter(|t| !t.is_empty())
                    .collect(),
                words,
                values,
                day: day(&document),
                pages: pages.remove(&document.id.0).unwrap_or_default(),
            }
        })
        .collect())
}

/// A code and those of the units around it.
fn upwards(place: &PlaceCode) -> Vec<String> {
    (2..=place.0.len()).step_by(2).filter_map(|n| place.0.get(..n)).map(str::to_owned).collect()
}

fn day(document: &Document) -> i64 {
    let published =
        document.published_on.parse::<sala_kernel::PartialDate>().ok().and_then(sala_kernel::PartialDate::earliest);
    let day = published.unwrap_or_else(|| document.uploaded_at.date_naive());
    day.signed_duration_since(chrono::NaiveDate::default()).num_days()
}

fn values(
    document: &Document,
    code: impl Fn(&sala_kernel::TermId) -> Option<String>,
) -> Vec<(crate::Facet, Vec<String>)> {
    use crate::Facet;
    let mut around: Vec<String> = document.places.iter().flat_map(upwards).collect();
    around.sort_unstable();
    around.dedup();
    vec![
        (Facet::Kind, document.kind.iter().filter_map(&code).collect()),
        (Facet::Theme, document.themes.iter().filter_map(&code).collect()),
        (Facet::Place, around),
        (Facet::Year, document.published_on.get(..4).map(str::to_owned).into_iter().collect()),
        (Facet::Language, document.languages.clone()),
        (Facet::Organisation, document.organisation.map(|o| o.to_string()).into_iter().collect()),
        (Facet::Licence, vec![document.licence.clone()]),
        (Facet::Level, vec![document.level.as_str().to_owned()]),
        (Facet::State, vec![document.state.as_str().to_owned()]),
    ]
}
