//! A dialogue of the demo's campaign that takes place today, and one that took place two months ago: with what was promised in it.

use chrono::{DateTime, Duration, Utc};
use sala_collab::body::Yjs;
use sala_domain::{
    campaigns::Visibility,
    commitments::{self, CommitmentDraft, CommitmentKind, Form, Source},
    dialogues::{
        Answer, Channel, Dialogue, DialogueDraft, DialogueKind, InvitationDraft, InvitationState, Mode, Needs, Purpose,
        Seats,
        agenda::{self, AgendaDraft, AgendaKind, Speaker, SpeakerRole},
        day::{self, AgeBand, Mark, Presence, YesNo},
        invitations::{self, Reply},
        minutes::{self, CorrectionDraft, PointDraft},
        minutes_store,
        service::{self, Step},
        store,
    },
    people::{Honorific, Sex},
    stakeholders::Attribution,
};
use sala_kernel::{AttendanceId, Clock, Env, LText, Language, PlaceCode, Result};

use super::{Desk, both, organisation};

/// The hub as it was at an instant.
fn then(desk: &Desk<'_>, at: DateTime<Utc>) -> Env {
    Env { clock: Clock::fixed(at), entropy: desk.env.entropy.clone() }
}

fn draft(title: LText, objectives: LText, kind: DialogueKind, starts_at: DateTime<Utc>, hours: i64) -> DialogueDraft {
    let seats = |group: &str, seats: i32, women_pct: Option<i32>| Seats {
        constituency: group.to_owned(),
        seats,
        women_pct,
        ..Seats::default()
    };
    DialogueDraft {
        title,
        kind,
        purpose: Purpose::JointProblemSolving,
        objectives,
        starts_at,
        ends_at: starts_at + Duration::hours(hours),
        mode: Mode::InPerson,
        venue: both("Kampong Kdei commune hall", "សាលាឃុំកំពង់ក្ដី"),
        place: Some(PlaceCode("170403".into())),
        step_free: true,
        sign_language: true,
        large_print: true,
        interpretation: String::new(),
        online_link: String::new(),
        chair: "Chief of Kampong Kdei commune".into(),
        facilitator: "Chan Sreymom".into(),
        contact: "012 345 678".into(),
        capacity: 30,
        attribution: Attribution::ChathamHouse,
        rsvp_by: Some(starts_at - Duration::days(2)),
        visibility: Visibility::Members,
        seats: vec![
            seats("dist_admin", 4, None),
            seats("commune_council", 8, Some(30)),
            seats("cso", 6, Some(50)),
            Seats { youth_pct: Some(100), ..seats("youth", 4, None) },
        ],
    }
}

const GUESTS: [(&str, &str, &str, &str, Sex); 12] = [
    ("dist_admin", "Khiev Borey", "ខៀវ បូរី", "District deputy governor", Sex::Male),
    ("dist_admin", "Sam Chanmony", "សំ ចាន់មុន្នី", "District women's affairs office", Sex::Female),
    ("commune_council", "Hang Sothy", "ហង្ស សុធី", "Commune chief", Sex::Male),
    ("commune_council", "Meas Sokun", "មាស សុគន្ធ", "Commune councillor", Sex::Female),
    ("commune_council", "Nop Veasna", "ណុប វាសនា", "Commune clerk", Sex::Male),
    ("commune_council", "Pich Sarom", "ពេជ្រ សារ៉ុម", "Commune councillor", Sex::Male),
    ("cso", "Kem Ratha", "កែម រដ្ឋា", "Representative", Sex::Female),
    ("cso", "Lay Phalla", "ឡាយ ផល្លា", "Representative", Sex::Female),
    ("cso", "Som Vireak", "សោម វីរៈ", "Representative", Sex::Male),
    ("youth", "Chea Linda", "ជា លីនដា", "Youth group of Kampong Kdei", Sex::Female),
    ("youth", "Ngin Piseth", "ងិន ពិសិដ្ឋ", "Youth group of Spean Tnaot", Sex::Male),
    ("youth", "Tep Kanha", "ទេព កញ្ញា", "Youth group of Sangvaeuy", Sex::Female),
];

