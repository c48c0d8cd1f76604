//! Position papers and other joint texts: what they are, who writes them, what others say of them.
//!
//! The words themselves are written by many at once and live with
//! `sala-collab`; this module reads them through [`Texts`]. A paper is known
//! according to [`Paper::facts`]: while it is a draft, its network's members;
//! from the consultation on, observers too. Invariant: from `final_text` on no
//! word changes any more, and every step leaves an immutable revision.

mod comment_store;
pub mod comments;
pub mod matrix;
pub mod model;
mod revision_store;
pub mod revisions;
mod sections;
pub mod service;
pub mod store;
mod texts;
pub mod workflow;

pub use model::{
    Amendment, AuthorMode, Comment, CommentKind, CommentState, Drafter, NewPaper, Operation, Paper, PaperDraft,
    PaperState, Reply, Revision, RevisionKind, TextType, Translation,
};
pub use sections::{Section, sections_of};
pub use texts::{Citation, Content, Recommendation, SectionText, Suggestion, Texts, Unsourced};
