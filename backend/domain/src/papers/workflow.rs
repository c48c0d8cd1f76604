//! The steps of a paper, from draft to final text.

use chrono::NaiveDate;
use sala_kernel::{Env, Error, Message, NetworkId, PaperId, Pool, Result, Tx};

use super::{
    Content, Paper, PaperState, RevisionKind, Texts, Translation, comment_store, revision_store,
    sections::{RECOMMENDATIONS_KEY, SUMMARY_KEY},
    service::{finish, held, may},
    store,
};
use crate::{
    access::{
        Actor, Deed,
        acts::{ConvenePaper, LeadPaper, OpenSignOn, ViewPaper, WritePaper},
        authorize,
    },
    decisions, networks,
    networks::holidays,
    signing,
    text::Check,
    writing,
};

/// The fewest working days that members have to say what they think.
pub const CONSULTATION_DAYS: u32 = 5;

/// A step to take.
#[derive(Debug, Clone)]
pub struct Step {
    /// Where to.
    pub to: PaperState,
    /// Why, where somebody has to say.
    pub reason: String,
    /// The last day of the consultation.
    pub until: Option<NaiveDate>,
    /// Whoever takes it has made sure that nobody is harmed by the text.
    pub security_checked: bool,
}

/// The earliest last day of a consultation that opens now.
pub async fn earliest_end(pool: &Pool, env: &Env, network: NetworkId) -> Result<NaiveDate> {
    let mut tx = pool.begin().await?;
    let today = networks::store::today(&mut *tx, env, network).await?;
    earliest(&mut tx, network, today).await
}

async fn earliest(tx: &mut Tx<'_>, network: NetworkId, today: NaiveDate) -> Result<NaiveDate> {
    let holidays = holidays::year_from(&mut **tx, network, today).await?;
    Ok(holidays::working_days_after(today, CONSULTATION_DAYS, &holidays))
}

/// Takes a step; the text as it is now becomes a revision.
pub async fn go(pool: &Pool, env: &Env, actor: &Actor, texts: &dyn Texts, id: PaperId, step: Step) -> Result<Paper> {
    use PaperState::{Abandoned, Adoption, Draft, FinalText, InternalConsultation, Ready, Review, SignOn};
    let mut tx = pool.begin().await?;
    let seen = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &seen.facts())?;
    let today = networks::store::today(&mut *tx, env, seen.network).await?;
    let early = seen.consultation_ends_on.is_some_and(|last| today <= last);
    let deed = match (seen.state, step.to) {
        (Draft, InternalConsultation) => may::<LeadPaper>(actor, &seen.lead_facts())?,
        (InternalConsultation, Review) if !early => may::<LeadPaper>(actor, &seen.lead_facts())?,
        (InternalConsultation | FinalText, Review)
        | (Review, Draft | FinalText)
        | (Draft | InternalConsultation | Review | FinalText, Abandoned) => {
            may::<ConvenePaper>(actor, &seen.member_facts())?
        }
        (SignOn | Adoption | Ready, Review) => may::<OpenSignOn>(actor, &seen.member_facts())?,
        _ => return Err(Error::Conflict),
    };
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let mut paper = seen.clone();
    let mut found = Check::new();
    let reason = found.prose("reason", &step.reason, 2000);
    let explained =
        matches!((seen.state, step.to), (_, Abandoned | Draft) | (FinalText | SignOn | Adoption | Ready, Review))
            || (seen.state == InternalConsultation && early);
    if explained && reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    match step.to {
        InternalConsultation => {
            let earliest = earliest(&mut tx, paper.network, today).await?;
            let until = step.until.filter(|until| *until >= earliest);
            consult(&mut found, &mut paper, &content, today, until);
        }
        FinalText => settle(&mut tx, &mut found, &mut paper, &content, deed, step.security_checked).await?,
        Review if matches!(seen.state, SignOn | Adoption | Ready) => {
            signing::store::reconfirm(&mut tx, env, id).await?;
            let why = Message::TextWentBack.told(paper.source);
            decisions::service::overtake(&mut tx, env, deed, id, why).await?;
        }
        // Organisations sign and decide by their own steps.
        SignOn | Adoption | Ready | PaperState::Published | PaperState::Superseded | PaperState::Retracted => {
            return Err(Error::Conflict);
        }
        Draft | Review | Abandoned => {}
    }
    found.finish()?;
    paper.state = step.to;
    paper.state_reason = reason;
    paper.moved_at = env.now();
    revision_store::insert(&mut tx, env, deed, id, &content, RevisionKind::Milestone, step.to.as_str()).await?;
    let payload = serde_json::json!({ "state": step.to.as_str() });
    let paper = finish(&mut tx, env, deed, &paper, "paper.moved", payload).await?;
    tx.commit().await?;
    Ok(paper)
}