/// Plans it, sets its agenda, invites, hears who comes, and confirms it: all in the fortnight before.
async fn prepared(desk: &Desk<'_>, draft: DialogueDraft, written_to: &[&str]) -> Result<Dialogue> {
    let starts_at = draft.starts_at;
    let before = then(desk, starts_at - Duration::days(14));
    let mut d = service::plan(desk.pool, &before, &desk.dara, desk.campaign, draft).await?;
    let speaker = |name: &str, role, sex| Speaker { name: name.to_owned(), role, sex };
    let item = |kind, minutes, title, speakers| AgendaDraft {
        id: None,
        kind,
        minutes,
        title,
        speakers,
        reason: String::new(),
    };
    let items = vec![
        item(AgendaKind::Opening, 20, both("Opening", "បើកកម្មវិធី"), Vec::new()),
        item(
            AgendaKind::Panel,
            60,
            both("What is posted, and what is missing", "អ្វីបានបិទផ្សាយ និងអ្វីនៅខ្វះ"),
            vec![
                speaker("Chan Sreymom", SpeakerRole::Moderator, Sex::Female),
                speaker("Hang Sothy", SpeakerRole::Speaker, Sex::Male),
                speaker("Kem Ratha", SpeakerRole::Speaker, Sex::Female),
            ],
        ),
        item(AgendaKind::Plenary, 80, both("By when", "នៅពេលណា"), Vec::new()),
        item(AgendaKind::Closing, 20, both("Closing", "បិទកម្មវិធី"), Vec::new()),
    ];
    d = agenda::set(desk.pool, &before, &desk.dara, (d.id, d.version), items).await?;
    for step in [Step::Approve, Step::OpenInvitations] {
        d = service::step(desk.pool, &before, &desk.dara, (d.id, d.version), (step, ""), "").await?;
    }
    let drafts: Vec<InvitationDraft> = GUESTS
        .iter()
        .map(|(group, en, km, post, sex)| InvitationDraft {
            constituency: (*group).into(),
            institution: false,
            name: both(en, km),
            honorific: if *sex == Sex::Female { Honorific::Ms } else { Honorific::Mr },
            post: (*post).into(),
            organisation: String::new(),
            email: if written_to.contains(en) { address(en) } else { String::new() },
            phone: String::new(),
            language: Language::Km,
            sex: *sex,
            youth: (*group == "youth").then_some(true),
        })
        .collect();
    invitations::invite(desk.pool, &before, &desk.dara, d.id, &drafts).await?;
    invitations::send(desk.pool, &before, &desk.dara, d.id, "").await?;
    let answers = then(desk, starts_at - Duration::days(5));
    for one in store::invitations(desk.pool, d.id, 0, service::MOST).await? {
        let says = if one.number == 11 { Answer::Tentative } else { Answer::Accept };
        let reply = Reply { answer: Some(says), deputy: None, needs: Needs::default(), note: String::new() };
        let at = (one.id, one.version);
        invitations::record(desk.pool, &answers, &desk.dara, at, (&reply, Channel::Phone), "").await?;
    }
    let version = fresh(desk, &d).await?.version;
    service::step(desk.pool, &answers, &desk.dara, (d.id, version), (Step::Confirm, ""), "").await
}

/// An address that leads nowhere.
fn address(name: &str) -> String {
    format!("{}@guest.example", name.to_lowercase().replace(' ', "."))
}

async fn fresh(desk: &Desk<'_>, d: &Dialogue) -> Result<Dialogue> {
    store::visible(desk.pool, &desk.dara, d.id).await?.ok_or(sala_kernel::Error::NotFound)
}

fn mark(env: &Env, group: &str, sex: Option<Sex>, age: AgeBand, people: i32) -> Mark {
    Mark {
        id: AttendanceId::fresh(env),
        invitation: None,
        name: String::new(),
        constituency: group.to_owned(),
        sex,
        age,
        disability: None,
        indigenous: None,
        presence: Presence::Full,
        people,
        at: env.now(),
    }
}

