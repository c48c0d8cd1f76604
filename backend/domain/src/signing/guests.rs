//! Organisations outside the network that are asked to sign, each by a link of its own. Whoever holds the link states who
//! signs, in which post and by what right; it counts once the coordinator has confirmed it.

use chrono::{DateTime, Utc};
use sala_kernel::{Env, Error, GuestId, LText, Language, Message, PaperId, PersonId, Pool, Result, Secret, Tx};

use super::{Attribution, Basis, EndorsementState, FrozenText, SignOn, guest_store, publication, service, store};
use crate::{
    access::{Actor, Level, acts::OpenSignOn},
    mails::{self, GuestLetter, Letter},
    networks,
    papers::{self, Paper, PaperState},
    text::Check,
};

/// The most organisations that are invited to one text.
const MOST: i64 = 500;

/// An organisation outside the network that is invited to sign, and what it has said.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Its id.
    pub id: GuestId,
    /// To which paper.
    pub paper: PaperId,
    /// What the organisation is called.
    pub name: LText,
    /// Where it was written to.
    pub email: String,
    /// In which language.
    pub language: Language,
    /// Who invited it.
    pub invited_by: PersonId,
    /// When.
    pub invited_at: DateTime<Utc>,
    /// What it has said, if anything.
    pub said: Option<GuestSaid>,
    /// Who has confirmed that it did, and when.
    pub confirmed: Option<(PersonId, DateTime<Utc>)>,
}

/// What an organisation outside the network has said.
#[derive(Debug, Clone)]
pub struct GuestSaid {
    /// What.
    pub state: EndorsementState,
    /// Who signs.
    pub signatory: String,
    /// In which post.
    pub post: String,
    /// By what right.
    pub basis: Option<Basis>,
    /// Who is told the name.
    pub attribution: Attribution,
    /// With what it does not agree.
    pub reservation: String,
    /// The exact text.
    pub text: Vec<u8>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct NewGuest {
    /// What the organisation is called.
    pub name: LText,
    /// Where to write.
    pub email: String,
    /// In which language.
    pub language: Language,
}

/// What whoever holds the link says.
#[derive(Debug, Clone)]
pub struct GuestAnswer {
    /// It signs, signs with a reservation, declines, or takes its signature back.
    pub state: EndorsementState,
    /// Who signs.
    pub signatory: String,
    /// In which post.
    pub post: String,
    /// By what right.
    pub basis: Option<Basis>,
    /// Who is told the name.
    pub attribution: Attribution,
    /// With what it does not agree.
    pub reservation: String,
    /// The text that was read.
    pub text: Vec<u8>,
}

/// What whoever holds the link sees.
#[derive(Debug, Clone)]
pub struct GuestView {
    /// The invitation and what was said.
    pub guest: Guest,
    /// Which network asks.
    pub network: LText,
    /// What the text is called.
    pub title: LText,
    /// What it says in short.
    pub summary: LText,
    /// The sign-on.
    pub sign_on: SignOn,
    /// The exact text.
    pub text: FrozenText,
    /// It may be answered now.
    pub open: bool,
}

fn spent() -> Error {
    Error::invalid("link", Message::LinkUsedOrExpired)
}

/// Invites an organisation outside the network to sign.
pub async fn invite(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: PaperId,
    mut new: NewGuest,
    public_url: &str,
) -> Result<Guest> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, sign_on, deed) = run(&mut tx, actor, id).await?;
    if paper.state != PaperState::SignOn || !sign_on.is_open(env.now()) {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    let mut found = Check::new();
    new.name = LText::new(found.line("name.en", &new.name.en, 200), found.line("name.km", &new.name.km, 200));
    if new.name.is_empty() {
        found.fail("name", Message::NameRequired);
    }
    new.email = found.email("email", &new.email);
    if new.email.is_empty() {
        found.fail("email", Message::Required);
    } else if guest_store::is_invited(&mut tx, id, &new.email).await? {
        found.fail("email", Message::InvitedAlready);
    }
    if guest_store::count(&mut tx, id).await? >= MOST {
        found.fail("paper", Message::OutOfRange);
    }
    found.finish()?;
    let secret = Secret::fresh(env, "");
    let guest = guest_store::insert(&mut tx, env, id, &new, by, secret.hash().as_ref()).await?;
    write(&mut tx, env, &paper, &sign_on, &guest, &secret, public_url).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.guest_invited", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(guest)
}

