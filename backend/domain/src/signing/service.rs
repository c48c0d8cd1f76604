//! Opening a text for signing, answering for an organisation, extending, closing.

use chrono::{DateTime, Duration, Utc};
use sala_kernel::{
    Draft, Env, Error, LText, Message, NetworkId, OrganisationId, PaperId, PersonId, Pool, Result, Tx, append,
};
use sha2::{Digest as _, Sha256};

use super::{
    Answer, Attribution, Channel, Endorsement, EndorsementState, FrozenText, Means, NewSignOn, SignOn, adoption,
    canonical, editorial, hash_of, publication, store,
};
use crate::{
    access::{
        Actor, Authorized, Deed, Role,
        acts::{OpenSignOn, SignPaper, ViewPaper},
        authorize,
    },
    decisions, evidence,
    mandates::TextKind,
    organisations,
    papers::{self, AuthorMode, Content, Paper, PaperState, TextType, Texts},
    reminders, roles,
    terms::{self, Taxonomy},
    text::Check,
    writing,
};

/// The longest time from opening to deadline, in days.
const LONGEST: i64 = 366;

/// The kind of text by which mandates are given.
const fn kind_of(paper: TextType) -> TextKind {
    match paper {
        TextType::PositionPaper | TextType::PolicyBrief => TextKind::PositionPaper,
        TextType::JointStatement | TextType::SignOnLetter | TextType::PressStatement => TextKind::JointStatement,
        TextType::OpenLetter => TextKind::OpenLetter,
        TextType::Submission | TextType::ShadowReport => TextKind::Submission,
    }
}

/// The final text of a paper as it is signed.
pub fn frozen(env: &Env, paper: &Paper, content: &Content) -> FrozenText {
    use sala_kernel::Language::{En, Km};
    let of = |language: sala_kernel::Language| {
        let nodes = content.nodes.get(language.tag()).unwrap_or(&serde_json::Value::Null);
        canonical(language, paper.title.best(language).0, nodes)
    };
    let (english, khmer) = (of(En), of(Km));
    FrozenText {
        paper: paper.id,
        hash: hash_of(&english, &khmer).to_vec(),
        hash_english: Sha256::digest(&english).to_vec(),
        hash_khmer: Sha256::digest(&khmer).to_vec(),
        english,
        khmer,
        frozen_at: env.now(),
    }
}

fn checked(found: &mut Check, new: &mut NewSignOn, now: DateTime<Utc>) {
    new.addressees = found.prose("addressees", &new.addressees, 2000);
    let clocks = new.clocks;
    if clocks.deadline <= now || clocks.deadline > now + Duration::days(LONGEST) {
        found.fail("deadline", Message::ClosesInPast);
    }
    if clocks.soft.is_some_and(|soft| soft >= clocks.deadline || soft <= now) {
        found.fail("softDeadline", Message::SoftDeadline);
    }
    if !(1..=1000).contains(&new.threshold.count) {
        found.fail("threshold.count", Message::OutOfRange);
    }
    if new.threshold.pct.is_some_and(|pct| !(1..=100).contains(&pct)) {
        found.fail("threshold.pct", Message::OutOfRange);
    }
    if new.threshold.provinces.is_some_and(|n| !(1..=25).contains(&n)) {
        found.fail("threshold.provinces", Message::OutOfRange);
    }
    let kinds = &new.threshold.kinds;
    let twice = kinds.iter().enumerate().any(|(at, (kind, _))| kinds.iter().take(at).any(|(other, _)| other == kind));
    if kinds.len() > 20 || twice || kinds.iter().any(|(_, count)| !(1..=1000).contains(count)) {
        found.fail("threshold.kinds", Message::OutOfRange);
    }
    if new.threshold.required.len() > 100 {
        found.fail("threshold.required", Message::OutOfRange);
    }
}

