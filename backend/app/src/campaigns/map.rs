//! The stakeholder map of the demo's campaign: forty of them over eighteen months, relations, and contacts. Offices are real,
//! everybody who holds one is invented.

use std::collections::BTreeMap;

use sala_domain::{
    access::{Actor, Level},
    campaigns::words::AskResponse,
    stakeholders::{
        Attribution, Channel, EngagementState, LinkKind, Raised, Reaction, StakeholderKind, StakeholderLevel, Target,
        assess::{self, AssessmentDraft},
        engagements::{self, EngagementDraft},
        links::{self, LinkDraft},
        offices,
        service::{self, StakeholderDraft},
    },
};
use sala_kernel::{CampaignItemId, Error, PlaceCode, Result, StakeholderId};

use super::{Desk, both, organisation};
use crate::library::somebody;

const WHO: &str = include_str!("../../data/stakeholders.csv");
const RATINGS: &str = include_str!("../../data/ratings.csv");

/// Those on the map by their keys in its table.
pub(super) type Keys = BTreeMap<String, StakeholderId>;

fn rows(text: &str) -> Result<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.map_err(Error::internal)).collect()
}

fn cell<'r>(row: &'r BTreeMap<String, String>, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

fn word<T: std::str::FromStr>(row: &BTreeMap<String, String>, name: &str) -> Result<T> {
    cell(row, name).parse().map_err(|_| Error::internal(format!("{name} in a demo table")))
}

/// Puts everybody on the map, rates them as time went on, and writes down who was met.
pub(super) async fn drawn(desk: &Desk<'_>, asks: &[CampaignItemId]) -> Result<Keys> {
    let keys = put(desk, asks).await?;
    rated(desk, &keys).await?;
    related(desk, &keys).await?;
    met(desk, &keys, asks).await?;
    Ok(keys)
}

async fn put(desk: &Desk<'_>, asks: &[CampaignItemId]) -> Result<Keys> {
    let mut keys = Keys::new();
    for row in rows(WHO)? {
        let of = |name: &str| cell(&row, name);
        let target: Target = word(&row, "target")?;
        let owner = Some(of("owner")).filter(|o| !o.is_empty()).map(|o| organisation(desk.ocn, o)).transpose()?;
        let draft = StakeholderDraft {
            aliases: of("aliases").split(';').map(str::to_owned).collect(),
            parent: keys.get(of("parent")).copied(),
            constituency: of("constituency").to_owned(),
            level: Some(word::<StakeholderLevel>(&row, "level")?),
            place: Some(PlaceCode(of("place").to_owned())),
            target,
            owner,
            asks: if target == Target::Primary { asks.iter().take(1).copied().collect() } else { Vec::new() },
            ..StakeholderDraft::named(word::<StakeholderKind>(&row, "kind")?, both(of("name_en"), of("name_km")))
        };
        let added = service::add(desk.pool, desk.env, &desk.dara, desk.campaign, &draft).await?;
        keys.insert(of("key").to_owned(), added.id);
    }
    for (holder, office, title, since) in [
        ("sovann", "governor", both("Governor", "អភិបាលខេត្ត"), -900),
        ("deputy", "governor", both("Deputy Governor", "អភិបាលរងខេត្ត"), -600),
        ("bunthan", "chikraeng", both("Director of Administration", "នាយករដ្ឋបាល"), -420),
    ] {
        let (Some(holder), Some(office)) = (keys.get(holder), keys.get(office)) else { continue };
        let days = (Some(desk.day(since)), None);
        offices::take(desk.pool, desk.env, &desk.dara, (*holder, *office), &title, days).await?;
    }
    Ok(keys)
}

