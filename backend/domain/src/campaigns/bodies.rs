//! What an item of a plan says: each kind has one typed body, kept as it is here and checked before it is kept.

use chrono::NaiveDate;
use sala_kernel::{Currency, Error, LText, Message, Result};
use serde::{Deserialize, Serialize};

use super::{
    Sight,
    words::{
        AskResponse, Direction, Frequency, IndicatorLevel, MarkerLevel, Measure, Pathway, PolicyOutcome, RiskCategory,
        RiskStatus, Split, TargetKind,
    },
};
use crate::text::Check;

sala_kernel::db_enum! {
    /// What an item is.
    pub enum ItemKind as "campaign_item_kind" {
        /// What is to change, by when.
        Objective = "objective",
        /// What somebody is asked to do.
        Ask = "ask",
        /// A step of the theory of change.
        Step = "step",
        /// A message for somebody.
        Message = "message",
        /// What may go wrong.
        Risk = "risk",
        /// What drives the change or holds it back.
        Force = "force",
        /// What one would see somebody do if it worked.
        Marker = "marker",
        /// Money that is planned for something.
        BudgetLine = "budget_line",
        /// By what one knows how far it has come.
        Indicator = "indicator",
    }
}

impl ItemKind {
    /// Who may know it.
    pub const fn sight(self) -> Sight {
        match self {
            Self::Objective | Self::Ask => Sight::Public,
            Self::Step | Self::Message | Self::Marker | Self::Indicator => Sight::Members,
            Self::Risk | Self::Force | Self::BudgetLine => Sight::Team,
        }
    }
}

/// An objective.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Objective {
    /// What is to be reached.
    pub statement: LText,
    /// Who is to change.
    pub who: String,
    /// By when.
    pub by_when: Option<NaiveDate>,
    /// What kind of change it is.
    pub outcome: PolicyOutcome,
    /// Specific, measurable, achievable, relevant, timebound.
    pub smart: [bool; 5],
}

/// An ask.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ask {
    /// What is asked.
    pub text: LText,
    /// Of whom.
    pub target: LText,
    /// How near that one is to the decision.
    pub target_kind: TargetKind,
    /// By when.
    pub by_when: Option<NaiveDate>,
    /// The standard or law it rests on.
    pub standard: String,
    /// What became of it.
    pub response: AskResponse,
    /// When.
    pub responded_on: Option<NaiveDate>,
    /// By what one knows.
    pub source: String,
}

/// A step of the theory of change.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// If this is so.
    pub cause: String,
    /// Then this follows.
    pub effect: String,
    /// Because of this.
    pub because: String,
    /// By which way.
    pub pathway: Option<Pathway>,
}

/// A message.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyMessage {
    /// For whom.
    pub audience: String,
    /// What is said.
    pub text: LText,
    /// By whom.
    pub messenger: String,
    /// Over what.
    pub channel: String,
}

/// A risk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Risk {
    /// What may happen.
    pub text: String,
    /// What kind of harm.
    pub category: RiskCategory,
    /// How likely, 1 to 5.
    pub likelihood: i32,
    /// How bad, 1 to 5.
    pub impact: i32,
    /// What is done about it.
    pub mitigation: String,
    /// Where it stands.
    pub status: RiskStatus,
}

/// A force.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Force {
    /// What it is.
    pub text: String,
    /// Which way it pushes.
    pub direction: Direction,
    /// How strongly, 1 to 5.
    pub strength: i32,
    /// How much it can be changed, 1 to 5.
    pub changeability: i32,
    /// By what one knows.
    pub basis: String,
}

/// A progress marker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Marker {
    /// Who one would see.
    pub partner: String,
    /// How much of a change.
    pub level: MarkerLevel,
    /// What one would see them do.
    pub statement: LText,
    /// When it was seen.
    pub observed_on: Option<NaiveDate>,
    /// By what one knows.
    pub evidence: String,
}

