//! Inviting people, sending letters, writing down what they answer.

use sala_kernel::{
    DialogueId, Env, Error, InvitationId, LText, MailId, Message, PersonId, Pool, Result, Secret, Tx, Zone,
};

use super::{
    Answer, Channel, Dialogue, DialogueState, Invitation, InvitationDraft, InvitationState, Needs, arrangements_store,
    model::answered,
    seating,
    service::{MOST, announce, held},
    store,
};
use crate::{
    access::{Actor, Deed, acts::EditCampaign},
    mails::{self, DialogueLetter, DialogueNews, Letter, Meeting},
    networks,
    people::Honorific,
    text::Check,
};

sala_kernel::db_enum! {
    /// How a letter goes.
    pub enum Way as "letter_way" {
        /// By mail.
        Mail = "mail",
        /// On paper.
        Print = "print",
        /// As a text for a messenger.
        Text = "text",
    }
}

/// How often one invitee may name somebody, and somebody else again.
const DEPUTIES: usize = 5;

/// How letters about a dialogue are written.
pub(super) struct Post {
    network: LText,
    title: LText,
    venue: LText,
    when: String,
    pub(super) until: String,
    reason: String,
    base: String,
    meeting: Meeting,
    own: LText,
}

impl Post {
    pub(super) async fn of(tx: &mut Tx<'_>, d: &Dialogue, public_url: &str) -> Result<Self> {
        let network = networks::store::lookup(&mut **tx, d.network).await?.ok_or(Error::NotFound)?;
        let zone: Zone = networks::store::zone(&mut **tx, d.network).await?;
        let own = arrangements_store::arrangements(tx, d.id).await?.letter;
        let venue = if d.is.venue.is_empty() {
            LText::new("online", "តាមអ៊ីនធឺណិត")
        } else {
            d.is.venue.clone()
        };
        Ok(Self {
            own,
            network: network.name,
            title: d.is.title.clone(),
            venue,
            when: format!("{} – {}", zone.clock(d.is.starts_at), zone.clock(d.is.ends_at)),
            until: d.is.rsvp_by.map(|by| zone.clock(by)).unwrap_or_default(),
            reason: d.reason.clone(),
            base: format!("{public_url}/rsvp#"),
            meeting: Meeting {
                uid: String::new(),
                sequence: u32::try_from(d.sequence).unwrap_or(0),
                cancelled: d.state == DialogueState::Cancelled,
                starts_at: d.is.starts_at,
                ends_at: d.is.ends_at,
                title: d.is.title.clone(),
                venue: d.is.venue.clone(),
            },
        })
    }

    /// What is written to somebody, under a link of their own.
    pub(super) fn letter(&self, to: &Invitation, news: DialogueNews, url: String) -> DialogueLetter {
        // An institution does not come itself, and minutes are no meeting.
        let meets = !to.institution && news != DialogueNews::MinutesOut;
        let mut meeting = meets.then(|| Meeting { uid: to.id.to_string().replace(':', "-"), ..self.meeting.clone() });
        if let Some(meeting) = meeting.as_mut().filter(|_| news == DialogueNews::TakenBack) {
            (meeting.cancelled, meeting.sequence) = (true, meeting.sequence + 1);
        }
        DialogueLetter {
            news,
            name: to.name.clone(),
            honorific: to.honorific,
            network: self.network.clone(),
            title: self.title.clone(),
            when: self.when.clone(),
            venue: self.venue.clone(),
            until: self.until.clone(),
            reason: self.reason.clone(),
            own: self.own.clone(),
            meeting,
            url,
            number: to.number,
        }
    }

    /// A link of their own for each of some invitations, for letters that go in this way.
    pub(super) async fn links(&self, tx: &mut Tx<'_>, env: &Env, of: &[InvitationId], way: Way) -> Result<Vec<String>> {
        let secrets: Vec<Secret> = of.iter().map(|_| Secret::fresh(env, "")).collect();
        let hashes: Vec<Vec<u8>> = secrets.iter().map(Secret::hash).collect();
        store::link(tx, env, (of, &hashes), (way, None)).await?;
        Ok(secrets.iter().map(|secret| format!("{}{}", self.base, secret.expose())).collect())
    }

