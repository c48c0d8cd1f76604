//! Duties of the demo network's members.

use sala_kernel::{Env, LText, Pool, Result};

use super::Ocn;
use crate::{
    access::Actor,
    duties::{self, DutyDraft, DutyKind},
    organisations::Registration,
};

/// Adds them.
pub(super) async fn add(pool: &Pool, env: &Env, ocn: &Ocn) -> Result<()> {
    for draft in [
        DutyDraft {
            name: LText::new("Yearly report to the Ministry of Interior", "របាយការណ៍ប្រចាំឆ្នាំជូនក្រសួងមហាផ្ទៃ"),
            kind: DutyKind::Yearly,
            due_month: Some(2),
            due_day: Some(28),
            registrations: vec![Registration::RegisteredMoi],
            remind_days: vec![30, 7],
            active: true,
        },
        DutyDraft {
            name: LText::new("GPP certificate", "វិញ្ញាបនបត្រ GPP"),
            kind: DutyKind::Expiring,
            due_month: None,
            due_day: None,
            registrations: Vec::new(),
            remind_days: vec![14],
            active: true,
        },
    ] {
        duties::service::put(pool, env, &Actor::Service, ocn.network, None, draft).await?;
    }
    Ok(())
}