/// A budget line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BudgetLine {
    /// Its code.
    pub code: String,
    /// For what.
    pub description: String,
    /// Who gives the money.
    pub donor: String,
    /// In which currency.
    pub currency: Currency,
    /// Planned, in hundredths.
    pub planned: i64,
    /// Spent so far, in hundredths.
    pub spent: i64,
}

/// An indicator; figures are in hundredths.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Indicator {
    /// What is counted.
    pub statement: LText,
    /// What it tells of.
    pub level: IndicatorLevel,
    /// How values are counted.
    pub measure: Measure,
    /// In which unit.
    pub unit: LText,
    /// What it was before.
    pub baseline: Option<i64>,
    /// When.
    pub baseline_on: Option<NaiveDate>,
    /// What it is to become.
    pub target: Option<i64>,
    /// By when.
    pub target_on: Option<NaiveDate>,
    /// By what values are split.
    pub split_by: Vec<Split>,
    /// By what one knows it.
    pub means: String,
    /// How often it is looked at.
    pub frequency: Frequency,
}

/// What an item says, by its kind.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is told at its own type")]
pub enum Body {
    Objective(Objective),
    Ask(Ask),
    Step(Step),
    Message(KeyMessage),
    Risk(Risk),
    Force(Force),
    Marker(Marker),
    BudgetLine(BudgetLine),
    Indicator(Indicator),
}

impl Body {
    /// Of which kind it is.
    pub const fn kind(&self) -> ItemKind {
        match self {
            Self::Objective(_) => ItemKind::Objective,
            Self::Ask(_) => ItemKind::Ask,
            Self::Step(_) => ItemKind::Step,
            Self::Message(_) => ItemKind::Message,
            Self::Risk(_) => ItemKind::Risk,
            Self::Force(_) => ItemKind::Force,
            Self::Marker(_) => ItemKind::Marker,
            Self::BudgetLine(_) => ItemKind::BudgetLine,
            Self::Indicator(_) => ItemKind::Indicator,
        }
    }

    /// Reads what is kept of an item of some kind.
    pub(super) fn read(kind: ItemKind, kept: serde_json::Value) -> Result<Self> {
        fn body<T: serde::de::DeserializeOwned>(kept: serde_json::Value, of: fn(T) -> Body) -> Result<Body> {
            serde_json::from_value(kept).map(of).map_err(Error::internal)
        }
        match kind {
            ItemKind::Objective => body(kept, Self::Objective),
            ItemKind::Ask => body(kept, Self::Ask),
            ItemKind::Step => body(kept, Self::Step),
            ItemKind::Message => body(kept, Self::Message),
            ItemKind::Risk => body(kept, Self::Risk),
            ItemKind::Force => body(kept, Self::Force),
            ItemKind::Marker => body(kept, Self::Marker),
            ItemKind::BudgetLine => body(kept, Self::BudgetLine),
            ItemKind::Indicator => body(kept, Self::Indicator),
        }
    }

