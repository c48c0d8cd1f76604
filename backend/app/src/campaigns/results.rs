//! How far the demo's campaign has come: indicators with their values, and outcomes.

use chrono::NaiveDate;
use sala_domain::{
    access::Actor,
    campaigns::{
        self,
        bodies::{Body, Indicator},
        document_store,
        documents::{self, About},
        item_store, measures,
        words::{Frequency, IndicatorLevel, Measure, PolicyOutcome, Split},
    },
    evidence, networks,
    outcomes::{self, ChangeKind, OutcomeDraft, Precision, service},
};
use sala_kernel::{CampaignItemId, DocumentId, Env, LText, PageRequest, PlaceCode, Pool, Result};

use super::{Desk, both, organisation};
use crate::library::somebody;

fn indicator(statement: LText, measure: Measure, unit: LText, split_by: Vec<Split>, means: &str) -> Indicator {
    Indicator {
        statement,
        level: if measure == Measure::Sum { IndicatorLevel::Output } else { IndicatorLevel::Outcome },
        measure,
        unit,
        baseline: None,
        baseline_on: None,
        target: None,
        target_on: None,
        split_by,
        means: means.into(),
        frequency: Frequency::Quarterly,
    }
}

struct Counted {
    from: i64,
    to: i64,
    value: &'static str,
    parts: &'static [(Split, &'static str, &'static str)],
    note: &'static str,
}

async fn counted(desk: &Desk<'_>, chenda: &Actor, id: CampaignItemId, all: &[Counted]) -> Result<()> {
    for one in all {
        let draft = measures::ValueDraft {
            from_on: desk.day(one.from),
            to_on: desk.day(one.to),
            value: one.value.into(),
            parts: one.parts.iter().map(|(s, group, n)| (*s, (*group).into(), (*n).into())).collect(),
            note: one.note.into(),
            documents: Vec::new(),
        };
        measures::enter(desk.pool, desk.env, chenda, id, draft).await?;
    }
    Ok(())
}

/// By what one knows how far it has come.
pub(super) async fn measured(desk: &Desk<'_>, objective: CampaignItemId) -> Result<()> {
    let chenda = somebody(desk.pool, desk.env, "chenda@ocn.example").await?;
    let posting = Indicator {
        baseline: Some(300),
        baseline_on: Some(desk.day(-180)),
        target: Some(1200),
        target_on: Some(desk.day(70)),
        ..indicator(
            both("Communes posting their budget", "ឃុំដែលបិទផ្សាយថវិកា"),
            Measure::State,
            both("communes", "ឃុំ"),
            vec![Split::Province],
            "Photographs of notice boards, by TMYA",
        )
    };
    let posting = desk.item(Body::Indicator(posting), Some(objective), None).await?;
    let communes = [
        Counted { from: -120, to: -91, value: "3", parts: &[], note: "" },
        Counted {
            from: -90,
            to: -1,
            value: "5",
            parts: &[(Split::Province, "17", "4"), (Split::Province, "06", "1")],
            note: "Rains closed the road to two communes in September",
        },
    ];
    counted(desk, &chenda, posting, &communes).await?;
    let meetings = Indicator {
        baseline: Some(0),
        baseline_on: Some(desk.day(-120)),
        target: Some(40_000),
        target_on: Some(desk.day(140)),
        ..indicator(
            both("People at meetings about the budget", "ប្រជាជនក្នុងកិច្ចប្រជុំអំពីថវិកា"),
            Measure::Sum,
            both("people", "នាក់"),
            vec![Split::Sex, Split::Age, Split::Disability],
            "Attendance lists",
        )
    };
    let meetings = desk.item(Body::Indicator(meetings), Some(objective), None).await?;
    let people = [
        Counted {
            from: -120,
            to: -91,
            value: "46",
            parts: &[
                (Split::Sex, "female", "27"),
                (Split::Sex, "male", "17"),
                (Split::Sex, "other", "0"),
                (Split::Sex, "unknown", "2"),
                (Split::Age, "under_15", "0"),
                (Split::Age, "15_30", "19"),
                (Split::Age, "31_59", "21"),
                (Split::Age, "60_over", "6"),
                (Split::Age, "unknown", "0"),
                (Split::Disability, "yes", "3"),
                (Split::Disability, "no", "38"),
                (Split::Disability, "unknown", "5"),
            ],
            note: "",
        },
        Counted {
            from: -90,
            to: -1,
            value: "81",
            parts: &[
                (Split::Sex, "female", "44"),
                (Split::Sex, "male", "36"),
                (Split::Sex, "other", "0"),
                (Split::Sex, "unknown", "1"),
                (Split::Disability, "yes", "7"),
                (Split::Disability, "no", "66"),
                (Split::Disability, "unknown", "8"),
            ],
            note: "",
        },
    ];
    counted(desk, &chenda, meetings, &people).await
}

