//! Papers: their kinds and states.

use async_graphql::Enum;
use sala_domain::papers;

/// What kind of text a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PaperType", remote = "papers::TextType")]
pub enum TextType {
    /// A position paper.
    PositionPaper,
    /// A policy brief.
    PolicyBrief,
    /// A joint statement.
    JointStatement,
    /// A letter to sign.
    SignOnLetter,
    /// An open letter.
    OpenLetter,
    /// A submission to a consultation.
    Submission,
    /// A shadow report.
    ShadowReport,
    /// A statement to the press.
    PressStatement,
}

/// In whose name a paper is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PaperAuthorMode", remote = "papers::AuthorMode")]
pub enum AuthorMode {
    /// The network's, which adopts it by its rule.
    NetworkPosition,
    /// Those organisations' that sign it.
    Signatories,
}

/// Where a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::PaperState")]
pub enum PaperState {
    /// Being written.
    Draft,
    /// Open to what the members say of it.
    InternalConsultation,
    /// Being settled.
    Review,
    /// No word changes any more.
    FinalText,
    /// Organisations sign it, until a deadline.
    SignOn,
    /// The network decides whether it becomes its position.
    Adoption,
    /// All that had to come together has: it may be published.
    Ready,
    /// Everybody may read it, from its instant on.
    Published,
    /// Another text stands in its place.
    Superseded,
    /// It was public, and was taken back.
    Retracted,
    /// Given up.
    Abandoned,
}

/// Where the text in the other language stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "TranslationState", remote = "papers::Translation")]
pub enum Translation {
    /// There is none.
    Missing,
    /// Being written.
    InProgress,
    /// Written.
    Translated,
    /// Written, and read against the source by a second person.
    Reviewed,
    /// The source has changed since.
    Outdated,
}

/// Why a revision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "papers::RevisionKind")]
pub enum RevisionKind {
    /// By itself.
    Automatic,
    /// Somebody gave it a name.
    Named,
    /// The paper went a step.
    Milestone,
}
