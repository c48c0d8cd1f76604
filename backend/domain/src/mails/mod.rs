//! Mail: written in the transaction of its cause, sent afterwards by `notify`.

mod alert_letters;
mod application_letters;
mod campaign_letters;
mod dialogue_letters;
pub mod incoming;
mod letters;
mod reminder_letters;
mod signing_letters;
pub mod store;

pub use alert_letters::AlertLetter;
pub use application_letters::ApplicationLetter;
pub use campaign_letters::CampaignLetter;
pub(crate) use dialogue_letters::honorific as address;
pub use dialogue_letters::{DialogueLetter, DialogueNews, Meeting};
pub use letters::Letter;
pub use reminder_letters::{ReminderLetter, Reminds};
pub use signing_letters::{EditorialLetter, GuestLetter};
pub use store::{Mail, MailState, write};
