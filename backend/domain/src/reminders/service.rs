//! Sending reminders that are due.

use sala_kernel::{Env, Pool, Result, Tx};

use super::store::{self, Address, Waiting};
use crate::{
    access::Role,
    mails::{self, Letter, ReminderLetter, Reminds},
};

/// How many are written in one go; the rest follows a second later.
const BATCH: usize = 200;

/// Who speaks for an organisation.
const SPEAK: &[Role] = &[Role::Representative, Role::Alternate];
/// Who speaks for it, and who signs.
const SIGN: &[Role] = &[Role::Representative, Role::Alternate, Role::Signatory];

/// Writes every reminder that is due; how many somebody was reminded of comes back. Safe to run anywhere, any time, at once.
pub async fn send_due(pool: &Pool, env: &Env, public_url: &str) -> Result<usize> {
    let mut sent = 0;
    for about in [Reminds::Duty, Reminds::Decision, Reminds::Meeting, Reminds::Consultation, Reminds::SignOn] {
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
    };
    let letter = Letter::Reminder(ReminderLetter {
        about,
        late: waiting.step < 0,
        soon: (0..99).contains(&waiting.step),
        title: waiting.title.clone(),
        due: waiting.due.clone(),
        url: format!("{public_url}/{path}"),
    });
    for to in addresses {
        mails::store::write(tx, env, Some(to.person), &to.email, to.language, &letter).await?;
    }
    Ok(())
}