/// Whoever runs the sign-on, and the paper held meanwhile.
async fn run(tx: &mut Tx<'_>, actor: &Actor, id: PaperId) -> Result<(Paper, SignOn, crate::access::Deed)> {
    let (paper, sign_on) = service::held(tx, actor, id).await?;
    let deed = papers::service::may::<OpenSignOn>(actor, &paper.member_facts())?;
    Ok((paper, sign_on, deed))
}

async fn write(
    tx: &mut Tx<'_>,
    env: &Env,
    paper: &Paper,
    sign_on: &SignOn,
    guest: &Guest,
    secret: &Secret,
    public_url: &str,
) -> Result<()> {
    let network = networks::store::lookup(&mut **tx, paper.network).await?.ok_or(Error::NotFound)?;
    let letter = Letter::Guest(GuestLetter {
        network: network.name.clone(),
        organisation: guest.name.clone(),
        title: (paper.level <= Level::Members).then(|| paper.title.clone()),
        until: networks::store::zone(&mut **tx, paper.network).await?.clock(sign_on.clocks.deadline),
        url: format!("{public_url}/sign-guest#{}", secret.expose()),
    });
    mails::store::write(tx, env, None, &guest.email, guest.language, &letter).await?;
    Ok(())
}

/// Sends an invitation anew, with a new link; the one before it ends.
pub async fn send_again(pool: &Pool, env: &Env, actor: &Actor, id: GuestId, public_url: &str) -> Result<Guest> {
    let mut tx = pool.begin().await?;
    let (paper, sign_on, guest, deed) = of(&mut tx, actor, id).await?;
    if paper.state != PaperState::SignOn || !sign_on.is_open(env.now()) {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    let secret = Secret::fresh(env, "");
    guest_store::renew(&mut tx, env, id, secret.hash().as_ref()).await?;
    write(&mut tx, env, &paper, &sign_on, &guest, &secret, public_url).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.guest_invited", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(guest)
}

async fn of(tx: &mut Tx<'_>, actor: &Actor, id: GuestId) -> Result<(Paper, SignOn, Guest, crate::access::Deed)> {
    let guest = guest_store::lookup(tx, id).await?.ok_or(Error::NotFound)?;
    let (paper, sign_on, deed) = run(tx, actor, guest.paper).await?;
    // Held now: what was said stays so until this is done.
    let guest = guest_store::lookup(tx, id).await?.ok_or(Error::NotFound)?;
    Ok((paper, sign_on, guest, deed))
}

/// Takes an invitation back: its link ends, and what was said by it does not count.
pub async fn revoke(pool: &Pool, env: &Env, actor: &Actor, id: GuestId) -> Result<Paper> {
    let mut tx = pool.begin().await?;
    let (paper, _, _, deed) = of(&mut tx, actor, id).await?;
    if !matches!(paper.state, PaperState::SignOn | PaperState::Review | PaperState::FinalText) {
        return Err(Error::Conflict);
    }
    guest_store::revoke(&mut tx, env, id).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.guest_revoked", serde_json::Value::Null).await?;
    tx.commit().await?;
    Ok(paper)
}

/// Confirms that what was said through a link was said by the organisation: from then on it counts.
pub async fn confirm(pool: &Pool, env: &Env, actor: &Actor, id: GuestId) -> Result<Guest> {
    let by = actor.writes()?;
    let mut tx = pool.begin().await?;
    let (paper, sign_on, guest, deed) = of(&mut tx, actor, id).await?;
    let counts = guest.said.as_ref().is_some_and(|said| said.state.counts() && said.text == sign_on.text);
    if paper.state != PaperState::SignOn || !sign_on.is_open(env.now()) {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    if !counts || guest.confirmed.is_some() {
        return Err(Error::Conflict);
    }
    guest_store::confirm(&mut tx, env, id, by).await?;
    papers::service::announce(&mut tx, env, deed, &paper, "paper.answered", serde_json::Value::Null).await?;
    let guest = guest_store::lookup(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(guest)
}

async fn view(tx: &mut Tx<'_>, env: &Env, guest: Guest) -> Result<GuestView> {
    let paper = papers::store::lookup(&mut **tx, guest.paper).await?.ok_or_else(spent)?;
    let sign_on = store::find(&mut **tx, guest.paper).await?.ok_or_else(spent)?;
    let network = networks::store::lookup(&mut **tx, paper.network).await?.ok_or_else(spent)?;
    let over = matches!(
        paper.state,
        PaperState::Ready | PaperState::Published | PaperState::Superseded | PaperState::Retracted
    );
    if paper.state != PaperState::SignOn && !over {
        return Err(spent());
    }
    let text = store::frozen(&mut **tx, guest.paper, &sign_on.text).await?.ok_or_else(spent)?;
    let open = paper.state == PaperState::SignOn && sign_on.is_open(env.now());
    Ok(GuestView { guest, network: network.name, title: paper.title, summary: paper.summary, sign_on, text, open })
}

/// What somebody sees who opens the link. The link stays as it is.
pub async fn read(pool: &Pool, env: &Env, secret: &str) -> Result<GuestView> {
    let mut tx = pool.begin().await?;
    let guest = guest_store::behind(&mut tx, secret).await?.ok_or_else(spent)?;
    view(&mut tx, env, guest).await
}

/// Answers through the link; until the coordinator has confirmed it, it may be changed.
pub async fn answer(pool: &Pool, env: &Env, secret: &str, mut answer: GuestAnswer) -> Result<GuestView> {
    use EndorsementState::{Declined, Endorsed, EndorsedWithReservation, Withdrawn};
    let mut tx = pool.begin().await?;
    let guest = guest_store::behind(&mut tx, secret).await?.ok_or_else(spent)?;
    // The paper is held before what was said of it, as everywhere.
    let paper = papers::store::hold(&mut tx, guest.paper).await?.ok_or_else(spent)?;
    let guest = guest_store::behind(&mut tx, secret).await?.ok_or_else(spent)?;
    let seen = view(&mut tx, env, guest.clone()).await?;
    let signed = guest.said.as_ref().is_some_and(|said| said.state.counts());
    let withdraws = answer.state == Withdrawn && signed;
    if !seen.open && !withdraws {
        return Err(Error::invalid("paper", Message::SignOnClosed));
    }
    if answer.text != seen.sign_on.text {
        return Err(Error::Conflict);
    }
    // One link, one signature: what was confirmed is changed only by taking it back.
    if guest.confirmed.is_some() && signed && !withdraws {
        return Err(spent());
    }
    let mut found = Check::new();
    answer.signatory = found.line("signatory", &answer.signatory, 120);
    answer.post = found.line("post", &answer.post, 120);
    answer.reservation = found.prose("reservation", &answer.reservation, 3000);
    match answer.state {
        Endorsed | EndorsedWithReservation => {
            if answer.basis.is_none_or(|basis| matches!(basis, Basis::StandingMandate | Basis::NetworkDelegation)) {
                found.fail("basis", Message::SigningBasisNeeded);
            }
            for (field, value) in [("signatory", &answer.signatory), ("post", &answer.post)] {
                if value.is_empty() {
                    found.fail(field, Message::Required);
                }
            }
            if answer.state == EndorsedWithReservation && answer.reservation.is_empty() {
                found.fail("reservation", Message::ReservationNeeded);
            }
        }
        Declined => answer.basis = None,
        Withdrawn if withdraws => {}
        _ => found.fail("state", Message::OutOfRange),
    }
    if answer.state != EndorsedWithReservation {
        answer.reservation.clear();
    }
    found.finish()?;
    if let (true, Some(said)) = (withdraws, &guest.said) {
        answer = GuestAnswer { state: Withdrawn, reservation: String::new(), ..own(said) };
    }
    guest_store::put(&mut tx, env, guest.id, &answer).await?;
    let named = withdraws && guest.confirmed.is_some() && answer.attribution == Attribution::Public;
    let kind = if named { "paper.answered" } else { "paper.guest_answered" };
    papers::service::announce(&mut tx, env, crate::access::Deed::HUB, &paper, kind, serde_json::Value::Null).await?;
    if withdraws {
        publication::overtaken(&mut tx, env, &paper).await?;
    }
    let guest = guest_store::behind(&mut tx, secret).await?.ok_or_else(spent)?;
    let seen = view(&mut tx, env, guest).await?;
    tx.commit().await?;
    Ok(seen)
}

fn own(said: &GuestSaid) -> GuestAnswer {
    GuestAnswer {
        state: said.state,
        signatory: said.signatory.clone(),
        post: said.post.clone(),
        basis: said.basis,
        attribution: said.attribution,
        reservation: said.reservation.clone(),
        text: said.text.clone(),
    }
}
