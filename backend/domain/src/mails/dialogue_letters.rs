//! The words of letters about dialogues.

use chrono::{DateTime, Utc};
use sala_kernel::{LText, Language};
use serde::{Deserialize, Serialize};

use crate::people::Honorific;

/// A meeting as a letter brings it for a calendar. The personal link is not in it: calendars are shared with a whole office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// By what a calendar knows it again.
    pub uid: String,
    /// How often it has changed.
    pub sequence: u32,
    /// It does not take place.
    pub cancelled: bool,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What it is called.
    pub title: LText,
    /// Where.
    pub venue: LText,
}

/// What a letter about a dialogue is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogueNews {
    /// Somebody is invited.
    Invited,
    /// An institution is asked to name somebody.
    PleaseName,
    /// Somebody else sends them.
    Sent,
    /// A seat has become free for them.
    Called,
    /// It was put off, and they are asked anew.
    PutOff,
    /// It was called off.
    CalledOff,
    /// It takes place elsewhere.
    Elsewhere,
    /// The invitation is taken back.
    TakenBack,
    /// Its minutes are out, for whoever was there.
    MinutesOut,
}

/// A letter about a dialogue, to somebody who is invited.
#[derive(Debug, Clone)]
pub struct DialogueLetter {
    /// What for.
    pub news: DialogueNews,
    /// To whom.
    pub name: LText,
    /// How one addresses them.
    pub honorific: Honorific,
    /// Which network invites.
    pub network: LText,
    /// To what.
    pub title: LText,
    /// When it begins, by the network's clock.
    pub when: String,
    /// Where.
    pub venue: LText,
    /// Until when one answers, by the network's clock; empty where that is open.
    pub until: String,
    /// Why it was put off or called off.
    pub reason: String,
    /// What else the organisers say to whoever is invited.
    pub own: LText,
    /// Where to answer; empty where there is nothing to answer.
    pub url: String,
    /// The number on the letter.
    pub number: i32,
    /// What it puts into their calendar, or takes out of it.
    pub meeting: Option<Meeting>,
}

/// How a letter addresses somebody.
pub(crate) const fn honorific(how: Honorific, language: Language) -> &'static str {
    match (how, language) {
        (Honorific::Excellency, Language::En) => "H.E. ",
        (Honorific::Excellency, Language::Km) => "ឯកឧត្តម ",
        (Honorific::LokChumteav, Language::En) => "Lok Chumteav ",
        (Honorific::LokChumteav, Language::Km) => "លោកជំទាវ ",
        (Honorific::Mr, Language::En) => "Mr ",
        (Honorific::Mr, Language::Km) => "លោក ",
        (Honorific::Ms, Language::En) => "Ms ",
        (Honorific::Ms, Language::Km) => "លោកស្រី ",
        (Honorific::Venerable, Language::En) => "Ven. ",
        (Honorific::Venerable, Language::Km) => "ព្រះតេជគុណ ",
        (Honorific::Dr, Language::En) => "Dr ",
        (Honorific::Dr, Language::Km) => "បណ្ឌិត ",
        (Honorific::None, _) => "",
    }
}

impl DialogueLetter {
    /// It asks somebody to come.
    const fn asks(&self) -> bool {
        matches!(self.news, DialogueNews::Invited | DialogueNews::PleaseName | DialogueNews::Sent)
    }

    /// What it is about takes place, for whoever reads it.
    const fn takes_place(&self) -> bool {
        !matches!(self.news, DialogueNews::CalledOff | DialogueNews::TakenBack)
    }

    /// What it is about, and what it says first.
    fn in_english(&self, title: &str, network: &str) -> (String, String) {
        let reason = &self.reason;
        match self.news {
            DialogueNews::Invited | DialogueNews::PleaseName | DialogueNews::Sent => {
                (format!("Invitation: {title}"), format!("{network} has the honour to invite you to “{title}”."))
            }
            DialogueNews::Called => {
                (format!("You have a seat: {title}"), format!("a seat has become free for you in “{title}”."))
            }
            DialogueNews::PutOff => (
                format!("New day: {title}"),
                format!(
                    "“{title}” takes place on another day. {reason}\n\nPlease say whether the new day suits you; your seat is kept."
                ),
            ),
            DialogueNews::CalledOff => {
                (format!("Called off: {title}"), format!("“{title}” does not take place. {reason}"))
            }
            DialogueNews::Elsewhere => {
                (format!("Another place: {title}"), format!("“{title}” takes place elsewhere than was written to you."))
            }
            DialogueNews::TakenBack => (
                format!("Invitation taken back: {title}"),
                format!(
                    "we have to take our invitation to “{title}” back, and ask you to excuse us. The link of our letter works no longer."
                ),
            ),
            DialogueNews::MinutesOut => (
                format!("Minutes: {title}"),
                format!(
                    "thank you for having been at “{title}”. Here are its minutes: please say where something was otherwise, and how you found it."
                ),
            ),
        }
    }

