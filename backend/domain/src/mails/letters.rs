//! The words of every mail, in both languages. Khmer not yet confirmed by a native speaker.
//!
//! A mail never carries content above `members`: here only links and what to do with them.

use sala_kernel::{LText, Language};

use super::{
    AlertLetter, ApplicationLetter, CampaignLetter, DialogueLetter, EditorialLetter, GuestLetter, Meeting,
    ReminderLetter,
};

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
    /// Confirm a new sign-in address.
    EmailChange {
        /// Where to confirm it.
        url: String,
    },
    /// The sign-in address has changed; to the old one.
    EmailChanged,
    /// About an application for membership.
    Application(ApplicationLetter),
    /// Something is due.
    Reminder(ReminderLetter),
    /// There is something new in a search that somebody keeps.
    Alert(AlertLetter),
    /// A signed text has changed editorially.
    Editorial(EditorialLetter),
    /// An organisation outside the network is asked to sign.
    Guest(GuestLetter),
    /// About a campaign.
    Campaign(CampaignLetter),
    /// About a dialogue.
    Dialogue(Box<DialogueLetter>),
    /// A provider opens the door from now on.
    SignInAdded {
        /// Its name.
        provider: LText,
    },
}

impl Letter {
    /// A word for the kind of letter.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::PasswordReset { .. } => "password_reset",
            Self::EmailChange { .. } => "email_change",
            Self::EmailChanged => "email_changed",
            Self::SignInAdded { .. } => "sign_in_added",
            Self::Application(letter) => letter.kind(),
            Self::Reminder(letter) => letter.kind(),
            Self::Alert(_) => "search_alert",
            Self::Editorial(_) => "editorial_change",
            Self::Guest(_) => "guest_invitation",
            Self::Campaign(letter) => letter.kind(),
            Self::Dialogue(_) => "dialogue",
        }
    }

    /// What it puts into the calendar of whoever gets it.
    pub fn meeting(&self) -> Option<&Meeting> {
        match self {
            Self::Dialogue(letter) => letter.meeting.as_ref(),
            _ => None,
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        match (self, language) {
            (Self::Application(letter), language) => letter.words(language),
            (Self::Campaign(letter), language) => letter.words(language),
            (Self::Dialogue(letter), language) => letter.words(language),
            (Self::Editorial(letter), language) => letter.words(language),
            (Self::Guest(letter), language) => letter.words(language),
            (Self::Reminder(letter), language) => letter.words(language),
            (Self::Alert(letter), language) => letter.words(language),
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
            (Self::EmailChange { url }, Language::En) => (
                "Confirm your new address for Sala".into(),
                format!(
                    "Hello,\n\nopen this link to sign in to Sala with this address from now on:\n\n{url}\n\n\
                     The link works once and for two hours. If you did not ask for it, do nothing.\n"
                ),
            ),
            (Self::EmailChange { url }, Language::Km) => (
                "បញ្ជាក់អាសយដ្ឋានថ្មីរបស់អ្នកសម្រាប់សាលា".into(),
                format!(
                    "សូមជម្រាបសួរ\n\nសូមបើកតំណនេះ ដើម្បីចូលសាលាដោយអាសយដ្ឋាននេះចាប់ពីពេលនេះតទៅ៖\n\n{url}\n\n\
                     តំណនេះប្រើបានតែម្តង ក្នុងរយៈពេល ២ ម៉ោង។ បើអ្នកមិនបានស្នើទេ សូមកុំធ្វើអ្វីទាំងអស់។\n"
                ),
            ),
            (Self::EmailChanged, Language::En) => (
                "Your address for Sala has changed".into(),
                "Hello,\n\nfrom now on you sign in to Sala with another address, no longer with this one. If it was not you, \
                 tell your network's coordinator at once.\n"
                    .into(),
            ),
            (Self::EmailChanged, Language::Km) => (
                "អាសយដ្ឋានរបស់អ្នកសម្រាប់សាលាបានផ្លាស់ប្តូរ".into(),
                "សូមជម្រាបសួរ\n\nចាប់ពីពេលនេះតទៅ អ្នកចូលសាលាដោយអាសយដ្ឋានផ្សេង មិនមែនអាសយដ្ឋាននេះទៀតទេ។ \
                 បើមិនមែនជាអ្នកទេ សូមប្រាប់អ្នកសម្របសម្រួលបណ្តាញរបស់អ្នកភ្លាម។\n"
                    .into(),
            ),
            (Self::SignInAdded { provider }, Language::En) => (
                "A new way to sign in to Sala".into(),
                format!(
                    "Hello,\n\nfrom now on you can also sign in to Sala with {}. If it was not you, sign in, take it off under \
                     My settings, and change your password.\n",
                    provider.best(Language::En).0
                ),
            ),
            (Self::SignInAdded { provider }, Language::Km) => (
                "វិធីថ្មីក្នុងការចូលសាលា".into(),
                format!(
                    "សូមជម្រាបសួរ\n\nចាប់ពីពេលនេះតទៅ អ្នកអាចចូលសាលាតាមរយៈ {} បានដែរ។ បើមិនមែនជាអ្នកទេ សូមចូល \
                     រួចដកវាចេញក្នុងការកំណត់របស់ខ្ញុំ និងប្តូរពាក្យសម្ងាត់។\n",
                    provider.best(Language::Km).0
                ),
            ),
        }
    }
}
