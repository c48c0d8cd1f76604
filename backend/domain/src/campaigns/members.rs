//! Who takes part: invited, accepted, declined, gone.

use chrono::{DateTime, Utc};
use sala_kernel::{CampaignId, Env, Error, Message, OrganisationId, PersonId, Pool, Result, Tx};
use serde::Serialize;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{Campaign, CampaignRole, history, service, store, work};
use crate::{
    access::{
        Actor, Authorized,
        acts::{AnswerForCampaign, LeadCampaign, ViewCampaign},
        authorize,
    },
    groups, organisations,
    text::Check,
};

/// The most organisations in one campaign.
const MOST: usize = 200;

sala_kernel::db_enum! {
    /// What an organisation has said to its part.
    pub enum MemberState as "campaign_part_state" {
        /// It is asked.
        Invited = "invited",
        /// It takes part.
        Accepted = "accepted",
        /// It does not.
        Declined = "declined",
        /// It did, and does no more.
        Left = "left",
    }
}

/// An organisation's part in a campaign.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    /// Of which campaign.
    #[serde(skip)]
    pub campaign: CampaignId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Which part.
    pub role: CampaignRole,
    /// What it has said.
    pub state: MemberState,
    /// What it takes upon itself.
    pub commitment: String,
    /// What it said with its answer.
    pub note: String,
    /// Since when it is asked.
    #[serde(skip)]
    pub invited_at: DateTime<Utc>,
    /// When it answered.
    #[serde(skip)]
    pub answered_at: Option<DateTime<Utc>>,
}

/// Everybody who has or had a part, those who lead first; the caller has made sure that the actor may know the campaign.
pub async fn list(db: impl PgExecutor<'_>, campaigns: &[Uuid]) -> Result<Vec<Member>> {
    let rows = sqlx::query!(
        r#"SELECT campaign_id, organisation_id, role AS "role: CampaignRole", state AS "state: MemberState", commitment, answer_note,
                  invited_at, answered_at
           FROM campaign_members WHERE campaign_id = ANY($1) ORDER BY campaign_id, role, invited_at, organisation_id"#,
        campaigns,
    )
    .fetch_all(db)
    .await?;
    let member = rows.into_iter().map(|row| Member {
        campaign: CampaignId(row.campaign_id),
        organisation: OrganisationId(row.organisation_id),
        role: row.role,
        state: row.state,
        commitment: row.commitment,
        note: row.answer_note,
        invited_at: row.invited_at,
        answered_at: row.answered_at,
    });
    Ok(member.collect())
}

pub(super) async fn put(tx: &mut Tx<'_>, env: &Env, member: &Member, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO campaign_members (campaign_id, organisation_id, role, state, commitment, answer_note, invited_by, invited_at,
                                       answered_by, answered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $4 = 'invited'::campaign_part_state THEN NULL ELSE $7::uuid END,
                 CASE WHEN $4 = 'invited'::campaign_part_state THEN NULL ELSE $8::timestamptz END)
         ON CONFLICT (campaign_id, organisation_id) DO UPDATE SET role = excluded.role, state = excluded.state,
             commitment = excluded.commitment, answer_note = excluded.answer_note,
             invited_by = CASE WHEN excluded.state = 'invited' THEN excluded.invited_by ELSE campaign_members.invited_by END,
             invited_at = CASE WHEN excluded.state = 'invited' THEN excluded.invited_at ELSE campaign_members.invited_at END,
             answered_by = excluded.answered_by, answered_at = excluded.answered_at",
        member.campaign.0,
        member.organisation.0,
        member.role as CampaignRole,
        member.state as MemberState,
        member.commitment,
        member.note,
        by.map(|p| p.0),
        env.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn find(tx: &mut Tx<'_>, campaign: CampaignId, organisation: OrganisationId) -> Result<Option<Member>> {
    Ok(list(&mut **tx, &[campaign.0]).await?.into_iter().find(|m| m.organisation == organisation))
}

