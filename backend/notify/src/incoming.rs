//! Reading what comes back by mail: reports of what did not arrive (RFC 3464), and calendars' answers (RFC 6047).

use mail_parser::{MessageParser, MimeHeaders as _, PartType};
use sala_domain::mails::incoming::Incoming;
use sala_kernel::{Error, MailId, Message, Result};
use uuid::Uuid;

use crate::meetings;

/// The longest mail that is read, in bytes.
pub const LONGEST: usize = 2 * 1024 * 1024;
/// How much of what a mail server says is kept, in characters.
const KEPT: usize = 300;

/// Reads a mail, or a calendar's file alone.
pub fn read(letter: &[u8]) -> Result<Incoming> {
    let odd = || Error::invalid("file", Message::NothingToTake);
    if letter.len() > LONGEST {
        return Err(odd());
    }
    if letter.trim_ascii_start().get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCALENDAR")) {
        return answered(&String::from_utf8_lossy(letter)).ok_or_else(odd);
    }
    let mail = MessageParser::default().parse(letter).ok_or_else(odd)?;
    let (mut report, mut which) = (None, None);
    for part in &mail.parts {
        let kind =
            part.content_type().map(|t| (t.c_type.to_lowercase(), t.subtype().unwrap_or_default().to_lowercase()));
        let kind = kind.as_ref().map(|(one, other)| (one.as_str(), other.as_str()));
        match (&part.body, kind) {
            (PartType::Message(returned), _) => which = which.or_else(|| of_ours(returned.message_id()?)),
            (_, Some(("text", "rfc822-headers"))) => {
                let headers = MessageParser::default().parse(part.contents());
                which = which.or_else(|| of_ours(headers.as_ref()?.message_id()?));
            }
            (_, Some(("message", "delivery-status"))) => {
                report = report.or_else(|| refused(&String::from_utf8_lossy(part.contents())));
            }
            (_, Some(("text", "calendar") | ("application", "ics"))) => {
                if let Some(answer) = answered(&String::from_utf8_lossy(part.contents())) {
                    return Ok(answer);
                }
            }
            _ => {}
        }
    }
    let (Some(why), Some(mail)) = (report, which) else { return Err(odd()) };
    Ok(Incoming::Returned { mail, why })
}

fn answered(file: &str) -> Option<Incoming> {
    meetings::read(file).ok().map(Incoming::Answered)
}

/// The hub writes a mail's id as its Message-ID.
fn of_ours(id: &str) -> Option<MailId> {
    let (local, _) = id.trim_matches(['<', '>', ' ']).split_once('@')?;
    Uuid::parse_str(local).ok().map(MailId)
}

/// What is said of a recipient whom it did not reach; nothing of one whom it did, or may yet.
fn refused(report: &str) -> Option<String> {
    // Fields go on in lines that begin with a space.
    let flat = report.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    flat.split("\n\n").find_map(|group| {
        let field = |name: &str| {
            group.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        if !field("Action")?.eq_ignore_ascii_case("failed") {
            return None;
        }
        let said = field("Diagnostic-Code").map(|code| code.split_once(';').map_or(code, |(_, said)| said.trim()));
        let why = said.or_else(|| field("Status")).unwrap_or("failed");
        Some(why.chars().filter(|c| !c.is_control()).take(KEPT).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019ae000-0000-7000-8000-000000000001";

    fn returned(action: &str, about: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: sala@hub.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; guest@example.org\r\nAction: {action}\r\nStatus: 5.1.1\r\n\
             Diagnostic-Code: smtp; 550 5.1.1\r\n <guest@example.org>: no such mailbox\r\n\r\n\
             --b\r\n{about}--b--\r\n"
        )
    }

    fn whole(id: &str) -> String {
        format!(
            "Content-Type: message/rfc822\r\n\r\nMessage-ID: <{id}@hub.example>\r\nSubject: You are invited\r\n\r\nHello\r\n"
        )
    }

    #[test]
    fn a_letter_that_did_not_arrive_is_known_by_its_name_whether_it_comes_whole_or_by_its_head() {
        let head =
            format!("Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-Id: <{ID}@hub.example>\r\n\r\n");
        for about in [whole(ID), head] {
            let Ok(Incoming::Returned { mail, why }) = read(returned("failed", &about).as_bytes()) else {
                panic!("{about}")
            };
            assert_eq!(mail.0.to_string(), ID);
            assert_eq!(why, "550 5.1.1 <guest@example.org>: no such mailbox");
        }
    }

    #[test]
    fn what_is_late_strange_or_not_of_this_hub_says_nothing() {
        let long = "x".repeat(LONGEST + 1);
        for odd in [
            returned("delayed", &whole(ID)),
            returned("failed", &whole("somebody")),
            returned("failed", "Content-Type: text/plain\r\n\r\nHello\r\n"),
            "From: a@b.example\r\nSubject: Hello\r\n\r\nYes, I come.\r\n".into(),
            String::new(),
            "BEGIN:VCALENDAR".into(),
            long,
        ] {
            assert!(read(odd.as_bytes()).is_err(), "{odd:.200}");
        }
    }

    #[test]
    fn what_a_server_says_is_kept_short_and_plain() {
        let said = format!("Action: failed\nDiagnostic-Code: smtp; 550 \u{7}{}", "no ".repeat(500));
        let why = refused(&said).unwrap_or_default();
        assert!(why.starts_with("550 no no") && why.chars().count() == KEPT, "{why}");
    }

    #[test]
    fn a_calendar_answers_in_a_mail_as_in_a_file() {
        let file = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:invitation-1\r\nSEQUENCE:2\r\n\
             DTSTAMP:20260901T010000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:guest@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let mail = format!(
            "From: guest@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nAccepted\r\n--b\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n{file}--b--\r\n"
        );
        for letter in [file, mail.as_str()] {
            let Ok(Incoming::Answered(reply)) = read(letter.as_bytes()) else { panic!("{letter}") };
            assert_eq!(
                (reply.uid.as_str(), reply.email.as_str(), reply.sequence),
                ("invitation-1", "guest@example.org", 2)
            );
        }
    }
}
