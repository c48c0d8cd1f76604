//! The demo network's campaigns: one under way, in which everything has its place, and one that is an idea. Invented, like
//! everything in the demo.

use chrono::{Duration, NaiveDate};
use sala_domain::{
    access::Actor,
    campaigns::{
        Approach, CampaignDraft, CampaignRole, CampaignState, Visibility, WorkKind, WorkStatus,
        beginnings::Beginning,
        bodies::{Ask, Body, BudgetLine, Force, KeyMessage, Marker, Objective, Risk, Step},
        items::{self, ItemDraft},
        members, service,
        words::{AskResponse, Direction, MarkerLevel, Pathway, PolicyOutcome, RiskCategory, RiskStatus, TargetKind},
        work::{self, WorkDraft},
    },
    demo::Ocn,
    networks, papers,
};
use sala_kernel::{
    CampaignId, CampaignItemId, CampaignWorkId, Currency, Env, Error, LText, OrganisationId, PageRequest, PlaceCode,
    Pool, Result,
};

use crate::library::somebody;

mod dialogue;
mod dialogues_past;
mod map;
mod promised;
mod results;

pub use results::prove;

fn both(en: &str, km: &str) -> LText {
    LText::new(en, km)
}

fn organisation(ocn: &Ocn, acronym: &str) -> Result<OrganisationId> {
    ocn.organisation(acronym).ok_or(Error::NotFound)
}

/// What else there is to say of a piece of work.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    source: &'static str,
    window: Option<CampaignWorkId>,
    at: Option<&'static str>,
    tactic: &'static str,
    sought: &'static str,
    audience: &'static str,
    line: Option<CampaignItemId>,
}

/// An activity: where it is, what it seeks from whom, and what pays for it.
fn activity(
    (at, tactic): (&'static str, &'static str),
    (sought, audience): (&'static str, &'static str),
    line: Option<&CampaignItemId>,
) -> More {
    More { at: Some(at), tactic, sought, audience, line: line.copied(), ..More::default() }
}

/// What the writer of a demo campaign holds in hand.
struct Desk<'d> {
    pool: &'d Pool,
    env: &'d Env,
    dara: Actor,
    today: NaiveDate,
    campaign: CampaignId,
    ocn: &'d Ocn,
}

impl Desk<'_> {
    fn day(&self, days: i64) -> NaiveDate {
        self.today + Duration::days(days)
    }

    async fn item(&self, body: Body, parent: Option<CampaignItemId>, owner: Option<&str>) -> Result<CampaignItemId> {
        let organisation = owner.map(|acronym| organisation(self.ocn, acronym)).transpose()?;
        let draft = ItemDraft { parent, organisation, paper: None, body };
        Ok(items::add(self.pool, self.env, &self.dara, self.campaign, draft).await?.id)
    }

    /// An ask, made in the network's statement on budgets.
    async fn ask(&self, ask: Ask, objective: CampaignItemId) -> Result<CampaignItemId> {
        let wanted = papers::store::Wanted { network: Some(self.ocn.network), ..papers::store::Wanted::default() };
        let found = papers::store::list(self.pool, &self.dara, &wanted, &PageRequest::whole()).await?;
        let statement = found.items.iter().find(|(_, paper)| paper.title.en == "Budgets on every commune board");
        let draft = ItemDraft {
            parent: Some(objective),
            organisation: None,
            paper: statement.map(|(_, paper)| paper.id),
            body: Body::Ask(ask),
        };
        Ok(items::add(self.pool, self.env, &self.dara, self.campaign, draft).await?.id)
    }

    async fn joined(&self, acronym: &str, role: CampaignRole, commitment: &str, who: Option<&str>) -> Result<()> {
        let organisation = organisation(self.ocn, acronym)?;
        members::invite(self.pool, self.env, &self.dara, self.campaign, organisation, role, commitment).await?;
        if let Some(email) = who {
            let speaker = somebody(self.pool, self.env, email).await?;
            members::answer(self.pool, self.env, &speaker, self.campaign, organisation, true, "").await?;
        }
        Ok(())
    }

    async fn work(
        &self,
        kind: WorkKind,
        title: LText,
        (starts, due): (Option<i64>, i64),
        (owner, status): (Option<&str>, WorkStatus),
        more: More,
    ) -> Result<CampaignWorkId> {
        let organisation = owner.map(|acronym| organisation(self.ocn, acronym)).transpose()?;
        let draft = WorkDraft {
            title,
            note: String::new(),
            source: more.source.to_owned(),
            starts_on: starts.map(|days| self.day(days)),
            due_on: Some(self.day(due)),
            organisation,
            person: None,
            at: more.at.map(|code| PlaceCode(code.into())),
            tactic: more.tactic.into(),
            change_sought: more.sought.into(),
            audience: more.audience.into(),
            budget_line: more.line,
            window: more.window,
            status,
        };
        Ok(work::add(self.pool, self.env, &self.dara, self.campaign, kind, draft).await?.id)
    }
}

