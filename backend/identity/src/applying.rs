//! Applying for membership without an account: the answer is the same for every address.

use sala_domain::{
    access::Actor,
    mails::{self, ApplicationLetter, Letter},
    memberships::applications::{Applicant, service},
    text::Check,
};
use sala_kernel::{Error, LText, Language, Message, NetworkId, PersonId, Result};

use crate::{
    accounts::{Accounts, Origin},
    throttle,
};

impl Accounts<'_> {
    /// Begins an application. Somebody new gets an organisation in draft and an invitation by mail; an address that has an
    /// account gets a mail that says so, and nothing else happens.
    pub async fn begin_application(
        &self,
        origin: &Origin,
        network: NetworkId,
        organisation: LText,
        applicant: Applicant,
    ) -> Result<()> {
        let mut found = Check::new();
        let email = found.email("email", &applicant.email);
        if email.is_empty() {
            found.fail("email", Message::Required);
        }
        found.finish()?;
        let limits = self.settings.throttle;
        let place = throttle::key(&["place", &throttle::place(origin.address)]);
        throttle::take(self.pool, self.env, "place", &place, limits.place).await?;
        if throttle::take(self.pool, self.env, "mail", &throttle::key(&[&email]), limits.mail).await.is_err() {
            return Ok(());
        }
        let mut tx = self.pool.begin().await?;
        let known = sqlx::query!(
            "SELECT a.person_id, p.language FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.email = $1",
            email,
        )
        .fetch_optional(&mut *tx)
        .await?;
        // Everything is checked and written either way; for a known address it is then left undone.
        let begun = service::begin_in(
            &mut tx,
            self.env,
            network,
            organisation,
            service::By::New(Applicant { email: email.clone(), ..applicant }),
        )
        .await?;
        if let Some(known) = known {
            tx.rollback().await?;
            let mut tx = self.pool.begin().await?;
            let url = format!("{}/sign-in", self.settings.public_url);
            let letter = Letter::Application(ApplicationLetter::ApplicationElsewhere { url });
            let language = Language::from_tag(&known.language);
            mails::write(&mut tx, self.env, Some(PersonId(known.person_id)), &email, language, &letter).await?;
            tx.commit().await?;
            return Ok(());
        }
        match self.invite(&mut tx, &Actor::Service, begun.person).await {
            // Two at once with one address: the first has it.
            Err(Error::Invalid(_)) => Ok(()),
            Err(error) => Err(error),
            Ok(()) => Ok(tx.commit().await?),
        }
    }
}
