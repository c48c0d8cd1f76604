//! The ways a piece of work can end without success.

use crate::{Message, message::MessageText};

/// What a service answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One reason why input cannot be taken, at one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Path of the input field, dotted; empty for the whole input.
    pub field: String,
    /// What is wrong.
    pub message: Message,
}

/// Why something could not be done. Closed: the API maps each to one code.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or not for this actor: the two are one answer.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session has ended.
    #[error("sign in first")]
    Unauthenticated,
    /// The actor can see it but may not do this; the message says who may.
    #[error("not allowed: {}", .0.text().en)]
    Forbidden(Message),
    /// The input breaks a rule; nothing was changed.
    #[error("invalid input")]
    Invalid(Vec<Violation>),
    /// Somebody else changed it meanwhile; reload and try again.
    #[error("changed by somebody else")]
    Conflict,
    /// Too many tries; the number is seconds to wait.
    #[error("too many tries, wait {0} s")]
    Throttled(u64),
    /// Something broke on our side; details go to the log only.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// One violation at one field.
    pub fn invalid(field: impl Into<String>, message: Message) -> Self {
        Self::Invalid(vec![Violation { field: field.into(), message }])
    }

    /// Wraps a failure of our own making.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }

    /// Turns the breach of a named constraint into a violation, and leaves any other error alone.
    #[must_use]
    pub fn on_constraint(self, name: &str, field: &str, message: Message) -> Self {
        if let Self::Internal(source) = &self
            && let Some(sqlx::Error::Database(db)) = source.downcast_ref::<sqlx::Error>()
            && db.constraint() == Some(name)
        {
            return Self::invalid(field, message);
        }
        self
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            // Serialisation failure and deadlock: the caller may simply try again.
            sqlx::Error::Database(db) if matches!(db.code().as_deref(), Some("40001" | "40P01")) => Self::Conflict,
            _ => Self::Internal(Box::new(error)),
        }
    }
}

impl Violation {
    /// The sentence in both languages.
    pub fn text(&self) -> MessageText {
        self.message.text()
    }
}
