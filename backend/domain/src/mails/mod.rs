//! Mail: written in the transaction of its cause, sent afterwards by `notify`.

mod letters;
pub mod store;

pub use letters::Letter;
pub use store::{Mail, MailState, write};
