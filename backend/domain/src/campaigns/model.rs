//! What a campaign is.

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{CampaignId, GroupId, LText, NetworkId, OrganisationId, PersonId, PlaceCode};
use serde::Serialize;

use crate::access::{Action, Actor, Facts, Level, Reach};

sala_kernel::db_enum! {
    /// Where it stands.
    pub enum CampaignState as "campaign_state" {
        /// An idea.
        Concept = "concept",
        /// Being planned.
        Planning = "planning",
        /// The plan stands; it has not begun.
        Approved = "approved",
        /// Under way.
        Active = "active",
        /// Halted for a reason, and may go on.
        Paused = "paused",
        /// Being looked back on.
        Closing = "closing",
        /// Over.
        Closed = "closed",
        /// Given up.
        Cancelled = "cancelled",
    }
}

impl CampaignState {
    /// Its plan may change.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Cancelled)
    }

    /// It has begun and is not given up: what is public of it may be read.
    pub const fn is_told(self) -> bool {
        matches!(self, Self::Active | Self::Paused | Self::Closing | Self::Closed)
    }
}

sala_kernel::db_enum! {
    /// Who may know it.
    pub enum Visibility as "campaign_visibility" {
        /// Everybody, once it has begun.
        Public = "public",
        /// The members of the network.
        Members = "members",
        /// Those who take part.
        Team = "team",
    }
}

sala_kernel::db_enum! {
    /// From where it presses.
    pub enum Approach as "campaign_approach" {
        /// From within, with those who decide.
        Insider = "insider",
        /// From without, with those who are concerned.
        Outsider = "outsider",
        /// Both.
        Mixed = "mixed",
    }
}

sala_kernel::db_enum! {
    /// Which part an organisation has.
    pub enum CampaignRole as "campaign_role" {
        /// Leads it.
        Lead = "lead",
        /// Leads it with another.
        CoLead = "co_lead",
        /// Does a part of the work.
        Supporting = "supporting",
        /// Gives advice.
        Advisory = "advisory",
    }
}

/// How much of a campaign somebody may know who knows that it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// What everybody may: what is wrong, what is asked of whom, who takes part.
    Public,
    /// What members may: how it goes about it, and what is done when.
    Members,
    /// Everything.
    Team,
}

/// So many riel are a dollar, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// On which day.
    pub on: NaiveDate,
    /// So many riel.
    pub riel_per_dollar: i32,
    /// By what one knows.
    pub source: String,
}

impl Rate {
    /// Riel in dollars, both in hundredths, rounded half up.
    pub fn dollars(&self, riel: i64) -> i64 {
        let per = i64::from(self.riel_per_dollar.max(1));
        (riel + per / 2) / per
    }
}

/// A campaign.
#[derive(Debug, Clone, Serialize)]
pub struct Campaign {
    /// Its id.
    #[serde(skip)]
    pub id: CampaignId,
    /// In which network.
    #[serde(skip)]
    pub network: NetworkId,
    /// Run by which working group, if by one.
    #[serde(skip)]
    pub group: Option<GroupId>,
    /// What it is called.
    pub title: LText,
    /// What is wrong.
    pub problem: LText,
    /// What is to be reached.
    pub goal: LText,
    /// Whom the problem touches.
    pub affected: LText,
    /// The laws and policies it is about, as they are cited.
    pub policies: String,
    /// From where it presses.
    pub approach: Approach,
    /// Who may know it.
    pub visibility: Visibility,
    /// What to mind so that nobody is set against anybody.
    pub conflict_note: String,
    /// What to mind so that nobody is harmed by those who act.
    pub safeguarding_note: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Where.
    pub places: Vec<PlaceCode>,
    /// What it is about: ids of themes.
    pub themes: Vec<uuid::Uuid>,
    /// By what riel are told in dollars; nothing as long as nobody has said.
    pub rate: Option<Rate>,
    /// Where it stands.
    pub state: CampaignState,
    /// Why, where somebody had to say.
    pub state_reason: String,
    /// What was learnt, written when it closes.
    pub debrief: String,
    /// Who began it.
    #[serde(skip)]
    pub created_by: Option<PersonId>,
    /// For which organisation.
    #[serde(skip)]
    pub created_for: Option<OrganisationId>,
    /// Since when.
    #[serde(skip)]
    pub created_at: DateTime<Utc>,
    /// Where it stands, since when.
    #[serde(skip)]
    pub moved_at: DateTime<Utc>,
    /// Counts its changes.
    #[serde(skip)]
    pub version: i32,
    /// The organisation that leads it.
    #[serde(skip)]
    pub lead: Option<OrganisationId>,
    /// Organisations that lead it with another.
    #[serde(skip)]
    pub co_leads: Vec<OrganisationId>,
    /// Organisations that take part, the leading ones among them.
    #[serde(skip)]
    pub team: Vec<OrganisationId>,
    /// Organisations that are asked to take part and have not answered.
    #[serde(skip)]
    pub invited: Vec<OrganisationId>,
}

