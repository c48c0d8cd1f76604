//! The words of letters about campaigns.

use sala_kernel::{LText, Language};

/// A letter about a campaign.
#[derive(Debug, Clone)]
pub enum CampaignLetter {
    /// Somebody outside is asked whether an outcome is so.
    Substantiation {
        /// Who.
        name: String,
        /// Which network asks.
        network: LText,
        /// Where to answer.
        url: String,
    },
    /// Somebody has named one in a campaign.
    Mentioned {
        /// Where it was said.
        url: String,
    },
}

impl CampaignLetter {
    /// A word for the kind of letter.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Substantiation { .. } => "substantiation",
            Self::Mentioned { .. } => "mentioned",
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        match (self, language) {
            (Self::Mentioned { url }, Language::En) => (
                "Somebody asks for you in a campaign".into(),
                format!(
                    "Hello,\n\nin a campaign of your network somebody has named you. What is said stands here:\n\n{url}\n"
                ),
            ),
            (Self::Mentioned { url }, Language::Km) => (
                "មានគេហៅអ្នកក្នុងយុទ្ធនាការ".into(),
                format!("សួស្តី\n\nក្នុងយុទ្ធនាការនៃបណ្តាញរបស់អ្នក មានគេបានដាក់ឈ្មោះអ្នក។ អ្វីដែលនិយាយមាននៅទីនេះ៖\n\n{url}\n"),
            ),
            (Self::Substantiation { name, network, url }, Language::En) => (
                format!("{} asks what you know", network.best(language).0),
                format!(
                    "Dear {name},\n\n{} has written down a change that you may know of, and asks you whether it is so. It takes \
                     five minutes; you need no account:\n\n{url}\n\nThe link is for you alone, answers once, and works for 14 days.\n",
                    network.best(language).0
                ),
            ),
            (Self::Substantiation { name, network, url }, Language::Km) => (
                format!("{} សួរអំពីអ្វីដែលអ្នកដឹង", network.best(language).0),
                format!(
                    "សូមគោរព {name}\n\n{} បានកត់ត្រាការផ្លាស់ប្តូរមួយដែលអ្នកអាចដឹង ហើយសូមសួរថាតើវាពិតឬទេ។ ចំណាយពេលប្រាំនាទី \
                     មិនត្រូវការគណនីទេ៖\n\n{url}\n\nតំណនេះសម្រាប់តែអ្នក ឆ្លើយបានតែម្តង ហើយប្រើបាន ១៤ ថ្ងៃ។\n",
                    network.best(language).0
                ),
            ),
        }
    }
}