    /// The same in Khmer.
    fn in_khmer(&self, title: &str, network: &str) -> (String, String) {
        let reason = &self.reason;
        match self.news {
            DialogueNews::Invited | DialogueNews::PleaseName | DialogueNews::Sent => {
                (format!("លិខិតអញ្ជើញ៖ {title}"), format!("{network} មានកិត្តិយសសូមគោរពអញ្ជើញចូលរួម «{title}»។"))
            }
            DialogueNews::Called => (format!("អ្នកមានកៅអីហើយ៖ {title}"), format!("មានកៅអីទំនេរសម្រាប់អ្នកក្នុង «{title}»។")),
            DialogueNews::PutOff => (
                format!("ថ្ងៃថ្មី៖ {title}"),
                format!("«{title}» នឹងធ្វើនៅថ្ងៃផ្សេង។ {reason}\n\nសូមប្រាប់ថាថ្ងៃថ្មីអាចចូលរួមបានឬទេ។ យើងរក្សាកៅអីជូន។"),
            ),
            DialogueNews::CalledOff => (format!("លុបចោល៖ {title}"), format!("«{title}» មិនធ្វើឡើងទេ។ {reason}")),
            DialogueNews::Elsewhere => (format!("ទីកន្លែងថ្មី៖ {title}"), format!("«{title}» ធ្វើនៅទីកន្លែងផ្សេងពីដែលបានសរសេរជូន។")),
            DialogueNews::TakenBack => (
                format!("ដកលិខិតអញ្ជើញ៖ {title}"),
                format!("យើងខ្ញុំសូមអភ័យទោស ដោយត្រូវដកលិខិតអញ្ជើញចូលរួម «{title}» វិញ។ តំណក្នុងលិខិតមុនលែងប្រើបានហើយ។"),
            ),
            DialogueNews::MinutesOut => (
                format!("កំណត់ហេតុ៖ {title}"),
                format!("សូមអរគុណដែលបានចូលរួម «{title}»។ នេះជាកំណត់ហេតុ៖ សូមប្រាប់ប្រសិនបើមានចំណុចណាមិនត្រឹមត្រូវ និងមតិរបស់អ្នកអំពីកិច្ចសន្ទនានេះ។"),
            ),
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        let best = |text: &LText| text.best(language).0.to_owned();
        let (network, title, venue) = (best(&self.network), best(&self.title), best(&self.venue));
        let name = format!("{}{}", honorific(self.honorific, language), best(&self.name));
        let (when, until, url, number) = (&self.when, &self.until, &self.url, self.number);
        let own = self.own.best(language).0;
        let named = DialogueNews::PleaseName == self.news;
        match language {
            Language::En => {
                let (subject, said) = self.in_english(&title, &network);
                let mut body = vec![format!("No. {number}\n\nDear {name},\n\n{said}\n")];
                if self.asks() && !own.is_empty() {
                    body.push(format!("\n{own}\n"));
                }
                if self.takes_place() {
                    body.push(format!("\nWhen: {when}\nWhere: {venue}\n"));
                }
                if named {
                    body.push("\nPlease name the person who is to come for you.\n".to_owned());
                }
                if !url.is_empty() {
                    body.push(format!("\nAnswer here; you need no account:\n\n{url}\n\nThe link is for you alone.\n"));
                    if !until.is_empty() {
                        body.push(format!("We hear you until {until}.\n"));
                    }
                }
                (subject, body.concat())
            }
            Language::Km => {
                let (subject, said) = self.in_khmer(&title, &network);
                let mut body = vec![format!("លេខ {number}\n\nសូមគោរព {name}\n\n{said}\n")];
                if self.asks() && !own.is_empty() {
                    body.push(format!("\n{own}\n"));
                }
                if self.takes_place() {
                    body.push(format!("\nពេលវេលា៖ {when}\nទីកន្លែង៖ {venue}\n"));
                }
                if named {
                    body.push("\nសូមចាត់តាំងតំណាងដែលនឹងចូលរួម។\n".to_owned());
                }
                if !url.is_empty() {
                    body.push(format!("\nសូមឆ្លើយនៅទីនេះ មិនត្រូវការគណនីទេ៖\n\n{url}\n\nតំណនេះសម្រាប់តែអ្នក។\n"));
                    if !until.is_empty() {
                        body.push(format!("យើងរង់ចាំចម្លើយរហូតដល់ {until}។\n"));
                    }
                }
                (subject, body.concat())
            }
        }
    }
}