fn consult(found: &mut Check, paper: &mut Paper, content: &Content, today: NaiveDate, until: Option<NaiveDate>) {
    let source = paper.source;
    if paper.summary.best(source).0.is_empty() && content.section(source, SUMMARY_KEY).is_empty() {
        found.fail("summary", Message::SummaryNeeded);
    }
    if content.section(source, RECOMMENDATIONS_KEY).is_empty() {
        found.fail("recommendations", Message::RecommendationsNeeded);
    }
    match until {
        Some(until) if (until - today).num_days() > 366 => found.fail("until", Message::OutOfRange),
        Some(_) => {}
        None => found.fail("until", Message::ConsultationShort),
    }
    paper.consultation_ends_on = until;
}

async fn settle(
    tx: &mut Tx<'_>,
    found: &mut Check,
    paper: &mut Paper,
    content: &Content,
    deed: Deed,
    checked: bool,
) -> Result<()> {
    if let Some(me) = deed.by {
        let mut others = writing::store::writers(tx, paper.id.0).await?;
        others.extend(paper.drafters.iter().filter(|d| d.leads).map(|d| d.person));
        if others.iter().all(|person| *person == me) {
            return Err(Error::Forbidden(Message::SoleDrafter));
        }
    }
    if comment_store::open_ones(tx, paper.id).await? > 0 {
        found.fail("comments", Message::CommentsOpen);
    }
    if !content.suggestions.is_empty() {
        found.fail("suggestions", Message::SuggestionsOpen);
    }
    if !checked {
        found.fail("securityChecked", Message::SecurityCheckNeeded);
    }
    if !matches!(translation(paper, content), Translation::Missing | Translation::Reviewed) {
        found.fail("translation", Message::TranslationOpen);
    }
    paper.security_checked_by = deed.by;
    Ok(())
}

/// Where the text in the other language stands, judged by what the source says now.
pub fn translation(paper: &Paper, content: &Content) -> Translation {
    let follows = paper.translation_based_on.as_deref() == Some(source_hash(paper, content).as_slice());
    match paper.translation {
        Translation::Missing if content.speaks(paper.target()) => Translation::InProgress,
        Translation::Translated | Translation::Reviewed if !follows => Translation::Outdated,
        stated => stated,
    }
}

fn source_hash(paper: &Paper, content: &Content) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(content.words(paper.source)).to_vec()
}

/// The blocks of the source, each as its section and a hash of what it says.
fn blocks(paper: &Paper, content: &Content) -> Vec<(String, usize, String)> {
    use sha2::{Digest as _, Sha256};
    let sections = content.sections.iter().filter(|s| s.language == paper.source);
    let told = sections.flat_map(|section| {
        section.blocks.iter().enumerate().filter(|(_, words)| !words.trim().is_empty()).map(|(place, words)| {
            let hash = Sha256::digest(words);
            let short = hash.iter().take(8).fold(String::new(), |all, byte| format!("{all}{byte:02x}"));
            (section.key.clone(), place, format!("{} {short}", section.key))
        })
    });
    told.collect()
}

/// The blocks of the source that say something else than the translation was last said to follow: their sections, and
/// their places in them.
pub fn outdated(paper: &Paper, content: &Content) -> Vec<(String, usize)> {
    if matches!(paper.translation, Translation::Missing | Translation::InProgress) {
        return Vec::new();
    }
    let mut followed = paper.translation_blocks.clone();
    let changed = blocks(paper, content).into_iter().filter(|(_, _, block)| {
        let known = followed.iter().position(|b| b == block);
        known.map(|at| followed.swap_remove(at)).is_none()
    });
    changed.map(|(section, place, _)| (section, place)).collect()
}

/// Says where the translation stands: written, or read against the source by somebody else.
pub async fn set_translation(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    id: PaperId,
    state: Translation,
) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = held::<WritePaper>(&mut tx, actor, id).await?;
    if !paper.state.is_open() {
        return Err(Error::invalid("paper", Message::PaperSettled));
    }
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    match state {
        Translation::Translated => {
            if !content.speaks(paper.target()) {
                return Err(Error::invalid("state", Message::TranslationEmpty));
            }
            paper.translation_by = deed.by;
        }
        Translation::Reviewed => {
            if !matches!(translation(&paper, &content), Translation::Translated | Translation::Reviewed) {
                return Err(Error::invalid("state", Message::TranslationOpen));
            }
            if deed.by.is_some() && paper.translation_by == deed.by {
                return Err(Error::Forbidden(Message::OwnTranslation));
            }
        }
        Translation::Missing | Translation::InProgress | Translation::Outdated => {}
    }
    paper.translation_based_on = Some(source_hash(&paper, &content));
    paper.translation_blocks = blocks(&paper, &content).into_iter().map(|(_, _, block)| block).collect();
    paper.translation = state;
    let payload = serde_json::json!({ "translation": state.as_str() });
    let paper = finish(&mut tx, env, deed, &paper, "paper.translated", payload).await?;
    tx.commit().await?;
    Ok(paper)
}