/// Opens a final text for signing. From then on nothing is signed but this text.
pub async fn open(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    texts: &dyn Texts,
    id: PaperId,
    mut new: NewSignOn,
    public_url: &str,
) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (mut paper, deed) = papers::service::held::<OpenSignOn>(&mut tx, actor, id).await?;
    if paper.state != PaperState::FinalText || paper.author_mode != AuthorMode::Signatories {
        return Err(Error::Conflict);
    }
    adoption::readable(&paper)?;
    let mut found = Check::new();
    checked(&mut found, &mut new, env.now());
    let kinds: Vec<String> = new.threshold.kinds.iter().map(|(kind, _)| kind.clone()).collect();
    if terms::store::active_ids(&mut *tx, Taxonomy::OrganisationType, &kinds).await?.len() != kinds.len() {
        found.fail("threshold.kinds", Message::TermUnknown);
    }
    for organisation in &new.threshold.required {
        if !store::is_member(&mut tx, paper.network, *organisation).await? {
            found.fail("threshold.required", Message::NoMemberHere);
        }
    }
    found.finish()?;
    let content = texts.read(&writing::store::kept(&mut *tx, id.0).await?.whole())?;
    let text = frozen(env, &paper, &content);
    store::freeze(&mut tx, env, &text).await?;
    let before = store::find(&mut *tx, id).await?;
    store::open(&mut tx, env, deed.by, paper.network, &text, &new).await?;
    if let Some(before) = before {
        editorial::keep(&mut tx, env, texts, &paper, &before.text, &text, public_url).await?;
    }
    paper.state = PaperState::SignOn;
    paper.state_reason.clear();
    paper.moved_at = env.now();
    let payload = serde_json::json!({ "deadline": new.clocks.deadline });
    let paper = papers::service::finish(&mut tx, env, deed, &paper, "paper.sign_on_opened", payload).await?;
    tx.commit().await?;
    Ok(paper)
}

/// The paper and its sign-on, held: nobody answers, extends or closes it meanwhile.
pub(super) async fn held(tx: &mut Tx<'_>, actor: &Actor, id: PaperId) -> Result<(Paper, SignOn)> {
    let paper = papers::store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewPaper>(actor, (), &paper.facts())?;
    let sign_on = store::find(&mut **tx, id).await?.ok_or(Error::Conflict)?;
    Ok((paper, sign_on))
}