/// What has changed because of it.
pub(super) async fn harvested(desk: &Desk<'_>, asks: &[CampaignItemId]) -> Result<()> {
    let chenda = somebody(desk.pool, desk.env, "chenda@ocn.example").await?;
    let posted = desk.day(-38);
    let outcome = |statement, who: &str, on: NaiveDate, place: &str, change, significance: &str, contribution: &str| {
        OutcomeDraft {
            statement,
            who: who.into(),
            happened_on: Some(on),
            happened_in: Precision::Day,
            place: Some(PlaceCode(place.into())),
            change,
            policy_outcome: Some(PolicyOutcome::Behavioural),
            intended: true,
            positive: true,
            significance: significance.into(),
            contribution: contribution.into(),
            members: Vec::new(),
            item: None,
            documents: Vec::new(),
        }
    };
    let first = OutcomeDraft {
        members: vec![organisation(desk.ocn, "KBL")?, organisation(desk.ocn, "TMYA")?],
        item: asks.get(1).copied(),
        ..outcome(
            both(
                "Kampong Kdei commune council posted its investment programme and budget for the first time.",
                "ក្រុមប្រឹក្សាឃុំកំពង់ក្ដីបានបិទផ្សាយកម្មវិធីវិនិយោគ និងថវិកាជាលើកដំបូង។",
            ),
            "Kampong Kdei commune council",
            posted,
            "170403",
            ChangeKind::Practice,
            "Until then nobody outside the council had seen a budget of this commune.",
            "KBL met the council twice and brought a printed form; TMYA photographed the board.",
        )
    };
    let (pool, env) = (desk.pool, desk.env);
    let first = service::add(pool, env, &chenda, desk.campaign, first).await?;
    let first = service::review(pool, env, &chenda, first.id, first.version).await?;
    let told = service::Publication {
        statement: both(
            "A commune in Chi Kraeng district posted its investment programme and budget for the first time.",
            "ឃុំមួយក្នុងស្រុកជីក្រែងបានបិទផ្សាយកម្មវិធីវិនិយោគ និងថវិកាជាលើកដំបូង។",
        ),
        harmless: true,
        consented: true,
    };
    service::publish(pool, env, &desk.dara, first.id, first.version, told).await?;
    let second = OutcomeDraft {
        members: vec![organisation(desk.ocn, "KBL")?],
        item: asks.first().copied(),
        ..outcome(
            both(
                "The deputy governor asked the districts in a meeting which communes post their budget.",
                "អភិបាលរងខេត្តបានសួរស្រុកនានាក្នុងកិច្ចប្រជុំថា តើឃុំណាខ្លះបិទផ្សាយថវិកា។",
            ),
            "The deputy governor of Siem Reap",
            desk.day(-20),
            "17",
            ChangeKind::Action,
            "It was the first time the province asked.",
            "KBL had written to him ten days before and met his secretary.",
        )
    };
    let second = service::add(pool, env, &chenda, desk.campaign, second).await?;
    service::review(pool, env, &chenda, second.id, second.version).await?;
    let third = outcome(
        both("Two village chiefs read the budget aloud at their meetings.", "មេភូមិពីរនាក់បានអានថវិកាឱ្យអ្នកភូមិស្តាប់ក្នុងកិច្ចប្រជុំ។"),
        "",
        desk.day(-6),
        "1704",
        ChangeKind::Behaviour,
        "",
        "",
    );
    service::add(pool, env, &chenda, desk.campaign, third).await?;
    Ok(())
}

/// Documents that say so, once the library has them; nothing where some are said already.
pub async fn prove(pool: &Pool, env: &Env) -> Result<()> {
    let chenda = somebody(pool, env, "chenda@ocn.example").await?;
    let Some(network) = chenda.held().first().map(|grant| grant.network) else { return Ok(()) };
    let whole = PageRequest::whole();
    let wanted = campaigns::store::Wanted { network: Some(network), ..campaigns::store::Wanted::default() };
    let found = campaigns::store::list(pool, &chenda, &wanted, &whole).await?;
    let Some((_, campaign)) = found.items.into_iter().find(|(_, c)| c.title.en == "Budgets on every commune board")
    else {
        return Ok(());
    };
    let wanted = evidence::store::Wanted { network: Some(network), ..evidence::store::Wanted::default() };
    let library = evidence::store::list(pool, &chenda, &wanted, &whole).await?;
    let titled = |title: &str| -> Option<DocumentId> {
        library.items.iter().find(|(_, document)| document.title.en == title).map(|(_, document)| document.id)
    };
    let items = item_store::items(pool, &[campaign.id.0], &[campaigns::ItemKind::Indicator]).await?;
    let ids: Vec<_> = items.iter().map(|item| item.id.0).collect();
    let values = measures::list(pool, &ids).await?;
    let today = networks::store::today(pool, env, network).await?;
    let mut proofs: Vec<(About, Vec<DocumentId>)> = Vec::new();
    if let Some(value) = values.iter().rfind(|value| value.value == 500 && value.to_on < today) {
        let said = ["The clerk's answer on the investment programme", "Handbook: reading a commune budget"];
        proofs.push((About::Value(value.id), said.iter().filter_map(|title| titled(title)).collect()));
    }
    let wanted = outcomes::store::Wanted { campaign: Some(campaign.id), ..outcomes::store::Wanted::default() };
    for (_, outcome) in outcomes::store::list(pool, &wanted, &whole).await?.items {
        if outcome.place.as_ref().is_some_and(|place| place.0 == "170403") {
            let said = titled("The clerk's answer on the investment programme");
            proofs.push((About::Outcome(outcome.id), said.into_iter().collect()));
        }
    }
    let about: Vec<_> = values.iter().map(|value| value.id.0).collect();
    if !document_store::of(pool, &about).await?.is_empty() {
        return Ok(());
    }
    for (about, proof) in proofs {
        documents::attach(pool, env, &chenda, about, &proof).await?;
    }
    match titled("The clerk's answer on the investment programme") {
        Some(letter) => super::promised::kept(pool, env, campaign.id, letter).await,
        None => Ok(()),
    }
}
