//! Letters on paper, and texts for messengers: for whoever is not written to by mail.

use sala_kernel::{DialogueId, Env, Error, InvitationId, LText, Language, Message, Pool, Result, Zone};

use super::{
    Dialogue, Invitation, InvitationState, arrangements_store,
    invitations::{Post, Way},
    service::{MOST, announce, held},
    store,
};
use crate::{
    access::{Actor, acts::EditCampaign},
    mails::{DialogueNews, address},
    networks,
    stakeholders::Attribution,
};

/// Whose letters are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Of all who have no e-mail address: what is not yet out is out with it.
    ByHand,
    /// Of all who are invited already.
    All,
    /// Of this one.
    One(InvitationId),
}

impl Wanted {
    fn takes(self, i: &Invitation) -> bool {
        use InvitationState::{Cancelled, Declined, Delegated, Prepared};
        let asked = !matches!(i.state, Cancelled | Declined | Delegated);
        match self {
            Self::ByHand => asked && i.email.is_empty(),
            Self::All => asked && i.state != Prepared,
            Self::One(id) => asked && i.id == id,
        }
    }
}

/// A letter as it is set on a sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// In which language.
    pub language: Language,
    /// What stands above all, line by line.
    pub motto: Vec<&'static str>,
    /// Who writes: the network, and who holds it with it.
    pub sender: Vec<String>,
    /// Its number.
    pub number: String,
    /// The day on which it is written.
    pub day: String,
    /// To whom, line by line.
    pub to: Vec<String>,
    /// What about.
    pub subject: String,
    /// What it says.
    pub body: Vec<String>,
    /// What is told as a list: its name, and what.
    pub facts: Vec<(&'static str, String)>,
    /// Where to answer.
    pub url: String,
    /// What stands beside the sign to scan.
    pub scan: &'static str,
    /// What it ends with.
    pub closing: String,
    /// Who signs, line by line.
    pub signatory: Vec<String>,
}

