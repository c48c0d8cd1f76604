//! Reports of campaigns: one table each, in one language, with what it was asked for, when and by whom. Screen, CSV and PDF are
//! made of the same.

pub mod commitments;
mod dialogues;
mod finance;
mod harvest;
mod map;
mod progress;
mod results;

use chrono::{DateTime, NaiveDate, Utc};
use sala_kernel::{CampaignId, Env, Error, Language, Message, Pool, Result};

use crate::{
    access::{
        Actor,
        acts::{ViewCampaignInside, ViewMap},
        authorize,
    },
    campaigns::{self, Campaign},
    networks,
    papers::service::may,
    people, stakeholders,
    table::Table,
};

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is asked, what came back, what is done.
    Progress,
    /// Indicators, for those who give money.
    Results,
    /// The budget, for those who give money.
    Finance,
    /// Outcomes that were looked through.
    Harvest,
    /// Who on the map has moved since a day, and which way.
    Movement,
    /// Which targets were met in a period, and how often.
    Coverage,
    /// Which targets have no ask, no owner, or no rating that counts.
    Targets,
    /// What was asked of whom, and what they answered.
    Responses,
    /// What was promised, and what became of it.
    Commitments,
    /// Who was at dialogues, by group.
    Attendance,
    /// How invitations to dialogues stand, by group.
    Invitations,
}

impl Kind {
    /// What it is called.
    pub const fn title(self) -> Message {
        match self {
            Self::Progress => Message::ReportProgress,
            Self::Results => Message::ReportResults,
            Self::Finance => Message::ReportFinance,
            Self::Harvest => Message::ReportHarvest,
            Self::Movement => Message::ReportMovement,
            Self::Coverage => Message::ReportCoverage,
            Self::Targets => Message::ReportTargets,
            Self::Responses => Message::ReportResponses,
            Self::Commitments => Message::ReportCommitments,
            Self::Attendance => Message::ReportAttendance,
            Self::Invitations => Message::ReportInvitations,
        }
    }

    /// It tells of the map of stakeholders: for those alone who may know that.
    pub const fn is_of_map(self) -> bool {
        matches!(self, Self::Movement | Self::Coverage | Self::Targets | Self::Responses)
    }

    /// The report of a file's name, such as `results` of `results.csv`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "progress" => Some(Self::Progress),
            "results" => Some(Self::Results),
            "finance" => Some(Self::Finance),
            "harvest" => Some(Self::Harvest),
            "movement" => Some(Self::Movement),
            "coverage" => Some(Self::Coverage),
            "targets" => Some(Self::Targets),
            "responses" => Some(Self::Responses),
            "commitments" => Some(Self::Commitments),
            "attendance" => Some(Self::Attendance),
            "invitations" => Some(Self::Invitations),
            _ => None,
        }
    }
}

/// What a report is asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Which report.
    pub kind: Kind,
    /// The period's first day; the campaign's own when left out.
    pub from: Option<NaiveDate>,
    /// The period's last day; today when left out.
    pub to: Option<NaiveDate>,
    /// Of this donor alone.
    pub donor: String,
    /// It leaves the team: small groups are withheld, and outcomes are those that are public.
    pub public: bool,
    /// In which language.
    pub language: Language,
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Of which campaign.
    pub campaign: String,
    /// What it is called.
    pub title: String,
    /// What it was asked for, when and by whom.
    pub about: Vec<String>,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// What is said under it.
    pub foot: Vec<String>,
}

/// What the making of a report holds in hand.
struct Desk<'d> {
    pool: &'d Pool,
    actor: &'d Actor,
    campaign: &'d Campaign,
    wanted: &'d Wanted,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
    zone: sala_kernel::Zone,
}

/// The body of a report.
#[derive(Debug, Default)]
struct Body {
    heads: Vec<Message>,
    rows: Vec<Vec<String>>,
    foot: Vec<String>,
}

impl Desk<'_> {
    const fn told(&self, message: Message) -> &'static str {
        message.told(self.wanted.language)
    }

    fn said(&self, text: &sala_kernel::LText) -> String {
        text.best(self.wanted.language).0.to_owned()
    }

    fn within(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Makes a report to be taken away as a file: one of the map by those alone who lead it, and its log is told.
pub async fn take(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, wanted: &Wanted) -> Result<Report> {
    if wanted.kind.is_of_map() {
        stakeholders::service::take_away(pool, env, actor, id, "map.taken.report").await?;
    }
    make(pool, env, actor, id, wanted).await
}

/// Makes a report; for those who may know what the team knows.
pub async fn make(pool: &Pool, env: &Env, actor: &Actor, id: CampaignId, wanted: &Wanted) -> Result<Report> {
    let campaign = campaigns::store::visible(pool, actor, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    if wanted.kind.is_of_map() {
        authorize::<_, ViewMap>(actor, (), &campaign.team_facts())?;
    } else {
        may::<ViewCampaignInside>(actor, &campaign.team_facts())?;
    }
    let campaign = &campaign;
    let zone = networks::store::zone(pool, campaign.network).await?;
    let now: DateTime<Utc> = env.now();
    let today = zone.day(now);
    let to = wanted.to.unwrap_or(today);
    let from = wanted.from.or(campaign.starts_on).unwrap_or_else(|| zone.day(campaign.created_at)).min(to);
    if wanted.from.is_some_and(|from| from > to) {
        return Err(Error::invalid("to", Message::LastDayFirst));
    }
    let desk = Desk { pool, actor, campaign, wanted, from, to, today, zone };
    let body = match wanted.kind {
        Kind::Progress => progress::body(&desk).await?,
        Kind::Results => results::body(&desk).await?,
        Kind::Finance => finance::body(&desk).await?,
        Kind::Harvest => harvest::body(&desk).await?,
        Kind::Movement => map::movement(&desk).await?,
        Kind::Coverage => map::coverage(&desk).await?,
        Kind::Targets => map::targets(&desk).await?,
        Kind::Responses => map::responses(&desk).await?,
        Kind::Commitments => commitments::body(&desk).await?,
        Kind::Attendance => dialogues::attendance(&desk).await?,
        Kind::Invitations => dialogues::invitations(&desk).await?,
    };
    let who = people::service::name_of(pool, actor, wanted.language).await?;
    let mut about = vec![
        desk.told(Message::ReportPeriod).replace("{from}", &from.to_string()).replace("{to}", &to.to_string()),
        desk.told(if wanted.public { Message::ReportForPublic } else { Message::ReportForTeam }).to_owned(),
        desk.told(Message::ReportMade).replace("{at}", &zone.clock(now)).replace("{who}", &who),
    ];
    if !wanted.donor.is_empty() {
        about.insert(1, desk.told(Message::ReportDonor).replace("{donor}", &wanted.donor));
    }
    Ok(Report {
        campaign: desk.said(&campaign.title),
        title: desk.told(wanted.kind.title()).to_owned(),
        about,
        heads: body.heads.iter().map(|head| desk.told(*head).to_owned()).collect(),
        rows: body.rows,
        foot: body.foot,
    })
}

/// A report as CSV: what it is of above it, what is said of it under it.
pub fn csv(report: &Report) -> Result<Vec<u8>> {
    let mut table = Table::default();
    table.line(&[&report.campaign, &report.title])?;
    for line in &report.about {
        table.line(&[line])?;
    }
    table.line(&report.heads)?;
    for row in &report.rows {
        table.line(row)?;
    }
    for line in &report.foot {
        table.line(&[line])?;
    }
    table.finish()
}