/// Adds them.
pub async fn add(pool: &Pool, env: &Env, ocn: &Ocn) -> Result<()> {
    let dara = somebody(pool, env, "dara@ocn.example").await?;
    let network = ocn.network;
    let today = networks::store::today(pool, env, network).await?;
    boards(pool, env, &dara, ocn, today).await?;
    let water = CampaignDraft {
        title: both("Clean water before the dry season", "ទឹកស្អាតមុនរដូវប្រាំង"),
        problem: both(
            "Health posts in three districts have carried their water since the pumps broke.",
            "ប៉ុស្តិ៍សុខភាពក្នុងស្រុកបីត្រូវដឹកទឹក តាំងពីម៉ាស៊ីនបូមខូច។",
        ),
        ..draft()
    };
    let lead = organisation(ocn, "MRWU")?;
    service::start(
        pool,
        env,
        &dara,
        service::NewCampaign { network, group: None, lead, draft: water, beginning: Beginning::Nothing },
    )
    .await?;
    Ok(())
}

fn draft() -> CampaignDraft {
    CampaignDraft {
        title: LText::default(),
        problem: LText::default(),
        goal: LText::default(),
        affected: LText::default(),
        policies: String::new(),
        approach: Approach::Mixed,
        visibility: Visibility::Members,
        conflict_note: String::new(),
        safeguarding_note: String::new(),
        starts_on: None,
        ends_on: None,
        places: Vec::new(),
        themes: Vec::new(),
    }
}

