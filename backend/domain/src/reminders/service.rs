//! Sending reminders that are due.

use sala_kernel::{Env, NetworkId, OrganisationId, PaperId, Pool, Result, Tx};

use super::store::{self, Address, Waiting};
use crate::{
    access::Role,
    mails::{self, Letter, ReminderLetter, Reminds},
};

/// The first step of a reminder that somebody sends out of turn.
const OUT_OF_TURN: i32 = 1000;

/// How many are written in one go; the rest follows a second later.
const BATCH: usize = 200;

/// Who speaks for an organisation.
const SPEAK: &[Role] = &[Role::Representative, Role::Alternate];
/// Who speaks for it, and who signs.
const SIGN: &[Role] = &[Role::Representative, Role::Alternate, Role::Signatory];

/// Writes every reminder that is due; how many somebody was reminded of comes back. Safe to run anywhere, any time, at once.
pub async fn send_due(pool: &Pool, env: &Env, public_url: &str) -> Result<usize> {
    let mut sent = 0;
    for about in Reminds::ALL {
        while sent < BATCH {
            let mut tx = pool.begin().await?;
            let Some(waiting) = next(&mut tx, env, about).await? else { break };
            // Another node may be at the same row: it waits here, and finds it noted.
            if store::note(&mut tx, env, about.as_str(), &waiting).await? {
                tell(&mut tx, env, about, &waiting, public_url).await?;
                sent += 1;
            }
            tx.commit().await?;
        }
    }
    Ok(sent)
}

async fn next(tx: &mut Tx<'_>, env: &Env, about: Reminds) -> Result<Option<Waiting>> {
    match about {
        Reminds::Duty => store::duty(tx, env.now()).await,
        Reminds::Decision => store::decision(tx, env.now()).await,
        Reminds::Meeting => store::meeting(tx, env.now()).await,
        Reminds::Consultation => store::consultation(tx, env.now()).await,
        Reminds::SignOn => store::sign_on(tx, env.now()).await,
        Reminds::Window => store::window(tx, env.now()).await,
        Reminds::Task => store::task(tx, env.now()).await,
        Reminds::FollowUp => store::follow_up(tx, env.now()).await,
        Reminds::Commitment => store::commitment(tx, env.now()).await,
    }
}

async fn tell(tx: &mut Tx<'_>, env: &Env, about: Reminds, waiting: &Waiting, public_url: &str) -> Result<()> {
    let (addresses, path): (Vec<Address>, String) = match about {
        Reminds::Duty => (store::speakers(tx, waiting.recipient, SPEAK).await?, "duties".to_owned()),
        Reminds::Decision => {
            (store::person(tx, waiting.recipient).await?, format!("decisions/decision:{}", waiting.subject))
        }
        Reminds::Meeting => {
            (store::person(tx, waiting.recipient).await?, format!("meetings/meeting:{}", waiting.subject))
        }
        Reminds::Consultation => {
            (store::speakers(tx, waiting.recipient, SPEAK).await?, format!("papers/paper:{}", waiting.subject))
        }
        Reminds::SignOn => {
            (store::speakers(tx, waiting.recipient, SIGN).await?, format!("sign/paper:{}", waiting.subject))
        }
        Reminds::FollowUp => {
            (store::person(tx, waiting.recipient).await?, format!("stakeholders/campaign:{}?view=log", waiting.page))
        }
        Reminds::Commitment => {
            let mut addresses = store::person(tx, waiting.recipient).await?;
            addresses.extend(store::speakers(tx, waiting.recipient, SPEAK).await?);
            (addresses, format!("commitments/commitment:{}", waiting.subject))
        }
        Reminds::Window | Reminds::Task => {
            let mut addresses = store::person(tx, waiting.recipient).await?;
            addresses.extend(store::speakers(tx, waiting.recipient, SPEAK).await?);
            (addresses, format!("campaigns/campaign:{}?tab=work", waiting.page))
        }
    };
    let letter = Letter::Reminder(ReminderLetter {
        about,
        late: waiting.step < 0,
        soon: (0..99).contains(&waiting.step) || waiting.step >= OUT_OF_TURN,
        title: waiting.title.clone(),
        due: waiting.due.clone(),
        url: format!("{public_url}/{path}"),
    });
    for to in addresses {
        mails::store::write(tx, env, Some(to.person), &to.email, to.language, &letter).await?;
    }
    Ok(())
}

/// Where letters to those go who speak and sign for an organisation in a network.
pub(crate) async fn signatories(
    tx: &mut Tx<'_>,
    network: NetworkId,
    organisation: OrganisationId,
) -> Result<Vec<Address>> {
    match store::membership(tx, network, organisation).await? {
        Some(membership) => store::speakers(tx, membership, SIGN).await,
        None => Ok(Vec::new()),
    }
}

/// Reminds those members now that have not answered, of one paper: all of them, or one. Whoever was reminded less than a day
/// ago is left in peace. How many members were written to comes back.
pub(crate) async fn remind_sign_on(
    tx: &mut Tx<'_>,
    env: &Env,
    paper: PaperId,
    only: Option<OrganisationId>,
    public_url: &str,
) -> Result<usize> {
    let waiting = store::unanswered(tx, env.now(), paper, only).await?;
    let mut sent = 0;
    for one in waiting {
        if store::note(tx, env, Reminds::SignOn.as_str(), &one).await? {
            tell(tx, env, Reminds::SignOn, &one, public_url).await?;
            sent += 1;
        }
    }
    Ok(sent)
}
