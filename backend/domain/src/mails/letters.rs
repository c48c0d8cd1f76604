//! The words of every mail, in both languages. Khmer not yet confirmed by a native speaker.
//!
//! A mail never carries content above `members`: here only links and what to do with them.

use sala_kernel::Language;

/// A mail that Sala writes.
#[derive(Debug, Clone)]
pub enum Letter {
    /// Come and join.
    Invitation {
        /// Where to answer.
        url: String,
    },
    /// Choose a new password.
    PasswordReset {
        /// Where to choose it.
        url: String,
    },
}

impl Letter {
    /// A word for the kind of letter.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::PasswordReset { .. } => "password_reset",
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        match (self, language) {
            (Self::Invitation { url }, Language::En) => (
                "Your account on Sala".into(),
                format!(
                    "Hello,\n\nyou have been invited to your network's hub. Open this link and choose a password:\n\n{url}\n\n\
                     The link works once and for seven days. If you did not expect it, do nothing.\n"
                ),
            ),
            (Self::Invitation { url }, Language::Km) => (
                "គណនីរបស់អ្នកនៅសាលា".into(),
                format!(
                    "សូមជម្រាបសួរ\n\nអ្នកត្រូវបានអញ្ជើញឱ្យចូលរួមក្នុងបណ្តាញ។ សូមបើកតំណនេះ រួចជ្រើសរើសពាក្យសម្ងាត់៖\n\n{url}\n\n\
                     តំណនេះប្រើបានតែម្តង ក្នុងរយៈពេល ៧ ថ្ងៃ។ បើអ្នកមិនបានរង់ចាំសារនេះទេ សូមកុំធ្វើអ្វីទាំងអស់។\n"
                ),
            ),
            (Self::PasswordReset { url }, Language::En) => (
                "Choose a new password for Sala".into(),
                format!(
                    "Hello,\n\nopen this link and choose a new password:\n\n{url}\n\n\
                     The link works once and for two hours. If you did not ask for it, do nothing: your password stays as it is.\n"
                ),
            ),
            (Self::PasswordReset { url }, Language::Km) => (
                "ជ្រើសរើសពាក្យសម្ងាត់ថ្មីសម្រាប់សាលា".into(),
                format!(
                    "សូមជម្រាបសួរ\n\nសូមបើកតំណនេះ រួចជ្រើសរើសពាក្យសម្ងាត់ថ្មី៖\n\n{url}\n\n\
                     តំណនេះប្រើបានតែម្តង ក្នុងរយៈពេល ២ ម៉ោង។ បើអ្នកមិនបានស្នើទេ សូមកុំធ្វើអ្វីទាំងអស់៖ ពាក្យសម្ងាត់របស់អ្នកនៅដដែល។\n"
                ),
            ),
        }
    }
}
