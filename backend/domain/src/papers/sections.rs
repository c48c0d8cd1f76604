//! The sections that a text begins with.

use super::TextType;

/// A section of a new text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its key, which stays when its heading changes.
    pub key: &'static str,
    /// Its heading in English.
    pub en: &'static str,
    /// Its heading in Khmer; no native speaker has confirmed it yet.
    pub km: &'static str,
}

macro_rules! sections {
    ($($name:ident $key:literal $en:literal $km:literal;)+) => {
        $(const $name: Section = Section { key: $key, en: $en, km: $km };)+
    };
}

sections! {
    SUMMARY "executive_summary" "Executive summary" "សេចក្តីសង្ខេប";
    CONTEXT "context" "Context and problem" "បរិបទ និងបញ្ហា";
    AFFECTED "affected" "Who is affected" "អ្នកដែលរងផលប៉ះពាល់";
    LAW "legal_framework" "Legal and policy framework" "ក្របខ័ណ្ឌច្បាប់ និងគោលនយោបាយ";
    EVIDENCE "evidence" "Evidence and analysis" "ភស្តុតាង និងការវិភាគ";
    POSITION "position" "Position" "ជំហរ";
    RECOMMENDATIONS "recommendations" "Recommendations" "អនុសាសន៍";
    CONCLUSION "conclusion" "Conclusion" "សេចក្តីសន្និដ្ឋាន";
    SIGNATORIES "signatories" "Signatories" "ហត្ថលេខី";
    REFERENCES "references" "Annexes and references" "ឧបសម្ព័ន្ធ និងឯកសារយោង";
}

/// The section whose words say what the text comes to.
pub(super) const SUMMARY_KEY: &str = SUMMARY.key;
/// The section that says what is to be done.
pub(super) const RECOMMENDATIONS_KEY: &str = RECOMMENDATIONS.key;

/// The sections of a kind of text, in order.
pub const fn sections_of(kind: TextType) -> &'static [Section] {
    match kind {
        TextType::PositionPaper | TextType::PolicyBrief | TextType::Submission | TextType::ShadowReport => {
            &[SUMMARY, CONTEXT, AFFECTED, LAW, EVIDENCE, POSITION, RECOMMENDATIONS, CONCLUSION, SIGNATORIES, REFERENCES]
        }
        TextType::JointStatement | TextType::SignOnLetter | TextType::OpenLetter | TextType::PressStatement => {
            &[CONTEXT, POSITION, RECOMMENDATIONS, SIGNATORIES]
        }
    }
}
