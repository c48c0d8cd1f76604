//! The words by which items of a plan are told apart.

use async_graphql::Enum;
use sala_domain::campaigns::words;

/// What kind of change an objective is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::PolicyOutcome")]
pub enum PolicyOutcome {
    /// How people think.
    Attitudinal,
    /// What is talked about.
    Discursive,
    /// How it is decided.
    Procedural,
    /// What is decided.
    Content,
    /// What is done.
    Behavioural,
}

/// How near a target is to the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::TargetKind")]
pub enum TargetKind {
    /// It can do what is asked.
    Primary,
    /// It moves those who can.
    Secondary,
}

/// What became of an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::AskResponse")]
pub enum AskResponse {
    /// Nothing yet.
    None,
    /// It was heard.
    Noted,
    /// Yes.
    Accepted,
    /// Yes in part.
    PartlyAccepted,
    /// No.
    Rejected,
}

/// By which way change is thought to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::Pathway")]
pub enum Pathway {
    /// All at once.
    LargeLeaps,
    /// When a window opens.
    PolicyWindows,
    /// By those who act together.
    Coalition,
    /// By those who have power.
    PowerPolitics,
    /// By those inside who belong together.
    Regime,
    /// By how it is put.
    MessagingFrameworks,
    /// By what the media tell.
    MediaInfluence,
    /// By those who are concerned.
    Grassroots,
    /// By groups that form.
    GroupFormation,
    /// By example.
    Diffusion,
}

/// What kind of harm a risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::RiskCategory")]
pub enum RiskCategory {
    /// From politics or law.
    PoliticalLegal,
    /// To life and limb.
    Physical,
    /// To devices and data.
    Digital,
    /// To a good name.
    Reputational,
    /// To money.
    Financial,
    /// To those in our care.
    Safeguarding,
    /// To those around us.
    DoNoHarm,
}

/// Where a risk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::RiskStatus")]
pub enum RiskStatus {
    /// It may happen.
    Open,
    /// Something was done about it.
    Mitigated,
    /// It happened.
    Occurred,
    /// It is past.
    Closed,
}

/// Which way a force pushes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::Direction")]
pub enum Direction {
    /// Towards the change.
    Driving,
    /// Against it.
    Restraining,
}

/// How much of a change a marker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::MarkerLevel")]
pub enum MarkerLevel {
    /// One expects to see it.
    Expect,
    /// One would like to see it.
    Like,
    /// One would love to see it.
    Love,
}

/// What an indicator tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "words::IndicatorLevel")]
pub enum IndicatorLevel {
    /// What is better for people.
    Impact,
    /// What others do differently.
    Outcome,
    /// What the campaign itself has done.
    Output,
}

/// How values of an indicator are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "IndicatorMeasure", remote = "words::Measure")]
pub enum Measure {
    /// So many at the end of the period.
    State,
    /// So many in the period; periods add up.
    Sum,
    /// A share in per cent at the end of the period.
    Share,
}

/// How often an indicator is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "IndicatorFrequency", remote = "words::Frequency")]
pub enum Frequency {
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Twice a year.
    HalfYearly,
    /// Once a year.
    Yearly,
}

/// By what a value is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "Disaggregation", remote = "words::Split")]
pub enum Split {
    /// `female`, `male`, `other`, `unknown`.
    Sex,
    /// `under_15`, `15_30` (youth), `31_59`, `60_over`, `unknown`.
    Age,
    /// Lives with a disability (Washington Group Short Set): `yes`, `no`, `unknown`.
    Disability,
    /// Belongs to an indigenous people or ethnic minority: `yes`, `no`, `unknown`.
    Indigenous,
    /// Has an ID Poor card: `poor_1`, `poor_2`, `not_poor`, `unknown`.
    IdPoor,
    /// The capital and the provinces, each by its code.
    Province,
    /// For whom they speak: terms of `CONSTITUENCY`, each by its code, and `unknown`.
    Constituency,
}

/// A currency (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Currency {
    /// Cambodian riel, written without decimals.
    Khr,
    /// United States dollar, two decimals.
    Usd,
}

impl From<sala_kernel::Currency> for Currency {
    fn from(currency: sala_kernel::Currency) -> Self {
        match currency {
            sala_kernel::Currency::KHR => Self::Khr,
            sala_kernel::Currency::USD => Self::Usd,
        }
    }
}

impl From<Currency> for sala_kernel::Currency {
    fn from(currency: Currency) -> Self {
        match currency {
            Currency::Khr => Self::KHR,
            Currency::Usd => Self::USD,
        }
    }
}