/// One that began an hour ago: five are marked.
pub(super) async fn under_way(desk: &Desk<'_>) -> Result<()> {
    let now = desk.env.now();
    let quarter = now.timestamp().rem_euclid(900);
    let starts_at = now - Duration::hours(1) - Duration::seconds(quarter);
    let starts_at = DateTime::from_timestamp(starts_at.timestamp(), 0).unwrap_or(starts_at);
    let title = both("Roundtable on the commune information board", "តុមូលស្តីពីក្តារព័ត៌មានឃុំ");
    let goal = both("Agree who keeps the board, and how often.", "ព្រមព្រៀងគ្នាថានរណាថែក្តារព័ត៌មាន និងញឹកញាប់ប៉ុនណា។");
    let d = prepared(desk, draft(title, goal, DialogueKind::Roundtable, starts_at, 5), &["Kem Ratha", "Som Vireak"])
        .await?;
    let door = then(desk, starts_at + Duration::minutes(10));
    let all = store::invitations(desk.pool, d.id, 0, service::MOST).await?;
    let marks: Vec<Mark> = all
        .iter()
        .filter(|i| i.state == InvitationState::Accepted)
        .take(5)
        .map(|i| Mark { invitation: Some(i.id), ..mark(&door, "", None, AgeBand::Unknown, 1) })
        .collect();
    day::record(desk.pool, &door, &desk.dara, d.id, &marks).await?;
    Ok(())
}

/// What was said: in both languages, by item of the agenda.
fn said() -> [(usize, LText); 4] {
    [
        (
            1,
            both(
                "Four of twelve boards show this year's budget; the others show last year's or nothing.",
                "ក្តារព័ត៌មានបួនក្នុងចំណោមដប់ពីរបង្ហាញថវិកាឆ្នាំនេះ ក្រៅពីនោះបង្ហាញថវិកាឆ្នាំមុន ឬគ្មានអ្វីសោះ។",
            ),
        ),
        (1, both("Clerks say that nobody has told them what to post.", "ស្មៀនឃុំថាគ្មាននរណាប្រាប់ថាត្រូវបិទអ្វីទេ។")),
        (
            2,
            both(
                "The district administration writes to all communes what is to be posted, and by when.",
                "រដ្ឋបាលស្រុកនឹងសរសេរលិខិតទៅគ្រប់ឃុំ អំពីអ្វីដែលត្រូវបិទ និងនៅពេលណា។",
            ),
        ),
        (2, both("Youth groups photograph the boards every quarter.", "ក្រុមយុវជនថតរូបក្តារព័ត៌មានរៀងរាល់ត្រីមាស។")),
    ]
}