/// What all letters of a dialogue have in common.
struct Desk {
    network: LText,
    co_host: LText,
    own: LText,
    signatory: LText,
    zone: Zone,
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const fn rule(attribution: Attribution) -> Option<Message> {
    match attribution {
        Attribution::OnRecord => None,
        Attribution::ChathamHouse => Some(Message::LetterChathamHouse),
        Attribution::OffRecord => Some(Message::LetterOffRecord),
    }
}

impl Desk {
    fn sheet(&self, env: &Env, d: &Dialogue, i: &Invitation, url: String) -> Sheet {
        let language = i.language;
        let best = |text: &LText| text.best(language).0.to_owned();
        let (network, title, name) = (best(&self.network), best(&d.is.title), best(&i.name));
        let full = format!("{}{name}", address(i.honorific, language));
        let hour = |at| self.zone.hour(at, language);
        let clock = |at, hours: &str| {
            let day = self.zone.day_in_words(at, language);
            if language == Language::Km { format!("{day} ម៉ោង {hours}") } else { format!("{day}, {hours}") }
        };
        let when = clock(d.is.starts_at, &format!("{}–{}", hour(d.is.starts_at), hour(d.is.ends_at)));
        let until = d.is.rsvp_by.map(|by| clock(by, &hour(by)));
        let mut sender = vec![network.clone()];
        sender.extend(Some(best(&self.co_host)).filter(|with| !with.is_empty()));
        let (place, contact) = (best(&d.is.venue), d.is.contact.clone());
        let written = self.zone.day_in_words(env.now(), language);
        let (motto, number, subject, mut body, closing): (Vec<&str>, _, _, Vec<String>, _) = match language {
            Language::En => (
                Vec::new(),
                format!("No. {}", i.number),
                format!("Invitation to “{title}”"),
                vec![
                    format!("Dear {full},"),
                    if i.institution {
                        format!(
                            "{network} has the honour to invite {name} to “{title}”, and asks you to name the person who is to come for you."
                        )
                    } else {
                        format!("{network} has the honour to invite you to “{title}”.")
                    },
                ],
                "Yours sincerely,".to_owned(),
            ),
            Language::Km => (
                vec!["ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា ព្រះមហាក្សត្រ"],
                format!("លេខ {}", sala_kernel::khmer::digits(&i.number.to_string())),
                format!("ការអញ្ជើញចូលរួម «{title}»"),
                vec![
                    format!("សូមគោរពជូន {full}"),
                    if i.institution {
                        format!("{network} មានកិត្តិយសសូមគោរពអញ្ជើញ {name} ចូលរួម «{title}» ហើយសូមមេត្តាចាត់តាំងតំណាងដែលនឹងចូលរួម។")
                    } else {
                        format!("{network} មានកិត្តិយសសូមគោរពអញ្ជើញចូលរួម «{title}»។")
                    },
                ],
                format!("សូម{full} មេត្តាទទួលនូវការគោរពដ៏ខ្ពង់ខ្ពស់ពីយើងខ្ញុំ។"),
            ),
        };
        body.extend(lines(self.own.best(language).0));
        body.extend(rule(d.is.attribution).map(|rule| rule.told(language).to_owned()));
        let said = |message: Message| message.told(language);
        let place = if place.is_empty() { said(Message::LetterOnline).to_owned() } else { place };
        let mut facts = vec![(said(Message::LetterWhen), when), (said(Message::LetterWhere), place)];
        facts.extend(until.map(|until| (said(Message::LetterAnswerBy), until)));
        if !contact.is_empty() {
            facts.push((said(Message::LetterTelephone), contact));
        }
        let mut to = vec![full];
        to.extend([i.post.clone(), i.organisation.clone()].into_iter().filter(|line| !line.is_empty()));
        let signatory = lines(self.signatory.best(language).0);
        Sheet {
            language,
            motto,
            sender,
            number,
            day: written,
            to,
            subject,
            body,
            facts,
            url,
            scan: said(Message::LetterScan),
            closing,
            signatory: if signatory.is_empty() { vec![network] } else { signatory },
        }
    }
}

/// Sets letters on paper, each with a link of its own: the links of earlier letters go on working.
pub async fn print(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: DialogueId,
    wanted: Wanted,
    public_url: &str,
) -> Result<Vec<Sheet>> {
    let mut tx = pool.begin().await?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, id).await?;
    if !d.hears(env.now()) {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let mut all = store::invitations(&mut *tx, id, 0, MOST).await?;
    all.retain(|i| wanted.takes(i));
    if all.is_empty() {
        return Err(Error::invalid("dialogue", Message::NoLettersByHand));
    }
    for one in all.iter_mut().filter(|i| i.state == InvitationState::Prepared) {
        (one.state, one.sent_at) = (InvitationState::Sent, Some(env.now()));
        store::put_invitation(&mut tx, env, one).await?;
    }
    let ids: Vec<InvitationId> = all.iter().map(|i| i.id).collect();
    let urls = Post::of(&mut tx, &d, public_url).await?.links(&mut tx, env, &ids, Way::Print).await?;
    let network = networks::store::lookup(&mut *tx, d.network).await?.ok_or(Error::NotFound)?;
    let arranged = arrangements_store::arrangements(&mut tx, id).await?;
    let desk = Desk {
        network: network.name,
        co_host: arranged.co_host,
        own: arranged.letter,
        signatory: arranged.signatory,
        zone: networks::store::zone(&mut *tx, d.network).await?,
    };
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok(all.iter().zip(urls).map(|(one, url)| desk.sheet(env, &d, one, url)).collect())
}

/// Writes the invitation of somebody as a text for a messenger, with a link of its own.
pub async fn text(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: InvitationId,
    public_url: &str,
) -> Result<(Dialogue, String)> {
    let mut tx = pool.begin().await?;
    let dialogue = store::dialogue_of(&mut *tx, id).await?.ok_or(Error::NotFound)?;
    let (d, deed) = held::<EditCampaign>(&mut tx, actor, dialogue).await?;
    if !d.hears(env.now()) {
        return Err(Error::invalid("dialogue", Message::InvitationsNotOut));
    }
    let all = store::invitations(&mut *tx, dialogue, 0, MOST).await?;
    let found = all.into_iter().find(|i| Wanted::One(id).takes(i));
    let mut one = found.ok_or_else(|| Error::invalid("dialogue", Message::NoLettersByHand))?;
    if one.state == InvitationState::Prepared {
        (one.state, one.sent_at) = (InvitationState::Sent, Some(env.now()));
        store::put_invitation(&mut tx, env, &one).await?;
    }
    let post = Post::of(&mut tx, &d, public_url).await?;
    let url = post.links(&mut tx, env, &[id], Way::Text).await?.pop().unwrap_or_default();
    let news = if one.institution { DialogueNews::PleaseName } else { DialogueNews::Invited };
    let (subject, body) = post.letter(&one, news, url).words(one.language);
    announce(&mut tx, env, deed, &d, "dialogue.invited").await?;
    tx.commit().await?;
    Ok((d, format!("{subject}\n\n{body}")))
}