/// Whoever acts signs for an organisation, and goes on doing so until the transaction ends.
async fn signs_for(
    tx: &mut Tx<'_>,
    actor: &Actor,
    by: PersonId,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Deed> {
    let named = organisations::store::lookup(&mut **tx, organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut **tx, &named).await?.within(network);
    let proof: Authorized<_, SignPaper> = authorize(actor, (), &facts)?;
    roles::store::hold_of(tx, by, network).await?;
    if !roles::store::holds(tx, by, network, organisation, Role::Signatory).await? {
        return Err(Error::Forbidden(Message::OnlySignatory));
    }
    Ok(Deed { by: proof.by(), on_behalf_of: Some(organisation) })
}

/// Tells that something was said. Who said it is told only where everybody may know: everything else happens under the
/// hub's own name.
async fn announce(
    tx: &mut Tx<'_>,
    env: &Env,
    deed: Deed,
    paper: &Paper,
    was: Option<&Endorsement>,
    said: &Endorsement,
) -> Result<()> {
    let public = |e: &Endorsement| e.attribution == Attribution::Public && e.state.counts();
    let named = public(said) && was.is_none_or(|was| public(was) || !was.state.counts());
    let deed = if named { deed } else { Deed::HUB };
    let event = Draft { network: Some(paper.network), ..deed.event("paper.answered", paper.id) };
    append(tx, env, event).await?;
    Ok(())
}

fn answered(found: &mut Check, answer: &mut Answer, standing: bool, objections: bool) {
    use EndorsementState::{Abstained, Declined, Endorsed, EndorsedWithReservation, InInternalReview, Objected};
    if answer.state == Objected {
        if !objections {
            found.fail("state", Message::NoObjectionHere);
        } else if answer.note.trim().is_empty() {
            found.fail("note", Message::ObjectionNeedsReason);
        }
    }
    if !matches!(answer.state, InInternalReview | Endorsed | EndorsedWithReservation | Abstained | Declined | Objected)
    {
        found.fail("state", Message::OutOfRange);
    }
    answer.display = LText::new(
        found.line("displayName.en", &answer.display.en, 200),
        found.line("displayName.km", &answer.display.km, 200),
    );
    answer.note = found.prose("note", &answer.note, 2000);
    answer.reservation = found.prose("reservation", &answer.reservation, 3000);
    if answer.state == EndorsedWithReservation {
        if answer.reservation.is_empty() {
            found.fail("reservation", Message::ReservationNeeded);
        }
        if answer.sections.len() > 30 {
            found.fail("sections", Message::OutOfRange);
        }
        answer.sections = answer.sections.iter().map(|key| found.line("sections", key, 100)).collect();
    } else {
        answer.reservation.clear();
        answer.sections.clear();
    }
    answer.dissent = found.prose("dissent", &answer.dissent, 3000);
    if !matches!(answer.state, Abstained | Declined | Objected) {
        answer.dissent.clear();
    } else if !answer.dissent.is_empty() && answer.attribution != Attribution::Public {
        found.fail("dissent", Message::DissentIsNamed);
    }
    if answer.state.counts() {
        match answer.basis {
            None => found.fail("basis", Message::SigningBasisNeeded),
            Some(super::Basis::StandingMandate) if !standing => found.fail("basis", Message::NoStandingMandate),
            Some(_) => {}
        }
    } else {
        answer.basis = None;
    }
    if answer.attribution != Attribution::Public {
        // A picture or a chosen name would tell whose it is.
        answer.logo = false;
        answer.display = LText::default();
    }
}

/// Answers for an organisation: its signatory does, or the coordinator records what reached the network otherwise.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    organisation: OrganisationId,
    mut answer: Answer,
    means: Means,
) -> Result<Endorsement> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, sign_on) = held(&mut tx, actor, id).await?;
    let kind = kind_of(paper.text_type);
    let deed = match means {
        Means::Own => signs_for(&mut tx, actor, by, paper.network, organisation).await?,
        Means::Recorded(..) => papers::service::may::<OpenSignOn>(actor, &paper.member_facts())?,
    };
    if !store::is_member(&mut tx, paper.network, organisation).await? {
        return Err(Error::invalid("organisation", Message::NoMemberHere));
    }
    if paper.state != PaperState::SignOn || !sign_on.is_open(env.now()) {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    // Nobody signs a text that they have not seen.
    if answer.text != sign_on.text {
        return Err(Error::Conflict);
    }
    let (signs, standing) = store::covered(&mut tx, env, (id, paper.network, kind), organisation, deed.by).await?;
    let mut found = Check::new();
    answered(&mut found, &mut answer, standing, sign_on.threshold.no_objection);
    if let Some(document) = answer.mandate
        && evidence::store::visible(&mut *tx, actor, &[document.0]).await?.is_empty()
    {
        found.fail("mandateDocument", Message::IdUnknown);
    }
    let (channel, recorded_by, evidence) = match means {
        Means::Own => {
            if !signs {
                found.fail("organisation", Message::MandateNotForThis);
            }
            (Channel::Hub, None, None)
        }
        Means::Recorded(channel, document) => {
            let known = evidence::store::visible(&mut *tx, actor, &[document.0]).await?;
            if known.is_empty() || channel == Channel::Hub {
                found.fail("evidence", Message::EvidenceNeeded);
            }
            (channel, deed.by, Some(document))
        }
    };
    found.finish()?;
    let was = store::of(&mut *tx, id, organisation).await?;
    let said = Endorsement {
        paper: id,
        organisation,
        state: answer.state,
        person: deed.by.filter(|_| recorded_by.is_none()),
        basis: answer.basis,
        text: sign_on.text.clone(),
        attribution: answer.attribution,
        logo: answer.logo,
        display: answer.display,
        reservation: answer.reservation,
        dissent: answer.dissent,
        sections: answer.sections,
        note: answer.note,
        channel,
        recorded_by,
        evidence,
        mandate: answer.mandate.filter(|_| answer.state.counts()),
        stated_at: env.now(),
    };
    store::put(&mut tx, &said).await?;
    announce(&mut tx, env, deed, &paper, was.as_ref(), &said).await?;
    tx.commit().await?;
    Ok(said)
}

/// Whether an organisation has decided beforehand on texts of this kind, so that its signatory need not ask again.
pub async fn stands_beforehand(pool: &Pool, env: &Env, paper: &Paper, organisation: OrganisationId) -> Result<bool> {
    let mut tx = pool.begin().await?;
    let kind = kind_of(paper.text_type);
    Ok(store::covered(&mut tx, env, (paper.id, paper.network, kind), organisation, None).await?.1)
}

