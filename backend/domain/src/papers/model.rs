//! What a paper is, and what is said of it.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{
    CommentId, GroupId, LText, Language, NetworkId, OrganisationId, PaperId, PersonId, ReplyId, RevisionId,
};

use crate::access::{Facts, Level};

sala_kernel::db_enum! {
    /// What kind of text it is.
    pub enum TextType as "paper_type" {
        /// A position paper.
        PositionPaper = "position_paper",
        /// A policy brief.
        PolicyBrief = "policy_brief",
        /// A joint statement.
        JointStatement = "joint_statement",
        /// A letter to sign.
        SignOnLetter = "sign_on_letter",
        /// An open letter.
        OpenLetter = "open_letter",
        /// A submission to a consultation.
        Submission = "submission",
        /// A shadow report.
        ShadowReport = "shadow_report",
        /// A statement to the press.
        PressStatement = "press_statement",
    }
}

sala_kernel::db_enum! {
    /// In whose name it is issued.
    pub enum AuthorMode as "paper_author_mode" {
        /// The network's, which adopts it by its rule.
        NetworkPosition = "network_position",
        /// Those organisations' that sign it.
        Signatories = "signatories",
    }
}

sala_kernel::db_enum! {
    /// Where it stands.
    pub enum PaperState as "paper_state" {
        /// Being written.
        Draft = "draft",
        /// Open to what the members say of it.
        InternalConsultation = "internal_consultation",
        /// Being settled.
        Review = "review",
        /// No word changes any more.
        FinalText = "final_text",
        /// Organisations sign it, until a deadline.
        SignOn = "sign_on",
        /// The network decides whether it becomes its position.
        Adoption = "adoption",
        /// All that had to come together has: it may be published.
        Ready = "ready",
        /// Everybody may read it.
        Published = "published",
        /// Another text stands in its place.
        Superseded = "superseded",
        /// It was public, and was taken back.
        Retracted = "retracted",
        /// Given up.
        Abandoned = "abandoned",
    }
}

impl PaperState {
    /// Its words may change.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::InternalConsultation | Self::Review)
    }
}

sala_kernel::db_enum! {
    /// What a comment is about.
    pub enum CommentKind as "comment_kind" {
        /// Facts.
        Factual = "factual",
        /// Law.
        Legal = "legal",
        /// Wording.
        Wording = "wording",
        /// Substance.
        Substantive = "substantive",
        /// Somebody's safety.
        Security = "security",
    }
}

sala_kernel::db_enum! {
    /// What came of a comment.
    pub enum CommentState as "comment_state" {
        /// Nothing yet.
        Open = "open",
        /// Taken up.
        Accepted = "accepted",
        /// Taken up in other words.
        AcceptedModified = "accepted_modified",
        /// Taken up together with another.
        Merged = "merged",
        /// Not taken up, for a reason.
        NotAccepted = "not_accepted",
        /// Taken back by whoever made it.
        Withdrawn = "withdrawn",
    }
}

sala_kernel::db_enum! {
    /// What an amendment does.
    pub enum Operation as "amendment_operation" {
        /// Adds words.
        Add = "add",
        /// Puts words in the place of others.
        Replace = "replace",
        /// Takes words away.
        Delete = "delete",
    }
}

sala_kernel::db_enum! {
    /// Where the text in the other language stands.
    pub enum Translation as "translation_state" {
        /// There is none.
        Missing = "missing",
        /// Being written.
        InProgress = "in_progress",
        /// Written.
        Translated = "translated",
        /// Written, and read against the source by a second person.
        Reviewed = "reviewed",
        /// The source has changed since.
        Outdated = "outdated",
    }
}

sala_kernel::db_enum! {
    /// Why a revision was made.
    pub enum RevisionKind as "revision_kind" {
        /// By itself.
        Automatic = "automatic",
        /// Somebody gave it a name.
        Named = "named",
        /// The paper went a step.
        Milestone = "milestone",
    }
}

/// Somebody who writes a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drafter {
    /// Who.
    pub person: PersonId,
    /// For which organisation; none for the secretariat.
    pub organisation: Option<OrganisationId>,
    /// Leads the drafting.
    pub leads: bool,
}

/// A paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// In which network.
    pub network: NetworkId,
    /// Written by which working group, if by one.
    pub group: Option<GroupId>,
    /// Its title.
    pub title: LText,
    /// What kind of text it is.
    pub text_type: TextType,
    /// In whose name it is issued.
    pub author_mode: AuthorMode,
    /// What it says, in short.
    pub summary: LText,
    /// What it is about: ids of themes.
    pub themes: Vec<uuid::Uuid>,
    /// The language it is written in first.
    pub source: Language,
    /// The language that counts where the two differ.
    pub authoritative: Language,
    /// How sensitive it is.
    pub level: Level,
    /// When it is to be delivered.
    pub deadline: Option<NaiveDate>,
    /// Where it stands.
    pub state: PaperState,
    /// Why, where somebody had to say.
    pub state_reason: String,
    /// The last day of its consultation, on the network's clock.
    pub consultation_ends_on: Option<NaiveDate>,
    /// Somebody has made sure that nobody is harmed by it.
    pub security_checked_by: Option<PersonId>,
    /// Where the translation was last said to stand.
    pub translation: Translation,
    /// Hash of the source that the translation was last said to follow.
    pub translation_based_on: Option<Vec<u8>>,
    /// The blocks of the source that the translation was last said to follow: each its section and what it said.
    pub translation_blocks: Vec<String>,
    /// Who translated it.
    pub translation_by: Option<PersonId>,
    /// Who began it.
    pub created_by: Option<PersonId>,
    /// For which organisation.
    pub created_for: Option<OrganisationId>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Where it stands, since when.
    pub moved_at: DateTime<Utc>,
    /// Counts its changes, those of its words aside.
    pub version: i32,
    /// Who writes it, by name.
    pub drafters: Vec<Drafter>,
}

