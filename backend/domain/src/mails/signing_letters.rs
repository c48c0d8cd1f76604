//! The words of mails about texts that are signed.

use sala_kernel::{LText, Language};

/// A signed text has changed editorially.
#[derive(Debug, Clone)]
pub struct EditorialLetter {
    /// What the text is called; none where a mail must not say it.
    pub title: Option<LText>,
    /// What changed: `−` before what went, `+` before what came; empty where a mail must not say it.
    pub changed: String,
    /// Where to read it, and to withdraw.
    pub url: String,
}

impl EditorialLetter {
    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        let title = self.title.as_ref().map(|title| format!("  {}\n\n", title.best(language).0)).unwrap_or_default();
        let (changed, url) = (&self.changed, &self.url);
        match language {
            Language::En => (
                "A text that your organisation has signed was corrected".into(),
                format!(
                    "Hello,\n\nconvenor and chair have corrected a slip in a text that your organisation has signed. Its signature stands.\n\n\
                     {title}{changed}\nIf your organisation does not agree, its signatory can withdraw here:\n\n  {url}\n"
                ),
            ),
            Language::Km => (
                "អត្ថបទដែលអង្គការរបស់អ្នកបានចុះហត្ថលេខាត្រូវបានកែសម្រួល".into(),
                format!(
                    "សួស្តី\n\nអ្នកសម្របសម្រួល និងប្រធានបានកែកំហុសបន្តិចបន្តួចក្នុងអត្ថបទដែលអង្គការរបស់អ្នកបានចុះហត្ថលេខា។ ហត្ថលេខានៅដដែល។\n\n\
                     {title}{changed}\nបើអង្គការរបស់អ្នកមិនយល់ព្រម អ្នកមានសិទ្ធិចុះហត្ថលេខាអាចដកហត្ថលេខានៅទីនេះ៖\n\n  {url}\n"
                ),
            ),
        }
    }
}

/// An organisation outside the network is asked to sign.
#[derive(Debug, Clone)]
pub struct GuestLetter {
    /// Which network asks.
    pub network: LText,
    /// Whom.
    pub organisation: LText,
    /// What the text is called; none where a mail must not say it.
    pub title: Option<LText>,
    /// Until when, on the network's clock.
    pub until: String,
    /// Where to read and sign.
    pub url: String,
}

impl GuestLetter {
    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        let title = self.title.as_ref().map(|title| format!("  {}\n\n", title.best(language).0)).unwrap_or_default();
        let (network, organisation) = (self.network.best(language).0, self.organisation.best(language).0);
        let (until, url) = (&self.until, &self.url);
        match language {
            Language::En => (
                format!("{network} asks {organisation} to sign a text"),
                format!(
                    "Hello,\n\n{network} asks {organisation} to sign this text before {until}:\n\n{title}  {url}\n\n\
                     The link is for {organisation} alone: whoever holds it answers in its name. The secretariat confirms what is said before it counts.\n"
                ),
            ),
            Language::Km => (
                format!("{network} ស្នើឱ្យ {organisation} ចុះហត្ថលេខាលើអត្ថបទមួយ"),
                format!(
                    "សូមជម្រាបសួរ\n\n{network} ស្នើឱ្យ {organisation} ចុះហត្ថលេខាលើអត្ថបទនេះ មុន {until}៖\n\n{title}  {url}\n\n\
                     តំណនេះសម្រាប់តែ {organisation} ប៉ុណ្ណោះ៖ អ្នកណាមានវា ឆ្លើយក្នុងនាមអង្គការ។ លេខាធិការដ្ឋានបញ្ជាក់ចម្លើយ មុនពេលរាប់បញ្ចូល។\n"
                ),
            ),
        }
    }
}
