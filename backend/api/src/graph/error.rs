//! From the kinds of error a service knows to the closed set a client sees.

use async_graphql::{Enum, ErrorExtensions as _, SimpleObject};
use sala_kernel as kernel;

use super::scalars::Text;

/// The codes in `errors[].extensions.code`. Closed: clients may switch over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// It does not exist, or not for you.
    NotFound,
    /// Sign in first.
    Unauthenticated,
    /// You can see it but may not do this.
    Forbidden,
    /// An argument cannot be read.
    BadInput,
    /// Changed by somebody else meanwhile.
    Conflict,
    /// Too many tries; `extensions.retryAfter` has the seconds to wait.
    Throttled,
    /// The request asks for too much at once.
    TooLarge,
    /// This cursor means nothing here any more; load afresh and subscribe anew.
    CursorExpired,
    /// Something broke on our side; `extensions.id` names it in our log.
    Internal,
}

impl Code {
    /// The word clients see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotFound => "NOT_FOUND",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::BadInput => "BAD_INPUT",
            Self::Conflict => "CONFLICT",
            Self::Throttled => "THROTTLED",
            Self::TooLarge => "TOO_LARGE",
            Self::CursorExpired => "CURSOR_EXPIRED",
            Self::Internal => "INTERNAL",
        }
    }

    /// An error with this code.
    pub fn error(self, message: impl Into<String>) -> async_graphql::Error {
        async_graphql::Error::new(message).extend_with(|_, e| e.set("code", self.as_str()))
    }
}

/// Shapes a service's error; what went wrong inside is logged here, once, and never sent.
pub fn shape(error: kernel::Error) -> async_graphql::Error {
    let localized = |code: Code, message: kernel::Message| {
        let text = message.text();
        code.error(text.en).extend_with(|_, e| {
            e.set("key", text.key);
            e.set("km", text.km);
        })
    };
    match error {
        kernel::Error::NotFound => Code::NotFound.error("Not found."),
        kernel::Error::Unauthenticated => Code::Unauthenticated.error("Sign in first."),
        kernel::Error::Forbidden(message) => localized(Code::Forbidden, message),
        kernel::Error::Invalid(violations) => match violations.into_iter().next() {
            Some(violation) => localized(Code::BadInput, violation.message)
                .extend_with(|_, e| e.set("field", violation.field.as_str())),
            None => Code::BadInput.error("The input cannot be taken."),
        },
        kernel::Error::Conflict => Code::Conflict.error("Somebody else changed this meanwhile. Load it again."),
        kernel::Error::Throttled(seconds) => {
            Code::Throttled.error("Too many tries. Wait a little.").extend_with(|_, e| e.set("retryAfter", seconds))
        }
        kernel::Error::Internal(source) => {
            let id = uuid::Uuid::new_v4().simple().to_string();
            tracing::error!(error = %source, id, "a request failed");
            Code::Internal.error("Something broke on our side.").extend_with(|_, e| e.set("id", id.as_str()))
        }
    }
}

/// Why an input cannot be taken.
#[derive(Debug, SimpleObject)]
pub struct Violation {
    /// Path of the input field, dotted; empty for the input as a whole.
    field: String,
    /// Stable key of the reason.
    key: &'static str,
    /// The reason in both languages.
    message: Text,
}

impl From<kernel::Violation> for Violation {
    fn from(violation: kernel::Violation) -> Self {
        let text = violation.message.text();
        Self { field: violation.field, key: text.key, message: Text::new(text.en, text.km) }
    }
}

/// How a mutation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Status {
    /// It was done.
    Done,
    /// The input breaks a rule; see the violations. Nothing was changed.
    Invalid,
    /// Somebody else changed it meanwhile: load it again and decide anew. Nothing was changed.
    Conflict,
}

/// Splits a service's answer into what a payload shows and what is an error.
pub fn outcome<T>(result: kernel::Result<T>) -> async_graphql::Result<(Status, Option<T>, Vec<Violation>)> {
    match result {
        Ok(done) => Ok((Status::Done, Some(done), Vec::new())),
        Err(kernel::Error::Invalid(violations)) => {
            Ok((Status::Invalid, None, violations.into_iter().map(Into::into).collect()))
        }
        Err(kernel::Error::Conflict) => Ok((Status::Conflict, None, Vec::new())),
        Err(other) => Err(shape(other)),
    }
}

/// Declares a payload: status, violations, and what was changed.
macro_rules! payload {
    ($(#[$meta:meta])* $name:ident { $(#[$fmeta:meta])* $field:ident : $ty:ty }) => {
        $(#[$meta])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $name {
            /// How it ended.
            pub status: crate::graph::error::Status,
            /// Why not, where the input breaks a rule.
            pub violations: Vec<crate::graph::error::Violation>,
            $(#[$fmeta])*
            pub $field: Option<$ty>,
        }

        impl $name {
            /// From what the service answered.
            pub fn of<T: Into<$ty>>(result: sala_kernel::Result<T>) -> async_graphql::Result<Self> {
                let (status, done, violations) = crate::graph::error::outcome(result)?;
                Ok(Self { status, violations, $field: done.map(Into::into) })
            }
        }
    };
}
pub(crate) use payload;