/// Takes an organisation's signature back, by its signatory; as long as the sign-on is open it may sign again.
pub async fn withdraw(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    organisation: OrganisationId,
    reason: &str,
) -> Result<Endorsement> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, _) = held(&mut tx, actor, id).await?;
    let deed = signs_for(&mut tx, actor, by, paper.network, organisation).await?;
    let was = store::of(&mut *tx, id, organisation).await?.ok_or(Error::Conflict)?;
    if !was.state.counts() && was.state != EndorsementState::Reconfirm {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let note = found.prose("reason", reason, 2000);
    found.finish()?;
    let said = Endorsement {
        state: EndorsementState::Withdrawn,
        person: deed.by,
        reservation: String::new(),
        dissent: String::new(),
        sections: Vec::new(),
        note,
        channel: Channel::Hub,
        recorded_by: None,
        evidence: None,
        mandate: None,
        stated_at: env.now(),
        ..was.clone()
    };
    store::put(&mut tx, &said).await?;
    announce(&mut tx, env, deed, &paper, Some(&was), &said).await?;
    publication::overtaken(&mut tx, env, &paper).await?;
    tx.commit().await?;
    Ok(said)
}

/// Gives organisations more time, once: before the deadline, or after it where not all came together.
pub async fn extend(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    deadline: DateTime<Utc>,
    reason: &str,
) -> Result<SignOn> {
    let mut tx = pool.begin().await?;
    let (paper, sign_on) = held(&mut tx, actor, id).await?;
    let deed = papers::service::may::<OpenSignOn>(actor, &paper.member_facts())?;
    if paper.state != PaperState::SignOn {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let reason = found.prose("reason", reason, 2000);
    if reason.is_empty() {
        found.fail("reason", Message::ReasonNeeded);
    }
    if sign_on.extended_from.is_some() {
        found.fail("deadline", Message::ExtendedOnce);
    } else if deadline <= env.now().max(sign_on.clocks.deadline) || deadline > env.now() + Duration::days(LONGEST) {
        found.fail("deadline", Message::ClosesInPast);
    }
    found.finish()?;
    store::extend(&mut tx, id, deadline, &reason).await?;
    decisions::service::overtake(&mut tx, env, deed, id, Message::MoreTime.told(paper.source)).await?;
    let event = Draft { network: Some(paper.network), ..deed.event("paper.sign_on_extended", paper.id) };
    append(&mut tx, env, event).await?;
    let now = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Reminds members that have not answered, now: all of them, or one. How many were written to comes back.
pub async fn remind(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    only: Option<OrganisationId>,
    public_url: &str,
) -> Result<usize> {
    actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, sign_on) = held(&mut tx, actor, id).await?;
    papers::service::may::<OpenSignOn>(actor, &paper.member_facts())?;
    if paper.state != PaperState::SignOn || !sign_on.is_open(env.now()) {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    let sent = reminders::remind_sign_on(&mut tx, env, id, only, public_url).await?;
    if sent == 0 {
        return Err(Error::invalid("organisation", Message::RemindedLately));
    }
    tx.commit().await?;
    Ok(sent)
}

/// Closes the sign-ons whose deadline has come: where all came together the text is ready, else it waits for the
/// coordinator. Safe to run anywhere, any time, at once.
pub async fn close_due(pool: &Pool, env: &Env) -> Result<usize> {
    let mut closed = 0;
    loop {
        let mut tx = pool.begin().await?;
        let Some(id) = store::hold_due(&mut tx, env).await? else { return Ok(closed) };
        let mut paper = papers::store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
        let sign_on = store::find(&mut *tx, id).await?.ok_or(Error::NotFound)?;
        let met = store::progress(&mut *tx, &sign_on).await?.meets(&sign_on.threshold);
        store::close(&mut tx, env, id, met).await?;
        if met {
            paper.state = PaperState::Ready;
            paper.moved_at = env.now();
        }
        let payload = serde_json::json!({ "met": met });
        papers::service::finish(&mut tx, env, Deed::HUB, &paper, "paper.sign_on_closed", payload).await?;
        tx.commit().await?;
        closed += 1;
    }
}
