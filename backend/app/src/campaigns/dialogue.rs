//! A dialogue of the demo's campaign that is inviting: some come, one waits, one office sends another.

use chrono::Duration;
use sala_domain::{
    campaigns::Visibility,
    dialogues::{
        Answer, Channel, DialogueDraft, DialogueKind, Invitation, InvitationDraft, InvitationState, Mode, Needs,
        Purpose, Seats,
        invitations::{self, Deputy, Reply},
        service::{self, Step},
        store,
    },
    people::{Honorific, Sex},
    stakeholders::Attribution,
};
use sala_kernel::{LText, Language, PlaceCode, Result};

use super::{Desk, both};

struct Guest {
    group: &'static str,
    institution: bool,
    name: LText,
    honorific: Honorific,
    post: &'static str,
    sex: Sex,
    says: Option<Answer>,
}

fn guest(group: &'static str, (en, km): (&str, &str), post: &'static str, sex: Sex, says: Option<Answer>) -> Guest {
    let honorific = match sex {
        Sex::Female => Honorific::Ms,
        Sex::Male => Honorific::Mr,
        _ => Honorific::None,
    };
    Guest { group, institution: sex == Sex::Undisclosed, name: both(en, km), honorific, post, sex, says }
}

fn guests() -> Vec<Guest> {
    use Answer::{Accept, Decline, Tentative};
    use Sex::{Female, Male, Undisclosed};
    let cso = |name: (&str, &str), sex| guest("cso", name, "Representative", sex, Some(Accept));
    vec![
        guest("prov_admin", ("Office of the Deputy Governor", "ការិយាល័យអភិបាលរង"), "", Undisclosed, None),
        guest("dist_admin", ("Chhim Vuthy", "ឈឹម វុទ្ធី"), "District administration director", Male, Some(Accept)),
        guest("dist_admin", ("Long Sopheap", "ឡុង សុភាព"), "Finance office", Female, Some(Tentative)),
        guest("commune_council", ("Mao Kosal", "ម៉ៅ កុសល"), "Commune chief", Male, Some(Accept)),
        guest("commune_council", ("Prak Sothea", "ប្រាក់ សុធា"), "Commune clerk", Male, None),
        guest("commune_council", ("Yem Chanthy", "យ៉ែម ចាន់ធី"), "Second deputy", Female, Some(Accept)),
        cso(("Heng Sovann", "ហេង សុវណ្ណ"), Male),
        cso(("Nuon Sreypov", "នួន ស្រីពៅ"), Female),
        cso(("Oum Dalin", "អ៊ុំ ដាលីន"), Female),
        cso(("Ros Vanna", "រស់ វណ្ណា"), Male),
        cso(("Seng Rithy", "សេង រិទ្ធី"), Male),
        guest("youth", ("Touch Sokly", "ទូច សុខលី"), "Youth group of Kampong Kdei", Female, Some(Accept)),
        guest("media", ("Voan Phearum", "វ៉ន ភារម្យ"), "Provincial radio", Male, Some(Decline)),
    ]
}

/// Plans it, invites, and writes down who has answered.
pub(super) async fn inviting(desk: &Desk<'_>) -> Result<()> {
    let seats = |group: &str, seats: i32, women_pct: Option<i32>| Seats {
        constituency: group.to_owned(),
        seats,
        women_pct,
        ..Seats::default()
    };
    // Eight in the morning in Phnom Penh, three weeks and a half from now.
    let starts_at = desk.day(25).and_hms_opt(1, 0, 0).unwrap_or_default().and_utc();
    let draft = DialogueDraft {
        title: both("Provincial dialogue on commune budget disclosure", "កិច្ចសន្ទនាខេត្តស្តីពីការផ្សាយថវិកាឃុំ"),
        kind: DialogueKind::ProvincialDialogue,
        purpose: Purpose::JointProblemSolving,
        objectives: both(
            "Agree what is posted on the board of each commune, and by when.",
            "ព្រមព្រៀងគ្នាថាអ្វីត្រូវបិទលើក្តារព័ត៌មានឃុំនីមួយៗ និងនៅពេលណា។",
        ),
        starts_at,
        ends_at: starts_at + Duration::hours(4),
        mode: Mode::InPerson,
        venue: both("Chi Kraeng District Hall", "សាលាស្រុកជីក្រែង"),
        place: Some(PlaceCode("1704".into())),
        step_free: true,
        sign_language: false,
        large_print: true,
        interpretation: String::new(),
        online_link: String::new(),
        chair: "Governor of Chi Kraeng district".into(),
        facilitator: "Sok Dara".into(),
        contact: "012 345 678".into(),
        capacity: 40,
        attribution: Attribution::ChathamHouse,
        rsvp_by: Some(starts_at - Duration::days(7)),
        visibility: Visibility::Members,
        seats: vec![
            Seats { least: 1, ..seats("prov_admin", 2, None) },
            Seats { least: 1, ..seats("dist_admin", 8, None) },
            seats("commune_council", 12, None),
            seats("cso", 4, Some(50)),
            Seats { youth_pct: Some(100), ..seats("youth", 4, None) },
            Seats { release_at: Some(starts_at - Duration::days(8)), ..seats("private_sector", 2, None) },
            seats("media", 2, None),
        ],
    };
    let mut d = service::plan(desk.pool, desk.env, &desk.dara, desk.campaign, draft).await?;
    for step in [Step::Approve, Step::OpenInvitations] {
        d = service::step(desk.pool, desk.env, &desk.dara, (d.id, d.version), (step, ""), "").await?;
    }
    let all = guests();
    let drafts: Vec<InvitationDraft> = all
        .iter()
        .map(|one| InvitationDraft {
            constituency: one.group.into(),
            institution: one.institution,
            name: one.name.clone(),
            honorific: one.honorific,
            post: one.post.into(),
            organisation: String::new(),
            email: String::new(),
            phone: String::new(),
            language: Language::Km,
            sex: one.sex,
            youth: (one.group == "youth").then_some(true),
        })
        .collect();
    invitations::invite(desk.pool, desk.env, &desk.dara, d.id, &drafts).await?;
    invitations::send(desk.pool, desk.env, &desk.dara, d.id, "").await?;
    let sent = store::invitations(desk.pool, d.id, 0, service::MOST).await?;
    for (one, invitation) in all.iter().zip(sent) {
        answered(desk, one, &invitation).await?;
    }
    Ok(())
}

async fn answered(desk: &Desk<'_>, one: &Guest, invitation: &Invitation) -> Result<()> {
    let deputy = (one.institution && invitation.state == InvitationState::Sent).then(|| Deputy {
        name: both("Tep Malis", "ទេព ម៉ាលីស"),
        honorific: Honorific::Ms,
        post: "Chief of planning".into(),
        email: String::new(),
        phone: String::new(),
        sex: Sex::Female,
        youth: None,
    });
    if deputy.is_none() && one.says.is_none() {
        return Ok(());
    }
    // One of them needs what the place does not offer yet.
    let needs = Needs { sign_language: one.name.en == "Touch Sokly", ..Needs::default() };
    let reply = Reply { answer: one.says, deputy, needs, note: String::new() };
    let at = (invitation.id, invitation.version);
    invitations::record(desk.pool, desk.env, &desk.dara, at, (&reply, Channel::Phone), "").await?;
    Ok(())
}