/// Asks an organisation to take a part, or changes the part of one that has it. The lead is handed over only to one that
/// takes part.
pub async fn invite(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    organisation: OrganisationId,
    role: CampaignRole,
    commitment: &str,
) -> Result<Campaign> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = service::led::<LeadCampaign>(&mut tx, actor, id).await?;
    let mut found = Check::new();
    let commitment = found.prose("commitment", commitment, 1000);
    if organisations::store::visible(&mut *tx, actor, &[organisation.0]).await?.is_empty()
        || !groups::store::may_send(&mut tx, campaign.network, organisation).await?
    {
        found.fail("organisation", Message::NoMemberHere);
    }
    found.finish()?;
    let all = list(&mut *tx, &[id.0]).await?;
    let was = all.iter().find(|m| m.organisation == organisation).cloned();
    if was.is_none() && all.len() >= MOST {
        return Err(Error::invalid("organisation", Message::OutOfRange));
    }
    let takes_part = was.as_ref().is_some_and(|m| m.state == MemberState::Accepted);
    if role == CampaignRole::Lead {
        if !takes_part {
            return Err(Error::invalid("role", Message::LeadTakesPart));
        }
        // One leads: who led goes on with it.
        if let Some(led) = all.iter().find(|m| m.role == CampaignRole::Lead && m.organisation != organisation) {
            let now = Member { role: CampaignRole::CoLead, ..led.clone() };
            put(&mut tx, env, &now, deed.by).await?;
            history::note(&mut tx, env, deed, id, ("member", led.organisation.0), (Some(led), Some(&now))).await?;
        }
    } else if was.as_ref().is_some_and(|m| m.role == CampaignRole::Lead && m.state == MemberState::Accepted) {
        return Err(Error::invalid("role", Message::HandOverLead));
    }
    let state = if takes_part { MemberState::Accepted } else { MemberState::Invited };
    let now = Member {
        campaign: id,
        organisation,
        role,
        state,
        commitment,
        note: was.as_ref().filter(|_| takes_part).map(|m| m.note.clone()).unwrap_or_default(),
        invited_at: env.now(),
        answered_at: None,
    };
    put(&mut tx, env, &now, deed.by).await?;
    history::note(&mut tx, env, deed, id, ("member", organisation.0), (was.as_ref(), Some(&now))).await?;
    let campaign = service::regain(&mut tx, env, deed, id, "campaign.member_invited").await?;
    tx.commit().await?;
    Ok(campaign)
}

/// An organisation accepts its part, declines it, or leaves; what it had to do goes back to the lead, with nobody's name.
pub async fn answer(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    id: CampaignId,
    organisation: OrganisationId,
    accepts: bool,
    note: &str,
) -> Result<Campaign> {
    actor.writes()?;
    let mut tx = pool.begin().await?;
    let campaign = store::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewCampaign>(actor, (), &campaign.facts())?;
    let named = organisations::store::lookup(&mut *tx, organisation).await?.ok_or(Error::NotFound)?;
    let facts = organisations::store::facts(&mut *tx, &named).await?.within(campaign.network);
    let proof: Authorized<_, AnswerForCampaign> = authorize(actor, (), &facts)?;
    let deed = proof.deed();
    let was = find(&mut tx, id, organisation).await?.ok_or(Error::NotFound)?;
    if !campaign.state.is_open() {
        return Err(Error::invalid("campaign", Message::CampaignOver));
    }
    let mut found = Check::new();
    let note = found.prose("note", note, 1000);
    let state = match (was.state, accepts) {
        (MemberState::Invited, true) => MemberState::Accepted,
        (MemberState::Invited, false) => MemberState::Declined,
        (MemberState::Accepted, false) => MemberState::Left,
        _ => return Err(Error::Conflict),
    };
    if was.role == CampaignRole::Lead && !accepts {
        found.fail("organisation", Message::HandOverLead);
    }
    if state == MemberState::Left && note.is_empty() {
        found.fail("note", Message::ReasonNeeded);
    }
    found.finish()?;
    let now = Member { state, note, ..was.clone() };
    put(&mut tx, env, &now, deed.by).await?;
    history::note(&mut tx, env, deed, id, ("member", organisation.0), (Some(&was), Some(&now))).await?;
    if !accepts {
        work::return_to_lead(&mut tx, env, deed, &campaign, organisation).await?;
    }
    let campaign = service::regain(&mut tx, env, deed, id, "campaign.member_answered").await?;
    tx.commit().await?;
    Ok(campaign)
}