async fn rated(desk: &Desk<'_>, keys: &Keys) -> Result<()> {
    let sreymom = somebody(desk.pool, desk.env, "sreymom@ocn.example").await?;
    let bopha = somebody(desk.pool, desk.env, "bopha@ocn.example").await?;
    for row in rows(RATINGS)? {
        let by: &Actor = match cell(&row, "by") {
            "KBL" => &sreymom,
            "TMYA" => &bopha,
            _ => &desk.dara,
        };
        let Some(who) = keys.get(cell(&row, "key")) else { return Err(Error::NotFound) };
        let draft = AssessmentDraft {
            objective: None,
            engagement: None,
            influence: word(&row, "influence")?,
            interest: word(&row, "interest")?,
            alignment: word(&row, "alignment")?,
            confidence: word(&row, "confidence")?,
            basis: cell(&row, "basis").to_owned(),
            sources: cell(&row, "sources").to_owned(),
            documents: Vec::new(),
            strategy: String::new(),
            desired_change: String::new(),
            accessible_through: String::new(),
            assessed_on: Some(desk.day(-word::<i64>(&row, "days_ago")?)),
            valid_until: None,
        };
        assess::assess(desk.pool, desk.env, by, *who, draft).await?;
    }
    Ok(())
}

async fn related(desk: &Desk<'_>, keys: &Keys) -> Result<()> {
    use LinkKind::{Collaboration, FormalAuthority, Funding, InformationAdvice, PressureLobby};
    let all = [
        ("interior", "governor", FormalAuthority, 3, "Law on administrative management"),
        ("ncdds", "interior", InformationAdvice, 3, "Its secretariat"),
        ("ncdds", "chikraeng", InformationAdvice, 2, "Trains district staff"),
        ("finance", "treasury", FormalAuthority, 3, "Law on the public finance system"),
        ("subnational", "treasury", InformationAdvice, 2, "Issues its forms"),
        ("assembly", "finance", PressureLobby, 1, "Debate on the budget"),
        ("governor", "chikraeng", FormalAuthority, 3, "Law on administrative management"),
        ("deputy", "sovann", InformationAdvice, 2, "Named as contact"),
        ("council", "governor", InformationAdvice, 2, "Organic law"),
        ("chikraeng", "kdei", FormalAuthority, 2, "Inter-ministerial order"),
        ("chikraeng", "spean", FormalAuthority, 2, "Inter-ministerial order"),
        ("chikraeng", "sangvaeuy", FormalAuthority, 2, "Inter-ministerial order"),
        ("chikraeng", "khvav", FormalAuthority, 2, "Inter-ministerial order"),
        ("bunthan", "clerks", InformationAdvice, 3, "Holds their weekly meeting"),
        ("clerks", "spean", InformationAdvice, 2, "Keeps its accounts"),
        ("clerks", "kdei", InformationAdvice, 2, "Keeps its accounts"),
        ("treasury", "kdei", Funding, 2, "Transfers of the commune fund"),
        ("treasury", "spean", Funding, 2, "Transfers of the commune fund"),
        ("fund", "chikraeng", Funding, 3, "Grant agreement as published"),
        ("fund", "ncdds", Collaboration, 2, "Joint manual"),
        ("builders", "chikraeng", PressureLobby, 2, "Letter copied to us"),
        ("builders", "council", PressureLobby, 2, "Minutes"),
        ("contractor", "builders", Collaboration, 2, "Chairs it"),
        ("radio", "governor", PressureLobby, 1, "Monthly broadcast"),
        ("journalist", "radio", Collaboration, 2, "Works for it"),
        ("youth", "kdei", PressureLobby, 1, "Photographs of boards"),
        ("youth", "ngoforum", Collaboration, 2, "Shared map of boards"),
        ("ngoforum", "council", PressureLobby, 1, "Joint letter"),
        ("monk", "chief", Collaboration, 2, "Meetings in the pagoda"),
        ("chief", "kdei", InformationAdvice, 2, "Sits in its planning committee"),
        ("women", "council", InformationAdvice, 1, "Reports to it"),
        ("university", "ngoforum", InformationAdvice, 1, "Students read budgets"),
        ("opd", "health", PressureLobby, 1, "Letter"),
        ("planning", "governor", InformationAdvice, 2, "Drafts the provincial plan"),
        ("lawyers", "ngoforum", InformationAdvice, 1, "Answered a question"),
    ];
    for (from, to, kind, strength, basis) in all {
        let (Some(from), Some(to)) = (keys.get(from), keys.get(to)) else { return Err(Error::NotFound) };
        let draft = LinkDraft {
            from: *from,
            to: *to,
            kind,
            directed: kind != Collaboration,
            strength,
            basis: basis.to_owned(),
            since: None,
            until: None,
            level: None,
            named: Vec::new(),
        };
        links::add(desk.pool, desk.env, &desk.dara, desk.campaign, &draft).await?;
    }
    Ok(())
}

