//! What a document, its files and an upload are.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    DocumentId, EvidenceRequestId, FileId, GroupId, LText, NetworkId, OrganisationId, PersonId, PlaceCode, TermId,
    UploadId,
};

use crate::access::{Facts, Level};

sala_kernel::db_enum! {
    /// Where a document stands.
    pub enum DocumentState as "evidence_state" {
        /// Sent; its uploader and the curators know it.
        Uploaded = "uploaded",
        /// Described; still theirs alone.
        Catalogued = "catalogued",
        /// Known at its level.
        Published = "published",
        /// A newer edition took its place.
        Superseded = "superseded",
        /// Taken back; a stub stays.
        Withdrawn = "withdrawn",
        /// Out of date.
        Expired = "expired",
    }
}

sala_kernel::db_enum! {
    /// How the network came by a document.
    pub enum Origin as "evidence_origin" {
        /// Found out by its members.
        OwnResearch = "own_research",
        /// Published by somebody.
        PublicSource = "public_source",
        /// The answer to an information request.
        InformationRequest = "information_request",
        /// Given by a member.
        MemberContributed = "member_contributed",
        /// Came unasked.
        LeakedReceived = "leaked_received",
        /// Told by somebody.
        OralTestimony = "oral_testimony",
    }
}

sala_kernel::db_enum! {
    /// Whether the people concerned agreed.
    pub enum Consent as "evidence_consent" {
        /// Nobody to ask.
        NotApplicable = "not_applicable",
        /// They agreed, knowing to what.
        Given = "given",
        /// They did not, or were not asked.
        NotGiven = "not_given",
        /// They agreed once, and no more.
        Withdrawn = "withdrawn",
    }
}

sala_kernel::db_enum! {
    /// Whether a file's words can be searched.
    pub enum TextState as "text_state" {
        /// Being read.
        Waiting = "waiting",
        /// They can.
        Read = "read",
        /// There are none, or only in pictures.
        NoText = "no_text",
        /// The file cannot be read.
        Unreadable = "unreadable",
    }
}

/// Licences a document may have: SPDX and Creative Commons ids, and three words of our own.
pub const LICENCES: &[&str] = &[
    "unknown",
    "all_rights_reserved",
    "public_domain_official_text",
    "CC0-1.0",
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "ODbL-1.0",
];

/// Whether a licence lets a document be passed on to anybody.
pub fn lets_publish(licence: &str) -> bool {
    !matches!(licence, "unknown" | "all_rights_reserved")
}

/// How good a piece of evidence is: the principles of Bond (2018), 1 to 4 each.
pub type Quality = [i16; 5];

/// A document of the library.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// In which network's library.
    pub network: NetworkId,
    /// Which organisation gave it; none: the secretariat.
    pub organisation: Option<OrganisationId>,
    /// The working group that is its team.
    pub group: Option<GroupId>,
    /// Where it stands.
    pub state: DocumentState,
    /// How sensitive it is.
    pub level: Level,
    /// Why.
    pub level_reason: String,
    /// Its title.
    pub title: LText,
    /// What it says, in short.
    pub summary: LText,
    /// Its type, of the list of document types.
    pub kind: Option<TermId>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: String,
    /// When, as far as known: EDTF level 0; empty when not.
    pub published_on: String,
    /// Its languages: `en`, `km` and other BCP 47 tags.
    pub languages: Vec<String>,
    /// Where it stands on the web.
    pub url: String,
    /// Its official number.
    pub official_number: String,
    /// How the network came by it.
    pub origin: Option<Origin>,
    /// When.
    pub obtained_on: Option<NaiveDate>,
    /// Through whose hands.
    pub origin_note: String,
    /// One of [`LICENCES`].
    pub licence: String,
    /// Whether the people concerned agreed.
    pub consent: Consent,
    /// To what.
    pub consent_scope: String,
    /// When they took it back.
    pub consent_withdrawn_on: Option<NaiveDate>,
    /// It holds data about people.
    pub personal_data: bool,
    /// Names are taken out.
    pub anonymised: bool,
    /// How good it is.
    pub quality: Option<Quality>,
    /// The newer edition.
    pub superseded_by: Option<DocumentId>,
    /// Why it is where it is.
    pub state_reason: String,
    /// Who sent it.
    pub uploaded_by: Option<PersonId>,
    /// When.
    pub uploaded_at: DateTime<Utc>,
    /// It was published once: from then on its level says who knows it.
    pub settled: bool,
    /// Counts its changes.
    pub version: i32,
    /// Codes of places it is about.
    pub places: Vec<PlaceCode>,
    /// Its themes.
    pub themes: Vec<TermId>,
    /// Named persons who may know it when it is confidential.
    pub readers: Vec<PersonId>,
}

