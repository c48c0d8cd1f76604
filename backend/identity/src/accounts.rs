//! Signing in, being invited, choosing a password.

use std::net::IpAddr;

use sala_domain::{
    access::{Actor, Authorized, Deed, acts::InvitePerson, authorize},
    hub,
    mails::{self, Letter},
    networks::NewNetwork,
    people::{self, NewPerson},
    text::Check,
};
use sala_kernel::{Draft, Env, Error, Language, Message, PersonId, Pool, Result, Secret, SessionId, Tx, append};
use sqlx::PgExecutor;

use crate::{
    Hasher, Settings,
    links::{self, Purpose},
    sessions, throttle,
};

sala_kernel::db_enum! {
    /// Where an account stands.
    pub enum AccountState as "account_state" {
        /// Has not answered yet.
        Invited = "invited",
        /// In use.
        Active = "active",
        /// Shut for the time being.
        Locked = "locked",
        /// Ended.
        Closed = "closed",
    }
}

/// Where a request comes from, as far as it matters here.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Its network address; never stored.
    pub address: Option<IpAddr>,
    /// Browser and system in words.
    pub device: String,
}

/// What a successful sign-in hands out.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The new session.
    pub session: SessionId,
    /// Its secret, for the cookie.
    pub secret: Secret,
}

/// Everything accounts work with.
#[derive(Debug, Clone, Copy)]
pub struct Accounts<'a> {
    /// The database.
    pub pool: &'a Pool,
    /// Time and randomness.
    pub env: &'a Env,
    /// Passwords.
    pub hasher: &'a Hasher,
    /// Limits and the hub's address.
    pub settings: &'a Settings,
}