struct Met {
    days: i64,
    with: &'static [&'static str],
    channel: Channel,
    said: &'static str,
    reaction: Option<Reaction>,
    answer: Option<AskResponse>,
    follow_up: &'static str,
    by: i64,
}

async fn met(desk: &Desk<'_>, keys: &Keys, asks: &[CampaignItemId]) -> Result<()> {
    let sreymom = somebody(desk.pool, desk.env, "sreymom@ocn.example").await?;
    let all = [
        Met {
            days: -500,
            with: &["governor"],
            channel: Channel::Letter,
            said: "Asked for a meeting; receipt without a date.",
            reaction: Some(Reaction::None),
            answer: None,
            follow_up: "",
            by: 0,
        },
        Met {
            days: -240,
            with: &["governor", "planning"],
            channel: Channel::Meeting,
            said: "Communes report to the province and this suffices, they said. They would look at an example.",
            reaction: Some(Reaction::Neutral),
            answer: Some(AskResponse::Noted),
            follow_up: "",
            by: 0,
        },
        Met {
            days: -110,
            with: &["treasury"],
            channel: Channel::Letter,
            said: "Wants a written order before it gives copies to communes.",
            reaction: Some(Reaction::Negative),
            answer: Some(AskResponse::Rejected),
            follow_up: "",
            by: 0,
        },
        Met {
            days: -70,
            with: &["planning", "deputy"],
            channel: Channel::Event,
            said: "Stayed to the end of the public meeting and took the forms along.",
            reaction: Some(Reaction::Positive),
            answer: None,
            follow_up: "",
            by: 0,
        },
        Met {
            days: -18,
            with: &["governor", "sovann", "deputy"],
            channel: Channel::Meeting,
            said: "Asked for the list of communes that post. The deputy is the contact.",
            reaction: Some(Reaction::Positive),
            answer: Some(AskResponse::PartlyAccepted),
            follow_up: "Send the list of communes with photographs",
            by: 4,
        },
        Met {
            days: 9,
            with: &["governor"],
            channel: Channel::Meeting,
            said: "",
            reaction: None,
            answer: None,
            follow_up: "",
            by: 0,
        },
    ];
    for one in all {
        let with: Vec<StakeholderId> = one.with.iter().filter_map(|key| keys.get(*key).copied()).collect();
        let raised = one.answer.zip(asks.first()).map(|(response, ask)| Raised { ask: *ask, response });
        let draft = EngagementDraft {
            organisation: None,
            stakeholders: with,
            held_on: desk.day(one.days),
            state: if one.days > 0 { EngagementState::Planned } else { EngagementState::Held },
            channel: one.channel,
            our_people: sreymom.person().into_iter().collect(),
            their_people: String::new(),
            purpose: if one.days > 0 { "Hand over the list of communes".into() } else { String::new() },
            raised: raised.into_iter().collect(),
            said: one.said.into(),
            reaction: one.reaction,
            follow_up: one.follow_up.into(),
            follow_up_on: (one.by != 0).then(|| desk.day(one.by)),
            follow_up_by: sreymom.person().filter(|_| one.by != 0),
            attribution: Attribution::ChathamHouse,
            level: Level::Restricted,
            named: Vec::new(),
            coordinate: one.days > 0,
        };
        engagements::log(desk.pool, desk.env, &sreymom, desk.campaign, &draft).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_holds_forty_over_eighteen_months_and_every_rating_is_of_one_of_them() {
        let (who, ratings) = (rows(WHO).unwrap(), rows(RATINGS).unwrap());
        assert_eq!(who.len(), 40);
        let keys: Vec<&str> = who.iter().map(|row| cell(row, "key")).collect();
        for row in &ratings {
            assert!(keys.contains(&cell(row, "key")), "{row:?}");
        }
        for key in keys {
            assert!(ratings.iter().any(|row| cell(row, "key") == key), "{key} is rated");
        }
        let oldest = ratings.iter().filter_map(|row| word::<i64>(row, "days_ago").ok()).max();
        assert!(oldest.is_some_and(|days| days > 500), "{oldest:?}");
    }
}
