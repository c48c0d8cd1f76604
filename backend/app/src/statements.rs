//! The demo network's joint texts: a statement open for signing, one signed and ready to be published, and a position that
//! the members decide on. Invented, like everything in the demo.

use chrono::Duration;
use sala_collab::{
    body,
    room::{Known, Room},
    store,
};
use sala_domain::{
    access::{Actor, Level},
    decisions::Scale,
    networks::holidays,
    papers::{AuthorMode, NewPaper, PaperDraft, PaperState, TextType, service, workflow},
    signing::{self, Answer, Attribution, Basis, Clocks, EndorsementState, Means, NameOrder, NewSignOn, Threshold},
};
use sala_kernel::{Clock, Env, Error, LText, Language, OrganisationId, PaperId, Pool, Result};

use crate::library::somebody;

type Words = &'static [(Language, &'static str, &'static [&'static str])];

struct Statement {
    title: (&'static str, &'static str),
    summary: (&'static str, &'static str),
    words: Words,
}

const BOARDS: Statement = Statement {
    title: ("Budgets on every commune board", "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ"),
    summary: (
        "Every commune posts its budget and investment programme within 30 days, in formats that everybody can use.",
        "គ្រប់ឃុំបិទផ្សាយថវិកា និងកម្មវិធីវិនិយោគក្នុងរយៈពេល ៣០ ថ្ងៃ ជាទម្រង់ដែលគ្រប់គ្នាអាចប្រើបាន។",
    ),
    words: &[
        (
            Language::En,
            "position",
            &[
                "We, the undersigned organisations, ask Siem Reap provincial administration to instruct all communes to post their budget and three-year investment programme on the public notice board.",
            ],
        ),
        (
            Language::En,
            "recommendations",
            &["Information must be posted within 30 days, in formats that persons with disabilities can use."],
        ),
        (
            Language::Km,
            "position",
            &[
                "យើងខ្ញុំ ជាអង្គការដែលចុះហត្ថលេខាខាងក្រោម ស្នើឱ្យរដ្ឋបាលខេត្តសៀមរាបណែនាំគ្រប់ឃុំឱ្យបិទផ្សាយថវិកា និងកម្មវិធីវិនិយោគបីឆ្នាំរំកិលនៅលើក្តារព័ត៌មានសាធារណៈ។",
            ],
        ),
        (Language::Km, "recommendations", &["ព័ត៌មានត្រូវបិទផ្សាយក្នុងរយៈពេល ៣០ ថ្ងៃ ជាទម្រង់ដែលជនមានពិការភាពអាចប្រើបាន។"]),
    ],
};

const WATER: Statement = Statement {
    title: ("Clean water at every health post", "ទឹកស្អាតនៅគ្រប់ប៉ុស្តិ៍សុខភាព"),
    summary: (
        "Every health post in the three provinces has clean water before the dry season.",
        "គ្រប់ប៉ុស្តិ៍សុខភាពក្នុងខេត្តទាំងបីមានទឹកស្អាតមុនរដូវប្រាំង។",
    ),
    words: &[
        (Language::En, "position", &["Nobody should carry water to the place where children are born."]),
        (Language::En, "recommendations", &["Connect every health post to a tested source before the dry season."]),
        (Language::Km, "position", &["គ្មាននរណាគួរដឹកទឹកទៅកន្លែងដែលកុមារកើតនោះទេ។"]),
        (Language::Km, "recommendations", &["ត្រូវភ្ជាប់ប៉ុស្តិ៍សុខភាពនីមួយៗទៅប្រភពទឹកដែលបានធ្វើតេស្ត មុនរដូវប្រាំង។"]),
    ],
};

const KHMER_FIRST: Statement = Statement {
    title: (
        "Every draft law in Khmer, thirty days before it is decided",
        "សេចក្តីព្រាងច្បាប់គ្រប់ច្បាប់ជាភាសាខ្មែរ សាមសិបថ្ងៃមុនសម្រេច",
    ),
    summary: (
        "Draft laws are published in Khmer thirty days before they are decided on, with a way to comment on them.",
        "សេចក្តីព្រាងច្បាប់ត្រូវផ្សព្វផ្សាយជាភាសាខ្មែរ សាមសិបថ្ងៃមុនសម្រេច ដោយមានមធ្យោបាយផ្តល់មតិ។",
    ),
    words: &[
        (
            Language::En,
            "position",
            &[
                "Whoever is bound by a law must be able to read it before it is decided, in the language that they read.",
            ],
        ),
        (
            Language::En,
            "recommendations",
            &[
                "Publish every draft law in Khmer thirty days before it is decided on, and answer what people say of it.",
            ],
        ),
        (Language::Km, "position", &["អ្នកដែលត្រូវគោរពច្បាប់ ត្រូវអាចអានវាមុនពេលសម្រេច ជាភាសាដែលខ្លួនអានចេះ។"]),
        (
            Language::Km,
            "recommendations",
            &["ត្រូវផ្សព្វផ្សាយសេចក្តីព្រាងច្បាប់គ្រប់ច្បាប់ជាភាសាខ្មែរ សាមសិបថ្ងៃមុនសម្រេច ហើយឆ្លើយតបមតិរបស់ប្រជាជន។"],
        ),
    ],
};

