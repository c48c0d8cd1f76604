//! The official gazetteer: provinces, districts, communes.

pub mod import;
pub mod store;

use sala_kernel::{Error, LText, PlaceCode, Pool, Result};

const GAZETTEER: &str = include_str!("../../data/places.csv");

sala_kernel::db_enum! {
    /// What kind of unit a place is.
    pub enum PlaceKind as "place_kind" {
        /// ខេត្ត
        Province = "province",
        /// រាជធានី
        Capital = "capital",
        /// ស្រុក
        District = "district",
        /// ក្រុង
        Municipality = "municipality",
        /// ខណ្ឌ
        Khan = "khan",
        /// ឃុំ
        Commune = "commune",
        /// សង្កាត់
        Sangkat = "sangkat",
        /// ភូមិ
        Village = "village",
    }
}

/// A unit of the gazetteer.
#[derive(Debug, Clone)]
pub struct Place {
    /// NCDD code.
    pub code: PlaceCode,
    /// The unit it lies in.
    pub parent: Option<PlaceCode>,
    /// What kind of unit.
    pub kind: PlaceKind,
    /// Its name.
    pub name: LText,
}

/// Adds the shipped places that are missing and corrects the names of those that still stand as shipped.
pub async fn seed(pool: &Pool) -> Result<()> {
    let mut reader = csv::Reader::from_reader(GAZETTEER.as_bytes());
    let (mut codes, mut kinds, mut en, mut km) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(Error::internal)?;
        let cell = |i: usize| record.get(i).unwrap_or_default().to_owned();
        codes.push(cell(0));
        kinds.push(cell(1));
        en.push(cell(2));
        km.push(cell(3));
    }
    store::upsert(pool, &codes, &kinds, &en, &km).await
}