impl Document {
    /// What it is as far as rights go.
    pub fn facts(&self) -> Facts {
        let settled = self.settled;
        let confidential = self.level == Level::Confidential;
        let mut named: Vec<PersonId> = self.uploaded_by.into_iter().collect();
        if confidential {
            named.extend(&self.readers);
        }
        Facts {
            public: settled && self.level == Level::Public,
            networks: vec![(self.network, if settled { self.level } else { Level::Confidential })],
            owners: self.organisation.filter(|_| settled && !confidential).into_iter().collect(),
            own_level: Some(self.level),
            group: self.group.filter(|_| settled && !confidential),
            desk: (!settled).then_some(self.network),
            named,
            author: self.uploaded_by,
            ..Facts::default()
        }
    }

    /// Its title as anything can be called in one line.
    pub fn called(&self) -> &str {
        if self.title.en.is_empty() { &self.title.km } else { &self.title.en }
    }

    /// Its files are gone for good.
    pub const fn is_stub(&self) -> bool {
        matches!(self.state, DocumentState::Withdrawn)
    }
}

/// What a document is to say of itself; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct DocumentDraft {
    /// Its title.
    pub title: Option<LText>,
    /// What it says, in short.
    pub summary: Option<LText>,
    /// Code of its type.
    pub kind: Option<String>,
    /// Codes of its themes, all of them.
    pub themes: Option<Vec<String>>,
    /// Codes of its places, all of them.
    pub places: Option<Vec<String>>,
    /// Who wrote it.
    pub authors: Option<Vec<String>>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When: 2026, 2026-07 or 2026-07-01.
    pub published_on: Option<String>,
    /// Its languages.
    pub languages: Option<Vec<String>>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Its official number.
    pub official_number: Option<String>,
    /// How the network came by it.
    pub origin: Option<Origin>,
    /// When.
    pub obtained_on: Option<NaiveDate>,
    /// Through whose hands.
    pub origin_note: Option<String>,
    /// One of [`LICENCES`].
    pub licence: Option<String>,
    /// Whether the people concerned agreed.
    pub consent: Option<Consent>,
    /// To what.
    pub consent_scope: Option<String>,
    /// It holds data about people.
    pub personal_data: Option<bool>,
    /// Names are taken out.
    pub anonymised: Option<bool>,
    /// How good it is.
    pub quality: Option<Quality>,
}

/// A new document.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// In which network.
    pub network: NetworkId,
    /// Files that have arrived, in order.
    pub uploads: Vec<UploadId>,
    /// How sensitive it is.
    pub level: Level,
    /// Its team, where it is restricted.
    pub group: Option<GroupId>,
    /// What it says of itself.
    pub draft: DocumentDraft,
}

/// A file of a document.
#[derive(Debug, Clone)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// Of which document.
    pub document: DocumentId,
    /// What its sender called it.
    pub name: String,
    /// Its media type, told from its content.
    pub media: String,
    /// Its length.
    pub bytes: i64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Where it lies in the file store.
    pub object: String,
    /// Whether its words can be searched.
    pub text: TextState,
    /// Its words were recognised in pictures.
    pub recognised: bool,
    /// How many pages it has, where it has any.
    pub pages: Option<i32>,
}

/// What came of reading a file.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// Its words page by page, each with the language that prevails.
    pub pages: Vec<(String, String)>,
    /// They were recognised in pictures.
    pub recognised: bool,
}

/// A file on its way in.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// For which network.
    pub network: NetworkId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Who sends it.
    pub person: PersonId,
    /// What it is called.
    pub name: String,
    /// How long it is to be.
    pub bytes: i64,
    /// How much has arrived.
    pub received: i64,
    /// Where each part begins.
    pub parts: Vec<i64>,
    /// What is written about people in it is to be left out.
    pub clean: bool,
    /// It has arrived whole and was looked at.
    pub complete: bool,
}

/// Something asked of the library.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its id.
    pub id: EvidenceRequestId,
    /// Of which network's library.
    pub network: NetworkId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Who asks.
    pub person: PersonId,
    /// What is wanted.
    pub wanted: String,
    /// Since when.
    pub asked_at: DateTime<Utc>,
    /// What the answer is.
    pub answer: String,
    /// The document that answers.
    pub document: Option<DocumentId>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
}
