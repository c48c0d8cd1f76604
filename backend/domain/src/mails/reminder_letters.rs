//! The words of reminders.

use sala_kernel::{LText, Language};

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminds {
    /// A duty of a member.
    Duty,
    /// A vote that closes.
    Decision,
    /// A meeting of a working group.
    Meeting,
    /// A paper on which members are asked for what they think.
    Consultation,
    /// A text that organisations are asked to sign.
    SignOn,
    /// A policy window that somebody prepares.
    Window,
    /// A task that falls due.
    Task,
    /// What is to follow a contact with a stakeholder.
    FollowUp,
    /// A commitment that somebody looks after.
    Commitment,
}

impl Reminds {
    /// Everything one is reminded of.
    pub const ALL: [Self; 9] = [
        Self::Duty,
        Self::Decision,
        Self::Meeting,
        Self::Consultation,
        Self::SignOn,
        Self::Window,
        Self::Task,
        Self::FollowUp,
        Self::Commitment,
    ];

    /// The word it is kept under.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Decision => "decision",
            Self::Meeting => "meeting",
            Self::Consultation => "consultation",
            Self::SignOn => "sign_on",
            Self::Window => "window",
            Self::Task => "task",
            Self::FollowUp => "follow_up",
            Self::Commitment => "commitment",
        }
    }
}

/// A reminder.
#[derive(Debug, Clone)]
pub struct ReminderLetter {
    /// About what.
    pub about: Reminds,
    /// The day is past.
    pub late: bool,
    /// The day is near.
    pub soon: bool,
    /// What it is called; none where a mail must not say it.
    pub title: Option<LText>,
    /// When it is due, on the network's clock.
    pub due: String,
    /// Where to go.
    pub url: String,
}

