//! A working group at work, with a meeting past and one to come.

use chrono::{Duration, Timelike as _};
use sala_kernel::{Env, LText, Pool, Result};

use super::Ocn;
use crate::{
    access::Actor,
    decisions::Method,
    groups::{
        self, GroupDraft, GroupState, Joining,
        meetings::{self, MeetingDraft},
        seats,
    },
};

/// Adds it.
pub(super) async fn add(pool: &Pool, env: &Env, ocn: &Ocn) -> Result<()> {
    let service = Actor::Service;
    let (Some(kbl), Some(tmya)) = (ocn.organisation("KBL"), ocn.organisation("TMYA")) else { return Ok(()) };
    let (Some(sreymom), Some(bopha)) = (ocn.person("sreymom@ocn.example"), ocn.person("bopha@ocn.example")) else {
        return Ok(());
    };
    let draft = GroupDraft {
        name: LText::new("Commune budgets", "ថវិកាឃុំ"),
        terms: LText::new(
            "Follows how communes plan and publish their budgets, and prepares the network's positions on them.",
            "តាមដានរបៀបដែលឃុំរៀបចំ និងផ្សព្វផ្សាយថវិការបស់ខ្លួន ហើយរៀបចំជំហររបស់បណ្តាញលើរឿងនេះ។",
        ),
        rhythm: LText::new("First Tuesday of the month", "ថ្ងៃអង្គារដំបូងនៃខែ"),
        joining: Joining::ByApproval,
        method: Method::Consent,
        quorum_pct: 50,
        window_days: 7,
        themes: vec!["commune_budget".into()],
    };
    let group = groups::service::propose(pool, env, &service, ocn.network, draft, (kbl, sreymom)).await?;
    groups::service::go(pool, env, &service, group.id, GroupState::Active, "").await?;
    seats::ask(pool, env, &service, group.id, tmya, bopha).await?;
    let at = |days: i64| {
        // Nine in the morning in Phnom Penh.
        let day = env.now() + Duration::days(days);
        day.with_hour(2).and_then(|t| t.with_minute(0)).and_then(|t| t.with_second(0)).unwrap_or(day)
    };
    for (days, title, agenda) in [
        (
            -21,
            LText::new("What communes publish", "អ្វីដែលឃុំផ្សព្វផ្សាយ"),
            LText::new("1. Who has looked at which board\n2. What is missing", "១. អ្នកណាបានមើលក្តារណា\n២. អ្វីខ្វះ"),
        ),
        (
            14,
            LText::new("Questions for the District Integration Workshop", "សំណួរសម្រាប់សិក្ខាសាលាសមាហរណកម្មស្រុក"),
            LText::new("1. Findings so far\n2. What to ask, and of whom", "១. លទ្ធផលមកដល់ពេលនេះ\n២. សួរអ្វី និងសួរអ្នកណា"),
        ),
    ] {
        let meeting = MeetingDraft {
            title,
            starts_at: at(days),
            ends_at: at(days) + Duration::hours(2),
            venue: LText::new("Office of KBL, Phnom Penh", "ការិយាល័យ KBL ភ្នំពេញ"),
            link: String::new(),
            agenda,
            restricted: false,
        };
        meetings::service::plan(pool, env, &service, group.id, meeting).await?;
    }
    Ok(())
}