    /// Writes to somebody who has an address; the links of earlier letters go on working.
    pub(super) async fn send(&self, tx: &mut Tx<'_>, env: &Env, to: &Invitation, news: DialogueNews) -> Result<()> {
        if to.email.is_empty() {
            return Ok(());
        }
        let linked = !matches!(news, DialogueNews::CalledOff | DialogueNews::TakenBack);
        let secret = linked.then(|| Secret::fresh(env, ""));
        let url = secret.as_ref().map(|secret| format!("{}{}", self.base, secret.expose())).unwrap_or_default();
        let letter = Letter::Dialogue(Box::new(self.letter(to, news, url)));
        let mail = mails::write(tx, env, None, &to.email, to.language, &letter).await?;
        if let Some(secret) = secret {
            store::link(tx, env, (&[to.id], &[secret.hash()]), (Way::Mail, Some(mail))).await?;
        }
        Ok(())
    }
}

/// Gives free seats to those who wait, and tells them.
pub(super) async fn call(tx: &mut Tx<'_>, env: &Env, d: &Dialogue, public_url: &str) -> Result<()> {
    let mut all = store::invitations(&mut **tx, d.id, 0, MOST).await?;
    let called = seating::seat(&d.is.seats, &mut all);
    if called.is_empty() {
        return Ok(());
    }
    let post = Post::of(tx, d, public_url).await?;
    for one in called.into_iter().filter_map(|at| all.get(at)) {
        store::put_invitation(tx, env, one).await?;
        post.send(tx, env, one, DialogueNews::Called).await?;
    }
    Ok(())
}

pub(super) fn filled(field: &str, d: &Dialogue, draft: &InvitationDraft, found: &mut Check) -> InvitationDraft {
    let at = |name: &str| format!("{field}{name}");
    let draft = InvitationDraft {
        name: LText::new(
            found.line(&at("name.en"), &draft.name.en, 200),
            found.line(&at("name.km"), &draft.name.km, 200),
        ),
        post: found.line(&at("post"), &draft.post, 200),
        organisation: found.line(&at("organisation"), &draft.organisation, 200),
        email: found.email(&at("email"), &draft.email),
        phone: found.phone(&at("phone"), &draft.phone),
        ..draft.clone()
    };
    if draft.name.is_empty() {
        found.fail(at("name"), Message::NameRequired);
    }
    if !d.is.seats.iter().any(|of| of.constituency == draft.constituency) {
        found.fail(at("constituency"), Message::NoSeatsForGroup);
    }
    draft
}

pub(super) fn written(env: &Env, d: &Dialogue, number: i32, from: InvitationDraft) -> Invitation {
    Invitation {
        id: InvitationId::fresh(env),
        dialogue: d.id,
        number,
        constituency: from.constituency,
        institution: from.institution,
        name: from.name,
        honorific: from.honorific,
        post: from.post,
        organisation: from.organisation,
        email: from.email,
        phone: from.phone,
        language: from.language,
        sex: from.sex,
        youth: from.youth,
        state: InvitationState::Prepared,
        seat_of: None,
        queued_at: None,
        parent: None,
        sent_at: None,
        answered_at: None,
        answered_via: None,
        recorded_by: None,
        needs: Needs::default(),
        note: String::new(),
        table: None,
        version: 1,
    }
}

/// Writes down whom to invite: all of them, or nobody. At most 500 at once.
pub async fn invite(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DialogueId,
    drafts: &[InvitationDraft],
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if d.state.was_held() {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let all = store::invitations(&mut *tx, id, 0, MOST).await?;
    let mut found = Check::new();
    if drafts.is_empty() || drafts.len() > 500 || all.len() + drafts.len() > usize::try_from(MOST).unwrap_or(0) {
        found.fail("people", Message::OutOfRange);
    }
    let one = drafts.len() == 1;
    let mut number = all.iter().map(|i| i.number).max().unwrap_or(0);
    let mut fresh = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        let field = if one { String::new() } else { format!("people.{at}.") };
        number += 1;
        fresh.push(written(env, &d, number, filled(&field, &d, draft, &mut found)));
    }
    found.finish()?;
    for one in &fresh {
        store::put_invitation(&mut tx, env, one).await?;
    }
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok(d)
}