    /// Cleans what was typed, and says what is wrong with it.
    pub(super) fn check(&mut self, found: &mut Check) {
        let needed = |found: &mut Check, field: &str, text: &str| {
            if text.is_empty() {
                found.fail(field, Message::Required);
            }
        };
        let one_to_five = |found: &mut Check, field: &str, n: i32| {
            if !(1..=5).contains(&n) {
                found.fail(field, Message::OutOfRange);
            }
        };
        match self {
            Self::Objective(it) => {
                it.statement = both(found, "statement", &it.statement);
                it.who = found.line("who", &it.who, 200);
            }
            Self::Ask(it) => {
                it.text = both(found, "text", &it.text);
                // Of whom may be open as long as it is planned.
                it.target = LText::new(
                    found.line("target.en", &it.target.en, 200),
                    found.line("target.km", &it.target.km, 200),
                );
                it.standard = found.line("standard", &it.standard, 300);
                it.source = found.line("source", &it.source, 300);
                if it.response == AskResponse::None {
                    it.responded_on = None;
                } else {
                    needed(found, "source", &it.source);
                    if it.responded_on.is_none() {
                        found.fail("respondedOn", Message::Required);
                    }
                }
            }
            Self::Step(it) => {
                it.cause = found.prose("cause", &it.cause, 1000);
                it.effect = found.prose("effect", &it.effect, 1000);
                it.because = found.prose("because", &it.because, 1000);
                needed(found, "cause", &it.cause);
                needed(found, "effect", &it.effect);
            }
            Self::Message(it) => {
                it.audience = found.line("audience", &it.audience, 200);
                it.text = both(found, "text", &it.text);
                it.messenger = found.line("messenger", &it.messenger, 200);
                it.channel = found.line("channel", &it.channel, 200);
                needed(found, "audience", &it.audience);
            }
            Self::Risk(it) => {
                it.text = found.prose("text", &it.text, 1000);
                it.mitigation = found.prose("mitigation", &it.mitigation, 2000);
                needed(found, "text", &it.text);
                one_to_five(found, "likelihood", it.likelihood);
                one_to_five(found, "impact", it.impact);
            }
            Self::Force(it) => {
                it.text = found.prose("text", &it.text, 1000);
                it.basis = found.line("basis", &it.basis, 300);
                needed(found, "text", &it.text);
                one_to_five(found, "strength", it.strength);
                one_to_five(found, "changeability", it.changeability);
            }
            Self::Marker(it) => {
                it.partner = found.line("partner", &it.partner, 200);
                it.statement = both(found, "statement", &it.statement);
                it.evidence = found.line("evidence", &it.evidence, 300);
                needed(found, "partner", &it.partner);
                if it.observed_on.is_some() {
                    needed(found, "evidence", &it.evidence);
                }
            }
            Self::Indicator(it) => it.check(found),
            Self::BudgetLine(it) => {
                it.code = found.line("code", &it.code, 40);
                it.description = found.line("description", &it.description, 300);
                it.donor = found.line("donor", &it.donor, 200);
                needed(found, "description", &it.description);
                for (field, amount) in [("planned", it.planned), ("spent", it.spent)] {
                    // A riel is not divided.
                    let whole = it.currency == Currency::USD || amount % 100 == 0;
                    if !(0..=100_000_000_000_000).contains(&amount) || !whole {
                        found.fail(field, Message::OutOfRange);
                    }
                }
            }
        }
    }
}

impl Indicator {
    fn check(&mut self, found: &mut Check) {
        self.statement = both(found, "statement", &self.statement);
        self.unit = LText::new(found.line("unit.en", &self.unit.en, 60), found.line("unit.km", &self.unit.km, 60));
        self.means = found.prose("means", &self.means, 1000);
        self.split_by.sort_unstable();
        self.split_by.dedup();
        for (field, figure) in [("baseline", self.baseline), ("target", self.target)] {
            if figure.is_some_and(|figure| !FIGURES.contains(&figure)) {
                found.fail(field, Message::NotAFigure);
            }
        }
        for (field, figure, on) in
            [("baselineOn", self.baseline, self.baseline_on), ("targetOn", self.target, self.target_on)]
        {
            if figure.is_some() && on.is_none() {
                found.fail(field, Message::Required);
            }
        }
    }
}

/// What a figure can be, in hundredths.
pub(super) const FIGURES: std::ops::RangeInclusive<i64> = 0..=100_000_000_000_000;

/// A line in both languages, of which one is enough.
fn both(found: &mut Check, field: &str, text: &LText) -> LText {
    let text = LText::new(
        found.prose(&format!("{field}.en"), &text.en, 1000),
        found.prose(&format!("{field}.km"), &text.km, 1000),
    );
    if text.is_empty() {
        found.fail(field, Message::Required);
    }
    text
}