async fn boards(pool: &Pool, env: &Env, dara: &Actor, ocn: &Ocn, today: NaiveDate) -> Result<()> {
    let about = CampaignDraft {
        title: both("Budgets on every commune board", "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ"),
        problem: both(
            "Of the communes we visited in Siem Reap and Kampong Thom, three in a hundred post their budget where people can read it. Nobody can ask about money that nobody sees.",
            "ក្នុងចំណោមឃុំដែលយើងបានទៅក្នុងខេត្តសៀមរាប និងកំពង់ធំ មានតែបីក្នុងមួយរយប៉ុណ្ណោះដែលបិទផ្សាយថវិកានៅកន្លែងដែលប្រជាជនអាចអានបាន។ គ្មាននរណាអាចសួរអំពីប្រាក់ដែលមើលមិនឃើញទេ។",
        ),
        goal: both(
            "Everybody in Siem Reap and Kampong Thom can read the budget of their commune on its notice board.",
            "ប្រជាជនគ្រប់រូបក្នុងខេត្តសៀមរាប និងកំពង់ធំ អាចអានថវិកាឃុំរបស់ខ្លួននៅលើក្តារព័ត៌មាន។",
        ),
        affected: both(
            "Villagers who pay for what the commune does not, first of all persons with disabilities and families on the ID Poor list.",
            "អ្នកភូមិដែលត្រូវចំណាយលើអ្វីដែលឃុំមិនបានធ្វើ ជាពិសេសជនមានពិការភាព និងគ្រួសារក្នុងបញ្ជីអត្តសញ្ញាណគ្រួសារក្រីក្រ។",
        ),
        policies: "Law on Administrative Management of Communes/Sangkats, art. 48; Sub-decree 26 on the commune/sangkat financial management system".into(),
        approach: Approach::Insider,
        visibility: Visibility::Public,
        conflict_note: "Praise communes that post; never list those that do not.".into(),
        safeguarding_note: "No photographs of villagers in front of a board without their consent.".into(),
        starts_on: Some(today - Duration::days(120)),
        ends_on: Some(today + Duration::days(150)),
        places: vec![PlaceCode("17".into()), PlaceCode("06".into())],
        themes: vec!["commune_budget".into(), "a2i".into()],
    };
    let lead = organisation(ocn, "KBL")?;
    let new =
        service::NewCampaign { network: ocn.network, group: None, lead, draft: about, beginning: Beginning::Nothing };
    let campaign = service::start(pool, env, dara, new).await?.id;
    service::go(pool, env, dara, campaign, CampaignState::Planning, "").await?;
    let desk = Desk { pool, env, dara: dara.clone(), today, campaign, ocn };
    let asks = plan(&desk).await?;
    ways(&desk).await?;
    desk.joined(
        "TMYA",
        CampaignRole::Supporting,
        "Photographs of twelve boards, every quarter",
        Some("bopha@ocn.example"),
    )
    .await?;
    desk.joined("KCFC", CampaignRole::Supporting, "Meetings with forest communities", Some("samnang@ocn.example"))
        .await?;
    desk.joined("MRWU", CampaignRole::Advisory, "How water user communities post their accounts", None).await?;
    let lines = inside(&desk).await?;
    let chair = somebody(pool, env, "samnang@ocn.example").await?;
    service::go(pool, env, &chair, campaign, CampaignState::Approved, "").await?;
    doing(&desk, &lines).await?;
    let on_map = map::drawn(&desk, &asks).await?;
    promised::written(&desk, &asks, &on_map).await?;
    dialogue::inviting(&desk).await?;
    dialogues_past::under_way(&desk).await?;
    dialogues_past::reported(&desk).await?;
    results::harvested(&desk, &asks).await
}

