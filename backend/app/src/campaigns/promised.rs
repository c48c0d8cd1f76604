//! What was promised in the demo's campaign: kept, kept in part, overdue, and one whose owner is not named outside.

use sala_domain::{
    campaigns::Visibility,
    commitments::{
        CommitmentDraft, CommitmentKind, CommitmentState, FollowUp, Form, Source,
        service::{self, FollowUpDraft},
        store,
    },
    stakeholders::Channel,
};
use sala_kernel::{CampaignId, CampaignItemId, DocumentId, Env, LText, PageRequest, PlaceCode, Pool, Result};

use super::{Desk, both, map::Keys, organisation};
use crate::library::somebody;

struct Promise {
    text: LText,
    owner: LText,
    /// Its owner's key in the table of stakeholders.
    on_map: &'static str,
    group: &'static str,
    kind: CommitmentKind,
    made: i64,
    due: Option<i64>,
    whole: Option<i32>,
    quiet: bool,
    visibility: Visibility,
    place: &'static str,
    confirmed: &'static str,
}

fn all() -> [Promise; 5] {
    use CommitmentKind::{Commitment, Recommendation};
    use Visibility::{Members, Public, Team};
    [
        Promise {
            text: both("Instruct the clerks of twelve communes to prepare boards", "ណែនាំស្មៀនឃុំដប់ពីរឱ្យរៀបចំក្តារព័ត៌មាន"),
            owner: both("Chi Kraeng District Administration", "រដ្ឋបាលស្រុកជីក្រែង"),
            on_map: "chikraeng",
            group: "dist_admin",
            kind: Commitment,
            made: -75,
            due: Some(-25),
            whole: None,
            quiet: false,
            visibility: Public,
            place: "1704",
            confirmed: "Letter of the district governor",
        },
        Promise {
            text: both("Post the budgets of twelve communes", "បិទផ្សាយថវិកាឃុំដប់ពីរ"),
            owner: both("Chi Kraeng District Administration", "រដ្ឋបាលស្រុកជីក្រែង"),
            on_map: "chikraeng",
            group: "dist_admin",
            kind: Commitment,
            made: -75,
            due: Some(-6),
            whole: Some(12),
            quiet: false,
            visibility: Public,
            place: "1704",
            confirmed: "Minutes of the forum, approved",
        },
        Promise {
            text: both("Give communes copies of their accounts within ten days", "ផ្តល់ច្បាប់ចម្លងគណនីដល់ឃុំក្នុងដប់ថ្ងៃ"),
            owner: both("Provincial Treasury", "រតនាគារខេត្ត"),
            on_map: "treasury",
            group: "line_dept",
            kind: Commitment,
            made: -40,
            due: Some(-12),
            whole: None,
            quiet: true,
            visibility: Public,
            place: "17",
            confirmed: "Told to two of us, repeated by letter",
        },
        Promise {
            text: both("Name a person whom communes can ask", "ដាក់ឈ្មោះអ្នកដែលឃុំអាចសួរបាន"),
            owner: both("Siem Reap Provincial Governor's office", "សាលាខេត្តសៀមរាប"),
            on_map: "governor",
            group: "prov_admin",
            kind: Commitment,
            made: -18,
            due: Some(20),
            whole: None,
            quiet: true,
            visibility: Team,
            place: "17",
            confirmed: "",
        },
        Promise {
            text: both("Post in large type", "បិទផ្សាយជាអក្សរធំ"),
            owner: both("Commune councils of Chi Kraeng", "ក្រុមប្រឹក្សាឃុំស្រុកជីក្រែង"),
            on_map: "",
            group: "commune_council",
            kind: Recommendation,
            made: -60,
            due: Some(-10),
            whole: None,
            quiet: false,
            visibility: Members,
            place: "1704",
            confirmed: "",
        },
    ]
}