impl Accounts<'_> {
    /// Signs in with a password. Wrong address, wrong password, closed account: one answer, in one time.
    pub async fn sign_in(&self, origin: &Origin, email: &str, password: &str) -> Result<SignedIn> {
        let email = email.trim().to_lowercase();
        let row = sqlx::query!(
            r#"SELECT person_id, password_hash, state AS "state: AccountState" FROM accounts WHERE email = $1"#,
            email
        )
        .fetch_optional(self.pool)
        .await?;
        let place = throttle::key(&["place", &throttle::place(origin.address)]);
        let known = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM known_places WHERE person_id = $1 AND place = $2) AS "known!""#,
            row.as_ref().map(|r| r.person_id),
            place,
        )
        .fetch_one(self.pool)
        .await?;
        let account = if known {
            throttle::key(&["account", &email, &throttle::place(origin.address)])
        } else {
            throttle::key(&["account", &email])
        };
        let limits = self.settings.throttle;
        throttle::take(self.pool, self.env, "place", &place, limits.place).await?;
        throttle::take(self.pool, self.env, "account", &account, limits.account).await?;
        let active = row.filter(|r| r.state == AccountState::Active);
        let stored = active.as_ref().and_then(|r| r.password_hash.as_deref());
        let right = self.hasher.verify(stored, password).await?;
        let Some(row) = active.filter(|_| right) else {
            return Err(Error::invalid("password", Message::PasswordWrong));
        };
        throttle::give_back(self.pool, "place", &place, limits.place).await?;
        throttle::give_back(self.pool, "account", &account, limits.account).await?;
        let mut tx = self.pool.begin().await?;
        let signed_in = self.begin(&mut tx, origin, PersonId(row.person_id), "password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Does something by the secret of a mailed or printed link, for whoever holds it, as often as a person needs it. Secrets that
    /// are nobody's are slowed down by the place they come from, like all guesses; that place's people still use theirs.
    pub async fn by_link<T>(&self, origin: &Origin, link: &str, work: impl Future<Output = Result<T>>) -> Result<T> {
        let limits = self.settings.throttle;
        let bucket = throttle::key(&["link", link]);
        throttle::take(self.pool, self.env, "link", &bucket, limits.link).await?;
        let done = work.await;
        if let Err(Error::Invalid(found)) = &done
            && found.iter().any(|v| matches!(v.message, Message::LinkUsedOrExpired))
        {
            // Nobody fills the table of buckets with what they make up.
            throttle::forget(self.pool, "link", &bucket).await?;
            let place = throttle::key(&["place", &throttle::place(origin.address)]);
            throttle::take(self.pool, self.env, "place", &place, limits.place).await?;
        }
        done
    }

    /// Begins a session for somebody whose identity has just been proved, and remembers the place.
    pub async fn begin(&self, tx: &mut Tx<'_>, origin: &Origin, person: PersonId, method: &str) -> Result<SignedIn> {
        let place = throttle::key(&["place", &throttle::place(origin.address)]);
        sqlx::query!(
            "INSERT INTO known_places (person_id, place, seen_at) VALUES ($1, $2, $3)
             ON CONFLICT (person_id, place) DO UPDATE SET seen_at = $3",
            person.0,
            place,
            self.env.now(),
        )
        .execute(&mut **tx)
        .await?;
        let (session, secret) = sessions::begin(tx, self.env, self.settings, person, method, &origin.device).await?;
        Ok(SignedIn { person, session, secret })
    }

    /// Signs in without a password as one of the demo's people; on a demo hub only.
    pub async fn sign_in_demo(&self, origin: &Origin, email: &str) -> Result<SignedIn> {
        if !hub::lookup(self.pool).await?.demo {
            return Err(Error::Forbidden(Message::OnlyDemo));
        }
        if !sala_domain::demo::FACES.iter().any(|face| face.email == email) {
            return Err(Error::NotFound);
        }
        let person = sqlx::query_scalar!("SELECT person_id FROM accounts WHERE email = $1 AND state = 'active'", email)
            .fetch_optional(self.pool)
            .await?
            .ok_or(Error::NotFound)?;
        let mut tx = self.pool.begin().await?;
        let signed_in = self.begin(&mut tx, origin, PersonId(person), "demo").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Gives a person an account with this sign-in address, to be completed by the link in the invitation mail.
    ///
    /// Inviting again while it is unanswered sends a new link and ends the old one.
    pub async fn invite(&self, tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<()> {
        let record = people::store::view(&mut **tx, &Actor::Service, person).await?.ok_or(Error::NotFound)?;
        let facts = people::store::facts(&mut **tx, person).await?;
        let proof: Authorized<_, InvitePerson> = authorize(actor, record, &facts)?;
        let record = proof.thing();
        if record.email.is_empty() {
            return Err(Error::invalid("email", Message::Required));
        }
        let now = self.env.now();
        let done = sqlx::query!(
            "INSERT INTO accounts (person_id, email, state, created_at, updated_at) VALUES ($1, $2, 'invited', $3, $3)
             ON CONFLICT (person_id) DO UPDATE SET email = excluded.email, updated_at = $3 WHERE accounts.state = 'invited'",
            person.0,
            record.email,
            now,
        )
        .execute(&mut **tx)
        .await
        .map_err(|e| Error::from(e).on_constraint("accounts_email_unique", "email", Message::EmailTaken))?;
        if done.rows_affected() == 0 {
            return Err(Error::invalid("person", Message::HasAccount));
        }
        let secret = links::make(tx, self.env, Purpose::Invitation, Some(person), &record.email, proof.by()).await?;
        let url = format!("{}/welcome#{}", self.settings.public_url, secret.expose());
        mails::write(tx, self.env, Some(person), &record.email, record.language, &Letter::Invitation { url }).await?;
        Ok(())
    }

    /// Asks for a reset link. The answer is the same whether the address is known or not.
    pub async fn ask_reset(&self, origin: &Origin, email: &str) -> Result<()> {
        let email = email.trim().to_lowercase();
        let limits = self.settings.throttle;
        let place = throttle::key(&["place", &throttle::place(origin.address)]);
        throttle::take(self.pool, self.env, "place", &place, limits.place).await?;
        // Over the limit the mail is silently left out: a visible refusal would tell that others ask.
        if throttle::take(self.pool, self.env, "mail", &throttle::key(&[&email]), limits.mail).await.is_err() {
            return Ok(());
        }
        let mut tx = self.pool.begin().await?;
        let row = sqlx::query!(
            "SELECT a.person_id, p.language FROM accounts a JOIN people p ON p.id = a.person_id
             WHERE a.email = $1 AND a.state = 'active'",
            email
        )
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(row) = row {
            let person = PersonId(row.person_id);
            let secret = links::make(&mut tx, self.env, Purpose::PasswordReset, Some(person), &email, None).await?;
            let url = format!("{}/reset#{}", self.settings.public_url, secret.expose());
            let language = Language::from_tag(&row.language);
            mails::write(&mut tx, self.env, Some(person), &email, language, &Letter::PasswordReset { url }).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Uses up an invitation or reset link: sets the password, ends all other sessions, signs in.
    pub async fn answer_link(&self, origin: &Origin, secret: &str, password: &str) -> Result<SignedIn> {
        Hasher::check("password", password)?;
        // Looked at first, so that a useless link costs no hashing.
        if links::look(self.pool, self.env, secret).await?.is_none() {
            return Err(Error::invalid("link", Message::LinkUsedOrExpired));
        }
        let hash = self.hasher.hash(&self.env.entropy, password).await?;
        let mut tx = self.pool.begin().await?;
        let link = links::consume(&mut tx, self.env, secret, &[Purpose::Invitation, Purpose::PasswordReset]).await?;
        let person = link.person.ok_or_else(|| Error::invalid("link", Message::LinkUsedOrExpired))?;
        let done = sqlx::query!(
            "UPDATE accounts SET password_hash = $2, state = 'active', updated_at = $3
             WHERE person_id = $1 AND email = $4 AND state IN ('invited', 'active')",
            person.0,
            hash,
            self.env.now(),
            link.email,
        )
        .execute(&mut *tx)
        .await?;
        if done.rows_affected() == 0 {
            return Err(Error::invalid("link", Message::LinkUsedOrExpired));
        }
        sessions::end_others(&mut tx, self.env, person, None).await?;
        let signed_in = self.begin(&mut tx, origin, person, "link").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Changes the asker's password; every other session of theirs ends, this one gets a new secret.
    pub async fn change_password(&self, origin: &Origin, actor: &Actor, old: &str, new: &str) -> Result<SignedIn> {
        let grants = actor.signed_in()?;
        grants.session.ok_or(Error::Forbidden(Message::ReadOnlyToken))?;
        let person = grants.person();
        Hasher::check("new", new)?;
        let stored = sqlx::query!("SELECT email, password_hash FROM accounts WHERE person_id = $1", person.0)
            .fetch_one(self.pool)
            .await?;
        self.confirm_password(&stored.email, stored.password_hash.as_deref(), old, "old").await?;
        let hash = self.hasher.hash(&self.env.entropy, new).await?;
        let mut tx = self.pool.begin().await?;
        sqlx::query!(
            "UPDATE accounts SET password_hash = $2, updated_at = $3 WHERE person_id = $1",
            person.0,
            hash,
            self.env.now(),
        )
        .execute(&mut *tx)
        .await?;
        sessions::end_others(&mut tx, self.env, person, None).await?;
        announce(&mut tx, self.env, person).await?;
        let signed_in = self.begin(&mut tx, origin, person, "password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Asks for a mail to a new sign-in address. The answer is the same whether somebody else has it or not: only
    /// whoever reads that mailbox finds out.
    pub async fn ask_email_change(&self, actor: &Actor, email: &str, password: &str) -> Result<()> {
        let grants = actor.signed_in()?;
        grants.session.ok_or(Error::Forbidden(Message::ReadOnlyToken))?;
        let person = grants.person();
        let mut check = Check::new();
        let email = check.email("email", email);
        if email.is_empty() {
            check.fail("email", Message::Required);
        }
        check.finish()?;
        let stored = sqlx::query!(
            "SELECT a.email, a.password_hash, p.language FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.person_id = $1",
            person.0
        )
        .fetch_one(self.pool)
        .await?;
        if stored.email == email {
            return Err(Error::invalid("email", Message::EmailSame));
        }
        self.confirm_password(&stored.email, stored.password_hash.as_deref(), password, "password").await?;
        let limits = self.settings.throttle;
        if throttle::take(self.pool, self.env, "mail", &throttle::key(&[&email]), limits.mail).await.is_err() {
            return Ok(());
        }
        let mut tx = self.pool.begin().await?;
        let secret = links::make(&mut tx, self.env, Purpose::EmailChange, Some(person), &email, Some(person)).await?;
        let url = format!("{}/confirm#{}", self.settings.public_url, secret.expose());
        let language = Language::from_tag(&stored.language);
        mails::write(&mut tx, self.env, Some(person), &email, language, &Letter::EmailChange { url }).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Uses up the link in that mail; the old address is told.
    pub async fn confirm_email(&self, secret: &str) -> Result<()> {
        let spent = || Error::invalid("link", Message::LinkUsedOrExpired);
        let mut tx = self.pool.begin().await?;
        let link = links::consume(&mut tx, self.env, secret, &[Purpose::EmailChange]).await?;
        let person = link.person.ok_or_else(spent)?;
        let old = sqlx::query!(
            "SELECT a.email, p.language FROM accounts a JOIN people p ON p.id = a.person_id
             WHERE a.person_id = $1 AND a.state = 'active' FOR UPDATE OF a",
            person.0
        )
        .fetch_optional(&mut *tx)
        .await?
        .ok_or_else(spent)?;
        sqlx::query!(
            "UPDATE accounts SET email = $2, updated_at = $3 WHERE person_id = $1",
            person.0,
            link.email,
            self.env.now(),
        )
        .execute(&mut *tx)
        .await
        .map_err(|e| Error::from(e).on_constraint("accounts_email_unique", "link", Message::EmailTaken))?;
        let language = Language::from_tag(&old.language);
        mails::write(&mut tx, self.env, Some(person), &old.email, language, &Letter::EmailChanged).await?;
        announce(&mut tx, self.env, person).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The present password, before something that would let a thief of the session stay. Tries are counted.
    async fn confirm_password(&self, email: &str, hash: Option<&str>, password: &str, field: &str) -> Result<()> {
        let bucket = throttle::key(&["change", email]);
        let limit = self.settings.throttle.account;
        throttle::take(self.pool, self.env, "account", &bucket, limit).await?;
        if hash.is_some() && !self.hasher.verify(hash, password).await? {
            return Err(Error::invalid(field, Message::PasswordWrong));
        }
        throttle::give_back(self.pool, "account", &bucket, limit).await
    }

    /// Sets up an empty hub through its one-time link: the first network, its coordinator, who also runs the hub.
    pub async fn set_up(
        &self,
        origin: &Origin,
        secret: &str,
        network: NewNetwork,
        person: &NewPerson,
        password: &str,
    ) -> Result<SignedIn> {
        Hasher::check("password", password)?;
        let mut check = Check::new();
        if person.email.trim().is_empty() {
            check.fail("email", Message::Required);
        }
        check.finish()?;
        if links::look(self.pool, self.env, secret).await?.is_none() {
            return Err(Error::invalid("link", Message::LinkUsedOrExpired));
        }
        let hash = self.hasher.hash(&self.env.entropy, password).await?;
        let mut tx = self.pool.begin().await?;
        links::consume(&mut tx, self.env, secret, &[Purpose::SetUp]).await?;
        let (_, id) = hub::set_up(&mut tx, self.env, network, person)
            .await?
            .ok_or_else(|| Error::invalid("", Message::AlreadySetUp))?;
        open(&mut tx, self.env, id, &person.email, Some(&hash), true).await?;
        let signed_in = self.begin(&mut tx, origin, id, "password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }
}

/// Tells the person's own browsers that something about their account is different.
pub(crate) async fn announce(tx: &mut Tx<'_>, env: &Env, person: PersonId) -> Result<()> {
    append(tx, env, Draft { entity: "account", ..Deed::of(person).event("account.changed", person) }).await?;
    Ok(())
}

/// Opens an active account: for set-up and the demo, where nobody has to be asked.
pub async fn open(
    tx: &mut Tx<'_>,
    env: &Env,
    person: PersonId,
    email: &str,
    password_hash: Option<&str>,
    operator: bool,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO accounts (person_id, email, password_hash, state, operator, created_at, updated_at)
         VALUES ($1, lower($2), $3, 'active', $4, $5, $5)",
        person.0,
        email.trim(),
        password_hash,
        operator,
        env.now(),
    )
    .execute(&mut **tx)
    .await
    .map_err(|e| Error::from(e).on_constraint("accounts_email_unique", "email", Message::EmailTaken))?;
    Ok(())
}

/// One's own account, as its owner sees it.
#[derive(Debug, Clone)]
pub struct Own {
    /// The address one signs in with.
    pub email: String,
    /// One can sign in with a password.
    pub has_password: bool,
}

/// The asker's account.
pub async fn own(db: impl PgExecutor<'_>, actor: &Actor) -> Result<Own> {
    let row = sqlx::query_as!(
        Own,
        r#"SELECT email, password_hash IS NOT NULL AS "has_password!" FROM accounts WHERE person_id = $1"#,
        actor.signed_in()?.person().0,
    )
    .fetch_one(db)
    .await?;
    Ok(row)
}

/// Which of these people have an account, and in what state.
pub async fn states(db: impl PgExecutor<'_>, people: &[uuid::Uuid]) -> Result<Vec<(PersonId, AccountState)>> {
    let rows = sqlx::query!(
        r#"SELECT person_id, state AS "state: AccountState" FROM accounts WHERE person_id = ANY($1)"#,
        people
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (PersonId(r.person_id), r.state)).collect())
}