/// What it wants, and of whom.
async fn plan(desk: &Desk<'_>) -> Result<Vec<CampaignItemId>> {
    let mut asked = Vec::new();
    let objective = |statement, who: &str, days, outcome, smart| {
        Body::Objective(Objective { statement, who: who.to_owned(), by_when: Some(desk.day(days)), outcome, smart })
    };
    let province = objective(
        both(
            "By the end of March Siem Reap provincial administration instructs all communes to post their investment programme and budget.",
            "ត្រឹមចុងខែមីនា រដ្ឋបាលខេត្តសៀមរាបណែនាំគ្រប់ឃុំឱ្យបិទផ្សាយកម្មវិធីវិនិយោគ និងថវិកា។",
        ),
        "Siem Reap provincial administration",
        125,
        PolicyOutcome::Procedural,
        [true, true, true, true, true],
    );
    let province = desk.item(province, None, None).await?;
    results::measured(desk, province).await?;
    let formats = objective(
        both(
            "Communes that post do so in formats that persons with disabilities can use.",
            "ឃុំដែលបិទផ្សាយ ប្រើទម្រង់ដែលជនមានពិការភាពអាចប្រើបាន។",
        ),
        "Commune councils of twelve communes",
        140,
        PolicyOutcome::Behavioural,
        [true, true, true, true, false],
    );
    let formats = desk.item(formats, None, None).await?;
    let asks = [
        (
            province,
            both("Instruct all communes to post CIP and budget", "ណែនាំគ្រប់ឃុំឱ្យបិទផ្សាយ CIP និងថវិកា"),
            both("Siem Reap Provincial Governor's office", "ការិយាល័យអភិបាលខេត្តសៀមរាប"),
            125,
            AskResponse::Noted,
            "Minutes of the meeting with the deputy governor",
        ),
        (
            province,
            both("Post next year's budgets of twelve communes", "បិទផ្សាយថវិកាឆ្នាំក្រោយរបស់ឃុំដប់ពីរ"),
            both("Chi Kraeng district administration", "រដ្ឋបាលស្រុកជីក្រែង"),
            66,
            AskResponse::None,
            "",
        ),
        (
            formats,
            both("Post in large type and tell it at village meetings", "បិទផ្សាយជាអក្សរធំ និងប្រាប់ក្នុងកិច្ចប្រជុំភូមិ"),
            both("Commune councils", "ក្រុមប្រឹក្សាឃុំ"),
            140,
            AskResponse::None,
            "",
        ),
    ];
    for (parent, text, target, days, response, source) in asks {
        let ask = Ask {
            text,
            target,
            target_kind: TargetKind::Primary,
            by_when: Some(desk.day(days)),
            standard: "Sub-decree 26, art. 22".into(),
            response,
            responded_on: (response != AskResponse::None).then(|| desk.day(-20)),
            source: source.to_owned(),
        };
        asked.push(desk.ask(ask, parent).await?);
    }
    Ok(asked)
}

/// How change is thought to come, what is said, and what one would see.
async fn ways(desk: &Desk<'_>) -> Result<()> {
    let steps = [
        (
            "neighbouring communes see that others post and are praised for it",
            "they post too",
            "no council wants to be the last in its district",
            Some(Pathway::Diffusion),
        ),
        (
            "the province sees that posting costs nothing and brings no trouble",
            "it instructs all communes",
            "an instruction protects clerks who would like to post",
            Some(Pathway::PolicyWindows),
        ),
        (
            "villagers can read what was planned",
            "they ask at the council's meeting",
            "a figure on a board is a question that can be asked",
            None,
        ),
    ];
    for (cause, effect, because, pathway) in steps {
        let step = Step { cause: cause.into(), effect: effect.into(), because: because.into(), pathway };
        desk.item(Body::Step(step), None, None).await?;
    }
    let messages = [
        (
            "Commune councils",
            both("Your neighbours already post. Be seen to be open.", "ឃុំជិតខាងរបស់អ្នកបានបិទផ្សាយហើយ។ សូមឱ្យគេឃើញថាអ្នកបើកចំហ។"),
            "Council members of communes that post",
            "District meetings",
        ),
        (
            "Villagers",
            both("The budget of your commune is yours to read.", "ថវិកាឃុំរបស់អ្នក អ្នកមានសិទ្ធិអាន។"),
            "Young people of TMYA",
            "Village meetings, Facebook",
        ),
    ];
    for (audience, text, messenger, channel) in messages {
        let message =
            KeyMessage { audience: audience.into(), text, messenger: messenger.into(), channel: channel.into() };
        desk.item(Body::Message(message), None, None).await?;
    }
    let markers = [
        (
            "Commune clerks of Chi Kraeng",
            MarkerLevel::Expect,
            both("put the budget up when asked", "បិទផ្សាយថវិកានៅពេលគេស្នើ"),
            Some(-40),
            "Photographs, TMYA",
        ),
        (
            "Commune councils",
            MarkerLevel::Like,
            both("put it up each quarter without being asked", "បិទផ្សាយរៀងរាល់ត្រីមាសដោយមិនបាច់ស្នើ"),
            None,
            "",
        ),
        (
            "District administration",
            MarkerLevel::Love,
            both("shows it to other districts as its own idea", "បង្ហាញដល់ស្រុកផ្សេងជាគំនិតរបស់ខ្លួន"),
            None,
            "",
        ),
    ];
    for (partner, level, statement, seen, evidence) in markers {
        let marker = Marker {
            partner: partner.into(),
            level,
            statement,
            observed_on: seen.map(|days| desk.day(days)),
            evidence: evidence.into(),
        };
        desk.item(Body::Marker(marker), None, None).await?;
    }
    Ok(())
}