impl Campaign {
    /// Who may know it.
    pub fn facts(&self) -> Facts {
        // Observers know what everybody may.
        let public = self.visibility == Visibility::Public && self.state.is_told();
        let level = match self.visibility {
            _ if public => Level::Public,
            Visibility::Public | Visibility::Members => Level::Members,
            Visibility::Team => Level::Restricted,
        };
        Facts { public, ..self.facts_of(level, self.team.iter().chain(&self.invited).copied().collect()) }
    }

    /// What is the members' own of it, also where the rest is public.
    pub fn member_facts(&self) -> Facts {
        let level = if self.visibility == Visibility::Team { Level::Restricted } else { Level::Members };
        self.facts_of(level, self.team.iter().chain(&self.invited).copied().collect())
    }

    /// How much of it an actor may know who knows that it is there.
    pub fn sight(&self, actor: &Actor) -> Sight {
        let may = |action, facts: &Facts| Reach::with_self(actor, action).covers(facts);
        if may(Action::ViewCampaignInside, &self.team_facts()) {
            Sight::Team
        } else if may(Action::ViewCampaign, &self.member_facts()) {
            Sight::Members
        } else {
            Sight::Public
        }
    }

    /// Those who plan it: what they alone may know, and what they may change.
    pub fn team_facts(&self) -> Facts {
        self.facts_of(Level::Restricted, self.team.clone())
    }

    /// Those who lead it.
    pub fn lead_facts(&self) -> Facts {
        self.facts_of(Level::Restricted, self.lead.iter().chain(&self.co_leads).copied().collect())
    }

    fn facts_of(&self, level: Level, owners: Vec<OrganisationId>) -> Facts {
        Facts {
            networks: vec![(self.network, level)],
            owners,
            group: self.group,
            own_level: Some(Level::Restricted),
            author: self.created_by,
            ..Facts::default()
        }
    }
}

/// What a campaign is to say of itself.
#[derive(Debug, Clone)]
pub struct CampaignDraft {
    /// What it is called.
    pub title: LText,
    /// What is wrong.
    pub problem: LText,
    /// What is to be reached.
    pub goal: LText,
    /// Whom the problem touches.
    pub affected: LText,
    /// The laws and policies it is about.
    pub policies: String,
    /// From where it presses.
    pub approach: Approach,
    /// Who may know it.
    pub visibility: Visibility,
    /// What to mind so that nobody is set against anybody.
    pub conflict_note: String,
    /// What to mind so that nobody is harmed by those who act.
    pub safeguarding_note: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Where.
    pub places: Vec<PlaceCode>,
    /// Codes of its themes.
    pub themes: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn riel_are_told_in_dollars_to_the_nearest_cent() {
        let on = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        let rate = Rate { on, riel_per_dollar: 4000, source: String::new() };
        for (riel, cents) in
            [(0, 0), (400_000, 100), (1_200_000_000, 300_000), (1_999, 0), (2_000, 1), (5_999, 1), (6_000, 2)]
        {
            assert_eq!(rate.dollars(riel), cents, "{riel}");
        }
    }
}
