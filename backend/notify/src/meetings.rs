//! What a letter puts into the calendar of whoever gets it (RFC 5546), and what calendars answer.

use chrono::{DateTime, Utc};
use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component as _, DatePerhapsTime, Event, EventLike as _, EventStatus,
    Property,
};
use sala_domain::{
    dialogues::{Answer, invitations::CalendarReply},
    mails::Meeting,
};
use sala_kernel::{Error, Language, Message, Result};

/// What a calendar is to do with it.
pub const fn method(meeting: &Meeting) -> &'static str {
    if meeting.cancelled { "CANCEL" } else { "REQUEST" }
}

/// The file for a meeting, from the organisers to somebody.
pub fn write(meeting: &Meeting, (organiser, attendee): (&str, &str), language: Language, now: DateTime<Utc>) -> String {
    let mut event = Event::new();
    event
        .uid(&meeting.uid)
        .sequence(meeting.sequence)
        .timestamp(now)
        .starts(utc(meeting.starts_at))
        .ends(utc(meeting.ends_at))
        .summary(meeting.title.best(language).0)
        .status(if meeting.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    let venue = meeting.venue.best(language).0;
    if !venue.is_empty() {
        event.location(venue);
    }
    event.append_property(Property::new("ORGANIZER", format!("mailto:{organiser}")).done());
    event.append_multi_property(
        Property::new("ATTENDEE", format!("mailto:{attendee}"))
            .add_parameter("ROLE", "REQ-PARTICIPANT")
            .add_parameter("PARTSTAT", "NEEDS-ACTION")
            .add_parameter("RSVP", "TRUE")
            .done(),
    );
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("METHOD", method(meeting)).done());
    calendar.push(event.done());
    calendar.done().to_string()
}

const fn utc(at: DateTime<Utc>) -> DatePerhapsTime {
    DatePerhapsTime::DateTime(CalendarDateTime::Utc(at))
}

/// Reads what a calendar program has answered for somebody: one entry, of one address.
pub fn read(file: &str) -> Result<CalendarReply> {
    let odd = || Error::invalid("file", Message::NoCalendarReply);
    if file.len() > 100_000 {
        return Err(odd());
    }
    let calendar: Calendar = file.parse().map_err(|_| odd())?;
    if calendar.property_value("METHOD").is_none_or(|method| !method.eq_ignore_ascii_case("REPLY")) {
        return Err(odd());
    }
    let mut events = calendar.components.iter().filter_map(|part| match part {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    let (Some(event), None) = (events.next(), events.next()) else { return Err(odd()) };
    let attendees = event.multi_properties().get("ATTENDEE").map_or(&[][..], Vec::as_slice);
    let attendee = event.properties().get("ATTENDEE").or_else(|| attendees.first()).ok_or_else(odd)?;
    let said = attendee.params().get("PARTSTAT").map(|param| param.value().to_uppercase());
    let answer = match said.as_deref() {
        Some("ACCEPTED") => Answer::Accept,
        Some("TENTATIVE") => Answer::Tentative,
        Some("DECLINED") => Answer::Decline,
        _ => return Err(odd()),
    };
    let address = attendee.value();
    let mailto = address.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    Ok(CalendarReply {
        uid: event.get_uid().ok_or_else(odd)?.to_owned(),
        email: mailto.map_or(address, |scheme| address.get(scheme.len()..).unwrap_or_default()).to_owned(),
        sequence: event.get_sequence().unwrap_or(0),
        answer,
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;
    use sala_kernel::LText;

    use super::*;

    fn meeting() -> Meeting {
        let at = Utc.with_ymd_and_hms(2026, 9, 18, 1, 0, 0).single().unwrap_or_default();
        Meeting {
            uid: "invitation-1".into(),
            sequence: 2,
            cancelled: false,
            starts_at: at,
            ends_at: at + chrono::Duration::hours(4),
            title: LText::new("Budgets; again,\r\nMETHOD:CANCEL", "ថវិកាឃុំ"),
            venue: LText::new("Chi Kraeng District Hall", "សាលាស្រុកជីក្រែង"),
        }
    }

    #[test]
    fn j6_8_a_meeting_is_asked_for_moved_and_called_off_under_one_name() {
        let at = meeting().starts_at;
        let file = write(&meeting(), ("sala@hub.example", "guest@example.org"), Language::Km, at);
        let flat = file.replace("\r\n ", "");
        for line in [
            "METHOD:REQUEST",
            "UID:invitation-1",
            "SEQUENCE:2",
            "DTSTART:20260918T010000Z",
            "DTEND:20260918T050000Z",
            "ORGANIZER:mailto:sala@hub.example",
        ] {
            assert!(flat.lines().any(|l| l == line), "{line}: {flat}");
        }
        assert!(flat.contains("ថវិកាឃុំ") && flat.contains(":mailto:guest@example.org"), "{flat}");
        assert!(file.lines().all(|line| line.len() <= 75), "lines are folded at 75 octets: {file}");
        let off = write(&Meeting { cancelled: true, ..meeting() }, ("s@h.example", "g@e.org"), Language::En, at);
        let methods: Vec<&str> = off.lines().filter(|line| line.starts_with("METHOD")).collect();
        assert_eq!(methods, ["METHOD:CANCEL"], "a title does not become a line: {off}");
        assert!(off.contains("STATUS:CANCELLED"), "{off}");
    }

    #[test]
    fn what_calendars_answer_is_read_and_nothing_else() {
        let reply = |method: &str, said: &str| {
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:invitation-1\r\n\
                 SEQUENCE:2\r\nDTSTAMP:20260901T000000Z\r\nATTENDEE;CN=Guest;PARTSTAT={said}:MAILTO:Guest@example.org\r\n\
                 END:VEVENT\r\nEND:VCALENDAR\r\n"
            )
        };
        let read_one = read(&reply("REPLY", "ACCEPTED"));
        let told = read_one.ok();
        let wanted = CalendarReply {
            uid: "invitation-1".into(),
            email: "Guest@example.org".into(),
            sequence: 2,
            answer: Answer::Accept,
        };
        assert_eq!(told, Some(wanted));
        assert!(read(&reply("REQUEST", "ACCEPTED")).is_err(), "a request answers nothing");
        assert!(read(&reply("REPLY", "DELEGATED")).is_err());
        assert!(read("BEGIN:VCALENDAR").is_err());
        assert!(read(&"x".repeat(200_000)).is_err());
        assert!(read("").is_err());
    }
}