/// What the team alone may know.
async fn inside(desk: &Desk<'_>) -> Result<Vec<CampaignItemId>> {
    let risks = [
        (
            "Clerks who post are blamed by their superiors",
            RiskCategory::DoNoHarm,
            (3, 4),
            "Letters of thanks to the council as a whole, copied to the district",
            RiskStatus::Open,
            "KBL",
        ),
        (
            "Volunteers are questioned while they take photographs",
            RiskCategory::PoliticalLegal,
            (2, 4),
            "Letter of the commune in their pocket; never alone; stop when asked",
            RiskStatus::Mitigated,
            "TMYA",
        ),
        (
            "Telephones with photographs are lost or looked through",
            RiskCategory::Digital,
            (3, 3),
            "Pictures go to the library the same day and are deleted from the telephone",
            RiskStatus::Open,
            "TMYA",
        ),
        (
            "Communes that do not post feel shamed, and close their doors",
            RiskCategory::Reputational,
            (3, 3),
            "No ranking; only those who post are named",
            RiskStatus::Open,
            "KBL",
        ),
    ];
    for (text, category, (likelihood, impact), mitigation, status, owner) in risks {
        let risk = Risk { text: text.into(), category, likelihood, impact, mitigation: mitigation.into(), status };
        desk.item(Body::Risk(risk), None, Some(owner)).await?;
    }
    let forces = [
        ("The sub-decree already says that budgets are to be shown", Direction::Driving, 4, 1, "Sub-decree 26"),
        ("A deputy governor who was a commune clerk himself", Direction::Driving, 3, 2, "Talks in June"),
        ("Clerks fear questions they cannot answer", Direction::Restraining, 4, 4, "Visits to nine communes"),
        ("Boards are old, or under the rain", Direction::Restraining, 2, 5, "Photographs"),
    ];
    for (text, direction, strength, changeability, basis) in forces {
        let force = Force { text: text.into(), direction, strength, changeability, basis: basis.into() };
        desk.item(Body::Force(force), None, None).await?;
    }
    let lines = [
        (
            "A1",
            "Travel of volunteers to twelve communes",
            "Mekong Fund",
            Currency::KHR,
            1_200_000_000,
            475_000_000,
            "TMYA",
        ),
        ("A2", "New boards with a roof, four communes", "Mekong Fund", Currency::USD, 120_000, 60_000, "KBL"),
        ("B1", "District meetings, three", "Own funds", Currency::KHR, 360_000_000, 120_000_000, "KBL"),
        ("B2", "Large-type prints and sign language", "Mekong Fund", Currency::USD, 180_000, 42_550, "KBL"),
    ];
    let mut ids = Vec::new();
    for (code, description, donor, currency, planned, spent, owner) in lines {
        let line = BudgetLine {
            code: code.into(),
            description: description.into(),
            donor: donor.into(),
            currency,
            planned,
            spent,
        };
        ids.push(desk.item(Body::BudgetLine(line), None, Some(owner)).await?);
    }
    Ok(ids)
}

