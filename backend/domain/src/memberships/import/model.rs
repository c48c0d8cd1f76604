//! What an import is.

use chrono::{DateTime, Utc};
use sala_kernel::{ImportId, LText, NetworkId, OrganisationId, PersonId, Violation};
use serde::{Deserialize, Serialize};

use crate::sheet::fold;

sala_kernel::db_enum! {
    /// Where an import stands.
    pub enum ImportState as "import_state" {
        /// Being looked over.
        Draft = "draft",
        /// Taken.
        Done = "done",
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Nothing that is imported.
    Ignore,
    /// The name in Khmer.
    NameKm,
    /// The name in English.
    NameEn,
    /// The acronym.
    Acronym,
    /// The type of organisation.
    Kind,
    /// How it belongs.
    Tier,
    /// How it stands with the authorities.
    Registration,
    /// Where its headquarters are.
    Hq,
    /// What it works on.
    Themes,
    /// Its e-mail address.
    Email,
    /// Its telephone.
    Phone,
    /// Its website.
    Website,
    /// When it was founded.
    YearFounded,
}

impl Field {
    /// Headers that mean it, in both languages, as [`fold`] leaves them.
    const fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Ignore => &[],
            Self::NameKm => &[
                "អង្គការខ្មែរ",
                "ឈ្មោះ",
                "ឈ្មោះខ្មែរ",
                "ឈ្មោះអង្គការ",
                "ឈ្មោះជាភាសាខ្មែរ",
                "អង្គការ",
                "organisationkhmer",
                "namekhmer",
                "namekm",
                "khmername",
            ],
            Self::NameEn => &[
                "organisationenglish",
                "name",
                "nameenglish",
                "nameen",
                "englishname",
                "organisation",
                "organization",
                "អង្គការអង់គ្លេស",
                "ឈ្មោះអង់គ្លេស",
                "ឈ្មោះជាភាសាអង់គ្លេស",
                "ឈ្មោះឡាតាំង",
            ],
            Self::Acronym => &["acronym", "shortname", "abbreviation", "អក្សរកាត់"],
            Self::Kind => &["type", "kind", "organisationtype", "ប្រភេទ", "ប្រភេទអង្គការ"],
            Self::Tier => &["tier", "membership", "membershiptype", "កម្រិត", "កម្រិតសមាជិក", "សមាជិកភាព"],
            Self::Registration => &["registration", "legalstatus", "ការចុះបញ្ជី", "ចុះបញ្ជី"],
            Self::Hq => &["province", "place", "hq", "headquarters", "district", "ខេត្ត", "ទីកន្លែង", "ទីស្នាក់ការ", "ស្រុក"],
            Self::Themes => &["themes", "theme", "sector", "sectors", "ប្រធានបទ", "វិស័យ"],
            Self::Email => &["email", "emailaddress", "mail", "អ៊ីមែល", "សារអេឡិចត្រូនិច"],
            Self::Phone => &["phone", "telephone", "tel", "mobile", "ទូរស័ព្ទ", "លេខទូរស័ព្ទ"],
            Self::Website => &["website", "web", "url", "គេហទំព័រ"],
            Self::YearFounded => &["yearfounded", "founded", "year", "ឆ្នាំបង្កើត"],
        }
    }

    /// Every field.
    pub const ALL: [Self; 13] = [
        Self::Ignore,
        Self::NameKm,
        Self::NameEn,
        Self::Acronym,
        Self::Kind,
        Self::Tier,
        Self::Registration,
        Self::Hq,
        Self::Themes,
        Self::Email,
        Self::Phone,
        Self::Website,
        Self::YearFounded,
    ];

    /// What a header seems to say; nothing that is imported when it says nothing known.
    pub(super) fn guess(header: &str) -> Self {
        let folded = fold(header);
        Self::ALL.into_iter().find(|field| field.headers().contains(&folded.as_str())).unwrap_or(Self::Ignore)
    }
}

/// What to do with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// It is somebody new, whatever it looks like.
    New,
    /// Leave it out.
    Skip,
    /// It is this organisation, whose record stays as it is.
    Same(OrganisationId),
}

/// What comes of a row as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Becomes a new organisation.
    New,
    /// Is an organisation that is there, and joins the network.
    Joins,
    /// Looks like one that is there: somebody has to say.
    Undecided,
    /// Cannot be taken.
    Wrong,
    /// Is left out.
    Skipped,
}

/// A row as it would be taken.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its line in the file; the headers are line 1.
    pub line: i32,
    /// What it calls the organisation.
    pub name: LText,
    /// What comes of it.
    pub outcome: Outcome,
    /// Why it cannot be taken.
    pub violations: Vec<Violation>,
    /// The organisations it may be, as far as the importer may know them.
    pub candidates: Vec<OrganisationId>,
    /// What somebody has said it is.
    pub choice: Option<Choice>,
}

/// How many rows come to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New organisations.
    pub new: i32,
    /// Those that are there and join.
    pub joins: i32,
    /// Waiting for somebody to say.
    pub undecided: i32,
    /// That cannot be taken.
    pub wrong: i32,
    /// Left out.
    pub skipped: i32,
}

/// A table of members on its way in.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Into which network.
    pub network: NetworkId,
    /// Who imports it.
    pub made_by: PersonId,
    /// What the file was called.
    pub file_name: String,
    /// Its headers.
    pub headers: Vec<String>,
    /// Its rows, cell by cell.
    pub rows: Vec<Vec<String>>,
    /// What each column holds.
    pub fields: Vec<Field>,
    /// What was said of rows, by line.
    pub choices: std::collections::BTreeMap<i32, Choice>,
    /// Where it stands.
    pub state: ImportState,
    /// How many organisations became members by it.
    pub added: i32,
    /// How many that were there joined.
    pub joined: i32,
    /// How many rows were left out.
    pub skipped: i32,
    /// Counts its changes.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_both_languages_however_they_are_written() {
        for (header, field) in [
            ("Organisation (Khmer)", Field::NameKm),
            ("អង្គការ (ខ្មែរ)", Field::NameKm),
            ("ឈ្មោះ\u{200b}អង្គការ", Field::NameKm),
            ("E-mail address", Field::Email),
            ("ខេត្ត", Field::Hq),
            ("TYPE", Field::Kind),
            ("Remarks", Field::Ignore),
        ] {
            assert_eq!(Field::guess(header), field, "{header}");
        }
    }

    #[test]
    fn every_header_is_written_as_fold_leaves_it_and_means_one_field() {
        let mut seen = std::collections::BTreeSet::new();
        for field in Field::ALL {
            for header in field.headers() {
                assert_eq!(fold(header), *header);
                assert!(seen.insert(*header), "{header} means two fields");
            }
        }
    }
}
