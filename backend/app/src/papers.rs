//! The demo network's paper: a position in consultation, with what members say of it. Invented, like everything in the demo.

use chrono::Datelike as _;
use sala_collab::{
    body,
    room::{Known, Room},
    store,
};
use sala_domain::{
    access::{Actor, Level},
    groups,
    networks::holidays,
    papers::{
        Amendment, AuthorMode, CommentKind, NewPaper, Operation, PaperDraft, PaperState, TextType, comments, service,
        workflow,
    },
};
use sala_kernel::{Env, Error, LText, Language, PageRequest, Pool, Result};

use crate::library::somebody;

const EN: &[(&str, &[&str])] = &[
    (
        "executive_summary",
        &[
            "Commune budgets are public money. This paper asks that they be shown where people pass, in time and in words that everybody can read.",
        ],
    ),
    (
        "context",
        &[
            "In three of four communes that members visited this year, the notice board held no budget, or that of a year before.",
        ],
    ),
    (
        "affected",
        &[
            "Those who cannot travel to the district hall: women with small children, older people, persons with disabilities.",
        ],
    ),
    (
        "legal_framework",
        &[
            "Article 20(7) of the draft obliges institutions to publish their budgets without being asked. It sets no day.",
        ],
    ),
    (
        "recommendations",
        &[
            "Commune administrations should post the budget and the three-year rolling investment programme on the public notice board within 30 days of adoption.",
            "A refusal must state its reasons in writing, and the requester has the right to appeal.",
            "Each ministry should name an information officer and publish the contact.",
        ],
    ),
];

const KM: &[(&str, &[&str])] = &[
    (
        "executive_summary",
        &["ថវិកាឃុំជាប្រាក់សាធារណៈ។ ឯកសារនេះស្នើឱ្យបង្ហាញថវិកានៅកន្លែងដែលប្រជាពលរដ្ឋឆ្លងកាត់ ទាន់ពេល និងជាពាក្យដែលគ្រប់គ្នាអាចអានបាន។"],
    ),
    ("context", &["ក្នុងចំណោមឃុំបួនដែលសមាជិកបានចុះពិនិត្យក្នុងឆ្នាំនេះ ឃុំបីគ្មានថវិកានៅលើក្តារព័ត៌មាន ឬមានតែថវិកាឆ្នាំមុន។"]),
    (
        "recommendations",
        &[
            "រដ្ឋបាលឃុំគួរបិទផ្សាយថវិកា និងកម្មវិធីវិនិយោគបីឆ្នាំរំកិល នៅលើក្តារព័ត៌មានសាធារណៈ ក្នុងរយៈពេល ៣០ ថ្ងៃ ក្រោយពេលអនុម័ត។",
            "ការបដិសេធត្រូវមានហេតុផលជាលាយលក្ខណ៍អក្សរ ហើយអ្នកស្នើសុំមានសិទ្ធិតវ៉ា។",
        ],
    ),
];

/// Adds it.
pub async fn add(pool: &Pool, env: &Env) -> Result<()> {
    let sreymom = somebody(pool, env, "sreymom@ocn.example").await?;
    let Some(network) = sreymom.held().first().map(|grant| grant.network) else { return Ok(()) };
    let mine = groups::store::list(pool, &Actor::Service, network, &PageRequest::whole()).await?;
    let new = NewPaper {
        network,
        group: mine.items.first().map(|(_, group)| group.id),
        text_type: TextType::PositionPaper,
        source: Language::En,
        draft: PaperDraft {
            title: LText::new("Position on the draft Access to Information Law", "ជំហរលើសេចក្តីព្រាងច្បាប់ស្តីពីសិទ្ធិទទួលបានព័ត៌មាន"),
            summary: LText::default(),
            themes: Vec::new(),
            author_mode: AuthorMode::NetworkPosition,
            authoritative: Language::Km,
            level: Level::Members,
            deadline: env.now().date_naive().checked_add_days(chrono::Days::new(45)),
        },
    };
    let paper = service::start(pool, env, &sreymom, &body::Yjs, new).await?;
    let words: Vec<(Language, &str, &[&str])> = EN
        .iter()
        .map(|(section, words)| (Language::En, *section, *words))
        .chain(KM.iter().map(|(section, words)| (Language::Km, *section, *words)))
        .collect();
    let update = body::written(TextType::PositionPaper, &words)?;
    // As if it had been typed: looked through, then kept.
    Room::open(None, [update.as_slice()], Known::default()).map_err(Error::internal)?;
    let person = sreymom.signed_in()?.person();
    store::keep(pool, 0, &[store::Change { text: paper.id.0, person, update: update.into() }]).await?;
    let today = env.now().date_naive();
    let until =
        holidays::working_days_after(today, if today.weekday().num_days_from_monday() < 5 { 8 } else { 9 }, &[]);
    let step = workflow::Step {
        to: PaperState::InternalConsultation,
        reason: String::new(),
        until: Some(until),
        security_checked: false,
    };
    workflow::go(pool, env, &sreymom, &body::Yjs, paper.id, step).await?;
    for (email, kind, section, quote, body, amendment) in [
        (
            "bopha@ocn.example",
            CommentKind::Substantive,
            "recommendations",
            "within 30 days",
            "Communes in Kampong Svay need 45 days after the council meets.",
            None,
        ),
        (
            "kunthea@ocn.example",
            CommentKind::Legal,
            "legal_framework",
            "Article 20(7)",
            "Cite the numbering of the draft of 2026.",
            None,
        ),
        (
            "samnang@ocn.example",
            CommentKind::Substantive,
            "recommendations",
            "",
            "A notice that some cannot read is not disclosure.",
            Some(Amendment {
                operation: Operation::Add,
                old: String::new(),
                new: "Budgets should also be given in formats that persons with disabilities can use.".into(),
            }),
        ),
    ] {
        let new = comments::NewComment {
            paper: paper.id,
            language: Language::En,
            section: section.into(),
            quote: quote.into(),
            anchor: None,
            kind,
            body: body.into(),
            amendment,
        };
        comments::add(pool, env, &somebody(pool, env, email).await?, new).await?;
    }
    Ok(())
}