impl Paper {
    /// Who may know it.
    pub fn facts(&self) -> Facts {
        // Observers come in with the consultation; who wrote the paper up to then stays.
        let level = if self.level <= Level::Members && self.opened() { Level::Public } else { self.inside() };
        self.facts_at(level)
    }

    /// The same as far as members are concerned: observers have no part in it.
    pub fn member_facts(&self) -> Facts {
        self.facts_at(self.inside())
    }

    fn facts_at(&self, level: Level) -> Facts {
        let mut named: Vec<PersonId> = self.drafters.iter().map(|d| d.person).chain(self.created_by).collect();
        named.sort_unstable();
        named.dedup();
        Facts {
            networks: vec![(self.network, level)],
            group: self.group.filter(|_| self.level != Level::Confidential),
            own_level: Some(self.level),
            named,
            ..Facts::default()
        }
    }

    /// Who leads it.
    pub fn lead_facts(&self) -> Facts {
        Facts { named: self.drafters.iter().filter(|d| d.leads).map(|d| d.person).collect(), ..self.member_facts() }
    }

    fn inside(&self) -> Level {
        self.level.max(Level::Members)
    }

    const fn opened(&self) -> bool {
        !matches!(self.state, PaperState::Draft | PaperState::Abandoned)
    }

    /// The language it is translated into.
    pub const fn target(&self) -> Language {
        match self.source {
            Language::En => Language::Km,
            Language::Km => Language::En,
        }
    }
}

/// What a paper is to say of itself.
#[derive(Debug, Clone)]
pub struct PaperDraft {
    /// Its title.
    pub title: LText,
    /// What it says, in short.
    pub summary: LText,
    /// Codes of the themes that it is about.
    pub themes: Vec<String>,
    /// In whose name it is issued.
    pub author_mode: AuthorMode,
    /// The language that counts where the two differ.
    pub authoritative: Language,
    /// How sensitive it is.
    pub level: Level,
    /// When it is to be delivered.
    pub deadline: Option<NaiveDate>,
}

/// A paper to be begun.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// In which network.
    pub network: NetworkId,
    /// Written by which working group, if by one.
    pub group: Option<GroupId>,
    /// What kind of text it is.
    pub text_type: TextType,
    /// The language it is written in first.
    pub source: Language,
    /// What it says of itself.
    pub draft: PaperDraft,
}

/// An amendment: other words for a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What it does.
    pub operation: Operation,
    /// The words as they were.
    pub old: String,
    /// The words as they should be.
    pub new: String,
}

/// What an organisation says of a text.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Of which paper.
    pub paper: PaperId,
    /// Its number in the paper.
    pub number: i32,
    /// In which language's text it stands.
    pub language: Language,
    /// In which section.
    pub section: String,
    /// The passage, as it was.
    pub quote: String,
    /// Where the passage is: two positions as the editor made them.
    pub anchor: Option<Vec<u8>>,
    /// What it is about.
    pub kind: CommentKind,
    /// What it says; the reason of an amendment.
    pub body: String,
    /// Other words, if it proposes some.
    pub amendment: Option<Amendment>,
    /// Who.
    pub person: PersonId,
    /// For which organisation; none for the secretariat.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub made_at: DateTime<Utc>,
    /// What came of it.
    pub state: CommentState,
    /// What was answered.
    pub response: String,
    /// By whom.
    pub answered_by: Option<PersonId>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
    /// Organisations that support it.
    pub supporters: Vec<OrganisationId>,
}

/// A reply to a comment.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Its id.
    pub id: ReplyId,
    /// To which comment.
    pub comment: CommentId,
    /// Who.
    pub person: PersonId,
    /// For which organisation; none for the secretariat.
    pub organisation: Option<OrganisationId>,
    /// What.
    pub body: String,
    /// When.
    pub made_at: DateTime<Utc>,
}

/// A text as it was.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// Of which paper.
    pub paper: PaperId,
    /// Its number in the paper.
    pub number: i32,
    /// Why it was made.
    pub kind: RevisionKind,
    /// What it is called, or which step it was.
    pub note: String,
    /// SHA-256 of its content.
    pub hash: Vec<u8>,
    /// Who made it; nobody for the hub itself.
    pub person: Option<PersonId>,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub made_at: DateTime<Utc>,
}
