//! What belongs into a person's calendar as a file (RFC 5545), for calendar programs to read.

use chrono::{DateTime, Days, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use sala_domain::calendar::{About, Entry, Time};
use sala_kernel::Language;

/// The calendar. `public_url` is where the hub is reached; its entries lead there.
pub fn write(entries: &[Entry], public_url: &str, language: Language, now: DateTime<Utc>) -> String {
    let km = language == Language::Km;
    let word = |en: &'static str, kh: &'static str| if km { kh } else { en };
    let host = public_url.split("://").nth(1).unwrap_or(public_url);
    let mut calendar = Calendar::new();
    calendar.name(word("Sala", "សាលា"));
    // A calendar program asks about once an hour; the change is there then.
    calendar.append_property(Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done());
    for entry in entries {
        let (path, id, masked) = match entry.about {
            About::Meeting(id) => {
                ("meetings", id.to_string(), word("Meeting of your working group", "កិច្ចប្រជុំក្រុមការងាររបស់អ្នក"))
            }
            About::Decision(id) => ("decisions", id.to_string(), word("A decision closes", "សេចក្តីសម្រេចមួយនឹងបិទ")),
            About::Work(id, _) => ("campaigns", id.to_string(), word("Work in a campaign", "ការងារក្នុងយុទ្ធនាការ")),
            About::Dialogue(id) => ("dialogues", id.to_string(), word("A dialogue", "កិច្ចសន្ទនាមួយ")),
            About::Commitment(id) => ("commitments", id.to_string(), word("A commitment is due", "ការសន្យាមួយដល់កំណត់")),
        };
        let page = match entry.about {
            About::Work(_, campaign) => campaign.to_string(),
            About::Meeting(_) | About::Decision(_) | About::Dialogue(_) | About::Commitment(_) => id.clone(),
        };
        let title = entry.title.as_ref().map_or(masked, |title| title.best(language).0);
        let summary = match entry.about {
            About::Decision(_) if entry.title.is_some() => format!("{}: {title}", word("Vote closes", "បិទការបោះឆ្នោត")),
            About::Commitment(_) if entry.title.is_some() => format!("{}: {title}", word("Due", "ដល់កំណត់")),
            _ => title.to_owned(),
        };
        let mut event = Event::new();
        event
            .uid(&format!("{}@{host}", id.replace(':', "-")))
            .sequence(u32::try_from(entry.version).unwrap_or(0))
            .timestamp(now)
            .summary(&summary)
            .url(&format!("{public_url}/{path}/{page}"));
        match entry.time {
            Time::Hours(from, to) => event.starts(from).ends(to),
            // The day after the last one: calendars do not count it.
            Time::Days(first, last) => event.starts(first).ends(last.checked_add_days(Days::new(1)).unwrap_or(last)),
        };
        let venue = entry.venue.best(language).0;
        if !venue.is_empty() {
            event.location(venue);
        }
        event.status(if entry.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, TimeZone as _};
    use sala_kernel::{CampaignId, CampaignWorkId, LText, MeetingId};

    use super::*;

    #[test]
    fn a_title_with_line_breaks_commas_and_khmer_stays_one_line_of_the_file() {
        let at = Utc.with_ymd_and_hms(2026, 7, 1, 2, 0, 0).single().unwrap_or_default();
        let entry = Entry {
            about: About::Meeting(MeetingId(uuid::Uuid::nil())),
            title: Some(LText::new("Budget, again;\r\nDTSTART:19700101T000000Z", "ថវិកា")),
            time: Time::Hours(at, at + Duration::hours(2)),
            venue: LText::default(),
            cancelled: false,
            version: 3,
        };
        let text = write(std::slice::from_ref(&entry), "https://hub.example", Language::En, at);
        let starts: Vec<&str> = text.lines().filter(|line| line.starts_with("DTSTART")).collect();
        assert_eq!(starts, ["DTSTART:20260701T020000Z"], "{text}");
        assert!(text.contains("SEQUENCE:3") && text.contains("UID:meeting-00000000"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "lines are folded at 75 octets: {text}");
        let days = Entry {
            about: About::Work(CampaignWorkId(uuid::Uuid::nil()), CampaignId(uuid::Uuid::nil())),
            time: Time::Days(at.date_naive(), at.date_naive()),
            ..entry.clone()
        };
        let text = write(&[days], "https://hub.example", Language::En, at);
        assert!(text.contains("DTSTART;VALUE=DATE:20260701") && text.contains("DTEND;VALUE=DATE:20260702"), "{text}");
        assert!(text.replace("\r\n ", "").contains("/campaigns/campaign:"), "{text}");
        let masked = Entry { title: None, ..entry };
        let text = write(&[masked], "https://hub.example", Language::Km, at);
        assert!(!text.contains("Budget") && text.contains("កិច្ចប្រជុំ"), "{text}");
    }
}
