//! The two ways out.

use std::{path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, SinglePart, header::ContentType},
    transport::smtp::{authentication::Credentials, client::Tls, client::TlsParameters},
};
use sala_domain::mails::Mail;
use sala_kernel::{Error, Result};

use crate::meetings;

/// How to reach a mail server.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `tls` (from the first byte), `starttls` (required), or `none` (for a server on this machine).
    pub security: String,
    /// Account there; none for a server that asks for none.
    pub user: Option<(String, String)>,
    /// The sender's address.
    pub from: String,
    /// How long the server may take for one letter.
    pub patience: Duration,
}

/// Where mails go.
#[derive(Debug, Clone)]
pub enum Transport {
    /// Files `<id>.eml` in a folder; the mails stay *waiting*, readable in the outbox.
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// The sender's address.
        from: String,
    },
    /// A mail server.
    Smtp {
        /// The connection pool.
        server: AsyncSmtpTransport<Tokio1Executor>,
        /// The sender's address.
        from: String,
        /// How long it may take for one letter.
        patience: Duration,
    },
}

/// What became of one try.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// In the folder.
    Filed,
    /// Taken by the server.
    Sent,
    /// Worth another try later.
    Later(String),
    /// Refused for good.
    Refused(String),
}

impl Transport {
    /// A transport to a mail server; nothing is contacted yet.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self> {
        let tls = || TlsParameters::new(settings.host.clone()).map_err(Error::internal);
        let tls = match settings.security.as_str() {
            "tls" => Tls::Wrapper(tls()?),
            "starttls" => Tls::Required(tls()?),
            "none" => Tls::None,
            other => return Err(Error::internal(format!("smtp.security is `{other}`; it is tls, starttls or none"))),
        };
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(settings.patience));
        if let Some((user, password)) = &settings.user {
            server = server.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self::Smtp { server: server.build(), from: settings.from.clone(), patience: settings.patience })
    }

    fn letter(&self, mail: &Mail) -> Result<Message> {
        let (Self::Folder { from, .. } | Self::Smtp { from, .. }) = self;
        let from: Mailbox = from.parse().map_err(Error::internal)?;
        let host = from.email.domain().to_owned();
        let organiser = from.email.to_string();
        let letter = Message::builder()
            .message_id(Some(format!("<{}@{host}>", mail.id.0)))
            .date(std::time::UNIX_EPOCH + Duration::from_secs(u64::try_from(mail.created_at.timestamp()).unwrap_or(0)))
            .from(from)
            .to(mail.recipient.parse().map_err(Error::internal)?)
            .subject(mail.subject.clone());
        let Some(meeting) = &mail.meeting else {
            return letter.header(ContentType::TEXT_PLAIN).body(mail.body.clone()).map_err(Error::internal);
        };
        // For those who read it as text, and for those whose program keeps a calendar (RFC 6047).
        let (sender, receiver) = (&organiser, mail.recipient.as_str());
        let file = meetings::write(meeting, (sender, receiver), mail.language, mail.created_at);
        let media = format!("text/calendar; charset=utf-8; method={}", meetings::method(meeting));
        let entry = SinglePart::builder().header(ContentType::parse(&media).map_err(Error::internal)?).body(file);
        letter
            .multipart(MultiPart::alternative().singlepart(SinglePart::plain(mail.body.clone())).singlepart(entry))
            .map_err(Error::internal)
    }

    pub(crate) async fn carry(&self, mail: &Mail) -> Outcome {
        let letter = match self.letter(mail) {
            Ok(letter) => letter,
            Err(error) => return Outcome::Refused(error.to_string()),
        };
        match self {
            Self::Folder { folder, .. } => {
                let path = folder.join(format!("{}.eml", mail.id.0));
                match tokio::fs::write(&path, letter.formatted()).await {
                    Ok(()) => Outcome::Filed,
                    Err(error) => Outcome::Later(error.to_string()),
                }
            }
            // The library's own limit ends with the connection: a server that takes it and says nothing would be waited for.
            Self::Smtp { server, patience, .. } => match tokio::time::timeout(*patience, server.send(letter)).await {
                Ok(Ok(_)) => Outcome::Sent,
                Ok(Err(error)) if error.is_permanent() => Outcome::Refused(error.to_string()),
                Ok(Err(error)) => Outcome::Later(error.to_string()),
                Err(_) => Outcome::Later("the mail server does not answer".into()),
            },
        }
    }
}
