//! The words that items of a plan choose from.

use serde::{Deserialize, Serialize};

/// A word as it is kept.
pub fn word<T: Serialize>(word: T) -> String {
    serde_json::to_value(word).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A word out of what is kept; nothing for what is none.
pub fn read<T: serde::de::DeserializeOwned>(kept: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(kept.to_owned())).ok()
}

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+ })+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// The word that is stored and spoken.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

    )+ };
}

words! {
    /// What kind of change an objective is.
    PolicyOutcome {
        /// How people think.
        Attitudinal = "attitudinal",
        /// What is talked about.
        Discursive = "discursive",
        /// How it is decided.
        Procedural = "procedural",
        /// What is decided.
        Content = "content",
        /// What is done.
        Behavioural = "behavioural",
    }
    /// How near a target is to the decision.
    TargetKind {
        /// It can do what is asked.
        Primary = "primary",
        /// It moves those who can.
        Secondary = "secondary",
    }
    /// What became of an ask.
    AskResponse {
        /// Nothing yet.
        None = "none",
        /// It was heard.
        Noted = "noted",
        /// Yes.
        Accepted = "accepted",
        /// Yes in part.
        PartlyAccepted = "partly_accepted",
        /// No.
        Rejected = "rejected",
    }
    /// By which way change is thought to come (Stachowiak).
    Pathway {
        /// All at once.
        LargeLeaps = "large_leaps",
        /// When a window opens.
        PolicyWindows = "policy_windows",
        /// By those who act together.
        Coalition = "coalition",
        /// By those who have power.
        PowerPolitics = "power_politics",
        /// By those inside who belong together.
        Regime = "regime",
        /// By how it is put.
        MessagingFrameworks = "messaging_frameworks",
        /// By what the media tell.
        MediaInfluence = "media_influence",
        /// By those who are concerned.
        Grassroots = "grassroots",
        /// By groups that form.
        GroupFormation = "group_formation",
        /// By example.
        Diffusion = "diffusion",
    }
    /// What kind of harm a risk is.
    RiskCategory {
        /// From politics or law.
        PoliticalLegal = "political_legal",
        /// To life and limb.
        Physical = "physical",
        /// To devices and data.
        Digital = "digital",
        /// To a good name.
        Reputational = "reputational",
        /// To money.
        Financial = "financial",
        /// To those in our care.
        Safeguarding = "safeguarding",
        /// To those around us.
        DoNoHarm = "do_no_harm",
    }
    /// Where a risk stands.
    RiskStatus {
        /// It may happen.
        Open = "open",
        /// Something was done about it.
        Mitigated = "mitigated",
        /// It happened.
        Occurred = "occurred",
        /// It is past.
        Closed = "closed",
    }
    /// What an indicator tells of.
    IndicatorLevel {
        /// What is better for people.
        Impact = "impact",
        /// What others do differently.
        Outcome = "outcome",
        /// What the campaign itself has done.
        Output = "output",
    }
    /// How values of an indicator are counted.
    Measure {
        /// So many at the end of the period.
        State = "state",
        /// So many in the period; periods add up.
        Sum = "sum",
        /// A share in per cent at the end of the period.
        Share = "share",
    }
    /// How often an indicator is looked at.
    Frequency {
        /// Every month.
        Monthly = "monthly",
        /// Every three months.
        Quarterly = "quarterly",
        /// Twice a year.
        HalfYearly = "half_yearly",
        /// Once a year.
        Yearly = "yearly",
    }
    /// By what a value is split.
    Split {
        /// Female, male, other, unknown.
        Sex = "sex",
        /// Below 15, 15 to 30 (youth), 31 to 59, 60 and over, unknown.
        Age = "age",
        /// Lives with a disability (Washington Group Short Set).
        Disability = "disability",
        /// Belongs to an indigenous people or ethnic minority.
        Indigenous = "indigenous",
        /// Has an ID Poor card.
        IdPoor = "id_poor",
        /// Where: capital and provinces.
        Province = "province",
        /// For whom they speak: the network's constituencies, unknown.
        Constituency = "constituency",
    }
    /// Which way a force pushes.
    Direction {
        /// Towards the change.
        Driving = "driving",
        /// Against it.
        Restraining = "restraining",
    }
    /// How much of a change a marker is (outcome mapping).
    MarkerLevel {
        /// One expects to see it.
        Expect = "expect",
        /// One would like to see it.
        Like = "like",
        /// One would love to see it.
        Love = "love",
    }
}

impl Split {
    /// Its groups, each by its code; none where they are places or the terms of a list.
    pub const fn groups(self) -> &'static [&'static str] {
        match self {
            Self::Sex => &["female", "male", "other", "unknown"],
            Self::Age => &["under_15", "15_30", "31_59", "60_over", "unknown"],
            Self::Disability | Self::Indigenous => &["yes", "no", "unknown"],
            Self::IdPoor => &["poor_1", "poor_2", "not_poor", "unknown"],
            Self::Province | Self::Constituency => &[],
        }
    }
}
