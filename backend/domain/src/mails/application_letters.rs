//! The words of mails about applications for membership.

use sala_kernel::{LText, Language};

/// A mail about an application.
#[derive(Debug, Clone)]
pub enum ApplicationLetter {
    /// A referee is asked about an applicant.
    ReferenceAsked {
        /// Who applies: it chose to be named to its referees.
        applicant: LText,
        /// Where to answer.
        url: String,
    },
    /// Somebody began an application with the address of an account.
    ApplicationElsewhere {
        /// Where to sign in.
        url: String,
    },
    /// The application needs mending.
    ApplicationReturned {
        /// Where it is.
        url: String,
    },
    /// The committee has admitted the organisation.
    ApplicationAdmitted,
    /// The committee has decided, and not to admit it.
    ApplicationDecided,
}

impl ApplicationLetter {
    /// A word for the kind of letter.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ReferenceAsked { .. } => "reference_asked",
            Self::ApplicationElsewhere { .. } => "application_elsewhere",
            Self::ApplicationReturned { .. } => "application_returned",
            Self::ApplicationAdmitted => "application_admitted",
            Self::ApplicationDecided => "application_decided",
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        match (self, language) {
            (Self::ReferenceAsked { applicant, url }, Language::En) => (
                "You are asked for a reference".into(),
                format!(
                    "Hello,\n\n{} applies for membership and names your organisation as one that knows it. Please answer here:\n\n{url}\n\n\
                     The link answers once and works for fourteen days.\n",
                    applicant.best(language).0
                ),
            ),
            (Self::ReferenceAsked { applicant, url }, Language::Km) => (
                "សំណើសុំការធានា".into(),
                format!(
                    "សូមជម្រាបសួរ\n\n{} ស្នើសុំចូលជាសមាជិក ហើយបានដាក់ឈ្មោះអង្គការរបស់អ្នកជាអ្នកស្គាល់ខ្លួន។ សូមឆ្លើយនៅទីនេះ៖\n\n{url}\n\n\
                     តំណនេះឆ្លើយបានតែម្តង ក្នុងរយៈពេល ១៤ ថ្ងៃ។\n",
                    applicant.best(language).0
                ),
            ),
            (Self::ApplicationElsewhere { url }, Language::En) => (
                "Your application".into(),
                format!(
                    "Hello,\n\nsomebody began an application for membership with this address, which has an account already. If it was you, \
                     sign in and apply from there:\n\n{url}\n\nIf it was not, do nothing: nothing was changed.\n"
                ),
            ),
            (Self::ApplicationElsewhere { url }, Language::Km) => (
                "ពាក្យសុំរបស់អ្នក".into(),
                format!(
                    "សូមជម្រាបសួរ\n\nមានអ្នកចាប់ផ្តើមពាក្យសុំចូលជាសមាជិកដោយប្រើអាសយដ្ឋាននេះ ដែលមានគណនីរួចហើយ។ បើជាអ្នក សូមចូល រួចដាក់ពាក្យពីទីនោះ៖\n\n{url}\n\n\
                     បើមិនមែនទេ សូមកុំធ្វើអ្វីទាំងអស់៖ គ្មានអ្វីផ្លាស់ប្តូរឡើយ។\n"
                ),
            ),
            (Self::ApplicationReturned { url }, Language::En) => (
                "Your application needs something more".into(),
                format!("Hello,\n\nyour application came back with reasons. Read them, mend it and hand it in again:\n\n{url}\n"),
            ),
            (Self::ApplicationReturned { url }, Language::Km) => (
                "ពាក្យសុំរបស់អ្នកត្រូវការបន្ថែម".into(),
                format!("សូមជម្រាបសួរ\n\nពាក្យសុំរបស់អ្នកត្រូវបានប្រគល់មកវិញជាមួយហេតុផល។ សូមអាន កែ រួចដាក់ម្តងទៀត៖\n\n{url}\n"),
            ),
            (Self::ApplicationAdmitted, Language::En) => (
                "Your organisation is admitted".into(),
                "Hello,\n\nyour organisation is admitted to the network. It becomes a member when your authorised signatory accepts the \
                 code of conduct: sign in to do so.\n"
                    .into(),
            ),
            (Self::ApplicationAdmitted, Language::Km) => (
                "អង្គការរបស់អ្នកត្រូវបានទទួល".into(),
                "សូមជម្រាបសួរ\n\nអង្គការរបស់អ្នកត្រូវបានទទួលចូលក្នុងបណ្តាញ។ អង្គការនឹងក្លាយជាសមាជិក នៅពេលអ្នកមានសិទ្ធិចុះហត្ថលេខាទទួលយកក្រមសីលធម៌៖ \
                 សូមចូលដើម្បីធ្វើ។\n"
                    .into(),
            ),
            (Self::ApplicationDecided, Language::En) => (
                "A decision on your application".into(),
                "Hello,\n\nthose who decide have not admitted your organisation this time. Sign in to see where it stands, or ask the \
                 secretariat.\n"
                    .into(),
            ),
            (Self::ApplicationDecided, Language::Km) => (
                "សេចក្តីសម្រេចលើពាក្យសុំរបស់អ្នក".into(),
                "សូមជម្រាបសួរ\n\nលើកនេះអ្នកសម្រេចមិនទាន់ទទួលអង្គការរបស់អ្នកទេ។ សូមចូលដើម្បីមើលស្ថានភាព ឬសួរលេខាធិការដ្ឋាន។\n".into(),
            ),
        }
    }
}
