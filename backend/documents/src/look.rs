//! One look at a file: what [`crate::apart`] does in a process of its own.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{
    clean,
    kind::{self, Kind},
    read,
};

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It has no content.
    Empty,
    /// Files of its kind are not taken.
    Kind,
    /// It is damaged or not whole.
    Broken,
    /// It is locked with a password.
    Locked,
    /// Unpacked it would be too large.
    Swells,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// What it is and whether it is sound.
    Sound,
    /// The same; and what it says about people is taken out of it, in place.
    Clean,
    /// What it says.
    Text,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is sound, of this media type.
    Sound {
        /// Its media type.
        media: String,
    },
    /// It is not taken.
    Refused(Refusal),
    /// What it says, page by page, each with the language that prevails.
    Pages(Vec<(String, String)>),
}

/// The longest text kept of one file, in bytes.
const LONGEST: usize = 24 * 1024 * 1024;

/// Looks at a file.
pub fn look(question: Question, path: &Path, name: &str) -> Answer {
    match answer(question, path, name) {
        Ok(answer) => answer,
        Err(refusal) => Answer::Refused(refusal),
    }
}

fn answer(question: Question, path: &Path, name: &str) -> Result<Answer, Refusal> {
    let kind = kind::tell(path, name)?;
    let sound = || Answer::Sound { media: kind.media().into() };
    match question {
        Question::Sound => {
            read::sound(kind, path)?;
            Ok(sound())
        }
        Question::Clean => {
            read::sound(kind, path)?;
            clean::clean(kind, path)?;
            Ok(sound())
        }
        Question::Text => pages(kind, path).map(Answer::Pages),
    }
}

fn pages(kind: Kind, path: &Path) -> Result<Vec<(String, String)>, Refusal> {
    let mut left = LONGEST;
    let mut pages = Vec::new();
    for page in read::pages(kind, path)? {
        let text = sala_kernel::khmer::tidy(&page);
        if text.len() > left {
            break;
        }
        left -= text.len();
        let language = sala_kernel::khmer::language(&text).to_owned();
        pages.push((text, language));
    }
    Ok(pages)
}
