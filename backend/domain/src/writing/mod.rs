//! What several people write at once: the words of papers, and of the minutes of dialogues.
//!
//! Changes are kept as they came (Yjs updates); what they say is read by whoever knows that form.

use std::{collections::HashMap, fmt, str::FromStr};

use sala_kernel::{DialogueId, IdError, LText, PaperId, PointId, Result};
use uuid::Uuid;

pub mod store;

/// Which text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextId {
    /// That of a paper.
    Paper(PaperId),
    /// The minutes of a dialogue.
    Minutes(DialogueId),
}

impl TextId {
    /// The id of the paper, or of the dialogue.
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Paper(id) => id.0,
            Self::Minutes(id) => id.0,
        }
    }
}

impl fmt::Display for TextId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paper(id) => id.fmt(f),
            Self::Minutes(id) => id.fmt(f),
        }
    }
}

impl FromStr for TextId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let paper = text.parse().map(Self::Paper);
        paper.or_else(|error| text.parse().map(Self::Minutes).map_err(|_: IdError| error))
    }
}

/// What is kept of a text: its snapshot, and what came after it, in order.
#[derive(Debug)]
pub struct Kept {
    /// All folded changes in one.
    pub snapshot: Option<Vec<u8>>,
    /// The changes after it.
    pub changes: Vec<Vec<u8>>,
}

impl Kept {
    /// Everything, the snapshot first.
    pub fn whole(self) -> Vec<Vec<u8>> {
        self.snapshot.into_iter().chain(self.changes).collect()
    }
}

/// Reads and writes the points of minutes in a text that several write at once.
pub trait Points: Send + Sync + fmt::Debug {
    /// What points say, by the changes that are kept.
    fn points(&self, kept: &[Vec<u8>], of: &[PointId]) -> Result<HashMap<PointId, LText>>;
    /// The change after which points say this; nothing where they do.
    fn rewritten(&self, kept: &[Vec<u8>], to: &[(PointId, LText)]) -> Result<Option<Vec<u8>>>;
}