/// Adds them.
pub async fn add(pool: &Pool, env: &Env) -> Result<()> {
    let threshold = Threshold { count: 6, provinces: Some(3), ..Threshold::default() };
    let paper = opened(pool, env, &BOARDS, threshold, Duration::days(16)).await?;
    let reserved = (EndorsementState::EndorsedWithReservation, "Communes need 45 days after the council meets.");
    sign(pool, env, paper, "sarin@ocn.example", reserved).await?;
    let (paper, dara) = settled(pool, env, &KHMER_FIRST, AuthorMode::NetworkPosition).await?;
    signing::adoption::open(pool, env, &dara, &body::Yjs, paper, Scale::Vote, None).await?;
    // The other was opened three weeks ago and closed yesterday: the hub closes it when it starts.
    let then = Env { clock: Clock::fixed(env.now() - Duration::days(21)), entropy: env.entropy.clone() };
    let threshold = Threshold { count: 2, ..Threshold::default() };
    let paper = opened(pool, &then, &WATER, threshold, Duration::days(20)).await?;
    for email in ["bopha@ocn.example", "sarin@ocn.example"] {
        sign(pool, &then, paper, email, (EndorsementState::Endorsed, "")).await?;
    }
    Ok(())
}

/// A statement, settled and opened for signing.
async fn opened(
    pool: &Pool,
    env: &Env,
    statement: &Statement,
    threshold: Threshold,
    open_for: Duration,
) -> Result<PaperId> {
    let (paper, dara) = settled(pool, env, statement, AuthorMode::Signatories).await?;
    // Five in the afternoon in Phnom Penh, as a person would choose it.
    let evening = chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    let deadline = (env.now() + open_for).date_naive().and_time(evening).and_utc();
    let clocks = Clocks { soft: Some(deadline - open_for / 2), deadline };
    let addressees = "Siem Reap provincial administration".into();
    let new = NewSignOn { clocks, threshold, addressees, order: NameOrder::AsSigned };
    signing::service::open(pool, env, &dara, &body::Yjs, paper, new, "").await?;
    Ok(paper)
}

/// A text, written, consulted on and settled; and who settled it.
async fn settled(pool: &Pool, env: &Env, statement: &Statement, author_mode: AuthorMode) -> Result<(PaperId, Actor)> {
    let (sreymom, dara) =
        (somebody(pool, env, "sreymom@ocn.example").await?, somebody(pool, env, "dara@ocn.example").await?);
    let text_type = match author_mode {
        AuthorMode::Signatories => TextType::JointStatement,
        AuthorMode::NetworkPosition => TextType::PositionPaper,
    };
    let network = sreymom.held().first().map(|grant| grant.network).ok_or(Error::NotFound)?;
    let new = NewPaper {
        network,
        group: None,
        text_type,
        source: Language::En,
        draft: PaperDraft {
            title: LText::new(statement.title.0, statement.title.1),
            summary: LText::new(statement.summary.0, statement.summary.1),
            themes: Vec::new(),
            author_mode,
            authoritative: Language::Km,
            level: Level::Members,
            deadline: None,
        },
    };
    let paper = service::start(pool, env, &sreymom, &body::Yjs, new).await?.id;
    let update = body::written(text_type, statement.words)?;
    // As if it had been typed: looked through, then kept.
    Room::open(None, [update.as_slice()], Known::default()).map_err(Error::internal)?;
    let person = sreymom.signed_in()?.person();
    store::keep(pool, 0, &[store::Change { text: paper.0, person, update: update.into() }]).await?;
    let until = holidays::working_days_after(env.now().date_naive(), workflow::CONSULTATION_DAYS + 1, &[]);
    let step = |to, reason: &str| workflow::Step {
        to,
        reason: reason.into(),
        until: (to == PaperState::InternalConsultation).then_some(until),
        security_checked: to == PaperState::FinalText,
    };
    let go = async |actor: &Actor, step| workflow::go(pool, env, actor, &body::Yjs, paper, step).await;
    go(&sreymom, step(PaperState::InternalConsultation, "")).await?;
    go(&dara, step(PaperState::Review, "All members have answered.")).await?;
    translated(pool, env, &sreymom, &dara, paper).await?;
    go(&dara, step(PaperState::FinalText, "")).await?;
    Ok((paper, dara))
}

/// The translation is written by one and read by another.
async fn translated(pool: &Pool, env: &Env, one: &Actor, other: &Actor, paper: PaperId) -> Result<()> {
    use sala_domain::papers::Translation::{Reviewed, Translated};
    workflow::set_translation(pool, env, one, &body::Yjs, paper, Translated).await?;
    workflow::set_translation(pool, env, other, &body::Yjs, paper, Reviewed).await?;
    Ok(())
}

async fn sign(
    pool: &Pool,
    env: &Env,
    paper: PaperId,
    email: &str,
    (state, reservation): (EndorsementState, &str),
) -> Result<()> {
    let actor = somebody(pool, env, email).await?;
    let organisation: OrganisationId =
        actor.held().iter().find_map(|grant| grant.organisation).ok_or(Error::NotFound)?;
    let text = signing::store::find(pool, paper).await?.ok_or(Error::NotFound)?.text;
    let answer = Answer {
        state,
        basis: Some(Basis::BoardDecision),
        attribution: Attribution::Public,
        logo: true,
        display: LText::default(),
        reservation: reservation.into(),
        sections: Vec::new(),
        dissent: String::new(),
        note: String::new(),
        mandate: None,
        text,
    };
    signing::service::answer(pool, env, &actor, paper, organisation, answer, Means::Own).await?;
    Ok(())
}
