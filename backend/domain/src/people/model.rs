//! What a person is.

use chrono::NaiveDate;
use sala_kernel::{AffiliationId, LText, Language, OrganisationId, PersonId};

sala_kernel::db_enum! {
    /// As the person says; unknown is its own answer.
    pub enum Sex as "sex" {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Other.
        Other = "other",
        /// Not said.
        Undisclosed = "undisclosed",
    }
}

sala_kernel::db_enum! {
    /// Whether being known can harm.
    pub enum Protection as "protection" {
        /// No particular risk.
        Normal = "normal",
        /// Shown by code name outside the own organisation and the secretariat.
        AtRisk = "at_risk",
    }
}

sala_kernel::db_enum! {
    /// How a formal letter addresses somebody.
    pub enum Honorific as "honorific" {
        /// H.E. ឯកឧត្តម
        Excellency = "excellency",
        /// លោកជំទាវ
        LokChumteav = "lok_chumteav",
        /// Mr លោក
        Mr = "mr",
        /// Ms លោកស្រី
        Ms = "ms",
        /// Ven. ព្រះតេជគុណ
        Venerable = "venerable",
        /// Dr
        Dr = "dr",
        /// None
        None = "none",
    }
}

/// A name, family first, in Khmer and in Latin letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Family name in Khmer.
    pub family_km: String,
    /// Given name in Khmer.
    pub given_km: String,
    /// Family name in Latin letters.
    pub family_latin: String,
    /// Given name in Latin letters.
    pub given_latin: String,
}

impl PersonName {
    /// The name as one line in each script.
    pub fn full(&self) -> LText {
        let join = |family: &str, given: &str| format!("{family} {given}").trim().to_owned();
        LText::new(join(&self.family_latin, &self.given_latin), join(&self.family_km, &self.given_km))
    }

    /// Nothing is known.
    pub const fn is_empty(&self) -> bool {
        self.family_km.is_empty()
            && self.given_km.is_empty()
            && self.family_latin.is_empty()
            && self.given_latin.is_empty()
    }
}

/// A person as far as the asker may know them.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name; the code name in both scripts where the asker may not know who it is.
    pub name: PersonName,
    /// How a letter addresses them; none where the asker may not know who it is.
    pub honorific: Honorific,
    /// As they say; not said where the asker may not know who it is.
    pub sex: Sex,
    /// The language they want to be spoken to in.
    pub language: Language,
    /// Address; empty where the asker may not know it.
    pub email: String,
    /// Telephone; empty where the asker may not know it.
    pub phone: String,
    /// Whether being known can harm; always `Normal` where the asker may not know who it is.
    pub protection: Protection,
    /// The name used instead, for people at risk.
    pub code_name: String,
    /// The asker knows who it is.
    pub identified: bool,
    /// Counts their changes.
    pub version: i32,
}

/// A position in an organisation.
#[derive(Debug, Clone)]
pub struct Affiliation {
    /// Its id.
    pub id: AffiliationId,
    /// Whose.
    pub person: PersonId,
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub position: LText,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// A new person.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Their name.
    pub name: PersonName,
    /// Address.
    pub email: String,
    /// Their language.
    pub language: Language,
    /// As they say.
    pub sex: Sex,
    /// Their position.
    pub position: LText,
}

/// A change; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct PersonEdit {
    /// New name.
    pub name: Option<PersonName>,
    /// New honorific.
    pub honorific: Option<Honorific>,
    /// New answer.
    pub sex: Option<Sex>,
    /// New language.
    pub language: Option<Language>,
    /// New address.
    pub email: Option<String>,
    /// New telephone.
    pub phone: Option<String>,
}
