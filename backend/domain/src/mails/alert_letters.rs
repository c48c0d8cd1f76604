//! The words of alerts: what is new in a search that somebody keeps.

use sala_kernel::{LText, Language};

/// What is new in a search.
#[derive(Debug, Clone)]
pub struct AlertLetter {
    /// What its owner calls the search.
    pub name: String,
    /// Titles of what is new, as far as a mail may say them.
    pub titles: Vec<LText>,
    /// How many more there are that a mail does not name.
    pub unnamed: usize,
    /// Where to look.
    pub url: String,
}

impl AlertLetter {
    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        let titles: String = self
            .titles
            .iter()
            .map(|title| title.best(language).0)
            .fold(String::new(), |list, title| format!("{list}  - {title}\n"));
        let (name, url, unnamed) = (&self.name, &self.url, self.unnamed);
        match language {
            Language::En => {
                let more =
                    if unnamed > 0 { format!("  - {unnamed} more that a mail does not name\n") } else { String::new() };
                ("New in your saved search".into(), format!("Hello,\n\nnew in “{name}”:\n\n{titles}{more}\n  {url}\n"))
            }
            Language::Km => {
                let more = if unnamed > 0 {
                    format!("  - {unnamed} ទៀតដែលមិនបញ្ជាក់ក្នុងអ៊ីមែល\n")
                } else {
                    String::new()
                };
                ("មានថ្មីក្នុងការស្វែងរកដែលអ្នករក្សាទុក".into(), format!("សួស្តី\n\nថ្មីក្នុង «{name}»៖\n\n{titles}{more}\n  {url}\n"))
            }
        }
    }
}