impl ReminderLetter {
    /// A word for the kind of letter.
    pub const fn kind(&self) -> &'static str {
        match self.about {
            Reminds::Duty => "duty_reminder",
            Reminds::Decision => "decision_reminder",
            Reminds::Meeting => "meeting_reminder",
            Reminds::Consultation => "consultation_reminder",
            Reminds::SignOn => "sign_on_reminder",
            Reminds::Window => "window_reminder",
            Reminds::Task => "task_reminder",
            Reminds::FollowUp => "follow_up_reminder",
            Reminds::Commitment => "commitment_reminder",
        }
    }

    /// Subject and body.
    pub fn words(&self, language: Language) -> (String, String) {
        let title = self.title.as_ref().map_or("", |title| title.best(language).0);
        let named = if title.is_empty() { String::new() } else { format!("  {title}\n") };
        let (subject, what) = match (self.about, self.late, language) {
            (Reminds::Duty, false, Language::En) => {
                ("A duty of your organisation falls due", "Your organisation is to do this by")
            }
            (Reminds::Duty, true, Language::En) => {
                ("A duty of your organisation is overdue", "Your organisation was to do this by")
            }
            (Reminds::Decision, _, Language::En) => {
                ("A vote closes within a day", "Your organisation has not voted yet. The vote closes")
            }
            (Reminds::Meeting, _, Language::En) => {
                ("Your working group meets within a day", "Your working group meets")
            }
            (Reminds::Consultation, _, Language::En) if self.soon => (
                "A consultation ends within a day",
                "Your organisation has said nothing yet. You can comment on this paper until",
            ),
            (Reminds::Consultation, _, Language::En) => (
                "A paper is open for your comments",
                "Members are asked what they think of this paper. Comment on it until",
            ),
            (Reminds::Consultation, _, Language::Km) if self.soon => {
                ("ការពិគ្រោះយោបល់នឹងបញ្ចប់ក្នុងរយៈពេលមួយថ្ងៃ", "អង្គការរបស់អ្នកមិនទាន់ផ្តល់មតិទេ។ អ្នកអាចផ្តល់មតិលើឯកសារនេះរហូតដល់")
            }
            (Reminds::Consultation, _, Language::Km) => ("ឯកសារមួយបើកសម្រាប់មតិរបស់អ្នក", "សូមសមាជិកផ្តល់មតិលើឯកសារនេះ រហូតដល់"),
            (Reminds::SignOn, _, Language::En) if self.soon => (
                "A text closes for signing soon",
                "Your organisation has not answered yet. Silence is never support. It can sign, or answer otherwise, before",
            ),
            (Reminds::SignOn, _, Language::En) => (
                "A text waits for your organisation’s signature",
                "Organisations are asked to sign this text. Read it, and answer before",
            ),
            (Reminds::SignOn, _, Language::Km) if self.soon => (
                "អត្ថបទមួយនឹងបិទការចុះហត្ថលេខាឆាប់ៗ",
                "អង្គការរបស់អ្នកមិនទាន់ឆ្លើយទេ។ ភាពស្ងៀមស្ងាត់មិនមែនជាការគាំទ្រទេ។ អាចចុះហត្ថលេខា ឬឆ្លើយផ្សេង មុន",
            ),
            (Reminds::SignOn, _, Language::Km) => {
                ("អត្ថបទមួយរង់ចាំហត្ថលេខារបស់អង្គការអ្នក", "សូមអង្គការចុះហត្ថលេខាលើអត្ថបទនេះ។ សូមអាន ហើយឆ្លើយមុន")
            }
            (Reminds::Window, _, Language::En) => {
                ("A policy window opens within three weeks", "You prepare what is to be done in it. It opens on")
            }
            (Reminds::Window, _, Language::Km) => {
                ("ឱកាសគោលនយោបាយនឹងបើកក្នុងរយៈពេលបីសប្តាហ៍", "អ្នករៀបចំអ្វីដែលត្រូវធ្វើក្នុងឱកាសនេះ។ វាបើកនៅថ្ងៃ")
            }
            (Reminds::Task, _, Language::En) => {
                ("A task of yours is due tomorrow", "Something in a campaign is to be done by")
            }
            (Reminds::Task, _, Language::Km) => ("កិច្ចការរបស់អ្នកដល់កំណត់ថ្ងៃស្អែក", "មានកិច្ចការក្នុងយុទ្ធនាការដែលត្រូវធ្វើឱ្យរួចមុនថ្ងៃ"),
            (Reminds::Commitment, false, Language::En) => (
                "A commitment you look after is due soon",
                "Something was promised, and you look after it. It is due on",
            ),
            (Reminds::Commitment, true, Language::En) => (
                "A commitment you look after is overdue",
                "Something was promised, and you look after it. It was due on",
            ),
            (Reminds::Commitment, false, Language::Km) => {
                ("ការសន្យាដែលអ្នកតាមដានជិតដល់កំណត់", "មានការសន្យាមួយដែលអ្នកតាមដាន។ វាដល់កំណត់នៅថ្ងៃ")
            }
            (Reminds::Commitment, true, Language::Km) => {
                ("ការសន្យាដែលអ្នកតាមដានហួសកំណត់", "មានការសន្យាមួយដែលអ្នកតាមដាន។ វាត្រូវដល់កំណត់នៅថ្ងៃ")
            }
            (Reminds::FollowUp, _, Language::En) => {
                ("Something of yours is due tomorrow", "In a campaign you have taken something upon you. It is due on")
            }
            (Reminds::FollowUp, _, Language::Km) => {
                ("មានការងារបន្តរបស់អ្នកដល់កំណត់ថ្ងៃស្អែក", "ក្នុងយុទ្ធនាការ អ្នកបានទទួលធ្វើការងារបន្តមួយ។ វាដល់កំណត់នៅថ្ងៃ")
            }
            (Reminds::Duty, false, Language::Km) => ("កាតព្វកិច្ចរបស់អង្គការអ្នកជិតដល់កំណត់", "អង្គការរបស់អ្នកត្រូវធ្វើកិច្ចការនេះ មុនថ្ងៃ"),
            (Reminds::Duty, true, Language::Km) => ("កាតព្វកិច្ចរបស់អង្គការអ្នកហួសកំណត់", "អង្គការរបស់អ្នកគួរបានធ្វើកិច្ចការនេះ មុនថ្ងៃ"),
            (Reminds::Decision, _, Language::Km) => {
                ("ការបោះឆ្នោតនឹងបិទក្នុងរយៈពេលមួយថ្ងៃ", "អង្គការរបស់អ្នកមិនទាន់បោះឆ្នោតទេ។ ការបោះឆ្នោតនឹងបិទនៅ")
            }
            (Reminds::Meeting, _, Language::Km) => ("ក្រុមការងាររបស់អ្នកនឹងប្រជុំក្នុងរយៈពេលមួយថ្ងៃ", "ក្រុមការងាររបស់អ្នកនឹងប្រជុំនៅ"),
        };
        let (due, url) = (&self.due, &self.url);
        let body = match language {
            Language::En => format!("Hello,\n\n{what} {due}:\n\n{named}  {url}\n"),
            Language::Km => format!("សួស្តី\n\n{what} {due}៖\n\n{named}  {url}\n"),
        };
        (subject.to_owned(), body)
    }
}