/// One that took place two months ago: reported, one commitment due and one overdue.
pub(super) async fn reported(desk: &Desk<'_>) -> Result<()> {
    let starts_at = desk.day(-62).and_hms_opt(1, 0, 0).unwrap_or_default().and_utc();
    let title = both("District dialogue on posting commune budgets", "កិច្ចសន្ទនាស្រុកស្តីពីការបិទផ្សាយថវិកាឃុំ");
    let goal = both("See what stands in the way of posting, and remove it.", "រកឧបសគ្គនៃការបិទផ្សាយ និងដោះស្រាយ។");
    let d = prepared(desk, draft(title, goal, DialogueKind::DistrictDialogue, starts_at, 4), &[]).await?;
    let door = then(desk, starts_at + Duration::minutes(20));
    let all = store::invitations(desk.pool, d.id, 0, service::MOST).await?;
    let come = |i: &&sala_domain::dialogues::Invitation| i.state == InvitationState::Accepted && i.number != 4;
    let mut marks: Vec<Mark> = all
        .iter()
        .filter(come)
        .map(|i| Mark { invitation: Some(i.id), ..mark(&door, "", None, AgeBand::Unknown, 1) })
        .collect();
    marks.push(Mark {
        name: "Ouch Sina".into(),
        disability: Some(YesNo::Yes),
        ..mark(&door, "opd", Some(Sex::Female), AgeBand::Adult, 1)
    });
    marks.push(mark(&door, "citizens", Some(Sex::Female), AgeBand::Elder, 7));
    marks.push(mark(&door, "citizens", Some(Sex::Male), AgeBand::Unknown, 5));
    day::record(desk.pool, &door, &desk.dara, d.id, &marks).await?;
    let during = then(desk, starts_at + Duration::hours(2));
    let items = sala_domain::dialogues::day_store::agenda(desk.pool, &[d.id.0]).await?;
    for (at, text) in said() {
        let agenda = items.get(at).map(|(_, item)| item.id);
        let point = PointDraft { agenda, text: Some(text), speaker: String::new() };
        minutes::write(desk.pool, &during, &desk.dara, (&Yjs, d.id), None, &point).await?;
    }
    let after = then(desk, starts_at + Duration::hours(6));
    let mut now = fresh(desk, &d).await?;
    now = service::step(desk.pool, &after, &desk.dara, (d.id, now.version), (Step::Hold, ""), "").await?;
    let version = minutes_store::minutes(desk.pool, d.id).await?.version;
    let until = after.now() + Duration::days(5);
    minutes::circulate(desk.pool, &after, &desk.dara, &Yjs, (d.id, version), until, "").await?;
    let called = CorrectionDraft {
        point: None,
        author: "District office".into(),
        via: Channel::Phone,
        text: "The letter goes to the communes by the end of the month.".into(),
    };
    minutes::correct(desk.pool, &after, &desk.dara, d.id, &called).await?;
    let settled = then(desk, until + Duration::hours(1));
    for one in minutes_store::corrections(desk.pool, d.id).await? {
        let answer = (true, "Added to the third point.");
        minutes::answer(desk.pool, &settled, &desk.dara, one.id, answer).await?;
    }
    promised(desk, &settled, &d).await?;
    let version = minutes_store::minutes(desk.pool, d.id).await?.version;
    let by = "Chief of Kampong Kdei commune, by telephone";
    now = Dialogue { version: fresh(desk, &d).await?.version, ..now };
    minutes::approve(desk.pool, &settled, &desk.dara, &Yjs, (d.id, version), by).await?;
    now = Dialogue { version: fresh(desk, &d).await?.version, ..now };
    let report = Step::Report { nothing: false };
    service::step(desk.pool, &settled, &desk.dara, (d.id, now.version), (report, ""), "").await?;
    let version = minutes_store::minutes(desk.pool, d.id).await?.version;
    minutes::publish(desk.pool, &settled, &desk.dara, (d.id, version)).await?;
    Ok(())
}

async fn promised(desk: &Desk<'_>, env: &Env, d: &Dialogue) -> Result<()> {
    let all = [
        (
            both("Write to all communes what is to be posted", "សរសេរលិខិតទៅគ្រប់ឃុំអំពីអ្វីដែលត្រូវបិទផ្សាយ"),
            CommitmentKind::Commitment,
            both("Chi Kraeng district administration", "រដ្ឋបាលស្រុកជីក្រែង"),
            "dist_admin",
            -20,
        ),
        (
            both("Post the budget on the boards of twelve communes", "បិទផ្សាយថវិកាលើក្តារព័ត៌មានឃុំទាំងដប់ពីរ"),
            CommitmentKind::Commitment,
            both("Commune councils of Chi Kraeng", "ក្រុមប្រឹក្សាឃុំក្នុងស្រុកជីក្រែង"),
            "commune_council",
            45,
        ),
        (
            both("Read the budget aloud in village meetings", "អានថវិកានៅក្នុងអង្គប្រជុំភូមិ"),
            CommitmentKind::Recommendation,
            both("Commune councils of Chi Kraeng", "ក្រុមប្រឹក្សាឃុំក្នុងស្រុកជីក្រែង"),
            "commune_council",
            60,
        ),
    ];
    for (text, kind, owner, group, due) in all {
        let draft = CommitmentDraft {
            text,
            kind,
            source: Source::Dialogue,
            source_note: String::new(),
            engagement: None,
            dialogue: Some(d.id),
            item: None,
            stakeholder: None,
            owner,
            constituency: group.into(),
            protected: true,
            made_on: desk.day(-62),
            form: Form::Minuted,
            due_on: Some(desk.day(due)),
            measure: String::new(),
            whole: None,
            places: vec![PlaceCode("1704".into())],
            follower: Some(organisation(desk.ocn, "KBL")?),
            follower_person: None,
            visibility: Visibility::Members,
        };
        commitments::service::record(desk.pool, env, &desk.dara, desk.campaign, &draft).await?;
    }
    Ok(())
}