/// Changes what is written of an invitation. To a new address the letter goes anew, and the links in the old one end: it may have
/// been somebody else's.
pub async fn edit(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (InvitationId, i32),
    draft: &InvitationDraft,
    public_url: &str,
) -> Result<Dialogue> {
    use InvitationState::{Cancelled, Declined, Delegated, Prepared, Sent};
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    if d.state.was_held() {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let was = store::alone(&mut tx, id).await?.ok_or(Error::NotFound)?.invitation;
    if was.version != version || was.state == Cancelled {
        return Err(Error::Conflict);
    }
    let mut found = Check::new();
    let is = filled("", &d, draft, &mut found);
    // A seat, and a place among those who wait, is one of a group.
    if is.constituency != was.constituency && !matches!(was.state, Prepared | Sent | Declined) {
        found.fail("constituency", Message::GroupStays);
    }
    if is.institution != was.institution && !matches!(was.state, Prepared | Sent) {
        found.fail("institution", Message::GroupStays);
    }
    found.finish()?;
    let moved = !is.email.eq_ignore_ascii_case(&was.email);
    let now = Invitation {
        constituency: is.constituency,
        institution: is.institution,
        name: is.name,
        honorific: is.honorific,
        post: is.post,
        organisation: is.organisation,
        email: is.email,
        phone: is.phone,
        language: is.language,
        sex: is.sex,
        youth: is.youth,
        ..was
    };
    store::put_invitation(&mut tx, env, &now).await?;
    if moved {
        store::end_mailed(&mut tx, id).await?;
        if d.hears(env.now()) && now.state.is_out() && !matches!(now.state, Declined | Delegated) {
            let news = if now.institution { DialogueNews::PleaseName } else { DialogueNews::Invited };
            Post::of(&mut tx, &d, public_url).await?.send(&mut tx, env, &now, news).await?;
        }
    }
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok(d)
}

/// Sends what is prepared: to those with an address by mail; to all others the letter goes by hand.
pub async fn send(pool: &Pool, env: &Env, actor: &Actor, id: DialogueId, public_url: &str) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if !d.hears(env.now()) {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let post = Post::of(&mut tx, &d, public_url).await?;
    let all = store::invitations(&mut *tx, id, 0, MOST).await?;
    for one in all.into_iter().filter(|i| i.state == InvitationState::Prepared) {
        let sent = Invitation { state: InvitationState::Sent, sent_at: Some(env.now()), ..one };
        store::put_invitation(&mut tx, env, &sent).await?;
        let news = if sent.institution { DialogueNews::PleaseName } else { DialogueNews::Invited };
        post.send(&mut tx, env, &sent, news).await?;
    }
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok(d)
}

/// Who comes in somebody's place.
#[derive(Debug, Clone)]
pub struct Deputy {
    /// Who; one language is enough.
    pub name: LText,
    /// How a letter addresses them.
    pub honorific: Honorific,
    /// Their post.
    pub post: String,
    /// Their e-mail address, or nothing.
    pub email: String,
    /// Their telephone number, or nothing.
    pub phone: String,
    /// As far as known.
    pub sex: crate::people::Sex,
    /// Between 15 and 30.
    pub youth: Option<bool>,
}

/// What is answered to an invitation.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What; nothing where somebody else comes.
    pub answer: Option<Answer>,
    /// Who comes in their place.
    pub deputy: Option<Deputy>,
    /// What whoever comes needs.
    pub needs: Needs,
    /// What else they say; at most 1,000 characters.
    pub note: String,
}