/// Writes them down, has them confirmed, and has two of them looked after.
pub(super) async fn written(desk: &Desk<'_>, asks: &[CampaignItemId], on_map: &Keys) -> Result<()> {
    let bopha = somebody(desk.pool, desk.env, "bopha@ocn.example").await?;
    let mut ids = Vec::new();
    for (n, one) in all().into_iter().enumerate() {
        let draft = CommitmentDraft {
            text: one.text,
            kind: one.kind,
            source: if n < 2 { Source::Pledge } else { Source::Reply },
            source_note: if n < 2 { "Said at the public forum".into() } else { String::new() },
            engagement: None,
            dialogue: None,
            item: asks.get(usize::from(n == 1)).copied(),
            stakeholder: on_map.get(one.on_map).copied(),
            owner: one.owner,
            constituency: one.group.into(),
            protected: one.quiet,
            made_on: desk.day(one.made),
            form: if one.confirmed.starts_with("Letter") { Form::Letter } else { Form::Verbal },
            due_on: one.due.map(|days| desk.day(days)),
            measure: if one.whole.is_some() { "A photograph of each board".into() } else { String::new() },
            whole: one.whole,
            places: vec![PlaceCode(one.place.into())],
            follower: Some(organisation(desk.ocn, if n < 2 { "TMYA" } else { "KBL" })?),
            follower_person: None,
            visibility: one.visibility,
        };
        let mut made = service::record(desk.pool, desk.env, &desk.dara, desk.campaign, &draft).await?;
        if !one.confirmed.is_empty() {
            let at = (made.id, made.version);
            made = service::confirm(desk.pool, desk.env, &desk.dara, at, one.confirmed).await?;
        }
        ids.push((made.id, made.version));
    }
    let [(first, version), (second, later), ..] = ids[..] else { return Ok(()) };
    let told = FollowUpDraft {
        on: Some(desk.day(-30)),
        channel: Channel::Meeting,
        finding: "The clerks showed us the instruction.".into(),
        status: Some(CommitmentState::InProgress),
        due_on: None,
        reached: None,
        documents: Vec::new(),
    };
    service::follow_up(desk.pool, desk.env, &bopha, (first, version), told).await?;
    let told = FollowUpDraft {
        on: Some(desk.day(-20)),
        channel: Channel::Call,
        finding: "Seven boards are up; the others wait for paper.".into(),
        status: Some(CommitmentState::InProgress),
        due_on: None,
        reached: Some(7),
        documents: Vec::new(),
    };
    service::follow_up(desk.pool, desk.env, &bopha, (second, later), told).await?;
    Ok(())
}

/// Once the library has the letter: the first was kept, and another has looked at it.
pub(super) async fn kept(pool: &Pool, env: &Env, campaign: CampaignId, letter: DocumentId) -> Result<()> {
    let chenda = somebody(pool, env, "chenda@ocn.example").await?;
    let wanted = store::Wanted { campaign: Some(campaign), ..store::Wanted::default() };
    let all = store::list(pool, &chenda, &wanted, &PageRequest::whole()).await?;
    let first =
        all.items.into_iter().map(|(_, k)| k).find(|k| k.state == CommitmentState::InProgress && k.whole.is_none());
    let Some(first) = first else { return Ok(()) };
    let told = FollowUpDraft {
        on: None,
        channel: Channel::Letter,
        finding: "The clerk writes that the instruction came and was carried out.".into(),
        status: Some(CommitmentState::Fulfilled),
        due_on: None,
        reached: None,
        documents: vec![letter],
    };
    let k = service::follow_up(pool, env, &chenda, (first.id, first.version), told).await?;
    let found = store::followups(pool, &[k.id.0], None).await?;
    let Some(waiting) = found.into_iter().rfind(FollowUp::waits) else { return Ok(()) };
    let bopha = somebody(pool, env, "bopha@ocn.example").await?;
    service::verify(pool, env, &bopha, waiting.id).await?;
    Ok(())
}
