//! What comes back by mail: letters of the hub that did not arrive, and what calendars answer.

use sala_kernel::{Env, Error, MailId, Message, Pool, Result};

use super::store;
use crate::{
    access::Actor,
    dialogues::invitations::{self, CalendarReply},
};

/// What a mail to the hub says.
#[derive(Debug)]
pub enum Incoming {
    /// A letter of the hub did not arrive, and will not (RFC 3464).
    Returned {
        /// Which.
        mail: MailId,
        /// What the mail server said.
        why: String,
    },
    /// Somebody has answered in their calendar (RFC 6047).
    Answered(CalendarReply),
}

/// Takes what came: for whoever runs the hub, and the hub itself. The same twice is once.
pub async fn take(pool: &Pool, env: &Env, actor: &Actor, incoming: &Incoming, public_url: &str) -> Result<()> {
    actor.operates()?;
    match incoming {
        Incoming::Answered(reply) => invitations::hear_calendar_mail(pool, env, reply, public_url).await,
        Incoming::Returned { mail, why } => {
            let mut tx = pool.begin().await?;
            if !store::fail(&mut tx, *mail, why).await? {
                return Err(Error::invalid("file", Message::NothingToTake));
            }
            store::announce(&mut tx, env, "mail.failed", *mail).await?;
            invitations::undelivered(&mut tx, env, *mail).await?;
            Ok(tx.commit().await?)
        }
    }
}