/// What is done, and when it can be.
async fn doing(desk: &Desk<'_>, lines: &[CampaignItemId]) -> Result<()> {
    use WorkKind::{Activity, Milestone, Task, Window};
    use WorkStatus::{Doing, Done, Todo};
    let workshop = both("District Integration Workshop", "សិក្ខាសាលាសមាហរណកម្មថ្នាក់ស្រុក");
    let workshop = desk
        .work(
            Window,
            workshop,
            (Some(40), 44),
            (None, Todo),
            More { source: "Circular of the NCDD secretariat", ..More::default() },
        )
        .await?;
    desk.work(
        Window,
        both("Provincial budget talks", "ការពិភាក្សាថវិកាខេត្ត"),
        (Some(95), 105),
        (None, Todo),
        More { source: "Calendar of the provincial hall", ..More::default() },
    )
    .await?;
    let all = [
        (Activity, both("Visits to nine communes", "ទស្សនកិច្ចទៅឃុំប្រាំបួន"), (Some(-110), -75), Some("KBL"), Done, false),
        (
            Activity,
            both("Notice-board photographs, twelve communes", "ការថតរូបក្តារព័ត៌មាន ឃុំដប់ពីរ"),
            (Some(-60), 25),
            Some("TMYA"),
            Doing,
            false,
        ),
        (Activity, both("District meeting in Chi Kraeng", "កិច្ចប្រជុំស្រុកជីក្រែង"), (Some(12), 13), Some("KBL"), Todo, true),
        (Activity, both("Open day at four new boards", "ទិវាបើកក្តារព័ត៌មានថ្មីបួន"), (Some(60), 62), Some("KCFC"), Todo, false),
        (Milestone, both("First commune posts its budget", "ឃុំដំបូងបិទផ្សាយថវិកា"), (None, -38), Some("KBL"), Done, false),
        (Milestone, both("Twelve boards posted", "ក្តារដប់ពីរបានបិទផ្សាយ"), (None, 70), Some("KBL"), Todo, false),
        (Task, both("Write to the deputy governor", "សរសេរលិខិតទៅអភិបាលរង"), (None, -30), Some("KBL"), Done, false),
        (Task, both("Print budgets in large type", "បោះពុម្ពថវិកាជាអក្សរធំ"), (None, 9), Some("KBL"), Doing, false),
        (Task, both("Train twelve volunteers", "បណ្តុះបណ្តាលអ្នកស្ម័គ្រចិត្តដប់ពីរនាក់"), (None, -50), Some("TMYA"), Done, false),
        (Task, both("Photographs from Kampong Kdei", "រូបថតពីកំពង់ក្ដី"), (None, -3), Some("TMYA"), Todo, false),
        (Task, both("Send pictures to the library", "ផ្ញើរូបភាពទៅបណ្ណាល័យ"), (None, 6), Some("TMYA"), Todo, false),
        (
            Task,
            both("Speak with forest communities about their boards", "ជជែកជាមួយសហគមន៍ព្រៃឈើអំពីក្តារព័ត៌មាន"),
            (None, 20),
            Some("KCFC"),
            Todo,
            false,
        ),
        (
            Task,
            both("Prepare what we say at the workshop", "រៀបចំអ្វីដែលយើងនិយាយក្នុងសិក្ខាសាលា"),
            (None, 30),
            Some("KBL"),
            Todo,
            true,
        ),
        (Task, both("Find somebody who signs (sign language)", "រកអ្នកបកប្រែភាសាសញ្ញា"), (None, 11), None, Todo, false),
    ];
    for (kind, title, days, owner, status, prepares) in all {
        let window = prepares.then_some(workshop);
        let more = match title.en.as_str() {
            "Visits to nine communes" => {
                activity(("1704", "budget_monitoring"), ("awareness", "decision_maker"), lines.first())
            }
            "Notice-board photographs, twelve communes" => {
                activity(("06", "budget_monitoring"), ("awareness", "public"), lines.first())
            }
            "District meeting in Chi Kraeng" => {
                activity(("1704", "public_forum"), ("will", "decision_maker"), lines.get(2))
            }
            "Open day at four new boards" => {
                activity(("15", "public_education"), ("awareness", "public"), lines.get(3))
            }
            _ => More::default(),
        };
        desk.work(kind, title, days, (owner, status), More { window, ..more }).await?;
    }
    Ok(())
}