/// Puts a reply down for an invitation of a held dialogue, gives seats anew, and tells whoever gets one.
pub(super) async fn hear(
    tx: &mut Tx<'_>,
    env: &Env,
    d: &Dialogue,
    id: InvitationId,
    (reply, via, by): (&Reply, Channel, Option<PersonId>),
    public_url: &str,
) -> Result<()> {
    let mut all = store::invitations(&mut **tx, d.id, 0, MOST).await?;
    let at = all.iter().position(|i| i.id == id).ok_or(Error::NotFound)?;
    let before = all.clone();
    let mut found = Check::new();
    let note = found.prose("note", &reply.note, 1000);
    let one = all.get_mut(at).ok_or(Error::NotFound)?;
    if !one.state.is_out() {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    if one.institution && reply.answer == Some(Answer::Accept) {
        found.fail("answer", Message::InstitutionNames);
    }
    (one.answered_via, one.recorded_by, one.note) = (Some(via), by, note);
    let child = match &reply.deputy {
        Some(deputy) => {
            let draft = InvitationDraft {
                constituency: one.constituency.clone(),
                institution: false,
                name: deputy.name.clone(),
                honorific: deputy.honorific,
                post: deputy.post.clone(),
                organisation: if one.institution {
                    one.name.best(one.language).0.to_owned()
                } else {
                    one.organisation.clone()
                },
                email: deputy.email.clone(),
                phone: deputy.phone.clone(),
                language: one.language,
                sex: deputy.sex,
                youth: deputy.youth,
            };
            Some(filled("", d, &draft, &mut found))
        }
        None => None,
    };
    // A link is in the hands of strangers: it writes neither letters nor rows without end.
    let sent = before.iter().filter(|i| i.parent == Some(id)).count();
    if child.is_some() && (sent >= DEPUTIES || before.len() >= usize::try_from(MOST).unwrap_or(0)) {
        found.fail("deputy", Message::EnoughDeputies);
    }
    if child.is_none() && reply.answer.is_none() {
        found.fail("answer", Message::Required);
    }
    found.finish()?;
    give_over(&mut all, at);
    let number = all.iter().map(|i| i.number).max().unwrap_or(0) + 1;
    let one = all.get_mut(at).ok_or(Error::NotFound)?;
    let mut fresh = None;
    if let Some(draft) = child {
        let mut deputy = written(env, d, number, draft);
        (deputy.parent, deputy.sent_at, deputy.needs) = (Some(one.id), Some(env.now()), reply.needs);
        (deputy.answered_via, deputy.recorded_by) = (Some(via), by);
        // The seat goes on, and so does the place among those who wait.
        (deputy.seat_of, deputy.queued_at, deputy.table) = (one.seat_of.take(), one.queued_at.take(), one.table.take());
        if deputy.queued_at.is_some() {
            deputy.state = InvitationState::Waitlisted;
        }
        answered(&mut deputy, Answer::Accept, env.now());
        (one.state, one.answered_at) = (InvitationState::Delegated, Some(env.now()));
        fresh = Some(deputy.id);
        all.push(deputy);
    } else if let Some(answer) = reply.answer {
        one.needs = reply.needs;
        answered(one, answer, env.now());
    }
    let called = seating::seat(&d.is.seats, &mut all);
    let post = Post::of(tx, d, public_url).await?;
    for (n, now) in all.iter().enumerate() {
        let was = before.get(n);
        let changed = n == at
            || was
                .is_none_or(|was| (was.state, &was.seat_of, was.queued_at) != (now.state, &now.seat_of, now.queued_at));
        if changed {
            store::put_invitation(tx, env, now).await?;
        }
    }
    for one in called.into_iter().filter_map(|at| all.get(at)) {
        // Whoever answers sees at once that they have a seat.
        if one.id != id && Some(one.id) != fresh {
            post.send(tx, env, one, DialogueNews::Called).await?;
        }
    }
    if let Some(deputy) = all.iter().find(|i| Some(i.id) == fresh) {
        post.send(tx, env, deputy, DialogueNews::Sent).await?;
    }
    Ok(())
}

/// Whoever was sent before goes, and what they held comes back: an answer is always of the invitee.
fn give_over(all: &mut [Invitation], at: usize) {
    let Some(id) = all.get(at).map(|i| i.id) else { return };
    let sent = all.iter().position(|i| i.parent == Some(id) && i.state != InvitationState::Cancelled);
    let Some(next) = sent else { return };
    // Whoever was sent may have sent another in turn: what that one holds comes back first.
    give_over(all, next);
    let Some(sent) = all.get_mut(next) else { return };
    let (chair, queued, holds) = (sent.seat_of.take(), sent.queued_at.take(), sent.state);
    let table = sent.table.take();
    sent.state = InvitationState::Cancelled;
    if let Some(one) = all.get_mut(at) {
        (one.seat_of, one.queued_at, one.table) = (chair, queued, table);
        if holds == InvitationState::Waitlisted {
            one.state = InvitationState::Waitlisted;
        }
    }
}

/// Writes down what somebody answered otherwise than by the link.
pub async fn record(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (InvitationId, i32),
    (reply, via): (&Reply, Channel),
    public_url: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    // Whoever calls after the date is heard by the organisers, until it begins.
    if !d.state.hears() || env.now() >= d.is.starts_at {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let all = store::invitations(&mut *tx, dialogue, 0, MOST).await?;
    if !all.iter().any(|i| i.id == id && i.version == version) {
        return Err(Error::Conflict);
    }
    hear(&mut tx, env, &d, id, (reply, via, deed.by), public_url).await?;
    announce(&mut tx, env, deed, &d, "dialogue.answered").await?;
    tx.commit().await?;
    Ok(d)
}

/// Takes an invitation back: its link ends, and its seat is free.
pub async fn take_back(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    (id, version): (InvitationId, i32),
    public_url: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    if d.state.was_held() {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let mut all = store::invitations(&mut *tx, dialogue, 0, MOST).await?;
    let at = all.iter().position(|i| i.id == id).ok_or(Error::NotFound)?;
    if all.get(at).is_none_or(|i| i.version != version || i.state == InvitationState::Cancelled) {
        return Err(Error::Conflict);
    }
    let before: Vec<InvitationState> = all.iter().map(|i| i.state).collect();
    give_over(&mut all, at);
    if let Some(one) = all.get_mut(at) {
        (one.state, one.seat_of, one.queued_at, one.table) = (InvitationState::Cancelled, None, None, None);
    }
    let post = Post::of(&mut tx, &d, public_url).await?;
    for (one, was) in all.iter().zip(before).filter(|(one, was)| one.state != *was) {
        store::put_invitation(&mut tx, env, one).await?;
        store::end_links(&mut tx, one.id).await?;
        // Whoever has been written to and has not declined may be on their way.
        if was.is_out() && was != InvitationState::Declined {
            post.send(&mut tx, env, one, DialogueNews::TakenBack).await?;
        }
    }
    call(&mut tx, env, &d, public_url).await?;
    announce(&mut tx, env, deed, &d, "dialogue.answered").await?;
    tx.commit().await?;
    Ok(d)
}

/// What a calendar program answers for somebody (RFC 5546).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarReply {
    /// Which entry it answers.
    pub uid: String,
    /// For which address.
    pub email: String,
    /// How often the entry had changed when it was answered.
    pub sequence: u32,
    /// What.
    pub answer: Answer,
}

/// Takes what a calendar program has answered for somebody who is invited: from the address that was written to, and to the day
/// as it is now.
pub async fn hear_calendar(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    dialogue: DialogueId,
    reply: &CalendarReply,
    public_url: &str,
) -> Result<Dialogue> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    hear_entry(&mut tx, env, (&d, deed), reply, public_url).await?;
    tx.commit().await?;
    Ok(d)
}

/// The same from a mail that came to the hub itself: that the entry's name is known to nobody but its guest stands for them.
pub async fn hear_calendar_mail(pool: &Pool, env: &Env, reply: &CalendarReply, public_url: &str) -> Result<()> {
    let unknown = || Error::invalid("file", Message::ReplyOfNobody);
    let mut tx = pool.begin().await?;
    let id: InvitationId = reply.uid.replacen('-', ":", 1).parse().map_err(|_| unknown())?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or_else(unknown)?;
    let d = store::hold(&mut tx, dialogue).await?.ok_or_else(unknown)?;
    hear_entry(&mut tx, env, (&d, Deed::HUB), reply, public_url).await?;
    tx.commit().await.map_err(Into::into)
}

async fn hear_entry(
    tx: &mut Tx<'_>,
    env: &Env,
    (d, deed): (&Dialogue, Deed),
    reply: &CalendarReply,
    public_url: &str,
) -> Result<()> {
    if !d.state.hears() || env.now() >= d.is.starts_at {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let all = store::invitations(&mut **tx, d.id, 0, MOST).await?;
    let theirs =
        |i: &&Invitation| i.id.to_string().replace(':', "-") == reply.uid && i.email.eq_ignore_ascii_case(&reply.email);
    let one = all.iter().find(theirs).ok_or_else(|| Error::invalid("file", Message::ReplyOfNobody))?;
    if i64::from(reply.sequence) < i64::from(d.sequence) {
        return Err(Error::invalid("file", Message::ReplyToEarlierDay));
    }
    let said = Reply { answer: Some(reply.answer), deputy: None, needs: one.needs, note: one.note.clone() };
    hear(tx, env, d, one.id, (&said, Channel::Letter, deed.by), public_url).await?;
    announce(tx, env, deed, d, "dialogue.answered").await
}

/// A letter with an invitation did not arrive: whoever looks at the dialogue is told.
pub async fn undelivered(tx: &mut Tx<'_>, env: &Env, mail: MailId) -> Result<()> {
    let Some(dialogue) = store::dialogue_of_mail(&mut **tx, mail).await? else { return Ok(()) };
    let Some(d) = store::lookup(tx, dialogue).await? else { return Ok(()) };
    announce(tx, env, Deed::HUB, &d, "dialogue.undelivered").await
}
